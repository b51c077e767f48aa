import { describe, expect, it } from 'vitest'
import { parleyCause } from '../../src/workflow/cause.ts'
import { editRequest } from '../../src/workflow/editRequest.ts'
import { noEdit } from '../../src/workflow/requestEdit.ts'
import {
  approve,
  askJane,
  at,
  bookJane,
  good,
  icsFacts,
  invitationsTo,
  jane,
  jonas,
  labelsOf,
  liveInterviewsOf,
  marta,
  offer,
  offeredTo,
  openJane,
  pageOf,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { giveCalendar, nadia, openNadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'
import { approveOf, outsideOf, undo, update, want, yes } from './want.ts'

const lengthOf = async (loop: Loop) => (await loop.tables((tx) => tx.find('sessions')))[0]?.durationMinutes
const mailsAfter = async (loop: Loop, count: number) => (await loop.mails()).slice(count)
const dayMs = 86_400_000

describe('a change while the first mails wait', () => {
  it('of the length is made at once: 2 mails then ask for 45 minutes, and nobody ever read of 60', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ durationMinutes: 45 })])
    expect(textOf(await loop.lastMessage(thread))).toContain('45 minutes instead of 60')
    await loop.settle(30_000)
    const mails = await loop.mails()
    expect(mails).toHaveLength(2)
    for (const { text } of mails) {
      expect(text).toContain('45 minutes')
      expect(text).not.toContain('60 minutes')
    }
  })

  it('is undone by its button and by "undo": 60 minutes again', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ durationMinutes: 45 })])
    await loop.press(thread, await loop.lastMessage(thread), 'Undo the change')
    expect(await lengthOf(loop)).toBe(60)
    await want(loop, thread, [update({ durationMinutes: 30 })])
    await want(loop, thread, [undo])
    expect(await lengthOf(loop)).toBe(60)
    expect((await requestOf(loop)).state).toBe('collecting')
  })

  it('that brings Jonas in asks him with the others, 3 first mails in all', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ added: ['Jonas'] })])
    await loop.settle(30_000)
    expect((await loop.mails()).map((m) => m.toLine).sort()).toEqual([
      expect.stringContaining(jane),
      expect.stringContaining(jonas),
      expect.stringContaining(marta),
    ])
  })

  it('to another candidate undoes the request and opens the right one with the same length; the first candidate gets no mail', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ durationMinutes: 45 })])
    await want(loop, thread, [update({ candidate: 'Beatriz Sousa' })])
    await loop.settle(30_000)
    expect((await requestOf(loop)).state).toBe('cancelled')
    const second = await requestOf(loop, 1)
    expect(second).toMatchObject({ state: 'collecting', candidateName: 'Beatriz Sousa', clientName: 'Acme Robotics' })
    expect(await loop.mails(jane)).toEqual([])
    expect((await loop.mails('beatriz.sousa'))[0]?.text).toContain('45 minutes')
  })
})

