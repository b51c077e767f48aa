import { linkToFile } from './files.ts'
import { type Filters, hasWords, isOne, isTime, narrowRows, type Source } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { takePage } from './paging.ts'
import { Refusal } from './reply.ts'
import type { Application, Candidate, Interview, InterviewType, Job, Kind, Rows, Stage, User, World } from './world.ts'

// How Ashby shows its records, and its lists. A schedule is what holds interview events together; a job's plan is the job's id with another first letter.

type Show<T> = (row: T, call: Call) => Record<string, unknown>
export const succeed = (results: unknown) => ({ success: true, results })
const otherId = (id: string, letter: string) => letter + id.slice(1)
const nameOf = (row: { firstName: string; lastName: string }) => `${row.firstName} ${row.lastName}`

type Dated = { id: string; createdAt: Date; updatedAt: Date }
/** A walk through a list remembers when it began; the token for the next sync comes with its last page only. */
interface Walk {
  list: string
  place: number
  beganAtMs: number
  since: number | null
}
const writeWalk = (walk: Walk) => Buffer.from(JSON.stringify(walk)).toString('base64url')
function readWalk(list: string, token: string, field: string): Walk {
  try {
    const walk = JSON.parse(Buffer.from(token, 'base64url').toString()) as Walk
    if (walk.list === list && Number.isInteger(walk.place)) return walk
  } catch {}
  throw new Refusal('badBody', `${field} is invalid`, { field, problem: 'is invalid' })
}
function beginWalk({ body, address, now, desk }: Call): Walk {
  const list = address.pathname
  if (body.cursor !== undefined) return readWalk(list, String(body.cursor), 'cursor')
  const walk = { list, place: 0, beganAtMs: now.getTime(), since: null }
  if (body.syncToken === undefined) return walk
  const { beganAtMs } = readWalk(list, String(body.syncToken), 'syncToken')
  const lifetimeMs = desk.settings.get('syncTokenLifetimeMs') as number | undefined
  if (lifetimeMs !== undefined && now.getTime() - beganAtMs > lifetimeMs)
    throw new Refusal('notAllowed', 'Sync token expired', { field: 'sync_token_expired' })
  return { ...walk, since: beganAtMs }
}

/** The fields of a body as parameters of a list. */
const asQuery = ({ body }: Call) => ({
  names: () => Object.keys(body),
  list: (name: string) => [body[name]].flat().map(String),
})
function listRows<T extends Dated>(
  read: (call: Call) => Source<T>,
  show: Show<T>,
  filters: (call: Call) => Filters<T> = () => ({}),
): Answer {
  return (call) => {
    const walk = beginWalk(call)
    const usual: Filters<T> = {
      ...{ cursor: null, limit: null, syncToken: null, expand: null },
      createdAfter: isTime('gt', (row) => row.createdAt),
    }
    const { rows, isWanted } = narrowRows(read(call), asQuery(call), { ...usual, ...filters(call) })
    const isNew = (row: T) => walk.since === null || row.updatedAt.getTime() >= walk.since
    const size = Number(call.body.limit ?? 100)
    const { page, next } = takePage(rows, (row) => isWanted(row) && isNew(row), {
      place: walk.place,
      size,
      order: 'oldestFirst',
    })
    const token =
      next === null
        ? { syncToken: writeWalk({ ...walk, place: 0 }) }
        : { nextCursor: writeWalk({ ...walk, place: next }) }
    return { ...succeed(page.map((row) => show(row, call))), moreDataAvailable: next !== null, ...token }
  }
}

export function find<K extends Kind>(world: World, kind: K, id: unknown, code: string): Rows[K] {
  const row = world[kind].get(String(id))
  if (!row) throw new Refusal('noRecord', `${code} was not found`, { field: `${code}_not_found` })
  return row as Rows[K]
}

