import type { PartyRole } from '../domain/party.ts'
import type { LegalWords } from './legalWords.ts'

/** Everything a guest reads on a page that is not a name, a time or what somebody wrote. */
export interface PageWords {
  legal: LegalWords
  skip: string
  languageSwitch: string
  quote: (text: string) => string
  /** Between a label and its value, with the spaces of the language. */
  colon: string
  errorPrefix: string
  errorHeading: (count: number) => string
  to: (from: string, to: string) => string
  clock: (time: string) => string
  facts: { role: string; candidate: string; length: string; how: string; meets: string; howOpen: string }
  minutes: (count: number) => string
  contactHeading: string
  contact: (name: string) => string
  assistant: (agency: string, recruiter: string) => string
  linkLasts: (name: string, until: string) => string
  expiredNote: string
  zone: {
    now: (zone: string, offset: string) => string
    shifts: (zone: string, before: string, on: string, after: string) => string
    change: string
    pick: string
    apply: string
    all: string
    both: (range: string, zone: string) => string
    device: string
  }
  availability: {
    title: string
    heading: (role: PartyRole, name: string, candidate: string, company: string | null) => string
    intro: (minutes: string, agency: string) => string
    again: string
    suggesting: string
    weekOf: (from: string, to: string) => string
    quick: string
    fills: Readonly<Record<'all' | 'morning' | 'afternoon' | 'evening' | 'clear', string>>
    wholeDay: string
    noDays: string
    moreHours: string
    fewerHours: string
    rows: string
    rowsHint: string
    row: (number: number) => string
    on: string
    from: string
    until: string
    level: string
    good: string
    possible: string
    note: string
    noteHint: string
    send: string
    sendAgain: string
    sure: string
    goTo: (week: string) => string
    saved: (count: number) => string
    decline: string
    declineIntro: string
    back: string
  }
  told: {
    title: string
    heading: (name: string) => string
    intro: string
    byRecruiter: (recruiter: string) => string
    ifNeedBe: (range: string) => string
    sentence: (day: string, ranges: string) => string
    note: string
    next: string
    nextLater: string
    change: string
  }
  reason: string
  reasonHint: string
  choice: {
    title: string
    heading: (name: string) => string
    intro: string
    legend: string
    more: (count: number) => string
    goodForEveryone: string
    send: string
    noneLeft: string
    suggest: string
  }
  approval: {
    title: string
    heading: (name: string, candidate: string) => string
    intro: (candidate: string, minutes: string, job: string) => string
    legend: string
    several: string
    resume: string
    send: string
    suggest: string
    declineHeading: string
    declineTick: string
    declineSend: string
  }
  declineTick: string
  declineSend: string
  /** What a program understood of the guest's mail. */
  reading: {
    title: string
    heading: (name: string) => string
    intro: string
    times: string
    replaces: string
    tick: string
    send: string
    no: string
    change: string
  }
  waiting: {
    title: string
    heading: Readonly<Record<'otherSide' | 'approval' | 'details', (name: string) => string>>
    text: Readonly<Record<'otherSide' | 'approval' | 'details', string>>
  }
  manage: {
    title: string
    heading: string
    whereOpen: string
    join: string
    add: string
    moveHeading: string
    moveIntro: string
    moveTick: string
    moveSend: string
    cancelHeading: string
    cancelIntro: string
    cancelTick: string
    cancelSend: string
    changed: (name: string) => string
  }
  /** What a guest may still change, and why no more. */
  limits: {
    late: (hours: number, recruiter: string) => string
    moved: (count: number, recruiter: string) => string
    open: (hours: number, movesLeft: number) => string
  }
  reminders: { heading: string; intro: string; tick: string; send: string; stopped: (recruiter: string) => string }
  closed: { title: string; heading: Readonly<Record<'cancelled' | 'declined' | 'completed' | 'released', string>> }
  expired: { title: string; heading: string; text: string; tick: string; send: string }
  renewed: { title: string; heading: string; text: string }
  unknown: { title: string; heading: string; text: string }
  tooMany: { title: string; heading: string; text: string }
  broken: { title: string; heading: string; text: string }
  tooBig: { title: string; heading: string; text: string }
  /** Where the house has no sentence in the reader's language. */
  trouble: { badInput: string; busy: string; other: string }
  notices: { taken: string; tooLate: string }
  errors: {
    noTimes: string
    sure: string
    tooMany: (max: number) => string
    badTick: string
    zone: string
    zoneChanged: (zone: string) => string
    note: (max: number) => string
    reason: (max: number) => string
    date: string
    time: string
    missing: string
    notInWeek: (from: string, to: string) => string
    endFirst: string
    past: string
    early: (at: string) => string
    late: (on: string) => string
    gap: (time: string, on: string) => string
    short: (day: string, range: string, minutes: string) => string
    declineTick: string
    choose: string
    moveTick: string
    cancelTick: string
    readingTick: string
    remindersTick: string
    renewTick: string
  }
}
