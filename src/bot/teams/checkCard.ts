import { type CardElement, sizeOf } from './cardElement.ts'

// What Teams takes, as far as our cards use it (learn.microsoft.com, cards for bots, read 2026-11: Adaptive Cards 1.5, at most 6
// actions, messages up to 100 KB with 80 KB advised; older clients and pages say 28 KB). A card outside of this is a fault of ours.

export const cardBytesMax = 25 * 1024
export const visibleActionCountMax = 6
const titleLengthMax = 100

export interface CardViolation {
  /** Where in the card: "body/3/actions/0". */
  at: string
  sentence: string
}

type Kind =
  | 'words'
  | 'string'
  | 'flag'
  | 'count'
  | 'url'
  | 'data'
  | 'fallback'
  | 'body'
  | 'columns'
  | 'facts'
  | 'choices'
  | 'actions'
  | 'card'
  | readonly string[]
interface Rule {
  is: Kind
  isNeeded?: boolean
}

const spacing: Rule = { is: ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'] }
const common: Readonly<Record<string, Rule>> = { spacing, separator: { is: 'flag' }, id: { is: 'words' } }
const input: Readonly<Record<string, Rule>> = {
  ...common,
  id: { is: 'words', isNeeded: true },
  label: { is: 'words' },
  isRequired: { is: 'flag' },
  errorMessage: { is: 'words' },
  value: { is: 'string' },
  placeholder: { is: 'string' },
}
const containerStyles = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent']
const items: Rule = { is: 'body', isNeeded: true }

const elementRules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  TextBlock: {
    ...common,
    text: { is: 'words', isNeeded: true },
    wrap: { is: 'flag' },
    isSubtle: { is: 'flag' },
    size: { is: ['Small', 'Default', 'Medium', 'Large', 'ExtraLarge'] },
    weight: { is: ['Lighter', 'Default', 'Bolder'] },
    color: { is: ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'] },
  },
  FactSet: { ...common, facts: { is: 'facts', isNeeded: true } },
  ColumnSet: { ...common, columns: { is: 'columns', isNeeded: true } },
  Column: { ...common, items, width: { is: ['auto', 'stretch'] } },
  Container: { ...common, items, style: { is: containerStyles } },
  ActionSet: { ...common, actions: { is: 'actions', isNeeded: true } },
  'Input.Text': {
    ...input,
    isMultiline: { is: 'flag' },
    maxLength: { is: 'count' },
    style: { is: ['Text', 'Tel', 'Url', 'Email'] },
  },
  'Input.Date': input,
  'Input.Time': input,
  'Input.Toggle': {
    ...input,
    title: { is: 'words', isNeeded: true },
    wrap: { is: 'flag' },
    valueOn: { is: 'words' },
    valueOff: { is: 'words' },
  },
  'Input.ChoiceSet': {
    ...input,
    style: { is: ['compact', 'expanded', 'filtered'] },
    wrap: { is: 'flag' },
    choices: { is: 'choices', isNeeded: true },
  },
}

const action: Readonly<Record<string, Rule>> = {
  title: { is: 'words', isNeeded: true },
  style: { is: ['default', 'positive', 'destructive'] },
}
const submit: Readonly<Record<string, Rule>> = {
  ...action,
  data: { is: 'data', isNeeded: true },
  associatedInputs: { is: ['auto', 'none'] },
}
const actionRules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'Action.Execute': { ...submit, verb: { is: 'words', isNeeded: true }, fallback: { is: 'fallback', isNeeded: true } },
  'Action.Submit': submit,
  'Action.OpenUrl': { ...action, url: { is: 'url', isNeeded: true } },
  'Action.ShowCard': { ...action, card: { is: 'card', isNeeded: true } },
}

interface Walk {
  found: CardViolation[]
  ids: Set<string>
  /** Buttons that are seen before anything is unfolded. */
  visibleCount: number
  isInner: boolean
}

/** Every way in which a card breaks the limits or the schema, as far as our renderer uses it; empty when Teams takes it. */
export function checkCard(card: unknown): CardViolation[] {
  const walk: Walk = { found: [], ids: new Set(), visibleCount: 0, isInner: false }
  const bytes = sizeOf(card ?? null)
  if (bytes > cardBytesMax) add(walk, '', `has ${bytes} bytes, at most ${cardBytesMax}`)
  if (!isElement(card) || card.type !== 'AdaptiveCard') add(walk, '', 'is not an AdaptiveCard')
  else {
    if (card.version !== '1.5') add(walk, 'version', 'must be 1.5')
    for (const name of Object.keys(card))
      if (!['type', '$schema', 'version', 'msteams', 'body'].includes(name)) add(walk, name, 'is not known')
    checkBody(card.body, 'body', walk)
    if (walk.visibleCount > visibleActionCountMax)
      add(walk, 'body', `shows ${walk.visibleCount} actions, at most ${visibleActionCountMax}`)
  }
  return walk.found
}

