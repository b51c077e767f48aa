import type { CueKind } from './cueWords.ts'
import type { Mark } from './mark.ts'

type Form = readonly [matches: (marks: readonly Mark[], at: number) => boolean, cue: CueKind, words: string]

/** Words that are a cue only where they stand; the first form that fits counts. */
const forms: readonly Form[] = [
  [isModal, 'free', 'should'],
  [isStartOfHours, 'free', 'start'],
  [isRecovery, 'other', 'better by'],
  [isMakeIt, 'correct', 'make it'],
  [isRather, 'correct', 'rather'],
  [isEnding, 'only', 'ending'],
  [isJust, 'only', 'just'],
  [isFarewell, 'unsure', 'farewell'],
  [isDeadline, 'other', 'know'],
  [isAskedFor, 'ask', 'anything'],
  [isNewDay, 'correct', 'no'],
  [isHolidayName, 'busy', 'holiday'],
  [isPossession, 'busy', 'possession'],
]

/** The cue that the mark at `at` is by where it stands, or null. */
export function findFormCue(marks: readonly Mark[], at: number): Mark | null {
  const [mark, form] = [marks[at], forms.find(([matches]) => matches(marks, at))]
  return mark && form ? { from: mark.from, to: mark.to, kind: 'cue', cue: form[1], words: form[2] } : null
}

/** "Better by Thursday, I hope": somebody is ill until then. */
function isRecovery(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at], marks[at + 1]]
  return mark?.kind === 'cue' && mark.words === 'better' && next?.kind === 'time' && /^by\b/.test(next.words)
}

/** "I can start any time after 12:30" offers hours, "I can start Monday" is about a job. */
function isStartOfHours(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at], marks[at + 1]]
  const isStart = mark?.kind === 'cue' && /^(can|could|able to) start$/.test(mark.words)
  return isStart && next?.kind === 'time' && next.pick.clock !== null && next.pick.days === null
}

/** "Should be fine" corrects nothing, "that should be Friday" does. */
function isModal(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at], marks.slice(at + 1, at + 3).find((one) => one.kind !== 'word' || !one.isFiller)]
  return (
    mark?.kind === 'cue' &&
    /^(it )?should be$/.test(mark.words) &&
    next?.kind === 'cue' &&
    /^(free|flexible|busy)$/.test(next.cue)
  )
}

/** "Not much left next week, just Monday": no more than that day. */
function isJust(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next] = [marks[at], marks[at - 1], marks[at + 1]]
  const isFirst = before === undefined || (before.kind === 'join' && before.join !== 'none')
  return mark?.kind === 'word' && mark.word === 'just' && isFirst && next?.kind === 'time' && next.pick.days !== null
}

/** "Talk Tuesday!": says goodbye, or that it is settled. */
function isFarewell(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next] = [marks[at], marks[at - 1], marks[at + 1]]
  const isFirst = before === undefined || (before.kind === 'join' && before.join !== 'none')
  return mark?.kind === 'word' && /^(speak|talk|chat|see)$/.test(mark.word) && isFirst && next?.kind === 'time'
}

/** "Tuesday, finishing by 3": the end of what is offered. */
function isEnding(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next] = [marks[at], marks[at - 1], marks[at + 1]]
  const isVerb =
    (mark?.kind === 'cue' || mark?.kind === 'word') &&
    /^(finishing|ending|done|over)$/.test(mark.kind === 'cue' ? mark.words : mark.word)
  const isBehind = before?.kind === 'time' || (before?.kind === 'join' && marks[at - 2]?.kind === 'time')
  const clock = next?.kind === 'time' && !next.pick.days ? next.pick.clock : null
  return isVerb && isBehind && clock !== null && clock.from === null
}

