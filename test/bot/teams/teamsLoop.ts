import { createKeptChat } from '../../../src/bot/keptChat.ts'
import { createTeamsApp } from '../../../src/bot/teams/app.ts'
import { createTeamsChat } from '../../../src/bot/teams/chat.ts'
import { createTeamsTransport } from '../../../src/bot/teams/transport.ts'
import type { Clock } from '../../../src/domain/clock.ts'
import type { Ids } from '../../../src/domain/ids.ts'
import { connectOrganisation, createTeamsDesk } from '../../../src/startTeams.ts'
import type { Store } from '../../../src/store/port.ts'
import type { MemoryChat } from '../../fakes/memoryChat.ts'
import {
  appId,
  botId,
  type FakeUser,
  password,
  startTeamsConnector,
  type TeamsConnector,
  tenantId,
} from '../../fakes/teamsConnector.ts'
import { openLoop } from '../../workflow/openLoop.ts'

// The product with Teams as its people use it: activities are posted with signed tokens, answers arrive at a strict connector.

const person = (name: string, email: string, extra: Partial<FakeUser> = {}): FakeUser => {
  const first = name.split(' ')[0]!.toLowerCase()
  return { id: `29:${first}`, objectId: `o-${first}`, name, email, ...extra }
}
export const rosa = person('Rosa Alder', 'Rosa@Alder-Finch.example')
export const priya = person('Priya Raman', 'priya.raman@agency.example')
export const max = person('Max Weber', 'max@alder-finch.example')
export const guest = person('Gina Guest', 'priya.raman@agency.example', { role: 'guest' })

export const group = '19:group@thread.v2'
export const channel = '19:chan@thread.tacv2'

interface Press {
  way?: 'execute' | 'submit'
  view?: 'open' | 'close'
  fields?: Record<string, string>
  id?: string
  conversation?: string
}

export type TeamsLoop = Awaited<ReturnType<typeof openTeamsLoop>>

export async function openTeamsLoop() {
  const connector = await startTeamsConnector()
  connector.addConversation({ id: group, type: 'groupChat', members: [rosa, priya, max, guest] })
  connector.addConversation({ id: channel, type: 'channel', members: [rosa, priya, max] })
  const logged: string[] = []
  const log = (event: string, facts?: Readonly<Record<string, unknown>>) =>
    logged.push(`${event} ${JSON.stringify(facts ?? {})}`)
  const transport = await createTeamsTransport({
    appId,
    password,
    tenantId,
    serviceUrls: [connector.serviceUrl],
    openIdUrl: connector.openIdUrl,
    tokenUrl: connector.tokenUrl,
    log,
    callWithinMs: 1_000,
  })
  const links = { baseUrl: 'http://127.0.0.1', ownHosts: ['127.0.0.1'] }
  let chat: ReturnType<typeof createTeamsChat> | null = null
  const opener = {
    open: (base: { store: Store; clock: Clock; ids: Ids }) => {
      chat = createTeamsChat({ ...base, transport, links, log })
      return createKeptChat({ ...base, transport: chat })
    },
  }
  const loop = await openLoop({ chats: [opener as MemoryChat] })
  const welcome = await loop.setUp()
  await connectOrganisation(loop.deps, loop.tenantId, tenantId)
  const path = '/api/teams/messages'
  const desk = createTeamsDesk(() => loop.deps)
  const app = createTeamsApp({
    path,
    transport,
    desk,
    noteSeen: (...seen) => chat?.noteSeen(...seen),
    links,
    log,
    freshWithinMs: 600,
  })
  const send = async (init: RequestInit) => app.request(path, init)
  const hands = handsInTeams(connector, send, () => loop.settle())

  return {
    loop,
    welcome,
    connector,
    transport,
    logged,
    noteSeen: (...seen: Parameters<NonNullable<typeof chat>['noteSeen']>) => chat?.noteSeen(...seen),
    ...hands,
    textOf: (message: { activity: Record<string, unknown> }) => JSON.stringify(message.activity),
    close: () => connector.stop(),
  }
}

