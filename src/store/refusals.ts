import { ParleyError } from '../domain/errors.ts'
import type { TableName } from './port.ts'

/** Rows of what came in that nobody has handled after this long are woken again. */
export const receivedGraceMs = 30_000
export const sweepEveryMs = 60_000
/** How often a handler that threw is called again before its row is left to the sweep. */
export const workRetryCountMax = 5

export function duplicateRow(table: TableName | 'linkIndex' | 'chatInstallations', cause?: unknown): ParleyError {
  return new ParleyError('duplicate', 'This is there already, so it was not added a second time.', {
    cause: cause ?? new Error(`unique key of ${table}`),
  })
}

export function staleRow(table: TableName): ParleyError {
  return new ParleyError('stale', 'Somebody changed this in the meantime. Please look at it again.', {
    cause: new Error(`expected values of ${table}`),
  })
}

export function missingRow(table: TableName): ParleyError {
  return new ParleyError('notFound', 'This is no longer there.', { cause: new Error(`no such row in ${table}`) })
}

export function slotTaken(personKey: string, cause?: unknown): ParleyError {
  return new ParleyError('slotTaken', 'This time has just been taken. Please choose another one.', { personKey, cause })
}

export function storeUnavailable(cause: unknown): ParleyError {
  return new ParleyError('unavailable', 'Parley cannot reach its database at the moment. Please try again shortly.', {
    retry: 'later',
    cause,
  })
}
