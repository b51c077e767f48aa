import type { Probe } from '../domain/connection.ts'
import { type ErrorCode, isParleyError, sentenceFor } from '../domain/errors.ts'

export interface ProbeAsk {
  /** What it is needed for: "read candidates". */
  capability: string
  /** The vendor's name of what the key needs for it; null where he has none. */
  permission: string | null
  /** A text that it gives is what is said. */
  ask: () => Promise<unknown>
  /**
   * Refusals that show the permission is there: a write is tried on a record that does not exist, so that nothing is changed.
   */
  passing?: readonly ErrorCode[]
  /** What is said when it works. */
  said?: string
}

/** Asks one after the other. When the key itself is refused, the rest is not asked. */
export async function runProbes(asks: readonly ProbeAsk[]): Promise<readonly Probe[]> {
  const probes: Probe[] = []
  let refusal: string | null = null
  for (const ask of asks) {
    const { capability, permission } = ask
    if (refusal !== null) {
      probes.push({ capability, permission: null, state: 'failing', said: refusal })
      continue
    }
    try {
      const answer = await ask.ask()
      const said = typeof answer === 'string' ? answer : (ask.said ?? 'Works.')
      probes.push({ capability, permission: null, state: 'ok', said })
    } catch (error) {
      if (isParleyError(error) && ask.passing?.includes(error.code))
        probes.push({ capability, permission: null, state: 'ok', said: ask.said ?? 'Allowed.' })
      else if (isParleyError(error, 'notAllowed'))
        probes.push({ capability, permission: error.field ?? permission, state: 'missing', said: error.message })
      else {
        if (isParleyError(error, 'notConfigured')) refusal = error.message
        probes.push({ capability, permission: null, state: 'failing', said: sentenceFor(error) })
      }
    }
  }
  return probes
}
