import { overlaps } from '../../src/domain/availability.ts'
import { attemptCountMax, type Effect } from '../../src/domain/effect.ts'
import type { MemberId } from '../../src/domain/ids.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { approverRoles } from '../../src/domain/party.ts'
import { isClosed, type RequestState, requestTransitions } from '../../src/domain/request.ts'
import type { TableName, Tables, Tx } from '../../src/store/port.ts'
import { tableNames } from '../../src/store/tables.ts'
import type { DeliveredMail, Outside } from './outside.ts'
import { inWords } from './words.ts'
import type { World } from './world.ts'

// What must hold when everything is quiet, numbered as in the design. What reached the outside counts, our rows are compared with it.
// I1  nobody's reservations overlap, and no two live events of different interviews overlap in anybody's calendar
// I2  a standing interview is exactly one live event in each participant's calendar, at its time; a cancelled one is none
// I3  each interview is one ATS record with its state and time, each log entry is there once
// I4  one message per (recipient, UID, SEQUENCE, METHOD) unless a person asked for it again; a CANCEL has a higher SEQUENCE than what it cancels
// I5  every acknowledged message is handled, with its line in the thread; nothing owed and due is left over (also: 4 minutes after the faults, and as long as clocks differ)
// I6  a message of a person is one line and has at most one answer; a mail goes out once
// I7  we moved a stage only from where it was when the request was opened
// I10 no revoked or expired link changed anything, to the millisecond; nobody decided what is another party's to decide;
//     whoever is silent until the link ends gets one new link by itself, then the recruiter is told once
// I11 looking at links writes nothing (every tenth seed)
// I13 day-of reminders, reminders and briefings once each, none for what had ended before it was begun; after an outage
//     nothing later than 15 minutes after its moment, and no day-of reminder in the last half hour
// I14 what is cancelled leaves no reservation, no live event and a cancelled ATS record
// I15 mails go to the party they were owed to, of that request
// I16 no effect has more than 12 attempts, and what failed is told in the thread
// I17 the kills and the ends of the run: everything above holds after processes died, were asked to end with 10 seconds for
//     what they were doing, and started again, anywhere between two calls
// I18 requests move along their table and stay ended
// Not here: I8 and I9 need real adapters, I12 is a property of pure code with tests of its own.

export type Records = { [T in TableName]: Tables[T][] }

export async function readRecords(tx: Tx): Promise<Records> {
  const records: Record<string, unknown[]> = {}
  for (const table of tableNames) records[table] = await tx.find(table, {})
  return records as unknown as Records
}

export interface Submit {
  what: string
  linkId: string
  partyId: string
  outcome: string
  /** The link had been revoked, or had expired, before the submit began. */
  wasDead: boolean
}

interface Run {
  world: World
  outside: Outside
  records: Records
  submits: readonly Submit[]
  acked: readonly { eventId: string; text: string }[]
  /** At which step of the run a request was cancelled. */
  closedAt: ReadonlyMap<string, number>
  recruiterId: MemberId
  /** From then on nobody acts; time alone passes. */
  calmFromMs: number
  /** How far a process may have been off. */
  skewMs: number
}

export function checkRun(run: Run): void {
  checkHolds(run)
  checkCalendars(run)
  checkAts(run)
  checkEffects(run)
  checkAsked(run)
  checkMails(run)
  checkLateness(run)
  checkThread(run)
  checkLinks(run)
  checkExpiry(run)
  checkStates(run)
}

function checkHolds({ world, records }: Run): void {
  const active = records.holds.filter((h) => h.state !== 'released')
  for (const [i, a] of active.entries())
    for (const b of active.slice(i + 1))
      if (a.personKey === b.personKey && overlaps(a, b))
        world.problem('I1', `${a.personKey} is reserved twice from ${a.startsAt.toISOString()}`)
  for (const request of records.requests) {
    const holds = active.filter((h) => h.requestId === request.id)
    const live = records.interviews.filter((i) => i.requestId === request.id && i.state === 'scheduled')
    if (request.state === 'cancelled' && holds.length > 0)
      world.problem('I14', 'a cancelled request keeps reservations')
    for (const interview of live)
      for (const party of records.parties.filter((p) => interview.partyIds.includes(p.id)))
        if (!holds.some((h) => h.personKey === party.personKey && h.state === 'confirmed' && overlaps(h, interview)))
          world.problem('I1', `${party.name} has an interview without a reservation`)
    const mayHold = live.length > 0 || ['approving', 'agreed', 'completed'].includes(request.state)
    if (!mayHold && holds.length > 0) world.problem('I1', `a request that is ${request.state} keeps reservations`)
    if (request.state === 'agreed' && holds.length === 0) world.problem('I1', 'an agreed time is not reserved')
  }
}

