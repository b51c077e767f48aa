import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { type Message, messageSchema } from '../../src/bot/message.ts'
import { type BriefingRound, sendBriefings } from '../../src/briefings/send.ts'
import { importBusyTimes } from '../../src/calendar/local.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { MemberId } from '../../src/domain/ids.ts'
import { bookJane, openJane, textOf } from '../workflow/janeAtAcme.ts'
import { type Loop, openLoop } from '../workflow/openLoop.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Moves the clock to an instant, letting everything on the way happen but the daily briefings. */
async function moveTo(loop: Loop, iso: string): Promise<void> {
  await loop.settle(new Date(iso).getTime() - loop.clock.now().getTime())
}

/** The pass of one minute. */
async function passMinute(loop: Loop): Promise<BriefingRound> {
  const round = await sendBriefings(loop.deps, loop.tenantId)
  await loop.settle()
  return round
}

async function briefingsOf(loop: Loop, memberId: MemberId = loop.memberId): Promise<Message[]> {
  return loop.tables(async (tx) => {
    const [thread] = await tx.find('threads', { where: { externalId: `briefings:${memberId}` } })
    if (!thread) return []
    const rows = await tx.find('threadMessages', { where: { threadId: thread.id }, orderBy: [['createdAt', 'asc']] })
    return rows.map((row) => messageSchema.parse(row.message))
  })
}

async function briefingMailsOf(loop: Loop) {
  const done = await loop.tables((tx) => tx.find('effects', { where: { kind: 'briefing', state: 'done' } }))
  const ids = done.map((effect) => effect.proof?.id ?? '')
  return (await loop.mails()).filter((mail) => ids.some((id) => id.includes(mail.messageId) || mail.messageId === id))
}

async function memberOf(loop: Loop) {
  const member = await loop.tables((tx) => tx.get('members', loop.memberId))
  if (!member) throw new Error('the recruiter')
  return member
}

const change = (loop: Loop, patch: { zone?: string; briefingMinute?: number | null; nextBriefingAt?: Date | null }) =>
  loop.tables((tx) => tx.update('members', loop.memberId, patch))

