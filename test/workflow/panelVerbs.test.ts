import { describe, expect, it } from 'vitest'
import type { ThreadId } from '../../src/domain/ids.ts'
import { passTime } from '../../src/workflow/passTime.ts'
import { labelsOf, liveInterviewsOf, offer, requestOf, textOf, wednesday } from './janeAtAcme.ts'
import { giveCalendar, memberCalled, nadia, openNadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'

const quiet = { startsAt: new Date('2027-03-08T09:00:00Z'), endsAt: new Date('2027-03-08T10:00:00Z') }

/** Nadia with Priya and Tom, booked for Wednesday; Sofia is on the job and free or busy then. */
async function openBooked(busySofia = quiet) {
  const loop = await openLoop()
  const thread = await loop.setUp()
  for (const name of ['Priya Raman', 'Tom Becker']) await giveCalendar(loop, name, [quiet])
  await giveCalendar(loop, 'Sofia Almeida', [busySofia])
  await openNadia(loop, thread, 'Priya and Tom')
  await offer(loop, nadia, [wednesday])
  const priya = await memberCalled(loop, 'Priya Raman')
  const priyaThread = priya.thread as ThreadId
  await loop.press(priyaThread, await loop.card(priyaThread), 'Approve', {}, priya.id)
  await loop.settle(30_000)
  expect((await requestOf(loop)).state).toBe('confirmed')
  return { loop, thread, priya }
}

async function pressOwn(loop: Loop, name: string, label: string, fields = {}) {
  const { id, thread } = await memberCalled(loop, name)
  if (!thread) throw new Error(`a conversation with ${name}`)
  const rows = await loop.messagesIn(thread)
  const found = rows.filter(({ message }) => JSON.stringify(message ?? '').includes(`"label":"${label}"`)).at(-1)
  return loop.press(thread, found?.message as never, label, fields, id)
}

describe('what a member of the panel can say on the card', () => {
  it('takes a yes once: the card says it, and the next move asks anew', async () => {
    const { loop } = await openBooked()
    expect(await pressOwn(loop, 'Tom Becker', 'I will be there')).toEqual({ kind: 'ok' })
    const tom = await memberCalled(loop, 'Tom Becker')
    const card = await loop.card(tom.thread as ThreadId)
    expect(textOf(card)).toContain('You said yes.')
    expect(labelsOf(card)).toEqual(['I cannot come'])
  })

  it('asks the free colleague on the job when somebody cannot come; her yes changes seat, invitations and ATS', async () => {
    const { loop, thread } = await openBooked()
    expect(await pressOwn(loop, 'Tom Becker', 'I cannot come', { reason: 'On leave' })).toEqual({ kind: 'ok' })
    expect(textOf(await loop.lastMessage(thread))).toContain('I have asked Sofia Almeida to take the seat')
    expect(textOf(await loop.lastMessage(thread))).toContain('"On leave"')
    expect(await pressOwn(loop, 'Sofia Almeida', 'I take it')).toEqual({ kind: 'ok' })
    await loop.settle(30_000)
    const [interview] = await liveInterviewsOf(loop)
    const parties = await loop.tables((tx) => tx.find('parties'))
    const names = interview!.partyIds.map((id) => parties.find((p) => p.id === id)!.name)
    expect(names.sort()).toEqual(['Nadia Petrova', 'Priya Raman', 'Sofia Almeida'])
    expect((await loop.mails('tom.becker')).at(-1)!.ics).toContain('METHOD:CANCEL')
    expect((await loop.mails('sofia.almeida')).at(-1)!.ics).toContain('METHOD:REQUEST')
    expect(textOf(await loop.lastMessage(thread))).toContain('Sofia Almeida takes the seat of Tom Becker')
    const holds = await loop.tables((tx) => tx.find('holds', { where: { state: 'confirmed' } }))
    expect(holds).toHaveLength(interview!.partyIds.length)
  })

  it('asks nobody twice when "I cannot come" is pressed twice', async () => {
    const { loop, thread } = await openBooked()
    for (const reason of ['On leave', 'Still on leave'])
      expect(await pressOwn(loop, 'Tom Becker', 'I cannot come', { reason })).toEqual({ kind: 'ok' })
    expect(textOf(await loop.lastMessage(thread))).toContain('Sofia Almeida has been asked already')
    const sofia = await memberCalled(loop, 'Sofia Almeida')
    const asked = (await loop.messagesIn(sofia.thread as ThreadId)).filter(({ text }) =>
      text.includes('take that seat'),
    )
    expect(asked).toHaveLength(1)
  })

  it('does not ask a colleague who is busy then, and says that nobody else could', async () => {
    const { loop, thread } = await openBooked({ startsAt: wednesday.startsAt, endsAt: wednesday.endsAt })
    await pressOwn(loop, 'Tom Becker', 'I cannot come')
    expect(textOf(await loop.lastMessage(thread))).toContain('I found nobody else on the job who could')
    expect(labelsOf(await loop.lastMessage(thread))).toEqual(['Find another time', 'Cancel the interview'])
    expect(await liveInterviewsOf(loop)).toHaveLength(1)
  })

  it('answers a yes that comes after the interview was moved politely, and changes nothing', async () => {
    const { loop, thread } = await openBooked()
    await pressOwn(loop, 'Tom Becker', 'I cannot come')
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'The role is closed' })
    await loop.settle(30_000)
    expect(await pressOwn(loop, 'Sofia Almeida', 'I take it')).toMatchObject({ kind: 'refused' })
    expect(await loop.tables((tx) => tx.count('parties', { name: 'Sofia Almeida' }))).toBe(0)
  })

  it('offers "running late" with the briefing before the interview, and mails the candidate, three times at most, and tells the recruiter whom', async () => {
    const { loop, thread } = await openBooked()
    const [interview] = await liveInterviewsOf(loop)
    await loop.settle(interview!.startsAt.getTime() - loop.clock.now().getTime() - 40 * 60_000)
    for (let minute = 0; minute < 15; minute += 1) {
      await passTime(loop.deps, loop.tenantId)
      await loop.settle(60_000)
    }
    expect(await pressOwn(loop, 'Tom Becker', 'I am running late', { minutes: '15', reason: 'Train' })).toEqual({
      kind: 'ok',
    })
    const told = textOf(await loop.lastMessage(thread))
    expect(told).toContain('Tom Becker is running about 15 minutes late')
    expect(told).toContain('I have written to Nadia Petrova.')
    expect(told).toContain('Or call Nadia Petrova: ')
    const tom = await memberCalled(loop, 'Tom Becker')
    const said = textOf(await loop.lastMessage(tom.thread as ThreadId))
    expect(said).toBe('I have told Rosa Alder and Nadia Petrova and your colleagues.')
    const lateMails = async () => (await loop.mails(nadia)).filter(({ subject }) => subject.startsWith('Starts later'))
    const [mail, ...others] = await lateMails()
    expect(others).toEqual([])
    expect(mail!.subject).toContain('15 minutes')
    expect(mail!.text).toContain('Tom Becker is on the way and running about 15 minutes late.')
    // What he adds is for colleagues.
    expect(mail!.text).not.toContain('Train')

    for (const minutes of ['20', '30', '45']) await pressOwn(loop, 'Tom Becker', 'I am running late', { minutes })
    expect((await lateMails()).map(({ subject }) => /\d+ minutes/.exec(subject)?.[0])).toEqual([
      '15 minutes',
      '20 minutes',
      '30 minutes',
    ])
    expect(textOf(await loop.lastMessage(thread))).toContain('Nadia Petrova had three mails about delays')
    expect(textOf(await loop.lastMessage(thread))).toContain('Tell Nadia Petrova: ')
  })

  it('passes the decision on to a colleague by name, who is then the one to approve', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    for (const name of ['Priya Raman', 'Sofia Almeida']) await giveCalendar(loop, name, [quiet])
    await openNadia(loop, thread)
    await offer(loop, nadia, [wednesday])
    expect(await pressOwn(loop, 'Priya Raman', 'Somebody else decides', { name: 'Zaphod' })).toMatchObject({
      kind: 'invalid',
    })
    expect(await pressOwn(loop, 'Priya Raman', 'Somebody else decides', { name: 'sofia almeida' })).toEqual({
      kind: 'ok',
    })
    await loop.settle(30_000)
    expect(textOf(await loop.lastMessage(thread))).toContain('on to Sofia Almeida')
    expect((await requestOf(loop)).state).toBe('approving')
    const sofia = await memberCalled(loop, 'Sofia Almeida')
    const card = await loop.card(sofia.thread as ThreadId)
    expect(labelsOf(card).filter((label) => label.startsWith('Approve Wed'))).not.toEqual([])
    expect(await loop.press(sofia.thread as ThreadId, card, 'Approve Wed', {}, sofia.id)).toEqual({ kind: 'ok' })
    expect((await requestOf(loop)).state).toBe('confirmed')
  })
})
