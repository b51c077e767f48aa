import { type HourSpan, type HourWord, parseClock, parseHours, type WordHours } from '../domain/wordHours.ts'

const clock = String.raw`(?:at |from |by )?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?|noon|midday)`
const range =
  /\b(\d{1,2}(?:[:.h]\d{2})?(?: ?[ap]\.?m\b\.?)? ?(?:-|–|to|until|till) ?\d{1,2}(?:[:.h]\d{2})?(?: ?[ap]\.?m\b\.?)?)/
const begins = new RegExp(String.raw`\b(?:starts?|begins?|starting|beginning|from)\b (?:only )?${clock}`)
const ends = new RegExp(
  String.raw`\b(?:ends?|stops?|finish(?:es)?|closes?|ending|until|till|over|over by)\b (?:already |only )?${clock}`,
)

const words: readonly (readonly [pattern: RegExp, word: HourWord])[] = [
  [/\b(work(ing)?|business|office) (days?|hours)\b|\b(we|i|everybody|everyone) work\b/, 'workday'],
  [/\blunch(es|time| break| hour)?\b/, 'lunch'],
  [/\bmornings?\b/, 'morning'],
  [/\bafternoons?\b/, 'afternoon'],
  [/\bevenings?\b/, 'evening'],
]

/**
 * "Our working day is 8 to 6", "morning ends at 11:30": the word it is about, and its hours from now on; null when the words say no
 * hours of one word, or are about one meeting.
 */
export function readHourWish(text: string, hours: WordHours): { word: HourWord; span: HourSpan } | null {
  const said = text.toLowerCase().slice(0, 200)
  const named = words.filter(([pattern]) => pattern.test(said))
  const [, word] = named.length === 1 ? (named[0] ?? []) : []
  if (!word || /\b(interviews?|meetings?|calls?|screen(ing)?s?)\b/.test(said)) return null
  const span = parseHours(range.exec(said)?.[1] ?? '') ?? moveSides(hours[word], said)
  return span && span.fromMinute < span.toMinute ? { word, span } : null
}

function moveSides(kept: HourSpan, said: string): HourSpan | null {
  const [from, to] = [minuteOf(begins.exec(said)?.[1], kept), minuteOf(ends.exec(said)?.[1], kept)]
  if (from === null && to === null) return null
  return { fromMinute: from ?? kept.fromMinute, toMinute: to ?? kept.toMinute }
}

/** "Evenings start at 6": the half of the day that is nearer to what it was. */
function minuteOf(said: string | undefined, kept: HourSpan): number | null {
  const read = said === undefined ? null : /noon|midday/.test(said) ? { minute: 720, isSure: true } : parseClock(said)
  if (!read) return null
  const middle = (kept.fromMinute + kept.toMinute) / 2
  const isLater = !read.isSure && Math.abs(read.minute + 720 - middle) < Math.abs(read.minute - middle)
  return isLater ? read.minute + 720 : read.minute
}
