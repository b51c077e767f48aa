import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { signSmartrecruiters, smartrecruiters } from './smartrecruiters.ts'

const usual = { 'x-smarttoken': 'smart-token-1' }
// What a product must do at the activation of a subscription, and one that does not.
let echo: Server
let deaf: Server
beforeAll(async () => {
  echo = createServer((request, response) =>
    response.setHeader('x-hook-secret', String(request.headers['x-hook-secret'])).end(),
  )
  deaf = createServer((_request, response) => response.end())
  await Promise.all(
    [echo, deaf].map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))),
  )
})
afterAll(() => {
  for (const server of [echo, deaf]) server.close().closeAllConnections()
})
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`

let first: Record<
  | 'candidate'
  | 'application'
  | 'job'
  | 'other'
  | 'user'
  | 'interview'
  | 'slot'
  | 'theirs'
  | 'hook'
  | 'deafHook'
  | 'keyless',
  string
>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const job = world.addJob({ hiringManagerIds: [user], recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const candidate = world.addCandidate().id
  const application = world.addApplication({ candidateId: candidate, jobId: job }).id
  world.addCandidate({ firstName: 'Without a job' })
  world.addAttachment({ candidateId: candidate, applicationId: application })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const row = {
    ...times,
    applicationId: application,
    seats: [{ userId: user, email: null, response: 'pending' }],
    organizerId: user,
  }
  const interview = world.newId('interviewGroups')
  const slot = world.addInterview({ ...row, groupId: interview, isFromApi: true }).id
  const theirs = world.newId('interviewGroups')
  world.addInterview({ ...row, groupId: theirs })
  const event = 'application.status.updated'
  const hook = world.addHook({ url: urlOf(echo), event, secret: 's', extra: { isActive: false } }).id
  const deafHook = world.addHook({ url: urlOf(deaf), event, secret: 's', extra: { isActive: false } }).id
  const keyless = world.addHook({ url: urlOf(echo), event, secret: '', extra: { isActive: false } }).id
  first = { candidate, application, job, other, user, interview, slot, theirs, hook, deafHook, keyless }
}
const read = (path: string, operation: string) => ({ call: `GET ${path}`, operation })
const slotBody = () => ({
  startsOn: '2027-02-03T10:00:00.000Z',
  endsOn: '2027-02-03T10:45:00.000Z',
  interviewers: [{ id: first.user }],
})

describeStandIn({
  kind: smartrecruiters,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ world }) {
    const { candidate, application, job, user, interview, slot, hook } = first
    const interviews = '/interviews-api/v201904/interviews'
    const hooks = '/webhooks-api/v201907/subscriptions'
    const pair = `/candidates/${candidate}/jobs/${job}`
    const lastSlot = world.interviews.by('groupId', interview).at(-1)?.id ?? slot
    return {
      me: read('/user-api/v201804/users/me', 'test_connection/default'),
      candidates: read(
        `/candidates?limit=100&jobId=${job}&updatedAfter=2027-01-01T00:00:00Z`,
        'list_candidates/default',
      ),
      found: read('/candidates?q=rosa.quist@mail.example', 'find_candidate/default'),
      candidate: read(`/candidates/${candidate}`, 'get_candidate/default'),
      assignment: read(pair, 'get_application/default'),
      application: read(
        `/job-applications-api/v202112/job-applications/${application}`,
        'get_application/by application id',
      ),
      history: read(`${pair}/status/history`, 'get_application/status history'),
      jobs: read('/jobs?limit=100&offset=0', 'list_jobs/default'),
      job: read(`/jobs/${job}`, 'get_job/default'),
      users: read('/user-api/v201804/users?limit=100', 'list_users/default'),
      team: read(`/jobs/${job}/hiring-team`, 'get_hiring_team/default'),
      files: read(`/candidates/${candidate}/attachments`, 'list_attachments/default'),
      filesOfOne: read(`${pair}/attachments`, 'list_attachments/of one application'),
      types: read('/interviews-api/v201904/interview-types', 'list_interview_types/default'),
      interviews: read(`${interviews}?applicationId=${application}`, 'list_interviews/default'),
      interview: read(`${interviews}/${interview}`, 'get_interview/default'),
      create: {
        call: `POST ${interviews}`,
        operation: 'create_interview/default',
        body: {
          candidate: { id: candidate },
          jobId: job,
          organizerId: user,
          timezone: 'Europe/Lisbon',
          timeslots: [slotBody()],
          refUrl: 'https://parley.example/r/1',
        },
      },
      change: {
        call: `PATCH ${interviews}/${interview}`,
        operation: 'update_interview/default',
        body: { timezone: 'UTC' },
      },
      changeSlot: {
        call: `PATCH ${interviews}/${interview}/timeslots/${slot}`,
        operation: 'update_interview/change a timeslot',
        body: { startsOn: '2027-02-02T09:00:00Z', title: 'Bench test' },
      },
      candidateSays: {
        call: `PUT ${interviews}/${interview}/timeslots/${slot}/candidateStatus`,
        operation: 'update_interview/candidate answer',
        body: { status: 'accepted' },
      },
      interviewerSays: {
        call: `PUT ${interviews}/${interview}/timeslots/${slot}/interviewers/${user}/status`,
        operation: 'update_interview/interviewer answer',
        body: { status: 'tentative' },
      },
      addSlot: {
        call: `POST ${interviews}/${interview}/timeslots`,
        operation: 'update_interview/add a timeslot',
        body: slotBody(),
      },
      removeSlot: {
        call: `DELETE ${interviews}/${interview}/timeslots/${lastSlot}`,
        operation: 'update_interview/remove a timeslot',
      },
      remove: { call: `DELETE ${interviews}/${interview}`, operation: 'cancel_interview/default' },
      move: {
        call: `PUT ${pair}/status`,
        operation: 'move_stage/default',
        body: { status: 'INTERVIEW', subStatus: 'First round' },
      },
      note: {
        call: 'POST /messages/shares',
        operation: 'add_note/default',
        body: { content: `Booked. #[CANDIDATE:${candidate}]`, shareWith: { openNote: true } },
      },
      subscribe: {
        call: `POST ${hooks}`,
        operation: 'manage_webhooks/default',
        body: { callbackUrl: 'https://parley.example/h', events: [{ name: 'interview.created' }] },
      },
      key: { call: `POST ${hooks}/${hook}/secret-key`, operation: 'manage_webhooks/secret key' },
      activate: { call: `PUT ${hooks}/${hook}/activation`, operation: 'manage_webhooks/activate' },
      unsubscribe: { call: `DELETE ${hooks}/${hook}`, operation: 'manage_webhooks/delete' },
      file: {
        call: `GET /candidates/${candidate}/attachments/${world.attachments.rows[0]!.id}/content`,
        operation: null,
      },
    }
  },
  mutationCount: 31,
  mutations: () => [
    mutation('another token', 'me', 401, { headers: { 'x-smarttoken': 'other' } }),
    mutation('the token without its header', 'me', 401, {
      headers: { 'x-smarttoken': null, authorization: 'smart-token-1' },
    }),
    mutation('a page of 101', 'candidates', 400, { query: { limit: '101' }, words: 'limit' }),
    mutation('an offset of candidates', 'candidates', 400, { query: { offset: '10' }, words: 'offset' }),
    mutation('a page that is none', 'candidates', 400, { query: { pageId: 'abc' }, words: 'pageId' }),
    mutation('a status that is none', 'candidates', 400, { query: { status: 'ACTIVE' } }),
    mutation('a bound that is no time', 'candidates', 400, { query: { updatedAfter: 'yesterday' } }),
    mutation('a page of jobs by token', 'jobs', 400, { query: { pageId: 'abc' } }),
    mutation('a candidate that is not there', 'candidate', 404, {
      path: [first.candidate, first.job],
      words: 'Not found',
    }),
    mutation('a job without the candidate', 'assignment', 404, { path: [first.job, first.other] }),
    mutation('messages of a candidate', 'candidate', 404, { path: [/$/, '/messages'] }),
    mutation('another version', 'users', 404, { path: ['v201804', 'v201907'] }),
    mutation('interviews of nobody', 'interviews', 400, { query: { applicationId: null }, words: 'applicationId' }),
    mutation('interviews by candidate', 'interviews', 400, { query: { candidateId: first.candidate } }),
    mutation('an interview planned by hand', 'interview', 404, { path: [first.interview, first.theirs] }),
    mutation('an interview on a job without the candidate', 'create', 400, {
      body: { jobId: first.other },
      words: 'candidate',
    }),
    mutation('the application in place of the candidate', 'create', 400, {
      body: { candidate: { id: first.application } },
    }),
    mutation('an interview without timeslots', 'create', 400, { body: { timeslots: [] }, words: 'timeslots' }),
    mutation('an organizer who is no user', 'create', 400, {
      body: { organizerId: first.candidate },
      words: 'organizerId',
    }),
    mutation('an interviewer by mail', 'create', 400, {
      body: { timeslots: [{ ...slotBody(), interviewers: [{ email: 'a@b.example' }] }] },
    }),
    mutation('a timeslot without interviewers', 'create', 400, {
      body: { timeslots: [{ ...slotBody(), interviewers: [] }] },
      words: 'interviewers',
    }),
    mutation('an end before the start', 'create', 400, {
      body: { timeslots: [{ ...slotBody(), endsOn: '2027-02-03T09:00:00Z' }] },
      words: 'endsOn',
    }),
    mutation('no time zone', 'create', 400, { body: { timezone: 'CET+1' }, words: 'timezone' }),
    mutation('the last timeslot', 'removeSlot', 409, { words: 'Conflict' }),
    mutation('an answer that is none', 'candidateSays', 400, { body: { status: 'yes' }, words: 'status' }),
    mutation('an answer of somebody else', 'interviewerSays', 404, {
      path: [`/${first.user}/`, `/${first.candidate}/`],
    }),
    mutation('a status that nobody can set', 'move', 400, { body: { status: 'LEAD' }, words: 'status' }),
    mutation('a note on nobody', 'note', 400, { body: { content: '#[CANDIDATE:nobody] Booked.' }, words: 'nobody' }),
    mutation('an unknown event', 'subscribe', 400, {
      body: { events: [{ name: 'candidate.moved' }] },
      words: 'candidate.moved',
    }),
    mutation('an activation before there is a key', 'activate', 409, { path: [first.hook, first.keyless] }),
    mutation('an activation without a handshake', 'activate', 400, {
      path: [first.hook, first.deafHook],
      words: 'handshake',
    }),
  ],
  everywhere: {
    noKey: [401, 'Unauthorized'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'is required'],
    badType: [400, ''],
  },
})

