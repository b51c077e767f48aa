import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import { catalogue } from '../words/catalogue.ts'
import type { ChatWords } from '../words/chatWords.ts'
import type { FieldError } from './inbound.ts'
import type { FormField, Message, MessageAction, MessagePart, MessageStep, Tone } from './message.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface WebRenderContext {
  /** Unique on the page; prefix of every element id. */
  messageId: string
  /** Forms post to `${actionsPath}/${actionId}`. */
  actionsPath: string
  /** Parley's own hosts ("127.0.0.1:3000"): a link elsewhere is shown with its host. */
  ownHosts: readonly string[]
  /** The event id that a press of this form carries, so that two presses of one form are one event. */
  eventIdFor: (actionId: string) => string
  /** By field name: what the browser told us, for fields that are empty. */
  prefill?: Readonly<Record<string, string>>
  /** The press that did not go through, shown again with what was typed; or what a press shows once (tone info). */
  pressed?: {
    actionId: string
    values: Readonly<Record<string, string>>
    errors: readonly FieldError[]
    sentence?: string
    tone?: 'warning' | 'info'
  }
}

export interface WebRendering {
  html: string
  /** What could not be shown as it was meant; for the log, empty when all is well. */
  warnings: string[]
}

const textLengthMax = 20_000
const line = (text: string): string => cleanLine(text, textLengthMax)
const paragraphs = (text: string): string => cleanParagraphs(text, textLengthMax)

/**
 * Renders what Parley says as HTML for the web chat. Pure; everything is escaped, every fact and every action is there,
 * and a link is one only when it leads to http or https.
 */
export function renderWebMessage(message: Message, context: WebRenderContext): WebRendering {
  const warnings: string[] = []
  const words = catalogue[message.language ?? 'en'].chats
  const parts = message.parts.map((part) => renderPart(part, context, warnings, words))
  // Why something is needed stands above the buttons that answer it.
  const firstDetail = message.parts.findIndex((part) => !['heading', 'note', 'text', 'list'].includes(part.kind))
  const urgentAt = firstDetail < 0 ? parts.length : firstDetail
  const actions = message.actions.map((action, index) => ({ action, elementId: `${context.messageId}-a${index}` }))
  const urgent = actions.filter(({ action }) => action.isUrgent === true)
  const others = actions.filter(({ action }) => action.isUrgent !== true)
  const body = html`${parts.slice(0, urgentAt)}${renderActions(urgent, context, words)}${parts.slice(urgentAt)}${renderActions(others, context, words)}`
  return { html: String(body), warnings }
}

/** A card has a heading; anything else is a line of talk. */
export function isCard(message: Message): boolean {
  return message.parts.some((part) => part.kind === 'heading' || part.kind === 'steps')
}

function renderPart(part: MessagePart, context: WebRenderContext, warnings: string[], words: ChatWords): Html {
  switch (part.kind) {
    case 'heading':
      return html`<header class="card-head"><h3 dir="auto">${line(part.text)}</h3>${
        part.status ? html` <span class="pill pill-${part.status.tone}">${line(part.status.text)}</span>` : null
      }</header>`
    case 'text':
      return html`<p class="said" dir="auto">${paragraphs(part.text)}</p>`
    case 'facts':
      return html`<dl class="facts">${part.facts.map(
        (fact) =>
          html`<div><dt>${line(fact.label)}</dt><dd dir="auto">${renderLink(paragraphs(fact.value), fact.url, context, warnings)}</dd></div>`,
      )}</dl>`
    case 'note':
      return html`<div class="note note-${part.tone}">${toneIcons[part.tone]}<p dir="auto"><span class="unseen">${
        words.tone[part.tone]
      }${words.colon}</span>${paragraphs(part.text)}</p></div>`
    case 'steps':
      return html`<ol class="steps">${part.steps.map((step) => renderStep(step, context, warnings, words))}</ol>`
    case 'slots':
      return html`<ul class="slots">${part.slots.map(
        (slot) =>
          html`<li><span class="slot-time" dir="auto">${line(slot.label)}</span>${
            slot.detail ? html` <span class="detail" dir="auto">${line(slot.detail)}</span>` : null
          }</li>`,
      )}</ul>`
    case 'list':
      return html`<div class="list">${part.title ? html`<p class="list-title" dir="auto">${line(part.title)}</p>` : null}<ul>${part.items.map(
        (item) =>
          html`<li><span dir="auto">${renderLink(line(item.text), item.url, context, warnings)}</span>${
            item.detail ? html` <span class="detail" dir="auto">${line(item.detail)}</span>` : null
          }</li>`,
      )}</ul></div>`
    case 'links':
      return html`<ul class="links">${part.links.map(
        (link) => html`<li dir="auto">${renderLink(line(link.label), link.url, context, warnings)}</li>`,
      )}</ul>`
  }
}

