import type { ActionOutcome, FieldError } from '../bot/inbound.ts'
import type { DraftAction, FormField } from '../bot/message.ts'
import { languages } from '../domain/language.ts'
import { foldName } from '../domain/names.ts'
import { defaultSettings, type TenantSettings, tenantSettingsSchema } from '../domain/settings.ts'
import { formatHours, type HourSpan, type HourWord, parseHours } from '../domain/wordHours.ts'
import { catalogue } from '../words/catalogue.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import { type PlaceSetting, placeFields, readPlaceFields } from './requestPlace.ts'
import type { Conversation } from './scheduleWish.ts'
import type { Speech } from './speech.ts'

// Takes:   the fields of "Scheduling defaults".
// Reads:   the settings.
// Writes:  the settings; requests that are open keep what they were opened with.
// Effects: a line in the thread.
// Refuses when: a value is out of range; the field is named.

type NumberSetting = keyof SettingWords['defaults']['numbers']

const numberSettings: readonly NumberSetting[] = [
  'durationMinutes',
  'screeningMinutes',
  'noticeHours',
  'gapMinutes',
  'windowDays',
  'offerCount',
  'moveCountMax',
  'changeCutoffHours',
]

const ladderFields = [
  { name: 'candidateAfter', side: 'candidate', part: 'afterDays' },
  { name: 'candidateBefore', side: 'candidate', part: 'beforeCloseDays' },
  { name: 'clientAfter', side: 'client', part: 'afterDays' },
  { name: 'clientBefore', side: 'client', part: 'beforeCloseDays' },
] as const

/** What words of time mean, by the name of their field. */
export const hourFields: readonly { name: string; word: HourWord }[] = [
  { name: 'workdayHours', word: 'workday' },
  { name: 'morningHours', word: 'morning' },
  { name: 'afternoonHours', word: 'afternoon' },
  { name: 'eveningHours', word: 'evening' },
  { name: 'lunchHours', word: 'lunch' },
]

/** How days are called in each language, the longest first: "dom" is no "Do". */
const dayNames: readonly { start: string; day: number }[] = languages
  .flatMap((language) => catalogue[language].replies.fits.weekdays)
  .map((name, at) => ({ start: foldName(name), day: (at % 7) + 1 }))
  .sort((a, b) => b.start.length - a.start.length)

/** 1 to 7; 0 for what is no day. */
function dayCalled(word: string): number {
  return dayNames.find(({ start }) => foldName(word).startsWith(start))?.day ?? 0
}

export function defaultsAction(settings: TenantSettings, { words: { settings: said, fits } }: Speech): DraftAction {
  const words = said.defaults
  const daysOf = (weekdays: readonly number[]) => weekdays.map((day) => fits.weekdays[day - 1]).join(', ')
  const choice = (
    name: string,
    label: string,
    value: string,
    options: { value: string; label: string }[],
  ): FormField => ({
    kind: 'choice',
    name,
    label,
    value,
    options,
    isRequired: true,
  })
  return {
    kind: 'setDefaults',
    data: {},
    label: words.button,
    submitLabel: said.setUp.save,
    style: 'normal',
    form: [
      ...numberSettings.map(
        (name): FormField => ({
          kind: 'text',
          name,
          ...words.numbers[name],
          value: String(settings[name]),
          isRequired: true,
          maxLength: 4,
          isMultiline: false,
        }),
      ),
      {
        kind: 'text',
        name: 'weekdays',
        label: words.weekdays,
        hint: words.weekdaysHint(daysOf([1, 2, 3, 4, 5])),
        value: daysOf(settings.weekdays),
        isRequired: true,
        maxLength: 60,
        isMultiline: false,
      },
      ...hourFields.map(
        ({ name, word }): FormField => ({
          kind: 'text',
          name,
          label: words.hours[word],
          hint: words.hoursHint(formatHours(defaultSettings.wordHours[word])),
          value: formatHours(settings.wordHours[word]),
          isRequired: true,
          maxLength: 20,
          isMultiline: false,
        }),
      ),
      choice('gridMinutes', words.grid.label, String(settings.gridMinutes), [
        { value: '15', label: words.grid.quarter },
        { value: '30', label: words.grid.half },
        { value: '60', label: words.grid.hour },
      ]),
      choice('order', words.order.label, settings.order, [
        { value: 'both', label: words.order.both },
        { value: 'candidateFirst', label: words.order.candidateFirst },
        { value: 'clientFirst', label: words.order.clientFirst },
      ]),
      choice('quorum', words.quorum.label, settings.quorum, [
        { value: 'all', label: words.quorum.all },
        { value: 'any', label: words.quorum.any },
      ]),
      ...ladderFields.map(
        ({ name, side, part }): FormField => ({
          kind: 'text',
          name,
          label: words.ladder[name],
          hint: words.ladderHint,
          value: settings.reminders[side][part].join(', '),
          isRequired: false,
          maxLength: 40,
          isMultiline: false,
        }),
      ),
      ...placeFields(settings, said.place),
      {
        kind: 'text',
        name: 'accentColor',
        label: words.accentColor,
        hint: words.accentHint('#0b5d51'),
        value: settings.accentColor,
        isRequired: true,
        maxLength: 7,
        isMultiline: false,
      },
    ],
  }
}

