import type { DraftMessage, MessagePart } from '../bot/message.ts'
import type { Interval } from '../domain/availability.ts'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import {
  conventionsOf,
  formatDay,
  formatInstant,
  formatTimeOfDay,
  formatTimeRange,
  formatZone,
  isoDateOf,
  type Reader,
} from '../domain/formatTime.ts'
import { type Language, localeFor } from '../domain/language.ts'
import type { PartyRole } from '../domain/party.ts'
import type { JoinFormat } from '../domain/request.ts'
import { type Letter, letterHtml, letterText, type Row, type Section } from '../mail/letter.ts'
import { describeFormat, type MailContent } from '../mail/messages.ts'
import type { BriefingWords, WaitingKind } from '../words/briefingWords.ts'
import { catalogue, wordsFor } from '../words/catalogue.ts'

/** One interview as its reader should know it beforehand. */
export interface BriefedInterview extends Interval {
  candidateName: string
  jobTitle: string
  clientName: string | null
  format: JoinFormat
  /** How the reader stands to it. */
  role: PartyRole
  isTakingPart: boolean
  isBeingMoved: boolean
  /** Everybody who takes part but the reader. */
  people: readonly { name: string; role: PartyRole }[]
  /** What the candidate wrote with the offered times. */
  candidateNote: string | null
  /** Null when the ATS does not answer or has lost the application. */
  record: {
    url: string
    stageLabel: string
    /** "Senior Engineer at Initech": what the candidate does now. */
    headline: string | null
    jobDescription: string | null
    documents: readonly { name: string; url: string }[]
  } | null
  /** The conversation about it, on Parley's own pages. */
  chatUrl: string
}

export interface WaitingItem {
  kind: WaitingKind
  candidateName: string
  jobTitle: string
  /** The reason, the failed step's sentence, a name, or a number of times: what the sentence of its kind needs. */
  detail: string | null
  at: Date | null
  chatUrl: string
}

export interface Engagement extends Interval {
  candidateName: string
  isHeld: boolean
}

export type Conflict =
  /** Less than `gapMinutes` between two engagements of one person, earlier one first. */
  | { kind: 'person'; name: string; first: Engagement; second: Engagement; gapMinutes: number }
  /** The reader's own calendar. */
  | { kind: 'busy'; interview: Engagement; busy: Interval }

/** All that a briefing says, before it is put into words. */
export interface BriefingView {
  kind: 'daily' | 'meeting'
  now: Date
  reader: Reader
  member: { name: string; email: string }
  agency: { name: string; accentColor: string }
  /** Whom a reader who is no recruiter can turn to. */
  recruiter: { name: string; email: string; phone: string | null } | null
  interviews: readonly BriefedInterview[]
  waiting: readonly WaitingItem[]
  conflicts: readonly Conflict[]
}

const interviewCountMax = 12
const waitingCountMax = 20

/** A day without interviews and without anything to decide is not worth a message. */
export function isEmptyBriefing(view: Pick<BriefingView, 'interviews' | 'waiting'>): boolean {
  return view.interviews.length === 0 && view.waiting.length === 0
}

/** What only who takes part should read of a candidate is marked. */
type ToldRow = Row & { isPrivate?: boolean }

interface Told {
  words: BriefingWords
  language: Language
  heading: string
  summary: string
  conflicts: string[]
  interviews: {
    time: string
    title: string
    rows: ToldRow[]
    links: { label: string; url: string; isPrivate?: boolean }[]
    joinUrl: string | null
    chatUrl: string
  }[]
  moreInterviews: number
  waiting: { text: string; url: string }[]
  moreWaiting: number
  zone: string
}

