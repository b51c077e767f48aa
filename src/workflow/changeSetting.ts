import type { TenantId } from '../domain/ids.ts'
import { type TenantSettings, tenantSettingsSchema } from '../domain/settings.ts'
import { formatHours, type HourSpan, type HourWord, parseHours } from '../domain/wordHours.ts'
import type { Intent } from '../intents/intent.ts'
import { readHourWish } from '../intents/readHourWish.ts'
import type { Tx } from '../store/port.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { keepChange, type Talking } from './keepChange.ts'
import { say } from './owe.ts'
import { changePlace, placeBefore } from './requestPlace.ts'
import type { Conversation } from './scheduleWish.ts'
import { defaultsAction, hourFields } from './setDefaults.ts'
import { sentence } from './speech.ts'

// Takes:   "interviews take 45 minutes from now on": a standing wish, its length or the words of another one.
// Reads:   the settings.
// Writes:  the one setting that fits.
// Effects: a line with what it was and is, and an undo. Requests that are open keep theirs.
// Refuses when: no setting fits the words (the form of all of them is offered), or the value is out of range.

type SettingWish = Extract<Intent, { kind: 'changeSetting' }>
type Unit = keyof SettingWords['change']['value']
type NumberName = 'durationMinutes' | 'screeningMinutes' | 'gapMinutes' | 'noticeHours' | 'windowDays' | 'offerCount'

/** What a standing wish can change, by its words; the first that fits counts. `unit` turns what was said into the setting's own. */
const wishes: readonly { name: NumberName; words: RegExp; unit: Unit }[] = [
  {
    name: 'gapMinutes',
    words: /\b(gaps?|buffers?|breaks?|pause|between (two )?(interviews|meetings|calls))\b/,
    unit: 'minutes',
  },
  {
    name: 'noticeHours',
    words: /\b(notice|lead time|ahead of time|in advance)\b/,
    unit: 'hours',
  },
  {
    name: 'windowDays',
    words: /\b(ahead|horizon|look(ing)? (out|forward)|into the future)\b/,
    unit: 'days',
  },
  {
    name: 'offerCount',
    words: /\b(offer|propose|suggest|show|send)\b.*\b(options?|times|slots|proposals)\b/,
    unit: 'times',
  },
  {
    name: 'screeningMinutes',
    words: /\b(screens?|screening|screenings|first calls?)\b/,
    unit: 'minutes',
  },
  {
    name: 'durationMinutes',
    words: /\b(interviews?|duration|length|default|long|minutes?|mins?|hours?)\b/,
    unit: 'minutes',
  },
]

export async function changeSetting(deps: Deps, cause: Cause, talk: Conversation, wish: SettingWish): Promise<void> {
  const talking = { deps, cause, talk }
  if (await changePlace(talking, wish.words)) return
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const settings = await readSettings(tx)
    const answer = (pick: (words: SettingWords) => string) => {
      const draft = sentence(
        (words) => pick(words.settings),
        (speech) => [defaultsAction(settings, speech)],
      )
      return say(tx, deps, talk, talk.eventKey, draft)
    }
    if (await changeHours(tx, talking, settings, wish.words, answer)) return
    const found = wishes.find(({ words }) => words.test(wish.words.toLowerCase().slice(0, 400)))
    const isLength = found === undefined || found.name === 'durationMinutes' || found.name === 'screeningMinutes'
    const chosen = found ?? (wish.durationMinutes === null ? undefined : wishes.at(-1))
    const value = chosen && (isLength && wish.durationMinutes !== null ? wish.durationMinutes : valueIn(wish, chosen))
    if (!chosen || value === null || value === undefined) return answer(({ change }) => change.none(wish.words))
    const { name, unit } = chosen
    const labelIn = ({ defaults }: SettingWords) => defaults.numbers[name].label
    const changed = tenantSettingsSchema.safeParse({ ...settings, [name]: value })
    if (!changed.success) return answer((words) => words.change.outside(labelIn(words), words.change.range[name]))
    if (settings[name] === value)
      return answer((words) => words.change.same(labelIn(words), words.change.value[unit](value)))
    const before = settings[name]
    const told = (words: SettingWords) =>
      words.change.changed(labelIn(words), words.change.value[unit](value), String(before))
    await keepChange(tx, talking, changed.data, { name, before, after: value }, told)
  })
}

/** "Morning ends at 11:30": whether the words were about what a word of time means. */
async function changeHours(
  tx: Tx,
  talking: Talking,
  settings: TenantSettings,
  words: string,
  answer: (pick: (words: SettingWords) => string) => Promise<void>,
): Promise<boolean> {
  const wish = readHourWish(words, settings.wordHours)
  if (!wish) return false
  const { word, span } = wish
  const [before, after] = [formatHours(settings.wordHours[word]), formatHours(span)]
  if (before === after) {
    await answer(({ change, defaults }) => change.same(defaults.hours[word], after))
    return true
  }
  const told = ({ change, defaults }: SettingWords) => change.changedHours(defaults.hours[word], after, before)
  await keepChange(tx, talking, withHours(settings, word, span), { name: word, before, after }, told)
  return true
}

function withHours(settings: TenantSettings, word: HourWord, span: HourSpan): TenantSettings {
  return { ...settings, wordHours: { ...settings.wordHours, [word]: span } }
}

/** The number that was said, in the setting's unit. */
function valueIn({ words, durationMinutes }: SettingWish, { unit }: { unit: Unit }): number | null {
  const match = /(\d{1,4}) ?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)?\b/.exec(
    words.toLowerCase().slice(0, 400),
  )
  if (!match) return durationMinutes === null ? null : inUnit(durationMinutes, unit)
  const [, digits = '', said = ''] = match
  const perUnit: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440, w: 10_080 }
  const minutes = perUnit[said.charAt(0)]
  return minutes === undefined || unit === 'times' ? Number(digits) : inUnit(Number(digits) * minutes, unit)
}

function inUnit(minutes: number, unit: Unit): number {
  const size = { minutes: 1, hours: 60, days: 1_440, times: 1 }[unit]
  return Math.round(minutes / size)
}

/** Puts a setting back, unless somebody has changed it since. */
export async function undoSetting(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { name: string; before: number | string; after: number | string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const settings: TenantSettings = await readSettings(tx)
    const back = settingsBefore(settings, input)
    if (!back) return { kind: 'tooLate' }
    await tx.update('settings', tx.tenantId, { data: back })
    await recordAudit(tx, deps, cause, {
      requestId: null,
      action: 'undoSetting',
      fromState: null,
      toState: null,
      data: { name: input.name, after: input.before },
    })
    return { kind: 'done' }
  })
}

/** The settings as they were before the change; null when they are no longer what the change made of them. */
function settingsBefore(
  settings: TenantSettings,
  { name, before, after }: { name: string; before: number | string; after: number | string },
): TenantSettings | null {
  const word = hourFields.find((field) => field.word === name)?.word
  const hours = word && parseHours(String(before))
  if (word && hours) return formatHours(settings.wordHours[word]) === after ? withHours(settings, word, hours) : null
  if (name === 'requestPlace') return placeBefore(settings, String(before), String(after))
  const known = wishes.find((wish) => wish.name === name)
  return known && settings[known.name] === after
    ? tenantSettingsSchema.parse({ ...settings, [known.name]: before })
    : null
}
