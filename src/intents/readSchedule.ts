import {
  articles,
  cutMark,
  formatWords,
  interviewNouns,
  isCut,
  readName,
  roleNouns,
  spelledOut,
  splitList,
} from './grammar.ts'
import type { Intent } from './intent.ts'
import type { DayRange } from './readDays.ts'
import type { TimesInText } from './timesInText.ts'
import { matchAnyPhrase, type Token } from './tokens.ts'

type Schedule = Extract<Intent, { kind: 'schedule' }>

const clientFirst = [
  'ask the client first',
  'client first',
  'the client first',
  'start with the client',
  'ask client first',
  'hiring manager first',
  'the hiring manager first',
  'ask the hiring manager first',
  'client goes first',
]
const candidateFirst = [
  'ask the candidate first',
  'candidate first',
  'the candidate first',
  'start with the candidate',
  'ask candidate first',
  'candidate goes first',
]
const bothAtOnce = [
  'both at once',
  'ask both at once',
  'ask both',
  'both sides at once',
  'at the same time',
  'ask both at the same time',
  'ask everyone at once',
  'in parallel',
  'everyone at once',
  'ask both sides',
  'ask both sides at once',
]
const allMust = [
  'all must agree',
  'they all must agree',
  'everyone must agree',
  'everybody must agree',
  'both must agree',
  'all need to agree',
  'all have to agree',
  'all of them must agree',
  'all of them',
  'all must be there',
  'they must all agree',
]
const anyOne = [
  'any of them',
  'any one of them',
  'either of them',
  'either one',
  'any one is enough',
  'one of them is enough',
  'one is enough',
  'any is fine',
  'either is fine',
  'any of them is fine',
  'any one',
  'whoever is free',
  'one of them',
]
const joining = [
  "i'll join",
  'i will join',
  "i'll be there",
  'i will be there',
  "i'll attend",
  'i will attend',
  'i want to join',
  "i'd like to join",
  'i should be there',
  "i'll sit in",
  'with me',
  'including me',
  'me included',
  'me too',
  'and me',
  "i'm joining",
  'i am joining',
  'i join',
  'and i',
]
const notJoining = [
  'without me',
  "i won't join",
  'i will not join',
  "i'm not joining",
  'i do not join',
  "i don't need to join",
]
const atOnce = ['asap', 'as soon as possible']

interface Taken {
  durationMinutes: number | null
  order: Schedule['order']
  askedFirst: string | null
  quorum: Schedule['quorum']
  range: DayRange
  isRecruiterAttending: boolean
  isScreening: boolean
  unread: string[]
}

/** "Sam at Acme", "Sam from Acme": the company first, because it narrows the search, then the person. */
function splitAffiliation(name: string): string[] {
  const match = /^(\S.*?)\s+(?:at|from|of)\s+(\S.*)$/iu.exec(name)
  return match?.[1] && match[2] ? [match[2], match[1]] : [name]
}

/** What is said about how to arrange it: who is asked first, whether all must come, whether the writer joins. */
export function readScheduleWishes(
  text: string,
  tokens: readonly Token[],
  times: TimesInText,
): Pick<Schedule, 'order' | 'quorum' | 'isScreening' | 'isRecruiterAttending'> {
  const { taken } = takeOwnPhrases(text, tokens, times)
  const { order, quorum, isScreening, isRecruiterAttending } = taken
  return { order, quorum, isScreening, isRecruiterAttending }
}

