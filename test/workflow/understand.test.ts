import { afterEach, describe, expect, it } from 'vitest'
import type { Frame } from '../../src/intents/frame.ts'
import { createOpenAiModel } from '../../src/intents/openai.ts'
import { createModelDesk } from '../../src/workflow/modelDesk.ts'
import { reservedTokens } from '../../src/workflow/modelSpending.ts'
import { scriptModel } from '../fakes/scriptedModel.ts'
import { type Script, startStrictModel, tokensPerAnswer } from '../fakes/strictModel.ts'
import { frameOf } from '../intents/frameOf.ts'
import { jane, labelsOf, textOf } from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

// The sentence is one that the grammar does not understand, so that the model is asked.
const unsure = 'bitte mal einen Termin mit Jane Whitfield machen'
const schedule = frameOf({ label: 'schedule', candidate: 'Jane Whitfield' })
const frames = (...list: Frame[]): Script => ({ kind: 'answer', json: { frames: list } })

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function openWithServer(script: (call: number) => Script, dailyTokens = 200_000, deadlineMs = 20_000) {
  let call = 0
  const server = await startStrictModel(() => script(++call))
  stops.push(server.stop)
  const model = createOpenAiModel({
    apiKey: server.key,
    baseUrl: server.url,
    model: 'a-model',
    transport: 'auto',
    deadlineMs,
    clock: { now: () => new Date() },
    log: () => {},
  })
  const loop = await openLoop({ model: createModelDesk(model, dailyTokens) })
  return { loop, server, thread: await loop.setUp() }
}

describe('a message the grammar does not understand', () => {
  it('is read by the model, read back with the name, and done on a press: 2 mails after 21 s, none before', async () => {
    const { loop, server, thread } = await openWithServer(() => frames(schedule))
    await loop.say(unsure, thread)
    const back = await loop.lastMessage(thread)
    expect(textOf(back)).toContain('Schedule Jane Whitfield')
    expect(labelsOf(back)).toEqual(['Yes, do it'])
    await loop.settle(60_000)
    expect(await loop.mails()).toEqual([])
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)

    await loop.press(thread, back, 'Yes, do it')
    await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
    await loop.settle(21_000)
    expect((await loop.mails()).map((mail) => mail.toLine.includes(jane))).toEqual([true, false])
    expect(server.requests).toHaveLength(1)
    expect(server.refusals).toEqual([])
  })

  it('shows what only shows at once', async () => {
    const { loop, thread } = await openWithServer(() => frames(frameOf({ label: 'who_is', candidate: 'Beatriz' })))
    await loop.say('that Beatriz person, refresh my memory', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('Beatriz Sousa')
  })

  it('with two wishes gets a button for each, and does neither before it is pressed', async () => {
    const { loop, thread } = await openWithServer(() =>
      frames(schedule, frameOf({ label: 'nudge', candidate: 'Beatriz' })),
    )
    await loop.say(`${unsure}. oh and Beatriz has gone quiet`, thread)
    expect(labelsOf(await loop.lastMessage(thread))).toEqual(['Schedule Jane Whitfield', 'Remind Beatriz Sousa'])
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
  })

  it.each<[string, Script]>([
    ['refuses', { kind: 'refusal' }],
    ['is silent until the deadline', { kind: 'silent' }],
    ['cuts its answer off', { kind: 'cut', json: { frames: [schedule] }, isMarked: true }],
    ['cuts its answer off without a word', { kind: 'cut', json: { frames: [schedule] }, isMarked: false }],
    ['misses the schema', { kind: 'text', text: '{"frames":[{"label":"schedule","to":"everybody"}]}' }],
    ['asks to come back later (429)', { kind: 'status', status: 429 }],
    ['is in trouble (500)', { kind: 'status', status: 500 }],
    ['hangs up', { kind: 'hangUp' }],
    ['answers with 4 MB', { kind: 'huge' }],
    ['names somebody else', frames(frameOf({ label: 'schedule', candidate: 'Beatriz Sousa', client: 'acme' }))],
    ['reads nothing', frames()],
  ])('gets the answer of the grammar alone, once, when the model %s', async (_name, script) => {
    const { loop, server, thread } = await openWithServer(
      () => script,
      200_000,
      script.kind === 'silent' ? 200 : 20_000,
    )
    const before = (await loop.messagesIn(thread)).length
    await loop.say(unsure, thread)
    const after = await loop.messagesIn(thread)
    expect(after.slice(before).map(({ author }) => author)).toEqual(['member', 'parley'])
    expect(textOf(await loop.lastMessage(thread))).toContain('I did not understand that, so I have done nothing.')
    expect(await loop.tables((tx) => tx.count('inbound', { state: 'received' }))).toBe(0)
    expect(server.requests.length).toBeLessThanOrEqual(1)
  })

  it('costs nothing where the grammar is sure: the model is not asked', async () => {
    const { loop, server, thread } = await openWithServer(() => frames())
    await loop.say('schedule Jane with Acme for the Backend role', thread)
    await loop.say('status', thread)
    await loop.say('who is Jane?', thread)
    expect(server.requests).toEqual([])
    expect(await loop.tables((tx) => tx.count('modelSpends'))).toBe(0)
  })

  it('sends the message and a few words of the thread, no address and no record', async () => {
    const { loop, server, thread } = await openWithServer(() => frames())
    await loop.say('who is Jane Whitfield?', thread)
    await loop.say(`${unsure}, cc jane.whitfield@example.org or +44 20 7946 0991`, thread)
    const { input } = server.requests[0]!
    expect(JSON.parse(String(input))).toEqual({
      message: `${unsure}, cc [address] or [number]`,
      thread: { state: null, question: null, options: [], names: [] },
    })
  })
})

