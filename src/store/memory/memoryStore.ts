import { overlaps } from '../../domain/availability.ts'
import type { Clock } from '../../domain/clock.ts'
import type { EffectId, Ids, InboundId, TenantId } from '../../domain/ids.ts'
import type { Hold } from '../../domain/proposal.ts'
import type { Handlers, NewRow, Query, Store, TableName, Tables, Tx, Where } from '../port.ts'
import {
  duplicateRow,
  missingRow,
  receivedGraceMs,
  slotTaken,
  staleRow,
  sweepEveryMs,
  workRetryCountMax,
} from '../refusals.ts'
import { assertOutsideTx, runTx } from '../runTx.ts'
import {
  assertChangeable,
  assertHoldLasts,
  globalUniqueKeys,
  isVersioned,
  ownUniqueKeys,
  storablePatch,
  storableRow,
  storableValue,
  tableNames,
  uniqueKeys,
} from '../tables.ts'
import { compareRows, isSameAs, readWhere } from './matchRow.ts'

/** Runs `task` after `delayMs` of the clock's time; the returned function calls it off. */
export type Schedule = (delayMs: number, task: () => void) => () => void

type Row = Readonly<Record<string, unknown>>
type Wake = { kind: 'effect' | 'inbound'; tenantId: TenantId; id: string; at: Date; failureCount: number }

const scheduleByTimer: Schedule = (delayMs, task) => {
  const timer = setTimeout(task, Math.min(delayMs, 2_147_483_647))
  timer.unref()
  return () => clearTimeout(timer)
}

/**
 * A store in memory that refuses what the real one refuses. One transaction runs at a time. For the simulation and for tests
 * of what stands on a store; `schedule` makes its wake-ups follow a simulated clock.
 */
