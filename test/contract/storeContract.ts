import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/domain/errors.ts'
import { isParleyError } from '../../src/domain/errors.ts'
import type { EffectId, Ids, InboundId, TenantId } from '../../src/domain/ids.ts'
import type { Handlers, NewRow, Store, TableName, Tables, Where } from '../../src/store/port.ts'
import {
  fieldsOf,
  globalUniqueKeys,
  isVersioned,
  ownUniqueKeys,
  tableNames,
  uniqueKeys,
} from '../../src/store/tables.ts'
import type { TestStore } from '../fakes/testStore.ts'
import { findLeaks } from './isolation.ts'
import { sampleRow } from './sampleRow.ts'

const minuteMs = 60_000
const nine = new Date('2027-03-02T09:00:00Z')
const minutesAfter = (start: Date, minutes: number) => new Date(start.getTime() + minutes * minuteMs)

/** What every store promises, whatever it is made of. `wait` lets the time that wake-ups follow pass. */
export function storeContract(
  name: string,
  open: () => Promise<TestStore & { wait?: (ms: number) => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: TestStore & { wait?: (ms: number) => Promise<void> }
    let store: Store
    let ids: Ids
    let own: TenantId
    let other: TenantId

    beforeAll(async () => {
      opened = await open()
      store = opened.store
      ids = opened.ids
    })
    afterAll(() => store.close())

    /** A tenant of its own for each test: what others left behind does not count. */
    const newTenants = async () => {
      own = await store.createTenant()
      other = await store.createTenant()
    }
    const sample = <T extends TableName>(table: T, given: Partial<NewRow<T>> = {}, isBare = false, tenantId = own) =>
      sampleRow(table, { ids, tenantId }, given, isBare)
    const insert = <T extends TableName>(table: T, given: Partial<NewRow<T>> = {}, tenantId = own) =>
      store.inTenant(tenantId, (tx) => tx.insert(table, sample(table, given, false, tenantId)))
    const codeOf = (run: Promise<unknown>): Promise<ErrorCode | 'none'> =>
      run.then(
        () => 'none',
        (error: unknown) => {
          if (isParleyError(error)) return error.code
          throw error
        },
      )
    const wait = (ms: number) =>
      (opened.wait ?? ((delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs))))(ms)
    const waitUntil = async (isTrue: () => boolean) => {
      for (let tries = 0; tries < 400 && !isTrue(); tries += 1) await wait(50)
      expect(isTrue()).toBe(true)
    }
    const effect = (key: string, dueInMs: number) =>
      sample('effects', {
        key,
        state: 'owed',
        attempts: 0,
        nextAttemptAt: new Date(opened.clock.now().getTime() + dueInMs),
      })
    const inboundEvent = (externalId: string) =>
      sample('inbound', { source: 'web', externalId, state: 'received', receivedAt: opened.clock.now() })
    const perform = (tenantId: TenantId, id: EffectId) =>
      store.inTenant(tenantId, (tx) => tx.update('effects', id, { state: 'done' }))
    /** Hands out work while `run` runs. Handlers hear of this test's tenants only: a sweep also finds what others left. */
    const working = async (handlers: Partial<Handlers>, run: (stop: () => Promise<void>) => Promise<void>) => {
      const isOurs = (tenantId: TenantId) => tenantId === own || tenantId === other
      const stop = await store.startWork({
        effect: async (tenantId, id) => void (isOurs(tenantId) && (await handlers.effect?.(tenantId, id))),
        inbound: async (tenantId, id) => void (isOurs(tenantId) && (await handlers.inbound?.(tenantId, id))),
      })
      try {
        await run(stop)
      } finally {
        await stop()
      }
    }

    describe('rows', () => {
      it.each(tableNames)('gives back a row of %s as it was written, full and with every null', async (table) => {
        await newTenants()
        const tables: [TenantId, boolean][] = [
          [own, false],
          [other, true],
        ]
        for (const [tenantId, isBare] of tables) {
          const row = sample(table, {}, isBare, tenantId)
          const written = await store.inTenant(tenantId, (tx) => tx.insert(table, row))
          const read = await store.inTenant(tenantId, (tx) => tx.get(table, row.id))
          expect(read).toEqual({ ...row, tenantId })
          expect(written).toEqual(read)
        }
      })

      it('answers null for an id that is not there', async () => {
        await newTenants()
        expect(await store.inTenant(own, (tx) => tx.get('members', 'nobody'))).toBeNull()
      })

      it('does not let the caller change a stored row through what it handed over or got', async () => {
        await newTenants()
        const row = sample('standingFormats', { format: { kind: 'phone', number: '1', caller: 'client' } })
        const written = await store.inTenant(own, (tx) => tx.insert('standingFormats', row))
        Object.assign(row.format, { number: '2' })
        // A store may refuse the change at once: its rows are then frozen.
        Reflect.set(written.format, 'number', '3')
        const read = await store.inTenant(own, (tx) => tx.get('standingFormats', row.id))
        expect(read?.format).toEqual({ kind: 'phone', number: '1', caller: 'client' })
      })

      it('keeps a JSON text, list and nothing in the message of a thread', async () => {
        await newTenants()
        for (const message of ['words', ['a', 1], null]) {
          const { id } = await insert('threadMessages', { message })
          expect((await store.inTenant(own, (tx) => tx.get('threadMessages', id)))?.message).toEqual(message)
        }
      })

      it('refuses U+0000 and numbers out of range as badInput, and mends half a surrogate pair', async () => {
        await newTenants()
        expect(await codeOf(insert('atsClients', { name: 'a\0b' }))).toBe('badInput')
        expect(await codeOf(insert('audit', { data: { 'deep\0': 1 } }))).toBe('badInput')
        expect(await codeOf(insert('sessions', { ordinal: 2 ** 31 }))).toBe('badInput')
        expect(await codeOf(insert('sessions', { ordinal: 1.5 }))).toBe('badInput')
        expect(await codeOf(insert('audit', { at: new Date(Number.NaN) }))).toBe('badInput')
        const { id } = await insert('atsClients', { name: 'a\ud800b' })
        expect((await store.inTenant(own, (tx) => tx.get('atsClients', id)))?.name).toBe('a\ufffdb')
        const entry = await insert('audit', { data: { word: '\udc00' } })
        expect((await store.inTenant(own, (tx) => tx.get('audit', entry.id)))?.data).toEqual({ word: '\ufffd' })
      })

      it('writes 1,200 rows at once, and none of them when the last is refused', async () => {
        await newTenants()
        const rows = Array.from({ length: 1_200 }, () => sample('windows'))
        await store.inTenant(own, (tx) => tx.insertMany('windows', rows))
        expect(await store.inTenant(own, (tx) => tx.count('windows'))).toBe(1_200)
        const members = [sample('members'), sample('members'), sample('members', { email: 'twice@a.example' })]
        const again = [...members, sample('members', { email: 'twice@a.example' })]
        expect(await codeOf(store.inTenant(own, (tx) => tx.insertMany('members', again)))).toBe('duplicate')
        expect(await store.inTenant(own, (tx) => tx.count('members'))).toBe(0)
        await store.inTenant(own, (tx) => tx.insertMany('members', []))
      })
    })

    describe('transactions', () => {
      it('leaves nothing behind when the work throws: inserted, changed, removed, linked, owed and received', async () => {
        await newTenants()
        const kept = await insert('members', { name: 'before' })
        const gone = await insert('members')
        const link = sample('links')
        const run = store.inTenant(own, async (tx) => {
          await tx.insert('members', sample('members'))
          await tx.update('members', kept.id, { name: 'after' })
          await tx.remove('members', { id: gone.id })
          await tx.insertLink(link)
          await tx.enqueue([effect('k', 0)])
          await tx.receive(inboundEvent('e'))
          throw new RangeError('no')
        })
        await expect(run).rejects.toThrow(RangeError)
        await store.inTenant(own, async (tx) => {
          expect((await tx.find('members')).map((row) => row.name)).toEqual([kept.name, gone.name])
          for (const table of ['links', 'effects', 'inbound'] as const) expect(await tx.count(table)).toBe(0)
        })
        expect(await store.findLinkTenant(link.hash)).toBeNull()
        const seen: string[] = []
        const note = async (_: TenantId, id: string) => void seen.push(id)
        const effectHandler = async (tenantId: TenantId, id: EffectId) => {
          await perform(tenantId, id)
          seen.push(id)
        }
        await working({ effect: effectHandler, inbound: note }, async () => {
          await store.inTenant(own, (tx) => tx.enqueue([effect('later', 0)]))
          await waitUntil(() => seen.length > 0)
          expect(seen).toHaveLength(1)
        })
      })

      it('is dead after a refusal, also when the work swallowed it', async () => {
        await newTenants()
        const { email } = await insert('members')
        const run = store.inTenant(own, async (tx) => {
          await tx.insert('atsClients', sample('atsClients'))
          await tx.insert('members', sample('members', { email })).catch(() => {})
          return 'done'
        })
        expect(await codeOf(run)).toBe('duplicate')
        expect(await store.inTenant(own, (tx) => tx.count('atsClients'))).toBe(0)
      })

      it('refuses a transaction inside a transaction and one used after its end', async () => {
        await newTenants()
        expect(await codeOf(store.inTenant(own, () => store.inTenant(own, async () => 1)))).toBe('internal')
        expect(await codeOf(store.inTenant(own, () => store.listTenants()))).toBe('internal')
        const left = await store.inTenant(own, async (tx) => tx)
        expect(await codeOf(left.count('members'))).toBe('internal')
      })

      it('lets exactly one of 20 simultaneous compare-and-sets win', async () => {
        await newTenants()
        const { id } = await insert('effects', { attempts: 0 })
        const claim = () =>
          codeOf(store.inTenant(own, (tx) => tx.update('effects', id, { attempts: 1 }, { attempts: 0 })))
        const codes = await Promise.all(Array.from({ length: 20 }, claim))
        expect(codes.filter((code) => code === 'none')).toHaveLength(1)
        expect(codes.filter((code) => code === 'stale')).toHaveLength(19)
      })
    })

    describe('tenants', () => {
      it('has one first tenant, also when 8 ask for it at once', async () => {
        const asked = await Promise.all(Array.from({ length: 8 }, () => store.firstTenant()))
        expect(new Set(asked).size).toBe(1)
        expect((await store.listTenants())[0]).toBe(asked[0])
      })

      it(`keeps all ${tableNames.length} tables apart between two tenants`, async () => {
        await newTenants()
        expect(await findLeaks(store, ids, own, other)).toEqual([])
      })

      it('refuses a row that names another tenant than the transaction', async () => {
        await newTenants()
        const foreign = { ...sample('members'), tenantId: other }
        expect(await codeOf(store.inTenant(own, (tx) => tx.insert('members', foreign)))).toBe('notAllowed')
        expect(await store.inTenant(other, (tx) => tx.count('members'))).toBe(0)
      })

      it('lets two tenants use the same id and keeps the rows apart', async () => {
        await newTenants()
        const id = ids.next('member')
        await insert('members', { id, name: 'ours' }, own)
        await insert('members', { id, name: 'theirs' }, other)
        await store.inTenant(own, (tx) => tx.update('members', id, { name: 'ours, changed' }))
        expect((await store.inTenant(other, (tx) => tx.get('members', id)))?.name).toBe('theirs')
        await store.inTenant(own, (tx) => tx.remove('members', { id }))
        expect(await store.inTenant(other, (tx) => tx.count('members'))).toBe(1)
      })

      it('lists tenants oldest first', async () => {
        await newTenants()
        expect((await store.listTenants()).slice(-2)).toEqual([own, other])
      })
    })

    describe('unique keys', () => {
      const cases = Object.entries(uniqueKeys)
        .filter(([table]) => table !== 'settings')
        .flatMap(([table, keys]) => keys.map((key) => [table as TableName, key as string[]] as const))

      it.each(cases)('%s: %j once per tenant, on insert and on update', async (table, key) => {
        await newTenants()
        const first = (await insert(table)) as unknown as Record<string, unknown>
        const same = Object.fromEntries(key.map((field) => [field, first[field]]))
        expect(await codeOf(insert(table, same))).toBe('duplicate')
        expect(await codeOf(insert(table, same, other))).toBe('none')
        const second = await insert(table)
        expect(await codeOf(store.inTenant(own, (tx) => tx.update(table, second.id, same)))).toBe('duplicate')
        expect(await codeOf(store.inTenant(own, (tx) => tx.update(table, String(first.id), same)))).toBe('none')
      })

      it.each(
        Object.entries(ownUniqueKeys).flatMap(([table, keys]) =>
          keys.map((key) => [table as TableName, key as string[]]),
        ),
      )('%s: %j once among own records, as often as it comes among those of a connection', async (name, key) => {
        await newTenants()
        const table = name as 'atsContacts'
        const first = (await insert(table, { connectionId: null })) as unknown as Record<string, unknown>
        const same = Object.fromEntries((key as string[]).map((field) => [field, first[field]]))
        expect(await codeOf(insert(table, { ...same, connectionId: null }))).toBe('duplicate')
        for (const connectionId of ['one', 'one', 'two'])
          expect(await codeOf(insert(table, { ...same, connectionId }))).toBe('none')
        const synced = await insert(table, { ...same, connectionId: 'one' })
        expect(await codeOf(store.inTenant(own, (tx) => tx.update(table, synced.id, { connectionId: null })))).toBe(
          'duplicate',
        )
      })

      it('threadMessages: any number of messages without request and effect key', async () => {
        await newTenants()
        for (let i = 0; i < 3; i += 1)
          await insert('threadMessages', { threadId: 't' as never, requestId: null, effectKey: null })
        expect(await store.inTenant(own, (tx) => tx.count('threadMessages'))).toBe(3)
      })

      it.each(Object.entries(globalUniqueKeys))('%s: %s once among all tenants', async (table, field) => {
        await newTenants()
        const first = (await insert(table as TableName)) as unknown as Record<string, unknown>
        expect(await codeOf(insert(table as TableName, { [field]: first[field] }, other))).toBe('duplicate')
      })

      it('one settings row per tenant, under the tenant’s own id', async () => {
        await newTenants()
        await insert('settings')
        expect(await codeOf(insert('settings'))).toBe('duplicate')
        expect(await codeOf(insert('settings', { id: ids.next('tenant') }, other))).toBe('badInput')
      })

      it('refuses a taken id', async () => {
        await newTenants()
        const { id } = await insert('seats')
        expect(await codeOf(insert('seats', { id }))).toBe('duplicate')
      })
    })

    describe('rows that are kept up to date', () => {
      it('are added, changed, or left as they are: 1 of 3 each', async () => {
        await newTenants()
        const [same, changed, added] = [sample('atsCandidates'), sample('atsCandidates'), sample('atsCandidates')]
        await store.inTenant(own, (tx) => tx.insertMany('atsCandidates', [same, changed]))
        const later = new Date(changed.updatedAt.getTime() + 60_000)
        const rows = [
          { ...same, updatedAt: later },
          { ...changed, emails: ['new@mail.example'], updatedAt: later },
          added,
        ]
        const told = await store.inTenant(own, (tx) => tx.keepMany('atsCandidates', rows))
        expect(told).toEqual({ added: [added.id], changed: [changed.id] })
        const stored = await store.inTenant(own, (tx) => Promise.all(rows.map(({ id }) => tx.get('atsCandidates', id))))
        expect(stored.map((row) => row?.updatedAt)).toEqual([same.updatedAt, later, added.updatedAt])
        expect(stored[1]?.emails).toEqual(['new@mail.example'])
      })

      it('keep when they were made, and of the fields named what they had where nothing new is said', async () => {
        await newTenants()
        const row = { ...sample('atsCandidates'), zone: 'Europe/Lisbon', notes: 'Rings back.', title: 'Welder' }
        await store.inTenant(own, (tx) => tx.insert('atsCandidates', row))
        const next = { ...row, zone: null, notes: null, title: null, createdAt: new Date(0), updatedAt: new Date(1) }
        const told = await store.inTenant(own, (tx) => tx.keepMany('atsCandidates', [next], ['zone', 'notes']))
        expect(told).toEqual({ added: [], changed: [row.id] })
        const stored = await store.inTenant(own, (tx) => tx.get('atsCandidates', row.id))
        expect(stored).toMatchObject({ zone: row.zone, notes: row.notes, title: null, createdAt: row.createdAt })
      })

      it('never touch the rows of another tenant with the same id', async () => {
        await newTenants()
        const row = sample('atsClients')
        await store.inTenant(other, (tx) => tx.insert('atsClients', row))
        const told = await store.inTenant(own, (tx) => tx.keepMany('atsClients', [{ ...row, name: 'ours' }]))
        expect(told).toEqual({ added: [row.id], changed: [] })
        expect((await store.inTenant(other, (tx) => tx.get('atsClients', row.id)))?.name).toBe(row.name)
      })
    })

    describe('update', () => {
      it.each(tableNames.filter(isVersioned))('raises the version of %s by one', async (table) => {
        await newTenants()
        const row = (await insert(table)) as unknown as { id: string; version: number }
        const next = (await store.inTenant(own, (tx) => tx.update(table, row.id, {}))) as unknown as { version: number }
        expect(next.version).toBe(row.version + 1)
        expect(await codeOf(store.inTenant(own, (tx) => tx.update(table, row.id, { version: 9 } as object)))).toBe(
          'badInput',
        )
      })

      it('is stale when an expected value moved, and changes nothing', async () => {
        await newTenants()
        const row = await insert('requests', { version: 3, state: 'collecting' })
        const update = (expected: Partial<Tables['requests']>) =>
          codeOf(store.inTenant(own, (tx) => tx.update('requests', row.id, { state: 'approving' }, expected)))
        expect(await update({ version: 2 })).toBe('stale')
        expect(await update({ version: 3, state: 'choosing' })).toBe('stale')
        expect(await update({ version: 3, closedReason: null })).toBe('stale')
        expect(await store.inTenant(own, (tx) => tx.get('requests', row.id))).toEqual(row)
        expect(await update({ version: 3, state: 'collecting', createdAt: row.createdAt, rules: row.rules })).toBe(
          'none',
        )
        expect(await update({ version: 3 })).toBe('stale')
      })

      it('compares JSON fields by content, whatever the order of their keys', async () => {
        await newTenants()
        const { id } = await insert('effects', { proof: { at: '1', id: '2', said: '3' }, lastError: null })
        const update = (expected: Partial<Tables['effects']>) =>
          codeOf(store.inTenant(own, (tx) => tx.update('effects', id, { attempts: 5 }, expected)))
        expect(await update({ proof: { said: '3', id: '2', at: '1' }, lastError: null })).toBe('none')
        expect(await update({ proof: { said: '4', id: '2', at: '1' } })).toBe('stale')
        expect(await update({ proof: null })).toBe('stale')
      })

      it('checks what is expected also when there is nothing to change', async () => {
        await newTenants()
        const { id } = await insert('seats', { ordinal: 1 })
        expect((await store.inTenant(own, (tx) => tx.update('seats', id, {}, { ordinal: 1 }))).id).toBe(id)
        expect(await codeOf(store.inTenant(own, (tx) => tx.update('seats', id, {}, { ordinal: 2 })))).toBe('stale')
      })

      it('sets a field to null and back, and is notFound for a missing row', async () => {
        await newTenants()
        const { id } = await insert('effects')
        const empty = await store.inTenant(own, (tx) => tx.update('effects', id, { proof: null, requestId: null }))
        expect([empty.proof, empty.requestId]).toEqual([null, null])
        const full = await store.inTenant(own, (tx) =>
          tx.update('effects', id, { proof: { at: 'a', id: 'b', said: 'c' } }),
        )
        expect(full.proof).toEqual({ at: 'a', id: 'b', said: 'c' })
        expect(await codeOf(store.inTenant(own, (tx) => tx.update('effects', 'none', { attempts: 1 })))).toBe(
          'notFound',
        )
      })

      it('refuses to change or remove an audit entry', async () => {
        await newTenants()
        const { id } = await insert('audit')
        expect(await codeOf(store.inTenant(own, (tx) => tx.update('audit', id, { action: 'x' })))).toBe('notAllowed')
        expect(await codeOf(store.inTenant(own, (tx) => tx.remove('audit', { id })))).toBe('notAllowed')
        expect(await store.inTenant(own, (tx) => tx.count('audit'))).toBe(1)
      })
    })

    describe('find', () => {
      const names = ['Zoë', 'adam', 'Ödön', 'Łukasz', 'straße', 'ΟΔΟΣ', 'Жанна', 'Bob', 'eve', 'Ana', 'ana']
      const seed = async () => {
        await newTenants()
        const rows = names.map((label, ordinal) =>
          sample('atsStages', { id: `s${ordinal}`, label, ordinal, jobId: ordinal < 6 ? 'a' : 'b' }),
        )
        await store.inTenant(own, (tx) => tx.insertMany('atsStages', rows))
      }
      const found = async (where: Where<Tables['atsStages']>) => {
        const rows = await store.inTenant(own, (tx) => tx.find('atsStages', { where, orderBy: [['ordinal', 'asc']] }))
        expect(await store.inTenant(own, (tx) => tx.count('atsStages', where))).toBe(rows.length)
        return rows.map((row) => row.label)
      }

      it('contains finds text whatever its case and accents', async () => {
        await seed()
        expect(await found({ label: { contains: 'zoe' } })).toEqual(['Zoë'])
        expect(await found({ label: { contains: 'ODO' } })).toEqual(['Ödön'])
        expect(await found({ label: { contains: 'lukasz' } })).toEqual(['Łukasz'])
        expect(await found({ label: { contains: 'STRASSE' } })).toEqual(['straße'])
        expect(await found({ label: { contains: 'οδος' } })).toEqual(['ΟΔΟΣ'])
        expect(await found({ label: { contains: 'жан' } })).toEqual(['Жанна'])
        expect(await found({ label: { contains: 'ÁN' } })).toEqual(['Ana', 'ana'])
        expect(await found({ label: { contains: '%' } })).toEqual([])
        expect(await found({ label: { contains: '' } })).toHaveLength(names.length)
      })

      it('in, not, lt, lte, gt, gte and several fields at once', async () => {
        await seed()
        expect(await found({ label: { in: ['adam', 'eve', 'nobody'] } })).toEqual(['adam', 'eve'])
        expect(await found({ label: { in: [] } })).toEqual([])
        expect(await found({ ordinal: { in: [1, 7] } })).toEqual(['adam', 'Bob'])
        expect(await found({ ordinal: { gt: 1, lte: 3 } })).toEqual(['Ödön', 'Łukasz'])
        expect(await found({ ordinal: { gte: 9 }, label: { not: 'ana' } })).toEqual(['Ana'])
        expect(await found({ jobId: 'b', ordinal: { lt: 8 } })).toEqual(['Жанна', 'Bob'])
        expect(await found({ label: { gte: 'adam', lt: 'b' } })).toEqual(['adam', 'ana'])
        expect(await found({ id: 's3' })).toEqual(['Łukasz'])
      })

      it('orders text without regard to case and accents, then exactly, and breaks ties by id', async () => {
        await seed()
        const labels = async (direction: 'asc' | 'desc') =>
          (await store.inTenant(own, (tx) => tx.find('atsStages', { orderBy: [['label', direction]] }))).map(
            (row) => row.label,
          )
        const order = ['adam', 'Ana', 'ana', 'Bob', 'eve', 'Łukasz', 'Ödön', 'straße', 'Zoë', 'ΟΔΟΣ', 'Жанна']
        expect(await labels('asc')).toEqual(order)
        expect(await labels('desc')).toEqual([...order].reverse())
        const byJob = await store.inTenant(own, (tx) =>
          tx.find('atsStages', { orderBy: [['jobId', 'desc']], limit: 3, offset: 4 }),
        )
        expect(byJob.map((row) => row.id)).toEqual(['s9', 's0', 's1'])
        expect((await store.inTenant(own, (tx) => tx.find('atsStages', { limit: 2 }))).map((row) => row.id)).toEqual([
          's0',
          's1',
        ])
        expect(await store.inTenant(own, (tx) => tx.find('atsStages', { limit: 0 }))).toEqual([])
      })

      it('finds the same when every table is asked at once as when each is asked alone', async () => {
        await newTenants()
        const seeded = tableNames.filter((table) => table !== 'links')
        await store.inTenant(own, async (tx) => {
          for (const table of seeded) {
            await tx.insert(table, sample(table))
            if (table !== 'settings') await tx.insert(table, sampleRow(table, { ids, tenantId: own }, {}, true))
          }
        })
        const alone = await store.inTenant(own, async (tx) => {
          const found: unknown[] = []
          for (const table of seeded) found.push(await tx.find(table, { limit: 5 }))
          return found
        })
        const together = await store.inTenant(own, (tx) =>
          Promise.all([
            ...seeded.map((table) => tx.find(table, { limit: 5 })),
            tx.get('parties', 'nobody'),
            tx.find('effects', { where: { state: 'owed', key: { in: ['none'] } } }),
          ]),
        )
        expect(together).toEqual([...alone, null, []])
        expect(alone.flat().length).toBe(seeded.length * 2 - 1)
      })

      it('treats null as a value: equal, in a list, not, and last in ascending order', async () => {
        await newTenants()
        const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour))
        for (const [id, usedAt, requestId] of [
          ['a', null, 'r1'],
          ['b', at(9), null],
          ['c', at(8), 'r2'],
        ] as const)
          await insert('actions', { id: id as never, usedAt, requestId: requestId as never })
        const idsOf = async (where: Where<Tables['actions']>, direction: 'asc' | 'desc' = 'asc') =>
          (await store.inTenant(own, (tx) => tx.find('actions', { where, orderBy: [['usedAt', direction]] }))).map(
            (row) => row.id,
          )
        expect(await idsOf({})).toEqual(['c', 'b', 'a'])
        expect(await idsOf({}, 'desc')).toEqual(['a', 'b', 'c'])
        expect(await idsOf({ usedAt: null })).toEqual(['a'])
        expect(await idsOf({ usedAt: { not: null } })).toEqual(['c', 'b'])
        expect(await idsOf({ usedAt: at(8) })).toEqual(['c'])
        expect(await idsOf({ usedAt: { in: [at(8), null] } })).toEqual(['c', 'a'])
        expect(await idsOf({ usedAt: { lt: at(9) } })).toEqual(['c'])
        expect(await idsOf({ requestId: { not: 'r1' as never } })).toEqual(['c', 'b'])
        expect(await idsOf({ data: { in: [{}] } })).toEqual([])
      })

      it('removes what matches and says how many', async () => {
        await seed()
        expect(await store.inTenant(own, (tx) => tx.remove('atsStages', { jobId: 'a', label: { not: 'adam' } }))).toBe(
          5,
        )
        expect(await store.inTenant(own, (tx) => tx.count('atsStages'))).toBe(6)
      })

      it('finds conditions on every field of every table', async () => {
        await newTenants()
        for (const table of tableNames) {
          const row = (await insert(table)) as unknown as Record<string, unknown>
          for (const field of Object.keys(fieldsOf(table))) {
            const where = { [field]: { in: [row[field]] } } as Where<Tables[typeof table]>
            expect(await store.inTenant(own, (tx) => tx.count(table, where)), `${table}.${field}`).toBe(1)
          }
        }
      })
    })

    describe('holds', () => {
      const hold = (personKey: string, from: number, to: number, given: Partial<NewRow<'holds'>> = {}) =>
        sample('holds', {
          personKey,
          startsAt: minutesAfter(nine, from),
          endsAt: minutesAfter(nine, to),
          state: 'held',
          ...given,
        })
      const take = (...holds: NewRow<'holds'>[]) => store.inTenant(own, (tx) => tx.takeHolds(holds))

      it('refuses an interview inside the 15 minutes kept after another one, and says whose time it is', async () => {
        await newTenants()
        await take(hold('mailto:jo@acme.example', -15, 75))
        const refused = take(hold('mailto:jo@acme.example', 60 - 15, 135))
        await expect(refused).rejects.toMatchObject({ code: 'slotTaken', personKey: 'mailto:jo@acme.example' })
        expect(await codeOf(take(hold('mailto:jo@acme.example', 75, 165)))).toBe('none')
        expect(await codeOf(take(hold('mailto:jo@acme.example', -105, -15)))).toBe('none')
      })

      it('refuses held and confirmed times and frees released ones', async () => {
        await newTenants()
        const first = hold('a', 0, 60)
        await take(first)
        await store.inTenant(own, (tx) => tx.update('holds', first.id, { state: 'confirmed' }))
        expect(await codeOf(take(hold('a', 30, 90)))).toBe('slotTaken')
        await store.inTenant(own, (tx) => tx.update('holds', first.id, { state: 'released' }))
        expect(await codeOf(take(hold('a', 30, 90)))).toBe('none')
        const back = store.inTenant(own, (tx) => tx.update('holds', first.id, { state: 'held' }))
        await expect(back).rejects.toMatchObject({ code: 'slotTaken', personKey: 'a' })
        expect(await codeOf(take(hold('a', 0, 60, { state: 'released' })))).toBe('none')
      })

      it('releases and takes anew in one transaction', async () => {
        await newTenants()
        const first = hold('a', 0, 60)
        await take(first)
        await store.inTenant(own, async (tx) => {
          await tx.update('holds', first.id, { state: 'released' })
          await tx.takeHolds([hold('a', 15, 75)])
        })
        expect(await store.inTenant(own, (tx) => tx.count('holds', { state: 'held' }))).toBe(1)
      })

      it('takes a whole panel or nobody', async () => {
        await newTenants()
        await take(hold('b', 0, 60))
        const panel = take(hold('c', 30, 90), hold('a', 30, 90), hold('b', 30, 90))
        await expect(panel).rejects.toMatchObject({ code: 'slotTaken', personKey: 'b' })
        expect(await store.inTenant(own, (tx) => tx.count('holds'))).toBe(1)
      })

      it('guards insert and insertMany as well, and refuses a hold that does not last', async () => {
        await newTenants()
        await store.inTenant(own, (tx) => tx.insert('holds', hold('a', 0, 60)))
        const many = store.inTenant(own, (tx) => tx.insertMany('holds', [hold('b', 0, 60), hold('a', 0, 1)]))
        await expect(many).rejects.toMatchObject({ code: 'slotTaken', personKey: 'a' })
        expect(await codeOf(take(hold('x', 60, 60)))).toBe('badInput')
        expect(await codeOf(take(hold('x', 60, 0)))).toBe('badInput')
      })

      it('does not let tenants take each other’s time', async () => {
        await newTenants()
        await take(hold('a', 0, 60))
        const theirs = store.inTenant(other, (tx) => tx.takeHolds([hold('a', 0, 60)]))
        expect(await codeOf(theirs)).toBe('none')
      })

      it('gives one slot that 10 want at once to exactly one', async () => {
        await newTenants()
        const wanted = () => {
          const panel = [hold('a', 0, 60), hold('b', 0, 60), hold('c', 0, 60)]
          return codeOf(take(...(ids.next('x') > '' ? panel.reverse() : panel)))
        }
        const codes = await Promise.all(Array.from({ length: 10 }, wanted))
        expect(codes.filter((code) => code === 'none')).toHaveLength(1)
        expect(codes.filter((code) => code === 'slotTaken')).toHaveLength(9)
        expect(await store.inTenant(own, (tx) => tx.count('holds'))).toBe(3)
      })
    })

    describe('links', () => {
      it('knows the tenant of a link by its hash, also of an expired one, until it is removed', async () => {
        await newTenants()
        const link = sample('links', { expiresAt: new Date('2020-01-01T00:00:00Z') })
        await store.inTenant(own, (tx) => tx.insertLink(link))
        expect(await store.findLinkTenant(link.hash)).toBe(own)
        expect(await store.inTenant(own, (tx) => tx.count('links', { hash: link.hash }))).toBe(1)
        expect(await store.findLinkTenant('unknown')).toBeNull()
        expect(await store.inTenant(other, (tx) => tx.remove('links', { hash: link.hash }))).toBe(0)
        expect(await store.findLinkTenant(link.hash)).toBe(own)
        expect(await store.inTenant(own, (tx) => tx.remove('links', { hash: link.hash }))).toBe(1)
        expect(await store.findLinkTenant(link.hash)).toBeNull()
      })

      it('refuses a second link with the same hash', async () => {
        await newTenants()
        const link = sample('links')
        await store.inTenant(own, (tx) => tx.insertLink(link))
        const again = { ...link, id: ids.next('link') }
        expect(await codeOf(store.inTenant(other, (tx) => tx.insertLink(again)))).toBe('duplicate')
        expect(await store.findLinkTenant(link.hash)).toBe(own)
      })
    })

    describe('work', () => {
      it('stores what came in once, however often it is delivered, and hands it out once', async () => {
        await newTenants()
        const seen: InboundId[] = []
        await working({ inbound: async (_, id) => void seen.push(id) }, async () => {
          const deliver = () => store.inTenant(own, (tx) => tx.receive(inboundEvent('e1')))
          const answers = await Promise.all(Array.from({ length: 8 }, deliver))
          expect(answers.filter(Boolean)).toHaveLength(1)
          expect(await deliver()).toBe(false)
          const last = inboundEvent('e2')
          await store.inTenant(own, (tx) => tx.receive(last))
          await waitUntil(() => seen.includes(last.id))
          expect(seen).toHaveLength(2)
        })
        expect(await store.inTenant(own, (tx) => tx.count('inbound'))).toBe(2)
      })

      it('hands out an owed effect after the transaction, and again when the handler throws', async () => {
        await newTenants()
        const calls: string[] = []
        const handler = async (tenantId: TenantId, id: EffectId) => {
          const row = await store.inTenant(tenantId, (tx) => tx.get('effects', id))
          calls.push(`${row?.key} ${row?.state}`)
          if (calls.length === 1) throw new Error('the worker stumbles')
        }
        await working({ effect: handler }, async () => {
          await store.inTenant(own, (tx) => tx.enqueue([{ ...effect('mail', 0), state: 'dead' }]))
          await waitUntil(() => calls.length === 2)
          expect(calls).toEqual(['mail owed', 'mail owed'])
        })
      })

      it('hands out an effect of a later date after its date, and wakes one again when asked', async () => {
        await newTenants()
        const order: string[] = []
        const now = effect('now', 0)
        const later = effect('later', 1_500)
        const keys = new Map([
          [now.id, 'now'],
          [later.id, 'later'],
        ])
        const handler = async (tenantId: TenantId, id: EffectId) => {
          await perform(tenantId, id)
          order.push(keys.get(id) ?? 'unknown')
        }
        await working({ effect: handler }, async () => {
          const startedAt = performance.now()
          await store.inTenant(own, (tx) => tx.enqueue([later, now]))
          await waitUntil(() => order.length === 2)
          if (!opened.wait) expect(performance.now() - startedAt).toBeGreaterThan(1_400)
          expect(order).toEqual(['now', 'later'])
          await store.inTenant(own, (tx) => tx.wakeEffect(now.id, opened.clock.now()))
          await waitUntil(() => order.length === 3)
          expect(order[2]).toBe('now')
        })
      })

      it('starts with what is owed and due or received 31 s ago without a wake-up, and with nothing else', async () => {
        await newTenants()
        const ago = (ms: number) => new Date(opened.clock.now().getTime() - ms)
        const due = await insert('effects', { state: 'owed', nextAttemptAt: ago(0) })
        await insert('effects', { state: 'owed', nextAttemptAt: ago(-3_600_000) })
        await insert('effects', { state: 'done', nextAttemptAt: ago(1_000) })
        await insert('effects', { state: 'trying', nextAttemptAt: ago(1_000) })
        const lost = await insert('inbound', { state: 'received', receivedAt: ago(31_000) }, other)
        await insert('inbound', { state: 'received', receivedAt: ago(29_000) })
        await insert('inbound', { state: 'done', receivedAt: ago(99_000) })
        const seen: string[] = []
        const note = async (tenantId: TenantId, id: string) => void seen.push(`${tenantId} ${id}`)
        await working({ effect: note, inbound: note }, async () => {
          await waitUntil(() => seen.length >= 2)
          expect(seen.sort()).toEqual([`${own} ${due.id}`, `${other} ${lost.id}`].sort())
        })
      })

      it('runs one row once at a time, and waits for what runs when it is stopped', async () => {
        await newTenants()
        let running = 0
        let most = 0
        let ended = 0
        const owed = effect('slow', 0)
        const handler = async () => {
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setTimeout(resolve, 30))
          running -= 1
          ended += 1
        }
        await working({ effect: handler }, async (stop) => {
          await store.inTenant(own, async (tx) => {
            await tx.enqueue([owed])
            for (let i = 0; i < 5; i += 1) await tx.wakeEffect(owed.id, opened.clock.now())
          })
          await waitUntil(() => ended >= 6)
          expect(most).toBe(1)
          await store.inTenant(own, (tx) => tx.wakeEffect(owed.id, opened.clock.now()))
          await waitUntil(() => running === 1 || ended >= 7)
          await stop()
          // The sweep may wake a row once more that is still owed.
          expect(running).toBe(0)
          expect(ended).toBeGreaterThanOrEqual(7)
        })
      })
    })
  })
}
