import { splitSegment, starters } from './clauseCuts.ts'
import type { CueKind } from './cueWords.ts'
import {
  asksAbout,
  countLooseNumbers,
  hasOpenPredicate,
  hasStrangePredicate,
  hasStrangeRequest,
  hasUnknownZone,
  isElsewhere,
} from './doubtfulWords.ts'
import { breaks, type JoinKind } from './joinWords.ts'
import { isStrange, type Mark } from './mark.ts'
import { findPredicates, type Predicate } from './predicates.ts'

/** One statement about times. */
export interface Clause {
  polarity: Predicate['polarity']
  /** A word says so; without one, times are an offer unless the words around them make that doubtful. */
  isStated: boolean
  /** All that states it is a "yeah" or "great" before its times. */
  isInterjected: boolean
  /** The opposite of an offer by a negation: "not before 10" then means from 10 on. */
  isTurned: boolean
  /** Turned by a bare "not": "not Monday". */
  isBareNot: boolean
  /** Said of days and hours before it: "Friday after 1 is no good", "Friday is no good after 1". */
  isVerdict: boolean
  /** "... is not": the opposite of what was said before. */
  isElliptic: boolean
  /** Times and the joins between them. */
  items: readonly Mark[]
  flags: ReadonlySet<CueKind>
  /** The words of its first cue of that kind. */
  cueText: string
  /** What stands between the statement before and this one. */
  before: JoinKind
  isQuestion: boolean
  /** Words that are neither about times nor of the kind that stands beside every time. */
  strangeWordCount: number
  /** One of them stands right beside a time: "posh Tuesday". */
  hasStrangeBeside: boolean
  /** Small figures that were read as nothing: perhaps a time that was not understood. */
  looseNumberCount: number
  /** "also", "too": comes on top of what was said. */
  isAlso: boolean
  /** "I am", "we have": somebody says something of himself. */
  hasSubject: boolean
  /** "I have ...": what somebody has at a time is seldom an offer. */
  hasPossession: boolean
  /** "I land at 2": somebody does something that is no known word. */
  hasDeed: boolean
  /** "I'm on honeymoon": where or at what somebody is, in a word nobody knows. */
  isElsewhere: boolean
  /** "Back on Thursday", with no word that offers. */
  isReturn: boolean
  /** "Can you send it before then?": somebody is to do what is no known word. */
  hasStrangeRequest: boolean
  /** "2pm Atlantis time". */
  hasUnknownZone: boolean
  /** "This week is bonkers": somebody says of a time what no known word says. */
  hasStrangePredicate: boolean
  /** "Please call me", "let me know". */
  isRequest: boolean
  /** "If that helps", "if you like": no condition of the writer. */
  isCourtesy: boolean
  /** The same, and nothing known is said behind it. */
  hasOpenPredicate: boolean
  /** "... I need to check": what was said may not be used yet. */
  isHedge: boolean
  /** "Is Tuesday in person?": asks about a time; "is Tuesday ok?" offers it. */
  isAsked: boolean
  /** "both 10 to 12": hours of all the days that were said. */
  isForAll: boolean
  /** "any", "every": a bare "but Tuesday" behind it excepts. */
  isUniversal: boolean
  /** Hours behind the days that were excepted: of those that are left. */
  isBehindException?: boolean
}

/** Cuts the marks of a message into statements of one polarity each. */
export function splitClauses(marks: readonly Mark[]): Clause[] {
  const clauses: Clause[] = []
  let before: JoinKind = 'none'
  let segment: Mark[] = []
  for (const mark of [...dropRemarks(marks), null]) {
    if (mark && !(mark.kind === 'join' && breaks.has(mark.join))) {
      segment.push(mark)
      continue
    }
    const end: JoinKind = mark?.kind === 'join' ? mark.join : 'stop'
    const parts = splitSegment(segment, before === 'reason')
    for (const [index, part] of parts.entries()) {
      const lead = index === 0 ? before : leadingJoin(part)
      clauses.push(makeClause(part, lead, end === 'question'))
    }
    if (segment.length > 0 || end !== 'line' || before === 'none') before = end
    segment = []
  }
  return clauses
}

/** A bracket that holds more marks than these is read like the rest. */
const bracketMarksMax = 60

