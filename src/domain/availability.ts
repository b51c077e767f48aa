import type { PartyId, RequestId, TenantId, WindowId } from './ids.ts'

/** Half-open: `startsAt` belongs to it, `endsAt` does not. */
export interface Interval {
  startsAt: Date
  endsAt: Date
}

/** What a party offered. Parties without windows have offered nothing; they are not "free". */
export interface Window extends Interval {
  id: WindowId
  tenantId: TenantId
  requestId: RequestId
  partyId: PartyId
  askRound: number
  level: 'good' | 'possible'
  source: 'party' | 'recruiter'
}

/** What a calendar said of a member in a range: busy times, or that we could not learn it. */
export type BusyAnswer = { kind: 'busy'; times: readonly Interval[] } | { kind: 'unknown'; reason: string }

export const windowCountMax = 2_000

export function overlaps(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Sorts and joins overlapping or touching intervals. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const merged: Interval[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && next.startsAt <= last.endsAt) {
      if (next.endsAt > last.endsAt) merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: next.endsAt }
    } else merged.push({ startsAt: next.startsAt, endsAt: next.endsAt })
  }
  return merged
}
