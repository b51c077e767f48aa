import { describe, expect, it } from 'vitest'
import { completeInterviews } from '../../src/workflow/completeInterviews.ts'
import { submitStopReminders } from '../../src/workflow/guestActions.ts'
import { nudge } from '../../src/workflow/nudge.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import {
  approve,
  askJane,
  at,
  bookJane,
  good,
  invitationsTo,
  jane,
  liveInterviewsOf,
  logEventsOf,
  marta,
  offer,
  openJane,
  pageOf,
  requestOf,
  textOf,
  video,
  wednesday,
} from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

const hourMs = 3_600_000

/** Everything agreed, but nobody has said how they join. */
async function agreeWithoutFormat(loop: Loop) {
  const thread = await openJane(loop)
  await loop.settle(30_000)
  await offer(loop, jane, [wednesday])
  await offer(loop, marta, [wednesday])
  await approve(loop, marta)
  return thread
}
const passUntil = (loop: Loop, iso: string) => loop.settle(at(iso).getTime() - loop.clock.now().getTime())
async function stageLabel(loop: Loop): Promise<string | undefined> {
  const { applicationId } = await requestOf(loop)
  return loop.tables(async (tx) => {
    const application = await tx.get('atsApplications', applicationId)
    return (await tx.get('atsStages', application?.stageId ?? ''))?.label
  })
}

describe('how they join', () => {
  it('is missing: everything is agreed and held, but no invitation leaves, nothing is written, and the card asks', async () => {
    const loop = await openLoop()
    const thread = await agreeWithoutFormat(loop)
    await loop.settle(hourMs)
    expect((await requestOf(loop)).state).toBe('agreed')
    expect((await loop.mails()).filter((m) => m.ics !== null)).toEqual([])
    expect(await loop.tables((tx) => tx.count('atsInterviews'))).toBe(0)
    expect(await loop.tables((tx) => tx.count('holds', { state: 'held' }))).toBe(2)
    expect(textOf(await loop.card(thread))).toContain('Needs you: how do they join?')
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'waiting', what: 'details' })
  })

  it('said last books at once, with the link in all 3 invitations', async () => {
    const loop = await openLoop()
    const thread = await agreeWithoutFormat(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', video)
    expect((await requestOf(loop)).state).toBe('confirmed')
    for (const who of [jane, marta, 'rosa@'])
      expect((await invitationsTo(loop, who))[0]?.text).toContain('https://meet.acme.example/backend')
  })

  it('"details follow" books without them; the details later are a change: SEQUENCE 1, same UID, same time', async () => {
    const loop = await openLoop()
    const thread = await agreeWithoutFormat(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', {
      kind: 'follows',
      details: '',
      keep: 'job',
    })
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect((await invitationsTo(loop, jane))[0]?.text).not.toContain('meet.acme.example')
    await loop.press(thread, await loop.card(thread), 'Change how they join', video)
    const own = await invitationsTo(loop, jane)
    expect(own.map((i) => i.sequence)).toEqual([0, 1])
    expect(own[1]).toMatchObject({ uid: own[0]?.uid, startsAt: own[0]?.startsAt })
    expect(own[1]?.text).toContain('https://meet.acme.example/backend')
    expect(await loop.tables((tx) => tx.count('standingFormats'))).toBe(1)
  })

  it('saved again unchanged sends nobody a second invitation', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Change how they join', video)
    expect(await invitationsTo(loop, jane)).toHaveLength(1)
    expect((await liveInterviewsOf(loop))[0]?.sequence).toBe(0)
  })

  it('is asked once per job: the next request of the job has it, one of another job of the client asks again', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.say('schedule Beatriz with Marta for the Backend role', thread)
    expect((await requestOf(loop, 1)).format).toEqual({ kind: 'video', url: 'https://meet.acme.example/backend' })
    await loop.say('schedule Elif with Marta for the Product Designer role', thread)
    expect((await requestOf(loop, 2)).format).toBeNull()
  })

  it('is asked once per client when it is kept for every job of the client', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', { ...video, keep: 'client' })
    await loop.say('schedule Elif with Marta for the Product Designer role', thread)
    expect((await requestOf(loop, 1)).format).toMatchObject({ kind: 'video' })
  })

  it('of this interview only is kept for no other', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', { ...video, keep: 'once' })
    expect(await loop.tables((tx) => tx.count('standingFormats'))).toBe(0)
  })

  it.each([
    ['video', 'meet.acme.example', 'details'],
    ['video', 'javascript:alert(1)', 'details'],
    ['phoneToCandidate', 'call me maybe', 'details'],
    ['onsite', 'here', 'details'],
    ['', '', 'kind'],
  ])('that cannot be used (%s, %j) is refused at its field', async (kind, details, field) => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const outcome = await loop.press(thread, await loop.card(thread), 'How do they join?', {
      kind,
      details,
      keep: 'job',
    })
    expect(outcome).toMatchObject({ kind: 'invalid', errors: [{ field }] })
    expect((await requestOf(loop)).format).toBeNull()
  })

  it('by phone says to each side who calls whom', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', {
      kind: 'phoneToCandidate',
      details: '+44 20 7946 0201',
      keep: 'job',
    })
    await loop.settle(30_000)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect((await loop.mails(jane)).at(-1)?.text).toMatch(/Acme Robotics (calls|will call) you/)
    expect((await loop.mails(marta)).at(-1)?.text).toMatch(/call Jane Whitfield/)
  })
})

