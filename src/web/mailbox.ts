import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { type IcsSummary, readIcs } from '../calendar/ical.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import { formatInstant, formatRange, type Reader } from '../domain/formatTime.ts'
import type { MailboxMessage } from '../domain/settings.ts'
import type { Store } from '../store/port.ts'
import type { Viewer } from './session.ts'
import type { Html, PageInput } from './shell.ts'

export interface MailboxAppOptions {
  store: Store
  viewer(c: Context): Viewer
  /** The frame of the recruiter's side; a plain page of its own when left out. */
  layout?: (c: Context, page: PageInput) => Promise<Response> | Response
  /** Where it is mounted. */
  path?: string
}

const pageSize = 50
const parts = ['html', 'text', 'calendar', 'source'] as const
type Part = (typeof parts)[number]
const partLabels: Record<Part, string> = {
  html: 'Page',
  text: 'Text',
  calendar: 'Calendar',
  source: 'Source',
}

const keptSentence = 'Mails are kept here and not sent, because no mail server is configured.'

/** The pages that show each mail as it would have gone: all reading, nothing here changes anything. */
export function createMailboxApp(options: MailboxAppOptions): Hono {
  const { store, viewer } = options
  const path = options.path ?? '/mailbox'
  const layout = options.layout ?? plainLayout(path)
  const sheet = readFileSync(new URL('./assets/mailbox.css', import.meta.url), 'utf8')
  const app = new Hono()

  app.get('/mailbox.css', (c) =>
    c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  app.get('/', async (c) => {
    const query = cleanLine(c.req.query('q') ?? '', 120)
    const offset = Math.min(Math.max(0, Math.floor(Number(c.req.query('from')) || 0)), 1_000_000)
    const { rows, count, reader } = await store.inTenant(viewer(c).tenantId, async (tx) => {
      const where = query ? { toLine: { contains: query } } : {}
      return {
        rows: await tx.find('mailbox', {
          where,
          orderBy: [
            ['sentAt', 'desc'],
            ['id', 'desc'],
          ],
          limit: pageSize,
          offset,
        }),
        count: await tx.count('mailbox', where),
        reader: readerOf(await tx.get('members', viewer(c).memberId)),
      }
    })
    return layout(c, {
      title: query ? `Mailbox: ${query}` : 'Mailbox',
      section: 'mailbox',
      body: listBody({ path, rows, count, offset, query, reader }),
    })
  })

  async function findMessage(c: Context): Promise<{ message: MailboxMessage | null; reader: Reader }> {
    return store.inTenant(viewer(c).tenantId, async (tx) => ({
      message: await tx.get('mailbox', c.req.param('id') ?? ''),
      reader: readerOf(await tx.get('members', viewer(c).memberId)),
    }))
  }

  const missing = (c: Context) =>
    layout(c, {
      title: 'No such mail',
      section: 'mailbox',
      status: 404,
      body: html`<div class="mailbox"><h1>There is no such mail</h1><p>It may belong to somebody else. <a href="${path}">Back to all mails</a></p></div>`,
    })

  app.get('/:id', async (c) => {
    const { message, reader } = await findMessage(c)
    if (!message) return missing(c)
    const asked = c.req.query('part')
    const available = parts.filter((part) => part !== 'calendar' || message.ics !== null)
    const part = available.find((name) => name === asked) ?? 'html'
    return layout(c, {
      title: cleanLine(message.subject),
      section: 'mailbox',
      body: messageBody({ path, message, part, available, reader }),
    })
  })

  // The mail itself, in a frame that may run no script, load nothing and send nothing.
  app.get('/:id/page', async (c) => {
    const { message } = await findMessage(c)
    if (!message) return missing(c)
    // Links leave the frame: a page of ours inside it would be refused by its own policy.
    const page = message.html.replace('<head>', '<head><base target="_blank">')
    return c.body(page, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
  })

  app.get('/:id/invite.ics', async (c) => {
    const { message } = await findMessage(c)
    if (!message || message.ics === null) return missing(c)
    const method = readIcs(message.ics)?.method === 'CANCEL' ? 'CANCEL' : 'REQUEST'
    return c.body(message.ics, 200, {
      'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
      'Content-Disposition': 'attachment; filename="invite.ics"',
      'X-Content-Type-Options': 'nosniff',
    })
  })

  app.get('/:id/source.eml', async (c) => {
    const { message } = await findMessage(c)
    if (!message) return missing(c)
    return c.body(message.source, 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': 'attachment; filename="mail.eml"',
      'X-Content-Type-Options': 'nosniff',
    })
  })

  return app
}

function readerOf(member: { zone: string; locale: string } | null): Reader {
  return member ? { zone: member.zone, locale: member.locale } : { zone: 'UTC', locale: 'en-GB' }
}

function keptNote(): Html {
  return html`<p class="mailbox-note" role="note">${keptSentence} Set <code>SMTP_URL</code> and <code>PARLEY_PUBLIC_URL</code> to send them.</p>`
}

function listBody(input: {
  path: string
  rows: readonly MailboxMessage[]
  count: number
  offset: number
  query: string
  reader: Reader
}): Html {
  const { path, rows, count, offset, query, reader } = input
  const pageUrl = (from: number) =>
    `${path}?${new URLSearchParams({ ...(query ? { q: query } : {}), ...(from > 0 ? { from: String(from) } : {}) })}`
  const found = count === 1 ? '1 mail' : `${count} mails`
  return html`<div class="mailbox">
<h1>Mailbox</h1>
${keptNote()}
<form class="mailbox-search" method="get" action="${path}" role="search">
<label for="mailbox-q">Search by recipient</label>
<div><input id="mailbox-q" name="q" type="search" value="${query}" autocomplete="off" placeholder="Name or address"><button>Search</button></div>
</form>
<p class="mailbox-count" role="status">${query ? html`${found} to “${query}”. <a href="${path}">Show all</a>` : found}</p>
${
  rows.length === 0
    ? html`<p class="mailbox-empty">${query ? 'No mail went to anybody of that name or address.' : 'No mail yet. The first one appears here as soon as an interview is being arranged.'}</p>`
    : html`<ol class="mailbox-list">${rows.map(
        (message) => html`<li><a class="mailbox-row" href="${path}/${message.id}">
<span class="mailbox-to">${message.toLine}</span>
<span class="mailbox-subject">${message.subject}</span>
<span class="mailbox-meta"><time datetime="${message.sentAt.toISOString()}">${formatInstant(message.sentAt, reader)}</time>${
          message.ics === null ? '' : html` <span class="mailbox-badge">Calendar entry</span>`
        }</span></a></li>`,
      )}</ol>`
}
${
  offset > 0 || offset + rows.length < count
    ? html`<nav class="mailbox-pages" aria-label="Pages of the mailbox">${offset > 0 ? html`<a class="mailbox-step" href="${pageUrl(Math.max(0, offset - pageSize))}">Newer mails</a>` : ''} ${offset + rows.length < count ? html`<a class="mailbox-step" href="${pageUrl(offset + pageSize)}">Older mails</a>` : ''}</nav>`
    : ''
}
</div>`
}

function messageBody(input: {
  path: string
  message: MailboxMessage
  part: Part
  available: readonly Part[]
  reader: Reader
}): Html {
  const { path, message, part, available, reader } = input
  const own = `${path}/${message.id}`
  return html`<div class="mailbox">
<p class="mailbox-back"><a class="mailbox-step" href="${path}">All mails</a></p>
<h1>${message.subject}</h1>
<dl class="mailbox-head">
<div><dt>To</dt><dd>${message.toLine}</dd></div>
<div><dt>From</dt><dd>${message.fromLine}</dd></div>
<div><dt>Kept</dt><dd><time datetime="${message.sentAt.toISOString()}">${formatInstant(message.sentAt, reader)}</time></dd></div>
<div><dt>Message-ID</dt><dd><code>&lt;${message.messageId}&gt;</code></dd></div>
</dl>
${keptNote()}
<nav class="mailbox-parts" aria-label="Parts of this mail"><ul>${available.map(
    (name) =>
      html`<li><a class="mailbox-part" href="${own}?part=${name}"${name === part ? html` aria-current="page"` : ''}>${partLabels[name]}</a></li>`,
  )}</ul></nav>
${partBody(part, message, own, reader)}
</div>`
}

function partBody(part: Part, message: MailboxMessage, own: string, reader: Reader): Html {
  switch (part) {
    case 'html':
      return html`<iframe class="mailbox-frame" src="${own}/page" title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`
    case 'text':
      return html`<pre class="mailbox-text" tabindex="0" role="region" aria-label="Text part">${linkified(message.text)}</pre>`
    case 'calendar':
      return html`${calendarSummary(message.ics ?? '', reader)}
<p><a class="mailbox-download" href="${own}/invite.ics">Download invite.ics</a></p>
<h2>As it is written</h2>
<pre class="mailbox-raw" tabindex="0" role="region" aria-label="Calendar object">${message.ics ?? ''}</pre>`
    case 'source':
      return html`<p><a class="mailbox-download" href="${own}/source.eml">Download mail.eml</a></p>
<pre class="mailbox-raw" tabindex="0" role="region" aria-label="Source of the mail">${message.source}</pre>`
  }
}

/** Text with its web addresses as links, as a mail program shows it. */
function linkified(text: string): (Html | string)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, index) =>
      index % 2 === 1 ? html`<a href="${piece}" target="_blank" rel="noopener noreferrer">${piece}</a>` : piece,
    )
}

