import { type Client, isUnsupported, pageSize } from './unifiedClient.ts'
import { type Application, outcomeOf, type Stage, stageRow } from './unifiedRows.ts'

/** More stages than this no job has. */
const stagesMax = 10 * pageSize

/** The stages of one job, in their order. */
export async function readStages(client: Client, jobId: string): Promise<Stage[]> {
  const stages: Stage[] = []
  let offset: number | null = 0
  while (offset !== null && offset < stagesMax) {
    const page: { rows: Stage[]; next: number | null } = await client.list(
      client.pathOf('applicationstatus'),
      stageRow,
      {
        offset,
        job_id: jobId,
      },
    )
    stages.push(...page.rows.filter((stage) => stage.jobId === null || stage.jobId === jobId))
    offset = page.next
  }
  return stages
}

/** Finds stages by what applications say of them, which is their label. */
export interface StageBook {
  /** Stages as they were just read; with `isNew` they take the place of all before. */
  note(stages: readonly Stage[], isNew: boolean): void
  /** The id of the stage that an application is in; null when the job has none of that label. */
  find(application: Pick<Application, 'job_id' | 'original_status' | 'status'>): Promise<string | null>
}

export function createStageBook(client: Client): StageBook {
  /** By job; those of every job under an empty id. */
  let known = new Map<string, Map<string, string>>()
  /** Jobs whose stages were read one by one: what they lack is not looked for again. */
  let asked = new Set<string>()
  const add = ({ id, jobId, label }: Stage) => {
    const labels = known.get(jobId ?? '') ?? new Map<string, string>()
    known.set(jobId ?? '', labels.set(label, id))
  }
  const look = (jobId: string, label: string) => known.get(jobId)?.get(label) ?? known.get('')?.get(label) ?? null
  return {
    note(stages, isNew) {
      if (isNew) {
        known = new Map()
        asked = new Set()
      }
      for (const stage of stages) add(stage)
    },
    async find({ job_id, original_status, status }) {
      if (original_status === null) return null
      const found = look(job_id, original_status)
      // What a rejection is called is often no stage.
      if (found !== null || asked.has(job_id) || outcomeOf(status) !== 'active') return found
      asked.add(job_id)
      const stages = await readStages(client, job_id).catch((error: unknown) => {
        if (isUnsupported(error)) return []
        throw error
      })
      for (const stage of stages) add({ ...stage, jobId: job_id })
      return look(job_id, original_status)
    },
  }
}
