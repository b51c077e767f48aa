import type { EffectFailure } from '../domain/effect.ts'
import type { Language } from '../domain/language.ts'
import { catalogue } from './catalogue.ts'

/**
 * Why a step failed, as its row keeps it: our English, or in another language the sentence of its code with what a system outside
 * said, which is worth more than ours.
 */
export function failureSentence(language: Language, failure: Pick<EffectFailure, 'code' | 'sentence'>): string {
  if (language === 'en') return failure.sentence
  const { errors, inItsWords } = catalogue[language].replies.talk
  const own = Object.hasOwn(errors, failure.code) ? errors[failure.code as keyof typeof errors] : errors.internal
  return failure.code === 'refused' ? inItsWords(own, failure.sentence) : own
}
