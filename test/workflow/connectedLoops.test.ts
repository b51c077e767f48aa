import { afterEach, describe, expect, it } from 'vitest'
import { submitDecline } from '../../src/workflow/guestActions.ts'
import { checkLog } from '../fakes/ats/sheets.ts'
import {
  agree,
  answer,
  applicationOf,
  ask,
  bram,
  conversation,
  liveUntil,
  notesOf,
  openPlay,
  otherSide,
  ottilie,
  type Play,
  settleFirstMails,
  stageCalled,
  stageOf,
  standing,
  stateOf,
  thursday,
  wednesday,
} from './connectedPlay.ts'
import { want, yes } from './want.ts'

let open: Play[] = []
afterEach(async () => {
  const played = open
  open = []
  await Promise.all(played.map(({ stop }) => stop()))
  for (const { standIn } of played) expect(await checkLog(standIn)).toEqual([])
})
async function start(title: string, second?: string): Promise<Play> {
  const play = await openPlay(title, second)
  open.push(play)
  return play
}
async function book(play: Play): Promise<void> {
  await ask(play)
  await answer(play, wednesday)
  await agree(play)
  await play.settle(60_000)
  expect(await stateOf(play)).toBe('confirmed')
}
const press = async (play: Play, label: string, fields: Record<string, string> = {}) => {
  const outcome = await play.press(play.threadId, await play.card(play.threadId), label, fields)
  await play.settle(60_000)
  return outcome
}

const systems = ['Greenhouse', 'Lever', 'Recruit CRM', 'Unified.to, before an ATS that does everything'] as const

describe.each(systems)('a request with %s', (title) => {
  it('goes from one sentence to the interview, the stage and the log there, with no further action of the recruiter', async () => {
    const play = await start(title)
    await ask(play)
    expect(notesOf(play).join('\n')).toContain('Asked Ottilie Sandmann for a time: Kiln Engineer Interview - Round 1')
    // Two days of silence: a reminder.
    await liveUntil(play, '2027-03-05T08:00:00Z')
    expect(notesOf(play).join('\n')).toContain('Reminder sent to Ottilie Sandmann')
    await answer(play, wednesday)
    expect(notesOf(play).join('\n')).toContain('Ottilie Sandmann selected times: ')
    expect(standing(play)).toEqual([])
    await agree(play)
    await play.settle(60_000)
    expect(standing(play)).toEqual(['2027-03-10T09:00:00.000Z'])
    expect(stageOf(play)).toBe('Interview')
    const booked = notesOf(play).find((text) => text.includes('Kiln Engineer Interview - Round 1 booked'))
    expect(booked).toContain('5 Furnace Row')
    expect(booked).toContain(otherSide(play).lastName)
    // Who, when and where is in the interview itself.
    const [row] = play.standIn.world.interviews.rows
    expect([row?.location, row?.note, row?.url].join(' ')).toContain('Furnace Row')
    await liveUntil(play, '2027-03-10T09:00:00Z')
    expect(notesOf(play).join('\n')).toContain('Day-of reminder sent to Ottilie Sandmann')
    await liveUntil(play, '2027-03-10T13:00:00Z')
    expect(await stateOf(play)).toBe('completed')
    // The look that was made meanwhile has not taken our own move for somebody else's.
    expect(await conversation(play)).not.toContain('was moved from')
    expect(play.logged).toEqual([])
  })

  it('is moved, and stands there once, at the new time; cancelled, and stands there no more; each time with an entry', async () => {
    const play = await start(title)
    await book(play)
    await press(play, 'Find another time', { reason: 'the kiln is out' })
    await answer(play, thursday)
    await agree(play)
    await play.settle(60_000)
    expect(standing(play)).toEqual(['2027-03-11T09:00:00.000Z'])
    expect(notesOf(play).filter((text) => text.includes('Round 1 moved'))).toHaveLength(1)
    await press(play, 'Cancel the request', { reason: 'the role is filled' })
    expect(standing(play)).toEqual([])
    expect(notesOf(play).join('\n')).toContain('Round 1 cancelled: the role is filled')
  })

  it('is postponed: the interview goes there at once, and comes back with the new time', async () => {
    const play = await start(title)
    await book(play)
    await press(play, 'Postpone', { fromOn: '2027-03-11', reason: 'stocktaking' })
    expect(standing(play)).toEqual([])
    expect(notesOf(play).join('\n')).toMatch(/postponed/i)
    await answer(play, thursday)
    await agree(play)
    await play.settle(60_000)
    expect(standing(play)).toEqual(['2027-03-11T09:00:00.000Z'])
  })

  it('tells there who did not come, and who declined and why', async () => {
    const play = await start(title)
    await book(play)
    await ask(play, 'Bram')
    await submitDecline(play.deps, { secret: await play.secretOf(bram), reason: 'I took another offer' })
    await play.settle(60_000)
    expect(notesOf(play).join('\n')).toMatch(/Bram Osterveld declined.*I took another offer/)
    await liveUntil(play, '2027-03-10T12:00:00Z')
    await want(play, play.threadId, [{ kind: 'noShow', about: 'Ottilie', party: 'candidate' }])
    await want(play, play.threadId, [yes])
    await play.settle(60_000)
    expect(notesOf(play).join('\n')).toContain('Ottilie Sandmann did not come')
    expect(standing(play)).toEqual([])
  })

  it('goes on when its stage is renamed there, and is moved to the stage under its new name', async () => {
    const play = await start(title)
    await ask(play)
    const stage = stageCalled(play, 'Interview')
    play.standIn.world.stages.update(stage.id, { label: 'Interview with the team', updatedAt: play.clock.now() })
    await play.syncAfter(40)
    await play.syncAfter(40)
    await answer(play, wednesday)
    await agree(play)
    await play.settle(60_000)
    expect(stageOf(play)).toBe('Interview with the team')
    expect(standing(play)).toHaveLength(1)
  })

  it('is told when the candidate is rejected there meanwhile, with a button that cancels it', async () => {
    const play = await start(title)
    await ask(play)
    const { world } = play.standIn
    const application = applicationOf(play, ottilie)
    world.moveApplication(application.id, stageCalled(play, 'Rejected').id)
    const now = play.clock.now()
    world.applications.update(application.id, { status: 'rejected', rejectedAt: now, updatedAt: now })
    await play.syncAfter(12)
    await play.syncAfter(12)
    const [told] = (await play.messagesIn(play.threadId)).filter(({ text }) =>
      text.includes('Shall the request be cancelled?'),
    )
    expect(told?.text).toContain(`Ottilie Sandmann (Kiln Engineer) was marked as rejected or withdrawn in ${play.name}`)
    const message = told?.message as Parameters<Play['press']>[1]
    await play.press(play.threadId, message, 'Cancel', { reason: 'withdrawn' })
    expect(await stateOf(play)).toBe('cancelled')
  })

  it('leaves the stage to somebody who has moved the candidate further, and says so', async () => {
    const play = await start(title)
    await ask(play)
    play.standIn.world.moveApplication(applicationOf(play, ottilie).id, stageCalled(play, 'Offer').id)
    await answer(play, wednesday)
    await agree(play)
    await play.settle(60_000)
    expect(stageOf(play)).toBe('Offer')
    expect(await conversation(play)).toContain('by somebody else, so I left its stage alone')
    expect(standing(play)).toHaveLength(1)
  })
})

