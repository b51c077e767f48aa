import { type Interval, overlaps } from '../domain/availability.ts'
import type { TenantId } from '../domain/ids.ts'
import { namesPerson } from '../domain/names.ts'
import { isLocked, liveInterviews, type RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { EditPerson } from './editPeople.ts'

/**
 * Names of members whose calendar has something else in the minutes that an agreed interview would take newly: the added ones
 * for who takes part, all of them for who joins. Empty while no time is agreed.
 */
export async function readClashes(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  durationMinutes: number | null,
  people: readonly EditPerson[],
): Promise<string[]> {
  const agreed = liveInterviews(bundle)[0] ?? bundle.proposals.find((p) => p.state === 'approved')
  if (!agreed || !isLocked(bundle)) return []
  const { startsAt } = agreed
  const endsAt = durationMinutes === null ? agreed.endsAt : new Date(startsAt.getTime() + durationMinutes * 60_000)
  const longer = endsAt > agreed.endsAt ? { startsAt: agreed.endsAt, endsAt } : null
  const emails = people.map((p) => p.email.trim().toLowerCase())
  const joining = await deps.store.inTenant(tenantId, (tx) => tx.find('members', { where: { email: { in: emails } } }))
  const isIn = (name: string) => bundle.parties.some((p) => p.isAttending && namesPerson(name, p.name))
  const asked = [
    ...bundle.parties.flatMap((p) =>
      p.memberId && p.isAttending && longer ? [{ id: p.memberId, name: p.name, range: longer }] : [],
    ),
    ...joining
      .filter(({ name }) => !isIn(name))
      .map(({ id, name }) => ({ id, name, range: { startsAt, endsAt } as Interval })),
  ]
  if (asked.length === 0) return []
  const ids = asked.map(({ id }) => id)
  const answers = await deps.calendar.readBusy(tenantId, ids, { startsAt, endsAt })
  return asked.flatMap(({ id, name, range }) => {
    const answer = answers.get(id)
    return answer?.kind === 'busy' && answer.times.some((time) => overlaps(time, range)) ? [name] : []
  })
}
