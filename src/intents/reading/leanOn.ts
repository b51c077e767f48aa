import type { Frame, IntentLabel } from '../frame.ts'
import type { ThreadContext } from '../thread.ts'
import type { Clause } from './clauses.ts'

const lonely = new Set<IntentLabel>([
  'approve',
  'decline',
  'confirm',
  'deny',
  'undo',
  'setting',
  'connect',
  'help',
  'smalltalk',
  'oos',
  'list',
])
const needsCandidate = new Set<IntentLabel>([
  'schedule',
  'reschedule',
  'cancel',
  'postpone',
  'update',
  'move_stage',
  'note',
  'no_show',
  'share_link',
  'status',
  'who_is',
  'briefing',
  'feedback',
  'collect_availability',
  'give_availability',
  'nudge',
  'find_slots',
])

/** "who is Ann? ask her": she may be somebody of the other side. */
const asksSomebody = new Set<IntentLabel>(['collect_availability', 'nudge', 'feedback'])

/** What can only be about what stands: whoever else is named has to do with it. */
const ofStanding = new Set<IntentLabel>(['reschedule', 'cancel', 'postpone', 'move_stage'])

/** Fills in whom "her" or "it" is: somebody named before in the message, else what the thread is about. */
export function leanOn(frame: Frame, clause: Clause, before: readonly Frame[], thread: ThreadContext): void {
  if (frame.label === 'briefing' && frame.when === null)
    frame.when = before.findLast(({ label }) => label === 'list')?.when ?? null
  if (frame.label === 'approve' || frame.label === 'decline') {
    frame.isThread = thread.hasRequest && frame.candidate === null
    return
  }
  // "cancel Jane with Acme and put Tom in instead": the same place.
  if (frame.label === 'schedule' && frame.client === null && clause.signs.some(({ word }) => word === 'instead'))
    frame.client = before.findLast(({ client }) => client !== null)?.client ?? null
  // Another candidate in a change of the thread's request takes the place of the one there.
  if (frame.label === 'update' && thread.hasRequest && frame.candidate !== null) frame.isThread = true
  if (lonely.has(frame.label) || frame.candidate !== null || frame.scope !== null) return
  const earlier = before.findLast(({ candidate }) => candidate !== null)
  const hasOther = frame.contacts.length > 0 || frame.client !== null
  const isForOther = hasOther && (frame.label === 'nudge' || frame.label === 'collect_availability')
  const isPointing = clause.signs.some(
    ({ word, mention }) =>
      mention === null &&
      ['it', 'this', 'that', 'him', 'her', 'she', 'he', 'them', 'they', 'one', 'his', 'their'].includes(word),
  )
  if (
    earlier?.candidate &&
    !isForOther &&
    needsCandidate.has(frame.label) &&
    (!hasOther || frame.label === 'schedule' || isPointing)
  ) {
    frame.candidate = earlier.candidate
    return
  }
  const contacts = before.at(-1)?.contacts ?? []
  if (isPointing && !hasOther && contacts.length > 0 && asksSomebody.has(frame.label)) {
    frame.contacts = [...contacts]
    // Which side they are on, the records say.
    frame.party = null
    return
  }
  if (!thread.hasRequest || !needsCandidate.has(frame.label)) return
  const isChange = frame.label === 'update' || frame.label === 'no_show'
  if (isChange || isPointing || !hasOther || ofStanding.has(frame.label)) frame.isThread = true
}
