import { DateTime } from 'luxon'
import type { ApplicationContext, AtsStage } from '../ats/port.ts'
import type { Interval } from '../domain/availability.ts'
import type { PartyId, SessionId, TenantId } from '../domain/ids.ts'
import { fullName } from '../domain/names.ts'
import { outsiderRoles, type Party, type PartyRole, personKeyOf } from '../domain/party.ts'
import type { AskOrder, JoinFormat, Quorum, Request, RequestRules } from '../domain/request.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { NewRow, Tx } from '../store/port.ts'
import { askParty } from './askParty.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { insertPanelParty, unaskedParty } from './insertPanelParty.ts'
import { cardOrder, owe } from './owe.ts'
import { placeOrder } from './placeRequest.ts'
import type { Conversation, PanelPerson, ScheduleWish } from './scheduleWish.ts'

export interface RequestOrder {
  application: ApplicationContext
  email: string
  panel: readonly PanelPerson[]
  wish: ScheduleWish
  settings: TenantSettings
  recruiter: Member
  roundNumber: number
  quorum: Quorum
  unknownMembers: ReadonlySet<string>
}

/** E-mails of panel members whose calendar cannot be read: they are asked, because unknown is not free. */
export async function findUnknownCalendars(
  deps: Deps,
  tenantId: TenantId,
  settings: TenantSettings,
  panel: readonly PanelPerson[],
): Promise<ReadonlySet<string>> {
  const insiders = panel.filter((p) => !outsiderRoles.includes(p.role))
  if (insiders.length === 0) return new Set()
  const emails = insiders.map((p) => p.person.email.trim().toLowerCase())
  const members = await deps.store.inTenant(tenantId, (tx) => tx.find('members', { where: { email: { in: emails } } }))
  const now = deps.clock.now()
  const range: Interval = { startsAt: now, endsAt: new Date(now.getTime() + settings.windowDays * 86_400_000) }
  const answers = await deps.calendar.readBusy(
    tenantId,
    members.map((m) => m.id),
    range,
  )
  const known = new Set(members.filter((m) => answers.get(m.id)?.kind === 'busy').map((m) => m.email))
  return new Set(emails.filter((email) => !known.has(email)))
}

/** Writes the request with its parties and owes the first mails. The heart of "find, check, open, ask". */
export async function openRequest(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  order: RequestOrder,
): Promise<void> {
  const { application, settings, recruiter, wish } = order
  const now = deps.clock.now()
  const kind = application.client ? 'agency' : 'inHouse'
  const askOrder: AskOrder = wish.order ?? (kind === 'inHouse' ? 'both' : settings.order)
  const requestId = deps.ids.next('request')
  const format = await readStandingFormat(tx, application)
  const mapping = (await tx.find('stageMappings', { where: { jobId: application.job.id } }))[0]
  const durationMinutes =
    wish.durationMinutes ?? (wish.isScreening ? settings.screeningMinutes : settings.durationMinutes)

  const request = await tx.insert('requests', {
    id: requestId,
    version: 0,
    state: 'collecting',
    kind,
    atsConnection: deps.ats.connection,
    applicationId: application.applicationId,
    candidateId: application.candidate.id,
    jobId: application.job.id,
    clientId: application.client?.id ?? null,
    candidateName: fullName(application.candidate),
    jobTitle: application.job.title,
    clientName: application.client?.name ?? null,
    title: `${application.job.title} ${wish.isScreening ? 'Screening' : 'Interview'} - Round ${order.roundNumber}`,
    roundNumber: order.roundNumber,
    order: askOrder,
    quorum: order.quorum,
    rules: rulesOf(settings, wish, now, recruiter.zone),
    format,
    fromStageId: application.stage.id,
    toStageId: mapping ? mapping.toStageId : proposeStage(application.stages, application.stage),
    recruiterId: recruiter.id,
    isRecruiterAttending: wish.isRecruiterAttending,
    threadId: talk.threadId,
    interviewId: null,
    askRound: 1,
    moveCount: 0,
    stuckReasons: [],
    remedies: [],
    closedReason: null,
    createdAt: now,
    updatedAt: now,
  })

  const parties = await insertParties(tx, deps, request, order)
  await insertSession(tx, deps, request, durationMinutes, parties)
  await recordAudit(tx, deps, cause, { requestId, action: 'open', fromState: null, toState: 'collecting' })
  const askAt = new Date(now.getTime() + settings.undoSeconds * 1_000)
  for (const party of parties) if (party.answer === 'asked') await askParty(tx, deps, request, party, askAt)
  // The conversation is called after what it was opened for; a second request in it does not rename it.
  if ((await tx.count('requests', { threadId: talk.threadId })) === 1)
    await tx.update('threads', talk.threadId, {
      title: [request.candidateName, request.jobTitle, request.clientName].filter(Boolean).join(' · '),
    })
  // A request with a place of its own has its card there, and nowhere before.
  const isElsewhere = settings.requestPlace !== 'asked'
  await owe(tx, deps, [isElsewhere ? placeOrder(request) : cardOrder(deps, requestId, request.version)])
}

