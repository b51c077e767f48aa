import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { icims } from './icims.ts'
import { type StandIn, startStandIn } from './kit.ts'
import type { Limiter } from './limiter.ts'

const grant = {
  grant_type: 'client_credentials',
  client_id: 'client-1',
  client_secret: 'secret-1',
  audience: 'https://api.icims.com/v1/',
}
async function mint(standIn: StandIn): Promise<{ authorization: string }> {
  const response = await fetch(`${standIn.origin}/oauth/token`, { method: 'POST', body: new URLSearchParams(grant) })
  return { authorization: `Bearer ${((await response.json()) as { access_token: string }).access_token}` }
}
let first: Record<'candidate' | 'bare' | 'secret' | 'job' | 'other' | 'user' | 'workflow' | 'stage' | 'own', string>
function plant({ world }: StandIn): void {
  world.quietly(() => {
    const user = world.addUser({ isAdmin: true }).id
    const job = world.addJob({ hiringManagerIds: [user], recruiterIds: [user] }).id
    const other = world.addJob({ title: 'Baker' }).id
    const candidate = world.addCandidate({ phones: ['+44 20 7946 0958'] }).id
    const bare = world.addCandidate({ firstName: 'Lotte', emails: ['lotte@mail.example'] }).id
    const secret = world.addCandidate({ firstName: 'Zora', isPrivate: true }).id
    const workflow = world.addApplication({ candidateId: candidate, jobId: job }).id
    world.addAttachment({ candidateId: candidate })
    const [, own, stage] = world.stagesOf(job).map(({ id }) => id)
    first = { candidate, bare, secret, job, other, user, workflow, stage: stage!, own: own! }
  })
}
const at = '/customers/1234'
const read = (path: string, operation: string | null) => ({ call: `GET ${at}/${path}`, operation })
const searchFor = (path: string, operation: string, ...filters: object[]) => ({
  call: `POST ${at}/search/${path}`,
  operation,
  body: { filters },
})
const filter = (name: string, value: string, operator?: string) => ({
  ...{ name, value: [value] },
  ...(operator === undefined ? {} : { operator }),
})
const changed = (rest: object) => ({ filters: [{ ...filter('applicantworkflow.job.id', first.job), ...rest }] })
const entry = { notedate: '2027-02-01', notetext: 'Interview on 3 February at 10:00, Parley #req_1' }

