import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { approveMoves, workday } from './workday.ts'
import { readXml, type XmlElement } from './xml.ts'

const client = `Basic ${btoa('client-1:secret-1')}`
const basic = `Basic ${btoa('ISU_Parley:isu-secret-1')}`
const grant = { grant_type: 'refresh_token', refresh_token: 'refresh-1' }
async function mint(standIn: StandIn, form: Record<string, string> = grant): Promise<{ authorization: string }> {
  const response = await fetch(`${standIn.bases.oauth}/token`, {
    ...{ method: 'POST', headers: { authorization: client }, body: new URLSearchParams(form) },
  })
  return { authorization: `Bearer ${((await response.json()) as { access_token: string }).access_token}` }
}
let first: Record<'candidate' | 'application' | 'job' | 'user' | 'interview' | 'stage', string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const job = world.addJob({ hiringManagerIds: [user], recruiterIds: [user] }).id
  const candidate = world.addCandidate({ firstName: 'Rosa & Co' }).id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  world.addAttachment({ candidateId: candidate })
  const times = { startAt: new Date('2027-02-02T18:00:00Z'), endAt: new Date('2027-02-02T18:45:00Z') }
  const seats = [{ userId: user, email: null, response: 'none' }]
  const interview = world.addInterview({ ...times, applicationId: application, seats, status: 'Scheduled' }).id
  first = { candidate, application, job, user, interview, stage: world.stagesOf(job)[2]!.id }
}

const soapPath = '/ccx/service/acme/Recruiting/v42.0'
const xml = { 'content-type': 'text/xml; charset=utf-8' }
const login = (user = 'ISU_Parley@acme', password = 'isu-secret-1') =>
  `<w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><w:UsernameToken><w:Username>${user}</w:Username><w:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">${password}</w:Password></w:UsernameToken></w:Security>`
