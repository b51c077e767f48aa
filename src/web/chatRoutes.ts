import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkFields, readFields } from '../bot/checkFields.ts'
import type { ActionOutcome, OnAction, OnMessage } from '../bot/inbound.ts'
import type { LiveFeed } from '../bot/liveFeed.ts'
import { type MessageAction, messageSchema } from '../bot/message.ts'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import type { Clock } from '../domain/clock.ts'
import { sentenceFor } from '../domain/errors.ts'
import type { Reader } from '../domain/formatTime.ts'
import type { Ids, ThreadId } from '../domain/ids.ts'
import type { Member } from '../domain/settings.ts'
import { onWeb, type Thread, type ThreadMessage } from '../domain/thread.ts'
import type { Store, Tx } from '../store/port.ts'
import { createBell, createThreadStreams } from './chatLive.ts'
import {
  type ChatPageInput,
  type MessageContext,
  messageLengthMax,
  renderChat,
  renderThreadMessage,
} from './chatPages.ts'
import { isUnread, readMessages, readThread, readThreadList } from './chatRead.ts'
import type { SessionFacts, Viewer } from './session.ts'
import type { PageInput } from './shell.ts'

/** What the session put into the context of every request behind it. */
export interface ChatEnv {
  Variables: { session: SessionFacts; member: Member; agencyName: string }
}

export interface ChatRouteOptions {
  store: Store
  clock: Clock
  ids: Ids
  live: LiveFeed
  onMessage: OnMessage
  onAction: OnAction
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Hosts besides the one asked that are Parley's own: the guest pages. */
  ownHosts?: readonly string[]
  /** What an empty conversation offers to type. */
  suggestions?: readonly string[]
  /** How often an open page looks for changes that another process made. */
  pollMs?: number
}

export type CalmStatus = 400 | 401 | 403 | 404 | 409 | 413 | 421 | 500

/** How the chat shows a page: in the frame, as unknown, or calmly outside of it. */
export interface ChatFrame {
  layout(c: Context<ChatEnv>, page: PageInput): Promise<Response>
  notFound(c: Context<ChatEnv>): Promise<Response> | Response
  calm(c: Context, status: CalmStatus, title: string, ...sentences: string[]): Promise<Response> | Response
}

const suggestionsDefault = ['schedule Jane with Acme for the Backend role', 'status', 'who is Jane', 'help'] as const

const bodySizeMax = 256 * 1024
const awaitingMs = 60_000

