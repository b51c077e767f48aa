import { Hono } from 'hono'
import { html } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { isLoopbackHost, isSameOrigin } from '../../src/web/sameOrigin.ts'
import { createSessions } from '../../src/web/session.ts'
import type { RecruiterShell } from '../../src/web/shell.ts'
import { openTestClock } from '../fakes/testStore.ts'
import { addMember, addThread, waitingCard } from './chatSamples.ts'
import { harnessKey, openHarness } from './recruiterHarness.ts'

const here = 'http://127.0.0.1:4711'

describe('the door', () => {
  test('opens for the printed key, sets a strict cookie of 12 hours and leads to the chat', async () => {
    const { app } = await openHarness()
    const answer = await app.request(`${here}/enter?key=${harnessKey}`, { headers: { host: '127.0.0.1:4711' } })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^parley_[0-9a-f]{10}=[\w-]+\.[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    )
  })

  test.each(['', '?key=', '?key=wrong', `?key=${harnessKey}x`, `?key=${harnessKey.slice(1)}`, `?Key=${harnessKey}`])(
    'stays shut for /enter%s, calmly',
    async (query) => {
      const { app } = await openHarness()
      const answer = await app.request(`${here}/enter${query}`, { headers: { host: '127.0.0.1:4711' } })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).toContain('Open the address that the running Parley printed last')
    },
  )

  test('is the only page without a session: 8 others say where it is', async () => {
    const { app } = await openHarness()
    for (const path of ['/', '/threads', '/threads/new', '/threads/x', '/live', '/records', '/play', '/nothing']) {
      const answer = await app.request(here + path, { headers: { host: '127.0.0.1:4711' } })
      expect([path, answer.status]).toEqual([path, 401])
    }
  })

  test('asks a browser that came from elsewhere once more, so that its strict cookie is sent', async () => {
    const { app } = await openHarness()
    const headers = { host: '127.0.0.1:4711', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }
    const answer = await app.request(`${here}/threads/t1?q=a&b="><script>`, { headers })
    expect(await answer.text()).toContain('content="0; url=/threads/t1?q=a&amp;b=%22%3E%3Cscript%3E"')
    const again = await app.request(`${here}/threads/t1`, { headers: { ...headers, 'sec-fetch-site': 'same-origin' } })
    expect(again.status).toBe(401)
  })
})

describe('the cookie', () => {
  const clock = openTestClock()
  const sessions = createSessions({ key: harnessKey, secret: 'x'.repeat(43), clock })
  const viewer = { tenantId: 'tenant_1', memberId: 'member_1' } as never
  const cookie = sessions.cookieFor(viewer, false).split(';')[0]!.split('=')[1]!

  test('names tenant and member', () =>
    expect(sessions.read(cookie)).toMatchObject({ tenantId: 'tenant_1', memberId: 'member_1', isPlaying: false }))

  test('is refused with any one of its characters changed', () => {
    for (let at = 0; at < cookie.length; at += 1) {
      const other = cookie[at] === 'A' ? 'B' : 'A'
      expect(sessions.read(cookie.slice(0, at) + other + cookie.slice(at + 1))).toBeNull()
    }
  })

  test('is refused when it belongs to another start, another member, or to nobody', () => {
    const elsewhere = createSessions({ key: harnessKey, secret: 'y'.repeat(43), clock })
    expect(elsewhere.read(cookie)).toBeNull()
    const [, signature] = cookie.split('.')
    const forged = Buffer.from(JSON.stringify({ t: 'tenant_1', m: 'member_2', p: false, e: 9e15 })).toString(
      'base64url',
    )
    for (const value of [`${forged}.${signature}`, `${forged}.`, forged, '', '.', `${cookie}.x`, undefined])
      expect(sessions.read(value)).toBeNull()
  })

  test('ends after 12 hours, to the millisecond', () => {
    const later = openTestClock()
    const own = createSessions({ key: harnessKey, secret: 'x'.repeat(43), clock: later })
    const value = own.cookieFor(viewer, false).split(';')[0]!.split('=')[1]!
    later.moveBy(12 * 3_600_000 - 1)
    expect(own.read(value)).not.toBeNull()
    later.moveBy(1)
    expect(own.read(value)).toBeNull()
  })

  test('is not made with a short key or secret', () => {
    expect(() => createSessions({ key: 'short', secret: 'x'.repeat(43), clock })).toThrow()
    expect(() => createSessions({ key: harnessKey, secret: 'short', clock })).toThrow()
  })
})

