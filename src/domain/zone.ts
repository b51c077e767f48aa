/** Zones that were found good: making a formatter for each read of the settings costs more than reading them. */
const knownZones = new Set<string>()

export function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    // What people write is endless; what is good is not, in all its letter cases.
    if (knownZones.size < 2_000) knownZones.add(zone)
    return true
  } catch {
    return false
  }
}
