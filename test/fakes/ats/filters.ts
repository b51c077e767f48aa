import type { Query } from './readRequest.ts'

/** How one parameter narrows a list: a test for each row, or a column that has one of the values. */
export type Filter<T> = { test(row: T, values: readonly string[]): boolean } | { column: keyof T & string }
/** By the parameter's name; null for one that narrows nothing. */
export type Filters<T> = Readonly<Record<string, Filter<T> | null>>
type Dated = { id: string; createdAt: Date }

/** Rows to list; a table's are found by its indexes. */
export interface Source<T> {
  rows: readonly T[]
  get?(id: string): T | undefined
  by?(column: keyof T & string, value: unknown): T[]
  /** Others are never shown, whatever is asked. */
  isShown?(row: T): boolean
}

/** The rows that a request's parameters leave, oldest first, and a test each must still pass;
 * `isNarrow` is false when all pass. */
export function narrowRows<T extends Dated>(
  source: Source<T>,
  query: Pick<Query, 'names' | 'list'>,
  filters: Filters<T>,
): { rows: readonly T[]; isWanted: (row: T) => boolean; isNarrow: boolean } {
  let { rows } = source
  let isAll = true
  const tests: ((row: T) => boolean)[] = source.isShown ? [source.isShown] : []
  for (const name of query.names()) {
    const filter = filters[name]
    if (filter === undefined) throw new Error(`no filter for ${name}`)
    if (filter === null) continue
    const values = query.list(name)
    if ('test' in filter) tests.push((row) => filter.test(row, values))
    else if (isAll && source.get) {
      isAll = false
      const found = values.flatMap((value) =>
        filter.column === 'id' ? (source.get?.(value) ?? []) : (source.by?.(filter.column, value) ?? []),
      )
      rows = [...new Set(found)].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    } else tests.push((row) => [row[filter.column]].flat().some((value) => values.includes(String(value))))
  }
  return { rows, isWanted: (row) => tests.every((test) => test(row)), isNarrow: tests.length > 0 }
}

/** What is read of the row is one of the values. */
export const isOne = <T>(read: (row: T) => string | null | undefined): Filter<T> => ({
  test: (row, values) => values.includes(read(row) ?? ''),
})
export const isFlag = <T>(read: (row: T) => boolean): Filter<T> => ({
  test: (row, [value = '']) => read(row) === /^(true|1)$/i.test(value),
})
/** Lets no row through: for what rows here never have. */
export const isNever: { test: () => boolean } = { test: () => false }
export const hasWords = <T>(read: (row: T) => string): Filter<T> => ({
  test: (row, values) => read(row).toLowerCase().includes(values.join(',').toLowerCase()),
})

type Bound = 'gte' | 'gt' | 'lte' | 'lt'
const compare: Readonly<Record<Bound, (at: number, bound: number) => boolean>> = {
  gte: (at, bound) => at >= bound,
  gt: (at, bound) => at > bound,
  lte: (at, bound) => at <= bound,
  lt: (at, bound) => at < bound,
}
const isAt = (bound: Bound, at: Date | null, text: string) =>
  at !== null && compare[bound](at.getTime(), /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text))

/** The instant stands so to the one given, which is ISO 8601 or milliseconds since the epoch. */
export const isTime = <T>(bound: Bound, read: (row: T) => Date | null): Filter<T> => ({
  test: (row, values) => isAt(bound, read(row), values.join(',')),
})
/** As isTime, the bound in front of the instant: `gte|2027-01-01T00:00:00Z`. */
export const isBoundTime = <T>(read: (row: T) => Date | null): Filter<T> => ({
  test(row, [value = '']) {
    const [bound, when = ''] = value.split('|')
    return isAt(bound as Bound, read(row), when)
  },
})
