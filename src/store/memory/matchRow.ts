import { isDeepStrictEqual } from 'node:util'
import { foldText } from '../foldText.ts'
import type { TableName } from '../port.ts'
import { type FieldKind, fieldsOf, plainKind, storableValue } from '../tables.ts'

type Row = Readonly<Record<string, unknown>>
type Test = (value: unknown) => boolean
const operators = ['in', 'not', 'lt', 'lte', 'gt', 'gte', 'contains']

/**
 * Reads conditions once for the many rows they are asked of. The answer says whether a row meets all of them. Null equals
 * null; `not` holds for null unless null itself is excluded.
 */
export function readWhere(table: TableName, where: object | undefined): (row: Row) => boolean {
  const tests: { field: string; test: Test }[] = []
  for (const [field, condition] of Object.entries(where ?? {}))
    if (condition !== undefined) tests.push({ field, test: readCondition(table, field, condition) })
  return (row) => {
    for (const { field, test } of tests) if (!test(row[field])) return false
    return true
  }
}

function readCondition(table: TableName, field: string, condition: unknown): Test {
  const read = (given: unknown) => (given === null ? null : storableValue(table, field, given))
  const kind = fieldsOf(table)[field]
  if (kind === undefined || !isOperation(kind, condition)) return isSameAs(read(condition))
  const tests = Object.entries(condition).flatMap(([operator, given]) =>
    given === undefined ? [] : [readOperation(operator, given, read)],
  )
  return (value) => tests.every((test) => test(value))
}

function readOperation(operator: string, given: unknown, read: (given: unknown) => unknown): Test {
  if (operator === 'in') {
    const tests = (given as readonly unknown[]).map((one) => isSameAs(read(one)))
    return (value) => tests.some((test) => test(value))
  }
  const wanted = read(given)
  if (operator === 'not') {
    const isExcluded = isSameAs(wanted)
    return (value) => !isExcluded(value)
  }
  if (operator === 'contains') {
    const part = foldText(String(wanted))
    return (value) => typeof value === 'string' && foldText(value).includes(part)
  }
  const holds = (order: number) => {
    if (operator === 'lt') return order < 0
    if (operator === 'lte') return order <= 0
    return operator === 'gt' ? order > 0 : order >= 0
  }
  return (value) => value !== null && holds(compareValues(value, wanted))
}

function isOperation(kind: FieldKind, condition: unknown): condition is Record<string, unknown> {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  const keys = Object.keys(condition)
  // A JSON field may itself look like an operation; only `in` and `not` alone are one there.
  if (plainKind(kind) === 'json') return keys.length === 1 && (keys[0] === 'in' || keys[0] === 'not')
  return keys.every((key) => operators.includes(key))
}

/** An object means that very object. */
export function isSameAs(wanted: unknown): Test {
  if (wanted === null || typeof wanted !== 'object') return (value) => value === wanted
  if (wanted instanceof Date) {
    const ms = wanted.getTime()
    return (value) => value instanceof Date && value.getTime() === ms
  }
  return (value) => isDeepStrictEqual(value, wanted)
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  const [x, y] = [Number(a), Number(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** By code points, as a database under the collation C does it: the halves of a pair stand above all single units. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x === y) continue
    const [isHalfX, isHalfY] = [isHalf(x), isHalf(y)]
    return isHalfX === isHalfY ? x - y : isHalfX ? 1 : -1
  }
  return a.length - b.length
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
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
