import { isDeepStrictEqual } from 'node:util'
import { type Interval, mergeIntervals, type Window, windowCountMax } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import { isZone } from '../domain/zone.ts'
import type { Tx } from '../store/port.ts'
import { isBlockedByNo, isLocked, moveRequest, needBundle, partyOf, type RequestBundle, windowsOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import type { OfferedWindow } from './guestPage.ts'
import { cardOrder, logOrder, mailOrder, owe, owePropose } from './owe.ts'
import { resumeWaiting } from './planReminder.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   a party's windows, from its page, from a chat card, or entered by the recruiter.
// Reads:   the request.
// Writes:  windows (the whole or one week of them), the party's answer; proposals of before are withdrawn.
// Effects: acknowledgement to the party, ATS log "candidate selects a time", the card; a search for slots.
// Refuses when: the time is settled (locked), the request is closed, or a window is not one.

export interface OfferedAvailability {
  requestId: string
  partyId: string
  windows: readonly OfferedWindow[]
  /** Only windows inside are replaced; null replaces all. */
  range: Interval | null
  isFinal: boolean
  zone: string
  locale: string
  note: string | null
  by: 'party' | 'recruiter'
}

const noteLengthMax = 2_000

/** @returns tooLate when the time was settled meanwhile; throws `badInput` with the field for what cannot be read. */
export async function collectAvailability(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  offered: OfferedAvailability,
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, offered.requestId)
    if (isLocked(bundle)) return { kind: 'tooLate' }
    const party = partyOf(bundle, offered.partyId)
    checkInput(offered, deps.clock.now())

    const { range } = offered
    const kept = range ? windowsOf(bundle, party.id).flatMap((w) => outsideOf(w, range)) : []
    const windows = [...kept, ...offered.windows]
    if (offered.isFinal) checkAnswer(bundle, windows, deps.clock.now())
    // The same answer once more (a resent form, a second tab) changes nothing, so nobody is written to again.
    if (offered.isFinal && isSameAnswer(bundle, party, offered, windows)) return { kind: 'done' }
    await replaceWindows(tx, deps, bundle.request, party, offered, windows)
    if (!offered.isFinal) return { kind: 'done' }
    await recordAnswer(tx, deps, cause, bundle, party, offered, windows)
    return { kind: 'done' }
  })
}

/** What of a window lies outside the range that is being replaced: one that reaches over its end keeps its rest. */
function outsideOf(window: Window, range: Interval): OfferedWindow[] {
  const { startsAt, endsAt, level } = window
  const before = { startsAt, endsAt: endsAt < range.startsAt ? endsAt : range.startsAt, level }
  const after = { startsAt: startsAt > range.endsAt ? startsAt : range.endsAt, endsAt, level }
  return [before, after].filter((part) => part.startsAt < part.endsAt)
}

function checkInput(offered: OfferedAvailability, now: Date): void {
  if (offered.windows.length > windowCountMax)
    throw new ParleyError('badInput', `Please send at most ${windowCountMax} times.`, {
      field: 'windows',
      wording: { key: 'tooMany', value: String(windowCountMax) },
    })
  if (!isZone(offered.zone))
    throw new ParleyError('badInput', 'This time zone is not known.', { field: 'zone', wording: { key: 'zone' } })
  if (offered.note && offered.note.length > noteLengthMax)
    throw new ParleyError('badInput', `Please keep the note under ${noteLengthMax} characters.`, {
      field: 'note',
      wording: { key: 'longNote', value: String(noteLengthMax) },
    })
  for (const w of offered.windows) {
    const isReal = Number.isFinite(w.startsAt.getTime()) && Number.isFinite(w.endsAt.getTime())
    if (!isReal)
      throw new ParleyError('badInput', 'One of the times could not be read.', {
        field: 'windows',
        wording: { key: 'unreadOne' },
      })
    if (w.endsAt <= w.startsAt)
      throw new ParleyError('badInput', 'A time must end after it starts.', {
        field: 'windows',
        wording: { key: 'endsFirst' },
      })
    if (w.endsAt <= now)
      throw new ParleyError('badInput', 'One of the times is in the past.', {
        field: 'windows',
        wording: { key: 'isPast' },
      })
  }
}

