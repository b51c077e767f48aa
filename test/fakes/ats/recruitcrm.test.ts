import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { recruitcrm } from './recruitcrm.ts'

const usual = { authorization: 'Bearer recruitcrm-key-1', accept: 'application/json' }
let first: Record<'candidate' | 'job' | 'other' | 'contact' | 'user' | 'meeting' | 'stage' | 'hook', string>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const clientId = world.addClient().id
  const contact = world.addContact({ clientId }).id
  const job = world.addJob({ clientId, contactIds: [contact], recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const createdAt = new Date(world.clock.now().getTime() - 3600_000)
  const candidate = world.addCandidate({ createdAt }).id
  world.addApplication({ candidateId: candidate, jobId: job })
  world.addAttachment({ candidateId: candidate })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const meeting = world.addInterview({
    ...times,
    applicationId: '',
    candidateId: candidate,
    createdAt,
    extra: { related_to: candidate, related_to_type: 'candidate' },
  }).id
  const hook = world.addHook({
    url: 'https://parley.example/h/secret',
    event: 'candidate.hiringstage.updated',
    secret: '',
  }).id
  first = { candidate, job, other, contact, user, meeting, stage: world.stagesOf(job)[2]!.id, hook }
}
const read = (path: string, operation: string) => ({ call: `GET /v1/${path}`, operation })

describeStandIn({
  kind: recruitcrm,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { candidate, job, contact, user, meeting, hook } = first
    return {
      candidates: read('candidates?limit=100&page=1', 'list_candidates/candidates'),
      search: read('candidates/search?updated_from=2027-01-01', 'list_candidates/candidates_search'),
      emptySearch: read('candidates/search', 'list_candidates/candidates_search'),
      candidate: read(`candidates/${candidate}`, 'get_candidate/candidate'),
      stagesOf: read(`candidates/${candidate}/hiring-stages`, 'list_applications/candidate_stages'),
      assigned: read(`jobs/${job}/assigned-candidates?limit=50`, 'list_applications/job_assigned'),
      stage: read(`candidates/${candidate}/hiring-stages/${job}`, 'get_application/candidate_stage'),
      history: read(`jobs/${job}/stage-history/${candidate}`, 'get_application/stage_history'),
      jobs: read('jobs?per_page=15', 'list_jobs/jobs'),
      searchJobs: read(`jobs/search?job_slug=${job}`, 'list_jobs/jobs_search'),
      job: read(`jobs/${job}`, 'get_job/job'),
      master: read('hiring-pipeline', 'list_stages/master_pipeline'),
      pipelines: read('hiring-pipelines', 'list_stages/pipelines'),
      pipeline: read('hiring-pipelines/0', 'list_stages/pipeline_stages'),
      users: read('users', 'list_users/users'),
      contact: read(`contacts/${contact}`, 'get_hiring_team/client_contact'),
      files: read(`files/candidate/${candidate}`, 'list_attachments/files'),
      meetings: read('meetings?limit=1', 'list_interviews/meetings'),
      searchMeetings: read('meetings/search?starting_from=2027-02-01', 'list_interviews/meetings_search'),
      types: read('meeting-types', 'list_interviews/meeting_types'),
      meeting: read(`meetings/${meeting}`, 'get_interview/meeting'),
      create: {
        call: 'POST /v1/meetings',
        operation: 'create_interview/meeting_create',
        body: {
          title: 'Interview: Rosa Quist',
          reminder: -1,
          start_date: '2027-02-03T10:00:00Z',
          end_date: '2027-02-03T10:45:00Z',
          meeting_type_id: 40_014,
          related_to: candidate,
          related_to_type: 'candidate',
          associated_jobs: job,
          attendee_users: user,
          attendee_contacts: contact,
          attendee_candidates: candidate,
          do_not_send_calendar_invites: '1',
          description: 'Parley #req_1',
        },
      },
      edit: {
        call: `POST /v1/meetings/${meeting}`,
        operation: 'update_interview/meeting_edit',
        body: { start_date: '2027-02-02T09:00:00Z' },
      },
      remove: { call: `DELETE /v1/meetings/${meeting}`, operation: 'cancel_interview/meeting_delete' },
      move: {
        call: `POST /v1/candidates/${candidate}/hiring-stages/${job}`,
        operation: 'move_stage/stage_update',
        body: { status_id: Number(first.stage), remark: 'Booked' },
      },
      assign: {
        call: `POST /v1/candidates/${candidate}/assign?job_slug=${first.other}`,
        operation: 'move_stage/assign',
      },
      note: {
        call: 'POST /v1/notes',
        operation: 'add_note/note_create',
        body: { description: 'Booked.', related_to: candidate, related_to_type: 'candidate', associated_jobs: job },
      },
      subscribe: {
        call: 'POST /v1/subscriptions',
        operation: 'manage_webhooks/subscription_create',
        body: { event: 'meeting.created', target_url: 'https://parley.example/h/other' },
      },
      subscriptions: read('subscriptions', 'manage_webhooks/subscription_list'),
      unsubscribe: { call: `DELETE /v1/subscriptions/${hook}`, operation: 'manage_webhooks/subscription_delete' },
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 34,
  mutations: () => [
    mutation('another token', 'users', 403, { headers: { authorization: 'Bearer other' }, words: 'token' }),
    mutation('the token as a basic name', 'users', 401, {
      headers: { authorization: `Basic ${btoa('recruitcrm-key-1:')}` },
    }),
    mutation('no word that JSON is wanted', 'users', 400, { headers: { accept: 'text/html' } }),
    mutation('a page of 101', 'candidates', 422, { query: { limit: '101' }, words: 'limit' }),
    mutation('page 0', 'candidates', 422, { query: { page: '0' } }),
    mutation('an order of candidates', 'candidates', 422, { query: { sort_by: 'updatedon' }, words: 'sort by' }),
    mutation('an order of found candidates', 'search', 422, { query: { sort_by: 'updatedon' } }),
    mutation('per_page in a search', 'search', 400, { query: { per_page: '50' }, words: 'per page' }),
    mutation('an unknown parameter in a search', 'search', 400, { query: { name: 'Rosa' } }),
    mutation('a bound that is no date', 'search', 400, { query: { updated_from: 'yesterday' } }),
    mutation('per_page in a search for jobs', 'searchJobs', 400, { query: { per_page: '50' } }),
    mutation('updated_on in a search for jobs', 'searchJobs', 400, { query: { updated_on: '2027-01-01' } }),
    mutation('fewer than 15 jobs a page', 'jobs', 422, { query: { per_page: '10' } }),
    mutation('what a meeting belongs to, in a search', 'searchMeetings', 422, {
      query: { related_to: first.candidate },
    }),
    mutation('a candidate by number', 'candidate', 404, { path: [first.candidate, '1'] }),
    mutation("a job's slug as a candidate's", 'candidate', 404, { path: [first.candidate, first.job] }),
    mutation('files of an unknown thing', 'files', 404, { path: ['/files/candidate', '/files/person'] }),
    mutation('a pipeline that is not there', 'pipeline', 404, { path: ['pipelines/0', 'pipelines/7'] }),
    mutation('a change by PUT', 'edit', 405, { method: 'PUT' }),
    mutation('a change by PATCH', 'edit', 405, { method: 'PATCH' }),
    mutation('invitations as a truth value', 'create', 422, {
      body: { do_not_send_calendar_invites: false },
      words: 'do not send calendar invites',
    }),
    mutation('invitations as a number', 'create', 422, { body: { do_not_send_calendar_invites: 1 } }),
    mutation('a reminder of 10 minutes', 'create', 422, { body: { reminder: 10 }, words: 'reminder' }),
    mutation('a reminder as text', 'create', 422, { body: { reminder: '15' } }),
    mutation('attendees as a list', 'create', 422, { body: { attendee_users: [first.user] }, words: 'attendee users' }),
    mutation('an attendee by mail', 'create', 422, { body: { attendee_contacts: 'ines.falk@brightwater.example' } }),
    mutation('an end before the start', 'create', 422, {
      body: { end_date: '2027-02-03T09:00:00Z' },
      words: 'end date',
    }),
    mutation('an unknown job', 'create', 422, { body: { associated_jobs: 'nothing' }, words: 'associated jobs' }),
    mutation('the attendees as they were read', 'edit', 422, { body: { attendees: [] }, words: 'attendees' }),
    mutation('an unknown kind of meeting', 'create', 422, { body: { meeting_type_id: 1 }, words: 'meeting type' }),
    mutation('a stage that is not there', 'move', 422, { body: { status_id: 999 }, words: 'status id' }),
    mutation('a stage on a job without the candidate', 'move', 404, { path: [first.job, first.other] }),
    mutation('a note on nothing', 'note', 422, { body: { related_to: 'nobody' }, words: 'related to' }),
    mutation('a subscription to an unknown event', 'subscribe', 422, {
      body: { event: 'stage_changed' },
      words: 'event',
    }),
  ],
  everywhere: {
    noKey: [401, 'Unauthenticated'],
    unknownQuery: [[400, 422], 'zz unknown'],
    unknownField: [422, 'zz unknown'],
    missingField: [422, 'field is required'],
    badType: [422, ''],
  },
})

async function get(standIn: StandIn, path: string) {
  const { status, text, headers } = await send({
    method: 'GET',
    url: `${standIn.origin}/v1/${path}`,
    headers: usual,
    body: undefined,
  })
  return { status, headers, json: JSON.parse(text) as { data: { slug: string }[]; next_page_url: string | null } }
}

test('walks 250 candidates in 3 pages, newest first, and skips one that moved over a page break when another came', async () => {
  const standIn = await startStandIn(recruitcrm)
  fillWorld(standIn.world, { candidateCount: 250 })
  const pages = []
  for (let number = 1; number <= 3; number++)
    pages.push((await get(standIn, `candidates?limit=100&page=${number}`)).json)
  expect(pages.map(({ data }) => data.length)).toEqual([100, 100, 50])
  expect(pages.map(({ next_page_url }) => next_page_url !== null)).toEqual([true, true, false])
  expect(new Set(pages.flatMap(({ data }) => data.map(({ slug }) => slug))).size).toBe(250)
  standIn.world.addCandidate()
  expect((await get(standIn, 'candidates?limit=100&page=2')).json.data[0]!.slug).toBe(pages[0]!.data.at(-1)!.slug)
  await standIn.stop()
})

test('finds nothing without a filter, and who is new only after 30 seconds', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(recruitcrm, { clock: { now: () => new Date(now) } })
  standIn.world.addUser()
  standIn.world.addCandidate()
  expect((await get(standIn, 'candidates/search')).json).toEqual([])
  const find = async () => (await get(standIn, 'candidates/search?email=rosa.quist@mail.example')).json.data.length
  expect(await find()).toBe(0)
  now += 30_000
  expect(await find()).toBe(1)
  await standIn.stop()
})

test('shows the attendees of a new meeting as one list, and sends its own invitations unless told not to', async () => {
  const standIn = await startStandIn(recruitcrm)
  plant(standIn)
  const body = {
    title: 'x',
    reminder: -1,
    start_date: '2027-02-03T10:00:00Z',
    end_date: '2027-02-03T11:00:00Z',
    attendee_users: first.user,
  }
  const headers = { ...usual, 'content-type': 'application/json' }
  const { text } = await send({
    method: 'POST',
    url: `${standIn.origin}/v1/meetings`,
    headers,
    body: JSON.stringify(body),
  })
  const made = JSON.parse(text) as { id: number; attendees: unknown[]; do_not_send_calendar_invites: number }
  expect(made).toMatchObject({
    attendees: [{ attendee_type: 'User', attendee_id: first.user }],
    do_not_send_calendar_invites: 0,
  })
  expect(made).not.toHaveProperty('attendee_users')
  await standIn.stop()
})

test('lets 60 requests a minute in and tells how many are left', async () => {
  const standIn = await startStandIn(recruitcrm, { clock: { now: () => new Date('2027-02-01T12:00:00Z') } })
  let left = ''
  for (let count = 0; count < 60; count++)
    left = (await get(standIn, 'users')).headers.get('x-ratelimit-remaining') ?? ''
  expect([left, (await get(standIn, 'users')).status]).toEqual(['0', 429])
  await standIn.stop()
})

test('tells 1 hook of 1 stage change without a signature', async () => {
  const standIn = await startStandIn(recruitcrm)
  plant(standIn)
  standIn.world.moveApplication(standIn.world.applications.rows[0]!.id, first.stage)
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  expect(delivery).toMatchObject({
    url: 'https://parley.example/h/secret',
    event: 'candidate.hiringstage.updated',
    headers: { 'content-type': 'application/json' },
  })
  await standIn.stop()
})
