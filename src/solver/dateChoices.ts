import type { GroupDay } from './loopDays.ts'
import type { ModelLoop } from './model.ts'
import { tooMuch } from './staffing.ts'

/** One date for each day entry of a loop. */
export interface Dates {
  dates: readonly GroupDay[]
  least: number
}

/** All ways to choose dates for the day entries, gaps kept, one after another in order of what they cost at least. */
export function openDates(
  groupDays: readonly (readonly GroupDay[])[],
  loop: ModelLoop,
  dayCost: (day: number) => number,
): { next(): Dates | null } {
  const restLeast: number[] = new Array(groupDays.length + 1).fill(0)
  for (let group = groupDays.length - 1; group >= 0; group--)
    restLeast[group] =
      (restLeast[group + 1] as number) +
      (groupDays[group] as readonly GroupDay[]).reduce((least, date) => Math.min(least, date.least), tooMuch)
  const heap: { dates: GroupDay[]; sum: number; least: number }[] = []
  const push = (dates: GroupDay[], sum: number): void => {
    const last = dates.at(-1) as GroupDay
    const isWhole = dates.length === groupDays.length
    // Later entries never lie before this one.
    const least = sum + (restLeast[dates.length] as number) + dayCost(last.day + (isWhole ? 0 : minLater(dates.length)))
    if (least >= tooMuch) return
    heap.push({ dates, sum, least })
    let at = heap.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((heap[parent] as Dates).least <= least) break
      ;[heap[at], heap[parent]] = [heap[parent] as never, heap[at] as never]
      at = parent
    }
  }
  const minLater = (chosen: number): number => (groupDays.length - chosen) * Math.max(0, loop.dayGap.minDays)
  const pop = (): { dates: GroupDay[]; sum: number; least: number } | undefined => {
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    heap[0] = last
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < heap.length && (heap[left] as Dates).least < (heap[least] as Dates).least) least = left
      if (right < heap.length && (heap[right] as Dates).least < (heap[least] as Dates).least) least = right
      if (least === at) return top
      ;[heap[at], heap[least]] = [heap[least] as never, heap[at] as never]
      at = least
    }
  }
  for (const date of groupDays[0] ?? []) push([date], date.least)
  return {
    next() {
      for (;;) {
        const top = pop()
        if (top === undefined) return null
        if (top.dates.length === groupDays.length) return { dates: top.dates, least: top.least }
        const last = top.dates.at(-1) as GroupDay
        for (const date of groupDays[top.dates.length] as readonly GroupDay[]) {
          const days = date.day - last.day
          if (days < loop.dayGap.minDays || days > loop.dayGap.maxDays) continue
          push([...top.dates, date], top.sum + date.least)
        }
      }
    },
  }
}
