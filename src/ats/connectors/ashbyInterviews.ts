import { ParleyError } from '../../domain/errors.ts'
import type { InterviewWriting, SyncedInterview, Written } from '../connector.ts'
import { type Client, isFailure, name, pageSize } from './ashbyClient.ts'
import { type Event, type Schedule, scheduleRow, toInterview, typeRow, userRow } from './ashbyRows.ts'

// Interviews in Ashby: a schedule with one event. Interviewers are named by their addresses; there is no field for place or link.

/** Addresses of Ashby's users, by their ids. */
export interface UserBook {
  emailsOf(userIds: readonly string[]): Promise<string[]>
}

/** More users than this are not looked through for one. */
const pagesMax = 50

export function createUserBook(client: Client): UserBook {
  let emails = new Map<string, string>()
  async function readAll(): Promise<void> {
    const read = new Map<string, string>()
    let cursor: string | null = null
    for (let page = 0; page < pagesMax; page++) {
      const found: Awaited<ReturnType<typeof client.list<typeof userRow>>> = await client.list('/user.list', userRow, {
        limit: pageSize,
        ...(cursor === null ? {} : { cursor }),
      })
      for (const { id, email, isEnabled } of found.rows) if (email !== null && isEnabled) read.set(id, email)
      cursor = found.next
      if (cursor === null) break
    }
    emails = read
  }
  return {
    async emailsOf(userIds) {
      if (userIds.some((id) => !emails.has(id))) await readAll()
      return userIds.flatMap((id) => emails.get(id) ?? [])
    },
  }
}

export async function checkInterview(users: UserBook, { status, userIds }: InterviewWriting): Promise<string[]> {
  if (status === 'CANCELED') return []
  if (userIds.length === 0)
    return ['Ashby wants an interviewer who is an Ashby user, and none takes part in this interview.']
  const emails = await users.emailsOf(userIds)
  return emails.length > 0 ? [] : ['None of the interviewers is an active user in Ashby.']
}

async function listSchedules(client: Client, applicationId: string): Promise<Schedule[]> {
  const schedules: Schedule[] = []
  let cursor: string | null = null
  for (let page = 0; page < pagesMax; page++) {
    const found: Awaited<ReturnType<typeof client.list<typeof scheduleRow>>> = await client.list(
      '/interviewSchedule.list',
      scheduleRow,
      { applicationId, limit: pageSize, ...(cursor === null ? {} : { cursor }) },
    )
    schedules.push(...found.rows.filter((row) => row.applicationId === applicationId))
    cursor = found.next
    if (cursor === null) break
  }
  return schedules
}
const findById = async (client: Client, applicationId: string, id: string) =>
  (await listSchedules(client, applicationId)).find((schedule) => schedule.id === id) ?? null

/** Null when it is gone, and when it is cancelled and has no times any more. */
export async function readInterview(
  client: Client,
  applicationId: string,
  id: string,
): Promise<SyncedInterview | null> {
  const schedule = await findById(client, applicationId, id)
  return schedule && toInterview(schedule)
}

export async function writeInterview(client: Client, users: UserBook, interview: InterviewWriting): Promise<Written> {
  const { applicationId, key, knownId } = interview
  const hasKey = ({ extraData }: Event) => extraData?.parley === key
  const standing = (await listSchedules(client, applicationId)).filter(({ status }) => status !== 'Cancelled')
  const before =
    standing.find(({ id }) => id === knownId) ?? standing.find(({ interviewEvents }) => interviewEvents.some(hasKey))
  if (interview.status === 'CANCELED') return cancel(client, before?.id ?? null, knownId)
  const [problem] = await checkInterview(users, interview)
  if (problem) throw new ParleyError('refused', problem)
  const event = {
    startTime: interview.startAt.toISOString(),
    endTime: interview.endAt.toISOString(),
    interviewers: (await users.emailsOf(interview.userIds)).map((email) => ({ email })),
    extraData: { parley: key },
  }
  const eventId = before && (before.interviewEvents.find(hasKey) ?? before.interviewEvents[0])?.id
  const { id } = before
    ? await client.info('/interviewSchedule.update', scheduleRow, {
        interviewScheduleId: before.id,
        interviewEvent: { ...event, ...(eventId ? { interviewEventId: eventId } : {}) },
      })
    : await client.info('/interviewSchedule.create', scheduleRow, {
        applicationId,
        interviewEvents: [{ ...event, ...(await typeFor(client, interview)) }],
      })
  const written = await findById(client, applicationId, id)
  if (!written) throw new ParleyError('refused', `${name} took the schedule ${id} and does not have it now.`)
  return { id, said: saySchedule(written), url: null }
}

async function cancel(client: Client, id: string | null, knownId: string | null): Promise<Written> {
  if (id === null) return { id: knownId ?? '', said: 'No such schedule stands any more.', url: null }
  try {
    const { status } = await client.info('/interviewSchedule.cancel', scheduleRow, { id })
    return { id, said: `Schedule ${id}: ${status ?? 'Cancelled'}.`, url: null }
  } catch (error) {
    if (!isFailure(error, 'interview_schedule_cancelled')) throw error
    return { id, said: `Schedule ${id} was cancelled before.`, url: null }
  }
}

/** The one of the job's interviews whose name has most words of the title; the account's usual one when none has any. */
async function typeFor(client: Client, { jobId, title }: InterviewWriting): Promise<{ interviewId?: string }> {
  const { rows } = await client.list('/interview.list', typeRow, { limit: pageSize })
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const weigh = (label: string) => words.filter((word) => label.toLowerCase().includes(word)).length
  const [best] = rows
    .filter((type) => !type.isArchived && (type.jobId === null || type.jobId === jobId) && weigh(type.title) > 0)
    .sort((one, other) => weigh(other.title) - weigh(one.title))
  return best ? { interviewId: best.id } : {}
}

function saySchedule({ id, status, interviewEvents }: Schedule): string {
  const times = interviewEvents.map(
    ({ startTime, endTime }) => `from ${startTime.toISOString()} to ${endTime.toISOString()}`,
  )
  return `Schedule ${id}: ${status ?? 'Scheduled'} ${times.join(', ')}. Ashby has no field for the place.`
}
