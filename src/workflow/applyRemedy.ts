import { isDeepStrictEqual } from 'node:util'
import type { AtsPerson } from '../ats/port.ts'
import { changeSentence } from '../bot/remedyActions.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { RequestChange, StandIn } from '../domain/remedy.ts'
import type { RequestRules } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { askParty } from './askParty.ts'
import { moveRequest, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { insertPanelParty } from './insertPanelParty.ts'
import { findUnknownCalendars } from './openRequest.ts'
import { cardOrder, owe, owePropose, say } from './owe.ts'
import { sentence } from './speech.ts'

// Takes:   one of the remedies that are offered while nothing fits.
// Reads:   the request; for somebody who is to stand in, the ATS and whether their calendar is known.
// Writes:  the rules, the session or the seat it is about, and a stand-in as a party; the request is collecting again.
// Effects: a search for slots, or the question for times to the stand-in; the card, a line in the thread.
// Refuses when: the remedy is not offered any more, because something fits, was changed or settled meanwhile (`tooLate`).

export async function applyRemedy(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; change: unknown },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const offered = await deps.store.inTenant(tenantId, async (tx) => {
    const bundle = await needBundle(tx, input.requestId)
    return { bundle, change: offeredChange(bundle, input.change) }
  })
  const arrival =
    offered.change?.kind === 'standIn'
      ? await readArrival(deps, tenantId, offered.bundle, offered.change.standIn)
      : null
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    const change = offeredChange(bundle, input.change)
    if (!change || (change.kind === 'standIn' && !arrival)) return { kind: 'tooLate' }
    const rules = changedRules(request.rules, change)
    const newcomer = arrival && (await addToSeat(tx, deps, bundle, change, arrival))
    await changeSession(tx, change)
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      request,
      'collecting',
      'applyRemedy',
      { rules, stuckReasons: [] },
      { change },
    )
    const isAsked = newcomer?.answer === 'asked'
    // Whoever is asked answers first; the answer brings the search.
    if (isAsked) await askParty(tx, deps, moved, newcomer, deps.clock.now())
    else await owePropose(tx, deps, moved.id)
    const told = change.kind === 'standIn' ? { ...change, standIn: { ...change.standIn, isAsked } } : change
    await owe(tx, deps, [cardOrder(deps, moved.id, moved.version)])
    await say(
      tx,
      deps,
      { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id },
      `${request.id}:remedy:${moved.version}`,
      sentence(({ news }, { reader, language }) =>
        [changeSentence(bundle, told, reader, language), ...(isAsked ? [] : [news.remedy.lookingAgain])].join(' '),
      ),
    )
    return { kind: 'done' }
  })
}

/** Of a button that was made some time ago only what is offered now counts. */
function offeredChange({ request }: RequestBundle, change: unknown): RequestChange | null {
  if (request.state !== 'noOverlap') return null
  return request.remedies.find((remedy) => isDeepStrictEqual(remedy.change, change))?.change ?? null
}

interface Arrival {
  person: AtsPerson
  country: string | null
  isCalendarUnknown: boolean
}

async function readArrival(
  deps: Deps,
  tenantId: TenantId,
  { request, settings }: RequestBundle,
  { recordId, role }: StandIn,
): Promise<Arrival | null> {
  const application = await deps.ats.readApplication(tenantId, request.applicationId)
  const people = [...(application?.contacts ?? []), ...(application?.interviewers ?? [])]
  const person = people.find((one) => one.id === recordId)
  if (!person) return null
  const unknown = await findUnknownCalendars(deps, tenantId, settings, [{ role, person }])
  return { person, country: application?.client?.country ?? null, isCalendarUnknown: unknown.size > 0 }
}

async function addToSeat(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  change: RequestChange,
  arrival: Arrival,
): Promise<Party | null> {
  if (change.kind !== 'standIn') return null
  const seat = bundle.seats.find((one) => one.id === change.seatId)
  if (!seat) return null
  const { role } = change.standIn
  const party = await insertPanelParty(tx, deps, bundle.request, { ...arrival, role, settings: bundle.settings })
  await tx.update('seats', seat.id, { partyIds: [...seat.partyIds, party.id] })
  return party
}

async function changeSession(tx: Tx, change: RequestChange): Promise<void> {
  if (change.kind === 'without') await tx.update('seats', change.seatId, { isRequired: false })
  if (change.kind === 'shorterSession')
    await tx.update('sessions', change.sessionId, { durationMinutes: change.durationMinutes })
}

function changedRules(rules: RequestRules, change: RequestChange): RequestRules {
  switch (change.kind) {
    case 'longerHours':
      return { ...rules, dayStartsMinute: change.dayStartsMinute, dayEndsMinute: change.dayEndsMinute }
    case 'shorterNotice':
      return { ...rules, noticeHours: change.noticeHours }
    case 'laterEnd':
      return { ...rules, toOn: change.toOn }
    default:
      return rules
  }
}
