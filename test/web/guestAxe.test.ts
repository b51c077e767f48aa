import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuestApp } from '../../src/web/guestApp.ts'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import {
  approval,
  availability,
  choice,
  clockAt,
  closed,
  commonParts,
  expired,
  fakeHouse,
  manage,
  now,
  readChoice,
  readingId,
  readNo,
  readTimes,
  secretOf,
  someWindows,
  waiting,
} from './guestSamples.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

const hasChromium = findChromium() !== null
if (!hasChromium) {
  if (process.env.PARLEY_TEST_ALL === '1') throw new Error(chromiumHint)
  console.log(`Skipping the accessibility tests. ${chromiumHint}`)
}

const yellow = commonParts({ accentColor: '#ffd400' })
const house = fakeHouse({
  [secretOf('a')]: availability(),
  [secretOf('b')]: availability({ windows: someWindows, note: 'Lunch works.' }),
  [secretOf('c')]: availability({ windows: someWindows, hasAnswered: true, answeredBy: 'party', note: 'Lunch works.' }),
  [secretOf('d')]: choice(yellow),
  [secretOf('e')]: approval(),
  [secretOf('f')]: waiting(),
  [secretOf('g')]: manage(yellow),
  [secretOf('h')]: closed(),
  [secretOf('i')]: expired(),
  [secretOf('j')]: availability({ weekdays: [1, 2, 3, 4, 5, 6, 7], isAskedAgain: true }),
  [secretOf('k')]: manage({ canMove: false, canCancel: false, limitWords: 'It is too late to move it here.' }),
  [secretOf('l')]: choice({ proposals: [], more: [] }),
  [secretOf('m')]: readTimes(),
  [secretOf('n')]: readChoice(),
  [secretOf('o')]: readNo(),
})

/** Each state with words it must show and how a person gets there from the first page. */
const states: [string, string, string, (page: Page) => Promise<void>][] = [
  ['availability, empty', 'when could you meet', 'a', async () => {}],
  ['availability, filled, with rows and a saved draft', 'Yes, these are all my times', 'b', async () => {}],
  ['availability of seven days, asked again', 'do not meet', 'j', async () => {}],
  ['availability, evenings and weekends', 'Show usual hours only', 'a?evenings=1', async () => {}],
  ['availability in German', 'wann passt Ihnen', 'b?lang=de', async () => {}],
  ['availability, nothing ticked', 'Tick at least one time', 'a', (page) => press(page, 'button[value=send]')],
  [
    'availability, wrong fields and everything open',
    'The end is before the start',
    'b',
    async (page) => {
      await page.uncheck('[name="228"]')
      await page.uncheck('[name="229"]')
      await page.uncheck('[name="230"]')
      await page.uncheck('[name="231"]')
      await page.fill('#to1', '18:00')
      await press(page, 'button[value=send]')
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    },
  ],
  ['availability, sent', 'This is what you told us', 'c', async () => {}],
  ['choice', 'which time suits you best', 'd', async () => {}],
  ['choice, nothing chosen', 'Choose one of the times', 'd', (page) => press(page, '.send .main')],
  [
    'choice, lost race',
    'has just gone to somebody else',
    'd',
    async (page) => {
      house.results.next = { kind: 'taken' }
      await page.check('[value="proposal_1"]')
      await press(page, '.send .main')
    },
  ],
  ['choice, nothing left', 'No proposed time is left', 'l', async () => {}],
  ['approval', 'may we fix a time', 'e', async () => {}],
  [
    'approval, decline without its tick',
    'Tick this if you cannot take part',
    'e',
    (page) => openAndPress(page, 'details.other'),
  ],
  ['times read in a mail', 'Did we understand you', `m?reading=${readingId}`, async () => {}],
  [
    'times read in a mail, not confirmed',
    'Tick this if the times are right',
    `m?reading=${readingId}`,
    (page) => press(page, 'form .main'),
  ],
  ['choice read in a mail', 'Did we understand you', `n?reading=${readingId}`, async () => {}],
  ['no read in a mail', 'you cannot take part', `o?reading=${readingId}`, async () => {}],
  ['waiting', 'We are asking the other side', 'f', async () => {}],
  ['manage', 'Your interview is fixed', 'g', async () => {}],
  [
    'manage, cancel without its tick',
    'Tick this if you want to cancel',
    'g',
    (page) => openAndPress(page, 'details.other:has([name=cancelSure])'),
  ],
  ['manage, locked', 'too late to move', 'k', async () => {}],
  ['closed', 'was cancelled', 'h', async () => {}],
  ['expired', 'This link has expired', 'i', async () => {}],
  ['expired, without its tick', 'Tick this if you want a new link', 'i', (page) => press(page, 'form .main')],
  ['unknown', 'This page does not exist', 'z', async () => {}],
]

async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(button)])
}

async function openAndPress(page: Page, details: string): Promise<void> {
  await page.click(`${details} > summary`)
  await press(page, `${details} button`)
}

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** axe comes as text from outside the page: the page's own policy would not load it. */
async function violationsOf(page: Page): Promise<string[]> {
  const options = JSON.stringify({ runOnly: { type: 'tag', values: tags } })
  const run = `(() => { ${axeSource}; return axe.run(document, ${options}) })()`
  const result = (await page.evaluate(run)) as AxeResult
  return result.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
  )
}

