export interface StoredMessage {
  channel: string
  ts: string
  threadTs: string | null
  userId: string
  text: string
  blocks: readonly unknown[]
  metadata: { event_type: string; event_payload: Readonly<Record<string, unknown>> } | null
}

export interface SlackUser {
  id: string
  name: string
  email: string | null
  deleted?: boolean
  is_bot?: boolean
  is_stranger?: boolean
  teamId?: string
}

export interface SlackChannel {
  id: string
  kind: 'im' | 'mpim' | 'channel' | 'group'
  members: string[]
  /** As people see it, without the sign. */
  name: string
  isShared: boolean
  isArchived: boolean
}

export interface OpenedView {
  id: string
  hash: string
  userId: string
  view: Readonly<Record<string, unknown>>
}

/** A trigger opens one modal, within this time. */
export const triggerMs = 3_000

type Refuse = (code: string) => never

/** What a workspace holds. */
export function openSlackMemory(url: string, now: () => number) {
  const team = { id: 'T0AGENCY', name: 'Alder & Finch' }
  const botUserId = 'U0PARLEY'
  const users = new Map<string, SlackUser>()
  const channels = new Map<string, SlackChannel>()
  const messages: StoredMessage[] = []
  const triggers = new Map<string, { userId: string; issuedAt: number; isUsed: boolean }>()
  const codes = new Map<string, Readonly<Record<string, unknown>>>()
  let count = 0
  const next = () => ++count

  const memory = {
    url,
    team,
    botUserId,
    users,
    channels,
    messages,
    ephemerals: [] as { channel: string; userId: string; text: string }[],
    views: [] as OpenedView[],
    homes: new Map<string, Readonly<Record<string, unknown>>>(),
    /** Where programs hold a socket; null where they are posted to. */
    socketUrl: null as string | null,
    statuses: [] as string[],
    prompts: [] as readonly { title: string; message: string }[],
    /** In seconds, as Slack names messages; later ones are greater. */
    nextTs: () => `${Math.floor(now() / 1_000)}.${String(next()).padStart(6, '0')}`,
    store: (message: Omit<StoredMessage, 'ts' | 'userId'> & { userId?: string }): StoredMessage => {
      const stored = { userId: botUserId, ...message, ts: memory.nextTs() }
      messages.push(stored)
      return stored
    },
    addUser: (user: SlackUser): SlackUser => {
      users.set(user.id, user)
      return user
    },
    addChannel: (
      id: string,
      kind: SlackChannel['kind'],
      members: readonly string[],
      name = id.toLowerCase(),
    ): SlackChannel => {
      const channel = { id, kind, name, members: [...members, botUserId], isShared: false, isArchived: false }
      channels.set(id, channel)
      return channel
    },
    directChannel: (userId: string): SlackChannel =>
      channels.get(`D-${userId}`) ?? memory.addChannel(`D-${userId}`, 'im', [userId]),
    describeUser: (user: SlackUser) => ({
      id: user.id,
      team_id: user.teamId ?? team.id,
      name: user.name.toLowerCase().replaceAll(' ', '.'),
      real_name: user.name,
      deleted: user.deleted ?? false,
      is_bot: user.is_bot ?? false,
      is_stranger: user.is_stranger ?? false,
      tz: 'Europe/Berlin',
      locale: 'en-GB',
      profile: { real_name: user.name, ...(user.email ? { email: user.email } : {}) },
    }),
    newChannelId: (): string => `C0NEW${next()}`,
    newTrigger: (userId: string): string => {
      const id = `${next()}.${next()}.trigger`
      triggers.set(id, { userId, issuedAt: now(), isUsed: false })
      return id
    },
    /** Throws the code Slack answers with. */
    useTrigger: (id: string, refuse: Refuse): string => {
      const trigger = triggers.get(id) ?? refuse('invalid_trigger_id')
      if (trigger.isUsed) refuse('exchanged_trigger_id')
      if (now() - trigger.issuedAt > triggerMs) refuse('expired_trigger_id')
      trigger.isUsed = true
      return trigger.userId
    },
    openView: (userId: string, view: Readonly<Record<string, unknown>>) => {
      const opened = { id: `V${next()}`, hash: `${next()}.hash`, userId, view }
      memory.views.push(opened)
      return { ...view, id: opened.id, hash: opened.hash }
    },
    newCode: (installation: Readonly<Record<string, unknown>>): string => {
      const code = `code-${next()}`
      codes.set(code, installation)
      return code
    },
    exchangeCode: (args: Readonly<Record<string, unknown>>, refuse: Refuse): Readonly<Record<string, unknown>> => {
      if (args.client_id !== 'client' || args.client_secret !== 'client-secret') refuse('bad_client_secret')
      const installation = codes.get(String(args.code)) ?? refuse('invalid_code')
      codes.delete(String(args.code))
      if (installation.redirect_uri !== args.redirect_uri) refuse('bad_redirect_uri')
      return installation
    },
  }
  return memory
}
export type SlackMemory = ReturnType<typeof openSlackMemory>
