import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { AtsClient } from '../client.ts'
import type { Access, AtsConnector, AtsSystem, HookDelivery, HookVerdict, NoteWriting, Written } from '../connector.ts'
import { bodyId, hmacHex, isSameText, readHookField } from '../hookProof.ts'
import { withoutMentions } from '../noteText.ts'
import { type ProbeAsk, runProbes } from '../runProbes.ts'
import { orNull, readObject, vendorId } from '../vendorRows.ts'
import { openWorkable, readPage, workableScope } from './workableHttp.ts'
import { candidateRow, eventRow, fileRow, hookRow, memberRow, outcomeOf, showEvent, showFile } from './workableRows.ts'
import { createWorkableStages, findSlug } from './workableStages.ts'
import { createWorkableStreams } from './workableStreams.ts'

// Workable, spi/v3 (workable.readme.io, read November 2026). Interviews can be read there and not written: Parley's go into comments.

function open(access: Access): AtsConnector {
  const client = openWorkable(access)
  const { clock, fields } = access
  const stages = createWorkableStages(client, clock)
  const findMember = createMember(client, fields.memberEmail ?? '')
  return {
    streams: createWorkableStreams(client, stages, clock),
    probe: () => probe(client),
    readApplication: ({ candidateId }) =>
      orNullWhenGone(async () => {
        const answer = await client.get(`/candidates/${candidateId}`)
        const { candidate: row } = readObject(z.object({ candidate: candidateRow }), answer.body, 'Workable')
        const own = await stages.ofJob(row.job.shortcode)
        return { stageId: findSlug(own, row.stage), stageLabel: row.stage ?? '', outcome: outcomeOf(row) }
      }),
    async moveStage({ candidateId, toStageId, actingUserId }) {
      const member_id = await findMember(actingUserId)
      await client.send('POST', `/candidates/${candidateId}/move`, { json: { member_id, target_stage: toStageId } })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: ({ id }) =>
      orNullWhenGone(async () => {
        const { body } = await client.get(`/events/${id}`)
        return showEvent(readObject(eventRow, body, 'Workable'), clock.now())
      }),
    canFindNotes: false,
    writeNote: async (note) => writeComment(client, note, await findMember(note.actingUserId)),
    async listAttachments({ candidateId }) {
      return readPage(fileRow, 'files', await client.get(`/candidates/${candidateId}/files`)).rows.map(showFile)
    },
    checkHook,
    registerHook: (url) => registerHook(client, url, fields.apiKey ?? ''),
  }
}

async function orNullWhenGone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isParleyError(error, 'notFound')) return null
    throw error
  }
}

/** The recruiter himself, or the member named in the form: nothing is written there in nobody's name. */
function createMember(client: AtsClient, email: string): (userId: string | null) => Promise<string> {
  let named: string | null = null
  return async (userId) => {
    if (userId !== null) return userId
    if (named === null && email !== '') {
      const { rows } = readPage(memberRow, 'members', await client.get('/members', { query: { email, limit: 1 } }))
      named = rows.find(({ active }) => active)?.id ?? null
    }
    if (named === null)
      throw new ParleyError(
        'refused',
        'Workable wants to know which member writes, and the one under Integrations is no active member. Enter the e-mail address of another one.',
      )
    return named
  }
}

/** A comment can neither be found again nor changed: what changes later is another one. */
async function writeComment(
  client: AtsClient,
  { candidateId, text }: NoteWriting,
  member_id: string,
): Promise<Written> {
  const json = { member_id, comment: { body: withoutMentions(text) } }
  const { body, status } = await client.send('POST', `/candidates/${candidateId}/comments`, { json })
  if (body === null && status !== 201)
    throw new ParleyError('unavailable', 'Workable answered nothing that would show the comment.', { retry: 'later' })
  const { id } = orNull(z.object({ id: orNull(vendorId) })).parse(body) ?? { id: null }
  return { id: id ?? '', said: `Workable took the comment${id ? ` ${id}` : ''}.`, url: null }
}

// Webhooks ----------------------------------------------------------------------------------------------------------------------

const events = ['candidate_moved', 'candidate_created', 'candidate_deleted']

