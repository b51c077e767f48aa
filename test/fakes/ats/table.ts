/** Rows of one kind in the order they came in, found by id or by the value of a column. */
export interface Table<T extends { id: string }> {
  readonly rows: readonly T[]
  get(id: string): T | undefined
  /** Rows whose column has this value, oldest first; the index is made at first use and kept. */
  by(column: keyof T & string, value: unknown): T[]
  insert(row: T): T
  /** The row as it was is replaced by a new one: who holds the old one sees no change. */
  update(id: string, patch: Partial<T>): T
  remove(id: string): void
}

/** What happened to a row; `before` is null when it is new, `after` when it is gone. */
export interface Change<T> {
  before: T | null
  after: T | null
  undo(): void
  redo(): void
}

/** Rows in memory; the listener is told of every change as long as there is one. */
export function createTable<T extends { id: string }>(
  getListener: () => ((change: Change<T>) => void) | null,
): Table<T> {
  const rows: T[] = []
  const places = new Map<string, number>()
  const indexes = new Map<string, Map<unknown, Set<string>>>()

  function index(row: T, isThere: boolean): void {
    for (const [column, values] of indexes)
      for (const value of [row[column as keyof T]].flat()) {
        const ids = values.get(value) ?? new Set()
        if (isThere) ids.add(row.id)
        else ids.delete(row.id)
        values.set(value, ids)
      }
  }
  function put(row: T): void {
    const place = places.get(row.id)
    const old = place === undefined ? undefined : rows[place]
    if (old) index(old, false)
    if (place === undefined) places.set(row.id, rows.push(row) - 1)
    else rows[place] = row
    index(row, true)
  }
  function take(row: T): void {
    const place = places.get(row.id)
    if (place === undefined) return
    index(row, false)
    rows.splice(place, 1)
    places.delete(row.id)
    for (let at = place; at < rows.length; at++) places.set(rows[at]?.id ?? '', at)
  }
  function putBack(row: T, place: number): void {
    rows.splice(place, 0, row)
    for (let at = place; at < rows.length; at++) places.set(rows[at]?.id ?? '', at)
    index(row, true)
  }
  const table: Table<T> = {
    rows,
    get(id) {
      const place = places.get(id)
      return place === undefined ? undefined : rows[place]
    },
    by(column, value) {
      let values = indexes.get(column)
      if (!values) {
        values = new Map()
        indexes.set(column, values)
        for (const row of rows)
          for (const one of [row[column]].flat()) {
            const ids = values.get(one) ?? new Set()
            ids.add(row.id)
            values.set(one, ids)
          }
      }
      return [...(values.get(value) ?? [])].flatMap((id) => table.get(id) ?? [])
    },
    insert(row) {
      if (places.has(row.id)) throw new Error(`there is a row ${row.id} already`)
      put(row)
      getListener()?.({ before: null, after: row, undo: () => take(row), redo: () => put(row) })
      return row
    },
    update(id, patch) {
      const before = table.get(id)
      if (!before) throw new Error(`there is no row ${id}`)
      const after = { ...before, ...patch }
      put(after)
      getListener()?.({ before, after, undo: () => put(before), redo: () => put(after) })
      return after
    },
    remove(id) {
      const before = table.get(id)
      const place = places.get(id)
      if (!before || place === undefined) throw new Error(`there is no row ${id}`)
      take(before)
      getListener()?.({ before, after: null, undo: () => putBack(before, place), redo: () => take(before) })
    },
  }
  return table
}
