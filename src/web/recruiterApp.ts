import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { sentenceFor } from '../domain/errors.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { addChatRoutes, type CalmStatus, type ChatEnv, type ChatRouteOptions } from './chatRoutes.ts'
import { isLoopbackHost, isSameOrigin } from './sameOrigin.ts'
import { createSessions, type Viewer } from './session.ts'
import {
  type Html,
  type NavigationEntry,
  type PageInput,
  type RecruiterShell,
  renderCalmPage,
  renderShell,
} from './shell.ts'

/** A room shown behind the same session and in the same frame: records, mailbox. */
export interface Mount {
  path: string
  label: string
  /** Stylesheets that its pages need, as paths. */
  styles?: readonly string[]
  create(shell: RecruiterShell): Hono
}

export interface RecruiterAppOptions extends ChatRouteOptions {
  /** What the printed address carries. */
  key: string
  /** Signs the session cookies. */
  secret: string
  /** Whose session the printed address opens: the default tenant's recruiter. */
  resolveViewer: () => Promise<Viewer>
  mounts: readonly Mount[]
  /** True only while no mail server, public address or chat connection is configured. */
  canPlayHiringManager: () => boolean
  /** A sentence above every page ("Mails are kept in the mailbox, not sent"), or null. */
  banner: (viewer: Viewer) => Promise<{ text: string; url?: string; label?: string } | null>
}

const memberCountShown = 30

