import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberId, TenantId } from '../../src/domain/ids.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import { createMailboxApp } from '../../src/web/mailbox.ts'
import { chromiumHint, findChromium, launchChromium } from '../fakes/chromium.ts'
import { type MemoryTestStore, openMemoryTestStore, openTestStore } from '../fakes/testStore.ts'
import { carl, everyMail, fromAddress, jane } from './letters.ts'

const isBrowserWanted = findChromium() !== null || Boolean(process.env.PARLEY_TEST_ALL)
const memberId = 'member_1' as MemberId

async function fill(box: ReturnType<typeof createMailbox>, tenantId: TenantId, pause: () => void) {
  let count = 0
  for (const reader of [jane, carl])
    for (const { mail } of everyMail(reader)) {
      pause()
      count += 1
      await box.send(tenantId, { ...mail, messageId: `eff_${count}@bright-talent.example` })
    }
  return count
}

describe('the built-in mailbox', () => {
  test.each([
    ['in memory', openMemoryTestStore],
    ['on the embedded database', openTestStore],
  ])(
    '%s keeps a mail as it would have gone, once per Message-ID, and its proof says that it was not sent',
    async (_name, open) => {
      const { store, clock, ids, tenantId } = await open()
      try {
        const box = createMailbox({ store, clock, ids, fromAddress, mailboxUrl: 'http://127.0.0.1:1/mailbox' })
        const invitation = everyMail(jane).find(({ name }) => name === 'invitation')
        if (!invitation) throw new Error('no invitation')
        const mail = { ...invitation.mail, messageId: 'eff_1@bright-talent.example' }
        const proof = await box.send(tenantId, mail)
        clock.moveBy(60_000)
        expect(await box.send(tenantId, mail)).toEqual(proof)
        const rows = await store.inTenant(tenantId, (tx) => tx.find('mailbox'))
        expect(rows).toHaveLength(1)
        expect(proof).toEqual({
          at: '2027-03-01T08:00:00.000Z',
          id: '<eff_1@bright-talent.example>',
          said: 'Kept in the built-in mailbox, not sent: no mail server is configured',
          url: `http://127.0.0.1:1/mailbox/${rows[0]?.id}`,
        })
        const parsed = await PostalMime.parse(rows[0]?.source ?? '')
        expect([parsed.subject, parsed.to?.[0]?.address, parsed.date]).toEqual([
          mail.subject,
          jane.email,
          '2027-03-01T08:00:00.000Z',
        ])
        expect(rows[0]?.ics).toBe(mail.calendar?.content)
      } finally {
        await store.close()
      }
    },
  )

  test('keeps nothing for an address that is not one', async () => {
    const { store, clock, ids, tenantId } = await openMemoryTestStore()
    const [first] = everyMail(jane)
    if (!first) throw new Error('no mail')
    const box = createMailbox({ store, clock, ids, fromAddress })
    const to = { name: 'Jane', address: 'a@b.de, c@d.de' }
    await expect(box.send(tenantId, { ...first.mail, to, messageId: 'a@b' })).rejects.toMatchObject({ code: 'refused' })
    expect(await store.inTenant(tenantId, (tx) => tx.count('mailbox'))).toBe(0)
  })
})

