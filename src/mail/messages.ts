import type { Interval } from '../domain/availability.ts'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import type { InvitationMethod } from '../domain/effect.ts'
import {
  conventionsOf,
  formatDate,
  formatDay,
  formatDuration,
  formatInstant,
  formatList,
  formatRange,
  formatTimeRange,
  formatZone,
  type Reader,
} from '../domain/formatTime.ts'
import type { PartyRole } from '../domain/party.ts'
import type { JoinFormat, RequestKind } from '../domain/request.ts'
import { wordsFor } from '../words/catalogue.ts'
import { type MailWords, type Side, sideOf, type Template, type WordFacts } from '../words/mailWords.ts'
import { type Letter, letterHtml, letterText, type Moment, type Row } from './letter.ts'
import { type OfferedTime, type ProposedTime, proposalList, windowList } from './timeLists.ts'

/** What every mail needs to know. Nothing in it is another party's address or number. */
interface MailFrame {
  agency: { name: string; accentColor: string }
  /** The human behind the mail: Reply-To, signature, and whom to call. */
  recruiter: { name: string; email: string; phone: string | null }
  /** Who reads it. */
  party: { name: string; email: string; role: PartyRole; zone: string; locale: string; hourCycle?: 'h12' | 'h23' }
  request: RequestFacts
  /** Address that mails come from. */
  fromAddress: string
  /** The request's own address, where Parley reads the answers; null: they go to the recruiter. */
  replyAddress: string | null
  /** Message-IDs of the earlier mails to this party about this request, oldest first, without angle brackets. */
  references: readonly string[]
  /** The recruiter's opening paragraph instead of ours; may hold {candidate} {job} {company} {agency} {recruiter}. */
  ownWords: string | null
}

export interface RequestFacts {
  kind: RequestKind
  /** "Backend Engineer Interview - Round 2". */
  title: string
  candidateName: string
  jobTitle: string
  clientName: string | null
  durationMinutes: number
  format: JoinFormat | null
  /** Names of the people the reader meets. */
  meets: readonly string[]
}

/** What a program read in a mail, to be read back. */
export type UnderstoodTimes =
  | { kind: 'windows'; windows: readonly OfferedTime[] }
  | { kind: 'select'; proposals: readonly ProposedTime[] }
  | { kind: 'decline' }

export type MailInput = MailFrame &
  (
    | {
        template: 'request' | 'askAnew' | 'reminder' | 'nothingFits' | 'renewedLink' | 'changed'
        url: string
        /** First and last day that can be offered, ISO dates. */
        days: { fromOn: string; toOn: string } | null
        answerBy: Date | null
        linkExpiresAt: Date | null
        reason: string | null
      }
    | {
        template: 'acknowledgement' | 'enteredForYou'
        url: string
        windows: readonly OfferedTime[]
        note: string | null
      }
    | { template: 'choice' | 'approval'; url: string; proposals: readonly ProposedTime[]; answerBy: Date | null }
    | { template: 'waiting'; url: string | null; waitsFor: 'otherSide' | 'approval' | 'details' }
    | { template: 'dayOf' | 'timeKept'; url: string | null; interview: Interval }
    /** `url`: the record in the ATS, for members; outsiders answer the mail. */
    | { template: 'feedback'; url: string | null; interview: Interval }
    /** `who` is late by about so many minutes. */
    | { template: 'late'; url: string | null; interview: Interval; who: string; minutes: number }
    | { template: 'closing' | 'needsYou' | 'released'; url: null; reason: string | null }
    | { template: 'readBack'; url: string; understood: UnderstoodTimes }
    | { template: 'notUnderstood'; url: string; why: 'words' | 'busy' | 'none' | 'short' }
    | { template: 'passedOn'; url: string }
  )

export type InvitationInput = MailFrame & {
  method: InvitationMethod
  /** 0 is the first invitation; a REQUEST above it is a change. */
  sequence: number
  interview: Interval
  /** Where it was before a change; null for the first invitation of its reader. */
  previous: Interval | null
  /** The reader's own page; null for members, who have the chat. */
  url: string | null
  reason: string | null
}

