import { type CalendarReply, readCalendarReply } from '../calendar/readReply.ts'
import type { RequestId, TenantId } from '../domain/ids.ts'
import type { ReceivedMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** Which request a mail belongs to, and whose part of it was written to. Who wrote is another question. */
export interface MailPlace {
  requestId: RequestId
  partyId: string
}

/** By the tag in an address, else by the mail it answers, else by the calendar object it carries; null when by none of them. */
export async function placeMail(tx: Tx, deps: Pick<Deps, 'replies'>, mail: ReceivedMail): Promise<MailPlace | null> {
  return (await placeByTag(tx, deps, mail)) ?? (await placeByReference(tx, mail)) ?? (await placeByCalendar(tx, mail))
}

/** Of several good tags the one of whoever wrote. */
async function placeByTag(tx: Tx, { replies }: Pick<Deps, 'replies'>, mail: ReceivedMail): Promise<MailPlace | null> {
  if (!replies) return null
  const parties = []
  for (const tag of replies.readTags(mail.recipients)) {
    if (!replies.mayBe(tag, tx.tenantId)) continue
    const party = await tx.get('parties', tag.partyId)
    if (party && replies.isGenuine(tag, tx.tenantId, party)) parties.push(party)
  }
  const party = parties.find((p) => mail.from.includes(p.email.trim().toLowerCase())) ?? parties[0]
  return party ? { requestId: party.requestId, partyId: party.id } : null
}

/** Our Message-IDs begin with the effect that sent the mail. */
async function placeByReference(tx: Tx, mail: ReceivedMail): Promise<MailPlace | null> {
  for (const id of mail.references) {
    const [effectId] = /^effect_[0-9a-z]{26}(?=@)/.exec(id) ?? []
    const effect = effectId ? await tx.get('effects', effectId) : null
    if (effect?.requestId && 'partyId' in effect.payload)
      return { requestId: effect.requestId, partyId: effect.payload.partyId }
  }
  return null
}

async function placeByCalendar(tx: Tx, mail: ReceivedMail): Promise<MailPlace | null> {
  for (const { uid, attendees } of mail.calendars.flatMap(readEach)) {
    const [invitation] = await tx.find('invitations', { where: { uid }, limit: 1 })
    if (!invitation) continue
    const parties = await tx.find('parties', { where: { requestId: invitation.requestId } })
    const spokenOf = [...attendees.map((a) => a.email), ...mail.from]
    const party =
      parties.find((p) => p.id === invitation.partyId) ??
      parties.find((p) => spokenOf.includes(p.email.trim().toLowerCase())) ??
      parties[0]
    if (party) return { requestId: invitation.requestId, partyId: party.id }
  }
  return null
}

function readEach(text: string): CalendarReply[] {
  const reply = readCalendarReply(text)
  return reply ? [reply] : []
}

/** Whose tenant's mail it is; null when nothing says so and there is more than one. */
export async function tenantOfMail(
  deps: Pick<Deps, 'store' | 'replies'>,
  mail: ReceivedMail,
): Promise<TenantId | null> {
  const tenants = await deps.store.listTenants()
  if (tenants.length === 1) return tenants[0] ?? null
  for (const tenantId of tenants)
    if (await deps.store.inTenant(tenantId, (tx) => placeMail(tx, deps, mail))) return tenantId
  return null
}
