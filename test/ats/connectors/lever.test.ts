import { expect, test } from 'vitest'
import type { HookDelivery } from '../../../src/ats/connector.ts'
import { lever } from '../../../src/ats/connectors/lever.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  applicationsOf,
  type ConnectorScene,
  people,
  planInterview,
  readRef,
  readStreams,
  rowsOf,
  withScene,
} from '../../contract/connectorScene.ts'
import { lever as kind } from '../../fakes/ats/lever.ts'

const change = (delivery: HookDelivery, patch: Record<string, unknown>): HookDelivery => ({
  ...delivery,
  body: Buffer.from(JSON.stringify({ ...JSON.parse(delivery.body.toString()), ...patch })),
})
const fieldsOf = ({ body }: HookDelivery) =>
  JSON.parse(body.toString()) as Record<'token' | 'signature', string> & { triggeredAt: number }

/** Only token and time are signed: other data in the body would be taken, and is a hint to look at best. */
function spoil(good: HookDelivery, other: HookDelivery): HookDelivery[] {
  const { token, triggeredAt, signature } = fieldsOf(good)
  return [
    change(good, { token: `${token}0` }),
    change(good, { token: fieldsOf(other).token }),
    change(good, { triggeredAt: triggeredAt + 1 }),
    change(good, { triggeredAt: null }),
    change(good, { signature: fieldsOf(other).signature }),
    change(good, { signature: signature.slice(1) }),
    change(good, { signature: undefined }),
    { ...good, secret: 'another-secret' },
    { ...good, secret: '' },
    { ...good, body: Buffer.from('not JSON') },
  ]
}

const scene: ConnectorScene = {
  system: lever,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  lacks: ['clients', 'contacts', 'splitNames'],
  candidateCount: 240,
  requests: { first: 300, quiet: 5 },
  creates: { interview: /^POST .*\/panels$/, note: /^POST .*\/notes$/ },
  hook: { event: 'candidateStageChange', header: null, spoil, windowMinutes: 60 },
  unneededScopes: ['contact:read:admin', 'interviews:read:admin', 'interviews:write:admin', 'webhooks:write:admin'],
  permissionNames: {
    'users:read:admin': ['list-users'],
    'opportunities:read:admin': ['list-opportunities', 'read-opportunity'],
    'opportunities:write:admin': ['update-opportunity-stage'],
    'postings:read:admin': ['list-postings'],
    'stages:read:admin': ['list-stages'],
    'panels:read:admin': ['list-opportunity-panels', 'read-opportunity-panel'],
    'panels:write:admin': ['create-opportunity-panel', 'update-opportunity-panel', 'delete-opportunity-panel'],
    'notes:read:admin': ['list-opportunity-notes'],
    'notes:write:admin': ['create-opportunity-note'],
    'resumes:read:admin': ['list-opportunity-resumes'],
    'files:read:admin': ['list-opportunity-files'],
    'webhooks:read:admin': ['list-webhooks'],
  },
}
describeConnector(scene)

test('reads answers that are wrapped once as well as those that are wrapped twice', () =>
  withScene(scene, async (one) => {
    one.standIn.desk.settings.set('isSinglyWrapped', true)
    one.standIn.desk.settings.set('areFilesBare', true)
    const found = await readRef(one, 7)
    const { id } = await one.connector.writeInterview!(planInterview(one, found))
    expect(one.standIn.world.interviews.get(id)?.externalRef).toBe('https://meet.example/abc')
    expect((await one.connector.registerHook!('https://parley.example/h', '')).secret.split(' ')).toHaveLength(9)
    one.standIn.world.addAttachment({
      candidateId: found.candidate.id,
      kind: 'coverLetter',
      filename: 'Cover letter.pdf',
    })
    expect((await one.connector.listAttachments!(found.ref)).map(({ kind }) => kind)).toEqual(['coverLetter'])
  }))

test('makes 9 webhooks, and none anew when asked again', () =>
  withScene(scene, async (one) => {
    const register = one.connector.registerHook!
    const { secret } = await register('https://parley.example/h', '')
    expect(await register('https://parley.example/h', '')).toEqual({ secret })
    expect(one.standIn.world.hooks.rows).toHaveLength(9)
  }))

