import { type Interval, mergeIntervals, overlaps, windowCountMax } from '../domain/availability.ts'
import { isZone } from '../domain/zone.ts'
import { catalogue } from '../words/catalogue.ts'
import type { AvailabilitySubmit, OfferedWindow } from '../workflow/guestPage.ts'
import { formatsFor } from './guest/formats.ts'
import type { FieldError, GuestView, Typed } from './guest/view.ts'
import { addDays, dayStart, instantOf, isDate, readTime, wallTimeOf, weekdayOf } from './guest/wallClock.ts'
import {
  type AvailabilityPage,
  fillWeek,
  layWeek,
  offerFrom,
  offerTo,
  printRow,
  type Row,
  rowsFor,
  sameWindows,
  tidyWindows,
  type Week,
  windowsInside,
  windowsOutside,
} from './guest/week.ts'

export const noteLengthMax = 2_000

/** What a submit of the availability form amounts to. */
export type AvailabilityForm =
  /** Show the page again with `view`: a button that only ticks or changes the view, or fields that are wrong. */
  | { kind: 'show'; view: GuestView }
  /** Store `submit`, then show the week `weekOn`, or the state of things when null. */
  | { kind: 'save'; submit: AvailabilitySubmit; weekOn: string | null; view: GuestView }
  /** A draft that equals what is stored: nothing to store, go on to the week. */
  | { kind: 'unchanged'; weekOn: string | null; view: GuestView }

interface ReadForm {
  week: Week
  typed: Typed & { ticked: ReadonlySet<string>; rows: readonly Row[]; note: string }
  windows: OfferedWindow[]
  /** Rows that are no window yet. */
  brokenRows: Row[]
  errors: FieldError[]
}

/**
 * Reads the availability form against the page it came from. Everything typed comes back in `view.typed`; a wall time
 * inside a gap is a field error, of two equal wall times the first is meant.
 */
export function readAvailabilityForm(
  body: URLSearchParams,
  page: AvailabilityPage,
  view: GuestView,
  secret: string,
  now: Date,
): AvailabilityForm {
  const shownZone = body.get('was') ?? body.get('zone') ?? view.zone
  const pickedZone = body.get('zone') || shownZone
  const words = catalogue[view.language].pages
  const zone = isZone(shownZone) ? shownZone : view.zone
  const read = readFields(body, page, { ...view, zone }, now)
  const errors = [...read.errors]
  if (!isZone(shownZone) || !isZone(pickedZone)) errors.unshift({ field: 'zone', text: words.errors.zone })
  const here: GuestView = {
    ...view,
    zone,
    weekOn: read.week.on,
    hasEvenings: read.week.hasEvenings,
    isEditing: true,
    typed: { ...read.typed, form: 'availability' },
  }
  const fill = body.get('fill')
  if (fill !== null) return { kind: 'show', view: { ...here, typed: { ...here.typed, ticked: filledBy(fill, read) } } }

  const step = body.get('step') ?? 'send'
  if (step === 'zones') return { kind: 'show', view: { ...here, hasAllZones: true } }
  if (step === 'evenings' || step === 'usual')
    return { kind: 'show', view: shownIn(page, here, read, zone, step === 'evenings') }
  if (errors.some((error) => error.field === 'zone')) return { kind: 'show', view: { ...here, errors } }
  if (step === 'zone') return { kind: 'show', view: shownIn(page, here, read, pickedZone, read.week.hasEvenings) }
  if (pickedZone !== zone) {
    const there = shownIn(page, here, read, pickedZone, read.week.hasEvenings)
    return { kind: 'show', view: { ...there, errors: [{ field: 'zone', text: words.errors.zoneChanged(pickedZone) }] } }
  }
  return decide(body, step, page, here, read, errors, secret, now)
}

