import { answerFile } from './files.ts'
import type { HookRules } from './hooks.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { type Asked, textOr } from './readRequest.ts'
import { recruitcrmRoutes } from './recruitcrmRoutes.ts'
import { find, findPair, meetingTypes, recruitcrmReads, showMeeting, showStage } from './recruitcrmRows.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Interview, WorldChange } from './world.ts'

// Recruit CRM, API v1. Settings: `searchLagMs`, how long after its making a record is not found by searching; 30 s when not set.

function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}
const listOf = (value: unknown): string[] =>
  textOr(value, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, key = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === '') throw new Refusal('noKey', 'no bearer token')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'the token is not valid')
  return { userId: null }
}

// ---------------------------------------------------------------- meetings

const reminders = [-1, 0, 15, 30, 60, 120, 1440]
const relatedKinds = {
  candidate: 'candidates',
  contact: 'contacts',
  job: 'jobs',
  company: 'clients',
  deal: null,
} as const
type RelatedKind = keyof typeof relatedKinds

function checkRelated({ world, body }: Call): void {
  const kind = relatedKinds[body.related_to_type as RelatedKind]
  if (body.related_to === undefined && body.related_to_type === undefined) return
  if (kind === undefined || kind === null || !world[kind].get(String(body.related_to)))
    invalid('related_to', 'is invalid')
}
const attendeeFields = {
  attendee_candidates: 'candidates',
  attendee_contacts: 'contacts',
  attendee_users: 'users',
} as const
const attendeeTypes = { candidates: 'Candidate', contacts: 'Contact', users: 'User' } as const

function readAttendees({ world, body }: Call): { attendee_type: string; attendee_id: string; display_name: string }[] {
  return Object.entries(attendeeFields).flatMap(([field, kind]) =>
    listOf(body[field]).map((id) => {
      const person = world[kind].get(id)
      if (!person) invalid(field, 'is invalid')
      return {
        attendee_type: attendeeTypes[kind],
        attendee_id: id,
        display_name: `${person?.firstName} ${person?.lastName}`,
      }
    }),
  )
}

/** What a meeting is after a write: fields that are not given stay as they were. */
function readMeeting(call: Call, before: Interview | null): Partial<Interview> & Pick<Interview, 'startAt' | 'endAt'> {
  const { body, world } = call
  checkRelated(call)
  const reminder = (body.reminder ?? before?.extra.reminder ?? -1) as number
  if (!reminders.includes(reminder)) invalid('reminder', 'is invalid')
  if (body.meeting_type_id !== undefined && !meetingTypes.some(({ id }) => id === body.meeting_type_id))
    invalid('meeting_type_id', 'is invalid')
  // Only the text "1" or "0"; a truth value or a number is none.
  if (body.do_not_send_calendar_invites !== undefined && typeof body.do_not_send_calendar_invites !== 'string')
    invalid('do_not_send_calendar_invites', 'must be a string')
  const jobs = body.associated_jobs === undefined ? before?.extra.associated_jobs : listOf(body.associated_jobs)
  for (const slug of (jobs as string[] | undefined) ?? [])
    if (!world.jobs.get(slug)) invalid('associated_jobs', 'is invalid')
  const startAt = body.start_date === undefined && before ? before.startAt : new Date(String(body.start_date))
  const endAt = body.end_date === undefined && before ? before.endAt : new Date(String(body.end_date))
  if (endAt <= startAt) invalid('end_date', 'must be after start date')
  const owner = body.owner_id === undefined ? (before?.organizerId ?? null) : String(body.owner_id)
  if (owner !== null && !world.users.get(owner)) invalid('owner_id', 'is invalid')
  const namesAttendees = Object.keys(attendeeFields).some((field) => field in body)
  const related = textOr(body.related_to, (before?.extra.related_to as string | undefined) ?? '')
  const pair = world.applications
    .by('candidateId', related)
    .find(({ jobId }) => (jobs as string[] | undefined)?.includes(jobId))
  return {
    ...{
      startAt,
      endAt,
      organizerId: owner,
      applicationId: pair?.id ?? before?.applicationId ?? '',
      candidateId: related,
    },
    title: textOr(body.title, before?.title ?? ''),
    note: textOr(body.description, before?.note ?? null),
    location: textOr(body.address, before?.location ?? null),
    extra: {
      ...before?.extra,
      ...{ reminder, associated_jobs: jobs ?? [], related_to: related || null },
      related_to_type: body.related_to_type ?? before?.extra.related_to_type ?? null,
      meeting_type_id: body.meeting_type_id ?? before?.extra.meeting_type_id,
      associated_candidates:
        body.associated_candidates === undefined
          ? (before?.extra.associated_candidates ?? [])
          : listOf(body.associated_candidates),
      attendees: namesAttendees || !before ? readAttendees(call) : before.extra.attendees,
      // Invitations go out unless they were switched off.
      sendsInvites:
        body.do_not_send_calendar_invites === undefined
          ? (before?.extra.sendsInvites ?? true)
          : body.do_not_send_calendar_invites !== '1',
    },
  }
}
const createMeeting: Answer = (call) =>
  showMeeting(call.world.addInterview({ applicationId: '', ...readMeeting(call, null), isFromApi: true }), call)
