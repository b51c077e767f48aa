import { afterEach, describe, expect, test } from 'vitest'
import type { AtsSystem, Capabilities, HookDelivery } from '../../../src/ats/connector.ts'
import { unified } from '../../../src/ats/connectors/unified.ts'
import { jobRow, managersOf } from '../../../src/ats/connectors/unifiedRows.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { type ConnectorScene, type Opened, openScene, readStreams } from '../../contract/connectorScene.ts'
import { unified as kind, signUnified, workspaceSecret } from '../../fakes/ats/unified.ts'

/** As it is for one ATS behind: what that one cannot do is known after `learn`. */
const systemFor = (changes: Partial<Capabilities>): AtsSystem => ({
  ...unified,
  capabilities: { ...unified.capabilities, ...changes },
})

function spoil(delivery: HookDelivery): HookDelivery[] {
  const text = delivery.body.toString()
  const { data, webhook, nonce, sig } = JSON.parse(text)
  const written = (parts: object) => ({
    ...delivery,
    body: Buffer.from(JSON.stringify({ data, webhook, nonce, sig, ...parts })),
  })
  return [
    written({ data: [{ ...data[0], original_status: 'Hired' }] }),
    written({ data: [...data, ...data] }),
    written({ data: [] }),
    written({ nonce: `${nonce}0` }),
    written({ nonce: '' }),
    written({ sig: sig.slice(0, -1) + (sig.endsWith('0') ? '1' : '0') }),
    written({ sig: sig.slice(0, -2) }),
    written({ sig: '' }),
    { ...delivery, secret: 'another-secret' },
    { ...delivery, body: Buffer.from(text.slice(0, -1)) },
  ]
}

const fieldsFor =
  (connectionId: string): ConnectorScene['fields'] =>
  ({ key }) => ({ apiKey: key, connectionId, workspaceSecret })
const scene: ConnectorScene = {
  system: unified,
  kind,
  fields: fieldsFor('conn-full'),
  candidateCount: 230,
  requests: { first: 12, quiet: 6 },
  lacks: ['clients', 'contacts', 'private', 'confidentialJobs'],
  creates: { interview: /^POST .*\/interview$/, note: /^POST .*\/activity$/ },
  interviewRow: { status: 'SCHEDULED' },
  hook: {
    event: 'updated',
    row: { extra: { connection_id: 'conn-full', object_type: 'ats_application' } },
    secret: workspaceSecret,
    header: null,
    spoil,
  },
}
const withoutPeople = [...(scene.lacks ?? []), 'users', 'hiringManager', 'interviews', 'owner'] as const
const { hook: _hook, ...bare } = scene

describe('an ATS that does everything', () => describeConnector(scene))
describe('an ATS without interviews', () =>
  describeConnector({
    ...bare,
    system: systemFor({ interviewRead: 'none', interviewWrite: 'note' }),
    fields: fieldsFor('conn-notes'),
    lacks: withoutPeople,
    creates: { note: /^POST .*\/activity$/ },
  }))
describe('an ATS that is only read, and cannot tell what is new', () =>
  describeConnector({
    ...bare,
    system: systemFor({ changes: 'whole', interviewWrite: 'none', stageWrite: 'none', noteWrite: 'none' }),
    fields: fieldsFor('conn-read'),
    lacks: [...withoutPeople.filter((one) => one !== 'interviews'), 'interviewUsers'],
    requests: { first: 12, quiet: 6 },
    creates: {},
  }))

