import type { Clock } from '../../src/domain/clock.ts'
import type { Language } from '../../src/domain/language.ts'
import { localeFor } from '../../src/domain/language.ts'
import type { GuestView } from '../../src/web/guest/view.ts'
import type { GuestActions } from '../../src/web/guestApp.ts'
import type {
  AvailabilitySubmit,
  GuestCommon,
  GuestPage,
  GuestProposal,
  GuestResult,
} from '../../src/workflow/guestPage.ts'

export type Page<Name extends GuestPage['page']> = Extract<GuestPage, { page: Name }>

/** Friday 20 November 2026, 10:00 in Berlin. */
export const now = new Date('2026-11-20T09:00:00Z')
export const clockAt = (at: Date): Clock & { set: (to: Date) => void } => {
  let current = at
  return {
    now: () => current,
    set: (to) => {
      current = to
    },
  }
}

export const secretOf = (letter: string) => letter.repeat(43)

export function commonParts(change: Partial<GuestCommon> = {}): GuestCommon {
  return {
    agencyName: 'Harbour & Finch',
    accentColor: '#0b5d51',
    recruiter: { name: 'Ruth Berger', email: 'ruth@harbourfinch.example', phone: '+49 30 5550 110' },
    party: { name: 'Jane Moreau', role: 'candidate', zone: 'Europe/Berlin', locale: 'en-GB' },
    kind: 'agency',
    title: 'Backend Engineer Interview',
    candidateName: 'Jane Moreau',
    jobTitle: 'Backend Engineer',
    clientName: 'Acme Robotics',
    durationMinutes: 60,
    formatWords: 'Video call',
    meets: ['Maria Lopez', 'Tom Reed'],
    linkExpiresAt: new Date('2026-12-04T09:00:00Z'),
    reminders: null,
    ...change,
  }
}

export function availability(change: Partial<Page<'availability'>> = {}): Page<'availability'> {
  return {
    page: 'availability',
    ...commonParts(),
    fromOn: '2026-11-23',
    toOn: '2026-12-11',
    earliestAt: new Date('2026-11-21T09:00:00Z'),
    gridMinutes: 30,
    weekdays: [1, 2, 3, 4, 5],
    dayStartsMinute: 480,
    dayEndsMinute: 1140,
    holidays: [{ on: '2026-11-30', name: 'St Andrew’s Day', country: 'GB' }],
    windows: [],
    note: null,
    hasAnswered: false,
    answeredBy: null,
    isAskedAgain: false,
    isSuggesting: false,
    ...change,
  }
}

export const window = (from: string, to: string, level: 'good' | 'possible' = 'good') => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  level,
})

/** Tue 14:00 to 16:30 and, if need be, Thu 19:00 to 20:15 in Berlin. */
export const someWindows = [
  window('2026-11-24T13:00:00Z', '2026-11-24T15:30:00Z'),
  window('2026-11-26T18:00:00Z', '2026-11-26T19:15:00Z', 'possible'),
]

export function proposal(id: string, from: string, change: Partial<GuestProposal> = {}): GuestProposal {
  const startsAt = new Date(from)
  return {
    id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    reasons: ['first possible day'],
    otherZone: 'America/New_York',
    ...change,
  }
}

const firstThree = [
  proposal('proposal_1', '2026-11-24T13:00:00Z'),
  proposal('proposal_2', '2026-11-24T14:30:00Z', { reasons: ['in both of your working hours'] }),
  proposal('proposal_3', '2026-11-25T08:00:00Z', { reasons: [], otherZone: 'Asia/Tokyo' }),
]
const twoMore = [proposal('proposal_4', '2026-11-26T09:00:00Z'), proposal('proposal_5', '2026-11-27T15:00:00Z')]

export function choice(change: Partial<Page<'choice'>> = {}): Page<'choice'> {
  return { page: 'choice', ...commonParts(), proposals: firstThree, more: twoMore, ...change }
}

const clientParty: GuestCommon['party'] = {
  name: 'Maria Lopez',
  role: 'client',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
}

export function approval(change: Partial<Page<'approval'>> = {}): Page<'approval'> {
  return {
    page: 'approval',
    ...commonParts({ party: clientParty, meets: ['Jane Moreau'] }),
    proposals: firstThree,
    more: twoMore,
    resumeUrl: 'https://records.example/resumes/17.pdf',
    isOneOfSeveral: true,
    ...change,
  }
}

export const readingId = `reading_${'0'.repeat(26)}`

