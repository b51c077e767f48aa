import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyMigrations } from '../../src/store/prisma/migrate.ts'

describe('migrations', () => {
  let folder: string
  let database: PGlite
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-migrations-'))
    database = await PGlite.create()
  })
  afterEach(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  const apply = () =>
    applyMigrations(
      {
        query: async <Row>(sql: string, values?: unknown[]) => database.query<Row>(sql, values),
        exec: (script) => database.exec(script),
      },
      folder,
    )
  const readBook = async () =>
    (
      await database.query<Record<string, unknown>>(
        `SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS done, logs, rolled_back_at
         FROM _prisma_migrations ORDER BY migration_name`,
      )
    ).rows

  it('are applied once, in the order of their names, and booked as Prisma books them', async () => {
    const second = 'INSERT INTO a VALUES (1);'
    write('20270102000000_b', second)
    write('20270101000000_a', 'CREATE TABLE a (id int);')
    expect(await apply()).toEqual(['20270101000000_a', '20270102000000_b'])
    expect(await apply()).toEqual([])
    write('20270103000000_c', 'INSERT INTO a VALUES (2);')
    expect(await apply()).toEqual(['20270103000000_c'])
    expect((await database.query('SELECT id FROM a ORDER BY id')).rows).toEqual([{ id: 1 }, { id: 2 }])
    expect((await readBook())[1]).toEqual({
      migration_name: '20270102000000_b',
      checksum: createHash('sha256').update(second).digest('hex'),
      applied_steps_count: 1,
      done: true,
      logs: null,
      rolled_back_at: null,
    })
  })

  it('leave nothing of a broken one behind but its reason, and stop the next start', async () => {
    write('20270101000000_a', 'CREATE TABLE a (id int); CREATE TABLE a (id int);')
    await expect(apply()).rejects.toThrow('already exists')
    expect((await database.query(`SELECT to_regclass('a') AS a`)).rows).toEqual([{ a: null }])
    expect(await readBook()).toMatchObject([{ done: false, logs: expect.stringContaining('already exists') }])
    await expect(apply()).rejects.toMatchObject({
      code: 'notConfigured',
      message: expect.stringContaining('failed earlier'),
    })
    await database.exec('UPDATE _prisma_migrations SET rolled_back_at = now()')
    write('20270101000000_a', 'CREATE TABLE a (id int);')
    expect(await apply()).toEqual(['20270101000000_a'])
  })

  it('stop the start when one was changed after it had been applied', async () => {
    write('20270101000000_a', 'CREATE TABLE a (id int);')
    await apply()
    write('20270101000000_a', 'CREATE TABLE a (id bigint);')
    await expect(apply()).rejects.toMatchObject({
      code: 'notConfigured',
      message: expect.stringContaining('was changed'),
    })
  })

  it('stop an older version on a database that a newer one has brought up', async () => {
    write('20270101000000_a', 'CREATE TABLE a (id int);')
    await apply()
    rmSync(join(folder, '20270101000000_a'), { recursive: true })
    await expect(apply()).rejects.toMatchObject({
      code: 'notConfigured',
      message: expect.stringContaining('newer Parley'),
    })
  })
})

describe('the migrations of Parley', () => {
  it('agree with prisma/schema.prisma', async () => {
    const script = fileURLToPath(new URL('../../scripts/migrationSql.mjs', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--check'])
    expect(stdout.trim()).toBe('-- The migrations and prisma/schema.prisma agree.')
    // A process of its own that loads the schema engine: 3 s on a quiet machine.
  }, 120_000)
})
