import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { zohoRecruit } from './zohoRecruit.ts'

const grant = {
  grant_type: 'refresh_token',
  client_id: 'client-1',
  client_secret: 'secret-1',
  refresh_token: 'refresh-1',
}
async function mint(standIn: StandIn): Promise<{ authorization: string }> {
  const response = await fetch(`${standIn.bases.oauth}/token`, { method: 'POST', body: new URLSearchParams(grant) })
  const { access_token } = (await response.json()) as { access_token: string }
  return { authorization: `Zoho-oauthtoken ${access_token}` }
}
let first: Record<'candidate' | 'application' | 'job' | 'other' | 'user' | 'interview' | 'file', string>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const clientId = world.addClient().id
  const contact = world.addContact({ clientId }).id
  const job = world.addJob({ clientId, contactIds: [contact], recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const candidate = world.addCandidate().id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  const file = world.addAttachment({ candidateId: candidate }).id
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const interview = world.addInterview({
    ...times,
    applicationId: application,
    seats: [{ userId: user, email: null, response: 'none' }],
  }).id
  first = { candidate, application, job, other, user, interview, file }
}
const read = (path: string, operation: string) => ({ call: `GET /recruit/v2/${path}`, operation })
const interviewItem = () => ({
  ...{ Interview_Name: 'Bench test', Candidate_Name: { id: first.candidate }, Posting_Title: { id: first.job } },
  ...{
    Start_DateTime: '2027-02-03T10:00:00+00:00',
    End_DateTime: '2027-02-03T10:45:00+00:00',
    Interviewer: [{ id: first.user }],
    Venue: 'Room 4',
  },
})
const item = (changes: object) => ({ data: [{ ...interviewItem(), ...changes }] })

describeStandIn({
  kind: zohoRecruit,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return mint(standIn)
  },
  asks: () => ({
    token: { call: 'POST /oauth/v2/token', form: grant, isBare: true, operation: null },
    candidates: read(
      'Candidates?page=1&per_page=200&sort_by=Modified_Time&sort_order=desc',
      'list_candidates/candidates',
    ),
    search: read('Candidates/search?criteria=(Last_Name:equals:Quist)', 'list_candidates/candidates_search'),
    byMail: read('Candidates/search?email=rosa.quist@mail.example', 'list_candidates/candidates_search'),
    candidate: read(`Candidates/${first.candidate}`, 'get_candidate/candidate'),
    applications: read('Applications?fields=Application_Status', 'list_applications/applications'),
    application: read(`Applications/${first.application}`, 'get_application/application'),
    jobs: read('Job_Openings', 'list_jobs/job_openings'),
    job: read(`Job_Openings/${first.job}`, 'get_job/job_opening'),
    associated: read(
      `Job_Openings/${first.job}/associate?candidate_statuses=Application%20Review`,
      'list_applications/job_associate',
    ),
    fields: read('settings/fields?module=Interviews', 'list_stages/fields'),
    users: read('users?type=ActiveUsers', 'list_users/users'),
    files: read(`Candidates/${first.candidate}/Attachments`, 'list_attachments/attachments'),
    file: read(`Candidates/${first.candidate}/Attachments/${first.file}`, 'download_attachment/attachment'),
    interviews: read('Interviews?per_page=1', 'list_interviews/interviews'),
    interview: read(`Interviews/${first.interview}`, 'get_interview/interview'),
    create: {
      call: 'POST /recruit/v2/Interviews',
      operation: 'create_interview/interview_create',
      body: { data: [interviewItem()], trigger: [] },
    },
    update: {
      call: `PUT /recruit/v2/Interviews/${first.interview}`,
      operation: 'update_interview/interview_update',
      body: { data: [interviewItem()], trigger: [] },
    },
    remove: {
      call: `DELETE /recruit/v2/Interviews?ids=${first.interview}`,
      operation: 'cancel_interview/interview_delete',
    },
    status: {
      call: 'PUT /recruit/v2/Candidates/status',
      operation: 'move_stage/candidate_status',
      body: { data: [{ ids: [first.candidate], Candidate_Status: 'Interview', jobids: [first.job] }] },
    },
    associate: {
      call: 'PUT /recruit/v2/Candidates/actions/associate',
      operation: 'move_stage/associate',
      body: { data: [{ ids: [first.candidate], jobids: [first.other] }] },
    },
    note: {
      call: 'POST /recruit/v2/Notes',
      operation: 'add_note/note_create',
      body: { data: [{ Note_Content: 'Booked.', Parent_Id: first.candidate, se_module: 'Candidates' }] },
    },
  }),
  mutationCount: 30,
  mutations: () => [
    mutation('a token for another secret', 'token', 200, {
      body: { client_secret: 'other' },
      words: '"error":"invalid_code"',
    }),
    mutation('a token by another grant', 'token', 400, { body: { grant_type: 'password' } }),
    mutation('an unknown token', 'users', 401, {
      headers: { authorization: 'Zoho-oauthtoken other' },
      words: 'INVALID_TOKEN',
    }),
    mutation('the word Bearer', 'users', 401, {
      headers: { authorization: 'Bearer access-1' },
      words: 'AUTHENTICATION_FAILURE',
    }),
    mutation('a page of 201', 'candidates', 400, { query: { per_page: '201' }, words: 'per_page' }),
    mutation('page 0', 'candidates', 400, { query: { page: '0' } }),
    mutation('an order by what is no field', 'candidates', 400, { query: { sort_by: 'updated' }, words: 'sort_by' }),
    mutation('what changed since, as a parameter', 'candidates', 400, { query: { modified_since: '2027-01-01' } }),
    mutation('a search for nothing', 'byMail', 400, { query: { email: null } }),
    mutation('criteria without brackets', 'search', 400, {
      query: { criteria: 'Last_Name:equals:Quist' },
      words: 'criteria',
    }),
    mutation('criteria on what is no field', 'search', 400, { query: { criteria: '(Surname:equals:Quist)' } }),
    mutation('a module that is none', 'fields', 400, { query: { module: 'Positions' }, words: 'INVALID_MODULE' }),
    mutation('users of no kind', 'users', 400, { query: { type: 'Everybody' } }),
    mutation('a path that is none', 'jobs', 404, {
      path: ['Job_Openings', 'JobOpenings'],
      words: 'INVALID_URL_PATTERN',
    }),
    mutation('another version', 'jobs', 404, { path: ['/v2/', '/v3/'] }),
    mutation('an interview without a name', 'create', 200, {
      body: item({ Interview_Name: undefined }),
      words: 'MANDATORY_NOT_FOUND',
    }),
    mutation("another tenant's word for the job", 'create', 200, {
      body: item({ Posting_Title: undefined, Job_Opening_Name: { id: first.job } }),
      words: 'Job_Opening_Name',
    }),
    mutation('an id as a number', 'create', 200, {
      body: item({ Candidate_Name: { id: 5e17 } }),
      words: 'INVALID_DATA',
    }),
    mutation('a job without the candidate', 'create', 200, {
      body: item({ Posting_Title: { id: first.other } }),
      words: '"api_name":"Posting_Title"',
    }),
    mutation('an end before the start', 'create', 200, {
      body: item({ End_DateTime: '2027-02-03T09:00:00+00:00' }),
      words: 'End_DateTime',
    }),
    mutation('an unknown interviewer', 'create', 200, {
      body: item({ Interviewer: [{ id: first.job }] }),
      words: 'Interviewer',
    }),
    mutation('a record that stands alone', 'create', 400, { body: { data: interviewItem() } }),
    mutation('101 records', 'create', 400, { body: { data: Array(101).fill(interviewItem()) }, words: 'INVALID_DATA' }),
    mutation('a change of an interview that is not there', 'update', 200, {
      path: [first.interview, first.job],
      words: 'INVALID_DATA',
    }),
    mutation('a status that is none', 'status', 200, {
      body: { data: [{ ids: [first.candidate], Candidate_Status: 'Round 9' }] },
      words: '[[{"code":"INVALID_DATA"',
    }),
    mutation('a status for another job', 'status', 200, {
      body: { data: [{ ids: [first.candidate], jobids: [first.other], Candidate_Status: 'Interview' }] },
      words: '[[{"code":"INVALID_DATA"',
    }),
    mutation('a status that interviews have not', 'create', 200, {
      body: item({ Interview_Status: 'Called off' }),
      words: 'Interview_Status',
    }),
    mutation('a code that is none', 'token', 200, {
      body: { grant_type: 'authorization_code', code: 'code-1' },
      words: '"error":"invalid_code"',
    }),
    mutation('a job that is not there', 'associate', 200, {
      body: { data: [{ ids: [first.candidate], jobids: ['1'] }] },
      words: 'INVALID_DATA',
    }),
    mutation('a note on nobody', 'note', 200, {
      body: { data: [{ Note_Content: 'x', Parent_Id: '1', se_module: 'Candidates' }] },
      words: 'Parent_Id',
    }),
  ],
  failure: /INVALID_DATA|MANDATORY_NOT_FOUND|"error":"/,
  everywhere: {
    noKey: [401, 'AUTHENTICATION_FAILURE'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'INVALID_DATA'],
    badType: [400, 'INVALID_DATA'],
  },
})

