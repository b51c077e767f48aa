import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SlackAddress } from '../../domain/chat.ts'
import { cleanLine } from '../../domain/cleanLine.ts'
import { isParleyError, sentenceFor } from '../../domain/errors.ts'
import type { TenantId } from '../../domain/ids.ts'
import { checkFields } from '../checkFields.ts'
import { homeSayings } from '../home.ts'
import type { ActionOutcome, InboundPress, OnPress } from '../inbound.ts'
import type { FormField, MessageAction } from '../message.ts'
import type { ChatPeople } from '../port.ts'
import { needsSlackModal, readSlackPress } from './actionBlocks.ts'
import { plainText } from './blockKit.ts'
import type { Answer, Delivery } from './bolt.ts'
import { renderSlackModal } from './modal.ts'
import { readSlackFields, slackFieldErrors } from './modalFields.ts'
import { sectionBlocks } from './partBlocks.ts'
import { waitAtMost } from './waitAtMost.ts'
import type { SlackWorkspace } from './workspaces.ts'

export interface PressOptions {
  onPress: OnPress
  /** A button as it is shown, with its form; null when it is shown no more. */
  readShownAction(tenantId: TenantId, actionId: string): Promise<MessageAction | null>
  people: ChatPeople
  /** Says a sentence for the presser, in their direct conversation. */
  say(workspace: SlackWorkspace, userId: string, text: string, eventId: string): Promise<Answer>
  /** The page of its own that somebody looked at when they pressed may show something else now. */
  onHomePressed(workspace: SlackWorkspace, userId: string): void
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  withinMs?: number
}

export const actionFormId = 'parley_action'

/** The presser waits three seconds at most. */
const outcomeWithinMs = 2_000
/** A trigger opens a modal for three seconds from the press. */
const openWithinMs = 1_800
const tooLate = 'This button is no longer shown: what it was about has changed. Nothing was done.'

const taken: Answer = { kind: 'taken' }

const pressSchema = z.looseObject({
  user: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  trigger_id: z.string().nullish(),
  actions: z.array(z.looseObject({ action_ts: z.string().nullish() })).min(1),
  container: z
    .looseObject({ channel_id: z.string().nullish(), thread_ts: z.string().nullish(), type: z.string().nullish() })
    .nullish(),
})
const submissionSchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({
    id: z.string(),
    hash: z.string().nullish(),
    private_metadata: z.string(),
    state: z.looseObject({ values: z.unknown() }).nullish(),
  }),
})
/** What a modal carries through Slack and back. Untrusted on return like everything else: who may press is decided anew. */
const carriedSchema = z.object({
  actionId: z.string().max(200),
  channelId: z.string().nullable(),
  rootId: z.string().nullable(),
  isHome: z.boolean(),
})
type Carried = z.infer<typeof carriedSchema>

/** Buttons, the menu behind "More…", and the modals they open. */
export function createSlackPresses(options: PressOptions) {
  return {
    onAction: (delivery: Delivery) => onAction(options, delivery),
    onSubmit: (delivery: Delivery) => onSubmit(options, delivery),
  }
}

async function onAction(options: PressOptions, { body, workspace }: Delivery): Promise<Answer> {
  const { readShownAction, say } = options
  const read = pressSchema.safeParse(body)
  const [pressed] = read.success ? read.data.actions : []
  const press = readSlackPress(pressed)
  // Link buttons and what others put into a message of theirs.
  if (!read.success || !press) return taken
  const { user, container, trigger_id: triggerId } = read.data
  const carried: Carried = {
    actionId: press.actionId.slice(0, 200),
    channelId: container?.channel_id ?? null,
    rootId: container?.thread_ts ?? null,
    isHome: container?.type === 'view',
  }
  const sentence = (homeSayings as Readonly<Record<string, string>>)[press.actionId]
  if (sentence !== undefined)
    return say(workspace, user.id, sentence, `home/${workspace.workspaceId}/${user.id}/${pressed?.action_ts ?? ''}`)
  const action = await readShownAction(workspace.tenantId, press.actionId)
  if (!action) {
    tell(options, workspace, user.id, carried, tooLate)
    return taken
  }
  if (needsSlackModal(action, press.isFromMenu))
    return openModal(options, workspace, user.id, triggerId ?? '', action, carried)
  const eventId = `${workspace.workspaceId}/${user.id}/${pressed?.action_ts ?? triggerId ?? ''}`
  return perform(options, workspace, user.id, carried, { actionId: press.actionId, fields: {}, eventId })
}

async function openModal(
  options: PressOptions,
  workspace: SlackWorkspace,
  userId: string,
  triggerId: string,
  action: MessageAction,
  carried: Carried,
): Promise<Answer> {
  const { log } = options
  const { view, warnings } = renderSlackModal(action, {
    privateMetadata: JSON.stringify(carried),
    callbackId: actionFormId,
  })
  for (const warning of warnings) log('slack.warning', { warning })
  try {
    await workspace.call('views.open', { trigger_id: triggerId, view }, openWithinMs)
  } catch (error) {
    log('slack.modalRefused', { error: String(error) })
    tell(options, workspace, userId, carried, 'The form did not open in time. Nothing was done; please press again.')
  }
  return taken
}

