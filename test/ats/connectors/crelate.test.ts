import { afterEach, describe, expect, test } from 'vitest'
import { crelate } from '../../../src/ats/connectors/crelate.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { describeOddAnswers } from '../../contract/connectorOddAnswers.ts'
import {
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  type Opened,
  openScene,
  readStreams,
  rowsOf,
} from '../../contract/connectorScene.ts'
import { crelate as kind } from '../../fakes/ats/crelate.ts'

const scene: ConnectorScene = {
  system: crelate,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  lacks: ['userEmails', 'hiringManager', 'interviews', 'owner', 'outcomes', 'private', 'confidentialJobs'],
  requests: { first: 17, quiet: 10 },
  creates: { note: /^POST \/api\/pub\/v1\/contacts\/[^/]+\/notes$/ },
}
describeConnector(scene)
describeOddAnswers(scene)

describe('Crelate', () => {
  const opened: Opened[] = []
  const open = async (count?: number) => {
    const one = await openScene(scene, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const refOf = (one: Opened, index: number) => {
    const { candidateId, jobId, stageId } = applicationsOf(one, candidateAt(one, index))[0]!
    return { applicationId: `${candidateId}:${jobId}`, candidateId, jobId, fromStageId: stageId, actingUserId: null }
  }
  const isApplications = (name: string) => name === 'applications'

  test('tells who somebody is together with the job he was put on, when his own record did not change', async () => {
    const one = await open()
    const { world } = one.standIn
    const old = new Date(one.now().getTime() - 90 * 24 * 3600_000)
    const added = world.addCandidate({
      firstName: 'Nova',
      createdAt: old,
      updatedAt: old,
      emails: ['nova@mail.example'],
    })
    const first = (await readStreams(one, null)).rows
    expect(rowsOf(first, 'candidates').map(({ id }) => id)).not.toContain(added.id)
    world.addApplication({ candidateId: added.id, jobId: world.jobs.rows[1]!.id })
    const { rows } = await readStreams(one, null, isApplications)
    expect(rowsOf(rows, 'candidates')).toContainEqual(expect.objectContaining({ emails: ['nova@mail.example'] }))
    expect(rowsOf(rows, 'applications').map(({ candidateId }) => candidateId)).toContain(added.id)
    const before = one.standIn.log.length
    const again = await readStreams(one, null, isApplications)
    expect(rowsOf(again.rows, 'candidates')).toEqual([])
    expect(one.standIn.log.length - before).toBeLessThanOrEqual(6)
  })

  test('reads nobody of a closed job, and everybody once it is open again', async () => {
    const one = await open()
    const { world } = one.standIn
    const job = world.jobs.rows[0]!
    const jobsRead = async () => {
      one.advance(600_000)
      const { rows } = await readStreams(one, null, isApplications)
      return new Set(rowsOf(rows, 'applications').map(({ jobId }) => jobId))
    }
    await readStreams(one, null)
    world.jobs.update(job.id, { status: 'closed', updatedAt: one.now() })
    expect(await jobsRead()).toEqual(new Set(world.jobs.rows.slice(1).map(({ id }) => id)))
    world.jobs.update(job.id, { status: 'open', updatedAt: one.now() })
    expect(await jobsRead()).toEqual(new Set(world.jobs.rows.map(({ id }) => id)))
  })

  test("leaves alone the jobs that nobody has touched for two years, with the job's own people", async () => {
    const one = await open()
    const { world } = one.standIn
    world.jobs.update(world.jobs.rows[0]!.id, { updatedAt: new Date(one.now().getTime() - 800 * 24 * 3600_000) })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'jobs')).toHaveLength(2)
    expect(rowsOf(rows, 'applications').map(({ jobId }) => jobId)).not.toContain(world.jobs.rows[0]!.id)
  })

  test("gives an application the first owner of its job, and a client the name of the hiring manager's mail domain", async () => {
    const one = await open()
    const { world } = one.standIn
    const { rows } = await readStreams(one, null)
    const owner = rowsOf(rows, 'users').find(({ name }) => name === 'Dana Oduya')
    expect(new Set(rowsOf(rows, 'applications').map(({ ownerId }) => ownerId))).toEqual(new Set([owner!.id]))
    world.contacts.update(world.contacts.rows[0]!.id, { email: 'ines@gmail.com' })
    const private_ = (await readStreams(one, null, (name) => name === 'jobs')).rows
    expect(rowsOf(private_, 'clients').map(({ name }) => name)).toEqual(['Company of Ines Falk'])
  })

  test('takes a 500 with a sentence for a refusal, and sends the write once', async () => {
    const one = await open()
    const move = { ...refOf(one, 7), toStageId: '5d000000-0000-4000-8000-000000000002' }
    await expect(one.connector.moveStage!(move)).rejects.toMatchObject({
      code: 'refused',
      message: 'Crelate refused it: StatusId is invalid.',
    })
    expect(one.standIn.log.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })

  test("writes a note that notifies nobody and bears Parley's key", async () => {
    const one = await open()
    const note = { ...refOf(one, 7), key: 'request-9/1', mayExist: false, text: 'Ask @dana: <b>Tuesday</b>' }
    const { id } = await one.connector.writeNote!(note)
    const row = one.standIn.world.notes.get(id)!
    expect(row.text.replace('\u2060', '')).toBe('Ask @dana: ‹b›Tuesday‹/b›')
    expect(row.text).not.toContain('@dana')
    expect(row.extra).toEqual({ ExternalPrimaryKey: 'request-9/1' })
  })

  test('names the older interface when it answers and knows no stages', async () => {
    const one = await open()
    one.standIn.desk.settings.set('isV1Bare', true)
    const probes = await one.connector.probe()
    expect(probes.filter(({ state }) => state !== 'ok')).toMatchObject([
      { capability: 'read and set stages (v1)', said: expect.stringContaining('no workflow statuses') },
    ])
  })
})
