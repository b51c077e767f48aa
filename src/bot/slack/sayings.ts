import { z } from 'zod'
import { placeName, type SlackAddress } from '../../domain/chat.ts'
import { isParleyError, sentenceFor } from '../../domain/errors.ts'
import type { Audience } from '../../domain/thread.ts'
import type { OnChat } from '../inbound.ts'
import type { ChatPeople } from '../port.ts'
import type { Answer, Delivery } from './bolt.ts'
import type { Channels } from './channels.ts'
import { renderSlackModal } from './modal.ts'
import { readSlackFields, slackFieldErrors } from './modalFields.ts'
import { closed } from './presses.ts'
import type { SaidInSlack } from './readEvent.ts'
import { mentionedIn, readSlackText } from './readSlackText.ts'
import { waitAtMost } from './waitAtMost.ts'
import type { SlackWorkspace } from './workspaces.ts'

export interface SayingOptions {
  onChat: OnChat
  people: ChatPeople
  channels: Channels
  /** Something was said to Parley, and an answer is on its way. */
  onTaken(workspace: SlackWorkspace, address: SlackAddress): void
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

export const sayFormId = 'parley_say'

const taken: Answer = { kind: 'taken' }
const namesWithinMs = 800
const openWithinMs = 1_800
const textLengthMax = 3_000
/** Said with a mention alone. */
const nothingSaid = 'help'

const commandSchema = z.looseObject({
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
})
const shortcutSchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().nullish(), text: z.string().nullish() }).nullish(),
})
const submissionSchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({
    id: z.string(),
    private_metadata: z.string().default(''),
    state: z.looseObject({ values: z.unknown() }).nullish(),
  }),
})
const carriedSchema = z.object({ channelId: z.string(), rootId: z.string() }).nullable()
const sayForm = (value: string) => [
  {
    kind: 'text' as const,
    name: 'text',
    label: 'What should I do?',
    hint: 'For example: schedule Jane with Acme for the Backend role',
    value,
    isRequired: true,
    isMultiline: true,
    maxLength: textLengthMax,
  },
]

/** What is said to Parley: messages, /parley, and the shortcuts. */
export function createSlackSayings(options: SayingOptions) {
  return {
    onSaid: (workspace: SlackWorkspace, said: SaidInSlack) => onSaid(options, workspace, said),
    onCommand: (delivery: Delivery) => onCommand(options, delivery),
    onShortcut: (delivery: Delivery) => onShortcut(options, delivery),
    onSubmit: (delivery: Delivery) => onSubmit(options, delivery),
    say: (workspace: SlackWorkspace, userId: string, text: string, eventId: string) =>
      say(options, workspace, userId, text, eventId),
  }
}

async function onSaid(options: SayingOptions, workspace: SlackWorkspace, said: SaidInSlack): Promise<Answer> {
  const { onChat, channels, onTaken } = options
  const { tenantId, workspaceId } = workspace
  const { channelId, rootId, userId, ts, isAddressed } = said
  const [audience, text] = await Promise.all([
    channels.audienceOf(workspace, said),
    writeOut(options, workspace, said.text),
  ])
  const address: SlackAddress = { surface: 'slack', workspaceId, channelId, rootId }
  const isNew = await onChat({
    tenantId,
    surface: 'slack',
    workspaceId,
    userId,
    place: { externalId: placeName(address), address, audience },
    text: text || nothingSaid,
    isAddressed,
    // A mention comes as two events, with the same name for the message.
    eventId: `${workspaceId}/${channelId}/${ts}`,
  })
  if (isNew && isAddressed) onTaken(workspace, address)
  return taken
}

/** The text with people's names in place of their ids, as far as Slack tells them in time. */
async function writeOut(options: SayingOptions, workspace: SlackWorkspace, text: string): Promise<string> {
  const { people } = options
  const { tenantId, workspaceId, botUserId } = workspace
  const names = new Map<string, string>()
  const ids = mentionedIn(text).filter((id) => id !== botUserId)
  const asked = ids.map(async (id) => {
    const person = await people.readPerson(tenantId, workspaceId, id).catch(() => null)
    if (person) names.set(id, person.name)
  })
  if (asked.length > 0) await waitAtMost(namesWithinMs, Promise.all(asked))
  return readSlackText(text, botUserId, names)
}

