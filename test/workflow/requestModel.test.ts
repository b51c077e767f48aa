import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Message, messageSchema } from '../../src/bot/message.ts'
import { overlaps } from '../../src/domain/availability.ts'
import { isParleyError, ParleyError } from '../../src/domain/errors.ts'
import type { RequestId, ThreadId } from '../../src/domain/ids.ts'
import { isClosed, type RequestState, requestTransitions } from '../../src/domain/request.ts'
import { completeInterviews } from '../../src/workflow/completeInterviews.ts'
import { sweepClaims } from '../../src/workflow/effects.ts'
import {
  renewLink,
  submitApproval,
  submitAvailability,
  submitCancel,
  submitDecline,
  submitMove,
} from '../../src/workflow/guestActions.ts'
import { hashSecret } from '../../src/workflow/links.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { createFaultyAts } from '../fakes/faultyAts.ts'
import { approve, icsFacts, jane, jonas, marta, offer, openJane, video, wednesday } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

// Two requests that share a contact, driven by every button and every guest's submit in any order, against the real use cases.

const runCount = Number(process.env.PARLEY_MODEL_RUNS ?? 60)
const hourMs = 3_600_000

interface Real {
  loop: Loop
  fault: { isAtsDown: boolean; isMailDown: boolean }
  thread: ThreadId
  requestIds: RequestId[]
  /** An early card of each request: its buttons are pressed long after their time. */
  oldCards: Message[]
  secrets: Map<string, string>
}
/** What the world must agree with: whoever ended a request has ended it. */
interface Model {
  closed: Set<number>
}

/** How far the first request has come before the random steps begin; most sequences would not get to a booking by chance. */
type Start = 'asked' | 'offered' | 'booked' | 'moving'

async function openReal(
  quorum: 'all' | 'any',
  hasFormat: boolean,
  start: Start,
): Promise<{ model: Model; real: Real }> {
  const fault = { isAtsDown: false, isMailDown: false }
  const loop = await openLoop({
    ats: (ats) => createFaultyAts(ats, () => fault.isAtsDown),
    mail: (mail) => ({
      ...mail,
      send: async (tenantId, outgoing) => {
        if (fault.isMailDown)
          throw new ParleyError('unavailable', 'The mail server does not answer.', { retry: 'later' })
        return mail.send(tenantId, outgoing)
      },
    }),
  })
  const thread = await openJane(loop, '', quorum === 'all' ? 'All of them together' : 'Any one of them')
  if (hasFormat) await loop.press(thread, await loop.card(thread), 'How do they join?', video)
  if (start !== 'asked') {
    await loop.settle(30_000)
    for (const who of [jane, marta, jonas]) await offer(loop, who, [wednesday])
  }
  if (start === 'booked' || start === 'moving') {
    await approve(loop, marta)
    if (quorum === 'all') await approve(loop, jonas)
  }
  if (start === 'moving' && hasFormat) {
    await loop.press(thread, await loop.card(thread), 'Find another time')
    for (const who of [jane, marta, jonas]) await offer(loop, who, [wednesday])
  }
  await loop.say('schedule Beatriz with Marta for the Backend role', thread)
  const requests = await loop.tables((tx) => tx.find('requests', { orderBy: [['id', 'asc']] }))
  const real: Real = { loop, fault, thread, requestIds: requests.map((r) => r.id), oldCards: [], secrets: new Map() }
  for (const index of [0, 1]) real.oldCards.push(await cardOf(real, index))
  await loop.settle(30_000)
  return { model: { closed: new Set() }, real }
}

async function cardOf({ loop, requestIds }: Real, index: number): Promise<Message> {
  const requestId = requestIds[index] as RequestId
  const [card] = await loop.tables((tx) => tx.find('threadMessages', { where: { requestId, author: 'parley' } }))
  return messageSchema.parse(card?.message)
}

