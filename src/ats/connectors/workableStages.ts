import type { Clock } from '../../domain/clock.ts'
import type { AtsClient } from '../client.ts'
import { readPage } from './workableHttp.ts'
import { type CandidateRow, type StageRow, stageRow } from './workableRows.ts'

// A candidate shows the name of his stage, a move wants its slug. Most jobs have the stages of the account; those with stages of their own
// are asked for theirs when a name is met that the account does not have.

export interface WorkableStages {
  ofAccount(): Promise<readonly StageRow[]>
  ofJob(jobId: string): Promise<readonly StageRow[]>
  /** As above, and not asked again for a while. */
  knownOfJob(jobId: string): Promise<readonly StageRow[]>
  /** Slugs of the stages of candidates, as far as it goes with few requests; `count` of them are done. */
  findSlugs(rows: readonly CandidateRow[]): Promise<{ slugs: (string | null)[]; count: number }>
}

const goodMs = 10 * 60_000
/** Ten requests in ten seconds are all there is, so a page may not need more than it gets in one go. */
const lookupsMax = 4

export function createWorkableStages(client: AtsClient, clock: Clock): WorkableStages {
  const known = new Map<string, { rows: readonly StageRow[]; goodUntil: number }>()

  const read = async (path: string) => readPage(stageRow, 'stages', await client.get(path)).rows
  const ofJob = (jobId: string) => read(`/jobs/${encodeURIComponent(jobId)}/stages`)

  async function remember(key: string, ask: () => Promise<readonly StageRow[]>): Promise<readonly StageRow[]> {
    const now = clock.now().getTime()
    const found = known.get(key)
    if (found && found.goodUntil > now) return found.rows
    const rows = await ask()
    known.set(key, { rows, goodUntil: now + goodMs })
    return rows
  }
  const isKnown = (jobId: string) => (known.get(jobId)?.goodUntil ?? 0) > clock.now().getTime()
  const ofAccount = () => remember('', () => read('/stages'))
  const knownOfJob = (jobId: string) => remember(jobId, () => ofJob(jobId))

  return {
    ofAccount,
    ofJob,
    knownOfJob,
    async findSlugs(rows) {
      const slugs: (string | null)[] = []
      const usual = rows.length === 0 ? [] : await ofAccount()
      let lookups = 0
      for (const { stage, job } of rows) {
        let slug = findSlug(isKnown(job.shortcode) ? await knownOfJob(job.shortcode) : usual, stage)
        if (slug === null && stage !== null && !isKnown(job.shortcode)) {
          if (lookups === lookupsMax) break
          lookups++
          slug = findSlug(await knownOfJob(job.shortcode), stage)
        }
        slugs.push(slug)
      }
      return { slugs, count: slugs.length }
    },
  }
}

export const findSlug = (stages: readonly StageRow[], name: string | null): string | null =>
  stages.find((stage) => stage.name === name)?.slug ?? null
