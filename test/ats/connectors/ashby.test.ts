import { afterEach, describe, expect, test } from 'vitest'
import { ashby } from '../../../src/ats/connectors/ashby.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { type ConnectorScene, type Opened, openScene, readStreams, rowsOf } from '../../contract/connectorScene.ts'
import { ashby as kind } from '../../fakes/ats/ashby.ts'

const scene: ConnectorScene = {
  system: ashby,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  candidateCount: 230,
  requests: { first: 13, quiet: 9 },
  lacks: ['clients', 'contacts', 'private', 'splitNames'],
  creates: { interview: /interviewSchedule\.create/, note: /candidate\.createNote/ },
  hook: { event: 'candidateStageChange', header: 'ashby-signature' },
}
describeConnector(scene)

describe('Ashby', () => {
  const opened: Opened[] = []
  const open = async (count?: number) => {
    const one = await openScene(scene, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const interviewOf = ({ standIn: { world }, now }: Opened) => {
    const { id: applicationId, candidateId, jobId, stageId } = world.applications.rows[3]!
    const startAt = new Date(now().getTime() + 24 * 3600_000)
    return {
      ...{ applicationId, candidateId, jobId, stageId, key: 'k1', knownId: null, title: 'Phone screen with Ruth' },
      ...{ status: 'SCHEDULED' as const, startAt, endAt: new Date(startAt.getTime() + 1800_000), zone: 'UTC' },
      ...{ location: 'https://meet.example/1', participants: [], userIds: [world.users.rows[2]!.id], text: '' },
      actingUserId: null,
    }
  }
  const changed = ({ standIn: { world }, now }: Opened, index: number) =>
    world.candidates.update(world.candidates.rows[index]!.id, { title: 'Welder', updatedAt: now() })
  const candidatesOf = ({ connector }: Opened) => connector.streams.find(({ name }) => name === 'candidates')!

  test('reads changes of 230 people with one request, by the token of the reading before', async () => {
    const one = await open(230)
    await readStreams(one, null)
    one.advance(3600_000)
    const since = one.now()
    changed(one, 5)
    const before = one.standIn.log.length
    const { rows } = await readStreams(one, since, (name) => name === 'candidates')
    expect(rowsOf(rows, 'candidates').map(({ title }) => title)).toEqual(['Welder'])
    expect(one.standIn.log.length - before).toBe(1)
  })

  test('finds changes by reading all 3 pages when the token is too old, or was lost', async () => {
    const one = await open(230)
    one.standIn.desk.settings.set('syncTokenLifetimeMs', 60_000)
    await readStreams(one, null)
    one.advance(3600_000)
    const since = one.now()
    changed(one, 5)
    const { rows } = await readStreams(one, since, (name) => name === 'candidates')
    expect(rowsOf(rows, 'candidates')).toHaveLength(1)
    one.tokens.clear()
    const again = await readStreams(one, since, (name) => name === 'candidates')
    expect([rowsOf(again.rows, 'candidates').length, again.pages.get('candidates')]).toEqual([1, 3])
  })

  test('gives a token only with the last page, also after changes', async () => {
    const one = await open(120)
    const first = await candidatesOf(one).read({ since: null, page: null })
    const last = await candidatesOf(one).read({ since: null, page: first.next })
    expect([first.token, last.next, typeof last.token]).toEqual([null, null, 'string'])
  })

  test('treats a 200 without success as the refusal that it is', async () => {
    const one = await open()
    const { applicationId, candidateId, jobId } = interviewOf(one)
    const other = one.standIn.world.stages.rows.find((row) => row.jobId !== jobId)!.id
    const move = { applicationId, candidateId, jobId, fromStageId: null, toStageId: other, actingUserId: null }
    await expect(one.connector.moveStage!(move)).rejects.toMatchObject({
      code: 'notFound',
      field: 'interview_stage_not_found',
    })
  })

  test('writes nothing without an interviewer who is an Ashby user, and says so before', async () => {
    const one = await open()
    const { checkInterview, writeInterview } = one.connector
    const nobody = { ...interviewOf(one), userIds: [] }
    const [problem] = await checkInterview!(nobody)
    expect(problem).toBe('Ashby wants an interviewer who is an Ashby user, and none takes part in this interview.')
    await expect(writeInterview!(nobody)).rejects.toMatchObject({ code: 'refused', message: problem })
    expect(await checkInterview!({ ...nobody, userIds: ['a0000000-0000-4000-8000-00000000ffff'] })).toHaveLength(1)
    expect(one.standIn.world.interviews.rows).toHaveLength(2)
  })

  test('keeps its key in the event, takes the interview of the plan that the title names, and says that the place is not there', async () => {
    const one = await open()
    const { id, said } = await one.connector.writeInterview!(interviewOf(one))
    const { world } = one.standIn
    const [row] = world.interviews.by('groupId', id)
    expect(row?.extra.extraData).toEqual({ parley: 'k1' })
    expect(world.interviewTypes.get(row?.typeId ?? '')?.label).toBe('Phone Screen')
    expect(said).toContain('no field for the place')
    const read = await one.connector.readInterview!({ ...interviewOf(one), id })
    expect(read).toMatchObject({ id, key: 'k1', userIds: [world.users.rows[2]!.id] })
  })

  test('makes the interview anew when somebody cancelled it in Ashby and it stands again', async () => {
    const one = await open()
    const { id } = await one.connector.writeInterview!(interviewOf(one))
    await one.connector.writeInterview!({ ...interviewOf(one), knownId: id, status: 'CANCELED' })
    const anew = await one.connector.writeInterview!({ ...interviewOf(one), knownId: id })
    expect(anew.id).not.toBe(id)
  })

  test('says whose key it takes when another one made the schedule', async () => {
    const one = await open()
    const { id } = await one.connector.writeInterview!(interviewOf(one))
    const [row] = one.standIn.world.interviews.by('groupId', id)
    one.standIn.world.interviews.update(row!.id, { organizerId: 'Basic other' })
    await expect(one.connector.writeInterview!({ ...interviewOf(one), knownId: id })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('only the API key that made an interview'),
    })
  })

  test('does not read a confidential job that the key was given, and takes out one that becomes so', async () => {
    const one = await open()
    one.standIn.desk.settings.set('isConfidentialGranted', true)
    await readStreams(one, null)
    one.advance(60_000)
    const job = one.standIn.world.jobs.rows[0]!
    one.standIn.world.jobs.update(job.id, { isConfidential: true, updatedAt: one.now() })
    const { rows } = await readStreams(one, one.now(), (name) => name === 'jobs' || name === 'stages')
    expect(rowsOf(rows, 'removed')).toEqual([{ kind: 'jobs', id: job.id }])
    expect(rowsOf(rows, 'stages').filter(({ jobId }) => jobId === job.id)).toEqual([])
  })

  test("takes the vendor's published way of signing", () => {
    const body = Buffer.from('{"action":"ping","data":{"webhookActionType":"ping"}}')
    const headers = {
      'ashby-signature': 'sha256=650348bbcfab3e83162cad6e909e591258e7b4b7d1a3a99b7be0ab4c5be6e433',
    }
    const { checkHook } = ashby.open({ fields: {}, clock: { now: () => new Date() }, pause: async () => {}, fetch })
    const delivery = { headers, body, secret: 'parley-test-secret', now: new Date() }
    expect(checkHook!(delivery)).toMatchObject({ kind: 'good', event: 'ping' })
  })
})