/** By UID and SEQUENCE, as calendars do it: the highest wins. */
function standingEvents(mails: readonly DeliveredMail[]) {
  const standing = new Map<string, DeliveredMail>()
  for (const mail of mails) {
    if (!mail.calendar) continue
    const key = `${mail.to} ${mail.calendar.uid}`
    const before = standing.get(key)
    if (!before?.calendar || before.calendar.sequence <= mail.calendar.sequence) standing.set(key, mail)
  }
  return standing
}

const stampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

function checkCalendars({ world, outside, records, recruiterId }: Run): void {
  const invitations = new Map(records.invitations.map((i) => [i.uid, i]))
  const requestsOfUid = new Map<string, number>()
  for (const { calendar, to } of outside.mails) {
    if (!calendar) continue
    if (!invitations.has(calendar.uid)) world.problem('I4', `a calendar object of no interview went to ${to}`)
    const key = `${to} ${calendar.uid}`
    if (calendar.method === 'REQUEST') requestsOfUid.set(key, Math.max(requestsOfUid.get(key) ?? -1, calendar.sequence))
  }
  for (const { calendar, to } of outside.mails) {
    if (calendar?.method !== 'CANCEL') continue
    const lower = outside.mails.some(
      (m) =>
        m.to === to &&
        m.calendar?.uid === calendar.uid &&
        m.calendar.method === 'REQUEST' &&
        m.calendar.sequence === calendar.sequence,
    )
    if (lower) world.problem('I4', `a CANCEL to ${to} has the SEQUENCE ${calendar.sequence} of what it cancels`)
  }

  const standing = standingEvents(outside.mails)
  const liveOf = new Map<string, { interview: Interview; mail: DeliveredMail }[]>()
  for (const mail of standing.values()) {
    const invitation = mail.calendar && invitations.get(mail.calendar.uid)
    const interview = records.interviews.find((i) => i.id === invitation?.interviewId)
    if (!invitation || !interview || mail.calendar?.method !== 'REQUEST') continue
    const party = records.parties.find((p) => p.requestId === interview.requestId && p.email.toLowerCase() === mail.to)
    const isCopy = party?.memberId === recruiterId && !interview.partyIds.includes(party.id)
    const isIn = party !== undefined && (interview.partyIds.includes(party.id) || isCopy)
    if (interview.state === 'cancelled')
      world.problem('I14', `${mail.to} still has a cancelled interview in the calendar`)
    else if (!isIn) world.problem('I2', `${mail.to} takes part no longer, but has a live event`)
    else if (mail.calendar.startsAt !== stampOf(interview.startsAt))
      world.problem('I2', `${mail.to} has ${mail.calendar.startsAt}, agreed is ${stampOf(interview.startsAt)}`)
    if (!isCopy) liveOf.set(mail.to, [...(liveOf.get(mail.to) ?? []), { interview, mail }])
  }
  for (const [to, live] of liveOf)
    for (const [i, a] of live.entries())
      for (const b of live.slice(i + 1)) {
        if (a.interview.id === b.interview.id) world.problem('I2', `${to} has two events for one interview`)
        else if (overlaps(a.interview, b.interview) && !isPast(a.interview) && !isPast(b.interview))
          world.problem('I1', `${to} has two interviews at ${a.mail.calendar?.startsAt}`)
      }
  for (const interview of records.interviews) {
    if (interview.state !== 'scheduled') continue
    for (const partyId of interview.partyIds) {
      const party = records.parties.find((p) => p.id === partyId)
      const has = (liveOf.get(party?.email.toLowerCase() ?? '') ?? []).filter((l) => l.interview.id === interview.id)
      if (has.length !== 1) world.problem('I2', `${party?.name} has ${has.length} live events for an interview`)
    }
  }
  function isPast(interview: Interview): boolean {
    return interview.endsAt.getTime() < world.now()
  }
}

