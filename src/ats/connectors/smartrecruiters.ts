import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, HookDelivery, HookVerdict, NoteWriting, Written } from '../connector.ts'
import { hmacHex, isSameText } from '../hookProof.ts'
import { withoutMentions } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, vendorId } from '../vendorRows.ts'
import { type Client, createSmartrecruitersClient, name, permissionFor } from './smartrecruitersClient.ts'
import { checkInterview, pairPath, readInterview, writeInterview } from './smartrecruitersInterviews.ts'
import {
  canSet,
  outcomeOf,
  placeRow,
  readStageId,
  stageIdOf,
  stageLabelOf,
  toInterview,
} from './smartrecruitersRows.ts'
import { streamsOf } from './smartrecruitersStreams.ts'

// SmartRecruiters, customer APIs. Sees only interviews that were made through the interface.

export const smartrecruiters: AtsSystem = {
  id: 'smartrecruiters',
  name,
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'native',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'native',
    attachments: 'none',
    stages: 'fixed',
    hooks: 'signed',
    actingUser: 'none',
  },
  does: 'Reads candidates with their jobs and statuses, hiring teams and users; writes interviews with SmartRecruiters users as interviewers, moves candidates to another status and adds notes to their profile.',
  doesNot:
    'Does not see interviews that were planned in SmartRecruiters, nor candidates without a job; writes no interview without an interviewer who is a user there; gives no links to résumés, which SmartRecruiters hands to the key alone; a cancelled interview leaves no trace there; notices deleted records once a day.',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'Settings / Admin > Apps & Integrations > API Keys.',
      isSecret: true,
      isRequired: true,
      pattern: /^\S{8,}$/,
    },
  ],
  steps: [
    'In SmartRecruiters open Settings / Admin > Apps & Integrations > API Keys (for administrators).',
    'Generate a key named Parley. Its owner appears as the author of notes.',
    'Copy it at once, because it is shown only then, and paste it here.',
  ],
  hookSteps: [],
  everyMinutes: 5,
  open: openSmartrecruiters,
}

function openSmartrecruiters(access: Access): AtsConnector {
  const client = createSmartrecruitersClient(access)
  return {
    streams: streamsOf(client),
    probe: () => probe(client),
    async readApplication({ candidateId, jobId }) {
      const { status, body } = await client.get(pairPath(candidateId, jobId), { accept: [404] })
      if (status === 404) return null
      const place = readObject(placeRow, body, name)
      return { stageId: stageIdOf(place), stageLabel: stageLabelOf(place), outcome: outcomeOf(place.status) }
    },
    async moveStage({ candidateId, jobId, toStageId }) {
      const { status, subStatus } = readStageId(toStageId)
      if (!canSet(status))
        throw new ParleyError(
          'refused',
          `${name} does not let the status "${stageLabelOf({ status, subStatus })}" be set.`,
        )
      const json = { status, ...(subStatus === null ? {} : { subStatus }) }
      await client.send('PUT', `${pairPath(candidateId, jobId)}/status`, { json })
    },
    writeInterview: (interview) => writeInterview(client, interview),
    checkInterview: async (interview) => checkInterview(interview),
    async readInterview({ id, applicationId }) {
      const interview = await readInterview(client, id)
      return interview && toInterview(interview, applicationId, access.clock.now())
    },
    writeNote: (note) => writeNote(client, note),
    canFindNotes: false,
    listAttachments: null,
    checkHook,
    greetHook(headers) {
      const secret = headers['x-hook-secret']
      return secret && !('smartrecruiters-signature' in headers) ? { 'x-hook-secret': secret } : null
    },
    registerHook: (url) => registerHook(client, url),
  }
}

/** As much as a message may have. */
const contentMax = 10_000