describe('Unified.to', () => {
  const opened: Opened[] = []
  const open = async (connectionId: string) => {
    const one = await openScene({ ...scene, fields: fieldsFor(connectionId) })
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

  test('offers for each of three ATSs what it can do, and says so when asked how it is', async () => {
    const offers = await Promise.all(
      ['conn-full', 'conn-notes', 'conn-read'].map(async (id) => {
        const { connector } = await open(id)
        const { writeInterview, moveStage, writeNote, streams } = connector
        const modes = new Set(streams.filter(({ kinds }) => kinds.includes('candidates')).map(({ mode }) => mode))
        const probes = await connector.probe()
        return {
          can: [writeInterview, moveStage, writeNote].map((one) => one !== null),
          mode: [...modes].join(),
          said: probes.find(({ capability }) => capability === 'write interviews')?.said,
        }
      }),
    )
    expect(offers).toEqual([
      { can: [true, true, true], mode: 'changes', said: 'Works.' },
      { can: [false, true, true], mode: 'changes', said: expect.stringContaining('Notes ATS does not offer this') },
      { can: [false, false, false], mode: 'whole', said: expect.stringContaining('Parley writes a note instead') },
    ])
  })

  test('refuses an interview in plain words before anything was asked, where the ATS takes none', async () => {
    const one = await open('conn-notes')
    const { standIn, now } = one
    const connector = unified.open({
      ...{
        fields: fieldsFor('conn-notes')(standIn),
        bases: standIn.bases,
        clock: { now },
        fetch,
        pause: async () => {},
      },
    })
    const row = standIn.world.applications.rows[0]!
    const interview = {
      ...{
        applicationId: row.id,
        candidateId: row.candidateId,
        jobId: row.jobId,
        key: 'k',
        knownId: null,
        title: 'x',
        text: '',
      },
      ...{
        status: 'SCHEDULED' as const,
        startAt: now(),
        endAt: now(),
        zone: 'UTC',
        location: '',
        userIds: [],
        participants: [],
      },
      ...{ stageId: null, actingUserId: null },
    }
    expect(await connector.checkInterview!(interview)).toEqual([
      'Notes ATS takes no interviews through Unified.to; a note is written instead.',
    ])
  })

  test('knows the stage of an application by its label, also before it has read any stages', async () => {
    const { connector, standIn } = await open('conn-full')
    const rows = (
      await connector.streams.find(({ name }) => name === 'applications')!.read({ since: null, page: null })
    ).rows
    const { world } = standIn
    expect(rows.applications?.map(({ id, stageId }) => [id, stageId])).toEqual(
      world.applications.rows.map(({ id, stageId }) => [id, stageId]),
    )
    expect(standIn.log.filter(({ url }) => url.includes('applicationstatus'))).toHaveLength(3)
  })

  test('moves with the pair of words that the stage has for this job', async () => {
    const { connector, standIn } = await open('conn-full')
    const { world } = standIn
    const { id: applicationId, candidateId, jobId, stageId } = world.applications.rows[0]!
    const to = world.stagesOf(jobId)[3]!
    const move = { applicationId, candidateId, jobId, fromStageId: stageId, toStageId: to.id, actingUserId: null }
    await connector.moveStage!(move)
    expect(JSON.parse(standIn.log.at(-1)!.body)).toEqual({ status: 'OFFERED', original_status: 'Offer' })
    await expect(connector.moveStage!({ ...move, toStageId: 'gone' })).rejects.toMatchObject({ code: 'refused' })
  })

  test('asks for a filter that the ATS passes over, and still tells of nobody who did not change', async () => {
    const one = await open('conn-read')
    one.advance(3600_000)
    const candidates = one.connector.streams.find(({ name }) => name === 'candidates')!
    expect((await candidates.read({ since: one.now(), page: null })).rows.candidates).toEqual([])
  })

  test('takes a signature in hexadecimal or base64, over the data as it came or as it is written anew', () => {
    const deliver = (data: string, encoding: 'hex' | 'base64') => ({
      headers: {},
      body: Buffer.from(
        `{"data":${data},"nonce":"n-1","sig":"${signUnified('s', JSON.parse(data), 'n-1', encoding)}"}`,
      ),
      ...{ secret: 's', now: new Date() },
    })
    const { connector } = {
      connector: unified.open({ fields: {}, clock: { now: () => new Date() }, pause: async () => {}, fetch }),
    }
    const verdicts = [deliver('[{"id":"a"}]', 'hex'), deliver('[ {"id": "a"} ]', 'base64')].map(connector.checkHook!)
    expect(verdicts).toEqual(Array(2).fill({ kind: 'good', id: 'n-1', event: 'changed' }))
  })

  test('reads people from the hiring managers that jobs name, where there are no employees', async () => {
    const one = await open('conn-notes')
    await readStreams(one, null, (name) => name === 'users')
    expect(one.standIn.log.slice(-1)).toMatchObject([{ url: expect.stringContaining('/ats/conn-notes/job?') }])
    const hiring_managers = [
      { id: 'm1', name: 'Ruth Vance', emails: [{ email: 'ruth@x.example' }] },
      { id: 7 },
      'odd',
      null,
    ]
    expect(managersOf(jobRow.parse({ id: 'j1', hiring_managers }))).toEqual([
      { id: 'm1', name: 'Ruth Vance', email: 'ruth@x.example', role: 'hiringManager' },
      { id: '7', name: '7', email: null, role: 'hiringManager' },
    ])
  })
})
