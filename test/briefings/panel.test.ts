import { describe, expect, it } from 'vitest'
import { messageSchema } from '../../src/bot/message.ts'
import { sendBriefings } from '../../src/briefings/send.ts'
import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import {
  approve,
  askJane,
  at,
  bookJane,
  good,
  jane,
  marta,
  offer,
  requestOf,
  textOf,
  wednesday,
} from '../workflow/janeAtAcme.ts'
import { type Loop, openLoop } from '../workflow/openLoop.ts'

const nadia = 'nadia.petrova'

async function moveTo(loop: Loop, iso: string): Promise<void> {
  await loop.settle(at(iso).getTime() - loop.clock.now().getTime())
}

async function passMinute(loop: Loop) {
  const round = await sendBriefings(loop.deps, loop.tenantId)
  await loop.settle()
  return round
}

async function briefingsOf(loop: Loop, memberId: MemberId): Promise<string[]> {
  return loop.tables(async (tx) => {
    const [thread] = await tx.find('threads', { where: { externalId: `briefings:${memberId}` } })
    const rows = thread ? await tx.find('threadMessages', { where: { threadId: thread.id } }) : []
    return rows.map((row) => messageSchema.parse(row.message).fallbackText)
  })
}

/** Nadia's in-house interview with Priya, up to the offered times; Priya is a member with a thread of her own. */
async function offerNadia(loop: Loop) {
  const thread = await loop.setUp()
  await loop.say('schedule Nadia with Priya for the Recruitment Consultant role', thread)
  await loop.press(thread, await loop.card(thread), 'How do they join?', {
    kind: 'onsite',
    details: 'Alder & Finch, 3 Mill Lane, London',
    keep: 'job',
  })
  await loop.settle(30_000)
  const priya = await loop.tables(async (tx) => {
    const [member] = await tx.find('members', { where: { name: 'Priya Raman' } })
    if (!member) throw new Error('Priya')
    const [own] = await tx.find('threads', { where: { memberId: member.id } })
    return { id: member.id, thread: own?.id as ThreadId }
  })
  return { thread, priya }
}

async function bookNadia(loop: Loop) {
  const { thread, priya } = await offerNadia(loop)
  await loop.press(thread, await loop.card(thread), "Go on without Priya Raman's times")
  await offer(loop, nadia, [wednesday])
  await loop.press(priya.thread, await loop.card(priya.thread), 'Approve', {}, priya.id)
  return { thread, priya }
}

