// What a person typed, out of Slack's own writing of it: "<@U1> &amp; <https://acme.example|Acme>" -> "@Rosa & Acme".

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const marked = /<([@#!]?)([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g

/** Ids of the people named in a text, each once, at most `countMax`. */
export function mentionedIn(text: string, countMax = 8): string[] {
  const ids = [...text.matchAll(marked)].flatMap(([, sign, id]) => (sign === '@' && id ? [id] : []))
  return [...new Set(ids)].slice(0, countMax)
}

/**
 * The text as it was typed. The mention of `botUserId` goes; others become the name in `names`, else what stands beside their id.
 * Links become their label, so that "acme.example" is not read twice.
 */
export function readSlackText(text: string, botUserId: string | null, names: ReadonlyMap<string, string>): string {
  return text
    .replace(marked, (whole, sign: string, id: string, label: string | undefined) => {
      if (sign === '@') return id === botUserId ? ' ' : (names.get(id) ?? label ?? whole)
      if (sign === '#') return `#${label || id}`
      if (sign === '!') return label ?? (id.startsWith('subteam^') ? '@group' : `@${id.split('^')[0]}`)
      return label || id.replace(/^(?:mailto|tel):/, '')
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .trim()
}
