import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { signWorkable, workable } from './workable.ts'

const usual = { authorization: 'Bearer workable-token-1' }
let first: Record<'candidate' | 'person' | 'job' | 'user' | 'gone' | 'event' | 'hook', string>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const gone = world.addUser({ email: 'gone@agency.example', isActive: false }).id
  const job = world.addJob({ hiringManagerIds: [user] }).id
  const person = world.addCandidate().id
  const candidate = world.addApplication({ candidateId: person, jobId: job }).id
  world.addAttachment({ candidateId: person })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const event = world.addInterview({
    ...times,
    applicationId: candidate,
    seats: [{ userId: user, email: null, response: 'accepted' }],
  }).id
  world.addInterview({ ...times, applicationId: candidate, canceledAt: times.startAt })
  const hook = world.addHook({ url: 'https://parley.example/h/moved', event: 'candidate_moved', secret: 's' }).id
  first = { candidate, person, job, user, gone, event, hook }
}
const read = (path: string, operation: string) => ({ call: `GET /spi/v3/${path}`, operation })

describeStandIn({
  kind: workable,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { candidate, job, user, event, hook } = first
    return {
      jobs: read('jobs?limit=1&state=published', 'list_jobs/default'),
      candidates: read(
        `candidates?limit=100&updated_after=2027-01-01T00:00:00Z&shortcode=${job}&stage=application-review`,
        'list_candidates/default',
      ),
      byMail: read('candidates?email=rosa.quist@mail.example', 'list_candidates/default'),
      candidate: read(`candidates/${candidate}`, 'get_candidate/default'),
      job: read(`jobs/${job}`, 'get_job/default'),
      stages: read(`jobs/${job}/stages`, 'list_stages/default'),
      allStages: read('stages', 'list_stages/account'),
      members: read(`members?status=all&role=admin&shortcode=${job}`, 'list_users/default'),
      team: read(`jobs/${job}/members`, 'get_hiring_team/default'),
      recruiters: read(`jobs/${job}/recruiters`, 'get_hiring_team/external recruiters'),
      files: read(`candidates/${candidate}/files`, 'list_attachments/default'),
      events: read(
        `events?type=interview&start_date=2027-02-01&include_cancelled=true&candidate_id=${candidate}`,
        'list_interviews/default',
      ),
      event: read(`events/${event}`, 'get_interview/default'),
      comment: {
        call: `POST /spi/v3/candidates/${candidate}/comments`,
        operation: 'add_note/default',
        body: { member_id: user, comment: { body: 'Booked.' } },
      },
      move: {
        call: `POST /spi/v3/candidates/${candidate}/move`,
        operation: 'move_stage/default',
        body: { member_id: user, target_stage: 'phone-screen' },
      },
      subscribe: {
        call: 'POST /spi/v3/subscriptions',
        operation: 'manage_webhooks/default',
        body: { target: 'https://parley.example/h/created', event: 'candidate_created' },
      },
      subscriptions: read('subscriptions', 'manage_webhooks/list'),
      unsubscribe: { call: `DELETE /spi/v3/subscriptions/${hook}`, operation: 'manage_webhooks/delete' },
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 27,
  mutations: () => [
    mutation('another token', 'jobs', 401, { headers: { authorization: 'Bearer other' }, words: 'Not authorized' }),
    mutation('the token as a basic name', 'jobs', 401, {
      headers: { authorization: `Basic ${btoa('workable-token-1:')}` },
    }),
    mutation('a page of 101', 'candidates', 422, { query: { limit: '101' }, words: 'limit' }),
    mutation('a page number', 'candidates', 422, { query: { page: '2' } }),
    mutation('a candidate that nobody is after', 'candidates', 422, { query: { since_id: 'zz' }, words: 'since_id' }),
    mutation('a bound that is no time', 'candidates', 422, { query: { updated_after: 'yesterday' } }),
    mutation('a search by name', 'candidates', 422, { query: { name: 'Rosa' } }),
    mutation('a state that is none', 'jobs', 422, { query: { state: 'open' } }),
    mutation('a role that is none', 'members', 422, { query: { role: 'owner' } }),
    mutation("the person's id", 'candidate', 404, { path: [first.candidate, first.person], words: 'Not found' }),
    mutation("a job's long id", 'job', 404, { path: [first.job, `j${first.job}`] }),
    mutation('events since a change', 'events', 422, { query: { updated_after: '2027-01-01T00:00:00Z' } }),
    mutation('a kind of event that is none', 'events', 422, { query: { type: 'onsite' } }),
    mutation('a new event', 'events', 404, { method: 'POST', text: '{}' }),
    mutation('another version', 'jobs', 404, { path: ['v3', 'v2'] }),
    mutation('a comment by nobody', 'comment', 422, { body: { member_id: undefined }, words: 'member_id' }),
    mutation('a comment by somebody who left', 'comment', 422, { body: { member_id: first.gone }, words: 'member_id' }),
    mutation('a comment that is text', 'comment', 422, { body: { comment: 'Booked.' } }),
    mutation('a comment without words', 'comment', 422, { body: { comment: { body: '' } } }),
    mutation('a move by nobody', 'move', 422, { body: { member_id: 'zz' }, words: 'member_id' }),
    mutation("the stage's name in place of its slug", 'move', 422, {
      body: { target_stage: 'Phone Screen' },
      words: 'target_stage',
    }),
    mutation('a move by PUT', 'move', 404, { method: 'PUT' }),
    mutation('a target that is taken', 'subscribe', 409, { body: { target: 'https://parley.example/h/moved' } }),
    mutation('an unknown event', 'subscribe', 422, { body: { event: 'stage_changed' }, words: 'event' }),
    mutation('half of the arguments', 'subscribe', 422, { body: { args: { account_id: 'quarry' } }, words: 'args' }),
    mutation('a subscription that is not there', 'unsubscribe', 404, { path: [first.hook, 'zz'] }),
    mutation('a token at the host of a file', 'file', 422, { headers: usual }),
  ],
  everywhere: {
    noKey: [401, 'Not authorized'],
    unknownQuery: [422, 'zz_unknown'],
    unknownField: [422, 'zz_unknown'],
    missingField: [422, 'is required'],
    badType: [422, ''],
  },
})

const get = async (url: string) => {
  const { status, text, headers } = await send({ method: 'GET', url, headers: usual, body: undefined })
  return { status, headers, json: JSON.parse(text) as { candidates: { id: string }[]; paging: { next?: string } } }
}

test('walks 130 candidates in pages of 50, 50 and 30 by the addresses it gives', async () => {
  const standIn = await startStandIn(workable, { isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 130, jobCount: 2 })
  const ids: string[] = []
  const sizes: number[] = []
  let url: string | undefined = `${standIn.bases.main}/candidates?created_after=2020-01-01T00:00:00Z`
  while (url !== undefined) {
    const { json }: Awaited<ReturnType<typeof get>> = await get(url)
    sizes.push(json.candidates.length)
    ids.push(...json.candidates.map(({ id }) => id))
    url = json.paging.next
  }
  expect([sizes, new Set(ids).size]).toEqual([[50, 50, 30], 130])
  await standIn.stop()
})

test('lets 10 requests into 10 seconds, and answers 404 for no subscriptions', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(workable, { clock: { now: () => new Date(now) } })
  const ask = () => get(`${standIn.bases.main}/subscriptions`)
  for (let count = 0; count < 10; count++) expect((await ask()).status).toBe(404)
  const { status, headers } = await ask()
  expect([status, headers.get('x-rate-limit-reset')]).toEqual([429, String(now / 1000 + 10)])
  now += 10_000
  expect((await ask()).status).toBe(404)
  await standIn.stop()
})

test("signs webhooks with the token itself, as the test vector says, and tells of 1 job's moves only where that was asked", async () => {
  const vector = '1ca0b51feb3f19d858af12fce8f75fa58ad34aaa3817957a771e053cc8dd1d86'
  expect(signWorkable('parley-test-secret', '{"event_type":"candidate_moved","data":{"id":"1a2b3c"}}')).toBe(vector)
  const standIn = await startStandIn(workable)
  plant(standIn)
  const { world } = standIn
  world.hooks.update(first.hook, { extra: { job_shortcode: 'another' } })
  world.addHook({ url: 'https://parley.example/h/2', event: 'candidate_moved', secret: 't' })
  world.moveApplication(first.candidate, world.stagesOf('')[2]!.id)
  const [delivery, ...others] = standIn.takeDeliveries()
  expect(others).toEqual([])
  expect(delivery!.headers['x-workable-signature']).toBe(signWorkable('t', delivery!.body))
  expect(JSON.parse(delivery!.body)).toMatchObject({
    event_type: 'candidate_moved',
    data: { id: first.candidate, stage: 'Interview' },
  })
  await standIn.stop()
})
