import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import type { Language } from '../../src/domain/language.ts'
import { catalogue } from '../../src/words/catalogue.ts'
import { readHome } from '../../src/workflow/readHome.ts'
import { sayAll } from '../words/sayAll.ts'
import { askJane, bookJane, good, jane, labelsOf, marta, offer, textOf, wednesday } from './janeAtAcme.ts'
import { memberCalled, openNadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'

const locales: readonly [Exclude<Language, 'en'>, string][] = [
  ['fr', 'fr-FR'],
  ['de', 'de-DE'],
  ['es', 'es-MX'],
]
const yes = { fr: 'Oui, merci', de: 'Ja, bitte', es: '¡Sí, por favor!' } as const
const no = { fr: 'Non merci', de: 'Nein, lieber nicht', es: 'No, gracias' } as const
const thursday = good('2027-03-04T09:00:00Z', '2027-03-04T12:00:00Z')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** From now on the member reads Parley in this locale. */
async function speak(loop: Loop, locale: string, id: MemberId = loop.memberId): Promise<void> {
  await loop.tables((tx) => tx.update('members', id, { locale }))
}

function isHelp({ fallbackText }: Message): boolean {
  return fallbackText.includes('- schedule Jane with Acme')
}

/** All that a reader sees of a message: parts, buttons, their forms. */
function textsOf(message: Message): string[] {
  const parts = message.parts.flatMap((part): (string | undefined)[] => {
    switch (part.kind) {
      case 'heading':
        return [part.text, part.status?.text]
      case 'facts':
        return part.facts.flatMap((fact) => [fact.label, fact.value])
      case 'steps':
        return part.steps.flatMap((step) => [step.label, step.detail])
      case 'slots':
        return part.slots.map((slot) => slot.label)
      case 'list':
        // The list of commands gives examples of them.
        return isHelp(message)
          ? part.items.map(({ detail }) => detail?.split(':')[0])
          : [part.title, ...part.items.flatMap((item) => [item.text, item.detail])]
      case 'links':
        return part.links.map((link) => link.label)
      default:
        return [part.text]
    }
  })
  const actions = message.actions.flatMap((action) => [
    ...[action.label, action.shortLabel, action.submitLabel, action.confirm],
    ...(action.form ?? []).flatMap((field) => [
      ...[field.label, field.hint],
      ...(field.kind === 'choice' && field.name !== 'stage' ? field.options.map((option) => option.label) : []),
    ]),
  ])
  return [...parts, ...actions].filter((text) => text !== undefined)
}

const english =
  /(?<!\p{L})(the|you|your|they|them|this|that|these|with|which|when|could|would|have|has|been|were|from|about|for|and|is|are|not|nothing|nobody|time|times|ask|find|waiting|save|only|shall|mean|did|done|know|booked|minutes of)(?!\p{L})/iu
/** What stands in English whatever the reader's language: names of the records, and commands as they are typed. */
const names =
  /Backend Engineer Interview - Round \d|Frontend Engineer Interview - Round \d|(Backend|Frontend|iOS|Staff|Senior|Platform)[\w ]*Engineer|Phone screen|Head of Engineering at .*|the role is filled|„[^“]*“|«[^»]*»|Tue 2-4 pm, Thu morning|[\w.]+@[\w.]+|https?:\/\/\S+/g

function expectIn(language: Language, message: Message, where: string): void {
  expect(message.language, `${where}: ${message.fallbackText}`).toBe(language)
  for (const text of textsOf(message)) {
    const words = plain(text).replace(names, '')
    expect(english.test(words) ? `${where}: ${text}` : '').toBe('')
  }
}

const englishSentences = new Set(
  sayAll(catalogue.en.replies)
    .map(({ text }) => text)
    .filter((text) => text.includes(' ') && !text.includes('⟦')),
)

/** Every line of Parley in a thread, the card aside; in the order in which they were said. */
async function linesIn(loop: Loop, thread: ThreadId): Promise<Message[]> {
  const rows = await loop.messagesIn(thread)
  return rows.filter((row) => row.author === 'parley' && row.requestId === null).map((row) => row.message as Message)
}

/** What Parley has said since the member's language was set. */
async function talkIn(loop: Loop, thread: ThreadId, locale: string) {
  const seen = (await linesIn(loop, thread)).length
  await speak(loop, locale)
  return async () => (await linesIn(loop, thread)).slice(seen)
}

describe.each(locales)('a %s member (%s)', (language, locale) => {
  it('is answered in no other language, from the first question to the cancellation', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const said = await talkIn(loop, thread, locale)
    const say = (text: string) => loop.say(text, thread)

    for (const text of [
      'hello',
      'help',
      'flibber the gibbet',
      'status',
      "who's jane?",
      'who is Marta Lindqvist?',
      'who is Zorblax?',
      'schedule Zorblax with Acme for the Backend role',
      'cancel Zorblax',
      'settings',
      'interviews take 45 minutes from now on',
      'morning ends at 11:30',
      'briefing at 7:30',
      'stop briefings',
      'connect slack',
      'connect something',
      'thanks',
      yes[language],
      no[language],
    ])
      await say(text)
    await say('schedule Jane with Acme for the Backend role')
    await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
    await say('make it 50 minutes')
    await say('only mornings')
    await say('undo')
    await say('make it by phone')
    await loop.settle(30_000)
    for (const text of [
      'status',
      'status of Jane',
      'make it 40 minutes',
      'add Bob and remove Marta',
      'any time is fine',
      'ask Jane for times',
      'nudge Jane',
      'the link for Jane',
      'what would fit so far?',
      'Jane can do Wed 3 March 10-12',
      'approve option 2',
      'Acme declined',
      'move Jane to Offer',
      'note for Jane: prefers remote',
      'Jane did not show up',
      'ask Marta for feedback on Jane',
      'reschedule Jane',
      'schedule Jane with Acme for the Backend role',
      'cancel Jane because the role is filled',
    ])
      await say(text)
    await say(yes[language])

    const lines = await said()
    expect(lines.length).toBeGreaterThan(40)
    for (const [at, message] of lines.entries()) expectIn(language, message, `line ${at}`)
    for (const message of lines)
      for (const text of textsOf(message)) expect(englishSentences.has(text) ? text : '').toBe('')
    const [request] = await loop.tables((tx) => tx.find('requests', {}))
    expect(request?.state).toBe('cancelled')
    expectIn(language, await loop.card(thread), 'card')
  })

  it('says no in that language too, and everything stays as it is', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await speak(loop, locale)
    await loop.say('cancel Jane', thread)
    await loop.say(no[language], thread)
    expect(plain(textOf(await loop.lastMessage(thread)))).toBe(plain(catalogue[language].replies.talk.left))
    const [request] = await loop.tables((tx) => tx.find('requests', {}))
    expect(request?.state).toBe('collecting')
  })

  it('is told in that language what happens by itself: a no, nothing that fits, a move, a colleague who cannot come', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const said = await talkIn(loop, thread, locale)
    for (const text of [
      'status',
      'make it 30 minutes',
      'ask Jane for times',
      'decline Jane',
      'approve it',
      'reschedule Jane to next week because Acme is travelling',
    ])
      await loop.say(text, thread)
    await loop.say(yes[language], thread)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    const lines = await said()
    for (const [at, message] of lines.entries()) expectIn(language, message, `line ${at}`)
    expect(lines.some((message) => labelsOf(message).length > 2)).toBe(true)
    expectIn(language, await loop.card(thread), 'card')
    const stuck = await loop.tables((tx) => tx.find('requests', {}))
    expect(stuck[0]?.stuckReasons).toHaveLength(1)
  })

  it('hears beside a button in that language why nothing was done', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await speak(loop, locale)
    await offer(loop, jane, [wednesday])
    const card = await loop.card(thread)
    const { action } = catalogue[language].cards
    const outcome = await loop.press(thread, card, action.enterTimes('Marta Lindqvist'), { times: 'xyzzy' })
    expect(outcome).toMatchObject({ kind: 'invalid', errors: [{ field: 'times' }] })
    const [error] = outcome.kind === 'invalid' ? outcome.errors : []
    expect(error?.sentence).toBe(catalogue[language].replies.presses.input.unread)
    const old = card.actions.find(({ label }) => label === action.cancel)
    await loop.press(thread, card, action.cancel, { reason: '' })
    expect(old).toBeDefined()
    const again = await loop.press(thread, card, action.cancel, { reason: '' })
    expect(again).toMatchObject({ kind: 'refused', sentence: catalogue[language].replies.presses.closedAlready })
  })

  it('reads a channel that others read in the language of the tenant, card and buttons too', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.tables(async (tx) => {
      const settings = await tx.get('settings', loop.tenantId)
      if (settings) await tx.update('settings', loop.tenantId, { data: { ...settings.data, locale } })
      await tx.update('threads', thread, { audience: 'private' })
    })
    await loop.say('cancel Jane', thread)
    expectIn(language, await loop.lastMessage(thread), 'reply')
    await offer(loop, jane, [wednesday])
    expectIn(language, await loop.card(thread), 'card')
    await loop.tables((tx) => tx.update('threads', thread, { audience: 'personal' }))
    await loop.say('cancel Jane', thread)
    expect((await loop.lastMessage(thread)).language).toBeUndefined()
    expect(textOf(await loop.lastMessage(thread))).toMatch(/^I understood: cancel .*Shall I\?/)
  })
})

