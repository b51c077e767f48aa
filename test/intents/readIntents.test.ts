import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Intent, intentSchema, type ReadingContext } from '../../src/intents/intent.ts'
import { readIntents } from '../../src/intents/readIntents.ts'

/** Wednesday 18 November 2026, 10:00 in London. */
const context: ReadingContext = { now: new Date('2026-11-18T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }

function read(text: string): Intent {
  const intent = readIntents(text, context).intents[0]!
  expect(intentSchema.parse(intent)).toEqual(intent)
  return intent
}

const bare = {
  kind: 'schedule',
  candidate: null,
  counterparts: [],
  job: null,
  durationMinutes: null,
  order: null,
  quorum: null,
  fromOn: null,
  toOn: null,
  isScreening: false,
  isRecruiterAttending: false,
}

describe('schedule', () => {
  it.each([
    ['schedule Jane with Acme for the Backend role', { candidate: 'Jane', counterparts: ['Acme'], job: 'Backend' }],
    ['book Jane with Acme', { candidate: 'Jane', counterparts: ['Acme'] }],
    [
      'arrange an interview between Jane Doe and Acme for Backend',
      { candidate: 'Jane Doe', counterparts: ['Acme'], job: 'Backend' },
    ],
    ['set up the Backend interview for Jane with Acme', { candidate: 'Jane', counterparts: ['Acme'], job: 'Backend' }],
    [
      'set Jane up with Acme for an hour by Friday, I’ll join',
      {
        candidate: 'Jane',
        counterparts: ['Acme'],
        durationMinutes: 60,
        toOn: '2026-11-20',
        isRecruiterAttending: true,
      },
    ],
    [
      'find time for Jane with "Smith & Wong" in the next two weeks, all must agree',
      { candidate: 'Jane', counterparts: ['Smith & Wong'], quorum: 'all', fromOn: '2026-11-23', toOn: '2026-12-06' },
    ],
    [
      'set up a 45 min call for jane doe with Sam and Priya for the Data Engineer position next week, client first',
      {
        candidate: 'jane doe',
        counterparts: ['Sam', 'Priya'],
        job: 'Data Engineer',
        durationMinutes: 45,
        order: 'clientFirst',
        fromOn: '2026-11-23',
        toOn: '2026-11-27',
      },
    ],
    [
      "schedule Jane's second interview with Sam or Priya for the role of Data Engineer, ask Sam first",
      { candidate: 'Jane', counterparts: ['Sam', 'Priya'], job: 'Data Engineer', quorum: 'any', order: 'clientFirst' },
    ],
    [
      'schedule a phone screen with Jane tomorrow',
      { candidate: 'Jane', isScreening: true, fromOn: '2026-11-19', toOn: '2026-11-19' },
    ],
    [
      'arrange for Jane to meet Sam and Priya, any of them, half an hour',
      { candidate: 'Jane', counterparts: ['Sam', 'Priya'], quorum: 'any', durationMinutes: 30 },
    ],
    [
      'schedule Jane at Acme as Backend Engineer, 1.5h, both at once',
      { candidate: 'Jane', counterparts: ['Acme'], job: 'Backend Engineer', durationMinutes: 90, order: 'both' },
    ],
    [
      'schedule Jane with Smith and Sons and Globex for the C++ job between 1 and 5 Dec',
      {
        candidate: 'Jane',
        counterparts: ['Smith and Sons', 'Globex'],
        job: 'C++',
        fromOn: '2026-12-01',
        toOn: '2026-12-05',
      },
    ],
    [
      'schedule Sunday Adeyemi with Acme from Monday',
      { candidate: 'Sunday Adeyemi', counterparts: ['Acme'], fromOn: '2026-11-23' },
    ],
    ['schedule José Núñez-Díaz with Łódź Labs', { candidate: 'José Núñez-Díaz', counterparts: ['Łódź Labs'] }],
    ['schedule', {}],
  ])('reads "%s"', (text, slots) => {
    expect(read(text)).toEqual({ ...bare, ...slots })
  })

  it('tells back an hour it has no place for instead of dropping it', () => {
    expect(read('schedule Jane with Acme on Tuesday at 3pm')).toEqual({
      ...bare,
      candidate: 'Jane',
      counterparts: ['Acme'],
      fromOn: '2026-11-24',
      toOn: '2026-11-24',
      unreadWords: 'at 3pm',
    })
  })
})

describe('other commands', () => {
  it.each([
    ['who is Jane?', { kind: 'whoIs', name: 'Jane' }],
    ["who's Jane Doe", { kind: 'whoIs', name: 'Jane Doe' }],
    ['tell me about José Núñez', { kind: 'whoIs', name: 'José Núñez' }],
    ['status', { kind: 'status', about: null }],
    ["what's the status of Jane's interview?", { kind: 'status', about: 'Jane' }],
    ['where are we with Jane', { kind: 'status', about: 'Jane' }],
    ["what's going on", { kind: 'status', about: null }],
    ['show open requests', { kind: 'list', filter: 'open' }],
    ['what needs me', { kind: 'list', filter: 'needsYou' }],
    ["today's interviews", { kind: 'list', filter: 'today' }],
    ['show me confirmed interviews', { kind: 'list', filter: 'confirmed' }],
    ['list all requests', { kind: 'list', filter: 'all' }],
    ['reschedule Jane', { kind: 'reschedule', about: 'Jane', reason: null }],
    [
      "move Jane's interview with Acme to Friday",
      { kind: 'reschedule', about: 'Jane', narrowedBy: ['Acme'], fromOn: '2026-11-20', toOn: '2026-11-20' },
    ],
    ['cancel Jane because she withdrew.', { kind: 'cancel', about: 'Jane', reason: 'she withdrew' }],
    ['cancel it', { kind: 'cancel', about: null, reason: null }],
    ['cancel the interview on Friday', { kind: 'cancel', about: null, unreadWords: 'Friday' }],
    [
      'postpone Jane until 7 Dec because the budget is late',
      { kind: 'postpone', about: 'Jane', fromOn: '2026-12-07', reason: 'the budget is late' },
    ],
    ['push Jane back to next week', { kind: 'postpone', about: 'Jane', fromOn: '2026-11-23', reason: null }],
    [
      "push Jane's interview back by a week",
      { kind: 'postpone', about: 'Jane', fromOn: null, unreadWords: 'by a week' },
    ],
    ['nudge Acme', { kind: 'nudge', about: 'Acme' }],
    ['chase Acme for Jane', { kind: 'nudge', about: 'Acme', narrowedBy: ['Jane'] }],
    [
      'Acme can do Tue 2-4',
      { kind: 'enterTimes', about: 'Acme', windows: [{ startsAt: '2026-11-24T14:00', endsAt: '2026-11-24T16:00' }] },
    ],
    [
      'Chase is free Thursday morning',
      { kind: 'enterTimes', about: 'Chase', windows: [{ startsAt: '2026-11-19T09:00', endsAt: '2026-11-19T12:00' }] },
    ],
    ['Tue 2-4 works for Acme', { kind: 'enterTimes', about: 'Acme' }],
    ['Acme can do Tue 2-4 for Jane', { kind: 'enterTimes', about: 'Acme', narrowedBy: ['Jane'] }],
    ['settings', { kind: 'settings' }],
    ['change my settings', { kind: 'settings' }],
    ['hi', { kind: 'greeting' }],
    ['Hello @Parley!', { kind: 'greeting' }],
    ['help', { kind: 'help' }],
    ['what can you do?', { kind: 'help' }],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })
})

describe('what it does not act on', () => {
  it.each([
    "don't cancel Jane",
    'cancel everything',
    'book it',
    'Acme can do Tue maybe',
    "Acme can't do Tue 2-4",
    'I can do Tue 2-4',
  ])('answers "%s" with a hint', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', text, hint: expect.stringMatching(/\.$/) })
  })

  it.each([
    '',
    '   ',
    '🚲🚲',
    '<!channel>',
    '<!channel> cancel Jane',
    '\u202e\u200f',
    'Jane is a good candidate',
    '面接を設定して',
    'Kannst du Jane einplanen?',
    'x'.repeat(4_000),
    'schedule '.repeat(450),
    '"'.repeat(500),
    '1/1/'.repeat(140),
  ])('does not understand %j and does not throw', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', text })
  })

  it('never throws and always answers in the schema, for 2,000 random texts made of its own words', () => {
    const words = fc.constantFrom(
      'schedule',
      'move',
      'cancel',
      'with',
      'for',
      'the',
      'role',
      'Jane',
      'Acme',
      'Tue',
      '2-4',
      'to',
      'and',
      '24',
      'Nov',
      '31.2.',
      ',',
      '"',
      "'s",
      'because',
      'can do',
      'in',
      'two',
      'weeks',
      'between',
      '99',
      '2/30',
      'half',
      'past',
      'week of',
      '🎉',
      '<@U1>',
      '29 Feb',
      '24:00',
      'next',
      'by',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: words }, fc.string({ unit: 'grapheme' })), { maxLength: 14 }),
        (parts) => void read(parts.join(' ')),
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('how it is written makes no difference', () => {
  const commands = fc.constantFrom(
    'schedule Jane with Acme for the Backend role next week, client first',
    'set up a 45 min call for Jane Doe with Sam and Priya by Friday',
    'who is Jane Doe',
    'status of Jane',
    'cancel Jane because she withdrew',
    'postpone Jane until 7 Dec',
    "move Jane's interview to Friday",
    'nudge Acme',
    'Acme can do Tue 2-4 and Thu morning',
    'show open requests',
  )
  const lower = (intent: Intent): unknown => JSON.parse(JSON.stringify(intent).toLowerCase())

  it('reads upper and lower case alike and keeps the spelling of names', () => {
    fc.assert(
      fc.property(commands, (text) => {
        expect(lower(read(text.toLowerCase()))).toEqual(lower(read(text)))
        expect(lower(read(text.toUpperCase()))).toEqual(lower(read(text)))
      }),
    )
    expect(read('SCHEDULE jAnE WITH aCmE')).toMatchObject({ candidate: 'jAnE', counterparts: ['aCmE'] })
  })

  it('reads past extra spaces, mentions, politeness and closing marks', () => {
    const before = fc.constantFrom(
      '',
      'please ',
      'Hi Parley, ',
      'could you please ',
      '@Parley ',
      '<@U024BE7LH> ',
      "I'd like you to ",
      'hello, can you ',
    )
    const after = fc.constantFrom('', '!', ' please', ', thanks', ' thank you!', '.')
    const space = fc.constantFrom(' ', '  ', '\n', '\t ', '\u00a0')
    fc.assert(
      fc.property(commands, before, after, space, (text, opening, closing, gap) => {
        expect(read(`${gap}${opening}${text.replaceAll(' ', gap)}${closing}`)).toEqual(read(text))
      }),
      { numRuns: 500 },
    )
  })
})
