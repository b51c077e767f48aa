import { expect, test } from 'vitest'
import { breezyhr, signBreezy } from './breezyhr.ts'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'

const usual = { authorization: 'breezy-token-1' }
let first: Record<'candidate' | 'person' | 'job' | 'other' | 'closed' | 'stage' | 'hook', string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const job = world.addJob({ hiringManagerIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const closed = world.addJob({ title: 'Miller', status: 'closed' }).id
  const person = world.addCandidate().id
  const candidate = world.addApplication({ candidateId: person, jobId: job }).id
  world.addAttachment({ candidateId: person })
  world.addNote({ candidateId: person, applicationId: candidate, text: 'Called back.' })
  const hook = world.addHook({
    url: 'https://parley.example/h',
    event: 'candidateAdded candidateStatusUpdated',
    secret: 'whsec_1',
  }).id
  first = { candidate, person, job, other, closed, stage: world.stagesOf('')[2]!.id, hook }
}
const read = (path: string, operation: string | null) => ({ call: `GET /v3/${path}`, operation })

describeStandIn({
  kind: breezyhr,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const position = `company/co1/position/${first.job}`
    const mine = `${position}/candidate/${first.candidate}`
    return {
      user: read('user', null),
      companies: read('companies', 'list_jobs/companies'),
      candidates: read(
        `${position}/candidates?page=1&page_size=50&sort=updated_date`,
        'list_candidates/position_candidates',
      ),
      search: {
        call: 'POST /v3/company/co1/candidates/search',
        operation: 'list_candidates/candidate_search',
        body: { query: 'rosa', sort: 'updated', page: 1 },
      },
      byMail: read(
        'company/co1/candidates/search?email_address=rosa.quist@mail.example',
        'list_candidates/candidate_by_email',
      ),
      candidate: read(mine, 'get_candidate/candidate'),
      positions: read('company/co1/positions?state=published', 'list_jobs/positions'),
      position: read(position, 'get_job/position'),
      pipelines: read('company/co1/pipelines', 'list_stages/pipelines'),
      team: read(`${position}/team`, 'get_hiring_team/team'),
      documents: read(`${mine}/documents`, 'list_attachments/documents'),
      resume: read(`${mine}/resume`, 'list_attachments/resume'),
      stream: read(`${mine}/stream?skip=0`, 'list_interviews/stream'),
      note: { call: `POST /v3/${mine}/stream`, operation: 'add_note/note', body: { body: 'Booked.' } },
      stage: { call: `PUT /v3/${mine}/stage`, operation: 'move_stage/stage', body: { stage_id: first.stage } },
      addHook: {
        call: 'POST /v3/company/co1/webhook_endpoints',
        operation: 'manage_webhooks/endpoint_create',
        body: { url: 'https://parley.example/2', events: ['candidateAdded'] },
      },
      hooks: read('company/co1/webhook_endpoints', 'manage_webhooks/endpoint_list'),
      changeHook: {
        call: `PUT /v3/company/co1/webhook_endpoint/${first.hook}`,
        operation: 'manage_webhooks/endpoint_update',
        body: { events: ['candidateDeleted'] },
      },
      removeHook: {
        call: `DELETE /v3/company/co1/webhook_endpoint/${first.hook}`,
        operation: 'manage_webhooks/endpoint_delete',
      },
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
      move: {
        call: `POST /v3/${mine}/move`,
        operation: 'move_stage/move_position',
        body: { target_position_id: first.other, target_stage_id: first.stage, stage_actions_enabled: false },
      },
    }
  },
  mutationCount: 25,
  mutations: () => [
    mutation('the word Bearer before the token', 'companies', 401, {
      headers: { authorization: 'Bearer breezy-token-1' },
      words: 'unauthorized',
    }),
    mutation('another token', 'companies', 401, { headers: { authorization: 'other' } }),
    mutation('another company', 'positions', 404, { path: ['co1', 'co2'] }),
    mutation('an order that is none', 'candidates', 400, { query: { sort: 'updated' }, words: 'sort' }),
    mutation('page 0', 'candidates', 400, { query: { page: '0' } }),
    mutation('what changed since', 'candidates', 400, { query: { updated_after: '2027-01-01' } }),
    mutation("the search's order of a position's candidates", 'search', 400, {
      body: { sort: 'updated_date' },
      words: 'sort',
    }),
    mutation('a search for nothing', 'search', 400, { body: { query: '' } }),
    mutation('a search by an unknown field', 'search', 400, { body: { query: { phone: '1' } } }),
    mutation('a search by mail without a mail', 'byMail', 400, {
      query: { email_address: null },
      words: 'email_address',
    }),
    mutation("the person's id", 'candidate', 404, { path: [first.candidate, first.person] }),
    mutation('a candidate of another position', 'candidate', 404, {
      path: [first.job, first.other],
      words: 'candidate',
    }),
    mutation('a position that is not there', 'position', 404, { path: [first.job, 'none'] }),
    mutation('a state that is none', 'positions', 400, { query: { state: 'open' } }),
    mutation('a change of a note', 'note', 404, { method: 'PUT' }),
    mutation('a note without words', 'note', 400, { body: { body: '' }, words: 'body' }),
    mutation('a stage by name', 'stage', 400, { body: { stage_id: 'Interview' }, words: 'stage_id' }),
    mutation('a stage by POST', 'stage', 404, { method: 'POST' }),
    mutation('a move to no position', 'move', 400, {
      body: { target_position_id: 'none' },
      words: 'target_position_id',
    }),
    mutation('a move to no stage', 'move', 400, { body: { target_stage_id: 7 }, words: 'target_stage_id' }),
    mutation('an unknown event', 'addHook', 400, { body: { events: ['candidateMoved'] }, words: 'candidateMoved' }),
    mutation('no event', 'addHook', 400, { body: { events: [] } }),
    mutation('a list by the path of one endpoint', 'hooks', 404, { path: ['webhook_endpoints', 'webhook_endpoint'] }),
    mutation('one endpoint by the path of the list', 'removeHook', 404, {
      path: ['webhook_endpoint/', 'webhook_endpoints/'],
    }),
    mutation('a token at the host of a file', 'file', 400, { headers: usual }),
  ],
  everywhere: {
    noKey: [401, 'unauthorized'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'is required'],
    badType: [400, 'bad_request'],
  },
})