export function openMemoryStore(options: { clock: Clock; ids: Ids; schedule?: Schedule }): Store {
  const { clock, ids, schedule = scheduleByTimer } = options
  const tablesByTenant = new Map<TenantId, Record<TableName, Map<string, Row>>>()
  const tenants: TenantId[] = []
  const linkIndex = new Map<string, TenantId>()
  const chatIndex = new Map<string, TenantId>()
  const waiting = new Set<Wake>()
  let work: Work | null = null
  let turn: Promise<unknown> = Promise.resolve()

  function tablesOf(tenantId: TenantId): Record<TableName, Map<string, Row>> {
    const known = tablesByTenant.get(tenantId)
    if (known) return known
    const made = Object.fromEntries(tableNames.map((name) => [name, new Map<string, Row>()])) as Record<
      TableName,
      Map<string, Row>
    >
    tablesByTenant.set(tenantId, made)
    return made
  }

  function openTx(tenantId: TenantId, undo: (() => void)[], wakes: Wake[]): Tx {
    const tables = tablesOf(tenantId)
    // Rows are frozen and never changed, only replaced: everybody may hold the same ones.
    const shown = <T extends TableName>(row: Row) => row as unknown as Tables[T]

    function matching(table: TableName, where: object | undefined): Row[] {
      const isWanted = readWhere(table, where)
      const rows: Row[] = []
      for (const row of tables[table].values()) if (isWanted(row)) rows.push(row)
      return rows
    }

    function put(table: TableName, row: Row): void {
      const id = row.id as string
      const before = tables[table].get(id)
      assertAllowed(table, row, before)
      tables[table].set(id, freezeDeep(row))
      undo.push(() => {
        if (before) tables[table].set(id, before)
        else tables[table].delete(id)
      })
    }

    function drop(table: TableName, row: Row): void {
      const id = row.id as string
      tables[table].delete(id)
      undo.push(() => tables[table].set(id, row))
    }

    /** Only what is new can collide. */
    function assertAllowed(table: TableName, row: Row, before: Row | undefined): void {
      const isNew = (field: string) => row[field] !== before?.[field]
      for (const key of uniqueKeys[table] ?? []) {
        if (!key.some(isNew) || key.some((field) => row[field] === null)) continue
        for (const other of tables[table].values())
          if (other.id !== row.id && key.every((field) => other[field] === row[field])) throw duplicateRow(table)
      }
      for (const key of row.connectionId === null ? (ownUniqueKeys[table] ?? []) : []) {
        if (!key.some(isNew) && !isNew('connectionId')) continue
        for (const other of tables[table].values())
          if (other.id !== row.id && other.connectionId === null && key.every((field) => other[field] === row[field]))
            throw duplicateRow(table)
      }
      const global = globalUniqueKeys[table]
      if (global && isNew(global))
        for (const [otherTenantId, others] of tablesByTenant)
          for (const other of others[table].values())
            if (other[global] === row[global] && (other.id !== row.id || otherTenantId !== tenantId))
              throw duplicateRow(table)
      if (table === 'holds') assertFree(row as unknown as Hold)
    }

    function assertFree(hold: Hold): void {
      assertHoldLasts(hold)
      if (hold.state === 'released') return
      const others = [...tables.holds.values()] as unknown as Hold[]
      const isTaken = others.some(
        (other) =>
          other.id !== hold.id &&
          other.state !== 'released' &&
          other.personKey === hold.personKey &&
          overlaps(other, hold),
      )
      if (isTaken) throw slotTaken(hold.personKey)
    }

    function add<T extends TableName>(table: T, row: NewRow<T>): Row {
      const kept = storableRow(table, tenantId, row) as unknown as Row
      if (table === 'holds') assertHoldLasts(kept as unknown as Hold)
      if (tables[table].has(kept.id as string)) throw duplicateRow(table)
      put(table, kept)
      return kept
    }

    const tx: Tx = {
      tenantId,
      get: async <T extends TableName>(table: T, id: string) => {
        const row = tables[table].get(id)
        return row ? shown<T>(row) : null
      },
      find: async <T extends TableName>(table: T, query: Query<Tables[T]> = {}) => {
        const { where, orderBy = [], offset = 0, limit } = query
        return matching(table, where)
          .sort((a, b) => compareRows(a, b, orderBy))
          .slice(offset, limit === undefined ? undefined : offset + limit)
          .map((row) => shown<T>(row))
      },
      count: async (table, where) => matching(table, where).length,
      insert: async <T extends TableName>(table: T, row: NewRow<T>) => shown<T>(add(table, row)),
      insertMany: async (table, rows) => {
        for (const row of rows) add(table, row)
      },
      keepMany: async <T extends TableName>(table: T, rows: readonly NewRow<T>[], kept: readonly string[] = []) => {
        assertChangeable(table)
        const added: string[] = []
        const changed: string[] = []
        for (const row of rows) {
          const before = tables[table].get(row.id)
          if (!before) {
            added.push(add(table, row).id as string)
            continue
          }
          const given = storableRow(table, tenantId, row) as unknown as Row
          const next: Record<string, unknown> = { ...given, createdAt: before.createdAt }
          for (const field of kept) next[field] ??= before[field]
          const isSame = Object.keys(next).every(
            (field) => field === 'updatedAt' || isSameAs(next[field])(before[field]),
          )
          if (isSame) continue
          put(table, next)
          changed.push(row.id)
        }
        return { added, changed }
      },
      update: async <T extends TableName>(table: T, id: string, patch: object, expected: object = {}) => {
        const kept = storablePatch(table, patch)
        const row = tables[table].get(id)
        if (!row) throw missingRow(table)
        for (const [field, value] of Object.entries(expected))
          if (value !== undefined && !isSameAs(value === null ? null : storableValue(table, field, value))(row[field]))
            throw staleRow(table)
        const next = { ...row, ...kept, ...(isVersioned(table) ? { version: Number(row.version) + 1 } : {}) }
        put(table, next)
        return shown<T>(next)
      },
      remove: async <T extends TableName>(table: T, where: Where<Tables[T]>) => {
        assertChangeable(table)
        const gone = matching(table, where)
        for (const row of gone) {
          drop(table, row)
          if (table === 'links') {
            linkIndex.delete(String(row.hash))
            undo.push(() => linkIndex.set(String(row.hash), tenantId))
          }
        }
        return gone.length
      },
      takeHolds: async (holds) => {
        const sorted = [...holds].sort((a, b) => (a.personKey < b.personKey ? -1 : a.personKey > b.personKey ? 1 : 0))
        for (const hold of sorted) add('holds', hold)
      },
      insertLink: async (link) => {
        const { hash } = add('links', link) as unknown as Tables['links']
        linkIndex.set(hash, tenantId)
        undo.push(() => linkIndex.delete(hash))
      },
      insertChatWorkspace: async (workspace) => {
        const key = `${workspace.surface}/${workspace.externalId}`
        if (chatIndex.has(key)) throw duplicateRow('chatInstallations')
        add('chatWorkspaces', workspace)
        chatIndex.set(key, tenantId)
        undo.push(() => chatIndex.delete(key))
      },
      enqueue: async (effects) => {
        for (const effect of effects) {
          add('effects', { ...effect, state: 'owed' })
          wakes.push({ kind: 'effect', tenantId, id: effect.id, at: effect.nextAttemptAt, failureCount: 0 })
        }
      },
      wakeEffect: async (id, at) => {
        wakes.push({ kind: 'effect', tenantId, id, at, failureCount: 0 })
      },
      receive: async (event, wakeAt) => {
        const { source, externalId } = event
        if (matching('inbound', { source, externalId }).length > 0) return false
        const { receivedAt } = add('inbound', event) as unknown as Tables['inbound']
        wakes.push({ kind: 'inbound', tenantId, id: event.id, at: wakeAt ?? receivedAt, failureCount: 0 })
        return true
      },
      wakeInbound: async (id, at) => {
        wakes.push({ kind: 'inbound', tenantId, id, at, failureCount: 0 })
      },
    }
    return tx
  }

  async function inTenant<T>(tenantId: TenantId, run: (tx: Tx) => Promise<T>): Promise<T> {
    assertOutsideTx()
    const mine = turn.then(async () => {
      const undo: (() => void)[] = []
      const wakes: Wake[] = []
      try {
        const result = await runTx(openTx(tenantId, undo, wakes), run)
        for (const wake of wakes) plan(wake)
        return result
      } catch (error) {
        for (const step of undo.reverse()) step()
        throw error
      }
    })
    turn = mine.catch(() => {})
    return mine
  }

  function plan(wake: Wake): void {
    waiting.add(wake)
    work?.plan(wake)
  }

  function isOwed(wake: Wake): boolean {
    return (
      [...waiting].some((other) => other.kind === wake.kind && other.id === wake.id) || (work?.isBusy(wake) ?? false)
    )
  }

  /** Wakes what is due and has no wake-up waiting: it lost its own, for example with a crashed worker. */
  function sweep(): void {
    const now = clock.now()
    const rowsOf = (table: TableName) => [...tablesByTenant.values()].flatMap((tables) => [...tables[table].values()])
    for (const row of rowsOf('effects')) {
      const effect = row as unknown as Tables['effects']
      const wake: Wake = { kind: 'effect', tenantId: effect.tenantId, id: effect.id, at: now, failureCount: 0 }
      if (effect.state === 'owed' && effect.nextAttemptAt <= now && !isOwed(wake)) plan(wake)
    }
    for (const row of rowsOf('inbound')) {
      const inbound = row as unknown as Tables['inbound']
      const wake: Wake = { kind: 'inbound', tenantId: inbound.tenantId, id: inbound.id, at: now, failureCount: 0 }
      const isOld = now.getTime() - inbound.receivedAt.getTime() > receivedGraceMs
      if (inbound.state === 'received' && isOld && !isOwed(wake)) plan(wake)
    }
  }

  return {
    inTenant,
    listTenants: async () => {
      assertOutsideTx()
      return [...tenants]
    },
    createTenant: async () => {
      assertOutsideTx()
      const id = ids.next('tenant')
      tenants.push(id)
      return id
    },
    firstTenant: async () => {
      assertOutsideTx()
      const id = tenants[0] ?? ids.next('tenant')
      if (tenants.length === 0) tenants.push(id)
      return id
    },
    findLinkTenant: async (hash) => {
      assertOutsideTx()
      return linkIndex.get(hash) ?? null
    },
    findChatTenant: async (surface, workspaceId) => {
      assertOutsideTx()
      return chatIndex.get(`${surface}/${workspaceId}`) ?? null
    },
    startWork: async (handlers) => {
      if (work) throw new Error('the store is already handing out work')
      const started = beginWork({ handlers, clock, schedule, waiting, sweep })
      work = started
      for (const wake of waiting) started.plan(wake)
      started.start()
      return async () => {
        if (work === started) work = null
        await started.stop()
      }
    },
    describe: async () => ({ engine: 'memory', role: 'none', isPrivileged: false, zone: 'UTC' }),
    probe: async () => clock.now(),
    close: async () => {
      await work?.stop()
      work = null
    },
  }
}

