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
  await page.goto(`${house.parley.url}/records/candidates`)
  await page.getByLabel('Search candidates').fill(candidate)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.row-title', { hasText: candidate }).click()
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
