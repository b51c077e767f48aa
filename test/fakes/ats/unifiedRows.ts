import { linkToFile } from './files.ts'
import { type Filters, hasWords, isNever, isOne, isTime, narrowRows } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { takeSlice } from './paging.ts'
import { Refusal } from './reply.ts'
import type { Table } from './table.ts'
import type {
  Application,
  Attachment,
  Candidate,
  Hook,
  Interview,
  Job,
  Kind,
  Rows,
  Stage,
  User,
  World,
} from './world.ts'

// The connections of a workspace of Unified.to, what each can do, and the objects that are read through them.

/** What works behind a connection, in the vendor's words: object, then verb. */
export interface Connection {
  integration: string
  name: string
  categories: readonly string[]
  can: ReadonlySet<string>
}
const reads = ['candidate', 'application', 'job', 'applicationstatus', 'document', 'interview'].flatMap((one) => [
  `${one} list`,
  `${one} get`,
])
const interviewWrites = ['interview create', 'interview update', 'interview remove']
/** Everything; no interviews to write; only reading, without a filter for what is new. */
export const connections: Readonly<Record<string, Connection>> = {
  'conn-full': {
    integration: 'fullats',
    name: 'Full ATS',
    categories: ['ats', 'hris'],
    can: new Set([
      ...reads,
      'employee list',
      ...interviewWrites,
      'application update',
      'activity create',
      'list_updated_gte',
    ]),
  },
  'conn-notes': {
    integration: 'notesats',
    name: 'Notes ATS',
    categories: ['ats'],
    can: new Set([
      ...reads.filter((one) => !one.startsWith('interview')),
      'application update',
      'activity create',
      'list_updated_gte',
    ]),
  },
  'conn-read': { integration: 'readats', name: 'Reading ATS', categories: ['ats'], can: new Set(reads) },
}

export function findConnection(id: unknown): Connection {
  const connection = connections[String(id)]
  if (!connection) throw new Refusal('noRecord', 'not found')
  return connection
}
export function need(call: Call, ability: string): Connection {
  const connection = findConnection(call.path.connection_id)
  if (!connection.can.has(ability)) throw new Refusal('notAllowed', 'not supported by integration')
  return connection
}

export type Show<T> = (row: T, call: Call) => Record<string, unknown>
const times = (row: { createdAt: Date; updatedAt: Date }) => ({ created_at: row.createdAt, updated_at: row.updatedAt })

/** The vendor's words for a customer's stage: a guess by its name. */
const guesses: readonly [RegExp, string][] = [
  [/offer/i, 'OFFERED'],
  [/hired/i, 'HIRED'],
  [/reject/i, 'REJECTED'],
  [/second|2/i, 'SECOND_INTERVIEW'],
  [/interview/i, 'FIRST_INTERVIEW'],
  [/screen/i, 'SCREENING'],
  [/submit/i, 'SUBMITTED'],
  [/review/i, 'REVIEWING'],
]
export const guessStatus = (label: string) => guesses.find(([pattern]) => pattern.test(label))?.[1] ?? 'NEW'
const endStatus = { rejected: 'REJECTED', hired: 'HIRED' } as const

// biome-ignore format: a table
export const showCandidate: Show<Candidate> = (row, { world }) => ({
  id: row.id, first_name: row.firstName, last_name: row.lastName, name: `${row.firstName} ${row.lastName}`,
  emails: row.emails.map((email) => ({ email, type: 'HOME' })), telephones: row.phones.map((telephone) => ({ telephone })), title: row.title,
  company_name: row.company, job_ids: world.applications.by('candidateId', row.id).map(({ jobId }) => jobId), tags: row.tags,
  web_url: `https://ats.example/candidates/${row.id}`, ...times(row),
})
const statusOf = (row: Application, world: World) =>
  row.status === 'active' ? guessStatus(world.stages.get(row.stageId)?.label ?? '') : endStatus[row.status]
// biome-ignore format: a table
export const showApplication: Show<Application> = (row, { world }) => {
  const label = world.stages.get(row.stageId)?.label ?? ''
  return {
    id: row.id, candidate_id: row.candidateId, job_id: row.jobId, status: statusOf(row, world),
    original_status: label, applied_at: row.createdAt, rejected_at: row.rejectedAt, user_id: row.ownerId, ...times(row),
  }
}
const jobStatuses = { open: 'OPEN', draft: 'DRAFT', closed: 'CLOSED' } as const
// biome-ignore format: a table
export const showJob: Show<Job> = (row) => ({
  id: row.id, name: row.title, status: jobStatuses[row.status], hiring_manager_ids: row.hiringManagerIds, recruiter_ids: row.recruiterIds,
  company_id: row.clientId, ...times(row),
})
const showStage: Show<Stage> = ({ id, jobId, label }) => ({
  ...{ id, job_id: jobId, original_status: label, description: label, status: guessStatus(label) },
})
// biome-ignore format: a table
export const showInterview: Show<Interview> = (row, { world }) => ({
  id: row.id, application_id: row.applicationId, candidate_id: row.candidateId, job_id: world.applications.get(row.applicationId)?.jobId ?? null,
  user_ids: row.seats.flatMap(({ userId }) => userId ?? []), status: row.status, start_at: row.startAt, end_at: row.endAt, location: row.location,
  external_event_xref: row.externalRef, ...times(row),
})
const documentTypes = { resume: 'RESUME', coverLetter: 'COVER_LETTER', other: 'OTHER' } as const
export const showDocument: Show<Attachment> = (row, { origin, now }) => ({
  ...{ id: row.id, type: documentTypes[row.kind], document_url: linkToFile(origin, row, now), filename: row.filename },
  ...{ candidate_id: row.candidateId, application_id: row.applicationId, ...times(row) },
})
export const showHook = (row: Hook) => ({
  ...{
    id: row.id,
    hook_url: row.url || null,
    event: row.event,
    connection_id: row.extra.connection_id,
    object_type: row.extra.object_type,
  },
  ...{
    interval: row.extra.interval ?? null,
    webhook_type: 'virtual',
    is_healthy: true,
    is_paused: false,
    ...times(row),
  },
})

