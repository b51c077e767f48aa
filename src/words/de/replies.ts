import type { ReplyWords } from '../replyWords.ts'
import { germanBoard } from './replies/board.ts'
import { germanChanges } from './replies/changes.ts'
import { germanConnections } from './replies/connections.ts'
import { germanErrands } from './replies/errands.ts'
import { germanFits } from './replies/fits.ts'
import { germanNews } from './replies/news.ts'
import { germanOpening } from './replies/opening.ts'
import { germanPresses } from './replies/presses.ts'
import { germanSettings } from './replies/settings.ts'
import { germanTalk } from './replies/talk.ts'
import { germanWishes } from './replies/wishes.ts'

export const germanReplies: ReplyWords = {
  language: 'de',
  talk: germanTalk,
  board: germanBoard,
  opening: germanOpening,
  changes: germanChanges,
  connections: germanConnections,
  errands: germanErrands,
  settings: germanSettings,
  news: germanNews,
  presses: germanPresses,
  wishes: germanWishes,
  fits: germanFits,
}