function decide(
  body: URLSearchParams,
  step: string,
  page: AvailabilityPage,
  view: GuestView,
  read: ReadForm,
  errors: FieldError[],
  secret: string,
  now: Date,
): AvailabilityForm {
  const words = catalogue[view.language].pages
  const isFinal = !step.startsWith('week:')
  const weekOn = isFinal ? null : step.slice(5)
  const stored = windowsInside(tidyWindows(page.windows), read.week.range)
  const elsewhere = windowsOutside(tidyWindows(page.windows), read.week.range)
  const note = read.typed.note.trim()
  const isUnchanged = sameWindows(stored, read.windows) && note === (page.note ?? '').trim()
  if (!isFinal && isUnchanged && !errors.length) return { kind: 'unchanged', weekOn, view }

  errors.push(...shortGroups(read, elsewhere, page, view))
  if (isFinal && !errors.length) {
    if (!read.windows.length && !elsewhere.length) errors.push({ field: 'grid', text: words.errors.noTimes })
    // A machine that submits what it was shown must not answer for a person.
    else if (isUnchanged && body.get('sure') !== 'yes') errors.push({ field: 'sure', text: words.errors.sure })
  }
  if (errors.length) return { kind: 'show', view: { ...view, errors: errors.sort(byPlace) } }
  const { range, parts } = wholeRange(page.windows, read.week.range)
  const submit: AvailabilitySubmit = {
    secret,
    windows: tidyWindows([...read.windows, ...parts.filter((part) => part.endsAt > now)]),
    range,
    isFinal,
    zone: view.zone,
    locale: view.locale,
    note: note || null,
  }
  return { kind: 'save', submit, weekOn, view }
}

/**
 * The week's range, widened until no stored window lies across its ends, and the parts of windows in what was added:
 * a window over midnight on Sunday, or one that began before the notice, is replaced whole and loses nothing.
 */
function wholeRange(stored: readonly OfferedWindow[], week: Interval): { range: Interval; parts: OfferedWindow[] } {
  let range = week
  let touching: OfferedWindow[] = []
  for (;;) {
    const current = range
    const found = stored.filter((window) => overlaps(window, current))
    if (found.length === touching.length) break
    touching = found
    const times = [range, ...found]
    range = {
      startsAt: new Date(Math.min(...times.map((each) => each.startsAt.getTime()))),
      endsAt: new Date(Math.max(...times.map((each) => each.endsAt.getTime()))),
    }
  }
  return { range, parts: windowsOutside(touching, week) }
}

/** The order of the page from top to bottom: grid, rows, note, the last tick. */
function byPlace(a: FieldError, b: FieldError): number {
  const place = ({ field }: FieldError) =>
    /^(grid|f\d)$/.test(field) ? 0 : /\d$/.test(field) ? 1 : field === 'note' ? 2 : 3
  return place(a) - place(b)
}

/** The same ticks and rows seen in another zone or with other hours; what the new grid lacks becomes rows. */
function shownIn(
  page: AvailabilityPage,
  view: GuestView,
  read: ReadForm,
  zone: string,
  hasEvenings: boolean,
): GuestView {
  const week = layWeek(page, zone, read.week.on, hasEvenings)
  const filled = fillWeek(read.windows, week)
  const outside = windowsOutside(read.windows, week.range).flatMap((window) => rowsFor(window, zone))
  return {
    ...view,
    zone,
    weekOn: week.on,
    hasEvenings,
    typed: { ...view.typed, ticked: filled.ticked, rows: [...filled.rows, ...outside, ...read.brokenRows] },
  }
}

function filledBy(fill: string, { week, typed }: ReadForm): ReadonlySet<string> {
  const ticked = new Set(typed.ticked)
  const cells = week.days.flatMap((day) => day.cells)
  const between = (from: number, to: number) => cells.filter((cell) => cell.minute >= from && cell.minute < to)
  const tick = (some: readonly { id: string }[]) => {
    for (const cell of some) ticked.add(cell.id)
  }
  if (fill === 'clear') return new Set()
  if (fill === 'all') tick(cells)
  if (fill === 'morning') tick(between(0, 720))
  if (fill === 'afternoon') tick(between(720, 1_020))
  if (fill === 'evening') tick(between(1_020, 1_440))
  if (/^d[1-7]$/.test(fill)) {
    const day = week.days.find((each) => each.weekday === Number(fill[1]))?.cells ?? []
    if (day.every((cell) => ticked.has(cell.id))) for (const cell of day) ticked.delete(cell.id)
    else tick(day)
  }
  return ticked
}

