import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendarReply } from '../../src/calendar/readReply.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:inv_1@agency.lan', ...lines, 'END:VEVENT']
const viennaLike = [
  'BEGIN:VTIMEZONE',
  'TZID:Home',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
]

describe('what a calendar answers', () => {
  it('is read with who, what, which sequence and why', () => {
    const reply = calendar(
      'METHOD:REPLY',
      ...event('SEQUENCE:3', 'ATTENDEE;CN="Jane, W";PARTSTAT=DECLINED:MAILTO:Jane@Mail.lan', 'COMMENT:On\\na train'),
    )
    expect(readCalendarReply(reply)).toEqual({
      method: 'REPLY',
      uid: 'inv_1@agency.lan',
      sequence: 3,
      attendees: [{ email: 'jane@mail.lan', participation: 'declined' }],
      startsAt: null,
      endsAt: null,
      comment: 'On a train',
    })
  })

  it.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
    ['DELEGATED', 'delegated'],
    ['NEEDS-ACTION', 'open'],
    ['X-PERHAPS', 'open'],
  ])('PARTSTAT %s is %s', (partstat, participation) => {
    const reply = readCalendarReply(calendar('METHOD:REPLY', ...event(`ATTENDEE;PARTSTAT=${partstat}:mailto:a@b.lan`)))
    expect(reply?.attendees).toEqual([{ email: 'a@b.lan', participation }])
  })

  it.each([
    ['DTSTART:20261124T130000Z', '2026-11-24T13:00:00.000Z'],
    ['DTSTART;TZID=Europe/Lisbon:20260724T140000', '2026-07-24T13:00:00.000Z'],
    ['DTSTART;TZID=Home:20261124T140000', '2026-11-24T13:00:00.000Z'],
    ['DTSTART;TZID=Nowhere:20261124T140000', null],
    ['DTSTART:20261124T140000', null],
    ['DTSTART;VALUE=DATE:20261124', null],
  ])('a proposed time %s is %s', (line, at) => {
    const reply = readCalendarReply(calendar('METHOD:COUNTER', ...viennaLike, ...event(line)))
    expect(reply?.method).toBe('COUNTER')
    expect(reply?.startsAt?.toISOString() ?? null).toBe(at)
  })

  it.each([
    ['nothing', ''],
    ['a text', 'BEGIN:VCALENDAR'],
    ['no event', calendar('METHOD:REPLY')],
    ['no UID', calendar('METHOD:REPLY', 'BEGIN:VEVENT', 'SEQUENCE:1', 'END:VEVENT')],
    ['two calendars', `${calendar('METHOD:REPLY', ...event())}\r\n${calendar('METHOD:REPLY', ...event())}`],
    ['more than 200,000 characters', calendar(...event(`COMMENT:${'x'.repeat(200_000)}`))],
  ])('%s is no answer', (_, text) => {
    expect(readCalendarReply(text)).toBeNull()
  })

  it('a missing METHOD and an absurd SEQUENCE answer nothing', () => {
    expect(readCalendarReply(calendar(...event('SEQUENCE:-4')))).toMatchObject({ method: 'other', sequence: 0 })
    expect(readCalendarReply(calendar(...event('SEQUENCE:99999999999999999999')))).toMatchObject({ sequence: 0 })
  })

  it('3,000 attendees are cut to 50', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `ATTENDEE:mailto:a${at}@b.lan`)
    expect(readCalendarReply(calendar('METHOD:REPLY', ...event(...many)))?.attendees).toHaveLength(50)
  })

  it('never throws, whatever stands in it', () => {
    const line = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'UID:x',
      'DTSTART;TZID=:1',
      'DTSTART:99999999T999999Z',
      'RRULE:FREQ=SECONDLY',
      'ATTENDEE',
      ' folded',
      'SEQUENCE:x',
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'TZID:Home',
      'METHOD:REPLY',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        readCalendarReply(calendar(...lines))
      }),
    )
  })
})
