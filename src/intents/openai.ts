import { createHash } from 'node:crypto'
import type OpenAI from 'openai'
import { z } from 'zod'
import type { Clock } from '../domain/clock.ts'
import type { ModelFailure, ModelPort, ModelReading } from './modelPort.ts'
import { composeFrameInput, composeReplyInput, frameInstructions, replyInstructions } from './modelPrompt.ts'
import { framesAnswerSchema, replyWordsSchema } from './modelQuestion.ts'

// The adapter to OpenAI and to servers that speak its language (Ollama, vLLM, llama.cpp). The package is loaded when it is first
// needed: it takes 0.1 s and 35 MB. Two calls, no tools, nothing kept at the service (`store: false`).

/** Answers are short; what is longer is not read to its end. */
const answerBytesMax = 128 * 1024
const outputTokensMax = 1_200
/** After this many failures in a row, or when the service says so (429), nobody is asked for a minute, so that not every message waits for the deadline. */
const failureCountMax = 3
const restMs = 60_000
/** More would pile up behind a slow service while the grammar could answer at once. */
const callCountMax = 4

export interface OpenAiOptions {
  /** Null for a server of one's own that asks for none. */
  apiKey: string | null
  /** Null for OpenAI itself; otherwise with the version at its end, "http://127.0.0.1:11434/v1". */
  baseUrl: string | null
  model: string
  /** `auto` speaks Responses and falls back to Chat Completions where the server does not know them. */
  transport: 'auto' | 'responses' | 'chat'
  /** For a whole reading, falling back included. */
  deadlineMs: number
  clock: Clock
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

interface Task<Schema extends z.ZodType> {
  name: string
  schema: Schema
  instructions: string
  input: string
  askedBy: string
}

type Vendor = Pick<typeof import('openai/helpers/zod'), 'zodTextFormat' | 'zodResponseFormat'> &
  typeof import('openai/error')

/** A model behind OpenAI's interface. Every outcome is a value; the deadline holds for the whole of it. */
export function createOpenAiModel(options: OpenAiOptions): ModelPort {
  let opened: Promise<{ vendor: Vendor; client: OpenAI }> | null = null
  const ways = waysOf(options)
  let way = 0
  let callCount = 0
  let failureCount = 0
  let restUntilMs = 0

  const open = () => {
    opened ??= openClient(options)
    return opened
  }

  async function ask<Schema extends z.ZodType>(task: Task<Schema>): Promise<ModelReading<z.infer<Schema>>> {
    if (options.clock.now().getTime() < restUntilMs || callCount >= callCountMax)
      return { kind: 'failed', reason: 'resting', usedTokens: 0 }
    callCount += 1
    try {
      const { vendor, client } = await open()
      const signal = AbortSignal.timeout(options.deadlineMs)
      const reading = await answerBefore(signal, () => perform(vendor, client, task, signal))
      note(reading)
      return reading
    } finally {
      callCount -= 1
    }
  }

  async function perform<Schema extends z.ZodType>(
    vendor: Vendor,
    client: OpenAI,
    task: Task<Schema>,
    signal: AbortSignal,
  ): Promise<ModelReading<z.infer<Schema>>> {
    for (;;) {
      try {
        return await (ways[way] ?? askChat)(vendor, client, options.model, task, signal)
      } catch (error) {
        // What one message has learnt about the server holds for the next ones.
        if (way + 1 >= ways.length || !isForeign(vendor, error)) return failureOf(vendor, error, signal)
        way += 1
      }
    }
  }

  function note(reading: ModelReading<unknown>): void {
    const isTrouble = reading.kind === 'failed' && !['cutOff', 'schemaMiss'].includes(reading.reason)
    const isTold = reading.kind === 'failed' && reading.reason === 'busy'
    failureCount = isTold ? failureCountMax : isTrouble ? failureCount + 1 : 0
    if (failureCount >= failureCountMax) {
      restUntilMs = options.clock.now().getTime() + restMs
      failureCount = 0
    }
    options.log('model.asked', {
      outcome: reading.kind,
      ...(reading.kind === 'failed' ? { reason: reading.reason } : {}),
      tokens: reading.usedTokens,
    })
  }

  return {
    async readFrames(question) {
      const input = composeFrameInput(question)
      if (input === null) return { kind: 'read', value: [], usedTokens: 0 }
      const task = { name: 'frames', schema: framesAnswerSchema, instructions: frameInstructions, input }
      const reading = await ask({ ...task, askedBy: question.askedBy })
      return reading.kind === 'read' ? { ...reading, value: reading.value.frames } : reading
    },
    async readReply(question) {
      const input = composeReplyInput(question)
      if (input === null) return { kind: 'read', value: { kind: 'none', phrases: [], quote: '' }, usedTokens: 0 }
      const task = { name: 'reply_words', schema: replyWordsSchema, instructions: replyInstructions, input }
      return ask({ ...task, askedBy: question.askedBy })
    },
  }
}

async function openClient(options: OpenAiOptions): Promise<{ vendor: Vendor; client: OpenAI }> {
  const [openai, helpers, errors] = await Promise.all([
    import('openai'),
    import('openai/helpers/zod'),
    import('openai/error'),
  ])
  const client = new openai.default({
    // Without any key the package refuses; servers of one's own ignore it.
    apiKey: options.apiKey ?? 'none',
    baseURL: options.baseUrl ?? 'https://api.openai.com/v1',
    maxRetries: 0,
    timeout: options.deadlineMs,
    // It would print messages and answers.
    logLevel: 'off',
    fetch: fetchShort,
  })
  return { vendor: { ...helpers, ...errors }, client }
}

class TooLong extends Error {}

/** As fetch, but an answer that goes on and on is dropped, and a redirect is not followed with the message in it. */
const fetchShort: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > answerBytesMax) throw new TooLong()
    chunks.push(chunk)
  }
  const { status, statusText, headers } = response
  return new Response(status === 204 ? null : Buffer.concat(chunks), { status, statusText, headers })
}

