import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ChatAddress, TeamsAddress } from '../../domain/chat.ts'
import { placeName } from '../../domain/chat.ts'
import { sentenceFor } from '../../domain/errors.ts'
import type { MessageId, TenantId } from '../../domain/ids.ts'
import { checkFields } from '../checkFields.ts'
import type { ActionOutcome, InboundPress, OnChat, OnPress } from '../inbound.ts'
import type { Message, MessageAction } from '../message.ts'
import { readActivity, type TeamsActivity } from './activity.ts'
import { adaptiveCard, type CardElement, cardContentType } from './cardElement.ts'
import { renderTeamsMessage, type TeamsRenderOptions } from './cards.ts'
import { textBlocks } from './cardText.ts'
import { lookAt, toOutgoing } from './chat.ts'
import { readTeamsFields } from './inputs.ts'
import type { TeamsHttpAnswer, TeamsTransport } from './transport.ts'

/** A message as it is shown, with the button that was pressed. */
export interface TeamsShown {
  rowId: MessageId
  version: number
  address: ChatAddress | null
  /** What everybody may read where it stands. */
  shown: Message
  /** The button with its whole form, which is the presser's. */
  action: MessageAction
  isCard: boolean
}

/** What Teams needs of the house. */
export interface TeamsDesk {
  findTenant(workspaceId: string): Promise<TenantId | null>
  onChat: OnChat
  onPress: OnPress
  findShown(tenantId: TenantId, actionId: string): Promise<TeamsShown | null>
  readAgain(
    tenantId: TenantId,
    before: Pick<TeamsShown, 'rowId' | 'shown'>,
  ): Promise<{ shown: Message; version: number; externalId: string | null } | null>
  /** Null when the presser may see the form. */
  whyNotPress(press: Omit<InboundPress, 'fields' | 'eventId'>): Promise<ActionOutcome | null>
  /** @returns whether this is the first that is heard of this person */
  onInstalled(tenantId: TenantId, user: Heard, address: TeamsAddress): Promise<boolean>
}
interface Heard {
  workspaceId: string
  userId: string
  name: string | null
}

export interface TeamsAppOptions {
  path: string
  transport: TeamsTransport
  desk: TeamsDesk
  noteSeen(workspaceId: string, userId: string, place: TeamsAddress): void
  links: Pick<TeamsRenderOptions, 'baseUrl' | 'ownHosts'>
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** How long a press waits for the card to be brought up to date before it is answered. */
  freshWithinMs?: number
}

const bodyBytesMax = 256 * 1024
const freshWithinMsDefault = 2_500
const freshStepMs = 60
/** Organisations that nobody allowed, each told once by one process. */
const strangersMax = 200

type Press = Extract<TeamsActivity, { kind: 'press' }>
type Said = Extract<TeamsActivity, { kind: 'message' }>
type Installed = Extract<TeamsActivity, { kind: 'installed' | 'removed' }>

/** Where Teams posts to. What is said is stored before it is acknowledged; a press is answered with the card as it is now. */
export function createTeamsApp(options: TeamsAppOptions): Hono {
  const { transport, path, log } = options
  const app = new Hono()
  const receive = createReceiver(options)
  app.use(path, bodyLimit({ maxSize: bodyBytesMax, onError: (c) => c.text('too long', 413) }))
  app.all(path, async (c) => {
    const answer = await transport.handle(
      {
        method: c.req.method,
        contentType: c.req.header('content-type') ?? '',
        authorization: c.req.header('authorization') ?? '',
        body: c.req.method === 'POST' ? await c.req.text() : '',
      },
      (activity) => receive(readActivity(activity)),
    )
    const { status, body } = answer
    const headers = { 'Cache-Control': 'no-store' }
    if (body === undefined) return new Response(null, { status, headers })
    return typeof body === 'string' ? new Response(body, { status, headers }) : Response.json(body, { status, headers })
  })
  app.notFound((c) => c.text('not found', 404))
  app.onError((error, c) => {
    log('teams.failed', { error: String(error) })
    return c.text('this could not be taken', 500)
  })
  return app
}

function createReceiver(options: TeamsAppOptions): (activity: TeamsActivity) => Promise<TeamsHttpAnswer> {
  const { desk, noteSeen, log } = options
  const tellStranger = createStrangerTeller(options)
  return async (activity) => {
    if (activity.kind === 'wrong') return { status: activity.status, body: activity.why }
    if (activity.kind === 'ignored') return { status: 200 }
    const { workspaceId } = activity.address
    const tenantId = await desk.findTenant(workspaceId)
    if (!tenantId) {
      log('teams.unknownOrganisation', { workspaceId })
      await tellStranger(activity)
      return activity.kind === 'press' ? sentenceAnswer(strangerSentence(workspaceId)) : { status: 200 }
    }
    noteSeen(workspaceId, activity.user.id, activity.address)
    switch (activity.kind) {
      case 'message':
        return takeMessage(options, tenantId, activity)
      case 'press':
        return takePress(options, tenantId, activity)
      case 'installed':
      case 'removed':
        return takeInstallation(options, tenantId, activity)
    }
  }
}

