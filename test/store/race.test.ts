import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, it } from 'vitest'
import { personKeyOf } from '../../src/domain/party.ts'
import { openPostgresStore } from '../../src/store/prisma/openPostgres.ts'
import { describeOnPostgres } from '../fakes/postgres.ts'
import { openTestClock, openTestIds } from '../fakes/testStore.ts'
import type { RaceAnswer, RaceJob } from './raceWorker.ts'

const roundCount = Number(process.env.PARLEY_RACE_ROUNDS ?? 200)
const workerFile = fileURLToPath(new URL('raceWorker.ts', import.meta.url))

/** A process of its own with its own connections, which answers jobs one by one. */
async function startWorker(url: string) {
  const child: ChildProcess = spawn(process.execPath, [workerFile, url], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the worker ended')
    return JSON.parse(value)
  }
  await next()
  return {
    run: async (job: RaceJob): Promise<RaceAnswer> => {
      child.stdin?.write(`${JSON.stringify(job)}\n`)
      return (await next()) as RaceAnswer
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin?.end()
      await ended
    },
  }
}

/** The same sequence in every run. */
function openDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function shuffle<T>(items: readonly T[], roll: (sides: number) => number): T[] {
  const shuffled = [...items]
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = roll(i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
  }
  return shuffled
}

describeOnPostgres('two processes that approve at the same moment', (postgres) => {
  async function race(title: string, peopleOf: (roll: (sides: number) => number) => [string[], string[]]) {
    const url = await postgres().createDatabase()
    const store = await openPostgresStore({
      url,
      adminUrl: url,
      isSingleRole: false,
      clock: openTestClock(),
      ids: openTestIds(),
      log: () => {},
    })
    const tenantId = await store.createTenant()
    await store.close()
    const workers = await Promise.all([startWorker(url), startWorker(url)])
    const roll = openDice(7)
    const figures = { rounds: roundCount, winners: 0, refused: 0, rerun: 0, failed: [] as string[] }
    const oddRounds: string[] = []
    for (let round = 0; round < roundCount; round += 1) {
      const day = Date.UTC(2027, 0, 1) + round * 86_400_000
      const jobs = peopleOf(roll).map((people, which) => {
        const startsAt = day + roll(4) * 15 * 60_000
        return {
          tenantId,
          round,
          requestId: `${round}_${which}`,
          people,
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(startsAt + 60 * 60_000).toISOString(),
        }
      })
      const answers = await Promise.all(workers.map((worker, which) => worker.run(jobs[which] as RaceJob)))
      const winners = answers.filter((answer) => answer.ended === 'won').length
      if (winners !== 1) oddRounds.push(JSON.stringify({ jobs, answers }))
      for (const answer of answers) {
        if (answer.ended === 'slotTaken') figures.refused += 1
        if (answer.ended === 'failed') figures.failed.push(answer.reason ?? '')
        figures.rerun += answer.rerunCount
      }
      figures.winners += winners
    }
    await Promise.all(workers.map((worker) => worker.stop()))

    const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { username: 'postgres' }).href })
    await admin.connect()
    const doubles = await admin.query(`SELECT a.id, b.id AS other FROM holds a JOIN holds b ON a.id < b.id
      AND a.person_key = b.person_key AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`)
    const holders = await admin.query('SELECT count(DISTINCT request_id)::int AS count FROM holds')
    const deadlocks = await admin.query(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    )
    await admin.end()
    console.log(
      `${title}: ${figures.rounds} rounds, ${figures.winners} winners, ${figures.refused} refused, ` +
        `${doubles.rows.length} double bookings, ${deadlocks.rows[0].deadlocks} deadlocks, ${figures.rerun} reruns`,
    )
    expect(oddRounds).toEqual([])
    expect(figures).toEqual({ rounds: roundCount, winners: roundCount, refused: roundCount, rerun: 0, failed: [] })
    expect(doubles.rows).toEqual([])
    expect(holders.rows).toEqual([{ count: roundCount }])
    expect(deadlocks.rows).toEqual([{ deadlocks: 0 }])
  }

  it(`${roundCount} rounds of panels of 1 to 3 in shuffled order: one winner each, no double booking, no deadlock`, async () => {
    await race('panels', (roll) => {
      const shared = `member_${roll(5)}`
      const panel = () => {
        const others = shuffle(['x', 'y', 'z', 'v', 'w'], roll).slice(0, roll(3))
        return shuffle([shared, ...others.map((name) => `member_${name}`)], roll)
      }
      return [panel(), panel()]
    })
  }, 600_000)

  it(`${roundCount} rounds of an outsider wanted by two requests: one winner each`, async () => {
    await race('outsiders', (roll) => {
      const written = (address: string) => personKeyOf(null, roll(2) === 0 ? address : ` ${address.toUpperCase()} `)
      const client = 'dana@acme.example'
      return [
        shuffle([written(client), `member_${roll(2)}`], roll),
        shuffle([written(client), `member_${roll(2)}`], roll),
      ]
    })
  }, 600_000)
})
