import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message, MessagePart } from '../../../src/bot/message.ts'
import { needsSlackModal, readSlackPress } from '../../../src/bot/slack/actionBlocks.ts'
import { renderSlackMessage } from '../../../src/bot/slack/blocks.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { readMrkdwn } from '../../../src/bot/slack/slackText.ts'
import { cleanParagraphs } from '../../../src/domain/cleanLine.ts'
import { waitingCard } from '../../web/chatSamples.ts'
import { factsIn, messageRuns, messageTimeoutMs, missingFrom, randomMessage } from '../randomMessage.ts'
import { actionIdsOf, lettersOf, textsOf } from './readSlack.ts'

const baseUrl = 'https://parley.agency.example'
const letters = (text: string) => lettersOf(cleanParagraphs(text, 20_000))

describe('a random message on Slack', () => {
  test.each([true, false])(
    'is within all limits, keeps every action and every fact (plan blocks: %s)',
    (hasPlan) => {
      fc.assert(
        fc.property(randomMessage(), ({ message, tags }) => {
          const rendering = renderSlackMessage(message, { hasPlan, baseUrl })
          const messages = [{ text: rendering.text, blocks: rendering.blocks }, ...rendering.rest]
          for (const one of messages) expect(checkSlackPayload(one)).toEqual([])
          expect(actionIdsOf(messages).toSorted()).toEqual(message.actions.map((action) => action.id).toSorted())

          const shown = messages
            .flatMap((one) => textsOf(one.blocks))
            .map(lettersOf)
            .join('')
          const fallback = lettersOf(messages.map((one) => readMrkdwn(one.text)).join('\n'))
          const facts = [...factsIn(message), ...message.actions.map((action) => action.label)].map(letters)
          expect(missingFrom(shown, [...tags, ...facts])).toEqual([])
          expect(missingFrom(fallback, tags)).toEqual([])
        }),
        { numRuns: messageRuns },
      )
    },
    messageTimeoutMs,
  )
})

describe('the steps of a card', () => {
  test('are a plan with a state each where Slack takes one', () => {
    const { blocks } = renderSlackMessage(waitingCard(), { hasPlan: true, baseUrl })
    const plan = blocks.find((block) => block.type === 'plan')
    expect(plan?.title).toBe('1 of 6 steps done: Records updated')
    expect(plan?.tasks.map((task) => [task.status, task.title])).toEqual([
      ['complete', 'Jane Miller asked for times'],
      ['in_progress', 'Acme asked for times'],
      ['pending', 'Time found and approved'],
      ['pending', 'Invitations sent'],
      ['error', 'Records updated'],
      ['complete', 'Skipped: Day-of reminder'],
    ])
    expect(plan?.tasks[4]?.sources).toEqual([
      { type: 'url', url: 'https://ats.example/applications/77', text: 'Open it there' },
    ])
  })

  test('are lines with a mark each where it takes none, and one that is too long for a plan', () => {
    const marks = ['✅ Jane Miller', '⏳ *Acme asked', '▫️ Time found', '❗ *Records updated*', '➖ Day-of reminder']
    const long = { label: 'Ask', state: 'done' as const, detail: 'word '.repeat(400) }
    const card = waitingCard()
    const longer = { ...card, parts: [...card.parts, { kind: 'steps' as const, steps: [long] }] }
    for (const rendering of [
      renderSlackMessage(card, { baseUrl }),
      renderSlackMessage({ ...longer, parts: longer.parts.toReversed() }, { hasPlan: true, baseUrl }),
    ]) {
      const sent = JSON.stringify(rendering.blocks)
      for (const mark of marks) expect(sent).toContain(mark)
      expect(sent).not.toContain('"plan"')
      expect(rendering.warnings).toEqual([])
    }
  })
})

