import type { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { RecordKind, Stream, SyncedRows } from '../connector.ts'
import { readRows } from '../vendorRows.ts'
import { name, type WorkdayHttp } from './workdayHttp.ts'
import {
  applications,
  candidates,
  interviews,
  jobStatusOf,
  type Report,
  type RequisitionRow,
  requisitions,
  type StageRow,
  showApplication,
  showCandidate,
  showInterview,
  showWorker,
  stages,
  workers,
} from './workdayRows.ts'

const pageSize = 250
const jobsAPage = 40
/** Longer than the streams take to renew them. */
const goodMs = 25 * 3600_000

/** Names of stages by their ids, as they were read last. */
export type StageLabels = () => Promise<ReadonlyMap<string, string>>

/** The rows of a report. Throws `notAllowed` when none has the columns that were agreed. */
export async function readReport<Shape extends z.ZodType>(
  http: WorkdayHttp,
  report: Report<Shape>,
  since: Date | null = null,
): Promise<{ rows: z.output<Shape>[]; leftOut: number }> {
  const read = readRows(report.shape, await http.readReport(report.name, since), name)
  if (read.rows.length === 0 && read.leftOut > 0) throw lacksColumns(report)
  return read
}

const lacksColumns = ({ name: report, domain, columns }: Omit<Report<z.ZodType>, 'shape'>) =>
  new ParleyError(
    'notAllowed',
    `The report "${report}" in ${name} has rows without the columns Parley needs (${columns}): the integration user lacks the domain for ${domain}, or the columns have other names.`,
    { field: domain },
  )

/** Read when they are first needed, and renewed whenever a stream reads them anyway. */
function createKept<Row>(clock: Clock, readAll: () => Promise<Row[]>, keyOf: (row: Row) => string) {
  let kept: { rows: Map<string, Row>; goodUntil: number } | null = null
  const renew = (rows: readonly Row[]) => {
    kept = { rows: new Map(rows.map((row) => [keyOf(row), row])), goodUntil: clock.now().getTime() + goodMs }
    return kept.rows
  }
  return {
    renew,
    add(rows: readonly Row[]) {
      for (const row of rows) kept?.rows.set(keyOf(row), row)
    },
    read: async () => (kept && kept.goodUntil > clock.now().getTime() ? kept.rows : renew(await readAll())),
  }
}

export function createWorkdayStreams(
  http: WorkdayHttp,
  clock: Clock,
): { streams: readonly Stream[]; stageLabels: StageLabels } {
  const all = async <Shape extends z.ZodType>(report: Report<Shape>) => (await readReport(http, report)).rows
  const keptWorkers = createKept(
    clock,
    () => all(workers),
    ({ email, worker_id }) => email ?? worker_id,
  )
  const keptJobs = createKept(
    clock,
    () => all(requisitions),
    ({ requisition_id }) => requisition_id,
  )
  const keptStages = createKept(
    clock,
    () => all(stages),
    ({ stage_id }) => stage_id,
  )
  const userIds = async () =>
    new Map([...(await keptWorkers.read())].map(([email, { worker_id }]) => [email, worker_id]))

  const streams = [
    createReportStream(http, {
      ...{ name: 'workers', kinds: ['users'], mode: 'whole', everyMinutes: 60, report: workers },
      noteAll: (rows) => keptWorkers.renew(rows),
      show: async (rows) => ({ users: rows.map(showWorker) }),
    }),
    createReportStream(http, {
      ...{ name: 'requisitions', kinds: ['jobs'], mode: 'changes', everyMinutes: 10, report: requisitions },
      noteAll: (rows, isWhole) => (isWhole ? keptJobs.renew(rows) : keptJobs.add(rows)),
      async show(rows) {
        const ids = await userIds()
        return { jobs: rows.map((row) => showJob(row, ids)) }
      },
    }),
    createStageStream(http, keptStages, keptJobs),
    createReportStream(http, {
      ...{ name: 'candidates', kinds: ['candidates'], mode: 'changes', everyMinutes: 0, report: candidates },
      show: async (rows) => ({ candidates: rows.map(showCandidate) }),
    }),
    createReportStream(http, {
      ...{ name: 'applications', kinds: ['applications'], mode: 'changes', everyMinutes: 0, report: applications },
      async show(rows) {
        const [ids, jobs] = [await userIds(), await keptJobs.read()]
        const ownerOf = (jobId: string) => ids.get(jobs.get(jobId)?.recruiter_email ?? '') ?? null
        return { applications: rows.map((row) => showApplication(row, ownerOf(row.requisition_id))) }
      },
    }),
    createReportStream(http, {
      ...{ name: 'interviews', kinds: ['interviews'], mode: 'changes', everyMinutes: 0, report: interviews },
      async show(rows) {
        const ids = await userIds()
        return { interviews: rows.map((row) => showInterview(row, (email) => ids.get(email))) }
      },
    }),
  ]
  const stageLabels = async () =>
    new Map([...(await keptStages.read())].map(([id, { stage_name }]) => [id, stage_name]))
  return { streams, stageLabels }
}

function showJob(row: RequisitionRow, userIds: ReadonlyMap<string, string>) {
  const managerId = userIds.get(row.hiring_manager_email ?? '')
  return {
    id: row.requisition_id,
    title: row.title,
    status: jobStatusOf(row),
    originalStatus: row.status ?? '',
    // An empty column may be one that is withheld.
    ...(managerId === undefined ? {} : { hiringManagerId: managerId }),
    url: null,
  }
}

interface ReportStream<Shape extends z.ZodType> {
  name: string
  kinds: readonly RecordKind[]
  mode: Stream['mode']
  everyMinutes: number
  report: Report<Shape>
  noteAll?: (rows: z.output<Shape>[], isWhole: boolean) => unknown
  show(rows: z.output<Shape>[]): Promise<SyncedRows>
}

/** A report comes as one answer: its rows are handed on some hundred at a time. */
function createReportStream<Shape extends z.ZodType>(
  http: WorkdayHttp,
  { name: own, kinds, mode, everyMinutes, report, noteAll, show }: ReportStream<Shape>,
): Stream {
  let held: { since: number | null; rows: z.output<Shape>[] } | null = null
  return {
    ...{ name: own, kinds, mode, everyMinutes },
    async read({ since, page }) {
      const from = since?.getTime() ?? null
      const start = Number(page ?? 0)
      let leftOut = 0
      if (page === null || held === null || held.since !== from) {
        const read = await readReport(http, report, since)
        leftOut = read.leftOut
        held = { since: from, rows: read.rows }
        noteAll?.(read.rows, since === null)
      }
      const { rows } = held
      const shown = await show(rows.slice(start, start + pageSize))
      const hasMore = start + pageSize < rows.length
      if (!hasMore) held = null
      return { rows: { ...shown, leftOut }, next: hasMore ? String(start + pageSize) : null }
    },
  }
}

interface Kept<Row> {
  renew(rows: readonly Row[]): ReadonlyMap<string, Row>
  read(): Promise<ReadonlyMap<string, Row>>
}

/** The tenant's stages, for each job that is not closed. */
function createStageStream(http: WorkdayHttp, keptStages: Kept<StageRow>, keptJobs: Kept<RequisitionRow>): Stream {
  return {
    ...{ name: 'stages', kinds: ['stages'], mode: 'whole', everyMinutes: 30 },
    async read({ page }) {
      const start = Number(page ?? 0)
      const { rows, leftOut } =
        page === null ? await readReport(http, stages) : { rows: [...(await keptStages.read()).values()], leftOut: 0 }
      if (page === null) keptStages.renew(rows)
      const jobs = [...(await keptJobs.read()).values()].filter((row) => jobStatusOf(row) !== 'closed')
      const own = jobs.slice(start, start + jobsAPage).flatMap(({ requisition_id }) =>
        rows.map(({ stage_id, stage_name, order }, place) => ({
          ...{ id: stage_id, jobId: requisition_id, label: stage_name, ordinal: order ?? place },
        })),
      )
      const hasMore = start + jobsAPage < jobs.length
      return { rows: { stages: own, leftOut }, next: hasMore ? String(start + jobsAPage) : null }
    },
  }
}