describe('the stage in the ATS', () => {
  it('moves from Submitted to Interview on confirmation, as proposed on the card', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    expect(textOf(await loop.card(thread))).toContain('Submitted, moves to Interview when confirmed')
    expect(await stageLabel(loop)).toBe('Submitted')
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect(await stageLabel(loop)).toBe('Interview')
  })

  it('moves where the recruiter says, and the next request of the job proposes the same', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const card = await loop.card(thread)
    const choice = card.actions.find((a) => a.label === 'Change the ATS stage')?.form?.[0]
    const offered = choice?.kind === 'choice' ? choice.options : []
    const final = offered.find((o) => o.label === 'Final interview')?.value ?? ''
    await loop.press(thread, card, 'Change the ATS stage', { stage: final })
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect(await stageLabel(loop)).toBe('Final interview')
    await loop.say('schedule Beatriz with Marta for the Backend role', thread)
    expect((await requestOf(loop, 1)).toStageId).toBe(final)
  })

  it('stays when the recruiter says so', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.press(thread, await loop.card(thread), 'Change the ATS stage', { stage: '' })
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect(await stageLabel(loop)).toBe('Submitted')
  })

  it('is left alone when somebody moved the application meanwhile, and the thread says where it is', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const { applicationId, jobId } = await requestOf(loop)
    await loop.tables(async (tx) => {
      const [offerStage] = await tx.find('atsStages', { where: { jobId, label: 'Offer' } })
      await tx.update('atsApplications', applicationId, { stageId: offerStage?.id ?? '' })
    })
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect(await stageLabel(loop)).toBe('Offer')
    expect((await loop.messagesIn(thread)).some((m) => m.text.includes('The application was moved to "Offer"'))).toBe(
      true,
    )
    expect(await liveInterviewsOf(loop)).toHaveLength(1)
  })
})

describe('the ATS record of a booked interview', () => {
  it('has date, time, participants, place, the calendar UID and the log entries in the order they happened', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    const [interview] = await liveInterviewsOf(loop)
    const [record] = await loop.tables((tx) => tx.find('atsInterviews', {}))
    expect(record).toMatchObject({
      status: 'SCHEDULED',
      startAt: interview?.startsAt,
      endAt: interview?.endsAt,
      location: 'https://meet.acme.example/backend',
      participants: [
        { name: 'Jane Whitfield', role: 'candidate' },
        { name: 'Marta Lindqvist', role: 'client' },
      ],
    })
    const uids = (await loop.tables((tx) => tx.find('invitations', {}))).map((i) => i.uid)
    expect(uids).toContain(record?.externalEventXref)
    expect(await logEventsOf(loop)).toEqual(['requestSent', 'candidateSelected', 'booked'])
    const [booked] = await loop.tables((tx) => tx.find('atsActivities', { where: { event: 'booked' } }))
    expect(booked?.data).toMatchObject({ startsAt: interview?.startsAt.toISOString(), place: record?.location })
  })
})

