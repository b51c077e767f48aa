import type { Interval } from './availability.ts'
import type { PartyId, ReadingId, RequestId, TenantId } from './ids.ts'

/** What Parley understood of a party's words; nothing happens before the party has confirmed it. */
export interface Reading {
  id: ReadingId
  tenantId: TenantId
  requestId: RequestId
  partyId: PartyId
  /** It says nothing of a later asking. */
  askRound: number
  kind: 'windows' | 'select' | 'decline'
  /** ISO instants; empty unless `kind` is windows. */
  windows: readonly { startsAt: string; endsAt: string }[]
  /** Which of the offered proposals; empty unless `kind` is select. */
  proposalIds: readonly string[]
  createdAt: Date
  confirmedAt: Date | null
}

/** How far a mailbox has been read. */
export interface MailSource {
  id: string
  tenantId: TenantId
  /** "imap:user@host/INBOX" */
  name: string
  /** "UIDVALIDITY:UID" of the last mail that was taken. */
  position: string
  updatedAt: Date
}

export function intervalsOf(reading: Pick<Reading, 'windows'>): Interval[] {
  return reading.windows.map((w) => ({ startsAt: new Date(w.startsAt), endsAt: new Date(w.endsAt) }))
}
