import type { AtsConnector, RecordKind, Stream, SyncedRows } from '../ats/connector.ts'
import type { Connection, StreamPosition } from '../domain/connection.ts'
import { isParleyError, ParleyError, sentenceFor } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { findDoubtful } from './doubtGone.ts'
import { dropRecords, findMentioned, keepRecords, recordId, tableOf } from './keepRecords.ts'
import { noteChanges } from './noticeQuiet.ts'
import { tellConnection } from './tellConnection.ts'
import { watchApplications, watchRemoval } from './watchApplications.ts'

// Takes:   the time: called every few seconds.
// Reads:   connections that are due, and from each of them what changed since it was last read, a portion at a time.
// Writes:  the records, page by page, each with the place where to go on; how the connection is.
// Effects: in the connection's thread how the first sync goes, failures with what to do, and their end; in a request's thread what changed there.
// Refuses when: another process reads it, or the vendor asks to wait. A page that cannot be read is read again at the next look.

type Needs = Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'systems'>

/** Pages in one go: then it is the next connection's turn. */
const pagesPerPortion = 10
const claimMs = 120_000
/** Vendors' clocks differ from ours, and rows become visible a little after the instant they bear. */
const overlapMs = 120_000
const wholeEveryMs = 24 * 3600_000
const minuteMs = 60_000
const backoffMinutesMax = 15
/** Losing more than this share of many rows at once is not believed at first sight. */
const believableShare = 0.5
const fewRows = 20
const rowsPerLook = 2000

/** Ids that a whole reading has shown so far, by connection and stream; lost when the process ends, then it is read anew. */
const seenByReading = new Map<string, Map<RecordKind, Set<string>>>()

/** What was missing at the last whole reading and not believed, by connection and stream; lost when the process ends, then it is doubted anew. */
const missingOnce = new Map<string, ReadonlySet<string>>()

/** Reads a portion of each connection that is due. @returns whether there is more to do at once */
export async function syncDue(deps: Needs, tenantId: TenantId): Promise<boolean> {
  if (!deps.systems) return false
  const now = deps.clock.now()
  const due = await deps.store.inTenant(tenantId, (tx) =>
    tx.find('connections', { where: { nextSyncAt: { lte: now } }, orderBy: [['nextSyncAt', 'asc']] }),
  )
  let hasMore = false
  for (const connection of due) hasMore = (await syncPortion(deps, connection)) || hasMore
  return hasMore
}

interface Reading {
  deps: Needs
  connection: Connection
  connector: AtsConnector
  positions: Record<string, StreamPosition>
  changeCount: number
  pagesLeft: number
  /** Parts that refuse while others answer: told, and no reason to stop. */
  partProblems: ParleyError[]
}

async function syncPortion(deps: Needs, due: Connection): Promise<boolean> {
  const connection = await claim(deps, due)
  if (!connection || !deps.systems) return false
  const positions = { ...connection.positions }
  try {
    const connector = deps.systems.open(connection)
    await connector.learn?.()
    const reading = {
      deps,
      connection,
      connector,
      positions,
      changeCount: 0,
      pagesLeft: pagesPerPortion,
      partProblems: [],
    }
    const isDone = await readStreams(reading)
    await finish(reading, isDone)
    return !isDone
  } catch (error) {
    await fail(deps, connection, positions, error)
    return false
  }
}

/** Null when somebody else has it. */
async function claim(deps: Needs, { tenantId, id }: Connection): Promise<Connection | null> {
  try {
    return await deps.store.inTenant(tenantId, async (tx) => {
      const now = deps.clock.now()
      const row = await tx.get('connections', id)
      if (!row || row.nextSyncAt > now || (row.claimedUntil && row.claimedUntil > now)) return null
      const claimedUntil = new Date(now.getTime() + claimMs)
      return tx.update('connections', id, { claimedUntil }, { version: row.version })
    })
  } catch (error) {
    if (isParleyError(error, 'stale') || isParleyError(error, 'notFound')) return null
    throw error
  }
}

