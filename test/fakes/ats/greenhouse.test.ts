import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { greenhouse } from './greenhouse.ts'
import { signGreenhouse } from './greenhouseHooks.ts'
import { type StandIn, startStandIn } from './kit.ts'

const basic = `Basic ${Buffer.from('client-1:secret-1').toString('base64')}`
async function mint(standIn: StandIn, sub?: string): Promise<string> {
  const response = await fetch(`${standIn.origin}/token`, {
    method: 'POST',
    headers: { authorization: basic },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(sub ? { sub } : {}) }),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  return `Bearer ${access_token}`
}

let first: {
  candidate: string
  application: string
  admin: string
  member: string
  type: string
  otherType: string
  ours: string
  theirs: string
  stage: string
  next: string
  otherStage: string
}
function plant({ world }: StandIn): void {
  const admin = world.addUser({ isAdmin: true }).id
  const member = world.addUser({ email: 'ruth@agency.example' }).id
  const job = world.addJob({ hiringManagerIds: [member], recruiterIds: [admin] })
  const other = world.addJob({ title: 'Baker' })
  const candidate = world.addCandidate().id
  const application = world.addApplication({ candidateId: candidate, jobId: job.id, ownerId: admin })
  world.addApplication({ candidateId: world.addCandidate().id, jobId: other.id })
  const type = world.interviewTypes.by('jobId', job.id)[0]?.id ?? ''
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const seats = [{ userId: member, email: null, response: 'accepted' }]
  const ours = world.addInterview({
    ...times,
    applicationId: application.id,
    typeId: type,
    isFromApi: true,
    externalRef: 'ref-1',
    seats,
  }).id
  const theirs = world.addInterview({ ...times, applicationId: application.id, typeId: type }).id
  world.addNote({ candidateId: candidate, text: 'Called back.', kind: 'NOTE' })
  world.addAttachment({ candidateId: candidate })
  const [stage, next] = world.stagesOf(job.id)
  const otherStage = world.stagesOf(other.id)[1]
  const otherType = world.interviewTypes.by('jobId', other.id)[0]
  first = {
    ...{ candidate, application: application.id, admin, member, type, ours, theirs },
    ...{ stage: stage!.id, next: next!.id, otherStage: otherStage!.id, otherType: otherType!.id },
  }
}

const list = (path: string, operation: string) => ({ call: `GET /v3/${path}`, operation })
const panel = (id: string) => [{ user_id: Number(id), response_status: 'needs_action' }]

