import { cleanLine } from '../../domain/cleanLine.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { ChatWords } from '../../words/chatWords.ts'
import type { FieldError } from '../inbound.ts'
import type { FormField } from '../message.ts'
import { type InputBlock, type InputElement, type ModalBlock, type Option, plainText } from './blockKit.ts'
import { contextBlocks, sectionBlocks } from './partBlocks.ts'
import { oneLine, paragraphs } from './slackText.ts'

const labelMax = 2_000
const optionMax = 75
const optionCountMax = 100
const groupCountMax = 100
const textInputMax = 3_000
/** As on the web: so few answers are shown open. */
const radioCountMax = 4
const elementId = 'value'
const ticked = 'true'

/** One field as Slack's own input, with what it holds now; what cannot be shown is said in `warnings`. */
export function fieldBlocks(
  field: FormField,
  value: string,
  warnings: string[],
  words: ChatWords = catalogue.en.chats,
): ModalBlock[] {
  const label = oneLine(field.label) || words.answer
  const hint = oneLine(field.hint ?? '')
  const element = elementOf(field, value, warnings, words)
  // A question without answers to choose from can only be told.
  if (element === null)
    return sectionBlocks([[{ text: label, isBold: true }, { text: `${words.colon}${words.nothingToChoose}` }]])
  const block: InputBlock = {
    type: 'input',
    block_id: blockIdOf(field.name),
    label: plainText(cleanLine(label, labelMax)),
    element,
    optional: !field.isRequired,
    ...(hint === '' ? {} : { hint: plainText(cleanLine(hint, labelMax)) }),
  }
  const long = field.kind === 'choice' ? field.options.filter((option) => oneLine(option.label).length > optionMax) : []
  for (const option of long)
    warnings.push(`An answer is shortened in its list and stands above it: ${option.label.slice(0, 80)}`)
  return [...contextBlocks(long.map((option) => [{ text: '• ' }, { text: oneLine(option.label) }])), block]
}

function elementOf(field: FormField, value: string, warnings: string[], words: ChatWords): InputElement | null {
  switch (field.kind) {
    case 'text': {
      const lengthMax = Math.max(1, Math.min(field.maxLength, textInputMax))
      const initial = value.slice(0, lengthMax).toWellFormed()
      if (initial.length < value.length)
        warnings.push(`What stood in "${field.name}" is cut to ${lengthMax} characters`)
      return {
        type: 'plain_text_input',
        action_id: elementId,
        multiline: field.isMultiline,
        max_length: lengthMax,
        ...(initial === '' ? {} : { initial_value: initial }),
      }
    }
    case 'email':
      return { type: 'email_text_input', action_id: elementId, ...(value === '' ? {} : { initial_value: value }) }
    case 'date':
      return { type: 'datepicker', action_id: elementId, ...(isDate(value) ? { initial_date: value } : {}) }
    case 'time':
      return { type: 'timepicker', action_id: elementId, ...(isTime(value) ? { initial_time: value } : {}) }
    case 'checkbox': {
      const option = { text: plainText(words.yes), value: ticked }
      return {
        type: 'checkboxes',
        action_id: elementId,
        options: [option],
        ...(value === '' ? {} : { initial_options: [option] }),
      }
    }
    case 'choice':
      return choiceOf(field, value, warnings, words)
  }
}