function strangerSentence(workspaceId: string): string {
  return `Parley is not connected to this organisation. Whoever runs Parley can allow it by setting TEAMS_TENANT_ID to ${workspaceId}.`
}

function createStrangerTeller({ transport, log }: TeamsAppOptions) {
  const told = new Set<string>()
  return async ({ address, kind }: Said | Press | Installed): Promise<void> => {
    if (kind !== 'message' || address.conversationType !== 'personal') return
    if (told.has(address.workspaceId) || told.size >= strangersMax) return
    told.add(address.workspaceId)
    try {
      await transport.send(address, toOutgoing(strangerSentence(address.workspaceId), null))
    } catch (error) {
      log('teams.strangerNotTold', { error: String(error) })
    }
  }
}

/** One name per activity: Teams numbers them within a conversation. */
function eventIdOf({ id, address }: Said | Press): string {
  return `${address.conversationId}/${id}`.slice(0, 400)
}

async function takeMessage({ desk }: TeamsAppOptions, tenantId: TenantId, said: Said): Promise<TeamsHttpAnswer> {
  const { address, user } = said
  await desk.onChat({
    tenantId,
    surface: 'teams',
    workspaceId: address.workspaceId,
    userId: user.id,
    eventId: eventIdOf(said),
    ...(user.name ? { person: { name: user.name } } : {}),
    place: { externalId: placeName(address), address, audience: said.audience },
    text: said.text,
    isAddressed: said.isToBot,
  })
  return { status: 200 }
}

const helloWords =
  'Hello, I am Parley. I arrange interviews: tell me who is to meet whom, for example “schedule Jane with Acme for the Backend role”, or ask “status” or “help”.'

/** A person who added the app can be written to from now on; in a team or a group chat there is nothing to keep. */
async function takeInstallation(
  { desk, transport, log }: TeamsAppOptions,
  tenantId: TenantId,
  { kind, address, user }: Installed,
): Promise<TeamsHttpAnswer> {
  if (kind === 'removed' || address.conversationType !== 'personal') return { status: 200 }
  try {
    const heard = { workspaceId: address.workspaceId, userId: user.id, name: user.name }
    if (await desk.onInstalled(tenantId, heard, address)) await transport.send(address, toOutgoing(helloWords, null))
  } catch (error) {
    // The next message of this person says the same.
    log('teams.installationFailed', { error: String(error) })
  }
  return { status: 200 }
}

// ---- presses -----------------------------------------------------------------------------------------------------

/** How a card is looked at once, by the one who pressed. */
type Look = Pick<TeamsRenderOptions, 'open' | 'notice'>

async function takePress(options: TeamsAppOptions, tenantId: TenantId, press: Press): Promise<TeamsHttpAnswer> {
  try {
    return await pressCard(options, tenantId, press)
  } catch (error) {
    options.log('teams.pressFailed', { error: String(error) })
    return answerSentence(options, press, sentenceFor(error))
  }
}

async function pressCard(options: TeamsAppOptions, tenantId: TenantId, press: Press): Promise<TeamsHttpAnswer> {
  const { desk } = options
  const { actionId } = press
  const shown = await desk.findShown(tenantId, actionId)
  if (!shown || !isSamePlace(shown.address, press.address))
    return answerSentence(options, press, 'This button is no longer there, so nothing was done.')
  if (press.view === 'close') return answerCard(options, press, shown.shown, {})
  const inbound = {
    tenantId,
    surface: 'teams' as const,
    workspaceId: press.address.workspaceId,
    userId: press.user.id,
    actionId,
    ...(press.user.name ? { person: { name: press.user.name } } : {}),
  }
  if (press.view === 'open') {
    const refusal = await desk.whyNotPress(inbound)
    return refusal ? answerOutcome(options, press, shown, refusal, {}) : answerForm(options, press, shown, { actionId })
  }
  const form = shown.action.form ?? []
  const values = readTeamsFields(press.fields, actionId, form)
  const errors = checkFields(form, values, shown.action.language)
  const outcome: ActionOutcome =
    errors.length > 0
      ? ((await desk.whyNotPress(inbound)) ?? { kind: 'invalid', errors })
      : await desk.onPress({ ...inbound, fields: values, eventId: eventIdOf(press) })
  if (outcome.kind === 'ok') return answerDone(options, tenantId, press, shown)
  return answerOutcome(options, press, shown, outcome, values)
}