describe('the same person in two systems', () => {
  it('is told as one, with what each of the two knows', async () => {
    const play = await start('Greenhouse', 'Recruit CRM')
    await play.say('who is Ottilie Sandmann?', play.threadId)
    const known = JSON.stringify(await play.lastMessage(play.threadId))
    expect(known).toContain('Application Review, looked after by Rosa Alder (Greenhouse)')
    expect(known).toContain('Application Review, looked after by Rosa Alder (Recruit CRM)')
  })

  it.each([
    ['Recruit CRM', 'Greenhouse', null],
    ['Greenhouse', 'Recruit CRM', 'Ottilie Sandmann · Kiln Engineer'],
  ] as const)(
    'is booked in %s, whose people take part, and nothing is written to %s',
    async (first, second, choice) => {
      const play = await start(first, second)
      if (choice) {
        // A client tells which one is meant, a hiring manager does not: then it is asked.
        await play.say(`schedule Ottilie with ${otherSide(play).firstName} for the Kiln Engineer role`, play.threadId)
        await play.press(play.threadId, await play.lastMessage(play.threadId), choice)
        await settleFirstMails(play)
      } else await ask(play)
      await answer(play, wednesday)
      await agree(play)
      await play.settle(60_000)
      expect(standing(play)).toEqual(['2027-03-10T09:00:00.000Z'])
      expect(stageOf(play)).toBe('Interview')
      if (!play.otherStandIn) throw new Error('two systems')
      const other = { standIn: play.otherStandIn }
      expect(standing(other)).toEqual([])
      expect(notesOf(other)).toEqual([])
      expect(stageOf(other)).toBe('Application Review')
    },
  )
})
