import { cleanLine } from '../../domain/cleanLine.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { ChatWords } from '../../words/chatWords.ts'
import type { MessageAction } from '../message.ts'
import { type ModalBlock, plainText, type SlackModal } from './blockKit.ts'
import { checkSlackPayload } from './checkLimits.ts'
import { fieldBlocks } from './modalFields.ts'
import { contextBlocks, sectionBlocks } from './partBlocks.ts'
import { oneLine, paragraphs } from './slackText.ts'

export interface SlackModalOptions {
  /** Default is the action's label. */
  title?: string
  /** By field name: what was filled in before, in place of what the form holds. */
  values?: Readonly<Record<string, string>>
  /** Why it is shown again, above everything else. */
  sentence?: string
  /** Comes back with the submission; at most 3,000 characters. */
  privateMetadata: string
  callbackId: string
}

const titleMax = 24
const blockCountMax = 100

/**
 * The modal that asks what an action needs: its form, its question before something that cannot be undone, or both. Pure, never
 * throws; `warnings` as of a message. Submission: `readSlackFields(view.state.values, action.form)`.
 */
export function renderSlackModal(
  action: Pick<MessageAction, 'label' | 'form' | 'confirm' | 'submitLabel' | 'style' | 'language'>,
  options: SlackModalOptions,
): { view: SlackModal; warnings: string[] } {
  const warnings: string[] = []
  const words = catalogue[action.language ?? 'en'].chats
  const label = oneLine(options.title ?? '') || oneLine(action.label) || 'Parley'
  const sentence = paragraphs(options.sentence ?? '')
  const confirm = paragraphs(action.confirm ?? '')
  const submit = submitOf(action, words)
  const blocks: ModalBlock[] = [
    ...(sentence === '' ? [] : sectionBlocks([[{ text: '⚠️ ' }, { text: sentence }]])),
    ...(label.length > titleMax ? sectionBlocks([[{ text: label, isBold: true }]]) : []),
    ...formBlocks(action, options, warnings, words),
    ...(confirm === '' ? [] : sectionBlocks([[{ text: confirm }]])),
    ...(submit.whole === submit.shown
      ? []
      : contextBlocks([[{ text: `${submit.shown}${words.colon}` }, { text: submit.whole }]])),
  ]
  if (blocks.length > blockCountMax) warnings.push(`The form has more than ${blockCountMax} parts and is cut`)
  const view: SlackModal = {
    type: 'modal',
    callback_id: options.callbackId,
    private_metadata: options.privateMetadata,
    title: plainText(cleanLine(label, titleMax)),
    submit: plainText(submit.shown),
    close: plainText(words.back),
    blocks: blocks.length > 0 ? blocks.slice(0, blockCountMax) : sectionBlocks([[{ text: label }]]),
  }
  for (const { rule, path, said } of checkSlackPayload(view)) warnings.push(`${rule} ${path} ${said}`)
  return { view, warnings }
}

/** A button holds 24 characters; what it does in full words stands above it. */
function submitOf(
  action: Pick<MessageAction, 'label' | 'submitLabel'>,
  words: ChatWords,
): { shown: string; whole: string } {
  const label = oneLine(action.label)
  const whole = oneLine(action.submitLabel ?? '') || label || words.send
  const shown = [whole, label, words.send].find((text) => text !== '' && text.length <= titleMax) ?? words.send
  // The label stands above anyway.
  return { shown, whole: whole === label ? shown : whole }
}

function formBlocks(
  action: Pick<MessageAction, 'form'>,
  options: SlackModalOptions,
  warnings: string[],
  words: ChatWords,
): ModalBlock[] {
  const names = new Set<string>()
  return (action.form ?? []).flatMap((field) => {
    if (names.has(field.name)) {
      warnings.push(`Two fields are called "${field.name.slice(0, 80)}"; the first is shown`)
      return []
    }
    names.add(field.name)
    const own = field.kind === 'checkbox' ? (field.value ? 'true' : '') : field.value
    return fieldBlocks(field, options.values?.[field.name] ?? own, warnings, words)
  })
}
