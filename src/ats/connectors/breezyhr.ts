import type { AtsClient } from '../client.ts'
import type { Access, ApplicationRef, AtsConnector, AtsSystem, NoteWriting, SyncedUser } from '../connector.ts'
import { noteMark } from '../noteMark.ts'
import { withoutMentions } from '../noteText.ts'
import type { AtsAttachment } from '../port.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { type BreezyAccount, closedDays, breezyName as name, openBreezyAccount, orGone } from './breezyhrAccount.ts'
import { checkBreezyHook, registerBreezyHook } from './breezyhrHooks.ts'
import {
  activityRow,
  applicationOf,
  candidateOf,
  candidateRow,
  jobOf,
  memberRow,
  outcomeOf,
  type Position,
  pipelineRow,
  stagesOf,
} from './breezyhrRows.ts'

// Breezy HR, API v3. All lists hang on a position; interviews are nowhere in it, so they become notes that only the team sees.

export const breezyhr: AtsSystem = {
  id: 'breezyhr',
  name,
  depth: 3,
  capabilities: {
    changes: 'newestFirst',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'note',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'collected',
    hiringTeam: 'partly',
    attachments: 'link',
    stages: 'account',
    hooks: 'signed',
    actingUser: 'none',
  },
  does: 'Reads positions, pipelines, teams and candidates, hears of changes at once, moves candidates to another stage, and writes each interview and what happens as notes that only your team sees.',
  doesNot:
    'Breezy HR takes no interviews from others, so that they are kept in Parley and in calendars; who applied for two positions is two candidates, ' +
    `those of a closed position are read for ${closedDays} days after its last change and those of an archived one not at all, ` +
    'and a move sets off the stage actions, e-mails among them, that you set up in Breezy.',
  fields: [
    {
      name: 'token',
      label: 'Personal access token',
      hint: 'From your user settings in Breezy. Parley can do what this user can.',
      isSecret: true,
      isRequired: true,
      pattern: /^(Bearer )?\S+$/,
    },
    {
      name: 'company',
      label: 'Company',
      hint: 'Only when your user belongs to several: the name or id of the one to connect.',
      isSecret: false,
      isRequired: false,
    },
  ],
  steps: [
    'Sign in to Breezy as an admin; whether your plan has the API is on its plan page.',
    'Open your user settings and create a personal access token.',
    'Copy it into the form, without the word “Bearer”.',
    'Look through the stage actions of your pipelines: those that e-mail candidates will also run when Parley moves somebody to that stage.',
  ],
  hookSteps: [
    'Nothing to do: Parley creates the webhook itself. Your plan needs webhooks (Pro or above); without them Parley looks every few minutes.',
  ],
  everyMinutes: 5,
  open,
}