/** The newest mailed link of a party of a request; null when it was never written to. */
async function secretOf(real: Real, index: number, who: number): Promise<string | null> {
  const { loop } = real
  for (const mail of await loop.mails())
    for (const [, secret] of mail.text.matchAll(/http:\/\/guest\.test\/l\/([\w-]{43})/g))
      if (secret) real.secrets.set(hashSecret(secret), secret)
  const requestId = real.requestIds[index] as RequestId
  return loop.tables(async (tx) => {
    const parties = await tx.find('parties', { where: { requestId, role: { in: ['candidate', 'client'] } } })
    const party = parties.sort((a, b) => (a.id < b.id ? -1 : 1))[who % parties.length]
    const links = await tx.find('links', {
      where: { requestId, partyId: party?.id ?? ('' as never) },
      orderBy: [['createdAt', 'desc']],
    })
    return links.map((link) => real.secrets.get(link.hash)).find((secret) => secret !== undefined) ?? null
  })
}

// ---- what can be done ------------------------------------------------------------------------------------------

const mornings = [0, 1, 2, 3].map((day) => ({ day, hours: [8, 12] as const }))
const shapes = [...mornings, { day: 1, hours: [8, 9] as const }, { day: 2, hours: [13, 17] as const }]

/** Windows on the days after tomorrow, so that they are never in the past when the clock has moved. */
function windowsOf(real: Real, picks: readonly number[]) {
  const today = new Date(real.loop.clock.now().toISOString().slice(0, 10))
  return picks.map((pick) => {
    const { day, hours } = shapes[pick % shapes.length] ?? { day: 0, hours: [8, 12] as const }
    const at = (hour: number) => new Date(today.getTime() + (day + 3) * 24 * hourMs + hour * hourMs)
    return { startsAt: at(hours[0]), endsAt: at(hours[1]), level: 'good' as const }
  })
}

type Step =
  | { kind: 'offer'; request: number; who: number; picks: number[] }
  | { kind: 'approve'; request: number; who: number; index: number }
  | { kind: 'decline' | 'guestMove' | 'guestCancel' | 'renew'; request: number; who: number }
  | { kind: 'press'; request: number; index: number; isOld: boolean }
  | { kind: 'tick'; minutes: number }
  | { kind: 'ats' | 'mail'; isDown: boolean }

const request = fc.nat({ max: 1 })
const who = fc.nat({ max: 2 })
const steps = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('offer' as const),
      request,
      who,
      picks: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('approve' as const), request, who, index: fc.nat({ max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('decline' as const, 'guestMove' as const, 'guestCancel' as const, 'renew' as const),
      request,
      who,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      request,
      index: fc.nat({ max: 11 }),
      isOld: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('tick' as const), minutes: fc.constantFrom(1, 61, 600, 2 * 1440) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('ats' as const, 'mail' as const), isDown: fc.boolean() }) },
)

/** Fills a button's form with something that can be meant. */
function fieldsFor(real: Real, action: Message['actions'][number]): Record<string, string> {
  const day = new Date(real.loop.clock.now().getTime() + 5 * 24 * hourMs).toISOString().slice(0, 10)
  return Object.fromEntries(
    (action.form ?? []).map((field) => {
      if (field.name === 'fromOn') return [field.name, day]
      if (field.name === 'times') return [field.name, 'tomorrow 9-12, Friday 9-12']
      if (field.name === 'details') return [field.name, 'https://meet.acme.example/other']
      if (field.kind === 'choice') return [field.name, field.options[0]?.value ?? '']
      return [field.name, 'because']
    }),
  )
}

async function runStep(step: Step, model: Model, real: Real): Promise<void> {
  const { loop } = real
  switch (step.kind) {
    case 'tick':
      await loop.settle(step.minutes * 60_000)
      await completeInterviews(loop.deps, loop.tenantId)
      await loop.settle()
      for (const { id, state } of await loop.tables((tx) => tx.find('requests', {})))
        if (isClosed(state)) model.closed.add(real.requestIds.indexOf(id))
      return
    case 'ats':
      real.fault.isAtsDown = step.isDown
      return
    case 'mail':
      real.fault.isMailDown = step.isDown
      return
    case 'press': {
      const card = step.isOld ? real.oldCards[step.request] : await cardOf(real, step.request)
      const actions = card?.actions ?? []
      const action = actions[step.index % Math.max(1, actions.length)]
      if (!card || !action) return
      const wasClosed = model.closed.has(step.request)
      const outcome = await loop.press(real.thread, card, action.label, fieldsFor(real, action))
      // A nudge answers in words that nobody has to answer; a failed step of the ending may still be tried again.
      const mayBeOk = /^(Nudge|Try again)/.test(action.label)
      if (wasClosed && !mayBeOk) expect([action.label, outcome.kind]).not.toEqual([action.label, 'ok'])
      if (outcome.kind === 'ok' && ['Undo', 'Cancel the request'].includes(action.label)) model.closed.add(step.request)
      return
    }
    default: {
      const secret = await secretOf(real, step.request, step.who)
      if (secret) await runGuestStep(step, secret, model, real)
      await loop.settle()
    }
  }
}

