import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { composeInvitationIcs, type IcsInvitation, readIcs } from '../../src/calendar/ical.ts'
import { cleanLine, cleanParagraphs } from '../../src/domain/cleanLine.ts'
import { hostileNames } from '../mail/hostileNames.ts'

function anInvitation(over: Partial<IcsInvitation> = {}): IcsInvitation {
  return {
    uid: 'inv_01JD0000000000000000000001@interviews.bright-talent.de',
    sequence: 0,
    method: 'REQUEST',
    title: 'Backend Engineer Interview - Round 2: Acme',
    startsAt: new Date('2026-11-24T13:00:00Z'),
    endsAt: new Date('2026-11-24T14:00:00Z'),
    organizer: { name: 'Anna Okafor via Bright Talent', email: 'scheduling@bright-talent.de' },
    attendees: [{ name: 'Jane Roe', email: 'jane.roe@mail.de' }],
    place: 'Video call',
    description: 'Interview: Backend Engineer\nDuration: 1 hour',
    url: 'https://interviews.bright-talent.de/l/abc',
    joinUrl: 'https://meet.acme.de/room?id=7,8;9',
    isTransparent: false,
    stampedAt: new Date('2026-11-20T10:00:00Z'),
    reason: null,
    ...over,
  }
}

/** Names of all properties with how often they occur, calendar and event together. */
function propertiesOf(content: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const components = [calendar, ...calendar.getAllSubcomponents()]
  return components.flatMap((component) => [
    component.name,
    ...component
      .getAllProperties()
      .flatMap((property) => [property.name, ...Object.keys(property.toJSON()[1] as object)]),
  ])
}

