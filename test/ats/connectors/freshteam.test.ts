import { afterEach, describe, expect, test } from 'vitest'
import { freshteam } from '../../../src/ats/connectors/freshteam.ts'
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
import { freshteam as kind } from '../../fakes/ats/freshteam.ts'

const scene: ConnectorScene = {
  system: freshteam,
  kind,
  fields: ({ key }) => ({ account: 'quarry', apiKey: key }),
  lacks: [
    'clients',
    'contacts',
    'hiringManager',
    'interviews',
    'owner',
    'outcomes',
    'secondEmail',
    'private',
    'confidentialJobs',
  ],
  // Pages end where one is empty: each list costs a request more.
  requests: { first: 12, quiet: 5 },
}
describeConnector(scene)
describeOddAnswers(scene)

describe('Freshteam', () => {
  const opened: Opened[] = []
  const open = async (count?: number, endsOn = '') => {
    const one = await openScene({ ...scene, fields: ({ key }) => ({ account: 'quarry', apiKey: key, endsOn }) }, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

  test('writes nothing, as Freshteam is being closed, and says so where it is connected', async () => {
    const { connector } = await open()
    const { moveStage, writeNote, writeInterview } = connector
    expect([moveStage, writeNote, writeInterview]).toEqual([null, null, null])
    expect(freshteam.doesNot).toMatch(/Freshworks has ended Freshteam.*90 days/)
  })

  test('keeps to 10 requests a minute, and goes on when the minute is over', async () => {
    const one = await open(120)
    const begin = one.now().getTime()
    await readStreams(one, null)
    const minutes = Math.floor((one.standIn.log.length - 1) / 10)
    expect(minutes).toBeGreaterThan(0)
    expect(one.now().getTime() - begin).toBeGreaterThanOrEqual(minutes * 60_000)
    expect(one.standIn.log.filter(({ status }) => status === 429)).toEqual([])
  })

  test('goes through 600 postings though 10 pages use up a minute, and asks for each page once', async () => {
    const one = await open()
    const { world, log } = one.standIn
    world.quietly(() => {
      for (let count = 0; count < 597; count++) world.addJob({ title: `Old ${count}`, status: 'closed' })
    })
    const { rows } = await readStreams(one, null, (name) => name === 'applicants')
    expect(rowsOf(rows, 'applications')).toHaveLength(13)
    expect(log.filter(({ url }) => url.includes('/job_postings?'))).toHaveLength(13)
  })

  test('asks for the applicants of 2 open postings and not for those of a closed one', async () => {
    const one = await open()
    const { world, log } = one.standIn
    const job = world.jobs.rows[0]!
    world.jobs.update(job.id, { status: 'closed' })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'jobs').map(({ status }) => status)).toEqual(['closed', 'open', 'open'])
    expect(log.filter(({ url }) => url.includes(`/job_postings/${job.id}/`))).toEqual([])
  })

  test('tells an applicant who was moved to another posting or deleted as gone, and knows 3 ways to be out', async () => {
    const one = await open()
    const { world } = one.standIn
    const [moved, dropped, archived, rejected] = [7, 8, 9, 10].map(
      (index) => applicationsOf(one, candidateAt(one, index))[0]!,
    )
    for (const [row, status] of [
      [moved, 'moved'],
      [dropped, 'dropped'],
      [archived, 'archived'],
      [rejected, 'rejected'],
    ] as const)
      world.applications.update(row!.id, { extra: { status } })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'removed')).toEqual([{ kind: 'applications', id: moved!.id }])
    const outcomes = [dropped, archived, rejected].map(
      (row) => rowsOf(rows, 'applications').find(({ id }) => id === row!.id)?.outcome,
    )
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected'])
  })

  test('gives sub-stages in the order of the five stages they are in, with what those mean, and no deleted ones', async () => {
    const one = await open()
    const { world } = one.standIn
    const job = world.jobs.rows[0]!
    world.stages.update(world.stagesOf(job.id)[0]!.id, { extra: { isDeleted: true } })
    world.addStage({ jobId: job.id, label: 'Second call', ordinal: 9 })
    const { rows } = await readStreams(one, null, (name) => name === 'job_postings')
    const stages = rowsOf(rows, 'stages').filter(({ jobId }) => jobId === job.id)
    expect(stages.map(({ label, status, ordinal }) => [ordinal, label, status])).toEqual([
      [0, 'Phone Screen', 'screening'],
      [1, 'Second call', 'screening'],
      [2, 'Interview', 'interview'],
      [3, 'Offer', 'offer'],
      [4, 'Hired', 'hired'],
    ])
  })

  test('takes out who left the company', async () => {
    const one = await open()
    await readStreams(one, null)
    one.advance(3600_000)
    const since = one.now()
    const [, manager] = one.standIn.world.users.rows
    one.standIn.world.users.update(manager!.id, { isActive: false, updatedAt: one.now() })
    const { rows } = await readStreams(one, since, (name) => name === 'employees')
    expect(rowsOf(rows, 'removed')).toEqual([{ kind: 'users', id: manager!.id }])
  })

  test('says until when the account can be read, 90 days after the subscription ends', async () => {
    const end = async (endsOn: string) => (await (await open(12, endsOn)).connector.probe()).at(-1)
    expect(await end('2027-01-15')).toMatchObject({ state: 'ok', said: expect.stringContaining('Until 2027-04-15') })
    expect(await end('2026-06-07')).toMatchObject({ state: 'failing', said: expect.stringContaining('2026-09-05') })
    expect(await end('')).toMatchObject({ state: 'ok', said: expect.stringContaining('export what you need') })
  })

  test('is opened at an account of Freshteam and nowhere else', () => {
    const access = { clock: { now: () => new Date() }, pause: async () => {}, fetch }
    for (const account of ['evil.example/', 'a.b', ''])
      expect(() => freshteam.open({ ...access, fields: { account, apiKey: 'k' } })).toThrow('no Freshteam account')
  })
})
