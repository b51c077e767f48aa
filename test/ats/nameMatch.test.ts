import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchScoreMin, nearestNames, rankNames, scoreName } from '../../src/ats/nameMatch.ts'
import { foldName } from '../../src/domain/names.ts'

const isMeant = (written: string, name: string) => scoreName(written, name) >= matchScoreMin

const firstNames = ['Jane', 'Zoë', 'Jörg', 'Łukasz', 'François', 'Siobhán', 'Anna-Maria', 'Søren', 'Priya', 'Nguyễn']
const lastNames = ['Whitfield', "O'Brien", 'Müller', 'Ångström', 'Peña', 'Kowalski', 'van der Berg', 'Groß', 'Ibáñez']
const fullName = fc
  .tuple(fc.constantFrom(...firstNames), fc.constantFrom(...lastNames))
  .map(([first, last]) => `${first} ${last}`)

describe('a written name', () => {
  test.each([
    ['Jane', 'Jane Whitfield'],
    ['jane whitfield', 'Jane Whitfield'],
    ['Whitfield, Jane', 'Jane Whitfield'],
    ['J. Whitfield', 'Jane Whitfield'],
    ['JW', 'Jane Whitfield'],
    ['Jane Whitfeild', 'Jane Whitfield'],
    ['Mueller', 'Jörg Müller'],
    ['Muller', 'Jörg Müller'],
    ['Müller', 'Joerg Mueller'],
    ['Strasse', 'Straße'],
    ['Backend', 'Backend Engineer'],
    ['Backend role', 'Backend Engineer'],
    ['backend', 'Back-end Engineer'],
    ['Acme', 'Acme GmbH'],
    ['OBrien', "Niamh O'Brien"],
    ['Dr. Priya Raman', 'Priya Raman'],
  ])('"%s" means %s', (written, name) => {
    expect(isMeant(written, name)).toBe(true)
  })

  test.each([
    ['Jane', 'John Whitfield'],
    ['Jane Doe', 'Jane Whitfield'],
    ['Jnae', 'Jane Whitfield'],
    ['C++', 'C# Developer'],
    ['J', 'Jane Whitfield'],
    ['', 'Jane Whitfield'],
    ['...', 'Jane Whitfield'],
    ['Frontend', 'Backend Engineer'],
  ])('"%s" does not mean %s', (written, name) => {
    expect(isMeant(written, name)).toBe(false)
  })

  test('of a client without its legal form beats a longer name that begins the same', () => {
    const ranked = rankNames('Acme', ['Acme Logistics Ltd', 'Acme GmbH'], (name) => name)
    expect(ranked.map((match) => match.item)).toEqual(['Acme GmbH', 'Acme Logistics Ltd'])
    expect(ranked[0]?.score).toBe(1)
  })

  test('that is a whole first name beats one that only begins with it', () => {
    const ranked = rankNames('Jan', ['Jane Whitfield', 'Jan Kowalski'], (name) => name)
    expect(ranked.map((match) => match.item)).toEqual(['Jan Kowalski', 'Jane Whitfield'])
  })

  test('with one misspelt word is offered as resembling, best first, at most 3', () => {
    const names = ['Jane Whitfield', 'Janet Okafor', 'Bruno Costa', 'Joan Baez', 'Jana Horn', 'Jane Whitfield']
    const nearest = nearestNames('Jnae', names)
    expect(nearest[0]).toBe('Jane Whitfield')
    expect(nearest.length).toBeLessThanOrEqual(3)
    expect(new Set(nearest).size).toBe(nearest.length)
    expect(nearestNames('Xqzv', names)).toEqual([])
  })
})

describe('for every name', () => {
  test('case, accents and the order of words do not matter', () => {
    fc.assert(
      fc.property(fullName, (name) => {
        expect(scoreName(name.toUpperCase(), name)).toBe(1)
        expect(scoreName(foldName(name), name)).toBe(1)
        expect(scoreName(name.split(' ').reverse().join(' '), name)).toBe(1)
        expect(scoreName(name.normalize('NFD'), name)).toBe(1)
      }),
    )
  })

  test('two swapped letters in one word of 4 or more letters still find it beside a right word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...firstNames), fc.nat(), (first, seed) => {
        const word = 'whitfield'
        const at = 1 + (seed % (word.length - 2))
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        expect(isMeant(`${first} ${swapped}`, `${first} Whitfield`)).toBe(true)
      }),
    )
  })

  test('the score lies between 0 and 1 and any text at all is survived', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (written, name) => {
          const score = scoreName(written, name)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          nearestNames(written, [name])
        },
      ),
    )
  })
})