describe('the daily briefing', () => {
  it('comes at 08:00 on the morning of the interview, once in the thread "Briefings" and once by mail, with every fact', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await passMinute(loop)
    await moveTo(loop, '2027-03-03T06:59:00Z')
    expect((await passMinute(loop)).owedTo).toEqual([])
    await moveTo(loop, '2027-03-03T07:00:00Z')
    expect((await passMinute(loop)).owedTo).toEqual([loop.memberId])
    const [briefing] = await briefingsOf(loop)
    if (!briefing) throw new Error('a briefing')
    const [mail] = await briefingMailsOf(loop)
    for (const text of [textOf(briefing), mail?.text ?? '']) {
      expect(text).toContain('Jane Whitfield')
      expect(text).toContain('Backend Engineer at Acme Robotics')
      expect(text).toContain('10:00')
      expect(text).toContain('Marta Lindqvist (client)')
      expect(text).toContain('https://meet.acme.example/backend')
      expect(text).toContain('http://127.0.0.1/records/')
      expect(text).toMatch(/\.pdf/)
      expect(text).toMatch(/Stage: \S/)
      expect(text).toMatch(/About the job: \S/)
      expect(text).toContain('Central European')
    }
    expect(mail?.toLine).toContain('rosa@alder-finch.example')
    expect(mail?.subject).toBe('1 interview today, first at 10:00')
    expect((await loop.threads()).filter((thread) => thread.title === 'Briefings')).toHaveLength(1)
    await passMinute(loop)
    expect(await briefingsOf(loop)).toHaveLength(1)
  })

  it('sends nothing on an empty day, and nothing on a Saturday', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await passMinute(loop)
    const first = (await memberOf(loop)).nextBriefingAt
    expect(first?.toISOString()).toBe('2027-03-02T07:00:00.000Z')
    await moveTo(loop, '2027-03-02T07:00:30Z')
    expect(await passMinute(loop)).toEqual({ owedTo: [], skipped: [] })
    await change(loop, { nextBriefingAt: null })
    await moveTo(loop, '2027-03-05T08:00:00Z')
    await passMinute(loop)
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-08T07:00:00.000Z')
    expect(await loop.tables((tx) => tx.count('effects', { key: { contains: 'briefing:member' } }))).toBe(0)
  })

  it('names what waits for the recruiter: a time without joining details, with a link into its conversation', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const [request] = await loop.tables((tx) => tx.find('requests'))
    if (!request) throw new Error('a request')
    await loop.tables((tx) =>
      tx.update('requests', request.id, { state: 'noOverlap', stuckReasons: ['Marta is away.'] }),
    )
    await passMinute(loop)
    await moveTo(loop, '2027-03-02T07:00:00Z')
    await passMinute(loop)
    const [briefing] = await briefingsOf(loop)
    expect(briefing && textOf(briefing)).toContain('1 thing waits for you')
    expect(briefing && textOf(briefing)).toContain(`no common time. Marta is away. - /threads/${thread}`)
  })

  it.each([
    ['Europe/Berlin', ['2027-03-26', '2027-03-29', '2027-10-29', '2027-11-01']],
    ['America/New_York', ['2027-03-12', '2027-03-15', '2027-11-05', '2027-11-08']],
    ['Asia/Kolkata', ['2027-03-26', '2027-03-29', '2027-10-29', '2027-11-01']],
    ['Australia/Lord_Howe', ['2027-04-02', '2027-04-05', '2027-10-01', '2027-10-04']],
  ])('is owed at 08:00 by the clocks of %s before and after both clock changes', async (zone, days) => {
    const loop = await openLoop()
    await openJane(loop)
    const [request] = await loop.tables((tx) => tx.find('requests'))
    if (!request) throw new Error('a request')
    await loop.tables((tx) => tx.update('requests', request.id, { state: 'noOverlap', stuckReasons: [] }))
    await change(loop, { zone })
    for (const day of days) {
      const at = DateTime.fromISO(`${day}T08:00`, { zone }).toUTC()
      loop.clock.moveBy(at.minus({ hours: 5 }).toMillis() - loop.clock.now().getTime())
      await passMinute(loop)
      loop.clock.moveBy(5 * hourMs - minuteMs)
      expect((await passMinute(loop)).owedTo).toEqual([])
      loop.clock.moveBy(minuteMs)
      expect((await passMinute(loop)).owedTo).toEqual([loop.memberId])
    }
    expect(await briefingsOf(loop)).toHaveLength(days.length)
  })

  it('comes once when the clock is set back an hour, when two processes pass at once, and after a restart that forgot the plan', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:00:00Z')
    await passMinute(loop)
    await moveTo(loop, '2027-03-03T07:00:00Z')
    const rounds = await Promise.all([1, 2, 3].map(() => sendBriefings(loop.deps, loop.tenantId)))
    expect(rounds.flatMap((round) => round.owedTo)).toEqual([loop.memberId])
    await loop.settle()
    loop.clock.moveBy(-hourMs)
    await change(loop, { nextBriefingAt: null })
    for (let minute = 0; minute <= 60; minute += 1) {
      await passMinute(loop)
      if (minute < 60) loop.clock.moveBy(minuteMs)
    }
    // At 08:00 for the second time: planned for tomorrow, not tried again each minute.
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-04T07:00:00.000Z')
    expect(await briefingsOf(loop)).toHaveLength(1)
    expect(await briefingMailsOf(loop)).toHaveLength(1)
  })

  it('is skipped after an outage of 6 hours and after one of 16 minutes, not after one of 15; the next day comes as usual', async () => {
    for (const [lateMinutes, isSent] of [
      [360, false],
      [16, false],
      [15, true],
    ] as const) {
      const loop = await openLoop()
      await bookJane(loop)
      await change(loop, { briefingMinute: 60, nextBriefingAt: null })
      await moveTo(loop, '2027-03-02T23:00:00Z')
      await passMinute(loop)
      await moveTo(loop, '2027-03-03T00:00:00Z')
      loop.clock.moveBy(lateMinutes * minuteMs)
      const round = await passMinute(loop)
      expect(round).toEqual(
        isSent ? { owedTo: [loop.memberId], skipped: [] } : { owedTo: [], skipped: [loop.memberId] },
      )
      expect(await briefingsOf(loop)).toHaveLength(isSent ? 1 : 0)
      expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-04T00:00:00.000Z')
    }
  })

  it('falls back to the zone of the agency when the own zone is no longer known, and logs it', async () => {
    const loop = await openLoop()
    await loop.setUp()
    await change(loop, { zone: 'Mars/Olympus_Mons', nextBriefingAt: null })
    await passMinute(loop)
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-02T07:00:00.000Z')
    expect(loop.logged.join('\n')).toContain('briefing.zoneUnknown')
  })

  it('comes at its moment, not before, although the clock had been a day ahead for a while', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:59:00Z')
    await passMinute(loop)
    loop.clock.moveBy(25 * hourMs)
    await passMinute(loop)
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-05T07:00:00.000Z')
    loop.clock.moveBy(-25 * hourMs)
    expect((await passMinute(loop)).owedTo).toEqual([])
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-03T07:00:00.000Z')
    await moveTo(loop, '2027-03-03T07:00:00Z')
    expect((await passMinute(loop)).owedTo).toEqual([loop.memberId])
  })

  it('is planned anew, not sent, when the zone has changed since it was planned', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:00:00Z')
    await passMinute(loop)
    await change(loop, { zone: 'America/New_York' })
    await moveTo(loop, '2027-03-03T07:00:00Z')
    expect(await passMinute(loop)).toEqual({ owedTo: [], skipped: [] })
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-03T13:00:00.000Z')
  })

  it('says so when the ATS does not answer, and keeps every other fact', async () => {
    let isDown = false
    const loop = await openLoop({
      ats: (real) => ({
        ...real,
        readApplication: (...args) => {
          if (isDown) throw new ParleyError('unavailable', 'The ATS does not answer.', { retry: 'later' })
          return real.readApplication(...args)
        },
      }),
    })
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:50:00Z')
    await passMinute(loop)
    isDown = true
    await moveTo(loop, '2027-03-03T07:00:00Z')
    await passMinute(loop)
    const [briefing] = await briefingsOf(loop)
    expect(briefing && textOf(briefing)).toContain('The ATS did not answer')
    expect(briefing && textOf(briefing)).toContain('https://meet.acme.example/backend')
  })
})

