import type { Found, Reading } from './reading.ts'
import { endsClause, wordAt } from './reading.ts'

/**
 * Abbreviations and names as the wall clock of a place: "PST" said in summer still means Pacific time. Fixed offsets are Etc zones.
 * Those that are also words ("est", "ist", "art") are only looked for behind a clock time.
 */
const zones: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Etc/UTC': 'utc gmt z zulu',
    'Europe/London': 'bst',
    'America/New_York': 'est edt et',
    'America/Chicago': 'cst cdt ct',
    'America/Denver': 'mst mdt mt',
    'America/Los_Angeles': 'pst pdt pt',
    'America/Anchorage': 'akst akdt',
    'Pacific/Honolulu': 'hst',
    'America/Halifax': 'adt',
    'America/St_Johns': 'nst ndt',
    'America/Sao_Paulo': 'brt',
    'Europe/Lisbon': 'wet west',
    'Europe/Berlin': 'cet cest mez mesz',
    'Europe/Helsinki': 'eet eest',
    'Europe/Moscow': 'msk',
    'Europe/Istanbul': 'trt',
    'Asia/Dubai': 'gst',
    'Asia/Karachi': 'pkt',
    'Asia/Kolkata': 'ist',
    'Asia/Bangkok': 'ict',
    'Asia/Jakarta': 'wib',
    'Asia/Singapore': 'sgt',
    'Asia/Hong_Kong': 'hkt',
    'Asia/Manila': 'pht',
    'Asia/Tokyo': 'jst',
    'Asia/Seoul': 'kst',
    'Australia/Sydney': 'aest aedt',
    'Australia/Adelaide': 'acst acdt',
    'Australia/Perth': 'awst',
    'Pacific/Auckland': 'nzst nzdt nzt',
    'Africa/Johannesburg': 'sast',
    'Africa/Nairobi': 'eat',
    'Africa/Lagos': 'wat',
    'Africa/Maputo': 'cat',
    'Asia/Kuala_Lumpur': 'myt',
    'Asia/Tehran': 'irst irdt',
    'Asia/Jerusalem': 'idt',
    'Asia/Dhaka': 'bdt',
    'Asia/Kathmandu': 'npt',
    'Asia/Tashkent': 'uzt',
    'Asia/Almaty': 'almt',
    'Asia/Yekaterinburg': 'yekt',
    'Asia/Vladivostok': 'vlat',
    'Europe/Samara': 'samt',
    'America/Argentina/Buenos_Aires': 'art',
    'America/Bogota': 'cot',
    'America/Santiago': 'clt clst',
    'America/Caracas': 'vet',
    'America/Lima': 'pet',
    'America/Montevideo': 'uyt',
    'America/La_Paz': 'bot',
    'America/Guyana': 'gyt',
    'Pacific/Fiji': 'fjt',
    'Atlantic/Azores': 'azot azost',
  }).flatMap(([zone, words]) => words.split(' ').map((word): [string, string] => [word, zone])),
)

