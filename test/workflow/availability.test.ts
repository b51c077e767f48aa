import { describe, expect, it } from 'vitest'
import { isParleyError } from '../../src/domain/errors.ts'
import { linkLifeDays } from '../../src/domain/link.ts'
import {
  renewLink,
  submitApproval,
  submitAvailability,
  submitCancel,
  submitDecline,
  submitMove,
} from '../../src/workflow/guestActions.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import {
  approve,
  askJane,
  bookJane,
  good,
  jane,
  labelsOf,
  marta,
  offer,
  offeredTo,
  openJane,
  pageOf,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

const thursday = good('2027-03-04T14:00:00Z', '2027-03-04T16:00:00Z')
const dayMs = 86_400_000

describe('blind collection', () => {
  it("shows neither side the other's address or times, on no page and in no mail, from the first mail to the booking", async () => {
    const loop = await openLoop()
    await askJane(loop)
    const pages: string[] = []
    const look = async () => {
      for (const who of [jane, marta]) pages.push(`${who} ${JSON.stringify(await pageOf(loop, who))}`)
    }
    await look()
    await offer(loop, jane, [wednesday, good('2027-03-05T07:17:00Z', '2027-03-05T09:17:00Z')])
    await look()
    await offer(loop, marta, [wednesday, good('2027-03-09T12:43:00Z', '2027-03-09T14:43:00Z')])
    await look()
    await approve(loop, marta)
    await look()
    const mails = (await loop.mails()).map((m) => `${m.toLine} ${m.source} ${m.text} ${m.html} ${m.ics ?? ''}`)
    const seenBy = (who: string) => [...pages, ...mails].filter((text) => text.split(' ', 4).join(' ').includes(who))
    expect(seenBy(jane).length).toBeGreaterThan(5)
    expect(seenBy(marta).length).toBeGreaterThan(5)
    for (const text of seenBy(jane)) expect(text).not.toMatch(/marta\.lindqvist@|2027-03-09T12:43|13:43|12:43/)
    for (const text of seenBy(marta)) expect(text).not.toMatch(/jane\.whitfield@|2027-03-05T07:17|08:17|07:17/)
  })
})

describe('availability', () => {
  it('can be replaced until a time is settled: the second answer counts, and the times found from the first are gone', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await offer(loop, jane, [wednesday, thursday])
    await offer(loop, marta, [wednesday])
    const firstOffer = await offeredTo(loop, marta)
    expect(firstOffer.every((t) => t.startsAt < thursday.startsAt)).toBe(true)
    await offer(loop, marta, [thursday])
    const secondOffer = await offeredTo(loop, marta)
    expect(secondOffer.every((t) => t.startsAt >= thursday.startsAt && t.endsAt <= thursday.endsAt)).toBe(true)
    const [old] = firstOffer
    expect(
      await submitApproval(loop.deps, { secret: await loop.secretOf(marta), proposalId: old?.id ?? '' }),
    ).toMatchObject({ kind: 'tooLate' })
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it('cannot be replaced once the interview is booked: the page shows the interview and nothing changes', async () => {
    const loop = await openLoop()
    await bookJane(loop)
    const before = await loop.tables((tx) => tx.find('windows', {}))
    expect(await offer(loop, jane, [thursday])).toEqual({ kind: 'tooLate' })
    expect(await loop.tables((tx) => tx.find('windows', {}))).toEqual(before)
    expect((await pageOf(loop, jane)).page).toBe('manage')
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('cannot be replaced either while everybody agreed and only the joining details are missing', async () => {
    const loop = await openLoop()
    await openJane(loop)
    await loop.settle(21_000)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
    expect((await requestOf(loop)).state).toBe('agreed')
    expect(await offer(loop, jane, [thursday])).toEqual({ kind: 'tooLate' })
  })

  it('sent twice at the same moment counts once: one answer, one search, one approval mail', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await offer(loop, jane, [wednesday])
    const secret = await loop.secretOf(marta)
    const outcomes = await Promise.all([
      offer(loop, marta, [wednesday], secret),
      offer(loop, marta, [wednesday], secret),
    ])
    expect(outcomes[0]).toEqual({ kind: 'done' })
    expect(await loop.tables((tx) => tx.count('windows', { startsAt: wednesday.startsAt }))).toBe(2)
    const offered = await loop.tables((tx) => tx.count('proposals', { state: 'offered' }))
    expect(offered).toBe((await offeredTo(loop, marta)).length)
  })

  it.each([
    ['ends before it starts', [good('2027-03-03T12:00:00Z', '2027-03-03T09:00:00Z')], 'windows'],
    ['has no length', [good('2027-03-03T12:00:00Z', '2027-03-03T12:00:00Z')], 'windows'],
    ['has passed', [good('2027-02-03T09:00:00Z', '2027-02-03T12:00:00Z')], 'windows'],
    [
      'is shorter than the 60 minutes of the interview',
      [good('2027-03-03T09:00:00Z', '2027-03-03T09:59:00Z')],
      'windows',
    ],
    ['is not a time', [good('2027-03-03T09:00:00Z', 'nonsense')], 'windows'],
    ['is missing', [], 'windows'],
  ])('that %s is refused at its field, and what was sent before stays', async (_what, windows, field) => {
    const loop = await openLoop()
    await askJane(loop)
    await offer(loop, jane, [thursday])
    const before = await loop.tables((tx) => tx.find('windows', {}))
    const refused = await offer(loop, jane, windows).catch((error: unknown) => error)
    expect(isParleyError(refused, 'badInput') && refused.field).toBe(field)
    expect(await loop.tables((tx) => tx.find('windows', {}))).toEqual(before)
  })

  it('of 10,000 windows is refused with one sentence, and of 2,000 accepted', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const startsAt = new Date(wednesday.startsAt.getTime() + i * 7_200_000)
        return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), level: 'good' as const }
      })
    const refused = await offer(loop, jane, many(10_000)).catch((error: unknown) => error)
    expect(isParleyError(refused, 'badInput')).toBe(true)
    expect(await offer(loop, jane, many(2_000))).toEqual({ kind: 'done' })
  })

  it('saved as a draft of one week answers nothing yet: nobody is told, the other week is kept', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const secret = await loop.secretOf(jane)
    const base = { secret, zone: 'Europe/London', locale: 'en-GB', note: null }
    const week = (from: string) => ({
      startsAt: new Date(from),
      endsAt: new Date(new Date(from).getTime() + 7 * dayMs),
    })
    await submitAvailability(loop.deps, {
      ...base,
      windows: [wednesday],
      range: week('2027-03-01T00:00:00Z'),
      isFinal: false,
    })
    const later = good('2027-03-10T09:00:00Z', '2027-03-10T12:00:00Z')
    const count = (await loop.mails()).length
    await submitAvailability(loop.deps, {
      ...base,
      windows: [later],
      range: week('2027-03-08T00:00:00Z'),
      isFinal: false,
    })
    await loop.settle()
    expect((await loop.mails()).length).toBe(count)
    expect((await loop.tables((tx) => tx.find('parties', { where: { role: 'candidate' } })))[0]?.answer).toBe('asked')
    const page = await pageOf(loop, jane)
    expect(page.page === 'availability' && page.windows.map((w) => w.startsAt.toISOString())).toEqual([
      wednesday.startsAt.toISOString(),
      later.startsAt.toISOString(),
    ])
  })
})

