import { createConnectedAts } from '../../src/ats/connected.ts'
import type { AtsSystems } from '../../src/ats/connector.ts'
import { createLocalAts } from '../../src/ats/local.ts'
import type { AtsPort } from '../../src/ats/port.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import { createLiveFeed } from '../../src/bot/liveFeed.ts'
import { type Message, messageSchema } from '../../src/bot/message.ts'
import type { ChatPort } from '../../src/bot/port.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import { openLocalCalendar } from '../../src/calendar/local.ts'
import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import type { MailboxMessage } from '../../src/domain/settings.ts'
import type { ThreadMessage } from '../../src/domain/thread.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import type { MailPort } from '../../src/mail/port.ts'
import type { Store } from '../../src/store/port.ts'
import type { Deps } from '../../src/workflow/deps.ts'
import { performEffect } from '../../src/workflow/effects.ts'
import { handleAction } from '../../src/workflow/handleAction.ts'
import { handleInbound, receiveMessage } from '../../src/workflow/handleMessage.ts'
import type { ModelDesk } from '../../src/workflow/modelDesk.ts'
import { openTenant } from '../../src/workflow/openTenant.ts'
import { openReplies } from '../../src/workflow/replyAddress.ts'
import { type MemoryTestStore, openMemoryTestStore, openTestStore } from '../fakes/testStore.ts'

interface LoopOptions {
  ats?: (real: AtsPort) => AtsPort
  mail?: (real: MailPort) => MailPort
  /** Stands between the use cases and the store, to lose its connection at a chosen moment. */
  around?: (real: Store) => Store
  engine?: 'memory' | 'pglite'
  model?: ModelDesk
  /** Chats of others that Parley is connected to. */
  chats?: readonly { open(base: Pick<Deps, 'store' | 'clock' | 'ids'>): ChatPort | Promise<readonly ChatPort[]> }[]
  /** Parley reads answers to its mails. */
  readsMail?: boolean
  /** Outside systems that can be connected. */
  systems?: AtsSystems
}

/** The embedded database with its work done by hand, in the order of the rows, so that the test's clock decides what is due. */
async function openHandWorkedStore(perform: () => Parameters<Store['startWork']>[0]): Promise<MemoryTestStore> {
  const test = await openTestStore()
  const { store, clock, tenantId } = test
  const passDue = async () => {
    for (;;) {
      const due = await store.inTenant(tenantId, async (tx) => ({
        inbound: await tx.find('inbound', { where: { state: 'received' }, orderBy: [['receivedAt', 'asc']], limit: 1 }),
        effects: await tx.find('effects', {
          where: { state: 'owed', nextAttemptAt: { lte: clock.now() } },
          orderBy: [['nextAttemptAt', 'asc']],
          limit: 1,
        }),
      }))
      if (due.inbound[0]) await perform().inbound(tenantId, due.inbound[0].id)
      else if (due.effects[0]) await perform().effect(tenantId, due.effects[0].id)
      else return
    }
  }
  return {
    ...test,
    pass: async (ms) => {
      const endsAt = new Date(clock.now().getTime() + ms)
      for (;;) {
        await passDue()
        const [next] = await store.inTenant(tenantId, (tx) =>
          tx.find('effects', {
            where: { state: 'owed', nextAttemptAt: { lte: endsAt } },
            orderBy: [['nextAttemptAt', 'asc']],
            limit: 1,
          }),
        )
        if (!next) break
        clock.moveBy(Math.max(0, next.nextAttemptAt.getTime() - clock.now().getTime()))
      }
      clock.moveBy(Math.max(0, endsAt.getTime() - clock.now().getTime()))
    },
  }
}

export const replySettings = { address: 'parley@parley.example', secret: 'a secret of the tests, long enough' }

