/**
 * One thing that can rule a plan out, and that explaining lets go of. `seat`: staffing it from its pool. `sameDay` stands for the day of
 * each group with its span, breaks and day gap; `hours`, `windows`, `busy` (entries, not load), `load`, `unknown` and `met` are a person's.
 */
export type Rule =
  | 'horizon'
  | 'notice'
  | 'bookingWindow'
  | 'rooms'
  | `person:${string}:${'hours' | 'windows' | 'busy' | 'load' | 'unknown' | 'met'}`
  | `seat:${string}`
  | `loop:${string}:${'sameDay' | 'span' | 'distinct' | 'precedence' | 'break' | 'gap'}`

export type Relaxed = ReadonlySet<Rule>

export const nothingRelaxed: Relaxed = new Set()
