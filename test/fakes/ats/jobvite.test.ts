import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { jobvite } from './jobvite.ts'
import { type StandIn, startStandIn } from './kit.ts'

const usual = { 'x-jvi-api': 'jobvite-key-1', 'x-jvi-sc': 'jobvite-secret-1' }
let first: Record<'candidate' | 'application' | 'job', string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const job = world.addJob({ hiringManagerIds: [user], extra: { department: 'Works', location: 'Leeds' } }).id
  const candidate = world.addCandidate({ phones: ['+44 20 7946 0958'] }).id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  first = { candidate, application, job }
}
const read = (path: string, operation: string) => ({ call: `GET /api/v2/${path}`, operation })
const moves = (...rows: object[]) => ({ action: 'updateCandidates', format: 'json', data: JSON.stringify(rows) })
const move = (changes: object = {}) => ({ applicationId: first.application, wflowstate: 'Interview', ...changes })

describeStandIn({
  kind: jobvite,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks: () => ({
    candidates: read('candidate?start=0&count=500', 'list_candidates/candidates'),
    changed: read(
      'candidate?datestart=2027-01-31&dateend=2027-02-02&dateFormat=yyyy-MM-dd',
      'list_applications/applications',
    ),
    candidate: read(`candidate?candidateId=${first.candidate}`, 'get_candidate/candidate_by_id'),
    application: read(`candidate?applicationId=${first.application}`, 'get_application/application_by_id'),
    inState: read('candidate?wflowstate=Application%20Review', 'list_stages/states_seen'),
    resume: read(`candidate?candidateId=${first.candidate}`, 'list_attachments/resume_inline'),
    jobs: read('job?start=0&count=1', 'list_jobs/jobs'),
    job: read(`job?ids=${first.job}`, 'get_job/job_by_id'),
    team: read(`job?ids=${first.job}`, 'get_hiring_team/job_team'),
    move: { call: 'POST /v1/candidate', operation: 'move_stage/v1_update_candidates', form: moves(move()) },
  }),
  mutationCount: 37,
  mutations: () => [
    mutation('another secret, told with a success status', 'candidates', 200, {
      headers: { 'x-jvi-sc': 'other' },
      words: '"code":401,"messages":["Invalid key"]',
    }),
    mutation('another key, told with a success status', 'application', 200, {
      headers: { 'x-jvi-api': 'other' },
      words: '"code":401',
    }),
    mutation('another secret for jobs', 'jobs', 401, { headers: { 'x-jvi-sc': 'other' }, words: 'Invalid key' }),
    mutation('another secret for the write', 'move', 401, { headers: { 'x-jvi-sc': 'other' } }),
    mutation('the key alone', 'jobs', 401, { headers: { 'x-jvi-sc': null }, words: 'Unauthorized' }),
    mutation('the secret alone', 'jobs', 401, { headers: { 'x-jvi-api': null }, words: 'Unauthorized' }),
    mutation('the keys in the address', 'jobs', 400, {
      query: { api: 'jobvite-key-1', sc: 'jobvite-secret-1' },
      words: '<html>',
    }),
    mutation('501 at once', 'candidates', 400, { query: { count: '501' }, words: '<html>' }),
    mutation('none at all', 'candidates', 400, { query: { count: '0' } }),
    mutation('501 jobs at once', 'jobs', 400, { query: { count: '501' } }),
    mutation('a start below 0', 'jobs', 400, { query: { start: '-1' } }),
    mutation('a start in words', 'candidates', 400, { query: { start: 'first' } }),
    mutation('dates without their form', 'changed', 400, { query: { dateFormat: null }, words: '<html>' }),
    mutation('dates in another form', 'changed', 400, { query: { dateFormat: 'MM/dd/yyyy' } }),
    mutation('a date with a time', 'changed', 400, { query: { datestart: '2027-01-31T00:00:00Z' } }),
    mutation('a date in milliseconds', 'changed', 400, { query: { datestart: '1801612800000' } }),
    mutation('a day that is none', 'changed', 400, { query: { dateend: '2027-02-30' } }),
    mutation('a page by its number', 'jobs', 400, { query: { page: '2' } }),
    mutation('what changed since', 'jobs', 400, { query: { datestart: '2027-01-31' } }),
    mutation('a route that is none', 'jobs', 404, { path: ['/v2/job', '/v2/user'], words: 'Cannot find API' }),
    mutation('attachments', 'candidate', 404, { path: ['/candidate', '/attachment'], words: 'Invalid URL' }),
    mutation('the list in the older version', 'jobs', 404, { path: ['/api/v2/', '/v1/'] }),
    mutation('interviews', 'jobs', 401, { path: ['/v2/job', '/v2/interview'], words: '"messages":["Unauthorized"]' }),
    mutation('employees', 'jobs', 401, { path: ['/v2/job', '/v2/employee'] }),
    mutation('a change by PUT', 'candidate', 401, { method: 'PUT', text: '{}' }),
    mutation('a change of a job', 'jobs', 404, { method: 'PUT', text: '{}' }),
    mutation('another action', 'move', 400, { body: { action: 'createCandidates' } }),
    mutation('another format', 'move', 400, { body: { format: 'xml' } }),
    mutation('no data', 'move', 400, { body: { data: undefined } }),
    mutation('data that are no JSON', 'move', 400, { body: { data: 'pAbC1' }, words: 'Invalid data' }),
    mutation('data of one row without a list', 'move', 400, { body: { data: JSON.stringify({}) } }),
    mutation('no rows', 'move', 400, { body: moves() }),
    mutation('a row without a state', 'move', 400, { body: moves({ applicationId: first.application }) }),
    mutation('an application that is not there', 'move', 400, {
      body: moves(move(), move({ applicationId: first.application.toUpperCase() })),
      words: 'Invalid applicationId',
    }),
    mutation('a state that is none', 'move', 400, { body: moves(move({ wflowstate: 'Round 9' })) }),
    mutation('a state by its number', 'move', 400, { body: moves({ ...move(), workflowStateEId: 'w0003Jv' }) }),
    mutation('a move as JSON', 'move', 400, { headers: { 'content-type': 'application/json' } }),
  ],
  failure: /"code":401/,
  everywhere: {
    noKey: [401, 'Unauthorized'],
    unknownQuery: [400, ''],
    unknownField: [400, ''],
    missingField: [400, ''],
    badType: [400, ''],
  },
})

