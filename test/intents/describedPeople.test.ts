import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDescribed, readDescription } from '../../src/intents/describedPeople.ts'
import { groundFrame } from '../../src/intents/groundFrame.ts'
import { readFrames } from '../../src/intents/readFrames.ts'
import { nameRecords } from '../../src/intents/settleNames.ts'
import { noThread } from '../../src/intents/thread.ts'
import { openAgency } from './agency.ts'

const directory = openAgency()
const context = { now: new Date('2026-11-18T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }

function groundedOf(text: string) {
  return readFrames(text, directory, noThread, context).frames.map((frame) => groundFrame(frame, directory, noThread))
}

describe('somebody told by his part', () => {
  it.each([
    ['reschedule the Operations Manager candidate to Friday', ['remi', 'will']],
    ["call off Orbit's iOS candidate", ['ivo', 'tomas']],
    ['book the candidate for the data role with Greta', ['ida', 'sofia']],
    ['move the iOS interview to Monday', ['ivo', 'tomas']],
    ['ask the Harbour Bank candidate for times', ['remi', 'will']],
  ])('"%s" means all who are put forward for it', (text, ids) => {
    expect(groundedOf(text)[0]?.candidate).toEqual({ oneOf: ids })
  })

  it('is the one whom the client leaves', () => {
    const one = { ...openAgency() }
    const only = { ...one, findCandidatesFor: () => one.findCandidatesFor(['ios']).slice(0, 1) }
    const [frame] = readFrames('schedule the iOS candidate with Orbit', only, noThread, context).frames
    expect(frame && groundFrame(frame, only, noThread)).toMatchObject({
      candidate: { id: 'ivo' },
      client: { id: 'orbit' },
      job: { id: 'ios' },
    })
  })

  it('is unknown where the named client has no such job', () => {
    expect(groundedOf('schedule the iOS candidate with Harbour Bank')[0]?.candidate).toEqual({
      unknown: 'iOS candidate',
    })
  })

  it.each([
    ["Zenit's hiring manager would love half an hour with Ivo", 'greta'],
    ["who's the HM over at Orbit", 'sofiaBlom'],
    ['remind the interviewer over at Zenit', 'hugo'],
    ["nudge Ida's hiring manager", 'greta'],
    ['ask the HM for the data role when she is free', 'greta'],
  ])('"%s" means the contact of that part', (text, id) => {
    expect(groundedOf(text)[0]?.contacts).toEqual([{ id }])
  })

  it('only says more about a name beside it', () => {
    expect(groundedOf('our data candidate Ida Novak needs an hour with Zenit')).toMatchObject([
      { label: 'schedule', candidate: { id: 'ida' }, job: { id: 'data' } },
    ])
    expect(groundedOf("chase Greta, Zenit's hiring manager")).toMatchObject([{ contacts: [{ id: 'greta' }] }])
  })

  it('leaves the place open when the records do not know who it is', () => {
    const nobody = { ...directory, findContactsOf: () => [], findCandidatesFor: () => [] }
    const [frame] = readFrames("book the iOS candidate with Orbit's hiring manager", nobody, noThread, context).frames
    const named = frame && nameRecords(frame, groundFrame(frame, nobody, noThread), nobody)
    expect(named).toMatchObject({ candidate: null, client: 'Orbit Labs', contacts: [] })
  })
})

describe('a description', () => {
  it('is told from a name', () => {
    expect(readDescription('Ida Novak')).toBeNull()
    expect(readDescription('the Backend candidate')).toEqual({ kind: 'candidate', of: 'Backend', role: null })
    expect(readDescription("Zenit's HM")).toEqual({ kind: 'contact', of: 'Zenit', role: 'hiring manager' })
    expect(readDescription('interviewer at Zenit')).toEqual({ kind: 'contact', of: 'Zenit', role: 'interviewer' })
  })

  it('of any words finds people of the records or nobody: 500 texts', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.constantFrom(' candidate', "'s hiring manager", ''),
        (words, tail) => {
          for (const { id } of findDescribed(`${words}${tail}`, directory))
            expect(directory.findPerson(id)).not.toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })
})
