import { createHmac } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { AtsConnector, HookDelivery } from '../../../src/ats/connector.ts'
import { breezyhr } from '../../../src/ats/connectors/breezyhr.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  type Opened,
  openScene,
  readStreams,
  rowsOf,
} from '../../contract/connectorScene.ts'
import { breezyhr as kind } from '../../fakes/ats/breezyhr.ts'

const signatureHeader = 'x-hook-signature'

/** White space around the body changes nothing here: the vendor's own sample signs it written anew. */
function spoil(good: HookDelivery): HookDelivery[] {
  const { [signatureHeader]: signature = '', ...unsigned } = good.headers
  const text = good.body.toString()
  const body = (changed: string) => ({ ...good, body: Buffer.from(changed) })
  const signed = (changed: string) => ({ ...good, headers: { ...good.headers, [signatureHeader]: changed } })
  return [
    body(text.replace('candidateStatusUpdated', 'candidateDeleted')),
    body(text.replace('{', '{"more":1,')),
    body(''),
    body('no JSON'),
    { ...good, secret: 'another-secret' },
    { ...good, secret: '' },
    { ...good, headers: unsigned },
    signed(signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0')),
    signed(signature.slice(0, -2)),
    signed(createHmac('sha1', good.secret).update(good.body).digest('hex')),
  ]
}

const scene: ConnectorScene = {
  system: breezyhr,
  kind,
  fields: ({ key }) => ({ token: key }),
  lacks: [
    ...(['clients', 'contacts', 'users', 'hiringManager', 'owner', 'secondEmail', 'outcomes'] as const),
    ...(['private', 'confidentialJobs', 'interviews'] as const),
  ],
  isCandidatePerApplication: true,
  requests: { first: 15, quiet: 12 },
  creates: { note: /^POST .*\/stream$/ },
  hook: { event: 'candidateStatusUpdated', header: signatureHeader, spoil },
  // Only among the health checks.
  notInSheet: /^\/v3\/user$/,
}
describeConnector(scene)

const opened: Opened[] = []
async function open(candidateCount?: number): Promise<Opened> {
  const one = await openScene(scene, candidateCount)
  opened.push(one)
  return one
}
afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

const refAt = (one: Opened, index: number) => {
  const { id, jobId } = applicationsOf(one, candidateAt(one, index))[0]!
  return { applicationId: id, candidateId: id, jobId }
}
/** Another user of the same account, by what he enters. */
function openAs({ standIn, now }: Opened, fields: Record<string, string>, companies?: unknown): AtsConnector {
  return breezyhr.open({
    fields: { token: standIn.key, ...fields },
    bases: standIn.bases,
    clock: { now },
    pause: async () => undefined,
    fetch: async (input, init) =>
      companies && String(input).endsWith('/companies') ? Response.json(companies) : fetch(input, init),
  })
}
const readJobs = (connector: AtsConnector) => connector.streams[0]!.read({ since: null, page: null })

test('takes a token with the word Bearer before it, and sends it without', async () => {
  const one = await open()
  expect((await readJobs(openAs(one, { token: `Bearer ${one.standIn.key}` }))).rows.jobs).toHaveLength(3)
})

test('asks which of 2 companies is meant, by their names, and then takes that one', async () => {
  const one = await open()
  const companies = [
    { _id: 'co1', name: 'Quarry & Sons' },
    { _id: 'co2', name: 'Harbour' },
  ]
  await expect(readJobs(openAs(one, {}, companies))).rejects.toMatchObject({
    code: 'notConfigured',
    field: 'company',
    message: expect.stringContaining('Quarry & Sons, Harbour'),
  })
  expect((await readJobs(openAs(one, { company: 'quarry & sons' }, companies))).rows.jobs).toHaveLength(3)
})

test('keeps positions that are closed, and reads their candidates for 90 days', async () => {
  const one = await open()
  const { world } = one.standIn
  const [first, second] = world.jobs.rows
  const dayMs = 24 * 3600_000
  world.jobs.update(first!.id, { status: 'closed', updatedAt: new Date(one.now().getTime() - 100 * dayMs) })
  world.jobs.update(second!.id, { status: 'closed', updatedAt: new Date(one.now().getTime() - 10 * dayMs) })
  const { rows } = await readStreams(one, null)
  expect(rowsOf(rows, 'jobs').map(({ status }) => status)).toEqual(['open', 'closed', 'closed'])
  const jobIds = new Set(rowsOf(rows, 'applications').map(({ jobId }) => jobId))
  expect([jobIds.has(first!.id), jobIds.has(second!.id), jobIds.size]).toEqual([false, true, 2])
})

test('goes on when a position is deleted while the candidates are read', async () => {
  const one = await open()
  const { connector, standIn } = one
  await readStreams(one, null, (name) => name === 'positions')
  standIn.world.jobs.remove(standIn.world.jobs.rows[1]!.id)
  const { rows } = await readStreams({ ...one, connector }, null, (name) => name === 'candidates')
  expect(new Set(rowsOf(rows, 'applications').map(({ jobId }) => jobId)).size).toBe(2)
})

test('knows the people of the teams as users, and for which position each works', async () => {
  const { rows } = await readStreams(await open(), null)
  const users = rowsOf(rows, 'users')
  expect(users.map(({ name }) => name).sort()).toEqual(['Dana Oduya', 'Ruth Vance'])
  for (const team of rowsOf(rows, 'teams')) expect(team.interviewerIds?.length).toBe(2)
  expect(rowsOf(rows, 'teams')).toHaveLength(3)
})

test('reads 130 candidates of one position in 3 pages, and after a change 1 page', async () => {
  const one = await open(130)
  const { world } = one.standIn
  const jobId = world.jobs.rows[0]!.id
  for (const { id } of world.applications.rows) world.applications.update(id, { jobId })
  const { byStream } = await readStreams(one, null)
  // The other two positions take one page each.
  expect(byStream.get('candidates')!.map(({ applications }) => applications?.length)).toEqual([50, 50, 31, 0, 0])
  one.advance(3600_000)
  const since = one.now()
  world.moveApplication(world.applications.rows[3]!.id, world.stagesOf(jobId)[2]!.id)
  const later = (await readStreams(one, since, (name) => name === 'candidates')).byStream
  expect(later.get('candidates')!.map(({ applications }) => applications?.length)).toEqual([1, 0, 0])
})

test('takes the stage for the outcome where it is one of an end', async () => {
  const one = await open()
  const { world } = one.standIn
  const disqualified = world.addStage({ label: 'Disqualified' })
  world.moveApplication(refAt(one, 7).applicationId, disqualified.id)
  world.moveApplication(refAt(one, 8).applicationId, world.stagesOf('').find(({ label }) => label === 'Hired')!.id)
  const outcomes = [7, 8, 9].map(async (index) => (await one.connector.readApplication(refAt(one, index)))?.outcome)
  expect(await Promise.all(outcomes)).toEqual(['rejected', 'hired', 'active'])
})

test('says that the user may not see resumes', async () => {
  const one = await open()
  one.standIn.world.addAttachment({ candidateId: candidateAt(one, 7).id })
  one.standIn.desk.settings.set('isWithoutResumes', true)
  await expect(one.connector.listAttachments!(refAt(one, 7))).rejects.toMatchObject({
    code: 'notAllowed',
    field: 'see resumes',
  })
})

test('takes the signature of the test vector, of the bytes and of the body written anew', async () => {
  const check = (await open()).connector.checkHook!
  const signed = 'e428f58a591381341def1afd7a931e6f9c502b7288dd27d6e98d4f807273b87b'
  const delivery = (body: string) =>
    check({
      headers: { [signatureHeader]: signed },
      body: Buffer.from(body),
      ...{ secret: 'parley-test-secret', now: new Date() },
    })
  const verdict = { kind: 'good', id: 'ev1', event: 'candidateStatusUpdated' }
  expect(delivery('{"_id":"ev1","type":"candidateStatusUpdated"}')).toEqual(verdict)
  expect(delivery('{ "_id": "ev1", "type": "candidateStatusUpdated" }\n')).toEqual(verdict)
  expect(delivery('{"_id":"ev2","type":"candidateStatusUpdated"}').kind).toBe('refused')
})

test('registers 12 times at one address and has 1 webhook, where 10 are allowed', async () => {
  const one = await open()
  for (let count = 0; count < 12; count++) await one.connector.registerHook!('https://parley.example/hooks/1', '')
  expect(one.standIn.world.hooks.rows).toHaveLength(1)
})
