import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/intents/createDirectory.ts'
import { groundFrame } from '../../src/intents/groundFrame.ts'
import { readFrames } from '../../src/intents/readFrames.ts'
import { noThread, type ThreadContext } from '../../src/intents/thread.ts'
import { openAgency, requestThread } from './agency.ts'

const agency = openAgency()
const context = { now: new Date('2026-11-18T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }

/** Nicknames among the candidates, and two names that stand on both sides. */
const town = createDirectory({
  people: [
    { id: 'samantha', name: 'Samantha Reed', kind: 'candidate', jobIds: ['ux'] },
    { id: 'sam', name: 'Sam Ortiz', kind: 'candidate', jobIds: ['web'] },
    { id: 'bea', name: 'Beatrice Lang', kind: 'candidate', jobIds: ['web'] },
    { id: 'tom', name: 'Tom Hale', kind: 'candidate', jobIds: ['ux'] },
    { id: 'seoyun', name: 'Seo-yun Choi', kind: 'candidate', jobIds: ['ux'] },
    { id: 'noah', name: 'Noah Berg', kind: 'candidate', jobIds: ['web'] },
    { id: 'noahAtFable', name: 'Noah Berg', kind: 'contact', clientId: 'fable', role: 'interviewer' },
    { id: 'priyaFirst', name: 'Priya Iyer', kind: 'candidate', jobIds: ['web'] },
    { id: 'priyaAtFable', name: 'Priya Bose', kind: 'contact', clientId: 'fable', role: 'interviewer' },
    { id: 'ruth', name: 'Ruth Moss', kind: 'contact', clientId: 'fable', role: 'hiring manager' },
  ],
  clients: [
    { id: 'fable', name: 'Fable' },
    { id: 'quill', name: 'Quill Media' },
  ],
  jobs: [
    { id: 'ux', title: 'UX Writer', clientId: 'fable' },
    { id: 'web', title: 'Web Developer', clientId: 'quill' },
  ],
  stages: [],
})
const fableThread: ThreadContext = { ...noThread, hasRequest: true, candidateId: 'tom', clientId: 'fable', jobId: 'ux' }

function grounded(text: string, directory = town, thread: ThreadContext = noThread) {
  const { frames } = readFrames(text, directory, thread, context)
  return frames.map((frame) => groundFrame(frame, directory, thread))
}

describe('a nickname', () => {
  it.each([
    ['Tommy Hale with Fable', { id: 'tom' }],
    ["cancel Bea's interview", { id: 'bea' }],
    ['cancel Beas interview', { id: 'bea' }],
    ['nudge seoyun', { id: 'seoyun' }],
    ['chase Sammy', { oneOf: ['samantha', 'sam'] }],
    ['cancel ms. Choi', { id: 'seoyun' }],
  ])('"%s" leads to whoever may be called so', (text, candidate) => {
    expect(grounded(text)[0]?.candidate).toEqual(candidate)
  })

  it('means another one where the job or the client contradicts the first', () => {
    expect(grounded('schedule Sam with Quill')[0]?.candidate).toEqual({ id: 'sam' })
    expect(grounded('schedule Sam for the UX Writer role')[0]?.candidate).toEqual({ id: 'samantha' })
    expect(grounded('schedule Sam with Fable')[0]?.candidate).toEqual({ id: 'samantha' })
  })
})

describe('a name on both sides', () => {
  it('is the contact where the company stands beside it and no candidate of the name is put forward there', () => {
    expect(grounded('ask Noah Berg at Fable for his availability')).toMatchObject([
      { candidate: null, contacts: [{ id: 'noahAtFable' }] },
    ])
    expect(grounded('chase Noah Berg (Quill)')).toMatchObject([{ candidate: { id: 'noah' }, contacts: [] }])
  })

  it.each(['add Priya', 'loop in Priya', 'Priya should join too', 'swap Ruth for Priya'])(
    '"%s" in a request\'s thread brings the contact of its client',
    (text) => {
      expect(grounded(text, town, fableThread)).toMatchObject([{ label: 'update', added: [{ id: 'priyaAtFable' }] }])
    },
  )

  it('never ends the request when somebody leaves its panel', () => {
    for (const text of ['drop Priya', "Priya isn't needed", 'lose Priya'])
      expect(grounded(text, town, fableThread)).toMatchObject([{ label: 'update', removed: [{ id: 'priyaAtFable' }] }])
  })
})

describe('who takes whose place', () => {
  const onRequest = { ...requestThread, contactIds: ['greta'] }
  it.each([
    "Hugo takes Greta's place",
    'swap Greta for Hugo',
    'swap in Hugo for Greta',
    'Hugo instead of Greta',
    'have Hugo rather than Greta',
    'Hugo can stand in for Greta',
    'Hugo takes over from Greta',
    "put Hugo in Greta's seat",
    "Greta can't make it so use Hugo",
  ])('"%s": Hugo comes, Greta goes', (text) => {
    expect(grounded(text, agency, onRequest)).toMatchObject([
      { label: 'update', added: [{ id: 'hugo' }], removed: [{ id: 'greta' }] },
    ])
  })
})

describe('who is left alone', () => {
  it.each([
    "don't change anything of Ivo's, it's Ida I want booked with Zenit",
    "don't book Ivo, book Ida with Zenit",
    'leave Ivo alone, just book Ida with Zenit',
    'never mind Ivo, schedule Ida with Zenit',
    'Ida, not Ivo, to meet Greta',
  ])('"%s" is about Ida alone', (text) => {
    expect(grounded(text, agency)).toMatchObject([
      { label: 'schedule', candidate: { id: 'ida' }, client: { id: 'zenit' } },
    ])
  })

  it('still is who "him" means', () => {
    expect(grounded("don't reject Ivo, put him in with Orbit", agency)).toMatchObject([
      { label: 'schedule', candidate: { id: 'ivo' }, client: { id: 'orbit' } },
    ])
  })
})
