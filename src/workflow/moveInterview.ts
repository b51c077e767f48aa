import { ParleyError } from '../domain/errors.ts'
import { formatDate } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { RequestRules } from '../domain/request.ts'
import { wordsFor } from '../words/catalogue.ts'
import type { NewsWords } from '../words/replyWords.ts'
import { askEverybody, rangeFrom, withdrawMails } from './askEverybody.ts'
import { liveInterviews, moveRequest, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'

// Takes:   a confirmed interview that needs another time.
// Reads:   the request, the limits for guests.
// Writes:  a new round of asking; the interview stands until another time is agreed.
// Effects: requests for new times, the card. The change goes out with a raised SEQUENCE when it is agreed.
// Refuses when: nothing is confirmed, or (guests) the limits are reached.

export type MoveOutcome = { kind: 'done' } | { kind: 'tooLate' } | { kind: 'limit' }

export async function moveInterview(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: {
    requestId: string
    fromOn: string | null
    /** The last day, when one was named; otherwise as many days are offered as ever. */
    toOn?: string | null
    reason: string | null
    /** What mails say where nobody has given a reason; that a new time is needed, when left out. */
    reasonIn?: (words: NewsWords['reasons']) => string
    by: 'recruiter' | 'guest'
  },
): Promise<MoveOutcome> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (request.state !== 'confirmed') return { kind: 'tooLate' }
    const limit = input.by === 'guest' ? changeLimit(bundle, deps.clock.now()) : null
    if (limit && !limit.canMove) return { kind: 'limit' }
    const { zone } = bundle.recruiter
    const range = rangeFrom(request.rules, input.fromOn, deps.clock.now(), zone, bundle.settings.windowDays)
    await withdrawMails(tx, deps, request.id)
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      request,
      'collecting',
      'move',
      {
        askRound: request.askRound + 1,
        // The limit is the guests': what the recruiter moves does not use it up.
        moveCount: request.moveCount + (input.by === 'guest' ? 1 : 0),
        rules: untilDay(range, input.toOn ?? null, bundle.recruiter.locale),
        stuckReasons: [],
      },
      { reason: input.reason, by: input.by },
    )
    const reasonIn = input.reasonIn ?? (({ newTime }: NewsWords['reasons']) => newTime)
    await askEverybody(
      tx,
      deps,
      bundle,
      moved,
      input.reason ?? (({ locale }) => reasonIn(wordsFor(locale).replies.news.reasons)),
    )
    await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
    return { kind: 'done' }
  })
}

function untilDay(rules: RequestRules, toOn: string | null, locale: string): RequestRules {
  if (toOn === null) return rules
  if (toOn < rules.fromOn)
    throw new ParleyError('badInput', `The first day that is possible is ${formatDate(rules.fromOn, locale)}.`, {
      field: 'toOn',
      wording: { key: 'firstDay', value: formatDate(rules.fromOn, locale) },
    })
  return { ...rules, toOn }
}

/** What a guest may still change without asking anybody. */
export interface ChangeLimit {
  canMove: boolean
  canCancel: boolean
  isInTime: boolean
  movesLeft: number
}

export function changeLimit(bundle: RequestBundle, now: Date): ChangeLimit {
  const interview = liveInterviews(bundle)[0]
  const { changeCutoffHours, moveCountMax } = bundle.settings
  const cutoffAt = interview ? interview.startsAt.getTime() - changeCutoffHours * 3_600_000 : 0
  const isInTime = now.getTime() < cutoffAt
  const movesLeft = Math.max(0, moveCountMax - bundle.request.moveCount)
  return { canMove: isInTime && movesLeft > 0, canCancel: isInTime, isInTime, movesLeft }
}
