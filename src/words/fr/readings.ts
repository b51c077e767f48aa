import { counted } from '../counted.ts'
import type { ReadingWords } from '../readingWords.ts'

export const frenchReadings: ReadingWords = {
  understood: (times) => `J’ai compris : ${times}.`,
  busy: (times) => `J’ai compris que ceci ne convient pas : ${times}.`,
  selected: (numbers, times) => `J’ai compris : proposition ${numbers} (${times}).`,
  rejected: 'J’ai compris qu’aucun des créneaux proposés ne convient.',
  declined: 'J’ai compris que vous ne souhaitez pas continuer.',
  none: 'Je n’ai trouvé aucun créneau dans ce message.',
  doubts: {
    noDay: 'J’ai compris une heure, mais pas de quel jour.',
    notSureOffer: 'Je ne sais pas avec certitude lesquels de ces créneaux vous proposez.',
    nothingLeft: 'Je n’ai trouvé dans ce message aucun créneau dans les jours recherchés.',
    whichProposal: 'Je ne sais pas avec certitude à laquelle des propositions vous pensez.',
    unread: 'Je n’ai pas pu lire les créneaux de ce message.',
  },
  to: ' au ',
  and: (times, more) => `${times} et ${more}`,
  more: (count) => counted('fr', count, { one: '# autre créneau', other: '# autres créneaux' }),
}
