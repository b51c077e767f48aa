import { createHash } from 'node:crypto'
import { ParleyError } from '../../src/domain/errors.ts'
import type { Id, Ids, TenantId } from '../../src/domain/ids.ts'
import type { Store, Tx } from '../../src/store/port.ts'
import { receivedGraceMs, sweepEveryMs, workRetryCountMax } from '../../src/store/refusals.ts'
import { openRandom, type Random } from './random.ts'

// One thread, one virtual clock, two processes. Every call of a port waits here until the seed picks it; between any two
// of them a process may die, the clock may jump, and the call may be lost, applied without an answer, refused or hang.

/** Which faults this seed knows and how often, per call or per step. */
export interface Faults {
  lost: number
  answerLost: number
  rateLimited: number
  hang: number
  refused: number
  stale: number
  kill: number
  /** A process is asked to end: it takes nothing new, and has 10 seconds for what it is doing. */
  stop: number
  freeze: number
  doubleWake: number
  doubleDelivery: number
  skewMs: number
}

export const noFaults: Faults = {
  lost: 0,
  answerLost: 0,
  rateLimited: 0,
  hang: 0,
  refused: 0,
  stale: 0,
  kill: 0,
  stop: 0,
  freeze: 0,
  doubleWake: 0,
  doubleDelivery: 0,
  skewMs: 0,
}

/** A thing under way in one process: a job, a press, a submit, the passing of a minute. */
export interface Task {
  name: string
  process: number
  startedStep: number
  isKilled: boolean
  /** Safe methods must not write. */
  isReadOnly: boolean
  onKilled: () => void
}

const stepCountMax = 30_000
const stopWithinMs = 10_000

interface Process {
  isUp: boolean
  /** Asked to end: what it does goes on for a while, nothing new begins. */
  isStopping: boolean
  skewMs: number
}
interface Entry {
  at: number
  order: number
  run: () => void
}

export type Outcome<T> = { kind: 'ended'; value: T } | { kind: 'failed'; error: unknown } | { kind: 'killed' }

/** Runs when an effect or an inbound event is due; set by the scenario. */
export interface Jobs {
  effect: (task: Task, id: string) => Promise<void>
  inbound: (task: Task, id: string) => Promise<void>
}

export type World = ReturnType<typeof openWorld>

