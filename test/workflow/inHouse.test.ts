import { describe, expect, it } from 'vitest'
import type { ThreadId } from '../../src/domain/ids.ts'
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
import { boardMeeting, giveCalendar, memberCalled, nadia, openNadia } from './nadiaInHouse.ts'
import { openLoop } from './openLoop.ts'

const hourMs = 3_600_000

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
    await giveCalendar(loop, 'Priya Raman', [boardMeeting])
    await openNadia(loop, thread)
    expect(textOf(await loop.card(thread))).toContain('Known: busy times are kept clear')
    await offer(loop, nadia, [{ ...wednesday, endsAt: new Date('2027-03-03T14:00:00Z') }])
    expect((await requestOf(loop)).state).toBe('approving')
    const offered = await loop.tables((tx) => tx.find('proposals', { where: { state: 'offered' } }))
    // Busy until 11:00, a quarter of an hour between, starts on the half hour: 11:30 is the first that is left.
    expect(offered.map((p) => p.startsAt.toISOString()).sort()[0]).toBe('2027-03-03T11:30:00.000Z')
    expect(offered.every((p) => p.unknownPartyIds.length === 0)).toBe(true)
  })

  it('of a panel of 2 keeps clear of the calendar that is known, and says with each of the 4 times for whom it is not confirmed', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [boardMeeting])
    await openNadia(loop, thread, 'Priya and Tom')
    await offer(loop, nadia, [{ ...wednesday, endsAt: new Date('2027-03-03T14:00:00Z') }])
    await loop.press(thread, await loop.card(thread), "Go on without Tom Becker's times")
    const tom = await loop.tables(async (tx) => (await tx.find('parties', { where: { name: 'Tom Becker' } }))[0])
    const offered = await loop.tables((tx) =>
      tx.find('proposals', { where: { state: 'offered' }, orderBy: [['startsAt', 'asc']] }),
    )
    expect(offered.map((p) => p.startsAt.toISOString().slice(11, 16))).toEqual(['11:30', '12:00', '12:30', '13:00'])
    for (const proposal of offered) {
      expect(proposal.unknownPartyIds).toEqual([tom?.id])
      expect(proposal.reasons).toEqual(['not confirmed for Tom Becker: no calendar has been imported'])
    }
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
        sentence: 'This button is for Priya Raman, so nothing was done.',
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
    await giveCalendar(loop, 'Priya Raman', [boardMeeting])
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
