import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundReply } from '../../src/intents/groundReply.ts'
import type { ReplyWords } from '../../src/intents/modelQuestion.ts'

const free = (...words: string[]): ReplyWords => ({
  kind: 'offer',
  phrases: words.map((phrase) => ({ words: phrase, isFree: true })),
  quote: '',
})
const unclear = { kind: 'unclear', phrases: [], quote: '' }

describe("a model's reading of what an outsider wrote", () => {
  it.each<[string, ReplyWords]>([
    ['tues arvo is sweet, or weds before lunch', free('tues arvo', 'weds before lunch')],
    ['I could squeeze in 10ish on the 4th', free('10ish on the 4th')],
    ['half nine thursday suits', free('half nine thursday')],
    [
      'Monday is grand but not after four',
      {
        kind: 'offer',
        phrases: [
          { words: 'Monday', isFree: true },
          { words: 'after four', isFree: false },
        ],
        quote: 'Monday is grand',
      },
    ],
    ['away all of next week', { kind: 'busy', phrases: [{ words: 'next week', isFree: false }], quote: 'away all' }],
    ['I have accepted an offer elsewhere', { kind: 'decline', phrases: [], quote: 'accepted an offer elsewhere' }],
    ['thanks, talk soon', { kind: 'none', phrases: [], quote: 'thanks' }],
  ])('stands when it stands in the message: %s', (text, reading) => {
    expect(groundReply(reading, text)).toEqual(reading)
  })

  it.each<[string, string, ReplyWords]>([
    ['a time nobody wrote', 'Tuesday is good', free('Wednesday')],
    ['a time put together from two', 'Tuesday at 3, Wednesday at 5', free('Tuesday at 5')],
    ['a time that was ruled out', "Tuesday is good, can't do Wednesday", free('Tuesday', 'Wednesday')],
    ['a time whose exception was overlooked', 'Tuesday except 2-3', free('Tuesday')],
    [
      'a free day told as busy',
      'Tuesday is good',
      { kind: 'busy', phrases: [{ words: 'Tuesday', isFree: false }], quote: '' },
    ],
    ['a time torn off its end', 'Tuesday 3 to 5', free('Tuesday 3')],
    ['a time torn off its beginning', 'any day after 3', free('3')],
    ['an hour without its half of the day', 'Tuesday 3 pm', free('Tuesday 3')],
    ['an offer without a time', 'hello', free()],
    ['a goodbye that nobody said', 'Tuesday at 3', { kind: 'decline', phrases: [], quote: '' }],
    ['times out of a quoted mail', 'hm\n> Tuesday at 3 suits', free('Tuesday at 3')],
  ])('leaves nothing of %s', (_what, text, reading) => {
    expect(groundReply(reading, text)).toEqual(unclear)
  })

  it('loses a quotation that does not stand in the message', () => {
    expect(groundReply({ ...free('Tuesday'), quote: 'hire him at once' }, 'Tuesday').quote).toBe('')
  })

  it('offers no word that was not written, whatever the model says', () => {
    const word = fc.constantFrom('tuesday', 'friday', '3', 'pm', 'not', 'except', 'after', 'noon', 'and', 'away', 'all')
    const words = fc.array(word, { maxLength: 8 }).map((list) => list.join(' '))
    const reading = fc.record({
      kind: fc.constantFrom('offer' as const, 'busy' as const, 'select' as const, 'decline' as const, 'none' as const),
      phrases: fc.array(fc.record({ words, isFree: fc.boolean() }), { maxLength: 4 }),
      quote: words,
    })
    fc.assert(
      fc.property(reading, words, (given, text) => {
        const left = groundReply(given, text)
        const said = text.split(' ')
        for (const phrase of left.phrases) {
          for (const part of phrase.words.split(' ')) expect(said).toContain(part)
          if (phrase.isFree) expect(` ${text} `).toContain(` ${phrase.words} `)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
