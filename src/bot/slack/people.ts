import { z } from 'zod'
import type { ChatAddress, ChatPerson } from '../../domain/chat.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Proof } from '../../domain/effect.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { Message } from '../message.ts'
import type { ChatPeople } from '../port.ts'
import { slackChanging, slackPosting } from './blockKit.ts'
import { renderSlackMessage, type SlackRenderOptions } from './blocks.ts'
import { asParley, isRefusal } from './slackApi.ts'
import type { SlackWorkspace, Workspaces } from './workspaces.ts'

export interface PeopleOptions {
  workspaces: Workspaces
  clock: Clock
  look: SlackRenderOptions
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

const keptMs = 3_600_000
const keptCountMax = 20_000

const userSchema = z.looseObject({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  enterprise_user: z.looseObject({ enterprise_id: z.string().nullish() }).nullish(),
  profile: z
    .looseObject({ email: z.string().nullish(), real_name: z.string().nullish(), display_name: z.string().nullish() })
    .nullish(),
})

const nobody = new Set(['user_not_found', 'users_not_found', 'user_not_visible', 'invalid_arguments', 'user_disabled'])
/** Where the person does not see what is written for their eyes only. */
const unseen = new Set([
  'user_not_in_channel',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
])

/** Slack's directory, and one person's own conversation. What was asked is remembered for an hour, also that there is nobody. */
export function createSlackPeople(options: PeopleOptions): ChatPeople {
  const { workspaces, clock } = options
  const persons = remember<ChatPerson | null>(clock)
  const found = remember<ChatPerson | null>(clock)
  const personal = remember<string>(clock)

  const openChannel: OpenChannel = (workspace, userId) =>
    personal(`${workspace.workspaceId}/${userId}`, async () => {
      const { channel } = await workspace.call('conversations.open', { users: userId })
      const id = (channel as { id?: unknown } | undefined)?.id
      if (typeof id !== 'string')
        throw new ParleyError('unavailable', 'Slack opened no conversation.', { retry: 'later' })
      return id
    })

  const readPerson: ChatPeople['readPerson'] = async (tenantId, workspaceId, userId) => {
    const workspace = await workspaces.need(tenantId, workspaceId)
    return persons(`${workspaceId}/${userId}`, () =>
      readUser(workspace, 'users.info', { user: userId, include_locale: true }, (user) => personOf(workspace, user)),
    )
  }

  const findPerson: ChatPeople['findPerson'] = async (tenantId, email) => {
    for (const workspace of await workspaces.list(tenantId)) {
      const person = await found(`${workspace.workspaceId}/${email.toLowerCase()}`, () =>
        readUser(workspace, 'users.lookupByEmail', { email }, (user) => personOf(workspace, user)),
      )
      // An address that proves nothing finds nobody.
      if (person?.email) return person
    }
    return null
  }

  const openPersonal: ChatPeople['openPersonal'] = async (tenantId, workspaceId, userId) => {
    const workspace = await workspaces.need(tenantId, workspaceId)
    try {
      const channelId = await openChannel(workspace, userId)
      return { surface: 'slack', workspaceId, channelId, rootId: null }
    } catch (error) {
      if (isRefusal(error, nobody) || isRefusal(error, new Set(['cannot_dm_bot']))) return null
      throw error
    }
  }

  return {
    surface: 'slack',
    readPerson: (...args) => asParley(readPerson(...args)),
    findPerson: (...args) => asParley(findPerson(...args)),
    openPersonal: (...args) => asParley(openPersonal(...args)),
    whisper: (...args) => asParley(whisper(options, openChannel, ...args)),
  }
}

type OpenChannel = (workspace: SlackWorkspace, userId: string) => Promise<string>

async function readUser<T>(
  workspace: SlackWorkspace,
  method: string,
  args: Record<string, unknown>,
  read: (user: z.infer<typeof userSchema>) => T,
): Promise<T | null> {
  try {
    const user = userSchema.safeParse((await workspace.call(method, args)).user)
    return user.success ? read(user.data) : null
  } catch (error) {
    if (isRefusal(error, nobody)) return null
    throw error
  }
}

async function whisper(
  options: PeopleOptions,
  openChannel: OpenChannel,
  tenantId: Parameters<ChatPeople['whisper']>[0],
  address: ChatAddress,
  userId: string,
  message: Message,
): Promise<Proof> {
  const { workspaces, clock, look, log } = options
  if (address.surface !== 'slack') throw new ParleyError('internal', 'This place is not in Slack.')
  const workspace = await workspaces.need(tenantId, address.workspaceId)
  const { text, blocks, warnings } = renderSlackMessage(message, { ...look, hasPlan: false })
  for (const warning of warnings) log('slack.warning', { warning })
  const said = { text, blocks }
  const { channelId, rootId } = address
  try {
    const place = { channel: channelId, user: userId, ...(rootId ? { thread_ts: rootId } : {}) }
    const { message_ts: ts } = await workspace.call('chat.postEphemeral', { ...place, ...said, ...slackChanging })
    return { at: clock.now().toISOString(), id: String(ts ?? ''), said: 'Shown to one person in Slack' }
  } catch (error) {
    if (!isRefusal(error, unseen)) throw error
  }
  const channel = await openChannel(workspace, userId)
  const { ts } = await workspace.call('chat.postMessage', { channel, ...said, ...slackPosting })
  return { at: clock.now().toISOString(), id: String(ts ?? ''), said: 'Written to one person in Slack' }
}

function personOf(workspace: SlackWorkspace, user: z.infer<typeof userSchema>): ChatPerson {
  const { id, profile, tz, locale } = user
  return {
    workspaceId: workspace.workspaceId,
    userId: id,
    name: profile?.real_name || user.real_name || profile?.display_name || user.name || id,
    email: provesAddress(workspace, user) ? (profile?.email ?? null) : null,
    zone: tz || null,
    locale: locale || null,
  }
}

/** Whether the workspace itself stands for the address: not for programs, for who has left, and for people of other companies. */
function provesAddress({ workspaceId }: SlackWorkspace, user: z.infer<typeof userSchema>): boolean {
  if (user.deleted || user.is_bot || user.is_stranger || user.is_email_confirmed === false) return false
  const own = [user.team_id, user.enterprise_user?.enterprise_id]
  return !user.team_id || own.includes(workspaceId)
}

/** Asks once per key and hour; a failure is forgotten at once. */
function remember<T>(clock: Clock): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { until: number; answer: Promise<T> }>()
  return (key, ask) => {
    const nowMs = clock.now().getTime()
    const known = kept.get(key)
    if (known && known.until > nowMs) return known.answer
    if (kept.size >= keptCountMax) kept.clear()
    const answer = ask()
    kept.set(key, { until: nowMs + keptMs, answer })
    answer.catch(() => kept.delete(key))
    return answer
  }
}
