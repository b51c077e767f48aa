import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import { submitDecline } from '../../src/workflow/guestActions.ts'
import {
  approve,
  askJane,
  good,
  jane,
  jonas,
  labelsOf,
  liveInterviewsOf,
  marta,
  offer,
  offeredTo,
  openJane,
  requestOf,
  textOf,
  video,
  wednesday,
} from './janeAtAcme.ts'
import { boardMeeting, giveCalendar, memberCalled, nadia, openNadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'

const thursday = good('2027-03-04T09:00:00Z', '2027-03-04T12:00:00Z')
/** Longer than anybody offers. */
const wholeWednesday = { startsAt: new Date('2027-03-03T00:00:00Z'), endsAt: new Date('2027-03-04T00:00:00Z') }

const offeredStarts = (loop: Loop) =>
  loop.tables(async (tx) =>
    (await tx.find('proposals', { where: { state: 'offered' }, orderBy: [['startsAt', 'asc']] })).map((p) =>
      p.startsAt.toISOString(),
    ),
  )

/** Labels of the buttons that change something, or ask somebody, because nothing fits. */
const waysOut = (message: Message) =>
  labelsOf(message).filter((label) => !/stage|join|Reminders|link|Postpone|Cancel/.test(label))

describe('when nothing fits between candidate and client', () => {
  it('asking either for other times says how many suit everybody else and which is the first; both sides offer 5', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    const labels = [
      'Ask Jane Whitfield for other times: 5 times suit everybody else, the first Thu 4 Mar, 10:00',
      'Ask Marta Lindqvist for other times: 5 times suit everybody else, the first Wed 3 Mar, 10:00',
      'Ask Jonas Weber as well: 5 times suit everybody else, the first Wed 3 Mar, 10:00',
      'Ask everybody for other times',
    ]
    expect(waysOut(await loop.lastMessage(thread))).toEqual(labels)
    expect(waysOut(await loop.card(thread))).toEqual(labels)
    await loop.press(thread, await loop.lastMessage(thread), 'Ask Jane Whitfield')
    await offer(loop, jane, [wednesday, thursday])
    expect(await offeredStarts(loop)).toHaveLength(5)
  })

  it('"Look until Tue 6 Apr: 5 times" moves the last day by 14, and the 5 times are offered', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const after = good('2027-03-24T09:00:00Z', '2027-03-24T12:00:00Z')
    await offer(loop, jane, [after])
    await offer(loop, marta, [after])
    expect(textOf(await loop.lastMessage(thread))).toContain('the interview has to be from Tue 2 Mar to Tue 23 Mar')
    expect(await loop.press(thread, await loop.lastMessage(thread), 'Look until Tue 6 Apr: 5 times')).toEqual({
      kind: 'ok',
    })
    expect(await requestOf(loop)).toMatchObject({ state: 'approving', rules: { toOn: '2027-04-06' }, remedies: [] })
    expect(await offeredStarts(loop)).toHaveLength(5)
    expect(textOf(await loop.lastMessage(thread))).toContain('The last possible day is now Tue 6 Apr.')
    expect(await approve(loop, marta)).toEqual({ kind: 'done' })
  })

  it('"45 instead of 60 minutes: 1 time" shortens the session, and the one time is 45 minutes long', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [good('2027-03-03T09:00:00Z', '2027-03-03T10:00:00Z')])
    await offer(loop, marta, [good('2027-03-03T08:45:00Z', '2027-03-03T09:45:00Z')])
    await loop.press(thread, await loop.card(thread), '45 instead of 60 minutes: 1 time')
    const [only, ...more] = await offeredTo(loop, marta)
    expect(more).toEqual([])
    expect([only?.startsAt, only?.endsAt]).toEqual([new Date('2027-03-03T09:00:00Z'), new Date('2027-03-03T09:45:00Z')])
    expect(textOf(await loop.card(thread))).toContain('Length: 45 minutes')
  })

  it('"Short notice (12 hours): 1 time" halves the 24 hours that stood in the way of tomorrow at 08:00', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const early = good('2027-03-02T07:00:00Z', '2027-03-02T08:00:00Z')
    await offer(loop, jane, [early])
    await offer(loop, marta, [early])
    expect(textOf(await loop.card(thread))).toContain("24 hours' notice rules out everything before Tue 2 Mar 09:01")
    await loop.press(thread, await loop.card(thread), 'Short notice (12 hours): 1 time')
    expect((await requestOf(loop)).rules.noticeHours).toBe(12)
    expect(await offeredStarts(loop)).toEqual(['2027-03-02T07:00:00.000Z'])
  })

  it('"Ask Jonas Weber as well" mails a second contact; with his times 5 are offered, and his yes alone books it', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    await loop.press(thread, await loop.lastMessage(thread), 'Ask Jonas Weber as well')
    expect((await requestOf(loop)).state).toBe('collecting')
    expect((await loop.mails(jonas)).at(-1)?.text).toContain('http://guest.test/l/')
    await offer(loop, jonas, [wednesday])
    expect(await offeredStarts(loop)).toHaveLength(5)
    await approve(loop, jonas)
    expect((await requestOf(loop)).state).toBe('confirmed')
    const { parties, interview } = await loop.tables(async (tx) => ({
      parties: await tx.find('parties', {}),
      interview: (await tx.find('interviews', {}))[0],
    }))
    expect(parties.filter((p) => interview?.partyIds.includes(p.id)).map((p) => p.name)).toEqual([
      'Jane Whitfield',
      'Jonas Weber',
    ])
  })

  it('a contact who was asked as well and says no stops nothing: the 5 times of whoever else can take the seat are offered', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    await loop.press(thread, await loop.lastMessage(thread), 'Ask Jonas Weber as well')
    await submitDecline(loop.deps, { secret: await loop.secretOf(jonas), reason: 'on leave' })
    await loop.settle()
    expect((await requestOf(loop)).state).toBe('noOverlap')
    await offer(loop, marta, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
    expect(await offeredStarts(loop)).toHaveLength(5)
  })

  it('"Without Jonas Weber: 5 times" leaves the decision of 2 contacts who must both agree to the other one alone', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop, '', 'All of them together')
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await offer(loop, jonas, [thursday])
    const before = (await loop.mails(jonas)).length
    await loop.press(thread, await loop.card(thread), 'Without Jonas Weber: 5 times')
    expect((await requestOf(loop)).state).toBe('approving')
    expect((await loop.mails(jonas)).length).toBe(before)
    await approve(loop, marta)
    expect((await requestOf(loop)).state).toBe('confirmed')
  })
})

