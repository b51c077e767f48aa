// Makes a fresh clone ready to run: installs the pinned packages and generates the Prisma client, when either is needed.
// Runs before `npm start`, `npm test` and `npm run check`. Plain Node 20 with no packages: at its first run there are none.
// Silent when there is nothing to do. `--generate` generates the client even if its schema did not change.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const atRoot = (...parts) => join(root, ...parts)
const oldestHostMajor = 20
const productMajor = 24
const pollMs = 200
const signEveryMs = 5_000
const lostSignMs = 60_000

const lockFile = atRoot('package-lock.json')
const installStamp = atRoot('node_modules', '.parley-install')
const schemaFile = atRoot('prisma', 'schema.prisma')
const clientFolder = atRoot('src', 'generated', 'prisma')
const clientStamp = atRoot('src', 'generated', 'prisma.stamp')
const turnFolder = atRoot('.setup')

const platform = process.platform === 'win32' ? 'win' : process.platform
const pinnedNode = atRoot(
  'node_modules',
  `node-${platform}-${process.arch}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

class SetupRefused extends Error {}

const readOrEmpty = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const sha256 = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex')
const isNodeMajor = (version, major) => Number.parseInt(version.replace(/^v/, ''), 10) >= major

// A folder of packages copied from another machine must not count as installed.
const installKey = () => sha256(readFileSync(lockFile, 'utf8'), process.platform, process.arch)
const clientKey = () => sha256(installKey(), readFileSync(schemaFile, 'utf8'), readOrEmpty(atRoot('prisma.config.ts')))

const needsInstall = () => readOrEmpty(installStamp) !== installKey()
const needsClient = () =>
  existsSync(schemaFile) && (!existsSync(clientFolder) || readOrEmpty(clientStamp) !== clientKey())

/** Runs a command, keeps what it says for a failure; `onStart` receives its process id. */
function run(file, args, { env = process.env, onStart = () => {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        said += text
      })
    }
    if (child.pid) onStart(child.pid)
    child.on('error', (error) => resolve({ ok: false, said: `${said}${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Takes the one turn to set up; whoever comes second waits until the first is through or dead.
 *
 * Each turn is a numbered file holding the ids of the processes at work; the highest number counts. The next number is
 * made by an exclusive hard link, so of several waiters exactly one gets it, and a process that was killed blocks nobody.
 */
async function takeTurn() {
  mkdirSync(turnFolder, { recursive: true })
  const numbers = () => readdirSync(turnFolder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  const draft = join(turnFolder, `draft-${process.pid}`)
  const fileOf = (number) => join(turnFolder, String(number))
  let sign = ''
  let unchangedSignMs = 0
  let isWaitingSaid = false
  for (;;) {
    const latest = Math.max(0, ...numbers())
    const pids = readOrEmpty(fileOf(latest)).split(' ').filter(Boolean).map(Number)
    if (unchangedSignMs < lostSignMs && pids.some((pid) => pid !== process.pid && isAlive(pid))) {
      if (!isWaitingSaid) console.log('Another command is setting Parley up, waiting for it')
      isWaitingSaid = true
      await sleep(pollMs)
      const latestSign = `${latest} ${statSync(fileOf(latest), { throwIfNoEntry: false })?.mtimeMs}`
      unchangedSignMs = latestSign === sign ? unchangedSignMs + pollMs : 0
      sign = latestSign
      continue
    }
    unchangedSignMs = 0
    const mine = latest + 1
    writeFileSync(draft, String(process.pid))
    try {
      linkSync(draft, fileOf(mine))
    } catch (error) {
      if (error.code === 'EEXIST') continue
      throw new SetupRefused(`Parley cannot set itself up in ${root}: ${error.message}`)
    } finally {
      rmSync(draft, { force: true })
    }
    // A slow waiter may have made a number that had already been used and cleared away.
    if (Math.max(...numbers()) > mine) {
      rmSync(fileOf(mine), { force: true })
      continue
    }
    for (const number of numbers()) if (number < mine) rmSync(fileOf(number), { force: true })
    const write = (text) => {
      writeFileSync(draft, text)
      renameSync(draft, fileOf(mine))
    }
    // A process id can come back as another program's, so being alive is also shown by a sign of life.
    const heart = setInterval(() => utimesSync(fileOf(mine), new Date(), new Date()), signEveryMs)
    return {
      // If this process is killed, the turn lasts until the command it started has ended too.
      addProcess: (pid) => write(`${process.pid} ${pid}`),
      // The file stays, naming nobody: numbers must not start again while others wait.
      giveBack: () => {
        clearInterval(heart)
        write('')
      },
    }
  }
}

async function installPackages(turn) {
  console.log('Setting up, about a minute, once')
  rmSync(installStamp, { force: true })
  const key = installKey()
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm must not run on the Node inside node_modules, which it is about to remove.
  const npm = process.env.npm_execpath ?? ''
  const isNpm = basename(npm) === 'npm-cli.js'
  const host = process.env.npm_node_execpath ?? process.execPath
  const result = isNpm
    ? await run(host, [npm, ...args], { onStart: turn.addProcess })
    : await run('npm', args, { onStart: turn.addProcess, shell: process.platform === 'win32' })
  if (!result.ok) throw new SetupRefused(`${result.said}Parley could not install its packages: npm's reason is above.`)
  dropUnusablePinnedNode()
  checkNode()
  writeFileSync(installStamp, key)
}

/** The pinned Node needs glibc; where it cannot run (Alpine Linux) it must not stand before the machine's own Node. */
function dropUnusablePinnedNode() {
  if (!existsSync(pinnedNode)) return
  if (spawnSync(pinnedNode, ['--version']).status === 0) return
  for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(atRoot('node_modules', '.bin', name), { force: true })
  rmSync(pinnedNode, { force: true })
}

function checkNode() {
  if (existsSync(pinnedNode) || isNodeMajor(process.version, productMajor)) return
  throw new SetupRefused(
    `Parley needs Node ${productMajor} on this kind of machine (${process.platform} ${process.arch}), and this is ` +
      `Node ${process.versions.node}: please install Node ${productMajor} or newer and run the command again.`,
  )
}

async function generateClient(turn) {
  const key = clientKey()
  rmSync(clientStamp, { force: true })
  const node = existsSync(pinnedNode) ? pinnedNode : process.execPath
  const result = await run(node, [atRoot('node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    onStart: turn.addProcess,
    // Any existing file stops Prisma from fetching its migration engine, which generating does not use.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: node,
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
  if (!result.ok) throw new SetupRefused(`${result.said}Parley could not generate its database client: see above.`)
  writeFileSync(clientStamp, key)
}

async function setUp() {
  if (!isNodeMajor(process.version, oldestHostMajor)) {
    throw new SetupRefused(
      `Parley needs Node ${oldestHostMajor} or newer to set itself up, and this is Node ${process.versions.node}.`,
    )
  }
  const isForced = process.argv.includes('--generate')
  if (!needsInstall() && !needsClient() && !isForced) return checkNode()
  const turn = await takeTurn()
  try {
    if (needsInstall()) await installPackages(turn)
    checkNode()
    if (needsClient() || (isForced && existsSync(schemaFile))) await generateClient(turn)
  } finally {
    turn.giveBack()
  }
}

try {
  await setUp()
} catch (error) {
  if (!(error instanceof SetupRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
