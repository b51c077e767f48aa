import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import type { TenantId } from '../../domain/ids.ts'
import { storeUnavailable } from '../refusals.ts'

// Transactions by the driver itself. Prisma's interactive ones cost several times what the statements inside them do, and all
// our SQL is our own anyway.

/** An open transaction whose session knows its tenant. `count` is the number of rows a statement wrote. */
export interface SqlTransaction {
  run<Row>(sql: string, values: readonly unknown[]): Promise<{ rows: Row[]; count: number }>
}

/** Runs `work` in a transaction of the tenant: committed when it returns, rolled back when it throws or takes too long. */
export type Transact = <T>(tenantId: TenantId, work: (transaction: SqlTransaction) => Promise<T>) => Promise<T>

const defaultLimitMs = 30_000

/** Over a pool of sessions; a session in doubt is closed, and the server rolls its transaction back. */
export function transactOnPool(pool: pg.Pool, limitMs = defaultLimitMs): Transact {
  // A session that is lost while it works says so to its query as well; unheard, it would end the process.
  const ignore = () => {}
  return async (tenantId, work) => {
    const client = await pool.connect()
    client.on('error', ignore)
    let isInDoubt = true
    try {
      // One round trip. As a literal, because several statements in one message take no values.
      await client.query(`BEGIN; SELECT set_config('app.tenant', ${client.escapeLiteral(tenantId)}, true)`)
      const run = async <Row>(text: string, values: readonly unknown[]) => {
        const { rows, rowCount } = await client.query({ name: statementName(text), text, values: values.map(bindable) })
        return { rows: rows as Row[], count: rowCount ?? 0 }
      }
      const result = await endWithin(limitMs, work({ run }))
      const { command } = await client.query('COMMIT')
      isInDoubt = false
      // What the server answers when a statement had failed.
      if (command !== 'COMMIT') throw new Error('the transaction could not be committed')
      return result
    } catch (error) {
      if (isInDoubt && !isTimeout(error))
        isInDoubt = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
      throw error
    } finally {
      if (!isInDoubt) client.off('error', ignore)
      client.release(isInDoubt)
    }
  }
}

/** On the one session of the embedded database: transactions queue up. */
export function transactOnPglite(database: PGlite, limitMs = defaultLimitMs): Transact {
  return (tenantId, work) =>
    database.transaction(async (transaction) => {
      const run = async <Row>(sql: string, values: readonly unknown[]) => {
        const { rows, affectedRows } = await transaction.query<Row>(sql, values.map(bindable))
        return { rows, count: affectedRows ?? 0 }
      }
      await run(`SELECT set_config('app.tenant', $1, true)`, [tenantId])
      return endWithin(limitMs, work({ run }))
    })
}

class TransactionTimeout extends Error {}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof TransactionTimeout
}

function endWithin<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(storeUnavailable(new TransactionTimeout(`a transaction took longer than ${limitMs} ms`))),
      limitMs,
    )
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Instants by their name in UTC: a driver would write them in the zone of this machine. */
function bindable(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

/**
 * Named statements are parsed and planned once per connection, which under load is a good part of what the server does. There
 * are few different ones, because lists and rows are bound as one value.
 */
export function statementName(sql: string): string {
  const known = statementNames.get(sql)
  if (known !== undefined) return known
  const name = `parley${statementNames.size}`
  statementNames.set(sql, name)
  return name
}
const statementNames = new Map<string, string>()
