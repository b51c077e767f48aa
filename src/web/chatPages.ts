import { html, raw } from 'hono/html'
import { messageSchema } from '../bot/message.ts'
import { isCard, renderWebMessage, type WebRenderContext } from '../bot/webchatRender.ts'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import {
  formatDay,
  formatDayShort,
  formatInstant,
  formatTimeOfDay,
  isoDateOf,
  type Reader,
} from '../domain/formatTime.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import { listSize, type ThreadItem, type ThreadList } from './chatRead.ts'
import type { Html } from './shell.ts'

export const messageLengthMax = 4_000

export interface MessageContext {
  reader: Reader
  ownHosts: readonly string[]
  eventIdFor: (actionId: string) => string
  prefill: Readonly<Record<string, string>>
  /** A press that did not go through, by the message that holds the button. */
  pressed: (NonNullable<WebRenderContext['pressed']> & { messageId: string }) | null
  log: (event: string, facts: Readonly<Record<string, unknown>>) => void
}

/** One message of a thread, keyed by its id so that a live update can replace it in place. */
export function renderThreadMessage(row: ThreadMessage, context: MessageContext): Html {
  const isOwn = row.author === 'member'
  const message = isOwn ? null : messageSchema.safeParse(row.message)
  if (message && !message.success) context.log('webchat.unreadable', { messageId: row.id })
  let kind = isOwn ? 'msg-own' : 'msg-parley'
  let body: Html
  if (message?.success) {
    const rendering = renderWebMessage(message.data, {
      messageId: row.id,
      actionsPath: `/threads/${row.threadId}/actions`,
      ownHosts: context.ownHosts,
      eventIdFor: context.eventIdFor,
      prefill: context.prefill,
      ...(context.pressed?.messageId === row.id ? { pressed: context.pressed } : {}),
    })
    for (const warning of rendering.warnings) context.log('webchat.warning', { messageId: row.id, warning })
    if (isCard(message.data)) kind += ' msg-card'
    body = raw(rendering.html)
  } else body = html`<p class="said" dir="auto">${cleanParagraphs(row.text, 20_000)}</p>`
  const language = message?.data?.language
  const isChanged = row.version > 1 && row.updatedAt > row.createdAt
  return html`<article class="msg ${kind}" id="${row.id}" data-version="${row.version}" data-author="${row.author}" data-day="${isoDateOf(row.createdAt, context.reader.zone)}"><p class="msg-meta"><span class="msg-who">${
    isOwn ? 'You' : 'Parley'
  }</span> <time datetime="${row.createdAt.toISOString()}" title="${formatInstant(row.createdAt, context.reader)}">${formatTimeOfDay(row.createdAt, context.reader)}</time>${
    isChanged
      ? html` <span class="msg-changed">changed ${isoDateOf(row.updatedAt, context.reader.zone) === isoDateOf(row.createdAt, context.reader.zone) ? '' : `${formatDayShort(row.updatedAt, context.reader)} `}<time datetime="${row.updatedAt.toISOString()}">${formatTimeOfDay(row.updatedAt, context.reader)}</time></span>`
      : null
  }</p><div class="msg-body"${language ? html` lang="${language}"` : null}>${body}</div></article>`
}

export function renderDay(at: Date, reader: Reader): Html {
  return html`<h2 class="day" data-day="${isoDateOf(at, reader.zone)}"><span>${formatDay(at, reader)}</span></h2>`
}

function renderMessages(rows: readonly ThreadMessage[], context: MessageContext): Html {
  let day = ''
  return html`${rows.map((row) => {
    const on = isoDateOf(row.createdAt, context.reader.zone)
    const divider = on === day ? null : renderDay(row.createdAt, context.reader)
    day = on
    return html`${divider}${renderThreadMessage(row, context)}`
  })}`
}

/** The entries of the thread list; also sent by itself when something changed. */
export function renderThreadItems(list: ThreadList, currentId: string | null, now: Date, reader: Reader): Html {
  if (list.items.length === 0)
    return html`<p class="list-empty">${
      list.query === '' ? 'No conversations yet.' : `No conversation holds “${cleanLine(list.query)}”.`
    }</p>`
  const more = new URLSearchParams({ ...(list.query ? { q: list.query } : {}), offset: String(list.offset + listSize) })
  return html`<ul class="items">${list.items.map((item) => renderItem(item, item.thread.id === currentId, list.query, now, reader))}</ul>${
    list.hasMore ? html`<p class="list-more"><a href="/threads?${more.toString()}">Older conversations</a></p>` : null
  }`
}

