import type { MailTemplate } from '../domain/effect.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { mailOrder, owe } from './owe.ts'
import { expectAnswer } from './planReminder.ts'

/** Why a party is asked decides the words of the mail. */
export type AskReason = {
  template: Extract<MailTemplate, 'request' | 'askAnew' | 'nothingFits'>
  reason: string | null
}

/**
 * Asks one party for windows: outsiders by mail with a link, members by a card in a thread of their own.
 * `at` is when the mail may go; the undo time for first mails.
 */
export async function askParty(
  tx: Tx,
  deps: Deps,
  request: Request,
  party: Party,
  at: Date,
  why: AskReason = { template: 'request', reason: null },
): Promise<void> {
  await tx.update('parties', party.id, { answer: 'asked', answeredBy: null, declineReason: null })
  await expectAnswer(tx, deps, request, party)
  if (party.memberId) {
    await needPartyThread(tx, deps, request, party)
    return
  }
  await owe(tx, deps, [
    mailOrder(request.id, why.template, party.id, `ask${request.askRound}v${request.version}`, {
      at,
      ...(why.reason ? { data: { reason: why.reason } } : {}),
    }),
  ])
}

/** The thread in which a member of the panel is asked; one per request, made when first needed. */
export async function needPartyThread(tx: Tx, deps: Deps, request: Request, party: Party): Promise<Thread> {
  if (!party.memberId) throw new Error('only members have threads')
  const externalId = `request:${request.id}:${party.memberId}`
  const known = (await tx.find('threads', { where: { surface: 'web', externalId } }))[0]
  if (known) return known
  const now = deps.clock.now()
  return tx.insert('threads', {
    id: deps.ids.next('thread'),
    memberId: party.memberId,
    surface: 'web',
    externalId,
    title: `${request.candidateName} · ${request.jobTitle}`,
    lastMessageAt: now,
    lastReadAt: null,
    createdAt: now,
  })
}
