import { z } from 'zod'
import type { ActionOutcome, InboundPress } from '../bot/inbound.ts'
import { type MessageAction, messageSchema, textDraft } from '../bot/message.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import type { InboundId, TenantId } from '../domain/ids.ts'
import type { Member } from '../domain/settings.ts'
import type { Action, InboundEvent } from '../domain/thread.ts'
import { readSettings } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { performPress, refusalOf } from './handleAction.ts'
import { meetPerson } from './meetPerson.ts'
import { say } from './owe.ts'
import { speechFor, speechOf } from './speech.ts'

// Takes:   a pressed button of Slack or Teams: an opaque id, the presser's id there, the fields of its form.
// Reads:   what the button means and who may press it.
// Writes:  the inbox row first; then what the use case writes, which also closes the row: a press takes effect once.
// Effects: those of the use case. What is left over by a process that died is performed by the worker, and told in the thread.
// Refuses when: somebody else's button, too late, wrong fields, or nobody of the team.

/** The worker looks at a press this long after it came, in case the one who took it died. */
const leftOverAfterMs = 20_000

const pressPayloadSchema = z.object({
  kind: z.literal('press'),
  actionId: z.string(),
  memberId: z.string(),
  fields: z.record(z.string(), z.string()),
})

/** Stores a press, performs it, and says what became of it. A press that came before is answered as it was. */
export async function pressInChat(
  deps: Deps,
  input: InboundPress,
  onStored: () => void = () => {},
): Promise<ActionOutcome> {
  const { tenantId } = input
  const { member } = await meetPerson(deps, tenantId, input)
  if (!member)
    return {
      kind: 'refused',
      sentence: speechFor(await deps.store.inTenant(tenantId, readSettings)).words.settings.strangers.notKnown,
    }
  const now = deps.clock.now()
  const id = deps.ids.next('inbound')
  const { actionId, fields, surface } = input
  const externalId = `press:${input.eventId}`
  const isNew = await deps.store.inTenant(tenantId, (tx) =>
    tx.receive(
      {
        id,
        source: surface,
        externalId,
        payload: { kind: 'press', actionId, memberId: member.id, fields },
        state: 'received',
        reason: null,
        attempts: 0,
        receivedAt: now,
        handledAt: null,
      },
      new Date(now.getTime() + leftOverAfterMs),
    ),
  )
  onStored()
  if (isNew) return perform(deps, tenantId, id)
  const [before] = await deps.store.inTenant(tenantId, (tx) =>
    tx.find('inbound', { where: { source: surface, externalId } }),
  )
  return before?.state === 'refused'
    ? { kind: 'refused', sentence: before.reason ?? sentenceFor(null) }
    : { kind: 'ok' }
}

/** Performs a press that nobody finished, and tells in its thread what the presser could not be told. */
export async function finishPress(deps: Deps, tenantId: TenantId, event: InboundEvent): Promise<void> {
  const outcome = await perform(deps, tenantId, event.id)
  if (outcome.kind === 'ok') return
  const sentence =
    outcome.kind === 'invalid' ? outcome.errors.map((error) => error.sentence).join(' ') : outcome.sentence
  const { actionId, memberId } = pressPayloadSchema.parse(event.payload)
  await deps.store.inTenant(tenantId, async (tx) => {
    const [action, member] = await Promise.all([tx.get('actions', actionId), tx.get('members', memberId)])
    if (action && member)
      await say(tx, deps, { threadId: action.threadId, memberId: member.id }, `press:${event.id}`, () =>
        textDraft(sentence),
      )
  })
}

async function perform(deps: Deps, tenantId: TenantId, id: InboundId): Promise<ActionOutcome> {
  const read = await deps.store.inTenant(tenantId, async (tx) => {
    const event = await tx.get('inbound', id)
    if (event?.state !== 'received') return null
    const payload = pressPayloadSchema.parse(event.payload)
    const [action, member] = await Promise.all([
      tx.get('actions', payload.actionId),
      tx.get('members', payload.memberId),
    ])
    const owner = action && action.memberId !== payload.memberId ? await tx.get('members', action.memberId) : member
    return { payload, action, member, owner }
  })
  if (!read) return { kind: 'ok' }
  const refusal = refusalOf(read.action, read.member, read.owner)
  if (refusal) return close(deps, tenantId, id, refusal)
  const { action, member, payload } = read as { action: Action; member: Member; payload: typeof read.payload }
  const outcome = await performPress({
    deps,
    speech: speechOf(member),
    cause: causeOf(deps, id, member, action),
    talk: { tenantId, threadId: action.threadId, memberId: member.id, eventKey: `press:${id}` },
    member,
    action,
    fields: payload.fields,
    hasBeenDone: () => deps.store.inTenant(tenantId, async (tx) => (await tx.get('inbound', id))?.state === 'done'),
  })
  return outcome.kind === 'ok' || outcome.kind === 'shown'
    ? settle(deps, tenantId, id, outcome)
    : close(deps, tenantId, id, outcome)
}

function causeOf(deps: Deps, id: InboundId, member: Member, action: Action): Cause {
  return {
    actor: `member:${member.id}`,
    via: 'chat',
    claim: async (tx) => {
      const at = deps.clock.now()
      await tx.update('inbound', id, { state: 'done', handledAt: at }, { state: 'received' })
      await tx.update('actions', action.id, { usedAt: at })
    },
  }
}

/** What was done without a claim of its own (something only shown) is closed as well. */
async function settle(deps: Deps, tenantId: TenantId, id: InboundId, outcome: ActionOutcome): Promise<ActionOutcome> {
  await closeRow(deps, tenantId, id, { state: 'done', reason: null })
  return outcome
}

async function close(deps: Deps, tenantId: TenantId, id: InboundId, outcome: ActionOutcome): Promise<ActionOutcome> {
  const reason =
    outcome.kind === 'invalid'
      ? outcome.errors.map((error) => error.sentence).join(' ')
      : outcome.kind === 'ok'
        ? null
        : outcome.sentence
  await closeRow(deps, tenantId, id, { state: 'refused', reason })
  return outcome
}

async function closeRow(
  deps: Deps,
  tenantId: TenantId,
  id: InboundId,
  end: { state: 'done' | 'refused'; reason: string | null },
): Promise<void> {
  try {
    await deps.store.inTenant(tenantId, (tx) =>
      tx.update('inbound', id, { ...end, handledAt: deps.clock.now() }, { state: 'received' }),
    )
  } catch (error) {
    if (!isParleyError(error, 'stale')) throw error
  }
}

/** A button as it is shown, with its form: what a surface needs to open it. Null when it is shown no more. */
export async function readShownAction(
  deps: Pick<Deps, 'store'>,
  tenantId: TenantId,
  actionId: string,
): Promise<MessageAction | null> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const action = await tx.get('actions', actionId)
    if (!action) return null
    const { threadId, requestId } = action
    const card = requestId === null ? [] : await tx.find('threadMessages', { where: { threadId, requestId }, limit: 1 })
    const shown = card.flatMap((row) => actionIn(row.message, actionId))
    if (shown[0]) return shown[0]
    const rows = await tx.find('threadMessages', {
      where: { threadId, author: 'parley' },
      orderBy: [['createdAt', 'desc']],
      limit: 100,
    })
    return rows.flatMap((row) => actionIn(row.message, actionId))[0] ?? null
  })
}

function actionIn(message: unknown, actionId: string): MessageAction[] {
  const read = messageSchema.safeParse(message)
  return read.success ? read.data.actions.filter((action) => action.id === actionId) : []
}
