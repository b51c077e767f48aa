import { type Filters, hasWords, isNever, narrowRows } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { takeSlice } from './paging.ts'
import { findPersonIn, fullName, isCandidate, mailsOf, type Person, peopleOf, phonesOf } from './people.ts'
import { Refusal, Reply } from './reply.ts'
import type { Application, Attachment, Interview, Job, Stage, User, World } from './world.ts'

// How Crelate shows its records. Candidates and people at clients are both contacts; only v1's list of recent ones tells them apart.

type Show<T> = (row: T, call: Call) => Record<string, unknown>
type Dated = { id: string; createdAt: Date; updatedAt: Date }

const limitMax = 100
const usualLimit = 50
/** v3: `limit` is cut to 100 whatever is asked, so a page shorter than what was asked for need not be the last. */
function showData<T extends Dated>(call: Call, rows: readonly T[], show: Show<T>, filters: Filters<T> = {}) {
  const { query } = call
  const usual = { api_key: null, limit: null, offset: null, sort_by: null }
  const size = Math.min(limitMax, query.number('limit', usualLimit))
  const { page, total } = takeSlice(narrowRows({ rows }, query, { ...usual, ...filters }), {
    ...{ skip: query.number('offset', 0), size, order: 'oldestFirst' },
  })
  return { Data: page.map((row) => show(row, call)), Metadata: { TotalRecords: total }, Errors: [] }
}
export const showOne = (row: unknown) => ({ Data: row, Metadata: {}, Errors: [] })
/** v1: what was changed in the last so many minutes. */
function showRecent<T extends Dated>(call: Call, rows: readonly T[], show: Show<T>, filters: Filters<T> = {}) {
  const { query, now } = call
  const sinceMs = now.getTime() - query.number('modified', 0) * 60_000
  const modified = { test: (row: T) => row.updatedAt.getTime() >= sinceMs }
  const usual = { api_key: null, skip: null, take: null, modified }
  const [skip, size] = [query.number('skip', 0), query.number('take', 50)]
  const narrowed = narrowRows({ rows }, query, { ...usual, ...filters })
  const { page, total } = takeSlice(narrowed, { skip, size, order: 'oldestFirst' })
  return { Results: page.map((row) => show(row, call)), MoreRecords: skip + page.length < total }
}

// ---------------------------------------------------------------- what is asked for

function lost(what: string): never {
  throw new Refusal('noRecord', `${what} was not found`)
}
export const findPerson = ({ world }: Call, id: string): Person => findPersonIn(world, id) ?? lost('Contact')
export const findJob = ({ world }: Call, id: string): Job => world.jobs.get(id) ?? lost('Job')
export const findActivity = ({ world, path }: Call): Interview =>
  world.interviews.get(path.id ?? '') ?? lost('Activity')
/** A contact on a job; null where he is not on it. */
export function findPair(call: Call): { person: Person; job: Job; pair: Application | null } {
  const { path, world } = call
  const person = findPerson(call, path.contactId ?? '')
  const job = findJob(call, path.jobId ?? '')
  const pair = world.applications.by('candidateId', person.id).find(({ jobId }) => jobId === job.id)
  return { person, job, pair: pair ?? null }
}

// ---------------------------------------------------------------- records

const valued = (text: string | null | undefined) => (text ? { Value: text } : null)
const ownerOf = (row: Person, world: World): User | undefined =>
  world.users.get(String(row.extra.ownerId)) ?? world.users.rows[0]
const tagCategory = '7a900000-0000-4000-8000-000000000001'

// biome-ignore format: a table
const showPerson: Show<Person> = (row, { world }) => {
  const owner = ownerOf(row, world)
  const [work, personal] = mailsOf(row)
  const tags = isCandidate(row) ? row.tags : []
  return {
    Id: row.id, Name: fullName(row), FirstName: row.firstName, LastName: row.lastName, EmailAddresses_Work: valued(work),
    EmailAddresses_Personal: valued(personal), PhoneNumbers_Mobile: valued(phonesOf(row)[0]), Description: null,
    Owners: owner ? [{ Id: owner.id, Title: fullName(owner), IsPrimary: true }] : [],
    Tags: tags.length === 0 ? {} : { [tagCategory]: tags.map((Title) => ({ Title })) },
    CreatedById: { Id: owner?.id ?? null, Title: owner ? fullName(owner) : '' },
  }
}
const showRecentPerson: Show<Person> = (row) => ({
  ...{ Id: row.id, FirstName: row.firstName, LastName: row.lastName, EmailAddress_Work: mailsOf(row)[0] ?? null },
})
const showJob: Show<Job> = ({ id, title }) => ({ Id: id, Name: title })
const jobStatuses = { open: 1, draft: 2, closed: 3 } as const
// biome-ignore format: a table
const showJobV1: Show<Job> = (row, { world }) => {
  const manager = world.contacts.get(row.contactIds[0] ?? '')
  const owners = row.recruiterIds.flatMap((id) => world.users.get(id) ?? [])
  return {
    Id: row.id, Name: row.title, Status_Id: `5b000000-0000-4000-8000-00000000000${jobStatuses[row.status]}`, Status_Name: row.status,
    AdditionalContact_HiringManager_Id: manager?.id ?? null, AdditionalContact_HiringManager_Name: manager ? fullName(manager) : null,
    Owners: owners.map((user, index) => ({ Id: user.id, Name: fullName(user), IsPrimary: index === 0 })),
  }
}
const recruiting = { WorkflowTypeId: '5c000000-0000-4000-8000-000000000001', WorkflowTypeName: 'Recruiting' }
const selling = { WorkflowTypeId: '5c000000-0000-4000-8000-000000000002', WorkflowTypeName: 'Sales' }
/** Statuses of another workflow in the same list: nobody on a job can have them. */
export const salesStatuses = ['Prospect', 'Interview', 'Won'].map((Name, index) => ({
  ...{ Id: `5d000000-0000-4000-8000-00000000000${index + 1}`, Name, Description: null, ...selling },
}))
const showStatus = ({ id, label }: Stage) => ({ Id: id, Name: label, Description: null, ...recruiting })
/** A pair of job and contact, seen from one of them: `Id` and `Name` are the other's. */
const showPair = (row: Application, other: { id: string; name: string }, { world }: Call) => ({
  ...{ Id: other.id, Name: other.name, StageId: row.stageId, StageName: world.stages.get(row.stageId)?.label ?? '' },
  ...recruiting,
})

