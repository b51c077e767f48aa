/**
 * Shapes of what a vendor takes, as short text: `name:T` in a list, `name?:T` where it may be left out. T is a word (`string`,
 * `integer(1..500)`, `uuid`, ...), `enum(a|b)`, `const(x)`, `csv<T>(..50)`, `[T]`, `{name:T}`, or `T|U`; `T?` lets null pass. `*?:any` lets every other name pass.
 */
export interface Shape {
  alternatives: Alternative[]
  isNullable: boolean
}

export type Fields = Map<string, { shape: Shape; isOptional: boolean }>

type Alternative =
  | { kind: 'list'; of: Shape }
  | { kind: 'object'; fields: Fields }
  | { kind: 'words'; values: string[] }
  | { kind: 'csv'; of: Shape; max: number }
  | { kind: 'word'; word: string; min: number; max: number }

/** What is wrong with one field of a request. */
export interface Problem {
  kind: 'missing' | 'unknown' | 'mistyped' | 'tooGreat'
  field: string
  expected: string
}

export function readFields(text: string): Fields {
  const fields: Fields = new Map()
  for (const part of splitTop(text, ',')) {
    const [name = '', ...rest] = splitTop(part.trim(), ':')
    if (name === '') continue
    const isOptional = name.endsWith('?')
    fields.set(isOptional ? name.slice(0, -1) : name, { shape: readShape(rest.join(':').trim() || 'any'), isOptional })
  }
  return fields
}

export function readShape(text: string): Shape {
  const isNullable = text.endsWith('?')
  const alternatives = splitTop(isNullable ? text.slice(0, -1) : text, '|').map(readAlternative)
  return { alternatives, isNullable }
}

function readAlternative(text: string): Alternative {
  if (text.startsWith('[')) return { kind: 'list', of: readShape(text.slice(1, -1)) }
  if (text.startsWith('{')) return { kind: 'object', fields: readFields(text.slice(1, -1)) }
  const [, words] = /^(?:enum|const)\((.*)\)$/s.exec(text) ?? []
  if (words !== undefined) return { kind: 'words', values: words.split('|') }
  const [, of, max] = /^csv<(.*)>(?:\(\.\.(\d+)\))?$/s.exec(text) ?? []
  if (of !== undefined) return { kind: 'csv', of: readShape(of), max: Number(max ?? Number.POSITIVE_INFINITY) }
  const [, word, least, most] = /^(\w+)(?:\((-?\d*)\.\.(-?\d*)\))?$/.exec(text) ?? []
  if (word === undefined || !(word in checks)) throw new Error(`"${text}" is no shape`)
  const min = least ? Number(least) : Number.NEGATIVE_INFINITY
  return { kind: 'word', word, min, max: most ? Number(most) : Number.POSITIVE_INFINITY }
}

