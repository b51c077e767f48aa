import type { LinkId, PartyId, RequestId, TenantId } from './ids.ts'

export const linkLifeDays = 14

/** A capability for one party on one request. Only the SHA-256 of its secret is kept. */
export interface Link {
  id: LinkId
  tenantId: TenantId
  /** hex SHA-256 of the secret */
  hash: string
  requestId: RequestId
  partyId: PartyId
  expiresAt: Date
  revokedAt: Date | null
  createdAt: Date
}
