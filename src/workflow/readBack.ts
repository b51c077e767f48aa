import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { describeIntent } from '../intents/describeIntent.ts'
import type { Intent } from '../intents/intent.ts'

/**
 * Kinds that change nothing, or ask for a press of their own before they do. Everything else that another reader than the
 * grammar understood is read back first: nobody typed it in those words.
 */
const showsOnly: ReadonlySet<Intent['kind']> = new Set([
  'whoIs',
  'status',
  'list',
  'findSlots',
  'settings',
  'greeting',
  'help',
  'connect',
  'outOfScope',
  'whichPerson',
  'unknown',
  'cancel',
  'postpone',
  'reschedule',
  'enterTimes',
])

/** The intent that may be answered at once; null when the member has to say yes first. */
export function onlyShown(intents: readonly Intent[]): Intent | null {
  const [only] = intents
  return only && intents.length === 1 && showsOnly.has(only.kind) ? only : null
}

/** Each thing that was understood, with a button that does it. */
export function readBackDraft(intents: readonly Intent[]): DraftMessage {
  const isOne = intents.length === 1
  const actions: DraftAction[] = intents.map((intent) => ({
    kind: 'carryOn',
    data: { intent },
    label: isOne ? 'Yes, do it' : describeIntent(intent).slice(0, 75),
    style: isOne ? 'primary' : 'normal',
  }))
  const opening = { kind: 'text' as const, text: 'I am not quite sure. I read this as:' }
  const items = intents.map((intent) => ({ text: describeIntent(intent) }))
  const closing = {
    kind: 'note' as const,
    tone: 'info' as const,
    text: isOne
      ? 'Nothing is done before you say so.'
      : 'Nothing is done before you say so. Press one after the other.',
  }
  return { parts: [opening, { kind: 'list', items }, closing], actions }
}
