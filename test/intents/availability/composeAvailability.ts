import { DateTime } from 'luxon'
import type { AvailabilityContext } from '../../../src/intents/availability/reading.ts'
import { type Dice, makeDice } from './dice.ts'
import { type Days, tellDay, tellPair, tellRange, tellStretch } from './sayDays.ts'
import { type Hours, sayHours, type Zone, zonesOf } from './sayHours.ts'

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

/** In which way the days of one message are named: a bare weekday beside a date of another week would have no one meaning. */
export type Manner = 'bare' | 'dated' | 'weekly'
export type Register = 'us' | 'gb' | 'au'

export interface Scene {
  dice: Dice
  register: Register
  manner: Manner
  /** Day numbers: when it is written, and the days that are asked for. */
  today: number
  first: number
  end: number
  /** The Monday of next week. */
  nextMonday: number
  constructs: Set<string>
  zone: Zone | null
}

interface Said {
  text: string
  offered: { day: number; hours: Hours }[]
  refused: { day: number; hours: Hours | null }[]
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

export const weekdayOf = (day: number) => ((day + 3) % 7) + 1
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

const wholeDay: Hours = { text: '', from: 540, to: 1020, zone: null, isOpen: false }

function joinMinutes(minutes: readonly number[]): Composed['spans'] {
  const spans: Composed['spans'] = []
  for (const minute of minutes) {
    const last = spans.at(-1)
    if (last && last.to === minute) last.to = minute + 5
    else spans.push({ from: minute, to: minute + 5 })
  }
  return spans
}

function composeBody(scene: Scene): { text: string; kind: Composed['kind']; said: Said } {
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
}

type Body = ReturnType<typeof composeBody>

/** Days of the message in order, each its own; every body takes from them. */
function chooseDays(scene: Scene, count: number): number[] {
  const { dice, today, nextMonday, manner, first, end } = scene
  const [from, to] =
    manner === 'bare' ? [first, today + 8] : manner === 'weekly' ? [nextMonday, nextMonday + 5] : [first, end]
  const days = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (day) => weekdayOf(day) <= 5 && day < end,
  )
  return dice
    .shuffle(days)
    .slice(0, count)
    .sort((a, b) => a - b)
}

function sayOffer(scene: Scene, days: Days, isAlone = true): Said {
  const { dice } = scene
  const hours = sayHours(scene)
  const on = days.isOn && dice.chance(0.4) ? 'on ' : ''
  const isBare = hours.text === ''
  const reason = !isBare && !hours.isOpen && dice.chance(0.06) ? ` ${dice.pick(innocent)}` : ''
  if (reason) scene.constructs.add('reason')
  // A day without hours beside others with hours has to say that it is one of its own.
  const isWeak = isBare && !isAlone
  const form = dice.weigh<string>([
    ['plain', isWeak ? 0 : 5],
    ['behind', 4],
    ['allOf', isBare && days.days.length === 1 ? 2 : 0],
    ['front', isWeak ? 0 : 4],
    ['hoursFirst', isBare || / on$|^(morning|afternoon|arvo|evening|am|pm)$/.test(hours.text) ? 0 : 4],
    ['colon', isBare ? 0 : 2],
    ['split', isBare || !isAlone ? 0 : 2],
  ])
  const name = days.text
  const clock = isBare ? '' : ` ${hours.text}`
  const isMany = days.days.length > 1
  const yes = dice.pick(isMany ? yesMany : yesOne)
  const text = {
    plain: `${on}${name}${clock}${reason}`,
    behind: `${name}${clock}${reason} ${yes}`,
    allOf: `all of ${name}`,
    front: `${dice.pick(yesFront)} ${on}${name}${clock}${reason}`,
    hoursFirst: `${hours.text} ${days.isOn ? 'on ' : ''}${name}${reason}`,
    colon: `${name}: ${hours.text}${reason}`,
    split: `${name} ${yes}, ${hours.text}${reason}`,
  }[form] as string
  scene.constructs.add(`say:${form}`)
  return { text, offered: days.days.map((day) => ({ day, hours })), refused: [] }
}

