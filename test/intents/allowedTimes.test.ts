import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liftsRestrictions, readAllowedTimes } from '../../src/intents/allowedTimes.ts'

const workdays = [1, 2, 3, 4, 5]
const read = (text: string) => readAllowedTimes(text, workdays)

describe('what words restrict a request to', () => {
  const cases: [string, number[] | null, number | null, number | null][] = [
    ['only mornings', null, null, 720],
    ['afternoons only please', null, 720, null],
    ['no mornings', null, 720, null],
    ['nothing on Fridays', [1, 2, 3, 4], null, null],
    ['not Monday or Friday', [2, 3, 4], null, null],
    ['Tue or Thu after 3pm', [2, 4], 900, null],
    ['Mon-Wed', [1, 2, 3], null, null],
    ['Monday to Thursday between 9 and 12', [1, 2, 3, 4], 540, 720],
    ['not before 10', null, 600, null],
    ['no later than 4pm', null, null, 960],
    ['nothing after 4', null, null, 960],
    ['until 17:30', null, null, 1050],
    ['2 to 5pm', null, 840, 1020],
    ['9-5', null, 540, 1020],
    ['9.30am to 11:30am', null, 570, 690],
    ['after lunch', null, 780, null],
    ['before noon', null, null, 720],
    ['afternoons except Thursdays', [1, 2, 3, 5], 720, null],
    ['never on weekends', workdays, null, null],
  ]
  it.each(cases)('"%s"', (text, weekdays, startsMinute, endsMinute) => {
    expect(read(text)).toMatchObject({ weekdays, startsMinute, endsMinute })
  })

  it.each([
    '',
    'next week',
    'when the moon is full',
    'soon',
    '12',
    'no Monday Tuesday Wednesday Thursday Friday',
    '5 to 3',
  ])('is nothing in "%s"', (text) => {
    expect(read(text)).toBeNull()
  })

  it('says that not every word was understood', () => {
    expect(read('Tuesdays if Marta is back')).toMatchObject({ weekdays: [2], isWhole: false })
  })

  it('knows a rule ("Fridays") from one day ("Friday")', () => {
    expect(read('Fridays')).toMatchObject({ isRule: true })
    expect(read('Friday')).toMatchObject({ isRule: false })
  })

  it('is lifted by "any time", not by a restriction', () => {
    expect(liftsRestrictions('any time is fine')).toBe(true)
    expect(liftsRestrictions('only mornings')).toBe(false)
  })

  it('is always days of the week and minutes of the day in their order, whatever is written, up to 4,000 characters', () => {
    const word = fc.constantFrom(
      'mon',
      'fridays',
      'not',
      'after',
      '9',
      '12',
      '5pm',
      'to',
      'before',
      'mornings',
      'only',
      '-',
    )
    const text = fc.oneof(
      fc.string({ maxLength: 4_000 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const found = read(written)
        if (found === null) return
        for (const day of found.weekdays ?? []) expect([1, 2, 3, 4, 5, 6, 7]).toContain(day)
        const { startsMinute, endsMinute } = found
        for (const minute of [startsMinute, endsMinute])
          if (minute !== null) expect(minute >= 0 && minute <= 1_440).toBe(true)
        if (startsMinute !== null && endsMinute !== null) expect(startsMinute).toBeLessThan(endsMinute)
      }),
      { numRuns: 2_000 },
    )
  })
})
