import { answerFile, linkToFile } from './files.ts'
import { type Filters, hasWords, isOne, isTime, narrowRows, type Source } from './filters.ts'
import { type HookRules, signHex } from './hooks.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { takePage } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { workableRoutes } from './workableRoutes.ts'
import type { Application, Attachment, Interview, Job, Kind, Rows, Stage, User, World, WorldChange } from './world.ts'

// Workable, spi/v3. A candidate belongs to one job, so a candidate here is an application; interviews can be read and not written.

type Show<T> = (row: T, call: Call) => Record<string, unknown>
type Dated = { id: string; createdAt: Date; updatedAt: Date }

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, key = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === '') throw new Refusal('noKey', 'no token')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'the token is not valid')
  return { userId: null }
}
function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}
function find<K extends Kind>(world: World, kind: K, id: unknown): Rows[K] {
  const row = world[kind].get(String(id))
  if (!row) throw new Refusal('noRecord', `no ${kind} ${String(id)}`)
  return row as Rows[K]
}

/** 50 or `limit` of them; the next page is an address that brings everything with it. */
function listRows<T extends Dated>(
  name: string,
  read: (call: Call) => Source<T>,
  show: Show<T>,
  filters: (call: Call) => Filters<T>,
): Answer {
  return (call) => {
    const { query, address, origin } = call
    const { rows, isWanted } = narrowRows(read(call), query, {
      limit: null,
      since_id: null,
      max_id: null,
      ...filters(call),
    })
    const placeOf = (parameter: string) => {
      const place = rows.findIndex(({ id }) => id === query.text(parameter))
      if (place < 0)
        throw new Refusal('badQuery', `${parameter} is unknown`, { field: parameter, problem: 'is invalid' })
      return place
    }
    const place = query.has('since_id') ? placeOf('since_id') + 1 : 0
    const end = query.has('max_id') ? placeOf('max_id') : rows.length
    const { page, next } = takePage(rows.slice(0, end), isWanted, {
      place,
      size: query.number('limit', 50),
      order: 'oldestFirst',
    })
    const url = new URL(origin + address.pathname + address.search)
    url.searchParams.set('since_id', page.at(-1)?.id ?? '')
    url.searchParams.set('limit', String(query.number('limit', 50)))
    return { [name]: page.map((row) => show(row, call)), paging: next === null ? {} : { next: url.href } }
  }
}

// ---------------------------------------------------------------- records

const slugs = new WeakMap<World, Map<string, string>>()
/** Made of the first name a stage had, and kept when it is renamed. */
function slugOf(world: World, { id, label }: Pick<Stage, 'id' | 'label'>): string {
  const known = slugs.get(world) ?? new Map<string, string>()
  slugs.set(world, known)
  const slug = known.get(id) ?? label.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  known.set(id, slug)
  return slug
}
const stageKinds: readonly [RegExp, string][] = [
  [/sourc/i, 'sourced'],
  [/screen/i, 'phone_screen'],
  [/offer/i, 'offer'],
  [/hired/i, 'hired'],
  [/interview/i, 'interview'],
  [/assess/i, 'assessment'],
]
const kindOf = (label: string) => stageKinds.find(([pattern]) => pattern.test(label))?.[1] ?? 'applied'
const showStage = (world: World, { id, label, ordinal }: Stage) => ({
  id,
  slug: slugOf(world, { id, label }),
  name: label,
  kind: kindOf(label),
  position: ordinal,
})
const nameOf = (row: { firstName: string; lastName: string }) => `${row.firstName} ${row.lastName}`
const account = { subdomain: 'quarry', name: 'Quarry & Sons' }

