import type { EffectId, InboundId, TenantId } from '../../domain/ids.ts'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.ts'
import type { NewRow, Query, TableName, Tables, Tx, Where } from '../port.ts'
import { missingRow, staleRow } from '../refusals.ts'
import {
  assertChangeable,
  assertHoldLasts,
  fieldsOf,
  isVersioned,
  plainKind,
  storablePatch,
  storableRow,
  storableValue,
} from '../tables.ts'
import { toParleyError } from './databaseError.ts'
import type { WorkKind } from './jobs.ts'
import { insertSql, orderSql, quoteField, selectList, whereSql } from './rowSql.ts'

export type PrismaTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** The part of Prisma's delegates used here; each is called as its table, which is why one shape fits all. */
interface Delegate {
  create(args: { data: object }): Promise<unknown>
  updateManyAndReturn(args: { where: object; data: object }): Promise<unknown[]>
}

/** Asks for wake-ups in the same transaction. */
export type SendWork = (
  transaction: PrismaTransaction,
  kind: WorkKind,
  tenantId: TenantId,
  wakes: readonly { id: string; at: Date }[],
) => Promise<void>

/** One tenant's view of a Prisma transaction whose session knows the tenant; the policies keep other tenants' rows away. */
export function openPrismaTx(transaction: PrismaTransaction, tenantId: TenantId, sendWork: SendWork): Tx {
  const delegates = transaction as unknown as Record<TableName, Delegate>

  async function attempt<T>(table: TableName | null, run: () => Promise<T>, personKey?: string): Promise<T> {
    try {
      return await run()
    } catch (error) {
      throw toParleyError(error, table, personKey)
    }
  }
  const query = <Row>(table: TableName, sql: string, values: unknown[]) =>
    attempt(table, () => transaction.$queryRawUnsafe<Row[]>(sql, ...values))

  async function find<T extends TableName>(table: T, given: Query<Tables[T]> = {}): Promise<Tables[T][]> {
    const { text, values } = whereSql(table, given.where)
    const limit = given.limit === undefined ? '' : ` LIMIT $${values.push(given.limit)}::int`
    const offset = given.offset === undefined ? '' : ` OFFSET $${values.push(given.offset)}::int`
    const sql = `SELECT ${selectList(table)} FROM ${quoteField(table)} WHERE ${text} ORDER BY ${orderSql(table, given.orderBy)}`
    return query<Tables[T]>(table, sql + limit + offset, values)
  }

  async function get<T extends TableName>(table: T, id: string): Promise<Tables[T] | null> {
    const sql = `SELECT ${selectList(table)} FROM ${quoteField(table)} WHERE "id" = $1`
    return (await query<Tables[T]>(table, sql, [storableValue(table, 'id', id)]))[0] ?? null
  }

  async function insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Tables[T]> {
    const kept = storableRow(table, tenantId, row)
    const personKey = checkHold(table, kept)
    await attempt(table, () => delegates[table].create({ data: prismaData(table, kept) }), personKey)
    return kept
  }

  async function insertMany<T extends TableName>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    // Hold by hold, so that a refusal can say whose time is taken.
    if (table === 'holds') {
      for (const row of rows) await insert(table, row)
      return
    }
    if (rows.length === 0) return
    const { text, values } = insertSql(
      table,
      rows.map((row) => storableRow(table, tenantId, row)),
    )
    await attempt(table, () => transaction.$executeRawUnsafe(text, ...values))
  }

  async function update<T extends TableName>(
    table: T,
    id: string,
    patch: object,
    expected: object = {},
  ): Promise<Tables[T]> {
    const kept = storablePatch(table, patch)
    const personKey = table === 'holds' ? { ...(await get('holds', id)), ...kept }.personKey : undefined
    const where: Record<string, unknown> = { id: storableValue(table, 'id', id) }
    for (const [field, value] of Object.entries(expected))
      if (value !== undefined) where[field] = prismaCondition(table, field, value)
    const data = { ...prismaData(table, kept), ...(isVersioned(table) ? { version: { increment: 1 } } : {}) }
    // Without a change there is nothing for the database to do but to check what is expected.
    if (Object.keys(data).length === 0) return checkUnchanged(table, id, expected)
    const rows = await attempt(table, () => delegates[table].updateManyAndReturn({ where, data }), personKey)
    if (rows[0]) return rows[0] as Tables[T]
    if ((await get(table, id)) === null) throw missingRow(table)
    throw staleRow(table)
  }

  async function checkUnchanged<T extends TableName>(table: T, id: string, expected: object): Promise<Tables[T]> {
    const same: Record<string, unknown> = { id }
    for (const [field, value] of Object.entries(expected)) same[field] = asEqual(value)
    const found = await find(table, { where: same as Where<Tables[T]> })
    if (found[0]) return found[0]
    throw (await get(table, id)) === null ? missingRow(table) : staleRow(table)
  }

  async function remove<T extends TableName>(table: T, where: Where<Tables[T]>): Promise<number> {
    assertChangeable(table)
    const { text, values } = whereSql(table, where)
    if (table === 'links') {
      const index = `DELETE FROM link_index WHERE hash IN (SELECT hash FROM links WHERE ${text})`
      await attempt(table, () => transaction.$executeRawUnsafe(index, ...values))
    }
    const sql = `DELETE FROM ${quoteField(table)} WHERE ${text}`
    return attempt(table, () => transaction.$executeRawUnsafe(sql, ...values))
  }

  const wake = (kind: WorkKind, ...wakes: { id: string; at: Date }[]) =>
    attempt(kind === 'effect' ? 'effects' : 'inbound', () => sendWork(transaction, kind, tenantId, wakes))

  return {
    tenantId,
    get,
    find,
    count: async (table, where) => {
      const { text, values } = whereSql(table, where)
      const sql = `SELECT count(*)::int AS count FROM ${quoteField(table)} WHERE ${text}`
      return (await query<{ count: number }>(table, sql, values))[0]?.count ?? 0
    },
    insert,
    insertMany,
    update,
    remove,
    takeHolds: async (holds) => {
      const sorted = [...holds].sort((a, b) => (a.personKey < b.personKey ? -1 : a.personKey > b.personKey ? 1 : 0))
      for (const hold of sorted) {
        // Waiting happens here, in the order of the keys, and never on the exclusion constraint in the order of arrival.
        const lock = `SELECT 1 AS taken FROM pg_advisory_xact_lock(hashtextextended($1, 0))`
        await query('holds', lock, [`${tenantId}/${hold.personKey}`])
        await insert('holds', hold)
      }
    },
    insertLink: async (link) => {
      const { hash, expiresAt } = await insert('links', link)
      await attempt('links', () => transaction.linkIndex.create({ data: { hash, tenantId, expiresAt } }))
    },
    enqueue: async (effects) => {
      await insertMany(
        'effects',
        effects.map((effect) => ({ ...effect, state: 'owed' as const })),
      )
      await wake('effect', ...effects.map(({ id, nextAttemptAt }) => ({ id, at: nextAttemptAt })))
    },
    wakeEffect: (id: EffectId, at) => wake('effect', { id, at }),
    receive: async (event) => {
      const kept = storableRow('inbound', tenantId, event)
      const { text, values } = insertSql('inbound', [kept])
      // Only what came in before is passed over; a taken id is a refusal like any other.
      const once = `${text} ON CONFLICT (tenant_id, source, external_id) DO NOTHING`
      if ((await attempt('inbound', () => transaction.$executeRawUnsafe(once, ...values))) === 0) return false
      await wake('inbound', { id: kept.id, at: kept.receivedAt })
      return true
    },
    wakeInbound: (id: InboundId, at) => wake('inbound', { id, at }),
  }
}

/** The personKey of a row of holds, checked; undefined for other tables. */
function checkHold(table: TableName, row: object): string | undefined {
  if (table !== 'holds') return undefined
  const hold = row as Tables['holds']
  assertHoldLasts(hold)
  return hold.personKey
}

/** Prisma tells SQL's null from JSON's; a null of ours is always SQL's. */
function prismaData(table: TableName, row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      value === null && isJson(table, field) ? Prisma.DbNull : value,
    ]),
  )
}

function prismaCondition(table: TableName, field: string, value: unknown): unknown {
  const kept = value === null ? null : storableValue(table, field, value)
  if (!isJson(table, field)) return kept
  return { equals: kept === null ? Prisma.DbNull : kept }
}

/** An object given as an expected value means that very object, not an operation. */
function asEqual(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? { in: [value] } : value
}

function isJson(table: TableName, field: string): boolean {
  const kind = fieldsOf(table)[field]
  return kind !== undefined && plainKind(kind) === 'json'
}
