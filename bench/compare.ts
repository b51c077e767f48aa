import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median, rounded } from './figures.ts'

// node bench/compare.ts FOLDER [--sets main,repair,explain] [--sizes S,M,L,XL] [--each N] [--seconds N]
//
// Solves the instances of a folder in the format of parley-bench/1 (public/main, public/repair, public/explain), each in a process of its
// own, has every answer judged by the folder's own tools/check.mjs and compares it with public/results.json. An answer fails that the
// checker refuses, that is priced otherwise, or that is dearer than a proven optimum. Ends with "N passed, N failed".

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: 'main,repair,explain' },
    sizes: { type: 'string', default: 'S,M,L,XL' },
    each: { type: 'string' },
    seconds: { type: 'string', default: '60' },
  },
})
const [folder] = positionals
if (folder === undefined) {
  console.error(
    'usage: node bench/compare.ts FOLDER [--sets main,repair,explain] [--sizes S,M,L,XL] [--each N] [--seconds N]',
  )
  process.exit(2)
}

interface Reference {
  id: string
  cpsat?: { objective: number }
  best?: { objective: number }
}

const references = new Map<string, number>()
const results = JSON.parse(readFileSync(join(folder, 'public', 'results.json'), 'utf8')) as Record<string, Reference[]>
for (const list of Object.values(results))
  for (const { id, cpsat, best } of list) {
    const objective = best?.objective ?? cpsat?.objective
    if (objective !== undefined) references.set(id, objective)
  }

const work = mkdtempSync(join(tmpdir(), 'parley-compare-'))
const solver = join(import.meta.dirname, 'solve.ts')
const checker = join(folder, 'tools', 'check.mjs')
let passed = 0
let failed = 0

for (const set of values.sets.split(','))
  for (const size of values.sizes.split(',')) {
    const place = join(folder, 'public', set)
    if (!existsSync(place)) continue
    const files = readdirSync(place)
      .filter((name) => name.startsWith(`${size}-`) && name.endsWith('.json'))
      .slice(0, values.each === undefined ? undefined : Number(values.each))
    const rows = files.map((name) => solveOne(set, join(place, name), name.replace('.json', '')))
    if (rows.length === 0) continue
    for (const row of rows) {
      console.log(row.line)
      if (row.isGood) passed += 1
      else failed += 1
    }
    const [firsts, finals] = [rows.map((row) => row.firstMs), rows.map((row) => row.finalMs)]
    console.log(
      `${set} ${size}: ${rows.filter((row) => row.isGood).length} of ${rows.length} good; first ${summary(firsts)}, final ${summary(finals)}, peak ${Math.round(Math.max(...rows.map((row) => row.peakMb)))} MB\n`,
    )
  }
rmSync(work, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function summary(times: readonly number[]): string {
  return `median ${rounded(median(times))} ms, worst ${rounded(Math.max(...times))} ms`
}

function solveOne(set: string, file: string, id: string) {
  const asks = set === 'explain' ? ['--explain'] : ['--seconds', values.seconds]
  const run = spawnSync(process.execPath, [solver, file, ...asks], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const said = run.stderr.trim().split('\n').at(-1) ?? ''
  if (run.status !== 0) return rowOf(id, { status: said, firstMs: 0, finalMs: 0, peakMb: 0 }, false, 'did not run')
  const told = JSON.parse(said) as Told
  if (set === 'explain') {
    const { conflict } = JSON.parse(run.stdout) as { conflict: string[] | null }
    return rowOf(id, told, conflict !== null && conflict.length > 0, conflict?.join(' ') ?? 'no conflict')
  }
  const answer = join(work, `${id}.json`)
  writeFileSync(answer, run.stdout)
  const check = spawnSync(process.execPath, [checker, file, answer], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const judged = JSON.parse(check.stdout) as { feasible: boolean; objective: number | null; violations: unknown[] }
  const reference = references.get(id)
  const isProven = told.status === 'optimal'
  const isGood =
    judged.feasible &&
    judged.objective === told.objective &&
    (reference === undefined || !isProven || (judged.objective ?? Infinity) <= reference)
  const share = reference ? ` (${(((judged.objective ?? Infinity) / reference - 1) * 100).toFixed(1)} %)` : ''
  return rowOf(id, told, isGood, `${judged.objective ?? 'refused'} reference ${reference ?? 'none'}${share}`)
}

interface Told {
  status: string
  objective?: number | null
  firstMs: number
  finalMs: number
  peakMb: number
}

function rowOf(id: string, told: Told, isGood: boolean, words: string) {
  const times = `first ${rounded(told.firstMs)} ms, final ${rounded(told.finalMs)} ms`
  return {
    ...told,
    isGood,
    line: `${isGood ? 'ok  ' : 'FAIL'} ${id.padEnd(9)} ${told.status.padEnd(10)} ${words}, ${times}`,
  }
}
