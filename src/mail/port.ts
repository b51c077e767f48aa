import type { Proof } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'

export interface MailAddress {
  name: string
  address: string
}

/** A message ready to go. `text` always, `html` always; `calendar` makes it an iMIP message (RFC 6047). */
export interface OutgoingMail {
  from: MailAddress
  replyTo: MailAddress
  /** Exactly one: nobody sees another's address. In-house invitations carry all attendees in the calendar object. */
  to: MailAddress
  subject: string
  text: string
  html: string
  /** Language of the content, BCP 47. */
  locale: string
  /** Stable for this effect, without angle brackets: "effect-id@host". */
  messageId: string
  /** Message-IDs of the earlier mails to this party about this request, oldest first. */
  references: readonly string[]
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null
}

/**
 * Sends one mail. Throws ParleyError `refused` (5xx, bad address), `unavailable` (not handed over, safe to try again) or
 * `unknownOutcome` (connection lost after the data was sent: never sent again by itself).
 */
export interface MailPort {
  readonly kind: 'smtp' | 'mailbox'
  send(tenantId: TenantId, mail: OutgoingMail): Promise<Proof>
}
