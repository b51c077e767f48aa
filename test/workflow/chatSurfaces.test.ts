import { describe, expect, it } from 'vitest'
import type { InboundChat } from '../../src/bot/inbound.ts'
import { type ChatAddress, placeName } from '../../src/domain/chat.ts'
import type { Audience } from '../../src/domain/thread.ts'
import { createModelDesk } from '../../src/workflow/modelDesk.ts'
import { pressInChat, readShownAction } from '../../src/workflow/pressInChat.ts'
import { receiveChat } from '../../src/workflow/receiveChat.ts'
import { type MemoryChat, openMemoryChat } from '../fakes/memoryChat.ts'
import { scriptModel } from '../fakes/scriptedModel.ts'
import { frameOf } from '../intents/frameOf.ts'
import { labelsOf, offer, requestOf, textOf, wednesday } from './janeAtAcme.ts'
import { memberCalled, nadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'

const rosa = { userId: 'U-ROSA', name: 'Rosa', email: 'Rosa@Alder-Finch.example' }
const priya = { userId: '29:priya', name: 'Priya', email: 'priya.raman@agency.example' }
const stranger = { userId: 'U-MAX', name: 'Max Weber', email: 'max@alder-finch.example' }

const openChats = () => ({
  slack: openMemoryChat('slack', 'T1', [rosa, stranger, { userId: 'U-NOBODY', name: 'No Mail', email: null }]),
  teams: openMemoryChat('teams', 'entra', [priya]),
})

let count = 0
async function write(
  loop: Loop,
  chat: MemoryChat,
  userId: string,
  text: string,
  options: { root?: string; channel?: string; audience?: Audience; isAddressed?: boolean; eventId?: string } = {},
): Promise<boolean> {
  const personal = chat.addressFor(userId)
  const address: ChatAddress =
    personal.surface === 'slack'
      ? { ...personal, channelId: options.channel ?? personal.channelId, rootId: options.root ?? '171.1' }
      : personal
  const input: InboundChat = {
    tenantId: loop.tenantId,
    surface: chat.transport.surface,
    workspaceId: address.workspaceId,
    userId,
    place: { externalId: placeName(address), address, audience: options.audience ?? 'personal' },
    text,
    isAddressed: options.isAddressed ?? true,
    eventId: options.eventId ?? `chat-${++count}`,
  }
  const isNew = await receiveChat(loop.deps, input)
  await loop.settle()
  return isNew
}

async function pressIn(loop: Loop, chat: MemoryChat, userId: string, label: string, fields = {}, eventId?: string) {
  const found = chat.sent.flatMap(({ message }) => message.actions).filter((action) => action.label.includes(label))
  const action = found.at(-1)
  if (!action)
    throw new Error(`no button "${label}" among: ${chat.sent.flatMap(({ message }) => labelsOf(message)).join(' | ')}`)
  const outcome = await pressInChat(loop.deps, {
    tenantId: loop.tenantId,
    surface: chat.transport.surface,
    workspaceId: chat.addressFor(userId).workspaceId,
    userId,
    actionId: action.id,
    fields,
    eventId: eventId ?? `press-${++count}`,
  })
  await loop.settle()
  return { outcome, action }
}

const last = (chat: MemoryChat) => chat.sent.at(-1)!

describe('a conversation in a chat of somebody else', () => {
  it('answers the recruiter in the thread where she wrote, found by her e-mail address in the directory', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    await write(loop, slack, 'U-ROSA', 'who is Jane?')
    expect(slack.sent).toHaveLength(1)
    expect(textOf(last(slack).message)).toContain('Jane Whitfield')
    expect(placeName(last(slack).address)).toBe('T1/D-U-ROSA/171.1')
  })

  it('handles one event once, however often the chat delivers it', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    expect(await write(loop, slack, 'U-ROSA', 'who is Jane?', { eventId: 'Ev1' })).toBe(true)
    expect(await write(loop, slack, 'U-ROSA', 'who is Jane?', { eventId: 'Ev1' })).toBe(false)
    expect(slack.sent).toHaveLength(1)
  })

  it('runs the whole in-house loop with the recruiter in Slack and the hiring manager in Teams, one living card each', async () => {
    const { slack, teams } = openChats()
    const loop = await openLoop({ chats: [slack, teams] })
    await loop.setUp()
    await write(loop, slack, 'U-ROSA', 'schedule Nadia with Priya for the Recruitment Consultant role')
    const form = { kind: 'onsite', details: 'Mill Lane 3, London', keep: 'job' }
    expect((await pressIn(loop, slack, 'U-ROSA', 'How do they join?', form)).outcome.kind).toBe('ok')
    await loop.settle(30_000)
    expect(teams.sent).toHaveLength(1)
    expect(last(teams).address).toEqual(teams.addressFor(priya.userId))
    expect(labelsOf(last(teams).message)).toContain('Tell me your times')

    await offer(loop, nadia, [wednesday])
    const times = { times: 'Wed 3 March 9 am to 12' }
    expect((await pressIn(loop, teams, priya.userId, 'Tell me your times', times)).outcome.kind).toBe('ok')
    expect((await requestOf(loop)).state).toBe('approving')

    const wrong = await pressIn(loop, teams, 'U-ROSA', 'Approve')
    expect(wrong.outcome).toMatchObject({ kind: 'refused' })
    expect((await requestOf(loop)).state).toBe('approving')
    expect((await pressIn(loop, teams, priya.userId, 'Approve')).outcome.kind).toBe('ok')
    await loop.settle(30_000)
    expect((await requestOf(loop)).state).toBe('confirmed')
    expect(teams.sent.filter(({ message }) => textOf(message).includes('Booked'))).toHaveLength(1)
    expect(teams.sent.filter(({ message }) => textOf(message).includes('Your approval is needed'))).toHaveLength(0)
    const cards = slack.sent.filter(({ message }) => textOf(message).includes('Booked'))
    expect(cards).toHaveLength(1)
  })

  it("keeps a panel member's Slack card in one thread, and reads what is written under it there", async () => {
    const chat = openMemoryChat('slack', 'T1', [rosa, { ...priya, userId: 'U-PRIYA' }])
    const loop = await openLoop({ chats: [chat] })
    const thread = await loop.setUp()
    await loop.say('schedule Nadia with Priya for the Recruitment Consultant role', thread)
    await loop.settle(30_000)
    const card = chat.sent.find(({ message }) => labelsOf(message).includes('Tell me your times'))!
    await write(loop, chat, 'U-PRIYA', 'I am free on Wednesday 3 March from 9 to 12', { root: card.externalId })
    const own = await memberCalled(loop, 'Priya Raman')
    const threads = await loop.tables((tx) => tx.find('threads', { where: { memberId: own.id } }))
    expect(threads).toHaveLength(1)
    expect(threads[0]!.externalId).toBe(`T1/D-U-PRIYA/${card.externalId}`)
    expect(placeName(last(chat).address)).toBe(`T1/D-U-PRIYA/${card.externalId}`)
  })

  it('tells a stranger for their eyes only that it did nothing, asks an admin once, and knows them after one press', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    const welcome = await loop.setUp()
    await write(loop, slack, 'U-MAX', 'cancel everything with Jane')
    await write(loop, slack, 'U-MAX', 'who is Jane?')
    expect(slack.sent).toHaveLength(0)
    expect(slack.whispers.map(({ userId }) => userId)).toEqual(['U-MAX', 'U-MAX'])
    expect(slack.whispers[0]!.text).toContain('I know nobody with the address max@alder-finch.example at Alder & Finch')
    const questions = (await loop.messagesIn(welcome)).filter(({ text }) => text.includes('Max Weber'))
    expect(questions).toHaveLength(1)
    const asked = await loop.lastMessage(welcome)
    expect(await loop.press(welcome, asked, 'Say who it is', { who: 'role:coordinator' })).toEqual({ kind: 'ok' })
    await write(loop, slack, 'U-MAX', 'who is Jane?')
    expect(textOf(last(slack).message)).toContain('Jane Whitfield')
  })

  it('never takes somebody without a known address for a member, whatever their name', async () => {
    const slack = openMemoryChat('slack', 'T1', [{ userId: 'U-X', name: 'Rosa Alder', email: null }])
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    await write(loop, slack, 'U-X', 'who is Jane?')
    expect(slack.sent).toHaveLength(0)
    expect(slack.whispers[0]!.text).toContain('I cannot tell who you are')
  })

  it('stays out of what people say to each other in its thread, and of other threads altogether', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    const here = { channel: 'C1', root: '5.1', audience: 'private' } as const
    expect(await write(loop, slack, 'U-ROSA', 'cancel Jane', { ...here, isAddressed: false })).toBe(false)
    await write(loop, slack, 'U-ROSA', 'who is Jane?', here)
    expect(slack.sent).toHaveLength(1)
    for (const words of ['thanks!', 'yes', 'lunch at noon, everybody?'])
      await write(loop, slack, 'U-ROSA', words, { ...here, isAddressed: false })
    expect(slack.sent).toHaveLength(1)
    const left = await loop.tables((tx) => tx.count('inbound', { state: 'received' }))
    expect(left).toBe(0)
  })

  it('names no candidate in a channel that everybody can read, unless the agency says so', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    const open = { channel: 'C-ALL', root: '7.1', audience: 'public' } as const
    await write(loop, slack, 'U-ROSA', 'schedule Nadia with Priya for the Recruitment Consultant role', open)
    await write(loop, slack, 'U-ROSA', 'who is Jane Whitfield?', open)
    const said = JSON.stringify(slack.sent.map(({ message }) => message))
    expect(said).not.toMatch(/Nadia|Petrova|Whitfield|@/)
    expect(said).toContain('N. P.')
    await loop.tables(async (tx) => {
      const row = (await tx.get('settings', loop.tenantId))!
      await tx.update('settings', row.id, { data: { ...row.data, showsCandidatesInPublic: true } })
    })
    await write(loop, slack, 'U-ROSA', 'who is Jane Whitfield?', { ...open, root: '8.1' })
    expect(textOf(last(slack).message)).toContain('Jane Whitfield')
  })

  it('takes a press that comes twice once, and answers the second as the first', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    await write(loop, slack, 'U-ROSA', 'schedule Nadia with Priya for the Recruitment Consultant role')
    const form = { kind: 'onsite', details: 'Mill Lane 3, London', keep: 'job' }
    const first = await pressIn(loop, slack, 'U-ROSA', 'How do they join?', form, 'P1')
    const again = await pressInChat(loop.deps, {
      tenantId: loop.tenantId,
      surface: 'slack',
      workspaceId: 'T1',
      userId: 'U-ROSA',
      actionId: first.action.id,
      fields: form,
      eventId: 'P1',
    })
    expect([first.outcome.kind, again.kind]).toEqual(['ok', 'ok'])
    const audit = await loop.tables((tx) => tx.find('audit', { where: { action: 'setFormat' } }))
    expect(audit).toHaveLength(1)
  })

  it('performs a press whose receiver died, and tells in the thread why it could not be done', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    await write(loop, slack, 'U-ROSA', 'schedule Nadia with Priya for the Recruitment Consultant role')
    const action = slack.sent
      .flatMap(({ message }) => message.actions)
      .find(({ label }) => label.includes('How do they'))!
    const rosaId = loop.memberId
    const id = loop.ids.next('inbound')
    await loop.tables((tx) =>
      tx.receive({
        id,
        source: 'slack',
        externalId: 'press:dead',
        payload: {
          kind: 'press',
          actionId: action.id,
          memberId: rosaId,
          fields: { kind: 'video', details: '', keep: 'job' },
        },
        state: 'received',
        reason: null,
        attempts: 0,
        receivedAt: loop.clock.now(),
        handledAt: null,
      }),
    )
    const before = slack.sent.length
    await loop.settle(60_000)
    expect((await loop.tables((tx) => tx.get('inbound', id)))!.state).toBe('refused')
    expect(slack.sent.length).toBeGreaterThan(before)
  })

  it('opens the form of a button from what is shown', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    await write(loop, slack, 'U-ROSA', 'schedule Nadia with Priya for the Recruitment Consultant role')
    const action = slack.sent
      .flatMap(({ message }) => message.actions)
      .find(({ label }) => label.includes('How do they'))!
    expect(await readShownAction(loop.deps, loop.tenantId, action.id)).toMatchObject({
      id: action.id,
      label: action.label,
    })
    expect(await readShownAction(loop.deps, loop.tenantId, 'action_none')).toBeNull()
  })

  it('shows a message once although the answer of the chat was lost, and goes on after the chat was down', async () => {
    const { slack } = openChats()
    const loop = await openLoop({ chats: [slack] })
    await loop.setUp()
    slack.failNext.push('lost', 'down')
    await write(loop, slack, 'U-ROSA', 'who is Jane?')
    await write(loop, slack, 'U-ROSA', 'who is Marta?', { root: '9.9' })
    await loop.settle(15 * 60_000)
    expect(slack.sent).toHaveLength(2)
  })
})

