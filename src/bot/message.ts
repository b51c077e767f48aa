import { z } from 'zod'
import { type Language, languages } from '../domain/language.ts'
import { catalogue } from '../words/catalogue.ts'

/**
 * The neutral message: what Parley says, in semantic parts, without layout. Each surface has a pure renderer to its own
 * format that returns payload and warnings and never loses an action. `fallbackText` holds every fact.
 */
/** What renderers add follows it: menus, buttons of forms, states. Left out it is English. */
const language = z.enum(languages).optional()
const tone = z.enum(['info', 'good', 'warning', 'bad'])
export type Tone = z.infer<typeof tone>

const fieldBase = {
  name: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  isRequired: z.boolean().default(false),
}
export const formFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    ...fieldBase,
    value: z.string().default(''),
    maxLength: z.int().default(200),
    isMultiline: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('email'), ...fieldBase, value: z.string().default('') }),
  z.object({ kind: z.literal('date'), ...fieldBase, value: z.string().default('') }),
  z.object({ kind: z.literal('time'), ...fieldBase, value: z.string().default('') }),
  z.object({
    kind: z.literal('choice'),
    ...fieldBase,
    value: z.string().default(''),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ kind: z.literal('checkbox'), ...fieldBase, value: z.boolean().default(false) }),
])
export type FormField = z.infer<typeof formFieldSchema>

/** `id` is the opaque id of an Action row; what it means is never in the chat. */
export const messageActionSchema = z.object({
  id: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'normal', 'danger']).default('normal'),
  /** Asked before it is done, for what cannot be undone. */
  confirm: z.string().optional(),
  /** Fields to fill before it is done: a modal on Slack, in-card inputs on Teams, a form on the web. */
  form: z.array(formFieldSchema).optional(),
  /** One or two words for a narrow button that has its label beside it as text: "Approve". */
  shortLabel: z.string().optional(),
  /** Sends the form with this label; default is the action's label. */
  submitLabel: z.string().optional(),
  /** Shown open rather than behind a press. */
  isOpen: z.boolean().optional(),
  /** What the reader should do now, or soon cannot do any more: shown above the details. */
  isUrgent: z.boolean().optional(),
  /** As its message, for a form that is shown on its own. */
  language,
})
export type MessageAction = z.infer<typeof messageActionSchema>

/** Of the candidate, and not for a channel that others read (privateParts.ts). Of a step: its detail and proof. */
const isPrivate = z.boolean().optional()

export const stepSchema = z.object({
  isPrivate,
  label: z.string(),
  state: z.enum(['done', 'active', 'waiting', 'failed', 'skipped']),
  /** What happened or what comes next and when. */
  detail: z.string().optional(),
  /** In the provider's own words: SMTP reply and Message-ID, ATS record id and value read back. */
  proof: z.string().optional(),
  url: z.string().optional(),
})
export type MessageStep = z.infer<typeof stepSchema>

export const messagePartSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    isPrivate,
    text: z.string(),
    status: z.object({ tone, text: z.string() }).optional(),
  }),
  z.object({ kind: z.literal('text'), isPrivate, text: z.string() }),
  z.object({
    kind: z.literal('facts'),
    isPrivate,
    facts: z.array(z.object({ label: z.string(), value: z.string(), url: z.string().optional(), isPrivate })),
  }),
  z.object({ kind: z.literal('note'), isPrivate, tone, text: z.string() }),
  z.object({ kind: z.literal('steps'), isPrivate, steps: z.array(stepSchema) }),
  /** Times to look at; what can be pressed is an action. */
  z.object({
    kind: z.literal('slots'),
    isPrivate,
    slots: z.array(z.object({ label: z.string(), detail: z.string().optional() })),
  }),
  z.object({
    kind: z.literal('list'),
    isPrivate,
    title: z.string().optional(),
    items: z.array(
      z.object({ text: z.string(), detail: z.string().optional(), url: z.string().optional(), isPrivate }),
    ),
  }),
  z.object({
    kind: z.literal('links'),
    isPrivate,
    links: z.array(z.object({ label: z.string(), url: z.string(), isPrivate })),
  }),
])
export type MessagePart = z.infer<typeof messagePartSchema>

export const messageSchema = z.object({
  fallbackText: z.string(),
  parts: z.array(messagePartSchema),
  actions: z.array(messageActionSchema).default([]),
  /** Names of candidates that stand in it: initials in a channel that others read. */
  privateNames: z.array(z.string()).optional(),
  language,
})
export type Message = z.infer<typeof messageSchema>

/** A message before its actions have ids: the composer says what each button means, the sender mints the ids. */
export interface DraftAction extends Omit<MessageAction, 'id' | 'language'> {
  kind: string
  data: Readonly<Record<string, unknown>>
}
export interface DraftMessage {
  parts: MessagePart[]
  actions: DraftAction[]
  privateNames?: string[]
  /** English when left out. */
  language?: Language
}

/** A plain sentence as a message. */
export function textDraft(text: string, actions: DraftAction[] = []): DraftMessage {
  return { parts: [{ kind: 'text', text }], actions }
}

/** Every fact of a message as text: what a surface without cards shows, and what a notification says. */
export function fallbackTextOf(
  parts: readonly MessagePart[],
  actionLabels: readonly string[],
  language: Language = 'en',
): string {
  const words = catalogue[language].chats
  const state = (step: MessageStep) => (language === 'en' ? step.state : words.stepState[step.state])
  const lines: string[] = []
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        lines.push(part.status ? `${part.text} (${part.status.text})` : part.text)
        break
      case 'text':
      case 'note':
        lines.push(part.text)
        break
      case 'facts':
        for (const fact of part.facts)
          lines.push(`${fact.label}${words.colon}${fact.value}${fact.url ? ` (${fact.url})` : ''}`)
        break
      case 'steps':
        for (const step of part.steps)
          lines.push([`[${state(step)}] ${step.label}`, step.detail, step.proof, step.url].filter(Boolean).join(' - '))
        break
      case 'slots':
        for (const slot of part.slots) lines.push(slot.detail ? `${slot.label} - ${slot.detail}` : slot.label)
        break
      case 'list':
        if (part.title) lines.push(part.title)
        for (const item of part.items) lines.push(`- ${[item.text, item.detail, item.url].filter(Boolean).join(' - ')}`)
        break
      case 'links':
        for (const link of part.links) lines.push(`${link.label}${words.colon}${link.url}`)
        break
    }
  }
  if (actionLabels.length > 0) lines.push(words.youCan(actionLabels.join(' | ')))
  return lines.join('\n')
}