type Way = <Schema extends z.ZodType>(
  vendor: Vendor,
  client: OpenAI,
  model: string,
  task: Task<Schema>,
  signal: AbortSignal,
) => Promise<ModelReading<z.infer<Schema>>>

/** In which order a server is spoken to. Only one's own is ever spoken to without `store: false`, where it refuses that field. */
function waysOf({ transport, baseUrl }: OpenAiOptions): readonly Way[] {
  const chats = baseUrl === null ? [askChat] : [askChat, askPlainChat]
  if (transport === 'responses') return [askResponses]
  return transport === 'chat' ? chats : [askResponses, ...chats]
}

/** Fields that servers of one's own may refuse instead of passing them by. */
const extraFields = ['store', 'safety_identifier', 'prompt_cache_key', 'max_completion_tokens']

/** The same fields on both ways: nothing is kept, and the service sees who asks only as a hash. */
function commonFields(model: string, task: Task<z.ZodType>) {
  return {
    model,
    store: false,
    safety_identifier: createHash('sha256').update(`parley ${task.askedBy}`).digest('hex'),
    prompt_cache_key: `parley-${task.name}-1`,
  }
}

async function askResponses<Schema extends z.ZodType>(
  vendor: Vendor,
  client: OpenAI,
  model: string,
  task: Task<Schema>,
  signal: AbortSignal,
): Promise<ModelReading<z.infer<Schema>>> {
  const response = await client.responses.parse(
    {
      ...commonFields(model, task),
      instructions: task.instructions,
      input: task.input,
      max_output_tokens: outputTokensMax,
      text: { format: vendor.zodTextFormat(task.schema, task.name) },
    },
    { signal },
  )
  const usedTokens = tokensOf(response.usage)
  if (response.output_parsed !== null)
    return { kind: 'read', value: response.output_parsed as z.infer<Schema>, usedTokens }
  const hasRefusal = response.output.some(
    (item) => item.type === 'message' && item.content.some((part) => part.type === 'refusal'),
  )
  return hasRefusal ? { kind: 'refused', usedTokens } : { kind: 'failed', reason: 'cutOff', usedTokens }
}

const askChat: Way = (vendor, client, model, task, signal) =>
  complete(vendor, client, task, signal, { ...commonFields(model, task), max_completion_tokens: outputTokensMax })

