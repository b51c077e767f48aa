import { linkToFile } from './files.ts'
import { type Filters, isBoundTime, isFlag, isNever, isOne, narrowRows, type Source } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { takePage } from './paging.ts'
import { Refusal, Reply } from './reply.ts'
import type {
  Application,
  Attachment,
  Candidate,
  Interview,
  InterviewType,
  Job,
  Note,
  Seat,
  Stage,
  StageEntry,
  User,
  World,
} from './world.ts'

// Every list of Harvest v3; there is no other way to read.

const hourMs = 3600_000
export const maybe = (id: string | null | undefined) => (id === null || id === undefined ? null : Number(id))

interface Row {
  id: string
  createdAt: Date
  updatedAt: Date
}
type Show<T> = (row: T, call: Call) => Record<string, unknown>
type Page = { list: string; place: number; query: [string, string][] }

const writeCursor = (page: Page) => Buffer.from(JSON.stringify(page)).toString('base64url')
function readCursor(list: string, cursor: string): Page {
  try {
    const page = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Page
    if (page.list === list && Number.isInteger(page.place)) return page
  } catch {}
  throw new Refusal('badQuery', 'the cursor is none of this list', { field: 'cursor', problem: 'is invalid' })
}

/** Newest first, 100 or `per_page` of them; the cursor of the Link header stands alone and brings the filters with it. */
function listRows<T extends Row>(
  read: (world: World) => Source<T>,
  show: Show<T>,
  filters: Filters<T> | ((world: World) => Filters<T>),
): Answer {
  return (call) => {
    const { address, world, origin } = call
    let page: Page = { list: address.pathname, place: -1, query: [...address.searchParams] }
    if (call.query.has('cursor')) {
      const other = call.query.names().find((name) => name !== 'cursor')
      if (other !== undefined)
        throw new Refusal('badQuery', `${other} stands beside a cursor`, {
          field: other,
          problem: 'must be blank with cursor',
        })
      page = readCursor(address.pathname, call.query.text('cursor'))
    }
    const given = new Map(page.query)
    const query = {
      ...call.query,
      names: () => [...given.keys()],
      list: (name: string) => (given.get(name) ?? '').split(','),
    }
    const usual: Filters<T> = {
      ...{ cursor: null, per_page: null, fields: null },
      ids: { column: 'id' },
      created_at: isBoundTime((row) => row.createdAt),
      updated_at: isBoundTime((row) => row.updatedAt),
    }
    const own = typeof filters === 'function' ? filters(world) : filters
    const { rows, isWanted } = narrowRows(read(world), query, { ...usual, ...own })
    const size = Number(given.get('per_page') ?? 100)
    const taken = takePage(rows, isWanted, { place: page.place < 0 ? null : page.place, size, order: 'newestFirst' })
    const fields = given.get('fields')?.split(',')
    const body = taken.page.map((row) => {
      const shown = { id: Number(row.id), ...show(row, call), created_at: row.createdAt, updated_at: row.updatedAt }
      return fields ? Object.fromEntries(Object.entries(shown).filter(([name]) => fields.includes(name))) : shown
    })
    if (taken.next === null) return body
    const cursor = writeCursor({ ...page, place: taken.next })
    return new Reply(200, body, { link: `<${origin}${address.pathname}?cursor=${cursor}>; rel="next"` })
  }
}

const statusWords = { active: 'in_process', rejected: 'rejected', hired: 'hired' } as const
const attachmentWords = { resume: 'resume', coverLetter: 'cover_letter', other: 'other' } as const
export const findCurrentEntry = (world: World, applicationId: string) =>
  world.stageEntries.by('applicationId', applicationId).find(({ exitedAt }) => exitedAt === null)

// biome-ignore format: a table
const showApplication: Show<Application> = (row, { world }) => {
  const entry = findCurrentEntry(world, row.id)
  return {
    candidate_id: Number(row.candidateId), job_id: Number(row.jobId), status: statusWords[row.status], prospect: false,
    stage_id: maybe(entry?.id), stage_name: world.stages.get(row.stageId)?.label ?? null, recruiter_id: maybe(row.ownerId),
    prospective_job_ids: [], answers: [], custom_fields: {}, rejected_at: row.rejectedAt, last_activity_at: row.updatedAt,
  }
}
// biome-ignore format: a table
export const showInterview: Show<Interview> = (row, { world }) => ({
  application_id: Number(row.applicationId), job_id: maybe(world.applications.get(row.applicationId)?.jobId),
  job_interview_id: maybe(row.typeId) ?? 0, status: row.status, starts_at: row.startAt, ends_at: row.endAt, organizer_id: maybe(row.organizerId),
  external_event_id: row.externalRef, location: row.location, video_conferencing_url: row.url, scheduled_at: row.createdAt,
})

