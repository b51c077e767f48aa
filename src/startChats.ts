import type { Hono } from 'hono'
import { createKeptChat } from './bot/keptChat.ts'
import type { ChatPort } from './bot/port.ts'
import type { Slack } from './bot/slack/app.ts'
import { createSlackInstaller, type Installed, type SlackInstaller } from './bot/slack/install.ts'
import { sealPlace } from './bot/slack/workspaces.ts'
import type { Config, SlackConfig } from './config.ts'
import type { ChatWorkspace } from './domain/chat.ts'
import type { TenantId } from './domain/ids.ts'
import { openTeamsChat } from './startTeams.ts'
import { openSealer, type Sealer } from './store/seal.ts'
import { systemClock } from './system.ts'
import type { Mount } from './web/recruiterApp.ts'
import type { Viewer } from './web/session.ts'
import { connectWorkspace, endWorkspace } from './workflow/connectChat.ts'
import type { Deps } from './workflow/deps.ts'
import { meetPerson } from './workflow/meetPerson.ts'
import { pressInChat, readShownAction } from './workflow/pressInChat.ts'
import { readHome } from './workflow/readHome.ts'
import { receiveChat } from './workflow/receiveChat.ts'

// Part of the composition root: the chats of others. What they need is loaded only where they are configured.

export interface Chats {
  /** For `Deps.chat`, beside the web chat. */
  ports: readonly ChatPort[]
  /** What chats post to, on the listener for outside; null for every other address. */
  doorFor(pathname: string): { fetch: Hono['fetch'] } | null
  /** Rooms of the recruiter's side. */
  mounts: readonly Mount[]
  /** Listens. `home` is whose workspace that of the configuration is. */
  start(home: TenantId): Promise<void>
  stop(): Promise<void>
}

export interface Places {
  /** Origin of the recruiter's side, and of the guest pages as they are reached from outside. */
  recruiterUrl: string
  guestUrl: string
}

/** `deps` is asked for when something comes in: it holds the ports that are made here. */
export async function openChats(
  base: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>,
  deps: () => Deps,
  config: Config,
  places: Places,
): Promise<Chats> {
  const sealer = config.secretKey ? openSealer(config.secretKey.current, config.secretKey.old) : null
  const { slack, teams } = config
  const opened = await Promise.all([
    ...(slack ? [openSlackChat({ base, deps, slack, sealer, places })] : []),
    ...(teams ? [openTeamsChat({ base, deps, teams, places })] : []),
  ])
  return {
    ports: opened.flatMap((one) => one.ports),
    doorFor: (pathname) => opened.map((one) => one.doorFor(pathname)).find((door) => door !== null) ?? null,
    mounts: opened.flatMap((one) => one.mounts),
    start: async (home) => void (await Promise.all(opened.map((one) => one.start(home)))),
    stop: async () => void (await Promise.all(opened.map((one) => one.stop()))),
  }
}

interface SlackInput {
  base: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>
  deps: () => Deps
  slack: Readonly<SlackConfig>
  sealer: Sealer | null
  places: Places
}

const tryAgainMs = 30_000
const firstAnswerWithinMs = 5_000
const returnPath = '/api/slack/oauth/callback'

