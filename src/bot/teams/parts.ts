import { cleanLine, cleanParagraphs } from '../../domain/cleanLine.ts'
import type { MessagePart, MessageStep, Tone } from '../message.ts'
import type { CardElement } from './cardElement.ts'
import { escapeMarkdown, markdownLink, type OwnHosts, readLink, textBlocks } from './cardText.ts'

// Parts of a message as elements of a card. Every element is small enough to be moved into another message.

export interface PartLook {
  hosts: OwnHosts
  baseUrl: string | undefined
  warn: (sentence: string) => void
}

/** Characters of a value that still fit into a row of facts. */
const factLengthMax = 600
const factCountMax = 15
const noteStyles: Readonly<Record<Tone, string>> = {
  info: 'accent',
  good: 'good',
  warning: 'warning',
  bad: 'attention',
}
const toneColors: Readonly<Record<Tone, string>> = {
  info: 'Accent',
  good: 'Good',
  warning: 'Warning',
  bad: 'Attention',
}

export function partElements(part: MessagePart, look: PartLook): CardElement[] {
  const { hosts } = look
  switch (part.kind) {
    case 'heading':
      return [
        ...textBlocks(part.text, hosts, { size: 'Large', weight: 'Bolder' }),
        ...(part.status
          ? textBlocks(part.status.text, hosts, { color: toneColors[part.status.tone], weight: 'Bolder' }).map(near)
          : []),
      ]
    case 'text':
      return textBlocks(part.text, hosts)
    case 'facts':
      return factElements(part.facts, look)
    case 'note':
      return noteElements(part, hosts)
    case 'steps':
      return part.steps.flatMap((step) => stepElements(step, look))
    case 'slots':
      return part.slots.flatMap((slot) => [
        ...textBlocks(`• ${slot.label}`, hosts).map(near),
        ...detailBlocks(slot.detail, hosts),
      ])
    case 'list':
      return [
        ...textBlocks(part.title ?? '', hosts, { weight: 'Bolder' }),
        ...part.items.flatMap((item) => [
          ...(item.url === undefined
            ? textBlocks(`• ${item.text}`, hosts).map(near)
            : linkBlocks('• ', item.text, item.url, look).map(near)),
          ...detailBlocks(item.detail, hosts),
        ]),
      ]
    case 'links':
      return part.links.flatMap((link) => linkBlocks('', link.label, link.url, look))
  }
}

function near(element: CardElement): CardElement {
  return { ...element, spacing: 'Small' }
}

function detailBlocks(detail: string | undefined, hosts: OwnHosts): CardElement[] {
  return textBlocks(detail ?? '', hosts, { isSubtle: true, size: 'Small' }).map((block) => ({
    ...block,
    spacing: 'None',
  }))
}

function noteElements(part: Extract<MessagePart, { kind: 'note' }>, hosts: OwnHosts): CardElement[] {
  const blocks = textBlocks(part.text, hosts)
  // A long note is several boxes, so that each fits into a message.
  const boxes: CardElement[] = []
  for (let at = 0; at < blocks.length; at += 4)
    boxes.push({ type: 'Container', style: noteStyles[part.tone], items: blocks.slice(at, at + 4) })
  return boxes
}

/** "Label (host)" as a link, the host where it is not ours; an address that is none is shown as text. */
export function linkWords(label: string, address: string, look: PartLook): string | null {
  const link = readLink(address, look.baseUrl)
  if (!link) return null
  const line = cleanLine(label, 1_000)
  // An address that is written out shows itself where it leads.
  const isAddress = line === link.url
  const words = markdownLink(line, link, isAddress ? new Set([link.host]) : look.hosts)
  const isShown = isAddress || look.hosts.has(link.host)
  return isShown ? words : `${words} (${escapeMarkdown(link.host, new Set([link.host]))})`
}

function linkBlocks(mark: string, label: string, address: string, look: PartLook): CardElement[] {
  const words = label.length <= 1_000 ? linkWords(label, address, look) : null
  if (words) return [{ type: 'TextBlock', text: `${mark}${words}`, wrap: true }]
  return [...textBlocks(`${mark}${label}`, look.hosts), ...openBlocks(address, look)]
}

