import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveFeed } from '../bot/liveFeed.ts'
import type { Clock } from '../domain/clock.ts'
import { formatDay, isoDateOf } from '../domain/formatTime.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import type { Store } from '../store/port.ts'
import { type MessageContext, renderThreadItems, renderThreadMessage } from './chatPages.ts'
import { readThreadList } from './chatRead.ts'
import type { SessionFacts } from './session.ts'

const streamCountMax = 40
/** How far back a stream looks again: a transaction that was open while a later one was read must not be missed. */
const overlapMs = 10_000
const heartbeatMs = 20_000

export interface StreamRequest {
  session: SessionFacts
  /** null: only the list of conversations. */
  thread: Thread | null
  query: string
  context: MessageContext
}

export interface ThreadStreams {
  /** Server-sent events: `message` with the HTML of one message, `threads` with the list; resumes at Last-Event-ID. */
  open(c: Context, request: StreamRequest): Promise<Response> | Response
}

/**
 * Pushes what changed to open pages: at once when this process changed it, within `pollMs` when another one did.
 * The store is the truth, the feed only says when to look.
 */
export function createThreadStreams({
  store,
  clock,
  live,
  log,
  pollMs,
}: {
  store: Store
  clock: Clock
  live: LiveFeed
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  pollMs: number
}): ThreadStreams {
  let streamCount = 0

  return {
    open(c, { session, thread, query, context }) {
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
      if (streamCount >= streamCountMax || live.isClosed)
        return c.text('Too many open pages, or Parley is stopping.', 503, { 'Retry-After': '5' })
      streamCount += 1
      const { reader } = context
      const sent = new Map<string, number>()
      let cursorMs = cursorFrom(c) ?? clock.now().getTime()
      let listSent: string | null = null

      /** @returns how many events were written */
      async function pushChanges(
        write: (event: { event: string; data: string; id?: string }) => Promise<void>,
      ): Promise<number> {
        const { rows, list, member } = await store.inTenant(session.tenantId, async (tx) => ({
          member: await tx.get('members', session.memberId),
          rows: thread
            ? await tx.find('threadMessages', {
                where: { threadId: thread.id, updatedAt: { gte: new Date(Math.max(0, cursorMs - overlapMs)) } },
                orderBy: [
                  ['createdAt', 'asc'],
                  ['id', 'asc'],
                ],
              })
            : [],
          list: await readThreadList(tx, session, query),
        }))
        // Another zone or language changes every time on the page: it is loaded anew instead of showing two clocks.
        if (member && (member.zone !== reader.zone || member.locale !== reader.locale)) {
          await write({ event: 'reload', data: '' })
          return 1
        }
        let count = 0
        for (const row of rows.filter((candidate) => sent.get(candidate.id) !== candidate.version)) {
          await write({ event: 'message', data: JSON.stringify(await messageEvent(row)) })
          sent.set(row.id, row.version)
          count += 1
        }
        // The cursor moves when a whole batch is out: a stream that breaks in the middle resumes before it.
        const newestMs = Math.max(cursorMs, ...rows.map((row) => row.updatedAt.getTime()))
        const listHtml = String(await renderThreadItems(list, thread?.id ?? null, clock.now(), reader))
        if (newestMs === cursorMs && listHtml === listSent) return count
        cursorMs = newestMs
        listSent = listHtml
        const unread = list.items.filter((item) => item.isUnread).length
        await write({ event: 'threads', id: String(cursorMs), data: JSON.stringify({ html: listHtml, unread }) })
        return count + 1
      }

      async function messageEvent(row: ThreadMessage): Promise<Record<string, unknown>> {
        return {
          id: row.id,
          version: row.version,
          author: row.author,
          day: isoDateOf(row.createdAt, reader.zone),
          dayLabel: formatDay(row.createdAt, reader),
          html: String(await renderThreadMessage(row, context)),
        }
      }

      return streamSSE(c, async (stream) => {
        const bell = createBell()
        const stop = live.subscribe((change) => {
          if (change.tenantId === session.tenantId) bell.ring()
        }, bell.ring)
        stream.onAbort(bell.ring)
        try {
          await stream.writeSSE({ event: 'hello', data: '', retry: 1_500 })
          let quietMs = 0
          while (!stream.aborted && !stream.closed && !live.isClosed && clock.now() < session.expiresAt) {
            const count = await pushChanges((event) => stream.writeSSE(event)).catch((error: unknown) => {
              log('webchat.liveFailed', { error: String(error) })
              return 0
            })
            quietMs = count > 0 ? 0 : quietMs + pollMs
            if (quietMs >= heartbeatMs) {
              await stream.write(': still here\n\n')
              quietMs = 0
            }
            await bell.wait(pollMs)
          }
        } finally {
          stop()
          streamCount -= 1
        }
      })
    },
  }
}

function cursorFrom(c: Context): number | null {
  const cursor = Number(c.req.header('last-event-id') ?? c.req.query('since') ?? Number.NaN)
  return Number.isSafeInteger(cursor) && cursor >= 0 ? cursor : null
}

export interface Bell {
  ring: () => void
  /** Resolves at the next ring, or at once when it rang since the last wait, or after `atMostMs`. */
  wait(atMostMs: number): Promise<void>
}

export function createBell(): Bell {
  let hasRung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      hasRung = true
      wake?.()
    },
    async wait(atMostMs) {
      if (!hasRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      wake = null
      hasRung = false
    },
  }
}