const editMeeting: Answer = (call) => {
  const before = find(call, 'interviews', 'meeting')
  return showMeeting(
    call.world.interviews.update(before.id, { ...readMeeting(call, before), updatedAt: call.now }),
    call,
  )
}

// ---------------------------------------------------------------- other writes

const setStage: Answer = (call) => {
  const { world, body, now } = call
  const pair = findPair(call)
  const stageId = String(body.status_id)
  if (!world.stages.get(stageId)) invalid('status_id', 'is invalid')
  const moved = stageId === pair.stageId ? pair : world.moveApplication(pair.id, stageId)
  const extra = body.remark === undefined ? moved.extra : { ...moved.extra, remark: String(body.remark) }
  return showStage(world.applications.update(pair.id, { extra, updatedAt: now }), call)
}
const assign: Answer = (call) => {
  const { world, query } = call
  const candidate = find(call, 'candidates', 'candidate')
  const job = world.jobs.get(query.text('job_slug'))
  if (!job) throw new Refusal('badQuery', 'job_slug is invalid', { field: 'job_slug', problem: 'is invalid' })
  const has = world.applications.by('candidateId', candidate.id).some(({ jobId }) => jobId === job.id)
  if (!has) world.addApplication({ candidateId: candidate.id, jobId: job.id })
  return { candidate_slug: candidate.id, job_slug: job.id }
}
const addNote: Answer = (call) => {
  const { world, body } = call
  checkRelated(call)
  const [jobId] = listOf(body.associated_jobs)
  const candidateId = String(body.related_to)
  const pair = world.applications.by('candidateId', candidateId).find((row) => row.jobId === jobId)
  const note = world.addNote({ candidateId, applicationId: pair?.id ?? null, text: String(body.description) })
  return {
    id: Number(note.id),
    description: note.text,
    note_type: { id: body.note_type_id ?? 48_622, label: 'Note' },
    related_to: candidateId,
  }
}

// ---------------------------------------------------------------- subscriptions

const hookEvents =
  'candidate.created candidate.updated candidate.deleted candidate.assigned candidate.unassigned candidate.hiringstage.updated candidate.external.applied.jobs candidate.clientfeedback.received contact.created contact.updated contact.deleted company.created company.updated company.deleted job.created job.updated job.deleted job.status.updated meeting.created meeting.updated meeting.deleted note.created note.updated note.deleted file.uploaded'.split(
    ' ',
  )
