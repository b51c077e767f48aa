import { formatList } from '../../domain/formatTime.ts'
import { languageNames } from '../../domain/language.ts'
import type { GuestCommon } from '../../workflow/guestPage.ts'
import { accentPath } from './accent.ts'
import { html, type Markup } from './markup.ts'
import { isCandidate, type Scene, viewUrl } from './view.ts'
import { wallTimeOf } from './wallClock.ts'

interface Frame {
  title: string
  agencyName: string | null
  accentColor: string
  heading: string
  body: Markup
  recruiter: GuestCommon['recruiter'] | null
  footer: Markup | null
  /** A page for everybody, which no link leads to. */
  isOpen?: boolean
}

/**
 * The frame all guest pages share: agency, language, what is wrong, the one question, the person to contact. A page has 20 KB at most,
 * so it says nothing that its headers say, and a paragraph ends where HTML says it does.
 */
export function frame(scene: Scene<unknown>, parts: Frame): Markup {
  const { view, words } = scene
  const title = [parts.title, parts.agencyName].filter(Boolean).join(' – ')
  return html`<!doctype html>
<html lang="${view.locale}">
<head>
<meta charset=utf-8>
<meta name=viewport content="width=device-width,initial-scale=1">
<meta name=color-scheme content="light dark">
<title>${view.errors.length ? `${words.errorPrefix}${words.colon}` : ''}${title}</title>
<link rel=stylesheet href="${accentPath(parts.accentColor)}">
<link rel=stylesheet href="${view.assets.css}">
<script src="${view.assets.js}" defer></script>
</head>
<body>
<a class=skip href=#main>${words.skip}</a>
<header class=top>
  <p class=agency>${parts.agencyName ?? ''}
  ${parts.agencyName === null && !parts.isOpen ? '' : languageNav(scene)}
</header>
<main id=main>
  ${summary(scene)}
  ${view.trouble ? html`<p class="notice" role="alert">${view.trouble}</p>` : ''}
  ${view.notice ? html`<p class="notice" role="alert">${words.notices[view.notice]}</p>` : ''}
  <h1>${parts.heading}</h1>
  ${parts.body}
</main>
<footer>
  ${parts.recruiter ? contact(scene, parts.recruiter) : ''}
  ${parts.footer ?? ''}
  ${legalLinks(scene)}
</footer>
</body>
</html>`
}

/** In tabs of their own, because what was ticked and not sent yet would be lost. Few letters: each page has 20 KB at most. */
function legalLinks({ view, words }: Scene<unknown>): Markup {
  const leadTo = (kind: 'privacy' | 'terms') =>
    html`<a target=_blank href="${view.ownLegal[kind] ?? `/${kind}?lang=${view.language}`}">${words.legal.link[kind]}</a>`
  return html`<p>${leadTo('privacy')} ${leadTo('terms')}`
}

function languageNav(scene: Scene<unknown>): Markup {
  const { view, words, page } = scene
  const ownZone = (page as Partial<GuestCommon>).party?.zone
  const others = Object.entries(languageNames).filter(([code]) => code !== view.language)
  // Three full names do not stand beside an agency's on a phone; every name begins with or holds its code, as WCAG 2.5.3 asks.
  return html`<nav aria-label="${words.languageSwitch}">${others.map(
    ([code, name]) =>
      html`<a lang=${code} aria-label=${name} href="${viewUrl(view, { lang: code, ...kept(scene) }, ownZone)}">${code.toUpperCase()}</a>`,
  )}</nav>`
}

/** What of the view a change of language keeps. */
function kept({ view }: Scene<unknown>): Record<string, string> {
  return {
    ...(view.weekOn ? { week: view.weekOn } : {}),
    ...(view.hasEvenings ? { evenings: '1' } : {}),
    ...(view.isEditing ? { suggest: '1' } : view.readingId ? { reading: view.readingId } : {}),
  }
}

function summary({ view, words }: Scene<unknown>): Markup | string {
  if (!view.errors.length) return ''
  return html`<div class="errors" role="alert" tabindex="-1" autofocus id="errors">
    <h2>${words.errorHeading(view.errors.length)}</h2>
    <ul>${view.errors.map((error) => html`<li><a href="#${error.field}">${error.text}</a></li>`)}</ul>
  </div>`
}

function contact({ words }: Scene<unknown>, recruiter: GuestCommon['recruiter']): Markup {
  return html`<section class="contact" aria-labelledby="contact">
    <h2 id="contact">${words.contactHeading}</h2>
    <p>${words.contact(recruiter.name)}
      <a href="mailto:${recruiter.email}">${recruiter.email}</a>${
        recruiter.phone ? html`, <a href="tel:${recruiter.phone.replace(/[^+\d]/g, '')}">${recruiter.phone}</a>` : ''
      }</p>
  </section>`
}