describe('the day-of reminder', () => {
  it("goes at 08:00 of each party's own morning: Marta's in Berlin an hour before Jane's in London", async () => {
    const loop = await openLoop()
    await bookJane(loop)
    const [interview] = await liveInterviewsOf(loop)
    expect(interview?.startsAt.getTime()).toBeGreaterThanOrEqual(at('2027-03-03T09:00:00Z').getTime())
    const before = (await loop.mails()).length
    await passUntil(loop, '2027-03-03T06:59:59Z')
    expect((await loop.mails()).length).toBe(before)
    await passUntil(loop, '2027-03-03T08:30:00Z')
    const sent = (await loop.mails()).slice(before)
    expect(sent.map((m) => [m.toLine.includes(jane) ? 'Jane' : 'Marta', m.sentAt.toISOString()])).toEqual([
      ['Marta', '2027-03-03T07:00:00.000Z'],
      ['Jane', '2027-03-03T08:00:00.000Z'],
    ])
    expect(await logEventsOf(loop)).toEqual(expect.arrayContaining(['dayOfReminderSent']))
  })

  it('goes 2 hours before an interview that starts before 09:00', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const early = good('2027-03-03T08:00:00Z', '2027-03-03T09:00:00Z')
    await offer(loop, jane, [early])
    await offer(loop, marta, [early])
    await approve(loop, marta)
    const before = (await loop.mails(jane)).length
    await passUntil(loop, '2027-03-03T07:59:00Z')
    const [mail] = (await loop.mails(jane)).slice(before)
    expect(mail?.sentAt.toISOString()).toBe('2027-03-03T06:00:00.000Z')
  })

  it('never goes for an interview that was cancelled or moved to another day', async () => {
    const cancelled = await openLoop()
    const thread = await bookJane(cancelled)
    await cancelled.press(thread, await cancelled.card(thread), 'Cancel the request')
    const moved = await openLoop()
    const other = await bookJane(moved)
    await moved.press(other, await moved.card(other), 'Find another time')
    for (const who of [jane, marta]) await offer(moved, who, [good('2027-03-09T09:00:00Z', '2027-03-09T10:00:00Z')])
    await approve(moved, marta)
    for (const loop of [cancelled, moved]) {
      const before = (await loop.mails()).length
      await passUntil(loop, '2027-03-08T12:00:00Z')
      expect((await loop.mails()).length).toBe(before)
    }
    await passUntil(moved, '2027-03-09T08:30:00Z')
    expect((await moved.mails(jane)).at(-1)?.sentAt.toISOString()).toBe('2027-03-09T08:00:00.000Z')
  })
})

describe('an interview that has taken place', () => {
  it('is completed here and at the ATS after its end and the 15 minutes kept free after it, not a minute before; its page closes and another round is Round 2', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const [interview] = await liveInterviewsOf(loop)
    if (!interview) throw new Error('an interview')
    await passUntil(loop, new Date(interview.endsAt.getTime() + 15 * 60_000).toISOString())
    await completeInterviews(loop.deps, loop.tenantId)
    expect((await requestOf(loop)).state).toBe('confirmed')
    await loop.settle(60_000)
    for (let i = 0; i < 2; i++) await completeInterviews(loop.deps, loop.tenantId)
    await loop.settle()
    expect((await requestOf(loop)).state).toBe('completed')
    const records = await loop.tables((tx) => tx.find('atsInterviews', {}))
    expect(records.map((r) => r.status)).toEqual(['COMPLETE'])
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'closed', reason: 'completed' })
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    expect((await requestOf(loop, 1)).title).toBe('Backend Engineer Interview - Round 2')
  })
})

