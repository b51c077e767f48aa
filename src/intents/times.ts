import { DateTime } from 'luxon'
import type { ReadingContext } from './intent.ts'
import { matchAnyPhrase, matchPhrase, monthNumbers, type Token, tokenise, weekdayNumbers } from './tokens.ts'

/** What words without figures mean, in minutes after midnight. */
export interface TimeConventions {
  dayStartsMinute: number
  dayEndsMinute: number
  noonMinute: number
  afternoonEndsMinute: number
  eveningEndsMinute: number
  /** Length of a time given by its start alone: "Tue at 3". */
  durationMinutes: number
}

export const defaultConventions: TimeConventions = {
  dayStartsMinute: 8 * 60,
  dayEndsMinute: 17 * 60,
  noonMinute: 12 * 60,
  afternoonEndsMinute: 17 * 60,
  eveningEndsMinute: 20 * 60,
  durationMinutes: 60,
}

/** Local wall clock, ISO without offset, half-open: "2026-11-24T14:00". */
export interface LocalWindow {
  startsAt: string
  endsAt: string
}

/** First and last day, both inclusive ISO dates; null where the words leave a side open. */
export interface DayRange {
  fromOn: string | null
  toOn: string | null
}

/** What was understood, and the index of the token after it. `unclear`: it is about time but has no one meaning. */
export type Read<Value> = { value: Value | 'unclear'; next: number } | null

interface MinuteRange {
  fromMinute: number
  toMinute: number
}

type Day = DateTime<true>

const smallNumbers: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
])
const hourWords = ['h', 'hr', 'hrs', 'hour', 'hours']
const minuteWords = ['m', 'min', 'mins', 'minute', 'minutes']

function numberAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'number' && /^\d+$/.test(token.word)) return Number(token.word)
  return token.kind === 'word' ? (smallNumbers.get(token.word) ?? null) : null
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token && token.kind !== 'quoted' ? token.word : ''
}

function skipWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let position = at
  while (words.includes(wordAt(tokens, position))) position += 1
  return position
}

/** "45 min", "an hour", "1.5h", "half an hour", "1h30", "an hour and a half"; minutes, 5 to 480. */
export function readDuration(tokens: readonly Token[], at: number): Read<number> {
  const read = readAnyDuration(tokens, at)
  if (!read || read.value === 'unclear') return read
  return read.value >= 5 && read.value <= 480 ? read : { value: 'unclear', next: read.next }
}

function readAnyDuration(tokens: readonly Token[], at: number): Read<number> {
  const half = matchAnyPhrase(tokens, at, ['half an hour', 'half hour', 'half - hour', 'a half hour', 'a half - hour'])
  if (half !== null) return { value: 30, next: half }
  const quarter = matchAnyPhrase(tokens, at, ['quarter of an hour', 'a quarter of an hour', 'quarter hour'])
  if (quarter !== null) return { value: 15, next: quarter }
  const threeQuarters = matchAnyPhrase(tokens, at, ['three quarters of an hour'])
  if (threeQuarters !== null) return { value: 45, next: threeQuarters }

  const token = tokens[at]
  if (!token) return null
  const clockLike = /^(\d{1,2})h(\d{2})$/.exec(token.word)
  if (clockLike && token.kind === 'number')
    return { value: Number(clockLike[1]) * 60 + Number(clockLike[2]), next: at + 1 }

  const amount = decimalAt(token) ?? (wordAt(tokens, at) === 'hour' ? 1 : numberAt(tokens, at))
  if (amount === null) return null
  let next = wordAt(tokens, at) === 'hour' ? at : at + 1
  if (wordAt(tokens, next) === '-') next += 1
  const joined = new RegExp(`^(${[...hourWords, ...minuteWords].join('|')})-long$`).exec(wordAt(tokens, next))
  const unit = joined?.[1] ?? wordAt(tokens, next)
  if (minuteWords.includes(unit) && wordAt(tokens, at) !== 'hour') return { value: Math.round(amount), next: next + 1 }
  if (!hourWords.includes(unit)) return null
  next += 1
  const andHalf = matchAnyPhrase(tokens, next, ['and a half'])
  if (andHalf !== null) return { value: Math.round(amount * 60) + 30, next: andHalf }
  if (wordAt(tokens, at) === 'hour') return null
  const more = wordAt(tokens, next) === 'and' ? next + 1 : next
  const minutes = numberAt(tokens, more)
  if (minutes !== null && tokens[more]?.kind === 'number' && minuteWords.includes(wordAt(tokens, more + 1)))
    return { value: Math.round(amount * 60) + minutes, next: more + 2 }
  return { value: Math.round(amount * 60), next }
}

function decimalAt(token: Token): number | null {
  return token.kind === 'number' && /^\d{1,2}[.,]\d{1,2}$/.test(token.word)
    ? Number(token.word.replace(',', '.'))
    : null
}

const dateOrders = new Map<string, string>()

