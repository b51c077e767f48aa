import { describe, expect, test } from 'vitest'
import { runImport } from '../../src/ats/csvImport.ts'
import { addSampleData, countSampleData, removeSampleData } from '../../src/ats/sampleData.ts'
import type { TenantId } from '../../src/domain/ids.ts'
import type { Store, TableName } from '../../src/store/port.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'

const recordTables = [
  'atsClients',
  'atsContacts',
  'atsJobs',
  'atsStages',
  'atsCandidates',
  'atsApplications',
  'atsUsers',
  'atsAttachments',
  'atsInterviews',
  'atsActivities',
] as const satisfies readonly TableName[]

function countRows(store: Store, tenantId: TenantId): Promise<number> {
  return store.inTenant(tenantId, async (tx) => {
    let count = 0
    for (const table of recordTables) count += await tx.count(table)
    return count
  })
}

async function openSample() {
  const { store, clock, ids, tenantId } = await openMemoryTestStore()
  expect(await addSampleData(store, tenantId, { clock, ids })).toBe(true)
  return { store, clock, ids, tenantId }
}

describe('sample data', () => {
  test('is 4 clients, 8 contacts, 6 jobs, 4 users and 25 candidates, all labelled, all addresses in .example', async () => {
    const { store, tenantId } = await openSample()
    await store.inTenant(tenantId, async (tx) => {
      expect(await countSampleData(tx)).toEqual({
        candidateCount: 25,
        clientCount: 4,
        contactCount: 8,
        jobCount: 6,
        userCount: 4,
      })
      expect(await tx.count('atsApplications')).toBe(25)
      const addresses = [
        ...(await tx.find('atsCandidates')).flatMap((row) => row.emails),
        ...(await tx.find('atsContacts')).map((row) => row.email),
        ...(await tx.find('atsUsers')).map((row) => row.email),
      ]
      expect(new Set(addresses).size).toBe(37)
      for (const address of addresses) expect(address).toMatch(/^[a-z]+(\.[a-z]+)*@[a-z]+\.example$/)
      for (const table of recordTables) expect(await tx.count(table, { isSample: false })).toBe(0)
    })
  })

  test('is added once', async () => {
    const { store, clock, ids, tenantId } = await openSample()
    const count = await countRows(store, tenantId)
    expect(await addSampleData(store, tenantId, { clock, ids })).toBe(false)
    expect(await countRows(store, tenantId)).toBe(count)
  })

  test('removed leaves 0 rows', async () => {
    const { store, tenantId } = await openSample()
    const count = await countRows(store, tenantId)
    expect(await removeSampleData(store, tenantId)).toEqual({ removedCount: count, keptCount: 0 })
    expect(await countRows(store, tenantId)).toBe(0)
  })

  test('removed keeps a candidate that an import updated, with the job, stages and client it stands on', async () => {
    const { store, clock, ids, tenantId } = await openSample()
    const csv =
      'Name,Email,Job,Client,Stage\nJane Whitfield,jane.whitfield@mail.example,Backend Engineer,Acme Robotics,Interview\n'
    await runImport(store, tenantId, new TextEncoder().encode(csv), { clock, ids })
    await removeSampleData(store, tenantId)
    await store.inTenant(tenantId, async (tx) => {
      expect((await tx.find('atsCandidates')).map((row) => row.lastName)).toEqual(['Whitfield'])
      expect((await tx.find('atsJobs')).map((row) => row.title)).toEqual(['Backend Engineer'])
      expect((await tx.find('atsClients')).map((row) => row.name)).toEqual(['Acme Robotics'])
      expect(await tx.count('atsStages')).toBe(8)
      expect(await tx.count('atsApplications')).toBe(1)
    })
  })

  test('removed never takes a real record: 3 imported rows stay', async () => {
    const { store, clock, ids, tenantId } = await openSample()
    const csv =
      'Name,Email,Job,Client\nA One,a@real.example,Welder,Forge\nB Two,b@real.example,Welder,Forge\nC Three,c@real.example,Data Analyst,Lumen Health\n'
    await runImport(store, tenantId, new TextEncoder().encode(csv), { clock, ids })
    await removeSampleData(store, tenantId)
    await store.inTenant(tenantId, async (tx) => {
      expect(await tx.count('atsCandidates')).toBe(3)
      expect((await tx.find('atsJobs', { orderBy: [['title', 'asc']] })).map((row) => row.title)).toEqual([
        'Data Analyst',
        'Welder',
      ])
    })
  })

  test.each([
    ['collecting', 1],
    ['cancelled', 0],
  ] as const)(
    'removed while a request is %s keeps %i application, with what it stands on',
    async (state, keptCount) => {
      const { store, ids, tenantId } = await openSample()
      await store.inTenant(tenantId, async (tx) => {
        const [jane] = await tx.find('atsCandidates', { where: { lastName: 'Whitfield' } })
        const [application] = await tx.find('atsApplications', { where: { candidateId: jane?.id ?? '' } })
        if (!application) throw new Error('Jane has no application')
        const { id: applicationId, candidateId, jobId } = application
        const wanted = { atsConnection: 'local', applicationId, candidateId, jobId, state }
        await tx.insert('requests', sampleRow('requests', { ids, tenantId }, wanted))
      })
      await removeSampleData(store, tenantId)
      await store.inTenant(tenantId, async (tx) => {
        expect(await tx.count('atsApplications')).toBe(keptCount)
        expect(await tx.count('atsCandidates')).toBe(keptCount)
        expect(await tx.count('atsJobs')).toBe(keptCount)
        expect(await tx.count('atsStages')).toBe(keptCount * 8)
        expect(await tx.count('atsClients')).toBe(keptCount)
      })
      await store.inTenant(tenantId, async (tx) => {
        for (const request of await tx.find('requests')) await tx.update('requests', request.id, { state: 'cancelled' })
      })
      await removeSampleData(store, tenantId)
      expect(await countRows(store, tenantId)).toBe(0)
    },
  )

  test('removed keeps the team member that somebody of Parley is', async () => {
    const { store, clock, ids, tenantId } = await openSample()
    await store.inTenant(tenantId, async (tx) => {
      const [priya] = await tx.find('atsUsers', { where: { name: 'Priya Raman' } })
      await tx.insert('members', {
        id: ids.next('member'),
        name: 'Priya Raman',
        email: 'priya.raman@agency.example',
        phone: null,
        zone: 'Europe/London',
        locale: 'en-GB',
        roles: ['hiringManager'],
        recordId: priya?.id ?? null,
        briefingMinute: null,
        nextBriefingAt: null,
        alertedAt: null,
        createdAt: clock.now(),
      })
    })
    expect((await removeSampleData(store, tenantId)).keptCount).toBe(1)
    expect(await store.inTenant(tenantId, (tx) => tx.count('atsUsers'))).toBe(1)
  })
})