describe('a nudge', () => {
  it('reminds whoever we wait for, once an hour, with a fresh link, and is logged when it went to the candidate', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, marta, [wednesday])
    const first = await loop.secretOf(jane)
    await loop.press(thread, await loop.card(thread), 'Nudge')
    expect(textOf(await loop.lastMessage(thread))).toContain('Reminded Jane Whitfield')
    expect(await loop.mails(jane)).toHaveLength(2)
    expect(await loop.secretOf(jane)).not.toBe(first)
    expect(await logEventsOf(loop)).toContain('reminderSent')
    await loop.settle(59 * 60_000)
    await loop.press(thread, await loop.card(thread), 'Nudge')
    expect(textOf(await loop.lastMessage(thread))).toContain('less than an hour ago')
    expect(await loop.mails(jane)).toHaveLength(2)
    await loop.settle(2 * 60_000)
    await loop.say('nudge Jane', thread)
    expect(await loop.mails(jane)).toHaveLength(3)
  })

  it('writes to nobody who has stopped the reminders on the own page, and the recruiter decides: send this one, or copy a link', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const { id } = await requestOf(loop)
    await submitStopReminders(loop.deps, { secret: await loop.secretOf(jane) })
    await loop.settle()
    await loop.press(thread, await loop.card(thread), 'Nudge')
    const answer = await loop.lastMessage(thread)
    expect(textOf(answer)).toContain('Reminded Marta Lindqvist')
    expect(textOf(answer)).toContain('Jane Whitfield asked for no reminders, so I did not write to Jane Whitfield')
    expect(await loop.mails(jane)).toHaveLength(1)
    expect(await loop.mails(marta)).toHaveLength(2)
    await loop.say('nudge Jane', thread)
    const alone = await loop.lastMessage(thread)
    expect(textOf(alone)).toContain('Jane Whitfield asked for no reminders')
    expect(textOf(alone)).not.toContain('Reminded')
    expect(await loop.mails(jane)).toHaveLength(1)

    const shown = await loop.press(thread, alone, 'Show a link for Jane Whitfield')
    expect(shown).toMatchObject({ kind: 'shown', sentence: expect.stringContaining('http://guest.test/l/') })
    const secret = /\/l\/([\w-]{43}) /.exec('sentence' in shown ? shown.sentence : '')?.[1] ?? ''
    expect(await readGuestPage(loop.deps, secret)).toMatchObject({ page: 'availability' })
    const kept = await loop.tables(async (tx) => [...(await tx.find('threadMessages')), ...(await tx.find('audit'))])
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(await loop.mails(jane)).toHaveLength(1)

    await loop.press(thread, alone, 'Remind Jane Whitfield all the same')
    expect(textOf(await loop.lastMessage(thread))).toContain('Reminded Jane Whitfield')
    expect(await loop.mails(jane)).toHaveLength(2)
    expect(await loop.mails(marta)).toHaveLength(2)
    const [candidate] = await loop.tables((tx) => tx.find('parties', { where: { requestId: id, role: 'candidate' } }))
    expect(candidate).toMatchObject({ isReminderStopped: true, remindAt: null, remindedCount: 1 })
    await loop.press(thread, alone, 'Remind Jane Whitfield all the same')
    expect(textOf(await loop.lastMessage(thread))).toContain('less than an hour ago')
    expect(await loop.mails(jane)).toHaveLength(2)
    const actions = await loop.tables((tx) => tx.find('audit', { where: { requestId: id, actor: { not: 'parley' } } }))
    expect(actions.map((a) => a.action)).toEqual(expect.arrayContaining(['showLink', 'nudge']))
  })

  it('writes to somebody whose reminders the recruiter has stopped, because the recruiter says so now', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.press(thread, await loop.card(thread), 'Reminders for Jane Whitfield', { wish: 'stop' })
    await loop.say('nudge Jane', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('Reminded Jane Whitfield')
    expect(await loop.mails(jane)).toHaveLength(2)
  })

  it('shows no link of a request that is closed', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await submitStopReminders(loop.deps, { secret: await loop.secretOf(jane) })
    await loop.say('nudge Jane', thread)
    const answer = await loop.lastMessage(thread)
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'filled' })
    const links = await loop.tables((tx) => tx.count('links'))
    expect(await loop.press(thread, answer, 'Show a link')).toMatchObject({ kind: 'refused' })
    expect(await loop.tables((tx) => tx.count('links'))).toBe(links)
  })

  it('reminds nobody when nobody has to answer', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const before = (await loop.mails()).length
    await loop.say('nudge Jane', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('Nobody has to answer')
    expect((await loop.mails()).length).toBe(before)
  })

  it('that is still owed when the answer comes is not sent', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const { id } = await requestOf(loop)
    const secret = await loop.secretOf(jane)
    await loop.tables((tx) => nudge(tx, loop.deps, { actor: 'parley', via: 'system' }, id))
    // The answer is there before the worker comes to the reminder.
    await offer(loop, jane, [wednesday], secret)
    const isReminder = (mail: { subject: string }) => mail.subject.startsWith('Reminder')
    expect((await loop.mails(marta)).filter(isReminder)).toHaveLength(1)
    expect((await loop.mails(jane)).filter(isReminder)).toEqual([])
  })
})

describe('each reader', () => {
  it('reads the time of the interview in its own zone: 09:00 in London is 10:00 in Berlin', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const nine = good('2027-03-03T09:00:00Z', '2027-03-03T10:00:00Z')
    for (const who of [jane, marta]) await offer(loop, who, [nine])
    await approve(loop, marta)
    expect((await loop.mails(jane)).at(-1)?.subject).toContain('09:00')
    expect((await loop.mails(marta)).at(-1)?.subject).toContain('10:00')
  })
})