describe('the briefings of a hiring manager', () => {
  it('do not come daily until she says so, then name the times that wait for her, with a link into her own conversation', async () => {
    const loop = await openLoop()
    const { priya } = await offerNadia(loop)
    await passMinute(loop)
    expect((await loop.tables((tx) => tx.get('members', priya.id)))?.nextBriefingAt).toBeNull()
    await loop.say('briefing at 8:15', priya.thread, priya.id)
    await loop.say('briefing now', priya.thread, priya.id)
    expect(textOf(await loop.lastMessage(priya.thread))).toContain(
      `Nadia Petrova · Recruitment Consultant: say when you can - /threads/${priya.thread}`,
    )
    const next = (await loop.tables((tx) => tx.get('members', priya.id)))?.nextBriefingAt
    if (!next) throw new Error('a planned briefing')
    await moveTo(loop, next.toISOString())
    expect((await passMinute(loop)).owedTo).toContain(priya.id)
    expect(await briefingsOf(loop, priya.id)).toHaveLength(1)
  })

  it('name an approval that waits for her, and not for the recruiter', async () => {
    const loop = await openLoop()
    const { thread, priya } = await offerNadia(loop)
    await loop.press(thread, await loop.card(thread), "Go on without Priya Raman's times")
    await offer(loop, nadia, [wednesday])
    await loop.say('briefing now', priya.thread, priya.id)
    expect(textOf(await loop.lastMessage(priya.thread))).toContain('approve one of 3 offered times')
    await loop.say('briefing now', thread)
    expect(textOf(await loop.lastMessage(thread))).not.toContain('approve')
  })

  it('come 30 minutes before an interview she takes part in, signed by the recruiter; the recruiter who does not attend gets none', async () => {
    const loop = await openLoop()
    const { priya } = await bookNadia(loop)
    const [interview] = await loop.tables((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
    if (!interview) throw new Error('an interview')
    await moveTo(loop, new Date(interview.startsAt.getTime() - 31 * 60_000).toISOString())
    expect(await briefingsOf(loop, priya.id)).toHaveLength(0)
    await loop.settle(60_000)
    const [briefing] = await briefingsOf(loop, priya.id)
    expect(briefing).toContain('Alder & Finch, 3 Mill Lane, London')
    expect(briefing).toContain('Nadia Petrova (candidate)')
    expect(await briefingsOf(loop, loop.memberId)).toHaveLength(0)
    const mail = (await loop.mails('priya.raman')).at(-1)
    expect(mail?.subject).toMatch(/^Soon, .*: Nadia Petrova, Recruitment Consultant$/)
    expect(mail?.text).toContain('Rosa Alder')
    expect(await loop.mails(nadia)).not.toContainEqual(expect.objectContaining({ subject: mail?.subject }))
  })

  it('are not for what is none of hers: she sees nothing of a colleague’s interview of the same day', async () => {
    const loop = await openLoop()
    const { priya } = await bookNadia(loop)
    await loop.tables(async (tx) => {
      const [party] = await tx.find('parties', { where: { memberId: priya.id } })
      if (party) await tx.update('parties', party.id, { memberId: null })
    })
    await moveTo(loop, '2027-03-03T07:00:00Z')
    await loop.say('briefing now', priya.thread, priya.id)
    expect(textOf(await loop.lastMessage(priya.thread))).toBe('No interviews today, and nothing waits for you.')
  })

  it('change what holds for everybody only by a recruiter', async () => {
    const loop = await openLoop()
    const { priya } = await offerNadia(loop)
    await loop.say('no briefings before interviews', priya.thread, priya.id)
    expect(textOf(await loop.lastMessage(priya.thread))).toContain('only a recruiter changes them')
    expect((await loop.tables((tx) => tx.get('settings', loop.tenantId)))?.data.meetingBriefingMinutes).toBe(30)
  })
})

describe('a briefing and what changes meanwhile', () => {
  it('follows the interview that moved: none at the old time, one 30 minutes before the new one', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop, ', I will join')
    await loop.press(thread, await loop.card(thread), 'Find another time', { reason: 'Acme is travelling' })
    await loop.settle(30_000)
    const thursday = good('2027-03-04T13:00:00Z', '2027-03-04T16:00:00Z')
    await offer(loop, jane, [thursday])
    await offer(loop, marta, [thursday])
    await approve(loop, marta)
    const [interview] = await loop.tables((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
    expect(interview?.startsAt.toISOString()).toMatch(/^2027-03-04/)
    await moveTo(loop, '2027-03-03T12:00:00Z')
    expect(await briefingsOf(loop, loop.memberId)).toHaveLength(0)
    await moveTo(loop, '2027-03-04T18:00:00Z')
    const briefings = await briefingsOf(loop, loop.memberId)
    expect(briefings).toHaveLength(1)
    expect(briefings[0]).toContain('Jane Whitfield at 14:00')
  })

  it('does not come when Parley was away at its moment and came back 16 minutes later', async () => {
    const loop = await openLoop()
    await bookJane(loop, ', I will join')
    await moveTo(loop, '2027-03-03T08:29:00Z')
    loop.clock.moveBy(17 * 60_000)
    await loop.settle()
    expect(await briefingsOf(loop, loop.memberId)).toEqual([])
    const effects = await loop.tables((tx) => tx.find('effects', { where: { kind: 'briefing' } }))
    expect(effects.map((effect) => effect.state)).toEqual(['withdrawn', 'withdrawn'])
  })

  it('names 2 interviews of one person that leave no break, and a reserved time that overlaps', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const [interview] = await loop.tables((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
    const request = await requestOf(loop)
    if (!interview) throw new Error('an interview')
    const other = loop.ids.next('request')
    await loop.tables(async (tx) => {
      const { tenantId: _, ...copy } = request
      await tx.insert('requests', { ...copy, id: other, candidateName: 'Omar Haddad', state: 'approving' })
      const [party] = await tx.find('parties', { where: { requestId: request.id, role: 'client' } })
      if (!party) throw new Error('the client')
      // A recruiter's own calendar work bypasses nothing here: the firm hold is freed so that another can stand in its place.
      for (const hold of await tx.find('holds', { where: { requestId: request.id } }))
        await tx.update('holds', hold.id, { state: 'released' })
      await tx.takeHolds([
        {
          id: loop.ids.next('hold'),
          personKey: party.personKey,
          requestId: other,
          sessionId: interview.sessionId,
          startsAt: interview.endsAt,
          endsAt: new Date(interview.endsAt.getTime() + 75 * 60_000),
          state: 'held',
        },
      ])
    })
    await moveTo(loop, '2027-03-03T07:00:00Z')
    await loop.say('briefing now', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain(
      'Marta Lindqvist has no break between Jane Whitfield 10:00 – 11:00 and Omar Haddad 11:00 – 12:00 (reserved, not confirmed); 15 min are usual.',
    )
  })

  it('names a failed step and a link that expires within 24 hours', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.tables(async (tx) => {
      const [party] = await tx.find('parties', { where: { role: 'candidate' } })
      const [mail] = await tx.find('effects', { where: { kind: 'mail' } })
      if (!party || !mail) throw new Error('a party and a mail')
      const soon = new Date(loop.clock.now().getTime() + 23 * 3_600_000)
      await tx.update('parties', party.id, { linkExpiresAt: soon })
      const lastError = { at: '', code: 'refused', sentence: 'The mail server refused the address.' }
      await tx.update('effects', mail.id, { state: 'dead', lastError })
    })
    await loop.say('briefing now', thread)
    const text = textOf(await loop.lastMessage(thread))
    expect(text).toContain('2 things wait for you')
    expect(text).toContain('a step failed. The mail server refused the address.')
    expect(text).toContain('the link of Jane Whitfield expires')
  })
})
