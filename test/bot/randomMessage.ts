import fc from 'fast-check'
import {
  type FormField,
  fallbackTextOf,
  formFieldSchema,
  type Message,
  type MessagePart,
  messageSchema,
} from '../../src/bot/message.ts'
import { hostileTexts } from './hostileTexts.ts'

// Random messages for the renderers of every surface: all parts, hostile and huge texts, up to 60 actions.

/** How many random messages a promise is checked with. */
export const messageRuns = Number(process.env.PARLEY_MESSAGE_RUNS ?? 500)
/** For a test with `messageRuns`, so that its long form may take its time. */
export const messageTimeoutMs = Math.max(60_000, messageRuns * 60)

export interface RandomMessage {
  message: Message
  /** Words that stand at both ends of every fact, and nowhere else: each has to be found again, in the payload and in the fallback. */
  tags: string[]
}

const ordinary = fc.constantFrom(
  'Jane Whitfield',
  'Backend Engineer at Acme Robotics',
  'Wed 3 Mar 2027, 09:00 – 10:00 (UTC+00:00)',
  'Waiting for an answer. Next reminder: Thu 4 Mar, 09:00.',
  '250 2.0.0 Ok: queued as 4X7f2c1 <request.0001@parley.example>',
  'jane_doe+work@acme.example',
  'Łukasz Żółć & Søren O’Neill',
  'مريم العلي',
  '田中 さくら',
  '👩🏽‍💻 works from home',
  'two\nlines',
  'three\n\n\n\nparagraphs',
)
const short = fc.oneof(
  { weight: 6, arbitrary: ordinary },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts.filter((text) => text.length < 500)) },
)
/** Mostly short, at times a page, rarely far more than any surface takes at once; with and without blanks. */
const words = fc.oneof(
  { weight: 400, arbitrary: short },
  {
    weight: 12,
    arbitrary: fc
      .tuple(short, fc.integer({ min: 2, max: 60 }))
      .map(([text, n]) => `${text} `.repeat(n).slice(0, 4_000)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('word ', 'x', '&', '<', '*', '😀', 'é\n', '_a'), fc.integer({ min: 1_000, max: 14_000 }))
      .map(([text, length]) => text.repeat(length).slice(0, length)),
  },
)

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const tone = fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const)
const url = fc.oneof(
  { weight: 3, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 2, arbitrary: fc.constantFrom('/threads/t1', 'https://meet.acme.example/backend?a=1&b=2|3') },
  { weight: 2, arbitrary: short },
)
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4, size: 'max' })

const part = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words, status: maybe(fc.record({ tone, text: words })) }),
  fc.record({ kind: fc.constant('text'), text: words }),
  fc.record({ kind: fc.constant('facts'), facts: few(fc.record({ label: words, value: words, url: maybe(url) })) }),
  fc.record({ kind: fc.constant('note'), tone, text: words }),
  fc.record({
    kind: fc.constant('steps'),
    steps: few(
      fc.record({
        label: words,
        state: fc.constantFrom('done', 'active', 'waiting', 'failed', 'skipped'),
        detail: maybe(words),
        proof: maybe(words),
        url: maybe(url),
      }),
    ),
  }),
  fc.record({ kind: fc.constant('slots'), slots: few(fc.record({ label: words, detail: maybe(words) })) }),
  fc.record({
    kind: fc.constant('list'),
    title: maybe(words),
    items: few(fc.record({ text: words, detail: maybe(words), url: maybe(url) })),
  }),
  fc.record({ kind: fc.constant('links'), links: few(fc.record({ label: words, url })) }),
)

const named = { label: short, hint: maybe(short), isRequired: fc.boolean() }
const field = fc.oneof(
  fc.record({
    kind: fc.constant('text'),
    ...named,
    value: short,
    isMultiline: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 5_000 }),
  }),
  fc.record({
    kind: fc.constantFrom('email', 'date', 'time'),
    ...named,
    value: fc.constantFrom('', '2027-03-03', '09:30', 'a@b.example', 'x'),
  }),
  fc.record({ kind: fc.constant('checkbox'), ...named, value: fc.boolean() }),
  fc.record({
    kind: fc.constant('choice'),
    ...named,
    value: short,
    options: fc.uniqueArray(fc.record({ value: fc.oneof(fc.constant(''), words), label: short }), {
      selector: (option) => option.value,
      maxLength: 14,
    }),
  }),
)
/** The fields of a form, each with a name of its own. */
export const randomForm: fc.Arbitrary<FormField[]> = fc
  .array(field, { maxLength: 6 })
  .map((fields) =>
    fields.map((one, index) => formFieldSchema.parse(JSON.parse(JSON.stringify({ ...one, name: `field.${index}` })))),
  )

