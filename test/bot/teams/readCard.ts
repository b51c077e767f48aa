import { createRequire } from 'node:module'
import type { TeamsMessage } from '../../../src/bot/teams/cards.ts'

// What a client makes of a card: Microsoft's own reader of Adaptive Cards, and a full reader of Markdown with automatic links, which
// sees more links and marks than the ones in Teams do.

const require = createRequire(import.meta.url)
interface CardLibrary {
  AdaptiveCard: new () => {
    parse(card: unknown, context: unknown): void
    validateProperties(): { validationEvents: { message: string }[] }
  }
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } }
}
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js') as CardLibrary
const MarkdownIt = require('markdown-it') as new (options: unknown) => { render(text: string): string }
const markdown = new MarkdownIt({ html: false, linkify: true })

/** What Microsoft's own reader complains about. */
export function complaintsOf(card: unknown): string[] {
  const context = new SerializationContext()
  const read = new AdaptiveCard()
  read.parse(structuredClone(card), context)
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
  return [...parsing, ...read.validateProperties().validationEvents.map((event) => event.message)]
}

type Json = null | string | number | boolean | Json[] | { [name: string]: Json }

function walk(value: Json, visit: (node: { [name: string]: Json }) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit)
  else if (value && typeof value === 'object') {
    visit(value)
    for (const one of Object.values(value)) walk(one, visit)
  }
}

export interface ReadCard {
  /** Everything that can be read, without white space: Markdown rendered, characters without width gone. */
  text: string
  /** Where links and OpenUrl buttons lead. */
  links: string[]
  /** Ids of the actions that can be reached, in their order, each once. */
  actionIds: string[]
  /** HTML of all that is read as Markdown. */
  html: string
  types: Set<string>
}

const squeezed = (text: string): string => text.replace(/[\s\u200b]+/gu, '')

export function readCards(message: Pick<TeamsMessage, 'text' | 'card' | 'rest'>): ReadCard {
  const texts: string[] = []
  const html: string[] = []
  const ids: string[] = []
  const types = new Set<string>()
  const all = [message, ...message.rest]
  for (const { card, text } of all) {
    if (!card) {
      texts.push(text)
      continue
    }
    walk(card as Json, (node) => {
      if (typeof node.type === 'string') types.add(node.type)
      const marked =
        node.type === 'TextBlock'
          ? [node.text]
          : !node.type && 'title' in node && 'value' in node
            ? [node.title, node.value]
            : []
      // Choices have title and value too, but are not read as Markdown.
      const isChoice = typeof node.value === 'string' && /^[=-]/.test(node.value) && !node.type
      for (const one of isChoice ? [] : marked) html.push(markdown.render(String(one)))
      for (const name of ['title', 'label', 'placeholder', 'errorMessage'])
        if (typeof node[name] === 'string') texts.push(node[name])
      if (typeof node.value === 'string') texts.push(node.value)
      const data = node.data
      if (data && typeof data === 'object' && !Array.isArray(data) && data.view !== 'close')
        ids.push(String(data.action))
    })
  }
  texts.push(...html.map(textOfHtml))
  const joined = html.join('\n')
  return {
    text: squeezed(texts.join('\n')).replaceAll('［', '[').replaceAll('］', ']'),
    links: [...joined.matchAll(/<a href="([^"]*)"/g)].map((match) => textOfHtml(match[1] ?? '')),
    actionIds: [...new Set(ids)],
    html: joined,
    types,
  }
}

function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** How a fact has to be found in `ReadCard.text`. */
export function asRead(fact: string): string {
  return squeezed(fact).replaceAll('［', '[').replaceAll('］', ']')
}
