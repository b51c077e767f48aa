import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Frame } from '../../src/intents/frame.ts'
import type { ModelReading } from '../../src/intents/modelPort.ts'
import type { ThreadView } from '../../src/intents/modelQuestion.ts'
import { createOpenAiModel, type OpenAiOptions } from '../../src/intents/openai.ts'
import {
  findSchemaProblems,
  type Script,
  type StrictModel,
  startStrictModel,
  tokensPerAnswer,
} from '../fakes/strictModel.ts'
import { openTestClock } from '../fakes/testStore.ts'
import { frameOf } from './frameOf.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const emptyThread: ThreadView = { state: null, question: null, options: [], names: [] }
const question = {
  text: 'could you sort out a chat between Ines Duarte and Lumen',
  thread: emptyThread,
  askedBy: 't:m',
}
const schedule = frameOf({ label: 'schedule', candidate: 'Ines Duarte', client: 'Lumen' })
const answer = (frames: Frame[]): Script => ({ kind: 'answer', json: { frames } })

async function open(
  script: Script | ((call: number) => Script),
  over: Partial<OpenAiOptions> = {},
  speaks?: Parameters<typeof startStrictModel>[1],
) {
  let call = 0
  const server: StrictModel = await startStrictModel(
    () => (typeof script === 'function' ? script(++call) : script),
    speaks,
  )
  stops.push(server.stop)
  const clock = openTestClock()
  const logged: [string, unknown][] = []
  const model = createOpenAiModel({
    apiKey: server.key,
    baseUrl: server.url,
    model: 'a-model',
    transport: 'auto',
    deadlineMs: 20_000,
    clock,
    log: (event, facts) => logged.push([event, facts]),
    ...over,
  })
  return { model, server, clock, logged }
}

const outcomeOf = (reading: ModelReading<unknown>) => (reading.kind === 'failed' ? reading.reason : reading.kind)

describe('asking a model for what a message means', () => {
  it('gets the frames, in one request that a strict service takes, and the tokens that it counted', async () => {
    const { model, server } = await open(answer([schedule]))
    expect(await model.readFrames(question)).toEqual({ kind: 'read', value: [schedule], usedTokens: tokensPerAnswer })
    expect(server.refusals).toEqual([])
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({ model: 'a-model', store: false })
    expect(server.requests[0]).not.toHaveProperty('tools')
  })

  it.each(['chat', 'responses'] as const)('does the same over %s alone', async (transport) => {
    const { model, server } = await open(answer([schedule]), { transport }, [transport])
    expect(await model.readFrames(question)).toMatchObject({ kind: 'read', value: [schedule], usedTokens: 460 })
    expect(server.refusals).toEqual([])
  })

  it('falls back to Chat Completions where a server has no Responses, and goes straight there the second time', async () => {
    const { model, server } = await open(answer([schedule]), {}, ['chat'])
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
    expect(server.requests.every((body) => 'messages' in body)).toBe(true)
    expect(server.refusals).toEqual([])
  })

  it('leaves out the newer fields for a server of its own that does not know them, and remembers that', async () => {
    const { model, server } = await open(answer([schedule]), {}, ['oldChat'])
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
    expect(server.refusals).toEqual(["Unknown parameter: 'store'."])
    expect(server.requests).toHaveLength(2)
  })

  it('does not take a model that is not there for a way of asking that is not there', async () => {
    const { model, server } = await open({ kind: 'status', status: 404, code: 'model_not_found' })
    expect(await model.readFrames(question)).toEqual({ kind: 'failed', reason: 'misconfigured', usedTokens: 0 })
    expect(server.requests).toHaveLength(1)
  })

  it('names nobody to the service: who asks is a hash of 64 characters', async () => {
    const { model, server } = await open(answer([]))
    await model.readFrames({ ...question, askedBy: 'tenant_7:rosa@alder-finch.example' })
    expect(server.requests[0]?.safety_identifier).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(server.requests[0])).not.toContain('rosa')
  })

  it('asks nobody when the message holds nothing of its own', async () => {
    const { model, server } = await open(answer([schedule]))
    const quoted = '> please cancel everything\n> at once'
    expect(await model.readFrames({ ...question, text: quoted })).toEqual({ kind: 'read', value: [], usedTokens: 0 })
    expect(server.requests).toEqual([])
  })
})

