import { readFile } from 'node:fs/promises'
import { runImport } from './ats/csvImport.ts'
import { addSampleData, removeSampleData } from './ats/sampleData.ts'
import { type Config, readConfig } from './config.ts'
import { examine, tellFindings } from './doctor.ts'
import type { TenantId } from './domain/ids.ts'
import { openStore } from './store/openStore.ts'
import type { Store } from './store/port.ts'
import { systemClock, systemIds } from './system.ts'
import { openTenant } from './workflow/openTenant.ts'

// The commands beside the running product: npm run parley -- COMMAND. On the embedded database Parley has to be stopped first,
// because its folder belongs to one process at a time; the pages offer the same while it runs.

const usage = `npm run parley -- import FILE.csv     adds or updates candidates, contacts or jobs
npm run parley -- sample add          adds the sample agency
npm run parley -- sample remove       removes the sample data
npm run parley -- doctor              looks at settings, database, mail and addresses, and says what to do`

type Tools = Parameters<typeof openStore>[1]
type Command = (store: Store, tenantId: TenantId, tools: Tools) => Promise<boolean>

const badRowsShown = 50

function importFile(file: string): Command {
  return async (store, tenantId, tools) => {
    const bytes = await readFile(file).catch(() => {
      throw new Error(`${file} cannot be read. Give the path of a CSV file.`)
    })
    const report = await runImport(store, tenantId, bytes, tools)
    process.stdout.write(
      `${report.kind}: ${report.addedCount} added, ${report.updatedCount} updated, ${report.unchangedCount} unchanged, ${report.bad.length} bad rows\n`,
    )
    for (const row of report.bad.slice(0, badRowsShown)) process.stdout.write(`line ${row.line}: ${row.reason}\n`)
    if (report.bad.length > badRowsShown) process.stdout.write(`... and ${report.bad.length - badRowsShown} more\n`)
    return report.bad.length === 0
  }
}

async function addSample(store: Store, tenantId: TenantId, tools: Tools): Promise<boolean> {
  const isAdded = await addSampleData(store, tenantId, tools)
  process.stdout.write(isAdded ? 'The sample agency was added.\n' : 'The sample data is there already.\n')
  return true
}

async function removeSample(store: Store, tenantId: TenantId): Promise<boolean> {
  const removal = await removeSampleData(store, tenantId)
  process.stdout.write(`The sample data was removed. ${JSON.stringify(removal)}\n`)
  return true
}

function readCommand(args: readonly string[]): Command | null {
  const [name, argument] = args
  if (name === 'import' && argument) return importFile(argument)
  if (name === 'sample' && argument === 'add') return addSample
  if (name === 'sample' && argument === 'remove') return removeSample
  return null
}

async function run(): Promise<number> {
  if (process.argv[2] === 'doctor' && process.argv.length === 3)
    return tellFindings(await examine(process.env), (line) => process.stdout.write(line))
  const command = readCommand(process.argv.slice(2))
  if (!command) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const config: Config = readConfig(process.env)
  const clock = systemClock(config.clockAheadMs)
  const tools: Tools = { clock, ids: systemIds(clock), log: () => {} }
  const store = await openStore(config, tools)
  try {
    const { tenantId } = await openTenant({ store, clock, ids: tools.ids })
    return (await command(store, tenantId, tools)) ? 0 : 1
  } finally {
    await store.close()
  }
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
