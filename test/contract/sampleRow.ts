import type { Ids, TenantId } from '../../src/domain/ids.ts'
import type { NewRow, TableName } from '../../src/store/port.ts'
import { fieldsOf, isNullable, plainKind } from '../../src/store/tables.ts'

let count = 0

/** A row that any table takes: distinct texts, every field set, or with `isBare` null wherever null may be. */
export function sampleRow<T extends TableName>(
  table: T,
  at: { ids: Ids; tenantId: TenantId },
  given: Partial<NewRow<T>> = {},
  isBare = false,
): NewRow<T> {
  count += 1
  const row: Record<string, unknown> = {}
  for (const [field, kind] of Object.entries(fieldsOf(table))) {
    if (field === 'tenantId') continue
    if (isBare && isNullable(kind)) {
      row[field] = null
      continue
    }
    switch (plainKind(kind)) {
      case 'text':
        row[field] = `${field} ${count}`
        break
      case 'number':
        row[field] = count
        break
      case 'flag':
        row[field] = count % 2 === 0
        break
      case 'instant':
        row[field] = new Date(Date.UTC(2027, 2, 1, 8, 0, count, 123))
        break
      case 'json':
        row[field] = { words: ['Łódź', count, null, true], at: { deep: 'ß' } }
    }
  }
  row.id = table === 'settings' ? at.tenantId : at.ids.next('sample')
  if (table === 'holds') {
    row.state = 'held'
    row.endsAt = new Date((row.startsAt as Date).getTime() + 1)
  }
  return { ...row, ...given } as NewRow<T>
}