/** A mail without its Message-ID, which comes from the effect that sends it. */
export interface MailContent {
  from: { name: string; address: string }
  replyTo: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  locale: string
  references: readonly string[]
  calendar: { method: InvitationMethod; content: string } | null
}

/** Writes one of the templates for one party, in that party's language, zone and formats. */
export function composeMail(input: MailInput): MailContent {
  const frame = frameOf(input, input.template)
  const { words, reader, side, facts } = frame
  const letter = startLetter(frame, input, input.template)
  const rows: Row[] = []
  let subjectTime: string | null = null
  let body: Partial<Letter> = {}

  switch (input.template) {
    case 'request':
    case 'askAnew':
    case 'reminder':
    case 'nothingFits':
    case 'changed':
    case 'renewedLink': {
      rows.push(...requestRows(frame, input.request, false))
      if (input.days)
        rows.push(
          row(
            words.label.days,
            words.until(formatDate(input.days.fromOn, reader.locale), formatDate(input.days.toOn, reader.locale)),
          ),
        )
      if (input.answerBy) rows.push(row(words.label.answerBy, formatInstant(input.answerBy, reader)))
      if (input.linkExpiresAt) rows.push(row(words.label.linkUntil, formatInstant(input.linkExpiresAt, reader)))
      if (input.reason) rows.unshift(row(words.label.reason, cleanLine(input.reason, 1_000)))
      const isRenewed = input.template === 'renewedLink'
      const hints = [...(input.replyAddress && input.days ? [words.orAnswer.times] : []), words.privateLink]
      if (input.template === 'reminder') hints.push(words.stopReminders)
      body = { button: { label: isRenewed ? words.button.look : words.button.times, url: input.url }, hints }
      break
    }
    case 'acknowledgement':
    case 'enteredForYou': {
      rows.push(...requestRows(frame, input.request, false))
      if (input.note) rows.push(row(words.label.note, cleanLine(input.note, 2_000)))
      body = {
        lists: [windowList(frame, input.windows)],
        button: { label: words.button.changeTimes, url: input.url },
        hints: [words.privateLink],
      }
      break
    }
    case 'choice':
    case 'approval': {
      const sorted = [...input.proposals].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      const first = sorted[0]
      if (first) subjectTime = words.count(sorted.length, formatInstant(first.startsAt, reader))
      rows.push(...requestRows(frame, input.request, false))
      if (input.answerBy) rows.push(row(words.label.answerBy, formatInstant(input.answerBy, reader)))
      body = {
        lists: [proposalList(frame, sorted)],
        button: { label: input.template === 'choice' ? words.button.choose : words.button.review, url: input.url },
        hints: [...(input.replyAddress ? [words.orAnswer.choice] : []), words.noneSuits, words.privateLink],
      }
      break
    }
    case 'waiting': {
      rows.push(...requestRows(frame, input.request, false))
      body = {
        opening: [...letter.opening, words.waitsFor[input.waitsFor]({ ...facts, side })],
        button: input.url ? { label: words.button.look, url: input.url } : null,
        hints: input.url ? [words.privateLink] : [],
      }
      break
    }
    case 'dayOf':
    case 'timeKept': {
      subjectTime = formatInstant(input.interview.startsAt, reader)
      rows.push(...requestRows(frame, input.request, true))
      body = {
        moment: momentOf(frame, input.interview, words.label.when, null, false),
        button: input.url ? { label: words.button.manage, url: input.url } : null,
        hints: input.url ? [words.privateLink] : [],
      }
      break
    }
    case 'late': {
      const delay = formatDuration(input.minutes, reader.locale)
      subjectTime = delay
      rows.push(...requestRows(frame, input.request, true))
      body = {
        opening: [words.late(cleanLine(input.who, 120), delay), ...letter.opening],
        moment: momentOf(frame, input.interview, words.label.when, null, false),
        button: input.url ? { label: words.button.manage, url: input.url } : null,
        hints: input.url ? [words.privateLink] : [],
      }
      break
    }
    case 'readBack': {
      rows.push(...requestRows(frame, input.request, false))
      const { understood } = input
      body = {
        ...(understood.kind === 'decline' ? { opening: [...letter.opening, words.understoodNo] } : {}),
        ...(understood.kind === 'windows' ? { lists: [windowList(frame, understood.windows)] } : {}),
        ...(understood.kind === 'select' ? { lists: [proposalList(frame, understood.proposals)] } : {}),
        button: { label: words.button.confirm, url: input.url },
        hints: [words.ifNotRight, words.privateLink],
      }
      break
    }
    case 'notUnderstood':
    case 'passedOn': {
      rows.push(...requestRows(frame, input.request, false))
      body = {
        ...(input.template === 'notUnderstood' ? { opening: [...letter.opening, words.unclear[input.why]] } : {}),
        button: { label: words.button.look, url: input.url },
        hints: [words.privateLink],
      }
      break
    }
    case 'needsYou':
      body = { opening: [...letter.opening, ...(input.reason ?? '').split('\n').map((line) => cleanLine(line, 600))] }
      break
    case 'feedback': {
      rows.push(...requestRows(frame, input.request, false))
      body = {
        moment: momentOf(frame, input.interview, words.label.when, null, false),
        button: input.url ? { label: words.button.record, url: input.url } : null,
      }
      break
    }
    case 'released':
    case 'closing': {
      rows.push(...requestRows(frame, input.request, false))
      if (input.reason) rows.unshift(row(words.label.reason, cleanLine(input.reason, 1_000)))
      break
    }
  }
  return finish(frame, input, { ...letter, ...body, rows }, input.template, subjectTime, null)
}

