import type { Language } from '../domain/language.ts'
import type { englishBoard } from './en/replies/board.ts'
import type { englishChanges } from './en/replies/changes.ts'
import type { englishConnections } from './en/replies/connections.ts'
import type { englishErrands } from './en/replies/errands.ts'
import type { englishFits } from './en/replies/fits.ts'
import type { englishNews } from './en/replies/news.ts'
import type { englishOpening } from './en/replies/opening.ts'
import type { englishPresses } from './en/replies/presses.ts'
import type { englishSettings } from './en/replies/settings.ts'
import type { englishTalk } from './en/replies/talk.ts'
import type { englishWishes } from './en/replies/wishes.ts'

// What the English says decides which keys there are: a language that lacks one of them, or takes something else, does not compile.
export type TalkWords = typeof englishTalk
export type BoardWords = typeof englishBoard
export type OpeningWords = typeof englishOpening
export type ChangeWords = typeof englishChanges
export type ConnectionWords = typeof englishConnections
export type ErrandWords = typeof englishErrands
export type SettingWords = typeof englishSettings
export type NewsWords = typeof englishNews
export type PressWords = typeof englishPresses
export type WishWords = typeof englishWishes
export type FitWords = typeof englishFits

/** What Parley says in a conversation, by what is talked about. */
export interface ReplyWords {
  language: Language
  talk: TalkWords
  board: BoardWords
  opening: OpeningWords
  changes: ChangeWords
  connections: ConnectionWords
  errands: ErrandWords
  settings: SettingWords
  news: NewsWords
  presses: PressWords
  wishes: WishWords
  fits: FitWords
}