function isDate(value: string): boolean {
  // A date that does not exist keeps the modal from opening.
  const at = new Date(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

function choiceOf(
  field: Extract<FormField, { kind: 'choice' }>,
  value: string,
  warnings: string[],
  words: ChatWords,
): InputElement | null {
  const byCode = new Map<string, Option>()
  for (const { value: own, label } of field.options) {
    const code = codeOf(own)
    if (byCode.has(code)) warnings.push(`An answer of "${field.name}" is there twice: ${oneLine(label).slice(0, 80)}`)
    else byCode.set(code, { text: plainText(cleanLine(label, optionMax) || '–'), value: code })
  }
  const options = [...byCode.values()]
  if (options.length === 0) return null
  const chosen = byCode.get(codeOf(value))
  const initial = chosen && field.options.some((option) => option.value === value) ? { initial_option: chosen } : {}
  if (options.length <= radioCountMax) return { type: 'radio_buttons', action_id: elementId, options, ...initial }
  const select = {
    type: 'static_select',
    action_id: elementId,
    placeholder: plainText(words.chooseOne),
    ...initial,
  } as const
  if (options.length <= optionCountMax) return { ...select, options }
  const groups = Array.from({ length: Math.ceil(options.length / optionCountMax) }, (_, at) => ({
    label: plainText(words.numbers(at * optionCountMax + 1, Math.min((at + 1) * optionCountMax, options.length))),
    options: options.slice(at * optionCountMax, (at + 1) * optionCountMax),
  }))
  if (groups.length > groupCountMax) warnings.push(`"${field.name}" has more answers than Slack can list`)
  return { ...select, option_groups: groups.slice(0, groupCountMax) }
}

// ---- names and values that Slack takes -------------------------------------------------------------------------

/** The field's name as a block id: itself, or a short stand-in for one that is empty or too long. */
export function blockIdOf(name: string): string {
  return name !== '' && name.length <= 200 && !name.startsWith('~') ? name : `~${digestOf(name)}`
}

/** A choice's value as Slack takes it: 1 to 75 characters. */
function codeOf(value: string): string {
  return value !== '' && value.length <= optionMax && !value.startsWith('~') ? value : `~${digestOf(value)}`
}

/** 64 bits of FNV-1a: tells the values of one form apart; nothing secret hangs on it. */
function digestOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn
  return `${text.length.toString(36)}.${hash.toString(36)}`
}

// ---- the other way ---------------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What was filled in, of `view.state.values`, as `InboundAction.fields`: by field name, trimmed; a ticked checkbox 'true', one left
 * open ''. Never throws; what is not there is ''.
 */
export function readSlackFields(values: unknown, form: readonly FormField[]): Record<string, string> {
  const fields: [string, string][] = form.map((field) => {
    const block = isObject(values) ? values[blockIdOf(field.name)] : undefined
    const element = isObject(block) ? block[elementId] : undefined
    return [field.name, isObject(element) ? readElement(field, element) : '']
  })
  return Object.fromEntries(fields)
}

function readElement(field: FormField, element: Json): string {
  switch (field.kind) {
    case 'text':
    case 'email':
      return textOf(element.value).replace(/\r\n?/g, '\n').trim()
    case 'date':
      return textOf(element.selected_date)
    case 'time':
      return textOf(element.selected_time)
    case 'checkbox':
      return Array.isArray(element.selected_options) && element.selected_options.length > 0 ? ticked : ''
    case 'choice': {
      const code = isObject(element.selected_option) ? textOf(element.selected_option.value) : ''
      return field.options.find((option) => codeOf(option.value) === code)?.value ?? code
    }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/**
 * The `errors` of `response_action: errors`, by block id. What belongs to no field of the form stands at its first one; an empty form
 * has no place for it: then the result is empty, and the sentence goes into the modal's `sentence`.
 */
export function slackFieldErrors(errors: readonly FieldError[], form: readonly FormField[]): Record<string, string> {
  const known = new Set(form.filter(canShowError).map((field) => field.name))
  const [first] = known
  const byBlock = new Map<string, string[]>()
  for (const { field, sentence } of errors) {
    const at = known.has(field) ? field : first
    if (at === undefined) continue
    const id = blockIdOf(at)
    byBlock.set(id, [...(byBlock.get(id) ?? []), paragraphs(sentence)])
  }
  return Object.fromEntries([...byBlock].map(([id, sentences]) => [id, sentences.join(' ')]))
}

function canShowError(field: FormField): boolean {
  return field.kind !== 'choice' || field.options.length > 0
}
