import { isDeepStrictEqual } from 'node:util'
import { DateTime } from 'luxon'
import { formatDate } from '../domain/formatTime.ts'
import { foldName, namesPerson } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { JoinFormat } from '../domain/request.ts'
import { liftsRestrictions, readAllowedTimes } from '../intents/allowedTimes.ts'
import type { Intent } from '../intents/intent.ts'
import type { ChangeWords } from '../words/replyWords.ts'
import { isLocked, type RequestBundle } from './bundle.ts'
import type { EditPerson } from './editPeople.ts'
import { noEdit, type RequestEdit, rulesPart } from './requestEdit.ts'
import type { Speech } from './speech.ts'

type UpdateWish = Extract<Intent, { kind: 'update' }>

/** What is known beside the request: who could take part, and how people of this job or client meet. */
export interface EditFacts {
  now: Date
  /** Of the client, or of the company. */
  people: readonly EditPerson[]
  standing: readonly JoinFormat[]
}

/** A sentence about a wish, once its reader is known. */
export type EditNote = (words: ChangeWords['notes'], speech: Speech) => string

export interface ReadEdit {
  edit: RequestEdit
  /** What cannot be done or need not be, as sentences for whoever reads it. */
  notes: EditNote[]
  /** How they are to meet, when details are missing. */
  asksFormat: UpdateWish['mode']
  /** A time wish for an interview that stands: that is a move. */
  moveFromOn: string | null
}

/** What a wish changes of a request; every part of it ends in the edit or in a sentence. */
export function readEdit(bundle: RequestBundle, wish: UpdateWish, facts: EditFacts): ReadEdit {
  const read: ReadEdit = { edit: { ...noEdit }, notes: [], asksFormat: null, moveFromOn: null }
  readDuration(bundle, wish, read)
  readMode(bundle, wish, facts, read)
  readAdded(bundle, wish, facts, read)
  readRemoved(bundle, wish, read)
  readTimes(bundle, wish, facts, read)
  for (const { recordId, name } of read.edit.added)
    if (isLocked(bundle) && facts.people.some((p) => p.id === recordId && p.isCalendarUnknown))
      read.notes.push((notes) => notes.calendarUnknown(name))
  return read
}

function readDuration({ sessions }: RequestBundle, { durationMinutes }: UpdateWish, read: ReadEdit): void {
  if (durationMinutes === null) return
  const [session] = sessions
  if (sessions.length !== 1) read.notes.push((notes) => notes.severalParts)
  else if (session?.durationMinutes === durationMinutes) read.notes.push((notes) => notes.sameLength(durationMinutes))
  else if (durationMinutes < 5 || durationMinutes > 480) read.notes.push((notes) => notes.lengths)
  else read.edit.durationMinutes = durationMinutes
}

function readMode({ request, parties }: RequestBundle, { mode }: UpdateWish, facts: EditFacts, read: ReadEdit): void {
  if (mode === null) return
  if (request.format?.kind === mode) {
    read.notes.push((notes) => notes.sameMode[mode])
    return
  }
  const standing = facts.standing.find((format) => format.kind === mode)
  const phone = parties.find((p) => p.role === 'candidate')?.phone
  if (standing) read.edit.format = standing
  else if (mode === 'phone' && phone) read.edit.format = { kind: 'phone', number: phone, caller: 'client' }
  else read.asksFormat = mode
}

const ownNames: ReadonlySet<string> = new Set(['me', 'myself', 'i', 'us'])

function isRecruiter({ recruiter }: RequestBundle, name: string): boolean {
  return ownNames.has(foldName(name)) || foldName(name) === foldName(recruiter.name)
}

/** In-house the recruiter's copy is an entry of its own; it does not turn into a seat once it is out. */
function readOwnPart(bundle: RequestBundle, isAttending: boolean, read: ReadEdit): void {
  const { request } = bundle
  if (request.isRecruiterAttending === isAttending)
    read.notes.push((notes) => (isAttending ? notes.youAreIn : notes.youAreOut))
  else if (request.kind === 'inHouse' && isLocked(bundle)) read.notes.push((notes) => notes.yourPartIsSet)
  else read.edit.isRecruiterAttending = isAttending
}

function readAdded(bundle: RequestBundle, wish: UpdateWish, facts: EditFacts, read: ReadEdit): void {
  for (const name of wish.added) {
    if (isRecruiter(bundle, name)) {
      readOwnPart(bundle, true, read)
      continue
    }
    const already = panelOf(bundle).find((p) => namesPerson(name, p.name))
    const found = facts.people.filter((p) => namesPerson(name, p.name))
    const fresh = found.filter((p) => !panelOf(bundle).some((one) => one.recordId === p.id))
    const [only] = fresh
    if (!only) read.notes.push(already ? (notes) => notes.isIn(already.name) : unknownNote(bundle, name, facts.people))
    else if (fresh.length > 1)
      read.notes.push((notes, { choice }) => notes.whichOne(name, choice(fresh.map((p) => p.name))))
    else read.edit.added = [...read.edit.added, { recordId: only.id, name: only.name, role: only.role }]
  }
}

