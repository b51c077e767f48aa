import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smartrecruiters } from '../../../src/ats/connectors/smartrecruiters.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { type ConnectorScene, type Opened, openScene, readStreams, rowsOf } from '../../contract/connectorScene.ts'
import { smartrecruiters as kind } from '../../fakes/ats/smartrecruiters.ts'

// The vendor asks whether somebody is there, and wants his own header back.
let there: Server
beforeAll(async () => {
  const clock = { now: () => new Date() }
  const { greetHook } = smartrecruiters.open({ fields: {}, clock, pause: async () => {}, fetch })
  there = createServer((request, response) => {
    const answer = greetHook!(request.headers as Record<string, string>)
    for (const [header, value] of Object.entries(answer ?? {})) response.setHeader(header, value)
    response.end()
  })
  await new Promise<void>((resolve) => there.listen(0, '127.0.0.1', resolve))
})
afterAll(() => there.close().closeAllConnections())

const scene: ConnectorScene = {
  system: smartrecruiters,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  candidateCount: 230,
  requests: { first: 12, quiet: 8 },
  lacks: ['clients', 'contacts', 'private', 'confidentialJobs', 'secondEmail', 'owner', 'outcomes', 'interviews'],
  creates: { interview: /^POST .*\/interviews$/, note: /messages\/shares/ },
  hook: {
    event: 'application.status.updated',
    row: { extra: { isActive: true } },
    header: 'smartrecruiters-signature',
    windowMinutes: 5,
    address: () => `http://127.0.0.1:${(there.address() as AddressInfo).port}/hook`,
  },
}
describeConnector(scene)

