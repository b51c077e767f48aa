import { z } from 'zod'
import type { AtsClient } from '../client.ts'
import type { HookDelivery, HookVerdict } from '../connector.ts'
import { hmacHex, isSameText } from '../hookProof.ts'
import { orNull, readObject, readRows } from '../vendorRows.ts'
import { endpointRow } from './breezyhrRows.ts'

const name = 'Breezy HR'
const events = [
  'candidateAdded',
  'candidateDeleted',
  'candidateStatusUpdated',
  'companyPositionAdded',
  'companyPositionUpdated',
  'companyPositionDeleted',
  'companyPositionStateUpdated',
]
const deliveryShape = z.object({ _id: z.string().min(1).max(200), type: z.string().max(200) })

/** The secret is shown once, so that an endpoint of before is of no use: it goes, and a new one comes. At most 10 can be there. */
export async function registerBreezyHook(client: AtsClient, home: string, url: string): Promise<{ secret: string }> {
  const { body } = await client.get(`${home}/webhook_endpoints`)
  const { data } = readObject(z.object({ data: orNull(z.array(z.unknown())) }), body, name)
  for (const endpoint of readRows(endpointRow, data ?? [], name).rows)
    if (endpoint.url === url) await client.send('DELETE', `${home}/webhook_endpoint/${encodeURIComponent(endpoint.id)}`)
  const made = await client.send('POST', `${home}/webhook_endpoints`, {
    json: { url, events, description: 'Parley' },
  })
  return readObject(z.object({ secret: z.string().min(1) }), made.body, name)
}

/** Signed is the body as it came; the vendor's own sample signs it written anew. No time is signed: `_id` keeps it from being taken twice. */
export function checkBreezyHook({ headers, body, secret }: HookDelivery): HookVerdict {
  const signature = headers['x-hook-signature'] ?? ''
  if (secret === '') return { kind: 'refused', why: 'there is no secret to check it with' }
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString('utf8'))
  } catch {
    return { kind: 'refused', why: 'the body is no JSON' }
  }
  const isSigned = [body, Buffer.from(JSON.stringify(parsed))].some((bytes) =>
    isSameText(signature, hmacHex('sha256', secret, bytes)),
  )
  if (!isSigned) return { kind: 'refused', why: 'the signature is not right' }
  const delivery = deliveryShape.safeParse(parsed)
  if (!delivery.success) return { kind: 'refused', why: 'it does not say what happened' }
  return { kind: 'good', id: delivery.data._id, event: delivery.data.type }
}
