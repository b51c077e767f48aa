import type { AtsPerson } from '../ats/port.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { personKeyOf } from '../domain/party.ts'
import type { StandIn } from '../domain/remedy.ts'
import type { Member } from '../domain/settings.ts'
import { type PersonHolds, readHolds } from './buildProblem.ts'
import type { RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'

const standInCountMax = 4

/** Somebody of the same side who takes no part in the request and could. */
export interface KnownStandIn {
  person: AtsPerson
  role: StandIn['role']
  member: Member | null
  personKey: string
  holds: PersonHolds | null
}

/** Others of the same side, from the ATS; none when it does not answer: a reason without buttons is better than none. */
export async function readStandIns(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  now: Date,
): Promise<KnownStandIn[]> {
  const { request, parties } = bundle
  if (request.atsConnection !== deps.ats.connection) return []
  const people = await readSide(deps, tenantId, bundle)
  const emailOf = (person: { email: string }) => person.email.trim().toLowerCase()
  const others = people
    .filter((one) => !parties.some((p) => p.recordId === one.id || emailOf(p) === emailOf(one)))
    .slice(0, standInCountMax)
  if (others.length === 0) return []
  return deps.store.inTenant(tenantId, async (tx) => {
    const isInside = request.kind === 'inHouse'
    const members = isInside ? await tx.find('members', { where: { email: { in: others.map(emailOf) } } }) : []
    const found = others.map((person) => {
      const member = members.find((one) => one.email === emailOf(person)) ?? null
      return { person, member, personKey: personKeyOf(member?.id ?? null, person.email) }
    })
    const keys = found.map(({ personKey }) => personKey)
    const holds = await readHolds(tx, bundle, keys, now)
    return found.map((one) => ({
      ...one,
      role: isInside ? ('interviewer' as const) : ('client' as const),
      holds: holds.get(one.personKey) ?? null,
    }))
  })
}

async function readSide(deps: Deps, tenantId: TenantId, { request }: RequestBundle): Promise<readonly AtsPerson[]> {
  try {
    const application = await deps.ats.readApplication(tenantId, request.applicationId)
    return (request.kind === 'agency' ? application?.contacts : application?.interviewers) ?? []
  } catch (error) {
    if (error instanceof ParleyError) return []
    throw error
  }
}
