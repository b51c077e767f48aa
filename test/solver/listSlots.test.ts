import { describe, expect, it } from 'vitest'
import { listSlots, type SlotQuestion } from '../../src/solver/listSlots.ts'
import type { BusyTime } from '../../src/solver/problem.ts'
import { everyDay, person } from './builders.ts'

const day = { startsAt: new Date('2026-03-24T00:00Z'), endsAt: new Date('2026-03-25T00:00Z') }
const hours = (startsMinute: number, endsMinute: number) => [{ weekdays: everyDay, startsMinute, endsMinute }]
const busy = (from: string, to: string): BusyTime => ({
  startsAt: new Date(`2026-03-24T${from}Z`),
  endsAt: new Date(`2026-03-24T${to}Z`),
  status: 'busy',
  isInterview: false,
  title: '',
})

function slotsOf(people: SlotQuestion['people'], changes: Partial<SlotQuestion> = {}): string[] {
  const question: SlotQuestion = {
    now: day.startsAt,
    noticeMinutes: 0,
    horizon: day,
    grid: { minutes: 60, zone: null },
    durationMinutes: 60,
    people,
    needs: 'everybody',
    ...changes,
  }
  return listSlots(question).map((one) => one.toISOString().slice(11, 16))
}

const allDay = { zone: 'UTC', workingHours: hours(0, 1440) }

describe('plain slots', () => {
  it('are 24 of an hour in an empty day, 72 of 20 minutes, 71 when it ends at 23:45', () => {
    expect(slotsOf([person('Sam', allDay)])).toHaveLength(24)
    const twenty = { grid: { minutes: 20, zone: null }, durationMinutes: 20 }
    expect(slotsOf([person('Sam', allDay)], twenty)).toHaveLength(72)
    expect(slotsOf([person('Sam', { ...allDay, workingHours: hours(0, 1425) })], twenty)).toHaveLength(71)
  })

  it('leave out what is less than 11 hours of notice away, and keep 13', () => {
    expect(slotsOf([person('Sam', allDay)], { noticeMinutes: 11 * 60 })).toHaveLength(13)
  })

  it('keep the buffer of 15 minutes to a meeting, before and after', () => {
    const sam = person('Sam', { zone: 'UTC', workingHours: hours(480, 720), busy: [busy('09:30', '09:45')] })
    const quarters = { grid: { minutes: 15, zone: null }, durationMinutes: 30 }
    expect(slotsOf([sam], quarters)).toEqual(['08:00', '08:15', '08:30', '08:45', '09:00', ...from('09:45')])
    const careful = { ...sam, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }
    expect(slotsOf([careful], quarters)).toEqual(['08:00', '08:15', '08:30', '08:45', ...from('10:00')])
    function from(first: string): string[] {
      const all = ['09:45', '10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30']
      return all.slice(all.indexOf(first))
    }
  })

  it('need everybody, or anybody of several zones', () => {
    const people = [
      person('Sam', { zone: 'America/New_York', workingHours: hours(540, 660) }),
      person('Priya', { zone: 'Asia/Kolkata', workingHours: hours(1080, 1200) }),
    ]
    // 9 to 11 in New York is 13:00 to 15:00 UTC, 18 to 20 in Kolkata 12:30 to 14:30.
    expect(slotsOf(people)).toEqual(['13:00'])
    expect(slotsOf(people, { needs: 'anybody' })).toEqual(['13:00', '14:00'])
  })

  it('are none for everybody while one calendar is unknown, and those of the others for anybody', () => {
    const people = [person('Sam', allDay), person('Priya', { ...allDay, unknownReason: 'not connected' })]
    expect(slotsOf(people)).toEqual([])
    expect(slotsOf(people, { needs: 'anybody' })).toHaveLength(24)
  })

  it('come from 2,000 windows as from one', () => {
    const windows = Array.from({ length: 2_000 }, (_, index) => ({
      startsAt: new Date(day.startsAt.getTime() + index * 43_200),
      endsAt: new Date(day.startsAt.getTime() + (index + 1) * 43_200 + 60_000),
      level: 'good' as const,
    }))
    expect(slotsOf([person('Sam', { windows })])).toHaveLength(24)
  })
})