const handleOf = (id: string) => `handle-${id}`
// biome-ignore format: a table
const showCandidate: Show<Candidate> = (row, { world }) => {
  const files = world.attachments.by('candidateId', row.id).map((file) => ({ id: file.id, name: file.filename, handle: handleOf(file.id) }))
  const [value] = row.emails
  const email = value === undefined ? null : { value, type: 'Personal', isPrimary: true }
  return {
    id: row.id, name: nameOf(row), ...(email && { primaryEmailAddress: email }),
    emailAddresses: row.emails.map((one, index) => ({ value: one, type: 'Personal', isPrimary: index === 0 })),
    primaryPhoneNumber: row.phones[0] ? { value: row.phones[0], type: 'Personal', isPrimary: true } : null,
    phoneNumbers: row.phones.map((one, index) => ({ value: one, type: 'Personal', isPrimary: index === 0 })), socialLinks: [],
    tags: row.tags.map((title) => ({ title })), position: row.title, company: row.company, school: null,
    applicationIds: world.applications.by('candidateId', row.id).map(({ id }) => id), ...(files[0] && { resumeFileHandle: files[0] }),
    fileHandles: files, customFields: [], profileUrl: `https://app.ashby.example/candidates/${row.id}`, source: null, creditedToUser: null,
    timezone: row.zone, location: null, createdAt: row.createdAt, updatedAt: row.updatedAt,
  }
}

const stageTypes: readonly [RegExp, string][] = [
  [/archiv|reject/i, 'Archived'],
  [/hired/i, 'Hired'],
  [/offer/i, 'Offer'],
  [/review|screen|applied/i, 'PreInterviewScreen'],
]
export const planOf = (jobId: string) => otherId(jobId, 'e')
export const showStage = (row: Stage) => ({
  ...{ id: row.id, title: row.label, type: stageTypes.find(([pattern]) => pattern.test(row.label))?.[1] ?? 'Active' },
  ...{ orderInInterviewPlan: row.ordinal, interviewStageGroupId: null, interviewPlanId: planOf(row.jobId ?? '') },
})
const showTeam = (job: Job | undefined, world: World) =>
  [
    ...(job?.hiringManagerIds ?? []).map((id) => [id, 'Hiring Manager']),
    ...(job?.recruiterIds ?? []).map((id) => [id, 'Recruiter']),
  ].flatMap(([id = '', role]) => {
    const user = world.users.get(id)
    return user ? [{ userId: id, email: user.email, firstName: user.firstName, lastName: user.lastName, role }] : []
  })
const applicationStatuses = { active: 'Active', rejected: 'Archived', hired: 'Hired' } as const
// biome-ignore format: a table
export const showApplication: Show<Application> = (row, { world }) => {
  const candidate = world.candidates.get(row.candidateId)
  const job = world.jobs.get(row.jobId)
  return {
    id: row.id, status: applicationStatuses[row.status],
    candidate: candidate && { id: candidate.id, name: nameOf(candidate), primaryEmailAddress: { value: candidate.emails[0] }, primaryPhoneNumber: null },
    currentInterviewStage: showStage(world.stages.get(row.stageId)!), job: job && { id: job.id, title: job.title, locationId: null, departmentId: null },
    hiringTeam: showTeam(job, world), source: null, creditedToUser: null, archiveReason: null, archivedAt: row.rejectedAt, customFields: [],
    appliedViaJobPostingId: null, createdAt: row.createdAt, updatedAt: row.updatedAt,
  }
}
const showHistory = (row: Application, { world }: Call) =>
  world.stageEntries.by('applicationId', row.id).map((entry, index) => ({
    ...{
      id: entry.id,
      stageId: entry.stageId,
      title: world.stages.get(entry.stageId)?.label,
      enteredStageAt: entry.enteredAt,
    },
    ...{ leftStageAt: entry.exitedAt, stageNumber: index, allowedActions: [], actorId: entry.userId },
  }))

