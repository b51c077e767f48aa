import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNameIndex } from '../../../src/intents/names/nameIndex.ts'
import { rankNames } from '../../../src/intents/names/rankNames.ts'

const names = [
  'Helen Carter',
  'Helena Kartal',
  'Robert Lindgren',
  'Sara van den Berg',
  'Grace Okonjo',
  'Gabriel Luengo Ordóñez',
  'Дмитрий Орлов',
  '林田勲',
  'Inés Robledo-Paz',
]
const people = names.map((name, at) => ({ id: `p${at}`, name }))
const idOf = (name: string) => people.find((person) => person.name === name)?.id

describe('the index of names', () => {
  test.each([
    ['helen carter', 'Helen Carter'],
    ['Hlen Carter', 'Helen Carter'],
    ['helencarter', 'Helen Carter'],
    ['H Carter', 'Helen Carter'],
    ['HC', 'Helen Carter'],
    ['Bob Lindgren', 'Robert Lindgren'],
    ['Bob Lindgern', 'Robert Lindgren'],
    ['sara vandenberg', 'Sara van den Berg'],
    ['Gracok onjo', 'Grace Okonjo'],
    ['Gabriel Ordonez', 'Gabriel Luengo Ordóñez'],
    ['Dmitry Orlov', 'Дмитрий Орлов'],
    ['lintian xun', '林田勲'],
    ['xun lintian', '林田勲'],
    ['Robledo', 'Inés Robledo-Paz'],
  ])('finds for "%s" first of all %s', (written, name) => {
    expect(createNameIndex(people).findNames(written).matches[0]?.id).toBe(idOf(name))
  })

  test('finds nobody for a name that resembles none', () => {
    expect(createNameIndex(people).findNames('Xqzv Wrrk')).toEqual({ matches: [], isSure: false })
    expect(createNameIndex([]).findNames('Helen Carter')).toEqual({ matches: [], isSure: false })
  })

  test('forgets who was removed and knows a new name at once, and the old one no longer', () => {
    const index = createNameIndex(people)
    index.remove('p0')
    expect(index.findNames('Helen Carter').isSure).toBe(false)
    expect(index.hasNameWord('carter')).toBe(false)
    index.put({ id: 'p2', name: 'Robert Sundqvist' })
    expect(index.findNames('Bob Sundqvist').matches[0]?.id).toBe('p2')
    expect(index.hasNameWord('Lindgren')).toBe(false)
    expect(index.size).toBe(names.length - 1)
  })

  test('is the same after any sequence of changes as one made anew', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.constantFrom(...names), { nil: null }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.constantFrom(...names), (changes, written) => {
        const index = createNameIndex([])
        const current = new Map<string, string>()
        for (const [id, name] of changes) {
          if (name === null) index.remove(id)
          else index.put({ id, name })
          if (name === null) current.delete(id)
          else current.set(id, name)
        }
        const fresh = createNameIndex([...current].map(([id, name]) => ({ id, name })))
        expect(index.size).toBe(current.size)
        expect(index.findNames(written)).toEqual(fresh.findNames(written))
      }),
    )
  })

  test('proposes well: its first answer is the one of a look at everybody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(), (name, place, letter) => {
        const at = 1 + (place % (name.length - 1))
        const slip = name.slice(0, at) + 'abdeilnorst'.charAt(letter % 11) + name.slice(at)
        const [top] = rankNames(slip, people).matches
        expect(createNameIndex(people).findNames(slip).matches[0]).toEqual(top)
      }),
    )
  })

  test('is not sure of a name that 300 people bear', () => {
    const index = createNameIndex(Array.from({ length: 300 }, (_, at) => ({ id: `x${at}`, name: 'Ana Souza' })))
    expect(index.findNames('Ana Souza')).toMatchObject({ isSure: false })
    expect(index.findNames('Ana Souza', 200).matches).toHaveLength(200)
  })
})

describe('a name within a sentence', () => {
  const index = createNameIndex(people)
  const findIn = (sentence: string, at: number) => index.findNameAt(sentence.split(' '), at)

  test.each([
    ['schedule helen carter with acme', 1, { wordCount: 2, isWritten: true }],
    ['schedule carter helen with acme', 1, { wordCount: 2, isWritten: true }],
    ['schedule Bob Lindgren tomorrow', 1, { wordCount: 2, isWritten: false }],
    ['move Sara van den Berg please', 1, { wordCount: 4, isWritten: true }],
    ['move H. Carter', 1, null],
    ['move Helen C. now', 1, { wordCount: 2, isWritten: true }],
    ['ask Grace', 1, { wordCount: 1, isWritten: true }],
    ['Helen Okonjo', 0, { wordCount: 1, isWritten: true }],
    ['ask nobody here', 1, null],
    ['ask', 5, null],
  ])('"%s" from word %i on', (sentence, at, found) => {
    expect(findIn(sentence, at)).toEqual(found)
  })

  test('any words at all are survived', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 8 }),
        fc.nat(9),
        (words, at) => {
          const found = index.findNameAt(words, at)
          if (found) expect(at + found.wordCount).toBeLessThanOrEqual(words.length)
        },
      ),
    )
  })
})
