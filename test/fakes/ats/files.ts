import { signHex } from './hooks.ts'
import type { Answer } from './kit.ts'
import { Refusal, Reply } from './reply.ts'

const lifetimeMs = 7 * 24 * 3600_000
const sign = (id: string, expires: string) => signHex('sha256', 'storage', `${id} ${expires}`)

/** The vendor's storage of files, a host of its own in truth: a link is good for 7 days, and a key that is sent along is a mistake. */
export const fileRoutes = `
GET /_storage/{id}/{name} -> 200 open
  query expires:integer, signature:string
`

export function linkToFile(origin: string, { id, filename }: { id: string; filename: string }, now: Date): string {
  const expires = String(now.getTime() + lifetimeMs)
  return `${origin}/_storage/${id}/${encodeURIComponent(filename)}?expires=${expires}&signature=${sign(id, expires)}`
}

export const answerFile: Answer = ({ path, query, world, now, headers }) => {
  for (const name of ['authorization', 'x-smarttoken', 'x-api-key', 'rf-api-key'])
    if (name in headers) throw new Refusal('badHeader', `${name} was sent to the host of a file`, { field: name })
  const { id = '' } = path
  if (query.text('signature') !== sign(id, query.text('expires')))
    return new Reply(403, '<Error>SignatureDoesNotMatch</Error>')
  if (query.number('expires', 0) < now.getTime())
    return new Reply(403, '<Error>AccessDenied: Request has expired</Error>')
  if (!world.attachments.get(id)) return new Reply(404, '<Error>NoSuchKey</Error>')
  return new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/pdf' })
}
