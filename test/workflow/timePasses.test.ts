import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { messageSchema } from '../../src/bot/message.ts'
import { staleRow } from '../../src/store/refusals.ts'
import { renewLink, submitDecline, submitStopReminders } from '../../src/workflow/guestActions.ts'
import { mailOrder, owe } from '../../src/workflow/owe.ts'
import { passTime } from '../../src/workflow/passTime.ts'
import { remindSilent } from '../../src/workflow/remindSilent.ts'
import { askJane, bookJane, good, jane, labelsOf, marta, offer, pageOf, requestOf, wednesday } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Lets time pass as the process does: a pass every minute, or every `stepMs` to be quicker. */
async function live(loop: Loop, ms: number, stepMs = 10 * minuteMs - 1_000): Promise<void> {
  const endsAt = loop.clock.now().getTime() + ms
  while (loop.clock.now().getTime() < endsAt) {
    await loop.settle(Math.min(stepMs, endsAt - loop.clock.now().getTime()))
    await passTime(loop.deps, loop.tenantId)
    await loop.settle()
  }
}

const remindersTo = async (loop: Loop, to: string, zone = 'Europe/Berlin') =>
  (await loop.mails(to))
    .filter((m) => m.subject.startsWith('Reminder'))
    .map((m) => DateTime.fromJSDate(m.sentAt, { zone }).toFormat('ccc dd HH'))

