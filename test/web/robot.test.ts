import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveFirst, linkOf, offerTimes } from '../e2e/guest.ts'
import { readMail } from '../e2e/mail.ts'
import { cardOf, enter, openRequest, setUpAgency, stepOf, waitForPill } from '../e2e/recruiter.ts'
import { describeWithChromium, type OpenHouse, openHouse } from '../e2e/suite.ts'
import { waitUntil } from '../e2e/waitUntil.ts'
import { describeOnPostgres } from '../fakes/postgres.ts'

// Mail scanners, link previews and crawlers open what they find, and some press what they see. Nothing that was not meant
// by a person may change a row: looked at by a second reader, straight in PostgreSQL.

const video = 'https://meet.acme.example/backend'
const marta = 'marta.lindqvist@acme.example'

describeWithChromium('a robot that opens everything', () => {
  describeOnPostgres('of a running agency on PostgreSQL', (postgres) => {
    let house: OpenHouse
    let database: pg.Client

    beforeAll(async () => {
      const owner = await postgres().createDatabase()
      house = await openHouse({ env: { DATABASE_URL: owner } })
      // The superuser sees every tenant's rows; the product's own roles see one tenant at a time.
      const all = new URL(postgres().url)
      all.pathname = new URL(owner).pathname
      database = new pg.Client({ connectionString: all.href })
      await database.connect()
      await bringToTheMiddle(house)
    }, 180_000)
    afterAll(async () => {
      await database?.end()
      await house?.close()
    })

    it('changes no row of any table: every page and link with GET, HEAD and OPTIONS, every form untouched', async () => {
      await settle(database)
      const before = await hashTables(database)
      expect(Object.keys(before).length).toBeGreaterThan(25)
      const visited = await crawl(house)
      await settle(database)
      expect(await hashTables(database)).toEqual(before)

      const recruiterPaths = visited.opened.filter((url) => url.origin === house.parley.url).map((url) => url.pathname)
      for (const place of [
        /^\/threads\/thread_/,
        /^\/mailbox\/[^/]+\/invite\.ics$/,
        /^\/records\/applications\/[^/]+$/,
        /\/edit$/,
      ])
        expect(recruiterPaths.filter((path) => place.test(path)).length, String(place)).toBeGreaterThan(0)
      expect(visited.headings).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/when could you meet/),
          expect.stringMatching(/may we fix a time with/),
          expect.stringMatching(/^Your interview is fixed/),
        ]),
      )
      expect(visited.linksInText.size).toBeGreaterThan(5)
      expect(visited.linksInCalendars.size).toBeGreaterThan(1)
      expect(visited.pressedCount).toBeGreaterThan(60)
      expect(visited.failed).toEqual([])
      expect(visited.headings.filter((heading) => /wait a minute|eine Minute/.test(heading))).toEqual([])
    }, 240_000)

    it('leaves a database whose hashes do change as soon as a person ticks one hour and sends it', async () => {
      const before = await hashTables(database)
      const box = await house.openDesk()
      await enter(house, box)
      const asked = await readMail(house, box, { to: 'beatriz.sousa' })
      await offerTimes(await house.openPhone('Europe/Lisbon'), linkOf(asked), [
        { weekday: 5, from: '10:00', to: '11:00' },
      ])
      await settle(database)
      const after = await hashTables(database)
      expect(after.windows).not.toBe(before.windows)
      expect(after.parties).not.toBe(before.parties)
      expect(after.ats_candidates).toBe(before.ats_candidates)
    })
  })
})

