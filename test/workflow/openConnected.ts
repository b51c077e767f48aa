import type { AtsSystem } from '../../src/ats/connector.ts'
import { openSystems } from '../../src/ats/openSystems.ts'
import type { Connection, WriteMode } from '../../src/domain/connection.ts'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { syncDue } from '../../src/workflow/syncAts.ts'
import { type StandIn, type StandInKind, startStandIn } from '../fakes/ats/kit.ts'
import { openLoop } from './openLoop.ts'

// The whole product with an outside ATS connected: the real connector, and its vendor's stand-in with a clock that is the loop's.

export interface Account {
  system: AtsSystem
  kind: StandInKind
  fields: Readonly<Record<string, string>>
  /** What is in the account before it is connected. */
  fill?: (standIn: StandIn) => void
}
export interface ConnectedOptions extends Account {
  /** A second account, of another system. */
  also?: Account
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
  also,
}: ConnectedOptions) {
  let now = () => new Date('2027-03-01T08:00:00Z')
  const standIn = await startStandIn(kind, { clock: { now: () => now() } })
  const clock = { now: () => now() }
  const other = also ? { ...also, standIn: await startStandIn(also.kind, { clock }) } : null
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
    all: [system, ...(other ? [other.system] : [])],
    clock,
    fetch: counted(around(fetch, standIn)),
    pause,
    sealer: openSealer('a secret of the tests, long enough for a key'),
    bases: { [system.id]: standIn.bases, ...(other ? { [other.system.id]: other.standIn.bases } : {}) },
  })
  const loop = await openLoop({ systems, engine })
  now = () => loop.clock.now()
  fill?.(standIn)
  other?.fill?.(other.standIn)
  const { deps, tenantId, memberId } = loop
  const threadId = await loop.setUp()

  const connections = (): Promise<Connection[]> => loop.tables((tx) => tx.find('connections'))
  const connection = async (): Promise<Connection> => {
    const row = (await connections()).find((one) => one.system === system.id)
    if (!row) throw new Error('nothing is connected')
    return row
  }
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
    const formOf = (account: Account) => {
      const { id, name } = account.system
      return { system: id, name, fields: account.fields, writes, scope: 'organisation' } as const
    }
    const connected = await connectAts(deps, tenantId, memberId, threadId, formOf({ system, kind, fields }))
    if (other) await connectAts(deps, tenantId, memberId, threadId, formOf(other))
    await loop.settle()
    return connected
  }
  /** What Parley has said in the conversation, newest last. */
  const told = async (): Promise<string[]> =>
    (await loop.messagesIn(threadId)).filter(({ author }) => author === 'parley').map(({ text }) => text)
  const stop = async () => {
    await standIn.stop()
    await other?.standIn.stop()
  }
  return {
    ...loop,
    ...{ standIn, otherStandIn: other?.standIn ?? null, systems, threadId, connect, connection, connections },
    ...{ sync, syncAfter, told, stop },
  }
}

export type ConnectedLoop = Awaited<ReturnType<typeof openConnected>>