describe('a calendar object', () => {
  const golden = {
    new: anInvitation(),
    moved: anInvitation({
      sequence: 1,
      startsAt: new Date('2026-11-26T09:30:00Z'),
      endsAt: new Date('2026-11-26T10:30:00Z'),
      reason: 'A flight was moved.',
    }),
    cancelled: anInvitation({ sequence: 2, method: 'CANCEL', joinUrl: null, reason: 'The position is on hold.' }),
  }
  test.each(Object.entries(golden))('%s is written byte for byte as before', (name, invitation) => {
    const file = new URL(`./golden/${name}.ics`, import.meta.url)
    const content = composeInvitationIcs(invitation)
    expect(content).toBe(readFileSync(file, 'utf8'))
  })

  test('keeps its UID and raises SEQUENCE from new to moved to cancelled', () => {
    const read = Object.values(golden).map((invitation) => readIcs(composeInvitationIcs(invitation)))
    expect(read.map((entry) => [entry?.method, entry?.status, entry?.sequence])).toEqual([
      ['REQUEST', 'CONFIRMED', 0],
      ['REQUEST', 'CONFIRMED', 1],
      ['CANCEL', 'CANCELLED', 2],
    ])
    expect(new Set(read.map((entry) => entry?.uid)).size).toBe(1)
  })

  test('asks its one attendee for an answer and leaves nobody else in', () => {
    const content = composeInvitationIcs(anInvitation())
    const vevent = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent')
    const attendees = vevent?.getAllProperties('attendee') ?? []
    expect(attendees).toHaveLength(1)
    const parameters = ['role', 'partstat', 'rsvp', 'cn'].map((name) => attendees[0]?.getFirstParameter(name))
    expect(parameters).toEqual(['REQ-PARTICIPANT', 'NEEDS-ACTION', 'TRUE', 'Jane Roe'])
    expect(attendees[0]?.getFirstValue()).toBe('mailto:jane.roe@mail.de')
  })

  test('does not block the time of a recruiter who is not attending', () => {
    expect(composeInvitationIcs(anInvitation({ isTransparent: true }))).toContain('TRANSP:TRANSPARENT')
    expect(composeInvitationIcs(anInvitation())).toContain('TRANSP:OPAQUE')
  })

  test('names all three attendees of an in-house panel, the optional one as such', () => {
    const attendees = [
      { name: 'Priya', email: 'priya@firm.de' },
      { name: 'Tom', email: 'tom@firm.de' },
      { name: 'Uma', email: 'uma@firm.de', isRequired: false },
    ]
    const content = composeInvitationIcs(anInvitation({ attendees }))
    expect(readIcs(content)?.attendees.map((person) => person.email)).toEqual(attendees.map((person) => person.email))
    expect(content.match(/OPT-PARTICIPANT/g)).toHaveLength(1)
  })

  test('refuses an attendee or organizer whose address holds more than one address', () => {
    for (const email of ['a@b.de,c@d.de', 'a@b.de\r\nATTENDEE:mailto:c@d.de', 'mailto:a@b.de', ''])
      expect(() => composeInvitationIcs(anInvitation({ attendees: [{ name: 'x', email }] })), email).toThrow(/address/)
    expect(() => composeInvitationIcs(anInvitation({ organizer: { name: 'x', email: 'x' } }))).toThrow(/address/)
  })

  test('refuses a link that is no web address, a broken UID and an end before the start', () => {
    expect(() => composeInvitationIcs(anInvitation({ url: 'javascript:alert(1)' }))).toThrow(/web address/)
    expect(() => composeInvitationIcs(anInvitation({ joinUrl: 'call me' }))).toThrow(/web address/)
    expect(() => composeInvitationIcs(anInvitation({ uid: 'a\r\nX:1' }))).toThrow(/identifier/)
    expect(() => composeInvitationIcs(anInvitation({ endsAt: new Date('2026-11-24T13:00:00Z') }))).toThrow(
      /ends before/,
    )
  })

  test('holds the same properties and no more, whatever 83 hostile strings stand in its texts and names', () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(80)
    const benign = propertiesOf(composeInvitationIcs(anInvitation({ reason: 'x' })))
    for (const text of hostileNames) {
      const content = composeInvitationIcs(
        anInvitation({
          title: text,
          place: text,
          description: text,
          reason: text,
          organizer: { name: text, email: 'scheduling@bright-talent.de' },
          attendees: [{ name: text, email: 'jane.roe@mail.de' }],
        }),
      )
      expect(propertiesOf(content), JSON.stringify(text)).toEqual(benign)
      const read = readIcs(content)
      expect(read?.title).toBe(cleanLine(text))
      expect(read?.place).toBe(cleanLine(text))
      expect(read?.description).toBe(cleanParagraphs(text))
      expect(read?.reason).toBe(cleanParagraphs(text, 1_000))
      expect(read?.organizer?.email).toBe('scheduling@bright-talent.de')
      expect(read?.attendees.map((person) => person.email)).toEqual(['jane.roe@mail.de'])
    }
  })

  test('read back says what was written, in any script, folded at 75 octets', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((value) => cleanLine(value) !== '')
    const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        text,
        text,
        text,
        instant,
        fc.integer({ min: 5, max: 480 }),
        fc.nat(50),
        fc.boolean(),
        (title, name, place, at, length, sequence, isTransparent) => {
          const startsAt = new Date(Math.floor(at.getTime() / 1_000) * 1_000)
          const endsAt = new Date(startsAt.getTime() + length * 60_000)
          const content = composeInvitationIcs(
            anInvitation({
              title,
              place,
              description: `${title}\n${name}`,
              startsAt,
              endsAt,
              sequence,
              isTransparent,
              attendees: [{ name, email: 'x@y.de' }],
            }),
          )
          for (const line of content.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
            expect(line.isWellFormed()).toBe(true)
          }
          const read = readIcs(content)
          expect(read).toMatchObject({
            title: cleanLine(title),
            place: cleanLine(place),
            description: cleanParagraphs(`${title}\n${name}`),
            sequence,
            isTransparent,
            url: 'https://interviews.bright-talent.de/l/abc',
            joinUrl: 'https://meet.acme.de/room?id=7,8;9',
          })
          expect(read?.startsAt.getTime()).toBe(startsAt.getTime())
          expect(read?.endsAt.getTime()).toBe(endsAt.getTime())
          // Quotes and carets in a name are replaced, because some calendars show their escapes.
          const shown = cleanLine(name, 120).replaceAll('"', '”').replaceAll('^', ' ').replace(/ {2,}/g, ' ').trim()
          expect(read?.attendees[0]?.name).toBe(shown)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('that is none reads as null', () => {
    for (const content of ['', 'hello', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'BEGIN:VEVENT'])
      expect(readIcs(content)).toBeNull()
  })
})
