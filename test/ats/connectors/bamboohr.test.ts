import { afterEach, expect, test } from 'vitest'
import { bamboohr } from '../../../src/ats/connectors/bamboohr.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  allRequests,
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  type Opened,
  openScene,
  readStreams,
  rowsOf,
} from '../../contract/connectorScene.ts'
import { bamboohr as kind } from '../../fakes/ats/bamboohr.ts'

const scene: ConnectorScene = {
  system: bamboohr,
  kind,
  fields: ({ key }) => ({ company: 'quarry', apiKey: key }),
  lacks: [
    ...(['clients', 'contacts', 'owner', 'phones', 'secondEmail', 'private', 'confidentialJobs'] as const),
    ...(['interviews', 'changeTimes'] as const),
  ],
  requests: { first: 8, quiet: 6 },
  creates: { note: /^POST .*\/comments$/ },
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
  const { id: applicationId, candidateId, jobId } = applicationsOf(one, candidateAt(one, index))[0]!
  return { applicationId, candidateId, jobId }
}

test('takes no company domain that would lead to another host', () => {
  const openAs = (company: string) =>
    bamboohr.open({
      fields: { company, apiKey: 'key' },
      clock: { now: () => new Date() },
      pause: async () => undefined,
      fetch,
    })
  for (const company of ['', 'acme.evil.example/', 'evil.example#', 'a@b', '-acme', 'acme-', 'acme bamboo', 'äcme'])
    expect(() => openAs(company), company).toThrow(expect.objectContaining({ code: 'badInput', field: 'company' }))
  expect(() => openAs('acme-2')).not.toThrow()
})

test('never sets Hired, which would begin onboarding, and says so', async () => {
  const one = await open()
  const hired = one.standIn.world.stagesOf('').at(-1)!
  const ref = refAt(one, 7)
  const before = one.standIn.world.changeCount
  const move = one.connector.moveStage!({ ...ref, fromStageId: null, toStageId: hired.id, actingUserId: null })
  await expect(move).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('onboarding') })
  expect(one.standIn.world.changeCount).toBe(before)
})

test("gives the vendor's reason, which stands in a header beside an empty body", async () => {
  const one = await open()
  const note = { ...refAt(one, 7), key: 'one', mayExist: false, text: '', actingUserId: null }
  await expect(one.connector.writeNote!(note)).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('comment'),
  })
})

test('tells the hired one from the one turned down, who both keep their status', async () => {
  const one = await open()
  const outcomes = [4, 5, 7].map(async (index) => (await one.connector.readApplication(refAt(one, index)))?.outcome)
  expect(await Promise.all(outcomes)).toEqual(['rejected', 'hired', 'active'])
})

test('knows a Hiring Lead without a user by name, as somebody without an address', async () => {
  const one = await open()
  const { world } = one.standIn
  const lead = world.users.rows.find(({ firstName }) => firstName === 'Ruth')!
  world.users.update(lead.id, { isActive: false })
  const { rows } = await readStreams(one, null)
  const [user] = rowsOf(rows, 'users').filter(({ name }) => name === 'Ruth Vance')
  expect(user).toMatchObject({ email: null, role: 'hiringManager' })
  expect(new Set(rowsOf(rows, 'jobs').map(({ hiringManagerId }) => hiringManagerId))).toEqual(new Set([user!.id]))
})

test('of 220 candidates reads 1 page of 50 and asks for 1 of them when 1 has changed', async () => {
  const one = await open(220)
  await readStreams(one, null)
  one.advance(3600_000)
  const since = one.now()
  one.advance(60_000)
  one.standIn.world.moveApplication(refAt(one, 20).applicationId, one.standIn.world.stagesOf('')[2]!.id)
  const before = one.standIn.log.length
  const { byStream } = await readStreams(one, since, (name) => name === 'applications')
  const [first] = byStream.get('applications')!
  expect(first!.applications?.[0]?.id).toBe(refAt(one, 20).applicationId)
  // The active, one of them by itself, those turned down, and the hired.
  expect(one.standIn.log.length - before).toBe(4)
})

test('goes on to the next page when all of the first one has changed', async () => {
  const one = await open(120)
  await readStreams(one, null)
  one.advance(3600_000)
  const since = one.now()
  one.advance(60_000)
  const { world } = one.standIn
  const moved = world.applications.rows.filter(({ status }) => status === 'active').slice(0, 60)
  for (const { id } of moved) world.moveApplication(id, world.stagesOf('')[3]!.id)
  const { byStream } = await readStreams(one, since, (name) => name === 'applications')
  const told = new Set(rowsOf(byStream.get('applications')!, 'applications').map(({ id }) => id))
  expect(moved.filter(({ id }) => !told.has(id))).toEqual([])
})

test('waits as long as a 503 with Retry-After says, and asks nothing meanwhile', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  let asked = 0
  const connector = bamboohr.open({
    fields: { company: 'quarry', apiKey: 'key' },
    clock: { now: () => new Date(now) },
    pause: async () => undefined,
    async fetch() {
      asked++
      return new Response('', { status: 503, headers: { 'retry-after': '90' } })
    },
  })
  const read = () => connector.streams[0]!.read({ since: null, page: null })
  await expect(read()).rejects.toMatchObject({ code: 'rateLimited', retry: { afterMs: 90_000 } })
  now += 60_000
  await expect(read()).rejects.toMatchObject({ code: 'rateLimited', retry: { afterMs: 30_000 } })
  expect(asked).toBe(1)
})

test('sends the key and any password, as a pair', async () => {
  await readStreams(await open(), null)
  const { headers } = allRequests().at(-1)!.request
  expect(Buffer.from(headers.authorization!.split(' ')[1]!, 'base64').toString()).toBe('bamboo-key-1:x')
})