/** The briefing as a chat message in the reader's language, null when there is nothing to say. */
export function composeBriefing(view: BriefingView): DraftMessage | null {
  if (isEmptyBriefing(view)) return null
  const { language } = conventionsOf(view.reader)
  const told = tell(view, language)
  const { words } = told
  const parts: MessagePart[] = [
    {
      kind: 'heading',
      text: view.kind === 'daily' ? `${told.heading}, ${formatDayIn(view, language)}` : told.heading,
      status: { tone: told.conflicts.length > 0 ? 'warning' : 'info', text: told.summary },
    },
    ...told.conflicts.map((text): MessagePart => ({ kind: 'note', tone: 'warning', text })),
  ]
  for (const interview of told.interviews) {
    parts.push({ kind: 'slots', slots: [{ label: interview.time, detail: interview.title }] })
    parts.push({
      kind: 'facts',
      facts: interview.rows.map(({ label, value, url, isPrivate }) => ({
        label,
        value,
        ...(url && !url.startsWith('tel:') ? { url } : {}),
        ...(isPrivate ? { isPrivate } : {}),
      })),
    })
    const links = [...interview.links, { label: words.label.conversation, url: interview.chatUrl }]
    parts.push({ kind: 'links', links })
  }
  if (told.moreInterviews > 0) parts.push({ kind: 'text', text: words.more(told.moreInterviews) })
  if (told.waiting.length > 0)
    parts.push({
      kind: 'list',
      title: told.words.section.waiting,
      items: [...told.waiting, ...(told.moreWaiting > 0 ? [{ text: words.more(told.moreWaiting) }] : [])],
    })
  if (told.interviews.length > 0) parts.push({ kind: 'text', text: words.allTimesIn(told.zone) })
  return { parts, actions: [], privateNames: candidateNamesIn(view), ...(language === 'en' ? {} : { language }) }
}

function candidateNamesIn({ interviews, waiting, conflicts }: BriefingView): string[] {
  const engagements = conflicts.flatMap((one) => (one.kind === 'busy' ? [one.interview] : [one.first, one.second]))
  return [...new Set([...interviews, ...waiting, ...engagements].map((one) => cleanLine(one.candidateName, 120)))]
}

/** The briefing as a mail in the reader's language, null when there is nothing to say. */
export function composeBriefingMail(view: BriefingView, fromAddress: string): MailContent | null {
  if (isEmptyBriefing(view)) return null
  const { language, locale } = conventionsOf(view.reader)
  const told = tell(view, language)
  const { words } = told
  const name = cleanLine(view.member.name, 120)
  const agencyName = cleanLine(view.agency.name, 120)
  const first = inOrder(view)[0]
  const firstTime = first ? formatTimeOfDay(first.startsAt, view.reader) : null
  const isMeeting = view.kind === 'meeting' && first !== undefined
  const person = view.recruiter ?? view.member
  const join = isMeeting ? (told.interviews[0]?.joinUrl ?? null) : null
  const letter: Letter = {
    language,
    accentColor: view.agency.accentColor,
    agencyName,
    heading: view.kind === 'daily' ? `${told.heading}, ${formatDayIn(view, language)}` : told.heading,
    colon: wordsFor(view.reader.locale).mails.colon,
    greeting: words[view.kind].opening(name),
    opening: [],
    moment: null,
    sections: sectionsOf(told),
    rows: [],
    lists: [],
    button: join ? { label: words.button.join, url: join } : null,
    addressHint: wordsFor(view.reader.locale).mails.addressHint,
    hints: [...(told.interviews.length > 0 ? [words.allTimesIn(told.zone)] : []), words.settingsHint[view.kind]],
    regards: wordsFor(view.reader.locale).mails.regards,
    person: view.recruiter,
    footer: [wordsFor(view.reader.locale).mails.assistant(agencyName)],
  }
  const subject =
    isMeeting && first
      ? words.subjectMeeting(firstTime ?? '', cleanLine(first.candidateName, 120), roleOf(first, words))
      : words.subjectDaily(view.interviews.length, firstTime, view.waiting.length)
  return {
    from: { name: agencyName, address: fromAddress },
    replyTo: { name: cleanLine(person.name, 120), address: person.email },
    to: { name, address: view.member.email },
    subject,
    text: letterText(letter),
    html: letterHtml(letter),
    locale,
    references: [],
    calendar: null,
  }
}

