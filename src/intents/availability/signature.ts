/** Words that end a letter; the line may carry the name after a comma. */
const signOff =
  /^(many |kind |kindest |best |warm |warmest |with (kind|best|warm) |all the |sincere )?(thanks|thank you|thx|ta|cheers|regards|wishes|best|sincerely|cordially|respectfully|yours( (truly|sincerely|faithfully))?|thanking you|br|kr|rgds|take care|talk soon|speak soon|have a (great|good|nice|lovely) (day|week|weekend|evening|one)|mit freundlichen grüßen|(viele|beste|liebe|herzliche|freundliche) grüße|mfg|lg|vg|cordialement|bien à vous|(un )?saludos?( cordial(es)?)?|atentamente|cordiali saluti|met vriendelijke groet(en)?|atenciosamente|med vänlig hälsning)( so much| a lot| again| in advance| and regards| & regards| very much)?[\s,.!~-]*(?<name>[\p{L}.' -]{0,40})$/iu

const postscript = /^p\.? ?s\.?\b[\s:.,-]*/i

/** Lines that only say how and when somebody can be reached in general. */
const contactLine =
  /^(t|m|p|f|e|w|tel|phone|mobile|mob|cell|direct|office|fax|email|e-mail|web|website|skype|linkedin)\b ?[.:)]|^(my |our )?(office|working|opening|business|core) (hours|days)\s*[:-]/i
const webAddress = /\b(https?:\/\/|www\.)\S+/gi
/** "Web: https://...": beside an address no more words than these. */
const addressWordsMax = 3
/** "2026-03-09 14:00", "15.06.2026 14-16": no phone number. */
const datedFigures = /\b\d{4}-\d\d?-\d\d?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d:\d\d\b/
const phoneNumber = /(\+?\(?\d[\d()./ -]{7,}\d)/

/** The lines before the signature. A postscript after it stays. */
export function cutSignature(lines: readonly string[]): string[] {
  const start = signatureStart(lines)
  const body = start === null ? lines : lines.slice(0, start)
  const after = start === null ? [] : lines.slice(start)
  const note = after.findIndex((line) => postscript.test(line.trim()))
  return [...dropContactLines(body), ...(note < 0 ? [] : after.slice(note).map((line) => line.replace(postscript, '')))]
}

function signatureStart(lines: readonly string[]): number | null {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? ''
    if (/^(--|__|==)[-_=]* ?$/.test(line) && at > 0) return at
    if (at > 0 && signOff.test(line) && endsLetter(lines, at)) return at
  }
  return null
}

/** Whether what follows a sign-off looks like a name and its lines, not like more of the letter. */
function endsLetter(lines: readonly string[], at: number): boolean {
  const rest = lines
    .slice(at + 1)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isNamed = (signOff.exec(lines[at]?.trim() ?? '')?.groups?.name ?? '').trim() !== ''
  const first = rest[0]
  return rest.length <= 14 && (isNamed || first === undefined || isNameLine(first))
}

const notInNames =
  /\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|days)?\b|\b(today|tomorrow|week|any|anytime|free|works?|can|could|morning|afternoon|evening|i|i'm|p\.?s\.?)\b/i

function isNameLine(line: string): boolean {
  return /^[-~*]?\s?\p{L}[\p{L}.,'() -]{0,50}$/u.test(line) && line.split(/\s+/).length <= 6 && !notInNames.test(line)
}

function dropContactLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !isContactLine(line.trim()))
}

function isContactLine(line: string): boolean {
  if (line.length > 160) return false
  if (contactLine.test(line)) return true
  const rest = line.replace(webAddress, '')
  if (rest !== line && rest.split(/\s+/).filter(Boolean).length <= addressWordsMax) return true
  const phone = phoneNumber.exec(line)?.[0]
  if (datedFigures.test(line)) return false
  if (!phone || phone.replace(/\D/g, '').length < 9) return false
  // A phone number beside bars or alone on its line; inside a sentence the line stays.
  return /[|•·]/.test(line) || phone.length * 2 > line.length
}