describe('reminders', () => {
  it('go after 1 and 3 days and before the end, at most 4, in the reader’s hours, each written to the ATS', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await live(loop, 25 * dayMs, 9 * minuteMs)
    const sent = await remindersTo(loop, jane)
    expect(sent.length).toBeGreaterThanOrEqual(3)
    expect(sent.length).toBeLessThanOrEqual(4)
    for (const at of sent) expect(at).toMatch(/^(Mon|Tue|Wed|Thu|Fri) \d\d (09|1[0-7])$/)
    const logs = await loop.tables((tx) => tx.find('atsActivities', { where: { event: 'reminderSent' } }))
    expect(logs.length).toBe((await remindersTo(loop, jane)).length + (await remindersTo(loop, marta)).length)
  }, 60_000)

  it('stop with the answer, with "send no more", and with the end of the request; a pause moves the next one', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await loop.press(thread, await loop.card(thread), 'Reminders for Marta Lindqvist', { wish: 'stop' })
    await live(loop, 4 * dayMs)
    expect(await remindersTo(loop, jane)).toEqual([])
    expect(await remindersTo(loop, marta)).toEqual([])
    await loop.press(thread, await loop.card(thread), 'Reminders for Marta Lindqvist', { wish: 'resume' })
    expect((await loop.card(thread)).fallbackText).toContain('Next reminder')
    await loop.press(thread, await loop.card(thread), 'Reminders for Marta Lindqvist', { wish: 'snooze7' })
    const [after] = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
    expect((after?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime()).toBeGreaterThanOrEqual(7 * dayMs)
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'filled' })
    await live(loop, 20 * dayMs)
    expect(await remindersTo(loop, marta)).toEqual([])
  }, 60_000)

  it('stop when the guest says so on its page: one line with one button in the thread, audited, until the recruiter resumes them', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'availability', reminders: 'planned' })
    const secret = await loop.secretOf(jane)
    // A reminder that is owed already is taken back.
    const request = await requestOf(loop)
    const [candidate] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    await loop.tables((tx) =>
      owe(tx, loop.deps, [
        mailOrder(request.id, 'reminder', candidate?.id ?? '', 'owed', {
          at: new Date(loop.clock.now().getTime() + hourMs),
        }),
      ]),
    )
    // Twice, as somebody who presses again does.
    for (let press = 0; press < 2; press += 1)
      expect(await submitStopReminders(loop.deps, { secret })).toEqual({ kind: 'done' })
    await loop.settle()
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'availability', reminders: 'stopped' })
    const told = (await loop.messagesIn(thread)).filter((m) => m.text.includes('does not want to be reminded'))
    expect(told.map((m) => m.text)).toEqual([expect.stringMatching(/^Jane Whitfield does not want to be reminded/)])
    const audit = await loop.tables((tx) => tx.find('audit', { where: { action: 'reminders:stop' } }))
    expect(audit).toMatchObject([{ actor: `party:${candidate?.id}`, via: 'link', requestId: request.id }])
    expect(loop.logged.filter((line) => line.startsWith('reminders.stoppedByGuest'))).toHaveLength(2)
    expect(loop.logged.join()).not.toContain(secret)
    await live(loop, 4 * dayMs)
    expect(await remindersTo(loop, jane)).toEqual([])
    expect((await remindersTo(loop, marta)).length).toBeGreaterThan(0)
    expect((await requestOf(loop)).state).toBe('collecting')

    await loop.press(thread, messageSchema.parse(told[0]?.message), 'Resume reminders')
    expect(await pageOf(loop, jane)).toMatchObject({ reminders: 'planned' })
    await live(loop, 20 * dayMs)
    expect((await remindersTo(loop, jane)).length).toBeGreaterThan(0)
  }, 60_000)

  it('are offered to be stopped only by somebody whose answer is waited for, and not when all is over', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const secret = await loop.secretOf(jane)
    await offer(loop, jane, [wednesday])
    expect(await pageOf(loop, jane)).toMatchObject({ page: 'availability', reminders: null })
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'filled' })
    expect(await submitStopReminders(loop.deps, { secret })).toEqual({ kind: 'tooLate' })
    expect(await submitStopReminders(loop.deps, { secret: 'x'.repeat(43) })).toEqual({ kind: 'unknown' })
  })

  it('that fell into an outage of 6 hours are skipped, and the thread says so', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await live(loop, 30 * minuteMs)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    const dueInMs = (party?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime()
    await live(loop, dueInMs - hourMs)
    await loop.settle(6 * hourMs)
    await passTime(loop.deps, loop.tenantId)
    await loop.settle()
    expect(await remindersTo(loop, jane)).toEqual([])
    const told = (await loop.messagesIn(thread)).map((m) => m.text).filter((t) => t.includes('I was not running'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/\d reminders? came too late/)
    const [next] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    expect((next?.remindAt ?? new Date(0)) > loop.clock.now()).toBe(true)
  }, 60_000)

  it('and the watch over links go on for Marta, 13 days after Jane said no, when Jane sends times after all', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: 'no' })
    await live(loop, 13.5 * dayMs)
    expect(await remindersTo(loop, marta)).toEqual([])
    await offer(loop, jane, [good('2027-03-18T09:00:00Z', '2027-03-18T12:00:00Z')])
    const [client] = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
    expect([client?.linkWarnedAt, client?.remindAt === null]).toEqual([null, false])
    await live(loop, 2 * dayMs)
    expect((await loop.mails(marta)).map((m) => m.subject).join()).toMatch(/Reminder|new link/i)
  }, 60_000)

  it('go once when two processes pass at the same moment and when the clock is set back an hour', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    await live(loop, (party?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime() - minuteMs)
    await loop.settle(minuteMs + 1_000)
    await Promise.all([passTime(loop.deps, loop.tenantId), passTime(loop.deps, loop.tenantId)])
    await loop.settle()
    loop.clock.moveBy(-hourMs)
    await passTime(loop.deps, loop.tenantId)
    await live(loop, 2 * hourMs)
    expect(await remindersTo(loop, jane)).toHaveLength(1)
  }, 60_000)

  it('that fall due together for 121 people go once each; an hour late they are skipped', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const request = await requestOf(loop)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    if (!party?.remindAt) throw new Error('a candidate who is to be reminded')
    const dueAt = party.remindAt
    const ownIds = Array.from({ length: 120 }, (_, number) => `party-${number}` as typeof party.id)
    await loop.tables(async (tx) => {
      for (const id of ownIds) {
        const requestId = `request-of-${id}` as typeof request.id
        await tx.insert('requests', { ...request, id: requestId })
        await tx.insert('parties', { ...party, id, requestId })
      }
    })
    loop.clock.moveBy(dueAt.getTime() - loop.clock.now().getTime() + minuteMs)
    // The client's hours begin an hour earlier, so hers is late already.
    expect(await remindSilent(loop.deps, loop.tenantId)).toEqual({ sentCount: 121, skippedCount: 1 })
    expect(await remindSilent(loop.deps, loop.tenantId)).toEqual({ sentCount: 0, skippedCount: 0 })
    expect(await loop.tables((tx) => tx.count('audit', { action: 'remind' }))).toBe(121)
    await loop.tables(async (tx) => {
      for (const id of ownIds) await tx.update('parties', id, { remindAt: loop.clock.now() })
    })
    loop.clock.moveBy(hourMs)
    expect(await remindSilent(loop.deps, loop.tenantId)).toEqual({ sentCount: 0, skippedCount: 120 })
  }, 60_000)

  it('are decided anew when somebody else was faster, and left to the next pass after 20 times', async () => {
    let overtakings = 0
    const loop = await openLoop({
      around: (real) => ({
        ...real,
        inTenant: (tenantId, work) =>
          real.inTenant(tenantId, (tx) =>
            work({
              ...tx,
              update: (table, ...change) => {
                if (table !== 'parties' || overtakings === 0) return tx.update(table, ...change)
                overtakings -= 1
                throw staleRow('parties')
              },
            }),
          ),
      }),
    })
    await askJane(loop)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    loop.clock.moveBy((party?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime() + minuteMs)
    overtakings = 1_000
    expect(await remindSilent(loop.deps, loop.tenantId)).toEqual({ sentCount: 0, skippedCount: 0 })
    expect(overtakings).toBe(980)
    overtakings = 3
    expect(await remindSilent(loop.deps, loop.tenantId)).toEqual({ sentCount: 1, skippedCount: 1 })
    await loop.settle()
    expect(await remindersTo(loop, jane)).toHaveLength(1)
  })

  it('go on in the tenant’s zone when the reader’s zone has disappeared from the time zone data', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    await loop.tables((tx) =>
      tx.update('parties', party?.id ?? '', { zone: 'Mars/Olympus', remindAt: loop.clock.now() }),
    )
    await passTime(loop.deps, loop.tenantId)
    const [after] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
    expect((after?.remindAt ?? new Date(0)) > loop.clock.now()).toBe(true)
  })
})

