import { DateTime } from 'luxon'
import type { BusyAnswer, Interval } from '../domain/availability.ts'
import type { Clock } from '../domain/clock.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Ids, MemberId, TenantId } from '../domain/ids.ts'
import type { CalendarSource } from '../domain/settings.ts'
import type { Store } from '../store/port.ts'
import { readBusyTimes } from './busyTimes.ts'
import type { CalendarPort } from './port.ts'

const dayMs = 86_400_000
const coveredDays = 90

/** Busy times that members have imported. Who has imported none, or none that reach far enough, is unknown. */
export function openLocalCalendar({ store, clock }: { store: Store; clock: Clock }): CalendarPort {
  return {
    readBusy: (tenantId, members, range) =>
      store.inTenant(tenantId, async (tx) => {
        const where = { memberId: { in: members } }
        const people = await tx.find('members', { where: { id: { in: members } } })
        const sources = await tx.find('calendarSources', { where })
        const busy = await tx.find('busyTimes', {
          where: { ...where, startsAt: { lt: range.endsAt }, endsAt: { gt: range.startsAt } },
          orderBy: [['startsAt', 'asc']],
        })
        // What is over needs no calendar any more.
        const neededFrom = Math.max(range.startsAt.getTime(), clock.now().getTime())
        const needed = { startsAt: new Date(neededFrom), endsAt: range.endsAt }
        return new Map(
          members.map((memberId): [MemberId, BusyAnswer] => {
            const own = sources.filter((source) => source.memberId === memberId)
            const zone = people.find((person) => person.id === memberId)?.zone ?? 'UTC'
            const reason = reasonNotCovered(own, needed, zone)
            if (reason !== null) return [memberId, { kind: 'unknown', reason }]
            const times = busy
              .filter((time) => time.memberId === memberId)
              .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
            return [memberId, { kind: 'busy', times }]
          }),
        )
      }),
  }
}

function reasonNotCovered(sources: readonly CalendarSource[], needed: Interval, zone: string): string | null {
  if (sources.length === 0) return 'no calendar has been imported'
  if (sources.some((source) => source.coversFrom <= needed.startsAt && source.coversTo >= needed.endsAt)) return null
  const last = sources.reduce((a, b) => (a.coversTo > b.coversTo ? a : b))
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone }).setLocale('en-GB').toFormat('d LLLL yyyy')
  return `the calendar imported on ${dayOf(last.importedAt)} covers the time until ${dayOf(last.coversTo)} only`
}

export interface CalendarImport {
  busyCount: number
  coversFrom: Date
  coversTo: Date
}

/**
 * Replaces a member's busy times by those of an .ics file: yesterday to 90 days from now. Throws `badInput` (field
 * `calendar`) when the file cannot be read, `notFound` for an unknown member; what was imported before then stays.
 */
export async function importBusyTimes(
  store: Store,
  ids: Ids,
  clock: Clock,
  tenantId: TenantId,
  memberId: MemberId,
  icsText: string,
): Promise<CalendarImport> {
  const now = clock.now()
  const range: Interval = {
    startsAt: new Date(now.getTime() - dayMs),
    endsAt: new Date(now.getTime() + coveredDays * dayMs),
  }
  const member = await store.inTenant(tenantId, (tx) => tx.get('members', memberId))
  if (!member) throw new ParleyError('notFound', 'This person is no longer there.')
  const times = readBusyTimes(icsText, member.zone, member.email, range)
  return store.inTenant(tenantId, async (tx) => {
    await tx.remove('busyTimes', { memberId })
    await tx.remove('calendarSources', { memberId })
    await tx.insertMany(
      'busyTimes',
      times.map((time) => ({ id: ids.next('busy'), memberId, ...time })),
    )
    await tx.insert('calendarSources', {
      id: ids.next('source'),
      memberId,
      importedAt: now,
      coversFrom: range.startsAt,
      coversTo: range.endsAt,
    })
    return { busyCount: times.length, coversFrom: range.startsAt, coversTo: range.endsAt }
  })
}