/** Reads what follows "schedule": first what shows itself by its own words, then names by the word that leads them. */
export function readSchedule(text: string, tokens: readonly Token[], times: TimesInText): Schedule {
  const { taken, rest } = takeOwnPhrases(text, tokens, times)
  const { unread } = taken
  let candidate: string | null = null
  let job: string | null = null
  const counterparts: string[] = []
  const addCounterparts = (run: readonly Token[]): void => {
    const lead = matchAnyPhrase(run, 0, ['any of', 'any one of', 'one of', 'either'])
    const everyone = matchAnyPhrase(run, 0, ['both', 'all of'])
    const list = splitList(run.slice(lead ?? everyone ?? 0))
    if (lead !== null || list.hasOr) taken.quorum ??= 'any'
    for (const item of list.items) {
      const itemJob = readJob(text, item)
      const name = readName(text, item)
      if (itemJob && job === null) job = itemJob
      else if (name)
        for (const part of splitAffiliation(name)) if (!counterparts.includes(part)) counterparts.push(part)
    }
  }

  const segments = splitSegments(rest)
  const plain: Segment[] = []
  for (const segment of segments) {
    const role = ['for', 'as', 'on', 'of', 'about'].includes(segment.lead) ? readJob(text, segment.tokens) : null
    if (role && job === null) job = role
    else plain.push(segment)
  }
  for (const segment of plain) {
    if (segment.lead === '' && candidate === null) {
      const object = readObject(text, segment.tokens)
      job ??= object.job
      const [first, ...others] = object.names
      candidate = first ?? null
      counterparts.push(...others)
    } else if (segment.lead === 'between' && candidate === null) {
      const [first = [], ...others] = splitList(segment.tokens).items
      candidate = readName(text, first)
      for (const item of others) addCounterparts(item)
    } else if (segment.lead === 'with' || segment.lead === 'at') addCounterparts(segment.tokens)
    else if (segment.lead === 'for' || segment.lead === 'of') {
      const object = readObject(text, segment.tokens)
      if (object.names.length === 0 && object.job === null) continue
      if (candidate === null) {
        const [first, ...others] = object.names
        candidate = first ?? null
        counterparts.push(...others)
        job ??= object.job
      } else if (job === null) job = readName(text, segment.tokens)
      else unread.push(spelledOut(text, segment.tokens))
    } else if (segment.lead === 'as' && job === null) job = readName(text, segment.tokens)
    else if (segment.tokens.length > 0) unread.push(spelledOut(text, segment.tokens))
  }
  // "a screening with Jane": a screening is the recruiter's own talk with a candidate.
  if (candidate === null && taken.isScreening && counterparts.length === 1) candidate = counterparts.pop() ?? null

  return {
    kind: 'schedule',
    candidate,
    counterparts,
    job,
    durationMinutes: taken.durationMinutes,
    order: taken.order ?? orderOf(taken, candidate, counterparts),
    quorum: taken.quorum,
    ...taken.range,
    isScreening: taken.isScreening,
    isRecruiterAttending: taken.isRecruiterAttending,
    ...(unread.length > 0 ? { unreadWords: unread.join(', ') } : {}),
  }
}

/** "ask Sam first": who that is follows from who was named where. */
function orderOf(taken: Taken, candidate: string | null, counterparts: readonly string[]): Schedule['order'] {
  const asked = taken.askedFirst?.toLowerCase()
  if (!asked) return null
  const isNamed = (name: string): boolean =>
    name.toLowerCase() === asked || name.toLowerCase().split(' ').includes(asked)
  const isCandidate = candidate !== null && isNamed(candidate)
  const isClient = counterparts.some(isNamed)
  if (isCandidate !== isClient) return isCandidate ? 'candidateFirst' : 'clientFirst'
  taken.unread.push(`ask ${taken.askedFirst} first`)
  return null
}

function takeOwnPhrases(text: string, tokens: readonly Token[], times: TimesInText): { taken: Taken; rest: Token[] } {
  const taken: Taken = {
    durationMinutes: null,
    order: null,
    askedFirst: null,
    quorum: null,
    range: { fromOn: null, toOn: null },
    isRecruiterAttending: false,
    isScreening: false,
    unread: [],
  }
  const rest: Token[] = []
  let at = 0
  const skipTo = (next: number): void => {
    at = next
    rest.push(cutMark)
  }
  while (at < tokens.length) {
    const token = tokens[at] as Token
    const choice = choiceAt(tokens, at)
    const asked = askedFirstAt(tokens, at)
    const lead = matchAnyPhrase(tokens, at, ['for', 'of', 'lasting', 'taking', 'make it', 'about']) ?? at
    const duration =
      at > 0 && ['in', 'within', 'next'].includes(tokens[at - 1]?.word ?? '')
        ? null
        : times.lengthAt(tokens, matchAnyPhrase(tokens, lead, ['about']) ?? lead)
    if (token.kind === 'quoted') {
      rest.push(token)
      at += 1
    } else if (choice) {
      Object.assign(taken, choice.value)
      skipTo(choice.next)
    } else if (asked) {
      taken.askedFirst = spelledOut(text, tokens.slice(at + 1, asked - 1))
      skipTo(asked)
    } else if (duration) {
      if (duration.value === 'unclear' || taken.durationMinutes !== null)
        taken.unread.push(spelledOut(text, tokens.slice(at, duration.next)))
      else taken.durationMinutes = duration.value
      skipTo(duration.next)
    } else {
      const next = takeTime(text, tokens, at, times, taken)
      if (next !== null) skipTo(next)
      else {
        if (['screening', 'screen', 'prescreen', 'pre-screen', 'screener'].includes(token.word))
          taken.isScreening = true
        rest.push(token)
        at += 1
      }
    }
  }
  return { taken, rest }
}

