import { ParleyError } from '../../domain/errors.ts'

/** One call of Slack's Web API with one token: one attempt, given up after `withinMs`. Throws SlackRefusal. */
export type SlackCall = (
  method: string,
  args: Readonly<Record<string, unknown>>,
  withinMs?: number,
) => Promise<Readonly<Record<string, unknown>>>

/** What Slack answered instead of doing it. Stays within this room: `toParleyError` makes a sentence of it. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal'
  readonly method: string
  /** Slack's own code ("channel_not_found"), or "no_answer" and "http_503" when there is none. */
  readonly code: string
  readonly retryAfterMs: number | null

  constructor(method: string, code: string, detail: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(`${method}: ${code}`, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.method = method
    this.code = code
    this.retryAfterMs = detail.retryAfterMs ?? null
  }
}

export function isRefusal(error: unknown, codes?: ReadonlySet<string>): error is SlackRefusal {
  return error instanceof SlackRefusal && (codes === undefined || codes.has(error.code))
}

/** The workspace has taken Parley's access back. */
export const revokedCodes: ReadonlySet<string> = new Set([
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'app_uninstalled',
])
/** This workspace, or the server that stands in for Slack, has no such feature. */
export const missingFeatureCodes: ReadonlySet<string> = new Set([
  'unknown_method',
  'feature_not_enabled',
  'method_deprecated',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'access_denied',
  'http_404',
])
/** There is no such person or message here. */
export const goneCodes: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
])
const closedCodes: ReadonlySet<string> = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'channel_is_archived',
  'restricted_action',
  'restricted_action_thread_only_channel',
  'restricted_action_read_only_channel',
  'channel_type_not_supported',
  'cannot_dm_bot',
  'user_not_found',
  'user_disabled',
  'thread_not_found',
  'as_user_not_supported',
])
const brokenCodes: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_metadata_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'invalid_view',
])
const rateLimitedMs = 30_000

/** What went wrong, in our words. Codes that nobody listed here count as an outage: tried again later. */
export function toParleyError(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error
  if (!(error instanceof SlackRefusal))
    return new ParleyError('internal', 'Something went wrong on our side with Slack.', { cause: error })
  const { code, cause = error } = error
  if (code === 'ratelimited' || code === 'rate_limited')
    return new ParleyError('rateLimited', 'Slack asks us to slow down; this is sent again by itself.', {
      retry: { afterMs: error.retryAfterMs ?? rateLimitedMs },
      cause,
    })
  if (revokedCodes.has(code))
    return new ParleyError('notConfigured', 'Slack has ended our access. An admin has to add Parley to Slack again.', {
      cause,
    })
  if (goneCodes.has(code)) return new ParleyError('notFound', 'This message is no longer in Slack.', { cause })
  if (closedCodes.has(code))
    return new ParleyError('refused', `Slack does not let me write there (${code}). Invite @Parley to the channel.`, {
      cause,
    })
  if (brokenCodes.has(code))
    return new ParleyError('internal', `Slack did not take how this was written (${code}).`, { cause })
  if (missingFeatureCodes.has(code))
    return new ParleyError('notConfigured', `Slack does not allow this yet (${code}): add Parley to Slack again.`, {
      cause,
    })
  return new ParleyError('unavailable', `Slack does not answer (${code}); this is tried again by itself.`, {
    retry: 'later',
    cause,
  })
}

/** The same work with its failures in our words. */
export async function asParley<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw toParleyError(error)
  }
}
