import type { TeamsAddress } from '../../domain/chat.ts'

/** The conversation id that Teams itself uses: a thread of a channel has its root in it. */
export function conversationIdOf({ conversationId, rootId }: Pick<TeamsAddress, 'conversationId' | 'rootId'>): string {
  return rootId ? `${conversationId};messageid=${rootId}` : conversationId
}

/** "19:x@thread.tacv2;messageid=1" in its two halves. */
export function splitConversationId(id: string): Pick<TeamsAddress, 'conversationId' | 'rootId'> {
  const [conversationId = '', ...rest] = id.split(';')
  const root = rest.find((one) => one.startsWith('messageid='))?.slice('messageid='.length)
  return { conversationId, rootId: root || null }
}

/**
 * Hosts of the Bot Framework that Teams is served from, in Microsoft's public and government clouds. A bearer token of ours is
 * sent to no other host, whatever an activity says.
 */
const serviceHosts: readonly RegExp[] = [
  /^(?:[a-z0-9-]+\.)*smba\.trafficmanager\.net$/,
  /^(?:[a-z0-9-]+\.)*botframework\.com$/,
  /^smba\.infra\.(?:gcc|gov|dod)\.teams\.microsoft\.(?:com|us)$/,
  /^(?:[a-z0-9-]+\.)*botframework\.azure\.us$/,
]

/** Whether an address is one that we speak to: https at a host of the Bot Framework, or one that the settings name with its port. */
export function isServiceUrl(address: string, extraUrls: readonly string[] = []): boolean {
  if (address.length > 500 || /[\s\\]/.test(address)) return false
  const url = URL.parse(address)
  if (!url || url.username || url.password || url.search || url.hash) return false
  if (url.protocol === 'https:' && url.port === '' && serviceHosts.some((host) => host.test(url.hostname))) return true
  return extraUrls.some((extra) => URL.parse(extra)?.origin === url.origin && url.origin !== 'null')
}
