import { outsiderRoles, type Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { candidateOf, missingApprovers, needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { cardOrder, mailOrder, owe } from './owe.ts'
import { planReminder } from './planReminder.ts'

// Takes:   the recruiter's wish to remind whoever we wait for.
// Reads:   the request: who has not answered, approved or chosen; who has said on its page that it wants no reminders.
// Writes:  the count of reminders.
// Effects: one reminder mail per silent outsider (the ATS log follows when it was sent), the card.
// Refuses when: we wait for nobody (`nobody`), everybody was reminded within the last hour (`tooSoon`), or whoever is left has
//          stopped the reminders (`stopped`): then the recruiter decides, person by person.

const pauseMs = 3_600_000

export type NudgeOutcome =
  | { kind: 'done'; names: readonly string[]; stopped: readonly Party[] }
  | { kind: 'stopped'; stopped: readonly Party[] }
  /** Those who were named have answered; these have not. */
  | { kind: 'answered'; names: readonly string[]; silentNames: readonly string[] }
  | { kind: 'nobody' }
  | { kind: 'tooSoon' }

/** Whom a nudge is for: all when nothing is said, those of a name, or one party although it has stopped the reminders. */
export interface NudgeWish {
  about?: string | null
  despiteStopId?: string | undefined
}

/** Runs inside the caller's transaction, so that the answer in the thread stands or falls with the reminders. */
export async function nudge(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  requestId: string,
  wish: NudgeWish = {},
): Promise<NudgeOutcome> {
  const bundle = await needBundle(tx, requestId)
  const allSilent = silentParties(bundle).filter((p) => outsiderRoles.includes(p.role))
  if (allSilent.length === 0) return { kind: 'nobody' }
  const named = partiesMeant(bundle, wish)
  const silent = named.length > 0 ? allSilent.filter((p) => named.some((n) => n.id === p.id)) : allSilent
  if (silent.length === 0)
    return { kind: 'answered', names: named.map((p) => p.name), silentNames: allSilent.map((p) => p.name) }
  const since = new Date(deps.clock.now().getTime() - pauseMs)
  const recent = await tx.find('effects', {
    where: { requestId: bundle.request.id, kind: 'mail', createdAt: { gt: since } },
  })
  const isRecent = (p: Party) =>
    recent.some((e) => e.payload.kind === 'mail' && e.payload.template === 'reminder' && e.payload.partyId === p.id)
  const wanted = silent.filter((p) => !isRecent(p))
  if (wanted.length === 0) return { kind: 'tooSoon' }
  const stopped = (await thoseWhoStopped(tx, bundle, wanted)).filter((p) => p.id !== wish.despiteStopId)
  const due = wanted.filter((p) => !stopped.includes(p))
  if (due.length === 0) return { kind: 'stopped', stopped }
  for (const party of due) {
    const number = party.remindedCount + 1
    const now = deps.clock.now()
    const reminded = { remindedAt: now, remindedCount: number }
    const remindAt = planReminder(bundle.settings, bundle.request, { ...party, ...reminded }, now)
    await tx.update('parties', party.id, { ...reminded, remindAt })
    await owe(tx, deps, [mailOrder(bundle.request.id, 'reminder', party.id, now.toISOString())])
  }
  await recordAudit(tx, deps, cause, {
    requestId: bundle.request.id,
    action: 'nudge',
    fromState: bundle.request.state,
    toState: bundle.request.state,
    data: { partyIds: due.map((p) => p.id), ...(wish.despiteStopId ? { isDespiteStop: true } : {}) },
  })
  await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
  return { kind: 'done', names: due.map((p) => p.name), stopped }
}

function partiesMeant(bundle: RequestBundle, { about, despiteStopId }: NudgeWish): Party[] {
  if (despiteStopId) return [partyOf(bundle, despiteStopId)]
  return about ? partiesCalled(bundle, about) : []
}

/** Those who have said on their own page that they want no reminders; what the recruiter has stopped, the recruiter may send. */
async function thoseWhoStopped(tx: Tx, { request }: RequestBundle, parties: readonly Party[]): Promise<Party[]> {
  if (!parties.some((p) => p.isReminderStopped)) return []
  const stops = await tx.find('audit', {
    where: { requestId: request.id, action: 'reminders:stop' },
    orderBy: [['at', 'asc']],
  })
  return parties.filter(
    (p) => p.isReminderStopped && stops.findLast((stop) => stop.data.partyId === p.id)?.via === 'link',
  )
}

/** What says whom a request waits for; proposals of the current asking. */
export type SilenceFacts = Pick<RequestBundle, 'request' | 'parties' | 'seats' | 'proposals' | 'approvals'>

/** Whom the next step waits for. */
export function silentParties(bundle: SilenceFacts): Party[] {
  switch (bundle.request.state) {
    case 'collecting':
      return bundle.parties.filter((p) => p.answer === 'asked')
    case 'choosing':
      return [candidateOf(bundle)]
    case 'approving': {
      const offered = new Set(bundle.proposals.filter((p) => p.state === 'offered').map((p) => p.id))
      const agreed = new Set(bundle.approvals.filter((a) => offered.has(a.proposalId)).map((a) => a.partyId))
      return missingApprovers(bundle, agreed)
    }
    default:
      return []
  }
}
