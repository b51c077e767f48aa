import type { ReadingWords } from '../readingWords.ts'

export const germanReadings: ReadingWords = {
  understood: (times) => `Verstanden habe ich: ${times}.`,
  busy: (times) => `Verstanden habe ich, dass dies nicht geht: ${times}.`,
  selected: (numbers, times) => `Verstanden habe ich: Vorschlag ${numbers} (${times}).`,
  rejected: 'Verstanden habe ich, dass keiner der Vorschläge passt.',
  declined: 'Verstanden habe ich, dass Sie nicht weitermachen möchten.',
  none: 'In dieser Nachricht habe ich keine Zeiten gefunden.',
  doubts: {
    noDay: 'Verstanden habe ich eine Uhrzeit, aber nicht, an welchem Tag.',
    notSureOffer: 'Ich bin nicht sicher, welche dieser Zeiten Sie anbieten.',
    nothingLeft: 'In dieser Nachricht habe ich keine Zeit gefunden, die in den gesuchten Tagen liegt.',
    whichProposal: 'Ich bin nicht sicher, welchen der Vorschläge Sie meinen.',
    unread: 'Die Zeiten in dieser Nachricht konnte ich nicht lesen.',
  },
  to: ' bis ',
  and: (times, more) => `${times} und ${more}`,
  more: (count) => (count === 1 ? '1 weitere Zeit' : `${count} weitere Zeiten`),
}
