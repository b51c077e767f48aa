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

/** One recipient of a delivery report (RFC 3464). */
export interface DeliveryReport {
  address: string
  /** "5.1.1" */
  status: string
  isFailure: boolean
  /** Not tried again by the server that says so. */
  isFinal: boolean
  /** The receiving server's own words; empty when it gave none. */
  said: string
}

/** What of a mail that came in is kept and looked at: plain JSON, all of it capped. */
export interface ReceivedMail {
  /** Without angle brackets; null when the mail has none that can be used. */
  messageId: string | null
  /** Addresses of all From fields, lower case; exactly one in an ordinary mail. */
  from: readonly string[]
  fromName: string
  /** Every address it was sent or delivered to, lower case. */
  recipients: readonly string[]
  subject: string
  /** When the writer's program says it was written; null when that cannot be read. */
  sentAt: string | null
  /** Message-IDs it answers, newest first, without angle brackets. */
  references: readonly string[]
  /** The text part, else the HTML part as text; quoted parts and signature included. */
  text: string
  /** Why a machine must have written it; null for a person. Never answered. */
  automatic: 'bounce' | 'autoReply' | 'list' | null
  isAuthenticationFailed: boolean
  /** text/calendar parts as they came. */
  calendars: readonly string[]
  delivery: readonly DeliveryReport[]
  /** Why it could not be read to the end; null when it could. */
  trouble: 'tooBig' | 'tooManyParts' | 'unreadable' | null
}

/** The source of a mail that came in; of one that is too big only its headers. */
export interface TakenMail {
  source: Uint8Array
  isTooBig: boolean
}

/** Something that brings mails in by itself until it is stopped. */
export interface MailIntake {
  /** `words`: since when, or what is wrong; never a password. */
  status(): { state: 'starting' | 'ok' | 'failed'; words: string }
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}
