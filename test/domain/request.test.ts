import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isParleyError } from '../../src/domain/errors.ts'
import {
  assertTransition,
  isClosed,
  placeOf,
  type RequestState,
  requestStates,
  requestTransitions,
  stateWords,
} from '../../src/domain/request.ts'

const anyState = fc.constantFrom(...requestStates)

function reachableFrom(start: RequestState): Set<RequestState> {
  const seen = new Set<RequestState>([start])
  for (const state of seen) for (const next of requestTransitions[state]) seen.add(next)
  return seen
}

describe('the states of a request', () => {
  it('are all reachable from "collecting", where each begins', () => {
    expect([...reachableFrom('collecting')].sort()).toEqual([...requestStates].sort())
  })

  it('end in exactly 2: completed and cancelled, and nothing leads out of them', () => {
    expect(requestStates.filter(isClosed)).toEqual(['completed', 'cancelled'])
    for (const state of ['completed', 'cancelled'] as const) expect([...reachableFrom(state)]).toEqual([state])
  })

  it('can all be cancelled in one step while they are open', () => {
    for (const state of requestStates) expect(requestTransitions[state].includes('cancelled')).toBe(!isClosed(state))
  })

  it('reach completed only from confirmed: nothing is completed that was not booked', () => {
    expect(requestStates.filter((state) => requestTransitions[state].includes('completed'))).toEqual(['confirmed'])
  })

  it('never stay stuck: from every open one confirmed can still be reached', () => {
    for (const state of requestStates.filter((s) => !isClosed(s)))
      expect(reachableFrom(state).has('confirmed')).toBe(true)
  })

  it('change along the table only; any other change is refused with the words of the state it is in', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        const refused = (() => {
          try {
            assertTransition(from, to)
            return null
          } catch (error) {
            return error
          }
        })()
        if (requestTransitions[from].includes(to)) expect(refused).toBeNull()
        else {
          expect(isParleyError(refused, 'wrongState')).toBe(true)
          expect(String(refused)).toContain(stateWords[from])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('stay closed through every walk of 50 random steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99 }), { maxLength: 50 }), (picks) => {
        let state: RequestState = 'collecting'
        for (const pick of picks) {
          const next: readonly RequestState[] = requestTransitions[state]
          const chosen = next[pick % Math.max(1, next.length)]
          if (isClosed(state)) expect(chosen).toBeUndefined()
          state = chosen ?? state
        }
      }),
    )
  })
})

describe('the place of an interview', () => {
  it.each([
    [{ kind: 'video' as const, url: 'https://meet.example/x' }, 'https://meet.example/x'],
    [{ kind: 'phone' as const, number: '+49 30 1', caller: 'client' as const }, 'Phone +49 30 1, the client calls'],
    [{ kind: 'onsite' as const, address: '3 Mill Lane' }, '3 Mill Lane'],
    [{ kind: 'follows' as const }, 'Joining details follow'],
  ])('of %j is one line', (format, line) => {
    expect(placeOf(format)).toBe(line)
  })
})
