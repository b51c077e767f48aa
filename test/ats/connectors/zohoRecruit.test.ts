import { afterEach, expect, test } from 'vitest'
import type { Access, InterviewWriting } from '../../../src/ats/connector.ts'
import { zohoRecruit } from '../../../src/ats/connectors/zohoRecruit.ts'
import { noteMark } from '../../../src/ats/noteMark.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  type Opened,
  openScene,
  readStreams,
} from '../../contract/connectorScene.ts'
import { startStandIn } from '../../fakes/ats/kit.ts'
import { zohoRecruit as kind } from '../../fakes/ats/zohoRecruit.ts'
import { openConnected } from '../../workflow/openConnected.ts'

const scene: ConnectorScene = {
  system: zohoRecruit,
  kind,
  fields({ key }) {
    const [clientId = '', clientSecret = '', refreshToken = ''] = key.split(':')
    return { dataCentre: 'eu', clientId, clientSecret, refreshToken }
  },
  // Contacts come without an address.
  lacks: ['contacts', 'hiringManager', 'owner', 'secondEmail', 'outcomes', 'private', 'confidentialJobs'],
  candidateCount: 450,
  requests: { first: 20, quiet: 9 },
  creates: { interview: /^POST .*\/Interviews$/, note: /^POST .*\/Notes$/ },
  notInSheet: /^\/oauth\/v2\/token$/,
}
describeConnector(scene)

const opened: Opened[] = []
async function open(settings: Record<string, unknown> = {}): Promise<Opened> {
  const prepare: ConnectorScene['prepare'] = ({ desk }) => {
    for (const [name, value] of Object.entries(settings)) desk.settings.set(name, value)
  }
  const one = await openScene({ ...scene, prepare })
  opened.push(one)
  return one
}
afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

const refAt = (one: Opened, index: number) => {
  const { id: applicationId, candidateId, jobId } = applicationsOf(one, candidateAt(one, index))[0]!
  return { applicationId, candidateId, jobId }
}
function interviewAt(one: Opened, index: number): InterviewWriting {
  const startAt = new Date(one.now().getTime() + 48 * 3600_000)
  return {
    ...refAt(one, index),
    ...{ key: 'interview-8', knownId: null, status: 'SCHEDULED', title: 'Talk with Ruth', zone: 'Europe/Berlin' },
    ...{ startAt, endAt: new Date(startAt.getTime() + 1800_000), location: 'Room 4', userIds: [], participants: [] },
    ...{ stageId: null, text: `Talk. ${noteMark('interview-8')}`, actingUserId: null },
  }
}
function accessTo(fields: Record<string, string>, fetch: typeof globalThis.fetch): Access {
  return { fields, clock: { now: () => new Date('2027-02-01T12:00:00Z') }, pause: async () => undefined, fetch }
}

test('writes interviews and their changes without running a workflow of the customer', async () => {
  const one = await open()
  const { id } = await one.connector.writeInterview!(interviewAt(one, 7))
  await one.connector.writeInterview!({ ...interviewAt(one, 7), knownId: id, status: 'CANCELED' })
  expect(one.standIn.desk.settings.get('workflowRuns')).toBeUndefined()
})

test('finds out that the job of an interview is called Job_Opening_Name here, reads and writes it so', async () => {
  const one = await open({ jobLookup: 'Job_Opening_Name' })
  const { id, said } = await one.connector.writeInterview!(interviewAt(one, 7))
  expect(said).toContain('2027-02-03T12:00:00+00:00')
  const { rows } = await readStreams(one, null, (name) => name === 'interviews')
  expect(rows.flatMap(({ interviews = [] }) => interviews.map((row) => [row.id, row.pair?.jobId]))).toContainEqual([
    id,
    refAt(one, 7).jobId,
  ])
})

test('says before it is tried that interviews have no field for the job, and then refuses with the same words', async () => {
  const one = await open({ jobLookup: 'Vacancy' })
  const interview = interviewAt(one, 7)
  const [problem] = await one.connector.checkInterview!(interview)
  expect(problem).toContain('Posting_Title or Job_Opening_Name')
  await expect(one.connector.writeInterview!(interview)).rejects.toMatchObject({ code: 'refused', message: problem })
  expect((await one.connector.probe()).filter(({ state }) => state !== 'ok')).toMatchObject([
    { capability: 'write interviews', state: 'failing', said: problem },
  ])
})

test('removes an interview where no status means cancelled, and says so', async () => {
  const one = await open({ interviewStatuses: ['Scheduled', 'Completed'] })
  const { id } = await one.connector.writeInterview!(interviewAt(one, 7))
  const canceled = { ...interviewAt(one, 7), knownId: id, status: 'CANCELED' } as const
  expect((await one.connector.writeInterview!(canceled)).said).toContain('removed')
  expect(one.standIn.world.interviews.get(id)).toBeUndefined()
  expect((await one.connector.writeInterview!(canceled)).said).toBe('there is no such interview')
})

test('schedules a cancelled interview again under the same id', async () => {
  const one = await open()
  const write = one.connector.writeInterview!
  const { id } = await write(interviewAt(one, 7))
  await write({ ...interviewAt(one, 7), knownId: id, status: 'CANCELED' })
  expect(one.standIn.world.interviews.get(id)?.status).toBe('Cancelled')
  expect((await write({ ...interviewAt(one, 7), knownId: id })).id).toBe(id)
  expect(one.standIn.world.interviews.get(id)?.status).toBe('Scheduled')
})

