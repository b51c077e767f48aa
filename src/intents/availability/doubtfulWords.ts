import { isStrange, isTime, type Mark } from './mark.ts'

const modals = /^(can|could|would|will|able)$/
const betweenModal = new Set([
  'you',
  'we',
  'i',
  'please',
  'also',
  'pls',
  'kindly',
  'possibly',
  'maybe',
  'just',
  'to',
  'be',
])

/** A modal and no other word of an offer, and the verb behind it is unknown. */
export function hasStrangeRequest(part: readonly Mark[]): boolean {
  const offers = part.filter((mark) => mark.kind === 'cue' && (mark.cue === 'free' || mark.cue === 'flexible'))
  if (offers.length === 0 || !offers.every((mark) => mark.kind === 'cue' && modals.test(mark.words))) return false
  return part.some((mark, at) => {
    if (mark.kind !== 'cue' || !modals.test(mark.words)) return false
    let next = at + 1
    for (let word = part[next]; word?.kind === 'word' && betweenModal.has(word.word); word = part[next]) next += 1
    return isStrange(part[next])
  })
}

const copulas = new Set(['is', 'are', 'looks', 'look', 'seems', 'being'])
const degrees = new Set([
  'a',
  'an',
  'all',
  'very',
  'really',
  'quite',
  'pretty',
  'so',
  'just',
  'bit',
  'going',
  'to',
  'be',
  'always',
  'super',
  'total',
  'the',
])

/** "is", or the "s" of "this week's". */
function isCopula(part: readonly Mark[], at: number): boolean {
  const mark = part[at]
  if (mark?.kind !== 'word') return false
  return copulas.has(mark.word) || (mark.word === 's' && isTime(part[at - 2]))
}

function leadsToStrange(part: readonly Mark[], from: number): boolean {
  let at = from
  for (let mark = part[at]; mark?.kind === 'word' && degrees.has(mark.word); mark = part[at]) at += 1
  return isStrange(part[at])
}

/** "Yes to Monday, Friday is a fire drill": a strange word behind "is" and no known one after it. */
export function hasOpenPredicate(part: readonly Mark[]): boolean {
  return part.some((mark, at) => {
    if (mark.kind !== 'word' || !isCopula(part, at) || !leadsToStrange(part, at + 1)) return false
    const end = part.findIndex((one, index) => index > at && one.kind === 'join' && one.join !== 'none')
    return !part.slice(at + 1, end < 0 ? part.length : end).some((one) => one.kind === 'cue')
  })
}

/** "I'm on honeymoon", "we're at Wimbledon". */
export function isElsewhere(part: readonly Mark[], at: number): boolean {
  const [be, on] = [part[at], part[at + 1]]
  const isBe = be?.kind === 'word' && /^(im|am|weare|be|being|shes|hes)$/.test(be.word)
  return isBe && on?.kind === 'word' && /^(on|at|with)$/.test(on.word) && isStrange(part[at + 2])
}

/** "2pm Atlantis time": a zone that is not known. */
export function hasUnknownZone(part: readonly Mark[]): boolean {
  return part.some((mark, at) => {
    const behind = part[at + 2]
    const isHour = mark.kind === 'time' && mark.pick.clock !== null
    return isHour && isStrange(part[at + 1]) && behind?.kind === 'word' && behind.word === 'time'
  })
}

/** "Is Tuesday in person?", "will Monday at 2 be on Teams?" */
export function asksAbout(part: readonly Mark[]): boolean {
  const first = part.findIndex((mark) => mark.kind !== 'join')
  const word = part[first]
  const opens = word?.kind === 'word' && /^(is|are|will|was|does)$/.test(word.word) && isTimeSoon(part, first + 1)
  return opens && !part.some((mark) => mark.kind === 'cue' && mark.cue === 'free' && !/confirm/.test(mark.words))
}

/** What a figure may count: "30 minutes", "2 of us". */
const countable =
  /^(min|mins|minutes?|m|h|hrs?|hours?|choices?|preferences?|people|persons?|of|years?|yrs?|percent|rounds?|interviews?|stages?|phases?|chats?|floor|steps?|more|slots?|options?|times|others?|kids|children|meetings?|calls?|days?|weeks?|months?)$/

/** Words of a time that was not read as a whole: "tomorrow week", "half of Tuesday". */
const leftOver =
  /^(end|ends|ending|after|before|until|till|between|beyond|weeks?|months?|fortnights?|half|quarter|later|earlier|pm|m|t|w|th|f|su|tu|fr|mo|sa)$/

/** Figures in letters: perhaps hours that were not read. "One" is as often no figure. */
const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty'.split(
    ' ',
  ),
)

function isOwner(mark: Mark | undefined): boolean {
  return mark?.kind === 'word' && ['my', 'our', 'your', 'their'].includes(mark.word)
}

/** How many figures and words of time were read as nothing: perhaps a time that was not understood. */
export function countLooseNumbers(part: readonly Mark[]): number {
  const hasHours = part.some(
    (mark) => mark.kind === 'time' && mark.pick.clock?.from != null && mark.pick.clock.to != null,
  )
  return part.filter((mark, at) => {
    if (mark.kind !== 'word') return false
    const next = part[at + 1]
    // "Monday, either am": a morning that was not read.
    if (mark.word === 'am' && next?.kind !== 'word' && isTime(part.find(isTime)) && !isSpeaker(part[at - 1]))
      return true
    // "Before lunch" read as lunch: its side is lost.
    if (/^(before|after|until|till)$/.test(mark.word) && hasHoursAt(part, at + 1)) return true
    // "9 to 9:30 before stand-up" is a remark, "Tuesday before stand-up" a side that nobody knows.
    if (hasHours && /^(before|after)$/.test(mark.word)) return false
    // "Before I leave" is no side of a time.
    const isConjunction = next?.kind === 'word' && ['i', 'we', 'im', 'my'].includes(next.word) && mark.word !== 'after'
    // "on my end" is no end of a day.
    if (mark.word === 'end' && isOwner(part[at - 1])) return false
    const isAfterAll = mark.word === 'after' && next?.kind === 'word' && next.word === 'all'
    if (leftOver.test(mark.word)) return !isConjunction && !isAfterAll
    if (!/^\d{1,2}(st|nd|rd|th)?$/.test(mark.word) && !numberWords.has(mark.word)) return false
    return !(next?.kind === 'word' && countable.test(next.word))
  }).length
}

const isSpeaker = (mark: Mark | undefined) => mark?.kind === 'word' && /^(i|so|as|than|am)$/.test(mark.word)

function hasHoursAt(part: readonly Mark[], at: number): boolean {
  const mark = part[at]
  return mark?.kind === 'time' && mark.pick.clock !== null && mark.pick.days === null
}

function isTimeSoon(part: readonly Mark[], at: number): boolean {
  return isTime(part[at]) || (part[at]?.kind === 'word' && isTime(part[at + 1]))
}

/** "This week is bonkers", "the graduation is on Monday": says of a time what no known word says. */
export function hasStrangePredicate(part: readonly Mark[]): boolean {
  const isEvent = part.some(
    (mark, at) => isStrange(part[at - 1]) && isCopula(part, at) && mark && isTimeSoon(part, at + 1),
  )
  return isEvent || part.some((mark, at) => isCopula(part, at) && mark.kind === 'word' && leadsToStrange(part, at + 1))
}