function checkAts({ world, outside, records }: Run): void {
  const { server } = outside
  const statusOf = { scheduled: 'SCHEDULED', completed: 'COMPLETE', cancelled: 'CANCELED' } as const
  for (const interview of records.interviews) {
    const own = server.interviews.filter((i) => i.externalEventXref && i.externalKey === interview.id)
    const [record] = own
    if (own.length !== 1) world.problem('I3', `an interview is ${own.length} records in the ATS`)
    else if (record?.status !== statusOf[interview.state])
      world.problem('I3', `the ATS says ${record?.status}, the interview is ${interview.state}`)
    else if (interview.state === 'scheduled' && record.startAt.getTime() !== interview.startsAt.getTime())
      world.problem('I3', `the ATS says ${record.startAt.toISOString()}, agreed is ${interview.startsAt.toISOString()}`)
    const logKey = `${interview.requestId}:log:booked:${interview.id}:${interview.sequence}`
    if (interview.state === 'scheduled' && !records.effects.some((e) => e.key === logKey))
      world.problem('I3', 'a booking is not owed to the ATS log')
  }
  for (const record of server.interviews)
    if (!records.interviews.some((i) => i.id === record.externalKey))
      world.problem('I3', 'the ATS has an interview of ours that we do not know')
  for (const effect of records.effects) {
    if (effect.kind !== 'atsLog' || effect.state !== 'done') continue
    const entries = server.activities.filter(
      (a) => a.externalKey === effect.key || a.externalKey.startsWith(`${effect.key}:`),
    )
    if (entries.length !== 1) world.problem('I3', `${describe(effect)} is ${entries.length} entries in the ATS`)
  }
  for (const move of server.moves)
    if (
      !records.effects.some(
        ({ payload }) =>
          payload.kind === 'atsStage' &&
          payload.applicationId === move.applicationId &&
          payload.fromStageId === move.from &&
          payload.toStageId === move.to,
      )
    )
      world.problem('I7', `moved from "${move.from}" to "${move.to}", which was not owed`)
}

function checkEffects({ world, records }: Run): void {
  const now = world.now()
  for (const effect of records.effects) {
    if (effect.state === 'owed' && effect.nextAttemptAt.getTime() <= now - 60_000)
      world.problem('I5', `${describe(effect)} is owed and due, but nobody does it`)
    if (effect.state === 'trying') world.problem('I5', `${describe(effect)} is left claimed`)
    if (effect.state === 'dead') world.problem('I5', `${describe(effect)} is dead: ${effect.lastError?.sentence}`)
    if (effect.attempts > attemptCountMax)
      world.problem('I16', `${describe(effect)} was tried ${effect.attempts} times`)
    if (effect.state !== 'asked' || !effect.requestId) continue
    if (!records.threadMessages.some((m) => m.effectKey?.startsWith(`say:${effect.id}:`)))
      world.problem('I16', `${describe(effect)} failed and nobody was told`)
  }
}

/** Nobody is waited for who was never asked. */
function checkAsked({ world, records }: Run): void {
  for (const party of records.parties) {
    const request = records.requests.find((r) => r.id === party.requestId)
    if (!request || isClosed(request.state) || party.answer !== 'asked' || party.memberId) continue
    const isAsked = records.effects.some(
      ({ payload }) =>
        payload.kind === 'mail' &&
        payload.partyId === party.id &&
        ['request', 'askAnew', 'nothingFits'].includes(payload.template),
    )
    if (!isAsked) world.problem('I5', `we wait for ${party.name}, who was never asked`)
  }
}

function describe(effect: Effect): string {
  return `${effect.kind} ${effect.key.replace(/\d{12,}(?=\d{4})/g, '')}`
}

