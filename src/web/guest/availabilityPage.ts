import { formatList } from '../../domain/formatTime.ts'
import type { OfferedWindow } from '../../workflow/guestPage.ts'
import { offsetText, zoneName } from './formats.ts'
import { facts, fieldError, partyFrame, tickForm } from './layout.ts'
import { html, type Markup } from './markup.ts'
import { type Scene, viewUrl } from './view.ts'
import { addDays, wallTimeOf } from './wallClock.ts'
import { type AvailabilityPage, type Day, fillWeek, layWeek, type Row, tidyWindows, type Week } from './week.ts'
import { zoneChoices } from './zones.ts'

type AvailabilityScene = Scene<AvailabilityPage>

/** The week grid, or after sending the summary of what was told. */
export function availabilityPage(scene: AvailabilityScene): Markup {
  const { page, view } = scene
  return page.hasAnswered && !view.isEditing ? toldPage(scene) : gridPage(scene)
}

function gridPage(scene: AvailabilityScene): Markup {
  const { page, view, words } = scene
  const week = layWeek(page, view.zone, view.weekOn, view.hasEvenings)
  const stored = fillWeek(page.windows, week)
  const ticked = view.typed.ticked ?? stored.ticked
  const rows = view.typed.rows ?? stored.rows
  const body = html`
    <p class="lead">${leadOf(scene)}</p>
    ${facts(scene)}
    <form method="post" action="${view.path}/availability" class="week" novalidate>
      <button class="hush" name="fill" value="keep" tabindex="-1" aria-hidden="true"></button>
      <input type=hidden name=was value="${view.zone}"><input type=hidden name=lang value=${view.language}>
      <input type=hidden name="week" value="${week.on}"><input type=hidden name=evenings value=${week.hasEvenings ? 1 : 0}>
      ${zoneBar(scene, week)}
      <h2>${weekTitle(scene, week)}</h2>
      ${weekNav(scene, week)}
      ${grid(scene, week, ticked)}
      ${otherRows(scene, week, rows)}
      ${noteField(scene)}
      ${tickForm(
        scene,
        {
          id: 'decline',
          summary: words.availability.decline,
          intro: words.availability.declineIntro,
          tick: words.declineTick,
          send: words.declineSend,
        },
        false,
      )}
      ${sendBar(scene, week)}
    </form>`
  return partyFrame(
    scene,
    words.availability.title,
    words.availability.heading(page.party.role, page.party.name, page.candidateName, page.clientName),
    body,
  )
}

function leadOf({ page, words }: AvailabilityScene): string {
  const intro = words.availability.intro(words.minutes(page.durationMinutes), page.agencyName)
  if (page.isAskedAgain) return `${words.availability.again} ${intro}`
  if (page.isSuggesting) return `${words.availability.suggesting} ${intro}`
  return intro
}

function weekTitle({ words, formats }: AvailabilityScene, week: Week): string {
  const first = week.days[0]?.on ?? week.on
  const last = week.days.at(-1)?.on ?? addDays(week.on, 6)
  return words.availability.weekOf(`${formats.weekday(first)} ${formats.dayMonth(first)}`, formats.shortDay(last))
}

/** Names the zone and its offset in this week, and the second offset where the clocks change in it. */
function zoneBar(scene: AvailabilityScene, week: Week): Markup {
  const { view, words, formats } = scene
  const before = offsetText(week.range.startsAt, week.zone)
  const change = week.days.find((day) => day.cells[0] && offsetText(day.cells[0].startsAt, week.zone) !== before)
  const sentence = change?.cells[0]
    ? words.zone.shifts(
        zoneName(week.zone),
        before,
        formats.shortDay(change.on),
        offsetText(change.cells[0].startsAt, week.zone),
      )
    : words.zone.now(zoneName(week.zone), before)
  const error = fieldError(scene, 'zone')
  const isOpen = view.hasAllZones || error.text !== ''
  return html`<details class="zone"${isOpen ? html` open` : ''}>
    <summary><span data-device="${words.zone.device}">${sentence}</span> <b>${words.zone.change}</b></summary>
    ${error.text}
    <label for="zone">${words.zone.pick}</label>
    <select id="zone" name="zone"${error.mark}>${zoneChoices(view.zone, view.hasAllZones).map(
      (zone) => html`<option${zone === view.zone ? html` selected` : ''}>${zone}`,
    )}</select>
    <button class="quiet" name="step" value="zone">${words.zone.apply}</button>
    ${view.hasAllZones ? '' : html`<button class="quiet" name="step" value="zones">${words.zone.all}</button>`}
  </details>`
}

