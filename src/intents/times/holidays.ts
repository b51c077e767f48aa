import { toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { shifts } from './lexicon.ts'
import { type DaySpan, type Found, oneDay, type Reading, wordAt } from './reading.ts'
import { readOfYear, readYear } from './yearWords.ts'

type Rule = (year: number) => number | null

function fixed(month: number, day: number): Rule {
  return (year) => toDayNumber(year, month, day)
}

/** The n-th such weekday of a month; -1 is the last. */
function nth(month: number, weekday: number, count: number): Rule {
  return (year) => {
    if (count > 0) {
      const first = toDayNumber(year, month, 1)
      return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7
    }
    const last = toDayNumber(year, month + 1, 0)
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
}

/** Gregorian Easter Sunday after Meeus, Jones and Butcher. */
export function easterOf(year: number): number {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return toDayNumber(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

function easter(shift: number): Rule {
  return (year) => easterOf(year) + shift
}

const holidays: readonly (readonly [string, Rule])[] = [
  ["new year's day,new years day,new year day,new year,new year's,new years", fixed(1, 1)],
  ["new year's eve,new years eve,new year eve,nye,silvester", fixed(12, 31)],
  ['christmas day,christmas,xmas day,xmas,x mas', fixed(12, 25)],
  ['christmas eve,xmas eve', fixed(12, 24)],
  ['boxing day,st stephen day', fixed(12, 26)],
  [
    "valentine's day,valentines day,valentine day,valentine's,valentines,valentine,saint valentine day,st valentine day",
    fixed(2, 14),
  ],
  [
    "st patrick's day,st patricks day,st patrick day,saint patrick's day,saint patrick day,saint patrick,st patrick,st paddy day",
    fixed(3, 17),
  ],
  ["april fools,april fool's day,april fools day,april fool day", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  [
    "international workers' day,international workers day,workers' day,workers day,may day,international workers,labour day",
    fixed(5, 1),
  ],
  ['cinco de mayo', fixed(5, 5)],
  ['juneteenth,freedom day', fixed(6, 19)],
  ['independence day,fourth of july,us independence day,us independence', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['canada day', fixed(7, 1)],
  ['halloween,hallowe en,all hallows eve,halloween day,all hallow eve', fixed(10, 31)],
  ['all saints day,all saints', fixed(11, 1)],
  ['all souls day,all souls', fixed(11, 2)],
  ['guy fawkes day,guy fawkes night,bonfire night', fixed(11, 5)],
  ["veterans' day,veterans day,veteran day,remembrance day,armistice day", fixed(11, 11)],
  ["international women's day,women's day,womens day,women day,international women day", fixed(3, 8)],
  ["international men's day", fixed(11, 19)],
  ["teacher's day,teachers day,teachers' day,teacher day", fixed(9, 10)],
  ["children's day,childrens day", fixed(6, 1)],
  ['groundhog day,ground hog day', fixed(2, 2)],
  ['pi day', fixed(3, 14)],
  ['star wars day', fixed(5, 4)],
  ['epiphany,three kings day', fixed(1, 6)],
  ['australia day', fixed(1, 26)],
  ['anzac day', fixed(4, 25)],
  ["saint george's day,st george day", fixed(4, 23)],
  ["saint andrew's day,st andrew day", fixed(11, 30)],
  ['singles day,single day', fixed(11, 11)],
  ['german unity day,day of german unity', fixed(10, 3)],
  ['parsi new year', fixed(8, 17)],
  [
    'martin luther king day,martin luther king jr day,mlk day,mlk,mlk jr day,martin luther kings day,civil rights day',
    nth(1, 1, 3),
  ],
  [
    "presidents' day,presidents day,president day,washington birthday,washington's birthday,george washington day",
    nth(2, 1, 3),
  ],
  ["mother's day,mothers day,mothers' day,mother day", nth(5, 7, 2)],
  ["father's day,fathers day,fathers' day,father day", nth(6, 7, 3)],
  ['memorial day,decoration day', nth(5, 1, -1)],
  ['labor day', nth(9, 1, 1)],
  ['columbus day,indigenous peoples day', nth(10, 1, 2)],
  ['thanksgiving day,thanksgiving', nth(11, 4, 4)],
  ['early may bank holiday,early may bank holiday monday', nth(5, 1, 1)],
  ['spring bank holiday,whitsun bank holiday', nth(5, 1, -1)],
  ['summer bank holiday,august bank holiday', nth(8, 1, -1)],
  ['black friday', (year) => (nth(11, 4, 4)(year) ?? 0) + 1],
  ['cyber monday', (year) => (nth(11, 4, 4)(year) ?? 0) + 4],
  ['easter,easter sunday,easter sun,easter day', easter(0)],
  ['easter monday,easter mon', easter(1)],
  ['easter saturday,holy saturday,black saturday', easter(-1)],
  ['good friday,easter friday,good fri', easter(-2)],
  ['maundy thursday,holy thursday', easter(-3)],
  ['palm sunday,palm sun', easter(-7)],
  ['ash wednesday,ash wed', easter(-46)],
  ['shrove tuesday,pancake day,pancake tuesday,mardi gras', easter(-47)],
  ['ascension day,ascension', easter(39)],
  ['pentecost,whit sunday,whitsunday', easter(49)],
  ['whit monday,pentecost monday', easter(50)],
  ['corpus christi', easter(60)],
  ['trinity sunday', easter(56)],
  ['tax day', fixed(4, 15)],
  ['ides of march', fixed(3, 15)],
  ["mao's birthday", fixed(12, 26)],
  ['arbor day', nth(4, 5, -1)],
  ['tree planting day', fixed(3, 12)],
  ['inauguration day', fixed(1, 20)],
  ['youth day', fixed(5, 4)],
  ["girls day,girls' day,girl day", fixed(3, 7)],
  ["lovers day,lover's day,lovers' day", fixed(2, 14)],
  ['white lover day,white day', fixed(3, 14)],
  ['female day', fixed(3, 8)],
  ['baptiste day', fixed(6, 24)],
  ['jubilee day,jubilee', fixed(6, 19)],
  ['clean monday', easter(-48)],
  ['white sunday', easter(49)],
  ['white monday', easter(50)],
  ['thanks giving,thanks giving day', nth(11, 4, 4)],
]

/** Names that mean another day in some countries. */
const regional: readonly (readonly [name: string, regions: string, rule: Rule])[] = [
  ['labour day', 'US CA', nth(9, 1, 1)],
  ['labour day', 'NZ', nth(10, 1, 4)],
  ['labour day', 'AU', nth(10, 1, 1)],
  ['thanksgiving', 'CA', nth(10, 1, 2)],
  ['victoria day', 'CA', (year) => toDayNumber(year, 5, 24) - ((weekdayOf(toDayNumber(year, 5, 24)) + 6) % 7)],
  ['family day', 'CA', nth(2, 1, 3)],
  ['mother day', 'GB IE', easter(-21)],
  ['father day', 'AU NZ', nth(9, 7, 1)],
  ['independence day', 'IN', fixed(8, 15)],
  ['republic day', 'IN', fixed(1, 26)],
  ['youth day', 'ZA', fixed(6, 16)],
  ['heritage day', 'ZA', fixed(9, 24)],
  ['freedom day', 'ZA', fixed(4, 27)],
  ['national day', 'SG', fixed(8, 9)],
]

/** Their new year is another day. */
const otherCalendars = new Set([
  'islamic',
  'muslim',
  'chinese',
  'lunar',
  'jewish',
  'tamil',
  'orthodox',
  'vietnamese',
  'korean',
  'coptic',
  'persian',
  'iranian',
  'hindu',
  'greek',
])

interface HolidayName {
  words: readonly string[]
  rule: Rule
}

/** "new year's" is cut as "new year 's", so names are compared without the possessive. */
function wordsOf(name: string): string[] {
  return name.replaceAll("'s", '').replaceAll("'", '').split(' ')
}

const byFirstWord = new Map<string, HolidayName[]>()
for (const [names, rule] of holidays)
  for (const name of names.split(',')) {
    const words = wordsOf(name)
    const first = words[0] ?? ''
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, rule }])
  }

export const holidayStarts: readonly string[] = [
  ...byFirstWord.keys(),
  ...regional.map(([name]) => name.split(' ')[0] ?? ''),
]

function matchName(reading: Reading, at: number, words: readonly string[]): number | null {
  let next = at
  for (const word of words) {
    if (wordAt(reading, next) === '.' && reading.tokens[next]?.isGlued) next += 1
    if (wordAt(reading, next) !== word) return null
    next += 1
    if (wordAt(reading, next) === "'s") next += 1
    else if (
      word.endsWith('s') &&
      wordAt(reading, next) === "'" &&
      reading.tokens[next]?.isGlued &&
      reading.tokens[next + 1]?.isGlued === false
    )
      next += 1
  }
  return next
}

function readRegionalName(reading: Reading, at: number): Found<Rule> {
  for (const [name, regions, rule] of regional) {
    if (reading.region === '' || !regions.includes(reading.region)) continue
    const next = matchName(reading, at, wordsOf(name))
    if (next !== null)
      return { value: rule, next: name === 'thanksgiving' && wordAt(reading, next) === 'day' ? next + 1 : next }
  }
  return null
}

function readName(reading: Reading, at: number): Found<Rule> {
  let best: Found<Rule> = readRegionalName(reading, at)
  if (best) return best
  for (const { words, rule } of byFirstWord.get(wordAt(reading, at)) ?? []) {
    const next = matchName(reading, at, words)
    if (next !== null && (!best || next > best.next)) best = { value: rule, next }
  }
  return best
}

/** "Christmas", "next Thanksgiving", "Labor Day 2027", "Easter of next year". Without a year the coming one, today included. */
export function readHoliday(reading: Reading, at: number): Found<DaySpan> {
  const early = readEarlyYear(reading, at)
  if (early) return early
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const shift = shifts.get(wordAt(reading, start))
  const name = readName(reading, shift === undefined ? start : start + 1)
  if (!name || otherCalendars.has(wordAt(reading, start - 1))) return null
  const year = readYear(reading, name.next) ?? readOfYear(reading, name.next)
  if (year) {
    const day = name.value(year.value)
    return day === null ? null : { value: oneDay(day), next: year.next }
  }
  const day =
    shift === -1
      ? lastHoliday(reading, name.value)
      : nextHoliday(reading, name.value, wordAt(reading, start) === 'following')
  return day === null ? null : { value: oneDay(day, 'year'), next: name.next }
}

/** "next year's Thanksgiving", "2027's Easter". */
function readEarlyYear(reading: Reading, at: number): Found<DaySpan> {
  const year = readYear(reading, at) ?? readOfYear(reading, at)
  if (!year || wordAt(reading, year.next) !== "'s") return null
  const name = readName(reading, year.next + 1)
  const day = name?.value(year.value) ?? null
  return name && day !== null ? { value: oneDay(day), next: name.next } : null
}

function nextHoliday(reading: Reading, rule: Rule, isAfterToday: boolean): number | null {
  const { year } = toCalendarDay(reading.today)
  const days = [rule(year), rule(year + 1), rule(year + 2)]
  return days.find((day) => day !== null && (isAfterToday ? day > reading.today : day >= reading.today)) ?? null
}

function lastHoliday(reading: Reading, rule: Rule): number | null {
  const { year } = toCalendarDay(reading.today)
  return [rule(year), rule(year - 1)].find((day) => day !== null && day < reading.today) ?? null
}