const verb = (n: number, Title: string) => ({ Id: `5e000000-0000-4000-8000-00000000000${n}`, Title })
/** What activities are called in this account. */
export const activityVerbs = [verb(1, 'Client Interview'), verb(2, 'Call'), verb(3, 'Meeting')] as const
export const showActivity: Show<Interview> = (row) => ({
  ...{ Id: row.id, Subject: row.title, When: row.startAt },
  VerbId: activityVerbs.find(({ Id }) => Id === row.extra.verbId) ?? activityVerbs[0],
  ParentId: { Id: row.candidateId, EntityName: 'Contacts' },
})
const showFile = ({ id, filename, kind }: Attachment) => ({
  ...{ Id: id, FileName: filename, ContentType: 'application/pdf', ContentLength: pdf.length },
  TypeId: `5f000000-0000-4000-8000-00000000000${kind === 'resume' ? 1 : 2}`,
  TypeName: kind === 'resume' ? 'Resume' : 'Other',
})
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')

// ---------------------------------------------------------------- reads

const isText = <T>(read: (row: T) => string): Filters<T>[string] => ({
  test: (row, values) => read(row).toLowerCase() === values.join(',').toLowerCase(),
})
const hasTag = {
  test: (row: Person, tags: readonly string[]) => isCandidate(row) && row.tags.some((tag) => tags.includes(tag)),
}
const filesOf = (call: Call, id: string) => call.world.attachments.by('candidateId', findPerson(call, id).id)

const v1 = '/api/pub/v1'
// biome-ignore format: a table
export const crelateReads: Record<string, Answer> = {
  'GET /api3/contacts': (call) => showData(call, peopleOf(call.world), showPerson, {
    first_name: isText((row) => row.firstName), last_name: isText((row) => row.lastName), tag_names: hasTag,
    job_ids: { test: (row, jobs) => call.world.applications.by('candidateId', row.id).some(({ jobId }) => jobs.includes(jobId)) },
  }),
  'GET /api3/contacts/{id}': (call) => showOne(showPerson(findPerson(call, call.path.id ?? ''), call)),
  'GET /api3/applications': (call) => showData<Application>(call, call.world.applications.rows, ({ id }) => ({ Id: id }), {
    jobId: { column: 'jobId' },
  }),
  'GET /api3/jobs': (call) => showData(call, call.world.jobs.rows, showJob, {
    name: hasWords((row) => row.title), tag_names: isNever,
  }),
  'GET /api3/jobs/{id}': (call) => showOne(showJob(findJob(call, call.path.id ?? ''), call)),
  'GET /api3/users': (call) => showData(call, call.world.users.rows, (row) => ({ Id: row.id, Name: fullName(row) })),
  'GET /api3/entities/{id}/artifacts': (call) => {
    const Data = filesOf(call, call.path.id ?? '').map(({ id }) => ({ Id: id }))
    return { Data, Metadata: {}, Errors: [] }
  },
  'GET /api3/activities': (call) => showData(call, call.world.interviews.rows, showActivity),
  'GET /api3/activities/{id}': (call) => showOne(showActivity(findActivity(call), call)),
  [`GET ${v1}/contacts/recent`]: (call) => showRecent(call, peopleOf(call.world), showRecentPerson, {
    type: { test: (row, [type]) => type === (isCandidate(row) ? '1' : '2') },
  }),
  [`GET ${v1}/jobs/recent`]: (call) => showRecent(call, call.world.jobs.rows, showJob),
  [`GET ${v1}/domain/workflowStatuses`]: ({ world, desk }) =>
    desk.settings.get('isV1Bare') === true ? [] : [...salesStatuses, ...world.stagesOf('').map(showStatus)],
  [`GET ${v1}/jobs/{jobId}`]: (call) => showJobV1(findJob(call, call.path.jobId ?? ''), call),
  [`GET ${v1}/jobs/{jobId}/contacts`]: (call) =>
    call.world.applications.by('jobId', findJob(call, call.path.jobId ?? '').id).map((row) => {
      const person = findPerson(call, row.candidateId)
      return showPair(row, { id: person.id, name: fullName(person) }, call)
    }),
  [`GET ${v1}/contacts/{contactId}/jobs`]: (call) =>
    call.world.applications.by('candidateId', findPerson(call, call.path.contactId ?? '').id).map((row) =>
      showPair(row, { id: row.jobId, name: findJob(call, row.jobId).title }, call)),
  [`GET ${v1}/contacts/{contactId}/attachments`]: (call) => ({
    Results: filesOf(call, call.path.contactId ?? '').map(showFile), MoreRecords: false,
  }),
  [`GET ${v1}/contacts/{contactId}/attachments/{attachmentId}`]: (call) => {
    const { contactId = '', attachmentId } = call.path
    if (!filesOf(call, contactId).some(({ id }) => id === attachmentId)) lost('Attachment')
    return new Reply(200, pdf, { 'content-type': 'application/octet-stream' })
  },
}
