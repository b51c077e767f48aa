const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Says whether a Host header names this machine itself. A page elsewhere whose name was rebound to 127.0.0.1 still
 * sends its own name here, and is refused (threat T25).
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(host ?? '')
  return match?.[1] !== undefined && loopbackHosts.has(match[1].toLowerCase())
}

/**
 * Says whether a changing request was made by a page of this very origin (threat T7). Sec-Fetch-Site is set by the
 * browser and decides when present; Origin must fit when present ('null' comes from same-origin forms under a strict
 * referrer policy too, so alone it proves nothing and is refused). A request that names neither is refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const host = headers.get('host')
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (!host) return false
  if (site !== null && site !== 'same-origin') return false
  if (origin === null || origin === 'null') return site === 'same-origin'
  const from = URL.parse(origin)
  return from !== null && from.protocol === 'http:' && from.host === host.toLowerCase() && from.origin === origin
}
