import type { Call } from './kit.ts'
import { Refusal, Reply } from './reply.ts'
import { findFieldProblems, readFields } from './shapes.ts'

// What Zoho says of each record of a write: the whole answers success, and what failed says so at its own place.

export const itemError = (code: 'INVALID_DATA' | 'MANDATORY_NOT_FOUND', api_name: string) => ({
  ...{ code, status: 'error', details: { api_name } },
  message: code === 'INVALID_DATA' ? 'invalid data' : 'required field not found',
})
export const itemSuccess = ({ id, createdAt }: { id: string; createdAt: Date }) => ({
  ...{ code: 'SUCCESS', status: 'success', message: 'record saved', details: { id, Created_Time: createdAt } },
})

/** The first thing that is wrong with a record, as the vendor says it at its place; null when nothing is. */
export function findItemProblem(item: Readonly<Record<string, unknown>>, shape: string) {
  const [problem] = findFieldProblems(item, readFields(shape))
  if (!problem) return null
  return itemError(problem.kind === 'missing' ? 'MANDATORY_NOT_FOUND' : 'INVALID_DATA', problem.field)
}

const itemsMax = 100
/** Does each record by itself. Without `trigger` the customer's workflows run, and with them their mails. */
export function changeItems(
  { body, desk }: Call,
  status: number,
  change: (item: Record<string, unknown>) => unknown,
): Reply {
  const items = body.data as Record<string, unknown>[]
  if (items.length === 0 || items.length > itemsMax)
    throw new Refusal('badBody', `1 to ${itemsMax} records`, { field: 'data' })
  if (body.trigger === undefined)
    desk.settings.set('workflowRuns', Number(desk.settings.get('workflowRuns') ?? 0) + items.length)
  const data = items.map(change)
  const areAllWrong = (data.flat() as { code: string }[]).every(({ code }) => code !== 'SUCCESS')
  return new Reply(areAllWrong ? 200 : status, { data })
}
