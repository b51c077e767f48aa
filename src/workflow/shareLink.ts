import type { DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { showLinkAction } from '../bot/requestActions.ts'
import { namesWith } from '../domain/names.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import { liveInterviews, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { meantRequest } from './meantRequest.ts'
import { say } from './owe.ts'
import { unreadParts } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   "the link for Jane": to pass on by hand.
// Reads:   the request and whom the words mean.
// Writes:  nothing; the press makes a fresh link, since kept links are only hashes. Earlier links go on working.
// Effects: a button per person that shows the link beside it, once: a conversation is kept, and a link is a key.
// Refuses when: nobody or several are meant (buttons), the request is closed, or the party is a member, who has the chat.

type LinkWish = Extract<Intent, { kind: 'shareLink' }>

export async function answerShareLink(deps: Deps, cause: Cause, talk: Conversation, wish: LinkWish): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, wish)
    const draft = meant.kind === 'ask' ? meant.draft : linkDraft(await needBundle(tx, meant.request.id), wish.about)
    await say(tx, deps, talk, talk.eventKey, { ...draft, parts: [...draft.parts, ...unreadParts(wish)] })
  })
}

function linkDraft(bundle: RequestBundle, about: string | null): DraftMessage {
  const { request } = bundle
  if (isClosed(request.state))
    return textDraft(`${request.title} is closed, so its links lead to a closing page only. I made none.`)
  const able = bundle.parties.filter((p) => outsiderRoles.includes(p.role) && p.isAttending && p.answer !== 'notAsked')
  const called = about ? partiesCalled(bundle, about) : []
  const named = called.filter((p) => able.includes(p))
  if (called.length > 0 && named.length === 0) return noPageDraft(called)
  const meant = named.length > 0 ? named : able
  const [only] = meant
  if (!only) return textDraft('Nobody of this request has a page of their own yet, so there is no link to pass on.')
  const whose =
    meant.length === 1
      ? `A link for ${only.name}, ${request.title}, is a press away.`
      : 'Whose link do you want to pass on?'
  return {
    parts: [
      { kind: 'text', text: `${joinWords(bundle)}${whose}` },
      {
        kind: 'note',
        tone: 'info',
        text: 'Links mailed before go on working. "New link" on the card stops them all.',
      },
    ],
    actions: meant.map((party) => showLinkAction(request, party)),
  }
}

/** Never somebody else's link for one that is not there. */
function noPageDraft(called: readonly Party[]): DraftMessage {
  const names = called.map((p) => p.name)
  const isMember = called.every((p) => p.memberId !== null)
  return textDraft(
    isMember
      ? `${namesWith(names, 'answers', 'answer')} here in the chat and ${names.length === 1 ? 'has' : 'have'} no page, so there is no link to pass on.`
      : `${namesWith(names, 'has', 'have')} not been asked yet, so there is no link to pass on.`,
  )
}

/** "The link" of an interview that stands may be the one of the video call. */
function joinWords(bundle: RequestBundle): string {
  const [interview] = liveInterviews(bundle)
  return interview?.format.kind === 'video' ? `They join the interview at ${interview.format.url}. ` : ''
}
