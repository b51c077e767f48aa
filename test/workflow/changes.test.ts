import { describe, expect, it } from 'vitest'
import { submitCancel, submitDecline, submitMove } from '../../src/workflow/guestActions.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
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
  logEventsOf,
  marta,
  offer,
  offeredTo,
  pageOf,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

const thursday = good('2027-03-04T09:00:00Z', '2027-03-04T12:00:00Z')
const friday = good('2027-03-05T09:00:00Z', '2027-03-05T12:00:00Z')
const hourMs = 3_600_000

async function recordStatuses(loop: Loop) {
  return (await loop.tables((tx) => tx.find('atsInterviews', { orderBy: [['createdAt', 'asc']] }))).map((r) => r.status)
}
const liveHolds = (loop: Loop) =>
  loop.tables((tx) => tx.find('holds', { where: { state: { in: ['held', 'confirmed'] } } }))

describe('a candidate who declines', () => {
  it('is logged at the ATS with the reason, the card needs the recruiter, and nobody is asked or booked any more', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: 'I took another offer' })
    await loop.settle()
    expect((await requestOf(loop)).state).toBe('declined')
    expect(await logEventsOf(loop)).toContain('candidateDeclined')
    const [entry] = await loop.tables((tx) => tx.find('atsActivities', { where: { event: 'candidateDeclined' } }))
    expect(entry?.text).toContain('I took another offer')
    expect(textOf(await loop.card(thread))).toContain('Needs you: declined')
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'closed', reason: 'declined' })
  })

  it('gets no closing mail when the recruiter closes, the client does, with the reason', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: 'I took another offer' })
    await loop.settle()
    const before = (await loop.mails()).length
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'The candidate withdrew' })
    const closing = (await loop.mails()).slice(before)
    expect(closing.map((m) => m.toLine)).toEqual([expect.stringContaining(marta)])
    expect(closing[0]?.text).toContain('The candidate withdrew')
    expect((await requestOf(loop)).state).toBe('cancelled')
  })

  it('is never booked on the times of the other side: an answer of the client after the no keeps the request with the recruiter', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: '' })
    await loop.settle()
    await offer(loop, marta, [wednesday])
    expect((await requestOf(loop)).state).toBe('declined')
    expect((await pageOf(loop, marta)).page).not.toBe('approval')
    expect(await loop.tables((tx) => tx.count('proposals', { state: 'offered' }))).toBe(0)
  })

  it('can be asked again by the recruiter, and a later yes goes through to the booking', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, marta, [wednesday])
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: '' })
    await loop.settle()
    await loop.press(thread, await loop.card(thread), 'Ask Jane Whitfield for other times')
    expect((await pageOf(loop, jane)).page).toBe('availability')
    await offer(loop, jane, [wednesday])
    await approve(loop, marta)
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('declines once: a second press finds the no already there', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const secret = await loop.secretOf(jane)
    const outcomes = await Promise.all([1, 2].map(() => submitDecline(loop.deps, { secret, reason: 'no' })))
    await loop.settle()
    expect(outcomes.map((o) => o.kind).sort()).toEqual(['done', 'tooLate'])
    expect((await logEventsOf(loop)).filter((e) => e === 'candidateDeclined')).toHaveLength(1)
  })
})

describe('postponing', () => {
  it('takes the interview off 3 calendars with the reason, frees every hold, keeps the request and asks again from the date', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const { id } = await requestOf(loop)
    const before = (await loop.mails()).length
    await loop.press(thread, await loop.card(thread), 'Postpone', { fromOn: '2027-04-12', reason: 'Budget freeze' })
    const sent = (await loop.mails()).slice(before)
    const cancels = sent.filter((m) => icsFacts(m.ics).method === 'CANCEL')
    expect(cancels).toHaveLength(3)
    for (const mail of cancels) {
      expect(icsFacts(mail.ics).sequence).toBe(1)
      expect(mail.text).toContain('Budget freeze')
    }
    expect(await liveHolds(loop)).toEqual([])
    expect(await requestOf(loop)).toMatchObject({ id, state: 'collecting', interviewId: null })
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(1)
    expect(sent.filter((m) => m.ics === null).map((m) => m.toLine)).toEqual(
      expect.arrayContaining([expect.stringContaining(jane), expect.stringContaining(marta)]),
    )
    const page = await pageOf(loop, jane)
    expect(page.page === 'availability' && page.fromOn).toBe('2027-04-12')
    expect(page.page === 'availability' && page.windows).toEqual([])
    expect(await recordStatuses(loop)).toEqual(['CANCELED'])
    expect(await logEventsOf(loop)).toContain('postponedOrCancelled')
  })

  it('is booked a second time like the first: new UIDs from SEQUENCE 0, the record scheduled, the card "Booked"', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Postpone', { fromOn: '2027-04-12', reason: '' })
    const april = good('2027-04-14T09:00:00Z', '2027-04-14T12:00:00Z')
    await offer(loop, jane, [april])
    await offer(loop, marta, [april])
    expect(await approve(loop, marta)).toEqual({ kind: 'done' })
    expect((await requestOf(loop)).state).toBe('confirmed')
    const own = await invitationsTo(loop, marta)
    expect(own.map((i) => [i.method, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 0],
    ])
    expect(own[0]?.uid).toBe(own[1]?.uid)
    expect(own[2]?.uid).not.toBe(own[1]?.uid)
    expect(await recordStatuses(loop)).toEqual(['CANCELED', 'SCHEDULED'])
    expect(loop.logged).toEqual([])
  })

  it('without a date is refused at its field and changes nothing', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const outcome = await loop.press(thread, await loop.card(thread), 'Postpone', { fromOn: '', reason: '' })
    expect(outcome).toMatchObject({ kind: 'invalid', errors: [{ field: 'fromOn' }] })
    expect((await requestOf(loop)).state).toBe('confirmed')
  })
})