/** What people do in Teams; `send` hands a request to Parley, `settle` lets everything happen that is due. */
export function handsInTeams(
  connector: TeamsConnector,
  send: (init: RequestInit) => Promise<Response>,
  settle: () => Promise<void>,
) {
  let count = 0

  function conversationOf(id: string, user: FakeUser) {
    if (id === group) return { id, conversationType: 'groupChat', tenantId, isGroup: true }
    if (id.startsWith(channel)) return { id, conversationType: 'channel', tenantId, isGroup: true }
    connector.addConversation({ id, type: 'personal', members: [user] })
    return { id, conversationType: 'personal', tenantId }
  }

  async function post(activity: Record<string, unknown>, user: FakeUser, conversation: string) {
    const isChannel = conversation.startsWith(channel)
    const body = {
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: user.id, name: user.name, aadObjectId: user.objectId },
      recipient: { id: botId, name: 'Parley' },
      conversation: conversationOf(conversation, user),
      channelData: {
        tenant: { id: tenantId },
        ...(isChannel ? { team: { id: '19:team' }, channel: { id: channel } } : {}),
      },
      ...activity,
    }
    const answering = send({
      method: 'POST',
      headers: { authorization: connector.authorization(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    let isAnswered = false
    void answering.finally(() => {
      isAnswered = true
    })
    // The worker goes on while the presser waits.
    while (!isAnswered) {
      await settle()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const response = await answering
    await settle()
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Answer) : null }
  }

  const write = (user: FakeUser, text: string, conversation = `a:${user.id}`, id = `act-${++count}`) => {
    const isPersonal = conversation.startsWith('a:')
    const mention = { type: 'mention', text: '<at>Parley</at>', mentioned: { id: botId, name: 'Parley' } }
    return post(
      {
        type: 'message',
        id,
        text: isPersonal ? text : `<at>Parley</at> ${text}`,
        entities: isPersonal ? [] : [mention],
      },
      user,
      conversation,
    )
  }

  /** The newest message that shows a button of this label, and the button's id. */
  function findButton(label: string) {
    for (const message of [...connector.messages].reverse()) {
      const found = buttonsIn(message.activity).find((one) => one.title.includes(label))
      if (found) return { ...found, message }
    }
    throw new Error(
      `no button “${label}” among ${connector.messages.flatMap((one) => buttonsIn(one.activity).map(({ title }) => title)).join(' | ')}`,
    )
  }

  async function press(user: FakeUser, label: string, wish: Press = {}) {
    const { action, message } = findButton(label)
    const inputs = Object.fromEntries(
      Object.entries(wish.fields ?? {}).map(([name, value]) => [`${action}:${name}`, value]),
    )
    const data = { action, ...(wish.view ? { view: wish.view } : {}), ...inputs }
    const id = wish.id ?? `press-${++count}`
    const conversation = wish.conversation ?? message.conversationId
    const common = { id, replyToId: message.id }
    return wish.way === 'submit'
      ? post({ type: 'message', value: data, ...common }, user, conversation)
      : post(
          {
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb: wish.view ?? 'press', data } },
            ...common,
          },
          user,
          conversation,
        )
  }
  return { post, write, press, findButton }
}

export interface Answer {
  statusCode?: number
  type?: string
  value?: unknown
}

interface Node {
  [name: string]: unknown
}

/** Every button of a message that carries an action, folded ones included. */
export function buttonsIn(activity: unknown): { title: string; action: string; view: string | null }[] {
  const found: { title: string; action: string; view: string | null }[] = []
  const visit = (value: unknown, title: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, title)
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node
      const [first] = node.type === 'Container' ? (node.items as Node[]) : []
      const above = node.type === 'Action.ShowCard' ? node.title : first?.text
      const own = above === undefined ? title : `${title}${String(above)} › `
      const data = node.data as { action?: string; view?: string } | undefined
      if (node.type === 'Action.Execute' && data?.action)
        found.push({ title: `${title}${String(node.title)}`, action: data.action, view: data.view ?? null })
      if (node.type !== 'Action.Execute') for (const one of Object.values(node)) visit(one, own)
    }
  }
  visit(activity, '')
  return found
}