// biome-ignore format: a table
function showCandidate(row: Application, world: World) {
  const person = world.candidates.get(row.candidateId)!
  const stage = world.stages.get(row.stageId)?.label ?? ''
  return {
    id: row.id, name: nameOf(person), firstname: person.firstName, lastname: person.lastName, headline: person.title, account,
    job: { shortcode: row.jobId, title: world.jobs.get(row.jobId)?.title }, stage, stage_kind: kindOf(stage), disqualified: row.status === 'rejected',
    withdrew: false, disqualification_reason: null, sourced: false, hired_at: row.status === 'hired' ? row.updatedAt : null,
    profile_url: `https://quarry.workable.example/candidates/${row.id}`, address: null, phone: person.phones[0] ?? null, email: person.emails[0] ?? null,
    domain: null, created_at: row.createdAt, updated_at: row.updatedAt,
  }
}
// biome-ignore format: a table
function showWhole(row: Application, { world, origin, now }: Call) {
  const files = world.attachments.by('candidateId', row.candidateId)
  const resume = files.find(({ kind }) => kind === 'resume')
  return {
    ...showCandidate(row, world), image_url: null, outbound_mailbox: null, uploader_id: null, cover_letter: null,
    resume_url: resume ? linkToFile(origin, resume, now) : null, education_entries: [], experience_entries: [], answers: [], social_profiles: [],
    tags: world.candidates.get(row.candidateId)?.tags, location: null,
  }
}
const jobStates = { open: 'published', draft: 'draft', closed: 'closed' } as const
// biome-ignore format: a table
const showJob = (row: Job) => ({
  id: `j${row.id}`, title: row.title, full_title: row.title, shortcode: row.id, code: null, state: jobStates[row.status], department: null,
  url: `https://quarry.workable.example/jobs/${row.id}`, application_url: `https://quarry.workable.example/jobs/${row.id}/candidates/new`,
  shortlink: `https://quarry.workable.example/j/${row.id}`, location: {}, created_at: row.createdAt, updated_at: row.updatedAt,
})
const roleOf = (user: User) => (user.isAdmin ? 'admin' : 'simple')
const showMember = (row: User) => ({
  ...{ id: row.id, name: nameOf(row), headline: row.title, email: row.email, role: roleOf(row), roles: [roleOf(row)] },
  ...{ active: row.isActive, collaboration_rules: [] },
})
// biome-ignore format: a table
const showEvent: Show<Interview> = (row, { world }) => {
  const application = world.applications.get(row.applicationId)
  const person = world.candidates.get(row.candidateId)
  return {
    id: row.id, title: row.title, description: row.note, type: 'interview', starts_at: row.startAt, ends_at: row.endAt, cancelled: row.canceledAt !== null,
    job: application && { shortcode: application.jobId, title: world.jobs.get(application.jobId)?.title },
    members: row.seats.flatMap(({ userId, response }) => {
      const user = world.users.get(userId ?? '')
      return user ? [{ id: user.id, name: nameOf(user), status: response }] : []
    }),
    candidate: { id: row.applicationId, name: person ? nameOf(person) : '' }, conference: null,
  }
}
const teamOf = ({ world, path }: Call): User[] => {
  const { hiringManagerIds, recruiterIds } = find(world, 'jobs', path.shortcode)
  return [...new Set([...hiringManagerIds, ...recruiterIds])].flatMap((id) => world.users.get(id) ?? [])
}
const showFile = (row: Attachment, { origin, now }: Call) => ({
  ...{
    name: row.filename,
    preview_url: linkToFile(origin, row, now),
    source: 'uploaded',
    kind: row.kind === 'resume' ? 'resume' : 'attachment',
  },
})

