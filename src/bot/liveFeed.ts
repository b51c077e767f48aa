import type { TenantId, ThreadId } from '../domain/ids.ts'

export interface ThreadChange {
  tenantId: TenantId
  threadId: ThreadId
}

/** Tells the open pages of this process that a thread changed; what changed they read from the store. */
export interface LiveFeed {
  publish(change: ThreadChange): void
  /** @returns a function that stops listening */
  subscribe(listener: (change: ThreadChange) => void, onClose: () => void): () => void
  /** Ends every open stream, so that the process can stop. */
  close(): void
  readonly isClosed: boolean
}

/** Holds nothing: a change that nobody listens to is found by the next read of the store. */
export function createLiveFeed(): LiveFeed {
  const subscriptions = new Set<{ listener: (change: ThreadChange) => void; onClose: () => void }>()
  let isClosed = false
  return {
    publish(change) {
      for (const { listener } of [...subscriptions]) listener(change)
    },
    subscribe(listener, onClose) {
      const subscription = { listener, onClose }
      subscriptions.add(subscription)
      return () => subscriptions.delete(subscription)
    },
    close() {
      isClosed = true
      for (const { onClose } of [...subscriptions]) onClose()
      subscriptions.clear()
    },
    get isClosed() {
      return isClosed
    },
  }
}
