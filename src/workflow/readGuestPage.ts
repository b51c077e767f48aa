import { listHolidays } from '../calendar/holidays.ts'
import { composeInvitationIcs } from '../calendar/ical.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import { localeFor } from '../domain/language.ts'
import type { Party } from '../domain/party.ts'
import { intervalsOf, type Reading } from '../domain/reading.ts'
import { placeOf } from '../domain/request.ts'
import { describeFormat } from '../mail/messages.ts'
import { wordsFor } from '../words/catalogue.ts'
import {
  approversOf,
  liveInterviews,
  loadBundle,
  partyOf,
  type RequestBundle,
  readSettings,
  windowsOf,
} from './bundle.ts'
import { readingFor } from './confirmReading.ts'
import type { Deps } from './deps.ts'
import type { GuestCommon, GuestPage, GuestWants } from './guestPage.ts'
import { shownProposals } from './guestProposals.ts'
import { resolveLink } from './links.ts'
import { type ChangeLimit, changeLimit } from './moveInterview.ts'
import { silentParties } from './nudge.ts'
import { meetsOf } from './performMail.ts'

// Takes:   a link's secret.
// Reads:   the request as it stands now; a link always leads to the page of the current state.
// Writes:  nothing, ever: mail scanners open links.
// Effects: none.
// Refuses when: unknown or revoked (one answer for both), expired (renewal offered).

export async function readGuestPage(
  deps: Deps,
  secret: string,
  wants: GuestWants = { isSuggesting: false },
): Promise<GuestPage> {
  const resolved = await resolveLink(deps, secret)
  if (!resolved) return { page: 'unknown' }
  const { tenantId, link, isExpired } = resolved
  const bundle = await deps.store.inTenant(tenantId, (tx) => loadBundle(tx, link.requestId))
  if (!bundle) return { page: 'unknown' }
  const party = partyOf(bundle, link.partyId)
  if (isExpired) return expiredPage(deps, tenantId, bundle, party)
  const page = await pageOf(deps, tenantId, bundle, party, link.expiresAt, wants)
  const { readingId } = wants
  if (!readingId) return page
  const reading = await deps.store.inTenant(tenantId, (tx) => readingFor(tx, bundle, party, readingId))
  return (reading && readingPage(bundle, party, page, reading, readLocale(party, wants))) ?? page
}

async function expiredPage(deps: Deps, tenantId: TenantId, bundle: RequestBundle, party: Party): Promise<GuestPage> {
  const settings = await deps.store.inTenant(tenantId, readSettings)
  return {
    page: 'expired',
    agencyName: settings.agencyName,
    accentColor: settings.accentColor,
    locale: party.locale,
    recruiter: { name: bundle.recruiter.name, email: bundle.recruiter.email, phone: bundle.recruiter.phone },
  }
}

async function pageOf(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  party: Party,
  linkExpiresAt: Date,
  wants: GuestWants,
): Promise<GuestPage> {
  const locale = readLocale(party, wants)
  const common = commonOf(bundle, party, linkExpiresAt, locale)
  const { request } = bundle
  if (request.state === 'cancelled')
    return { ...common, page: 'closed', reason: 'cancelled', words: request.closedReason ?? '' }
  if (!party.isAttending && party.role !== 'recruiter')
    return { ...common, page: 'closed', reason: 'released', words: '' }
  if (request.state === 'completed') {
    // Somebody did not come: whose fault it was is said to nobody here.
    const hasTakenPlace = bundle.interviews.some((i) => i.state === 'completed')
    return { ...common, page: 'closed', reason: hasTakenPlace ? 'completed' : 'cancelled', words: '' }
  }
  if (party.answer === 'declined')
    return { ...common, page: 'closed', reason: 'declined', words: party.declineReason ?? '' }
  const isApprover = approversOf(bundle).some((p) => p.id === party.id)
  if (request.state === 'confirmed') return managePage(deps, bundle, party, common, locale)
  if (request.state === 'choosing' && party.role === 'candidate' && !wants.isSuggesting) {
    const { offered, more } = shownProposals(bundle, party)
    return { ...common, page: 'choice', proposals: offered, more }
  }
  if (request.state === 'approving' && isApprover && !wants.isSuggesting && !hasApproved(bundle, party)) {
    const { offered, more } = shownProposals(bundle, party)
    return {
      ...common,
      page: 'approval',
      proposals: offered,
      more,
      resumeUrl: await readResume(deps, tenantId, bundle),
      isOneOfSeveral: bundle.approvals.some(
        (a) =>
          a.decision === 'approved' && bundle.proposals.some((p) => p.id === a.proposalId && p.state === 'offered'),
      ),
    }
  }
  if (request.state === 'agreed') return waitingPage(bundle, party, common, 'details')
  if (hasApproved(bundle, party)) return waitingPage(bundle, party, common, 'approval')
  return availabilityPage(deps, bundle, party, common, wants)
}

