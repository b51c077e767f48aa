import type { DraftAction, MessagePart } from '../bot/message.ts'
import { describeIntent } from '../intents/describeIntent.ts'
import type { Intent } from '../intents/intent.ts'
import { chooseAction } from './meantRequest.ts'
import type { Composer } from './speech.ts'

/**
 * Kinds that change nothing, or show what they understood and wait for a press of their own. Everything else that another
 * reader than the grammar understood is read back first: nobody typed it in those words.
 */
const shown: ReadonlySet<Intent['kind']> = new Set([
  'whoIs',
  'status',
  'list',
  'findSlots',
  'settings',
  'greeting',
  'thanks',
  'help',
  'connect',
  'outOfScope',
  'whichPerson',
  'unknown',
  'cancel',
  'postpone',
  'reschedule',
  'enterTimes',
  'moveStage',
  'approve',
  'decline',
  'noShow',
  'askFeedback',
])

export function isShown(intent: Intent): boolean {
  return shown.has(intent.kind) && plainWordOf(intent) === null
}

/** Kinds that write to somebody or into the records without a press of their own, be it after 20 seconds. */
const atOnce: ReadonlySet<Intent['kind']> = new Set(['schedule', 'nudge', 'askTimes', 'addNote', 'changeSetting'])

/** Whether an intent would be acted on without a further press, so that doubt about it has to be told first. */
export function waitsForNobody(intent: Intent): boolean {
  return atOnce.has(intent.kind)
}

/** As they are typed, in whichever language the rest is. */
const plainWords: Readonly<Partial<Record<Intent['kind'], string>>> = { confirm: 'yes', deny: 'no', undo: 'undo' }

/** An answer to what the thread shows is not taken from anybody else's reading: the member can say it in a word. */
function plainWordOf(intent: Intent): string | null {
  if (intent.kind === 'approve' && intent.about === null && intent.options.length === 1)
    return String(intent.options[0])
  return plainWords[intent.kind] ?? null
}

/** Each thing that was understood, with a button that does it. */
export function readBackDraft(intents: readonly Intent[]): Composer {
  const wishes = intents.filter((intent) => intent.kind !== 'unknown' && plainWordOf(intent) === null)
  const answers = [...new Set(intents.flatMap((intent) => plainWordOf(intent) ?? []))]
  const isOne = wishes.length === 1
  return ({ words: { talk }, language, choice, reader }) => {
    const describe = (intent: Intent) => describeIntent(intent, language, reader.locale)
    const actions = wishes.map(
      (intent): DraftAction => ({
        ...chooseAction(intent, '', isOne ? talk.doIt : describe(intent).slice(0, 75)),
        style: isOne ? 'primary' : 'normal',
      }),
    )
    const parts: MessagePart[] =
      wishes.length > 0
        ? [
            { kind: 'text', text: talk.readAs },
            { kind: 'list', items: wishes.map((intent) => ({ text: describe(intent) })) },
            { kind: 'note', tone: 'info', text: talk.nothingBefore },
          ]
        : []
    if (answers.length > 0) parts.push({ kind: 'text', text: talk.sayJust(choice(answers.map(talk.quoted))) })
    return { parts, actions }
  }
}