function checkAnswer(bundle: RequestBundle, windows: readonly OfferedWindow[], now: Date): void {
  const durationMinutes = Math.min(...bundle.sessions.map((s) => s.durationMinutes))
  const usable = mergeIntervals(windows.filter((w) => w.endsAt > now))
  if (usable.length === 0)
    throw new ParleyError('badInput', 'Please tick at least one time, or say that you cannot take part.', {
      field: 'windows',
      wording: { key: 'noTimes' },
    })
  if (!usable.some((w) => w.endsAt.getTime() - w.startsAt.getTime() >= durationMinutes * 60_000))
    throw new ParleyError(
      'badInput',
      `The interview takes ${durationMinutes} minutes, and none of these times is that long. Please add more time next to one of them.`,
      { field: 'windows', wording: { key: 'tooShort', value: String(durationMinutes) } },
    )
}

function isSameAnswer(
  bundle: RequestBundle,
  party: Party,
  offered: OfferedAvailability,
  windows: readonly OfferedWindow[],
): boolean {
  if (party.answer !== 'answered' || party.answeredBy !== offered.by) return false
  if (party.note !== offered.note || party.zone !== offered.zone) return false
  const known = windowsOf(bundle, party.id).map(({ startsAt, endsAt, level }) => ({ startsAt, endsAt, level }))
  return isDeepStrictEqual(joined(known), joined(windows))
}

/** Windows of each level joined where they touch: two ways to tick the same times are one answer. */
function joined(windows: readonly OfferedWindow[]): OfferedWindow[] {
  return (['good', 'possible'] as const).flatMap((level) =>
    mergeIntervals(windows.filter((w) => w.level === level)).map((w) => ({ ...w, level })),
  )
}

async function replaceWindows(
  tx: Tx,
  deps: Deps,
  request: Request,
  party: Party,
  offered: OfferedAvailability,
  windows: readonly OfferedWindow[],
): Promise<void> {
  await tx.remove('windows', { partyId: party.id })
  const merged = joined(windows)
  await tx.insertMany(
    'windows',
    merged.map((w) => ({
      ...w,
      id: deps.ids.next('window'),
      requestId: request.id,
      partyId: party.id,
      askRound: request.askRound,
      source: offered.by,
    })),
  )
  await tx.update('parties', party.id, { zone: offered.zone, locale: offered.locale, note: offered.note })
}

async function recordAnswer(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  party: Party,
  offered: OfferedAvailability,
  windows: readonly OfferedWindow[],
): Promise<void> {
  const { request } = bundle
  const now = deps.clock.now()
  await tx.update('parties', party.id, {
    answer: 'answered',
    answeredBy: offered.by,
    answeredAt: now,
    declineReason: null,
  })
  for (const p of bundle.proposals)
    if (p.state === 'offered') await tx.update('proposals', p.id, { state: 'withdrawn' })
  await releaseHolds(tx, bundle, 'held')
  // Somebody else's no still stands: these times are kept for when the recruiter has decided.
  const others = bundle.parties.filter((p) => p.id !== party.id)
  const isStuck = isBlockedByNo(bundle.seats, [...others, { ...party, answer: 'answered' }])
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    request,
    isStuck ? 'declined' : 'collecting',
    'offerWindows',
    isStuck ? {} : { stuckReasons: [] },
    {
      partyId: party.id,
      windowCount: windows.length,
      by: offered.by,
    },
  )
  if (request.state === 'declined' && !isStuck) await resumeWaiting(tx, deps, moved, others)
  const occasion = deps.ids.next('answer')
  const isOutsider = party.memberId === null
  const template = offered.by === 'recruiter' ? 'enteredForYou' : 'acknowledgement'
  await owe(tx, deps, [
    ...(isOutsider ? [mailOrder(request.id, template, party.id, occasion)] : []),
    ...(party.role === 'candidate' ? [candidateSelected(deps, bundle, party, windows, occasion)] : []),
    cardOrder(deps, request.id, moved.version),
  ])
  await owePropose(tx, deps, request.id)
}

function candidateSelected(
  deps: Deps,
  bundle: RequestBundle,
  party: Party,
  windows: readonly OfferedWindow[],
  occasion: string,
) {
  const reader = { zone: bundle.recruiter.zone, locale: bundle.recruiter.locale }
  const merged = mergeIntervals(windows)
  const words = merged.slice(0, 6).map((w) => formatRangeShort(w, reader))
  const rest = merged.length > words.length ? ` and ${merged.length - words.length} more` : ''
  return logOrder(
    bundle.request.id,
    'candidateSelected',
    occasion,
    `${party.name} selected times: ${words.join('; ')}${rest}`,
    {
      at: deps.clock.now().toISOString(),
      candidate: party.name,
      zone: party.zone,
      windows: merged.map((w) => ({ startsAt: w.startsAt.toISOString(), endsAt: w.endsAt.toISOString() })),
    },
  )
}
