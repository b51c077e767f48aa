import type { Language } from '../domain/language.ts'

/**
 * A count in words: the form that the language has for it, with the number in place of "#". A form without a number ("once") is
 * for one alone, though French and others count nothing like one.
 */
export function counted(language: Language, count: number, forms: { one: string; other: string }): string {
  const isOne = new Intl.PluralRules(language).select(count) === 'one'
  const form = isOne && (count === 1 || forms.one.includes('#')) ? forms.one : forms.other
  return form.replace('#', new Intl.NumberFormat(language).format(count))
}
