import { describe, expect, it } from 'vitest'
import { describeReading } from '../../../src/intents/availability/describeReading.ts'
import { readAvailability } from '../../../src/intents/availability/readAvailability.ts'
import type { AvailabilityContext } from '../../../src/intents/availability/reading.ts'
import { march, november, withProposals } from './readOf.ts'

function saidBack(text: string, context: AvailabilityContext): string {
  return describeReading(readAvailability(text, context), context)
}

describe('what was understood, said back in one sentence', () => {
  it('names weekday, date, hours and place of the clock', () => {
    expect(saidBack('Tuesday 2-5', november)).toBe('I understood: Tue 24 Nov, 14:00-17:00 (London).')
    expect(saidBack('Tue 2-4', march)).toBe('I understood: Tue, Mar 10, 2:00 PM-4:00 PM (New York).')
  })

  it('tells days in a row with the same hours as one stretch', () => {
    expect(saidBack('Mon to Wed after 3, Friday 9-11', november)).toBe(
      'I understood: Mon 23 Nov to Wed 25 Nov, 15:00-17:00; Fri 27 Nov, 09:00-11:00 (London).',
    )
  })

  it('says what is not possible, which proposal is meant, and why it has to ask', () => {
    expect(saidBack('I am out on Tuesday', november)).toBe(
      'I understood that this does not work: Tue 24 Nov, 09:00-17:00 (London).',
    )
    expect(saidBack('the second one', withProposals)).toBe(
      'I understood: proposal 2 (Thu, Mar 12, 2:30 PM-3:30 PM (New York)).',
    )
    expect(saidBack('between 2 and 4', november)).toBe('I understood a time of day, but not on which day.')
    expect(saidBack('none of these', withProposals)).toBe('I understood that none of the proposed times works.')
  })

  it('speaks German to German readers', () => {
    expect(saidBack('Tuesday 2-5', { ...november, zone: 'Europe/Berlin', locale: 'de-DE' })).toBe(
      'Verstanden habe ich: Di., 24. Nov., 14:00-17:00 (Berlin).',
    )
  })
})
