import type { Message } from '../bot/message.ts'
import { takeOutPrivateParts } from '../bot/privateParts.ts'
import type { TenantSettings } from '../domain/settings.ts'
import type { Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'

const requestCountMax = 500

/**
 * What others may read of any message: a list, a question or a line about somebody may name candidates of several requests, and
 * whoever wrote it need not think of that.
 */
export async function readMessageFor(
  tx: Tx,
  thread: Thread,
  settings: TenantSettings,
  message: Message,
  candidateNames: readonly string[],
): Promise<Message> {
  if (thread.audience !== 'public' || settings.showsCandidatesInPublic) return message
  const requests = await tx.find('requests', { orderBy: [['createdAt', 'desc']], limit: requestCountMax })
  const known = requests.map((request) => request.candidateName)
  const named = known.filter((name) => message.fallbackText.includes(name))
  return messageFor(thread, settings, message, [...new Set([...candidateNames, ...named])])
}

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
