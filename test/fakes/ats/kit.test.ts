import { afterEach, beforeEach, expect, test } from 'vitest'
import { send } from './describeStandIn.ts'
import { fillWorld } from './fillWorld.ts'
import { greenhouse } from './greenhouse.ts'
import { type StandIn, startStandIn } from './kit.ts'
import { createBucketLimiter } from './limiter.ts'
import { findFieldProblems, readFields } from './shapes.ts'

let standIn: StandIn
let authorization = ''
beforeEach(async () => {
  standIn = await startStandIn(greenhouse)
  fillWorld(standIn.world, { candidateCount: 5 })
  const form = new URLSearchParams({ grant_type: 'client_credentials' })
  const headers = { authorization: `Basic ${btoa(standIn.key)}` }
  const token = await fetch(`${standIn.origin}/token`, { method: 'POST', headers, body: form })
  authorization = `Bearer ${((await token.json()) as { access_token: string }).access_token}`
})
afterEach(() => standIn.stop())

const read = (path = 'candidates') =>
  send({ method: 'GET', url: `${standIn.bases.main}/${path}`, headers: { authorization }, body: undefined })
const rowsOf = ({ text }: { text: string }) => (JSON.parse(text) as unknown[]).length

test.each([
  ['throttle', 429, /Too Many/],
  ['serverError', 500, /Internal/],
  ['html', 200, /^<!DOCTYPE html>/],
  ['emptyBody', 200, /^$/],
  ['emptyList', 200, /^\[\]$/],
  ['huge', 200, /^\["x/],
] as const)('answers 1 request as ordered (%s) and the next one well', async (kind, status, body) => {
  standIn.order({ kind })
  const answer = await read()
  expect(answer.status).toBe(status)
  expect(answer.text.slice(0, 200)).toMatch(body)
  expect(answer.text.length > 9_999_999).toBe(kind === 'huge')
  expect(rowsOf(await read())).toBe(5)
})

test('breaks off in the middle of a body, and before an answer whose work is done', async () => {
  standIn.order({ kind: 'cutBody' })
  await expect(read()).rejects.toThrow()
  standIn.order({ kind: 'lostReply', on: /^POST / })
  const body = JSON.stringify({
    candidate_id: Number(standIn.world.candidates.rows[0]!.id),
    body: 'x',
    visibility: 'public',
    note_type: 'NOTE',
  })
  const headers = { authorization, 'content-type': 'application/json' }
  await expect(send({ method: 'POST', url: `${standIn.bases.main}/notes`, headers, body })).rejects.toThrow()
  expect(standIn.world.notes.rows).toHaveLength(1)
})

test('leaves a request without an answer as long as the asker waits', async () => {
  standIn.order({ kind: 'hang' })
  const stop = new AbortController()
  const asked = fetch(`${standIn.bases.main}/candidates`, { headers: { authorization }, signal: stop.signal })
  while (standIn.log.at(-1)?.refusal !== 'ordered: hang') await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await expect(asked).rejects.toThrow()
})

test('shows 2 stale reads without what was written since the order, and then the truth', async () => {
  standIn.order({ kind: 'stale', times: 2 })
  const [gone] = standIn.world.candidates.rows
  standIn.world.addCandidate({ firstName: 'Zola' })
  standIn.world.candidates.update(standIn.world.candidates.rows[1]!.id, { firstName: 'Yara' })
  standIn.world.candidates.remove(gone!.id)
  for (let count = 0; count < 2; count++) {
    const { text } = await read()
    expect(rowsOf({ text })).toBe(5)
    expect(text).not.toMatch(/Zola|Yara/)
    expect(text).toContain(`"id":${gone!.id},`)
  }
  const { text } = await read()
  expect(text).toMatch(/Zola.*Yara/)
  expect(text).not.toContain(`"id":${gone!.id},`)
})

test('meets only the requests that an order names, and none after it is taken back', async () => {
  standIn.order({ kind: 'serverError', times: 9, on: /jobs/ })
  expect([(await read()).status, (await read('jobs')).status]).toEqual([200, 500])
  standIn.clearFaults()
  expect((await read('jobs')).status).toBe(200)
})

test('keeps what was asked and how it was answered', async () => {
  await read('users?zz=1')
  const { method, url, headers, status, refusal } = standIn.log.at(-1)!
  expect([method, url, headers.authorization, status]).toEqual([
    'GET',
    `${standIn.bases.main}/users?zz=1`,
    authorization,
    422,
  ])
  expect(refusal).toContain('zz')
})

test('lets a bucket of 20 out at once and 10 more each second', () => {
  let now = 0
  const limiter = createBucketLimiter({ now: () => new Date(now) }, 10, 20)
  const takeAll = () => {
    let count = 0
    while (limiter.take().isAllowed) count++
    return count
  }
  expect(takeAll()).toBe(20)
  now += 1000
  expect(takeAll()).toBe(10)
  now += 60_000
  expect(takeAll()).toBe(20)
})

test.each([
  [{ a: 1 }, 'a:integer(1..5)', ''],
  [{ a: 6 }, 'a:integer(1..5)', 'tooGreat a'],
  [{ a: 0 }, 'a:integer(1..5)', 'mistyped a'],
  [{ a: '1' }, 'a:integer', 'mistyped a'],
  [{}, 'a?:integer', ''],
  [{}, 'a:integer', 'missing a'],
  [{ a: null }, 'a:integer', 'mistyped a'],
  [{ a: null }, 'a:integer?', ''],
  [{ a: 1, b: 1 }, 'a:integer', 'unknown b'],
  [{ a: 1, b: 1 }, 'a:integer, *?:any', ''],
  [{ b: 1 }, 'a:integer, *?:any', 'missing a'],
  [{ a: 'y' }, 'a:enum(x|y)', ''],
  [{ a: 'z' }, 'a:enum(x|y)', 'mistyped a'],
  [{ a: [{ b: 'x' }] }, 'a:[{b:string, c?:uuid}]', ''],
  [{ a: [{ b: 'x', c: 'x' }] }, 'a:[{b:string, c?:uuid}]', 'mistyped a[0].c'],
  [{ a: [{ d: 'x' }] }, 'a:[{b:string}]', 'unknown a[0].d, missing a[0].b'],
  [{ a: '1,2,3' }, 'a:csv<integer>(..2)', 'tooGreat a'],
  [{ a: '1,x' }, 'a:csv<integer>', 'mistyped a'],
  [{ a: '2027-02-30T10:00:00Z' }, 'a:datetime', 'mistyped a'],
  [{ a: 'gte|2027-01-01' }, 'a:datefilter', ''],
  [{ a: 1_800_000_000 }, 'a:epoch_ms', 'mistyped a'],
] as const)('finds in %j against "%s": "%s"', (value, fields, problems) => {
  const found = findFieldProblems(value, readFields(fields)).map(({ kind, field }) => `${kind} ${field}`)
  expect(found.join(', ')).toBe(problems)
})
