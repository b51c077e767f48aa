import type { AtsAttachment } from './port.ts'

/** What a file is, where only its name can tell. */
export function fileKindOf(filename: string): AtsAttachment['kind'] {
  const words = filename.replaceAll(/[_\-.]+/g, ' ')
  if (/cover|anschreiben|motivation|\bletter\b/i.test(words)) return 'coverLetter'
  return /resume|résumé|\bcv\b|lebenslauf|curriculum/i.test(words) ? 'resume' : 'other'
}