describe('the actions of a message', () => {
  const draft = (
    count: number,
    changes: (at: number) => Partial<Message['actions'][number]> = () => ({}),
  ): Message => ({
    fallbackText: 'What now?',
    parts: [{ kind: 'text', text: 'What now?' }],
    actions: Array.from({ length: count }, (_, at) => ({
      id: `a${at}`,
      label: `Do ${at}`,
      style: 'normal' as const,
      ...changes(at),
    })),
  })
  const shownOf = (message: Message) =>
    renderSlackMessage(message).blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.map((one) => (one.type === 'button' ? one.value : (one.options ?? []).map((o) => o.value)))
        : [],
    )

  test('are buttons up to 5, and from 7 on 5 buttons and a menu', () => {
    expect(shownOf(draft(5))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'])
    expect(shownOf(draft(7))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', ['a5', 'a6']])
  })

  test('are buttons when urgent or primary, wherever they stand', () => {
    const changes = (at: number) => (at === 9 ? { isUrgent: true } : at === 8 ? { style: 'primary' as const } : {})
    expect(shownOf(draft(10, changes))).toEqual(['a9', 'a0', 'a1', 'a2', 'a8', ['a3', 'a4', 'a5', 'a6', 'a7']])
  })

  test('are in 2 menus when there are 150', () => {
    expect(shownOf(draft(150)).map((one) => (typeof one === 'string' ? 1 : one.length))).toEqual([
      1, 1, 1, 1, 1, 100, 45,
    ])
  })

  test('ask with the press where Slack can, and through a modal from the menu, for a form or a long question', () => {
    const confirm = { ...draft(1).actions[0]!, confirm: 'Everybody is told.' }
    const long = { ...confirm, confirm: 'Everybody is told. '.repeat(30) }
    const form = { ...confirm, form: waitingCard().actions[1]!.form! }
    expect(JSON.stringify(renderSlackMessage({ ...draft(1), actions: [confirm] }).blocks)).toContain(
      'Everybody is told.',
    )
    expect([confirm, long, form, draft(1).actions[0]!].map((one) => needsSlackModal(one, false))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([confirm, long, form, draft(1).actions[0]!].map((one) => needsSlackModal(one, true))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('are read back from a press on a button and in the menu, and from nothing else', () => {
    expect(readSlackPress({ type: 'button', action_id: 'x', value: 'a1' })).toEqual({
      actionId: 'a1',
      isFromMenu: false,
    })
    expect(readSlackPress({ type: 'static_select', selected_option: { value: 'a2' } })).toEqual({
      actionId: 'a2',
      isFromMenu: true,
    })
    for (const other of [
      null,
      7,
      {},
      { type: 'button' },
      { type: 'static_select', selected_option: null },
      { type: 'overflow' },
    ])
      expect(readSlackPress(other)).toBeNull()
  })

  test('say which of them cannot be shown: an id of 2,001 characters, and one that is taken', () => {
    const { warnings } = renderSlackMessage(draft(2, (at) => ({ id: at === 0 ? 'x'.repeat(2_001) : 'b' })))
    expect(warnings).toEqual(['An action cannot be shown, its id is empty, too long or taken: Do 0'])
    expect(renderSlackMessage(draft(2, () => ({ id: 'same' }))).warnings).toHaveLength(1)
  })
})

describe('a long message', () => {
  const paragraph = (at: number) => `${at} ${'word '.repeat(500)}end${at}.`
  test('of 20 pages goes on in further messages, the actions in the last', () => {
    const message: Message = {
      ...waitingCard(),
      parts: Array.from({ length: 20 }, (_, at) => ({ kind: 'text' as const, text: paragraph(at) })),
    }
    const { blocks, rest, text, warnings } = renderSlackMessage(message)
    expect(rest).toHaveLength(4)
    expect(warnings).toEqual(['Shown in 5 messages, because it is long'])
    expect(JSON.stringify(blocks)).toContain('end0.')
    expect(text).toContain('end0.')
    expect(rest.at(-1)?.blocks.at(-1)?.type).toBe('actions')
    expect(rest.at(-1)?.text).toContain('end19.')
  })

  test('of 60 short facts with headings is one message', () => {
    const parts = Array.from({ length: 30 }, (_, at): MessagePart[] => [
      { kind: 'heading', text: `Heading ${at}` },
      { kind: 'facts', facts: [{ label: 'Job', value: `Job ${at}` }] },
    ]).flat()
    const { rest, warnings } = renderSlackMessage({ fallbackText: 'x', parts, actions: [] })
    expect([rest, warnings]).toEqual([[], ['Shown as lines, because it is long']])
  })

  test('of nothing says so with a mark rather than failing', () => {
    const { text, blocks } = renderSlackMessage({ fallbackText: '', parts: [], actions: [] })
    expect([text, blocks]).toEqual(['…', []])
  })
})
