import type { FoundPick } from './mark.ts'
import { noPick } from './picks.ts'

const ordinals: ReadonlyMap<string, number> = new Map(
  [
    'first 1st',
    'second 2nd',
    'third 3rd',
    'fourth 4th',
    'fifth 5th',
    'sixth 6th',
    'seventh 7th',
    'eighth 8th',
    'ninth 9th',
    'tenth 10th',
  ].flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
)
const cardinals: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index) => [
    word,
    index + 1,
  ]),
)
const letters: ReadonlyMap<string, number> = new Map([...'abcdefgh'].map((letter, index) => [letter, index + 1]))

const choiceNouns = 'options?|opts?|slots?|numbers?|nr|choices?|proposals?|suggestions?|alternatives?|variants?'
const numberWord = `(?:#\\s?)?(?:\\d{1,2}(?![\\d:.]\\d|\\s?(?:am|pm|a\\.m|p\\.m|h\\b|uhr|o'clock|min|hour|hr))|${[...cardinals.keys()].join('|')})\\b`
const ordinalWord = `(?:${[...ordinals.keys()].join('|')}|last|final)\\b`
const joint = '(?:\\s*(?:,|and|or|&|/|\\+)\\s*(?:and\\s|or\\s)?(?:the\\s|also\\s|either\\s)?)'

/** What may follow an ordinal that counts proposals; "first thing", "the second week" and "the 2nd of May" do not. */
const afterOrdinal = `(?=\\s*(?:$|[.,;!?)\\n-]|and\\b|or\\b|&|one\\b|ones\\b|of\\s(?:these|those|the\\s(?:times|options|slots|proposals))|${choiceNouns}|works?\\b|is\\b|would\\b|will\\b|does|suits?\\b|looks?\\b|sounds?\\b|seems?\\b|please|pls|for\\s(?:me|us)\\b|isn't|won't|doesn't|but\\b|thanks|if\\b|though\\b|can\\b|could\\b|also\\b|too\\b|at\\sa\\b|both\\b|all\\b|are\\b|only\\b|as\\swell))`

