import type { Request } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'

/** Whether anybody may have been written to about a request; until then everything about it can be changed in silence. */
export async function hasWritten(tx: Tx, requestId: Request['id']): Promise<boolean> {
  const written = {
    requestId,
    kind: { in: ['mail', 'invitation'] },
    state: { in: ['done', 'trying', 'asked'] },
  } as const
  return (await tx.count('effects', written)) > 0
}