async function perform(
  options: PressOptions,
  workspace: SlackWorkspace,
  userId: string,
  carried: Carried,
  press: Pick<InboundPress, 'actionId' | 'fields' | 'eventId'>,
): Promise<Answer> {
  const { onHomePressed, log, withinMs = outcomeWithinMs } = options
  let isStored = false
  const work = startPress(options, workspace, userId, press, () => {
    isStored = true
  })
  const ended = await waitAtMost(withinMs, work)
  if (!ended && !isStored) return { kind: 'again' }
  const finish = (outcome: ActionOutcome) => {
    const sentence = sentenceOf(outcome)
    if (sentence) tell(options, workspace, userId, carried, sentence)
    if (carried.isHome) onHomePressed(workspace, userId)
  }
  if (ended) finish(ended.value)
  else void work.then(finish, (error) => log('slack.pressFailed', { error: String(error) }))
  return taken
}

/** What a person can be told is an outcome; everything else is thrown, and the press can be made again. */
async function startPress(
  options: PressOptions,
  { tenantId, workspaceId }: SlackWorkspace,
  userId: string,
  press: Pick<InboundPress, 'actionId' | 'fields' | 'eventId'>,
  onStored: () => void,
): Promise<ActionOutcome> {
  const { onPress, log } = options
  try {
    return await onPress({ tenantId, surface: 'slack', workspaceId, userId, ...press }, onStored)
  } catch (error) {
    log('slack.pressFailed', { error: String(error) })
    if (!isParleyError(error)) throw error
    return { kind: 'refused', sentence: sentenceFor(error) }
  }
}

/** For the presser's eyes only; what cannot be shown any more is let go. */
function tell(
  options: PressOptions,
  workspace: SlackWorkspace,
  userId: string,
  { channelId, rootId }: Carried,
  sentence: string,
): void {
  const { people, log } = options
  const { tenantId, workspaceId } = workspace
  const message = { fallbackText: sentence, parts: [{ kind: 'text' as const, text: sentence }], actions: [] }
  const say = async () => {
    const address: SlackAddress | null = channelId
      ? { surface: 'slack', workspaceId, channelId, rootId }
      : ((await people.openPersonal(tenantId, workspaceId, userId)) as SlackAddress | null)
    if (address) await people.whisper(tenantId, address, userId, message)
  }
  say().catch((error: unknown) => log('slack.whisperFailed', { error: String(error) }))
}

async function onSubmit(options: PressOptions, { body, workspace }: Delivery): Promise<Answer> {
  const { readShownAction, onHomePressed, log, withinMs = outcomeWithinMs } = options
  const read = submissionSchema.safeParse(body)
  const carried = read.success ? readCarried(read.data.view.private_metadata) : null
  if (!read.success || !carried) return closed('This form cannot be read any more. Nothing was done.')
  const { user, view } = read.data
  const action = await readShownAction(workspace.tenantId, carried.actionId)
  if (!action) return closed(tooLate)
  const form = action.form ?? []
  const fields = readSlackFields(view.state?.values, form)
  const wrong = checkFields(form, fields, action.language)
  if (wrong.length > 0) return corrected(action, carried, fields, wrong)
  const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 16)
  const eventId = [workspace.workspaceId, user.id, view.id, view.hash ?? '', digest].join('/')
  let isStored = false
  const work = startPress(options, workspace, user.id, { actionId: carried.actionId, fields, eventId }, () => {
    isStored = true
  })
  const ended = await waitAtMost(withinMs, work)
  if (!ended && !isStored) return { kind: 'again' }
  if (!ended) {
    void work.then(
      (outcome) => {
        const sentence = sentenceOf(outcome)
        if (sentence) tell(options, workspace, user.id, carried, sentence)
        if (carried.isHome) onHomePressed(workspace, user.id)
      },
      (error) => log('slack.pressFailed', { error: String(error) }),
    )
    return { kind: 'taken', reply: { response_action: 'clear' } }
  }
  if (carried.isHome) onHomePressed(workspace, user.id)
  const outcome = ended.value
  if (outcome.kind === 'ok') return { kind: 'taken', reply: { response_action: 'clear' } }
  return outcome.kind === 'invalid' ? corrected(action, carried, fields, outcome.errors) : closed(outcome.sentence)
}

/** The form again, with what is wrong beside its fields, or above them where there is no field for it. */
function corrected(
  action: MessageAction,
  carried: Carried,
  fields: Readonly<Record<string, string>>,
  wrong: Extract<ActionOutcome, { kind: 'invalid' }>['errors'],
): Answer {
  const form: readonly FormField[] = action.form ?? []
  const errors = slackFieldErrors(wrong, form)
  if (Object.keys(errors).length > 0) return { kind: 'taken', reply: { response_action: 'errors', errors } }
  const { view } = renderSlackModal(action, {
    values: fields,
    sentence: wrong.map(({ sentence }) => sentence).join(' '),
    privateMetadata: JSON.stringify(carried),
    callbackId: actionFormId,
  })
  return { kind: 'taken', reply: { response_action: 'update', view } }
}

/** A modal that only says something; closing it is all there is to do. */
export function closed(sentence: string): Answer {
  const view = {
    type: 'modal',
    title: plainText('Parley'),
    close: plainText('Close'),
    blocks: sectionBlocks([[{ text: sentence }]]),
  }
  return { kind: 'taken', reply: { response_action: 'update', view } }
}

function readCarried(metadata: string): Carried | null {
  try {
    return carriedSchema.parse(JSON.parse(metadata))
  } catch {
    return null
  }
}

function sentenceOf(outcome: ActionOutcome): string | null {
  if (outcome.kind === 'ok') return null
  return outcome.kind === 'invalid'
    ? outcome.errors.map((error) => cleanLine(error.sentence)).join(' ')
    : outcome.sentence
}
