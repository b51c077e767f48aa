import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// A stand-in for a language model behind OpenAI's interface, on loopback, stricter than the real one where it matters: it refuses
// what the vendor's rules for strict schemas forbid, fields that do not exist, and a script that the sent schema would forbid.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/** What the model does with one request. */
export type Script =
  | { kind: 'answer'; json: unknown; isUnchecked?: boolean }
  | { kind: 'refusal' }
  | { kind: 'text'; text: string }
  | { kind: 'cut'; json: unknown; isMarked: boolean }
  | { kind: 'status'; status: number; code?: string }
  | { kind: 'slow'; afterMs: number; json: unknown }
  | { kind: 'silent' }
  | { kind: 'stalled' }
  | { kind: 'huge' }
  | { kind: 'hangUp' }

export interface StrictModel {
  url: string
  key: string
  /** Bodies of the requests that passed all checks. */
  requests: JsonObject[]
  /** Sentences about requests that did not pass. */
  refusals: string[]
  stop(): Promise<void>
}

const commonFields =
  'model store metadata safety_identifier prompt_cache_key prompt_cache_retention service_tier temperature top_p stream tools tool_choice parallel_tool_calls'
const fieldsOf = {
  responses: new Set(
    `${commonFields} input instructions text max_output_tokens reasoning previous_response_id truncation include background`.split(
      ' ',
    ),
  ),
  chat: new Set(
    `${commonFields} messages response_format max_completion_tokens max_tokens stream_options seed stop n reasoning_effort`.split(
      ' ',
    ),
  ),
}
const requiredOf = { responses: ['input', 'text'], chat: ['messages', 'response_format'] }

const schemaKeywords = new Set(
  'type properties required additionalProperties items enum const anyOf $ref $defs definitions description title pattern format multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems $schema'.split(
    ' ',
  ),
)
const depthMax = 5
const propertyCountMax = 100

/** Why the vendor would not take a schema as strict; nothing when it would. */
export function findSchemaProblems(schema: unknown): string[] {
  const problems: string[] = []
  let propertyCount = 0
  const visit = (node: unknown, path: string, depth: number): void => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      problems.push(`${path} is not a schema`)
      return
    }
    const part = node as JsonObject
    for (const keyword of Object.keys(part))
      if (!schemaKeywords.has(keyword)) problems.push(`${path}: "${keyword}" is not supported`)
    if (!('type' in part) && !('anyOf' in part) && !('$ref' in part) && !('enum' in part) && !('const' in part))
      problems.push(`${path}: says nothing about its value`)
    if (depth > depthMax) problems.push(`${path}: deeper than ${depthMax} levels`)
    if (part.type === 'object' || 'properties' in part) {
      const properties = (part.properties ?? {}) as JsonObject
      const required = (part.required ?? []) as Json[]
      if (part.additionalProperties !== false) problems.push(`${path}: additionalProperties must be false`)
      for (const [name, inner] of Object.entries(properties)) {
        propertyCount += 1
        if (!required.includes(name)) problems.push(`${path}.${name}: must be required`)
        visit(inner, `${path}.${name}`, depth + 1)
      }
      for (const name of required)
        if (!(String(name) in properties)) problems.push(`${path}.${String(name)}: required but unknown`)
    }
    if (part.type === 'array' && !('items' in part)) problems.push(`${path}: an array must say its items`)
    if ('items' in part) visit(part.items, `${path}[]`, depth + 1)
    for (const branch of (part.anyOf ?? []) as Json[]) visit(branch, `${path}|`, depth)
    for (const [name, inner] of Object.entries((part.$defs ?? part.definitions ?? {}) as JsonObject))
      visit(inner, `${path}#${name}`, depth + 1)
  }
  visit(schema, '$', 0)
  const root = schema as JsonObject | null
  if (root?.type !== 'object' || 'anyOf' in (root ?? {})) problems.push('$: the root must be one object')
  if (propertyCount > propertyCountMax) problems.push(`$: ${propertyCount} properties, at most ${propertyCountMax}`)
  return problems
}

