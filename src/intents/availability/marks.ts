import { correctSlip } from './correctSlip.ts'
import { findCue } from './cues.ts'
import { findFormCue } from './formCues.ts'
import { breaks, isFillerWord, joinWords } from './joinWords.ts'
import type { FoundPick, Mark } from './mark.ts'

interface Word {
  word: string
  from: number
  to: number
}

const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)*|\p{N}+(?:st|nd|rd|th)?|[^\s\p{L}\p{N}]|\n/gu

/** Cuts a text, in which the times have been found, into times, cues, joins and other words. */
export function markText(text: string, picks: readonly FoundPick[]): Mark[] {
  const words = splitWords(text, picks)
  const plain = words.map(({ word }) => word)
  const marks: Mark[] = []
  let pickAt = 0
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const pick = picks[pickAt]
    if (word.word === '' && pick) {
      marks.push({
        kind: 'time',
        pick: pick.pick,
        words: text.slice(pick.from, pick.to).toLowerCase(),
        from: pick.from,
        to: pick.to,
      })
      pickAt += 1
      at += 1
      continue
    }
    const cue = findFittingCue(plain, at)
    const last = words[at + (cue?.length ?? 1) - 1] ?? word
    const cueWords = plain.slice(at, at + (cue?.length ?? 0)).join(' ')
    if (cue) marks.push({ kind: 'cue', cue: cue.kind, words: cueWords, from: word.from, to: last.to })
    else marks.push(markWord(words, at, text, picks))
    at += cue?.length ?? 1
  }
  closeGreeting(marks)
  closeOpenings(marks, text)
  joinPredicates(marks)
  return marks.map((mark, at) => findFormCue(marks, at) ?? mark)
}

const greetings = new Set(['hi', 'hello', 'hey', 'dear', 'hiya', 'morning'])
/** "Hi Anna Maria Lee,": so many words of a name. */
const nameWordsMax = 4

/** "Hi Lena, I have Tuesday": names are no strange words, and the comma ends a statement. */
function closeGreeting(marks: Mark[]): void {
  const first = marks[0]
  // "Okay, ...", "Perfect, ...": a statement of its own.
  const second = marks[1]
  if (first?.kind === 'cue' && first.cue === 'free' && second?.kind === 'join' && second.join === 'comma') {
    marks[1] = { ...second, join: 'stop' }
    return
  }
  if (first?.kind !== 'word' || !greetings.has(first.word)) return
  const end = marks.findIndex((mark) => mark.kind === 'join' && mark.join !== 'none' && mark.join !== 'and')
  const close = marks[end]
  if (end < 0 || end > nameWordsMax + 1 || close?.kind !== 'join') return
  if (marks.slice(0, end).some((mark) => mark.kind === 'time' || mark.kind === 'cue')) return
  marks.splice(0, end + 1, { ...close, join: close.join === 'line' ? 'line' : 'stop' })
}

/** "Following up on my mail from Monday: ...": what stands before the colon says nothing of what follows. */
function closeOpenings(marks: Mark[], text: string): void {
  let hasOther = false
  for (const [at, mark] of marks.entries()) {
    // "Re your question: Tuesday at 2"
    const isHeading = at > 0 && text[mark.from] === ':' && marks.slice(0, at).every(({ kind }) => kind === 'word')
    if ((mark.kind === 'cue' && (mark.cue === 'other' || mark.cue === 'place')) || isHeading) hasOther = true
    if (mark.kind !== 'join') continue
    if (hasOther && text[mark.from] === ':') marks[at] = { ...mark, join: 'stop' }
    if (breaks.has(mark.join) || mark.join === 'comma') hasOther = false
  }
}

/** "Tuesday is when I have lectures": what follows is said of the day, and gives no reason. */
function joinPredicates(marks: Mark[]): void {
  for (const [at, mark] of marks.entries()) {
    const before = marks[at - 1]
    const isSaid = before?.kind === 'word' && ['is', 'are', 's'].includes(before.word)
    if (isSaid && mark.kind === 'join' && mark.join === 'reason') marks[at] = { ...mark, join: 'none' }
  }
}

