import { cleanLine } from '../../domain/cleanLine.ts'
import type { Language } from '../../domain/language.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { MessageAction } from '../message.ts'
import { type CardElement, sizeOf } from './cardElement.ts'
import { type OwnHosts, plainTitle, textBlocks } from './cardText.ts'
import { type FormState, formElements } from './inputs.ts'

// Buttons of a card. Each carries the opaque id of its action and nothing else of the product; `open` and `close` only ask for
// another look of the same card. Clients that do not know Action.Execute send the same as Action.Submit.

const titleLengthMax = 46
/** A form that is bigger is fetched when its button is pressed. */
const foldedFormBytesMax = 6 * 1024

/** What a press carries. `view` asks to show a form or to hide it; without it the action is done. */
export interface PressData {
  action: string
  view?: 'open' | 'close'
}

export interface ButtonLook {
  hosts: OwnHosts
  /** Forms are fetched by a press instead of lying folded in the card. */
  isLean: boolean
}

export interface Button {
  action: MessageAction
  /** What the title has no room for; stands above the button. */
  lead: string | null
  element: CardElement
}

/** A button for an action at the top of a card: pressed at once, or unfolding its form. */
export function renderButton(action: MessageAction, look: ButtonLook): Button {
  const { title, lead } = splitLabel(action.label)
  if (!needsForm(action)) return { action, lead, element: pressElement(title, { action: action.id }, action.style) }
  const folded = look.isLean ? null : foldedForm(action, title, look.hosts)
  return { action, lead, element: folded ?? openElement(title, action) }
}

/** A button within an unfolded part of a card: forms do not unfold there on every client, so they are fetched. */
export function renderInnerButton(action: MessageAction): Button {
  const { title, lead } = splitLabel(action.label)
  const element = needsForm(action)
    ? openElement(title, action)
    : pressElement(title, { action: action.id }, action.style)
  return { action, lead, element }
}

export function needsForm(action: MessageAction): boolean {
  return action.confirm !== undefined || (action.form ?? []).length > 0
}

function openElement(title: string, action: MessageAction): CardElement {
  return pressElement(title, { action: action.id, view: 'open' }, action.style)
}

function foldedForm(action: MessageAction, title: string, hosts: OwnHosts): CardElement | null {
  const card = {
    type: 'AdaptiveCard',
    body: [...formBody(action, { hosts, isGuarded: true }), { type: 'ActionSet', actions: [submitElement(action)] }],
  }
  if (sizeOf(card) > foldedFormBytesMax) return null
  return { type: 'Action.ShowCard', title, card, ...styleOf(action.style) }
}

export interface OpenForm extends FormState {
  sentence?: string
  tone?: 'warning' | 'info'
}

/** The form of an action standing open in the card: what was wrong, what was typed, and a way to close it. */
export function openFormElement(
  action: MessageAction,
  state: OpenForm,
  look: { hosts: OwnHosts; canClose: boolean; isShort: boolean },
): CardElement {
  const { hosts } = look
  const said = state.sentence
    ? textBlocks(state.sentence, hosts, { color: state.tone === 'info' ? 'Default' : 'Attention', weight: 'Bolder' })
    : []
  const names = new Set((action.form ?? []).map((field) => field.name))
  const otherErrors = (state.errors ?? []).filter((error) => !names.has(error.field))
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [
      ...textBlocks(action.label, hosts, { weight: 'Bolder' }),
      ...said,
      ...otherErrors.flatMap((error) => textBlocks(error.sentence, hosts, { color: 'Attention', weight: 'Bolder' })),
      ...formBody(action, { hosts, isGuarded: false, isShort: look.isShort, ...state }),
      {
        type: 'ActionSet',
        actions: [
          submitElement(action),
          ...(look.canClose ? [pressElement('Close', { action: action.id, view: 'close' }, 'normal')] : []),
        ],
      },
    ],
  }
}

function formBody(action: MessageAction, look: Parameters<typeof formElements>[2]): CardElement[] {
  return [
    ...(action.confirm === undefined ? [] : textBlocks(action.confirm, look.hosts)),
    ...formElements(action.id, action.form ?? [], look),
  ]
}

function submitElement(action: MessageAction): CardElement {
  const label = action.submitLabel ?? ((action.form ?? []).length > 0 ? action.label : yesLabel(action.label))
  const style = action.style === 'danger' ? 'danger' : 'primary'
  return pressElement(plainTitle(label, titleLengthMax), { action: action.id }, style, true)
}

function yesLabel(label: string): string {
  return `Yes, ${label.slice(0, 1).toLowerCase()}${label.slice(1)}`
}

function pressElement(
  title: string,
  press: PressData,
  style: MessageAction['style'],
  sendsInputs = false,
): CardElement {
  const common = {
    title,
    ...styleOf(style),
    data: { ...press },
    ...(sendsInputs ? {} : { associatedInputs: 'none' }),
  }
  return {
    type: 'Action.Execute',
    verb: press.view ?? 'press',
    ...common,
    fallback: { type: 'Action.Submit', ...common },
  }
}

function styleOf(style: MessageAction['style']): { style?: string } {
  if (style === 'normal') return {}
  return { style: style === 'danger' ? 'destructive' : 'positive' }
}

/** A card of normal width shows about 46 characters of a title. A longer label stands above, and the button takes its first clause. */
function splitLabel(label: string): { title: string; lead: string | null } {
  const line = cleanLine(label, 2_000)
  if (line.length <= titleLengthMax) return { title: plainTitle(line), lead: null }
  const clause = /^.{8,44}?(?=: | \()/u.exec(line)?.[0]
  return { title: plainTitle(clause ?? line, titleLengthMax), lead: label }
}

/** Rows of buttons: those that need words above them stand alone. */
export function buttonRows(buttons: readonly Button[], hosts: OwnHosts, rowMax: number): CardElement[] {
  const rows: CardElement[] = []
  let row: CardElement[] = []
  const endRow = () => {
    if (row.length > 0) rows.push({ type: 'ActionSet', actions: row })
    row = []
  }
  for (const { lead, element } of buttons) {
    if (lead !== null || row.length === rowMax) endRow()
    if (lead === null) row.push(element)
    else rows.push(...textBlocks(lead, hosts), { type: 'ActionSet', spacing: 'Small', actions: [element] })
  }
  endRow()
  return rows
}

/** What finds no room among the visible buttons, one below the other. */
export function moreButton(buttons: readonly Button[], hosts: OwnHosts, language: Language = 'en'): CardElement {
  const body = buttonRows(buttons, hosts, 1)
  return { type: 'Action.ShowCard', title: catalogue[language].chats.more, card: { type: 'AdaptiveCard', body } }
}