/** What was understood of a mail, on the page of the present state; null when that state has no use for it any more. */
function readingPage(
  bundle: RequestBundle,
  party: Party,
  page: GuestPage,
  reading: Reading,
  locale: string,
): GuestPage | null {
  if (page.page !== 'availability' && page.page !== 'choice' && page.page !== 'approval') return null
  const common = {
    ...commonOf(bundle, party, page.linkExpiresAt, locale),
    page: 'reading' as const,
    readingId: reading.id,
  }
  switch (reading.kind) {
    case 'windows': {
      const windows = intervalsOf(reading).map((w) => ({ ...w, level: 'good' as const }))
      return {
        ...common,
        understood: { kind: 'windows', windows, isReplacing: windowsOf(bundle, party.id).length > 0 },
      }
    }
    case 'select': {
      if (page.page === 'availability') return null
      const proposals = [...page.proposals, ...page.more].filter((p) => reading.proposalIds.includes(p.id))
      if (proposals.length === 0) return null
      const form = page.page === 'choice' ? ('choose' as const) : ('approve' as const)
      return { ...common, understood: { kind: 'select', proposals, form } }
    }
    case 'decline':
      return { ...common, understood: { kind: 'decline' } }
  }
}

/** What the page is read in: the language picked there, with the party's own formats where they belong to it. */
function readLocale(party: Party, { language }: GuestWants): string {
  return language ? localeFor(language, party.locale) : party.locale
}

function hasApproved(bundle: RequestBundle, party: Party): boolean {
  const offered = new Set(bundle.proposals.filter((p) => p.state === 'offered').map((p) => p.id))
  return bundle.approvals.some((a) => a.partyId === party.id && a.decision === 'approved' && offered.has(a.proposalId))
}

/** `locale` is what the page is read in, which the party may have picked there. */
function commonOf(bundle: RequestBundle, party: Party, linkExpiresAt: Date, locale: string): GuestCommon {
  const { request, settings, recruiter } = bundle
  return {
    agencyName: settings.agencyName,
    accentColor: settings.accentColor,
    recruiter: { name: recruiter.name, email: recruiter.email, phone: recruiter.phone },
    party: { name: party.name, role: party.role, zone: party.zone, locale: party.locale },
    kind: request.kind,
    title: request.title,
    candidateName: request.candidateName,
    jobTitle: request.jobTitle,
    clientName: request.clientName,
    durationMinutes: bundle.sessions.reduce((sum, s) => sum + s.durationMinutes, 0),
    formatWords: request.format
      ? describeFormat(request.format, { role: party.role, locale }, request, settings.agencyName).words
      : null,
    meets: meetsOf(bundle, party),
    linkExpiresAt,
    reminders: remindersOf(bundle, party),
  }
}

function remindersOf(bundle: RequestBundle, party: Party): GuestCommon['reminders'] {
  if (!silentParties(bundle).some((p) => p.id === party.id)) return null
  if (party.isReminderStopped) return 'stopped'
  return party.remindAt === null ? null : 'planned'
}

function waitingPage(
  bundle: RequestBundle,
  party: Party,
  common: GuestCommon,
  what: 'approval' | 'details',
): GuestPage {
  return { ...common, page: 'waiting', what, windows: windowsOf(bundle, party.id), canChange: false }
}

