import { expect, test } from 'vitest'
import type { HookDelivery } from '../../src/ats/connector.ts'
import { applicationsOf, type ConnectorScene, candidateAt, type Opened } from './connectorScene.ts'

const address = 'https://parley.example/hooks/greenhouse/5tq9'

/** Moves a candidate, and gives what the vendor sends about it. */
function moveAndTake(one: Opened, secret: string, index: number): HookDelivery[] {
  const { world } = one.standIn
  const application = applicationsOf(one, candidateAt(one, index))[0]!
  one.advance(1000)
  world.moveApplication(application.id, world.stagesOf(application.jobId).at(-2)!.id)
  const now = one.now()
  return one.standIn.takeDeliveries().map(({ headers, body }) => ({
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body),
    ...{ secret, now },
  }))
}

/** Ten deliveries that somebody else could send, where the signature stands in a header and covers the body. */
function spoilSigned(good: HookDelivery, other: HookDelivery, header: string): HookDelivery[] {
  const signature = good.headers[header] ?? ''
  const { [header]: _taken, ...unsigned } = good.headers
  const signed = (text: string): HookDelivery => ({ ...good, headers: { ...good.headers, [header]: text } })
  const flipped = Buffer.from(good.body)
  flipped[flipped.length - 3] = (flipped.at(-3) ?? 0) ^ 1
  const last = signature.at(-1) === '0' ? '1' : '0'
  return [
    { ...good, body: flipped },
    { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) },
    { ...good, body: Buffer.alloc(0) },
    { ...good, body: other.body },
    { ...good, secret: 'another-secret' },
    { ...good, secret: '' },
    { ...good, headers: unsigned },
    signed(signature.slice(0, -1) + last),
    signed(signature.slice(0, -2)),
    signed(other.headers[header] ?? ''),
  ]
}

/** What comes in from outside is taken only when the vendor signed it. */
export function describeHooks({ hook, system }: ConnectorScene, open: (count?: number) => Promise<Opened>): void {
  const { hooks } = system.capabilities
  if (hooks === 'none' || !hook) return
  const secret = hook.secret ?? 'hook-secret-1'
  const openWithHook = async () => {
    const one = await open()
    one.standIn.world.addHook({ ...hook.row, url: address, event: hook.event, secret })
    const [good, other] = [7, 9].map((index) => moveAndTake(one, secret, index)[0])
    if (!good || !other) throw new Error('the stand-in told nothing of a move')
    return { one, check: one.connector.checkHook!, good, other }
  }

  test('takes a delivery of the vendor, and knows the same one again', async () => {
    const { check, good, other } = await openWithHook()
    const verdict = check(good)
    expect(verdict).toMatchObject({ kind: 'good', id: expect.stringMatching(/.{4}/) })
    expect(check(good)).toEqual(verdict)
    expect(check(other)).toMatchObject({ kind: 'good' })
    expect(check(other)).not.toEqual(verdict)
  })

  if (hooks === 'signed')
    test('refuses 10 deliveries that are not quite what the vendor signed', async () => {
      const { check, good, other } = await openWithHook()
      const spoiled = hook.spoil?.(good, other) ?? spoilSigned(good, other, hook.header ?? '')
      expect(spoiled).toHaveLength(10)
      expect(spoiled.map((delivery) => check(delivery).kind)).toEqual(spoiled.map(() => 'refused'))
    })

  if (hook.windowMinutes !== undefined)
    test(`refuses a delivery that was signed more than ${hook.windowMinutes} minutes ago`, async () => {
      const { check, good } = await openWithHook()
      const after = (minutes: number) => check({ ...good, now: new Date(good.now.getTime() + minutes * 60_000) }).kind
      expect(after(hook.windowMinutes! - 1)).toBe('good')
      expect(after(hook.windowMinutes! + 1)).toBe('refused')
    })

  test('asks the vendor to tell of changes, where that can be asked', async () => {
    const one = await open()
    const register = one.connector.registerHook
    if (!register) return expect(system.hookSteps.length).toBeGreaterThan(0)
    const url = hook.address?.() ?? address
    const made = await register(url, secret)
    expect(one.standIn.world.hooks.rows.map((row) => row.url.startsWith(url))).not.toContain(false)
    const deliveries = moveAndTake(one, made.secret, 7)
    expect(deliveries.length).toBeGreaterThan(0)
    for (const delivery of deliveries) expect(one.connector.checkHook!(delivery)).toMatchObject({ kind: 'good' })
  })
}