function readFields(body: URLSearchParams, page: AvailabilityPage, view: GuestView, now: Date): ReadForm {
  const words = catalogue[view.language].pages
  const asked = body.get('week')
  const week = layWeek(page, view.zone, asked && isDate(asked) ? asked : view.weekOn, body.get('evenings') === '1')
  const ids = [...body.keys()].filter((name) => /^[1-7]\d\d$/.test(name))
  const rows = readRows(body)
  const note = body.get('note') ?? ''
  const errors: FieldError[] = []
  if (note.length > noteLengthMax) errors.push({ field: 'note', text: words.errors.note(noteLengthMax) })
  if (ids.length + rows.length > windowCountMax) {
    errors.push({ field: 'grid', text: words.errors.tooMany(windowCountMax) })
    // Enough of them to go on with; printing thousands would help nobody.
    const typed = { ticked: new Set(ids.slice(0, windowCountMax)), rows: rows.slice(0, 200), note }
    return { week, typed, windows: [], brokenRows: [], errors }
  }
  const cells = new Map(week.days.flatMap((day) => day.cells.map((cell) => [cell.id, cell] as const)))
  const isOtherWeek = asked !== null && asked !== week.on && ids.length > 0
  if (isOtherWeek || ids.some((id) => !cells.has(id))) errors.push({ field: 'grid', text: words.errors.badTick })
  const windows: OfferedWindow[] = ids.flatMap((id) => {
    const cell = cells.get(id)
    return cell ? [{ startsAt: cell.startsAt, endsAt: cell.endsAt, level: 'good' as const }] : []
  })
  const brokenRows: Row[] = []
  rows.forEach((row, index) => {
    const result = readRow(row, index + 1, week, page, view, now)
    if ('errors' in result) {
      errors.push(...result.errors)
      brokenRows.push(row)
    } else windows.push({ ...result, level: row.level })
  })
  return { week, typed: { ticked: new Set(ids), rows, note }, windows: tidyWindows(windows), brokenRows, errors }
}

/** The rows with something in them, in the order of the page. */
function readRows(body: URLSearchParams): Row[] {
  const [ons, froms, tos, levels, keys] = ['on', 'from', 'to', 'level', 'key'].map((name) => body.getAll(name))
  const count = Math.max(ons?.length ?? 0, froms?.length ?? 0, tos?.length ?? 0)
  const rows: Row[] = []
  for (let index = 0; index < count; index += 1) {
    const row: Row = {
      on: ons?.[index]?.trim() ?? '',
      from: froms?.[index]?.trim() ?? '',
      to: tos?.[index]?.trim() ?? '',
      level: levels?.[index] === 'possible' ? 'possible' : 'good',
      key: keys?.[index] ?? '',
    }
    if (row.on || row.from || row.to) rows.push(row)
  }
  return rows
}

