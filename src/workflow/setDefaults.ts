import type { ActionOutcome, FieldError } from '../bot/inbound.ts'
import type { DraftAction, FormField } from '../bot/message.ts'
import { defaultSettings, type TenantSettings, tenantSettingsSchema } from '../domain/settings.ts'
import { formatHours, type HourSpan, type HourWord, parseHours } from '../domain/wordHours.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   the fields of "Scheduling defaults".
// Reads:   the settings.
// Writes:  the settings; requests that are open keep what they were opened with.
// Effects: a line in the thread.
// Refuses when: a value is out of range; the field is named.

type NumberSetting =
  | 'durationMinutes'
  | 'screeningMinutes'
  | 'noticeHours'
  | 'gapMinutes'
  | 'windowDays'
  | 'offerCount'
  | 'moveCountMax'
  | 'changeCutoffHours'

const numberSettings: readonly { name: NumberSetting; label: string; hint: string }[] = [
  { name: 'durationMinutes', label: 'Length of an interview', hint: 'Minutes, 5 to 480' },
  { name: 'screeningMinutes', label: 'Length of a screening', hint: 'Minutes, 5 to 480' },
  { name: 'noticeHours', label: 'Notice', hint: 'Hours before the earliest interview, 0 to 336' },
  { name: 'gapMinutes', label: 'Time between two interviews of one person', hint: 'Minutes, 0 to 240' },
  { name: 'windowDays', label: 'How far ahead people are asked', hint: 'Days, 1 to 120' },
  { name: 'offerCount', label: 'Times offered at once', hint: '1 to 5' },
  { name: 'moveCountMax', label: 'How often guests may move an interview themselves', hint: '0 to 20' },
  { name: 'changeCutoffHours', label: 'Guests may change until', hint: 'Hours before the start, 0 to 168' },
]

const ladderFields = [
  { name: 'candidateAfter', side: 'candidate', part: 'afterDays', label: 'Remind candidates after' },
  { name: 'candidateBefore', side: 'candidate', part: 'beforeCloseDays', label: 'and before the last possible day' },
  { name: 'clientAfter', side: 'client', part: 'afterDays', label: 'Remind clients after' },
  { name: 'clientBefore', side: 'client', part: 'beforeCloseDays', label: 'and before the last possible day, clients' },
] as const

/** What words of time mean, by the name of their field. */
export const hourFields: readonly { name: string; word: HourWord; label: string }[] = [
  { name: 'workdayHours', word: 'workday', label: 'A working day' },
  { name: 'morningHours', word: 'morning', label: 'Morning' },
  { name: 'afternoonHours', word: 'afternoon', label: 'Afternoon' },
  { name: 'eveningHours', word: 'evening', label: 'Evening' },
  { name: 'lunchHours', word: 'lunch', label: 'Lunch' },
]

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export function defaultsAction(settings: TenantSettings): DraftAction {
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
    label: 'Scheduling defaults',
    submitLabel: 'Save',
    style: 'normal',
    form: [
      ...numberSettings.map(
        ({ name, label, hint }): FormField => ({
          kind: 'text',
          name,
          label,
          hint,
          value: String(settings[name]),
          isRequired: true,
          maxLength: 4,
          isMultiline: false,
        }),
      ),
      {
        kind: 'text',
        name: 'weekdays',
        label: 'Days',
        hint: 'For example Mon, Tue, Wed, Thu, Fri',
        value: settings.weekdays.map((day) => dayNames[day - 1]).join(', '),
        isRequired: true,
        maxLength: 60,
        isMultiline: false,
      },
      ...hourFields.map(
        ({ name, word, label }): FormField => ({
          kind: 'text',
          name,
          label,
          hint: `What it means when somebody writes it, for example ${formatHours(defaultSettings.wordHours[word])}`,
          value: formatHours(settings.wordHours[word]),
          isRequired: true,
          maxLength: 20,
          isMultiline: false,
        }),
      ),
      choice('gridMinutes', 'Interviews start every', String(settings.gridMinutes), [
        { value: '15', label: '15 minutes' },
        { value: '30', label: '30 minutes' },
        { value: '60', label: 'hour' },
      ]),
      choice('order', 'Who is asked first', settings.order, [
        { value: 'both', label: 'both sides at once' },
        { value: 'candidateFirst', label: 'the candidate' },
        { value: 'clientFirst', label: 'the client' },
      ]),
      choice('quorum', 'When a client has several contacts', settings.quorum, [
        { value: 'all', label: 'all must agree' },
        { value: 'any', label: 'any one of them is enough' },
      ]),
      ...ladderFields.map(
        ({ name, side, part, label }): FormField => ({
          kind: 'text',
          name,
          label,
          hint: 'Days, for example 1, 3; empty for none',
          value: settings.reminders[side][part].join(', '),
          isRequired: false,
          maxLength: 40,
          isMultiline: false,
        }),
      ),
      {
        kind: 'text',
        name: 'accentColor',
        label: 'Colour of pages and mails',
        hint: 'For example #0b5d51',
        value: settings.accentColor,
        isRequired: true,
        maxLength: 7,
        isMultiline: false,
      },
    ],
  }
}

function readFields(settings: TenantSettings, fields: Readonly<Record<string, string>>): TenantSettings | FieldError[] {
  const hours = hourFields.map(({ name, word }) => ({
    name,
    word,
    span: spanOf(fields[name], settings.wordHours[word]),
  }))
  const errors: FieldError[] = hours
    .filter(({ span }) => span === null)
    .map(({ name }) => ({ field: name, sentence: 'Please write from when to when, for example 09:00-17:00.' }))
  const weekdays = (fields.weekdays ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((word) => dayNames.findIndex((day) => word.toLowerCase().startsWith(day.toLowerCase())) + 1)
  const numbers = Object.fromEntries(numberSettings.map(({ name }) => [name, Number(fields[name])]))
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
    const hint = numberSettings.find((s) => s.name === field)?.hint
    if (!errors.some((e) => e.field === field))
      errors.push({ field, sentence: `This value cannot be used. ${hint ?? 'Please look at the example.'}` })
  }
  return errors
}

export async function setDefaults(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  fields: Readonly<Record<string, string>>,
): Promise<ActionOutcome> {
  return deps.store.inTenant(talk.tenantId, async (tx): Promise<ActionOutcome> => {
    const read = readFields(await readSettings(tx), fields)
    if (Array.isArray(read)) return { kind: 'invalid', errors: read }
    await cause.claim?.(tx)
    await tx.update('settings', tx.tenantId, { data: read })
    await recordAudit(tx, deps, cause, { requestId: null, action: 'setDefaults', fromState: null, toState: null })
    await say(tx, deps, talk, talk.eventKey, {
      parts: [{ kind: 'note', tone: 'good', text: 'Saved. New requests use these values; open ones keep theirs.' }],
      actions: [],
    })
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
