import type { PartyRole } from '../domain/party.ts'

/** What waits for the reader; each has its sentence. */
export type WaitingKind =
  | 'times'
  | 'approval'
  | 'noOverlap'
  | 'declined'
  | 'agreed'
  | 'passed'
  | 'failed'
  | 'linkExpiring'
  | 'linkExpired'

export interface BriefingWords {
  daily: { heading: (weekday: string) => string; opening: (name: string) => string }
  meeting: { heading: (candidate: string, time: string) => string; opening: (name: string) => string }
  subjectDaily: (interviewCount: number, firstTime: string | null, waitingCount: number) => string
  subjectMeeting: (time: string, candidate: string, job: string) => string
  interviewCount: (count: number) => string
  waitingCount: (count: number) => string
  roleAt: (job: string, company: string | null) => string
  section: { interviews: string; waiting: string; conflicts: string }
  label: {
    with: string
    stage: string
    place: string
    join: string
    number: string
    candidate: string
    note: string
    job: string
    record: string
    documents: string
    conversation: string
    attention: string
  }
  button: { join: string }
  party: Record<PartyRole, string>
  beingMoved: string
  unattended: string
  recordUnknown: string
  more: (count: number) => string
  waiting: Record<WaitingKind, (facts: { who: string; detail: string | null; when: string | null }) => string>
  overlap: (person: string, first: string, second: string) => string
  tooClose: (person: string, first: string, second: string, minutes: number, gapMinutes: number) => string
  busy: (what: string, busy: string) => string
  held: (what: string) => string
  today: (time: string) => string
  allTimesIn: (zone: string) => string
  settingsHint: Record<'daily' | 'meeting', string>
  nothing: string
}
