import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { workable } from '../../../src/ats/connectors/workable.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  type ConnectorScene,
  findRead,
  people,
  readRef,
  readStreams,
  rowsOf,
  withScene,
} from '../../contract/connectorScene.ts'
import { workable as kind } from '../../fakes/ats/workable.ts'

const scene: ConnectorScene = {
  system: workable,
  kind,
  fields: ({ key }) => ({ subdomain: 'quarry', apiKey: key, memberEmail: people.recruiter.email }),
  lacks: ['clients', 'contacts', 'owner', 'private', 'confidentialJobs', 'secondEmail'],
  candidateCount: 240,
  isCandidatePerApplication: true,
  requests: { first: 14, quiet: 4 },
  answerMs: 1000,
  creates: { note: /^POST .*\/comments$/ },
  hook: { event: 'candidate_moved', header: 'x-workable-signature', secret: 'workable-token-1' },
}
describeConnector(scene)

test('finds the stages of candidates whose jobs have stages of their own, with few requests a page', () =>
  withScene({ ...scene, kind: { ...kind, hasStagesPerJob: true } }, async (one) => {
    const { world } = one.standIn
    for (let index = 0; index < 6; index++) {
      const job = world.addJob({ title: `Depot ${index}`, stageLabels: ['Applied', `Round ${index}`, 'Offer'] })
      const candidate = world.addCandidate({ lastName: `Rask${index}`, emails: [`rask${index}@mail.example`] })
      world.addApplication({ candidateId: candidate.id, jobId: job.id, stageId: world.stagesOf(job.id)[1]!.id })
    }
    const { rows, pages } = await readStreams(one, null)
    expect(pages.get('candidates')).toBe(3)
    const found = world.candidates.rows.slice(-6).map((candidate) => findRead(rows, candidate).stageId)
    expect(found).toEqual([0, 1, 2, 3, 4, 5].map((index) => `round-${index}`))
  }))

test('shows jobs nobody can apply to with the stages of the account, and does not ask for each of them', () =>
  withScene(scene, async (one) => {
    for (let index = 0; index < 30; index++) one.standIn.world.addJob({ title: `Old ${index}`, status: 'closed' })
    const before = one.standIn.log.length
    const { rows } = await readStreams(one, null)
    expect(one.standIn.log.length - before).toBeLessThanOrEqual(14)
    expect(rowsOf(rows, 'stages')).toHaveLength(33 * 5)
    expect(rowsOf(rows, 'jobs').filter(({ status }) => status === 'closed')).toHaveLength(30)
  }))

test('brings the stages and people of a job that changed at once, not with the next reading of all', () =>
  withScene(scene, async (one) => {
    one.advance(3600_000)
    const since = one.now()
    const { id } = one.standIn.world.addJob({ hiringManagerIds: [one.standIn.world.users.rows[1]!.id] })
    const { rows } = await readStreams(one, since, (name) => name === 'jobs')
    expect(rowsOf(rows, 'jobs').map((job) => job.id)).toEqual([id])
    expect(rowsOf(rows, 'stages')).toHaveLength(5)
    expect(rowsOf(rows, 'teams')).toMatchObject([{ jobId: id, hiringManagerId: one.standIn.world.users.rows[1]!.id }])
  }))

test('takes only the query of the address of a next page, whatever host it names', () =>
  withScene({ ...scene, candidateCount: 12 }, async (one) => {
    for (let index = 0; index < 150; index++) {
      const { id } = one.standIn.world.addCandidate({ lastName: `Lund${index}` })
      one.standIn.world.addApplication({ candidateId: id, jobId: one.standIn.world.jobs.rows[0]!.id })
    }
    one.disguise(true)
    const { rows } = await readStreams(one, null, (name) => name === 'candidates')
    expect(rowsOf(rows, 'candidates')).toHaveLength(163)
    expect([...one.origins]).toEqual([one.standIn.origin])
  }))

test('writes in the name of the recruiter, else of the member in the form, and says so when that one has left', () =>
  withScene(scene, async (one) => {
    const { ref, idOf } = await readRef(one, 7)
    const { world } = one.standIn
    const write = (actingUserId: string | null) =>
      one.connector.writeNote!({ ...ref, key: 'k', mayExist: false, text: 'Hello @Ruth', actingUserId })
    expect((await write(idOf(people.manager))).said).toMatch(/^Workable took the comment \w+\.$/)
    world.users.update(idOf(people.recruiter)!, { isActive: false })
    await expect(write(null)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('which member writes'),
    })
    world.users.update(idOf(people.recruiter)!, { isActive: true })
    await write(null)
    expect(world.notes.rows.map(({ userId }) => userId)).toEqual([idOf(people.manager), idOf(people.recruiter)])
    expect(world.notes.rows[0]!.text).toBe('Hello @\u2060Ruth')
  }))

test('subscribes to 3 events at addresses of their own, and to none anew when asked again', () =>
  withScene(scene, async (one) => {
    const register = one.connector.registerHook!
    expect(await register('https://parley.example/h?c=5', '')).toEqual({ secret: 'workable-token-1' })
    await register('https://parley.example/h?c=5', '')
    expect(one.standIn.world.hooks.rows.map(({ url }) => url)).toEqual([
      'https://parley.example/h?c=5&event=candidate_moved',
      'https://parley.example/h?c=5&event=candidate_created',
      'https://parley.example/h?c=5&event=candidate_deleted',
    ])
  }))

test('takes the signature in hexadecimal and in base64, and knows a delivery without an id by candidate, event and time', () =>
  withScene(scene, async (one) => {
    const body = Buffer.from(
      '{"event_type":"candidate_moved","data":{"id":"1a2b3c","updated_at":"2027-02-01T12:00:00Z"}}',
    )
    const digest = createHmac('sha256', 'parley-test-secret').update(body).digest()
    for (const encoding of ['hex', 'base64'] as const) {
      const headers = { 'x-workable-signature': digest.toString(encoding) }
      const verdict = one.connector.checkHook!({ headers, body, secret: 'parley-test-secret', now: one.now() })
      expect(verdict).toEqual({
        ...{ kind: 'good', event: 'candidate_moved', id: '1a2b3c candidate_moved 2027-02-01T12:00:00Z' },
      })
    }
  }))

test('reads an interview that was called off in Workable as one that is', () =>
  withScene(scene, async (one) => {
    const { world } = one.standIn
    const [event] = world.interviews.rows
    world.interviews.update(event!.id, { canceledAt: one.now() })
    const { rows } = await readStreams(one, null, (name) => name === 'events')
    expect(rowsOf(rows, 'interviews').find(({ id }) => id === event!.id)?.status).toBe('CANCELED')
  }))
