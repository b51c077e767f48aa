import { expect, test } from 'vitest'
import { crelate } from './crelate.ts'
import { activityVerbs, salesStatuses } from './crelateRows.ts'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { type StandIn, startStandIn } from './kit.ts'

const usual = { 'x-api-key': 'crelate-key-1' }
const [interviewVerb] = activityVerbs
const nobody = '00000000-0000-4000-8000-000000000000'
type Planted = 'candidate' | 'contact' | 'job' | 'other' | 'user' | 'stage' | 'activity' | 'task' | 'file'
let first: Record<Planted, string>
function plant({ world }: StandIn): void {
  const user = world.addUser().id
  const clientId = world.addClient().id
  const contact = world.addContact({ clientId }).id
  const job = world.addJob({ clientId, contactIds: [contact], recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker' }).id
  const candidate = world.addCandidate({ emails: ['rosa@work.example', 'rosa@mail.example'], tags: ['night'] }).id
  world.addApplication({ candidateId: candidate, jobId: job })
  const file = world.addAttachment({ candidateId: candidate }).id
  const at = new Date('2027-02-02T10:00:00Z')
  const activity = world.addInterview({ applicationId: '', candidateId: candidate, startAt: at, endAt: at }).id
  const task = world.addNote({ candidateId: candidate, kind: 'task', text: 'Interview' }).id
  first = { candidate, contact, job, other, user, stage: world.stagesOf(job)[2]!.id, activity, task, file }
}
const v1 = '/api/pub/v1'
const read = (path: string, operation: string) => ({ call: `GET ${path}`, operation })
const write = (call: string, operation: string, body: Record<string, unknown>) => ({ call, operation, body })
const parent = () => ({ Id: first.candidate, EntityName: 'Contacts' })
const activity = () => ({
  ...{ ParentId: parent(), VerbId: { Id: interviewVerb.Id, Title: interviewVerb.Title } },
  ...{ Subject: 'Interview with Brightwater', When: '2027-02-03T10:00:00Z', Html: '<p>Room 4</p>', Completed: false },
})
const entity = (changes: object) => ({ body: { entity: { ...activity(), ...changes } } })

describeStandIn({
  kind: crelate,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks() {
    const { candidate, job, other, stage, task, file } = first
    const pair = `${v1}/jobs/${job}/contacts/${candidate}`
    return {
      contacts: read('/api3/contacts?limit=100&offset=0', 'list_candidates/contacts_v3'),
      found: read(
        `/api3/contacts?first_name=rosa&last_name=quist&tag_names=night&job_ids=${job}`,
        'list_candidates/contacts_v3',
      ),
      byQueryKey: {
        call: 'GET /api3/contacts?api_key=crelate-key-1',
        isBare: true,
        operation: 'list_candidates/contacts_v3',
      },
      contact: read(`/api3/contacts/${candidate}`, 'get_candidate/contact_v3'),
      recent: read(`${v1}/contacts/recent?modified=30&skip=0&take=500&type=1`, 'list_candidates/contacts_recent_v1'),
      applications: read(`/api3/applications?jobId=${job}`, 'list_applications/applications_v3'),
      jobsOf: read(`${v1}/contacts/${candidate}/jobs`, 'list_applications/contact_jobs_v1'),
      contactsOf: read(`${v1}/jobs/${job}/contacts`, 'list_applications/job_contacts_v1'),
      jobs: read('/api3/jobs?name=signal&limit=1', 'list_jobs/jobs_v3'),
      recentJobs: read(`${v1}/jobs/recent?modified=30`, 'list_jobs/jobs_recent_v1'),
      job: read(`/api3/jobs/${job}`, 'get_job/job_v3'),
      jobV1: read(`${v1}/jobs/${job}`, 'get_job/job_v1'),
      statuses: read(`${v1}/domain/workflowStatuses`, 'list_stages/workflow_statuses_v1'),
      users: read('/api3/users?limit=10', 'list_users/users_v3'),
      files: read(`${v1}/contacts/${candidate}/attachments`, 'list_attachments/attachments_v1'),
      artifacts: read(`/api3/entities/${candidate}/artifacts`, 'list_attachments/artifacts_v3'),
      file: read(`${v1}/contacts/${candidate}/attachments/${file}`, 'download_attachment/attachment_v1'),
      activities: read('/api3/activities?limit=10&offset=0', 'list_interviews/activities_v3'),
      activity: read(`/api3/activities/${first.activity}`, 'get_interview/activity_v3'),
      create: write('POST /api3/activities', 'create_interview/activity_create_v3', { entity: activity() }),
      change: write(`PATCH /api3/activities/${first.activity}`, 'update_interview/activity_patch_v3', {
        entity: { When: '2027-02-02T15:00:00Z' },
      }),
      addTask: write(`POST ${v1}/contacts/${candidate}/tasks`, 'create_interview/task_create_v1', {
        ...{ Body: 'Interview', When: '2027-02-03T10:00:00Z', Completed: false, ExternalPrimaryKey: 'parley-r1' },
      }),
      changeTask: write(`PUT ${v1}/contacts/${candidate}/tasks/${task}`, 'update_interview/task_update_v1', {
        ...{ Body: 'Interview, moved', When: '2027-02-03T15:00:00Z' },
      }),
      removeTask: {
        call: `DELETE ${v1}/contacts/${candidate}/tasks/${task}`,
        operation: 'cancel_interview/task_delete_v1',
      },
      move: write(`PUT ${pair}`, 'move_stage/job_contact_status_v1', { StatusId: stage }),
      moveByName: write(`PUT ${v1}/contacts/${candidate}/jobs/${job}`, 'move_stage/contact_job_status_v1', {
        StatusName: 'Offer',
      }),
      place: write(`POST ${v1}/jobs/${other}/contacts/${candidate}`, 'move_stage/add_to_job_v1', { StatusId: stage }),
      note: write('POST /api3/notes', 'add_note/note_v3', { entity: { Display: 'Booked.', ParentId: parent() } }),
      noteV1: write(`POST ${v1}/contacts/${candidate}/notes`, 'add_note/note_v1', {
        ...{ Body: 'Booked.', Pinned: false, ExternalPrimaryKey: 'parley-r1' },
      }),
    }
  },
  mutationCount: 42,
  mutations: () => [
    mutation('another key', 'users', 401, { headers: { 'x-api-key': 'other' }, words: 'Message' }),
    mutation("a portal's name as the key", 'jobs', 401, {
      headers: { 'x-api-key': null },
      query: { api_key: 'quarry' },
    }),
    mutation('the key as a bearer token', 'users', 401, {
      headers: { 'x-api-key': null, authorization: 'Bearer crelate-key-1' },
    }),
    mutation('a wrong key in the header and the right one in the address', 'byQueryKey', 401, {
      headers: { 'x-api-key': 'other' },
    }),
    mutation('what changed since, on v3', 'contacts', 500, {
      query: { updated_after: '2027-01-01' },
      words: 'updated_after',
    }),
    mutation('what changed since, of applications', 'applications', 500, { query: { updated_after: '2027-01-01' } }),
    mutation("v1's paging on v3", 'contacts', 500, { query: { take: '50' }, words: 'take' }),
    mutation("v3's paging on v1", 'recent', 500, { query: { limit: '50' }, words: 'limit' }),
    mutation('a page of none', 'contacts', 500, { query: { limit: '0' } }),
    mutation('a place before the first', 'contacts', 500, { query: { offset: '-1' } }),
    mutation('501 recent contacts', 'recent', 500, { query: { take: '501' }, words: 'take' }),
    mutation('recent contacts of no time', 'recent', 500, { query: { modified: null }, words: 'modified is required' }),
    mutation('recent jobs since an instant', 'recentJobs', 500, { query: { modified: '2027-01-01T00:00:00Z' } }),
    mutation('jobs by title', 'found', 500, { query: { job_ids: 'Signal Engineer' }, words: 'job_ids' }),
    mutation('a contact by number', 'contact', 404, { path: [first.candidate, '12'] }),
    mutation('a contact that is not there', 'contact', 404, { path: [first.candidate, nobody], words: 'not found' }),
    mutation("a job's id as a contact's", 'contact', 404, { path: [first.candidate, first.job] }),
    mutation('the stages on v3', 'statuses', 404, { path: [v1, '/api3'] }),
    mutation('activities on v1', 'activities', 404, { path: ['/api3', v1] }),
    mutation('a file of somebody else', 'file', 404, { path: [first.candidate, first.contact] }),
    mutation('an activity without its wrapper', 'create', 500, { text: JSON.stringify(activity()) }),
    mutation('a body that is no JSON', 'create', 500, { text: '{' }),
    mutation('an activity as a form', 'create', 415, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    mutation('an activity without a verb', 'create', 500, {
      ...entity({ VerbId: undefined }),
      words: 'entity.VerbId is required',
    }),
    mutation("another account's verb", 'create', 500, { ...entity({ VerbId: { Id: nobody } }), words: 'VerbId' }),
    mutation('a verb by name only', 'create', 500, { ...entity({ VerbId: { Title: 'Client Interview' } }) }),
    mutation('an activity of a job', 'create', 500, {
      ...entity({ ParentId: { Id: first.job, EntityName: 'Jobs' } }),
      words: 'EntityName',
    }),
    mutation('an activity of nobody', 'create', 500, {
      ...entity({ ParentId: { Id: nobody, EntityName: 'Contacts' } }),
      words: 'ParentId',
    }),
    mutation('an activity on 30 February', 'create', 500, { ...entity({ When: '2027-02-30T10:00:00Z' }) }),
    mutation('an activity with an end', 'create', 500, { ...entity({ End: '2027-02-03T11:00:00Z' }), words: 'End' }),
    mutation('a change of an activity that is not there', 'change', 404, { path: [first.activity, nobody] }),
    mutation('an activity taken away', 'change', 405, { method: 'DELETE', headers: { 'content-type': null } }),
    mutation('a task without words', 'addTask', 500, { body: { Body: undefined }, words: 'Body is required' }),
    mutation('a task in the wrapper of v3', 'addTask', 500, { text: '{"entity":{"Body":"Interview"}}' }),
    mutation("a note's id as a task's", 'changeTask', 404, { path: [first.task, first.file] }),
    mutation("somebody else's task", 'removeTask', 404, { path: [first.candidate, first.contact] }),
    mutation('a move to nothing', 'move', 500, { body: { StatusId: undefined }, words: 'StatusId is required' }),
    mutation("a move to the other workflow's status", 'move', 500, { body: { StatusId: salesStatuses[0]!.Id } }),
    mutation("a move to the other workflow's status by name", 'moveByName', 500, { body: { StatusName: 'Prospect' } }),
    mutation('a move on a job without the contact', 'move', 404, { path: [first.job, first.other] }),
    mutation('a first placement where he is', 'place', 500, { path: [first.other, first.job], words: 'already' }),
    mutation('a first placement in no stage', 'place', 500, { body: { StatusId: undefined }, words: 'StatusId' }),
  ],
  everywhere: {
    noKey: [401, 'Message'],
    unknownQuery: [500, 'zz_unknown'],
    unknownField: [500, 'zz_unknown'],
    missingField: [500, 'is required'],
    badType: [415, ''],
  },
})

async function get<T>(standIn: StandIn, path: string): Promise<T> {
  const { text } = await send({ method: 'GET', url: standIn.origin + path, headers: usual, body: undefined })
  return JSON.parse(text) as T
}
interface Listed {
  Data: { Id: string }[]
  Metadata: { TotalRecords: number }
}

test('gives 100 of 250 contacts where 500 are asked for, and all of them in 3 pages of 100', async () => {
  const standIn = await startStandIn(crelate)
  fillWorld(standIn.world, { candidateCount: 250 })
  const page = (offset: number, limit: number) => get<Listed>(standIn, `/api3/contacts?limit=${limit}&offset=${offset}`)
  const capped = await page(0, 500)
  expect([capped.Data.length, capped.Metadata.TotalRecords]).toEqual([100, 250])
  const pages = [await page(0, 100), await page(100, 100), await page(200, 100)]
  expect(pages.map(({ Data }) => Data.length)).toEqual([100, 100, 50])
  expect(new Set(pages.flatMap(({ Data }) => Data.map(({ Id }) => Id))).size).toBe(250)
  await standIn.stop()
})

test('finds by v1 alone which of 2 contacts is a candidate, and what changed in the last 5 minutes', async () => {
  const standIn = await startStandIn(crelate, { clock: { now: () => new Date('2027-02-01T12:00:00Z') } })
  plant(standIn)
  const old = new Date('2027-02-01T11:50:00Z')
  standIn.world.addCandidate({ createdAt: old, updatedAt: old })
  const idsOf = async (path: string) => {
    const { Results } = await get<{ Results: { Id: string }[] }>(standIn, `${v1}/contacts/recent?${path}`)
    return Results.map(({ Id }) => Id)
  }
  expect(await idsOf('modified=5')).toEqual([first.contact, first.candidate])
  expect(await idsOf('modified=5&type=1')).toEqual([first.candidate])
  expect(await idsOf('modified=60&type=1')).toHaveLength(2)
  const { Data } = await get<Listed>(standIn, '/api3/contacts')
  expect(Data).toHaveLength(3)
  await standIn.stop()
})

test("lists 3 statuses of the sales workflow with recruiting's 5, one by the same name, and moves to recruiting's, which a stale read does not show", async () => {
  const standIn = await startStandIn(crelate)
  plant(standIn)
  const statuses = await get<{ Id: string; Name: string; WorkflowTypeName: string }[]>(
    standIn,
    `${v1}/domain/workflowStatuses`,
  )
  const wanted = statuses.filter(({ Name }) => Name === 'Interview')
  expect([statuses.length, wanted.map(({ WorkflowTypeName }) => WorkflowTypeName)]).toEqual([
    8,
    ['Sales', 'Recruiting'],
  ])
  standIn.order({ kind: 'stale' })
  await send({
    method: 'PUT',
    url: `${standIn.bases.v1}/jobs/${first.job}/contacts/${first.candidate}`,
    headers: { ...usual, 'content-type': 'application/json' },
    body: JSON.stringify({ StatusName: 'Interview' }),
  })
  const stages = []
  for (let count = 0; count < 2; count++)
    stages.push(...(await get<{ StageId: string }[]>(standIn, `${v1}/contacts/${first.candidate}/jobs`)))
  expect(stages.map(({ StageId }) => StageId)).toEqual([statuses[3]!.Id, wanted[1]!.Id])
  standIn.desk.settings.set('isV1Bare', true)
  expect(await get(standIn, `${v1}/domain/workflowStatuses`)).toEqual([])
  await standIn.stop()
})

test('lets 10 requests a second in, does a write whose answer is lost, and knows a key no more that was made anew', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(crelate, { clock: { now: () => new Date(now) } })
  plant(standIn)
  const post = () =>
    send({
      method: 'POST',
      url: `${standIn.bases.v1}/contacts/${first.candidate}/notes`,
      headers: { ...usual, 'content-type': 'application/json' },
      body: JSON.stringify({ Body: 'Booked.', ExternalPrimaryKey: 'parley-r1' }),
    })
  standIn.order({ kind: 'lostReply' })
  await expect(post()).rejects.toThrow()
  expect(standIn.world.notes.rows.at(-1)?.extra).toEqual({ ExternalPrimaryKey: 'parley-r1' })
  for (let count = 0; count < 9; count++) await post()
  expect((await post()).status).toBe(429)
  now += 1000
  expect((await post()).status).toBe(201)
  standIn.desk.keys.clear()
  expect(await post()).toMatchObject({ status: 401, text: '{"Message":"API key is invalid"}' })
  await standIn.stop()
})
