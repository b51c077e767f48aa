import { describe, expect, it } from 'vitest'
import type { ThreadId } from '../../src/domain/ids.ts'
import { submitApproval, submitAvailability } from '../../src/workflow/guestActions.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { type Loop, openLoop } from './openLoop.ts'

const at = (iso: string) => new Date(iso)
const window = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to), level: 'good' as const })

/** Opens the request of the demo sentence and lets the first mails go. */
async function openJane(loop: Loop): Promise<{ thread: ThreadId; client: string }> {
  const thread = await loop.setUp()
  await loop.say('schedule Jane with Acme for the Backend role', thread)
  const asked = await loop.lastMessage(thread)
  if (asked.parts.some((p) => p.kind === 'text' && p.text.includes('Who takes part'))) {
    const first = asked.actions[0]?.label ?? ''
    await loop.press(thread, asked, first)
  }
  await loop.settle(30_000)
  const parties = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
  return { thread, client: parties[0]?.email ?? '' }
}

async function offer(loop: Loop, email: string, windows: ReturnType<typeof window>[]) {
  const outcome = await submitAvailability(loop.deps, {
    secret: await loop.secretOf(email),
    windows,
    range: null,
    isFinal: true,
    zone: 'Europe/Berlin',
    locale: 'en-GB',
    note: null,
  })
  await loop.settle()
  return outcome
}

describe('the agency loop', () => {
  it('goes from one sentence to invitations, ATS interview, stage and log with no further action of the recruiter', async () => {
    const loop = await openLoop()
    const { thread, client } = await openJane(loop)
    expect((await loop.mails()).length).toBe(2)
    await loop.press(thread, await loop.card(thread), 'How do they join?', {
      kind: 'video',
      details: 'https://meet.acme.example/backend',
      keep: 'job',
    })

    expect(await offer(loop, 'jane', [window('2027-03-03T09:00:00Z', '2027-03-03T12:00:00Z')])).toEqual({
      kind: 'done',
    })
    expect(await offer(loop, client, [window('2027-03-03T10:00:00Z', '2027-03-03T16:00:00Z')])).toEqual({
      kind: 'done',
    })
    const secret = await loop.secretOf(client)
    const page = await readGuestPage(loop.deps, secret)
    if (page.page !== 'approval') throw new Error(`expected the approval page, got ${page.page}`)
    expect(page.proposals.length).toBeGreaterThan(0)
    const chosen = page.proposals[0]
    if (!chosen) throw new Error('a proposal')
    expect(chosen.startsAt >= at('2027-03-03T10:00:00Z') && chosen.endsAt <= at('2027-03-03T12:00:00Z')).toBe(true)

    expect(await submitApproval(loop.deps, { secret, proposalId: chosen.id })).toEqual({ kind: 'done' })
    await loop.settle()

    const invitations = (await loop.mails()).filter((m) => m.ics?.includes('METHOD:REQUEST'))
    expect(invitations).toHaveLength(3)
    const uids = new Set(invitations.map((m) => /UID:(\S+)/.exec(m.ics ?? '')?.[1]))
    expect(uids.size).toBe(3)
    const records = await loop.tables((tx) => tx.find('atsInterviews', { where: { status: 'SCHEDULED' } }))
    expect(records.map((r) => r.startAt.toISOString())).toContain(chosen.startsAt.toISOString())
    const [request] = await loop.tables((tx) => tx.find('requests'))
    expect(request?.state).toBe('confirmed')
    const application = await loop.tables((tx) => tx.get('atsApplications', request?.applicationId ?? ''))
    expect(application?.stageId).toBe(request?.toStageId)
    const events = (
      await loop.tables((tx) => tx.find('atsActivities', { where: { applicationId: request?.applicationId ?? '' } }))
    ).map((a) => a.event)
    expect(events).toEqual(expect.arrayContaining(['requestSent', 'candidateSelected', 'booked']))
    const card = await loop.card(thread)
    expect(card.parts[0]).toMatchObject({ kind: 'heading', status: { text: 'Booked' } })
    expect(loop.logged).toEqual([])
  })
})
