import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFields, readFields } from '../../../src/bot/checkFields.ts'
import { type FormField, type Message, type MessagePart, messageSchema } from '../../../src/bot/message.ts'
import { sizeOf } from '../../../src/bot/teams/cardElement.ts'
import { renderTeamsMessage, type TeamsRenderOptions } from '../../../src/bot/teams/cards.ts'
import { cardBytesMax, checkCard } from '../../../src/bot/teams/checkCard.ts'
import { formElements, inputIds, readTeamsFields } from '../../../src/bot/teams/inputs.ts'
import { cleanParagraphs } from '../../../src/domain/cleanLine.ts'
import { setUpCard, waitingCard } from '../../web/chatSamples.ts'
import { hostileTexts } from './hostileTexts.ts'
import { asRead, complaintsOf, readCards } from './readCard.ts'

const options: TeamsRenderOptions = { baseUrl: 'http://127.0.0.1:4711', ownHosts: ['127.0.0.1:4711'] }

const words = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 500, maxLength: 5_000 }) },
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const tone = fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const)
const url = fc.oneof(fc.webUrl(), fc.constant('/records/candidates/1'), words)
const part = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words, status: maybe(fc.record({ tone, text: words })) }),
  fc.record({ kind: fc.constant('text'), text: words }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words, value: words, url: maybe(url) }), { maxLength: 20 }),
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
      { maxLength: 8 },
    ),
  }),
  fc.record({
    kind: fc.constant('slots'),
    slots: fc.array(fc.record({ label: words, detail: maybe(words) }), { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('list'),
    title: maybe(words),
    items: fc.array(fc.record({ text: words, detail: maybe(words), url: maybe(url) }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('links'), links: fc.array(fc.record({ label: words, url }), { maxLength: 8 }) }),
)
const field = fc.oneof(
  fc.record({
    kind: fc.constant('text'),
    name: words,
    label: words,
    hint: maybe(words),
    value: words,
    isMultiline: fc.boolean(),
    isRequired: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('email', 'date', 'time'), name: words, label: words, value: words }),
  fc.record({
    kind: fc.constant('checkbox'),
    name: words,
    label: words,
    value: fc.boolean(),
    isRequired: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('choice'),
    name: words,
    label: words,
    value: words,
    isRequired: fc.boolean(),
    options: fc.array(fc.record({ value: words, label: words }), { maxLength: 40 }),
  }),
)
const action = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{6,30}$/),
  label: words,
  style: fc.constantFrom('primary', 'normal', 'danger'),
  confirm: maybe(words),
  form: maybe(fc.array(field, { maxLength: 4 })),
  submitLabel: maybe(words),
  isOpen: maybe(fc.boolean()),
  isUrgent: maybe(fc.boolean()),
})
const message = fc
  .record({
    fallbackText: words,
    parts: fc.array(part, { maxLength: 8 }),
    actions: fc.uniqueArray(action, { maxLength: 60, size: 'max', selector: (one) => one.id }),
  })
  .map((raw): Message => messageSchema.parse(JSON.parse(JSON.stringify(raw))))

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
const shown = (text: string | undefined): string => asRead(cleanParagraphs(text ?? '', 20_000))
const cardsOf = (rendered: ReturnType<typeof renderTeamsMessage>) =>
  [rendered.card, ...rendered.rest.map((one) => one.card)].filter((card) => card !== null)

const runCount = Number(process.env.PARLEY_RENDER_RUNS ?? 1_000)

