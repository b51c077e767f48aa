import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GuestView } from '../../src/web/guest/view.ts'
import { instantOf } from '../../src/web/guest/wallClock.ts'
import { fillWeek, layWeek, sameWindows, tidyWindows, weekStarts, windowsInside } from '../../src/web/guest/week.ts'
import { type AvailabilityForm, readAvailabilityForm } from '../../src/web/guestForm.ts'
import { renderGuestPage } from '../../src/web/guestPages.ts'
import type { OfferedWindow } from '../../src/workflow/guestPage.ts'
import { availability, commonParts, now, type Page, secretOf, someWindows, viewFor, window } from './guestSamples.ts'

const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a browser would send for the availability form of a page, as printed and untouched. */
function bodyOf(html: string): URLSearchParams {
  const form = /<form method="post" action="[^"]*\/availability"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const body = new URLSearchParams()
  for (const [tag, kind, inner] of form.matchAll(
    /<(input|select|textarea)\b[^>]*>(?:((?:(?!<\/?(?:select|textarea)).)*)<\/(?:select|textarea)>)?/gs,
  )) {
    const attribute = (name: string, from = tag) => new RegExp(`\\b${name}="?([^"\\s>]*|[^"]*)"?[\\s>]`).exec(from)?.[1]
    const name = attribute('name', tag.slice(0, tag.indexOf('>') + 1)) ?? ''
    const open = tag.slice(0, tag.indexOf('>') + 1)
    if (kind === 'textarea') body.append(name, decode(inner ?? ''))
    else if (kind === 'select') {
      const options = [...(inner ?? '').matchAll(/<option(?: value="([^"]*)")?( selected)?>([^<]*)/g)]
      const chosen = options.find((option) => option[2]) ?? options[0]
      body.append(name, decode(chosen?.[1] ?? chosen?.[3] ?? ''))
    } else if (/type="?(checkbox|radio)/.test(open)) {
      if (/\schecked\b/.test(open)) body.append(name, attribute('value', open) ?? 'on')
    } else body.append(name, decode(attribute('value', open) ?? ''))
  }
  return body
}

function submit(
  body: URLSearchParams,
  page: Page<'availability'>,
  view: Partial<GuestView> = {},
  at = now,
): AvailabilityForm {
  return readAvailabilityForm(body, page, viewFor(page, view), secretOf('a'), at)
}

const formFields = {
  was: 'Europe/Berlin',
  zone: 'Europe/Berlin',
  lang: 'en',
  week: '2026-11-23',
  evenings: '0',
  note: '',
}

function send(fields: Record<string, string | string[]>, page = availability(), at = now): AvailabilityForm {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...formFields, step: 'send', ...fields }))
    for (const each of [value].flat()) body.append(name, each)
  return submit(body, page, {}, at)
}

const row = (on: string, from: string, to: string, level = 'good') => ({ on, from, to, level, key: '' })

function errorsOf(form: AvailabilityForm): string[] {
  return form.kind === 'show' ? form.view.errors.map((error) => `${error.field}: ${error.text}`) : [`(${form.kind})`]
}

