import { cleanLine, cleanParagraphs } from '../../domain/cleanLine.ts'

// Text for Slack's mrkdwn. Everything that is written here is data: no mention, no markup, and a link only through `Piece.url`.

/** The longest text that is taken whole; composers cut far earlier. */
export const textLengthMax = 20_000

/** A stretch of a line. `url` is an address that `linkTarget` allowed. */
export interface Piece {
  text: string
  isBold?: boolean
  url?: string
}
export type Line = readonly Piece[]

export const oneLine = (text: string): string => cleanLine(text, textLengthMax)
export const paragraphs = (text: string): string => cleanParagraphs(text, textLengthMax)

// Slack has no escape for its marks, so those that could mark something up are written with a letter that looks the same.
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', ':': '∶', '>': '›' }
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Data as mrkdwn that shows exactly its letters: `& < >` as entities, marks as look-alikes; an underscore within a word stays. */
export function escapeMrkdwn(text: string): string {
  return text
    .replace(/[*~`]/g, (mark) => lookAlikes[mark] ?? mark)
    .replace(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, 'ˍ')
    .replace(/(?<!\d):(?=[a-z0-9_'+-]{1,60}:)/g, '∶')
    .replace(/^([ \t]*)>/gm, '$1›')
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark)
}

/** What a reader sees of mrkdwn that was written here, with the marks as they were: for tests, and for what a screen reader says. */
export function readMrkdwn(text: string): string {
  const marks = Object.entries(lookAlikes)
  return text
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, (_, _url: string, label: string) => label)
    .replace(/\*/g, '')
    .replace(/[∗ˍ∼ˋ∶›∣]/g, (mark) => (mark === '∣' ? '|' : (marks.find(([, one]) => one === mark)?.[0] ?? mark)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/**
 * The lines as texts of at most `lengthMax` each. They go on where the one before ends: at a blank if there is one, never within a
 * character, and every text is whole mrkdwn in itself.
 */
export function writeLines(lines: readonly Line[], lengthMax: number): string[] {
  const texts: string[] = []
  let text = ''
  const put = (written: string, joint: string) => {
    const isFirst = text === ''
    if (!isFirst && text.length + joint.length + written.length > lengthMax) {
      texts.push(text)
      text = written
    } else text += (isFirst ? '' : joint) + written
  }
  for (const line of lines) {
    let joint = '\n'
    for (const piece of line) {
      for (const written of writePiece(piece)) {
        put(written, joint)
        joint = ''
      }
    }
  }
  texts.push(text)
  return texts.filter((one) => one.trim() !== '')
}

// One written stretch; longer data is written in several, so that a text can end between them.
const stretchLengthMax = 280

function writePiece({ text, isBold, url }: Piece): string[] {
  if (text === '') return []
  if (url !== undefined) return [`<${writeAddress(url)}|${escapeMrkdwn(text).replaceAll('|', '∣')}>`]
  if (text.length > stretchLengthMax) return stretchesOf(text).map(escapeMrkdwn)
  return [isBold && isMarkable(text) ? `*${escapeMrkdwn(text)}*` : escapeMrkdwn(text)]
}

/** Bold needs a text on one line that begins and ends with a visible character. */
function isMarkable(text: string): boolean {
  return text.trim() === text && !text.includes('\n')
}

function stretchesOf(text: string): string[] {
  const stretches: string[] = []
  let rest = text
  while (rest.length > stretchLengthMax) {
    const blank = Math.max(rest.lastIndexOf(' ', stretchLengthMax), rest.lastIndexOf('\n', stretchLengthMax))
    let end = blank > stretchLengthMax / 2 ? blank : stretchLengthMax
    if (/[\ud800-\udbff]/.test(rest[end - 1] ?? '')) end -= 1
    stretches.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...stretches, rest]
}

// Together with the label a link stays well within one text.
const addressLengthMax = 1_500
const linkLabelLengthMax = 150

function writeAddress(url: string): string {
  return url.replace(/[|<>"`]/g, (mark) => encodeURIComponent(mark)).replaceAll('&', '&amp;')
}

export interface LinkOptions {
  /** Where Parley's own pages are, for addresses such as "/threads/1": "https://parley.agency.example". */
  baseUrl?: string
  /** Hosts whose links are shown without their host; that of `baseUrl` is one of them. */
  ownHosts?: readonly string[]
}

/** The address to go to when it is http or https, without a name or password in it; else null. */
function linkTarget(url: string, options: LinkOptions): URL | null {
  if (url !== oneLine(url) || /[\s\\]/.test(url)) return null
  const isOwnPath = /^\/(?![/\\])/.test(url)
  const target = isOwnPath ? URL.parse(url, options.baseUrl) : URL.parse(url)
  if (!target || !['http:', 'https:'].includes(target.protocol) || writeAddress(target.href).length > addressLengthMax)
    return null
  return target.username || target.password ? null : target
}

/** A label that leads somewhere: a link, with its host when it is not ours; or, with a warning, label and address as text. */
export function linkPieces(label: string, url: string | undefined, options: LinkOptions, warnings: string[]): Piece[] {
  const text = paragraphs(label)
  if (url === undefined || url === '') return [{ text }]
  const target = linkTarget(url, options)
  if (!target) {
    warnings.push(`A link that does not lead to http or https is shown as text: ${oneLine(url).slice(0, 120)}`)
    return [{ text: `${text} (${oneLine(url)})` }]
  }
  const shown = oneLine(label) || target.host
  // A label too long for a link stands as text before it.
  if (shown.length > linkLabelLengthMax) return [{ text: `${text} ` }, { text: target.host, url: target.href }]
  const ownHosts = [...(options.ownHosts ?? []), URL.parse(options.baseUrl ?? '')?.host]
  const host = ownHosts.includes(target.host) || shown === target.href ? [] : [{ text: ` (${target.host})` }]
  return [{ text: shown, url: target.href }, ...host]
}
