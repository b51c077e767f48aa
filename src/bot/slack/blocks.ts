import { cleanParagraphs } from '../../domain/cleanLine.ts'
import type { Message, MessagePart } from '../message.ts'
import { placeActions } from './actionBlocks.ts'
import type { RichText, SlackBlock, SlackMessage } from './blockKit.ts'
import { checkSlackPayload, textLengthOf } from './checkLimits.ts'
import { type PartLook, partBlocks, partLines, sectionBlocks } from './partBlocks.ts'
import { escapeMrkdwn } from './slackText.ts'

/** What can be set for a team: `hasPlan` when its Slack takes plan blocks, and where links lead. */
export type SlackRenderOptions = PartLook

export interface SlackRendering extends SlackMessage {
  /** What could not be shown as it was meant; for the log, empty when all is well. */
  warnings: string[]
  /** Further messages to post below the first, when one cannot hold everything. */
  rest: SlackMessage[]
}

const textMax = 40_000
const blockCountMax = 50
const messageTextMax = 13_000

/**
 * Renders what Parley says as Slack blocks. Pure, never throws; every fact and every action is there, and each message passes
 * `checkSlackPayload`. What is too much for rich blocks becomes plain sections, and what is too much for one message goes on in `rest`.
 */
export function renderSlackMessage(message: Message, options: SlackRenderOptions = {}): SlackRendering {
  const looks: readonly Look[] = [
    { name: 'rich', parts: richParts },
    {
      name: 'with steps as text',
      parts: (parts, look, ...kept) => richParts(parts, { ...look, hasPlan: false }, ...kept),
    },
    { name: 'as lines', parts: lineParts },
  ]
  const said = message.language ? { ...options, language: message.language } : options
  for (const look of looks) {
    const warnings: string[] = []
    const blocks = layOut(message, said, look, warnings)
    const payload = { text: fallbackOf(message, blocks), blocks }
    if (checkSlackPayload(payload).length > 0) continue
    if (look.name !== 'rich') warnings.push(`Shown ${look.name}, because it is long`)
    return { ...payload, warnings, rest: [] }
  }
  return renderInSeveral(message, said)
}

interface Look {
  name: string
  parts: (parts: readonly MessagePart[], look: PartLook, warnings: string[], footnotes: SlackBlock[]) => SlackBlock[]
}

/** As on the web: why something is needed stands above the buttons that answer it, the details below. */
function layOut(message: Message, options: PartLook, look: Look, warnings: string[]): SlackBlock[] {
  const { parts } = message
  const firstDetail = parts.findIndex((part) => !['heading', 'note', 'text', 'list'].includes(part.kind))
  const urgentAt = firstDetail < 0 ? parts.length : firstDetail
  const actions = placeActions(message, warnings)
  const footnotes: SlackBlock[] = []
  return [
    ...look.parts(parts.slice(0, urgentAt), options, warnings, footnotes),
    ...actions.urgent,
    ...look.parts(parts.slice(urgentAt), options, warnings, footnotes),
    ...actions.others,
    ...footnotes,
  ]
}

function richParts(
  parts: readonly MessagePart[],
  look: PartLook,
  warnings: string[],
  footnotes: SlackBlock[],
): SlackBlock[] {
  // Slack takes one plan in a message for sure.
  const planAt = parts.findIndex((part) => part.kind === 'steps')
  return parts.flatMap((part, at) =>
    partBlocks(part, { ...look, hasPlan: look.hasPlan === true && at === planAt }, warnings, footnotes),
  )
}

function lineParts(parts: readonly MessagePart[], look: PartLook, warnings: string[]): SlackBlock[] {
  return sectionBlocks(parts.flatMap((part) => partLines(part, look, warnings)))
}

function renderInSeveral(message: Message, options: PartLook): SlackRendering {
  const warnings: string[] = []
  const blocks = layOut(message, { ...options, hasPlan: false }, { name: 'as lines', parts: lineParts }, warnings)
  const [first = { text: fallbackOf(message, []), blocks: [] }, ...rest] = packMessages(blocks)
  if (rest.length > 0) warnings.push(`Shown in ${rest.length + 1} messages, because it is long`)
  for (const part of [first, ...rest])
    for (const { rule, path, said } of checkSlackPayload(part)) warnings.push(`${rule} ${path} ${said}`)
  return { ...first, warnings, rest }
}

function packMessages(blocks: readonly SlackBlock[]): SlackMessage[] {
  const messages: SlackBlock[][] = []
  let length = 0
  for (const block of blocks) {
    const own = textLengthOf(block)
    const last = messages.at(-1)
    if (last && last.length < blockCountMax && length + own <= messageTextMax) {
      last.push(block)
      length += own
    } else {
      messages.push([block])
      length = own
    }
  }
  return messages.map((own) => ({ text: textOf(own) || '…', blocks: own }))
}

/** What notifications and screen readers say: every fact. */
function fallbackOf(message: Message, blocks: readonly SlackBlock[]): string {
  const text = escapeMrkdwn(cleanParagraphs(message.fallbackText, 2 * textMax))
  return text !== '' && text.length <= textMax ? text : textOf(blocks).slice(0, textMax) || '…'
}

/** All text of these blocks, as mrkdwn. */
function textOf(blocks: readonly SlackBlock[]): string {
  return blocks.flatMap(textsOf).join('\n')
}

function textsOf(block: SlackBlock): string[] {
  switch (block.type) {
    case 'header':
      return [escapeMrkdwn(block.text.text)]
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((one) => (one ? [one.text] : []))
    case 'context':
      return block.elements.map((one) => one.text)
    case 'actions':
      return block.elements
        .flatMap((one) =>
          one.type === 'button' ? [one.text.text] : (one.options ?? []).map((option) => option.text.text),
        )
        .map(escapeMrkdwn)
    case 'plan':
      return block.tasks.flatMap((task) =>
        [task.title, ...[task.details, task.output].flatMap((said) => (said ? [richTextOf(said)] : []))].map(
          escapeMrkdwn,
        ),
      )
    case 'divider':
      return []
  }
}

function richTextOf(said: RichText): string {
  return said.elements.flatMap((section) => section.elements.map((one) => one.text)).join('')
}