const yesOne = [
  'works',
  'works for me',
  'is good',
  'is fine',
  'suits',
  'suits me',
  'would be fine',
  'is ok',
  'is free',
  'ok',
  'would work',
  'is gud',
  'would be great',
  'is perfect',
  "I'm free",
  'is doable',
  'looks good',
  'should be fine',
  "I'm available",
  'is wide open',
  'fine',
  'is good for me',
  'is a goer',
  'would suit me',
  'should work',
  'would be ideal',
  'is all good',
  'is clear',
  'is totally free',
  'can work',
  'yes',
  'is spot on',
  'is all yours',
  'is fine by me',
  'is fine with me',
  'works a treat',
  'works best',
  'works great',
  'is convenient',
  'would suit',
  'is best for me',
  'no problem',
  'would be lovely',
  'is open',
  'is cool',
]
const yesMany = [
  'work',
  'both work'.replace('both ', ''),
  'are good',
  'are fine',
  'suit',
  'suit me',
  'would be fine',
  'are ok',
  'are free',
  'would work',
  "I'm free",
  'are doable',
  'should be fine',
  "I'm available",
]
const yesFront = [
  'I can do',
  'I could do',
  'free',
  "I'm free",
  'available',
  "I'm available",
  'happy with',
  'how about',
  'could do',
  'can do',
  'I could make',
  'uh yeah',
  'I should be able to do',
  'I can manage',
  "I'd go for",
  'put me down for',
  'so yeah',
  'I would be available',
  'would suit me:',
  'yes to',
  'I can be free',
  'works for me:',
  'good for me:',
  'um I can do',
  "let's do",
  "I'd be free",
  'would prefer',
  'best for me is',
  "let's say",
  'yeah',
  'ok for',
  'we could do',
  'I have availability',
]
const noBehind = [
  'is out',
  'is a write-off',
  'no good',
  'is no good',
  "doesn't work",
  'is booked solid',
  "I'm out",
  'no',
  "I can't",
  'is impossible',
  "won't work",
  'is not possible',
  'is full',
  "I'm away",
  'is a no-go',
  "isn't good",
  'is bad',
  "I'm busy",
  'not possible',
  "wouldn't work",
  'is gone',
  "I'm not free",
  "I'm unavailable",
  'is a no',
  'is a no from me',
  'is chockers',
  'is a nightmare',
  'is a non-starter',
  'is off the table',
  'is packed',
  "I'm flat out",
  'is jammed',
  "I'm tied up",
  'is taken',
  "won't suit",
  'is not an option',
  'nope',
  "I'm at a wedding",
  "I'll be away",
  "can't be done",
  "I've got exams",
  "I'm in meetings all day",
  "isn't possible",
  "isn't great",
  'is not great',
  "I'm working",
  'is a struggle',
]
const noFront = [
  "can't do",
  "I can't do",
  'not',
  'not free',
  "I'm away",
  "I'm not available",
  'busy',
  "I won't be able to do",
  'out',
  "I'm out",
  'booked up',
  'cannot make',
]
const innocent = [
  'after my last meeting',
  'before the school run',
  'after the gym',
  'before my shift',
  'between meetings',
  'after my lecture',
  'before I head to work',
  "as I'm working from home",
]
const whyNot = [
  ' because of a wedding',
  ', travelling',
  ' (exam)',
  ', dentist',
  " as I'm on a course",
  ' due to the launch',
  ' because of Easter',
  ', all-day workshop',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
]
const strongJoins = ['. ', '; ', '\n']
const joins = [', ', ' or ', ', or ', '; ', '. ', ' and ', ', and ', ' plus ', ', plus ', '\n']