describe('times the recruiter enters for somebody', () => {
  it('go in after a press on what was understood; the card says who entered them and the party gets a copy with a link', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.say('Marta can do Wed 10-12', thread)
    const readBack = await loop.lastMessage(thread)
    expect(await loop.tables((tx) => tx.count('windows'))).toBe(0)
    expect(await loop.press(thread, readBack, 'Enter for Marta Lindqvist')).toEqual({ kind: 'ok' })
    const [window] = await loop.tables((tx) => tx.find('windows', {}))
    // "10-12" is said in the recruiter's zone: Berlin, one hour ahead of UTC.
    expect(window).toMatchObject({ source: 'recruiter', startsAt: new Date('2027-03-03T09:00:00Z') })
    expect(textOf(await loop.card(thread))).toContain('entered by you')
    const copy = (await loop.mails(marta)).at(-1)
    expect(copy?.text).toContain('10:00')
    expect(copy?.text).toContain('http://guest.test/l/')
    await offer(loop, marta, [thursday])
    expect((await loop.tables((tx) => tx.find('windows', {}))).map((w) => w.source)).toEqual(['party'])
  })

  it('can be entered in the card; words that are no times are refused at their field', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const refused = await loop.press(thread, await loop.card(thread), 'Enter times for Marta', {
      times: 'sometime soon maybe',
    })
    expect(refused).toMatchObject({ kind: 'invalid', errors: [{ field: 'times' }] })
    expect(await loop.press(thread, await loop.card(thread), 'Enter times for Marta', { times: 'Wed 2-4 pm' })).toEqual(
      { kind: 'ok' },
    )
    expect(await loop.tables((tx) => tx.count('windows', { source: 'recruiter' }))).toBe(1)
  })
})

