import { readOwnWords } from '../ownWords.ts'
import { tidyText } from '../tokens.ts'

/** Longer texts are pasted mails and notes: only their beginning is read, and only as a question. */
export const sentenceLengthMax = 600

const quoteStarts = /^\s*(?:from: .{2,}|fwd?:|forwarded:|sent from my )/i

/** What leads words of somebody else: "CV footer says:", "her note:", "email from Acme:". */
const carriers =
  /(?:^|[\s(,.;-])(?:(?:the|his|her|their|see|per|from|ats|cv|resume|résumé|profile|email|mail|message|linkedin|calendar|footer|header|signature|letter|attachment|application|candidate|client|it|which|and|note|notes|bio|doc|document|page|invite|description|transcript|comment|form|reply|he|she|they)\s+){0,4}(?:notes?|footer|header|cv|resume|résumé|e?mail|message|signature|attachment|bio|profile|transcript|description|comment|letter|reply|application|doc|document|says|reads|said|wrote|states|stating|saying|reading|contains|quote|quoted|it|text|subject|body|forwarded|fwd|pasted|below)\s*(?:says?|reads?|said|wrote|states?|contains?|includes?|mentions?|ends with)?\s*[:=]\s*(?=["'«“„‘…]|\S+\s+\S+\s+\S+)/i

/** What stands in quotation marks behind these is what somebody said, and no name. */
const saying =
  /\b(?:says?|said|reads?|wrote|writes|states?|saying|reading|replied|answered|e?-?mailed|texted)\s*:?\s*$/i

export interface PlainText {
  /** What the writer said himself, on one line. */
  own: string
  /** Words of somebody else stood in it and were left out. */
  hadEmbedded: boolean
}

/**
 * Leaves out what the writer only passes on: quoted and forwarded mail, code, long quotations, brackets that hold a note. Short
 * quotations stay, because names are written like that. The words left out may be the content of a note; they are never read.
 */
export function cutEmbedded(text: string): PlainText {
  // Emoji alone are an answer.
  if (!/[\p{L}\p{N}]/u.test(text)) return { own: tidyText(text.slice(0, sentenceLengthMax)), hadEmbedded: false }
  const said = readOwnWords(text, true)
  const lines = said.text.split('\n')
  const start = lines.findIndex((line) => quoteStarts.test(line))
  // A message that is nothing but a forwarded one keeps nothing.
  const whole = (start < 0 ? lines : lines.slice(0, start)).join(' ')
  let own = tidyText(whole)
  own = own.replace(/[([{][^()[\]{}]{0,800}[)\]}]/g, (bracket) => (isNote(bracket) ? ' ' : bracket))
  own = own.replace(/<{2,}.{0,800}/g, ' ')
  const carrier = carriers.exec(own)
  if (carrier && carrier.index + carrier[0].length > 8 && isCarrier(own, carrier)) own = own.slice(0, carrier.index)
  own = own.replace(/"([^"]{0,800})(?:"|$)/g, (quote, inside: string, at: number, all: string) =>
    isSentence(inside) || (/\s/.test(inside.trim()) && saying.test(all.slice(Math.max(0, at - 20), at))) ? ' ' : quote,
  )
  own = tidyText(own)
  return { own, hadEmbedded: said.isCut || start >= 0 || own !== tidyText(whole) }
}

function isNote(bracket: string): boolean {
  return (
    /["]|\bnote\b|\bcv\b|resume|résumé|\bsays?\b|assistant|instruction|:\s/i.test(bracket) ||
    bracket.split(' ').length > 8
  )
}

/** A name has up to five words; somebody's words have more, or end like a sentence. */
function isSentence(inside: string): boolean {
  const words = inside.trim().split(/\s+/)
  return words.length > 5 || (words.length > 2 && /[.!?:;,]/.test(inside))
}

/** "note for Jane: ..." is the writer's own note; "see her note: ..." passes one on. */
function isCarrier(own: string, match: RegExpExecArray): boolean {
  const lead = match[0].toLowerCase()
  const rest = own.slice(match.index + match[0].length)
  if (/["]/.test(rest.slice(0, 3))) return true
  if (/says?|reads?|wrote|states?|contains?|footer|header|signature|forwarded|fwd|pasted|below|subject|body/.test(lead))
    return !/^\W*(?:he|she|they|it)?\s*(?:said|says)\b/.test(lead) || /[:=]/.test(lead)
  return false
}
