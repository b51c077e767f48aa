// Slack's limits as a table that a program checks (checkLimits.ts). The numbers are those of @slack/types 3, of Slack's block
// reference, and of payloads that others posted and saw refused (read 2026-11-20). Rules W.. are of the shape, not of size.

/** Where a rule applies: a whole surface, a block, an element (`multi_*` and `*` match several) or a composition object. */
export type LimitTarget = `surface:${string}` | `block:${string}` | `element:${string}` | `object:${string}`

export type Check =
  /** Of a text in UTF-16 units, or of a list: [least, most]. */
  | { check: 'length'; value: readonly [number, number] }
  | { check: 'range'; value: readonly [number, number] }
  | { check: 'pattern'; value: RegExp }
  | { check: 'equals'; value: string }
  | { check: 'in' | 'notIn'; value: readonly string[] }
  | { check: 'required' | 'unique' }
  | { check: 'forbidden' }
  /** One of several paths, joined by "|", is there; or exactly one. */
  | { check: 'anyOf' | 'exactlyOne' }
  /** The path is there when a block of this type is. */
  | { check: 'requiredWith'; value: string }
  /** The two numbers, joined by "|", are in order. */
  | { check: 'ordered' }
  /** Sum of all texts below the path. */
  | { check: 'totalText'; value: number }
  /** How many blocks of these types there are. */
  | { check: 'countOf'; value: readonly string[]; most: number }
  | { check: 'notTogether'; value: readonly string[] }
  /** The surfaces on which a block may stand. */
  | { check: 'surface'; value: readonly string[] }

export type Limit = Check & {
  id: string
  target: LimitTarget
  /** "text.text", "fields[].text"; [] walks a list. */
  path: string
  /** Slack takes it, but cuts or complains. */
  isWarning?: boolean
}

