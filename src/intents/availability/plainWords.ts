import { germanToEnglish, isGerman } from './germanWords.ts'

const monthWord = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const weekdayWord = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

/** Idioms and short forms, and what they say in words that the grammar has. */
const idioms: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\b(?:a )?hard[- ]stop (?:at|by|of|is|is at)(?= )/gi, 'only until'],
  [/\b(?:a )?hard[- ]start (?:at|of|is|is at)(?= )/gi, 'only from'],
  [/\btomorrow week\b/gi, 'a week from tomorrow'],
  // "10/11 March", "March 10/11": two days.
  [new RegExp(`(?<![\\d/.])(\\d{1,2})\\/(\\d{1,2})(?= ${monthWord}\\b)`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${monthWord} )(\\d{1,2})\\/(\\d{1,2})(?![\\d/])`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${weekdayWord})'d\\b`, 'gi'), ' would'],
  [new RegExp(`(?<=\\b${weekdayWord})'ll\\b`, 'gi'), ' will'],
]

/** The text in the words that the grammar reads: idioms spelt out, German put into English word by word. */
export function spellPlainly(text: string): string {
  const english = isGerman(text) ? germanToEnglish(text) : text
  return idioms.reduce((plain, [pattern, words]) => plain.replace(pattern, words), english)
}