/** Jane's interview stood with Marta, was moved, and stands with Jonas. */
async function replaceMarta() {
  const loop = await openLoop()
  const thread = await askJane(loop, '', 'Any one of them')
  await offer(loop, jane, [wednesday])
  await offer(loop, marta, [wednesday])
  await approve(loop, marta)
  await loop.press(thread, await loop.card(thread), 'Find another time')
  await offer(loop, jane, [thursday])
  await offer(loop, jonas, [thursday])
  await approve(loop, jonas)
  return { loop, thread }
}

describe('moving', () => {
  it('keeps the interview, its holds and its record until another time is agreed, then raises SEQUENCE to 1 on the same 3 UIDs', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const [standing] = await liveInterviewsOf(loop)
    const uids = (await Promise.all([jane, marta, 'rosa@'].map((who) => invitationsTo(loop, who)))).map(
      (own) => own[0]?.uid,
    )
    await loop.press(thread, await loop.card(thread), 'Find another time', { reason: 'Marta is travelling' })
    expect((await requestOf(loop)).state).toBe('collecting')
    expect(await liveInterviewsOf(loop)).toEqual([standing])
    expect(await liveHolds(loop)).toHaveLength(2)
    expect(textOf(await loop.card(thread))).toContain('The interview stands until one is agreed')
    await offer(loop, jane, [thursday])
    await offer(loop, marta, [thursday])
    expect(await liveInterviewsOf(loop)).toEqual([standing])
    await approve(loop, marta)
    const [moved] = await liveInterviewsOf(loop)
    expect(moved).toMatchObject({ id: standing?.id, sequence: 1 })
    expect(moved?.startsAt.toISOString().slice(0, 10)).toBe('2027-03-04')
    for (const [index, who] of [jane, marta, 'rosa@'].entries()) {
      const own = await invitationsTo(loop, who)
      expect(own.map((i) => [i.method, i.sequence])).toEqual([
        ['REQUEST', 0],
        ['REQUEST', 1],
      ])
      expect(own[1]?.uid).toBe(uids[index])
    }
    expect(await recordStatuses(loop)).toEqual(['SCHEDULED'])
    const [record] = await loop.tables((tx) => tx.find('atsInterviews', { where: { status: 'SCHEDULED' } }))
    expect(record?.startAt).toEqual(moved?.startsAt)
    for (const hold of await liveHolds(loop)) expect(hold.startsAt.toISOString().slice(0, 10)).toBe('2027-03-04')
  })

  it('by half an hour does not collide with the time it already holds', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Find another time')
    await offer(loop, jane, [good('2027-03-03T09:30:00Z', '2027-03-03T10:30:00Z')])
    await offer(loop, marta, [good('2027-03-03T09:30:00Z', '2027-03-03T10:30:00Z')])
    expect(await approve(loop, marta)).toEqual({ kind: 'done' })
    expect((await liveInterviewsOf(loop))[0]?.startsAt).toEqual(at('2027-03-03T09:30:00Z'))
  })

  it('to other people sends a CANCEL to who no longer takes part and an invitation to who is new; going back uses the first UID again', async () => {
    const { loop, thread } = await replaceMarta()
    expect((await invitationsTo(loop, marta)).map((i) => [i.method, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ])
    expect((await invitationsTo(loop, jonas)).map((i) => [i.method, i.sequence])).toEqual([['REQUEST', 1]])
    await loop.press(thread, await loop.card(thread), 'Find another time')
    await offer(loop, jane, [friday])
    await offer(loop, marta, [friday])
    await approve(loop, marta)
    const toMarta = await invitationsTo(loop, marta)
    expect(toMarta.map((i) => [i.method, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
    ])
    expect(new Set(toMarta.map((i) => i.uid)).size).toBe(1)
    expect((await invitationsTo(loop, jonas)).at(-1)).toMatchObject({ method: 'CANCEL', sequence: 2 })
    await loop.press(thread, await loop.card(thread), 'Cancel the request')
    expect((await invitationsTo(loop, marta)).at(-1)).toMatchObject({ method: 'CANCEL', sequence: 3 })
    expect((await invitationsTo(loop, jonas)).filter((i) => i.method === 'CANCEL')).toHaveLength(1)
  })

  it.each([
    ['the others move on', 'Find another time'],
    ['the request is cancelled', 'Cancel the request'],
  ])('sends who was replaced the CANCEL that is owed, also when meanwhile %s', async (_what, label) => {
    const { loop, thread } = await replaceMarta()
    const [sent] = await loop.tables(async (tx) =>
      (await tx.find('effects', { where: { kind: 'invitation' } })).filter(
        ({ payload }) => payload.kind === 'invitation' && payload.method === 'CANCEL',
      ),
    )
    if (!sent) throw new Error('nobody was replaced')
    // As if it had not gone: nobody has tried it yet, and its moment is an hour away.
    const later = new Date(loop.deps.clock.now().getTime() + hourMs)
    await loop.tables((tx) =>
      tx.update('effects', sent.id, { state: 'owed', attempts: 0, proof: null, nextAttemptAt: later }),
    )
    await loop.press(thread, await loop.card(thread), label)
    if (label === 'Find another time') {
      await offer(loop, jane, [friday])
      await offer(loop, jonas, [friday])
      await approve(loop, jonas)
      expect((await invitationsTo(loop, jonas)).at(-1)).toMatchObject({ method: 'REQUEST', sequence: 2 })
    }
    await loop.tables((tx) => tx.wakeEffect(sent.id, later))
    await loop.settle(2 * hourMs)
    const [tried] = await loop.tables((tx) => tx.find('effects', { where: { id: sent.id } }))
    expect(tried).toMatchObject({ state: 'done', payload: { method: 'CANCEL', sequence: 1 } })
  })

  it('does not silence the day-of reminder of the interview that still stands', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Find another time')
    const before = (await loop.mails(jane)).length
    await loop.settle(at('2027-03-03T08:30:00Z').getTime() - loop.clock.now().getTime())
    const reminders = (await loop.mails(jane)).slice(before)
    expect(reminders).toHaveLength(1)
    expect(reminders[0]?.sentAt).toEqual(at('2027-03-03T08:00:00Z'))
  })

  it('is not offered before anything is booked', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    expect(labelsOf(await loop.card(thread))).not.toContain('Find another time')
    await loop.say('reschedule Jane', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('nothing to move')
  })
})

