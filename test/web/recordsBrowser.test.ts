import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import { openRecords } from './recordsHarness.ts'
import { harnessKey, serveHarness } from './recruiterHarness.ts'

const hasBrowser = findChromium() !== null
if (!hasBrowser) console.info(chromiumHint)
const suite = hasBrowser || process.env.PARLEY_TEST_ALL === '1' ? describe : describe.skip
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

suite('the records in a browser', () => {
  let browser: Browser
  let records: Awaited<ReturnType<typeof openRecords>>
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    browser = await launchChromium()
    records = await openRecords()
    ;({ address, close } = await serveHarness(records))
  })
  afterAll(async () => {
    await close?.()
    await browser?.close()
  })

  async function openPage(options: Parameters<Browser['newContext']>[0]) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(`${address}/enter?key=${harnessKey}`)
    return { page, close: () => context.close() }
  }

  async function violations(page: Page): Promise<string[]> {
    await page.addScriptTag({ path: axePath })
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((result) => result.violations)`,
    )
    return found.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)
  }

  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`have no axe violation and nothing to scroll sideways at ${width} px, ${colorScheme}`, async () => {
        const { page, close: closePage } = await openPage({
          viewport: { width, height: 860 },
          colorScheme,
          bypassCSP: true,
        })
        const { candidateId, applicationId, jobId } = records.jane
        const paths = [
          '',
          '/candidates',
          '/candidates?q=nobody',
          '/candidates/new',
          `/candidates/${candidateId}`,
          `/candidates/${candidateId}/edit`,
          `/applications/${applicationId}`,
          `/jobs/${jobId}`,
          `/jobs/${jobId}/stages`,
          '/jobs/new',
          '/clients',
          '/interviews',
          '/import',
          '/sample',
        ]
        const check = async (what: string) => {
          expect(await violations(page), what).toEqual([])
          const overflow = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          expect(overflow, what).toBeLessThanOrEqual(0)
        }
        for (const path of paths) {
          await page.goto(`${address}/records${path}`)
          await check(path)
        }
        await page.goto(`${address}/records/contacts/new`)
        await page.fill('#field-email', 'not an address')
        await page.click('.record-form .button-primary')
        await check('a contact with errors')
        await page.goto(`${address}/records/import`)
        const content = 'Name;E-Mail\nAda;ada\n'
        await page.setInputFiles('#field-file', {
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(content),
        })
        await page.click('.record-form .button-primary')
        await check('an import with a bad row')
        await closePage()
      }, 120_000)

  test('work without script: a client is added, found and edited', async () => {
    const { page, close: closePage } = await openPage({ javaScriptEnabled: false })
    await page.goto(`${address}/records/clients/new`)
    await page.fill('#field-name', 'Harbour Foods')
    await page.click('.record-form .button-primary')
    expect(await page.textContent('h1')).toBe('Harbour Foods')
    expect(await page.textContent('[role=status]')).toBe('Added.')
    await page.goto(`${address}/records/clients`)
    await page.fill('#q', 'harbour')
    await page.click('.finder .button')
    await page.click('.row-title')
    await page.click('.page-actions .button')
    await page.fill('#field-notes', 'Calls on Tuesdays')
    await page.click('.record-form .button-primary')
    expect(await page.textContent('.long')).toBe('Calls on Tuesdays')
    await closePage()
  })
})
