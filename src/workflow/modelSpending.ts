import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { ModelSpend } from '../domain/modelSpend.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'
import { sentence } from './speech.ts'

// What a tenant may spend on a language model in a day, kept in the store. A call sets its tokens aside before it is made, so that
// several at once cannot pass the cap together; what it really took is put right afterwards. After a crash in between, what was
// set aside stays counted: rather too much than too little.

/** A call's instructions, question and longest answer come to less than this. */
export const reservedTokens = 5_000

export interface Reservation {
  rowId: string
  tokens: number
}

type Spending = Pick<Deps, 'store' | 'clock' | 'ids'>

/** Sets tokens aside for one call; null when the day's are used up. The first time on a day, `talk` is told so. */
export async function reserveTokens(
  deps: Spending,
  tenantId: TenantId,
  dailyTokens: number,
  talk: Conversation | null,
): Promise<Reservation | null> {
  return retried(() =>
    deps.store.inTenant(tenantId, async (tx) => {
      const row = await rowOfToday(tx, deps)
      if (row.tokens + reservedTokens > dailyTokens) {
        if (talk && row.toldAt === null) await tellOnce(tx, deps, row, talk)
        return null
      }
      const { version, tokens, callCount } = row
      await tx.update('modelSpends', row.id, { tokens: tokens + reservedTokens, callCount: callCount + 1 }, { version })
      return { rowId: row.id, tokens: reservedTokens }
    }),
  )
}

/** Puts right what a call took; null means that nobody knows, so what was set aside stays. */
export async function settleTokens(
  deps: Spending,
  tenantId: TenantId,
  reservation: Reservation,
  usedTokens: number | null,
): Promise<void> {
  if (usedTokens === null || usedTokens === reservation.tokens) return
  await retried(() =>
    deps.store.inTenant(tenantId, async (tx) => {
      const row = await tx.get('modelSpends', reservation.rowId)
      if (!row) return
      const tokens = Math.max(0, row.tokens - reservation.tokens + usedTokens)
      await tx.update('modelSpends', row.id, { tokens }, { version: row.version })
    }),
  )
}

async function rowOfToday(tx: Tx, deps: Spending): Promise<ModelSpend> {
  const spentOn = deps.clock.now().toISOString().slice(0, 10)
  const [row] = await tx.find('modelSpends', { where: { spentOn }, limit: 1 })
  if (row) return row
  const id = deps.ids.next('spend')
  return tx.insert('modelSpends', { id, version: 1, spentOn, tokens: 0, callCount: 0, toldAt: null })
}

async function tellOnce(tx: Tx, deps: Spending, row: ModelSpend, talk: Conversation): Promise<void> {
  await tx.update('modelSpends', row.id, { toldAt: deps.clock.now() }, { version: row.version })
  const draft = sentence(({ talk: words }) => words.tokensSpent)
  await say(tx, deps, talk, `modelSpent:${row.spentOn}`, draft)
}

const attemptCountMax = 25

/** Two calls at the same moment change the same row: the later one looks again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const isRace = isParleyError(error, 'stale') || isParleyError(error, 'duplicate')
      if (!isRace || attempt >= attemptCountMax) throw error
    }
  }
}
