import { ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, NoteWriting, Written } from '../connector.ts'
import { bodyId, readHookField } from '../hookProof.ts'
import { noteMark } from '../noteMark.ts'
import { asHtml, withoutMentions } from '../noteText.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import { runProbes } from '../runProbes.ts'
import { readObject } from '../vendorRows.ts'
import { createLoxoClient, hostPattern, type LoxoClient, name, type ScrollPlace } from './loxoClient.ts'
import { candidateRow, eventRow, hookRow, writtenRow } from './loxoRows.ts'
import { createLoxoStages, type LoxoStages, sayUnreachable } from './loxoStages.ts'
import { createLoxoStreams, findInJob } from './loxoStreams.ts'

// Loxo. All that is written is an event of a person; which type of activity leads to which stage is the agency's own.

export const loxo: AtsSystem = {
  id: 'loxo',
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
    hiringTeam: 'none',
    attachments: 'none',
    stages: 'account',
    hooks: 'secretAddress',
    actingUser: 'none',
  },
  does: "Reads people, jobs with their workflow stages, who is in which job, the client's contacts and your team; moves candidates on by the activity type that leads to a stage, and logs each interview and what became of it as a note on the person.",
  doesNot:
    'Loxo has no interviews that can be written, so they stand in Parley, the calendars and as notes; resumes are not linked, because Loxo gives no links; who is in a closed job is not read; ' +
    'notes bear the name of the API key, not of the recruiter.',
  fields: [
    {
      name: 'agency',
      label: 'Agency slug',
      hint: 'The part of your Loxo address that names your agency: "quarry" in quarry.app.loxo.co',
      isSecret: false,
      isRequired: true,
      pattern: /^[a-z0-9_-]+$/i,
    },
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'From Settings > API Keys; it counts for the whole agency',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'domain',
      label: 'Address of Loxo',
      hint: 'Only when yours is not app.loxo.co',
      isSecret: false,
      isRequired: false,
      pattern: hostPattern,
    },
    {
      name: 'triggers',
      label: 'Activity types that move candidates',
      hint: 'Only for stages whose activity type is called otherwise: Interview = Client Interview; Offer = Offer Made',
      isSecret: false,
      isRequired: false,
    },
  ],
  steps: [
    'The API is a paid part of Loxo: if the page named next is missing, ask your Loxo representative to switch it on.',
    'Sign in to Loxo as an account admin, open Settings > API Keys and create a key called Parley.',
    'Copy the key to here, and the agency slug from the address of your Loxo.',
    'Stages are reached by the activity type of the same name. Where yours are called otherwise, say which one leads where.',
  ],
  hookSteps: [],
  everyMinutes: 2,
  open,
}

