import { isNear } from '../names/isNear.ts'
import { isEveryday } from './mentions.ts'

/** Words of requests that are often misspelt and look like no other word. */
const correctable = (
  'schedule scheduling scheduled reschedule rescheduling rescheduled cancel cancelled canceled cancelling postpone postponed availability availabilities available ' +
  'interview interviews interviewer interviewers interviewing candidate candidates client feedback reminder reminders remind confirm confirmed approve approved decline declined ' +
  'calendar briefing meeting arrange arranged arranging organise organize coordinate appointment duration minutes connect settings setting integration progress status ' +
  'onsite virtual screening scorecard background profile position resume nudge follow update loop another instead morning afternoon'
)
  .split(' ')
  .filter((word) => word.length >= 5)
const byStart = new Map<string, string[]>()
for (const word of correctable) byStart.set(word.charAt(0), [...(byStart.get(word.charAt(0)) ?? []), word])

const corrected = new Map<string, string>()
const rememberedMax = 2_000

/** What people write on a phone for words of requests. */
const shortForms: ReadonlyMap<string, string> = new Map(
  (
    'thru:through u:you ur:your cud:could wud:would shud:should coz:because cuz:because gimme:give lemme:let wanna:want abt:about ' +
    "dont:don't cant:can't wont:won't isnt:isn't arent:aren't wasnt:wasn't werent:weren't hasnt:hasn't havent:haven't didnt:didn't doesnt:doesn't couldnt:couldn't " +
    "wouldnt:wouldn't shouldnt:shouldn't neednt:needn't " +
    'appt:appointment intv:interview ivw:interview intvw:interview iview:interview cand:candidate cands:candidates ' +
    'resked:reschedule rsched:reschedule conf:confirm cnfrm:confirm msg:message gd:good til:until sked:schedule'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** A word of requests with a slip of the pen, or two in a long one, put right: "rescedule", "avialability". Others stay as they are. */
export function correctWord(word: string): string {
  const short = shortForms.get(word)
  if (short !== undefined) return short
  if (word.length < 5 || isEveryday(word)) return word
  const known = corrected.get(word)
  if (known !== undefined) return known
  const candidates = byStart.get(word.charAt(0)) ?? []
  const near =
    candidates.find((one) => isNear(word, one)) ?? candidates.find((one) => one.length >= 9 && isTwiceNear(word, one))
  if (corrected.size >= rememberedMax) corrected.clear()
  corrected.set(word, near ?? word)
  return near ?? word
}

function isTwiceNear(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 2) return false
  for (let at = 1; at < known.length; at += 1) if (isNear(word, known.slice(0, at) + known.slice(at + 1))) return true
  return false
}
