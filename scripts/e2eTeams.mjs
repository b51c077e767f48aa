// Drives Parley in Microsoft's own local Teams client: npm run e2e:teams -- --accept-terms
// The client is Microsoft's pre-release software, licensed for evaluation and feedback (the file LICENSE in its package). So it is fetched
// only when you say that you accept its terms, into a folder outside of this one, and is no part of Parley. It reaches nothing but
// this machine. Pictures go into the folder that PARLEY_TEST_SHOTS names.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const version = '0.2.28'
const name = '@microsoft/m365agentsplayground'
const root = join(import.meta.dirname, '..')
const folder = process.env.PARLEY_TEAMS_PLAYGROUND ?? join(tmpdir(), `parley-teams-playground-${version}`)

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const isAccepted = process.argv.includes('--accept-terms') || process.env.PARLEY_ACCEPT_TERMS === '1'
if (!existsSync(join(folder, 'node_modules', name, 'cli.js'))) {
  if (!isAccepted)
    fail(
      `This fetches ${name} ${version}, pre-release software of Microsoft under its own terms (evaluation and feedback only). ` +
        'If you accept them, run: npm run e2e:teams -- --accept-terms',
    )
  const npm = process.env.npm_execpath ?? fail('run this as `npm run e2e:teams`')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const args = [npm, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`]
  const { status } = spawnSync(process.env.npm_node_execpath ?? process.execPath, args, {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) fail(`${name} could not be fetched.`)
}

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/e2e/teamsPlayground.test.ts', '--reporter=verbose'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PARLEY_TEAMS_PLAYGROUND: folder, PARLEY_TEST_ALL: '1' },
  },
)
process.exitCode = status ?? 1
