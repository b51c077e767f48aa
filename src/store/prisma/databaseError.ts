import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { TableName } from '../port.ts'
import { duplicateRow, slotTaken, storeUnavailable } from '../refusals.ts'
import { wrongValue } from '../tables.ts'

/** SQLSTATE of an error thrown by PGlite, pg or Prisma (which keeps it under `meta.driverAdapterError`), or null. */
export function sqlStateOf(error: unknown): string | null {
  const shape = error as {
    code?: unknown
    cause?: { originalCode?: unknown }
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown; kind?: unknown } } }
  } | null
  const cause = shape?.meta?.driverAdapterError?.cause ?? shape?.cause
  if (typeof cause?.originalCode === 'string') return cause.originalCode
  if (typeof shape?.code === 'string' && /^[0-9A-Z]{5}$/.test(shape.code) && !shape.code.startsWith('P'))
    return shape.code
  return null
}

/** Serialization failure or deadlock: nothing was changed and the same transaction may be run again. */
export function isConflict(error: unknown): boolean {
  const cause = isParleyError(error) ? error.cause : error
  return ['40001', '40P01'].includes(sqlStateOf(cause) ?? '') || (cause as { code?: unknown } | null)?.code === 'P2034'
}

const unreachableCodes = ['P1000', 'P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']
const unreachableNames = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']

/** The connection failed, the server is going down or does not answer in time (class 08, 57P0x, 57014, 53300, 55P03, 40). */
function isUnreachable(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== null && /^(08|57P|57014|53|55P03|40)/.test(state)) return true
  const { code, message, name } = error as { code?: unknown; message?: unknown; name?: unknown }
  if (typeof code === 'string' && [...unreachableCodes, ...unreachableNames].includes(code)) return true
  if (name === 'PrismaClientInitializationError') return true
  return typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message)
}

/** What the port promises for an error of the database; anything that is not one comes back as it is. */
export function toParleyError(error: unknown, table: TableName | null, personKey: string | null = null): unknown {
  if (isParleyError(error) || !(error instanceof Error)) return error
  const state = sqlStateOf(error)
  if (state === '23505' || (error as { code?: unknown }).code === 'P2002') return duplicateRow(table ?? 'links', error)
  // The only check there is: a hold must last.
  if (state === '23514') return wrongValue('holds', 'endsAt')
  if (state === '23P01') return slotTaken(personKey ?? '', error)
  if (isConflict(error) || isUnreachable(error)) return storeUnavailable(error)
  if (state !== null || error.name.startsWith('PrismaClient'))
    return new ParleyError('internal', 'Something went wrong on our side. Nothing was changed; please try again.', {
      cause: error,
    })
  return error
}
