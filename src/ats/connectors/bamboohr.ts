import { isParleyError, ParleyError } from '../../domain/errors.ts'
import { type AtsClient, createAtsClient } from '../client.ts'
import type { Access, ApplicationRef, AtsConnector, AtsSystem, NoteWriting, StageMoving } from '../connector.ts'
import { withoutMentions } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, readRows } from '../vendorRows.ts'
import {
  applicationList,
  applicationOf,
  candidateOf,
  detailShape,
  jobRow,
  jobsAndTeam,
  pageShape,
  stagesOf,
  statusRow,
  userRow,
  writtenShape,
} from './bamboohrRows.ts'

// BambooHR's applicant tracking, v1, as its own packages describe it (June 2026): applications with the applicant inside, one list of statuses for
// all jobs, comments that can be written and not be read. It has no interviews, tells nobody of changes, and its rows do not say when they changed.

const name = 'BambooHR'
const tracking = '/api/v1/applicant_tracking'
const permission = 'ATS settings'
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

export const bamboohr: AtsSystem = {
  id: 'bamboohr',
  name,
  depth: 3,
  capabilities: {
    changes: 'newestFirst',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'note',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'partly',
    attachments: 'link',
    stages: 'account',
    hooks: 'none',
    actingUser: 'none',
  },
  does: 'Reads job openings with their Hiring Leads, candidates and their statuses, moves candidates to another status, and writes each interview and what happens as comments on the application.',
  doesNot:
    'BambooHR takes no interviews from others, so that they are kept in Parley and in calendars; its comments bear the name of the owner of the key and stay as they are, ' +
    'phone numbers are not read, and “Hired” is left to you because it begins onboarding there.',
  fields: [
    {
      name: 'company',
      label: 'Company domain',
      hint: 'The first part of your BambooHR address: for https://acme.bamboohr.com it is acme.',
      isSecret: false,
      isRequired: true,
      pattern: label,
    },
    {
      name: 'apiKey',
      label: 'API Key',
      hint: 'Shown once, when it is made.',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
  ],
  steps: [
    'Sign in to BambooHR as a person who has access to ATS settings: the key can do what this person can.',
    'Click your picture, then “API Keys”, and “Add New Key”.',
    'Name it “Parley”, press “Generate Key”, and copy the key into the form.',
  ],
  hookSteps: [],
  everyMinutes: 2,
  open,
}

function open(access: Access): AtsConnector {
  const { company = '', apiKey = '' } = access.fields
  if (!label.test(company))
    throw new ParleyError('badInput', 'The company domain may have letters, digits and hyphens only.', {
      field: 'company',
    })
  const authorization = `Basic ${Buffer.from(`${apiKey}:x`).toString('base64')}`
  const client = createAtsClient({
    name,
    access,
    bases: { main: `https://${company}.bamboohr.com` },
    authorize: async () => ({ authorization }),
    // No limit is published.
    pace: { count: 10, windowMs: 1000 },
    readReason: (_body, headers) => headers.get('x-bamboohr-error-message'),
    readPermission: (_body, { path }) => (path.startsWith(tracking) ? permission : null),
  })
  return {
    streams: [
      {
        name: 'jobs',
        kinds: ['users', 'jobs', 'stages'],
        mode: 'whole',
        everyMinutes: 15,
        read: ({ page }) => readJobs(client, Number(page ?? 0)),
      },
      {
        name: 'applications',
        kinds: ['candidates', 'applications'],
        mode: 'changes',
        everyMinutes: 0,
        read: ({ since, page }) => readApplications(client, since, page),
      },
    ],
    probe: () =>
      runProbes([
        { capability: 'read statuses', permission, ask: () => client.get(`${tracking}/statuses`) },
        { capability: 'read job openings', permission, ask: () => client.get(`${tracking}/jobs`) },
        {
          capability: 'read candidates',
          permission,
          ask: () => client.get(`${tracking}/applications`, { query: { page: 1 } }),
        },
        { capability: 'read users', permission: null, ask: () => client.get('/api/v1/meta/users') },
      ]),
    readApplication: (ref) => readApplication(client, ref),
    moveStage: (move) => moveStage(client, move),
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: (note) => writeNote(client, note),
    canFindNotes: false,
    listAttachments: async (ref) => {
      const { attachments, resumeFileId, coverLetterFileId } = await readDetail(client, ref.applicationId)
      return attachments.map(({ id, name: file, fileUrl }) => ({
        kind: id === resumeFileId ? 'resume' : id === coverLetterFileId ? 'coverLetter' : 'other',
        name: file,
        url: fileUrl,
      }))
    },
    checkHook: null,
    registerHook: null,
  }
}

// ---------------------------------------------------------------- reading

/** With their stages, which are the same for all of them. */
const jobsPerPage = 50

/** What stands in an object by id, not in a list. */
const valuesOf = (body: unknown) => (typeof body === 'object' && body !== null ? Object.values(body) : body)

async function readJobs(client: AtsClient, from: number) {
  const [users, statuses, jobs] = [
    (await client.get('/api/v1/meta/users')).body,
    (await client.get(`${tracking}/statuses`)).body,
    (await client.get(`${tracking}/jobs`, { query: { statusGroups: 'ALL' } })).body,
  ]
  const all = jobsAndTeam(readRows(userRow, valuesOf(users), name).rows, readRows(jobRow, jobs, name).rows)
  const some = all.jobs.slice(from, from + jobsPerPage)
  const stages = stagesOf(readRows(statusRow, statuses, name).rows, some)
  const isLast = from + jobsPerPage >= all.jobs.length
  return {
    rows: { ...(from === 0 ? { users: all.users } : {}), jobs: some, stages },
    next: isLast ? null : String(from + jobsPerPage),
  }
}

/** A row does not say what became of it, only which of these lists it is in. Who is turned down meanwhile is then seen twice, not never. */
const groups = [
  { group: 'ALL_ACTIVE', outcome: 'active' },
  { group: 'INACTIVE', outcome: 'rejected' },
  { group: 'HIRED', outcome: 'hired' },
] as const

/** `page` is the place in `groups` and the page of that list: "1/3". */
async function readApplications(client: AtsClient, since: Date | null, page: string | null) {
  const [place = 0, number = 1] = (page ?? '0/1').split('/').map(Number)
  const { group, outcome } = groups[place] ?? groups[0]
  const query = {
    page: number,
    applicationStatus: group,
    jobStatusGroups: 'ALL',
    ...(since ? { sortBy: 'last_updated', sortOrder: 'DESC' } : { sortBy: 'created_date', sortOrder: 'ASC' }),
  }
  const { body } = await client.get(`${tracking}/applications`, { query })
  const { applications, paginationComplete } = readObject(pageShape, body, name)
  const { rows, leftOut } = readRows(applicationList, applications, name)
  const oldest = rows.at(-1)
  const isDone = paginationComplete || !oldest || (since !== null && (await isOlder(client, oldest, since)))
  const next = isDone ? (place + 1 < groups.length ? `${place + 1}/1` : null) : `${place}/${number + 1}`
  const people = new Map(rows.map((row) => [row.applicant.id, candidateOf(row)]))
  return {
    rows: { candidates: [...people.values()], applications: rows.map((row) => applicationOf(row, outcome)), leftOut },
    next,
  }
}

/** Rows do not tell when they changed; that of the last one on the page is asked for. */
async function isOlder(client: AtsClient, row: { id: string; appliedDate: Date }, since: Date): Promise<boolean> {
  if (row.appliedDate >= since) return false
  try {
    const { status } = await readDetail(client, row.id)
    return status.dateChanged == null || status.dateChanged < since
  } catch (error) {
    if (isParleyError(error, 'notFound')) return false
    throw error
  }
}

async function readDetail(client: AtsClient, applicationId: string) {
  const { body } = await client.get(`${tracking}/applications/${encodeURIComponent(applicationId)}`)
  return readObject(detailShape, body, name)
}

async function readApplication(client: AtsClient, { applicationId }: ApplicationRef) {
  try {
    const { id, job, status } = await readDetail(client, applicationId)
    const isIn = (group: string) => isListed(client, { id, jobId: job.id, statusId: status.id, group })
    const outcome = (await isIn('ALL_ACTIVE')) ? 'active' : (await isIn('HIRED')) ? 'hired' : 'rejected'
    return { stageId: status.id, stageLabel: status.label, outcome } as const
  } catch (error) {
    if (isParleyError(error, 'notFound')) return null
    throw error
  }
}

interface Listed {
  id: string
  jobId: string
  statusId: string
  group: string
}
const pagesMax = 20
/** Those of one job who are in one status are few: mostly one page. */
async function isListed(client: AtsClient, { id, jobId, statusId, group }: Listed): Promise<boolean> {
  for (let page = 1; page <= pagesMax; page++) {
    const query = { page, jobId, applicationStatusId: statusId, applicationStatus: group, jobStatusGroups: 'ALL' }
    const { body } = await client.get(`${tracking}/applications`, { query })
    const { applications, paginationComplete } = readObject(pageShape, body, name)
    const { rows } = readRows(applicationList, applications, name)
    if (rows.some((row) => row.id === id)) return true
    if (paginationComplete || rows.length === 0) return false
  }
  return false
}

// ---------------------------------------------------------------- writing

async function moveStage(client: AtsClient, { applicationId, toStageId }: StageMoving): Promise<void> {
  const statuses = readRows(statusRow, (await client.get(`${tracking}/statuses`)).body, name).rows
  const status = statuses.find(({ id }) => id === toStageId)
  if (!status) throw new ParleyError('refused', `${name} has no such status (any more).`)
  if (status.isHired)
    throw new ParleyError(
      'refused',
      `Parley does not set “${status.label}”: in ${name} it begins onboarding. Please set it there.`,
    )
  await client.send('POST', `${tracking}/applications/${encodeURIComponent(applicationId)}/status`, {
    json: { status: Number(toStageId) },
  })
}

async function writeNote(client: AtsClient, { applicationId, text }: NoteWriting) {
  const { body } = await client.send('POST', `${tracking}/applications/${encodeURIComponent(applicationId)}/comments`, {
    json: { type: 'comment', comment: withoutMentions(text) },
  })
  const { id } = readObject(writtenShape, body, name)
  return { id, said: `comment ${id}`, url: null }
}
