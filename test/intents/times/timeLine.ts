import { findTimes } from '../../../src/intents/times/findTimes.ts'
import { placeTime } from '../../../src/intents/times/placeTime.ts'
import type { TimeContext, TimeExpression } from '../../../src/intents/times/timeExpression.ts'

/** Wednesday 18 November 2026, 10:20 in London. */
export const londonContext: TimeContext = {
  now: new Date('2026-11-18T10:20:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
}

function lineOf(one: TimeExpression): string {
  const zone = one.zone ? ` ${one.zone}` : ''
  if (one.kind === 'duration') return `${one.seconds} s`
  if (one.rule) {
    const { freq, interval, byday, bymonth, bymonthday, time, part } = one.rule
    const month = bymonth && `month ${bymonth}`
    return [freq, interval, byday?.join(' '), month, bymonthday, time, part]
      .filter((value) => value !== undefined)
      .join(' ')
  }
  const placed = placeTime(one, '2026-11-18')
  const short = (stamp: string | null | undefined): string =>
    (stamp ?? 'open').replace('2026-', '').replace('T00:00', '')
  const isMoment = one.kind === 'time' || one.kind === 'datetime'
  const start = short(placed?.startsAt)
  if (one.kind === 'date') return start
  return `${isMoment ? start : `${start} to ${short(placed?.endsAt)}`}${zone}`
}

/** What is found in a text as one short line: days of 2026 without their year, midnight without its hour, ends exclusive. */
export function timeLine(text: string, changes: Partial<TimeContext> = {}): string {
  return findTimes(text, { ...londonContext, ...changes })
    .map(lineOf)
    .join(', ')
}
