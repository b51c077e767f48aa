import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { InterviewWriting, SyncedInterview, Written } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import type { GreenhouseHttp } from './greenhouseHttp.ts'
import {
  applicationUrl,
  type InterviewRow,
  interviewRow,
  managerRow,
  type SlotRow,
  seatRow,
  showInterview,
  slotRow,
} from './greenhouseRows.ts'

// Interviews of Harvest v3 are records: Greenhouse invites nobody. Parley's key is in `external_event_id`, which they can be looked up by.

export interface GreenhouseInterviews {
  show(rows: readonly InterviewRow[]): Promise<SyncedInterview[]>
  read(id: string): Promise<SyncedInterview | null>
  check(interview: InterviewWriting): Promise<readonly string[]>
  write(interview: InterviewWriting): Promise<Written>
}

const noSlot =
  'The interview plan of this job in Greenhouse has no interview that needs scheduling. Add one there (Job Setup > Interview Plan), then try again.'
const nobody =
  'Nobody who takes part is a user of Greenhouse, and an interview there needs one. Add the interviewer or hiring manager to the interview.'
const noManager = 'The job has no hiring manager in Greenhouse: name one there (Job Setup > Hiring Team).'
const managerLeftOut =
  'The hiring manager whom Greenhouse names for this job neither takes part nor made the interview, so it does not show there with them.'