/** Three requests: Jane's is booked, Lukas's waits for the client's approval, Beatriz's for both sides. */
async function bringToTheMiddle(house: OpenHouse): Promise<void> {
  const desk = await house.openDesk()
  await enter(house, desk)
  await setUpAgency(desk)
  const ask = (name: string) => `schedule ${name} with Marta Lindqvist for the Backend role`
  await openRequest(house, desk, { sentence: ask('Jane Whitfield'), candidate: 'Jane Whitfield', video })
  const box = await desk.context().newPage()
  const phone = await house.openPhone('Europe/Berlin')
  const timesOf = async (to: string, count: number, weekday: number) => {
    const mail = await readMail(house, box, { to, subject: /which times|welche Zeiten/i, count })
    await offerTimes(phone, linkOf(mail), [{ weekday, from: '10:00', to: '14:00' }])
  }
  await timesOf('jane.whitfield', 1, 2)
  await timesOf(marta, 1, 2)
  await approveFirst(phone, linkOf(await readMail(house, box, { to: marta, subject: /^Please approve/ })))
  await waitForPill(desk, 'Jane Whitfield', 'Booked')

  await openRequest(house, desk, { sentence: ask('Lukas Brandt'), candidate: 'Lukas Brandt' })
  await timesOf('lukas.brandt', 1, 3)
  await timesOf(marta, 2, 3)
  await waitForPill(desk, 'Lukas Brandt', /approval/)
  await readMail(house, box, { to: marta, subject: /^Please approve/, count: 2 })

  await openRequest(house, desk, { sentence: ask('Beatriz Sousa'), candidate: 'Beatriz Sousa' })
  await stepOf(cardOf(desk, 'Beatriz Sousa'), 'Ask Marta Lindqvist').getByText('Done', { exact: true }).waitFor()
  await Promise.all([desk.context().close(), phone.context().close()])
}

// ---- the second reader -----------------------------------------------------------------------------------------

/** Waits until nothing that is due is left to do. */
async function settle(database: pg.Client): Promise<void> {
  const query = `select
    (select count(*) from effects where state = 'trying' or (state = 'owed' and next_attempt_at <= now() + interval '5 s'))
    + (select count(*) from inbound where handled_at is null) as left_over`
  await waitUntil('all that is due is done', async () => {
    const { rows } = await database.query<{ left_over: string }>(query)
    return rows[0]?.left_over === '0'
  })
}

/** Columns that the passing minute writes. */
const passing: Readonly<Record<string, readonly string[]>> = {
  settings: ['beat_at', 'version'],
  members: ['next_briefing_at', 'alerted_at'],
}

