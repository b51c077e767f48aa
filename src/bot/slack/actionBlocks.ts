import { cleanLine } from '../../domain/cleanLine.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { ChatWords } from '../../words/chatWords.ts'
import type { Message, MessageAction } from '../message.ts'
import {
  type ActionsBlock,
  type Button,
  type Confirm,
  mrkdwn,
  type Option,
  plainText,
  type SlackBlock,
  type StaticSelect,
} from './blockKit.ts'
import { contextBlocks } from './partBlocks.ts'
import { oneLine, paragraphs, writeLines } from './slackText.ts'

const buttonCountMax = 5
/** A card with steps is read often and pressed rarely: it keeps its plain actions in the menu. */
const cardButtonCountMax = 3
const buttonTextMax = 75
/** What a narrow screen shows of a button; a longer label stands as text beside a short one. */
const readableTextMax = 40
const optionMax = 75
const optionCountMax = 100
const selectTextMax = 4_000
const elementCountMax = 25
const actionIdMax = 255
const buttonValueMax = 2_000
const confirmTextMax = 300
const confirmLabelMax = 30

export interface PlacedActions {
  /** What stands above the details. */
  urgent: SlackBlock[]
  /** What stands at the end, the menu last. */
  others: SlackBlock[]
}

/**
 * All actions of a message: five as buttons, urgent ones first, then primary ones, and the rest in one menu; a menu of one would be
 * a sixth button. Few actions are all buttons. No action is left out.
 */
export function placeActions(message: Message, warnings: string[]): PlacedActions {
  const words = catalogue[message.language ?? 'en'].chats
  const actions = distinctActions(message.actions, warnings)
  const shown = chooseButtons(
    actions,
    message.parts.some((part) => part.kind === 'steps'),
  )
  const buttons = actions.filter((action) => shown.has(action))
  const urgent = buttonBlocks(
    buttons.filter((action) => action.isUrgent === true),
    0,
    warnings,
    words,
  )
  const others = buttonBlocks(
    buttons.filter((action) => action.isUrgent !== true),
    buttons.length,
    warnings,
    words,
  )
  const menu = actions.filter((action) => !shown.has(action))
  return {
    urgent,
    others: [...others.slice(0, -1), ...withMenu(others.at(-1), menu, buttons.length > 0, warnings, words)],
  }
}

function distinctActions(actions: readonly MessageAction[], warnings: string[]): MessageAction[] {
  const byId = new Map<string, MessageAction>()
  for (const action of actions) {
    if (action.id === '' || action.id.length > buttonValueMax || byId.has(action.id))
      warnings.push(
        `An action cannot be shown, its id is empty, too long or taken: ${oneLine(action.label).slice(0, 80)}`,
      )
    else byId.set(action.id, action)
  }
  return [...byId.values()]
}

function chooseButtons(actions: readonly MessageAction[], hasSteps: boolean): ReadonlySet<MessageAction> {
  if (actions.length <= (hasSteps ? cardButtonCountMax : buttonCountMax)) return new Set(actions)
  const urgent = actions.filter((action) => action.isUrgent === true)
  const primary = actions.filter((action) => action.isUrgent !== true && action.style === 'primary')
  const plain = hasSteps ? [] : actions.filter((action) => action.isUrgent !== true && action.style !== 'primary')
  const shown = new Set([...urgent, ...primary, ...plain].slice(0, buttonCountMax))
  // A menu cannot carry a long id, and a menu of one is a button.
  for (const action of actions) if (action.id.length > optionMax) shown.add(action)
  const left = actions.filter((action) => !shown.has(action))
  return left.length === 1 && shown.size <= buttonCountMax ? new Set(actions) : shown
}

// ---- buttons ---------------------------------------------------------------------------------------------------

function labelOf(action: MessageAction, words: ChatWords): string {
  return oneLine(action.label) || words.choose
}

function buttonBlocks(
  actions: readonly MessageAction[],
  indexFrom: number,
  warnings: string[],
  words: ChatWords,
): SlackBlock[] {
  const blocks: SlackBlock[] = []
  actions.forEach((action, index) => {
    const label = labelOf(action, words)
    if (label.length > readableTextMax) {
      blocks.push(...rowBlocks(action, indexFrom + index, warnings, words))
      return
    }
    const button = buttonOf(action, label, indexFrom + index, words)
    const last = blocks.at(-1)
    if (last?.type === 'actions' && last.elements.length < elementCountMax) last.elements.push(button)
    else blocks.push({ type: 'actions', elements: [button] })
  })
  return blocks
}

/** A long label as text, with a short button beside it. */
function rowBlocks(action: MessageAction, index: number, warnings: string[], words: ChatWords): SlackBlock[] {
  const label = labelOf(action, words)
  const head = oneLine(action.shortLabel ?? '') || label.split(words.colon, 1)[0] || label
  const short = cleanLine(head, readableTextMax)
  const text = label.startsWith(`${short} `) && action.shortLabel !== undefined ? label.slice(short.length + 1) : label
  const texts = writeLines([[{ text }]], 3_000)
  if (texts.length > 1) warnings.push(`A label is very long and stands above its button: ${label.slice(0, 80)}`)
  return texts.map((written, at) => ({
    type: 'section',
    text: mrkdwn(written),
    ...(at === texts.length - 1 ? { accessory: buttonOf(action, short, index, words) } : {}),
  }))
}

