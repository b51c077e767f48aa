import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { limits } from '../../../src/bot/slack/limits.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain('a'), value })
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`v${at}`))
const section = { type: 'section', text: plain('a') }
const button = { type: 'button', action_id: 'a', text: plain('a'), value: 'a' }
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })
const message = (...blocks: unknown[]) => ({ text: 'a', blocks })
const input = (element: unknown) => ({ type: 'input', label: plain('a'), element })
const modal = (given: object) => ({ type: 'modal', title: plain('a'), submit: plain('a'), blocks: [], ...given })
const x = (length: number) => 'x'.repeat(length)

/** One fault for each rule of the table. */
const faults: Readonly<Record<string, unknown>> = {
  R001: message(...Array(51).fill(section)),
  R002: modal({ blocks: Array(101).fill(section) }),
  R003: { type: 'home', blocks: Array(101).fill(section) },
  R004: { text: x(40_001), blocks: [] },
  R005: { blocks: [section] },
  R006: message(...Array(5).fill({ type: 'section', text: plain(x(2_900)) })),
  R007: message(...Array(3).fill({ type: 'data_visualization' })),
  R008: message(...Array(2).fill({ type: 'table', rows: [[1]] })),
  R009: message({ ...section, block_id: 'a' }, { ...section, block_id: 'a' }),
  R010: message({ ...section, block_id: x(256) }),
  R011: modal({ title: plain(x(25)) }),
  R012: modal({ title: { type: 'mrkdwn', text: 'a' } }),
  R013: modal({ submit: plain(x(25)) }),
  R014: modal({ close: plain(x(25)) }),
  R015: { type: 'modal', title: plain('a'), blocks: [input({ type: 'datepicker', action_id: 'a' })] },
  R016: modal({ private_metadata: x(3_001) }),
  R017: { type: 'home', blocks: [], private_metadata: x(3_001) },
  R018: modal({ callback_id: x(256) }),
  R019: modal({ external_id: x(256) }),
  R022: message({ type: 'alert', text: plain('a') }),
  R023: modal({ blocks: [{ type: 'markdown', text: 'a' }] }),
  R025: message({ type: 'plan', title: 'a' }, { type: 'task_card', task_id: 'a', title: 'a', status: 'pending' }),
  R026: message({ type: 'section', text: plain(x(3_001)) }),
  R027: message({ type: 'section', fields: Array(11).fill(plain('a')) }),
  R028: message({ type: 'section', fields: [plain(x(2_001))] }),
  R029: message({ type: 'section' }),
  R030: message({ ...section, accessory: { type: 'plain_text_input', action_id: 'a' } }),
  R031: message({ type: 'header', text: plain(x(151)) }),
  R032: message({ type: 'header', text: { type: 'mrkdwn', text: 'a' } }),
  R033: message({ type: 'context', elements: Array(11).fill(plain('a')) }),
  R034: message({ type: 'context', elements: [button] }),
  R035: message(actions(...Array.from({ length: 26 }, (_, at) => ({ ...button, action_id: `a${at}` })))),
  R036: message(actions({ type: 'multi_static_select', action_id: 'a', options: options(2) })),
  R037: message(actions(button, button)),
  R038: message({ type: 'context_actions', elements: Array(6).fill({ type: 'icon_button' }) }),
  R039: message({ type: 'context_actions', elements: [button] }),
  R040: modal({ blocks: [{ ...input({ type: 'datepicker' }), label: plain(x(2_001)) }] }),
  R041: modal({ blocks: [{ ...input({ type: 'datepicker' }), hint: plain(x(2_001)) }] }),
  R042: modal({ blocks: [{ ...input({ type: 'datepicker' }), label: { type: 'mrkdwn', text: 'a' } }] }),
  R043: message({ type: 'image', alt_text: x(2_001) }),
  R044: message({ type: 'image', alt_text: 'a', title: plain(x(2_001)) }),
  R045: message({ type: 'image', alt_text: 'a', image_url: x(3_001) }),
  R046: message({ type: 'markdown', text: x(12_001) }),
  R047: message({ type: 'card', title: plain(x(151)) }),
  R048: message({ type: 'card', title: plain('a'), subtitle: plain(x(151)) }),
  R049: message({ type: 'card', body: plain(x(201)) }),
  R050: message({ type: 'card' }),
  R051: message({ type: 'card', actions: [{ type: 'static_select' }] }),
  R052: message({ type: 'carousel', elements: Array(11).fill({ type: 'card', body: plain('a') }) }),
  R053: message({ type: 'container', child_blocks: Array(11).fill(section) }),
  R054: message({ type: 'container', title: plain(x(151)), child_blocks: [section] }),
  R055: message({ type: 'container', subtitle: plain(x(151)), child_blocks: [section] }),
  R056: message({ type: 'table', rows: Array(101).fill([1]) }),
  R057: message({ type: 'table', rows: [Array(21).fill(1)] }),
  R058: message({ type: 'data_table', caption: 'a', page_size: 101, rows: [[1]] }),
  R059: message({ type: 'data_table', rows: [[1]] }),
  R060: message({ type: 'data_table', caption: 'a', rows: Array(102).fill([1]) }),
  R061: message({ type: 'data_table', caption: 'a', rows: [Array(21).fill(1)] }),
  R062: message({ type: 'data_table', caption: 'a', rows: Array(4).fill([plain(x(2_600))]) }),
  R063: message({ type: 'table', rows: Array(4).fill([plain(x(2_600))]) }),
  R064: message({ type: 'task_card', task_id: 'a', title: 'a', status: 'skipped' }),
  R065: message({ type: 'video', title: plain(x(200)) }),
  R066: message({ type: 'video', author_name: x(50) }),
  R067: message(actions({ ...button, action_id: x(256) })),
  R068: message(actions({ ...button, text: plain(x(76)) })),
  R069: message(actions({ ...button, text: { type: 'mrkdwn', text: 'a' } })),
  R070: message(actions({ ...button, value: x(2_001) })),
  R071: message(actions({ ...button, url: x(3_001) })),
  R072: message(actions({ ...button, style: 'normal' })),
  R073: message(actions({ ...button, accessibility_label: x(76) })),
  R074: message(actions({ type: 'workflow_button', action_id: 'a', text: plain(x(76)) })),
  R075: message(actions({ type: 'static_select', action_id: 'a', options: options(101) })),
  R076: message(actions({ type: 'static_select', action_id: 'a', option_groups: [] })),
  R077: message({ ...section, accessory: { type: 'multi_static_select', options: options(101) } }),
  R078: message({ ...section, accessory: { type: 'multi_static_select', option_groups: [] } }),
  R079: message({ ...section, accessory: { type: 'multi_users_select', max_selected_items: 0 } }),
  R080: message(actions({ type: 'static_select', action_id: 'a' })),
  R081: modal({ blocks: [input({ type: 'checkboxes', options: options(11) })] }),
  R082: modal({ blocks: [input({ type: 'checkboxes', options: options(2), max_selected_items: 1 })] }),
  R083: modal({ blocks: [input({ type: 'radio_buttons', options: options(11) })] }),
  R084: message({ ...section, accessory: { type: 'overflow', options: options(6) } }),
  R085: modal({ blocks: [input({ type: 'datepicker', placeholder: plain(x(151)) })] }),
  R086: modal({ blocks: [input({ type: 'plain_text_input', min_length: -1 })] }),
  R087: modal({ blocks: [input({ type: 'plain_text_input', max_length: 3_001 })] }),
  R088: modal({ blocks: [input({ type: 'file_input', max_files: 11 })] }),
  R089: modal({ blocks: [input({ type: 'number_input', min_value: 3, max_value: 2 })] }),
  R090: modal({ blocks: [input({ type: 'datepicker', initial_date: '2027-13-01' })] }),
  R091: modal({ blocks: [input({ type: 'timepicker', initial_time: '24:00' })] }),
  R092: modal({ blocks: [input({ type: 'datetimepicker', initial_date_time: 1 })] }),
  R093: message({
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', positive_button: { text: plain(x(76)) } }],
  }),
  R094: message({
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', negative_button: { text: plain('') } }],
  }),
  R095: message({ type: 'context_actions', elements: [{ type: 'icon_button', accessibility_label: x(76) }] }),
  R096: message(actions({ type: 'static_select', options: [{ text: plain(x(76)), value: 'a' }] })),
  R097: message(actions({ type: 'static_select', options: [option(x(76))] })),
  R098: message(actions({ type: 'static_select', options: [{ ...option('a'), description: plain(x(76)) }] })),
  R099: message({ ...section, accessory: { type: 'overflow', options: [{ ...option('a'), url: x(3_001) }] } }),
  R100: message(actions({ type: 'static_select', option_groups: [{ label: plain(x(76)), options: options(1) }] })),
  R101: message(actions({ type: 'static_select', option_groups: [{ label: plain('a'), options: [] }] })),
  R102: message(actions({ type: 'static_select', options: [option('a'), option('a')] })),
  R103: message(actions({ ...button, confirm: { title: plain(x(101)), text: plain('a') } })),
  R104: message(actions({ ...button, confirm: { text: plain(x(301)), deny: plain('a') } })),
  R105: message(actions({ ...button, confirm: { text: plain('a'), confirm: plain(x(31)) } })),
  R106: message(actions({ ...button, confirm: { text: plain('a'), deny: plain(x(31)) } })),
  R107: modal({ blocks: [{ type: 'section', text: plain('') }] }),
  R108: message({ type: 'section', text: { type: 'mrkdwn', text: x(3_001) } }),
  W01: { type: 'modal', blocks: [] },
  W02: { type: 'modal', title: plain('a') },
  W03: message({ type: 'header' }),
  W04: message({ type: 'context' }),
  W05: message({ type: 'actions' }),
  W06: modal({ blocks: [{ type: 'input', element: { type: 'datepicker' } }] }),
  W07: modal({ blocks: [{ type: 'input', label: plain('a') }] }),
  W08: message({ type: 'image' }),
  W09: message({ type: 'task_card', title: 'a', status: 'pending' }),
  W10: message({ type: 'task_card', task_id: 'a', title: '', status: 'pending' }),
  W11: message({ type: 'plan', title: '' }),
  W12: message({ type: 'plan', title: 'a', tasks: [] }),
  W13: message(actions({ type: 'button', action_id: 'a' })),
  W14: modal({ blocks: [input({ type: 'checkboxes' })] }),
  W15: modal({ blocks: [input({ type: 'radio_buttons' })] }),
  W16: modal({ blocks: [input({ type: 'plain_text_input', initial_value: x(3_001) })] }),
  W17: message(actions({ type: 'static_select', options: [{ value: 'a' }] })),
  W18: message(actions({ type: 'static_select', options: [{ text: plain('a') }] })),
  W19: message(actions({ ...button, confirm: { title: plain('a'), deny: plain('a') } })),
  W20: message({ type: 'section', text: { type: 'plain_text' } }),
  W21: message({ type: 'section', text: { type: 'mrkdwn' } }),
}
/** No payload can break it: an input may stand on every surface we send. */
const unbreakable = ['R024']

