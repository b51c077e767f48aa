import { answerFile, fileRoutes, linkToFile } from './files.ts'
import { type Filters, hasWords, isOne, isTime, narrowRows } from './filters.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { takeSlice } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Candidate, Interview, Job, Stage, User, World } from './world.ts'

// Freshteam, which its vendor is closing: what an export reads, and nothing that writes. An applicant is somebody at a job; his stage is one of five, with
// sub-stages that belong to the job's interview process.

const at = '/api'
const stages = ['candidature', 'screening', 'on_site', 'offer', 'hire'] as const
const statuses = ['open', 'on_hold', 'rejected', 'archived', 'moved', 'dropped'] as const
const jobStatuses = { open: 'published', draft: 'draft', closed: 'closed' } as const
const sorting = 'page?:integer(1..), sort?:enum(created_at|updated_at), sort_type?:enum(asc|desc)'
const freshteamRoutes = `
GET ${at}/job_postings -> 200
  query status?:csv<string>, title?:string, type?:string, department?:string, location?:string,
    remote?:boolean, ${sorting}
GET ${at}/job_postings/{id:integer} -> 200
GET ${at}/job_postings/{id:integer}/applicants -> 200
  query status?:csv<enum(${statuses.join('|')})>, stage?:csv<enum(${stages.join('|')})>, candidate_email?:string, candidate_first_name?:string,
    candidate_last_name?:string, created_since?:datetime, updated_since?:datetime, deleted?:boolean, ${sorting}
GET ${at}/applicants/{id:integer} -> 200
GET ${at}/candidates/{id:integer} -> 200
GET ${at}/employees -> 200
  query page?:integer(1..), updated_since?:datetime
GET ${at}/interviews/{id:integer} -> 200
${fileRoutes}`

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, key = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === '') throw new Refusal('noKey', 'no key')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'bad key')
  return { userId: null }
}
function lost(what: string): never {
  throw new Refusal('noRecord', `${what} not found`)
}

// ---------------------------------------------------------------- records

/** Which of the five a sub-stage is within, by its words. */
const stageWords: readonly (readonly [RegExp, (typeof stages)[number]])[] = [
  [/screen|phone|call/i, 'screening'],
  [/interview|site|panel/i, 'on_site'],
  [/offer/i, 'offer'],
  [/hire|join/i, 'hire'],
]
const stageOf = (label: string) => stageWords.find(([words]) => words.test(label))?.[1] ?? 'candidature'
const isDeleted = (row: Application | Stage) => row.extra.isDeleted === true
const statusOf = (row: Application): string =>
  String(row.extra.status ?? (row.status === 'rejected' ? 'rejected' : 'open'))
const labelOf = (row: Application, { stages: table }: World) => table.get(row.stageId)?.label ?? ''

const showCandidate = (row: Candidate, { world, origin, now }: Call) => ({
  ...{ id: Number(row.id), first_name: row.firstName, last_name: row.lastName, email: row.emails[0] ?? '' },
  phone: row.phones[0] ?? null,
  resumes: world.attachments
    .by('candidateId', row.id)
    .filter(({ kind }) => kind === 'resume')
    .map((file) => ({
      ...{ id: Number(file.id), content_file_name: file.filename, content_file_size: 15, description: null },
      url: linkToFile(origin, file, now),
    })),
})
// biome-ignore format: a table
const showApplicant = (row: Application, call: Call) => ({
  id: Number(row.id), created_at: row.createdAt, updated_at: row.updatedAt, status: statusOf(row), stage: stageOf(labelOf(row, call.world)),
  sub_stage_id: Number(row.stageId), job_id: Number(row.jobId), job_title: call.world.jobs.get(row.jobId)?.title ?? '', requisition_id: null,
  deleted: isDeleted(row), candidate: showCandidate(call.world.candidates.get(row.candidateId)!, call), followers: [],
})
/** Sub-stages that were deleted stay in the process. */
const showProcess = (job: Job, world: World) => ({
  ...{ id: Number(job.id) + 40_000, name: 'Default' },
  sub_stages: world.stagesOf(job.id).map((row, index) => ({
    ...{ id: Number(row.id), name: row.label, position: index + 1, default: index === 0, stage: stageOf(row.label) },
    deleted: isDeleted(row),
  })),
})
const showJob = (row: Job, { world }: Call) => ({
  ...{ id: Number(row.id), title: row.title, status: jobStatuses[row.status] },
  ...{ created_at: row.createdAt, updated_at: row.updatedAt, remote: false, type: 'full_time', branch: null },
  ...{ department: null, requisitions: [], interview_process: showProcess(row, world) },
})
const showEmployee = (row: User) => ({
  ...{ id: Number(row.id), first_name: row.firstName, last_name: row.lastName, official_email: row.email },
  ...{ designation: row.title, status: row.isActive ? 'active' : 'inactive', reporting_to_id: null },
  updated_at: row.updatedAt,
})
// biome-ignore format: a table
const showInterview = (row: Interview, { world }: Call) => {
  const host = row.organizerId ?? row.seats.find(({ userId }) => userId !== null)?.userId ?? null
  return {
    id: Number(row.id), applicant_id: Number(row.applicationId), schedule_time: row.startAt, duration: (row.endAt.getTime() - row.startAt.getTime()) / 60_000,
    location: row.location, interview_link: row.url, instructions: row.note, type: row.url === null ? 'in_person' : 'video', status: row.status,
    cancelled_at: row.canceledAt, cancel_reason: null, no_show_at: null, host_id: Number(host) || null, scheduled_by_id: Number(host ?? world.users.rows[0]?.id),
    sub_stage_id: Number(world.applications.get(row.applicationId)?.stageId),
    interviewer_details: row.seats.flatMap(({ userId, response }, index) => userId === null ? [] : [{
      id: index + 1, interviewer_id: Number(userId), status: response === 'declined' ? 'declined' : 'pending', interviewer_declined: response === 'declined',
      completed_at: null,
    }]),
  }
}

