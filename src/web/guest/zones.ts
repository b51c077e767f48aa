/** One zone for each part of the world where people work; all others are a button away. */
const commonZones: readonly string[] = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Istanbul',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
]

/** Zones to choose from, the one in use always among them. */
export function zoneChoices(zone: string, isAll: boolean): string[] {
  const known = isAll ? ['UTC', ...Intl.supportedValuesOf('timeZone')] : commonZones
  return known.includes(zone) ? [...known] : [zone, ...known]
}
