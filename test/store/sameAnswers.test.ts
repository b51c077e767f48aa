import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isParleyError } from '../../src/domain/errors.ts'
import type { TenantId } from '../../src/domain/ids.ts'
import { foldText } from '../../src/store/foldText.ts'
import type { NewRow, TableName, Tables, Tx } from '../../src/store/port.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import { openMemoryTestStore, openTestStore, type TestStore } from '../fakes/testStore.ts'

const minuteMs = 60_000
const dawn = Date.UTC(2027, 2, 1, 8)
const instant = (minutes: number) => new Date(dawn + minutes * minuteMs)

// Small pools, so that commands meet each other's rows.
const ids = fc.constantFrom('a', 'b', 'c', 'd')
const words = fc.constantFrom('Zoë', 'zoe', 'Łódź', 'lodz', 'Straße', '', 'x%_', 'ΟΔΟΣ', 'a b')
const minutes = fc.integer({ min: 0, max: 6 }).map((step) => step * 15)
const states = fc.constantFrom('held', 'confirmed', 'released')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const json = fc.constantFrom<object>({ a: 1, b: [null, 'é'] }, { b: [null, 'é'], a: 1 }, { a: { deep: true } })

type Given = Record<string, unknown>
type Command =
  | { kind: 'insert' | 'insertMany' | 'takeHolds' | 'insertLink'; table: TableName; rows: Given[] }
  | { kind: 'update'; table: TableName; id: string; patch: Given; expected: Given }
  | {
      kind: 'find' | 'count' | 'remove'
      table: TableName
      where: Given
      orderBy: [string, 'asc' | 'desc'][]
      page: number[]
    }
  | { kind: 'receive'; externalId: string; id: string }
  | { kind: 'linkTenant'; hash: string }

const values = {
  holds: {
    personKey: fc.constantFrom('p', 'q'),
    startsAt: minutes.map(instant),
    endsAt: minutes.map(instant),
    state: states,
  },
  members: { email: words, name: words, recordId: maybe(words), createdAt: minutes.map(instant) },
  threadMessages: {
    threadId: fc.constantFrom('t', 'u'),
    requestId: maybe(ids),
    effectKey: maybe(ids),
    text: words,
    message: maybe(json),
  },
  requests: {
    state: words,
    closedReason: maybe(words),
    format: maybe(json),
    moveCount: fc.integer({ min: 0, max: 3 }),
  },
  links: { hash: fc.constantFrom('h1', 'h2', 'h3'), revokedAt: maybe(minutes.map(instant)) },
  audit: { action: words },
} satisfies Partial<Record<TableName, Record<string, fc.Arbitrary<unknown>>>>
type Used = keyof typeof values

const tables = fc.constantFrom(...(Object.keys(values) as Used[]))
const someOf = (table: Used) => fc.record(values[table] as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
const rowOf = (table: Used) => fc.record({ id: ids, ...(values[table] as Record<string, fc.Arbitrary<unknown>>) })

const conditionsOf = (table: Used): fc.Arbitrary<Given> =>
  fc.record(
    Object.fromEntries(
      Object.entries(values[table] as Record<string, fc.Arbitrary<unknown>>).map(([field, value]) => {
        const isJson = field === 'message' || field === 'format'
        const comparable = value.filter((one) => one !== null)
        const operations = [
          value,
          value.map((one) => ({ not: one })),
          fc.array(value, { maxLength: 3 }).map((list) => ({ in: list })),
          ...(isJson ? [] : [comparable.map((one) => ({ gte: one })), comparable.map((one) => ({ lt: one }))]),
          ...(['email', 'name', 'text', 'state', 'action'].includes(field)
            ? [fc.constantFrom('zo', 'Ł', 'ss', '', '%', 'οσ').map((part) => ({ contains: part }))]
            : []),
        ]
        return [field, fc.oneof(...operations)]
      }),
    ),
    { requiredKeys: [] },
  )

const command: fc.Arbitrary<Command> = tables.chain((table) => {
  const fields = Object.keys(values[table]).filter((field) => field !== 'message' && field !== 'format')
  const rows = (maxLength: number) => fc.array(rowOf(table), { minLength: 1, maxLength })
  const query = fc.record({
    where: conditionsOf(table),
    orderBy: fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom('asc' as const, 'desc' as const)), {
      maxLength: 2,
    }),
    page: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })),
  })
  return fc.oneof(
    { weight: 4, arbitrary: rows(1).map((given): Command => ({ kind: 'insert', table, rows: given })) },
    { weight: 1, arbitrary: rows(3).map((given): Command => ({ kind: 'insertMany', table, rows: given })) },
    {
      weight: 2,
      arbitrary: fc
        .array(rowOf('holds'), { minLength: 1, maxLength: 3 })
        .map((given): Command => ({ kind: 'takeHolds', table: 'holds', rows: given })),
    },
    {
      weight: 1,
      arbitrary: rowOf('links').map((given): Command => ({ kind: 'insertLink', table: 'links', rows: [given] })),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({ id: ids, patch: someOf(table), expected: someOf(table) })
        .map((given): Command => ({ kind: 'update', table, ...given })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('find' as const, 'count' as const, 'remove' as const), query)
        .map(([kind, given]): Command => ({ kind, table, ...given })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ externalId: ids, id: ids }).map((given): Command => ({ kind: 'receive', ...given })),
    },
    { weight: 1, arbitrary: values.links.hash.map((hash): Command => ({ kind: 'linkTenant', hash })) },
  )
})

