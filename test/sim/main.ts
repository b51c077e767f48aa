import { spawnSync } from 'node:child_process'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { plantedBugs } from './bugs.ts'
import { memoryEngine, openPgliteEngine } from './engines.ts'
import { type Engine, runSeed, type SeedResult } from './runSeed.ts'

// npm run sim -- --seeds N [--first S]   N seeds, the planted bugs, and up to 100 of the seeds on the embedded database too
// npm run sim -- --seed S                one seed with its history
// --only seeds | bugs | engines          one of the three parts

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    bug: { type: 'string' },
  },
})
const first = Number(values.first)
const count = Number(values.seeds)
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

async function runSeeds(): Promise<void> {
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
  const rate = count / ((user + system) / 1_000_000)
  console.log(`${count} seeds: ${JSON.stringify(sum)}`)
  console.log(`${rate.toFixed(1)} runs per second of one core`)
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
function runBugs(): void {
  console.log('\nplanted bug                                          seeds  noticed by')
  for (const bug of plantedBugs) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        new URL('./plant.ts', import.meta.url).href,
        import.meta.filename,
        '--bug',
        bug.name,
        '--first',
        String(first),
      ],
      { env: { ...process.env, PARLEY_SIM_BUG: bug.name }, encoding: 'utf8' },
    )
    const [seeds = '', words = ''] = stdout.trim().split('\t')
    const isCaught = Number(seeds) > 0
    if (isCaught) passed += 1
    else failed += 1
    const told = isCaught ? words : `NOT CAUGHT ${stdout} ${stderr.slice(-400)}`
    console.log(`${bug.name.padEnd(52)} ${seeds.padStart(5)}  ${told.slice(0, 110)}`)
  }
}

if (values.bug !== undefined) await huntBug()
else {
  if (values.seed !== undefined) await replay(Number(values.seed))
  else {
    if (isWanted('seeds')) await runSeeds()
    if (isWanted('engines')) await compareEngines()
    if (isWanted('bugs')) runBugs()
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