export function createGreenhouseInterviews(http: GreenhouseHttp): GreenhouseInterviews {
  /** Names of the slots of interview plans, as they were met. */
  const titles = new Map<string, string>()

  async function list<T extends Parameters<typeof readRows>[0]>(shape: T, path: string, query: Record<string, string>) {
    const answer = await http.get(path, { ...query, per_page: 500 })
    return readRows(shape, answer.body, 'Greenhouse').rows
  }

  async function readTitles(slotIds: readonly string[]): Promise<void> {
    if (titles.size > 5000) titles.clear()
    const unknown = [...new Set(slotIds)].filter((id) => !titles.has(id))
    if (unknown.length === 0) return
    for (const slot of await list(slotRow, '/job_interviews', { ids: unknown.join(',') }))
      titles.set(slot.id, slot.name)
  }

  /** As many as one request may name. */
  async function show(rows: readonly InterviewRow[]): Promise<SyncedInterview[]> {
    const timed = rows.filter(({ starts_at, ends_at }) => starts_at !== null && ends_at !== null)
    if (timed.length === 0) return []
    const seats = await list(seatRow, '/interviewers', { interview_ids: timed.map(({ id }) => id).join(',') })
    await readTitles(timed.flatMap(({ job_interview_id }) => job_interview_id ?? []))
    return timed.flatMap((row) => {
      const own = seats.filter(({ interview_id }) => interview_id === row.id)
      const title = titles.get(row.job_interview_id ?? '') ?? 'Interview'
      return (
        showInterview(
          row,
          title,
          own.flatMap(({ user_id }) => user_id ?? []),
        ) ?? []
      )
    })
  }

  async function read(id: string): Promise<SyncedInterview | null> {
    const rows = await list(interviewRow, '/interviews', { ids: id })
    return (await show(rows))[0] ?? null
  }

  async function find({ knownId, key }: InterviewWriting): Promise<InterviewRow | null> {
    const byId = knownId === null ? [] : await list(interviewRow, '/interviews', { ids: knownId })
    return byId[0] ?? (await list(interviewRow, '/interviews', { external_event_id: key }))[0] ?? null
  }

  const readSlots = ({ jobId }: InterviewWriting) =>
    list(slotRow, '/job_interviews', { job_ids: jobId, active: 'true' })

  /** Who answered before keeps his answer: the list of a change replaces all of it. */
  async function writeSeats({ userIds }: InterviewWriting, found: InterviewRow | null) {
    const before = found ? await list(seatRow, '/interviewers', { interview_ids: found.id }) : []
    return userIds.map((id) => ({
      user_id: Number(id),
      response_status: before.find(({ user_id }) => user_id === id)?.response_status ?? 'needs_action',
    }))
  }

  /** What Greenhouse takes as it is, and the customer may not want: looked up before, and never in the way of the write. */
  async function remark({ jobId, userIds, actingUserId }: InterviewWriting): Promise<readonly string[]> {
    try {
      const managers = await list(managerRow, '/job_hiring_managers', { job_ids: jobId })
      if (managers.length === 0) return [noManager]
      const isThere = managers.some(({ user_id }) => user_id === actingUserId || userIds.includes(user_id))
      return isThere ? [] : [managerLeftOut]
    } catch (error) {
      if (isParleyError(error, 'notAllowed')) return []
      throw error
    }
  }

  async function put(interview: InterviewWriting, found: InterviewRow | null): Promise<string> {
    if (interview.userIds.length === 0) throw new ParleyError('refused', nobody)
    const { startAt, endAt, key, location, applicationId, actingUserId } = interview
    const body = {
      starts_at: startAt.toISOString(),
      ends_at: endAt.toISOString(),
      external_event_id: key,
      interviewers: await writeSeats(interview, found),
      ...(location ? { location } : {}),
      ...(URL.canParse(location) && /^https?:/.test(location) ? { video_conferencing_url: location } : {}),
    }
    if (found) {
      await http.send('PATCH', `/interviews/${found.id}`, body, actingUserId)
      return found.id
    }
    const slot = chooseSlot(await readSlots(interview), interview)
    if (!slot) throw new ParleyError('refused', noSlot)
    const place = { application_id: Number(applicationId), job_interview_id: Number(slot.id) }
    const answer = await http.send('POST', '/interviews', { ...place, ...body }, actingUserId)
    return readObject(interviewRow.pick({ id: true }), answer.body, 'Greenhouse').id
  }

  async function cancel(interview: InterviewWriting, found: InterviewRow | null): Promise<Written> {
    const url = applicationUrl(interview.candidateId, interview.applicationId)
    if (!found) return { id: interview.knownId ?? '', said: 'Greenhouse has no such interview.', url }
    try {
      await http.send('DELETE', `/interviews/${found.id}`, undefined, interview.actingUserId)
    } catch (error) {
      if (!isParleyError(error, 'notFound')) throw error
    }
    const left = await read(found.id)
    if (left)
      throw new ParleyError('unavailable', 'Greenhouse still shows the interview that was cancelled.', {
        retry: 'later',
      })
    return { id: found.id, said: `Interview ${found.id} is deleted.`, url }
  }

  return {
    show,
    read,
    async check(interview) {
      if (interview.status === 'CANCELED') return []
      const problems = interview.userIds.length === 0 ? [nobody] : []
      return chooseSlot(await readSlots(interview), interview) ? problems : [...problems, noSlot]
    },
    async write(interview) {
      const found = await find(interview)
      if (interview.status === 'CANCELED') return cancel(interview, found)
      const remarks = interview.status === 'SCHEDULED' ? await remark(interview) : []
      // What is over is Greenhouse's: it waits for feedback by itself.
      const id = interview.status === 'COMPLETE' && found ? found.id : await put(interview, found)
      const row = (await list(interviewRow, '/interviews', { ids: id }))[0]
      if (!row) throw new ParleyError('unavailable', 'Greenhouse does not show the interview yet.', { retry: 'later' })
      const [shown] = await show([row])
      return {
        id,
        said: [shown ? describe(shown, row.status) : `Interview ${id}: ${row.status}`, ...remarks].join('. '),
        url: applicationUrl(interview.candidateId, interview.applicationId),
      }
    },
  }
}

function describe({ id, title, startAt, endAt, location, userIds }: SyncedInterview, status: string): string {
  const count = `${userIds.length} ${userIds.length === 1 ? 'interviewer' : 'interviewers'}`
  const time = `${startAt.toISOString()} to ${endAt.toISOString()}`
  return [`${title} (${id}): ${status}`, time, count, location].filter(Boolean).join(', ')
}

/** One of the stage it is in, by the words of the title, else the first of the plan; of other stages only where that one has none. */
function chooseSlot(slots: readonly SlotRow[], { stageId, title }: InterviewWriting): SlotRow | null {
  const words = new Set(wordsOf(title))
  const rank = (slot: SlotRow): readonly number[] => [
    slot.job_interview_stage_id === stageId ? 0 : 1,
    -wordsOf(slot.name).filter((word) => words.has(word)).length,
    slot.sort_order,
    Number(slot.id),
  ]
  const open = slots.filter(({ scheduling_type }) => (scheduling_type ?? 'needs_scheduling') === 'needs_scheduling')
  const [first] = open.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  })
  return first ?? null
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