/** Where a value breaks a schema of the kind above. */
export function findValueProblems(value: unknown, schema: unknown, path = '$'): string[] {
  const part = schema as JsonObject
  if (part.anyOf)
    return (part.anyOf as Json[]).some((branch) => findValueProblems(value, branch, path).length === 0)
      ? []
      : [`${path}: fits no branch`]
  if (part.enum && !(part.enum as unknown[]).includes(value)) return [`${path}: not one of the allowed values`]
  if ('const' in part && part.const !== value) return [`${path}: not the constant`]
  const types = [part.type ?? []].flat()
  if (types.length > 0 && !typesOf(value).some((type) => types.includes(type))) return [`${path}: wrong type`]
  if (Array.isArray(value)) {
    if (typeof part.maxItems === 'number' && value.length > part.maxItems) return [`${path}: too many items`]
    return value.flatMap((item, index) => findValueProblems(item, part.items, `${path}[${index}]`))
  }
  if (typeof value === 'object' && value !== null && part.properties) {
    const properties = part.properties as JsonObject
    const given = value as Record<string, unknown>
    return [
      ...Object.keys(given).flatMap((name) => (name in properties ? [] : [`${path}.${name}: unknown`])),
      ...Object.entries(properties).flatMap(([name, inner]) =>
        name in given ? findValueProblems(given[name], inner, `${path}.${name}`) : [`${path}.${name}: missing`],
      ),
    ]
  }
  if (typeof value === 'number' && typeof part.minimum === 'number' && value < part.minimum)
    return [`${path}: too small`]
  if (typeof value === 'number' && typeof part.maximum === 'number' && value > part.maximum)
    return [`${path}: too great`]
  return []
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value]
}

type Way = 'responses' | 'chat'

/** The schema that was sent, wherever this way of asking puts it. */
function formatOf(way: Way, body: JsonObject): JsonObject | null {
  if (way === 'responses') return ((body.text as JsonObject | undefined)?.format ?? null) as JsonObject | null
  const format = body.response_format as JsonObject | undefined
  return format?.type === 'json_schema' ? { type: 'json_schema', ...(format.json_schema as JsonObject) } : null
}

/** What a server does not know that came into being before the newer fields. */
const newerFields = [
  'store',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'max_completion_tokens',
]

function findRequestProblem(way: Way, body: JsonObject, isOld: boolean): string | null {
  const isUnknown = (field: string) => !fieldsOf[way].has(field) || (isOld && newerFields.includes(field))
  const unknown = Object.keys(body).find(isUnknown)
  if (unknown) return `Unknown parameter: '${unknown}'.`
  if (typeof body.model !== 'string' || body.model === '') return 'You must provide a model parameter.'
  const missing = requiredOf[way].find((field) => !(field in body))
  if (missing) return `Missing required parameter: '${missing}'.`
  if (!isOld && body.store !== false) return "'store' must be false: nothing may be kept."
  if ('tools' in body || 'tool_choice' in body) return 'No tool may be offered.'
  for (const field of isOld ? [] : ['safety_identifier', 'prompt_cache_key']) {
    const value = body[field]
    if (typeof value !== 'string' || value === '') return `'${field}' is missing.`
    if (value.length > 64) return `Invalid '${field}': string too long. Expected at most 64 characters.`
    if (/[@\s]/.test(value)) return `'${field}' must not name a person.`
  }
  const format = formatOf(way, body)
  if (format?.type !== 'json_schema') return 'A json_schema format is expected.'
  if (format.strict !== true) return "'strict' must be true."
  if (typeof format.name !== 'string' || !/^[\w-]{1,64}$/.test(format.name)) return "Invalid 'name' of the schema."
  const [problem] = findSchemaProblems(format.schema)
  return problem ? `Invalid schema: ${problem}` : null
}

interface Answering {
  way: Way
  body: JsonObject
  response: ServerResponse
  number: number
}

const usage = { input: 400, output: 60 }
/** Tokens that every finished answer says it took. */
export const tokensPerAnswer = usage.input + usage.output

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
  response.end(JSON.stringify(body))
}

function sendError(response: ServerResponse, status: number, message: string, code: string | null = null): void {
  const type = status >= 500 ? 'server_error' : 'invalid_request_error'
  if (status === 429) response.setHeader('retry-after', '20')
  sendJson(response, status, { error: { message, type, param: null, code } })
}

