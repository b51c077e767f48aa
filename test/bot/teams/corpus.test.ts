import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTeamsApp, type TeamsDesk } from '../../../src/bot/teams/app.ts'
import { createTeamsTransport, type TeamsTransportOptions } from '../../../src/bot/teams/transport.ts'
import { isParleyError } from '../../../src/domain/errors.ts'
import type { TenantId } from '../../../src/domain/ids.ts'
import {
  appId,
  botId,
  password,
  startTeamsConnector,
  type TeamsConnector,
  type TokenWish,
  tenantId,
} from '../../fakes/teamsConnector.ts'

const path = '/api/teams/messages'
const readLines = <T>(name: string): T[] =>
  readFileSync(new URL(`../../corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

interface ActivityCase {
  name: string
  status: number
  /** What the product makes of it: what the house heard, or why it heard nothing. */
  kind?: 'message' | 'press' | 'installed' | 'removed' | 'ignored' | 'wrong' | 'stranger'
  base: keyof ReturnType<typeof bases>
  set?: Record<string, unknown>
  /** JSON that has to stay as it is written. */
  raw_set?: Record<string, string>
  remove?: string[]
  raw?: string
  nest?: number
  pad?: number
  contentType?: string
  method?: string
}

let connector: TeamsConnector
let app: Hono
const heard: string[] = []
const log: { event: string; facts?: Readonly<Record<string, unknown>> | undefined }[] = []

const desk: TeamsDesk = {
  findTenant: async (workspaceId) => (workspaceId === tenantId ? ('tenant_1' as TenantId) : null),
  onChat: async () => {
    heard.push('message')
    return true
  },
  onPress: async () => {
    heard.push('press')
    return { kind: 'ok' }
  },
  findShown: async () => {
    heard.push('press')
    return null
  },
  readAgain: async () => null,
  whyNotPress: async () => null,
  onInstalled: async () => {
    heard.push('installed')
    return false
  },
}

function optionsFor(extra: Partial<TeamsTransportOptions> = {}): TeamsTransportOptions {
  return {
    appId,
    password,
    tenantId,
    serviceUrls: [connector.serviceUrl],
    openIdUrl: connector.openIdUrl,
    tokenUrl: connector.tokenUrl,
    log: (event, facts) => log.push({ event, facts }),
    ...extra,
  }
}

beforeAll(async () => {
  connector = await startTeamsConnector()
  const transport = await createTeamsTransport(optionsFor())
  app = createTeamsApp({
    path,
    transport,
    desk,
    noteSeen: () => {},
    links: {},
    log: (event, facts) => log.push({ event, facts }),
  })
})
afterAll(() => connector.stop())
beforeEach(() => {
  heard.length = 0
  log.length = 0
})

function bases() {
  const common = {
    id: 'act-1',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: '29:rosa', name: 'Rosa Alder', aadObjectId: 'o-rosa' },
    recipient: { id: botId, name: 'Parley' },
    channelData: { tenant: { id: tenantId } },
  }
  const personal = { id: 'a:rosa', conversationType: 'personal', tenantId }
  const mention = { type: 'mention', text: '<at>Parley</at>', mentioned: { id: botId, name: 'Parley' } }
  return {
    personal: { ...common, type: 'message', text: 'status', conversation: personal },
    group: {
      ...common,
      type: 'message',
      text: '<at>Parley</at> status',
      entities: [mention],
      conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId, isGroup: true },
    },
    channel: {
      ...common,
      type: 'message',
      text: '<at>Parley</at>&nbsp;status',
      entities: [mention],
      channelData: { tenant: { id: tenantId }, team: { id: '19:team' }, channel: { id: '19:chan@thread.tacv2' } },
      conversation: { id: '19:chan@thread.tacv2', conversationType: 'channel', tenantId, isGroup: true },
    },
    execute: {
      ...common,
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'm1',
      value: { action: { type: 'Action.Execute', verb: 'press', data: { action: 'action_1' } } },
      conversation: personal,
    },
    submit: { ...common, type: 'message', value: { action: 'action_1' }, replyToId: 'm1', conversation: personal },
    install: { ...common, type: 'installationUpdate', action: 'add', conversation: personal },
    members: { ...common, type: 'conversationUpdate', membersAdded: [{ id: botId }], conversation: personal },
  } satisfies Record<string, Record<string, unknown>>
}

function put(target: Record<string, unknown>, dotted: string, value: unknown): void {
  const names = dotted.split('.')
  const last = names.pop() ?? ''
  let at = target
  for (const name of names) at = at[name] as Record<string, unknown>
  if (value === undefined) delete at[last]
  else at[last] = value
}

function bodyOf(given: ActivityCase): string {
  if (given.raw !== undefined) return given.raw
  if (given.nest) return `{"type":"message","value":${'['.repeat(given.nest)}${']'.repeat(given.nest)}}`
  const activity: Record<string, unknown> = structuredClone(bases()[given.base])
  for (const [name, value] of Object.entries(given.set ?? {})) put(activity, name, value)
  for (const name of given.remove ?? []) put(activity, name, undefined)
  const body = JSON.stringify(activity).replaceAll('"BOT"', JSON.stringify(botId))
  const withRaw = Object.entries(given.raw_set ?? {}).reduce((text, [name, raw]) => {
    const known = JSON.stringify(activity[name])
    return text.replace(`"${name}":${known}`, () => `"${name}":${raw}`)
  }, body)
  return given.pad ? `${withRaw.slice(0, -1)},"pad":"${'x'.repeat(given.pad - withRaw.length - 9)}"}` : withRaw
}

async function post(body: string, wish: TokenWish = {}, method = 'POST', contentType = 'application/json') {
  const headers = new Headers({ authorization: connector.authorization(wish) })
  if (contentType !== '') headers.set('content-type', contentType)
  const sent = method === 'GET' ? {} : { body: new TextEncoder().encode(body) }
  const response = await app.request(path, { method, headers, ...sent })
  return { status: response.status, body: await response.text() }
}

describe('an activity that Teams, or somebody else, posts', () => {
  const cases = readLines<ActivityCase>('teams/activities')
  test('there are at least 50 of them', () => expect(cases.length).toBeGreaterThanOrEqual(50))

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, given) => {
    const answer = await post(bodyOf(given), {}, given.method, given.contentType)
    expect(answer.status).toBe(given.status)
    const isHeard = given.kind === 'message' || given.kind === 'press'
    const expected = given.kind === 'installed' ? ['installed'] : isHeard ? [given.kind] : []
    expect(heard).toEqual(expected)
    expect(log.map((one) => one.event)).not.toContain('teams.failed')
    expect(answer.body).not.toMatch(/\bat .*:\d+:\d+|node_modules/)
  })

  test('is answered with 500 and no word of the reason when the house cannot store it', async () => {
    const broken = createTeamsApp({
      path,
      transport: await createTeamsTransport(optionsFor()),
      desk: { ...desk, onChat: () => Promise.reject(new Error('secret words of a database')) },
      noteSeen: () => {},
      links: {},
      log: () => {},
    })
    const response = await broken.request(path, {
      method: 'POST',
      headers: { authorization: connector.authorization(), 'content-type': 'application/json' },
      body: JSON.stringify(bases().personal),
    })
    expect([response.status, await response.text()]).toEqual([500, 'this could not be taken'])
  })
})

describe('the token of a caller', () => {
  const cases = readLines<{ name: string; status: number; token: TokenWish }>('teams/tokens')
  test('there are at least 25 of them', () => expect(cases.length).toBeGreaterThanOrEqual(25))

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, given) => {
    const answer = await post(JSON.stringify(bases().personal), given.token)
    expect(answer.status).toBe(given.status)
    expect(heard).toEqual(given.status === 200 ? ['message'] : [])
  })

  test('is not believed and not refused for good while the keys cannot be read', async () => {
    const other = await startTeamsConnector()
    other.state.keysAreDown = true
    const transport = await createTeamsTransport(
      optionsFor({ serviceUrls: [other.serviceUrl], openIdUrl: other.openIdUrl, tokenUrl: other.tokenUrl }),
    )
    const body = JSON.stringify({ ...bases().personal, serviceUrl: other.serviceUrl })
    const request = { method: 'POST', contentType: 'application/json', authorization: other.authorization(), body }
    expect((await transport.handle(request, async () => ({ status: 200 }))).status).toBe(503)
    other.state.keysAreDown = false
    expect((await transport.handle(request, async () => ({ status: 200 }))).status).toBe(200)
    await other.stop()
  })

  test.each([
    ['', password],
    [' ', password],
    [appId, ''],
  ])('cannot be checked without an app id and a password, so Teams is not opened (%j, %j)', async (id, secret) => {
    const opening = createTeamsTransport(optionsFor({ appId: id, password: secret }))
    await expect(opening).rejects.toSatisfy((error) => isParleyError(error, 'notConfigured'))
  })
})
