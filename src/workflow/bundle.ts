import type { Window } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import type { PartyId } from '../domain/ids.ts'
import type { Interview, Invitation } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { Approval, Proposal } from '../domain/proposal.ts'
import type { Request, RequestState, Seat, Session } from '../domain/request.ts'
import { approversAmong, assertTransition } from '../domain/request.ts'
import { defaultSettings, type Member, type TenantSettings, tenantSettingsSchema } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'

/** A request with everything that belongs to it: windows and proposals of the current asking only. */
export interface RequestBundle {
  request: Request
  sessions: readonly Session[]
  seats: readonly Seat[]
  parties: readonly Party[]
  windows: readonly Window[]
  proposals: readonly Proposal[]
  approvals: readonly Approval[]
  interviews: readonly Interview[]
  invitations: readonly Invitation[]
  recruiter: Member
  settings: TenantSettings
}

export async function loadBundle(tx: Tx, requestId: string): Promise<RequestBundle | null> {
  const request = await tx.get('requests', requestId)
  if (!request) return null
  const own = { requestId: request.id }
  const current = { requestId: request.id, askRound: request.askRound }
  const [sessions, seats, parties, windows, proposals, approvals, interviews, invitations, recruiter, settings] =
    await Promise.all([
      tx.find('sessions', { where: own, orderBy: [['ordinal', 'asc']] }),
      tx.find('seats', { where: own, orderBy: [['ordinal', 'asc']] }),
      tx.find('parties', { where: own, orderBy: [['id', 'asc']] }),
      tx.find('windows', { where: current, orderBy: [['startsAt', 'asc']] }),
      tx.find('proposals', { where: current, orderBy: [['rank', 'asc']] }),
      tx.find('approvals', { where: own, orderBy: [['createdAt', 'asc']] }),
      tx.find('interviews', { where: own, orderBy: [['createdAt', 'asc']] }),
      tx.find('invitations', { where: own }),
      tx.get('members', request.recruiterId),
      readSettings(tx),
    ])
  if (!recruiter) throw new ParleyError('internal', 'The recruiter of this request is no longer known.')
  return {
    request,
    sessions,
    seats,
    parties,
    windows,
    proposals,
    approvals,
    interviews,
    invitations,
    recruiter,
    settings,
  }
}

/** Like loadBundle, for callers that hold the id of a request that must exist. */
export async function needBundle(tx: Tx, requestId: string): Promise<RequestBundle> {
  const bundle = await loadBundle(tx, requestId)
  if (!bundle) throw new ParleyError('notFound', 'This request no longer exists.')
  return bundle
}

// Read for every page and every effect, changed once in a while.
const parsedSettings = new Map<string, TenantSettings>()
/** A store in memory gives the same object again. */
const parsedObjects = new WeakMap<object, TenantSettings>()
const parsedCountMax = 200

export async function readSettings(tx: Tx): Promise<TenantSettings> {
  const row = await tx.get('settings', tx.tenantId)
  if (!row) return defaultSettings
  const same = Object.isFrozen(row.data) ? parsedObjects.get(row.data) : undefined
  if (same) return same
  const text = JSON.stringify(row.data)
  const parsed = parsedSettings.get(text) ?? Object.freeze(tenantSettingsSchema.parse(row.data))
  if (parsedSettings.size >= parsedCountMax) parsedSettings.clear()
  parsedSettings.set(text, parsed)
  parsedObjects.set(row.data, parsed)
  return parsed
}

export function partyOf(bundle: RequestBundle, partyId: string): Party {
  const party = bundle.parties.find((p) => p.id === partyId)
  if (!party) throw new ParleyError('notFound', 'This person does not take part in the request.')
  return party
}

export function candidateOf(bundle: Pick<RequestBundle, 'parties'>): Party {
  const candidate = bundle.parties.find((p) => p.role === 'candidate')
  if (!candidate) throw new ParleyError('internal', 'This request has no candidate.')
  return candidate
}

/**
 * Those whose yes is needed: client contacts, or the hiring manager in-house (else the first interviewer). Whoever need not be
 * there need not agree, unless nobody else of that side is left.
 */
export function approversOf(bundle: Pick<RequestBundle, 'request' | 'parties' | 'seats'>): Party[] {
  return approversAmong(bundle.request.kind, bundle.parties, bundle.seats)
}

/** Approvers whose yes is missing when these parties have agreed: of those who can fill one seat, one yes is enough. */
export function missingApprovers(
  bundle: Pick<RequestBundle, 'request' | 'parties' | 'seats'>,
  agreedIds: ReadonlySet<PartyId>,
): Party[] {
  const isSpokenFor = ({ id }: Party) =>
    bundle.seats.some((seat) => seat.partyIds.includes(id) && seat.partyIds.some((other) => agreedIds.has(other)))
  return approversOf(bundle).filter((p) => !agreedIds.has(p.id) && !isSpokenFor(p))
}

/** Interviews that stand. */
export function liveInterviews(bundle: RequestBundle): Interview[] {
  return bundle.interviews.filter((i) => i.state === 'scheduled')
}

export function windowsOf(bundle: RequestBundle, partyId: PartyId): Window[] {
  return bundle.windows.filter((w) => w.partyId === partyId)
}

/** Moves the request along its table, compare-and-set on the version the caller has read, with its audit row. */
export async function moveRequest(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  cause: Cause,
  request: Request,
  toState: RequestState,
  action: string,
  patch: Partial<Omit<Request, 'id' | 'tenantId' | 'version' | 'state'>> = {},
  data: Readonly<Record<string, unknown>> = {},
): Promise<Request> {
  assertTransition(request.state, toState)
  const moved = await tx.update(
    'requests',
    request.id,
    // What would have let something fit says nothing of any other state.
    { ...(toState === 'noOverlap' ? {} : { remedies: [] }), ...patch, state: toState, updatedAt: deps.clock.now() },
    { version: request.version },
  )
  await recordAudit(tx, deps, cause, { requestId: request.id, action, fromState: request.state, toState, data })
  return moved
}

/** Availability can be replaced until a time is settled; after a move has begun, again. */
export function isLocked(bundle: RequestBundle): boolean {
  return !['collecting', 'choosing', 'approving', 'noOverlap', 'declined'].includes(bundle.request.state)
}

/** Whether a seat that must be filled waits for its first answer, or somebody has said no. */
export function isWaitingForAnswers(bundle: RequestBundle): boolean {
  if (isBlockedByNo(bundle.seats, bundle.parties)) return true
  return bundle.seats.some((seat) => {
    const answers = answersOf(seat, bundle.parties)
    return seat.isRequired && answers.includes('asked') && !answers.includes('answered')
  })
}

/** Whether a no leaves a seat with nobody to fill it; the no of one of several who can, or of somebody not required, does not. */
export function isBlockedByNo(seats: readonly Seat[], parties: readonly Party[]): boolean {
  return seats.some((seat) => seat.isRequired && answersOf(seat, parties).every((answer) => answer === 'declined'))
}

function answersOf(seat: Seat, parties: readonly Party[]): Party['answer'][] {
  return parties.filter((p) => seat.partyIds.includes(p.id)).map((p) => p.answer)
}
