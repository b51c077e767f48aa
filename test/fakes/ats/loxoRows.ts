import { linkToFile } from './files.ts'
import { isNever, isOne, isTime } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { hasAllWords, showNumbered, showScroll } from './loxoLists.ts'
import { findPersonIn, fullName, isCandidate, mailsOf, type Person, peopleOf, phonesOf } from './people.ts'
import { Refusal, Reply } from './reply.ts'
import type { Application, Attachment, Interview, Job, Note, User, World } from './world.ts'

// How Loxo shows its records: a person is somebody, a candidate is a person inside a job, and what happens is an event of a person.

type Show<T> = (row: T, call: Call) => Record<string, unknown>

function lost(what: string): never {
  throw new Refusal('noRecord', `${what} not found`)
}
export const findPerson = ({ world, path }: Call): Person => findPersonIn(world, path.id ?? '') ?? lost('Person')
const findJob = ({ world, path }: Call): Job => world.jobs.get(path.job_id ?? path.id ?? '') ?? lost('Job')

const personTypes = { candidate: { id: 5, name: 'Candidate' }, contact: { id: 6, name: 'Contact' } }
const typeOf = (row: Person) => (isCandidate(row) ? personTypes.candidate : personTypes.contact)
const showMail = (value: string, index: number) => ({ id: index + 1, value, email_type_id: 10 })
// biome-ignore format: a table
const showPerson: Show<Person> = (row) => ({
  id: Number(row.id), name: fullName(row), title: isCandidate(row) ? row.title : null, company: isCandidate(row) ? row.company : null,
  emails: mailsOf(row).map(showMail), phones: phonesOf(row).map((value, index) => ({ id: index + 1, value, phone_type_id: 20 })),
  linkedin_url: null, person_types: [typeOf(row)], source_type: null,
})
/** Addresses and numbers may be left out of lists. */
const showListed: Show<Person> = (row, call) => ({
  ...showPerson(row, call),
  ...(call.desk.settings.get('hasThinLists') === true ? { emails: [], phones: [] } : {}),
})
const textOf = (row: Person) =>
  `${fullName(row)} ${mailsOf(row).join(' ')} ${isCandidate(row) ? `${row.title ?? ''} ${row.company ?? ''}` : ''}`

const jobStatuses = {
  open: { id: 1, name: 'Active' },
  draft: { id: 2, name: 'On Hold' },
  closed: { id: 3, name: 'Closed' },
} as const
const showJob: Show<Job> = (row, { world }) => {
  const client = world.clients.get(row.clientId ?? '')
  return {
    ...{ id: Number(row.id), title: row.title, status: jobStatuses[row.status], updated_at: row.updatedAt },
    company: client ? { id: Number(client.id), name: client.name } : null,
  }
}

// ---------------------------------------------------------------- what moves a candidate

interface ActivityType {
  id: number
  key: string | null
  name: string
  /** The stage a candidate is in afterwards; null moves nobody. */
  stageId: string | null
}
export const noteType = { id: 200, key: 'note', name: 'Note', stageId: null } as const
export const addedType = { id: 201, key: 'added_to_job', name: 'Added to Job', stageId: null } as const
const loggedTypes = ['Interview Booked', 'Interview Rescheduled', 'Interview Cancelled']
/** Each stage has a type that leads to it, unless the setting `idleTypes` names its id; the rest are only written down. */
export function activityTypesOf({ world, desk }: Call): ActivityType[] {
  const idle = (desk.settings.get('idleTypes') as readonly number[] | undefined) ?? []
  const triggers = world.stagesOf('').map(({ id, label }) => ({
    ...{ id: 1000 + Number(id), key: null, name: label, stageId: idle.includes(1000 + Number(id)) ? null : id },
  }))
  const logged = loggedTypes.map((name, index) => ({ id: 202 + index, key: null, name, stageId: null }))
  return [noteType, addedType, ...logged, ...triggers]
}
export const typeIdOf = (row: Note): number => Number(row.extra.activityTypeId ?? noteType.id)
const jobIdOf = (row: Note, world: World): string | undefined =>
  (row.extra.jobId as string | undefined) ?? world.applications.get(row.applicationId ?? '')?.jobId

const latestTypeOf = (row: Application, call: Call) => {
  const latest = call.world.notes.by('applicationId', row.id).at(-1)
  const type = activityTypesOf(call).find(({ id }) => id === (latest ? typeIdOf(latest) : addedType.id)) ?? addedType
  return { id: type.id, name: type.name }
}
const showCandidate: Show<Application> = (row, call) => {
  const person = findPersonIn(call.world, row.candidateId)
  return {
    ...{ id: Number(row.id), person_id: Number(row.candidateId), job_id: Number(row.jobId) },
    person: { id: Number(row.candidateId), name: person ? fullName(person) : '' },
    ...{ workflow_stage_id: Number(row.stageId), latest_activity_type: latestTypeOf(row, call) },
  }
}
export const showEvent: Show<Note> = (row, { world }) => ({
  ...{ id: Number(row.id), person_id: Number(row.candidateId), job_id: Number(jobIdOf(row, world)) || null },
  ...{ activity_type_id: typeIdOf(row), notes: row.text, created_at: row.createdAt },
})
const showUser = ({ id, email, firstName, lastName }: User) => ({
  ...{ id: Number(id), email, first_name: firstName, last_name: lastName },
})
const showFile = ({ id, filename }: Attachment) => ({ id: Number(id), name: filename })
const filesOf = (call: Call, isResume: boolean) =>
  call.world.attachments
    .by('candidateId', findPerson(call).id)
    .filter(({ kind }) => (kind === 'resume') === isResume)
    .map(showFile)
