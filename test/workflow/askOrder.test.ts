import { describe, expect, it } from 'vitest'
import { submitApproval } from '../../src/workflow/guestActions.ts'
import {
  approve,
  askJane,
  good,
  invitationsTo,
  jane,
  jonas,
  labelsOf,
  liveInterviewsOf,
  marta,
  offer,
  offeredTo,
  pageOf,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

describe('who is asked first', () => {
  it('both: each side gets one mail and one page at the same moment', async () => {
    const loop = await openLoop()
    await askJane(loop)
    expect((await loop.mails()).length).toBe(2)
    expect((await pageOf(loop, jane)).page).toBe('availability')
    expect((await pageOf(loop, marta)).page).toBe('availability')
  })

  it('candidate first: the client hears nothing until the candidate has answered, then approves one of the 3 offered times', async () => {
    const loop = await openLoop()
    await askJane(loop, ', candidate first')
    expect((await loop.mails()).map((m) => m.toLine)).toEqual([expect.stringContaining(jane)])
    await offer(loop, jane, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
    const page = await pageOf(loop, marta)
    expect(page).toMatchObject({ page: 'approval', proposals: { length: 3 } })
    await approve(loop, marta)
    expect((await requestOf(loop)).state).toBe('confirmed')
  })

  it('client first: the candidate hears nothing until the client has answered, chooses, and it is booked without another question', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop, ', client first')
    expect((await loop.mails()).map((m) => m.toLine)).toEqual([expect.stringContaining(marta)])
    await offer(loop, marta, [wednesday])
    expect((await requestOf(loop)).state).toBe('choosing')
    const times = await offeredTo(loop, jane)
    const chosen = times[1]
    if (!chosen) throw new Error('several times to choose from')
    expect(await submitApproval(loop.deps, { secret: await loop.secretOf(jane), proposalId: chosen.id })).toEqual({
      kind: 'done',
    })
    await loop.settle()
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect((await liveInterviewsOf(loop))[0]?.startsAt).toEqual(chosen.startsAt)
    expect(textOf(await loop.card(thread))).toContain('Jane Whitfield chooses')
    expect(await invitationsTo(loop, marta)).toHaveLength(1)
  })

  it('client first: the candidate may suggest other times instead of choosing, and the client then approves', async () => {
    const loop = await openLoop()
    await askJane(loop, ', client first')
    await offer(loop, marta, [wednesday])
    await offer(loop, jane, [good('2027-03-03T10:00:00Z', '2027-03-03T11:30:00Z')])
    expect((await requestOf(loop)).state).toBe('approving')
    for (const time of await offeredTo(loop, marta))
      expect(time.startsAt.toISOString() >= '2027-03-03T10:00' && time.endsAt.toISOString() <= '2027-03-03T11:31').toBe(
        true,
      )
  })
})

describe('several contacts of a client', () => {
  it('are a question with a button for each of the 2, "all" and "any", and nothing is opened before the answer', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Jane with Acme for the Backend role', thread)
    expect(labelsOf(await loop.lastMessage(thread))).toEqual([
      'Marta Lindqvist',
      'Jonas Weber',
      'All of them together',
      'Any one of them',
    ])
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
    expect(await loop.mails()).toEqual([])
  })

  it('are no question when the sentence names one', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Jane with Jonas for the Backend role', thread)
    const parties = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
    expect(parties.map((p) => p.name)).toEqual(['Jonas Weber'])
  })

  it('all: nothing is booked after one of 2 approvals, everything after the second, and both get their own invitation', async () => {
    const loop = await openLoop()
    await askJane(loop, '', 'All of them together')
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    expect((await requestOf(loop)).state).toBe('collecting')
    await offer(loop, jonas, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
    await approve(loop, marta, 1)
    expect((await requestOf(loop)).state).toBe('approving')
    expect(await liveInterviewsOf(loop)).toEqual([])
    expect((await pageOf(loop, marta)).page).toBe('waiting')
    const left = await offeredTo(loop, jonas)
    expect(left).toHaveLength(1)
    expect(await pageOf(loop, jonas)).toMatchObject({ isOneOfSeveral: true })
    await approve(loop, jonas)
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect((await liveInterviewsOf(loop))[0]?.partyIds).toHaveLength(3)
    const [toMarta] = await invitationsTo(loop, marta)
    const [toJonas] = await invitationsTo(loop, jonas)
    expect(toMarta?.attendees).toEqual(['marta.lindqvist@acme.example'])
    expect(toJonas?.attendees).toEqual(['jonas.weber@acme.example'])
    expect(toMarta?.uid).not.toBe(toJonas?.uid)
  })

  it('all: while one approval of 2 is missing the time is held, so that another request cannot take it', async () => {
    const loop = await openLoop()
    await askJane(loop, '', 'All of them together')
    for (const who of [jane, marta, jonas]) await offer(loop, who, [wednesday])
    await approve(loop, marta)
    const holds = await loop.tables((tx) => tx.find('holds', { where: { state: 'held' } }))
    expect(holds.map((h) => h.personKey).sort()).toEqual([
      'mailto:jane.whitfield@mail.example',
      'mailto:jonas.weber@acme.example',
      'mailto:marta.lindqvist@acme.example',
    ])
  })

  it('any: the answer of one of 2 is enough to go on, and only that one is invited', async () => {
    const loop = await openLoop()
    await askJane(loop, '', 'Any one of them')
    await offer(loop, jane, [wednesday])
    await offer(loop, jonas, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
    await approve(loop, jonas)
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect(await invitationsTo(loop, jonas)).toHaveLength(1)
    expect(await invitationsTo(loop, marta)).toHaveLength(0)
    expect(await loop.tables((tx) => tx.count('holds', { personKey: 'mailto:marta.lindqvist@acme.example' }))).toBe(0)
  })
})