describeStandIn({
  kind: greenhouse,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return { authorization: await mint(standIn, first.admin) }
  },
  asks: ({ origin, world }) => ({
    token: {
      call: 'POST /token',
      form: { grant_type: 'client_credentials', sub: first.admin },
      headers: { authorization: basic },
      operation: null,
    },
    users: list('users?per_page=500', 'list_users/default'),
    candidates: list('candidates?per_page=2&updated_at=gte|2027-01-01T00:00:00Z', 'list_candidates/default'),
    candidate: list(`candidates?ids=${first.candidate}`, 'get_candidate/by id'),
    byMail: list('candidates?email=rosa.quist@mail.example', 'find_candidate/by email'),
    applications: list('applications?status=active', 'list_applications/default'),
    entries: list(
      `application_stages?application_ids=${first.application}&current=true`,
      'get_application/current stage',
    ),
    jobs: list('jobs?status=open', 'list_jobs/default'),
    stages: list('job_interview_stages', 'list_stages/default'),
    managers: list('job_hiring_managers', 'get_hiring_team/hiring managers'),
    owners: list('job_owners?type=recruiter', 'get_hiring_team/recruiters and coordinators'),
    attachments: list('attachments', 'list_attachments/default'),
    slots: list('job_interviews?active=true', 'list_interview_types/default'),
    interviews: list('interviews?external_event_id=ref-1', 'list_interviews/default'),
    panel: list(`interviewers?interview_ids=${first.ours}`, 'list_interviews/panel of those interviews'),
    notes: list('notes', 'add_note/read notes'),
    file: {
      call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
      isBare: true,
      operation: null,
    },
    create: {
      call: 'POST /v3/interviews',
      operation: 'create_interview/default',
      body: {
        application_id: Number(first.application),
        job_interview_id: Number(first.type),
        interviewers: panel(first.member),
        starts_at: '2027-02-03T10:00:00Z',
        ends_at: '2027-02-03T10:45:00Z',
        external_event_id: 'ref-2',
        location: 'Room 4',
      },
    },
    update: {
      call: `PATCH /v3/interviews/${first.ours}`,
      operation: 'update_interview/default',
      body: { starts_at: '2027-02-02T09:00:00Z', interviewers: panel(first.admin) },
    },
    remove: { call: `DELETE /v3/interviews/${first.ours}`, operation: 'cancel_interview/default' },
    move: {
      call: `POST /v3/applications/${first.application}/move`,
      operation: 'move_stage/default',
      body: { from_stage_id: Number(first.stage) },
    },
    note: {
      call: 'POST /v3/notes',
      operation: 'add_note/default',
      body: { candidate_id: Number(first.candidate), body: 'Booked.', visibility: 'public', note_type: 'ACTIVITY' },
    },
  }),
  mutationCount: 34,
  mutations: () => [
    mutation('a token for a wrong secret', 'token', 401, {
      headers: { authorization: `Basic ${btoa('client-1:nope')}` },
    }),
    mutation('a token for a malformed client', 'token', 400, {
      headers: { authorization: `Basic ${btoa('client-1')}` },
    }),
    mutation('a token by another grant', 'token', 422, { body: { grant_type: 'password' } }),
    mutation('a token asked for as JSON', 'token', 415, { headers: { 'content-type': 'application/json' } }),
    mutation('a token for nobody', 'token', 400, { body: { sub: '1' }, words: 'sub' }),
    mutation('the key itself in place of a token', 'users', 401, { headers: { authorization: basic } }),
    mutation('an unknown token', 'users', 401, { headers: { authorization: 'Bearer token-99' } }),
    mutation('a page of 501', 'users', 422, { query: { per_page: '501' }, words: '{"per_page":"too large"}' }),
    mutation('a page number', 'users', 422, { query: { page: '2' } }),
    mutation('51 ids', 'candidate', 422, { query: { ids: Array(51).fill(first.candidate).join(',') } }),
    mutation('an id in the path', 'candidate', 404, { path: ['/candidates', `/candidates/${first.candidate}`] }),
    mutation('the filter updated_after of the version before', 'candidates', 422, {
      query: { updated_after: '2027-01-01T00:00:00Z' },
    }),
    mutation('a date filter without its bound', 'candidates', 422, { query: { updated_at: '2027-01-01T00:00:00Z' } }),
    mutation('a date filter with two sides', 'candidates', 422, {
      query: { updated_at: 'gte|2027-01-01T00:00:00Z|lte|2027-02-01T00:00:00Z' },
    }),
    mutation('in_process as a filter', 'applications', 422, { query: { status: 'in_process' } }),
    mutation('a cursor of no list', 'candidates', 422, { query: { cursor: 'abc', per_page: null, updated_at: null } }),
    mutation('a cursor beside a filter', 'candidates', 422, { query: { cursor: 'abc' }, words: 'per_page' }),
    mutation('the old path', 'users', 404, { path: ['/v3/', '/v1/'] }),
    mutation('a list by POST', 'users', 404, { method: 'POST' }),
    mutation('a body on a read', 'users', 422, {
      method: 'DELETE',
      path: [/\/v3.*/, `/v3/interviews/${first.ours}`],
      text: '{}',
    }),
    mutation('an interview for nobody', 'create', 404, { body: { application_id: 1 } }),
    mutation("another job's slot", 'create', 422, {
      body: { job_interview_id: Number(first.otherType) },
      words: 'job_interview_id',
    }),
    mutation("a stage's id in place of a slot's", 'create', 422, { body: { job_interview_id: Number(first.stage) } }),
    mutation('an id as text', 'create', 422, { body: { application_id: first.application }, words: 'application_id' }),
    mutation('an end before the start', 'create', 422, { body: { ends_at: '2027-02-03T09:00:00Z' }, words: 'ends_at' }),
    mutation('an interviewer by mail', 'create', 422, { body: { interviewers: [{ email: 'ruth@agency.example' }] } }),
    mutation('an empty panel', 'create', 422, { body: { interviewers: [] }, words: 'interviewers' }),
    mutation('an unknown interviewer', 'create', 422, { body: { interviewers: panel('1') }, words: 'interviewers' }),
    mutation('a word for an answer that is none', 'update', 422, {
      body: { interviewers: [{ user_id: Number(first.member), response_status: 'yes' }] },
    }),
    mutation('a change of what a person made', 'update', 422, { path: [first.ours, first.theirs], words: 'Harvest' }),
    mutation('a move from where it is not', 'move', 422, {
      body: { from_stage_id: Number(first.next) },
      words: 'from_stage_id',
    }),
    mutation("a move to another job's stage", 'move', 422, { body: { to_stage_id: Number(first.otherStage) } }),
    mutation('the read word for visibility', 'note', 422, {
      body: { visibility: 'publicly_visible' },
      words: 'visibility',
    }),
    mutation('a key at the host of a file', 'file', 400, { headers: { authorization: basic } }),
  ],
  everywhere: {
    noKey: [401, 'Unauthorized'],
    unknownQuery: [422, 'zz_unknown'],
    unknownField: [422, 'zz_unknown'],
    missingField: [422, 'is required'],
    badType: [415, ''],
  },
})