function sayRefusal(scene: Scene, days: Days): Said {
  const { dice } = scene
  const why = dice.pick(whyNot)
  const isMany = days.days.length > 1
  const no = dice.pick(noBehind)
  const many = no
    .replace(/^is /, 'are ')
    .replace(/^isn't/, "aren't")
    .replace("doesn't", "don't")
    .replace(/^are a /, 'are a ')
  const text = dice.chance(0.6)
    ? `${days.text} ${isMany ? many : no}`
    : `${dice.pick(noFront)} ${days.isOn && dice.chance(0.3) ? 'on ' : ''}${days.text}`
  return { text: text + why, offered: [], refused: days.days.map((day) => ({ day, hours: null })) }
}

function joinSaid(parts: readonly Said[], text: string): Said {
  return { text, offered: parts.flatMap(({ offered }) => offered), refused: parts.flatMap(({ refused }) => refused) }
}

/** One to three statements of days with hours; each day is named once. */
function sayOffers(scene: Scene, free: readonly number[]): Said {
  const { dice } = scene
  const parts: Said[] = []
  const days = [...free]
  while (days.length > 0) {
    const isPair = days.length > 1 && weekdayOf(days[0] ?? 0) !== weekdayOf(days[1] ?? 0) && dice.chance(0.25)
    const own = days.splice(0, isPair ? 2 : 1)
    parts.push(
      sayOffer(
        scene,
        own.length > 1 ? tellPair(scene, own, dice.pick(['and', 'or', '&', '/'])) : tellDay(scene, own[0] ?? 0),
        free.length === own.length,
      ),
    )
  }
  const isDayLong = (part: Said | undefined) => part?.offered[0]?.hours.text === ''
  const isFirst = (part: Said | undefined) => part?.text.startsWith(part.offered[0]?.hours.text || '-') === true
  const text = parts
    .map((part, index) => {
      const before = parts[index - 1]
      if (index === 0) return part.text
      const isDay = part.offered[0] !== undefined && /^(the|mon|tue|wed|thu|fri|all of)/i.test(part.text)
      if (isDay && dice.chance(0.15)) return ` as well as ${part.text}`
      return dice.pick(isDayLong(part) || isDayLong(before) || isFirst(before) ? strongJoins : joins) + part.text
    })
    .join('')
  return joinSaid(parts, text)
}

function composeOffers(scene: Scene): Body {
  const { dice } = scene
  const form = dice.weigh<string>([
    ['days', 8],
    ['range', 2],
    ['stretch', 3],
  ])
  scene.constructs.add(form)
  const lead =
    scene.manner === 'weekly' && form !== 'stretch' ? dice.pick(['next week ', 'Next week: ', 'next week, ']) : ''
  if (form === 'days') {
    const said = sayOffers(scene, chooseDays(scene, 1 + dice.upTo(3)))
    return { text: lead + said.text, kind: 'available', said }
  }
  const days = form === 'range' ? tellRange(scene) : tellStretch(scene)
  const said = sayOffer(scene, days)
  return { text: lead + said.text, kind: 'available', said }
}

function composeList(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(3))
  const sign = dice.pick(['- ', '* ', '• ', '', '1'])
  const parts = days.map((day): Said => {
    const hours = sayHours(scene, true)
    const clock = hours.text === '' ? 'all day' : hours.text
    return {
      text: `${tellDay(scene, day).text}${dice.pick([' ', ': ', ', ', ' - '])}${clock}`,
      offered: [{ day, hours }],
      refused: [],
    }
  })
  const lines = parts.map(({ text }, index) => `${sign === '1' ? `${index + 1}. ` : sign}${text}`)
  const heading =
    scene.manner === 'weekly'
      ? 'Next week:'
      : dice.pick(['Here are some times:', 'My availability:', 'I can do:', 'These would work:', 'Available:', ''])
  const text = [heading, ...lines].filter((line) => line !== '').join('\n')
  return { text, kind: 'available', said: joinSaid(parts, text) }
}

const nextWeek = (scene: Scene) => (scene.manner === 'weekly' ? scene.dice.pick(['Next week: ', 'next week ']) : '')

function composeRefusedFirst(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(3))
  const isToday = scene.manner === 'bare' && dice.chance(0.2)
  const refused = isToday ? sayToday(scene) : sayRefusal(scene, tellDay(scene, days.shift() ?? 0))
  const also = dice.chance(0.2) && days.length > 1 ? sayAlso(scene, days.shift() ?? 0) : null
  const offers = sayOffers(scene, days.slice(0, 2))
  const isBehind =
    refused.text.startsWith(refused.refused[0] ? '' : 'today') &&
    !/^(can't|i |not|busy|out|booked|cannot|i'm)/i.test(refused.text)
  const isHoursFirst =
    !/^(the|mon|tue|wed|thu|fri|all of|tomorrow|\d+(st|nd|rd|th|\/)|\d+ [a-z]{3}|[a-z]{3,9} \d)/i.test(offers.text)
  const join = dice.pick([', but ', '. ', '; ', isBehind && !isHoursFirst ? ', ' : '; ', ', however ', '.\n', ' but '])
  const text = nextWeek(scene) + refused.text + (also?.text ?? '') + join + offers.text
  return { text, kind: 'available', said: joinSaid([refused, ...(also ? [also] : []), offers], text) }
}

