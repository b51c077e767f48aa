import type { ReadingContext } from '../intent.ts'
import { findTimes } from '../times/findTimes.ts'
import type { Token } from '../tokens.ts'

/** Where a time or a length stands: tokens, half-open. */
export interface TimeSpan {
  from: number
  to: number
  kind: 'time' | 'length'
  hasClock: boolean
  /** Counted from the time that stands: "an hour later". */
  isRelative: boolean
  isRecurring: boolean
  /** Of a length that an interview can have. */
  minutes: number | null
}

/** Words that the grammar of time knows and that in a request mean no time: "for now", "just a second". */
const idle = new Set(
  (
    'now|right now|currently|at the moment|for the moment|the moment|second|the second|the third|third|at once|immediately|asap|soon|ever|recently|lately|' +
    'the first|first|the past|a second|a sec|a minute|a moment|just a sec|just now|the day|a day|day|time|once|again|later|earlier|may|daily|weekly|monthly|' +
    'fall|spring|the fourth|one|two|three|march|sun|sat|a while|while|a bit|the last|the next|the other day|morning|these days|the week|week|last|another day|another time|other day|some other time|a different day|different day|another date|any time|anytime|working hours|office hours|business hours'
  ).split('|'),
)
const ownDay = /\b(?:my|our) (?:day|week|month)\b/
/** "1h" and "1.5h" are lengths here, "14h" is not. */
const shortHours = /^(\d(?:[.,]\d)?) ?h(?:rs?)?$/
/** Times counted from the one that stands, which the text does not say. */
const anchored =
  /\b(?:the )?(?:(?:week|day|month|morning|afternoon) (?:after|before)(?! (?!instead|please|pls|would|works|if)\w)|(?:following|previous|same) (?:day|week|morning|afternoon|monday|tuesday|wednesday|thursday|friday)|(?:an?|one|two|half an|\d+) (?:hours?|days?|weeks?|minutes?|mins?) (?:later|earlier)|later (?:in|on|that|the same|this) (?:the )?(?:day|week|month|morning|afternoon)|earlier (?:in|on|that|the same|this) (?:the )?(?:day|week|month|morning|afternoon))\b/gi
/** How long a part of a working day is, in hours. */
const partOfDay: ReadonlyMap<string, string> = new Map([
  ['half day', '4'],
  ['full day', '8'],
  ['whole day', '8'],
])
const lengthMin = 5
const lengthMax = 600
const leads = new Set(
  'just only about around exactly roughly at by from until till til to on in after before for between since not no past the'.split(
    ' ',
  ),
)

/** Times and lengths of a sentence by the tokens they cover; a word that leads into a time stays outside it. */
export function findTimeSpans(text: string, tokens: readonly Token[], context: ReadingContext): TimeSpan[] {
  const spans: TimeSpan[] = []
  for (const match of text.matchAll(anchored)) {
    const span = tokensOf(tokens, match.index, match.index + match[0].length)
    if (span)
      spans.push({ ...span, kind: 'time', hasClock: false, isRelative: true, isRecurring: false, minutes: null })
  }
  for (const expression of findTimes(text, { now: context.now, zone: context.zone, locale: context.locale })) {
    const span = tokensOf(tokens, expression.from, expression.to)
    const words = text.slice(expression.from, expression.to).trim().toLowerCase()
    if (!span || idle.has(words) || ownDay.test(words)) continue
    if (spans.some(({ from, to }) => span.from < to && from < span.to)) continue
    const hours =
      shortHours.exec(words)?.[1] ?? partOfDay.get(words.replace(/^an? |-/g, (cut) => (cut === '-' ? ' ' : '')))
    const seconds = hours
      ? Number(hours.replace(',', '.')) * 3_600
      : expression.kind === 'duration'
        ? expression.seconds
        : null
    const minutes = seconds === null ? null : seconds / 60
    const isUsual = minutes !== null && Number.isInteger(minutes) && minutes >= lengthMin && minutes <= lengthMax
    const lengthFrom = lengthBehind(tokens, span)
    if (!isUsual && lengthFrom !== null) {
      const [first, last] = [tokens[lengthFrom + 1], tokens[span.to - 1]]
      const length = first && last ? minutesOf(text.slice(first.from, last.to), context) : null
      if (length !== null) {
        spans.push({ ...lengthSpan, from: lengthFrom + 1, to: span.to, minutes: length })
        span.to = lengthFrom
      }
    }
    while (span.to - span.from > 1 && leads.has(tokens[span.from]?.word ?? '')) span.from += 1
    spans.push({
      ...span,
      kind: isUsual ? 'length' : 'time',
      hasClock: expression.clock !== null && !expression.isConvention,
      isRelative: false,
      isRecurring: expression.kind === 'recurring',
      minutes: isUsual ? minutes : null,
    })
  }
  return spans.sort((a, b) => a.from - b.from)
}

const lengthSpan = { kind: 'length', hasClock: false, isRelative: false, isRecurring: false } as const

/** "Friday 11am for 40 minutes": where "for" stands in it, when a length follows. */
function lengthBehind(tokens: readonly Token[], span: { from: number; to: number }): number | null {
  for (let at = span.to - 2; at > span.from; at -= 1) if (tokens[at]?.word === 'for') return at
  return null
}

function minutesOf(words: string, context: ReadingContext): number | null {
  const [only] = findTimes(words, { now: context.now, zone: context.zone, locale: context.locale })
  const minutes = only?.kind === 'duration' && only.seconds !== null ? only.seconds / 60 : null
  return minutes !== null && Number.isInteger(minutes) && minutes >= lengthMin && minutes <= lengthMax ? minutes : null
}

function tokensOf(tokens: readonly Token[], from: number, to: number): { from: number; to: number } | null {
  const first = tokens.findIndex((token) => token.to > from)
  const last = tokens.findLastIndex((token) => token.from < to)
  return first < 0 || last < first ? null : { from: first, to: last + 1 }
}