const placeZones: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'America/New_York': 'eastern,east coast,new york,nyc,ny,boston,toronto,miami,atlanta,washington,philadelphia',
    'America/Halifax': 'atlantic,atlantic canada,halifax,nova scotia',
    'America/St_Johns': 'newfoundland',
    'America/Anchorage': 'alaska,alaskan',
    'Pacific/Honolulu': 'hawaii,hawaiian',
    'America/Chicago': 'central,chicago,texas,dallas,houston,austin',
    'America/Denver': 'mountain,denver',
    'America/Phoenix': 'arizona,phoenix',
    'America/Los_Angeles':
      'pacific,west coast,california,san francisco,sf,la,los angeles,seattle,portland,vancouver,bay area',
    'America/Sao_Paulo': 'sao paulo,brazil',
    'America/Mexico_City': 'mexico city,mexico',
    'Europe/London': 'london,uk,british,england,gb,greenwich',
    'Europe/Dublin': 'irish,dublin,ireland',
    'Europe/Lisbon': 'lisbon,portugal,portuguese',
    'Europe/Berlin': 'berlin,german,germany,munich,hamburg,frankfurt,central european,european',
    'Europe/Paris': 'paris,french,france',
    'Europe/Madrid': 'madrid,spain,spanish,barcelona',
    'Europe/Rome': 'rome,italy,italian,milan',
    'Europe/Amsterdam': 'amsterdam,dutch',
    'Europe/Brussels': 'brussels',
    'Europe/Vienna': 'vienna',
    'Europe/Zurich': 'zurich,swiss',
    'Europe/Stockholm': 'stockholm,swedish',
    'Europe/Oslo': 'oslo',
    'Europe/Copenhagen': 'copenhagen,danish',
    'Europe/Warsaw': 'warsaw,polish',
    'Europe/Prague': 'prague',
    'Europe/Athens': 'athens',
    'Europe/Helsinki': 'helsinki',
    'Europe/Istanbul': 'istanbul',
    'Europe/Moscow': 'moscow',
    'Asia/Jerusalem': 'israel,tel aviv',
    'Asia/Dubai': 'dubai,uae,gulf',
    'Asia/Kolkata': 'india,indian,mumbai,delhi,bangalore,bengaluru,hyderabad,chennai',
    'Asia/Singapore': 'singapore',
    'Asia/Hong_Kong': 'hong kong,hk',
    'Asia/Shanghai': 'china,shanghai,beijing',
    'Asia/Tokyo': 'tokyo,japan',
    'Asia/Seoul': 'seoul,korea',
    'Australia/Sydney': 'sydney,melbourne',
    'Australia/Brisbane': 'brisbane',
    'Australia/Perth': 'perth',
    'Pacific/Auckland': 'auckland,new zealand,nz',
    'Africa/Johannesburg': 'johannesburg,cape town',
  }).flatMap(([zone, names]) => names.split(',').map((name): [string, string] => [name, zone])),
)

/** Names of cities in the zone database that are words as well. */
const otherCities = new Set([
  'easter',
  'center',
  'knox',
  'nome',
  'reunion',
  'male',
  'troll',
  'casey',
  'davis',
  'creston',
  'marengo',
])

/** Cities that zones are named after: "Nairobi time". */
const cityZones: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone').flatMap((zone): [string, string][] => {
    const city = zone.split('/').at(-1)?.toLowerCase().replaceAll('_', ' ') ?? ''
    return zone.includes('/') && !zone.startsWith('Etc/') && !otherCities.has(city) ? [[city, zone]] : []
  }),
)

function zoneOfPlace(name: string): string | undefined {
  return placeZones.get(name) ?? cityZones.get(name)
}

