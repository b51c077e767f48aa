import { ParleyError } from '../../domain/errors.ts'
import type { Access, ApplicationRef, AtsConnector, AtsSystem, NoteWriting } from '../connector.ts'
import { bodyId } from '../hookProof.ts'
import { withoutMentions } from '../noteText.ts'
import { runProbes } from '../runProbes.ts'
import { readRows } from '../vendorRows.ts'
import { dataCentres, zohoName as name, openZohoAccount, settleZoho, type ZohoAccount } from './zohoRecruitAccount.ts'
import { createZohoInterviews, nobody, type ZohoInterviews } from './zohoRecruitInterviews.ts'
import { interviewOf, outcomeOf, statusRow } from './zohoRecruitRows.ts'
import { createZohoStreams } from './zohoRecruitStreams.ts'

// Zoho Recruit, v2. Lists are read newest change first until something older than what is asked for; nothing found is an answer without a body. A stage is a
// word of a list of the account's.

export const zohoRecruit: AtsSystem = {
  id: 'zohoRecruit',
  name,
  depth: 3,
  capabilities: {
    changes: 'newestFirst',
    removals: 'daily',
    interviewRead: 'native',
    interviewWrite: 'native',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'partly',
    attachments: 'none',
    stages: 'account',
    hooks: 'secretAddress',
    actingUser: 'none',
  },
  does: 'Reads job openings, clients, candidates, applications and interviews, writes, changes and cancels interviews, moves applications to another status, and logs what happens as notes on the candidate.',
  doesNot:
    'Contacts come without e-mail addresses and resumes without links; your workflow rules do not run for interviews that Parley writes, but they do for a change of status; ' +
    'removed records are noticed once a day, and accounts without the module Applications cannot be read.',
  fields: [
    {
      name: 'dataCentre',
      label: 'Data centre',
      hint: 'As in the address when you are signed in: recruit.zoho.com, recruit.zoho.eu and so on. With another one Zoho does not know the key.',
      isSecret: false,
      isRequired: true,
      choices: dataCentres,
    },
    {
      name: 'clientId',
      label: 'Client ID',
      hint: 'Of the Self Client.',
      isSecret: false,
      isRequired: true,
      pattern: /^\S+$/,
    },
    { name: 'clientSecret', label: 'Client Secret', hint: '', isSecret: true, isRequired: true, pattern: /^\S+$/ },
    {
      name: 'code',
      label: 'Generated code',
      hint: 'Good for 10 minutes: make it last, and submit this form at once. Not kept.',
      isSecret: true,
      isRequired: false,
      pattern: /^\S*$/,
    },
    {
      name: 'refreshToken',
      label: 'Refresh token',
      hint: 'Only if you have one already; then the code stays empty.',
      isSecret: true,
      isRequired: false,
      pattern: /^\S*$/,
    },
  ],
  steps: [
    'Sign in to Zoho as the user whose rights Parley shall have; it sees the records that this user’s profile and role see.',
    'Do you sign in to Zoho with Google or Microsoft? Then you have no Zoho password, and where Zoho asks for one while you connect Parley you need an app-specific password: open accounts.zoho.com (or .eu, .in ... as your address says), choose “Security” and then “App Passwords” (“Application-Specific Passwords” on older pages), press “Generate New Password”, name it “Parley”, press “Generate”, and enter what is shown in place of a password. It is shown once, and can be taken back there at any time. Parley itself asks for no password of yours and keeps none.',
    'Open api-console.zoho.com (with the same ending as above), choose “Self Client”, press “Create”, and copy Client ID and Client Secret from the tab “Client Secret” into the form.',
    'On the tab “Generate Code” enter the scope ZohoRecruit.modules.ALL,ZohoRecruit.settings.ALL,ZohoRecruit.users.ALL, choose “10 minutes”, write “Parley” as the description, press “Create”, and choose Recruit and your organisation if you are asked.',
    'Copy the code into the form and submit it right away: Parley exchanges it for a key that lasts.',
  ],
  hookSteps: [
    'This is optional, and needs a paid plan: without it Parley looks every few minutes.',
    'In Zoho Recruit open “Setup”, “Automation”, “Workflow Rules”, and press “Create Rule” for Candidates; later the same for Applications, Job Openings and Interviews.',
    'Let it run on “Create or Edit”, for all records, and add the instant action “Webhook”.',
    'As “URL to Notify” enter the address that Parley shows here, with the method POST. The address is the secret: keep it to yourself.',
  ],
  everyMinutes: 5,
  settle: settleZoho,
  open,
}

