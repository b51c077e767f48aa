import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import { type Parley, startParley } from '../fakes/parley.ts'

/** The running product and a browser for everybody who takes part. */
export interface House {
  parley: Parley
  /** A desk: 1280 px, in the recruiter's zone. */
  openDesk(): Promise<Page>
  /** A phone: 390 px, with nothing in it that Parley knows. */
  openPhone(zone: string): Promise<Page>
  /** Keeps a picture of the whole page in the folder that PARLEY_TEST_SHOTS names; without it there is nobody to look. */
  shoot(page: Page, name: string): Promise<void>
}

export const deskZone = 'Europe/Berlin'

/**
 * Tests in a real browser. Left out, with a line saying how to have them, where Chromium is missing; with PARLEY_TEST_ALL=1
 * that is a failure.
 */
export function describeWithChromium(title: string, body: () => void): void {
  if (findChromium() === null) {
    if (process.env.PARLEY_TEST_ALL === '1')
      it(title, () => {
        throw new Error(chromiumHint)
      })
    else describe.skip(`${title} (${chromiumHint})`, () => it('needs Chromium', () => {}))
    return
  }
  // A loaded machine is slow, not broken.
  describe(title, { timeout: 120_000 }, body)
}

/** The same with the product as a process of its own, on the embedded database. */
export function describeInBrowser(title: string, body: (house: () => House) => void): void {
  describeWithChromium(title, () => {
    let house: OpenHouse | null = null
    beforeAll(async () => {
      house = await openHouse()
    }, 120_000)
    afterAll(() => house?.close())
    body(() => {
      if (!house) throw new Error('the house has not been opened')
      return house
    })
  })
}

export interface OpenHouse extends House {
  browser: Browser
  close(): Promise<void>
}

export async function openHouse(options: Parameters<typeof startParley>[0] = {}): Promise<OpenHouse> {
  const parley = await startParley(options)
  const browser = await launchChromium().catch(async (error: unknown) => {
    await parley.stop()
    throw error
  })
  const folder = process.env.PARLEY_TEST_SHOTS
  if (folder) mkdirSync(folder, { recursive: true })
  const opened: BrowserContext[] = []
  let count = 0
  return {
    parley,
    browser,
    openDesk: () => openPage(browser, opened, { width: 1280, height: 860 }, deskZone),
    openPhone: (zone) => openPage(browser, opened, { width: 390, height: 844 }, zone),
    shoot: async (page, name) => {
      if (!folder) return
      count += 1
      await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`), fullPage: true })
    },
    close: async () => {
      await Promise.all(opened.map((context) => context.close()))
      await browser.close()
      await parley.stop()
    },
  }
}

async function openPage(
  browser: Browser,
  opened: BrowserContext[],
  viewport: { width: number; height: number },
  timezoneId: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport, timezoneId, locale: 'en-GB' })
  context.setDefaultTimeout(30_000)
  opened.push(context)
  return context.newPage()
}
