import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBusyTimes } from '../../src/calendar/busyTimes.ts'
import { importBusyTimes, openLocalCalendar } from '../../src/calendar/local.ts'
import type { MemberId } from '../../src/domain/ids.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import { openMemoryTestStore, type TestStore } from '../fakes/testStore.ts'

const calendar = (...components: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...components, 'END:VCALENDAR', ''].join('\r\n')
let uidCount = 0
const event = (...lines: string[]) => {
  uidCount += 1
  const uid = lines.some((line) => line.startsWith('UID:')) ? [] : [`UID:${uidCount}@a.example`]
  return ['BEGIN:VEVENT', ...uid, 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join('\r\n')
}
const range = { startsAt: new Date('2027-03-01T00:00:00Z'), endsAt: new Date('2027-06-01T00:00:00Z') }
/** "03-02 09:00-10:00" per busy time, in UTC. */
const busyOf = (ics: string, zone = 'Europe/Berlin', within = range) =>
  readBusyTimes(ics, zone, 'jo@agency.example', within).map(({ startsAt, endsAt }) => {
    const [from, to] = [startsAt.toISOString(), endsAt.toISOString()]
    return `${from.slice(5, 10)} ${from.slice(11, 16)}-${to.slice(0, 10) === from.slice(0, 10) ? '' : `${to.slice(5, 10)} `}${to.slice(11, 16)}`
  })

describe('reading busy times of a calendar file', () => {
  it('keeps 09:00 in Berlin across the March change of a weekly series', () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Berlin:20270323T090000',
      'DTEND;TZID=Europe/Berlin:20270323T100000',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    )
    expect(busyOf(calendar(weekly))).toEqual(['03-23 08:00-09:00', '03-30 07:00-08:00'])
  })

  it('ignores TRANSPARENT, CANCELLED and declined entries, and keeps tentative and accepted ones', () => {
    const at = (hour: string, ...lines: string[]) => event(`DTSTART:20270302T${hour}0000Z`, 'DURATION:PT1H', ...lines)
    const me = (partstat: string) => `ATTENDEE;PARTSTAT=${partstat}:mailto:Jo@Agency.example`
    const file = calendar(
      at('08', 'TRANSP:TRANSPARENT'),
      at('10', 'STATUS:CANCELLED'),
      at('12', me('DECLINED'), 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@agency.example'),
      at('14', me('ACCEPTED'), 'STATUS:TENTATIVE'),
      at('16', 'ATTENDEE;PARTSTAT=DECLINED:mailto:sam@agency.example'),
    )
    expect(busyOf(file)).toEqual(['03-02 14:00-15:00', '03-02 16:00-17:00'])
  })

  it('takes all-day entries and times without a zone in the member’s zone, 23 hours on the day of the change', () => {
    const file = calendar(
      event('DTSTART;VALUE=DATE:20270314', 'DTEND;VALUE=DATE:20270315'),
      event('DTSTART;VALUE=DATE:20270401'),
      event('DTSTART:20270405T090000', 'DTEND:20270405T093000'),
    )
    expect(busyOf(file, 'America/New_York')).toEqual([
      '03-14 05:00-03-15 04:00',
      '04-01 04:00-04-02 04:00',
      '04-05 13:00-13:30',
    ])
  })

  it('leaves out excluded days, moves moved ones and drops cancelled ones of a series', () => {
    const uid = 'UID:series@a.example'
    const file = calendar(
      event(
        uid,
        'DTSTART:20270301T090000Z',
        'DTEND:20270301T100000Z',
        'RRULE:FREQ=DAILY;COUNT=5',
        'EXDATE:20270302T090000Z',
      ),
      event(uid, 'RECURRENCE-ID:20270303T090000Z', 'DTSTART:20270303T150000Z', 'DTEND:20270303T170000Z'),
      event(
        uid,
        'RECURRENCE-ID:20270304T090000Z',
        'DTSTART:20270304T090000Z',
        'DTEND:20270304T100000Z',
        'STATUS:CANCELLED',
      ),
    )
    expect(busyOf(file)).toEqual(['03-01 09:00-10:00', '03-03 15:00-17:00', '03-05 09:00-10:00'])
  })

  it('expands a daily series that began ten years ago, within the range only', () => {
    const daily = event(
      'DTSTART;TZID=Europe/Berlin:20170301T120000',
      'DTEND;TZID=Europe/Berlin:20170301T130000',
      'RRULE:FREQ=DAILY',
    )
    expect(busyOf(calendar(daily))).toHaveLength(92)
    const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270317T000000Z'
    const biweekly = event('DTSTART:20170306T090000Z', 'DURATION:PT1H', rule)
    expect(busyOf(calendar(biweekly))).toEqual(['03-08 09:00-10:00', '03-10 09:00-10:00'])
    const counted = event('DTSTART:20270222T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=8')
    expect(busyOf(calendar(counted))).toEqual(['03-01 09:00-10:00'])
  })

  it('uses the file’s own description of a zone that has no IANA name', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Office Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n')
    const lines = ['DTSTART;TZID=Office Time:20270302T100000', 'DTEND;TZID=Office Time:20270302T110000']
    expect(busyOf(calendar(zone, event(...lines)))).toEqual(['03-02 04:30-05:30'])
    expect(() => busyOf(calendar(event(...lines, 'SUMMARY:Stand-up')))).toThrow(
      'The entry "Stand-up" of the calendar file',
    )
  })

  it('reads free/busy lists, merges what touches and clips to the range', () => {
    const list = [
      'BEGIN:VFREEBUSY',
      'UID:f',
      'DTSTAMP:20270101T000000Z',
      'FREEBUSY:20270302T090000Z/PT1H,20270302T100000Z/20270302T103000Z',
      'FREEBUSY;FBTYPE=FREE:20270303T090000Z/PT1H',
      'END:VFREEBUSY',
    ].join('\r\n')
    const long = event('DTSTART:20270225T000000Z', 'DTEND:20270301T020000Z')
    expect(busyOf(calendar(list, long))).toEqual(['03-01 00:00-02:00', '03-02 09:00-10:30'])
  })

  it('refuses what is no calendar, and a series that repeats every second', () => {
    for (const text of ['', 'Name;Mail\nJo;jo@a.example', '<html></html>', 'BEGIN:VEVENT\r\nEND:VEVENT'])
      expect(() => busyOf(text), text).toThrow('This is not a calendar file')
    const flood = event('DTSTART:20270302T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')
    expect(() => busyOf(calendar(flood))).toThrow('repeats its entries too often')
  })
})

