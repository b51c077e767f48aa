import { listSlots, type SlotQuestion } from '../src/solver/listSlots.ts'
import { plainPerson } from '../src/solver/plainPerson.ts'
import type { SolverPerson } from '../src/solver/problem.ts'
import { openRandom } from '../src/solver/random.ts'
import { median } from './figures.ts'

// Plain slot listing: 1, 10 and 50 users, 30 days across two clock changes, a session of 45 minutes every 15. One line of JSON a row:
// median of 9 in milliseconds, the number of slots, and the number a minute-by-minute count finds.

const zones = ['Europe/Berlin', 'Europe/London', 'Europe/Paris', 'Asia/Kolkata']
const begins = Date.UTC(2027, 2, 8)
const dayMs = 86_400_000
const minuteMs = 60_000
const random = openRandom(7)

function userOf(index: number): SolverPerson {
  const zone = zones[index % zones.length] as string
  const busy = []
  for (let day = 0; day < 30; day++)
    for (let entry = random.below(3); entry > 1; entry--) {
      const startsAt = new Date(begins + day * dayMs + (8 * 60 + random.below(12 * 12) * 5) * minuteMs)
      const endsAt = new Date(startsAt.getTime() + (15 + random.below(3) * 15) * minuteMs)
      busy.push({ startsAt, endsAt, status: 'busy' as const, isInterview: false, title: '' })
    }
  return {
    ...plainPerson({ id: `user${index}`, name: `User ${index}`, zone }),
    workingHours: [{ weekdays: [1, 2, 3, 4, 5], startsMinute: 9 * 60, endsMinute: 17 * 60 }],
    busy,
  }
}

/** Minute by minute, with the clock of Intl: shares nothing with the solver. */
function countSlowly(question: SlotQuestion): number {
  const minutes = 30 * 1440
  const free = question.people.map(({ zone, busy }) => {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      hour: '2-digit',
    })
    const isFree = new Uint8Array(minutes)
    for (let hour = 0; hour < minutes / 30; hour++) {
      const parts = Object.fromEntries(
        format.formatToParts(begins + hour * 30 * minuteMs).map((part) => [part.type, part.value]),
      )
      const isOpen = !['Sat', 'Sun'].includes(parts.weekday ?? '') && Number(parts.hour) >= 9 && Number(parts.hour) < 17
      if (isOpen) isFree.fill(1, hour * 30, (hour + 1) * 30)
    }
    // A half-hour zone begins its hours in the middle of ours: look at each minute there.
    if (zone === 'Asia/Kolkata')
      for (let minute = 0; minute < minutes; minute++) {
        const local = new Date(begins + (minute + 330) * minuteMs)
        const isWorkday = local.getUTCDay() > 0 && local.getUTCDay() < 6
        isFree[minute] = isWorkday && local.getUTCHours() >= 9 && local.getUTCHours() < 17 ? 1 : 0
      }
    for (const entry of busy)
      isFree.fill(0, (entry.startsAt.getTime() - begins) / minuteMs, (entry.endsAt.getTime() - begins) / minuteMs)
    return isFree
  })
  let count = 0
  for (let start = 0; start + question.durationMinutes <= minutes; start += 15) {
    const suits = (isFree: Uint8Array): boolean =>
      isFree.subarray(start, start + question.durationMinutes).every((one) => one === 1)
    if (question.needs === 'everybody' ? free.every(suits) : free.some(suits)) count++
  }
  return count
}

const users = Array.from({ length: 50 }, (_, index) => userOf(index))
for (const count of [1, 10, 50])
  for (const needs of ['anybody', 'everybody'] as const) {
    const question: SlotQuestion = {
      now: new Date(begins),
      noticeMinutes: 0,
      horizon: { startsAt: new Date(begins), endsAt: new Date(begins + 30 * dayMs) },
      grid: { minutes: 15, zone: null },
      durationMinutes: 45,
      people: users.slice(0, count),
      needs,
    }
    const times: number[] = []
    let slotCount = 0
    for (let run = 0; run < 9; run++) {
      const begunAt = performance.now()
      slotCount = listSlots(question).length
      times.push(performance.now() - begunAt)
    }
    console.log(
      JSON.stringify({ users: count, needs, ms: median(times), slots: slotCount, counted: countSlowly(question) }),
    )
  }
