import { isParleyError } from '../../domain/errors.ts'
import type { AtsClient } from '../client.ts'
import type {
  Access,
  ApplicationRef,
  AtsConnector,
  AtsSystem,
  HookDelivery,
  HookVerdict,
  NoteWriting,
  Written,
} from '../connector.ts'
import { fileKindOf } from '../fileKind.ts'
import { bodyId, hmacHex, isSameText, readHookField } from '../hookProof.ts'
import { noteMark } from '../noteMark.ts'
import { withoutMentions } from '../noteText.ts'
import type { AtsAttachment } from '../port.ts'
import { type ProbeAsk, runProbes } from '../runProbes.ts'
import { readObject } from '../vendorRows.ts'
import { leverPermission, openLever, readAllLever, readPage, unwrap } from './leverHttp.ts'
import { createLeverPanels } from './leverPanels.ts'
import { fileRow, hookRow, madeNote, noteRow, opportunityRow, outcomeOf, resumeRow, userRow } from './leverRows.ts'
import { createLeverStages, createLeverStreams } from './leverStreams.ts'

// LeverTRM, API v1 (hire.lever.co/developer/documentation, read November 2026).

function open(access: Access): AtsConnector {
  const client = openLever(access)
  const { clock } = access
  const stages = createLeverStages(client, clock)
  const findActor = createActor(client, access.fields.actAs ?? '')
  const panels = createLeverPanels({ client, findActor, now: clock.now })
  return {
    streams: createLeverStreams(client, stages, panels, clock),
    probe: () => probe(client),
    async readApplication({ applicationId }) {
      try {
        const query = { expand: ['applications', 'stage'] }
        const answer = await client.get(`/opportunities/${applicationId}`, { query })
        const row = readObject(opportunityRow, unwrap(answer.body), 'Lever')
        return { stageId: row.stage?.id ?? null, stageLabel: row.stage?.text ?? '', outcome: outcomeOf(row) }
      } catch (error) {
        if (isParleyError(error, 'notFound')) return null
        throw error
      }
    },
    async moveStage({ applicationId, toStageId, actingUserId }) {
      const query = { perform_as: await findActor(actingUserId) }
      await client.send('PUT', `/opportunities/${applicationId}/stage`, { query, json: { stage: toStageId } })
    },
    writeInterview: (interview) => panels.write(interview),
    checkInterview: (interview) => panels.check(interview),
    readInterview: (ref) => panels.read(ref),
    canFindNotes: true,
    writeNote: async (note) => writeNote(client, note, await findActor(note.actingUserId)),
    listAttachments: (ref) => listAttachments(client, ref),
    checkHook,
    registerHook: (url) => registerHook(client, url),
  }
}

/** The recruiter himself, or the user named in the form. */
function createActor(client: AtsClient, email: string): (userId: string | null) => Promise<string | null> {
  let named: string | null = null
  return async (userId) => {
    if (userId !== null || email === '') return userId
    if (named === null) {
      const [user] = readPage(userRow, await client.get('/users', { query: { email, limit: 1 } })).rows
      named = user && user.deactivatedAt === null ? user.id : null
    }
    return named
  }
}

async function writeNote(
  client: AtsClient,
  { applicationId, key, mayExist, text }: NoteWriting,
  actor: string | null,
): Promise<Written> {
  const path = `/opportunities/${applicationId}/notes`
  if (mayExist) {
    const mark = noteMark(key)
    const found = (await readAllLever(client, path, noteRow)).find((note) =>
      [note.text ?? '', ...note.fields.map(({ value }) => value)].some((words) => words.includes(mark)),
    )
    if (found) return { id: found.id, said: `Note ${found.id} is there already.`, url: null }
  }
  const answer = await client.send('POST', path, {
    query: { perform_as: actor },
    json: { value: withoutMentions(text) },
  })
  const { noteId } = readObject(madeNote, unwrap(answer.body), 'Lever')
  return { id: noteId, said: `Note ${noteId} stands on the opportunity.`, url: null }
}

async function listAttachments(client: AtsClient, { applicationId }: ApplicationRef): Promise<AtsAttachment[]> {
  const path = `/opportunities/${applicationId}`
  const resumes = readPage(resumeRow, await client.get(`${path}/resumes`, { query: { limit: 100 } })).rows
  const files = readPage(fileRow, await client.get(`${path}/files`, { query: { limit: 100 } })).rows
  return [
    ...resumes.map(({ file }) => ({ kind: 'resume' as const, name: file.name, url: file.downloadUrl })),
    // Lever has no kinds of files.
    ...files.map(({ name, downloadUrl }) => ({ kind: fileKindOf(name), name, url: downloadUrl })),
  ]
}

// Webhooks ----------------------------------------------------------------------------------------------------------------------

const events = [
  'candidateStageChange',
  'applicationCreated',
  'candidateArchiveChange',
  'candidateHired',
  'candidateDeleted',
  'contactUpdated',
  'interviewCreated',
  'interviewUpdated',
  'interviewDeleted',
]
const hookAgeMaxMs = 3600_000
const hookAheadMaxMs = 300_000

/** One for each event; Lever makes what each is signed with, so the secret is all of these with blanks between. */
async function registerHook(client: AtsClient, url: string): Promise<{ secret: string }> {
  const there = (await readAllLever(client, '/webhooks', hookRow)).filter((hook) => hook.url === url)
  const tokens: string[] = []
  for (const event of events) {
    const known = there.find((hook) => hook.event === event)?.configuration?.signatureToken
    if (known) {
      tokens.push(known)
      continue
    }
    const answer = await client.send('POST', '/webhooks', { json: { url, event } })
    const made = readObject(hookRow, unwrap(answer.body), 'Lever').configuration?.signatureToken
    if (made) tokens.push(made)
  }
  return { secret: [...new Set(tokens)].join(' ') }
}