interface Link extends Row {
  jobId: string
  userId: string
  type: string
}
/** The people of jobs as rows of their own; ids follow from the job's. */
function readTeam({ jobs }: World, type: 'hiringManager' | 'recruiter'): Source<Link> {
  const rows = jobs.rows.flatMap(({ id, recruiterIds, hiringManagerIds, createdAt, updatedAt }) =>
    (type === 'recruiter' ? recruiterIds : hiringManagerIds).map((userId, index) => ({
      ...{ id: `${Number(id) * 10 + index}`, jobId: id, userId, type, createdAt, updatedAt },
    })),
  )
  return { rows }
}
interface SeatRow extends Row, Seat {
  interviewId: string
}
function readSeats({ interviews }: World): Source<SeatRow> {
  const rows = interviews.rows.flatMap(({ id, createdAt, updatedAt, seats }) =>
    seats.map((seat, index) => ({ ...seat, id: `${Number(id) * 100 + index}`, interviewId: id, createdAt, updatedAt })),
  )
  return { rows }
}
export const visibilities: Readonly<Record<string, string>> = {
  public: 'publicly_visible',
  private: 'privately_visible',
  admin_only: 'admin_only_visible',
}

// biome-ignore format: a table
export const greenhouseLists: Record<string, Answer> = {
  'GET /v3/users': listRows<User>(
    (world) => world.users,
    (row) => ({
      name: `${row.firstName} ${row.lastName}`, first_name: row.firstName, last_name: row.lastName, primary_email: row.email,
      emails: [row.email], job_title: row.title, employee_id: null, deactivated: !row.isActive, site_admin: row.isAdmin,
      department_ids: [], office_ids: [], linked_candidate_ids: [], interviewer_tags: [], custom_fields: {},
    }),
    {
      primary_email: isOne((row) => row.email), deactivated: isFlag((row) => !row.isActive), employee_ids: isNever,
      show_service_accounts: null,
      office_ids: isNever, department_ids: isNever,
    },
  ),
  'GET /v3/candidates': listRows<Candidate>(
    (world) => world.candidates,
    (row) => ({
      first_name: row.firstName, last_name: row.lastName, preferred_name: null, company: row.company, title: row.title,
      private: row.isPrivate, can_email: true, time_zone: row.zone,
      email_addresses: row.emails.map((value) => ({ value, type: 'personal' })),
      phone_numbers: row.phones.map((value) => ({ value, type: 'mobile' })), addresses: [], website_addresses: [],
      social_media_addresses: [], tags: row.tags, linked_user_ids: [], custom_fields: {}, last_activity_at: row.updatedAt,
    }),
    {
      email: { column: 'emails' }, tag: { column: 'tags' },
      private: isFlag((row) => row.isPrivate), last_activity_at: isBoundTime((row) => row.updatedAt), custom_field_option_id: isNever,
    },
  ),
  'GET /v3/applications': listRows<Application>((world) => world.applications, showApplication, (world) => ({
    candidate_ids: { column: 'candidateId' }, job_ids: { column: 'jobId' }, status: isOne((row) => row.status),
    last_activity_at: isBoundTime((row) => row.updatedAt), prospect: isFlag(() => false), job_post_ids: isNever,
    stage_ids: isOne((row) => findCurrentEntry(world, row.id)?.id), stage_name: isOne((row) => world.stages.get(row.stageId)?.label),
    source_ids: isNever, referrer_ids: isNever, prospective_job_ids: isNever, custom_field_option_id: isNever,
  })),
  'GET /v3/application_stages': listRows<StageEntry>(
    (world) => world.stageEntries,
    (row, { now }) => ({
      application_id: Number(row.applicationId), job_interview_stage_id: Number(row.stageId), current: row.exitedAt === null,
      days_in_stage: Math.floor(((row.exitedAt ?? now).getTime() - row.enteredAt.getTime()) / (24 * hourMs)),
      entered_at: row.enteredAt, exited_at: row.exitedAt,
    }),
    {
      application_ids: { column: 'applicationId' }, job_interview_stage_ids: { column: 'stageId' },
      current: isFlag((row) => row.exitedAt === null),
    },
  ),
  'GET /v3/jobs': listRows<Job>(
    (world) => world.jobs,
    (row) => ({
      name: row.title, requisition_id: null, status: row.status, confidential: row.isConfidential, department_id: null,
      office_ids: [], notes: row.description, is_template: false, copied_from_id: null, custom_fields: {},
      opened_at: row.status === 'draft' ? null : row.createdAt, closed_at: row.status === 'closed' ? row.updatedAt : null,
    }),
    {
      status: isOne((row) => row.status), confidential: isFlag((row) => row.isConfidential),
      opened_at: isBoundTime((row) => (row.status === 'draft' ? null : row.createdAt)),
      closed_at: isBoundTime((row) => (row.status === 'closed' ? row.updatedAt : null)), requisition_id: isNever,
      department_id: isNever, office_id: isNever, custom_field_option_id: isNever,
    },
  ),
  'GET /v3/job_interview_stages': listRows<Stage>(
    (world) => world.stages,
    (row) => ({ job_id: Number(row.jobId), name: row.label, sort_order: row.ordinal, active: true }),
    { job_ids: { column: 'jobId' }, active: isFlag(() => true) },
  ),
  'GET /v3/job_hiring_managers': listRows<Link>(
    (world) => readTeam(world, 'hiringManager'),
    (row) => ({ job_id: Number(row.jobId), user_id: Number(row.userId) }),
    { job_ids: { column: 'jobId' }, user_ids: { column: 'userId' } },
  ),
  'GET /v3/job_owners': listRows<Link>(
    (world) => readTeam(world, 'recruiter'),
    (row) => ({ job_id: Number(row.jobId), user_id: Number(row.userId), type: 'recruiter', responsible: true }),
    { job_ids: { column: 'jobId' }, user_ids: { column: 'userId' }, type: { column: 'type' } },
  ),
  'GET /v3/attachments': listRows<Attachment>(
    (world) => world.attachments,
    (row, { origin, now }) => ({
      candidate_id: Number(row.candidateId), application_id: maybe(row.applicationId), filename: row.filename,
      type: attachmentWords[row.kind], url: linkToFile(origin, row, now),
    }),
    {
      candidate_ids: { column: 'candidateId' }, application_ids: { column: 'applicationId' },
      type: isOne((row) => attachmentWords[row.kind]),
    },
  ),
  'GET /v3/job_interviews': listRows<InterviewType>(
    (world) => world.interviewTypes,
    (row) => ({
      job_id: Number(row.jobId), job_interview_stage_id: Number(row.stageId), name: row.label, duration: row.durationMinutes,
      scheduling_type: 'needs_scheduling', sort_order: 0, active: true, require_scorecard: true,
    }),
    {
      job_ids: { column: 'jobId' }, job_interview_stage_ids: { column: 'stageId' }, active: isFlag(() => true),
      scheduling_type: isOne(() => 'needs_scheduling'),
    },
  ),
  'GET /v3/interviews': listRows<Interview>((world) => world.interviews, showInterview, (world) => ({
    application_ids: { column: 'applicationId' }, job_interview_ids: { column: 'typeId' },
    organizer_ids: isOne((row) => row.organizerId), starts_at: isBoundTime((row) => row.startAt), ends_at: isBoundTime((row) => row.endAt),
    external_event_id: isOne((row) => row.externalRef), status: isOne((row) => row.status), all_day_start_on: isNever,
    all_day_end_on: isNever, job_ids: isOne((row) => world.applications.get(row.applicationId)?.jobId),
  })),
  'GET /v3/interviewers': listRows<SeatRow>(
    readSeats,
    (row) => ({
      interview_id: Number(row.interviewId), user_id: maybe(row.userId), email: row.email, response_status: row.response,
      scorecard_id: null,
    }),
    {
      interview_ids: { column: 'interviewId' }, user_ids: { column: 'userId' },
      response_status: isOne((row) => row.response), scorecard_ids: isNever,
    },
  ),
  'GET /v3/notes': listRows<Note>(
    (world) => world.notes,
    (row) => ({
      candidate_id: Number(row.candidateId), application_id: maybe(row.applicationId), user_id: maybe(row.userId), type: row.kind,
      visibility: visibilities[row.visibility], subject: null, body: row.text,
    }),
    {
      candidate_ids: { column: 'candidateId' }, application_ids: { column: 'applicationId' },
      user_ids: { column: 'userId' }, type: isOne((row) => row.kind), visibility: isOne((row) => visibilities[row.visibility]),
    },
  ),
}
