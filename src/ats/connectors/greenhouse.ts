import type { Access, ApplicationRef, AtsConnector, AtsSystem, HookDelivery, HookVerdict } from '../connector.ts'
import { bodyId, hmacHex, isSameText, readHookField } from '../hookProof.ts'
import { noteMark } from '../noteMark.ts'
import { withoutMentions } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { type GreenhouseHttp, openGreenhouse } from './greenhouseHttp.ts'
import { createGreenhouseInterviews } from './greenhouseInterviews.ts'
import { applicationRow, applicationUrl, attachmentRow, noteRow, outcomeOf, showAttachment } from './greenhouseRows.ts'
import { createGreenhouseStages } from './greenhouseStages.ts'
import { createGreenhouseStreams } from './greenhouseStreams.ts'

// Greenhouse Recruiting, Harvest v3 (harvestdocs.greenhouse.io, read November 2026). Every read is a list: one record is a list with `ids`.

function open(access: Access): AtsConnector {
  const http = openGreenhouse(access)
  const stages = createGreenhouseStages(http, access.clock)
  const interviews = createGreenhouseInterviews(http)
  return {
    streams: createGreenhouseStreams(http, stages, interviews, access.clock),
    probe: () => probe(http),
    async readApplication({ applicationId }) {
      const answer = await http.get('/applications', { ids: applicationId })
      const [row] = readRows(applicationRow, answer.body, 'Greenhouse').rows
      if (!row) return null
      const entry = await stages.findCurrent(applicationId)
      return { stageId: entry?.stageId ?? null, stageLabel: row.stage_name ?? '', outcome: outcomeOf(row) }
    },
    moveStage: (move) => stages.move(move),
    writeInterview: (interview) => interviews.write(interview),
    checkInterview: (interview) => interviews.check(interview),
    readInterview: ({ id }) => interviews.read(id),
    canFindNotes: true,
    async writeNote({ candidateId, applicationId, key, mayExist, text, actingUserId }) {
      const url = applicationUrl(candidateId, applicationId)
      if (mayExist) {
        const answer = await http.get('/notes', { application_ids: applicationId, per_page: 500 })
        const found = readRows(noteRow, answer.body, 'Greenhouse').rows.find(({ body }) => body.includes(noteMark(key)))
        if (found) return { id: found.id, said: `Note ${found.id} is there already.`, url }
      }
      const note = {
        candidate_id: Number(candidateId),
        application_id: Number(applicationId),
        body: withoutMentions(text),
        visibility: 'public',
        note_type: 'NOTE',
      }
      const answer = await http.send('POST', '/notes', note, actingUserId)
      const { id } = readObject(noteRow, answer.body, 'Greenhouse')
      return { id, said: `Note ${id} stands on the candidate's page.`, url }
    },
    listAttachments: (ref) => listAttachments(http, ref),
    checkHook,
    registerHook: null,
  }
}

async function listAttachments(http: GreenhouseHttp, { candidateId, applicationId }: ApplicationRef) {
  const answer = await http.get('/attachments', { candidate_ids: candidateId, per_page: 100 })
  return readRows(attachmentRow, answer.body, 'Greenhouse')
    .rows.filter((row) => row.application_id === null || row.application_id === applicationId)
    .map(showAttachment)
}

/** The Signature header is `sha256`, a blank, and the digest of the body as it came. */
function checkHook({ headers, body, secret }: HookDelivery): HookVerdict {
  const given = headers.signature ?? ''
  if (secret === '' || !isSameText(given, `sha256 ${hmacHex('sha256', secret, body)}`))
    return { kind: 'refused', why: 'the signature is not that of the secret key' }
  const event = readHookField(body, 'action')
  return { kind: 'good', id: headers['greenhouse-event-id'] ?? bodyId(body), event }
}