/** Leaves out brackets in which no time and no doubt stands: a reason or a greeting, not an offer. */
function dropRemarks(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at]
    if (!mark) break
    const inside = mark.kind === 'join' && mark.join === 'open' ? readBracket(marks, at) : null
    if (inside && isRemark(marks, at, inside)) at += inside.length
    else kept.push(mark)
  }
  return kept
}

/** The marks from a bracket that opens at `open` up to the one that closes; null when none does. */
function readBracket(marks: readonly Mark[], open: number): Mark[] | null {
  const part = marks.slice(open, open + bracketMarksMax)
  const close = part.findIndex((mark) => mark.kind === 'join' && mark.join === 'close')
  return close < 0 ? null : part.slice(0, close)
}

function isRemark(marks: readonly Mark[], open: number, inside: readonly Mark[]): boolean {
  if (inside.some((mark) => mark.kind === 'time' || (mark.kind === 'cue' && mark.cue === 'unsure'))) return false
  const isPlain = inside.every((mark) => !isStrange(mark) && !(mark.kind === 'cue' && mark.cue === 'busy'))
  return isPlain || isStatedAround(marks, open, open + inside.length)
}

/** Whether a word outside the bracket says what its sentence says: then the bracket gives a reason, else it may be why not: "Tuesday (exam)". */
function isStatedAround(marks: readonly Mark[], open: number, close: number): boolean {
  const ends = (mark: Mark) => mark.kind === 'join' && breaks.has(mark.join)
  const start = marks.findLastIndex((mark, index) => index < open && ends(mark)) + 1
  const end = marks.findIndex((mark, index) => index > close && ends(mark))
  return (
    findPredicates([...marks.slice(start, open), ...marks.slice(close + 1, end < 0 ? marks.length : end)]).length > 0
  )
}

function leadingJoin(part: readonly Mark[]): JoinKind {
  const first = part[0]
  return first?.kind === 'join' ? first.join : 'none'
}

const universal = /^(any|every|each|all|anytime|everyday|whenever|weekdays|daily)\b/

/** What stands behind "if". */
function isCourtesy(part: readonly Mark[]): boolean {
  const at = part.findIndex((mark) => mark.kind === 'cue' && mark.cue === 'if')
  const next = part[at + 1]
  return (
    at >= 0 &&
    (next === undefined ||
      next.kind !== 'word' ||
      /^(you|u|your|youd|that|thats|this|it|its|those|these|they|theyre|any|anyone|anything|needed|required|necessary|helpful|possible|easier|preferred|preferable|still|theres|at|so|not|convenient)$/.test(
        next.word,
      ))
  )
}

const isTimeAt = (part: readonly Mark[], at: number) => {
  const mark = part[at]
  return mark?.kind === 'time' && (mark.pick.days !== null || mark.pick.clock !== null)
}

const isHourAt = (part: readonly Mark[], at: number) => {
  const mark = part[at]
  return mark?.kind === 'time' && mark.pick.clock !== null && mark.pick.days === null
}

const interjections =
  /^(yes|yep|yeah|sure|ok|okay|okey|good|great|perfect|lovely|brilliant|excellent|cool|alright|all right|super|grand|fine)$/

/** "Yeah nah, Wednesday ...": says yes to something else, not to what follows. */
function isInterjection(part: readonly Mark[], { from, to, polarity, isTurned }: Predicate): boolean {
  const cues = part.slice(from, to).filter((mark) => mark.kind === 'cue')
  const isYes =
    polarity === 'offer' && !isTurned && cues.every((mark) => mark.kind === 'cue' && interjections.test(mark.words))
  const [before, behind] = [part[from - 1], part[to]]
  // "I'm good for Tuesday" is said of it.
  if (
    before?.kind === 'word' &&
    /^(i|im|am|is|are|be|being|s|looks?|sounds?|seems?|feels?|were|weare|all|pretty|well|really|so|quite|totally)$/.test(
      before.word,
    )
  )
    return false
  if (behind?.kind === 'word' && /^(for|on|with|to|at|by|from)$/.test(behind.word)) return false
  return (
    isYes && cues.length > 0 && !part.slice(0, from).some((mark) => mark.kind === 'time' && !isWeekAlone(mark.words))
  )
}

