import { cleanLine, cleanParagraphs } from '../../domain/cleanLine.ts'
import type { CardElement } from './cardElement.ts'

// Text for Adaptive Cards. TextBlock and Fact are read as Markdown, by another reader on each client: the phones' ones follow "[x](y)"
// even behind backslashes, so links and tags are broken by a character without width instead, which every reader shows as nothing.
// `cleanLine` takes such characters out of what comes in: each one in a card is ours.

const gap = '\u200b'
const textLengthMax = 20_000
/** Characters of all that a message says as plain text. */
const plainLengthMax = 1_000_000
/** Characters of one TextBlock; with three bytes each it stays well within one message. */
const blockLengthMax = 1_500

export interface TextLook {
  [key: string]: unknown
}

/** Hosts whose addresses may be written out; any other address in a text is shown, but is no link. */
export type OwnHosts = ReadonlySet<string>

/** One line for a place that is read as Markdown: shows exactly the characters of `text`. */
export function escapeMarkdown(text: string, hosts: OwnHosts): string {
  return breakMarks(text, hosts)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, `\\${gap}`)
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)/g, `~${gap}`)
    .replace(/&(?=#?\w{1,31};)/g, `&${gap}`)
    .replace(/^(?=[-+](?:[\s-]|$)|>|#{1,6}(?:\s|$)|=+\s*$|\d{1,9}[.)](?:\s|$))/, gap)
}

/** One line for a place that is not read as Markdown everywhere: titles of buttons, labels, choices. Never empty. */
export function plainTitle(text: string, lengthMax = 300): string {
  return breakMarks(cleanLine(text, lengthMax), new Set()) || '–'
}

/** Lines of plain text for a message without a card. */
export function plainText(text: string, hosts: OwnHosts): string {
  return breakMarks(cleanParagraphs(text, plainLengthMax), hosts)
}

/** What could be a link, a mention, a tag or a date token no longer is one. */
function breakMarks(text: string, hosts: OwnHosts): string {
  return text
    .replace(/\](?=[(:[])/g, `]${gap}`)
    .replace(/<(?=[\p{L}/!?])/gu, `<${gap}`)
    .replace(/\{(?=\{)/g, `{${gap}`)
    .replace(/(?:(?:\b[a-z][a-z\d+.-]{0,20}:)?\/\/|\bwww\.)[^\s<>"]{1,2000}/gi, (address) =>
      isOwn(address, hosts) ? address : breakAddress(address),
    )
}

function isOwn(address: string, hosts: OwnHosts): boolean {
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && !url.username && hosts.has(url.host)
}

/** Every dot and "//" by which a client could see an address. */
function breakAddress(address: string): string {
  return address.replace(/\.(?=[^\s.])/g, `.${gap}`).replaceAll('//', `/${gap}/`)
}

/** TextBlocks for a text of any length, one a line; none for a text without characters. */
export function textBlocks(text: string, hosts: OwnHosts, look: TextLook = {}): CardElement[] {
  const lines = cleanParagraphs(text, textLengthMax).split('\n')
  const blocks: CardElement[] = []
  let isAfterBlank = false
  for (const line of lines) {
    if (line === '') {
      isAfterBlank = true
      continue
    }
    for (const piece of pieces(line)) {
      const spacing = blocks.length === 0 ? {} : { spacing: isAfterBlank ? 'Small' : 'None' }
      blocks.push({ type: 'TextBlock', text: escapeMarkdown(piece, hosts), wrap: true, ...look, ...spacing })
      isAfterBlank = false
    }
  }
  return blocks
}

/** Cuts a long line at spaces, else anywhere but within a character. */
function pieces(line: string): string[] {
  const found: string[] = []
  let rest = line
  while (rest.length > blockLengthMax) {
    const space = rest.lastIndexOf(' ', blockLengthMax)
    let at = space > blockLengthMax / 2 ? space : blockLengthMax
    if (/[\ud800-\udbff]/.test(rest.charAt(at - 1))) at -= 1
    found.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest === '' ? found : [...found, rest]
}

export interface CardLink {
  url: string
  host: string
}

/** The address when it leads to a web page; a path of our own needs `baseUrl`. Null: it is shown as text. */
export function readLink(address: string, baseUrl: string | undefined): CardLink | null {
  if (address !== cleanLine(address, 2_000) || /[\s\\]/.test(address)) return null
  const isPath = /^\/(?![/\\])/.test(address)
  const url = isPath ? URL.parse(address, baseUrl) : URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return null
  return { url: url.href, host: url.host }
}

/** "[label](address)" as every reader of Markdown takes it; brackets in the label are shown as wide ones. */
export function markdownLink(label: string, { url }: CardLink, hosts: OwnHosts): string {
  const shown = escapeMarkdown(label, hosts).replaceAll('[', '［').replaceAll(']', '］')
  const address = url.replace(/[()[\]*\\<>|^`{}]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `[${shown || escapeMarkdown(url, hosts)}](${address})`
}