describe('the mailbox pages', () => {
  let open: MemoryTestStore
  let app: Hono
  let ids: { invitation: string; request: string }
  let count: number
  let browser: Browser
  let base: string
  let stop: () => Promise<void>
  beforeAll(async () => {
    open = await openMemoryTestStore()
    const { store, clock, tenantId } = open
    count = await fill(createMailbox({ ...open, fromAddress }), tenantId, () => clock.moveBy(60_000))
    const rows = await store.inTenant(tenantId, (tx) => tx.find('mailbox'))
    ids = {
      invitation: rows.find((row) => row.subject.startsWith('Interview confirmed: Backend'))?.id ?? '',
      request: rows.find((row) => row.subject.startsWith('Interview for'))?.id ?? '',
    }
    app = new Hono().route('/mailbox', createMailboxApp({ store, viewer: () => ({ tenantId, memberId }) }))
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    stop = () => new Promise((resolve) => server.close(() => resolve()))
    if (isBrowserWanted) browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await stop?.()
  })

  const textOf = async (path: string) => (await app.request(path)).text()

  test('list all 48 mails, newest first, and say that none was sent', async () => {
    expect(count).toBe(48)
    const page = await textOf('/mailbox')
    expect(page).toContain('Mails are kept here and not sent, because no mail server is configured')
    expect(page).toContain('48 mails')
    const times = [...page.matchAll(/<time datetime="([^"]+)"/g)].map((match) => match[1])
    expect(times).toHaveLength(48)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('find the mails to one address, and say when there is none', async () => {
    const page = await textOf('/mailbox?q=c.fischer%40acme')
    expect(page).toContain('24 mails to “c.fischer@acme”')
    expect(page).not.toContain(jane.email)
    expect(await textOf('/mailbox?q=nobody')).toContain('No mail went to anybody of that name or address.')
    expect(await textOf('/mailbox?q=%3Cscript%3E')).not.toContain('<script')
  })

  test('show a calendar entry in words and give the file', async () => {
    const page = await textOf(`/mailbox/${ids.invitation}?part=calendar`)
    for (const fact of [
      'Puts an entry into the calendar (REQUEST)',
      'Jane Roe &lt;jane.roe@mail.example&gt;',
      'Tuesday, 24 November 2026',
    ])
      expect(page).toContain(fact)
    const file = await app.request(`/mailbox/${ids.invitation}/invite.ics`)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect((await app.request(`/mailbox/${ids.request}/invite.ics`)).status).toBe(404)
    expect(await textOf(`/mailbox/${ids.request}`)).not.toContain('part=calendar')
  })

  test('frame the HTML part so that it can run, load and send nothing', async () => {
    const page = await textOf(`/mailbox/${ids.invitation}`)
    expect(page).toContain(`<iframe class="mailbox-frame" src="/mailbox/${ids.invitation}/page"`)
    expect(page).not.toMatch(/sandbox="[^"]*allow-(scripts|same-origin|forms|top)/)
    const frame = await app.request(`/mailbox/${ids.invitation}/page`)
    const policy = frame.headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", 'sandbox allow-popups'])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
  })

  test('show text and source, and 404 for a mail of another tenant or none', async () => {
    expect(await textOf(`/mailbox/${ids.invitation}?part=text`)).toContain('Hello Jane Roe,')
    expect(await textOf(`/mailbox/${ids.invitation}?part=source`)).toContain('Auto-Submitted: auto-generated')
    const other = await open.store.createTenant()
    const stranger = new Hono().route(
      '/mailbox',
      createMailboxApp({ store: open.store, viewer: () => ({ tenantId: other, memberId }) }),
    )
    for (const path of ['', '/page', '/invite.ics', '/source.eml']) {
      expect((await stranger.request(`/mailbox/${ids.invitation}${path}`)).status, path).toBe(404)
      expect((await app.request(`/mailbox/mailbox_none${path}`)).status, path).toBe(404)
    }
  })

  test('change nothing and take no other method', async () => {
    const before = JSON.stringify(await open.store.inTenant(open.tenantId, (tx) => tx.find('mailbox')))
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE'])
      for (const path of ['', `/${ids.invitation}`, `/${ids.invitation}/page`, '/mailbox.css'])
        await app.request(`/mailbox${path}`, { method })
    expect(JSON.stringify(await open.store.inTenant(open.tenantId, (tx) => tx.find('mailbox')))).toBe(before)
    expect((await app.request(`/mailbox/${ids.invitation}`, { method: 'POST' })).status).toBe(404)
  })

  describe.skipIf(!isBrowserWanted)(isBrowserWanted ? 'in a browser' : `in a browser: ${chromiumHint}`, () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

    /** What axe finds against WCAG 2.2 AA, and whether something is wider than the window. */
    async function violationsOf(page: Page): Promise<string[]> {
      await page.evaluate(axe)
      return page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run: (
              root: unknown,
              options: unknown,
            ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
          }
        }
        const values = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
        const { violations } = await axe.run({ exclude: [['iframe']] }, { runOnly: { type: 'tag', values } })
        const { document, innerWidth } = globalThis as unknown as {
          document: { documentElement: { scrollWidth: number } }
          innerWidth: number
        }
        const found = violations.map(
          (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`,
        )
        return document.documentElement.scrollWidth > innerWidth ? [...found, 'wider than the window'] : found
      })
    }

    test.each([
      [390, 'light'],
      [390, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const)('pages and every mail have no accessibility violation at %i px, %s', async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const rooms = await context.newPage()
      // A page of its own: in a frame's policy no script runs, not even axe, so the same bytes are shown without it.
      const mails = await context.newPage()
      const rows = await open.store.inTenant(open.tenantId, (tx) => tx.find('mailbox'))
      const paths = [
        '',
        '?q=nobody',
        ...['html', 'text', 'calendar', 'source'].map((part) => `/${ids.invitation}?part=${part}`),
      ]
      for (const path of paths) {
        await rooms.goto(`${base}/mailbox${path}`)
        expect(await violationsOf(rooms), path).toEqual([])
      }
      for (const row of rows) {
        await mails.setContent(row.html)
        expect(await violationsOf(mails), row.subject).toEqual([])
      }
      await context.close()
    })

    test('a mail’s button is at least 44 px high and opens outside the frame', async () => {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(`${base}/mailbox/${ids.request}`)
      const frame = page.frameLocator('iframe')
      const button = frame.getByRole('link', { name: 'Choose my times' })
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      expect(await frame.locator('base').getAttribute('target')).toBe('_blank')
      await page.close()
    })
  })
})
