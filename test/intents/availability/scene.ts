import type { Dice } from './dice.ts'
import type { Hours, Zone } from './sayHours.ts'

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

export interface Said {
  text: string
  offered: { day: number; hours: Hours }[]
  refused: { day: number; hours: Hours | null }[]
}

/** What a message says. */
export interface Body {
  text: string
  kind: 'available' | 'busy' | 'none' | 'unsure'
  said: Said
}

export const weekdayOf = (day: number) => ((day + 3) % 7) + 1

export const wholeDay: Hours = { text: '', from: 540, to: 1020, zone: null, isOpen: false }
