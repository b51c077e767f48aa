import { importBusyTimes } from '../../src/calendar/local.ts'
import type { Interval } from '../../src/domain/availability.ts'
import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import type { Loop } from './openLoop.ts'

// The agency's own request: Nadia Petrova for the Recruitment Consultant job, whose people are Priya, Tom and Sofia.

export const nadia = 'nadia.petrova'
/** Wednesday 3 March 2027, 09:00-11:00 in London. */
export const boardMeeting = { startsAt: new Date('2027-03-03T09:00:00Z'), endsAt: new Date('2027-03-03T11:00:00Z') }

export async function openNadia(loop: Loop, thread: ThreadId, panel = 'Priya') {
  await loop.say(`schedule Nadia with ${panel} for the Recruitment Consultant role`, thread)
  await loop.press(thread, await loop.card(thread), 'How do they join?', {
    kind: 'onsite',
    details: 'Alder & Finch, 3 Mill Lane, London',
    keep: 'job',
  })
  await loop.settle(30_000)
}

/** The member of this name with the thread Parley opened for it. */
export async function memberCalled(loop: Loop, name: string): Promise<{ id: MemberId; thread: ThreadId | null }> {
  return loop.tables(async (tx) => {
    const [member] = await tx.find('members', { where: { name } })
    if (!member) throw new Error(`no member ${name}`)
    const [thread] = await tx.find('threads', { where: { memberId: member.id } })
    return { id: member.id, thread: thread?.id ?? null }
  })
}

/** Makes one of Priya and her colleagues a member, with a calendar that is busy at these times. */
export async function giveCalendar(loop: Loop, name: string, busy: readonly Interval[]): Promise<MemberId> {
  const id = loop.ids.next('member')
  await loop.tables((tx) =>
    tx.insert('members', {
      id,
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@agency.example`,
      phone: null,
      zone: 'Europe/London',
      locale: 'en-GB',
      roles: ['hiringManager'],
      recordId: null,
      briefingMinute: null,
      nextBriefingAt: null,
      alertedAt: null,
      createdAt: loop.clock.now(),
    }),
  )
  const stampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const events = busy.flatMap(({ startsAt, endsAt }, index) => [
    'BEGIN:VEVENT',
    `UID:busy-${index}@test`,
    'DTSTAMP:20270101T000000Z',
    `DTSTART:${stampOf(startsAt)}`,
    `DTEND:${stampOf(endsAt)}`,
    'SUMMARY:Board meeting',
    'END:VEVENT',
  ])
  const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n')
  await importBusyTimes(loop.store, loop.ids, loop.clock, loop.tenantId, id, ics)
  return id
}
