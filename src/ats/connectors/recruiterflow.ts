import type { Access, AtsConnector, AtsSystem, NoteWriting, Written } from '../connector.ts'
import { fileKindOf } from '../fileKind.ts'
import { noteMark } from '../noteMark.ts'
import { asHtml, withoutMentions } from '../noteText.ts'
import type { AtsAttachment } from '../port.ts'
import { runProbes } from '../runProbes.ts'
import {
  createRecruiterflowClient,
  createRecruiterflowStages,
  name,
  type RecruiterflowClient,
} from './recruiterflowClient.ts'
import { activityRow, candidateRow, jobRow, oneCandidateRow, outcomeOf } from './recruiterflowRows.ts'
import { createRecruiterflowStreams } from './recruiterflowStreams.ts'

// Recruiterflow: much to read, stages and notes to write, no interviews, no webhooks.

export const recruiterflow: AtsSystem = {
  id: 'recruiterflow',
  name,
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'note',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'native',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'none',
    actingUser: 'native',
  },
  does: 'Reads candidates with the jobs they are in, jobs with client, hiring team and stages, and your users; moves candidates to another stage of the job, logs each interview and what became of it as a note in the name of the recruiter, and links files.',
  doesNot:
    'Recruiterflow has no interviews that can be written, so they stand in Parley, the calendars and as notes; calendar events made in Recruiterflow and client contacts are not read; ' +
    'stages of closed jobs are not read; Parley asks once a second at most, because the limit is not published: the first sync of 100,000 candidates takes about 20 minutes, and a renamed stage is seen within half an hour.',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'From the settings of the account; it counts for the whole account',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
  ],
  steps: [
    'Sign in to Recruiterflow as an admin and open the account settings.',
    'Open API key, and create one if there is none.',
    'Copy the key to here, and have it replaced there if it was ever shown to others.',
  ],
  hookSteps: [],
  everyMinutes: 2,
  open,
}

function open(access: Access): AtsConnector {
  const client = createRecruiterflowClient(access)
  const stages = createRecruiterflowStages(client, access.clock)
  const readCandidate = (id: string) => client.find('/candidate/get', oneCandidateRow, id)
  return {
    streams: createRecruiterflowStreams(client, stages, access.clock),
    probe: () => probe(client),
    async readApplication({ candidateId, jobId }) {
      const row = await readCandidate(candidateId)
      const place = row?.jobs.find(({ job_id }) => job_id === jobId)
      if (!place) return null
      const stageId = await stages.findId(jobId, place.stage_name, true)
      return { stageId, stageLabel: place.stage_name ?? '', outcome: outcomeOf(place) }
    },
    async moveStage({ candidateId, jobId, toStageId, actingUserId }) {
      await client.write('/candidate/move-to-stage', {
        ...{ id: Number(candidateId), stage: { id: Number(toStageId) }, job_id: Number(jobId) },
        ...(actingUserId === null ? {} : { user_id: Number(actingUserId) }),
      })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: (note) => writeNote(client, note),
    canFindNotes: true,
    async listAttachments({ candidateId }) {
      const row = await readCandidate(candidateId)
      return (row?.files ?? []).map(({ filename, link }): AtsAttachment => {
        const shown = filename ?? 'File'
        return { kind: fileKindOf(shown), name: shown, url: link }
      })
    },
    checkHook: null,
    registerHook: null,
  }
}

async function writeNote(
  client: RecruiterflowClient,
  { candidateId, key, mayExist, text, actingUserId }: NoteWriting,
): Promise<Written> {
  const before = mayExist ? await findNote(client, candidateId, key) : null
  if (before) return { id: before, said: `Note ${before} is there already.`, url: null }
  await client.write('/candidate/notes/add', {
    ...{ id: Number(candidateId), value: asHtml(withoutMentions(text)) },
    ...(actingUserId === null ? {} : { created_by: Number(actingUserId) }),
  })
  // The answer says nothing but that it went well.
  const id = await findNote(client, candidateId, key)
  if (id) return { id, said: `Note ${id} stands among the candidate's activities.`, url: null }
  return { id: noteMark(key), said: `${name} took the note and does not show it yet.`, url: null }
}

const notePagesMax = 5
async function findNote(client: RecruiterflowClient, id: string, key: string): Promise<string | null> {
  let page: number | null = 1
  for (let count = 0; page !== null && count < notePagesMax; count++) {
    const found: Awaited<ReturnType<typeof client.list<typeof activityRow>>> = await client.list(
      '/candidate/activity/list',
      activityRow,
      page,
      { id },
    )
    const marked = found.rows.find(({ text }) => text?.includes(noteMark(key)))
    if (marked) return marked.activity_id
    page = found.next
  }
  return null
}

function probe(client: RecruiterflowClient) {
  const permission = null
  const one = { items_per_page: 1, current_page: 1 }
  return runProbes([
    { capability: 'read users', permission, ask: () => client.get('/user/list') },
    {
      capability: 'read jobs and stages',
      permission,
      async ask() {
        const { rows } = await client.list('/job/list', jobRow, 1, one)
        const [job] = rows
        if (job) await client.get('/job/pipeline', { job_id: job.id })
      },
    },
    { capability: 'read candidates', permission, ask: () => client.list('/candidate/list', candidateRow, 1, one) },
    { capability: 'find changed candidates', permission, ask: () => client.searchActive(candidateRow, 1, 1) },
  ])
}
