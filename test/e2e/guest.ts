import type { Page } from 'playwright-core'
import type { ReadMail } from './mail.ts'

/** What a candidate or a client does on a phone. */

const dayMs = 86_400_000

/** Monday (ISO date) of the week that holds the day nine days from now: past every notice, inside the three weeks. */
export function weekToOffer(now = new Date()): string {
  const day = new Date(now.getTime() + 9 * dayMs)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10)
}

/** 1 = Monday of that week. */
export function dayOfWeek(mondayOn: string, weekday: number): string {
  return new Date(Date.parse(`${mondayOn}T00:00:00Z`) + (weekday - 1) * dayMs).toISOString().slice(0, 10)
}

/** Goes from week to week, as the page offers, until it shows the one that starts on that Monday. */
async function goToWeek(page: Page, mondayOn: string): Promise<void> {
  const shown = page.locator('input[name=week]')
  for (let tries = 0; tries < 4; tries += 1) {
    const before = await shown.inputValue()
    if (before === mondayOn) return
    await page
      .locator('.send')
      .getByRole('button', { name: /^Save and go to week of|^Speichern und zur Woche ab/ })
      .click()
    await page.locator(`input[name=week]:not([value="${before}"])`).waitFor({ state: 'attached' })
  }
  throw new Error(`the page never showed the week of ${mondayOn}`)
}

/** A stretch of one day on the guest's own clock: weekday 1-7 of the offered week, "10:00". */
export interface Stretch {
  weekday: number
  from: string
  to: string
}

/** Ticks the squares of each stretch in the week to offer; what was ticked before in that week is cleared first. */
export async function tickTimes(page: Page, stretches: readonly Stretch[]): Promise<void> {
  await goToWeek(page, weekToOffer())
  await page.getByRole('button', { name: /^Clear$|^Leeren$/ }).click()
  for (const { weekday, from, to } of stretches)
    for (let start = from; start < to; start = halfHourLater(start))
      await page
        .locator('.grid fieldset')
        .nth(weekday - 1)
        .getByText(start, { exact: true })
        .click()
}

function halfHourLater(clock: string): string {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + 30
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Opens the mailed link, ticks, sends; what comes next is open afterwards: thanks, or already the times to approve. */
export async function offerTimes(page: Page, link: string, stretches: readonly Stretch[]): Promise<void> {
  await page.goto(link)
  await tickTimes(page, stretches)
  await page
    .getByRole('button', { name: /^Send my (times|changes)$|^Meine Zeiten senden$|^Änderungen senden$/ })
    .click()
  await page.locator('.grid').waitFor({ state: 'detached' })
}

/** Opens the mailed link, approves the first of the times, and gives the words of that card. */
export async function approveFirst(page: Page, link: string): Promise<string> {
  await page.goto(link)
  const first = page.locator('label.choice').first()
  const words = (await first.textContent()) ?? ''
  await first.click()
  await page.getByRole('button', { name: /^Approve this time$|^Diese Zeit bestätigen$/ }).click()
  await page.getByRole('heading', { level: 1, name: /fixed|fest/ }).waitFor()
  return words
}

/** Says in the disclosure below the grid that the interview is not wanted. */
export async function declineWith(page: Page, link: string, reason: string): Promise<void> {
  await page.goto(link)
  await page.getByText(/^None of these suit you|^Nichts davon passt/).click()
  await page.getByLabel(/^Reason|^Grund/).fill(reason)
  await page.getByLabel(/^Yes, I cannot take part|^Ja, ich kann nicht teilnehmen/).check()
  await page.getByRole('button', { name: /^Tell them I cannot take part$|^Absage senden$/ }).click()
  await page.getByRole('heading', { level: 1, name: /cannot take part|nicht teilnehmen/ }).waitFor()
}

export function linkOf(mail: ReadMail): string {
  if (!mail.link) throw new Error(`no link in "${mail.subject}"`)
  return mail.link
}
