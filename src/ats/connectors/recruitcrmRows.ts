import { z } from 'zod'
import { companyOfMail } from '../companyOfMail.ts'
import type { SyncedCandidate, SyncedContact, SyncedInterview, SyncedJob, SyncedUser } from '../connector.ts'
import { idList, idOrNull, instantOrNull, proseOrNull, textOrNull, vendorId, vendorInstant } from '../vendorRows.ts'

// Recruit CRM's records as far as they are used, and what they are here. Candidates, jobs and contacts are known by their slugs, the rest by numbers.

/** Documented to be null at the end; an example of the vendor's has it as text. */
const nextUrl = z
  .string()
  .nullable()
  .catch(null)
  .transform((url) => url !== null && url !== '' && url !== 'null')
/** A search that has no filter answers with a bare list. */
export const pageRow = z.union([
  z.object({ data: z.array(z.unknown()), next_page_url: nextUrl }),
  z.array(z.unknown()).transform((data) => ({ data, next_page_url: false })),
])

export const userRow = z.object({
  id: vendorId,
  first_name: textOrNull,
  last_name: textOrNull,
  email: textOrNull,
  timezone: textOrNull,
  status: textOrNull,
})
export const candidateRow = z.object({
  slug: vendorId,
  first_name: textOrNull,
  last_name: textOrNull,
  email: textOrNull,
  contact_number: textOrNull,
  position: textOrNull,
  current_organization: textOrNull,
  resource_url: textOrNull,
  updated_on: instantOrNull,
})
export const jobRow = z.object({
  slug: vendorId,
  name: textOrNull,
  company_slug: idOrNull,
  contact_slug: idOrNull,
  secondary_contact_slugs: idList,
  job_status: z.object({ id: idOrNull, label: textOrNull }).nullable().catch(null),
  hiring_pipeline_id: idOrNull,
  owner: idOrNull,
  updated_on: instantOrNull,
})
/** Documented as `stage_id`; the service says `status_id`. */
export const stageRow = z
  .object({ status_id: vendorId.optional(), stage_id: vendorId.optional(), label: z.string() })
  .transform(({ status_id, stage_id, label }, context) => {
    const id = status_id ?? stage_id
    if (id === undefined) context.addIssue({ code: 'custom', message: 'no id' })
    return { id: id ?? '', label: label.trim() }
  })
export const contactRow = z.object({
  slug: vendorId,
  first_name: textOrNull,
  last_name: textOrNull,
  email: textOrNull,
  company_slug: vendorId,
})
const statusRow = z.object({ status_id: vendorId, label: textOrNull })
export const assignedRow = z.object({
  candidate: z.object({ slug: vendorId }),
  stage_date: instantOrNull,
  status: statusRow,
})
export const placeRow = z.object({ candidate_slug: vendorId, job_slug: vendorId, status: statusRow })
export const meetingRow = z.object({
  id: vendorId,
  title: textOrNull,
  description: proseOrNull,
  address: textOrNull,
  start_date: vendorInstant,
  end_date: vendorInstant,
  related_to: idOrNull,
  related_to_type: textOrNull,
  attendees: z
    .array(z.object({ attendee_type: z.string().transform((type) => type.toLowerCase()), attendee_id: vendorId }))
    .catch([]),
  associated_jobs: idList,
  associated_candidates: idList,
  updated_on: instantOrNull,
})
export const typeRow = z.object({ id: vendorId, label: z.string() })
export const fileRow = z.object({ file_name: textOrNull, file_link: z.url() })
export const resumeRow = z.object({
  resume: z
    .union([
      z.object({ filename: textOrNull, file_link: z.url() }),
      z.url().transform((url) => ({ filename: null, file_link: url })),
    ])
    .nullable()
    .catch(null),
})
export const subscriptionRow = z.object({ event: z.string(), target_url: z.string() })

type Job = z.output<typeof jobRow>
export type Meeting = z.output<typeof meetingRow>
type Contact = z.output<typeof contactRow>

