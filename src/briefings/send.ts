import type { BriefingPayload } from '../domain/effect.ts'
import { isParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from '../workflow/bundle.ts'
import type { Deps } from '../workflow/deps.ts'
import { owe } from '../workflow/owe.ts'
import { type BriefingHours, isBriefingMoment, nextBriefingAt } from './briefingTime.ts'
import { isEmptyBriefing } from './compose.ts'
import { briefingDate, briefingZone, readDaily } from './readBriefing.ts'

// Takes:   the time: called at start and every minute.
// Reads:   members whose briefing is due, and their day.
// Writes:  when each is briefed next.
// Effects: one chat message and one mail per member and local date, composed when they are sent.
// Refuses when: the day is empty, or its moment is more than 15 minutes ago.

const memberCountMax = 200
/** Later than this after its moment a briefing is left out: after an outage nobody gets yesterday's news in a burst. */
export const staleAfterMs = 15 * 60_000

/** A plan further ahead than a day and the hour of a clock change is looked at again. */
const farOffMs = 25 * 3_600_000

export interface BriefingRound {
  owedTo: MemberId[]
  /** Whose moment passed while nobody was here to act, on a day that was not empty. */
  skipped: MemberId[]
}

/** Owes the daily briefings that are due. Safe to call twice and by several processes. */
export async function sendBriefings(deps: Deps, tenantId: TenantId): Promise<BriefingRound> {
  const round: BriefingRound = { owedTo: [], skipped: [] }
  const now = deps.clock.now()
  const { due, unplanned, farOff, settings } = await deps.store.inTenant(tenantId, async (tx) => ({
    due: await tx.find('members', {
      where: { nextBriefingAt: { lte: now } },
      orderBy: [['nextBriefingAt', 'asc']],
      limit: memberCountMax,
    }),
    unplanned: await tx.find('members', {
      where: { nextBriefingAt: null, briefingMinute: { not: null } },
      limit: memberCountMax,
    }),
    farOff: await tx.find('members', {
      where: { nextBriefingAt: { gt: new Date(now.getTime() + farOffMs) } },
      orderBy: [['nextBriefingAt', 'desc']],
      limit: memberCountMax,
    }),
    settings: await readSettings(tx),
  }))
  for (const member of [...due, ...unplanned, ...farOff.filter((m) => isMisplanned(m, settings, now))]) {
    const outcome = await briefMember(deps, tenantId, member)
    if (outcome === 'owed') round.owedTo.push(member.id)
    if (outcome === 'skipped') round.skipped.push(member.id)
  }
  return round
}

type Outcome = 'owed' | 'skipped' | 'planned' | 'empty'

async function briefMember(deps: Deps, tenantId: TenantId, found: Member): Promise<Outcome> {
  try {
    return await deps.store.inTenant(tenantId, async (tx) => {
      const settings = await readSettings(tx)
      const now = deps.clock.now()
      const hours = hoursOf(found, settings)
      if (hours && hours.zone !== found.zone)
        deps.log('briefing.zoneUnknown', { memberId: found.id, zone: found.zone, used: hours.zone })
      const dueAt = found.nextBriefingAt
      // Compare-and-set: of two processes that find the same member one goes on.
      await tx.update(
        'members',
        found.id,
        { nextBriefingAt: hours && nextBriefingAt(hours, now) },
        { nextBriefingAt: dueAt, briefingMinute: found.briefingMinute },
      )
      if (!dueAt || dueAt > now || !hours || !isBriefingMoment(hours, dueAt)) return 'planned'
      if (now.getTime() - dueAt.getTime() > staleAfterMs)
        return isEmptyBriefing((await readDaily(tx, found, dueAt)).view) ? 'empty' : 'skipped'
      return oweDaily(tx, deps, found, settings, dueAt)
    })
  } catch (error) {
    if (isParleyError(error, 'stale') || isParleyError(error, 'duplicate')) return 'planned'
    throw error
  }
}

function hoursOf(member: Member, settings: TenantSettings): BriefingHours | null {
  if (member.briefingMinute === null) return null
  return { minute: member.briefingMinute, zone: briefingZone(member, settings), weekdays: settings.weekdays }
}

/** Planned while the clock was ahead, or for other working days. */
function isMisplanned(member: Member, settings: TenantSettings, now: Date): boolean {
  const hours = hoursOf(member, settings)
  const planned = hours && nextBriefingAt(hours, now)
  return planned?.getTime() !== member.nextBriefingAt?.getTime()
}

async function oweDaily(tx: Tx, deps: Deps, member: Member, settings: TenantSettings, dueAt: Date): Promise<Outcome> {
  const on = briefingDate(member, settings, dueAt)
  const key = `briefing:${member.id}:${on}`
  // A clock that was set back reaches the same moment again.
  if ((await tx.count('effects', { key: `${key}:chat` })) > 0) return 'planned'
  if (isEmptyBriefing((await readDaily(tx, member, deps.clock.now())).view)) return 'empty'
  const payload = {
    kind: 'briefing',
    memberId: member.id,
    on,
    dueAt: dueAt.toISOString(),
    interviewId: null,
    sequence: null,
  } as const
  await owe(
    tx,
    deps,
    briefingWays.map((via) => ({ key: `${key}:${via}`, requestId: null, payload: { ...payload, via } })),
  )
  return 'owed'
}

/** A briefing goes out twice, each with its own proof: in the chat, and as a mail for who is not there. */
export const briefingWays: readonly BriefingPayload['via'][] = ['chat', 'mail']
