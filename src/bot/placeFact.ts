import type { JoinFormat } from '../domain/request.ts'
import type { CardWords } from '../words/cardWords.ts'

/** How or where people meet as one fact; an address of a call can be followed. */
export function placeFact(
  label: string,
  format: JoinFormat,
  words: CardWords['place'],
): { label: string; value: string; url?: string } {
  const isAddress = format.kind === 'video' && /^https?:\/\//i.test(format.url)
  return { label, value: placeIn(words, format), ...(isAddress ? { url: format.url } : {}) }
}

function placeIn(words: CardWords['place'], format: JoinFormat): string {
  switch (format.kind) {
    case 'video':
      return format.url
    case 'phone':
      return format.caller === 'candidate' ? words.candidateCalls(format.number) : words.clientCalls(format.number)
    case 'onsite':
      return format.address
    case 'follows':
      return words.follows
  }
}