describe('what a person sends', () => {
  it('becomes windows of the week, touching squares joined', () => {
    const form = send({ 228: 'on', 229: 'on', 230: 'on', note: '  After lunch. ' })
    expect(form).toMatchObject({
      kind: 'save',
      weekOn: null,
      submit: {
        secret: secretOf('a'),
        windows: [window('2026-11-24T13:00:00Z', '2026-11-24T14:30:00Z')],
        range: { startsAt: new Date('2026-11-22T23:00:00Z'), endsAt: new Date('2026-11-29T23:00:00Z') },
        isFinal: true,
        zone: 'Europe/Berlin',
        locale: 'en-GB',
        note: 'After lunch.',
      },
    })
  })

  it('replaces a window over midnight on Sunday whole, keeping its part in the other week', () => {
    const page = availability({ windows: [window('2026-11-29T21:00:00Z', '2026-11-30T01:00:00Z')] })
    const form = send({ week: '2026-11-30', 228: 'on', 229: 'on' }, page)
    expect(form).toMatchObject({
      kind: 'save',
      submit: {
        windows: [
          window('2026-11-29T21:00:00Z', '2026-11-29T23:00:00Z'),
          window('2026-12-01T13:00:00Z', '2026-12-01T14:00:00Z'),
        ],
        range: { startsAt: new Date('2026-11-29T21:00:00Z'), endsAt: new Date('2026-12-06T23:00:00Z') },
      },
    })
  })

  it('joins squares and rows, and a good time wins over the same time marked as possible', () => {
    const form = send({ 228: 'on', 229: 'on', ...row('2026-11-24', '14:30', '16:00', 'possible') })
    expect(form.kind === 'save' && form.submit.windows).toEqual([
      window('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z'),
      window('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', 'possible'),
    ])
  })

  it('saves a changed week as a draft and goes on to the next one', () => {
    const form = send({ 228: 'on', 229: 'on', step: 'week:2026-11-30' })
    expect(form).toMatchObject({ kind: 'save', weekOn: '2026-11-30', submit: { isFinal: false } })
  })

  it('takes "00:00" as the end of a row for midnight at the end of the day', () => {
    const form = send(row('2026-11-24', '22:00', '00:00'))
    expect(form.kind === 'save' && form.submit.windows).toEqual([
      window('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z'),
    ])
  })

  it('takes the first of two equal times when the clocks go back', () => {
    const page = availability({
      fromOn: '2026-10-19',
      toOn: '2026-10-31',
      earliestAt: new Date('2026-10-19T00:00:00Z'),
    })
    const form = send(
      { week: '2026-10-19', ...row('2026-10-25', '02:30', '03:30') },
      page,
      new Date('2026-10-16T00:00:00Z'),
    )
    expect(form.kind === 'save' && form.submit.windows).toEqual([
      window('2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z'),
    ])
  })
})

