import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { lever, signLever } from './lever.ts'
import { applicationIdOf } from './leverRows.ts'

const authorization = `Basic ${btoa('lever-key-1:')}`
let first: Record<
  'person' | 'opportunity' | 'user' | 'job' | 'resume' | 'panel' | 'session' | 'theirs' | 'stage' | 'note' | 'hook',
  string
>
function plant({ world }: StandIn): void {
  const user = world.addUser({ isAdmin: true }).id
  const job = world.addJob({ hiringManagerIds: [user], recruiterIds: [user] }).id
  const person = world.addCandidate().id
  const opportunity = world.addApplication({ candidateId: person, jobId: job, ownerId: user }).id
  const hidden = world.addCandidate({ firstName: 'Hidden', isPrivate: true }).id
  world.addApplication({ candidateId: hidden, jobId: job })
  const resume = world.addAttachment({ candidateId: person }).id
  world.addAttachment({ candidateId: person, kind: 'other', filename: 'certificate.pdf' })
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const seats = [{ userId: user, email: null, response: 'none' }]
  const panel = world.newId('panels')
  const row = { ...times, applicationId: opportunity, seats, organizerId: user }
  const session = world.addInterview({
    ...row,
    groupId: panel,
    isFromApi: true,
    externalRef: 'https://parley.example/r/1',
  }).id
  const theirs = world.newId('panels')
  world.addInterview({ ...row, groupId: theirs })
  const note = world.addNote({ candidateId: person, applicationId: opportunity, text: 'Called back.' }).id
  const hook = world.addHook({ url: 'https://parley.example/hooks', event: 'candidateStageChange', secret: 's' }).id
  first = {
    person,
    opportunity,
    user,
    job,
    resume,
    panel,
    session,
    theirs,
    stage: world.stagesOf(job)[2]!.id,
    note,
    hook,
  }
}

const session = (at: number) => ({ interviewers: [{ id: first.user }], date: at, duration: 45, subject: 'Bench test' })
const nine = Date.parse('2027-02-03T09:00:00Z')