/** The frame of a page that belongs to a party: all but the unknown and the expired one. */
export function partyFrame(scene: Scene<GuestCommon>, title: string, heading: string, body: Markup): Markup {
  const { page, words, formats, view } = scene
  const until = formats.longDay(wallTimeOf(page.linkExpiresAt, view.zone).on)
  return frame(scene, {
    title: `${title} – ${page.title}`,
    agencyName: page.agencyName,
    accentColor: page.accentColor,
    heading,
    body: html`${body}${reminders(scene)}`,
    recruiter: page.recruiter,
    footer: html`<p class="small">${words.assistant(page.agencyName, page.recruiter.name)} ${words.linkLasts(page.party.name, until)} ${words.expiredNote}</p>`,
  })
}

/** Somebody whose answer is waited for can stop the reminders, and nothing else with it. */
function reminders(scene: Scene<GuestCommon>): Markup | string {
  const { page, view, words } = scene
  if (page.reminders === null) return ''
  if (page.reminders === 'stopped') return html`<p class="hint">${words.reminders.stopped(page.recruiter.name)}</p>`
  const tick = fieldError(scene, 'reminders-sure')
  const isOpen = view.typed.form === 'reminders'
  return html`<details class="card other"${isOpen ? html` open` : ''}>
    <summary>${words.reminders.heading}</summary>
    <form method="post" action="${view.path}/reminders">${viewFields(scene)}<p>${words.reminders.intro}</p>
      ${tick.text}
      <label class="tick"><input type="checkbox" id="reminders-sure" name="remindersSure" value="yes"${tick.mark}>${words.reminders.tick}</label>
      <button class="quiet">${words.reminders.send}</button></form>
  </details>`
}

/** Role, candidate, length, how and whom: the same list on every page. */
export function facts({ page, words, view }: Scene<GuestCommon>): Markup {
  const role = page.clientName && isCandidate(page) ? `${page.jobTitle}, ${page.clientName}` : page.jobTitle
  const rows: [string, string][] = [
    [words.facts.role, role],
    ...(isCandidate(page) ? [] : [[words.facts.candidate, page.candidateName] as [string, string]]),
    [words.facts.length, words.minutes(page.durationMinutes)],
    [words.facts.how, page.formatWords ?? words.facts.howOpen],
    ...(page.meets.length ? [[words.facts.meets, formatList(page.meets, view.locale)] as [string, string]] : []),
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}<dd>${value}</div>`)}</dl>`
}

/** The message next to a field, and how the field points at it. */
export function fieldError(scene: Scene<unknown>, field: string): { mark: Markup | ''; text: Markup | '' } {
  const error = scene.view.errors.find((each) => each.field === field)
  if (!error) return { mark: '', text: '' }
  return {
    mark: html` aria-invalid="true" aria-describedby="${field}-error"`,
    text: html`<p class="error" id="${field}-error">${error.text}</p>`,
  }
}

interface TickForm {
  id: 'decline' | 'move' | 'cancel'
  summary: string
  intro: string
  tick: string
  send: string
}

/**
 * A disclosure with a reason, a tick that says it is meant, and a button: nothing happens without the tick. Without
 * `isOwnForm` its fields belong to the form around it and the button names its own action.
 */
export function tickForm(scene: Scene<GuestCommon>, parts: TickForm, isOwnForm: boolean): Markup {
  const { view, words } = scene
  const isOpen = view.typed.form === parts.id
  const reason = fieldError(scene, `${parts.id}-reason`)
  const tick = fieldError(scene, `${parts.id}-sure`)
  const action = `${view.path}/${parts.id}`
  const fields = html`<p>${parts.intro}</p>
    <label for="${parts.id}-reason">${words.reason}</label>
    <p class="hint" id="${parts.id}-hint">${words.reasonHint}</p>
    ${reason.text}
    <textarea id="${parts.id}-reason" name="reason" rows="2"${reason.mark || html` aria-describedby="${parts.id}-hint"`}>${isOpen ? (view.typed.reason ?? '') : ''}</textarea>
    ${tick.text}
    <label class="tick"><input type="checkbox" id="${parts.id}-sure" name="${parts.id}Sure" value="yes"${tick.mark}>${parts.tick}</label>
    <button class="quiet"${isOwnForm ? '' : html` formaction="${action}"`}>${parts.send}</button>`
  return html`<details class="card other"${isOpen ? html` open` : ''}>
    <summary>${parts.summary}</summary>
    ${isOwnForm ? html`<form method="post" action="${action}">${viewFields(scene)}${fields}</form>` : fields}
  </details>`
}

/** Hidden fields that let the answer to a POST look like the page it came from. */
export function viewFields({ view }: Scene<unknown>): Markup {
  return html`<input type="hidden" name="zone" value="${view.zone}"><input type="hidden" name="lang" value="${view.language}">`
}
