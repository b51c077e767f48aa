import { createHash } from 'node:crypto'

/** What a note of Parley's is found by: short, the same for the same key, and nothing that a reader has to understand. */
export function noteMark(key: string): string {
  return `[Parley ${createHash('sha256').update(key).digest('hex').slice(0, 12)}]`
}
