import { formatDayBrief, formatTimeOfDay, type Reader } from '../domain/formatTime.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Remedy, RequestChange } from '../domain/remedy.ts'
import type { Request, Seat, Session } from '../domain/request.ts'
import { clockWords } from './allowedWords.ts'
import type { DraftAction } from './message.ts'
import { askAgainActions } from './requestActions.ts'

// What can be done when nothing fits, each as one button that says what it would open.

/** A request with what its changes name. */
interface ChangedRequest {
  request: Request
  sessions: readonly Session[]
  seats: readonly Seat[]
  parties: readonly Party[]
}

/** The remedies, best first, then asking for other times whoever is not among them. */
export function remedyActions(view: ChangedRequest, reader: Reader): DraftAction[] {
  const { request, parties } = view
  const remedies = request.remedies.map((remedy) => remedyAction(view, remedy, reader))
  const isOffered = (action: DraftAction) => remedies.some((one) => sameAsk(one, action))
  return [...remedies, ...askAgainActions(request, parties).filter((action) => !isOffered(action))]
}

function sameAsk(a: DraftAction, b: DraftAction): boolean {
  return a.kind === 'askAgain' && b.kind === 'askAgain' && String(a.data.partyIds) === String(b.data.partyIds)
}

function remedyAction(view: ChangedRequest, remedy: Remedy, reader: Reader): DraftAction {
  const { change } = remedy
  const requestId = view.request.id
  return {
    ...(change.kind === 'moreTimes'
      ? { kind: 'askAgain', data: { requestId, partyIds: [change.partyId] } }
      : { kind: 'applyRemedy', data: { requestId, change } }),
    label: `${changeWords(view, change, reader)}: ${openedWords(remedy, reader)}`,
    shortLabel: asksSomebody(change) ? 'Ask' : 'Change it',
    style: 'normal',
  }
}

/** "14 times suit everybody else, the first Thu, 5 Mar, 10:00" where somebody has to agree first, else "2 times". */
function openedWords({ change, startCount, isAtLeast, firstStartsAt }: Remedy, reader: Reader): string {
  const times = startCount === 1 ? '1 time' : `${startCount} times`
  if (!asksSomebody(change)) return isAtLeast ? `${times} or more` : times
  const firstAt = new Date(firstStartsAt)
  const first = `the first ${formatDayBrief(firstAt, reader)}, ${formatTimeOfDay(firstAt, reader)}`
  const suit = startCount === 1 ? 'suits' : 'suit'
  return `${isAtLeast ? `${times} or more` : times} ${suit} everybody else, ${first}`
}

function asksSomebody(change: RequestChange): boolean {
  return change.kind === 'moreTimes' || (change.kind === 'standIn' && change.standIn.isAsked)
}

function changeWords(view: ChangedRequest, change: RequestChange, reader: Reader): string {
  const { rules } = view.request
  switch (change.kind) {
    case 'moreTimes':
      return `Ask ${nameOf(view, change.partyId)} for other times`
    case 'standIn': {
      const { name, isAsked } = change.standIn
      if (isAsked && isOnlyOfItsSide(view, change.seatId)) return `Ask ${name} as well`
      return `${isAsked ? `Ask ${name}` : name} in place of ${seatWords(view, change.seatId)}`
    }
    case 'without':
      return `Without ${seatWords(view, change.seatId)}`
    case 'longerHours':
      return change.dayEndsMinute > rules.dayEndsMinute
        ? `Allow until ${clockWords(change.dayEndsMinute, reader)}`
        : `Allow from ${clockWords(change.dayStartsMinute, reader)}`
    case 'shorterNotice':
      return change.noticeHours === 0 ? 'Without notice' : `Short notice (${hourWords(change.noticeHours)})`
    case 'laterEnd':
      return `Look until ${dateWords(change.toOn, reader)}`
    case 'shorterSession': {
      const session = view.sessions.find((one) => one.id === change.sessionId)
      const which = view.sessions.length > 1 ? ` for ${session?.title ?? 'a session'}` : ''
      return `${change.durationMinutes} instead of ${session?.durationMinutes ?? 0} minutes${which}`
    }
  }
}

/** What has been changed, as a line of the conversation; names are those of before. */
export function changeSentence(view: ChangedRequest, change: RequestChange, reader: Reader): string {
  switch (change.kind) {
    case 'moreTimes':
      return `${nameOf(view, change.partyId)} is asked for other times.`
    case 'standIn': {
      const { name, isAsked } = change.standIn
      const either = `${name} or ${seatWords(view, change.seatId)} will do`
      return isAsked ? `${name} is asked for times: ${either}.` : `${either}.`
    }
    case 'without':
      return `${seatWords(view, change.seatId)} no longer has to be there.`
    case 'longerHours': {
      const from = clockWords(change.dayStartsMinute, reader)
      return `The interview may now be from ${from} to ${clockWords(change.dayEndsMinute, reader)}.`
    }
    case 'shorterNotice':
      return change.noticeHours === 0
        ? 'No notice is needed any more.'
        : `${hourWords(change.noticeHours)} of notice are enough now.`
    case 'laterEnd':
      return `The last possible day is now ${dateWords(change.toOn, reader)}.`
    case 'shorterSession':
      return `It now takes ${change.durationMinutes} minutes.`
  }
}

function nameOf(view: ChangedRequest, partyId: string): string {
  return view.parties.find((p) => p.id === partyId)?.name ?? 'somebody'
}

function seatWords(view: ChangedRequest, seatId: string): string {
  const seat = view.seats.find((one) => one.id === seatId)
  return joinNames(
    (seat?.partyIds ?? []).map((id) => nameOf(view, id)),
    'or',
  )
}

function isOnlyOfItsSide(view: ChangedRequest, seatId: string): boolean {
  const isPanel = (seat: Seat) => seat.role !== 'candidate' && seat.role !== 'recruiter'
  return view.seats.every((seat) => seat.id === seatId || !isPanel(seat))
}

function dateWords(isoDate: string, reader: Reader): string {
  return formatDayBrief(new Date(`${isoDate}T12:00:00Z`), { ...reader, zone: 'UTC' })
}

function hourWords(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`
}