/** The real use cases over a real store, the built-in ATS with its sample and the built-in mailbox, with a clock that is moved by hand. */
export async function openLoop(options: LoopOptions = {}) {
  const isMemory = options.engine !== 'pglite'
  const test = isMemory ? await openMemoryTestStore() : await openHandWorkedStore(() => handlers)
  const { clock, ids, pass, tenantId } = test
  const store = options.around?.(test.store) ?? test.store
  const realAts = createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1/records' })
  const { systems } = options
  const connectedAts = systems && createConnectedAts({ records: realAts, systems, store, clock, ids })
  const realMail = createMailbox({ store, clock, ids, fromAddress: 'interviews@parley.example' })
  const chat = createWebchat({ store, clock, ids, live: createLiveFeed() })
  const opened = await Promise.all((options.chats ?? []).map((one) => one.open(test)))
  const logged: string[] = []
  const deps: Deps = {
    store,
    clock,
    ids,
    ats: options.ats?.(realAts) ?? connectedAts ?? realAts,
    ...(systems ? { systems } : {}),
    mail: options.mail?.(realMail) ?? realMail,
    calendar: openLocalCalendar({ store, clock }),
    chat: new Map([chat, ...opened.flat()].map((port) => [port.surface, port])),
    guestUrl: 'http://guest.test',
    mailFrom: 'interviews@parley.example',
    ...(options.model ? { model: options.model } : {}),
    ...(options.readsMail ? { replies: openReplies(replySettings) } : {}),
    log: (event, facts) => logged.push(`${event} ${JSON.stringify(facts ?? {})}`),
  }
  let running = 0
  const counted = async (work: Promise<void>) => {
    running += 1
    try {
      await work
    } finally {
      running -= 1
    }
  }
  const handlers: Parameters<Store['startWork']>[0] = {
    inbound: (tenant, id) => counted(handleInbound(deps, tenant, id)),
    effect: (tenant, id) => counted(performEffect(deps, tenant, id)),
  }
  if (isMemory) await test.store.startWork(handlers)
  const { memberId } = await openTenant(deps)
  await addSampleData(store, tenantId, { clock, ids })

  /** Lets everything that is due happen; `ms` moves the clock first to each wake-up on the way. */
  const settle = async (ms = 0) => {
    for (let calm = 0; calm < 3; ) {
      await pass(ms)
      await options.model?.whenIdle()
      ms = 0
      await new Promise((resolve) => setImmediate(resolve))
      calm = running === 0 ? calm + 1 : 0
    }
  }
  await settle()

  let eventCount = 0
  const threads = () => store.inTenant(tenantId, (tx) => tx.find('threads', { orderBy: [['createdAt', 'asc']] }))
  const say = async (text: string, threadId: ThreadId, author: MemberId = memberId) => {
    await receiveMessage(deps, { tenantId, memberId: author, threadId, text, eventId: `event-${++eventCount}` })
    await settle()
  }
  const messagesIn = (threadId: ThreadId): Promise<ThreadMessage[]> =>
    store.inTenant(tenantId, (tx) =>
      tx.find('threadMessages', { where: { threadId }, orderBy: [['createdAt', 'asc']] }),
    )
  const lastMessage = async (threadId: ThreadId): Promise<Message> => {
    const rows = (await messagesIn(threadId)).filter((m) => m.author === 'parley' && m.requestId === null)
    return messageSchema.parse(rows.at(-1)?.message)
  }
  const card = async (threadId: ThreadId): Promise<Message> => {
    const rows = (await messagesIn(threadId)).filter((m) => m.requestId !== null)
    return messageSchema.parse(rows.at(-1)?.message)
  }
  /** Presses the first button whose label contains `label`. */
  const press = async (
    threadId: ThreadId,
    message: Message,
    label: string,
    fields: Record<string, string> = {},
    presser: MemberId = memberId,
  ) => {
    const action = message.actions.find((a) => a.label.includes(label))
    if (!action) throw new Error(`no button "${label}" among: ${message.actions.map((a) => a.label).join(' | ')}`)
    const outcome = await handleAction(deps, {
      tenantId,
      memberId: presser,
      threadId,
      actionId: action.id,
      fields,
      eventId: `press-${++eventCount}`,
    })
    await settle()
    return outcome
  }
  const mails = (to?: string): Promise<MailboxMessage[]> =>
    store.inTenant(tenantId, async (tx) => {
      const all = await tx.find('mailbox', {
        orderBy: [
          ['sentAt', 'asc'],
          ['id', 'asc'],
        ],
      })
      return to ? all.filter((m) => m.toLine.includes(to)) : all
    })
  /** The secret of the newest link mailed to somebody. */
  const secretOf = async (to: string): Promise<string> => {
    const texts = (await mails(to)).map((m) => m.text).reverse()
    const found = texts.map((t) => /http:\/\/guest\.test\/l\/([\w-]{43})/.exec(t)?.[1]).find(Boolean)
    if (!found) throw new Error(`no link was mailed to ${to}`)
    return found
  }
  const setUp = async (): Promise<ThreadId> => {
    const [welcome] = await threads()
    if (!welcome) throw new Error('the first conversation is there')
    await press(welcome.id, await lastMessage(welcome.id), 'Set up', {
      agencyName: 'Alder & Finch',
      name: 'Rosa Alder',
      email: 'rosa@alder-finch.example',
      phone: '+49 30 5550 100',
      zone: 'Europe/Berlin',
      dayStarts: '08:00',
      dayEnds: '19:00',
      locale: 'en-GB',
    })
    return welcome.id
  }
  const tables = <T>(read: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(tenantId, read)
  return {
    deps,
    store,
    clock,
    ids,
    tenantId,
    memberId,
    settle,
    say,
    press,
    card,
    lastMessage,
    messagesIn,
    mails,
    secretOf,
    setUp,
    threads,
    tables,
    logged,
  }
}

export type Loop = Awaited<ReturnType<typeof openLoop>>