function weekNav(scene: AvailabilityScene, week: Week): Markup {
  const { words, formats } = scene
  const toggle = week.hasEvenings
    ? html`<button class="link" name="step" value="usual">${words.availability.fewerHours}</button>`
    : week.hasMoreHours
      ? html`<button class="link" name="step" value="evenings">${words.availability.moreHours}</button>`
      : ''
  const back = week.previousOn
    ? html`<button class="link" name="step" value="week:${week.previousOn}">${words.availability.goTo(formats.dayMonth(week.previousOn))}${savedIn(scene, week.previousOn)}</button>`
    : ''
  return html`<p class="links">${back}${toggle}</p>`
}

/** " (3 times saved)" for a week that holds some already. */
function savedIn({ page, words }: AvailabilityScene, weekOn: string): string {
  const last = addDays(weekOn, 6)
  const count = tidyWindows(page.windows).filter((window) => {
    const on = wallTimeOf(window.startsAt, page.party.zone).on
    return on >= weekOn && on <= last
  }).length
  return count ? ` (${words.availability.saved(count)})` : ''
}

function grid(scene: AvailabilityScene, week: Week, ticked: ReadonlySet<string>): Markup {
  const { words, formats, view } = scene
  const short = view.errors.filter((error) => error.field === 'grid' || /^f\d$/.test(error.field))
  const errors = short.map((error) => html`<p class="error" id="${error.field}-error">${error.text}</p>`)
  if (!week.days.length) return html`<div id="grid" tabindex="-1">${errors}<p>${words.availability.noDays}</p></div>`
  const holidays = week.days.flatMap((day) =>
    day.holidays.map(
      (name) => html`<li>${formats.weekday(day.on)} ${formats.dayMonth(day.on)}${words.colon}${name}</li>`,
    ),
  )
  return html`
    <div class="fills" role="group" aria-labelledby="q"><span id="q">${words.availability.quick}</span>${fillsOf(
      week,
    ).map((fill) => html`<button name=fill value=${fill}>${words.availability.fills[fill]}</button>`)}</div>
    ${holidays.length ? html`<ul class="holidays">${holidays}</ul>` : ''}
    <div id="grid" tabindex="-1">${errors}</div>
    <div hidden>${timeNames(scene, week)}</div>
    <div class="grid n${week.days.length}">
      <div class="heads">${week.days.map(
        (day) =>
          html`<button name=fill value=d${day.weekday} aria-label="${formats.weekday(day.on)} ${Number(day.on.slice(8))}${words.colon}${words.availability.wholeDay}"><b>${formats.weekday(day.on)}</b> ${Number(day.on.slice(8))}</button>`,
      )}</div>
      ${week.days.map((day) => dayField(scene, week, day, ticked))}
    </div>`
}

function fillsOf(week: Week): ('all' | 'morning' | 'afternoon' | 'evening' | 'clear')[] {
  const minutes = week.days.flatMap((day) => day.cells.map((cell) => cell.minute))
  const has = (from: number, to: number) => minutes.some((minute) => minute >= from && minute < to)
  return [
    'all',
    ...(has(0, 720) ? (['morning'] as const) : []),
    ...(has(720, 1020) ? (['afternoon'] as const) : []),
    ...(has(1020, 1440) ? (['evening'] as const) : []),
    'clear',
  ]
}

/** Id of a row's name: two digits, so that it differs from a day's. */
function halfHour(minute: number): string {
  return String(minute / 30).padStart(2, '0')
}

/** Each row's range once; the squares point at it and at their day for their full name. */
function timeNames({ formats }: AvailabilityScene, week: Week): Markup[] {
  return week.rows.map(
    (row) => html`<b id=${halfHour(row.minute)}>${formats.minutes(row.minute, row.minute + row.lengthMinutes)}</b>`,
  )
}

/**
 * A day as a fieldset of native checkboxes. Attributes without quotes, and one template for all: a week of squares
 * has to fit into 20 KB.
 */
function dayField({ formats, view }: AvailabilityScene, week: Week, day: Day, ticked: ReadonlySet<string>): Markup {
  const cells = new Map(day.cells.map((cell) => [cell.minute, cell]))
  const isWrong = view.errors.some((error) => error.field === `f${day.weekday}`)
  const squares = week.rows.map((row) => {
    const cell = cells.get(row.minute)
    if (!cell) return html`<i></i>`
    const checked = ticked.has(cell.id) ? html` checked` : ''
    return html`<label><input type=checkbox name=${cell.id}${checked} aria-labelledby="${day.weekday} ${halfHour(row.minute)}">${formats.time(row.minute)}</label>`
  })
  return html`<fieldset id=f${day.weekday} tabindex=-1${isWrong ? html` class="wrong" aria-describedby="f${day.weekday}-error"` : ''}><legend><span id=${day.weekday}>${formats.shortDay(day.on)},</span>${day.holidays.map((name) => ` ${name}`)}</legend>${squares}</fieldset>`
}