function sayToday(scene: Scene): Said {
  scene.constructs.add('today')
  return {
    text: scene.dice.pick(['today no', "today I can't", "Today's no good", 'not today', 'today is out']),
    offered: [],
    refused: [],
  }
}

function sayAlso(scene: Scene, day: number): Said {
  scene.constructs.add('also')
  const text = scene.dice.pick([
    ', DAY also no',
    ', DAY neither',
    ', nor DAY',
    ', DAY likewise',
    ' and DAY too',
    '. DAY is out too',
    ', same for DAY',
    ", DAY doesn't work either",
  ])
  return { text: text.replace('DAY', tellDay(scene, day).text), offered: [], refused: [{ day, hours: null }] }
}

function composeRefusedLast(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(2))
  const refusedDay = days.splice(dice.upTo(days.length), 1)[0] ?? 0
  const offers = sayOffers(scene, days)
  const name = tellDay(scene, refusedDay)
  const refused: Said = dice.chance(0.3)
    ? {
        text: `${dice.pick([', not ', ' but not ', ', just not ', ' (not ', '. Not '])}${name.text}`,
        offered: [],
        refused: [{ day: refusedDay, hours: null }],
      }
    : { ...sayRefusal(scene, name) }
  const isTail = /^[ ,.]/.test(refused.text)
  const text =
    nextWeek(scene) +
    offers.text +
    (isTail
      ? refused.text + (refused.text.includes('(not') ? ')' : dice.pick([' though', '', '']))
      : dice.pick(['. ', ', but ', '; ']) + refused.text)
  return { text, kind: 'available', said: joinSaid([offers, refused], text) }
}

const excepts = ['except', 'but', 'bar', 'apart from', 'save', 'other than', 'except for', 'excluding', 'but not']

function composeException(scene: Scene): Body {
  const { dice } = scene
  const isHours = dice.chance(0.25)
  if (isHours) {
    const [day = 0] = chooseDays(scene, 1)
    const hours = sayHours({ ...scene, zone: null }, false, 'range')
    const named = tellDay(scene, day)
    const except = dice.pick(excepts.filter((word) => word !== 'save' && word !== 'but' && word !== 'but not'))
    const text = `${dice.pick(['any time', 'anytime', 'all day', 'I can do any time'])} ${named.isOn ? 'on ' : ''}${named.text} ${except} ${hours.text.replace('anytime ', '')}`
    const lead = scene.manner === 'weekly' ? 'next week: ' : ''
    return {
      text: lead + text,
      kind: 'available',
      said: { text, offered: [{ day, hours: wholeDay }], refused: [{ day, hours }] },
    }
  }
  const stretch = tellStretch(scene, true)
  const outs = dice
    .shuffle(stretch.days.filter((day) => weekdayOf(day) <= 5 && day < stretch.firstWeekEnd))
    .slice(0, dice.chance(0.25) ? 2 : 1)
  const isSame = (day: number) => outs.some((out) => weekdayOf(out) === weekdayOf(day))
  // Of more than a week it is every such day.
  const isLong = stretch.days.length > 5
  const names = outs.map((day) =>
    dice.pick((weekdayForms[weekdayOf(day) - 1] ?? []).filter((name) => !isLong || !name.startsWith('the'))),
  )
  const hours = sayHours(scene)
  const clock = hours.text
  const except = dice.pick(excepts)
  const out = names.join(dice.pick([' and ', ' or ', ' & ']))
  const isClockLast = clock !== '' && dice.chance(0.5)
  const text =
    clock === '' || isClockLast
      ? `${stretch.text} ${except} ${out}${clock === '' ? dice.pick(['', ' works', ' is fine', '']) : `, ${clock}`}`
      : `${stretch.text} ${clock} ${except} ${out}`
  const kept = stretch.days.filter((day) => !isSame(day))
  return { text, kind: 'available', said: { text, offered: kept.map((day) => ({ day, hours })), refused: [] } }
}