function open(access: Access): AtsConnector {
  const account = openZohoAccount(access)
  const interviews = createZohoInterviews(account)
  return {
    streams: createZohoStreams(account),
    probe: () => probe(account, interviews),
    readApplication: (ref) => readApplication(account, ref),
    async moveStage({ candidateId, jobId, toStageId }) {
      const item = { ids: [candidateId], jobids: [jobId], Candidate_Status: toStageId }
      await account.write('PUT', '/Candidates/status', item, false)
    },
    writeInterview: (interview) => interviews.write(interview),
    checkInterview: () => interviews.check(),
    async readInterview({ id, applicationId }) {
      const row = await interviews.read(id)
      return row ? (interviewOf(row, applicationId)[0] ?? null) : null
    },
    writeNote: (note) => writeNote(account, note),
    canFindNotes: false,
    listAttachments: null,
    // Nobody signs it; it came to an address that only Zoho was told.
    checkHook: ({ body }) => ({ kind: 'good', id: bodyId(body), event: 'changed' }),
    registerHook: null,
  }
}

// ---------------------------------------------------------------- asking

async function readApplication(account: ZohoAccount, { applicationId }: ApplicationRef) {
  const body = (await account.get(`/Applications/${encodeURIComponent(applicationId)}`)) as { data?: unknown } | null
  if (body === null) return null
  const [row] = readRows(statusRow, body.data, name).rows
  if (!row) return null
  const status = row.Application_Status
  return { stageId: status, stageLabel: status, outcome: outcomeOf(status) }
}

/** Each module is granted by itself, so that each is asked. */
function probe(account: ZohoAccount, interviews: ZohoInterviews) {
  const one = { page: 1, per_page: 1 }
  const ask = (capability: string, path: string, query: Record<string, string | number> = one) => ({
    capability,
    permission: null,
    ask: () => account.get(path, query),
  })
  // A write to nobody: that the record is refused shows that the right is there.
  const attempt = (capability: string, method: 'POST' | 'PUT', path: string, item: Record<string, unknown>) => ({
    ...{ capability, permission: null, passing: ['refused', 'notFound'] as const },
    ask: () => account.write(method, path, item, false),
  })
  return runProbes([
    ask('accept the key, in this data centre', '/users', { type: 'CurrentUser' }),
    ask('read candidates', '/Candidates'),
    ask('read job openings', '/Job_Openings'),
    ask('read applications', '/Applications'),
    ask('read statuses', '/settings/fields', { module: 'Applications' }),
    ask('read interviews', '/Interviews'),
    {
      ...ask('write interviews', ''),
      passing: ['refused', 'notFound'],
      async ask() {
        const [problem] = await interviews.check()
        if (problem !== undefined) throw new ParleyError('unavailable', problem)
        await interviews.attempt()
      },
    },
    attempt('change statuses', 'PUT', '/Candidates/status', {
      ids: [nobody],
      jobids: [nobody],
      Candidate_Status: 'New',
    }),
    attempt('write notes', 'POST', '/Notes', { Note_Content: 'Parley', Parent_Id: nobody, se_module: 'Candidates' }),
  ])
}

// ---------------------------------------------------------------- writing

async function writeNote(account: ZohoAccount, { candidateId, text }: NoteWriting) {
  const item = {
    Note_Title: 'Parley',
    Note_Content: withoutMentions(text),
    Parent_Id: candidateId,
    se_module: 'Candidates',
  }
  const id = (await account.write('POST', '/Notes', item, false)) ?? ''
  return { id, said: `note ${id}`, url: null }
}