function sectionsOf(told: Told): Section[] {
  const { words } = told
  const sections: Section[] = []
  if (told.conflicts.length > 0)
    sections.push({ title: words.section.conflicts, isWarning: true, blocks: told.conflicts.map(plainBlock) })
  if (told.interviews.length > 0)
    sections.push({
      title: told.interviews.length > 1 ? words.section.interviews : null,
      isWarning: false,
      blocks: [
        ...told.interviews.map((interview) => ({
          time: interview.time,
          text: interview.title,
          rows: [
            ...interview.rows,
            ...interview.links.map((link, index) => linkRow(words, interview.title, link, index)),
          ],
        })),
        ...(told.moreInterviews > 0 ? [plainBlock(words.more(told.moreInterviews))] : []),
      ],
    })
  if (told.waiting.length > 0)
    sections.push({
      title: words.section.waiting,
      isWarning: false,
      blocks: [
        ...told.waiting.map(({ text }) => plainBlock(text)),
        ...(told.moreWaiting > 0 ? [plainBlock(words.more(told.moreWaiting))] : []),
      ],
    })
  return sections
}

function plainBlock(text: string) {
  return { time: null, text, rows: [] }
}

/** The record is named by whom it is about, its documents by their own names. */
function linkRow(words: BriefingWords, title: string, link: { label: string; url: string }, index: number): Row {
  if (index === 0) return { label: words.label.record, value: title, url: link.url }
  return { label: index === 1 ? words.label.documents : '', value: link.label, url: link.url }
}

function tell(view: BriefingView, language: Language): Told {
  const words = catalogue[language].briefings
  const { reader } = view
  const sorted = inOrder(view)
  const shown = sorted.slice(0, interviewCountMax)
  const waiting = view.waiting.slice(0, waitingCountMax)
  const first = sorted[0]
  const counts = [
    ...(sorted.length > 0 ? [words.interviewCount(sorted.length)] : []),
    ...(view.waiting.length > 0 ? [words.waitingCount(view.waiting.length)] : []),
  ]
  return {
    words,
    language,
    heading:
      view.kind === 'meeting' && first
        ? words.meeting.heading(cleanLine(first.candidateName, 120), formatTimeOfDay(first.startsAt, reader))
        : words.daily.heading(weekdayOf(view, language)),
    summary: view.kind === 'meeting' && first ? roleOf(first, words) : counts.join(' · '),
    conflicts: view.conflicts.map((conflict) => conflictSentence(conflict, words, reader)),
    interviews: shown.map((interview) => tellInterview(interview, view, words, language)),
    moreInterviews: sorted.length - shown.length,
    waiting: waiting.map((item) => ({ text: waitingSentence(item, view, words), url: item.chatUrl })),
    moreWaiting: view.waiting.length - waiting.length,
    zone: formatZone(first?.startsAt ?? view.now, { ...reader, locale: localeIn(view, language) }),
  }
}