const weekdayForms = [
  ['Monday', 'Mon', 'the Monday'],
  ['Tuesday', 'Tue', 'Tues', 'the Tuesday'],
  ['Wednesday', 'Wed', 'Weds'],
  ['Thursday', 'Thu', 'Thurs'],
  ['Friday', 'Fri', 'the Friday'],
]

function composeCorrection(scene: Scene): Body {
  const { dice } = scene
  const [one = 0, two = 0] = dice.shuffle(chooseDays(scene, 2))
  const [a, b] = [tellDay(scene, one), tellDay(scene, two)]
  const [hours, other] = [sayHours(scene, false, 'range'), sayHours(scene, false, 'range')]
  const lead = nextWeek(scene)
  const form = dice.pick(['scrap', 'meant', 'hours', 'wait', 'instead'])
  scene.constructs.add(`correct:${form}`)
  const text = {
    scrap: `${a.text} ${hours.text}${dice.pick(['... actually', '. Actually', '. Sorry,', '... hmm,'])} ${dice.pick(['scrap', 'scratch', 'forget', 'ignore'])} ${a.text}. ${b.text} ${other.text}${dice.pick([' instead', ' instead.', ''])}`,
    meant: `${a.text} ${hours.text}${dice.pick(['. Sorry, I meant', ' - sorry, I meant', ', sorry I mean', '. Oops, meant'])} ${b.text}`,
    hours: `${a.text} ${hours.text}${dice.pick(['. Make that', '. Sorry, make that', ', actually make it', '. Correction:'])} ${other.text}`,
    wait: `${a.text}${dice.pick([', no wait, ', ' - no, ', '... no sorry, ', ', no make that '])}${b.text} ${hours.text}`,
    instead: `${a.text} ${dice.pick(["doesn't work after all", 'is gone now', 'just got booked'])}, ${b.text} ${other.text} ${dice.pick(['instead', 'instead please', 'works instead'])}`,
  }[form] as string
  const [day, clock] =
    form === 'hours' ? [one, other] : form === 'meant' || form === 'wait' ? [two, hours] : [two, other]
  return { text: lead + text, kind: 'available', said: { text, offered: [{ day, hours: clock }], refused: [] } }
}

function composeBusy(scene: Scene): Body {
  const { dice } = scene
  if (scene.manner !== 'weekly' && dice.chance(0.5)) {
    const range = tellRange(scene)
    const said = sayRefusal(scene, range)
    return { text: said.text, kind: 'busy', said }
  }
  const days = chooseDays(scene, 1 + dice.upTo(2))
  const said = sayRefusal(scene, days.length > 1 ? tellPair(scene, days, 'and') : tellDay(scene, days[0] ?? 0))
  return { text: nextWeek(scene) + said.text, kind: 'busy', said }
}

const strange = [
  'is cooked',
  'is a quagmire',
  "'s gone pear-shaped",
  'is stuffed',
  'is a dumpster fire',
  'might get eaten by the audit',
  'is when we migrate',
  'belongs to the auditors',
  'is all about the roadshow',
  'hangs on the surveyor',
  'is toast',
  'is kaput',
  'is iffy',
  'is dicey',
  'is verboten',
  'is hairy',
  'toast',
  'got nixed',
  'has been nuked',
  'is sprint zero',
  'is earmarked',
  'is up in the air',
  'is pencilled',
  'hinges on the plumber',
  'only if Bob agrees',
  'unless the boiler man comes',
  'if the kids are back',
  'depending on my shifts',
  'provided the train runs',
  'would ruin me',
  'fills me with dread',
  'clashes',
  'is quarter end',
  "is Zoe's nativity",
  'is a fire drill',
  'is inset day',
  'is bin day',
  'is reserved',
  'requires notice',
  'needs checking',
  'is a stretch',
  'is a gamble',
  'is a maybe',
]