/** The mark of the candidate puts it on the profile; marks in the text itself would do the same for others, or send them mail. */
async function writeNote(client: Client, { candidateId, text, key }: NoteWriting): Promise<Written> {
  const mark = `\n#[CANDIDATE:${candidateId}]`
  const quiet = withoutMentions(text).replaceAll('#[', '#\u2060[')
  const content = quiet.slice(0, contentMax - mark.length) + mark
  const json = { content, correlationId: key, shareWith: { openNote: true } }
  const { body } = await client.send('POST', '/messages/shares', { json })
  const { id } = readObject(z.object({ id: vendorId }), body, name)
  return { id, said: `Message ${id}, on the profile of the candidate.`, url: null }
}

function probe(client: Client) {
  /** An id that nothing has: what is not allowed is refused before it is looked for. */
  const nothing = '00000000-0000-4000-8000-000000000000'
  const read = (capability: string, path: string, query: Record<string, number> = {}) => ({
    ...{ capability, permission: permissionFor(`GET ${path}`) },
    ask: () => client.get(path, { query }),
  })
  return runProbes([
    read('read the owner of the key', '/user-api/v201804/users/me'),
    read('read users', '/user-api/v201804/users', { limit: 1 }),
    read('read jobs', '/jobs', { limit: 1 }),
    read('read candidates', '/candidates', { limit: 1 }),
    read('read interview types', '/interviews-api/v201904/interview-types'),
    {
      ...{ capability: 'move stages', permission: 'candidates_manage', passing: ['notFound', 'refused'] },
      ask: () => client.send('PUT', `${pairPath(nothing, nothing)}/status`, { json: { status: 'IN_REVIEW' } }),
    },
    {
      ...{ capability: 'be told of changes', permission: 'webhooks_manage', passing: ['notFound', 'refused'] },
      ask: () => client.send('DELETE', `/webhooks-api/v201907/subscriptions/${nothing}`),
    },
  ])
}

// Told by the vendor --------------------------------------------------------------------------------------------------------------

const hookEvents = [
  'application.created',
  'application.status.updated',
  'interview.updated',
  'interview.canceled',
  'job.created',
]

/** A subscription is silent until it has a key, and somebody at its address answered. */
async function registerHook(client: Client, callbackUrl: string): Promise<{ secret: string }> {
  const base = '/webhooks-api/v201907/subscriptions'
  const json = { callbackUrl, events: hookEvents.map((event) => ({ name: event })) }
  const made = await client.send('POST', base, { json })
  const path = `${base}/${encodeURIComponent(readObject(z.object({ id: vendorId }), made.body, name).id)}`
  try {
    const { body } = await client.send('POST', `${path}/secret-key`)
    const { secretKey } = readObject(z.object({ secretKey: z.string().min(1) }), body, name)
    await client.send('PUT', `${path}/activation`)
    return { secret: secretKey }
  } catch (error) {
    await client.send('DELETE', path, { accept: [404] }).catch(() => null)
    throw error
  }
}

const windowMs = 5 * 60_000
const signedHeaders = ['event-id', 'event-name', 'event-version', 'link'] as const

/** While keys change there are several signatures; any one is enough. */
function checkHook({ headers, body, secret, now }: HookDelivery): HookVerdict {
  const timestamp = headers['smartrecruiters-timestamp'] ?? ''
  const given = (headers['smartrecruiters-signature'] ?? '').split(';').map((one) => one.trim())
  const parts = [timestamp, body, ...signedHeaders.map((header) => headers[header] ?? '')]
  const signed = Buffer.concat(parts.flatMap((part, index) => [Buffer.from(index === 0 ? '' : '.'), Buffer.from(part)]))
  const expected = `v1=${hmacHex('sha256', secret, signed)}`
  // All are compared, so that the time does not tell which one it was.
  if (secret === '' || given.filter((one) => isSameText(one, expected)).length === 0)
    return { kind: 'refused', why: 'the signature is wrong' }
  const ageMs = Math.abs(now.getTime() - Number(timestamp) * 1000)
  if (!(ageMs <= windowMs)) return { kind: 'refused', why: 'it was signed too long ago' }
  return { kind: 'good', id: headers['event-id'] || expected, event: headers['event-name'] || 'changed' }
}
