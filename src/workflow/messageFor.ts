import type { Message } from '../bot/message.ts'
import { takeOutPrivateParts } from '../bot/privateParts.ts'
import type { TenantSettings } from '../domain/settings.ts'
import type { Thread } from '../domain/thread.ts'

/** What others may read: in an open channel candidates are not named, unless the tenant says otherwise. */
export function messageFor(
  thread: Thread,
  settings: TenantSettings,
  message: Message,
  candidateNames: readonly string[],
): Message {
  if (thread.audience !== 'public' || settings.showsCandidatesInPublic) return message
  return takeOutPrivateParts(message, candidateNames)
}