describe('a message as Adaptive Cards', () => {
  test(`loses no action and no fact, keeps all limits, and Microsoft's own reader accepts it (${runCount} messages)`, () => {
    fc.assert(
      fc.property(message, (given) => {
        const rendered = renderTeamsMessage(given, options)
        const read = readCards(rendered)
        expect(new Set(read.actionIds)).toEqual(new Set(given.actions.map((one) => one.id)))
        for (const fact of given.parts.flatMap(factsOf)) expect(read.text).toContain(shown(fact))
        for (const one of given.actions) expect(read.text).toContain(shown(one.label))
        for (const card of cardsOf(rendered)) {
          expect(checkCard(card)).toEqual([])
          expect(sizeOf(card)).toBeLessThanOrEqual(cardBytesMax)
          expect(complaintsOf(card)).toEqual([])
        }
        expect(read.html).not.toMatch(/<(?!\/?(?:p|a)\b)/)
      }),
      { numRuns: runCount },
    )
  })

  test('shows the form that was asked for, with what was typed and what was wrong, however big the card is (500 messages)', () => {
    fc.assert(
      fc.property(message, fc.nat(), words, (given, pick, typed) => {
        const withForm = given.actions.filter((one) => (one.form ?? []).length > 0)
        const chosen = withForm[pick % Math.max(1, withForm.length)]
        if (!chosen) return
        const name = chosen.form![0]!.name
        const open = {
          actionId: chosen.id,
          values: { [name]: typed },
          errors: [{ field: name, sentence: 'This is not a time.' }],
          sentence: 'Look again',
        }
        const rendered = renderTeamsMessage(given, { ...options, open })
        for (const card of cardsOf(rendered)) {
          expect(checkCard(card)).toEqual([])
          expect(complaintsOf(card)).toEqual([])
        }
        if (rendered.warnings.some((warning) => warning.includes('left closed'))) return
        const read = readCards(rendered)
        expect(read.text).toContain(asRead('This is not a time.'))
        expect(JSON.stringify(rendered.card)).toContain(
          `"${inputIds(chosen.id, chosen.form!)[0]!.replace(/["\\]/g, '\\$&').slice(0, 20)}`,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the card of a request and the one of the set-up need no warning and no second message', () => {
    for (const given of [waitingCard(), setUpCard()]) {
      const rendered = renderTeamsMessage(given, options)
      expect(rendered.warnings).toEqual([])
      expect(rendered.rest).toEqual([])
      expect(complaintsOf(rendered.card)).toEqual([])
      expect(sizeOf(rendered.card)).toBeLessThan(12 * 1024)
    }
  })

  test('plain talk is a text without a card', () => {
    const given = messageSchema.parse({ fallbackText: 'x', parts: [{ kind: 'text', text: 'Jane is *in*.\nFine.' }] })
    expect(renderTeamsMessage(given)).toEqual({ text: 'Jane is *in*.\nFine.', card: null, rest: [], warnings: [] })
  })

  test('shows at most 6 buttons; of 12, the urgent and the primary ones and “More…”', () => {
    const actions = Array.from({ length: 12 }, (_, index) => ({
      id: `a${index}`,
      label: `Do ${index}`,
      isUrgent: index === 10,
      style: index === 11 ? ('primary' as const) : ('normal' as const),
    }))
    const given = messageSchema.parse({ fallbackText: 'x', parts: [{ kind: 'heading', text: 'Jane' }], actions })
    const { card } = renderTeamsMessage(given)
    const rows = card!.body.filter((one) => one.type === 'ActionSet') as unknown as { actions: { title: string }[] }[]
    expect(rows.map((row) => row.actions.map((one) => one.title))).toEqual([
      ['Do 10'],
      ['Do 0', 'Do 1', 'Do 2', 'Do 11', 'More…'],
    ])
  })
})

/** A text in every place that a message has. */
function everywhere(text: string): Message {
  return messageSchema.parse({
    fallbackText: text,
    parts: [
      { kind: 'heading', text, status: { tone: 'info', text } },
      { kind: 'text', text },
      { kind: 'facts', facts: [{ label: text, value: text, url: text }] },
      { kind: 'facts', facts: [{ label: 'Link', value: text, url: 'https://ats.example/1' }] },
      { kind: 'note', tone: 'bad', text },
      { kind: 'steps', steps: [{ label: text, state: 'failed', detail: text, proof: text, url: text }] },
      { kind: 'slots', slots: [{ label: text, detail: text }] },
      { kind: 'list', title: text, items: [{ text, detail: text, url: text }] },
      { kind: 'links', links: [{ label: text, url: text }] },
    ],
    actions: [
      {
        id: 'a1',
        label: text,
        confirm: text,
        submitLabel: text,
        form: [
          { kind: 'text', name: text, label: text, hint: text, value: text },
          { kind: 'choice', name: text, label: text, value: text, options: [{ value: text, label: text }] },
          { kind: 'checkbox', name: text, label: text },
        ],
      },
    ],
  })
}

describe('what an outside system may have put into a name', () => {
  test('there are at least 60 hostile strings', () => expect(hostileTexts.length).toBeGreaterThanOrEqual(60))

  test.each(hostileTexts.map((text, index) => [index + 1, text] as const))(
    'hostile string %i is inert',
    (_index, text) => {
      const open = {
        actionId: 'a1',
        values: { [text]: text },
        errors: [{ field: text, sentence: text }],
        sentence: text,
      }
      for (const extra of [{}, { open, notice: { sentence: text, tone: 'warning' as const } }]) {
        const rendered = renderTeamsMessage(everywhere(text), { ...options, ...extra })
        const read = readCards(rendered)
        const isAddress = URL.canParse(text) && /^https?:\/\/[^@\s\\]+$/i.test(text)
        const allowed = new Set(['https://ats.example/1', ...(isAddress ? [new URL(text).href] : [])])
        expect(read.links.filter((link) => !allowed.has(link))).toEqual([])
        expect(read.html).not.toMatch(/<(?!\/?(?:p|a)\b)/)
        const json = JSON.stringify([rendered.card, rendered.text, rendered.rest])
        const outsideValues = json.replace(/"(?:id|value)":"(?:[^"\\]|\\.)*"/g, '')
        expect(outsideValues).not.toMatch(/<\/?at>|\]\(javascript|\{\{(?:DATE|TIME)|<!|<@/i)
        expect(outsideValues).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/)
        for (const card of cardsOf(rendered)) {
          expect(checkCard(card)).toEqual([])
          expect(complaintsOf(card)).toEqual([])
        }
      }
    },
  )
})

describe('a form in a card', () => {
  const form: FormField[] = messageSchema.shape.actions
    .unwrap()
    .element.shape.form.unwrap()
    .parse([
      { kind: 'text', name: 'times', label: 'Times', isRequired: true, value: 'Tue 2-4' },
      { kind: 'text', name: 'words', label: 'Words', isMultiline: true, value: 'Dear Jane,\n\nwe' },
      { kind: 'email', name: 'email', label: 'E-mail', value: 'a@b.example' },
      { kind: 'date', name: 'on', label: 'Day', value: '2027-03-02' },
      { kind: 'time', name: 'at', label: 'Time', value: '14:30' },
      {
        kind: 'choice',
        name: 'stage',
        label: 'Stage',
        value: '',
        options: [
          { value: '', label: 'leave it' },
          { value: '=2', label: 'Offer' },
        ],
      },
      { kind: 'checkbox', name: 'sure', label: 'I am sure', value: true },
    ])
  const sent = (elements: ReturnType<typeof formElements>) =>
    Object.fromEntries(
      elements.filter((one) => one.type.startsWith('Input.')).map((one) => [String(one.id), one.value ?? '']),
    )

  test('comes back as it went out when nothing is changed, in the shape that every surface uses', () => {
    const data = sent(formElements('a1', form, { hosts: new Set(), isGuarded: true }))
    const read = readTeamsFields(data, 'a1', form)
    expect(read).toEqual({
      times: 'Tue 2-4',
      words: 'Dear Jane,\n\nwe',
      email: 'a@b.example',
      on: '2027-03-02',
      at: '14:30',
      stage: '',
      sure: 'true',
    })
    expect(checkFields(form, read)).toEqual([])
    expect(readFields(form, read)).toEqual(read)
  })

  test('keeps what was typed instead of the first values, and an unticked box stays unticked', () => {
    const values = { times: 'Wed 9', words: '', email: 'x', on: '2027-04-01', at: '09:00', stage: '=2', sure: '' }
    const data = sent(formElements('a1', form, { hosts: new Set(), isGuarded: false, values }))
    expect(readTeamsFields(data, 'a1', form)).toEqual(values)
  })

  test('reads nothing out of another action’s inputs, of odd types or of inherited names', () => {
    const odd = {
      'a2:times': 'x',
      'a1:words': { a: 1 },
      'a1:email': ['x'],
      'a1:sure': 1,
      __proto__: { 'a1:at': '10:00' },
    }
    expect(readTeamsFields(odd, 'a1', form)).toEqual({
      times: '',
      words: '',
      email: '',
      on: '',
      at: '',
      stage: '',
      sure: '',
    })
  })

  test('a list of 400 is typed when the form has to be short, and its words are read back as the answer', () => {
    const long: FormField[] = [
      {
        kind: 'choice',
        name: 'zone',
        label: 'Zone',
        isRequired: true,
        value: 'z7',
        options: Array.from({ length: 400 }, (_, index) => ({ value: `z${index}`, label: `Zone ${index}` })),
      },
    ]
    const elements = formElements('a1', long, { hosts: new Set(), isGuarded: false, isShort: true })
    expect(elements[0]).toMatchObject({ type: 'Input.Text', value: 'Zone 7' })
    expect(readTeamsFields({ 'a1:zone': ' zone 12 ' }, 'a1', long)).toEqual({ zone: 'z12' })
    expect(checkFields(long, readTeamsFields({ 'a1:zone': 'Nowhere' }, 'a1', long))).toHaveLength(1)
  })

  test('values survive any text: what a client sends back is what was put in (2,000 forms)', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 6 }), (raw) => {
        const any = raw.map((one) =>
          messageSchema.shape.actions
            .unwrap()
            .element.shape.form.unwrap()
            .element.parse(JSON.parse(JSON.stringify(one))),
        )
        const names = new Set(any.map((one) => one.name))
        if (names.size < any.length) return
        const read = readTeamsFields(sent(formElements('a1', any, { hosts: new Set(), isGuarded: true })), 'a1', any)
        for (const one of any) {
          const value = one.value
          if (one.kind === 'checkbox') expect(read[one.name]).toBe(value ? 'true' : '')
          else if (one.kind === 'choice')
            expect(read[one.name]).toBe(one.options.some((option) => option.value === value) ? value : '')
          else if (one.kind === 'text' && String(value).length <= 4_000)
            expect(read[one.name]).toBe(String(value).toWellFormed().replace(/\r\n?/g, '\n').trim())
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the check of a card', () => {
  const good = () =>
    structuredClone(renderTeamsMessage(waitingCard(), options).card!) as unknown as { body: Record<string, unknown>[] }
  const spoil: [string, (card: { body: Record<string, unknown>[] }) => void][] = [
    ['an unknown element', (card) => card.body.push({ type: 'Table', rows: [] })],
    ['an unknown property', (card) => Object.assign(card.body[0]!, { fontType: 'Monospace' })],
    ['a text without characters', (card) => Object.assign(card.body[0]!, { text: ' ' })],
    ['a wrong color', (card) => Object.assign(card.body[0]!, { color: 'Red' })],
    ['an older version', (card) => Object.assign(card, { version: '1.2' })],
    ['no elements', (card) => Object.assign(card, { body: [] })],
    ['an input without id', (card) => card.body.push({ type: 'Input.Text', label: 'x' })],
    [
      'two inputs with one id',
      (card) => card.body.push({ type: 'Input.Text', id: 'x' }, { type: 'Input.Date', id: 'x' }),
    ],
    ['an empty set of choices', (card) => card.body.push({ type: 'Input.ChoiceSet', id: 'x', choices: [] })],
    [
      'a choice without value',
      (card) => card.body.push({ type: 'Input.ChoiceSet', id: 'x', choices: [{ title: 'a', value: '' }] }),
    ],
    [
      'a script as address',
      (card) =>
        card.body.push({ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:1' }] }),
    ],
    [
      'an action without fallback',
      (card) =>
        card.body.push({
          type: 'ActionSet',
          actions: [{ type: 'Action.Execute', title: 'x', verb: 'press', data: {} }],
        }),
    ],
    [
      'seven buttons',
      (card) =>
        card.body.push({
          type: 'ActionSet',
          actions: Array.from({ length: 7 }, () => ({ type: 'Action.Submit', title: 'x', data: {} })),
        }),
    ],
    [
      'a card within a folded card',
      (card) =>
        card.body.push({ type: 'ActionSet', actions: [fold(fold({ type: 'Action.Submit', title: 'x', data: {} }))] }),
    ],
    ['26 KB', (card) => card.body.push({ type: 'TextBlock', text: 'x'.repeat(26 * 1024) })],
  ]
  const fold = (inner: unknown) => ({
    type: 'Action.ShowCard',
    title: 'x',
    card: { type: 'AdaptiveCard', body: [{ type: 'ActionSet', actions: [inner] }] },
  })
  test('passes a good card', () => expect(checkCard(good())).toEqual([]))
  test.each(spoil)('finds %s', (_name, damage) => {
    const card = good()
    damage(card)
    expect(checkCard(card).length).toBeGreaterThan(0)
  })
  test.each([null, undefined, 1, 'x', [], {}, { type: 'AdaptiveCard' }])('takes %j for no card', (value) =>
    expect(checkCard(value).length).toBeGreaterThan(0),
  )
})
