import type { ReadingWords } from '../readingWords.ts'

export const englishReadings: ReadingWords = {
  understood: (times) => `I understood: ${times}.`,
  busy: (times) => `I understood that this does not work: ${times}.`,
  selected: (numbers, times) => `I understood: proposal ${numbers} (${times}).`,
  rejected: 'I understood that none of the proposed times works.',
  declined: 'I understood that you do not want to go on.',
  none: 'I found no times in this message.',
  doubts: {
    noDay: 'I understood a time of day, but not on which day.',
    notSureOffer: 'I am not sure which of these times you offer.',
    nothingLeft: 'I found no time in this message that lies in the days we need.',
    whichProposal: 'I am not sure which of the proposed times you mean.',
    unread: 'I could not read the times in this message.',
  },
  to: ' to ',
  and: (times, more) => `${times} and ${more}`,
  more: (count) => (count === 1 ? '1 more time' : `${count} more times`),
}
