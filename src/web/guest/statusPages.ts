import type { GuestPage } from '../../workflow/guestPage.ts'
import { toldWindows } from './availabilityPage.ts'
import { offsetText, zoneName } from './formats.ts'
import { facts, fieldError, frame, partyFrame, tickForm, viewFields } from './layout.ts'
import { html, type Markup, safeUrl } from './markup.ts'
import { type Scene, viewUrl } from './view.ts'
import { wallTimeOf } from './wallClock.ts'

type Page<Name extends GuestPage['page']> = Extract<GuestPage, { page: Name }>

/** Nothing to do: what was told, what happens next. */
export function waitingPage(scene: Scene<Page<'waiting'>>): Markup {
  const { page, view, words } = scene
  const body = html`
    <p class="lead">${words.waiting.text[page.what]}</p>
    ${page.windows.length ? html`<section class="card told"><h2>${words.told.intro}</h2>${toldWindows(scene, page.windows)}</section>` : ''}
    ${page.canChange ? html`<p>${words.told.nextLater}</p><p><a class="button" href="${viewUrl(view, { suggest: '1' })}">${words.told.change}</a></p>` : ''}
    ${facts(scene)}`
  return partyFrame(scene, words.waiting.title, words.waiting.heading[page.what](page.party.name), body)
}

/** The confirmed interview: when, where, join, add to calendar, move, cancel and their limits. */
export function managePage(scene: Scene<Page<'manage'>>): Markup {
  const { page, view, words, formats } = scene
  const { interview } = page
  const join = safeUrl(interview.joinUrl)
  const body = html`
    <section class="card when">
      <p class="day">${formats.longDay(wallTimeOf(interview.startsAt, view.zone).on)}</p>
      <p class="range">${formats.range(interview, view.zone)}</p>
      <p class="hint">${zoneName(view.zone)} (${offsetText(interview.startsAt, view.zone)})</p>
      <p>${interview.place || words.manage.whereOpen}</p>
      <p class="actions">${join ? html`<a class="button main" rel="noreferrer noopener" href="${join}">${words.manage.join}</a>` : ''}<a class="button quiet" href="${view.path}/interview.ics">${words.manage.add}</a></p>
    </section>
    ${facts(scene)}
    <p id="limits">${page.limitWords}</p>
    ${
      page.canMove
        ? tickForm(
            scene,
            {
              id: 'move',
              summary: words.manage.moveHeading,
              intro: words.manage.moveIntro,
              tick: words.manage.moveTick,
              send: words.manage.moveSend,
            },
            true,
          )
        : ''
    }
    ${
      page.canCancel
        ? tickForm(
            scene,
            {
              id: 'cancel',
              summary: words.manage.cancelHeading,
              intro: words.manage.cancelIntro,
              tick: words.manage.cancelTick,
              send: words.manage.cancelSend,
            },
            true,
          )
        : ''
    }
    <p>${words.manage.changed(page.recruiter.name)}</p>`
  return partyFrame(scene, words.manage.title, words.manage.heading, body)
}

export function closedPage(scene: Scene<Page<'closed'>>): Markup {
  const { page, words } = scene
  return partyFrame(
    scene,
    words.closed.title,
    words.closed.heading[page.reason],
    html`<p class="lead">${page.words}</p>${facts(scene)}`,
  )
}

/** A link past its days offers to mail a new one to its owner; the address is not shown. */
export function expiredPage(scene: Scene<Page<'expired'>>): Markup {
  const { page, view, words } = scene
  const error = fieldError(scene, 'renew-sure')
  return frame(scene, {
    title: words.expired.title,
    agencyName: page.agencyName,
    accentColor: page.accentColor,
    heading: words.expired.heading,
    body: html`<p class="lead">${words.expired.text}</p>
      <form method="post" action="${view.path}/renew">${viewFields(scene)}
        ${error.text}
        <label class="tick"><input type="checkbox" id="renew-sure" name="renewSure" value="yes"${error.mark}>${words.expired.tick}</label>
        <button class="main">${words.expired.send}</button>
      </form>`,
    recruiter: page.recruiter,
    footer: null,
  })
}

/** Pages that belong to nobody: they tell nothing about any link. */
export function plainPage(scene: Scene<{ kind: 'unknown' | 'renewed' | 'tooMany' | 'broken' | 'tooBig' }>): Markup {
  const { page, words } = scene
  const { title, heading, text } = words[page.kind]
  return frame(scene, {
    title,
    agencyName: null,
    accentColor: '#0b5d51',
    heading,
    body: html`<p class="lead">${text}</p>`,
    recruiter: null,
    footer: null,
  })
}
