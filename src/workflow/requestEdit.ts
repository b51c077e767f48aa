import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { allowedWords } from '../bot/allowedWords.ts'
import { formatDate } from '../domain/formatTime.ts'
import type { JoinFormat, RequestRules } from '../domain/request.ts'
import type { ChangeWords } from '../words/replyWords.ts'
import type { RequestBundle } from './bundle.ts'
import type { Speech } from './speech.ts'

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
export function editLines({ request, sessions, parties }: RequestBundle, edit: RequestEdit, speech: Speech): string[] {
  const { list } = speech
  const { lines } = speech.words.changes
  const gone = parties.filter((p) => edit.removedPartyIds.includes(p.id))
  return [
    ...(edit.durationMinutes === null ? [] : [lines.duration(edit.durationMinutes, sessions[0]?.durationMinutes ?? 0)]),
    ...(edit.format ? [formatLine(edit.format, lines)] : []),
    ...(edit.rules ? rulesLines(request.rules, edit.rules, speech) : []),
    ...(edit.added.length > 0 ? [lines.joins(list(edit.added.map((one) => one.name)), edit.added.length)] : []),
    ...(gone.length > 0 ? [lines.without(list(gone.map((p) => p.name)))] : []),
    ...(edit.isRecruiterAttending === null ? [] : [edit.isRecruiterAttending ? lines.youJoin : lines.youLeave]),
  ]
}

type LineWords = ChangeWords['lines']

function formatLine(format: JoinFormat, lines: LineWords): string {
  switch (format.kind) {
    case 'video':
      return lines.video(format.url)
    case 'phone':
      return format.caller === 'candidate' ? lines.candidateCalls(format.number) : lines.clientCalls(format.number)
    case 'onsite':
      return lines.onsite(format.address)
    case 'follows':
      return lines.follows
  }
}

function rulesLines(
  before: RequestRules,
  after: NonNullable<RequestEdit['rules']>,
  { words, reader, language }: Speech,
): string[] {
  const { lines } = words.changes
  const isMoved = before.fromOn !== after.fromOn || before.toOn !== after.toOn
  const dayOf = (on: string) => formatDate(on, reader.locale)
  const restriction = after.allowed ? lines.only(allowedWords(after.allowed, reader, language)) : lines.anyTime
  return [
    ...(isMoved ? [lines.days(dayOf(after.fromOn), dayOf(after.toOn))] : []),
    ...(isDeepStrictEqual(before.allowed ?? null, after.allowed) ? [] : [restriction]),
  ]
}
