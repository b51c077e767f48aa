import { expect, test } from 'vitest'
import { bamboohr } from './bamboohr.ts'
import { type Ask, describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'

const usual = { authorization: `Basic ${btoa('bamboo-key-1:x')}`, accept: 'application/json' }
let first: { application: string; person: string; job: string; stage: string }
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const job = world.addJob({ hiringManagerIds: [user] }).id
  const person = world.addCandidate().id
  const application = world.addApplication({ candidateId: person, jobId: job }).id
  world.addAttachment({ candidateId: person })
  first = { application, person, job, stage: world.stagesOf(job)[2]!.id }
}
function asksAt(prefix: string): Record<string, Ask> {
  const read = (path: string, operation: string) => ({ call: `GET ${prefix}/${path}`, operation })
  const one = `${prefix}/applicant_tracking/applications/${first.application}`
  return {
    statuses: read('applicant_tracking/statuses', 'list_stages/default'),
    applications: read(
      `applicant_tracking/applications?page=1&jobId=${first.job}&applicationStatus=NEW,ACTIVE&sortBy=last_updated&sortOrder=DESC`,
      'list_applications/default',
    ),
    found: read(
      'applicant_tracking/applications?searchString=rosa&newSince=2027-01-01%2000:00:00',
      'list_applications/default',
    ),
    application: read(`applicant_tracking/applications/${first.application}`, 'get_application/default'),
    jobs: read('applicant_tracking/jobs?statusGroups=Open', 'list_jobs/default'),
    users: read('meta/users?status=enabled,disabled', 'list_users/default'),
    leads: read('applicant_tracking/hiring_leads', 'get_hiring_team/possible leads'),
    comment: {
      call: `POST ${one}/comments`,
      operation: 'add_note/comment',
      body: { comment: 'Booked.', type: 'comment' },
    },
    status: { call: `POST ${one}/status`, operation: 'move_stage/set status', body: { status: Number(first.stage) } },
  }
}

describeStandIn({
  kind: bamboohr,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks: () => ({
    ...asksAt('/api/v1'),
    ...Object.fromEntries(
      Object.entries(asksAt('/api/gateway.php/quarry/v1')).map(([title, ask]) => [`${title} by the gateway`, ask]),
    ),
  }),
  mutationCount: 24,
  mutations: () => [
    mutation('another key', 'statuses', 401, { headers: { authorization: `Basic ${btoa('other:x')}` } }),
    mutation('a key without a password', 'statuses', 401, {
      headers: { authorization: `Basic ${btoa('bamboo-key-1')}` },
    }),
    mutation('a key as it is', 'statuses', 401, { headers: { authorization: 'bamboo-key-1' } }),
    mutation('no word that JSON is wanted', 'statuses', 200, { headers: { accept: '*/*' }, words: '<?xml' }),
    mutation('page 0', 'applications', 400, { query: { page: '0' }, words: 'page' }),
    mutation('a page size', 'applications', 400, { query: { limit: '10' }, words: 'limit' }),
    mutation('what changed since', 'applications', 400, {
      query: { updatedSince: '2027-01-01' },
      words: 'updatedSince',
    }),
    mutation('an order that is none', 'applications', 400, { query: { sortBy: 'name' }, words: 'sortBy' }),
    mutation('a direction in small letters', 'applications', 400, { query: { sortOrder: 'desc' } }),
    mutation('a status group that is none', 'applications', 400, { query: { applicationStatus: 'OPEN' } }),
    mutation('a job by title', 'applications', 400, { query: { jobId: 'Baker' } }),
    mutation('an ISO time for new ones', 'found', 400, {
      query: { newSince: '2027-01-01T00:00:00Z' },
      words: 'newSince',
    }),
    mutation("the applicant's id", 'application', 404, { path: [first.application, first.person], words: 'not found' }),
    mutation('an id that is no number', 'application', 404, { path: [first.application, 'abc'] }),
    mutation('one job', 'jobs', 404, { path: [/jobs.*/, `jobs/${first.job}`] }),
    mutation('a status of users that is none', 'users', 400, { query: { status: 'active' } }),
    mutation('comments read back', 'comment', 404, { method: 'GET', headers: { 'content-type': null } }),
    mutation('a comment without words', 'comment', 422, { body: { comment: '' }, words: 'comment' }),
    mutation('a comment of another kind', 'comment', 422, { body: { type: 'note' }, words: 'type' }),
    mutation('a comment on nobody', 'comment', 404, { path: [first.application, '1'] }),
    mutation('a status that is none', 'status', 400, { body: { status: 1 }, words: 'Invalid status' }),
    mutation('a status by name', 'status', 422, { body: { status: 'Interview' }, words: 'status' }),
    mutation('a status by PUT', 'status', 404, { method: 'PUT' }),
    mutation('another company at the gateway', 'statuses by the gateway', 404, { path: ['quarry', 'other'] }),
  ],
  failure: /<\?xml/,
  everywhere: {
    noKey: [401, 'no key'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [422, 'zz_unknown'],
    missingField: [422, 'missing'],
    badType: [422, ''],
  },
})

test('reads 120 applications in pages of 50, 50 and 20, the latest changed first, with empty bodies where it refuses', async () => {
  const standIn = await startStandIn(bamboohr)
  fillWorld(standIn.world, { candidateCount: 120 })
  const moved = standIn.world.applications.rows[7]!
  standIn.world.moveApplication(moved.id, standIn.world.stagesOf('')[4]!.id)
  let url: string | null = `${standIn.origin}/api/v1/applicant_tracking/applications?sortBy=last_updated&sortOrder=DESC`
  const ids: number[][] = []
  while (url !== null) {
    const { text } = await send({ method: 'GET', url, headers: usual, body: undefined })
    const page = JSON.parse(text) as {
      applications: { id: number }[]
      nextPageUrl: string | null
      paginationComplete: boolean
    }
    expect(page.paginationComplete).toBe(page.nextPageUrl === null)
    ids.push(page.applications.map(({ id }) => id))
    url = page.nextPageUrl
  }
  expect(ids.map(({ length }) => length)).toEqual([50, 50, 20])
  expect([ids[0]![0], new Set(ids.flat()).size]).toEqual([Number(moved.id), 120])
  const refused = await fetch(`${standIn.origin}/api/v1/applicant_tracking/applications?zz=1`, { headers: usual })
  expect([refused.status, await refused.text()]).toEqual([400, ''])
  await standIn.stop()
})
