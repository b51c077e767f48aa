import { readAvailability } from '../../../src/intents/availability/readAvailability.ts'
import type { Composed } from './composeAvailability.ts'
import { tellTimes } from './readOf.ts'

interface Verdict {
  isExact: boolean
  /** A minute is offered that was not. */
  isWrongFree: boolean
  isAsked: boolean
  said: string
  read: string
}

/** Compares what is read with what was said. */
export function judgeComposed({ text, context, kind, spans }: Composed): Verdict {
  const reading = readAvailability(text, context)
  const intervals = kind === 'busy' ? reading.busy : reading.windows
  const read = intervals.map(({ startsAt, endsAt }) => ({
    from: startsAt.getTime() / 60_000,
    to: endsAt.getTime() / 60_000,
  }))
  const windows = reading.windows.map(({ startsAt, endsAt }) => ({
    from: startsAt.getTime() / 60_000,
    to: endsAt.getTime() / 60_000,
  }))
  const offered = kind === 'busy' ? [] : spans
  const isWrongFree = windows.some(({ from, to }) => !offered.some((span) => span.from <= from && span.to >= to))
  const isAsked = reading.kind === 'clarify'
  const isSame = reading.kind === kind && JSON.stringify(read) === JSON.stringify(kind === 'none' ? [] : spans)
  const asInstants = spans.map(({ from, to }) => ({ startsAt: new Date(from * 60_000), endsAt: new Date(to * 60_000) }))
  return {
    isExact: kind === 'unsure' ? !isWrongFree : isSame,
    isWrongFree,
    isAsked: isAsked && kind !== 'unsure',
    said: `${kind} ${tellTimes(asInstants, context.zone)}`,
    read: `${reading.kind} ${reading.doubt ?? ''} ${tellTimes(intervals, context.zone)} [${context.zone} ${context.fromOn}..${context.untilOn}]`,
  }
}
