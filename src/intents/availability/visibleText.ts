import { cutSignature } from './signature.ts'

/** Longer messages are read up to here: nobody states times after four thousand characters of their own words. */
export const textLengthMax = 4_000

/** First words and last words of the line above a quoted mail, per language. */
const quoteHeads: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^[-\s]*on\b/i, /\bwrote\s*:?[-\s]*$/i],
  [/^am\b/i, /\bschrieb\b.{0,80}:?$/i],
  [/^le\b/i, /\ba écrit\s*:?$/i],
  [/^el\b/i, /\bescribió\s*:?$/i],
  [/^il\b/i, /\bha scritto\s*:?$/i],
  [/^op\b/i, /\bschreef\b.{0,80}:?$/i],
  [/^em\b/i, /\bescreveu\s*:?$/i],
  [/^den\b/i, /\bskrev\b.{0,80}:?$/i],
  [/^w dniu\b/i, /\b(pisze|napisał|napisała)\s*:?$/i],
]

/** "Ann Lee <ann@agency.example> wrote (Tuesday 9:12):" on a line of its own. */
const addressHead = /^.{0,80}<\S{1,80}@\S{1,80}>(\s*:|.{0,20}\bwrote\b.{0,60}:)$/i

/** Lines below which everything is somebody else's. */
const forwardLine =
  /^[\s>*_-]*(original message|original appointment|forwarded message|begin forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)\b[\s:*_-]*$/i

const headField =
  /^[\s*]*(from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado|para|asunto|assunto|da|inviato|oggetto|van|verzonden|aan|onderwerp)\s*\*?\s*:\**\s*\S/i
const firstHeadField = /^[\s*]*(from|von|de|da|van)\s*\*?\s*:/i

const sentFrom =
  /^(sent (from|via|with|using)\b|get outlook for\b|von meinem .{0,30} gesendet|gesendet (von|mit)\b|envoyé (de|depuis)\b|enviado (desde|do|de)\b|inviato da\b|verzonden (vanaf|met)\b|skickat från\b)/i

/** A subject copied above the text. */
const subjectLine = /^(re|fw|fwd|aw|wg|subject|betreff|objet|asunto)\s*:/i

const disclaimer =
  /^[\s*_-]*(confidentiality|disclaimer|notice of confidentiality|this (e-?mail|message|communication|transmission)( message)?( and| or| is| may| contains|,)|the (information|contents?)( contained)? (in|of) this|please consider the environment|if you (are not|have received) th|diese (e-?mail|nachricht) (enthält|ist)|virus-free|unsubscribe\b)/i

const automatic =
  /\b(automatic(ally generated)? (reply|response|message)|auto(mated)?[- ]?(reply|response|responder)|this is an automated|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática)\b/i
const outOfOffice =
  /\b(out of (the )?office|away from (the |my )?(office|desk|e-?mail)|on (annual |parental |maternity |paternity )?leave|nicht im (büro|haus))\b/i
const officeReply =
  /\b((limited|no|little|intermittent|reduced) (or no )?access to (my )?(e-?mails?|inbox)|for (any )?(urgent|immediate)|if (your (message|e-?mail|request|enquiry|matter)|this|it) is urgent|in my absence|(respond|reply|get back to you|answer).{0,40}(upon|on|after|when) (my |i )?return|thank you for your (e-?mail|message))/i

/**
 * What the writer of a mail or message wrote himself: quoted mail, forwarded mail, signature, "sent from" lines, disclaimers and
 * automatic replies are left out. Answers between quoted lines stay. Lines are kept; at most `textLengthMax` characters are read.
 */
export function visibleText(raw: string): string {
  const lines = straighten(raw.slice(0, textLengthMax)).split('\n')
  const own = cutSignature(dropQuotes(lines))
  const text = own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return isAutomaticReply(text) ? '' : text
}

const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g
const invisible = /(?!\n)[\p{Cc}\p{Cf}]|\ufe0e|\ufe0f/gu

/** One kind of line end, quote, dash and space; no invisible characters. */
function straighten(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(oddSpaces, ' ')
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]/g, '-')
}

function dropQuotes(lines: readonly string[]): string[] {
  const own: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const trimmed = line.trim()
    if (isQuoted(trimmed)) continue
    if (forwardLine.test(trimmed) || isHeadBlock(lines, at) || disclaimer.test(trimmed)) break
    if (sentFrom.test(trimmed)) continue
    if (subjectLine.test(trimmed) && lines.slice(at + 1).some((later) => later.trim() !== '')) continue
    const headEnd = quoteHeadEnd(lines, at)
    if (headEnd !== null) {
      // Mail programs that do not mark the quoted lines put them below to the end.
      if (!lines.slice(headEnd).some((later) => isQuoted(later.trim()))) break
      at = headEnd - 1
      continue
    }
    own.push(line)
  }
  return own
}

function isQuoted(line: string): boolean {
  return line.startsWith('>') || line.startsWith('|>')
}

/** The index after a line like "On Tue, 3 Mar, Ann wrote:", which mail programs wrap over up to three lines; else null. */
function quoteHeadEnd(lines: readonly string[], at: number): number | null {
  if (addressHead.test(lines[at]?.trim() ?? '')) return at + 1
  let joined = ''
  for (let end = at; end < at + 3 && end < lines.length; end += 1) {
    if (end > at && (lines[end]?.trim() ?? '') === '') return null
    joined = `${joined} ${lines[end]?.trim() ?? ''}`.trim()
    if (joined.length > 300) return null
    for (const [start, stop] of quoteHeads)
      if (start.test(joined) && stop.test(joined) && /\d|@/.test(joined)) return end + 1
  }
  return null
}

/** Whether a block of mail fields ("From: ... Sent: ...") starts here. */
function isHeadBlock(lines: readonly string[], at: number): boolean {
  if (!firstHeadField.test(lines[at] ?? '')) return false
  const fields = lines.slice(at, at + 5).filter((line) => headField.test(line))
  return fields.length >= 2
}

function isAutomaticReply(text: string): boolean {
  return automatic.test(text) || (outOfOffice.test(text) && officeReply.test(text))
}