describe('imported calendars', () => {
  let opened: TestStore
  let memberId: MemberId

  beforeEach(async () => {
    opened = await openMemoryTestStore()
    const { store, ids, tenantId } = opened
    const member = sampleRow('members', { ids, tenantId }, { zone: 'Europe/Berlin', email: 'jo@agency.example' })
    memberId = (await store.inTenant(tenantId, (tx) => tx.insert('members', member))).id
  })
  afterEach(() => opened.store.close())

  const importFile = (text: string) =>
    importBusyTimes(opened.store, opened.ids, opened.clock, opened.tenantId, memberId, text)
  const read = async (days: number) => {
    const { clock, tenantId } = opened
    const startsAt = new Date('2027-03-01T00:00:00Z')
    const answers = await openLocalCalendar(opened).readBusy(tenantId, [memberId], {
      startsAt,
      endsAt: new Date(clock.now().getTime() + days * 86_400_000),
    })
    return answers.get(memberId)
  }

  it('leaves a member without an import unknown, never free', async () => {
    expect(await read(21)).toEqual({ kind: 'unknown', reason: 'no calendar has been imported' })
  })

  it('answers the imported busy times, and replaces them by the next import', async () => {
    const at = (day: string) => calendar(event(`DTSTART:${day}T090000Z`, 'DURATION:PT1H'))
    expect(await importFile(at('20270302'))).toMatchObject({ busyCount: 1 })
    await importFile(at('20270303'))
    const times = [{ startsAt: new Date('2027-03-03T09:00:00Z'), endsAt: new Date('2027-03-03T10:00:00Z') }]
    expect(await read(21)).toEqual({ kind: 'busy', times })
  })

  it('is unknown beyond the 90 days an import covers, and says until when it reaches', async () => {
    await importFile(calendar())
    expect(await read(90)).toEqual({ kind: 'busy', times: [] })
    expect(await read(91)).toEqual({
      kind: 'unknown',
      reason: 'the calendar imported on 1 March 2027 covers the time until 30 May 2027 only',
    })
    opened.clock.moveBy(80 * 86_400_000)
    expect(await read(21)).toMatchObject({ kind: 'unknown' })
    expect(await read(10)).toMatchObject({ kind: 'busy' })
  })

  it('keeps the earlier import when the next file cannot be read', async () => {
    await importFile(calendar(event('DTSTART:20270302T090000Z', 'DURATION:PT1H')))
    await expect(importFile('nonsense')).rejects.toMatchObject({ code: 'badInput', field: 'calendar' })
    expect(await read(21)).toMatchObject({ kind: 'busy', times: [{}] })
  })
})
