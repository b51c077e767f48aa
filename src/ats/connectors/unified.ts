import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import type {
  Access,
  AtsConnector,
  AtsSystem,
  InterviewWriting,
  NoteWriting,
  StageMoving,
  Written,
} from '../connector.ts'
import { withoutMarkup } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, vendorId } from '../vendorRows.ts'
import {
  type Abilities,
  type Client,
  createUnifiedClient,
  isUnsupported,
  name,
  readAbilities,
  readConnection,
} from './unifiedClient.ts'
import { checkHook, registerHook } from './unifiedHooks.ts'
import {
  documentRow,
  type Interview,
  interviewRow,
  outcomeOf,
  placeRow,
  toAttachment,
  toInterview,
} from './unifiedRows.ts'
import { createStageBook, readStages } from './unifiedStages.ts'
import { streamsOf } from './unifiedStreams.ts'

// Unified.to: one key for a workspace, and a connection for each ATS behind it. What can be done depends on that ATS, so it is asked first.

export const unified: AtsSystem = {
  id: 'unified',
  name,
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'native',
    interviewWrite: 'native',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'collected',
    hiringTeam: 'native',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'signed',
    actingUser: 'none',
  },
  does: 'Brings 70-odd more applicant tracking systems through one connection each: reads candidates, applications, jobs and stages; writes interviews, stages and notes as far as the ATS behind it takes them.',
  doesNot:
    'Has no clients and contacts; knows people of the hiring team only where the ATS shows its employees or names hiring managers on jobs; writes interviews as notes where the ATS takes none through Unified.to; notices deleted records once a day. Candidate data passes through Unified.to.',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'Of the workspace: Settings > API keys.',
      isSecret: true,
      isRequired: true,
      pattern: /^\S{8,}$/,
    },
    {
      name: 'connectionId',
      label: 'Connection ID',
      hint: 'Of the ATS you want: Connections, then its row.',
      isSecret: false,
      isRequired: true,
      pattern: /^[\w-]{3,100}$/,
    },
    {
      name: 'region',
      label: 'Data region',
      hint: 'Where your workspace was made.',
      isSecret: false,
      isRequired: false,
      choices: [
        { value: 'us', label: 'United States' },
        { value: 'eu', label: 'Europe' },
        { value: 'au', label: 'Australia' },
      ],
    },
    {
      name: 'workspaceSecret',
      label: 'Workspace secret',
      hint: 'Signs what Unified.to tells Parley. Without it the secret address alone proves who calls.',
      isSecret: true,
      isRequired: false,
    },
  ],
  steps: [
    'In Unified.to open Connections and connect your ATS, with read and write for applications, interviews and activities.',
    'Copy its Connection ID.',
    "Copy the workspace's API key and, if you like, the workspace secret from Settings > API keys.",
  ],
  hookSteps: [],
  everyMinutes: 5,
  open: openUnified,
}

function openUnified(access: Access): AtsConnector {
  const client = createUnifiedClient(access)
  const stages = createStageBook(client)
  let abilities: Abilities | null = null
  const learn = async () => {
    abilities ??= await readAbilities(client)
    return abilities
  }
  /** As long as nothing is known, everything counts as possible. */
  const ifCan = <T>(what: string, work: T): T | null => (abilities && !abilities.can(what) ? null : work)
  return {
    learn: async () => {
      await learn()
    },
    get streams() {
      return streamsOf({ client, learn, abilities, stages })
    },
    probe: () => probe(client, learn),
    async readApplication({ applicationId, jobId }) {
      const { status, body } = await client.get(client.pathOf('application', applicationId), { accept: [404] })
      if (status === 404) return null
      const place = readObject(placeRow, body, name)
      const stageId = await stages.find({ ...place, job_id: jobId })
      return { stageId, stageLabel: place.original_status ?? '', outcome: outcomeOf(place.status) }
    },
    get moveStage() {
      return ifCan('application update', (move: StageMoving) => moveStage(client, move))
    },
    get writeInterview() {
      return ifCan('interview create', async (interview: InterviewWriting) => {
        const [problem] = problemsOf(await learn())
        if (problem) throw new ParleyError('refused', problem)
        return writeInterview(client, interview)
      })
    },
    get checkInterview() {
      return ifCan('interview create', async () => problemsOf(await learn()))
    },
    async readInterview({ id, applicationId }) {
      const interview = await readInterview(client, id)
      return interview && toInterview(interview, applicationId)
    },
    get writeNote() {
      return ifCan('activity create', (note: NoteWriting) => writeNote(client, note))
    },
    canFindNotes: false,
    async listAttachments({ applicationId, candidateId }) {
      const { rows } = await client.list(client.pathOf('document'), documentRow, { candidate_id: candidateId })
      return rows.filter((row) => row.application_id === null || row.application_id === applicationId).map(toAttachment)
    },
    checkHook,
    registerHook: (url) => registerHook(client, access, url),
  }
}