const patterns = {
  /** "option 1 or 3", "#2", "slots 1, 2 and 4", "number two". */
  named: new RegExp(
    `(?:\\b(?:${choiceNouns})\\s*(?:#|no\\.?\\s|nr\\.?\\s)?\\s*|#\\s?|\\bno\\.?\\s?(?=\\d))(?:${numberWord}|[a-h]\\b)(?:${joint}(?:(?:${choiceNouns})\\s*)?(?:${numberWord}|[a-h]\\b))*(?:\\s?(?:-|to|through)\\s?\\d{1,2}\\b(?!:))?`,
    'gi',
  ),
  /** "the first two", "last three", "one of the first two". */
  counted: /\b(first|last|final)\s(two|three|four|five|couple|2|3|4|5|few)\b(?!\s(?:weeks?|days?|hours?|months?))/gi,
  /** "the second or third", "2nd one". */
  ordinal: new RegExp(
    `\\b(?:${ordinalWord})(?:\\s(?:one|ones|option|slot|time|proposal|choice|suggestion)\\b)?(?:${joint}(?:${ordinalWord}))*${afterOrdinal}`,
    'gi',
  ),
  /** "the earliest one", "the later slot". */
  edge: new RegExp(
    `\\b(earliest|soonest|earlier|latest|later|middle)(?:\\s(?:one|option|slot|time|proposal)\\b|${afterOrdinal})`,
    'gi',
  ),
  /** "2 works", "1 or 3 please", "(2)": figures at the start of a statement or all by themselves. */
  bare: new RegExp(
    `(?<=^|[.,!;\\n(]\\s*|\\b(?:either|both|prefer|choose|pick|take|with|for|say|but|not|except|yes to|no to|yes|yes,|ok|hi|hello|thanks)\\s)${numberWord}(?:${joint}${numberWord})*(?=\\s*(?:$|[.,!)\\n]|works?\\b|is\\b|are\\b|would\\b|will\\b|does|suits?\\b|looks?\\b|sounds?\\b|please|pls|for\\s(?:me|us)\\b|if\\b|isn't|won't|doesn't|but\\b|thanks|thx|best\\b|ideally\\b|fits\\b|fine\\b|good\\b|ok\\b|happen\\b|both\\b))`,
    'gi',
  ),
  /** "none of these", "any of them", "both", "they all", "all three". */
  all: /\b((any|all|either|both|each|every one|everything|anything|none|neither|not one|most) of (these|those|them|the (times|options|slots|proposals|dates|above)|your (times|options|slots|proposals|suggestions|dates)|the (two|three|four|five))( (times|options|slots|dates|proposals))?|(all|any|both|none|neither|either) (these|those|the (times|options|slots|dates|proposals)|(two|three|four|five)|options|slots|times|proposals|dates)|these( (times|options|slots|dates|proposals))?|those( (times|options|slots|dates|proposals))?( (times|options|slots|dates))?|them all|they all|all( of)?|both|either( one)?|none|neither( one)?|whichever|any one|any|everything|the (times|options|slots|dates|proposals)|they)\b(?=\s*(?:$|[.,;!?)\n-]|work|suit|are\b|is\b|would|will|look|sound|good|fine|ok|great|do\b|does|don't|doesn't|won't|aren't|isn't|fit|please|for (me|us)|i'm|i am|unfortunately|sadly|that you|you\b|but\b|can\b|can't|except|apart|bar\b|other than|possible|clash|conflict|overlap|fall|happen|cut|land))/gi,
}

/** Expressions that choose among proposals numbered in `numbers` (in the order shown); with offsets, in order, not overlapping. */
export function findChoices(text: string, numbers: readonly number[]): FoundPick[] {
  if (numbers.length === 0) return []
  const found: FoundPick[] = []
  const add = (from: number, to: number, choices: readonly number[], isAllChoices: boolean) => {
    const known = choices.filter((number) => numbers.includes(number))
    const isTaken = found.some((other) => from < other.to && to > other.from)
    if (known.length > 0 && !isTaken) found.push({ from, to, pick: { ...noPick, choices: known, isAllChoices } })
  }
  for (const [kind, pattern] of Object.entries(patterns)) {
    for (const match of text.matchAll(pattern)) {
      const choices = choicesOf(kind, match, numbers)
      // A negation inside "none of these" has to stay a word of its own.
      const negation = kind === 'all' ? (/^(none|neither|not one)/i.exec(match[0])?.[0].length ?? 0) : 0
      const to = match.index + match[0].length
      add(Math.min(match.index + negation, to), to, choices, kind === 'all')
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function choicesOf(kind: string, match: RegExpMatchArray, numbers: readonly number[]): readonly number[] {
  const [words, first = '', second = ''] = match
  if (kind === 'all') return numbers
  if (kind === 'counted') return countedChoices(first, second, numbers)
  if (kind === 'edge' && /^middle/i.test(words))
    return numbers.length % 2 ? numbers.slice((numbers.length - 1) / 2, (numbers.length + 1) / 2) : []
  if (kind === 'edge') return /^(earl|soon)/i.test(words) ? numbers.slice(0, 1) : numbers.slice(-1)
  return readNumbers(kind === 'ordinal' ? words.replace(/\bones?\b/gi, '') : words, numbers)
}

function countedChoices(side: string, count: string, numbers: readonly number[]): number[] {
  const amount =
    cardinals.get(count.toLowerCase()) ?? (/^\d+$/.test(count) ? Number(count) : count.toLowerCase() === 'few' ? 3 : 2)
  return side.toLowerCase() === 'first' ? numbers.slice(0, amount) : numbers.slice(-amount)
}

function readNumbers(words: string, numbers: readonly number[]): number[] {
  const range = /(\d{1,2})\s?(?:-|to|through)\s?(\d{1,2})/i.exec(words)
  if (range) return numbers.filter((number) => number >= Number(range[1]) && number <= Number(range[2]))
  return [...words.toLowerCase().matchAll(/\d{1,2}(?:st|nd|rd|th)?|\p{L}+/gu)].flatMap(([word]) => {
    if (word === 'last' || word === 'final') return numbers.slice(-1)
    const place = ordinals.get(word)
    if (place !== undefined) return numbers.slice(place - 1, place)
    const number = /^\d+$/.test(word) ? Number(word) : (cardinals.get(word) ?? letters.get(word))
    return number === undefined || (word === 'a' && words.length > 12) ? [] : [number]
  })
}
