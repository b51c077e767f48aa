import { describe, expect, it } from 'vitest'
import { isUnusuallyQuiet, noteChanges } from '../../src/workflow/noticeQuiet.ts'

const start = new Date('2027-03-01T08:00:00Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const unread = { lastChangeAt: null, usualGapMinutes: null, quietToldAt: null }

/** Changes at these hours after the start. */
function live(hours: readonly number[]) {
  let row: Parameters<typeof isUnusuallyQuiet>[0] = unread
  for (const at of hours) row = { ...row, ...noteChanges(row, 1, later(at)) }
  return row
}

describe('an ATS that shows no change', () => {
  it('is unusual after 60 hours where something changes every hour, and not before: weekends are quiet', () => {
    const busy = live([0, 1, 2, 3, 4, 5, 6])
    expect(isUnusuallyQuiet(busy, later(6 + 59))).toBe(false)
    expect(isUnusuallyQuiet(busy, later(6 + 61))).toBe(true)
  })

  it('is unusual after eight times its usual pause where changes are rare', () => {
    const rare = live([0, 48, 96, 144])
    expect(isUnusuallyQuiet(rare, later(144 + 8 * 48 - 1))).toBe(false)
    expect(isUnusuallyQuiet(rare, later(144 + 8 * 48 + 1))).toBe(true)
  })

  it('is told once, and again only after something has changed', () => {
    const told = { ...live([0, 1, 2]), quietToldAt: later(70) }
    expect(isUnusuallyQuiet(told, later(200))).toBe(false)
    const again = { ...told, ...noteChanges(told, 3, later(201)) }
    expect(again.quietToldAt).toBeNull()
    expect(isUnusuallyQuiet(again, later(201 + 1000))).toBe(true)
  })

  it('is nothing unusual before it has changed twice, whatever is read', () => {
    expect(noteChanges(unread, 0, start)).toEqual({})
    expect(isUnusuallyQuiet(unread, later(9999))).toBe(false)
    expect(isUnusuallyQuiet(live([0]), later(9999))).toBe(false)
  })
})