/**
 * Writes the mail around a calendar object (`ics`, from calendar/ical with the same facts, see `describeInvitation`):
 * invitation, change or cancellation.
 */
export function composeInvitation(input: InvitationInput, ics: string): MailContent {
  const template = invitationTemplate(input)
  const frame = frameOf(input, template)
  const { words, reader } = frame
  const isCancelled = input.method === 'CANCEL'
  const rows = requestRows(frame, input.request, !isCancelled)
  if (input.reason) rows.unshift(row(words.label.reason, cleanLine(input.reason, 1_000)))
  const label = isCancelled ? words.label.cancelledTime : template === 'change' ? words.label.now : words.label.when
  const hasMoved = input.previous !== null && input.previous.startsAt.getTime() !== input.interview.startsAt.getTime()
  const letter: Letter = {
    ...startLetter(frame, input, template),
    moment: momentOf(
      frame,
      input.interview,
      template === 'change' && input.previous !== null && !hasMoved ? words.label.when : label,
      hasMoved ? input.previous : null,
      isCancelled,
    ),
    rows,
    button: input.url ? { label: isCancelled ? words.button.look : words.button.manage, url: input.url } : null,
    hints: [words.calendarHint[input.method], ...(input.url ? [words.privateLink] : [])],
  }
  return finish(frame, input, letter, template, formatInstant(input.interview.startsAt, reader), {
    method: input.method,
    content: ics,
  })
}

function invitationTemplate(input: InvitationInput): 'invitation' | 'change' | 'cancellation' {
  if (input.method === 'CANCEL') return 'cancellation'
  // Whoever joins an interview that was moved before is invited, not told of a change.
  return input.sequence > 0 && input.previous !== null ? 'change' : 'invitation'
}

/** The facts of the calendar object in the reader's language: what calendar/ical is given beside people and times. */
export function describeInvitation(
  input: Omit<InvitationInput, 'ownWords' | 'references' | 'fromAddress' | 'replyAddress'>,
): {
  title: string
  description: string
  place: string
  joinUrl: string | null
} {
  const frame = frameOf(
    { ...input, ownWords: null, references: [], fromAddress: '', replyAddress: null },
    invitationTemplate(input as InvitationInput),
  )
  const { words } = frame
  const format = describeFormat(
    input.request.format ?? { kind: 'follows' },
    input.party,
    input.request,
    input.agency.name,
  )
  const rows = requestRows(frame, input.request, input.method === 'REQUEST')
  if (input.reason) rows.unshift(row(words.label.reason, cleanLine(input.reason, 1_000)))
  const lines = rows.map((item) => `${item.label}${words.colon}${item.value}`)
  if (input.url) lines.push('', `${words.button.manage}${words.colon}${input.url}`)
  lines.push('', `${cleanLine(input.recruiter.name, 120)}, ${cleanLine(input.agency.name, 120)}`)
  if (input.recruiter.phone) lines.push(cleanLine(input.recruiter.phone, 40))
  lines.push(words.assistant(cleanLine(input.agency.name, 120)))
  return {
    title: cleanLine(
      `${input.request.title}: ${frame.side === 'candidate' ? frame.facts.company : frame.facts.candidate}`,
    ),
    description: lines.join('\n'),
    place: format.place,
    joinUrl: format.joinUrl,
  }
}

