type Order = 'oldestFirst' | 'newestFirst'

/** One page of the rows that pass, from `place` on (a place in the list of all rows), and the place to go on from; null at the end. */
export function takePage<T>(
  rows: readonly T[],
  isWanted: (row: T) => boolean,
  { place, size, order }: { place: number | null; size: number; order: Order },
): { page: T[]; next: number | null } {
  const page: T[] = []
  const step = order === 'newestFirst' ? -1 : 1
  let at = place ?? (step > 0 ? 0 : rows.length - 1)
  for (; at >= 0 && at < rows.length; at += step) {
    const row = rows[at] as T
    if (!isWanted(row)) continue
    if (page.length === size) return { page, next: at }
    page.push(row)
  }
  return { page, next: null }
}

/** A place as an opaque token that only its own list takes back; null for a token that is none of ours. */
export function writeToken(list: string, place: number): string {
  return Buffer.from(`${list}@${place}`).toString('base64url')
}

export function readToken(list: string, token: string): number | null {
  const [, name, place] = /^(.*)@(\d+)$/s.exec(Buffer.from(token, 'base64url').toString()) ?? []
  return name === list && place !== undefined && writeToken(list, Number(place)) === token ? Number(place) : null
}

/** The rows from the `skip`-th that passes on, and how many pass in all. */
export function takeSlice<T>(
  { rows, isWanted, isNarrow }: { rows: readonly T[]; isWanted: (row: T) => boolean; isNarrow: boolean },
  { skip, size, order }: { skip: number; size: number; order: Order },
): { page: T[]; total: number } {
  const passing = isNarrow ? rows.filter(isWanted) : rows
  const total = passing.length
  if (order === 'oldestFirst') return { page: passing.slice(skip, skip + size), total }
  return { page: passing.slice(Math.max(0, total - skip - size), Math.max(0, total - skip)).reverse(), total }
}