describe('the check of a Slack payload', () => {
  test('has a fault for each of its rules', () => {
    expect([...Object.keys(faults), ...unbreakable].toSorted()).toEqual(limits.map((limit) => limit.id).toSorted())
  })

  test.each(Object.entries(faults))('finds the planted fault against %s', (rule, payload) => {
    expect(checkSlackPayload(payload).map((violation) => violation.rule)).toContain(rule)
  })

  test('finds nothing in a clean message, modal and home page', () => {
    const clean = [section, actions(button, { type: 'static_select', action_id: 'b', options: options(100) })]
    expect(checkSlackPayload(message(...clean))).toEqual([])
    expect(checkSlackPayload(modal({ blocks: [...clean, input({ type: 'datepicker', action_id: 'a' })] }))).toEqual([])
    expect(checkSlackPayload({ type: 'home', blocks: clean })).toEqual([])
  })

  test('says where: a label of 76 characters in the 2nd block', () => {
    const [found] = checkSlackPayload(message(section, actions({ ...button, text: plain(x(76)) })))
    expect(found).toMatchObject({ path: 'blocks[1].elements[0].text.text', said: 'has length 76, not 1 to 75' })
  })

  test('knows a block that Slack does not have', () => {
    expect(checkSlackPayload(message({ type: 'heading' })).map((one) => one.said)).toEqual([
      'no block is called heading',
    ])
    expect(checkSlackPayload(message('text')).map((one) => one.rule)).toEqual(['unknown'])
  })

  test('never throws, whatever it is given (1,000 values)', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (blocks, other) => {
        checkSlackPayload(other)
        checkSlackPayload({ text: other, blocks })
        checkSlackPayload({ type: 'modal', title: other, blocks: [{ type: 'input', element: blocks }] })
      }),
      { numRuns: 1_000 },
    )
    let deep: unknown = 'end'
    for (let at = 0; at < 20_000; at += 1) deep = [deep]
    expect(() => checkSlackPayload({ text: 'a', blocks: deep })).not.toThrow()
  })
})