it.each(locales)('shows the page of one’s own in %s', async (language, locale) => {
  const loop = await openLoop()
  await loop.setUp()
  await speak(loop, locale)
  const member = await loop.tables((tx) => tx.get('members', loop.memberId))
  if (!member) throw new Error('the recruiter is a member')
  const home = await readHome(loop.deps, loop.tenantId, member)
  expect(home.language).toBe(language)
  for (const { title, detail, actions } of [...home.connections, ...home.settings])
    for (const text of [title, detail ?? '', ...actions.map(({ label }) => label)])
      expect(english.test(text.replace(names, '')) ? text : '').toBe('')
})

describe('colleagues of two languages', () => {
  it('hear of the same thing each in their own: the interviewer in German, the recruiter in English', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    const [party] = await loop.tables((tx) => tx.find('parties', { where: { role: 'hiringManager' } }))
    const member = party?.memberId ?? (await memberCalled(loop, party?.name ?? '')).id
    await speak(loop, 'de-DE', member)
    const own = (await loop.threads()).find((one) => one.memberId === member)
    if (!own) throw new Error('the hiring manager has a thread')
    await loop.say('approve option 2', own.id, member)
    expectIn('de', await loop.lastMessage(own.id), 'reply')
    await loop.say('approve option 2', thread)
    expect((await loop.lastMessage(thread)).language).toBeUndefined()
  })
})

