import { joinNames } from '../domain/names.ts'
import { minuteMs, type Span } from './intervals.ts'
import { localDayAt } from './localTime.ts'
import type { Model, ModelLoop } from './model.ts'
import type { ModelPerson } from './modelPerson.ts'
import type { Placement, ScoreTerm, SolverSeat, SolverSession, TermKind } from './problem.ts'

/**
 * What a plan costs, line by line in words, lines that cost nothing left out. The sum is the plan's objective. Reads the placements
 * only, so it also prices plans that were not made here.
 */
export function scorePlan(
  model: Model,
  placements: readonly Placement[],
  leftOutLoopIds: readonly string[],
): ScoreTerm[] {
  const { weights } = model.problem
  const terms = new Map<TermKind, { cost: number; words: Map<string, Set<string>> }>()
  /** `names` follow the words; the same words are said once for several people. */
  const add = (kind: TermKind, cost: number, words: string, name?: string): void => {
    if (cost === 0) return
    const term = terms.get(kind) ?? { cost: 0, words: new Map() }
    term.cost += cost
    const names = term.words.get(words) ?? new Set()
    if (name !== undefined) names.add(name)
    term.words.set(words, names)
    terms.set(kind, term)
  }
  const placed = new Map(placements.map((placement) => [placement.sessionId, placement]))
  const people = new Map(model.people.map((person) => [person.person.id, person]))
  const sessionCounts = new Map<ModelPerson, number>()
  for (const loop of model.loops) {
    if (leftOutLoopIds.includes(loop.loop.id)) {
      add('unscheduled', weights.unscheduledLoop, `${loop.candidate.person.name} is left out`)
      continue
    }
    scoreDays(loop, placed, weights, add)
    for (const { session } of loop.sessions) {
      const placement = placed.get(session.id)
      if (!placement) continue
      const span = spanOf(placement)
      scorePerson(loop.candidate, span, weights.candidateOutsidePreferredMinute, 'candidateOutsidePreferred')
      for (const seat of session.seats) scoreSeat(session, seat, placement, span)
      scoreChange(session, placement)
    }
  }
  for (const [{ person }, count] of sessionCounts) {
    const cost = weights.loadSquare * ((person.recentLoad + count) ** 2 - person.recentLoad ** 2)
    const lately = person.recentLoad === 1 ? 'one interview' : `${person.recentLoad} interviews`
    add('load', cost, `${person.name} had ${person.recentLoad === 0 ? 'no interview' : lately} lately`)
  }
  return [...terms].map(([kind, { cost, words }]) => {
    const clauses = [...words].map(([clause, names]) =>
      names.size === 0 ? clause : `${clause} ${joinNames([...names])}`,
    )
    return { kind, cost, words: joinNames(clauses) }
  })

  function scorePerson(
    person: ModelPerson,
    span: Span,
    outsideCost: number,
    kind: 'outsidePreferred' | 'candidateOutsidePreferred',
  ): void {
    const { name } = person.person
    for (const [spans, words] of [
      [person.preferred, 'outside the preferred hours of'],
      [person.good, 'only if need be for'],
    ] as const) {
      if (spans === null) continue
      add(kind, outsideCost * (span.to - span.from - covered(spans, span)), words, name)
    }
    const { unknownReason, windows } = person.person
    if (unknownReason !== null && windows === null)
      add('unconfirmed', weights.unconfirmed, `not confirmed for ${name}: ${unknownReason}`)
    if (person.soft.some((soft) => soft.from < span.to && span.from < soft.to))
      add('bookedOver', weights.bookedOver, 'over a movable entry of', name)
  }

  function scoreSeat(session: SolverSession, seat: SolverSeat, placement: Placement, span: Span): void {
    const ids = placement.seats.find((one) => one.seatId === seat.id)?.personIds ?? []
    for (const id of ids) {
      const person = people.get(id)
      if (!person) continue
      const { name } = person.person
      sessionCounts.set(person, (sessionCounts.get(person) ?? 0) + 1)
      scorePerson(person, span, weights.outsidePreferredMinute, 'outsidePreferred')
      if (!seat.poolIds.includes(id)) add('alternate', weights.alternate, `${name} stands in in ${session.title}`)
      else if (seat.preferredIds.length > 0 && !seat.preferredIds.includes(id))
        add('notPreferred', weights.notPreferred, `${name}, who is not among the preferred, in ${session.title}`)
    }
    if (!seat.isRequired && ids.length < seat.count) {
      const missing = seat.poolIds.flatMap((id) => people.get(id)?.person.name ?? [])
      add(
        'optionalSeatEmpty',
        weights.optionalSeatEmpty * (seat.count - ids.length),
        `without ${joinNames(missing, 'or')}`,
      )
    }
  }

  function scoreChange(session: SolverSession, placement: Placement): void {
    const { baseline } = model.problem
    const old = baseline?.placements.find((one) => one.sessionId === session.id)
    if (!baseline || !old) return
    const moved = old.startsAt.getTime() !== placement.startsAt.getTime()
    if (moved) add('change', baseline.weights.moveSession, `${session.title} moves`)
    if (old.roomId !== placement.roomId) add('change', baseline.weights.swapRoom, `${session.title} changes the room`)
    const seated = new Set(old.seats.flatMap((seat) => seat.personIds))
    for (const id of placement.seats.flatMap((seat) => seat.personIds))
      if (!seated.has(id))
        add(
          'change',
          baseline.weights.swapPerson,
          `${people.get(id)?.person.name ?? 'somebody'} is new in ${session.title}`,
        )
  }
}

function scoreDays(
  loop: ModelLoop,
  placed: ReadonlyMap<string, Placement>,
  weights: Model['problem']['weights'],
  add: (kind: TermKind, cost: number, words: string) => void,
): void {
  let last = -Infinity
  for (const group of loop.groups) {
    const spans = group.flatMap((position) => {
      const placement = placed.get(loop.sessions[position]?.session.id ?? '')
      return placement ? [spanOf(placement)] : []
    })
    if (spans.length === 0) continue
    const from = Math.min(...spans.map((span) => span.from))
    const to = Math.max(...spans.map((span) => span.to))
    const waiting = to - from - spans.reduce((sum, span) => sum + span.to - span.from, 0)
    add('idle', weights.idleMinute * waiting, `${waiting} minutes of waiting in between`)
    last = Math.max(last, localDayAt(loop.candidate.clock, from))
  }
  const days = last - loop.today
  if (Number.isFinite(days)) add('dayDelay', weights.dayDelay * days, days === 1 ? 'tomorrow' : `in ${days} days`)
}

function spanOf(placement: Placement): Span {
  return {
    from: Math.round(placement.startsAt.getTime() / minuteMs),
    to: Math.round(placement.endsAt.getTime() / minuteMs),
  }
}

function covered(spans: readonly Span[], span: Span): number {
  let minutes = 0
  for (const one of spans) minutes += Math.max(0, Math.min(one.to, span.to) - Math.max(one.from, span.from))
  return minutes
}
