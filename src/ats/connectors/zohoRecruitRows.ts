import { z } from 'zod'
import type { JobStatus } from '../../domain/records.ts'
import type {
  LiveApplication,
  SyncedApplication,
  SyncedCandidate,
  SyncedClient,
  SyncedContact,
  SyncedInterview,
  SyncedJob,
} from '../connector.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// Zoho Recruit's rows in Parley's words. Names of fields differ between accounts, so that some are looked for under several.

const words = orNull(vendorText)
/** A record is named by an object with id and name. */
const lookup = orNull(z.object({ id: vendorId, name: words }))
/** Or by its id alone. */
const reference = orNull(z.union([z.object({ id: vendorId }).transform(({ id }) => id), z.string().regex(/^\d{6,}$/)]))

export const infoShape = z.object({ more_records: z.boolean() })
export const userRow = z.object({ id: vendorId, full_name: vendorText, email: words })
export const fieldRow = z.object({
  api_name: z.string(),
  pick_list_values: listOf(z.object({ display_value: vendorText, actual_value: z.string().min(1) })),
})
export type FieldRow = z.output<typeof fieldRow>

export const jobRow = z
  .object({
    id: vendorId,
    Posting_Title: words,
    Job_Opening_Name: words,
    Job_Opening_Status: vendorText,
    Client_Name: lookup,
    Contact_Name: lookup,
  })
  .refine((row) => row.Posting_Title !== null || row.Job_Opening_Name !== null)
export const candidateRow = z.object({
  id: vendorId,
  First_Name: words,
  Last_Name: words,
  Full_Name: words,
  Email: words,
  Phone: words,
  Mobile: words,
  Candidate_Status: words,
  Current_Job_Title: words,
  Current_Employer: words,
  Modified_Time: orNull(vendorInstant),
})
export const applicationRow = z
  .object({
    id: vendorId,
    Candidate_Id: reference,
    Candidate_Name: reference,
    Job_Opening_Id: reference,
    Posting_Title: reference,
    Job_Opening_Name: reference,
    Application_Status: vendorText,
    Created_Time: orNull(vendorInstant),
    Modified_Time: vendorInstant,
  })
  .transform((row, context) => {
    const candidateId = row.Candidate_Id ?? row.Candidate_Name
    const jobId = row.Job_Opening_Id ?? row.Posting_Title ?? row.Job_Opening_Name
    if (candidateId !== null && jobId !== null) return { ...row, candidateId, jobId }
    context.addIssue({ code: 'custom', message: 'belongs to no candidate or no job' })
    return z.NEVER
  })
export const statusRow = z.object({ id: vendorId, Application_Status: vendorText })
export const interviewRow = z.object({
  id: vendorId,
  Interview_Name: words,
  Candidate_Name: reference,
  Posting_Title: reference,
  Job_Opening_Name: reference,
  Start_DateTime: vendorInstant,
  End_DateTime: vendorInstant,
  Interviewer: listOf(z.object({ id: vendorId })),
  Interview_Status: words,
  Venue: words,
  Schedule_Comments: orNull(z.string()),
  Modified_Time: orNull(vendorInstant),
})
export type InterviewRow = z.output<typeof interviewRow>

const jobStatuses: readonly [RegExp, JobStatus][] = [
  [/filled|cancel|declin|closed/i, 'closed'],
  [/inactive|hold|waiting/i, 'onHold'],
]
export function jobOf(row: z.output<typeof jobRow>): SyncedJob {
  const { id, Job_Opening_Status: label, Client_Name: client } = row
  const status = jobStatuses.find(([word]) => word.test(label))?.[1] ?? 'open'
  const title = row.Posting_Title ?? row.Job_Opening_Name ?? ''
  return { id, title, status, originalStatus: label, clientId: client?.id ?? null, url: null }
}

/** Clients and contacts as the jobs name them; their addresses are not among it. */
export function clientsOf(rows: readonly z.output<typeof jobRow>[]) {
  const clients = new Map<string, SyncedClient>()
  const contacts = new Map<string, SyncedContact>()
  for (const { Client_Name: client, Contact_Name: contact } of rows) {
    if (!client) continue
    clients.set(client.id, { id: client.id, name: client.name ?? client.id })
    if (contact)
      contacts.set(contact.id, { id: contact.id, clientId: client.id, name: contact.name ?? contact.id, email: null })
  }
  return { clients: [...clients.values()], contacts: [...contacts.values()] }
}

export function candidateOf(row: z.output<typeof candidateRow>): SyncedCandidate {
  const phones = [row.Mobile, row.Phone].filter((phone) => phone !== null && phone !== '') as string[]
  return {
    id: row.id,
    firstName: row.First_Name ?? '',
    lastName: row.Last_Name ?? row.Full_Name ?? '',
    emails: row.Email ? [row.Email] : [],
    phones: [...new Set(phones)],
    title: row.Current_Job_Title || null,
    company: row.Current_Employer || null,
    url: null,
  }
}

/** The vendor's usual words, and what customers call theirs; whoever is in none of these is under way. */
const ends: readonly [RegExp, LiveApplication['outcome']][] = [
  [/^(hired|joined|converted\b.*)$/i, 'hired'],
  [
    /reject|declin|withdr|unqualified|junk|archived|no-?\s?show|not[- ]interested|forward-to-onboarding-declined/i,
    'rejected',
  ],
]
export const outcomeOf = (status: string): LiveApplication['outcome'] =>
  ends.find(([word]) => word.test(status))?.[1] ?? 'active'

export const applicationOf = (row: z.output<typeof applicationRow>): SyncedApplication => ({
  id: row.id,
  candidateId: row.candidateId,
  jobId: row.jobId,
  stageId: row.Application_Status,
  outcome: outcomeOf(row.Application_Status),
  originalStatus: row.Application_Status,
  appliedAt: row.Created_Time ?? null,
  url: null,
})

const isCanceled = (status: string | null) => /cancel/i.test(status ?? '')
const isOver = (status: string | null) => /complet|conducted|attended|done/i.test(status ?? '')

/** An interview of nobody or for no job is none that Parley could do something with. */
export function interviewOf(row: InterviewRow, applicationId: string): SyncedInterview[] {
  const candidateId = row.Candidate_Name
  const jobId = row.Posting_Title ?? row.Job_Opening_Name
  if (candidateId === null || jobId === null) return []
  const status = isCanceled(row.Interview_Status) ? 'CANCELED' : isOver(row.Interview_Status) ? 'COMPLETE' : 'SCHEDULED'
  return [
    {
      id: row.id,
      applicationId,
      ...(applicationId === '' ? { pair: { candidateId, jobId } } : {}),
      status,
      title: row.Interview_Name ?? '',
      startAt: row.Start_DateTime,
      endAt: row.End_DateTime,
      location: row.Venue ?? '',
      userIds: row.Interviewer.map(({ id }) => id),
      key: null,
    },
  ]
}
