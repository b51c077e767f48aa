// HTML as mail programs write it, made into the plain text a person sees. One pass from left to right: nothing here can take
// longer than the text is long.

/** Their content is not shown. */
const silentTags = new Set(['style', 'script', 'head', 'title', 'template', 'noscript', 'select', 'svg', 'object'])
/** They begin and end a line. */
const blockTags = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
/** An empty line after it. */
const spacedTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote'])

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ntilde: 'ñ',
  oacute: 'ó',
  aacute: 'á',
  iacute: 'í',
  uacute: 'ú',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '',
}

const htmlLengthMax = 1_000_000
const quoteDepthMax = 20

/** Text of an HTML mail. Quoted parts (blockquote) get "> " before each line, as in plain mails; links keep their words only. */
export function textOfHtml(html: string): string {
  const source = html.length > htmlLengthMax ? html.slice(0, htmlLengthMax) : html
  const lower = source.toLowerCase()
  const page = createPage()
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open !== at) page.write(decodeEntities(source.slice(at, open < 0 ? source.length : open)))
    if (open < 0) break
    const tag = readTag(source, open)
    at = tag?.end ?? open + 1
    if (!tag) page.write('<')
    else if (!silentTags.has(tag.name)) page.take(tag)
    else if (!tag.isClosing && !tag.isEmpty) {
      // What looks like a tag in a script is none.
      const close = lower.indexOf(`</${tag.name}`, at)
      at = close < 0 ? source.length : close
    }
  }
  return page.read()
}

interface Tag {
  name: string
  isClosing: boolean
  isEmpty: boolean
  end: number
}

/** The tag, comment or declaration that begins at `open`; null when "<" is only a character. An unclosed one ends the text. */
function readTag(source: string, open: number): Tag | null {
  const nothing = { name: '', isClosing: false, isEmpty: true }
  if (source.startsWith('<!--', open)) {
    const close = source.indexOf('-->', open + 4)
    return { ...nothing, end: close < 0 ? source.length : close + 3 }
  }
  const next = source[open + 1] ?? ''
  if (next === '!' || next === '?') {
    const close = source.indexOf('>', open)
    return { ...nothing, end: close < 0 ? source.length : close + 1 }
  }
  const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/.exec(source.slice(open, open + 44))
  if (!head) return null
  const end = endOfTag(source, open + head[0].length)
  return {
    name: (head[2] ?? '').toLowerCase(),
    isClosing: head[1] === '/',
    isEmpty: source[end - 2] === '/',
    end,
  }
}

/** Behind the ">" that closes a tag; one inside a quoted attribute does not. */
function endOfTag(source: string, from: number): number {
  let quote = ''
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at] ?? ''
    if (quote) {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  // A quote that is never closed would swallow the rest of the mail.
  const plain = source.indexOf('>', from)
  return plain < 0 ? source.length : plain + 1
}

function createPage() {
  const lines: string[] = []
  let line = ''
  let depth = 0
  const endLine = (): void => {
    const text = line.replace(/[ \t\u00a0]+/g, ' ').trim()
    const isDouble = text === '' && (lines.at(-1) ?? '').replace(/^[> ]+/, '') === ''
    if (!isDouble) lines.push(`${'> '.repeat(depth)}${text}`.trimEnd())
    line = ''
  }
  const breakLine = (): void => {
    if (line.trim() !== '') endLine()
  }
  return {
    write: (text: string): void => {
      line += text.replace(/[\r\n\t ]+/g, ' ')
    },
    take: ({ name, isClosing }: Tag): void => {
      if (name === 'br') {
        endLine()
        return
      }
      if (name === 'td' || name === 'th') {
        if (isClosing) line += ' '
        return
      }
      if (!blockTags.has(name)) return
      breakLine()
      if (name === 'blockquote') depth = isClosing ? Math.max(0, depth - 1) : Math.min(quoteDepthMax, depth + 1)
      if (name === 'li' && !isClosing) line = '- '
      if (isClosing && spacedTags.has(name)) endLine()
    },
    read: (): string => {
      breakLine()
      return lines.join('\n').trim()
    },
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,20})|#[xX]([0-9a-fA-F]{1,20})|([a-zA-Z]{2,8}));?/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return namedEntities[name] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )
}
