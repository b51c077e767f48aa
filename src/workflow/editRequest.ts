import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { isClosed, type RequestRules } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { askParty } from './askParty.ts'
import { isBlockedByNo, isLocked, moveRequest, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { readAsked, toldOfEdit } from './editConsequences.ts'
import { editInterview } from './editInterview.ts'
import { changePeople, type EditPerson, readEditPeople } from './editPeople.ts'
import { hasWritten } from './hasWritten.ts'
import { cardOrder, mailOrder, owe, owePropose } from './owe.ts'
import { resumeWaiting } from './planReminder.ts'
import { editsTimes, type RequestEdit } from './requestEdit.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   a change of a request that was understood in full: length, how they meet, people, days and hours.
// Reads:   the request; for who is to join, the ATS and whether their calendar is known.
// Writes:  session, rules, seats and parties. While times are looked for: proposals withdrawn, the request collecting again.
//          When a time is agreed: the same interview with the same calendar objects, holds for its new length and people.
// Effects: the change to whoever was asked something else; the question to who joins; a search; or the changed invitations; the card.
// Refuses when: the request is closed (`tooLate`), or somebody has another interview in the added minutes (`taken`).

export type EditOutcome = { kind: 'done' } | { kind: 'tooLate' } | { kind: 'taken'; name: string | null }

export async function editRequest(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; edit: RequestEdit },
): Promise<EditOutcome> {
  const { edit } = input
  const before = await deps.store.inTenant(tenantId, (tx) => needBundle(tx, input.requestId))
  const names = edit.added.map((one) => one.name)
  const people = await readEditPeople(deps, tenantId, before.request, names)
  try {
    return await deps.store.inTenant(tenantId, async (tx) => {
      await cause.claim?.(tx)
      return editInTx(tx, deps, cause, await needBundle(tx, input.requestId), edit, people)
    })
  } catch (error) {
    if (!isParleyError(error, 'slotTaken')) throw error
    return { kind: 'taken', name: before.parties.find((p) => p.personKey === error.personKey)?.name ?? null }
  }
}

/** As `editRequest`, inside the caller's transaction. Throws `slotTaken` when an agreed time cannot grow; the transaction is then dead. */
export async function editInTx(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  edit: RequestEdit,
  people: readonly EditPerson[],
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  if (isClosed(bundle.request.state)) return { kind: 'tooLate' }
  if (isLocked(bundle)) return editInterview(tx, deps, cause, bundle, edit, people)
  if (edit.durationMinutes !== null)
    for (const session of bundle.sessions)
      await tx.update('sessions', session.id, { durationMinutes: edit.durationMinutes })
  if (editsTimes(edit)) await searchAnew(tx, deps, cause, bundle, edit, people)
  else await editCalmly(tx, deps, cause, bundle, edit)
  return { kind: 'done' }
}

/** How they meet says nothing about when: the search goes on. */
async function editCalmly(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  { request }: RequestBundle,
  { format }: RequestEdit,
): Promise<void> {
  const moved = await moveRequest(tx, deps, cause, request, request.state, 'edit', format ? { format } : {}, { format })
  await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
}

async function searchAnew(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  edit: RequestEdit,
  people: readonly EditPerson[],
): Promise<void> {
  const { request } = bundle
  const askedIds = await readAsked(tx, bundle)
  const isFirst = !(await hasWritten(tx, request.id))
  const told = toldOfEdit(bundle, edit, askedIds)
  for (const proposal of bundle.proposals)
    if (proposal.state === 'offered') await tx.update('proposals', proposal.id, { state: 'withdrawn' })
  await releaseHolds(tx, bundle, 'held')
  const change = await changePeople(tx, deps, bundle, edit, people)
  const { seats, parties } = change.bundle
  // Without required seats of the other side nothing can be blocked by a no that is not there any more.
  const isStuck = isBlockedByNo(seats, parties)
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    request,
    isStuck ? 'declined' : 'collecting',
    'edit',
    {
      rules: rulesAfter(request.rules, edit),
      ...(edit.format ? { format: edit.format } : {}),
      ...(edit.isRecruiterAttending === null ? {} : { isRecruiterAttending: edit.isRecruiterAttending }),
      ...(isStuck ? {} : { stuckReasons: [] }),
    },
    { edit },
  )
  if (request.state === 'declined' && !isStuck) await resumeWaiting(tx, deps, moved, parties)
  const askAt = new Date(deps.clock.now().getTime() + (isFirst ? bundle.settings.undoSeconds * 1_000 : 0))
  for (const party of change.added) if (party.answer === 'asked') await askParty(tx, deps, moved, party, askAt)
  await owe(tx, deps, [
    ...told.map((p) => mailOrder(request.id, 'changed', p.id, `v${moved.version}`)),
    cardOrder(deps, request.id, moved.version),
  ])
  await owePropose(tx, deps, request.id)
}

function rulesAfter(rules: RequestRules, { rules: part }: RequestEdit): RequestRules {
  return part ? { ...rules, ...part } : rules
}
