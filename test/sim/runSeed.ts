import { isDeepStrictEqual } from 'node:util'
import { createLiveFeed } from '../../src/bot/liveFeed.ts'
import type { MessageAction } from '../../src/bot/message.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import type { BusyAnswer } from '../../src/domain/availability.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { Ids, MemberId, TenantId, ThreadId } from '../../src/domain/ids.ts'
import { linkLifeDays } from '../../src/domain/link.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { onWeb, type Thread } from '../../src/domain/thread.ts'
import type { Store, Tx } from '../../src/store/port.ts'
import type { Deps } from '../../src/workflow/deps.ts'
import { performEffect, retryEffect, sweepClaims } from '../../src/workflow/effects.ts'
import {
  submitApproval,
  submitAvailability,
  submitCancel,
  submitDecline,
  submitMove,
} from '../../src/workflow/guestActions.ts'
import type { GuestResult, OfferedWindow } from '../../src/workflow/guestPage.ts'
import { handleAction } from '../../src/workflow/handleAction.ts'
import { handleInbound, receiveMessage } from '../../src/workflow/handleMessage.ts'
import { hashSecret } from '../../src/workflow/links.ts'
import { passTime } from '../../src/workflow/passTime.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { checkRun, type Records, readRecords, type Submit } from './checks.ts'
import {
  type AtsApplication,
  atsPortFor,
  calendarPortFor,
  chatPortFor,
  type DeliveredMail,
  mailPortFor,
  type Outside,
  openAtsServer,
} from './outside.ts'
import { planWords } from './words.ts'
import { type Faults, noFaults, openWorld, type Task, type World, watchTx } from './world.ts'

// One seed: two interviews are arranged by people who answer, change their minds and press twice, while things break;
// then nothing breaks any more, everything owed is done, and what happened outside is compared with what was promised.

export const startsAt = '2027-03-01T08:00:00Z'
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export interface SeedResult {
  seed: number
  problems: string[]
  history: string[]
  records: Records
  facts: { steps: number; faults: number; mails: number; confirmed: boolean; cancelled: boolean }
}

export interface Engine {
  open(world: { clock: World['clock']; ids: Ids }): Promise<{ store: Store; tenantId: TenantId }>
}

// ---- who takes part --------------------------------------------------------------------------------------------

const person = (id: string, name: string, zone: string) => ({
  id,
  name,
  email: `${id}@people.example`,
  phone: null,
  zone,
  locale: 'en-GB',
})
const marta = person('marta', 'Marta Lindqvist', 'Europe/Berlin')
const jonas = person('jonas', 'Jonas Weber', 'Europe/Berlin')
const priya = person('priya', 'Priya Raman', 'Europe/London')
const tom = person('tom', 'Tom Okafor', 'Europe/London')
const stages = (['applied', 'interview', 'offer'] as const).map((status, at) => ({
  id: status,
  label: status,
  status,
  ordinal: at + 1,
}))

function applicationsOf(): AtsApplication[] {
  const application = (id: string, firstName: string, client: boolean): AtsApplication => ({
    id,
    candidate: {
      id: `c-${id}`,
      firstName,
      lastName: 'Whitfield',
      email: `${id}@people.example`,
      zone: 'Europe/London',
    },
    job: client ? { id: 'backend', title: 'Backend Engineer' } : { id: 'data', title: 'Data Analyst' },
    client: client ? { id: 'acme', name: 'Acme', country: 'DE' } : null,
    contacts: client ? [marta, jonas] : [],
    hiringManager: client ? null : priya,
    interviewers: client ? [] : [tom],
    stages,
    stageId: 'applied',
  })
  return [
    application('jane', 'Jane', true),
    application('beatriz', 'Beatriz', true),
    application('nadia', 'Nadia', false),
  ]
}

/** Each seed knows some of the faults only: rare combinations come up more often than with all of them at once. */
function drawFaults(world: World): Faults {
  const { random } = world
  if (random.chance(0.1)) return noFaults
  const some = (rate: number) => (random.chance(0.5) ? rate : 0)
  return {
    lost: some(0.06),
    answerLost: some(0.05),
    rateLimited: some(0.03),
    hang: some(0.02),
    refused: some(0.01),
    stale: some(0.2),
    kill: some(0.02),
    stop: some(0.01),
    freeze: some(0.01),
    doubleWake: some(0.15),
    doubleDelivery: some(0.3),
    skewMs: random.chance(0.3) ? 5 * minuteMs : 0,
  }
}

