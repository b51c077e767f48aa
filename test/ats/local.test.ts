import { describe, expect, test } from 'vitest'
import { createLocalAts } from '../../src/ats/local.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import { describeAts } from '../contract/atsContract.ts'
import { createFaultyAts } from '../fakes/faultyAts.ts'
import { openMemoryTestStore, openTestStore, type TestStore } from '../fakes/testStore.ts'

const recordsUrl = 'http://127.0.0.1:4000/records'

async function openLocalAts(openStore: () => Promise<TestStore>) {
  const { store, clock, ids, tenantId } = await openStore()
  await addSampleData(store, tenantId, { clock, ids })
  const ats = createLocalAts({ store, clock, ids, recordsUrl })
  return { ats, store, tenantId, otherTenantId: await store.createTenant(), close: () => store.close() }
}

describeAts('the built-in ATS on the memory store', () => openLocalAts(openMemoryTestStore))
describeAts('the built-in ATS on the embedded database', () => openLocalAts(openTestStore))

describe('the built-in ATS', () => {
  test('writes the interview with its candidate and job, and links proofs to its pages', async () => {
    const { ats, store, tenantId } = await openLocalAts(openMemoryTestStore)
    const { matches } = await ats.findApplications(tenantId, { candidate: 'Grace', client: null, job: null })
    const [match] = matches
    if (!match) throw new Error('no match')
    const proof = await ats.writeInterview(tenantId, {
      externalKey: 'int_9',
      applicationId: match.applicationId,
      userIds: [],
      participants: [{ name: 'Rachel Stein', role: 'client' }],
      status: 'SCHEDULED',
      startAt: new Date('2027-03-09T14:00:00Z'),
      endAt: new Date('2027-03-09T15:00:00Z'),
      location: 'Pier 9',
      externalEventXref: 'uid-9@parley.example',
      title: 'Operations Manager Interview - Round 1',
    })
    const stored = await store.inTenant(tenantId, (tx) => tx.get('atsInterviews', proof.id))
    expect(stored).toMatchObject({ candidateId: match.candidateId, jobId: match.jobId, location: 'Pier 9' })
    expect(proof.url).toBe(`${recordsUrl}/interviews/${proof.id}`)
    expect(proof.said).toContain('Rachel Stein (client)')
  })

  test('keeps 1 activity row for 3 writes of one key', async () => {
    const { ats, store, tenantId } = await openLocalAts(openMemoryTestStore)
    const { matches } = await ats.findApplications(tenantId, { candidate: 'Grace', client: null, job: null })
    const activity = {
      externalKey: 'req_1:requestSent',
      applicationId: matches[0]?.applicationId ?? '',
      event: 'requestSent',
      text: 'Request sent to Grace Kim.',
      data: {},
      at: new Date('2027-03-02T10:00:00Z'),
    }
    await Promise.all([1, 2, 3].map(() => ats.logActivity(tenantId, activity)))
    expect(
      await store.inTenant(tenantId, (tx) => tx.count('atsActivities', { externalKey: 'req_1:requestSent' })),
    ).toBe(1)
  })

  test('that is down refuses every call as unavailable, and works again afterwards', async () => {
    const { ats, tenantId } = await openLocalAts(openMemoryTestStore)
    const flag = { isDown: true }
    const faulty = createFaultyAts(ats, () => flag.isDown)
    await expect(faulty.findPeople(tenantId, 'Jane')).rejects.toMatchObject({ code: 'unavailable', retry: 'later' })
    flag.isDown = false
    expect((await faulty.findPeople(tenantId, 'Jane')).matches).toHaveLength(2)
  })
})
