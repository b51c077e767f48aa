import { isDeepStrictEqual } from 'node:util'
import type { FieldError } from '../bot/inbound.ts'
import type { TenantId } from '../domain/ids.ts'
import { isClosed, type JoinFormat } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import type { PressWords } from '../words/replyWords.ts'
import { liveInterviews, needBundle, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import { confirmInterview } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'

// Takes:   how the people of a request meet: video link, phone and who calls whom, address, or "details follow".
// Reads:   the request.
// Writes:  the request's format, the standing format of the job or client if wished; the interview when only this was missing.
// Effects: those of confirmInterview; the card.
// Refuses when: the details are not usable (field errors), or the request is closed.

export function readFormat(
  fields: Readonly<Record<string, string>>,
  words: PressWords['format'],
): JoinFormat | FieldError {
  const details = (fields.details ?? '').trim()
  switch (fields.kind) {
    case 'video': {
      const url = URL.canParse(details) ? new URL(details) : null
      if (!url || !['https:', 'http:'].includes(url.protocol)) return { field: 'details', sentence: words.video }
      return { kind: 'video', url: url.href }
    }
    case 'phoneToCandidate':
    case 'phoneToClient':
      if (!/^\+?[\d\s()/.-]{5,30}$/.test(details)) return { field: 'details', sentence: words.phone('+49 30 1234567') }
      return { kind: 'phone', number: details, caller: fields.kind === 'phoneToCandidate' ? 'client' : 'candidate' }
    case 'onsite':
      if (details.length < 5) return { field: 'details', sentence: words.onsite }
      return { kind: 'onsite', address: details }
    case 'follows':
      return { kind: 'follows' }
    default:
      return { field: 'kind', sentence: words.choose }
  }
}

export async function setFormat(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; format: JoinFormat; keep: 'job' | 'client' | 'once' },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state)) return { kind: 'tooLate' }
    if (input.format.kind !== 'follows') await keepFormat(tx, deps, bundle, input)
    if (request.state === 'agreed') {
      const approved = bundle.proposals.find((p) => p.state === 'approved')
      if (!approved) throw new Error('an agreed request has an approved proposal')
      await confirmInterview(tx, deps, cause, { ...bundle, request: { ...request, format: input.format } }, approved)
      return { kind: 'done' }
    }
    if (request.state === 'confirmed' && isDeepStrictEqual(request.format, input.format)) return { kind: 'done' }
    if (request.state === 'confirmed') {
      await changePlace(tx, deps, cause, bundle, input.format)
      return { kind: 'done' }
    }
    const moved = await tx.update(
      'requests',
      request.id,
      { format: input.format, updatedAt: deps.clock.now() },
      { version: request.version },
    )
    await recordAudit(tx, deps, cause, {
      requestId: request.id,
      action: 'setFormat',
      fromState: request.state,
      toState: request.state,
    })
    await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
    return { kind: 'done' }
  })
}

/** A new place for a confirmed interview is a change: everybody gets it with a raised SEQUENCE. */
async function changePlace(tx: Tx, deps: Deps, cause: Cause, bundle: RequestBundle, format: JoinFormat): Promise<void> {
  const slots = liveInterviews(bundle).map((interview) => ({
    sessionId: interview.sessionId,
    startsAt: interview.startsAt.toISOString(),
    endsAt: interview.endsAt.toISOString(),
    partyIds: interview.partyIds,
  }))
  await confirmInterview(tx, deps, cause, { ...bundle, request: { ...bundle.request, format } }, { slots })
}

async function keepFormat(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  input: { format: JoinFormat; keep: 'job' | 'client' | 'once' },
): Promise<void> {
  if (input.keep === 'once') return
  const recordId = input.keep === 'client' ? bundle.request.clientId : bundle.request.jobId
  if (!recordId) return
  const known = (await tx.find('standingFormats', { where: { scope: input.keep, recordId } }))[0]
  if (known) await tx.update('standingFormats', known.id, { format: input.format })
  else
    await tx.insert('standingFormats', {
      id: deps.ids.next('format'),
      scope: input.keep,
      recordId,
      format: input.format,
    })
}
