import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { askBoth, bookInterview, setUpDesk } from './agencyLoop.ts'
import { percentile, report, rounded } from './figures.ts'
import { makeDataFolder, startProduct } from './product.ts'

// Resident memory of the process on an empty data folder, half a minute after one whole loop, and the most it ever had.
// Reads /proc, so it runs on Linux only.

const runCount = 3
const restMs = 30_000

function readMemory(pid: number): { rssMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => rounded(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024)
  return { rssMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

const rssMb: number[] = []
const peakMb: number[] = []
const readyMb: number[] = []
for (let run = 0; run < runCount; run += 1) {
  const folder = makeDataFolder()
  try {
    const product = await startProduct(folder.path)
    readyMb.push(readMemory(product.pid).rssMb)
    await bookInterview(await askBoth(await setUpDesk(product.address)))
    await sleep(restMs)
    const memory = readMemory(product.pid)
    rssMb.push(memory.rssMb)
    peakMb.push(memory.peakMb)
    await product.stop()
  } finally {
    folder.remove()
  }
}
report('memory', { medianMb: percentile(rssMb, 0.5), aimMb: 350, rssMb, peakMb, readyMb })