describe('cancelling', () => {
  it('tells 3 calendars with SEQUENCE 1 and the reason, cancels the record, logs it, frees the holds and closes every page', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.say('cancel Jane because the role is filled', thread)
    const asked = await loop.lastMessage(thread)
    expect((await requestOf(loop)).state).toBe('confirmed')
    const reason = asked.actions[0]?.form?.find((f) => f.name === 'reason')
    expect(reason?.kind === 'text' && reason.value).toContain('the role is filled')
    await loop.press(thread, asked, 'Cancel the request', { reason: 'the role is filled' })
    for (const who of [jane, marta, 'rosa@']) {
      const own = await invitationsTo(loop, who)
      expect(own.map((i) => [i.method, i.sequence])).toEqual([
        ['REQUEST', 0],
        ['CANCEL', 1],
      ])
      expect(own[0]?.uid).toBe(own[1]?.uid)
      expect(own[1]?.status).toBe('CANCELLED')
      expect((await loop.mails(who)).at(-1)?.text).toContain('the role is filled')
    }
    expect(await recordStatuses(loop)).toEqual(['CANCELED'])
    expect((await logEventsOf(loop)).at(-1)).toBe('postponedOrCancelled')
    expect(await liveHolds(loop)).toEqual([])
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'closed', reason: 'cancelled' })
    expect(await requestOf(loop)).toMatchObject({ state: 'cancelled', interviewId: null })
    expect(await loop.press(thread, asked, 'Cancel the request')).toMatchObject({ kind: 'refused' })
  })

  it('sends nobody a second cancellation when pressed twice at the same moment', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const card = await loop.card(thread)
    await Promise.all([1, 2].map(() => loop.press(thread, card, 'Cancel the request', { reason: 'twice' })))
    await loop.settle()
    expect((await invitationsTo(loop, jane)).filter((i) => i.method === 'CANCEL')).toHaveLength(1)
  })
})

