import type { Ids, TenantId } from '../../src/domain/ids.ts'
import type { Store, TableName } from '../../src/store/port.ts'
import { tableNames } from '../../src/store/tables.ts'
import { sampleRow } from './sampleRow.ts'

/**
 * Writes one row into every table for one tenant and looks at it as another. Returns the tables that do not keep tenants
 * apart: the other sees, changes or removes the row, or the owner itself cannot work with it. Empty is good.
 */
export async function findLeaks(store: Store, ids: Ids, own: TenantId, other: TenantId): Promise<TableName[]> {
  const leaks: TableName[] = []
  for (const table of tableNames) if (!(await isKeptApart(store, ids, table, own, other))) leaks.push(table)
  return leaks
}

async function isKeptApart(store: Store, ids: Ids, table: TableName, own: TenantId, other: TenantId): Promise<boolean> {
  const row = sampleRow(table, { ids, tenantId: own })
  try {
    await store.inTenant(own, (tx) => tx.insert(table, row))
    const foreign = await store.inTenant(other, async (tx) => ({
      got: await tx.get(table, row.id),
      found: (await tx.find(table)).length,
      counted: await tx.count(table),
      removed: table === 'audit' ? 0 : await tx.remove(table, {}),
    }))
    const update = store.inTenant(other, (tx) => tx.update(table, row.id, {}))
    const refusal = await update.then(
      () => 'changed',
      (error: { code?: string }) => error.code,
    )
    const still = await store.inTenant(own, (tx) => tx.get(table, row.id))
    return (
      foreign.got === null &&
      foreign.found === 0 &&
      foreign.counted === 0 &&
      foreign.removed === 0 &&
      refusal === (table === 'audit' ? 'notAllowed' : 'notFound') &&
      still !== null
    )
  } catch {
    return false
  }
}
