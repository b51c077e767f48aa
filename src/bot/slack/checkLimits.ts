import { knownBlocks, type Limit, limits } from './limits.ts'

export interface Violation {
  /** Of limits.ts, or "unknown" for a block that Slack does not have. */
  rule: string
  /** Where it is: "blocks[3].text". */
  path: string
  said: string
  /** Slack takes it, but cuts it or may refuse it. */
  isWarning: boolean
}

type Json = Readonly<Record<string, unknown>>
interface Subject {
  targets: readonly string[]
  value: unknown
  path: string
}

/**
 * What Slack would refuse of a message, a modal or a home view, by the table of limits. Both offline Slack servers take anything, so
 * this runs before every call. Never throws; an empty list is a clean payload.
 */
export function checkSlackPayload(payload: unknown): Violation[] {
  const surface = isObject(payload) && (payload.type === 'modal' || payload.type === 'home') ? payload.type : 'message'
  if (!isObject(payload)) return [{ rule: 'unknown', path: '', said: 'is no object', isWarning: false }]
  const subjects: Subject[] = [{ targets: [`surface:${surface}`], value: payload, path: '' }]
  collect(payload, '', 0, subjects)
  const violations: Violation[] = []
  for (const subject of subjects) {
    const [target = ''] = subject.targets
    if (target.startsWith('block:') && !knownBlocks.has(target.slice(6)))
      violations.push({
        rule: 'unknown',
        path: subject.path,
        said: `no block is called ${target.slice(6)}`,
        isWarning: false,
      })
    for (const limit of limitsFor(subject.targets)) check(limit, subject, surface, violations)
  }
  return violations
}

const limitsByTarget = Map.groupBy(limits, (limit) => limit.target)

function limitsFor(targets: readonly string[]): Limit[] {
  return targets.flatMap((target) => {
    const [kind = '', name = ''] = target.split(':')
    const wide = [`${kind}:*`, ...(name.startsWith('multi_') ? [`${kind}:multi_*`] : [])] as readonly Limit['target'][]
    return [target as Limit['target'], ...wide].flatMap((one) => limitsByTarget.get(one) ?? [])
  })
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// By the name under which it stands, what a value is.
const blockLists = new Set(['blocks', 'child_blocks', 'tasks'])
const textTypes = new Set(['plain_text', 'mrkdwn'])
const depthMax = 24

function collect(value: unknown, path: string, depth: number, found: Subject[]): void {
  if (depth > depthMax) return
  if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      collect(entry, `${path}[${index}]`, depth + 1, found)
    })
    return
  }
  if (!isObject(value)) return
  for (const [key, entry] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key
    if (Array.isArray(entry)) {
      if (key === 'options' || key === 'initial_options')
        found.push({ targets: ['object:options'], value: entry, path: at })
      entry.forEach((one, index) => {
        const targets = targetsOf(key, one, value)
        if (targets.length > 0) found.push({ targets, value: one, path: `${at}[${index}]` })
      })
    } else {
      const targets = targetsOf(key, entry, value)
      if (targets.length > 0) found.push({ targets, value: entry, path: at })
    }
    collect(entry, at, depth + 1, found)
  }
}

function targetsOf(key: string, value: unknown, parent: Json): string[] {
  if (!isObject(value)) return blockLists.has(key) ? ['block:nothing'] : []
  const type = typeof value.type === 'string' ? value.type : ''
  if (blockLists.has(key)) return [`block:${type || 'nothing'}`]
  if (key === 'confirm' && ('deny' in value || isObject(value.text))) return ['object:confirm']
  if (key === 'options' || key === 'initial_options' || key === 'initial_option') return ['object:option']
  if (key === 'option_groups') return ['object:option_group']
  if (textTypes.has(type)) return [`object:${type}`]
  if (key === 'elements' && parent.type === 'carousel') return [`block:${type || 'nothing'}`]
  if (key === 'element' || key === 'accessory' || (key === 'elements' && isElementParent(parent)))
    return [`element:${type}`]
  return []
}

function isElementParent(parent: Json): boolean {
  return parent.type === 'actions' || parent.type === 'context' || parent.type === 'context_actions'
}

interface Found {
  value: unknown
  path: string
}