function renderStep(step: MessageStep, context: WebRenderContext, warnings: string[], words: ChatWords): Html {
  const proof = step.proof ? paragraphs(step.proof) : null
  const url = step.url ? html`<p>${renderLink(words.openThere, step.url, context, warnings)}</p>` : null
  return html`<li class="step step-${step.state}"><span class="step-mark">${stepIcons[step.state]}</span><div class="step-body"><p class="step-head"><span class="step-label" dir="auto">${line(step.label)}</span> <span class="step-state">${
    words.stepState[step.state]
  }</span></p>${step.detail ? html`<p class="detail" dir="auto">${paragraphs(step.detail)}</p>` : null}${
    proof === null
      ? url
      : html`<details class="proof" data-key="proof ${line(step.label)}"><summary>${words.proof}<span class="unseen"> ${words.proofOf(line(step.label))}</span></summary><div class="proof-body"><p class="proof-said" dir="auto">${proof}</p>${url}</div></details>`
  }</div></li>`
}

function icon(path: string): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`
}
const stepIcons: Readonly<Record<MessageStep['state'], Html>> = {
  done: icon('M4 8.4 6.8 11 12 5.4'),
  active: icon('M8 5v3.2l2 1.6'),
  waiting: icon('M8 8h.01'),
  failed: icon('M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2'),
  skipped: icon('M5 8h6'),
}
const toneIcons: Readonly<Record<Tone, Html>> = {
  info: icon('M8 7.4V11.4M8 4.8h.01M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z'),
  good: icon('M5.2 8.3 7.2 10.2 10.9 6.2M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z'),
  warning: icon('M8 6.2v3.2M8 11.8h.01M8 2 14.6 13.6H1.4Z'),
  bad: icon('M8 4.8v3.8M8 11.2h.01M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z'),
}

/** A link when it leads to http(s) or to one of our own pages; otherwise its text and address as text. */
function renderLink(
  label: string,
  url: string | undefined,
  context: WebRenderContext,
  warnings: string[],
): Html | string {
  if (url === undefined) return label
  if (/^\/(?![/\\])[^\s\\]*$/.test(url)) return html`<a href="${url}">${label}</a>`
  const target = parseUrl(url)
  if (!target) {
    warnings.push(`A link that does not lead to http or https is shown as text: ${line(url).slice(0, 120)}`)
    return html`${label} <span class="detail">${line(url)}</span>`
  }
  if (context.ownHosts.includes(target.host)) return html`<a href="${target.href}">${label}</a>`
  // An address that is written out, in the letters that are really asked, shows its host itself.
  const host = label === target.href ? '' : html` <span class="host">(${target.host})</span>`
  return html`<a href="${target.href}" target="_blank" rel="noopener noreferrer">${label}${host}</a>`
}

function parseUrl(url: string): URL | null {
  // Characters that browsers drop while parsing, and a name before "@" that pretends to be the host, are not for links.
  if (url !== cleanLine(url, textLengthMax) || /[\s\\]/.test(url)) return null
  const target = URL.parse(url)
  if (!target || !['http:', 'https:'].includes(target.protocol)) return null
  return target.username || target.password ? null : target
}

function renderActions(
  actions: readonly { action: MessageAction; elementId: string }[],
  context: WebRenderContext,
  words: ChatWords,
): Html | null {
  if (actions.length === 0) return null
  const { sentence: said, tone = 'warning' } = context.pressed ?? {}
  const isKnown = actions.some(({ action }) => action.id === context.pressed?.actionId)
  return html`<div class="actions">${
    said && isKnown
      ? html`<div class="note note-${tone}" role="alert">${toneIcons[tone]}<p dir="auto">${paragraphs(said)}</p></div>`
      : null
  }${actions.map(({ action, elementId }) => renderAction(action, elementId, context, words))}</div>`
}

function renderAction(action: MessageAction, elementId: string, context: WebRenderContext, words: ChatWords): Html {
  const label = line(action.label)
  const style = action.style
  const hidden = html`<input type="hidden" name="_event" value="${context.eventIdFor(action.id)}"><input type="hidden" name="_message" value="${context.messageId}">`
  const target = `${context.actionsPath}/${encodeURIComponent(action.id.toWellFormed())}`
  const form = action.form ?? []
  if (form.length === 0 && action.confirm === undefined)
    return html`<form method="post" action="${target}" data-action class="act">${hidden}<button class="button button-${style}">${label}</button></form>`

  const pressed = context.pressed?.actionId === action.id ? context.pressed : null
  const isOpen = Boolean(action.isOpen || pressed)
  const errors = pressed?.errors ?? []
  const submitLabel = line(action.submitLabel ?? (form.length === 0 ? words.yesTo(action.label) : action.label))
  const isAboutReader = form.some((field) => field.name === 'agencyName')
  const fields = form.map((field, index) =>
    renderField(field, `${elementId}-f${index}`, {
      typed: pressed?.values[field.name],
      prefilled: context.prefill?.[field.name],
      sentences: errors.filter((error) => error.field === field.name).map((error) => error.sentence),
      isAboutReader,
      words,
    }),
  )
  const summary =
    errors.length === 0
      ? null
      : html`<div class="form-errors" role="alert"><p>${words.errorCount(errors.length)}</p><ul>${errors.map(
          (error) => {
            const at = form.findIndex((field) => field.name === error.field)
            return html`<li>${at < 0 ? line(error.sentence) : html`<a href="#${elementId}-f${at}">${line(error.sentence)}</a>`}</li>`
          },
        )}</ul></div>`
  return html`<details class="act act-open act-${style}" id="${elementId}" data-key="${label}"${isOpen ? html` open` : null}><summary class="button button-${
    style === 'primary' && isOpen ? 'normal' : style
  }">${label}</summary><form method="post" action="${target}" data-action class="act-form">${hidden}${summary}${fields}${
    action.confirm === undefined ? null : html`<p class="confirm" dir="auto">${paragraphs(action.confirm)}</p>`
  }<div class="act-end"><button class="button button-${style === 'normal' ? 'primary' : style}">${submitLabel}</button>${
    form.some((field) => field.isRequired) ? html`<span class="detail">${words.requiredHint}</span>` : null
  }</div></form></details>`
}

/** What the browser told us, as far as the field can hold it: for "en-IE" the first kind of English that is offered. */
function prefillOf(field: Exclude<FormField, { kind: 'checkbox' }>, told: string | undefined): string {
  if (told === undefined) return ''
  if (field.kind !== 'choice') return told
  const values = field.options.map((option) => option.value)
  const language = told.split('-', 1)[0]
  return values.find((value) => value === told) ?? values.find((value) => value.split('-', 1)[0] === language) ?? ''
}

interface FieldState {
  typed: string | undefined
  prefilled: string | undefined
  sentences: readonly string[]
  isAboutReader: boolean
  words: ChatWords
}

function renderField(field: FormField, id: string, state: FieldState): Html {
  const hint = field.hint ? html`<span class="hint" id="${id}-hint" dir="auto">${line(field.hint)}</span>` : null
  const error =
    state.sentences.length === 0
      ? null
      : html`<span class="field-error" id="${id}-error">${state.sentences.map(line).join(' ')}</span>`
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const described = html`${describedBy ? html` aria-describedby="${describedBy}"` : null}${error ? html` aria-invalid="true"` : null}`
  const label = html`${line(field.label)}${field.isRequired ? html` <span class="required" aria-hidden="true">*</span>` : null}`
  const required = field.isRequired ? html` required` : null

  if (field.kind === 'checkbox') {
    const isTicked = state.typed === undefined ? field.value : state.typed !== ''
    return html`<div class="field field-checkbox"><label for="${id}"><input type="checkbox" id="${id}" name="${field.name}" value="true"${
      isTicked ? html` checked` : null
    }${required}${described}> <span dir="auto">${label}</span></label>${hint}${error}</div>`
  }

  const value = state.typed ?? (field.value || prefillOf(field, state.prefilled))
  if (field.kind === 'choice' && field.options.length <= 4) {
    return html`<fieldset class="field field-choice" id="${id}"${described}><legend dir="auto">${label}</legend>${hint}${error}${field.options.map(
      (option, index) =>
        html`<label for="${id}-${index}"><input type="radio" id="${id}-${index}" name="${field.name}" value="${option.value}"${
          option.value === value ? html` checked` : null
        }${required}> <span dir="auto">${line(option.label)}</span></label>`,
    )}</fieldset>`
  }

  const labelled = html`<label for="${id}" dir="auto">${label}</label>${hint}`
  if (field.kind === 'choice') {
    const isChosen = field.options.some((option) => option.value === value)
    return html`<div class="field">${labelled}<select id="${id}" name="${field.name}"${required}${described}>${
      isChosen ? null : html`<option value="">${state.words.chooseOne}</option>`
    }${field.options.map(
      (option) =>
        html`<option value="${option.value}"${option.value === value ? html` selected` : null}>${line(option.label)}</option>`,
    )}</select>${error}</div>`
  }
  if (field.kind === 'text' && field.isMultiline)
    return html`<div class="field field-wide">${labelled}<textarea id="${id}" name="${field.name}" rows="5" maxlength="${field.maxLength}" dir="auto"${required}${described}>
${value}</textarea>${error}</div>`
  const kind = field.kind
  const length = kind === 'text' ? html` maxlength="${field.maxLength}" dir="auto"` : null
  return html`<div class="field field-${kind}">${labelled}<input type="${kind}" id="${id}" name="${field.name}" value="${value}"${length}${autocompleteFor(field, state.isAboutReader)}${required}${described}>${error}</div>`
}

/** WCAG 1.3.5: the form that asks about the reader says so; other people's names are not the browser's to fill in. */
function autocompleteFor(field: FormField, isAboutReader: boolean): Html {
  const own: Readonly<Record<string, string>> = {
    agencyName: 'organization',
    name: 'name',
    email: 'email',
    phone: 'tel',
  }
  return html` autocomplete="${(isAboutReader && own[field.name]) || 'off'}"`
}
