import type { AtsSystem } from '../../src/ats/connector.ts'
import type { OpenSystemsOptions } from '../../src/ats/openSystems.ts'
import type { Connection } from '../../src/domain/connection.ts'
import type { MemberId } from '../../src/domain/ids.ts'
import type { Member } from '../../src/domain/settings.ts'
import { createConnectionsApp } from '../../src/web/connections.ts'
import { createRecordsApp, recordsStylesheet } from '../../src/web/records.ts'
import { goodKey, openPaperAts } from '../fakes/paperAts.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import { addMember } from './chatSamples.ts'
import { openHarness } from './recruiterHarness.ts'

interface HarnessOptions {
  system?: Partial<AtsSystem>
  systems?: Partial<OpenSystemsOptions>
  roles?: Member['roles']
  guestUrl?: string
}

export const goodForm = {
  'key-company': 'acme',
  'key-apiKey': goodKey,
  'key-region': '',
  name: 'Paper (Berlin)',
  scope: 'organisation',
  writes: 'dryRun',
}

/** The room of integrations in the recruiter's frame; who looks is an admin unless it is said otherwise. */
export async function openConnections(options: HarnessOptions = {}) {
  const fixture = await openMemoryTestStore()
  const { store, clock, ids, tenantId } = fixture
  const paper = openPaperAts(fixture, options.system, options.systems)
  const logged: string[] = []
  const log = (event: string, facts?: object) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`)
  const guestUrl = options.guestUrl ?? 'https://interviews.agency.example'
  const deps = { store, clock, ids, log, guestUrl, systems: paper.systems }
  let wakeCount = 0
  const wakeSync = () => {
    wakeCount += 1
  }
  const harness = await openHarness(
    {
      mounts: [
        {
          path: '/records',
          label: 'Records',
          styles: [recordsStylesheet],
          create: (shell) => createRecordsApp({ store, clock, ids, ...shell }),
        },
        {
          path: '/integrations',
          label: 'Integrations',
          styles: [recordsStylesheet, '/integrations/connections.css'],
          create: (shell) => createConnectionsApp({ ...shell, deps, wakeSync }),
        },
      ],
      log,
    },
    async () => fixture,
  )
  const setRoles = (roles: Member['roles'], id: MemberId = harness.memberId) =>
    store.inTenant(tenantId, (tx) => tx.update('members', id, { roles }))
  await setRoles(options.roles ?? ['recruiter', 'admin'])

  const rows = (): Promise<Connection[]> => store.inTenant(tenantId, (tx) => tx.find('connections'))
  const row = async (): Promise<Connection> => {
    const [first] = await rows()
    if (!first) throw new Error('nothing is connected')
    return first
  }
  const change = async (patch: Partial<Connection>) => {
    const { id } = await row()
    await store.inTenant(tenantId, (tx) => tx.update('connections', id, patch))
  }
  const page = async (path: string) => (await harness.get(path)).text()
  const connect = async (given: Partial<typeof goodForm> = {}) => {
    const answer = await harness.post('/integrations/add/greenhouse', { ...goodForm, ...given })
    if (answer.status !== 303) throw new Error(await answer.text())
    return (await rows()).at(-1)!
  }
  return {
    ...harness,
    ...paper,
    deps,
    logged,
    rows,
    row,
    change,
    page,
    connect,
    setRoles,
    addColleague: (name: string, roles: Member['roles']) => addMember(fixture, name, roles),
    wakes: () => wakeCount,
    read: <T>(work: Parameters<typeof store.inTenant<T>>[1]): Promise<T> => store.inTenant(tenantId, work),
  }
}