/**
 * How the parties meet, in the reader's words. `words` are safe before anything is agreed; `place`, `number` and `joinUrl`
 * are joining details, for after. The number is the one that was given for this call and both ends of it may see it.
 */
export function describeFormat(
  format: JoinFormat,
  party: { role: PartyRole; locale: string },
  request: { candidateName: string; clientName: string | null },
  agencyName: string,
): { words: string; place: string; number: string | null; joinUrl: string | null; address: string | null } {
  const words = wordsFor(party.locale).mails
  const nothing = { number: null, joinUrl: null, address: null }
  switch (format.kind) {
    case 'video':
      return { ...nothing, words: words.format.video, place: words.format.video, joinUrl: format.url }
    case 'onsite': {
      const address = cleanLine(format.address)
      return { ...nothing, words: words.format.onsite, place: address, address }
    }
    case 'follows':
      return { ...nothing, words: words.format.follows, place: words.format.follows }
    case 'phone': {
      const company = cleanLine(request.clientName ?? agencyName, 120)
      const candidate = cleanLine(request.candidateName, 120)
      const side = sideOf(party.role)
      const [from, to] = format.caller === 'candidate' ? [candidate, company] : [company, candidate]
      const isCaller = (format.caller === 'candidate') === (side === 'candidate')
      const said =
        side === 'recruiter'
          ? words.format.phoneBetween(from, to)
          : isCaller
            ? words.format.phoneYouCall(to)
            : words.format.phoneCallsYou(from)
      const number = cleanLine(format.number, 40)
      return { ...nothing, words: said, place: `${said}, ${number}`, number }
    }
  }
}

/** Names in curly brackets, for a paragraph that is written once and used for many requests. */
export const placeholderFacts: WordFacts = {
  candidate: '{candidate}',
  job: '{job}',
  company: '{company}',
  agency: '{agency}',
  recruiter: '{recruiter}',
}

/** The opening paragraph that the recruiter can edit; with `placeholderFacts` it is fit to be kept for later requests. */
export function defaultWords(
  template: Template,
  locale: string,
  role: PartyRole,
  facts: WordFacts = placeholderFacts,
): string {
  return wordsFor(locale).mails.templates[template][sideOf(role)].opening(facts)
}

interface Frame {
  reader: Reader
  side: Side
  facts: WordFacts
  words: MailWords
  template: Template
}

function frameOf(input: MailFrame, template: Template): Frame {
  const { party, request } = input
  return {
    reader: {
      zone: party.zone,
      locale: party.locale,
      ...(party.hourCycle ? { hourCycle: party.hourCycle } : {}),
    },
    side: sideOf(party.role),
    words: wordsFor(party.locale).mails,
    template,
    facts: {
      candidate: cleanLine(request.candidateName, 120),
      job: cleanLine(request.jobTitle, 120),
      company: cleanLine(request.clientName ?? input.agency.name, 120),
      agency: cleanLine(input.agency.name, 120),
      recruiter: cleanLine(input.recruiter.name, 120),
    },
  }
}

function startLetter(frame: Frame, input: MailFrame, template: Template): Letter {
  const { words, facts, side } = frame
  const own = input.ownWords ? cleanParagraphs(fillWords(input.ownWords, facts)) : ''
  const phone = input.recruiter.phone ? cleanLine(input.recruiter.phone, 40) : null
  return {
    language: conventionsOf(frame.reader).language,
    accentColor: input.agency.accentColor,
    agencyName: facts.agency,
    heading: words.templates[template][side].heading(facts),
    colon: words.colon,
    greeting: words.greeting(cleanLine(input.party.name, 120)),
    opening: own ? own.split('\n\n') : [words.templates[template][side].opening(facts)],
    moment: null,
    rows: [],
    lists: [],
    button: null,
    addressHint: words.addressHint,
    hints: [],
    regards: words.regards,
    person: { name: facts.recruiter, email: input.recruiter.email, phone },
    footer: [
      words.assistant(facts.agency),
      input.replyAddress
        ? words.humanAfterProgram(facts.recruiter, input.recruiter.email, phone)
        : words.human(facts.recruiter, phone),
    ],
  }
}

