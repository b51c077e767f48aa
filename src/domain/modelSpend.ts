import type { TenantId } from './ids.ts'

/** What one tenant spent on a language model on one day (UTC). */
export interface ModelSpend {
  id: string
  tenantId: TenantId
  version: number
  /** ISO date. */
  spentOn: string
  /** Tokens counted by the service, and those set aside for calls that are under way. */
  tokens: number
  callCount: number
  /** When a member was told that the day's tokens are used up. */
  toldAt: Date | null
}
