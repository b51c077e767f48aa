import { DateTime } from 'luxon'
import { z } from 'zod'
import type { JobStatus } from '../../domain/records.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob, SyncedUser } from '../connector.ts'
import { listOf, orNull, vendorId, vendorText } from '../vendorRows.ts'

// Profiles of iCIMS, as much of them as is asked for. A field that is empty or hidden is not there at all.

const dateForm = 'yyyy-MM-dd hh:mm a'
/** Minutes, in UTC. */
export const writeDate = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' }).toFormat(dateForm, { locale: 'en-US' })
const date = z.string().transform((text) => {
  const read = DateTime.fromFormat(text, dateForm, { zone: 'utc', locale: 'en-US' })
  const at = read.isValid ? read : DateTime.fromISO(text, { zone: 'utc' })
  return at.isValid ? at.toJSDate() : null
})

const choice = z.object({ id: vendorId, value: orNull(vendorText) })
const linkRow = z.object({ url: z.string() })
const phone = z.union([vendorText, z.object({ phonenumber: vendorText }).transform(({ phonenumber }) => phonenumber)])

export const personFields = ['firstname', 'lastname', 'email', 'phones', 'folder', 'links', 'updateddate'] as const
export const personRow = z.object({
  firstname: orNull(vendorText),
  lastname: orNull(vendorText),
  email: orNull(vendorText),
  phones: listOf(phone),
  folder: orNull(choice),
  links: listOf(linkRow),
  updateddate: orNull(date),
})
export type PersonRow = z.output<typeof personRow>

export const jobFields = ['jobtitle', 'hiringmanager', 'recruiter', 'folder'] as const
export const jobRow = z.object({
  jobtitle: vendorText,
  hiringmanager: orNull(choice),
  recruiter: orNull(choice),
  folder: orNull(choice),
})
export type JobRow = z.output<typeof jobRow>

export const workflowFields = ['baseprofile', 'associatedprofile', 'status', 'links', 'updateddate'] as const
export const workflowRow = z.object({
  baseprofile: choice,
  associatedprofile: choice,
  status: choice,
  links: listOf(linkRow),
  updateddate: orNull(date),
})
export type WorkflowRow = z.output<typeof workflowRow>

/** Pages of the customer's own site; addresses of the interface ask for a key. */
function findPage(links: readonly { url: string }[]): string | null {
  const isPage = (url: string) => /^https:\/\/[\w-]+\.icims\.(com|eu)\//.test(url) && !/^https:\/\/api\b/.test(url)
  return links.find(({ url }) => isPage(url))?.url ?? null
}

/** Kinds of users as iCIMS names their folders. */
const folderRoles: readonly (readonly [RegExp, SyncedUser['role']])[] = [
  [/hiring manager/i, 'hiringManager'],
  [/recruit/i, 'recruiter'],
]
export function showUser(id: string, { firstname, lastname, email, folder }: PersonRow): SyncedUser {
  const role = folderRoles.find(([words]) => words.test(folder?.value ?? ''))?.[1] ?? null
  return { id, name: [firstname, lastname].filter(Boolean).join(' '), email, role }
}

/** Words of job folders; a customer may have his own. */
const folderStates: readonly (readonly [RegExp, JobStatus])[] = [
  [/clos|fill|cancel|archiv|delet|declin/i, 'closed'],
  [/pend|hold|draft|await|incomplete/i, 'onHold'],
]
export const showJob = (id: string, row: JobRow): SyncedJob => ({
  id,
  title: row.jobtitle,
  status: folderStates.find(([words]) => words.test(row.folder?.value ?? ''))?.[1] ?? 'open',
  originalStatus: row.folder?.value ?? '',
  // Missing is unknown: the customer may hide it.
  ...(row.hiringmanager ? { hiringManagerId: row.hiringmanager.id } : {}),
  url: null,
})

export const showCandidate = (id: string, row: PersonRow): SyncedCandidate => ({
  id,
  firstName: row.firstname ?? '',
  lastName: row.lastname ?? '',
  emails: row.email === null ? [] : [row.email],
  phones: row.phones,
  url: findPage(row.links),
})

/** iCIMS does not say when somebody applied; the latest change is the nearest it gives. What a status means its label tells. */
export const showApplication = (
  id: string,
  row: WorkflowRow,
  person: PersonRow,
  job: JobRow | null,
): SyncedApplication => ({
  id,
  candidateId: row.associatedprofile.id,
  jobId: row.baseprofile.id,
  stageId: row.status.id,
  outcome: 'active',
  originalStatus: row.status.value ?? row.status.id,
  ownerId: job?.recruiter?.id ?? null,
  appliedAt: null,
  url: findPage(row.links) ?? findPage(person.links),
})