/** Cuts at a separator that no bracket encloses. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index)
    if ('([{<'.includes(letter)) depth++
    else if (')]}>'.includes(letter)) depth--
    else if (depth === 0 && letter === separator) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, text.slice(from)]
}

const isText = (value: unknown): value is string => typeof value === 'string'
const matches = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(value)
/** Date.parse takes 30 February as 2 March. */
const isDay = (value: unknown) => {
  const day = String(value).slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
const isInstant = (value: unknown) =>
  matches(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/)(value) &&
  !Number.isNaN(Date.parse(String(value))) &&
  isDay(value)

/** Values as they stand in a JSON body; in a query or a form numbers and truth values are text. */
const checks: Readonly<Record<string, (value: unknown, isWritten: boolean) => boolean>> = {
  any: () => true,
  string: isText,
  slug: (value) => isText(value) && value !== '',
  token: (value) => isText(value) && value !== '',
  base64: matches(/^[A-Za-z0-9+/]+={0,2}$/),
  integer: (value, isWritten) => (isWritten ? matches(/^-?\d+$/)(value) : Number.isInteger(value)),
  number: (value, isWritten) => (isWritten ? matches(/^-?\d+(\.\d+)?$/)(value) : typeof value === 'number'),
  boolean: (value, isWritten) => (isWritten ? matches(/^(true|false|1|0)$/i)(value) : typeof value === 'boolean'),
  epoch_ms: (value, isWritten) =>
    isWritten ? matches(/^\d{12,14}$/)(value) : Number.isInteger(value) && Number(value) > 1e11,
  datetime: isInstant,
  date: (value) => matches(/^\d{4}-\d\d-\d\d/)(value) && isDay(value),
  datefilter: (value) =>
    matches(/^(gte|lte|gt|lt)\|[^|]+$/)(value) && !Number.isNaN(Date.parse(String(value).split('|')[1] ?? '')),
  uuid: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  url: matches(/^https?:\/\/\S+$/),
  email: matches(/^[^\s@]+@[^\s@]+$/),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
}

/** What a value has against a shape; nothing when it fits. `isWritten` is true for queries and forms. */
export function findProblems(value: unknown, shape: Shape, field: string, isWritten = false): Problem[] {
  if (value === null && shape.isNullable) return []
  let nearest: Problem[] | null = null
  for (const alternative of shape.alternatives) {
    const problems = findAlternativeProblems(value, alternative, field, isWritten)
    if (problems.length === 0) return []
    nearest ??= problems
  }
  return nearest ?? []
}

function findAlternativeProblems(value: unknown, one: Alternative, field: string, isWritten: boolean): Problem[] {
  const mistyped = (expected: string): Problem[] => [{ kind: 'mistyped', field, expected }]
  switch (one.kind) {
    case 'list':
      if (isWritten && isText(value))
        return value.split(',').flatMap((item) => findProblems(item, one.of, field, isWritten))
      if (!Array.isArray(value)) return mistyped('an array')
      return value.flatMap((item, index) => findProblems(item, one.of, `${field}[${index}]`, isWritten))
    case 'object':
      if (!checks.object?.(value, isWritten)) return mistyped('an object')
      return findFieldProblems(value as Record<string, unknown>, one.fields, `${field}.`, isWritten)
    case 'words': {
      const isOne = one.values.some((word) => word === value || (typeof value === 'number' && word === String(value)))
      return isOne ? [] : mistyped(`one of ${one.values.join(', ')}`)
    }
    case 'csv': {
      if (!isText(value)) return mistyped('values with commas between')
      const items = value.split(',')
      if (items.length > one.max) return [{ kind: 'tooGreat', field, expected: `at most ${one.max} values` }]
      return items.flatMap((item) => findProblems(item.trim(), one.of, field, true))
    }
    case 'word':
      if (!checks[one.word]?.(value, isWritten)) return mistyped(one.word)
      return findRangeProblems(value, one, field)
  }
}

function findRangeProblems(
  value: unknown,
  { word, min, max }: { word: string; min: number; max: number },
  field: string,
): Problem[] {
  const size = word === 'string' ? String(value).length : Number(value)
  if (size > max) return [{ kind: 'tooGreat', field, expected: `at most ${max}` }]
  return size < min ? [{ kind: 'mistyped', field, expected: `at least ${min}` }] : []
}

/** Missing, unknown and mistyped fields of an object. */
export function findFieldProblems(
  given: Readonly<Record<string, unknown>>,
  fields: Fields,
  prefix = '',
  isWritten = false,
): Problem[] {
  const problems: Problem[] = []
  for (const name of Object.keys(given))
    if (!fields.has(name) && !fields.has('*'))
      problems.push({ kind: 'unknown', field: prefix + name, expected: 'nothing' })
  for (const [name, { shape, isOptional }] of fields) {
    const value = given[name]
    if (value === undefined || (isOptional && value === null)) {
      if (!isOptional) problems.push({ kind: 'missing', field: prefix + name, expected: 'a value' })
    } else problems.push(...findProblems(value, shape, prefix + name, isWritten))
  }
  return problems
}
