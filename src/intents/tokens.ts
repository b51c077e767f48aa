/** A piece of a sentence. `from` and `to` point into the tidied text, so that names keep the writer's spelling. */
export interface Token {
  kind: 'word' | 'number' | 'mark' | 'quoted' | 'mention'
  /** Lower case, straight apostrophes; what the grammar compares. */
  word: string
  from: number
  to: number
}

export interface Sentence {
  text: string
  tokens: readonly Token[]
}

export const weekdayNumbers: ReadonlyMap<string, number> = new Map([
  ...['monday', 'mondays', 'mon', 'mo'].map((word): [string, number] => [word, 1]),
  ...['tuesday', 'tuesdays', 'tue', 'tues', 'tu'].map((word): [string, number] => [word, 2]),
  ...['wednesday', 'wednesdays', 'wed', 'weds'].map((word): [string, number] => [word, 3]),
  ...['thursday', 'thursdays', 'thu', 'thur', 'thurs'].map((word): [string, number] => [word, 4]),
  ...['friday', 'fridays', 'fri'].map((word): [string, number] => [word, 5]),
  ...['saturday', 'saturdays', 'sat'].map((word): [string, number] => [word, 6]),
  ...['sunday', 'sundays', 'sun'].map((word): [string, number] => [word, 7]),
])

const monthWords = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthWords.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
)

const pattern = new RegExp(
  [
    '"(?<quoted>[^"]{1,120})"',
    '<(?<mention>[@!#][^<>]{0,80})>',
    // Dates in figures come before clock times and numbers, because they share the dot and the stroke.
    String.raw`(?<number>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)|\d{1,2}\/\d{1,2}(?![\d/])|\d{1,2}\.\d{1,2}\.(?=\s*\S)|\d{1,2}[:.h]\d{2}(?!\d)|\d+(?:[.,]\d+)?)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['.\-+#/&@_]+[\p{L}\p{M}\p{N}]+)*(?:[+#]+)?)`,
    String.raw`(?<mark>\S)`,
  ].join('|'),
  'gu',
)

/** Invisible characters that turn or join text; they carry no meaning here and could hide one. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Straightens quotes and white space and drops invisible characters; the spelling of words stays. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2013\u2014\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .trim()
}

/** Cuts a text into words, numbers and marks. "2pm" is two tokens, "Mon-Wed" three, "Anne-Marie" one. */
export function tokenise(raw: string): Sentence {
  const text = tidyText(raw)
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {}
    const from = match.index
    const to = from + match[0].length
    if (groups.quoted !== undefined) tokens.push({ kind: 'quoted', word: groups.quoted.toLowerCase(), from, to })
    else if (groups.mention !== undefined) tokens.push({ kind: 'mention', word: match[0].toLowerCase(), from, to })
    else if (groups.number !== undefined) tokens.push({ kind: 'number', word: groups.number, from, to })
    else if (groups.word !== undefined) tokens.push(...splitWord(groups.word.toLowerCase(), from))
    else if (match[0] === "'" && isOwner(tokens.at(-1), from)) tokens.push({ kind: 'word', word: "'s", from, to })
    else tokens.push({ kind: 'mark', word: match[0], from, to })
  }
  return { text, tokens }
}

/** "Francis' interview" is Francis's. */
function isOwner(before: Token | undefined, from: number): boolean {
  return before?.kind === 'word' && before.to === from && before.word.length > 2 && before.word.endsWith('s')
}

const strokePartMin = 2
const oneWord = new Set(['and/or', 'he/she', 'she/he', 'his/her', 'him/her', 'tcp/ip', 'ci/cd', 'ui/ux', 'ux/ui'])

function splitWord(word: string, from: number): Token[] {
  // "Ann/Acme/video" are three; "and/or" and "w/o" are one.
  const strokes = word.split(/(\/)/)
  if (
    strokes.length > 1 &&
    !oneWord.has(word) &&
    strokes.every((part) => part === '/' || part.length >= strokePartMin)
  ) {
    let at = from
    return strokes.flatMap((part) => {
      const start = at
      at += part.length
      return part === '/' ? [{ kind: 'mark' as const, word: part, from: start, to: at }] : splitWord(part, start)
    })
  }
  const calendarParts = word.split(/([-/])/)
  if (calendarParts.length > 1 && calendarParts.every((part) => /^[-/]$/.test(part) || isCalendarWord(part))) {
    let at = from
    return calendarParts.map((part) => {
      const token: Token = { kind: /^[-/]$/.test(part) ? 'mark' : 'word', word: part, from: at, to: at + part.length }
      at = token.to
      return token
    })
  }
  if (word.endsWith("'s")) {
    const end = from + word.length
    return [
      { kind: 'word', word: word.slice(0, -2), from, to: end - 2 },
      { kind: 'word', word: "'s", from: end - 2, to: end },
    ]
  }
  return [{ kind: 'word', word, from, to: from + word.length }]
}

function isCalendarWord(word: string): boolean {
  return (
    weekdayNumbers.has(word) ||
    monthNumbers.has(word) ||
    ['today', 'tomorrow', 'am', 'pm', 'min', 'minute', 'hour'].includes(word)
  )
}

/** The phrase's end when its words stand at `at`, else null. A possessive 's is its own word: "what 's up". */
export function matchPhrase(tokens: readonly Token[], at: number, phrase: string): number | null {
  const first = tokens[at]
  // Nearly every phrase differs in its first word; splitting only those that do not keeps a sentence well under a millisecond.
  if (!first || first.kind === 'quoted' || !phrase.startsWith(first.word)) return null
  if (phrase.length !== first.word.length && phrase.charAt(first.word.length) !== ' ') return null
  let position = at
  for (const word of phrase.split(' ')) {
    const token = tokens[position]
    if (token?.word !== word || token.kind === 'quoted') return null
    position += 1
  }
  return position
}

/** The end of the longest of several phrases that stands at `at`, else null. */
export function matchAnyPhrase(tokens: readonly Token[], at: number, phrases: readonly string[]): number | null {
  let longest: number | null = null
  for (const phrase of phrases) {
    const end = matchPhrase(tokens, at, phrase)
    if (end !== null && (longest === null || end > longest)) longest = end
  }
  return longest
}
