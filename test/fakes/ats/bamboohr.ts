import { type Filters, hasWords, isTime, narrowRows } from './filters.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { takeSlice } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Job, User, World } from './world.ts'

// BambooHR's applicant tracking, v1: applications with the applicant inside, statuses for the whole account, no interviews, no webhooks, no
// "updated since". The reason of a refusal is in a header and the body is empty. The same calls stand at the company's host and at the gateway.

const own = '/api/v1'
const gateway = '/api/gateway.php/quarry/v1'
const ownRoutes = `
GET /api/v1/applicant_tracking/statuses -> 200 scope ATS settings
GET /api/v1/applicant_tracking/applications -> 200 scope ATS settings
  query page?:integer(1..), jobId?:integer, applicationStatusId?:csv<integer>,
    applicationStatus?:csv<enum(ALL|ALL_ACTIVE|NEW|ACTIVE|INACTIVE|HIRED)>, jobStatusGroups?:csv<string>,
    searchString?:string, sortBy?:enum(first_name|job_title|rating|phone|status|last_updated|created_date),
    sortOrder?:enum(ASC|DESC), newSince?:string
GET /api/v1/applicant_tracking/applications/{application_id:integer} -> 200 scope ATS settings
GET /api/v1/applicant_tracking/jobs -> 200 scope ATS settings
  query statusGroups?:csv<string>, statusIds?:csv<integer>, sortBy?:string, sortOrder?:enum(ASC|DESC)
GET /api/v1/meta/users -> 200
  query status?:csv<enum(enabled|disabled)>
GET /api/v1/applicant_tracking/hiring_leads -> 200 scope ATS settings
POST /api/v1/applicant_tracking/applications/{application_id:integer}/comments -> 200 scope ATS settings
  body comment:string(1..), type?:const(comment)
POST /api/v1/applicant_tracking/applications/{application_id:integer}/status -> 200 scope ATS settings
  body status:integer
`
const atGateway = (text: string) => text.replaceAll(own, gateway)

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, scheme, value = ''] = /^(Basic|Bearer) (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (value === '') throw new Refusal('noKey', 'no key')
  const [key = '', ...password] = Buffer.from(value, 'base64').toString().split(':')
  // Any password will do, but there must be one.
  if (scheme === 'Basic' && password.join(':') === '') throw new Refusal('badKey', 'no password')
  if (!desk.keys.has(scheme === 'Basic' ? key : value)) throw new Refusal('badKey', 'the key is not valid')
  return { userId: null }
}
function findApplication({ world, path }: Call): Application {
  const row = world.applications.get(path.application_id ?? '')
  if (!row) throw new Refusal('noRecord', 'Application not found')
  return row
}

// ---------------------------------------------------------------- records

/** Who may lead a hiring is known by another number, that of the employee. */
const employeeIdOf = (user: User) => Number(user.id) + 500
const showLead = (user: User | undefined) =>
  user
    ? {
        employeeId: employeeIdOf(user),
        firstName: user.firstName,
        lastName: user.lastName,
        avatar: null,
        jobTitle: null,
      }
    : null
const leadOf = (job: Job | undefined, world: World) =>
  world.users.get(job?.hiringManagerIds[0] ?? '') ?? world.users.rows[0]
const statusNames = { open: 'Open', draft: 'Draft', closed: 'Filled' } as const
const statusIds = { open: 2, draft: 1, closed: 3 } as const
const showTitle = (job: Job | undefined) => ({ id: Number(job?.id) + 1000, label: job?.title ?? '' })

// biome-ignore format: a table
function showRow(row: Application, world: World) {
  const person = world.candidates.get(row.candidateId)!
  const job = world.jobs.get(row.jobId)
  return {
    id: Number(row.id), appliedDate: row.createdAt, status: { id: Number(row.stageId), label: world.stages.get(row.stageId)?.label ?? '' }, rating: null,
    applicant: { id: Number(person.id), firstName: person.firstName, lastName: person.lastName, avatar: null, email: person.emails[0] ?? null, source: null },
    job: { id: Number(row.jobId), title: showTitle(job) },
  }
}
// biome-ignore format: a table
function showWhole(row: Application, { world }: Call) {
  const { applicant: { avatar, source, ...applicant }, job, status, ...rest } = showRow(row, world)
  const person = world.candidates.get(row.candidateId)
  const files = world.attachments.by('candidateId', row.candidateId)
  const idOf = (kind: string) => Number(files.find((file) => file.kind === kind)?.id) || null
  return {
    ...rest, status: { ...status, dateChanged: world.stageEntries.by('applicationId', row.id).at(-1)?.enteredAt ?? null, changedByUser: null },
    resumeFileId: idOf('resume'), coverLetterFileId: idOf('coverLetter'), attachmentCount: files.length,
    attachments: files.map(({ id, filename }) => ({ id: Number(id), name: filename, fileUrl: `https://quarry.bamboohr.example/files/${id}` })),
    movedTo: null, movedFrom: null, commentCount: world.notes.by('applicationId', row.id).length, emailCount: 0,
    eventCount: world.interviews.by('applicationId', row.id).length, questionsAndAnswers: [],
    applicant: { ...applicant, phoneNumber: person?.phones[0] ?? null, address: null, linkedinUrl: null, websiteUrl: null, availableStartDate: null, education: null },
    job: { ...job, hiringLead: showLead(leadOf(world.jobs.get(row.jobId), world)) },
  }
}
// biome-ignore format: a table
function showJob(row: Job, world: World) {
  const all = world.applications.by('jobId', row.id)
  const first = world.stagesOf(row.id)[0]?.id
  return {
    id: Number(row.id), title: showTitle(row), postedDate: row.createdAt.toISOString().slice(0, 10), location: null, department: null,
    status: { id: statusIds[row.status], label: statusNames[row.status] }, hiringLead: showLead(leadOf(row, world)),
    newApplicantsCount: all.filter(({ stageId }) => stageId === first).length, activeApplicantsCount: all.filter(({ status }) => status === 'active').length,
    totalApplicantsCount: all.length, postingUrl: null,
  }
}

