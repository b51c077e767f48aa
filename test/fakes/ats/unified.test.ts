import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { signUnified, unified, workspaceSecret } from './unified.ts'

const usual = { authorization: 'Bearer unified-key-1' }
let first: Record<'candidate' | 'application' | 'job' | 'user' | 'interview' | 'hook', string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const job = world.addJob({ recruiterIds: [user] }).id
  const candidate = world.addCandidate().id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  world.addAttachment({ candidateId: candidate, applicationId: application })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const interview = world.addInterview({ ...times, applicationId: application, status: 'SCHEDULED' }).id
  const extra = { connection_id: 'conn-full', object_type: 'ats_application' }
  const hook = world.addHook({ url: 'https://parley.example/h', event: 'updated', secret: '', extra }).id
  first = { candidate, application, job, user, interview, hook }
}
const read = (path: string, operation: string) => ({ call: `GET ${path}`, operation })
const interviewBody = () => ({
  ...{
    application_id: first.application,
    user_ids: [first.user],
    status: 'SCHEDULED',
    external_event_xref: 'parley-r1',
  },
  ...{ start_at: '2027-02-03T10:00:00Z', end_at: '2027-02-03T10:45:00Z', location: 'https://meet.example/abc' },
})

describeStandIn({
  kind: unified,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { candidate, application, job, interview, hook } = first
    const ats = '/ats/conn-full'
    return {
      connection: read('/unified/connection/conn-full', 'test_connection/default'),
      candidates: read(
        `${ats}/candidate?limit=50&offset=0&updated_gte=2027-01-01T00:00:00Z&order=desc`,
        'list_candidates/default',
      ),
      found: read(`${ats}/candidate?query=rosa&fields=id&fields=name`, 'find_candidate/query'),
      candidate: read(`${ats}/candidate/${candidate}`, 'get_candidate/default'),
      applications: read(`${ats}/application?job_id=${job}&status=REVIEWING`, 'list_applications/default'),
      application: read(`${ats}/application/${application}`, 'get_application/default'),
      jobs: read(`${ats}/job?status=OPEN`, 'list_jobs/default'),
      job: read(`${ats}/job/${job}`, 'get_job/default'),
      stages: read(`${ats}/applicationstatus?job_id=${job}`, 'list_stages/default'),
      employees: read('/hris/conn-full/employee', 'list_users/hris employees'),
      documents: read(`${ats}/document?candidate_id=${candidate}&type=RESUME`, 'list_attachments/default'),
      interviews: read(`${ats}/interview?application_id=${application}`, 'list_interviews/default'),
      interview: read(`${ats}/interview/${interview}`, 'get_interview/default'),
      create: { call: `POST ${ats}/interview`, operation: 'create_interview/default', body: interviewBody() },
      update: {
        call: `PATCH ${ats}/interview/${interview}`,
        operation: 'update_interview/default',
        body: { start_at: '2027-02-02T09:00:00Z' },
      },
      replace: {
        call: `PUT ${ats}/interview/${interview}`,
        operation: 'update_interview/replace',
        body: interviewBody(),
      },
      remove: { call: `DELETE ${ats}/interview/${interview}`, operation: 'cancel_interview/default' },
      move: {
        call: `PATCH ${ats}/application/${application}`,
        operation: 'move_stage/default',
        body: { status: 'SCREENING', original_status: 'Phone Screen' },
      },
      note: {
        call: `POST ${ats}/activity`,
        operation: 'add_note/default',
        body: { type: 'NOTE', title: 'Parley', description: 'Booked.', application_id: application },
      },
      addHook: {
        call: 'POST /unified/webhook',
        operation: 'manage_webhooks/default',
        body: {
          connection_id: 'conn-full',
          object_type: 'ats_interview',
          event: 'created',
          hook_url: 'https://parley.example/h',
          interval: 5,
        },
      },
      hooks: read('/unified/webhook?connection_id=conn-full', 'manage_webhooks/list'),
      trigger: { call: `PUT /unified/webhook/${hook}/trigger`, operation: 'manage_webhooks/run now' },
      removeHook: { call: `DELETE /unified/webhook/${hook}`, operation: 'manage_webhooks/delete' },
      catalogue: read('/unified/integration?categories=ats', 'integrations_catalogue/default'),
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 31,
  mutations: () => [
    mutation('another key', 'jobs', 401, { headers: { authorization: 'other' } }),
    mutation('the key as a basic name', 'jobs', 401, { headers: { authorization: `Basic ${btoa('unified-key-1:')}` } }),
    mutation('a connection that is not there', 'jobs', 404, { path: ['conn-full', 'conn-none'], words: 'not found' }),
    mutation('a page number', 'jobs', 400, { query: { page: '2' } }),
    mutation('a negative offset', 'candidates', 400, { query: { offset: '-1' } }),
    mutation('a limit of nothing', 'candidates', 400, { query: { limit: '0' } }),
    mutation('a bound in milliseconds', 'candidates', 400, { query: { updated_gte: '1800000000000' } }),
    mutation('an order that is none', 'candidates', 400, { query: { order: 'newest' } }),
    mutation('a filter for interviews by day', 'interviews', 400, { query: { start_gte: '2027-02-01T00:00:00Z' } }),
    mutation('a candidate that is not there', 'candidate', 404, { path: [first.candidate, 'can_99'] }),
    mutation("an application's id as a candidate's", 'candidate', 404, { path: [first.candidate, first.application] }),
    mutation('employees of a connection without them', 'employees', 501, {
      path: ['conn-full', 'conn-notes'],
      words: 'not supported by integration',
    }),
    mutation('interviews of a connection without them', 'interviews', 501, { path: ['conn-full', 'conn-notes'] }),
    mutation('an interview where none can be written', 'create', 501, { path: ['conn-full', 'conn-notes'] }),
    mutation('a note where none can be written', 'note', 501, { path: ['conn-full', 'conn-read'] }),
    mutation('a stage where none can be written', 'move', 501, { path: ['conn-full', 'conn-read'] }),
    mutation('an interview without an application', 'create', 400, {
      body: { application_id: undefined },
      words: 'application_id',
    }),
    mutation('an interview without an end', 'create', 400, { body: { end_at: undefined }, words: 'end_at' }),
    mutation('an end before the start', 'create', 400, { body: { end_at: '2027-02-03T09:00:00Z' }, words: 'end_at' }),
    mutation('an interview for an unknown application', 'create', 400, { body: { application_id: 'app_99' } }),
    mutation('an unknown interviewer', 'create', 400, { body: { user_ids: ['use_99'] }, words: 'user_ids' }),
    mutation('interviewers as text', 'create', 400, { body: { user_ids: first.user } }),
    mutation('British spelling of cancelled', 'update', 400, { body: { status: 'CANCELLED' }, words: 'status' }),
    mutation('a replacement without its times', 'replace', 400, { body: { start_at: undefined }, words: 'start_at' }),
    mutation('a status that is none', 'move', 400, { body: { status: 'PHONE_SCREEN' } }),
    mutation("another stage's status", 'move', 400, { body: { status: 'OFFERED' }, words: 'status' }),
    mutation("a stage that the job doesn't have", 'move', 400, { body: { original_status: 'Reference Check' } }),
    mutation('a note on nobody', 'note', 400, { body: { application_id: undefined }, words: 'candidate_id' }),
    mutation('a hook of no connection', 'addHook', 404, { body: { connection_id: 'conn-none' } }),
    mutation('a hook for an unknown object', 'addHook', 400, {
      body: { object_type: 'interview' },
      words: 'object_type',
    }),
    mutation('a hook for an unknown event', 'addHook', 400, { body: { event: 'moved' } }),
  ],
  everywhere: {
    noKey: [401, 'API key'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'is required'],
    badType: [400, ''],
  },
})

async function get(standIn: StandIn, path: string) {
  const { status, text } = await send({ method: 'GET', url: standIn.origin + path, headers: usual, body: undefined })
  return {
    status,
    json: JSON.parse(text) as {
      id: string
      support?: Record<string, { methods: object; list_updated_gte: string }>
      type?: string
    }[],
  }
}

test('reads 250 candidates in pages of 100, 100 and 50, and takes the key with a scheme or without', async () => {
  const standIn = await startStandIn(unified)
  fillWorld(standIn.world, { candidateCount: 250 })
  const sizes = []
  for (const offset of [0, 100, 200])
    sizes.push((await get(standIn, `/ats/conn-full/candidate?offset=${offset}`)).json.length)
  expect(sizes).toEqual([100, 100, 50])
  const bare = {
    method: 'GET',
    url: `${standIn.origin}/ats/conn-full/job`,
    headers: { authorization: standIn.key },
    body: undefined,
  }
  expect((await send(bare)).status).toBe(200)
  await standIn.stop()
})

test('says of 3 connections what each can do, and passes over a time bound where the ATS behind has none', async () => {
  const standIn = await startStandIn(unified)
  plant(standIn)
  const { json } = await get(standIn, '/unified/integration')
  const supports = Object.fromEntries(json.map(({ type, support }) => [type, support]))
  expect(supports.fullats!.interview!.methods).toEqual({
    list: true,
    get: true,
    create: true,
    update: true,
    remove: true,
  })
  expect([supports.notesats!.interview, supports.notesats!.activity]).toEqual([
    undefined,
    { methods: { create: true }, list_updated_gte: 'supported' },
  ])
  expect(supports.readats!.candidate!.list_updated_gte).toBe('not-supported')
  const path = 'candidate?updated_gte=2099-01-01T00:00:00Z'
  expect((await get(standIn, `/ats/conn-full/${path}`)).json).toEqual([])
  expect((await get(standIn, `/ats/conn-read/${path}`)).json).toHaveLength(1)
  await standIn.stop()
})

test('signs the data and the nonce of a webhook with the secret of the workspace', async () => {
  const standIn = await startStandIn(unified)
  plant(standIn)
  standIn.world.moveApplication(first.application, standIn.world.stagesOf(first.job)[1]!.id)
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  const body = JSON.parse(delivery!.body) as { data: unknown[]; nonce: string; sig: string }
  expect(body.data).toMatchObject([{ id: first.application, original_status: 'Phone Screen', status: 'SCREENING' }])
  expect(body.sig).toBe(signUnified(workspaceSecret, body.data, body.nonce))
  expect(body.sig).not.toBe(signUnified(workspaceSecret, body.data, 'another'))
  await standIn.stop()
})