/** Only the one who typed a command sees it, so the answer comes in the conversation with that person alone. */
async function onCommand(options: SayingOptions, { body, workspace }: Delivery): Promise<Answer> {
  const read = commandSchema.safeParse(body)
  if (!read.success) return taken
  const { user_id: userId, channel_id: channelId, text, trigger_id: triggerId } = read.data
  const where = await sayAlone(
    options,
    workspace,
    userId,
    text,
    `command/${workspace.workspaceId}/${userId}/${triggerId}`,
  )
  if (typeof where === 'string') return ephemeral(where)
  const said = text.trim() === '' ? 'Here is what I can do' : 'On it'
  return ephemeral(where.channelId === channelId ? `${said}.` : `${said}: I answer you in our direct message.`)
}

/** @returns where the answer comes, or why there will be none */
async function sayAlone(
  options: SayingOptions,
  workspace: SlackWorkspace,
  userId: string,
  text: string,
  eventId: string,
): Promise<SlackAddress | string> {
  const { people, log } = options
  try {
    const address = (await people.openPersonal(
      workspace.tenantId,
      workspace.workspaceId,
      userId,
    )) as SlackAddress | null
    if (!address) return 'I cannot write to you here, so nothing was done.'
    await sayAt(options, workspace, userId, address, 'personal', text, eventId)
    return address
  } catch (error) {
    if (!isParleyError(error)) throw error
    log('slack.sayFailed', { error: String(error) })
    return sentenceFor(error)
  }
}

async function sayAt(
  options: SayingOptions,
  { tenantId, workspaceId, botUserId }: SlackWorkspace,
  userId: string,
  address: SlackAddress,
  audience: Audience,
  text: string,
  eventId: string,
): Promise<void> {
  const { onChat } = options
  const said = readSlackText(text, botUserId, new Map()) || nothingSaid
  const place = { externalId: placeName(address), address, audience }
  await onChat({ tenantId, surface: 'slack', workspaceId, userId, place, text: said, isAddressed: true, eventId })
}

/** Both shortcuts ask what to do: with a message its text stands in the form, to be changed or sent as it is. */
async function onShortcut(options: SayingOptions, { body, workspace }: Delivery): Promise<Answer> {
  const { log } = options
  const read = shortcutSchema.safeParse(body)
  if (!read.success) return taken
  const { trigger_id, channel, message } = read.data
  const text = message?.text ? (await writeOut(options, workspace, message.text)).slice(0, textLengthMax) : ''
  const carried = channel && message ? { channelId: channel.id, rootId: message.thread_ts ?? message.ts } : null
  const { view } = renderSlackModal(
    { label: 'Ask Parley', submitLabel: 'Send', style: 'primary', form: sayForm(text) },
    { privateMetadata: JSON.stringify(carried), callbackId: sayFormId },
  )
  try {
    await workspace.call('views.open', { trigger_id, view }, openWithinMs)
  } catch (error) {
    log('slack.modalRefused', { error: String(error) })
  }
  return taken
}

/** Answers in the thread of the message where Parley may write, else in the direct conversation. */
async function onSubmit(options: SayingOptions, { body, workspace }: Delivery): Promise<Answer> {
  const { channels } = options
  const read = submissionSchema.safeParse(body)
  if (!read.success) return taken
  const { user, view } = read.data
  const form = sayForm('')
  const text = readSlackFields(view.state?.values, form).text ?? ''
  if (text === '') {
    const errors = slackFieldErrors([{ field: 'text', sentence: 'Write what I should do.' }], form)
    return { kind: 'taken', reply: { response_action: 'errors', errors } }
  }
  const eventId = `say/${workspace.workspaceId}/${user.id}/${view.id}`
  const carried = readCarried(view.private_metadata)
  const channel = carried ? await channels.look(workspace, carried.channelId) : null
  if (carried && channel?.isMember) {
    const address: SlackAddress = { surface: 'slack', workspaceId: workspace.workspaceId, ...carried }
    await sayAt(options, workspace, user.id, address, channel.audience, text, eventId)
  } else {
    const where = await sayAlone(options, workspace, user.id, text, eventId)
    if (typeof where === 'string') return closed(where)
  }
  return { kind: 'taken', reply: { response_action: 'clear' } }
}

/** What a button of somebody's own page says for them. */
async function say(
  options: SayingOptions,
  workspace: SlackWorkspace,
  userId: string,
  text: string,
  eventId: string,
): Promise<Answer> {
  await sayAlone(options, workspace, userId, text, eventId)
  return taken
}

function ephemeral(text: string): Answer {
  return { kind: 'taken', reply: { response_type: 'ephemeral', text } }
}

function readCarried(metadata: string): z.infer<typeof carriedSchema> {
  try {
    return carriedSchema.parse(JSON.parse(metadata))
  } catch {
    return null
  }
}