describe('a changing request', () => {
  const crossSite: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: here },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:4711.evil.example' },
    { origin: 'https://127.0.0.1:4711' },
    { origin: 'http://localhost:4711' },
    { origin: 'http://user@127.0.0.1:4711' },
    {},
  ]
  test.each(crossSite.map((headers) => [JSON.stringify(headers), headers] as const))(
    'from another site is refused with 403 and does nothing: %s',
    async (_name, headers) => {
      const { app, cookie, test: fixture, memberId, messages, actions } = await openHarness()
      const thread = await addThread(fixture, memberId, 'Jane')
      for (const path of ['/threads', `/threads/${thread.id}/messages`, `/threads/${thread.id}/actions/a1`, '/play']) {
        const answer = await app.request(here + path, {
          method: 'POST',
          body: new URLSearchParams({ text: 'status' }),
          headers: { host: '127.0.0.1:4711', cookie, ...headers },
        })
        expect(answer.status).toBe(403)
      }
      expect([messages, actions]).toEqual([[], []])
    },
  )

  test('from its own page is taken, with either of the two headers', () => {
    const host = '127.0.0.1:4711'
    expect(isSameOrigin(new Headers({ host, origin: here }))).toBe(true)
    expect(isSameOrigin(new Headers({ host, 'sec-fetch-site': 'same-origin' }))).toBe(true)
    expect(isSameOrigin(new Headers({ host, 'sec-fetch-site': 'same-origin', origin: 'null' }))).toBe(true)
    expect(isSameOrigin(new Headers({ origin: here }))).toBe(false)
  })

  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4711',
    '192.168.0.7:4711',
    '0.0.0.0',
    '',
    'a b',
    '127.0.0.1:x',
  ])('under the name “%s” is refused, read or write: a rebound name shows itself', async (host) => {
    expect(isLoopbackHost(host)).toBe(false)
    const { app, cookie } = await openHarness()
    for (const method of ['GET', 'HEAD', 'POST'])
      expect((await app.request(`${here}/threads`, { method, headers: { host, cookie } })).status).toBe(421)
    const door = await app.request(`${here}/enter?key=${harnessKey}`, { headers: { host } })
    expect(door.headers.get('set-cookie')).toBeNull()
  })

  test.each(['127.0.0.1', '127.0.0.1:80', 'localhost:4711', 'LOCALHOST', '[::1]:4711', '[::1]'])(
    'under %s is fine',
    (host) => expect(isLoopbackHost(host)).toBe(true),
  )
})

describe('every page', () => {
  test('is sent with the strict headers, those of a mounted room too', async () => {
    const room = { path: '/records', label: 'Records', styles: ['/records/records.css'], create: roomOf }
    const { get } = await openHarness({ mounts: [room] })
    for (const path of ['/', '/threads/new', '/nothing', '/records', '/live?x=1']) {
      const { headers, body } = await get(path)
      await body?.cancel()
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      )
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  test('holds no inline script, style or handler', async () => {
    const harness = await openHarness()
    const thread = await addThread(harness.test, harness.memberId, 'Jane')
    await harness.webchat.putCard(harness.test.tenantId, thread, 'request_1', waitingCard())
    for (const path of ['/', '/threads/new', '/nothing'])
      expect(await (await harness.get(path)).text()).not.toMatch(
        /<script(?![^>]*src=)|<style| style=|\son\w+=|javascript:/i,
      )
  })

  function roomOf(shell: RecruiterShell) {
    const app = new Hono()
    app.get('/', (c) => shell.layout(c, { title: 'Records', body: html`<h1>${shell.viewer(c).memberId}</h1>` }))
    app.get('/framed', (c) =>
      c.text('mail', 200, { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'" }),
    )
    app.post('/', (c) => c.text('changed'))
    return app
  }

  test('of a mounted room is in the frame, knows who looks, and is behind the same checks', async () => {
    const room = { path: '/records', label: 'Records', styles: ['/records/records.css'], create: roomOf }
    const { get, post, app, memberId } = await openHarness({ mounts: [room] })
    const page = await (await get('/records')).text()
    expect(page).toContain(`<h1>${memberId}</h1>`)
    expect(page).toContain('<link rel="stylesheet" href="/records/records.css">')
    expect(page).toContain('<a href="/records" aria-current="page">Records</a>')
    expect((await get('/records/framed')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'self'",
    )
    expect((await post('/records', {})).status).toBe(200)
    expect((await post('/records', {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await app.request(`${here}/records`, { headers: { host: '127.0.0.1' } })).status).toBe(401)
  })

  test('that fails says a calm sentence, and the reason only to the log', async () => {
    const logged: unknown[] = []
    const { get } = await openHarness({
      banner: async () => {
        throw new Error('secret detail')
      },
      log: (event, facts) => logged.push(event, facts),
    })
    const answer = await get('/')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret detail')
    expect(JSON.stringify(logged)).toContain('secret detail')
  })
})

describe('playing the hiring manager', () => {
  test('is a labelled switch that lasts as long as nothing real is connected', async () => {
    let canPlay = true
    const harness = await openHarness({ canPlayHiringManager: () => canPlay })
    const priya = await addMember(harness.test, 'Priya Nair', ['hiringManager'])
    const thread = await addThread(harness.test, harness.memberId, 'Jane')
    expect(await (await harness.get('/')).text()).toContain('Playing:')
    const switched = await harness.post('/play', { memberId: priya })
    const cookie = switched.headers.get('set-cookie')!.split(';')[0]!
    const page = await (await harness.get('/', { cookie })).text()
    expect(page).toMatch(
      /Playing:<\/span> <span class="who-initials" aria-hidden="true">PN<\/span> <span class="who-name">Priya Nair<\/span> <span class="who-role">Hiring manager/,
    )
    expect((await harness.get(`/threads/${thread.id}`, { cookie })).status).toBe(404)
    canPlay = false
    expect((await harness.get('/', { cookie })).status).toBe(401)
    expect(await (await harness.get('/')).text()).not.toContain('Playing:')
    expect((await harness.post('/play', { memberId: priya })).status).toBe(404)
  })

  test('is refused for somebody who is not there', async () => {
    const { post } = await openHarness({ canPlayHiringManager: () => true })
    for (const memberId of ['', 'member_nobody']) expect((await post('/play', { memberId })).status).toBe(404)
  })

  test('ends with the member', async () => {
    const { get, test: fixture, memberId } = await openHarness()
    await fixture.store.inTenant(fixture.tenantId, (tx) => tx.remove('members', { id: memberId }))
    expect((await get('/')).status).toBe(401)
  })
})
