import type { Register, Scene } from './scene.ts'

/** Words for hours, and the hours: minutes after midnight, half-open; equal sides are a start alone. */
export interface Hours {
  text: string
  from: number
  to: number
  /** IANA, when one is named. */
  zone: string | null
  /** An end is left open, or no hours are said. */
  isOpen: boolean
}

export interface Zone {
  words: readonly string[]
  zone: string
}

export function zonesOf(register: Register): readonly Zone[] {
  const all: Zone[] = [
    { words: ['PT', 'Pacific time', 'Pacific', 'PST'], zone: 'America/Los_Angeles' },
    { words: ['ET', 'Eastern time', 'Eastern'], zone: 'America/New_York' },
    { words: ['Atlantic time'], zone: 'America/Halifax' },
    { words: ['CET', 'Paris time', 'Berlin time'], zone: 'Europe/Paris' },
    { words: ['UK time', 'London time'], zone: 'Europe/London' },
    { words: ['UTC'], zone: 'UTC' },
  ]
  const ours: Zone[] = [
    { words: ['Sydney time', 'AEST', 'Melbourne time'], zone: 'Australia/Sydney' },
    { words: ['Singapore time', 'SGT'], zone: 'Asia/Singapore' },
  ]
  return register === 'au' ? ours : all
}

const numbers = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']

type Style = 'bare' | 'meridiem' | 'military' | 'spoken' | 'packed'

/** A clock in one style; a bare figure only where the working day says which half is meant. */
function clock({ dice, register }: Scene, minute: number, style: Style): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  const two = String(rest).padStart(2, '0')
  const figures = rest === 0 ? String(twelve) : `${twelve}${register === 'us' ? ':' : dice.pick([':', '.'])}${two}`
  if (style === 'meridiem') return `${figures}${dice.chance(0.3) ? ' ' : ''}${hour < 12 ? 'am' : 'pm'}`
  if (style === 'military') return `${String(hour).padStart(2, '0')}:${two}`
  if (style === 'packed') return rest === 0 ? String(twelve) : `${twelve}${two}`
  if (style === 'spoken') {
    if (rest === 0) return hour === 12 ? 'noon' : (numbers[twelve % 12] ?? '')
    if (rest === 30)
      return register === 'us'
        ? `${numbers[twelve % 12]} thirty`
        : `half ${dice.chance(0.4) ? 'past ' : ''}${numbers[twelve % 12]}`
    if (rest === 15) return `quarter past ${numbers[twelve % 12]}`
    return `quarter to ${numbers[(twelve + 1) % 12]}`
  }
  return figures
}

export type HoursForm = 'none' | 'range' | 'after' | 'before' | 'part' | 'moment' | 'all'

/** Hours of a day in any words; with `isExact` none that lean on words around them. */
export function sayHours(scene: Scene, isExact = false, only?: HoursForm): Hours {
  const { dice } = scene
  const form =
    only ??
    dice.weigh<HoursForm>([
      ['none', isExact || scene.zone ? 0 : 3],
      ['range', 7],
      ['after', 3],
      ['before', 3],
      ['part', scene.zone ? 0 : 2],
      ['moment', 3],
      ['all', scene.zone ? 0 : 1],
    ])
  scene.constructs.add(`hours:${form}`)
  const said = sayForm(scene, form)
  if (!scene.zone || form === 'none' || form === 'part' || form === 'all') return said
  const words = dice.pick(scene.zone.words)
  return { ...said, text: `${said.text} ${dice.chance(0.2) ? `(${words})` : words}`, zone: scene.zone.zone }
}

function sayForm(scene: Scene, form: HoursForm): Hours {
  const { dice } = scene
  const made = (text: string, from: number, to: number, isOpen = false): Hours => ({
    text,
    from,
    to,
    zone: null,
    isOpen,
  })
  const style = dice.weigh<Style>([
    ['bare', 4],
    ['meridiem', 4],
    ['military', 2],
    ['spoken', 1],
  ])
  const say = (minute: number) => clock(scene, minute, style)
  if (form === 'none') return made('', 540, 1020, true)
  if (form === 'all')
    return made(dice.pick(['all day', 'any time', 'anytime', 'whole day', 'the whole day']), 540, 1020, true)
  if (form === 'part') {
    const [text, from, to] = dice.pick<readonly [string, number, number]>([
      ['morning', 540, 720],
      ['in the morning', 540, 720],
      ['afternoon', 720, 1020],
      ['in the afternoon', 720, 1020],
      [scene.register === 'au' ? 'arvo' : 'pm', 720, 1020],
      ['after lunch', 720, 1020],
      ['evening', 1020, 1200],
    ])
    return made(text, from, to, true)
  }
  const quarter = dice.pick([0, 0, 0, 30, 30, 15, 45])
  if (form === 'moment') {
    const minute = (9 + dice.upTo(8)) * 60 + quarter
    const at = style === 'bare' || style === 'spoken' ? 'at ' : dice.pick(['at ', '', '@ '])
    return made(`${at}${say(minute)}`, minute, minute)
  }
  if (form === 'after') {
    const minute = (10 + dice.upTo(6)) * 60 + dice.pick([0, 0, 30])
    const words = dice.pick([
      'after X',
      'from X',
      'from X onwards',
      'X or later',
      'any time after X',
      'X onwards',
      'anytime from X',
      'not before X',
      ...(scene.zone ? [] : ['after X only', 'from X on']),
      'X onward',
    ])
    return made(words.replace('X', say(minute)), minute, 1020, true)
  }
  if (form === 'before') {
    const minute = (10 + dice.upTo(6)) * 60 + dice.pick([0, 0, 30])
    const words = dice.pick([
      'before X',
      'until X',
      'up until X',
      'till X',
      'any time before X',
      'up to X',
      "'til X",
      'by X',
      'X or earlier',
      'any time until X',
    ])
    return made(words.replace('X', say(minute)), 540, minute, true)
  }
  const from = (9 + dice.upTo(7)) * 60 + quarter
  const to = Math.min(from + dice.pick([60, 90, 120, 150, 180]), 1080)
  const isPacked = dice.chance(0.07) && (from % 60 !== 0 || to % 60 !== 0)
  if (isPacked) {
    scene.constructs.add('packed')
    return made(
      `${clock(scene, from, 'packed')}${dice.pick([' - ', '-', ' to '])}${clock(scene, to, 'packed')}`,
      from,
      to,
    )
  }
  // "Ten to one" is an hour of its own.
  const words = dice.pick([
    ...(style === 'spoken' ? [] : ['A-B', 'A - B', 'A–B', 'A to B', 'A until B', 'A till B']),
    'from A to B',
    'between A and B',
    'b/w A and B',
    'from A until B',
    'anytime between A and B',
    'btwn A and B',
  ])
  // "2-4pm"
  const isShared = style === 'meridiem' && from >= 720 === to >= 720 && dice.chance(0.5)
  const first = isShared ? clock(scene, from, 'bare') : say(from)
  return made(words.replace('A', first).replace('B', say(to)), from, to)
}
