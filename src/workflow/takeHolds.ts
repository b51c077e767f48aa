import type { Proposal } from '../domain/proposal.ts'
import type { NewRow, Tx } from '../store/port.ts'
import type { RequestBundle } from './bundle.ts'
import { partyOf } from './bundle.ts'
import type { Deps } from './deps.ts'

/**
 * Reserves everybody of a proposal, each session plus the gap after it: two sessions of one person are then always at
 * least the gap apart. What this request held before is released first, in the same transaction, so that a move by half
 * an hour does not collide with itself. Throws `slotTaken`; the transaction is then dead and nothing was changed.
 */
export async function takeHolds(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  bundle: RequestBundle,
  proposal: Pick<Proposal, 'slots'>,
): Promise<void> {
  await releaseHolds(tx, bundle, 'all')
  const holds: NewRow<'holds'>[] = []
  for (const slot of proposal.slots) {
    const keys = new Set(slot.partyIds.map((partyId) => partyOf(bundle, partyId).personKey))
    for (const personKey of keys)
      holds.push({
        id: deps.ids.next('hold'),
        personKey,
        requestId: bundle.request.id,
        sessionId: slot.sessionId,
        startsAt: new Date(slot.startsAt),
        endsAt: new Date(new Date(slot.endsAt).getTime() + bundle.request.rules.gapMinutes * 60_000),
        state: 'held',
      })
  }
  await tx.takeHolds(joinOwnHolds(holds))
}

// Consecutive sessions of one person in one request touch or overlap by their gaps; they are one reservation.
function joinOwnHolds(holds: readonly NewRow<'holds'>[]): NewRow<'holds'>[] {
  const joined: NewRow<'holds'>[] = []
  const sorted = [...holds].sort((a, b) =>
    a.personKey < b.personKey ? -1 : a.personKey > b.personKey ? 1 : a.startsAt.getTime() - b.startsAt.getTime(),
  )
  for (const hold of sorted) {
    const last = joined.at(-1)
    if (last && last.personKey === hold.personKey && hold.startsAt < last.endsAt) {
      if (hold.endsAt > last.endsAt) joined[joined.length - 1] = { ...last, endsAt: hold.endsAt }
    } else joined.push(hold)
  }
  return joined
}

/** Frees this request's holds: those of an unfinished agreement ('held') or all of them. */
export async function releaseHolds(tx: Tx, bundle: RequestBundle, which: 'held' | 'all'): Promise<void> {
  const states = which === 'held' ? (['held'] as const) : (['held', 'confirmed'] as const)
  const holds = await tx.find('holds', { where: { requestId: bundle.request.id, state: { in: states } } })
  for (const hold of holds) await tx.update('holds', hold.id, { state: 'released' })
}

/** Makes a tentative reservation firm. */
export async function confirmHolds(tx: Tx, bundle: RequestBundle): Promise<void> {
  const holds = await tx.find('holds', { where: { requestId: bundle.request.id, state: 'held' } })
  for (const hold of holds) await tx.update('holds', hold.id, { state: 'confirmed' })
}
