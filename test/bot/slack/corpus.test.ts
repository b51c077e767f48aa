import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSlackLoop, rosaId, type SlackLoop } from './slackLoop.ts'

// Bodies that came, might come or should never come. One line of test/corpus/slack/cases.jsonl each, with its outcome.

interface Case {
  name: string
  door: string
  body?: unknown
  raw?: string
  rawHex?: string
  /** A piece, so many times. */
  rawRepeat?: [string, number]
  /** The text of the event: a piece, so many times. */
  textRepeat?: [string, number]
  form?: Record<string, string>
  contentType?: string
  method?: string
  sign?: 'missing' | 'empty' | 'wrong' | 'otherBody' | 'noTimestamp' | 'wordTimestamp' | 'twice' | 'capitals'
  skewSeconds?: number
  /** Sent a second time, with Slack's headers of a retry. */
  retry?: boolean
  status: number
  /** How many rows of the inbox come of it. */
  rows: number
  reply?: string
  replyHas?: string
  /** Whether the workspace is no longer connected after it. */
  ends?: boolean
}

const cases = readFileSync(new URL('../../corpus/slack/cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case)

let slack: SlackLoop
beforeAll(async () => {
  slack = await openSlackLoop()
  await slack.loop.setUp()
})
afterAll(() => slack.close())

function bodyOf(given: Case): Uint8Array {
  if (given.rawHex !== undefined) return Buffer.from(given.rawHex, 'hex')
  if (given.rawRepeat) return Buffer.from(given.rawRepeat[0].repeat(given.rawRepeat[1]))
  if (given.raw !== undefined) return Buffer.from(given.raw)
  if (given.form) return Buffer.from(new URLSearchParams(given.form).toString())
  const body = structuredClone(given.body) as { event?: { text?: string } }
  if (given.textRepeat && body.event) body.event.text = given.textRepeat[0].repeat(given.textRepeat[1])
  return Buffer.from(JSON.stringify(body))
}

function headersOf(given: Case, raw: Uint8Array): [string, string][] {
  const seconds = String(Math.floor(Date.now() / 1_000) + (given.skewSeconds ?? 0))
  const secret = given.sign === 'wrong' ? 'another secret of the tests' : slack.server.signingSecret
  const signed = given.sign === 'otherBody' ? Buffer.from('{}') : raw
  const code = createHmac('sha256', secret).update(`v0:${seconds}:`).update(signed).digest('hex')
  const signature = `v0=${given.sign === 'capitals' ? code.toUpperCase() : code}`
  const form = given.form !== undefined || given.door === 'interactions' || given.door === 'commands'
  const contentType =
    given.contentType ?? (form ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8')
  return [
    ...(contentType === '' ? [] : ([['Content-Type', contentType]] as [string, string][])),
    ...(given.sign === 'noTimestamp'
      ? []
      : ([['X-Slack-Request-Timestamp', given.sign === 'wordTimestamp' ? 'now' : seconds]] as [string, string][])),
    ...(given.sign === 'missing'
      ? []
      : ([['X-Slack-Signature', given.sign === 'empty' ? '' : signature]] as [string, string][])),
    ...(given.sign === 'twice' ? ([['X-Slack-Signature', signature]] as [string, string][]) : []),
  ]
}

function send(given: Case, extra: [string, string][] = []): Promise<Response> {
  const raw = bodyOf(given)
  const method = given.method ?? 'POST'
  const headers = new Headers()
  for (const [name, value] of [...headersOf(given, raw), ...extra]) headers.append(name, value)
  const body = method === 'POST' ? { body: new Blob([raw as Uint8Array<ArrayBuffer>]) } : {}
  return slack.post(new Request(`http://parley.test/api/slack/${given.door}`, { method, headers, ...body }))
}

const countRows = () => slack.loop.tables((tx) => tx.count('inbound', { source: 'slack' }))
const readState = () =>
  slack.loop.tables(async (tx) => (await tx.find('chatWorkspaces', { where: { surface: 'slack' } }))[0]?.state)

describe(`the ${cases.length} bodies of the Slack corpus`, () => {
  it('are at least 60, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  it.each(cases)('$name: $status', async (given) => {
    await slack.loop.tables(async (tx) => {
      await tx.remove('inbound', { source: 'slack' })
      const [workspace] = await tx.find('chatWorkspaces', { where: { surface: 'slack' } })
      if (workspace && workspace.state !== 'connected')
        await tx.update('chatWorkspaces', workspace.id, { state: 'connected' })
    })
    slack.slack.workspaces.forget(slack.memory.team.id)
    const response = await send(given)
    expect(response.status).toBe(given.status)
    if (given.retry)
      expect(
        (
          await send(given, [
            ['X-Slack-Retry-Num', '1'],
            ['X-Slack-Retry-Reason', 'http_timeout'],
          ])
        ).status,
      ).toBe(200)
    const text = await response.text()
    if (given.reply !== undefined) expect(text).toBe(given.reply)
    if (given.replyHas !== undefined) expect(text).toContain(given.replyHas)
    expect(await countRows()).toBe(given.rows)
    expect(await readState()).toBe(given.ends ? 'revoked' : 'connected')
    await slack.loop.settle()
  })

  it('leave Parley able to answer', async () => {
    await slack.write(rosaId, `D-${rosaId}`, 'who is Marta?')
    expect(slack.last().text).toContain('Marta')
  })

  it('told an admin in the web chat that the connection has ended', async () => {
    const told = await slack.loop.tables((tx) =>
      tx.find('threadMessages', { where: { text: { contains: 'I can no longer read and write in Slack' } } }),
    )
    expect(told.length).toBe(cases.filter(({ ends }) => ends).length)
  })
})
