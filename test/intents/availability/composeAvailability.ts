import { DateTime } from 'luxon'
import type { AvailabilityContext } from '../../../src/intents/availability/reading.ts'
import {
  composeBusyHours,
  composeLikewise,
  composePartial,
  composeRest,
  composeSides,
  composeTriple,
  composeWeekend,
} from './composeParts.ts'
import {
  composeBusy,
  composeCorrection,
  composeException,
  composeList,
  composeNothing,
  composeOffers,
  composeRefusedFirst,
  composeRefusedLast,
  composeUnknown,
} from './composePlain.ts'
import { composeTurns } from './composeTurns.ts'
import { makeDice } from './dice.ts'
import { zonesOf } from './sayHours.ts'
import { type Body, type Register, type Said, type Scene, weekdayOf, wholeDay } from './scene.ts'

/** A message put together from parts of speech, with what it says. Spans are half-open minutes since the epoch. */
export interface Composed {
  text: string
  context: AvailabilityContext
  /** unsure: a day of which a word says what nobody can know; `spans` is what may be offered all the same. */
  kind: 'available' | 'busy' | 'none' | 'unsure'
  spans: { from: number; to: number }[]
  /** What it is made of, for figures by construct. */
  constructs: string[]
}

const places: Readonly<Record<Register, readonly (readonly [zone: string, locale: string])[]>> = {
  us: [
    ['America/New_York', 'en-US'],
    ['America/Denver', 'en-US'],
    ['America/Los_Angeles', 'en-US'],
  ],
  gb: [
    ['Europe/London', 'en-GB'],
    ['Europe/Paris', 'en-GB'],
    ['Africa/Johannesburg', 'en-GB'],
  ],
  au: [
    ['Australia/Sydney', 'en-AU'],
    ['Australia/Perth', 'en-AU'],
  ],
}

/** The message of that number; the same for the same number. */
export function composeAvailability(seed: number): Composed {
  const dice = makeDice(seed)
  const register = dice.pick(['us', 'gb', 'au', 'us', 'gb'] as const)
  const [zone, locale] = dice.pick(places[register])
  const today = 20_454 + dice.upTo(900)
  const scene: Scene = {
    dice,
    register,
    manner: dice.pick(['bare', 'bare', 'dated', 'dated', 'weekly'] as const),
    today,
    first: today + 1,
    end: today + 15 + dice.upTo(8),
    nextMonday: today + 8 - weekdayOf(today),
    constructs: new Set(),
    zone: null,
  }
  if (dice.chance(0.08)) scene.zone = dice.pick(zonesOf(register))
  if (scene.zone) scene.constructs.add('zone')
  scene.constructs.add(scene.manner)
  const { text, kind, said } = composeBody(scene)
  const context: AvailabilityContext = {
    now: DateTime.fromMillis(today * 86_400_000, { zone: 'utc' })
      .set({ hour: 9 })
      .setZone(zone, { keepLocalTime: true })
      .toJSDate(),
    zone,
    locale,
    fromOn: isoDay(scene.first),
    untilOn: isoDay(scene.end),
    durationMinutes: dice.pick([30, 45, 60]),
    proposals: [],
  }
  const spans = placeSaid(said, kind, scene, context)
  return { text: roughen(dress(text, scene), scene), context, kind, spans, constructs: [...scene.constructs] }
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

function placeSaid(said: Said, kind: Composed['kind'], scene: Scene, context: AvailabilityContext): Composed['spans'] {
  const minutes = new Set<number>()
  const own = context.zone
  const at = (day: number, minute: number, zone: string) =>
    DateTime.fromMillis((day * 1440 + minute) * 60_000, { zone: 'utc' })
      .setZone(zone, { keepLocalTime: true })
      .toMillis() / 60_000
  const bounds = [at(scene.first, 0, own), at(scene.end, 0, own)] as const
  const list =
    kind === 'busy' ? said.refused.map(({ day, hours }) => ({ day, hours: hours ?? wholeDay })) : said.offered
  for (const { day, hours } of list) {
    const zone = hours.zone ?? own
    const to = hours.to === hours.from ? hours.from + context.durationMinutes : hours.to
    for (let minute = at(day, hours.from, zone); minute < at(day, to, zone); minute += 5)
      if (minute >= bounds[0] && minute < bounds[1]) minutes.add(minute)
  }
  if (kind !== 'busy')
    for (const { day, hours } of said.refused)
      for (let minute = at(day, hours?.from ?? 0, own); minute < at(day, hours?.to ?? 1440, own); minute += 5)
        minutes.delete(minute)
  return joinMinutes([...minutes].sort((a, b) => a - b))
}

function joinMinutes(minutes: readonly number[]): Composed['spans'] {
  const spans: Composed['spans'] = []
  for (const minute of minutes) {
    const last = spans.at(-1)
    if (last && last.to === minute) last.to = minute + 5
    else spans.push({ from: minute, to: minute + 5 })
  }
  return spans
}

function composeBody(scene: Scene): Body {
  const { dice } = scene
  const form = dice.weigh<keyof typeof bodies>([
    ['offers', 34],
    ['list', 8],
    ['refusedFirst', 12],
    ['refusedLast', 10],
    ['exception', 14],
    ['correction', 8],
    ['busyOnly', 6],
    ['unknown', 8],
    ['nothing', 2],
    ['sides', 8],
    ['rest', 3],
    ['triple', 7],
    ['likewise', 6],
    ['partial', 7],
    ['busyHours', 7],
    ['weekend', 3],
    ['turns', 20],
  ])
  scene.constructs.add(form)
  return bodies[form](scene)
}

const bodies = {
  offers: composeOffers,
  list: composeList,
  refusedFirst: composeRefusedFirst,
  refusedLast: composeRefusedLast,
  exception: composeException,
  correction: composeCorrection,
  busyOnly: composeBusy,
  unknown: composeUnknown,
  nothing: composeNothing,
  sides: composeSides,
  rest: composeRest,
  triple: composeTriple,
  likewise: composeLikewise,
  partial: composePartial,
  busyHours: composeBusyHours,
  weekend: composeWeekend,
  turns: composeTurns,
}

const greetings = [
  'Hi Anna,',
  'Hello,',
  'Hi there,',
  'Hey!',
  "G'day,",
  'Hi, thanks for this.',
  'Dear Ms Cole,',
  'Thanks for getting back to me.',
]

const closings = [
  'Thanks',
  'Cheers',
  'Best,\nTom',
  'Kind regards,\nMaria Lopez',
  'Thanks!\nJo',
  'Let me know',
  'Hope that helps',
  'Sent from my iPhone',
]

const quotes = [
  '\n\nOn Mon, 2 Mar 2026 at 09:14, Ann Lee <ann@agency.example> wrote:\n> Could you do Tuesday at 4 or Friday at 10?\n> Any day next week is fine.',
]

/** Greeting, closing and quoted mail around a text. */
function dress(body: string, { dice, constructs }: Scene): string {
  const end = /[.!?)\n]$/.test(body) ? '' : dice.pick(['.', '', '', '!'])
  let text = body + end
  if (dice.chance(0.22)) {
    text = `${dice.pick(greetings)}${dice.pick([' ', '\n', '\n\n'])}${text}`
    constructs.add('greeting')
  }
  if (dice.chance(0.22)) {
    text = `${text}${/[.!?\n]$/.test(text) ? '' : '.'}${dice.pick([' ', '\n', '\n\n'])}${dice.pick(closings)}`.replace(
      /\. (?=Best|Kind|Sent|Thanks!)/,
      '.\n',
    )
    constructs.add('closing')
  }
  if (dice.chance(0.05)) {
    text += dice.pick(quotes)
    constructs.add('quote')
  }
  return text
}

