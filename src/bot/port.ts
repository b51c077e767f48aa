import type { Proof } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Thread } from '../domain/thread.ts'
import type { Message } from './message.ts'

/** One chat surface, as the effect worker sees it. Each call is idempotent by its key (look-up before posting). */
export interface ChatPort {
  readonly surface: Thread['surface']
  post(tenantId: TenantId, thread: Thread, key: string, message: Message): Promise<Proof>
  /** Puts the request's one living card into the thread, or replaces it in place. */
  putCard(tenantId: TenantId, thread: Thread, requestId: string, message: Message): Promise<Proof>
}
