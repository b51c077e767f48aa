// Reads availability from messages: JSON lines in, {id, text, ref, zone, locale, horizon: {from, to}, durationMin, proposals?}; JSON lines
// out, {id, kind, available, busy, select, ms}, with instants. `ref` is wall clock in `zone`; `horizon.to` is the day after the last.
import { createInterface } from 'node:readline'
import { DateTime } from 'luxon'
import type { Interval } from '../src/domain/availability.ts'
import { readAvailability } from '../src/intents/availability/readAvailability.ts'

interface Line {
  id: string
  text: string
  ref: string
  zone: string
  locale: string
  horizon: { from: string; to: string }
  durationMin: number
  proposals?: { n: number; start: string; end: string }[]
}

const printTimes = (times: readonly Interval[]) =>
  times.map(({ startsAt, endsAt }) => ({ start: startsAt.toISOString(), end: endsAt.toISOString() }))

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const { id, text, ref, zone, locale, horizon, durationMin, proposals = [] } = JSON.parse(line) as Line
  const context = {
    now: DateTime.fromISO(ref, { zone }).toJSDate(),
    zone,
    locale,
    fromOn: horizon.from,
    untilOn: horizon.to,
    durationMinutes: durationMin,
    proposals: proposals.map(({ n, start, end }) => ({ number: n, startsAt: new Date(start), endsAt: new Date(end) })),
  }
  const startedAt = performance.now()
  const reading = readAvailability(text, context)
  const ms = Math.round((performance.now() - startedAt) * 1_000) / 1_000
  const { kind, windows, busy, selected, doubt } = reading
  const answer = { id, kind, available: printTimes(windows), busy: printTimes(busy), select: selected, doubt, ms }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