async function insertParties(tx: Tx, deps: Deps, request: Request, order: RequestOrder): Promise<Party[]> {
  const { application, settings, recruiter } = order
  const asksCandidate = request.order !== 'clientFirst'
  const insert = (row: Omit<NewRow<'parties'>, 'id' | 'requestId' | 'personKey' | keyof typeof unaskedParty>) =>
    tx.insert('parties', {
      ...unaskedParty,
      ...row,
      id: deps.ids.next('party'),
      requestId: request.id,
      personKey: personKeyOf(row.memberId, row.email),
    })
  const parties = [
    await insert({
      role: 'candidate',
      name: fullName(application.candidate),
      email: order.email,
      phone: application.candidate.phones[0] ?? null,
      zone: application.candidate.zone ?? settings.zone,
      locale: application.candidate.locale ?? settings.locale,
      country: application.candidate.country ?? settings.country,
      memberId: null,
      recordId: application.candidate.id,
      isAttending: true,
      answer: asksCandidate ? 'asked' : 'notAsked',
    }),
  ]
  const country = application.client?.country ?? null
  for (const { role, person } of order.panel) {
    const isCalendarUnknown = order.unknownMembers.has(person.email.trim().toLowerCase())
    parties.push(await insertPanelParty(tx, deps, request, { role, person, settings, country, isCalendarUnknown }))
  }
  if (!order.panel.some((p) => p.person.email.trim().toLowerCase() === recruiter.email.trim().toLowerCase()))
    parties.push(
      await insert({
        role: 'recruiter',
        name: recruiter.name,
        email: recruiter.email,
        phone: recruiter.phone,
        zone: recruiter.zone,
        locale: recruiter.locale,
        country: settings.country,
        memberId: recruiter.id,
        recordId: recruiter.recordId,
        isAttending: request.isRecruiterAttending,
        answer: 'notNeeded',
      }),
    )
  return parties
}

/** One session; the candidate, each side as seats. "Any one" is one seat with several people, "all" is a seat each. */
async function insertSession(
  tx: Tx,
  deps: Deps,
  request: Request,
  durationMinutes: number,
  parties: readonly Party[],
): Promise<void> {
  const sessionId: SessionId = deps.ids.next('session')
  await tx.insert('sessions', {
    id: sessionId,
    requestId: request.id,
    ordinal: 1,
    title: request.title,
    durationMinutes,
  })
  const attending = parties.filter((p) => p.isAttending)
  const clients = attending.filter((p) => p.role === 'client')
  const seats: { role: PartyRole; partyIds: readonly PartyId[] }[] =
    request.quorum === 'any' && clients.length > 1
      ? [
          ...attending.filter((p) => p.role !== 'client').map((p) => ({ role: p.role, partyIds: [p.id] })),
          { role: 'client', partyIds: clients.map((p) => p.id) },
        ]
      : attending.map((p) => ({ role: p.role, partyIds: [p.id] }))
  for (const [index, seat] of seats.entries())
    await tx.insert('seats', {
      id: deps.ids.next('seat'),
      requestId: request.id,
      sessionId,
      ordinal: index + 1,
      ...seat,
      isRequired: true,
    })
}

async function readStandingFormat(tx: Tx, application: ApplicationContext): Promise<JoinFormat | null> {
  const ofJob = (await tx.find('standingFormats', { where: { scope: 'job', recordId: application.job.id } }))[0]
  if (ofJob) return ofJob.format
  if (!application.client) return null
  const ofClient = (
    await tx.find('standingFormats', { where: { scope: 'client', recordId: application.client.id } })
  )[0]
  return ofClient?.format ?? null
}

function rulesOf(settings: TenantSettings, wish: ScheduleWish, now: Date, zone: string): RequestRules {
  // Days on which the notice leaves nothing are not shown to anybody.
  const earliest = DateTime.fromJSDate(now, { zone }).plus({ hours: settings.noticeHours })
  const from = wish.fromOn ? DateTime.fromISO(wish.fromOn, { zone }) : earliest
  const start = DateTime.max(from, earliest)
  const end = wish.toOn ? DateTime.fromISO(wish.toOn, { zone }) : start.plus({ days: settings.windowDays })
  return {
    gridMinutes: settings.gridMinutes,
    noticeHours: settings.noticeHours,
    gapMinutes: settings.gapMinutes,
    fromOn: start.toISODate() ?? '',
    toOn: (end < start ? start.plus({ days: settings.windowDays }) : end).toISODate() ?? '',
    offerCount: settings.offerCount,
    dayStartsMinute: settings.dayStartsMinute,
    dayEndsMinute: settings.dayEndsMinute,
    weekdays: settings.weekdays,
  }
}

/** The next interview stage after the current one; null when the application already is in the last of them. */
export function proposeStage(stages: readonly AtsStage[], current: AtsStage): string | null {
  const later = stages.filter((s) => s.ordinal > current.ordinal)
  return later.find((s) => s.status === 'interview' || s.status === 'finalInterview')?.id ?? null
}