/** By table of the product: a hash over all rows, in an order that does not depend on where they are stored. */
async function hashTables(database: pg.Client): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables.rows) {
    // Time passes by itself meanwhile: when it last did, and when who is briefed next, is no answer to a request.
    const row = `(to_jsonb(t) ${(passing[name] ?? []).map((column) => `- '${column}'`).join(' ')})::text`
    const { rows } = await database.query<{ hash: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as hash
       from ${pg.escapeIdentifier(name)} t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}

// ---- the robot -------------------------------------------------------------------------------------------------

interface Found {
  links: string[]
  forms: { method: string; action: string; presses: { action: string; fields: [string, string][] }[] }[]
  heading: string
}

interface Visited {
  opened: URL[]
  headings: string[]
  linksInText: Set<string>
  linksInCalendars: Set<string>
  pressedCount: number
  failed: string[]
}

async function crawl(house: OpenHouse): Promise<Visited> {
  const reader = await (await house.browser.newContext()).newPage()
  const own = [house.parley.url, house.parley.guestUrl]
  const cookie = await sessionOf(house)
  const visited: Omit<Visited, 'pressedCount'> = {
    opened: [],
    headings: [],
    linksInText: new Set(),
    linksInCalendars: new Set(),
    failed: [],
  }
  const seen = new Set<string>()
  const waiting: URL[] = []
  const pressed = new Set<string>()
  const remember = (address: string) => {
    if (!URL.canParse(address)) return
    const url = new URL(address)
    url.hash = ''
    if (!own.includes(url.origin) || seen.has(url.href)) return
    seen.add(url.href)
    waiting.push(url)
  }
  const isGuests = (url: URL) => url.origin === house.parley.guestUrl
  /** A scanner has the link from the mail and nothing else; the recruiter's side is opened with the recruiter's session. */
  const headersFor = (url: URL): Record<string, string> => (isGuests(url) ? {} : { cookie })
  const ask = async (method: string, url: URL, body?: URLSearchParams) => {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...headersFor(url), ...(body ? { origin: url.origin, 'sec-fetch-site': 'same-origin' } : {}) },
      ...(body ? { body } : {}),
    })
    if (answer.status >= 500) visited.failed.push(`${method} ${url.href}: ${answer.status}`)
    const location = answer.headers.get('location')
    if (location) remember(new URL(location, url).href)
    const kind = answer.headers.get('content-type') ?? ''
    if (!kind.startsWith('text/event-stream')) return { kind, text: await answer.text() }
    await answer.body?.cancel()
    return { kind, text: '' }
  }

  remember(house.parley.address)
  remember(`${house.parley.guestUrl}/`)
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    visited.opened.push(url)
    await ask('HEAD', url)
    await ask('OPTIONS', url)
    const { kind, text } = await ask('GET', url)
    // The raw source breaks links over lines; their whole forms stand in the other parts of the same mail.
    const isSource = url.search === '?part=source' || url.pathname.endsWith('.eml')
    for (const address of isSource ? [] : addressesIn(text)) {
      remember(address)
      if (kind.startsWith('text/calendar')) visited.linksInCalendars.add(address)
      else if (url.search === '?part=text') visited.linksInText.add(address)
    }
    if (!kind.startsWith('text/html')) continue
    const found = await readPage(reader, text, url)
    visited.headings.push(found.heading)
    for (const link of found.links) remember(link)
    for (const form of found.forms) {
      for (const { action, fields } of form.presses) {
        const target = new URL(action)
        const body = new URLSearchParams(fields)
        if (form.method === 'get') {
          target.search = body.toString()
          remember(target.href)
        } else if (isGuests(target)) {
          // A page in another language sends the same answer: one press of each.
          const answer = `${action}?${new URLSearchParams(fields.filter(([name]) => name !== 'lang'))}`
          if (pressed.has(answer)) continue
          pressed.add(answer)
          await ask('POST', target, body)
        } else remember(target.href)
      }
    }
  }
  await reader.context().close()
  return { ...visited, pressedCount: pressed.size }
}

async function sessionOf(house: OpenHouse): Promise<string> {
  const answer = await fetch(house.parley.address, { redirect: 'manual' })
  return (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
}

/** Addresses as they stand in texts, calendar lines (unfolded) and markup. */
function addressesIn(text: string): string[] {
  return text.replace(/\r?\n[ \t]/g, '').match(/https?:\/\/127\.0\.0\.1:\d+[^\s"'<>\\]*/g) ?? []
}

/** What a browser makes of the page: its links, and its forms with the fields that each of their buttons would send. */
async function readPage(reader: Page, markup: string, url: URL): Promise<Found> {
  const script = `((markup, base) => {
    const page = new DOMParser().parseFromString(markup, 'text/html')
    const at = (address) => (URL.canParse(address, base) ? new URL(address, base).href : base)
    const linked = [...page.querySelectorAll('[href], [src], [data-live], [data-read]')]
    const names = ['href', 'src', 'data-live', 'data-read']
    return {
      heading: page.querySelector('h1')?.textContent.trim() ?? '',
      links: linked.flatMap((each) => names.flatMap((name) => each.hasAttribute(name) ? [at(each.getAttribute(name))] : [])),
      forms: [...page.forms].map((form) => {
        const action = at(form.getAttribute('action') ?? '')
        const buttons = [...form.elements].filter((each) => each.type === 'submit')
        return {
          method: (form.getAttribute('method') ?? 'get').toLowerCase(),
          action,
          presses: [undefined, ...buttons].map((button) => ({
            action: button?.hasAttribute('formaction') ? at(button.getAttribute('formaction')) : action,
            fields: [...new FormData(form, button)].filter(([, value]) => typeof value === 'string'),
          })),
        }
      }),
    }
  })(${JSON.stringify(markup)}, ${JSON.stringify(url.href)})`
  return (await reader.evaluate(script)) as Found
}