function fillWords(text: string, facts: WordFacts): string {
  return text.replace(/\{(candidate|job|company|agency|recruiter)\}/g, (_, name: keyof WordFacts) => facts[name])
}

function finish(
  frame: Frame,
  input: MailFrame,
  letter: Letter,
  template: Template,
  subjectTime: string | null,
  calendar: MailContent['calendar'],
): MailContent {
  const { facts, side, words } = frame
  const topic = words.templates[template][side].subject(facts)
  return {
    from: { name: cleanLine(`${facts.recruiter} via ${facts.agency}`, 120), address: input.fromAddress },
    replyTo: { name: facts.recruiter, address: input.replyAddress ?? input.recruiter.email },
    to: { name: cleanLine(input.party.name, 120), address: input.party.email },
    subject: subjectTime ? `${topic}, ${subjectTime}` : topic,
    text: letterText(letter),
    html: letterHtml(letter),
    locale: conventionsOf(frame.reader).locale,
    references: input.references,
    calendar,
  }
}

function row(label: string, value: string, url: string | null = null): Row {
  return { label, value, url }
}

/** The facts every mail repeats, so that none has to be looked up in an earlier one. Joining details come first. */
function requestRows(frame: Frame, request: RequestFacts, isAgreed: boolean): Row[] {
  const { words, side, facts, reader } = frame
  const format = request.format
    ? describeFormat(request.format, { role: side, locale: reader.locale }, request, facts.agency)
    : null
  const formatRows: Row[] = []
  if (format) {
    formatRows.push(row(words.label.format, format.words))
    if (format.address) formatRows.push(row(words.label.address, format.address))
    if (isAgreed && format.joinUrl) formatRows.push(joinRow(words.label.join, format.joinUrl))
    if (isAgreed && format.number) formatRows.push(row(words.label.number, format.number, telAddress(format.number)))
  }
  const rows: Row[] = []
  const title = cleanLine(request.title)
  const meets = request.meets.map((name) => cleanLine(name, 120)).filter((name) => name !== '')
  rows.push(row(words.label.title, title))
  if (!title.toLowerCase().includes(facts.job.toLowerCase())) rows.push(row(words.label.position, facts.job))
  if (side !== 'candidate') rows.push(row(words.label.candidate, facts.candidate))
  if (side !== 'client' && request.kind === 'agency') rows.push(row(words.label.company, facts.company))
  // The candidate is named already: a client's "You meet" would only repeat the row above.
  if (meets.length > 0 && !(side === 'client' && meets.length === 1 && meets[0] === facts.candidate))
    rows.push(row(side === 'recruiter' ? words.label.participants : words.label.with, formatList(meets, reader.locale)))
  rows.push(row(words.label.duration, formatDuration(request.durationMinutes, reader.locale)))
  return isAgreed ? [...formatRows, ...rows] : [...rows, ...formatRows]
}

// A link that is none is shown as text: the recruiter may have typed "Teams, link follows".
function joinRow(label: string, address: string): Row {
  const url = URL.parse(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:')
    ? row(label, url.href, url.href)
    : row(label, cleanLine(address))
}

function telAddress(number: string): string | null {
  const digits = number.replace(/[^+\d]/g, '')
  return digits.length >= 5 ? `tel:${digits}` : null
}

function momentOf(
  frame: Frame,
  interview: Interval,
  label: string,
  was: Interval | null,
  isCancelled: boolean,
): Moment {
  const { reader, words } = frame
  return {
    label,
    day: formatDay(interview.startsAt, reader),
    time: formatTimeRange(interview, reader),
    zone: formatZone(interview.startsAt, reader),
    isCancelled,
    was: was ? { label: words.label.was, range: formatRange(was, reader) } : null,
  }
}
