import { toCalendarDay, toDayNumber } from './dayNumbers.ts'
import { type DaySpan, type Found, manyDays, matchWords, type Reading, wordAt } from './reading.ts'
import { readCount } from './weekdays.ts'
import { readOfYear, readYear } from './yearWords.ts'

/** A quarter counted from 0; what overflows is carried into other years. */
export function quarterSpan(year: number, quarter: number): DaySpan {
  return manyDays(toDayNumber(year, quarter * 3 + 1, 1), toDayNumber(year, quarter * 3 + 4, 1), 'quarter')
}

/** "Q3", "Q3 2027", "2027 Q3", "third quarter of 2027", "H2 this year", "next year's second quarter". */
export function readQuarter(reading: Reading, at: number): Found<DaySpan> {
  let from = wordAt(reading, at) === 'the' ? at + 1 : at
  const year = readYear(reading, from) ?? readOfYear(reading, from)
  if (year)
    from =
      wordAt(reading, year.next) === "'s" || wordAt(reading, year.next) === '-' || wordAt(reading, year.next) === 'the'
        ? year.next + 1
        : year.next
  const part = readPartOfYear(reading, from)
  if (!part) return null
  const isJoined = wordAt(reading, part.next) === '-' || wordAt(reading, part.next) === '/'
  const late = year ? null : (readYear(reading, isJoined ? part.next + 1 : part.next) ?? readOfYear(reading, part.next))
  const { year: thisYear } = toCalendarDay(reading.today)
  const { months, index } = part.value
  // A quarter that is over and has no year of its own is the coming one.
  const isOver = toDayNumber(thisYear, (index + 1) * months + 1, 1) <= reading.today
  const isOpen = !year && (!late || matchWords(reading, part.next, ['of', 'the', 'year']) !== null)
  const inYear = isOpen && isOver ? thisYear + 1 : (year?.value ?? late?.value ?? thisYear)
  const span = manyDays(
    toDayNumber(inYear, index * months + 1, 1),
    toDayNumber(inYear, (index + 1) * months + 1, 1),
    'quarter',
  )
  return { value: span, next: late?.next ?? part.next }
}

function readPartOfYear(reading: Reading, at: number): Found<{ months: number; index: number }> {
  const word = wordAt(reading, at)
  const figure = reading.tokens[at + 1]
  if ((word === 'q' || word === 'h') && figure?.kind === 'number' && figure.isGlued) {
    const months = word === 'q' ? 3 : 6
    return figure.value >= 1 && figure.value <= 12 / months
      ? { value: { months, index: figure.value - 1 }, next: at + 2 }
      : null
  }
  if (word === 'quarter' && figure?.kind === 'number' && figure.value <= 4 && figure.value > 0 && !figure.isOrdinal)
    return { value: { months: 3, index: figure.value - 1 }, next: at + 2 }
  const count = readCount(reading, at)
  const unit = count && wordAt(reading, count.next)
  if (!count || (unit !== 'quarter' && unit !== 'half') || (unit === 'half' && !readYearAfter(reading, count.next + 1)))
    return null
  const months = unit === 'quarter' ? 3 : 6
  const index = count.value > 0 ? count.value - 1 : 12 / months + count.value
  if (word === 'last' && !readYearAfter(reading, count.next + 1)) return null
  return index >= 0 && index < 12 / months ? { value: { months, index }, next: count.next + 1 } : null
}

function readYearAfter(reading: Reading, at: number): boolean {
  return readYear(reading, at) !== null || readOfYear(reading, at) !== null
}
