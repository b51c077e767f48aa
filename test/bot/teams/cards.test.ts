import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFields, readFields } from '../../../src/bot/checkFields.ts'
import { type FormField, type Message, messageSchema } from '../../../src/bot/message.ts'
import { sizeOf } from '../../../src/bot/teams/cardElement.ts'
import { renderTeamsMessage, type TeamsRenderOptions } from '../../../src/bot/teams/cards.ts'
import { cardBytesMax, checkCard } from '../../../src/bot/teams/checkCard.ts'
import { formElements, readTeamsFields } from '../../../src/bot/teams/inputs.ts'
import { cleanParagraphs } from '../../../src/domain/cleanLine.ts'
import { setUpCard, waitingCard } from '../../web/chatSamples.ts'
import { everywhere, hostileTexts } from '../hostileTexts.ts'
import { factsIn, messageRuns, missingFrom, randomForm, randomMessage } from '../randomMessage.ts'
import { asRead, complaintsOf, readCards } from './readCard.ts'

const options: TeamsRenderOptions = { baseUrl: 'http://127.0.0.1:4711', ownHosts: ['127.0.0.1:4711'] }

const shown = (text: string | undefined): string => asRead(cleanParagraphs(text ?? '', 20_000))
const cardsOf = (rendered: ReturnType<typeof renderTeamsMessage>) =>
  [rendered.card, ...rendered.rest.map((one) => one.card)].filter((card) => card !== null)

/** For long runs; nothing is promised about time. */
const patienceMs = 30_000 + messageRuns * 100
const onlyParagraphsAndLinks = /<(?!\/?(?:p|a)\b)/

describe('a message as Adaptive Cards', () => {
  test(
    "loses no action and no fact, keeps all limits, and Microsoft's own reader accepts it",
    () => {
      fc.assert(
        fc.property(randomMessage(), ({ message, tags }) => {
          const rendered = renderTeamsMessage(message, options)
          const read = readCards(rendered)
          expect(new Set(read.actionIds)).toEqual(new Set(message.actions.map((one) => one.id)))
          const facts = [...factsIn(message), ...message.actions.map((one) => one.label)].map(shown)
          expect(missingFrom(read.text, [...tags, ...facts])).toEqual([])
          expect(missingFrom(asRead(rendered.text), rendered.card ? tags : [])).toEqual([])
          expect(read.html).not.toMatch(onlyParagraphsAndLinks)
          for (const card of cardsOf(rendered)) {
            expect(checkCard(card)).toEqual([])
            expect(sizeOf(card)).toBeLessThanOrEqual(cardBytesMax)
            expect(complaintsOf(card)).toEqual([])
          }
        }),
        { numRuns: messageRuns, endOnFailure: true },
      )
    },
    patienceMs,
  )

  test(
    'shows the form that was asked for, with what was typed and what was wrong, however big the card is',
    () => {
      fc.assert(
        fc.property(randomMessage(), fc.nat(), ({ message }, pick) => {
          const withForm = message.actions.filter((one) => (one.form ?? []).length > 0)
          const chosen = withForm[pick % Math.max(1, withForm.length)]
          if (!chosen) return
          const { name } = chosen.form![0]!
          const errors = [{ field: name, sentence: 'This is not a time.' }]
          const open = { actionId: chosen.id, values: { [name]: 'q1q' }, errors, sentence: 'Look again' }
          const rendered = renderTeamsMessage(message, { ...options, open })
          for (const card of cardsOf(rendered)) {
            expect(checkCard(card)).toEqual([])
            expect(complaintsOf(card)).toEqual([])
          }
          if (rendered.warnings.some((warning) => warning.includes('left closed'))) return
          const shownCard = JSON.stringify(rendered.card)
          expect(missingFrom(shownCard, ['This is not a time.', 'Look again', `"id":"${chosen.id}:${name}"`])).toEqual(
            [],
          )
        }),
        { numRuns: messageRuns, endOnFailure: true },
      )
    },
    patienceMs,
  )

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
      ['Do 0', 'Do 1', 'Do 2'],
      ['Do 11', 'More…'],
    ])
  })
})

/** What is active in Markdown, in cards and in mentions of Teams. */
const cardTexts = [
  '\\[Acme\\](https://evil.example)',
  '[a]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example/path?x=1',
  'see https://evil.com, www.evil.com or //evil.com',
  '**bold** and _slanted_ and ~~gone~~ and `code`',
  '# Heading',
  '- item',
  '1. März 2027',
  '---',
  '{{DATE(2027-02-14T06:00:00Z, SHORT)}} {{TIME(2027-02-14T06:00:00Z)}}',
  'snake_case_name and a*b*c',
  'C:\\temp\\*x*',
]
const allTexts = [...hostileTexts, ...cardTexts]
/** Facts that may be a link, and an action with an id of ours. */
function everywhereInCard(text: string): Message {
  const message = everywhere(text)
  const facts = { kind: 'facts' as const, facts: [{ label: 'Link', value: text, url: 'https://ats.example/1' }] }
  const actions = message.actions.map((one) => ({ ...one, id: 'a1' }))
  return { ...message, parts: [...message.parts, facts], actions }
}

describe('what an outside system may have put into a name', () => {
  test('there are more than 80 hostile strings', () => expect(allTexts.length).toBeGreaterThan(80))

  test.each(allTexts.map((text, index) => [index + 1, text] as const))('hostile string %i is inert', (_index, text) => {
    const open = { actionId: 'a1', values: { [text]: text }, errors: [{ field: text, sentence: text }], sentence: text }
    for (const extra of [{}, { open, notice: { sentence: text, tone: 'warning' as const } }]) {
      const rendered = renderTeamsMessage(everywhereInCard(text), { ...options, ...extra })
      const read = readCards(rendered)
      // As the address of a link a text may lead where it says; as a text nowhere.
      const isAddress = URL.canParse(text) && /^https?:[^@\s\\]+$/i.test(text)
      const allowed = ['https://ats.example/1', ...(isAddress ? [new URL(text).href] : [])]
      expect(read.links.filter((link) => !allowed.includes(link) && !link.startsWith('mailto:'))).toEqual([])
      expect(read.html).not.toMatch(onlyParagraphsAndLinks)
      const json = JSON.stringify([rendered.card, rendered.text, rendered.rest])
      const outsideValues = json.replace(/"(?:id|value)":"(?:[^"\\]|\\.)*"/g, '')
      expect(outsideValues).not.toMatch(/<\/?at\b|\]\(javascript|\{\{(?:DATE|TIME)|<!/i)
      expect(outsideValues).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/)
      for (const card of cardsOf(rendered)) {
        expect(checkCard(card)).toEqual([])
        expect(complaintsOf(card)).toEqual([])
      }
    }
  })
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

  test(
    'values survive any text: what a client sends back is what was put in',
    () => {
      fc.assert(
        fc.property(randomForm, (random) => {
          const read = readTeamsFields(
            sent(formElements('a1', random, { hosts: new Set(), isGuarded: true })),
            'a1',
            random,
          )
          for (const one of random) {
            if (one.kind === 'checkbox') expect(read[one.name]).toBe(one.value ? 'true' : '')
            else if (one.kind === 'choice')
              expect(read[one.name]).toBe(one.options.some(({ value }) => value === one.value) ? one.value : '')
            else if (one.kind === 'text')
              expect(read[one.name]).toBe(one.value.toWellFormed().replace(/\r\n?/g, '\n').trim())
          }
        }),
        { numRuns: messageRuns, endOnFailure: true },
      )
    },
    patienceMs,
  )
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
