import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assertEffectTransition,
  attemptCountMax,
  backoffMs,
  effectStates,
  effectTransitions,
} from '../../src/domain/effect.ts'
import { isParleyError } from '../../src/domain/errors.ts'

const minuteMs = 60_000

describe('the delay before the next attempt', () => {
  it('is 1, 2, 4, 8, 16, 32, 64, 128 minutes, then 3 hours each time', () => {
    expect(Array.from({ length: 11 }, (_, i) => backoffMs(i + 1) / minuteMs)).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 180, 180, 180,
    ])
  })

  it('spreads 12 attempts over more than half a day and less than a day, jitter included', () => {
    const total = Array.from({ length: attemptCountMax - 1 }, (_, i) => backoffMs(i + 1)).reduce((a, b) => a + b, 0)
    expect(total).toBeGreaterThan(12 * 60 * minuteMs)
    expect(total * 1.2).toBeLessThan(24 * 60 * minuteMs)
  })

  it('is never below 1 minute, above 3 hours or shorter than the one before, whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 2_000 }), (attempts) => {
        const delay = backoffMs(attempts)
        expect(delay).toBeGreaterThanOrEqual(minuteMs)
        expect(delay).toBeLessThanOrEqual(180 * minuteMs)
        expect(backoffMs(attempts + 1)).toBeGreaterThanOrEqual(delay)
      }),
    )
  })
})

describe('the states of an effect', () => {
  it('are all reachable from "owed"', () => {
    const seen = new Set<(typeof effectStates)[number]>(['owed'])
    for (const state of seen) for (const next of effectTransitions[state]) seen.add(next)
    expect([...seen].sort()).toEqual([...effectStates].sort())
  })

  it('end in done and withdrawn: what happened or was taken back is never tried again', () => {
    expect(effectStates.filter((state) => effectTransitions[state].length === 0)).toEqual(['done', 'withdrawn'])
  })

  it('lead to done from an attempt or an answer only, and to an attempt only from owed or a dead worker', () => {
    expect(effectStates.filter((state) => effectTransitions[state].includes('done'))).toEqual(['trying', 'asked'])
    expect(effectStates.filter((state) => effectTransitions[state].includes('trying'))).toEqual(['owed', 'trying'])
  })

  it('refuse every other change', () => {
    for (const from of effectStates)
      for (const to of effectStates) {
        const change = () => assertEffectTransition(from, to)
        if (effectTransitions[from].includes(to)) expect(change).not.toThrow()
        else expect(change).toThrow(expect.toSatisfy((error: unknown) => isParleyError(error, 'wrongState')))
      }
  })
})
