import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages, localeFor } from '../../src/domain/language.ts'
import { accentSheet } from '../../src/web/guest/accent.ts'
import type { GuestView } from '../../src/web/guest/view.ts'
import { renderGuestPage } from '../../src/web/guestPages.ts'
import { catalogue } from '../../src/words/catalogue.ts'
import type { PageWords } from '../../src/words/pageWords.ts'
import type { GuestPage } from '../../src/workflow/guestPage.ts'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import { pseudoWords } from '../words/pseudo.ts'
import { clippedIn } from './clipped.ts'
import {
  approval,
  availability,
  choice,
  closed,
  commonParts,
  expired,
  manage,
  readChoice,
  readNo,
  readTimes,
  someWindows,
  viewFor,
  waiting,
} from './guestSamples.ts'

const hasChromium = findChromium() !== null
if (!hasChromium) {
  if (process.env.PARLEY_TEST_ALL === '1') throw new Error(chromiumHint)
  console.log(`Skipping the layout tests. ${chromiumHint}`)
}

const css = readFileSync(new URL('../../src/web/assets/guest.css', import.meta.url), 'utf8')
// Where to keep pictures for a person to look at; none are kept without it.
const pictures = process.env.PARLEY_TEST_SHOTS ?? ''

/** The times and lists in a range of other words stay readable: they are what people compare. */
const isTime = (key: string) => ['to', 'clock', 'colon'].includes(key)
const pseudo = pseudoWords(catalogue.en.pages, isTime)

const errors = (words: PageWords): GuestView['errors'] => [
  { field: 'grid', text: words.errors.noTimes },
  { field: 'zone', text: words.errors.zoneChanged('America/Argentina/Buenos_Aires') },
  { field: 'sure', text: words.errors.sure },
  { field: 'on1', text: words.errors.notInWeek('Mon 23 Nov', 'Fri 27 Nov 2026') },
  { field: 'note', text: words.errors.note(2_000) },
  { field: 'decline-sure', text: words.errors.declineTick },
]

type Change = (words: PageWords) => Partial<GuestView>
const none: Change = () => ({})
const limits = (words: PageWords) => manage({ limitWords: words.limits.open(24, 2) })

/** Every page with all that can stand on it. */
const pages: readonly [string, (words: PageWords) => GuestPage, Change][] = [
  ['availability', () => availability({ ...commonParts({ reminders: 'planned' }) }), none],
  ['availabilityWrong', () => availability({ windows: someWindows }), (words) => ({ errors: errors(words) })],
  ['availabilityWeek', () => availability({ weekdays: [1, 2, 3, 4, 5, 6, 7] }), () => ({ hasEvenings: true })],
  ['told', () => availability({ windows: someWindows, hasAnswered: true, note: 'Lunch works.' }), none],
  ['choice', () => choice(), (words) => ({ errors: [{ field: 'proposals', text: words.errors.choose }] })],
  ['choiceEmpty', () => choice({ proposals: [], more: [] }), () => ({ notice: 'taken' })],
  ['approval', () => approval(), none],
  ['readTimes', () => readTimes(), none],
  ['readChoice', () => readChoice(), none],
  ['readNo', () => readNo(), none],
  ['waiting', () => waiting({ ...commonParts({ reminders: 'stopped' }) }), none],
  ['manage', limits, (words) => ({ trouble: words.trouble.busy })],
  ['closed', () => closed({ words: '' }), () => ({ notice: 'tooLate' })],
  ['expired', () => expired(), none],
]

function documents(words: PageWords, language: Language, locale: string): [string, string][] {
  const shown = pages.map(([name, page, change]): [string, string] => {
    const of = page(words)
    return [name, renderGuestPage(of, viewFor(of, { language, locale, ...change(words) }), words)]
  })
  // Pages of no link always speak the language of the browser; their words are walked in the pseudo-locale as "unknown".
  const unknown: GuestPage = { page: 'unknown' }
  return [...shown, ['unknown', renderGuestPage(unknown, viewFor(unknown, { language, locale }), words)]]
}

