import { isTime, type Mark } from './mark.ts'

/** One or several cues that together say one thing: "can not do", "is not a problem". Indexes into the marks, half-open. */
export interface Predicate {
  from: number
  to: number
  polarity: 'offer' | 'busy' | 'except' | 'other'
  /** By a negation, not by a word that means it: "not before 10", "can't do after 4". */
  isTurned: boolean
  /** A bare "not" before a time: "not Thursday". */
  isTurnedTime: boolean
  /** "Not sure ...", "I doubt ...": what goes on without a joint hangs on it. */
  isUnsure?: boolean
  /** "... is not" behind a time: the opposite of what was said before. */
  isElliptic: boolean
}

/** A negation reaches the cue so many words behind it: "isn't really much of a problem". */
const reachWords = 4

/** The predicates among the marks of one stretch of text, in order. */
export function findPredicates(marks: readonly Mark[]): Predicate[] {
  const predicates: Predicate[] = []
  let cluster: number[] = []
  const close = () => {
    const predicate = readCluster(marks, cluster)
    if (predicate) predicates.push(predicate)
    cluster = []
  }
  for (const [at, mark] of marks.entries()) {
    if (mark.kind === 'time' && mark.pick.isLimit) {
      close()
      // Behind a time that is offered it only narrows.
      const isNarrowing =
        marks[at - 1]?.kind === 'time' || (marks[at - 1]?.kind === 'join' && marks[at - 2]?.kind === 'time')
      if (!isNarrowing || (predicates.at(-1)?.polarity ?? 'offer') !== 'offer')
        predicates.push({
          from: at,
          to: at,
          polarity: 'offer',
          isTurned: false,
          isTurnedTime: false,
          isElliptic: false,
        })
    }
    if (mark.kind === 'time' || (mark.kind === 'join' && mark.join !== 'none')) close()
    else if (mark.kind === 'cue') {
      // "Tuesday works not the afternoon though".
      const isNewNot =
        mark.words === 'not' && isBeforeTime(marks, at) && cluster.some((index) => isFreeAt(marks[index]))
      if (mark.cue === 'except' || mark.cue === 'versus' || isNewNot) close()
      if (
        ['free', 'busy', 'not', 'other', 'flexible', 'except', 'unsure', 'ask', 'versus', 'place', 'return'].includes(
          mark.cue,
        )
      )
        cluster.push(at)
    }
  }
  close()
  return joinAlike(marks, predicates)
}

const isFreeAt = (mark: Mark | undefined) => mark?.kind === 'cue' && mark.cue === 'free'

function readCluster(marks: readonly Mark[], cluster: readonly number[]): Predicate | null {
  const cues = cluster.flatMap((at) => {
    const mark = marks[at]
    return mark?.kind === 'cue' ? [{ at, cue: mark.cue, words: mark.words }] : []
  })
  const [first] = cues
  const last = cues.at(-1)
  if (!first || !last) return null
  const place = { from: first.at, to: last.at + 1 }
  const made = (polarity: Predicate['polarity'], isTurned = false, isTurnedTime = false): Predicate => ({
    ...place,
    polarity,
    isTurned,
    isTurnedTime,
    isElliptic: isElliptic(marks, cues),
  })
  if (cues.every(({ at, cue }) => (cue === 'busy' || cue === 'other') && isBesideWork(marks, at))) return null
  if (cues.some(({ cue }) => cue === 'except'))
    return made(
      'except',
      cues.some(({ words }) => words.endsWith(' not')),
    )
  if (
    cues.some(({ cue }) => cue === 'other' || cue === 'unsure' || cue === 'ask' || cue === 'versus' || cue === 'place')
  ) {
    const leads = /^(not|unsure|dont|do not|doubt|no idea|depends|cant|cannot|couldnt|let me check)\b/.test(first.words)
    return { ...made('other'), isUnsure: leads && first.cue !== 'place' }
  }
  // "No, ..." answers something; it says nothing of the times behind the comma.
  if (
    cues.length === 1 &&
    first.words === 'no' &&
    isBeforeComma(marks, first.at) &&
    marks[first.at - 1]?.kind !== 'time' &&
    !isAlsoBehindTime(marks, first.at) &&
    !/^(also|still|too|definitely|afraid|sadly|unfortunately|its|is|a)$/.test(wordAt(marks, first.at - 1))
  )
    return null
  if (isLimitOfMeetings(marks, cues)) return made('busy', true)
  let negation: number | null = null
  let isBusy = false
  let isFree = false
  let isTurned = false
  for (const { at, cue } of cues) {
    if (cue === 'not') {
      negation = at
      continue
    }
    const reached = negation !== null && at - negation <= reachWords
    const isElsewhere = isBesideWork(marks, at) || (isFree && isMeetingMeant(marks, at))
    if (cue === 'busy' && !reached && !isElsewhere) isBusy = true
    if (cue === 'free') isFree = true
    if (cue !== 'busy' && reached) isTurned = true
    if (reached) negation = null
  }
  if (negation !== null) isTurned = true
  const isBareNot = cues.length === 1 && first.cue === 'not' && isBeforeTime(marks, first.at)
  return isBusy ? made('busy') : isTurned ? made('busy', true, isBareNot) : made('offer')
}

