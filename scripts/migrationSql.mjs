// Compares prisma/migrations with prisma/schema.prisma and prints the SQL that would bring a migrated database to the
// schema; with --check a difference ends it with code 2. The migrations run in an embedded database in memory. What the
// schema language cannot say is no difference: policies, exclusion and check constraints, expression and partial indexes,
// triggers, functions. A raw column is one, unless the schema names it as `Unsupported("...")`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const prismaFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'prisma')
const schemaFile = join(prismaFolder, 'schema.prisma')
const migrationsFolder = join(prismaFolder, 'migrations')

/** The adapter's own shadow database has no extensions; this one has those that Parley's migrations create. */
function openDatabase() {
  return new PrismaPGlite(new PGlite('memory://', { extensions: { btree_gist, pg_trgm } }))
}

async function startEngine(schema) {
  const wasm = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = openDatabase()
  factory.connectToShadowDb = () => openDatabase().connect()
  return engineModule.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

function readMigrations() {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    : []
  const lock = join(migrationsFolder, 'migration_lock.toml')
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : 'provider = "postgresql"\n',
    },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

const isCheck = process.argv.includes('--check')
const schema = { path: schemaFile, content: readFileSync(schemaFile, 'utf8') }
const engine = await startEngine(schema)
const difference = await engine.diff({
  from: { tag: 'migrations', ...readMigrations() },
  to: { tag: 'schemaDatamodel', files: [schema] },
  script: true,
  exitCode: true,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
})
const isDifferent = difference.exitCode === 2
if (isDifferent) console.log(difference.stdout)
if (isCheck && isDifferent) console.log('The migrations and prisma/schema.prisma disagree: the SQL above is missing.')
if (!isDifferent) console.log('-- The migrations and prisma/schema.prisma agree.')
process.exit(isCheck && isDifferent ? 2 : 0)
