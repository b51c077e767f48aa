import { describe, expect, it } from 'vitest'
import { importBusyTimes } from '../../src/calendar/local.ts'
import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import {
  icsFacts,
  invitationsTo,
  labelsOf,
  liveInterviewsOf,
  offer,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

const nadia = 'nadia.petrova'
const hourMs = 3_600_000

async function openNadia(loop: Loop, thread: ThreadId, panel = 'Priya') {
  await loop.say(`schedule Nadia with ${panel} for the Recruitment Consultant role`, thread)
  await loop.press(thread, await loop.card(thread), 'How do they join?', {
    kind: 'onsite',
    details: 'Alder & Finch, 3 Mill Lane, London',
    keep: 'job',
  })
  await loop.settle(30_000)
}

/** The member of this name with the thread Parley opened for it. */
async function memberCalled(loop: Loop, name: string): Promise<{ id: MemberId; thread: ThreadId | null }> {
  return loop.tables(async (tx) => {
    const [member] = await tx.find('members', { where: { name } })
    if (!member) throw new Error(`no member ${name}`)
    const [thread] = await tx.find('threads', { where: { memberId: member.id } })
    return { id: member.id, thread: thread?.id ?? null }
  })
}

/** Makes Priya and her colleagues members, with a calendar busy on Wednesday from 09:00 to 11:00 UTC. */
async function giveCalendar(loop: Loop, name: string, email: string) {
  const id = loop.ids.next('member')
  await loop.tables((tx) =>
    tx.insert('members', {
      id,
      name,
      email,
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
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    'BEGIN:VEVENT',
    'UID:board@test',
    'DTSTAMP:20270101T000000Z',
    'DTSTART:20270303T090000Z',
    'DTEND:20270303T110000Z',
    'SUMMARY:Board meeting',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  await importBusyTimes(loop.store, loop.ids, loop.clock, loop.tenantId, id, ics)
}

describe('an in-house interview', () => {
  it('says that a calendar without an import is unknown, not free, and asks that member in the chat', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    expect(textOf(await loop.card(thread))).toContain('Unknown, not free: asked in the chat for times')
    const priya = await memberCalled(loop, 'Priya Raman')
    if (!priya.thread) throw new Error('a conversation with Priya')
    const card = await loop.card(priya.thread)
    expect(textOf(card)).toContain('I cannot read your calendar')
    expect(labelsOf(card)).toEqual(['Tell me your times', 'Decline'])
    expect((await loop.mails()).map((m) => m.toLine)).toEqual([expect.stringContaining(nadia)])
  })

  it('waits for the unknown one: the answer of the candidate alone proposes nothing', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    await offer(loop, nadia, [wednesday])
    expect((await requestOf(loop)).state).toBe('collecting')
    expect(await loop.tables((tx) => tx.count('proposals'))).toBe(0)
  })

  it('goes on without the unknown one only on a press, and then says with each offer that it may not be free', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    await offer(loop, nadia, [wednesday])
    await loop.press(thread, await loop.card(thread), "Go on without Priya Raman's times")
    expect((await requestOf(loop)).state).toBe('approving')
    expect(textOf(await loop.card(thread))).toContain('The calendar of Priya Raman is unknown')
    const priya = await memberCalled(loop, 'Priya Raman')
    expect(textOf(await loop.card(priya.thread as ThreadId))).toContain('unknown, not free')
  })

  it('does not ask a member whose calendar is imported, and offers nothing inside the 2 hours it is busy', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', 'priya.raman@agency.example')
    await openNadia(loop, thread)
    expect(textOf(await loop.card(thread))).toContain('Known: busy times are kept clear')
    await offer(loop, nadia, [{ ...wednesday, endsAt: new Date('2027-03-03T14:00:00Z') }])
    expect((await requestOf(loop)).state).toBe('approving')
    const offered = await loop.tables((tx) => tx.find('proposals', { where: { state: 'offered' } }))
    // Busy until 11:00, a quarter of an hour between, starts on the half hour: 11:30 is the first that is left.
    expect(offered.map((p) => p.startsAt.toISOString()).sort()[0]).toBe('2027-03-03T11:30:00.000Z')
    expect(offered.every((p) => p.unknownPartyIds.length === 0)).toBe(true)
  })

  it('is approved by a press of the hiring manager; the same press by a colleague or the recruiter is refused', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread, 'Priya and Tom')
    const priya = await memberCalled(loop, 'Priya Raman')
    const tom = await memberCalled(loop, 'Tom Becker')
    await loop.press(thread, await loop.card(thread), "Go on without Tom Becker's times")
    const priyaThread = priya.thread as ThreadId
    const told = await loop.press(
      priyaThread,
      await loop.card(priyaThread),
      'Tell me your times',
      { times: 'Wed 9-12' },
      priya.id,
    )
    expect(told).toEqual({ kind: 'ok' })
    await offer(loop, nadia, [wednesday])
    const card = await loop.card(priyaThread)
    expect(labelsOf(card)[0]).toMatch(/^Approve Wed/)
    for (const bystander of [tom.id, loop.memberId])
      expect(await loop.press(priyaThread, card, 'Approve', {}, bystander)).toEqual({
        kind: 'refused',
        sentence: 'This button is for somebody else, so nothing was done.',
      })
    expect((await requestOf(loop)).state).toBe('approving')
    expect(await loop.press(priyaThread, card, 'Approve', {}, priya.id)).toEqual({ kind: 'ok' })
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect(textOf(await loop.card(priyaThread))).toContain('Booked')
  })

  it('sends one calendar object with all 3 attendees under one UID, and the recruiter a transparent copy', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread, 'Priya and Tom')
    for (const name of ['Priya Raman', 'Tom Becker'])
      await loop.press(thread, await loop.card(thread), `Go on without ${name}'s times`)
    await offer(loop, nadia, [wednesday])
    const priya = await memberCalled(loop, 'Priya Raman')
    await loop.press(priya.thread as ThreadId, await loop.card(priya.thread as ThreadId), 'Approve', {}, priya.id)
    const own = await Promise.all(
      [nadia, 'priya.raman', 'tom.becker'].map(async (who) => (await invitationsTo(loop, who))[0]),
    )
    expect(new Set(own.map((i) => i?.uid)).size).toBe(1)
    for (const invitation of own)
      expect(invitation?.attendees.sort()).toEqual([
        'nadia.petrova@mail.example',
        'priya.raman@agency.example',
        'tom.becker@agency.example',
      ])
    // A personal link in a shared object would reach everybody.
    expect(own[0]?.text).not.toContain('http://guest.test/l/')
    const [copy] = (await loop.mails('rosa@')).map((m) => icsFacts(m.ics))
    expect(copy?.text).toContain('TRANSP:TRANSPARENT')
    expect(copy?.uid).not.toBe(own[0]?.uid)
  })

  it('keeps a member from being booked twice: a second request is offered nothing that overlaps the first', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', 'priya.raman@agency.example')
    const thursday = {
      ...wednesday,
      startsAt: new Date('2027-03-04T09:00:00Z'),
      endsAt: new Date('2027-03-04T12:00:00Z'),
    }
    const priya = await memberCalled(loop, 'Priya Raman')
    for (const [index, name, address] of [
      [0, 'Nadia', nadia],
      [1, 'Callum', 'callum.reid'],
    ] as const) {
      await loop.say(`schedule ${name} with Priya for the Recruitment Consultant role`, thread)
      if (index === 0)
        await loop.press(thread, await loop.card(thread), 'How do they join?', {
          kind: 'follows',
          details: '',
          keep: 'once',
        })
      await loop.settle(30_000)
      await offer(loop, address, [thursday])
      const request = await requestOf(loop, index)
      const own = await loop.tables((tx) =>
        tx.find('threads', { where: { externalId: `request:${request.id}:${priya.id}` } }),
      )
      await loop.press(own[0]?.id as ThreadId, await loop.card(own[0]?.id as ThreadId), 'Approve', {}, priya.id)
    }
    const holds = await loop.tables((tx) =>
      tx.find('holds', {
        where: { personKey: priya.id, state: { in: ['held', 'confirmed'] } },
        orderBy: [['startsAt', 'asc']],
      }),
    )
    expect(holds).toHaveLength(2)
    expect((holds[1]?.startsAt.getTime() ?? 0) - (holds[0]?.startsAt.getTime() ?? 0)).toBeGreaterThanOrEqual(
      hourMs + 15 * 60_000,
    )
  })

  it('tells every member of the panel when it is cancelled', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'headcount is frozen' })
    const priya = await memberCalled(loop, 'Priya Raman')
    expect(textOf(await loop.card(priya.thread as ThreadId))).toContain('headcount is frozen')
    expect(await liveInterviewsOf(loop)).toEqual([])
  })
})
