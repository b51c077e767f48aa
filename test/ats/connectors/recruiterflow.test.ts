import { afterEach, describe, expect, test } from 'vitest'
import { recruiterflow } from '../../../src/ats/connectors/recruiterflow.ts'
import { noteMark } from '../../../src/ats/noteMark.ts'
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
import { recruiterflow as kind } from '../../fakes/ats/recruiterflow.ts'

const scene: ConnectorScene = {
  system: recruiterflow,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  lacks: ['contacts', 'interviews', 'outcomes', 'private', 'confidentialJobs'],
  closedStages: { rejected: 'Disqualified' },
  candidateCount: 230,
  requests: { first: 9, quiet: 2 },
  creates: { note: /^POST \/api\/external\/candidate\/notes\/add$/ },
}
describeConnector(scene)
describeOddAnswers(scene)

describe('Recruiterflow', () => {
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
  const isCandidates = (name: string) => name === 'candidates'

  test('asks once a second, however much there is to read', async () => {
    const one = await open(230)
    const begin = one.now().getTime()
    await readStreams(one, null)
    expect(one.now().getTime() - begin).toBeGreaterThanOrEqual((one.standIn.log.length - 1) * 1000)
  })

  test('finds by the day who changed in the last 10 minutes: 2 of 40 with 1 request', async () => {
    const one = await open(40)
    const { world, log } = one.standIn
    await readStreams(one, null)
    const since = new Date(one.now().getTime() - 600_000)
    one.advance(30_000)
    const touched = [3, 8].map((index) => candidateAt(one, index))
    for (const { id } of touched) world.candidates.update(id, { lastName: 'Anew', updatedAt: one.now() })
    const before = log.length
    const { rows } = await readStreams(one, since, isCandidates)
    expect(rowsOf(rows, 'candidates').map(({ id }) => id)).toEqual(touched.map(({ id }) => id))
    expect(log.length - before).toBe(1)
    expect(JSON.parse(log.at(-1)!.body).filters).toMatchObject([{ key: 'latest_activity_time', days: 1 }])
  })

  test('tells apart two stages whose names differ by one capital letter, read and written', async () => {
    const one = await open()
    const { world } = one.standIn
    const ref = refOf(one, 7)
    const twins = world.stagesOf(ref.jobId).filter(({ label }) => /client interview/i.test(label))
    expect(twins.map(({ label }) => label)).toEqual(['Client Interview', 'Client interview'])
    for (const { id, label } of twins) {
      await one.connector.moveStage!({ ...ref, toStageId: id })
      expect(await one.connector.readApplication(ref)).toEqual({ stageId: id, stageLabel: label, outcome: 'active' })
    }
  })

  test('takes a disqualified candidate for rejected, and asks once a minute for the name of a stage it does not know', async () => {
    const one = await open()
    const { world, log } = one.standIn
    const ref = refOf(one, 7)
    const { id } = applicationsOf(one, candidateAt(one, 7))[0]!
    world.applications.update(id, { status: 'rejected' })
    expect(await one.connector.readApplication(ref)).toMatchObject({ stageLabel: 'Disqualified', outcome: 'rejected' })
    world.applications.update(id, { status: 'active' })
    const added = world.addStage({ jobId: ref.jobId, label: 'Second Interview' })
    world.moveApplication(id, added.id)
    const pipelines = () => log.filter(({ url }) => url.includes('/job/pipeline')).length
    const before = pipelines()
    one.advance(61_000)
    expect(await one.connector.readApplication(ref)).toMatchObject({ stageId: added.id })
    expect(pipelines() - before).toBe(1)
    world.stages.remove(added.id)
    await one.connector.readApplication(ref)
    expect(pipelines() - before).toBe(1)
  })

  test('reads no stages of a closed job, and leaves its applications without one', async () => {
    const one = await open()
    const { world } = one.standIn
    const job = world.jobs.rows[0]!
    world.jobs.update(job.id, { status: 'closed' })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'jobs').map(({ status }) => status)).toEqual(['closed', 'open', 'open'])
    expect(rowsOf(rows, 'stages').filter(({ jobId }) => jobId === job.id)).toEqual([])
    const stageIds = rowsOf(rows, 'applications').flatMap((row) => (row.jobId === job.id ? [row.stageId] : []))
    expect(new Set(stageIds)).toEqual(new Set([null]))
  })

  test('takes a failure for one when it answers success', async () => {
    const one = await open()
    one.standIn.desk.settings.set('failsWithSuccess', true)
    const ref = refOf(one, 7)
    await expect(one.connector.moveStage!({ ...ref, toStageId: '1' })).rejects.toMatchObject({
      code: 'refused',
      message: 'Recruiterflow refused it: invalid stage.',
    })
    expect(await one.connector.readApplication({ ...ref, candidateId: '1' })).toBeNull()
  })

  test('writes a note in the name of the recruiter that mentions nobody, and finds its number', async () => {
    const one = await open()
    const [user] = one.standIn.world.users.rows
    const text = `Ask @ruth & Dana\n<Tuesday>\n${noteMark('k')}`
    const note = { ...refOf(one, 7), key: 'k', mayExist: false, text, actingUserId: user!.id }
    const { id } = await one.connector.writeNote!(note)
    expect(one.standIn.world.notes.get(id)).toMatchObject({
      userId: user!.id,
      text: `Ask @\u2060ruth &amp; Dana<br>&lt;Tuesday&gt;<br>${noteMark('k')}`,
    })
    expect(JSON.parse(one.standIn.log.findLast(({ method }) => method === 'POST')!.body)).not.toHaveProperty('mentions')
  })
})
