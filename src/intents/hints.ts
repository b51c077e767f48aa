import { catalogue } from '../words/catalogue.ts'
import type { TalkWords } from '../words/replyWords.ts'

/** What is said of a sentence that has no one meaning. An intent carries the English sentence. */
export const hints: TalkWords['hints'] = catalogue.en.replies.talk.hints

/** The same hint in other words; the sentence itself where it is none of ours. */
export function hintIn(words: TalkWords, hint: string): string {
  const key = (Object.keys(hints) as (keyof typeof hints)[]).find((known) => hints[known] === hint)
  return key ? words.hints[key] : hint
}
