import { DateTime } from 'luxon'
import type { Interval } from '../domain/availability.ts'
import type { Reader } from '../domain/formatTime.ts'
import type { Party } from '../domain/party.ts'
import { describeReading } from '../intents/availability/describeReading.ts'
import { readAvailability } from '../intents/availability/readAvailability.ts'
import type { AvailabilityContext, AvailabilityReading } from '../intents/availability/reading.ts'
import { visibleText } from '../intents/availability/visibleText.ts'
import { timeConventionsOf } from '../intents/times/timeConventionsOf.ts'
import type { ReceivedMail } from '../mail/port.ts'
import { approversOf, isLocked, type RequestBundle, windowsOf } from './bundle.ts'
import type { GuestProposal } from './guestPage.ts'
import { shownProposals } from './guestProposals.ts'

export type UnclearReason = 'words' | 'busy' | 'none' | 'short'

/** What a party's words come to in the state their request is in. */
export type Understood =
  | { kind: 'windows'; windows: readonly Interval[] }
  | { kind: 'select'; proposals: readonly GuestProposal[] }
  | { kind: 'decline' }
  /** Nothing that could be confirmed: the page, and the recruiter, go on from here. `said`: what there was, for the recruiter. */
  | { kind: 'unclear'; why: UnclearReason; said: (reader: Reader) => string }
  /** It says nothing about times, or only the page and the recruiter can act on it now. */
  | { kind: 'passedOn' }

/**
 * Reads a reply in the zone and against the offers of whoever wrote it. `shortened` is what a model has made readable of it, for
 * where the grammar would ask back.
 */
export function readReply(
  bundle: RequestBundle,
  party: Party,
  mail: ReceivedMail,
  now: Date,
  shortened: AvailabilityReading | null,
): Understood {
  const context = replyContext(bundle, party, mail, now)
  if (!context) return { kind: 'passedOn' }
  const own = readAvailability(mail.text, context)
  const reading = own.kind === 'clarify' && shortened ? shortened : own
  const unclear = (why: UnclearReason) => ({
    kind: 'unclear' as const,
    why,
    said: (reader: Reader) => describeReading(reading, { ...context, zone: reader.zone, locale: reader.locale }),
  })
  return understoodOf(bundle, party, mail, now, reading, decidable(bundle, party), unclear)
}

/** Against what a reply is read; null where it cannot change anything any more. */
export function replyContext(
  bundle: RequestBundle,
  party: Party,
  mail: ReceivedMail,
  now: Date,
): AvailabilityContext | null {
  if (isLocked(bundle) || party.answer === 'declined' || party.answer === 'notNeeded') return null
  const { rules } = bundle.request
  return {
    now: mail.sentAt && isNear(new Date(mail.sentAt), now) ? new Date(mail.sentAt) : now,
    zone: party.zone,
    locale: party.locale,
    fromOn: rules.fromOn,
    untilOn: DateTime.fromISO(rules.toOn).plus({ days: 1 }).toISODate() ?? rules.toOn,
    durationMinutes: shortestMinutes(bundle),
    proposals: decidable(bundle, party).map(({ startsAt, endsAt }, index) => ({ number: index + 1, startsAt, endsAt })),
    conventions: timeConventionsOf(bundle.settings.wordHours),
  }
}

/** What "the second one" counts: the times in the order of the party's mail. */
function decidable(bundle: RequestBundle, party: Party): GuestProposal[] {
  const { state } = bundle.request
  const mayDecide =
    (state === 'choosing' && party.role === 'candidate') ||
    (state === 'approving' && approversOf(bundle).some((p) => p.id === party.id))
  if (!mayDecide) return []
  return [...shownProposals(bundle, party).offered].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** "Tomorrow" counts from the day it was written, unless that clock is plainly wrong. */
function isNear(sentAt: Date, now: Date): boolean {
  const ageMs = now.getTime() - sentAt.getTime()
  return ageMs > -3_600_000 && ageMs < 7 * 86_400_000
}

function understoodOf(
  bundle: RequestBundle,
  party: Party,
  mail: ReceivedMail,
  now: Date,
  reading: AvailabilityReading,
  offered: readonly GuestProposal[],
  unclear: (why: UnclearReason) => Understood,
): Understood {
  switch (reading.kind) {
    case 'select': {
      const proposals = reading.selected.flatMap((number) => offered[number - 1] ?? [])
      return proposals.length > 0 ? { kind: 'select', proposals } : unclear('words')
    }
    case 'available': {
      const windows = usable(bundle, party, now, reading.windows)
      if (windows.length === 0) return unclear('short')
      return {
        kind: 'windows',
        windows: [...(saysMore(visibleText(mail.text)) ? windowsOf(bundle, party.id) : []), ...windows],
      }
    }
    case 'decline':
      return { kind: 'decline' }
    case 'reject':
      return unclear('none')
    case 'busy':
      return unclear('busy')
    case 'none':
      return { kind: 'passedOn' }
    case 'clarify':
      return unclear(reading.doubt === 'nothingLeft' ? 'short' : 'words')
  }
}

/** Inside the days that are asked for, after the notice, and long enough for the interview. */
function usable(bundle: RequestBundle, party: Party, now: Date, windows: readonly Interval[]): Interval[] {
  const { rules } = bundle.request
  const durationMs = shortestMinutes(bundle) * 60_000
  const dayOf = (on: string, days: number) => DateTime.fromISO(on, { zone: party.zone }).plus({ days }).toMillis()
  const fromMs = Math.max(dayOf(rules.fromOn, 0), now.getTime() + rules.noticeHours * 3_600_000)
  const toMs = dayOf(rules.toOn, 1)
  return windows
    .map((w) => ({
      startsAt: new Date(Math.max(w.startsAt.getTime(), fromMs)),
      endsAt: new Date(Math.min(w.endsAt.getTime(), toMs)),
    }))
    .filter((w) => w.endsAt.getTime() - w.startsAt.getTime() >= durationMs)
}

function shortestMinutes(bundle: RequestBundle): number {
  return Math.min(...bundle.sessions.map((s) => s.durationMinutes))
}

/** Times that come on top of those given before, rather than in their place. */
function saysMore(text: string): boolean {
  return /\b(also|additionally|in addition|as well|another option|auch noch|zus[aä]tzlich|au[sß]erdem)\b/iu.test(
    text.slice(0, 2_000),
  )
}
