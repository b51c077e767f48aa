import { type Fields, readFields, readShape, type Shape } from './shapes.ts'

/** One call a vendor's sheet describes. */
export interface Route {
  /** As it stands in the table, `POST /v3/notes`; answers are found by it. */
  call: string
  method: string
  path: RegExp
  pathNames: string[]
  pathShapes: Map<string, Shape>
  /** Letters outside of placeholders: the most literal path that fits counts. */
  weight: number
  isOpen: boolean
  /** What the key must be allowed to, in the vendor's words. */
  scope: string | null
  status: number
  query: Fields
  /** Parameters that the vendor answers with an error of their own. */
  rejected: Map<string, number>
  body: Fields | null
  bodyTypes: string[]
}

/**
 * Reads a table of routes. A route begins with `METHOD /path -> status`, with `open` behind it when it takes no key
 * or `scope x` when the key must be allowed to; lines that are indented
 * say `query` and `body` (fields, see shapes.ts; a body other than JSON names its types: `body(application/x-www-form-urlencoded)`)
 * and `rejected name 422, name 400`. A line that begins with none of these words goes on with the one before.
 */
export function readRoutes(table: string): Route[] {
  const entries: { head: string; lines: string[] }[] = []
  for (const line of table.split('\n')) {
    const words = line.trim()
    if (words === '') continue
    if (/^(GET|POST|PUT|PATCH|DELETE) /.test(words)) entries.push({ head: words, lines: [] })
    else {
      const lines = entries.at(-1)?.lines ?? []
      if (/^(query|body|rejected)\b/.test(words)) lines.push(words)
      else lines.push(`${lines.pop() ?? ''} ${words}`)
    }
  }
  return entries.map(({ head, lines }) => readRoute(head, lines))
}

function readRoute(head: string, lines: readonly string[]): Route {
  const [, method = '', template = '', status = '', open, scope = null] =
    /^(\S+) (\S+) -> (\d+)(?: (open)| scope (.+))?$/.exec(head) ?? []
  if (status === '') throw new Error(`"${head}" is no route`)
  const pathShapes = new Map<string, Shape>()
  const pathNames: string[] = []
  const source = template.replace(
    /\{(\w+)(?::([^}]+))?\}|[.+*()[\]?^$|\\]/g,
    (found, name?: string, shape?: string) => {
      if (name === undefined) return `\\${found}`
      pathNames.push(name)
      if (shape !== undefined) pathShapes.set(name, readShape(shape))
      return name === 'rest' ? '(.+)' : '([^/]+)'
    },
  )
  const rest = (word: string) => {
    const line = lines.find((one) => one.startsWith(word))
    return line === undefined ? null : line.slice(word.length)
  }
  const [, types, body] = /^(?:\((.*?)\))?(.*)$/s.exec(rest('body') ?? '') ?? []
  return {
    call: `${method} ${template.replace(/:[^}/]+\}/g, '}')}`,
    method,
    path: new RegExp(`^${source}$`),
    pathNames,
    pathShapes,
    weight: template.replace(/\{[^}]*\}/g, '').length,
    isOpen: open !== undefined,
    scope,
    status: Number(status),
    query: readFields(rest('query') ?? ''),
    rejected: new Map(
      (rest('rejected') ?? '').split(',').flatMap((one) => {
        const [name, code] = one.trim().split(' ')
        return name ? [[name, Number(code)] as const] : []
      }),
    ),
    body: rest('body') === null ? null : readFields(body ?? ''),
    bodyTypes: types ? types.split('|') : ['application/json'],
  }
}
