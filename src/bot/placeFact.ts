import { type JoinFormat, placeOf } from '../domain/request.ts'

/** How or where people meet as one fact; an address of a call can be followed. */
export function placeFact(label: string, format: JoinFormat): { label: string; value: string; url?: string } {
  const isAddress = format.kind === 'video' && /^https?:\/\//i.test(format.url)
  return { label, value: placeOf(format), ...(isAddress ? { url: format.url } : {}) }
}
