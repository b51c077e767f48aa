import type { Interval } from '../domain/availability.ts'
import type { Language } from '../domain/language.ts'
import type { RequestKind } from '../domain/request.ts'

/** What every guest page shows; reveals the minimum (threat T6): no other party's address or windows. */
export interface GuestCommon {
  agencyName: string
  accentColor: string
  /** The person to contact, in the same place on every page (WCAG 3.2.6). */
  recruiter: { name: string; email: string; phone: string | null }
  party: {
    name: string
    role: 'candidate' | 'client' | 'hiringManager' | 'interviewer' | 'recruiter'
    zone: string
    locale: string
  }
  kind: RequestKind
  title: string
  candidateName: string
  jobTitle: string
  clientName: string | null
  durationMinutes: number
  /** "Video call", "Phone: Acme calls you", the address; null while nobody has said. */
  formatWords: string | null
  /** Names of the people the party meets. */
  meets: readonly string[]
  linkExpiresAt: Date
  /** Whether the party will be reminded, or was until somebody stopped it; null when no answer of it is waited for. */
  reminders: 'planned' | 'stopped' | null
}

export interface OfferedWindow extends Interval {
  level: 'good' | 'possible'
}

/** A proposal as a guest sees it. */
export interface GuestProposal extends Interval {
  id: string
  /** "in both of your mornings", "first possible day": the ranking in words. */
  reasons: readonly string[]
  /** Zone of the other side when it differs from this party's. */
  otherZone: string | null
}

export type GuestPage =
  | ({
      page: 'availability'
      /** First and last day that can be offered, ISO dates in the party's zone. */
      fromOn: string
      toOn: string
      /** Nothing earlier can be offered. */
      earliestAt: Date
      gridMinutes: number
      weekdays: readonly number[]
      dayStartsMinute: number
      dayEndsMinute: number
      holidays: readonly { on: string; name: string; country: string }[]
      /** What this party offered so far. */
      windows: readonly OfferedWindow[]
      note: string | null
      /** True once sent: the page shows the summary and that it can still be changed. */
      hasAnswered: boolean
      answeredBy: 'party' | 'recruiter' | null
      /** Shown when nothing fitted: what the other side cannot do is never revealed, only that other times are needed. */
      isAskedAgain: boolean
      /** Approver suggesting other times: the page says so. */
      isSuggesting: boolean
    } & GuestCommon)
  | ({
      page: 'reading'
      readingId: string
      /** What was understood of the party's mail; nothing of it is noted yet. */
      understood:
        | { kind: 'windows'; windows: readonly OfferedWindow[]; isReplacing: boolean }
        | { kind: 'select'; proposals: readonly GuestProposal[]; form: 'choose' | 'approve' }
        | { kind: 'decline' }
    } & GuestCommon)
  | ({ page: 'choice'; proposals: readonly GuestProposal[]; more: readonly GuestProposal[] } & GuestCommon)
  | ({
      page: 'approval'
      proposals: readonly GuestProposal[]
      more: readonly GuestProposal[]
      /** Link to the resume when the ATS has one. */
      resumeUrl: string | null
      /** Another contact has approved this one already; all must agree. */
      isOneOfSeveral: boolean
    } & GuestCommon)
  | ({
      page: 'waiting'
      what: 'otherSide' | 'approval' | 'details'
      windows: readonly OfferedWindow[]
      canChange: boolean
    } & GuestCommon)
  | ({
      page: 'manage'
      interview: Interval & { place: string; joinUrl: string | null; sequence: number }
      ics: string
      canMove: boolean
      canCancel: boolean
      /** Why not, and until when it was possible. */
      limitWords: string
    } & GuestCommon)
  | ({ page: 'closed'; reason: 'cancelled' | 'declined' | 'completed' | 'released'; words: string } & GuestCommon)
  | { page: 'expired'; agencyName: string; recruiter: GuestCommon['recruiter']; locale: string; accentColor: string }
  | { page: 'unknown' }

/** What of the page is asked for: to give other times, or to confirm what was understood of a mail. */
export interface GuestWants {
  isSuggesting: boolean
  readingId?: string | null
  /** Picked on the page; null or left out: the party's own. */
  language?: Language | null
}

/** What became of a guest's submit. Wrong fields throw ParleyError `badInput` with `field`. */
export type GuestResult =
  | { kind: 'done' }
  /** The time went to somebody else meanwhile; the page offers what is left. */
  | { kind: 'taken' }
  /** Too late: the page of the current state is shown instead. */
  | { kind: 'tooLate' }
  | { kind: 'unknown' }
  | { kind: 'expired' }

export interface AvailabilitySubmit {
  secret: string
  windows: readonly OfferedWindow[]
  /** Only windows inside this range are replaced (a week of a multi-week page); null replaces all. */
  range: Interval | null
  /** False saves a draft (the week before moving to the next), true answers. */
  isFinal: boolean
  zone: string
  locale: string
  note: string | null
}
