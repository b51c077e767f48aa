import { matchAnyPhrase, type Token } from './tokens.ts'

/** Beginnings of a wish to schedule, after which whom and what it is about follows. */
const heads = [
  'schedule',
  'set up',
  'setup',
  'book',
  'arrange',
  'organise',
  'organize',
  'plan',
  'interview',
  'scheduling',
  'setting up',
  'booking',
  'arranging',
  'find time',
  'find a time',
  'find some time',
  'find times',
  'find a slot',
  'find slots',
  'find a good time',
  'get time',
  'get a time',
  'i need an interview',
  'i need a call',
  'i need a screening',
  'i want an interview',
  'i need time',
  'get an interview',
  'find an interview slot',
]

/** Verbs whose second part may stand behind the name: "set Jane up". */
const splitVerbs: readonly { verb: string; particle: string }[] = [{ verb: 'set', particle: 'up' }]
const particleWithin = 6

/** What follows the words that ask to schedule; null when the sentence does not begin with such words. */
export function afterScheduleHead(tokens: readonly Token[]): readonly Token[] | null {
  const next = matchAnyPhrase(tokens, 0, heads)
  if (next !== null) return tokens.slice(next)
  const split = splitVerbs.find(({ verb }) => tokens[0]?.word === verb)
  if (!split) return null
  const at = tokens.findIndex(({ word }, index) => index > 1 && index <= particleWithin && word === split.particle)
  return at < 0 ? null : [...tokens.slice(1, at), ...tokens.slice(at + 1)]
}
