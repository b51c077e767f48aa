import { briefingWays } from '../briefings/send.ts'
import { isoDateOf } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import { partyOf, type RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'

/**
 * The briefings of those members who take part, some minutes before the interview (a setting, 0 is off). None when that
 * moment has passed. Withdrawn like day-of reminders when the interview is moved or cancelled.
 */
export function briefingOrders(deps: Deps, bundle: RequestBundle, interview: Interview) {
  const { meetingBriefingMinutes } = bundle.settings
  const at = new Date(interview.startsAt.getTime() - meetingBriefingMinutes * 60_000)
  if (meetingBriefingMinutes === 0 || at <= deps.clock.now()) return []
  return interview.partyIds.flatMap((partyId) => {
    const { memberId, zone } = partyOf(bundle, partyId)
    if (!memberId) return []
    return briefingWays.map((via) => ({
      key: `briefing:${interview.id}:${interview.sequence}:${memberId}:${via}`,
      // Not a step of the request: one that fails is stale minutes later, and nothing on the card could mend it.
      requestId: null,
      interviewId: interview.id,
      at,
      payload: {
        kind: 'briefing' as const,
        via,
        memberId,
        on: isoDateOf(at, zone),
        dueAt: at.toISOString(),
        interviewId: interview.id,
        sequence: interview.sequence,
      },
    }))
  })
}
