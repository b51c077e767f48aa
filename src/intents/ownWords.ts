// What a member pastes or quotes is data: notes of the ATS, mails, resumes. Only what he wrote himself may ask for something.

/** Longer texts are not looked at beyond this. */
const lengthMax = 8_000

/** Everything from such a line to the end was written by somebody else. */
const pastedFrom = [
  /^[ \t]*-{2,}[ \t]*(?:original|forwarded|weitergeleitete|ursprüngliche|message transféré|mensaje reenviado)\b/imu,
  /^[ \t]*begin forwarded message\b/imu,
  /^[ \t]*(?:on|am|le|el|il|op)\b[^\n]{4,160}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)[ \t]*:/imu,
  /^[ \t]*(?:from|von|de|van|da)[ \t]*:[^\n]{1,160}\n[ \t]*(?:sent|to|date|gesendet|an|subject|betreff)[ \t]*:/imu,
]

/** "her CV says: ...", "ATS note: ...", "(note: ...)": the rest of the paragraph is what stands there. */
const reported =
  /\b(?:(?:cv|r[eé]sum[eé]|profile|note|notes|comment|comments|mail|e-?mail|message|reply|feedback|description|letter|lebenslauf|notiz|job (?:text|title|ad)|transcript|ticket)s?(?:[ \t]+(?:from|of|by|in|on|about)[^:\n]{1,60})?(?:[ \t]+(?:says?|said|reads?|states?|goes|writes?|wrote|is|was))?|(?:says|said|writes|wrote|replied|answered|quote|quoting|pasted?|copied))[ \t]*:[^\n]*/giu

const embedded: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/gu,
  /`[^`\n]{1,400}`/gu,
  /^[ \t]*(?:>|&gt;|\|)[^\n]*$/gmu,
  /<[a-z!/][^<>\n]{0,400}>/giu,
  /["“”„«»][^"“”„«»\n]{12,}(?:["“”„«»]|$)/gmu,
  /(?<=\s|^)'[^'\n]{24,}'(?=\s|$|[.,;!?])/gmu,
  /\[[^\][\n]{12,}(?:\]|$)/gmu,
  /\{[^{}\n]{12,}(?:\}|$)/gmu,
  reported,
]

/**
 * What the writer of a chat message says himself: without quoted mail, forwarded text, code, tags, and without what a note or
 * a CV "says". A short quotation ("Sam Lee") stays: it is a name. `isCut` when something was left out. Pure, never throws.
 */
export function readOwnWords(text: string): { text: string; isCut: boolean } {
  const whole = text.slice(0, lengthMax).replace(/\r\n?/g, '\n')
  const starts = pastedFrom.flatMap((line) => line.exec(whole)?.index ?? [])
  const begin = starts.length > 0 ? whole.slice(0, Math.min(...starts)) : whole
  const own = embedded.reduce((left, pattern) => left.replace(pattern, ' … '), begin)
  const isEmpty = !/[\p{L}\p{N}]/u.test(own)
  return { text: isEmpty ? '' : own.replace(/[ \t]+/g, ' ').trim(), isCut: own !== whole }
}
