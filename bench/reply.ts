import { setUpDesk } from './agencyLoop.ts'
import { percentile, report, rounded } from './figures.ts'
import { makeDataFolder, startProduct } from './product.ts'
import type { Visitor } from './visitor.ts'

// From sending a message to the first answer in the open conversation, as the page's own script sees it: POST, then the
// event of the stream. The messages take turns; each is written to the inbox, read, answered and stored.

const messageCount = 100
const warmUpCount = 5
const texts = ['status', 'who is Jane Whitfield', 'help', 'list', 'schedule Jane with Nobody Ltd for the Backend role']
const patienceMs = 30_000

interface LiveMessage {
  id: string
  author: string
}

/** The messages of an open conversation as they come. */
async function* listenTo(visitor: Visitor, liveUrl: string, signal: AbortSignal): AsyncGenerator<LiveMessage> {
  let said = ''
  for await (const text of (await visitor.listen(liveUrl, signal)).pipeThrough(new TextDecoderStream())) {
    const events = (said + text).split('\n\n')
    said = events.pop() ?? ''
    for (const event of events)
      if (/^event: message$/m.test(event)) yield JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}')
  }
}

const folder = makeDataFolder()
try {
  const product = await startProduct(folder.path)
  const { visitor, url } = await setUpDesk(product.address)
  const thread = await visitor.submit(await visitor.get(`${url}/threads/new`), 'Message to Parley', { text: 'help' })
  const seen = new Set([...thread.html.matchAll(/<article class="[^"]*" id="([^"]+)"/g)].map(([, id]) => id))
  const closing = new AbortController()
  const answers: { atMs: number }[] = []
  let notice = () => {}
  const listening = (async () => {
    for await (const message of listenTo(visitor, `${thread.url}/live`, closing.signal)) {
      if (message.author !== 'parley' || seen.has(message.id)) continue
      seen.add(message.id)
      answers.push({ atMs: performance.now() })
      notice()
    }
  })().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error
  })

  const replyMs: number[] = []
  for (let count = 0; count < warmUpCount + messageCount; count += 1) {
    const before = answers.length
    const answered = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer came')), patienceMs)
      notice = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    const sentAtMs = performance.now()
    const status = await visitor.postLive(`${thread.url}/messages`, { text: texts[count % texts.length] ?? '' })
    if (status !== 200) throw new Error(`the message was refused: ${status}`)
    await answered
    const tookMs = (answers[before]?.atMs ?? Number.NaN) - sentAtMs
    if (count >= warmUpCount) replyMs.push(tookMs)
  }
  closing.abort()
  await listening
  const p95Ms = rounded(percentile(replyMs, 0.95))
  report('reply', { p50Ms: rounded(percentile(replyMs, 0.5)), p95Ms, aimP95Ms: 150, messages: replyMs.length })
  await product.stop()
} finally {
  folder.remove()
}
