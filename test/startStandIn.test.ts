import { afterEach, describe, expect, it } from 'vitest'
import { openSystems } from '../src/ats/openSystems.ts'
import { allSystems } from '../src/ats/systems.ts'
import { atsSystemIds } from '../src/domain/connection.ts'
import { connectStandIn, type StandIn, standInFlag, standInIds, startStandIn } from '../src/startStandIn.ts'
import { openSealer } from '../src/store/seal.ts'
import { openTenant } from '../src/workflow/openTenant.ts'
import { syncDue } from '../src/workflow/syncAts.ts'
import { openMemoryTestStore } from './fakes/testStore.ts'

const running: StandIn[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()))
})

/** A tenant with the stand-in connected as `npm start -- --ats` does it. */
async function openDemonstration(flag: string) {
  const { store, clock, ids } = await openMemoryTestStore()
  const asked = new Set<string>()
  const start = async (secret: string) => {
    const standIn = await startStandIn(flag, clock)
    running.push(standIn)
    const systems = openSystems({
      all: allSystems,
      clock,
      pause: async (ms) => clock.moveBy(ms),
      fetch: (input, init) => {
        asked.add(new URL(input instanceof Request ? input.url : input).hostname)
        return fetch(input, init)
      },
      sealer: openSealer(secret),
      bases: { [standIn.systemId]: standIn.bases },
      standIns: new Set([standIn.systemId]),
    })
    const deps = { store, clock, ids, log: () => {}, systems }
    const { tenantId, memberId } = await openTenant(deps)
    await connectStandIn(deps, tenantId, memberId, standIn)
    const read = <T>(work: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(tenantId, work)
    const sync = async () => {
      for (let n = 0; n < 12; n++) {
        for (let portions = 0; portions < 40 && (await syncDue(deps, tenantId)); portions++);
        clock.moveBy(60_000)
      }
    }
    return { standIn, deps, read, sync, tenantId }
  }
  return { start, asked }
}

describe('a demonstration', () => {
  it('can be given of every system', () => {
    expect([...standInIds].sort()).toEqual([...atsSystemIds].sort())
    expect(standInFlag('zohoRecruit')).toBe('zohorecruit-stand-in')
  })

  it.each(standInIds)(
    'of %s reads 60 people and 6 jobs from this machine alone, and says that it is none of the vendor',
    async (id) => {
      const { start, asked } = await openDemonstration(standInFlag(id))
      const { read, sync } = await start('a secret of the first start, long enough')
      await sync()
      const [row] = await read((tx) => tx.find('connections'))
      expect(row).toMatchObject({ system: id, state: 'connected', writes: 'on', memberId: null, problem: null })
      expect(row?.counts).toMatchObject({ candidates: 60, applications: 60, jobs: 6 })
      expect(row?.name).toMatch(/ \(stand-in\)$/)
      expect(row?.settings.standIn).toBe('1')
      expect([...asked]).toEqual(['127.0.0.1'])
      const statuses = (await read((tx) => tx.find('atsApplications'))).map(({ status }) => status)
      expect(new Set(statuses).size).toBeGreaterThan(1)
    },
  )

  it.each(['recruitcrm', 'loxo', 'crelate', 'recruiterflow', 'zohoRecruit'] as const)(
    'of %s, which agencies use, has 3 clients',
    async (id) => {
      const { start } = await openDemonstration(standInFlag(id))
      const { read, sync } = await start('a secret of the first start, long enough')
      await sync()
      expect((await read((tx) => tx.find('atsClients'))).length).toBe(3)
    },
  )

  it('is the same one after a restart, with another key to seal with: its people keep their ids', async () => {
    const { start } = await openDemonstration('greenhouse-stand-in')
    const first = await start('a secret of the first start, long enough')
    await first.sync()
    const before = (await first.read((tx) => tx.find('atsCandidates'))).map(({ id, lastName }) => id + lastName).sort()
    const second = await start('a secret of the second start, long enough')
    await second.sync()
    expect((await second.read((tx) => tx.find('connections'))).map(({ state }) => state)).toEqual(['connected'])
    const after = (await second.read((tx) => tx.find('atsCandidates'))).map(({ id, lastName }) => id + lastName).sort()
    expect(after).toEqual(before)
  })

  it('is not mistaken for the vendor: without the stand-in its connection asks nobody, and says how to start it', async () => {
    const { start, asked } = await openDemonstration('greenhouse-stand-in')
    const { deps, tenantId, read } = await start('a secret of the first start, long enough')
    asked.clear()
    const { clock } = deps
    const real = openSystems({
      ...{
        all: allSystems,
        clock,
        pause: async () => {},
        sealer: openSealer('a secret of the first start, long enough'),
      },
      fetch: async (input) => {
        asked.add(String(input))
        throw new TypeError('nobody is asked')
      },
    })
    for (let n = 0; n < 3; n++) {
      await syncDue({ ...deps, systems: real }, tenantId)
      clock.moveBy(20 * 60_000)
    }
    const [row] = await read((tx) => tx.find('connections'))
    expect(row?.state).toBe('failing')
    expect(row?.problem?.sentence).toContain('--ats greenhouse-stand-in')
    expect([...asked]).toEqual([])
  })

  it('of nothing there is is refused with the list of what there is', async () => {
    const { clock } = await openMemoryTestStore()
    await expect(startStandIn('bullhorn-stand-in', clock)).rejects.toThrow(/There are: .*greenhouse-stand-in/)
  })
})
