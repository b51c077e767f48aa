import { enableCompileCache } from 'node:module'
import { restartFrugally } from './restartFrugally.ts'

// The way in: first what has to be settled before anything is loaded, then src/startParley.ts, where everything is connected.

restartFrugally()
enableCompileCache()
try {
  const { startParley } = await import('./startParley.ts')
  await startParley()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
