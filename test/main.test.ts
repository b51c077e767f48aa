import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRequest, setUpDesk, waitForPage } from '../bench/agencyLoop.ts'
import { openVisitor } from '../bench/visitor.ts'

// The process as a person meets it in a terminal: what it prints, how it ends, what is kept.

const root = join(import.meta.dirname, '..')
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG']
const neutral = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))

interface Run {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** The address of the line that says so; rejects when the process ends before. */
  ready: Promise<string>
  ended: Promise<number | null>
}

/** Ended after each test, whatever became of it. */
const running = new Set<ChildProcess>()
let folder: string
let otherFolder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-main-'))
  otherFolder = mkdtempSync(join(tmpdir(), 'parley-main-'))
})
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})
afterAll(() => {
  for (const path of [folder, otherFolder]) rmSync(path, { recursive: true, force: true })
})

function run(env: Readonly<Record<string, string>>, args: readonly string[] = []): Run {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { ...neutral, PORT: '0', PARLEY_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { stdout: '', stderr: '' }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  child.stdout?.setEncoding('utf8')
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: string) => {
      said.stdout += text
      const address = /^Parley is ready: (\S+)$/m.exec(said.stdout)?.[1]
      if (address) resolve(address)
    })
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${said.stderr}`)))
  })
  ready.catch(() => {})
  return { child, ready, ended, stdout: () => said.stdout, stderr: () => said.stderr }
}

/** What a refused start leaves in the terminal. */
async function refusalOf(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const refused = run(env, args)
  const code = await refused.ended
  return { code, stdout: refused.stdout(), stderr: refused.stderr() }
}

const refusedWith = (sentence: string | RegExp) => ({
  code: 1,
  stdout: '',
  stderr: typeof sentence === 'string' ? `${sentence}\n` : expect.stringMatching(sentence),
})

describe('starting and stopping', { timeout: 120_000 }, () => {
  it('prints one line, keeps stderr empty, ends with code 0 on SIGTERM with a page open, and has the agency again on the second start', async () => {
    const first = run({})
    const address = await first.ready
    const desk = await setUpDesk(address)
    const open = new AbortController()
    await desk.visitor.listen(`${desk.url}/live`, open.signal)
    expect((await openVisitor().get(address.replace(/.{4}$/, 'AAAA'))).status).toBe(403)

    const second = await refusalOf({})
    expect(second).toEqual(
      refusedWith(
        `The data folder ${folder} is in use by another Parley. Stop that one, or set PARLEY_DATA to another folder.`,
      ),
    )

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    open.abort()
    expect(first.stdout()).toBe(`Parley is ready: ${address}\n`)
    expect(first.stderr()).toBe('')

    const again = run({})
    const page = await openVisitor().get(await again.ready)
    expect(page.html).toContain('Alder &amp; Finch')
    expect(page.html).toContain('Rosa Alder')
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
    expect(again.stdout()).toMatch(/^Parley is ready: http:\/\/127\.0\.0\.1:\d+\/enter\?key=[\w-]{43}\n$/)
    expect(again.stderr()).toBe('')
  })

  it('says on every page of a rehearsal what time it is for Parley, 90 minutes ahead', async () => {
    const rehearsal = run({ PARLEY_DATA: otherFolder, PARLEY_CLOCK_AHEAD_MINUTES: '90' })
    const visitor = openVisitor()
    const address = await rehearsal.ready
    await visitor.get(address)
    for (const path of ['/', '/records', '/mailbox']) {
      const aheadMs = 90 * 60_000
      const earliestMs = Math.floor((Date.now() + aheadMs) / 60_000) * 60_000
      const { html } = await visitor.get(new URL(path, address).href)
      const [, words = ''] = /Rehearsal: for Parley it is \w+, ([^(]+) \(UTC\+00:00\)/.exec(html) ?? []
      const shownMs = Date.parse(`${words} UTC`)
      expect(shownMs).toBeGreaterThanOrEqual(earliestMs)
      expect(shownMs).toBeLessThanOrEqual(Date.now() + aheadMs)
    }
  })

  it('sends nothing without a public address: the card says which setting is missing', async () => {
    const closed = run({
      PARLEY_DATA: otherFolder,
      SMTP_URL: 'smtp://127.0.0.1:9',
      PARLEY_MAIL_FROM: 'interviews@alder-finch.example',
    })
    const desk = await setUpDesk(await closed.ready)
    const card = await waitForPage(desk, await openRequest(desk), 'set PARLEY_PUBLIC_URL to the address')
    for (const name of ['Jane Whitfield', 'Marta Lindqvist'])
      expect(card.html).toMatch(new RegExp(`step-failed">(?:(?!</li>)[^])*>Ask ${name}</span>`))
    expect((await desk.visitor.get(`${desk.url}/mailbox`)).status).toBe(404)
    expect(closed.stderr()).toBe('')
  })
})

