import { html as honoHtml } from 'hono/html'

/** Escaped HTML, safe to put into a page. */
export type Markup = ReturnType<typeof String> & { readonly isEscaped: true }

const squeezed = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/** Drops the indentation of the template itself (never of a value): pages have a budget of 20 KB. */
function squeeze(strings: TemplateStringsArray): TemplateStringsArray {
  const known = squeezed.get(strings)
  if (known) return known
  const parts = strings.map((part) =>
    part
      .replace(/>\s*\n\s*</g, '><')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/^\n$/, ''),
  )
  const result = Object.assign(parts, { raw: parts }) as TemplateStringsArray
  squeezed.set(strings, result)
  return result
}

/** Hono's escaping template. Values are strings, numbers, `Markup` or lists of them; null and false print nothing. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  // Only a promise among the values makes Hono answer with one, and pages are pure.
  return honoHtml(squeeze(strings), ...values) as unknown as Markup
}

/** Only web addresses become links: a record may hold `javascript:` or anything else. */
export function safeUrl(text: string | null): string | null {
  if (!text || !/^https?:\/\//i.test(text)) return null
  return URL.canParse(text) ? new URL(text).href : null
}
