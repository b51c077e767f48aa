import { afterEach, describe, expect, it } from 'vitest'
import { channelName } from '../../../src/workflow/placeRequest.ts'
import { requestOf } from '../../workflow/janeAtAcme.ts'
import { closedChannel, openChannel, openSlackLoop, plainOf, priyaId, rosaId, type SlackLoop } from './slackLoop.ts'

let open: SlackLoop | null = null
afterEach(async () => {
  await open?.close()
  open = null
})
async function start(): Promise<SlackLoop> {
  const slack = await openSlackLoop()
  open = slack
  await slack.loop.setUp()
  for (const [id, name] of [
    [openChannel, 'talent'],
    [closedChannel, 'hiring'],
  ] as const)
    slack.memory.channels.get(id)!.name = name
  return slack
}

const direct = `D-${rosaId}`
const schedule = 'schedule Nadia with Priya for the Recruitment Consultant role'
const tell = (slack: SlackLoop, text: string) => slack.write(rosaId, direct, text)
const cardsOf = (slack: SlackLoop, name = 'Nadia Petrova') =>
  slack.said().filter((one) => plainOf(one).startsWith(`${name} ·`) && one.channel !== `D-${priyaId}`)
const ownThreads = 'keep each request in its own thread in #hiring'
const ownChannels = 'a private channel for each candidate please'

