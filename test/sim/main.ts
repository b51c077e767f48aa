import { parseArgs } from 'node:util'
import { memoryEngine } from './engines.ts'
import { runSeed } from './runSeed.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
})
if (values.seed !== undefined) {
  const result = await runSeed(Number(values.seed), memoryEngine, { keepsHistory: true })
  for (const line of result.history) console.log(line)
  for (const line of result.problems) console.log(`violated ${line}`)
  console.log(JSON.stringify(result.facts))
} else {
  const t = performance.now()
  const count = Number(values.seeds)
  let bad = 0
  const sum: Record<string, number> = {}
  for (let seed = Number(values.first); seed < Number(values.first) + count; seed++) {
    const r = await runSeed(seed, memoryEngine).catch((e) => ({ problems: [String(e.stack)], facts: {} }))
    for (const [k, v] of Object.entries(r.facts)) sum[k] = (sum[k] ?? 0) + Number(v)
    if (r.problems.length > 0) {
      bad++
      console.log(seed, r.problems.slice(0, 3).join(' | '))
    }
  }
  console.log(`${(count / (process.cpuUsage().user / 1e6)).toFixed(1)} runs/s`, JSON.stringify(sum))
  console.log(`${count - bad} passed, ${bad} failed`)
}
