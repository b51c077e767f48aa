import { germanToEnglish, isGerman } from './germanWords.ts'

const monthWord = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const weekdayWord = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

/** Idioms and short forms, and what they say in words that the grammar has. */
const idioms: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\b(?:a )?hard[- ]stop (?:at|by|of|is|is at)(?= )/gi, 'only until'],
  [/\b(?:a )?hard[- ]start (?:at|of|is|is at)(?= )/gi, 'only from'],
  [/\bi\.e\.?(?=[\s,])/gi, '. that is'],
  [/\be\.g\.?(?=[\s,])/gi, 'say'],
  [
    /\b(?:i have|i've|ive|we have|we've) (?:blocked|reserved|held|saved|kept|put aside)(?: off| out)?\b(?=[^.!?\n]{0,90}\b(?:for you|for this|for the interview|for the call|for us)\b)/gi,
    'i am free',
  ],
  [/\b(?:due|owing|thanks) to(?= (?!you))/gi, 'because of'],
  [/\b(?:swap|switch|exchange) ([^.!?\n]{2,40}?) (?:for|with|to)(?= )/gi, 'not $1. '],
  [/(?<=[:,-] ?)sorry,? (?=(?:no|nope|not|can't|cannot)\b)/gi, ''],
  [/\btomorrow week\b/gi, 'a week from tomorrow'],
  // "10/11 March", "March 10/11": two days.
  [new RegExp(`(?<![\\d/.])(\\d{1,2})\\/(\\d{1,2})(?= ${monthWord}\\b)`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${monthWord} )(\\d{1,2})\\/(\\d{1,2})(?![\\d/])`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${weekdayWord})'d\\b`, 'gi'), ' would'],
  [new RegExp(`(?<=\\b${weekdayWord})'ll\\b`, 'gi'), ' will'],
]

/** Courtesies around times. They say nothing of the times before them, whatever words they are made of. */
const courtesies: readonly RegExp[] = [
  /,? ?\b(?:i |we )?(?:do )?hope (?:that|this|it|one of (?:these|those|them))(?:'s| is| would be| will)? (?:works?|helps?|suits?|ok|okay|fine|good|alright|all right)\b(?: for (?:you|everyone|all|the team))?/gi,
  /,? ?\bif (?:that|this|it)(?:'s| is|'d be| would be)? (?:works?|suits?|ok|okay|fine|good|alright|possible|helps|easier|better)\b(?: for (?:you|everyone|all|the team))?/gi,
  /(?<=[.!?\n] ?|^)(?:does|would|is|will) (?:that|this) (?:work|suit|help|ok|okay|fine|good|alright|possible)(?: for (?:you|everyone|all|the team))?(?: ok)? ?\?/gi,
]

/** The text in the words that the grammar reads: idioms spelt out, German put into English word by word. */
export function spellPlainly(text: string): string {
  const english = isGerman(text) ? germanToEnglish(text) : text
  const bare = courtesies.reduce((plain, pattern) => plain.replace(pattern, '.'), english)
  return idioms.reduce((plain, [pattern, words]) => plain.replace(pattern, words), bare)
}
