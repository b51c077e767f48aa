import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request as requestHttp } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startParley } from '../test/fakes/parley.ts'
import { startPostgres } from '../test/fakes/postgres.ts'
import { startSlackServer } from '../test/fakes/slackServer.ts'
import { percentile, report, rounded } from './figures.ts'

// 200 events a second from Slack, signed, at the real process with PostgreSQL on this machine, and once in between the database
// stands still for five seconds. How long Slack waits for each answer, and whether every message is in the inbox exactly once.
// node bench/loadChat.ts [SECONDS] [SHARE]: SHARE of the events is said to Parley, the rest is what people say in channels.

const perSecond = 200
const seconds = Number(process.argv[2] ?? 60)
const addressedShare = Number(process.argv[3] ?? 0.2)
const userCount = 200
const freezeMs = 5_000
/** Slack sends again at once, after a minute and after five; here sooner, in the same order. */
const retryAfterMs = [200, 4_000, 12_000, 20_000]
const giveUpMs = 3_000
const doubledShare = 0.05

const now = () => performance.now()
const postgres = await startPostgres({ isDurable: true })
const slack = await startSlackServer()
for (let at = 0; at < userCount; at += 1) {
  slack.memory.addUser({ id: `U${at}`, name: `Person ${at}`, email: at === 0 ? 'rosa@alder-finch.example' : null })
  slack.memory.directChannel(`U${at}`)
}
slack.memory.addChannel('C0OPEN', 'channel', [])
const databaseUrl = await postgres.createDatabase()
const parley = await startParley({
  env: {
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  },
})
const agent = new Agent({ keepAlive: true, maxSockets: 512 })

interface Ack {
  status: number
  ms: number
  atMs: number
}
const acks: Ack[] = []
let gaveUpCount = 0

function post(raw: string, retry: number): Promise<number> {
  return new Promise((resolve) => {
    const startedAt = now()
    const end = (status: number) => {
      const ms = now() - startedAt
      acks.push({ status, ms, atMs: startedAt })
      resolve(status)
    }
    const sent = requestHttp(
      `${parley.guestUrl}/api/slack/events`,
      {
        agent,
        method: 'POST',
        timeout: giveUpMs,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(raw),
          ...slack.sign(raw),
          ...(retry > 0 ? { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_error' } : {}),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => end(response.statusCode ?? 0))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('Slack gives up')))
    sent.on('error', () => end(0))
    sent.end(raw)
  })
}

async function deliver(raw: string): Promise<void> {
  for (let retry = 0; ; retry += 1) {
    const status = await post(raw, retry)
    if (status === 200) return
    const pause = retryAfterMs[retry]
    if (pause === undefined) {
      gaveUpCount += 1
      return
    }
    await sleep(pause)
  }
}

const texts = ['who is Jane?', 'status', 'help', 'who is Marta?', 'what is stuck?', 'thanks!']
const eventAt = (index: number, kind: 'toParley' | 'inThread' | 'inChannel') => {
  const ts = `${1_700_000_000 + index}.${String(index).padStart(6, '0')}`
  const user = `U${index % userCount}`
  const text = texts[index % texts.length]
  const base = { type: 'message', user, text, ts }
  if (kind === 'toParley') return { ...base, channel: `D-${user}`, channel_type: 'im' }
  const inChannel = { ...base, channel: 'C0OPEN', channel_type: 'channel' }
  return kind === 'inThread' ? { ...inChannel, thread_ts: '1600000000.000100' } : inChannel
}

/** The process and its children, as they are now. */
function clusterPids(): number[] {
  const own = postgres.pid()
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(own)], { encoding: 'utf8' }).stdout
  return [own, ...children.split('\n').map(Number).filter(Boolean)]
}
async function freeze(): Promise<{ from: number; to: number }> {
  const pids = clusterPids()
  const from = now()
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  await sleep(freezeMs)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  return { from, to: now() }
}

async function run(
  count: number,
  offset: number,
  canDouble: boolean,
): Promise<{ expected: number; sentCount: number }> {
  const running: Promise<void>[] = []
  const startedAt = now()
  let expected = 0
  for (let index = 0; index < count; index += 1) {
    const dueAt = startedAt + (index * 1_000) / perSecond
    await sleep(Math.max(0, dueAt - now()))
    const isAddressed = Math.floor((index + 1) * addressedShare) > Math.floor(index * addressedShare)
    if (isAddressed) expected += 1
    const kind = isAddressed ? 'toParley' : index % 2 === 0 ? 'inThread' : 'inChannel'
    const raw = JSON.stringify(slack.envelope(eventAt(offset + index, kind)))
    running.push(deliver(raw))
    if (canDouble && index % Math.round(1 / doubledShare) === 0) running.push(deliver(raw))
  }
  await Promise.all(running)
  return { expected, sentCount: running.length }
}

/** Seconds of a processor that Parley has used. */
function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${parley.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function figuresOf(own: readonly Ack[]) {
  const ms = own.map((ack) => ack.ms)
  return {
    count: own.length,
    p50Ms: rounded(percentile(ms, 0.5)),
    p99Ms: rounded(percentile(ms, 0.99)),
    maxMs: rounded(Math.max(...ms)),
    sentAgain: own.filter(({ status }) => status !== 200).length,
  }
}

const admin = new pg.Client({ connectionString: databaseUrl.replace(/\/\/[^@]+@/, '//postgres@') })
try {
  await admin.connect()
  const rowCount = async () => {
    const { rows } = await admin.query(
      `SELECT count(*)::int AS count, count(DISTINCT external_id)::int AS names FROM inbound WHERE source = 'slack'`,
    )
    return rows[0] as { count: number; names: number }
  }
  await run(perSecond * 3, 0, false)
  const before = await rowCount()
  acks.length = 0
  const cpuBefore = cpuSeconds()
  const count = perSecond * seconds
  const frozen = sleep((seconds * 1_000) / 2).then(freeze)
  const [{ expected, sentCount }, stall] = await Promise.all([run(count, 1_000_000, true), frozen])
  const after = await rowCount()
  // What was sent while the database stood still, and until what had piled up was gone.
  const isQuiet = ({ atMs }: Ack) => atMs < stall.from - 500 || atMs > stall.to + 2_000
  report('loadChat', {
    perSecond,
    seconds,
    addressedShare,
    sentCount,
    quiet: figuresOf(acks.filter(isQuiet)),
    whileFrozen: figuresOf(acks.filter((ack) => !isQuiet(ack))),
    expected,
    stored: after.count - before.count,
    doubled: after.count - after.names,
    lost: expected - (after.names - before.names),
    gaveUpCount,
    cpuMsPerEvent: rounded(((cpuSeconds() - cpuBefore) * 1_000) / sentCount),
  })
} finally {
  await admin.end()
  agent.destroy()
  await parley.stop()
  await slack.close()
  await postgres.stop()
}
