import { percentile, report, rounded } from './figures.ts'
import { makeDataFolder, startProduct } from './product.ts'
import { openVisitor } from './visitor.ts'

// From `node src/main.ts` on an existing data folder to the chat page behind the printed address.

const runCount = 5
const folder = makeDataFolder()
try {
  const first = await startProduct(folder.path)
  await openVisitor().get(first.address)
  await first.stop()

  const readyMs: number[] = []
  const pageMs: number[] = []
  for (let run = 0; run < runCount; run += 1) {
    const product = await startProduct(folder.path)
    readyMs.push(rounded(performance.now() - product.spawnedAtMs))
    const page = await openVisitor().get(product.address)
    pageMs.push(rounded(performance.now() - product.spawnedAtMs))
    if (page.status !== 200 || !page.html.includes('data-composer')) throw new Error(`no chat page: ${page.status}`)
    await product.stop()
  }
  report('firstPage', { medianMs: percentile(pageMs, 0.5), aimMs: 1_200, pageMs, readyMs })
} finally {
  folder.remove()
}
