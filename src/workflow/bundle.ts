import type { Window } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import type { PartyId } from '../domain/ids.ts'
import type { Interview, Invitation } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { Approval, Proposal } from '../domain/proposal.ts'
import type { Request, RequestState, Seat, Session } from '../domain/request.ts'
import { assertTransition } from '../domain/request.ts'
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
const parsedCountMax = 200

export async function readSettings(tx: Tx): Promise<TenantSettings> {
  const row = await tx.get('settings', tx.tenantId)
  if (!row) return defaultSettings
  const text = JSON.stringify(row.data)
  const known = parsedSettings.get(text)
  if (known) return known
  const parsed = Object.freeze(tenantSettingsSchema.parse(row.data))
  if (parsedSettings.size >= parsedCountMax) parsedSettings.clear()
  parsedSettings.set(text, parsed)
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

/** Those whose yes is needed: client contacts, or the hiring manager in-house (else the first interviewer). */
export function approversOf(bundle: Pick<RequestBundle, 'request' | 'parties'>): Party[] {
  if (bundle.request.kind === 'agency') return bundle.parties.filter((p) => p.role === 'client')
  const managers = bundle.parties.filter((p) => p.role === 'hiringManager')
  return managers.length > 0 ? managers : bundle.parties.filter((p) => p.role === 'interviewer').slice(0, 1)
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
    { ...patch, state: toState, updatedAt: deps.clock.now() },
    { version: request.version },
  )
  await recordAudit(tx, deps, cause, { requestId: request.id, action, fromState: request.state, toState, data })
  return moved
}

/** Availability can be replaced until a time is settled; after a move has begun, again. */
export function isLocked(bundle: RequestBundle): boolean {
  return !['collecting', 'choosing', 'approving', 'noOverlap', 'declined'].includes(bundle.request.state)
}

/** Whether somebody whose answer the next step needs has not answered yet, or has said no. */
export function isWaitingForAnswers(bundle: RequestBundle): boolean {
  if (isBlockedByNo(bundle.request, bundle.parties)) return true
  const asked = bundle.parties.filter((p) => p.answer === 'asked')
  if (bundle.request.quorum === 'all') return asked.length > 0
  const hasClient = bundle.parties.some((p) => p.role === 'client' && p.answer === 'answered')
  return asked.some((p) => p.role !== 'client' || !hasClient)
}

/** Whether somebody's no leaves nothing to go on with; one contact of several that any one of may speak for does not. */
export function isBlockedByNo(request: Pick<Request, 'quorum'>, parties: readonly Party[]): boolean {
  const declined = parties.filter((p) => p.answer === 'declined')
  if (request.quorum === 'all') return declined.length > 0
  const clients = parties.filter((p) => p.role === 'client')
  return (
    declined.some((p) => p.role !== 'client') || (clients.length > 0 && clients.every((p) => p.answer === 'declined'))
  )
}