/** The chat: conversations, messages, presses of buttons, live updates. GET and HEAD change nothing. */
export function addChatRoutes(app: Hono<ChatEnv>, options: ChatRouteOptions, frame: ChatFrame): void {
  const { store, clock, ids, live, log } = options
  const { layout, notFound, calm } = frame

  app.use(
    '/threads/*',
    bodyLimit({
      maxSize: bodySizeMax,
      onError: (c) => calm(c, 413, 'Too long', 'That was more than a message can hold, so nothing was stored.'),
    }),
  )

  app.get('/', (c) => showChat(c, { pane: null }))
  app.get('/threads', (c) => showChat(c, { pane: 'list' }))
  app.get('/threads/new', (c) =>
    showNew(c, { text: (c.req.query('text') ?? '').slice(0, messageLengthMax), error: null }),
  )

  app.post('/threads', async (c) => {
    const sent = await readForm(c)
    const text = (sent.text ?? '').trim()
    const error = textError(text)
    if (error)
      return wantsJson(c)
        ? c.json({ kind: 'invalid', sentence: error }, 422)
        : showNew(c, { text: sent.text ?? '', error }, 422)
    const viewer = c.get('session')
    const eventId = eventIdOf(sent, ids)
    const thread = await openThread(viewer, eventId, text)
    const path = `/threads/${thread.id}`
    const outcome = await say(c, thread, text, eventId)
    if (outcome)
      return wantsJson(c)
        ? c.json({ kind: 'refused', sentence: outcome }, 503)
        : showNew(c, { text, error: outcome }, 503)
    return wantsJson(c) ? c.json({ kind: 'ok', url: path }) : c.redirect(path, 303)
  })

  /** One thread per event id: the second press of the same Send finds the first one's thread. */
  async function openThread(viewer: Viewer, eventId: string, text: string): Promise<Thread> {
    const work = async (tx: Tx): Promise<Thread> => {
      const externalId = `new:${viewer.memberId}:${eventId}`
      const [known] = await tx.find('threads', { where: { surface: 'web', externalId }, limit: 1 })
      if (known) return known
      const at = clock.now()
      return tx.insert('threads', {
        id: ids.next('thread'),
        memberId: viewer.memberId,
        ...onWeb,
        externalId,
        title: upperFirst(cleanLine(text, 80)),
        lastMessageAt: at,
        lastReadAt: at,
        createdAt: at,
      })
    }
    return againIfDuplicate(() => store.inTenant(viewer.tenantId, work))
  }

  /** Hands a message on. @returns the sentence for the person when it could not be taken */
  async function say(c: Context<ChatEnv>, thread: Thread, text: string, eventId: string): Promise<string | null> {
    const { tenantId, memberId } = c.get('session')
    const saidAt = clock.now()
    try {
      await options.onMessage({ tenantId, memberId, threadId: thread.id, text, eventId })
    } catch (error) {
      log('webchat.messageFailed', { threadId: thread.id, error: String(error) })
      return sentenceFor(error)
    }
    await markRead(c, thread.id)
    live.publish({ tenantId, threadId: thread.id })
    if (!wantsJson(c)) await waitForAnswer(c, thread.id, saidAt)
    return null
  }

  async function markRead(c: Context<ChatEnv>, threadId: ThreadId): Promise<void> {
    await store.inTenant(c.get('session').tenantId, async (tx) => {
      const thread = await tx.get('threads', threadId)
      if (thread && isUnread(thread))
        await tx.update('threads', threadId, { lastReadAt: laterOf(clock.now(), thread.lastMessageAt) })
    })
  }

  /** Without script the next page is all a person sees, so a short wait is better than a page without the answer. */
  async function waitForAnswer(c: Context<ChatEnv>, threadId: ThreadId, since: Date): Promise<void> {
    const { tenantId } = c.get('session')
    const bell = createBell()
    const stop = live.subscribe((change) => change.threadId === threadId && bell.ring(), bell.ring)
    try {
      for (let round = 0; round < 6; round += 1) {
        const answers = await store.inTenant(tenantId, (tx) =>
          tx.count('threadMessages', { threadId, author: 'parley', updatedAt: { gte: since } }),
        )
        if (answers > 0 || live.isClosed) return
        await bell.wait(250)
      }
    } finally {
      stop()
    }
  }

  app.get('/threads/:id', async (c) => {
    const thread = await ownThread(c)
    return thread ? showChat(c, { pane: 'thread', thread }) : notFound(c)
  })

  app.post('/threads/:id/read', async (c) => {
    const thread = await ownThread(c)
    if (!thread) return notFound(c)
    await markRead(c, thread.id)
    live.publish({ tenantId: thread.tenantId, threadId: thread.id })
    return wantsJson(c) ? c.json({ kind: 'ok' }) : c.redirect(`/threads/${thread.id}`, 303)
  })

  app.post('/threads/:id/messages', async (c) => {
    const thread = await ownThread(c)
    if (!thread) return notFound(c)
    const sent = await readForm(c)
    const text = (sent.text ?? '').trim()
    const error = textError(text)
    if (error)
      return wantsJson(c)
        ? c.json({ kind: 'invalid', sentence: error }, 422)
        : showChat(c, { pane: 'thread', thread, composer: { text: sent.text ?? '', error }, status: 422 })
    const refused = await say(c, thread, text, eventIdOf(sent, ids))
    if (refused)
      return wantsJson(c)
        ? c.json({ kind: 'refused', sentence: refused }, 503)
        : showChat(c, { pane: 'thread', thread, composer: { text, error: refused }, status: 503 })
    return wantsJson(c) ? c.json({ kind: 'ok' }) : c.redirect(`/threads/${thread.id}`, 303)
  })

  app.post('/threads/:id/actions/:actionId', async (c) => {
    const thread = await ownThread(c)
    if (!thread) return notFound(c)
    const actionId = c.req.param('actionId')
    const sent = await readForm(c)
    const { tenantId, memberId } = c.get('session')
    const at = await store.inTenant(tenantId, (tx) => tx.get('threadMessages', sent._message ?? ''))
    const row = at?.threadId === thread.id ? at : null
    const action = row ? actionOf(row, actionId) : null
    const { _event: _ignoredEvent, _message: _ignoredMessage, ...rest } = sent
    const values = action ? readFields(action.form ?? [], rest) : rest
    const errors = action ? checkFields(action.form ?? [], values, action.language) : []
    const pressedAt = clock.now()
    let outcome: ActionOutcome
    if (errors.length > 0) outcome = { kind: 'invalid', errors }
    else {
      try {
        outcome = await options.onAction({
          tenantId,
          memberId,
          threadId: thread.id,
          actionId,
          fields: values,
          eventId: eventIdOf(sent, ids),
        })
      } catch (error) {
        log('webchat.actionFailed', { threadId: thread.id, actionId, error: String(error) })
        outcome = { kind: 'refused', sentence: sentenceFor(error) }
      }
    }
    if (outcome.kind === 'ok') {
      await markRead(c, thread.id)
      live.publish({ tenantId, threadId: thread.id })
      if (wantsJson(c)) return c.json({ kind: 'ok' })
      await waitForAnswer(c, thread.id, pressedAt)
      return c.redirect(`/threads/${thread.id}${row ? `#${row.id}` : ''}`, 303)
    }
    const status = outcome.kind === 'invalid' ? 422 : outcome.kind === 'shown' ? 200 : 409
    const sentence = outcome.kind === 'invalid' ? null : outcome.sentence
    const tone = outcome.kind === 'shown' ? 'info' : 'warning'
    const wrong = outcome.kind === 'invalid' ? outcome.errors : []
    // The card may have changed while it was read; then its button is gone and the answer stands by itself.
    const fresh = row ? await store.inTenant(tenantId, (tx) => tx.get('threadMessages', row.id)) : null
    const isStillThere = fresh !== null && actionOf(fresh, actionId) !== null
    const pressed: MessageContext['pressed'] =
      fresh && isStillThere
        ? { messageId: fresh.id, actionId, values, errors: wrong, ...(sentence === null ? {} : { sentence, tone }) }
        : null
    const notice = isStillThere ? null : (sentence ?? wrong.map((error) => error.sentence).join(' '))
    if (wantsJson(c)) {
      const html = fresh && isStillThere ? String(await renderThreadMessage(fresh, messageContext(c, pressed))) : null
      return c.json({ kind: outcome.kind, id: fresh?.id ?? null, html, sentence: notice ?? sentence }, status)
    }
    return showChat(c, { pane: 'thread', thread, pressed, notice, status })
  })

  function actionOf(row: ThreadMessage, actionId: string): MessageAction | null {
    const message = messageSchema.safeParse(row.message)
    return message.success ? (message.data.actions.find((action) => action.id === actionId) ?? null) : null
  }

  async function ownThread(c: Context<ChatEnv>): Promise<Thread | null> {
    const session = c.get('session')
    return store.inTenant(session.tenantId, (tx) => readThread(tx, session, c.req.param('id') ?? ''))
  }

  function messageContext(c: Context<ChatEnv>, pressed: MessageContext['pressed']): MessageContext {
    return {
      reader: readerOf(c),
      ownHosts: [c.req.header('host') ?? '', ...(options.ownHosts ?? [])],
      eventIdFor: () => ids.secret(),
      prefill: prefillFrom(c.req.header('accept-language')),
      pressed,
      log,
    }
  }

  interface ChatRequest {
    /** null: what suits the number of conversations. */
    pane: 'list' | 'thread' | null
    thread?: Thread
    composer?: { text: string; error: string | null }
    pressed?: MessageContext['pressed']
    notice?: string | null
    status?: 200 | 200 | 409 | 422 | 503
  }

  async function showChat(c: Context<ChatEnv>, request: ChatRequest): Promise<Response> {
    const session = c.get('session')
    const query = queryOf(c)
    const now = clock.now()
    const read = await store.inTenant(session.tenantId, async (tx) => {
      const list = await readThreadList(tx, session, query, offsetOf(c))
      const thread = request.thread ?? list.items[0]?.thread ?? null
      return { list, thread, page: thread ? await readMessages(tx, thread.id, c.req.query('before')) : null }
    })
    if (!read.thread || !read.page) return showNew(c, { text: '', error: null }, undefined, request.pane ?? 'thread')
    const { thread, page } = read
    const last = page.messages.at(-1)
    const isAwaiting =
      page.isNewest && last?.author === 'member' && now.getTime() - last.createdAt.getTime() < awaitingMs
    const since = Math.max(0, ...page.messages.map((row) => row.updatedAt.getTime()))
    const input: ChatPageInput = {
      list: read.list,
      now,
      reader: readerOf(c),
      pane: request.pane ?? (read.list.items.length > 1 ? 'list' : 'thread'),
      listLivePath: livePath('/live', { q: query }),
      open: {
        kind: 'thread',
        thread,
        ...page,
        isUnread: isUnread(thread),
        isAwaiting,
        livePath: livePath(`/threads/${thread.id}/live`, { since: String(since), q: query }),
        notice: request.notice ?? null,
      },
      composer: {
        action: `/threads/${thread.id}/messages`,
        eventId: ids.secret(),
        text: request.composer?.text ?? '',
        error: request.composer?.error ?? null,
        isFocused: Boolean(request.composer?.error),
      },
      messageContext: messageContext(c, request.pressed ?? null),
    }
    const hasError = Boolean(request.composer?.error || request.pressed?.errors.length)
    return layout(c, {
      title: `${hasError ? 'Error: ' : ''}${cleanLine(thread.title) || 'Conversation'}`,
      body: renderChat(input),
      section: 'chat',
      ...(request.status ? { status: request.status } : {}),
    })
  }

  async function showNew(
    c: Context<ChatEnv>,
    composer: { text: string; error: string | null },
    status?: 422 | 503,
    pane: 'list' | 'thread' = 'thread',
  ): Promise<Response> {
    const session = c.get('session')
    const query = queryOf(c)
    const list = await store.inTenant(session.tenantId, (tx) => readThreadList(tx, session, query, offsetOf(c)))
    const input: ChatPageInput = {
      list,
      now: clock.now(),
      reader: readerOf(c),
      pane,
      listLivePath: livePath('/live', { q: query }),
      open: {
        kind: 'new',
        agencyName: c.get('agencyName'),
        firstName: c.get('member').name.split(' ')[0] ?? '',
        suggestions: options.suggestions ?? suggestionsDefault,
      },
      composer: {
        action: '/threads',
        eventId: ids.secret(),
        ...composer,
        isFocused: composer.text !== '' || Boolean(composer.error),
      },
      messageContext: messageContext(c, null),
    }
    return layout(c, {
      title: `${composer.error ? 'Error: ' : ''}New conversation`,
      body: renderChat(input),
      section: 'chat',
      ...(status ? { status } : {}),
    })
  }

  const streams = createThreadStreams({ store, clock, live, log, pollMs: options.pollMs ?? 2_000 })
  const streamFor = (c: Context<ChatEnv>, thread: Thread | null): Promise<Response> | Response =>
    streams.open(c, { session: c.get('session'), thread, query: queryOf(c), context: messageContext(c, null) })
  app.get('/live', (c) => streamFor(c, null))
  app.get('/threads/:id/live', async (c) => {
    const thread = await ownThread(c)
    return thread ? streamFor(c, thread) : notFound(c)
  })
}

const readerOf = (c: Context<ChatEnv>): Reader => ({ zone: c.get('member').zone, locale: c.get('member').locale })

const wantsJson = (c: Context): boolean => (c.req.header('accept') ?? '').includes('application/json')

const queryOf = (c: Context): string => cleanLine(c.req.query('q') ?? '', 100)

function offsetOf(c: Context): number {
  const offset = Number(c.req.query('offset') ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? Math.min(offset, 1_000_000) : 0
}

/** The text fields of a native form; of a name sent twice the first counts. */
async function readForm(c: Context): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  for (const [name, value] of Object.entries(body)) {
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string') fields[name] = first
  }
  return fields
}

/** The event id that the form carries; without a usable one the press is an event of its own. */
function eventIdOf(sent: Readonly<Record<string, string>>, ids: Ids): string {
  return /^[\w-]{16,64}$/.test(sent._event ?? '') ? (sent._event ?? '') : ids.secret()
}

function textError(text: string): string | null {
  if (text === '') return 'Type a message first, for example “status”.'
  return text.length > messageLengthMax
    ? `That is ${text.length} characters; a message holds at most ${messageLengthMax}.`
    : null
}

function livePath(path: string, facts: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(facts).filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What the browser says about its reader, for empty fields named `locale` and `country`; the zone only its script knows. */
function prefillFrom(acceptLanguage: string | undefined): Record<string, string> {
  const tag = /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?=[,;]|$)/.exec(acceptLanguage ?? '')
  if (!tag) return {}
  return { locale: tag[0], ...(tag[1] ? { country: tag[1].toUpperCase() } : {}) }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b
}
