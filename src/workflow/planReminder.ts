import { DateTime } from 'luxon'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { intoHours, nextReminderAt, type ReminderLadder } from '../domain/reminders.ts'
import type { Request } from '../domain/request.ts'
import type { TenantSettings } from '../domain/settings.ts'
import { isZone } from '../domain/zone.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'

/** Notes that a party has been asked now, and when it is to be reminded. */
export async function expectAnswer(tx: Tx, deps: Deps, request: Request, party: Party): Promise<void> {
  const now = deps.clock.now()
  const settings = await readSettings(tx)
  const asked = { ...party, askedAt: now, remindedAt: null, remindedCount: 0 }
  await tx.update('parties', party.id, {
    askedAt: now,
    remindedAt: null,
    remindedCount: 0,
    remindAt: planReminder(settings, request, asked, now),
  })
}

/**
 * Once a refusal stands no longer: reminders and the watch over links, which ended with it, go on for those among `parties` who
 * have not answered.
 */
export async function resumeWaiting(tx: Tx, deps: Deps, request: Request, parties: readonly Party[]): Promise<void> {
  const settings = await readSettings(tx)
  for (const party of parties)
    if (party.answer === 'asked')
      await tx.update('parties', party.id, {
        remindAt: planReminder(settings, request, party, deps.clock.now()),
        linkWarnedAt: null,
      })
}

/** When an outsider who has not answered is reminded next; members see their card, they get no reminder mails. */
export function planReminder(
  settings: TenantSettings,
  request: Pick<Request, 'rules'>,
  party: Pick<Party, 'role' | 'zone' | 'askedAt' | 'remindedAt' | 'remindedCount' | 'isReminderStopped'>,
  now: Date,
): Date | null {
  if (party.isReminderStopped || !party.askedAt || !outsiderRoles.includes(party.role)) return null
  const zone = readerZone(settings, party)
  const closesAt = DateTime.fromISO(request.rules.toOn, { zone }).endOf('day').toJSDate()
  return nextReminderAt(
    ladderOf(settings, party),
    { askedAt: party.askedAt, closesAt, zone, remindedAt: party.remindedAt, remindedCount: party.remindedCount },
    now,
  )
}

/** The reader may have moved to another zone since the moment was planned: null inside its hours, else when they begin. */
export function outsideHours(settings: TenantSettings, party: Pick<Party, 'role' | 'zone'>, now: Date): Date | null {
  const at = DateTime.fromJSDate(now, { zone: readerZone(settings, party) })
  const allowedAt = intoHours(ladderOf(settings, party), at).toJSDate()
  return allowedAt > now ? allowedAt : null
}

function ladderOf(settings: TenantSettings, party: Pick<Party, 'role'>): ReminderLadder {
  return party.role === 'candidate' ? settings.reminders.candidate : settings.reminders.client
}

/** A zone can disappear from the time zone data; then the tenant's own says when a day begins. */
function readerZone(settings: TenantSettings, party: Pick<Party, 'zone'>): string {
  return isZone(party.zone) ? party.zone : settings.zone
}