function buttonOf(action: MessageAction, text: string, index: number, words: ChatWords): Button {
  const shown = cleanLine(text, buttonTextMax)
  const confirm = confirmOf(action, words)
  const label = cleanLine(labelOf(action, words), buttonTextMax)
  return {
    type: 'button',
    action_id: action.id.length <= actionIdMax ? action.id : `action-${index}`,
    text: plainText(shown),
    value: action.id,
    ...(action.style === 'normal' ? {} : { style: action.style }),
    ...(confirm ? { confirm } : {}),
    ...(label === shown ? {} : { accessibility_label: label }),
  }
}

/** Slack's own question before a press; null when a modal has to ask it. */
function confirmOf(action: MessageAction, words: ChatWords): Confirm | null {
  const text = paragraphs(action.confirm ?? '')
  if (text === '' || text.length > confirmTextMax || hasForm(action)) return null
  const yes = oneLine(action.submitLabel ?? '') || words.yesTo(labelOf(action, words))
  return {
    title: plainText(cleanLine(labelOf(action, words), 100)),
    text: plainText(text),
    confirm: plainText(yes.length <= confirmLabelMax ? yes : words.yes),
    deny: plainText(words.back),
    ...(action.style === 'danger' ? { style: 'danger' } : {}),
  }
}

function hasForm(action: MessageAction): boolean {
  return (action.form ?? []).length > 0
}

/** All actions in one row, with their short labels: for a page that shows many things at once. */
export function compactActions(
  given: readonly MessageAction[],
  warnings: string[],
  words: ChatWords = catalogue.en.chats,
): ActionsBlock | null {
  const actions = distinctActions(given, warnings)
  const shown = actions.slice(0, actions.length > buttonCountMax ? buttonCountMax - 1 : buttonCountMax)
  const buttons = shown.map((action, index) =>
    buttonOf(action, oneLine(action.shortLabel ?? '') || labelOf(action, words), index, words),
  )
  const menus = selectsOf(actions.slice(shown.length), words.more, words)
  const elements = [...buttons, ...menus].slice(0, elementCountMax)
  return elements.length === 0 ? null : { type: 'actions', elements }
}

// ---- the menu --------------------------------------------------------------------------------------------------

const menuId = 'more'

function withMenu(
  last: SlackBlock | undefined,
  actions: readonly MessageAction[],
  hasButtons: boolean,
  warnings: string[],
  words: ChatWords,
): SlackBlock[] {
  const before = last ? [last] : []
  if (actions.length === 0) return before
  const [first, ...more] = selectsOf(actions, hasButtons ? words.more : words.chooseAction, words)
  const long = actions.map((action) => labelOf(action, words)).filter((label) => label.length > optionMax)
  for (const label of long) warnings.push(`A label is shortened in the menu and stands above it: ${label.slice(0, 80)}`)
  const full = contextBlocks(long.map((text) => [{ text: '• ' }, { text }]))
  if (!first) return before
  const menus = (elements: StaticSelect[]): ActionsBlock[] =>
    elements.map((one) => ({ type: 'actions', elements: [one] }))
  if (last?.type === 'actions' && full.length === 0 && last.elements.length < elementCountMax)
    return [{ ...last, elements: [...last.elements, first] }, ...menus(more)]
  return [...before, ...full, ...menus([first, ...more])]
}

function selectsOf(actions: readonly MessageAction[], placeholder: string, words: ChatWords): StaticSelect[] {
  const selects: Option[][] = []
  let length = 0
  for (const action of actions) {
    const option = { text: plainText(cleanLine(labelOf(action, words), optionMax)), value: action.id }
    const last = selects.at(-1)
    length += option.text.text.length
    if (last && last.length < optionCountMax && length <= selectTextMax) last.push(option)
    else {
      selects.push([option])
      length = option.text.text.length
    }
  }
  return selects.map((options, index) => ({
    type: 'static_select',
    action_id: `${menuId}-${index + 1}`,
    placeholder: plainText(placeholder),
    options,
  }))
}

// ---- the other way ---------------------------------------------------------------------------------------------

/** The action that was pressed, of an entry of `actions` in Slack's block_actions; null when it is none of ours. */
export function readSlackPress(pressed: unknown): { actionId: string; isFromMenu: boolean } | null {
  if (typeof pressed !== 'object' || pressed === null) return null
  const { type, value, selected_option: option } = pressed as Readonly<Record<string, unknown>>
  if (type === 'button')
    return typeof value === 'string' && value !== '' ? { actionId: value, isFromMenu: false } : null
  if (type !== 'static_select' || typeof option !== 'object' || option === null) return null
  const chosen = (option as Readonly<Record<string, unknown>>).value
  return typeof chosen === 'string' && chosen !== '' ? { actionId: chosen, isFromMenu: true } : null
}

/** True when a press has to open a modal first: for a form, or for a question that Slack did not ask with the press. */
export function needsSlackModal(action: MessageAction, isFromMenu: boolean): boolean {
  if (hasForm(action)) return true
  if (paragraphs(action.confirm ?? '') === '') return false
  return isFromMenu || confirmOf(action, catalogue[action.language ?? 'en'].chats) === null
}
