import type { InboundId, TenantId } from '../domain/ids.ts'
import { readAvailability } from '../intents/availability/readAvailability.ts'
import type { AvailabilityContext, AvailabilityReading } from '../intents/availability/reading.ts'
import { groundReply } from '../intents/groundReply.ts'
import type { ReplyWords } from '../intents/modelQuestion.ts'
import { beginAsking } from './askModel.ts'
import type { Deps } from './deps.ts'

// Takes:   what an outsider wrote about times.
// Reads:   the grammar; where that would ask back, and a model is set up and today's tokens last, the model. Nothing of the thread,
//          of the request or of anybody's record goes along.
// Writes:  what the day has spent on the model.
// Effects: a further wake-up of the reply's row. The caller reads the times back; nothing is entered from here.
// Refuses when: never. Whatever the model does, what is left is the grammar's reading.

export type ReplyReading =
  | { kind: 'read'; reading: AvailabilityReading; by: 'grammar' | 'model' }
  /** The model is being asked; the row is handled again when it has answered. */
  | { kind: 'later' }

/** What a reply says about times. A model only shortens it to words that stand in it; the grammar reads those. */
export async function understandReply(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'model' | 'log'>,
  tenantId: TenantId,
  inboundId: InboundId,
  text: string,
  context: AvailabilityContext,
): Promise<ReplyReading> {
  const reading = readAvailability(text, context)
  const own: ReplyReading = { kind: 'read', reading, by: 'grammar' }
  if (reading.kind !== 'clarify' || !deps.model) return own
  const { replies, port } = deps.model
  const found = replies.look(inboundId)
  if (found === 'asking') return { kind: 'later' }
  if (found === null) {
    const isAsked = await beginAsking(deps, {
      tenantId,
      inboundId,
      talk: null,
      shelf: replies,
      ask: () => port.readReply({ text, askedBy: tenantId }),
      hold: (answer) => (answer.kind === 'read' ? answer.value : null),
    })
    return isAsked ? { kind: 'later' } : own
  }
  const shorter = found.held && readShortened(groundReply(found.held, text), context)
  return shorter ? { kind: 'read', reading: shorter, by: 'model' } : own
}

/** What each kind of the model may become when the grammar reads its words; anything else is a contradiction. */
const readableAs: Readonly<Record<ReplyWords['kind'], readonly AvailabilityReading['kind'][]>> = {
  offer: ['available'],
  select: ['select', 'available'],
  busy: ['busy'],
  decline: [],
  none: [],
  unclear: [],
}

/** The words about time alone, read by the grammar; null when it does not see in them what the model did. */
function readShortened({ kind, phrases }: ReplyWords, context: AvailabilityContext): AvailabilityReading | null {
  const free = phrases.filter(({ isFree }) => isFree).map(({ words }) => words)
  const busy = phrases.filter(({ isFree }) => !isFree).map(({ words }) => words)
  const parts = [free.join('; '), busy.length > 0 ? `${free.length > 0 ? 'but ' : ''}not ${busy.join(', not ')}` : '']
  const reading = readAvailability(parts.filter(Boolean).join(', '), context)
  return readableAs[kind].includes(reading.kind) ? reading : null
}
