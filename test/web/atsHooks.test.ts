import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { AtsSystem } from '../../src/ats/connector.ts'
import type { TenantId } from '../../src/domain/ids.ts'
import { createAtsHooksApp, isAtsHook } from '../../src/web/atsHooks.ts'
import { connectAts, receiveHook } from '../../src/workflow/connectAts.ts'
import { goodKey, openPaperAts } from '../fakes/paperAts.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import { addMember } from './chatSamples.ts'

interface DoorOptions {
  hooks?: AtsSystem['capabilities']['hooks']
  perMinute?: number
  bytesMax?: number
  fail?: boolean
}

/** The door with a connection behind it, as main hangs it. */
async function openDoor({ hooks = 'signed', fail = false, ...limits }: DoorOptions = {}) {
  const fixture = await openMemoryTestStore()
  const { store, clock, ids, tenantId } = fixture
  const { system, systems } = openPaperAts(fixture)
  Object.assign(system.capabilities, { hooks })
  const logged: string[] = []
  const log = (event: string, facts?: object) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`)
  const deps = { store, clock, ids, log, systems }
  const memberId = await addMember(fixture, 'Ruth Lane', ['admin'])
  const fields = { company: 'acme', apiKey: goodKey }
  const form = { system: system.id, name: 'Paper', fields, writes: 'off', scope: 'organisation' } as const
  const { connection } = await connectAts(deps, tenantId, memberId, null, form)
  const { hookSecret = '' } = systems.unseal(connection)
  const bodies: Buffer[] = []
  const app = createAtsHooksApp({
    clock,
    log,
    ...limits,
    take: async ({ tenantId: named, connectionId, ...delivery }) => {
      bodies.push(delivery.body)
      if (fail) throw new Error(`the database does not answer, and the secret is ${hookSecret}`)
      const known = (await store.listTenants()).find((id) => id === named)
      return known ? receiveHook(deps, known, connectionId, delivery) : 'unknown'
    },
  })
  const path = `/hooks/ats/${tenantId}/${connection.id}`
  const signed = { 'x-paper': hookSecret }
  const post = (body: string | Uint8Array = '{"a":1}', headers: Record<string, string> = signed, at = path) =>
    app.request(at, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers })
  const stored = () => store.inTenant(tenantId, (tx) => tx.find('inbound'))
  return { app, post, stored, path, signed, hookSecret, bodies, logged, connection, systems, system, ...fixture }
}

describe('what an ATS says has changed', () => {
  it('is stored before it is acknowledged, as a hint to look and nothing else', async () => {
    const { post, stored, connection } = await openDoor()
    const answer = await post('{"candidate":"Jane Doe"}')
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'taken' }])
    const [row] = await stored()
    expect(row).toMatchObject({
      source: `ats:${connection.id}`,
      payload: { kind: 'atsHook', connectionId: connection.id, event: 'changed' },
    })
    expect(JSON.stringify(row?.payload)).not.toContain('Jane')
  })

  it('counts once when it comes 5 times, and is acknowledged each time', async () => {
    const { post, stored } = await openDoor()
    for (let n = 0; n < 5; n++) expect((await post('{"id":7}')).status).toBe(200)
    expect((await stored()).length).toBe(1)
    await post('{"id":8}')
    expect((await stored()).length).toBe(2)
  })

  it('counts once when the 5 come at the same moment', async () => {
    const { post, stored } = await openDoor()
    const answers = await Promise.all(Array.from({ length: 5 }, () => post('{"id":7}')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await stored()).length).toBe(1)
  })

  it('is handed on byte by byte, whatever it is', async () => {
    const { post, bodies } = await openDoor()
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
    await post(bytes, { 'x-paper': 'wrong', 'content-type': 'application/json' })
    expect([...bodies[0]!]).toEqual([...bytes])
  })

  it('is unpacked where it says that it is packed', async () => {
    const { post, bodies, signed } = await openDoor()
    const answer = await post(gzipSync('{"id":9}'), { ...signed, 'content-encoding': 'gzip' })
    expect(answer.status).toBe(200)
    expect(String(bodies[0])).toBe('{"id":9}')
  })

  it('with a secret address is taken at that address only', async () => {
    const { post, path, hookSecret, stored } = await openDoor({ hooks: 'secretAddress' })
    const signed = { 'x-paper': hookSecret }
    expect((await post('{}', signed)).status).toBe(401)
    expect((await post('{}', signed, `${path}/${hookSecret.slice(1)}`)).status).toBe(401)
    expect((await post('{}', signed, `${path}/${hookSecret}x`)).status).toBe(401)
    expect(await stored()).toEqual([])
    expect((await post('{}', signed, `${path}/${hookSecret}`)).status).toBe(200)
    expect((await stored()).length).toBe(1)
  })

  it('is answered with what a vendor asks for first, and stored only when it is signed', async () => {
    const door = await openDoor()
    const { open } = door.system
    Object.assign(door.system, {
      open: (access: Parameters<typeof open>[0]) => ({
        ...open(access),
        greetHook: (headers: Record<string, string>) => (headers['x-hello'] ? { 'x-hello': headers['x-hello'] } : null),
      }),
    })
    const answer = await door.post('', { 'x-hello': 'abc' })
    expect([answer.status, answer.headers.get('x-hello')]).toEqual([200, 'abc'])
    expect(await door.stored()).toEqual([])
  })

  const refused: Readonly<
    Record<string, (door: Awaited<ReturnType<typeof openDoor>>) => [Response | Promise<Response>, number]>
  > = {
    unsigned: ({ post }) => [post('{}', {}), 401],
    'signed with an empty secret': ({ post }) => [post('{}', { 'x-paper': '' }), 401],
    'signed with another secret': ({ post, hookSecret }) => [post('{}', { 'x-paper': `${hookSecret}0` }), 401],
    'for another connection': ({ post, path, signed }) => [post('{}', signed, `${path}0`), 404],
    'for another tenant': ({ post, path, signed, tenantId }) => [
      post('{}', signed, path.replace(tenantId, 'tenant_0')),
      404,
    ],
    'for a tenant that is a path': ({ post, signed }) => [post('{}', signed, '/hooks/ats/..%2f..%2fetc/passwd'), 404],
    'for a connection with a zero in its name': ({ post, signed, tenantId }) => [
      post('{}', signed, `/hooks/ats/${tenantId}/a%00b`),
      404,
    ],
    'for nobody': ({ post, signed }) => [post('{}', signed, '/hooks/ats'), 404],
    'with more behind the secret': ({ post, signed, path }) => [post('{}', signed, `${path}/a/b`), 404],
    'of more than 2 MB': ({ post }) => [post('x'.repeat(2 * 1024 * 1024 + 1)), 413],
    'that unpacks to more than 2 MB': ({ post, signed }) => [
      post(gzipSync(Buffer.alloc(40 * 1024 * 1024)), { ...signed, 'content-encoding': 'gzip' }),
      413,
    ],
    'that says it is packed and is not': ({ post, signed }) => [
      post('{}', { ...signed, 'content-encoding': 'gzip' }),
      400,
    ],
    'packed and cut in half': ({ post, signed }) => [
      post(gzipSync('{"id":1}'.repeat(100)).subarray(0, 30), { ...signed, 'content-encoding': 'gzip' }),
      400,
    ],
    'asked for by GET': ({ app, path }) => [app.request(path), 405],
    'asked for by HEAD': ({ app, path }) => [app.request(path, { method: 'HEAD' }), 405],
    put: ({ app, path }) => [app.request(path, { method: 'PUT', body: '{}' }), 405],
  }
  it.each(Object.entries(refused))('is refused %s, and nothing is stored', async (_, ask) => {
    const door = await openDoor()
    const [answer, status] = ask(door)
    expect((await answer).status).toBe(status)
    expect(await door.stored()).toEqual([])
  })

  it('of a vendor that signs nothing of the kind is for nobody', async () => {
    const { post, connection, store, tenantId } = await openDoor()
    await store.inTenant(tenantId, (tx) => tx.remove('connections', { id: connection.id }))
    expect((await post()).status).toBe(404)
  })

  it('is stored for one tenant and seen by no other', async () => {
    const { post, stored, store } = await openDoor()
    const other: TenantId = await store.createTenant()
    await post()
    expect((await stored()).length).toBe(1)
    expect(await store.inTenant(other, (tx) => tx.find('inbound'))).toEqual([])
  })

  it('is not acknowledged when it could not be stored, and neither path nor secret are logged', async () => {
    const { post, path, hookSecret, logged } = await openDoor({ fail: true })
    const answer = await post('{}', {}, `${path}/${hookSecret}`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(logged.join()).toContain('atsHook.failed')
    expect(logged.join()).not.toContain(hookSecret)
    expect(await answer.text()).not.toContain('database')
  })

  it('is held off after 3 a minute where 3 are allowed, per connection, and taken again a minute later', async () => {
    const { post, path, clock } = await openDoor({ perMinute: 3 })
    const statuses: number[] = []
    for (let n = 0; n < 4; n++) statuses.push((await post(`{"n":${n}}`)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await post('{}', {}, `${path}9`)).status).toBe(404)
    clock.moveBy(60_000)
    expect((await post('{"n":5}')).status).toBe(200)
  })

  it('has addresses that no other door has', () => {
    expect(['/hooks/ats/a/b', '/hooks/ats/a/b/c'].every(isAtsHook)).toBe(true)
    expect(['/hooks/atsx/a', '/hooks', '/r/abc', '/inbound/mail'].some(isAtsHook)).toBe(false)
  })
})
