import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createLocalAts } from '../src/ats/local.ts'
import type { AtsPort } from '../src/ats/port.ts'
import { createLiveFeed } from '../src/bot/liveFeed.ts'
import { createWebchat } from '../src/bot/webchat.ts'
import { openLocalCalendar } from '../src/calendar/local.ts'
import type { MailPort } from '../src/mail/port.ts'
import { approveSlot } from '../src/workflow/approveSlot.ts'
import type { Deps } from '../src/workflow/deps.ts'
import { performEffect } from '../src/workflow/effects.ts'
import { handleInbound } from '../src/workflow/handleMessage.ts'
import { percentile, report, rounded } from './figures.ts'
import { openManyRequests } from './manyRequests.ts'

// 20 interviews are confirmed each second, and everything that follows from them is done: invitations, ATS interview, stage and
// log, cards. Mail and ATS answer from memory, rows and jobs are PostgreSQL's. The lag is from due to written as done.

const perSecond = 20
const seconds = Number(process.argv[2] ?? 30)
const count = perSecond * seconds
const patienceMs = 120_000

/** Every statement of this process to the database, whoever sends it. */
let statementCount = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statementCount += 1
  return Reflect.apply(query, this, args)
} as typeof query

const warmUpCount = 3 * perSecond
const many = await openManyRequests(warmUpCount + count, false)
try {
  const { store, tenantId, clock, ids, idIn, original } = many
  let sentCount = 0
  const mail: MailPort = {
    kind: 'smtp',
    send: async (_tenant, { messageId }) => {
      sentCount += 1
      return { at: clock.now().toISOString(), id: messageId, said: '250 taken' }
    },
  }
  let writtenCount = 0
  const proof = async (_tenant: unknown, write: { externalKey: string }) => {
    writtenCount += 1
    return { at: clock.now().toISOString(), id: write.externalKey, said: 'written' }
  }
  const ats: AtsPort = {
    ...createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1/records' }),
    writeInterview: proof,
    logActivity: proof,
    advanceStage: async (tenant, applicationId) => ({
      kind: 'moved',
      proof: await proof(tenant, { externalKey: applicationId }),
    }),
  }
  const chat = createWebchat({ store, clock, ids, live: createLiveFeed() })
  const troubles: string[] = []
  const deps: Deps = {
    store,
    clock,
    ids,
    ats,
    mail,
    calendar: openLocalCalendar({ store, clock }),
    chat: new Map([[chat.surface, chat]]),
    guestUrl: 'http://guest.test',
    mailFrom: 'interviews@parley.example',
    log: (event, facts) => troubles.push(`${event} ${JSON.stringify(facts)}`),
  }
  const stopWork = await store.startWork({
    inbound: (tenant, id) => handleInbound(deps, tenant, id),
    effect: (tenant, id) => performEffect(deps, tenant, id),
  })
  const idOf = (table: string, isWanted: (row: Record<string, unknown>) => boolean = () => true) => {
    const found = original.get(table)?.find(isWanted)
    if (!found) throw new Error(`no row in ${table}`)
    return found.id
  }
  const approved = {
    requestId: idOf('requests'),
    partyId: idOf('parties', ({ role }) => role === 'client'),
    proposalId: idOf('proposals', ({ state }) => state === 'offered'),
  }
  const isDueNow = { lte: new Date(clock.now().getTime() + 3_600_000) }
  async function confirm(number: number): Promise<number> {
    const pressedAtMs = performance.now()
    const { kind } = await approveSlot(
      deps,
      tenantId,
      { actor: 'party:client', via: 'link' },
      {
        requestId: idIn(approved.requestId, number),
        partyId: idIn(approved.partyId, number),
        proposalId: idIn(approved.proposalId, number),
      },
    )
    if (kind !== 'done') throw new Error(`not confirmed: ${kind}`)
    return performance.now() - pressedAtMs
  }

  /** @returns how long each confirmation took */
  async function confirmSteadily(from: number, until: number): Promise<number[]> {
    const startedAtMs = performance.now()
    const confirmed: Promise<number>[] = []
    for (let number = from; number < until; number += 1) {
      await sleep(Math.max(0, startedAtMs + ((number - from) * 1_000) / perSecond - performance.now()))
      confirmed.push(confirm(number))
    }
    return Promise.all(confirmed)
  }

  async function waitUntilDone(): Promise<void> {
    for (const endsAtMs = performance.now() + patienceMs; ; await sleep(200)) {
      const openCount = await store.inTenant(tenantId, (tx) =>
        tx.count('effects', { state: { in: ['owed', 'trying'] }, nextAttemptAt: isDueNow }),
      )
      if (openCount === 0) return
      if (performance.now() > endsAtMs) throw new Error(`${openCount} effects are still owed. ${troubles[0] ?? ''}`)
    }
  }

  // A database in use: the server knows how large its tables are, as it does within a minute of the first rows.
  await confirmSteadily(0, warmUpCount)
  await waitUntilDone()
  await many.analyze()
  const sentBefore = sentCount
  const writtenBefore = writtenCount
  const beganAt = clock.now()

  const serverBeforeMs = await many.readServerMs()
  const statementsBefore = statementCount
  const cpuBefore = process.cpuUsage()
  const startedAtMs = performance.now()
  const approvalMs = await confirmSteadily(warmUpCount, warmUpCount + count)
  const confirmedMs = performance.now() - startedAtMs
  await waitUntilDone()
  const { user, system } = process.cpuUsage(cpuBefore)
  const statements = statementCount - statementsBefore
  const serverMs = await many.readServerMs()
  const done = await store.inTenant(tenantId, (tx) =>
    tx.find('effects', { where: { state: 'done', createdAt: { gte: beganAt } } }),
  )
  const lagMs = done.map(
    ({ nextAttemptAt, createdAt, updatedAt }) =>
      updatedAt.getTime() - Math.max(nextAttemptAt.getTime(), createdAt.getTime()),
  )
  await stopWork()
  report('effects', {
    lagP50Ms: rounded(percentile(lagMs, 0.5)),
    lagP99Ms: rounded(percentile(lagMs, 0.99)),
    aimP99Ms: 5_000,
    confirmedPerSecond: rounded((count * 1_000) / confirmedMs),
    approvalP95Ms: rounded(percentile(approvalMs, 0.95)),
    // What does not depend on who else works on this machine.
    processorMsPerInterview: rounded((user + system) / 1_000 / count),
    serverMsPerInterview:
      serverMs === null || serverBeforeMs === null ? null : rounded((serverMs - serverBeforeMs) / count),
    statementsPerInterview: rounded(statements / count),
    interviews: count,
    effects: done.length,
    mails: sentCount - sentBefore,
    atsWrites: writtenCount - writtenBefore,
    troubles: troubles.length,
  })
} finally {
  await many.stop()
}
