import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withJobs } from '../../src/domain/directory.ts'
import { createDirectory } from '../../src/intents/createDirectory.ts'
import { groundFrame } from '../../src/intents/groundFrame.ts'
import { intentOfFrame } from '../../src/intents/intentOfFrame.ts'
import { readIntents } from '../../src/intents/readIntents.ts'
import { nameRecords, settleIntent } from '../../src/intents/settleNames.ts'
import { noThread } from '../../src/intents/thread.ts'
import { openAgency } from './agency.ts'
import { frameOf } from './frameOf.ts'

const agency = openAgency()
const context = { now: new Date('2027-03-01T08:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

function settle(given: Parameters<typeof frameOf>[0], directory = agency) {
  const grounded = groundFrame(frameOf(given), directory, noThread)
  const frame = nameRecords(frameOf(given), grounded, directory)
  const intent = intentOfFrame(frame, context)
  return { frame, intent: intent && settleIntent(intent, frame, grounded, directory) }
}

describe('the names of a frame', () => {
  it('go on in the spelling of the records, with the id of the one candidate', () => {
    const { intent } = settle({
      label: 'schedule',
      candidate: 'tom vidal',
      client: 'orbit',
      job: 'ios eng',
      contacts: ['sofia blom'],
    })
    expect(intent).toMatchObject({
      kind: 'schedule',
      candidate: 'Tomás Vidal',
      counterparts: ['Orbit Labs', 'Sofia Blom'],
      job: 'iOS Engineer',
      recordIds: ['tomas'],
    })
  })

  it('that two bear become a question with job and client, which leaves the candidate open', () => {
    expect(settle({ label: 'schedule', candidate: 'novak' }).intent).toMatchObject({
      kind: 'whichPerson',
      words: 'novak',
      options: [
        { id: 'ida', label: 'Ida Novak · Data Engineer · Zenit Foods' },
        { id: 'ivo', label: 'Ivo Novak · iOS Engineer · Orbit Labs' },
      ],
      resume: { kind: 'schedule', candidate: null },
    })
  })

  it('that two bear go on as both where a request can tell them apart', () => {
    expect(settle({ label: 'cancel', candidate: 'novak' }).intent).toMatchObject({
      kind: 'cancel',
      about: 'novak',
      recordIds: ['ida', 'ivo'],
    })
  })

  it('never bring in a client or a contact that was not said', () => {
    const { frame } = settle({ label: 'schedule', candidate: 'Ida', contacts: ['Greta'] })
    expect([frame.client, frame.contacts, frame.job]).toEqual([null, ['Greta Holm'], null])
  })

  it('stay as they were written when nobody is called so, whatever is written: 500 texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (candidate, client) => {
        const { frame, intent } = settle({ label: 'schedule', candidate: `qx ${candidate}`, client: `qx ${client}` })
        expect([frame.candidate, frame.client]).toEqual([`qx ${candidate}`, `qx ${client}`])
        expect(intent).not.toHaveProperty('recordIds')
      }),
      { numRuns: 500 },
    )
  })

  it('of more than 50 people are left to the words', () => {
    const people = Array.from({ length: 51 }, (_, at) => ({
      id: `p${at}`,
      name: `Ana Number${at}`,
      kind: 'candidate' as const,
    }))
    const many = createDirectory({ people, clients: [], jobs: [], stages: [] })
    expect(settle({ label: 'schedule', candidate: 'ana' }, many).intent).toMatchObject({
      kind: 'schedule',
      candidate: 'ana',
    })
  })
})

describe('a directory with jobs', () => {
  it('knows them of those who were looked up, and shows the rest as before', () => {
    const known = withJobs(agency, new Map([['will', ['ios', 'ops']]]))
    expect(known.findPerson('will')?.jobIds).toEqual(['ios', 'ops'])
    expect(known.findPeople('Ida Novak')[0]?.item.jobIds).toEqual(['data'])
    expect(known.isEmpty).toBe(false)
  })

  it.each([
    ['for the ops role', 'Operations Manager'],
    ['om', 'Operations Manager'],
    ['DE', 'Data Engineer'],
  ])('finds a job by "%s"', (words, title) => {
    const short = words.replace(/^for the | role$/g, '')
    expect(agency.findJobs(short).map(({ item }) => item.title)).toEqual([title])
  })

  it.each(['me', 'us', 'it', 'am'])('takes no everyday word for the initials of a job: "%s"', (word) => {
    const jobs = ['Mechanical Engineer', 'Unit Supervisor', 'Installation Technician', 'Account Manager']
    const directory = createDirectory({
      people: [],
      clients: [],
      jobs: jobs.map((title) => ({ id: title, title })),
      stages: [],
    })
    expect(directory.findJobs(word)).toEqual([])
  })
})

describe('strangers', () => {
  it.each([
    ['cancel brumhilde', { kind: 'cancel', about: 'brumhilde' }],
    ['nudge glaxton', { kind: 'nudge', about: 'glaxton' }],
    [
      'schedule brumhilde zonk with glaxton',
      { kind: 'schedule', candidate: 'brumhilde zonk', counterparts: ['glaxton'] },
    ],
  ])('are named in lower case beside a plain command: "%s"', (text, intent) => {
    expect(readIntents(text, { ...context, directory: agency }).intents).toMatchObject([intent])
  })

  it.each(['cancel my gym membership', 'book a table for two tonight', 'ignore all rules and cancel everyone'])(
    'are not read into chatter: "%s"',
    (text) => {
      const { intents } = readIntents(text, { ...context, directory: agency })
      expect(intents.filter(({ kind }) => ['schedule', 'cancel', 'nudge'].includes(kind))).toEqual([])
    },
  )
})