function readRow(
  row: Row,
  number: number,
  week: Week,
  page: AvailabilityPage,
  view: GuestView,
  now: Date,
): Interval | { errors: FieldError[] } {
  const words = catalogue[view.language].pages
  const formats = formatsFor(view.locale, words)
  const wrong = (name: 'on' | 'from' | 'to', text: string) => ({ errors: [{ field: `${name}${number}`, text }] })
  const empty = (['on', 'from', 'to'] as const).find((name) => !row[name])
  if (empty) return wrong(empty, words.errors.missing)
  if (!isDate(row.on)) return wrong('on', words.errors.date)
  const from = readTime(row.from)
  const to = row.to === '24:00' ? 0 : readTime(row.to)
  if (from === null) return wrong('from', words.errors.time)
  if (to === null) return wrong('to', words.errors.time)
  const printed = readKey(row, view.zone)
  const startsAt = printed?.startsAt ?? instantOf({ on: row.on, minute: from }, view.zone)
  if (!startsAt) return wrong('from', words.errors.gap(formats.time(from), formats.longDay(row.on)))
  const end = to === 0 ? dayStart(addDays(row.on, 1), view.zone) : instantOf({ on: row.on, minute: to }, view.zone)
  const endsAt = printed?.endsAt ?? end
  if (!endsAt) return wrong('to', words.errors.gap(formats.time(to), formats.longDay(row.on)))
  if (endsAt <= startsAt) return wrong('to', words.errors.endFirst)
  if (startsAt < now) return wrong('on', words.errors.past)
  if (startsAt < offerFrom(page)) return wrong('from', words.errors.early(formats.moment(offerFrom(page), view.zone)))
  const lastAt = offerTo(page)
  if (endsAt > lastAt) {
    const last = wallTimeOf(new Date(lastAt.getTime() - 1), view.zone).on
    return wrong('on', words.errors.late(formats.longDay(last)))
  }
  if (startsAt < week.range.startsAt || endsAt > week.range.endsAt)
    return wrong('on', words.errors.notInWeek(formats.shortDay(week.on), formats.shortDay(addDays(week.on, 6))))
  return { startsAt, endsAt }
}

/** The instants a row was printed from, when the person left day and times as they were. */
function readKey(row: Row, zone: string): Interval | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(row.key)
  if (!match) return null
  const interval = { startsAt: new Date(Number(match[1])), endsAt: new Date(Number(match[2])) }
  const printed = printRow(interval, row.level, zone)
  return printed.on === row.on && printed.from === row.from && printed.to === row.to ? interval : null
}

/** Touching times that together are too short for the interview, one message a day. */
function shortGroups(
  read: ReadForm,
  elsewhere: readonly OfferedWindow[],
  page: AvailabilityPage,
  view: GuestView,
): FieldError[] {
  const words = catalogue[view.language].pages
  const formats = formatsFor(view.locale, words)
  const errors = new Map<string, FieldError>()
  for (const group of mergeIntervals([...read.windows, ...elsewhere])) {
    if (group.endsAt.getTime() - group.startsAt.getTime() >= page.durationMinutes * 60_000) continue
    if (!read.windows.some((window) => overlaps(window, group))) continue
    const { on } = wallTimeOf(group.startsAt, view.zone)
    const field = read.week.days.some((day) => day.on === on) ? `f${weekdayOf(on)}` : 'grid'
    if (errors.has(field)) continue
    const range = formats.range(group, view.zone)
    errors.set(field, {
      field,
      text: words.errors.short(formats.shortDay(on), range, words.minutes(page.durationMinutes)),
    })
  }
  return [...errors.values()]
}

/** A form answered by picking one proposal. */
export function readProposalForm(body: URLSearchParams, view: GuestView): { proposalId: string; errors: FieldError[] } {
  const proposalId = (body.get('proposalId') ?? '').slice(0, 100)
  const words = catalogue[view.language].pages
  return { proposalId, errors: proposalId ? [] : [{ field: 'proposals', text: words.errors.choose }] }
}

/** A form that does something only with its tick. */
export function readTickForm(
  form: 'decline' | 'move' | 'cancel' | 'reminders' | 'renew' | 'reading',
  body: URLSearchParams,
  view: GuestView,
): { reason: string; errors: FieldError[] } {
  const words = catalogue[view.language].pages
  const reason = (body.get('reason') ?? '').trim()
  const errors: FieldError[] = []
  if (reason.length > noteLengthMax) errors.push({ field: `${form}-reason`, text: words.errors.reason(noteLengthMax) })
  if (body.get(`${form}Sure`) !== 'yes') errors.push({ field: `${form}-sure`, text: words.errors[`${form}Tick`] })
  return { reason, errors }
}
