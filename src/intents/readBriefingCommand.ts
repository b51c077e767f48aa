import { hints } from './hints.ts'
import type { Intent, ReadingContext } from './intent.ts'
import { findTimes } from './times/findTimes.ts'
import type { Sentence } from './tokens.ts'

const briefing = "(?:(?:the|my|a|our|today 's|todays) )?(?:daily |morning )?(?:briefings?|brief)"
const everyDay = '(?: (?:every day|daily|each day|every morning|in the morning|on workdays|each morning))?'
const meetings = '(?:each |every |the |my |an |all )?(?:interviews?|meetings?|calls?)'
const stop =
  "(?:stop|end|no more|no|cancel|disable|pause|switch off|turn off|do not send|don't send|unsubscribe from)(?: me)?(?: sending(?: me)?)?"

/** Commands about briefings; null when the sentence is about something else. Read before anything is taken for a "no". */
export function readBriefingCommand({ tokens }: Sentence, context: ReadingContext): Intent | null {
  if (tokens.length > 16 || tokens.some((token) => token.kind === 'quoted' || token.kind === 'mention')) return null
  const text = tokens.map((token) => token.word).join(' ')
  if (!/\b(?:brief|briefing|briefings)\b/.test(text)) return null
  const match = (source: string) => new RegExp(`^(?:${source})$`).exec(text)
  if (match(`${stop} ${briefing} (?:before|ahead of) ${meetings}`)) return ask({ kind: 'meeting', leadMinutes: 0 })
  if (match(`${stop} ${briefing}${everyDay}`) || match(`${briefing} off`)) return ask({ kind: 'stop' })
  const lead = match(
    `(?:(?:send|give)(?: me)? )?(?:${briefing}|brief me) (?<count>\\d+|an|one|half an)(?: (?<unit>min|mins|minutes?|hours?|h))? (?:before|ahead of) ${meetings}`,
  )
  if (lead) return askLead(lead.groups?.count ?? '', lead.groups?.unit ?? '')
  const clock = match(
    `(?:(?:send|give|move|set|change|switch|start|i want|i would like)(?: me)? )?(?:${briefing}|brief me)${everyDay}(?: (?:at|to|for|from))? (?<clock>\\d\\S*(?: ?(?:am|pm|a\\.m|p\\.m|o'clock|h))?|noon|midday|midnight|(?:half|quarter) .{4,20}?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b.{0,12}?)${everyDay}`,
  )
  if (clock) {
    const minute = minuteOf(clock.groups?.clock ?? '', context)
    return minute === null ? refuse() : ask({ kind: 'daily', minute })
  }
  if (
    match(`(?:start|resume|switch on|turn on|enable|restart)(?: sending(?: me)?)? ${briefing}${everyDay}`) ||
    match(`${briefing} on`)
  )
    return ask({ kind: 'daily', minute: null })
  const isNow =
    match(`(?:(?:show|give|send)(?: me)? |what is |what 's )?${briefing}(?: now| (?:for|of) today| today| please)*`) ??
    match('brief me(?: now| on today| for today| today| please)*')
  if (isNow) return ask({ kind: 'now' })
  // "schedule a briefing with Jane" is another command.
  return match(`(?:${briefing}|brief me|${stop} ${briefing})\\b.*`) ? refuse() : null
}

function ask(what: Extract<Intent, { kind: 'briefing' }>['ask']): Intent {
  return { kind: 'briefing', ask: what }
}

function refuse(): Intent {
  return { kind: 'unknown', text: '', hint: hints.briefing }
}

function askLead(count: string, unit: string): Intent {
  const isHours = unit.startsWith('h')
  const number = count === 'half an' ? 0.5 : count === 'an' || count === 'one' ? 1 : Number(count)
  const leadMinutes = number * (isHours ? 60 : 1)
  if (!Number.isInteger(leadMinutes) || leadMinutes > 1_440) return refuse()
  return ask({ kind: 'meeting', leadMinutes })
}

/** Minutes after midnight of one moment of the day; null for anything else. A bare hour is in the morning: briefings come early. */
function minuteOf(text: string, context: ReadingContext): number | null {
  const words = text.replace(/^(\d{1,2})\.(\d{2})\b/, '$1:$2').replace(/^(\d{2})(\d{2})$/, '$1:$2')
  const [found, ...others] = findTimes(/^\d{1,2}$/.test(words) ? `${words}:00` : words, context)
  if (!found?.clock || others.length > 0 || found.days || found.to - found.from < words.trim().length - 1) return null
  const { fromMinute, toMinute, hasMeridiem } = found.clock
  if (fromMinute === null || fromMinute !== toMinute) return null
  const isAfternoon = fromMinute >= 720 && !hasMeridiem && !/^(?:1[2-9]|2[0-3])|noon|midday/.test(words)
  return (isAfternoon ? fromMinute - 720 : fromMinute) % 1_440
}
