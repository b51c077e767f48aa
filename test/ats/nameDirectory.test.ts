import { describe, expect, test } from 'vitest'
import { keepNameDirectory } from '../../src/ats/nameDirectory.ts'
import type { NewRow, Tx } from '../../src/store/port.ts'
import { openMemoryTestStore, openTestStore, type TestStore } from '../fakes/testStore.ts'

function candidateRow(id: string, name: string, updatedAt: Date): NewRow<'atsCandidates'> {
  const [firstName = '', lastName = ''] = name.split(' ')
  return {
    id,
    firstName,
    lastName,
    emails: [`${id}@example.com`],
    phones: [],
    title: null,
    company: null,
    zone: null,
    locale: null,
    country: null,
    notes: null,
    isSample: false,
    createdAt: updatedAt,
    updatedAt,
  }
}

async function openDirectory({ store, clock, tenantId }: TestStore) {
  const directory = keepNameDirectory('atsCandidates', clock)
  const write = (work: (tx: Tx) => Promise<unknown>, tenant = tenantId) => store.inTenant(tenant, work)
  const add = (id: string, name: string) =>
    write((tx) => tx.insert('atsCandidates', candidateRow(id, name, clock.now())))
  const find = async (written: string, tenant = tenantId) => {
    const { matches } = await store.inTenant(tenant, (tx) => directory.rankPeople(tx, written))
    return matches.map((match) => match.item.id)
  }
  await add('helen', 'Helen Carter')
  await add('robert', 'Robert Lindgren')
  return { store, clock, write, add, find }
}

describe.each([
  ['the memory store', openMemoryTestStore],
  ['the embedded database', openTestStore],
])('the names of candidates over %s', (_, openStore) => {
  test('are found by nickname and by address, and know a candidate added, renamed or removed since', async () => {
    const { store, clock, write, add, find } = await openDirectory(await openStore())
    expect(await find('Bob Lindgren')).toEqual(['robert'])
    expect(await find('HELEN@example.com')).toEqual(['helen'])

    await add('grace', 'Grace Okonjo')
    expect(await find('grace okonjo')).toEqual(['grace'])

    clock.moveBy(600_000)
    await write((tx) => tx.update('atsCandidates', 'helen', { lastName: 'Moreau', updatedAt: clock.now() }))
    expect(await find('Helen Moreau')).toEqual(['helen'])
    expect(await find('Helen Carter')).toEqual([])

    await write((tx) => tx.remove('atsCandidates', { id: 'robert' }))
    expect(await find('Bob Lindgren')).toEqual([])
    await store.close()
  })

  test('see a change that bears an instant 2 minutes ago, as one of another process may', async () => {
    const { store, clock, write, find } = await openDirectory(await openStore())
    clock.moveBy(600_000)
    expect(await find('Helen Carter')).toEqual(['helen'])
    const late = new Date(clock.now().getTime() - 120_000)
    await write((tx) => tx.update('atsCandidates', 'helen', { lastName: 'Moreau', updatedAt: late }))
    expect(await find('Helen Moreau')).toEqual(['helen'])
    await store.close()
  })

  test('see that one was removed and another added at the same moment', async () => {
    const { store, clock, write, find } = await openDirectory(await openStore())
    clock.moveBy(600_000)
    expect(await find('Helen Carter')).toEqual(['helen'])
    await write(async (tx) => {
      await tx.remove('atsCandidates', { id: 'helen' })
      await tx.insert('atsCandidates', candidateRow('grace', 'Grace Okonjo', clock.now()))
    })
    expect(await find('Helen Carter')).toEqual([])
    expect(await find('Grace')).toEqual(['grace'])
    await store.close()
  })

  test('of one tenant are not found by another', async () => {
    const { store, find } = await openDirectory(await openStore())
    const other = await store.createTenant()
    expect(await find('Helen Carter', other)).toEqual([])
    expect(await find('helen@example.com', other)).toEqual([])
    expect(await find('Helen Carter')).toEqual(['helen'])
    await store.close()
  })

  test('forget nobody when a transaction that added somebody is rolled back', async () => {
    const { store, clock, write, find } = await openDirectory(await openStore())
    await expect(
      write(async (tx) => {
        await tx.insert('atsCandidates', candidateRow('grace', 'Grace Okonjo', clock.now()))
        throw new Error('not now')
      }),
    ).rejects.toThrow('not now')
    expect(await find('Grace Okonjo')).toEqual([])
    expect(await find('Helen Carter')).toEqual(['helen'])
    await store.close()
  })
})
