import { askBoth, setUpDesk, weekToOffer } from './agencyLoop.ts'
import { percentile, report, rounded } from './figures.ts'
import { makeDataFolder, startProduct } from './product.ts'
import { openVisitor } from './visitor.ts'

// The page on which a candidate or a client gives times, over HTTP, on a full week; both languages and zones in turn.

const viewCount = 200
const warmUpCount = 20

const folder = makeDataFolder()
try {
  const product = await startProduct(folder.path)
  const { candidateLink, clientLink } = await askBoth(await setUpDesk(product.address))
  const week = weekToOffer()
  const urls = [
    `${candidateLink}?week=${week}`,
    `${clientLink}?week=${week}&lang=de`,
    `${clientLink}?week=${week}&evenings=1`,
  ]
  const phone = openVisitor()
  const pageMs: number[] = []
  let bytesMax = 0
  for (let count = 0; count < warmUpCount + viewCount; count += 1) {
    const askedAtMs = performance.now()
    const page = await phone.get(urls[count % urls.length] ?? candidateLink)
    const tookMs = performance.now() - askedAtMs
    if (page.status !== 200 || !page.html.includes('type=checkbox')) throw new Error(`no week: ${page.status}`)
    bytesMax = Math.max(bytesMax, page.bytes)
    if (count >= warmUpCount) pageMs.push(tookMs)
  }
  const p95Ms = rounded(percentile(pageMs, 0.95))
  const figures = { p50Ms: rounded(percentile(pageMs, 0.5)), p95Ms, aimP95Ms: 20, bytesMax, aimBytes: 20_480 }
  report('availabilityPage', { ...figures, views: pageMs.length })
  await product.stop()
} finally {
  folder.remove()
}