describe('when nothing fits', () => {
  it('the thread says whose times exclude what, and nobody is written to until a button is pressed', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    expect((await requestOf(loop)).state).toBe('noOverlap')
    const told = (await loop.messagesIn(thread)).map((m) => m.text).join('\n')
    expect(told).toContain('Jane Whitfield offered only Wed 3 Mar, and Marta Lindqvist offered Thu 4 Mar.')
    const count = (await loop.mails()).length
    await loop.settle(3_600_000)
    expect((await loop.mails()).length).toBe(count)
  })

  it('asking one side again keeps what it offered on its page, reveals nothing of the other, and its new answer is enough', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    expect(await loop.press(thread, await loop.card(thread), 'Ask Marta Lindqvist for other times')).toEqual({
      kind: 'ok',
    })
    const asked = (await loop.mails(marta)).at(-1)
    expect(asked?.text).not.toMatch(/Wednesday|Wed 3|3 March/)
    const page = await pageOf(loop, marta)
    expect(page).toMatchObject({ page: 'availability', isAskedAgain: true })
    expect(page.page === 'availability' && page.windows).toHaveLength(1)
    await offer(loop, marta, [thursday, wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
  })
})

describe('a link', () => {
  it('of one party cannot approve, choose or see for another: the candidate cannot approve in the place of the client', async () => {
    const loop = await openLoop()
    await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    const [time] = await offeredTo(loop, marta)
    const candidateSecret = await loop.secretOf(jane)
    expect(await submitApproval(loop.deps, { secret: candidateSecret, proposalId: time?.id ?? '' })).toEqual({
      kind: 'tooLate',
    })
    expect((await requestOf(loop)).state).toBe('approving')
    expect((await readGuestPage(loop.deps, candidateSecret)).page).not.toBe('approval')
    expect(await loop.tables((tx) => tx.count('approvals'))).toBe(0)
  })

  it("of another request cannot touch this one's proposals", async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    const [time] = await offeredTo(loop, marta)
    await loop.say('schedule Beatriz with Marta for the Backend role', thread)
    await loop.settle(30_000)
    const otherSecret = await loop.secretOf(marta)
    expect(await submitApproval(loop.deps, { secret: otherSecret, proposalId: time?.id ?? '' })).toEqual({
      kind: 'tooLate',
    })
    expect((await requestOf(loop)).state).toBe('approving')
  })

  it.each(['', 'x', '../../etc', 'A'.repeat(43), `${'A'.repeat(42)}é`])(
    'that nobody was given (%j) is answered like a revoked one and does nothing',
    async (secret) => {
      const loop = await openLoop()
      await askJane(loop)
      expect(await readGuestPage(loop.deps, secret)).toEqual({ page: 'unknown' })
      expect(await submitDecline(loop.deps, { secret, reason: '' })).toEqual({ kind: 'unknown' })
      expect(await submitMove(loop.deps, { secret, reason: '' })).toEqual({ kind: 'unknown' })
      expect(await submitCancel(loop.deps, { secret, reason: '' })).toEqual({ kind: 'unknown' })
      expect(await offer(loop, jane, [wednesday], secret)).toEqual({ kind: 'unknown' })
    },
  )

  it('lives 14 days to the millisecond; expired it shows no name but the recruiter, and accepts nothing', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const secret = await loop.secretOf(jane)
    const [link] = await loop.tables((tx) => tx.find('links', { orderBy: [['createdAt', 'asc']] }))
    if (!link) throw new Error('a link')
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(linkLifeDays * dayMs)
    loop.clock.moveBy(link.expiresAt.getTime() - loop.clock.now().getTime() - 1)
    expect((await readGuestPage(loop.deps, secret)).page).toBe('availability')
    loop.clock.moveBy(1)
    const page = await readGuestPage(loop.deps, secret)
    expect(page.page).toBe('expired')
    expect(JSON.stringify(page)).not.toMatch(/Jane|Marta|Backend|Acme/)
    expect(await offer(loop, jane, [good('2027-03-18T09:00:00Z', '2027-03-18T12:00:00Z')], secret)).toEqual({
      kind: 'expired',
    })
  })

  it('that expired is renewed by mail to its owner only, at most once an hour however often it is asked for', async () => {
    const loop = await openLoop()
    await askJane(loop)
    const secret = await loop.secretOf(jane)
    await loop.settle(15 * dayMs)
    const before = (await loop.mails()).length
    for (let i = 0; i < 5; i++) await renewLink(loop.deps, secret)
    await loop.settle()
    const renewed = (await loop.mails()).slice(before)
    expect(renewed.map((m) => m.toLine)).toEqual([expect.stringContaining(jane)])
    expect(await loop.secretOf(jane)).not.toBe(secret)
    expect((await pageOf(loop, jane)).page).toBe('availability')
  })

  it('that still lives is not renewed, nor one of a closed request', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const secret = await loop.secretOf(jane)
    await renewLink(loop.deps, secret)
    await loop.press(thread, await loop.card(thread), 'Cancel the request')
    const before = (await loop.mails()).length
    await loop.settle(15 * dayMs)
    await renewLink(loop.deps, secret)
    await loop.settle()
    expect((await loop.mails()).length).toBe(before)
    expect(labelsOf(await loop.card(thread))).toEqual([])
  })
})
