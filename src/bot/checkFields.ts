import { z } from 'zod'
import type { Language } from '../domain/language.ts'
import { catalogue } from '../words/catalogue.ts'
import type { ChatWords } from '../words/chatWords.ts'
import type { FieldError } from './inbound.ts'
import type { FormField } from './message.ts'

const emailSchema = z.email()
const dateSchema = z.iso.date()
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * Checks what was typed against the form that asked for it, on every surface alike: required, length, kind and choice.
 * What the values mean is checked by whoever handles the action. `language` is that of the action.
 */
export function checkFields(
  form: readonly FormField[],
  fields: Readonly<Record<string, string>>,
  language: Language = 'en',
): FieldError[] {
  const errors: FieldError[] = []
  for (const field of form) {
    const sentence = sentenceForField(field, fields[field.name] ?? '', catalogue[language].chats.field)
    if (sentence) errors.push({ field: field.name, sentence })
  }
  return errors
}

function sentenceForField(field: FormField, value: string, words: ChatWords['field']): string | null {
  const { label } = field
  if (value === '') {
    if (!field.isRequired) return null
    if (field.kind === 'checkbox') return words.tick(label)
    return field.kind === 'choice' ? words.choose(label) : words.missing(label)
  }
  switch (field.kind) {
    case 'text':
      return value.length > field.maxLength ? words.tooLong(label, value.length, field.maxLength) : null
    case 'email':
      return emailSchema.safeParse(value).success ? null : words.email(label)
    case 'date':
      return dateSchema.safeParse(value).success ? null : words.date(label)
    case 'time':
      return timePattern.test(value) ? null : words.time(label)
    case 'choice':
      return field.options.some((option) => option.value === value) ? null : words.oneOf(label)
    case 'checkbox':
      return null
  }
}

/** Takes the form's own fields out of what was sent: trimmed, a ticked checkbox as 'true', everything else left out. */
export function readFields(form: readonly FormField[], sent: Readonly<Record<string, string>>): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const field of form) {
    const value = sent[field.name] ?? ''
    fields[field.name] = field.kind === 'checkbox' ? (value === '' ? '' : 'true') : value.replace(/\r\n?/g, '\n').trim()
  }
  return fields
}
