import { type Interval, mergeIntervals } from '../domain/availability.ts'
import {
  formatDayShort,
  formatOffset,
  formatTimeRange,
  formatZone,
  formatZoneName,
  groupByDay,
  isoDateOf,
  type Reader,
} from '../domain/formatTime.ts'
import type { MailWords } from '../words/mailWords.ts'
import type { TimeList } from './letter.ts'

export interface OfferedTime extends Interval {
  level: 'good' | 'possible'
}

export interface ProposedTime extends Interval {
  /** Zone of the other side when it differs from the reader's. */
  otherZone: string | null
}

interface ListFrame {
  reader: Reader
  words: MailWords
}

// More would make a mail that mail programs cut off; the page behind the button has all of them.
const listedCountMax = 60

/** Times somebody offered, a day after another. */
export function windowList(frame: ListFrame, windows: readonly OfferedTime[]): TimeList {
  const { reader, words } = frame
  // Half hours that touch are one time to a person.
  const ranges = (['good', 'possible'] as const)
    .flatMap((level) =>
      mergeIntervals(windows.filter((window) => window.level === level)).map((range) => ({ ...range, level })),
    )
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  if (ranges.length === 0)
    return { label: words.label.yourTimes, days: [{ day: words.noTimes, times: [] }], note: null }
  const listed = ranges.slice(0, listedCountMax)
  const days = groupByDay(listed, reader).map((group) => ({
    day: group.day,
    times: group.items.map((window) => {
      const range = listedRange(frame, window, listed)
      return window.level === 'possible' ? `${range} (${words.ifNeedBe})` : range
    }),
  }))
  if (ranges.length > listed.length) days.push({ day: words.more(ranges.length - listed.length), times: [] })
  return { label: words.label.yourTimes, days, note: zoneNote(frame, listed) }
}

/** Times to decide on, on both clocks where they differ. */
export function proposalList(frame: ListFrame, proposals: readonly ProposedTime[]): TimeList {
  const { reader, words } = frame
  const others = proposals.flatMap((proposal) => {
    const zone = proposal.otherZone
    return zone && zone !== reader.zone ? [formatZone(proposal.startsAt, { ...reader, zone })] : []
  })
  // One zone and offset for all is said once below the list, else with each time.
  const common = others.length === proposals.length && new Set(others).size === 1 ? others[0] : undefined
  const note = zoneNote(frame, proposals)
  return {
    label: words.label.offers,
    days: groupByDay(proposals, reader).map((group) => ({
      day: group.day,
      times: group.items.map((proposal) => {
        const range = listedRange(frame, proposal, proposals)
        if (!proposal.otherZone || proposal.otherZone === reader.zone) return range
        const other = { ...reader, zone: proposal.otherZone }
        const there = otherRange(proposal, other, reader.zone)
        return `${range} (${common ? there : `${there} ${formatZone(proposal.startsAt, other)}`})`
      }),
    })),
    note: common && note ? `${note} ${words.inBrackets(common)}` : note,
  }
}

/** "8:00 AM – 9:00 AM"; with its day when that is another one there. */
function otherRange(time: Interval, other: Reader, ownZone: string): string {
  const isSameDay = isoDateOf(time.startsAt, other.zone) === isoDateOf(time.startsAt, ownZone)
  return `${isSameDay ? '' : `${formatDayShort(time.startsAt, other)}, `}${formatTimeRange(time, other)}`
}

function hasOneOffset(times: readonly Interval[], zone: string): boolean {
  return (
    new Set(times.flatMap((time) => [formatOffset(time.startsAt, zone), formatOffset(time.endsAt, zone)])).size <= 1
  )
}

/** Names the offset at each time when the clocks change between the first and the last of the list. */
function listedRange({ reader }: ListFrame, time: Interval, all: readonly Interval[]): string {
  const range = formatTimeRange(time, reader)
  const isNamed = formatOffset(time.startsAt, reader.zone) !== formatOffset(time.endsAt, reader.zone)
  return isNamed || hasOneOffset(all, reader.zone) ? range : `${range} (${formatOffset(time.startsAt, reader.zone)})`
}

function zoneNote({ reader, words }: ListFrame, times: readonly Interval[]): string | null {
  const first = times[0]
  if (!first) return null
  if (hasOneOffset(times, reader.zone)) return words.allTimesIn(formatZone(first.startsAt, reader))
  return words.allTimesIn(formatZoneName(first.startsAt, reader) ?? reader.zone)
}
