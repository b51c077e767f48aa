import type { ReplyWords } from '../replyWords.ts'
import { spanishBoard } from './replies/board.ts'
import { spanishChanges } from './replies/changes.ts'
import { spanishConnections } from './replies/connections.ts'
import { spanishErrands } from './replies/errands.ts'
import { spanishFits } from './replies/fits.ts'
import { spanishNews } from './replies/news.ts'
import { spanishOpening } from './replies/opening.ts'
import { spanishPresses } from './replies/presses.ts'
import { spanishSettings } from './replies/settings.ts'
import { spanishTalk } from './replies/talk.ts'
import { spanishWishes } from './replies/wishes.ts'

export const spanishReplies: ReplyWords = {
  language: 'es',
  talk: spanishTalk,
  board: spanishBoard,
  opening: spanishOpening,
  changes: spanishChanges,
  connections: spanishConnections,
  errands: spanishErrands,
  settings: spanishSettings,
  news: spanishNews,
  presses: spanishPresses,
  wishes: spanishWishes,
  fits: spanishFits,
}
