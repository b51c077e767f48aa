import type { Clock } from '../../domain/clock.ts'
import { isParleyError } from '../../domain/errors.ts'
import type { StageMoving } from '../connector.ts'
import { readRows } from '../vendorRows.ts'
import type { GreenhouseHttp } from './greenhouseHttp.ts'
import { readAllPages } from './greenhousePages.ts'
import { type ApplicationRow, entryRow, stageRow } from './greenhouseRows.ts'

// Three things are called a stage: the stage of a job (`job_interview_stage`: the one Parley means), an application's time in it (a row of
// `application_stages`, whose id is `application.stage_id`), and a slot of the interview plan.

export interface GreenhouseStages {
  /** Stages of applications, by application; those in none are left out. */
  findStages(rows: readonly ApplicationRow[]): Promise<ReadonlyMap<string, string>>
  findCurrent(applicationId: string): Promise<{ entryId: string; stageId: string } | null>
  move(move: StageMoving): Promise<void>
}

/** What one request may name. */
const idsMax = 50
/** One that is renamed meanwhile is not found, and asked for. */
const namesGoodMs = 10 * 60_000

export function createGreenhouseStages(http: GreenhouseHttp, clock: Clock): GreenhouseStages {
  /** Which of two readings of `from_stage_id` this account takes: clients of the interface disagree. */
  let isFromEntry = false
  let names: { byJobAndName: ReadonlyMap<string, string | null>; goodUntil: number } | null = null

  async function readEntries(applicationIds: readonly string[]) {
    const answer = await http.get('/application_stages', {
      application_ids: applicationIds.join(','),
      current: true,
      per_page: 500,
    })
    return readRows(entryRow, answer.body, 'Greenhouse').rows
  }

  /** Ids of stages by job and name; a name that a job has twice leads nowhere. */
  async function readNames(): Promise<ReadonlyMap<string, string | null>> {
    const now = clock.now().getTime()
    if (names && names.goodUntil > now) return names.byJobAndName
    const byJobAndName = new Map<string, string | null>()
    const rows = await readAllPages(http, '/job_interview_stages', { per_page: 500, active: true }, stageRow)
    for (const { id, job_id, name } of rows) {
      const key = nameKey(job_id, name)
      byJobAndName.set(key, byJobAndName.has(key) ? null : id)
    }
    names = { byJobAndName, goodUntil: now + namesGoodMs }
    return byJobAndName
  }

  async function findCurrent(applicationId: string) {
    const [entry] = await readEntries([applicationId])
    return entry ? { entryId: entry.id, stageId: entry.job_interview_stage_id } : null
  }

  const send = ({ applicationId, toStageId, actingUserId }: StageMoving, from: string) =>
    http.send(
      'POST',
      `/applications/${applicationId}/move`,
      { from_stage_id: Number(from), to_stage_id: Number(toStageId) },
      actingUserId,
    )

  return {
    findCurrent,
    async findStages(rows) {
      const found = new Map<string, string>()
      // A page of hundreds would need a request for each 50 of them: by name it needs none but the list of all stages.
      const byJobAndName = rows.length > idsMax ? await readNames() : new Map<string, string | null>()
      const unknown: string[] = []
      for (const row of rows) {
        const stageId = row.job_interview_stage_id ?? byJobAndName.get(nameKey(row.job_id ?? '', row.stage_name ?? ''))
        if (stageId) found.set(row.id, stageId)
        else if (row.stage_name !== null || row.status === 'in_process') unknown.push(row.id)
      }
      for (let at = 0; at < unknown.length; at += idsMax)
        for (const entry of await readEntries(unknown.slice(at, at + idsMax)))
          found.set(entry.application_id, entry.job_interview_stage_id)
      return found
    },
    async move(move) {
      const readFrom = async (asEntry: boolean) => {
        if (!asEntry && move.fromStageId !== null) return move.fromStageId
        const entry = await findCurrent(move.applicationId)
        // Somebody was faster: the refusal of the stage's own id says so in the vendor's words.
        if (entry && move.fromStageId !== null && entry.stageId !== move.fromStageId) return move.fromStageId
        return (asEntry ? entry?.entryId : entry?.stageId) ?? '0'
      }
      try {
        await send(move, await readFrom(isFromEntry))
      } catch (error) {
        if (!isParleyError(error, 'refused')) throw error
        const other = await readFrom(!isFromEntry)
        if (other === move.fromStageId && !isFromEntry) throw error
        await send(move, other)
        isFromEntry = !isFromEntry
      }
    },
  }
}

const nameKey = (jobId: string, name: string) => `${jobId} ${name}`