describe.skipIf(!hasChromium)('axe finds no violation of WCAG 2.0 to 2.2, A and AA', () => {
  let browser: Browser
  let server: ServerType
  let base = ''

  beforeAll(async () => {
    browser = await launchChromium()
    let visitor = 0
    const app = createGuestApp({
      guest: house.guest,
      clock: clockAt(now),
      log: () => {},
      addressOf: () => {
        visitor += 1
        return `visitor ${visitor}`
      },
    })
    server = await new Promise<ServerType>((resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
    })
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    await browser?.close()
    await new Promise((resolve) => server?.close(resolve))
  })

  it.each(states)(
    '%s: at 1280 and 390 px, light and dark, with our scripts and without',
    async (_, words, start, reach) => {
      const found: string[] = []
      for (const hasScript of [true, false]) {
        // axe itself needs a page that can run scripts, so "without" means that ours do not come.
        const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
        if (!hasScript) await context.route('**/assets/guest.js*', (route) => route.abort())
        house.results.next = { kind: 'done' }
        const page = await context.newPage()
        const [letter = '', query] = start.split('?')
        await page.goto(`${base}/l/${secretOf(letter)}${query ? `?${query}` : ''}`)
        await reach(page)
        expect(await page.textContent('body')).toContain(words)
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 844 })
          for (const colorScheme of hasScript ? (['light', 'dark'] as const) : (['light'] as const)) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            const look = `${width} px, ${colorScheme}${hasScript ? '' : ', without script'}`
            found.push(...(await violationsOf(page)).map((each) => `${look}: ${each}`))
            const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number
            if (overflow > 0) found.push(`${look}: ${overflow} px too wide`)
          }
        }
        await context.close()
      }
      expect(found).toEqual([])
    },
    60_000,
  )

  it('lets a person with scripts switched off tick by button and by hand, send, choose and decline', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    const page = await context.newPage()
    house.results.next = { kind: 'done' }
    house.calls.length = 0
    await page.goto(`${base}/l/${secretOf('a')}`)
    await press(page, '.fills button[value=morning]')
    expect(await page.getByRole('checkbox', { name: 'Tue 24 Nov 2026, 09:00 to 09:30' }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: 'Tue 24 Nov 2026, 14:00 to 14:30' }).check()
    await page.getByRole('checkbox', { name: 'Tue 24 Nov 2026, 14:30 to 15:00' }).check()
    expect(house.calls).toEqual([])
    await press(page, 'button[value=send]')
    await page.goto(`${base}/l/${secretOf('d')}`)
    await page.getByRole('radio', { name: /09:00 to 10:00/ }).check()
    await press(page, '.send .main')
    await page.goto(`${base}/l/${secretOf('e')}`)
    await page.click('details.other > summary')
    await page.getByLabel('Yes, I decline this interview').check()
    await page.getByLabel('Reason (optional)').fill('The role is on hold.')
    await press(page, 'details.other button')
    expect(house.calls.map((call) => call.name)).toEqual(['collectAvailability', 'choose', 'decline'])
    const [sent, chosen, declined] = house.calls.map((call) => call.input) as [{ windows: unknown[] }, unknown, unknown]
    expect(sent.windows).toHaveLength(6)
    expect(chosen).toEqual({ secret: secretOf('d'), proposalId: 'proposal_3' })
    expect(declined).toEqual({ secret: secretOf('e'), reason: 'The role is on hold.' })
    await context.close()
  })

  it('ticks at once with scripts on, paints with the mouse, and never hides focus behind the send bar', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${base}/l/${secretOf('a')}`)
    await page.click('.heads button >> nth=1')
    expect(await page.locator('.grid :checked').count()).toBe(22)
    await page.click('.fills button[value=clear]')
    const from = await page.locator('label:has([name="218"])').boundingBox()
    const to = await page.locator('label:has([name="221"])').boundingBox()
    if (!from || !to) throw new Error('the squares are not shown')
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 20 })
    await page.mouse.up()
    expect(
      await page.locator('.grid :checked').evaluateAll((all) => all.map((each) => each.getAttribute('name'))),
    ).toEqual(['218', '219', '220', '221'])
    expect(page.url()).toBe(`${base}/l/${secretOf('a')}`)
    await page.focus('[name="116"]')
    const hidden: string[] = []
    for (let index = 0; index < 30; index += 1) {
      await page.keyboard.press('Tab')
      const isHidden = await page.evaluate(`(() => {
        const box = document.activeElement.getBoundingClientRect()
        const bar = document.querySelector('.send').getBoundingClientRect()
        return !document.activeElement.closest('.send') && box.top >= bar.top
      })()`)
      if (isHidden) hidden.push(`after ${index + 1} tabs`)
    }
    expect(hidden).toEqual([])
    const small = await page
      .locator('.grid label')
      .evaluateAll((all) => all.filter((each) => each.clientHeight < 42).length)
    expect(small).toBe(0)
    await context.close()
  })
})
