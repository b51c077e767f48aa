import { afterEach, describe, expect, test } from 'vitest'
import type { AtsConnector, SyncedRows } from '../../src/ats/connector.ts'
import { isParleyError } from '../../src/domain/errors.ts'
import { type ConnectorScene, type Opened, openScene } from './connectorScene.ts'

// What a vendor answers may be of any shape. A connector gives rows that are whole, or says what is wrong; it never falls over.

const odd: readonly unknown[] = [null, 0, -1, 1.5, '', 'None', true, [], {}, [null], { id: null }, '2027-13-45', 1e21]

/** The same body with about one value in `oneIn` of another shape; the same each time for the same seed. */
function disturb(body: unknown, oneIn: number, next: () => number): unknown {
  if (next() < 1 / oneIn) return odd[Math.floor(next() * odd.length)]
  if (Array.isArray(body)) return body.map((item) => disturb(item, oneIn, next))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, disturb(value, oneIn, next)]))
}

function countFrom(seed: number): () => number {
  let state = seed * 7919 + 1
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function openDisturbed(scene: ConnectorScene, { standIn, now, advance }: Opened, seed: number): AtsConnector {
  const next = countFrom(seed)
  return scene.system.open({
    fields: scene.fields(standIn),
    bases: standIn.bases,
    clock: { now },
    pause: async (ms) => advance(ms),
    async fetch(input, init) {
      const { status, headers: given, ...answer } = await readAnswer(await fetch(input, init))
      const headers = [...given].filter(([name]) => !['content-length', 'transfer-encoding'].includes(name))
      const isJson = /json/.test(given.get('content-type') ?? '') && answer.text !== ''
      const text = isJson
        ? JSON.stringify(disturb(JSON.parse(answer.text), [100, 30, 10][seed % 3]!, next))
        : answer.text
      return new Response(status === 204 ? null : text, { status, headers })
    },
  })
}
const readAnswer = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
})

function checkRows(rows: SyncedRows): void {
  const lists = [rows.users, rows.clients, rows.contacts, rows.jobs, rows.stages, rows.candidates, rows.applications]
  for (const { id } of lists.flatMap((list) => [...(list ?? [])]))
    expect(id).toMatch(/^(?!NaN|undefined|null|\[object)./)
  for (const { appliedAt } of rows.applications ?? []) expect(appliedAt?.getTime()).not.toBeNaN()
  for (const { emails } of rows.candidates ?? []) for (const email of emails) expect(email).toEqual(expect.any(String))
}

const pagesMax = 12
const hourMs = 3600_000

/** Everything a connector reads, against answers in which values are of another shape. */
export function describeOddAnswers(scene: ConnectorScene, count = 12): void {
  describe(`the connector of ${scene.system.name}`, () => {
    let one: Opened | null = null
    afterEach(() => one?.standIn.stop())

    test(`gives whole rows, or says what is wrong, in ${count} readings of answers with odd values in them`, async () => {
      one = await openScene(scene, 6)
      const { now, advance } = one
      const { id, candidateId, jobId } = one.standIn.world.applications.rows[3]!
      const said = new Set<string>()
      const attempt = async (work: () => Promise<unknown>) => {
        advance(70_000)
        await work().catch((error: unknown) => {
          if (!isParleyError(error)) throw error
          said.add(error.code)
        })
      }
      for (let seed = 1; seed <= count; seed++) {
        const connector = openDisturbed(scene, one, seed)
        const since = seed % 2 === 0 ? null : new Date(now().getTime() - 3 * hourMs)
        for (const stream of connector.streams)
          await attempt(async () => {
            let page: string | null = null
            for (let read = 0; read === 0 || (page !== null && read < pagesMax); read++) {
              const answer: Awaited<ReturnType<typeof stream.read>> = await stream.read({
                since: stream.mode === 'changes' ? since : null,
                page,
              })
              checkRows(answer.rows)
              page = answer.next
            }
          })
        const ref = { applicationId: id, candidateId, jobId }
        await attempt(() => connector.readApplication(ref))
        await attempt(() => connector.probe())
        await attempt(async () => connector.listAttachments?.(ref))
      }
      expect([...said]).toContain('unavailable')
    }, 20_000)
  })
}