describe('where a request has its card', () => {
  it('is a thread of its own in the channel that the admin named; where it was asked stands one line with a link to it', async () => {
    const slack = await start()
    await tell(slack, ownThreads)
    expect(plainOf(slack.last())).toContain('a thread of its own in #hiring. Before: where it was asked.')
    const { message } = await tell(slack, schedule)
    const [card, ...others] = cardsOf(slack)
    expect(others).toEqual([])
    expect(card).toMatchObject({ channel: closedChannel, threadTs: null })
    const here = slack.said().filter((one) => one.channel === direct && one.threadTs === message.ts)
    expect(here.map(plainOf)).toEqual([
      expect.stringContaining('Nadia Petrova, Recruitment Consultant: I go on in #hiring.'),
    ])
    expect(JSON.stringify(here[0]!.blocks)).toContain(`/archives/${closedChannel}/p${card!.ts.replace('.', '')}`)
  })

  it('gets what is said of the request: answers, and a second request has another thread there', async () => {
    const slack = await start()
    await tell(slack, ownThreads)
    const asked = await tell(slack, schedule)
    const [card] = cardsOf(slack)
    // From the thread in which it was asked and from its own, "it" is this request.
    await slack.write(rosaId, direct, 'cancel it', { threadTs: asked.message.ts })
    expect(plainOf(slack.last())).toContain('Nadia Petrova')
    await slack.write(rosaId, closedChannel, 'cancel it because the role is filled', { threadTs: card!.ts })
    expect(slack.last()).toMatchObject({ channel: closedChannel, threadTs: card!.ts })
    await tell(slack, 'schedule Jane with Marta Lindqvist for the Backend role')
    const [second] = cardsOf(slack, 'Jane Whitfield')
    expect(second).toMatchObject({ channel: closedChannel, threadTs: null })
    expect(second!.ts).not.toBe(card!.ts)
  })

  it('names no candidate in a channel that everybody can read', async () => {
    const slack = await start()
    await tell(slack, 'keep each request in its own thread in #talent')
    await tell(slack, schedule)
    const inOpen = slack.said().filter((one) => one.channel === openChannel)
    expect(inOpen).toHaveLength(1)
    expect(JSON.stringify(inOpen)).toContain('N. P.')
    expect(JSON.stringify(inOpen)).not.toContain('Petrova')
  })

  it('is a private channel of the candidate with recruiter and hiring manager, one for all requests of a candidate', async () => {
    const slack = await start()
    await tell(slack, ownChannels)
    await tell(slack, schedule)
    const [card] = cardsOf(slack)
    const channel = slack.memory.channels.get(card!.channel)!
    expect(channel).toMatchObject({ kind: 'group', members: [slack.memory.botUserId, rosaId, priyaId] })
    expect(channel.name).toMatch(/^parley-np-[a-z0-9]{6}$/)
    const { candidateId, candidateName } = await requestOf(slack.loop)
    const known = slack.memory.channels.size
    await slack.write(rosaId, channel.id, 'cancel it because of the budget', { threadTs: card!.ts })
    await slack.press(rosaId, 'Cancel it and tell everybody').catch(() => slack.press(rosaId, 'Cancel'))
    await slack.submit({ reason: 'budget' }).catch(() => null)
    await tell(slack, schedule)
    expect(slack.memory.channels.size).toBe(known)
    expect(channelName({ candidateId, candidateName })).toBe(channel.name)
  })

  it('stays where it was asked when Slack gave no right to make channels, and says so once', async () => {
    const slack = await start()
    slack.server.missingScopes.add('groups:write')
    await tell(slack, ownChannels)
    const first = await tell(slack, schedule)
    const second = await tell(slack, 'schedule Jane with Marta Lindqvist for the Backend role')
    expect(cardsOf(slack).map(({ channel, threadTs }) => [channel, threadTs])).toEqual([[direct, first.message.ts]])
    expect(cardsOf(slack, 'Jane Whitfield').map(({ threadTs }) => threadTs)).toEqual([second.message.ts])
    const told = slack.said().filter((one) => plainOf(one).includes('a place of its own'))
    expect(told.map(plainOf)).toEqual([expect.stringContaining('missing_scope')])
  })

  it('stays where it was asked, after a second try, when Slack does not answer', async () => {
    const slack = await start()
    await tell(slack, ownChannels)
    for (let round = 0; round < 2; round += 1)
      slack.server.faults.push({ method: 'conversations.create', fault: 'down' })
    const { message } = await tell(slack, schedule)
    expect(cardsOf(slack)).toEqual([])
    await slack.loop.settle(3 * 60_000)
    expect(cardsOf(slack).map(({ threadTs }) => threadTs)).toEqual([message.ts])
  })

  it('uses the channel that was made before its receipt was lost, and another name where somebody else has taken it', async () => {
    const slack = await start()
    await tell(slack, ownChannels)
    slack.server.faults.push({ method: 'conversations.create', fault: 'lost' })
    await tell(slack, schedule)
    await slack.loop.settle(2 * 60_000)
    const made = [...slack.memory.channels.values()].filter(({ name }) => name.startsWith('parley-'))
    expect(made).toHaveLength(1)
    expect(cardsOf(slack).map(({ channel }) => channel)).toEqual([made[0]!.id])
    const jane = (await slack.loop.tables((tx) => tx.find('atsCandidates', { where: { lastName: 'Whitfield' } })))[0]!
    const name = channelName({ candidateId: jane.id, candidateName: 'Jane Whitfield' })
    const theirs = slack.memory.addChannel('C0THEIRS', 'group', [priyaId], name)
    theirs.members = [priyaId]
    await tell(slack, 'schedule Jane with Marta Lindqvist for the Backend role')
    expect(slack.memory.channels.get(cardsOf(slack, 'Jane Whitfield')[0]!.channel)?.name).toBe(`${name}-2`)
  })

  it.each([
    ['keep each request in its own thread in #nowhere', 'I find no channel called #nowhere'],
    ['keep each request in its own thread in #elsewhere', 'I am not in #elsewhere yet'],
    ['keep each request in its own thread here', 'This conversation is no channel'],
    ['keep each request in its own thread', 'Which channel?'],
  ])('%s: %s', async (said, answer) => {
    const slack = await start()
    slack.memory.addChannel('C0ELSE', 'channel', [rosaId], 'elsewhere').members = [rosaId]
    await tell(slack, said)
    expect(plainOf(slack.last())).toContain(answer)
    await tell(slack, schedule)
    expect(cardsOf(slack).map(({ channel }) => channel)).toEqual([direct])
  })

  it('can be this channel, said there, and can be put back with the undo of the answer', async () => {
    const slack = await start()
    await slack.write(rosaId, closedChannel, `<@${slack.memory.botUserId}> keep each request in its own thread here`)
    await tell(slack, schedule)
    expect(cardsOf(slack).map(({ channel }) => channel)).toEqual([closedChannel])
    await tell(slack, ownChannels)
    await slack.press(rosaId, 'Undo')
    await tell(slack, 'schedule Jane with Marta Lindqvist for the Backend role')
    expect(cardsOf(slack, 'Jane Whitfield').map(({ channel }) => channel)).toEqual([closedChannel])
  })

  it('is asked in the form of the defaults too, which says beside the field what is wrong with a channel', async () => {
    const slack = await start()
    await tell(slack, 'settings')
    await slack.press(rosaId, 'Scheduling defaults')
    const { view } = slack.memory.views.at(-1)!
    const shown = new Map(
      (view.blocks as { block_id?: string; element?: Record<string, unknown> }[]).flatMap(({ block_id, element }) =>
        block_id && element ? [[block_id, element] as const] : [],
      ),
    )
    const values = Object.fromEntries(
      [...shown].map(([name, { type, initial_value, initial_option }]) => [
        name,
        { type, ...(initial_option ? { selected_option: initial_option } : { value: initial_value ?? null }) },
      ]),
    )
    const own = { type: 'radio_buttons', selected_option: { value: 'ownThread' } }
    const wrong = await slack.submit({ ...values, requestPlace: own, requestChannel: '#nowhere' })
    expect(wrong.reply).toMatchObject({
      response_action: 'errors',
      errors: { requestChannel: expect.stringContaining('I find no channel called #nowhere') },
    })
    const right = await slack.submit({ ...values, requestPlace: own, requestChannel: '#hiring' })
    expect(right.reply).toEqual({ response_action: 'clear' })
    await tell(slack, schedule)
    expect(cardsOf(slack).map(({ channel }) => channel)).toEqual([closedChannel])
  })
})
