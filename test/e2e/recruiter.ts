import type { Locator, Page } from 'playwright-core'
import type { House } from './suite.ts'

/** What a recruiter does at the desk: types, presses, looks. */

export async function enter(house: House, page: Page): Promise<void> {
  await page.goto(house.parley.address)
  await page.getByLabel('Message to Parley').waitFor()
}

export async function setUpAgency(page: Page, email = 'rosa@alder-finch.example'): Promise<void> {
  await page.getByLabel('Agency or company name').fill('Alder & Finch')
  await page.getByLabel('Your name').fill('Rosa Alder')
  await page.getByLabel('Your e-mail').fill(email)
  await page.getByLabel('Your phone').fill('+49 30 5550 100')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Hello Rosa Alder').waitFor()
}

/** Types a sentence; the answer is waited for by whoever needs it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message to Parley').fill(text)
  await page.keyboard.press('Enter')
}

/** The living card of a request: the newest whose heading holds the name. */
export function cardOf(page: Page, name: string): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 3, name }) })
    .last()
}

/** Waits until the card's pill says so. */
export async function waitForPill(page: Page, name: string, words: string | RegExp): Promise<void> {
  await cardOf(page, name).locator('.pill', { hasText: words }).waitFor()
}

/** One step of the card with its words, such as "Invite Jane Whitfield". */
export function stepOf(card: Locator, label: string): Locator {
  return card.getByRole('listitem').filter({ hasText: label })
}

/** Opens a form of the card unless it is open already, and gives it. */
export async function openForm(card: Locator, label: string): Promise<Locator> {
  const form = card.locator('details', { has: card.page().locator('summary', { hasText: label }) })
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  return form
}

export async function joinByVideo(page: Page, name: string, url: string): Promise<void> {
  const form = await openForm(cardOf(page, name), 'How do they join?')
  await form.getByLabel('They meet').selectOption({ label: 'by video' })
  await form.getByLabel('Video link, phone number or address').fill(url)
  await form.getByRole('button', { name: 'Save' }).click()
  await cardOf(page, name).getByText(url).first().waitFor()
}

/** Reads and sends the first mails at once instead of waiting for the undo time. */
export async function sendFirstMails(page: Page, name: string): Promise<void> {
  const form = await openForm(cardOf(page, name), 'mails')
  await form.getByRole('button', { name: 'Save and send now' }).click()
}

/** Looks at Parley as somebody else of the company; possible while nothing real is connected. */
export async function playAs(page: Page, name: string): Promise<void> {
  await page.getByText('Playing:').click()
  await page.getByRole('button', { name }).click()
  await page.locator('.who-switch .who-name', { hasText: name }).first().waitFor()
}

/** Opens a request in a conversation of its own and lets its first mails go; `video` answers how they join when the card asks. */
export async function openRequest(
  house: House,
  page: Page,
  order: { sentence: string; candidate: string; video?: string },
): Promise<void> {
  await page.goto(`${house.parley.url}/threads/new`)
  await say(page, order.sentence)
  await cardOf(page, order.candidate).waitFor()
  if (order.video) await joinByVideo(page, order.candidate, order.video)
  await sendFirstMails(page, order.candidate)
}