function readFields(
  settings: TenantSettings,
  fields: Readonly<Record<string, string>>,
  words: SettingWords['defaults'],
  placed: PlaceSetting,
): TenantSettings | FieldError[] {
  const hours = hourFields.map(({ name, word }) => ({
    name,
    word,
    span: spanOf(fields[name], settings.wordHours[word]),
  }))
  const errors: FieldError[] = hours
    .filter(({ span }) => span === null)
    .map(({ name }) => ({ field: name, sentence: words.hoursWrong('09:00-17:00') }))
  const weekdays = (fields.weekdays ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(dayCalled)
  const numbers = Object.fromEntries(numberSettings.map((name) => [name, Number(fields[name])]))
  const daysOf = (name: string) =>
    (fields[name] ?? '')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number)
  const read = tenantSettingsSchema.safeParse({
    ...settings,
    ...numbers,
    weekdays: [...new Set(weekdays)].sort(),
    wordHours: Object.fromEntries(hours.map(({ word, span }) => [word, span ?? settings.wordHours[word]])),
    gridMinutes: Number(fields.gridMinutes),
    order: fields.order,
    quorum: fields.quorum,
    ...placed,
    accentColor: fields.accentColor,
    reminders: {
      candidate: {
        ...settings.reminders.candidate,
        afterDays: daysOf('candidateAfter'),
        beforeCloseDays: daysOf('candidateBefore'),
      },
      client: {
        ...settings.reminders.client,
        afterDays: daysOf('clientAfter'),
        beforeCloseDays: daysOf('clientBefore'),
      },
    },
  })
  if (read.success && errors.length === 0) return read.data
  for (const issue of read.error?.issues ?? []) {
    const field = fieldOf(issue.path)
    const known = numberSettings.find((name) => name === field)
    const hint = known ? words.numbers[known].hint : words.lookAtExample
    if (!errors.some((e) => e.field === field)) errors.push({ field, sentence: words.unusable(hint) })
  }
  return errors
}

export async function setDefaults(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  fields: Readonly<Record<string, string>>,
  { words }: Speech,
): Promise<ActionOutcome> {
  const before = await deps.store.inTenant(talk.tenantId, readSettings)
  const placed = await readPlaceFields(deps, talk.tenantId, before, fields, words.settings.place)
  if ('sentence' in placed) return { kind: 'invalid', errors: [placed] }
  return deps.store.inTenant(talk.tenantId, async (tx): Promise<ActionOutcome> => {
    const read = readFields(await readSettings(tx), fields, words.settings.defaults, placed)
    if (Array.isArray(read)) return { kind: 'invalid', errors: read }
    await cause.claim?.(tx)
    await tx.update('settings', tx.tenantId, { data: read })
    await recordAudit(tx, deps, cause, { requestId: null, action: 'setDefaults', fromState: null, toState: null })
    await say(tx, deps, talk, talk.eventKey, (speech) => ({
      parts: [{ kind: 'note', tone: 'good', text: speech.words.settings.defaults.saved }],
      actions: [],
    }))
    return { kind: 'ok' }
  })
}

/** The form's name of a setting: reminders are nested, the fields are not. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, side, part] = path.map(String)
  return ladderFields.find((f) => first === 'reminders' && f.side === side && f.part === part)?.name ?? String(first)
}

/** A form that was opened before there was this field leaves it as it is. */
function spanOf(said: string | undefined, kept: HourSpan): HourSpan | null {
  return said === undefined ? kept : parseHours(said)
}