const subscribe: Answer = ({ world, body }) => {
  const { event, target_url } = body as { event: string; target_url: string }
  if (!hookEvents.includes(event)) invalid('event', 'is invalid')
  if (!/^https?:\/\//.test(target_url)) invalid('target_url', 'is invalid')
  const { id } = world.addHook({ event, url: target_url, secret: '' })
  return { id: Number(id), event, target_url }
}
const nouns: Readonly<Record<string, string>> = {
  candidates: 'candidate',
  contacts: 'contact',
  clients: 'company',
  jobs: 'job',
  interviews: 'meeting',
  notes: 'note',
  attachments: 'file',
}
function nameEvent({ kind, before, after }: WorldChange): string | null {
  const [old, row] = [before, after] as (Application | null)[]
  if (kind === 'applications')
    return !old
      ? 'candidate.assigned'
      : !row
        ? 'candidate.unassigned'
        : old.stageId === row.stageId
          ? null
          : 'candidate.hiringstage.updated'
  if (kind === 'attachments') return old ? null : 'file.uploaded'
  const noun = nouns[kind]
  return noun === undefined ? null : `${noun}.${!before ? 'created' : after ? 'updated' : 'deleted'}`
}
/** No signature is documented, nor a body: the secret is in the address, and what is told is the slug or number only. */
const recruitcrmHooks: HookRules = {
  tell(change) {
    const event = nameEvent(change)
    const row = (change.after ?? change.before) as Application
    const slug =
      change.kind === 'applications' ? { candidate_slug: row.candidateId, job_slug: row.jobId } : { id: row.id }
    return event === null ? [] : [{ event, payload: slug }]
  },
  sign: (_hook, event, data) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event, data }),
  }),
}

const statusOf: Readonly<Record<RefusalKind, [status: number, message: string]>> = {
  noKey: [401, 'Unauthenticated.'],
  badKey: [403, 'Invalid or missing token.'],
  noScope: [403, 'Forbidden.'],
  noPath: [404, 'Not found.'],
  noMethod: [405, 'The method is not supported for this route.'],
  noRecord: [404, 'Record not found.'],
  badType: [422, 'The given data was invalid.'],
  badJson: [422, 'The given data was invalid.'],
  badQuery: [422, 'The given data was invalid.'],
  badBody: [422, 'The given data was invalid.'],
  badHeader: [400, 'Bad request.'],
  notAllowed: [422, 'The given data was invalid.'],
  throttled: [429, 'Too Many Attempts.'],
  broken: [500, 'Server Error'],
}
function refuse({ kind, field, problem, status: own }: Refusal, { address }: Asked): Reply {
  const [usual, message] = statusOf[kind]
  const isSearch = kind === 'badQuery' && address.pathname.endsWith('/search')
  const errors =
    field === '' ? {} : { errors: { [field]: [`The ${field.replaceAll('_', ' ')} field ${problem || 'is invalid'}.`] } }
  return new Reply(own ?? (isSearch ? 400 : usual), { message, ...errors })
}
const done =
  (work: (call: Call) => void): Answer =>
  (call) =>
    void work(call)

const slugKinds = { candidates: 'CND', jobs: 'JOB', contacts: 'CON', clients: 'COM' } as const
export const recruitcrm: StandInKind = {
  name: 'recruitcrm',
  bases: { main: '' },
  routes: recruitcrmRoutes,
  answers: {
    ...recruitcrmReads,
    'POST /v1/meetings': createMeeting,
    'POST /v1/meetings/{meeting}': editMeeting,
    'DELETE /v1/meetings/{meeting}': done((call) =>
      call.world.interviews.remove(find(call, 'interviews', 'meeting').id),
    ),
    'POST /v1/candidates/{candidate}/hiring-stages/{job}': setStage,
    'POST /v1/candidates/{candidate}/assign': assign,
    'POST /v1/notes': addNote,
    'POST /v1/subscriptions': subscribe,
    'DELETE /v1/subscriptions/{subscription}': done((call) =>
      call.world.hooks.remove(find(call, 'hooks', 'subscription').id),
    ),
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: (kind, n) =>
    kind in slugKinds
      ? `${1_700_000_000_000 + n}${slugKinds[kind as keyof typeof slugKinds]}`
      : String((kind === 'users' ? 10_000 : 0) + n),
  hasStagesPerJob: false,
  key: 'recruitcrm-key-1',
  headers: { accept: /^application\/json/ },
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 60, 60_000, ({ limit, remaining }) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
    })),
  hooks: recruitcrmHooks,
}
