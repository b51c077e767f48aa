import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { icims } from '../../../src/ats/connectors/icims.ts'
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
import { icims as kind } from '../../fakes/ats/icims.ts'
import type { StandIn } from '../../fakes/ats/kit.ts'

const hourMs = 3600_000

const basic = (login: string) => `Basic ${Buffer.from(login).toString('base64')}`

const scene: ConnectorScene = {
  system: icims,
  kind,
  fields: () => ({
    ...{ customerId: '1234', clientId: 'client-1', clientSecret: 'secret-1', region: 'us' },
    ...{
      statusList: 'workflowstatus',
      userFolders: 'D32011',
      jobFolders: '',
      noteCollection: 'interviewlog: notetext, notedate',
    },
  }),
  lacks: ['clients', 'contacts', 'interviews', 'secondEmail', 'outcomes'],
  candidateCount: 90,
  requests: { first: 204, quiet: 4 },
  creates: { note: /^POST .*\/fields\/interviewlog$/ },
  hook: {
    event: 'WorkFlowStatusChangeEvent',
    secret: 'parley:hook-secret-1',
    header: 'authorization',
    spoil: (good) => {
      const withLogin = (authorization: string) => ({ ...good, headers: { ...good.headers, authorization } })
      const { authorization: _taken, ...without } = good.headers
      return [
        { ...good, headers: without },
        { ...good, secret: 'parley:another-secret' },
        { ...good, secret: '' },
        withLogin(basic('parley:hook-secret-2')),
        withLogin(basic('parley:hook-secret-1 ')),
        withLogin(basic('parley:')),
        withLogin(basic('')),
        withLogin('Basic'),
        withLogin('Bearer hook-secret-1'),
        withLogin('parley:hook-secret-1'),
      ]
    },
  },
  notInSheet: /^\/oauth\/token$/,
}
describeConnector(scene)

