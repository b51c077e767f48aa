import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import type { Access, HookDelivery, HookVerdict } from '../connector.ts'
import { bodyId, isSameText } from '../hookProof.ts'
import { readRows } from '../vendorRows.ts'
import { type Client, name } from './unifiedClient.ts'

// What Unified.to tells by itself: natively, or by looking at the ATS in intervals.

const hookEvents: readonly [object: string, event: string][] = [
  ['ats_application', 'created'],
  ['ats_application', 'updated'],
  ['ats_candidate', 'created'],
  ['ats_candidate', 'updated'],
  ['ats_candidate', 'deleted'],
  ['ats_interview', 'created'],
  ['ats_interview', 'updated'],
  ['ats_interview', 'deleted'],
  ['ats_job', 'created'],
  ['ats_job', 'updated'],
]
const hookRow = z.object({ object_type: z.string(), event: z.string(), hook_url: z.string().nullable().catch(null) })

export async function registerHook(client: Client, { fields }: Access, url: string): Promise<{ secret: string }> {
  const connection_id = fields.connectionId ?? ''
  const { body } = await client.get('/unified/webhook', { query: { connection_id, limit: 100 } })
  const there = readRows(hookRow, body, name).rows.filter(({ hook_url }) => hook_url === url)
  let count = there.length
  for (const [object_type, event] of hookEvents) {
    if (there.some((one) => one.object_type === object_type && one.event === event)) continue
    try {
      await client.send('POST', '/unified/webhook', { json: { connection_id, object_type, event, hook_url: url } })
      count++
    } catch (error) {
      // Not each ATS tells of everything.
      if (!(error instanceof ParleyError && error.code === 'refused')) throw error
    }
  }
  if (count === 0)
    throw new ParleyError('refused', `${name} tells of no changes in this ATS. Parley looks for them by itself.`)
  return { secret: fields.workspaceSecret ?? '' }
}

const deliveryRow = z.object({
  data: z.unknown(),
  nonce: z.string().min(1).max(200),
  sig: z.string().max(200).optional(),
  webhook: z.object({ object_type: z.string(), event: z.string() }).nullable().catch(null),
})

/**
 * The workspace secret signs the data as JSON, with the nonce behind it. How it is written as text is not told, so hexadecimal and base64 are taken, of
 * the data as it came and as it is written anew. Without a secret the address alone proves who calls.
 */
export function checkHook({ body, secret }: HookDelivery): HookVerdict {
  const text = body.toString('utf8')
  let delivery: z.output<typeof deliveryRow>
  try {
    delivery = deliveryRow.parse(JSON.parse(text))
  } catch {
    return { kind: 'refused', why: 'no delivery of Unified.to' }
  }
  const { data, nonce, sig = '', webhook } = delivery
  const event = webhook ? `${webhook.object_type} ${webhook.event}` : 'changed'
  if (secret === '') return { kind: 'good', id: bodyId(body), event }
  const asItCame = /^\s*\{\s*"data"\s*:\s*([[{].*[\]}])\s*,\s*"(?:webhook|nonce|sig|type)"/s.exec(text)?.[1]
  const isGood = [JSON.stringify(data), asItCame].some((signed) => {
    if (signed === undefined) return false
    const digest = createHmac('sha1', secret)
      .update(signed + nonce)
      .digest()
    return isSameText(digest.toString('hex'), sig.toLowerCase()) || isSameText(digest.toString('base64'), sig)
  })
  return isGood ? { kind: 'good', id: nonce, event } : { kind: 'refused', why: 'the signature is wrong' }
}
