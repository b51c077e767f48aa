import { DateTime } from 'luxon'
import type { Effect } from '../domain/effect.ts'
import type { Interview } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { Request, RequestRules } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { type AskReason, askParty } from './askParty.ts'
import type { RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import { withdrawOwed } from './owe.ts'

/**
 * Starts a new round of asking: answers and proposals of before no longer count (their rows stay, with the old round).
 * Who is asked follows the request's order; members whose calendar is known are not asked.
 */
export async function askEverybody(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  request: Request,
  reason: string | ((party: Party) => string) | null,
): Promise<void> {
  const now = deps.clock.now()
  // Nobody has been written to yet: these are the first mails now, and can be undone like those they replace.
  const written = { requestId: request.id, kind: 'mail', state: { in: ['done', 'trying', 'asked'] } } as const
  const isFirst = (await tx.count('effects', written)) === 0
  const askAt = isFirst ? new Date(now.getTime() + bundle.settings.undoSeconds * 1_000) : now
  const whyFor = (party: Party): AskReason => ({
    template: isFirst ? 'request' : 'askAnew',
    reason: typeof reason === 'function' ? reason(party) : reason,
  })
  for (const party of bundle.parties) {
    if (party.answer === 'notNeeded') continue
    await tx.update('parties', party.id, { answeredAt: null })
    if (isAskedFirst(request, party)) await askParty(tx, deps, request, party, askAt, whyFor(party))
    else await tx.update('parties', party.id, { answer: 'notAsked', answeredBy: null, declineReason: null })
  }
}

function isAskedFirst(request: Request, party: Party): boolean {
  if (party.role === 'candidate') return request.order !== 'clientFirst'
  if (party.role === 'client') return request.order !== 'candidateFirst'
  return true
}

/**
 * Takes back mails of this request that have not gone out; what has gone out is history. Day-of reminders go with their
 * interview: they stay while it stands, also when another time is being looked for.
 */
export async function withdrawMails(tx: Tx, deps: Deps, requestId: Request['id']): Promise<number> {
  const owed = await tx.find('effects', { where: { requestId, kind: 'mail', state: 'owed' } })
  return (
    await withdrawOwed(
      tx,
      deps,
      owed.filter((effect) => !isDayOf(effect)),
    )
  ).length
}

/** Takes back the day-of reminders and briefings of an interview that is cancelled, or that gets new ones for its new time. */
export async function withdrawDayOf(tx: Tx, deps: Deps, interviewId: Interview['id']): Promise<void> {
  const owed = await tx.find('effects', { where: { interviewId, kind: { in: ['mail', 'briefing'] }, state: 'owed' } })
  await withdrawOwed(
    tx,
    deps,
    owed.filter((effect) => effect.kind === 'briefing' || isDayOf(effect)),
  )
}

function isDayOf({ payload }: Effect): boolean {
  return payload.kind === 'mail' && payload.template === 'dayOf'
}

/** Moves the range of days so that it starts on `fromOn`, or on the first day that the notice allows. */
export function rangeFrom(
  rules: RequestRules,
  fromOn: string | null,
  now: Date,
  zone: string,
  windowDays: number,
): RequestRules {
  const today = DateTime.fromJSDate(now, { zone }).plus({ hours: rules.noticeHours }).startOf('day')
  const asked = fromOn ? DateTime.fromISO(fromOn, { zone }) : today
  const start = asked.isValid && asked > today ? asked : today
  const end = start.plus({ days: windowDays })
  return { ...rules, fromOn: start.toISODate() ?? rules.fromOn, toOn: end.toISODate() ?? rules.toOn }
}
