import { type CsvError, parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { ParleyError } from '../domain/errors.ts'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'
export type Separator = ',' | ';' | '\t'

export interface CsvRow {
  /** Line of the file on which the row starts, the heading being line 1. */
  line: number
  /** Trimmed; as many as the heading has. */
  cells: readonly string[]
}
export interface BadRow {
  line: number
  reason: string
}
export interface CsvTable {
  encoding: Encoding
  separator: Separator
  heading: readonly string[]
  rows: readonly CsvRow[]
  bad: readonly BadRow[]
}

const byteCountMax = 20 * 1024 * 1024

/** A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8, and all else is what Excel saves in the West. */
function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'UTF-16LE' }
  if (first === 0xfe && second === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'UTF-16BE' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: iconv.decode(bytes, 'win1252'), encoding: 'Windows-1252' }
  }
}

function parseCells(text: string, separator: Separator, toLine?: number) {
  const skipped: CsvError[] = []
  const records = parse(text, {
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    // A tab would count as blank space before the next cell.
    ltrim: separator !== '\t',
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) skipped.push(error)
      return undefined
    },
    ...(toLine === undefined ? {} : { to_line: toLine }),
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return { records, skipped }
}

/** The separator under which the heading has the most columns that mean something, then the most columns. */
function recogniseSeparator(firstLine: string, countKnown: (heading: readonly string[]) => number): Separator {
  let best: { separator: Separator; known: number; columns: number } = { separator: ',', known: -1, columns: 0 }
  for (const separator of [',', ';', '\t'] as const) {
    const heading = parseCells(firstLine, separator).records[0]?.record ?? []
    const known = countKnown(heading)
    if (known > best.known || (known === best.known && heading.length > best.columns))
      best = { separator, known, columns: heading.length }
  }
  return best.separator
}

/**
 * Reads a table of text cells: UTF-8 with or without mark, UTF-16 with mark or Windows-1252; comma, semicolon or tab.
 * `countKnown` says how many columns of a heading mean something: it decides the separator.
 * Throws `badInput` (field "file") when there is no table at all; rows that cannot be read are listed in `bad`.
 */
export function readTable(bytes: Uint8Array, countKnown: (heading: readonly string[]) => number): CsvTable {
  const refuse = (sentence: string) => new ParleyError('badInput', sentence, { field: 'file' })
  if (bytes.length > byteCountMax) throw refuse('The file is larger than 20 MB. Split it and import the parts.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refuse('This is an Excel workbook. Save it as CSV and import that file.')
  const { text: decoded, encoding } = decodeText(bytes)
  if (decoded.includes('\0')) throw refuse('This is not a text file. Save the table as CSV and import that file.')
  const hinted = /^\uFEFF?(?:sep=([,;\t])\r?\n)?/.exec(decoded)
  const text = decoded.slice(hinted?.[0].length ?? 0)
  const firstLine = /\S[^\r\n]*/.exec(text)?.[0]
  if (firstLine === undefined) throw refuse('The file is empty.')
  const separator = (hinted?.[1] as Separator | undefined) ?? recogniseSeparator(firstLine, countKnown)
  const { records, skipped } = parseCells(text, separator)
  const hintLineCount = hinted?.[1] === undefined ? 0 : 1

  const bad: BadRow[] = []
  const rows: CsvRow[] = []
  let heading: string[] | null = null
  let lastLine = 0
  for (const { record, info } of records) {
    lastLine = info.lines
    const cells = record.map((cell) => cell.trim())
    if (cells.every((cell) => cell === '')) continue
    if (heading === null) {
      heading = cells
      continue
    }
    const line = info.lines - record.join('').split(/\r\n|\n|\r/).length + 1 + hintLineCount
    const extra = cells.slice(heading.length)
    if (extra.some((cell) => cell !== '')) {
      bad.push({ line, reason: `The row has ${cells.length} cells, the heading has ${heading.length}.` })
      continue
    }
    rows.push({ line, cells: heading.map((_, at) => cells[at] ?? '') })
  }
  for (const error of skipped) {
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = isOpen ? lastLine + 1 : Number(error.lines ?? lastLine + 1)
    const reason = isOpen
      ? 'A quotation mark is opened here and never closed; nothing after it could be read.'
      : 'The quotation marks of this row do not fit together.'
    bad.push({ line: line + hintLineCount, reason })
  }
  if (heading === null) throw refuse('The file is empty.')
  return { encoding, separator, heading, rows, bad }
}
