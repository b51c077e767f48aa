import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, InterviewWriting, Written } from '../connector.ts'
import { fileKindOf } from '../fileKind.ts'
import { bodyId, readHookField } from '../hookProof.ts'
import { noteMark } from '../noteMark.ts'
import { withoutMarkup } from '../noteText.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import type { AtsAttachment } from '../port.ts'
import { runProbes } from '../runProbes.ts'
import { proseOrNull, readObject, readRows, vendorId } from '../vendorRows.ts'
import { type Client, createRecruitcrmClient, name } from './recruitcrmClient.ts'
import {
  fileRow,
  interviewOf,
  type Meeting,
  meetingRow,
  pageRow,
  placeRow,
  resumeRow,
  subscriptionRow,
  typeRow,
} from './recruitcrmRows.ts'
import { streamsOf } from './recruitcrmStreams.ts'

// Recruit CRM, API v1. Edits are POSTs with other fields than reads have; a record can be missing from a search for half a minute after it was
// written.

const dayMs = 24 * 3600_000
const pageSize = 100

export const recruitcrm: AtsSystem = {
  id: 'recruitcrm',
  name,
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'native',
    interviewWrite: 'native',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'partly',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'secretAddress',
    actingUser: 'native',
  },
  does: "Reads candidates, jobs with their hiring pipelines, the client's contacts and your team; writes interviews as meetings without a second invitation, moves candidates to another hiring stage and adds notes.",
  doesNot:
    'Does not read who is assigned to jobs that were closed for 60 days; calls a client after the mail domain of its contact, because the interface gives no company names; notices deleted records once a day; takes up to 10 minutes to see a new assignment, because Recruit CRM lists them job by job.',
  fields: [
    {
      name: 'apiKey',
      label: 'API token',
      hint: 'From Admin Settings > API. It counts for the whole account.',
      isSecret: true,
      isRequired: true,
      pattern: /^\S{8,}$/,
    },
  ],
  steps: [
    'Sign in to Recruit CRM as an admin and open Admin Settings > API.',
    'Create a token, or copy the one that is there.',
    'Paste it here. If the page is missing, your plan may not include the API: ask Recruit CRM.',
  ],
  hookSteps: [],
  everyMinutes: 5,
  open: openRecruitcrm,
}

function openRecruitcrm(access: Access): AtsConnector {
  const client = createRecruitcrmClient(access)
  return {
    streams: streamsOf(client, access),
    probe: () => probe(client),
    async readApplication({ candidateId, jobId }) {
      const { status, body } = await client.get(placePath(candidateId, jobId), { accept: [404] })
      if (status === 404) return null
      const { status: stage } = readObject(placeRow, body, name)
      const stageLabel = stage.label ?? ''
      return { stageId: stage.status_id, stageLabel, outcome: outcomeOfLabel(stageLabel) }
    },
    async moveStage({ candidateId, jobId, toStageId, actingUserId }) {
      const by = actingUserId === null ? {} : { updated_by: Number(actingUserId) }
      await client.send('POST', placePath(candidateId, jobId), { json: { status_id: Number(toStageId), ...by } })
    },
    writeInterview: (interview) => writeInterview(client, access, interview),
    checkInterview: null,
    async readInterview({ id, applicationId }) {
      const meeting = await readMeeting(client, id)
      if (!meeting) return null
      return interviewOf(meeting, applicationId, access.clock.now())
    },
    async writeNote({ candidateId, jobId, text, actingUserId }) {
      const by = actingUserId === null ? {} : { created_by: Number(actingUserId) }
      const json = {
        description: withoutMarkup(text),
        related_to: candidateId,
        related_to_type: 'candidate',
        associated_jobs: jobId,
        ...by,
      }
      const { body } = await client.send('POST', '/v1/notes', { json })
      const note = readObject(z.object({ id: vendorId, description: proseOrNull }), body, name)
      return { id: note.id, said: `Note ${note.id}: "${(note.description ?? '').split('\n')[0]}"`, url: null }
    },
    canFindNotes: false,
    listAttachments: ({ candidateId }) => listAttachments(client, candidateId),
    checkHook({ body }) {
      return { kind: 'good', id: bodyId(body), event: readHookField(body, 'event') || 'changed' }
    },
    async registerHook(url, secret) {
      const { data } = readObject(pageRow, (await client.get('/v1/subscriptions')).body, name)
      const { rows } = readRows(subscriptionRow, data, name)
      const known = new Set(rows.flatMap(({ event, target_url }) => (target_url === url ? [event] : [])))
      for (const event of hookEvents)
        if (!known.has(event)) await client.send('POST', '/v1/subscriptions', { json: { event, target_url: url } })
      return { secret }
    },
  }
}

const hookEvents = [
  'candidate.created',
  'candidate.updated',
  'candidate.deleted',
  'candidate.assigned',
  'candidate.unassigned',
  'candidate.hiringstage.updated',
  'candidate.external.applied.jobs',
  'job.created',
  'job.updated',
  'job.deleted',
  'job.status.updated',
  'meeting.created',
  'meeting.updated',
  'meeting.deleted',
]
const placePath = (candidate: string, job: string) =>
  `/v1/candidates/${encodeURIComponent(candidate)}/hiring-stages/${encodeURIComponent(job)}`