describe('bad input is a field error and keeps what was typed', () => {
  const spring = availability({
    fromOn: '2027-03-22',
    toOn: '2027-04-02',
    earliestAt: new Date('2027-03-20T00:00:00Z'),
  })
  const springNow = new Date('2027-03-19T00:00:00Z')
  const cases: [string, () => AvailabilityForm, string[]][] = [
    ['nothing ticked', () => send({}), ['grid: Tick at least one time, or say below that none suits you.']],
    [
      'half an hour where 60 minutes are needed',
      () => send({ 228: 'on' }),
      [
        'f2: Tue 24 Nov 2026, 14:00 to 14:30 is shorter than the 60 minutes needed. Tick what comes before or after it, or clear it.',
      ],
    ],
    ['end before start', () => send(row('2026-11-24', '15:00', '14:00')), ['to1: The end is before the start.']],
    ['end equal to start', () => send(row('2026-11-24', '15:00', '15:00')), ['to1: The end is before the start.']],
    ['a past day', () => send(row('2026-11-19', '10:00', '12:00')), ['on1: This time has passed.']],
    [
      'sooner than the notice',
      () => send(row('2026-11-20', '18:00', '19:00')),
      ['from1: The earliest possible time is Monday, 23 November 2026, 00:00.'],
    ],
    [
      'after the last day',
      () => send(row('2026-12-24', '10:00', '12:00')),
      ['on1: The last possible day is Friday, 11 December 2026.'],
    ],
    [
      'a day of another week',
      () => send(row('2026-12-01', '10:00', '12:00')),
      ['on1: This page is about Mon 23 Nov 2026 to Sun 29 Nov 2026. For another day, save and go to its week.'],
    ],
    [
      '02:30 in the hour that the clocks skip',
      () => send({ week: '2027-03-22', ...row('2027-03-28', '02:30', '04:30') }, spring, springNow),
      ['from1: 02:30 does not exist on Sunday, 28 March 2027: the clocks go forward and skip it.'],
    ],
    [
      'an end in the hour that the clocks skip',
      () => send({ week: '2027-03-22', ...row('2027-03-28', '01:00', '02:15') }, spring, springNow),
      ['to1: 02:15 does not exist on Sunday, 28 March 2027: the clocks go forward and skip it.'],
    ],
    ['a day that is none', () => send(row('2026-02-30', '10:00', '12:00')), ['on1: Give the day as a date.']],
    [
      'a time that is none',
      () => send(row('2026-11-24', 'noon', '12:00')),
      ['from1: Give the time as hours and minutes, for example 14:30.'],
    ],
    [
      'a row without an end',
      () => send(row('2026-11-24', '10:00', '')),
      ['to1: Fill in day, from and to, or leave all three empty.'],
    ],
    [
      'a note of 2,001 characters',
      () => send({ 228: 'on', 229: 'on', note: 'x'.repeat(2_001) }),
      ['note: Please keep the note under 2000 characters.'],
    ],
    [
      'an unknown zone',
      () => send({ 228: 'on', 229: 'on', zone: 'Mars/Base' }),
      ['zone: We do not know this time zone. Choose one from the list.'],
    ],
    [
      'a square that is not of this week',
      () => send({ 228: 'on', 229: 'on', 747: 'on' }),
      ['grid: One of the ticks does not belong to this week any more. Please look at the grid again.'],
    ],
    [
      'ticks for a week that is over',
      () => send({ 228: 'on', 229: 'on', week: '2026-11-09' }),
      ['grid: One of the ticks does not belong to this week any more. Please look at the grid again.'],
    ],
    [
      '2,001 rows',
      () =>
        send({ on: Array(2_001).fill('2026-11-24'), from: Array(2_001).fill('10:00'), to: Array(2_001).fill('12:00') }),
      ['grid: That is more than 2000 single times. Please give fewer and longer ones.'],
    ],
  ]
  it.each(cases)('%s', (_, act, errors) => {
    const form = act()
    expect(errorsOf(form).map((text) => text.replace(/day, (\d)/g, 'day $1'))).toEqual(
      errors.map((text) => text.replace(/day, (\d)/g, 'day $1')),
    )
  })

  it('prints ticks, rows, note and the message next to its field again', () => {
    const form = send({ 228: 'on', 229: 'on', note: 'Call <me>', ...row('2026-11-24', '15:00', '14:00', 'possible') })
    if (form.kind !== 'show') throw new Error(form.kind)
    const body = bodyOf(renderGuestPage(availability(), form.view))
    expect(body.get('228')).toBe('on')
    expect(body.get('229')).toBe('on')
    expect(body.get('note')).toBe('Call <me>')
    expect(body.getAll('on')).toEqual(['2026-11-24', ''])
    expect(body.getAll('from')).toEqual(['15:00', ''])
    expect(body.getAll('to')).toEqual(['14:00', ''])
    expect(body.getAll('level')).toEqual(['possible', 'good'])
    expect(renderGuestPage(availability(), form.view)).toMatch(
      /id="to1-error">The end is before the start\..*id="to1"[^>]*aria-invalid="true" aria-describedby="to1-error"/s,
    )
  })

  it('names several wrong fields in the order of the page', () => {
    const form = send({ 228: 'on', note: 'x'.repeat(2_001), ...row('2026-11-26', '15:00', '14:00') })
    expect(form.kind === 'show' && form.view.errors.map((error) => error.field)).toEqual(['f2', 'to1', 'note'])
  })

  it('counts a short time as long enough when it touches one of the week before', () => {
    const page = availability({ windows: [window('2026-11-29T22:00:00Z', '2026-11-29T23:00:00Z')] })
    const form = send({ week: '2026-11-30', ...row('2026-11-30', '00:00', '00:30') }, page)
    expect(form.kind).toBe('save')
  })
})

