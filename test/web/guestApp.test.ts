import { describe, expect, it } from 'vitest'
import { ParleyError } from '../../src/domain/errors.ts'
import { createGuestApp } from '../../src/web/guestApp.ts'
import type { GuestPage } from '../../src/workflow/guestPage.ts'
import {
  approval,
  availability,
  choice,
  clockAt,
  closed,
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

const letters = {
  availability: 'a',
  draft: 'b',
  answered: 'c',
  choice: 'd',
  approval: 'e',
  waiting: 'f',
  manage: 'g',
  closed: 'h',
  expired: 'i',
  readTimes: 'm',
  readChoice: 'n',
  readNo: 'o',
}
const path = (name: keyof typeof letters) => `/l/${secretOf(letters[name])}`

function setUp() {
  const pages: Record<keyof typeof letters, GuestPage> = {
    availability: availability({ reminders: 'planned' }),
    draft: availability({ windows: someWindows }),
    answered: availability({ windows: someWindows, hasAnswered: true, answeredBy: 'party' }),
    choice: choice(),
    approval: approval({ reminders: 'planned' }),
    waiting: waiting(),
    manage: manage(),
    closed: closed(),
    expired: expired(),
    readTimes: readTimes(),
    readChoice: readChoice(),
    readNo: readNo(),
  }
  const bySecret = Object.fromEntries(
    Object.entries(pages).map(([name, page]) => [secretOf(letters[name as keyof typeof letters]), page]),
  )
  const house = fakeHouse(bySecret)
  const clock = clockAt(now)
  const logged: unknown[] = []
  let address = '192.0.2.1'
  const app = createGuestApp({
    guest: house.guest,
    clock,
    log: (event, facts) => logged.push({ event, facts }),
    addressOf: () => address,
  })
  const post = (where: string, fields: Record<string, string> | string, headers: Record<string, string> = {}) =>
    app.request(where, {
      method: 'POST',
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  const comeFrom = (to: string) => {
    address = to
  }
  return { ...house, app, clock, logged, post, comeFrom }
}

const weekFields = {
  was: 'Europe/Berlin',
  zone: 'Europe/Berlin',
  lang: 'en',
  week: '2026-11-23',
  evenings: '0',
  note: '',
}

interface Form {
  action: string
  fields: [string, string][]
  buttons: { action: string; pair: [string, string] | null }[]
}

/** The forms of a page as a program without script sees them, nothing filled in. */
function formsOf(html: string): Form[] {
  const value = (tag: string, name: string) => new RegExp(`\\s${name}="?([^">\\s]*)`).exec(tag)?.[1]
  return [...html.matchAll(/<form method="post" action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action = '', inner = '']) => {
      const fields: [string, string][] = []
      for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
        const isOff = /type="?(checkbox|radio)/.test(tag) && !/\schecked/.test(tag)
        if (!isOff) fields.push([value(tag, 'name') ?? '', value(tag, 'value') ?? 'on'])
      }
      for (const [, tag = '', text = ''] of inner.matchAll(/(<textarea[^>]*>)([^<]*)/g))
        fields.push([value(tag, 'name') ?? '', text])
      for (const [, tag = '', options = ''] of inner.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
        const chosen = /<option([^>]*) selected>([^<]*)/.exec(options) ?? /<option([^>]*)>([^<]*)/.exec(options)
        fields.push([value(tag, 'name') ?? '', value(chosen?.[1] ?? '', 'value') ?? chosen?.[2] ?? ''])
      }
      const buttons = [...inner.matchAll(/<button[^>]*>/g)].map(([tag]) => {
        const name = value(tag, 'name')
        return {
          action: value(tag, 'formaction') ?? action,
          pair: name ? ([name, value(tag, 'value') ?? ''] as [string, string]) : null,
        }
      })
      return { action, fields, buttons: [{ action, pair: null }, ...buttons] }
    },
  )
}

describe('what a link shows', () => {
  it.each([
    ['availability', 200, 'when could you meet Acme Robotics?'],
    ['answered', 200, 'This is what you told us.'],
    ['choice', 200, 'which time suits you best?'],
    ['approval', 200, 'may we fix a time with Jane Moreau?'],
    ['waiting', 200, 'We are asking the other side.'],
    ['manage', 200, 'Your interview is fixed'],
    ['closed', 200, 'This interview was cancelled'],
    ['expired', 410, 'This link has expired'],
  ] as const)('%s answers %i', async (name, status, words) => {
    const { app } = setUp()
    const response = await app.request(path(name))
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })

  it('answers unknown, revoked, malformed and every other address with one and the same 404', async () => {
    const { app } = setUp()
    const texts = new Set<string>()
    for (const where of [`/l/${secretOf('z')}`, '/l/x', '/l/%3Cb%3E', '/', '/admin', '/l', '/assets/none.css']) {
      const response = await app.request(where)
      expect(response.status).toBe(404)
      texts.add(await response.text())
    }
    expect(texts.size).toBe(1)
  })

  it('speaks the language of the browser where there is no party', async () => {
    const { app } = setUp()
    const response = await app.request('/none', { headers: { 'Accept-Language': 'de-AT,de;q=0.9' } })
    expect(await response.text()).toContain('Diese Seite gibt es nicht')
  })

  it('shows another zone, language, week and hours without storing them', async () => {
    const { app, calls } = setUp()
    const text = await (
      await app.request(`${path('availability')}?zone=America/New_York&lang=de&week=2026-11-30&evenings=1`)
    ).text()
    expect(text).toContain('Die Zeiten gelten in America/New York (UTC−05:00)')
    expect(text).toContain('name="week" value="2026-11-30"')
    expect(text).toContain('>21:00</label>')
    expect(await (await app.request(`${path('availability')}?zone=Mars/Base&week=soon`)).text()).toContain(
      'Europe/Berlin',
    )
    expect(calls).toEqual([])
  })

  it('asks for the availability page when the person wants to give other times', async () => {
    const { app, asked } = setUp()
    const text = await (await app.request(`${path('choice')}?suggest=1`)).text()
    expect(text).toContain('None of the proposed times suits you?')
    expect(asked.at(-1)).toEqual({ secret: secretOf('d'), isSuggesting: true })
  })

  it('hands out the calendar file of a fixed interview only', async () => {
    const { app } = setUp()
    const response = await app.request(`${path('manage')}/interview.ics`)
    expect(response.headers.get('Content-Type')).toContain('text/calendar')
    expect(await response.text()).toMatch(/^BEGIN:VCALENDAR/)
    expect((await app.request(`${path('choice')}/interview.ics`)).status).toBe(404)
  })

  it('leads a reload of an answered form back to the page', async () => {
    const { app } = setUp()
    const response = await app.request(`${path('availability')}/availability`)
    expect([response.status, response.headers.get('Location')]).toEqual([303, path('availability')])
  })
})

describe('headers', () => {
  it('forbids scripts and styles from elsewhere, framing, keeping, indexing and telling onwards, on every answer', async () => {
    const { app, post } = setUp()
    const answers = [
      await app.request(path('availability')),
      await app.request(path('expired')),
      await app.request('/none'),
      await post(`${path('choice')}/choose`, {}),
      await post(`${path('choice')}/choose`, { proposalId: 'proposal_1' }),
      await app.request(`${path('manage')}/interview.ics`),
    ]
    for (const { headers } of answers) {
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('X-Robots-Tag')).toContain('noindex')
      expect(headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('has no style or script inside a page, and serves what pages name', async () => {
    const { app } = setUp()
    const html = await (await app.request(path('availability'))).text()
    expect(html).not.toMatch(/<style|style="|<script>/)
    const names = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(names).toHaveLength(3)
    for (const name of names) expect((await app.request(name)).status).toBe(200)
  })

  it('makes a style sheet of six hexadecimal digits and of nothing else', async () => {
    const { app } = setUp()
    expect(await (await app.request('/assets/accent/0b5d51.css')).text()).toContain('--accent:#0b5d51')
    for (const name of ['0b5d5.css', '0b5d51', '}*{x.css', '0B5D51.css', '0b5d51.css.css', '..%2fguest.css'])
      expect((await app.request(`/assets/accent/${name}`)).status).toBe(404)
  })

  it('keeps robots out', async () => {
    const { app } = setUp()
    expect(await (await app.request('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
  })
})

describe('nothing happens without a choice', () => {
  it('speaks the language that was picked, on every page and after every button, and asks the house for it', async () => {
    const { app, post, asked, results } = setUp()
    expect(await (await app.request(`${path('manage')}?lang=fr`)).text()).toContain('Votre entretien est fixé')
    expect(asked.at(-1)).toMatchObject({ language: 'fr' })
    const wrong = await post(`${path('choice')}/choose`, { lang: 'es' })
    expect(await wrong.text()).toContain('Elija uno de los horarios.')
    expect(asked.at(-1)).toMatchObject({ language: 'es' })
    results.next = { kind: 'taken' }
    const lost = await post(`${path('choice')}/choose`, { lang: 'es', proposalId: 'proposal_1' })
    expect(await lost.text()).toContain('Ese horario se acaba de asignar a otra persona.')
    expect(asked.at(-1)).toMatchObject({ language: 'es' })
    results.thrown = new ParleyError('unavailable', 'The calendar does not answer.')
    const failed = await post(`${path('choice')}/choose`, { lang: 'fr', proposalId: 'proposal_1' })
    const text = await failed.text()
    expect(text).toContain('Un service dont nous avons besoin ne répond pas')
    expect(text).not.toContain('The calendar')
    expect(await (await app.request(`${path('choice')}?lang=xx`)).text()).toContain('which time suits you best?')
  })

  it('answers a wrong link in the language the browser asks for', async () => {
    const { app } = setUp()
    const titleFor = async (wish: string) => {
      const response = await app.request(`/l/${secretOf('z')}`, { headers: { 'Accept-Language': wish } })
      return /<h1>([^<]*)/.exec(await response.text())?.[1]
    }
    expect(await titleFor('es-AR,es;q=0.9,en;q=0.8')).toBe('Esta página no existe')
    expect(await titleFor('it,fr;q=0.5')).toBe('Cette page n’existe pas')
    expect(await titleFor('de,en;q=0.9')).toBe('Diese Seite gibt es nicht')
    expect(await titleFor('ja')).toBe('This page does not exist')
  })

  it('changes nothing on GET, HEAD and OPTIONS of any address, also of links in pages', async () => {
    const { app, calls } = setUp()
    for (const name of Object.keys(letters) as (keyof typeof letters)[]) {
      const html = await (await app.request(path(name))).text()
      const links = [...html.matchAll(/(?:href|src|action)="(\/[^"]+)"/g)].map((match) =>
        (match[1] ?? '').replaceAll('&amp;', '&'),
      )
      const forms = ['availability', 'choose', 'approve', 'decline', 'move', 'cancel', 'reminders', 'renew'].map(
        (form) => `${path(name)}/${form}`,
      )
      for (const where of new Set([path(name), ...links, ...forms]))
        for (const method of ['GET', 'HEAD', 'OPTIONS']) await app.request(where, { method })
    }
    expect(calls).toEqual([])
    expect((await app.request(path('choice'), { method: 'HEAD' })).status).toBe(200)
    expect((await app.request(path('choice'), { method: 'OPTIONS' })).status).toBe(204)
  })

  it('changes nothing when every form of every page is submitted untouched with every button', async () => {
    const { app, calls, post } = setUp()
    let count = 0
    const names = new Set<string>()
    for (const name of Object.keys(letters) as (keyof typeof letters)[]) {
      for (const query of [
        '',
        '?suggest=1',
        '?evenings=1',
        '?week=2026-11-30',
        '?lang=de&zone=Asia/Tokyo',
        `?reading=${readingId}`,
      ]) {
        for (const form of formsOf(await (await app.request(`${path(name)}${query}`)).text())) {
          for (const button of form.buttons) {
            const fields = button.pair ? [...form.fields, button.pair] : form.fields
            const response = await post(button.action, new URLSearchParams(fields).toString())
            expect([200, 303, 422]).toContain(response.status)
            count += 1
            names.add(button.pair?.[0] ?? 'none')
          }
        }
      }
    }
    expect(count).toBeGreaterThan(400)
    expect(names).toEqual(new Set(['fill', 'step', 'none']))
    expect(calls).toEqual([])
  })

  it.each([
    ['choice', 'choose', {}, 'Choose one of the times.'],
    ['approval', 'approve', {}, 'Choose one of the times.'],
    ['choice', 'decline', { reason: 'Ill' }, 'Tick this if you cannot take part.'],
    ['manage', 'move', { reason: 'Ill' }, 'Tick this if you need another time.'],
    ['manage', 'cancel', { reason: 'Ill' }, 'Tick this if you want to cancel.'],
    ['availability', 'reminders', {}, 'Tick this if you want no more reminders.'],
    ['expired', 'renew', {}, 'Tick this if you want a new link.'],
    ['availability', 'availability', weekFields, 'Tick at least one time, or say below that none suits you.'],
  ] as const)(
    '%s: %s without its choice is a field error that keeps the reason',
    async (name, action, fields, words) => {
      const { calls, post } = setUp()
      const response = await post(`${path(name)}/${action}`, fields)
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain(words)
      expect(html).toContain('<title>Error: ')
      if ('reason' in fields) expect(html).toContain('>Ill</textarea>')
      expect(calls).toEqual([])
    },
  )

  it('keeps the ticks of the grid when the decline below it lacks its tick', async () => {
    const { post } = setUp()
    const response = await post(`${path('availability')}/decline`, {
      ...weekFields,
      228: 'on',
      note: 'N',
      reason: 'Ill',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('name=228 checked')
    expect(html).toContain('>N</textarea>')
    expect(html).toContain('>Ill</textarea>')
  })
})

describe('a choice is handed on once and leads back to the page', () => {
  it.each([
    ['choice', 'choose', { proposalId: 'proposal_2' }, { secret: secretOf('d'), proposalId: 'proposal_2' }],
    ['approval', 'approve', { proposalId: 'proposal_1' }, { secret: secretOf('e'), proposalId: 'proposal_1' }],
    ['choice', 'decline', { declineSure: 'yes', reason: ' Ill ' }, { secret: secretOf('d'), reason: 'Ill' }],
    ['approval', 'decline', { declineSure: 'yes' }, { secret: secretOf('e'), reason: '' }],
    ['availability', 'decline', { ...weekFields, declineSure: 'yes' }, { secret: secretOf('a'), reason: '' }],
    ['manage', 'move', { moveSure: 'yes', reason: 'Ill' }, { secret: secretOf('g'), reason: 'Ill' }],
    ['manage', 'cancel', { cancelSure: 'yes', reason: '' }, { secret: secretOf('g'), reason: '' }],
  ] as const)('%s: %s', async (name, action, fields, input) => {
    const { calls, post } = setUp()
    const response = await post(`${path(name)}/${action}`, fields)
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe(path(name))
    expect(calls).toEqual([{ name: action, input }])
  })

  it('reminders: stopped once from each page that has them planned; a second press only shows the page', async () => {
    const { calls, post, results, app } = setUp()
    for (const name of ['availability', 'approval'] as const) {
      const response = await post(`${path(name)}/reminders`, { remindersSure: 'yes' })
      expect(response.status).toBe(303)
      expect(response.headers.get('Location')).toBe(path(name))
    }
    expect(calls).toEqual([
      { name: 'stopReminders', input: { secret: secretOf('a') } },
      { name: 'stopReminders', input: { secret: secretOf('e') } },
    ])
    expect((await post(`${path('choice')}/reminders`, { remindersSure: 'yes' })).status).toBe(409)
    results.pages[secretOf('a')] = availability({ reminders: 'stopped' })
    expect((await post(`${path('availability')}/reminders`, { remindersSure: 'yes' })).status).toBe(303)
    expect(await (await app.request(path('availability'))).text()).toContain('You get no more reminders about this.')
    expect(await (await app.request(`${path('availability')}?lang=de`)).text()).toContain(
      'Sie bekommen dazu keine Erinnerungen mehr.',
    )
    expect(calls).toHaveLength(2)
  })

  it('sends availability with zone and locale, and keeps a changed view', async () => {
    const { calls, post } = setUp()
    const fields = {
      ...weekFields,
      was: 'Europe/Paris',
      zone: 'Europe/Paris',
      lang: 'de',
      228: 'on',
      229: 'on',
      step: 'send',
    }
    const response = await post(`${path('availability')}/availability`, fields)
    expect(response.headers.get('Location')).toBe(`${path('availability')}?zone=Europe%2FParis&lang=de`)
    expect(calls[0]?.input).toMatchObject({ zone: 'Europe/Paris', locale: 'de-DE', isFinal: true })
  })

  it('saves a draft and goes on to the next week', async () => {
    const { calls, post } = setUp()
    const response = await post(`${path('availability')}/availability`, {
      ...weekFields,
      228: 'on',
      229: 'on',
      step: 'week:2026-11-30',
    })
    expect(response.headers.get('Location')).toBe(`${path('availability')}?week=2026-11-30`)
    expect(calls[0]?.input).toMatchObject({ isFinal: false })
  })

  it('mails a new link for an expired one, and answers the same for a link that never was', async () => {
    const { calls, post } = setUp()
    const known = await post(`${path('expired')}/renew`, { renewSure: 'yes' })
    const unknown = await post(`/l/${secretOf('z')}/renew`, { renewSure: 'yes' })
    expect(known.status).toBe(unknown.status)
    expect(await known.text()).toBe(await unknown.text())
    expect(calls.map((call) => call.input)).toEqual([secretOf('i'), secretOf('z')])
  })
})

describe('when it does not work out', () => {
  it('says that a chosen time has gone and offers the rest', async () => {
    const { post, results } = setUp()
    results.next = { kind: 'taken' }
    results.pages[secretOf('d')] = choice({ proposals: choice().proposals.slice(1) })
    const response = await post(`${path('choice')}/choose`, { proposalId: 'proposal_1' })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('That time has just gone to somebody else.')
    expect(html).toContain('value="proposal_2"')
    expect(html).not.toContain('value="proposal_1"')
  })

  it('shows the state of things after a submit that came too late', async () => {
    const { calls, post, results } = setUp()
    results.next = { kind: 'tooLate' }
    results.pages[secretOf('d')] = choice()
    const late = await post(`${path('waiting')}/choose`, { proposalId: 'proposal_1' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('That is no longer possible')
    expect(calls).toEqual([])
    const locked = await post(`${path('manage')}/availability`, { ...weekFields, 228: 'on', 229: 'on' })
    expect(locked.status).toBe(409)
    expect(await locked.text()).toContain('Your interview is fixed')
    expect(calls).toEqual([])
  })

  it('refuses move and cancel after the cut-off, whatever is posted', async () => {
    const { calls, post, results } = setUp()
    results.pages[secretOf('g')] = manage({ canMove: false, canCancel: false })
    for (const name of ['move', 'cancel']) {
      const response = await post(`${path('manage')}/${name}`, { [`${name}Sure`]: 'yes' })
      expect(response.status).toBe(409)
    }
    expect(calls).toEqual([])
  })

  it('shows a refused field and keeps ticks and note', async () => {
    const { post, results } = setUp()
    results.thrown = new ParleyError('badInput', 'This note cannot be kept.', { field: 'note' })
    const response = await post(`${path('availability')}/availability`, {
      ...weekFields,
      228: 'on',
      229: 'on',
      note: 'N',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('id="note-error">This note cannot be kept.')
    expect(html).toContain('name=228 checked')
  })

  it('keeps what was typed and reveals nothing when the house fails', async () => {
    const { logged, post, results } = setUp()
    results.thrown = new Error('connect ECONNREFUSED 10.0.0.7:5432')
    const response = await post(`${path('availability')}/availability`, {
      ...weekFields,
      228: 'on',
      229: 'on',
      note: 'N',
    })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('Nothing was changed; please try again.')
    expect(html).toContain('name=228 checked')
    expect(html).not.toContain('ECONNREFUSED')
    expect(JSON.stringify(logged)).not.toContain(secretOf('a'))
  })

  it('answers a body of more than 256 KB with 413 and stores nothing', async () => {
    const { calls, post } = setUp()
    const response = await post(
      `${path('availability')}/availability`,
      `${new URLSearchParams(weekFields)}&note=${'x'.repeat(256 * 1024)}`,
    )
    expect(response.status).toBe(413)
    expect(calls).toEqual([])
  })

  it('refuses a form of another site', async () => {
    const { calls, post } = setUp()
    for (const site of ['cross-site', 'same-site']) {
      const response = await post(`${path('choice')}/choose`, { proposalId: 'proposal_1' }, { 'Sec-Fetch-Site': site })
      expect(response.status).toBe(403)
    }
    expect(calls).toEqual([])
    const own = await post(
      `${path('choice')}/choose`,
      { proposalId: 'proposal_1' },
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    )
    expect(own.status).toBe(303)
  })
})

describe('another party’s or a guessed secret', () => {
  it('acts for nobody: 404, and nothing is handed on', async () => {
    const { calls, post } = setUp()
    for (const name of ['availability', 'choose', 'approve', 'decline', 'move', 'cancel'])
      expect(
        (await post(`/l/${secretOf('z')}/${name}`, { ...weekFields, proposalId: 'proposal_1', declineSure: 'yes' }))
          .status,
      ).toBe(404)
    expect(calls).toEqual([])
  })

  it('gets 429 after 10 wrong tries within a minute, and a right link works for that address all the same', async () => {
    const { app, clock, comeFrom } = setUp()
    const tries: number[] = []
    for (let index = 0; index < 100; index += 1) tries.push((await app.request(`/l/guess${index}`)).status)
    expect(tries.filter((status) => status === 404)).toHaveLength(10)
    expect(tries.slice(10).every((status) => status === 429)).toBe(true)
    expect((await app.request(path('choice'))).status).toBe(200)
    comeFrom('192.0.2.2')
    expect((await app.request('/l/guess')).status).toBe(404)
    comeFrom('192.0.2.1')
    clock.set(new Date(now.getTime() + 59_999))
    expect((await app.request('/l/guess')).status).toBe(429)
    clock.set(new Date(now.getTime() + 60_000))
    expect((await app.request('/l/guess')).status).toBe(404)
  })
})

describe('what was understood of a mail', () => {
  it('is noted by its tick only, and by the party that it is read to', async () => {
    const { app, post, calls } = setUp()
    const shown = await app.request(`${path('readTimes')}?reading=${readingId}`)
    const html = await shown.text()
    expect(html).toContain('14:00')
    expect(html).toContain('They take the place of the times you gave before')
    const untouched = await post(`${path('readTimes')}/reading`, { readingId })
    expect(untouched.status).toBe(422)
    expect(await untouched.text()).toContain('Tick this if the times are right')
    expect(calls).toEqual([])
    const sent = await post(`${path('readTimes')}/reading`, { readingId, readingSure: 'yes' })
    expect(sent.status).toBe(303)
    expect(calls).toEqual([{ name: 'confirmReading', input: { secret: secretOf(letters.readTimes), readingId } }])
  })

  it('a choice is a choice among the times that were understood, a no has its own tick', async () => {
    const { app } = setUp()
    const choices = await (await app.request(`${path('readChoice')}?reading=${readingId}`)).text()
    expect(
      [...choices.matchAll(/name="proposalId" value="(\w+)"( checked)?/g)].map(([, id, checked]) => [id, checked]),
    ).toEqual([
      ['proposal_1', undefined],
      ['proposal_2', undefined],
    ])
    expect(choices).toContain(`action="${path('readChoice')}/approve"`)
    const no = await (await app.request(`${path('readNo')}?reading=${readingId}`)).text()
    expect(no).toContain(`action="${path('readNo')}/decline"`)
    expect(no).toContain('name="declineSure" value="yes"')
  })

  it('with a name that is none of ours asks the house for no reading, and a sent one that is gone shows what stands', async () => {
    const { app, post, asked, calls } = setUp()
    await app.request(`${path('availability')}?reading=../../etc`)
    expect(asked.at(-1)).not.toHaveProperty('readingId')
    await app.request(`${path('availability')}?reading=${readingId}`)
    expect(asked.at(-1)).toMatchObject({ readingId })
    const late = await post(`${path('availability')}/reading`, { readingId, readingSure: 'yes' })
    expect(late.status).toBe(409)
    expect(calls).toEqual([])
  })
})

describe('what is said to everybody', () => {
  it.each([
    ['privacy', 'en', 'What is kept about you', '14 days'],
    ['privacy', 'de', 'Was über Sie gespeichert wird', '14 Tage'],
    ['privacy', 'fr', 'Ce qui est conservé à votre sujet', '14\u00a0jours'],
    ['privacy', 'es', 'Qué se guarda sobre usted', '14 días'],
    ['terms', 'en', 'What these pages are for', 'no account'],
    ['terms', 'de', 'Wozu diese Seiten da sind', 'kein Konto'],
    ['terms', 'fr', 'À quoi servent ces pages', 'pas de compte'],
    ['terms', 'es', 'Para qué son estas páginas', 'no requieren una cuenta'],
  ])('/%s in %s', async (kind, lang, heading, words) => {
    const { app } = setUp()
    for (const response of [
      await app.request(`/${kind}?lang=${lang}`),
      await app.request(`/${kind}`, { headers: { 'Accept-Language': lang } }),
    ]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('set-cookie')).toBeNull()
      const html = await response.text()
      expect(html).toContain(`<html lang="${lang === 'en' ? 'en-GB' : lang}`)
      expect(html).toContain(heading)
      expect(html).toContain(words)
    }
  })

  it('is linked on every page a link shows, and on those that belong to none, with no other address from outside', async () => {
    const { app } = setUp()
    for (const where of [
      ...Object.keys(letters).map((name) => path(name as keyof typeof letters)),
      '/l/nothing',
      '/terms',
    ]) {
      const html = await (await app.request(where)).text()
      for (const kind of ['privacy', 'terms']) expect(html, where).toMatch(new RegExp(`href="/${kind}\\?lang=en"`))
      expect(html, where).not.toMatch(/<(script|img|iframe|link)[^>]+(src|href)="?https?:/)
    }
  })

  it('is the agency’s own where it has one', async () => {
    const { guest } = fakeHouse({})
    const ownLegal = { privacy: 'https://agency.example/privacy', terms: null }
    const app = createGuestApp({ guest, clock: clockAt(now), log: () => {}, ownLegal, addressOf: () => '192.0.2.1' })
    const response = await app.request('/privacy')
    expect([response.status, response.headers.get('location')]).toEqual([302, ownLegal.privacy])
    expect(await (await app.request('/terms')).text()).toContain(`href="${ownLegal.privacy}"`)
  })
})
