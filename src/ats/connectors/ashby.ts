import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, HookDelivery, HookVerdict } from '../connector.ts'
import { fileKindOf } from '../fileKind.ts'
import { bodyId, hmacHex, isSameText, readHookField } from '../hookProof.ts'
import { withoutMentions } from '../noteText.ts'
import type { AtsAttachment } from '../port.ts'
import { runProbes } from '../runProbes.ts'
import { proseOrNull, vendorId } from '../vendorRows.ts'
import { type Client, createAshbyClient, name } from './ashbyClient.ts'
import { checkInterview, createUserBook, readInterview, writeInterview } from './ashbyInterviews.ts'
import { filesRow, outcomeOf, placeRow } from './ashbyRows.ts'
import { streamsOf } from './ashbyStreams.ts'

// Ashby. Never sends `archiveEmail`, which would be a rejection mail; takes in no confidential jobs.

export const ashby: AtsSystem = {
  id: 'ashby',
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
    hiringTeam: 'native',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'signed',
    actingUser: 'none',
  },
  does: 'Reads candidates, applications, jobs with their interview plans, hiring teams and interview schedules; writes schedules with Ashby users as interviewers, moves candidates to another stage and adds notes.',
  doesNot:
    'Cannot write the place or the link to join into a schedule, so these stand in the note; writes no schedule without an interviewer who is an Ashby user; does not read confidential jobs, drafts, and the stages of jobs that were closed for 60 days; notices deleted records once a day. A new API key cannot change the interviews of the old one.',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'Admin > Integrations > API Keys.',
      isSecret: true,
      isRequired: true,
      pattern: /^\S{8,}$/,
    },
  ],
  steps: [
    'In Ashby open Admin > Integrations > API Keys and create a key named Parley.',
    'Give it Candidates: read and write, Interviews: read and write, Jobs: read, Organization: read, API Keys: read and write.',
    'Copy the key and paste it here. Keep this key: only the key that made an interview can change it.',
  ],
  hookSteps: [],
  everyMinutes: 3,
  open: openAshby,
}

function openAshby(access: Access): AtsConnector {
  const client = createAshbyClient(access)
  const users = createUserBook(client)
  return {
    streams: streamsOf(client, access.clock),
    probe: () => probe(client),
    async readApplication({ applicationId }) {
      try {
        const { status, currentInterviewStage: stage } = await client.info('/application.info', placeRow, {
          applicationId,
        })
        return { stageId: stage?.id ?? null, stageLabel: stage?.title ?? '', outcome: outcomeOf(status) }
      } catch (error) {
        if (isParleyError(error, 'notFound')) return null
        throw error
      }
    },
    async moveStage({ applicationId, toStageId }) {
      await client.info('/application.changeStage', z.unknown(), { applicationId, interviewStageId: toStageId })
    },
    writeInterview: (interview) => writeInterview(client, users, interview),
    checkInterview: (interview) => checkInterview(users, interview),
    readInterview: ({ applicationId, id }) => readInterview(client, applicationId, id),
    async writeNote({ candidateId, text }) {
      const note = { type: 'text/plain', value: withoutMentions(text) }
      const written = await client.info('/candidate.createNote', z.object({ id: vendorId, content: proseOrNull }), {
        ...{ candidateId, note, sendNotifications: false },
      })
      const [line = ''] = (written.content ?? text).split('\n')
      return { id: written.id, said: `Note ${written.id}: "${line}"`, url: null }
    },
    canFindNotes: false,
    listAttachments: ({ candidateId }) => listAttachments(client, candidateId),
    checkHook,
    registerHook: (url, secret) => registerHook(client, url, secret),
  }
}

const filesMax = 20
async function listAttachments(client: Client, candidateId: string): Promise<AtsAttachment[]> {
  const { resumeFileHandle, fileHandles } = await client.info('/candidate.info', filesRow, { id: candidateId })
  const files = new Map(
    [...(resumeFileHandle ? [resumeFileHandle] : []), ...fileHandles].map((file) => [file.id, file]),
  )
  const links: AtsAttachment[] = []
  for (const { id, name: fileName, handle } of [...files.values()].slice(0, filesMax)) {
    const { url } = await client.info('/file.info', z.object({ url: z.url() }), { fileHandle: handle })
    const kind = id === resumeFileHandle?.id ? 'resume' : fileKindOf(fileName ?? '')
    links.push({ kind, name: fileName ?? 'File', url })
  }
  return links
}

function probe(client: Client) {
  const read = (capability: string, path: string, permission: string) => ({
    ...{ capability, permission },
    ask: () => client.list(path, z.unknown(), { limit: 1 }),
  })
  /** Null where the key may not tell. */
  let scopes: readonly string[] | null = null
  const write = (capability: string, permission: string) => ({
    ...{ capability, permission },
    ask: async () => {
      if (scopes === null || scopes.length === 0) return 'Ashby does not tell; it shows at the first write.'
      if (scopes.includes(permission)) return null
      throw new ParleyError(
        'notAllowed',
        `The API key lacks ${permission}. An admin can add it in Ashby under API Keys.`,
      )
    },
  })
  return runProbes([
    {
      ...{ capability: 'permissions of the key', permission: 'apiKeysRead' },
      ask: async () => {
        const key = await client.info('/apiKey.info', z.object({ scopes: z.array(z.string()).catch([]) }), {})
        scopes = key.scopes
      },
    },
    read('read users', '/user.list', 'organizationRead'),
    read('read jobs', '/job.list', 'jobsRead'),
    read('read candidates', '/candidate.list', 'candidatesRead'),
    read('read interviews', '/interviewSchedule.list', 'interviewsRead'),
    write('write interviews', 'interviewsWrite'),
    write('move stages and write notes', 'candidatesWrite'),
    write('be told of changes', 'apiKeysWrite'),
  ])
}

/** Of what comes in pairs (a move and an update, a new schedule and an update) only the one that tells of both. */
const hookTypes = [
  'applicationSubmit',
  'applicationUpdate',
  'candidateHire',
  'candidateDelete',
  'candidateMerge',
  'interviewScheduleUpdate',
]

async function registerHook(client: Client, requestUrl: string, secretToken: string): Promise<{ secret: string }> {
  for (const webhookType of hookTypes) {
    const { enabled } = await client.info('/webhook.create', z.object({ enabled: z.boolean().catch(true) }), {
      ...{ webhookType, requestUrl, secretToken },
    })
    if (!enabled) throw new ParleyError('refused', `${name} could not reach Parley, and left the webhook switched off.`)
  }
  return { secret: secretToken }
}

/** What belongs together has the same id, so the action is part of the name. */
function checkHook({ headers, body, secret }: HookDelivery): HookVerdict {
  const given = headers['ashby-signature'] ?? ''
  if (secret === '' || !isSameText(given, `sha256=${hmacHex('sha256', secret, body)}`))
    return { kind: 'refused', why: 'the signature is wrong' }
  const action = readHookField(body, 'action') || 'changed'
  const id = readHookField(body, 'webhookActionId')
  return { kind: 'good', id: id ? `${id} ${action}` : bodyId(body), event: action }
}
