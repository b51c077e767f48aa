import { expect, test } from 'vitest'
import { ashby, signAshby } from './ashby.ts'
import { planOf } from './ashbyRows.ts'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'

const authorization = `Basic ${btoa('ashby-key-1:')}`
let first: Record<
  | 'candidate'
  | 'application'
  | 'job'
  | 'user'
  | 'schedule'
  | 'event'
  | 'theirs'
  | 'stage'
  | 'archive'
  | 'otherStage'
  | 'hook'
  | 'handle',
  string
>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const job = world.addJob({
    hiringManagerIds: [user],
    recruiterIds: [user],
    stageLabels: ['Review', 'Phone Screen', 'Onsite', 'Archived'],
  }).id
  const other = world.addJob({ title: 'Baker' }).id
  const candidate = world.addCandidate({ phones: ['+1 212 555 0100'] }).id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  const handle = `handle-${world.addAttachment({ candidateId: candidate }).id}`
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const seats = [{ userId: user, email: null, response: 'none' }]
  const schedule = world.newId('schedules')
  const row = { ...times, applicationId: application, seats }
  const event = world.addInterview({ ...row, groupId: schedule, organizerId: authorization, isFromApi: true }).id
  const theirs = world.newId('schedules')
  world.addInterview({ ...row, groupId: theirs })
  const hook = world.addHook({ url: 'https://parley.example/h', event: 'candidateStageChange', secret: 's' }).id
  const stages = world.stagesOf(job)
  const otherStage = world.stagesOf(other)[1]!.id
  first = {
    candidate,
    application,
    job,
    user,
    schedule,
    event,
    theirs,
    stage: stages[2]!.id,
    archive: stages[3]!.id,
    otherStage,
    hook,
    handle,
  }
}
const session = (email = 'dana.oduya@agency.example') => ({
  ...{ startTime: '2027-02-03T10:00:00Z', endTime: '2027-02-03T10:45:00Z', interviewers: [{ email }] },
})
const ask = (call: string, operation: string, body: Record<string, unknown> = {}) => ({
  call: `POST /${call}`,
  operation,
  body,
})

