import { afterEach, describe, expect, it } from 'vitest'
import { elementsOf } from '../../fakes/slackServer.ts'
import { offer, requestOf, wednesday } from '../../workflow/janeAtAcme.ts'
import { nadia } from '../../workflow/nadiaInHouse.ts'
import {
  chosen,
  closedChannel,
  openChannel,
  openSlackLoop,
  plainOf,
  priyaId,
  rosaId,
  type SlackLoop,
  strangerId,
} from './slackLoop.ts'

let open: SlackLoop | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

async function start(options: Parameters<typeof openSlackLoop>[0] = {}): Promise<SlackLoop> {
  const slack = await openSlackLoop(options)
  open = slack
  await slack.loop.setUp()
  return slack
}
const direct = (userId: string) => `D-${userId}`
const mention = (slack: SlackLoop, text: string) => `<@${slack.memory.botUserId}> ${text}`

describe('a conversation in Slack', () => {
  it('answers a direct message in the thread that hangs from it', async () => {
    const slack = await start()
    const { message, statuses } = await slack.write(rosaId, direct(rosaId), 'who is Jane?')
    expect(statuses).toEqual([200])
    expect(slack.said()).toHaveLength(1)
    expect(plainOf(slack.last())).toContain('Jane Whitfield')
    expect(slack.last().threadTs).toBe(message.ts)
  })

  it('takes a mention, which comes as two events, once', async () => {
    const slack = await start()
    const { statuses } = await slack.write(rosaId, closedChannel, mention(slack, 'who is Jane?'))
    expect(statuses).toEqual([200, 200])
    expect(slack.said()).toHaveLength(1)
    const rows = await slack.loop.tables((tx) => tx.find('inbound', { where: { source: 'slack' } }))
    expect(rows).toHaveLength(1)
  })

  it('stays out of a channel until it is mentioned, and then reads the thread without answering small talk', async () => {
    const slack = await start()
    await slack.write(rosaId, closedChannel, 'cancel everything with Jane')
    expect(slack.said()).toHaveLength(0)
    const { message } = await slack.write(rosaId, closedChannel, mention(slack, 'who is Jane?'))
    await slack.write(rosaId, closedChannel, 'thanks!', { threadTs: message.ts })
    expect(slack.said()).toHaveLength(1)
    await slack.write(rosaId, closedChannel, 'who is Marta?', { threadTs: message.ts })
    expect(slack.said()).toHaveLength(2)
    expect(slack.last().threadTs).toBe(message.ts)
  })

  it('names no candidate in a channel that everybody can read, also when only a mention tells of it', async () => {
    const slack = await start()
    const event = { type: 'app_mention', user: rosaId, channel: openChannel, text: mention(slack, 'who is Jane?') }
    const root = slack.memory.store({
      channel: openChannel,
      threadTs: null,
      userId: rosaId,
      text: '',
      blocks: [],
      metadata: null,
    })
    await slack.server.sendEvent(slack.post, { ...event, ts: root.ts })
    await slack.loop.settle()
    expect(JSON.stringify(slack.last())).not.toMatch(/Whitfield|@/)
    expect(plainOf(slack.last())).toContain('J. W.')
  })

  it('reads the names of the people who are mentioned', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), `schedule Nadia with <@${priyaId}> for the Recruitment Consultant role`)
    const requests = await slack.loop.tables((tx) => tx.find('requests'))
    expect(requests).toHaveLength(1)
    const parties = await slack.loop.tables((tx) => tx.find('parties', { where: { name: 'Priya Raman' } }))
    expect(parties).toHaveLength(1)
  })

  it('answers a command in the direct conversation, and says so to its writer alone', async () => {
    const slack = await start()
    const response = await slack.server.command(slack.post, rosaId, openChannel, 'who is Jane?')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      text: 'On it: I answer you in our direct message.',
    })
    await slack.loop.settle()
    expect(slack.last().channel).toBe(direct(rosaId))
    expect(slack.last().threadTs).toBeNull()
    const reply = await slack.write(rosaId, direct(rosaId), 'who is Marta?', { threadTs: slack.last().ts })
    expect(slack.last().threadTs).toBe(reply.message.threadTs)
    const threads = await slack.loop.tables((tx) => tx.find('threads', { where: { surface: 'slack' } }))
    expect(threads).toHaveLength(1)
  })

  it('asks with a form what to do about a message, and answers in its thread', async () => {
    const slack = await start()
    const about = slack.memory.store({
      channel: closedChannel,
      threadTs: null,
      userId: priyaId,
      text: 'who is Jane &amp; when?',
      blocks: [],
      metadata: null,
    })
    await slack.server.shortcut(slack.post, rosaId, 'parley_message', about)
    expect(JSON.stringify(slack.memory.views.at(-1)!.view)).toContain('who is Jane & when?')
    expect(await slack.submit({ text: '' })).toMatchObject({ reply: { response_action: 'errors' } })
    expect(await slack.submit({ text: 'who is Jane?' })).toMatchObject({ reply: { response_action: 'clear' } })
    expect(slack.last().threadTs).toBe(about.ts)
    expect(plainOf(slack.last())).toContain('Jane Whitfield')
  })

  it('tells somebody of no team for their eyes only that it did nothing', async () => {
    const slack = await start()
    await slack.write(strangerId, openChannel, mention(slack, 'cancel everything with Jane'))
    expect(slack.said()).toHaveLength(0)
    expect(slack.memory.ephemerals.map(({ userId }) => userId)).toEqual([strangerId])
    expect(slack.memory.ephemerals[0]!.text).toContain('max@alder-finch.example')
  })

  it('offers four things to say when the conversation is opened, and shows that it is at work', async () => {
    const slack = await start()
    const opened = { type: 'app_home_opened', user: rosaId, tab: 'messages', channel: direct(rosaId) }
    await slack.server.sendEvent(slack.post, opened)
    await slack.write(rosaId, direct(rosaId), 'who is Jane?')
    await slack.slack.stop()
    expect(slack.memory.prompts.map(({ title }) => title)).toHaveLength(4)
    expect(slack.memory.statuses).toEqual(['is on it…'])
  })

  it('leaves a feature alone that the workspace turned out not to have', async () => {
    const slack = await start()
    slack.server.absent.add('assistant.threads.setStatus')
    for (const name of ['Jane', 'Marta', 'Nadia']) await slack.write(rosaId, direct(rosaId), `who is ${name}?`)
    await slack.slack.stop()
    const asked = slack.server.calls.filter(({ method }) => method === 'assistant.threads.setStatus')
    expect(asked.length).toBe(1)
    expect(slack.said()).toHaveLength(3)
  })
})