export function openWorld(options: { seed: number; startsAt: string; keepsHistory: boolean }) {
  const random: Random = openRandom(options.seed)
  const history: string[] = []
  const problems: string[] = []
  const processes: Process[] = [
    { isUp: true, isStopping: false, skewMs: 0 },
    { isUp: true, isStopping: false, skewMs: 0 },
  ]
  /** What came while no process was up. */
  const parked: (() => void)[] = []
  let downFromMs: number | null = null
  let downUntilMs = 0
  const waiting: { task: Task; go: () => void }[] = []
  const agenda: Entry[] = []
  const liveTasks = new Set<Task>()
  const liveJobs = new Map<string, number>()
  let faults: Faults = noFaults
  let nowMs = new Date(options.startsAt).getTime()
  let stepCount = 0
  let orderCount = 0
  let workCount = 0
  let faultCount = 0

  // ---- identifiers ---------------------------------------------------------------------------------------------

  let idCount = 0
  const base = String(options.seed % 100_000_000).padStart(8, '0')
  const nextNumber = () => {
    idCount += 1
    return base + String(idCount).padStart(18, '0')
  }
  const ids: Ids = {
    next: <Kind extends string>(kind: Kind) => `${kind}_${nextNumber()}` as Id<Kind>,
    secret: () => createHash('sha256').update(nextNumber()).digest('base64url'),
  }

  function note(words: string): void {
    if (options.keepsHistory) history.push(`${new Date(nowMs).toISOString().slice(5, 19)} #${stepCount} ${words}`)
  }
  function problem(invariant: string, words: string): void {
    problems.push(`${invariant}: ${words}`)
    note(`!! ${invariant}: ${words}`)
  }

  // ---- time ----------------------------------------------------------------------------------------------------

  function plan(at: number, run: () => void): void {
    orderCount += 1
    const entry = { at: Math.max(at, nowMs), order: orderCount, run }
    let low = 0
    let high = agenda.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((agenda[middle]?.at ?? 0) <= entry.at) low = middle + 1
      else high = middle
    }
    agenda.splice(low, 0, entry)
  }

  /**
   * Lets everything run that does not wait for the scheduler: a tick comes when no promise has anything left to do. What
   * takes real time, as a database does, is waited for with the event loop.
   */
  async function drain(): Promise<void> {
    await new Promise<void>((resolve) => process.nextTick(resolve))
    while (workCount > 0)
      await new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
  }

  /** Runs what is waiting and what falls due until `endsAt`. */
  async function runUntil(endsAt: number): Promise<void> {
    for (;;) {
      await drain()
      if (waiting.length === 0 && (agenda[0] === undefined || agenda[0].at > endsAt)) break
      if (stepCount > stepCountMax) throw new Error(`still not quiet after ${stepCount} steps`)
      stepCount += 1
      if (waiting.length > 0 && random.next() < faults.kill) kill(random.below(processes.length))
      if (waiting.length > 0 && random.next() < faults.stop) stop(random.below(processes.length))
      const [first] = agenda
      const isDue = first !== undefined && first.at <= nowMs
      if (waiting.length > 0 && !(isDue && random.chance(0.5))) {
        const [chosen] = waiting.splice(random.below(waiting.length), 1)
        if (!chosen) continue
        if (random.next() < faults.freeze) {
          note(`${chosen.task.name} stands still`)
          faultCount += 1
          // Nothing stands still any more when nothing breaks any more.
          plan(Math.min(nowMs + 1_000 * (1 + random.below(300)), endsAt), () => {
            if (!chosen.task.isKilled) waiting.push(chosen)
          })
        } else chosen.go()
      } else if (first && (isDue || first.at <= endsAt)) {
        agenda.shift()
        nowMs = Math.max(nowMs, first.at)
        first.run()
      }
    }
    nowMs = Math.max(nowMs, endsAt)
  }

  // ---- tasks and their waits -----------------------------------------------------------------------------------

  const never = new Promise<never>(() => {})

  function gate(task: Task): Promise<void> {
    if (task.isKilled) return never
    return new Promise((go) => {
      waiting.push({ task, go })
    })
  }

  function sleep(task: Task, delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      plan(nowMs + delayMs, () => {
        if (!task.isKilled) waiting.push({ task, go: resolve })
      })
    })
  }

  /** Begins work in a process that is up; `onEnd` hears how it ended, a death of the process included. */
  function start<T>(
    name: string,
    work: (task: Task) => Promise<T>,
    onEnd: (outcome: Outcome<T>) => void,
    isReadOnly = false,
  ): void {
    const up = processes.flatMap(({ isUp, isStopping }, index) => (isUp && !isStopping ? [index] : []))
    const process = random.pick(up)
    if (process === undefined) {
      parked.push(() => start(name, work, onEnd, isReadOnly))
      return
    }
    const task: Task = {
      name,
      process,
      startedStep: stepCount,
      isKilled: false,
      isReadOnly,
      onKilled: () => onEnd({ kind: 'killed' }),
    }
    liveTasks.add(task)
    const settle = (outcome: Outcome<T>) => {
      if (task.isKilled) return
      liveTasks.delete(task)
      onEnd(outcome)
    }
    // The last wait: the process may die after its work and before anybody hears of it.
    const run = async () => {
      const value = await work(task)
      await gate(task)
      return value
    }
    run().then(
      (value) => settle({ kind: 'ended', value }),
      (error: unknown) => settle({ kind: 'failed', error }),
    )
  }

  function kill(index: number): void {
    if (!processes[index]?.isUp) return
    note(`process ${index} dies`)
    faultCount += 1
    end(index)
  }

  /** As a supervisor does it: asks, waits ten seconds, insists. Whoever is done earlier has ended earlier. */
  function stop(index: number): void {
    const process = processes[index]
    if (!process?.isUp || process.isStopping) return
    note(`process ${index} is asked to end`)
    faultCount += 1
    process.isStopping = true
    const insistAtMs = nowMs + stopWithinMs
    const look = () => {
      if (!process.isStopping) return
      const isBusy = [...liveTasks].some((task) => task.process === index)
      if (isBusy && nowMs < insistAtMs) plan(nowMs + 500, look)
      else end(index)
    }
    look()
  }

  /** Nobody is there for a while. */
  function outage(lastsMs: number): void {
    note(`both processes are down for ${Math.round(lastsMs / 60_000)} minutes`)
    downUntilMs = Math.max(downUntilMs, nowMs + lastsMs)
    for (const index of processes.keys()) {
      if (processes[index]?.isUp) end(index)
    }
  }

  function end(index: number): void {
    const process = processes[index]
    if (!process) return
    process.isUp = false
    process.isStopping = false
    if (processes.every((p) => !p.isUp)) downFromMs ??= nowMs
    for (let at = waiting.length - 1; at >= 0; at--) if (waiting[at]?.task.process === index) waiting.splice(at, 1)
    for (const task of liveTasks)
      if (task.process === index) {
        task.isKilled = true
        liveTasks.delete(task)
        task.onKilled()
      }
    plan(Math.max(downUntilMs, nowMs + 1_000 * (1 + random.below(90))), () => revive(index))
  }

  let onStart = () => {}
  function revive(index: number): void {
    const process = processes[index]
    if (!process || process.isUp || nowMs < downUntilMs) return
    process.isUp = true
    process.skewMs = faults.skewMs === 0 ? 0 : Math.round((random.next() * 2 - 1) * faults.skewMs)
    note(`process ${index} starts, its clock off by ${Math.round(process.skewMs / 1_000)} s`)
    onStart()
    for (const go of parked.splice(0)) go()
  }

  /** Performs something outside or in the database at once, and lets `drain` wait for it where it takes real time. */
  async function perform<T>(work: () => T | Promise<T>): Promise<T> {
    workCount += 1
    try {
      return await work()
    } finally {
      workCount -= 1
    }
  }

  const noAnswer = (what: string) =>
    new ParleyError('unavailable', `${what} does not answer right now.`, { retry: 'later' })

  /** One call of a port, with what may go wrong on the way there and back. */
  async function call<T>(
    task: Task,
    what: string,
    work: () => T | Promise<T>,
    after: { doubt?: () => unknown; isStore?: boolean } = {},
  ): Promise<T> {
    await gate(task)
    const drawn = random.next()
    let edge = faults.lost
    if (drawn < edge) {
      note(`${what}: lost`)
      faultCount += 1
      throw noAnswer(what)
    }
    const doubt = after.doubt ?? (() => noAnswer(what))
    edge += faults.answerLost
    if (drawn < edge) {
      note(`${what}: done, answer lost`)
      faultCount += 1
      await perform(work)
      throw doubt()
    }
    if (after.isStore) return perform(work)
    edge += faults.rateLimited
    if (drawn < edge) {
      note(`${what}: 429`)
      faultCount += 1
      const afterMs = 1_000 * (1 + random.below(120))
      throw new ParleyError('rateLimited', `${what} asks us to wait.`, {
        retry: random.chance(0.5) ? { afterMs } : 'later',
      })
    }
    edge += faults.hang
    if (drawn < edge) {
      note(`${what}: hangs`)
      faultCount += 1
      if (random.chance(0.5)) await perform(work)
      await sleep(task, 10_000)
      throw doubt()
    }
    edge += faults.refused
    if (drawn < edge) {
      note(`${what}: refused`)
      faultCount += 1
      throw new ParleyError('refused', `${what} said no.`)
    }
    return perform(work)
  }

  // ---- wake-ups ------------------------------------------------------------------------------------------------

  let onLost = () => {}
  let jobs: Jobs = { effect: async () => {}, inbound: async () => {} }

  /** At least once, by either process; lost or repeated only by a death, a fault or a sweep. */
  function wake(kind: keyof Jobs, id: string, at: number, failureCount = 0): void {
    liveJobs.set(id, (liveJobs.get(id) ?? 0) + 1)
    const release = () => {
      const left = (liveJobs.get(id) ?? 1) - 1
      if (left > 0) liveJobs.set(id, left)
      else liveJobs.delete(id)
    }
    plan(at, () =>
      start(
        `${kind} ${id.slice(-4)}`,
        (task) => jobs[kind](task, id),
        (outcome) => {
          release()
          if (outcome.kind === 'killed') {
            // Most are handed out again when the dead worker's heartbeat is missed; the others are left to the sweep.
            if (random.chance(0.6)) wake(kind, id, nowMs + 30_000, failureCount)
            else onLost()
          } else if (outcome.kind === 'failed' && failureCount < workRetryCountMax) {
            if (!(outcome.error instanceof ParleyError)) problem('I5', `${kind} handler threw ${String(outcome.error)}`)
            wake(kind, id, nowMs + 1_000 * 2 ** failureCount, failureCount + 1)
          } else if (outcome.kind === 'failed') onLost()
        },
      ),
    )
  }

  /** The store's own sweep: what is owed or received, due, and has no wake-up of its own. */
  async function sweep(store: Store, tenantId: TenantId): Promise<void> {
    const now = new Date(nowMs)
    const due = await perform(() =>
      store.inTenant(tenantId, async (tx) => ({
        effects: await tx.find('effects', { where: { state: 'owed', nextAttemptAt: { lte: now } } }),
        inbound: await tx.find('inbound', {
          where: { state: 'received', receivedAt: { lt: new Date(nowMs - receivedGraceMs) } },
        }),
      })),
    )
    for (const { id } of due.effects) if (!liveJobs.has(id)) wake('effect', id, nowMs)
    for (const { id } of due.inbound) if (!liveJobs.has(id)) wake('inbound', id, nowMs)
  }

  return {
    random,
    ids,
    history,
    problems,
    note,
    problem,
    plan,
    start,
    call,
    gate,
    perform,
    wake,
    sweep,
    runUntil,
    sweepEveryMs,
    now: () => nowMs,
    step: () => stepCount,
    faultCount: () => faultCount,
    clockOf: (task: Task) => ({ now: () => new Date(nowMs + (processes[task.process]?.skewMs ?? 0)) }),
    clock: { now: () => new Date(nowMs) },
    faults: () => faults,
    setFaults: (next: Faults) => {
      faults = next
      for (const process of processes) process.skewMs = 0
      if (next === noFaults) downUntilMs = 0
      if (next === noFaults) for (const index of processes.keys()) revive(index)
    },
    setJobs: (next: Jobs) => {
      jobs = next
    },
    setHearers: (hearers: { onStart: () => void; onLost: () => void }) => {
      onStart = hearers.onStart
      onLost = hearers.onLost
    },
    outage,
    /** When the last process went away, if none has looked since. */
    takeDownFrom: () => {
      const from = downFromMs
      downFromMs = null
      return from
    },
    isDoubleWake: () => random.next() < faults.doubleWake,
    jumpClock: () => {
      const process = processes[random.below(processes.length)]
      if (process) process.skewMs = Math.round((random.next() * 2 - 1) * faults.skewMs)
    },
  }
}

