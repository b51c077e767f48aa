import { type DraftAction, type DraftMessage, textDraft } from '../bot/message.ts'
import { isParleyError, type ParleyError, sentenceFor } from '../domain/errors.ts'
import { formatChoice, formatList, type Reader } from '../domain/formatTime.ts'
import type { MemberId, ThreadId } from '../domain/ids.ts'
import { type Language, languageOf } from '../domain/language.ts'
import { joinNames } from '../domain/names.ts'
import type { Request } from '../domain/request.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { wordsFor } from '../words/catalogue.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { PressWords, ReplyWords } from '../words/replyWords.ts'

/** How Parley speaks to whoever reads: the words, and how they write lists, days and times. */
export interface Speech {
  words: ReplyWords
  language: Language
  reader: Reader
  /** "Sam, Priya and Lee" */
  list: (names: readonly string[]) => string
  /** "Sam, Priya or Lee" */
  choice: (names: readonly string[]) => string
}

/** A message whose words are known when it is known who reads it. */
export type Composer = (speech: Speech) => DraftMessage

/** What is said somewhere: composed for its readers, or a message that has its words already. */
export type Draft = DraftMessage | Composer

export function speechFor({ zone, locale }: Reader): Speech {
  const language = languageOf(locale)
  const isEnglish = language === 'en'
  return {
    words: wordsFor(locale).replies,
    language,
    reader: { zone, locale },
    // Our English has no comma before the last, in whichever region.
    list: (names) => (isEnglish ? joinNames(names) : formatList(names, locale)),
    choice: (names) => (isEnglish ? joinNames(names, 'or') : formatChoice(names, locale)),
  }
}

/** For what one member alone reads. */
export function speechOf(member: Pick<Member, 'zone' | 'locale'> | null): Speech {
  return speechFor(member ?? defaultSettings)
}

/** How Parley speaks in a thread: as its one reader does, and where several read it as the tenant does. Times are in the member's zone. */
export async function speechIn(tx: Tx, target: { threadId: ThreadId; memberId: MemberId }): Promise<Speech> {
  const [thread, member] = await Promise.all([tx.get('threads', target.threadId), tx.get('members', target.memberId)])
  const own = member ?? defaultSettings
  if (!thread || thread.audience === 'personal') return speechFor(own)
  const { locale } = (await tx.get('settings', tx.tenantId))?.data ?? defaultSettings
  return speechFor({ zone: own.zone, locale })
}

/** The message in a language, which it then carries, so that whatever renders it adds words of the same. */
export function compose(draft: Draft, speech: Speech): DraftMessage {
  if (typeof draft !== 'function') return draft
  const message = draft(speech)
  return speech.language === 'en' ? message : { language: speech.language, ...message }
}

/** A plain sentence, with what can be done about it. */
export function sentence(
  pick: (words: ReplyWords, speech: Speech) => string,
  actions: DraftAction[] | ((speech: Speech) => DraftAction[]) = [],
): Composer {
  return (speech) => textDraft(pick(speech.words, speech), typeof actions === 'function' ? actions(speech) : actions)
}

/** "Backend Engineer Interview - Round 1 with Jane Whitfield" */
export function aboutRequest({ words }: Speech, request: Pick<Request, 'title' | 'candidateName'>): string {
  return words.talk.with(request.title, request.candidateName)
}

/** The same with the client, where there is one. */
export function whoIsMet(speech: Speech, request: Pick<Request, 'title' | 'candidateName' | 'clientName'>): string {
  const about = aboutRequest(speech, request)
  return request.clientName ? speech.words.talk.at(about, request.clientName) : about
}

/** The sentence a reader may see for any thrown thing. Our own sentences are English; who reads another language gets those of its code. */
export function errorSentence({ words, language }: Speech, error: unknown): string {
  if (language === 'en') return sentenceFor(error)
  if (!isParleyError(error)) return words.talk.errors.internal
  if (error.isWorded) return error.message
  const closer = inputSentence(words.presses.input, error)
  if (closer) return closer
  return failureSentence(language, { code: error.code, sentence: error.message })
}

function inputSentence(input: PressWords['input'], { wording }: ParleyError): string | null {
  const say = wording && Object.hasOwn(input, wording.key) ? input[wording.key as keyof typeof input] : null
  if (!say || !wording) return null
  return typeof say === 'string' ? say : say(wording.value ?? '')
}
