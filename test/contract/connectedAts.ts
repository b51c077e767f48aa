import { createConnectedAts } from '../../src/ats/connected.ts'
import { createLocalAts } from '../../src/ats/local.ts'
import { openSystems } from '../../src/ats/openSystems.ts'
import { isParleyError } from '../../src/domain/errors.ts'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { syncDue } from '../../src/workflow/syncAts.ts'
import { startStandIn } from '../fakes/ats/kit.ts'
import type { TestedSystem } from '../fakes/ats/systems.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import type { AtsUnderTest } from './atsContract.ts'
import { traitsOf } from './atsTraits.ts'
import { fillSampleAgency, readSample } from './fillSampleAgency.ts'

// A system of others as the contract of all sees it: the sample agency in its stand-in, connected, read to the end.

const recruiterEmail = 'hannah.cole@agency.example'

export async function openConnectedAts(tested: TestedSystem): Promise<AtsUnderTest> {
  const { store, clock, ids, tenantId } = await openMemoryTestStore()
  const standIn = await startStandIn(tested.kind, { clock })
  tested.prepare?.(standIn)
  fillSampleAgency(standIn, traitsOf(tested), await readSample(), tested.system.capabilities.stages === 'fixed')
  const { system } = tested
  const systems = openSystems({
    ...{ all: [system], clock, fetch, bases: { [system.id]: standIn.bases } },
    pause: async (ms) => clock.moveBy(ms),
    sealer: openSealer('a secret of the tests, long enough for a key'),
  })
  const deps = { store, clock, ids, systems, log: () => {} }
  const memberId = ids.next('member')
  await store.inTenant(tenantId, (tx) =>
    tx.insert('members', {
      ...{ id: memberId, name: 'Hannah Cole', email: recruiterEmail, phone: null, zone: 'Europe/London' },
      ...{ locale: 'en-GB', roles: ['admin'], recordId: null, briefingMinute: null, nextBriefingAt: null },
      ...{ alertedAt: null, createdAt: clock.now() },
    }),
  )
  const form = { system: system.id, name: system.name, fields: tested.fields(recruiterEmail) }
  const { connection } = await connectAts(deps, tenantId, memberId, null, {
    ...form,
    ...{ writes: 'on', scope: 'organisation' },
  })
  for (let looks = 0; ; looks++) {
    const hasMore = await syncDue(deps, tenantId)
    const row = await store.inTenant(tenantId, (tx) => tx.get('connections', connection.id))
    if (row?.firstSyncedAt) break
    if (looks > 100) throw new Error(`${tested.title} is not read to its end: ${JSON.stringify(row?.problem)}`)
    if (!hasMore && row) clock.moveBy(Math.max(0, row.nextSyncAt.getTime() - clock.now().getTime()))
  }
  // A little later, as it is when somebody asks.
  clock.moveBy(60_000)
  const records = createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1:4000/records' })
  const ats = createConnectedAts({ records, systems, store, clock, ids })
  /** As the effect worker does: later, when the vendor asks to wait. */
  async function waiting<T>(write: () => Promise<T>): Promise<T> {
    for (let attempts = 0; ; attempts++)
      try {
        return await write()
      } catch (error) {
        if (!isParleyError(error, 'rateLimited') || typeof error.retry !== 'object' || attempts > 5) throw error
        clock.moveBy(error.retry.afterMs)
      }
  }
  return {
    ats: {
      ...ats,
      writeInterview: (...ask) => waiting(() => ats.writeInterview(...ask)),
      advanceStage: (...ask) => waiting(() => ats.advanceStage(...ask)),
      logActivity: (...ask) => waiting(() => ats.logActivity(...ask)),
    },
    tenantId,
    otherTenantId: await store.createTenant(),
    close: async () => {
      await standIn.stop()
      await store.close()
    },
    standIn,
    pass: (ms) => clock.moveBy(ms),
  }
}
