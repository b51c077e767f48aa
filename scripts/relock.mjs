// Renews package-lock.json after a change of package.json: installs, completes the lock file, and proves that `npm ci`
// accepts it. Run as `npm run relock`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const npm = process.env.npm_execpath
if (!npm) throw new Error('run this as `npm run relock`')

function runNode(node, ...args) {
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const npmNode = process.env.npm_node_execpath ?? process.execPath
runNode(npmNode, npm, 'install')
runNode(npmNode, 'scripts/completeLock.mjs')
runNode(npmNode, npm, 'ci', '--dry-run')
runNode(npmNode, 'scripts/setup.mjs')
