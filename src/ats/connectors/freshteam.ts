import { ParleyError } from '../../domain/errors.ts'
import { createAtsClient } from '../client.ts'
import type { Access, AtsConnector, AtsSystem } from '../connector.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { applicantRow, failureRow, isGone, jobRow, outcomeOf, showStages } from './freshteamRows.ts'
import { createFreshteamStreams, name } from './freshteamStreams.ts'

// Freshteam, which Freshworks is closing: what an export reads, and nothing that writes.

/** An account can be reached for so long after its subscription ends. */
const afterlifeMs = 90 * 24 * 3600_000

export const freshteam: AtsSystem = {
  id: 'freshteam',
  name,
  depth: 1,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'none',
    stageWrite: 'none',
    noteWrite: 'none',
    users: 'native',
    hiringTeam: 'none',
    attachments: 'link',
    stages: 'perJob',
    hooks: 'none',
    actingUser: 'none',
  },
  does: 'Reads employees, job postings with their sub-stages, and the applicants of open ones with links to their resumes, so that they are in Parley when Freshteam is gone.',
  doesNot:
    'Freshworks has ended Freshteam: nothing is renewed since June 2026, and an account can be reached for 90 days after its subscription ends, so Parley writes nothing there. ' +
    'Applicants of closed job postings, interviews and hiring teams are not read, a change of only the name or address of somebody can take a day, and on the smallest plan 10 requests a minute have to do.',
  fields: [
    {
      name: 'account',
      label: 'Account',
      hint: 'The part before .freshteam.com in the address of yours',
      isSecret: false,
      isRequired: true,
      pattern: /^[a-z0-9-]+$/i,
    },
    {
      name: 'apiKey',
      label: 'API Key',
      hint: 'It sees what its user may see',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'endsOn',
      label: 'Subscription ends on',
      hint: 'Like 2026-12-31; then Parley can say until when this works',
      isSecret: false,
      isRequired: false,
      pattern: /^\d{4}-\d{2}-\d{2}$/,
    },
  ],
  steps: [
    'Sign in to Freshteam as somebody who may see all job postings and applicants.',
    'Open your profile at the top right, then API Settings, and copy the API Key.',
    'Copy it to here, with the first part of the address of your Freshteam.',
    'See in your Freshworks billing when the subscription ends: 90 days later the data is gone there.',
  ],
  hookSteps: [],
  everyMinutes: 10,
  open,
}

function open(access: Access): AtsConnector {
  const { fields, clock } = access
  const account = fields.account?.trim().toLowerCase() ?? ''
  if (!/^[a-z0-9-]+$/.test(account))
    throw new ParleyError('notConfigured', `"${account}" is no ${name} account: take the part before .freshteam.com.`)
  const client = createAtsClient({
    name,
    access,
    bases: { main: `https://${account}.freshteam.com/api` },
    authorize: async () => ({ authorization: `Bearer ${fields.apiKey ?? ''}` }),
    pace: { count: 10, windowMs: 60_000, limit: 'x-ratelimit-total', remaining: 'x-ratelimit-remaining' },
    readReason,
  })

  async function readApplicant(id: string) {
    const { status, body } = await client.get(`/applicants/${id}`, { accept: [404] })
    return status === 404 ? null : readObject(applicantRow, body, name)
  }

  return {
    streams: createFreshteamStreams(client.get, clock),
    probe: () => probe(client.get, fields.endsOn, clock.now()),
    async readApplication({ applicationId, jobId }) {
      const row = await readApplicant(applicationId)
      if (!row || isGone(row) || row.job_id !== jobId) return null
      const { body } = await client.get(`/job_postings/${jobId}`)
      const stages = showStages(readObject(jobRow, body, name))
      const stageLabel = stages.find(({ id }) => id === row.sub_stage_id)?.label ?? ''
      return { stageId: row.sub_stage_id, stageLabel, outcome: outcomeOf(row) }
    },
    moveStage: null,
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: null,
    canFindNotes: false,
    async listAttachments({ applicationId }) {
      const row = await readApplicant(applicationId)
      return (row?.candidate.resumes ?? []).map(({ content_file_name, url }) => ({
        ...{ kind: 'resume' as const, name: content_file_name ?? 'Resume', url },
      }))
    },
    checkHook: null,
    registerHook: null,
  }
}

function readReason(body: unknown): string | null {
  const { errors } = failureRow.safeParse(body).data ?? { errors: [] }
  const said = errors.map(({ field, message }) => [field, message].filter(Boolean).join(' ')).filter(Boolean)
  return said.length > 0 ? said.join('; ') : null
}

function probe(get: Parameters<typeof createFreshteamStreams>[0], endsOn: string | undefined, now: Date) {
  const permission = null
  let jobId: string | undefined
  return runProbes([
    {
      capability: 'read job postings',
      permission,
      async ask() {
        const { body } = await get('/job_postings', { query: { page: 1 } })
        jobId = readRows(jobRow, body, name).rows[0]?.id
      },
    },
    { capability: 'read employees', permission, ask: () => get('/employees', { query: { page: 1 } }) },
    {
      capability: 'read applicants',
      permission,
      async ask() {
        if (jobId !== undefined) await get(`/job_postings/${jobId}/applicants`, { query: { page: 1 } })
      },
    },
    { capability: 'the account is still there', permission, ask: async () => sayEnd(endsOn, now) },
  ])
}

function sayEnd(endsOn: string | undefined, now: Date): string {
  const end = Date.parse(`${endsOn ?? ''}T00:00:00Z`)
  if (Number.isNaN(end))
    return 'For 90 days after its subscription ends, which has ended or ends soon: export what you need.'
  const left = end + afterlifeMs - now.getTime()
  const until = new Date(end + afterlifeMs).toISOString().slice(0, 10)
  if (left < 0)
    throw new ParleyError('refused', `${name} may close this account any day: its 90 days ended on ${until}.`)
  return `Until ${until}, which is 90 days after the subscription ends.`
}