async function findClipped(page: Page, html: string, width: number, picture: string): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 })
  await page.setContent(
    html.replace(/<link rel="stylesheet"[^>]*guest\.css[^>]*>/, `<style>${accentSheet('0b5d51.css')}${css}</style>`),
  )
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
  if (pictures) {
    mkdirSync(pictures, { recursive: true })
    writeFileSync(`${pictures}/${picture}.png`, await page.screenshot({ fullPage: true }))
  }
  return clippedIn(page)
}

describe.skipIf(!hasChromium)(
  'on a phone of 390 px and a screen of 1280 px nothing is clipped or runs out of its box',
  () => {
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      browser = await launchChromium()
      page = await browser.newPage()
    })
    afterAll(async () => browser?.close())

    const cases: [string, PageWords, Language, string][] = [
      ['in the pseudo-locale, accented and a third longer', pseudo, 'en', 'en-XA'],
      ...languages.map((language): [string, PageWords, Language, string] => [
        `in ${language}`,
        catalogue[language].pages,
        language,
        localeFor(language, language),
      ]),
    ]

    it.each(cases)(
      'every guest page %s',
      async (name, words, language, locale) => {
        const found: string[] = []
        for (const [kind, html] of documents(words, language, locale))
          for (const width of [390, 1280]) {
            const file = `${name.slice(3, 9).trim()}-${kind}-${width}`
            found.push(...(await findClipped(page, html, width, file)).map((each) => `${kind}, ${width} px: ${each}`))
          }
        expect(found).toEqual([])
      },
      120_000,
    )

    it('would see a button that is cut off, and a word that runs out of its card', async () => {
      const cut = '<button style="width:60px;overflow:hidden;white-space:nowrap">A long label that is cut</button>'
      const run = '<p style="width:80px">Donaudampfschifffahrtsgesellschaft</p>'
      const wide = '<div style="width:2000px">far</div>'
      for (const html of [cut, run, wide]) {
        await page.setViewportSize({ width: 390, height: 844 })
        await page.setContent(`<body style="overflow-wrap:normal">${html}</body>`)
        expect(await clippedIn(page), html).not.toEqual([])
      }
    })
  },
)

describe('the pseudo-locale', () => {
  it('shows that no word of a page stands outside the catalogue', () => {
    // What records and people wrote, and names of languages, which are their own.
    const known = [
      ...['Harbour & Finch', 'Ruth Berger', 'ruth@harbourfinch.example', 'Jane Moreau', 'Backend Engineer Interview'],
      ...['Backend Engineer', 'Acme Robotics', 'Video call: meet.acme.example/backend', 'Video call', 'Maria Lopez'],
      ...['Tom Reed', 'Lunch works.', 'St Andrew’s Day', 'first possible day', 'in both of your working hours'],
    ]
    for (const [name, html] of documents(pseudo, 'en', 'en-XA')) {
      const text = html
        .replace(/<(script|style)[\s\S]*?<\/\1>|<select id="zone"[\s\S]*?<\/select>|<nav[\s\S]*?<\/nav>/g, ' ')
        .replace(/<[^>]+>/g, '\n')
        .replaceAll('&amp;', '&')
        .replaceAll('&#39;', "'")
      const left = known
        .reduce(
          (rest, each) => rest.replaceAll(each, ''),
          text.replace(/\[[^[\]]*\]/g, ' ').replace(/\[[^[\]]*\]/g, ' '),
        )
        .split('\n')
        .map((line) =>
          line.replace(
            /\d+:\d\d [AP]M|\bto\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*|\b(Nov|Dec)\w*|UTC|and|GB|[A-Z]\w+\/[A-Z][\w ]+/g,
            '',
          ),
        )
        .filter((line) => /\p{L}{2}/u.test(line))
      expect(left, name).toEqual([])
    }
  })
})
