import { z } from 'zod'

/** Where in Teams something is said, in our own words: what we keep, and all that is needed to write there later. */
export const teamsReferenceSchema = z.object({
  serviceUrl: z.string().min(1).max(500),
  tenantId: z.string().min(1).max(100),
  /** Of a channel without the thread: "19:...@thread.tacv2". */
  conversationId: z.string().min(1).max(500),
  conversationType: z.enum(['personal', 'groupChat', 'channel']),
  /** The message of a channel that the thread hangs on. */
  threadRootId: z.string().max(200).optional(),
  botId: z.string().min(1).max(300),
  /** Whom a personal conversation is with. */
  userId: z.string().max(300).optional(),
})
export type TeamsReference = z.infer<typeof teamsReferenceSchema>

/** The conversation id that Teams itself uses: a thread of a channel has its root in it. */
export function conversationIdOf({ conversationId, threadRootId }: TeamsReference): string {
  return threadRootId ? `${conversationId};messageid=${threadRootId}` : conversationId
}

/** "19:x@thread.tacv2;messageid=1" in its two halves. */
export function splitConversationId(id: string): Pick<TeamsReference, 'conversationId' | 'threadRootId'> {
  const [conversationId = '', ...rest] = id.split(';')
  const root = rest.find((one) => one.startsWith('messageid='))?.slice('messageid='.length)
  return root ? { conversationId, threadRootId: root } : { conversationId }
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