const sectionAccessories = [
  ...['button', 'checkboxes', 'datepicker', 'image', 'overflow', 'radio_buttons', 'timepicker', 'workflow_button'],
  ...['static_select', 'users_select', 'conversations_select', 'channels_select', 'external_select'],
  ...['multi_static_select', 'multi_users_select', 'multi_conversations_select', 'multi_channels_select'],
  'multi_external_select',
]
// The whole message is refused when an actions block holds one of these.
const notForActions = [
  ...['multi_static_select', 'plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'file_input'],
  'image',
]

export const knownBlocks: ReadonlySet<string> = new Set([
  ...['actions', 'alert', 'card', 'carousel', 'container', 'context', 'context_actions', 'data_table', 'divider'],
  ...['file', 'header', 'image', 'input', 'markdown', 'rich_text', 'section', 'table', 'task_card', 'plan', 'video'],
  'data_visualization',
])

export const limits: readonly Limit[] = [
  { id: 'R001', target: 'surface:message', path: 'blocks', check: 'length', value: [0, 50] },
  { id: 'R002', target: 'surface:modal', path: 'blocks', check: 'length', value: [0, 100] },
  { id: 'R003', target: 'surface:home', path: 'blocks', check: 'length', value: [0, 100] },
  { id: 'R004', target: 'surface:message', path: 'text', check: 'length', value: [1, 40_000], isWarning: true },
  // What notifications and screen readers say; our own rule.
  { id: 'R005', target: 'surface:message', path: 'text', check: 'required' },
  { id: 'R006', target: 'surface:message', path: 'blocks', check: 'totalText', value: 13_000, isWarning: true },
  { id: 'R007', target: 'surface:message', path: 'blocks', check: 'countOf', value: ['data_visualization'], most: 2 },
  { id: 'R008', target: 'surface:message', path: 'blocks', check: 'countOf', value: ['table', 'data_table'], most: 1 },
  { id: 'R009', target: 'surface:*', path: 'blocks[].block_id', check: 'unique' },
  { id: 'R010', target: 'surface:*', path: 'blocks[].block_id', check: 'length', value: [1, 255] },
  { id: 'R011', target: 'surface:modal', path: 'title.text', check: 'length', value: [1, 24] },
  { id: 'R012', target: 'surface:modal', path: 'title.type', check: 'equals', value: 'plain_text' },
  { id: 'R013', target: 'surface:modal', path: 'submit.text', check: 'length', value: [1, 24] },
  { id: 'R014', target: 'surface:modal', path: 'close.text', check: 'length', value: [1, 24] },
  { id: 'R015', target: 'surface:modal', path: 'submit', check: 'requiredWith', value: 'input' },
  { id: 'R016', target: 'surface:modal', path: 'private_metadata', check: 'length', value: [0, 3_000] },
  { id: 'R017', target: 'surface:home', path: 'private_metadata', check: 'length', value: [0, 3_000] },
  { id: 'R018', target: 'surface:modal', path: 'callback_id', check: 'length', value: [0, 255] },
  { id: 'R019', target: 'surface:modal', path: 'external_id', check: 'length', value: [0, 255] },
  { id: 'W01', target: 'surface:modal', path: 'title', check: 'required' },
  { id: 'W02', target: 'surface:modal', path: 'blocks', check: 'required' },
  { id: 'R025', target: 'surface:message', path: 'blocks', check: 'notTogether', value: ['plan', 'task_card'] },

  { id: 'R022', target: 'block:alert', path: '', check: 'surface', value: ['modal'] },
  { id: 'R023', target: 'block:markdown', path: '', check: 'surface', value: ['message'] },
  { id: 'R024', target: 'block:input', path: '', check: 'surface', value: ['modal', 'home', 'message'] },
  { id: 'R026', target: 'block:section', path: 'text.text', check: 'length', value: [1, 3_000] },
  { id: 'R027', target: 'block:section', path: 'fields', check: 'length', value: [1, 10] },
  { id: 'R028', target: 'block:section', path: 'fields[].text', check: 'length', value: [1, 2_000] },
  { id: 'R029', target: 'block:section', path: 'text|fields', check: 'anyOf' },
  { id: 'R030', target: 'block:section', path: 'accessory.type', check: 'in', value: sectionAccessories },
  { id: 'W03', target: 'block:header', path: 'text.text', check: 'required' },
  { id: 'R031', target: 'block:header', path: 'text.text', check: 'length', value: [1, 150] },
  { id: 'R032', target: 'block:header', path: 'text.type', check: 'equals', value: 'plain_text' },
  { id: 'W04', target: 'block:context', path: 'elements', check: 'required' },
  { id: 'R033', target: 'block:context', path: 'elements', check: 'length', value: [1, 10] },
  {
    id: 'R034',
    target: 'block:context',
    path: 'elements[].type',
    check: 'in',
    value: ['image', 'plain_text', 'mrkdwn'],
  },
  { id: 'W05', target: 'block:actions', path: 'elements', check: 'required' },
  { id: 'R035', target: 'block:actions', path: 'elements', check: 'length', value: [1, 25] },
  { id: 'R036', target: 'block:actions', path: 'elements[].type', check: 'notIn', value: notForActions },
  { id: 'R037', target: 'block:actions', path: 'elements[].action_id', check: 'unique' },
  { id: 'R038', target: 'block:context_actions', path: 'elements', check: 'length', value: [1, 5] },
  {
    id: 'R039',
    target: 'block:context_actions',
    path: 'elements[].type',
    check: 'in',
    value: ['feedback_buttons', 'icon_button'],
  },
  { id: 'W06', target: 'block:input', path: 'label.text', check: 'required' },
  { id: 'W07', target: 'block:input', path: 'element.type', check: 'required' },
  { id: 'R040', target: 'block:input', path: 'label.text', check: 'length', value: [1, 2_000] },
  { id: 'R041', target: 'block:input', path: 'hint.text', check: 'length', value: [1, 2_000] },
  { id: 'R042', target: 'block:input', path: 'label.type', check: 'equals', value: 'plain_text' },
  { id: 'W08', target: 'block:image', path: 'alt_text', check: 'required' },
  { id: 'R043', target: 'block:image', path: 'alt_text', check: 'length', value: [1, 2_000] },
  { id: 'R044', target: 'block:image', path: 'title.text', check: 'length', value: [1, 2_000] },
  { id: 'R045', target: 'block:image', path: 'image_url', check: 'length', value: [1, 3_000] },
  { id: 'R046', target: 'block:markdown', path: 'text', check: 'length', value: [1, 12_000] },
  { id: 'R047', target: 'block:card', path: 'title.text', check: 'length', value: [1, 150] },
  { id: 'R048', target: 'block:card', path: 'subtitle.text', check: 'length', value: [1, 150] },
  { id: 'R049', target: 'block:card', path: 'body.text', check: 'length', value: [1, 200] },
  { id: 'R050', target: 'block:card', path: 'hero_image|title|actions|body', check: 'anyOf' },
  { id: 'R051', target: 'block:card', path: 'actions[].type', check: 'in', value: ['button'] },
  { id: 'R052', target: 'block:carousel', path: 'elements', check: 'length', value: [1, 10] },
  { id: 'R053', target: 'block:container', path: 'child_blocks', check: 'length', value: [1, 10] },
  { id: 'R054', target: 'block:container', path: 'title.text', check: 'length', value: [1, 150] },
  { id: 'R055', target: 'block:container', path: 'subtitle.text', check: 'length', value: [1, 150] },
  { id: 'R056', target: 'block:table', path: 'rows', check: 'length', value: [1, 100] },
  { id: 'R057', target: 'block:table', path: 'rows[]', check: 'length', value: [1, 20] },
  { id: 'R063', target: 'block:table', path: 'rows', check: 'totalText', value: 10_000 },
  { id: 'R058', target: 'block:data_table', path: 'page_size', check: 'range', value: [1, 100] },
  { id: 'R059', target: 'block:data_table', path: 'caption', check: 'required' },
  { id: 'R060', target: 'block:data_table', path: 'rows', check: 'length', value: [1, 101] },
  { id: 'R061', target: 'block:data_table', path: 'rows[]', check: 'length', value: [1, 20] },
  { id: 'R062', target: 'block:data_table', path: 'rows', check: 'totalText', value: 10_000 },
  {
    id: 'R064',
    target: 'block:task_card',
    path: 'status',
    check: 'in',
    value: ['pending', 'in_progress', 'complete', 'error'],
  },
  { id: 'W09', target: 'block:task_card', path: 'task_id', check: 'required' },
  { id: 'W10', target: 'block:task_card', path: 'title', check: 'length', value: [1, 150] },
  { id: 'W11', target: 'block:plan', path: 'title', check: 'length', value: [1, 150] },
  { id: 'W12', target: 'block:plan', path: 'tasks', check: 'length', value: [1, 50] },
  { id: 'R065', target: 'block:video', path: 'title.text', check: 'length', value: [1, 199] },
  { id: 'R066', target: 'block:video', path: 'author_name', check: 'length', value: [0, 49] },

  { id: 'R067', target: 'element:*', path: 'action_id', check: 'length', value: [1, 255] },
  { id: 'W13', target: 'element:button', path: 'text.text', check: 'required' },
  { id: 'R068', target: 'element:button', path: 'text.text', check: 'length', value: [1, 75] },
  { id: 'R069', target: 'element:button', path: 'text.type', check: 'equals', value: 'plain_text' },
  { id: 'R070', target: 'element:button', path: 'value', check: 'length', value: [0, 2_000] },
  { id: 'R071', target: 'element:button', path: 'url', check: 'length', value: [1, 3_000] },
  { id: 'R072', target: 'element:button', path: 'style', check: 'in', value: ['primary', 'danger'] },
  { id: 'R073', target: 'element:button', path: 'accessibility_label', check: 'length', value: [1, 75] },
  { id: 'R074', target: 'element:workflow_button', path: 'text.text', check: 'length', value: [1, 75] },
  { id: 'R075', target: 'element:static_select', path: 'options', check: 'length', value: [1, 100] },
  { id: 'R076', target: 'element:static_select', path: 'option_groups', check: 'length', value: [1, 100] },
  { id: 'R077', target: 'element:multi_static_select', path: 'options', check: 'length', value: [1, 100] },
  { id: 'R078', target: 'element:multi_static_select', path: 'option_groups', check: 'length', value: [1, 100] },
  { id: 'R079', target: 'element:multi_*', path: 'max_selected_items', check: 'range', value: [1, 10_000] },
  { id: 'R080', target: 'element:static_select', path: 'options|option_groups', check: 'exactlyOne' },
  { id: 'W14', target: 'element:checkboxes', path: 'options', check: 'required' },
  { id: 'R081', target: 'element:checkboxes', path: 'options', check: 'length', value: [1, 10] },
  { id: 'R082', target: 'element:checkboxes', path: 'max_selected_items', check: 'forbidden' },
  { id: 'W15', target: 'element:radio_buttons', path: 'options', check: 'required' },
  { id: 'R083', target: 'element:radio_buttons', path: 'options', check: 'length', value: [1, 10] },
  { id: 'R084', target: 'element:overflow', path: 'options', check: 'length', value: [1, 5] },
  { id: 'R085', target: 'element:*', path: 'placeholder.text', check: 'length', value: [1, 150] },
  { id: 'R086', target: 'element:plain_text_input', path: 'min_length', check: 'range', value: [0, 3_000] },
  { id: 'R087', target: 'element:plain_text_input', path: 'max_length', check: 'range', value: [1, 3_000] },
  { id: 'W16', target: 'element:plain_text_input', path: 'initial_value', check: 'length', value: [0, 3_000] },
  { id: 'R088', target: 'element:file_input', path: 'max_files', check: 'range', value: [1, 10] },
  { id: 'R089', target: 'element:number_input', path: 'min_value|max_value', check: 'ordered' },
  {
    id: 'R090',
    target: 'element:datepicker',
    path: 'initial_date',
    check: 'pattern',
    value: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  },
  {
    id: 'R091',
    target: 'element:timepicker',
    path: 'initial_time',
    check: 'pattern',
    value: /^([01]\d|2[0-3]):[0-5]\d$/,
  },
  { id: 'R092', target: 'element:datetimepicker', path: 'initial_date_time', check: 'pattern', value: /^\d{10}$/ },
  {
    id: 'R093',
    target: 'element:feedback_buttons',
    path: 'positive_button.text.text',
    check: 'length',
    value: [1, 75],
  },
  {
    id: 'R094',
    target: 'element:feedback_buttons',
    path: 'negative_button.text.text',
    check: 'length',
    value: [1, 75],
  },
  { id: 'R095', target: 'element:icon_button', path: 'accessibility_label', check: 'length', value: [1, 75] },

  { id: 'W17', target: 'object:option', path: 'text.text', check: 'required' },
  { id: 'W18', target: 'object:option', path: 'value', check: 'required' },
  { id: 'R096', target: 'object:option', path: 'text.text', check: 'length', value: [1, 75] },
  // Newer tables say 150; 75 is safe under both.
  { id: 'R097', target: 'object:option', path: 'value', check: 'length', value: [1, 75] },
  { id: 'R098', target: 'object:option', path: 'description.text', check: 'length', value: [1, 75] },
  { id: 'R099', target: 'object:option', path: 'url', check: 'length', value: [1, 3_000] },
  { id: 'R100', target: 'object:option_group', path: 'label.text', check: 'length', value: [1, 75] },
  { id: 'R101', target: 'object:option_group', path: 'options', check: 'length', value: [1, 100] },
  { id: 'R102', target: 'object:options', path: '[].value', check: 'unique' },
  { id: 'W19', target: 'object:confirm', path: 'text.text', check: 'required' },
  { id: 'R103', target: 'object:confirm', path: 'title.text', check: 'length', value: [1, 100] },
  { id: 'R104', target: 'object:confirm', path: 'text.text', check: 'length', value: [1, 300] },
  { id: 'R105', target: 'object:confirm', path: 'confirm.text', check: 'length', value: [1, 30] },
  { id: 'R106', target: 'object:confirm', path: 'deny.text', check: 'length', value: [1, 30] },
  { id: 'R107', target: 'object:plain_text', path: 'text', check: 'length', value: [1, 3_000] },
  { id: 'R108', target: 'object:mrkdwn', path: 'text', check: 'length', value: [1, 3_000] },
  { id: 'W20', target: 'object:plain_text', path: 'text', check: 'required' },
  { id: 'W21', target: 'object:mrkdwn', path: 'text', check: 'required' },
]
