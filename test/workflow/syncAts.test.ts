import { afterEach, describe, expect, it } from 'vitest'
import { greenhouse } from '../../src/ats/connectors/greenhouse.ts'
import { greenhouse as kind } from '../fakes/ats/greenhouse.ts'
import type { StandIn } from '../fakes/ats/kit.ts'
import type { Candidate } from '../fakes/ats/world.ts'
import { type ConnectedLoop, type ConnectedOptions, openConnected } from './openConnected.ts'

const fields = { clientId: 'client-1', clientSecret: 'secret-1' }
let open: ConnectedLoop[] = []

afterEach(async () => {
  await Promise.all(open.map(({ standIn }) => standIn.stop()))
  open = []
})

function fillOffice({ world }: StandIn, count = 60): void {
  world.quietly(() => {
    const manager = world.addUser({ firstName: 'Nadia', lastName: 'Orlov', email: 'nadia@works.example' })
    world.addUser({ firstName: 'Rosa', lastName: 'Alder', email: 'rosa@alder-finch.example', isAdmin: true })
    const job = world.addJob({ title: 'Furnace Engineer', hiringManagerIds: [manager.id] })
    for (let n = 0; n < count; n++) {
      const candidate = world.addCandidate({
        firstName: 'Kim',
        lastName: `Person${n}`,
        emails: [`kim${n}@mail.example`],
      })
      world.addApplication({ candidateId: candidate.id, jobId: job.id })
    }
  })
}

async function start(options: Partial<ConnectedOptions> = {}): Promise<ConnectedLoop> {
  const loop = await openConnected({ system: greenhouse, kind, fields, fill: fillOffice, ...options })
  open.push(loop)
  return loop
}

async function connected(options: Partial<ConnectedOptions> = {}): Promise<ConnectedLoop> {
  const loop = await start(options)
  await loop.connect()
  await loop.sync()
  return loop
}

const addPerson = ({ standIn: { world } }: ConnectedLoop, given: Partial<Candidate>) => {
  const candidate = world.addCandidate(given)
  const application = world.addApplication({ candidateId: candidate.id, jobId: world.jobs.rows[0]!.id })
  return { candidate, application }
}
const records = (loop: ConnectedLoop) =>
  loop.tables((tx) => tx.find('atsCandidates', { where: { connectionId: { not: null } } }))
const minutes = (loop: ConnectedLoop) => loop.clock.now().getTime() / 60_000

