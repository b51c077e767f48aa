import { isDeepStrictEqual } from 'node:util'
import { foldText } from '../foldText.ts'
import type { TableName } from '../port.ts'
import { type FieldKind, fieldsOf, plainKind, storableValue } from '../tables.ts'

type Row = Readonly<Record<string, unknown>>
const operators = ['in', 'not', 'lt', 'lte', 'gt', 'gte', 'contains']

/** Says whether a row meets all conditions. Null equals null; `not` holds for null unless null itself is excluded. */
export function matchRow(table: TableName, row: Row, where: object | undefined): boolean {
  return Object.entries(where ?? {}).every(
    ([field, condition]) => condition === undefined || matchField(table, field, row[field], condition),
  )
}

function matchField(table: TableName, field: string, value: unknown, condition: unknown): boolean {
  const read = (given: unknown) => (given === null ? null : storableValue(table, field, given))
  const kind = fieldsOf(table)[field]
  if (kind === undefined || !isOperation(kind, condition)) return isSame(value, read(condition))
  return Object.entries(condition).every(([operator, given]) => {
    if (given === undefined) return true
    switch (operator) {
      case 'in':
        return (given as readonly unknown[]).some((one) => isSame(value, read(one)))
      case 'not':
        return !isSame(value, read(given))
      case 'contains':
        return typeof value === 'string' && foldText(value).includes(foldText(String(read(given))))
      default: {
        if (value === null) return false
        const order = compareValues(value, read(given))
        if (operator === 'lt') return order < 0
        if (operator === 'lte') return order <= 0
        return operator === 'gt' ? order > 0 : order >= 0
      }
    }
  })
}

function isOperation(kind: FieldKind, condition: unknown): condition is Record<string, unknown> {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  const keys = Object.keys(condition)
  // A JSON field may itself look like an operation; only `in` and `not` alone are one there.
  if (plainKind(kind) === 'json') return keys.length === 1 && (keys[0] === 'in' || keys[0] === 'not')
  return keys.every((key) => operators.includes(key))
}

function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  const [x, y] = [Number(a), Number(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Order of two rows: null counts as the greatest, text goes by its folded form first, ties are broken by id. */
export function compareRows(a: Row, b: Row, orderBy: readonly (readonly [string, 'asc' | 'desc'])[]): number {
  for (const [field, direction] of orderBy) {
    const order = compareFields(field, a[field], b[field])
    if (order !== 0) return direction === 'asc' ? order : -order
  }
  return compareValues(a.id, b.id)
}

function compareFields(field: string, a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (field !== 'id' && typeof a === 'string' && typeof b === 'string') {
    const folded = compareValues(foldText(a), foldText(b))
    if (folded !== 0) return folded
  }
  return compareValues(a, b)
}
