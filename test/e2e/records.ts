import type { Page } from 'playwright-core'
import type { House } from './suite.ts'

export interface ReadApplication {
  stage: string
  feed: string[]
  interviews: { title: string; href: string; tag: string }[]
}

/** Finds the candidate in the records by name, opens the application for the job, and reads what stands there. */
export async function readApplication(
  house: House,
  page: Page,
  candidate: string,
  job: string,
): Promise<ReadApplication> {
  await openCandidate(house, page, candidate)
  await page.locator('.row-title', { hasText: job }).first().click()
  await page.locator('.ladder').waitFor()
  return {
    stage: ((await page.locator('.ladder [aria-current]').textContent()) ?? '').replace(/\s*\(now\)/, '').trim(),
    feed: await page.locator('.feed li p').allInnerTexts(),
    interviews: await page.locator('.rows li').evaluateAll((items) =>
      items.flatMap((item) => {
        const link = item.querySelector('a')
        const href = link?.getAttribute('href') ?? ''
        return href.startsWith('/records/interviews/')
          ? [{ title: link?.textContent ?? '', href, tag: item.querySelector('.row-tags')?.textContent?.trim() ?? '' }]
          : []
      }),
    ),
  }
}

/** The page of one interview record, as text. */
export async function readInterview(house: House, page: Page, href: string): Promise<string> {
  await page.goto(house.parley.url + href)
  return (await page.locator('main').textContent()) ?? ''
}

/** Opens the record of a candidate by typing the name into the search. */
export async function openCandidate(house: House, page: Page, candidate: string): Promise<void> {
  await page.goto(`${house.parley.url}/records/candidates`)
  await page.getByLabel('Search candidates').fill(candidate)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.row-title', { hasText: candidate }).click()
}

/** Writes another address into the candidate's record, as a recruiter does there. */
export async function changeEmail(house: House, page: Page, candidate: string, email: string): Promise<void> {
  await openCandidate(house, page, candidate)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('E-mail addresses').fill(email)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: email }).waitFor()
}

/** The same for a contact of a client. */
export async function changeContactEmail(house: House, page: Page, contact: string, email: string): Promise<void> {
  await page.goto(`${house.parley.url}/records/contacts`)
  await page.getByLabel('Search contacts').fill(contact)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.row-title', { hasText: contact }).click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: email }).waitFor()
}

/** Puts the candidate forward for a second job, in its first stage. */
export async function putForward(house: House, page: Page, candidate: string, job: RegExp): Promise<void> {
  await openCandidate(house, page, candidate)
  await page.getByRole('link', { name: 'Put forward for a job' }).click()
  const option = await page.getByLabel(/^Job/).locator('option', { hasText: job }).getAttribute('value')
  await page.getByLabel(/^Job/).selectOption(option)
  await page.getByRole('button', { name: /put forward/i }).click()
  await page.locator('.ladder').waitFor()
}