/** One for each event, each at an address of its own: the same one twice is a conflict. Signed with the access token itself. */
async function registerHook(client: AtsClient, url: string, token: string): Promise<{ secret: string }> {
  // An empty list is not found there.
  const answer = await client.get('/subscriptions', { accept: [404] })
  const there = answer.status === 404 ? [] : readPage(hookRow, 'subscriptions', answer).rows
  for (const event of events) {
    const target = new URL(url)
    target.searchParams.set('event', event)
    if (there.some((hook) => hook.target === target.href)) continue
    await client.send('POST', '/subscriptions', { json: { target: target.href, event }, accept: [409] })
  }
  return { secret: token }
}

/** How the digest is written is not said by the vendor: both usual ways are taken. */
function checkHook({ headers, body, secret }: HookDelivery): HookVerdict {
  const given = headers['x-workable-signature'] ?? ''
  const digest = hmacHex('sha256', secret, body)
  const isSigned = [digest, Buffer.from(digest, 'hex').toString('base64')].some((one) => isSameText(given, one))
  if (secret === '' || !isSigned) return { kind: 'refused', why: 'the signature is not that of the access token' }
  const event = readHookField(body, 'event_type')
  const [candidate, at] = [readHookField(body, 'data', 'id'), readHookField(body, 'data', 'updated_at')]
  const id = readHookField(body, 'id') || (candidate && at ? `${candidate} ${event} ${at}` : bodyId(body))
  return { kind: 'good', id, event }
}

// Probes ------------------------------------------------------------------------------------------------------------------------

/** The comment is tried on a candidate nobody has: that he is not found shows that the permission is there. */
function probe(client: AtsClient) {
  const read = (capability: string, path: string): ProbeAsk => ({
    capability,
    permission: workableScope('GET', path),
    ask: () => client.get(path, { query: { limit: 1 } }),
  })
  const comment = { member_id: '0', comment: { body: 'Parley' } }
  return runProbes([
    read('read jobs and stages', '/jobs'),
    read('read members', '/members'),
    read('read candidates', '/candidates'),
    read('read interviews', '/events'),
    {
      capability: 'move candidates and write comments',
      permission: 'w_candidates',
      ask: () => client.send('POST', '/candidates/0/comments', { json: comment }),
      passing: ['notFound', 'refused'],
    },
  ])
}

export const workable: AtsSystem = {
  id: 'workable',
  name: 'Workable',
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'native',
    interviewWrite: 'note',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'partly',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'signed',
    actingUser: 'native',
  },
  does:
    'Reads candidates, jobs with their stages and members, and the interviews in the calendar of Workable, moves candidates to the next stage, ' +
    'and writes what happens, each interview with time, place and interviewers among it, as comments in the name of the recruiter.',
  doesNot:
    'Workable lets no other program write interviews, so these stand in comments, and a change is another comment; a token sees only part of the interviews that others schedule there; ' +
    'ten requests in ten seconds make the first reading slow, a minute for 6,000 candidates at best; and one person on two jobs is two candidates.',
  fields: [
    {
      name: 'subdomain',
      label: 'Subdomain',
      hint: 'What stands before .workable.com in the address of your account',
      isSecret: false,
      isRequired: true,
      pattern: /^[a-z0-9][a-z0-9-]*$/i,
    },
    {
      name: 'apiKey',
      label: 'API access token',
      hint: 'Shown once, when it is generated',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'memberEmail',
      label: 'Member who writes',
      hint: 'E-mail address of an active member, for recruiters who are none themselves',
      isSecret: false,
      isRequired: true,
      pattern: /^[^\s@]+@[^\s@]+$/,
    },
  ],
  steps: [
    'In Workable, as an administrator, open your profile menu > Settings > Integrations > Apps and find API access tokens.',
    'Press Generate new token, tick r_jobs, r_candidates and w_candidates, and copy the token to here: Workable shows it once.',
    'Name a member in whose name Parley writes when a recruiter is no member of Workable.',
  ],
  hookSteps: [
    'Parley makes the subscriptions by itself; nothing has to be done in Workable. When you change the token, enter the new one here: the subscriptions are signed with it.',
  ],
  everyMinutes: 2,
  open,
}
