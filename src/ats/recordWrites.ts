import type { Clock } from '../domain/clock.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Ids } from '../domain/ids.ts'
import { foldName } from '../domain/names.ts'
import type { CandidateRecord, ClientRecord, ContactRecord, JobRecord, StageStatus } from '../domain/records.ts'
import type { NewRow, Tx } from '../store/port.ts'

/** Writes that pages, chat and import share, so that a record looks the same wherever it was added. */
export interface RecordWrites {
  clock: Clock
  ids: Ids
}

/** The stages a job starts with; each agency renames them as it likes. */
export const defaultStages: readonly { label: string; status: StageStatus }[] = [
  { label: 'Applied', status: 'applied' },
  { label: 'Submitted', status: 'submitted' },
  { label: 'Screening', status: 'screening' },
  { label: 'Interview', status: 'interview' },
  { label: 'Final interview', status: 'finalInterview' },
  { label: 'Offer', status: 'offer' },
  { label: 'Hired', status: 'hired' },
  { label: 'Rejected', status: 'rejected' },
]

/** Fields every record has, for a row added now by a person or an import. */
export function newRecordBase({ clock }: Pick<RecordWrites, 'clock'>) {
  const now = clock.now()
  return { isSample: false, createdAt: now, updatedAt: now }
}

export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** One address with a host that has a dot; not a proof that it exists. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(text)
}

export function stageRowsFor(writes: RecordWrites, jobId: string, isSample = false): NewRow<'atsStages'>[] {
  return defaultStages.map((stage, at) => ({
    ...newRecordBase(writes),
    id: writes.ids.next('atsStage'),
    jobId,
    ordinal: at + 1,
    label: stage.label,
    status: stage.status,
    isSample,
  }))
}

/** The client of that name, added when there is none; "Acme" and "ACME" are one. */
export async function ensureClient(tx: Tx, writes: RecordWrites, name: string): Promise<ClientRecord> {
  const wanted = foldName(name)
  if (wanted === '') throw new ParleyError('badInput', 'Enter the name of the client.', { field: 'clientName' })
  const existing = (await tx.find('atsClients')).find((client) => foldName(client.name) === wanted)
  if (existing) return existing
  const row = {
    ...newRecordBase(writes),
    id: writes.ids.next('atsClient'),
    name: name.trim(),
    country: null,
    notes: null,
  }
  return tx.insert('atsClients', row)
}

/** The candidate with that e-mail, added when there is none. */
export async function createCandidate(
  tx: Tx,
  writes: RecordWrites,
  person: { firstName: string; lastName: string; email: string; phone: string | null },
): Promise<CandidateRecord> {
  if (person.firstName === '') throw new ParleyError('badInput', 'Enter the name of the candidate.', { field: 'name' })
  const email = normaliseEmail(person.email)
  if (!isEmail(email))
    throw new ParleyError('badInput', 'Enter an e-mail address such as name@company.com.', { field: 'email' })
  const existing = await findCandidateByEmail(tx, email)
  if (existing) return existing
  return tx.insert('atsCandidates', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsCandidate'),
    firstName: person.firstName,
    lastName: person.lastName,
    emails: [email],
    phones: person.phone === null || person.phone === '' ? [] : [person.phone],
    title: null,
    company: null,
    zone: null,
    locale: null,
    country: null,
    notes: null,
  })
}

/** Looks through all of a candidate's addresses, not only the first. */
export async function findCandidateByEmail(tx: Tx, email: string): Promise<CandidateRecord | null> {
  const wanted = normaliseEmail(email)
  const all = await tx.find('atsCandidates')
  return all.find((candidate) => candidate.emails.some((known) => normaliseEmail(known) === wanted)) ?? null
}

/** The contact with that e-mail at that client, added when there is none. */
export async function createContact(
  tx: Tx,
  writes: RecordWrites,
  person: { clientId: string; name: string; email: string; phone: string | null },
): Promise<ContactRecord> {
  if (person.name.trim() === '') throw new ParleyError('badInput', 'Enter the name of the contact.', { field: 'name' })
  const email = normaliseEmail(person.email)
  if (!isEmail(email))
    throw new ParleyError('badInput', 'Enter an e-mail address such as name@company.com.', { field: 'email' })
  const known = await tx.find('atsContacts', { where: { clientId: person.clientId } })
  const existing = known.find((contact) => normaliseEmail(contact.email) === email)
  if (existing) return existing
  return tx.insert('atsContacts', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsContact'),
    clientId: person.clientId,
    name: person.name.trim(),
    email,
    phone: person.phone === '' ? null : person.phone,
    title: null,
    zone: null,
    locale: null,
  })
}

/** A job with the default stages. */
export async function createJob(
  tx: Tx,
  writes: RecordWrites,
  job: { clientId: string | null; title: string },
): Promise<JobRecord> {
  if (job.title.trim() === '') throw new ParleyError('badInput', 'Enter the title of the job.', { field: 'title' })
  const row = await tx.insert('atsJobs', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsJob'),
    clientId: job.clientId,
    title: job.title.trim(),
    status: 'open',
    originalStatus: 'Open',
    description: null,
    hiringManagerId: null,
    interviewerIds: [],
  })
  await tx.insertMany('atsStages', stageRowsFor(writes, row.id))
  return row
}