describeStandIn({
  kind: icims,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return mint(standIn)
  },
  asks: () => ({
    token: { call: 'POST /oauth/token', form: grant, isBare: true, operation: null },
    people: {
      ...searchFor('people', 'list_candidates/search_people', filter('person.id', '1', '>')),
      call: `POST ${at}/search/people?staleness=5`,
    },
    person: read(`people/${first.candidate}?fields=firstname,lastname,email,folder`, 'list_candidates/person_fields'),
    whole: read(`people/${first.candidate}`, 'get_candidate/person'),
    workflows: searchFor(
      'applicantworkflows',
      'list_applications/search_workflows',
      filter('applicantworkflow.updateddate', '2027-01-01 12:00 AM'),
      filter('applicantworkflow.job.id', first.job),
    ),
    workflow: read(`applicantworkflows/${first.workflow}`, 'get_application/workflow'),
    pair: read(
      `applicantworkflows/person/${first.candidate}/job/${first.job}?fields=status`,
      'get_application/workflow_by_pair',
    ),
    log: read(`applicantworkflows/${first.workflow}/submittalstatuslog`, 'get_application/status_log'),
    jobs: {
      call: `POST ${at}/search/jobs`,
      operation: 'list_jobs/search_jobs',
      body: {
        filters: [filter('job.folder', 'D31001')],
        operator: '&',
        children: [{ filters: [filter('job.jobtitle', 'signal'), filter('job.jobtitle', 'baker')], operator: '|' }],
      },
    },
    job: read(`jobs/${first.job}`, 'get_job/job'),
    team: read(`jobs/${first.job}?fields=jobtitle,hiringmanager,recruiter`, 'get_hiring_team/job_team'),
    lists: read('v2/lists', 'list_stages/lists'),
    list: read('v2/lists/workflowstatus?page=1', 'list_stages/list_values'),
    users: searchFor('people', 'list_users/search_people_users', filter('person.folder', 'D32011')),
    user: read(`people/${first.user}`, 'get_candidate/person'),
    resume: read(`people/${first.candidate}?fields=resume`, 'list_attachments/resume_meta'),
    binary: read(`people/${first.candidate}/fields/resume/binary`, 'download_attachment/resume_binary'),
    book: {
      call: `POST ${at}/applicantworkflows/${first.workflow}/fields/interviewlog`,
      operation: 'create_interview/interview_collection',
      body: entry,
    },
    move: {
      call: `PATCH ${at}/applicantworkflows/${first.workflow}`,
      operation: 'move_stage/workflow_patch',
      body: { status: { id: first.stage } },
    },
    add: {
      call: `POST ${at}/applicantworkflows`,
      operation: 'move_stage/workflow_create',
      body: { baseprofile: Number(first.other), associatedprofile: first.candidate, status: { id: first.own } },
    },
  }),
  mutationCount: 42,
  mutations: () => [
    mutation('a token for another secret', 'token', 401, { body: { client_secret: 'x' }, words: 'invalid_client' }),
    mutation('a token for another audience', 'token', 400, { body: { audience: 'https://api.icims.com' } }),
    mutation('a token without an audience', 'token', 400, { body: { audience: undefined }, words: 'invalid_request' }),
    mutation('a token by another grant', 'token', 400, { body: { grant_type: 'password' } }),
    mutation('an unknown token', 'person', 401, { headers: { authorization: 'Bearer other' } }),
    mutation('another password', 'person', 401, { headers: { authorization: `Basic ${btoa('client-1:other')}` } }),
    mutation('another customer', 'person', 404, { path: ['/1234/', '/1235/'], words: '"errorCode":3' }),
    mutation('a search without filters', 'people', 400, { body: { filters: [] }, words: 'At least one filter' }),
    mutation('a search by GET', 'people', 405, { method: 'GET' }),
    mutation('a filter without a name', 'workflows', 400, {
      body: { filters: [{ value: ['1'] }] },
      words: 'not valid or hidden',
    }),
    mutation('a filter of another kind of record', 'workflows', 400, {
      body: { filters: [filter('job.id', '71')] },
      words: 'not valid or hidden: job.id',
    }),
    mutation('a filter on what is no field', 'people', 400, { body: { filters: [filter('person.zodiac', 'x')] } }),
    mutation('an attribute that is none', 'workflows', 400, { body: changed({ name1: 'x' }), words: 'name1' }),
    mutation('an operator that is none', 'workflows', 400, { body: changed({ operator: 'gt' }), words: 'gt' }),
    mutation('an operator of texts for a number', 'workflows', 400, {
      body: changed({ operator: '==' }),
      words: 'filter operator is not valid',
    }),
    mutation('an order of folders', 'jobs', 400, { body: { filters: [filter('job.folder', 'D31001', '>')] } }),
    mutation('a value that stands alone', 'workflows', 400, { body: changed({ value: first.job }), words: 'parsing' }),
    mutation('a value as a number', 'workflows', 400, { body: changed({ value: [Number(first.job)] }) }),
    mutation('a number in words', 'workflows', 400, { body: changed({ value: ['seventy'] }) }),
    mutation('a second value that stands alone', 'workflows', 400, { body: changed({ secondaryValue: '2' }) }),
    mutation('a group by the word', 'jobs', 400, { body: { operator: 'and' }, words: 'group operator' }),
    mutation('a group inside with an unknown attribute', 'jobs', 400, {
      body: { children: [{ filters: [filter('job.id', '71')], limit: 5 }] },
      words: 'group attribute is unrecognized: limit',
    }),
    mutation('a size of the page', 'people', 400, { query: { limit: '50' } }),
    mutation('a staleness that is no number', 'people', 400, { query: { staleness: 'none' } }),
    mutation('a search that is no JSON', 'people', 400, { text: '{"filters":' }),
    mutation('a person who is not there', 'whole', 404, { path: [first.candidate, '599999'], words: '"errorCode":2' }),
    mutation("a job's number as a person's", 'whole', 404, { path: [first.candidate, first.job] }),
    mutation('a person out of reach', 'whole', 404, { path: [first.candidate, first.secret], words: '"errorCode":3' }),
    mutation('a file of a person out of reach', 'binary', 404, { path: [first.candidate, first.secret] }),
    mutation('a person by a word', 'whole', 404, { path: [first.candidate, 'rosa'] }),
    mutation('a pair that is none', 'pair', 404, { path: [`job/${first.job}`, `job/${first.other}`] }),
    mutation('a list that is not there', 'list', 404, { path: ['workflowstatus', 'stages'] }),
    mutation('page 0 of a list', 'list', 400, { query: { page: '0' } }),
    mutation('a status that is none', 'move', 400, { body: { status: { id: 'D99999' } }, words: 'status' }),
    mutation('a status by its name', 'move', 400, { body: { status: { id: 'Interview' } } }),
    mutation('a status as plain text', 'move', 400, { body: { status: first.stage } }),
    mutation('a status with its name', 'move', 400, { body: { status: { id: first.stage, value: 'Interview' } } }),
    mutation('a move by PUT', 'move', 405, { method: 'PUT' }),
    mutation('a workflow on a job that is not there', 'add', 400, { body: { baseprofile: 5 }, words: 'baseprofile' }),
    mutation('a workflow of a user', 'add', 400, { body: { associatedprofile: first.user } }),
    mutation('an entry in a collection that is not there', 'book', 404, { path: ['interviewlog', 'notes'] }),
    mutation('an empty entry', 'book', 400, { text: '{}' }),
  ],
  everywhere: {
    noKey: [401, 'Authentication required'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, ''],
    badType: [415, 'Unsupported'],
  },
})

