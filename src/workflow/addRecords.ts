import type { AtsPort } from '../ats/port.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { isMailAddress } from '../domain/mailAddress.ts'
import type { OpeningWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import type { ScheduleWish } from './scheduleWish.ts'

// Takes:   the small form behind an unknown name.
// Reads:   the ATS, for jobs of the given name.
// Writes:  a candidate with an application, a contact, or a job, in the ATS.
// Effects: none of its own; the scheduling wish goes on.
// Refuses when: a field is missing or wrong (`badInput` with the field), or this ATS takes no new records.

type Fields = Readonly<Record<string, string>>

function field(fields: Fields, name: string): string {
  return (fields[name] ?? '').trim()
}

/** Says what is missing in the presser's words. */
export type Missing = OpeningWords['missing']

function needField(fields: Fields, name: string, missing: string): string {
  const value = field(fields, name)
  if (value === '') throw new ParleyError('badInput', missing, { field: name, isWorded: true })
  return value
}

function needAddress(fields: Fields, missing: Missing): string {
  const email = field(fields, 'email').toLowerCase()
  if (!isMailAddress(email)) throw new ParleyError('badInput', missing.address, { field: 'email', isWorded: true })
  return email
}

function adder(deps: Deps, missing: Missing): NonNullable<AtsPort['addRecord']> {
  const add = deps.ats.addRecord
  if (!add) throw new ParleyError('notConfigured', missing.cannotAdd, { isWorded: true })
  return add
}

/** @returns the wish, now naming what was added, so that exactly it is found */
export async function addCandidate(
  deps: Deps,
  tenantId: TenantId,
  wish: ScheduleWish,
  fields: Fields,
  missing: Missing,
): Promise<ScheduleWish> {
  const name = needField(fields, 'name', missing.candidateName)
  const email = needAddress(fields, missing)
  const title = needField(fields, 'job', missing.job)
  const client = field(fields, 'client')
  const search = await deps.ats.findApplications(tenantId, {
    candidate: null,
    client: client === '' ? null : client,
    job: title,
  })
  const known = search.matches[0]
  const jobId =
    known?.jobId ??
    (await adder(deps, missing)(tenantId, { kind: 'job', title, clientName: client === '' ? null : client }))
  await adder(deps, missing)(tenantId, { kind: 'candidate', name, email, phone: field(fields, 'phone') || null, jobId })
  return {
    ...wish,
    candidate: name,
    counterparts: client === '' ? wish.counterparts : [client],
    job: known?.jobTitle ?? title,
  }
}

export async function addContact(
  deps: Deps,
  tenantId: TenantId,
  clientName: string,
  fields: Fields,
  missing: Missing,
): Promise<string> {
  const name = needField(fields, 'name', missing.contactName)
  return adder(deps, missing)(tenantId, {
    kind: 'contact',
    name,
    email: needAddress(fields, missing),
    phone: field(fields, 'phone') || null,
    clientName,
  })
}

/** @returns the job's title */
export async function addJob(deps: Deps, tenantId: TenantId, fields: Fields, missing: Missing): Promise<string> {
  const title = needField(fields, 'title', missing.jobTitle)
  const client = field(fields, 'client')
  await adder(deps, missing)(tenantId, { kind: 'job', title, clientName: client === '' ? null : client })
  return title
}
