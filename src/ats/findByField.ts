import type { TableName, Tables, Tx } from '../store/port.ts'

/** Rows by the values of one field, each value once, in portions that every database takes as parameters. */
export async function findByField<T extends TableName, Field extends keyof Tables[T] & string>(
  tx: Tx,
  table: T,
  field: Field,
  values: Iterable<string>,
): Promise<Tables[T][]> {
  const wanted = [...new Set(values)]
  const rows: Tables[T][] = []
  for (let from = 0; from < wanted.length; from += 1000) {
    const where = { [field]: { in: wanted.slice(from, from + 1000) } } as never
    rows.push(...(await tx.find(table, { where })))
  }
  return rows
}

export function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
