import type { Hono } from 'hono'
import { createKeptChat } from './bot/keptChat.ts'
import type { ChatPort } from './bot/port.ts'
import type { TeamsDesk } from './bot/teams/app.ts'
import type { Config } from './config.ts'
import { chatAddressSchema } from './domain/chat.ts'
import { isParleyError } from './domain/errors.ts'
import type { TenantId } from './domain/ids.ts'
import type { Store } from './store/port.ts'
import type { Deps } from './workflow/deps.ts'
import { pressInChat } from './workflow/pressInChat.ts'
import { whyNotPress } from './workflow/pressRights.ts'
import { receiveChat } from './workflow/receiveChat.ts'
import { rememberPlace } from './workflow/rememberPlace.ts'
import { findShownMessage, readShownAgain } from './workflow/shownMessage.ts'

// Part of the composition root: Teams, loaded only when it is configured.

export const teamsPath = '/api/teams/messages'

export interface Teams {
  port: ChatPort
  /** The way in, on the listener for outside, once everything else is there. */
  openDoor(deps: Deps): Hono
}

interface TeamsBase extends Pick<Deps, 'clock' | 'ids' | 'log'> {
  store: Store
  /** The recruiter's side, where our own paths lead, and every host that is ours. */
  baseUrl: string
  ownHosts: readonly string[]
}

/** Null where Teams is not configured. */
export async function startTeams(config: Config, base: TeamsBase): Promise<Teams | null> {
  if (!config.teams) return null
  const [{ createTeamsTransport }, { createTeamsChat }, { createTeamsApp }] = await Promise.all([
    import('./bot/teams/transport.ts'),
    import('./bot/teams/chat.ts'),
    import('./bot/teams/app.ts'),
  ])
  const { store, log, clock, ids } = base
  const links = { baseUrl: base.baseUrl, ownHosts: base.ownHosts }
  const transport = await createTeamsTransport({ ...config.teams, log })
  const chat = createTeamsChat({ transport, store, clock, links, log })
  return {
    port: createKeptChat({ store, clock, ids, transport: chat }),
    openDoor: (deps) =>
      createTeamsApp({
        path: teamsPath,
        transport,
        links,
        log,
        noteSeen: chat.noteSeen,
        desk: createTeamsDesk(deps),
      }),
  }
}

/** What Teams needs of the use cases. */
export function createTeamsDesk(deps: Deps): TeamsDesk {
  return {
    findTenant: (workspaceId) => deps.store.findChatTenant('teams', workspaceId),
    onChat: (input) => receiveChat(deps, input),
    onPress: (input) => pressInChat(deps, input),
    findShown: async (tenantId, actionId) => {
      const shown = await findShownMessage(deps, tenantId, actionId)
      const address = chatAddressSchema.safeParse(shown?.thread.address)
      return shown ? { ...shown, address: address.data ?? null } : null
    },
    readAgain: (tenantId, rowId) => readShownAgain(deps, tenantId, rowId),
    whyNotPress: (input) => whyNotPress(deps, input),
    onInstalled: async (tenantId, { name, ...heard }, address) => {
      const sighting = { surface: 'teams' as const, ...heard, ...(name ? { person: { name } } : {}) }
      return (await rememberPlace(deps, tenantId, sighting, address)).isNews
    },
  }
}

/** The organisation that the settings name belongs to this agency; nobody else's Microsoft tenant is let in. */
export async function connectOrganisation(
  { store, clock, ids, log }: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>,
  tenantId: TenantId,
  workspaceId: string,
): Promise<void> {
  const owner = await store.findChatTenant('teams', workspaceId)
  if (owner === tenantId) return
  if (owner) {
    log('teams.organisationTaken', { workspaceId })
    return
  }
  const now = clock.now()
  try {
    await store.inTenant(tenantId, (tx) =>
      tx.insertChatWorkspace({
        id: ids.next('chatWorkspace'),
        surface: 'teams',
        externalId: workspaceId,
        name: 'Microsoft Teams',
        botUserId: null,
        scopes: [],
        sealedSecrets: null,
        state: 'connected',
        installedBy: null,
        createdAt: now,
        updatedAt: now,
      }),
    )
  } catch (error) {
    // Another process of this agency was faster.
    if (!isParleyError(error, 'duplicate')) throw error
  }
}
