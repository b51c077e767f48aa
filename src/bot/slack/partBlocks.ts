import type { Language } from '../../domain/language.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { ChatWords } from '../../words/chatWords.ts'
import type { MessagePart, MessageStep, Tone } from '../message.ts'
import { mrkdwn, plainText, richText, type SectionBlock, type SlackBlock, type TaskCard } from './blockKit.ts'
import { type Line, type LinkOptions, linkPieces, oneLine, type Piece, paragraphs, writeLines } from './slackText.ts'

const sectionLengthMax = 3_000
const fieldLengthMax = 2_000
const fieldCountMax = 10
const headerLengthMax = 150

const toneMarks: Readonly<Record<Tone, string>> = { info: 'ℹ️', good: '✅', warning: '⚠️', bad: '⛔' }
const statusMarks: Readonly<Record<Tone, string>> = { info: '🔵', good: '🟢', warning: '🟠', bad: '🔴' }
const stepMarks: Readonly<Record<MessageStep['state'], string>> = {
  done: '✅',
  active: '⏳',
  waiting: '▫️',
  failed: '❗',
  skipped: '➖',
}

export interface PartLook extends LinkOptions {
  /** Of the words between; as the message's own. */
  language?: Language
  /** Steps as Slack's own plan block. */
  hasPlan?: boolean
}

/**
 * One part as blocks, each within the limits of its kind; every fact of the part is in one of them. What providers answered to the
 * steps goes into `footnotes`, for the end of the message.
 */
export function partBlocks(
  part: MessagePart,
  look: PartLook,
  warnings: string[],
  footnotes: SlackBlock[],
): SlackBlock[] {
  switch (part.kind) {
    case 'heading':
      return headingBlocks(part)
    case 'note':
      return part.tone === 'info'
        ? contextBlocks([[{ text: `${toneMarks.info} ` }, { text: paragraphs(part.text) }]])
        : sectionBlocks(partLines(part, look, warnings))
    case 'facts':
      return factBlocks(part.facts, look, warnings)
    case 'steps':
      return stepBlocks(part.steps, look, warnings, footnotes)
    default:
      return sectionBlocks(partLines(part, look, warnings))
  }
}

/** The same part as lines of text, which need the fewest blocks. */
export function partLines(part: MessagePart, look: PartLook, warnings: string[]): Line[] {
  const link = (label: string, url: string | undefined) => linkPieces(label, url, look, warnings)
  switch (part.kind) {
    case 'heading':
      return [
        [{ text: oneLine(part.text), isBold: true }],
        ...(part.status ? [[{ text: `${statusMarks[part.status.tone]} ${oneLine(part.status.text)}` }]] : []),
      ]
    case 'text':
      return [[{ text: paragraphs(part.text) }]]
    case 'note':
      return [[{ text: `${toneMarks[part.tone]} ` }, { text: paragraphs(part.text) }]]
    case 'facts':
      return part.facts.map((fact) => [
        { text: oneLine(fact.label), isBold: true },
        { text: '  ' },
        ...link(fact.value, fact.url),
      ])
    case 'steps':
      return [...part.steps.map((step) => stepLine(step)), ...proofLines(part.steps, look, warnings)]
    case 'slots':
      return part.slots.map((slot) => [
        { text: part.slots.length > 1 ? '• ' : '' },
        { text: oneLine(slot.label), isBold: true },
        ...detailPieces(slot.detail),
      ])
    case 'list':
      return [
        ...(part.title ? [[{ text: oneLine(part.title), isBold: true }]] : []),
        ...part.items.map((item) => [{ text: '• ' }, ...link(item.text, item.url), ...detailPieces(item.detail)]),
      ]
    case 'links': {
      const pieces = part.links.map((one) => link(one.label, one.url))
      return pieces.length === 0 ? [] : [pieces.flatMap((one, at) => (at === 0 ? one : [{ text: '  ·  ' }, ...one]))]
    }
  }
}

function detailPieces(detail: string | undefined): Piece[] {
  const text = paragraphs(detail ?? '')
  return text === '' ? [] : [{ text: ' – ' }, { text }]
}

function isNothing(lines: readonly Line[]): boolean {
  return lines.every((line) => line.every((piece) => piece.text.trim() === ''))
}

export function sectionBlocks(lines: readonly Line[]): SlackBlock[] {
  if (isNothing(lines)) return []
  return writeLines(lines, sectionLengthMax).map((text) => ({ type: 'section', text: mrkdwn(text) }))
}

/** Small grey text. */
export function contextBlocks(lines: readonly Line[]): SlackBlock[] {
  if (isNothing(lines)) return []
  return writeLines(lines, sectionLengthMax).map((text) => ({ type: 'context', elements: [mrkdwn(text)] }))
}