test('walks 1,000 of 3,000 candidates in 3 pages newest first, each link alone bringing the filter, and none twice', async () => {
  const standIn = await startStandIn(greenhouse, { clock: { now: () => new Date('2027-02-01T12:00:00Z') } })
  fillWorld(standIn.world, { candidateCount: 3_000 })
  const authorization = await mint(standIn)
  const since = new Date(Date.parse('2027-02-01T12:00:00Z') - 1000 * 60_000).toISOString()
  let url: string | undefined = `${standIn.origin}/v3/candidates?per_page=400&updated_at=gte|${since}`
  const ids: number[] = []
  const sizes: number[] = []
  while (url) {
    const { text, headers } = await send({ method: 'GET', url, headers: { authorization }, body: undefined })
    const rows = JSON.parse(text) as { id: number }[]
    ids.push(...rows.map(({ id }) => id))
    sizes.push(rows.length)
    url = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
  }
  expect(sizes).toEqual([400, 400, 200])
  expect(new Set(ids).size).toBe(1000)
  expect(ids).toEqual(ids.toSorted((one, other) => other - one))
  await standIn.stop()
})

test('lets 75 requests into a window of 30 seconds, names the wait for the 76th, and forgets a token after an hour', async () => {
  let now = Date.parse('2027-02-01T12:00:10Z')
  const standIn = await startStandIn(greenhouse, { clock: { now: () => new Date(now) } })
  const authorization = await mint(standIn)
  const ask = () =>
    send({ method: 'GET', url: `${standIn.bases.main}/users`, headers: { authorization }, body: undefined })
  for (let count = 0; count < 75; count++) expect((await ask()).status).toBe(200)
  const { status, headers } = await ask()
  expect([status, headers.get('retry-after'), headers.get('x-ratelimit-remaining')]).toEqual([429, '20', '0'])
  now += 20_000
  expect((await ask()).status).toBe(200)
  now += 3600_000
  expect((await ask()).status).toBe(401)
  await standIn.stop()
})

test('answers lists to Site Admins and the service user only, and nothing to a key that was taken back or lacks a scope', async () => {
  const standIn = await startStandIn(greenhouse)
  plant(standIn)
  const ask = async (authorization: string) =>
    (await send({ method: 'GET', url: `${standIn.bases.main}/users`, headers: { authorization }, body: undefined }))
      .status
  const service = await mint(standIn)
  expect([
    await ask(service),
    await ask(await mint(standIn, first.admin)),
    await ask(await mint(standIn, first.member)),
  ]).toEqual([200, 200, 403])
  standIn.desk.scopes = new Set(['harvest:candidates:list'])
  expect(await ask(service)).toBe(403)
  standIn.desk.scopes = null
  standIn.desk.keys.clear()
  expect(await ask(service)).toBe(401)
  await standIn.stop()
})

test("signs webhooks as the vendor's test vector says and tells a stage change in the old words", async () => {
  expect(signGreenhouse('parley-test-secret', '{"action":"candidate_stage_change","payload":{}}')).toBe(
    'sha256 8b5a19e6b8234be1a59b24ebec56e6e8633014bb815fc4c9cfd89112066c7b3c',
  )
  const standIn = await startStandIn(greenhouse)
  plant(standIn)
  standIn.world.addHook({ url: 'https://parley.example/hooks', event: 'candidate_stage_change', secret: 's' })
  standIn.world.candidates.update(first.candidate, { lastName: 'Łącka' })
  standIn.world.moveApplication(first.application, first.next)
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  expect(delivery!.body).toContain('\\u0141')
  expect(delivery!.headers.signature).toBe(signGreenhouse('s', delivery!.body))
  expect(JSON.parse(delivery!.body)).toMatchObject({
    payload: { application: { status: 'active', candidate: { last_name: 'Łącka' } } },
  })
  await standIn.stop()
})
