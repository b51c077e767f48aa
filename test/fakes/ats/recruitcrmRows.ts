import { linkToFile } from './files.ts'
import { type Filters, isNever, isOne, isTime, narrowRows, type Source } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { takeSlice } from './paging.ts'
import { Refusal } from './reply.ts'
import type { Application, Attachment, Candidate, Interview, Job, Kind, Rows, Stage, User, World } from './world.ts'

// How Recruit CRM shows its records, and its lists: slugs for candidates, jobs and contacts, whole numbers for the rest.

type Show<T> = (row: T, call: Call) => unknown

/** The whole number that a slug has beside it. */
export const numberOf = (slug: string) => Number(/^\d+/.exec(slug)?.[0] ?? 0) % 1_000_000_000
/** Six digits of a second. */
const timeOf = (at: Date) => at.toISOString().replace('Z', '000Z')

function showPage<T extends { createdAt: Date; id: string }>(
  call: Call,
  source: Source<T>,
  filters: Filters<T>,
  show: Show<T>,
) {
  const { query, origin, address } = call
  const usual = { page: null, limit: null, per_page: null }
  const size = query.number('limit', query.number('per_page', 25))
  const number = query.number('page', 1)
  const skip = (number - 1) * size
  const { page, total } = takeSlice(narrowRows(source, query, { ...usual, ...filters }), {
    skip,
    size,
    order: 'newestFirst',
  })
  const path = origin + address.pathname
  const urlOf = (n: number) => {
    const url = new URL(path + address.search)
    url.searchParams.set('page', String(n))
    return url.href
  }
  const isLast = skip + page.length >= total
  return {
    ...{
      current_page: number,
      first_page_url: urlOf(1),
      from: page.length === 0 ? null : skip + 1,
      path,
      per_page: size,
    },
    ...{ next_page_url: isLast ? null : urlOf(number + 1), prev_page_url: number === 1 ? null : urlOf(number - 1) },
    ...{ to: page.length === 0 ? null : skip + page.length, data: page.map((row) => show(row, call)) },
    ...(address.pathname === '/v1/jobs' ? { last_page: Math.max(1, Math.ceil(total / size)), total } : {}),
  }
}
const listAll =
  <T extends { createdAt: Date; id: string }>(read: (call: Call) => Source<T>, show: Show<T>): Answer =>
  (call) =>
    showPage(call, read(call), {}, show)

/** Without a filter nothing is found, and what came in the last half minute (`searchLagMs`) is not found yet. */
const search =
  <T extends { createdAt: Date; id: string }>(
    read: (world: World) => Source<T>,
    filters: Filters<T>,
    show: Show<T>,
  ): Answer =>
  (call) => {
    const { query, world, now, desk } = call
    if (!query.names().some((name) => name !== 'page')) return []
    const lagMs = (desk.settings.get('searchLagMs') as number | undefined) ?? 30_000
    const isShown = (row: T) => row.createdAt.getTime() <= now.getTime() - lagMs
    return showPage(call, { ...read(world), isShown }, filters, show)
  }

const dayFilters = <T extends { createdAt: Date; updatedAt: Date }>(): Filters<T> => ({
  updated_from: isTime('gte', (row) => row.updatedAt),
  updated_to: isTime('lte', (row) => row.updatedAt),
  created_from: isTime('gte', (row) => row.createdAt),
  created_to: isTime('lte', (row) => row.createdAt),
})
const isSame = <T>(read: (row: T) => string | null | undefined): Filters<T>[string] => ({
  test: (row, [value = '']) => (read(row) ?? '').toLowerCase() === value.toLowerCase(),
})

// biome-ignore format: a table
export const showCandidate: Show<Candidate> = (row, { world, origin, now }) => {
  const resume = world.attachments.by('candidateId', row.id).find(({ kind }) => kind === 'resume')
  return {
    id: numberOf(row.id), slug: row.id, first_name: row.firstName, last_name: row.lastName, email: row.emails[0] ?? '',
    contact_number: row.phones[0] ?? null, position: row.title, current_organization: row.company, owner: ownerOf(row, world),
    resume: resume ? { filename: resume.filename, file_link: linkToFile(origin, resume, now) } : null,
    resource_url: `https://app.recruitcrm.example/candidate/${row.id}`, created_on: timeOf(row.createdAt), updated_on: timeOf(row.updatedAt),
  }
}
function ownerOf(row: { extra: Readonly<Record<string, unknown>> }, world: World): number {
  return Number(row.extra.ownerId ?? world.users.rows[0]?.id ?? 0)
}
const jobStatuses = { open: [1, 'Open'], draft: [2, 'On Hold'], closed: [0, 'Closed'] } as const
// biome-ignore format: a table
export const showJob: Show<Job> = (row, { world }) => {
  const [id, label] = jobStatuses[row.status]
  return {
    id: numberOf(row.id), name: row.title, slug: row.id, company_slug: row.clientId ?? 'own-company', contact_slug: row.contactIds[0] ?? null,
    secondary_contact_slugs: row.contactIds.slice(1), job_status: { id, label }, hiring_pipeline_id: 0,
    owner: Number(row.recruiterIds[0] ?? world.users.rows[0]?.id ?? 0), updated_on: timeOf(row.updatedAt),
    collaborator_users: row.recruiterIds.slice(1).flatMap((user) => world.users.get(user) ?? [])
      .map((user) => ({ id: Number(user.id), first_name: user.firstName, last_name: user.lastName, email: user.email })),
  }
}
const statusOf = (row: Application, world: World) => ({
  status_id: Number(row.stageId),
  label: world.stages.get(row.stageId)?.label ?? '',
})
const stageDate = (row: Application, world: World) =>
  timeOf(world.stageEntries.by('applicationId', row.id).at(-1)?.enteredAt ?? row.createdAt)