describeStandIn({
  kind: ashby,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return { authorization }
  },
  asks({ origin, world }) {
    const { candidate, application, job, schedule, event, hook } = first
    return {
      key: ask('apiKey.info', 'test_connection/default'),
      candidates: ask('candidate.list', 'list_candidates/default', { limit: 100, createdAfter: 1_700_000_000_000 }),
      candidate: ask('candidate.info', 'get_candidate/default', { id: candidate }),
      search: ask('candidate.search', 'find_candidate/default', { email: 'rosa.quist@mail.example', name: 'rosa' }),
      applications: ask('application.list', 'list_applications/default', { status: 'Active', jobId: job }),
      application: ask('application.info', 'get_application/default', { applicationId: application }),
      jobs: ask('job.list', 'list_jobs/default', { status: ['Open', 'Draft'] }),
      job: ask('job.info', 'get_job/default', { id: job }),
      stages: ask('interviewStage.list', 'list_stages/default', { interviewPlanId: planOf(job) }),
      plans: ask('interviewPlan.list', 'list_stages/plans'),
      users: ask('user.list', 'list_users/default', { includeDeactivated: true }),
      user: ask('user.search', 'list_users/by email', { email: 'dana.oduya@agency.example' }),
      file: ask('file.info', 'list_attachments/default', { fileHandle: first.handle }),
      types: ask('interview.list', 'list_interview_types/default', { includeArchived: false }),
      schedules: ask('interviewSchedule.list', 'list_interviews/default', { applicationId: application }),
      events: ask('interviewEvent.list', 'get_interview/events of a schedule', { interviewScheduleId: schedule }),
      create: ask('interviewSchedule.create', 'create_interview/default', {
        applicationId: application,
        interviewEvents: [{ ...session(), extraData: { parley: 'r1' } }],
      }),
      update: ask('interviewSchedule.update', 'update_interview/change or add an event', {
        interviewScheduleId: schedule,
        interviewEvent: { interviewEventId: event, ...session() },
      }),
      cancelEvent: ask('interviewSchedule.update', 'update_interview/cancel one event', {
        interviewScheduleId: schedule,
        interviewEventIdToCancel:
          world.interviews.rows.find(({ groupId, id }) => groupId === schedule && id !== event)?.id ?? event,
        interviewEvent: session(),
      }),
      cancel: ask('interviewSchedule.cancel', 'cancel_interview/default', { id: schedule }),
      move: ask('application.changeStage', 'move_stage/default', {
        applicationId: application,
        interviewStageId: first.stage,
      }),
      note: ask('candidate.createNote', 'add_note/default', {
        candidateId: candidate,
        note: { type: 'text/html', value: '<b>Booked</b>' },
      }),
      addHook: ask('webhook.create', 'manage_webhooks/default', {
        webhookType: 'applicationUpdate',
        requestUrl: 'https://parley.example/h',
        secretToken: 't',
      }),
      hook: ask('webhook.info', 'manage_webhooks/read', { webhookId: hook }),
      removeHook: ask('webhook.delete', 'manage_webhooks/delete', { webhookId: hook }),
      storage: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 35,
  mutations: () => [
    mutation('a key without its colon', 'key', 401, { headers: { authorization: `Basic ${btoa('ashby-key-1')}` } }),
    mutation('another key', 'key', 401, { headers: { authorization: `Basic ${btoa('other:')}` } }),
    mutation('a bearer', 'key', 401, { headers: { authorization: 'Bearer ashby-key-1' } }),
    mutation('a GET', 'key', 405, { method: 'GET', headers: { 'content-type': null } }),
    mutation('no body', 'key', 400, { text: '' }),
    mutation('a body that is no JSON', 'key', 400, { text: '{', words: 'invalid_json' }),
    mutation('parameters in the address', 'candidates', 400, { query: { limit: '100' } }),
    mutation('a path with a slash', 'candidates', 404, { path: ['candidate.list', 'candidate/list'] }),
    mutation('a page of 101', 'candidates', 200, { body: { limit: 101 }, words: '"success":false' }),
    mutation('a page number', 'candidates', 200, { body: { page: 2 }, words: 'invalid_input' }),
    mutation('an ISO time as a bound', 'candidates', 200, {
      body: { createdAfter: '2027-01-01T00:00:00Z' },
      words: 'invalid_input',
    }),
    mutation('a cursor of no list', 'candidates', 200, { body: { cursor: 'abc' }, words: 'cursor' }),
    mutation('a sync token of no list', 'candidates', 200, { body: { syncToken: 'abc' }, words: 'syncToken' }),
    mutation('a candidate that is not there', 'candidate', 200, {
      body: { id: first.job },
      words: 'candidate_not_found',
    }),
    mutation('a search for nothing', 'search', 200, {
      body: { email: undefined, name: undefined },
      words: 'invalid_input',
    }),
    mutation("a candidate's applications", 'applications', 200, {
      body: { candidateId: first.candidate },
      words: 'candidateId',
    }),
    mutation('an application by id', 'application', 200, { body: { id: first.application }, words: 'invalid_input' }),
    mutation("a job's id as a plan", 'stages', 200, {
      body: { interviewPlanId: first.event },
      words: 'interview_plan_not_found',
    }),
    mutation('statuses as text', 'jobs', 200, { body: { status: 'Open' }, words: 'invalid_input' }),
    mutation('a handle that is none', 'file', 200, { body: { fileHandle: 'resume.pdf' }, words: 'file_not_found' }),
    mutation('a schedule for nobody', 'create', 200, {
      body: { applicationId: first.job },
      words: 'application_not_found',
    }),
    mutation('a schedule without events', 'create', 200, { body: { interviewEvents: [] }, words: 'interviewEvents' }),
    mutation('an interviewer who is no user', 'create', 200, {
      body: { interviewEvents: [session('guest@client.example')] },
      words: 'guest@client.example',
    }),
    mutation('an interviewer by id', 'create', 200, {
      body: { interviewEvents: [{ ...session(), interviewers: [{ id: first.user }] }] },
      words: 'invalid_input',
    }),
    mutation('a place', 'create', 200, {
      body: { interviewEvents: [{ ...session(), location: 'Room 4' }] },
      words: 'location',
    }),
    mutation('a link to meet', 'create', 200, {
      body: { interviewEvents: [{ ...session(), meetingLink: 'https://meet.example' }] },
      words: 'meetingLink',
    }),
    mutation('an end before the start', 'create', 200, {
      body: { interviewEvents: [{ ...session(), endTime: '2027-02-03T09:00:00Z' }] },
      words: 'endTime',
    }),
    mutation("another key's schedule", 'update', 200, {
      body: { interviewScheduleId: first.theirs },
      words: 'interview_schedule_not_editable',
    }),
    mutation("update's word for the id", 'cancel', 200, {
      body: { id: undefined, interviewScheduleId: first.schedule },
      words: 'invalid_input',
    }),
    mutation("cancel's word for the id", 'update', 200, {
      body: { interviewScheduleId: undefined, id: first.schedule },
      words: 'invalid_input',
    }),
    mutation("another job's stage", 'move', 200, {
      body: { interviewStageId: first.otherStage },
      words: 'interview_stage_not_found',
    }),
    mutation('an archiving without a reason', 'move', 200, {
      body: { interviewStageId: first.archive },
      words: 'archive_reason_not_found',
    }),
    mutation('a note with a script', 'note', 200, {
      body: { note: { type: 'text/html', value: '<script>x</script>' } },
      words: 'invalid_input',
    }),
    mutation('a hook to an open address', 'addHook', 200, {
      body: { requestUrl: 'http://parley.example/h' },
      words: 'https',
    }),
    mutation('a hook for an unknown event', 'addHook', 200, {
      body: { webhookType: 'jobCreate' },
      words: 'webhookType',
    }),
  ],
  failure: /"success":false/,
  everywhere: {
    noKey: [401, 'unauthorized'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [200, '"success":false'],
    missingField: [200, '"success":false'],
    badType: [400, 'invalid_content_type'],
  },
})

interface Page {
  success: boolean
  results: { id: string }[]
  moreDataAvailable: boolean
  nextCursor?: string
  syncToken?: string
  errorInfo?: { code: string }
}
async function post(standIn: StandIn, call: string, body: object = {}): Promise<Page> {
  const headers = { authorization, 'content-type': 'application/json' }
  const { text } = await send({ method: 'POST', url: `${standIn.origin}/${call}`, headers, body: JSON.stringify(body) })
  return JSON.parse(text)
}

test('gives the token for the next sync with the last of 3 pages only, and by it the 1 candidate that changed', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(ashby, { clock: { now: () => new Date(now) } })
  fillWorld(standIn.world, { candidateCount: 250 })
  const one = await post(standIn, 'candidate.list')
  const two = await post(standIn, 'candidate.list', { cursor: one.nextCursor })
  // Somebody changes while the walk goes on.
  const [changed] = standIn.world.candidates.rows
  now += 1000
  standIn.world.candidates.update(changed!.id, { title: 'Surveyor', updatedAt: new Date(now) })
  const three = await post(standIn, 'candidate.list', { cursor: two.nextCursor })
  expect(
    [one, two, three].map(({ results, moreDataAvailable, syncToken }) => [
      results.length,
      moreDataAvailable,
      syncToken !== undefined,
    ]),
  ).toEqual([
    [100, true, false],
    [100, true, false],
    [50, false, true],
  ])
  const next = await post(standIn, 'candidate.list', { syncToken: three.syncToken })
  expect(next.results.map(({ id }) => id)).toEqual([changed!.id])
  standIn.desk.settings.set('syncTokenLifetimeMs', 60_000)
  now += 120_000
  expect(await post(standIn, 'candidate.list', { syncToken: next.syncToken })).toMatchObject({
    success: false,
    errorInfo: { code: 'sync_token_expired' },
  })
  await standIn.stop()
})

test('shows drafts when they are asked for, and confidential jobs to a key with the grant only', async () => {
  const standIn = await startStandIn(ashby)
  standIn.world.addJob({ status: 'draft' })
  const hidden = standIn.world.addJob({ isConfidential: true }).id
  expect((await post(standIn, 'job.list')).results).toEqual([])
  expect((await post(standIn, 'job.list', { status: ['Draft'] })).results).toHaveLength(1)
  expect((await post(standIn, 'job.info', { id: hidden })).errorInfo?.code).toBe('job_not_found')
  standIn.desk.settings.set('isConfidentialGranted', true)
  expect((await post(standIn, 'job.list')).results).toHaveLength(1)
  await standIn.stop()
})

test("signs webhooks as the vendor's test vector says, pings a new hook, and tells 1 stage change twice", async () => {
  expect(signAshby('parley-test-secret', '{"action":"ping","data":{"webhookActionType":"ping"}}')).toBe(
    'sha256=650348bbcfab3e83162cad6e909e591258e7b4b7d1a3a99b7be0ab4c5be6e433',
  )
  const standIn = await startStandIn(ashby)
  plant(standIn)
  standIn.world.addHook({ url: 'https://parley.example/h', event: 'applicationUpdate', secret: 's' })
  standIn.world.moveApplication(first.application, first.stage)
  const deliveries = standIn.takeDeliveries()
  expect(deliveries.map(({ event }) => event)).toEqual(['ping', 'ping', 'candidateStageChange', 'applicationUpdate'])
  for (const { headers, body } of deliveries) expect(headers['ashby-signature']).toBe(signAshby('s', body))
  const ids = deliveries.slice(2).map(({ body }) => (JSON.parse(body) as { webhookActionId: string }).webhookActionId)
  expect(new Set(ids).size).toBe(1)
  await standIn.stop()
})