/** Token and time are signed, the rest is anybody's: a hint to look, and not more. */
function checkHook({ body, secret, now }: HookDelivery): HookVerdict {
  const [token, triggeredAt, signature] = ['token', 'triggeredAt', 'signature'].map((name) => readHookField(body, name))
  const secrets = secret.split(/\s+/).filter(Boolean)
  if (!token || !triggeredAt || !signature) return { kind: 'refused', why: 'it is not signed' }
  const isSigned = secrets.some((one) => isSameText(signature, hmacHex('sha256', one, token + triggeredAt)))
  if (!isSigned) return { kind: 'refused', why: 'the signature is not that of the token' }
  const ageMs = now.getTime() - Number(triggeredAt)
  if (!(ageMs <= hookAgeMaxMs && ageMs >= -hookAheadMaxMs))
    return { kind: 'refused', why: 'it was signed at another time' }
  return { kind: 'good', id: token || bodyId(body), event: readHookField(body, 'event') }
}

// Probes ------------------------------------------------------------------------------------------------------------------------

/** A record nobody has: that it is not found shows that the permission is there. */
const nothing = '00000000-0000-4000-8000-000000000000'

async function probe(client: AtsClient) {
  let actor = nothing
  const panels = `/opportunities/${nothing}/panels`
  const panel = {
    timezone: 'UTC',
    interviews: [{ interviewers: [{ id: nothing }], date: 4_000_000_000_000, duration: 15 }],
  }
  const read = (capability: string, path: string, query = {}): ProbeAsk => ({
    capability,
    permission: leverPermission('GET', path),
    ask: () => client.get(path, { query }),
    passing: path.includes(nothing) ? ['notFound'] : [],
  })
  const write = (capability: string, method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown): ProbeAsk => ({
    capability,
    permission: leverPermission(method, path),
    ask: () => client.send(method, path, { query: { perform_as: actor }, ...(json ? { json } : {}) }),
    passing: ['notFound', 'refused'],
  })
  const users: ProbeAsk = {
    capability: 'read users',
    permission: 'list-users',
    async ask() {
      const [first] = readPage(userRow, await client.get('/users', { query: { limit: 1 } })).rows
      actor = first?.id ?? nothing
    },
  }
  return runProbes([
    users,
    read('list candidates', '/opportunities', { limit: 1 }),
    read('read a candidate', `/opportunities/${nothing}`),
    read('read jobs', '/postings', { limit: 1 }),
    read('read stages', '/stages', { limit: 1 }),
    read('list interviews', panels),
    read('read an interview', `${panels}/${nothing}`),
    read('read notes', `/opportunities/${nothing}/notes`),
    read('read resumes', `/opportunities/${nothing}/resumes`),
    read('read files', `/opportunities/${nothing}/files`),
    read('read webhooks', '/webhooks', { limit: 1 }),
    write('move candidates', 'PUT', `/opportunities/${nothing}/stage`, { stage: nothing }),
    write('write interviews', 'POST', panels, panel),
    write('change interviews', 'PUT', `${panels}/${nothing}`, panel),
    write('cancel interviews', 'DELETE', `${panels}/${nothing}`),
    write('write notes', 'POST', `/opportunities/${nothing}/notes`, { value: 'Parley' }),
  ])
}

export const lever: AtsSystem = {
  id: 'lever',
  name: 'Lever',
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
    stages: 'account',
    hooks: 'signed',
    actingUser: 'native',
  },
  does:
    'Reads opportunities, postings with their hiring managers, stages and interview panels, writes each interview as a panel with time, place and interviewers, ' +
    'moves opportunities to the next stage, and logs what happens as notes, all in the name of the recruiter.',
  doesNot:
    'Confidential opportunities and postings are not read; interviews that others schedule in Lever are seen within the hour, and only of people who moved on in the last 45 days; ' +
    'people of your clients who are no users of Lever stand in the text of the interview; and an archived opportunity counts as hired only where a requisition says so.',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'Shown once, when it is generated',
      isSecret: true,
      isRequired: true,
      pattern: /^\S{10,}$/,
    },
    {
      name: 'actAs',
      label: 'E-mail address of a Lever user',
      hint: 'In whose name Parley writes for recruiters who have no user in Lever',
      isSecret: false,
      isRequired: false,
      pattern: /^[^\s@]+@[^\s@]+$/,
    },
    {
      name: 'region',
      label: 'Region',
      hint: 'Where your account is: the address of Lever in your browser says it',
      isSecret: false,
      isRequired: false,
      choices: [
        { value: 'us', label: 'hire.lever.co' },
        { value: 'eu', label: 'hire.eu.lever.co' },
        { value: 'sandbox', label: 'hire.sandbox.lever.co' },
      ],
    },
  ],
  steps: [
    'In Lever, as a Super Admin, open Settings > Integrations and API > API Credentials and press Generate New Key.',
    'Tick read-opportunity, read-opportunity-panel, read-candidate, list-users, list-opportunities, list-opportunity-panels, list-candidates, create-opportunity-panel, update-opportunity-panel, delete-opportunity-panel, create-opportunity-note and delete-opportunity-note.',
    'Tick also the permissions to list postings, stages, notes, resumes and files, to update the stage of an opportunity, and to list and create webhooks.',
    'Leave the access to confidential data switched off, then copy the key to here.',
  ],
  hookSteps: [
    'Parley makes the webhooks by itself. In Lever, as a Super Admin, open Settings > Integrations and API > Webhooks and switch on the groups of candidate, application, contact and interview events.',
  ],
  everyMinutes: 2,
  open,
}