function open(access: Access): AtsConnector {
  const client = createLoxoClient(access)
  const stages = createLoxoStages(client, access.clock, access.fields.triggers ?? '')
  return {
    streams: createLoxoStreams(client, stages, access.clock),
    probe: () => probe(client, stages),
    async readApplication({ applicationId, candidateId, jobId }) {
      const { status, body } = await client.get(`/jobs/${jobId}/candidates/${applicationId}`, { accept: [404] })
      if (status === 404) return null
      let { stageId } = readObject(candidateRow, body, name)
      // One alone is described without his stage.
      if (stageId === null) {
        const rows = await findInJob(client, jobId, candidateId)
        stageId = rows.find(({ id }) => id === applicationId)?.stageId ?? null
      }
      const stageLabel = await stages.labelOf(stageId)
      return { stageId, stageLabel, outcome: outcomeOfLabel(stageLabel) }
    },
    async moveStage({ candidateId, jobId, toStageId }) {
      const type = await stages.findTrigger(toStageId)
      await addEvent(client, { activity_type_id: type, person_id: candidateId, job_id: jobId })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: (note) => writeNote(client, stages, access, note),
    canFindNotes: true,
    listAttachments: null,
    // What it says is described nowhere, so two hints may be word for word the same: the second in which it came tells them apart.
    checkHook: ({ body, now }) => ({
      kind: 'good',
      id: `${bodyId(body)}-${Math.floor(now.getTime() / 1000)}`,
      event: readHookField(body, 'event') || 'changed',
    }),
    registerHook: async (url, secret) => {
      const { rows } = await client.list('/webhooks', 'webhooks', hookRow)
      const known = new Set(rows.flatMap((row) => (row.endpoint_url === url ? [`${row.item_type}:${row.action}`] : [])))
      for (const event of hookEvents) {
        if (known.has(event)) continue
        const [item_type = '', action = ''] = event.split(':')
        await client.send('POST', '/webhooks', { form: wrap('webhook', { item_type, action, endpoint_url: url }) })
      }
      return { secret }
    },
  }
}

const hookEvents = ['candidate', 'person', 'job'].flatMap((item) =>
  ['create', 'update', 'destroy'].map((action) => `${item}:${action}`),
)

/** Names in brackets: the encoding that is known to be taken. */
const wrap = (what: string, fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${what}[${field}]`, value]))

async function addEvent(client: LoxoClient, fields: Readonly<Record<string, string>>) {
  const { body } = await client.send('POST', '/person_events', { form: wrap('person_event', fields) })
  return readObject(writtenRow, body, name).person_event
}

const noteAgeMs = 30 * 24 * 3600_000
const notePagesMax = 5

async function writeNote(
  client: LoxoClient,
  stages: LoxoStages,
  { clock }: Access,
  { candidateId, jobId, key, mayExist, text }: NoteWriting,
): Promise<Written> {
  const found = mayExist ? await findNote(client, candidateId, key, new Date(clock.now().getTime() - noteAgeMs)) : null
  if (found) return { id: found, said: `Note ${found} is there already.`, url: null }
  const { id } = await addEvent(client, {
    activity_type_id: await stages.findNoteType(),
    person_id: candidateId,
    job_id: jobId,
    notes: asHtml(withoutMentions(text)),
  })
  // An event that is not there is answered with null, and success.
  const { body } = await client.get(`/person_events/${id}`)
  if (body === null) throw new ParleyError('unavailable', `${name} does not show the note yet.`, { retry: 'later' })
  return { id, said: `Note ${id} stands among the person's activities.`, url: null }
}

async function findNote(client: LoxoClient, person_id: string, key: string, since: Date): Promise<string | null> {
  let place: ScrollPlace | null = null
  for (let page = 0; page < notePagesMax; page++) {
    const query = { person_id, created_at_start: since.toISOString() }
    const { rows, next }: Awaited<ReturnType<typeof client.scroll<typeof eventRow>>> = await client.scroll(
      '/person_events',
      'person_events',
      eventRow,
      place,
      query,
    )
    const found = rows.find(({ notes }) => notes?.includes(noteMark(key)))
    if (found) return found.id
    if (next === null) return null
    place = next
  }
  return null
}

/** A key of an admin may do everything: what can be missing is what leads from stage to stage. */
function probe(client: LoxoClient, stages: LoxoStages) {
  const one = { query: { per_page: 1 } }
  const permission = null
  return runProbes([
    { capability: 'read users', permission, ask: () => client.get('/users') },
    { capability: 'read jobs', permission, ask: () => client.get('/jobs', one) },
    { capability: 'read candidates', permission, ask: () => client.get('/people', one) },
    { capability: 'read stages', permission, ask: () => stages.read() },
    { capability: 'read activities', permission, ask: () => client.get('/person_events', one) },
    {
      capability: 'move candidates',
      permission,
      async ask() {
        const unreachable = await stages.findUnreachable()
        if (unreachable.length > 0) throw new ParleyError('refused', sayUnreachable(unreachable))
      },
    },
    { capability: 'write notes', permission, ask: () => stages.findNoteType() },
    { capability: 'be told of changes', permission, ask: () => client.list('/webhooks', 'webhooks', hookRow) },
  ])
}