function checkMails({ world, outside, records, closedAt }: Run): void {
  const effects = new Map(records.effects.map((e) => [e.id as string, e]))
  const retries = new Map<string, number>()
  for (const row of records.audit)
    if (row.action === 'retry') {
      const id = String(row.data.effectId)
      retries.set(id, (retries.get(id) ?? 0) + 1)
    }
  const sent = new Map<string, number>()
  const dayOf = new Map<string, string>()
  for (const mail of outside.mails) {
    const effectId = mail.messageId.slice(0, mail.messageId.indexOf('@'))
    const effect = effects.get(effectId)
    const payload = effect?.payload
    const times = (sent.get(effectId) ?? 0) + 1
    sent.set(effectId, times)
    if (effect && times > 1 + (retries.get(effectId) ?? 0))
      world.problem('I6', `${describe(effect)} went out ${times} times`)
    if (payload?.kind === 'briefing') {
      if (records.members.find((m) => m.id === payload.memberId)?.email.toLowerCase() !== mail.to)
        world.problem('I15', `a briefing went to ${mail.to}`)
      const day = `briefing ${payload.memberId} ${payload.on} ${payload.interviewId} ${payload.sequence}`
      if (dayOf.has(day) && dayOf.get(day) !== effectId) world.problem('I13', `two briefings went to ${mail.to}`)
      dayOf.set(day, effectId)
      continue
    }
    if (!effect || !payload || !('partyId' in payload)) {
      world.problem('I15', `a mail to ${mail.to} belongs to nothing that was owed`)
      continue
    }
    const party = records.parties.find((p) => p.id === payload.partyId)
    if (party?.requestId !== effect.requestId || party.email.toLowerCase() !== mail.to)
      world.problem('I15', `a mail for ${party?.name} went to ${mail.to}`)
    if (payload.kind !== 'mail') continue
    const ended = closedAt.get(effect.requestId ?? '')
    const isReminder = ['reminder', 'dayOf', 'request', 'askAnew', 'choice', 'approval'].includes(payload.template)
    if (isReminder && ended !== undefined && ended < mail.startedStep)
      world.problem('I13', `a ${payload.template} to ${mail.to} went out after the request was cancelled`)
    if (payload.template !== 'dayOf') continue
    const key = `${payload.data.interviewId} ${payload.data.sequence} ${payload.partyId}`
    const other = dayOf.get(key)
    if (other !== undefined && other !== effectId) world.problem('I13', `two day-of reminders went to ${mail.to}`)
    dayOf.set(key, effectId)
  }
}

const lateAfterMs = 15 * 60_000
const dayOfLatestMs = 30 * 60_000

/** What has a moment of its own comes at that moment or not at all. A hand-over may hang for ten seconds, a clock be off. */
function checkLateness({ world, outside, records, skewMs }: Run): void {
  const slackMs = skewMs + 20_000
  const effects = new Map(records.effects.map((e) => [e.id as string, e]))
  const lateBy = (at: number, dueAt: string) => {
    const lateMs = at - new Date(dueAt).getTime()
    return lateMs > lateAfterMs + slackMs ? `${Math.round(lateMs / 60_000)} minutes late` : null
  }
  for (const mail of outside.mails) {
    const payload = effects.get(mail.messageId.slice(0, mail.messageId.indexOf('@')))?.payload
    if (payload?.kind === 'briefing') {
      const late = lateBy(mail.at, payload.dueAt)
      if (late) world.problem('I13', `a briefing to ${mail.to} came ${late}`)
    }
    if (payload?.kind !== 'mail') continue
    if (payload.template === 'reminder' && payload.data.dueAt) {
      const late = lateBy(mail.at, payload.data.dueAt)
      if (late) world.problem('I13', `a reminder to ${mail.to} came ${late}`)
    }
    const interview = records.interviews.find((i) => i.id === payload.data.interviewId)
    if (payload.template !== 'dayOf' || String(interview?.sequence) !== payload.data.sequence) continue
    if (interview && mail.at > interview.startsAt.getTime() - dayOfLatestMs + slackMs)
      world.problem('I13', `a day-of reminder to ${mail.to} came ${new Date(mail.at).toISOString()}`)
  }
  for (const effect of records.effects) {
    if (effect.payload.kind !== 'briefing' || effect.payload.via !== 'chat') continue
    const line = records.threadMessages.find((m) => m.effectKey === effect.key)
    const late = line && lateBy(line.createdAt.getTime(), effect.payload.dueAt)
    if (late) world.problem('I13', `a briefing in the chat came ${late}`)
  }
}

