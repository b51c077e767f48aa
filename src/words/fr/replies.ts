import type { ReplyWords } from '../replyWords.ts'
import { frenchBoard } from './replies/board.ts'
import { frenchChanges } from './replies/changes.ts'
import { frenchConnections } from './replies/connections.ts'
import { frenchErrands } from './replies/errands.ts'
import { frenchFits } from './replies/fits.ts'
import { frenchNews } from './replies/news.ts'
import { frenchOpening } from './replies/opening.ts'
import { frenchPresses } from './replies/presses.ts'
import { frenchSettings } from './replies/settings.ts'
import { frenchTalk } from './replies/talk.ts'
import { frenchWishes } from './replies/wishes.ts'

export const frenchReplies: ReplyWords = {
  language: 'fr',
  talk: frenchTalk,
  board: frenchBoard,
  opening: frenchOpening,
  changes: frenchChanges,
  connections: frenchConnections,
  errands: frenchErrands,
  settings: frenchSettings,
  news: frenchNews,
  presses: frenchPresses,
  wishes: frenchWishes,
  fits: frenchFits,
}