function composeUnknown(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2)
  const unknown = `${tellDay(scene, days.shift() ?? 0).text}${dice.pick(strange).replace(/^(?=\w)/, ' ')}`
  const offers = dice.chance(0.6) ? sayOffers(scene, days) : null
  const lead = dice.chance(0.2) ? dice.pick(['yeah nah ', 'ok so ', 'yes hello, ', 'great, ', 'sure, ']) : ''
  const both = offers && dice.chance(0.3) ? offers.text + dice.pick([', ', '. ', '; ', ' and ']) + unknown : null
  const text =
    (both ? '' : lead) +
    nextWeek(scene) +
    (both ?? (offers ? unknown + dice.pick(['. ', ', but ', '; ', ', ']) + offers.text : unknown))
  return { text, kind: 'unsure', said: offers ?? { text, offered: [], refused: [] } }
}

function weekdaysFrom(scene: Scene, from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
    (day) => weekdayOf(day) <= 5 && day >= scene.first && day < scene.end,
  )
}

/** Days on one side of a day, "any day before Friday", "from the 10th onwards". */
function composeSides(given: Scene): Body {
  const scene: Scene = { ...given, manner: given.manner === 'weekly' ? 'dated' : given.manner }
  const { dice, first, end } = scene
  const candidates = chooseDays(scene, 99).filter((day) => day > first + 1 && day < end - 3)
  const day = candidates.length > 0 ? dice.pick(candidates) : first + 2
  const name = tellDay({ ...scene, constructs: new Set() }, day)
  if (!name.isOn) return composeOffers(given)
  const [words, from, to] = dice.pick<readonly [string, number, number]>([
    ['any time after X', day + 1, end],
    ['any day after X', day + 1, end],
    ['from X onwards', day, end],
    ['any day from X', day, end],
    ['not before X', day, end],
    ['any day before X', first, day],
    ['any time before X', first, day],
    ['any day until X', first, day + 1],
    ['any day up to and including X', first, day + 1],
    ['nothing before X', day, end],
  ])
  scene.constructs.add(`side:${words}`)
  const hours = dice.chance(0.35) ? sayHours(scene, true, 'range') : wholeDay
  const clock = hours.text === '' ? '' : `, ${hours.text}`
  const said = `${words.replace('X', name.text)}${clock}`
  const text =
    hours.text === '' && dice.chance(0.5)
      ? `${dice.pick(["I'm free", 'I can do', 'available', 'Free'])} ${said}`.replace(
          /(I can do|free|available) (not|nothing)/i,
          '$2',
        )
      : said
  const offered = weekdaysFrom(scene, from, to).map((one) => ({ day: one, hours }))
  return { text, kind: 'available', said: { text, offered, refused: [] } }
}

/** "Today I can't, rest of the week 1 to 3". */
function composeRest(scene: Scene): Body {
  const { dice, today } = scene
  if (weekdayOf(today) > 3) return composeOffers(scene)
  const hours = sayHours(scene)
  const no = dice.pick(["today I can't", 'today is out', 'not today', "today's no good", 'today no'])
  const clock = hours.text === '' ? dice.pick([' is fine', ' works', ' is ok']) : ` ${hours.text}`
  const text = `${no}, ${dice.pick(['rest of the week', 'the rest of the week', 'but the rest of this week'])}${clock}`
  const days = weekdaysFrom(scene, today + 1, today + 6 - weekdayOf(today))
  return { text, kind: 'available', said: { text, offered: days.map((day) => ({ day, hours })), refused: [] } }
}