describe('when nothing fits in-house', () => {
  it('"Allow until 19:30: 1 time" lengthens the day that Priya is placed in, and 18:30 is offered', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [])
    await openNadia(loop, thread)
    await offer(loop, nadia, [good('2027-03-03T18:30:00Z', '2027-03-03T20:00:00Z')])
    expect(textOf(await loop.card(thread))).toContain("Priya Raman's working hours are Mon to Fri 08:00-19:00")
    await loop.press(thread, await loop.card(thread), 'Allow until 19:30: 1 time')
    expect((await requestOf(loop)).rules).toMatchObject({ dayStartsMinute: 480, dayEndsMinute: 1_170 })
    expect(await offeredStarts(loop)).toEqual(['2027-03-03T18:30:00.000Z'])
  })

  it('"Without Tom Becker: 5 times" offers them all without him, says so with each, and takes him in again when he can', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [])
    await giveCalendar(loop, 'Tom Becker', [wholeWednesday])
    await openNadia(loop, thread, 'Priya and Tom')
    await offer(loop, nadia, [wednesday])
    await loop.press(thread, await loop.card(thread), 'Without Tom Becker: 5 times')
    expect(await offeredStarts(loop)).toHaveLength(5)
    const reasons = await loop.tables(async (tx) =>
      (await tx.find('proposals', { where: { state: 'offered' } })).flatMap((p) => p.reasons),
    )
    expect(new Set(reasons)).toEqual(new Set(['without Tom Becker']))
    await offer(loop, nadia, [wednesday, thursday])
    const withTom = await loop.tables((tx) => tx.find('proposals', { where: { state: 'offered' } }))
    expect(withTom[0]?.startsAt.toISOString()).toBe('2027-03-04T09:00:00.000Z')
    expect(withTom[0]?.reasons).toEqual(['good for everyone'])
  })

  it('"Sofia Almeida in place of Tom Becker: 5 times" seats her at once when her calendar is known, and asks nobody', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [])
    await giveCalendar(loop, 'Tom Becker', [wholeWednesday])
    const sofiaId = await giveCalendar(loop, 'Sofia Almeida', [])
    await openNadia(loop, thread, 'Priya and Tom')
    await offer(loop, nadia, [wednesday])
    await loop.press(thread, await loop.card(thread), 'Sofia Almeida in place of Tom Becker: 5 times')
    expect(textOf(await loop.lastMessage(thread))).toContain('Sofia Almeida or Tom Becker will do.')
    const { sofia, proposals } = await loop.tables(async (tx) => ({
      sofia: (await tx.find('parties', { where: { memberId: sofiaId } }))[0],
      proposals: await tx.find('proposals', { where: { state: 'offered' } }),
    }))
    expect(sofia?.answer).toBe('notNeeded')
    expect(proposals).toHaveLength(5)
    for (const proposal of proposals) expect(proposal.slots[0]?.partyIds).toContain(sofia?.id)
  })

  it('"Ask Sofia Almeida in place of Tom Becker" asks her in the chat when her calendar is unknown, and her times are enough', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [])
    await giveCalendar(loop, 'Tom Becker', [wholeWednesday])
    await openNadia(loop, thread, 'Priya and Tom')
    await offer(loop, nadia, [wednesday])
    await loop.press(thread, await loop.card(thread), 'Ask Sofia Almeida in place of Tom Becker: 5 times')
    const sofia = await memberCalled(loop, 'Sofia Almeida')
    if (!sofia.thread) throw new Error('a conversation with Sofia')
    await loop.press(sofia.thread, await loop.card(sofia.thread), 'Tell me your times', { times: 'Wed 9-12' }, sofia.id)
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it('names the interviewer who is busy at every time that is left', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [boardMeeting])
    await openNadia(loop, thread)
    await offer(loop, nadia, [good('2027-03-03T09:00:00Z', '2027-03-03T11:30:00Z')])
    expect(textOf(await loop.card(thread))).toContain('Priya Raman has other appointments at those times')
  })
})