// ---------------------------------------------------------------- lists

const pageSize = 50
const groupTests: Readonly<Record<string, (row: Application, isFirst: boolean) => boolean>> = {
  ALL: () => true,
  ALL_ACTIVE: ({ status }) => status === 'active',
  NEW: ({ status }, isFirst) => status === 'active' && isFirst,
  ACTIVE: ({ status }, isFirst) => status === 'active' && !isFirst,
  INACTIVE: ({ status }) => status === 'rejected',
  HIRED: ({ status }) => status === 'hired',
}
const isInGroups = (job: Job | undefined, groups: readonly string[]) =>
  groups.includes('ALL') || (job !== undefined && groups.includes(statusNames[job.status]))

// biome-ignore format: a table
const filtersOf = (world: World): Filters<Application> => ({
  page: null, sortBy: null, sortOrder: null, jobId: { column: 'jobId' }, applicationStatusId: { column: 'stageId' },
  applicationStatus: { test: (row, groups) => groups.some((group) => groupTests[group]?.(row, world.stagesOf(row.jobId)[0]?.id === row.stageId)) },
  jobStatusGroups: { test: (row, groups) => isInGroups(world.jobs.get(row.jobId), groups) },
  searchString: hasWords((row) => {
    const person = world.candidates.get(row.candidateId)
    return `${person?.firstName} ${person?.lastName} ${person?.emails.join(' ')}`
  }),
  // Newly sent in, not newly changed.
  newSince: isTime('gte', (row) => row.createdAt),
})
const sortKeys: Readonly<Record<string, (row: Application, world: World) => string | number>> = {
  first_name: (row, { candidates }) => candidates.get(row.candidateId)?.firstName ?? '',
  job_title: (row, { jobs }) => jobs.get(row.jobId)?.title ?? '',
  phone: (row, { candidates }) => candidates.get(row.candidateId)?.phones[0] ?? '',
  status: (row, { stages }) => stages.get(row.stageId)?.label ?? '',
  rating: () => 0,
  last_updated: (row) => row.updatedAt.getTime(),
  created_date: (row) => row.createdAt.getTime(),
}
function sortRows(rows: readonly Application[], { query, world }: Call): readonly Application[] {
  const keyOf = sortKeys[query.has('sortBy') ? query.text('sortBy') : 'created_date'] ?? sortKeys.created_date!
  const sign = query.text('sortOrder') === 'DESC' ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: keyOf(row, world) }))
  keyed.sort((one, other) => (one.key < other.key ? -sign : one.key > other.key ? sign : 0))
  return keyed.map(({ row }) => row)
}
/** What was last sorted is kept until something changes: who walks through 100,000 applications asks for the same 2,000 times. */
function findSorted(call: Call): readonly Application[] {
  const { query, world, address, desk, changesUnseen } = call
  const question = `${[...address.searchParams].filter(([name]) => name !== 'page').join('&')} ${world.changeCount - changesUnseen} ${world.applications.rows.length}`
  const kept = desk.settings.get('sorted') as { question: string; rows: readonly Application[] } | undefined
  if (kept?.question === question) return kept.rows
  const utc = {
    ...query,
    list: (name: string) => (name === 'newSince' ? [`${query.text(name).replace(' ', 'T')}Z`] : query.list(name)),
  }
  const { rows, isWanted } = narrowRows(world.applications, utc, filtersOf(world))
  const sorted = sortRows(rows.filter(isWanted), call)
  desk.settings.set('sorted', { question, rows: sorted })
  return sorted
}
const listApplications: Answer = (call) => {
  const { query, world, origin, address } = call
  if (query.has('newSince') && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(query.text('newSince')))
    throw new Refusal('badQuery', 'Invalid newSince', { field: 'newSince' })
  const sorted = { rows: findSorted(call), isWanted: () => true, isNarrow: false }
  const number = query.number('page', 1)
  const { page, total } = takeSlice(sorted, { skip: (number - 1) * pageSize, size: pageSize, order: 'oldestFirst' })
  const next = new URL(origin + address.pathname + address.search)
  next.searchParams.set('page', String(number + 1))
  const isComplete = number * pageSize >= total
  return {
    paginationComplete: isComplete,
    nextPageUrl: isComplete ? null : next.href,
    applications: page.map((row) => showRow(row, world)),
  }
}