/** Asks with the key itself, which is taken as a name and a password too. */
async function ask(standIn: StandIn, path: string, body?: object) {
  const headers = {
    authorization: `Basic ${btoa(standIn.key)}`,
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const url = `${standIn.origin}${at}/${path}`
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const { status, text, headers: got } = await send({ method: body ? 'POST' : 'GET', url, headers, body: sent })
  return {
    status,
    text,
    headers: got,
    json: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Record<string, unknown>,
  }
}
const idsOf = ({ json }: { json: Record<string, unknown> }) =>
  (json.searchResults as { id: number | string }[] | undefined)?.map(({ id }) => id)

test('finds 1,200 people in 2 steps, each from the last id on', async () => {
  const standIn = await startStandIn(icims)
  fillWorld(standIn.world, { candidateCount: 1199 })
  const all = idsOf(await ask(standIn, 'search/people', { filters: [filter('person.id', '0', '>')] }))!
  expect(all).toHaveLength(1000)
  const rest = idsOf(await ask(standIn, 'search/people', { filters: [filter('person.id', String(all.at(-1)), '>')] }))!
  expect(new Set([...all, ...rest]).size).toBe(1200)
  expect([...all, ...rest].every((id, place, ids) => place === 0 || id > ids[place - 1]!)).toBe(true)
  await standIn.stop()
})

test('searches 15 minutes behind what a profile shows at once, or as far as is asked for', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(icims, { clock: { now: () => new Date(now) } })
  plant(standIn)
  const inStage = (query = '') =>
    ask(standIn, `search/applicantworkflows${query}`, { filters: [filter('applicantworkflow.status', first.stage)] })
  standIn.world.moveApplication(first.workflow, first.stage)
  const profile = await ask(standIn, `applicantworkflows/${first.workflow}?fields=status`)
  expect(profile.json).toEqual({ status: { id: first.stage, value: 'Interview' } })
  expect([idsOf(await inStage()), idsOf(await inStage('?staleness=0'))]).toEqual([[], [Number(first.workflow)]])
  now += 15 * 60_000
  expect(idsOf(await inStage())).toEqual([Number(first.workflow)])
  await standIn.stop()
})

