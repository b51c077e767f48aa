import { DateTime } from 'luxon'
import type { ApplicationContext } from '../ats/port.ts'
import type { Interval } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import { isoDateOf, type Reader } from '../domain/formatTime.ts'
import type { RequestId, TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import { languageOf } from '../domain/language.ts'
import type { Party } from '../domain/party.ts'
import { isClosed, type Request, requestStates } from '../domain/request.ts'
import { isArranger } from '../domain/roles.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import { isZone } from '../domain/zone.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import { approversOf, readSettings } from '../workflow/bundle.ts'
import type { Deps } from '../workflow/deps.ts'
import type { BriefedInterview, BriefingView, Conflict, Engagement, WaitingItem } from './compose.ts'

// Takes:   a member, and a day or one interview.
// Reads:   requests, interviews, holds, failed effects; then the ATS and the member's calendar, outside any transaction.
// Writes:  nothing.
// Effects: none.
// Refuses when: never; an ATS that does not answer leaves its facts out, and the briefing says so.

const rowCountMax = 500
const minuteMs = 60_000
const hourMs = 3_600_000
/** Links that expire sooner than this are named. */
const linkNoticeHours = 24
const openStates = requestStates.filter((state) => !isClosed(state))

/** What the store knows of a briefing; `addOutside` makes it whole. */
export interface BriefingFacts {
  view: BriefingView
  member: Member
  /** Same order as the view's interviews. */
  applicationIds: readonly string[]
  engagements: readonly Engagement[]
  day: Interval
}

/** The zone a member is briefed in: the tenant's when the member's own is no longer known. */
export function briefingZone(member: Pick<Member, 'zone'>, settings: TenantSettings): string {
  if (isZone(member.zone)) return member.zone
  return isZone(settings.zone) ? settings.zone : 'UTC'
}

interface Shown {
  interview: Interview
  request: Request
  parties: readonly Party[]
  own: Party | undefined
}

/** The member's interviews of today that are not over, and what waits for the member. */
export async function readDaily(tx: Tx, member: Member, now: Date): Promise<BriefingFacts> {
  const settings = await readSettings(tx)
  const day = dayOf(now, briefingZone(member, settings))
  const today = await readShown(
    tx,
    member,
    await tx.find('interviews', {
      where: { state: 'scheduled', startsAt: { gte: day.startsAt, lt: day.endsAt } },
      orderBy: [['startsAt', 'asc']],
      limit: rowCountMax,
    }),
  )
  const shown = today.filter(
    ({ interview, request, own }) => interview.endsAt > now && (own !== undefined || request.recruiterId === member.id),
  )
  const facts = await factsOf(tx, 'daily', member, settings, shown, now)
  const waiting = [...(await readOwnWaiting(tx, member)), ...(await readRecruiterWaiting(tx, member, now))]
  const conflicts = await readConflicts(tx, member, shown, today, day)
  return { ...facts, view: { ...facts.view, waiting, conflicts }, day }
}

/** One interview the member takes part in; null when it does not stand as it did at `sequence`, or without the member. */
export async function readMeeting(
  tx: Tx,
  member: Member,
  interviewId: string,
  sequence: number,
  now: Date,
): Promise<BriefingFacts | null> {
  const interview = await tx.get('interviews', interviewId)
  if (interview?.state !== 'scheduled' || interview.sequence !== sequence || interview.startsAt <= now) return null
  const settings = await readSettings(tx)
  const shown = (await readShown(tx, member, [interview])).filter(({ own }) => own !== undefined)
  if (shown.length === 0) return null
  return factsOf(tx, 'meeting', member, settings, shown, now)
}

async function readShown(tx: Tx, member: Member, interviews: readonly Interview[]): Promise<Shown[]> {
  const ids = [...new Set(interviews.map((i) => i.requestId))]
  if (ids.length === 0) return []
  const requests = await tx.find('requests', { where: { id: { in: ids } } })
  const parties = await tx.find('parties', { where: { requestId: { in: ids } }, orderBy: [['id', 'asc']] })
  return interviews.flatMap((interview) => {
    const request = requests.find((r) => r.id === interview.requestId)
    if (!request) return []
    const taking = parties.filter((p) => interview.partyIds.includes(p.id))
    return [{ interview, request, parties: taking, own: taking.find((p) => p.memberId === member.id) }]
  })
}

async function factsOf(
  tx: Tx,
  kind: BriefingView['kind'],
  member: Member,
  settings: TenantSettings,
  shown: readonly Shown[],
  now: Date,
): Promise<BriefingFacts> {
  const reader: Reader = { zone: briefingZone(member, settings), locale: member.locale }
  const first = shown[0]
  const interviews: BriefedInterview[] = []
  for (const one of shown) interviews.push(await briefedInterview(tx, member, one))
  const recruiter =
    first && first.request.recruiterId !== member.id ? await tx.get('members', first.request.recruiterId) : null
  return {
    view: {
      kind,
      now,
      reader,
      member: { name: member.name, email: member.email },
      agency: { name: settings.agencyName, accentColor: settings.accentColor },
      recruiter: recruiter && { name: recruiter.name, email: recruiter.email, phone: recruiter.phone },
      interviews,
      waiting: [],
      conflicts: [],
    },
    member,
    applicationIds: shown.map(({ request }) => request.applicationId),
    engagements: shown.filter(({ own }) => own !== undefined).map(engagementOf),
    day: dayOf(first?.interview.startsAt ?? now, reader.zone),
  }
}

async function briefedInterview(tx: Tx, member: Member, shown: Shown): Promise<BriefedInterview> {
  const { interview, request, parties, own } = shown
  return {
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    candidateName: request.candidateName,
    jobTitle: request.jobTitle,
    clientName: request.clientName,
    format: interview.format,
    role: own?.role ?? 'recruiter',
    isTakingPart: own !== undefined,
    isBeingMoved: request.state !== 'confirmed',
    people: parties.filter((p) => p.id !== own?.id).map(({ name, role }) => ({ name, role })),
    candidateNote: parties.find((p) => p.role === 'candidate')?.note ?? null,
    record: null,
    chatUrl: await chatUrlOf(tx, member, request),
  }
}

async function chatUrlOf(tx: Tx, member: Member, request: Request): Promise<string> {
  if (request.recruiterId === member.id) return `/threads/${request.threadId}`
  const [own] = await tx.find('threads', { where: { surface: 'web', requestId: request.id, memberId: member.id } })
  return own ? `/threads/${own.id}` : '/'
}

/** Questions that only this member of a panel can answer. */
async function readOwnWaiting(tx: Tx, member: Member): Promise<WaitingItem[]> {
  const own = await tx.find('parties', {
    where: { memberId: member.id, role: { in: ['hiringManager', 'interviewer'] } },
    orderBy: [['id', 'desc']],
    limit: rowCountMax,
  })
  if (own.length === 0) return []
  const requests = await tx.find('requests', {
    where: { id: { in: own.map((p) => p.requestId) }, state: { in: ['collecting', 'approving'] } },
    orderBy: [['createdAt', 'asc']],
  })
  const items: WaitingItem[] = []
  for (const request of requests) {
    const party = own.find((p) => p.requestId === request.id)
    const chatUrl = await chatUrlOf(tx, member, request)
    const item = { ...namesOf(request), at: null, chatUrl }
    if (request.state === 'collecting' && party?.answer === 'asked')
      items.push({ ...item, kind: 'times', detail: null })
    if (request.state !== 'approving') continue
    const parties = await tx.find('parties', { where: { requestId: request.id }, orderBy: [['id', 'asc']] })
    const seats = await tx.find('seats', { where: { requestId: request.id } })
    if (!approversOf({ request, parties, seats }).some((p) => p.memberId === member.id)) continue
    const offered = { requestId: request.id, askRound: request.askRound, state: 'offered' } as const
    const count = Math.min(await tx.count('proposals', offered), request.rules.offerCount)
    if (count > 0) items.push({ ...item, kind: 'approval', detail: String(count) })
  }
  return items
}

/** What only the recruiter of a request can decide: the same as "Needs you" on the board, and links about to expire. */
async function readRecruiterWaiting(tx: Tx, member: Member, now: Date): Promise<WaitingItem[]> {
  if (!isArranger(member)) return []
  const requests = await tx.find('requests', {
    where: { recruiterId: member.id, state: { in: openStates } },
    orderBy: [['createdAt', 'asc']],
    limit: rowCountMax,
  })
  if (requests.length === 0) return []
  const requestId = { in: requests.map((r) => r.id) }
  const failed = await tx.find('effects', {
    where: { requestId, state: { in: ['dead', 'asked'] } },
    orderBy: [['updatedAt', 'asc']],
    limit: rowCountMax,
  })
  const passed = await tx.find('interviews', { where: { requestId, state: 'scheduled', endsAt: { lte: now } } })
  const linkedBefore = new Date(now.getTime() + linkNoticeHours * hourMs)
  const linked = await tx.find('parties', { where: { requestId, linkExpiresAt: { lte: linkedBefore } } })
  const items: WaitingItem[] = []
  for (const request of requests) {
    const item = { ...namesOf(request), at: null, chatUrl: `/threads/${request.threadId}` }
    const { state } = request
    if (state === 'noOverlap' || state === 'declined')
      items.push({ ...item, kind: state, detail: request.stuckReasons[0] ?? null })
    if (state === 'agreed') items.push({ ...item, kind: 'agreed', detail: null })
    if (state !== 'confirmed' && passed.some((i) => i.requestId === request.id))
      items.push({ ...item, kind: 'passed', detail: null })
    for (const { lastError } of failed.filter((e) => e.requestId === request.id).slice(0, 2))
      items.push({
        ...item,
        kind: 'failed',
        detail: lastError && failureSentence(languageOf(member.locale), lastError),
      })
    for (const party of linked.filter((p) => p.requestId === request.id && isWaitedFor(p, request))) {
      const kind = (party.linkExpiresAt ?? now) > now ? 'linkExpiring' : 'linkExpired'
      items.push({ ...item, kind, detail: party.name, at: party.linkExpiresAt })
    }
  }
  return items
}

function isWaitedFor(party: Party, request: Request): boolean {
  if (party.memberId !== null) return false
  switch (request.state) {
    case 'collecting':
      return party.answer === 'asked'
    case 'choosing':
      return party.role === 'candidate'
    case 'approving':
      return party.role === 'client'
    default:
      return false
  }
}

function namesOf({ candidateName, jobTitle }: Request) {
  return { candidateName, jobTitle }
}

interface Placed extends Engagement {
  requestId: RequestId
  gapMinutes: number
}

/** Two things of one person that overlap or leave less than the usual gap. A recruiter sees everybody's, others their own. */
async function readConflicts(
  tx: Tx,
  member: Member,
  shown: readonly Shown[],
  today: readonly Shown[],
  day: Interval,
): Promise<Conflict[]> {
  const people = new Map<string, string>()
  for (const { parties, request } of shown)
    for (const party of parties)
      if (request.recruiterId === member.id || party.memberId === member.id) people.set(party.personKey, party.name)
  if (people.size === 0) return []
  const holds = await tx.find('holds', {
    where: {
      personKey: { in: [...people.keys()] },
      state: 'held',
      startsAt: { lt: day.endsAt },
      endsAt: { gt: day.startsAt },
    },
  })
  const holders = await tx.find('requests', { where: { id: { in: holds.map((h) => h.requestId) } } })
  const shownIds = new Set(shown.map(({ request }) => request.id))
  return [...people].flatMap(([personKey, name]) => {
    const placed: Placed[] = today
      .filter(({ parties }) => parties.some((p) => p.personKey === personKey))
      .map((one) => ({
        ...engagementOf(one),
        requestId: one.request.id,
        gapMinutes: one.request.rules.gapMinutes,
      }))
    for (const hold of holds) {
      const holder = holders.find((r) => r.id === hold.requestId)
      if (hold.personKey !== personKey || !holder) continue
      const { gapMinutes } = holder.rules
      // A hold lasts for the session and the gap after it.
      const endsAt = new Date(hold.endsAt.getTime() - gapMinutes * minuteMs)
      const { startsAt } = hold
      placed.push({
        startsAt,
        endsAt,
        candidateName: holder.candidateName,
        isHeld: true,
        requestId: holder.id,
        gapMinutes,
      })
    }
    return conflictsAmong(name, placed).filter(
      ({ first, second }) => shownIds.has(first.requestId) || shownIds.has(second.requestId),
    )
  })
}

function conflictsAmong(name: string, placed: readonly Placed[]) {
  const sorted = [...placed].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return sorted.flatMap((first, index) =>
    sorted.slice(index + 1).flatMap((second) => {
      const gapMinutes = Math.max(first.gapMinutes, second.gapMinutes)
      const isClose = second.startsAt.getTime() < first.endsAt.getTime() + gapMinutes * minuteMs
      // The sessions of one loop follow each other as planned.
      return isClose && first.requestId !== second.requestId
        ? [{ kind: 'person' as const, name, first, second, gapMinutes }]
        : []
    }),
  )
}

function engagementOf({ interview, request }: Pick<Shown, 'interview' | 'request'>): Engagement {
  const { startsAt, endsAt } = interview
  return { startsAt, endsAt, candidateName: request.candidateName, isHeld: false }
}

/** Adds what other systems know: record, stage and documents of each application, and the member's own busy times. */
export async function addOutside(deps: Deps, tenantId: TenantId, facts: BriefingFacts): Promise<BriefingView> {
  const { view } = facts
  const interviews: BriefedInterview[] = []
  for (const [index, interview] of view.interviews.entries()) {
    const application = await readRecord(deps, tenantId, facts.applicationIds[index])
    interviews.push({ ...interview, record: application && recordOf(application) })
  }
  const busy = await readBusyConflicts(deps, tenantId, facts)
  return { ...view, interviews, conflicts: [...view.conflicts, ...busy] }
}

async function readRecord(deps: Deps, tenantId: TenantId, applicationId: string | undefined) {
  try {
    return applicationId === undefined ? null : await deps.ats.readApplication(tenantId, applicationId)
  } catch (error) {
    // The briefing says that the ATS does not answer; everything else in it is known.
    if (error instanceof ParleyError) return null
    throw error
  }
}

function recordOf({ url, stage, candidate, job, attachments }: ApplicationContext): BriefedInterview['record'] {
  return {
    url,
    stageLabel: stage.label,
    headline: [candidate.title, candidate.company].filter(Boolean).join(', ') || null,
    jobDescription: job.description,
    documents: attachments.map(({ name, url: address }) => ({ name, url: address })),
  }
}

async function readBusyConflicts(deps: Deps, tenantId: TenantId, facts: BriefingFacts): Promise<Conflict[]> {
  const { engagements, member, day } = facts
  if (engagements.length === 0) return []
  const answer = (await deps.calendar.readBusy(tenantId, [member.id], day)).get(member.id)
  if (answer?.kind !== 'busy') return []
  const edges = (of: (interval: Interval) => Date) => new Set(engagements.map((e) => of(e).getTime()))
  const [starts, ends] = [edges((e) => e.startsAt), edges((e) => e.endsAt)]
  // The interview itself stands in a calendar that has accepted its invitation; touching ones may have been joined there.
  const others = answer.times.filter((t) => !(starts.has(t.startsAt.getTime()) && ends.has(t.endsAt.getTime())))
  return engagements.flatMap((interview) =>
    others
      .filter((busy) => busy.startsAt < interview.endsAt && interview.startsAt < busy.endsAt)
      .map((busy) => ({ kind: 'busy' as const, interview, busy })),
  )
}

function dayOf(at: Date, zone: string): Interval {
  const start = DateTime.fromJSDate(at, { zone }).startOf('day')
  return { startsAt: start.toJSDate(), endsAt: start.plus({ days: 1 }).toJSDate() }
}

/** The member's date of an instant, "2026-11-24". */
export function briefingDate(member: Member, settings: TenantSettings, at: Date): string {
  return isoDateOf(at, briefingZone(member, settings))
}