/** The one who changed it last is a number in lists and after a write, and an object where one is read. */
export const showStage = (row: Application, { world }: Call, isWhole = false) => {
  const user = world.users.rows[0]
  const whole = { id: Number(user?.id), first_name: user?.firstName, last_name: user?.lastName }
  return {
    ...{
      candidate_slug: row.candidateId,
      job_slug: row.jobId,
      status: statusOf(row, world),
      remark: row.extra.remark ?? '',
    },
    ...{ stage_date: stageDate(row, world), visibility: 1, shared_list_url: null, updated_on: timeOf(row.updatedAt) },
    updated_by: isWhole ? whole : Number(user?.id),
  }
}
const showAssigned: Show<Application> = (row, call) => ({
  candidate: showCandidate(call.world.candidates.get(row.candidateId)!, call),
  stage_date: stageDate(row, call.world),
  status: statusOf(row, call.world),
})
const showUser = ({ id, firstName, lastName, email, isAdmin, zone, isActive }: User) => ({
  ...{ id: Number(id), first_name: firstName, last_name: lastName, email, role: isAdmin ? 'Admin' : 'Team Member' },
  ...{ timezone: zone, status: isActive ? 'Active' : 'Inactive', teams: [] },
})

export const meetingTypes = [
  { id: 40_014, label: 'Candidate Interview' },
  { id: 40_015, label: 'Client Meeting' },
]
/** A meeting of a row that says no more than other vendors' interviews do. */
function meetingOf(row: Interview, world: World): Record<string, unknown> {
  const job = world.applications.get(row.applicationId)?.jobId
  const users = row.seats.flatMap(({ userId }) => world.users.get(userId ?? '') ?? [])
  const attendees = users.map(({ id, firstName, lastName }) => ({
    ...{ attendee_type: 'User', attendee_id: id, display_name: `${firstName} ${lastName}` },
  }))
  return job === undefined
    ? row.extra
    : {
        ...{ related_to: row.candidateId, related_to_type: 'candidate', associated_jobs: [job] },
        ...{ associated_candidates: [row.candidateId], attendees },
        ...row.extra,
      }
}
/** What was written as attendee_users and the like comes back as one list of attendees only. */
// biome-ignore format: a table
export const showMeeting: Show<Interview> = (row, { world }) => {
  const extra = meetingOf(row, world)
  return {
    id: Number(row.id), title: row.title, meeting_type: meetingTypes.find(({ id }) => id === extra.meeting_type_id) ?? null,
    description: row.note, address: row.location, reminder: extra.reminder ?? -1, start_date: timeOf(row.startAt), end_date: timeOf(row.endAt),
    related_to: extra.related_to ?? null, related_to_type: extra.related_to_type ?? null, attendees: extra.attendees ?? [],
    associated_jobs: extra.associated_jobs ?? [], associated_candidates: extra.associated_candidates ?? [],
    do_not_send_calendar_invites: extra.sendsInvites === true ? 0 : 1, status: 0, owner: Number(row.organizerId ?? world.users.rows[0]?.id ?? 0),
    created_on: timeOf(row.createdAt), updated_on: timeOf(row.updatedAt),
  }
}
const showFile = (row: Attachment, { origin, now }: Call) => ({
  ...{ file_name: row.filename, file_link: linkToFile(origin, row, now), created_on: timeOf(row.createdAt) },
  ...{ related_to: row.candidateId, related_to_type: 'candidate', folder: null },
})

