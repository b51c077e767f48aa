import { cleanLine } from '../../domain/cleanLine.ts'
import type { Message, MessageAction, MessagePart } from '../message.ts'
import {
  type Button,
  buttonRows,
  moreButton,
  type OpenForm,
  openFormElement,
  renderButton,
  renderInnerButton,
} from './buttons.ts'
import { type AdaptiveCard, adaptiveCard, type CardElement, sizeOf } from './cardElement.ts'
import { plainText, textBlocks } from './cardText.ts'
import { cardBytesMax, checkCard, visibleActionCountMax } from './checkCard.ts'
import { type PartLook, partElements, proofElements } from './parts.ts'

export interface TeamsRenderOptions {
  /** Where our own paths lead ("/records/..."); without it they are shown as text. */
  baseUrl?: string
  /** Parley's own hosts: a link elsewhere is shown with its host. */
  ownHosts?: readonly string[]
  /** The form that stands open: it was asked for, or its press did not go through. */
  open?: OpenForm & { actionId: string }
  /** Forms are fetched by whoever presses: where others read, what stands in them is not for everybody. */
  hasFetchedForms?: boolean
  /** Said once at the top, to whoever pressed. */
  notice?: { sentence: string; tone: 'warning' | 'info' }
}

export interface TeamsMessage {
  /** Every fact as plain text: the message itself when there is no card, else what a notification is made of. */
  text: string
  /** Null for plain talk. */
  card: AdaptiveCard | null
  /** What found no room; almost always empty. */
  rest: { text: string; card: AdaptiveCard | null }[]
  /** What could not be shown as it was meant; for the log, empty when all is well. */
  warnings: string[]
}

/** Characters of a text message without a card. */
const textLengthMax = 6_000
/** Left free in a message for its envelope. */
const pageBytesMax = cardBytesMax - 1_024
/** A longer label stands on the card itself instead of within what unfolds. */
const leadLengthMax = 1_000
/** Six such groups fill a card. */
const groupBytesMax = Math.floor((pageBytesMax - 2_048) / visibleActionCountMax)
/** Buttons beside each other: a narrow chat cuts the titles of more. */
const rowMax = 3
const foldedProofBytesMax = 6 * 1_024

/**
 * Renders what Parley says as an Adaptive Card, or as plain text where it is only talk. Pure and never throws. Every fact and
 * every action is there: what is too big for one message first has its forms fetched by a press, then goes on in `rest`.
 */
export function renderTeamsMessage(message: Message, options: TeamsRenderOptions = {}): TeamsMessage {
  const warnings: string[] = []
  const hosts = ownHostsOf(options)
  const look: PartLook = { hosts, baseUrl: options.baseUrl, warn: (sentence) => warnings.push(sentence) }
  const text = plainText(message.fallbackText, hosts)
  if (isTalk(message) && !options.notice) return { ...pageText(message, hosts), warnings }

  const open = openAction(message, options)
  const cards = smallestLook(message, options, look, open).filter(({ body }) => body.length > 0)
  const found = cards.flatMap((card) => checkCard(card))
  warnings.push(...found.map((violation) => `${violation.at}: ${violation.sentence}`))
  const [card = null, ...rest] = cards
  return { text, card, rest: rest.map((one) => ({ text: '', card: one })), warnings: [...new Set(warnings)] }
}

/** A sentence needs no card around it. */
function isTalk(message: Message): boolean {
  return message.actions.length === 0 && message.parts.every((part) => part.kind === 'text')
}

function pageText(message: Message, hosts: ReadonlySet<string>) {
  const words = message.parts.map((part) => (part.kind === 'text' ? plainText(part.text, hosts) : '')).join('\n\n')
  const pages = cutPages(words.trim() === '' ? plainText(message.fallbackText, hosts) : words.trim())
  const [text = '', ...rest] = pages
  return { text, card: null, rest: rest.map((page) => ({ text: page, card: null })) }
}