function add(walk: Walk, at: string, sentence: string): void {
  walk.found.push({ at, sentence })
}

function isElement(value: unknown): value is CardElement {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function checkBody(body: unknown, at: string, walk: Walk): void {
  if (!Array.isArray(body) || body.length === 0) {
    add(walk, at, 'must hold at least one element')
    return
  }
  body.forEach((element, index) => {
    const here = `${at}/${index}`
    if (!isElement(element) || !Object.hasOwn(elementRules, element.type) || element.type === 'Column')
      add(walk, here, `${isElement(element) ? element.type : 'this'} is not an element that we send`)
    else checkProperties(element, elementRules[element.type] ?? {}, here, walk)
  })
}

function checkProperties(element: CardElement, rules: Readonly<Record<string, Rule>>, at: string, walk: Walk): void {
  for (const [name, rule] of Object.entries(rules))
    if (rule.isNeeded && element[name] === undefined) add(walk, `${at}/${name}`, 'is missing')
  for (const [name, value] of Object.entries(element)) {
    if (name === 'type' || value === undefined) continue
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule) checkValue(value, rule.is, `${at}/${name}`, walk)
    else add(walk, `${at}/${name}`, `is not known for ${element.type}`)
  }
  if (element.isRequired === true && (!element.label || !element.errorMessage))
    add(walk, at, 'is required without label and errorMessage')
  if (typeof element.id === 'string') {
    if (walk.ids.has(element.id)) add(walk, `${at}/id`, 'is there twice')
    walk.ids.add(element.id)
  }
  if (typeof element.title === 'string' && rules.fallback && element.title.length > titleLengthMax)
    add(walk, `${at}/title`, `has ${element.title.length} characters, at most ${titleLengthMax}`)
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const plainChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  words: isText,
  string: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  count: (value) => Number.isInteger(value) && Number(value) > 0,
  url: (value) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  data: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  facts: (value) => isListOf(value, (one) => typeof one.title === 'string' && isText(one.value)),
  choices: (value) => isListOf(value, (one) => isText(one.title) && typeof one.value === 'string' && one.value !== ''),
}

function isListOf(value: unknown, isGood: (one: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one && isGood(one))
}

function checkValue(value: unknown, kind: Kind, at: string, walk: Walk): void {
  if (typeof kind !== 'string') {
    if (!kind.includes(String(value))) add(walk, at, `must be one of ${kind.join(', ')}`)
    return
  }
  const check = plainChecks[kind]
  if (check) {
    if (!check(value)) add(walk, at, `is not valid as ${kind}`)
  } else if (kind === 'body') checkBody(value, at, walk)
  else if (kind === 'columns') checkColumns(value, at, walk)
  else if (kind === 'actions') checkActions(value, at, walk)
  else if (kind === 'card') checkInnerCard(value, at, walk)
  else if (!isElement(value) || value.type !== 'Action.Submit') add(walk, at, 'must be an Action.Submit')
  else checkProperties(value, submit, at, walk)
}

function checkColumns(columns: unknown, at: string, walk: Walk): void {
  if (!Array.isArray(columns) || columns.length === 0) {
    add(walk, at, 'must hold at least one column')
    return
  }
  columns.forEach((column, index) => {
    if (isElement(column) && column.type === 'Column')
      checkProperties(column, elementRules.Column ?? {}, `${at}/${index}`, walk)
    else add(walk, `${at}/${index}`, 'is not a Column')
  })
}

function checkActions(actions: unknown, at: string, walk: Walk): void {
  if (!Array.isArray(actions) || actions.length === 0) {
    add(walk, at, 'must hold at least one action')
    return
  }
  if (actions.length > visibleActionCountMax) add(walk, at, `holds ${actions.length} actions in one row`)
  if (!walk.isInner) walk.visibleCount += actions.length
  actions.forEach((one, index) => {
    const here = `${at}/${index}`
    if (!isElement(one) || !Object.hasOwn(actionRules, one.type)) add(walk, here, 'is not an action that we send')
    else checkProperties(one, actionRules[one.type] ?? {}, here, walk)
  })
}

function checkInnerCard(card: unknown, at: string, walk: Walk): void {
  if (walk.isInner) add(walk, at, 'unfolds within an unfolded card, which not every client shows')
  else if (!isElement(card) || card.type !== 'AdaptiveCard') add(walk, at, 'is not an AdaptiveCard')
  else checkBody(card.body, `${at}/body`, { ...walk, isInner: true })
}