test('moves the application to one job and leaves the one to the other', async () => {
  const one = await open()
  const [here, there] = applicationsOf(one, candidateAt(one, 0))
  const target = one.standIn.world.stagesOf('')[3]!
  const before = there!.stageId
  const move = { ...refAt(one, 0), fromStageId: null, toStageId: target.label, actingUserId: null }
  await one.connector.moveStage!(move)
  const stageOf = (id: string) => one.standIn.world.applications.get(id)!.stageId
  expect([stageOf(here!.id), stageOf(there!.id)]).toEqual([target.id, before])
})

test('takes a failed item in an answer of success for the refusal that it is', async () => {
  const one = await open()
  const move = { ...refAt(one, 7), fromStageId: null, toStageId: 'Round 9', actingUserId: null }
  await expect(one.connector.moveStage!(move)).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('invalid data: Candidate_Status'),
  })
})

test('reads nothing from an account with nothing in it, where the vendor answers 204', async () => {
  const standIn = await startStandIn(kind)
  const { clock } = standIn.world
  const connector = zohoRecruit.open({
    ...accessTo(scene.fields(standIn), fetch),
    ...{ clock, bases: standIn.bases },
  })
  for (const stream of connector.streams) {
    const { rows, next } = await stream.read({ since: null, page: null })
    expect(next).toBeNull()
    expect(Object.values(rows).flat().filter(Boolean)).toEqual([])
  }
  await standIn.stop()
})

test('has 1 access token for an hour, another after it, and another when Zoho ends one early', async () => {
  const one = await open()
  const count = () => one.standIn.log.filter(({ url }) => url.endsWith('/token')).length
  const ref = refAt(one, 7)
  await one.connector.readApplication(ref)
  one.advance(50 * 60_000)
  await one.connector.readApplication(ref)
  expect(count()).toBe(1)
  one.advance(10 * 60_000)
  await one.connector.readApplication(ref)
  expect(count()).toBe(2)
  ;(one.standIn.desk.settings.get('tokens') as Map<string, unknown>).clear()
  expect(await one.connector.readApplication(ref)).not.toBeNull()
  expect(count()).toBe(3)
})

test('makes a lasting key of a generated code, which is not kept and good once', async () => {
  const standIn = await startStandIn(kind)
  standIn.desk.settings.set('codes', new Set(['code-1']))
  const [clientId = '', clientSecret = ''] = kind.key.split(':')
  const entered = { dataCentre: 'com', clientId, clientSecret, code: ' code-1 ', refreshToken: '' }
  const settle = () => zohoRecruit.settle!({ ...accessTo(entered, fetch), bases: standIn.bases })
  expect(await settle()).toEqual({ dataCentre: 'com', clientId, clientSecret, refreshToken: 'refresh-1' })
  await expect(settle()).rejects.toMatchObject({ code: 'notConfigured', field: 'code' })
  await standIn.stop()
})

test('is connected with a code, and has the interviews of others with the applications they belong to', async () => {
  const [clientId = '', clientSecret = ''] = kind.key.split(':')
  const loop = await openConnected({
    ...{ system: zohoRecruit, kind, fields: { dataCentre: 'com', clientId, clientSecret, code: 'code-1' } },
    fill({ world, desk }) {
      desk.settings.set('codes', new Set(['code-1']))
      const [job, other] = [world.addJob(), world.addJob({ title: 'Baker' })]
      const candidateId = world.addCandidate().id
      world.addApplication({ candidateId, jobId: other.id })
      const application = world.addApplication({ candidateId, jobId: job.id })
      const startAt = new Date('2027-03-03T10:00:00Z')
      world.addInterview({ applicationId: application.id, startAt, endAt: new Date(startAt.getTime() + 1800_000) })
    },
  })
  await loop.connect()
  await loop.sync()
  const [interviews, applications] = await loop.tables(async (tx) => [
    await tx.find('atsInterviews'),
    await tx.find('atsApplications'),
  ])
  const applicationId = applications.find(
    ({ externalId }) => externalId === loop.standIn.world.applications.rows[1]!.id,
  )?.id
  expect(interviews).toMatchObject([{ applicationId, status: 'SCHEDULED' }])
  expect((await loop.connection()).settings).toEqual({ dataCentre: 'com', clientId })
  await loop.standIn.stop()
})

test('asks the hosts of the data centre that was chosen, and of no other', async () => {
  for (const { value } of zohoRecruit.fields[0]!.choices!) {
    const hosts: string[] = []
    const connector = zohoRecruit.open(
      accessTo({ dataCentre: value, refreshToken: 'r' }, async (input) => {
        hosts.push(new URL(String(input)).host)
        return Response.json({
          access_token: 'a',
          api_domain: 'https://evil.example',
          users: [],
          info: { more_records: false },
        })
      }),
    )
    await connector.streams[0]!.read({ since: null, page: null })
    expect(hosts).toEqual([`accounts.zoho.${value}`, `recruit.zoho.${value}`])
  }
})

test('names the scope when a good token is refused for too little with a 401', async () => {
  const connector = zohoRecruit.open(
    accessTo({ dataCentre: 'com', refreshToken: 'r' }, async (input) =>
      String(input).includes('/token')
        ? Response.json({ access_token: 'a' })
        : Response.json({ code: 'OAUTH_SCOPE_MISMATCH', status: 'error' }, { status: 401 }),
    ),
  )
  const states = (await connector.probe()).map(({ state, permission }) => [state, permission])
  expect(states).toContainEqual(['missing', 'ZohoRecruit.modules.interview.ALL'])
  expect(states).not.toContainEqual(['failing', null])
})

test('explains how people who sign in with Google or Microsoft get an app-specific password', () => {
  const [step] = zohoRecruit.steps.filter((text) => text.includes('app-specific password'))
  for (const word of ['Google', 'Microsoft', 'Security', 'App Passwords', 'Generate New Password'])
    expect(step).toContain(word)
})
