import type { FieldError } from '../inbound.ts'
import type { FormField } from '../message.ts'
import type { CardElement } from './cardElement.ts'
import { type OwnHosts, plainTitle, textBlocks } from './cardText.ts'

// Forms are inputs in the card: dialogs do not work for every client and every licence.

export interface FormState {
  values?: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
}

export interface FormLook extends FormState {
  hosts: OwnHosts
  /** The client itself asks for what is missing. Not in a form that stands open: it would stop every other button of the card. */
  isGuarded: boolean
  /** Without hints and with long lists as typed answers: for a form that is too big otherwise. */
  isShort?: boolean
}

const shownChoiceCountMax = 5
/** A longer list is typed when the form has to be short. */
const listedChoiceCountMax = 30
const valueLengthMax = 4_000

/** Ids of the inputs of an action's form, unique in the card; `readTeamsFields` finds the values by them. */
export function inputIds(actionId: string, form: readonly FormField[]): string[] {
  const taken = new Map<string, number>()
  return form.map(({ name }) => {
    const count = taken.get(name) ?? 0
    taken.set(name, count + 1)
    return `${actionId}:${name}${count === 0 ? '' : `#${count}`}`
  })
}

/** The inputs of a form with their hints and what was wrong with them. */
export function formElements(actionId: string, form: readonly FormField[], look: FormLook): CardElement[] {
  const ids = inputIds(actionId, form)
  return form.flatMap((field, index) => {
    const errors = (look.errors ?? []).filter((error) => error.field === field.name)
    const hint = field.hint && !look.isShort ? field.hint : listHint(field, look)
    return [
      inputElement(field, ids[index] ?? '', look),
      ...(hint ? textBlocks(hint, look.hosts, { isSubtle: true, size: 'Small' }).map(close) : []),
      ...errors.flatMap(({ sentence }) =>
        textBlocks(sentence, look.hosts, { color: 'Attention', weight: 'Bolder' }).map(close),
      ),
    ]
  })
}

/** Belongs to the input above it. */
function close(block: CardElement): CardElement {
  return { ...block, spacing: 'None' }
}

function inputElement(field: FormField, id: string, look: FormLook): CardElement {
  const label = plainTitle(field.label)
  const common = { id, label: field.isRequired && !look.isGuarded ? `${label} *` : label }
  const guard = field.isRequired && look.isGuarded ? { isRequired: true, errorMessage: missingWords(field) } : {}
  const typed = look.values?.[field.name]
  if (field.kind === 'checkbox') {
    const isTicked = typed === undefined ? field.value : typed !== ''
    const value = { value: isTicked ? 'true' : 'false', valueOn: 'true', valueOff: 'false' }
    return { type: 'Input.Toggle', id, title: field.isRequired ? `${label} *` : label, wrap: true, ...value }
  }
  const value = initialValue(field, typed)
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...common,
        ...value,
        ...guard,
        isMultiline: field.isMultiline,
        maxLength: field.maxLength,
      }
    case 'email':
      return { type: 'Input.Text', ...common, ...value, ...guard, style: 'Email', maxLength: 320 }
    case 'date':
      return { type: 'Input.Date', ...common, ...value, ...guard }
    case 'time':
      return { type: 'Input.Time', ...common, ...value, ...guard }
    case 'choice':
      return isTyped(field, look)
        ? { type: 'Input.Text', ...common, ...typedChoice(field, typed), ...guard, maxLength: 300 }
        : { type: 'Input.ChoiceSet', ...common, ...guard, ...choiceSet(field, typed) }
  }
}

/** A value that a client could not take back whole is not put in: what is sent would be a cut one. */
function initialValue(field: FormField, typed: string | undefined): { value?: string } {
  const value = (typed ?? String(field.value)).toWellFormed()
  const isOfKind =
    field.kind === 'date'
      ? /^\d{4}-\d{2}-\d{2}$/.test(value)
      : field.kind === 'time'
        ? /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        : value.length <= valueLengthMax
  return value === '' || !isOfKind ? {} : { value }
}

type ChoiceField = Extract<FormField, { kind: 'choice' }>

function choiceSet(field: ChoiceField, typed: string | undefined) {
  const chosen = typed ?? field.value
  const isOffered = field.options.some((option) => option.value === chosen)
  const choices = field.options.map((option) => ({ title: plainTitle(option.label), value: `=${option.value}` }))
  return {
    style: field.options.length <= shownChoiceCountMax ? 'expanded' : choices.length > 20 ? 'filtered' : 'compact',
    wrap: true,
    placeholder: 'Choose…',
    // A set needs a choice, and each choice a value: "=" stands before ours, so that an empty one is one too.
    choices: choices.length > 0 ? choices : [{ title: 'There is nothing to choose', value: '-' }],
    ...(isOffered ? { value: `=${chosen}` } : {}),
  }
}

function isTyped(field: ChoiceField, look: FormLook): boolean {
  return look.isShort === true && field.options.length > listedChoiceCountMax
}

function typedChoice(field: ChoiceField, typed: string | undefined): { value?: string } {
  const chosen = typed ?? field.value
  const label = field.options.find((option) => option.value === chosen)?.label ?? ''
  return label === '' ? {} : { value: plainTitle(label) }
}

function listHint(field: FormField, look: FormLook): string | null {
  if (field.kind !== 'choice' || !isTyped(field, look)) return null
  const examples = field.options.slice(0, 3).map((option) => `“${option.label.slice(0, 60)}”`)
  return `Type one of ${field.options.length} answers, such as ${examples.join(', ')}.`
}

function missingWords(field: FormField): string {
  const label = plainTitle(field.label, 120)
  return field.kind === 'choice' ? `Choose ${label}.` : `${label} is missing.`
}

/**
 * What was filled into an action's form, in the shape of `InboundAction.fields`: by field name, a ticked checkbox 'true', one left
 * open ''. `data` is what the press carried; anything but strings and booleans counts as not filled in.
 */
export function readTeamsFields(
  data: Readonly<Record<string, unknown>>,
  actionId: string,
  form: readonly FormField[],
): Record<string, string> {
  const ids = inputIds(actionId, form)
  return Object.fromEntries(
    form.map((field, index) => {
      const id = ids[index] ?? ''
      const raw = Object.hasOwn(data, id) ? data[id] : undefined
      const sent = typeof raw === 'string' ? raw : raw === true ? 'true' : ''
      return [field.name, readValue(field, sent)]
    }),
  )
}

function readValue(field: FormField, sent: string): string {
  if (field.kind === 'checkbox') return sent === 'true' ? 'true' : ''
  if (field.kind !== 'choice') return sent.replace(/\r\n?/g, '\n').trim()
  if (sent.startsWith('=')) return sent.slice(1)
  const said = sent.trim().toLowerCase()
  if (said === '' || said === '-') return ''
  const meant = field.options.find((option) => plainTitle(option.label).toLowerCase() === said)
  // What is none of the answers goes on as it is: the check of the fields then says so.
  return meant?.value ?? sent
}