describe('a button of when nothing fitted', () => {
  it('is refused once something fits, and changes nothing', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const after = good('2027-03-24T09:00:00Z', '2027-03-24T12:00:00Z')
    await offer(loop, jane, [after])
    await offer(loop, marta, [after])
    const old = await loop.card(thread)
    await offer(loop, jane, [after, wednesday])
    await offer(loop, marta, [after, wednesday])
    const before = await requestOf(loop)
    expect(await loop.press(thread, old, 'Look until')).toEqual({
      kind: 'refused',
      sentence:
        'This was offered when nothing fitted, and something has changed since. The card shows where the request stands.',
    })
    expect(await requestOf(loop)).toEqual(before)
  })

  it('pressed twice at the same moment is done once', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const after = good('2027-03-24T09:00:00Z', '2027-03-24T12:00:00Z')
    await offer(loop, jane, [after])
    await offer(loop, marta, [after])
    const card = await loop.card(thread)
    const outcomes = await Promise.all([1, 2].map(() => loop.press(thread, card, 'Look until')))
    expect(outcomes.map((o) => o.kind).sort()).toEqual(['ok', 'refused'])
    expect(await loop.tables((tx) => tx.count('audit', { action: 'applyRemedy' }))).toBe(1)
    expect((await requestOf(loop)).rules.toOn).toBe('2027-04-06')
  })

  it('leaves a new reason and new buttons when what it promised is gone meanwhile', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const after = good('2027-03-24T09:00:00Z', '2027-03-24T10:00:00Z')
    await offer(loop, jane, [after])
    await offer(loop, marta, [after])
    const [martaParty] = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
    await loop.tables((tx) =>
      tx.takeHolds([
        {
          id: loop.ids.next('hold'),
          personKey: martaParty?.personKey ?? '',
          requestId: loop.ids.next('request'),
          sessionId: loop.ids.next('session'),
          startsAt: after.startsAt,
          endsAt: after.endsAt,
          state: 'confirmed',
        },
      ]),
    )
    await loop.press(thread, await loop.card(thread), 'Look until Tue 6 Apr: 1 time')
    expect((await requestOf(loop)).state).toBe('noOverlap')
    const last = await loop.lastMessage(thread)
    expect(textOf(last)).toContain('Marta Lindqvist has other appointments at those times')
    expect(waysOut(last)[0]).toMatch(/^Ask (Jane Whitfield|Jonas Weber)/)
  })

  it('offers nobody else when the ATS does not answer, and still says the reason', async () => {
    let isDown = false
    const loop = await openLoop({
      ats: (real) => ({
        ...real,
        readApplication: (...question) =>
          isDown ? Promise.reject(new ParleyError('unavailable', 'down')) : real.readApplication(...question),
      }),
    })
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    isDown = true
    await offer(loop, marta, [thursday])
    const labels = waysOut(await loop.lastMessage(thread))
    expect(labels).toHaveLength(3)
    expect(labels.join()).not.toContain('Jonas')
  })
})