describe('buttons and forms in Slack', () => {
  const schedule = 'schedule Nadia with Priya for the Recruitment Consultant role'
  const onsite = { kind: chosen('onsite'), details: 'Mill Lane 3, London', keep: chosen('job') }

  it('opens the form of a button, shows what is wrong beside its fields, and does it when it is right', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), schedule)
    expect((await slack.press(rosaId, 'How do they join?')).status).toBe(200)
    expect(slack.memory.views).toHaveLength(1)
    const wrong = await slack.submit({ kind: chosen('onsite'), details: '', keep: chosen('job') })
    expect(wrong.reply).toMatchObject({ response_action: 'errors' })
    const right = await slack.submit(onsite)
    expect(right.reply).toEqual({ response_action: 'clear' })
    const audit = await slack.loop.tables((tx) => tx.find('audit', { where: { action: 'setFormat' } }))
    expect(audit).toHaveLength(1)
  })

  it('runs the whole loop: a card in each conversation, approved by the one who may, refused to the one who may not', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), schedule)
    await slack.press(rosaId, 'How do they join?')
    await slack.submit(onsite)
    await slack.loop.settle(30_000)
    expect(slack.last().channel).toBe(direct(priyaId))

    await offer(slack.loop, nadia, [wednesday])
    await slack.press(priyaId, 'Tell me your times')
    expect((await slack.submit({ times: 'Wed 3 March 9 am to 12' })).reply).toEqual({ response_action: 'clear' })
    expect((await requestOf(slack.loop)).state).toBe('approving')

    const before = slack.memory.ephemerals.length
    const wrong = await slack.press(rosaId, 'Approve')
    await expect
      .poll(
        () =>
          slack.memory.ephemerals.length +
          slack.said().filter((m) => m.channel === direct(rosaId) && m.text.includes('Priya')).length,
      )
      .toBeGreaterThan(before)
    expect(wrong.status).toBe(200)
    expect((await requestOf(slack.loop)).state).toBe('approving')
    await slack.press(priyaId, 'Approve')
    await slack.loop.settle(30_000)
    expect((await requestOf(slack.loop)).state).toBe('confirmed')
    const cards = slack.said().filter((message) => plainOf(message).includes('Booked'))
    expect(cards.map(({ channel }) => channel).sort()).toEqual([direct(priyaId), direct(rosaId)].sort())
  })

  it('says that a button is no longer shown, for the eyes of its presser only', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), schedule)
    const { message } = slack.findAction('How do they join?')
    const pressed = {
      type: 'block_actions',
      user: { id: rosaId },
      team: { id: slack.memory.team.id },
      trigger_id: slack.memory.newTrigger(rosaId),
      container: { type: 'message', channel_id: message.channel, message_ts: message.ts },
      actions: [{ type: 'button', action_id: 'action_gone', value: 'action_gone', action_ts: '1.2' }],
    }
    expect((await slack.server.sendInteraction(slack.post, pressed)).status).toBe(200)
    await expect
      .poll(() => slack.memory.ephemerals.map(({ text }) => text))
      .toEqual([expect.stringContaining('no longer shown')])
  })

  it('asks for another press when the form did not open in time', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), schedule)
    slack.server.faults.push({ method: 'views.open', fault: 'expired_trigger_id' })
    await slack.press(rosaId, 'How do they join?')
    await expect
      .poll(() => slack.memory.ephemerals.map(({ text }) => text))
      .toEqual([expect.stringContaining('press again')])
    expect(slack.memory.views).toHaveLength(0)
  })
})