function renderItem(item: ThreadItem, isCurrent: boolean, query: string, now: Date, reader: Reader): Html {
  const { thread } = item
  const isToday = isoDateOf(thread.lastMessageAt, reader.zone) === isoDateOf(now, reader.zone)
  const when = isToday
    ? formatTimeOfDay(thread.lastMessageAt, reader)
    : formatDayShort(thread.lastMessageAt, reader).replace(/,? \d{4}$/, '')
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`
  return html`<li><a class="item${item.isUnread ? ' item-unread' : ''}" href="/threads/${thread.id}${search}"${
    isCurrent ? html` aria-current="page"` : null
  }><span class="item-title" dir="auto">${cleanLine(thread.title) || 'Conversation'}</span> <time class="item-time" datetime="${thread.lastMessageAt.toISOString()}">${when}</time>${
    item.status ? html` <span class="pill pill-${item.status.tone}">${cleanLine(item.status.text)}</span>` : null
  }${item.snippet ? html` <span class="item-snippet" dir="auto">${cleanLine(item.snippet)}</span>` : null}${
    item.isUnread ? html` <span class="item-dot"><span class="unseen">Unread</span></span>` : null
  }</a></li>`
}

export interface ComposerInput {
  action: string
  eventId: string
  text: string
  error: string | null
  isFocused: boolean
}

function renderComposer(input: ComposerInput): Html {
  const describedBy = input.error ? 'composer-error composer-hint' : 'composer-hint'
  return html`<form class="composer" method="post" action="${input.action}" data-composer>
<input type="hidden" name="_event" value="${input.eventId}">
<p class="composer-error" id="composer-error" role="alert"${input.error ? null : html` hidden`}>${input.error}</p>
<div class="composer-box"><label class="unseen" for="composer-text">Message to Parley</label>
<textarea id="composer-text" name="text" rows="1" maxlength="${messageLengthMax}" required placeholder="Message Parley" aria-describedby="${describedBy}" dir="auto"${
    input.error ? html` aria-invalid="true"` : null
  }${input.isFocused ? html` autofocus` : null}>
${input.text}</textarea>
<button class="button button-primary send">Send</button></div>
<p class="hint" id="composer-hint"><span class="no-script">Write a sentence and press Send.</span><span class="with-script">Enter sends, Shift + Enter starts a new line.</span></p>
</form>`
}

export interface ChatPageInput {
  list: ThreadList
  now: Date
  reader: Reader
  /** What a phone shows, which has no room for both. */
  pane: 'list' | 'thread'
  listLivePath: string
  open:
    | { kind: 'new'; agencyName: string; firstName: string; suggestions: readonly string[] }
    | {
        kind: 'thread'
        thread: Thread
        messages: readonly ThreadMessage[]
        hasEarlier: boolean
        isNewest: boolean
        isUnread: boolean
        /** The last word is the member's and young: an answer is on its way. */
        isAwaiting: boolean
        livePath: string
        /** A sentence about a press whose button is no longer there. */
        notice: string | null
      }
  composer: ComposerInput
  messageContext: MessageContext
}

/** The whole chat: the list of conversations on the left, one of them on the right. */
export function renderChat(input: ChatPageInput): Html {
  const { open } = input
  const currentId = open.kind === 'thread' ? open.thread.id : null
  return html`<div class="chat" data-chat data-pane="${input.pane}" data-live="${
    open.kind === 'thread' && open.isNewest ? open.livePath : input.listLivePath
  }"${open.kind === 'thread' ? html` data-read="/threads/${open.thread.id}/read" data-unread="${open.isUnread ? '1' : ''}"` : null}>
<nav class="pane-list" aria-label="Conversations">
<div class="list-head"><h1 class="list-name">Conversations</h1><a class="button button-primary new" href="/threads/new">New conversation</a>
<form class="search" method="get" action="/threads" role="search"><label class="unseen" for="search">Search conversations</label><input type="search" id="search" name="q" value="${input.list.query}" placeholder="Search" maxlength="100" autocomplete="off"><button class="button button-normal">Search</button></form>${
    input.list.query === '' ? null : html`<p class="search-end"><a href="/threads">Show all conversations</a></p>`
  }</div>
<div data-threads>${renderThreadItems(input.list, currentId, input.now, input.reader)}</div>
</nav>
<section class="pane-thread" aria-label="Conversation">${open.kind === 'thread' ? renderOpen(open, input) : renderNew(open, input)}</section>
<p class="unseen" role="status" data-status></p>
</div>`
}

function renderOpen(open: Extract<ChatPageInput['open'], { kind: 'thread' }>, input: ChatPageInput): Html {
  const { thread } = open
  return html`<header class="thread-head"><a class="back" href="/threads">All conversations</a><h1 dir="auto">${cleanLine(thread.title) || 'Conversation'}</h1>${
    open.isUnread
      ? html`<form method="post" action="/threads/${thread.id}/read" data-mark-read><button class="button button-quiet">Mark as read</button></form>`
      : null
  }</header>
<div class="scroll${open.messages.length === 1 ? ' scroll-start' : ''}" tabindex="0" role="region" aria-label="Conversation so far"><div class="messages" role="log" aria-label="Messages" data-messages>${
    open.hasEarlier && open.messages[0]
      ? html`<p class="earlier"><a href="/threads/${thread.id}?before=${open.messages[0].id}">Earlier messages</a></p>`
      : null
  }${renderMessages(open.messages, input.messageContext)}${
    open.isNewest ? null : html`<p class="earlier"><a href="/threads/${thread.id}">Newest messages</a></p>`
  }${
    open.notice ? html`<div class="note note-warning" role="alert"><p>${open.notice}</p></div>` : null
  }<div class="typing" data-typing${open.isAwaiting ? null : html` hidden`}><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> <span data-typing-words>Parley is on it</span><a class="no-script" href="/threads/${thread.id}">Show the answer</a></div></div></div>
${renderComposer(input.composer)}`
}

function renderNew(open: Extract<ChatPageInput['open'], { kind: 'new' }>, input: ChatPageInput): Html {
  return html`<header class="thread-head thread-head-new"><a class="back" href="/threads">All conversations</a></header>
<div class="scroll scroll-new"><div class="hello"><h1>${open.firstName ? `What shall we schedule, ${open.firstName}?` : 'What shall we schedule?'}</h1>
<p>Say it in your own words. Parley asks everybody for times, finds the one that fits, sends the invitations and keeps the records up to date.</p>
<ul class="suggestions" aria-label="Things to type">${open.suggestions.map(
    (suggestion) =>
      html`<li><a href="/threads/new?${new URLSearchParams({ text: suggestion }).toString()}" data-suggestion="${suggestion}">${suggestion}</a></li>`,
  )}</ul></div></div>
${renderComposer(input.composer)}`
}
