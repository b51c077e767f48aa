import type { PartyId } from '../domain/ids.ts'
import { joinNames } from '../domain/names.ts'
import { minuteMs } from './intervals.ts'
import type { Placement } from './loop.ts'
import type { Model } from './model.ts'
import type { SolvedProposal, SolverProblem } from './problem.ts'

interface Ranked {
  placement: Placement
  score: number
  isUnknown: boolean
  from: number
  to: number
  date: string
  dayPart: 'morning' | 'afternoon' | 'evening'
}

const dayDelayCost = 0.5

/** The best `offerCount` placements, different enough from each other, best first; unconfirmed ones come last. */
export function rankPlacements(
  problem: SolverProblem,
  model: Model,
  placements: readonly Placement[],
): SolvedProposal[] {
  const firstDay = Date.parse(problem.rules.fromOn)
  const ranked = placements.map((placement): Ranked => {
    const from = placement.sessions[0]?.from ?? placement.day.from
    const to = placement.sessions.at(-1)?.to ?? from
    const delayDays = (Date.parse(placement.day.isoDate) - firstDay) / 86_400_000
    return {
      placement,
      score: Math.round((100 - placement.cost - delayDays * dayDelayCost) * 100) / 100,
      isUnknown: placement.sessions.some((session) =>
        session.seating.people.some((place) => place?.level === 'unknown'),
      ),
      from,
      to,
      date: placement.day.isoDate,
      dayPart: dayPartOf(placement.day.wallMinute(from)),
    }
  })
  const wanted = Math.max(1, problem.rules.offerCount)
  const confirmed = spread(
    ranked.filter((one) => !one.isUnknown),
    wanted,
    [],
  )
  const all = spread(
    ranked.filter((one) => one.isUnknown),
    wanted,
    confirmed,
  )
  return all.sort(byRank).map((one) => toProposal(problem, model, one))
}

function byRank(a: Ranked, b: Ranked): number {
  return Number(a.isUnknown) - Number(b.isUnknown) || b.score - a.score || a.from - b.from
}

/** Takes the best, then again and again the best after a malus for being like those taken. */
function spread(candidates: readonly Ranked[], count: number, taken: readonly Ranked[]): Ranked[] {
  const chosen = [...taken]
  const left = candidates
    .toSorted(byRank)
    .map((one) => ({ one, malus: chosen.reduce((sum, other) => sum + likeness(one, other), 0) }))
  while (chosen.length < count && left.length > 0) {
    let bestIndex = 0
    for (const [index, entry] of left.entries()) {
      const best = left[bestIndex]
      if (best && entry.one.score - entry.malus > best.one.score - best.malus) bestIndex = index
    }
    const [best] = left.splice(bestIndex, 1)
    if (!best) break
    chosen.push(best.one)
    for (const entry of left) entry.malus += likeness(entry.one, best.one)
  }
  return chosen
}

function likeness(a: Ranked, b: Ranked): number {
  if (a.from < b.to && b.from < a.to) return 40
  const isSameDay = a.date === b.date
  const isSamePart = a.dayPart === b.dayPart
  return (isSameDay ? 12 : 0) + (isSamePart ? 4 : 0) + (isSameDay && isSamePart ? 8 : 0)
}

function dayPartOf(wallMinute: number): Ranked['dayPart'] {
  if (wallMinute < 12 * 60) return 'morning'
  return wallMinute < 17 * 60 ? 'afternoon' : 'evening'
}

function toProposal(problem: SolverProblem, model: Model, ranked: Ranked): SolvedProposal {
  const { placement } = ranked
  const possible = new Set<PartyId>()
  const unknown = new Set<PartyId>()
  const missing: string[] = []
  for (const [index, session] of placement.sessions.entries())
    for (const [seatIndex, place] of session.seating.people.entries()) {
      if (place?.level === 'possible') possible.add(place.id)
      if (place?.level === 'unknown') unknown.add(place.id)
      if (!place)
        missing.push(...(model.sessions[index]?.seats[seatIndex]?.partyIds ?? []).map((id) => nameOf(model, id)))
    }
  const reasons: string[] = []
  if (possible.size > 0) reasons.push(`only if need be for ${joinNames([...possible].map((id) => nameOf(model, id)))}`)
  for (const id of unknown)
    reasons.push(
      `not confirmed for ${nameOf(model, id)}: ${model.people.get(id)?.person.unknownReason ?? 'calendar not read'}`,
    )
  if (possible.size === 0 && unknown.size === 0) reasons.push('good for everyone')
  if (missing.length > 0) reasons.push(`without ${joinNames([...new Set(missing)], 'or')}`)
  const idleMinutes = placement.sessions.reduce((idle, session, index) => {
    const previous = placement.sessions[index - 1]
    return previous ? idle + session.from - previous.to : idle
  }, 0)
  if (idleMinutes > 0) reasons.push(`${idleMinutes} minutes of waiting in between`)
  return {
    slots: placement.sessions.map((session, index) => ({
      sessionId: (problem.sessions[index] as SolverProblem['sessions'][number]).id,
      startsAt: new Date(session.from * minuteMs),
      endsAt: new Date(session.to * minuteMs),
      partyIds: session.seating.people.flatMap((place) => (place ? [place.id] : [])),
    })),
    score: ranked.score,
    reasons,
    unknownPartyIds: [...unknown],
  }
}

function nameOf(model: Model, id: PartyId): string {
  return model.people.get(id)?.person.name ?? 'somebody'
}
