import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { catalogue } from '../words/catalogue.ts'
import type { ReplyWords } from '../words/replyWords.ts'
import { withdrawMails } from './askEverybody.ts'
import { isBlockedByNo, moveRequest, needBundle, partyOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, logOrder, owe, owePropose, say } from './owe.ts'
import { aboutRequest, speechIn } from './speech.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   a party's no, with a reason if given (R28).
// Reads:   the request.
// Writes:  the party's answer, the request as declined (or a new search, when others can speak for this side); holds of an unfinished agreement are freed.
// Effects: ATS log "candidate declines" for the candidate, a line in the thread with what can be done, the card.
// Refuses when: closed or confirmed already (`tooLate`; a confirmed interview is cancelled, not declined).

export async function declineRequest(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string; reason: string | null },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    const party = partyOf(bundle, input.partyId)
    if (isClosed(request.state) || request.state === 'confirmed' || party.answer === 'declined')
      return { kind: 'tooLate' }
    const others = bundle.parties.filter((p) => p.id !== party.id)
    const isStuck = isBlockedByNo(bundle.seats, [...others, { ...party, answer: 'declined' }])
    const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
    const speech = await speechIn(tx, target)
    // The card keeps it in the words of whoever reads it; the ATS log is English.
    const told = declinedWords(speech.words, party.name, input.reason)
    const logged = declinedWords(catalogue.en.replies, party.name, input.reason)
    if (isStuck) await withdrawMails(tx, deps, request.id)
    await releaseHolds(tx, bundle, 'held')
    for (const p of bundle.proposals)
      if (p.state === 'offered') await tx.update('proposals', p.id, { state: 'refused' })
    await tx.update('parties', party.id, {
      answer: 'declined',
      declineReason: input.reason,
      answeredAt: deps.clock.now(),
    })
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      request,
      isStuck ? 'declined' : 'collecting',
      'decline',
      { stuckReasons: isStuck ? [...(request.state === 'declined' ? request.stuckReasons : []), told] : [] },
      {
        partyId: party.id,
        reason: input.reason,
      },
    )
    await owe(tx, deps, [
      ...(party.role === 'candidate'
        ? [
            logOrder(request.id, 'candidateDeclined', `v${moved.version}`, logged, {
              at: deps.clock.now().toISOString(),
              candidate: party.name,
              reason: input.reason,
            }),
          ]
        : []),
      cardOrder(deps, request.id, moved.version),
    ])
    await say(tx, deps, target, `${request.id}:declined:${moved.version}`, ({ words: { news } }) => {
      const about = aboutRequest(speech, request)
      const next = isStuck ? news.waitsForYou(about) : news.goesOn(about)
      return { parts: [{ kind: 'note', tone: 'warning', text: `${told} ${next}` }], actions: [] }
    })
    if (!isStuck) await owePropose(tx, deps, request.id)
    return { kind: 'done' }
  })
}

function declinedWords({ news }: ReplyWords, name: string, reason: string | null): string {
  return reason ? news.declinedBecause(name, reason) : news.declined(name)
}
