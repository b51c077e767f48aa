import { months, relativeDays, shifts, units, weekdays } from './lexicon.ts'
import { type Reading, wordAt } from './reading.ts'

/** Months and seasons that are first names too. */
const firstNames = new Set([
  'april',
  'june',
  'may',
  'august',
  'jan',
  'summer',
  'autumn',
  'dawn',
  'winter',
  'march',
  'dec',
])
const words = (all: string): ReadonlySet<string> => new Set(all.split(' '))

/** What only somebody does. */
const personVerbs = words(
  'said says asked asks tells told thinks thought wants wanted knows knew called calls emailed emails wrote writes replied replies mentioned mentions suggested ' +
    'suggests joined joins loves hates likes agreed agrees sent sends invited invites hired hires interviewed interviews manages managed handles helped helps ' +
    'prefers hopes went took spoke speaks met got who whose herself himself felt believes insisted insists promised promises accepted accepts declined declines ' +
    'apologised apologized forgot remembers remembered applied applies resigned quit lives lived worked introduced introduces recommended recommends dropped ' +
    'booked needs rang texted pinged messaged smiled laughed left owns runs',
)
const beingVerbs = words(
  'joining sick ill unwell asking calling waiting interviewing hiring late my our running leaving handling managing leading attending unavailable pregnant ' +
    'happy sorry chairing presenting coming travelling traveling keen',
)
const comingVerbs = words(
  'join call send handle ask attend interview email contact meet ring reply chair speak drive lead help take follow introduce host run present cover approve review',
)
const beforeNames = words(
  'hi hello hey dear thanks thank cheers ask asked asking tell told telling email emailed cc ping pinged remind reminded invite invited contact hiya morning afternoon ' +
    'introduce introduced message messaged text texted phone phoned ring rang mrs ms miss mr dr called named',
)
/** "spoke to April": the verb before the preposition. */
const speaking = words(
  'spoke speak spoken speaking talk talked talking chat chatted write wrote listen said give gave send sent forward forwarded reply replied introduced hand handed report reports reporting married',
)
const roles = words(
  'manager colleague boss friend sister recruiter assistant daughter wife girlfriend neighbour neighbor aunt cousin',
)
const meetings = words('met saw interviewed hired married')
const withWhom = words('meeting call lunch dinner coffee interview chat appointment drinks breakfast sync session met')
const belongings = words(
  'laptop car house phone email desk husband wife mother mum mom father dad brother sister son daughter boyfriend girlfriend cv resume calendar diary boss manager ' +
    'assistant office flat home dog cat name handwriting voice face number candidate candidates notes feedback inbox',
)

/** "April said", "ask June", "Hi May,", "June's laptop": the month is somebody's name. */
export function isPersonSense(reading: Reading, at: number, next: number): boolean {
  const token = reading.tokens[at]
  // "Thank you, June.": the stop is not of a short form.
  const end = next === at + 2 && wordAt(reading, next - 1) === '.' ? next - 1 : next
  if (end !== at + 1 || !token || !firstNames.has(token.word) || shifts.has(wordAt(reading, at - 1))) return false
  return isSubject(reading, end) || isAddressed(reading, at, end) || isBesideName(reading, at, end)
}

function isSubject(reading: Reading, next: number): boolean {
  const [after, further] = [wordAt(reading, next), wordAt(reading, next + 1)]
  if (reading.tokens[next]?.isNewLine) return false
  if (personVerbs.has(after)) return true
  if (after === 'here' || after === 'reported') return true
  if (after === 'has' || after === 'had')
    return [
      'left',
      'joined',
      'asked',
      'said',
      'agreed',
      'told',
      'sent',
      'resigned',
      'called',
      'accepted',
      'declined',
    ].includes(further)
  if (after === ',')
    return (
      ['can', 'could', 'would', 'will', 'are', 'do', 'did', 'have'].includes(further) &&
      wordAt(reading, next + 2) === 'you'
    )
  if (after === 'is' || after === 'was') return beingVerbs.has(further)
  if (after === "'s")
    return (
      beingVerbs.has(further) || belongings.has(further) || (further === 'fine' && wordAt(reading, next + 2) === 'with')
    )
  if (after === 'will' || after === "'ll" || after === 'can' || after === 'could') return comingVerbs.has(further)
  return after === 'and' && ['i', 'he', 'she'].includes(further)
}

/** "June and Tom will host", "Will and April are engaged"; "in April and London" is a month. */
function isBesideName(reading: Reading, at: number, next: number): boolean {
  if (!reading.tokens[at]?.isCapital || placing.has(wordAt(reading, at - 1))) return false
  if (wordAt(reading, next) === 'and') return isNameWord(reading, next + 1)
  return wordAt(reading, at - 1) === 'and' && isNameWord(reading, at - 2) && !placing.has(wordAt(reading, at - 3))
}

const placing = words(
  'in on by until till since from through during before after for this next last early late mid of or to',
)

function isNameWord({ tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || !token.isCapital || token.word.length < 2) return false
  return ![months, weekdays, relativeDays, units].some((table) => table.has(token.word)) && !placing.has(token.word)
}

function isAddressed(reading: Reading, at: number, next: number): boolean {
  const before = wordAt(reading, at - 1)
  const token = reading.tokens[at]
  if (!token) return false
  if (beforeNames.has(before)) return true
  // "Thanks, April" ends a message; "Thanks, May works" goes on.
  if (
    before === ',' &&
    ['thanks', 'cheers', 'hi', 'hello', 'regards', 'sorry', 'you'].includes(wordAt(reading, at - 2))
  )
    return !reading.tokens[next] || reading.tokens[next]?.kind === 'mark'
  if (roles.has(before) || (meetings.has(before) && token.isCapital)) return true
  // "it's April calling", "this is June from accounting"
  if (["it's", 'is', "'s"].includes(before) && ['calling', 'speaking', 'from'].includes(wordAt(reading, next)))
    return true
  if (before === 'with' && token.isCapital && withWhom.has(wordAt(reading, at - 2))) return true
  return ['to', 'with'].includes(before) && speaking.has(wordAt(reading, at - 2))
}