describe('the daily briefing on the embedded database', () => {
  it('is owed once by 3 passes at once, and leaves nobody due', async () => {
    const loop = await openLoop({ engine: 'pglite' })
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:00:00Z')
    await passMinute(loop)
    await moveTo(loop, '2027-03-03T07:00:00Z')
    const rounds = await Promise.all([1, 2, 3].map(() => sendBriefings(loop.deps, loop.tenantId)))
    expect(rounds.flatMap((round) => round.owedTo)).toEqual([loop.memberId])
    await loop.settle()
    expect(await briefingsOf(loop)).toHaveLength(1)
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-04T07:00:00.000Z')
    await loop.store.close()
  })
})

describe('the briefing before an interview', () => {
  async function bookAttended(): Promise<Loop> {
    const loop = await openLoop()
    await bookJane(loop, ', I will join')
    return loop
  }

  it('comes 30 minutes before to the recruiter who attends, with the link to join and the documents', async () => {
    const loop = await bookAttended()
    await moveTo(loop, '2027-03-03T08:29:00Z')
    expect(await briefingsOf(loop)).toHaveLength(0)
    await moveTo(loop, '2027-03-03T08:30:00Z')
    const [briefing] = await briefingsOf(loop)
    expect(briefing && textOf(briefing)).toContain('Jane Whitfield at 10:00')
    expect(briefing && textOf(briefing)).toContain('https://meet.acme.example/backend')
    expect(briefing && textOf(briefing)).toMatch(/\.pdf/)
    const [mail] = await briefingMailsOf(loop)
    expect(mail?.subject).toBe('Soon, 10:00: Jane Whitfield, Backend Engineer at Acme Robotics')
  })

  it('goes to nobody of the outside, and not to a recruiter who does not attend', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    await moveTo(loop, '2027-03-03T09:00:00Z')
    expect(await loop.tables((tx) => tx.count('effects', { kind: 'briefing' }))).toBe(0)
  })

  it('is withdrawn when the interview is cancelled', async () => {
    const loop = await bookAttended()
    const [thread] = await loop.threads()
    if (!thread) throw new Error('a thread')
    await loop.press(thread.id, await loop.card(thread.id), 'Cancel the request', { reason: 'the role is filled' })
    // At once, not only when it is due.
    const effects = await loop.tables((tx) => tx.find('effects', { where: { kind: 'briefing' } }))
    expect(effects.map((effect) => effect.state)).toEqual(['withdrawn', 'withdrawn'])
    await moveTo(loop, '2027-03-03T09:30:00Z')
    expect(await briefingsOf(loop)).toHaveLength(0)
  })

  it('names a busy time of 30 minutes in the own calendar that cuts into the interview, not the interview itself', async () => {
    const loop = await bookAttended()
    const event = (uid: string, from: string, to: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}@test\r\nDTSTAMP:20270101T000000Z\r\nDTSTART:20270303T${from}00Z\r\nDTEND:20270303T${to}00Z\r\nSUMMARY:x\r\nEND:VEVENT\r\n`
    const calendar = (events: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n${events}END:VCALENDAR\r\n`
    const { store, ids, clock, tenantId, memberId } = loop
    await importBusyTimes(store, ids, clock, tenantId, memberId, calendar(event('own', '0900', '1000')))
    await moveTo(loop, '2027-03-03T07:30:00Z')
    const [thread] = await loop.threads()
    if (!thread) throw new Error('a thread')
    await loop.say('briefing now', thread.id)
    expect(textOf(await loop.lastMessage(thread.id))).toContain('Jane Whitfield')
    expect(textOf(await loop.lastMessage(thread.id))).not.toContain('something else')
    await importBusyTimes(store, ids, clock, tenantId, memberId, calendar(event('dentist', '0930', '1000')))
    await loop.say('briefing now', thread.id)
    expect(textOf(await loop.lastMessage(thread.id))).toContain('Your calendar has something else 10:30 – 11:00')
  })
})