const showUser: Show<User> = ({ id, firstName, lastName, email }) => ({
  ...{
    id,
    name: `${firstName} ${lastName}`,
    first_name: firstName,
    last_name: lastName,
    emails: [{ email, type: 'WORK' }],
  },
})

type Dated = { id: string; createdAt: Date; updatedAt: Date }
const pick = (row: Record<string, unknown>, { query }: Call) => {
  const fields = query.list('fields')
  return fields.length === 0
    ? row
    : Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || fields.includes(name)))
}
/** A bare list without a count: who gets fewer than he asked for is at the end. */
function listRows<T extends Dated>(
  object: string,
  read: (world: World) => Table<T>,
  show: Show<T>,
  filters: (world: World) => Filters<T>,
  text: (row: T) => string,
): Answer {
  return (call) => {
    const { world, query } = call
    const { can } = need(call, `${object} list`)
    const usual: Filters<T> = {
      ...{ limit: null, offset: null, sort: null, order: null, fields: null, raw: null },
      // Where the ATS behind cannot filter by time, the parameter is passed over.
      updated_gte: can.has('list_updated_gte') ? isTime('gte', (row) => row.updatedAt) : null,
      query: hasWords(text),
    }
    const slice = { skip: query.number('offset', 0), size: query.number('limit', 100) }
    const order = query.text('order') === 'desc' ? 'newestFirst' : 'oldestFirst'
    const { page } = takeSlice(narrowRows(read(world), query, { ...usual, ...filters(world) }), { ...slice, order })
    return page.map((row) => pick(show(row, call), call))
  }
}
export function findRow<K extends Kind>({ world, path }: Call, kind: K): Rows[K] {
  const row = world[kind].get(path.id ?? '')
  if (!row) throw new Refusal('noRecord', 'not found')
  return row as Rows[K]
}
const getRow =
  <K extends Kind>(object: string, kind: K, show: Show<Rows[K]>): Answer =>
  (call) => {
    need(call, `${object} get`)
    return pick(show(findRow(call, kind), call), call)
  }

// biome-ignore format: a table
export const unifiedReads: Record<string, Answer> = {
  'GET /ats/{connection_id}/candidate': listRows<Candidate>('candidate', (world) => world.candidates, showCandidate, (world) => ({
    company_id: isNever, job_id: { test: (row, [id]) => world.applications.by('candidateId', row.id).some(({ jobId }) => jobId === id) },
  }), ({ firstName, lastName, emails }) => `${firstName} ${lastName} ${emails.join(' ')}`),
  'GET /ats/{connection_id}/candidate/{id}': getRow('candidate', 'candidates', showCandidate),
  'GET /ats/{connection_id}/application': listRows<Application>('application', (world) => world.applications, showApplication, (world) => ({
    candidate_id: { column: 'candidateId' }, job_id: { column: 'jobId' }, company_id: isNever, status: isOne((row) => statusOf(row, world)),
  }), ({ id }) => id),
  'GET /ats/{connection_id}/application/{id}': getRow('application', 'applications', showApplication),
  'GET /ats/{connection_id}/job': listRows<Job>('job', (world) => world.jobs, showJob, () => ({
    company_id: { column: 'clientId' }, status: isOne((row) => jobStatuses[row.status]),
    user_id: { test: (row, [id = '']) => row.recruiterIds.includes(id) || row.hiringManagerIds.includes(id) },
  }), ({ title }) => title),
  'GET /ats/{connection_id}/job/{id}': getRow('job', 'jobs', showJob),
  'GET /ats/{connection_id}/applicationstatus': listRows<Stage>('applicationstatus', (world) => world.stages, showStage, () => ({
    job_id: { column: 'jobId' },
  }), ({ label }) => label),
  'GET /hris/{connection_id}/employee': listRows<User>('employee', (world) => world.users, showUser, () => ({}),
    ({ firstName, lastName, email }) => `${firstName} ${lastName} ${email}`),
  'GET /ats/{connection_id}/document': listRows<Attachment>('document', (world) => world.attachments, showDocument, (world) => ({
    application_id: { column: 'applicationId' }, candidate_id: { column: 'candidateId' }, type: isOne((row) => documentTypes[row.kind]),
    job_id: isOne((row) => world.applications.get(row.applicationId ?? '')?.jobId),
  }), ({ filename }) => filename),
  'GET /ats/{connection_id}/interview': listRows<Interview>('interview', (world) => world.interviews, showInterview, () => ({
    application_id: { column: 'applicationId' },
  }), ({ id }) => id),
  'GET /ats/{connection_id}/interview/{id}': getRow('interview', 'interviews', showInterview),
}
