import { correctSpelling } from './spelling.ts'

/** A piece of a text; `from` and `to` are half-open offsets in the text as given. */
export interface TimeToken {
  kind: 'word' | 'number' | 'mark'
  /** Lower case, straight apostrophes, common misspellings corrected; for numbers the digits. */
  word: string
  /** Whole value of a number token, else -1. */
  value: number
  /** "1st", "22nd". */
  isOrdinal: boolean
  /** Nothing stands between this token and the one before. */
  isGlued: boolean
  /** A line break stands between this token and the one before. */
  isNewLine: boolean
  /** Written with a capital letter. */
  isCapital: boolean
  from: number
  to: number
}

/** Longer texts are read up to here. */
const longestText = 20_000

const otherLetter = /[\p{L}\p{M}]/u
const invisible = /[\p{Cf}\u00ad]/u

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(text: string, at: number, code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true
  return code > 127 && !isApostrophe(code) && otherLetter.test(text.charAt(at))
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0xb4 || code === 96
}

function isSpace(text: string, at: number, code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13) || code === 160) return true
  return code > 127 && (invisible.test(text.charAt(at)) || text.charAt(at).trim() === '')
}

const marks: ReadonlyMap<string, string> = new Map([
  ['-', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u2192', '-'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u201d', '"'],
  ['\u201c', '"'],
  ['\u2032', "'"],
  ['\u2033', '"'],
  ['\u2018', "'"],
  ['\u2019', "'"],
])
const ordinalEndings = new Set(['st', 'nd', 'rd', 'th'])
/** Words that are one with what follows the hyphen. */
const joined: ReadonlyMap<string, string> = new Map([
  ['week-end', 'weekend'],
  ['week-ends', 'weekends'],
  ['mid-day', 'midday'],
  ['mid-night', 'midnight'],
  ['to-day', 'today'],
  ['to-morrow', 'tomorrow'],
  ['to-night', 'tonight'],
  ['work-week', 'workweek'],
  ['half-day', 'halfday'],
  ['mid-week', 'midweek'],
  ['lunch-time', 'lunchtime'],
])

/** Cuts a text into words, numbers and marks. "3pm" is two tokens, "1st" one, "a.m." one, "week's" two. */
export function cutTimeText(text: string): TimeToken[] {
  const tokens: TimeToken[] = []
  const length = Math.min(text.length, longestText)
  let at = 0
  let end = 0
  let isNewLine = false
  while (at < length) {
    const code = text.charCodeAt(at)
    if (isSpace(text, at, code)) {
      if (code === 10 || code === 13) isNewLine = true
      at += 1
      continue
    }
    const from = at
    const first = tokens.length
    if (isDigit(code)) at = pushNumber(tokens, text, from, length, from === end)
    else if (isLetter(text, at, code)) at = pushWord(tokens, text, from, length, from === end)
    else {
      const mark = text.charAt(from)
      const word = marks.get(mark) ?? mark
      at += 1
      // "10 -- 12", "10 -> 12": one dash.
      while (word === '-' && at < length && marks.get(text.charAt(at)) === '-') at += 1
      if (word === '-' && text.charAt(at) === '>') at += 1
      pushToken(tokens, 'mark', word, from, at, from === end)
    }
    const token = tokens[first]
    if (token && isNewLine) token.isNewLine = true
    isNewLine = false
    end = at
  }
  return tokens
}

function pushToken(
  tokens: TimeToken[],
  kind: TimeToken['kind'],
  word: string,
  from: number,
  to: number,
  isGlued: boolean,
): TimeToken {
  const token: TimeToken = {
    kind,
    word,
    value: -1,
    isOrdinal: false,
    isGlued: isGlued && tokens.length > 0,
    isNewLine: false,
    isCapital: false,
    from,
    to,
  }
  tokens.push(token)
  return token
}

function pushNumber(tokens: TimeToken[], text: string, from: number, length: number, isGlued: boolean): number {
  let at = from
  while (at < length && isDigit(text.charCodeAt(at))) at += 1
  const token = pushToken(tokens, 'number', text.slice(from, at), from, at, isGlued)
  token.value = at - from <= 9 ? Number(token.word) : Number.MAX_SAFE_INTEGER
  const after = text.charCodeAt(at + 2)
  if (ordinalEndings.has(text.slice(at, at + 2).toLowerCase()) && !isLetter(text, at + 2, after)) {
    token.isOrdinal = true
    at += 2
    token.to = at
  }
  return pushPossessive(tokens, text, at)
}

/** "2027's", "the 3rd's". */
function pushPossessive(tokens: TimeToken[], text: string, at: number): number {
  if (!isApostrophe(text.charCodeAt(at)) || text.charAt(at + 1).toLowerCase() !== 's') return at
  if (isLetter(text, at + 2, text.charCodeAt(at + 2))) return at
  pushToken(tokens, 'word', "'s", at, at + 2, true)
  return at + 2
}

function pushWord(tokens: TimeToken[], text: string, from: number, length: number, isGlued: boolean): number {
  let at = from
  while (at < length && isLetter(text, at, text.charCodeAt(at))) at += 1
  let word = text.slice(from, at).toLowerCase()
  const isCapital = text.charAt(from) !== word.charAt(0)
  const dotted = word.length === 1 ? afterDottedHalf(text, at, word) : null
  if (dotted !== null) {
    pushToken(tokens, 'word', `${word}m`, from, dotted, isGlued)
    return dotted
  }
  let possessiveFrom = -1
  if (at < length && isApostrophe(text.charCodeAt(at)) && isLetter(text, at + 1, text.charCodeAt(at + 1))) {
    let end = at + 1
    while (end < length && isLetter(text, end, text.charCodeAt(end))) end += 1
    const tail = text.slice(at + 1, end).toLowerCase()
    if (tail === 's') possessiveFrom = at
    else word += tail === 'clock' ? tail : `'${tail}`
    at = end
    // "to-day", but not "day-to-day".
  } else if (text.charCodeAt(at) === 45 && word.length <= 5 && !(isGlued && tokens.at(-1)?.word === '-')) {
    let end = at + 1
    while (end < length && isLetter(text, end, text.charCodeAt(end))) end += 1
    const whole = joined.get(`${word}-${text.slice(at + 1, end).toLowerCase()}`)
    if (whole !== undefined) {
      word = whole
      at = end
    }
  }
  const token = pushToken(
    tokens,
    'word',
    correctSpelling(word),
    from,
    possessiveFrom === -1 ? at : possessiveFrom,
    isGlued,
  )
  token.isCapital = isCapital
  if (possessiveFrom !== -1) pushToken(tokens, 'word', "'s", possessiveFrom, at, true)
  return at
}

/** The offset after "a.m." when it begins with the one-letter word before `at`, else null. */
function afterDottedHalf(text: string, at: number, word: string): number | null {
  if (word !== 'a' && word !== 'p') return null
  if (text.charAt(at) !== '.') return null
  const second = text.charAt(at + 1) === ' ' ? at + 2 : at + 1
  if (text.charAt(second).toLowerCase() !== 'm') return null
  if (isLetter(text, second + 1, text.charCodeAt(second + 1))) return null
  return text.charAt(second + 1) === '.' ? second + 2 : second + 1
}
