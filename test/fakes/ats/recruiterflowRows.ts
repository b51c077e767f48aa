import { linkToFile } from './files.ts'
import type { Answer, Call } from './kit.ts'
import { takeSlice } from './paging.ts'
import { fullName } from './people.ts'
import { Refusal } from './reply.ts'
import type { Application, Attachment, Candidate, Job, Note, StageEntry, World } from './world.ts'

// How Recruiterflow shows its records: who applied where stands inside the candidate, stages belong to a job and have ids in its pipeline only.

type Show<T> = (row: T, call: Call) => unknown

/** The offset without a colon. */
const timeOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')
/** Activities are told in local time. */
const localTimeOf = (at: Date) => new Date(at.getTime() + 3600_000).toISOString().replace(/\.\d+Z$/, '+01:00')

/** Some failures may come with success; `failsWithSuccess` has them so. Which ones is not documented. */
export function fail({ desk }: Call, message: string): never {
  throw new Refusal('badBody', message, { status: desk.settings.get('failsWithSuccess') === true ? 200 : null })
}

// ---------------------------------------------------------------- pages

const usualSize = 25
interface Paging {
  number: number
  size: number
  isCounted: boolean
}
const pagingOf = ({ query }: Call): Paging => ({
  number: query.number('current_page', 1),
  size: query.number('items_per_page', usualSize),
  isCounted: query.flag('include_count') === true,
})
const cut = <T>(rows: readonly T[], { number, size }: Paging) =>
  takeSlice({ rows, isWanted: () => true, isNarrow: false }, { skip: (number - 1) * size, size, order: 'oldestFirst' })
/** A bare list, or with its count beside it where that is asked for. */
export function showList<T>(call: Call, rows: readonly T[], show: Show<T>, paging = pagingOf(call)): unknown {
  const { page, total } = cut(rows, paging)
  const data = page.map((row) => show(row, call))
  return paging.isCounted ? { data, total_items: total } : data
}
/** As showList, but always within an object. */
function showData<T>(call: Call, rows: readonly T[], show: Show<T>): unknown {
  const paging = pagingOf(call)
  const { page, total } = cut(rows, paging)
  return { data: page.map((row) => show(row, call)), ...(paging.isCounted ? { total_items: total } : {}) }
}
function isBetween({ query }: Call, at: Date): boolean {
  const [after, before] = [Date.parse(query.text('after')), Date.parse(query.text('before'))]
  return !(at.getTime() < after) && !(at.getTime() > before)
}

// ---------------------------------------------------------------- records

export const findCandidate = (call: Call, id: unknown = call.query.text('id')): Candidate =>
  call.world.candidates.get(String(id)) ?? fail(call, 'invalid id')
export const findJob = (call: Call, id: unknown): Job => call.world.jobs.get(String(id)) ?? fail(call, 'invalid job_id')

export const disqualified = 'Disqualified'
const stageNameOf = (row: Application, { stages }: World) =>
  row.status === 'rejected' ? disqualified : (stages.get(row.stageId)?.label ?? '')
const reasonOf = (row: Application, world: World) =>
  stageNameOf(row, world) === disqualified ? String(row.extra.reason ?? 'Not a fit') : null