it('an open question is shown to the model with its answers, so that it can tell what "the second" is', async () => {
  const { loop, server, thread } = await openWithServer(() => frames())
  await loop.say('who is Jane?', thread)
  await loop.say('hmm the one who does data I guess', thread)
  expect(JSON.parse(String(server.requests[0]!.input)).thread).toEqual({
    state: null,
    question: '2 people are called "Jane". Whom do you mean?',
    options: ['Jane Whitfield · Backend Engineer · Acme Robotics', 'Jane Okafor · Data Analyst · Lumen Health'],
    names: [],
  })
})

it('a choice among what was asked is never taken from the model: it asks for the number itself', async () => {
  const { loop, thread } = await openWithServer(() =>
    frames(frameOf({ label: 'approve', options: [2], isThread: true })),
  )
  await loop.say('schedule Jane with Acme', thread)
  await loop.say('leaning towards 2 tbh', thread)
  expect(textOf(await loop.lastMessage(thread))).toContain('If you mean "2" to what stands above')
  expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
})

it('a yes is never taken from the model: it asks for the word itself', async () => {
  const { loop, thread } = await openWithServer(() => frames(frameOf({ label: 'confirm', isThread: true })))
  await loop.say('schedule Jane Whitfield with Acme for the Backend role', thread)
  await loop.say('right then what is it with this one', thread)
  expect(textOf(await loop.lastMessage(thread))).toContain('If you mean "yes" to what stands above')
  expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
})

describe("the day's tokens", () => {
  it('are counted as the service says, told once when used up, and there again on the next day', async () => {
    // Two calls of 460 leave room for no third one, which has 5,000 set aside before it is made.
    const { loop, server, thread } = await openWithServer(() => frames(), reservedTokens + 2 * tokensPerAnswer - 1)
    for (let count = 0; count < 4; count += 1) await loop.say(unsure, thread)
    expect(server.requests).toHaveLength(2)
    const [spend] = await loop.tables((tx) => tx.find('modelSpends'))
    expect(spend).toMatchObject({ spentOn: '2027-03-01', tokens: 920, callCount: 2 })
    const told = (await loop.messagesIn(thread)).filter(({ text }) => text.includes('used up'))
    expect(told).toHaveLength(1)
    await loop.settle(24 * 3_600_000)
    await loop.say(unsure, thread)
    expect(server.requests).toHaveLength(3)
  })

  it('are not forgotten when Parley starts again', async () => {
    const model = scriptModel({})
    const loop = await openLoop({ model: createModelDesk(model, reservedTokens) })
    const thread = await loop.setUp()
    await loop.say(unsure, thread)
    loop.deps.model = createModelDesk(model, reservedTokens)
    await loop.say(unsure, thread)
    expect(model.questions).toHaveLength(1)
  })

  it('stay counted where nobody says what a call took', async () => {
    const { loop, thread } = await openWithServer(() => ({ kind: 'silent' }), 200_000, 100)
    await loop.say(unsure, thread)
    const [spend] = await loop.tables((tx) => tx.find('modelSpends'))
    expect(spend?.tokens).toBe(reservedTokens)
  })
})

describe('while a model thinks', () => {
  /** A model that answers when the test says so. */
  function openGate() {
    const waiting: (() => void)[] = []
    const model = scriptModel({ frames: () => new Promise((resolve) => waiting.push(() => resolve([schedule]))) })
    return { model, release: () => waiting.splice(0).forEach((go) => void go()) }
  }

  it('30 other messages are answered, though 30 wait for it', async () => {
    const { model, release } = openGate()
    const desk = createModelDesk(model, 1_000_000)
    const loop = await openLoop({ model: { ...desk, whenIdle: async () => {} } })
    const thread = await loop.setUp()
    for (let count = 0; count < 30; count += 1) await loop.say(unsure, thread)
    expect(await loop.tables((tx) => tx.count('inbound', { state: 'received' }))).toBe(30)
    const before = (await loop.messagesIn(thread)).filter(({ author }) => author === 'parley').length
    for (let count = 0; count < 30; count += 1) await loop.say('who is Jane?', thread)
    const after = (await loop.messagesIn(thread)).filter(({ author }) => author === 'parley').length
    expect(after - before).toBe(30)
    release()
    await desk.whenIdle()
    await loop.settle()
    expect(await loop.tables((tx) => tx.count('inbound', { state: 'received' }))).toBe(0)
  })

  it('Parley may die: after the start the message is answered, once', async () => {
    const { model } = openGate()
    const loop = await openLoop({ model: { ...createModelDesk(model, 200_000), whenIdle: async () => {} } })
    const thread = await loop.setUp()
    await loop.say(unsure, thread)
    const before = (await loop.messagesIn(thread)).length
    const second = scriptModel({ frames: () => [schedule] })
    loop.deps.model = createModelDesk(second, 200_000)
    // The sweep looks for rows that nobody handles any more.
    await loop.settle(120_000)
    await loop.deps.model.whenIdle()
    await loop.settle()
    const after = await loop.messagesIn(thread)
    expect(second.questions).toHaveLength(1)
    expect(after.slice(before).map(({ author }) => author)).toEqual(['parley'])
    expect(after.at(-1)?.text).toContain('Schedule Jane Whitfield')
  })
})