function inOrder(view: BriefingView): BriefedInterview[] {
  return [...view.interviews].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

function tellInterview(
  interview: BriefedInterview,
  view: BriefingView,
  words: BriefingWords,
  language: Language,
): Told['interviews'][number] {
  const { record } = interview
  const { label } = words
  const locale = localeIn(view, language)
  const format = describeFormat(interview.format, { role: interview.role, locale }, interview, view.agency.name)
  const joinUrl = webUrl(format.joinUrl ?? '')
  const row = (name: string, value: string, url: string | null = null): Row => ({ label: name, value, url })
  const lineCount = view.kind === 'meeting' ? 4 : 2
  const rows: ToldRow[] = [
    ...(interview.isBeingMoved ? [row(label.attention, words.beingMoved)] : []),
    joinUrl
      ? row(label.join, joinUrl, joinUrl)
      : row(label.place, format.joinUrl ? cleanLine(format.joinUrl) : (format.address ?? format.words)),
    ...(format.number ? [row(label.number, format.number, `tel:${format.number.replace(/[^+\d]/g, '')}`)] : []),
    row(
      label.with,
      interview.people.map((person) => `${cleanLine(person.name, 120)} (${words.party[person.role]})`).join(', ') +
        (interview.isTakingPart ? '' : `. ${words.unattended}`),
    ),
    ...(record ? [row(label.stage, cleanLine(record.stageLabel, 120))] : []),
    ...(record?.headline ? [{ ...row(label.candidate, cleanLine(record.headline, 200)), isPrivate: true }] : []),
    ...(interview.candidateNote
      ? [{ ...row(label.note, cleanParagraphs(interview.candidateNote, 500)), isPrivate: true }]
      : []),
    ...(record?.jobDescription ? [row(label.job, firstLines(record.jobDescription, lineCount, lineCount * 130))] : []),
    ...(record ? [] : [row(label.attention, words.recordUnknown)]),
  ]
  const links = record
    ? [{ name: label.record, url: record.url }, ...record.documents].flatMap((link, index) => {
        const url = webUrl(link.url, record.url)
        return url ? [{ label: cleanLine(link.name, 120), url, ...(index > 0 ? { isPrivate: true } : {}) }] : []
      })
    : []
  return {
    time: formatTimeRange(interview, view.reader),
    title: `${cleanLine(interview.candidateName, 120)} · ${roleOf(interview, words)}`,
    rows,
    links,
    joinUrl,
    chatUrl: interview.chatUrl,
  }
}

function roleOf(interview: Pick<BriefedInterview, 'jobTitle' | 'clientName'>, words: BriefingWords): string {
  return words.roleAt(
    cleanLine(interview.jobTitle, 120),
    interview.clientName ? cleanLine(interview.clientName, 120) : null,
  )
}

/** A job's advertisement is long; its first lines say what it is about. */
function firstLines(text: string, lineCount: number, lengthMax: number): string {
  const lines = cleanParagraphs(text, 4_000)
    .split('\n')
    .filter((line) => line !== '')
  return cleanParagraphs(lines.slice(0, lineCount).join('\n'), lengthMax)
}

/** The address when it leads to a web page. */
function webUrl(address: string, base?: string): string | null {
  const url = URL.parse(address, base)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

function waitingSentence(item: WaitingItem, view: BriefingView, words: BriefingWords): string {
  const { reader } = view
  const who = `${cleanLine(item.candidateName, 120)} · ${cleanLine(item.jobTitle, 120)}`
  const isToday = item.at !== null && isoDateOf(item.at, reader.zone) === isoDateOf(view.now, reader.zone)
  const when = item.at && (isToday ? words.today(formatTimeOfDay(item.at, reader)) : formatInstant(item.at, reader))
  return words.waiting[item.kind]({ who, detail: item.detail ? cleanLine(item.detail, 300) : null, when })
}

function conflictSentence(conflict: Conflict, words: BriefingWords, reader: Reader): string {
  const named = (engagement: Engagement) => {
    const what = `${cleanLine(engagement.candidateName, 120)} ${formatTimeRange(engagement, reader)}`
    return engagement.isHeld ? words.held(what) : what
  }
  if (conflict.kind === 'busy') return words.busy(named(conflict.interview), formatTimeRange(conflict.busy, reader))
  const { first, second, gapMinutes } = conflict
  const name = cleanLine(conflict.name, 120)
  const minutes = Math.floor((second.startsAt.getTime() - first.endsAt.getTime()) / 60_000)
  if (minutes < 0) return words.overlap(name, named(first), named(second))
  return words.tooClose(name, named(first), named(second), minutes, gapMinutes)
}

/** The reader's own conventions when the text is in their language. */
function localeIn(view: BriefingView, language: Language): string {
  return localeFor(language, view.reader.locale)
}

function formatDayIn(view: BriefingView, language: Language): string {
  return formatDay(view.now, { ...view.reader, locale: localeIn(view, language) }).replace(
    new RegExp(`^${weekdayOf(view, language)},? ?`),
    '',
  )
}

function weekdayOf(view: BriefingView, language: Language): string {
  const { locale } = conventionsOf({ ...view.reader, locale: localeIn(view, language) })
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: view.reader.zone }).format(view.now)
}