async function listAttachments(client: Client, candidateId: string): Promise<AtsAttachment[]> {
  const slug = encodeURIComponent(candidateId)
  const candidate = await client.get(`/v1/candidates/${slug}`)
  const { resume } = readObject(resumeRow, candidate.body, name)
  const { rows } = await client.all(`/v1/files/candidate/${slug}`, fileRow)
  const files = rows
    .filter(({ file_name }) => resume === null || file_name !== resume.filename)
    .map(({ file_name, file_link }) => ({
      kind: fileKindOf(file_name ?? ''),
      name: file_name ?? 'File',
      url: file_link,
    }))
  return [
    ...(resume ? [{ kind: 'resume' as const, name: resume.filename ?? 'Resume', url: resume.file_link }] : []),
    ...files,
  ]
}

// What is written -----------------------------------------------------------------------------------------------------------------

async function readMeeting(client: Client, id: string): Promise<Meeting | null> {
  const { status, body } = await client.get(`/v1/meetings/${encodeURIComponent(id)}`, { accept: [404] })
  return status === 404 ? null : readObject(meetingRow, body, name)
}

/** Among the newest ones and those that changed lately: the list shows what a search does not find yet. */
async function findMeeting(client: Client, access: Access, mark: string): Promise<Meeting | null> {
  const isMarked = ({ description }: Meeting) => description?.includes(mark) === true
  const newest = await client.list('/v1/meetings', meetingRow, { limit: pageSize })
  const found = newest.rows.find(isMarked)
  if (found || newest.next === null) return found ?? null
  const updated_from = new Date(access.clock.now().getTime() - 2 * dayMs).toISOString().slice(0, 10)
  for (let page: number | null = 1; page !== null && page <= 10; ) {
    const { rows, next }: { rows: Meeting[]; next: number | null } = await client.list(
      '/v1/meetings/search',
      meetingRow,
      { page, updated_from },
    )
    const marked = rows.find(isMarked)
    if (marked) return marked
    page = next
  }
  return null
}

async function writeInterview(client: Client, access: Access, interview: InterviewWriting): Promise<Written> {
  const mark = noteMark(interview.key)
  const known = interview.knownId === null ? null : await readMeeting(client, interview.knownId)
  const before = known ?? (await findMeeting(client, access, mark))
  if (interview.status === 'CANCELED') return removeMeeting(client, before, interview.knownId)
  const json = before
    ? meetingOf(interview, mark)
    : { ...meetingOf(interview, mark), ...(await newMeetingOf(client, interview)) }
  const { body } = await client.send('POST', before ? `/v1/meetings/${before.id}` : '/v1/meetings', { json })
  const taken = readObject(meetingRow, body, name)
  const written = (await readMeeting(client, taken.id)) ?? taken
  return { id: written.id, said: sayMeeting(written), url: null }
}

async function removeMeeting(client: Client, before: Meeting | null, knownId: string | null): Promise<Written> {
  if (!before) return { id: knownId ?? '', said: 'No such meeting was there any more.', url: null }
  await client.send('DELETE', `/v1/meetings/${before.id}`, { accept: [404] })
  const left = await readMeeting(client, before.id)
  if (left) throw new ParleyError('refused', `${name} did not delete the meeting ${before.id}.`)
  return { id: before.id, said: `Meeting ${before.id} is deleted.`, url: null }
}

/** The fields of a write, which are others than those of a read. Lists are text with commas; `false` would be refused. */
function meetingOf(interview: InterviewWriting, mark: string) {
  const { candidateId, jobId, userIds, actingUserId } = interview
  return {
    title: interview.title,
    reminder: -1,
    start_date: interview.startAt.toISOString(),
    end_date: interview.endAt.toISOString(),
    description: withoutMarkup(interview.text.includes(mark) ? interview.text : `${interview.text}\n\n${mark}`),
    address: interview.location,
    related_to: candidateId,
    related_to_type: 'candidate',
    attendee_candidates: candidateId,
    ...(userIds.length > 0 ? { attendee_users: userIds.join(',') } : {}),
    associated_candidates: candidateId,
    associated_jobs: jobId,
    do_not_send_calendar_invites: '1',
    ...(actingUserId === null ? {} : { updated_by: Number(actingUserId) }),
  }
}

async function newMeetingOf(client: Client, { title, actingUserId }: InterviewWriting) {
  const { rows } = await client.all('/v1/meeting-types', typeRow)
  const words = title
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word.length > 3)
  const weigh = (label: string) =>
    words.filter((word) => label.toLowerCase().includes(word)).length + (/interview/i.test(label) ? 1 : 0)
  const [best] = rows
    .filter(({ label }) => weigh(label) > 0)
    .sort((one, other) => weigh(other.label) - weigh(one.label))
  const by = actingUserId === null ? {} : { owner_id: Number(actingUserId), created_by: Number(actingUserId) }
  return { ...(best ? { meeting_type_id: Number(best.id) } : {}), ...by }
}

function sayMeeting({ id, title, start_date, end_date, address }: Meeting): string {
  const place = address ? `, at ${address}` : ''
  return `Meeting ${id} "${title ?? ''}" from ${start_date.toISOString()} to ${end_date.toISOString()}${place}; Recruit CRM sends no invitation.`
}

// How it does ---------------------------------------------------------------------------------------------------------------------

function probe(client: Client) {
  const permission = null
  return runProbes([
    { capability: 'read users', permission, ask: () => client.get('/v1/users') },
    { capability: 'read stages', permission, ask: () => client.get('/v1/hiring-pipelines') },
    { capability: 'read jobs', permission, ask: () => client.get('/v1/jobs', { query: { per_page: 15 } }) },
    { capability: 'read candidates', permission, ask: () => client.get('/v1/candidates', { query: { limit: 1 } }) },
    { capability: 'read interviews', permission, ask: () => client.get('/v1/meetings', { query: { limit: 1 } }) },
  ])
}
