import { ParleyError } from '../../domain/errors.ts'
import type { InterviewWriting, Written } from '../connector.ts'
import { noteMark } from '../noteMark.ts'
import { readRows } from '../vendorRows.ts'
import { type ZohoAccount, zohoName } from './zohoRecruitAccount.ts'
import { type FieldRow, fieldRow, type InterviewRow, interviewRow } from './zohoRecruitRows.ts'

// Interviews are a module like others: its fields are read from the account, because the one for the job has two names and the words of its status are the
// account's own.

/** No record has it. */
export const nobody = '0'

export interface ZohoInterviews {
  check(): Promise<readonly string[]>
  /** Asks for one of nobody, which is refused: as such by whom may write, as not allowed by whom may not. */
  attempt(): Promise<unknown>
  write(interview: InterviewWriting): Promise<Written>
  /** As it is there; null when it is gone. */
  read(id: string): Promise<InterviewRow | null>
}

interface Mapping {
  job: string
  statuses: readonly string[]
}
const jobNames = ['Posting_Title', 'Job_Opening_Name']
const needed = ['Interview_Name', 'Candidate_Name', 'Start_DateTime', 'End_DateTime']

/** Newest first: an attempt whose answer was lost is among the latest. */
const lookBackPages = 3
const perPage = 200

export function createZohoInterviews(account: ZohoAccount): ZohoInterviews {
  let known: readonly FieldRow[] | null = null
  async function readFields(): Promise<readonly FieldRow[]> {
    if (known === null) {
      const body = (await account.get('/settings/fields', { module: 'Interviews' })) as { fields?: unknown } | null
      known = readRows(fieldRow, body?.fields, zohoName).rows
    }
    return known
  }

  function findProblems(fields: readonly FieldRow[]): string[] {
    const names = new Set(fields.map(({ api_name }) => api_name))
    const missing = needed.filter((name) => !names.has(name))
    if (!jobNames.some((name) => names.has(name))) missing.push(jobNames.join(' or '))
    if (missing.length === 0) return []
    return [
      `Interviews in your ${zohoName} have no field ${missing.join(', ')} that Parley could write to. Its log is written as notes.`,
    ]
  }

  async function readMapping(): Promise<Mapping> {
    const fields = await readFields()
    const [problem] = findProblems(fields)
    if (problem !== undefined) throw new ParleyError('refused', problem)
    const has = (name: string) => fields.some(({ api_name }) => api_name === name)
    const status = fields.find(({ api_name }) => api_name === 'Interview_Status')
    return {
      job: jobNames.find(has) ?? 'Posting_Title',
      statuses: status?.pick_list_values.map(({ actual_value }) => actual_value) ?? [],
    }
  }

  async function read(id: string): Promise<InterviewRow | null> {
    const body = (await account.get(`/Interviews/${encodeURIComponent(id)}`)) as { data?: unknown } | null
    return body === null ? null : (readRows(interviewRow, body.data, zohoName).rows[0] ?? null)
  }

  async function findByMark(mark: string): Promise<InterviewRow | null> {
    for (let page = 1; page <= lookBackPages; page++) {
      const query = { page, per_page: perPage, sort_by: 'Modified_Time', sort_order: 'desc' }
      const body = (await account.get('/Interviews', query)) as { data?: unknown; info?: unknown } | null
      if (body === null) return null
      const { rows } = readRows(interviewRow, body.data, zohoName)
      const found = rows.find((row) => row.Schedule_Comments?.includes(mark))
      if (found) return found
      if ((body.info as { more_records?: unknown } | undefined)?.more_records !== true) return null
    }
    return null
  }

  async function write(interview: InterviewWriting): Promise<Written> {
    const mark = noteMark(interview.key)
    const known = interview.knownId === null ? null : await read(interview.knownId)
    const before = known ?? (await findByMark(mark))
    if (interview.status === 'CANCELED' && !before)
      return { id: interview.knownId ?? '', said: 'there is no such interview', url: null }
    const mapping = await readMapping()
    const status = chooseStatus(mapping, interview.status, before)
    if (before && interview.status === 'CANCELED' && status === null) {
      await account.remove('/Interviews', before.id)
      return {
        id: before.id,
        said: `interview ${before.id} is removed: no Interview Status there means cancelled`,
        url: null,
      }
    }
    const item = itemOf(interview, mapping, status, mark)
    const made = before
      ? await account.write('PUT', `/Interviews/${encodeURIComponent(before.id)}`, item, true)
      : await account.write('POST', '/Interviews', item, true)
    const id = before?.id ?? made ?? (await findByMark(mark))?.id ?? null
    return describe(id, id === null ? null : await read(id))
  }

  return {
    check: async () => findProblems(await readFields()),
    async attempt() {
      const { job } = await readMapping()
      const times = { Start_DateTime: '2000-01-01T10:00:00+00:00', End_DateTime: '2000-01-01T10:30:00+00:00' }
      const item = { Interview_Name: 'Parley', Candidate_Name: { id: nobody }, [job]: { id: nobody }, ...times }
      return account.write('POST', '/Interviews', item, true)
    },
    write,
    read,
  }
}

const statusWords = {
  SCHEDULED: /schedul/i,
  COMPLETE: /complet|conducted|attended|done/i,
  CANCELED: /cancel/i,
} as const
/** The account's own word; null where it has none, or where nothing need be said. */
function chooseStatus({ statuses }: Mapping, status: InterviewWriting['status'], before: InterviewRow | null) {
  const word = statuses.find((one) => statusWords[status].test(one) && !/re-?schedul/i.test(one)) ?? null
  return !before && status === 'SCHEDULED' ? null : word
}

function itemOf(interview: InterviewWriting, { job }: Mapping, status: string | null, mark: string) {
  const { candidateId, jobId, title, startAt, endAt, userIds, location, text } = interview
  return {
    Interview_Name: title,
    Candidate_Name: { id: candidateId },
    [job]: { id: jobId },
    Start_DateTime: withOffset(startAt),
    End_DateTime: withOffset(endAt),
    ...(userIds.length > 0 ? { Interviewer: userIds.map((id) => ({ id })) } : {}),
    ...(location === '' ? {} : { Venue: location }),
    Schedule_Comments: text.includes(mark) ? text : `${text}\n${mark}`,
    ...(status === null ? {} : { Interview_Status: status }),
  }
}

const withOffset = (at: Date) => `${at.toISOString().slice(0, 19)}+00:00`

function describe(id: string | null, row: InterviewRow | null): Written {
  if (id === null || !row)
    throw new ParleyError('unavailable', `${zohoName} took the interview, and does not show it yet.`, {
      retry: 'later',
    })
  const times = `${withOffset(row.Start_DateTime)} to ${withOffset(row.End_DateTime)}`
  const said = [`"${row.Interview_Name ?? ''}"`, times, row.Interview_Status, row.Venue].filter(Boolean).join(', ')
  return { id, said, url: null }
}
