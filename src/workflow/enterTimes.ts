import { DateTime } from 'luxon'
import { ParleyError } from '../domain/errors.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import { namesPerson } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { isLocked, needBundle, type RequestBundle } from './bundle.ts'
import { findRequests, type Meant } from './findRequests.ts'
import type { OfferedWindow } from './guestPage.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

// Takes:   "Acme can do Tue 2-4", read as windows.
// Reads:   the open requests this can mean.
// Writes:  nothing; the press does.
// Effects: none.
// Refuses when: nobody or several are meant; it asks.

/** Reads back who and when, with a button that enters it: the party gets a copy, so a guess would go out in its name. */
export async function readBackTimes(
  tx: Tx,
  talk: Conversation,
  said: Meant & { about: string },
  windows: readonly OfferedWindow[],
): Promise<Composer> {
  const { about } = said
  const meant: { request: Request; party: Party }[] = []
  for (const request of await findRequests(tx, talk, said)) {
    const bundle = await needBundle(tx, request.id)
    if (!isLocked(bundle)) for (const party of partiesCalled(bundle, about)) meant.push({ request, party })
  }
  if (meant.length === 0)
    return sentence(({ errands }, { reader }) =>
      errands.times.nobodyWaits(about, windows.map((w) => formatRangeShort(w, reader)).join('; ')),
    )
  return ({ words: { errands }, reader }) => ({
    parts: [
      { kind: 'text', text: errands.times.understood(about) },
      { kind: 'slots', slots: windows.map((w) => ({ label: formatRangeShort(w, reader) })) },
      { kind: 'note', tone: 'info', text: errands.times.copy },
    ],
    actions: meant.slice(0, 8).map(({ request, party }) => ({
      kind: 'enterTimes',
      data: { requestId: request.id, partyId: party.id, windows: storedWindows(windows) },
      label: errands.times.enter(party.name, request.candidateName, request.jobTitle),
      style: meant.length === 1 ? 'primary' : 'normal',
    })),
  })
}

/** "I can do Tue 2-4" of a member who was asked, in the conversation about it: for nobody but that member. */
export async function readBackOwnTimes(
  tx: Tx,
  talk: Conversation,
  windows: readonly OfferedWindow[],
): Promise<Composer> {
  const [request] = await findRequests(tx, { threadId: talk.threadId }, { about: null })
  const bundle = request && (await needBundle(tx, request.id))
  const own = bundle?.parties.find((p) => p.memberId === talk.memberId && p.role !== 'recruiter' && p.isAttending)
  if (!bundle || !own || isLocked(bundle)) return sentence(({ errands }) => errands.times.ownNotWanted)
  return ({ words: { errands }, reader }) => ({
    parts: [
      { kind: 'text', text: errands.times.own(bundle.request.candidateName) },
      { kind: 'slots', slots: windows.map((w) => ({ label: formatRangeShort(w, reader) })) },
    ],
    actions: [
      {
        kind: 'offerTimes',
        data: { requestId: bundle.request.id, partyId: own.id, windows: storedWindows(windows) },
        label: errands.times.send,
        style: 'primary',
      },
    ],
  })
}

function storedWindows(windows: readonly OfferedWindow[]) {
  return windows.map((w) => ({ startsAt: w.startsAt.toISOString(), endsAt: w.endsAt.toISOString() }))
}

/** Wall-clock windows as a person wrote them, in `zone`, as instants. Throws `badInput` when one does not exist or has passed. */
export function windowsFromLocal(
  windows: readonly { startsAt: string; endsAt: string }[],
  zone: string,
  now: Date,
): OfferedWindow[] {
  return windows.map((w) => {
    const start = DateTime.fromISO(w.startsAt, { zone })
    const end = DateTime.fromISO(w.endsAt, { zone })
    if (!start.isValid || !end.isValid || end <= start)
      throw new ParleyError('badInput', 'I could not read these times. Write them like: Tue 2-4 pm, Thu morning.', {
        field: 'times',
        wording: { key: 'unread' },
      })
    if (start.toFormat("yyyy-MM-dd'T'HH:mm") !== w.startsAt.slice(0, 16))
      throw new ParleyError('badInput', 'One of these times does not exist, because the clocks change that night.', {
        field: 'times',
        wording: { key: 'noSuchTime' },
      })
    if (end.toJSDate() <= now)
      throw new ParleyError('badInput', 'These times have passed already.', {
        field: 'times',
        wording: { key: 'passed' },
      })
    return { startsAt: start.toJSDate(), endsAt: end.toJSDate(), level: 'good' as const }
  })
}

/** Whom a recruiter means by "Acme", "Sam" or "Jane": the parties of that name, or of that client. */
export function partiesCalled(bundle: RequestBundle, name: string): Party[] {
  const byName = bundle.parties.filter((p) => p.role !== 'recruiter' && namesPerson(name, p.name))
  if (byName.length > 0) return byName
  const { clientName } = bundle.request
  return clientName && namesPerson(name, clientName) ? bundle.parties.filter((p) => p.role === 'client') : []
}
