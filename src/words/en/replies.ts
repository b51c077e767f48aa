import type { ReplyWords } from '../replyWords.ts'
import { englishBoard } from './replies/board.ts'
import { englishChanges } from './replies/changes.ts'
import { englishConnections } from './replies/connections.ts'
import { englishErrands } from './replies/errands.ts'
import { englishFits } from './replies/fits.ts'
import { englishNews } from './replies/news.ts'
import { englishOpening } from './replies/opening.ts'
import { englishPresses } from './replies/presses.ts'
import { englishSettings } from './replies/settings.ts'
import { englishTalk } from './replies/talk.ts'
import { englishWishes } from './replies/wishes.ts'

export const englishReplies: ReplyWords = {
  language: 'en',
  talk: englishTalk,
  board: englishBoard,
  opening: englishOpening,
  changes: englishChanges,
  connections: englishConnections,
  errands: englishErrands,
  settings: englishSettings,
  news: englishNews,
  presses: englishPresses,
  wishes: englishWishes,
  fits: englishFits,
}
