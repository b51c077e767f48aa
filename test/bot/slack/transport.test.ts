import { afterEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/bot/message.ts'
import type { SlackAddress } from '../../../src/domain/chat.ts'
import { closedChannel, openSlackLoop, plainOf, rosaId, type SlackLoop } from './slackLoop.ts'

let open: SlackLoop | null = null
afterEach(async () => {
  await open?.close()
  open = null
})
async function start(options: Parameters<typeof openSlackLoop>[0] = {}) {
  open = await openSlackLoop(options)
  const slack = open
  const { transport } = slack.slack
  const address: SlackAddress = {
    surface: 'slack',
    workspaceId: slack.memory.team.id,
    channelId: closedChannel,
    rootId: null,
  }
  const { tenantId } = slack.loop
  return {
    slack,
    address,
    tenantId,
    transport,
    send: (key: string, message: Message) => transport.send(tenantId, address, key, message),
    update: (id: string, message: Message) => transport.update(tenantId, address, id, message),
    findSent: (key: string) => transport.findSent(tenantId, address, key),
  }
}

const short: Message = { fallbackText: 'Hello', parts: [{ kind: 'text', text: 'Hello' }], actions: [] }
/** More than one message of Slack can hold. */
const long = (word: string): Message => {
  const items = Array.from({ length: 400 }, (_, at) => ({ text: `${word} ${at} ${'x'.repeat(80)}` }))
  return { fallbackText: word, parts: [{ kind: 'list', items }], actions: [] }
}
const steps: Message = {
  fallbackText: 'Booked',
  parts: [{ kind: 'steps', steps: [{ label: 'Candidate asked', state: 'done', detail: 'on Monday' }] }],
  actions: [],
}

describe('messages in Slack', () => {
  it('carries on in further messages below the first, and changes and takes away all of them', async () => {
    const { slack, send, update } = await start()
    const { externalId } = await send('k1', long('Row'))
    const ids = externalId.split(',')
    expect(ids.length).toBeGreaterThan(1)
    expect(slack.said().map(({ ts }) => ts)).toEqual(ids)
    expect(
      slack
        .said()
        .slice(1)
        .every(({ threadTs }) => threadTs === ids[0]),
    ).toBe(true)
    const text = slack.said().map(plainOf).join('\n')
    for (const at of [0, 200, 399]) expect(text).toContain(`Row ${at} `)

    expect((await update(externalId, long('Col'))).externalId).toBe(externalId)
    expect(slack.said().map(plainOf).join('\n')).toContain('Col 399 ')
    const shorter = await update(externalId, short)
    expect(shorter.externalId).toBe(ids[0])
    expect(slack.said()).toHaveLength(1)
    const again = await update(shorter.externalId, long('Tup'))
    expect(again.externalId.split(',')).toHaveLength(ids.length)
  })

  it('sends only what is missing when the connection broke between the parts', async () => {
    const { slack, send, findSent } = await start()
    slack.server.faults.push({ method: 'chat.postMessage', fault: 'lost' })
    await expect(send('k1', long('Row'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(slack.said()).toHaveLength(1)
    expect(await findSent('k1')).toBeNull()
    const { externalId } = await send('k1', long('Row'))
    expect(slack.said().map(({ ts }) => ts)).toEqual(externalId.split(','))
    expect((await findSent('k1'))?.externalId).toBe(externalId)
    expect(await findSent('k')).toBeNull()
  })

  it('shows steps as text where the workspace takes no plan, and asks only once', async () => {
    const { slack, send } = await start()
    slack.server.faults.push({ method: 'chat.postMessage', fault: 'invalid_blocks' })
    await send('k1', steps)
    await send('k2', steps)
    const posted = slack.server.calls.filter(({ method }) => method === 'chat.postMessage')
    const withPlan = posted.filter(({ args }) => JSON.stringify(args.blocks).includes('"plan"'))
    expect([posted.length, withPlan.length]).toEqual([3, 1])
    expect(slack.said().map(plainOf)).toEqual([
      expect.stringContaining('on Monday'),
      expect.stringContaining('on Monday'),
    ])
  })

  it('says it in plain words when Slack takes no blocks at all', async () => {
    const { slack, send } = await start()
    slack.server.faults.push({ method: 'chat.postMessage', fault: 'invalid_blocks' })
    await send('k1', short)
    expect(slack.said()).toMatchObject([{ text: 'Hello', blocks: [] }])
    expect(slack.logged.some((line) => line.startsWith('slack.blocksRefused'))).toBe(true)
  })

  it('keeps two messages to one channel as far apart as Slack wants them', async () => {
    const { slack, send } = await start({ postGapMs: 60, server: { postGapMs: 55 } })
    await Promise.all(['a', 'b', 'c'].map((key) => send(key, short)))
    expect(slack.said()).toHaveLength(3)
  })

  it('leaves a long queue to the effect worker', async () => {
    const { send } = await start({ postGapMs: 4_000, sleep: async () => {} })
    const ends = await Promise.allSettled(['a', 'b', 'c', 'd'].map((key) => send(key, short)))
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
    expect(refused).toMatchObject([{ code: 'rateLimited' }, { code: 'rateLimited' }])
    expect(refused[0].retry.afterMs).toBeGreaterThan(5_000)
  })

  it.each([
    ['ratelimited', 'rateLimited', { afterMs: 17_000 }],
    ['token_revoked', 'notConfigured', 'never'],
    ['account_inactive', 'notConfigured', 'never'],
    ['missing_scope', 'notConfigured', 'never'],
    ['is_archived', 'refused', 'never'],
    ['not_in_channel', 'refused', 'never'],
    ['channel_not_found', 'refused', 'never'],
    ['internal_error', 'unavailable', 'later'],
    ['fatal_error', 'unavailable', 'later'],
    ['down', 'unavailable', 'later'],
    ['msg_too_long', 'internal', 'never'],
  ] as const)('says what "%s" means in our words', async (fault, code, retry) => {
    const { slack, send } = await start()
    slack.server.faults.push({ method: 'chat.postMessage', fault, retryAfterSeconds: 17 })
    await expect(send('k1', short)).rejects.toMatchObject({ name: 'ParleyError', code, retry })
    expect(slack.said()).toHaveLength(0)
  })

  it('says that a message is gone, and nothing else, when only that is so', async () => {
    const { update } = await start()
    await expect(update('1.000001', short)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('writes the end down when the token was taken back, tells an admin, and asks Slack no more', async () => {
    const { slack, send } = await start()
    await slack.loop.setUp()
    slack.server.tokens.set(slack.server.token, 'revoked')
    await expect(send('k1', short)).rejects.toMatchObject({ code: 'notConfigured' })
    await slack.loop.settle()
    const calls = slack.server.calls.length
    await expect(send('k1', short)).rejects.toMatchObject({ code: 'notConfigured' })
    expect(slack.server.calls.length).toBe(calls)
    const told = await slack.loop.tables((tx) =>
      tx.find('threadMessages', { where: { text: { contains: 'I can no longer read and write in Slack' } } }),
    )
    expect(told).toHaveLength(1)
  })

  it('writes into no workspace of another tenant', async () => {
    const { slack, address } = await start()
    const other = await slack.loop.store.createTenant()
    const { transport } = slack.slack
    await expect(transport.send(other, address, 'k', short)).rejects.toMatchObject({ code: 'notConfigured' })
    expect(slack.server.calls).toHaveLength(0)
  })

  it('proves a message with the address under which a person finds it', async () => {
    const { slack, send, transport, tenantId, address } = await start()
    const first = await send('k1', short)
    expect(first.url).toBe(`${slack.server.url}/archives/${closedChannel}/p${first.externalId.replace('.', '')}`)
    const reply = await transport.send(tenantId, { ...address, rootId: first.externalId }, 'k2', short)
    expect(reply.url).toContain(`?thread_ts=${first.externalId}&cid=${closedChannel}`)
  })

  it('asks the directory once an hour for the same person, also when there is nobody', async () => {
    const { slack, transport, tenantId } = await start()
    const { people } = transport
    const team = slack.memory.team.id
    const before = slack.server.calls.length
    for (let run = 0; run < 3; run += 1) {
      await people.readPerson(tenantId, team, rosaId)
      expect(await people.readPerson(tenantId, team, 'U0GONE')).toBeNull()
      expect(await people.findPerson(tenantId, 'nobody@agency.example')).toBeNull()
    }
    expect(slack.server.calls.length - before).toBe(3)
    ;(slack.loop.clock as { moveBy(ms: number): void }).moveBy(3_600_001)
    await people.readPerson(tenantId, team, rosaId)
    expect(slack.server.calls.length - before).toBe(4)
  })

  it('writes to somebody directly who does not see the channel', async () => {
    const { slack, transport, tenantId, address } = await start()
    slack.memory.addUser({ id: 'U0AWAY', name: 'Ann Away', email: null })
    await transport.people.whisper(tenantId, address, 'U0AWAY', short)
    expect(slack.memory.ephemerals).toHaveLength(0)
    expect(slack.said()).toMatchObject([{ channel: 'D-U0AWAY', text: 'Hello' }])
  })
})
