import type { TenantId } from '../domain/ids.ts'
import { groundReply } from '../intents/groundReply.ts'
import type { ReplyWords } from '../intents/modelQuestion.ts'
import type { Deps } from './deps.ts'
import { reserveTokens, settleTokens } from './modelSpending.ts'

// Takes:   what an outsider wrote about times, where the grammar asks back.
// Reads:   the model; nothing of the thread, of the request or of anybody's record goes along.
// Writes:  what the day has spent on the model.
// Effects: none. The caller reads the words by the grammar of times and reads them back; nothing is entered from here.
// Refuses when: no model is set up, the day's tokens are used up, the model fails, or its words do not stand in the message.

/** The words about time of a message, as they stand in it; null when nobody can say. Waits for the model: no worker should. */
export async function understandReply(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'model' | 'log'>,
  tenantId: TenantId,
  text: string,
): Promise<ReplyWords | null> {
  if (!deps.model) return null
  try {
    const reservation = await reserveTokens(deps, tenantId, deps.model.dailyTokens, null)
    if (!reservation) return null
    const reading = await deps.model.port.readReply({ text, askedBy: tenantId })
    await settleTokens(deps, tenantId, reservation, reading.usedTokens)
    if (reading.kind !== 'read') return null
    const grounded = groundReply(reading.value, text)
    return grounded.kind === 'unclear' ? null : grounded
  } catch (error) {
    deps.log('model.notAsked', { error: String(error) })
    return null
  }
}
