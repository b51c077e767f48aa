import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import { catalogue } from '../words/catalogue.ts'
import {
  type FormField,
  fallbackTextOf,
  type Message,
  type MessageAction,
  type MessagePart,
  type MessageStep,
} from './message.ts'

const textLengthMax = 20_000

/**
 * The message for a channel that others read: candidates by their initials; no mail address, no phone number; and nothing that is
 * marked private, such as what they wrote, documents and what they do now. All actions stay, with the same ids. `candidateNames`
 * are those that stand in it besides its own `privateNames`.
 */
export function takeOutPrivateParts(message: Message, candidateNames: readonly string[] = []): Message {
  const { language = 'en' } = message
  const { hidden, leftOut } = catalogue[language].chats
  const hider = hiderOf([...(message.privateNames ?? []), ...candidateNames], hidden)
  const counted = { count: 0 }
  const parts = message.parts.flatMap((part) => publicPart(part, hider, counted))
  const shown = counted.count > 0 ? [...parts, { kind: 'note' as const, tone: 'info' as const, text: leftOut }] : parts
  const actions = message.actions.map((action) => publicAction(action, hider))
  return {
    fallbackText: fallbackTextOf(
      shown,
      actions.map((action) => action.label),
      language,
    ),
    parts: shown,
    actions,
    ...(message.language ? { language: message.language } : {}),
  }
}

interface Hider {
  hide: (text: string) => string
  /** True of an address that says whom it is about, or that is none of a page: renderers show those as text. */
  tells: (address: string) => boolean
}

function hiderOf(names: readonly string[], hidden: string): Hider {
  const patterns = namePatterns(names)
  const hideNames = (text: string) =>
    patterns.reduce((said, one) => replaceName(said, one), text).replace(mailAddress, hidden)
  return {
    hide: (text) => hidePhones(hideNames(cleanParagraphs(text, textLengthMax).normalize('NFC')), hidden),
    tells: (address) => {
      if (!/^(https?:\/\/|\/)/i.test(address)) return true
      // Numbers in an address are ids.
      const words = decodeAddress(address).replace(/[^\p{L}\p{N}@.]+/gu, ' ')
      return hideNames(words) !== words || hideNames(titleCased(words)) !== titleCased(words)
    },
  }
}

/** Initials at the end of a sentence have one full stop. */
function replaceName(text: string, [pattern, initials]: NamePattern): string {
  return text.replace(pattern, (found, at: number) =>
    text.charAt(at + found.length) === '.' ? initials.slice(0, -1) : initials,
  )
}

