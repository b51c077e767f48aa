import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { admitSlackRequest, signSlackBody } from '../../../src/bot/slack/admit.ts'
import type { Answer } from '../../../src/bot/slack/bolt.ts'
import { createSlackDoor } from '../../../src/bot/slack/door.ts'
import { systemClock } from '../../../src/system.ts'
import { openSlackLoop, rosaId, type SlackLoop } from './slackLoop.ts'

const secret = 'a signing secret of the tests'
const now = new Date('2027-03-01T08:00:00Z')
const body = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'message', text: 'hello', ts: '1.2' },
})

function requestFor(raw: Uint8Array, signature?: string, timestamp = String(now.getTime() / 1_000)) {
  const own = `v0=${signSlackBody(secret, timestamp, raw).toString('hex')}`
  return { contentType: 'application/json', raw, timestamp, signature: signature ?? own } as const
}

describe('what stands before Bolt', () => {
  it('believes a signed request, with the secret of today or the one before', () => {
    const request = requestFor(Buffer.from(body))
    expect(admitSlackRequest(request, [secret], now).kind).toBe('deliver')
    expect(admitSlackRequest(request, ['the new one of them', secret], now).kind).toBe('deliver')
    expect(admitSlackRequest(request, [], now)).toMatchObject({ status: 401 })
  })

  it('believes none of 10,000 requests in which one bit was turned', () => {
    const request = requestFor(Buffer.from(body))
    let accepted = 0
    for (let run = 0; run < 10_000; run += 1) {
      const part = run % 3
      const [bytes] = [Buffer.from(part === 0 ? body : part === 1 ? request.signature : request.timestamp)]
      const at = randomBytes(4).readUInt32BE() % (bytes.length * 8)
      bytes[at >> 3]! ^= 1 << (at & 7)
      const turned =
        part === 0
          ? { ...request, raw: bytes }
          : part === 1
            ? { ...request, signature: bytes.toString('latin1') }
            : { ...request, timestamp: bytes.toString('latin1') }
      if (admitSlackRequest(turned, [secret], now).kind === 'deliver') accepted += 1
    }
    expect(accepted).toBe(0)
  })

  it.each([-301, -300, 300, 301])('takes a signature that is %s seconds off only within five minutes', (seconds) => {
    const request = requestFor(Buffer.from(body), undefined, String(now.getTime() / 1_000 + seconds))
    expect(admitSlackRequest(request, [secret], now).kind).toBe(Math.abs(seconds) <= 300 ? 'deliver' : 'answer')
  })

  it('never throws, whatever is signed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue().map((value) => JSON.stringify(value)),
          fc.string(),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom('events', 'interactions', 'commands'),
        (text, doorway) => {
          const raw = Buffer.from(
            doorway === 'interactions' ? `payload=${encodeURIComponent(text.toWellFormed())}` : text,
          )
          const contentType = doorway === 'events' ? 'application/json' : 'application/x-www-form-urlencoded'
          const admission = admitSlackRequest({ ...requestFor(raw), contentType }, [secret], now)
          expect(['deliver', 'answer']).toContain(admission.kind)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('the door', () => {
  const clock = systemClock()
  const post = (take: () => Promise<Answer | null>, withinMs = 50): Promise<Response> => {
    const door = createSlackDoor({ signingSecrets: [secret], clock, take, log: () => {}, withinMs })
    const raw = Buffer.from(body)
    const timestamp = String(Math.floor(Date.now() / 1_000))
    return door.fetch(
      new Request('http://parley.test/api/slack/events', {
        method: 'POST',
        body: raw,
        headers: {
          'Content-Type': 'application/json',
          'X-Slack-Request-Timestamp': timestamp,
          'X-Slack-Signature': `v0=${signSlackBody(secret, timestamp, raw).toString('hex')}`,
        },
      }),
    )
  }

  it('asks Slack to send again what could not be stored, or not in time', async () => {
    expect((await post(async () => ({ kind: 'taken' }))).status).toBe(200)
    expect((await post(async () => ({ kind: 'again' }))).status).toBe(503)
    expect((await post(() => new Promise(() => {}))).status).toBe(503)
    expect((await post(() => Promise.reject(new Error('the database is gone')))).status).toBe(503)
    expect((await post(async () => null)).status).toBe(400)
  })
})

describe('a door with many before it', () => {
  it('lets 500 wait and asks the others at once to come again, until one is done', async () => {
    const waiting: (() => void)[] = []
    const take = () => new Promise<Answer>((resolve) => waiting.push(() => resolve({ kind: 'taken' })))
    const door = createSlackDoor({
      signingSecrets: [secret],
      clock: systemClock(),
      take,
      log: () => {},
      withinMs: 20_000,
    })
    const timestamp = String(Math.floor(Date.now() / 1_000))
    const raw = Buffer.from(body)
    const post = () =>
      door.fetch(
        new Request('http://parley.test/api/slack/events', {
          method: 'POST',
          body: raw,
          headers: {
            'Content-Type': 'application/json',
            'X-Slack-Request-Timestamp': timestamp,
            'X-Slack-Signature': `v0=${signSlackBody(secret, timestamp, raw).toString('hex')}`,
          },
        }),
      )
    const held = Array.from({ length: 500 }, post)
    await expect.poll(() => waiting.length).toBe(500)
    expect((await post()).status).toBe(503)
    waiting.shift()?.()
    await held[0]
    const next = post()
    await expect.poll(() => waiting.length).toBe(500)
    for (const end of waiting) end()
    expect(new Set((await Promise.all([...held, next])).map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('a store that fails', () => {
  let open: SlackLoop | null = null
  afterEach(async () => {
    await open?.close()
    open = null
  })

  it('acknowledges nothing that was not stored, and stores it when it comes again', async () => {
    let isDown = true
    const received: string[] = []
    const slack = await openSlackLoop({
      onChat: async ({ eventId }) => {
        if (isDown) throw new Error('the database is gone')
        received.push(eventId)
        return true
      },
    })
    open = slack
    const event = { type: 'message', channel_type: 'im', user: rosaId, text: 'hi', ts: '5.1', channel: `D-${rosaId}` }
    expect((await slack.server.sendEvent(slack.post, event)).status).toBe(503)
    isDown = false
    expect((await slack.server.sendEvent(slack.post, event)).status).toBe(200)
    expect(received).toEqual([`T0AGENCY/D-${rosaId}/5.1`])
  })

  it('tells a presser to press again when the press was not stored in time, and takes it as done when it was', async () => {
    const answers: (() => void)[] = []
    let isStoredAtOnce = false
    const slack = await openSlackLoop({
      onPress: (_input, onStored) => {
        if (isStoredAtOnce) onStored?.()
        return new Promise((resolve) => answers.push(() => resolve({ kind: 'refused', sentence: 'Too late.' })))
      },
      readShownAction: async (_tenantId, id) => ({ id, label: 'Do it', style: 'normal' }),
    })
    open = slack
    const press = () =>
      slack.server.sendInteraction(slack.post, {
        type: 'block_actions',
        user: { id: rosaId },
        team: { id: slack.memory.team.id },
        trigger_id: slack.memory.newTrigger(rosaId),
        container: { type: 'message', channel_id: `D-${rosaId}`, message_ts: '1.2' },
        actions: [{ type: 'button', action_id: 'action_a', value: 'action_a', action_ts: '1.2' }],
      })
    expect((await press()).status).toBe(503)
    isStoredAtOnce = true
    expect((await press()).status).toBe(200)
    expect(slack.memory.ephemerals).toHaveLength(0)
    for (const answer of answers) answer()
    await expect.poll(() => slack.memory.ephemerals.map(({ text }) => text)).toEqual(['Too late.'])
  })
})
