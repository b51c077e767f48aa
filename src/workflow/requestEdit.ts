import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { allowedWords } from '../bot/allowedWords.ts'
import { formatDate, type Reader } from '../domain/formatTime.ts'
import { joinNames, namesWith } from '../domain/names.ts'
import type { JoinFormat, RequestRules } from '../domain/request.ts'
import type { RequestBundle } from './bundle.ts'

const formatSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('video'), url: z.string() }),
  z.object({ kind: z.literal('phone'), number: z.string(), caller: z.enum(['candidate', 'client']) }),
  z.object({ kind: z.literal('onsite'), address: z.string() }),
  z.object({ kind: z.literal('follows') }),
])

const minute = z.int().min(0).max(1440)
const rulesSchema = z.object({
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  dayStartsMinute: minute,
  dayEndsMinute: minute,
  allowed: z
    .object({ weekdays: z.array(z.int().min(1).max(7)).min(1), startsMinute: minute, endsMinute: minute })
    .nullable(),
})

/** A change of one request, understood in full: what a button of it means. Everything is null or empty where nothing changes. */
export const requestEditSchema = z.object({
  durationMinutes: z.int().min(5).max(480).nullable(),
  format: formatSchema.nullable(),
  rules: rulesSchema.nullable(),
  /** By their id in the ATS. */
  added: z.array(
    z.object({ recordId: z.string(), name: z.string(), role: z.enum(['client', 'hiringManager', 'interviewer']) }),
  ),
  removedPartyIds: z.array(z.string()),
  isRecruiterAttending: z.boolean().nullable(),
})
export type RequestEdit = z.infer<typeof requestEditSchema>

export const noEdit: RequestEdit = {
  durationMinutes: null,
  format: null,
  rules: null,
  added: [],
  removedPartyIds: [],
  isRecruiterAttending: null,
}

export function isEmptyEdit(edit: RequestEdit): boolean {
  return editsNoPeople(edit) && edit.durationMinutes === null && edit.format === null && edit.rules === null
}

export function editsNoPeople(edit: RequestEdit): boolean {
  return edit.added.length === 0 && edit.removedPartyIds.length === 0 && edit.isRecruiterAttending === null
}

/** Whether times that were offered or proposed before have to be looked at anew. */
export function editsTimes(edit: RequestEdit): boolean {
  return edit.durationMinutes !== null || edit.rules !== null || !editsNoPeople(edit)
}

/** What would take back an edit that changes nobody. */
export function inverseEdit({ request, sessions }: RequestBundle, edit: RequestEdit): RequestEdit {
  return {
    ...noEdit,
    durationMinutes: edit.durationMinutes === null ? null : (sessions[0]?.durationMinutes ?? null),
    // A format cannot become unknown again; "details follow" says the same to everybody.
    format: edit.format === null ? null : (request.format ?? { kind: 'follows' }),
    rules: edit.rules === null ? null : rulesPart(request.rules),
  }
}

/** The part of the rules that an edit may replace. */
export function rulesPart(rules: RequestRules): NonNullable<RequestEdit['rules']> {
  const { fromOn, toOn, weekdays, dayStartsMinute, dayEndsMinute, allowed } = rules
  return {
    fromOn,
    toOn,
    weekdays: [...weekdays],
    dayStartsMinute,
    dayEndsMinute,
    allowed: allowed ? { ...allowed, weekdays: [...allowed.weekdays] } : null,
  }
}

/** The edit in a recruiter's words, one line per change. */
export function editLines({ request, sessions, parties }: RequestBundle, edit: RequestEdit, reader: Reader): string[] {
  const lines: string[] = []
  if (edit.durationMinutes !== null)
    lines.push(`${edit.durationMinutes} minutes instead of ${sessions[0]?.durationMinutes ?? 0}`)
  if (edit.format) lines.push(formatLine(edit.format))
  if (edit.rules) lines.push(...rulesLines(request.rules, edit.rules, reader))
  if (edit.added.length > 0)
    lines.push(
      `${namesWith(
        edit.added.map((one) => one.name),
        'takes',
        'take',
      )} part as well`,
    )
  const gone = parties.filter((p) => edit.removedPartyIds.includes(p.id))
  if (gone.length > 0) lines.push(`without ${joinNames(gone.map((p) => p.name))}`)
  if (edit.isRecruiterAttending !== null)
    lines.push(edit.isRecruiterAttending ? 'you take part as well' : 'you do not take part')
  return lines
}

function formatLine(format: JoinFormat): string {
  switch (format.kind) {
    case 'video':
      return `by video, ${format.url}`
    case 'phone':
      return `by phone, the ${format.caller} calls ${format.number}`
    case 'onsite':
      return `in person, ${format.address}`
    case 'follows':
      return 'joining details follow'
  }
}

function rulesLines(before: RequestRules, after: NonNullable<RequestEdit['rules']>, reader: Reader): string[] {
  const lines: string[] = []
  if (before.fromOn !== after.fromOn || before.toOn !== after.toOn)
    lines.push(`from ${formatDate(after.fromOn, reader.locale)} to ${formatDate(after.toOn, reader.locale)}`)
  if (!isDeepStrictEqual(before.allowed ?? null, after.allowed))
    lines.push(after.allowed ? `only ${allowedWords(after.allowed, reader)} (your time zone)` : 'at any working time')
  return lines
}