/** A negation and a word of judgement behind a day, without anybody who can or cannot. */
function isVerdict(part: readonly Mark[], { from, to, isTurned }: Predicate): boolean {
  const cues = part.slice(from, to).flatMap((mark) => (mark.kind === 'cue' ? [mark] : []))
  const isJudged = cues.some(({ words }) =>
    /^(good|great|ideal|possible|doable|feasible|suitable|convenient|work|works|suit|suits|ok|okay|fine)$/.test(words),
  )
  const isAbility = cues.some(({ words }) => /^(can|could|cant|cannot|couldnt|nothing|never|before|not)\b/.test(words))
  const before = part.slice(0, from)
  const days = before.some((mark) => mark.kind === 'time' && mark.pick.days !== null)
  const hours = before.some((mark) => mark.kind === 'time' && mark.pick.clock !== null)
  return isTurned && (isJudged || hours) && !isAbility && days
}

const isWeekAlone = (words: string) => /^(for |in )?(next|this) week$/.test(words)

function makeClause(part: readonly Mark[], before: JoinKind, isQuestion: boolean): Clause {
  const flags = new Set<CueKind>()
  let cueText = ''
  for (const mark of part) {
    if (mark.kind !== 'cue') continue
    if (starters.has(mark.cue) && cueText === '') cueText = mark.words
    flags.add(mark.cue)
    if (/\bonly\b/.test(mark.words)) flags.add('only')
  }
  const predicates = findPredicates(part)
  const [first] = predicates
  // Of several the worse counts: nothing is offered by a statement that also refuses.
  const rank = ['offer', 'busy', 'except', 'other'] as const
  const worst = [...predicates].sort((a, b) => rank.indexOf(b.polarity) - rank.indexOf(a.polarity))[0]
  return {
    polarity: worst?.polarity ?? 'offer',
    isInterjected: first !== undefined && predicates.every((predicate) => isInterjection(part, predicate)),
    isStated: first !== undefined || part.some((mark) => mark.kind === 'time' && mark.pick.isLimit),
    isTurned: worst?.isTurned === true,
    isBareNot: worst?.isTurnedTime === true,
    isVerdict: worst !== undefined && isVerdict(part, worst),
    isElliptic: worst?.isElliptic === true,
    items: part.filter((mark) => mark.kind === 'time' || mark.kind === 'join'),
    flags,
    cueText,
    before,
    isQuestion,
    strangeWordCount: part.filter((mark) => isStrange(mark) && !(mark.kind === 'word' && mark.isName)).length,
    hasStrangeBeside: part.some(
      (mark, at) =>
        mark.kind === 'word' && isStrange(mark) && !mark.isName && (isTimeAt(part, at - 1) || isTimeAt(part, at + 1)),
    ),
    looseNumberCount: countLooseNumbers(part),
    isAlso: part.some((mark) => mark.kind === 'word' && ['also', 'too', 'well', 'additionally'].includes(mark.word)),
    hasPossession: part.some(
      (mark) => mark.kind === 'word' && ['have', 'ive', 'weve', 'got', 'has'].includes(mark.word),
    ),
    hasDeed: part.some(
      (mark, at) =>
        mark.kind === 'word' && ['i', 'im', 'we', 'weare', 'am'].includes(mark.word) && isStrange(part[at + 1]),
    ),
    isElsewhere: part.some((_, at) => isElsewhere(part, at)),
    hasSubject: part.some(
      (mark) => mark.kind === 'word' && ['i', 'im', 'am', 'ive', 'have', 'we', 'weare', 'weve'].includes(mark.word),
    ),
    isReturn: flags.has('return') && !flags.has('free') && !flags.has('flexible'),
    hasStrangeRequest: hasStrangeRequest(part),
    hasStrangePredicate: hasStrangePredicate(part),
    hasOpenPredicate: hasOpenPredicate(part),
    hasUnknownZone: hasUnknownZone(part),
    isCourtesy: isCourtesy(part),
    isRequest: part.some(
      (mark) =>
        mark.kind === 'word' && /^(please|pls|call|ring|know|send|happy|thanks|thank|sorry|you)$/.test(mark.word),
    ),
    isHedge: part.some(
      (mark) =>
        mark.kind === 'cue' && mark.cue === 'other' && /\b(check|ask my|find out|wait|confirm)\b/.test(mark.words),
    ),
    isAsked: isQuestion && asksAbout(part),
    isForAll: part.some(
      (mark, at) => mark.kind === 'word' && /^(both|all|each)$/.test(mark.word) && isHourAt(part, at + 1),
    ),
    isUniversal: part.some(
      (mark) =>
        (mark.kind === 'word' && universal.test(mark.word)) || (mark.kind === 'time' && universal.test(mark.words)),
    ),
  }
}
