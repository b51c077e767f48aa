import { ParleyError } from '../../domain/errors.ts'
import { foldText } from '../foldText.ts'
import type { TableName } from '../port.ts'
import { fieldsOf, plainKind, storableValue } from '../tables.ts'

/** A piece of SQL with its values in the order of $1, $2 ... */
export interface Sql {
  text: string
  values: unknown[]
}

/** The database's name of a table or field: "calendarSources" is calendar_sources. */
export function quoteField(name: string): string {
  return `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
}

/** All columns of a table under their field names. */
export function selectList(table: TableName): string {
  return Object.keys(fieldsOf(table))
    .map((field) => `${quoteField(field)} AS "${field}"`)
    .join(', ')
}

const columnTypes = { text: 'text', number: 'int', flag: 'boolean', instant: 'timestamptz', json: 'jsonb' }

/**
 * Inserts all rows given as one JSON value: one statement with one bound value, however many they are. Prisma's createMany
 * splits 10,000 rows into several statements and takes five times as long.
 */
export function insertSql(table: TableName, rows: readonly object[]): Sql {
  const fields = Object.entries(fieldsOf(table))
  const columns = fields.map(([field]) => quoteField(field)).join(', ')
  const record = fields.map(([field, kind]) => `"${field}" ${columnTypes[plainKind(kind)]}`).join(', ')
  const values = fields.map(([field]) => `"${field}"`).join(', ')
  return {
    text: `INSERT INTO ${quoteField(table)} (${columns}) SELECT ${values} FROM jsonb_to_recordset($1::jsonb) AS row (${record})`,
    values: [JSON.stringify(rows)],
  }
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }

/**
 * Conditions as SQL. Prisma's own filters cannot ignore accents or say "not this, null included", and a second way to read
 * beside it would have to agree with it; so all reading by condition goes through here. Field names come from our own table
 * description, values are bound.
 */
export function whereSql(table: TableName, where: object | undefined): Sql {
  const values: unknown[] = []
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
export function orderSql(table: TableName, orderBy: readonly (readonly [string, 'asc' | 'desc'])[] = []): string {
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
