import { type ChildProcess, spawn } from 'node:child_process'
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { waitUntil } from './waitUntil.ts'

// Microsoft's local Teams client, and what stands in for Microsoft's identity: the client sends no tokens, so a signer between it
// and Parley signs what it posts, with a key that Parley is told to trust. Parley itself has no way around its checks.

const teamsAppId = '5a0d1c3e-0000-4000-8000-00000000b07a'
const teamsTenantId = '0c9d7a9e-0000-4000-8000-0000000007e4'
const botId = `28:${teamsAppId}`

/** Where `npm run e2e:teams` has put the client; null for everybody else. */
export const playgroundFolder = process.env.PARLEY_TEAMS_PLAYGROUND ?? null

export interface TeamsPerson {
  id: string
  name: string
  email: string
}

export interface Signer {
  url: string
  settings: Record<string, string>
  forwardTo(guestUrl: string): void
  stop(): void
}

/** Signs what the client posts and hands it on; also gives Parley the key and a token. */
export async function startSigner(): Promise<Signer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'signer', endorsements: ['msteams'] }
  let target = ''
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const sign = (serviceUrl: string): string => {
    const now = Math.floor(Date.now() / 1_000)
    const claims = {
      iss: 'https://api.botframework.com',
      aud: teamsAppId,
      serviceurl: serviceUrl,
      nbf: now - 60,
      exp: now + 600,
    }
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'signer' })}.${part(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`
  }
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString()
      const json = (value: unknown) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      const { port } = server.address() as AddressInfo
      if (request.url === '/openid') return json({ jwks_uri: `http://127.0.0.1:${port}/keys` })
      if (request.url === '/keys') return json({ keys: [key] })
      if (request.url === '/token') return json({ access_token: randomUUID(), expires_in: 3_600 })
      const { serviceUrl } = JSON.parse(body) as { serviceUrl: string }
      const answer = await fetch(`${target}/api/teams/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sign(serviceUrl)}` },
        body,
      })
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
        .end(await answer.text())
    })().catch(() => response.writeHead(502).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    settings: {
      TEAMS_APP_ID: teamsAppId,
      TEAMS_APP_PASSWORD: 'of-the-test',
      TEAMS_TENANT_ID: teamsTenantId,
      TEAMS_OPENID_URL: `${url}/openid`,
      TEAMS_TOKEN_URL: `${url}/token`,
    },
    forwardTo: (guestUrl) => {
      target = guestUrl
    },
    stop: () => server.close(),
  }
}

export interface Playground {
  url: string
  groupId: string
  stop(): Promise<void>
}

/** One client plays one person; the others are in the same organisation and may press by HTTP. */
export async function startPlayground(
  folder: string,
  signerUrl: string,
  me: TeamsPerson,
  others: readonly TeamsPerson[],
  port: number,
): Promise<Playground> {
  const home = mkdtempSync(join(tmpdir(), 'parley-playground-'))
  const groupId = `19:group-${port}@thread.v2`
  const config = join(home, 'config.yml')
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(configOf(me, others, groupId, port)))
  const cli = join(folder, 'node_modules/@microsoft/m365agentsplayground/cli.js')
  const args = [cli, 'start', '-e', `${signerUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--dt']
  const child = spawn(process.execPath, args, {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(home, 'playground.log'),
    },
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const out = createWriteStream(join(home, 'out.log'))
  child.stdout.pipe(out)
  child.stderr.pipe(out)
  const url = `http://localhost:${port}`
  const isUp = async () => (await fetch(`${url}/_debug/ping`).catch(() => null))?.ok === true
  await waitUntil('the Teams client is up', isUp)
  return { url, groupId, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function configOf(me: TeamsPerson, others: readonly TeamsPerson[], groupId: string, port: number) {
  // The client wants five others, no more and no fewer.
  const fillers = Array.from({ length: 5 - others.length }, (_, index) => {
    const number = index + 1
    return { id: `29:nobody${number}`, name: `Nobody ${number}`, email: `nobody${number}@elsewhere.example` }
  })
  const account = ({ id, name, email }: TeamsPerson, index: number) => ({
    id,
    name,
    userPrincipleName: email,
    aadObjectId: `11111111-0000-4000-8000-00000000000${index}`,
    givenName: name.split(' ')[0],
    surname: name.split(' ')[1],
    email,
  })
  return {
    version: '0.1.0',
    tenantId: teamsTenantId,
    bot: { id: botId, name: 'Parley' },
    currentUser: account(me, 0),
    users: [...others, ...fillers].map((one, index) => account(one, index + 1)),
    personalChat: { id: `a:personal-${port}` },
    groupChat: { id: groupId, name: 'Hiring' },
    team: {
      id: `19:team-${port}@thread.tacv2`,
      name: 'Recruiting',
      aadGroupId: '11111111-0000-4000-8000-0000000000aa',
      channels: [{ id: `19:chan-${port}@thread.tacv2`, name: 'Interviews' }],
    },
  }
}

/** Opens the client; only this machine is reached, fonts from elsewhere are not. */
export async function openClient(page: Page, playground: Playground): Promise<void> {
  await page.route(/.*/, (route) =>
    ['localhost', '127.0.0.1'].includes(new URL(route.request().url()).hostname) ? route.continue() : route.abort(),
  )
  await page.goto(playground.url)
  await compose(page).waitFor()
}

const compose = (page: Page): Locator => page.locator('[data-lexical-editor="true"]').first()

/** Writes into the open chat, with a mention where the bot has to be called. */
export async function writeTo(page: Page, text: string, isMention: boolean): Promise<void> {
  await compose(page).click()
  if (isMention) {
    await page.keyboard.type('@')
    await page.getByRole('menuitem', { name: 'Parley' }).click()
  }
  await page.keyboard.type(` ${text}`)
  await page.getByRole('button', { name: 'Send Message' }).click()
}

interface HeldPress {
  value: unknown
  replyToId: string
  conversation: { id: string }
}

/**
 * Holds the next press of a card back and lets somebody else do it, as if the card had reached them: the client lets nobody else into
 * a personal chat, so Parley gets it without the client.
 * @returns what Parley answered to them
 */
export async function pressInstead(
  page: Page,
  { signer, playground, person }: { signer: Signer; playground: Playground; person: TeamsPerson },
  press: () => Promise<void>,
): Promise<string> {
  const held: HeldPress[] = []
  const path = '**/_conversation/v1/invoke'
  await page.route(path, async (route) => {
    held.push(route.request().postDataJSON() as HeldPress)
    await route.abort()
  })
  await press()
  await waitUntil('the button is pressed', async () => held.length > 0)
  await page.unroute(path)
  const [{ value, replyToId, conversation } = { value: null, replyToId: '', conversation: { id: '' } }] = held
  const activity = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: `${playground.url}/_connector`,
    from: { id: person.id, name: person.name },
    recipient: { id: botId, name: 'Parley' },
    conversation: { id: conversation.id, conversationType: 'personal', tenantId: teamsTenantId },
    channelData: { tenant: { id: teamsTenantId } },
    value,
    replyToId,
  }
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${signer.url}/api/messages`, {
    method: 'POST',
    headers,
    body: JSON.stringify(activity),
  })
  return response.text()
}
