import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { plantedBugs } from './bugs.ts'

// Loaded before everything else (node --import): sources are changed on their way into the process, so that production
// code knows no switch for its own bugs. A piece that is not found exactly once is an error: the bug would not be planted.

const name = process.env.PARLEY_SIM_BUG
const bug = plantedBugs.find((b) => b.name === name)
if (!bug) throw new Error(`no planted bug is called "${name}"`)
const root = new URL('../../', import.meta.url)
const files = new Set(bug.patches.map((p) => new URL(p.file, root).href))

registerHooks({
  load(url, context, next) {
    if (!files.has(url)) return next(url, context)
    let source = readFileSync(fileURLToPath(url), 'utf8')
    for (const patch of bug.patches) {
      if (new URL(patch.file, root).href !== url) continue
      const pieces = source.split(patch.from)
      if (pieces.length !== 2) throw new Error(`${bug.name}: ${patch.file} has its piece ${pieces.length - 1} times`)
      source = pieces.join(patch.to)
    }
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})
