import { describe, expect, it } from 'vitest'
import { addSampleData } from '../../src/ats/sampleData.ts'
import { createFaultyAts } from '../fakes/faultyAts.ts'
import { askJane, labelsOf, requestOf, textOf } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

/** Puts candidates into the sample agency, each forward for a job of it. */
async function addCandidates(loop: Loop, people: readonly (readonly [name: string, job: string])[]): Promise<string[]> {
  const jobs = await loop.tables((tx) => tx.find('atsJobs'))
  const { addRecord } = loop.deps.ats
  const ids: string[] = []
  for (const [name, title] of people) {
    const jobId = jobs.find((job) => job.title === title)?.id ?? ''
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${ids.length}@mail.example`
    ids.push((await addRecord?.(loop.tenantId, { kind: 'candidate', name, email, phone: null, jobId })) ?? '')
  }
  return ids
}

const open = async (people: readonly (readonly [name: string, job: string])[] = []) => {
  const loop = await openLoop()
  const thread = await loop.setUp()
  const ids = await addCandidates(loop, people)
  const ask = async (text: string) => {
    await loop.say(text, thread)
    return loop.lastMessage(thread)
  }
  return { loop, thread, ids, ask }
}
const countRequests = (loop: Loop) => loop.tables((tx) => tx.count('requests'))
const twoSams = [
  ['Sam Taylor', 'Backend Engineer'],
  ['Sam Taylor', 'Data Analyst'],
] as const

describe('a name that several people bear', () => {
  it('is asked about with what tells them apart, and the press goes on with the one it names', async () => {
    const { loop, thread, ids, ask } = await open(twoSams)
    const question = await ask('schedule sam taylor')
    expect(textOf(question)).toContain('2 people are called "sam taylor". Whom do you mean?')
    expect(labelsOf(question)).toEqual([
      'Sam Taylor · Backend Engineer · Acme Robotics',
      'Sam Taylor · Data Analyst · Lumen Health',
    ])
    expect(await countRequests(loop)).toBe(0)
    await loop.press(thread, question, 'Data Analyst')
    await loop.press(thread, await loop.lastMessage(thread), 'Amara Nwosu')
    expect((await requestOf(loop)).candidateId).toBe(ids[1])
  })

  it.each([
    ['the client', 'set up sam taylor with lumen'],
    ['the job', 'interview for sam taylor, data analyst role'],
    ['a contact', 'get sam taylor in front of amara nwosu'],
    ['a client with a slip', 'schedule sam taylor with lumen helth'],
  ])('needs no question where %s leaves one: "%s"', async (_, text) => {
    const { loop, thread, ids, ask } = await open(twoSams)
    await ask(text)
    if ((await countRequests(loop)) === 0) await loop.press(thread, await loop.lastMessage(thread), 'Amara Nwosu')
    expect((await requestOf(loop)).candidateId).toBe(ids[1])
  })

  it('is answered in words: "the second" of two people of one name is shown, and not the first', async () => {
    const { ask } = await open(twoSams)
    expect(labelsOf(await ask('who is sam taylor'))).toHaveLength(2)
    expect(textOf(await ask('the second'))).toContain('Data Analyst at Lumen Health')
  })

  it('means the one whose interview is being arranged, when the other has none', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.say('cancel jane', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('with Jane Whitfield at Acme Robotics. Shall I?')
  })

  it('is a question where two of that name are arranged for in one conversation, and nobody is reminded on a guess', async () => {
    const { loop, thread, ask } = await open()
    await ask('schedule jane whitfield with marta')
    await loop.settle(30_000)
    const which = await ask('schedule jane')
    expect(textOf(which)).toContain('2 people are called "jane"')
    await ask('schedule jane okafor with amara')
    await loop.settle(30_000)
    const sent = (await loop.mails()).length
    expect(labelsOf(await ask('nudge jane'))).toHaveLength(2)
    await loop.settle(60_000)
    expect(await loop.mails()).toHaveLength(sent)
    expect(thread).toBeTruthy()
  })

  it('may be narrowed by a contact of the client: "move miguel to final interview and let marcus know"', async () => {
    const { ask } = await open([['Miguel Reyes', 'Data Analyst']])
    expect(textOf(await ask('move miguel to final interview and let marcus know'))).toContain('move Miguel Santos')
  })
})

describe('a name of the records', () => {
  it.each([
    ['a nickname', 'bob steele', 'Robert Steele'],
    ['a slip', 'robret steele', 'Robert Steele'],
    ['the first name alone', 'robert', 'Robert Steele'],
  ])('is found by %s and shown in the spelling of the record', async (_, written, name) => {
    const { loop, thread, ids, ask } = await open([['Robert Steele', 'Product Designer']])
    await ask(`schedule ${written} with acme`)
    await loop.press(thread, await loop.lastMessage(thread), 'Jonas Weber')
    const request = await requestOf(loop)
    expect([request.candidateId, request.candidateName]).toEqual([ids[0], name])
  })

  it.each([
    ['who is will', 'Will Archer'],
    ["who's may", 'May Ferris'],
    ['note for rich: wants to work from home', 'Noted for Rich Tennant'],
    ['move bill to offer', 'move Bill Hartley'],
    ['has mark replied', 'No interview of Mark Solano'],
    ['cancel the interview with grace oyelaran', 'no open request for "Grace Oyelaran"'],
    ['ask may when she is free', 'No interview of May Ferris'],
  ])('that is also a word is read in lower case: "%s"', async (text, said) => {
    const { ask } = await open([
      ['Will Archer', 'Data Analyst'],
      ['May Ferris', 'Marketing Lead'],
      ['Mark Solano', 'Backend Engineer'],
      ['Bill Hartley', 'Operations Manager'],
      ['Rich Tennant', 'Backend Engineer'],
      ['Grace Oyelaran', 'Data Analyst'],
    ])
    expect(textOf(await ask(text))).toContain(said)
  })

  it.each(['we will see about that', 'may i see the list', 'bill the client for this', 'mark my words'])(
    'is not read out of the word it also is: "%s"',
    async (text) => {
      const { loop, thread, ask } = await open([
        ['Will Archer', 'Data Analyst'],
        ['May Ferris', 'Marketing Lead'],
        ['Mark Solano', 'Backend Engineer'],
        ['Bill Hartley', 'Operations Manager'],
      ])
      expect(textOf(await ask(text))).not.toMatch(/Archer|Ferris|Solano|Hartley/)
      expect(await countRequests(loop)).toBe(0)
      expect(await loop.mails()).toEqual([])
      expect(thread).toBeTruthy()
    },
  )

  it('is known in the message after the one before it was added, and unknown after it was removed', async () => {
    const { loop, ask } = await open()
    expect(textOf(await ask('who is petronella ashdown'))).toContain('I know nobody called "petronella ashdown"')
    const [id = ''] = await addCandidates(loop, [['Petronella Ashdown', 'Data Analyst']])
    expect(textOf(await ask('who is petronella'))).toContain('Petronella Ashdown')
    await loop.tables((tx) => tx.update('atsCandidates', id, { lastName: 'Merrow', updatedAt: loop.clock.now() }))
    expect(textOf(await ask('who is petronella'))).toContain('Petronella Merrow')
    await loop.tables(async (tx) => {
      await tx.remove('atsApplications', { candidateId: id })
      await tx.remove('atsCandidates', { id })
    })
    expect(textOf(await ask('who is petronella'))).toContain('I know nobody called')
  })

  it('of one tenant is unknown to another that holds its own records in the same process', async () => {
    const { loop, ask } = await open([['Petronella Ashdown', 'Data Analyst']])
    await ask('who is petronella')
    const other = await loop.store.createTenant()
    await addSampleData(loop.store, other, loop)
    const theirs = await loop.deps.ats.openDirectory(other)
    expect(theirs.findPeople('petronella')).toEqual([])
    expect(theirs.findPeople('beatriz sousa')).toHaveLength(1)
    const ours = await loop.deps.ats.openDirectory(loop.tenantId)
    expect(ours.findPeople('petronella')).toHaveLength(1)
    expect(theirs.findPerson(ours.findPeople('beatriz sousa')[0]?.item.id ?? '')).toBeNull()
  })
})

describe('somebody told by his part', () => {
  it('is found by job and client; of two the question names both, and the press opens for the one pressed', async () => {
    const { loop, thread, ids, ask } = await open([
      ['Robert Steele', 'Data Analyst'],
      ['Petronella Ashdown', 'Data Analyst'],
    ])
    const question = await ask('schedule the data analyst candidate with lumen')
    expect(labelsOf(question)).toEqual(
      expect.arrayContaining([
        'Robert Steele · Data Analyst · Lumen Health',
        'Petronella Ashdown · Data Analyst · Lumen Health',
      ]),
    )
    await loop.press(thread, question, 'Petronella')
    if ((await countRequests(loop)) === 0) await loop.press(thread, await loop.lastMessage(thread), 'Amara Nwosu')
    expect((await requestOf(loop)).candidateId).toBe(ids[1])
  })

  it('is asked for by name when nobody is put forward for it', async () => {
    const { loop, ask } = await open()
    expect(textOf(await ask('schedule the operations manager candidate with lumen'))).toContain(
      'Whom should I schedule?',
    )
    expect(await countRequests(loop)).toBe(0)
  })
})

describe('a name that nobody bears', () => {
  it('goes on as it was written: the nearest names and the form to add somebody are offered', async () => {
    const { loop, ask } = await open()
    const draft = await ask('schedule zorblax quux with acme')
    expect(textOf(draft)).toContain('I know no candidate called "zorblax quux".')
    expect(labelsOf(draft)).toContain('Add zorblax quux')
    expect(textOf(await ask('cancel zorblax'))).toContain('I have no open request for "zorblax"')
    expect(await countRequests(loop)).toBe(0)
  })

  it('is read by its place when the ATS does not answer, and what needs no ATS is answered', async () => {
    const fault = { isDown: false }
    const loop = await openLoop({ ats: (real) => createFaultyAts(real, () => fault.isDown) })
    const thread = await askJane(loop)
    fault.isDown = true
    await loop.say('cancel Jane', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('with Jane Whitfield at Acme Robotics. Shall I?')
    await loop.say('schedule Lukas with Acme', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('The ATS does not answer right now')
  })
})

describe('a message the grammar is not sure of', () => {
  it('is read back before a request is opened, and opened on a press; 2 wishes get a button each', async () => {
    const { loop, thread, ask } = await open()
    const back = await ask('kannst du nadia petrova mit priya raman zusammenbringen, and nudge beatriz')
    expect(textOf(back)).toContain('Schedule Nadia Petrova')
    expect(labelsOf(back)).toHaveLength(2)
    await loop.settle(60_000)
    expect([await countRequests(loop), await loop.mails()]).toEqual([0, []])
    await loop.press(thread, back, 'Schedule Nadia Petrova')
    expect((await requestOf(loop)).candidateName).toBe('Nadia Petrova')
  })

  it('opens a request at once where it is sure', async () => {
    const { loop, ask } = await open()
    await ask('schedule nadia petrova with priya raman')
    expect(await countRequests(loop)).toBe(1)
  })
})
