import { isParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { defaultSettings } from '../domain/settings.ts'
import { onWeb } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import { setUpDraft, unnamedAddress, unnamedMember } from './setUp.ts'

// Takes:   nothing: the first start of an empty store.
// Reads:   the tenants.
// Writes:  the one tenant of a single installation, its recruiter, a first conversation.
// Effects: the first-open card.
// Refuses when: never; an existing tenant is returned as it is.

/** `fill` adds what a new tenant starts with, in the transaction that makes it: a start that is killed leaves all or nothing. */
export async function openTenant(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  fill: (tx: Tx) => Promise<unknown> = async () => {},
): Promise<{
  tenantId: TenantId
  memberId: MemberId
  isNew: boolean
}> {
  const tenantId = await deps.store.firstTenant()
  try {
    return await openMember(deps, tenantId, fill)
  } catch (error) {
    // Another process has just done the same: its rows are there now.
    if (!isParleyError(error, 'duplicate')) throw error
    return openMember(deps, tenantId, fill)
  }
}

function openMember(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  tenantId: TenantId,
  fill: (tx: Tx) => Promise<unknown>,
): Promise<{ tenantId: TenantId; memberId: MemberId; isNew: boolean }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const members = await tx.find('members', { orderBy: [['createdAt', 'asc']] })
    const recruiter = members.find((m) => m.roles.includes('recruiter'))
    if (recruiter) return { tenantId, memberId: recruiter.id, isNew: false }
    const now = deps.clock.now()
    await tx.insert('settings', { id: tenantId, version: 0, data: defaultSettings, beatAt: null })
    const member = await tx.insert('members', {
      id: deps.ids.next('member'),
      name: unnamedMember,
      email: unnamedAddress,
      phone: null,
      zone: defaultSettings.zone,
      locale: defaultSettings.locale,
      roles: ['recruiter', 'admin'],
      recordId: null,
      briefingMinute: 8 * 60,
      nextBriefingAt: null,
      alertedAt: null,
      createdAt: now,
    })
    const threadId = deps.ids.next('thread')
    await tx.insert('threads', {
      id: threadId,
      memberId: member.id,
      ...onWeb,
      externalId: threadId,
      title: 'Welcome',
      lastMessageAt: now,
      lastReadAt: null,
      createdAt: now,
    })
    await say(
      tx,
      deps,
      { threadId, memberId: member.id },
      `welcome:${member.id}`,
      setUpDraft(defaultSettings, null, null),
    )
    await fill(tx)
    return { tenantId, memberId: member.id, isNew: true }
  })
}