// biome-ignore format: a table
const reads: Record<string, Answer> = {
  'GET /spi/v3/jobs': listRows<Job>('jobs', ({ world }) => world.jobs, showJob, () => ({
    state: isOne((row) => jobStates[row.status]), created_after: isTime('gt', (row) => row.createdAt), updated_after: isTime('gt', (row) => row.updatedAt),
    include_fields: null,
  })),
  'GET /spi/v3/candidates': listRows<Application>('candidates', ({ world }) => world.applications, (row, { world }) => showCandidate(row, world), ({ world }) => ({
    email: { test: (row, [email = '']) => world.candidates.get(row.candidateId)?.emails.includes(email) === true }, shortcode: { column: 'jobId' },
    stage: { test: (row, [slug]) => world.stages.rows.some((stage) => stage.id === row.stageId && slugOf(world, stage) === slug) }, state: isOne((row) => row.status),
    created_after: isTime('gt', (row) => row.createdAt), updated_after: isTime('gt', (row) => row.updatedAt),
  })),
  'GET /spi/v3/candidates/{candidate_id}': (call) => ({ candidate: showWhole(find(call.world, 'applications', call.path.candidate_id), call) }),
  'GET /spi/v3/jobs/{shortcode}': ({ world, path }) => showJob(find(world, 'jobs', path.shortcode)),
  'GET /spi/v3/jobs/{shortcode}/stages': ({ world, path }) => ({ stages: world.stagesOf(find(world, 'jobs', path.shortcode).id).map((row) => showStage(world, row)) }),
  'GET /spi/v3/stages': ({ world }) => ({ stages: world.stagesOf('').map((row) => showStage(world, row)).map(({ id, ...stage }) => stage) }),
  'GET /spi/v3/members': listRows<User>('members', ({ world, query }) => ({
    ...world.users,
    isShown: ({ isActive }) => query.text('status') === 'all' || isActive === (query.text('status') !== 'inactive'),
  }), showMember, ({ world }) => ({
    role: isOne(roleOf), email: { column: 'email' }, name: hasWords(nameOf), status: null,
    shortcode: { test: ({ id }, [job = '']) => [world.jobs.get(job)].some((row) => row?.hiringManagerIds.includes(id) || row?.recruiterIds.includes(id)) },
  })),
  'GET /spi/v3/jobs/{shortcode}/members': (call) => ({
    members: teamOf(call).map((user) => ({
      id: user.id, name: nameOf(user), email: user.email, role: roleOf(user),
      collaboration_role: find(call.world, 'jobs', call.path.shortcode).hiringManagerIds.includes(user.id) ? 'hiring_manager' : 'recruiter',
    })),
  }),
  'GET /spi/v3/jobs/{shortcode}/recruiters': ({ world, path }) => {
    find(world, 'jobs', path.shortcode)
    return { recruiters: [] }
  },
  'GET /spi/v3/candidates/{candidate_id}/files': (call) => {
    const { candidateId } = find(call.world, 'applications', call.path.candidate_id)
    return { files: call.world.attachments.by('candidateId', candidateId).map((row) => showFile(row, call)) }
  },
  'GET /spi/v3/events': listRows<Interview>('events', ({ world, query }) => ({
    ...world.interviews, isShown: ({ canceledAt }) => canceledAt === null || query.flag('include_cancelled') === true,
  }), showEvent, ({ world }) => ({
    type: isOne(() => 'interview'), start_date: isTime('gte', (row) => row.startAt), end_date: isTime('lte', (row) => row.endAt),
    candidate_id: { column: 'applicationId' }, shortcode: isOne((row) => world.applications.get(row.applicationId)?.jobId),
    member_id: { test: ({ seats }, [id]) => seats.some(({ userId }) => userId === id) }, context: null, include_cancelled: null,
  })),
  'GET /spi/v3/events/{event_id}': (call) => showEvent(find(call.world, 'interviews', call.path.event_id), call),
  'GET /spi/v3/subscriptions': ({ world }) => {
    if (world.hooks.rows.length === 0) throw new Refusal('noRecord', 'no subscriptions')
    return { subscriptions: world.hooks.rows.map(({ id, event, url }) => ({ id, event, target: url })) }
  },
}

// ---------------------------------------------------------------- writes

