import type { Connection } from '../domain/connection.ts'

// Silence that is longer than usual is a failure that nobody else would notice (R79): one of several interfaces may have stopped while the
// others answer.

const minuteMs = 60_000
const dayMinutes = 24 * 60
/** So many times the usual pause is unusual, and never less than two days: weekends are quiet. */
const unusualFactor = 8
const quietMinutesMin = 2 * dayMinutes + 12 * 60

type ChangeFacts = Pick<Connection, 'lastChangeAt' | 'usualGapMinutes' | 'quietToldAt'>

/** What is remembered of how often something changes; an average that forgets. */
export function noteChanges(row: ChangeFacts, changeCount: number, now: Date): Partial<ChangeFacts> {
  if (changeCount === 0) return {}
  const gap = row.lastChangeAt ? (now.getTime() - row.lastChangeAt.getTime()) / minuteMs : null
  const usual =
    gap === null
      ? row.usualGapMinutes
      : Math.round(row.usualGapMinutes === null ? gap : row.usualGapMinutes * 0.8 + gap * 0.2)
  return { lastChangeAt: now, usualGapMinutes: usual, quietToldAt: null }
}

/** Whether nothing has changed for so long that somebody should look; false once that was told. */
export function isUnusuallyQuiet(row: ChangeFacts, now: Date): boolean {
  if (!row.lastChangeAt || row.usualGapMinutes === null || row.quietToldAt) return false
  const silent = (now.getTime() - row.lastChangeAt.getTime()) / minuteMs
  return silent > Math.max(quietMinutesMin, row.usualGapMinutes * unusualFactor)
}