it('approves with a German yes the one time that was read back', async () => {
  const loop = await openLoop()
  const thread = await askJane(loop)
  await speak(loop, 'de-DE')
  await offer(loop, jane, [wednesday])
  await offer(loop, marta, [wednesday])
  await loop.say('approve a time', thread)
  await loop.say('the first one', thread)
  await loop.say('Ja, einverstanden', thread)
  const [request] = await loop.tables((tx) => tx.find('requests', {}))
  expect(request?.state).toBe('confirmed')
})

describe('the days of "Scheduling defaults"', () => {
  it.each([
    ['fr-FR', 'lun., mar., jeu., dimanche', [1, 2, 4, 7]],
    ['de-DE', 'Mo, Mittwoch, Do, So', [1, 3, 4, 7]],
    ['es-MX', 'lun, miércoles, jue, dom', [1, 3, 4, 7]],
    ['en-GB', 'Mon, Wednesday, Thu, Sun', [1, 3, 4, 7]],
  ])('are shown and read in %s: "%s"', async (locale, days, weekdays) => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await speak(loop, locale)
    await loop.say('settings', thread)
    const message = await loop.lastMessage(thread)
    const action = message.actions.at(-1)
    const fields = Object.fromEntries(
      (action?.form ?? []).map((field) => [field.name, 'value' in field ? String(field.value) : '']),
    )
    expect(await loop.press(thread, message, action?.label ?? '', fields)).toEqual({ kind: 'ok' })
    expect((await loop.tables((tx) => tx.find('settings')))[0]?.data.weekdays).toEqual([1, 2, 3, 4, 5])
    await loop.say('settings', thread)
    const again = await loop.lastMessage(thread)
    await loop.press(thread, again, action?.label ?? '', { ...fields, weekdays: days })
    expect((await loop.tables((tx) => tx.find('settings')))[0]?.data.weekdays).toEqual(weekdays)
  })
})

it('tells a French recruiter in French that a step failed, in the thread, on the card and on the board, with the words of the mail server', async () => {
  const loop = await openLoop({
    mail: (real) => ({
      ...real,
      send: async (tenantId, mail) => {
        if (mail.to.address.startsWith(jane)) throw new ParleyError('refused', '550 5.1.1 no such user')
        return real.send(tenantId, mail)
      },
    }),
  })
  const thread = await loop.setUp()
  await speak(loop, 'fr-FR')
  await loop.say('schedule Jane with Acme for the Backend role', thread)
  await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
  await loop.settle(30_000)
  const told = plain(textOf(await loop.lastMessage(thread)))
  expect(told).toContain('Un e-mail : échec. Un système externe a refusé. (« 550 5.1.1 no such user »)')
  expect(told).toContain('Réessayer')
  expect(plain(textOf(await loop.card(thread)))).toContain('Un système externe a refusé. (« 550 5.1.1 no such user »)')
  await loop.say('status', thread)
  expect(plain(textOf(await loop.lastMessage(thread)))).toContain('En échec (1)')
})
