import type { Clock } from '../../domain/clock.ts'

/** What not every workspace, and no server that stands in for Slack, can do. */
export type Feature = 'plan' | 'suggestedPrompts' | 'status' | 'home'

const offMs = 24 * 3_600_000

/** Features that a workspace turned out not to have are left alone for a day. */
export function createFeatures(clock: Clock, absent: readonly Feature[] = []) {
  const offUntil = new Map<string, number>()
  return {
    has: (workspaceId: string, feature: Feature): boolean =>
      !absent.includes(feature) && (offUntil.get(`${workspaceId}/${feature}`) ?? 0) <= clock.now().getTime(),
    lacks: (workspaceId: string, feature: Feature): void => {
      offUntil.set(`${workspaceId}/${feature}`, clock.now().getTime() + offMs)
    },
  }
}
export type Features = ReturnType<typeof createFeatures>