/** Abbreviations that mean something else to a writer in one of these zones. */
const regionalZones: readonly (readonly [word: string, writer: RegExp, zone: string])[] = [
  ['ist', /^Europe\/Dublin$/, 'Europe/Dublin'],
  ['ist', /^Asia\/(Jerusalem|Tel_Aviv)$/, 'Asia/Jerusalem'],
  ['cst', /^Asia\/(Shanghai|Chongqing|Harbin|Macau|Taipei|Hong_Kong)$/, 'Asia/Shanghai'],
  ['cst', /^Australia\//, 'Australia/Adelaide'],
  ['est', /^Australia\//, 'Australia/Sydney'],
  ['edt', /^Australia\//, 'Australia/Sydney'],
  ['wst', /^Australia\//, 'Australia/Perth'],
  ['bst', /^Asia\/Dhaka$/, 'Asia/Dhaka'],
  ['pst', /^Asia\/Manila$/, 'Asia/Manila'],
  ['mst', /^Asia\/Kuala_Lumpur$/, 'Asia/Kuala_Lumpur'],
  ['mst', /^America\/Phoenix$/, 'America/Phoenix'],
  ['ast', /^Asia\/(Riyadh|Kuwait|Qatar|Bahrain|Baghdad)$/, 'Asia/Riyadh'],
  ['ast', /^America\//, 'America/Halifax'],
  ['gmt', /^Europe\/(London|Dublin|Belfast|Guernsey|Jersey|Isle_of_Man)$/, 'Europe/London'],
]

/** A zone behind a clock time, in brackets or not: "PST", "(BST)", "UTC+2", "Eastern", "London time", "Pacific Standard Time". */
export function readZone(reading: Reading, at: number): Found<string> {
  const isBracketed = wordAt(reading, at) === '('
  const from = isBracketed ? at + 1 : at
  const found =
    readOffsetZone(reading, from) ??
    readGluedOffset(reading, from) ??
    readSpacedOffset(reading, from) ??
    readZoneAbbreviation(reading, from) ??
    readPlaceZone(reading, from, isBracketed)
  if (!found) return null
  if (!isBracketed) return found
  return wordAt(reading, found.next) === ')' ? { value: found.value, next: found.next + 1 } : null
}

/** Hours from UTC of abbreviations that say winter or summer. */
const fixedHours: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-11': 'sst nut',
    '-10': 'hst ckt taht',
    '-9': 'akst gamt',
    '-8': 'pst akdt',
    '-7': 'mst pdt',
    '-6': 'cst mdt galt',
    '-5': 'est cdt cot pet ect',
    '-4': 'ast edt clt vet bot amt gyt',
    '-3': 'brt art adt uyt clst pyst',
    '-2': 'brst uyst fnt',
    '-1': 'azot cvt egt',
    '0': 'wet azost',
    '1': 'bst cet west mez wat',
    '2': 'cest eet mesz sast cat',
    '3': 'eest msk eat trt',
    '4': 'gst azt samt mut ret',
    '5': 'pkt uzt yekt mvt tmt',
    '6': 'almt omst btt',
    '7': 'ict wib krat novt hovt',
    '8': 'sgt hkt pht myt awst irkt wita ulat',
    '9': 'jst kst yakt wit',
    '10': 'aest vlat pgt chst',
    '11': 'aedt magt sbt nct',
    '12': 'nzst fjt pett',
    '13': 'nzdt',
  }).flatMap(([hours, words]) => words.split(' ').map((word): [string, number] => [word, Number(hours)])),
)

/** The zone so many hours east of UTC; Etc zones count to the west. */
function etcZone(hours: number): string {
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

function readZoneAbbreviation(reading: Reading, at: number): Found<string> {
  const word = wordAt(reading, at)
  const after = wordAt(reading, at + 1) === 'time' ? at + 2 : at + 1
  const own = regionalZones.find(([name, writer]) => name === word && writer.test(reading.zone))
  if (own && !reading.conventions.areZonesFixed) return { value: own[2], next: after }
  const hours = fixedHours.get(word)
  const isFixed = hours !== undefined && (reading.conventions.areZonesFixed || !zones.has(word))
  // Rare ones are only read in capitals or glued to nothing else.
  const zone = isFixed ? etcZone(hours) : zones.get(word)
  if (zone === undefined || (!zones.has(word) && !reading.tokens[at]?.isCapital)) return null
  return { value: zone, next: after }
}

/** "16:00+02:00", "T16:00:00-0500": an offset glued to the figures of a clock time. */
function readGluedOffset(reading: Reading, at: number): Found<string> {
  const [sign, hours] = [reading.tokens[at], reading.tokens[at + 1]]
  if (!sign?.isGlued || !hours?.isGlued || hours.kind !== 'number') return null
  if (sign.word !== '+' && sign.word !== '-') return null
  // "16:00-18:00" is a range: behind a minus only when seconds were said.
  // "Monday: 16:00-18:00" is one too.
  const hasSeconds =
    wordAt(reading, at - 4) === ':' && reading.tokens[at - 3]?.isGlued && reading.tokens[at - 5]?.kind === 'number'
  // "2026-12-05T14:00-05:00"
  const hasDate = wordAt(reading, at - 4) === 't' && reading.tokens[at - 5]?.kind === 'number'
  if (wordAt(reading, at - 2) !== ':' || (sign.word === '-' && !hasSeconds && !hasDate)) return null
  const isColon = wordAt(reading, at + 2) === ':' && reading.tokens[at + 3]?.kind === 'number'
  const figures = isColon ? `${hours.word}${reading.tokens[at + 3]?.word}` : hours.word.padEnd(4, '0')
  if (figures.length !== 4 || !figures.endsWith('00') || Number(figures) > 1400) return null
  const value = (sign.word === '-' ? -1 : 1) * (Number(figures) / 100)
  return { value: etcZone(value), next: isColon ? at + 4 : at + 2 }
}

/** "17:00 +0200": four figures glued to their sign behind a clock time with minutes. */
function readSpacedOffset(reading: Reading, at: number): Found<string> {
  const [sign, figures] = [reading.tokens[at], reading.tokens[at + 1]]
  if (!sign || sign.isGlued || !['+', '-'].includes(sign.word) || !figures?.isGlued || figures.kind !== 'number')
    return null
  if (figures.word.length !== 4 || figures.value % 100 !== 0 || figures.value > 1400 || wordAt(reading, at - 2) !== ':')
    return null
  return { value: etcZone((sign.word === '-' ? -1 : 1) * (figures.value / 100)), next: at + 2 }
}

function readOffsetZone(reading: Reading, at: number): Found<string> {
  if (!['utc', 'gmt'].includes(wordAt(reading, at))) return null
  const sign = wordAt(reading, at + 1)
  const hours = reading.tokens[at + 2]
  if ((sign !== '+' && sign !== '-') || hours?.kind !== 'number' || !hours.isGlued || hours.isOrdinal) return null
  const isJoined = wordAt(reading, at + 3) === ':' && reading.tokens[at + 4]?.kind === 'number'
  const minutes = isJoined ? (reading.tokens[at + 4]?.value ?? 0) : 0
  const value = hours.word.length > 2 ? hours.value / 100 : hours.value
  if (!Number.isInteger(value) || value > 14) return null
  const next = isJoined ? at + 5 : at + 3
  if (minutes === 30 && value === 5 && sign === '+') return { value: 'Asia/Kolkata', next }
  if (minutes !== 0) return null
  return { value: etcZone(sign === '+' ? value : -value), next }
}

/** "London time", "US Eastern", "Pacific Daylight Time", "West Coast time". */
function readPlaceZone(reading: Reading, at: number, isBracketed: boolean): Found<string> {
  const start = wordAt(reading, at) === 'us' ? at + 1 : at
  const first = reading.tokens[start]
  if (first?.kind !== 'word') return null
  for (const length of [2, 1]) {
    const name = length === 1 ? first.word : `${first.word} ${wordAt(reading, start + 1)}`
    const zone = zoneOfPlace(name)
    if (zone === undefined) continue
    let next = start + length
    if (['standard', 'daylight', 'summer', 'local', 'winter'].includes(wordAt(reading, next))) next += 1
    if (wordAt(reading, next) === "'s") next += 1
    if (wordAt(reading, next) === 'time' && wordAt(reading, next + 1) !== 'off') return { value: zone, next: next + 1 }
    if (isBracketed || ['eastern', 'pacific', 'uk'].includes(name)) return { value: zone, next }
  }
  return null
}

/** A zone behind a clock time, also a place by its bare name: "3pm London". */
export function readZoneBehindClock(reading: Reading, at: number): Found<string> {
  const zone = readZone(reading, at)
  if (zone || !reading.tokens[at]?.isCapital) return zone
  for (const length of [2, 1]) {
    const name = Array.from({ length }, (_, index) => wordAt(reading, at + index)).join(' ')
    const place = placeZones.get(name)
    const next = at + length
    if (place !== undefined && (endsClause(reading, next) || behindPlaces.has(wordAt(reading, next))))
      return { value: place, next }
  }
  return null
}

const behindPlaces = new Set(['on', 'or', 'and', 'works', 'is', 'please', 'tomorrow', 'would'])

/** A place whose clock counts, without "time": "Lisbon" in "I'm in Lisbon". */
export function readPlace(reading: Reading, at: number): Found<string> {
  for (const length of [2, 1]) {
    const name = Array.from({ length }, (_, index) => wordAt(reading, at + index)).join(' ')
    const zone = zoneOfPlace(name)
    if (zone !== undefined)
      return { value: zone, next: wordAt(reading, at + length) === 'time' ? at + length + 1 : at + length }
  }
  return null
}
