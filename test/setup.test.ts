import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// The set-up of a fresh clone, with an npm of our own in the place of the real one: it does what `npm ci` does to the
// folder, writes down each call, and fails while a file says so.

const script = join(import.meta.dirname, '../scripts/setup.mjs')
const standInNpm = `
const fs = require('node:fs')
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
fs.rmSync('node_modules', { recursive: true, force: true })
if (fs.existsSync('npm-fails')) {
  console.error('registry says no')
  process.exit(1)
}
setTimeout(() => fs.mkdirSync('node_modules/some-package', { recursive: true }), 300)
`

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'parley-clone-'))
  mkdirSync(join(clone, 'scripts'))
  copyFileSync(script, join(clone, 'scripts/setup.mjs'))
  writeFileSync(join(clone, 'package-lock.json'), '{"lockfileVersion":3}')
  writeFileSync(join(clone, 'npm-cli.js'), standInNpm)
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

async function setUp(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['scripts/setup.mjs'], {
    cwd: clone,
    env: { ...process.env, npm_execpath: join(clone, 'npm-cli.js'), npm_node_execpath: process.execPath },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...said }
}

const calls = () => readFileSync(join(clone, 'npm-calls'), 'utf8').split('\n').filter(Boolean)
const silent = { code: 0, stdout: '', stderr: '' }
const announced = { code: 0, stdout: 'Setting up, about a minute, once\n', stderr: '' }

describe('setting up a fresh clone', () => {
  it('installs the pinned packages once, says so in one line, and is silent ever after', async () => {
    expect(await setUp()).toEqual(announced)
    expect(existsSync(join(clone, 'node_modules/some-package'))).toBe(true)
    expect(await setUp()).toEqual(silent)
    expect(await setUp()).toEqual(silent)
    expect(calls()).toHaveLength(1)
    expect(calls()[0]).toMatch(/^ci --include=dev --include=optional /)
  })

  it('installs again when the lock file changed or the packages were removed', async () => {
    await setUp()
    writeFileSync(join(clone, 'package-lock.json'), '{"lockfileVersion":3,"name":"changed"}')
    expect(await setUp()).toEqual(announced)
    rmSync(join(clone, 'node_modules'), { recursive: true })
    expect(await setUp()).toEqual(announced)
    expect(calls()).toHaveLength(3)
  })

  it('ends with code 1 and npm’s own reason when the installation fails, and tries again at the next start', async () => {
    writeFileSync(join(clone, 'npm-fails'), '')
    expect(await setUp()).toEqual({
      code: 1,
      stdout: announced.stdout,
      stderr: "registry says no\nParley could not install its packages: npm's reason is above.\n",
    })
    rmSync(join(clone, 'npm-fails'))
    expect(await setUp()).toEqual(announced)
    expect(await setUp()).toEqual(silent)
  })

  it('installs once when 3 commands start at the same time: the others wait and say so', async () => {
    const runs = await Promise.all([setUp(), setUp(), setUp()])
    expect(runs.map((run) => [run.code, run.stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    expect(calls()).toHaveLength(1)
    expect(runs.filter((run) => run.stdout === announced.stdout)).toHaveLength(1)
    for (const { stdout } of runs)
      expect([announced.stdout, 'Another command is setting Parley up, waiting for it\n', '']).toContain(stdout)
  })
})
