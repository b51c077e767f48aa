import type { BusyAnswer, Interval } from '../domain/availability.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'

/** Reads members' busy times. A calendar that cannot be read is `unknown` with a reason, never empty. */
export interface CalendarPort {
  /** Answers for every member asked for, in a map keyed by member id. */
  readBusy(
    tenantId: TenantId,
    members: readonly MemberId[],
    range: Interval,
  ): Promise<ReadonlyMap<MemberId, BusyAnswer>>
}
