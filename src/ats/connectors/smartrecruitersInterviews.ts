import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { InterviewWriting, Written } from '../connector.ts'
import { readObject, readRows, vendorId } from '../vendorRows.ts'
import { type Client, name } from './smartrecruitersClient.ts'
import { type Interview, interviewRow, placeRow, referenceOf } from './smartrecruitersRows.ts'

// Interviews in SmartRecruiters: one with one timeslot, and Parley's reference as its address. They are listed by an id of the application that
// no list tells.

const base = '/interviews-api/v201904/interviews'
const pathOf = (id: string) => `${base}/${encodeURIComponent(id)}`
export const pairPath = (candidateId: string, jobId: string) =>
  `/candidates/${encodeURIComponent(candidateId)}/jobs/${encodeURIComponent(jobId)}`

export function checkInterview({ status, userIds }: InterviewWriting): string[] {
  if (status === 'CANCELED' || userIds.length > 0) return []
  return ['SmartRecruiters wants an interviewer who is one of its users, and none takes part in this interview.']
}

export async function readInterview(client: Client, id: string): Promise<Interview | null> {
  const { status, body } = await client.get(pathOf(id), { accept: [404] })
  return status === 404 ? null : readObject(interviewRow, body, name)
}

const applicationRow = z.object({ id: vendorId, candidateId: vendorId, jobId: vendorId })

/**
 * The vendor's own id of an application, out of the address of its page. That it stands there is not documented, so it is asked about; null where
 * it does not.
 */
async function findApplicationId(client: Client, { candidateId, jobId }: InterviewWriting): Promise<string | null> {
  const pair = await client.get(pairPath(candidateId, jobId), { accept: [404] })
  if (pair.status === 404) return null
  const { url } = readObject(placeRow, pair.body, name)
  const [, id] = /\/applications\/([\w-]{8,100})(?:[/?#]|$)/.exec(url ?? '') ?? []
  if (id === undefined) return null
  const { status, body } = await client.get(`/job-applications-api/v202112/job-applications/${id}`, {
    accept: [400, 403, 404],
  })
  const read = applicationRow.safeParse(body)
  const isIt = status === 200 && read.data?.candidateId === candidateId && read.data.jobId === jobId
  return isIt ? id : null
}

async function findInterview(client: Client, applicationId: string, key: string): Promise<Interview | null> {
  const { rows } = await client.list(base, interviewRow, { query: { applicationId } })
  return rows.find(({ refUrl }) => refUrl === referenceOf(key)) ?? null
}

export async function writeInterview(client: Client, interview: InterviewWriting): Promise<Written> {
  const known = interview.knownId === null ? null : await readInterview(client, interview.knownId)
  const applicationId = known ? null : await findApplicationId(client, interview)
  const before = known ?? (applicationId ? await findInterview(client, applicationId, interview.key) : null)
  if (interview.status === 'CANCELED') return remove(client, before, interview.knownId)
  const [problem] = checkInterview(interview)
  if (problem) throw new ParleyError('refused', problem)
  const id = before ? await change(client, before, interview) : await create(client, interview, applicationId !== null)
  const written = await readInterview(client, id)
  if (!written) throw notShown(id, applicationId !== null || known !== null)
  return { id, said: sayInterview(written), url: null }
}

/** Right after a write it may not be seen yet: the next attempt finds it, where anything can be found. */
function notShown(id: string, canBeFound: boolean): ParleyError {
  return new ParleyError(
    canBeFound ? 'unavailable' : 'unknownOutcome',
    `${name} took the interview ${id} and does not show it. Look at the candidate there if it stays so.`,
    { retry: 'later' },
  )
}

const slotOf = ({ startAt, endAt, userIds, title, location }: InterviewWriting) => ({
  ...{ startsOn: startAt.toISOString(), endsOn: endAt.toISOString(), title, place: location },
  interviewers: userIds.map((id) => ({ id })),
})

/** @param canBeFound false where a second attempt could not see what the first one did */
async function create(client: Client, interview: InterviewWriting, canBeFound: boolean): Promise<string> {
  const { candidateId, jobId, zone, key, actingUserId } = interview
  const json = {
    ...{ candidate: { id: candidateId }, jobId, timezone: zone, refUrl: referenceOf(key) },
    organizerId: actingUserId ?? (await readOwnId(client)),
    timeslots: [{ ...slotOf(interview), ...(await typeFor(client, interview.title)) }],
  }
  try {
    const { body } = await client.send('POST', base, { json })
    return readObject(interviewRow, body, name).id
  } catch (error) {
    if (canBeFound || !isParleyError(error, 'unavailable')) throw error
    throw new ParleyError(
      'unknownOutcome',
      `${name} did not answer, and Parley cannot see there whether the interview was made. Look at the candidate in ${name} before you try again.`,
      { cause: error },
    )
  }
}

async function change(client: Client, before: Interview, interview: InterviewWriting): Promise<string> {
  const [slot] = before.timeslots
  const timeslots = `${pathOf(before.id)}/timeslots`
  if (slot) await client.send('PATCH', `${timeslots}/${encodeURIComponent(slot.id)}`, { json: slotOf(interview) })
  else await client.send('POST', timeslots, { json: slotOf(interview) })
  if (before.timezone !== interview.zone)
    await client.send('PATCH', pathOf(before.id), { json: { timezone: interview.zone } })
  return before.id
}

async function remove(client: Client, before: Interview | null, knownId: string | null): Promise<Written> {
  if (!before) return { id: knownId ?? '', said: 'No such interview was there any more.', url: null }
  await client.send('DELETE', pathOf(before.id), { accept: [404] })
  return { id: before.id, said: `Interview ${before.id} is deleted.`, url: null }
}

async function readOwnId(client: Client): Promise<string> {
  const { body } = await client.get('/user-api/v201804/users/me')
  return readObject(z.object({ id: vendorId }), body, name).id
}

/** The account's type that has most words of the title; none when none has any. */
async function typeFor(client: Client, title: string): Promise<{ interviewType?: string }> {
  const { body } = await client.get('/interviews-api/v201904/interview-types')
  const { rows } = readRows(z.string().min(1), body, name)
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const weigh = (type: string) => words.filter((word) => type.toLowerCase().includes(word)).length
  const [best] = rows.filter((type) => weigh(type) > 0).sort((one, other) => weigh(other) - weigh(one))
  return best === undefined ? {} : { interviewType: best }
}

function sayInterview({ id, timezone, timeslots }: Interview): string {
  const times = timeslots.map(({ startsOn, endsOn, place }) => {
    const where = place ? `, at ${place}` : ''
    return `from ${startsOn.toISOString()} to ${endsOn.toISOString()}${where}`
  })
  return `Interview ${id} (${timezone ?? 'UTC'}) ${times.join('; ')}.`
}