/** A finished answer in the shape of either interface. */
function sendText({ way, body, response, number }: Answering, text: string | null, isIncomplete = false): void {
  const { model } = body
  if (way === 'chat') {
    const message = { role: 'assistant', content: text, refusal: text === null ? 'I cannot help with that.' : null }
    sendJson(response, 200, {
      id: `chatcmpl_${number}`,
      object: 'chat.completion',
      created: 1_800_000_000,
      model,
      choices: [{ index: 0, finish_reason: isIncomplete ? 'length' : 'stop', logprobs: null, message }],
      usage: { prompt_tokens: usage.input, completion_tokens: usage.output, total_tokens: tokensPerAnswer },
    })
    return
  }
  const part =
    text === null
      ? { type: 'refusal', refusal: 'I cannot help with that.' }
      : { type: 'output_text', text, annotations: [] }
  const status = isIncomplete ? 'incomplete' : 'completed'
  sendJson(response, 200, {
    id: `resp_${number}`,
    object: 'response',
    created_at: 1_800_000_000,
    model,
    status,
    error: null,
    incomplete_details: isIncomplete ? { reason: 'max_output_tokens' } : null,
    output: [{ type: 'message', id: `msg_${number}`, role: 'assistant', status, content: [part] }],
    parallel_tool_calls: false,
    tools: [],
    usage: { input_tokens: usage.input, output_tokens: usage.output, total_tokens: tokensPerAnswer },
  })
}

function play(script: Script, answering: Answering): void {
  const { response, way, body } = answering
  switch (script.kind) {
    case 'answer': {
      const problems = findValueProblems(script.json, formatOf(way, body)?.schema)
      // The real service could never give such an answer, so no test may pass on it unless it says so.
      if (problems.length > 0 && !script.isUnchecked)
        sendError(response, 400, `The script breaks the schema: ${problems[0]}`, 'script_breaks_schema')
      else sendText(answering, JSON.stringify(script.json))
      return
    }
    case 'refusal':
      sendText(answering, null)
      return
    case 'text':
      sendText(answering, script.text)
      return
    case 'cut': {
      const text = JSON.stringify(script.json)
      sendText(answering, text.slice(0, Math.floor(text.length / 2)), script.isMarked)
      return
    }
    case 'status':
      sendError(response, script.status, 'as the script says', script.code ?? null)
      return
    case 'slow': {
      const timer = setTimeout(() => sendText(answering, JSON.stringify(script.json)), script.afterMs)
      response.on('close', () => clearTimeout(timer))
      return
    }
    case 'silent':
      return
    case 'stalled':
      // Begins to answer and never ends.
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"id":')
      return
    case 'huge':
      sendText(answering, JSON.stringify({ frames: [], padding: 'x'.repeat(4_000_000) }))
      return
    case 'hangUp':
      response.destroy()
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Starts one; `script` decides by the request's body. `speaks` leaves out a way of asking, as many servers do; `oldChat` is Chat
 * Completions without the newer fields.
 */
export async function startStrictModel(
  script: (body: JsonObject) => Script,
  speaks: readonly (Way | 'oldChat')[] = ['responses', 'chat'],
): Promise<StrictModel> {
  const key = 'test-key'
  const requests: JsonObject[] = []
  const refusals: string[] = []
  const server = createServer(async (request, response) => {
    const refuse = (status: number, sentence: string) => {
      refusals.push(sentence)
      sendError(response, status, sentence)
    }
    const text = await readBody(request)
    const way = ({ '/v1/responses': 'responses', '/v1/chat/completions': 'chat' } as const)[request.url ?? '']
    const isOld = way === 'chat' && speaks.includes('oldChat')
    if (!way || !(speaks.includes(way) || isOld)) return sendError(response, 404, 'No such path.')
    if (request.method !== 'POST') return refuse(405, 'Only POST.')
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(401, 'Incorrect API key provided.')
    let body: JsonObject
    try {
      body = JSON.parse(text) as JsonObject
    } catch {
      return refuse(400, 'The body is no JSON.')
    }
    const problem = findRequestProblem(way, body, isOld)
    if (problem) return refuse(400, problem)
    requests.push(body)
    play(script(body), { way, body, response, number: requests.length })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    requests,
    refusals,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
