import { showLinkAction } from '../bot/requestActions.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { ErrandWords } from '../words/replyWords.ts'
import { liveInterviews, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { meantRequest } from './meantRequest.ts'
import { say } from './owe.ts'
import { withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

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
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  })
}

function linkDraft(bundle: RequestBundle, about: string | null): Composer {
  const { request } = bundle
  if (isClosed(request.state)) return sentence(({ errands }) => errands.link.closed(request.title))
  const able = bundle.parties.filter((p) => outsiderRoles.includes(p.role) && p.isAttending && p.answer !== 'notAsked')
  const called = about ? partiesCalled(bundle, about) : []
  const named = called.filter((p) => able.includes(p))
  if (called.length > 0 && named.length === 0) return noPageDraft(called)
  const meant = named.length > 0 ? named : able
  const [only] = meant
  if (!only) return sentence(({ errands }) => errands.link.nobody)
  return ({ words: { errands }, language }) => {
    const whose = meant.length === 1 ? errands.link.one(only.name, request.title) : errands.link.whose
    return {
      parts: [
        { kind: 'text', text: [...joinWords(bundle, errands), whose].join(' ') },
        { kind: 'note', tone: 'info', text: errands.link.goesOn },
      ],
      actions: meant.map((party) => showLinkAction(request, party, language)),
    }
  }
}

/** Never somebody else's link for one that is not there. */
function noPageDraft(called: readonly Party[]): Composer {
  const isMember = called.every((p) => p.memberId !== null)
  return sentence(({ errands: { link } }, { list }) => {
    const names = list(called.map((p) => p.name))
    return isMember ? link.inChat(names, called.length) : link.notAsked(names, called.length)
  })
}

/** "The link" of an interview that stands may be the one of the video call. */
function joinWords(bundle: RequestBundle, { link }: ErrandWords): string[] {
  const [interview] = liveInterviews(bundle)
  return interview?.format.kind === 'video' ? [link.join(interview.format.url)] : []
}