/** @returns false when the portion is used up before all is read */
async function readStreams(reading: Reading): Promise<boolean> {
  for (const stream of reading.connector.streams) {
    const position = reading.positions[stream.name] ?? unread
    if (!isDue(stream, position, reading.deps.clock.now())) continue
    if (reading.pagesLeft <= 0) return false
    try {
      if (!(await readStream(reading, stream, position))) return false
    } catch (error) {
      if (!isPartly(error)) throw error
      // The others may be well: iCIMS has three interfaces, and keys lack single permissions.
      reading.partProblems.push(error)
      reading.positions[stream.name] = { ...unread, ...reading.positions[stream.name], page: null, startedAt: null }
    }
  }
  return true
}

const unread: StreamPosition = { since: null, page: null, startedAt: null, readAt: null, wholeAt: null }

function isPartly(error: unknown): error is ParleyError {
  return error instanceof ParleyError && ['notAllowed', 'notFound', 'refused'].includes(error.code)
}

function isDue(stream: Stream, { startedAt, readAt }: StreamPosition, now: Date): boolean {
  if (startedAt !== null || readAt === null) return true
  return now.getTime() - new Date(readAt).getTime() >= stream.everyMinutes * minuteMs
}

function isWholeReading(stream: Stream, { wholeAt }: StreamPosition, startedAt: Date): boolean {
  if (stream.mode === 'whole' || wholeAt === null) return true
  return startedAt.getTime() - new Date(wholeAt).getTime() >= wholeEveryMs
}

async function readStream(reading: Reading, stream: Stream, from: StreamPosition): Promise<boolean> {
  const { deps, connection } = reading
  const readingKey = `${connection.tenantId}/${connection.id}/${stream.name}`
  const isFirst = from.wholeAt === null && stream.mode === 'changes'
  let position = from
  let seen = seenByReading.get(readingKey)
  // What was seen before the process ended is forgotten; only the very first reading has nothing to compare with.
  if (
    position.startedAt === null ||
    (!seen && !isFirst && isWholeReading(stream, position, new Date(position.startedAt)))
  )
    position = { ...position, startedAt: deps.clock.now().toISOString(), page: null }
  const startedAt = new Date(position.startedAt ?? 0)
  const isWhole = isWholeReading(stream, position, startedAt)
  if (isWhole && position.page === null) {
    seen = new Map(stream.kinds.map((kind) => [kind, new Set()]))
    seenByReading.set(readingKey, seen)
  }
  const since = isWhole || position.since === null ? null : new Date(new Date(position.since).getTime() - overlapMs)
  const asked = since === null ? null : (position.token ?? null)
  let given: string | null = null
  for (;;) {
    if (reading.pagesLeft-- <= 0) return false
    const { rows, next, token = null } = await stream.read({ since, page: position.page, token: asked })
    if (isWhole && seen) noteSeen(seen, connection.id, rows)
    position = { ...position, page: next }
    await keepPage(reading, stream.name, rows, position)
    given = token
    if (next === null) break
  }
  const isBelieved = !isWhole || !seen || (await sweep(reading, readingKey, seen, from.wholeAt !== null))
  const done = {
    // A whole reading may come from what is remembered, or from lists that lag behind: what changed since the last look is asked for once more.
    since: (isWhole && position.since) || startedAt.toISOString(),
    page: null,
    startedAt: null,
    readAt: deps.clock.now().toISOString(),
    // What is not believed is looked at once more, at the next look.
    wholeAt: isWhole && isBelieved ? startedAt.toISOString() : position.wholeAt,
    ...(given === null ? {} : { token: given }),
  }
  seenByReading.delete(readingKey)
  reading.positions[stream.name] = done
  return true
}