/** A button works in the conversation that it was shown in, and in no other. */
function isSamePlace(address: ChatAddress | null, pressed: TeamsAddress): boolean {
  return (
    address?.surface === 'teams' &&
    address.workspaceId === pressed.workspaceId &&
    address.conversationId === pressed.conversationId
  )
}

function answerOutcome(
  options: TeamsAppOptions,
  press: Press,
  shown: TeamsShown,
  outcome: ActionOutcome,
  values: Readonly<Record<string, string>>,
): Promise<TeamsHttpAnswer> {
  const { actionId } = press
  if (outcome.kind === 'invalid') return answerForm(options, press, shown, { actionId, values, errors: outcome.errors })
  const sentence = outcome.kind === 'ok' ? '' : outcome.sentence
  const tone = outcome.kind === 'shown' ? ('info' as const) : ('warning' as const)
  // An old client's press can only be answered by changing the message for everybody: then the sentence goes to the presser alone.
  if (press.way === 'submit') return answerSentence(options, press, sentence)
  return answerCard(options, press, shown.shown, { notice: { sentence, tone } })
}

/** The card with the whole form open, for the presser alone: what an old client shows everybody sees, so in a channel it is not shown there. */
function answerForm(
  options: TeamsAppOptions,
  press: Press,
  { shown, action }: TeamsShown,
  open: NonNullable<Look['open']>,
): Promise<TeamsHttpAnswer> {
  if (press.way === 'submit' && press.address.conversationType === 'channel') {
    const wrong = (open.errors ?? []).map((error) => error.sentence)
    return answerSentence(options, press, [...wrong, oldClientWords].join(' '))
  }
  const message = { ...shown, actions: shown.actions.map((one) => (one.id === action.id ? action : one)) }
  return answerCard(options, press, message, { open })
}

const oldClientWords = 'This form opens only in a newer version of Teams. You can tell me the same in words.'

/** The card as it is after the press: at once when it was changed in time, else with a word that it follows. */
async function answerDone(
  options: TeamsAppOptions,
  tenantId: TenantId,
  press: Press,
  shown: TeamsShown,
): Promise<TeamsHttpAnswer> {
  const { desk, transport, freshWithinMs = freshWithinMsDefault } = options
  let now = await desk.readAgain(tenantId, shown)
  for (let waitedMs = 0; now && now.version === shown.version && waitedMs < freshWithinMs; waitedMs += freshStepMs) {
    await sleep(freshStepMs)
    now = await desk.readAgain(tenantId, shown)
  }
  if (!now) return answerSentence(options, press, 'Done.')
  const isFresh = now.version !== shown.version
  // A card is put again by the effect that the press owed; nobody else would show that a question is answered.
  if (isFresh && !shown.isCard && now.externalId && shown.address?.surface === 'teams') {
    const { text, card } = renderTeamsMessage(now.shown, { ...options.links, ...lookAt(shown.address) })
    const [messageId = ''] = now.externalId.split(',')
    await transport.update(shown.address, messageId, toOutgoing(text, card))
  }
  if (press.way === 'submit') return { status: 200 }
  const notice = isFresh
    ? {}
    : { notice: { sentence: 'Done. This is brought up to date in a moment.', tone: 'info' as const } }
  return answerCard(options, press, now.shown, notice)
}

/** The card, looked at as asked: within the call, or in place for clients that cannot take an answer. */
async function answerCard(
  options: TeamsAppOptions,
  press: Press,
  message: Message,
  look: Look,
): Promise<TeamsHttpAnswer> {
  const { text, card, warnings } = renderTeamsMessage(message, { ...options.links, ...lookAt(press.address), ...look })
  for (const warning of warnings) options.log('teams.renderWarning', { warning })
  const shownCard = card ?? adaptiveCard(wordsCard(text))
  if (press.way === 'execute')
    return { status: 200, body: { statusCode: 200, type: cardContentType, value: shownCard } }
  if (press.messageId) await options.transport.update(press.address, press.messageId, toOutgoing(text, shownCard))
  return { status: 200 }
}

function wordsCard(text: string): CardElement[] {
  const blocks = textBlocks(text, new Set())
  return blocks.length > 0 ? blocks : [{ type: 'TextBlock', text: '–', wrap: true }]
}

/** A sentence beside the card for the presser; an old client gets it as a message in its personal chat. */
async function answerSentence(options: TeamsAppOptions, press: Press, sentence: string): Promise<TeamsHttpAnswer> {
  if (press.way === 'execute') return sentenceAnswer(sentence)
  const { transport, log } = options
  const { address, user } = press
  try {
    const place =
      address.conversationType === 'personal'
        ? address
        : await transport.createPersonal({ ...address, userId: user.id })
    await transport.send(place, toOutgoing(sentence, null))
  } catch (error) {
    log('teams.presserNotTold', { error: String(error) })
  }
  return { status: 200 }
}

function sentenceAnswer(sentence: string): TeamsHttpAnswer {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence } }
}