function unknownNote({ request }: RequestBundle, name: string, people: EditFacts['people']): EditNote {
  return (notes, { list }) =>
    [
      request.clientName ? notes.unknownAtClient(name, request.clientName) : notes.unknownColleague(name),
      ...(people.length > 0 ? [notes.iKnow(list(people.slice(0, 5).map((p) => p.name)))] : []),
    ].join(' ')
}

/** Whoever takes part beside the candidate and the recruiter. */
function panelOf({ parties }: RequestBundle): Party[] {
  return parties.filter((p) => p.role !== 'candidate' && p.role !== 'recruiter' && p.isAttending)
}

function readRemoved(bundle: RequestBundle, wish: UpdateWish, read: ReadEdit): void {
  const gone: Party[] = []
  for (const name of wish.removed) {
    if (isRecruiter(bundle, name)) {
      readOwnPart(bundle, false, read)
      continue
    }
    const found = panelOf(bundle).filter((p) => namesPerson(name, p.name))
    const [only] = found
    if (!only) read.notes.push((notes) => notes.isNotIn(name))
    else if (found.length > 1)
      read.notes.push((notes, { choice }) => notes.whichOne(name, choice(found.map((p) => p.name))))
    else gone.push(only)
  }
  if (gone.length === 0) return
  const left = panelOf(bundle).filter((p) => !gone.includes(p))
  if (left.length === 0 && read.edit.added.length === 0)
    read.notes.push((notes, { list }) => notes.nobodyLeft(list(gone.map((p) => p.name)), bundle.request.candidateName))
  else read.edit.removedPartyIds = gone.map((p) => p.id)
}

function readTimes(bundle: RequestBundle, wish: UpdateWish, facts: EditFacts, read: ReadEdit): void {
  const { rules } = bundle.request
  const allowed = wish.when ? readAllowedTimes(wish.when, rules.weekdays, bundle.settings.wordHours) : null
  const { allowed: restriction } = rules
  const isLifted = wish.when !== null && liftsRestrictions(wish.when) && allowed === null
  if (isLifted && !restriction) {
    read.notes.push((notes) => notes.nothingRestricted)
    return
  }
  if (isLifted && !isLocked(bundle)) {
    const { weekdays, dayStartsMinute, dayEndsMinute } = bundle.settings
    read.edit.rules = { ...rulesPart(rules), weekdays: [...weekdays], dayStartsMinute, dayEndsMinute, allowed: null }
    return
  }
  const isDated = wish.fromOn !== null || wish.toOn !== null
  const isRule = allowed !== null && (allowed.isRule || !isDated)
  const hasTimes = isDated || allowed !== null
  if (wish.when && !hasTimes) {
    const { when } = wish
    read.notes.push((notes) => notes.noRule(when))
    return
  }
  if (!hasTimes) return
  if (isLocked(bundle)) {
    // A day on which it shall be does not become a rule of an interview that stands.
    read.moveFromOn = wish.fromOn ?? rules.fromOn
    return
  }
  const part = rulesPart(rules)
  if (isDated && !isRuleOnly(allowed)) {
    const days = daysOf(bundle, wish, facts.now)
    if (typeof days === 'function') read.notes.push(days)
    else Object.assign(part, days)
  }
  if (allowed && (isRule || allowed.startsMinute !== null || allowed.endsMinute !== null)) {
    const before = rules.allowed
    const weekdays = (isRule ? allowed.weekdays : null) ?? [...(before?.weekdays ?? rules.weekdays)]
    const startsMinute = allowed.startsMinute ?? before?.startsMinute ?? rules.dayStartsMinute
    const endsMinute = allowed.endsMinute ?? before?.endsMinute ?? rules.dayEndsMinute
    if (startsMinute >= endsMinute) read.notes.push((notes) => notes.noHoursLeft(wish.when ?? ''))
    else
      Object.assign(part, {
        weekdays,
        dayStartsMinute: startsMinute,
        dayEndsMinute: endsMinute,
        allowed: { weekdays, startsMinute, endsMinute },
      })
    if (!allowed.isWhole) read.notes.push((notes) => notes.onlyDaysAndHours(wish.when ?? ''))
  }
  if (!isDeepStrictEqual(part, rulesPart(rules))) read.edit.rules = part
}

/** "Nothing on Fridays" names no date, whatever a reader of dates makes of "Fridays". */
function isRuleOnly(allowed: ReturnType<typeof readAllowedTimes>): boolean {
  return Boolean(allowed?.isRule && allowed.isWhole && allowed.weekdays)
}

/** The days it may take place on, or why not. */
function daysOf(
  { request, recruiter, settings }: RequestBundle,
  { fromOn, toOn }: UpdateWish,
  now: Date,
): { fromOn: string; toOn: string } | EditNote {
  const { zone } = recruiter
  const earliest = DateTime.fromJSDate(now, { zone }).plus({ hours: request.rules.noticeHours }).toISODate() ?? ''
  const start = fromOn === null ? request.rules.fromOn : fromOn > earliest ? fromOn : earliest
  const span = DateTime.fromISO(start, { zone }).plus({ days: settings.windowDays }).toISODate() ?? start
  const end = toOn ?? (fromOn === null ? request.rules.toOn : span)
  if (end < start)
    return (notes, { reader: { locale } }) =>
      notes.tooSoon(formatDate(end, locale), request.rules.noticeHours, formatDate(start, locale))
  return { fromOn: start, toOn: end }
}
