import { doubtfulWords, months, relativeDays, shifts, weekdays } from './lexicon.ts'
import { endsClause, type Reading, wordAt } from './reading.ts'

const placing = new Set([
  'in',
  'of',
  'on',
  'by',
  'until',
  'till',
  'til',
  'through',
  'during',
  'since',
  'before',
  'after',
  'from',
  'to',
  'thru',
  'and',
  'or',
  '-',
  ',',
  '/',
  'early',
  'late',
  'mid',
  'next',
  'this',
  'last',
  'for',
  'between',
  'within',
  '&',
  'throughout',
  'beginning',
  'start',
  'end',
  'every',
  'each',
  'around',
])
const pronouns = new Set(['i', 'he', 'she', 'we', 'they', 'you', 'it', 'who', 'that', 'to', 'just', 'the', 'not'])

/** "May I ask", "we sat", "the sun": a word of the calendar that stands alone as another word. */
export function isDoubtful(reading: Reading, at: number, next: number): boolean {
  const isThe = wordAt(reading, at) === 'the' && next === at + 2
  // "the sun is up", "the Sunday Times": an article does not make a day of it.
  if (isThe && doubtfulWeekdays.has(wordAt(reading, at + 1)))
    return !isBesideTime(reading, next) && (wordAt(reading, at + 1) === 'sun' || !endsClause(reading, next))
  if (isThe ? isTitle(reading, at + 1) : wordAt(reading, at - 1) === 'the' && isTitle(reading, at)) return true
  const word = wordAt(reading, at)
  if (next === at + 1 && (isName(reading, at) || isTitled(reading, at))) return true
  // "the Jan Novak account"
  if (isThe && months.has(wordAt(reading, at + 1)) && isName(reading, at + 1)) return true
  if (next !== at + 1 || !doubtfulWords.has(word)) return false
  const isWhole = reading.tokens.length === 1
  if (isWhole) return false
  const before = wordAt(reading, at - 1)
  const after = reading.tokens[next]
  if (months.has(word)) {
    // "it may or may not"
    const isMayOrMay = word === 'may' && [wordAt(reading, at - 2), wordAt(reading, at + 2)].includes('may')
    if (isMayOrMay && !reading.tokens[at]?.isCapital) return true
    const further = wordAt(reading, next + 1)
    if (monthJoins.has(after?.word ?? '') && months.has(further)) return false
    // "from February to March", "how about May?"
    if (before === 'to' && months.has(wordAt(reading, at - 2))) return false
    if (
      word === 'may' &&
      reading.tokens[at]?.isCapital &&
      (endsClause(reading, next) || behindMay.has(after?.word ?? ''))
    )
      return false
    if (word === 'march')
      return (
        ['forward', 'onward', 'onwards', 'madness', 'along'].includes(after?.word ?? '') ||
        (pronouns.has(before) && !(before === 'to' && reading.tokens[at]?.isCapital)) ||
        (!placing.has(before) && !reading.tokens[at]?.isCapital)
      )
    if (word === 'dec') return false
    if (shifts.has(before)) return word === 'may' && before === 'this' && after?.kind === 'word'
    return (
      !placing.has(before) ||
      (word === 'may' && ['i', 'we', 'be', 'not', 'you', 'need', 'have'].includes(after?.word ?? ''))
    )
  }
  if (!weekdays.has(word)) return false
  if (isOtherShortWord(reading, at, next)) return true
  // "Mon to Wed" is no wedding.
  if (before === 'to' && weekdays.has(wordAt(reading, at - 2))) return false
  if (word === 'sat' && ['down', 'on', 'in', 'with', 'through', 'nav'].includes(after?.word ?? '')) return true
  if ((pronouns.has(before) && before !== 'not') || (word === 'sun' && before === ''))
    return !(word === 'sun' && before !== 'the' && endsClause(reading, next)) && !isBesideTime(reading, next)
  return false
}

/** "a sun hat", "newly wed", "they will wed", "Mon Dieu". */
function isOtherShortWord(reading: Reading, at: number, next: number): boolean {
  const [before, word, after] = [wordAt(reading, at - 1), wordAt(reading, at), wordAt(reading, next)]
  if (word === 'mon' && ['dieu', 'ami', 'amie', 'cher', 'cheri', 'amour', 'petit'].includes(after)) return true
  if (word === 'wed' && ['newly', 'recently', 'just'].includes(before)) return true
  if (word === 'wed' && ['will', 'shall', 'finally'].includes(before))
    return endsClause(reading, next) || ['in', 'his', 'her', 'a', 'the', 'their'].includes(after)
  if (
    word === 'sun' &&
    ['hat', 'cream', 'screen', 'tan', 'shine', 'lounger', 'rise', 'set', 'bed', 'visor', 'god'].includes(after)
  )
    return true
  return ['a', 'an'].includes(before) && !isBesideTime(reading, next)
}

const behindMay = new Set(
  'works suits is would for or and onwards onward at looks sounds if please instead then though'.split(' '),
)
const monthJoins = new Set(['-', '/', '&', 'to', 'and', 'or', 'through', 'thru', 'until', 'till'])

const names = new Set(['may', 'april', 'june', 'jan', 'august', 'sun', 'mar', 'sat', 'dec'])

/** "April Jones", "Sun Li": a first name before a surname. */
function isName(reading: Reading, at: number): boolean {
  const [token, after] = [reading.tokens[at], reading.tokens[at + 1]]
  if (
    !token?.isCapital ||
    !names.has(token.word) ||
    after?.kind !== 'word' ||
    !after.isCapital ||
    after.isGlued ||
    after.isNewLine
  )
    return false
  return (
    !months.has(after.word) &&
    !weekdays.has(after.word) &&
    !relativeDays.has(after.word) &&
    after.word.length > 1 &&
    !/^i(?:'|m$|ve$|ll$|d$)/.test(after.word) &&
    !placing.has(after.word)
  )
}

const personTitles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'an'])

/** "Mr. March", "Miss May", "an august body". */
function isTitled(reading: Reading, at: number): boolean {
  const before = wordAt(reading, at - 1) === '.' ? wordAt(reading, at - 2) : wordAt(reading, at - 1)
  return months.has(wordAt(reading, at)) && personTitles.has(before)
}

const doubtfulWeekdays = new Set(['sun', 'sat', 'wed', 'mon'])

/** "the Sunday Times", "the Friday Review": a weekday before a word that is written as a name. */
function isTitle(reading: Reading, at: number): boolean {
  const [token, after] = [reading.tokens[at], reading.tokens[at + 1]]
  if (!token?.isCapital || !weekdays.has(token.word) || after?.kind !== 'word' || !after.isCapital) return false
  return titles.has(after.word)
}

const titles = new Set([
  'times',
  'post',
  'mirror',
  'telegraph',
  'herald',
  'tribune',
  'express',
  'mail',
  'news',
  'review',
  'club',
  'show',
])

const besideTimes = new Set(
  '- / & , at @ morning afternoon and or from works evening night between before after until not pm am noon any all arvo'.split(
    ' ',
  ),
)

function isBesideTime(reading: Reading, next: number): boolean {
  const after = reading.tokens[next]
  return after !== undefined && (after.kind === 'number' || besideTimes.has(after.word))
}
