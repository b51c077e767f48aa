import { composeBriefing, composeBriefingMail } from '../briefings/compose.ts'
import { addOutside, type BriefingFacts, briefingDate, readDaily, readMeeting } from '../briefings/readBriefing.ts'
import { staleAfterMs } from '../briefings/send.ts'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import type { BriefingPayload, Effect } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Member } from '../domain/settings.ts'
import { onWeb, type Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { needPersonalThread } from './askParty.ts'
import { readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { Performed } from './effects.ts'
import { reachMember } from './meetPerson.ts'
import { cardOrder, mintActions, owe } from './owe.ts'
import { messageIdOf } from './performMail.ts'
import { unnamedAddress } from './setUp.ts'

/** Sends one briefing, composed from the state of this moment; withdrawn when it is stale or says nothing any more. */
export async function performBriefing(
  deps: Deps,
  tenantId: TenantId,
  effect: Effect,
  payload: BriefingPayload,
): Promise<Performed> {
  const now = deps.clock.now()
  if (now.getTime() - new Date(payload.dueAt).getTime() > staleAfterMs)
    return { kind: 'withdrawn', why: 'its time has passed' }
  const facts = await deps.store.inTenant(tenantId, (tx) => readFacts(tx, payload, now))
  if (!facts)
    return {
      kind: 'withdrawn',
      why: 'the interview was moved or cancelled, the day is over, or nobody wants it any more',
    }
  const view = await addOutside(deps, tenantId, facts)
  if (payload.via === 'mail') {
    // Before the set-up nobody has an address.
    const mail = facts.member.email === unnamedAddress ? null : composeBriefingMail(view, deps.mailFrom)
    if (!mail) return { kind: 'withdrawn', why: 'there is nothing to say' }
    const proof = await deps.mail.send(tenantId, { ...mail, messageId: messageIdOf(deps, effect) })
    return { kind: 'done', proof }
  }
  const draft = composeBriefing(view)
  if (!draft) return { kind: 'withdrawn', why: 'there is nothing to say' }
  const thread = await needBriefingThread(deps, tenantId, facts.member)
  const port = deps.chat.get(thread.surface)
  if (!port) throw new ParleyError('notConfigured', `The ${thread.surface} chat is not connected.`)
  const message = await deps.store.inTenant(tenantId, (tx) =>
    mintActions(
      tx,
      deps,
      { threadId: thread.id, memberId: facts.member.id, requestId: null, requestVersion: null },
      draft,
    ),
  )
  const proof = await port.post(tenantId, thread, effect.key, message)
  return { kind: 'done', proof, keep: (tx) => freshenCard(tx, deps, payload) }
}

/** What can be said shortly before an interview, such as being late, stands on the card from now on. */
async function freshenCard(tx: Tx, deps: Deps, { interviewId }: BriefingPayload): Promise<void> {
  const interview = interviewId && (await tx.get('interviews', interviewId))
  const request = interview && (await tx.get('requests', interview.requestId))
  if (request) await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
}

async function readFacts(tx: Tx, payload: BriefingPayload, now: Date): Promise<BriefingFacts | null> {
  const member = await tx.get('members', payload.memberId)
  if (!member) return null
  const settings = await readSettings(tx)
  if (payload.interviewId === null)
    return briefingDate(member, settings, now) === payload.on ? readDaily(tx, member, now) : null
  if (settings.meetingBriefingMinutes === 0) return null
  return readMeeting(tx, member, payload.interviewId, payload.sequence ?? 0, now)
}

/** The one thread in which a member is briefed: the conversation with them in a chat, else one of the web chat. */
async function needBriefingThread(deps: Deps, tenantId: TenantId, member: Member): Promise<Thread> {
  const address = (await reachMember(deps, tenantId, member.id))?.address ?? null
  const work = async (tx: Tx): Promise<Thread> => {
    if (address) return needPersonalThread(tx, deps, member.id, address)
    const externalId = `briefings:${member.id}`
    const [known] = await tx.find('threads', { where: { surface: 'web', externalId } })
    if (known) return known
    const now = deps.clock.now()
    return tx.insert('threads', {
      id: deps.ids.next('thread'),
      memberId: member.id,
      ...onWeb,
      externalId,
      title: 'Briefings',
      lastMessageAt: now,
      lastReadAt: null,
      createdAt: now,
    })
  }
  return againIfDuplicate(() => deps.store.inTenant(tenantId, work))
}