async function runGuestStep(
  step: Exclude<Step, { kind: 'tick' | 'ats' | 'mail' | 'press' }>,
  secret: string,
  model: Model,
  real: Real,
) {
  const { deps } = real.loop
  const wasClosed = model.closed.has(step.request)
  const run = async () => {
    switch (step.kind) {
      case 'offer':
        return submitAvailability(deps, {
          secret,
          windows: windowsOf(real, step.picks),
          range: null,
          isFinal: true,
          zone: 'Europe/Berlin',
          locale: 'en-GB',
          note: null,
        })
      case 'approve': {
        const page = await readGuestPage(deps, secret)
        const times = page.page === 'approval' || page.page === 'choice' ? [...page.proposals, ...page.more] : []
        return submitApproval(deps, { secret, proposalId: times[step.index % Math.max(1, times.length)]?.id ?? 'none' })
      }
      case 'decline':
        return submitDecline(deps, { secret, reason: 'no' })
      case 'guestMove':
        return submitMove(deps, { secret, reason: 'another day' })
      case 'guestCancel':
        return submitCancel(deps, { secret, reason: 'no longer' })
      case 'renew':
        await renewLink(deps, secret)
        return { kind: 'done' as const }
    }
  }
  const outcome = await run().catch((error: unknown) => {
    if (isParleyError(error, 'badInput')) return { kind: 'badInput' as const }
    throw error
  })
  if (wasClosed && step.kind !== 'renew') expect(['tooLate', 'expired', 'badInput', 'unknown']).toContain(outcome.kind)
  if (outcome.kind === 'done' && step.kind === 'guestCancel') model.closed.add(step.request)
}

// ---- what must hold after each step ----------------------------------------------------------------------------

async function checkWorld(model: Model, { loop, requestIds }: Real): Promise<void> {
  expect(loop.logged).toEqual([])
  const world = await loop.tables(async (tx) => ({
    requests: await tx.find('requests', {}),
    audit: await tx.find('audit', { orderBy: [['id', 'asc']] }),
    holds: await tx.find('holds', { where: { state: { in: ['held', 'confirmed'] } } }),
    interviews: await tx.find('interviews', { where: { state: { not: 'cancelled' } } }),
    parties: await tx.find('parties', {}),
    effects: await tx.find('effects', { where: { kind: { in: ['mail', 'invitation'] } } }),
  }))

  for (const [i, a] of world.holds.entries())
    for (const b of world.holds.slice(i + 1))
      if (a.personKey === b.personKey && overlaps(a, b)) throw new Error(`${a.personKey} is held twice`)

  for (const [index, id] of requestIds.entries()) {
    const request = world.requests.find((r) => r.id === id)
    if (!request) throw new Error('the request is still there')
    const live = world.interviews.filter((i) => i.requestId === id && i.state === 'scheduled')
    const holds = world.holds.filter((h) => h.requestId === id)
    expect(isClosed(request.state)).toBe(model.closed.has(index))
    if (isClosed(request.state)) expect(live).toEqual([])
    // What took place keeps its reservation in the past, where it disturbs nobody.
    if (isClosed(request.state)) expect(holds.filter((h) => h.endsAt > loop.clock.now()).length).toBe(0)
    if (request.state === 'confirmed') expect(live).toHaveLength(1)
    if (request.state !== 'completed')
      expect(live.map((i) => i.id)).toEqual(request.interviewId === null ? [] : [request.interviewId])
    for (const interview of live) {
      const keys = world.parties.filter((p) => interview.partyIds.includes(p.id)).map((p) => p.personKey)
      const held = holds.filter((h) => h.state === 'confirmed' && overlaps(h, interview)).map((h) => h.personKey)
      expect(held.sort()).toEqual(keys.sort())
    }
    if (request.state === 'agreed') expect(holds.length).toBeGreaterThan(1)
    let state: RequestState | null = null
    for (const row of world.audit.filter((a) => a.requestId === id)) {
      const to = row.toState as RequestState
      if (state !== null) {
        expect(row.fromState).toBe(state)
        if (to !== state) expect(requestTransitions[state]).toContain(to)
      }
      state = to
    }
    expect(request.state).toBe(state)
  }

  await checkMails(loop, world)
}