test('takes an e-mail for a part of one unless it is asked for exactly, and a date that is none for no bound', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  const find = async (...filters: object[]) => idsOf(await ask(standIn, 'search/people', { filters }))
  const [rosa, lotte, dana] = [first.candidate, first.bare, first.user].map(Number)
  expect(await find(filter('person.email', 'MAIL.example'))).toEqual([rosa, lotte])
  expect(await find(filter('person.email', 'mail.example', '=='))).toEqual([])
  expect(await find(filter('person.updateddate', 'yesterday'))).toEqual([dana, rosa, lotte])
  expect(await find(filter('person.updateddate', '2099-01-01 01:30 PM'))).toEqual([])
  expect(await find({ name: 'person.updateddate', value: [], secondaryValue: ['2026-01-01'] })).toEqual([])
  standIn.desk.settings.set('idsAsText', true)
  expect(await find(filter('person.email', 'rosa'))).toEqual([first.candidate])
  await standIn.stop()
})

test('joins filters with groups inside them: all of the outer and 1 of the inner, the text of a folder among them', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  const inner = {
    filters: [filter('person.firstname', 'lotte'), filter('person.folder', 'Hiring Manager: Active')],
    operator: '|',
  }
  const find = async (...filters: object[]) =>
    idsOf(await ask(standIn, 'search/people', { filters, operator: '&', children: [inner] }))
  const [lotte, dana] = [first.bare, first.user].map(Number)
  expect(await find(filter('person.id', '0', '>'))).toEqual([dana, lotte])
  expect(await find(filter('person.email', 'mail.example'))).toEqual([lotte])
  expect(await find(filter('person.folder', 'D99999'))).toEqual([])
  standIn.order({ kind: 'stale' })
  standIn.world.candidates.update(first.bare, { firstName: 'Mina' })
  const now = () => ask(standIn, 'search/people?staleness=0', { filters: inner.filters, operator: '|' })
  expect([idsOf(await now()), idsOf(await now())]).toEqual([[dana, lotte], [dana]])
  await standIn.stop()
})

test('leaves hidden and empty fields out without a word, and says by a content type that there is no resume', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  const job = `jobs/${first.job}?fields=jobtitle,hiringmanager,recruiter`
  expect(Object.keys((await ask(standIn, job)).json)).toEqual(['jobtitle', 'hiringmanager', 'recruiter'])
  standIn.desk.settings.set('hiddenFields', new Set(['job.hiringmanager', 'person.email']))
  standIn.desk.settings.set('warning', '7,Field is deprecated,recruiter')
  const { status, json, headers } = await ask(standIn, job)
  expect([status, Object.keys(json), headers.get('x-error')]).toEqual([200, ['jobtitle', 'recruiter'], null])
  expect(headers.get('x-warning')).toBe('7,Field is deprecated,recruiter')
  expect((await ask(standIn, `people/${first.bare}?fields=phones,zodiac`)).json).toEqual({})
  const hidden = await ask(standIn, 'search/people', { filters: [filter('person.email', 'rosa')] })
  expect([hidden.status, hidden.headers.get('x-error')]).toEqual([
    400,
    '1,The following filter is either not valid or hidden: person.email,person.email',
  ])
  const types = [first.candidate, first.bare].map((id) => ask(standIn, `people/${id}/fields/resume/binary`))
  expect((await Promise.all(types)).map(({ headers: got }) => got.get('content-type'))).toEqual([
    'application/pdf',
    'application/json; charset=utf-8',
  ])
  await standIn.stop()
})

test('answers empty, or that access is denied, where 1 of the 3 interfaces is off and the other 2 work', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  const look = async () => [
    idsOf(await ask(standIn, 'search/people', { filters: [filter('person.id', '0', '>')] }))?.length,
    (await ask(standIn, `jobs/${first.job}?fields=jobtitle`)).status,
    ((await ask(standIn, 'v2/lists/workflowstatus')).json as unknown as unknown[]).length,
  ]
  expect(await look()).toEqual([3, 200, 5])
  standIn.desk.scopes = new Set(['profile', 'list'])
  expect(await look()).toEqual([0, 200, 5])
  standIn.desk.scopes = new Set(['search', 'list'])
  expect(await look()).toEqual([3, 404, 5])
  standIn.desk.scopes = new Set(['search', 'profile'])
  expect(await look()).toEqual([3, 200, 0])
  await standIn.stop()
})

