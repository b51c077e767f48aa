import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Viewer } from './session.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PageInput {
  title: string
  body: Html | string
  /** Which entry of the navigation is the current one; default is the room that the path belongs to. */
  section?: string
  status?: ContentfulStatusCode
}

/** What a room behind the recruiter's session gets: who looks, and the frame to show its pages in. */
export interface RecruiterShell {
  viewer(c: Context): Viewer
  layout(c: Context, page: PageInput): Promise<Response>
}

export interface NavigationEntry {
  section: string
  path: string
  label: string
}

export interface ShellInput {
  title: string
  body: Html | string
  section: string
  navigation: readonly NavigationEntry[]
  /** Extra stylesheets of the room. */
  styles: readonly string[]
  assets: { css: string; js: string; icon: string }
  agencyName: string
  member: { name: string; role: string } | null
  /** Members that can be played; empty hides the switch. */
  players: readonly { id: string; name: string; role: string; isCurrent: boolean }[]
  banner: { text: string; url?: string; label?: string } | null
}

/** The frame of every page of the recruiter's side. */
export function renderShell(input: ShellInput): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${input.title} · Parley</title>
<link rel="icon" href="${input.assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${input.assets.css}">
${input.styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}<script src="${input.assets.js}" defer></script>
</head>
<body class="section-${input.section}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/" aria-label="Parley, start"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path class="brand-back" d="M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-6l-5 4v-4H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z"/><path class="brand-mark" d="m7.5 10.6 3 3 6-6.2"/></svg><span>Parley</span></a>
<nav class="rooms" aria-label="Rooms">${input.navigation.map(
    (entry) =>
      html`<a href="${entry.path}"${entry.section === input.section ? html` aria-current="page"` : null}>${entry.label}</a>`,
  )}</nav>
${renderWho(input)}
</header>
${
  input.banner
    ? html`<aside class="banner" aria-label="Notice"><span>${input.banner.text}</span>${
        input.banner.url ? html` <a href="${input.banner.url}">${input.banner.label ?? 'Look'}</a>` : null
      }</aside>`
    : null
}
<main id="main" tabindex="-1">${input.body}</main>
</body>
</html>`
}

function renderWho(input: ShellInput): Html {
  if (!input.member) return html``
  const who = html`<span class="who-name">${input.member.name}</span> <span class="who-role">${input.member.role}</span>`
  if (input.players.length < 2)
    return html`<p class="who"><span class="who-agency">${input.agencyName}</span>${who}</p>`
  return html`<details class="who who-switch"><summary><span class="who-playing">Playing:</span> <span class="who-initials" aria-hidden="true">${initialsOf(input.member.name)}</span> ${who}</summary>
<form method="post" action="/play" class="players"><p>For trying Parley out: look at it as somebody else of ${input.agencyName}. This switch goes away once real mail or chat is connected.</p>${input.players.map(
    (player) =>
      html`<button name="memberId" value="${player.id}" class="player"${player.isCurrent ? html` aria-current="true"` : null}><span>${player.name}</span> <span class="who-role">${player.role}</span></button>`,
  )}</form></details>`
}

/** What a phone has room for: "RA". */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** A page outside the session: one heading, one or two calm sentences. */
export function renderCalmPage(input: {
  title: string
  sentences: readonly string[]
  css: string
  refreshTo?: string
}): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${input.refreshTo === undefined ? null : html`<meta http-equiv="refresh" content="0; url=${input.refreshTo}">`}<title>${input.title} · Parley</title>
<link rel="stylesheet" href="${input.css}">
</head>
<body class="calm">
<main><h1>${input.title}</h1>${input.sentences.map((sentence) => html`<p>${sentence}</p>`)}</main>
</body>
</html>`
}
