import { ParleyError } from '../../domain/errors.ts'
import { foldText } from '../foldText.ts'
import type { Query, TableName, Tables } from '../port.ts'
import { fieldsOf, isVersioned, plainKind, storableValue } from '../tables.ts'

/** A piece of SQL with its values in the order of $1, $2 ... */
export interface Sql {
  text: string
  values: unknown[]
}

/** The database's name of a table or field: "calendarSources" is calendar_sources. */
export const quoteField = keep((name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`)

/** All columns of a table under their field names. */
export const selectList = keep((table: TableName) =>
  Object.keys(fieldsOf(table))
    .map((field) => `${quoteField(field)} AS "${field}"`)
    .join(', '),
)

/** What depends on names of our own description only is put together once; those are few. */
function keep<Name extends string, Made>(make: (name: Name) => Made): (name: Name) => Made {
  const kept = new Map<Name, Made>()
  return (name) => {
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make(name)
    kept.set(name, made)
    return made
  }
}

const columnTypes = { text: 'text', number: 'int', flag: 'boolean', instant: 'timestamptz', json: 'jsonb' }

/**
 * Inserts all rows given as one JSON value: one statement with one bound value, however many they are. Prisma's createMany
 * splits 10,000 rows into several statements and takes five times as long.
 */
export function insertSql(table: TableName, rows: readonly object[]): Sql {
  return { text: insertText(table), values: [JSON.stringify(rows)] }
}

const insertText = keep((table: TableName) => {
  const fields = Object.entries(fieldsOf(table))
  const columns = fields.map(([field]) => quoteField(field)).join(', ')
  const record = fields.map(([field, kind]) => `"${field}" ${columnTypes[plainKind(kind)]}`).join(', ')
  const values = fields.map(([field]) => `"${field}"`).join(', ')
  return `INSERT INTO ${quoteField(table)} (${columns}) SELECT ${values} FROM jsonb_to_recordset($1::jsonb) AS row (${record})`
})

/** Adds or brings up to date (`Tx.keepMany`); says of each row that was touched whether it is new. */
export function keepSql(table: TableName, rows: readonly object[], kept: readonly string[]): Sql {
  const news = Object.keys(fieldsOf(table)).filter((field) => !['id', 'tenantId', 'createdAt'].includes(field))
  const target = quoteField(table)
  const next = (field: string) => {
    const given = `EXCLUDED.${quoteField(field)}`
    return kept.includes(field) ? `coalesce(${given}, ${target}.${quoteField(field)})` : given
  }
  const told = news.filter((field) => field !== 'updatedAt')
  const now = told.map((field) => `${target}.${quoteField(field)}`).join(', ')
  const text =
    `${insertText(table)} ON CONFLICT (tenant_id, id) DO UPDATE SET ` +
    `${news.map((field) => `${quoteField(field)} = ${next(field)}`).join(', ')} ` +
    `WHERE (${now}) IS DISTINCT FROM (${told.map(next).join(', ')}) RETURNING id, (xmax = 0) AS "isNew"`
  return { text, values: [JSON.stringify(rows)] }
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }

/**
 * Changes the row `id` when its fields still have the values `expected`, and returns it; a version is raised. The new values are
 * one JSON value, as when rows are inserted.
 */
export function updateSql(table: TableName, id: string, patch: object, expected: object): Sql {
  const values: unknown[] = []
  const sets: string[] = []
  const changed = Object.keys(patch)
  if (changed.length > 0) {
    const kinds = fieldsOf(table)
    const record = changed.map((field) => `"${field}" ${columnTypes[plainKind(kinds[field] ?? 'text')]}`).join(', ')
    const news = `SELECT ${changed.map((field) => `"${field}"`).join(', ')} FROM jsonb_to_record($1::jsonb) AS row (${record})`
    sets.push(`(${changed.map(quoteField).join(', ')}) = (${news})`)
    values.push(JSON.stringify(patch))
  }
  if (isVersioned(table)) sets.push('"version" = "version" + 1')
  const same = Object.entries(expected).map(([field, value]) => [field, asEqual(value)])
  const { text: where } = whereSql(table, { id, ...Object.fromEntries(same) }, values)
  const text = `UPDATE ${quoteField(table)} SET ${sets.join(', ')} WHERE ${where} RETURNING ${selectList(table)}`
  return { text, values }
}

/** An object given as an expected value means that very object, not an operation. */
export function asEqual(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? { in: [value] } : value
}

/** A query as SQL; its values are added to `values`. */
export function findSql<T extends TableName>(table: T, query: Query<Tables[T]>, values: unknown[]): string {
  const { text } = whereSql(table, query.where, values)
  const limit = query.limit === undefined ? '' : ` LIMIT $${values.push(query.limit)}::int`
  const offset = query.offset === undefined ? '' : ` OFFSET $${values.push(query.offset)}::int`
  const from = `SELECT ${selectList(table)} FROM ${quoteField(table)}`
  return `${from} WHERE ${text} ORDER BY ${orderSql(table, query.orderBy)}${limit}${offset}`
}

/**
 * Several queries as one statement with one row: field "0" is the list of what the first one finds, as JSON, and so on. The
 * order inside a list is that of its query, because an aggregate takes its rows as they come.
 */
export function togetherSql(queries: readonly string[]): string {
  const lists = queries.map((sql, at) => `(SELECT coalesce(json_agg(found), '[]') FROM (${sql}) AS found) AS "${at}"`)
  return `SELECT ${lists.join(', ')}`
}

/** A row that was read as JSON, as it would have been read by itself. */
export function rowFromJson(table: TableName, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read: Record<string, unknown> = { ...row }
  for (const field of instantsOf(table)) {
    const value = read[field]
    if (typeof value === 'string') read[field] = new Date(value)
  }
  return read
}

const instantsOf = keep((table: TableName) =>
  Object.entries(fieldsOf(table)).flatMap(([field, kind]) => (plainKind(kind) === 'instant' ? [field] : [])),
)

/**
 * Conditions as SQL. Prisma's own filters cannot ignore accents or say "not this, null included", and a second way to read
 * beside it would have to agree with it; so all reading by condition goes through here. Field names come from our own table
 * description, values are bound, after those that `values` holds already.
 */
export function whereSql(table: TableName, where: object | undefined, values: unknown[] = []): Sql {
  const bind = (value: unknown) => `$${values.push(value)}`
  const parts = Object.entries(where ?? {}).flatMap(([field, condition]) =>
    condition === undefined ? [] : fieldSql(table, field, condition, bind),
  )
  return { text: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values }
}

function fieldSql(table: TableName, field: string, condition: unknown, bind: (value: unknown) => string): string[] {
  const kind = fieldsOf(table)[field]
  if (kind === undefined) throw new ParleyError('internal', `There is no field "${field}".`)
  const plain = plainKind(kind)
  const column = quoteField(field)
  const read = (given: unknown) => (given === null ? null : storableValue(table, field, given))
  const bound = (given: unknown) => {
    const value = read(given)
    return plain === 'json' ? `${bind(JSON.stringify(value))}::jsonb` : bind(value)
  }
  const isEqual = (given: unknown) => (given === null ? `${column} IS NULL` : `${column} = ${bound(given)}`)
  if (!isOperation(plain === 'json', condition)) return [isEqual(condition)]

  return Object.entries(condition).flatMap(([operator, given]) => {
    if (given === undefined) return []
    const comparison = comparisons[operator]
    if (comparison) {
      const collation = plain === 'text' ? ' COLLATE "C"' : ''
      return [`${column}${collation} ${comparison} ${bound(given)}`]
    }
    switch (operator) {
      case 'not':
        return [given === null ? `${column} IS NOT NULL` : `${column} IS DISTINCT FROM ${bound(given)}`]
      case 'contains':
        return [`strpos(fold_text(${column}), ${bind(foldText(String(read(given))))}) > 0`]
      default:
        return [inSql(column, plain, (given as readonly unknown[]).map(read), bind)]
    }
  })
}

function isOperation(isJson: boolean, condition: unknown): condition is Record<string, unknown> {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  const keys = Object.keys(condition)
  // A JSON field may itself look like an operation; only `in` and `not` alone are one there.
  if (isJson) return keys.length === 1 && (keys[0] === 'in' || keys[0] === 'not')
  return keys.every((key) => key === 'in' || key === 'not' || key === 'contains' || key in comparisons)
}

const castOf = { text: '', number: '::int', flag: '::boolean', instant: '::timestamptz', json: '' }

/** One bound value for the whole list, so that its length has no limit. */
function inSql(
  column: string,
  plain: keyof typeof castOf,
  list: readonly unknown[],
  bind: (value: unknown) => string,
): string {
  const items = plain === 'json' ? 'jsonb_array_elements' : 'jsonb_array_elements_text'
  const present = list.filter((value) => value !== null)
  const isIn = `${column} = ANY (ARRAY(SELECT item${castOf[plain]} FROM ${items}(${bind(JSON.stringify(present))}::jsonb) item))`
  return list.includes(null) ? `(${isIn} OR ${column} IS NULL)` : isIn
}

/** Text goes by its folded form first; ties are broken by id. Null is the greatest, as everywhere in PostgreSQL. */
function orderSql(table: TableName, orderBy: readonly (readonly [string, 'asc' | 'desc'])[] = []): string {
  const parts = orderBy.flatMap(([field, direction]) => {
    const kind = fieldsOf(table)[field]
    if (kind === undefined) throw new ParleyError('internal', `There is no field "${field}".`)
    const column = quoteField(field)
    const order = direction === 'desc' ? 'DESC' : 'ASC'
    if (plainKind(kind) !== 'text') return [`${column} ${order}`]
    const exact = `${column} COLLATE "C" ${order}`
    return field === 'id' ? [exact] : [`fold_text(${column}) COLLATE "C" ${order}`, exact]
  })
  return [...parts, '"id" COLLATE "C" ASC'].join(', ')
}
