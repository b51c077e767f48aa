import type { MailTemplate } from '../domain/effect.ts'
import type { PartyRole } from '../domain/party.ts'

/** Calendar mails beside the templates. */
export type CalendarTemplate = 'invitation' | 'change' | 'cancellation'
export type Template = MailTemplate | CalendarTemplate

/** Which side of the table reads it: hiring manager and interviewers are addressed like a client. */
export type Side = 'candidate' | 'client' | 'recruiter'

export function sideOf(role: PartyRole): Side {
  if (role === 'candidate' || role === 'recruiter') return role
  return 'client'
}

/** The names that sentences are made of. */
export interface WordFacts {
  candidate: string
  job: string
  /** The client; in-house the company itself. */
  company: string
  agency: string
  recruiter: string
}

/** Subject without the time (added behind it), headline, and the opening paragraph that the recruiter may replace. */
interface TemplateWords {
  subject: (facts: WordFacts) => string
  heading: (facts: WordFacts) => string
  opening: (facts: WordFacts) => string
}
export type SideWords = Record<Side, TemplateWords>

export type MailTemplates = Record<Template, SideWords>

export interface MailWords {
  templates: MailTemplates
  greeting: (name: string) => string
  /** Between a label and its value, with the spaces of the language. */
  colon: string
  button: {
    times: string
    changeTimes: string
    choose: string
    review: string
    look: string
    record: string
    manage: string
    confirm: string
  }
  label: {
    position: string
    candidate: string
    company: string
    with: string
    participants: string
    title: string
    duration: string
    format: string
    when: string
    now: string
    was: string
    cancelledTime: string
    join: string
    number: string
    address: string
    reason: string
    note: string
    days: string
    answerBy: string
    linkUntil: string
    yourTimes: string
    offers: string
  }
  format: {
    video: string
    phoneYouCall: (name: string) => string
    phoneCallsYou: (name: string) => string
    phoneBetween: (from: string, to: string) => string
    onsite: string
    follows: string
  }
  waitsFor: Record<'otherSide' | 'approval' | 'details', (facts: WordFacts & { side: Side }) => string>
  /** "Tom Becker is running about 15 minutes late." */
  late: (name: string, delay: string) => string
  ifNeedBe: string
  noTimes: string
  allTimesIn: (zone: string) => string
  inBrackets: (zone: string) => string
  more: (count: number) => string
  count: (count: number, first: string) => string
  until: (first: string, last: string) => string
  calendarHint: Record<'REQUEST' | 'CANCEL', string>
  noneSuits: string
  /** While a program reads the answers. */
  orAnswer: Record<'times' | 'choice', string>
  understoodNo: string
  ifNotRight: string
  unclear: Record<'words' | 'busy' | 'none' | 'short', string>
  stopReminders: string
  privateLink: string
  regards: string
  assistant: (agency: string) => string
  human: (recruiter: string, phone: string | null) => string
  /** While a program reads the answers first. */
  humanAfterProgram: (recruiter: string, email: string, phone: string | null) => string
  addressHint: string
}

/** The same words for both sides but the recruiter's, which name the candidate. */
export function forAll(words: TemplateWords): SideWords {
  return { candidate: words, client: words, recruiter: words }
}
