import { z } from 'zod'
import { chatChannelSchema } from './chat.ts'
import type { MemberId, TenantId } from './ids.ts'
import type { JoinFormat } from './request.ts'
import type { MemberRole } from './roles.ts'
import { wordHoursSchema } from './wordHours.ts'
import { isZone } from './zone.ts'

/** `ownThread`: one for each request, in one channel. `candidateChannel`: a closed channel for each candidate. */
export const requestPlaces = ['asked', 'ownThread', 'candidateChannel'] as const

export const zoneSchema = z.string().refine(isZone, 'is not a time zone, for example Europe/Berlin')
const minuteOfDay = z.int().min(0).max(1440)

/** When silent parties are reminded (domain/reminders.ts); hours and days are the reader's own. */
export const ladderSchema = z.object({
  isOn: z.boolean().default(true),
  afterDays: z.array(z.int().min(1).max(60)).max(6).default([1, 3]),
  beforeCloseDays: z.array(z.int().min(0).max(60)).max(6).default([3, 1]),
  fromMinute: minuteOfDay.default(9 * 60),
  toMinute: minuteOfDay.default(18 * 60),
  weekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  gapHours: z.int().min(1).max(336).default(24),
  countMax: z.int().min(0).max(10).default(4),
})

/** One tenant's settings; every value has the default of product/requirements and the first-open card. */
export const tenantSettingsSchema = z.object({
  agencyName: z.string().trim().min(1).max(120).default('Your agency'),
  /** False until the first-open card was sent. */
  isSetUp: z.boolean().default(false),
  zone: zoneSchema.default('UTC'),
  locale: z.string().max(35).default('en-GB'),
  country: z.string().length(2).nullable().default(null),
  accentColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#0b5d51'),
  dayStartsMinute: minuteOfDay.default(8 * 60),
  dayEndsMinute: minuteOfDay.default(19 * 60),
  weekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  /** What "morning" and "all day" mean when somebody writes them. */
  wordHours: wordHoursSchema.prefault({}),
  durationMinutes: z.int().min(5).max(480).default(60),
  screeningMinutes: z.int().min(5).max(480).default(30),
  gridMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30), z.literal(60)]).default(30),
  noticeHours: z.int().min(0).max(336).default(24),
  gapMinutes: z.int().min(0).max(240).default(15),
  windowDays: z.int().min(1).max(120).default(21),
  offerCount: z.int().min(1).max(5).default(3),
  order: z.enum(['candidateFirst', 'clientFirst', 'both']).default('both'),
  quorum: z.enum(['all', 'any']).default('all'),
  undoSeconds: z.int().min(0).max(600).default(20),
  moveCountMax: z.int().min(0).max(20).default(2),
  changeCutoffHours: z.int().min(0).max(168).default(24),
  reminders: z
    .object({ candidate: ladderSchema, client: ladderSchema })
    .default({ candidate: ladderSchema.parse({}), client: ladderSchema.parse({}) }),
  /** Minutes before an interview at which its people are briefed; 0 switches it off. */
  meetingBriefingMinutes: z.int().min(0).max(1_440).default(30),
  /** Where the card of a request stands, and what is said about it: where it was asked, or in a place of its own. */
  requestPlace: z.enum(requestPlaces).default('asked'),
  /** The one channel for threads of their own. */
  requestChannel: chatChannelSchema.nullable().default(null),
  /** Whether candidates are named in channels that everybody at the workplace can read. */
  showsCandidatesInPublic: z.boolean().default(false),
  /** The recruiter's own opening words per mail template, `template:language` -> text. */
  mailWords: z.record(z.string(), z.string().max(4_000)).default({}),
})
export type TenantSettings = z.infer<typeof tenantSettingsSchema>

export const defaultSettings: TenantSettings = tenantSettingsSchema.parse({})

/** Row of the settings table: one per tenant, its id is the tenant's. */
export interface SettingsRow {
  id: TenantId
  tenantId: TenantId
  version: number
  data: TenantSettings
  /** When time last passed for this tenant; a gap before it was an outage. */
  beatAt: Date | null
}

/** Somebody of the agency or company who uses Parley. */
export interface Member {
  id: MemberId
  tenantId: TenantId
  name: string
  email: string
  phone: string | null
  zone: string
  locale: string
  roles: readonly MemberRole[]
  /** Id in the ATS, when known. */
  recordId: string | null
  /** Local minute of the daily briefing; null when it was stopped. */
  briefingMinute: number | null
  nextBriefingAt: Date | null
  /** When this member was last mailed that something needs them. */
  alertedAt: Date | null
  createdAt: Date
}

/** How people of one job or client always meet. */
export interface StandingFormat {
  id: string
  tenantId: TenantId
  scope: 'job' | 'client'
  recordId: string
  format: JoinFormat
}

/** Where an application goes on confirmation, per job; proposed by us, editable by the recruiter. */
export interface StageMapping {
  id: string
  tenantId: TenantId
  jobId: string
  toStageId: string | null
}

/** A member's imported calendar: without one the member's time is unknown, never free. */
export interface CalendarSource {
  id: string
  tenantId: TenantId
  memberId: MemberId
  importedAt: Date
  coversFrom: Date
  coversTo: Date
}
export interface BusyTime {
  id: string
  tenantId: TenantId
  memberId: MemberId
  startsAt: Date
  endsAt: Date
}

/** A message as it was sent, kept by the built-in mailbox. */
export interface MailboxMessage {
  id: string
  tenantId: TenantId
  messageId: string
  fromLine: string
  toLine: string
  subject: string
  text: string
  html: string
  /** The calendar part, when there is one. */
  ics: string | null
  /** The whole message as it would have gone over the wire. */
  source: string
  sentAt: Date
}
