import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import type { TenantId } from '../src/domain/ids.ts'
import { openChats } from '../src/startChats.ts'
import { connectWorkspace } from '../src/workflow/connectChat.ts'
import type { Deps } from '../src/workflow/deps.ts'
import { addPeople, rosaId } from './bot/slack/slackLoop.ts'
import { type SlackServer, startSlackServer } from './fakes/slackServer.ts'
import { startSlackSocket } from './fakes/slackSocket.ts'
import { openMemoryTestStore } from './fakes/testStore.ts'
import { openHarness } from './web/recruiterHarness.ts'

const guestUrl = 'https://interviews.agency.example'
const recruiterUrl = 'http://127.0.0.1:4711'
const secretKey = 'a key of this test, at least 32 long'

let ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.toReversed()) await end()
  ending = []
})

async function openServer(): Promise<SlackServer> {
  const server = await startSlackServer()
  ending.push(server.close)
  addPeople(server)
  return server
}

async function openWith(server: SlackServer, environment: Record<string, string>) {
  const test = await openMemoryTestStore()
  const { store, clock, ids, tenantId } = test
  const logged: string[] = []
  const log: Deps['log'] = (event) => logged.push(event)
  const config = readConfig({ SLACK_API_URL: server.apiUrl, ...environment })
  const base = { store, clock, ids, log }
  const deps = () => ({ ...base, chat: new Map() }) as unknown as Deps
  const opened = await openChats(base, deps, config, { recruiterUrl, guestUrl })
  ending.push(opened.stop)
  const withRoom = await openHarness({ mounts: opened.mounts }, async () => test)
  const start = async () => opened.start(tenantId)
  const post = async (request: Request) => {
    const door = opened.doorFor(new URL(request.url).pathname)
    return door ? door.fetch(request) : new Response('', { status: 404 })
  }
  const inboxCount = () => store.inTenant(tenantId, (tx) => tx.count('inbound', { source: 'slack' }))
  const workspaces = (tenant: TenantId = tenantId) => store.inTenant(tenant, (tx) => tx.find('chatWorkspaces'))
  return {
    ...withRoom,
    submit: withRoom.post,
    base,
    store,
    clock,
    tenantId,
    start,
    post,
    logged,
    chats: opened,
    inboxCount,
    workspaces,
  }
}

const direct = { type: 'message', channel_type: 'im', user: rosaId, text: 'hi', ts: '5.1', channel: `D-${rosaId}` }

describe('Slack for one workspace, by its token', () => {
  const settings = (server: SlackServer) => ({
    SLACK_BOT_TOKEN: server.token,
    SLACK_SIGNING_SECRET: server.signingSecret,
  })

  it('asks Slack at the start which workspace it is, and stores what is said there', async () => {
    const server = await openServer()
    const parley = await openWith(server, settings(server))
    expect(parley.chats.ports.map(({ surface }) => surface)).toEqual(['slack'])
    await parley.start()
    expect(await parley.workspaces()).toMatchObject([
      { externalId: 'T0AGENCY', state: 'connected', sealedSecrets: null },
    ])
    expect((await server.sendEvent(parley.post, direct)).status).toBe(200)
    expect(await parley.inboxCount()).toBe(1)
    expect(await (await parley.get('/slack')).text()).toContain('Alder &amp; Finch')
  })

  it('acknowledges nothing as long as Slack has not said whose token it is', async () => {
    const server = await openServer()
    const parley = await openWith(server, settings(server))
    server.faults.push({ method: 'auth.test', fault: 'down' })
    await parley.start()
    expect((await server.sendEvent(parley.post, direct)).status).toBe(503)
    expect(await parley.inboxCount()).toBe(0)
  })

  it('leaves other addresses to the guest pages, and does nothing at all where Slack is not set up', async () => {
    const server = await openServer()
    const parley = await openWith(server, settings(server))
    expect(parley.chats.doorFor('/l/abc')).toBeNull()
    const without = await openWith(server, {})
    expect(without.chats.ports).toEqual([])
    expect(without.chats.doorFor('/api/slack/events')).toBeNull()
  })

  it('holds a socket instead, and acknowledges an envelope when it is stored', async () => {
    const server = await openServer()
    const socket = await startSlackSocket()
    ending.push(socket.close)
    server.memory.socketUrl = socket.url
    server.tokens.set('xapp-good', 'good')
    const parley = await openWith(server, { SLACK_BOT_TOKEN: server.token, SLACK_APP_TOKEN: 'xapp-good' })
    expect(parley.chats.doorFor('/api/slack/events')).toBeNull()
    await parley.start()
    await expect.poll(socket.count, { timeout: 5_000 }).toBe(1)
    socket.send('E1', server.envelope(direct))
    await expect.poll(() => socket.acknowledged.map(({ envelope_id: id }) => id)).toEqual(['E1'])
    expect(await parley.inboxCount()).toBe(1)
    const { store } = parley
    const inTenant = store.inTenant.bind(store)
    store.inTenant = () => Promise.reject(new Error('the database is gone'))
    socket.send('E2', server.envelope({ ...direct, ts: '6.1' }))
    await expect.poll(() => parley.logged.includes('slack.socketFailed')).toBe(true)
    store.inTenant = inTenant
    socket.send('E2', server.envelope({ ...direct, ts: '6.1' }))
    await expect.poll(() => socket.acknowledged.map(({ envelope_id: id }) => id)).toEqual(['E1', 'E2'])
    expect(await parley.inboxCount()).toBe(2)
  })
})