/** Who has not answered when a day is left gets one new link; when that ends too, the recruiter is told, once. */
function checkExpiry({ world, records, calmFromMs }: Run): void {
  for (const party of records.parties) {
    const linesOf = (what: string) =>
      records.threadMessages.filter((m) => m.effectKey?.startsWith(`say:${party.id}:${what}`))
    const renewed = linesOf('linkRenewed:')
    if (renewed.length !== party.linkRenewedCount)
      world.problem('I10', `${party.name} got ${party.linkRenewedCount} new links, told were ${renewed.length}`)
    const request = records.requests.find((r) => r.id === party.requestId)
    const isAwaited = request?.state === 'collecting' && party.answer === 'asked' && !party.memberId
    const warnAtMs = (party.linkExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - 24 * 3_600_000
    if (!isAwaited || warnAtMs < calmFromMs || warnAtMs + 3 * 60_000 > world.now()) continue
    const told = linesOf(`linkExpires:${party.linkExpiresAt?.toISOString()}`).length
    if (told !== 1)
      world.problem('I10', `the last link of ${party.name} ended and the recruiter was told ${told} times`)
  }
}

function checkThread({ world, records, acked }: Run): void {
  const lines = records.threadMessages.filter((m) => m.author === 'member' && !m.text.startsWith(inWords))
  for (const { eventId, text } of acked) {
    const event = records.inbound.find((e) => e.externalId === eventId || e.externalId.startsWith(`${eventId}:`))
    if (!event) world.problem('I5', `"${text}" was acknowledged and is lost`)
    else if (event.state === 'received') world.problem('I5', `"${text}" was acknowledged and never handled`)
    else if (event.state === 'refused' && !records.threadMessages.some((m) => m.effectKey === `say:${event.id}`))
      world.problem('I5', `"${text}" was refused without a word`)
    if (!lines.some((m) => m.text === text)) world.problem('I5', `"${text}" has no line in the thread`)
  }
  const events = records.inbound.filter((e) => e.payload.kind === 'message')
  const given = new Set(events.map((e) => /^event-\d+/.exec(e.externalId)?.[0]))
  if (lines.length > given.size) world.problem('I6', `${given.size} messages of a person are ${lines.length} lines`)
  if (events.length > given.size) world.problem('I6', `${given.size} messages were handled as ${events.length}`)
}

function checkLinks({ world, records, submits }: Run): void {
  for (const submit of submits)
    if (submit.wasDead && submit.outcome === 'done')
      world.problem('I10', `a link that had ended was accepted: ${submit.what}`)
  const approvals = new Set<string>()
  for (const approval of records.approvals) {
    const party = records.parties.find((p) => p.id === approval.partyId)
    const isOwn =
      approval.decision === 'chosen'
        ? party?.role === 'candidate'
        : party?.role === 'recruiter' ||
          approverRoles.some((role) => role === party?.role) ||
          isInHouseFirst(party?.role)
    if (!isOwn || party?.requestId !== approval.requestId)
      world.problem('I10', `the ${party?.role} ${approval.decision} what is another party's to decide`)
    const key = `${approval.proposalId} ${approval.partyId} ${approval.decision}`
    if (approvals.has(key)) world.problem('I6', `${party?.name} ${approval.decision} the same time twice`)
    approvals.add(key)
  }
}

/** Where a job has no hiring manager its first interviewer approves. */
function isInHouseFirst(role: string | undefined): boolean {
  return role === 'interviewer'
}

function checkStates({ world, records }: Run): void {
  for (const request of records.requests) {
    let state: RequestState | null = null
    for (const row of records.audit.filter((a) => a.requestId === request.id).sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const to = row.toState as RequestState
      const from = state as RequestState | null
      if (from !== null && row.fromState !== from)
        world.problem('I18', `${row.action} left from ${row.fromState}, the request was ${from}`)
      if (from !== null && to !== from && !requestTransitions[from].includes(to))
        world.problem('I18', `${row.action} went from ${from} to ${to}`)
      if (row.action === 'confirm' && row.fromState === 'confirmed' && row.actor.startsWith('party:'))
        world.problem('I6', 'what was confirmed was confirmed again by an approval')
      state = to
    }
    if (state !== request.state) world.problem('I18', `the request is ${request.state}, its history says ${state}`)
    const live = records.interviews.filter((i) => i.requestId === request.id && i.state === 'scheduled')
    if (isClosed(request.state) && live.length > 0) world.problem('I14', `a ${request.state} request has an interview`)
    if (request.state === 'confirmed' && live.length !== 1)
      world.problem('I18', `a confirmed request has ${live.length} interviews`)
  }
}