const reads: readonly (readonly [capability: string, list: string])[] = [
  ['read users', 'users'],
  ['read jobs', 'jobs'],
  ['read the stages of jobs', 'job_interview_stages'],
  ['read hiring managers', 'job_hiring_managers'],
  ['read candidates', 'candidates'],
  ['read applications', 'applications'],
  ['read who is in which stage', 'application_stages'],
  ['read interviews', 'interviews'],
  ['read who takes part in interviews', 'interviewers'],
  ['read interview plans', 'job_interviews'],
  ['read notes', 'notes'],
  ['read resumes', 'attachments'],
]

/** Permissions to write are tried on record 0, which nobody has: a refusal of the record shows that the permission is there. */
function probe(http: GreenhouseHttp) {
  const times = { starts_at: '2000-01-01T00:00:00Z', ends_at: '2000-01-01T01:00:00Z' }
  const nobody = {
    application_id: 0,
    job_interview_id: 0,
    external_event_id: 'parley-probe',
    interviewers: [{ user_id: 0, response_status: 'needs_action' }],
    ...times,
  }
  const note = { candidate_id: 0, body: 'Parley', visibility: 'private', note_type: 'NOTE' }
  const writes = [
    ['write interviews', 'POST', '/interviews', nobody, 'harvest:interviews:create'],
    ['change interviews', 'PATCH', '/interviews/0', {}, 'harvest:interviews:update'],
    ['cancel interviews', 'DELETE', '/interviews/0', undefined, 'harvest:interviews:destroy'],
    ['move candidates', 'POST', '/applications/0/move', { from_stage_id: 0 }, 'harvest:applications:move'],
    ['write notes', 'POST', '/notes', note, 'harvest:notes:create'],
  ] as const
  return runProbes([
    ...reads.map(([capability, list]) => ({
      capability,
      permission: `harvest:${list}:list`,
      ask: () => http.get(`/${list}`, { per_page: 1 }),
    })),
    ...writes.map(([capability, method, path, json, permission]) => ({
      capability,
      permission,
      ask: () => http.send(method, path, json, null),
      passing: ['notFound', 'refused'] as const,
    })),
  ])
}

export const greenhouse: AtsSystem = {
  id: 'greenhouse',
  name: 'Greenhouse',
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
    stages: 'perJob',
    hooks: 'signed',
    actingUser: 'native',
  },
  does:
    'Reads candidates, jobs, stages, hiring managers and interviews, writes each interview with time, place and interviewers into the interview plan of the job, ' +
    'moves candidates on, and logs what happens as notes in the name of the recruiter.',
  doesNot:
    'Greenhouse sends no invitations for these interviews (Parley does), and keeps no client contacts; private candidates and confidential jobs are not read, ' +
    'and a move can set off the e-mails that your own stage rules in Greenhouse send.',
  fields: [
    {
      name: 'clientId',
      label: 'Client ID',
      hint: 'Of the Harvest V3 (OAuth) credential',
      isSecret: false,
      isRequired: true,
      pattern: /^[^\s:]+$/,
    },
    {
      name: 'clientSecret',
      label: 'Client secret',
      hint: 'Shown once, when the credential is made',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
  ],
  steps: [
    'In Greenhouse, as a Site Admin who may manage API credentials, open Configure > Dev Center > API Credential Management.',
    'Press Create New API Key, choose Harvest V3 (OAuth) as the type, and call it Parley.',
    'Under Manage Permissions tick the list permissions of users, jobs, job interview stages, job hiring managers, candidates, applications, application stages, interviews, interviewers, job interviews, notes and attachments; and interviews create, update and destroy, applications move, notes create.',
    'Copy client ID and client secret to here.',
  ],
  hookSteps: [
    'In Greenhouse open Configure > Dev Center > Web Hooks > Web Hooks and press Create new web hook.',
    'Make one for each of: Candidate has changed stage, New candidate application, Application updated, Candidate rejected, Candidate unrejected, Candidate hired, Candidate or prospect updated, Candidate deleted, Candidate merged, Interview deleted.',
    'As endpoint URL take the address shown here, as secret key the one shown here. Greenhouse sends a ping at once and keeps the web hook switched off when that fails.',
  ],
  interviewNeeds: 'hiringManager',
  everyMinutes: 2,
  open,
}