interface Listed {
  total: number
  candidates: { eId: string; application: { eId: string; lastUpdatedDate: number } }[]
  requisitions: { title: string; hiringManager?: object }[]
}
async function get(standIn: StandIn, path: string) {
  const url = `${standIn.bases.main}/${path}`
  const { status, text } = await send({ method: 'GET', url, headers: usual, body: undefined })
  return { status, text, json: (text.startsWith('{') ? JSON.parse(text) : {}) as Listed }
}

test('walks 1,201 applications in 3 steps of 500, with 1 row twice where the first row is number 1', async () => {
  const standIn = await startStandIn(jobvite, { isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 1201 })
  const walk = async () => {
    const pages = []
    for (const start of [0, 500, 1000])
      pages.push((await get(standIn, `candidate?start=${start}&count=500`)).json.candidates.map(({ eId }) => eId))
    return pages
  }
  const pages = await walk()
  expect(pages.map(({ length }) => length)).toEqual([500, 500, 201])
  expect(new Set(pages.flat()).size).toBe(1201)
  // Ids that differ in a capital only are two.
  expect(new Set(pages.flat().map((eId) => eId.toLowerCase())).size).toBeLessThan(1201)
  standIn.desk.settings.set('startBase', 1)
  const shifted = await walk()
  expect([shifted.flat().length, new Set(shifted.flat()).size]).toEqual([1202, 1201])
  await standIn.stop()
})

