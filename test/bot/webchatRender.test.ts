import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Message, type MessagePart, messageSchema } from '../../src/bot/message.ts'
import { renderWebMessage, type WebRenderContext } from '../../src/bot/webchatRender.ts'
import { cleanParagraphs } from '../../src/domain/cleanLine.ts'
import { setUpCard, waitingCard } from '../web/chatSamples.ts'

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

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const tone = fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const)
const url = fc.oneof(fc.webUrl(), words)
const part = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words, status: maybe(fc.record({ tone, text: words })) }),
  fc.record({ kind: fc.constant('text'), text: words }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words, value: words, url: maybe(url) }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('note'), tone, text: words }),
  fc.record({
    kind: fc.constant('steps'),
    steps: fc.array(
      fc.record({
        label: words,
        state: fc.constantFrom('done', 'active', 'waiting', 'failed', 'skipped'),
        detail: maybe(words),
        proof: maybe(words),
        url: maybe(url),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    kind: fc.constant('slots'),
    slots: fc.array(fc.record({ label: words, detail: maybe(words) }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('list'),
    title: maybe(words),
    items: fc.array(fc.record({ text: words, detail: maybe(words), url: maybe(url) }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('links'), links: fc.array(fc.record({ label: words, url }), { maxLength: 4 }) }),
)
const field = fc.oneof(
  fc.record({ kind: fc.constant('text'), name: words, label: words, value: words, isMultiline: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('email', 'date', 'time'), name: words, label: words, value: words }),
  fc.record({ kind: fc.constant('checkbox'), name: words, label: words, value: fc.boolean() }),
  fc.record({
    kind: fc.constant('choice'),
    name: words,
    label: words,
    value: words,
    options: fc.array(fc.record({ value: words, label: words }), { maxLength: 6 }),
  }),
)
const action = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{6,12}$/),
  label: words,
  style: fc.constantFrom('primary', 'normal', 'danger'),
  confirm: maybe(words),
  form: maybe(fc.array(field, { maxLength: 4 })),
  isOpen: maybe(fc.boolean()),
})
const message = fc
  .record({ fallbackText: words, parts: fc.array(part, { maxLength: 5 }), actions: fc.array(action, { maxLength: 5 }) })
  .map((raw) => messageSchema.parse(JSON.parse(JSON.stringify(raw))))

/** Every text of a part that a person has to be able to read. */
function factsOf(entry: MessagePart): (string | undefined)[] {
  switch (entry.kind) {
    case 'heading':
      return [entry.text, entry.status?.text]
    case 'text':
    case 'note':
      return [entry.text]
    case 'facts':
      return entry.facts.flatMap((fact) => [fact.label, fact.value])
    case 'steps':
      return entry.steps.flatMap((step) => [step.label, step.detail, step.proof])
    case 'slots':
      return entry.slots.flatMap((slot) => [slot.label, slot.detail])
    case 'list':
      return [entry.title, ...entry.items.flatMap((item) => [item.text, item.detail])]
    case 'links':
      return entry.links.map((link) => link.label)
  }
}

describe('a message on the web', () => {
  test('loses no action, whatever the message holds (2,000 messages)', () => {
    fc.assert(
      fc.property(message, (given) => {
        const { html } = render(given)
        const targets = [...html.matchAll(/action="\/threads\/t1\/actions\/([^"]+)"/g)].map((match) => match[1])
        expect(targets).toEqual(given.actions.map((entry) => entry.id))
        expect([...html.matchAll(/name="_event" value="event-of-/g)]).toHaveLength(given.actions.length)
        for (const entry of given.actions) expect(textOf(html)).toContain(shown(entry.label))
      }),
      { numRuns: 2_000 },
    )
  })

  test('shows every fact as readable text (2,000 messages)', () => {
    fc.assert(
      fc.property(message, (given) => {
        const text = textOf(render(given).html)
        for (const fact of given.parts.flatMap(factsOf)) expect(text).toContain(shown(fact ?? ''))
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives each field a label, and no two elements the same id', () => {
    fc.assert(
      fc.property(message, (given) => {
        const { html } = render(given)
        const elementIds = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
        expect(new Set(elementIds).size).toBe(elementIds.length)
        for (const match of html.matchAll(/<label for="([^"]*)"/g)) expect(elementIds).toContain(match[1])
        for (const match of html.matchAll(/aria-describedby="([^"]*)"/g))
          for (const id of match[1]!.split(' ')) expect(elementIds).toContain(id)
      }),
      { numRuns: 500 },
    )
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  ']]><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<form action=https://evil.example><button>go',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<style>@import "https://evil.example"</style>',
  '<link rel=stylesheet href=https://evil.example>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<math><mi xlink:href="javascript:alert(1)">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text itself is the attack
  '${alert(1)}',
  '<!channel>',
  '<@U12345>',
  '<https://evil.example|Acme>',
  '```code```',
  '[click](javascript:alert(1))',
  '<at>everyone</at>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
  '//evil.example/x',
  '/\\evil.example/x',
  '\\\\evil.example\\x',
  'https:evil.example',
  'http://127.0.0.1:4711@evil.example/',
  'https://user:pass@evil.example/',
  'https://evil.example\\@127.0.0.1/',
  'https://evil.example/\u202egpj.exe',
  '\u202egnitset\u202c',
  '\u2066isolate\u2069',
  'zero\u200bwidth',
  'soft\u00adhyphen',
  'mark\u200e\u200f\u061c',
  'null\u0000byte',
  'bell\u0007',
  'line\u2028separator\u2029end',
  'CR\r\nSet-Cookie: a=b',
  '\ufeffBOM',
  'tag\u{e0041}\u{e007f}',
  'lone \ud800 surrogate',
  '😀 اسم 名前',
  'a'.repeat(30_000),
  '<'.repeat(5_000),
]

/** A text in every place that a message has. */
function everywhere(text: string): Message {
  return messageSchema.parse({
    fallbackText: text,
    parts: [
      { kind: 'heading', text, status: { tone: 'info', text } },
      { kind: 'text', text },
      { kind: 'facts', facts: [{ label: text, value: text, url: text }] },
      { kind: 'note', tone: 'bad', text },
      { kind: 'steps', steps: [{ label: text, state: 'failed', detail: text, proof: text, url: text }] },
      { kind: 'slots', slots: [{ label: text, detail: text }] },
      { kind: 'list', title: text, items: [{ text, detail: text, url: text }] },
      { kind: 'links', links: [{ label: text, url: text }] },
    ],
    actions: [
      {
        id: text,
        label: text,
        confirm: text,
        submitLabel: text,
        form: [
          { kind: 'text', name: text, label: text, hint: text, value: text },
          { kind: 'text', name: text, label: text, value: text, isMultiline: true },
          { kind: 'choice', name: text, label: text, value: text, options: [{ value: text, label: text }] },
          { kind: 'checkbox', name: text, label: text },
        ],
      },
    ],
  })
}

describe('what an outside system may have put into a name', () => {
  const allowedTags = new Set(
    'header h3 span p dl div dt dd a ol li svg path details summary ul form input button fieldset legend label select option textarea'.split(
      ' ',
    ),
  )

  test('there are 60 hostile strings', () => expect(hostile).toHaveLength(60))

  test.each(hostile.map((text, index) => [index + 1, text] as const))(
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