describe('a start that cannot be', { timeout: 60_000 }, () => {
  it.each([
    ['PORT', 'abc', 'PORT must be a port number from 0 to 65535.'],
    ['PARLEY_GUEST_PORT', '65536', 'PARLEY_GUEST_PORT must be a port number from 0 to 65535.'],
    ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must look like postgresql://user:password@host:5432/parley.'],
    ['SMTP_URL', 'mail.agency.com', 'SMTP_URL must look like smtps://user:password@mail.agency.com:465.'],
    ['PARLEY_MAIL_FROM', 'nobody', 'PARLEY_MAIL_FROM must be a mail address such as interviews@agency.com.'],
    ['PARLEY_PUBLIC_URL', 'ftp://agency.com', 'PARLEY_PUBLIC_URL must look like https://interviews.agency.com.'],
    ['PARLEY_SINGLE_ROLE', 'maybe', 'PARLEY_SINGLE_ROLE must be 1 or 0.'],
    ['PARLEY_CLOCK_AHEAD_MINUTES', 'soon', 'PARLEY_CLOCK_AHEAD_MINUTES must be a number of minutes from 0 to 525600.'],
  ])('is refused for %s=%s with one sentence, exit code 1 and no stack', async (name, value, sentence) => {
    expect(await refusalOf({ [name]: value })).toEqual(refusedWith(sentence))
  })

  it('is refused for an option that does not exist, and for a rehearsal that would send real mail', async () => {
    expect(await refusalOf({}, ['--verbose'])).toEqual(refusedWith(/^--verbose is not an option\. [^\n]+\n$/))
    expect(
      await refusalOf({
        PARLEY_CLOCK_AHEAD_MINUTES: '5',
        SMTP_URL: 'smtp://127.0.0.1:9',
        PARLEY_MAIL_FROM: 'interviews@alder-finch.example',
      }),
    ).toEqual(refusedWith(/^PARLEY_CLOCK_AHEAD_MINUTES is for rehearsals only [^\n]+\n$/))
  })

  it('names the setting of the port that is in use, the recruiter’s or the guests’', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const address = holder.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    const words = (setting: string) => `Port ${port} is in use. Stop what uses it, or set ${setting} to another port.`
    expect(await refusalOf({ PORT: port })).toEqual(refusedWith(words('PORT')))
    expect(await refusalOf({ PARLEY_GUEST_PORT: port })).toEqual(refusedWith(words('PARLEY_GUEST_PORT')))
    await new Promise((resolve) => holder.close(resolve))
  })

  it('says which folder cannot be written, and never prints the password of a database that does not answer', async () => {
    const file = join(otherFolder, 'file')
    writeFileSync(file, '')
    expect(await refusalOf({ PARLEY_DATA: join(file, 'data') })).toEqual(
      refusedWith(`Parley cannot write its data folder ${join(file, 'data')}. Set PARLEY_DATA to one it can write.`),
    )
    const unreachable = await refusalOf({ DATABASE_URL: 'postgresql://parley:hidden@127.0.0.1:9/parley' })
    expect(unreachable).toEqual(refusedWith(/^Parley cannot reach its database[^\n]+\n$/))
    expect(unreachable.stderr).not.toContain('hidden')
  })
})
