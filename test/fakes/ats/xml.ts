/** An element with its name's namespace worked out. Attributes go by their local names. */
export interface XmlElement {
  name: string
  space: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** What stands directly in it, without the blanks around. */
  text: string
}

const pattern =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function readEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

type Spaces = Readonly<Record<string, string>>
function readAttributes(text: string, outer: Spaces): { attributes: Record<string, string>; spaces: Spaces } {
  const attributes: Record<string, string> = {}
  const spaces: Record<string, string> = { ...outer }
  for (const [, name = '', double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = readEntities(double ?? single ?? '')
    if (name === 'xmlns') spaces[''] = value
    else if (name.startsWith('xmlns:')) spaces[name.slice(6)] = value
    else attributes[name.slice(name.indexOf(':') + 1)] = value
  }
  return { attributes, spaces }
}

/** The root of a document; null for what is not well-formed, has a prefix that nobody declared, or a document type. */
export function readXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', space: '', attributes: {}, children: [], text: '' }
  const open: { element: XmlElement; tag: string; spaces: Spaces }[] = [{ element: root, tag: '', spaces: { '': '' } }]
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    const top = open.at(-1)
    if (!found || !top) return null
    const [, data, closed, tag, attributeText = '', isEmpty, words] = found
    if (data !== undefined) top.element.text += data
    else if (words !== undefined) top.element.text += readEntities(words)
    else if (closed !== undefined) {
      if (open.length < 2 || top.tag !== closed) return null
      top.element.text = top.element.text.trim()
      open.pop()
    } else if (tag !== undefined) {
      const [prefix, name] = tag.includes(':') ? (tag.split(':') as [string, string]) : ['', tag]
      const { attributes, spaces } = readAttributes(attributeText, top.spaces)
      const space = spaces[prefix]
      if (space === undefined) return null
      const element: XmlElement = { name, space, attributes, children: [], text: '' }
      top.element.children.push(element)
      if (isEmpty === '') open.push({ element, tag, spaces })
    }
  }
  const isOne = open.length === 1 && root.children.length === 1 && root.text.trim() === ''
  return isOne ? (root.children[0] ?? null) : null
}

const writeEntities = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)

export type XmlContent = string | number | { xml: string } | null | undefined
/** An element around text or around other elements; nothing around nothing. */
export function writeXml(
  name: string,
  content: XmlContent | readonly { xml: string }[],
  attributes: Readonly<Record<string, string>> = {},
): { xml: string } {
  if (content === null || content === undefined) return { xml: '' }
  const inner = Array.isArray(content)
    ? content.map(({ xml }: { xml: string }) => xml).join('')
    : typeof content === 'object'
      ? (content as { xml: string }).xml
      : writeEntities(String(content))
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${writeEntities(value)}"`)
  return { xml: inner === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inner}</${name}>` }
}
