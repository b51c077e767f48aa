import type { SlackAddress } from '../../domain/chat.ts'
import type { Clock } from '../../domain/clock.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Store } from '../../store/port.ts'
import type { HomeView } from '../home.ts'
import type { OnChat, OnPress } from '../inbound.ts'
import type { ChatTransport } from '../keptChat.ts'
import type { MessageAction } from '../message.ts'
import type { ChatPeople } from '../port.ts'
import type { SlackRenderOptions } from './blocks.ts'
import { type Answer, createSlackCaller, type Delivery, openBolt, type SlackListeners } from './bolt.ts'
import { createChannels } from './channels.ts'
import { createSlackDoor } from './door.ts'
import { createFeatures, type Feature, type Features } from './features.ts'
import { renderSlackHome } from './home.ts'
import { createSlackPeople } from './people.ts'
import { createPostQueue } from './postQueue.ts'
import { actionFormId, createSlackPresses } from './presses.ts'
import { readSlackEvent } from './readEvent.ts'
import { createSlackSayings, sayFormId } from './sayings.ts'
import { isRefusal, missingFeatureCodes, type SlackCall } from './slackApi.ts'
import { createSlackTransport } from './transport.ts'
import {
  createWorkspaces,
  type SlackHomeToken,
  type SlackWorkspace,
  type Unseal,
  type Workspaces,
} from './workspaces.ts'

type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void

export interface SlackOptions {
  store: Pick<Store, 'inTenant' | 'findChatTenant'>
  /** Parley's, and the machine's own: signatures carry the real time. */
  clock: Clock
  machineClock: Clock
  log: Log
  /** With a slash at its end. */
  apiUrl: string
  /** The app's signing secret, and the one before it; none where nothing is posted to Parley. */
  signingSecrets: readonly string[]
  /** For Socket Mode. */
  appToken: string | null
  /** The token of the configuration, for the one workspace whose row holds none. */
  home: SlackHomeToken | null
  unseal: Unseal | null
  look: SlackRenderOptions
  /** What this server is known not to have. */
  absent?: readonly Feature[]
  onChat: OnChat
  onPress: OnPress
  readShownAction(tenantId: TenantId, actionId: string): Promise<MessageAction | null>
  /** The page of somebody's own; null when nobody of the team is meant. */
  readHome(tenantId: TenantId, workspaceId: string, userId: string): Promise<HomeView | null>
  /** The workspace has ended Parley's access: written down before it is acknowledged. */
  onLost(workspace: Pick<SlackWorkspace, 'tenantId' | 'workspaceId' | 'name'>, why: string): Promise<void>
  sleep?: (ms: number) => Promise<unknown>
  postGapMs?: number
  withinMs?: number
}

export interface Slack {
  transport: ChatTransport
  workspaces: Workspaces
  callerFor: (token: string) => SlackCall
  /** Where Slack posts to; null in Socket Mode. */
  door: { fetch(request: Request): Promise<Response> } | null
  /** Opens the socket, where there is one; call it when events can be handled. */
  start(): void
  /** Ends intake and waits for what was begun beside the answers. */
  stop(): Promise<void>
}

const taken: Answer = { kind: 'taken' }
/** Slack takes about one message per second and channel. */
const postGapMsDefault = 1_000
const statusCountMax = 50

const prompts = [
  { title: 'Schedule a candidate', message: 'Schedule ' },
  { title: "Today's interviews", message: "What are today's interviews?" },
  { title: 'Who is…', message: 'Who is ' },
  { title: 'What is stuck?', message: 'What is stuck?' },
]
const status = { status: 'is on it…', loading_messages: ['Reading what you wrote…', 'Looking at the records…'] }

/** Slack, both ways: what is said and pressed there comes in, and what Parley says goes out. */
export function openSlack(options: SlackOptions): Slack {
  const { store, clock, log, apiUrl, look, onLost, unseal, home } = options
  const callerFor = createSlackCaller(apiUrl, log)
  const workspaces = createWorkspaces({ store, clock, callerFor, unseal, home, onLost, log })
  const features = createFeatures(clock, options.absent)
  const people = createSlackPeople({ workspaces, clock, look, log })
  const inTurn = createPostQueue({
    clock: options.machineClock,
    gapMs: options.postGapMs ?? postGapMsDefault,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
  })
  const beside = createBeside(features, log)
  const listeners = createListeners(options, { workspaces, people, beside })
  const bolt = openBolt({ apiUrl, log, findWorkspace: workspaces.find, listeners })
  const { signingSecrets, machineClock, appToken, withinMs } = options
  let socket: { stop(): Promise<void> } | null = null

  return {
    transport: createSlackTransport({ workspaces, people, features, inTurn, look, log }),
    workspaces,
    callerFor,
    door:
      signingSecrets.length > 0
        ? createSlackDoor({
            signingSecrets,
            clock: machineClock,
            take: bolt.take,
            log,
            ...(withinMs ? { withinMs } : {}),
          })
        : null,
    start: () => {
      if (appToken) socket ??= bolt.openSocket(appToken)
    },
    stop: async () => {
      await socket?.stop()
      await beside.whenIdle()
    },
  }
}

