import { describe, expect, it } from 'vitest'
import { submitApproval } from '../../src/workflow/guestActions.ts'
import { handleAction } from '../../src/workflow/handleAction.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { good, jane, liveInterviewsOf, marta, offer, openJane, requestOf, video, wednesday } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

/** Jane and Beatriz both want Marta on the same Wednesday morning; each request is offered the same times. */
async function openTwo(loop: Loop, morning = wednesday) {
  const thread = await openJane(loop)
  await loop.press(thread, await loop.card(thread), 'How do they join?', video)
  await loop.settle(30_000)
  const forJane = await loop.secretOf(marta)
  await loop.say('schedule Beatriz with Marta for the Backend role', thread)
  await loop.settle(30_000)
  const forBeatriz = await loop.secretOf(marta)
  for (const who of [jane, 'beatriz.sousa']) await offer(loop, who, [morning])
  for (const secret of [forJane, forBeatriz]) await offer(loop, marta, [morning], secret)
  return { thread, forJane, forBeatriz }
}

async function timesBehind(loop: Loop, secret: string) {
  const page = await readGuestPage(loop.deps, secret)
  return page.page === 'approval' ? [...page.proposals, ...page.more] : []
}

describe('two requests that want the same person at the same time', () => {
  it.each([0, 1])(
    'have exactly one winner when approved at the same moment (%i first); the other is offered only what is left',
    async (first) => {
      const loop = await openLoop()
      const { forJane, forBeatriz } = await openTwo(loop)
      const secrets = first === 0 ? [forJane, forBeatriz] : [forBeatriz, forJane]
      const chosen = await Promise.all(secrets.map(async (secret) => (await timesBehind(loop, secret))[0]))
      expect(chosen[0]?.startsAt).toEqual(chosen[1]?.startsAt)
      const outcomes = await Promise.all(
        secrets.map((secret, i) => submitApproval(loop.deps, { secret, proposalId: chosen[i]?.id ?? '' })),
      )
      await loop.settle()
      expect(outcomes.map((o) => o.kind)).toEqual(['done', 'taken'])
      const [won] = await liveInterviewsOf(loop)
      if (!won) throw new Error('one interview')
      expect(await liveInterviewsOf(loop)).toHaveLength(1)
      const left = await timesBehind(loop, secrets[1] ?? '')
      expect(left.length).toBeGreaterThan(0)
      for (const time of left)
        expect(
          time.endsAt.getTime() + 15 * 60_000 <= won.startsAt.getTime() ||
            time.startsAt.getTime() >= won.endsAt.getTime() + 15 * 60_000,
        ).toBe(true)
      expect(await submitApproval(loop.deps, { secret: secrets[1] ?? '', proposalId: left[0]?.id ?? '' })).toEqual({
        kind: 'done',
      })
      await loop.settle()
      expect(await liveInterviewsOf(loop)).toHaveLength(2)
    },
  )

  it('and only one fits: the loser is told in the thread whose time is gone, and asked what to do', async () => {
    const loop = await openLoop()
    const { thread, forJane, forBeatriz } = await openTwo(loop, good('2027-03-03T09:00:00Z', '2027-03-03T10:00:00Z'))
    const [a] = await timesBehind(loop, forJane)
    const [b] = await timesBehind(loop, forBeatriz)
    await submitApproval(loop.deps, { secret: forJane, proposalId: a?.id ?? '' })
    expect(await submitApproval(loop.deps, { secret: forBeatriz, proposalId: b?.id ?? '' })).toEqual({ kind: 'taken' })
    await loop.settle()
    expect((await requestOf(loop, 1)).state).toBe('noOverlap')
    expect((await requestOf(loop, 1)).stuckReasons.join(' ')).toContain('Marta Lindqvist')
    const last = await loop.messagesIn(thread)
    expect(last.some((m) => m.text.includes('No common time for Beatriz Sousa'))).toBe(true)
  })

  it('lose nothing when the recruiter presses for a time that has just gone: the card says so and offers the rest', async () => {
    const loop = await openLoop()
    const { thread, forJane } = await openTwo(loop)
    const cards = (await loop.messagesIn(thread)).filter((m) => m.requestId !== null)
    expect(cards).toHaveLength(2)
    const card = await loop.card(thread)
    const [first] = await timesBehind(loop, forJane)
    await submitApproval(loop.deps, { secret: forJane, proposalId: first?.id ?? '' })
    const field = card.actions.find((a) => a.label.includes('said yes by phone'))?.form?.[0]
    const proposal = field?.kind === 'choice' ? (field.options[0]?.value ?? '') : ''
    expect(await loop.press(thread, card, 'said yes by phone', { proposal })).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('gone to somebody else'),
    })
    expect((await requestOf(loop, 1)).state).toBe('approving')
  })
})

