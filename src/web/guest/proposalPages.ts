import { goodForEveryone } from '../../domain/proposal.ts'
import type { GuestPage, GuestProposal } from '../../workflow/guestPage.ts'
import { offsetText, zoneName } from './formats.ts'
import { facts, fieldError, partyFrame, tickForm, viewFields } from './layout.ts'
import { html, type Markup, safeUrl } from './markup.ts'
import { type Scene, viewUrl } from './view.ts'
import { offsetAt, wallTimeOf } from './wallClock.ts'

type ChoicePage = Extract<GuestPage, { page: 'choice' }>
type ApprovalPage = Extract<GuestPage, { page: 'approval' }>

/** A party picks one of the times that suit everybody else. */
export function choicePage(scene: Scene<ChoicePage>): Markup {
  const { page, view, words } = scene
  const hasSome = page.proposals.length + page.more.length > 0
  const body = html`
    <p class="lead">${hasSome ? words.choice.intro : words.choice.noneLeft}</p>
    ${facts(scene)}
    ${
      hasSome
        ? html`<form method="post" action="${view.path}/choose" novalidate>${viewFields(scene)}
      ${cards(scene, words.choice.legend)}
      <div class="send"><button class="main">${words.choice.send}</button></div></form>`
        : ''
    }
    <p><a class="button quiet" href="${viewUrl(view, { suggest: '1' })}">${words.choice.suggest}</a></p>
    ${decline(scene)}`
  return partyFrame(scene, words.choice.title, words.choice.heading(page.party.name), body)
}

/** The client or hiring manager approves one of the proposals, suggests other times, or declines. */
export function approvalPage(scene: Scene<ApprovalPage>): Markup {
  const { page, view, words } = scene
  const hasSome = page.proposals.length + page.more.length > 0
  const resume = safeUrl(page.resumeUrl)
  const body = html`
    <p class="lead">${
      hasSome
        ? words.approval.intro(page.candidateName, words.minutes(page.durationMinutes), page.jobTitle)
        : words.choice.noneLeft
    } ${page.isOneOfSeveral ? words.approval.several : ''}</p>
    ${facts(scene)}
    ${resume ? html`<p><a class="button quiet" rel="noreferrer noopener" href="${resume}">${words.approval.resume}</a></p>` : ''}
    ${
      hasSome
        ? html`<form method="post" action="${view.path}/approve" novalidate>${viewFields(scene)}
      ${cards(scene, words.approval.legend)}
      <div class="send"><button class="main">${words.approval.send}</button></div></form>`
        : ''
    }
    <p><a class="button quiet" href="${viewUrl(view, { suggest: '1' })}">${words.approval.suggest}</a></p>
    ${tickForm(
      scene,
      {
        id: 'decline',
        summary: words.approval.declineHeading,
        intro: words.availability.declineIntro,
        tick: words.approval.declineTick,
        send: words.approval.declineSend,
      },
      true,
    )}`
  return partyFrame(scene, words.approval.title, words.approval.heading(page.party.name, page.candidateName), body)
}

function decline(scene: Scene<ChoicePage>): Markup {
  const { words } = scene
  return tickForm(
    scene,
    {
      id: 'decline',
      summary: words.availability.decline,
      intro: words.availability.declineIntro,
      tick: words.declineTick,
      send: words.declineSend,
    },
    true,
  )
}

function cards(scene: Scene<ChoicePage | ApprovalPage>, legend: string): Markup {
  const { page, words } = scene
  const error = fieldError(scene, 'proposals')
  const first = page.proposals.map((proposal) => proposalCard(scene, proposal))
  const more = page.more.map((proposal) => proposalCard(scene, proposal))
  const isOpen = page.more.some((proposal) => proposal.id === scene.view.typed.proposalId) || !first.length
  return html`<fieldset class="proposals" id="proposals" tabindex="-1"${error.mark}><legend>${legend}</legend>${error.text}
    ${first}
    ${more.length ? html`<details class="more"${isOpen ? html` open` : ''}><summary>${words.choice.more(more.length)}</summary>${more}</details>` : ''}
  </fieldset>`
}

/** One time to pick, as a radio button with both clocks. */
export function proposalCard(scene: Scene<unknown>, proposal: GuestProposal): Markup {
  const { view, words, formats } = scene
  // Reasons are written in English; in another language only the usual one has words of its own.
  const reasons = proposal.reasons.flatMap((reason) => {
    if (reason === goodForEveryone) return [words.choice.goodForEveryone]
    return view.language === 'en' ? [reason] : []
  })
  const checked = proposal.id === view.typed.proposalId ? html` checked` : ''
  return html`<label class="card choice"><input type="radio" name="proposalId" value="${proposal.id}"${checked}><span>
    <strong>${formats.longDay(wallTimeOf(proposal.startsAt, view.zone).on)}</strong>
    <span class="range">${formats.range(proposal, view.zone)}</span>
    <span>${zoneName(view.zone)} (${offsetText(proposal.startsAt, view.zone)})</span>
    ${otherTime(scene, proposal)}
    ${reasons.length ? html`<span class="hint">${reasons.join(' · ')}</span>` : ''}
  </span></label>`
}

/** The same time on the other side's clock, with its day when that differs. */
function otherTime({ view, words, formats }: Scene<unknown>, proposal: GuestProposal): Markup | string {
  const zone = proposal.otherZone
  if (!zone || offsetAt(proposal.startsAt, zone) === offsetAt(proposal.startsAt, view.zone)) return ''
  const own = wallTimeOf(proposal.startsAt, view.zone).on
  const other = wallTimeOf(proposal.startsAt, zone).on
  const range =
    other === own ? formats.range(proposal, zone) : `${formats.longDay(other)}, ${formats.range(proposal, zone)}`
  return html`<span class="soft">${words.zone.both(range, `${zoneName(zone)} (${offsetText(proposal.startsAt, zone)})`)}</span>`
}