/** What is nice to have and nobody waits for; what a workspace turns out not to have is left alone. */
function createBeside(features: Features, log: Log) {
  const running = new Set<Promise<void>>()
  return {
    isBusy: () => running.size >= statusCountMax,
    run: (workspace: SlackWorkspace, feature: Feature, work: () => Promise<unknown>): void => {
      if (!features.has(workspace.workspaceId, feature)) return
      const run = work()
        .catch((error: unknown) => {
          if (isRefusal(error, missingFeatureCodes)) features.lacks(workspace.workspaceId, feature)
          log('slack.besideFailed', { feature, error: String(error) })
        })
        .then(() => {
          running.delete(run)
        })
      running.add(run)
    },
    whenIdle: async (): Promise<void> => void (await Promise.all(running)),
  }
}
type Beside = ReturnType<typeof createBeside>

interface Rooms {
  workspaces: Workspaces
  people: ChatPeople
  beside: Beside
}

/** Who listens to which kind of delivery. */
function createListeners(options: SlackOptions, rooms: Rooms): SlackListeners {
  const { clock, log, onChat, onPress, readShownAction } = options
  const { people, beside } = rooms
  const sayings = createSlackSayings({
    onChat,
    people,
    channels: createChannels(clock),
    onTaken: (workspace, address) => showStatus(beside, workspace, address),
    log,
  })
  const presses = createSlackPresses({
    onPress,
    readShownAction,
    people,
    say: sayings.say,
    onHomePressed: (workspace, userId) => publishHome(options, beside, workspace, userId),
    log,
  })

  async function onView(delivery: Delivery): Promise<Answer> {
    const { type, view } = delivery.body as { type?: unknown; view?: { callback_id?: unknown } }
    if (type !== 'view_submission') return taken
    if (view?.callback_id === actionFormId) return presses.onSubmit(delivery)
    return view?.callback_id === sayFormId ? sayings.onSubmit(delivery) : taken
  }

  /** Of a workspace that ended the connection only the end itself is heard. */
  const whileConnected =
    (listen: (delivery: Delivery) => Promise<Answer>) =>
    async (delivery: Delivery): Promise<Answer> =>
      delivery.workspace.isConnected ? listen(delivery) : taken

  return {
    event: whileConnected((delivery) => onEvent(options, rooms, sayings.onSaid, delivery)),
    action: whileConnected(presses.onAction),
    view: whileConnected(onView),
    command: whileConnected(sayings.onCommand),
    shortcut: whileConnected(sayings.onShortcut),
  }
}

async function onEvent(
  options: SlackOptions,
  { workspaces, beside }: Rooms,
  onSaid: ReturnType<typeof createSlackSayings>['onSaid'],
  { body, workspace }: Delivery,
): Promise<Answer> {
  const read = readSlackEvent(body, workspace.botUserId)
  switch (read.kind) {
    case 'said':
      return onSaid(workspace, read)
    case 'homeOpened':
      if (read.tab === 'home') publishHome(options, beside, workspace, read.userId)
      else if (read.channelId)
        beside.run(workspace, 'suggestedPrompts', () =>
          workspace.call('assistant.threads.setSuggestedPrompts', { channel_id: read.channelId, prompts }),
        )
      return taken
    case 'ended':
      workspaces.forget(workspace.workspaceId)
      await options.onLost(workspace, read.why)
      return taken
    case 'ignored':
      return taken
  }
}

function publishHome(options: SlackOptions, beside: Beside, workspace: SlackWorkspace, userId: string): void {
  beside.run(workspace, 'home', async () => {
    const shown = await options.readHome(workspace.tenantId, workspace.workspaceId, userId)
    if (!shown) return
    const { view, warnings } = renderSlackHome(shown, options.look)
    for (const warning of warnings) options.log('slack.warning', { warning })
    await workspace.call('views.publish', { user_id: userId, view })
  })
}

function showStatus(beside: Beside, workspace: SlackWorkspace, { channelId, rootId }: SlackAddress): void {
  if (!channelId.startsWith('D') || beside.isBusy()) return
  beside.run(workspace, 'status', () =>
    workspace.call('assistant.threads.setStatus', { channel_id: channelId, thread_ts: rootId, ...status }),
  )
}
