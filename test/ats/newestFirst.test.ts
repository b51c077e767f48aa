import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNewestFirst } from '../../src/ats/newestFirst.ts'

interface Row {
  id: number
  text: string
}
const pageSize = 50
const at = (hour: number) => new Date(Date.parse('2027-02-01T00:00:00Z') + hour * 3600_000)

function walk(newest: ReturnType<typeof createNewestFirst<Row>>, rows: readonly Row[], since: Date | null) {
  newest.begin(since)
  const told: Row[] = []
  let pages = 0
  for (let from = 0; from < rows.length; from += pageSize) {
    pages++
    const { fresh, isDone } = newest.take(rows.slice(from, from + pageSize))
    told.push(...fresh)
    if (isDone) break
  }
  return { told, pages }
}

describe('a walk through a list, newest first, whose rows have no times', () => {
  test('tells each of 900 rows that was changed or added, and stops soon behind them', () => {
    const touches = fc.array(fc.record({ at: fc.nat(899), isChange: fc.boolean() }), { maxLength: 120 })
    fc.assert(
      fc.property(fc.array(touches, { minLength: 1, maxLength: 5 }), (looks) => {
        const newest = createNewestFirst<Row>()
        let rows: Row[] = Array.from({ length: 900 }, (_none, id) => ({ id, text: 'first' }))
        expect(walk(newest, rows, null).told).toHaveLength(900)
        for (const [look, touched] of looks.entries()) {
          const changed = new Set<number>()
          for (const [count, touch] of touched.entries()) {
            const row = rows[touch.at]!
            const next = touch.isChange ? { ...row, text: `${look} ${count}` } : row
            if (touch.isChange) changed.add(row.id)
            rows = [next, ...rows.filter(({ id }) => id !== row.id)]
          }
          const { told, pages } = walk(newest, rows, at(look))
          const ids = new Set(told.map(({ id }) => id))
          expect([...changed].filter((id) => !ids.has(id))).toEqual([])
          expect(pages).toBeLessThanOrEqual(Math.ceil((touched.length + 20) / pageSize) + 1)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('tells the same rows once more when they are asked for since the same instant', () => {
    const newest = createNewestFirst<Row>()
    const rows = Array.from({ length: 100 }, (_none, id) => ({ id, text: 'first' }))
    walk(newest, rows, null)
    const changed = [{ id: 100, text: 'new' }, ...rows]
    expect(walk(newest, changed, at(1)).told).toEqual([changed[0]])
    expect(walk(newest, changed, at(1)).told).toEqual([changed[0]])
    expect(walk(newest, changed, at(2)).told).toEqual([])
  })

  test('tells everything when it has seen nothing yet', () => {
    const rows = Array.from({ length: 70 }, (_none, id) => ({ id, text: 'first' }))
    expect(walk(createNewestFirst<Row>(), rows, at(1)).told).toEqual(rows)
  })
})