describe('briefings by chat', () => {
  it('moves to 7:30, says when the next one comes, stops, and comes back', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('briefing at 7:30', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('07:30 on working days')
    expect(textOf(await loop.lastMessage(thread))).toContain('Tue, 2 Mar 2027, 07:30 (UTC+01:00)')
    expect((await memberOf(loop)).nextBriefingAt?.toISOString()).toBe('2027-03-02T06:30:00.000Z')
    await loop.say('stop briefings', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('has stopped')
    expect(await memberOf(loop)).toMatchObject({ briefingMinute: null, nextBriefingAt: null })
    await moveTo(loop, '2027-03-02T07:00:00Z')
    expect(await passMinute(loop)).toEqual({ owedTo: [], skipped: [] })
    await loop.say('start briefings', thread)
    expect((await memberOf(loop)).briefingMinute).toBe(480)
  })

  it('promises no second one on a day that has had its briefing', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await moveTo(loop, '2027-03-03T06:00:00Z')
    await passMinute(loop)
    await moveTo(loop, '2027-03-03T07:00:00Z')
    await passMinute(loop)
    await loop.say('briefing at 10:00', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('Thu, 4 Mar 2027, 10:00')
  })

  it('changes the minutes before interviews for all who book later, and switches them off', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('briefing 10 minutes before interviews', thread)
    const settings = () => loop.tables((tx) => tx.get('settings', loop.tenantId))
    expect((await settings())?.data.meetingBriefingMinutes).toBe(10)
    await loop.say('no briefings before interviews', thread)
    expect((await settings())?.data.meetingBriefingMinutes).toBe(0)
  })
})