const action = fc.record({
  label: words,
  style: fc.constantFrom('primary', 'normal', 'danger'),
  confirm: maybe(words),
  form: maybe(randomForm),
  submitLabel: maybe(short),
  isOpen: maybe(fc.boolean()),
  isUrgent: maybe(fc.boolean()),
})
const actions = fc.oneof(
  { weight: 5, arbitrary: fc.array(action, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(action, { minLength: 7, maxLength: 60, size: 'max' }) },
)
const parts = fc.oneof(
  { weight: 8, arbitrary: fc.array(part, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(part, { minLength: 10, maxLength: 40, size: 'max' }) },
)

export function randomMessage(): fc.Arbitrary<RandomMessage> {
  return fc.record({ parts, actions, idTail: fc.stringMatching(/^[a-z0-9]{4,60}$/) }).map(({ idTail, ...raw }) => {
    const drafted = messageSchema.parse({
      fallbackText: '',
      parts: JSON.parse(JSON.stringify(raw.parts)),
      actions: raw.actions.map((one, index) => ({ ...JSON.parse(JSON.stringify(one)), id: `act-${index}-${idTail}` })),
    })
    return tagged(drafted)
  })
}

/** Marks both ends of every fact. */
function tagged(message: Message): RandomMessage {
  const tags: string[] = []
  const tag = <T extends string | undefined>(text: T): T => {
    if (text === undefined) return text
    const name = `q${tags.length.toString(36)}q`
    tags.push(`${name}s`, `${name}e`)
    return `${name}s ${text} ${name}e` as T
  }
  const marked = message.parts.map((one): MessagePart => mapTexts(one, tag))
  const labelled = message.actions.map((one) => ({ ...one, label: tag(one.label) }))
  const labels = labelled.map((one) => one.label)
  return {
    message: messageSchema.parse({ fallbackText: fallbackTextOf(marked, labels), parts: marked, actions: labelled }),
    tags,
  }
}

type Retell = <T extends string | undefined>(text: T) => T

function mapTexts(one: MessagePart, say: Retell): MessagePart {
  const detailOf = (entry: { detail?: string | undefined }) =>
    entry.detail === undefined ? {} : { detail: say(entry.detail) }
  switch (one.kind) {
    case 'heading':
      return {
        ...one,
        text: say(one.text),
        ...(one.status ? { status: { ...one.status, text: say(one.status.text) } } : {}),
      }
    case 'text':
    case 'note':
      return { ...one, text: say(one.text) }
    case 'facts':
      return { ...one, facts: one.facts.map((fact) => ({ ...fact, label: say(fact.label), value: say(fact.value) })) }
    case 'steps':
      return {
        ...one,
        steps: one.steps.map((step) => ({
          ...step,
          label: say(step.label),
          ...detailOf(step),
          ...(step.proof === undefined ? {} : { proof: say(step.proof) }),
        })),
      }
    case 'slots':
      return { ...one, slots: one.slots.map((slot) => ({ ...slot, label: say(slot.label), ...detailOf(slot) })) }
    case 'list':
      return {
        ...one,
        ...(one.title === undefined ? {} : { title: say(one.title) }),
        items: one.items.map((item) => ({ ...item, text: say(item.text), ...detailOf(item) })),
      }
    case 'links':
      return { ...one, links: one.links.map((link) => ({ ...link, label: say(link.label) })) }
  }
}

/** Every text of the parts that a person has to be able to read. */
export function factsIn(message: Message): string[] {
  const facts: string[] = []
  for (const one of message.parts)
    mapTexts(one, (text) => {
      if (text !== undefined) facts.push(text)
      return text
    })
  return facts
}

/** One comparison for many texts: a single expectation per message keeps thousands of messages fast. */
export function missingFrom(text: string, wanted: readonly string[]): string[] {
  return wanted.filter((one) => !text.includes(one))
}