const entriesOf = ({ id }: Application, { stageEntries }: World) => stageEntries.by('applicationId', id)
const showUser = (id: string | null | undefined, { users }: World) => {
  const user = users.get(id ?? '')
  return { id: user ? Number(user.id) : null, name: user ? fullName(user) : null, email: user?.email ?? null }
}
const showFile = (row: Attachment, { origin, now }: Call) => ({
  ...{ id: Number(row.id), filename: row.filename, link: linkToFile(origin, row, now) },
  upload_time: timeOf(row.createdAt),
})
const clientOf = (job: Job | undefined, { clients }: World) => clients.get(job?.clientId ?? '')
// biome-ignore format: a table
const showApplication: Show<Application> = (row, { world }) => {
  const job = world.jobs.get(row.jobId)
  const client = clientOf(job, world)
  return {
    job_id: Number(row.jobId), name: job?.title ?? '', title: job?.title ?? '', stage_name: stageNameOf(row, world),
    stage_moved: timeOf(entriesOf(row, world).at(-1)?.enteredAt ?? row.createdAt), added_time: timeOf(row.createdAt), is_open: job?.status === 'open',
    client_company_id: client ? Number(client.id) : null, client_company_name: client?.name ?? null, disqualification_reason: reasonOf(row, world),
  }
}
export function latestOf({ id, updatedAt }: Candidate, { applications, notes }: World): Date {
  const times = [
    updatedAt,
    ...applications.by('candidateId', id).map((row) => row.updatedAt),
    ...notes.by('candidateId', id).map((row) => row.createdAt),
  ]
  return new Date(Math.max(...times.map((at) => at.getTime())))
}
// biome-ignore format: a table
export const showCandidate = (row: Candidate, call: Call, hasFiles = false) => {
  const { world } = call
  const applications = world.applications.by('candidateId', row.id)
  const owner = showUser(applications[0]?.ownerId ?? world.users.rows[0]?.id, world)
  return {
    id: Number(row.id), name: fullName(row), first_name: row.firstName, last_name: row.lastName, email: row.emails, phone_number: row.phones,
    // Nothing is the word None.
    linkedin_profile: String(row.extra.linkedin ?? 'None'), current_designation: row.title, current_organization: row.company,
    jobs: applications.map((one) => showApplication(one, call)), lead_owner: owner.id === null ? null : owner, status: { id: null, name: null },
    added_time: timeOf(row.createdAt), latest_activity_time: timeOf(latestOf(row, world)),
    ...(hasFiles ? { files: world.attachments.by('candidateId', row.id).map((file) => showFile(file, call)) } : {}),
  }
}
const roles = { recruiter: { id: 2, name: 'Recruiter' }, manager: { id: 3, name: 'Hiring Manager' } } as const
function showTeam({ recruiterIds, hiringManagerIds }: Job, { users }: World) {
  const seats = [
    ...recruiterIds.map((id) => ({ id, role: roles.recruiter })),
    ...hiringManagerIds.map((id) => ({ id, role: roles.manager })),
  ]
  return seats.flatMap(({ id, role }) => {
    const user = users.get(id)
    return user
      ? [
          {
            ...{ user_id: Number(id), email: user.email, name: fullName(user), first_name: user.firstName },
            ...{ last_name: user.lastName, role: role.name, role_id: role.id },
          },
        ]
      : []
  })
}
// biome-ignore format: a table
const showJob: Show<Job> = (row, { world }) => {
  const client = clientOf(row, world)
  return {
    id: Number(row.id), name: row.title, title: row.title, is_open: row.status === 'open', job_status: { id: null, name: null },
    hiring_team: showTeam(row, world), company: client ? { id: Number(client.id), name: client.name } : null, locations: [],
    created_at: timeOf(row.createdAt), last_opened: timeOf(row.createdAt),
  }
}
/** Each time in a stage with the one before it. */
const stepsOf = (row: Application, world: World): { entry: StageEntry; from: string | null; to: string }[] => {
  const labels = entriesOf(row, world).map((entry) => ({ entry, to: world.stages.get(entry.stageId)?.label ?? '' }))
  return labels.map(({ entry, to }, index) => ({ entry, from: labels[index - 1]?.to ?? null, to }))
}
const showPipeline: Answer = (call) => {
  const { world, query } = call
  const job = findJob(call, query.text('job_id'))
  const rows = world.applications.by('jobId', job.id)
  const names = rows.map((row) => stageNameOf(row, world))
  return {
    detail: rows.map((row) => {
      const person = world.candidates.get(row.candidateId)
      const stages = stepsOf(row, world).map(({ entry, from, to }) => ({
        ...{ from, to, time: timeOf(entry.enteredAt) },
        ...(to === disqualified ? { reason: reasonOf(row, world) } : {}),
      }))
      return { candidate: { id: Number(row.candidateId), name: person ? fullName(person) : '' }, stages }
    }),
    summary: world.stagesOf(job.id).map(({ id, label }) => ({
      ...{ id: Number(id), name: label, count: names.filter((name) => name === label).length },
    })),
  }
}
const showMovements: Answer = (call) => {
  const { world, query } = call
  const person = findCandidate(call)
  const found = world.applications.by('candidateId', person.id)
  const { page, total } = cut(found, pagingOf(call))
  const jobs = page.map((row) => ({
    ...{ id: Number(row.jobId), name: world.jobs.get(row.jobId)?.title ?? '', added_time: timeOf(row.createdAt) },
    added_by: showUser(row.ownerId, world),
    transitions: stepsOf(row, world)
      .filter(({ entry }) => isBetween(call, entry.enteredAt))
      .map(({ entry, from, to }) => ({
        ...{ entered: timeOf(entry.enteredAt), left: entry.exitedAt ? timeOf(entry.exitedAt) : null, from, to },
        stage_moved_by: showUser(entry.userId, world),
      })),
  }))
  const data = { id: Number(person.id), name: fullName(person), jobs }
  return { data, ...(query.flag('include_count') === true ? { total_items: total } : {}) }
}
// biome-ignore format: a table
const showNote: Show<Note> = (row, { world }) => ({
  activity_id: Number(row.id), candidate_id: Number(row.candidateId), job_id: null, interview_plan_id: null, subject: 'Note', text: row.text,
  time: localTimeOf(row.createdAt), type: { id: 5, name: 'Note' }, user: showUser(row.userId, world), associated_entities: {},
})

const at = '/api/external'
// biome-ignore format: a table
export const recruiterflowReads: Record<string, Answer> = {
  [`GET ${at}/candidate/list`]: (call) =>
    showList(call, call.world.candidates.rows, (row: Candidate) => showCandidate(row, call, call.query.flag('include_files') === true)),
  [`GET ${at}/candidate/get`]: (call) => showCandidate(findCandidate(call), call, true),
  [`GET ${at}/job/list`]: (call) => showList(call, call.world.jobs.rows, showJob),
  // That this call is there was inferred; `hasNoJobGet` is an account of an interface without it.
  [`GET ${at}/job/get`]: (call) => {
    if (call.desk.settings.get('hasNoJobGet') === true) throw new Refusal('noPath', 'not found')
    return showJob(findJob(call, call.query.text('id')), call)
  },
  [`GET ${at}/job/pipeline`]: showPipeline,
  [`GET ${at}/job/stage_names`]: ({ world }) => ({ data: [...new Set(world.stages.rows.map(({ label }) => label))] }),
  [`GET ${at}/candidate/activities/stage-movement/list`]: showMovements,
  [`GET ${at}/user/list`]: ({ world }) => ({
    data: world.users.rows.map((row) => ({
      id: Number(row.id), email: row.email, first_name: row.firstName, last_name: row.lastName, name: fullName(row), roles: [roles.recruiter],
    })),
  }),
  // What stands in a calendar event was not seen by anybody.
  [`GET ${at}/candidate/calendar-event/list`]: (call) =>
    showData(call, call.world.interviews.by('candidateId', findCandidate(call).id).filter((row) => isBetween(call, row.startAt)), ({ id }) => ({ id: Number(id) })),
  [`GET ${at}/candidate/activity/list`]: (call) =>
    showData(call, call.world.notes.by('candidateId', findCandidate(call).id).filter((row) => isBetween(call, row.createdAt)).toReversed(), showNote),
}