function noteSeen(seen: Map<RecordKind, Set<string>>, connectionId: string, rows: SyncedRows): void {
  for (const [kind, ids] of seen) {
    if (kind === 'stages') for (const { id, jobId } of rows.stages ?? []) ids.add(recordId(connectionId, jobId, id))
    else for (const { id } of rows[kind] ?? []) ids.add(recordId(connectionId, id))
  }
}

async function keepPage(
  reading: Reading,
  streamName: string,
  rows: SyncedRows,
  position: StreamPosition,
): Promise<void> {
  const { deps, connection } = reading
  const positions = { ...reading.positions, [streamName]: position }
  await deps.store.inTenant(connection.tenantId, async (tx) => {
    const now = deps.clock.now()
    const watch = await watchApplications(tx, connection, rows)
    const kept = await keepRecords(tx, connection.id, rows, now)
    let goneCount = 0
    for (const gone of rows.removed ?? [])
      goneCount += await dropRecords(tx, gone.kind, await findMentioned(tx, connection.id, gone))
    await watch.tell(tx, deps)
    reading.changeCount += kept.addedCount + kept.changedCount + goneCount
    await tx.update('connections', connection.id, {
      positions,
      claimedUntil: new Date(now.getTime() + claimMs),
      updatedAt: now,
    })
    if (connection.firstSyncedAt === null)
      await tellConnection(tx, deps, connection, () => countRecords(tx, connection))
  })
  reading.positions[streamName] = position
}

/**
 * Takes out what a whole reading did not show, unless that would be too much to believe.
 * @returns false when some of it has to be missing once more
 */
async function sweep(
  reading: Reading,
  readingKey: string,
  seen: ReadonlyMap<RecordKind, ReadonlySet<string>>,
  hasBefore: boolean,
): Promise<boolean> {
  const { deps, connection } = reading
  const goneOf = new Map<RecordKind, string[]>()
  for (const [kind, ids] of seen) {
    const { gone, knownCount } = await findGone(reading, kind, ids)
    const isTooMuch = ids.size === 0 || (knownCount >= fewRows && gone.length > knownCount * believableShare)
    if (gone.length > 0 && isTooMuch && hasBefore)
      reading.partProblems.push(doubt(reading, kind, gone.length, knownCount))
    else goneOf.set(kind, gone)
  }
  const before = missingOnce.get(readingKey) ?? new Set<string>()
  const { held, goneCount } = await deps.store.inTenant(connection.tenantId, async (tx) => {
    const held = hasBefore ? await findDoubtful(tx, connection, goneOf, before) : new Set<string>()
    let goneCount = 0
    for (const [kind, ids] of goneOf) {
      const gone = ids.filter((id) => !held.has(id))
      if (gone.length === 0) continue
      const watch = await watchRemoval(tx, connection, kind, gone)
      await dropRecords(tx, kind, gone)
      await watch.tell(tx, deps)
      goneCount += gone.length
    }
    return { held, goneCount }
  })
  reading.changeCount += goneCount
  if (held.size > 0) missingOnce.set(readingKey, held)
  else missingOnce.delete(readingKey)
  return held.size === 0
}

/** Rows are looked at some thousands at a time: there may be a hundred thousand of them. */
async function findGone({ deps, connection }: Reading, kind: RecordKind, seen: ReadonlySet<string>) {
  const table = tableOf[kind]
  const where = { connectionId: connection.id } as never
  const gone: string[] = []
  let knownCount = 0
  for (let offset = 0; ; offset += rowsPerLook) {
    const rows = await deps.store.inTenant(connection.tenantId, (tx) =>
      tx.find(table, { where, limit: rowsPerLook, offset }),
    )
    // What Parley wrote itself, as a note perhaps, is looked after by the drift check.
    const theirs = rows.filter((row) => !('externalKey' in row) || row.externalKey === row.id)
    for (const { id } of theirs) if (!seen.has(id)) gone.push(id)
    knownCount += theirs.length
    if (rows.length < rowsPerLook) return { gone, knownCount }
  }
}

