import { describe, expect, test } from 'vitest'
import { runImport } from '../../src/ats/csvImport.ts'
import { addSampleData, countSampleData, removeSampleData } from '../../src/ats/sampleData.ts'
import type { TenantId } from '../../src/domain/ids.ts'
import type { Store, TableName } from '../../src/store/port.ts'
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
})