test('leaves a panel alone that was made by hand', () =>
  withScene(scene, async (one) => {
    const found = await readRef(one, 0)
    const [theirs] = one.standIn.world.interviews.by('applicationId', found.ref.applicationId)
    const interview = { ...planInterview(one, found), knownId: theirs!.id }
    await expect(one.connector.writeInterview!(interview)).rejects.toMatchObject({
      code: 'refused',
      message: 'The interview was made by hand in Lever, and only there can it be changed.',
    })
    expect(one.standIn.world.interviews.get(theirs!.id)).toEqual(theirs)
  }))

test('writes in the name of the recruiter, else of the user in the form, and says so when there is neither', async () => {
  const named: ConnectorScene = { ...scene, fields: ({ key }) => ({ apiKey: key, actAs: people.manager.email }) }
  await withScene(named, async (one) => {
    const found = await readRef(one, 7)
    const interview = { ...planInterview(one, found), actingUserId: null }
    const { id } = await one.connector.writeInterview!(interview)
    expect(one.standIn.world.interviews.get(id)!.organizerId).toBe(found.idOf(people.manager))
  })
  await withScene(scene, async (one) => {
    const interview = { ...planInterview(one, await readRef(one, 7)), actingUserId: null }
    const [problem] = await one.connector.checkInterview!(interview)
    expect(problem).toMatch(/^Lever wants to know in whose name the interview is made/)
    await expect(one.connector.writeInterview!(interview)).rejects.toMatchObject({ code: 'refused', message: problem })
  })
})

test('adds one interview to the next one of the same key when the first was called off', () =>
  withScene(scene, async (one) => {
    const found = await readRef(one, 7)
    const interview = planInterview(one, found)
    const first = await one.connector.writeInterview!(interview)
    await one.connector.writeInterview!({ ...interview, knownId: first.id, status: 'CANCELED' })
    const second = await one.connector.writeInterview!({ ...interview, knownId: first.id })
    expect(second.id).not.toBe(first.id)
    const rows = one.standIn.world.interviews.by('applicationId', applicationsOf(one, found.candidate)[0]!.id)
    expect(rows.map(({ canceledAt }) => canceledAt === null)).toEqual([false, true])
  }))

test('takes the first word of a name for the first name, and repeats the stages of the account for each job', () =>
  withScene(scene, async (one) => {
    const { id } = one.standIn.world.addCandidate({ firstName: 'Ana', lastName: 'Maria Prieto', emails: [] })
    one.standIn.world.addApplication({ candidateId: id, jobId: one.standIn.world.jobs.rows[0]!.id })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'candidates').find((row) => row.id === id)).toMatchObject({
      ...{ firstName: 'Ana', lastName: 'Maria Prieto', emails: [] },
    })
    expect(rowsOf(rows, 'stages')).toHaveLength(15)
    expect(new Set(rowsOf(rows, 'stages').map((stage) => stage.id)).size).toBe(5)
  }))

test('reads somebody who was only sourced as a candidate without an application', () =>
  withScene(scene, async (one) => {
    const found = await readRef(one, 7)
    one.standIn.world.applications.update(found.ref.applicationId, { jobId: null as never })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'candidates').some(({ id }) => id === found.ref.candidateId)).toBe(true)
    expect(rowsOf(rows, 'applications').some(({ id }) => id === found.ref.applicationId)).toBe(false)
  }))

test('notifies nobody by a note that has an @ in it', () =>
  withScene(scene, async (one) => {
    const { ref } = await readRef(one, 7)
    const text = 'From @Ruth: write to ruth.vance@agency.example. [Parley 000000000000]'
    await one.connector.writeNote!({ ...ref, key: 'k', mayExist: false, text, actingUserId: null })
    const note = one.standIn.world.notes.rows[0]!
    expect(note.text).not.toMatch(/(^|\s)@Ruth/)
    expect(note.text).toContain('ruth.vance@agency.example')
  }))