describe('one approval pressed twice at the same moment', () => {
  it('books once: one interview, 3 invitations, one stage move', async () => {
    const loop = await openLoop()
    const { forJane } = await openTwo(loop)
    const [time] = await timesBehind(loop, forJane)
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => submitApproval(loop.deps, { secret: forJane, proposalId: time?.id ?? '' })),
    )
    await loop.settle()
    expect(outcomes.map((o) => o.kind).sort()).toEqual(['done', 'tooLate', 'tooLate'])
    expect(await liveInterviewsOf(loop)).toHaveLength(1)
    expect((await loop.mails()).filter((m) => m.ics !== null)).toHaveLength(3)
    expect(await loop.tables((tx) => tx.count('effects', { kind: 'atsStage' }))).toBe(1)
  })
})

describe('a cancellation and a confirmation at the same moment', () => {
  it.each(['cancel first', 'confirm first'])(
    'end cancelled with every hold free and nobody left with a live invitation (%s)',
    async (order) => {
      const loop = await openLoop()
      const thread = await openJane(loop)
      await loop.press(thread, await loop.card(thread), 'How do they join?', video)
      await loop.settle(30_000)
      for (const who of [jane, marta]) await offer(loop, who, [wednesday])
      const secret = await loop.secretOf(marta)
      const [time] = await timesBehind(loop, secret)
      const card = await loop.card(thread)
      const steps = [
        () => loop.press(thread, card, 'Cancel the request', { reason: 'filled' }),
        () => submitApproval(loop.deps, { secret, proposalId: time?.id ?? '' }),
      ]
      await Promise.all((order === 'cancel first' ? steps : steps.reverse()).map((step) => step()))
      await loop.settle(60_000)
      expect((await requestOf(loop)).state).toBe('cancelled')
      expect(await liveInterviewsOf(loop)).toEqual([])
      expect(await loop.tables((tx) => tx.count('holds', { state: { in: ['held', 'confirmed'] } }))).toBe(0)
      const records = await loop.tables((tx) => tx.find('atsInterviews', {}))
      expect(records.every((r) => r.status === 'CANCELED')).toBe(true)
    },
  )
})

describe('one press delivered 3 times', () => {
  it('at the same moment is done once and answered like one each time', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const undo = (await loop.card(thread)).actions.find((action) => action.label === 'Undo')
    const press = {
      tenantId: loop.tenantId,
      memberId: loop.memberId,
      threadId: thread,
      actionId: undo?.id ?? '',
      fields: {},
      eventId: 'one press',
    }
    const outcomes = await Promise.all([1, 2, 3].map(() => handleAction(loop.deps, press)))
    expect(outcomes).toEqual([{ kind: 'ok' }, { kind: 'ok' }, { kind: 'ok' }])
    const undone = await loop.tables((tx) => tx.find('audit', { where: { action: 'undo' } }))
    expect(undone).toHaveLength(1)
    expect(loop.logged).toEqual([])
  })
})
