import type { ActionOutcome, InboundAction } from '../bot/inbound.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import { mayPress } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Action } from '../domain/thread.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { panelPresses } from './panelPresses.ts'
import { type Performer, type Press, refused } from './press.ts'
import { requestPresses } from './requestPresses.ts'
import { settleQuestion } from './settleQuestion.ts'
import { errorSentence, speechOf } from './speech.ts'
import { strangerPresses } from './strangers.ts'
import { verbPresses } from './verbPresses.ts'

// Takes:   a pressed button: an opaque id, who pressed, the fields of its form.
// Reads:   what the button means, who may press it.
// Writes:  whatever the use case writes; the press itself as an inbound row, so that a double press is one.
// Effects: those of the use case.
// Refuses when: somebody else's button, too late, or wrong fields: each a sentence beside the button.

/** Performs a press at once: the person waits for the outcome. */
export async function handleAction(deps: Deps, input: InboundAction): Promise<ActionOutcome> {
  if (await hasBeenDone(deps, input)) return { kind: 'ok' }
  const read = await deps.store.inTenant(input.tenantId, async (tx) => {
    const [action, member] = await Promise.all([tx.get('actions', input.actionId), tx.get('members', input.memberId)])
    const owner = action && action.memberId !== input.memberId ? await tx.get('members', action.memberId) : member
    return { action: action?.threadId === input.threadId ? action : null, member, owner }
  })
  const { action, member } = read
  const refusal = refusalOf(action, member, read.owner)
  if (refusal || !action || !member) return refusal ?? goneButton(member)
  return performPress({
    deps,
    speech: speechOf(member),
    cause: causeOf(deps, input),
    talk: {
      tenantId: input.tenantId,
      threadId: input.threadId,
      memberId: input.memberId,
      eventKey: `press:${input.eventId}`,
    },
    member,
    action,
    fields: input.fields,
    hasBeenDone: () => hasBeenDone(deps, input),
  })
}

function goneButton(presser: Member | null): ActionOutcome {
  return { kind: 'refused', sentence: speechOf(presser).words.presses.gone }
}

/** Why this person may not press this button; null when they may. `owner` is the member it was made for. */
export function refusalOf(action: Action | null, presser: Member | null, owner: Member | null): ActionOutcome | null {
  if (!action) return goneButton(presser)
  if (presser && mayPress(action.kind, presser, owner)) return null
  const { presses: words } = speechOf(presser).words
  const whose = owner && presser && owner.id !== presser.id ? owner.name : words.somebodyElse
  return { kind: 'refused', sentence: words.notYours(whose) }
}

/** What a button means is done; how it went is a value, whatever was thrown. Who presses has been checked. */
export async function performPress(press: Press): Promise<ActionOutcome> {
  const { deps, action, talk, speech } = press
  try {
    const perform = presses[action.kind]
    if (!perform) return refused(press, (words) => words.tooOld)
    const outcome = await perform(press)
    if (outcome.kind === 'ok' && questions.has(action.kind))
      await settleQuestion(deps, talk.tenantId, talk.threadId, action.id)
    return outcome
  } catch (error) {
    // Only this very press, done a moment ago, is no news; any other doubled row is a failure and told.
    if (isParleyError(error, 'duplicate') && (await press.hasBeenDone())) return { kind: 'ok' }
    if (isParleyError(error, 'stale')) return refused(press, (words) => words.stale)
    if (isParleyError(error, 'badInput') && error.field)
      return { kind: 'invalid', errors: [{ field: error.field, sentence: errorSentence(speech, error) }] }
    if (!(error instanceof ParleyError) || error.code === 'duplicate')
      deps.log('action.failed', { kind: action.kind, error: String(error) })
    return { kind: 'refused', sentence: errorSentence(speech, error) }
  }
}

function hasBeenDone(deps: Deps, input: InboundAction): Promise<boolean> {
  return deps.store.inTenant(
    input.tenantId,
    async (tx) => (await tx.count('inbound', { source: 'action', externalId: input.eventId })) > 0,
  )
}

function causeOf(deps: Deps, input: InboundAction): Cause {
  return {
    actor: `member:${input.memberId}`,
    via: 'chat',
    claim: async (tx) => {
      const at = deps.clock.now()
      await tx.insert('inbound', {
        id: deps.ids.next('inbound'),
        source: 'action',
        externalId: input.eventId,
        payload: { kind: 'action', actionId: input.actionId },
        state: 'done',
        reason: null,
        attempts: 0,
        receivedAt: at,
        handledAt: at,
      })
      await tx.update('actions', input.actionId, { usedAt: at })
    },
  }
}

/** Presses that answer a question for good; a help button or a name to look up can be pressed again. */
const questions = new Set([
  'setUp',
  'setDefaults',
  'scheduleWith',
  'addCandidate',
  'addContact',
  'addJob',
  'enterTimes',
  'offerTimes',
  'cancel',
  'postpone',
  'move',
  'acceptCounter',
  'askAgain',
  'applyRemedy',
  'retry',
  'approve',
  'decline',
  'nudge',
  'choose',
  'setFormat',
  'editRequest',
  'undoEdit',
  'moveStage',
  'undoNote',
  'undoSetting',
  'askFeedback',
  'noteNoShow',
  'acceptCounter',
  'confirmHold',
  'findSubstitute',
  'acceptSeat',
  'passSeat',
  'delegate',
  'linkChatUser',
  'ignoreChatUser',
])

const presses: Readonly<Record<string, Performer>> = {
  ...requestPresses,
  ...verbPresses,
  ...panelPresses,
  ...strangerPresses,
}
