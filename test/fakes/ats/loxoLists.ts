import { type Filters, narrowRows } from './filters.ts'
import type { Call } from './kit.ts'
import { takeSlice } from './paging.ts'
import { Refusal } from './reply.ts'

// Loxo's two ways to page. A walk by scroll_id goes through the rows as they were when it began.

type Dated = { id: string; createdAt: Date; updatedAt: Date }
type Show<T> = (row: T, call: Call) => unknown

interface Scroll {
  question: string
  rows: readonly Dated[]
}
const scrollsKept = 100
const usualSize = 50

function refuseParameter(field: string): never {
  throw new Refusal('badQuery', `${field} is not taken`, { field })
}

/** The words and "phrases" of a query, all of which must be there; AND may stand between them, and nothing else of Lucene's. */
function readWords(query: string): string[] {
  const words = query.match(/"[^"]+"|\S+/g) ?? []
  if (words.some((word) => /^(?:OR|NOT|[+\-!].*)$|[:*?~^(){}[\]\\]/.test(word.replace(/^".*"$/, ''))))
    refuseParameter('query')
  return words.filter((word) => word !== 'AND').map((word) => word.replace(/^"(.*)"$/, '$1').toLowerCase())
}
export const hasAllWords = <T>(read: (row: T) => string): Filters<T>[string] => ({
  test(row, values) {
    const text = read(row).toLowerCase()
    return readWords(values.join(',')).every((word) => text.includes(word))
  },
})

function sortRows<T extends Dated>({ query }: Call, rows: T[]): T[] {
  for (const [name, read] of [
    ['created_at_sort', (row: T) => row.createdAt.getTime()],
    ['updated_at_sort', (row: T) => row.updatedAt.getTime()],
  ] as const)
    if (query.has(name)) rows.sort((one, other) => (read(one) - read(other)) * (query.text(name) === 'desc' ? -1 : 1))
  return rows
}
const usual = { per_page: null, created_at_sort: null, updated_at_sort: null }

function openScroll<T extends Dated>(call: Call, rows: readonly T[], filters: Filters<T>) {
  const { query, address, desk } = call
  readWords(query.text('query'))
  const scrolls = (desk.settings.get('scrolls') as Map<string, Scroll> | undefined) ?? new Map<string, Scroll>()
  desk.settings.set('scrolls', scrolls)
  const asked = [...address.searchParams].filter(([name]) => name !== 'scroll_id' && name !== 'per_page')
  const question = JSON.stringify([address.pathname, asked.sort()])
  if (query.has('scroll_id')) {
    const [, name = '', place = ''] = /^(\w+)-(\d+)$/.exec(query.text('scroll_id')) ?? []
    const scroll = scrolls.get(name)
    if (scroll?.question !== question) refuseParameter('scroll_id')
    return { name, rows: scroll.rows as readonly T[], place: Number(place) }
  }
  const { rows: found, isWanted } = narrowRows({ rows }, query, { ...usual, scroll_id: null, ...filters })
  const name = `s${Number(desk.settings.get('scrollCount') ?? 0) + 1}`
  desk.settings.set('scrollCount', Number(name.slice(1)))
  const sorted = sortRows(call, found.filter(isWanted))
  scrolls.set(name, { question, rows: sorted })
  for (const oldest of scrolls.keys()) if (scrolls.size > scrollsKept) scrolls.delete(oldest)
  return { name, rows: sorted, place: 0 }
}

/**
 * A page under `plural`, the count beside it unless `isUncounted`. After the last row the same scroll_id comes back with nothing; `endsByNull`, or the
 * setting of that name for all lists, says the end with null instead.
 */
export function showScroll<T extends Dated>(
  call: Call,
  plural: string,
  rows: readonly T[],
  show: Show<T>,
  filters: Filters<T>,
  { endsByNull = call.desk.settings.get('endsByNull') === true, isUncounted = false } = {},
) {
  const scroll = openScroll(call, rows, filters)
  const page = scroll.rows.slice(scroll.place, scroll.place + call.query.number('per_page', usualSize))
  const place = scroll.place + page.length
  return {
    scroll_id: endsByNull && place >= scroll.rows.length ? null : `${scroll.name}-${place}`,
    ...(isUncounted ? {} : { total_count: scroll.rows.length }),
    [plural]: page.map((row) => show(row, call)),
  }
}

const windowMax = 10_000
/** A page by number; more than 10,000 that fit are refused. */
export function showNumbered<T extends Dated>(call: Call, rows: readonly T[], show: Show<T>, filters: Filters<T>) {
  const { query } = call
  readWords(query.text('query'))
  const { rows: found, isWanted } = narrowRows({ rows }, query, { ...usual, page: null, ...filters })
  const sorted = sortRows(call, found.filter(isWanted))
  if (sorted.length > windowMax) throw new Refusal('notAllowed', `Result window is too large, at most ${windowMax}`)
  const [number, size] = [query.number('page', 1), query.number('per_page', usualSize)]
  const all = { rows: sorted, isWanted, isNarrow: false }
  const { page, total } = takeSlice(all, { skip: (number - 1) * size, size, order: 'oldestFirst' })
  return {
    ...{ current_page: number, total_pages: Math.max(1, Math.ceil(total / size)), per_page: size, total_count: total },
    results: page.map((row) => show(row, call)),
  }
}
