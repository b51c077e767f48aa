import { createHash } from 'node:crypto'
import type { TenantId } from '../domain/ids.ts'
import { type Link, linkLifeDays } from '../domain/link.ts'
import type { Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** Only this is kept: 256 random bits need no slow hash (ASVS 6.5.2). */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Makes a link for one party of one request. The secret exists only in the mail that carries it. */
export async function mintLink(tx: Tx, deps: Deps, party: Party): Promise<{ url: string; expiresAt: Date }> {
  const secret = deps.ids.secret()
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + linkLifeDays * 86_400_000)
  await tx.insertLink({
    id: deps.ids.next('link'),
    hash: hashSecret(secret),
    requestId: party.requestId,
    partyId: party.id,
    expiresAt,
    revokedAt: null,
    createdAt: now,
  })
  await tx.update('parties', party.id, { linkExpiresAt: expiresAt, linkWarnedAt: null })
  return { url: `${deps.guestUrl}/l/${secret}`, expiresAt }
}

/** @returns null for unknown and revoked alike: one answer, one code path (threat T4) */
export async function resolveLink(
  deps: Pick<Deps, 'store' | 'clock'>,
  secret: string,
): Promise<{ tenantId: TenantId; link: Link; isExpired: boolean } | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return null
  const hash = hashSecret(secret)
  const tenantId = await deps.store.findLinkTenant(hash)
  if (!tenantId) return null
  const link = await deps.store.inTenant(
    tenantId,
    async (tx) => (await tx.find('links', { where: { hash }, limit: 1 }))[0],
  )
  if (!link || link.revokedAt) return null
  return { tenantId, link, isExpired: link.expiresAt <= deps.clock.now() }
}