describe('a model that fails', () => {
  it.each<[string, Script, string, number | null]>([
    ['a refusal', { kind: 'refusal' }, 'refused', 460],
    ['JSON that was cut, and says so', { kind: 'cut', json: { frames: [schedule] }, isMarked: true }, 'cutOff', 460],
    [
      'JSON that was cut, and does not say so',
      { kind: 'cut', json: { frames: [schedule] }, isMarked: false },
      'cutOff',
      null,
    ],
    ['prose', { kind: 'text', text: 'Sure! I will schedule Ines.' }, 'cutOff', null],
    [
      'a frame with a label of its own',
      { kind: 'answer', json: { frames: [{ ...schedule, label: 'wireMoney' }] }, isUnchecked: true },
      'schemaMiss',
      null,
    ],
    [
      'seven frames',
      { kind: 'answer', json: { frames: Array(7).fill(schedule) }, isUnchecked: true },
      'schemaMiss',
      null,
    ],
    ['nothing but null', { kind: 'text', text: 'null' }, 'schemaMiss', null],
    ['429', { kind: 'status', status: 429 }, 'busy', 0],
    ['500', { kind: 'status', status: 500 }, 'trouble', 0],
    ['503', { kind: 'status', status: 503 }, 'trouble', 0],
    ['400', { kind: 'status', status: 400 }, 'misconfigured', 0],
    ['403', { kind: 'status', status: 403 }, 'misconfigured', 0],
    ['4 MB of answer', { kind: 'huge' }, 'cutOff', null],
    ['a connection that breaks', { kind: 'hangUp' }, 'network', 0],
  ])('is a value after %s, without a second attempt', async (_name, script, outcome, usedTokens) => {
    const { model, server } = await open(script)
    const reading = await model.readFrames(question)
    expect([outcomeOf(reading), reading.usedTokens]).toEqual([outcome, usedTokens])
    expect(server.requests).toHaveLength(1)
    expect(server.refusals).toEqual([])
  })

  it.each<[string, Script]>([
    ['a refusal', { kind: 'refusal' }],
    ['cut JSON', { kind: 'cut', json: { frames: [schedule] }, isMarked: true }],
    ['a schema miss', { kind: 'text', text: '{"frames":[{"label":"schedule"}]}' }],
    ['prose', { kind: 'text', text: 'Sure!' }],
    ['4 MB of answer', { kind: 'huge' }],
  ])('is a value over Chat Completions too: %s', async (_name, script) => {
    const { model } = await open(script, { transport: 'chat' })
    const reading = await model.readFrames(question)
    expect(reading.kind).not.toBe('read')
  })

  it.each<[string, Script]>([
    ['is silent', { kind: 'silent' }],
    ['begins to answer and stops', { kind: 'stalled' }],
    ['needs 30 s', { kind: 'slow', afterMs: 30_000, json: { frames: [] } }],
  ])('is given up at the deadline when it %s', async (_name, script) => {
    const { model } = await open(script, { deadlineMs: 150 })
    expect(await model.readFrames(question)).toEqual({ kind: 'failed', reason: 'timeOut', usedTokens: null })
  })

  it('spends one deadline on both ways of asking together', async () => {
    const { model } = await open({ kind: 'silent' }, { deadlineMs: 150 }, ['chat'])
    expect(outcomeOf(await model.readFrames(question))).toBe('timeOut')
  })

  it('is not asked at all for a minute after 3 failures in a row', async () => {
    const { model, server, clock } = await open((call) =>
      call <= 3 ? { kind: 'status', status: 500 } : answer([schedule]),
    )
    for (let call = 0; call < 5; call += 1) await model.readFrames(question)
    expect(server.requests).toHaveLength(3)
    expect(outcomeOf(await model.readFrames(question))).toBe('resting')
    clock.moveBy(60_000)
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
  })

  it('is not asked for a minute after it has said that it is asked too much (429)', async () => {
    const { model, server, clock } = await open((call) => (call === 1 ? { kind: 'status', status: 429 } : answer([])))
    expect(outcomeOf(await model.readFrames(question))).toBe('busy')
    expect(outcomeOf(await model.readFrames(question))).toBe('resting')
    clock.moveBy(60_000)
    expect(outcomeOf(await model.readFrames(question))).toBe('read')
    expect(server.requests).toHaveLength(2)
  })

  it('is asked at most 4 things at a time; what comes on top is answered by the grammar at once', async () => {
    const { model } = await open({ kind: 'slow', afterMs: 60, json: { frames: [] } })
    const outcomes = (await Promise.all(Array.from({ length: 6 }, () => model.readFrames(question)))).map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'read')).toHaveLength(4)
    expect(outcomes.filter((outcome) => outcome === 'resting')).toHaveLength(2)
  })

  it('without a server is a value', async () => {
    const { model, server } = await open(answer([]))
    await server.stop()
    expect(outcomeOf(await model.readFrames(question))).toBe('network')
  })

  it('with a wrong key is told apart from one that is in trouble', async () => {
    const { model, server } = await open(answer([]), { apiKey: 'wrong' })
    expect(outcomeOf(await model.readFrames(question))).toBe('misconfigured')
    expect(server.refusals).toEqual(['Incorrect API key provided.'])
  })

  it('does not send the message on where a server redirects to', async () => {
    let followed = 0
    const elsewhere = createServer((_request, response) => {
      followed += 1
      response.end('{}')
    })
    const lure = createServer((_request, response) => {
      const { port } = elsewhere.address() as AddressInfo
      response.writeHead(307, { location: `http://127.0.0.1:${port}/v1/responses` }).end()
    })
    for (const server of [elsewhere, lure]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      stops.push(() => new Promise((resolve) => server.close(() => resolve())))
    }
    const { model } = await open(answer([]), {
      baseUrl: `http://127.0.0.1:${(lure.address() as AddressInfo).port}/v1`,
    })
    expect(outcomeOf(await model.readFrames(question))).toBe('network')
    expect(followed).toBe(0)
  })

  it('never puts a word of the message into the log', async () => {
    const { model, logged } = await open({ kind: 'status', status: 500 })
    await model.readFrames({ ...question, text: 'please sort out Ines Duarte' })
    expect(JSON.stringify(logged)).not.toMatch(/Ines|Duarte/)
    expect(logged).toEqual([['model.asked', { outcome: 'failed', reason: 'trouble', tokens: 0 }]])
  })
})

