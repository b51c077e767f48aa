import { z } from 'zod'
import type { Stream, SyncedRows } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { zohoName as name, type ZohoAccount } from './zohoRecruitAccount.ts'
import {
  applicationOf,
  applicationRow,
  candidateOf,
  candidateRow,
  clientsOf,
  fieldRow,
  infoShape,
  interviewOf,
  interviewRow,
  jobOf,
  jobRow,
  userRow,
} from './zohoRecruitRows.ts'

const pageShape = z.object({ data: z.array(z.unknown()), info: infoShape })

interface Page<T> {
  rows: z.output<T>[]
  leftOut: number
  next: string | null
}
interface Question {
  since: Date | null
  page: string | null
}

/** One page, newest change first; the last one is that with a row from before `since`. */
async function readPage<T extends z.ZodType>(
  account: ZohoAccount,
  path: string,
  shape: T,
  { since, page }: Question,
  perPage = 200,
): Promise<Page<T>> {
  const number = Number(page ?? 1)
  const query = { page: number, per_page: perPage, sort_by: 'Modified_Time', sort_order: 'desc' }
  const body = await account.get(path, query)
  if (body === null) return { rows: [], leftOut: 0, next: null }
  const { data, info } = readObject(pageShape, body, name)
  const { rows, leftOut } = readRows(shape, data, name)
  const wanted = rows.filter((row) => {
    const { Modified_Time: at } = row as { Modified_Time?: Date | null }
    return since === null || at == null || at >= since
  })
  const isDone = !info.more_records || wanted.length < rows.length
  return { rows: wanted, leftOut, next: isDone ? null : String(number + 1) }
}

/** With the stages of each: there are about thirty. */
const jobsPerPage = 50

async function readJobs(account: ZohoAccount, page: string | null) {
  const { rows, leftOut, next } = await readPage(account, '/Job_Openings', jobRow, { since: null, page }, jobsPerPage)
  const labels = rows.length > 0 ? await readStatuses(account) : []
  const stages = rows.flatMap(({ id: jobId }) =>
    labels.map((label, ordinal) => ({ id: label.actual_value, jobId, label: label.display_value, ordinal })),
  )
  return { rows: { ...clientsOf(rows), jobs: rows.map(jobOf), stages, leftOut }, next }
}

/** The order is that of the list, which need not be that of the work. */
async function readStatuses(account: ZohoAccount) {
  const body = (await account.get('/settings/fields', { module: 'Applications' })) as { fields?: unknown } | null
  const fields = readRows(fieldRow, body?.fields, name).rows
  return fields.find(({ api_name }) => api_name === 'Application_Status')?.pick_list_values ?? []
}

const usersShape = z.object({ users: z.array(z.unknown()), info: infoShape })
async function readUsers(account: ZohoAccount, page: string | null) {
  const number = Number(page ?? 1)
  const body = await account.get('/users', { type: 'ActiveUsers', page: number, per_page: 200 })
  if (body === null) return { rows: {}, next: null }
  const { users, info } = readObject(usersShape, body, name)
  const { rows, leftOut } = readRows(userRow, users, name)
  const found = rows.map(({ id, full_name, email }) => ({ id, name: full_name, email: email || null, role: null }))
  return { rows: { users: found, leftOut }, next: info.more_records ? String(number + 1) : null }
}

export function createZohoStreams(account: ZohoAccount): readonly Stream[] {
  const changes = <T extends z.ZodType>(
    path: string,
    shape: T,
    show: (rows: z.output<T>[]) => SyncedRows,
  ): Stream['read'] =>
    async function read(question) {
      const { rows, leftOut, next } = await readPage(account, path, shape, question)
      return { rows: { ...show(rows), leftOut }, next }
    }
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      read: ({ page }) => readUsers(account, page),
    },
    {
      name: 'jobs',
      kinds: ['clients', 'contacts', 'jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 15,
      read: ({ page }) => readJobs(account, page),
    },
    {
      name: 'candidates',
      kinds: ['candidates'],
      mode: 'changes',
      everyMinutes: 0,
      read: changes('/Candidates', candidateRow, (rows) => ({ candidates: rows.map(candidateOf) })),
    },
    {
      name: 'applications',
      kinds: ['applications'],
      mode: 'changes',
      everyMinutes: 0,
      read: changes('/Applications', applicationRow, (rows) => ({ applications: rows.map(applicationOf) })),
    },
    {
      name: 'interviews',
      kinds: ['interviews'],
      mode: 'changes',
      everyMinutes: 0,
      // Zoho names the candidate and the job, and not which application that is.
      read: changes('/Interviews', interviewRow, (rows) => ({
        interviews: rows.flatMap((row) => interviewOf(row, '')),
      })),
    },
  ]
}