function headingBlocks(part: Extract<MessagePart, { kind: 'heading' }>): SlackBlock[] {
  const text = oneLine(part.text)
  const head: SlackBlock[] =
    text !== '' && text.length <= headerLengthMax
      ? [{ type: 'header', text: plainText(text) }]
      : sectionBlocks([[{ text, isBold: true }]])
  const status = oneLine(part.status?.text ?? '')
  return part.status && status !== ''
    ? [...head, ...contextBlocks([[{ text: `${statusMarks[part.status.tone]} ` }, { text: status, isBold: true }]])]
    : head
}

function factBlocks(
  facts: Extract<MessagePart, { kind: 'facts' }>['facts'],
  look: LinkOptions,
  warnings: string[],
): SlackBlock[] {
  const blocks: SlackBlock[] = []
  for (const fact of facts) {
    const label = oneLine(fact.label)
    const value = linkPieces(fact.value, fact.url, look, warnings)
    const lines: Line[] = [...(label === '' ? [] : [[{ text: label, isBold: true }]]), value]
    if (isNothing(lines)) continue
    const [written = '', ...more] = writeLines(lines, fieldLengthMax)
    if (more.length > 0 || written.length > fieldLengthMax) {
      blocks.push(...sectionBlocks(lines))
      continue
    }
    const last = blocks.at(-1)
    const fields = last?.type === 'section' ? last.fields : undefined
    if (fields && fields.length < fieldCountMax) fields.push(mrkdwn(written))
    else blocks.push({ type: 'section', fields: [mrkdwn(written)] } satisfies SectionBlock)
  }
  return blocks
}

// ---- steps -----------------------------------------------------------------------------------------------------

function stepLine(step: MessageStep): Line {
  return [
    { text: `${stepMarks[step.state]} ` },
    { text: oneLine(step.label), isBold: step.state === 'active' || step.state === 'failed' },
    ...detailPieces(step.detail),
  ]
}

/** What providers answered, below the steps: it is there to be looked up, not to be read. */
function chatWordsOf({ language = 'en' }: PartLook): ChatWords {
  return catalogue[language].chats
}

function proofLines(steps: readonly MessageStep[], look: PartLook, warnings: string[]): Line[] {
  const words = chatWordsOf(look)
  return steps.flatMap((step) => {
    const proof = paragraphs(step.proof ?? '')
    if (proof === '' && !step.url) return []
    const link = step.url ? linkPieces(words.open, step.url, look, warnings) : []
    return [
      [
        { text: `${oneLine(step.label)}${words.colon}` },
        ...(proof === '' ? [] : [{ text: proof }, { text: link.length > 0 ? ' · ' : '' }]),
        ...link,
      ],
    ]
  })
}

function stepBlocks(
  steps: readonly MessageStep[],
  look: PartLook,
  warnings: string[],
  footnotes: SlackBlock[],
): SlackBlock[] {
  const plan = look.hasPlan ? planBlocks(steps, look) : null
  if (plan) return plan
  footnotes.push(...contextBlocks(proofLines(steps, look, warnings)))
  return sectionBlocks(steps.map(stepLine))
}

const planTextLengthMax = 1_500
const planStatuses: Readonly<Record<MessageStep['state'], TaskCard['status']>> = {
  done: 'complete',
  active: 'in_progress',
  waiting: 'pending',
  failed: 'error',
  // Slack has no word for it; the title says it.
  skipped: 'complete',
}

/** Null when a step is longer than a plan can show. */
function planBlocks(steps: readonly MessageStep[], look: PartLook): SlackBlock[] | null {
  if (steps.length === 0 || steps.length > 50) return null
  const tasks = steps.map((step, index) => taskOf(step, index, look))
  if (tasks.some((task) => task === null)) return null
  const done = steps.filter((step) => step.state === 'done').length
  const active = steps.find((step) => step.state === 'failed') ?? steps.find((step) => step.state === 'active')
  const words = chatWordsOf(look)
  const count = words.stepsDone(done, steps.length)
  const title = active ? `${count}${words.colon}${oneLine(active.label)}` : count
  return [
    {
      type: 'plan',
      title: title.length <= headerLengthMax ? title : count,
      tasks: tasks.filter((task) => task !== null),
    },
  ]
}

function taskOf(step: MessageStep, index: number, look: PartLook): TaskCard | null {
  const words = chatWordsOf(look)
  const skipped = step.state === 'skipped' ? `${words.stepState.skipped}${words.colon}` : ''
  const title = `${skipped}${oneLine(step.label)}`
  const detail = paragraphs(step.detail ?? '')
  const proof = paragraphs(step.proof ?? '')
  const [link] = step.url ? linkPieces(words.openThere, step.url, look, []) : []
  if (oneLine(step.label) === '' || title.length > headerLengthMax) return null
  if (Math.max(detail.length, proof.length) > planTextLengthMax) return null
  if (step.url && link?.url === undefined) return null
  return {
    type: 'task_card',
    task_id: `step-${index + 1}`,
    title,
    status: planStatuses[step.state],
    ...(detail === '' ? {} : { details: richText(detail) }),
    ...(proof === '' ? {} : { output: richText(proof) }),
    ...(link?.url === undefined ? {} : { sources: [{ type: 'url', url: link.url, text: link.text }] }),
  }
}
