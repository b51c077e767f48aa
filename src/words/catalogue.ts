import { type Language, languageOf } from '../domain/language.ts'
import type { BriefingWords } from './briefingWords.ts'
import type { CardWords } from './cardWords.ts'
import type { ChatWords } from './chatWords.ts'
import { germanBriefings } from './de/briefings.ts'
import { germanCards } from './de/cards.ts'
import { germanChats } from './de/chats.ts'
import { germanMails } from './de/mails.ts'
import { germanPages } from './de/pages.ts'
import { germanReadings } from './de/readings.ts'
import { germanReplies } from './de/replies.ts'
import { englishBriefings } from './en/briefings.ts'
import { englishCards } from './en/cards.ts'
import { englishChats } from './en/chats.ts'
import { englishMails } from './en/mails.ts'
import { englishPages } from './en/pages.ts'
import { englishReadings } from './en/readings.ts'
import { englishReplies } from './en/replies.ts'
import { spanishBriefings } from './es/briefings.ts'
import { spanishCards } from './es/cards.ts'
import { spanishChats } from './es/chats.ts'
import { spanishMails } from './es/mails.ts'
import { spanishPages } from './es/pages.ts'
import { spanishReadings } from './es/readings.ts'
import { spanishReplies } from './es/replies.ts'
import { frenchBriefings } from './fr/briefings.ts'
import { frenchCards } from './fr/cards.ts'
import { frenchChats } from './fr/chats.ts'
import { frenchMails } from './fr/mails.ts'
import { frenchPages } from './fr/pages.ts'
import { frenchReadings } from './fr/readings.ts'
import { frenchReplies } from './fr/replies.ts'
import type { MailWords } from './mailWords.ts'
import type { PageWords } from './pageWords.ts'
import type { ReadingWords } from './readingWords.ts'
import type { ReplyWords } from './replyWords.ts'

/** All that Parley says in one language, by where it is read. */
export interface Words {
  pages: PageWords
  mails: MailWords
  briefings: BriefingWords
  readings: ReadingWords
  cards: CardWords
  chats: ChatWords
  replies: ReplyWords
}

/** One folder a language. A key that one of them lacks does not compile. */
export const catalogue: Readonly<Record<Language, Words>> = {
  en: {
    pages: englishPages,
    mails: englishMails,
    briefings: englishBriefings,
    readings: englishReadings,
    cards: englishCards,
    chats: englishChats,
    replies: englishReplies,
  },
  de: {
    pages: germanPages,
    mails: germanMails,
    briefings: germanBriefings,
    readings: germanReadings,
    cards: germanCards,
    chats: germanChats,
    replies: germanReplies,
  },
  fr: {
    pages: frenchPages,
    mails: frenchMails,
    briefings: frenchBriefings,
    readings: frenchReadings,
    cards: frenchCards,
    chats: frenchChats,
    replies: frenchReplies,
  },
  es: {
    pages: spanishPages,
    mails: spanishMails,
    briefings: spanishBriefings,
    readings: spanishReadings,
    cards: spanishCards,
    chats: spanishChats,
    replies: spanishReplies,
  },
}

/** The words for a reader's BCP 47 locale; English where we do not write its language. */
export function wordsFor(locale: string): Words {
  return catalogue[languageOf(locale)]
}