/** Whoever changes what it has read finds out at once; the database would not have heard of it. */
function freezeDeep<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  for (const key of Object.keys(value)) freezeDeep((value as Record<string, unknown>)[key])
  return Object.freeze(value)
}

interface Work {
  start(): void
  plan(wake: Wake): void
  isBusy(wake: Wake): boolean
  stop(): Promise<void>
}

/** Calls the handlers when wake-ups are due, one at a time per row. */
function beginWork(options: {
  handlers: Handlers
  clock: Clock
  schedule: Schedule
  waiting: Set<Wake>
  sweep: () => void
}): Work {
  const { handlers, clock, schedule, waiting, sweep } = options
  const rowRuns = new Map<string, Promise<void>>()
  const planned = new Map<Wake, () => void>()
  let isStopped = false
  let stopSweeping = () => {}
  const keyOf = (wake: Wake) => `${wake.kind}\0${wake.tenantId}\0${wake.id}`

  function plan(wake: Wake): void {
    if (isStopped) return
    const delayMs = Math.max(0, wake.at.getTime() - clock.now().getTime())
    planned.set(
      wake,
      schedule(delayMs, () => begin(wake)),
    )
  }

  function begin(wake: Wake): void {
    planned.delete(wake)
    if (isStopped) return
    waiting.delete(wake)
    const key = keyOf(wake)
    const run = (rowRuns.get(key) ?? Promise.resolve())
      .then(() => handle(wake))
      .finally(() => {
        if (rowRuns.get(key) === run) rowRuns.delete(key)
      })
    rowRuns.set(key, run)
  }

  async function handle(wake: Wake): Promise<void> {
    try {
      if (wake.kind === 'effect') await handlers.effect(wake.tenantId, wake.id as EffectId)
      else await handlers.inbound(wake.tenantId, wake.id as InboundId)
    } catch {
      // What keeps failing is left to the sweep, which finds it by its row.
      if (wake.failureCount >= workRetryCountMax) return
      const at = new Date(clock.now().getTime() + 1_000 * 2 ** wake.failureCount)
      const again: Wake = { ...wake, at, failureCount: wake.failureCount + 1 }
      waiting.add(again)
      plan(again)
    }
  }

  function sweepRegularly(): void {
    if (isStopped) return
    sweep()
    stopSweeping = schedule(sweepEveryMs, sweepRegularly)
  }

  return {
    start: sweepRegularly,
    plan,
    isBusy: (wake) => rowRuns.has(keyOf(wake)),
    stop: async () => {
      isStopped = true
      stopSweeping()
      for (const cancel of planned.values()) cancel()
      planned.clear()
      await Promise.all(rowRuns.values())
    },
  }
}