describe('a change after people were asked', () => {
  it('changes nothing beyond the thread before the press', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [
      update({ durationMinutes: 45, added: ['Jonas'], removed: ['Marta'], when: 'only mornings' }),
    ])
    expect(await outsideOf(loop)).toEqual(before)
    expect(labelsOf(await loop.lastMessage(thread))).toEqual(['Change it'])
  })

  it('of the length tells the 2 who were asked and have not answered, once, by the press', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const count = (await loop.mails()).length
    await want(loop, thread, [update({ durationMinutes: 45 })])
    expect(textOf(await loop.lastMessage(thread))).toContain('Jane Whitfield and Marta Lindqvist were asked already')
    await loop.press(thread, await loop.lastMessage(thread), 'Change it')
    const told = await mailsAfter(loop, count)
    expect(told.map((m) => m.subject)).toEqual([
      'Changed: interview for Backend Engineer at Acme Robotics',
      'Changed: interview with Jane Whitfield, Backend Engineer',
    ])
    for (const { text } of told) expect(text).toContain('45 minutes')
  })

  it('to a shorter interview keeps the times Jane gave and does not write to her again; a longer one does', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    const count = (await loop.mails(jane)).length
    await want(loop, thread, [update({ durationMinutes: 30 })])
    await want(loop, thread, [yes])
    expect(await loop.mails(jane)).toHaveLength(count)
    await want(loop, thread, [update({ durationMinutes: 90 })])
    await want(loop, thread, [yes])
    expect(await loop.mails(jane)).toHaveLength(count + 1)
    const page = await pageOf(loop, jane)
    expect(page.page === 'availability' && page.windows).toHaveLength(1)
  })

  it('of the length while times are offered takes them back and offers new ones of 30 minutes out of the same answers', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await want(loop, thread, [update({ durationMinutes: 30 })])
    await want(loop, thread, [yes])
    const offered = await offeredTo(loop, marta)
    expect(offered.map((p) => p.endsAt.getTime() - p.startsAt.getTime())).toEqual(offered.map(() => 30 * 60_000))
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it('that brings Jonas in asks nobody but him, and the request waits for him', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    const count = (await loop.mails()).length
    await want(loop, thread, [update({ added: ['jonas'] })])
    await want(loop, thread, [yes])
    expect((await mailsAfter(loop, count)).map((m) => m.toLine)).toEqual([expect.stringContaining(jonas)])
    expect((await requestOf(loop)).state).toBe('collecting')
    await offer(loop, jonas, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it('that takes Jonas out tells him, closes his page, reminds him no more in 10 days, and needs his yes no longer', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop, '', 'All of them together')
    await want(loop, thread, [update({ removed: ['Jonas'] })])
    await want(loop, thread, [yes])
    expect((await loop.mails(jonas)).at(-1)?.subject).toBe(
      'Sie werden nicht gebraucht: Gespräch mit Jane Whitfield, Backend Engineer',
    )
    expect(await pageOf(loop, jonas)).toMatchObject({ page: 'closed', reason: 'released' })
    const count = (await loop.mails(jonas)).length
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    await loop.settle(10 * dayMs)
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect(await loop.mails(jonas)).toHaveLength(count)
    expect(textOf(await loop.card(thread))).toContain('Client side: Marta Lindqvist\n')
  })

  it('that would leave nobody, or names nobody of Acme, is said and offers no press', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [update({ removed: ['Marta'] })])
    expect(textOf(await loop.lastMessage(thread))).toContain('Without Marta Lindqvist nobody would be left')
    await want(loop, thread, [update({ added: ['Oliver'] })])
    expect(textOf(await loop.lastMessage(thread))).toContain('I know nobody called "Oliver" at Acme Robotics')
    expect(labelsOf(await loop.lastMessage(thread))).toEqual([])
  })

  it('of client or candidate is no change any more: it offers to cancel with mails and to open the right one', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [update({ client: 'Lumen Health' })])
    expect(await outsideOf(loop)).toEqual(before)
    expect(labelsOf(await loop.lastMessage(thread))).toEqual([
      'Cancel the request',
      'Schedule Jane Whitfield with Lumen Health instead',
    ])
  })
})

describe('a restriction of the times', () => {
  const wholeDay = good('2027-03-03T08:00:00Z', '2027-03-03T17:00:00Z')
  const friday = good('2027-03-05T08:00:00Z', '2027-03-05T17:00:00Z')

  it('"only mornings" offers nothing that ends after 12:00 by the recruiter\'s clock, though both are free until 18:00', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ when: 'only mornings' })])
    await loop.settle(30_000)
    await offer(loop, jane, [wholeDay])
    await offer(loop, marta, [wholeDay])
    const offered = await offeredTo(loop, marta)
    expect(offered.length).toBeGreaterThan(2)
    for (const { endsAt } of offered) expect(endsAt.getTime()).toBeLessThanOrEqual(at('2027-03-03T11:00:00Z').getTime())
  })

  it('"nothing on Fridays" finds nothing when both are free on a Friday alone, says why, and "any time" lifts it', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ when: 'nothing on Fridays' })])
    await loop.settle(30_000)
    await offer(loop, jane, [friday])
    await offer(loop, marta, [friday])
    const request = await requestOf(loop)
    expect(request.state).toBe('noOverlap')
    expect(request.stuckReasons.join(' ')).toContain('You allowed only Mon, Tue, Wed and Thu')
    await want(loop, thread, [update({ when: 'any time is fine' })])
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it('that no rule can keep is shown in its words and changes nothing', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [update({ when: 'when the moon is full' })])
    expect(textOf(await loop.lastMessage(thread))).toContain('I cannot keep "when the moon is full"')
    expect(await outsideOf(loop)).toEqual(before)
  })

  it('to the days of one week replaces the 21 days that were asked for', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [update({ when: 'the week of the 8th', fromOn: '2027-03-08', toOn: '2027-03-12' })])
    expect((await requestOf(loop)).rules).toMatchObject({ fromOn: '2027-03-08', toOn: '2027-03-12' })
  })

  it('of an interview that stands is a move, asked for first', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [update({ when: 'Friday', fromOn: '2027-03-05', toOn: '2027-03-05' })])
    expect(await outsideOf(loop)).toEqual(before)
    expect((await loop.lastMessage(thread)).actions).toMatchObject([{ label: 'Find another time' }])
  })
})

