import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { formatInstant } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import { namesWith } from '../domain/names.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { liveInterviews, needBundle, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { mintLink } from './links.ts'
import { meantRequest } from './meantRequest.ts'
import { say } from './owe.ts'
import { unreadParts } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   "the link for Jane": to pass on by hand.
// Reads:   the request and whom the words mean.
// Writes:  a fresh link of that one party, since kept links are only hashes; an audit row. Earlier links go on working.
// Effects: the link in the thread of the recruiter who asked; nothing goes out.
// Refuses when: nobody or several are meant (buttons), the request is closed, or the party is a member, who has the chat.

type LinkWish = Extract<Intent, { kind: 'shareLink' }>

export async function answerShareLink(deps: Deps, cause: Cause, talk: Conversation, wish: LinkWish): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, wish)
    const draft =
      meant.kind === 'ask'
        ? meant.draft
        : await linkDraft(tx, deps, cause, await needBundle(tx, meant.request.id), wish.about)
    await say(tx, deps, talk, talk.eventKey, { ...draft, parts: [...draft.parts, ...unreadParts(wish)] })
  })
}

async function linkDraft(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  about: string | null,
): Promise<DraftMessage> {
  const { request } = bundle
  if (isClosed(request.state))
    return textDraft(`${request.title} is closed, so its links lead to a closing page only. I made none.`)
  const able = bundle.parties.filter((p) => outsiderRoles.includes(p.role) && p.isAttending && p.answer !== 'notAsked')
  const called = about ? partiesCalled(bundle, about) : []
  const named = called.filter((p) => able.includes(p))
  if (called.length > 0 && named.length === 0) return noPageDraft(called)
  const [only, ...others] = named.length > 0 ? named : able
  if (!only) return textDraft('Nobody of this request has a page of their own yet, so there is no link to pass on.')
  if (others.length === 0) return freshLink(tx, deps, cause, bundle, only)
  return textDraft(
    `${joinWords(bundle)}Whose link do you want to pass on?`,
    [only, ...others].map(
      (party): DraftAction => ({
        kind: 'copyLink',
        data: { requestId: request.id, partyId: party.id },
        label: `Link for ${party.name}`,
        style: 'normal',
      }),
    ),
  )
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

async function freshLink(tx: Tx, deps: Deps, cause: Cause, bundle: RequestBundle, party: Party): Promise<DraftMessage> {
  const { request, recruiter } = bundle
  const { url, expiresAt } = await mintLink(tx, deps, party)
  await recordAudit(tx, deps, cause, {
    requestId: request.id,
    action: 'shareLink',
    fromState: request.state,
    toState: request.state,
    data: { partyId: party.id },
  })
  return {
    parts: [
      { kind: 'text', text: `${joinWords(bundle)}A fresh link for ${party.name}, ${request.title}:` },
      { kind: 'text', text: url },
      {
        kind: 'note',
        tone: 'warning',
        text: `Whoever has it acts as ${party.name}, so pass it on to nobody else. It works until ${formatInstant(expiresAt, recruiter)}; links mailed before go on working. "New link for ${party.name}" on the card stops them all.`,
      },
    ],
    actions: [],
  }
}

/** The button for one of several. */
export async function copyLink(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  talk: Conversation,
  input: { requestId: string; partyId: string },
): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const party = bundle.parties.find((p) => p.id === input.partyId && p.isAttending)
    const draft =
      party && !isClosed(bundle.request.state)
        ? await freshLink(tx, deps, cause, bundle, party)
        : textDraft('This person no longer takes part, or the request is closed. I made no link.')
    await say(tx, deps, talk, talk.eventKey, draft)
  })
}
