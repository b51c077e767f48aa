import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Installed, SlackInstaller } from '../bot/slack/install.ts'
import type { ChatWorkspace } from '../domain/chat.ts'
import { sentenceFor } from '../domain/errors.ts'
import { formatDay, type Reader } from '../domain/formatTime.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Store } from '../store/port.ts'
import { wordsFor } from '../words/catalogue.ts'
import type { SettingWords } from '../words/replyWords.ts'
import type { Viewer } from './session.ts'
import type { Html, RecruiterShell } from './shell.ts'

type SlackWords = SettingWords['slack']

export interface SlackPagesOptions extends RecruiterShell {
  store: Store
  /** Null where the one workspace stands in the configuration. */
  installer: Pick<SlackInstaller, 'startUrl' | 'finish'> | null
  /** Keeps the workspace. @returns null when it belongs to somebody else */
  connect(viewer: Viewer, installed: Installed): Promise<ChatWorkspace | null>
}

/** Which workspaces Parley is in, and the way to add another one. GET changes nothing: what Slack answers is confirmed by a press. */
export function createSlackPages(options: SlackPagesOptions): Hono {
  const { store, installer, connect, viewer, layout } = options
  const app = new Hono()

  const read = (c: Context) =>
    store.inTenant(viewer(c).tenantId, async (tx) => ({
      me: await tx.get('members', viewer(c).memberId),
      workspaces: await tx.find('chatWorkspaces', { where: { surface: 'slack' }, orderBy: [['name', 'asc']] }),
    }))

  /** The words of whoever looks, and how their days are written. */
  const speak = (me: Member | null) => {
    const { zone, locale } = me ?? { zone: 'UTC', locale: 'en-GB' }
    return { words: wordsFor(locale).replies.settings.slack, reader: { zone, locale } }
  }
  const page = (c: Context, body: Html, status: 200 | 403 | 404 | 409 | 502 = 200) =>
    layout(c, { title: 'Slack', section: 'slack', body: html`<div class="records">${body}</div>`, status })
  const problem = (c: Context, words: SlackWords, sentence: string, status: 403 | 409 | 502) =>
    page(
      c,
      html`<h1>Slack</h1><p class="problem" role="alert">${sentence}</p><p><a href="/slack">${words.back}</a></p>`,
      status,
    )

  app.get('/', async (c) => {
    const { me, workspaces } = await read(c)
    const { words, reader } = speak(me)
    const mayAdd = installer !== null && me !== null && isAdmin(me)
    return page(
      c,
      html`<div class="page-head"><div><h1>Slack</h1></div>${
        mayAdd
          ? html`<p class="page-actions"><a class="button button-primary" href="/slack/install">${words.add}</a></p>`
          : null
      }</div>${
        workspaces.length === 0
          ? html`<p class="lead">${[
              words.noWorkspace,
              ...(installer === null ? [words.whenAnswers] : mayAdd ? [] : [words.adminCan]),
            ].join(' ')}</p>`
          : html`<ul class="cards">${workspaces.map((workspace) => renderWorkspace(workspace, words, reader))}</ul>`
      }`,
    )
  })

  app.get('/install', async (c) => {
    const { me } = await read(c)
    if (!installer || !me || !isAdmin(me)) return problem(c, speak(me).words, speak(me).words.onlyAdmin, 403)
    return c.redirect(installer.startUrl(viewer(c), new URL(c.req.url).host), 303)
  })

  app.get('/finish', async (c) => {
    const { code = '', state = '' } = c.req.query()
    const { me } = await read(c)
    const { words } = speak(me)
    return page(
      c,
      html`<h1>${words.addParley}</h1><p class="lead">${words.agreed}</p>
<form method="post" action="/slack/finish"><input type="hidden" name="code" value="${code}"><input type="hidden" name="state" value="${state}"><button class="button button-primary">${words.connect}</button></form>`,
    )
  })

  app.post('/finish', async (c) => {
    const { me } = await read(c)
    if (!installer || !me || !isAdmin(me)) return problem(c, speak(me).words, speak(me).words.onlyAdmin, 403)
    const { words } = speak(me)
    const form = await c.req.parseBody()
    let installed: Installed
    try {
      installed = await installer.finish(viewer(c), String(form.state ?? ''), String(form.code ?? ''))
    } catch (error) {
      return problem(c, words, sentenceFor(error), 502)
    }
    const kept = await connect(viewer(c), installed)
    if (!kept) return problem(c, words, words.elsewhere(installed.name), 409)
    return c.redirect('/slack', 303)
  })

  return app
}

function renderWorkspace({ name, state, updatedAt }: ChatWorkspace, words: SlackWords, reader: Reader): Html {
  const pill = html`<span class="pill pill-${state === 'connected' ? 'good' : 'bad'}">${words[state]}</span>`
  return html`<li class="card"><h2 dir="auto">${name}</h2><p>${pill} ${words.since(formatDay(updatedAt, reader))}</p>${
    state === 'connected' ? null : html`<p>${words.addAgain}</p>`
  }</li>`
}

/** Where Slack sends the browser back, on the listener for outside: it only passes on to the recruiter's side, which knows its people. */
export function createSlackReturn(installer: SlackInstaller, recruiterUrl: string): Hono {
  const app = new Hono()
  app.get('*', (c) => {
    const { code = '', state = '', error } = c.req.query()
    const host = safeHost(installer, state)
    const calm = (status: 400 | 200, sentence: string) =>
      c.html(
        html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Parley and Slack</title></head><body><p>${sentence}</p></body></html>`,
        status,
        {
          'Cache-Control': 'no-store',
          'Referrer-Policy': 'no-referrer',
          'Content-Security-Policy': "default-src 'none'",
        },
      )
    if (!host)
      return calm(400, 'This does not come from a page of Parley, or it is too old. Begin again on the page Slack.')
    if (error || !code) return calm(200, 'Parley was not added to Slack. You can close this page.')
    const target = new URL('/slack/finish', `${new URL(recruiterUrl).protocol}//${host}`)
    target.search = new URLSearchParams({ code, state }).toString()
    return c.body(null, 303, {
      Location: target.href,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
  })
  app.all('*', (c) => c.text('only GET is answered here', 405))
  return app
}

function safeHost(installer: SlackInstaller, state: string): string | null {
  try {
    return installer.hostOf(state)
  } catch {
    return null
  }
}
