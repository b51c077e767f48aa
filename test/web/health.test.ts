import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ParleyError } from '../../src/domain/errors.ts'
import type { EffectId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/store/port.ts'
import { createHealthApp } from '../../src/web/health.ts'
import { openTestStore, type TestStore } from '../fakes/testStore.ts'

// What a watcher reads: alive, ready, and if not, why.

let test: TestStore
beforeAll(async () => {
  test = await openTestStore()
})
afterAll(() => test.store.close())

/** The machine's clock here is the database's own, moved by `skewMs`. */
function open(change: { store?: Store | null; skewMs?: number; isStopping?: boolean } = {}) {
  const app = createHealthApp({
    store: () => (change.store === undefined ? test.store : change.store),
    clock: test.clock,
    machineClock: { now: () => new Date(Date.now() + (change.skewMs ?? 0)) },
    isStopping: () => change.isStopping ?? false,
  })
  return async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, body: await response.json() }
  }
}
const good = { migrations: 'ok', databaseWrite: 'ok', clockSkew: 'ok', work: 'ok' }

async function oweAt(at: Date): Promise<EffectId> {
  const id = test.ids.next('effect')
  await test.store.inTenant(test.tenantId, (tx) =>
    tx.enqueue([
      {
        id,
        requestId: null,
        interviewId: null,
        key: id,
        kind: 'chatCard',
        payload: { kind: 'chatCard', requestId: test.ids.next('request'), version: 1 },
        state: 'owed',
        attempts: 0,
        nextAttemptAt: at,
        claimedAt: null,
        proof: null,
        lastError: null,
        createdAt: at,
        updatedAt: at,
      },
    ]),
  )
  return id
}

describe('health', () => {
  it('says whether a mailbox can be read, and is ready all the same', async () => {
    const app = createHealthApp({
      store: () => test.store,
      clock: test.clock,
      machineClock: { now: () => new Date() },
      isStopping: () => false,
      inboundMail: () => 'failed',
    })
    const response = await app.request('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ready: true, checks: good, state: 'running', inboundMail: 'failed' })
  })

  it('is alive and ready with a database that can be written, and leaves no row behind', async () => {
    expect(await open()('/livez')).toEqual({ status: 200, body: { live: true } })
    expect(await open()('/readyz')).toEqual({ status: 200, body: { ready: true, checks: good, state: 'running' } })
    expect(await test.store.findLinkTenant('probe')).toBeNull()
  })

  it('is alive but not ready while it starts and while it stops', async () => {
    const starting = open({ store: null })
    expect((await starting('/livez')).status).toBe(200)
    expect(await starting('/readyz')).toEqual({ status: 503, body: { ready: false, checks: null, state: 'starting' } })
    const stopping = open({ isStopping: true })
    expect((await stopping('/livez')).status).toBe(200)
    expect(await stopping('/readyz')).toEqual({ status: 503, body: { ready: false, checks: null, state: 'stopping' } })
  })

  it('is not ready with a database that refuses to write, or does not answer within 1 s', async () => {
    const refusing: Store = { ...test.store, probe: () => Promise.reject(new ParleyError('unavailable', 'Gone.')) }
    const silent: Store = { ...test.store, probe: () => new Promise(() => {}) }
    for (const store of [refusing, silent])
      expect(await open({ store })('/readyz')).toMatchObject({
        status: 503,
        body: { ready: false, checks: { ...good, databaseWrite: 'failed', clockSkew: 'failed' } },
      })
  })

  it.each([
    [119_000, 200],
    [-119_000, 200],
    [121_000, 503],
    [-121_000, 503],
  ])('with a clock %i ms from the database’s it answers %i', async (skewMs, status) => {
    expect((await open({ skewMs })('/readyz')).status).toBe(status)
  })

  it('is not ready when an effect has been due for more than 60 s; one that waits for a provider is no reason', async () => {
    const now = test.clock.now().getTime()
    await oweAt(new Date(now + 3_600_000))
    await oweAt(new Date(now - 59_000))
    expect((await open()('/readyz')).status).toBe(200)
    await oweAt(new Date(now - 61_000))
    expect(await open()('/readyz')).toMatchObject({ status: 503, body: { checks: { ...good, work: 'failed' } } })
  })
})