function calendarSummary(ics: string, reader: Reader): Html {
  const entry = readIcs(ics)
  if (!entry) return html`<p>This calendar object cannot be read.</p>`
  const rows: [string, Html | string][] = [
    ['What it does', whatItDoes(entry)],
    ['Title', entry.title],
    ['When', formatRange(entry, reader)],
  ]
  if (entry.place) rows.push(['Where', entry.place])
  if (entry.joinUrl) rows.push(['Join', entry.joinUrl])
  if (entry.organizer) rows.push(['Organizer', `${entry.organizer.name} <${entry.organizer.email}>`])
  for (const attendee of entry.attendees) rows.push(['Attendee', `${attendee.name} <${attendee.email}>`])
  if (entry.reason) rows.push(['Reason', entry.reason])
  rows.push(['Blocks the time', entry.isTransparent ? 'No, shown as free' : 'Yes'])
  rows.push(['UID', html`<code>${entry.uid}</code>`], ['SEQUENCE', String(entry.sequence)])
  if (entry.description) rows.push(['Description', html`<span class="mailbox-lines">${entry.description}</span>`])
  return html`<dl class="mailbox-head mailbox-entry">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

function whatItDoes(entry: IcsSummary): string {
  if (entry.method === 'CANCEL') return 'Takes the entry out of the calendar (CANCEL)'
  return entry.sequence > 0
    ? 'Changes the entry in the calendar (REQUEST)'
    : 'Puts an entry into the calendar (REQUEST)'
}

/** A page of its own for when no frame is given. */
function plainLayout(path: string): (c: Context, page: PageInput) => Promise<Response> | Response {
  return (c, page) => {
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    return c.html(
      html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${page.title}</title><link rel="stylesheet" href="${path}/mailbox.css"></head>
<body class="mailbox-alone"><main>${page.body}</main></body></html>`,
      page.status ?? 200,
    )
  }
}
