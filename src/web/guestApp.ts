import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../domain/clock.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import { acceptedLanguage, type Language, languageOf, languages, localeFor } from '../domain/language.ts'
import { isZone } from '../domain/zone.ts'
import { catalogue } from '../words/catalogue.ts'
import type { AvailabilitySubmit, GuestPage, GuestResult, GuestWants } from '../workflow/guestPage.ts'
import { accentSheet } from './guest/accent.ts'
import type { FieldError, GuestView, Typed } from './guest/view.ts'
import { isDate } from './guest/wallClock.ts'
import { readAvailabilityForm, readProposalForm, readTickForm } from './guestForm.ts'
import { renderGuestPage, renderLegalPage, renderPlainPage } from './guestPages.ts'
import { createRateLimit } from './rateLimit.ts'
import { securityHeaders } from './securityHeaders.ts'

/** What a holder of a link can do; the workflow's use cases, each handed over with its ports bound. */
export interface GuestActions {
  /**
   * What the link shows now; changes nothing. With `isSuggesting` the person asked to give or change times: the answer
   * is the availability page when the request still allows that, else the page of its state.
   */
  read(secret: string, wants?: GuestWants): Promise<GuestPage>
  collectAvailability(submit: AvailabilitySubmit): Promise<GuestResult>
  /** The times that were understood of a mail are right. */
  confirmReading(input: { secret: string; readingId: string }): Promise<GuestResult>
  choose(input: { secret: string; proposalId: string }): Promise<GuestResult>
  approve(input: { secret: string; proposalId: string }): Promise<GuestResult>
  decline(input: { secret: string; reason: string }): Promise<GuestResult>
  /** Gives the confirmed time up and asks for new ones. */
  move(input: { secret: string; reason: string }): Promise<GuestResult>
  cancel(input: { secret: string; reason: string }): Promise<GuestResult>
  /** No more reminders to this party; the request goes on. */
  stopReminders(input: { secret: string }): Promise<GuestResult>
  /** Mails a new link to the owner of an expired one; does nothing, and tells nothing, for any other. */
  renew(secret: string): Promise<void>
}

export interface GuestAppInput {
  guest: GuestActions
  clock: Clock
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Addresses of the agency's own privacy notice and terms; without them ours are shown. */
  ownLegal?: GuestView['ownLegal']
  /** Whom to count wrong tries for; by default the address of the connection. */
  addressOf?: (c: Context) => string
}

const noLegal = { privacy: null, terms: null }

type TickAction = 'decline' | 'move' | 'cancel'

const bodyBytesMax = 256 * 1024
/** One more than is answered with 404. */
const wrongTriesPerMinute = 11