/** The recruiter's side: session, frame, chat, live updates, and the rooms mounted behind it. Stays on loopback. */
export function createRecruiterApp(options: RecruiterAppOptions): Hono<ChatEnv> {
  const { store, clock, log } = options
  const sessions = createSessions({ key: options.key, secret: options.secret, clock })
  const assets = loadAssets(['recruiter.css', 'chat.js', 'parley.svg'])
  const hrefs = { css: assets.href('recruiter.css'), js: assets.href('chat.js'), icon: assets.href('parley.svg') }
  const navigation: NavigationEntry[] = [
    { section: 'chat', path: '/', label: 'Chat' },
    ...options.mounts.map(({ path, label }) => ({ section: path.slice(1), path, label })),
  ]
  const app = new Hono<ChatEnv>()

  function calm(c: Context, status: CalmStatus, title: string, ...sentences: string[]) {
    return c.html(renderCalmPage({ title, sentences, css: hrefs.css }), status)
  }

  // ---- Before the session: headers, host, assets, the door -------------------------------------------------------

  app.use('*', async (c, next) => {
    await next()
    const headers = c.res.headers
    const setDefault = (name: string, value: string): void => {
      if (!headers.has(name)) headers.set(name, value)
    }
    // A room may state a policy of its own, such as the mailbox for the mails that it frames.
    if (!headers.has('content-security-policy')) {
      headers.set(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      setDefault('X-Frame-Options', 'DENY')
    }
    setDefault('Cache-Control', 'no-store')
    setDefault('X-Content-Type-Options', 'nosniff')
    // Not "no-referrer": under that, browsers send "Origin: null" with our own forms.
    setDefault('Referrer-Policy', 'same-origin')
    setDefault('Cross-Origin-Opener-Policy', 'same-origin')
    setDefault('Cross-Origin-Resource-Policy', 'same-origin')
    setDefault('X-Robots-Tag', 'noindex')
  })

  app.use('*', async (c, next) => {
    if (isLoopbackHost(c.req.header('host'))) return next()
    return calm(c, 421, 'Not here', 'This page answers only on this machine, under 127.0.0.1 or localhost.')
  })

  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))

  app.get('/assets/:file', (c) => {
    const asset = assets.find(c.req.param('file'))
    if (!asset) return calm(c, 404, 'Not found', 'There is nothing at this address.')
    const isPinned = c.req.query('v') === asset.version
    return c.body(asset.text, 200, {
      'Content-Type': asset.contentType,
      'Cache-Control': isPinned ? 'private, max-age=31536000, immutable' : 'no-cache',
    })
  })

  app.get('/enter', async (c) => {
    if (!sessions.isKey(c.req.query('key') ?? ''))
      return calm(
        c,
        403,
        'This key does not fit',
        'Each start of Parley has a key of its own. Open the address that the running Parley printed last.',
      )
    c.header('Set-Cookie', sessions.cookieFor(await options.resolveViewer(), false))
    return c.redirect('/', 303)
  })

  // ---- The session -----------------------------------------------------------------------------------------------

  app.use('*', async (c, next) => {
    const method = c.req.method
    const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    if (!isSafe && !isSameOrigin(c.req.raw.headers)) {
      log('web.crossSite', { path: c.req.path })
      return calm(c, 403, 'Not from here', 'This was not sent by a page of Parley, so nothing was changed.')
    }
    const session = sessions.read(getCookie(c, sessions.cookieName))
    const isAllowed = session !== null && (!session.isPlaying || options.canPlayHiringManager())
    const known = isAllowed ? await store.inTenant(session.tenantId, (tx) => readWho(tx, session)) : null
    if (session && known?.member) {
      c.set('session', session)
      c.set('member', known.member)
      c.set('agencyName', known.agencyName)
      return next()
    }
    // A link followed from elsewhere arrives without the strict cookie; asking once more from here sends it.
    const site = c.req.header('sec-fetch-site')
    if (
      method === 'GET' &&
      (site === 'cross-site' || site === 'same-site') &&
      c.req.header('sec-fetch-dest') === 'document'
    ) {
      const url = new URL(c.req.url)
      const again = {
        title: 'One moment',
        sentences: ['Opening Parley…'],
        css: hrefs.css,
        refreshTo: url.pathname + url.search,
      }
      return c.html(renderCalmPage(again))
    }
    return calm(
      c,
      401,
      'Please come in through the front door',
      `Open the address that Parley printed when it started (it begins with “Parley is ready”). A session lasts 12 hours; nothing you wrote is lost.`,
    )
  })

  async function readWho(tx: Tx, viewer: Viewer): Promise<{ member: Member | null; agencyName: string }> {
    const member = await tx.get('members', viewer.memberId)
    const settings = await tx.get('settings', viewer.tenantId)
    return { member, agencyName: settings?.data.agencyName ?? 'Your agency' }
  }

  async function layout(c: Context<ChatEnv>, page: PageInput): Promise<Response> {
    const session = c.get('session')
    const section = page.section ?? sectionOf(c.req.path)
    const players = options.canPlayHiringManager()
      ? await store.inTenant(session.tenantId, (tx) =>
          tx.find('members', { orderBy: [['createdAt', 'asc']], limit: memberCountShown }),
        )
      : []
    const document = renderShell({
      title: page.title,
      body: page.body,
      section,
      navigation,
      styles: options.mounts.find(({ path }) => path.slice(1) === section)?.styles ?? [],
      assets: hrefs,
      agencyName: c.get('agencyName'),
      member: { name: c.get('member').name, role: roleOf(c.get('member')) },
      players: players.map((member) => ({
        id: member.id,
        name: member.name,
        role: roleOf(member),
        isCurrent: member.id === session.memberId,
      })),
      banner: await options.banner(session),
    })
    return page.status === undefined ? c.html(document) : c.html(document, page.status)
  }

  function sectionOf(path: string): string {
    return (
      options.mounts.find((mount) => path === mount.path || path.startsWith(`${mount.path}/`))?.path.slice(1) ?? 'chat'
    )
  }

  app.post('/play', async (c) => {
    if (!options.canPlayHiringManager()) return notFound(c)
    const { tenantId } = c.get('session')
    const form = await c.req.parseBody()
    const member = await store.inTenant(tenantId, (tx) => tx.get('members', String(form.memberId ?? '')))
    if (!member) return notFound(c)
    const own = await options.resolveViewer()
    c.header('Set-Cookie', sessions.cookieFor({ tenantId, memberId: member.id }, member.id !== own.memberId))
    return c.redirect('/', 303)
  })

  const notFound = (c: Context<ChatEnv>): Promise<Response> | Response =>
    c.get('session')
      ? layout(c, {
          title: 'Not found',
          body: emptyPage('There is nothing here', 'It may have been removed, or it belongs to somebody else.'),
          status: 404,
        })
      : calm(c, 404, 'Not found', 'There is nothing at this address.')

  addChatRoutes(app, options, { layout, notFound, calm })

  // ---- Rooms -----------------------------------------------------------------------------------------------------

  const shell: RecruiterShell = {
    viewer: (c) => {
      const { tenantId, memberId } = (c as Context<ChatEnv>).get('session')
      return { tenantId, memberId }
    },
    layout: (c, page) => layout(c as Context<ChatEnv>, page),
  }
  for (const mount of options.mounts) app.route(mount.path, mount.create(shell))

  app.notFound((c) => notFound(c))
  app.onError((error, c) => {
    log('web.failed', {
      path: c.req.path,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    return calm(c, 500, 'That did not work', sentenceFor(error))
  })
  return app
}

function emptyPage(title: string, sentence: string): Html {
  return html`<div class="empty"><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the chat</a></p></div>`
}

function roleOf(member: Member): string {
  if (member.roles.includes('recruiter')) return 'Recruiter'
  if (member.roles.includes('coordinator')) return 'Coordinator'
  if (member.roles.includes('hiringManager')) return 'Hiring manager'
  return member.roles.includes('interviewer') ? 'Interviewer' : 'Member'
}

interface Asset {
  text: string
  contentType: string
  version: string
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Reads the files once; their address carries a hash, so that a browser keeps them until they change. */
function loadAssets(files: readonly string[]): { find(file: string): Asset | null; href(file: string): string } {
  const assets = new Map<string, Asset>()
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, 'assets', file), 'utf8')
    const version = createHash('sha256').update(text).digest('hex').slice(0, 12)
    assets.set(file, { text, version, contentType: contentTypes[file.split('.').at(-1) ?? ''] ?? 'text/plain' })
  }
  return {
    find: (file) => assets.get(file) ?? null,
    href: (file) => `/assets/${file}?v=${assets.get(file)?.version ?? ''}`,
  }
}