describe('what guests may change by themselves', () => {
  it('is moving 2 times, then no more; the page says so', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    for (const window of [thursday, friday]) {
      expect(await submitMove(loop.deps, { secret: await loop.secretOf(jane), reason: '' })).toEqual({ kind: 'done' })
      await loop.settle()
      await offer(loop, jane, [window])
      await offer(loop, marta, [window])
      await approve(loop, marta)
      expect((await requestOf(loop)).state).toBe('confirmed')
    }
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'manage', canMove: false, canCancel: true })
    expect(await submitMove(loop.deps, { secret: await loop.secretOf(jane), reason: '' })).toEqual({ kind: 'tooLate' })
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('is moving or cancelling until exactly 24 hours before the start', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    const secret = await loop.secretOf(jane)
    const [interview] = await liveInterviewsOf(loop)
    if (!interview) throw new Error('an interview')
    const cutoffMs = interview.startsAt.getTime() - 24 * hourMs
    loop.clock.moveBy(cutoffMs - loop.clock.now().getTime() - 1)
    expect(await pageOf(loop, jane)).toMatchObject({ canMove: true, canCancel: true })
    loop.clock.moveBy(1)
    expect(await pageOf(loop, jane)).toMatchObject({
      canMove: false,
      canCancel: false,
      limitWords: expect.stringContaining('24 hours'),
    })
    const french = await readGuestPage(loop.deps, secret, { isSuggesting: false, language: 'fr' })
    expect(french).toMatchObject({
      limitWords: expect.stringContaining('jusqu’à 24 heures avant le début'),
      formatWords: expect.stringMatching(/^Téléphone|^Visio/),
    })
    expect(await submitMove(loop.deps, { secret, reason: '' })).toEqual({ kind: 'tooLate' })
    expect(await submitCancel(loop.deps, { secret, reason: '' })).toEqual({ kind: 'tooLate' })
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('tells everybody who cancelled and why', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    expect(await submitCancel(loop.deps, { secret: await loop.secretOf(jane), reason: 'I am ill' })).toEqual({
      kind: 'done',
    })
    await loop.settle()
    expect((await loop.mails(marta)).at(-1)?.text).toContain('Jane Whitfield cancelled: I am ill')
    expect(textOf(await loop.card(thread))).toContain('Jane Whitfield cancelled: I am ill')
  })

  it('does not limit the recruiter, who may move a third time and within the last 24 hours', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    loop.clock.moveBy(at('2027-03-03T07:00:00Z').getTime() - loop.clock.now().getTime())
    expect(await loop.press(thread, await loop.card(thread), 'Find another time')).toEqual({ kind: 'ok' })
    expect((await requestOf(loop)).state).toBe('collecting')
  })
})

describe('the times offered after a move', () => {
  it('are new ones: windows of before no longer count', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Find another time')
    await offer(loop, jane, [thursday, wednesday])
    expect((await requestOf(loop)).state).toBe('collecting')
    await offer(loop, marta, [thursday])
    for (const time of await offeredTo(loop, marta)) expect(time.startsAt >= thursday.startsAt).toBe(true)
  })
})

describe('a client contact who declines', () => {
  it('when any one of 2 is enough does not stop the request: the other one answers, approves and is invited', async () => {
    const loop = await openLoop()
    await askJane(loop, '', 'Any one of them')
    await submitDecline(loop.deps, { secret: await loop.secretOf(marta), reason: 'on leave' })
    await loop.settle()
    expect((await requestOf(loop)).state).toBe('collecting')
    await offer(loop, jane, [wednesday])
    await offer(loop, jonas, [wednesday])
    expect((await loop.mails(marta)).map((m) => m.subject)).toHaveLength(1)
    await approve(loop, jonas)
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('when all 2 must agree stops it until the recruiter decides, and a second no is kept beside the first', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop, '', 'All of them together')
    await submitDecline(loop.deps, { secret: await loop.secretOf(marta), reason: 'on leave' })
    await submitDecline(loop.deps, { secret: await loop.secretOf(jonas), reason: 'role is filled' })
    await loop.settle()
    expect((await requestOf(loop)).stuckReasons).toEqual([
      'Marta Lindqvist declined: "on leave".',
      'Jonas Weber declined: "role is filled".',
    ])
    await loop.press(thread, await loop.card(thread), 'Ask Marta Lindqvist for other times')
    expect((await requestOf(loop)).state).toBe('declined')
  })
})
