import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIntents } from '../../src/intents/readIntents.ts'
import { readPlainAnswer } from '../../src/intents/reading/plainAnswers.ts'

const context = { now: new Date('2027-03-01T08:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }
const kindsOf = (text: string) => readIntents(text, context).intents.map(({ kind }) => kind)

describe('a bare answer', () => {
  it.each([
    'Oui',
    'oui, merci',
    'D’accord !',
    'Bien sûr',
    'sí',
    '¡Sí, por favor!',
    'Vale',
    'De acuerdo',
    'Ja',
    'Ja, bitte',
  ])('is a yes in four languages: %s', (text) => expect(kindsOf(text)).toEqual(['confirm']))

  it.each(['Non', 'Non merci', 'Surtout pas', 'No, gracias', 'Mejor no', 'Nein', 'Nein, lieber nicht', 'Bitte nicht'])(
    'is a no in four languages: %s',
    (text) => expect(kindsOf(text)).toEqual(['deny']),
  )

  it.each(['Merci beaucoup', 'Muchas gracias', 'Vielen Dank'])('may be a thank you: %s', (text) =>
    expect(kindsOf(text)).toEqual(['thanks']),
  )

  it.each(['oui ?', '¿sí?', 'oui, non', 'ja, nein', 'ja, aber erst am Freitag', 'sí pero sin Marta', 'oui Jane', ''])(
    'is only that: of "%s" nothing is taken for a yes by itself',
    (text) => expect(readPlainAnswer(text)).toBeNull(),
  )

  it('never throws and says nothing of what is longer than 80 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
        const answer = readPlainAnswer(text)
        expect(answer === null || text.length <= 80).toBe(true)
      }),
    )
  })
})
