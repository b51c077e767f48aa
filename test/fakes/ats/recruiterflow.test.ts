import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { recruiterflow } from './recruiterflow.ts'

const usual = { 'rf-api-key': 'recruiterflow-key-1' }
const at = '/api/external'
let first: Record<'candidate' | 'job' | 'other' | 'user' | 'client' | 'stage' | 'otherStage', string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const client = world.addClient().id
  const job = world.addJob({ clientId: client, recruiterIds: [user], hiringManagerIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const candidate = world.addCandidate().id
  const application = world.addApplication({ candidateId: candidate, jobId: job, ownerId: user }).id
  world.addAttachment({ candidateId: candidate })
  world.addNote({ candidateId: candidate, text: '<p>Called.</p>', userId: user })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  world.addInterview({ ...times, applicationId: application })
  const [stage, otherStage] = [world.stagesOf(job)[2]!.id, world.stagesOf(other)[2]!.id]
  first = { candidate, job, other, user, client, stage, otherStage }
}
const read = (path: string, operation: string) => ({ call: `GET ${at}/${path}`, operation })
const write = (path: string, operation: string, body: Record<string, unknown>) => ({
  ...{ call: `POST ${at}/candidate/${path}`, operation, body },
})
const filter = (changes: object = {}) => ({
  ...{ key: 'latest_activity_time', filter_type: 'date', type: 'within', is_relative: true, days: 7 },
  ...changes,
})

describeStandIn({
  kind: recruiterflow,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { candidate, job, other, user, stage } = first
    const id = Number(candidate)
    return {
      candidates: read('candidate/list?items_per_page=100&current_page=1', 'list_candidates/candidates'),
      counted: read('candidate/list?include_count=true&include_files=true', 'list_attachments/candidates_files'),
      search: write('search', 'list_candidates/candidate_search', {
        ...{ items_per_page: 50, current_page: 1, conjunction: 'match-all', filters: [filter()], include_count: true },
      }),
      candidate: read(`candidate/get?id=${id}`, 'get_candidate/candidate_get'),
      jobs: read('job/list?items_per_page=1&current_page=1', 'get_hiring_team/jobs_team'),
      countedJobs: read('job/list?include_count=1', 'list_jobs/jobs'),
      job: read(`job/get?id=${job}`, 'get_job/job_get'),
      pipeline: read(`job/pipeline?job_id=${job}`, 'list_stages/pipeline_summary'),
      names: read('job/stage_names', 'list_stages/stage_names'),
      movements: read(
        `candidate/activities/stage-movement/list?id=${id}&after=2027-01-01T00:00:00%2B0000&include_count=true`,
        'list_applications/stage_movements',
      ),
      users: read('user/list', 'list_users/users'),
      events: read(
        `candidate/calendar-event/list?id=${id}&before=2027-03-01T00:00:00Z`,
        'list_interviews/calendar_events',
      ),
      activities: read(`candidate/activity/list?id=${id}&include_count=true`, 'list_interviews/activities'),
      note: write('notes/add', 'add_note/note', {
        id,
        value: '<p>Booked.</p>',
        created_by: Number(user),
        mentions: [],
      }),
      move: write('move-to-stage', 'move_stage/move_to_stage', {
        ...{ id, stage: { id: Number(stage) }, job_id: Number(job), user_id: Number(user) },
      }),
      moveByName: write('move-to-stage', 'move_stage/move_to_stage', {
        ...{ id, stage: { name: 'Offer' }, job_id: Number(job) },
      }),
      add: write('add-to-job', 'move_stage/add_to_job', { id, job_id: Number(other) }),
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 41,
  mutations: () => [
    mutation('another key', 'users', 401, { headers: { 'rf-api-key': 'other' }, words: 'RF-Api-Key' }),
    mutation('the key as a bearer token', 'users', 401, {
      headers: { 'rf-api-key': null, authorization: 'Bearer recruiterflow-key-1' },
    }),
    mutation('the key in the address', 'users', 401, {
      headers: { 'rf-api-key': null },
      query: { api_key: 'recruiterflow-key-1' },
    }),
    mutation('the key sent to where files are', 'file', 400, { headers: usual, words: 'rf-api-key' }),
    mutation('a path without external', 'users', 404, { path: ['/external', ''] }),
    mutation('page 0', 'candidates', 400, { query: { current_page: '0' }, words: 'current_page' }),
    mutation('a page of none', 'candidates', 400, { query: { items_per_page: '0' } }),
    mutation('a page by another name', 'candidates', 400, { query: { page: '2' }, words: 'page' }),
    mutation('candidates who changed since', 'candidates', 400, { query: { updated_after: '2027-01-01' } }),
    mutation('jobs that changed since', 'jobs', 400, {
      query: { updated_after: '2027-01-01' },
      words: 'updated_after',
    }),
    mutation('jobs with files', 'jobs', 400, { query: { include_files: 'true' } }),
    mutation('a count by a word', 'counted', 400, { query: { include_count: 'yes' } }),
    mutation('nobody in particular', 'candidate', 400, { query: { id: null }, words: 'id is required' }),
    mutation('somebody who is not there', 'candidate', 400, {
      query: { id: '1' },
      words: '{"RESULT":"FAILED","message":"invalid id"}',
    }),
    mutation('somebody by name', 'candidate', 400, { query: { id: 'Rosa' } }),
    mutation('somebody by path', 'candidate', 404, { path: [/candidate\/get.*/, `candidate/${first.candidate}`] }),
    mutation('a job that is not there', 'job', 400, { query: { id: first.candidate } }),
    mutation('the pipeline of no job', 'pipeline', 400, { query: { job_id: null }, words: 'job_id is required' }),
    mutation('the pipeline of a job that is not there', 'pipeline', 400, { query: { job_id: '1' }, words: 'job_id' }),
    mutation('names of stages of one job', 'names', 400, { query: { job_id: first.job } }),
    mutation("everybody's calendar events", 'events', 400, { query: { id: null }, words: 'id is required' }),
    mutation('activities after no instant', 'activities', 400, { query: { after: 'yesterday' }, words: 'after' }),
    mutation('movements after a day only', 'movements', 400, { query: { after: '2027-01-01' } }),
    mutation('a search without its page', 'search', 400, { body: { current_page: undefined }, words: 'current_page' }),
    mutation('a search with its page in the address', 'search', 400, { query: { current_page: '1' } }),
    mutation('a search by any of the filters', 'search', 400, { body: { conjunction: 'match-any' } }),
    mutation('a filter on what is not known of', 'search', 400, {
      body: { filters: [filter({ key: 'email' })] },
      words: 'invalid filter email',
    }),
    mutation('a filter without days', 'search', 400, { body: { filters: [filter({ days: undefined })] } }),
    mutation('a filter that stands alone', 'search', 400, { body: { filters: filter() }, words: 'filters' }),
    mutation('a note without words', 'note', 400, { body: { value: '' }, words: 'value' }),
    mutation('a note under another name', 'note', 400, { body: { value: undefined, text: 'Booked.' }, words: 'text' }),
    mutation('a note on nobody', 'note', 400, { body: { id: 1 }, words: 'invalid id' }),
    mutation('a note on somebody by text', 'note', 400, { body: { id: first.candidate } }),
    mutation('a note by nobody of the account', 'note', 400, { body: { created_by: 999 }, words: 'invalid user' }),
    mutation('a note as a form', 'note', 400, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    mutation('a move by name without the job', 'moveByName', 400, { body: { job_id: undefined }, words: 'job_id' }),
    mutation("a move to another job's stage", 'move', 400, {
      body: { stage: { id: Number(first.otherStage) } },
      words: 'invalid stage',
    }),
    mutation('a move in a job without the candidate', 'move', 400, {
      body: { stage: { id: Number(first.otherStage) }, job_id: Number(first.other) },
      words: 'not in the job',
    }),
    mutation('a move to a name in other letters', 'moveByName', 400, { body: { stage: { name: 'OFFER' } } }),
    mutation('a move to a bare name', 'moveByName', 400, { body: { stage: 'Offer' }, words: 'stage' }),
    mutation('a move by PUT', 'move', 404, { method: 'PUT' }),
  ],
  everywhere: {
    noKey: [401, 'FAILED'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'is required'],
    badType: [400, 'FAILED'],
  },
})

const usualClock = { clock: { now: () => new Date('2027-02-01T12:00:00Z') }, isUnlimited: true }
async function get<T>(standIn: StandIn, path: string): Promise<T> {
  const { text } = await send({ method: 'GET', url: standIn.origin + at + path, headers: usual, body: undefined })
  return JSON.parse(text) as T
}
async function post<T>(standIn: StandIn, path: string, body: object): Promise<{ status: number; json: T }> {
  const { status, text } = await send({
    ...{ method: 'POST', url: `${standIn.origin}${at}/candidate/${path}`, body: JSON.stringify(body) },
    headers: { ...usual, 'content-type': 'application/json' },
  })
  return { status, json: JSON.parse(text) as T }
}

test('lists 120 candidates bare in pages of 50, 50 and 20, and within an object when they are to be counted', async () => {
  const standIn = await startStandIn(recruiterflow, usualClock)
  fillWorld(standIn.world, { candidateCount: 120 })
  const ids: number[][] = []
  for (let number = 1; number <= 3; number++) {
    const page = await get<{ id: number }[]>(standIn, `/candidate/list?items_per_page=50&current_page=${number}`)
    ids.push(page.map(({ id }) => id))
  }
  expect(ids.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(new Set(ids.flat()).size).toBe(120)
  expect(await get(standIn, '/candidate/list?include_count=true&current_page=6')).toEqual({
    data: [],
    total_items: 120,
  })
  const [person] = await get<Record<string, unknown>[]>(standIn, '/candidate/list')
  expect(person).toMatchObject({ linkedin_profile: 'None', added_time: expect.stringMatching(/\d\+0000$/) })
  expect(person).not.toHaveProperty('files')
  await standIn.stop()
})

test('finds by search 1 of 120 candidates whose stage changed in the last day, and none while what it sees is old', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(recruiterflow, { clock: { now: () => new Date(now) }, isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 120 })
  now += 3 * 24 * 3600_000
  const { id, candidateId, jobId } = standIn.world.applications.rows[7]!
  standIn.order({ kind: 'stale' })
  standIn.world.moveApplication(id, standIn.world.stagesOf(jobId)[4]!.id)
  const search = async () => {
    const { json } = await post<{ data: { id: number }[]; total_items: number }>(standIn, 'search', {
      ...{ items_per_page: 50, current_page: 1, filters: [filter({ days: 1 })], include_count: true },
    })
    return [json.total_items, json.data.map((row) => row.id)]
  }
  expect(await search()).toEqual([0, []])
  expect(await search()).toEqual([1, [Number(candidateId)]])
  await standIn.stop()
})

test('tells 2 stages apart that differ by one letter, and shows who is out as a stage with a reason', async () => {
  const standIn = await startStandIn(recruiterflow, usualClock)
  plant(standIn)
  interface Pipeline {
    summary: { id: number; name: string; count: number }[]
    detail: { stages: { from: string | null; to: string; reason?: string }[] }[]
  }
  const pipeline = () => get<Pipeline>(standIn, `/job/pipeline?job_id=${first.job}`)
  const { summary } = await pipeline()
  const alike = summary.filter(({ name }) => name.toLowerCase() === 'client interview')
  expect(alike.map(({ name }) => name)).toEqual(['Client Interview', 'Client interview'])
  const id = Number(first.candidate)
  await post(standIn, 'move-to-stage', { id, stage: { id: alike[1]!.id }, job_id: Number(first.job) })
  expect((await pipeline()).summary.find(({ count }) => count === 1)?.id).toBe(alike[1]!.id)
  await post(standIn, 'move-to-stage', { id, stage: { name: 'Disqualified' }, job_id: Number(first.job) })
  expect((await pipeline()).detail[0]!.stages.at(-1)).toMatchObject({
    ...{ from: 'Client interview', to: 'Disqualified', reason: 'Not a fit' },
  })
  expect(await get(standIn, `/candidate/get?id=${id}`)).toMatchObject({
    jobs: [{ stage_name: 'Disqualified', disqualification_reason: 'Not a fit' }],
  })
  await standIn.stop()
})

test('adds a note whose answer is lost and shows it first among the activities, in local time', async () => {
  const standIn = await startStandIn(recruiterflow, usualClock)
  plant(standIn)
  standIn.order({ kind: 'lostReply' })
  await expect(post(standIn, 'notes/add', { id: Number(first.candidate), value: 'Booked.' })).rejects.toThrow()
  const { data } = await get<{ data: unknown[] }>(standIn, `/candidate/activity/list?id=${first.candidate}`)
  expect([data.length, data[0]]).toEqual([
    2,
    expect.objectContaining({ text: 'Booked.', time: '2027-02-01T13:00:00+01:00' }),
  ])
  await standIn.stop()
})

test('says failure with a success status, and knows no single jobs, where it is set so', async () => {
  const standIn = await startStandIn(recruiterflow, usualClock)
  plant(standIn)
  standIn.desk.settings.set('failsWithSuccess', true).set('hasNoJobGet', true)
  expect(await post(standIn, 'notes/add', { id: 1, value: 'Booked.' })).toEqual({
    ...{ status: 200, json: { RESULT: 'FAILED', message: 'invalid id' } },
  })
  const url = `${standIn.origin}${at}/job/get?id=${first.job}`
  expect((await send({ method: 'GET', url, headers: usual, body: undefined })).status).toBe(404)
  await standIn.stop()
})

test('lets 1 request a second in', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(recruiterflow, { clock: { now: () => new Date(now) } })
  const ask = async () =>
    (await send({ method: 'GET', url: `${standIn.origin}${at}/user/list`, headers: usual, body: undefined })).status
  expect([await ask(), await ask()]).toEqual([200, 429])
  now += 1000
  expect(await ask()).toBe(200)
  await standIn.stop()
})
