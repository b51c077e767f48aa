import { AsyncLocalStorage } from 'node:async_hooks'
import { ParleyError } from '../domain/errors.ts'
import type { Tx } from './port.ts'

interface Life {
  isOpen: boolean
  failure: { error: unknown } | null
}

const running = new AsyncLocalStorage<Life>()

/**
 * Throws `internal` when a transaction is asked for inside another one: with one session (PGlite, memory) the inner one would
 * wait for the outer one for ever.
 */
export function assertOutsideTx(): void {
  if (running.getStore()?.isOpen)
    throw new ParleyError('internal', 'Something went wrong on our side. Nothing was changed; please try again.', {
      cause: new Error('inTenant was called inside inTenant'),
    })
}

/**
 * Runs `work` with a `tx` that keeps the port's promise: after any throw it is dead, also when `work` caught the error, and
 * after the end it refuses to be used. PostgreSQL would turn the commit of a failed transaction into a silent roll-back.
 */
export async function runTx<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const life: Life = { isOpen: true, failure: null }
  const guard =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (life.failure) throw life.failure.error
      if (!life.isOpen)
        throw new ParleyError('internal', 'Something went wrong on our side. Please try again.', {
          cause: new Error('a transaction was used after its end: an await is missing'),
        })
      try {
        return await call(...args)
      } catch (error) {
        life.failure ??= { error }
        throw error
      }
    }
  const guarded: Tx = {
    tenantId: tx.tenantId,
    get: guard(tx.get) as Tx['get'],
    find: guard(tx.find) as Tx['find'],
    count: guard(tx.count) as Tx['count'],
    insert: guard(tx.insert) as Tx['insert'],
    insertMany: guard(tx.insertMany) as Tx['insertMany'],
    keepMany: guard(tx.keepMany) as Tx['keepMany'],
    update: guard(tx.update) as Tx['update'],
    remove: guard(tx.remove) as Tx['remove'],
    takeHolds: guard(tx.takeHolds),
    insertLink: guard(tx.insertLink),
    insertChatWorkspace: guard(tx.insertChatWorkspace),
    enqueue: guard(tx.enqueue),
    wakeEffect: guard(tx.wakeEffect),
    receive: guard(tx.receive),
    wakeInbound: guard(tx.wakeInbound),
  }
  try {
    const result = await running.run(life, () => work(guarded))
    if (life.failure) throw life.failure.error
    return result
  } finally {
    life.isOpen = false
  }
}