function doubt({ connection }: Reading, kind: RecordKind, goneCount: number, knownCount: number): ParleyError {
  return new ParleyError(
    'refused',
    `${connection.name} suddenly shows ${knownCount - goneCount} of ${knownCount} ${kind}. Parley does not believe that and keeps what it has. ` +
      'If they were really removed there, remove this connection and add it again.',
  )
}

async function countRecords(tx: Tx, { id }: Connection): Promise<Record<string, number>> {
  const kinds = Object.entries(tableOf)
  const counts = await Promise.all(kinds.map(([, table]) => tx.count(table, { connectionId: id } as never)))
  return Object.fromEntries(kinds.map(([kind], at) => [kind, counts[at] ?? 0]))
}

async function finish(reading: Reading, isDone: boolean): Promise<void> {
  const { deps, connection, positions, changeCount } = reading
  await deps.store.inTenant(connection.tenantId, async (tx) => {
    const now = deps.clock.now()
    const row = await tx.get('connections', connection.id)
    if (!row) return
    const [problem] = reading.partProblems
    const system = deps.systems?.find(connection.system)
    const pauseMs = (system?.everyMinutes ?? 2) * minuteMs
    const counts = isDone && (changeCount > 0 || row.firstSyncedAt === null) ? await countRecords(tx, row) : row.counts
    const next = {
      positions,
      counts,
      claimedUntil: null,
      failureCount: 0,
      nextSyncAt: isDone ? new Date(now.getTime() + pauseMs) : now,
      updatedAt: now,
      ...noteChanges(row, changeCount, now),
      ...(isDone
        ? {
            state: problem ? ('failing' as const) : ('connected' as const),
            problem: problem
              ? { code: problem.code, sentence: problem.message, since: sinceOf(row, problem, now) }
              : null,
            firstSyncedAt: row.firstSyncedAt ?? now,
            lastSyncedAt: now,
          }
        : {}),
    }
    const stored = await tx.update('connections', row.id, next)
    if (isDone) await tellConnection(tx, deps, stored, async () => counts)
  })
}

function sinceOf(row: Connection, problem: ParleyError, now: Date): string {
  return row.problem?.sentence === problem.message ? row.problem.since : now.toISOString()
}

async function fail(
  deps: Needs,
  connection: Connection,
  positions: Readonly<Record<string, StreamPosition>>,
  error: unknown,
): Promise<void> {
  const code = error instanceof ParleyError ? error.code : 'internal'
  if (!(error instanceof ParleyError)) deps.log('sync.failed', { connection: connection.id, error: String(error) })
  await deps.store.inTenant(connection.tenantId, async (tx) => {
    const now = deps.clock.now()
    const row = await tx.get('connections', connection.id)
    if (!row) return
    const isWait = code === 'rateLimited'
    const failureCount = isWait ? row.failureCount : row.failureCount + 1
    const isRevoked = code === 'notConfigured'
    // A failure in passing is nobody's business; the first sync has somebody waiting for it.
    const isTold = isRevoked || (!isWait && failureCount >= (row.firstSyncedAt === null ? 2 : 3))
    const stored = await tx.update('connections', row.id, {
      positions,
      claimedUntil: null,
      failureCount,
      nextSyncAt: new Date(now.getTime() + waitMs(error, failureCount, isRevoked)),
      updatedAt: now,
      ...(isTold
        ? {
            state: isRevoked ? ('revoked' as const) : ('failing' as const),
            problem: {
              code,
              sentence: sentenceFor(error),
              since: row.problem?.code === code ? row.problem.since : now.toISOString(),
            },
          }
        : {}),
    })
    if (isTold) await tellConnection(tx, deps, stored, async () => stored.counts)
  })
}

function waitMs(error: unknown, failureCount: number, isRevoked: boolean): number {
  if (error instanceof ParleyError && typeof error.retry === 'object') return error.retry.afterMs
  if (isRevoked) return backoffMinutesMax * minuteMs
  return Math.min(2 ** (failureCount - 1), backoffMinutesMax) * minuteMs
}
