import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { plantedBugs } from './bugs.ts'
import { memoryEngine, openPgliteEngine } from './engines.ts'
import { type Engine, runSeed, type SeedResult } from './runSeed.ts'

// npm run sim -- --seeds N [--first S]   N seeds, the planted bugs, and up to 100 of the seeds on the embedded database too
// npm run sim -- --seed S                one seed with its history
// --only seeds | bugs | engines          one of the three parts
// --jobs N                               that many processes; as many as there are cores when left out

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    bug: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    /** Given by ourselves to a process that runs a part of the seeds: its last line is for us. */
    part: { type: 'boolean', default: false },
  },
})
const first = Number(values.first)
const count = Number(values.seeds)
const jobCount = Math.max(1, Number(values.jobs))
const bugSeedCount = 200
const engineSeedCount = 100
const isWanted = (part: string) => values.only === undefined || values.only === part
let passed = 0
let failed = 0

async function run(seed: number, engine: Engine, keepsHistory = false): Promise<SeedResult | { problems: string[] }> {
  try {
    return await runSeed(seed, engine, { keepsHistory })
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

async function replay(seed: number): Promise<void> {
  const result = await run(seed, memoryEngine, true)
  if ('history' in result) for (const line of result.history) console.log(line)
  for (const line of result.problems) console.log(`violated ${line}`)
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' })
  console.log(`seed ${seed}, commit ${stdout?.trim() || 'unknown'}`)
  if (result.problems.length > 0) failed += 1
  else passed += 1
}

interface Part {
  passed: number
  failed: number
  sum: Record<string, number>
  cpuSeconds: number
}

/** Runs a program of ours; each of its lines is told but the last one, which is the answer. */
function ask(args: readonly string[], env: NodeJS.ProcessEnv = {}, nodeArgs: readonly string[] = []): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...nodeArgs, import.meta.filename, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.on('close', () => {
      const lines = said.trimEnd().split('\n')
      for (const line of lines.slice(0, -1)) console.log(line)
      resolve(lines.at(-1) ?? '')
    })
  })
}

/** Slices small enough that no process is left alone with the last ones. */
async function runSeeds(): Promise<void> {
  const sliceSize = Math.max(50, Math.min(500, Math.ceil(count / jobCount / 4)))
  const firsts = Array.from({ length: Math.ceil(count / sliceSize) }, (_, index) => first + index * sliceSize)
  const total: Part = { passed: 0, failed: 0, sum: {}, cpuSeconds: 0 }
  await inParallel(firsts, async (from) => {
    const size = Math.min(sliceSize, first + count - from)
    const last = await ask(['--part', '--first', String(from), '--seeds', String(size)])
    let part: Part
    try {
      part = JSON.parse(last) as Part
    } catch {
      console.log(`seeds ${from} to ${from + size - 1}: ${last}`)
      total.failed += size
      return
    }
    total.passed += part.passed
    total.failed += part.failed
    total.cpuSeconds += part.cpuSeconds
    if (count >= 2_000) console.log(`seeds ${from} to ${from + size - 1}: ${part.passed} passed, ${part.failed} failed`)
    for (const [fact, value] of Object.entries(part.sum)) total.sum[fact] = (total.sum[fact] ?? 0) + value
  })
  passed += total.passed
  failed += total.failed
  const perSecond = (number: number) => (number / total.cpuSeconds).toFixed(1)
  const { steps = 0, faults = 0 } = total.sum
  console.log(`${count} seeds: ${JSON.stringify(total.sum)}`)
  console.log(
    `${perSecond(count)} runs, ${perSecond(steps)} steps, ${perSecond(faults)} faults per second of one core, ${jobCount} processes`,
  )
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const takeOn = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: jobCount }, takeOn))
}

async function runPart(): Promise<void> {
  const sum: Record<string, number> = {}
  const begun = process.cpuUsage()
  for (let seed = first; seed < first + count; seed++) {
    const result = await run(seed, memoryEngine)
    if ('facts' in result)
      for (const [fact, value] of Object.entries(result.facts)) sum[fact] = (sum[fact] ?? 0) + Number(value)
    if (result.problems.length > 0) {
      failed += 1
      console.log(`seed ${seed}: ${result.problems.slice(0, 3).join(' | ')}`)
    } else passed += 1
  }
  const { user, system } = process.cpuUsage(begun)
  const part: Part = { passed, failed, sum, cpuSeconds: (user + system) / 1_000_000 }
  console.log(JSON.stringify(part))
}

/** The rows a seed ends with, on both engines; a seed is one history whatever keeps its rows. */
async function compareEngines(): Promise<void> {
  const pglite = await openPgliteEngine()
  const sampled = Math.min(engineSeedCount, count)
  let sameCount = 0
  for (let seed = first; seed < first + sampled; seed++) {
    const [inMemory, inDatabase] = [await run(seed, memoryEngine), await run(seed, pglite)]
    const isSame =
      'records' in inMemory && 'records' in inDatabase && isDeepStrictEqual(inMemory.records, inDatabase.records)
    if (isSame) sameCount += 1
    else {
      failed += 1
      const tables =
        'records' in inMemory && 'records' in inDatabase
          ? Object.keys(inMemory.records).filter(
              (table) => !isDeepStrictEqual(inMemory.records[table as never], inDatabase.records[table as never]),
            )
          : [...inMemory.problems, ...inDatabase.problems]
      console.log(`seed ${seed} ends in other rows on the embedded database: ${tables.join(', ')}`)
    }
  }
  passed += sameCount
  await pglite.close()
  console.log(`${sameCount} of ${sampled} seeds end in the same rows on the embedded database`)
}

/** In this process: how many seeds it takes to notice the bug that was planted at its start. */
async function huntBug(): Promise<void> {
  for (let seed = first; seed < first + bugSeedCount; seed++) {
    const { problems } = await run(seed, memoryEngine)
    if (problems.length === 0) continue
    console.log(`${seed - first + 1}\t${problems[0]?.split('\n')[0]}`)
    return
  }
  console.log('none')
}

/** Each bug in a process of its own, into which it is planted on the way from the source files. */
async function runBugs(): Promise<void> {
  console.log('\nplanted bug                                          seeds  noticed by')
  await inParallel(plantedBugs, async ({ name }) => {
    const last = await ask(['--bug', name, '--first', String(first)], { PARLEY_SIM_BUG: name }, [
      '--import',
      new URL('./plant.ts', import.meta.url).href,
    ])
    const [seeds = '', words = ''] = last.split('\t')
    const isCaught = Number(seeds) > 0
    if (isCaught) passed += 1
    else failed += 1
    const told = isCaught ? words : `NOT CAUGHT ${last}`
    console.log(`${name.padEnd(52)} ${isCaught ? seeds.padStart(5) : '    -'}  ${told.slice(0, 110)}`)
  })
}

if (values.bug !== undefined) await huntBug()
else if (values.part) await runPart()
else {
  if (values.seed !== undefined) await replay(Number(values.seed))
  else {
    if (isWanted('seeds')) await runSeeds()
    if (isWanted('engines')) await compareEngines()
    if (isWanted('bugs')) await runBugs()
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