const askPlainChat: Way = (vendor, client, model, task, signal) =>
  complete(vendor, client, task, signal, { model, max_tokens: outputTokensMax })

async function complete<Schema extends z.ZodType>(
  vendor: Vendor,
  client: OpenAI,
  task: Task<Schema>,
  signal: AbortSignal,
  fields: (ReturnType<typeof commonFields> & { max_completion_tokens: number }) | { model: string; max_tokens: number },
): Promise<ModelReading<z.infer<Schema>>> {
  const completion = await client.chat.completions.parse(
    {
      ...fields,
      messages: [
        { role: 'system', content: task.instructions },
        { role: 'user', content: task.input },
      ],
      response_format: vendor.zodResponseFormat(task.schema, task.name),
    },
    { signal },
  )
  const usedTokens = tokensOf(completion.usage)
  const message = completion.choices[0]?.message
  if (message?.refusal) return { kind: 'refused', usedTokens }
  // Servers that ignore the schema answer in prose or in other shapes: the check here does not depend on them.
  const parsed = task.schema.safeParse(message?.parsed)
  return parsed.success
    ? { kind: 'read', value: parsed.data, usedTokens }
    : { kind: 'failed', reason: 'schemaMiss', usedTokens }
}

/** What the service counted, input and output together; null when it does not say. */
function tokensOf(usage: unknown): number | null {
  const read = z
    .object({
      input_tokens: z.int().min(0).optional(),
      output_tokens: z.int().min(0).optional(),
      prompt_tokens: z.int().min(0).optional(),
      completion_tokens: z.int().min(0).optional(),
    })
    .safeParse(usage)
  if (!read.success) return null
  const { input_tokens, output_tokens, prompt_tokens, completion_tokens } = read.data
  const total = (input_tokens ?? prompt_tokens ?? 0) + (output_tokens ?? completion_tokens ?? 0)
  return total > 0 ? total : null
}

/** No such path or method, or a field it does not know: another way may do. A model that is not there is told by its code. */
function isForeign(vendor: Vendor, error: unknown): boolean {
  if (!(error instanceof vendor.APIError) || error.code === 'model_not_found') return false
  if ([404, 405, 501].includes(error.status ?? 0)) return true
  return [400, 422].includes(error.status ?? 0) && extraFields.some((field) => error.message.includes(field))
}

function failureOf(vendor: Vendor, error: unknown, signal: AbortSignal): ModelReading<never> {
  const failed = (reason: ModelFailure, usedTokens: number | null): ModelReading<never> => ({
    kind: 'failed',
    reason,
    usedTokens,
  })
  if (signal.aborted || error instanceof vendor.APIConnectionTimeoutError) return failed('timeOut', null)
  // The package wraps what its fetch threw.
  if (hasCause(error, TooLong)) return failed('cutOff', null)
  if (error instanceof vendor.APIConnectionError) return failed('network', 0)
  if (error instanceof vendor.ContentFilterFinishReasonError) return { kind: 'refused', usedTokens: null }
  if (error instanceof vendor.LengthFinishReasonError || error instanceof SyntaxError) return failed('cutOff', null)
  if (error instanceof z.ZodError) return failed('schemaMiss', null)
  if (!(error instanceof vendor.APIError) || error.status === undefined) return failed('trouble', null)
  if (error.status === 429) return failed('busy', 0)
  return failed(error.status >= 500 ? 'trouble' : 'misconfigured', 0)
}

function hasCause(error: unknown, kind: new () => Error): boolean {
  if (error instanceof kind) return true
  return error instanceof Error && error.cause !== undefined && hasCause(error.cause, kind)
}

/** The deadline also holds where a call does not listen to its signal. */
function answerBefore<Value>(
  signal: AbortSignal,
  run: () => Promise<ModelReading<Value>>,
): Promise<ModelReading<Value>> {
  return new Promise((resolve) => {
    const late = () => resolve({ kind: 'failed', reason: 'timeOut', usedTokens: null })
    signal.addEventListener('abort', late, { once: true })
    run().then(resolve, () => resolve({ kind: 'failed', reason: 'trouble', usedTokens: null }))
  })
}
