import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeNewest, walkBegun, writePrints } from '../../src/ats/newestFirst.ts'

interface Row {
  id: number
  text: string
}
const pageSize = 50

function walk(known: string | null, rows: readonly Row[]) {
  const told: Row[] = []
  let pages = 0
  let at = walkBegun
  for (let from = 0; from < rows.length; from += pageSize) {
    pages++
    const taken = takeNewest(rows.slice(from, from + pageSize), known, at)
    told.push(...taken.fresh)
    at = taken.walk
    if (taken.isDone) break
  }
  return { told, pages, prints: writePrints(at) }
}
const makeRows = (count: number): Row[] => Array.from({ length: count }, (_none, id) => ({ id, text: 'first' }))

describe('a walk through a list, newest first, whose rows have no times', () => {
  test('tells each of 900 rows that was changed or added, and stops soon behind them', () => {
    const touches = fc.array(fc.record({ at: fc.nat(899), isChange: fc.boolean() }), { maxLength: 120 })
    fc.assert(
      fc.property(fc.array(touches, { minLength: 1, maxLength: 5 }), (looks) => {
        let rows = makeRows(900)
        let known = walk(null, rows).prints
        for (const [look, touched] of looks.entries()) {
          const changed = new Set<number>()
          for (const [count, touch] of touched.entries()) {
            const row = rows[touch.at]!
            const next = touch.isChange ? { ...row, text: `${look} ${count}` } : row
            if (touch.isChange) changed.add(row.id)
            rows = [next, ...rows.filter(({ id }) => id !== row.id)]
          }
          const { told, pages, prints } = walk(known, rows)
          known = prints
          const ids = new Set(told.map(({ id }) => id))
          expect([...changed].filter((id) => !ids.has(id))).toEqual([])
          expect(pages).toBeLessThanOrEqual(Math.ceil((touched.length + 20) / pageSize) + 1)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('tells the same rows once more as long as what it knows is the same', () => {
    const rows = makeRows(100)
    const { prints } = walk(null, rows)
    const changed = [{ id: 100, text: 'new' }, ...rows]
    expect(walk(prints, changed).told).toEqual([changed[0]])
    const after = walk(prints, changed)
    expect(after.told).toEqual([changed[0]])
    expect(walk(after.prints, changed)).toMatchObject({ told: [], pages: 1 })
  })

  test('tells everything when it knows nothing, and keeps some kilobytes at most of 5,000', () => {
    const rows = makeRows(5000)
    const { told, prints } = walk(null, rows)
    expect(told).toEqual(rows)
    expect(prints.length).toBeLessThan(4000)
  })

  test('goes on to the end when all that it knew has been touched', () => {
    const rows = makeRows(700)
    const { prints } = walk(null, rows)
    const touched = rows.slice(0, 320).map((row) => ({ ...row, text: 'anew' }))
    const { told, pages } = walk(prints, [...touched.toReversed(), ...rows.slice(320)])
    expect(told).toHaveLength(700)
    expect(pages).toBe(14)
  })
})