/** Three days with the same hours. */
function composeTriple(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 3)
  const quiet: Scene = { ...scene, manner: scene.manner === 'dated' ? 'dated' : 'weekly' }
  const names = days.map((day) => tellDay(quiet, day).text)
  const hours = sayHours(scene, true, dice.pick(['range', 'range', 'after', 'before', 'part']))
  const list = `${names.slice(0, -1).join(', ')}${dice.pick([' and ', ' or ', ', '])}${names.at(-1)}`
  const text = dice.pick([
    `${list} ${hours.text}`,
    `${list}, ${hours.text}`,
    `${list}, all ${hours.text}`,
    `${list}: ${hours.text}`,
    `${list} work, ${hours.text}`,
    `I can do ${list} ${hours.text}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: days.map((day) => ({ day, hours })), refused: [] },
  }
}

/** The hours of one day said of another. */
function composeLikewise(scene: Scene): Body {
  const { dice } = scene
  const [one = 0, two = 0] = chooseDays(scene, 2)
  const [a, b] = [tellDay(scene, one), tellDay(scene, two)]
  const hours = sayHours({ ...scene, zone: null }, true, 'range')
  const text = dice.pick([
    `${a.text} ${hours.text}, same time ${b.isOn ? 'on ' : ''}${b.text}`,
    `${a.text} ${hours.text} or ${b.text} same time`,
    `${a.text} ${hours.text}, ${b.text} likewise`,
    `${a.text} ${hours.text} and the same on ${b.text}`.replace(/on (tomorrow|tmrw)/i, '$1'),
    `${a.text} ${hours.text}. Same for ${b.text}`,
    `${a.text} or ${b.text}, ${hours.text} either day`,
    `${a.text} and ${b.text}, ${hours.text} both days`,
    `both ${a.text} and ${b.text} ${hours.text}`,
    `either ${a.text} or ${b.text} ${hours.text}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [one, two].map((day) => ({ day, hours })), refused: [] },
  }
}

/** A day of which a part is taken back. */
function composePartial(scene: Scene): Body {
  const { dice } = scene
  const [day = 0] = chooseDays(scene, 1)
  const name = tellDay(scene, day)
  const [words, from, to] = dice.pick<readonly [string, number, number]>([
    ['but not before 11', 660, 1020],
    ['but not the morning', 720, 1020],
    ['but not in the afternoon', 540, 720],
    ['but not after 3', 540, 900],
    ['just not the morning', 720, 1020],
    ['except the morning', 720, 1020],
    ['but nothing before 10:30', 630, 1020],
    ['but only until 2', 540, 840],
    ['but only after 1', 780, 1020],
    ['as long as we finish by 4', 540, 960],
    ['not the afternoon though', 540, 720],
    [', only the morning', 540, 720],
    [', afternoon only', 720, 1020],
    ['but I have to leave at 3', 540, 900],
  ])
  scene.constructs.add(`partial:${words}`)
  const text = `${dice.pick([`${name.text} works`, `${name.text} is fine`, `I can do ${name.text}`, name.text])}${words.startsWith(',') ? '' : dice.pick([' ', ', '])}${words}`
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [{ day, hours: { ...wholeDay, from, to } }], refused: [] },
  }
}

/** A day of which some hours are taken, and the rest is free. */
function composeBusyHours(scene: Scene): Body {
  const { dice } = scene
  const [day = 0] = chooseDays(scene, 1)
  const name = tellDay(scene, day)
  const hours = sayHours({ ...scene, zone: null }, true, 'range')
  const clock = hours.text.replace('anytime ', '')
  const on = name.isOn ? `on ${name.text}` : name.text
  const text = dice.pick([
    `${name.text} I'm busy ${clock} but otherwise free`,
    `${name.text}: meeting ${clock}, otherwise free`,
    `${name.text} I have a call ${clock}, otherwise I'm free`,
    `I have a meeting ${clock} ${on}, other than that I'm free`,
    `${name.text} is free except ${clock}`,
    `${name.text} works apart from ${clock}`,
    `free all day ${on} except ${clock}`,
    `${on} any time other than ${clock}`,
    `${name.text} any time bar ${clock}`,
    `${name.text} is fine, just not ${clock}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [{ day, hours: wholeDay }], refused: [{ day, hours }] },
  }
}

function composeWeekend(given: Scene): Body {
  const scene: Scene = { ...given, manner: given.manner === 'weekly' ? 'dated' : given.manner }
  const days = Array.from(
    { length: scene.manner === 'bare' ? 7 : scene.end - scene.first },
    (_, index) => scene.first + index,
  ).filter((day) => weekdayOf(day) > 5)
  const day = scene.dice.pick(days)
  const said = sayOffer(scene, tellDay(scene, day))
  return { text: said.text, kind: 'available', said }
}

function composeNothing(scene: Scene): Body {
  const text = scene.dice.pick([
    'Thanks, will check my diary and get back to you',
    'Great, looking forward to it',
    'Let me look into it and come back to you',
    'Thank you, received',
    'Thanks so much for the update',
  ])
  return { text, kind: 'none', said: { text, offered: [], refused: [] } }
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