function valuesAt(subject: Found, path: string): Found[] {
  let found: Found[] = [subject]
  for (const step of path.split('.').filter((name) => name !== '')) {
    const name = step.replace(/\[\]$/, '')
    found = found.flatMap(({ value, path: at }) => {
      const own =
        name === ''
          ? { value, path: at }
          : isObject(value) && value[name] !== undefined
            ? { value: value[name], path: at ? `${at}.${name}` : name }
            : null
      if (own === null) return []
      if (!step.endsWith('[]')) return [own]
      return Array.isArray(own.value)
        ? own.value.map((entry: unknown, index) => ({ value: entry, path: `${own.path}[${index}]` }))
        : []
    })
  }
  return found
}

function check(limit: Limit, subject: Subject, surface: string, violations: Violation[]): void {
  const say = (path: string, said: string) =>
    violations.push({ rule: limit.id, path, said, isWarning: limit.isWarning === true })
  switch (limit.check) {
    case 'surface':
      if (!limit.value.includes(surface)) say(subject.path, `may not stand in a ${surface}`)
      return
    case 'required':
      if (valuesAt(subject, limit.path).length === 0) say(subject.path, `${limit.path} is missing`)
      return
    case 'anyOf':
    case 'exactlyOne': {
      const count = limit.path.split('|').filter((path) => valuesAt(subject, path).length > 0).length
      if (count === 0) say(subject.path, `one of ${limit.path} is missing`)
      else if (limit.check === 'exactlyOne' && count > 1) say(subject.path, `only one of ${limit.path} may be there`)
      return
    }
    case 'ordered': {
      const [least, most] = limit.path.split('|').map((path) => Number(valuesAt(subject, path)[0]?.value ?? Number.NaN))
      if (least !== undefined && most !== undefined && least > most) say(subject.path, `${limit.path} are not in order`)
      return
    }
    case 'unique': {
      const values = valuesAt(subject, limit.path)
      if (new Set(values.map((one) => one.value)).size < values.length)
        say(subject.path, `${limit.path} is there twice`)
      return
    }
    case 'requiredWith':
      if (typesIn(subject.value).includes(limit.value) && valuesAt(subject, limit.path).length === 0)
        say(subject.path, `${limit.path} is missing beside ${limit.value}`)
      return
    case 'countOf': {
      const count = typesIn(subject.value).filter((type) => limit.value.includes(type)).length
      if (count > limit.most) say(subject.path, `${count} of ${limit.value.join(' or ')}, at most ${limit.most}`)
      return
    }
    case 'notTogether':
      if (limit.value.every((type) => typesIn(subject.value).includes(type)))
        say(subject.path, `${limit.value.join(' and ')} may not stand together`)
      return
    default:
      for (const found of valuesAt(subject, limit.path)) {
        const said = complaint(limit, found.value)
        if (said) say(found.path, said)
      }
  }
}

function typesIn(payload: unknown): string[] {
  return valuesAt({ value: payload, path: '' }, 'blocks[].type').map(({ value }) => String(value))
}

type ValueCheck = Extract<
  Limit,
  { check: 'length' | 'range' | 'pattern' | 'equals' | 'in' | 'notIn' | 'forbidden' | 'totalText' }
>

function complaint(limit: ValueCheck, value: unknown): string | null {
  switch (limit.check) {
    case 'length': {
      const [least, most] = limit.value
      if (typeof value !== 'string' && !Array.isArray(value)) return 'is neither text nor a list'
      return value.length < least || value.length > most ? `has length ${value.length}, not ${least} to ${most}` : null
    }
    case 'range': {
      const [least, most] = limit.value
      return typeof value === 'number' && value >= least && value <= most ? null : `is not ${least} to ${most}`
    }
    case 'pattern':
      return typeof value === 'string' && limit.value.test(value) ? null : 'does not have the form that is needed'
    case 'equals':
      return value === limit.value ? null : `is not ${limit.value}`
    case 'in':
      return limit.value.includes(String(value)) ? null : `${String(value)} may not stand here`
    case 'notIn':
      return limit.value.includes(String(value)) ? `${String(value)} may not stand here` : null
    case 'forbidden':
      return 'may not be given'
    case 'totalText': {
      const total = textLengthOf(value)
      return total > limit.value ? `has ${total} characters, at most ${limit.value}` : null
    }
  }
}

/** All text that is shown: text objects, and the titles that plans and tasks have as plain strings. */
export function textLengthOf(value: unknown, depth = 0): number {
  if (depth > depthMax) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + textLengthOf(entry, depth + 1), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, entry]) =>
      sum +
      (typeof entry === 'string'
        ? key === 'text' || key === 'title'
          ? entry.length
          : 0
        : textLengthOf(entry, depth + 1)),
    0,
  )
}