/** "Any day but Monday" excepts, "any day but it must be before 3" does not. */
function findFittingCue(words: readonly string[], at: number): ReturnType<typeof findCue> {
  const cue = findCue(words, at)
  const end = at + (cue?.length ?? 0)
  if (cue?.kind !== 'except' || words[end - 1] !== 'but') return cue
  const next = words.slice(end, end + 3).find((word) => !['the', 'a', 'an', 'on', 'not', 'for', 'in'].includes(word))
  return next === '' ? cue : null
}

/** Without apostrophes; "we're" must not become "were". */
function plainWord(word: string): string {
  if (word === "we're") return 'weare'
  return word.replaceAll("'", '')
}

/** The words of a text; a time is one empty word. */
function splitWords(text: string, picks: readonly FoundPick[]): Word[] {
  const words: Word[] = []
  let at = 0
  for (const pick of [...picks, null]) {
    for (const match of text.slice(at, pick?.from ?? text.length).matchAll(wordPattern)) {
      const from = at + match.index
      const word = correctSlip(plainWord(match[0].toLowerCase()))
      // "no-go", "off-site": two words of a phrase.
      if (word === '-' && isInsideWord(text, from)) continue
      if (word !== '') words.push({ word, from, to: from + match[0].length })
    }
    if (!pick) break
    words.push({ word: '', from: pick.from, to: pick.to })
    at = pick.to
  }
  return words
}

function isInsideWord(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1))
}

function markWord(words: readonly Word[], at: number, text: string, picks: readonly FoundPick[]): Mark {
  const { word, from, to } = words[at] ?? { word: '', from: 0, to: 0 }
  const place = { from, to }
  if (word === '-') return { kind: 'join', join: isBullet(text, from) ? 'none' : 'dash', ...place }
  if (word === '*' || word === '•' || word === '·') return { kind: 'join', join: 'none', ...place }
  // "as I am away", "as Monday is full": a reason; "as well": nothing.
  if (word === 'as' && /^$|^(i|im|ive|we|were|my|our|its|there|theres)$/.test(words[at + 1]?.word ?? ''))
    return { kind: 'join', join: 'reason', ...place }
  if (
    word === ':' &&
    findCue(
      words.slice(at + 1, at + 8).map((next) => next.word),
      0,
    )?.kind === 'free' &&
    words[at - 1]?.word !== ''
  )
    return { kind: 'join', join: 'stop', ...place }
  if (word === 'in' && isPlace(words, at, picks)) return { kind: 'cue', cue: 'place', words: word, ...place }
  const join = joinWords.get(word)
  if (join) return { kind: 'join', join, ...place }
  if (!/[\p{L}\p{N}]/u.test(word)) return { kind: 'join', join: 'none', ...place }
  return {
    kind: 'word',
    word,
    isFiller: isFillerWord(word) || (word === 'course' && words[at - 1]?.word === 'of'),
    isName: isName(words, at, text),
    ...place,
  }
}

const besideNames = new Set([
  'with',
  'thanks',
  'thank',
  'cheers',
  'and',
  'for',
  'hi',
  'hello',
  'hey',
  'dear',
  'you',
  '',
  ',',
])

/** "Thanks Priya", "with Priya", "Tuesday at 2, Priya": a capital beside words that names stand beside. */
function isName(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]
  if (!word || !/^\p{Lu}\p{Ll}/u.test(text.slice(word.from, word.to)) || word.word.endsWith('ing')) return false
  return besideNames.has(words[at - 1]?.word ?? '!')
}

const somebodyIs = new Set(['im', 'am', 'be', 'based', 'weare', 'are', 'being'])
const notPlaces = new Set([
  'the',
  'a',
  'an',
  'on',
  'for',
  'all',
  'and',
  'or',
  'my',
  'at',
  'from',
  'until',
  'but',
  'meetings',
  ',',
  '.',
  'that',
  'this',
])

/** "I'm in Berlin next week": a name, or a place whose zone is known, behind "in". */
function isPlace(words: readonly Word[], at: number, picks: readonly FoundPick[]): boolean {
  const next = words[at + 1]
  if (!next || !somebodyIs.has(words[at - 1]?.word ?? '')) return false
  if (next.word === '')
    return picks.some(({ from, pick }) => from === next.from && pick.zone !== null && !pick.days && !pick.clock)
  return !notPlaces.has(next.word) && findCue([next.word], 0) === null
}

function isBullet(text: string, at: number): boolean {
  return /(^|\n)\s*$/.test(text.slice(Math.max(0, at - 8), at))
}