describe('a connected ATS', () => {
  it('is read by itself once connected, tells so, and its 60 people can be scheduled by name', async () => {
    const loop = await start()
    await loop.connect()
    expect((await loop.told()).at(-1)).toContain('I am reading Greenhouse now')
    await loop.sync()
    expect((await records(loop)).length).toBe(60)
    expect(await loop.connection()).toMatchObject({ state: 'connected', counts: { candidates: 60, jobs: 1 } })
    expect((await loop.told()).at(-1)).toContain('Greenhouse is connected: 60 candidates, 60 applications, 1 job')
    await loop.say('who is Kim Person7?', loop.threadId)
    expect(JSON.stringify(await loop.lastMessage(loop.threadId))).toContain('Furnace Engineer: Application Review')
  })

  it('shows a person who is added there within 15 minutes, and usually within 2', async () => {
    const loop = await connected()
    addPerson(loop, { firstName: 'Ute', lastName: 'Neu', emails: ['ute@mail.example'] })
    const from = minutes(loop)
    while (!(await records(loop)).some(({ lastName }) => lastName === 'Neu')) await loop.syncAfter(1)
    expect(minutes(loop) - from).toBeLessThanOrEqual(2)
  })

  it('reads nothing twice: 10 looks without a change write no record and ask at most 9 times each', async () => {
    const loop = await connected()
    const before = await records(loop)
    for (let n = 0; n < 10; n++) {
      const asked = loop.standIn.log.length
      await loop.syncAfter(2)
      expect(loop.standIn.log.length - asked).toBeLessThanOrEqual(9)
    }
    expect(await records(loop)).toEqual(before)
  })

  it('does not believe 0 of 60 people: keeps them, says so, and is well again with the next good answer', async () => {
    const loop = await connected()
    loop.clock.moveBy(25 * 3600_000)
    loop.standIn.order({ kind: 'emptyList', on: /\/candidates/ })
    await loop.sync()
    expect((await records(loop)).length).toBe(60)
    expect((await loop.told()).at(-1)).toContain('suddenly shows 0 of 60 candidates')
    await loop.syncAfter(25 * 60)
    expect((await loop.connection()).state).toBe('connected')
    expect((await loop.told()).at(-1)).toContain('Greenhouse works again')
  })

  it('takes out who was deleted there, at the latest with the daily reading', async () => {
    const loop = await connected()
    const gone = loop.standIn.world.candidates.rows[5]!
    for (const { id } of loop.standIn.world.applications.by('candidateId', gone.id))
      loop.standIn.world.applications.remove(id)
    loop.standIn.world.candidates.remove(gone.id)
    await loop.syncAfter(25 * 60)
    const left = await records(loop)
    expect(left.length).toBe(59)
    expect(left.map(({ externalId }) => externalId)).not.toContain(gone.id)
  })

  it('names a revoked key in the thread with what to do, tries on, and says when it works again', async () => {
    const loop = await connected()
    loop.standIn.desk.keys.clear()
    await loop.syncAfter(61)
    expect(await loop.connection()).toMatchObject({ state: 'revoked' })
    expect((await loop.told()).at(-1)).toMatch(
      /Greenhouse no longer accepts the key\. Enter a new one under Integrations/,
    )
    loop.standIn.desk.keys.add('client-1:secret-1')
    await loop.syncAfter(16)
    expect((await loop.told()).at(-1)).toContain('Greenhouse works again')
  })

  it('goes on without the part whose permission was taken away, and names the permission', async () => {
    const loop = await connected()
    loop.standIn.desk.scopes = new Set(
      [
        ...'users jobs job_interview_stages job_hiring_managers candidates applications application_stages'.split(' '),
      ].map((list) => `harvest:${list}:list`),
    )
    addPerson(loop, { firstName: 'Ute', lastName: 'Neu', emails: ['ute@mail.example'] })
    await loop.syncAfter(2)
    expect((await records(loop)).some(({ lastName }) => lastName === 'Neu')).toBe(true)
    expect((await loop.connection()).problem?.sentence).toContain('interviews')
  })

  it.each(['serverError', 'cutBody', 'emptyBody', 'html', 'lostReply', 'throttle', 'huge'] as const)(
    'comes to its end though every second look ends with %s: 1,200 people, each once',
    async (fault) => {
      const loop = await start({ fill: (standIn) => fillOffice(standIn, 1200) })
      await loop.connect()
      const lists = ['users', 'candidates', 'applications', 'interviews', 'jobs']
      for (const list of lists) {
        loop.standIn.order({ kind: fault, on: new RegExp(`/${list}$`) })
        await loop.sync()
        loop.clock.moveBy(16 * 60_000)
        await loop.sync()
      }
      loop.standIn.clearFaults()
      await loop.syncAfter(16)
      expect((await loop.connection()).state).toBe('connected')
      expect(new Set((await records(loop)).map(({ externalId }) => externalId)).size).toBe(1200)
      expect((await records(loop)).length).toBe(1200)
    },
  )

  it('waits as long as the vendor asks, and goes on at the page where it was', async () => {
    const loop = await start({ fill: (standIn) => fillOffice(standIn, 1200) })
    await loop.connect()
    loop.standIn.order({ kind: 'throttle', on: /\/candidates/ })
    await loop.sync()
    const { nextSyncAt, state } = await loop.connection()
    expect(state).toBe('connecting')
    expect(nextSyncAt.getTime() - loop.clock.now().getTime()).toBe(30_000)
    const asked = loop.standIn.log.length
    await loop.syncAfter(1)
    expect(loop.standIn.log.slice(asked).some(({ url }) => url.includes('/users'))).toBe(false)
    expect((await records(loop)).length).toBe(1200)
  })
})

describe('an unusual silence', () => {
  it('is told in the thread once, while the system goes on answering', async () => {
    const loop = await connected()
    for (const name of ['Anton', 'Berta', 'Cesar']) {
      addPerson(loop, { firstName: name, lastName: 'Neu', emails: [`${name.toLowerCase()}@mail.example`] })
      await loop.syncAfter(60)
    }
    for (let day = 0; day < 5; day++) await loop.syncAfter(24 * 60)
    const told = (await loop.told()).filter((text) => text.includes('unusually long'))
    expect(told).toEqual([expect.stringContaining('Greenhouse answers, but has shown no change for 3 days')])
  })
})