describeStandIn({
  kind: lever,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return { authorization }
  },
  asks({ origin, world }) {
    const mine = `/v1/opportunities/${first.opportunity}`
    const as = `perform_as=${first.user}`
    const read = (path: string, operation: string) => ({ call: `GET ${path}`, operation })
    return {
      users: read('/v1/users?limit=100&includeDeactivated=true', 'list_users/default'),
      opportunities: read(
        `/v1/opportunities?updated_at_start=1700000000000&posting_id=${first.job}&expand=stage`,
        'list_candidates/default',
      ),
      applications: read('/v1/opportunities?expand=applications', 'list_applications/default'),
      byMail: read('/v1/opportunities?email=rosa.quist@mail.example', 'find_candidate/default'),
      opportunity: read(mine, 'get_candidate/default'),
      contact: read(`/v1/contacts/${first.person}`, 'get_candidate/person'),
      postings: read('/v1/postings?state=published', 'list_jobs/default'),
      posting: read(`/v1/postings/${first.job}`, 'get_job/default'),
      team: read(`/v1/postings/${first.job}?expand=owner&expand=hiringManager`, 'get_hiring_team/default'),
      stages: read('/v1/stages', 'list_stages/default'),
      resumes: read(`${mine}/resumes`, 'list_attachments/resumes'),
      files: read(`${mine}/files`, 'list_attachments/files'),
      download: read(`${mine}/resumes/${first.resume}/download`, 'download_attachment/download resume'),
      panels: read(`${mine}/panels`, 'list_interviews/panels'),
      interviews: read(`${mine}/interviews`, 'list_interviews/interviews'),
      panel: read(`${mine}/panels/${first.panel}`, 'get_interview/default'),
      interview: read(`${mine}/interviews/${first.session}`, 'get_interview/interview'),
      createPanel: {
        call: `POST ${mine}/panels?${as}`,
        operation: 'create_interview/create panel with its interviews',
        body: {
          timezone: 'Europe/Lisbon',
          interviews: [session(nine)],
          feedbackReminder: 'none',
          externalUrl: 'https://parley.example/r/2',
        },
      },
      addInterview: {
        call: `POST ${mine}/interviews?${as}`,
        operation: 'create_interview/add an interview to a panel',
        body: { panel: first.panel, ...session(nine) },
      },
      replacePanel: {
        call: `PUT ${mine}/panels/${first.panel}?${as}`,
        operation: 'update_interview/default',
        body: { timezone: 'UTC', interviews: [{ id: first.session, ...session(nine) }] },
      },
      replaceInterview: {
        call: `PUT ${mine}/interviews/${first.session}?${as}`,
        operation: 'update_interview/one interview',
        body: { panel: first.panel, ...session(nine + 3600_000) },
      },
      cancelInterview: {
        call: `DELETE ${mine}/interviews/${first.session}?${as}`,
        operation: 'cancel_interview/one interview',
      },
      cancelPanel: {
        call: `DELETE ${mine}/panels/${world.interviews.rows.find(({ externalRef, canceledAt }) => externalRef === 'https://parley.example/r/2' && canceledAt === null)?.groupId ?? first.panel}?${as}`,
        operation: 'cancel_interview/panel',
      },
      move: { call: `PUT ${mine}/stage?${as}`, operation: 'move_stage/default', body: { stage: first.stage } },
      note: {
        call: `POST ${mine}/notes?${as}&note_id=${first.note}`,
        operation: 'add_note/default',
        body: { value: 'Booked.', secret: false },
      },
      notes: read(`${mine}/notes`, 'add_note/read notes'),
      addHook: {
        call: 'POST /v1/webhooks',
        operation: 'manage_webhooks/default',
        body: { url: 'https://parley.example/h', event: 'interviewCreated' },
      },
      hooks: read('/v1/webhooks', 'manage_webhooks/list'),
      removeHook: { call: `DELETE /v1/webhooks/${first.hook}`, operation: 'manage_webhooks/delete' },
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 34,
  mutations: () => [
    mutation('a key without its colon', 'users', 401, { headers: { authorization: `Basic ${btoa('lever-key-1')}` } }),
    mutation('another key', 'users', 401, { headers: { authorization: `Basic ${btoa('lever-key-2:')}` } }),
    mutation('the key as it is', 'users', 401, { headers: { authorization: 'lever-key-1' } }),
    mutation('a page of 101', 'users', 400, { query: { limit: '101' }, words: '"code":"BadRequest"' }),
    mutation('a number as offset', 'opportunities', 400, { query: { offset: '100' }, words: 'offset' }),
    mutation('the offset of another list', 'users', 400, {
      query: { offset: Buffer.from('/v1/stages@1').toString('base64url') },
    }),
    mutation('an ISO time as a bound', 'opportunities', 400, {
      query: { updated_at_start: '2027-01-01T00:00:00Z' },
      words: 'updated_at_start',
    }),
    mutation('a bound in seconds', 'opportunities', 400, { query: { updated_at_start: '1700000000' } }),
    mutation('a page number', 'opportunities', 400, { query: { page: '2' } }),
    mutation('confidential records without the grant', 'opportunities', 403, {
      query: { confidentiality: 'all' },
      words: 'confidential',
    }),
    mutation('a search by name', 'opportunities', 400, { query: { name: 'Rosa' } }),
    mutation('an unknown thing to expand', 'opportunity', 400, { query: { expand: 'everything' } }),
    mutation('an opportunity that is not there', 'opportunity', 404, {
      path: [first.opportunity, first.person],
      words: 'ResourceNotFound',
    }),
    mutation('a path of another version', 'users', 404, { path: ['/v1/', '/v2/'] }),
    mutation('a list by POST', 'users', 404, { method: 'POST' }),
    mutation('a panel without a doer', 'createPanel', 400, { query: { perform_as: null }, words: 'perform_as' }),
    mutation('a panel by nobody', 'createPanel', 400, { query: { perform_as: first.person }, words: 'perform_as' }),
    mutation('a panel in no time zone', 'createPanel', 400, { body: { timezone: 'Lisbon time' }, words: 'timezone' }),
    mutation('a panel without interviews', 'createPanel', 400, { body: { interviews: [] }, words: 'interviews' }),
    mutation('a panel with an empty list of applications', 'createPanel', 400, {
      body: { applications: [] },
      words: 'applications',
    }),
    mutation("the opportunity's id as application", 'createPanel', 400, {
      body: { applications: [first.opportunity] },
      words: 'applications',
    }),
    mutation('an ISO date', 'createPanel', 400, {
      body: { interviews: [{ ...session(nine), date: '2027-02-03T09:00:00Z' }] },
      words: 'date',
    }),
    mutation('a length of nothing', 'createPanel', 400, {
      body: { interviews: [{ ...session(nine), duration: 0 }] },
      words: 'duration',
    }),
    mutation('an interviewer by mail', 'createPanel', 400, {
      body: { interviews: [{ ...session(nine), interviewers: [{ email: 'a@b.example' }] }] },
    }),
    mutation('an interviewer who is no user', 'createPanel', 400, {
      body: { interviews: [{ ...session(nine), interviewers: [{ id: first.person }] }] },
      words: 'interviewers',
    }),
    mutation('a reminder that is none', 'createPanel', 400, {
      body: { feedbackReminder: 'hourly' },
      words: 'feedbackReminder',
    }),
    mutation('a change of what a person made', 'replacePanel', 403, {
      path: [first.panel, first.theirs],
      words: 'externally managed',
    }),
    mutation('a replacement without its interviews', 'replacePanel', 400, {
      body: { interviews: undefined },
      words: 'interviews',
    }),
    mutation('a partial change', 'replacePanel', 404, { method: 'PATCH' }),
    mutation("an interview of another panel's", 'replaceInterview', 400, {
      body: { panel: first.theirs },
      words: 'panel',
    }),
    mutation('a stage that is not there', 'move', 404, {
      body: { stage: first.job },
      words: `stages ${first.job} was not found`,
    }),
    mutation('a hook to an open address', 'addHook', 400, { body: { url: 'http://parley.example/h' }, words: 'https' }),
    mutation('a hook for an unknown event', 'addHook', 400, { body: { event: 'stageChanged' }, words: 'event' }),
    mutation('a key at the host of a file', 'file', 400, { headers: { authorization } }),
  ],
  everywhere: {
    noKey: [401, 'Unauthorized'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, 'zz_unknown'],
    missingField: [400, 'is required'],
    badType: [400, 'BadRequest'],
  },
})

async function read(
  standIn: StandIn,
  path: string,
): Promise<{ status: number; json: { data: Record<string, unknown>[]; hasNext: boolean; next?: string } }> {
  const { status, text } = await send({
    method: 'GET',
    url: `${standIn.bases.main}${path}`,
    headers: { authorization },
    body: undefined,
  })
  return { status, json: JSON.parse(text) }
}

test('shows 2 of 3 opportunities without the confidential one, and all 3 to a key with the grant that asks for all', async () => {
  const standIn = await startStandIn(lever)
  plant(standIn)
  standIn.world.addApplication({ candidateId: standIn.world.addCandidate().id, jobId: first.job })
  expect((await read(standIn, '/opportunities')).json.data).toHaveLength(2)
  standIn.desk.settings.set('isConfidentialGranted', true)
  expect((await read(standIn, '/opportunities?confidentiality=all')).json.data).toHaveLength(3)
  const { json } = await read(standIn, '/opportunities?limit=1')
  expect(json.hasNext).toBe(true)
  const rest = await read(standIn, `/opportunities?limit=5&offset=${json.next}`)
  expect([rest.json.data.length, rest.json.hasNext, 'next' in rest.json]).toEqual([1, false, false])
  await standIn.stop()
})

test('names the 1 permission of 12 that a key lacks, and takes an action by somebody who has left', async () => {
  const standIn = await startStandIn(lever)
  plant(standIn)
  standIn.desk.scopes = new Set(['opportunities:read:admin', 'notes:write:admin'])
  expect((await read(standIn, '/stages')).status).toBe(403)
  standIn.world.users.update(first.user, { isActive: false })
  const url = `${standIn.bases.main}/opportunities/${first.opportunity}/notes?perform_as=${first.user}`
  const headers = { authorization, 'content-type': 'application/json' }
  expect((await send({ method: 'POST', url, headers, body: '{"value":"x"}' })).status).toBe(201)
  await standIn.stop()
})

test('replaces a panel whole: what is left out is gone, and the panel goes with its last interview', async () => {
  const standIn = await startStandIn(lever)
  plant(standIn)
  const url = `${standIn.bases.main}/opportunities/${first.opportunity}/panels/${first.panel}?perform_as=${first.user}`
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ timezone: 'UTC', interviews: [session(nine), session(nine + 3600_000)] })
  await send({ method: 'PUT', url, headers, body })
  const { json } = await read(standIn, `/opportunities/${first.opportunity}/panels`)
  const panel = json.data.find(({ id }) => id === first.panel)!
  expect(panel).toMatchObject({
    externalUrl: null,
    applications: [applicationIdOf(first.opportunity)],
    start: nine,
    end: nine + 105 * 60_000,
  })
  expect((panel.interviews as { id: string }[]).map(({ id }) => id)).not.toContain(first.session)
  await send({ method: 'DELETE', url, headers: { authorization }, body: undefined })
  const after = await read(standIn, `/opportunities/${first.opportunity}/panels`)
  expect(after.json.data.find(({ id }) => id === first.panel)?.canceledAt).toBeTypeOf('number')
  await standIn.stop()
})

test("signs webhooks as the vendor's test vector says, over token and time and nothing else", async () => {
  const token = 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6'
  const vector = 'd62999784dce2769ea0dd82b2048295fcad8196e628b5bd7a65f0949975c706f'
  expect(signLever('parley-test-secret', token, 1_794_000_000_000)).toBe(vector)
  const standIn = await startStandIn(lever)
  plant(standIn)
  standIn.world.moveApplication(first.opportunity, first.stage)
  standIn.world.moveApplication(first.opportunity, standIn.world.stagesOf('')[3]!.id)
  const bodies = standIn
    .takeDeliveries()
    .map(({ body }) => JSON.parse(body) as { token: string; triggeredAt: number; signature: string })
  expect(bodies).toMatchObject([{ data: { toStageId: first.stage } }, { data: { fromStageId: first.stage } }])
  for (const { token: used, triggeredAt, signature } of bodies)
    expect(signature).toBe(signLever('s', used, triggeredAt))
  expect(new Set(bodies.map(({ token: used }) => used)).size).toBe(2)
  await standIn.stop()
})
