import { afterEach, describe, expect, test } from 'vitest'
import { jobvite } from '../../../src/ats/connectors/jobvite.ts'
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
import { jobvite as kind } from '../../fakes/ats/jobvite.ts'
import { usualStages } from '../../fakes/ats/world.ts'

const scene: ConnectorScene = {
  system: jobvite,
  kind,
  fields: () => ({ apiKey: 'jobvite-key-1', apiSecret: 'jobvite-secret-1', states: usualStages.join('; ') }),
  prepare: ({ desk }) => void desk.settings.set('showsManagers', true),
  lacks: [
    ...(['clients', 'contacts', 'users', 'owner', 'interviews', 'secondEmail'] as const),
    ...(['private', 'confidentialJobs', 'emptyStages'] as const),
  ],
  candidateCount: 1100,
  requests: { first: 4, quiet: 1 },
  permissionNames: { candidateUpdate: ['candidate (v1, updateCandidates)'] },
}
describeConnector(scene)

const hourMs = 3600_000

describe('Jobvite', () => {
  const opened: Opened[] = []
  const openHere = async (count?: number, own: Partial<ConnectorScene> = {}) => {
    const one = await openScene({ ...scene, ...own }, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

  test.each([0, 1])('reads 1,100 candidates once each where the first row is number %i', async (startBase) => {
    const one = await openHere(1100)
    one.standIn.desk.settings.set('startBase', startBase)
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'candidates')).toHaveLength(1100)
    expect(rowsOf(rows, 'applications')).toHaveLength(1101)
  })

  test('takes no refusal for data though it comes with status 200, and says which of 2 things it is', async () => {
    const one = await openHere()
    const [, applications] = one.connector.streams
    const read = () => applications!.read({ since: null, page: null })
    one.standIn.desk.scopes = new Set(['job'])
    await expect(read()).rejects.toMatchObject({ code: 'notAllowed', field: 'candidate' })
    one.standIn.desk.scopes = null
    one.standIn.desk.keys.clear()
    await expect(read()).rejects.toMatchObject({ code: 'notConfigured' })
    expect(one.standIn.log.at(-1)?.status).toBe(200)
  })

  test('finds a change of the same day and not the 10 others of that day', async () => {
    const one = await openHere(10)
    await readStreams(one, null)
    one.advance(hourMs)
    const application = applicationsOf(one, candidateAt(one, 7))[0]!
    one.standIn.world.moveApplication(application.id, one.standIn.world.stagesOf('')[3]!.id)
    const { rows } = await readStreams(one, new Date(one.now().getTime() - 60_000))
    expect(rowsOf(rows, 'applications').map(({ id, stageId }) => [id, stageId])).toEqual([[application.id, 'Offer']])
  })

  test('reads a new job with its first applicant in 2 requests, and asks for it once', async () => {
    const one = await openHere()
    await readStreams(one, null)
    one.advance(hourMs)
    const since = one.now()
    const job = one.standIn.world.addJob({ title: 'Quarry Foreman' })
    one.standIn.world.addApplication({ candidateId: candidateAt(one, 3).id, jobId: job.id })
    const before = one.standIn.log.length
    const isApplications = (name: string) => name === 'applications'
    const { rows } = await readStreams(one, since, isApplications)
    expect(rowsOf(rows, 'jobs').map(({ title }) => title)).toEqual(['Quarry Foreman'])
    expect(one.standIn.log.length - before).toBe(2)
    await readStreams(one, since, isApplications)
    expect(one.standIn.log.length - before).toBe(3)
  })

  test('puts 5 states in the order of the form, and without a form where their names belong', async () => {
    const labels = async (states: string) => {
      const one = await openHere(12, {
        fields: () => ({ apiKey: 'jobvite-key-1', apiSecret: 'jobvite-secret-1', states }),
      })
      const { rows } = await readStreams(one, null)
      const [job] = rowsOf(rows, 'jobs')
      const own = rowsOf(rows, 'stages').filter(({ jobId }) => jobId === job?.id)
      return own.toSorted((a, b) => a.ordinal - b.ordinal).map(({ label }) => label)
    }
    expect(await labels('Hired;Offer')).toEqual(['Hired', 'Offer', 'Application Review', 'Interview'])
    expect(await labels('')).toEqual(['Application Review', 'Interview'])
  })

  test('takes no hiring manager in the feed for unknown, not for none', async () => {
    const one = await openHere(12, { prepare: () => {} })
    const jobs = rowsOf((await readStreams(one, null)).rows, 'jobs')
    expect(jobs.map((job) => 'hiringManagerId' in job)).toEqual([false, false, false])
  })

  test('asks at most 14 times a minute', async () => {
    const one = await openHere()
    const [jobs] = one.connector.streams
    for (let count = 0; count < 14; count++) await jobs!.read({ since: null, page: null })
    await expect(jobs!.read({ since: null, page: null })).rejects.toMatchObject({ code: 'rateLimited' })
    expect(one.standIn.log).toHaveLength(14)
  })

  test('moves nobody to a state that 1 job does not have, in the words of Jobvite', async () => {
    const one = await openHere()
    const { id, candidateId, jobId } = applicationsOf(one, candidateAt(one, 7))[0]!
    const move = { applicationId: id, candidateId, jobId, fromStageId: null, toStageId: 'Nowhere', actingUserId: null }
    await expect(one.connector.moveStage!(move)).rejects.toMatchObject({
      ...{ code: 'refused', message: expect.stringContaining('Invalid wflowstate') },
    })
  })
})
