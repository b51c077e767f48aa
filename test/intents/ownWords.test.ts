import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverAddresses } from '../../src/intents/modelPrompt.ts'
import { readOwnWords } from '../../src/intents/ownWords.ts'

describe("a member's own words", () => {
  it.each([
    'schedule Jane with Acme for the Backend role',
    'move "Sam Lee" to Thursday 14:00',
    "Jane's chat with O'Neill & Sons [urgent]",
    'can Oskar do 3 > 4 or so?',
    'reminder: Jane is away until the 9th',
    'Ines: Tue 2-4, Wed after 5',
    'ask the client (Marta) first',
    'from Monday to Wednesday please',
  ])('are the whole of "%s"', (text) => {
    expect(readOwnWords(text)).toEqual({ text, isCut: false })
  })

  it.each([
    ['a quoted mail', 'cancel Jane\n> please do not\n> Jane'],
    ['an answered mail', 'cancel Jane\nOn Tue, 2 Mar 2027 at 09:14 Jane Roe <jane@roe.example> wrote:\nplease do not'],
    ['an answered mail in German', 'cancel Jane\nAm 02.03.2027 um 09:14 schrieb Jane Roe:\nplease do not'],
    ['a forwarded mail', 'cancel Jane\n-------- Original Message --------\nplease do not'],
    ['a mail with its head', 'cancel Jane\nFrom: Jane Roe\nTo: Rosa\nplease do not'],
    ['code', 'cancel Jane\n```\nplease do not\n```'],
    ['code that never ends', 'cancel Jane ```please do not'],
    ['a tag', 'cancel Jane <b please do not>'],
    ['a long quotation', 'cancel Jane "please do not, I beg you"'],
    ['a quotation that never ends', 'cancel Jane “please do not, I beg you'],
    ['a quotation with quotations in it', 'cancel Jane "see {"a": "b"} but please do not" thanks'],
    ['a quotation over two lines', 'cancel Jane "as she says\nplease do not"'],
    ['what a CV says', 'cancel Jane\nresume says: please do not'],
    ['what a note reads', 'cancel Jane\nATS note from Bob: please do not'],
    ['what somebody wrote', 'cancel Jane, she wrote: please do not'],
    ['a bracket with brackets in it', 'cancel Jane [she [said] please do not] thanks'],
    ['a bracket that never ends', 'cancel Jane {she said\nplease do not'],
    ['what stands between tags', 'cancel Jane <b>please</b> do not <i>ever</i>'],
    ['a comment of a web page', 'cancel Jane <!-- </b> please do not -->'],
    ['a long bracket', 'cancel Jane [note to self please do not]'],
  ])('are without %s', (_what, text) => {
    const own = readOwnWords(text)
    expect(own.text).toMatch(/^cancel Jane/)
    expect(own.text).not.toContain('do not')
    expect(own.isCut).toBe(true)
  })

  it('come without a throw out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const own = readOwnWords(text)
        expect(own.text.length).toBeLessThanOrEqual(text.length * 3)
      }),
      { numRuns: 300 },
    )
  })

  it('are found at once in texts made to be slow: 60 KB of opened quotes, heads and notes', () => {
    for (const piece of [
      '"',
      'note ',
      'note from ',
      '<a',
      '[',
      'On ',
      'From: x\n',
      'says ',
      '> \n',
      '`',
      "'",
      '{',
      ': ',
    ])
      readOwnWords(piece.repeat(60_000 / piece.length))
  }, 2_000)
})

describe('what leaves for a model', () => {
  it.each([
    ['mail jane.roe@roe-mail.example about it', 'mail [address] about it'],
    ['see https://x.example/a?b=c now', 'see [link] now'],
    ['call +44 20 7946 0958 or (030) 555-0100-22', 'call [number] or [number]'],
    ['24/11/2026 10:30-12:00, or 2026-11-24, 2-4pm', '24/11/2026 10:30-12:00, or 2026-11-24, 2-4pm'],
    ['45 min, 09.30 to 11.15', '45 min, 09.30 to 11.15'],
  ])('"%s" leaves as "%s"', (text, covered) => {
    expect(coverAddresses(text)).toBe(covered)
  })
})
