import { formatChoice, formatDayBrief, formatTimeOfDay, type Reader } from '../domain/formatTime.ts'
import { type Language, localeFor } from '../domain/language.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Remedy, RequestChange } from '../domain/remedy.ts'
import type { Request, Seat, Session } from '../domain/request.ts'
import type { CardWords } from '../words/cardWords.ts'
import { catalogue } from '../words/catalogue.ts'
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
export function remedyActions(view: ChangedRequest, reader: Reader, language: Language = 'en'): DraftAction[] {
  const said: Said = { language, words: catalogue[language].cards, reader }
  const { request, parties } = view
  const remedies = request.remedies.map((remedy) => remedyAction(view, remedy, said))
  const isOffered = (action: DraftAction) => remedies.some((one) => sameAsk(one, action))
  return [...remedies, ...askAgainActions(request, parties, language).filter((action) => !isOffered(action))]
}

function sameAsk(a: DraftAction, b: DraftAction): boolean {
  return a.kind === 'askAgain' && b.kind === 'askAgain' && String(a.data.partyIds) === String(b.data.partyIds)
}

interface Said {
  language: Language
  words: CardWords
  reader: Reader
}

function remedyAction(view: ChangedRequest, remedy: Remedy, said: Said): DraftAction {
  const { change } = remedy
  const { remedy: words } = said.words
  const requestId = view.request.id
  return {
    ...(change.kind === 'moreTimes'
      ? { kind: 'askAgain', data: { requestId, partyIds: [change.partyId] } }
      : { kind: 'applyRemedy', data: { requestId, change } }),
    label: words.label(changeWords(view, change, said), openedWords(remedy, said)),
    shortLabel: asksSomebody(change) ? words.ask : words.change,
    style: 'normal',
  }
}

/** "14 times suit everybody else, the first Thu, 5 Mar, 10:00" where somebody has to agree first, else "2 times". */
function openedWords({ change, startCount, isAtLeast, firstStartsAt }: Remedy, { words, reader }: Said): string {
  if (!asksSomebody(change)) return words.remedy.opens(startCount, isAtLeast)
  const firstAt = new Date(firstStartsAt)
  const first = `${formatDayBrief(firstAt, reader)}, ${formatTimeOfDay(firstAt, reader)}`
  return words.remedy.suitsOthers(startCount, isAtLeast, first)
}

function asksSomebody(change: RequestChange): boolean {
  return change.kind === 'moreTimes' || (change.kind === 'standIn' && change.standIn.isAsked)
}

function changeWords(view: ChangedRequest, change: RequestChange, said: Said): string {
  const { rules } = view.request
  const { reader, words } = said
  const { remedy } = words
  switch (change.kind) {
    case 'moreTimes':
      return words.action.askAgain(nameOf(view, change.partyId, words.somebody))
    case 'standIn': {
      const { name, isAsked } = change.standIn
      if (isAsked && isOnlyOfItsSide(view, change.seatId)) return remedy.askAsWell(name)
      const people = peopleIn(view, change.seatId, said)
      return isAsked ? remedy.askInPlace(name, people) : remedy.inPlace(name, people)
    }
    case 'without':
      return remedy.without(peopleIn(view, change.seatId, said))
    case 'longerHours':
      return change.dayEndsMinute > rules.dayEndsMinute
        ? remedy.until(clockWords(change.dayEndsMinute, reader))
        : remedy.from(clockWords(change.dayStartsMinute, reader))
    case 'shorterNotice':
      return change.noticeHours === 0 ? remedy.withoutNotice : remedy.shortNotice(change.noticeHours)
    case 'laterEnd':
      return remedy.lookUntil(dateWords(change.toOn, reader))
    case 'shorterSession': {
      const session = view.sessions.find((one) => one.id === change.sessionId)
      const which = view.sessions.length > 1 ? (session?.title ?? remedy.aSession) : null
      return remedy.shorter(change.durationMinutes, session?.durationMinutes ?? 0, which)
    }
  }
}

/** Those of a seat, of whom any one would do. */
function peopleIn(view: ChangedRequest, seatId: string, { words, language, reader }: Said): string {
  const seat = view.seats.find((one) => one.id === seatId)
  const names = (seat?.partyIds ?? []).map((id) => nameOf(view, id, words.somebody))
  return formatChoice(names, localeFor(language, reader.locale))
}

/** What has been changed, as a line of the conversation; names are those of before. */
export function changeSentence(
  view: ChangedRequest,
  change: RequestChange,
  reader: Reader,
  language: Language = 'en',
): string {
  const { remedy } = catalogue[language].replies.news
  const others = (seatId: string) => seatWords(view, seatId, remedy.somebody, reader, language)
  switch (change.kind) {
    case 'moreTimes':
      return remedy.moreTimes(nameOf(view, change.partyId, remedy.somebody))
    case 'standIn': {
      const { name, isAsked } = change.standIn
      return isAsked ? remedy.standInAsked(name, others(change.seatId)) : remedy.standIn(name, others(change.seatId))
    }
    case 'without':
      return remedy.without(others(change.seatId))
    case 'longerHours':
      return remedy.hours(clockWords(change.dayStartsMinute, reader), clockWords(change.dayEndsMinute, reader))
    case 'shorterNotice':
      return change.noticeHours === 0 ? remedy.noNotice : remedy.notice(change.noticeHours)
    case 'laterEnd':
      return remedy.laterEnd(dateWords(change.toOn, reader))
    case 'shorterSession':
      return remedy.shorter(change.durationMinutes)
  }
}

function nameOf(view: ChangedRequest, partyId: string, somebody: string): string {
  return view.parties.find((p) => p.id === partyId)?.name ?? somebody
}

function seatWords(view: ChangedRequest, seatId: string, somebody: string, reader: Reader, language: Language): string {
  const seat = view.seats.find((one) => one.id === seatId)
  const names = (seat?.partyIds ?? []).map((id) => nameOf(view, id, somebody))
  return language === 'en' ? joinNames(names, 'or') : formatChoice(names, localeFor(language, reader.locale))
}

function isOnlyOfItsSide(view: ChangedRequest, seatId: string): boolean {
  const isPanel = (seat: Seat) => seat.role !== 'candidate' && seat.role !== 'recruiter'
  return view.seats.every((seat) => seat.id === seatId || !isPanel(seat))
}

function dateWords(isoDate: string, reader: Reader): string {
  return formatDayBrief(new Date(`${isoDate}T12:00:00Z`), { ...reader, zone: 'UTC' })
}
