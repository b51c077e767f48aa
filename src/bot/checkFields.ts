import { z } from 'zod'
import type { FieldError } from './inbound.ts'
import type { FormField } from './message.ts'

const emailSchema = z.email()
const dateSchema = z.iso.date()
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * Checks what was typed against the form that asked for it, on every surface alike: required, length, kind and choice.
 * What the values mean is checked by whoever handles the action.
 */
export function checkFields(form: readonly FormField[], fields: Readonly<Record<string, string>>): FieldError[] {
  const errors: FieldError[] = []
  for (const field of form) {
    const sentence = sentenceForField(field, fields[field.name] ?? '')
    if (sentence) errors.push({ field: field.name, sentence })
  }
  return errors
}

function sentenceForField(field: FormField, value: string): string | null {
  if (value === '') {
    if (!field.isRequired) return null
    if (field.kind === 'checkbox') return `Tick “${field.label}” to go on.`
    return field.kind === 'choice' ? `Choose ${field.label}.` : `${field.label} is missing.`
  }
  switch (field.kind) {
    case 'text':
      return value.length > field.maxLength
        ? `${field.label} is too long: ${value.length} characters, at most ${field.maxLength}.`
        : null
    case 'email':
      return emailSchema.safeParse(value).success ? null : `${field.label} must look like name@company.com.`
    case 'date':
      return dateSchema.safeParse(value).success ? null : `${field.label} must be a date such as 2026-11-24.`
    case 'time':
      return timePattern.test(value) ? null : `${field.label} must be a time such as 14:30.`
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? null
        : `Choose one of the answers for ${field.label}.`
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
