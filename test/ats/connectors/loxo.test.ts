import { afterEach, describe, expect, test } from 'vitest'
import { loxo } from '../../../src/ats/connectors/loxo.ts'
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
import { loxo as kind } from '../../fakes/ats/loxo.ts'

const scene: ConnectorScene = {
  system: loxo,
  kind,
  fields: ({ key }) => ({ agency: 'quarry', apiKey: key }),
  lacks: ['hiringManager', 'interviews', 'owner', 'outcomes', 'private', 'confidentialJobs', 'splitNames'],
  requests: { first: 16, quiet: 15 },
  creates: { note: /^POST \/api\/quarry\/person_events$/ },
  hook: { event: 'candidate:update', header: null },
}
describeConnector(scene)
describeOddAnswers(scene)

describe('Loxo', () => {
  const opened: Opened[] = []
  const open = async (count?: number, triggers = '') => {
    const one = await openScene({ ...scene, fields: ({ key }) => ({ agency: 'quarry', apiKey: key, triggers }) }, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const isPeople = (name: string) => name === 'people'
  const refOf = (one: Opened, index: number) => {
    const { id, candidateId, jobId, stageId } = applicationsOf(one, candidateAt(one, index))[0]!
    return { applicationId: id, candidateId, jobId, fromStageId: stageId, actingUserId: null }
  }
  const offerOf = ({ standIn: { world } }: Opened) => world.stagesOf('').find(({ label }) => label === 'Offer')!

  test('is told of a move by the activity that made it with 3 requests, before all jobs are read again', async () => {
    const one = await open()
    const { world, log } = one.standIn
    await readStreams(one, null)
    one.advance(120_000)
    const since = one.now()
    one.advance(60_000)
    const offer = offerOf(one)
    await one.connector.moveStage!({ ...refOf(one, 7), toStageId: offer.id })
    const before = log.length
    const { rows } = await readStreams(one, since, (name) => name === 'person_events')
    expect(log.length - before).toBe(3)
    expect(rowsOf(rows, 'applications')).toMatchObject([{ id: refOf(one, 7).applicationId, stageId: offer.id }])
    expect(world.applications.get(refOf(one, 7).applicationId)?.stageId).toBe(offer.id)
  })

  test('asks 1 page of 250 people for the one whose name changed, and 3 pages for 150 that were touched at once', async () => {
    const one = await open(250)
    const { world, log } = one.standIn
    await readStreams(one, null, isPeople)
    const rename = (index: number, lastName: string) => {
      one.advance(1000)
      world.candidates.update(candidateAt(one, index).id, { lastName, updatedAt: one.now() })
    }
    const look = async () => {
      one.advance(3600_000)
      const before = log.length
      const { rows } = await readStreams(one, one.now(), isPeople)
      return { told: rowsOf(rows, 'candidates').map(({ lastName }) => lastName), asked: log.length - before }
    }
    rename(30, 'Ulvang')
    expect(await look()).toEqual({ told: ['Ulvang'], asked: 1 })
    for (let index = 0; index < 150; index++) rename(index, `Anew${index}`)
    const { told, asked } = await look()
    expect(told.toSorted()).toEqual(Array.from({ length: 150 }, (_none, index) => `Anew${index}`).toSorted())
    expect(asked).toBeLessThanOrEqual(3)
    expect(await look()).toEqual({ told: [], asked: 1 })
  })

  test('moves by the activity type that was named for a stage, and in plain words not at all when there is none', async () => {
    const named = await open(12, 'Offer = Interview; Hired=Bought in')
    const { log, world } = named.standIn
    await named.connector.moveStage!({ ...refOf(named, 7), toStageId: offerOf(named).id })
    const interview = world.stagesOf('').find(({ label }) => label === 'Interview')!
    expect(new URLSearchParams(log.at(-1)!.body).get('person_event[activity_type_id]')).toBe(
      String(1000 + Number(interview.id)),
    )
    const hired = world.stagesOf('').at(-1)!
    const move = named.connector.moveStage!({ ...refOf(named, 7), toStageId: hired.id })
    await expect(move).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('called "Hired"') })
    const probes = await named.connector.probe()
    expect(probes.filter(({ state }) => state !== 'ok')).toMatchObject([
      { capability: 'move candidates', said: expect.stringContaining('"Hired"') },
    ])
  })

  test('says what is wrong with an activity that is refused with status 200', async () => {
    const one = await open()
    const note = { ...refOf(one, 7), key: 'k', mayExist: false, text: 'Booked.' }
    await expect(one.connector.writeNote!({ ...note, candidateId: '1' })).rejects.toMatchObject({
      code: 'refused',
      message: 'Loxo refused it: Person must exist.',
    })
  })

  test('reads nobody out of a closed job, and keeps the job', async () => {
    const one = await open()
    const job = one.standIn.world.jobs.rows[0]!
    one.standIn.world.jobs.update(job.id, { status: 'closed' })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'jobs').map(({ status }) => status)).toEqual(['closed', 'open', 'open'])
    expect(rowsOf(rows, 'applications').filter(({ jobId }) => jobId === job.id)).toEqual([])
    expect(rowsOf(rows, 'applications').length).toBeGreaterThan(5)
  })

  test('reads the open jobs of an agency with more than 10,000, whose whole list is refused', async () => {
    const one = await open(12)
    const { world } = one.standIn
    world.quietly(() => {
      for (let count = 0; count < 10_000; count++) world.addJob({ title: `Old ${count}`, status: 'closed' })
    })
    const { rows } = await readStreams(one, null, (name) => name === 'jobs')
    expect(rowsOf(rows, 'jobs')).toHaveLength(3)
  })

  test('ends a walk when no next name comes, as when the same one comes again', async () => {
    const one = await open(250)
    one.standIn.desk.settings.set('endsByNull', true)
    const { rows, pages } = await readStreams(one, null, isPeople)
    expect(rowsOf(rows, 'candidates')).toHaveLength(250)
    expect(pages.get('people')).toBe(3)
  })

  test('is opened at an address of Loxo and nowhere else', () => {
    const fields = { agency: 'quarry', apiKey: 'k', domain: 'evil.example/app.loxo.co' }
    const access = { fields, clock: { now: () => new Date() }, pause: async () => {}, fetch }
    expect(() => loxo.open(access)).toThrow('is no address of Loxo')
    for (const domain of ['', 'app.loxo.co', 'Quarry.app.loxo.co'])
      expect(() => loxo.open({ ...access, fields: { ...fields, domain } })).not.toThrow()
  })
})
