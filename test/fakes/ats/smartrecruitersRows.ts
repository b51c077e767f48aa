import { type Filters, hasWords, isNever, isTime, narrowRows, type Source } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { readToken, takePage, takeSlice, writeToken } from './paging.ts'
import { Refusal, Reply } from './reply.ts'
import type { Application, Attachment, Candidate, Interview, Job, Kind, Rows, Stage, User, World } from './world.ts'

// How SmartRecruiters shows its records, and its lists. The status of a candidate on a job is one of a fixed list; rejected and withdrawn are two of
// them. An interview is what holds its timeslots together.

type Show<T> = (row: T, call: Call) => unknown
type Dated = { id: string; createdAt: Date; updatedAt: Date }

/** 10 or `limit` of them; the filters must be sent again with `pageId`. */
function listPages<T extends Dated>(
  read: (world: World) => Source<T>,
  show: Show<T>,
  filters: (world: World) => Filters<T>,
): Answer {
  return (call) => {
    const { query, world, address } = call
    const limit = query.number('limit', 10)
    const { rows, isWanted } = narrowRows(read(world), query, { limit: null, pageId: null, ...filters(world) })
    const rest = [...address.searchParams].filter(([name]) => name !== 'pageId' && name !== 'limit')
    const list = address.pathname + JSON.stringify(rest)
    const place = query.has('pageId') ? readToken(list, query.text('pageId')) : 0
    if (place === null)
      throw new Refusal('badQuery', 'pageId is invalid', {
        field: 'pageId',
        problem: 'is of another list or other filters',
      })
    const { page, next } = takePage(rows, isWanted, { place, size: limit, order: 'oldestFirst' })
    const content = page.map((row) => show(row, call))
    return { content, limit, ...(next === null ? {} : { nextPageId: writeToken(list, next) }) }
  }
}
export function find<K extends Kind>(world: World, kind: K, id: unknown): Rows[K] {
  const row = world[kind].get(String(id))
  if (!row) throw new Refusal('noRecord', `no ${kind} ${String(id)}`)
  return row as Rows[K]
}
export function findPair({ world, path }: Call): Application {
  const candidate = find(world, 'candidates', path.candidate_id)
  const pair = world.applications.by('candidateId', candidate.id).find(({ jobId }) => jobId === path.job_id)
  if (!pair) throw new Refusal('noRecord', 'the candidate is not on the job')
  return pair
}

/** The vendor's word for a stage: IN_REVIEW for "In Review". */
export const wordOf = ({ label }: Pick<Stage, 'label'>) => label.toUpperCase().replaceAll(' ', '_')
const statusOf = (row: Application, world: World) => wordOf(world.stages.get(row.stageId) ?? { label: 'New' })
/** A candidate changes with what becomes of him on his jobs. */
const changedAt = (row: Candidate, world: World) =>
  new Date(Math.max(...[row, ...world.applications.by('candidateId', row.id)].map((one) => one.updatedAt.getTime())))