const envelope = (request: string, content = '', header = '') =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body><d:${request}_Request xmlns:d="urn:com.workday/bsvc" d:version="v42.0">${content}</d:${request}_Request></e:Body></e:Envelope>`
const element = (name: string, content: string) => `<d:${name}>${content}</d:${name}>`
const reference = (name: string, type: string, id: string) =>
  element(`${name}_Reference`, `<d:ID d:type="${type}">${id}</d:ID>`)
const named = (name: string, type: string, id: string) => element('Request_References', reference(name, type, id))
const page = (number: number, count: number, asOf = '') =>
  element(
    'Response_Filter',
    `${asOf && element('As_Of_Entry_DateTime', asOf)}${element('Page', String(number))}${element('Count', String(count))}`,
  )
const changedFrom = (from: string) =>
  element(
    'Request_Criteria',
    element('Transaction_Log_Criteria_Data', element('Transaction_Date_Range_Data', element('Updated_From', from))),
  )
const move = (application: string, stage: string) =>
  element(
    'Move_Candidate_Data',
    reference('Job_Application', 'Job_Application_ID', application) +
      reference('Recruiting_Stage', 'Recruiting_Stage_ID', stage),
  )
const ask = (operation: string, request: string, content = '') => ({
  ...{ call: `POST ${soapPath}`, operation, headers: xml, text: envelope(request, content) },
})
const report = (name: string, operation: string, query = '') => ({
  call: `GET /ccx/service/customreport2/acme/rae.cho/Parley_${name}?format=json${query}`,
  operation,
})
const invalid = { status: 500, words: 'SOAP-ENV:Client.validationError' }
const bad = (title: string, of: string, edit: readonly [RegExp | string, string], words = invalid.words) =>
  mutation(title, of, invalid.status, { edit, words })

describeStandIn({
  kind: workday,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return mint(standIn)
  },
  asks: () => ({
    token: {
      ...{ call: 'POST /ccx/oauth2/acme/token', form: grant, isBare: true, operation: null },
      headers: { authorization: client },
    },
    candidates: ask(
      'list_candidates/get_candidates',
      'Get_Candidates',
      changedFrom('2027-01-01T00:00:00Z') + page(1, 999),
    ),
    signedOn: {
      ...ask('list_candidates/get_candidates', 'Get_Candidates'),
      ...{ text: envelope('Get_Candidates', page(1, 1), login()), isBare: true },
    },
    candidate: ask(
      'get_candidate/get_candidate',
      'Get_Candidates',
      named('Candidate', 'Candidate_ID', first.candidate),
    ),
    jobs: ask('list_jobs/get_job_requisitions', 'Get_Job_Requisitions', page(1, 1)),
    job: ask(
      'get_job/get_job_requisition',
      'Get_Job_Requisitions',
      named('Job_Requisition', 'Job_Requisition_ID', first.job),
    ),
    files: ask(
      'list_attachments/get_candidate_attachments',
      'Get_Candidate_Attachments',
      element('Request_Criteria', reference('Candidate', 'Candidate_ID', first.candidate)),
    ),
    file: ask(
      'download_attachment/get_candidate_attachment_content',
      'Get_Candidate_Attachments',
      element('Request_Criteria', reference('Candidate', 'Candidate_ID', first.candidate)),
    ),
    interviews: ask('list_interviews/get_interviews', 'Get_Interviews', page(1, 100, '2027-02-01T12:00:00Z')),
    interview: ask(
      'get_interview/get_interview',
      'Get_Interviews',
      named('Interview', 'Interview_ID', first.interview),
    ),
    move: ask('move_stage/move_candidate', 'Move_Candidate', move(first.application, first.stage)),
    candidateReport: report('Candidates', 'list_candidates/raas_candidates', '&Updated_From=2027-01-01T00:00:00Z'),
    applicationReport: report('Applications', 'list_applications/raas_applications'),
    application: report('Applications', 'get_application/raas_application'),
    jobReport: report('Requisitions', 'list_jobs/raas_jobs'),
    team: report('Requisitions', 'get_hiring_team/raas_job_team'),
    stages: report('Stages', 'list_stages/raas_stages'),
    workers: report('Workers', 'list_users/raas_users'),
    basicWorkers: { ...report('Workers', 'list_users/raas_users'), headers: { authorization: basic } },
    interviewReport: report('Interviews', 'list_interviews/raas_interviews'),
  }),
  mutationCount: 46,
  mutations: () => [
    mutation('a token for another secret', 'token', 401, {
      headers: { authorization: `Basic ${btoa('client-1:x')}` },
      words: '"error":"invalid_client"',
    }),
    mutation('a token without a client', 'token', 401, { headers: { authorization: null }, words: 'invalid_client' }),
    mutation('a token of another tenant', 'token', 401, { path: ['/acme/', '/other/'] }),
    mutation('a token for another grant', 'token', 400, { body: { refresh_token: 'other' }, words: 'invalid_grant' }),
    mutation('a token for a code', 'token', 400, {
      body: { grant_type: 'authorization_code' },
      words: 'invalid_grant',
    }),
    mutation('a token by a password', 'token', 400, {
      body: { grant_type: 'password' },
      words: 'unsupported_grant_type',
    }),
    mutation('a token for what is asked as JSON', 'token', 400, { headers: { 'content-type': 'application/json' } }),
    bad('another password', 'signedOn', ['isu-secret-1', 'other'], 'Client.authenticationError'),
    bad('a user without his tenant', 'signedOn', ['@acme', ''], 'Client.authenticationError'),
    bad('a user of another tenant', 'signedOn', ['@acme', '@other'], 'Client.authenticationError'),
    bad('a password in another form', 'signedOn', ['#PasswordText', '#PasswordDigest'], 'Client.authenticationError'),
    bad('a user in no namespace', 'signedOn', [/secext-1\.0/, 'secext'], 'Client.authenticationError'),
    mutation('SOAP with a basic name', 'candidates', 500, {
      headers: { authorization: basic },
      words: 'Client.authenticationError',
    }),
    mutation('an unknown token', 'candidates', 500, {
      headers: { authorization: 'Bearer other' },
      words: 'Client.authenticationError',
    }),
    mutation('another tenant', 'candidates', 500, { path: ['/acme/', '/other/'], words: 'authenticationError' }),
    mutation('the newest version', 'candidates', 500, { path: ['v42.0', 'latest'], words: invalid.words }),
    mutation('another service', 'candidates', 404, { path: ['/Recruiting/', '/Human_Resources/'] }),
    mutation('SOAP by GET', 'candidates', 405, { method: 'GET' }),
    mutation('an envelope as JSON', 'candidates', 500, {
      headers: { 'content-type': 'application/json' },
      words: invalid.words,
    }),
    mutation('SOAP 1.2', 'candidates', 500, {
      headers: { 'content-type': 'application/soap+xml' },
      words: invalid.words,
    }),
    bad("SOAP 1.2's envelope", 'candidates', [/schemas\.xmlsoap\.org[^"]*/, 'www.w3.org/2003/05/soap-envelope']),
    bad('a document that breaks off', 'candidates', ['</e:Envelope>', '']),
    bad('a document type', 'candidates', ['<e:Envelope', '<!DOCTYPE x><e:Envelope']),
    bad('another namespace', 'candidates', ['urn:com.workday/bsvc', 'urn:other']),
    bad('a request that is none', 'candidates', [/Get_Candidates_Request/g, 'Get_People_Request']),
    bad('an interview to be written', 'interview', [/Get_Interviews_Request/g, 'Schedule_Interview_Request']),
    bad('a page of 1,000', 'candidates', ['999', '1000'], 'Response_Filter.Count'),
    bad('page 0', 'candidates', ['Page>1<', 'Page>0<'], 'Response_Filter.Page'),
    bad('an element that is none', 'candidates', ['<d:Page>', '<d:Sort>name</d:Sort><d:Page>'], 'Response_Filter.Sort'),
    bad('a page twice', 'candidates', ['<d:Page>', '<d:Page>1</d:Page><d:Page>']),
    bad('a page outside of its filter', 'candidates', ['<d:Response_Filter>', '<d:Page>1</d:Page><d:Response_Filter>']),
    bad('a bound that is no time', 'candidates', ['2027-01-01T00:00:00Z', 'yesterday'], 'Updated_From'),
    bad('a candidate who is not there', 'candidate', [/>C-\d+</, '>C-999<'], 'Invalid ID value'),
    bad('a candidate by another type of id', 'candidate', ['"Candidate_ID"', '"Applicant_ID"'], 'Invalid ID value'),
    bad("a job's id as a candidate's", 'candidate', [/>C-\d+</, `>${first.job}<`], 'Invalid ID value'),
    bad('an id without its type', 'candidate', [' d:type="Candidate_ID"', '']),
    bad('attachments of nobody', 'files', [/<d:Request_Criteria>.*<\/d:Request_Criteria>/, ''], 'Request_Criteria'),
    bad('a move without a stage', 'move', [/<d:Recruiting_Stage_Reference>.*<\/d:Recruiting_Stage_Reference>/, '']),
    bad('a move to a stage by its name', 'move', [`>${first.stage}<`, '>Interview<'], 'Invalid ID value'),
    bad('a move to where the candidate is', 'move', [`>${first.stage}<`, '>STAGE_1<'], 'already'),
    bad('a move of an application that is not there', 'move', [`>${first.application}<`, '>JA-999<'], 'JA-999'),
    mutation('a report as XML', 'workers', 400, { query: { format: 'simplexml' }, words: 'format' }),
    mutation('a report in no form', 'workers', 400, { query: { format: null } }),
    mutation('a report that nobody built', 'workers', 404, { path: ['Parley_Workers', 'Workers'] }),
    mutation("another owner's report", 'workers', 404, { path: ['rae.cho', 'cal.doe'] }),
    mutation("a report with another's password", 'basicWorkers', 401, { headers: { authorization: client } }),
  ],
  everywhere: {
    noKey: [[401, 500], ''],
    unknownQuery: [[400, 500], 'zz_unknown'],
    unknownField: [400, ''],
    missingField: [400, ''],
    badType: [400, ''],
  },
})

async function post(standIn: StandIn, request: string, content = '', header = login()) {
  const body = envelope(request, content, header)
  const { status, text } = await send({ method: 'POST', url: standIn.origin + soapPath, headers: xml, body })
  return { status, text, root: readXml(text) }
}
const findAll = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  element ? [...(element.name === name ? [element] : []), ...element.children.flatMap((one) => findAll(one, name))] : []
const textOf = (root: XmlElement | null, name: string) => findAll(root, name)[0]?.text
async function getReport(standIn: StandIn, name: string, query = '') {
  const url = `${standIn.bases.raas}/service/customreport2/acme/rae.cho/Parley_${name}?format=json${query}`
  const { status, text } = await send({ method: 'GET', url, headers: { authorization: basic }, body: undefined })
  return { status, rows: (JSON.parse(text) as { Report_Entry: Record<string, unknown>[] }).Report_Entry }
}

test('walks 1,001 candidates in 2 pages that a snapshot holds together, and finds a page behind the last one empty', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(workday, { clock: { now: () => new Date(now) }, isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 1001 })
  const asOf = '2027-02-01T12:00:00Z'
  const idsOn = async (number: number) => {
    const { root } = await post(standIn, 'Get_Candidates', page(number, 999, asOf))
    expect([textOf(root, 'Total_Results'), textOf(root, 'Total_Pages')]).toEqual(['1001', '2'])
    return findAll(root, 'Candidate_ID').map(({ text }) => text)
  }
  const ids = await idsOn(1)
  now += 1000
  standIn.world.candidates.remove(ids[0]!)
  standIn.world.addCandidate()
  expect(new Set([...ids, ...(await idsOn(2))]).size).toBe(1001)
  const { root } = await post(standIn, 'Get_Candidates', page(3, 999))
  expect(findAll(root, 'Response_Data')[0]?.children).toEqual([])
  await standIn.stop()
})

test('keeps letters of markup in names, and finds one candidate by both of his ids', async () => {
  const standIn = await startStandIn(workday)
  plant(standIn)
  const { root } = await post(standIn, 'Get_Candidates', named('Candidate', 'Candidate_ID', first.candidate))
  expect(textOf(root, 'First_Name')).toBe('Rosa & Co')
  const [{ text: wid }] = findAll(findAll(root, 'Candidate_Reference')[0], 'ID') as [XmlElement]
  expect(wid).toMatch(/^[\da-f]{32}$/)
  const again = await post(standIn, 'Get_Candidates', named('Candidate', 'WID', wid))
  expect(textOf(again.root, 'Candidate_ID')).toBe(first.candidate)
  await standIn.stop()
})

test('shows in SOAP and in a report who changed since, a moved candidate among them', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(workday, { clock: { now: () => new Date(now) }, isUnlimited: true })
  plant(standIn)
  standIn.world.addApplication({ candidateId: standIn.world.addCandidate().id, jobId: first.job })
  now += 60_000
  standIn.world.moveApplication(first.application, first.stage)
  const from = '2027-02-01T12:00:30Z'
  const { root } = await post(standIn, 'Get_Candidates', changedFrom(from))
  expect(findAll(root, 'Candidate_ID').map(({ text }) => text)).toEqual([first.candidate])
  const { rows } = await getReport(standIn, 'Applications', `&Updated_From=${from}`)
  expect(rows).toEqual([
    {
      ...{ job_application_id: first.application, candidate_id: first.candidate, requisition_id: first.job },
      ...{ stage_id: first.stage, stage_name: 'Interview', updated_at: '2027-02-01T04:01:00-08:00' },
    },
  ])
  await standIn.stop()
})

test('answers a move before it is approved, and shows the old stage until then', async () => {
  const standIn = await startStandIn(workday)
  plant(standIn)
  standIn.desk.settings.set('needsApproval', true)
  const stage = async () => (await getReport(standIn, 'Applications')).rows[0]!.stage_id
  expect((await post(standIn, 'Move_Candidate', move(first.application, first.stage))).status).toBe(200)
  expect(await stage()).toBe('STAGE_1')
  approveMoves(standIn)
  expect(await stage()).toBe(first.stage)
  await standIn.stop()
})

test('leaves out what a domain is lacking for, without a word, and refuses only the move', async () => {
  const standIn = await startStandIn(workday, { isUnlimited: true })
  plant(standIn)
  standIn.desk.scopes = new Set(['candidate', 'requisition'])
  const candidates = await post(standIn, 'Get_Candidates')
  expect([textOf(candidates.root, 'Last_Name'), findAll(candidates.root, 'Job_Application_Data').length]).toEqual([
    'Quist',
    0,
  ])
  const interviews = await post(standIn, 'Get_Interviews')
  expect([interviews.status, textOf(interviews.root, 'Total_Results')]).toEqual([200, '1'])
  expect(findAll(interviews.root, 'Interview_Data')).toEqual([])
  expect(await getReport(standIn, 'Interviews')).toEqual({ status: 200, rows: [{ interview_id: first.interview }] })
  const moved = await post(standIn, 'Move_Candidate', move(first.application, first.stage))
  expect([moved.status, textOf(moved.root, 'faultcode')]).toEqual([500, 'SOAP-ENV:Server.processingFault'])
  standIn.desk.scopes = null
  standIn.desk.settings.set('unsharedReports', new Set(['Parley_Interviews']))
  expect((await getReport(standIn, 'Interviews')).status).toBe(403)
  await standIn.stop()
})

test('takes an assertion that the known key signed, and none for somebody else, over, or signed by another', async () => {
  const standIn = await startStandIn(workday, { clock: { now: () => new Date('2027-02-01T12:00:00Z') } })
  const [known, other] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 1024 }))
  standIn.desk.settings.set('publicKey', known!.publicKey)
  const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const tokenFor = async (claims: object, { privateKey } = known!, alg = 'RS256') => {
    const signed = `${write({ alg })}.${write({ aud: 'wd', exp: Date.parse('2027-02-01T12:05:00Z') / 1000, ...claims })}`
    const assertion = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
    return (await mint(standIn, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })).authorization
  }
  expect(await tokenFor({})).toBe('Bearer access-1')
  const refused = [
    await tokenFor({ aud: 'me' }),
    await tokenFor({ exp: Date.parse('2027-02-01T12:00:00Z') / 1000 }),
    await tokenFor({}, other),
    await tokenFor({}, known, 'none'),
  ]
  expect(new Set(refused)).toEqual(new Set(['Bearer undefined']))
  await standIn.stop()
})

test('lets 5 requests a second in, reads stale or empty when told to, and takes no token of a user who is gone', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(workday, { clock: { now: () => new Date(now) } })
  plant(standIn)
  const statuses = []
  for (let count = 0; count < 6; count++) statuses.push((await post(standIn, 'Get_Interviews')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  now += 1000
  standIn.order({ kind: 'stale', on: /Recruiting/ })
  standIn.world.addCandidate()
  const countOf = async () => findAll((await post(standIn, 'Get_Candidates')).root, 'Candidate').length
  expect([await countOf(), await countOf()]).toEqual([1, 2])
  standIn.order({ kind: 'emptyList' })
  expect([await countOf(), await countOf()]).toEqual([0, 2])
  now += 1000
  const headers = await mint(standIn)
  standIn.desk.keys.clear()
  const { text } = await send({
    method: 'POST',
    url: standIn.origin + soapPath,
    headers: { ...headers, ...xml },
    body: envelope('Get_Interviews'),
  })
  expect(text).toContain('authenticationError')
  await standIn.stop()
})