/** "Anything after 6?": asks for times. */
function isAskedFor(marks: readonly Mark[], at: number): boolean {
  const [mark, before] = [marks[at], marks[at - 1]]
  const isFirst = before === undefined || (before.kind === 'join' && before.join !== 'none')
  if (mark?.kind !== 'word' || !/^(anything|something)$/.test(mark.word) || !isFirst) return false
  let end = at + 1
  while (marks[end]?.kind === 'time') end += 1
  const close = marks[end]
  return end > at + 1 && close?.kind === 'join' && close.join === 'question'
}

/** "Let me know by Thursday". */
function isDeadline(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at], marks[at + 1]]
  return (
    mark?.kind === 'word' &&
    /^(know|confirm|answer|feedback|back)$/.test(mark.word) &&
    next?.kind === 'time' &&
    /^(by|before|until|till|on|no later|latest|not later)\b/.test(next.words)
  )
}

/** "Hmm, make it Friday": at the start of a statement it corrects; "I can make it Friday" does not. */
function isMakeIt(marks: readonly Mark[], at: number): boolean {
  let first = at - 2
  for (
    let word = marks[first];
    word?.kind === 'word' && /^(please|pls|so|just|lets|then|can|we|you|could)$/.test(word.word);
    word = marks[first]
  )
    first -= 1
  const [before, make, it, next] = [marks[first], marks[at - 1], marks[at], marks[at + 1]]
  const isFirst = before?.kind === 'join' && before.join !== 'none'
  const isPhrase = make?.kind === 'word' && make.word === 'make' && it?.kind === 'word' && it.word === 'it'
  return isFirst && isPhrase && next?.kind === 'time'
}

/** "26 November. Rather the 27th": said before a day, and not "I'd rather", it corrects. */
function isRather(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next] = [marks[at], marks[at - 1], marks[at + 1]]
  return mark?.kind === 'word' && mark.word === 'rather' && before?.kind === 'join' && next?.kind === 'time'
}

/** "Monday is Thanksgiving": a day that is a holiday is not offered. */
function isHolidayName(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next] = [marks[at], marks[at - 1], marks[at + 1]]
  const days = before?.kind === 'time' ? before.pick.days : null
  const isDay = days !== null && days.from !== null && days.to === days.from + 1
  const isNamed = next?.kind === 'time' && next.pick.days?.isHoliday === true && next.pick.clock === null
  return mark?.kind === 'word' && /^(is|s|was)$/.test(mark.word) && isDay && isNamed
}

const owners = new Set(['have', 'ive', 'got', 'has', 'weve'])
const articles = new Set(['a', 'an', 'my', 'another', 'some', 'the', 'our'])

/** "I have pottery on Monday": whatever the word means, that time is taken. */
function isPossession(marks: readonly Mark[], at: number): boolean {
  const word = (index: number) => {
    const mark = marks[index]
    return mark?.kind === 'word' ? mark.word : ''
  }
  const mark = marks[at]
  if (mark?.kind !== 'word' || mark.isFiller) return false
  const owner = articles.has(word(at - 1)) ? at - 2 : at - 1
  if (!owners.has(word(owner))) return false
  // Up to two more words of the thing, and a preposition.
  let next = at + 1
  while (next < at + 4 && marks[next]?.kind === 'word') next += 1
  return marks[next]?.kind === 'time'
}

/** "Tuesday, no Wednesday": a correction, not a refusal. */
function isNewDay(marks: readonly Mark[], at: number): boolean {
  const [mark, before, behind] = [marks[at], marks[at - 1], marks[at + 1]]
  // "Tuesday - no, Thursday".
  const isMarked =
    before?.kind === 'join' && before.join === 'dash' && behind?.kind === 'join' && behind.join === 'comma'
  const next = isMarked ? marks[at + 2] : behind
  if (mark?.kind !== 'cue' || mark.words !== 'no' || before?.kind !== 'join' || marks[at - 2]?.kind !== 'time')
    return false
  return next?.kind === 'time' && next.pick.days?.to === (next.pick.days?.from ?? Number.NaN) + 1
}