describe('whether a model read it right', () => {
  const unsure = 'bitte mal einen Termin mit Jane Whitfield machen'

  async function openRead() {
    const { slack, teams } = openChats()
    const model = scriptModel({ frames: () => [frameOf({ label: 'schedule', candidate: 'Jane Whitfield' })] })
    const loop = await openLoop({ chats: [slack, teams], model: createModelDesk(model, 200_000) })
    await loop.setUp()
    return { loop, slack }
  }
  const judgements = (loop: Loop) => loop.tables((tx) => tx.find('audit', { where: { action: 'judgeReading' } }))

  it('is asked below its answer alone; a press is one audit row with a hash of the words, and sends nothing', async () => {
    const { loop, slack } = await openRead()
    await write(loop, slack, rosa.userId, unsure)
    const [answer] = slack.sent
    expect(labelsOf(answer!.message)).toEqual(['Yes, do it', 'Understood right', 'Understood wrong'])
    for (let press = 0; press < 2; press += 1)
      expect((await pressIn(loop, slack, rosa.userId, 'Understood wrong')).outcome).toMatchObject({ kind: 'shown' })
    const [row, ...others] = await judgements(loop)
    expect(others).toEqual([])
    expect(row!.data).toEqual({ isRight: false, textHash: expect.stringMatching(/^[\w-]{43}$/) })
    expect(JSON.stringify(row)).not.toContain('Whitfield')
    // The question is still the one that it was.
    await write(loop, slack, rosa.userId, 'yes')
    expect(textOf(slack.sent.at(-1)!.message)).toContain('Who takes part?')
    expect(
      slack.sent.flatMap(({ message }) => labelsOf(message)).filter((label) => /^Understood/.test(label)),
    ).toHaveLength(2)
  })

  it('is not asked below what the grammar read', async () => {
    const { loop, slack } = await openRead()
    await write(loop, slack, rosa.userId, 'who is Marta Lindqvist?')
    expect(labelsOf(slack.sent[0]!.message).join()).not.toContain('Understood')
  })
})