/** The transaction as the world hears of it: wake-ups are collected until it commits, writes are watched. */
export function watchTx(
  tx: Tx,
  heard: {
    wake: (kind: keyof Jobs, id: string, at: Date) => void
    wrote: (table: string, row: Readonly<Record<string, unknown>>) => void
  },
): Tx {
  return {
    ...tx,
    insert: async (table, row) => {
      heard.wrote(table, row)
      return tx.insert(table, row)
    },
    insertMany: async (table, rows) => {
      for (const row of rows) heard.wrote(table, row)
      return tx.insertMany(table, rows)
    },
    update: async (table, id, patch, expected) => {
      heard.wrote(table, { id, ...patch })
      return tx.update(table, id, patch, expected)
    },
    remove: async (table, where) => {
      heard.wrote(table, {})
      return tx.remove(table, where)
    },
    takeHolds: async (holds) => {
      heard.wrote('holds', {})
      return tx.takeHolds(holds)
    },
    insertLink: async (link) => {
      heard.wrote('links', { ...link })
      return tx.insertLink(link)
    },
    enqueue: async (effects) => {
      heard.wrote('effects', {})
      for (const effect of effects) heard.wake('effect', effect.id, effect.nextAttemptAt)
      return tx.enqueue(effects)
    },
    wakeEffect: async (id, at) => {
      heard.wake('effect', id, at)
      return tx.wakeEffect(id, at)
    },
    receive: async (event) => {
      const isNew = await tx.receive(event)
      if (isNew) {
        heard.wrote('inbound', { ...event })
        heard.wake('inbound', event.id, event.receivedAt)
      }
      return isNew
    },
    wakeInbound: async (id, at) => {
      heard.wake('inbound', id, at)
      return tx.wakeInbound(id, at)
    },
  }
}
