import type { ThreadOption } from '../thread.ts'
import { correctSpelling } from '../times/spelling.ts'
import type { Sign } from './signs.ts'

const ordinals = new Map<string, number>(
  [
    ['one', 'first', '1st', '1', 'former', 'a'],
    ['two', 'second', '2nd', '2', 'b'],
    ['three', 'third', '3rd', '3', 'c'],
    ['four', 'fourth', '4th', '4'],
    ['five', 'fifth', '5th', '5'],
    ['six', 'sixth', '6th', '6'],
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
)
const every = new Set(['any', 'all', 'either', 'anything', 'everything', 'each', 'whichever'])
const excepting = new Set(['but', 'except', 'bar', 'besides', 'excluding', 'save'])
/** How far before "but" the "any" of "any of them but the third" may stand. */
const excepted = 4

/** Numbers of the options meant: by number, ordinal, or the words they were shown with ("Wednesday", "13:00"). */
export function optionsIn(text: string, signs: readonly Sign[], options: readonly ThreadOption[]): number[] {
  const found = new Set<number>()
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign
    if (sign.mention) continue
    const number = ordinals.get(sign.word)
    const isLast =
      sign.word === 'last' || sign.word === 'latter' || (sign.word === 'final' && signs[at + 1]?.word === 'one')
    if (isLast && options.length > 0) found.add(options.at(-1)?.number ?? 0)
    else if (number !== undefined && options.some((option) => option.number === number) && isChoosing(signs, at))
      found.add(number)
    else if (sign.kind === 'time' || sign.kind === 'length')
      for (const option of options)
        if (namesOption(text.slice(sign.from, sign.to), option.words)) found.add(option.number)
  }
  const words = signs.map(({ word }) => word)
  // "all three"
  if (words.some((word, at) => word === 'all' && ordinals.get(words[at + 1] ?? '') === options.length))
    return options.map(({ number }) => number)
  const firstTwo = words.findIndex(
    (word, at) => word === 'first' && ['two', '2', 'couple'].includes(words[at + 1] ?? ''),
  )
  if (firstTwo >= 0) return options.slice(0, 2).map(({ number }) => number)
  const isAllBut = words.some(
    (word, at) => excepting.has(word) && words.slice(Math.max(0, at - excepted), at).some((one) => every.has(one)),
  )
  if (isAllBut && found.size > 0) return options.map(({ number }) => number).filter((number) => !found.has(number))
  return [...found].sort((a, b) => a - b)
}

/** "one" and "a" are numbers only where nothing else follows them. */
function isChoosing(signs: readonly Sign[], at: number): boolean {
  const [before, sign, after] = [signs[at - 1], signs[at], signs[at + 1]]
  if (sign?.word === 'a' || sign?.word === 'b' || sign?.word === 'c')
    return signs.length <= 3 || before?.word === 'option'
  if (sign?.word !== 'one') return true
  const isLead =
    before === undefined ||
    before.kind === 'mark' ||
    ['option', 'number', 'slot', 'or', 'and', 'with', 'no'].includes(before.word)
  return (
    isLead &&
    (after === undefined ||
      after.kind !== 'word' ||
      ['or', 'and', 'please', 'works', 'is', 'looks'].includes(after.word))
  )
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** "wedensday at 3" names "Wed 15:30" by its day; an hour has to agree when both say one. */
function namesOption(said: string, shown: string): boolean {
  const dayOf = (words: string): string | undefined =>
    /[a-z]{2,}/gi.exec(words)
      ? words
          .toLowerCase()
          .match(/[a-z]{3,}/g)
          ?.map(correctSpelling)
          .map((word) => days.find((day) => word.startsWith(day) || (day === 'wed' && /^we[dn]/.test(word))))
          .find(Boolean)
      : undefined
  const hourOf = (words: string): number | null => {
    const match = /(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?/i.exec(words)
    return match ? (Number(match[1]) % 12) * 60 + Number(match[2] ?? 0) : null
  }
  const [saidDay, shownDay] = [dayOf(said), dayOf(shown)]
  const [saidHour, shownHour] = [hourOf(said), hourOf(shown)]
  if (saidDay !== undefined)
    return (
      saidDay === shownDay &&
      (saidHour === null ||
        shownHour === null ||
        saidHour === shownHour ||
        Math.floor(saidHour / 60) === Math.floor(shownHour / 60))
    )
  return saidHour !== null && saidHour === shownHour
}
