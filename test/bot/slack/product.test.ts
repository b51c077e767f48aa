import { describe, expect, it } from 'vitest'
import { type Message, messageSchema } from '../../../src/bot/message.ts'
import type { SlackBlock } from '../../../src/bot/slack/blockKit.ts'
import { renderSlackMessage } from '../../../src/bot/slack/blocks.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { renderSlackModal } from '../../../src/bot/slack/modal.ts'
import { composeBriefing } from '../../../src/briefings/compose.ts'
import { dailyView, interviewOf, meetingView } from '../../briefings/sampleViews.ts'
import { bookedCard, messageOf, questionMessage, setUpCard, waitingCard } from '../../web/chatSamples.ts'
import { approve, askJane, bookJane, good, jane, marta, offer, openJane, wednesday } from '../../workflow/janeAtAcme.ts'
import { memberCalled, openNadia } from '../../workflow/nadiaInHouse.ts'
import { type Loop, openLoop } from '../../workflow/openLoop.ts'

const thursday = good('2027-03-04T09:00:00Z', '2027-03-04T12:00:00Z')
const options = { baseUrl: 'http://127.0.0.1' }
const draw = (message: Message, hasPlan = false): SlackBlock[] =>
  renderSlackMessage(message, { ...options, hasPlan }).blocks

/** Each block as its kind, actions with what they show. */
function outline(message: Message): string[] {
  return draw(message).map((block) => {
    if (block.type === 'section' && block.accessory) return `row [${block.accessory.text.text}]`
    if (block.type !== 'actions') return block.type
    const shown = block.elements.map((one) =>
      one.type === 'button' ? `[${one.text.text}]` : `menu of ${one.options?.length}`,
    )
    return shown.join(' ')
  })
}

async function allMessages(loop: Loop): Promise<Message[]> {
  const rows = await loop.tables((tx) => tx.find('threadMessages', { where: { author: 'parley' } }))
  return rows.map((row) => messageSchema.parse(row.message))
}

function expectClean(messages: readonly Message[]): void {
  for (const message of messages) {
    for (const hasPlan of [true, false]) {
      const { warnings, rest, ...payload } = renderSlackMessage(message, { ...options, hasPlan })
      expect([warnings, rest, message.fallbackText]).toEqual([[], [], message.fallbackText])
      expect(checkSlackPayload({ text: payload.text, blocks: payload.blocks })).toEqual([])
    }
    for (const action of message.actions)
      expect(renderSlackModal(action, { privateMetadata: action.id, callbackId: 'press' }).warnings).toEqual([])
  }
}

describe('what the product says, on Slack', () => {
  it('is clean from the first line to the booked interview, with its changes', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    for (const line of [
      'status',
      'what needs me?',
      'who is Jane Whitfield?',
      'who is Marta?',
      'who is Jan?',
      'settings',
      'help',
      'note for Jane: prefers remote',
      'reschedule Jane because Acme is travelling',
      'yes',
      'what would fit so far?',
      'briefing now',
      'cancel Jane because the role is filled',
      'yes',
      'blah blah',
    ])
      await loop.say(line, thread)
    await loop.settle(60_000)
    const messages = await allMessages(loop)
    expect(messages.length).toBeGreaterThan(15)
    expectClean(messages)
  })

  it('is clean when nothing fits, when somebody declines, and in-house for everybody who is asked', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    const stuck = await loop.card(thread)
    await openNadia(loop, thread)
    const priya = await memberCalled(loop, 'Priya Raman')
    await loop.press(priya.thread!, await loop.card(priya.thread!), 'Decline', { reason: 'On leave' }, priya.id)
    await loop.settle(60_000)
    const messages = [...(await allMessages(loop)), stuck]
    for (const state of ['Needs you: nothing fits', 'Needs you: declined'])
      expect(messages.some((message) => message.fallbackText.includes(state))).toBe(true)
    expectClean(messages)
  })

  it('is clean in all samples: cards, questions, a form that is open, briefings of 1 to 12 interviews', () => {
    const days = [1, 3, 12].map((count) =>
      messageOf(composeBriefing(dailyView({ interviews: Array.from({ length: count }, () => interviewOf()) }))!),
    )
    expectClean([
      waitingCard(),
      questionMessage(),
      bookedCard(),
      setUpCard(),
      ...days,
      messageOf(composeBriefing(meetingView())!),
    ])
  })
})

describe('the card of a request on Slack', () => {
  it('before the first mails: what can be undone and what is missing, then the facts, then the rest', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    expect(outline(await loop.card(thread))).toEqual([
      'header',
      'context',
      'context',
      '[Undo] [Look at the mails] [Wait, I want to edit] [How do they join?]',
      'section',
      'section',
      'menu of 3',
    ])
  })

  it('while times are awaited and once it is booked: no button, one menu, proofs last', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    expect(outline(await loop.card(thread))).toEqual([
      'header',
      'context',
      'section',
      'section',
      'menu of 11',
      'context',
    ])
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    expect(outline(await loop.card(thread))).toEqual([
      'header',
      'context',
      'section',
      'section',
      'menu of 10',
      'context',
    ])
    await approve(loop, marta)
    expect(outline(await loop.card(thread))).toEqual([
      'header',
      'context',
      'section',
      'section',
      'menu of 8',
      'context',
    ])
  })

  it('when nothing fits: the reason, then each way out as a line with a short button', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    expect(outline(await loop.card(thread)).slice(0, 7)).toEqual([
      'header',
      'context',
      'section',
      'row [Ask]',
      'row [Ask]',
      'row [Ask]',
      '[Ask everybody for other times]',
    ])
  })

  it('asks a hiring manager with each time on a line of its own, and 3 more ways to answer', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    await offer(loop, 'nadia.petrova', [wednesday])
    const priya = await memberCalled(loop, 'Priya Raman')
    await loop.press(
      priya.thread!,
      await loop.card(priya.thread!),
      'Tell me your times',
      { times: 'Wed 3 March 9-12' },
      priya.id,
    )
    const card = await loop.card(priya.thread!)
    expect(outline(card)).toEqual([
      'header',
      'context',
      'section',
      'section',
      'row [Approve]',
      'row [Approve]',
      'row [Approve]',
      '[Suggest other times] [Somebody else decides] [Decline]',
    ])
  })
})