/** Bytes, or a redirect to where they are (`redirectsResumes`). */
const downloadResume: Answer = (call) => {
  const file = call.world.attachments.get(call.path.resume_id ?? '')
  if (!file || file.candidateId !== findPerson(call).id) lost('Resume')
  if (call.desk.settings.get('redirectsResumes') === true)
    return new Reply(302, '', { location: linkToFile(call.origin, file, call.now) })
  return new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/octet-stream' })
}
const dayOf = (row: Interview) => row.startAt.toISOString().slice(0, 10)
export const showHook = ({ id, event, url }: { id: string; event: string; url: string }) => {
  const [item_type = '', action = ''] = event.split(':')
  return { id: Number(id), item_type, action, endpoint_url: url }
}

const workflow = { id: 3, name: 'Default' }
const at = '/api/quarry'
// biome-ignore format: a table
export const loxoReads: Record<string, Answer> = {
  [`GET ${at}/people`]: (call) => showScroll(call, 'people', peopleOf(call.world), showListed, {
    query: hasAllWords(textOf), person_type_id: isOne((row) => String(typeOf(row).id)), person_global_status_id: isNever, list_id: isNever,
    active_workflow_stage_id: { test: (row, stages) => call.world.applications.by('candidateId', row.id).some(({ stageId }) => stages.includes(stageId)) },
    include_ids: isOne((row) => row.id),
  }),
  [`GET ${at}/people/{id}`]: (call) => showPerson(findPerson(call), call),
  [`GET ${at}/people/{id}/emails`]: (call) => mailsOf(findPerson(call)).map(showMail),
  [`GET ${at}/people/{id}/resumes`]: (call) => filesOf(call, true),
  [`GET ${at}/people/{id}/documents`]: (call) => filesOf(call, false),
  [`GET ${at}/people/{id}/resumes/{resume_id}/download`]: downloadResume,
  [`GET ${at}/jobs`]: (call) => showNumbered(call, call.world.jobs.rows, showJob, {
    query: hasAllWords((row) => row.title), job_status_id: isOne((row) => String(jobStatuses[row.status].id)),
    status: isOne((row) => jobStatuses[row.status].name), owned_by_ids: { test: (row, ids) => row.recruiterIds.some((id) => ids.includes(id)) },
  }),
  [`GET ${at}/jobs/{id}`]: (call) => showJob(findJob(call), call),
  [`GET ${at}/jobs/{job_id}/candidates`]: (call) =>
    showScroll(call, 'candidates', call.world.applications.by('jobId', findJob(call).id), showCandidate, {
      query: hasAllWords((row) => textOf(findPersonIn(call.world, row.candidateId)!)), person_id: isOne((row) => row.candidateId),
      activity_type_id: isOne((row) => String(latestTypeOf(row, call).id)),
    }),
  [`GET ${at}/jobs/{job_id}/candidates/{id}`]: (call) => {
    const row = call.world.applications.get(call.path.id ?? '')
    return row?.jobId === findJob(call).id ? showCandidate(row, call) : lost('Candidate')
  },
  [`GET ${at}/jobs/{job_id}/contacts`]: (call) => findJob(call).contactIds.flatMap((id, index) => {
    const contact = call.world.contacts.get(id)
    return contact ? [{ id: index + 1, person: { id: Number(id), name: fullName(contact) } }] : []
  }),
  [`GET ${at}/workflows`]: () => [workflow],
  [`GET ${at}/workflow_stages`]: ({ world }) =>
    world.stagesOf('').map(({ id, label }, index) => ({ id: Number(id), name: label, workflow_id: workflow.id, position: index + 1 })),
  [`GET ${at}/activity_types`]: (call) => call.query.number('workflow_id', workflow.id) === workflow.id
    ? activityTypesOf(call).map(({ id, key, name }) => ({ id, key, name })) : [],
  [`GET ${at}/users`]: ({ world }) => ({ users: world.users.rows.map(showUser) }),
  [`GET ${at}/schedule_items`]: (call) => showScroll(call, 'schedule_items', call.world.interviews.rows, ({ id }) => ({ id: Number(id) }), {
    user_id: { test: (row, [user]) => row.organizerId === user || row.seats.some(({ userId }) => userId === user) },
    start_date: { test: (row, [day = '']) => dayOf(row) >= day }, end_date: { test: (row, [day = '']) => dayOf(row) <= day },
  }, { endsByNull: true }),
  [`GET ${at}/person_events`]: (call) => {
    if (call.address.searchParams.has('activity_type_ids')) throw new Refusal('badQuery', 'no brackets', { field: 'activity_type_ids' })
    return showScroll(call, 'person_events', call.world.notes.rows, showEvent, {
      person_id: isOne((row) => row.candidateId), activity_type_ids: isOne((row) => String(typeIdOf(row))),
      company_id: isOne((row) => call.world.jobs.get(jobIdOf(row, call.world) ?? '')?.clientId),
      created_at_start: isTime('gte', (row) => row.createdAt), created_at_end: isTime('lte', (row) => row.createdAt),
    }, { isUncounted: true })
  },
  // Who asks for an event that is not there is told nothing, with success.
  [`GET ${at}/person_events/{id}`]: (call) => {
    const row = call.world.notes.get(call.path.id ?? '')
    return row ? showEvent(row, call) : new Reply(200, null)
  },
  [`GET ${at}/webhooks`]: ({ world }) => ({ webhooks: world.hooks.rows.map(showHook) }),
}
