import type { ChatAddress, ChatChannel, ChatPerson, ChatSurface } from '../domain/chat.ts'
import type { Proof } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Thread } from '../domain/thread.ts'
import type { Message } from './message.ts'

/**
 * One chat surface, as the effect worker sees it. Each call is idempotent by its key (look-up before posting). `shown` is what
 * others may read of the message where it stands: the same buttons, less said. Forms are opened from the whole one.
 */
export interface ChatPort {
  readonly surface: Thread['surface']
  post(tenantId: TenantId, thread: Thread, key: string, message: Message, shown?: Message): Promise<Proof>
  /** Puts the request's one living card into the thread, or replaces it in place. */
  putCard(tenantId: TenantId, thread: Thread, requestId: string, message: Message, shown?: Message): Promise<Proof>
  /** The channels of a chat that has some. */
  readonly channels?: ChatChannels
  /** The people of a chat that belongs to somebody else; the web chat has only its members. */
  readonly people?: ChatPeople
}

/** What a channel is to Parley: found by its name, or not there, or not one that it may write to yet. */
export type FoundChannel = { kind: 'found'; channel: ChatChannel } | { kind: 'none' } | { kind: 'notInvited' }

/** Throws ParleyError, also `notConfigured` and `refused` where Parley was not given the right. */
export interface ChatChannels {
  /** By the name that people see, without the sign before it. */
  findChannel(tenantId: TenantId, name: string): Promise<FoundChannel>
  /**
   * A closed channel with these people in it: made, or the one that Parley made before under this name. Who cannot be brought in
   * is left out.
   */
  openPrivate(tenantId: TenantId, workspaceId: string, name: string, userIds: readonly string[]): Promise<ChatChannel>
}

/**
 * The directory of a surface, and how one person is reached there. Asked often: an adapter remembers, also that there is nobody.
 * Throws ParleyError `unavailable`, `rateLimited`, `notConfigured`.
 */
export interface ChatPeople {
  readonly surface: ChatSurface
  /** Null when there is no such person. The e-mail address of somebody from outside the workspace is null: it proves nothing. */
  readPerson(tenantId: TenantId, workspaceId: string, userId: string): Promise<ChatPerson | null>
  /** Null when nobody has this address, or the surface cannot look one up. */
  findPerson(tenantId: TenantId, email: string): Promise<ChatPerson | null>
  /** Where this person is written to alone, opened when needed; null when that is not possible yet. */
  openPersonal(tenantId: TenantId, workspaceId: string, userId: string): Promise<ChatAddress | null>
  /** Says something to one person, for their eyes only where the surface can. Not kept, not repeated when it fails. */
  whisper(tenantId: TenantId, address: ChatAddress, userId: string, message: Message): Promise<Proof>
}
