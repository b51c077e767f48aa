import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { solve } from '../src/solver/solve.ts'
import { type BenchInstance, problemOf, solutionOf } from './benchInstance.ts'

// node bench/solve.ts INSTANCE.json [--seconds N] [--top K] [--explain]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, top: { type: 'string' }, explain: { type: 'boolean' } },
})
const instance = JSON.parse(readFileSync(positionals[0] ?? '', 'utf8')) as BenchInstance
const begunAt = performance.now()
const limitMs = Number(values.seconds) * 1000
let firstMs: number | null = null
const answer = solve(problemOf(instance), {
  timeSpent: () => (performance.now() - begunAt) / limitMs,
  onBetter: () => {
    firstMs ??= performance.now() - begunAt
  },
})
const finalMs = performance.now() - begunAt
const plan = 'plan' in answer ? answer.plan : null
console.log(JSON.stringify(solutionOf(instance, plan)))
const peakMb = process.resourceUsage().maxRSS / 1024
console.error(JSON.stringify({ status: answer.status, objective: plan?.objective ?? null, firstMs, finalMs, peakMb }))
