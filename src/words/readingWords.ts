/** What is said back of times that somebody wrote. `doubts` are keyed as `Doubt` in intents/availability/reading. */
export interface ReadingWords {
  understood: (times: string) => string
  busy: (times: string) => string
  selected: (numbers: string, times: string) => string
  rejected: string
  declined: string
  none: string
  doubts: Readonly<Record<'noDay' | 'notSureOffer' | 'nothingLeft' | 'whichProposal' | 'unread', string>>
  to: string
  and: (times: string, more: string) => string
  more: (count: number) => string
}