/** What was understood of a mail; Maria's when it is a choice, else Jane's. */
export function reading(understood: Page<'reading'>['understood']): Page<'reading'> {
  const party = understood.kind === 'select' ? { party: clientParty, meets: ['Jane Moreau'] } : {}
  return { page: 'reading', ...commonParts(party), readingId, understood }
}
export const readTimes = () => reading({ kind: 'windows', windows: someWindows, isReplacing: true })
export const readChoice = () => reading({ kind: 'select', proposals: firstThree.slice(0, 2), form: 'approve' })
export const readNo = () => reading({ kind: 'decline' })

export function waiting(change: Partial<Page<'waiting'>> = {}): Page<'waiting'> {
  return { page: 'waiting', ...commonParts(), what: 'otherSide', windows: someWindows, canChange: true, ...change }
}

export function manage(change: Partial<Page<'manage'>> = {}): Page<'manage'> {
  return {
    page: 'manage',
    ...commonParts(),
    interview: {
      startsAt: new Date('2026-11-24T13:00:00Z'),
      endsAt: new Date('2026-11-24T14:00:00Z'),
      place: 'Video call: meet.acme.example/backend',
      joinUrl: 'https://meet.acme.example/backend',
      sequence: 0,
    },
    ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    canMove: true,
    canCancel: true,
    limitWords: 'You can move it twice, until Monday 23 November 2026, 14:00.',
    ...change,
  }
}

export function closed(change: Partial<Page<'closed'>> = {}): Page<'closed'> {
  return {
    page: 'closed',
    ...commonParts(),
    reason: 'cancelled',
    words: 'Ruth Berger cancelled it on Thursday: the role has been filled.',
    ...change,
  }
}

export function expired(): Page<'expired'> {
  const { agencyName, recruiter, accentColor } = commonParts()
  return { page: 'expired', agencyName, recruiter, accentColor, locale: 'en-GB' }
}

export function viewFor(page: GuestPage, change: Partial<GuestView> & { language?: Language } = {}): GuestView {
  const language = change.language ?? 'en'
  const party = 'party' in page ? page.party : { zone: 'Europe/Berlin', locale: 'en-GB' }
  return {
    path: `/l/${secretOf('a')}`,
    zone: party.zone,
    language,
    locale: localeFor(language, party.locale),
    weekOn: null,
    hasEvenings: false,
    isEditing: false,
    readingId: null,
    hasAllZones: false,
    ownLegal: { privacy: null, terms: null },
    assets: { css: '/assets/guest.css?v=00000000', js: '/assets/guest.js?v=00000000' },
    errors: [],
    notice: null,
    trouble: null,
    typed: {},
    ...change,
  }
}

/** A house with one page behind each secret, that writes down what it was asked to change. */
export function fakeHouse(pages: Readonly<Record<string, GuestPage>>, answer: GuestResult = { kind: 'done' }) {
  const calls: { name: string; input: unknown }[] = []
  const asked: { secret: string; isSuggesting: boolean; readingId?: string; language?: Language }[] = []
  const results = { next: answer, thrown: null as Error | null, pages: { ...pages } as Record<string, GuestPage> }
  const act = (name: string) => async (input: unknown) => {
    calls.push({ name, input })
    if (results.thrown) throw results.thrown
    return results.next
  }
  const guest: GuestActions = {
    read: async (secret, wants) => {
      asked.push({
        secret,
        isSuggesting: wants?.isSuggesting ?? false,
        ...(wants?.readingId ? { readingId: wants.readingId } : {}),
        ...(wants?.language ? { language: wants.language } : {}),
      })
      const page = results.pages[secret]
      if (page?.page === 'reading' && !wants?.readingId)
        return page.understood.kind === 'select' ? approval() : availability()
      if (page && wants?.isSuggesting && (page.page === 'choice' || page.page === 'approval'))
        return availability({ ...commonParts({ party: page.party }), isSuggesting: true })
      return page ?? { page: 'unknown' }
    },
    collectAvailability: (submit: AvailabilitySubmit) => act('collectAvailability')(submit),
    confirmReading: act('confirmReading'),
    choose: act('choose'),
    approve: act('approve'),
    decline: act('decline'),
    stopReminders: act('stopReminders'),
    move: act('move'),
    cancel: act('cancel'),
    renew: async (secret) => {
      calls.push({ name: 'renew', input: secret })
    },
  }
  return { guest, calls, asked, results }
}
