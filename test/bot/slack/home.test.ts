import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HomeItem, homeSections } from '../../../src/bot/home.ts'
import type { MessageAction } from '../../../src/bot/message.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { renderSlackHome } from '../../../src/bot/slack/home.ts'
import { messageRuns, messageTimeoutMs, randomMessage } from '../randomMessage.ts'
import { actionIdsOf, textsOf } from './readSlack.ts'

const action = (id: string, label: string): MessageAction => ({ id, label, style: 'normal' })
const view = {
  approvals: [
    {
      title: 'Nadia Petrova · Recruitment Consultant',
      detail: '3 times offered, asked by Rosa Alder',
      url: '/threads/t1',
      actions: [action('a1', 'Open')],
    },
  ],
  interviews: [{ title: '10:00 – 11:00 Jane Whitfield', detail: 'by video', actions: [] }],
  connections: [
    {
      title: 'Calendar',
      detail: 'Not connected: your times are unknown',
      tone: 'warning' as const,
      actions: [action('a2', 'Connect'), action('a3', 'Enter my hours')],
    },
  ],
  settings: [],
}
const options = { baseUrl: 'https://parley.agency.example' }

describe('the home page on Slack', () => {
  test('shows what waits, today, connections, and leaves out a list that is empty for good', () => {
    const { view: home, warnings } = renderSlackHome(view, options)
    expect(warnings).toEqual([])
    expect(home.blocks.map((block) => block.type)).toEqual([
      ...['header', 'section', 'divider', 'header', 'section', 'divider'],
      ...['header', 'section', 'actions'],
    ])
    expect(textsOf(home)).toContain('Nadia Petrova · Recruitment Consultant\n3 times offered, asked by Rosa Alder')
    expect(actionIdsOf(home)).toEqual(['a1', 'a2', 'a3'])
  })

  test('says that nothing waits and that there are no interviews', () => {
    const { view: home } = renderSlackHome({ approvals: [], interviews: [], connections: [], settings: [] })
    expect(textsOf(home)).toEqual([
      'Waiting for you',
      'Nothing waits for you.',
      "Today's interviews",
      'No interviews today.',
    ])
  })

  test('ends a list of 40 approvals with how many more there are, and 8 actions of one line with a menu', () => {
    const actions = Array.from({ length: 8 }, (_, at) => action(`a${at}`, `Do ${at}`))
    const approvals = Array.from({ length: 40 }, () => ({ title: 'Nadia', actions }))
    const { view: home, warnings } = renderSlackHome({ ...view, approvals }, options)
    expect(warnings).toEqual([])
    expect(textsOf(home)).toContain('and 28 more')
    expect(new Set(actionIdsOf(home).slice(0, 8))).toEqual(new Set(actions.map((one) => one.id)))
  })

  test(
    'is within all limits with every action of what it lists (random pages)',
    () => {
      const items = fc.array(
        fc.record({
          title: fc.string({ unit: 'grapheme', maxLength: 2_000 }),
          detail: fc.string({ unit: 'grapheme', maxLength: 4_000 }),
          url: fc.constantFrom('/threads/t1', 'javascript:x', 'https://a.example'),
          tone: fc.constantFrom('good' as const, 'bad' as const),
          actions: randomMessage().map(({ message }) => message.actions.slice(0, 30)),
        }),
        { maxLength: 20, size: 'max' },
      )
      fc.assert(
        fc.property(items, items, items, (approvals, interviews, connections: HomeItem[]) => {
          const given = { approvals, interviews, connections, settings: connections }
          const { view: home } = renderSlackHome(given, options)
          expect(checkSlackPayload(home)).toEqual([])
          const listed = homeSections(given).flatMap((section) => section.items.flatMap((item) => item.actions))
          expect(actionIdsOf(home).toSorted()).toEqual(listed.map((one) => one.id).toSorted())
        }),
        { numRuns: Math.ceil(messageRuns / 20) },
      )
    },
    messageTimeoutMs,
  )
})
