import type { AtsSystem } from '../../src/ats/connector.ts'
import { openSystems } from '../../src/ats/openSystems.ts'
import type { Connection, WriteMode } from '../../src/domain/connection.ts'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { syncDue } from '../../src/workflow/syncAts.ts'
import { type StandIn, type StandInKind, startStandIn } from '../fakes/ats/kit.ts'
import { openLoop } from './openLoop.ts'

// The whole product with an outside ATS connected: the real connector, and its vendor's stand-in with a clock that is the loop's.

export interface ConnectedOptions {
  system: AtsSystem
  kind: StandInKind
  fields: Readonly<Record<string, string>>
  /** What is in the account before it is connected. */
  fill?: (standIn: StandIn) => void
  writes?: WriteMode
  engine?: 'memory' | 'pglite'
  /** Stands between the connector and the network. */
  around?: (real: typeof fetch, standIn: StandIn) => typeof fetch
}

export async function openConnected({
  system,
  kind,
  fields,
  fill,
  writes = 'on',
  engine = 'memory',
  around = (real) => real,
}: ConnectedOptions) {
  let now = () => new Date('2027-03-01T08:00:00Z')
  const standIn = await startStandIn(kind, { clock: { now: () => now() } })
  const clock = { now: () => now() }
  let asking = 0
  const counted =
    (real: typeof fetch): typeof fetch =>
    async (...ask) => {
      asking++
      try {
        return await real(...ask)
      } finally {
        asking--
      }
    }
  /** Time does not pass while somebody asks: several wait side by side, each until his own instant. */
  async function pause(ms: number): Promise<void> {
    const until = now().getTime() + ms
    do await new Promise((resolve) => setImmediate(resolve))
    while (asking > 0)
    loop.clock.moveBy(Math.max(0, until - now().getTime()))
  }
  const systems = openSystems({
    all: [system],
    clock,
    fetch: counted(around(fetch, standIn)),
    pause,
    sealer: openSealer('a secret of the tests, long enough for a key'),
    bases: { [system.id]: standIn.bases },
  })
  const loop = await openLoop({ systems, engine })
  now = () => loop.clock.now()
  fill?.(standIn)
  const { deps, tenantId, memberId } = loop
  const threadId = await loop.setUp()

  const connection = (): Promise<Connection> =>
    loop.tables(async (tx) => {
      const [row] = await tx.find('connections')
      if (!row) throw new Error('nothing is connected')
      return row
    })
  /** Looks at the vendor until there is nothing to read at this moment. */
  const sync = async () => {
    for (let portions = 0; await syncDue(deps, tenantId); portions += 1)
      if (portions > 500) throw new Error('the sync comes to no end')
    await loop.settle()
  }
  /** Lets time pass, then looks. */
  const syncAfter = async (minutes: number) => {
    loop.clock.moveBy(minutes * 60_000)
    await loop.settle()
    await sync()
  }
  const connect = async () => {
    const form = { system: system.id, name: system.name, fields, writes, scope: 'organisation' } as const
    const connected = await connectAts(deps, tenantId, memberId, threadId, form)
    await loop.settle()
    return connected
  }
  /** What Parley has said in the conversation, newest last. */
  const told = async (): Promise<string[]> =>
    (await loop.messagesIn(threadId)).filter(({ author }) => author === 'parley').map(({ text }) => text)
  return { ...loop, standIn, systems, threadId, connect, connection, sync, syncAfter, told }
}

export type ConnectedLoop = Awaited<ReturnType<typeof openConnected>>