async function get(standIn: StandIn, path: string): Promise<Record<string, unknown>[]> {
  const { text } = await send({
    method: 'GET',
    url: `${standIn.bases.main}/company/co1/${path}`,
    headers: usual,
    body: undefined,
  })
  return JSON.parse(text)
}

test('gives 50 of 70 candidates where 500 are asked for, and only published positions where nothing is said', async () => {
  const standIn = await startStandIn(breezyhr)
  fillWorld(standIn.world, { candidateCount: 70, jobCount: 1 })
  const job = standIn.world.jobs.rows[0]!.id
  const sizes = []
  for (const page of [1, 2, 3])
    sizes.push((await get(standIn, `position/${job}/candidates?page_size=500&page=${page}`)).length)
  expect(sizes).toEqual([50, 20, 0])
  standIn.world.addJob({ status: 'closed' })
  expect(await get(standIn, 'positions')).toHaveLength(1)
  expect(await get(standIn, 'positions?state=published,closed')).toHaveLength(2)
  await standIn.stop()
})

test('takes 10 webhook endpoints and refuses the 11th; no resumes for whom they are not', async () => {
  const standIn = await startStandIn(breezyhr)
  plant(standIn)
  const url = `${standIn.bases.main}/company/co1/webhook_endpoints`
  const headers = { ...usual, 'content-type': 'application/json' }
  const body = JSON.stringify({ url: 'https://parley.example/n', events: ['candidateAdded'] })
  const statuses = []
  for (let count = 2; count <= 11; count++) statuses.push((await send({ method: 'POST', url, headers, body })).status)
  expect(statuses).toEqual([...Array(9).fill(201), 400])
  standIn.desk.settings.set('isWithoutResumes', true)
  const resume = `${standIn.bases.main}/company/co1/position/${first.job}/candidate/${first.candidate}/resume`
  expect((await send({ method: 'GET', url: resume, headers: usual, body: undefined })).status).toBe(403)
  await standIn.stop()
})

test("signs webhooks as the test vector says, and tells of somebody new once, without a stage's change", async () => {
  const vector = 'e428f58a591381341def1afd7a931e6f9c502b7288dd27d6e98d4f807273b87b'
  expect(signBreezy('parley-test-secret', '{"_id":"ev1","type":"candidateStatusUpdated"}')).toBe(vector)
  const standIn = await startStandIn(breezyhr)
  plant(standIn)
  const { world } = standIn
  const added = world.addApplication({ candidateId: world.addCandidate().id, jobId: first.job }).id
  world.moveApplication(added, first.stage)
  const deliveries = standIn.takeDeliveries()
  expect(deliveries.map(({ event }) => event)).toEqual(['candidateAdded', 'candidateStatusUpdated'])
  for (const { headers, body } of deliveries) expect(headers['x-hook-signature']).toBe(signBreezy('whsec_1', body))
  expect(JSON.parse(deliveries[1]!.body)).toMatchObject({
    object: { stage: { id: first.stage }, candidate: { _id: added } },
  })
  await standIn.stop()
})
