import type { GuestPage } from '../../workflow/guestPage.ts'
import { toldWindows } from './availabilityPage.ts'
import { facts, fieldError, partyFrame, viewFields } from './layout.ts'
import { html, type Markup } from './markup.ts'
import { proposalCard } from './proposalPages.ts'
import { type Scene, viewUrl } from './view.ts'

type ReadingPage = Extract<GuestPage, { page: 'reading' }>

/** What a program understood of the party's mail, with the tick or the choice that makes it count. */
export function readingPage(scene: Scene<ReadingPage>): Markup {
  const { page, view, words } = scene
  const body = html`
    <p class="lead">${words.reading.intro}</p>
    ${understood(scene)}
    ${facts(scene)}
    <p><a class="button quiet" href="${viewUrl(view, { suggest: '1' })}">${words.reading.change}</a></p>`
  return partyFrame(scene, words.reading.title, words.reading.heading(page.party.name), body)
}

function understood(scene: Scene<ReadingPage>): Markup {
  const { page, view, words } = scene
  const { understood } = page
  switch (understood.kind) {
    case 'windows':
      return html`<section class="card told"><h2>${words.reading.times}</h2>${toldWindows(scene, understood.windows)}
        ${understood.isReplacing ? html`<p>${words.reading.replaces}</p>` : ''}
        <form method="post" action="${view.path}/reading" novalidate>${viewFields(scene)}
          <input type="hidden" name="readingId" value="${page.readingId}">
          ${tick(scene, 'reading', words.reading.tick)}
          <button class="main">${words.reading.send}</button></form></section>`
    case 'select': {
      const error = fieldError(scene, 'proposals')
      const texts = words[understood.form === 'choose' ? 'choice' : 'approval']
      return html`<form method="post" action="${view.path}/${understood.form}" novalidate>${viewFields(scene)}
        <fieldset class="proposals" id="proposals" tabindex="-1"${error.mark}><legend>${texts.legend}</legend>${error.text}
          ${understood.proposals.map((proposal) => proposalCard(scene, proposal))}</fieldset>
        <div class="send"><button class="main">${texts.send}</button></div></form>`
    }
    case 'decline':
      return html`<section class="card"><h2>${words.reading.no}</h2>
        <form method="post" action="${view.path}/decline" novalidate>${viewFields(scene)}
          <p>${words.availability.declineIntro}</p>
          ${tick(scene, 'decline', words.declineTick)}
          <button class="main">${words.declineSend}</button></form></section>`
  }
}

function tick(scene: Scene<unknown>, id: 'reading' | 'decline', label: string): Markup {
  const error = fieldError(scene, `${id}-sure`)
  return html`${error.text}<label class="tick"><input type="checkbox" id="${id}-sure" name="${id}Sure" value="yes"${error.mark}>${label}</label>`
}
