import { html } from 'hono/html'
import { isEmail } from '../../ats/recordWrites.ts'
import { isZone } from '../../domain/zone.ts'
import type { Html } from '../shell.ts'

export interface Option {
  value: string
  label: string
}

/** One field of a record's form. `checks` is any number of the options; what stands in a `secret` is never sent back to the browser. */
export interface FieldSpec {
  name: string
  label: string
  kind:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'zone'
    | 'country'
    | 'long'
    | 'select'
    | 'checks'
    | 'emails'
    | 'phones'
    | 'secret'
  hint?: string
  isRequired?: boolean
  maxLength?: number
  options?: readonly Option[]
  autocomplete?: string
  isWide?: boolean
}

/** What was typed, by field; `checks` has several entries, every other kind one. */
export type Values = Readonly<Record<string, readonly string[]>>
export type FieldErrors = Readonly<Record<string, string>>

export function typedIn(values: Values, name: string): string {
  return values[name]?.[0] ?? ''
}

export function linesOf(values: Values, name: string): string[] {
  return [
    ...new Set(
      typedIn(values, name)
        .split(/[\n,;]+/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
}

const maxLengths: Readonly<Record<FieldSpec['kind'], number>> = {
  text: 160,
  email: 254,
  tel: 40,
  url: 2000,
  zone: 60,
  country: 2,
  long: 10_000,
  select: 200,
  checks: 200,
  emails: 1000,
  phones: 400,
  secret: 4000,
}
function maxLengthOf(spec: FieldSpec): number {
  return spec.maxLength ?? maxLengths[spec.kind]
}

/** Text as it can be kept: line breaks as one character, no other control characters, no blank ends. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .toWellFormed()
    .trim()
}

export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

function problemOf(spec: FieldSpec, entries: readonly string[]): string | null {
  const text = entries[0] ?? ''
  const label = spec.label.toLowerCase()
  if (text === '')
    return spec.isRequired ? (spec.kind === 'select' ? `Choose the ${label}.` : `Enter the ${label}.`) : null
  const max = maxLengthOf(spec)
  if (entries.some((entry) => entry.length > max))
    return `Shorten the ${label} to ${max} characters; it has ${text.length}.`
  const lines = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  switch (spec.kind) {
    case 'email':
      return isEmail(text) ? null : 'Enter an e-mail address such as name@company.com.'
    case 'emails': {
      const wrong = lines.find((line) => !isEmail(line))
      return wrong === undefined ? null : `"${wrong.slice(0, 80)}" is not an e-mail address; write one a line.`
    }
    case 'tel':
    case 'phones': {
      const wrong = lines.find((line) => line.length > 60 || line.replace(/\D/g, '').length < 3)
      return wrong === undefined ? null : `"${wrong.slice(0, 60)}" is not a phone number, for example +44 20 7946 0101.`
    }
    case 'url':
      return isWebAddress(text) ? null : 'Enter a web address that begins with https:// or http://.'
    case 'zone':
      return isZone(text) ? null : `"${text.slice(0, 60)}" is not a time zone, for example Europe/Berlin.`
    case 'country':
      return /^[a-z]{2}$/i.test(text) ? null : 'Enter the country as two letters, for example DE or GB.'
    case 'select':
    case 'checks':
      return entries.every((entry) => spec.options?.some((option) => option.value === entry))
        ? null
        : `Choose the ${label} from the list.`
    default:
      return null
  }
}

/** Reads a sent form: everything typed is kept, whether or not it is right. Files and unknown fields are ignored. */
export function readForm(
  specs: readonly FieldSpec[],
  body: Readonly<Record<string, unknown>>,
): { values: Values; errors: FieldErrors } {
  const values: Record<string, string[]> = {}
  const errors: Record<string, string> = {}
  for (const spec of specs) {
    const sent = body[spec.name]
    const entries = (Array.isArray(sent) ? sent : [sent]).filter((entry) => typeof entry === 'string').map(cleanText)
    const kept = spec.kind === 'checks' ? entries.filter(Boolean) : entries.slice(0, 1)
    values[spec.name] = kept
    const problem = problemOf(spec, kept)
    if (problem !== null) errors[spec.name] = problem
  }
  return { values, errors }
}

function renderControl(spec: FieldSpec, values: Values, describedBy: string, isInvalid: boolean): Html {
  const id = `field-${spec.name}`
  const text = typedIn(values, spec.name)
  const described = describedBy === '' ? null : html` aria-describedby="${describedBy}"`
  const invalid = isInvalid ? html` aria-invalid="true"` : null
  const required = spec.isRequired ? html` aria-required="true"` : null
  const autocomplete = spec.autocomplete ? html` autocomplete="${spec.autocomplete}"` : html` autocomplete="off"`
  if (spec.kind === 'select')
    return html`<select id="${id}" name="${spec.name}"${described}${invalid}${required}>${(spec.options ?? []).map(
      (option) =>
        html`<option value="${option.value}"${option.value === text ? html` selected` : null}>${option.label}</option>`,
    )}</select>`
  if (spec.kind === 'long' || spec.kind === 'emails' || spec.kind === 'phones')
    return html`<textarea id="${id}" name="${spec.name}" rows="${spec.kind === 'long' ? 5 : 2}"${described}${invalid}${required}>
${text}</textarea>`
  if (spec.kind === 'secret')
    return html`<input id="${id}" name="${spec.name}" type="password" value="" autocomplete="off" spellcheck="false"${described}${invalid}${required}>`
  const type = spec.kind === 'email' || spec.kind === 'tel' || spec.kind === 'url' ? spec.kind : 'text'
  return html`<input id="${id}" name="${spec.name}" type="${type}" value="${text}"${described}${invalid}${required}${autocomplete}>`
}

export function renderField(spec: FieldSpec, values: Values, errors: FieldErrors): Html {
  const error = errors[spec.name]
  const id = `field-${spec.name}`
  const describedBy = [spec.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const hint = spec.hint ? html`<p class="hint" id="${id}-hint">${spec.hint}</p>` : null
  const problem = error ? html`<p class="field-error" id="${id}-error">${error}</p>` : null
  const mark = spec.isRequired ? html` <span class="needed">(needed)</span>` : null
  const width = spec.isWide || spec.kind === 'long' || spec.kind === 'checks' ? ' is-wide' : ''
  if (spec.kind === 'checks') {
    const chosen = new Set(values[spec.name])
    return html`<fieldset class="field${width}" id="${id}"${describedBy ? html` aria-describedby="${describedBy}"` : null}><legend>${spec.label}${mark}</legend>${hint}${problem}<div class="checks">${(
      spec.options ?? []
    ).map(
      (option) =>
        html`<label class="check"><input type="checkbox" name="${spec.name}" value="${option.value}"${chosen.has(option.value) ? html` checked` : null}> <span>${option.label}</span></label>`,
    )}</div></fieldset>`
  }
  return html`<div class="field${width}"><label for="${id}">${spec.label}${mark}</label>${hint}${problem}${renderControl(spec, values, describedBy, Boolean(error))}</div>`
}

/** The list of what is wrong, above the form, each entry a link to its field. */
export function renderErrors(errors: FieldErrors): Html | null {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  const title = entries.length === 1 ? 'One thing needs another look' : `${entries.length} things need another look`
  return html`<div class="errors" role="alert" aria-labelledby="errors-title"><h2 id="errors-title">${title}</h2><ul>${entries.map(
    ([name, sentence]) => html`<li>${name === '' ? sentence : html`<a href="#field-${name}">${sentence}</a>`}</li>`,
  )}</ul></div>`
}

export interface FormPage {
  action: string
  specs: readonly FieldSpec[]
  values: Values
  errors: FieldErrors
  submitLabel: string
  cancelHref: string
  /** Not shown; sent back as it is. */
  hidden?: Readonly<Record<string, string>>
}

export function renderForm(form: FormPage): Html {
  return html`${renderErrors(form.errors)}<form method="post" action="${form.action}" class="record-form" novalidate>${Object.entries(
    form.hidden ?? {},
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="fields">${form.specs.map((spec) =>
    renderField(spec, form.values, form.errors),
  )}</div><p class="form-end"><button class="button button-primary">${form.submitLabel}</button> <a class="button button-quiet" href="${form.cancelHref}">Cancel</a></p></form>`
}

/** True when the form was sent back as it was shown: then nothing is written, whatever the row looks like. */
export function isUntouched(specs: readonly FieldSpec[], typed: Values, shown: Values): boolean {
  return specs.every((spec) => {
    const left = [...(typed[spec.name] ?? [])].filter(Boolean).sort()
    const right = (shown[spec.name] ?? []).map(cleanText).filter(Boolean).sort()
    return JSON.stringify(left) === JSON.stringify(right)
  })
}
