import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, fullName, joinNames, namesPerson } from '../../src/domain/names.ts'

describe('a written name', () => {
  it.each([
    ['sam', 'Sam Wilson'],
    ['SAM W', 'Sam Wilson'],
    ['wilson', 'Sam Wilson'],
    ['krol', 'Mateusz Król'],
    ['Zoe', 'Zoë Lambert'],
    ['yildiz', 'Elif Yıldız'],
    ['strasse', 'Anna Straße'],
    ["o'neill", 'Shaun O’Neill'],
    ['acme', 'ACME Robotics GmbH'],
  ])('"%s" means "%s"', (written, name) => {
    expect(namesPerson(written, name)).toBe(true)
  })

  it.each([
    ['am', 'Sam Wilson'],
    ['sam x', 'Sam Wilson'],
    ['', 'Sam Wilson'],
    ['  ', 'Sam Wilson'],
    ['!?', 'Sam Wilson'],
    ['samwilson', 'Sam Wilson'],
  ])('"%s" does not mean "%s"', (written, name) => {
    expect(namesPerson(written, name)).toBe(false)
  })

  it('folds to the same whatever its case, accents are written in one or two characters, and spaces around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const folded = foldName(name)
        expect(foldName(folded)).toBe(folded)
        expect(foldName(`  ${name.normalize('NFD')}\t`)).toBe(foldName(name.normalize('NFC')))
        expect(folded).toBe(folded.trim())
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps "C++" and "C#" apart', () => {
    expect(foldName('C++ Developer')).not.toBe(foldName('C# Developer'))
  })

  it('always means the person when it is the first letters of any of the name’s words', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (words, which, length) => {
        const chosen = words[which % words.length] ?? ''
        expect(namesPerson(chosen.slice(0, 1 + (length % chosen.length)), words.join(' '))).toBe(true)
      }),
    )
  })
})

describe('names in a sentence', () => {
  it('are joined as people do', () => {
    expect([[], ['Sam'], ['Sam', 'Priya'], ['Sam', 'Priya', 'Lee']].map((names) => joinNames(names))).toEqual([
      '',
      'Sam',
      'Sam and Priya',
      'Sam, Priya and Lee',
    ])
  })

  it('leave no space where a part is missing', () => {
    expect(fullName({ firstName: 'Jane', lastName: '' })).toBe('Jane')
    expect(fullName({ firstName: '', lastName: 'Doe' })).toBe('Doe')
  })
})
