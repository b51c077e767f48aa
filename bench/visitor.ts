/** A page as a program without script sees it. */
export interface Page {
  status: number
  /** After redirects. */
  url: string
  html: string
  bytes: number
}

/** A person's browser without script: keeps cookies, follows redirects, sends forms as the page holds them. */
export interface Visitor {
  get(url: string): Promise<Page>
  /** Sends the first form whose words contain `label`, with `values` put over what it holds; throws when it is refused. */
  submit(page: Page, label: string, values?: Readonly<Record<string, string>>): Promise<Page>
  /** A request of the chat's own script: answers JSON. */
  postLive(url: string, values: Readonly<Record<string, string>>): Promise<number>
  /** An open stream of server-sent events. */
  listen(url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>
}

interface Form {
  action: string
  fields: [string, string][]
  words: string
}

/** `onAnswer` hears of each answer, before redirects are followed. */
export function openVisitor(onAnswer: (method: string, status: number) => void = () => {}): Visitor {
  const cookies = new Map<string, string>()

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method === 'POST') headers.set('Origin', new URL(url).origin)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    onAnswer(init.method ?? 'GET', response.status)
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }

  async function load(url: string, init?: RequestInit): Promise<Page> {
    const response = await request(url, init)
    const target = response.headers.get('location')
    const html = await response.text()
    if (target && response.status >= 300 && response.status < 400) return load(new URL(target, url).href)
    return { status: response.status, url, html, bytes: Buffer.byteLength(html) }
  }

  const post = (values: Iterable<[string, string]>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams([...values]),
  })

  return {
    get: (url) => load(url),
    submit: async (page, label, values = {}) => {
      const form = formsOf(page.html).find(({ words }) => words.includes(label))
      if (!form) throw new Error(`no form "${label}" on ${page.url}`)
      const fields = form.fields.filter(([name]) => !(name in values))
      const answer = await load(new URL(form.action, page.url).href, post([...fields, ...Object.entries(values)]))
      if (answer.status !== 200) throw new Error(`the form "${label}" on ${page.url} was refused: ${answer.status}`)
      return answer
    },
    postLive: async (url, values) => {
      const response = await request(url, { ...post(Object.entries(values)), headers: { Accept: 'application/json' } })
      await response.text()
      return response.status
    },
    listen: async (url, signal) => {
      const { body, status } = await request(url, { signal })
      if (!body || status !== 200) throw new Error(`no stream: ${status}`)
      return body
    },
  }
}

/** Enough of HTML for the pages measured: fields with the values they hold, ticked ones only, buttons as words. */
function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    words: plain(body),
    fields: [
      ...[...body.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag = '']): [string, string][] => {
        const name = attribute(tag, 'name')
        const isTick = /\btype="?(checkbox|radio)\b/.test(tag)
        return name === null || (isTick && !/\bchecked\b/.test(tag)) ? [] : [[name, attribute(tag, 'value') ?? '']]
      }),
      ...[...body.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].flatMap(
        ([, tag = '', text = '']): [string, string][] => [[attribute(tag, 'name') ?? '', plain(text)]],
      ),
      ...[...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
        ([, tag = '', options = '']): [string, string][] => {
          const chosen = /<option\b([^>]*\bselected[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options)
          return [[attribute(tag, 'name') ?? '', attribute(chosen?.[1] ?? '', 'value') ?? '']]
        },
      ),
    ],
  }))
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|([^\\s">]+))`).exec(tag)
  return found ? unescaped(found[1] ?? found[2] ?? '') : null
}

export function plain(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' '))
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