const showAssignment = (row: Application, world: World) => ({
  ...{
    job: { id: row.jobId, title: world.jobs.get(row.jobId)?.title ?? '', actions: {} },
    status: statusOf(row, world),
  },
  ...{
    subStatus: row.extra.subStatus ?? null,
    startsOn: row.extra.startsOn ?? null,
    source: null,
    reasonOfRejection: row.extra.reason ?? null,
  },
  actions: {},
})
// biome-ignore format: a table
const showCandidate: Show<Candidate> = (row, { world }) => {
  const [first, ...others] = world.applications.by('candidateId', row.id)
  return {
    id: row.id, internal: false, firstName: row.firstName, lastName: row.lastName, email: row.emails[0] ?? '', phoneNumber: row.phones[0] ?? null,
    location: { country: row.country }, web: {}, tags: row.tags, averageRating: null, education: [], experience: [],
    ...(first && { primaryAssignment: showAssignment(first, world) }), secondaryAssignments: others.map((one) => showAssignment(one, world)),
    actions: {}, createdOn: row.createdAt, updatedOn: changedAt(row, world),
  }
}
const jobStatuses = { open: 'SOURCING', draft: 'CREATED', closed: 'FILLED' } as const
// biome-ignore format: a table
const showJob = (row: Job) => ({
  id: row.id, title: row.title, refNumber: null, createdOn: row.createdAt, updatedOn: row.updatedAt, lastActivityOn: row.updatedAt,
  department: { id: 'dep1', label: 'All' }, location: {}, status: jobStatuses[row.status], postingStatus: row.status === 'open' ? 'PUBLIC' : 'NOT_PUBLISHED',
  actions: {},
})
const showPerson = (row: User) => ({ id: row.id, email: row.email, firstName: row.firstName, lastName: row.lastName })
// biome-ignore format: a table
const showUser = (row: User) => ({
  ...showPerson(row), active: row.isActive, systemRole: row.isAdmin ? { id: 'ADMINISTRATOR', name: 'Administrator' } : { id: 'STANDARD', name: 'Standard' },
  language: null, updatedOn: row.updatedAt,
})
/** The file itself stands on the same host and wants the same token. */
const showFile = (row: Attachment, { origin }: Call) => ({
  ...{
    id: row.id,
    name: row.filename,
    type: row.kind === 'resume' ? 'RESUME' : 'GENERIC_FILE',
    contentType: 'application/pdf',
  },
  actions: {
    download: { url: `${origin}/candidates/${row.candidateId}/attachments/${row.id}/content`, method: 'GET' },
  },
})

export const interviewIdOf = (row: Interview) => row.groupId ?? ''
/** The timeslots of an interview; none for those that were planned in the vendor's own pages, which the API does not see. */
export function findSlots({ world }: Call, id: unknown): [Interview, ...Interview[]] {
  const [first, ...others] = world.interviews.by('groupId', id).filter(({ isFromApi }) => isFromApi)
  if (!first) throw new Refusal('noRecord', `no interview ${String(id)}`)
  return [first, ...others]
}
export const showSlot = (row: Interview) => ({
  ...{
    id: row.id,
    interviewType: row.extra.interviewType ?? null,
    title: row.title || null,
    place: row.extra.place ?? null,
  },
  ...{
    startsOn: row.startAt,
    endsOn: row.endAt,
    interviewers: row.seats.map(({ userId, response }) => ({ id: userId, status: response })),
  },
})
export function showInterview(slots: [Interview, ...Interview[]], { world }: Call) {
  const [first] = slots
  return {
    ...{
      id: interviewIdOf(first),
      candidate: { id: first.candidateId, status: first.extra.candidateStatus ?? 'pending' },
    },
    ...{
      jobId: world.applications.get(first.applicationId)?.jobId,
      location: first.extra.location ?? null,
      organizerId: first.organizerId,
    },
    ...{ timezone: first.zone, timeslots: slots.map(showSlot), createdOn: first.createdAt, refUrl: first.externalRef },
  }
}

