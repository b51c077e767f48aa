import { expect, test } from 'vitest'
import { type Ask, describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { loxo } from './loxo.ts'
import { noteType } from './loxoRows.ts'

const usual = { authorization: 'Bearer loxo-key-1' }
const at = '/api/quarry'
type Planted = 'person' | 'contact' | 'application' | 'job' | 'other' | 'user' | 'stage' | 'event' | 'resume' | 'hook'
let first: Record<Planted, string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const clientId = world.addClient().id
  const contact = world.addContact({ clientId }).id
  const job = world.addJob({ clientId, contactIds: [contact], recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const person = world.addCandidate({ phones: ['+44 20 7946 0000'] }).id
  const application = world.addApplication({ candidateId: person, jobId: job }).id
  const resume = world.addAttachment({ candidateId: person }).id
  world.addAttachment({ candidateId: person, kind: 'other', filename: 'certificate.pdf' })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  world.addInterview({ ...times, applicationId: application, organizerId: user })
  const event = world.addNote({ candidateId: person, applicationId: application, text: 'Called.' }).id
  const hook = world.addHook({ url: 'https://parley.example/h/secret', event: 'candidate:update', secret: '' }).id
  first = { person, contact, application, job, other, user, stage: world.stagesOf(job)[2]!.id, event, resume, hook }
}
/** The type that leads to a stage. */
const triggerOf = (stageId: string) => 1000 + Number(stageId)
const read = (path: string, operation: string) => ({ call: `GET ${at}/${path}`, operation })
const event = (changes: object = {}) => ({
  ...{
    activity_type_id: noteType.id,
    person_id: Number(first.person),
    job_id: Number(first.job),
    notes: '<p>Booked.</p>',
  },
  ...changes,
})
const post = (operation: string, changes: object): Ask => ({
  ...{ call: `POST ${at}/person_events`, operation, body: { person_event: event(changes) } },
})
const bracketed = (changes: object) =>
  Object.fromEntries(Object.entries(event(changes)).map(([name, value]) => [`person_event[${name}]`, String(value)]))
const changed = (changes: object) => ({ body: { person_event: event(changes) } })

describeStandIn({
  kind: loxo,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { person, application, job, other, user } = first
    return {
      people: read('people?per_page=100&updated_at_sort=desc', 'list_candidates/people_list'),
      found: read(
        `people?query=%22rosa%20quist%22%20AND%20rosa.quist@mail.example&person_type_id=5&include_ids[]=${person}`,
        'list_candidates/people_list',
      ),
      person: read(`people/${person}`, 'get_candidate/person_get'),
      emails: read(`people/${person}/emails`, 'get_candidate/person_emails'),
      candidates: read(`jobs/${job}/candidates?per_page=50`, 'list_applications/job_candidates'),
      candidate: read(`jobs/${job}/candidates/${application}`, 'get_application/job_candidate_get'),
      jobs: read('jobs?page=1&per_page=1&status=Active&updated_at_sort=desc', 'list_jobs/jobs_list'),
      ownJobs: read(`jobs?query=signal&owned_by_ids[]=${user}&job_status_id=1`, 'list_jobs/jobs_list'),
      job: read(`jobs/${job}`, 'get_job/job_get'),
      stages: read('workflow_stages', 'list_stages/workflow_stages'),
      workflows: read('workflows', 'list_stages/workflows'),
      types: read('activity_types?workflow_id=3', 'list_stages/activity_types'),
      users: read('users', 'list_users/users'),
      contacts: read(`jobs/${job}/contacts`, 'get_hiring_team/job_contacts'),
      resumes: read(`people/${person}/resumes`, 'list_attachments/resumes'),
      documents: read(`people/${person}/documents`, 'list_attachments/documents'),
      resume: read(`people/${person}/resumes/${first.resume}/download`, 'download_attachment/resume_download'),
      schedule: read(
        `schedule_items?user_id=${user}&start_date=2027-02-01&end_date=2027-02-28`,
        'list_interviews/schedule_items',
      ),
      events: read(
        `person_events?person_id=${person}&activity_type_ids[]=200&activity_type_ids[]=202&created_at_start=2027-01-01T00:00:00Z`,
        'list_interviews/person_events_list',
      ),
      event: read(`person_events/${first.event}`, 'get_interview/person_event_get'),
      noEvent: read('person_events/1', 'get_interview/person_event_get'),
      book: post('create_interview/interview_as_event', { activity_type_id: 202, created_at: '2027-02-03T10:00:00Z' }),
      bookByForm: {
        call: `POST ${at}/person_events`,
        operation: 'create_interview/interview_as_event',
        form: bracketed({ activity_type_id: 202, created_at: '2027-02-03T10:00:00Z' }),
      },
      change: {
        call: `PUT ${at}/person_events/${first.event}`,
        operation: 'update_interview/event_update',
        body: { person_event: { notes: 'Moved.', created_at: '2027-02-03T15:00:00Z' } },
      },
      move: post('move_stage/progress_event', { activity_type_id: triggerOf(first.stage) }),
      add: post('move_stage/progress_event', { activity_type_id: 201, job_id: Number(other) }),
      note: post('add_note/note_event', {}),
      remove: { call: `DELETE ${at}/person_events/${first.event}`, operation: 'cancel_interview/event_delete' },
      subscribe: {
        call: `POST ${at}/webhooks`,
        operation: 'manage_webhooks/webhook_create',
        body: { webhook: { item_type: 'candidate', action: 'create', endpoint_url: 'https://parley.example/h/x' } },
      },
      hooks: read('webhooks', 'manage_webhooks/webhook_list'),
      unsubscribe: { call: `DELETE ${at}/webhooks/${first.hook}`, operation: 'manage_webhooks/webhook_delete' },
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 42,
  mutations: () => [
    mutation('another key', 'users', 401, { headers: { authorization: 'Bearer other' } }),
    mutation('the key as a basic name', 'users', 401, { headers: { authorization: `Basic ${btoa('loxo-key-1:')}` } }),
    mutation('another agency', 'users', 404, { path: ['quarry', 'other'] }),
    mutation('the key sent to where files are', 'file', 422, { headers: usual, words: 'authorization' }),
    mutation("jobs' paging on people", 'people', 422, {
      query: { page: '2' },
      words: '{"error":"Invalid parameters: [:page]"}',
    }),
    mutation("people's paging on jobs", 'jobs', 422, { query: { scroll_id: 's1-0' }, words: ':scroll_id' }),
    mutation('people who changed since', 'people', 422, { query: { updated_at_start: '2027-01-01T00:00:00Z' } }),
    mutation('a scroll_id that is none', 'people', 422, { query: { scroll_id: 'abc' }, words: ':scroll_id' }),
    mutation('a page of none', 'people', 422, { query: { per_page: '0' }, words: ':per_page' }),
    mutation('an order that is none', 'people', 422, { query: { updated_at_sort: 'newest' } }),
    mutation('a query for what the sheet names no field of', 'people', 422, {
      query: { query: 'updated_at:[2027-01-01 TO *]' },
      words: ':query',
    }),
    mutation('page 0', 'jobs', 422, { query: { page: '0' } }),
    mutation('an owner by name', 'ownJobs', 422, { query: { 'owned_by_ids[]': 'Dana' } }),
    mutation('activity types after an id', 'types', 422, { query: { after_id: '200' }, words: ':after_id' }),
    mutation('pages of users', 'users', 422, { query: { per_page: '50' }, words: ':per_page' }),
    mutation('events of a job', 'events', 422, { query: { job_id: first.job }, words: ':job_id' }),
    mutation('types without brackets', 'events', 422, {
      query: { activity_type_ids: '200' },
      words: ':activity_type_ids',
    }),
    mutation('events since no instant', 'events', 422, { query: { created_at_start: 'yesterday' } }),
    mutation('a calendar from no day', 'schedule', 422, { query: { start_date: '2027-02-30' } }),
    mutation('somebody who is not there', 'person', 404, { path: [first.person, '1'], words: 'Person not found' }),
    mutation("a candidate's id as a person's", 'person', 404, { path: [first.person, first.application] }),
    mutation("a person's id as a candidate's", 'candidate', 404, { path: [first.application, first.person] }),
    mutation('a candidate of another job', 'candidate', 404, { path: [first.job, first.other] }),
    mutation('all candidates of all jobs', 'candidates', 404, { path: [`jobs/${first.job}/`, ''] }),
    mutation("somebody else's resume", 'resume', 404, { path: [first.person, first.contact] }),
    mutation('an event that lies flat', 'note', 422, { text: JSON.stringify({ activity_type_id: 200, person_id: 1 }) }),
    mutation('a form that lies flat', 'bookByForm', 422, { text: 'activity_type_id=202&person_id=1' }),
    mutation('an event without a person', 'note', 422, { ...changed({ person_id: undefined }), words: 'person_id' }),
    mutation('a type by name', 'book', 422, { ...changed({ activity_type_id: 'Interview Booked' }) }),
    mutation('an event at no instant', 'book', 422, { ...changed({ created_at: '3 February' }), words: 'created_at' }),
    mutation('an event with an end', 'book', 422, {
      ...changed({ ended_at: '2027-02-03T11:00:00Z' }),
      words: 'ended_at',
    }),
    mutation("another agency's type", 'book', 200, {
      ...changed({ activity_type_id: 300 }),
      words: '"errors":["Activity type must exist"]',
    }),
    mutation('an event of nobody', 'note', 200, { ...changed({ person_id: 1 }), words: 'Person must exist' }),
    mutation('an event of a job that is not there', 'note', 200, {
      ...changed({ job_id: 1 }),
      words: 'Job must exist',
    }),
    mutation('an event of a candidate', 'note', 200, { ...changed({ person_id: Number(first.application) }) }),
    mutation('a change of an event that is not there', 'change', 404, { path: [first.event, '1'] }),
    mutation('another type for an event', 'change', 422, { body: { person_event: { activity_type_id: 202 } } }),
    mutation('a candidate put into another stage', 'candidate', 404, {
      method: 'PUT',
      text: JSON.stringify({ candidate: { workflow_stage_id: Number(first.stage) } }),
    }),
    mutation('an event that is not there taken away', 'remove', 404, { path: [first.event, '1'] }),
    mutation('a hook on an item that is none', 'subscribe', 422, {
      body: { webhook: { item_type: 'interview', action: 'create', endpoint_url: 'https://parley.example/h' } },
      words: 'item_type',
    }),
    mutation('a hook on all actions', 'subscribe', 422, {
      body: { webhook: { item_type: 'candidate', action: '*', endpoint_url: 'https://parley.example/h' } },
      words: 'action',
    }),
    mutation('a hook that is not there taken away', 'unsubscribe', 404, { path: [first.hook, '1'] }),
  ],
  failure: /"errors":\["/,
  everywhere: {
    noKey: [401, 'error'],
    unknownQuery: [422, 'zz_unknown'],
    unknownField: [422, 'zz_unknown'],
    missingField: [422, 'Invalid parameters'],
    badType: [422, ''],
  },
})

async function get<T>(standIn: StandIn, path: string): Promise<T> {
  const { text } = await send({ method: 'GET', url: `${standIn.bases.main}/${path}`, headers: usual, body: undefined })
  return JSON.parse(text) as T
}
const write = (standIn: StandIn, body: object) =>
  send({
    method: 'POST',
    url: `${standIn.bases.main}/person_events`,
    headers: { ...usual, 'content-type': 'application/json' },
    body: JSON.stringify({ person_event: body }),
  })
interface People {
  scroll_id: string | null
  total_count: number
  people: { id: number; emails: unknown[] }[]
}

test('walks 250 people as they were at the start in 3 pages, and then gives nothing under the same scroll_id for ever', async () => {
  const standIn = await startStandIn(loxo)
  fillWorld(standIn.world, { candidateCount: 250 })
  const pages = [await get<People>(standIn, 'people?per_page=100')]
  standIn.world.addCandidate()
  for (let count = 0; count < 4; count++)
    pages.push(await get<People>(standIn, `people?per_page=100&scroll_id=${pages.at(-1)!.scroll_id}`))
  expect(pages.map(({ people }) => people.length)).toEqual([100, 100, 50, 0, 0])
  expect(new Set(pages.flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(250)
  expect(new Set(pages.slice(2).map(({ scroll_id }) => scroll_id)).size).toBe(1)
  const other = await send({
    ...{ method: 'GET', url: `${standIn.bases.main}/people?query=rosa&scroll_id=${pages[0]!.scroll_id}` },
    ...{ headers: usual, body: undefined },
  })
  expect(other.status).toBe(422)
  standIn.desk.settings.set('endsByNull', true)
  standIn.desk.settings.set('hasThinLists', true)
  const whole = await get<People>(standIn, 'people?per_page=300')
  expect([whole.scroll_id, whole.people.length, whole.people[0]!.emails]).toEqual([null, 251, []])
  await standIn.stop()
})

test('refuses 10,001 jobs at once, and gives 2 of them that are narrowed down to', async () => {
  const standIn = await startStandIn(loxo)
  standIn.world.quietly(() => {
    for (let count = 0; count < 10_001; count++)
      standIn.world.addJob({ title: 'Welder', status: count < 2 ? 'open' : 'closed' })
  })
  const all = await send({ method: 'GET', url: `${standIn.bases.main}/jobs`, headers: usual, body: undefined })
  expect([all.status, all.text]).toEqual([400, expect.stringContaining('window')])
  expect(await get(standIn, 'jobs?job_status_id=1')).toMatchObject({ total_count: 2, total_pages: 1 })
  await standIn.stop()
})

test('moves a candidate by the type that leads to a stage, unless that type does nothing or he is not in the job', async () => {
  const standIn = await startStandIn(loxo)
  plant(standIn)
  const stageOf = async () =>
    (await get<{ workflow_stage_id: number }>(standIn, `jobs/${first.job}/candidates/${first.application}`))
      .workflow_stage_id
  const before = await stageOf()
  const trigger = triggerOf(first.stage)
  standIn.desk.settings.set('idleTypes', [trigger])
  await write(standIn, event({ activity_type_id: trigger }))
  expect(await stageOf()).toBe(before)
  standIn.desk.settings.clear()
  await write(standIn, event({ activity_type_id: trigger, job_id: undefined }))
  expect(await stageOf()).toBe(before)
  standIn.order({ kind: 'stale' })
  await write(standIn, event({ activity_type_id: trigger }))
  expect([await stageOf(), await stageOf()]).toEqual([before, Number(first.stage)])
  await write(standIn, event({ activity_type_id: trigger, job_id: Number(first.other) }))
  expect(standIn.world.applications.rows).toHaveLength(1)
  await write(standIn, event({ activity_type_id: 201, job_id: Number(first.other) }))
  expect(standIn.world.applications.rows).toHaveLength(2)
  await standIn.stop()
})

test('does 1 event whose answer is lost, finds it by person, type and time, and says null with success of one that is not there', async () => {
  const standIn = await startStandIn(loxo)
  plant(standIn)
  standIn.order({ kind: 'lostReply' })
  await expect(write(standIn, event({ activity_type_id: 202, created_at: '2027-05-03T10:00:00Z' }))).rejects.toThrow()
  const { person_events } = await get<{ person_events: { created_at: string }[] }>(
    standIn,
    `person_events?person_id=${first.person}&activity_type_ids[]=202&created_at_start=2027-05-03T10:00:00Z&created_at_end=2027-05-03T10:00:00Z`,
  )
  expect(person_events).toMatchObject([{ created_at: '2027-05-03T10:00:00.000Z' }])
  expect(await get(standIn, 'person_events/1')).toBeNull()
  await standIn.stop()
})

test('sends a resume as bytes or to where it is, and tells 1 hook of 1 move without saying what', async () => {
  const standIn = await startStandIn(loxo)
  plant(standIn)
  const url = `${standIn.bases.main}/people/${first.person}/resumes/${first.resume}/download`
  const bytes = await send({ method: 'GET', url, headers: usual, body: undefined })
  expect([bytes.status, bytes.text.slice(0, 4)]).toEqual([200, '%PDF'])
  standIn.desk.settings.set('redirectsResumes', true)
  const { status, headers } = await send({ method: 'GET', url, headers: usual, body: undefined })
  expect([status, headers.get('location')]).toEqual([302, expect.stringContaining('/_storage/')])
  standIn.takeDeliveries()
  standIn.world.moveApplication(first.application, first.stage)
  expect(standIn.takeDeliveries()).toEqual([
    {
      url: 'https://parley.example/h/secret',
      event: 'candidate:update',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    },
  ])
  await standIn.stop()
})

test('lets 10 requests a second in, and says of every second refusal only how long to wait', async () => {
  const standIn = await startStandIn(loxo, { clock: { now: () => new Date('2027-02-01T12:00:00Z') } })
  const ask = () => send({ method: 'GET', url: `${standIn.bases.main}/users`, headers: usual, body: undefined })
  for (let count = 0; count < 10; count++) expect((await ask()).status).toBe(200)
  const refused = [await ask(), await ask()]
  expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [429, null],
    [429, '1'],
  ])
  await standIn.stop()
})
