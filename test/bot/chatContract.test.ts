import { createLiveFeed } from '../../src/bot/liveFeed.ts'
import { type Message, messageSchema } from '../../src/bot/message.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import { placeName } from '../../src/domain/chat.ts'
import { onWeb, type Thread } from '../../src/domain/thread.ts'
import { type ChatUnderTest, describeChat, type Trait } from '../contract/chatContract.ts'
import { openMemoryChat } from '../fakes/memoryChat.ts'
import { botId, tenantId as organisation } from '../fakes/teamsConnector.ts'
import { openMemoryTestStore, type TestStore } from '../fakes/testStore.ts'
import { actionIdsOf } from './slack/readSlack.ts'
import { closedChannel, openSlackLoop, plainOf, rosaId } from './slack/slackLoop.ts'
import { buttonsIn, group, guest, openTeamsLoop, rosa } from './teams/teamsLoop.ts'

async function openThread(test: TestStore, place: Pick<Thread, 'surface' | 'externalId' | 'address' | 'audience'>) {
  const now = test.clock.now()
  return test.store.inTenant(test.tenantId, (tx) =>
    tx.insert('threads', {
      id: test.ids.next('thread'),
      memberId: test.ids.next('member'),
      requestId: null,
      title: 'Hello',
      lastMessageAt: now,
      lastReadAt: null,
      createdAt: now,
      ...place,
    }),
  )
}

const textOf = (message: Message) => [message.fallbackText, JSON.stringify(message.parts)].join('\n')

describeChat('The web chat', [], async (): Promise<ChatUnderTest> => {
  const test = await openMemoryTestStore()
  const port = createWebchat({ ...test, live: createLiveFeed() })
  const messages = async () =>
    (
      await test.store.inTenant(test.tenantId, (tx) => tx.find('threadMessages', { orderBy: [['createdAt', 'asc']] }))
    ).map((row) => messageSchema.parse(row.message))
  return {
    ...test,
    port,
    openThread: () => openThread(test, { ...onWeb, externalId: 'own' }),
    shown: async () => (await messages()).map(textOf),
    pressable: async () => (await messages()).flatMap(({ actions }) => actions.map(({ id }) => id)),
    close: async () => {},
  }
})

const people = [
  { userId: 'U1', name: 'Rosa', email: 'rosa@alder-finch.example' },
  { userId: 'U2', name: 'Otto Outside', email: null },
]

const all = ['faults', 'losing', 'people'] as const

for (const surface of ['slack', 'teams'] as const)
  describeChat(`A chat in memory (${surface})`, all, async (): Promise<ChatUnderTest<(typeof all)[number]>> => {
    const test = await openMemoryTestStore()
    const chat = openMemoryChat(surface, 'W1', people)
    const address = chat.addressFor('U1')
    return {
      ...test,
      port: chat.open(test),
      openThread: () => openThread(test, { surface, externalId: placeName(address), address, audience: 'personal' }),
      shown: async () => chat.sent.map(({ message }) => textOf(message)),
      pressable: async () => chat.sent.flatMap(({ message }) => message.actions.map(({ id }) => id)),
      faults: {
        refuseNext: () => chat.failNext.push('down'),
        deleteLast: () => chat.sent.pop(),
      },
      losing: { loseNextAnswer: () => chat.failNext.push('lost') },
      people: {
        workspaceId: 'W1',
        known: { userId: 'U1', email: 'rosa@alder-finch.example' },
        outsider: { userId: 'U2', email: 'otto@outside.example' },
        place: address,
        whispers: () => chat.whispers.map(({ text }) => text),
      },
      close: async () => {},
    }
  })

describeChat('Slack', [...all, 'channels'], async (): Promise<ChatUnderTest<Trait>> => {
  const slack = await openSlackLoop()
  const { loop, memory, server } = slack
  const outsider = { userId: 'U0OUTSIDE', email: 'otto@outside.example' }
  memory.addUser({
    id: outsider.userId,
    name: 'Otto Outside',
    email: outsider.email,
    is_stranger: true,
    teamId: 'T0OTHER',
  })
  memory.addChannel('C0ELSE', 'channel', [rosaId], 'elsewhere').members = [rosaId]
  const address = { surface: 'slack' as const, workspaceId: memory.team.id, channelId: closedChannel, rootId: null }
  return {
    store: loop.store,
    clock: loop.clock as ChatUnderTest['clock'],
    ids: loop.ids,
    tenantId: loop.tenantId,
    port: loop.deps.chat.get('slack')!,
    openThread: () =>
      openThread(
        { ...loop, clock: loop.clock as ChatUnderTest['clock'] },
        { surface: 'slack', externalId: placeName(address), address, audience: 'private' },
      ),
    shown: async () => slack.said().map(plainOf),
    pressable: async () => slack.said().flatMap(({ blocks }) => actionIdsOf(blocks)),
    faults: {
      refuseNext: () => server.faults.push({ method: 'chat.postMessage', fault: 'down' }),
      deleteLast: () => memory.messages.pop(),
    },
    channels: {
      workspaceId: memory.team.id,
      joined: closedChannel.toLowerCase(),
      notJoined: 'elsewhere',
      members: [rosaId],
    },
    losing: { loseNextAnswer: () => server.faults.push({ method: 'chat.postMessage', fault: 'lost' }) },
    people: {
      workspaceId: memory.team.id,
      known: { userId: rosaId, email: 'rosa@alder-finch.example' },
      outsider,
      place: address,
      whispers: () => memory.ephemerals.map(({ text }) => text),
    },
    close: slack.close,
  }
})

// The connector has no way to look for a message.
describeChat('Teams', ['faults', 'people'], async (): Promise<ChatUnderTest<'faults' | 'people'>> => {
  const teams = await openTeamsLoop()
  const { loop, connector } = teams
  const test = { ...loop, clock: loop.clock as ChatUnderTest['clock'] }
  const address = {
    surface: 'teams' as const,
    workspaceId: organisation,
    serviceUrl: connector.serviceUrl,
    conversationId: group,
    conversationType: 'groupChat' as const,
    rootId: null,
    botId,
  }
  const stranger = { ...guest, id: '29:otto', email: 'otto@outside.example' }
  connector.addConversation({ id: group, type: 'groupChat', members: [rosa, stranger] })
  // Whom Teams can be asked about is who shares a conversation with Parley.
  const thread = await openThread(test, {
    surface: 'teams',
    externalId: placeName(address),
    address,
    audience: 'private',
  })
  for (const { id } of [rosa, stranger]) teams.noteSeen(organisation, id, address)
  const inGroup = () => connector.messages.filter((one) => one.conversationId === group)
  return {
    store: loop.store,
    clock: test.clock,
    ids: loop.ids,
    tenantId: loop.tenantId,
    port: loop.deps.chat.get('teams')!,
    openThread: async () => thread,
    shown: async () => inGroup().map(({ activity }) => JSON.stringify(activity)),
    pressable: async () => inGroup().flatMap(({ activity }) => buttonsIn(activity).map(({ action }) => action)),
    faults: {
      refuseNext: () => connector.state.faults.push(503),
      deleteLast: () => connector.messages.pop(),
    },
    people: {
      workspaceId: organisation,
      known: { userId: rosa.id, email: rosa.email.toLowerCase() },
      outsider: { userId: stranger.id, email: stranger.email },
      place: address,
      whispers: () =>
        connector.messages
          .filter((one) => one.conversationId === `a:${rosa.id}`)
          .map(({ activity }) => JSON.stringify(activity)),
    },
    close: teams.close,
  }
})