test('answers 204 for nothing found, keeps 18 digits of an id, and says by a flag that 201 candidates are 2 pages', async () => {
  const standIn = await startStandIn(zohoRecruit)
  const headers = await mint(standIn)
  const get = (path: string) => send({ method: 'GET', url: `${standIn.bases.main}/${path}`, headers, body: undefined })
  expect(await get('Candidates')).toMatchObject({ status: 204, text: '' })
  fillWorld(standIn.world, { candidateCount: 201 })
  const page = JSON.parse((await get('Candidates')).text) as { data: { id: string }[]; info: { more_records: boolean } }
  expect([page.data.length, page.info.more_records]).toEqual([200, true])
  const { id } = page.data[0]!
  expect(Number.isSafeInteger(Number(id))).toBe(false)
  expect(String(Number(id))).not.toBe(id)
  expect((await get('Candidates?page=2')).text).toContain('"more_records":false')
  expect((await get('Candidates?page=3')).status).toBe(204)
  await standIn.stop()
})

test('writes 1 of 2 interviews with a success status and names the other, and runs workflows unless they are switched off', async () => {
  const standIn = await startStandIn(zohoRecruit)
  plant(standIn)
  const headers = { ...(await mint(standIn)), 'content-type': 'application/json' }
  const post = (body: object) =>
    send({ method: 'POST', url: `${standIn.bases.main}/Interviews`, headers, body: JSON.stringify(body) })
  const { status, text } = await post({ data: [{ Interview_Name: 'x' }, interviewItem()], trigger: [] })
  const codes = (JSON.parse(text) as { data: { code: string }[] }).data.map(({ code }) => code)
  expect([status, codes]).toEqual([201, ['MANDATORY_NOT_FOUND', 'SUCCESS']])
  expect(standIn.desk.settings.get('workflowRuns')).toBeUndefined()
  await post({ data: [interviewItem()] })
  expect(standIn.desk.settings.get('workflowRuns')).toBe(1)
  await standIn.stop()
})

test('refuses a token after an hour, and interviews to one that was granted candidates only', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(zohoRecruit, { clock: { now: () => new Date(now) } })
  const headers = await mint(standIn)
  const statusOf = async (path: string) =>
    (await send({ method: 'GET', url: `${standIn.bases.main}/${path}`, headers, body: undefined })).status
  standIn.desk.scopes = new Set(['ZohoRecruit.modules.candidate.ALL'])
  expect([await statusOf('Candidates'), await statusOf('Interviews')]).toEqual([204, 403])
  now += 3600_000
  expect(await statusOf('Candidates')).toBe(401)
  await standIn.stop()
})
