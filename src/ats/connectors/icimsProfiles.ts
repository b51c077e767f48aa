import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import { readTogether } from '../readTogether.ts'
import { readObject } from '../vendorRows.ts'
import { type IcimsHttp, name } from './icimsHttp.ts'

// Each record is a request of its own, and a day has 10,000 of them. What was read is remembered, so that a whole reading asks only for what it does
// not know: what has changed meanwhile was read anew as a change.

export interface IcimsProfiles {
  readAll<T extends z.ZodType>(ask: ProfileAsk<T>, ids: readonly string[]): Promise<ReadProfiles<z.output<T>>>
}
export interface ReadProfiles<Row> {
  rows: Map<string, Row>
  /** Gone, or out of reach. */
  missing: Set<string>
  /** How many had a shape that is not known, because a field is hidden for instance. */
  leftOut: number
}
export interface ProfileAsk<T extends z.ZodType> {
  path: 'people' | 'jobs' | 'applicantworkflows'
  fields: readonly string[]
  shape: T
  /** Whether what was read some days ago is good enough. */
  mayBeRemembered: boolean
}

const anyProfile = z.looseObject({})
const atATime = 4
/** After so long everything has been asked for anew. */
const goodMs = 5 * 24 * 3600_000
const rememberedMax = 60_000
/** So many refused one after the other are no single private records. */
const deniedMax = 5

export function createIcimsProfiles(http: IcimsHttp, clock: Clock): IcimsProfiles {
  const remembered = new Map<string, { row: unknown; goodUntil: number }>()

  function remember(key: string, row: unknown, now: number): void {
    if (remembered.size >= rememberedMax) {
      const [oldest] = remembered.keys()
      if (oldest !== undefined) remembered.delete(oldest)
    }
    remembered.set(key, { row, goodUntil: now + goodMs })
  }

  return {
    async readAll<T extends z.ZodType>(
      { path, fields, shape, mayBeRemembered }: ProfileAsk<T>,
      ids: readonly string[],
    ) {
      const read: ReadProfiles<z.output<T>> = { rows: new Map(), missing: new Set(), leftOut: 0 }
      let deniedCount = 0
      await readTogether([...new Set(ids)], atATime, async (id) => {
        const key = `${path}/${id}`
        const now = clock.now().getTime()
        const known = remembered.get(key)
        if (mayBeRemembered && known && known.goodUntil > now) return void read.rows.set(id, known.row as z.output<T>)
        const profile = await http.read(key, fields)
        if (profile.state === 'denied') deniedCount++
        remembered.delete(key)
        if (profile.state !== 'there') return void read.missing.add(id)
        const row = shape.safeParse(readObject(anyProfile, profile.body, name))
        if (!row.success) return void read.leftOut++
        remember(key, row.data, now)
        read.rows.set(id, row.data)
      })
      if (read.rows.size === 0 && deniedCount >= deniedMax) throw denied()
      return read
    },
  }
}

export const denied = () =>
  new ParleyError(
    'notAllowed',
    `${name} denies access to all profiles: the Profile API is not permitted for this integration. Ask iCIMS to permit it.`,
    { field: 'Profile API' },
  )
