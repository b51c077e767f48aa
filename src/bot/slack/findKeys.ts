import type { SlackAddress } from '../../domain/chat.ts'
import type { SlackWorkspace } from './workspaces.ts'

// Each message carries its key as metadata, by which it is found again when the receipt was lost.

export const metadataType = 'parley'
/** How far back a message is looked for whose receipt was lost: it was sent minutes ago. */
const pageCountMax = 3
const pageSize = 100

/** A message of one part has the key itself; parts of several say which of how many they are. */
export function partKey(key: string, index: number, count: number): string {
  return count === 1 ? key : `${key}#${index + 1}/${count}`
}

/** What was posted under this key: part key -> timestamp. */
export async function findKeys(
  workspace: SlackWorkspace,
  address: SlackAddress,
  key: string,
): Promise<Map<string, string>> {
  const { channelId: channel, rootId } = address
  const found = new Map<string, string>()
  let cursor = ''
  for (let page = 0; page < pageCountMax; page += 1) {
    const where = { channel, include_all_metadata: true, limit: pageSize, ...(cursor ? { cursor } : {}) }
    const result = rootId
      ? await workspace.call('conversations.replies', { ...where, ts: rootId })
      : await workspace.call('conversations.history', where)
    for (const message of listOf(result.messages)) {
      const own = keyOf(message)
      if (own === key || own?.startsWith(`${key}#`)) found.set(own, String(message.ts))
    }
    cursor = String((result.response_metadata as { next_cursor?: unknown } | undefined)?.next_cursor ?? '')
    if (!cursor) break
  }
  if (!rootId)
    for (const ts of [...found.values()].slice(0, 1))
      for (const message of listOf(
        (await workspace.call('conversations.replies', { channel, ts, include_all_metadata: true })).messages,
      )) {
        const own = keyOf(message)
        if (own?.startsWith(`${key}#`)) found.set(own, String(message.ts))
      }
  return found
}

function listOf(messages: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(messages) ? messages : []
}

function keyOf(message: Readonly<Record<string, unknown>>): string | null {
  const metadata = message.metadata as { event_type?: unknown; event_payload?: { key?: unknown } } | undefined
  const key = metadata?.event_type === metadataType ? metadata.event_payload?.key : null
  return typeof key === 'string' ? key : null
}