function cutPages(words: string): string[] {
  const pages: string[] = []
  let rest = words
  while (rest.length > textLengthMax) {
    const end = Math.max(rest.lastIndexOf('\n', textLengthMax), rest.lastIndexOf(' ', textLengthMax))
    let at = end > textLengthMax / 2 ? end : textLengthMax
    if (/[\ud800-\udbff]/.test(rest.charAt(at - 1))) at -= 1
    pages.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...pages, rest]
}

function ownHostsOf(options: TeamsRenderOptions): ReadonlySet<string> {
  const own = new Set(options.ownHosts ?? [])
  if (options.baseUrl) own.add(URL.parse(options.baseUrl)?.host ?? '')
  return own
}

interface OpenAction {
  action: MessageAction
  state: OpenForm
  canClose: boolean
}

/** The one form that stands open: the one asked for, else the first that always does. */
function openAction(message: Message, options: TeamsRenderOptions): OpenAction | null {
  const { open } = options
  const asked = message.actions.find((action) => action.id === open?.actionId)
  if (asked && open) return { action: asked, state: open, canClose: true }
  if (options.hasFetchedForms) return null
  const always = message.actions.find((action) => action.isOpen && (action.form ?? []).length > 0)
  return always ? { action: always, state: {}, canClose: false } : null
}

/** The fullest look that fits into one message; else several. */
function smallestLook(
  message: Message,
  options: TeamsRenderOptions,
  look: PartLook,
  open: OpenAction | null,
): AdaptiveCard[] {
  for (const isLean of options.hasFetchedForms ? [true] : [false, true]) {
    const card = composeCard(message, options, look, open, isLean)
    if (sizeOf(card) <= pageBytesMax) return [card]
  }
  // Whoever asked for a form gets the form.
  if (open?.canClose) {
    const heading = message.parts.filter((part) => part.kind === 'heading').slice(0, 1)
    for (const isShort of [false, true]) {
      const body = [
        ...headElements(heading, options, look),
        openFormElement(open.action, open.state, { hosts: look.hosts, canClose: true, isShort }),
      ]
      const card = adaptiveCard(body)
      if (sizeOf(card) <= pageBytesMax) return [card]
    }
    look.warn(`The form of “${cleanLine(open.action.label, 80)}” is too big for Teams and was left closed.`)
  }
  return composePages(message, options, look)
}

function composeCard(
  message: Message,
  options: TeamsRenderOptions,
  look: PartLook,
  open: OpenAction | null,
  isLean: boolean,
): AdaptiveCard {
  const { hosts } = look
  const [head, details] = splitParts(message.parts)
  const proofs = proofFold(details, look)
  const form = open
    ? [openFormElement(open.action, open.state, { hosts, canClose: open.canClose, isShort: false })]
    : []
  const free = visibleActionCountMax - (proofs.isFolded ? 1 : 0) - (open ? (open.canClose ? 2 : 1) : 0)
  const others = message.actions.filter((action) => action !== open?.action)
  const { shown, hidden } = chooseVisible(others, free)
  const buttons = shown.map((action) => renderButton(action, { hosts, isLean }))
  const urgent = buttons.filter(({ action }) => action.isUrgent === true)
  const calm = buttons.filter(({ action }) => action.isUrgent !== true)
  const more: Button[] =
    hidden.length > 0
      ? [
          {
            action: hidden[0] as MessageAction,
            lead: null,
            element: moreButton(hidden.map(renderInnerButton), hosts, message.language),
          },
        ]
      : []
  return adaptiveCard([
    ...headElements(head, options, look),
    ...form,
    ...buttonRows(urgent, hosts, rowMax),
    ...details.flatMap((part) => partElements(part, look)),
    ...proofs.elements,
    ...buttonRows([...calm, ...more], hosts, rowMax),
  ])
}

