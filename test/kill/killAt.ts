import { appendFileSync } from 'node:fs'
import { ServerResponse } from 'node:http'
import { registerHooks } from 'node:module'
import { shorterWaits, steps } from './steps.ts'

// Loaded before the product (node --import): counts the steps it passes, and at the drawn one ends the process as kill -9 does,
// or asks it to end as a supervisor does.

const {
  PARLEY_KILL_STEP = '',
  PARLEY_KILL_NUMBER = '0',
  PARLEY_KILL_RECORD = '',
  PARLEY_KILL_SIGNAL = '',
} = process.env
const counts = new Map<string, number>()

function atStep(group: string, detail: string): void {
  const step = atStep.isOpen ? `${group}: ${detail}` : `during open: ${detail}`
  const count = (counts.get(step) ?? 0) + 1
  counts.set(step, count)
  if (PARLEY_KILL_RECORD) appendFileSync(PARLEY_KILL_RECORD, `${step}\n`)
  if (step !== PARLEY_KILL_STEP || count !== Number(PARLEY_KILL_NUMBER)) return
  if (PARLEY_KILL_SIGNAL === 'SIGTERM') {
    process.stdout.write('asked to end\n')
    process.kill(process.pid, 'SIGTERM')
    return
  }
  process.kill(process.pid, 'SIGKILL')
  // Nothing runs on until the kernel has done it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
atStep.isOpen = false
Object.assign(globalThis, { atStep })

const source = new URL('../../src/', import.meta.url).href
const changes = Map.groupBy([...steps, ...shorterWaits], ({ file }) => source + file)
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const wanted = changes.get(url)
    if (!wanted) return loaded
    let text = String(typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array))
    for (const { find, put } of wanted) {
      if (text.split(find).length !== 2) throw new Error(`${url} does not hold exactly once: ${find}`)
      text = text.replace(find, () => put)
    }
    return { ...loaded, source: text }
  },
})

// An answer to a POST is the acknowledgement.
const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: unknown[]) {
  if (this.req.method === 'POST') {
    atStep('before ack', '')
    this.once('finish', () => atStep('after ack', ''))
  }
  return Reflect.apply(writeHead, this, args)
} as typeof writeHead