function choiceAt(tokens: readonly Token[], at: number): { value: Partial<Taken>; next: number } | null {
  const choices: readonly [readonly string[], Partial<Taken>][] = [
    [clientFirst, { order: 'clientFirst' }],
    [candidateFirst, { order: 'candidateFirst' }],
    [bothAtOnce, { order: 'both' }],
    [allMust, { quorum: 'all' }],
    [anyOne, { quorum: 'any' }],
    [joining, { isRecruiterAttending: true }],
    [notJoining, { isRecruiterAttending: false }],
    [atOnce, {}],
  ]
  for (const [phrases, value] of choices) {
    const next = matchAnyPhrase(tokens, at, phrases)
    // "any of them" is a choice, "one of them from Acme" names people.
    if (next !== null) return { value, next }
  }
  return null
}

/** The end of "ask NAME first" when it stands at `at`. */
function askedFirstAt(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.word !== 'ask') return null
  for (let end = at + 2; end <= at + 5; end += 1) if (tokens[end]?.word === 'first') return end + 1
  return null
}

/** Takes a date range or clock time at `at` out of the sentence; null when none stands there. */
function takeTime(text: string, tokens: readonly Token[], at: number, times: TimesInText, taken: Taken): number | null {
  if (isNameLikeWeekday(tokens, at)) return null
  const days = times.daysAt(tokens, at)
  if (days) {
    const { fromOn, toOn, clockWords } = days.value
    const isClash = (fromOn !== null && taken.range.fromOn !== null) || (toOn !== null && taken.range.toOn !== null)
    if (isClash) taken.unread.push(spelledOut(text, tokens.slice(at, days.next)))
    else taken.range = { fromOn: taken.range.fromOn ?? fromOn, toOn: taken.range.toOn ?? toOn }
    if (!isClash && clockWords !== null) taken.unread.push(clockWords)
    return days.next
  }
  const clock = times.clockAt(tokens, at)
  if (!clock) return null
  taken.unread.push(spelledOut(text, tokens.slice(at, clock.next)))
  return clock.next
}

/** "schedule Sunday Adeyemi with Acme": a weekday right at the start, followed by another word of a name. */
function isNameLikeWeekday(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (at !== 0 || !next || next.kind !== 'word') return false
  return (
    tokens[0]?.kind === 'word' &&
    /day$/.test(tokens[0].word) &&
    !leads.has(next.word) &&
    !['and', 'or', 'next', 'this', 'at', 'morning', 'afternoon'].includes(next.word) &&
    !['today', 'someday'].includes(tokens[0].word)
  )
}

interface Segment {
  lead: string
  tokens: Token[]
}

const leads: ReadonlySet<string> = new Set([
  'with',
  'for',
  'at',
  'as',
  'between',
  'on',
  'of',
  'in',
  'by',
  'about',
  'via',
  'over',
  'because',
  'using',
])
const meetings = [
  'to meet with',
  'to meet',
  'to talk to',
  'to talk with',
  'to speak to',
  'to speak with',
  'to see',
  'to interview with',
  'meeting with',
  'vs',
  'and then with',
]