const answers: Record<string, Answer> = {
  'GET /api/v1/applicant_tracking/statuses': ({ world }) =>
    world.stagesOf('').map(({ id, label }) => ({
      id: Number(id),
      code: null,
      name: label,
      translatedName: label,
      description: null,
      enabled: true,
      manageable: true,
    })),
  'GET /api/v1/applicant_tracking/applications': listApplications,
  'GET /api/v1/applicant_tracking/applications/{application_id}': (call) => showWhole(findApplication(call), call),
  'GET /api/v1/applicant_tracking/jobs': ({ world, query }) =>
    world.jobs.rows
      .filter((job) => !query.has('statusGroups') || isInGroups(job, query.list('statusGroups')))
      .filter((job) => !query.has('statusIds') || query.list('statusIds').includes(String(statusIds[job.status])))
      .map((job) => showJob(job, world)),
  'GET /api/v1/meta/users': ({ world, query }) => {
    const wanted = query.has('status') ? query.list('status') : ['enabled']
    const users = world.users.rows
      .map((user) => ({ user, status: user.isActive ? 'enabled' : 'disabled' }))
      .filter(({ status }) => wanted.includes(status))
    return Object.fromEntries(
      users.map(({ user, status }) => [
        user.id,
        {
          id: Number(user.id),
          employeeId: employeeIdOf(user),
          firstName: user.firstName,
          lastName: user.lastName,
          email: user.email,
          status,
        },
      ]),
    )
  },
  'GET /api/v1/applicant_tracking/hiring_leads': ({ world }) =>
    world.users.rows
      .filter(({ isActive }) => isActive)
      .map((user) => ({ employeeId: employeeIdOf(user), preferredFullName: `${user.firstName} ${user.lastName}` })),
  'POST /api/v1/applicant_tracking/applications/{application_id}/comments': (call) => {
    const { id, candidateId } = findApplication(call)
    const note = call.world.addNote({
      candidateId,
      applicationId: id,
      text: String(call.body.comment),
      kind: 'comment',
    })
    return { type: 'comment', id: Number(note.id) }
  },
  // The same status twice does no harm, but is written down again.
  'POST /api/v1/applicant_tracking/applications/{application_id}/status': (call) => {
    const row = findApplication(call)
    if (!call.world.stages.get(String(call.body.status)))
      throw new Refusal('badQuery', 'Invalid status', { field: 'status' })
    call.world.moveApplication(row.id, String(call.body.status))
    return { type: 'positionApplicantStatus', id: Number(call.body.status) }
  },
}

const statusOf: Readonly<Record<RefusalKind, number>> = {
  ...{ noKey: 401, badKey: 401, noScope: 403, noPath: 404, noMethod: 404, noRecord: 404, badType: 422, badJson: 422 },
  ...{ badQuery: 400, badBody: 422, badHeader: 200, notAllowed: 422, throttled: 429, broken: 503 },
}
function refuse({ kind, message }: Refusal): Reply {
  // Who does not ask for JSON gets XML.
  if (kind === 'badHeader') return new Reply(200, '<?xml version="1.0"?><response/>', { 'content-type': 'text/xml' })
  const retry: Record<string, string> = kind === 'throttled' ? { 'retry-after': '1' } : {}
  return new Reply(statusOf[kind], '', { 'x-bamboohr-error-message': message.replace(/[^\x20-\x7e]/g, '?'), ...retry })
}

export const bamboohr: StandInKind = {
  name: 'bamboohr',
  bases: { main: '', gateway },
  routes: ownRoutes + atGateway(ownRoutes),
  answers: {
    ...answers,
    ...Object.fromEntries(Object.entries(answers).map(([call, answer]) => [atGateway(call), answer])),
  },
  makeId: makeNumbers({ candidates: 20_000, applications: 300_000, jobs: 100, stages: 10, users: 2400 }, 7_000_000),
  hasStagesPerJob: false,
  key: 'bamboo-key-1',
  headers: { accept: /^application\/json/ },
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(
      clock,
      10,
      1000,
      ({ isAllowed }): Record<string, string> => (isAllowed ? {} : { 'retry-after': '1' }),
    ),
  hooks: null,
}