describe('Slack for several workspaces, which add Parley by themselves', () => {
  async function openForAll() {
    const server = await openServer()
    const parley = await openWith(server, {
      SLACK_CLIENT_ID: 'client',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_SIGNING_SECRET: server.signingSecret,
      PARLEY_SECRET_KEY: secretKey,
    })
    await parley.start()
    await parley.store.inTenant(parley.tenantId, (tx) =>
      tx.update('members', parley.memberId, { roles: ['recruiter', 'admin'] }),
    )
    const begin = async () => new URL((await parley.get('/slack/install')).headers.get('location') ?? '')
    const newCode = (redirect: string, team = server.memory.team) =>
      server.memory.newCode({
        access_token: server.token,
        token_type: 'bot',
        scope: 'chat:write,commands',
        bot_user_id: server.memory.botUserId,
        team,
        redirect_uri: redirect,
      })
    const comeBack = (query: Record<string, string>) =>
      parley.post(new Request(`${guestUrl}/api/slack/oauth/callback?${new URLSearchParams(query)}`))
    /** The whole way; changes what the browser carries. */
    async function install(change: (carried: { code: string; state: string }) => Record<string, string> = (c) => c) {
      const begun = await begin()
      const state = begun.searchParams.get('state') ?? ''
      const code = newCode(begun.searchParams.get('redirect_uri') ?? '')
      const carried = { code, state, ...change({ code, state }) }
      return { carried, response: await parley.submit('/slack/finish', carried) }
    }
    return { ...parley, server, begin, newCode, comeBack, install }
  }

  it('sends the admin to Slack with what Parley needs, and back to a button', async () => {
    const { begin, newCode, comeBack, get } = await openForAll()
    const begun = await begin()
    expect(begun.pathname).toBe('/oauth/v2/authorize')
    expect(begun.searchParams.get('redirect_uri')).toBe(`${guestUrl}/api/slack/oauth/callback`)
    expect(begun.searchParams.get('scope')?.split(',')).toContain('users:read.email')
    const state = begun.searchParams.get('state') ?? ''
    const back = await comeBack({ code: newCode(''), state })
    expect(back.status).toBe(303)
    const target = new URL(back.headers.get('location') ?? '')
    expect(target.origin).toBe(recruiterUrl)
    const page = await (await get(target.pathname + target.search)).text()
    expect(page).toContain('<button class="button button-primary">Connect</button>')
  })

  it('keeps the token sealed, and lets the workspace speak at once', async () => {
    const parley = await openForAll()
    const { response } = await parley.install()
    expect([response.status, response.headers.get('location')]).toEqual([303, '/slack'])
    const [workspace] = await parley.workspaces()
    expect(workspace).toMatchObject({ externalId: 'T0AGENCY', state: 'connected', installedBy: parley.memberId })
    expect(workspace?.sealedSecrets).toMatch(/^s1\./)
    expect(JSON.stringify(workspace)).not.toContain(parley.server.token)
    expect((await parley.server.sendEvent(parley.post, direct)).status).toBe(200)
    expect(await parley.inboxCount()).toBe(1)
  })

  it.each<[string, (carried: { code: string; state: string }) => Record<string, string>, number]>([
    ['no state', () => ({ state: '' }), 502],
    ['a state of markup', () => ({ state: '<script>' }), 502],
    ['a changed state', ({ state }) => ({ state: `${state.slice(0, -2)}AA` }), 502],
    ['a state that says something else', ({ state }) => ({ state: `e30.${state.split('.')[1]}` }), 502],
    ['no code', () => ({ code: '' }), 502],
    ['a code of nobody', () => ({ code: 'code-0' }), 502],
  ])('connects nothing with %s', async (_name, change, status) => {
    const parley = await openForAll()
    const { response } = await parley.install(change)
    expect(response.status).toBe(status)
    expect(await parley.workspaces()).toEqual([])
  })

  it('takes a state once, for ten minutes, and from nobody but the one who began', async () => {
    const parley = await openForAll()
    const { carried } = await parley.install()
    expect((await parley.submit('/slack/finish', carried)).status).toBe(502)
    const late = await parley.begin()
    ;(parley.clock as { moveBy(ms: number): void }).moveBy(10 * 60_000 + 1)
    const state = late.searchParams.get('state') ?? ''
    expect((await parley.comeBack({ code: 'x', state })).status).toBe(400)
    const code = parley.newCode(late.searchParams.get('redirect_uri') ?? '')
    expect((await parley.submit('/slack/finish', { code, state })).status).toBe(502)
  })

  it('sends a browser only to the recruiter side that began, and says calmly when Slack said no', async () => {
    const { begin, comeBack } = await openForAll()
    const state = (await begin()).searchParams.get('state') ?? ''
    expect((await comeBack({ code: 'x', state: 'made-up' })).status).toBe(400)
    expect((await comeBack({ code: 'x' })).status).toBe(400)
    const refused = await comeBack({ error: 'access_denied', state })
    expect([refused.status, await refused.text()]).toEqual([200, expect.stringContaining('was not added')])
  })

  it('lets nobody but an admin begin or end it', async () => {
    const parley = await openForAll()
    const begun = await parley.begin()
    await parley.store.inTenant(parley.tenantId, (tx) =>
      tx.update('members', parley.memberId, { roles: ['recruiter'] }),
    )
    expect((await parley.get('/slack/install')).status).toBe(403)
    const carried = { code: 'code-1', state: begun.searchParams.get('state') ?? '' }
    expect((await parley.submit('/slack/finish', carried)).status).toBe(403)
    expect(await parley.workspaces()).toEqual([])
  })

  it('leaves a workspace with the agency it belongs to', async () => {
    const parley = await openForAll()
    const other = await parley.store.createTenant()
    await connectWorkspace(parley.base, other, {
      surface: 'slack',
      externalId: 'T0AGENCY',
      name: 'Alder & Finch',
      botUserId: null,
      scopes: [],
      installedBy: null,
      sealFor: () => 'sealed',
    })
    const { response } = await parley.install()
    expect(response.status).toBe(409)
    expect(await parley.workspaces()).toEqual([])
    expect(await parley.workspaces(other)).toMatchObject([{ sealedSecrets: 'sealed' }])
  })

  it('connects a workspace again that had taken Parley out', async () => {
    const parley = await openForAll()
    await parley.install()
    expect((await parley.server.sendEvent(parley.post, { type: 'app_uninstalled' })).status).toBe(200)
    expect(await parley.workspaces()).toMatchObject([{ state: 'revoked', sealedSecrets: null }])
    expect(await (await parley.get('/slack')).text()).toContain('No longer connected')
    expect((await parley.server.sendEvent(parley.post, direct)).status).toBe(200)
    expect(await parley.inboxCount()).toBe(0)
    await parley.install()
    expect(await parley.workspaces()).toMatchObject([{ state: 'connected' }])
    expect((await parley.server.sendEvent(parley.post, direct)).status).toBe(200)
    expect(await parley.inboxCount()).toBe(1)
  })
})
