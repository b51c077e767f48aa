// A small reader and writer of XML for SOAP. Documents are data from outside: no document type, no entities but the five of XML itself, no more
// depth and elements than an answer needs.

export interface XmlElement {
  /** Without its prefix: each answer has one vocabulary. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** What stands directly in it, without the blanks around. */
  text: string
}

const depthMax = 60
const elementsMax = 300_000

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function readEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (whole, hex?: string, decimal?: string, own?: string) => {
      if (own !== undefined) return entities[own] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute))
    attributes[localName(name)] = readEntities(double ?? single ?? '')
  return attributes
}

/** The root element; null for what is not well-formed, has a document type, or is deeper or larger than any answer. */
export function readXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [{ element: root, tag: '' }]
  let count = 0
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    const top = open.at(-1)
    if (!found || !top) return null
    at = token.lastIndex
    const [, data, closed, tag, attributes = '', isEmpty, words] = found
    if (data !== undefined) top.element.text += data
    else if (words !== undefined) top.element.text += readEntities(words)
    else if (closed !== undefined) {
      if (open.length < 2 || top.tag !== closed) return null
      top.element.text = top.element.text.trim()
      open.pop()
    } else if (tag !== undefined) {
      count++
      if (count > elementsMax || open.length > depthMax) return null
      const element = { name: localName(tag), attributes: readAttributes(attributes), children: [], text: '' }
      top.element.children.push(element)
      if (isEmpty === '') open.push({ element, tag })
    }
  }
  const isOne = open.length === 1 && root.children.length === 1 && root.text.trim() === ''
  return isOne ? (root.children[0] ?? null) : null
}

/** All elements of a name, at any depth, in their order. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : findElements(child, name)))
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** Text for between tags or quotes; characters that XML does not have are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