describe('iCIMS', () => {
  const opened: Opened[] = []
  const openHere = async (count?: number) => {
    const one = await openScene(scene, count)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))
  const hide = (one: Opened, ...fields: string[]) => one.standIn.desk.settings.set('hiddenFields', new Set(fields))
  const statesOf = async (one: Opened) => {
    one.advance(60_000)
    return (await one.connector.probe()).map(({ state, permission }) => (state === 'missing' ? permission : state))
  }

  test('shows a light for each of its 3 interfaces, and for 2 fields that can be hidden', async () => {
    const one = await openHere()
    expect(await statesOf(one)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
    one.standIn.desk.scopes = new Set(['search', 'profile'])
    expect(await statesOf(one)).toEqual(['ok', 'ok', 'ok', 'ok', 'List API'])
    one.standIn.desk.scopes = new Set(['search', 'list'])
    expect(await statesOf(one)).toEqual(['ok', 'Profile API', 'Profile API', 'Profile API', 'ok'])
    one.standIn.desk.scopes = new Set(['profile', 'list'])
    expect(await statesOf(one)).toEqual(['Search API', 'failing', 'failing', 'failing', 'ok'])
    one.standIn.desk.scopes = null
    hide(one, 'job.hiringmanager', 'person.email')
    const [manager, email] = ['field "hiringmanager" of jobs', 'field "email" of people']
    expect(await statesOf(one)).toEqual(['ok', 'ok', manager, email, 'ok'])
  })

  test('takes a hiring manager that is hidden for unknown, not for none', async () => {
    const one = await openHere()
    hide(one, 'job.hiringmanager')
    const jobs = rowsOf((await readStreams(one, null)).rows, 'jobs')
    expect(jobs.map((job) => 'hiringManagerId' in job)).toEqual([false, false, false])
  })

  test('finds changes of workflows where the customer hides 3 dates from searches', async () => {
    const one = await openHere()
    await readStreams(one, null)
    one.advance(hourMs)
    hide(one, 'applicantworkflow.person.updateddate', 'person.updateddate', 'job.updateddate')
    const application = applicationsOf(one, candidateAt(one, 7))[0]!
    one.standIn.world.moveApplication(application.id, one.standIn.world.stagesOf(application.jobId).at(-2)!.id)
    const since = one.now()
    one.advance(60_000)
    const { rows } = await readStreams(one, since)
    expect(rowsOf(rows, 'applications').map(({ id }) => id)).toEqual([application.id])
  })

  test('sees a change that a search was 14 minutes too old to show at the look after it', async () => {
    const one = await openHere()
    await readStreams(one, null)
    one.advance(hourMs)
    const application = applicationsOf(one, candidateAt(one, 7))[0]!
    const move = () => one.standIn.world.moveApplication(application.id, one.standIn.world.stagesOf('')[3]!.id)
    const isWorkflows = (name: string) => name === 'workflows'
    one.standIn.order({ kind: 'stale', times: 1, on: /search/ })
    move()
    one.advance(120_000)
    const since = one.now()
    expect(rowsOf((await readStreams(one, since, isWorkflows)).rows, 'applications')).toEqual([])
    one.advance(14 * 60_000)
    expect(rowsOf((await readStreams(one, since, isWorkflows)).rows, 'applications')).toHaveLength(1)
  })

  test('asks for no profile a second time within 5 days unless it changed, and for all of them after that', async () => {
    const one = await openHere(40)
    await readStreams(one, null)
    const countProfiles = async () => {
      const before = one.standIn.log.length
      await readStreams(one, null)
      return one.standIn.log.slice(before).filter(({ url }) => /\/(people|jobs|applicantworkflows)\/\d+/.test(url))
        .length
    }
    one.advance(24 * hourMs)
    expect(await countProfiles()).toBe(0)
    one.advance(4 * 24 * hourMs)
    expect(await countProfiles()).toBeGreaterThan(80)
  })

  test('leaves 2,000 requests of a day for writing', async () => {
    let count = 0
    const connector = icims.open({
      fields: scene.fields({} as StandIn),
      clock: { now: () => new Date('2027-02-01T12:00:00Z') },
      pause: async () => {},
      fetch: async (address) => {
        count++
        const isToken = String(address).endsWith('/oauth/token')
        return Response.json(
          isToken ? { access_token: 'a', expires_in: 86_400 } : { searchResults: [], status: { id: 'D1' } },
        )
      },
    })
    const [stream] = connector.streams
    const ask = { since: new Date('2027-02-01T11:00:00Z'), page: '{"part":"jobs","after":"0"}' }
    const readOn = async () => {
      for (;;) await stream!.read(ask)
    }
    await expect(readOn()).rejects.toMatchObject({ code: 'rateLimited' })
    expect(count).toBe(8001)
    const live = await connector.readApplication({ applicationId: '8101', candidateId: '501', jobId: '71' })
    expect(live).toEqual({ stageId: 'D1', stageLabel: 'D1', outcome: 'active' })
  })

  test('counts 13 workflows whose status is hidden as left out, and takes none of them for removed', async () => {
    const one = await openHere()
    hide(one, 'applicantworkflow.status')
    const { rows } = await readStreams(one, null)
    expect(rows.reduce((sum, { leftOut = 0 }) => sum + leftOut, 0)).toBe(13)
    expect([rowsOf(rows, 'applications'), rowsOf(rows, 'removed')]).toEqual([[], []])
  })

  test('does not take 1 application out of reach for one that is gone', async () => {
    const one = await openHere()
    const { id, candidateId, jobId } = applicationsOf(one, candidateAt(one, 7))[0]!
    one.standIn.desk.scopes = new Set(['search', 'list'])
    await expect(one.connector.readApplication({ applicationId: id, candidateId, jobId })).rejects.toMatchObject({
      ...{ code: 'notAllowed', field: 'Profile API' },
    })
  })

  test('reads what happened out of a packed body, and takes 1 that unpacks without end for one without words', async () => {
    const { connector, now } = await openHere()
    const headers = { authorization: basic('parley:word-1') }
    const check = (body: Buffer) => connector.checkHook!({ headers, body, secret: 'word-1', now: now() })
    const packed = gzipSync(JSON.stringify({ eventType: 'WorkFlowStatusChangeEvent', systemId: '8101' }))
    expect(check(packed)).toMatchObject({ kind: 'good', event: 'WorkFlowStatusChangeEvent' })
    expect(check(gzipSync(Buffer.alloc(20_000_000)))).toMatchObject({ kind: 'good', event: '' })
  })
})