export function find<K extends Kind>({ world, path }: Call, kind: K, name: string): Rows[K] {
  const row = world[kind].get(path[name] ?? '')
  if (!row) throw new Refusal('noRecord', `no ${name} ${path[name]}`, { field: name })
  return row as Rows[K]
}
/** A candidate and a job together are an application. */
export function findPair(call: Call): Application {
  const candidate = find(call, 'candidates', 'candidate')
  const job = find(call, 'jobs', 'job')
  const pair = call.world.applications.by('candidateId', candidate.id).find(({ jobId }) => jobId === job.id)
  if (!pair) throw new Refusal('noRecord', 'the candidate is not assigned to the job', { field: 'job' })
  return pair
}
const masterStages = ({ world }: Call): Stage[] => world.stagesOf('')
const pipelineStages = (call: Call) => masterStages(call).map(({ id, label }) => ({ status_id: Number(id), label }))

// biome-ignore format: a table
export const recruitcrmReads: Record<string, Answer> = {
  'GET /v1/candidates': listAll<Candidate>(({ world }) => world.candidates, showCandidate),
  'GET /v1/candidates/search': search<Candidate>((world) => world.candidates, {
    ...dayFilters<Candidate>(), email: { column: 'emails' }, first_name: isSame((row) => row.firstName), last_name: isSame((row) => row.lastName),
    linkedin: isNever, contact_number: { column: 'phones' }, candidate_slug: { column: 'id' }, owner_id: isOne((row) => String(row.extra.ownerId)),
  }, showCandidate),
  'GET /v1/candidates/{candidate}': (call) => showCandidate(find(call, 'candidates', 'candidate'), call),
  'GET /v1/candidates/{candidate}/hiring-stages': (call) =>
    call.world.applications.by('candidateId', find(call, 'candidates', 'candidate').id).map((row) => showStage(row, call)),
  'GET /v1/candidates/{candidate}/hiring-stages/{job}': (call) => showStage(findPair(call), call, true),
  'GET /v1/jobs/{job}/assigned-candidates': (call) => {
    const rows = call.world.applications.by('jobId', find(call, 'jobs', 'job').id)
    return showPage(call, { rows }, { status_id: isOne((row) => row.stageId) }, showAssigned)
  },
  'GET /v1/jobs/{job}/stage-history/{candidate}': (call) => {
    const { world } = call
    const pair = findPair(call)
    const history = world.stageEntries.by('applicationId', pair.id).map(({ stageId, enteredAt }) => ({
      status: { status_id: Number(stageId), label: world.stages.get(stageId)?.label }, stage_date: timeOf(enteredAt),
    }))
    return { candidate_slug: pair.candidateId, job_slug: pair.jobId, history }
  },
  'GET /v1/jobs': listAll<Job>(({ world }) => world.jobs, showJob),
  'GET /v1/jobs/search': search<Job>((world) => world.jobs, {
    ...dayFilters<Job>(), owner_id: isOne((row) => row.recruiterIds[0]), job_slug: { column: 'id' },
  }, showJob),
  'GET /v1/jobs/{job}': (call) => showJob(find(call, 'jobs', 'job'), call),
  'GET /v1/hiring-pipeline': (call) => masterStages(call).map(({ id, label }) => ({ stage_id: Number(id), label })),
  'GET /v1/hiring-pipelines': () => [{ id: 0, name: 'Master' }],
  'GET /v1/hiring-pipelines/{id}': (call) => {
    if (call.path.id !== '0') throw new Refusal('noRecord', `no pipeline ${call.path.id}`)
    return pipelineStages(call)
  },
  'GET /v1/users': ({ world }) => world.users.rows.map(showUser),
  'GET /v1/contacts/{contact}': (call) => {
    const { id, firstName, lastName, email, clientId } = find(call, 'contacts', 'contact')
    return { slug: id, first_name: firstName, last_name: lastName, email, company_slug: clientId }
  },
  'GET /v1/files/{entity}/{slug}': (call) => {
    const { id } = find(call, 'candidates', 'slug')
    return call.world.attachments.by('candidateId', id).map((row) => showFile(row, call))
  },
  'GET /v1/meetings': listAll<Interview>(({ world }) => world.interviews, showMeeting),
  'GET /v1/meetings/search': search<Interview>((world) => world.interviews, {
    ...dayFilters<Interview>(), title: isSame((row) => row.title), owner_id: isOne((row) => row.organizerId),
    starting_from: isTime('gte', (row) => row.startAt), starting_to: isTime('lte', (row) => row.startAt),
  }, showMeeting),
  'GET /v1/meeting-types': () => meetingTypes,
  'GET /v1/meetings/{meeting}': (call) => showMeeting(find(call, 'interviews', 'meeting'), call),
  'GET /v1/subscriptions': listAll(({ world }) => world.hooks, ({ id, event, url }) => ({ id: Number(id), event, target_url: url })),
}
