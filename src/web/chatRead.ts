import { messageSchema } from '../bot/message.ts'
import type { ThreadId } from '../domain/ids.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Viewer } from './session.ts'

export const listSize = 40
export const pageSize = 60
const searchedThreadCountMax = 1_000
const matchCountMax = 500

export interface ThreadItem {
  thread: Thread
  isUnread: boolean
  /** Status of the request last touched in this thread. */
  status: { tone: string; text: string } | null
  /** Where the searched words stand, when they are not in the title. */
  snippet: string | null
}

export interface ThreadList {
  query: string
  items: ThreadItem[]
  offset: number
  hasMore: boolean
}

export function isUnread(thread: Thread): boolean {
  return thread.lastReadAt === null || thread.lastMessageAt > thread.lastReadAt
}

/** The member's conversations on the web, newest first; with a query those whose title or text holds it. */
export async function readThreadList(tx: Tx, viewer: Viewer, query: string, offset = 0): Promise<ThreadList> {
  const mine = { memberId: viewer.memberId, surface: 'web' as const }
  const newestFirst: readonly ['lastMessageAt' | 'id', 'desc'][] = [
    ['lastMessageAt', 'desc'],
    ['id', 'desc'],
  ]
  let threads: Thread[]
  const snippets = new Map<ThreadId, string>()
  if (query === '') {
    threads = await tx.find('threads', { where: mine, orderBy: newestFirst, limit: listSize + 1, offset })
  } else {
    const own = await tx.find('threads', { where: mine, orderBy: newestFirst, limit: searchedThreadCountMax })
    const titled = await tx.find('threads', { where: { ...mine, title: { contains: query } }, orderBy: newestFirst })
    const said = await tx.find('threadMessages', {
      where: { threadId: { in: own.map((thread) => thread.id) }, text: { contains: query } },
      orderBy: [['updatedAt', 'desc']],
      limit: matchCountMax,
    })
    for (const message of said)
      if (!snippets.has(message.threadId)) snippets.set(message.threadId, snippetOf(message.text, query))
    for (const thread of titled) snippets.delete(thread.id)
    threads = [...titled, ...own.filter((thread) => snippets.has(thread.id))]
      .sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || (a.id < b.id ? 1 : -1))
      .slice(offset, offset + listSize + 1)
  }
  const shown = threads.slice(0, listSize)
  const statuses = await readStatuses(tx, shown)
  return {
    query,
    offset,
    hasMore: threads.length > listSize,
    items: shown.map((thread) => ({
      thread,
      isUnread: isUnread(thread),
      status: statuses.get(thread.id) ?? null,
      snippet: snippets.get(thread.id) ?? null,
    })),
  }
}

async function readStatuses(
  tx: Tx,
  threads: readonly Thread[],
): Promise<Map<ThreadId, { tone: string; text: string }>> {
  const statuses = new Map<ThreadId, { tone: string; text: string }>()
  if (threads.length === 0) return statuses
  const cards = await tx.find('threadMessages', {
    where: { threadId: { in: threads.map((thread) => thread.id) }, requestId: { not: null } },
    orderBy: [['updatedAt', 'desc']],
    limit: listSize * 3,
  })
  for (const card of cards) {
    if (statuses.has(card.threadId)) continue
    const message = messageSchema.safeParse(card.message)
    const heading = message.success ? message.data.parts.find((part) => part.kind === 'heading') : undefined
    if (heading?.kind === 'heading' && heading.status) statuses.set(card.threadId, heading.status)
  }
  return statuses
}

/** Some words around the first place where the query stands, ignoring case. */
function snippetOf(text: string, query: string): string {
  const flat = text.replace(/\s+/g, ' ')
  const at = Math.max(0, flat.toLowerCase().indexOf(query.toLowerCase()))
  const from = at <= 30 ? 0 : flat.indexOf(' ', at - 30) + 1
  const words = flat.slice(from, at + query.length + 50)
  return `${from > 0 ? '…' : ''}${words}${from + words.length < flat.length ? '…' : ''}`
}

/** The viewer's own thread, or null: another member's is as unknown as one that does not exist. */
export async function readThread(tx: Tx, viewer: Viewer, threadId: string): Promise<Thread | null> {
  const thread = await tx.get('threads', threadId)
  return thread && thread.memberId === viewer.memberId && thread.surface === 'web' ? thread : null
}

/** One page of a thread in order, the newest unless `beforeId` asks for what came before that message. */
export async function readMessages(
  tx: Tx,
  threadId: ThreadId,
  beforeId: string | undefined,
): Promise<{ messages: ThreadMessage[]; hasEarlier: boolean; isNewest: boolean }> {
  const before = beforeId === undefined ? null : await tx.get('threadMessages', beforeId)
  const until = before?.threadId === threadId ? before : null
  const found = await tx.find('threadMessages', {
    where: until ? { threadId, createdAt: { lte: until.createdAt } } : { threadId },
    orderBy: [
      ['createdAt', 'desc'],
      ['id', 'desc'],
    ],
    limit: pageSize + 20,
  })
  const earlier = until
    ? found.filter(
        (row) =>
          row.createdAt < until.createdAt ||
          (row.createdAt.getTime() === until.createdAt.getTime() && row.id < until.id),
      )
    : found
  return {
    messages: earlier.slice(0, pageSize).reverse(),
    hasEarlier: earlier.length > pageSize,
    isNewest: until === null,
  }
}