const nameOf = (row: { first_name: string | null; last_name: string | null }) =>
  [row.first_name, row.last_name].filter((part) => part !== null).join(' ')

export function toUser(row: z.output<typeof userRow>): SyncedUser | null {
  if (/inactive|deleted|disabled/i.test(row.status ?? '')) return null
  const zone = row.timezone?.includes('/') ? row.timezone : null
  return { id: row.id, name: nameOf(row) || (row.email ?? row.id), email: row.email, role: 'recruiter', zone }
}

export function toCandidate(row: z.output<typeof candidateRow>): SyncedCandidate {
  return {
    id: row.slug,
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    emails: (row.email ?? '').split(/[\s,;]+/).filter((email) => email.includes('@')),
    phones: row.contact_number === null ? [] : [row.contact_number],
    title: row.position,
    company: row.current_organization,
    url: row.resource_url,
  }
}

/** An application is a candidate together with a job. */
export const applicationIdOf = (candidateSlug: string, jobSlug: string) => `${candidateSlug}:${jobSlug}`

function statusOf({ job_status }: Job): SyncedJob['status'] {
  const label = job_status?.label ?? ''
  if (job_status?.id === '0' || /closed|placed|cancell?ed|filled/i.test(label)) return 'closed'
  return /hold/i.test(label) ? 'onHold' : 'open'
}
const longMs = 60 * 24 * 3600_000
/** Closed for so long that nobody schedules for it any more: then who is on it is not read. */
export const isLongClosed = (job: Job, now: Date): boolean =>
  statusOf(job) === 'closed' && (job.updated_on === null || now.getTime() - job.updated_on.getTime() > longMs)
export const contactsOf = (job: Job): string[] =>
  [job.contact_slug, ...job.secondary_contact_slugs].filter((slug) => slug !== null)

export function toJob(job: Job, now: Date): SyncedJob {
  // Clients are read with the contacts of jobs whose people are read, and of no others.
  const hasClient = !isLongClosed(job, now) && contactsOf(job).length > 0
  return {
    id: job.slug,
    title: job.name ?? job.slug,
    status: statusOf(job),
    originalStatus: job.job_status?.label ?? '',
    clientId: hasClient ? job.company_slug : null,
    hiringManagerId: null,
    interviewerIds: [],
    url: null,
  }
}

export function toContact(row: Contact): SyncedContact {
  return { id: row.slug, clientId: row.company_slug, name: nameOf(row) || (row.email ?? row.slug), email: row.email }
}

/** What a client is called, as the interface gives no names of companies: after the domain of the contact's address. */
export function nameClient(contact: Contact): string {
  return companyOfMail(contact.email)?.name ?? `Company of ${nameOf(contact) || contact.slug}`
}

const attendeesOf = ({ attendees }: Meeting, type: string) =>
  attendees.flatMap(({ attendee_type, attendee_id }) => (attendee_type === type ? [attendee_id] : []))

/** Null for a meeting that is about no candidate for a job. */
export function toInterview(meeting: Meeting, now: Date): SyncedInterview | null {
  const related = meeting.related_to_type?.toLowerCase() === 'candidate' ? meeting.related_to : null
  const candidate = related ?? attendeesOf(meeting, 'candidate')[0] ?? meeting.associated_candidates[0]
  const [job] = meeting.associated_jobs
  return candidate && job ? interviewOf(meeting, applicationIdOf(candidate, job), now) : null
}

export function interviewOf(meeting: Meeting, applicationId: string, now: Date): SyncedInterview {
  return {
    id: meeting.id,
    applicationId,
    // Meetings have no state that is described; a cancelled one is gone.
    status: meeting.end_date <= now ? 'COMPLETE' : 'SCHEDULED',
    title: meeting.title ?? '',
    startAt: meeting.start_date,
    endAt: meeting.end_date,
    location: meeting.address ?? '',
    userIds: attendeesOf(meeting, 'user'),
    key: null,
  }
}
