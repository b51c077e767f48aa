import type { Interval } from '../domain/availability.ts'
import { columnAtOrAfter, innerSpan, intersectSpans, minuteMs, type Span } from './intervals.ts'
import { gridStarts } from './model.ts'
import { buildPerson, type ModelPerson } from './modelPerson.ts'
import type { SolverPerson, SolverProblem } from './problem.ts'
import { nothingRelaxed } from './rules.ts'

export interface SlotQuestion {
  now: Date
  noticeMinutes: number
  horizon: Interval
  grid: SolverProblem['grid']
  durationMinutes: number
  people: readonly SolverPerson[]
  /** `everybody`: all of them at once. `anybody`: one of them, whoever (round robin). */
  needs: 'everybody' | 'anybody'
}

/**
 * The starts at which the people are free, ascending; limits, prices and other sessions play no part. Somebody whose calendar is unknown is
 * never free: with `everybody` there is then no slot.
 */
export function listSlots(question: SlotQuestion): Date[] {
  const horizon = innerSpan(question.horizon)
  const earliest = Math.ceil(question.now.getTime() / minuteMs) + question.noticeMinutes
  const starts = gridStarts(question.grid, { from: Math.max(horizon.from, earliest), to: horizon.to })
  const free = question.people.map((person, index) =>
    freeSpans(buildPerson(false, person, index, horizon, nothingRelaxed), horizon),
  )
  const duration = question.durationMinutes
  if (question.needs === 'everybody') {
    const shared = free.length === 0 ? [] : free.reduce((all, spans) => intersectSpans(all, spans))
    return datesOf(starts, markFitting(starts, shared, duration, new Uint8Array(starts.length)))
  }
  const isOpen = new Uint8Array(starts.length)
  for (const spans of free) markFitting(starts, spans, duration, isOpen)
  return datesOf(starts, isOpen)
}

function markFitting(starts: Int32Array, spans: readonly Span[], duration: number, isOpen: Uint8Array): Uint8Array {
  for (const { from, to } of spans) {
    if (to - from < duration) continue
    for (let at = columnAtOrAfter(starts, from); at < starts.length && (starts[at] as number) + duration <= to; at++)
      isOpen[at] = 1
  }
  return isOpen
}

/** Where sessions of the person may lie: open hours without entries and the buffers to them. */
function freeSpans(person: ModelPerson, horizon: Span): Span[] {
  if (person.isUnknown) return []
  const free: Span[] = []
  let blockedAt = 0
  for (const span of person.open ?? [horizon]) {
    let from = Math.max(span.from, horizon.from)
    const to = Math.min(span.to, horizon.to)
    while ((person.blocked[blockedAt]?.to ?? Infinity) + person.bufferBefore <= from) blockedAt++
    for (let at = blockedAt; from < to; at++) {
      const entry = person.blocked[at]
      const until = entry === undefined ? to : Math.min(to, entry.from - person.bufferAfter)
      if (from < until) free.push({ from, to: until })
      if (entry === undefined || entry.from - person.bufferAfter >= to) break
      from = Math.max(from, entry.to + person.bufferBefore)
    }
  }
  return free
}

function datesOf(starts: Int32Array, isOpen: Uint8Array): Date[] {
  const dates: Date[] = []
  for (let at = 0; at < starts.length; at++)
    if (isOpen[at] === 1) dates.push(new Date((starts[at] as number) * minuteMs))
  return dates
}