describe('a link', () => {
  it('that expires in 24 hours is told of and renewed once by itself, then it is the recruiter’s turn with one-press buttons', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    for (const role of ['candidate', 'client'] as const) {
      const [party] = await loop.tables((tx) => tx.find('parties', { where: { role } }))
      await loop.tables((tx) => tx.update('parties', party?.id ?? '', { isReminderStopped: true, remindAt: null }))
    }
    const first = await loop.secretOf(jane)
    await live(loop, 13 * dayMs + hourMs, 6 * hourMs)
    const renewed = (await loop.mails(jane)).filter((m) => m.subject.startsWith('Your new link'))
    expect(renewed).toHaveLength(1)
    const texts = () => loop.messagesIn(thread).then((rows) => rows.map((m) => m.text))
    expect((await texts()).filter((t) => t.includes('I am mailing a new one') && t.includes('Jane'))).toHaveLength(1)

    await live(loop, dayMs, 6 * hourMs)
    // The old link leads to renewal, by mail to its owner.
    await renewLink(loop.deps, first)
    await live(loop, 13 * dayMs, 6 * hourMs)
    const escalated = (await texts()).filter((t) => t.includes('It is your turn') && t.includes('Marta'))
    expect(escalated).toHaveLength(1)
    const rows = await loop.messagesIn(thread)
    const question = rows.find((m) => m.text.includes('It is your turn') && m.text.includes('Marta'))
    expect(question?.text).toContain('New link for Marta Lindqvist')
  }, 60_000)

  it('of somebody who has answered may end in silence', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await live(loop, 20 * dayMs, 6 * hourMs)
    const texts = (await loop.messagesIn(thread)).map((m) => m.text)
    expect(texts.filter((t) => t.includes('expires'))).toEqual([])
  }, 60_000)
})

describe('a recruiter who is away', () => {
  it('is mailed once when a candidate declines, and again not before an hour has passed', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const { submitDecline } = await import('../../src/workflow/guestActions.ts')
    await submitDecline(loop.deps, { secret: await loop.secretOf(jane), reason: 'another offer' })
    await live(loop, 50 * minuteMs, minuteMs * 5)
    const alerts = (await loop.mails('rosa@')).filter((m) => m.subject.startsWith('Parley needs you'))
    expect(alerts).toHaveLength(1)
    expect(alerts[0]?.text).toContain('another offer')
    expect((await requestOf(loop)).state).toBe('declined')
    await live(loop, 5 * hourMs)
    expect((await loop.mails('rosa@')).filter((m) => m.subject.startsWith('Parley needs you'))).toHaveLength(1)
  }, 60_000)
})

it('the card says when the next reminder goes', async () => {
  const loop = await openLoop()
  const thread = await askJane(loop)
  const card = await loop.card(thread)
  expect(card.fallbackText).toContain('Next reminder: ')
  expect(labelsOf(card)).toContain('Reminders for Jane Whitfield')
  expect((await pageOf(loop, jane)).page).toBe('availability')
})

it('the ladder is a setting of the tenant: other days count for the next question, a wrong day is named', async () => {
  const loop = await openLoop()
  const thread = await loop.setUp()
  await loop.say('settings', thread)
  const settings = await loop.lastMessage(thread)
  const action = settings.actions.find((a) => a.label === 'Scheduling defaults')
  const fields = Object.fromEntries((action?.form ?? []).map((f) => [f.name, String(f.value)]))
  expect(
    await loop.press(thread, settings, 'Scheduling defaults', { ...fields, candidateAfter: '2, 90' }),
  ).toMatchObject({
    kind: 'invalid',
    errors: [{ field: 'candidateAfter' }],
  })
  await loop.press(thread, settings, 'Scheduling defaults', { ...fields, candidateAfter: '2', candidateBefore: '' })
  await loop.say('schedule Jane with Acme for the Backend role', thread)
  await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
  const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } }))
  expect((party?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime()).toBeGreaterThanOrEqual(2 * dayMs)
  expect((party?.remindAt?.getTime() ?? 0) - loop.clock.now().getTime()).toBeLessThan(3 * dayMs)
})
