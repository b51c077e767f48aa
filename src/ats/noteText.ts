/** Words that stay words where the vendor would notify people named with an @: an invisible joint stands behind it. E-mail addresses stay whole. */
export function withoutMentions(text: string): string {
  return text.replace(/(^|[^\p{L}\p{N}._%+-])@(?=[\p{L}\p{N}[])/gu, '$1@\u2060')
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text for a field that is shown as HTML; lines stay lines. */
export function asHtml(text: string): string {
  return text.replace(/[&<>]/g, (mark) => marks[mark] ?? mark).replace(/\n/g, '<br>')
}

/** Text for a field of which nobody says whether it is shown as HTML: the angle brackets become letters that look like them. */
export function withoutMarkup(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}