// ---------------------------------------------------------------- lists

const pageSize = 50
/** A bare list of 50; nothing says how many there are, and what comes after the last page is empty. */
function showPage<T extends { id: string; createdAt: Date; updatedAt: Date }>(
  call: Call,
  rows: readonly T[],
  show: (row: T, call: Call) => unknown,
  filters: Filters<T>,
): unknown[] {
  const { query } = call
  const { rows: all, isWanted } = narrowRows({ rows }, query, { page: null, sort: null, sort_type: null, ...filters })
  const found = all.filter(isWanted)
  const timeOf = (row: T) => (query.text('sort') === 'updated_at' ? row.updatedAt : row.createdAt).getTime()
  if (query.has('sort') || query.has('sort_type'))
    found.sort((one, other) => (timeOf(one) - timeOf(other)) * (query.text('sort_type') === 'desc' ? -1 : 1))
  const sorted = { rows: found, isWanted, isNarrow: false }
  const { page } = takeSlice(sorted, {
    skip: (query.number('page', 1) - 1) * pageSize,
    size: pageSize,
    order: 'oldestFirst',
  })
  return page.map((row) => show(row, call))
}
const findJob = ({ world, path }: Call): Job => world.jobs.get(path.id ?? '') ?? lost('Job posting')
const listApplicants: Answer = (call) => {
  const { world, query } = call
  const personOf = (row: Application) => world.candidates.get(row.candidateId)
  const wantsDeleted = query.flag('deleted') === true
  const rows = world.applications.by('jobId', findJob(call).id).filter((row) => isDeleted(row) === wantsDeleted)
  return showPage(call, rows, showApplicant, {
    deleted: null,
    status: isOne(statusOf),
    stage: isOne((row) => stageOf(labelOf(row, world))),
    candidate_email: isOne((row) => personOf(row)?.emails[0]),
    candidate_first_name: isOne((row) => personOf(row)?.firstName),
    candidate_last_name: isOne((row) => personOf(row)?.lastName),
    created_since: isTime('gte', (row) => row.createdAt),
    updated_since: isTime('gte', (row) => row.updatedAt),
  })
}

// ---------------------------------------------------------------- refusals

/** What the smallest plan allows. */
const perMinute = 10
const writeLimit = ({ limit, remaining }: { limit: number; remaining: number }) => ({
  ...{ 'x-ratelimit-total': String(limit), 'x-ratelimit-remaining': String(remaining) },
  'x-ratelimit-used-currentrequest': '1',
})

const refusals: Readonly<Record<RefusalKind, [status: number, code: string]>> = {
  noKey: [401, 'invalid_credentials'],
  badKey: [401, 'invalid_credentials'],
  noScope: [403, 'forbidden'],
  noPath: [404, 'not_found'],
  noMethod: [405, 'method_not_allowed'],
  noRecord: [404, 'not_found'],
  badType: [415, 'invalid_content_type'],
  badJson: [400, 'invalid_json'],
  badQuery: [400, 'invalid_field'],
  badBody: [400, 'invalid_field'],
  badHeader: [406, 'not_acceptable'],
  notAllowed: [403, 'forbidden'],
  throttled: [429, 'too_many_requests'],
  broken: [500, 'internal_error'],
}
function refuse({ kind, message, field, problem }: Refusal): Reply {
  const [status, usual] = refusals[kind]
  const code = problem === 'is required' ? 'missing_field' : usual
  const spent: Record<string, string> = kind === 'throttled' ? writeLimit({ limit: perMinute, remaining: 0 }) : {}
  return new Reply(
    status,
    { errors: [{ ...(field === '' ? {} : { field }), code, message: problem || message }] },
    spent,
  )
}

export const freshteam: StandInKind = {
  name: 'freshteam',
  bases: { main: at },
  routes: freshteamRoutes,
  answers: {
    [`GET ${at}/job_postings`]: (call) =>
      showPage(call, call.world.jobs.rows, showJob, {
        status: isOne((row) => jobStatuses[row.status]),
        title: hasWords((row) => row.title),
        type: isOne(() => 'full_time'),
        department: isOne(() => null),
        location: isOne(() => null),
        remote: { test: (_row, [value = '']) => /^(false|0)$/i.test(value) },
      }),
    [`GET ${at}/job_postings/{id}`]: (call) => showJob(findJob(call), call),
    [`GET ${at}/job_postings/{id}/applicants`]: listApplicants,
    [`GET ${at}/applicants/{id}`]: (call) =>
      showApplicant(call.world.applications.get(call.path.id ?? '') ?? lost('Applicant'), call),
    [`GET ${at}/candidates/{id}`]: (call) =>
      showCandidate(call.world.candidates.get(call.path.id ?? '') ?? lost('Candidate'), call),
    [`GET ${at}/employees`]: (call) =>
      showPage(call, call.world.users.rows, showEmployee, { updated_since: isTime('gte', (row) => row.updatedAt) }),
    [`GET ${at}/interviews/{id}`]: (call) =>
      showInterview(call.world.interviews.get(call.path.id ?? '') ?? lost('Interview'), call),
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: makeNumbers(
    { candidates: 500_000, applications: 1_000_000, jobs: 7000, stages: 300, users: 2, interviews: 800 },
    40_000_000,
  ),
  hasStagesPerJob: true,
  key: 'freshteam-key-1',
  headers: { accept: /^application\/json/ },
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) => createWindowLimiter(clock, perMinute, 60_000, writeLimit),
  hooks: null,
}
