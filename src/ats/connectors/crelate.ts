import { ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem } from '../connector.ts'
import { withoutMarkup, withoutMentions } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readObject } from '../vendorRows.ts'
import { type CrelateClient, createCrelateClient, name, v1 } from './crelateClient.ts'
import { idRow, outcomeOf, pairRow, stagesOf, statusRow } from './crelateRows.ts'
import { createCrelateStreams } from './crelateStreams.ts'

// Crelate, both its interfaces: v3 is known to give contacts, the older v1 alone who is on which job and in which stage.

export const crelate: AtsSystem = {
  id: 'crelate',
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
    hiringTeam: 'none',
    attachments: 'none',
    stages: 'account',
    hooks: 'none',
    actingUser: 'none',
  },
  does: 'Reads jobs with their hiring manager at the client, the contacts on open jobs with their stages, and your team; moves contacts to another workflow status, and logs each interview and what became of it as a note on the contact.',
  doesNot:
    'Crelate has no interviews that can be written, so they stand in Parley, the calendars and as notes; a note whose answer was lost can stand there twice, as notes cannot be searched; ' +
    'contacts on no open job, and jobs that nobody touched for two years, are not read; a move is seen within 10 minutes; resumes are not linked, because Crelate gives no links; ' +
    'e-mail addresses of your team have to be entered in Parley; a client is called after the mail domain of the hiring manager; notes and moves bear the name of the user whose key it is.',
  fields: [
    {
      name: 'apiKey',
      label: 'API Key',
      hint: 'It acts as its user, so take one of a user for integrations',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
  ],
  steps: [
    'In Crelate, as an admin, make a user called Parley whose role may use the API and sees all jobs and contacts.',
    'Sign in as that user, open the settings of the account, and create an API Key under API Keys.',
    'Copy it to here. Whoever regenerates it there ends this connection.',
  ],
  hookSteps: [],
  everyMinutes: 2,
  open,
}

function open(access: Access): AtsConnector {
  const client = createCrelateClient(access)
  return {
    streams: createCrelateStreams(client, access.clock),
    probe: () => probe(client, access),
    async readApplication({ candidateId, jobId }) {
      const pairs = await client.bare(`/contacts/${candidateId}/jobs`, pairRow, { accept: [404] })
      const pair = pairs?.rows.find(({ Id }) => Id === jobId)
      return pair ? { stageId: pair.StageId, stageLabel: pair.StageName ?? '', outcome: outcomeOf(pair) } : null
    },
    async moveStage({ candidateId, jobId, toStageId }) {
      await client.send('PUT', `/jobs/${jobId}/contacts/${candidateId}`, { ...v1, json: { StatusId: toStageId } })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    async writeNote({ candidateId, key, text }) {
      const json = { Body: withoutMarkup(withoutMentions(text)), ExternalPrimaryKey: key }
      const { body } = await client.send('POST', `/contacts/${candidateId}/notes`, { ...v1, json })
      const { Id } = readObject(idRow, body, name)
      return { id: Id, said: `Note ${Id} stands on the contact.`, url: null }
    },
    canFindNotes: false,
    listAttachments: null,
    checkHook: null,
    registerHook: null,
  }
}

/** The two interfaces are switched on apart: one can answer while the other gives nothing. */
function probe(client: CrelateClient, { clock }: Access) {
  const permission = null
  const since = new Date(clock.now().getTime() - 60_000).toISOString()
  return runProbes([
    { capability: 'read contacts (v3)', permission, ask: () => client.get('/contacts', { query: { limit: 1 } }) },
    { capability: 'read users (v3)', permission, ask: () => client.get('/users', { query: { limit: 1 } }) },
    {
      capability: 'read jobs (v1)',
      permission,
      ask: () => client.recent('jobs', idRow, { since, skip: 0 }, { take: 1 }),
    },
    {
      capability: 'read changed contacts (v1)',
      permission,
      ask: () => client.recent('contacts', idRow, { since, skip: 0 }, { take: 1, type: 1 }),
    },
    {
      capability: 'read and set stages (v1)',
      permission,
      async ask() {
        const statuses = await client.bare('/domain/workflowStatuses', statusRow)
        if (stagesOf(statuses?.rows ?? []).length > 0) return
        const what = `${name} shows no workflow statuses to this key, so nobody's stage can be read or set.`
        throw new ParleyError('refused', `${what} Ask ${name} to give the older API (v1) access to the account's data.`)
      },
    },
  ])
}