function otherRows(scene: AvailabilityScene, week: Week, rows: readonly Row[]): Markup {
  const { words, view } = scene
  const isOpen =
    rows.some((row) => row.on || row.from || row.to) || view.errors.some((error) => /^(on|from|to)\d/.test(error.field))
  const blank: Row = { on: '', from: '', to: '', level: 'good', key: '' }
  const filled = rows.filter((row) => row.on || row.from || row.to)
  const shown = [...filled, blank]
  return html`<details class="card rows"${isOpen ? html` open` : ''}>
    <summary>${words.availability.rows}</summary>
    <p class="hint">${words.availability.rowsHint}</p>
    ${shown.map((row, index) => rowField(scene, week, row, index + 1))}
  </details>`
}

function rowField(scene: AvailabilityScene, week: Week, row: Row, number: number): Markup {
  const { words } = scene
  const [on, from, to] = ['on', 'from', 'to'].map((name) => fieldError(scene, `${name}${number}`))
  const last = addDays(week.on, 6)
  return html`<fieldset class="row"><legend>${words.availability.row(number)}</legend>
    ${on?.text}${from?.text}${to?.text}
    <label>${words.availability.on}<input type="date" id="on${number}" name="on" value="${row.on}" min="${week.on}" max="${last}"${on?.mark}></label>
    <label>${words.availability.from}<input type="time" id="from${number}" name="from" value="${row.from}"${from?.mark}></label>
    <label>${words.availability.until}<input type="time" id="to${number}" name="to" value="${row.to}"${to?.mark}></label>
    <label>${words.availability.level}<select name="level"><option value="good">${words.availability.good}</option><option value="possible"${
      row.level === 'possible' ? html` selected` : ''
    }>${words.availability.possible}</option></select></label>
    <input type="hidden" name="key" value="${row.key}"></fieldset>`
}

function noteField(scene: AvailabilityScene): Markup {
  const { page, view, words } = scene
  const error = fieldError(scene, 'note')
  return html`<div class="note"><label for="note">${words.availability.note}</label>
    <p class="hint" id="note-hint">${words.availability.noteHint}</p>${error.text}
    <textarea id="note" name="note" rows="2"${error.mark || html` aria-describedby="note-hint"`}>${view.typed.note ?? page.note ?? ''}</textarea></div>`
}

function sendBar(scene: AvailabilityScene, week: Week): Markup {
  const { page, view, words, formats } = scene
  const error = fieldError(scene, 'sure')
  const sure =
    page.windows.length || error.text
      ? html`${error.text}<label class="tick"><input type="checkbox" id="sure" name="sure" value="yes"${error.mark}>${words.availability.sure}</label>`
      : ''
  const next = week.nextOn
    ? html`<button class="quiet" name="step" value="week:${week.nextOn}">${words.availability.goTo(formats.dayMonth(week.nextOn))}${savedIn(scene, week.nextOn)}</button>`
    : ''
  const back =
    page.hasAnswered || page.isSuggesting
      ? html`<a class="back" href="${view.path}">${words.availability.back}</a>`
      : ''
  return html`${sure}<div class="send"><button class="main" name="step" value="send">${page.hasAnswered ? words.availability.sendAgain : words.availability.send}</button>${next}${back}</div>`
}

function toldPage(scene: AvailabilityScene): Markup {
  const { page, view, words } = scene
  const body = html`
    ${page.answeredBy === 'recruiter' ? html`<p class="lead">${words.told.byRecruiter(page.recruiter.name)}</p>` : ''}
    <section class="card told">${toldWindows(scene, page.windows)}
    ${page.note ? html`<p>${words.told.note} ${words.quote(page.note)}</p>` : ''}</section>
    <p class="lead">${words.told.next}</p>
    <p>${words.told.nextLater}</p>
    <p><a class="button" href="${viewUrl(view, { suggest: '1' })}">${words.told.change}</a></p>
    ${facts(scene)}`
  return partyFrame(scene, words.told.title, words.told.heading(page.party.name), body)
}

/** What was told, a sentence a day. Also on the waiting page. */
export function toldWindows({ view, words, formats }: Scene<unknown>, windows: readonly OfferedWindow[]): Markup {
  const days = new Map<string, string[]>()
  for (const window of tidyWindows(windows)) {
    const on = wallTimeOf(window.startsAt, view.zone).on
    const range = formats.range(window, view.zone)
    const told = window.level === 'possible' ? words.told.ifNeedBe(range) : range
    days.set(on, [...(days.get(on) ?? []), told])
  }
  const first = tidyWindows(windows)[0]
  return html`<ul class="sentences">${[...days].map(
    ([on, ranges]) => html`<li>${words.told.sentence(formats.longDay(on), formatList(ranges, view.locale))}</li>`,
  )}</ul>
  ${first ? html`<p class="hint">${words.zone.now(zoneName(view.zone), offsetText(first.startsAt, view.zone))}</p>` : ''}`
}
