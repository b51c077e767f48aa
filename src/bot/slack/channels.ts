import type { Clock } from '../../domain/clock.ts'
import type { Audience } from '../../domain/thread.ts'
import type { SaidInSlack } from './readEvent.ts'
import type { SlackWorkspace } from './workspaces.ts'

interface Channel {
  audience: Audience
  /** Whether Parley may write there. */
  isMember: boolean
}

const keptMs = 10 * 60_000
const keptCountMax = 20_000
const askWithinMs = 900
const audiences = { im: 'personal', mpim: 'private', group: 'private', channel: 'public' } as const

/**
 * Who reads a channel. Events mostly say so; otherwise Slack is asked, once in ten minutes. What cannot be told counts as public,
 * and so does a channel that is shared with another company.
 */
export function createChannels(clock: Clock) {
  const kept = new Map<string, { until: number; channel: Promise<Channel | null> }>()

  function look(workspace: SlackWorkspace, channelId: string): Promise<Channel | null> {
    const key = `${workspace.workspaceId}/${channelId}`
    const nowMs = clock.now().getTime()
    const known = kept.get(key)
    if (known && known.until > nowMs) return known.channel
    if (kept.size >= keptCountMax) kept.clear()
    const channel = ask(workspace, channelId)
    kept.set(key, { until: nowMs + keptMs, channel })
    void channel.then((told) => told ?? kept.delete(key))
    return channel
  }

  async function ask(workspace: SlackWorkspace, channelId: string): Promise<Channel | null> {
    try {
      const { channel } = await workspace.call('conversations.info', { channel: channelId }, askWithinMs)
      const { is_im, is_mpim, is_private, is_ext_shared, is_member } = channel as Readonly<Record<string, unknown>>
      const isClosed = (is_mpim === true || is_private === true) && is_ext_shared !== true
      return {
        audience: is_im === true ? 'personal' : isClosed ? 'private' : 'public',
        isMember: is_im === true || is_mpim === true || is_member === true,
      }
    } catch {
      return null
    }
  }

  return {
    audienceOf: async (
      workspace: SlackWorkspace,
      said: Pick<SaidInSlack, 'channelId' | 'channelKind' | 'isShared'>,
    ): Promise<Audience> => {
      if (said.isShared) return 'public'
      if (said.channelKind) return audiences[said.channelKind]
      return (await look(workspace, said.channelId))?.audience ?? 'public'
    },
    look,
  }
}
export type Channels = ReturnType<typeof createChannels>
