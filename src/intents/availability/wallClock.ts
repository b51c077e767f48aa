import { IANAZone } from 'luxon'

const zones = new Map<string, IANAZone>()
const offsets = new Map<string, number>()

/** Minutes east of UTC at a minute since the epoch. Zones change on the quarter of an hour at most, so one answer serves that long. */
function offsetAt(minute: number, zone: string): number {
  const quarter = Math.floor(minute / 15)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  let iana = zones.get(zone)
  if (!iana) {
    iana = IANAZone.create(zone)
    zones.set(zone, iana)
  }
  const offset = iana.offset(quarter * 900_000)
  if (offsets.size > 20_000) offsets.clear()
  const safe = Number.isFinite(offset) ? offset : 0
  offsets.set(key, safe)
  return safe
}

/** The minute since the epoch at which a wall clock shows that day and minute; times in a gap move past it, doubled ones are the first. */
export function wallMinute(day: number, minute: number, zone: string): number {
  const naive = day * 1440 + minute
  const first = naive - offsetAt(naive - offsetAt(naive, zone), zone)
  // Before and after a change the guess may differ: the earlier instant that shows this wall clock counts.
  const earlier = naive - offsetAt(first - 180, zone)
  return earlier < first && earlier + offsetAt(earlier, zone) === naive ? earlier : first
}
