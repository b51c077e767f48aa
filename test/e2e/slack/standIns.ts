import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { waitUntil } from '../waitUntil.ts'

// Two servers that others wrote to stand in for Slack. Installed beside Parley's own packages when this is run, never with them:
// local-slack is a program of 91 MB, and "emulate" is a name that another package had before (0.12.2 is the right one).

const packages = ['local-slack-linux-x64@0.1.8', 'emulate@0.12.2']
const folder = join(tmpdir(), 'parley-e2e-slack')

export function installStandIns(): void {
  mkdirSync(folder, { recursive: true })
  if (existsSync(join(folder, 'node_modules', 'emulate')) && existsSync(programPath())) return
  const given = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...packages]
  const { status } = spawnSync('npm', given, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`npm could not install ${packages.join(' and ')}`)
}

const programPath = () => join(folder, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack')

export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address !== 'object') throw new Error('no port')
  return address.port
}

export const team = {
  rosa: { id: 'U01ROSA', name: 'Rosa Alder', email: 'rosa@alder-finch.example' },
  priya: { id: 'U02PRIYA', name: 'Priya Raman', email: 'priya.raman@agency.example' },
  bot: 'U0PARLEY',
  channel: 'C01HIRING',
} as const

export interface LocalSlack {
  url: string
  token: string
  signingSecret: string
  /** Does what somebody does in Slack, without a browser. */
  control(path: string, body: unknown): Promise<void>
  messages(
    channel: string,
  ): Promise<{ ts: string; user?: string; text: string; blocks?: unknown[]; subtype?: string }[]>
  stop(): void
}

/** A workspace with two people and one closed channel, which posts everything to `requestUrl`. */
export async function startLocalSlack(port: number, requestUrl: string): Promise<LocalSlack> {
  const settings = { token: 'xoxb-local-slack', signingSecret: 'the signing secret of local-slack' }
  const config = {
    workspace: { name: 'Alder & Finch', domain: 'alder-finch', teamId: 'T01AGENCY' },
    app: {
      appId: 'A01PARLEY',
      botUserId: team.bot,
      botName: 'Parley',
      botToken: settings.token,
      appToken: 'xapp-local-slack',
      signingSecret: settings.signingSecret,
      mode: 'events',
      requestUrl,
    },
    users: [team.rosa, team.priya].map(({ id, name, email }) => ({
      id,
      name: name.split(' ')[0]?.toLowerCase(),
      real_name: name,
      email,
    })),
    channels: [
      { id: team.channel, name: 'hiring', is_private: true, members: [team.rosa.id, team.priya.id, team.bot] },
    ],
  }
  const file = join(folder, 'workspace.json')
  writeFileSync(file, JSON.stringify(config))
  const child: ChildProcess = spawn(programPath(), ['--config', file, '--port', String(port)], { stdio: 'ignore' })
  process.once('exit', () => child.kill('SIGKILL'))
  const url = `http://localhost:${port}`
  await waitUntil(
    'local-slack answers',
    async () => (await fetch(`${url}/_control/state`).catch(() => null))?.ok === true,
  )
  return {
    url,
    ...settings,
    control: async (path, body) => {
      const response = await fetch(`${url}/_control/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`local-slack: ${path} ${response.status} ${await response.text()}`)
    },
    messages: async (channel) => {
      const told = (await (await fetch(`${url}/_control/messages/${channel}`)).json()) as unknown
      return (Array.isArray(told) ? told : (told as { messages: [] }).messages) as never
    },
    stop: () => child.kill('SIGTERM'),
  }
}

export interface EmulatedSlack {
  url: string
  close(): Promise<void>
}

/** Slack's own way of adding an app, with strict scopes. */
export async function startEmulatedSlack(port: number, seed: unknown): Promise<EmulatedSlack> {
  const { createEmulator } = (await import(
    pathToFileURL(join(folder, 'node_modules', 'emulate', 'dist', 'api.js')).href
  )) as { createEmulator(options: unknown): Promise<EmulatedSlack> }
  return createEmulator({ service: 'slack', port, seed })
}