/** "dmy", "mdy" or "ymd": the order in which the locale writes a date in figures. */
function dateOrder(locale: string): string {
  const known = dateOrders.get(locale)
  if (known) return known
  let order = 'dmy'
  try {
    order = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', calendar: 'gregory' })
      .formatToParts(0)
      .flatMap((part) => (['day', 'month', 'year'].includes(part.type) ? [part.type.charAt(0)] : []))
      .join('')
  } catch {
    // A locale that does not exist reads dates the way most of the world writes them.
  }
  dateOrders.set(locale, order)
  return order
}

/** Reads times and dates against one moment, zone and locale; make one per sentence. */
export interface TimeReader {
  readRange(tokens: readonly Token[], at: number): Read<DayRange>
  readDay(tokens: readonly Token[], at: number): Read<string>
  readClock(tokens: readonly Token[], at: number): Read<MinuteRange>
  /** The windows that `tokens` from `at` to the end name, or null when any of it is not a time or not clear. */
  readWindows(tokens: readonly Token[], at: number): LocalWindow[] | null
}

export function createTimeReader(
  context: ReadingContext,
  conventions: TimeConventions = { ...defaultConventions, ...context.conventions },
): TimeReader {
  const local = DateTime.fromJSDate(context.now, { zone: context.zone })
  const inUtc = local.isValid ? local : DateTime.fromJSDate(context.now, { zone: 'utc' })
  // Days are kept as UTC midnights: pure calendar arithmetic, no clock change can touch it.
  const today = DateTime.utc(inUtc.year, inUtc.month, inUtc.day) as Day
  const monday = today.minus({ days: today.weekday - 1 }) as Day

  const iso = (day: Day): string => day.toISODate()
  const plus = (day: Day, days: number): Day => day.plus({ days }) as Day
  const endOfMonth = (day: Day): Day => day.endOf('month').startOf('day') as Day

  function dayOf(year: number | null, month: number, dayOfMonth: number): Day | null {
    const given = DateTime.utc(year ?? today.year, month, dayOfMonth)
    if (year !== null) return given.isValid ? (given as Day) : null
    if (given.isValid && given >= today) return given as Day
    // 29 February may be some years away.
    for (let later = 1; later <= 4; later += 1) {
      const next = DateTime.utc(today.year + later, month, dayOfMonth)
      if (next.isValid) return later === 1 || month === 2 ? (next as Day) : null
    }
    return null
  }

  function found(day: Day | null, next: number): Read<Day> {
    return { value: day ?? 'unclear', next }
  }

  function fullYear(words: string): number {
    return words.length === 2 ? 2000 + Number(words) : Number(words)
  }

  function readFigures(word: string, next: number): Read<Day> {
    const isoParts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word)
    if (isoParts) return found(dayOf(Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3])), next)
    const parts = /^(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(word)
    if (!parts) return null
    if (parts[2] === '.' && !/^\d{1,2}\.\d{1,2}\./.test(word)) return null
    const [first, second] = [Number(parts[1]), Number(parts[3])]
    const year = parts[4] === undefined ? null : fullYear(parts[4])
    const order = parts[2] === '.' ? 'dmy' : dateOrder(context.locale)
    if (order.startsWith('y') && year !== null && parts[4]?.length === 2) return { value: 'unclear', next }
    const isMonthFirst = order.indexOf('m') < order.indexOf('d')
    const [month, dayOfMonth] = isMonthFirst ? [first, second] : [second, first]
    if (month > 12 && dayOfMonth <= 12) return found(dayOf(year, dayOfMonth, month), next)
    return found(dayOf(year, month, dayOfMonth), next)
  }

  function yearAt(tokens: readonly Token[], at: number): { year: number; next: number } | null {
    const from = wordAt(tokens, at) === ',' ? at + 1 : at
    const word = wordAt(tokens, from)
    return /^20\d{2}$/.test(word) ? { year: Number(word), next: from + 1 } : null
  }

  const ordinals = ['st', 'nd', 'rd', 'th']

  function dayNumberAt(tokens: readonly Token[], at: number): { day: number; next: number; isOrdinal: boolean } | null {
    const token = tokens[at]
    if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.word)) return null
    const day = Number(token.word)
    if (day < 1 || day > 31) return null
    const isOrdinal = ordinals.includes(wordAt(tokens, at + 1)) && tokens[at + 1]?.from === token.to
    const next = at + (isOrdinal ? 2 : 1)
    // German and Nordic writers end the number with a dot: "24. Nov".
    return {
      day,
      next: wordAt(tokens, next) === '.' && monthNumbers.has(wordAt(tokens, next + 1)) ? next + 1 : next,
      isOrdinal,
    }
  }

  function monthAt(tokens: readonly Token[], at: number): { month: number; next: number } | null {
    const month = monthNumbers.get(wordAt(tokens, at))
    if (month === undefined) return null
    const isShort = wordAt(tokens, at).length <= 4
    return { month, next: isShort && wordAt(tokens, at + 1) === '.' && tokens[at + 2] ? at + 2 : at + 1 }
  }

  function readCalendarDay(tokens: readonly Token[], start: number): Read<Day> {
    const at = wordAt(tokens, start) === 'the' ? start + 1 : start
    const token = tokens[at]
    if (token?.kind === 'number') {
      const figures = readFigures(token.word, at + 1)
      if (figures) return figures
    }
    const number = dayNumberAt(tokens, at)
    if (number) {
      const afterOf = wordAt(tokens, number.next) === 'of' ? number.next + 1 : number.next
      const month = monthAt(tokens, afterOf)
      if (month) {
        const year = yearAt(tokens, month.next)
        return found(dayOf(year?.year ?? null, month.month, number.day), year?.next ?? month.next)
      }
      if (!number.isOrdinal) return null
      for (let ahead = 0; ahead <= 2; ahead += 1) {
        const inMonth = today.startOf('month').plus({ months: ahead })
        const day = DateTime.utc(inMonth.year, inMonth.month, number.day)
        if (day.isValid && day >= today) return found(day as Day, number.next)
      }
      return { value: 'unclear', next: number.next }
    }
    const month = monthAt(tokens, at)
    if (!month) return null
    const afterThe = wordAt(tokens, month.next) === 'the' ? month.next + 1 : month.next
    const day = dayNumberAt(tokens, afterThe)
    if (!day) return null
    // "Nov 10:00" is no date; "dec 1 to 5" starts with one.
    const year = yearAt(tokens, day.next)
    return found(dayOf(year?.year ?? null, month.month, day.day), year?.next ?? day.next)
  }

  function readOneDay(tokens: readonly Token[], at: number): Read<Day> {
    const dayAfter = matchAnyPhrase(tokens, at, ['day after tomorrow', 'the day after tomorrow'])
    if (dayAfter !== null) return found(plus(today, 2), dayAfter)
    const word = wordAt(tokens, at)
    if (word === 'today') return found(today, at + 1)
    if (['tomorrow', 'tmrw', 'tomorow', 'tommorow', 'tommorrow'].includes(word)) return found(plus(today, 1), at + 1)
    if (word === 'in') {
      const count = numberAt(tokens, at + 1)
      const unit = wordAt(tokens, at + 2)
      if (count !== null && count <= 120 && ['day', 'days'].includes(unit)) return found(plus(today, count), at + 3)
      if (count !== null && count <= 26 && ['week', 'weeks'].includes(unit))
        return found(plus(today, 7 * count), at + 3)
    }
    let modifier = ''
    let position = at
    if (['the', 'this', 'next', 'coming'].includes(word) && weekdayOrComing(wordAt(tokens, at + 1))) {
      modifier = word === 'the' ? '' : word
      position = at + 1
      if (wordAt(tokens, position) === 'coming') {
        modifier = 'coming'
        position += 1
      }
    }
    const weekday = weekdayNumbers.get(wordAt(tokens, position))
    if (weekday === undefined) return word === 'the' || position === at ? readCalendarDay(tokens, at) : null
    let next = position + 1
    if (wordAt(tokens, next) === '.' && tokens[next + 1] && wordAt(tokens, position).length <= 5) next += 1

    const dateAt = skipWords(tokens, next, [','])
    const date = readCalendarDay(tokens, wordAt(tokens, dateAt) === 'the' ? dateAt + 1 : dateAt)
    if (date) {
      // A date and a weekday that contradict each other: the writer must say which one is meant.
      const isAgreed = date.value !== 'unclear' && date.value.weekday === weekday
      return isAgreed ? date : { value: 'unclear', next: date.next }
    }
    const ofNextWeek = matchAnyPhrase(tokens, next, ['next week', 'of next week', 'in next week'])
    if (ofNextWeek !== null) return found(plus(monday, 7 + weekday - 1), ofNextWeek)
    const ofThisWeek = matchAnyPhrase(tokens, next, ['this week', 'of this week'])
    if (ofThisWeek !== null) {
      const day = plus(monday, weekday - 1)
      return found(day >= today ? day : null, ofThisWeek)
    }
    const weekLater = matchPhrase(tokens, next, 'week')
    const ahead = (weekday - today.weekday + 7) % 7
    if (modifier === 'next') return found(plus(monday, 7 + weekday - 1), next)
    if (modifier === 'this') return found(plus(today, ahead), next)
    const coming = plus(today, ahead === 0 ? 7 : ahead)
    return weekLater === null ? found(coming, next) : found(plus(coming, 7), weekLater)
  }

  function weekdayOrComing(word: string): boolean {
    return word === 'coming' || weekdayNumbers.has(word)
  }

  /** A whole stretch with its own name: a week, a month, a weekend, the next so many days. */
  function readSpan(tokens: readonly Token[], at: number): Read<{ first: Day; last: Day }> {
    const span = (first: Day, last: Day, next: number): Read<{ first: Day; last: Day }> => ({
      value: first > last ? 'unclear' : { first: first < today ? today : first, last },
      next,
    })
    const the = wordAt(tokens, at) === 'the' ? at + 1 : at
    const weekAfter = matchAnyPhrase(tokens, the, ['week after next'])
    if (weekAfter !== null) return span(plus(monday, 14), plus(monday, 18), weekAfter)
    let part = ''
    let position = the
    if (
      ['early', 'mid', 'late', 'later', 'beginning', 'start', 'middle', 'end', 'rest'].includes(wordAt(tokens, the))
    ) {
      part = wordAt(tokens, the)
      position = skipWords(tokens, the + 1, ['of', 'in', 'the', '-'])
    }
    const cut = (first: Day, days: number, next: number): Read<{ first: Day; last: Day }> => {
      const last = plus(first, days - 1)
      if (['early', 'beginning', 'start'].includes(part)) return span(first, plus(first, Math.ceil(days / 2) - 1), next)
      if (['late', 'end'].includes(part)) return span(plus(first, Math.floor(days / 2)), last, next)
      if (['mid', 'middle'].includes(part))
        return span(plus(first, Math.floor(days / 3)), plus(last, -Math.floor(days / 3)), next)
      return span(first, last, next)
    }
    const thisWeek = matchAnyPhrase(tokens, position, ['this week', ...(part === 'rest' ? ['week'] : [])])
    if (thisWeek !== null) {
      const nextToo = matchAnyPhrase(tokens, thisWeek, ['or next', 'and next', 'or next week', 'and next week'])
      if (nextToo !== null) return span(today, plus(monday, 11), nextToo)
      return part === '' || ['rest', 'later'].includes(part)
        ? span(part === 'later' ? plus(today, 1) : today, plus(monday, today.weekday > 5 ? 6 : 4), thisWeek)
        : cut(monday, 5, thisWeek)
    }
    const nextWeek = matchAnyPhrase(tokens, position, ['next week', 'the next week', 'coming week'])
    if (nextWeek !== null) return cut(plus(monday, 7), 5, nextWeek)
    const weekOf = matchAnyPhrase(tokens, position, [
      'week of',
      'week commencing',
      'week starting',
      'week beginning',
      'w/c',
    ])
    if (weekOf !== null) {
      const day = readOneDay(tokens, weekOf)
      if (!day) return null
      if (day.value === 'unclear') return { value: 'unclear', next: day.next }
      const start = plus(day.value, 1 - day.value.weekday)
      return span(start, plus(start, 4), day.next)
    }
    const weekend = matchAnyPhrase(tokens, position, ['this weekend', 'weekend', 'the weekend'])
    if (weekend !== null) return span(plus(monday, 5), plus(monday, 6), weekend)
    const nextWeekend = matchAnyPhrase(tokens, position, ['next weekend'])
    if (nextWeekend !== null) return span(plus(monday, 12), plus(monday, 13), nextWeekend)
    const month = today.startOf('month') as Day
    const thisMonth = matchAnyPhrase(tokens, position, ['this month', ...(part === '' ? [] : ['month'])])
    if (thisMonth !== null)
      return part === '' ? span(today, endOfMonth(month), thisMonth) : cut(month, month.daysInMonth, thisMonth)
    const nextMonth = matchAnyPhrase(tokens, position, ['next month'])
    if (nextMonth !== null) {
      const start = month.plus({ months: 1 }) as Day
      return cut(start, start.daysInMonth, nextMonth)
    }
    const within = skipWords(tokens, the, ['next', 'coming', 'following', 'within', 'the'])
    if (within > the || wordAt(tokens, at - 1) === 'within') {
      const couple = matchAnyPhrase(tokens, within, ['couple of', 'a couple of', 'couple'])
      const count = couple === null ? numberAt(tokens, within) : 2
      const unitAt = couple ?? within + 1
      const unit = wordAt(tokens, unitAt)
      if (count !== null && count >= 1 && count <= 120 && ['day', 'days'].includes(unit))
        return span(today, plus(today, count), unitAt + 1)
      if (count !== null && count >= 1 && count <= 26 && ['week', 'weeks'].includes(unit))
        return span(today, plus(today, 7 * count), unitAt + 1)
    }
    const isIntroduced =
      part !== '' || ['in', 'during', 'of', 'until', 'till', 'by', 'from', 'to'].includes(wordAt(tokens, at - 1))
    const named = monthAt(tokens, position)
    if (named && isIntroduced && !dayNumberAt(tokens, named.next)) {
      const year = yearAt(tokens, named.next)
      const inYear = year?.year ?? (named.month >= today.month ? today.year : today.year + 1)
      const start = DateTime.utc(inYear, named.month, 1) as Day
      return cut(start, start.daysInMonth, year?.next ?? named.next)
    }
    return null
  }

  /** A day, or a stretch as its first and last day. */
  function readStretch(tokens: readonly Token[], at: number): Read<{ first: Day; last: Day }> {
    const span = readSpan(tokens, at)
    if (span) return span
    const pair = readDayPair(tokens, at)
    if (pair) return pair
    const day = readOneDay(tokens, at)
    if (!day) return null
    return { value: day.value === 'unclear' ? 'unclear' : { first: day.value, last: day.value }, next: day.next }
  }

  /** "1 to 5 Dec", "Dec 1-5", "Mon-Wed", "24 Nov until 2 Dec": two days joined. */
  function readDayPair(
    tokens: readonly Token[],
    at: number,
    joints: readonly string[] = ['-', 'to', 'until', 'till', 'til', 'through', 'thru'],
  ): Read<{ first: Day; last: Day }> {
    const the = wordAt(tokens, at) === 'the' ? at + 1 : at
    const short = dayNumberAt(tokens, the)
    if (short && joints.includes(wordAt(tokens, short.next))) {
      const last = readCalendarDay(tokens, short.next + 1)
      if (last && last.value !== 'unclear') {
        const first = last.value.set({ day: Math.min(short.day, last.value.daysInMonth) }) as Day
        return { value: short.day <= last.value.day ? { first, last: last.value } : 'unclear', next: last.next }
      }
    }
    const first = readOneDay(tokens, at)
    if (!first || !joints.includes(wordAt(tokens, first.next))) return null
    if (first.value === 'unclear') return null
    const secondAt = first.next + 1
    const bare = dayNumberAt(tokens, secondAt)
    const isMonthFirst = monthNumbers.has(wordAt(tokens, the))
    if (bare && isMonthFirst && !monthAt(tokens, bare.next)) {
      if (isClockFollowing(tokens, bare.next)) return null
      const last = DateTime.utc(first.value.year, first.value.month, bare.day)
      return {
        value: last.isValid && last >= first.value ? { first: first.value, last: last as Day } : 'unclear',
        next: bare.next,
      }
    }
    const second = readOneDay(tokens, secondAt)
    if (!second) return null
    if (second.value === 'unclear') return { value: 'unclear', next: second.next }
    // "Thu to Mon" runs over the weekend; the later weekday is the one after the first.
    const last =
      second.value < first.value && weekdayNumbers.has(wordAt(tokens, secondAt)) ? plus(second.value, 7) : second.value
    return { value: last < first.value ? 'unclear' : { first: first.value, last }, next: second.next }
  }

  function isClockFollowing(tokens: readonly Token[], at: number): boolean {
    return ['am', 'pm', ':', "o'clock"].includes(wordAt(tokens, at))
  }

  function readRange(tokens: readonly Token[], start: number): Read<DayRange> {
    const at = skipWords(tokens, start, ['on', 'sometime', 'some', 'time', 'any', 'anytime', 'during', 'for', 'at'])
    const ranged = (
      stretch: Read<{ first: Day; last: Day }>,
      toRange: (first: Day, last: Day) => DayRange,
    ): Read<DayRange> => {
      if (!stretch) return null
      if (stretch.value === 'unclear') return { value: 'unclear', next: stretch.next }
      return { value: toRange(stretch.value.first, stretch.value.last), next: stretch.next }
    }
    const both = (first: Day, last: Day): DayRange => ({ fromOn: iso(first), toOn: iso(last) })

    const between = matchPhrase(tokens, at, 'between')
    if (between !== null) return ranged(readDayPair(tokens, between, ['and', '-', 'to']), both)
    const by = matchAnyPhrase(tokens, at, [
      'by',
      'no later than',
      'not later than',
      'until',
      'till',
      'til',
      'up to',
      'by the end of',
      'before the end of',
    ])
    if (by !== null) return ranged(readStretch(tokens, by), (_first, last) => ({ fromOn: null, toOn: iso(last) }))
    const notBefore = matchAnyPhrase(tokens, at, [
      'not before',
      'no earlier than',
      'not earlier than',
      'starting',
      'starting on',
      'starting from',
      'beginning',
      'as of',
      'as from',
    ])
    if (notBefore !== null)
      return ranged(readStretch(tokens, notBefore), (first) => ({ fromOn: iso(first), toOn: null }))
    const before = matchPhrase(tokens, at, 'before')
    if (before !== null)
      return ranged(readStretch(tokens, before), (first) => ({ fromOn: null, toOn: iso(plus(first, -1)) }))
    const after = matchPhrase(tokens, at, 'after')
    if (after !== null)
      return ranged(readStretch(tokens, after), (_first, last) => ({ fromOn: iso(plus(last, 1)), toOn: null }))
    const from = matchPhrase(tokens, at, 'from')
    if (from !== null) {
      const pair = readDayPair(tokens, from)
      if (pair) return ranged(pair, both)
      const stretch = readStretch(tokens, from)
      const onwards = stretch ? matchAnyPhrase(tokens, stretch.next, ['on', 'onwards', 'onward']) : null
      return ranged(stretch && onwards !== null ? { ...stretch, next: onwards } : stretch, (first) => ({
        fromOn: iso(first),
        toOn: null,
      }))
    }
    const inside = matchAnyPhrase(tokens, at, ['in', 'within', 'over', 'inside'])
    // "in two weeks" is a day; "within two weeks" and "in the next two weeks" are stretches.
    const day = inside === null || wordAt(tokens, at) !== 'in' ? null : readOneDay(tokens, at)
    if (day)
      return ranged(
        { value: day.value === 'unclear' ? 'unclear' : { first: day.value, last: day.value }, next: day.next },
        both,
      )
    const stretch = readStretch(tokens, inside ?? at)
    if (!stretch) return null
    const onwards = matchAnyPhrase(tokens, stretch.next, ['onwards', 'onward', 'or later', 'or after'])
    if (onwards !== null) return ranged({ ...stretch, next: onwards }, (first) => ({ fromOn: iso(first), toOn: null }))
    return ranged(stretch, both)
  }

  // ---- clock times ----

  interface ClockPoint {
    /** Minutes after midnight of each reading: one when the words are exact, two for a bare "2". */
    readings: readonly number[]
    half: 'am' | 'pm' | null
    next: number
    /** "2", which may be a day or a count as well. */
    isBare: boolean
  }

  function readPoint(tokens: readonly Token[], at: number): ClockPoint | null {
    const word = wordAt(tokens, at)
    if (['noon', 'midday'].includes(word)) return { readings: [720], half: 'pm', next: at + 1, isBare: false }
    const spoken = ['half', 'quarter'].includes(word) ? readSpokenClock(tokens, at) : null
    if (spoken) return spoken
    const token = tokens[at]
    if (token?.kind !== 'number') return null
    const clock = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(token.word)
    if (!clock) return null
    const hour = Number(clock[1])
    const minute = Number(clock[2] ?? 0)
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
    let next = at + 1
    let half: 'am' | 'pm' | null = null
    const suffix = wordAt(tokens, next)
    const dotted = matchAnyPhrase(tokens, next, ['a.m .', 'p.m .', 'a.m', 'p.m'])
    if (suffix === 'am' || suffix === 'pm') {
      half = suffix
      next += 1
    } else if (dotted !== null) {
      half = suffix.startsWith('a') ? 'am' : 'pm'
      next = dotted
    } else if (["o'clock", 'oclock', 'uhr'].includes(suffix)) next += 1
    else if (suffix === 'h' && clock[2] === undefined) next += 1
    if (half) {
      if (hour < 1 || hour > 12) return null
      return { readings: [((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute], half, next, isBare: false }
    }
    const isExact = hour > 12 || hour === 0 || clock[1]?.startsWith('0') === true
    const readings = isExact ? [hour * 60 + minute] : [(hour % 12) * 60 + minute, ((hour % 12) + 12) * 60 + minute]
    return { readings, half: null, next, isBare: clock[2] === undefined && next === at + 1 }
  }

  /** "half past 2", "quarter to 3": the hour is a bare number, so both halves of the day remain. */
  function readSpokenClock(tokens: readonly Token[], at: number): ClockPoint | null {
    const isHalf = wordAt(tokens, at) === 'half'
    const relation = wordAt(tokens, at + 1)
    const hour = readPoint(tokens, at + 2)
    if (!hour || !['past', 'to'].includes(relation) || (isHalf && relation === 'to')) return null
    const shift = isHalf ? 30 : relation === 'past' ? 15 : -15
    return { ...hour, readings: hour.readings.map((minute) => minute + shift), isBare: false }
  }

  /** The one reading of a single clock time that falls in a working day; a bare 7 is the evening. */
  function settlePoint(point: ClockPoint): number | null {
    if (point.readings.length === 1) return point.readings[0] ?? null
    const start = conventions.dayStartsMinute
    const inDay = point.readings.filter((minute) => minute >= start && minute < start + 12 * 60)
    return inDay.length === 1 ? (inDay[0] ?? null) : null
  }

  /** The one reading of two clock times that falls in a working day: 9-11 morning, 2-4 afternoon, 10-2 across noon. */
  function settlePair(start: ClockPoint, end: ClockPoint): MinuteRange | null {
    const pairs = start.readings
      .flatMap((fromMinute) =>
        end.readings.map((toMinute) => ({ fromMinute, toMinute: toMinute === 0 ? 1440 : toMinute })),
      )
      .filter((pair) => pair.fromMinute < pair.toMinute)
    if (start.readings.length === 1 && end.readings.length === 1) return pairs[0] ?? null
    if (start.half || end.half || start.readings.length === 1 || end.readings.length === 1) {
      // One side is exact: the other is the nearest that keeps the order ("10-2pm", "2pm-4", "11-1pm").
      const shortest = pairs.toSorted((a, b) => a.toMinute - a.fromMinute - (b.toMinute - b.fromMinute))
      return shortest[0] ?? null
    }
    const between = (from: number, to: number): MinuteRange[] =>
      pairs.filter((pair) => pair.fromMinute >= from && pair.toMinute <= to)
    const inWork = between(conventions.dayStartsMinute, Math.max(conventions.dayEndsMinute, 19 * 60))
    if (inWork.length === 1) return inWork[0] ?? null
    const inWaking = inWork.length === 0 ? between(7 * 60, 21 * 60) : []
    return inWaking.length === 1 ? (inWaking[0] ?? null) : null
  }

  const { dayStartsMinute, dayEndsMinute, noonMinute, afternoonEndsMinute, eveningEndsMinute } = conventions
  const dayParts: readonly [readonly string[], number, number][] = [
    [
      [
        'all day',
        'all day long',
        'whole day',
        'the whole day',
        'any time',
        'anytime',
        'any time of day',
        'at any time',
      ],
      dayStartsMinute,
      dayEndsMinute,
    ],
    [['late afternoon'], 15 * 60, afternoonEndsMinute],
    [['early afternoon'], noonMinute, 14 * 60],
    [['late morning'], 10 * 60, noonMinute],
    [['early morning', 'first thing', 'first thing in the morning'], dayStartsMinute, dayStartsMinute + 60],
    [
      ['morning', 'mornings', 'in the morning', 'in the mornings', 'the morning', 'any morning'],
      dayStartsMinute,
      noonMinute,
    ],
    [
      [
        'afternoon',
        'afternoons',
        'in the afternoon',
        'in the afternoons',
        'the afternoon',
        'any afternoon',
        'after lunch',
      ],
      noonMinute,
      afternoonEndsMinute,
    ],
    [['evening', 'evenings', 'in the evening', 'the evening', 'after work'], afternoonEndsMinute, eveningEndsMinute],
    [['lunch', 'lunchtime', 'lunch time', 'over lunch', 'at lunch', 'at lunchtime'], noonMinute, noonMinute + 60],
  ]

  function readDayPart(tokens: readonly Token[], at: number): Read<MinuteRange> {
    let best: Read<MinuteRange> = null
    for (const [phrases, fromMinute, toMinute] of dayParts) {
      const next = matchAnyPhrase(tokens, at, phrases)
      if (next !== null && (!best || next > best.next)) best = { value: { fromMinute, toMinute }, next }
    }
    return best
  }

  function readClock(tokens: readonly Token[], start: number): Read<MinuteRange> {
    const part = readDayPart(tokens, start)
    if (part) return part
    const at = skipWords(tokens, start, ['any', 'time', 'anytime'])
    const made = (range: MinuteRange | null, next: number): Read<MinuteRange> => ({
      value: range && range.fromMinute < range.toMinute ? range : 'unclear',
      next,
    })
    const untilEvening = (fromMinute: number): MinuteRange => ({
      fromMinute,
      toMinute: fromMinute < dayEndsMinute ? dayEndsMinute : eveningEndsMinute,
    })

    const opened = matchAnyPhrase(tokens, at, ['between', 'from'])
    const first = readPoint(tokens, opened ?? at)
    if (first) {
      const joints = wordAt(tokens, at) === 'between' ? ['and', '-', 'to'] : ['-', 'to', 'until', 'till', 'til']
      const second = joints.includes(wordAt(tokens, first.next)) ? readPoint(tokens, first.next + 1) : null
      // "2-4 Dec" are days, not hours.
      if (second && !monthNumbers.has(wordAt(tokens, second.next))) return made(settlePair(first, second), second.next)
    }
    const afterWord = matchAnyPhrase(tokens, at, [
      'after',
      'from',
      'past',
      'not before',
      'starting at',
      'starting from',
    ])
    if (afterWord !== null) {
      const point = readPoint(tokens, afterWord)
      if (!point || isDayNumber(tokens, afterWord)) return null
      const minute = settlePoint(point)
      const next = matchAnyPhrase(tokens, point.next, ['on', 'onwards', 'onward'])
      const isOn = next !== null && wordAt(tokens, point.next) === 'on' && readOneDay(tokens, next) !== null
      return made(minute === null ? null : untilEvening(minute), next === null || isOn ? point.next : next)
    }
    const beforeWord = matchAnyPhrase(tokens, at, ['before', 'until', 'till', 'til', 'up to', 'by'])
    if (beforeWord !== null) {
      const point = readPoint(tokens, beforeWord)
      if (!point || isDayNumber(tokens, beforeWord)) return null
      const minute = settlePoint(point)
      return made(minute === null ? null : { fromMinute: dayStartsMinute, toMinute: minute }, point.next)
    }
    const atWord = matchAnyPhrase(tokens, at, ['at', '@'])
    const single = readPoint(tokens, atWord ?? at)
    if (!single || (single.isBare && atWord === null) || isDayNumber(tokens, atWord ?? at)) return null
    const minute = settlePoint(single)
    const onwards = matchAnyPhrase(tokens, single.next, ['onwards', 'onward', 'or later', 'or after', '+'])
    if (onwards !== null) return made(minute === null ? null : untilEvening(minute), onwards)
    return made(
      minute === null ? null : { fromMinute: minute, toMinute: minute + conventions.durationMinutes },
      single.next,
    )
  }

  function isDayNumber(tokens: readonly Token[], at: number): boolean {
    return readCalendarDay(tokens, at) !== null
  }

  // ---- several windows ----

  const separators = [',', ';', 'and', 'or', '&', '+', 'plus', '/', '.', 'also', 'then', 'but']
  const fillers = [
    'on',
    'is',
    'are',
    'works',
    'work',
    'fine',
    'good',
    'ok',
    'okay',
    'free',
    'available',
    'either',
    'both',
    'well',
    'would',
    'be',
    'anytime',
    'possible',
    'local',
    ':',
    '!',
    '(',
    ')',
  ]

  /** Weekdays of a stretch; a single named day may be a weekend day. */
  function daysOf(stretch: { first: Day; last: Day }): Day[] {
    const days: Day[] = []
    for (let day = stretch.first; day <= stretch.last && days.length <= 62; day = plus(day, 1)) days.push(day)
    const isWeekendOnly = days.every((day) => day.weekday > 5)
    return isWeekendOnly ? days : days.filter((day) => day.weekday <= 5)
  }

  function readWindows(tokens: readonly Token[], start: number): LocalWindow[] | null {
    interface Group {
      days: Day[]
      times: MinuteRange[]
      /** The hours were said before the days: "2-4 on Tuesday and Thursday". */
      isTimesFirst: boolean
    }
    const groups: Group[] = []
    let group: Group = { days: [], times: [], isTimesFirst: false }
    let at = start
    let isSeparated = true
    const close = (): void => {
      if (group.days.length > 0 || group.times.length > 0) groups.push(group)
      group = { days: [], times: [], isTimesFirst: false }
    }
    while (at < tokens.length) {
      const clock = readClock(tokens, at)
      const stretch = clock ? null : readStretch(tokens, wordAt(tokens, at) === 'on' ? at + 1 : at)
      if (clock) {
        if (clock.value === 'unclear') return null
        if (group.isTimesFirst && group.days.length > 0) close()
        if (group.days.length === 0) group.isTimesFirst = true
        group.times.push(clock.value)
        at = clock.next
        isSeparated = false
      } else if (stretch) {
        if (stretch.value === 'unclear' || stretch.value.last < today) return null
        if (group.days.length > 0 && group.times.length > 0 && !group.isTimesFirst) close()
        // Two dates side by side without a word between them contradict each other.
        if (group.days.length > 0 && !isSeparated) return null
        group.days.push(...daysOf(stretch.value))
        at = stretch.next
        isSeparated = false
      } else if (separators.includes(wordAt(tokens, at))) {
        at += 1
        isSeparated = true
      } else if (fillers.includes(wordAt(tokens, at))) at += 1
      else return null
    }
    close()
    const windows = new Map<string, LocalWindow>()
    for (const { days, times } of groups) {
      // Hours without a day could be any day: not guessed.
      if (days.length === 0) return null
      const whole = { fromMinute: conventions.dayStartsMinute, toMinute: conventions.dayEndsMinute }
      for (const day of days)
        for (const range of times.length > 0 ? times : [whole]) {
          const window = { startsAt: localStamp(day, range.fromMinute), endsAt: localStamp(day, range.toMinute) }
          windows.set(`${window.startsAt} ${window.endsAt}`, window)
        }
    }
    const found = [...windows.values()].sort(
      (a, b) => a.startsAt.localeCompare(b.startsAt) || a.endsAt.localeCompare(b.endsAt),
    )
    return found.length > 0 && found.length <= 200 ? found : null
  }

  function localStamp(day: Day, minute: number): string {
    return day.plus({ minutes: minute }).toFormat("yyyy-MM-dd'T'HH:mm")
  }

  return {
    readRange,
    readDay: (tokens, at) => {
      const day = readOneDay(tokens, at)
      return day && { value: day.value === 'unclear' ? 'unclear' : iso(day.value), next: day.next }
    },
    readClock,
    readWindows,
  }
}

/** The windows a text names and nothing else, sorted; null when any of it is not a time or has no one meaning. */
export function readWindows(text: string, context: ReadingContext): LocalWindow[] | null {
  const { tokens } = tokenise(text)
  const trimmed =
    tokens.at(-1)?.kind === 'mark' && ['.', '!'].includes(tokens.at(-1)?.word ?? '') ? tokens.slice(0, -1) : tokens
  return createTimeReader(context).readWindows(trimmed, 0)
}

/** The first and last day a text names; null when it names none or has no one meaning. */
export function readDayRange(text: string, context: ReadingContext): DayRange | null {
  const { tokens } = tokenise(text)
  const range = createTimeReader(context).readRange(tokens, 0)
  return range && range.value !== 'unclear' && range.next === tokens.length ? range.value : null
}
