// Controls, and marks that reorder or hide text. The joiners U+200C and U+200D stay: names in Persian and Indic scripts need them.
const hidden = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu
const breaks = /[\s\u0085\u2028\u2029]+/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu
const tags = /[\u{e0000}-\u{e007f}]/gu

export const lineLengthMax = 300

/**
 * One line of plain text from anything a person or an outside system wrote: safe in a mail header and in a calendar
 * property. Line breaks become spaces; controls, direction marks and invisible characters go; cut at `lineLengthMax`
 * characters, never within one.
 */
export function cleanLine(text: string, lengthMax = lineLengthMax): string {
  const line = text
    .toWellFormed()
    .replace(breaks, ' ')
    .replace(hidden, '')
    .replace(controls, '')
    .replace(tags, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return cut(line, lengthMax)
}

/** Several lines of plain text: as `cleanLine`, but line breaks stay (as \n), at most two in a row. */
export function cleanParagraphs(text: string, lengthMax = 4_000): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => cleanLine(line, lengthMax))
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    lengthMax,
  )
}

function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  return `${text
    .slice(0, lengthMax - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
    .trimEnd()}…`
}