test('reads 25 candidates in pages of 10, 10 and 5 with the same filters, and none with others', async () => {
  const standIn = await startStandIn(smartrecruiters, { isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 25, jobCount: 1 })
  const get = async (query: string) => {
    const { status, text } = await send({
      method: 'GET',
      url: `${standIn.origin}/candidates?${query}`,
      headers: usual,
      body: undefined,
    })
    return { status, page: JSON.parse(text) as { content: { id: string }[]; nextPageId?: string } }
  }
  const ids: string[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const { page }: Awaited<ReturnType<typeof get>> = await get(`q=mail.example${next === '' ? '' : `&pageId=${next}`}`)
    ids.push(...page.content.map(({ id }) => id))
    if (next === '') expect((await get(`q=person&pageId=${page.nextPageId}`)).status).toBe(400)
    next = page.nextPageId
  }
  expect(new Set(ids).size).toBe(25)
  await standIn.stop()
})

test("signs webhooks as the vendor's own vector says, and sends none before a subscription is active", async () => {
  const vector = {
    ...{
      timestamp: 1_574_080_897,
      body: '{"job_id":"jid","candidate_id":"cid"}',
      event_id: '123',
      event_name: 'application.created',
    },
    ...{ event_version: 'v201910', link: '<http://smartrecruiters.com/endpoint>; rel=self' },
  }
  const header = 'v1=2e9291f10d44ca10204a4cd81b05d73b6a316b2b605d4e2e0e0b37b40198ce1f'
  expect(signSmartrecruiters('HeBVky2bccvvkcXPimH8c', vector)).toBe(header)
  const standIn = await startStandIn(smartrecruiters)
  plant(standIn)
  const { world } = standIn
  const [, , review, interview] = world.stagesOf(first.job)
  world.moveApplication(first.application, review!.id)
  expect(standIn.takeDeliveries()).toEqual([])
  const url = `${standIn.origin}/webhooks-api/v201907/subscriptions/${first.hook}/activation`
  expect((await send({ method: 'PUT', url, headers: usual, body: undefined })).status).toBe(204)
  world.moveApplication(first.application, interview!.id)
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  const { headers, body } = delivery!
  const parts = {
    event_id: headers['event-id']!,
    event_name: headers['event-name']!,
    event_version: headers['event-version']!,
    link: headers.link!,
  }
  const timestamp = Number(headers['smartrecruiters-timestamp'])
  expect(headers['smartrecruiters-signature']).toBe(signSmartrecruiters('s', { ...parts, timestamp, body }))
  expect(JSON.parse(body)).toEqual({
    application_id: first.application,
    job_id: first.job,
    candidate_id: first.candidate,
  })
  await standIn.stop()
})
