import { createKeptChat } from '../../../src/bot/keptChat.ts'
import type { ChatPort } from '../../../src/bot/port.ts'
import type { Slack } from '../../../src/bot/slack/app.ts'
import { openSlack, type SlackOptions } from '../../../src/bot/slack/app.ts'
import { readMrkdwn } from '../../../src/bot/slack/slackText.ts'
import { systemClock } from '../../../src/system.ts'
import { connectWorkspace, endWorkspace } from '../../../src/workflow/connectChat.ts'
import { meetPerson } from '../../../src/workflow/meetPerson.ts'
import { pressInChat, readShownAction } from '../../../src/workflow/pressInChat.ts'
import { readHome } from '../../../src/workflow/readHome.ts'
import { receiveChat } from '../../../src/workflow/receiveChat.ts'
import type { StoredMessage } from '../../fakes/slackMemory.ts'
import { elementsOf, type SlackServer, type SlackServerOptions, startSlackServer } from '../../fakes/slackServer.ts'
import { type Loop, openLoop } from '../../workflow/openLoop.ts'
import { textsOf } from './readSlack.ts'

export const rosaId = 'U0ROSA'
export const priyaId = 'U0PRIYA'
export const strangerId = 'U0MAX'
export const openChannel = 'C0OPEN'
export const closedChannel = 'C0CLOSED'

/** The people of the sample agency as they are in its Slack. */
export function addPeople({ memory }: SlackServer): void {
  memory.addUser({ id: rosaId, name: 'Rosa Alder', email: 'rosa@alder-finch.example' })
  memory.addUser({ id: priyaId, name: 'Priya Raman', email: 'priya.raman@agency.example' })
  memory.addUser({ id: strangerId, name: 'Max Weber', email: 'max@alder-finch.example' })
  memory.addUser({ id: memory.botUserId, name: 'Parley', email: null, is_bot: true })
  for (const { id } of [...memory.users.values()]) memory.directChannel(id)
  memory.addChannel(openChannel, 'channel', [rosaId, priyaId, strangerId])
  memory.addChannel(closedChannel, 'group', [rosaId, priyaId])
}

type Overrides = Partial<SlackOptions> & { server?: SlackServerOptions }

/** The real use cases with the real Slack adapter, over the memory store and a stand-in for Slack. */
export async function openSlackLoop({ server: serverOptions, ...overrides }: Overrides = {}) {
  const server = await startSlackServer(serverOptions)
  addPeople(server)
  const loggedBySlack: string[] = []
  let slack: Slack | null = null
  let loop: Loop | null = null
  const open = (base: Pick<Loop['deps'], 'store' | 'clock' | 'ids'>): ChatPort => {
    const log = (event: string, facts?: Readonly<Record<string, unknown>>) =>
      loggedBySlack.push(`${event} ${JSON.stringify(facts ?? {})}`)
    const deps = () => loop!.deps
    slack = openSlack({
      ...base,
      machineClock: systemClock(),
      log,
      apiUrl: server.apiUrl,
      signingSecrets: [server.signingSecret],
      appToken: null,
      home: { token: server.token, workspaceId: () => server.memory.team.id },
      unseal: null,
      look: { hasPlan: true, baseUrl: 'http://127.0.0.1:3000' },
      onChat: (input) => receiveChat(base, input),
      onPress: (input, onStored) => pressInChat(deps(), input, onStored),
      readShownAction: (tenantId, actionId) => readShownAction(base, tenantId, actionId),
      readHome: async (tenantId, workspaceId, userId) => {
        const { member } = await meetPerson(deps(), tenantId, { surface: 'slack', workspaceId, userId })
        return member && readHome(deps(), tenantId, member)
      },
      onLost: ({ tenantId, workspaceId }, why) => endWorkspace({ ...base, log }, tenantId, 'slack', workspaceId, why),
      postGapMs: 0,
      ...overrides,
    })
    return createKeptChat({ ...base, transport: slack.transport })
  }
  loop = await openLoop({ chats: [{ open }] })
  const own = loop
  await connectWorkspace(own.deps, own.tenantId, {
    surface: 'slack',
    externalId: server.memory.team.id,
    name: server.memory.team.name,
    botUserId: server.memory.botUserId,
    scopes: [],
    installedBy: null,
    sealFor: null,
  })
  const opened = slack as unknown as Slack
  const post = (request: Request) => opened.door!.fetch(request)
  const hands = handsInSlack(
    server,
    post,
    () => own.settle(),
    () => loggedBySlack.slice(-5).join('\n'),
  )

  return {
    server,
    slack: opened,
    loop: own,
    post,
    ...hands,
    logged: loggedBySlack,
    close: async () => {
      await opened.stop()
      await server.close()
    },
  }
}
export type SlackLoop = Awaited<ReturnType<typeof openSlackLoop>>

/** What people do and see in the stand-in for Slack; `post` is where it posts to, `settle` lets everything happen that is due. */
export function handsInSlack(
  server: SlackServer,
  post: (request: Request) => Promise<Response>,
  settle: () => Promise<void>,
  lately: () => string = () => '',
) {
  const { memory } = server

  /** What Parley wrote, oldest first. */
  const said = (): StoredMessage[] => memory.messages.filter(({ userId }) => userId === memory.botUserId)
  const last = (): StoredMessage => {
    const message = said().at(-1)
    if (!message) throw new Error(`Parley said nothing; ${lately()}`)
    return message
  }
  async function write(userId: string, channelId: string, text: string, where: { threadTs?: string } = {}) {
    const written = await server.write(post, userId, channelId, text, where)
    await settle()
    return written
  }
  /** The newest message with a button or menu entry of this label, and the id of the action. */
  function findAction(label: string): { message: StoredMessage; actionId: string } {
    for (const message of said().toReversed())
      for (const element of elementsOf(message.blocks) as unknown as LabelledElement[]) {
        if (element.type === 'button' && element.text.text.includes(label))
          return { message, actionId: String(element.value) }
        const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
        const option = options.find((one) => one.text.text.includes(label))
        if (option) return { message, actionId: option.value }
      }
    throw new Error(`nothing to press is called "${label}" among: ${said().map(plainOf).join('\n---\n')}`)
  }
  async function press(userId: string, label: string) {
    const { message, actionId } = findAction(label)
    const response = await server.press(post, userId, message, actionId)
    await settle()
    return { status: response.status, message, actionId }
  }
  /** Fills in the modal opened last, by field name, and submits it. */
  async function submit(values: Readonly<Record<string, unknown>>) {
    const response = await server.submit(
      post,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: inputOf(value) }])),
    )
    const body = await response.text()
    await settle()
    return { status: response.status, reply: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) }
  }
  return { memory, said, last, write, press, submit, findAction }
}

interface LabelledElement {
  type: string
  text: { text: string }
  value?: string
  options?: { value: string; text: { text: string } }[]
  option_groups?: { options: { value: string; text: { text: string } }[] }[]
}

/** As Slack says it of an input: text, a chosen option, ticked boxes. */
function inputOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') return { type: 'plain_text_input', value }
  return value as Record<string, unknown>
}
export const chosen = (value: string) => ({ type: 'radio_buttons', selected_option: { value } })

/** What a person reads in a message. */
export function plainOf(message: StoredMessage): string {
  const texts = textsOf(message.blocks as Parameters<typeof textsOf>[0])
  return texts.length > 0 ? texts.map(readMrkdwn).join('\n') : message.text
}