test('finds what changed by whole days, in milliseconds', async () => {
  const standIn = await startStandIn(jobvite, { isUnlimited: true })
  plant(standIn)
  const updatedAt = new Date('2027-02-01T23:59:00Z')
  standIn.world.applications.update(first.application, { updatedAt })
  const find = async (dates: string) =>
    (await get(standIn, `candidate?${dates}&dateFormat=yyyy-MM-dd`)).json.candidates.map(
      ({ application }) => application.lastUpdatedDate,
    )
  expect(await find('datestart=2027-02-01&dateend=2027-02-01')).toEqual([updatedAt.getTime()])
  expect(await find('datestart=2027-02-02')).toEqual([])
  expect(await find('dateend=2027-01-31')).toEqual([])
  await standIn.stop()
})

test('lists a person of 2 applications twice, finds nobody by an unknown id, and keeps managers to itself unless told', async () => {
  const standIn = await startStandIn(jobvite, { isUnlimited: true })
  plant(standIn)
  standIn.world.addApplication({ candidateId: first.candidate, jobId: standIn.world.addJob({ title: 'Baker' }).id })
  const { json } = await get(standIn, `candidate?candidateId=${first.candidate}`)
  expect([json.total, new Set(json.candidates.map(({ eId }) => eId)).size]).toEqual([2, 1])
  expect((await get(standIn, 'candidate?candidateId=nobody')).json).toEqual({ total: 0, candidates: [] })
  const managerOf = async () => (await get(standIn, `job?ids=${first.job}`)).json.requisitions[0]!.hiringManager
  expect(await managerOf()).toBeUndefined()
  standIn.desk.settings.set('showsManagers', true)
  expect(await managerOf()).toMatchObject({ email: 'dana.oduya@agency.example' })
  await standIn.stop()
})

test('moves 2 applications at once and answers without a content type; tells of each, unsigned', async () => {
  const standIn = await startStandIn(jobvite)
  plant(standIn)
  const other = standIn.world.addApplication({ candidateId: standIn.world.addCandidate().id, jobId: first.job }).id
  standIn.world.addHook({ url: 'https://parley.example/h/secret', event: 'application_stage', secret: '' })
  const body = new URLSearchParams(moves(move(), move({ applicationId: other }))).toString()
  const headers = { ...usual, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await send({ method: 'POST', url: `${standIn.bases.v1}/candidate`, headers, body })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, null])
  expect(JSON.parse(answer.text)).toEqual({ status: { code: 200, messages: ['Success'] } })
  const told = standIn.takeDeliveries().map((delivery) => JSON.parse(delivery.body) as object)
  expect(told).toMatchObject([
    { eventType: 'application_stage', applicationId: first.application, oldValue: 'Application Review' },
    { eventType: 'application_stage', applicationId: other, newValue: 'Interview' },
  ])
  await standIn.stop()
})

test('grants each route by itself: jobs are read and candidates are not', async () => {
  const standIn = await startStandIn(jobvite)
  plant(standIn)
  standIn.desk.scopes = new Set(['job'])
  expect([(await get(standIn, 'job')).status, (await get(standIn, 'candidate')).status]).toEqual([200, 401])
  await standIn.stop()
})

test('lets 15 requests a minute and 850 an hour in, 500 a day for jobs, and counts the day from midnight in California', () => {
  let now = Date.parse('2027-02-01T08:00:00Z')
  const limiter = jobvite.createLimiter({ now: () => new Date(now) })
  const takeMinute = (call: string) => {
    let count = 0
    while (limiter.take(call).isAllowed) count++
    now += 60_000
    return count
  }
  expect(takeMinute('GET /api/v2/candidate')).toBe(15)
  let jobs = 0
  for (let minute = 0; minute < 60; minute++) jobs += takeMinute('GET /api/v2/job')
  expect(jobs).toBe(500)
  // 07:59 UTC is 23:59 of the same day there.
  now = Date.parse('2027-02-02T07:59:00Z')
  expect(takeMinute('GET /api/v2/job')).toBe(0)
  expect(takeMinute('GET /api/v2/job')).toBe(15)
  now = Date.parse('2027-02-02T10:00:00Z')
  let all = 0
  for (let minute = 0; minute < 60; minute++) all += takeMinute('POST /v1/candidate')
  expect(all).toBe(850)
})