function headElements(parts: readonly MessagePart[], options: TeamsRenderOptions, look: PartLook): CardElement[] {
  const { notice } = options
  const said: MessagePart[] = notice ? [{ kind: 'note', tone: notice.tone, text: notice.sentence }] : []
  return [...said, ...parts].flatMap((part) => partElements(part, look))
}

/** Why something is needed stands above the buttons that answer it, everything else below. */
function splitParts(parts: readonly MessagePart[]): [MessagePart[], MessagePart[]] {
  const at = parts.findIndex((part) => !['heading', 'note', 'text', 'list'].includes(part.kind))
  return at < 0 ? [[...parts], []] : [parts.slice(0, at), parts.slice(at)]
}

/** Proofs are for whoever doubts: folded away, unless they are too long for that. */
function proofFold(parts: readonly MessagePart[], look: PartLook): { elements: CardElement[]; isFolded: boolean } {
  const body = parts.flatMap((part) => (part.kind === 'steps' ? proofElements(part.steps, look) : []))
  if (body.length === 0 || sizeOf(body) > foldedProofBytesMax) return { elements: body, isFolded: false }
  const fold = { type: 'Action.ShowCard', title: 'Proof', card: { type: 'AdaptiveCard', body } }
  return { elements: [{ type: 'ActionSet', actions: [fold] }], isFolded: true }
}

/** The first that fit, urgent ones before primary ones before others; each group in the order of the message. */
function chooseVisible(actions: readonly MessageAction[], free: number) {
  if (actions.length <= free) return { shown: [...actions], hidden: [] }
  const weight = (action: MessageAction) => (action.isUrgent ? 0 : action.style === 'primary' ? 1 : 2)
  const chosen = new Set([...actions].sort((a, b) => weight(a) - weight(b)).slice(0, Math.max(0, free - 1)))
  return { shown: actions.filter((one) => chosen.has(one)), hidden: actions.filter((one) => !chosen.has(one)) }
}

/** Last resort: the elements in their order on as many cards as they take, then the actions on as many as those take. */
function composePages(message: Message, options: TeamsRenderOptions, look: PartLook): AdaptiveCard[] {
  const { hosts } = look
  const elements = [
    ...headElements(message.parts, options, look),
    ...message.parts.flatMap((part) => (part.kind === 'steps' ? proofElements(part.steps, look) : [])),
  ]
  const pages: CardElement[][] = [[]]
  let bytes = 0
  let rowCount = 0
  const add = (element: CardElement) => {
    const size = sizeOf(element) + 1
    const isRow = element.type === 'ActionSet'
    if ((bytes > 0 && bytes + size > pageBytesMax - 512) || (isRow && rowCount === visibleActionCountMax)) {
      pages.push([])
      bytes = 0
      rowCount = 0
    }
    pages.at(-1)?.push(element)
    bytes += size
    if (isRow) rowCount += 1
  }
  const buttons = message.actions.map(renderInnerButton)
  const endless = buttons.filter(({ lead }) => (lead ?? '').length > leadLengthMax)
  elements.push(...endless.flatMap(({ lead }) => textBlocks(lead ?? '', hosts)))
  for (const element of elements) add(element)
  // Each group is one button that unfolds, so that no card shows more than it may.
  const short = buttons.map((button) => (endless.includes(button) ? { ...button, lead: null } : button))
  for (const group of groupButtons(short, look))
    add({ type: 'ActionSet', actions: [moreButton(group, hosts, message.language)] })
  return pages.filter((body) => body.length > 0).map((body) => adaptiveCard(body))
}

function groupButtons(buttons: readonly Button[], look: PartLook): Button[][] {
  const groups: Button[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const button of buttons) {
    const size = sizeOf(buttonRows([button], look.hosts, 1))
    bytes += size
    if (bytes > groupBytesMax) {
      groups.push([])
      bytes = size
    }
    groups.at(-1)?.push(button)
  }
  return groups
}
