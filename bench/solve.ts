import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findConflict, findRelaxations } from '../src/solver/explain.ts'
import { rankPlans } from '../src/solver/rank.ts'
import { solve } from '../src/solver/solve.ts'
import {
  type BenchInstance,
  benchPlacement,
  problemOf,
  rulesByTag,
  solutionOf,
  tagOfRule,
  warmUpInstance,
} from './benchInstance.ts'

// node bench/solve.ts INSTANCE.json [--seconds N] [--top K] [--explain] [--seed S] [--cold]
//
// Prints the solution in the format of parley-bench/1; on stderr one line of JSON with times in milliseconds from the parsed instance to
// the first valid answer and to the last. --top adds the K cheapest plans with different starts, --explain prints a minimal conflict and
// the ways out instead. As in a process that serves, zone tables are loaded and the code has run once before; --cold leaves that out.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    top: { type: 'string' },
    explain: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    cold: { type: 'boolean', default: false },
  },
})
const limitMs = Number(values.seconds) * 1000
const [file] = positionals
if (file === undefined) {
  console.error('usage: node bench/solve.ts INSTANCE.json [--seconds N] [--top K] [--explain] [--seed S] [--cold]')
  process.exit(2)
}
if (!values.cold) for (let run = 0; run < 50; run++) work(warmUpInstance(), () => {})
const instance = JSON.parse(readFileSync(file, 'utf8')) as BenchInstance
const begunAt = performance.now()
let firstMs: number | null = null
const { output, status, objective } = work(instance, () => {
  firstMs ??= performance.now() - begunAt
})
const finalMs = performance.now() - begunAt
console.log(JSON.stringify(output))
const peakMb = process.resourceUsage().maxRSS / 1024
console.error(JSON.stringify({ status, objective, firstMs: firstMs ?? finalMs, finalMs, peakMb }))

function work(given: BenchInstance, onBetter: () => void) {
  const problem = problemOf(given)
  if (values.explain) {
    const question = { rules: [...rulesByTag(given).values()] }
    const conflict = findConflict(problem, question)
    const ways = conflict === null ? [] : findRelaxations(problem, question, conflict)
    const tag = (rule: Parameters<typeof tagOfRule>[1]): string => tagOfRule(given, rule)
    return {
      output: {
        conflict: conflict?.map(tag) ?? null,
        relaxations: ways.map(({ rules, startCount }) => ({ tags: rules.map(tag), starts: startCount })),
      },
      status: conflict === null ? 'feasible' : 'infeasible',
      objective: null,
    }
  }
  const startedAt = performance.now()
  const answer = solve(problem, {
    seed: Number(values.seed),
    timeSpent: () => (performance.now() - startedAt) / limitMs,
    onBetter,
  })
  const plan = 'plan' in answer ? answer.plan : null
  const top = values.top === undefined ? {} : { top: topOf(given, Number(values.top)) }
  return { output: { ...solutionOf(given, plan), ...top }, status: answer.status, objective: plan?.objective ?? null }
}

function topOf(given: BenchInstance, count: number) {
  return rankPlans(problemOf(given), { count, isSpread: false }).map(({ plan, terms }) => ({
    objective: plan.objective,
    sessions: plan.placements.map(benchPlacement),
    terms,
  }))
}
