import { createInterface } from 'node:readline'
import { DateTime } from 'luxon'
import { defaultTimeConventions } from '../src/intents/times/conventions.ts'
import { findTimes } from '../src/intents/times/findTimes.ts'
import { placeTime } from '../src/intents/times/placeTime.ts'
import type { RecurrenceRule } from '../src/intents/times/recurrence.ts'
import type { TimeExpression, TimeKind } from '../src/intents/times/timeExpression.ts'

// The grammar of time over JSON lines: {id, text, ref, zone} in, with ref the local wall clock; {id, results, ms} out. Parts of day, the end of
// the day, sides, counts and zones are set to what public test suites of time expressions take them for, not to Parley's working day.

const conventions = {
  ...defaultTimeConventions,
  parts: {
    morning: { fromMinute: 480, toMinute: 720 },
    afternoon: { fromMinute: 720, toMinute: 960 },
    evening: { fromMinute: 960, toMinute: 1200 },
    night: { fromMinute: 1200, toMinute: 1440 - 1 / 60 },
    daytime: { fromMinute: 480, toMinute: 1080 },
    breakfast: { fromMinute: 480, toMinute: 720 },
    lunch: { fromMinute: 660, toMinute: 780 },
    dinner: { fromMinute: 960, toMinute: 1200 },
    firstThing: { fromMinute: 480, toMinute: 540 },
  },
  endOfDayMinute: 1440,
  areSidesWholeDays: false,
  isLastMonthIncluded: false,
  upcoming: 'nth' as const,
  afterNext: 'second' as const,
  isFromOpen: false,
  restLeavesDays: 1,
  isCountedSetOne: false,
  arePartsEnds: false,
  areZonesFixed: true,
}
const kindNames: Record<TimeKind, string> = {
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  dateRange: 'daterange',
  timeRange: 'timerange',
  datetimeRange: 'datetimerange',
  duration: 'duration',
  recurring: 'set',
}

/** The suites' rules know neither months nor counted weekdays ("2MO"): "the second Monday of each month" is monthly. */
function plainRule({ bymonth: _, byday, ...rule }: RecurrenceRule): RecurrenceRule {
  return byday && !byday.some((day) => /\d/u.test(day)) ? { ...rule, byday } : rule
}

function resultOf(text: string, zone: string, todayOn: string, one: TimeExpression): Record<string, unknown> {
  const placed = placeTime(one, todayOn)
  const inZone = (stamp: string | null | undefined): string | null =>
    stamp && one.zone && one.zone !== zone
      ? DateTime.fromISO(stamp, { zone: one.zone }).setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm:ss")
      : (stamp ?? null)
  return {
    kind: kindNames[one.kind],
    start: inZone(placed?.startsAt),
    end: inZone(placed?.endsAt),
    seconds: one.seconds,
    rule: one.rule && plainRule(one.rule),
    index: one.from,
    text: text.slice(one.from, one.to),
  }
}

// What is measured is the running product: the first sentences of a process are compiled while they are read.
const warmUp = [
  'Tuesday 2-4pm or the 3rd after 10',
  'from Monday to Friday next week',
  'in two weeks, every other Thursday for 90 minutes',
  'I could do 10:30 am on March 4th, 2027 or 5 April',
  'the last Friday of next month at half past nine',
  'between the 4th and the 9th of June; not before noon',
  'early next week, late in the afternoon, 9am PST (or EST)',
  'since 2026-03-02T15:00, until the end of the quarter',
  'two hours ago, a week from tomorrow, three days after Easter',
  'the week of May 9th, Q3 2027, the summer, week 31',
  'tomorrow evening from 7 to 8, tonight, this morning at 10',
  'Please send the report to the team, it may take a while.',
  'every first Monday, weekdays at 5, mornings, daily',
  'within the next 3 days, the past month, an hour and a half',
]
for (let round = 0; round < 200; round++)
  for (const text of warmUp)
    findTimes(text, { now: new Date('2027-03-01T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB', conventions })

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const { id, text, ref, zone } = JSON.parse(line) as { id: string; text: string; ref: string; zone: string }
  const now = DateTime.fromISO(ref, { zone }).toJSDate()
  const began = performance.now()
  const found = findTimes(text, { now, zone, locale: 'en-US', conventions })
  const ms = performance.now() - began
  process.stdout.write(
    `${JSON.stringify({ id, results: found.map((one) => resultOf(text, zone, ref.slice(0, 10), one)), ms })}\n`,
  )
}
