import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Message, type MessagePart, messageSchema } from '../../src/bot/message.ts'
import { renderWebMessage, type WebRenderContext } from '../../src/bot/webchatRender.ts'
import { cleanParagraphs } from '../../src/domain/cleanLine.ts'
import { setUpCard, waitingCard } from '../web/chatSamples.ts'
import { everywhere, hostileTexts } from './hostileTexts.ts'
import { factsIn, messageRuns, messageTimeoutMs, missingFrom, randomMessage } from './randomMessage.ts'

const context: WebRenderContext = {
  messageId: 'm1',
  actionsPath: '/threads/t1/actions',
  ownHosts: ['127.0.0.1:4711'],
  eventIdFor: (actionId) => `event-of-${actionId}`,
}
const render = (message: Message, given: Partial<WebRenderContext> = {}) =>
  renderWebMessage(message, { ...context, ...given })
const withParts = (...parts: MessagePart[]): Message => messageSchema.parse({ fallbackText: 'x', parts })

/** What a person reads: tags gone, entities decoded, every stretch of white space one space. */
function textOf(html: string): string {
  return flat(
    html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )
}
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const shown = (text: string): string => flat(cleanParagraphs(text, 20_000))

describe('a message on the web', () => {
  test(
    'loses no action, whatever the message holds (random messages)',
    () => {
      fc.assert(
        fc.property(randomMessage(), ({ message: given }) => {
          const { html } = render(given)
          const targets = [...html.matchAll(/action="\/threads\/t1\/actions\/([^"]+)"/g)].map((match) => match[1])
          expect(targets.toSorted()).toEqual(given.actions.map((entry) => entry.id).toSorted())
          expect([...html.matchAll(/name="_event" value="event-of-/g)]).toHaveLength(given.actions.length)
          const labels = given.actions.map((entry) => shown(entry.label))
          expect(missingFrom(textOf(html), labels)).toEqual([])
        }),
        { numRuns: messageRuns },
      )
    },
    messageTimeoutMs,
  )

  test(
    'shows every fact as readable text (random messages)',
    () => {
      fc.assert(
        fc.property(randomMessage(), ({ message: given, tags }) => {
          const text = textOf(render(given).html)
          expect(missingFrom(text, [...tags, ...factsIn(given).map(shown)])).toEqual([])
        }),
        { numRuns: messageRuns },
      )
    },
    messageTimeoutMs,
  )

  test('gives each field a label, and no two elements the same id', () => {
    fc.assert(
      fc.property(randomMessage(), ({ message: given }) => {
        const { html } = render(given)
        const elementIds = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
        expect(new Set(elementIds).size).toBe(elementIds.length)
        const labelled = [...html.matchAll(/<label for="([^"]*)"/g)].map((match) => match[1]!)
        const describing = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap((match) => match[1]!.split(' '))
        const known = new Set(elementIds)
        expect([...labelled, ...describing].filter((id) => !known.has(id))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('what an outside system may have put into a name', () => {
  const allowedTags = new Set(
    'header h3 span p dl div dt dd a ol li svg path details summary ul form input button fieldset legend label select option textarea'.split(
      ' ',
    ),
  )

  test('there are 72 hostile strings', () => expect(hostileTexts).toHaveLength(72))

  test.each(hostileTexts.map((text, index) => [index + 1, text] as const))(
    'hostile string %i is inert in every place',
    (_index, text) => {
      const rendering = render(everywhere(text), {
        messageId: 'm1',
        pressed: {
          actionId: text,
          values: { [text]: text },
          errors: [{ field: text, sentence: text }],
          sentence: text,
        },
      })
      // Attribute values are quoted and hold no quote, so this reads every tag whole.
      const tags = [...rendering.html.matchAll(/<\/?([a-zA-Z!?/][^\s>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)]
      expect(tags.length).toBe([...rendering.html.matchAll(/</g)].length)
      for (const [, name, attributes] of tags) {
        expect(allowedTags).toContain(name)
        expect(attributes?.replace(/"[^"]*"/g, '""')).not.toMatch(/\s(on\w+|style|srcdoc|formaction)=/i)
      }
      for (const [, href] of rendering.html.matchAll(/\shref="([^"]*)"/g))
        expect(href).toMatch(/^(https?:\/\/[^@]*$|#m1-|\/(?![/\\]))/)
      const seen = rendering.html.replace(/ (?:value|name|action)="[^"]*"/g, '').replace(/<textarea[^>]*>[^<]*/g, '')
      expect(seen).not.toMatch(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/)
    },
  )
})

describe('a link', () => {
  const linkTo = (url: string) => render(withParts({ kind: 'links', links: [{ label: 'Open', url }] }))

  test('elsewhere shows its host and tells it nothing', () => {
    const { html } = linkTo('https://meet.acme.example/backend')
    expect(textOf(html)).toBe('Open (meet.acme.example)')
    expect(html).toContain('rel="noopener noreferrer"')
  })
  test('that is written out as it is asked shows its host once', () => {
    const url = 'https://meet.acme.example/backend'
    expect(textOf(render(withParts({ kind: 'links', links: [{ label: url, url }] })).html)).toBe(url)
    const disguised = { label: 'https://аcme.example/', url: 'https://аcme.example/' }
    expect(textOf(render(withParts({ kind: 'links', links: [disguised] })).html)).toContain('(xn--')
  })
  test('to a name in other letters shows the name that is really asked', () => {
    expect(textOf(linkTo('https://аcme.example/').html)).toContain('xn--')
  })
  test('to a page of ours is shown without a host', () => {
    expect(textOf(linkTo('/records/candidates/1').html)).toBe('Open')
    expect(textOf(linkTo('http://127.0.0.1:4711/mailbox').html)).toBe('Open')
  })
  test.each(['javascript:alert(1)', 'http://a@b.example', '//evil.example', 'nonsense'])(
    'is text and a warning when it leads nowhere good: %s',
    (url) => {
      const { html, warnings } = linkTo(url)
      expect(html).not.toContain('<a ')
      expect(textOf(html)).toContain(url)
      expect(warnings).toHaveLength(1)
    },
  )
})

describe('a card with forms', () => {
  test('says each step with a word, not by colour alone', () => {
    const text = textOf(render(waitingCard()).html)
    for (const word of ['Done', 'In progress', 'Not yet', 'Failed', 'Skipped']) expect(text).toContain(word)
  })

  test('asks once more before what cannot be undone, without script', () => {
    const { html } = render(waitingCard())
    const cancel = html.slice(html.lastIndexOf('<details'))
    expect(textOf(cancel)).toMatch(/^Cancel the request ?Jane Miller and Acme are told .* ?Yes, cancel the request$/)
  })

  test('keeps what was typed and puts each error next to its field', () => {
    const { html } = render(waitingCard(), {
      pressed: {
        actionId: 'a2',
        values: { times: 'Tue <2-4>', who: '2', copy: '' },
        errors: [{ field: 'times', sentence: 'Say a day and hours.' }],
      },
    })
    expect(html).toContain(
      '>\nTue &lt;2-4&gt;</textarea><span class="field-error" id="m1-a1-f0-error">Say a day and hours.</span>',
    )
    expect(html).toMatch(/name="who" value="2" checked/)
    expect(html).toMatch(/name="copy" value="true"(?! checked)/)
    expect(html).toMatch(/<details[^>]*id="m1-a1"[^>]* open>/)
    expect(html).toContain('<a href="#m1-a1-f0">Say a day and hours.</a>')
  })

  test('starts with what the browser told us, in empty fields only', () => {
    const { html } = render(setUpCard(), { prefill: { zone: 'Europe/Lisbon', locale: 'de-AT', dayStarts: '10:00' } })
    expect(html).toMatch(/name="zone" value="Europe\/Lisbon"/)
    expect(html).toMatch(/value="de-DE" checked/)
    expect(html).toMatch(/name="dayStarts" value="08:00"/)
  })
})