/** The listener for people without an account. GET, HEAD and OPTIONS change nothing; every change is a POST with a choice. */
export function createGuestApp({
  guest,
  clock,
  log,
  ownLegal = noLegal,
  addressOf = connectionAddress,
}: GuestAppInput): Hono {
  const app = new Hono()
  const assets = loadAssets()
  const wrongTries = createRateLimit({ clock, max: wrongTriesPerMinute, windowMs: 60_000 })

  const viewOf = (c: Context, page: GuestPage | null, body?: URLSearchParams): GuestView => {
    const query = new URL(c.req.url).searchParams
    const asked = (name: string) => body?.get(name) ?? query.get(name)
    const partyLocale = page && 'party' in page ? page.party.locale : page && 'locale' in page ? page.locale : null
    const language: Language =
      knownLanguage(asked('lang')) ??
      (partyLocale ? languageOf(partyLocale) : (acceptedLanguage(c.req.header('accept-language') ?? '') ?? 'en'))
    const zone = asked('was') ?? asked('zone')
    const week = query.get('week')
    const hasEvenings = query.get('evenings') === '1'
    return {
      path: `/l/${encodeURIComponent(c.req.param('secret') ?? '')}`,
      zone: zone && isZone(zone) ? zone : page && 'party' in page ? page.party.zone : 'UTC',
      language,
      locale: localeFor(language, partyLocale ?? language),
      weekOn: week && isDate(week) ? week : null,
      hasEvenings,
      readingId: readingIdOf(body?.get('readingId') ?? query.get('reading')),
      isEditing: query.get('suggest') === '1' || week !== null || hasEvenings,
      hasAllZones: false,
      assets: assets.paths,
      ownLegal,
      errors: [],
      notice: null,
      trouble: null,
      typed: {},
    }
  }

  const plain = (
    c: Context,
    kind: Parameters<typeof renderPlainPage>[0],
    status: 200 | 403 | 404 | 413 | 422 | 429 | 500,
  ) => c.html(renderPlainPage(kind, viewOf(c, null)), status)

  const show = (c: Context, page: GuestPage, view: GuestView, status: 200 | 409 | 422 | 503 = 200) => {
    if (page.page === 'unknown') return plain(c, 'unknown', 404)
    return c.html(renderGuestPage(page, view), page.page === 'expired' && status === 200 ? 410 : status)
  }

  /**
   * Reads the page behind a link; a wrong secret counts against the address it came from. A right one always works: an
   * office shares one address, and somebody else's broken links must not lock a candidate out.
   */
  const open = async (
    c: Context,
    isSuggesting: boolean,
    readingId: string | null = null,
  ): Promise<GuestPage | Response> => {
    const language = await askedLanguage(c)
    const page = await guest.read(c.req.param('secret') ?? '', { isSuggesting, readingId, language })
    if (page.page !== 'unknown') return page
    const address = addressOf(c)
    wrongTries.count(address)
    if (!wrongTries.isOver(address)) return plain(c, 'unknown', 404)
    c.header('Retry-After', '60')
    return plain(c, 'tooMany', 429)
  }

  /** Back to the page, in the zone and language it was looked at. */
  const back = (c: Context, page: GuestPage, view: GuestView, change: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(change)
    const party = 'party' in page ? page.party : null
    if (view.zone !== party?.zone) query.set('zone', view.zone)
    if (view.language !== languageOf(party?.locale ?? 'en')) query.set('lang', view.language)
    return c.redirect(query.size ? `${view.path}?${query}` : view.path, 303)
  }

  /** Performs a change and answers it: done goes back to the page, everything else says what stands now. */
  const perform = async (
    c: Context,
    {
      page,
      view,
      field,
      wasOn,
    }: { page: GuestPage; view: GuestView; field: (name: string) => string; wasOn?: string | null },
    act: () => Promise<GuestResult>,
  ): Promise<Response> => {
    let result: GuestResult
    try {
      result = await act()
    } catch (error) {
      if (isParleyError(error, 'badInput')) {
        const text = view.language === 'en' ? error.message : catalogue[view.language].pages.trouble.badInput
        const errors: FieldError[] = [{ field: field(error.field ?? ''), text }]
        return show(c, page, { ...view, errors }, 422)
      }
      if (isParleyError(error, 'stale') || isParleyError(error, 'wrongState')) result = { kind: 'tooLate' }
      else if (isParleyError(error, 'slotTaken')) result = { kind: 'taken' }
      else {
        log('guestActionFailed', { path: c.req.routePath, error: error instanceof Error ? error.name : 'unknown' })
        return show(c, page, { ...view, trouble: troubleFor(error, view.language) }, 503)
      }
    }
    if (result.kind === 'done') return back(c, page, view, wasOn ? { week: wasOn } : {})
    const wants = { isSuggesting: false, language: view.language }
    const current = await guest.read(c.req.param('secret') ?? '', wants)
    const notice = result.kind === 'taken' || result.kind === 'tooLate' ? result.kind : null
    if (current.page === 'expired' || notice === null) return show(c, current, { ...view, typed: {} })
    const calm: GuestView = {
      ...viewOf(c, current),
      zone: view.zone,
      language: view.language,
      locale: view.locale,
      notice,
    }
    return show(c, current, calm, 409)
  }

  app.use(securityHeaders())
  app.use(bodyLimit({ maxSize: bodyBytesMax, onError: (c) => plain(c, 'tooBig', 413) }))
  app.use('/l/*', async (c, next) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: 'GET, HEAD, POST, OPTIONS' })
    if (c.req.method === 'POST' && isCrossSite(c)) return plain(c, 'broken', 403)
    return next()
  })

  app.get('/l/:secret', async (c) => {
    const query = new URL(c.req.url).searchParams
    const isSuggesting = ['suggest', 'week', 'evenings'].some((name) => query.has(name))
    const page = await open(c, isSuggesting, isSuggesting ? null : readingIdOf(query.get('reading')))
    return page instanceof Response ? page : show(c, page, viewOf(c, page))
  })

  app.get('/l/:secret/interview.ics', async (c) => {
    const page = await open(c, false)
    if (page instanceof Response) return page
    if (page.page !== 'manage') return plain(c, 'unknown', 404)
    return c.body(page.ics, 200, {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="interview.ics"',
    })
  })

  app.post('/l/:secret/availability', async (c) => {
    const page = await open(c, true)
    if (page instanceof Response) return page
    const body = await readBody(c)
    const view = viewOf(c, page, body)
    if (page.page !== 'availability') return show(c, page, { ...view, notice: 'tooLate' }, 409)
    const form = readAvailabilityForm(body, page, view, c.req.param('secret'), clock.now())
    if (form.kind === 'show') return show(c, page, form.view, form.view.errors.length ? 422 : 200)
    if (form.kind === 'unchanged') return back(c, page, form.view, form.weekOn ? { week: form.weekOn } : {})
    return perform(c, { page, view: form.view, field: availabilityField, wasOn: form.weekOn }, () =>
      guest.collectAvailability(form.submit),
    )
  })

  app.post('/l/:secret/reading', async (c) => {
    const body = await readBody(c)
    const page = await open(c, false, readingIdOf(body.get('readingId')))
    if (page instanceof Response) return page
    const view: GuestView = { ...viewOf(c, page, body), typed: { form: 'reading' } }
    if (page.page !== 'reading' || page.understood.kind !== 'windows')
      return show(c, page, { ...view, notice: 'tooLate' }, 409)
    const { errors } = readTickForm('reading', body, view)
    if (errors.length) return show(c, page, { ...view, errors }, 422)
    return perform(c, { page, view, field: () => 'reading-sure' }, () =>
      guest.confirmReading({ secret: c.req.param('secret'), readingId: page.readingId }),
    )
  })

  const pick = (name: 'choose' | 'approve') => async (c: Context) => {
    const page = await open(c, false)
    if (page instanceof Response) return page
    const body = await readBody(c)
    const { proposalId, errors } = readProposalForm(body, viewOf(c, page, body))
    const typed: Typed = { proposalId, form: name }
    const view = { ...viewOf(c, page, body), typed }
    if (page.page !== (name === 'choose' ? 'choice' : 'approval'))
      return show(c, page, { ...view, notice: 'tooLate' }, 409)
    if (errors.length) return show(c, page, { ...view, errors }, 422)
    return perform(c, { page, view, field: () => 'proposals' }, () =>
      guest[name]({ secret: c.req.param('secret') ?? '', proposalId }),
    )
  }
  app.post('/l/:secret/choose', pick('choose'))
  app.post('/l/:secret/approve', pick('approve'))

  const confirm = (name: TickAction) => async (c: Context) => {
    const body = await readBody(c)
    // The decline form of the grid carries its ticks along, so that they outlive an error.
    const page = await open(c, body.has('week'))
    if (page instanceof Response) return page
    const plainView = viewOf(c, page, body)
    const { reason, errors } = readTickForm(name, body, plainView)
    const typed: Typed = { reason, form: name }
    const view = page.page === 'availability' ? gridView(body, page, plainView, typed) : { ...plainView, typed }
    if (!allows(page, name)) return show(c, page, { ...view, notice: 'tooLate' }, 409)
    if (errors.length) return show(c, page, { ...view, errors }, 422)
    const secret = c.req.param('secret') ?? ''
    return perform(c, { page, view, field: () => `${name}-reason` }, () => guest[name]({ secret, reason }))
  }
  for (const name of ['decline', 'move', 'cancel'] as const) app.post(`/l/:secret/${name}`, confirm(name))

  const gridView = (
    body: URLSearchParams,
    page: Extract<GuestPage, { page: 'availability' }>,
    view: GuestView,
    typed: Typed,
  ) => {
    if (!body.has('week')) return { ...view, typed }
    const form = readAvailabilityForm(body, page, view, '', clock.now())
    return { ...form.view, errors: [], typed: { ...form.view.typed, ...typed } }
  }

  app.post('/l/:secret/reminders', async (c) => {
    const page = await open(c, false)
    if (page instanceof Response) return page
    const body = await readBody(c)
    const view: GuestView = { ...viewOf(c, page, body), typed: { form: 'reminders' } }
    const { errors } = readTickForm('reminders', body, view)
    const reminders = 'reminders' in page ? page.reminders : null
    // Sent once more, the form changes nothing, and the page says what stands.
    if (reminders === 'stopped') return back(c, page, view)
    if (reminders === null) return show(c, page, { ...view, notice: 'tooLate' }, 409)
    if (errors.length) return show(c, page, { ...view, errors }, 422)
    const secret = c.req.param('secret')
    return perform(c, { page, view, field: () => 'reminders-sure' }, () => guest.stopReminders({ secret }))
  })

  app.post('/l/:secret/renew', async (c) => {
    const page = await open(c, false)
    if (page instanceof Response && page.status === 429) return page
    const body = await readBody(c)
    const shown = page instanceof Response ? null : page
    const view = viewOf(c, shown, body)
    const { errors } = readTickForm('renew', body, view)
    if (errors.length) {
      if (!shown) return page as Response
      return shown.page === 'expired' ? show(c, shown, { ...view, errors }, 422) : back(c, shown, view)
    }
    await guest.renew(c.req.param('secret'))
    return plain(c, 'renewed', 200)
  })

  // A reload of an answer to a form asks for its address with GET.
  for (const name of [
    'availability',
    'reading',
    'choose',
    'approve',
    'decline',
    'move',
    'cancel',
    'reminders',
    'renew',
  ])
    app.get(`/l/:secret/${name}`, (c) => c.redirect(`/l/${encodeURIComponent(c.req.param('secret'))}`, 303))

  for (const kind of ['privacy', 'terms'] as const)
    app.get(`/${kind}`, (c) => {
      const own = ownLegal[kind]
      if (own) return c.redirect(own, 302)
      return c.html(renderLegalPage(kind, { ...viewOf(c, null), path: `/${kind}` }))
    })

  app.get('/assets/accent/:name', (c) => {
    const sheet = accentSheet(c.req.param('name'))
    return sheet === null ? plain(c, 'unknown', 404) : c.body(sheet, 200, assetHeaders('text/css'))
  })
  app.get('/assets/guest.css', (c) => c.body(assets.css, 200, assetHeaders('text/css')))
  app.get('/assets/guest.js', (c) => c.body(assets.js, 200, assetHeaders('text/javascript')))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))

  app.notFound((c) => plain(c, 'unknown', 404))
  app.onError((error, c) => {
    log('guestPageFailed', { path: c.req.routePath, error: error.name, code: isParleyError(error) ? error.code : null })
    return plain(c, 'broken', 500)
  })
  return app
}

