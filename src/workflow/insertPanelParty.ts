import type { AtsPerson } from '../ats/port.ts'
import { outsiderRoles, type Party, type PartyAnswer, type PartyRole, personKeyOf } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import type { PanelPerson } from './scheduleWish.ts'

/** A party that nobody has asked anything yet. */
export const unaskedParty = {
  answeredBy: null,
  note: null,
  declineReason: null,
  askedAt: null,
  answeredAt: null,
  remindedCount: 0,
  remindedAt: null,
  remindAt: null,
  isReminderStopped: false,
  linkExpiresAt: null,
  linkWarnedAt: null,
  linkRenewedCount: 0,
  saidYesToSequence: null,
} as const

export interface PanelPlace extends PanelPerson {
  settings: TenantSettings
  /** Of the client; null for in-house jobs and where it is not known. */
  country: string | null
  /** A member whose calendar cannot be read is asked, because unknown is not free. */
  isCalendarUnknown: boolean
}

/** Adds somebody of the other side to a request; insiders become members when they are first needed. */
export async function insertPanelParty(tx: Tx, deps: Deps, request: Request, place: PanelPlace): Promise<Party> {
  const { role, person, settings } = place
  const member = outsiderRoles.includes(role) ? null : await needMember(tx, deps, person, role, settings)
  return tx.insert('parties', {
    ...unaskedParty,
    id: deps.ids.next('party'),
    requestId: request.id,
    role,
    name: person.name,
    email: person.email,
    phone: person.phone,
    zone: person.zone ?? member?.zone ?? settings.zone,
    locale: person.locale ?? settings.locale,
    country: place.country ?? settings.country,
    memberId: member?.id ?? null,
    personKey: personKeyOf(member?.id ?? null, person.email),
    recordId: person.id,
    isAttending: true,
    answer: firstAnswer(request, place),
  })
}

/** Whether somebody who joins is asked for times. */
export function firstAnswer(request: Request, { role, isCalendarUnknown }: PanelPlace): PartyAnswer {
  if (!outsiderRoles.includes(role)) return isCalendarUnknown ? 'asked' : 'notNeeded'
  return request.order === 'candidateFirst' ? 'notAsked' : 'asked'
}

/** The member with this address; people of the hiring team become members when they are first needed. */
export async function needMember(
  tx: Tx,
  deps: Deps,
  person: AtsPerson,
  role: PartyRole,
  settings: TenantSettings,
): Promise<Member> {
  const email = person.email.trim().toLowerCase()
  const known = (await tx.find('members', { where: { email } }))[0]
  if (known) return known
  return tx.insert('members', {
    id: deps.ids.next('member'),
    name: person.name,
    email,
    phone: person.phone,
    zone: person.zone ?? settings.zone,
    locale: person.locale ?? settings.locale,
    roles: [role === 'hiringManager' ? 'hiringManager' : 'interviewer'],
    recordId: person.id,
    briefingMinute: null,
    nextBriefingAt: null,
    alertedAt: null,
    createdAt: deps.clock.now(),
  })
}
