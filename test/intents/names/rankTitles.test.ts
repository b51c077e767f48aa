import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestTitles, rankTitles, scoreTitle, titleScoreMin } from '../../../src/intents/names/rankTitles.ts'

const isMeant = (written: string, title: string) => scoreTitle(written, title) >= titleScoreMin

describe('what somebody writes for a job or a company', () => {
  test.each([
    ['Backend', 'Backend Engineer'],
    ['the Backend role', 'Backend Engineer'],
    ['backend', 'Back-end Engineer'],
    ['back end eng', 'Backend Engineer'],
    ['BE eng', 'Backend Engineer'],
    ['sr be eng', 'Senior Back-end Engineer (m/w/d)'],
    ['senior frontend dev', 'Sr. Frontend Developer'],
    ['fe', 'Frontend Developer'],
    ['full-stack developer', 'Full Stack Dev'],
    ['swe', 'Senior Software Engineer'],
    ['PM', 'Product Manager'],
    ['PM', 'Project Manager, Rail'],
    ['HR mgr', 'Human Resources Manager'],
    ['head of mktg', 'Head of Marketing'],
    ['registered nurse', 'RN, Night Shift'],
    ['SRE', 'Site Reliability Engineer'],
    ['acct exec', 'Account Executive'],
    ['Acme', 'Acme GmbH'],
    ["Acme's", 'Acme Corp.'],
    ['acme.com', 'Acme Inc'],
    ['north wind', 'Northwind Traders Ltd'],
    ['Mueller Bau', 'Müller Bau GmbH & Co. KG'],
    ['IBM', 'International Business Machines'],
    ['Backend Enginer', 'Backend Engineer'],
    ['Strasse', 'Straße AG'],
  ])('"%s" means %s', (written, title) => {
    expect(isMeant(written, title)).toBe(true)
  })

  test.each([
    ['Frontend', 'Backend Engineer'],
    ['C++', 'C# Developer'],
    ['PM', 'Data Engineer'],
    ['it', 'Italian Chef'],
    ['the role', 'Backend Engineer'],
    ['Acme', 'Apex Ltd'],
    ['frontned', 'Frontend Engineer'],
    ['', 'Backend Engineer'],
    ['...', 'Acme'],
  ])('"%s" does not mean %s', (written, title) => {
    expect(isMeant(written, title)).toBe(false)
  })

  test('of a client without its legal form beats a longer name that begins the same', () => {
    const ranked = rankTitles('Acme', ['Acme Logistics Ltd', 'Acme GmbH'], (title) => title)
    expect(ranked.map((match) => match.item)).toEqual(['Acme GmbH', 'Acme Logistics Ltd'])
    expect(ranked[0]?.score).toBe(1)
  })

  test('word for word beats a short form that has to be spelled out', () => {
    const ranked = rankTitles('PM', ['Project Manager', 'Product Manager', 'PM'], (title) => title)
    expect(ranked.map((match) => match.item)[0]).toBe('PM')
    expect(ranked).toHaveLength(3)
  })

  test('with one misspelt word is offered as resembling, best first, at most 3', () => {
    const titles = ['Frontend Engineer', 'Front Desk Agent', 'Backend Engineer', 'Cook', 'Frontend Engineer']
    const nearest = nearestTitles('frontned', titles).map(({ name }) => name)
    expect(nearest[0]).toBe('Frontend Engineer')
    expect(nearest.length).toBeLessThanOrEqual(3)
    expect(new Set(nearest).size).toBe(nearest.length)
    expect(nearestTitles('Xqzv', titles)).toEqual([])
  })
})

describe('for every title', () => {
  const word = fc.constantFrom('Senior', 'Backend', 'Data', 'Nurse', 'Müller', 'Acme', 'Sales', 'Logistik', 'Chef')

  test('case and the order of words do not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), (words) => {
        const title = words.join(' ')
        expect(scoreTitle(title.toUpperCase(), title)).toBe(1)
        expect(scoreTitle(words.reverse().join(' '), title)).toBe(1)
      }),
    )
  })

  test('the score lies between 0 and 1 and any text at all is survived', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, text, (written, title) => {
        const score = scoreTitle(written, title)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        nearestTitles(written, [title])
      }),
    )
  })

  test('a text of 100,000 characters is read as quickly as its first 160', () => {
    expect(scoreTitle('pm '.repeat(33_000), 'Product Manager')).toBeLessThan(titleScoreMin)
  })
})