/** What went wrong in the reader's language; the house's own sentences are English and say it more closely. */
function troubleFor(error: unknown, language: Language): string {
  if (language === 'en') return sentenceFor(error)
  const { trouble } = catalogue[language].pages
  return isParleyError(error, 'unavailable') || isParleyError(error, 'rateLimited') ? trouble.busy : trouble.other
}

/** Which page has which form. */
function allows(page: GuestPage, name: TickAction): boolean {
  if (name === 'decline') return page.page === 'availability' || page.page === 'choice' || page.page === 'approval'
  return page.page === 'manage' && (name === 'move' ? page.canMove : page.canCancel)
}

/** The control a field name of the workflow stands for. */
function availabilityField(name: string): string {
  return ['note', 'zone', 'sure'].includes(name) ? name : 'grid'
}

function knownLanguage(code: string | null): Language | null {
  return languages.find((each) => each === code) ?? null
}

/** The language picked on the page itself, in its address or its form. */
async function askedLanguage(c: Context): Promise<Language | null> {
  const sent = c.req.method === 'POST' ? (await readBody(c)).get('lang') : null
  return knownLanguage(sent ?? c.req.query('lang') ?? null)
}

/** An identifier as ours are; anything else asks for nothing. */
function readingIdOf(text: string | null): string | null {
  return text && /^reading_[0-9a-z]{26}$/.test(text) ? text : null
}

async function readBody(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text())
}

/**
 * A form on another site may not post here. Browsers say where a request comes from; programs without that header hold
 * the link's secret anyway. Origin is no help: under `no-referrer` our own forms send "null".
 */
function isCrossSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** Address of the connection as the Node server hands it over; one bucket for all where there is none. */
function connectionAddress(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? 'unknown'
}

function loadAssets(): { css: string; js: string; paths: { css: string; js: string } } {
  const read = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
  const css = read('guest.css')
  const js = read('guest.js')
  const versioned = (name: string, text: string) =>
    `/assets/${name}?v=${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
  return { css, js, paths: { css: versioned('guest.css', css), js: versioned('guest.js', js) } }
}

/** Pages name assets with a hash of their content, so they never need to be asked for again. */
function assetHeaders(type: string): Record<string, string> {
  return { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=31536000, immutable' }
}
