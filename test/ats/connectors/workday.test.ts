import { afterEach, describe, expect, test } from 'vitest'
import { workday } from '../../../src/ats/connectors/workday.ts'
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
import { approveMoves, workday as kind } from '../../fakes/ats/workday.ts'

const scene: ConnectorScene = {
  system: workday,
  kind,
  fields: () => ({
    ...{ host: 'wd5-services1.myworkday.com', tenant: 'acme', user: 'ISU_Parley', password: 'isu-secret-1' },
    ...{ reportOwner: 'rae.cho', version: 'v43.0' },
  }),
  lacks: ['clients', 'contacts', 'secondEmail', 'outcomes', 'private', 'confidentialJobs'],
  candidateCount: 520,
  requests: { first: 6, quiet: 4 },
}
describeConnector(scene)

const domains = ['candidate', 'requisition', 'interview', 'recruiting']

describe('Workday', () => {
  const opened: Opened[] = []
  const openHere = async (count?: number, own: Partial<ConnectorScene> = {}) => {
    const one = await openScene({ ...scene, ...own }, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const missingIn = async (one: Opened) => {
    one.advance(60_000)
    const probes = await one.connector.probe()
    return probes.flatMap(({ state, permission }, place) => (state === 'ok' ? [] : [`${place} ${permission}`]))
  }
  const refAt = (one: Opened, index: number) => {
    const { id, candidateId, jobId, stageId } = applicationsOf(one, candidateAt(one, index))[0]!
    return { applicationId: id, candidateId, jobId, fromStageId: stageId, actingUserId: null }
  }

  test('names each of 4 domains that the integration user lacks, by the parts that need it', async () => {
    const one = await openHere()
    const found: Record<string, string[]> = {}
    for (const domain of domains) {
      one.standIn.desk.scopes = new Set(domains.filter((other) => other !== domain))
      found[domain] = await missingIn(one)
    }
    const [requisition, recruiting] = ['job requisition data', 'recruiting (job application data)']
    expect(found).toEqual({
      candidate: ['4 candidate data'],
      requisition: [0, 1, 2].map((place) => `${place} ${requisition}`),
      interview: ['6 interview data'],
      recruiting: [3, 5, 8].map((place) => `${place} ${recruiting}`),
    })
  })

  test('names a report that is not shared, and 1 that is not there', async () => {
    const one = await openHere()
    one.standIn.desk.settings.set('unsharedReports', new Set(['Parley_Interviews']))
    expect(await missingIn(one)).toEqual(['6 report Parley_Interviews'])
    const fields = { ...scene.fields(one.standIn), reportOwner: 'nobody' }
    const other = await openHere(12, { fields: () => fields })
    expect(await missingIn(other)).toContain('4 report Parley_Candidates')
  })

  test('keeps the names it knows when they are withheld: 12 rows of ids alone are no candidates', async () => {
    const one = await openHere()
    one.standIn.desk.scopes = new Set(['requisition', 'interview', 'recruiting'])
    const stream = one.connector.streams.find(({ name }) => name === 'candidates')
    await expect(stream!.read({ since: null, page: null })).rejects.toMatchObject({
      ...{ code: 'notAllowed', field: 'candidate data' },
    })
  })

  test('begins 1 business process for a move that waits for approval, says so, and is content once it is approved', async () => {
    const one = await openHere()
    one.standIn.desk.settings.set('needsApproval', true)
    const toStageId = one.standIn.world.stagesOf('')[3]!.id
    const move = () => one.connector.moveStage!({ ...refAt(one, 7), toStageId })
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(move()).rejects.toMatchObject({
        ...{ code: 'unavailable', retry: { afterMs: 3600_000 } },
        message: expect.stringContaining('waits for approval'),
      })
      one.advance(3600_000)
    }
    expect(one.standIn.log.filter(({ body }) => body.includes('Move_Candidate_Request'))).toHaveLength(1)
    approveMoves(one.standIn)
    await move()
    expect(await one.connector.readApplication(refAt(one, 7))).toMatchObject({
      stageId: toStageId,
      stageLabel: 'Offer',
    })
  })

  test('takes 1 application with a disposition for rejected, and the others for active', async () => {
    const one = await openHere()
    const rows = rowsOf((await readStreams(one, null)).rows, 'applications')
    expect(rows.filter(({ outcome }) => outcome === 'rejected').map(({ originalStatus }) => originalStatus)).toEqual([
      'Not selected',
    ])
    expect(rows.filter(({ outcome }) => outcome === 'active')).toHaveLength(12)
  })

  test('hands 1 report of 520 rows on in 3 portions, and reads it anew where the process ended in between', async () => {
    const one = await openHere(520)
    const isCandidates = (name: string) => name === 'candidates'
    const { pages, rows } = await readStreams(one, null, isCandidates)
    expect([pages.get('candidates'), one.standIn.log.length]).toEqual([3, 1])
    const stream = one.connector.streams.find(({ name }) => isCandidates(name))!
    const last = await stream.read({ since: null, page: '500' })
    expect(one.standIn.log).toHaveLength(2)
    expect(last).toEqual({ rows: rows[2], next: null })
  })

  test('signs in with a password whose 8 marks XML would read', async () => {
    const password = `a<b>&"c'&lt;]]>`
    const one = await openHere(12, { fields: (standIn) => ({ ...scene.fields(standIn), password }) })
    one.standIn.desk.keys.add(`ISU_Parley:${password}`)
    expect(await one.connector.readApplication(refAt(one, 7))).toMatchObject({ outcome: 'active' })
  })

  test('takes hosts of Workday alone', () => {
    const { pattern } = workday.fields.find(({ name }) => name === 'host')!
    const good = ['wd5-services1.myworkday.com', 'wd2-impl-services1.workday.com']
    const bad = [
      'workday.com.evil.example',
      'evilworkday.com',
      'localhost',
      'https://wd5.myworkday.com',
      'x/.workday.com',
    ]
    expect([...good, ...bad].filter((host) => pattern!.test(host))).toEqual(good)
  })
})