async function openSlackChat({ base, deps, slack, sealer, places }: SlackInput): Promise<Chats> {
  const { openSlack } = await import('./bot/slack/app.ts')
  const { store, clock, ids, log } = base
  let homeId: string | null = null
  const opened: Slack = openSlack({
    store,
    clock,
    machineClock: systemClock(),
    log,
    apiUrl: slack.apiUrl,
    signingSecrets: slack.signingSecret ? [slack.signingSecret] : [],
    appToken: slack.appToken,
    home: slack.botToken ? { token: slack.botToken, workspaceId: () => homeId } : null,
    unseal: sealer ? sealer.unseal : null,
    // A server that stands in for Slack takes plan blocks and shows nothing of them.
    look: { hasPlan: slack.isSlackItself, baseUrl: places.recruiterUrl, ownHosts: [new URL(places.guestUrl).host] },
    absent: slack.isSlackItself ? [] : ['plan'],
    onChat: (input) => receiveChat(base, input),
    onPress: (input, onStored) => pressInChat(deps(), input, onStored),
    readShownAction: (tenantId, actionId) => readShownAction(base, tenantId, actionId),
    readHome: async (tenantId, workspaceId, userId) => {
      const { member } = await meetPerson(deps(), tenantId, { surface: 'slack', workspaceId, userId })
      return member && readHome(deps(), tenantId, member)
    },
    onLost: ({ tenantId, workspaceId }, why) => endWorkspace(base, tenantId, 'slack', workspaceId, why),
  })
  const { door, workspaces, callerFor } = opened

  /** Asks Slack which workspace the token of the configuration is for. @returns false when it should be asked again */
  async function connectHome(home: TenantId, token: string): Promise<boolean> {
    try {
      const told = await callerFor(token)('auth.test', {})
      const workspaceId = String(told.team_id ?? told.enterprise_id)
      const kept = await connectWorkspace(base, home, {
        surface: 'slack',
        externalId: workspaceId,
        name: String(told.team ?? workspaceId),
        botUserId: typeof told.user_id === 'string' ? told.user_id : null,
        scopes: [],
        installedBy: null,
        sealFor: null,
      })
      if (!kept) process.stdout.write('The workspace of SLACK_BOT_TOKEN belongs to another tenant.\n')
      homeId = workspaceId
      workspaces.forget(workspaceId)
      log('slack.home', { workspaceId })
      return true
    } catch (error) {
      log('slack.homeFailed', { error: String(error) })
      return false
    }
  }

  let retry: NodeJS.Timeout | null = null
  const keepTrying = async (home: TenantId, token: string): Promise<void> => {
    if (await connectHome(home, token)) return
    if (!retry) process.stdout.write('Slack does not say whose SLACK_BOT_TOKEN is; asked again every 30 seconds.\n')
    retry = setTimeout(() => void keepTrying(home, token), tryAgainMs)
  }

  const { createSlackPages, createSlackReturn } = await import('./web/slackPages.ts')
  const installer = slack.oauth ? openInstaller(slack.oauth) : null
  function openInstaller(oauth: NonNullable<SlackConfig['oauth']>): SlackInstaller {
    const redirectUrl = `${places.guestUrl}${returnPath}`
    return createSlackInstaller({ ...oauth, apiUrl: slack.apiUrl, redirectUrl, call: callerFor(''), clock })
  }
  const returnApp = installer ? createSlackReturn(installer, places.recruiterUrl) : null

  async function connect({ tenantId, memberId }: Viewer, installed: Installed): Promise<ChatWorkspace | null> {
    if (!sealer) return null
    const { workspaceId, botToken, ...facts } = installed
    const kept = await connectWorkspace(base, tenantId, {
      ...facts,
      surface: 'slack',
      externalId: workspaceId,
      installedBy: memberId,
      sealFor: (row) => sealer.seal(JSON.stringify({ botToken }), sealPlace(row)),
    })
    workspaces.forget(workspaceId)
    return kept
  }

  return {
    ports: [createKeptChat({ store, clock, ids, transport: opened.transport })],
    doorFor: (pathname) => {
      if (pathname === returnPath) return returnApp
      return door && pathname.startsWith('/api/slack/') ? door : null
    },
    mounts: [
      {
        path: '/slack',
        label: 'Slack',
        styles: ['/records/records.css', '/team/team.css'],
        create: (shell) => createSlackPages({ ...shell, store, installer, connect }),
      },
    ],
    start: async (home) => {
      if (sealer) await sealAnew(base, sealer)
      if (slack.botToken) {
        const asked = keepTrying(home, slack.botToken)
        await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, firstAnswerWithinMs).unref())])
      }
      opened.start()
    },
    stop: async () => {
      if (retry) clearTimeout(retry)
      await opened.stop()
    },
  }
}

/** Tokens that were sealed with the key before are sealed with the one of today, so that the old one can go. */
async function sealAnew({ store, log }: Pick<Deps, 'store' | 'log'>, sealer: Sealer): Promise<void> {
  const readSealed = (row: ChatWorkspace, sealed: string): string | null => {
    try {
      return sealer.unseal(sealed, sealPlace(row))
    } catch (error) {
      log('chat.sealedWithLostKey', { workspace: row.externalId, error: String(error) })
      return null
    }
  }
  for (const tenantId of await store.listTenants())
    await store.inTenant(tenantId, async (tx) => {
      for (const row of await tx.find('chatWorkspaces')) {
        const text =
          row.sealedSecrets && !sealer.isCurrent(row.sealedSecrets) ? readSealed(row, row.sealedSecrets) : null
        if (text === null) continue
        await tx.update('chatWorkspaces', row.id, { sealedSecrets: sealer.seal(text, sealPlace(row)) })
      }
    })
}