describe('what an outsider wrote', () => {
  const words = {
    kind: 'offer',
    phrases: [{ words: 'tue arvo', isFree: true }],
    quote: 'tue arvo is good',
  }
  it('goes out in a call of its own, which has room for words about time and nothing else', async () => {
    const { model, server } = await open({ kind: 'answer', json: words })
    const text = 'tue arvo is good. my cell is +44 20 7946 0958, mail ines@duarte.example'
    expect(await model.readReply({ text, askedBy: 't' })).toMatchObject({ kind: 'read', value: words })
    expect(server.refusals).toEqual([])
    const sent = JSON.stringify(server.requests[0])
    expect(sent).not.toMatch(/7946|duarte\.example/)
    const { format } = server.requests[0]!.text as unknown as {
      format: { schema: { properties: object } }
    }
    expect(Object.keys(format.schema.properties)).toEqual(['kind', 'phrases', 'quote'])
  })
})

describe('the stand-in', () => {
  const loose: [string, z.ZodType][] = [
    ['an object that takes further fields', z.looseObject({ a: z.string() })],
    ['a field that may be missing', z.object({ a: z.string().optional() })],
    ['a union at the root', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])],
    ['a record', z.object({ a: z.record(z.string(), z.string()) })],
    ['a value that may be anything', z.object({ a: z.any() })],
    ['a text with a length', z.object({ a: z.string().max(3) })],
    ['a pair', z.object({ a: z.tuple([z.string(), z.string()]) })],
  ]
  it.each(loose)('refuses the schema of %s', (_name, schema) => {
    expect(findSchemaProblems(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }))).not.toEqual([])
  })

  const post = async (server: StrictModel, change: (body: Record<string, unknown>) => void, key = server.key) => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    }
    const body: Record<string, unknown> = {
      model: 'm',
      store: false,
      input: 'x',
      safety_identifier: 'abc',
      prompt_cache_key: 'k',
      text: { format: { type: 'json_schema', name: 'n', strict: true, schema } },
    }
    change(body)
    const response = await fetch(`${server.url}/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
    return response.status
  }
  it('refuses 10 kinds of wrong requests, and takes the right one', async () => {
    const { server } = await open({ kind: 'answer', json: { a: 'yes' } })
    expect(await post(server, () => {})).toBe(200)
    const wrong: ((body: Record<string, unknown>) => void)[] = [
      (body) => delete body.model,
      (body) => delete body.input,
      (body) => delete body.store,
      (body) => Object.assign(body, { store: true }),
      (body) => Object.assign(body, { madeUp: 1 }),
      (body) => Object.assign(body, { safety_identifier: 'x'.repeat(65) }),
      (body) => Object.assign(body, { safety_identifier: 'rosa@alder.example' }),
      (body) => Object.assign(body, { tools: [] }),
      (body) => Object.assign(body, { text: { format: { type: 'text' } } }),
      (body) => Object.assign((body.text as { format: object }).format, { strict: false }),
    ]
    for (const change of wrong) expect(await post(server, change)).toBe(400)
    expect(await post(server, () => {}, 'other')).toBe(401)
    expect(server.refusals).toHaveLength(11)
  })

  it('refuses to play an answer that the sent schema forbids', async () => {
    const { model } = await open({ kind: 'answer', json: { frames: [{ label: 'schedule' }] } })
    expect(outcomeOf(await model.readFrames(question))).toBe('misconfigured')
  })
})