function problemsOf({ ats, can }: Abilities): string[] {
  return can('interview create') ? [] : [`${ats} takes no interviews through ${name}; a note is written instead.`]
}

// What is written -----------------------------------------------------------------------------------------------------------------

/** The pair of words that a stage has in this job. */
async function moveStage(client: Client, { applicationId, jobId, toStageId }: StageMoving): Promise<void> {
  const stage = (await readStages(client, jobId)).find(({ id }) => id === toStageId)
  if (!stage?.kind)
    throw new ParleyError('refused', `The ATS behind ${name} has no such stage for this job (any more).`)
  const json = { status: stage.kind, original_status: stage.label }
  await client.send('PATCH', client.pathOf('application', applicationId), { json })
}

async function readInterview(client: Client, id: string): Promise<Interview | null> {
  const { status, body } = await client.get(client.pathOf('interview', id), { accept: [404] })
  return status === 404 ? null : readObject(interviewRow, body, name)
}

/** By Parley's reference; where the ATS behind keeps none, one at the very time. */
async function findInterview(
  client: Client,
  { applicationId, key, startAt, endAt }: InterviewWriting,
): Promise<Interview | null> {
  const { rows } = await client.list(client.pathOf('interview'), interviewRow, { application_id: applicationId })
  const own = rows.filter((row) => row.application_id === null || row.application_id === applicationId)
  const isAtThatTime = (row: Interview) =>
    row.external_event_xref === null &&
    row.status !== 'CANCELED' &&
    row.start_at?.getTime() === startAt.getTime() &&
    row.end_at?.getTime() === endAt.getTime()
  return own.find((row) => row.external_event_xref === key) ?? own.find(isAtThatTime) ?? null
}

async function writeInterview(client: Client, interview: InterviewWriting): Promise<Written> {
  const known = interview.knownId === null ? null : await readInterview(client, interview.knownId)
  const before = known ?? (await findInterview(client, interview))
  if (interview.status === 'CANCELED') return cancelInterview(client, before, interview.knownId)
  const { applicationId, candidateId, jobId, userIds, startAt, endAt, location, key, status } = interview
  const json = {
    ...{ application_id: applicationId, candidate_id: candidateId, job_id: jobId, user_ids: userIds },
    ...{ start_at: startAt.toISOString(), end_at: endAt.toISOString(), location, external_event_xref: key, status },
  }
  const { body } = before
    ? await client.send('PATCH', client.pathOf('interview', before.id), { json })
    : await client.send('POST', client.pathOf('interview'), { json })
  const { id } = readObject(z.object({ id: vendorId }), body, name)
  const written = (await readInterview(client, id)) ?? readObject(interviewRow, body, name)
  return { id, said: sayInterview(written), url: null }
}

