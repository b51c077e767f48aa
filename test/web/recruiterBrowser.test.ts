import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Thread } from '../../src/domain/thread.ts'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import {
  addMember,
  addOwnMessage,
  addThread,
  bookedCard,
  questionMessage,
  sampleRequestId,
  setUpCard,
  waitingCard,
} from './chatSamples.ts'
import { type Harness, harnessKey, openHarness, serveHarness } from './recruiterHarness.ts'

const hasBrowser = findChromium() !== null
if (!hasBrowser) console.info(chromiumHint)
const suite = hasBrowser || process.env.PARLEY_TEST_ALL === '1' ? describe : describe.skip
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

suite('the chat in a browser', () => {
  let browser: Browser
  let harness: Harness
  let address: string
  let close: () => Promise<void>
  let thread: Thread
  let welcome: Thread
  let booked: Thread

  beforeAll(async () => {
    browser = await launchChromium()
    harness = await openHarness({
      canPlayHiringManager: () => true,
      banner: async () => ({ text: 'Mails are kept in the mailbox and not sent.', url: '/threads', label: 'Look' }),
    })
    ;({ address, close } = await serveHarness(harness))
    const { test: fixture, memberId, webchat } = harness
    await addMember(fixture, 'Priya Nair', ['hiringManager'])
    booked = await addThread(fixture, memberId, 'Luis with Brightwater')
    await webchat.putCard(fixture.tenantId, booked, 'request_2', bookedCard())
    welcome = await addThread(fixture, memberId, 'Welcome to Parley')
    await webchat.post(fixture.tenantId, welcome, 'k0', setUpCard())
    thread = await addThread(fixture, memberId, 'Jane with Acme')
    await addOwnMessage(fixture, thread.id, 'schedule Jane with Acme')
    await webchat.post(fixture.tenantId, thread, 'k1', questionMessage())
    await webchat.putCard(fixture.tenantId, thread, sampleRequestId, waitingCard())
  })
  afterAll(async () => {
    await close?.()
    await browser?.close()
  })

  async function openPage(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      timezoneId: 'Europe/Lisbon',
      ...options,
    })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      // A refused form is answered with 409 or 422, which the browser notes as an error of its own.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        problems.push(message.text())
    })
    await page.goto(`${address}/enter?key=${harnessKey}`)
    if (path !== '/') await page.goto(address + path)
    return { page, problems, close: () => context.close() }
  }

  async function violations(page: Page): Promise<string[]> {
    await page.addScriptTag({ path: axePath })
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((result) => result.violations)`,
    )
    return found.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  }

  describe.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('%i px wide, %s', (width, colorScheme) => {
    test.each([
      ['start', () => '/'],
      ['list', () => '/threads'],
      ['nothing found', () => '/threads?q=nobody'],
      ['new conversation', () => '/threads/new'],
      ['waiting card', () => `/threads/${thread.id}`],
      ['first open', () => `/threads/${welcome.id}`],
      ['booked card', () => `/threads/${booked.id}`],
      ['not found', () => '/threads/nothing'],
    ])('%s has no accessibility violation', async (_name, path) => {
      const view = await openPage(path(), { viewport: { width, height: 844 }, colorScheme, bypassCSP: true })
      await view.page.evaluate(`for (const entry of document.querySelectorAll('details')) entry.open = true`)
      expect(await violations(view.page)).toEqual([])
      expect(await view.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await view.close()
    })

    test('a form with errors and a late press have no accessibility violation', async () => {
      const view = await openPage(`/threads/${thread.id}`, {
        viewport: { width, height: 844 },
        colorScheme,
        bypassCSP: true,
      })
      harness.outcomes.push(
        {
          kind: 'invalid',
          errors: [
            { field: 'times', sentence: 'I read no time in that.' },
            { field: 'who', sentence: 'Choose one.' },
          ],
        },
        { kind: 'refused', sentence: 'Acme has answered meanwhile.' },
      )
      await view.page.locator('summary', { hasText: 'Enter times for Acme' }).click()
      await view.page.getByLabel('Times', { exact: false }).first().fill('sometime')
      await view.page.getByLabel('Tom Baker').check()
      await view.page.getByRole('button', { name: 'Save times' }).click()
      await view.page.getByText('I read no time in that.').first().waitFor()
      expect(await view.page.evaluate(`document.activeElement?.getAttribute('name')`)).toBe('times')
      expect(await violations(view.page)).toEqual([])
      await view.page.reload()
      await view.page.getByRole('button', { name: 'Remind Acme' }).click()
      await view.page.getByText('Acme has answered meanwhile.').waitFor()
      expect(await violations(view.page)).toEqual([])
      await view.close()
    })
  })

  test('a page shut out has no accessibility violation', async () => {
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    await page.goto(address)
    expect(await page.getByRole('heading').textContent()).toBe('Please come in through the front door')
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('Enter sends, the line is there at once, the answer comes by itself, and it counts as read', async () => {
    const { test: fixture, memberId, webchat, messages } = harness
    const own = await addThread(fixture, memberId, 'Talk')
    await addOwnMessage(fixture, own.id, 'hello')
    const { page, problems, close: closePage } = await openPage(`/threads/${own.id}`)
    await page.getByLabel('Message to Parley').fill('first line')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('second line')
    await page.keyboard.press('Enter')
    await page.locator('.msg-own', { hasText: 'second line' }).waitFor()
    await page.getByText('Parley is on it').waitFor()
    expect(await page.getByLabel('Message to Parley').inputValue()).toBe('')
    await expect.poll(() => messages.at(-1)?.text).toBe('first line\nsecond line')
    fixture.clock.moveBy(1_000)
    await webchat.post(fixture.tenantId, own, 'answer-1', questionMessage())
    await page.getByText('Whom do you mean?').waitFor()
    expect(await page.locator('.msg-own', { hasText: 'second line' }).count()).toBe(1)
    expect(await page.getByText('Parley is on it').isVisible()).toBe(false)
    await expect
      .poll(async () => {
        const now = await fixture.store.inTenant(fixture.tenantId, (tx) => tx.get('threads', own.id))
        return now!.lastReadAt! >= now!.lastMessageAt
      })
      .toBe(true)
    expect(problems).toEqual([])
    await closePage()
  })

  test('a card is replaced in place and keeps the proof that was open', async () => {
    const { test: fixture, webchat } = harness
    const { page, problems, close: closePage } = await openPage(`/threads/${thread.id}`)
    await page.locator('.proof summary').first().click()
    fixture.clock.moveBy(1_000)
    await webchat.putCard(fixture.tenantId, thread, sampleRequestId, waitingCard('Approved'))
    await page.locator('article .pill', { hasText: 'Approved' }).waitFor()
    expect(await page.locator('article', { hasText: 'Jane Miller with Acme' }).count()).toBe(1)
    expect(await page.getByText('250 2.0.0 Ok: queued as 4X7f2c1').isVisible()).toBe(true)
    expect(problems).toEqual([])
    await closePage()
  })

  test('a card in which somebody types is left alone until they ask for the new version', async () => {
    const { test: fixture, webchat } = harness
    const { page, close: closePage } = await openPage(`/threads/${thread.id}`)
    await page.locator('summary', { hasText: 'Enter times for Acme' }).click()
    await page.locator('textarea[name=times]').fill('Tue 2-4')
    await page.getByLabel('Message to Parley').focus()
    fixture.clock.moveBy(1_000)
    await webchat.putCard(fixture.tenantId, thread, sampleRequestId, waitingCard('Moved on'))
    await page.getByText('This card has changed meanwhile').waitFor()
    expect(await page.locator('textarea[name=times]').inputValue()).toBe('Tue 2-4')
    await page.getByRole('button', { name: 'Show the new version' }).click()
    await page.locator('article .pill', { hasText: 'Moved on' }).waitFor()
    expect(await page.getByText('This card has changed meanwhile').count()).toBe(0)
    await closePage()
  })

  test('words that could not be sent come back with the reason, and go out once with the next try', async () => {
    const { messages } = harness
    const { page, close: closePage } = await openPage(`/threads/${thread.id}`)
    await page.route('**/messages', (route) => route.abort())
    await page.getByLabel('Message to Parley').fill('are you there')
    await page.keyboard.press('Enter')
    await page.getByText('Your words are still here.').waitFor()
    expect(await page.getByLabel('Message to Parley').inputValue()).toBe('are you there')
    await page.unroute('**/messages')
    await page.keyboard.press('Enter')
    await expect.poll(() => messages.filter((message) => message.text === 'are you there').length).toBe(1)
    await closePage()
  })

  test('a page whose session has ended says so, and where to go', async () => {
    const { page, close: closePage } = await openPage(`/threads/${thread.id}`)
    await page.context().clearCookies()
    await page.evaluate(`for (const name of ['pagehide', 'pageshow']) dispatchEvent(new Event(name))`)
    await page.getByText('Open the address that Parley printed last.').waitFor()
    await closePage()
  })

  test('the first-open form knows the zone of the browser', async () => {
    const { page, close: closePage } = await openPage(`/threads/${welcome.id}`, { locale: 'en-IE' })
    expect(await page.getByLabel('Your time zone').inputValue()).toBe('Europe/Lisbon')
    expect(await page.getByLabel('English, 24 Nov 2026, 14:00').isChecked()).toBe(true)
    await closePage()
  })

  test('without script the whole way works: search, open, write, press, confirm, correct a field', async () => {
    const { actions, messages, outcomes } = harness
    const { page, close: closePage } = await openPage('/', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('queued as')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('navigation', { name: 'Conversations' }).getByText('Jane with Acme').click()
    await page.getByLabel('Message to Parley').fill('no script here')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('.msg-own', { hasText: 'no script here' }).waitFor()
    expect(messages.at(-1)!.text).toBe('no script here')
    await page.locator('summary', { hasText: 'Cancel the request' }).click()
    await page.getByRole('button', { name: 'Yes, cancel the request' }).click()
    await page.waitForURL(/#message_/)
    expect(actions.at(-1)!.actionId).toBe('a4')
    outcomes.push({ kind: 'invalid', errors: [{ field: 'times', sentence: 'I read no time in that.' }] })
    await page.locator('summary', { hasText: 'Enter times for Acme' }).click()
    await page.locator('textarea[name=times]').fill('sometime')
    await page.getByLabel('Ines Duarte').check()
    await page.getByRole('button', { name: 'Save times' }).click()
    await page.locator('.field-error', { hasText: 'I read no time in that.' }).waitFor()
    expect(await page.locator('textarea[name=times]').inputValue()).toBe('sometime')
    expect(await page.getByLabel('Ines Duarte').isChecked()).toBe(true)
    await closePage()
  })

  test('on a phone the list and the conversation are screens of their own', async () => {
    const { page, close: closePage } = await openPage('/', { viewport: { width: 390, height: 844 } })
    expect(await page.getByLabel('Message to Parley').isVisible()).toBe(false)
    await page.getByRole('navigation', { name: 'Conversations' }).getByText('Jane with Acme').click()
    await page.getByRole('heading', { name: 'Jane with Acme', level: 1 }).waitFor()
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await page.getByRole('link', { name: 'All conversations' }).click()
    await page.getByRole('searchbox').waitFor()
    await closePage()
  })

  test('the member played is switched by its own button', async () => {
    const { page, close: closePage } = await openPage('/')
    await page.getByText('Playing:').click()
    await page.getByRole('button', { name: /Priya Nair/ }).click()
    await page.getByRole('heading', { name: 'What shall we schedule, Priya?' }).waitFor()
    await closePage()
  })
})
