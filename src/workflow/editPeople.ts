import type { AtsPerson } from '../ats/port.ts'
import type { TenantId } from '../domain/ids.ts'
import { foldName, namesPerson } from '../domain/names.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { TenantSettings } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { isLocked, needBundle, type RequestBundle, readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import { firstAnswer, insertPanelParty } from './insertPanelParty.ts'
import { findUnknownCalendars } from './openRequest.ts'
import { mailOrder, owe, withdrawOwed } from './owe.ts'
import type { RequestEdit } from './requestEdit.ts'

/** Somebody who could take part on the other side, with what has to be known before they can. */
export interface EditPerson extends AtsPerson {
  role: RequestEdit['added'][number]['role']
  /** Of the client; null for in-house jobs and where it is not known. */
  country: string | null
  isCalendarUnknown: boolean
}

/** The people of the other side, from the ATS: the client's contacts, or the hiring team and colleagues of these names. */
export async function readEditPeople(
  deps: Deps,
  tenantId: TenantId,
  request: Request,
  names: readonly string[],
): Promise<EditPerson[]> {
  if (names.length === 0) return []
  const application = await deps.ats.readApplication(tenantId, request.applicationId)
  if (!application) return []
  const country = application.client?.country ?? null
  if (request.kind === 'agency')
    return application.contacts.map((person) => ({ ...person, role: 'client', country, isCalendarUnknown: false }))
  const manager = application.hiringManager
  const team = [...(manager ? [manager] : []), ...application.interviewers]
  const others: AtsPerson[] = []
  for (const name of names)
    if (!team.some((p) => namesPerson(name, p.name))) others.push(...(await readColleagues(deps, tenantId, name)))
  const people = [...team, ...others].map((person) => ({
    person,
    role: person.id === manager?.id ? ('hiringManager' as const) : ('interviewer' as const),
  }))
  const settings: TenantSettings = await deps.store.inTenant(tenantId, readSettings)
  const unknown = await findUnknownCalendars(deps, tenantId, settings, people)
  return people.map(({ person, role }) => ({
    ...person,
    role,
    country,
    isCalendarUnknown: unknown.has(person.email.trim().toLowerCase()),
  }))
}

/** Colleagues who are not on the job's team. */
async function readColleagues(deps: Deps, tenantId: TenantId, name: string): Promise<AtsPerson[]> {
  const { matches } = await deps.ats.findPeople(tenantId, name)
  return matches.flatMap(({ kind, id, name: found, email, phone }) =>
    kind === 'user' && email ? [{ id, name: found, email, phone, zone: null, locale: null }] : [],
  )
}

export interface PeopleChange {
  added: readonly Party[]
  removed: readonly Party[]
  /** The request with its people as they are now. */
  bundle: RequestBundle
}

/** Adds and takes out people of a request, seats included. Whoever was written to and is out is told; nobody is asked yet. */
export async function changePeople(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  edit: RequestEdit,
  people: readonly EditPerson[],
): Promise<PeopleChange> {
  const removed = bundle.parties.filter((p) => edit.removedPartyIds.includes(p.id) && p.isAttending)
  for (const party of removed) await takeOut(tx, deps, bundle, party)
  const added: Party[] = []
  for (const wanted of edit.added) {
    const person = people.find((p) => p.id === wanted.recordId)
    if (person) added.push(await bringIn(tx, deps, bundle, { ...person, role: wanted.role }))
  }
  const recruiter = bundle.parties.find((p) => p.role === 'recruiter')
  if (edit.isRecruiterAttending !== null && recruiter) {
    await tx.update('parties', recruiter.id, { isAttending: edit.isRecruiterAttending })
    if (edit.isRecruiterAttending) await addSeat(tx, deps, bundle, recruiter)
    else await emptySeats(tx, bundle, recruiter)
    for (const invitation of bundle.invitations.filter((i) => i.partyId === recruiter.id))
      await tx.update('invitations', invitation.id, { isTransparent: !edit.isRecruiterAttending })
  }
  return { added, removed, bundle: await needBundle(tx, bundle.request.id) }
}

async function takeOut(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<void> {
  await emptySeats(tx, bundle, party)
  await tx.update('parties', party.id, { isAttending: false, answer: 'notNeeded', remindAt: null })
  const mails = await tx.find('effects', { where: { requestId: bundle.request.id, kind: 'mail' } })
  const own = mails.filter((e) => e.payload.kind === 'mail' && e.payload.partyId === party.id)
  await withdrawOwed(tx, deps, own)
  const wasWritten = own.some((e) => ['done', 'trying', 'asked'].includes(e.state))
  const isInvited = bundle.interviews.some((i) => i.state === 'scheduled' && i.partyIds.includes(party.id))
  if (wasWritten && !isInvited && outsiderRoles.includes(party.role) && party.answer !== 'declined')
    await owe(tx, deps, [mailOrder(bundle.request.id, 'released', party.id, `v${bundle.request.version}`)])
}

/** Who was in before comes back as the same party: links and times of theirs are still there. */
async function bringIn(tx: Tx, deps: Deps, bundle: RequestBundle, person: EditPerson): Promise<Party> {
  const { request, settings } = bundle
  const { role, country, isCalendarUnknown } = person
  const place = { role, person, country, isCalendarUnknown, settings }
  const before = bundle.parties.find((p) => p.recordId === person.id || foldName(p.email) === foldName(person.email))
  const answer = firstAnswer(request, place)
  const known = before ?? (await insertPanelParty(tx, deps, request, place))
  const party = await tx.update('parties', known.id, {
    isAttending: true,
    // Of an agreed time nobody is asked; a later move asks everybody.
    answer: answer === 'asked' && isLocked(bundle) ? 'notAsked' : answer,
    answeredBy: null,
    declineReason: null,
  })
  await addSeat(tx, deps, bundle, party)
  return party
}

async function addSeat(tx: Tx, deps: Deps, { request, sessions }: RequestBundle, party: Party): Promise<void> {
  for (const session of sessions) {
    const seats = await tx.find('seats', { where: { sessionId: session.id } })
    if (seats.some((seat) => seat.partyIds.includes(party.id))) continue
    await tx.insert('seats', {
      id: deps.ids.next('seat'),
      requestId: request.id,
      sessionId: session.id,
      ordinal: Math.max(0, ...seats.map((seat) => seat.ordinal)) + 1,
      role: party.role,
      partyIds: [party.id],
      isRequired: true,
    })
  }
}

async function emptySeats(tx: Tx, { seats }: RequestBundle, party: Party): Promise<void> {
  for (const seat of seats.filter((one) => one.partyIds.includes(party.id))) {
    const partyIds = seat.partyIds.filter((id) => id !== party.id)
    if (partyIds.length > 0) await tx.update('seats', seat.id, { partyIds })
    else await tx.remove('seats', { id: seat.id })
  }
}