describe('several who can fill one seat', () => {
  it('take turns: who had 1 interview in the last 4 weeks comes after who had none, also for contacts of a client', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop, '', 'Any one of them')
    await loop.press(thread, await loop.card(thread), 'How do they join?', video)
    await loop.settle(30_000)
    for (const who of [jane, marta]) await offer(loop, who, [wednesday])
    await approve(loop, marta)
    expect(await liveInterviewsOf(loop)).toHaveLength(1)
    await loop.say('schedule Beatriz with Acme for the Backend role', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Any one of them')
    await loop.settle(30_000)
    for (const who of ['beatriz.sousa', marta, jonas]) await offer(loop, who, [thursday])
    const beatriz = await requestOf(loop, 1)
    const { parties, proposals } = await loop.tables(async (tx) => ({
      parties: await tx.find('parties', { where: { requestId: beatriz.id } }),
      proposals: await tx.find('proposals', { where: { requestId: beatriz.id, state: 'offered' } }),
    }))
    expect(proposals).toHaveLength(5)
    for (const { slots } of proposals)
      expect(parties.filter((p) => slots[0]?.partyIds.includes(p.id)).map((p) => p.name)).toEqual([
        'Beatriz Sousa',
        'Jonas Weber',
      ])
  })
})

describe('two interviews of one candidate', () => {
  it('keep the 15 minutes that everybody has: after one until 10:00 the first on the half hour is 10:30', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await offer(loop, jane, [good('2027-03-03T09:00:00Z', '2027-03-03T10:00:00Z')])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    const thread = (await loop.threads())[0]?.id
    if (!thread) throw new Error('a conversation')
    await loop.say('schedule Jane with Acme for the Backend role', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Jonas Weber')
    await loop.press(thread, await loop.lastMessage(thread), 'Another round')
    await loop.settle(30_000)
    for (const who of [jane, jonas]) await offer(loop, who, [wednesday])
    const second = await requestOf(loop, 1)
    const proposals = await loop.tables((tx) =>
      tx.find('proposals', { where: { requestId: second.id, state: 'offered' }, orderBy: [['startsAt', 'asc']] }),
    )
    expect(proposals.map((p) => p.startsAt.toISOString())).toEqual([
      '2027-03-03T10:30:00.000Z',
      '2027-03-03T11:00:00.000Z',
    ])
  })
})
