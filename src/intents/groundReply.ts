import { visibleText } from './availability/visibleText.ts'
import type { ReplyWords } from './modelQuestion.ts'
import { findPhrase, isNegatedAt, negations, readSaidWords, standsTogether } from './saidWords.ts'

/** Words that have to stand in a message before it counts as somebody's last one. */
const declineCues =
  'withdraw withdrawing withdrawn withdrew interested accepted another elsewhere declined decline pass'.split(' ')

const unclear: ReplyWords = { kind: 'unclear', phrases: [], quote: '' }

/**
 * What is left of a model's reading of an outsider's message: every stretch of time stands in the message, no time that was
 * ruled out counts as free, and no exception was overlooked. Where one of that fails nothing is left, since half a reading
 * would offer minutes that nobody offered. Pure, never throws.
 */
export function groundReply(reading: ReplyWords, text: string): ReplyWords {
  const said = readSaidWords(visibleText(text))
  const read: boolean[] = said.map(() => false)
  for (const { words, isFree } of reading.phrases) {
    const place = isFree ? findPhrase(readSaidWords(words), said, 0) : findAnywhere(readSaidWords(words), said)
    if (!place) return unclear
    // What reaches in from before belongs to a time that does not suit.
    const from = isFree ? place.from : Math.max(0, place.from - 4)
    for (let at = from; at < place.to; at += 1) read[at] = true
  }
  if (reading.phrases.some(({ words }) => isTornOff(readSaidWords(words), said, read))) return unclear
  const hasOverlooked = said.some((word, at) => negations.has(word) && !read[at])
  const hasFree = reading.phrases.some(({ isFree }) => isFree)
  const isWhole = {
    offer: hasFree && !hasOverlooked,
    select: hasFree && !hasOverlooked,
    busy: !hasFree && reading.phrases.length > 0,
    decline: reading.phrases.length === 0 && said.some((word) => declineCues.includes(word)),
    none: reading.phrases.length === 0,
    unclear: false,
  }[reading.kind]
  if (!isWhole) return unclear
  return { ...reading, quote: standsTogether(readSaidWords(reading.quote), said) ? reading.quote.slice(0, 200) : '' }
}

/** "Tuesday 3" out of "Tuesday 3 to 5", "3" out of "after 3": what was left out would change what the rest means. */
function isTornOff(wanted: readonly string[], said: readonly string[], read: readonly boolean[]): boolean {
  const place = findPhrase(wanted, said, 0)
  if (!place) return false
  const isLoose = (at: number, binding: ReadonlySet<string>) => {
    const word = said[at]
    return word !== undefined && !read[at] && (binding.has(word) || /^\d+$/.test(word))
  }
  return isLoose(place.from - 1, bindsAfter) || isLoose(place.to, bindsBefore)
}

const bindsAfter = new Set('after before until till from by past to half quarter between since of next last'.split(' '))
const bindsBefore = new Set('am pm to until till through thru before after past oclock onwards onward'.split(' '))

function findAnywhere(wanted: readonly string[], said: readonly string[]): { from: number; to: number } | null {
  if (wanted.length === 0) return null
  const from = said.findIndex((_word, at) => wanted.every((word, index) => said[at + index] === word))
  if (from < 0) return null
  // A time that is told as not suiting has to be told so: "Tuesday is good" cannot become a busy Tuesday.
  const to = from + wanted.length
  const isRuledOut = isNegatedAt(said, from) || said.slice(from, to + 4).some((word) => negations.has(word))
  return isRuledOut || said.slice(Math.max(0, from - 6), to + 6).some((word) => awayWords.has(word))
    ? { from, to }
    : null
}

const awayWords = new Set(
  'away off out leave holiday vacation travelling traveling booked tied bad hard tricky tough clash conflict'.split(
    ' ',
  ),
)
