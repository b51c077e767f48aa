import type { TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { intervalsOf, type Reading } from '../domain/reading.ts'
import type { Tx } from '../store/port.ts'
import type { RequestBundle } from './bundle.ts'
import { needBundle, partyOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import { collectAvailability } from './collectAvailability.ts'
import type { Deps } from './deps.ts'

// Takes:   a party's yes to the times that were understood of its mail.
// Reads:   the reading: it has to be this party's newest, of the present asking, and not confirmed yet.
// Writes:  through collectAvailability, exactly as the page does.
// Effects: those of collectAvailability.
// Refuses when: the reading is gone, overtaken or confirmed, or the time is settled (`tooLate`).

export async function confirmReading(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string; readingId: string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const found = await deps.store.inTenant(tenantId, async (tx) => {
    const bundle = await needBundle(tx, input.requestId)
    const party = partyOf(bundle, input.partyId)
    return { party, reading: await readingFor(tx, bundle, party, input.readingId) }
  })
  const { party, reading } = found
  if (reading?.kind !== 'windows') return { kind: 'tooLate' }
  const now = deps.clock.now()
  const claimed: Cause = {
    ...cause,
    claim: async (tx) => {
      await cause.claim?.(tx)
      await tx.update('readings', reading.id, { confirmedAt: now }, { confirmedAt: null })
    },
  }
  return collectAvailability(deps, tenantId, claimed, {
    requestId: input.requestId,
    partyId: party.id,
    windows: intervalsOf(reading)
      .filter((w) => w.endsAt > now)
      .map((w) => ({ ...w, level: 'good' as const })),
    range: null,
    isFinal: true,
    zone: party.zone,
    locale: party.locale,
    note: party.note,
    by: 'party',
  })
}

/** The reading while it can still be confirmed; null afterwards, and for anybody else. */
export async function readingFor(
  tx: Tx,
  bundle: RequestBundle,
  party: Party,
  readingId: string,
): Promise<Reading | null> {
  const [newest] = await tx.find('readings', {
    where: { partyId: party.id, requestId: bundle.request.id, askRound: bundle.request.askRound },
    orderBy: [
      ['createdAt', 'desc'],
      ['id', 'desc'],
    ],
    limit: 1,
  })
  return newest?.id === readingId && newest.confirmedAt === null ? newest : null
}