const jobStatuses = { open: 'Open', draft: 'Draft', closed: 'Closed' } as const
// biome-ignore format: a table
const showJob: Show<Job> = (row, { world }) => ({
  id: row.id, title: row.title, confidential: row.isConfidential, status: jobStatuses[row.status], employmentType: 'FullTime', locationId: null,
  departmentId: null, defaultInterviewPlanId: planOf(row.id), interviewPlanIds: [planOf(row.id)], jobPostingIds: [],
  hiringTeam: showTeam(row, world), author: null, customFields: [], openedAt: row.status === 'draft' ? null : row.createdAt,
  closedAt: row.status === 'closed' ? row.updatedAt : null, createdAt: row.createdAt, updatedAt: row.updatedAt,
})
/** Drafts are shown when asked for, confidential jobs to keys that may see them. */
const jobsFor = ({ world, body, desk }: Call): Source<Job> => ({
  ...world.jobs,
  isShown: (row) =>
    (row.status !== 'draft' || ((body.status as string[] | undefined) ?? []).includes('Draft')) &&
    (!row.isConfidential || desk.settings.get('isConfidentialGranted') === true),
})
export const showUser: Show<User> = (row) => ({
  ...{ id: row.id, firstName: row.firstName, lastName: row.lastName, email: row.email, isEnabled: row.isActive },
  ...{ globalRole: row.isAdmin ? 'Organization Admin' : 'Limited Access', managerId: null, updatedAt: row.updatedAt },
})
const showType: Show<InterviewType> = (row) => ({
  ...{
    id: row.id,
    title: row.label,
    externalTitle: null,
    isArchived: false,
    isDebrief: false,
    isFeedbackRequired: true,
  },
  ...{
    isFeedbackRequested: true,
    instructionsPlain: null,
    jobId: row.jobId,
    feedbackFormDefinitionId: otherId(row.id, 'f'),
  },
})

export interface Schedule extends Dated {
  events: Interview[]
}
export const scheduleIdOf = (row: Interview) => row.groupId ?? otherId(row.id, 'd')
export function readSchedules({ interviews }: World, applicationId?: string): Schedule[] {
  const rows = applicationId === undefined ? interviews.rows : interviews.by('applicationId', applicationId)
  return [...Map.groupBy(rows, scheduleIdOf)].map(([id, events]) => {
    const updatedAt = new Date(Math.max(...events.map((event) => event.updatedAt.getTime())))
    return { id, events, createdAt: events[0]!.createdAt, updatedAt }
  })
}
// biome-ignore format: a table
const showEvent: Show<Interview> = (row, { world }) => ({
  id: row.id, interviewId: row.typeId ?? otherId(row.id, 'c'), interviewScheduleId: scheduleIdOf(row), interviewerUserIds: row.seats.map(({ userId }) => userId),
  interviewers: row.seats.flatMap(({ userId }) => {
    const user = world.users.get(userId ?? '')
    return user ? [{ id: user.id, firstName: user.firstName, lastName: user.lastName, email: user.email }] : []
  }),
  startTime: row.startAt, endTime: row.endAt, feedbackLink: `https://app.ashby.example/feedback/${row.id}`, location: row.location, meetingLink: row.url,
  interviewerCalendarEventId: null, hasSubmittedFeedback: false, interview: null, extraData: row.extra.extraData ?? null, createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})
export const showSchedule: Show<Schedule> = ({ id, events, createdAt, updatedAt }, call) => {
  const kept = events.filter(({ canceledAt }) => canceledAt === null)
  const [first] = events as [Interview]
  const stageId = first.extra.stageId ?? call.world.applications.get(first.applicationId)?.stageId
  return {
    ...{
      id,
      status: kept.length > 0 ? 'Scheduled' : 'Cancelled',
      applicationId: first.applicationId,
      interviewStageId: stageId,
    },
    ...{ scheduledBy: null, interviewEvents: kept.map((event) => showEvent(event, call)), createdAt, updatedAt },
  }
}

