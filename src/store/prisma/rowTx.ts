import type { EffectId, InboundId, TenantId } from '../../domain/ids.ts'
import type { NewRow, Query, TableName, Tables, Tx, Where } from '../port.ts'
import { missingRow, staleRow } from '../refusals.ts'
import { assertChangeable, assertHoldLasts, isVersioned, storablePatch, storableRow } from '../tables.ts'
import { toParleyError } from './databaseError.ts'
import type { WorkKind } from './jobs.ts'
import {
  asEqual,
  findSql,
  insertSql,
  keepSql,
  quoteField,
  rowFromJson,
  type Sql,
  togetherSql,
  updateSql,
  whereSql,
} from './rowSql.ts'
import type { SqlTransaction } from './sqlTransaction.ts'

/** A read that waits for its moment. */
interface Question {
  table: TableName
  sql: string
  resolve: (rows: Record<string, unknown>[]) => void
  reject: (error: unknown) => void
}

/** Asks for wake-ups in the same transaction. */
export type SendWork = (
  transaction: SqlTransaction,
  kind: WorkKind,
  tenantId: TenantId,
  wakes: readonly { id: string; at: Date }[],
) => Promise<void>

/** One tenant's view of a transaction whose session knows the tenant; the policies keep other tenants' rows away. */
export function openRowTx(transaction: SqlTransaction, tenantId: TenantId, sendWork: SendWork): Tx {
  async function attempt<T>(table: TableName | null, run: () => Promise<T>, personKey?: string): Promise<T> {
    try {
      return await run()
    } catch (error) {
      throw toParleyError(error, table, personKey)
    }
  }
  const query = <Row>(table: TableName | null, sql: string, values: unknown[], personKey?: string) =>
    attempt(table, async () => (await transaction.run<Row>(sql, values)).rows, personKey)

  const write = (table: TableName, { text, values }: Sql, personKey?: string) =>
    attempt(table, async () => (await transaction.run(text, values)).count, personKey)

  /** What is asked for before anything else can run, with the values of all of it. */
  let asked: { questions: Question[]; values: unknown[] } | null = null

  /** Reads that are asked for in the same moment travel as one statement; alone, a read is a statement of its own. */
  function find<T extends TableName>(table: T, given: Query<Tables[T]> = {}): Promise<Tables[T][]> {
    return new Promise((resolve, reject) => {
      if (asked === null) queueMicrotask(answer)
      asked ??= { questions: [], values: [] }
      const sql = findSql(table, given, asked.values)
      asked.questions.push({ table, sql, resolve: (rows) => resolve(rows as unknown as Tables[T][]), reject })
    })
  }

  async function answer(): Promise<void> {
    const { questions, values } = asked ?? { questions: [], values: [] }
    asked = null
    try {
      const [first] = questions
      if (first && questions.length === 1) return first.resolve(await query(first.table, first.sql, values))
      const sql = togetherSql(questions.map((question) => question.sql))
      const [found] = await query<Record<string, Record<string, unknown>[]>>(first?.table ?? null, sql, values)
      for (const [at, { table, resolve }] of questions.entries())
        resolve((found?.[at] ?? []).map((row) => rowFromJson(table, row)))
    } catch (error) {
      for (const { reject } of questions) reject(error)
    }
  }

  async function get<T extends TableName>(table: T, id: string): Promise<Tables[T] | null> {
    return (await find(table, { where: { id } as Where<Tables[T]> }))[0] ?? null
  }

  async function insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Tables[T]> {
    const kept = storableRow(table, tenantId, row)
    const personKey = checkHold(table, kept)
    await write(table, insertSql(table, [kept]), personKey)
    return kept
  }

  async function insertMany<T extends TableName>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    // Hold by hold, so that a refusal can say whose time is taken.
    if (table === 'holds') {
      for (const row of rows) await insert(table, row)
      return
    }
    if (rows.length === 0) return
    const kept = rows.map((row) => storableRow(table, tenantId, row))
    await write(table, insertSql(table, kept))
  }

  async function keepMany<T extends TableName>(table: T, rows: readonly NewRow<T>[], kept: readonly string[] = []) {
    assertChangeable(table)
    if (rows.length === 0) return { added: [], changed: [] }
    const storable = rows.map((row) => storableRow(table, tenantId, row))
    const { text, values } = keepSql(table, storable, kept)
    const touched = await query<{ id: string; isNew: boolean }>(table, text, values)
    const idsOf = (isNew: boolean) => touched.filter((row) => row.isNew === isNew).map(({ id }) => id)
    return { added: idsOf(true), changed: idsOf(false) }
  }

  async function update<T extends TableName>(
    table: T,
    id: string,
    patch: object,
    expected: object = {},
  ): Promise<Tables[T]> {
    const kept = storablePatch(table, patch)
    const personKey = table === 'holds' ? { ...(await get('holds', id)), ...kept }.personKey : undefined
    // Without a change there is nothing for the database to do but to check what is expected.
    if (Object.keys(kept).length === 0 && !isVersioned(table)) return checkUnchanged(table, id, expected)
    const { text, values } = updateSql(table, id, kept, expected)
    const rows = await query<Tables[T]>(table, text, values, personKey)
    if (rows[0]) return rows[0]
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
      await write(table, { text: index, values })
    }
    return write(table, { text: `DELETE FROM ${quoteField(table)} WHERE ${text}`, values })
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
    keepMany,
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
      const { text, values } = insertSql('links', [storableRow('links', tenantId, link)])
      const indexed =
        'INSERT INTO link_index (hash, tenant_id, expires_at) SELECT hash, tenant_id, expires_at FROM kept'
      await write('links', { text: `WITH kept AS (${text} RETURNING hash, tenant_id, expires_at) ${indexed}`, values })
    },
    insertChatWorkspace: async (workspace) => {
      const { text, values } = insertSql('chatWorkspaces', [storableRow('chatWorkspaces', tenantId, workspace)])
      const indexed =
        'INSERT INTO chat_installations (id, surface, team_id, tenant_id, created_at) ' +
        'SELECT id, surface, external_id, tenant_id, created_at FROM kept'
      const kept = `${text} RETURNING id, surface, external_id, tenant_id, created_at`
      await write('chatWorkspaces', { text: `WITH kept AS (${kept}) ${indexed}`, values })
    },
    enqueue: async (effects) => {
      await insertMany(
        'effects',
        effects.map((effect) => ({ ...effect, state: 'owed' as const })),
      )
      await wake('effect', ...effects.map(({ id, nextAttemptAt }) => ({ id, at: nextAttemptAt })))
    },
    wakeEffect: (id: EffectId, at) => wake('effect', { id, at }),
    receive: async (event, wakeAt) => {
      const kept = storableRow('inbound', tenantId, event)
      const { text, values } = insertSql('inbound', [kept])
      // Only what came in before is passed over; a taken id is a refusal like any other.
      const once = `${text} ON CONFLICT (tenant_id, source, external_id) DO NOTHING`
      if ((await write('inbound', { text: once, values })) === 0) return false
      await wake('inbound', { id: kept.id, at: wakeAt ?? kept.receivedAt })
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
