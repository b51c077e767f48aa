import { html } from 'hono/html'
import type { Html } from '../shell.ts'

const tabs = [
  { path: '/integrations', label: 'Connected' },
  { path: '/integrations/add', label: 'Applicant tracking systems' },
] as const

const doneWords: Readonly<Record<string, string>> = {
  added: 'Connected. Its records are being read now; you can go on meanwhile.',
  changed: 'Saved.',
  same: 'Nothing was different, so nothing was changed.',
  key: 'The new key works. It is being read with it now.',
  removed: 'Removed, with the records that came through it.',
  sync: 'It is read in a moment; what has changed shows here then.',
  checked: 'Checked just now.',
  stages: 'Saved. The next requests for these jobs move there.',
  hooks: 'It tells Parley of changes from now on.',
}

export interface ConnectionsPage {
  title: string
  /** Path of the tab that the page belongs to. */
  tab: '/integrations' | '/integrations/add'
  kicker?: Html | null
  tags?: Html | null
  actions?: Html | null
  /** Key of `doneWords`: what was just done. */
  done?: string | undefined
  content: Html
}

/** The frame of every page of the room. */
export function renderFrame(page: ConnectionsPage): Html {
  const done = page.done === undefined ? undefined : doneWords[page.done]
  return html`<div class="records integrations"><nav class="room-nav" aria-label="Integrations">${tabs.map(
    ({ path, label }) => html`<a href="${path}"${path === page.tab ? html` aria-current="page"` : null}>${label}</a>`,
  )}</nav><header class="page-head"><div>${page.kicker ? html`<p class="kicker">${page.kicker}</p>` : null}<h1>${page.title}${page.tags ?? null}</h1></div>${
    page.actions ? html`<p class="page-actions">${page.actions}</p>` : null
  }</header>${done ? html`<p class="done" role="status">${done}</p>` : null}${page.content}</div>`
}

/** A button that does something: a form of its own, so that no script is needed. */
export function postButton(action: string, label: string, style: 'normal' | 'primary' | 'danger' = 'normal'): Html {
  return html`<form method="post" action="${action}"><button class="button button-${style}">${label}</button></form>`
}