/** In an address names are written small. */
function titleCased(text: string): string {
  return text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

// ---- names -----------------------------------------------------------------------------------------------------

const nameLengthMax = 200
const tokenCountMax = 8
// First names that are also days and months, in the languages of our dates: a date keeps them.
const calendarWords = new RegExp(
  `^(${[
    'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|april|june|august',
    'märz|mai|juni|juli|okt|dez|mo|di|mi|do|fr|sa|so',
    'janv|févr|mars|avr|avril|juin|juil|août|déc|lun|mer|jeu|ven|sam|dim',
    'ene|abr|ago|dic|abril|mayo|junio|julio|agosto|mié|jue|vie|sáb|dom',
  ].join('|')})$`,
  'iu',
)
const besideNumber = ['(?<!\\d[\\s.]{0,2})', '(?!,?[\\s.]{0,2}\\d)'] as const
const betweenNames = '[\\s,._+-]{1,3}'

type NamePattern = readonly [pattern: RegExp, initials: string]

/** Whole names first, longest first, so that they are found before a part of them. */
function namePatterns(names: readonly string[]): NamePattern[] {
  const known = [...new Set(names.map((name) => cleanLine(name, nameLengthMax).normalize('NFC')))]
  const longestFirst = known.toSorted((a, b) => b.length - a.length)
  return [...longestFirst.flatMap(wholeNamePatterns), ...longestFirst.flatMap(singleNamePatterns)]
}

/** "Jane Whitfield", "jane.whitfield", "Whitfield, Jane". */
function wholeNamePatterns(name: string): NamePattern[] {
  const tokens = tokensOf(name, /[\p{L}\p{M}\p{N}'’-]+/gu)
  const [last] = tokens.slice(-1)
  if (tokens.length < 2 || last === undefined) return []
  const initials = tokens.map(initialOf).join(' ')
  return [tokens, [last, ...tokens.slice(0, -1)]].map((order) => [
    new RegExp(bounded(order.map(escaped).join(betweenNames)), 'giu'),
    initials,
  ])
}

/** "Jane" alone, with a capital, however the records write it; not the small words of a name ("de", "van"). */
function singleNamePatterns(name: string): NamePattern[] {
  const isSmall = name === name.toLowerCase()
  const tokens = tokensOf(name, /[\p{L}\p{M}'’-]{2,}/gu).filter((token) => isSmall || /^(\p{Lu}|\p{Lo})/u.test(token))
  const forms = tokens.flatMap((token) => [token, titleCased(token.toLowerCase())])
  return [...new Set(forms)]
    .filter((form) => !isSmall || form !== form.toLowerCase() || /\p{Lo}/u.test(form))
    .map((form) => {
      const [before, after] = calendarWords.test(form) ? besideNumber : ['', '']
      return [new RegExp(`${before}${bounded(escaped(form))}${after}`, 'gu'), initialOf(form)]
    })
}

function tokensOf(name: string, pattern: RegExp): string[] {
  return (name.match(pattern) ?? []).slice(0, tokenCountMax)
}

/** A whole word; letters without case (Chinese, Arabic) have no such edge. */
function bounded(source: string): string {
  return /\p{Lo}/u.test(source) ? source : `(?<![\\p{L}\\p{M}])${source}(?![\\p{L}\\p{M}])`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function initialOf(token: string): string {
  return `${[...token][0]?.toUpperCase() ?? ''}.`
}

// ---- addresses and numbers -------------------------------------------------------------------------------------

const mailAddress = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu
/** With a plus, a leading zero, an area code in brackets, or in groups as in America. */
const phoneNumber =
  /(?<![\p{L}\p{N}_.:/-])(?:\+\d|00\d|0\d|\(\d{2,5}\)|\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d))[\d\s().-]{0,18}/gu
const numericDate = /^\d{2}[.-]\d{2}[.-]\d{4}/

function hidePhones(text: string, hidden: string): string {
  return text.replace(phoneNumber, (found, at: number, whole: string) => {
    const number = found.replace(/[\s.(-]+$/, '')
    // "09:00" and "0930Z" are times, "03.04.2027" is a date.
    const isTime = /^[:\p{L}]/u.test(whole.slice(at + number.length))
    const isShort = number.replace(/\D/g, '').length < 8
    return isTime || isShort || numericDate.test(number) ? found : hidden + found.slice(number.length)
  })
}

// ---- parts and actions -----------------------------------------------------------------------------------------

interface Counted {
  count: number
}

function shownOf<T extends { isPrivate?: boolean | undefined }>(entries: readonly T[], counted: Counted): T[] {
  const shown = entries.filter((entry) => entry.isPrivate !== true)
  counted.count += entries.length - shown.length
  return shown
}

function publicPart(part: MessagePart, hider: Hider, counted: Counted): MessagePart[] {
  if (part.isPrivate) {
    counted.count += 1
    return []
  }
  switch (part.kind) {
    case 'heading':
      return [
        {
          ...part,
          text: hider.hide(part.text),
          ...(part.status ? { status: { ...part.status, text: hider.hide(part.status.text) } } : {}),
        },
      ]
    case 'text':
    case 'note':
      return [{ ...part, text: hider.hide(part.text) }]
    case 'facts': {
      const facts = shownOf(part.facts, counted).map((fact) => ({
        label: hider.hide(fact.label),
        value: hider.hide(fact.value),
        ...addressOf(fact.url, hider),
      }))
      return facts.length > 0 ? [{ ...part, facts }] : []
    }
    case 'steps':
      return [{ ...part, steps: part.steps.map((step) => publicStep(step, hider, counted)) }]
    case 'slots':
      return [
        {
          ...part,
          slots: part.slots.map((slot) => ({ label: hider.hide(slot.label), ...detailOf(slot.detail, hider) })),
        },
      ]
    case 'list': {
      const items = shownOf(part.items, counted).map((item) => ({
        text: hider.hide(item.text),
        ...detailOf(item.detail, hider),
        ...addressOf(item.url, hider),
      }))
      if (items.length === 0 && part.items.length > 0) return []
      return [{ ...part, ...(part.title === undefined ? {} : { title: hider.hide(part.title) }), items }]
    }
    case 'links': {
      const links = shownOf(part.links, counted).flatMap((link) => {
        const address = addressOf(link.url, hider)
        return 'url' in address ? [{ label: hider.hide(link.label), url: link.url }] : []
      })
      return links.length > 0 ? [{ ...part, links }] : []
    }
  }
}

function detailOf(detail: string | undefined, hider: Hider): { detail?: string } {
  return detail === undefined ? {} : { detail: hider.hide(detail) }
}

function addressOf(url: string | undefined, { tells }: Hider): { url?: string } {
  return url === undefined || tells(url) ? {} : { url }
}

function publicStep(step: MessageStep, hider: Hider, counted: Counted): MessageStep {
  const { detail, proof, url, isPrivate, ...shown } = step
  const own = { ...shown, label: hider.hide(step.label) }
  if (isPrivate) {
    counted.count += 1
    return own
  }
  return {
    ...own,
    ...detailOf(detail, hider),
    ...(proof === undefined ? {} : { proof: hider.hide(proof) }),
    ...addressOf(url, hider),
  }
}

function publicAction(action: MessageAction, hider: Hider): MessageAction {
  const { label, shortLabel, submitLabel, confirm, form } = action
  return {
    ...action,
    label: hider.hide(label),
    ...(shortLabel === undefined ? {} : { shortLabel: hider.hide(shortLabel) }),
    ...(submitLabel === undefined ? {} : { submitLabel: hider.hide(submitLabel) }),
    ...(confirm === undefined ? {} : { confirm: hider.hide(confirm) }),
    ...(form === undefined ? {} : { form: form.map((field) => publicField(field, hider)) }),
  }
}

/** What stands in a field would be sent back changed: rather than initials, it is empty. */
function publicField(field: FormField, hider: Hider): FormField {
  const said = { label: hider.hide(field.label), ...(field.hint === undefined ? {} : { hint: hider.hide(field.hint) }) }
  switch (field.kind) {
    case 'checkbox':
      return { ...field, ...said }
    case 'choice':
      return {
        ...field,
        ...said,
        options: field.options.map((option) => ({ value: option.value, label: hider.hide(option.label) })),
      }
    default:
      return { ...field, ...said, value: hider.hide(field.value) === field.value ? field.value : '' }
  }
}