/** Cuts the rest of the sentence at the words that lead a name: with, for, at, as, between. */
function splitSegments(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let segment: Segment = { lead: '', tokens: [] }
  const close = (lead: string): void => {
    const trimmed = trimMarks(segment.tokens)
    if (trimmed.length > 0) segments.push({ lead: segment.lead, tokens: trimmed })
    segment = { lead, tokens: [] }
  }
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at] as Token
    const meeting = matchAnyPhrase(tokens, at, meetings)
    const isInName =
      ['at', 'of', 'in', 'on'].includes(token.word) &&
      (segment.lead === 'with' || (token.word !== 'at' && segment.lead !== '')) &&
      segment.tokens.length > 0
    if (meeting !== null) {
      close('with')
      at = meeting
      continue
    }
    // "a 45 min call": what stands around the duration belongs together.
    const isOpenPhrase =
      segment.tokens.length > 0 &&
      segment.tokens.every(({ word }) => articles.includes(word) || formatWords.includes(word))
    if (isCut(token) && isOpenPhrase) {
      at += 1
      continue
    }
    if (isCut(token) || (token.kind === 'mark' && token.word === '.'))
      close(segment.tokens.length > 0 || segment.lead === '' ? segmentAfterCut(tokens, at) : segment.lead)
    else if (token.kind === 'word' && leads.has(token.word) && !isInName) close(token.word)
    else segment.tokens.push(token)
    at += 1
  }
  close('')
  return segments
}

/** "with Sam, next week, and Priya": a list goes on behind what was taken out. */
function segmentAfterCut(tokens: readonly Token[], at: number): string {
  const next = tokens.slice(at + 1).find((token) => !isCut(token) && token.word !== ',')
  return next && ['and', '&', 'plus'].includes(next.word) ? 'with' : ''
}

function trimMarks(tokens: readonly Token[]): Token[] {
  const isLoose = (token: Token | undefined): boolean =>
    token !== undefined &&
    [',', ';', '.', ':', '-', '!', '?', '(', ')', 'and', '&', 'then', 'please', 'to'].includes(token.word) &&
    token.kind !== 'quoted'
  let [from, to] = [0, tokens.length]
  while (from < to && isLoose(tokens[from])) from += 1
  while (to > from && isLoose(tokens[to - 1])) to -= 1
  return tokens.slice(from, to)
}

/** "the Backend role", "position of Backend Engineer": the job's words; null when no word says that it is a job. */
function readJob(text: string, tokens: readonly Token[]): string | null {
  const last = tokens.at(-1)
  if (last && last.kind === 'word' && roleNouns.includes(last.word) && tokens.length > 1) {
    const lastComma = tokens.findLastIndex((token) => token.word === ',')
    const run = tokens.slice(lastComma + 1, -1)
    return readName(text, run)
  }
  const named = tokens.findIndex((token) => token.kind === 'word' && roleNouns.includes(token.word))
  const isLeading = named >= 0 && tokens.slice(0, named).every((token) => articles.includes(token.word))
  return isLeading
    ? readName(text, tokens.slice(matchAnyPhrase(tokens, named + 1, ['of', 'as', ':']) ?? named + 1))
    : null
}

/** What is scheduled: "Jane", "Jane's second interview", "a 45-minute Backend interview". */
function readObject(text: string, tokens: readonly Token[]): { names: string[]; job: string | null } {
  const roleJob = readJob(text, tokens)
  if (roleJob) return { names: [], job: roleJob }
  const possessive = tokens.findIndex((token) => token.word === "'s" || token.word === "'")
  const noun = tokens.findLastIndex((token) => token.kind === 'word' && interviewNouns.includes(token.word))
  if (possessive > 0) return { names: namesIn(text, tokens.slice(0, possessive)), job: null }
  if (noun < 0) return { names: namesIn(text, tokens), job: null }
  const hasArticle = articles.includes(tokens[0]?.word ?? '')
  const before = tokens
    .slice(0, noun)
    .filter(
      (token) =>
        !articles.includes(token.word) &&
        !formatWords.includes(token.word) &&
        !interviewNouns.includes(token.word) &&
        token.kind !== 'mark',
    )
  const after = namesIn(text, tokens.slice(noun + 1))
  const name = readName(text, before)
  if (hasArticle) return { names: after, job: name }
  return { names: name ? [name, ...after] : after, job: null }
}

function namesIn(text: string, tokens: readonly Token[]): string[] {
  return splitList(tokens).items.flatMap((item) => readName(text, item) ?? [])
}