test('lets 10,000 requests a day in, and as many again from midnight UTC on', () => {
  let now = Date.parse('2027-02-01T23:59:59Z')
  const limiter = icims.createLimiter({ now: () => new Date(now) })
  const takeAll = () => {
    let count = 0
    while (limiter.take().isAllowed) count++
    return count
  }
  expect(takeAll()).toBe(10_000)
  expect(limiter.take().headers['x-ratelimit-remaining']).toBe('0')
  now += 1000
  expect(takeAll()).toBe(10_000)
})

test('gives no 501st token in 10 minutes, and none that is good for longer than 24 hours', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(icims, { clock: { now: () => new Date(now) } })
  const headers = await mint(standIn)
  const url = `${standIn.origin}${at}/v2/lists`
  const list = () => send({ method: 'GET', url, headers, body: undefined })
  expect((await list()).status).toBe(200)
  const limiter = standIn.desk.settings.get('tokenLimiter') as Limiter
  for (let count = 2; count < 500; count++) limiter.take()
  expect((await mint(standIn)).authorization).toBe('Bearer access-2')
  expect((await mint(standIn)).authorization).toBe('Bearer undefined')
  now += 24 * 3600_000
  expect((await list()).status).toBe(401)
  expect((await mint(standIn)).authorization).toBe('Bearer access-3')
  await standIn.stop()
})

test('packs 1 event about 1 move, with both statuses, and one about a job that was changed', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  standIn.world.addHook({ url: 'https://parley.example/h', event: 'WorkFlowStatusChangeEvent', secret: 'icims:word' })
  standIn.world.moveApplication(first.workflow, first.stage)
  standIn.world.jobs.update(first.job, { title: 'Signal Lead' })
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  expect(delivery!.headers).toEqual({
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    authorization: `Basic ${btoa('icims:word')}`,
  })
  expect(JSON.parse(gunzipSync(delivery!.bytes!).toString())).toMatchObject({
    ...{ eventType: 'WorkFlowStatusChangeEvent', customerId: '1234', systemId: first.workflow },
    ...{ jobId: first.job, personId: first.candidate, oldStatus: 'D10101', newStatus: first.stage },
  })
  standIn.world.addHook({ url: 'https://parley.example/h', event: 'Job Unposting', secret: 'icims:word' })
  standIn.world.jobs.update(first.job, { status: 'closed' })
  expect(standIn.takeDeliveries().map(({ event }) => event)).toEqual(['Job Unposting'])
  await standIn.stop()
})

test('makes a second workflow of the same person and job, and shows an entry only to who asks for it', async () => {
  const standIn = await startStandIn(icims)
  plant(standIn)
  const pair = { baseprofile: first.job, associatedprofile: first.candidate }
  const { status, headers, text } = await ask(standIn, 'applicantworkflows', pair)
  expect([status, text, standIn.world.applications.rows.length]).toEqual([201, '', 2])
  expect(headers.get('location')).toBe(
    `${standIn.origin}${at}/applicantworkflows/${standIn.world.applications.rows[1]!.id}`,
  )
  const path = `applicantworkflows/${first.workflow}`
  await ask(standIn, `${path}/fields/interviewlog`, entry)
  expect((await ask(standIn, path)).json).not.toHaveProperty('interviewlog')
  expect((await ask(standIn, `${path}?fields=interviewlog`)).json).toEqual({ interviewlog: [entry] })
  await standIn.stop()
})

test('refuses HTTP/2 with 505', async () => {
  const standIn = await startStandIn(icims)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(standIn.origin).port), '127.0.0.1')
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes
    })
    socket.on('close', () => resolve(text))
    socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
  })
  expect(answer).toMatch(/^HTTP\/1\.1 505 /)
  await standIn.stop()
})