async function checkMails(
  loop: Loop,
  world: Pick<Awaited<ReturnType<typeof readParties>>, 'parties' | 'interviews' | 'effects'>,
): Promise<void> {
  const calendars = new Map<string, ReturnType<typeof icsFacts>[]>()
  for (const mail of await loop.mails()) {
    const effect = world.effects.find((e) => mail.messageId.startsWith(`${e.id}@`))
    const partyId = effect && 'partyId' in effect.payload ? effect.payload.partyId : ''
    const party = world.parties.find((p) => p.id === partyId)
    expect(party?.requestId).toBe(effect?.requestId)
    expect(mail.toLine).toContain(`<${party?.email}>`)
    if (mail.ics === null) continue
    const key = `${effect?.interviewId} ${partyId}`
    calendars.set(key, [...(calendars.get(key) ?? []), icsFacts(mail.ics)])
  }
  const isOwed = world.effects.some((e) => e.kind === 'invitation' && !['done', 'withdrawn'].includes(e.state))
  const live = new Set(world.interviews.flatMap((i) => i.partyIds.map((partyId) => `${i.id} ${partyId}`)))
  for (const [key, messages] of calendars) {
    expect(new Set(messages.map((m) => m.uid)).size).toBe(1)
    const sequences = messages.map((m) => m.sequence)
    for (const [i, sequence] of sequences.entries()) if (i > 0) expect(sequence).toBeGreaterThan(sequences[i - 1] ?? -1)
    const [, partyId] = key.split(' ')
    const isRecruiter = world.parties.find((p) => p.id === partyId)?.role === 'recruiter'
    if (!isRecruiter && !isOwed) expect([key, messages.at(-1)?.method === 'REQUEST']).toEqual([key, live.has(key)])
  }
  for (const key of live) expect(isOwed || calendars.has(key)).toBe(true)
}

/** After the faults have stopped and everything owed is done, the ATS says the same as we do. */
async function checkAts({ loop, fault }: Real): Promise<void> {
  fault.isAtsDown = false
  fault.isMailDown = false
  await loop.settle(4 * hourMs)
  await sweepClaims(loop.deps)
  await loop.settle()
  const world = await readParties(loop)
  const records = await loop.tables((tx) => tx.find('atsInterviews', { where: { status: 'SCHEDULED' } }))
  const dead = await loop.tables((tx) => tx.count('effects', { state: { in: ['dead', 'asked', 'trying'] } }))
  if (dead === 0)
    expect(records.map((r) => [r.externalKey, r.startAt.toISOString()]).sort()).toEqual(
      world.interviews.map((i) => [i.id, i.startsAt.toISOString()]).sort(),
    )
}

function readParties(loop: Loop) {
  return loop.tables(async (tx) => ({
    interviews: await tx.find('interviews', { where: { state: 'scheduled' } }),
    parties: await tx.find('parties', {}),
    effects: await tx.find('effects', {}),
  }))
}

const commandOf = (step: Step): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run: async (model, real) => {
    await runStep(step, model, real)
    await checkWorld(model, real)
  },
  toString: () => JSON.stringify(step),
})

it(`keeps every promise through ${runCount} random sequences of up to 30 presses, answers, refusals and outages`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('all' as const, 'any' as const),
      fc.boolean(),
      fc.constantFrom<Start>('asked', 'offered', 'booked', 'moving'),
      fc.commands([steps.map((step) => commandOf(step as Step))], { maxCommands: 30, size: 'max' }),
      async (quorum, hasFormat, start, commands) => {
        const opened = await openReal(quorum, hasFormat, start)
        await fc.asyncModelRun(() => opened, commands)
        await checkAts(opened.real)
        await checkWorld(opened.model, opened.real)
      },
    ),
    { numRuns: runCount },
  )
}, 600_000)