async function availabilityPage(
  deps: Deps,
  bundle: RequestBundle,
  party: Party,
  common: GuestCommon,
  wants: GuestWants,
): Promise<GuestPage> {
  const { rules } = bundle.request
  const countries = [...new Set(bundle.parties.flatMap((p) => (p.isAttending && p.country ? [p.country] : [])))]
  return {
    ...common,
    page: 'availability',
    fromOn: rules.fromOn,
    toOn: rules.toOn,
    earliestAt: new Date(deps.clock.now().getTime() + rules.noticeHours * 3_600_000),
    gridMinutes: rules.gridMinutes,
    weekdays: rules.weekdays,
    dayStartsMinute: rules.dayStartsMinute,
    dayEndsMinute: rules.dayEndsMinute,
    holidays: await listHolidays(countries, rules.fromOn, rules.toOn, readLocale(party, wants)),
    windows: windowsOf(bundle, party.id),
    note: party.note,
    hasAnswered: party.answer === 'answered',
    answeredBy: party.answeredBy,
    isAskedAgain: party.answer === 'asked' && party.answeredAt !== null,
    isSuggesting: wants.isSuggesting && ['choosing', 'approving'].includes(bundle.request.state),
  }
}

async function readResume(deps: Deps, tenantId: TenantId, bundle: RequestBundle): Promise<string | null> {
  try {
    const application = await deps.ats.readApplication(tenantId, bundle.request.applicationId)
    return application?.attachments.find((a) => a.kind === 'resume')?.url ?? null
  } catch (error) {
    // The page works without the resume when the ATS does not answer.
    if (error instanceof ParleyError) return null
    throw error
  }
}

function managePage(deps: Deps, bundle: RequestBundle, party: Party, common: GuestCommon, locale: string): GuestPage {
  const interview = liveInterviews(bundle)[0]
  if (!interview) return { ...common, page: 'closed', reason: 'cancelled', words: '' }
  const limit = changeLimit(bundle, deps.clock.now())
  const format = describeFormat(
    interview.format,
    { role: party.role, locale },
    bundle.request,
    bundle.settings.agencyName,
  )
  return {
    ...common,
    page: 'manage',
    interview: {
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      place: interview.format.kind === 'video' ? format.words : format.place,
      joinUrl: format.joinUrl,
      sequence: interview.sequence,
    },
    ics: ownCopy(deps, bundle, party, interview),
    canMove: limit.canMove,
    canCancel: limit.canCancel,
    limitWords: limitSentence(bundle, limit, locale),
  }
}

function limitSentence({ recruiter, settings, request }: RequestBundle, limit: ChangeLimit, locale: string): string {
  const { limits } = wordsFor(locale).pages
  if (!limit.isInTime) return limits.late(settings.changeCutoffHours, recruiter.name)
  if (limit.movesLeft === 0) return limits.moved(request.moveCount, recruiter.name)
  return limits.open(settings.changeCutoffHours, limit.movesLeft)
}

/** The party's calendar object once more, for "add to calendar": same UID and SEQUENCE as the invitation. */
function ownCopy(deps: Deps, bundle: RequestBundle, party: Party, interview: Interview): string {
  const invitation =
    bundle.invitations.find((i) => i.interviewId === interview.id && i.partyId === party.id) ??
    bundle.invitations.find((i) => i.interviewId === interview.id && i.partyId === null)
  return composeInvitationIcs({
    uid: invitation?.uid ?? `${interview.id}@parley`,
    sequence: interview.sequence,
    method: 'REQUEST',
    title: interview.title,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    organizer: { name: bundle.recruiter.name, email: invitation?.organizerEmail ?? bundle.recruiter.email },
    attendees: [{ name: party.name, email: party.email }],
    place: placeOf(interview.format),
    description: interview.title,
    url: null,
    joinUrl: interview.format.kind === 'video' ? interview.format.url : null,
    isTransparent: false,
    stampedAt: deps.clock.now(),
    reason: null,
  })
}