/** "Monday also no, ...": "also" joins, and what it joins is said of the day before it. */
function isAlsoBehindTime(marks: readonly Mark[], at: number): boolean {
  const [time, join] = [marks[at - 2], marks[at - 1]]
  return join?.kind === 'join' && join.join === 'and' && time?.kind === 'time'
}

const meetingWords = /^(a |another )?(call|calls|meeting|meetings|interview|interviews|appointment|appointments)$/
const holders = new Set(['have', 'ive', 'got', 'in', 'at', 'my', 'another', 'with'])

const wordAt = (marks: readonly Mark[], at: number) => {
  const mark = marks[at]
  return mark?.kind === 'word' ? mark.word : ''
}

/** "I can answer the phone", "free for a call": the one that is to be arranged; "free but I have a call" is another. */
function isMeetingMeant(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]
  if (mark?.kind !== 'cue' || !meetingWords.test(mark.words)) return false
  const before = marks[at - 2]
  return !holders.has(wordAt(marks, at - 1)) || (before?.kind === 'cue' && before.cue === 'free')
}

/** "9 to 9:30 before my shift": says why, and refuses nothing. */
function isBesideWork(marks: readonly Mark[], at: number): boolean {
  let before = at - 1
  while (/^(my|the|our|a|an|first|next|daily|regular|weekly|usual)$/.test(wordAt(marks, before))) before -= 1
  return /^(before|after)$/.test(wordAt(marks, before))
}

interface CueAt {
  at: number
  words: string
}

/** "No meetings before 10, please": not that there are none, but that none is wanted. */
function isLimitOfMeetings(marks: readonly Mark[], cues: readonly CueAt[]): boolean {
  const [no, meetings] = cues
  const last = cues.at(-1)
  if (no?.words !== 'no' || !meetings || meetings !== last || !meetingWords.test(meetings.words)) return false
  if (holders.has(wordAt(marks, no.at - 1))) return false
  const next = marks.slice(meetings.at + 1, meetings.at + 3).find((mark) => mark.kind === 'time')
  if (next?.kind !== 'time') return false
  const { clock, days } = next.pick
  const isSide = clock !== null && (clock.from === null) !== (clock.to === null) && !days
  return isSide || marks.slice(meetings.at).some((mark) => mark.kind === 'word' && /^(please|pls|plz)$/.test(mark.word))
}

/** "Thursday is full, Friday is not". */
function isElliptic(marks: readonly Mark[], cues: readonly CueAt[]): boolean {
  const [only] = cues
  if (cues.length !== 1 || !only) return false
  const isCopula = /^(isnt|is not|arent|are not)$/.test(only.words)
  const isBehindCopula = only.words === 'not' && /^(is|are|s)$/.test(wordAt(marks, only.at - 1))
  return (isCopula || isBehindCopula) && !marks.slice(only.at + 1).some(isTime)
}

/** "not Thursday", "not on the Thursday". */
function isBeforeTime(marks: readonly Mark[], at: number): boolean {
  const next = marks
    .slice(at + 1, at + 4)
    .find((mark) => mark.kind !== 'word' || !['the', 'on', 'a', 'in', 'any'].includes(mark.word))
  return next?.kind === 'time'
}

function isBeforeComma(marks: readonly Mark[], at: number): boolean {
  const next = marks[at + 1]
  return next?.kind === 'join' && (next.join === 'comma' || next.join === 'dash')
}

/** "Fri would be fine, and I could do Wed 2:30": with a join between them, times before the one and behind the other. */
function areTwo(marks: readonly Mark[], one: Predicate, other: Predicate): boolean {
  const isJoin = (mark: Mark) => mark.kind === 'join' && mark.join !== 'none'
  const end = marks.findIndex((mark, at) => at >= other.to && isJoin(mark))
  return (
    isTime(marks.slice(0, one.from).findLast((mark) => isTime(mark) || isJoin(mark))) &&
    marks.slice(one.to, other.from).some(isJoin) &&
    marks.slice(other.to, end < 0 ? marks.length : end).some(isTime)
  )
}

/** Predicates of one polarity with no time between them say one thing: "free and available". */
function joinAlike(marks: readonly Mark[], predicates: readonly Predicate[]): Predicate[] {
  const joined: Predicate[] = []
  for (const predicate of predicates) {
    const last = joined.at(-1)
    const isAlike = last && last.polarity === predicate.polarity && last.isTurned === predicate.isTurned
    if (last && isAlike && !marks.slice(last.to, predicate.from).some(isTime) && !areTwo(marks, last, predicate))
      joined[joined.length - 1] = { ...last, to: predicate.to }
    else joined.push(predicate)
  }
  return joined
}