function open(access: Access): AtsConnector {
  const opened = openBreezyAccount(access)
  const { client, home } = opened
  return {
    streams: [
      {
        name: 'positions',
        kinds: ['jobs', 'stages'],
        mode: 'whole',
        everyMinutes: 10,
        read: ({ page }) => readPositions(opened, page),
      },
      {
        name: 'teams',
        kinds: ['users'],
        mode: 'whole',
        everyMinutes: 30,
        read: ({ page }) => readTeams(opened, Number(page ?? 0)),
      },
      {
        name: 'candidates',
        kinds: ['candidates', 'applications'],
        mode: 'changes',
        everyMinutes: 0,
        read: ({ since, page }) => readCandidates(opened, since, page),
      },
    ],
    probe: () => probe(opened),
    readApplication: async (ref) => {
      const row = await readCandidate(opened, ref)
      return row && { stageId: row.stage.id, stageLabel: row.stage.name, outcome: outcomeOf(row) }
    },
    moveStage: async (move) => {
      await client.send('PUT', `${await pathOf(opened, move)}/stage`, { json: { stage_id: move.toStageId } })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: (note) => writeNote(opened, note),
    canFindNotes: true,
    listAttachments: (ref) => listAttachments(opened, ref),
    checkHook: checkBreezyHook,
    registerHook: async (url) => registerBreezyHook(client, await home(), url),
  }
}

// ---------------------------------------------------------------- reading

const states = ['published', 'draft', 'closed', 'archived'] as const
const positionsPerPage = 50

/** Without a state only published ones come, and all others would look deleted. `page` is "closed/50". */
async function readPositions(opened: BreezyAccount, page: string | null) {
  const [state = 'published', from = '0'] = (page ?? 'published/0').split('/') as [Position['state'], string?]
  const all = await opened.positions(state, from === '0')
  const some = all.slice(Number(from), Number(from) + positionsPerPage)
  const watched = some.filter(opened.isWatched)
  const { body } = watched.length > 0 ? await opened.client.get(`${await opened.home()}/pipelines`) : { body: {} }
  // An object by id, not a list.
  const pipelines = readRows(pipelineRow, Object.values(body ?? {}), name).rows
  const hasMore = Number(from) + positionsPerPage < all.length
  const nextState = states[states.indexOf(state) + 1]
  return {
    rows: { jobs: some.map(jobOf), stages: watched.flatMap((position) => stagesOf(position, pipelines)) },
    next: hasMore ? `${state}/${Number(from) + positionsPerPage}` : nextState ? `${nextState}/0` : null,
  }
}

/** By id, so that the place in it stays the same while positions come and go. */
async function listWatched({ positions, isWatched }: BreezyAccount): Promise<Position[]> {
  const all: Position[] = []
  for (const state of states.slice(0, 3)) all.push(...(await positions(state, false)))
  return all.filter(isWatched).sort((one, other) => (one._id < other._id ? -1 : 1))
}

const teamsPerPage = 20

/** There is no list of users: they are those of the teams. What somebody is in a team is not told. */
async function readTeams(opened: BreezyAccount, from: number) {
  const watched = await listWatched(opened)
  const users = new Map<string, SyncedUser>()
  const teams: { jobId: string; interviewerIds: string[] }[] = []
  for (const { _id } of watched.slice(from, from + teamsPerPage)) {
    const path = `${await opened.home()}/position/${encodeURIComponent(_id)}/team`
    const members = await orGone(async () => readRows(memberRow, (await opened.client.get(path)).body, name).rows)
    if (!members) continue
    for (const one of members)
      users.set(one._id, { id: one._id, name: one.name, email: one.email_address || null, role: null })
    teams.push({ jobId: _id, interviewerIds: members.map((one) => one._id) })
  }
  const hasMore = from + teamsPerPage < watched.length
  return { rows: { users: [...users.values()], teams }, next: hasMore ? String(from + teamsPerPage) : null }
}

const candidatesPerPage = 50

/** One position after the other; `page` is the position's id and the page of its list, as JSON. */
async function readCandidates(opened: BreezyAccount, since: Date | null, page: string | null) {
  const watched = await listWatched(opened)
  const at: [string, number] = page === null ? [watched[0]?._id ?? '', 1] : JSON.parse(page)
  const [jobId, number] = at
  const later = watched.find(({ _id }) => _id > jobId)?._id
  const nextPosition = later === undefined ? null : JSON.stringify([later, 1])
  if (jobId === '') return { rows: {}, next: null }
  const path = `${await opened.home()}/position/${encodeURIComponent(jobId)}/candidates`
  const query = { page: number, page_size: candidatesPerPage, sort: since ? 'updated_date' : 'created' }
  const body = await orGone(async () => (await opened.client.get(path, { query })).body)
  // Closed and gone while the list was walked through.
  if (body === null) return { rows: {}, next: nextPosition }
  const { rows: all, leftOut } = readRows(candidateRow, body, name)
  const isNew = ({ updated_date: changed }: { updated_date?: Date | null | undefined }) =>
    since === null || changed == null || changed >= since
  const rows = all.filter(isNew)
  const isFull = Array.isArray(body) && body.length >= candidatesPerPage
  const isDone = !isFull || rows.length < all.length
  return {
    rows: { candidates: rows.map(candidateOf), applications: rows.map((row) => applicationOf(row, jobId)), leftOut },
    next: isDone ? nextPosition : JSON.stringify([jobId, number + 1]),
  }
}

async function pathOf({ home }: BreezyAccount, { jobId, candidateId }: ApplicationRef): Promise<string> {
  return `${await home()}/position/${encodeURIComponent(jobId)}/candidate/${encodeURIComponent(candidateId)}`
}

async function readCandidate(opened: BreezyAccount, ref: ApplicationRef) {
  const path = await pathOf(opened, ref)
  return orGone(async () => readObject(candidateRow, (await opened.client.get(path)).body, name))
}

/** The list of documents has no links; only the resume can be opened. */
async function listAttachments(opened: BreezyAccount, ref: ApplicationRef): Promise<AtsAttachment[]> {
  const row = await readCandidate(opened, ref)
  if (!row?.resume) return []
  const file = row.resume.file_name || 'Resume'
  if (row.resume.url?.startsWith('https://')) return [{ kind: 'resume', name: file, url: row.resume.url }]
  const path = `${await pathOf(opened, ref)}/resume`
  const url = await orGone(async () => (await opened.client.get(path, { accept: [302] })).headers.get('location'))
  return url ? [{ kind: 'resume', name: file, url }] : []
}

async function probe({ client, home, positions }: BreezyAccount) {
  const ofPosition = async (list: string) => {
    const [position] = await positions('published', false)
    if (position) await client.get(`${await home()}/position/${encodeURIComponent(position._id)}/${list}`)
  }
  return runProbes([
    { capability: 'accept the token', permission: null, ask: () => client.get('/user') },
    { capability: 'find the company', permission: null, ask: home },
    { capability: 'read positions', permission: null, ask: () => positions('published', true) },
    { capability: 'read pipelines', permission: null, ask: async () => client.get(`${await home()}/pipelines`) },
    { capability: 'read teams', permission: null, ask: () => ofPosition('team') },
    { capability: 'read candidates', permission: null, ask: () => ofPosition('candidates') },
    {
      capability: 'tell of changes',
      permission: null,
      ask: async () => client.get(`${await home()}/webhook_endpoints`),
    },
  ])
}

// ---------------------------------------------------------------- writing

const activitiesPerPage = 50
const activityPagesMax = 4

async function writeNote(opened: BreezyAccount, note: NoteWriting) {
  const path = `${await pathOf(opened, note)}/stream`
  const before = note.mayExist ? await findNote(opened.client, path, noteMark(note.key)) : null
  if (before) return { id: before, said: `note ${before} (was there already)`, url: null }
  const body = withoutMentions(note.text)
  const answer = await opened.client.send('POST', path, { json: { body } })
  const { _id } = readObject(activityRow, answer.body, name)
  return { id: _id, said: `note ${_id}`, url: null }
}

/** Newest first, and the attempt was lately. What an activity looks like inside is not described: the mark may be anywhere in it. */
async function findNote(client: AtsClient, path: string, mark: string): Promise<string | null> {
  for (let page = 0; page < activityPagesMax; page++) {
    const { body } = await client.get(path, { query: { skip: page * activitiesPerPage } })
    const activities = readRows(activityRow, body, name).rows
    const found = activities.find((activity) => JSON.stringify(activity).includes(mark))
    if (found) return found._id
    if (activities.length < activitiesPerPage || activities.some((activity) => activity.first_activity)) return null
  }
  return null
}