describe('an untouched submit changes nothing', () => {
  const buttons = ['send', 'zone', 'zones', 'evenings', 'usual', 'week:2026-11-30', null]
  it.each(buttons)('with the button %s, whatever is stored', (step) => {
    for (const windows of [[], someWindows])
      for (const hasAnswered of [false, true]) {
        const page = availability({ windows, hasAnswered, note: 'As it was.' })
        const body = bodyOf(renderGuestPage(page, viewFor(page, { isEditing: true })))
        expect(body.get('week')).toBe('2026-11-23')
        if (step) body.append('step', step)
        const form = submit(body, page)
        expect(form.kind).toBe(step?.startsWith('week') ? 'unchanged' : 'show')
        if (step === 'send' || step === null) expect(errorsOf(form)[0]).toMatch(/^(grid|sure): /)
      }
  })

  it('but the same times are sent once the person ticks that these are all', () => {
    const page = availability({ windows: someWindows })
    const body = bodyOf(renderGuestPage(page, viewFor(page)))
    body.append('sure', 'yes')
    const form = submit(body, page)
    expect(form.kind === 'save' && form.submit.windows).toEqual(someWindows)
  })
})

describe('buttons that only tick or change the view', () => {
  it.each([
    ['all', 110],
    ['morning', 40],
    ['afternoon', 50],
    ['evening', 20],
    ['d2', 22],
    ['keep', 0],
    ['clear', 0],
  ])('%s ticks %i squares and stores nothing', (fill, count) => {
    const form = send({ fill })
    expect(form.kind === 'show' && form.view.typed.ticked?.size).toBe(count)
  })

  it('unticks a whole day that is ticked already', () => {
    const form = send({ fill: 'd2' })
    if (form.kind !== 'show') throw new Error(form.kind)
    const body = bodyOf(renderGuestPage(availability(), form.view))
    body.append('fill', 'd2')
    const again = submit(body, availability())
    expect(again.kind === 'show' && again.view.typed.ticked?.size).toBe(0)
  })

  it('keeps the instants ticked when the zone changes', () => {
    const form = send({ 228: 'on', 229: 'on', zone: 'America/New_York', step: 'zone' })
    if (form.kind !== 'show') throw new Error(form.kind)
    expect(form.view.zone).toBe('America/New_York')
    const body = bodyOf(renderGuestPage(availability(), form.view))
    body.append('step', 'send')
    const sent = submit(body, availability())
    expect(sent.kind === 'save' && sent.submit.windows).toEqual([
      window('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z'),
    ])
  })

  it('does not send under a zone that was picked but not yet shown', () => {
    const form = send({ 228: 'on', 229: 'on', zone: 'Asia/Tokyo' })
    expect(errorsOf(form)).toEqual(['zone: The times are now shown in Asia/Tokyo. Please look at them and send again.'])
  })
})

const zones = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
]
/** Weeks with and without a change of clocks in these zones. */
const mondays = [
  '2026-03-02',
  '2026-03-23',
  '2026-04-20',
  '2026-09-21',
  '2026-10-19',
  '2026-10-26',
  '2026-11-23',
  '2027-03-08',
  '2027-03-29',
]