describe('a change of an interview that stands', () => {
  it('changes nothing beyond the thread before the press', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [update({ durationMinutes: 45, mode: 'phone', added: ['Jonas'] })])
    expect(await outsideOf(loop)).toEqual(before)
  })

  it('of the length is the same entry with SEQUENCE 1 in 3 calendars, ends at 09:45, and reserves no longer', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const [first] = await invitationsTo(loop, jane)
    await want(loop, thread, [update({ durationMinutes: 45 })])
    await want(loop, thread, [yes])
    for (const to of [jane, marta, 'rosa']) expect((await invitationsTo(loop, to)).at(-1)?.sequence).toBe(1)
    expect((await invitationsTo(loop, jane)).at(-1)?.uid).toBe(first?.uid)
    const [interview] = await liveInterviewsOf(loop)
    expect(interview?.endsAt).toEqual(at('2027-03-03T09:45:00Z'))
    const holds = await loop.tables((tx) => tx.find('holds', { where: { state: 'confirmed' } }))
    expect(holds.map((h) => h.endsAt)).toEqual([at('2027-03-03T10:00:00Z'), at('2027-03-03T10:00:00Z')])
    const [record] = await loop.tables((tx) => tx.find('atsInterviews'))
    expect(record?.endAt).toEqual(at('2027-03-03T09:45:00Z'))
  })

  it('to a length that reaches into the next interview of Marta is refused with her name, and nothing goes out', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.tables((tx) =>
      tx.takeHolds([
        {
          id: loop.ids.next('hold'),
          personKey: `mailto:${marta}@acme.example`,
          requestId: 'request_other' as never,
          sessionId: 'session_other' as never,
          startsAt: at('2027-03-03T10:30:00Z'),
          endsAt: at('2027-03-03T11:30:00Z'),
          state: 'confirmed',
        },
      ]),
    )
    await want(loop, thread, [update({ durationMinutes: 120 })])
    const before = await outsideOf(loop)
    const outcome = await loop.press(thread, await loop.lastMessage(thread), 'Change it')
    expect(outcome).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('Marta Lindqvist') })
    expect(await outsideOf(loop)).toEqual(before)
  })

  it('that brings Jonas in sends 1 invitation, to him, with SEQUENCE 0, and reserves his time', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const count = (await loop.mails()).length
    await want(loop, thread, [update({ added: ['Jonas'] })])
    await want(loop, thread, [yes])
    const sent = await mailsAfter(loop, count)
    expect(sent.map((m) => m.toLine)).toEqual([expect.stringContaining(jonas)])
    expect(icsFacts(sent[0]?.ics ?? null)).toMatchObject({ method: 'REQUEST', sequence: 0 })
    expect(await loop.tables((tx) => tx.count('holds', { state: 'confirmed' }))).toBe(3)
    const [record] = await loop.tables((tx) => tx.find('atsInterviews'))
    expect(record?.participants.map((p) => p.name)).toContain('Jonas Weber')
  })

  it('that takes Jonas out again cancels his entry and raises the SEQUENCE of the others', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await want(loop, thread, [update({ added: ['Jonas'] })])
    await want(loop, thread, [yes])
    await want(loop, thread, [update({ removed: ['Jonas'] })])
    await want(loop, thread, [yes])
    expect((await invitationsTo(loop, jonas)).map((i) => [i.method, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ])
    expect((await invitationsTo(loop, marta)).at(-1)).toMatchObject({ method: 'REQUEST', sequence: 1 })
    expect(await loop.tables((tx) => tx.count('holds', { state: 'confirmed' }))).toBe(2)
  })

  it('that brings Jonas back raises the SEQUENCE for everybody, so that his invitation stands above his cancellation', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    for (const change of [{ added: ['Jonas'] }, { removed: ['Jonas'] }, { added: ['Jonas'] }]) {
      await want(loop, thread, [update(change)])
      await want(loop, thread, [yes])
    }
    expect((await invitationsTo(loop, jonas)).map((i) => [i.method, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
    ])
  })

  it('that says twice that the recruiter takes part invites her once more, not twice', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    const edit = { ...noEdit, isRecruiterAttending: true }
    for (const _ of [1, 2])
      expect(
        await editRequest(loop.deps, loop.tenantId, parleyCause, { requestId: (await requestOf(loop)).id, edit }),
      ).toEqual({ kind: 'done' })
    const [interview] = await loop.tables((tx) => tx.find('interviews'))
    expect(new Set(interview!.partyIds).size).toBe(interview!.partyIds.length)
  })

  it('to a phone call takes the number of the candidate from the record and goes out with SEQUENCE 1', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await want(loop, thread, [update({ mode: 'phone' })])
    expect(textOf(await loop.lastMessage(thread))).toContain('by phone, the client calls +44 20 7946 0201')
    await want(loop, thread, [yes])
    expect((await invitationsTo(loop, jane)).at(-1)).toMatchObject({ sequence: 1 })
    expect((await requestOf(loop)).format).toMatchObject({ kind: 'phone', caller: 'client' })
  })

  it('to meeting in person asks for the address; a "yes" without one says that it is missing', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [update({ mode: 'onsite' })])
    expect(textOf(await loop.lastMessage(thread))).toContain('I need the address')
    await want(loop, thread, [yes])
    expect(textOf(await loop.lastMessage(thread))).toContain('Give the address where they meet')
    expect(await outsideOf(loop)).toEqual(before)
  })
})