describe("the page of one's own in Slack", () => {
  const openHome = (slack: SlackLoop, userId: string) =>
    slack.server.sendEvent(slack.post, { type: 'app_home_opened', user: userId, tab: 'home', channel: direct(userId) })
  const homeOf = (slack: SlackLoop, userId: string) => slack.memory.homes.get(userId)
  const pressAtHome = (slack: SlackLoop, userId: string, actionId: string) =>
    slack.server.sendInteraction(slack.post, {
      type: 'block_actions',
      user: { id: userId },
      team: { id: slack.memory.team.id },
      trigger_id: slack.memory.newTrigger(userId),
      container: { type: 'view', view_id: 'V1' },
      view: { type: 'home' },
      actions: [{ type: 'button', action_id: actionId, value: actionId, action_ts: slack.memory.nextTs() }],
    })

  it('shows what waits, with the buttons of the card, and changes when one is pressed there', async () => {
    const slack = await start()
    await slack.write(rosaId, direct(rosaId), 'schedule Nadia with Priya for the Recruitment Consultant role')
    await slack.press(rosaId, 'How do they join?')
    await slack.submit({ kind: chosen('onsite'), details: 'Mill Lane 3, London', keep: chosen('job') })
    await slack.loop.settle(30_000)
    await offer(slack.loop, nadia, [wednesday])
    await slack.press(priyaId, 'Tell me your times')
    await slack.submit({ times: 'Wed 3 March 9 am to 12' })
    await openHome(slack, priyaId)
    await expect.poll(() => JSON.stringify(homeOf(slack, priyaId))).toContain('Your approval is needed')
    const [approve] = elementsOf(homeOf(slack, priyaId)!.blocks as unknown[]).filter((one) =>
      (one as unknown as { text: { text: string } }).text?.text.startsWith('Approve'),
    )
    expect((approve as unknown as { text: { text: string } }).text.text).toContain('3')
    expect((await pressAtHome(slack, priyaId, approve!.value!)).status).toBe(200)
    await slack.loop.settle(30_000)
    expect((await requestOf(slack.loop)).state).toBe('confirmed')
    await openHome(slack, priyaId)
    await expect.poll(() => JSON.stringify(homeOf(slack, priyaId))).toContain('I will be there')
    expect(JSON.stringify(homeOf(slack, priyaId))).not.toContain('Approve')
  })

  it('says a sentence for its presser, answered in the direct conversation, and nothing else that a press could carry', async () => {
    const slack = await start()
    await openHome(slack, rosaId)
    await expect.poll(() => JSON.stringify(homeOf(slack, rosaId))).toContain('Change settings')
    await pressAtHome(slack, rosaId, 'say:settings')
    await slack.loop.settle()
    expect(slack.last().channel).toBe(direct(rosaId))
    expect(plainOf(slack.last())).toContain('Your settings')
    const before = slack.said().length
    await pressAtHome(slack, rosaId, 'say:cancel everything')
    await slack.loop.settle()
    await expect.poll(() => slack.said().length + slack.memory.ephemerals.length).toBe(before + 1)
    expect(JSON.stringify([slack.last(), slack.memory.ephemerals])).toContain('no longer shown')
  })

  it('shows a stranger nothing', async () => {
    const slack = await start()
    await openHome(slack, strangerId)
    await slack.slack.stop()
    expect(homeOf(slack, strangerId)).toBeUndefined()
  })
})
