import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allSystems } from '../../src/ats/systems.ts'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import { openConnections } from './connectionsHarness.ts'
import { harnessKey, serveHarness } from './recruiterHarness.ts'

const hasBrowser = findChromium() !== null
if (!hasBrowser) console.info(chromiumHint)
const suite = hasBrowser || process.env.PARLEY_TEST_ALL === '1' ? describe : describe.skip
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const shots = process.env.PARLEY_TEST_SHOTS

suite('the integrations in a browser', () => {
  let browser: Browser
  let house: Awaited<ReturnType<typeof openConnections>>
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    browser = await launchChromium()
    const paper = (await openConnections()).system
    const others = allSystems.filter(({ id }) => id !== paper.id)
    house = await openConnections({ systems: { all: [paper, ...others] } })
    await house.connect()
    await house.change({
      state: 'failing',
      probes: [
        { capability: 'read candidates', state: 'ok', permission: null, said: 'Works.' },
        { capability: 'write notes', state: 'missing', permission: 'notes:create', said: 'Tick it under Permissions.' },
      ],
      counts: { candidates: 12_400, applications: 15_002, jobs: 61 },
      problem: {
        code: 'notAllowed',
        sentence: 'Notes are not written: the key lacks notes:create.',
        since: '2027-02-27T09:00:00Z',
      },
      lastSyncedAt: house.test.clock.now(),
    })
    ;({ address, close } = await serveHarness(house))
  })
  afterAll(async () => {
    await close?.()
    await browser?.close()
  })

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
        const context = await browser.newContext({ viewport: { width, height: 860 }, colorScheme, bypassCSP: true })
        const page = await context.newPage()
        await page.goto(`${address}/enter?key=${harnessKey}`)
        const { id } = await house.row()
        const check = async (what: string) => {
          await page.evaluate("for (const fold of document.querySelectorAll('details.fold')) fold.open = true")
          expect(await violations(page), what).toEqual([])
          const overflow = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          expect(overflow, what).toBeLessThanOrEqual(0)
          if (!shots) return
          mkdirSync(shots, { recursive: true })
          const name = `integrations-${what.replaceAll(/\W+/g, '-')}-${width}-${colorScheme}.png`
          await page.screenshot({ path: join(shots, name), fullPage: true })
        }
        const paths = { list: '', directory: '/add', nothing: '/add?q=nothing', add: '/add/workday', change: `/${id}` }
        const more = { remove: `/${id}/remove`, stages: `/${id}/stages`, hook: `/${id}/hook` }
        for (const [what, path] of Object.entries({ ...paths, ...more })) {
          await page.goto(`${address}/integrations${path}`)
          await check(what)
        }
        await page.goto(`${address}/integrations/add/greenhouse`)
        await page.fill('#field-key-company', 'two words')
        await page.fill('#field-key-apiKey', 'a-wrong-key')
        await page.click('.record-form .button-primary')
        expect(await page.inputValue('#field-key-company')).toBe('two words')
        expect(await page.inputValue('#field-key-apiKey')).toBe('')
        await check('an error')
        await context.close()
      }, 120_000)

  test('work without script: one is found, added, switched, and removed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${address}/enter?key=${harnessKey}`)
    await page.goto(`${address}/integrations/add`)
    await page.fill('#q', 'paper')
    await page.click('.finder .button')
    await page.click('.entry .button')
    await page.fill('#field-key-company', 'acme')
    await page.fill('#field-key-apiKey', 'key-4711-good')
    await page.fill('#field-name', 'Second')
    await page.click('.record-form .button-primary')
    expect(await page.textContent('[role=status]')).toContain('Connected.')
    const card = page.locator('.connection', { hasText: 'Second' })
    await card.getByRole('button', { name: 'Only read' }).click()
    expect(await card.getByRole('button', { name: 'Only read' }).getAttribute('aria-pressed')).toBe('true')
    await card.getByRole('link', { name: 'Name, key, removal' }).click()
    await page.getByRole('link', { name: 'Remove Second' }).click()
    await page.check('#field-confirm')
    await page.click('.button-danger')
    expect(await page.locator('.connection').count()).toBe(1)
    await context.close()
  })
})