// biome-ignore format: a table
export const ashbyReads: Record<string, Answer> = {
  'POST /apiKey.info': ({ desk, now }) => succeed({ title: 'Parley', createdAt: now, scopes: [...(desk.scopes ?? [])] }),
  'POST /candidate.list': listRows<Candidate>(({ world }) => world.candidates, showCandidate),
  'POST /candidate.info': (call) => succeed(showCandidate(find(call.world, 'candidates', call.body.id, 'candidate'), call)),
  'POST /candidate.search': (call) => {
    if (Object.keys(call.body).length === 0) throw new Refusal('badBody', 'email or name is required', { field: 'email', problem: 'is required' })
    const { rows, isWanted } = narrowRows<Candidate>(call.world.candidates, asQuery(call), { email: { column: 'emails' }, name: hasWords(nameOf) })
    return succeed(rows.filter(isWanted).slice(0, 100).map((row) => showCandidate(row, call)))
  },
  'POST /application.list': listRows<Application>(({ world }) => world.applications, showApplication, () => ({
    status: isOne((row) => applicationStatuses[row.status]), jobId: { column: 'jobId' },
  })),
  'POST /application.info': (call) => {
    const row = find(call.world, 'applications', call.body.applicationId, 'application')
    return succeed({ ...showApplication(row, call), applicationHistory: showHistory(row, call) })
  },
  'POST /job.list': listRows<Job>(jobsFor, showJob, () => ({
    status: isOne((row) => jobStatuses[row.status]), includeUnpublishedJobPostingsIds: null,
    openedAfter: isTime('gt', (row) => (row.status === 'draft' ? null : row.createdAt)), closedAfter: isTime('gt', (row) => (row.status === 'closed' ? row.updatedAt : null)),
    openedBefore: isTime('lt', (row) => (row.status === 'draft' ? null : row.createdAt)), closedBefore: isTime('lt', (row) => (row.status === 'closed' ? row.updatedAt : null)),
  })),
  'POST /job.info': (call) => {
    const job = find(call.world, 'jobs', call.body.id, 'job')
    if (job.isConfidential && call.desk.settings.get('isConfidentialGranted') !== true) find(call.world, 'jobs', '', 'job')
    return succeed(showJob(job, call))
  },
  'POST /interviewStage.list': ({ world, body }) => {
    const job = find(world, 'jobs', otherId(String(body.interviewPlanId), 'a'), 'interview_plan')
    return { ...succeed(world.stagesOf(job.id).map(showStage)), moreDataAvailable: false }
  },
  'POST /interviewPlan.list': listRows<Job>(({ world }) => world.jobs, ({ id, title, createdAt, updatedAt }) => ({
    id: planOf(id), title, isArchived: false, createdAt, updatedAt,
  }), () => ({ includeArchived: null })),
  'POST /user.list': listRows<User>(({ world, body }) => ({
    ...world.users, isShown: ({ isActive }) => isActive || body.includeDeactivated === true,
  }), showUser, () => ({ includeDeactivated: null })),
  'POST /user.search': (call) => succeed(call.world.users.by('email', call.body.email).map((row) => showUser(row, call))),
  'POST /file.info': ({ world, body, origin, now }) => {
    const file = find(world, 'attachments', String(body.fileHandle).replace(/^handle-/, ''), 'file')
    if (body.fileHandle !== handleOf(file.id)) find(world, 'attachments', '', 'file')
    return succeed({ url: linkToFile(origin, file, now) })
  },
  'POST /interview.list': listRows<InterviewType>(({ world }) => world.interviewTypes, showType, () => ({
    includeArchived: null, includeNonSharedInterviews: null, excludeArchivedScheduleTemplateInterviews: null,
  })),
  'POST /interviewSchedule.list': listRows<Schedule>(({ world, body }) => ({ rows: readSchedules(world, body.applicationId as string | undefined) }), showSchedule, ({ world }) => ({
    applicationId: null, interviewStageId: isOne(({ events }) => world.applications.get(events[0]?.applicationId ?? '')?.stageId),
  })),
  'POST /interviewEvent.list': listRows<Interview>(({ world, body }) => {
    const schedule = readSchedules(world).find(({ id }) => id === body.interviewScheduleId)
    return { rows: schedule?.events ?? find(world, 'interviews', '', 'interview_schedule') as never }
  }, showEvent, () => ({ interviewScheduleId: null })),
}
