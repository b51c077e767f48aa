import { editDistance } from './editDistance.ts'
import { isListedName, type Kinship } from './nameFamilies.ts'
import type { NameWord } from './personName.ts'

/** In what way a written word is taken for a word of a name; the first ones are the surest. */
export const waysToMatch = [
  'same',
  'joined',
  'nickname',
  'initial',
  'spelling',
  'form',
  'kin',
  'beginning',
  'typo',
] as const
export type How = (typeof waysToMatch)[number]

export interface WordMatch {
  /** Above 0, to 1. */
  score: number
  how: How
}

const same: WordMatch = { score: 1, how: 'same' }
const sameButAccents: WordMatch = { score: 0.99, how: 'same' }
const spelledOutUmlaut: WordMatch = { score: 0.985, how: 'same' }
const sounds: WordMatch = { score: 0.935, how: 'spelling' }
const soundsLoosely: WordMatch = { score: 0.885, how: 'spelling' }
const transcribed: WordMatch = { score: 0.88, how: 'spelling' }
const transcribedShort: WordMatch = { score: 0.8, how: 'spelling' }
const initial: WordMatch = { score: 0.8, how: 'initial' }
const initialOfRecord: WordMatch = { score: 0.72, how: 'initial' }

/** How many slips of the finger a word of that length can bear. */
export function slipsAllowed(length: number): number {
  return length >= 9 ? 3 : length >= 5 ? 2 : length >= 3 ? 1 : 0
}

function scoreSlips(distance: number, length: number): number {
  const share = distance / Math.max(length, 3)
  return Math.max(0.4, 0.985 - 0.72 * share)
}

function spellOutUmlauts(word: string): string {
  return word.replace(/ae|oe|ue|aa/g, (pair) => pair.charAt(0))
}

/** How a written word fits a word of a name; null when it does not. */
export function matchWord(written: NameWord, word: NameWord): WordMatch | null {
  const [left, right] = [written.text, word.text]
  if (left === right) return written.written === word.written ? same : sameButAccents
  if (written.isInitial) return right.startsWith(left) ? initial : null
  if (word.isInitial) return left.startsWith(right) ? initialOfRecord : null
  if (spellOutUmlauts(left) === spellOutUmlauts(right)) return spelledOutUmlaut
  return best(matchSound(written, word), matchKin(written, word), matchBeginning(left, right), matchSlips(left, right))
}

function best(...matches: (WordMatch | null)[]): WordMatch | null {
  let found: WordMatch | null = null
  for (const match of matches) if (match && (found === null || match.score > found.score)) found = match
  return found
}

function matchSound(written: NameWord, word: NameWord): WordMatch | null {
  if (written.sound === word.sound) return sounds
  if (written.looseSound === word.looseSound && written.looseSound.length >= 3) return soundsLoosely
  const script = written.script ?? word.script
  if (script === null) return null
  const key = written.scriptKey(script)
  return key !== '' && key === word.scriptKey(script) ? (key.length >= 2 ? transcribed : transcribedShort) : null
}

const waysOfKin: Readonly<Record<Kinship, How>> = { nickname: 'nickname', form: 'form', distant: 'kin' }

function matchKin(written: NameWord, word: NameWord): WordMatch | null {
  const kin = written.kin.get(word.text)
  if (kin) return { score: kin.score, how: waysOfKin[kin.kinship] }
  const heard = written.kinSounds.get(word.sound)
  if (!heard) return null
  // "Daniela" sounds like a form of Daniel, but is a name of her own.
  return { score: heard.score, how: heard.kinship === 'distant' || isListedName(word.text) ? 'kin' : 'form' }
}

function matchBeginning(left: string, right: string): WordMatch | null {
  if (left.length < 2 || !right.startsWith(left)) return null
  return { score: 0.74 + 0.14 * (left.length / right.length), how: 'beginning' }
}

function matchSlips(left: string, right: string): WordMatch | null {
  const length = Math.min(left.length, right.length)
  const limit = slipsAllowed(length)
  if (limit === 0) return null
  const distance = editDistance(left, right, limit)
  if (distance > limit) return null
  const isElsewhere = left.charCodeAt(0) !== right.charCodeAt(0)
  return { score: scoreSlips(distance, Math.max(left.length, right.length)) - (isElsewhere ? 0.02 : 0), how: 'typo' }
}