// biome-ignore format: a table
export const smartrecruitersReads: Record<string, Answer> = {
  'GET /user-api/v201804/users/me': ({ world }) => showPerson(find(world, 'users', world.users.rows[0]?.id)),
  'GET /candidates': listPages<Candidate>((world) => ({
    ...world.candidates, isShown: ({ id }) => world.applications.by('candidateId', id).length > 0,
  }), showCandidate, (world) => ({
    q: hasWords((row) => `${row.firstName} ${row.lastName} ${row.emails.join(' ')}`), updatedAfter: isTime('gt', (row) => changedAt(row, world)),
    jobId: { test: (row, ids) => world.applications.by('candidateId', row.id).some(({ jobId }) => ids.includes(jobId)) },
    status: { test: (row, statuses) => world.applications.by('candidateId', row.id).some((one) => statuses.includes(statusOf(one, world))) },
    subStatus: { test: (row, [sub]) => world.applications.by('candidateId', row.id).some(({ extra }) => extra.subStatus === sub) },
    tag: { column: 'tags' }, location: isNever, consentStatus: isNever,
  })),
  'GET /candidates/{candidate_id}': (call) => showCandidate(find(call.world, 'candidates', call.path.candidate_id), call),
  'GET /candidates/{candidate_id}/jobs/{job_id}': (call) => {
    const pair = findPair(call)
    const { job, actions, ...assignment } = showAssignment(pair, call.world)
    // That the address holds the id of the application is how the vendor's own pages look, and written nowhere.
    const hasUrl = call.desk.settings.get('isWithoutApplicationUrl') !== true
    return { ...assignment, ...(hasUrl && { url: `https://www.smartrecruiters.example/app/people/applications/${pair.id}/profile` }) }
  },
  'GET /candidates/{candidate_id}/jobs/{job_id}/status/history': (call) => ({
    content: call.world.stageEntries.by('applicationId', findPair(call).id).map((entry) => ({
      changedOn: entry.enteredAt, status: wordOf(call.world.stages.get(entry.stageId)!), subStatus: null, actor: null,
    })),
  }),
  'GET /job-applications-api/v202112/job-applications/{application_id}': ({ world, path }) => {
    const { id, candidateId, jobId } = find(world, 'applications', path.application_id)
    return { id, candidateId, jobId }
  },
  'GET /jobs': (call) => {
    const { query, world } = call
    const filters: Filters<Job> = {
      limit: null, offset: null, q: hasWords((row) => row.title), updatedAfter: isTime('gt', (row) => row.updatedAt),
      status: { test: (row, statuses) => statuses.includes(jobStatuses[row.status]) },
    }
    if (query.has('pageId')) throw new Refusal('badQuery', 'jobs are paged by offset', { field: 'pageId', problem: 'is invalid' })
    const [limit, offset] = [query.number('limit', 10), query.number('offset', 0)]
    const { page, total } = takeSlice(narrowRows(world.jobs, query, filters), { skip: offset, size: limit, order: 'oldestFirst' })
    return { content: page.map(showJob), limit, offset, totalFound: total }
  },
  'GET /jobs/{job_id}': ({ world, path }) => {
    const job = find(world, 'jobs', path.job_id)
    const creator = world.users.get(job.recruiterIds[0] ?? '')
    return { ...showJob(job), creator: creator ? showPerson(creator) : null }
  },
  'GET /jobs/{job_id}/hiring-team': ({ world, path }) => {
    const { hiringManagerIds, recruiterIds } = find(world, 'jobs', path.job_id)
    const team = [...hiringManagerIds.map((id) => ({ id, role: 'Hiring Manager', actions: {} })), ...recruiterIds.map((id) => ({ id, role: 'Recruiter', actions: {} }))]
    return { content: team, totalFound: team.length }
  },
  'GET /user-api/v201804/users': listPages<User>(({ users }) => users, showUser, () => ({ q: hasWords((row) => `${row.firstName} ${row.lastName} ${row.email}`) })),
  'GET /candidates/{candidate_id}/attachments': (call) => ({
    content: call.world.attachments.by('candidateId', find(call.world, 'candidates', call.path.candidate_id).id).map((row) => showFile(row, call)),
  }),
  'GET /candidates/{candidate_id}/attachments/{attachment_id}/content': ({ world, path }) => {
    if (find(world, 'attachments', path.attachment_id).candidateId !== path.candidate_id) find(world, 'attachments', '')
    return new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/pdf' })
  },
  'GET /candidates/{candidate_id}/jobs/{job_id}/attachments': (call) => ({
    content: call.world.attachments.by('applicationId', findPair(call).id).map((row) => showFile(row, call)),
  }),
  'GET /interviews-api/v201904/interview-types': () => ['Phone screen', 'Panel', 'On site'],
  'GET /interviews-api/v201904/interviews': (call) => {
    const { id } = find(call.world, 'applications', call.query.text('applicationId'))
    const rows = call.world.interviews.by('applicationId', id).filter(({ isFromApi }) => isFromApi)
    return { content: [...new Set(rows.map(interviewIdOf))].map((one) => showInterview(findSlots(call, one), call)) }
  },
  'GET /interviews-api/v201904/interviews/{interview_id}': (call) => showInterview(findSlots(call, call.path.interview_id), call),
}