describe('windows survive being shown and sent back', () => {
  it.each(zones)('in %s, also in weeks in which the clocks change', (zone) => {
    const minutes = fc.integer({ min: 0, max: 7 * 1_440 })
    const anyWindow = fc.tuple(minutes, fc.integer({ min: 60, max: 1_500 }), fc.boolean())
    fc.assert(
      fc.property(
        fc.constantFrom(...mondays),
        fc.array(anyWindow, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom(15, 30, 60),
        fc.constantFrom('en-GB', 'en-US', 'de-DE'),
        (monday, drawn, hasEvenings, gridMinutes, locale) => {
          const start = Date.parse(`${monday}T00:00:00Z`)
          const before = new Date(start - 3 * 86_400_000)
          const windows: OfferedWindow[] = drawn.map(([from, length, isGood]) => ({
            startsAt: new Date(start + from * 60_000),
            endsAt: new Date(start + (from + length) * 60_000),
            level: isGood ? 'good' : 'possible',
          }))
          const page = availability({
            ...commonParts({ party: { name: 'Jo', role: 'candidate', zone, locale }, durationMinutes: 5 }),
            fromOn: new Date(start - 86_400_000).toISOString().slice(0, 10),
            toOn: new Date(start + 9 * 86_400_000).toISOString().slice(0, 10),
            earliestAt: before,
            gridMinutes,
            windows,
          })
          const view = viewFor(page, { weekOn: monday, hasEvenings, zone })
          const body = bodyOf(renderGuestPage(page, view))
          body.append('step', 'send')
          body.append('sure', 'yes')
          const form = submit(body, page, { zone, weekOn: monday }, before)
          if (form.kind !== 'save') throw new Error(JSON.stringify(errorsOf(form)))
          // Stored as the workflow does: windows that start in the range go, what was sent comes.
          const { range, windows: sent } = form.submit
          const kept = windows.filter(
            (each) => !range || each.startsAt < range.startsAt || each.startsAt >= range.endsAt,
          )
          expect(tidyWindows([...kept, ...sent])).toEqual(tidyWindows(windows))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('ticks only squares that are wholly inside a good window, and the rows hold exactly the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 96 }), fc.integer({ min: 1, max: 60 }), (from, quarters) => {
        const start = Date.parse('2026-11-23T00:00:00+01:00')
        const drawn: OfferedWindow = {
          startsAt: new Date(start + from * 900_000),
          endsAt: new Date(start + (from + quarters) * 900_000),
          level: 'good',
        }
        const week = layWeek(availability(), 'Europe/Berlin', '2026-11-23', false)
        const filled = fillWeek([drawn], week)
        const cells = week.days.flatMap((day) => day.cells).filter((cell) => filled.ticked.has(cell.id))
        for (const cell of cells) expect(cell.startsAt >= drawn.startsAt && cell.endsAt <= drawn.endsAt).toBe(true)
        const parts: OfferedWindow[] = filled.rows.map((each) => {
          const [startsAt, endsAt] = each.key.split('-').map((ms) => new Date(Number(ms)))
          return { startsAt: startsAt as Date, endsAt: endsAt as Date, level: 'good' }
        })
        const together = [...parts, ...cells.map((cell) => ({ ...cell, level: 'good' as const }))]
        expect(sameWindows(together, windowsInside([drawn], week.range))).toBe(true)
      }),
    )
  })
})

it('shows every day that can be offered in exactly one week', () => {
  for (const zone of zones) {
    const page = availability()
    const ranges = weekStarts(page, zone).map((on) => layWeek(page, zone, on, true).range)
    for (const [index, range] of ranges.entries()) {
      const next = ranges[index + 1]
      if (next) expect(next.startsAt).toEqual(range.endsAt)
    }
    expect(ranges[0]?.startsAt).toEqual(new Date('2026-11-22T23:00:00Z'))
    expect(ranges.at(-1)?.endsAt).toEqual(new Date('2026-12-11T23:00:00Z'))
  }
})

it('finds the instant of a wall time in 12 zones, nothing in a gap, the first of two in a repeat', () => {
  for (const zone of zones) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 730 * 96 }), (quarter) => {
        const at = new Date(Date.UTC(2026, 0, 1) + quarter * 900_000)
        const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
        const [on, time] = format.format(at).split(' ') as [string, string]
        const found = instantOf({ on, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) }, zone)
        if (!found) throw new Error(`${zone} ${on} ${time}`)
        expect(format.format(found)).toBe(`${on} ${time}`)
        expect(found <= at).toBe(true)
      }),
      { numRuns: 200 },
    )
  }
  expect(instantOf({ on: '2027-03-28', minute: 150 }, 'Europe/Berlin')).toBeNull()
  expect(instantOf({ on: '2026-10-04', minute: 135 }, 'Australia/Lord_Howe')).toBeNull()
  expect(instantOf({ on: '2026-10-25', minute: 150 }, 'Europe/Berlin')).toEqual(new Date('2026-10-25T00:30:00Z'))
})
