import { type ChatAddress, placeName } from '../domain/chat.ts'
import type { MailTemplate } from '../domain/effect.ts'
import type { MemberId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import { onWeb, type Thread } from '../domain/thread.ts'
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
 * Asks one party for windows: outsiders by mail with a link; members are asked by their card (performChat.ts).
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
  // The card that is owed with every step asks them.
  if (party.memberId) return
  await owe(tx, deps, [
    mailOrder(request.id, why.template, party.id, `ask${request.askRound}v${request.version}`, {
      at,
      ...(why.reason ? { data: { reason: why.reason } } : {}),
    }),
  ])
}

/** The thread in which a member of the panel is asked about a request, when there is one. */
export async function findPartyThread(
  tx: Tx,
  request: Pick<Request, 'id'>,
  memberId: MemberId,
): Promise<Thread | null> {
  const [own] = await tx.find('threads', { where: { requestId: request.id, memberId }, limit: 1 })
  if (own) return own
  // A chat without threads: the card stands in the one conversation with this person.
  const cards = await tx.find('threadMessages', { where: { requestId: request.id } })
  const threads = await tx.find('threads', { where: { id: { in: cards.map((card) => card.threadId) }, memberId } })
  return threads.find(({ surface, audience }) => surface === 'teams' && audience === 'personal') ?? null
}

/** Makes that thread: where this person is written to alone, else in the web chat. */
export async function openPartyThread(
  tx: Tx,
  deps: Deps,
  request: Request,
  memberId: MemberId,
  address: ChatAddress | null,
): Promise<Thread> {
  const now = deps.clock.now()
  const title = `${request.candidateName} · ${request.jobTitle}`
  const thread = { memberId, title, lastMessageAt: now, lastReadAt: null, createdAt: now }
  const id = deps.ids.next('thread')
  const externalId = `request:${request.id}:${memberId}`
  if (!address) return tx.insert('threads', { id, ...onWeb, externalId, ...thread, requestId: request.id })
  if (address.surface === 'teams') return needPersonalThread(tx, deps, memberId, address)
  const { surface } = address
  const place = { surface, externalId, address, audience: 'personal', requestId: request.id } as const
  return tx.insert('threads', { id, ...place, ...thread })
}

/** The conversation with one person in a chat, in which what belongs to no other thread is said. */
export async function needPersonalThread(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  memberId: MemberId,
  address: ChatAddress,
): Promise<Thread> {
  const { surface } = address
  const externalId = placeName(address)
  const [known] = await tx.find('threads', { where: { surface, externalId }, limit: 1 })
  if (known) return known
  const now = deps.clock.now()
  return tx.insert('threads', {
    id: deps.ids.next('thread'),
    memberId,
    surface,
    externalId,
    address,
    audience: 'personal',
    requestId: null,
    title: 'Parley',
    lastMessageAt: now,
    lastReadAt: null,
    createdAt: now,
  })
}