const slips: ReadonlyMap<string, string> = new Map(
  Object.entries({
    the: 'teh',
    and: 'adn',
    between: 'betwen',
    wednesday: 'wendsday',
    tuesday: 'tuseday',
    thursday: 'thrusday',
    friday: 'firday',
    monday: 'mondya',
    tomorrow: 'tommorow',
    available: 'availble',
    works: 'wroks',
    work: 'wrok',
    good: 'godo',
    fine: 'fien',
    free: 'fre',
    morning: 'mornign',
    afternoon: 'afternon',
    until: 'untill',
    from: 'form',
    after: 'afer',
    before: 'befroe',
    next: 'nxet',
    week: 'wekk',
    except: 'excpet',
    could: 'cuold',
    would: 'woudl',
    possible: 'possbile',
    anytime: 'antyime',
    every: 'evrey',
    can: 'cna',
  }),
)

/** A slip of the finger or two, no capitals, no apostrophes: as people type. */
function roughen(text: string, { dice, constructs }: Scene): string {
  let rough = text
  const [own, quote] = rough.split(/(?=\n\nOn Mon, )/)
  rough = own ?? ''
  if (dice.chance(0.12)) {
    const spots = [...rough.matchAll(/\p{L}+/gu)].filter(
      (match) => slips.has(match[0].toLowerCase()) && rough.charAt(match.index + match[0].length) !== "'",
    )
    if (spots.length > 0) {
      const spot = dice.pick(spots)
      const wrong = slips.get(spot[0].toLowerCase()) ?? ''
      rough =
        rough.slice(0, spot.index) +
        (/^\p{Lu}/u.test(spot[0]) ? wrong.charAt(0).toUpperCase() + wrong.slice(1) : wrong) +
        rough.slice(spot.index + spot[0].length)
      constructs.add(`slip:${wrong}`)
      constructs.add('slip')
    }
  }
  if (dice.chance(0.18)) {
    rough = rough.toLowerCase()
    constructs.add('lower')
  } else if (dice.chance(0.03)) {
    rough = rough.toUpperCase()
    constructs.add('capitals')
  }
  if (dice.chance(0.15)) {
    rough = rough.replaceAll("'", '')
    constructs.add('noApostrophe')
  }
  return rough + (quote ?? '')
}