describe('a change of an in-house interview that stands', () => {
  async function bookNadia(loop: Loop) {
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [
      { startsAt: at('2027-03-03T10:00:00Z'), endsAt: at('2027-03-03T10:30:00Z') },
    ])
    await openNadia(loop, thread)
    await offer(loop, nadia, [good('2027-03-03T08:00:00Z', '2027-03-03T09:30:00Z')])
    await want(loop, thread, [approveOf({ options: [1] })])
    await want(loop, thread, [yes])
    return thread
  }

  it('tells the one entry to its people anew; who is taken out gets a cancellation that names nobody else', async () => {
    const loop = await openLoop()
    const thread = await bookNadia(loop)
    await want(loop, thread, [update({ added: ['Tom'] })])
    expect(textOf(await loop.lastMessage(thread))).toContain('The calendar of Tom Becker is unknown, not free.')
    await want(loop, thread, [yes])
    const [uid] = (await invitationsTo(loop, 'priya')).map((i) => i.uid)
    expect((await invitationsTo(loop, 'tom.becker')).map((i) => [i.method, i.sequence, i.uid])).toEqual([
      ['REQUEST', 1, uid],
    ])
    await want(loop, thread, [update({ removed: ['Tom'] })])
    await want(loop, thread, [yes])
    expect((await invitationsTo(loop, 'tom.becker')).at(-1)).toMatchObject({
      method: 'CANCEL',
      sequence: 2,
      uid,
      attendees: ['tom.becker@agency.example'],
    })
    expect((await invitationsTo(loop, nadia)).at(-1)).toMatchObject({ method: 'REQUEST', sequence: 2 })
  })

  it('to a length that reaches into a meeting of Priya says so before the press', async () => {
    const loop = await openLoop()
    const thread = await bookNadia(loop)
    const [interview] = await liveInterviewsOf(loop)
    const minutes = (at('2027-03-03T10:15:00Z').getTime() - (interview?.startsAt.getTime() ?? 0)) / 60_000
    await want(loop, thread, [update({ durationMinutes: minutes })])
    expect(textOf(await loop.lastMessage(thread))).toContain('Priya Raman has something else in the calendar then.')
  })
})
