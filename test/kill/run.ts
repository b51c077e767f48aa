import { parseArgs } from 'node:util'
import { groupOf } from './drawn.ts'
import { openKillRuns, type RunReport } from './killRuns.ts'

// npm run kill -- --runs N [--first S] [--engine pglite|postgres] [--ask]: the last line says how many runs passed and failed.
// With --ask the process is not killed but asked to end.

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'pglite' },
    group: { type: 'string' },
    ask: { type: 'boolean', default: false },
  },
})
const runCount = Number(values.runs)
const first = Number(values.first)
if (
  !Number.isInteger(runCount) ||
  runCount < 1 ||
  !Number.isInteger(first) ||
  !['pglite', 'postgres'].includes(values.engine)
) {
  process.stderr.write(
    'npm run kill -- --runs N [--first S] [--engine pglite|postgres] [--group "before ack"] [--ask]\n',
  )
  process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const isBad = ({ lost, doubled, trouble }: RunReport) => lost.length + doubled.length > 0 || trouble !== null
const say = (line: string) => process.stdout.write(`${line}\n`)

const runs = await openKillRuns(values.engine as 'pglite' | 'postgres', say, values.ask ? 'SIGTERM' : 'SIGKILL')
const reports: RunReport[] = []
let unreachedCount = 0
try {
  for (let seed = first; reports.length < runCount && unreachedCount < runCount + 20; seed += 1) {
    const report = await runs.run(seed, values.group)
    const { drawn, lost, doubled, trouble, asked, acknowledgedCount, tookMs } = report
    const verdict = !report.isKilled && !isBad(report) ? 'not reached' : isBad(report) ? 'FAILED' : 'passed'
    if (verdict === 'not reached') unreachedCount += 1
    else reports.push(report)
    const details = { acknowledged: acknowledgedCount, asked, lost, doubled, trouble, tookMs: Math.round(tookMs) }
    say(`seed ${seed} ${verdict}: ${drawn.step} number ${drawn.number} ${JSON.stringify(details)}`)
  }
} finally {
  await runs.stop()
}

say('')
say('step                                             runs')
const steps = Map.groupBy(reports, ({ drawn }) => groupOf(drawn.step))
for (const [group, own] of [...steps].sort())
  say(`${group.padEnd(48)} ${String(own.length).padStart(3)} ${'#'.repeat(own.length)}`)
const sum = (count: (report: RunReport) => number) => reports.reduce((total, report) => total + count(report), 0)
say('')
say(
  `${sum((r) => r.acknowledgedCount)} commands acknowledged, ${sum((r) => r.lost.length)} things lost, ${sum((r) => r.doubled.length)} things doubled, ` +
    `${sum((r) => r.asked.length)} mails asked about, ${unreachedCount} draws not reached and drawn anew`,
)
const failedCount = reports.filter(isBad).length
say(`${reports.length - failedCount} passed, ${failedCount} failed`)
process.exitCode = failedCount > 0 || reports.length < runCount ? 1 : 0
