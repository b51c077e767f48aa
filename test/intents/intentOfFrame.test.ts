import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeIntent } from '../../src/intents/describeIntent.ts'
import { type Frame, intentLabels } from '../../src/intents/frame.ts'
import { type Intent, intentSchema } from '../../src/intents/intent.ts'
import { intentOfFrame } from '../../src/intents/intentOfFrame.ts'
import { frameOf } from './frameOf.ts'

/** Monday, 1 March 2027, 09:00 in Berlin. */
const context = { now: new Date('2027-03-01T08:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

describe('a frame becomes an intent', () => {
  it.each<[Partial<Frame> & Pick<Frame, 'label'>, Partial<Intent>, string]>([
    [
      {
        label: 'schedule',
        candidate: 'Ines',
        client: 'Lumen',
        contacts: ['Oskar'],
        durationMinutes: 45,
        when: 'next week',
      },
      {
        kind: 'schedule',
        candidate: 'Ines',
        counterparts: ['Lumen', 'Oskar'],
        durationMinutes: 45,
        fromOn: '2027-03-08',
      },
      'Schedule Ines with Lumen and Oskar, 45 minutes, from 2027-03-08',
    ],
    [
      { label: 'schedule', candidate: 'Ines', when: 'when the moon is full', zone: 'PST' },
      { kind: 'schedule', unreadWords: 'when the moon is full, PST' },
      'Schedule Ines (not taken into account: when the moon is full, PST)',
    ],
    [
      { label: 'cancel', candidate: 'Ines', client: 'Lumen', note: 'role filled' },
      { kind: 'cancel', about: 'Ines', narrowedBy: ['Lumen'], reason: 'role filled' },
      'Cancel Ines and Lumen, because: role filled',
    ],
    [
      { label: 'postpone', client: 'Lumen', when: '15 April' },
      { kind: 'postpone', about: 'Lumen', fromOn: '2027-04-15' },
      'Postpone Lumen, from 2027-04-15',
    ],
    [
      { label: 'give_availability', contacts: ['Oskar'], when: 'Tue 2-4' },
      { kind: 'enterTimes', about: 'Oskar', windows: [{ startsAt: '2027-03-02T14:00', endsAt: '2027-03-02T16:00' }] },
      'Enter times for Oskar: 2027-03-02 14:00 to 16:00',
    ],
    [
      { label: 'update', added: ['Priya'], removed: ['Oskar'], mode: 'phone', isThread: true },
      { kind: 'update', about: null, added: ['Priya'], removed: ['Oskar'], mode: 'phone' },
      'Change this request, by phone, add Priya, without Oskar',
    ],
    [
      { label: 'move_stage', candidate: 'Ines', stage: 'Offer' },
      { kind: 'moveStage', about: 'Ines', stage: 'Offer' },
      'Move Ines to the stage Offer',
    ],
    [{ label: 'list', scope: 'waiting' }, { kind: 'list', filter: 'waiting' }, 'List requests (waiting)'],
  ])('%j', (given, intent, words) => {
    const made = intentOfFrame(frameOf(given), context)
    expect(made).toMatchObject(intent)
    expect(describeIntent(made!)).toContain(words)
  })

  it('is told in the language of whoever reads it, days as they write them', () => {
    const made = intentOfFrame(
      frameOf({
        label: 'reschedule',
        candidate: 'Ines',
        when: 'next week',
        note: 'Lumen is travelling',
      }),
      context,
    )
    const lines = (['de', 'fr', 'es'] as const).map((language) => describeIntent(made!, language, language))
    expect(lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Eine andere Zeit suchen: Ines, ab Mo., 8. März 2027, bis Fr., 12. März 2027, Grund: Lumen is travelling',
      'Chercher un autre créneau : Ines, à partir du lun. 8 mars 2027, jusqu’au ven. 12 mars 2027, motif : Lumen is travelling',
      'Buscar otro horario: Ines, desde el lun, 8 mar 2027, hasta el vie, 12 mar 2027, motivo: Lumen is travelling',
    ])
  })

  it.each<Partial<Frame> & Pick<Frame, 'label'>>([
    { label: 'who_is' },
    { label: 'move_stage', candidate: 'Ines' },
    { label: 'note', candidate: 'Ines' },
    { label: 'give_availability', candidate: 'Ines', when: 'one of these days' },
    { label: 'oos' },
  ])('only when it holds enough: %j does not', (given) => {
    expect(intentOfFrame(frameOf(given), context)).toBeNull()
  })

  it('of the shape that use cases take, told in words without holes, whatever it holds', () => {
    const words = fc.option(fc.constantFrom('Ines', 'Tue 2-4', 'next week', 'Offer', '', 'ß ☃'), { nil: null })
    const anyFrame = fc.record({
      label: fc.constantFrom(...intentLabels),
      candidate: words,
      client: words,
      job: words,
      when: words,
      stage: words,
      note: words,
      zone: words,
      contacts: fc.array(fc.constantFrom('Oskar', 'Priya'), { maxLength: 3 }),
      durationMinutes: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null }),
    })
    fc.assert(
      fc.property(anyFrame, (given) => {
        const intent = intentOfFrame(frameOf(given), context)
        if (!intent) return
        expect(intentSchema.safeParse(intent).error).toBeUndefined()
        expect(describeIntent(intent)).toMatch(/^[A-Z]/)
        expect(describeIntent(intent)).not.toMatch(/undefined|null|\[object/)
      }),
      { numRuns: 1_000 },
    )
  })
})