// ---- one run ---------------------------------------------------------------------------------------------------

export async function runSeed(
  seed: number,
  engine: Engine,
  options: { keepsHistory?: boolean } = {},
): Promise<SeedResult> {
  const world = openWorld({ seed, startsAt, keepsHistory: options.keepsHistory ?? false })
  const { random } = world
  const raw = await engine.open({ clock: world.clock, ids: world.ids })
  const { tenantId } = raw
  const server = openAtsServer(applicationsOf())
  const busy = new Map<string, BusyAnswer>()
  if (random.chance(0.5)) busy.set(tom.email, { kind: 'busy', times: [] })
  const outside: Outside = { server, mails: [], shown: [], busy, onMail: () => {}, onShown: () => {} }
  const submits: Submit[] = []
  const acked: { eventId: string; text: string }[] = []
  const secrets = new Map<string, { secret: string; mail: DeliveredMail }>()
  const closedAt = new Map<string, number>()
  const revokedAt = new Map<string, number>()
  const expiries = new Map<string, number>()
  const emails = new Map<string, string>()
  const seen = new Map<string, unknown>()

  // -- the store as the use cases see it

  function wrote(task: Task | null, table: string, row: Readonly<Record<string, unknown>>): void {
    if (task?.isReadOnly) world.problem('I11', `${task.name} wrote to ${table}`)
    if (table === 'audit') {
      world.note(`${String(row.action)} by ${String(row.actor).slice(0, 6)}: ${row.fromState} -> ${row.toState}`)
      if (row.toState === 'cancelled' && row.fromState !== 'cancelled')
        closedAt.set(String(row.requestId), world.step())
    }
    if (table === 'members' && row.email) emails.set(String(row.id), String(row.email))
    if (table === 'links' && row.expiresAt instanceof Date) expiries.set(String(row.hash), row.expiresAt.getTime())
    if (table === 'links' && row.revokedAt) revokedAt.set(String(row.id), world.step())
    for (const [what, at] of duesOf(table, row)) due(`${table} ${row.id} ${what}`, at)
    if (table === 'members' && row.alertedAt instanceof Date) alertFrom(row.alertedAt.getTime() + hourMs)
    const isStuck = /^(requests (noOverlap|declined|agreed)|effects (dead|asked))$/.test(`${table} ${row.state}`)
    if (isStuck) alertFrom(world.now())
  }

  /** What a write makes due, and when; null when it is due no more. */
  function duesOf(table: string, row: Readonly<Record<string, unknown>>): [string, number | null][] {
    const at = (field: string, shiftMs = 0): [string, number | null][] =>
      row[field] === undefined ? [] : [[field, row[field] instanceof Date ? row[field].getTime() + shiftMs : null]]
    switch (table) {
      case 'parties':
        return [
          ...at('remindAt'),
          ...(row.linkWarnedAt ? [['linkExpiresAt', null] as [string, null]] : at('linkExpiresAt', -dayMs)),
        ]
      case 'members':
        return at('nextBriefingAt')
      case 'interviews':
        return row.state === 'scheduled' ? at('endsAt', settings.gapMinutes * minuteMs + 1) : []
      case 'effects':
        return row.state === 'trying' ? at('claimedAt', 2 * minuteMs) : row.state ? [['claimedAt', null]] : []
      default:
        return []
    }
  }

  /** The recruiter, who never looks, is mailed about what needs her at most once an hour. */
  let alertsFrom = 0
  function alertFrom(at: number): void {
    alertsFrom = Math.max(alertsFrom, at)
    planMinute(alertsFrom, () => true)
  }

  const dues = new Map<string, number>()
  const minutes = new Map<number, (() => boolean)[]>()

  /** The next minute from `at` on is played, once for all who want it, if anybody still does when it comes. */
  function planMinute(at: number, isWanted: () => boolean): void {
    const number = Math.floor(at / minuteMs) + 1
    const known = minutes.get(number)
    if (known) known.push(isWanted)
    else {
      const wishes = [isWanted]
      minutes.set(number, wishes)
      world.plan(number * minuteMs + random.below(20_000), () => {
        minutes.delete(number)
        const stillWanted = wishes.filter((wish) => wish())
        if (stillWanted.length > 0) tick()
        if (stillWanted.length > 0 && random.chance(0.15)) tick()
      })
    }
  }

  /**
   * Time passes every minute; of these minutes only those are played in which something is due, and a few more. Whichever
   * process looks first may fail, so what is still due is looked at again.
   */
  function due(key: string, at: number | null): void {
    if (at === null) dues.delete(key)
    else if (dues.get(key) !== at) {
      dues.set(key, at)
      look(3)
    }
    function look(looksLeft: number): void {
      if (at === null || looksLeft === 0) return
      planMinute(Math.max(at, world.now()), () => {
        if (dues.get(key) !== at) return false
        look(looksLeft - 1)
        return true
      })
    }
  }

  /** Runs a transaction and hands its wake-ups on when it has committed. */
  async function inTenant<T>(task: Task | null, tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
    let wakes: (() => void)[] = []
    let writes: [string, Readonly<Record<string, unknown>>][] = []
    const value = await raw.store.inTenant(tenant, (tx) => {
      wakes = []
      writes = []
      return work(
        watchTx(tx, {
          wrote: (table, row) => writes.push([table, row]),
          wake: (kind, id, at) => {
            // A worker may be busy: what it comes to late may have been overtaken.
            wakes.push(() => world.wake(kind, id, at.getTime() + random.below(random.chance(0.3) ? 500 : 5_000)))
            if (world.isDoubleWake()) wakes.push(() => world.wake(kind, id, at.getTime() + random.below(2_000)))
          },
        }),
      )
    })
    for (const [table, row] of writes) wrote(task, table, row)
    for (const wake of wakes) wake()
    return value
  }
  const read = <T>(work: (tx: Tx) => Promise<T>) => world.perform(() => raw.store.inTenant(tenantId, work))

  function storeFor(task: Task): Store {
    return {
      ...raw.store,
      inTenant: (tenant, work) =>
        world.call(task, 'the database', () => inTenant(task, tenant, work), { isStore: true }),
      findLinkTenant: (hash) =>
        world.call(task, 'the database', () => raw.store.findLinkTenant(hash), { isStore: true }),
      listTenants: async () => [tenantId],
    }
  }
  const watched: Store = { ...raw.store, inTenant: (tenant, work) => inTenant(null, tenant, work) }
  const chat = createWebchat({ store: watched, clock: world.clock, ids: world.ids, live: createLiveFeed() })

  function depsFor(task: Task): Deps {
    return {
      store: storeFor(task),
      ats: atsPortFor(world, outside, task, seen),
      mail: mailPortFor(world, outside, task),
      calendar: calendarPortFor(world, outside, task, (id) => emails.get(id)),
      chat: new Map([[chat.surface, chatPortFor(world, outside, task, chat)]]),
      clock: world.clockOf(task),
      ids: world.ids,
      guestUrl: 'http://guest.test',
      mailFrom: 'interviews@parley.example',
      log: (event, facts) => {
        const error = String(facts?.error ?? '')
        // Outages are of our making; anything else that is logged is a failure of the code.
        if (!/does not answer|said no|asks us to wait|in the meantime|connection was lost/.test(error))
          world.problem('log', `${event} ${error}`)
      },
    }
  }
  world.setJobs({
    effect: (task, id) => performEffect(depsFor(task), tenantId, id as never),
    inbound: (task, id) => handleInbound(depsFor(task), tenantId, id as never),
  })

  // -- the passing of time

  function tick(): void {
    world.start(
      'the passing of a minute',
      async (task) => {
        const deps = depsFor(task)
        // The minutes that were not played: somebody was here, unless nobody was.
        const beatAt = new Date(world.takeDownFrom() ?? world.now())
        await world.perform(() => raw.store.inTenant(tenantId, (tx) => tx.update('settings', tenantId, { beatAt })))
        await sweepClaims(deps)
        await passTime(deps, tenantId)
        await world.sweep(raw.store, tenantId)
      },
      () => {},
    )
  }
  world.setHearers({
    onStart: () => planMinute(world.now(), () => true),
    onLost: () => planMinute(world.now() + 30_000, () => true),
  })

  // -- set-up: one recruiter with one conversation

  const recruiterId = world.ids.next('member')
  const threadId: ThreadId = world.ids.next('thread')
  const settings = {
    ...defaultSettings,
    agencyName: 'Alder & Finch',
    isSetUp: true,
    zone: 'Europe/Berlin',
    windowDays: 6,
    // Everybody's times begin at full hours: more starts would be more of the same.
    gridMinutes: 60 as const,
    quorum: random.chance(0.5) ? ('any' as const) : ('all' as const),
  }
  const setUpAt = world.clock.now()
  await world.perform(() =>
    inTenant(null, tenantId, async (tx) => {
      await tx.insert('settings', { id: tenantId, version: 0, data: settings, beatAt: setUpAt })
      await tx.insert('members', {
        id: recruiterId,
        name: 'Rosa Alder',
        email: 'rosa@people.example',
        phone: null,
        zone: 'Europe/Berlin',
        locale: 'en-GB',
        roles: ['recruiter', 'admin'],
        recordId: null,
        briefingMinute: random.chance(0.5) ? 8 * 60 : null,
        nextBriefingAt: null,
        alertedAt: null,
        createdAt: setUpAt,
      })
      await tx.insert('threads', {
        id: threadId,
        memberId: recruiterId,
        ...onWeb,
        externalId: threadId,
        title: 'Welcome',
        lastMessageAt: setUpAt,
        lastReadAt: setUpAt,
        createdAt: setUpAt,
      })
      for (const recordId of ['backend', 'data'])
        if (random.chance(0.8))
          await tx.insert('standingFormats', {
            id: world.ids.next('format'),
            scope: 'job',
            recordId,
            format: { kind: 'video', url: 'https://meet.example/room' },
          })
    }),
  )

  // -- what people do

  let eventCount = 0
  const isOver = { people: false }
  /** Mails and cards make people act, which makes more mails and cards: at some point they have done enough. */
  let patience = 10 + random.below(12)
  /** Everybody answers at once and means the same morning: two requests then want the same hour of the same contact. */
  const isRush = random.chance(0.45)
  /** Any contact may say yes, and the time is moved: somebody else may take part in the end. */
  const isSwap = isRush && random.chance(0.45)
  if (isSwap) patience += 14
  const isTired = () => {
    patience -= 1
    return isOver.people || patience < 0
  }
  const later = (mostMs: number) => world.now() + 1_000 + random.below(mostMs)

  /** A browser or a chat platform: delivers until it hears that it arrived, sometimes twice. */
  function deliver<T>(
    name: string,
    work: (deps: Deps) => Promise<T>,
    onDone: (value: T) => void = () => {},
    triesLeft = 4,
  ): void {
    world.start(
      name,
      (task) => work(depsFor(task)),
      (outcome) => {
        if (outcome.kind === 'ended') onDone(outcome.value)
        else if (outcome.kind === 'failed' && !(outcome.error instanceof ParleyError))
          world.problem('I5', `${name} threw ${String(outcome.error)}`)
        else if (triesLeft > 0 && !isOver.people)
          world.plan(later(90_000), () => deliver(name, work, onDone, triesLeft - 1))
      },
    )
  }
  function deliverOften<T>(name: string, work: (deps: Deps) => Promise<T>, onDone?: (value: T) => void): void {
    deliver(name, work, onDone)
    if (random.next() < world.faults().doubleDelivery)
      world.plan(world.now() + (random.chance(0.5) ? 0 : random.below(60_000)), () => deliver(name, work))
  }

  function type(text: string): void {
    eventCount += 1
    const eventId = `event-${eventCount}`
    const send = (deps: Deps) => receiveMessage(deps, { tenantId, memberId: recruiterId, threadId, text, eventId })
    world.note(`Rosa writes "${text}"`)
    let isAcked = false
    deliverOften('a message', send, () => {
      if (!isAcked) acked.push({ eventId, text })
      isAcked = true
    })
  }

  function press(thread: Thread, action: MessageAction): void {
    eventCount += 1
    const eventId = `press-${eventCount}`
    const day = new Date(world.now() + (2 + random.below(6)) * dayMs).toISOString().slice(0, 10)
    const fields = Object.fromEntries(
      (action.form ?? []).map((field) => {
        // A later day would meet nobody's times, and the move would come to nothing.
        if (field.name === 'fromOn') return [field.name, !isSwap && random.chance(0.7) ? day : '']
        if (field.name === 'times') return [field.name, 'tomorrow 9-12, in two days 9-15']
        if (field.name === 'details') return [field.name, 'https://meet.example/other']
        if (field.name === 'kind') return [field.name, 'video']
        if (field.kind === 'choice') return [field.name, random.pick(field.options)?.value ?? '']
        return [field.name, field.kind === 'text' && field.value !== '' ? field.value : 'because']
      }),
    )
    world.note(`${thread.memberId === recruiterId ? 'Rosa' : 'a member'} presses "${action.label}"`)
    const isTwice = random.chance(0.08)
    const send = (eventIdSent: string) =>
      deliverOften('a press', (deps) =>
        handleAction(deps, {
          tenantId,
          memberId: thread.memberId,
          threadId: thread.id,
          actionId: action.id,
          fields,
          eventId: eventIdSent,
        }),
      )
    send(eventId)
    if (isTwice) world.plan(world.now() + random.below(2_000), () => send(`${eventId}-again`))
  }

  /** One of the buttons on one of the pages, sometimes one that was shown long ago. */
  function pressAny(wanted: RegExp | null, mayBeOld = true): void {
    if (isTired()) return
    const cards = outside.shown.filter((s) => s.message.actions.length > 0)
    const latest = new Map<string, (typeof cards)[number]>()
    for (const shown of cards) if (shown.requestId) latest.set(`${shown.thread.id} ${shown.requestId}`, shown)
    const pool = mayBeOld && random.chance(0.2) ? cards : [...latest.values()]
    const shown = random.pick(wanted ? pool.filter((s) => s.message.actions.some((a) => wanted.test(a.label))) : pool)
    const action = random.pick((shown?.message.actions ?? []).filter((a) => wanted === null || wanted.test(a.label)))
    if (shown && action) press(shown.thread, action)
  }

  function windowsFrom(): OfferedWindow[] {
    const most = isRush ? 1 : 3
    const today = new Date(world.clock.now().toISOString().slice(0, 10)).getTime()
    const shapes = [
      [9, 12],
      [9, 12],
      [10, 11],
      [13, 16],
    ] as const
    return Array.from({ length: isRush ? 1 : 1 + random.below(2) }, () => {
      const day = today + (2 + random.below(most)) * dayMs
      const [from, to] = (isRush ? null : random.pick(shapes)) ?? [9, 11]
      return { startsAt: new Date(day + from * hourMs), endsAt: new Date(day + to * hourMs), level: 'good' as const }
    })
  }

  /** What a guest does when a link has come by mail, or later with a link that was kept. */
  async function answerBy(secret: string): Promise<void> {
    const look = await read(async (tx) => {
      const [link] = await tx.find('links', { where: { hash: hashSecret(secret) } })
      const party = link && (await tx.get('parties', link.partyId))
      const request = link && (await tx.get('requests', link.requestId))
      if (!link || !party || !request) return null
      const proposals = await tx.find('proposals', {
        where: { requestId: request.id, askRound: request.askRound, state: 'offered' },
        orderBy: [['rank', 'asc']],
        limit: 3,
      })
      return { link, party, request, proposals }
    })
    if (!look || isTired()) return
    const { link, party, request, proposals } = look
    const submit = (what: string, work: (deps: Deps) => Promise<GuestResult>) => {
      world.note(`${party.name} (${request.state}): ${what}`)
      const record = (value: GuestResult) => {
        const revoked = revokedAt.get(link.id)
        submits.push({
          what,
          linkId: link.id,
          partyId: party.id,
          outcome: value.kind,
          wasDead: (revoked !== undefined && revoked < begunAt) || link.expiresAt.getTime() <= begunMs,
        })
      }
      const begunAt = world.step()
      const begunMs = world.now() - 6 * minuteMs
      const guarded = async (deps: Deps) => {
        try {
          return await work(deps)
        } catch (error) {
          if (error instanceof ParleyError && error.code === 'badInput') return { kind: 'tooLate' as const }
          throw error
        }
      }
      deliver(what, guarded, record)
      if (random.chance(0.08)) deliver(`${what} (second click)`, guarded, record)
    }
    const drawn = isRush ? 0.3 + random.next() * 0.6 : random.next()
    const approve = () =>
      submit('approves', (deps) =>
        submitApproval(deps, {
          secret,
          proposalId: (isRush ? proposals[0] : random.pick(proposals))?.id ?? ('none' as never),
        }),
      )
    const offer = () => {
      const windows = windowsFrom()
      submit('offers times', (deps) =>
        submitAvailability(deps, {
          secret,
          windows,
          range: null,
          isFinal: true,
          zone: party.zone,
          locale: party.locale,
          note: null,
        }),
      )
    }
    if (drawn < 0.04) submit('declines', (deps) => submitDecline(deps, { secret, reason: 'no' }))
    else if (drawn < 0.08) approve()
    else if (request.state === 'confirmed') {
      if (drawn < 0.2) submit('moves', (deps) => submitMove(deps, { secret, reason: 'another day' }))
      else if (drawn < 0.26) submit('cancels', (deps) => submitCancel(deps, { secret, reason: 'no longer' }))
    } else if (['choosing', 'approving'].includes(request.state) && drawn < 0.92) approve()
    else offer()
  }

  outside.onMail = (mail) => {
    const { secret } = mail
    if (!secret) return
    secrets.set(hashSecret(secret), { secret, mail })
    const isQuestion = !/^(Thank you|We noted|Your times)/.test(mail.subject)
    if (!isOver.people && random.chance(isQuestion ? 0.9 : 0.1))
      world.plan(later(isRush ? 3 * minuteMs : random.chance(0.8) ? 20 * minuteMs : 20 * hourMs), () => {
        void world.perform(() => answerBy(secret))
      })
  }
  outside.onShown = (thread, message) => {
    if (isOver.people) return
    const wanted = isSwap ? /^Any one/ : /^(Marta|Jonas|All of them|Any one)/
    const choices = message.actions.filter((a) => wanted.test(a.label))
    const action = random.pick(choices)
    if (action && random.chance(0.9)) world.plan(later(60_000), () => press(thread, action))
    const asked = random.pick(message.actions)
    if (thread.memberId !== recruiterId && asked && random.chance(0.5))
      world.plan(later(30 * minuteMs), () => {
        if (!isTired()) press(thread, asked)
      })
  }

  const faultsOfSeed = isSwap && random.chance(0.6) ? noFaults : drawFaults(world)
  world.setFaults(faultsOfSeed)
  const order = () => (isRush ? '' : (random.pick(['', '', '', ', client first', ', candidate first']) ?? ''))
  const whom = () => (isSwap ? 'Acme' : isRush ? 'Marta' : (random.pick(['Acme', 'Marta', 'Marta']) ?? 'Marta'))
  type(`schedule Jane with ${whom()} for the Backend role${order()}`)
  const second = isSwap ? 1 : isRush ? 0 : random.next()
  const secondText =
    second < 0.6
      ? `schedule Beatriz with ${whom()} for the Backend role${order()}`
      : second < 0.75
        ? 'schedule Nadia with Priya for the Data role'
        : null
  if (secondText) world.plan(isRush || random.chance(0.5) ? world.now() : later(30 * minuteMs), () => type(secondText))
  const spanMs = (isRush ? 3 : random.chance(0.75) ? 8 : 60) * hourMs
  for (let count = random.below(5); count > 0; count--) world.plan(later(spanMs), () => pressAny(null))
  for (let count = random.below(3); count > 0; count--)
    world.plan(later(spanMs), () =>
      pressAny(
        /^(Find another time|Postpone|Cancel the request|Undo|How do they join|Keep the time|Try again|Send the mail)/,
      ),
    )
  if (random.chance(0.5)) world.plan(later(spanMs), tick)
  if (random.chance(0.3))
    world.plan(later(spanMs), () => type(random.pick(['nudge Jane', 'status', 'who is Jane?']) ?? ''))
  if (random.chance(0.5)) world.plan(later(isRush ? 6 * minuteMs : spanMs), moveByHand)
  // In some histories the recruiter writes instead of pressing.
  if (seed % 3 === 0)
    planWords({
      world,
      seed,
      spanMs,
      threadId,
      memberId: recruiterId,
      inTenant: (work) => inTenant(null, tenantId, work),
      isOver: () => isOver.people,
    })
  for (let count = random.below(3); count > 0; count--)
    world.plan(later(spanMs), () => {
      const kept = random.pick([...secrets.values()])
      if (kept) void world.perform(() => answerBy(kept.secret))
    })
  if (world.faults().skewMs > 0) for (let count = 3; count > 0; count--) world.plan(later(spanMs), world.jumpClock)
  if (isSwap)
    for (const minutes of [25, 60, 100])
      world.plan(world.now() + minutes * minuteMs, () => pressAny(/^Find another time/, false))
  // Questions of the product wait for a person; some of them always get one.
  if (random.chance(0.8))
    for (let at = 1; at <= 3; at++) world.plan(world.now() + at * hourMs, () => pressAny(/^How do they join/, false))

  function moveByHand(): void {
    for (const application of server.applications) {
      const stage = random.chance(0.7) ? stages.at(-1) : random.pick(stages)
      if (!stage || random.chance(0.3)) continue
      application.stageId = stage.id
      world.note(`somebody moves ${application.id} to ${stage.id} in the ATS`)
    }
  }

  // -- trouble, then calm

  await world.runUntil(world.now() + spanMs)
  isOver.people = true
  world.setFaults(noFaults)
  world.note('-- nothing breaks any more')
  // A message stamped by a clock that is ahead is young for one that is behind: the sweep waits for as long as they differ.
  for (const seconds of [150, 90, (2 * faultsOfSeed.skewMs) / 1_000]) {
    world.plan(world.now(), tick)
    await world.runUntil(world.now() + seconds * 1_000)
  }
  await checkAcked()
  for (let round = 0; round < 3; round++) {
    world.plan(world.now(), tick)
    await world.runUntil(world.now() + 4 * hourMs)
    if (!(await retryFailed())) break
  }
  const calmFromMs = world.now()
  // Long enough for a link to end, and the one that follows it: every mail brings a new one, the last reminder too.
  const tail = random.next()
  const isLong = tail > 0.9
  const tailMs = tail < 0.6 ? hourMs : isLong ? 3 * linkLifeDays * dayMs + hourMs : 4 * dayMs
  if (tailMs > hourMs && random.chance(0.7)) await awayAround()
  if (isLong) await submitAroundExpiry()
  await world.runUntil(world.now() + tailMs)
  world.plan(world.now(), tick)
  await world.runUntil(world.now() + 5 * minuteMs)
  if (isLong) {
    for (const { secret } of random.chance(0.5) ? [...secrets.values()].slice(-6) : []) submitTimes(secret, 0)
    await world.runUntil(world.now() + 5 * minuteMs)
  }

  /** Nobody is here when something falls due, or until shortly before an interview. */
  async function awayAround(): Promise<void> {
    const dueAt = random.pick([...dues.values()].filter((at) => at > world.now()))
    const interviews = await read((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
    const start = random.pick(interviews.map((i) => i.startsAt.getTime()).filter((at) => at > world.now()))
    const lastsMs = (20 + random.below(400)) * minuteMs
    const from =
      start !== undefined && random.chance(0.7)
        ? start - random.below(40 * minuteMs) - lastsMs
        : (dueAt ?? later(tailMs)) - random.below(lastsMs + 20 * minuteMs)
    world.plan(Math.max(world.now(), from), () => world.outage(lastsMs))
  }

  /** To the millisecond: what comes when the link has ended is refused, what comes before is not called expired. */
  async function submitAroundExpiry(): Promise<void> {
    const links = await read((tx) =>
      tx.find('links', { where: { revokedAt: null }, orderBy: [['id', 'desc']], limit: 4 }),
    )
    for (const link of links) {
      const secret = secrets.get(link.hash)?.secret
      if (!secret) continue
      const endsAt = link.expiresAt.getTime()
      const at = endsAt - random.below(2)
      world.plan(at, () => submitTimes(secret, endsAt))
    }
  }
  function submitTimes(secret: string, endsAt: number): void {
    let begunMs = 0
    const send = (deps: Deps) => {
      begunMs = world.now()
      const party = { zone: 'Europe/London', locale: 'en-GB' }
      return submitAvailability(deps, {
        secret,
        windows: windowsFrom(),
        range: null,
        isFinal: true,
        ...party,
        note: null,
      })
    }
    deliver('times at the end of a link', send, ({ kind }) => {
      world.note(`times ${endsAt - begunMs} ms before the end of a link: ${kind}`)
      if (begunMs >= endsAt && ['done', 'taken'].includes(kind) && !isAlive(secret))
        world.problem('I10', `a link was accepted ${begunMs - endsAt} ms after its end`)
      if (begunMs < endsAt && kind === 'expired') world.problem('I10', 'a link was refused before its end')
    })
    function isAlive(wanted: string): boolean {
      return endsAt === 0 && (expiries.get(hashSecret(wanted)) ?? 0) > begunMs
    }
  }

  /** Acknowledged means answered: two minutes after the faults have stopped no event is left waiting. */
  async function checkAcked(): Promise<void> {
    const rows = await read((tx) => tx.find('inbound', { where: { state: 'received' } }))
    for (const row of rows) world.problem('I5', `an event is still waiting: ${JSON.stringify(row.payload)}`)
  }

  /** The recruiter looks after what failed: a mail whose fate is unknown is sent again only when it has not arrived. */
  async function retryFailed(): Promise<boolean> {
    const failed = await read((tx) => tx.find('effects', { where: { state: { in: ['dead', 'asked'] } } }))
    const open = failed.filter(
      (e) => e.state === 'dead' || !outside.mails.some((m) => m.messageId.startsWith(`${e.id}@`)),
    )
    for (const effect of open)
      deliver('a retry', (deps) =>
        retryEffect(deps, tenantId, { actor: `member:${recruiterId}`, via: 'chat' }, effect.id),
      )
    return open.length > 0
  }

  const records = await read(readRecords)
  checkRun({
    world,
    outside,
    records,
    submits,
    acked,
    closedAt,
    recruiterId: recruiterId as MemberId,
    calmFromMs,
    skewMs: faultsOfSeed.skewMs,
  })
  if (seed % 10 === 0) await lookAtLinks()

  /** Opening a link changes nothing, whatever has become of its request. */
  async function lookAtLinks(): Promise<void> {
    const task: Task = {
      name: 'a look at a link',
      process: 0,
      startedStep: world.step(),
      isKilled: false,
      isReadOnly: true,
      onKilled: () => {},
    }
    const deps = depsFor(task)
    const store: Store = { ...raw.store, inTenant: (tenant, work) => inTenant(task, tenant, work) }
    const ats = { ...deps.ats, readApplication: async () => null }
    for (const { secret } of [...secrets.values()].slice(-4)) {
      const page = await readGuestPage({ ...deps, store, ats }, secret)
      if (page.page === 'unknown' && !isRevoked(secret)) world.problem('I10', 'a link that was mailed is not known')
    }
    const after = await read(readRecords)
    if (!isDeepStrictEqual(after, records)) world.problem('I11', 'looking at links changed rows')
  }
  function isRevoked(secret: string): boolean {
    return records.links.some((link) => link.hash === hashSecret(secret) && link.revokedAt !== null)
  }

  return {
    seed,
    problems: world.problems,
    history: world.history,
    records,
    facts: {
      steps: world.step(),
      faults: world.faultCount(),
      mails: outside.mails.length,
      confirmed: records.audit.some((a) => a.action === 'confirm'),
      cancelled: records.requests.some((r) => r.state === 'cancelled'),
    },
  }
}