interface Step {
  isSecondTenant: boolean
  throwsAtEnd: boolean
  commands: Command[]
}
const step: fc.Arbitrary<Step> = fc.record({
  isSecondTenant: fc.boolean(),
  throwsAtEnd: fc.boolean(),
  commands: fc.array(command, { minLength: 1, maxLength: 4 }),
})

let runCount = 0

/** Runs all steps and writes down every answer, refusals by their code and whose time they name. */
async function play({ store, ids: minted }: TestStore, steps: readonly Step[], run: number): Promise<unknown[]> {
  const tenants = [await store.createTenant(), await store.createTenant()] as const
  const names = new Map<string, string>(tenants.map((tenant, index) => [tenant, `tenant ${index}`]))
  const answers: unknown[] = []
  for (const { isSecondTenant, throwsAtEnd, commands } of steps) {
    const tenantId = tenants[isSecondTenant ? 1 : 0]
    const outside: Command[] = commands.filter((one) => one.kind === 'linkTenant')
    try {
      const found = await store.inTenant(tenantId, async (tx) => {
        const results: unknown[] = []
        for (const one of commands)
          if (one.kind !== 'linkTenant') results.push(await perform(tx, one, minted, tenantId, run))
        if (throwsAtEnd) throw new RangeError('the work throws')
        return results
      })
      answers.push(found)
    } catch (error) {
      if (isParleyError(error)) answers.push([error.code, error.personKey])
      else if (error instanceof RangeError) answers.push('thrown')
      else throw error
    }
    for (const one of outside)
      if (one.kind === 'linkTenant')
        answers.push(names.get((await store.findLinkTenant(`${one.hash} ${run}`)) ?? '') ?? null)
  }
  for (const tenantId of tenants)
    for (const table of [...Object.keys(values), 'inbound'] as TableName[])
      answers.push(await store.inTenant(tenantId, (tx) => tx.find(table)))
  return answers.map((answer) => withoutTenants(answer, names))
}

function withoutTenants(answer: unknown, names: ReadonlyMap<string, string>): unknown {
  const text = JSON.stringify(answer, (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  )
  return text === undefined ? undefined : JSON.parse(text)
}

async function perform(
  tx: Tx,
  one: Command,
  minted: TestStore['ids'],
  tenantId: TenantId,
  run: number,
): Promise<unknown> {
  // What a command does not vary is the same in both stores.
  const fill = <T extends TableName>(table: T, given: Given): NewRow<T> => {
    const plain = Object.fromEntries(
      Object.entries(sampleRow(table, { ids: minted, tenantId })).map(([field, value]) => [
        field,
        value instanceof Date
          ? instant(0)
          : typeof value === 'number'
            ? 1
            : typeof value === 'string'
              ? field
              : typeof value === 'boolean'
                ? true
                : {},
      ]),
    )
    return { ...plain, ...named(given, run) } as unknown as NewRow<T>
  }
  switch (one.kind) {
    case 'insert':
      return tx.insert(one.table, fill(one.table, one.rows[0] ?? {}))
    case 'insertMany':
      return tx.insertMany(
        one.table,
        one.rows.map((row) => fill(one.table, row)),
      )
    case 'takeHolds':
      return tx.takeHolds(one.rows.map((row) => fill('holds', row)))
    case 'insertLink':
      return tx.insertLink(fill('links', one.rows[0] ?? {}))
    case 'update':
      return tx.update(one.table, one.id, named(one.patch, run), named(one.expected, run) as Partial<Tables[TableName]>)
    case 'find':
      return tx.find(one.table, {
        where: named(one.where, run),
        orderBy: one.orderBy as never,
        limit: one.page[0] ?? 0,
        offset: one.page[1] ?? 0,
      })
    case 'count':
      return tx.count(one.table, named(one.where, run))
    case 'remove':
      return tx.remove(one.table, named(one.where, run))
    case 'receive':
      return tx.receive(fill('inbound', { id: one.id, source: 's', externalId: one.externalId }) as NewRow<'inbound'>)
    case 'linkTenant':
      return null
  }
}

/** Hashes are unique in the world, so each run has its own. */
function named(given: Given, run: number): Given {
  return typeof given.hash === 'string' ? { ...given, hash: `${given.hash} ${run}` } : given
}

describe('the store in memory against the real one', () => {
  let real: TestStore
  beforeAll(async () => {
    real = await openTestStore()
  })
  afterAll(() => real.store.close())

  it('gives the same answers, refusals and rows for 150 random histories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        runCount += 1
        const memory = await openMemoryTestStore()
        expect(await play(memory, steps, runCount)).toEqual(await play(real, steps, runCount))
      }),
      { numRuns: Number(process.env.PARLEY_HISTORIES ?? 150) },
    )
  }, 240_000)

  it('folds 400 random texts as the database does', async () => {
    const range = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point))
    // Latin to Cyrillic with their marks, forms that decompose, Hangul, and what stays as it is.
    const letter = fc.oneof(
      range(0x20, 0x52f),
      range(0x1e00, 0x1fff),
      range(0xac00, 0xd7a3),
      fc.constantFrom('ﬁ', '①', '漢', 'ب', '🙂', 'ẞ'),
    )
    const letters = fc.string({ unit: letter, maxLength: 12 })
    const { store, ids: minted, tenantId } = real
    await fc.assert(
      fc.asyncProperty(letters, async (text) => {
        const folded = foldText(text)
        const row = sampleRow('atsClients', { ids: minted, tenantId }, { name: text })
        const found = await store.inTenant(tenantId, async (tx) => {
          await tx.insert('atsClients', row)
          return tx.count('atsClients', { id: row.id, name: { contains: folded } })
        })
        expect(found).toBe(1)
      }),
      { numRuns: 400 },
    )
  })
})
