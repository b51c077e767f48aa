import type { CueKind } from './cueWords.ts'
import { findCue } from './cues.ts'
import { isFillerWord, joinWords, type JoinKind } from './joinWords.ts'
import type { Pick } from './picks.ts'

/** A piece of a message as the grammar of availability sees it. Offsets point into the text as given. */
export type Mark = { from: number; to: number } & (
  | { kind: 'time'; pick: Pick }
  | { kind: 'cue'; cue: CueKind; words: string }
  | { kind: 'join'; join: JoinKind }
  | { kind: 'word'; word: string; isFiller: boolean }
)

/** An expression of time or a choice among proposals, found before. */
export interface FoundPick {
  from: number
  to: number
  pick: Pick
}

interface Word {
  word: string
  from: number
  to: number
}

const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)*|\p{N}+|[^\s\p{L}\p{N}]|\n/gu

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
      marks.push({ kind: 'time', pick: pick.pick, from: pick.from, to: pick.to })
      pickAt += 1
      at += 1
      continue
    }
    const cue = findFittingCue(plain, at)
    const last = words[at + (cue?.length ?? 1) - 1] ?? word
    const cueWords = plain.slice(at, at + (cue?.length ?? 0)).join(' ')
    if (cue) marks.push({ kind: 'cue', cue: cue.kind, words: cueWords, from: word.from, to: last.to })
    else marks.push(markWord(words, at, text))
    at += cue?.length ?? 1
  }
  return marks
}

/** "Any day but Monday" excepts, "any day but it must be before 3" does not. */
function findFittingCue(words: readonly string[], at: number): ReturnType<typeof findCue> {
  const cue = findCue(words, at)
  const end = at + (cue?.length ?? 0)
  if (cue?.kind !== 'except' || words[end - 1] !== 'but') return cue
  const next = words.slice(end, end + 3).find((word) => !['the', 'on', 'not', 'for', 'in'].includes(word))
  return next === '' ? cue : null
}

/** The words of a text; a time is one empty word. */
function splitWords(text: string, picks: readonly FoundPick[]): Word[] {
  const words: Word[] = []
  let at = 0
  for (const pick of [...picks, null]) {
    for (const match of text.slice(at, pick?.from ?? text.length).matchAll(wordPattern)) {
      const from = at + match.index
      words.push({ word: match[0].toLowerCase().replaceAll("'", ''), from, to: from + match[0].length })
    }
    if (!pick) break
    words.push({ word: '', from: pick.from, to: pick.to })
    at = pick.to
  }
  return words
}

function markWord(words: readonly Word[], at: number, text: string): Mark {
  const { word, from, to } = words[at] ?? { word: '', from: 0, to: 0 }
  const place = { from, to }
  if (word === '-') return { kind: 'join', join: isBullet(text, from) ? 'none' : 'dash', ...place }
  if (word === '*' || word === '•' || word === '·') return { kind: 'join', join: 'none', ...place }
  // "as I am away": a reason; "as well": nothing.
  if (word === 'as' && /^(i|im|ive|we|were|my|our|its|there|theres)$/.test(words[at + 1]?.word ?? ''))
    return { kind: 'join', join: 'reason', ...place }
  const join = joinWords.get(word)
  if (join) return { kind: 'join', join, ...place }
  if (!/[\p{L}\p{N}]/u.test(word)) return { kind: 'join', join: 'none', ...place }
  return { kind: 'word', word, isFiller: isFillerWord(word), ...place }
}

function isBullet(text: string, at: number): boolean {
  return /(^|\n)\s*$/.test(text.slice(Math.max(0, at - 8), at))
}