/** Marks it where the ATS behind has such a state, else deletes it. */
async function cancelInterview(client: Client, before: Interview | null, knownId: string | null): Promise<Written> {
  if (!before) return { id: knownId ?? '', said: 'No such interview was there any more.', url: null }
  const path = client.pathOf('interview', before.id)
  try {
    await client.send('PATCH', path, { json: { status: 'CANCELED' } })
    const written = await readInterview(client, before.id)
    if (!written || written.status === 'CANCELED')
      return { id: before.id, said: `Interview ${before.id}: CANCELED.`, url: null }
  } catch (error) {
    if (!(error instanceof ParleyError && error.code === 'refused')) throw error
  }
  await client.send('DELETE', path, { accept: [404] })
  return { id: before.id, said: `Interview ${before.id} is deleted.`, url: null }
}

function sayInterview({ id, status, start_at, end_at, location }: Interview): string {
  const place = location ? `, at ${location}` : ''
  return `Interview ${id}: ${status ?? 'SCHEDULED'} from ${start_at?.toISOString() ?? '?'} to ${end_at?.toISOString() ?? '?'}${place}.`
}

async function writeNote(client: Client, { applicationId, candidateId, jobId, text }: NoteWriting): Promise<Written> {
  const json = {
    ...{ type: 'NOTE', title: 'Parley', description: withoutMarkup(text) },
    ...{ candidate_id: candidateId, application_id: applicationId, job_id: jobId },
  }
  const { body } = await client.send('POST', client.pathOf('activity'), { json })
  const { id } = readObject(z.object({ id: vendorId }), body, name)
  return { id, said: `Activity ${id}: NOTE.`, url: null }
}

// How it does ---------------------------------------------------------------------------------------------------------------------

function probe(client: Client, learn: () => Promise<Abilities>) {
  const read = (capability: string, object: string, permission = `ats_${object}_read`) => ({
    ...{ capability, permission },
    ask: () => client.get(client.pathOf(object), { query: { limit: 1 } }).catch(sayUnsupported),
  })
  const write = (capability: string, object: string, verb: string, otherwise: string) => {
    const permission = `ats_${object}_write`
    const ask = async () => {
      const { ats, can } = await learn()
      if (!can(`${object} ${verb}`)) return `${ats} does not offer this through ${name}. ${otherwise}`
      const { permissions } = await readConnection(client)
      if (permissions.length === 0 || permissions.includes(permission)) return null
      throw new ParleyError(
        'notAllowed',
        `The connection in ${name} lacks ${permission}: connect the ATS anew with it.`,
      )
    }
    return { capability, permission, ask }
  }
  return runProbes([
    { capability: 'connection', permission: null, ask: () => checkConnection(client) },
    read('read candidates', 'candidate'),
    read('read applications', 'application'),
    read('read jobs', 'job'),
    read('read stages', 'applicationstatus'),
    read('read interviews', 'interview'),
    {
      ...{ capability: 'read users', permission: 'hris_employee_read' },
      ask: async () =>
        (await learn()).hasEmployees
          ? client.get(client.employeePath, { query: { limit: 1 } }).catch(sayUnsupported)
          : 'This connection has no employees: hiring managers are known as far as jobs name them.',
    },
    write('write interviews', 'interview', 'create', 'Parley writes a note instead.'),
    write('move stages', 'application', 'update', 'Stages stay as they are there.'),
    write('write notes', 'activity', 'create', 'The log stays in Parley.'),
  ])
}

function sayUnsupported(error: unknown): string {
  if (!isUnsupported(error)) throw error
  return 'Not offered by the ATS behind Unified.to; Parley does without.'
}

async function checkConnection(client: Client): Promise<string> {
  const { integration_name, is_paused, last_healthy_at, last_unhealthy_at } = await readConnection(client)
  const ats = integration_name ?? 'The ATS'
  if (is_paused) throw new ParleyError('unavailable', `The connection to ${ats} is paused in ${name}. Resume it there.`)
  if (last_unhealthy_at && (!last_healthy_at || last_unhealthy_at > last_healthy_at))
    throw new ParleyError(
      'unavailable',
      `${name} says that its connection to ${ats} does not work. Connect it there anew.`,
    )
  return `${ats} is connected.`
}