/** Every write says who does it. */
function readMember({ world, body }: Call): User {
  const user = world.users.get(String(body.member_id))
  if (!user?.isActive) invalid('member_id', 'is no active member')
  return user as User
}
const addComment: Answer = (call) => {
  const { world, body, path } = call
  const { id, candidateId } = find(world, 'applications', path.candidate_id)
  const comment = body.comment as { body: string; policy?: string[] }
  const visibility = comment.policy?.join(',') ?? 'public'
  return {
    id: world.addNote({
      candidateId,
      applicationId: id,
      userId: readMember(call).id,
      text: comment.body,
      kind: 'comment',
      visibility,
    }).id,
  }
}
const move: Answer = (call) => {
  const { world, body, path } = call
  const row = find(world, 'applications', path.candidate_id)
  const member = readMember(call)
  const stage = world.stagesOf(row.jobId).find((one) => slugOf(world, one) === body.target_stage)
  if (!stage) invalid('target_stage', 'is no stage')
  if (stage) world.moveApplication(row.id, stage.id, member.id)
  return {}
}
const subscribe: Answer = ({ world, body, desk }) => {
  const { target, event, args } = body as { target: string; event: string; args?: object }
  if (world.hooks.rows.some(({ url }) => url === target))
    throw new Refusal('notAllowed', 'the target is already registered')
  // The key of the signature is the token itself.
  const [token = ''] = desk.keys
  return { id: world.addHook({ url: target, event, secret: token, extra: { ...args } }).id }
}

const events: Readonly<Record<string, string>> = {
  added: 'candidate_created',
  moved: 'candidate_moved',
  removed: 'candidate_deleted',
}
export const signWorkable = (token: string, body: string) => signHex('sha256', token, body)
const workableHooks: HookRules = {
  tell({ kind, before, after }: WorldChange, world) {
    const [old, row] = [before, after] as (Application | null)[]
    if (kind !== 'applications') return []
    const verb = !old ? 'added' : !row ? 'removed' : old.stageId === row.stageId ? '' : 'moved'
    return verb === ''
      ? []
      : [{ event: events[verb] ?? '', payload: showCandidate((row ?? old) as Application, world) }]
  },
  isWanted({ event: wanted, extra }, event, { after, before }) {
    const row = (after ?? before) as Application
    return wanted === event && (!extra.job_shortcode || extra.job_shortcode === row.jobId)
  },
  sign({ secret }, event_type, data, count, { clock }) {
    const body = JSON.stringify({
      event_type,
      data,
      id: `event-${count}`,
      fired_at: clock.now(),
      resource_type: 'candidate',
    })
    return { headers: { 'content-type': 'application/json', 'x-workable-signature': signWorkable(secret, body) }, body }
  },
}

const statusOf: Readonly<Record<RefusalKind, [status: number, error: string]>> = {
  noKey: [401, 'Not authorized'],
  badKey: [401, 'Not authorized'],
  noScope: [403, 'Forbidden'],
  noPath: [404, 'Not found'],
  noMethod: [404, 'Not found'],
  noRecord: [404, 'Not found'],
  badType: [422, ''],
  badJson: [422, ''],
  badQuery: [422, ''],
  badBody: [422, ''],
  badHeader: [422, ''],
  notAllowed: [409, ''],
  throttled: [429, 'Too many requests'],
  broken: [500, 'Internal server error'],
}
function refuse({ kind, field, problem, message }: Refusal): Reply {
  const [status, error] = statusOf[kind]
  return new Reply(status, { error: error || (problem ? `${field} ${problem}` : message) })
}

export const workable: StandInKind = {
  name: 'workable',
  bases: { main: '/spi/v3' },
  routes: workableRoutes,
  answers: {
    ...reads,
    'POST /spi/v3/candidates/{candidate_id}/comments': addComment,
    'POST /spi/v3/candidates/{candidate_id}/move': move,
    'POST /spi/v3/subscriptions': subscribe,
    'DELETE /spi/v3/subscriptions/{subscription_id}': ({ world, path }) => {
      world.hooks.remove(find(world, 'hooks', path.subscription_id).id)
    },
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: (kind, n) =>
    kind === 'jobs'
      ? `JOB${n.toString(16).toUpperCase().padStart(7, '0')}`
      : `${kind.length.toString(16)}${n.toString(16).padStart(6, '0')}`,
  hasStagesPerJob: false,
  key: 'workable-token-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 10, 10_000, ({ limit, remaining, resetAtMs }) => ({
      'x-rate-limit-limit': String(limit),
      'x-rate-limit-remaining': String(remaining),
      'x-rate-limit-reset': String(resetAtMs / 1000),
    })),
  hooks: workableHooks,
}
