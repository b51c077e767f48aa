// What a member pastes or quotes is data: notes of the ATS, mails, resumes. Only what he wrote himself may ask for something.

/** Longer texts are not looked at beyond this. */
const lengthMax = 8_000

/** A shorter quotation is a name: "Sam Lee". */
const shortLengthMax = 12

/** The grammar takes a quotation as one name and reads nothing in it, so it may be longer there. */
const nameLengthMax = 40

/** Everything from such a line to the end was written by somebody else. */
const pastedFrom = [
  /^[ \t]*-{2,}[ \t]*(?:original|forwarded|weitergeleitete|ursprüngliche|message transféré|mensaje reenviado)\b/imu,
  /^[ \t]*begin forwarded message\b/imu,
  /^[ \t]*(?:on|am|le|el|il|op)\b[^\n]{4,160}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\b[^\n:]{0,80}:/imu,
  /^[ \t]*(?:from|von|de|van|da)[ \t]*:[^\n]{1,160}\n[ \t]*(?:sent|to|date|gesendet|an|subject|betreff)[ \t]*:/imu,
]

/** "her CV says: ...", "ATS note: ...", "(note: ...)": the rest of the paragraph is what stands there. */
const reported =
  /\b(?:(?:cv|r[eé]sum[eé]|profile|note|notes|comment|comments|mail|e-?mail|message|reply|feedback|description|letter|lebenslauf|notiz|job (?:text|title|ad)|transcript|ticket)s?(?:[ \t]+(?:from|of|by|in|on|about)[^:\n]{1,60})?(?:[ \t]+(?:says?|said|reads?|states?|goes|writes?|wrote|is|was))?|(?:says|said|writes|wrote|replied|answered|quote|quoting|pasted?|copied))[ \t]*:[^\n]*/giu

const embedded: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/gu,
  /`[^`\n]{1,400}`/gu,
  /^[ \t]*(?:>|&gt;|\|)[^\n]*$/gmu,
  // From the first tag to the last one; chat surfaces write links in the same brackets.
  /<!--[\s\S]*?(?:-->|$)/gu,
  /<(?!https?:|mailto:|tel:)[a-z/][\s\S]*>/giu,
  /(?<=\s|^)'[^'\n]{24,}'(?=\s|$|[.,;!?])/gmu,
  reported,
]

/**
 * What the writer of a chat message says himself: without quoted mail, forwarded text, code, tags, and without what a note or
 * a CV "says". A short quotation ("Sam Lee") stays: it is a name. `isCut` when something was left out.
 * `areNotesKept` leaves what follows "note:", because it may be what the writer wants noted; the reader tells. Pure, never throws.
 */
export function readOwnWords(text: string, areNotesKept = false): { text: string; isCut: boolean } {
  const whole = text.slice(0, lengthMax).replace(/\r\n?/g, '\n')
  const starts = pastedFrom.flatMap((line) => line.exec(whole)?.index ?? [])
  const begin = starts.length > 0 ? whole.slice(0, Math.min(...starts)) : whole
  const patterns = areNotesKept ? embedded.filter((pattern) => pattern !== reported) : embedded
  const own = patterns.reduce(
    (left, pattern) => left.replace(pattern, ' … '),
    cutBrackets(cutQuotations(begin, areNotesKept ? nameLengthMax : shortLengthMax)),
  )
  const isEmpty = !/[\p{L}\p{N}]/u.test(own)
  return { text: isEmpty ? '' : own.replace(/[ \t]+/g, ' ').trim(), isCut: own !== whole }
}

/** What stands in square or curly brackets, brackets in it included; short ones ("[urgent]") stay. Unclosed ones go to the end. */
function cutBrackets(text: string): string {
  let own = ''
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    const mark = text[at] ?? ''
    const isEnd = at === text.length
    if ('[{'.includes(mark) && !isEnd) {
      if (depth === 0) {
        own += text.slice(from, at)
        from = at
      }
      depth += 1
    } else if (depth > 0 && (']}'.includes(mark) || isEnd)) {
      depth = isEnd ? 0 : depth - 1
      if (depth > 0) continue
      const bracket = text.slice(from, at + 1)
      own += bracket.length > shortLengthMax + 2 ? ' … ' : bracket
      from = at + 1
    }
  }
  return own + text.slice(from)
}

/**
 * From the first long quotation to the last quotation mark, over whatever is quoted or broken in between; to the end when the
 * marks do not come in pairs. Quotations within quotations would otherwise let their middle through.
 */
function cutQuotations(text: string, lengthMax: number): string {
  const marks = [...text.matchAll(/["“”„«»]/gu)].map(({ index }) => index)
  const isLong = (at: number) => (marks[at + 1] ?? text.length) - (marks[at] ?? 0) > lengthMax
  let from = 0
  while (from < marks.length && !isLong(from)) from += 2
  const first = marks[from]
  if (first === undefined) return text
  const isPaired = marks.length % 2 === 0
  return `${text.slice(0, first)} … ${isPaired ? text.slice((marks.at(-1) ?? first) + 1) : ''}`
}
