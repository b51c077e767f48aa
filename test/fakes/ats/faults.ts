/** What a stand-in shall do wrong. */
export interface Fault {
  kind:
    | 'throttle'
    | 'serverError'
    | 'hang'
    /** The connection ends in the middle of the body. */
    | 'cutBody'
    | 'emptyBody'
    /** A good answer without rows where there are some. */
    | 'emptyList'
    | 'html'
    | 'huge'
    /** Reads do not see what was written since the order was given. */
    | 'stale'
    /** What was asked is done, but the answer never comes. */
    | 'lostReply'
  /** How many requests it meets; 1 when it is not said. */
  times?: number
  /** Only requests whose method and path it fits. */
  on?: RegExp
}

interface Order {
  fault: Fault
  left: number
  changeCount: number
}

export interface FaultBook {
  order(fault: Fault, changeCount: number): void
  /** The oldest order that fits, used up by one; `changeCount` is that of when it was given. */
  take(call: string, isRead: boolean): { kind: Fault['kind']; changeCount: number } | null
  clear(): void
}

export function createFaultBook(): FaultBook {
  let orders: Order[] = []
  return {
    order(fault, changeCount) {
      orders.push({ fault, left: fault.times ?? 1, changeCount })
    },
    take(call, isRead) {
      const found = orders.find(({ fault }) => (fault.kind !== 'stale' || isRead) && (fault.on?.test(call) ?? true))
      if (!found) return null
      found.left--
      if (found.left <= 0) orders = orders.filter((order) => order !== found)
      return { kind: found.fault.kind, changeCount: found.changeCount }
    },
    clear() {
      orders = []
    },
  }
}

export const htmlPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1><form method="post"></form></body></html>'

/** 10 MB of JSON that says nothing. */
export const hugeBody = `["${'x'.repeat(10_000_000)}"]`

/** The same JSON with every list of its top two levels empty, or the same SOAP answer without its records. */
export function emptyLists(body: unknown, depth = 0): unknown {
  if (Array.isArray(body)) return []
  if (typeof body === 'string') return body.replace(/(<(\w+:)?Response_Data>).*(?=<\/\2Response_Data>)/s, '$1')
  if (typeof body !== 'object' || body === null || depth > 1) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, emptyLists(value, depth + 1)]))
}
