// The parts of Block Kit that Parley sends, as plain shapes: renderers stay free of Slack's packages.

export interface PlainText {
  type: 'plain_text'
  text: string
  /** False: ":names:" in data stay letters. */
  emoji: false
}

export interface Mrkdwn {
  type: 'mrkdwn'
  text: string
  /** True: addresses and names in data do not become links by themselves. */
  verbatim: true
}

export interface Confirm {
  title: PlainText
  text: PlainText
  confirm: PlainText
  deny: PlainText
  style?: 'primary' | 'danger'
}

export interface Button {
  type: 'button'
  action_id: string
  text: PlainText
  value: string
  style?: 'primary' | 'danger'
  confirm?: Confirm
  accessibility_label?: string
}

export interface Option {
  text: PlainText
  value: string
}

export interface OptionGroup {
  label: PlainText
  options: Option[]
}

export interface StaticSelect {
  type: 'static_select'
  action_id: string
  placeholder: PlainText
  options?: Option[]
  option_groups?: OptionGroup[]
  initial_option?: Option
}

export type InputElement =
  | {
      type: 'plain_text_input'
      action_id: string
      multiline: boolean
      max_length: number
      initial_value?: string
    }
  | { type: 'email_text_input'; action_id: string; initial_value?: string }
  | { type: 'datepicker'; action_id: string; initial_date?: string }
  | { type: 'timepicker'; action_id: string; initial_time?: string }
  | { type: 'radio_buttons'; action_id: string; options: Option[]; initial_option?: Option }
  | { type: 'checkboxes'; action_id: string; options: Option[]; initial_options?: Option[] }
  | StaticSelect

export interface RichText {
  type: 'rich_text'
  elements: { type: 'rich_text_section'; elements: { type: 'text'; text: string }[] }[]
}

export interface TaskCard {
  type: 'task_card'
  task_id: string
  title: string
  status: 'pending' | 'in_progress' | 'complete' | 'error'
  details?: RichText
  output?: RichText
  sources?: { type: 'url'; url: string; text: string }[]
}

export interface SectionBlock {
  type: 'section'
  text?: Mrkdwn
  fields?: Mrkdwn[]
  accessory?: Button
}

export interface ActionsBlock {
  type: 'actions'
  elements: (Button | StaticSelect)[]
}

export interface InputBlock {
  type: 'input'
  block_id: string
  label: PlainText
  element: InputElement
  optional: boolean
  hint?: PlainText
}

export type SlackBlock =
  | { type: 'header'; text: PlainText }
  | SectionBlock
  | { type: 'context'; elements: Mrkdwn[] }
  | ActionsBlock
  | { type: 'plan'; title: string; tasks: TaskCard[] }
  | { type: 'divider' }

export type ModalBlock = SlackBlock | InputBlock

/** What chat.postMessage and chat.update take. Post it with `slackPosting`, so that nothing in `text` becomes a link or a mention. */
export interface SlackMessage {
  text: string
  blocks: SlackBlock[]
}

export const slackPosting = {
  mrkdwn: false,
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const

/** The same for chat.update and chat.postEphemeral, which know fewer arguments. */
export const slackChanging = { parse: slackPosting.parse, link_names: slackPosting.link_names } as const

/** What views.open and views.update take. */
export interface SlackModal {
  type: 'modal'
  callback_id: string
  private_metadata: string
  title: PlainText
  submit: PlainText
  close: PlainText
  blocks: ModalBlock[]
}

/** What views.publish takes. */
export interface SlackHome {
  type: 'home'
  blocks: SlackBlock[]
}

export function plainText(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false }
}

export function mrkdwn(text: string): Mrkdwn {
  return { type: 'mrkdwn', text, verbatim: true }
}

export function richText(text: string): RichText {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}
