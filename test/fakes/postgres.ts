import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'

const run = promisify(execFile)

export interface Postgres {
  /** The cluster's own database, as its superuser. */
  url: string
  /** A fresh empty database owned by a plain user who may create roles; the address is that user's. */
  createDatabase(): Promise<string>
  /** Of the process that all others of the cluster come from. */
  pid(): number
  stop(): Promise<void>
}

/** Folder of initdb and pg_ctl, or null when PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
  const folders = [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'pg_ctl')) && existsSync(join(folder, 'initdb'))) ?? null
}

const postgresHint = 'PostgreSQL is not installed; to run these tests too: apt-get install postgresql'

/**
 * Starts a throw-away cluster on a free port of 127.0.0.1. PostgreSQL refuses to run as root, so then as user postgres.
 * @param isDurable writes through to the disk, as for real; tests do without
 */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres> {
  const binaries = findPostgres()
  if (binaries === null) throw new Error(postgresHint)
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
    chownSync(folder, id('-u'), id('-g'))
  }
  chmodSync(folder, 0o700)
  const commandOf = (program: string, args: string[]): [string, string[]] => {
    const file = join(binaries, program)
    return isRoot ? ['runuser', ['-u', 'postgres', '--', file, ...args]] : [file, args]
  }
  // As root the working directory may be one that user postgres cannot enter.
  const as = (program: string, args: string[]) => run(...commandOf(program, args), { cwd: folder })
  const data = join(folder, 'data')
  const port = await findFreePort()
  await as('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=${isDurable ? 'on' : 'off'} -c max_connections=200 -c timezone=America/New_York`
  await as('pg_ctl', ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start'])
  // Whoever ends without a word, on a signal or an error, leaves no cluster behind.
  const stopNow = ['-D', data, '-m', 'immediate', '-w', 'stop']
  const stopAtExit = () => {
    spawnSync(...commandOf('pg_ctl', stopNow), { cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stopAtExit)
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  let count = 0
  return {
    url,
    createDatabase: async () => {
      count += 1
      const name = `parley_${count}`
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`CREATE ROLE ${name} LOGIN CREATEROLE`)
      await client.query(`CREATE DATABASE ${name} OWNER ${name}`)
      await client.end()
      return `postgresql://${name}@127.0.0.1:${port}/${name}`
    },
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: async () => {
      process.off('exit', stopAtExit)
      await as('pg_ctl', stopNow)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/**
 * Tests on a cluster of their own. Left out, with a line saying how to have them, where PostgreSQL is not installed; with
 * PARLEY_TEST_ALL=1 that is a failure.
 */
export function describeOnPostgres(title: string, body: (postgres: () => Postgres) => void): void {
  if (findPostgres() === null) {
    if (process.env.PARLEY_TEST_ALL === '1')
      it(title, () => {
        throw new Error(postgresHint)
      })
    else describe.skip(`${title} (${postgresHint})`, () => it('needs PostgreSQL', () => {}))
    return
  }
  describe(title, () => {
    let running: Postgres | null = null
    beforeAll(async () => {
      running = await startPostgres()
    })
    afterAll(() => running?.stop())
    body(() => {
      if (!running) throw new Error('the cluster has not been started')
      return running
    })
  })
}