/** The address below what it belongs to. */
function openBlocks(address: string | undefined, look: PartLook): CardElement[] {
  if (address === undefined) return []
  const words = linkWords('Open it there', address, look)
  if (words) return [{ type: 'TextBlock', text: words, wrap: true, size: 'Small', spacing: 'None' }]
  warnOfAddress(address, look)
  return detailBlocks(address, look.hosts)
}

interface MessageFact {
  label: string
  value: string
  url?: string | undefined
}

/** Short facts stand in rows; those with several lines under their label. */
function factElements(facts: readonly MessageFact[], look: PartLook): CardElement[] {
  const { hosts } = look
  const elements: CardElement[] = []
  let rows: { title: string; value: string }[] = []
  const endRows = () => {
    if (rows.length > 0) elements.push({ type: 'FactSet', facts: rows })
    rows = []
  }
  for (const fact of facts) {
    const value = cleanParagraphs(fact.value, 20_000)
    const words = fact.url === undefined ? escapeMarkdown(value, hosts) : linkedValue(value, fact.url, look)
    const isShort = value.length + (fact.url ?? '').length <= factLengthMax && fact.label.length <= 100
    if (!isShort || value.includes('\n')) {
      endRows()
      elements.push(...textBlocks(fact.label, hosts, { weight: 'Bolder' }))
      elements.push(...textBlocks(value, hosts).map((block) => ({ ...block, spacing: 'None' })))
      elements.push(...openBlocks(fact.url, look))
    } else {
      if (rows.length === factCountMax) endRows()
      rows.push({ title: escapeMarkdown(cleanLine(fact.label), hosts), value: words || '–' })
    }
  }
  endRows()
  return elements
}

function linkedValue(value: string, address: string, look: PartLook): string {
  const words = linkWords(value, address, look)
  if (words) return words
  warnOfAddress(address, look)
  return escapeMarkdown(`${value} (${cleanLine(address)})`, look.hosts)
}

function warnOfAddress(address: string, look: PartLook): void {
  look.warn(`A link that does not lead to http or https is shown as text: ${cleanLine(address, 120)}`)
}

const marks: Readonly<Record<MessageStep['state'], { mark: string; color: string; word: string | null }>> = {
  done: { mark: '✓', color: 'Good', word: null },
  active: { mark: '●', color: 'Accent', word: null },
  waiting: { mark: '○', color: 'Default', word: null },
  failed: { mark: '✕', color: 'Attention', word: 'failed' },
  skipped: { mark: '–', color: 'Default', word: 'skipped' },
}
const stepLengthMax = 700

function stepElements(step: MessageStep, look: PartLook): CardElement[] {
  const { hosts } = look
  const { mark, color, word } = marks[step.state]
  const label = word ? `${step.label} (${word})` : step.label
  const labels = textBlocks(label, hosts, step.state === 'waiting' ? { isSubtle: true } : {})
  const details = detailBlocks(step.detail, hosts)
  // Where the proof is shown, its link stands with it.
  const links = step.proof ? [] : openBlocks(step.url, look)
  const isShort = label.length + (step.detail ?? '').length <= stepLengthMax
  const beside = isShort ? [...labels, ...details, ...links] : labels.slice(0, 1)
  const row: CardElement = {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: mark, color, weight: 'Bolder' }] },
      {
        type: 'Column',
        width: 'stretch',
        items: beside.length > 0 ? beside : [{ type: 'TextBlock', text: '–', wrap: true }],
      },
    ],
  }
  return isShort ? [row] : [row, ...labels.slice(1), ...details, ...links]
}

/** What outside systems answered, under the name of the step it proves. */
export function proofElements(steps: readonly MessageStep[], look: PartLook): CardElement[] {
  return steps.flatMap((step) =>
    step.proof
      ? [
          ...textBlocks(step.label, look.hosts, { weight: 'Bolder', size: 'Small' }),
          ...textBlocks(step.proof, look.hosts, { size: 'Small' }).map((block) => ({ ...block, spacing: 'None' })),
          ...openBlocks(step.url, look),
        ]
      : [],
  )
}
