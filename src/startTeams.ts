import { createKeptChat } from './bot/keptChat.ts'
import type { TeamsDesk } from './bot/teams/app.ts'
import type { TeamsConfig } from './config.ts'
import { chatAddressSchema } from './domain/chat.ts'
import type { TenantId } from './domain/ids.ts'
import type { Chats, Places } from './startChats.ts'
import { connectWorkspace } from './workflow/connectChat.ts'
import type { Deps } from './workflow/deps.ts'
import { findShownMessage, readShownAgain } from './workflow/findShownMessage.ts'
import { pressInChat } from './workflow/pressInChat.ts'
import { whyNotPress } from './workflow/pressRights.ts'
import { receiveChat } from './workflow/receiveChat.ts'
import { rememberPlace } from './workflow/rememberPlace.ts'

// Part of the composition root: Teams, loaded only when it is configured.

const teamsPath = '/api/teams/messages'

interface TeamsInput {
  base: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>
  deps: () => Deps
  teams: Readonly<TeamsConfig>
  places: Places
}

/** Loads Teams, and lets in the organisation that the settings name: nobody else's Microsoft tenant speaks to this agency. */
export async function openTeamsChat({ base, deps, teams, places }: TeamsInput): Promise<Chats> {
  const [{ createTeamsTransport }, { createTeamsChat }, { createTeamsApp }] = await Promise.all([
    import('./bot/teams/transport.ts'),
    import('./bot/teams/chat.ts'),
    import('./bot/teams/app.ts'),
  ])
  const { store, log, clock, ids } = base
  const ownHosts = [places.recruiterUrl, places.guestUrl].map((one) => new URL(one).host)
  const links = { baseUrl: places.recruiterUrl, ownHosts }
  const transport = await createTeamsTransport({ ...teams, log })
  const chat = createTeamsChat({ transport, store, clock, links, log })
  const desk = createTeamsDesk(deps)
  const door = createTeamsApp({ path: teamsPath, transport, links, log, noteSeen: chat.noteSeen, desk })
  return {
    ports: [createKeptChat({ store, clock, ids, transport: chat })],
    doorFor: (pathname) => (pathname === teamsPath ? door : null),
    mounts: [],
    start: async (home) => {
      if (teams.tenantId) await connectOrganisation(base, home, teams.tenantId)
    },
    stop: async () => {},
  }
}

/** Adds the organisation to a tenant of ours, unless it belongs to another one. */
export async function connectOrganisation(
  base: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>,
  tenantId: TenantId,
  workspaceId: string,
): Promise<void> {
  const kept = await connectWorkspace(base, tenantId, {
    surface: 'teams',
    externalId: workspaceId,
    name: 'Microsoft Teams',
    botUserId: null,
    scopes: [],
    installedBy: null,
    sealFor: null,
  })
  if (!kept) base.log('teams.organisationTaken', { workspaceId })
}

/** What Teams needs of the use cases. */
export function createTeamsDesk(deps: () => Deps): TeamsDesk {
  return {
    findTenant: (workspaceId) => deps().store.findChatTenant('teams', workspaceId),
    onChat: (input) => receiveChat(deps(), input),
    onPress: (input) => pressInChat(deps(), input),
    findShown: async (tenantId, actionId) => {
      const shown = await findShownMessage(deps(), tenantId, actionId)
      const address = chatAddressSchema.safeParse(shown?.thread.address)
      return shown ? { ...shown, address: address.data ?? null } : null
    },
    readAgain: (tenantId, before) => readShownAgain(deps(), tenantId, before),
    whyNotPress: (input) => whyNotPress(deps(), input),
    onInstalled: async (tenantId, { name, ...heard }, address) => {
      const sighting = { surface: 'teams' as const, ...heard, ...(name ? { person: { name } } : {}) }
      return (await rememberPlace(deps(), tenantId, sighting, address)).isNews
    },
  }
}