describe('SmartRecruiters', () => {
  const opened: Opened[] = []
  const open = async (count?: number) => {
    const one = await openScene(scene, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const refOf = ({ standIn: { world } }: Opened) => {
    const { candidateId, jobId } = world.applications.rows[3]!
    return { applicationId: `${candidateId}:${jobId}`, candidateId, jobId }
  }
  const interviewOf = (one: Opened) => {
    const startAt = new Date(one.now().getTime() + 24 * 3600_000)
    return {
      ...refOf(one),
      ...{ key: 'int/31', knownId: null, title: 'Panel with Ruth Vance', status: 'SCHEDULED' as const, startAt },
      ...{ endAt: new Date(startAt.getTime() + 1800_000), zone: 'Europe/Lisbon', location: 'Room 4', participants: [] },
      ...{ userIds: [one.standIn.world.users.rows[2]!.id], stageId: null, text: '', actingUserId: null },
    }
  }
  const move = (one: Opened, toStageId: string) => ({ ...refOf(one), fromStageId: null, toStageId, actingUserId: null })

  test('knows the statuses of the fixed list, and the names that the company has below them', async () => {
    const one = await open()
    const { world } = one.standIn
    const row = world.applications.rows[3]!
    world.applications.update(row.id, {
      extra: { subStatus: 'Second: panel' },
      stageId: world.stagesOf(row.jobId)[3]!.id,
    })
    const { rows } = await readStreams(one, null)
    const stages = rowsOf(rows, 'stages').filter(({ jobId }) => jobId === row.jobId)
    const labels = stages.toSorted((a, b) => a.ordinal - b.ordinal).map(({ label }) => label)
    expect(labels).toEqual([
      'Lead',
      'New',
      'In Review',
      'Interview',
      'Second: panel',
      'Offered',
      'Hired',
      'Rejected',
      'Withdrawn',
      'Transferred',
    ])
    const id = 'INTERVIEW:Second: panel'
    expect(await one.connector.readApplication(refOf(one))).toEqual({
      stageId: id,
      stageLabel: 'Second: panel',
      outcome: 'active',
    })
    await one.connector.moveStage!(move(one, 'INTERVIEW:Final'))
    expect(JSON.parse(one.standIn.log.at(-1)!.body)).toEqual({ status: 'INTERVIEW', subStatus: 'Final' })
  })

  test('tells the outcome by the status, and sets none that cannot be set', async () => {
    const one = await open()
    for (const [status, outcome] of [
      ['OFFERED', 'active'],
      ['HIRED', 'hired'],
      ['WITHDRAWN', 'rejected'],
    ] as const) {
      await one.connector.moveStage!(move(one, status))
      expect(await one.connector.readApplication(refOf(one))).toMatchObject({ stageId: status, outcome })
    }
    await expect(one.connector.moveStage!(move(one, 'TRANSFERRED'))).rejects.toMatchObject({ code: 'refused' })
  })

  test('sees a move within 15 minutes also where the candidate does not count as changed by it', async () => {
    const one = await open()
    const recheck = one.connector.streams.find(({ name }) => name === 'openApplications')!
    expect([recheck.kinds, recheck.everyMinutes]).toEqual([[], 15])
    const { rows } = await recheck.read({ since: null, page: null })
    expect(rows.applications?.length).toBe(one.standIn.world.applications.rows.length)
  })

  test('writes one timeslot with place, type and reference, and the owner of the key as organizer', async () => {
    const one = await open()
    const { id, said } = await one.connector.writeInterview!(interviewOf(one))
    const [row] = one.standIn.world.interviews.by('groupId', id)
    expect(row).toMatchObject({
      ...{ zone: 'Europe/Lisbon', organizerId: one.standIn.world.users.rows[0]!.id },
      externalRef: 'https://parley.invalid/interview/int%2F31',
      extra: { place: 'Room 4', interviewType: 'Panel' },
    })
    expect(said).toContain('Europe/Lisbon')
    const read = await one.connector.readInterview!({ ...refOf(one), id })
    expect(read).toMatchObject({ key: 'int/31', location: 'Room 4', status: 'SCHEDULED' })
  })

  test('asks a person when an answer was lost and no id tells what came of it', async () => {
    const one = await open()
    one.standIn.desk.settings.set('isWithoutApplicationUrl', true)
    one.standIn.order({ kind: 'lostReply', on: /^POST/ })
    await expect(one.connector.writeInterview!(interviewOf(one))).rejects.toMatchObject({
      code: 'unknownOutcome',
      message: expect.stringContaining('Look at the candidate in SmartRecruiters'),
    })
  })

  test('writes no interview that nobody of theirs takes part in, and says so before', async () => {
    const one = await open()
    const nobody = { ...interviewOf(one), userIds: [] }
    const [problem] = await one.connector.checkInterview!(nobody)
    await expect(one.connector.writeInterview!(nobody)).rejects.toMatchObject({ code: 'refused', message: problem })
  })

  test('puts a note on the profile of its candidate, of no other, and sends nobody mail', async () => {
    const one = await open()
    const text = '@[USER:u1] moved #[CANDIDATE:other] to 3 February.'
    await one.connector.writeNote!({ ...refOf(one), key: 'k', mayExist: false, text, actingUserId: null })
    const [note] = one.standIn.world.notes.rows
    expect(note).toMatchObject({ candidateId: refOf(one).candidateId, visibility: 'public' })
    expect(note?.text).not.toMatch(/@\[|#\[CANDIDATE:other/)
  })

  test('takes the newest candidates again that changed at the very instant of the last look', async () => {
    const one = await open()
    one.advance(3600_000)
    const row = one.standIn.world.candidates.rows[2]!
    one.standIn.world.candidates.update(row.id, { firstName: 'Ida', updatedAt: one.now() })
    const { rows } = await readStreams(one, one.now(), (name) => name === 'candidates')
    expect(rowsOf(rows, 'candidates').map(({ id }) => id)).toEqual([row.id])
  })

  test("takes the vendor's own vector, one of several signatures while keys change, and nothing else", () => {
    const { checkHook } = smartrecruiters.open({
      fields: {},
      clock: { now: () => new Date() },
      pause: async () => {},
      fetch,
    })
    const signature = 'v1=2e9291f10d44ca10204a4cd81b05d73b6a316b2b605d4e2e0e0b37b40198ce1f'
    const headers = {
      ...{ 'smartrecruiters-timestamp': '1574080897', 'event-id': '123', 'event-name': 'application.created' },
      ...{ 'event-version': 'v201910', link: '<http://smartrecruiters.com/endpoint>; rel=self' },
    }
    const verdict = (given: string) =>
      checkHook!({
        headers: { ...headers, 'smartrecruiters-signature': given },
        body: Buffer.from('{"job_id":"jid","candidate_id":"cid"}'),
        ...{ secret: 'HeBVky2bccvvkcXPimH8c', now: new Date(1_574_080_897_000 + 60_000) },
      })
    expect(verdict(signature)).toEqual({ kind: 'good', id: '123', event: 'application.created' })
    expect(verdict(`v1=${'0'.repeat(64)};${signature}`).kind).toBe('good')
    expect(verdict(`v1=${'0'.repeat(64)}`).kind).toBe('refused')
    expect(verdict(signature.slice(3)).kind).toBe('refused')
  })

  test('takes its subscription back when nobody answers at the address', async () => {
    const one = await open()
    await expect(one.connector.registerHook!('http://127.0.0.1:9/none', 's')).rejects.toMatchObject({ code: 'refused' })
    expect(one.standIn.world.hooks.rows).toEqual([])
  })
})
