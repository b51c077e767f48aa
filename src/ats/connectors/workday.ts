import type { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type {
  Access,
  ApplicationRef,
  AtsConnector,
  AtsSystem,
  HookDelivery,
  HookVerdict,
  LiveApplication,
  StageMoving,
} from '../connector.ts'
import { bodyId } from '../hookProof.ts'
import { type ProbeAsk, runProbes } from '../runProbes.ts'
import { findElements, type XmlElement } from '../soapXml.ts'
import { findId, name, openWorkday, type WorkdayHttp, writeReference } from './workdayHttp.ts'
import {
  applications,
  candidates,
  domains,
  interviews,
  type Report,
  requisitions,
  stages,
  workers,
} from './workdayRows.ts'
import { createWorkdayStreams, readReport, type StageLabels } from './workdayStreams.ts'

// Workday Recruiting: reports as a service for lists, SOAP for one candidate and for moves (read November 2026). No request for interviews or
// notes is confirmed, so none is sent.

function open(access: Access): AtsConnector {
  const http = openWorkday(access)
  const { streams, stageLabels } = createWorkdayStreams(http, access.clock)
  return {
    streams,
    probe: () => runProbes(probes(http, access.clock)),
    readApplication: (ref) => readApplication(http, stageLabels, ref),
    moveStage: createMove(http, stageLabels, access.clock),
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: null,
    canFindNotes: false,
    listAttachments: null,
    checkHook,
    registerHook: null,
  }
}

// One application -----------------------------------------------------------------------------------------------------------------

/** As it hangs below its candidate. The elements around differ by version; the types of ids do not. */
async function readApplication(
  http: WorkdayHttp,
  stageLabels: StageLabels,
  { candidateId, applicationId }: ApplicationRef,
): Promise<LiveApplication | null> {
  const candidate = await readCandidate(http, candidateId)
  if (candidate === null) return null
  const own = findElements(candidate, 'Job_Application_Data')
  if (own.length === 0) throw lacksDomain(domains.recruiting, 'job applications')
  const found = own.find((element) => hasId(element, 'Job_Application_ID', applicationId))
  if (!found) return null
  const stageId = findId(found, 'Recruiting_Stage_ID')
  if (stageId === null) throw lacksDomain(domains.recruiting, 'stages')
  const label = (await stageLabels()).get(stageId)
  return { stageId, stageLabel: label ?? stageId, outcome: 'active' }
}

const hasId = (element: XmlElement, type: string, id: string) =>
  findElements(element, 'ID').some(({ attributes, text }) => attributes.type === type && text === id)

/** Null where no such candidate is (any more). */
async function readCandidate(http: WorkdayHttp, candidateId: string): Promise<XmlElement | null> {
  const reference = writeReference('Candidate_Reference', 'Candidate_ID', candidateId)
  try {
    const answer = await http.ask(
      'Get_Candidates_Request',
      `<wd:Request_References>${reference}</wd:Request_References>`,
    )
    return findElements(answer, 'Candidate').find((one) => hasId(one, 'Candidate_ID', candidateId)) ?? null
  } catch (error) {
    if (isParleyError(error, 'refused') && /invalid id/i.test(error.message)) return null
    throw error
  }
}

const lacksDomain = (domain: string, what: string) =>
  new ParleyError('notAllowed', `${name} shows no ${what}: the integration user lacks the domain for ${domain}.`, {
    field: domain,
  })

// Moves ---------------------------------------------------------------------------------------------------------------------------

/** A move that waits is looked at again after so long, and not begun anew for as long as approvers may take. */
const lookAgainMs = 3600_000
const approvalMs = 14 * 24 * 3600_000

/** A move begins a business process, which may wait for approval: it is begun once, and done when the stage says so. */
function createMove(http: WorkdayHttp, stageLabels: StageLabels, clock: Clock) {
  const begun = new Map<string, number>()
  return async (move: StageMoving): Promise<void> => {
    const { applicationId, toStageId } = move
    const key = `${applicationId} ${toStageId}`
    const now = clock.now().getTime()
    if ((begun.get(key) ?? Number.NEGATIVE_INFINITY) < now - approvalMs) {
      const references =
        writeReference('Job_Application_Reference', 'Job_Application_ID', applicationId) +
        writeReference('Recruiting_Stage_Reference', 'Recruiting_Stage_ID', toStageId)
      await http.ask('Move_Candidate_Request', `<wd:Move_Candidate_Data>${references}</wd:Move_Candidate_Data>`)
      begun.set(key, now)
    }
    const live = await readApplication(http, stageLabels, move)
    if (live && live.stageId !== toStageId)
      throw new ParleyError(
        'unavailable',
        `${name} has taken the move, and it waits for approval there: the stage is still "${live.stageLabel}". Parley looks again by itself.`,
        { retry: { afterMs: lookAgainMs } },
      )
    begun.delete(key)
  }
}

// Hooks ---------------------------------------------------------------------------------------------------------------------------

/** What the customer has built calls a secret address, with a body of his own; the same one a minute later is another event. */
function checkHook({ body, now }: HookDelivery): HookVerdict {
  return { kind: 'good', id: `${bodyId(body)}-${Math.floor(now.getTime() / 60_000)}`, event: '' }
}

// Health --------------------------------------------------------------------------------------------------------------------------

/** A report is asked for what changed in so long: all of it may be large. */
const probedMs = 60 * 24 * 3600_000
const oneRow = '<wd:Response_Filter><wd:Page>1</wd:Page><wd:Count>1</wd:Count></wd:Response_Filter>'

function probes(http: WorkdayHttp, clock: Clock): ProbeAsk[] {
  const since = () => new Date(clock.now().getTime() - probedMs)
  const report = <Shape extends z.ZodType>(capability: string, own: Report<Shape>, isSmall = false): ProbeAsk => ({
    capability: `${capability} (report ${own.name})`,
    permission: own.domain,
    ask: () => readReport(http, own, isSmall ? null : since()),
  })
  let one: ApplicationRef | null = null
  return [
    {
      capability: 'sign in (Recruiting web service)',
      permission: domains.requisition,
      async ask() {
        const answer = await http.ask('Get_Job_Requisitions_Request', oneRow)
        const isShown = findElements(answer, 'Job_Requisition').every(
          (one) => findElements(one, 'Job_Requisition_Data').length > 0,
        )
        if (!isShown) throw lacksDomain(domains.requisition, 'job requisitions')
      },
    },
    report('read workers', workers, true),
    report('read requisitions', requisitions),
    report('read stages', stages, true),
    report('read candidates', candidates),
    {
      ...report('read applications', applications),
      async ask() {
        const [row] = (await readReport(http, applications, since())).rows
        const { job_application_id: applicationId, candidate_id: candidateId, requisition_id: jobId } = row ?? {}
        one = applicationId && candidateId && jobId ? { applicationId, candidateId, jobId } : null
      },
    },
    report('read interviews', interviews),
    {
      capability: 'see the stage before and after a move (Get_Candidates)',
      permission: domains.recruiting,
      async ask() {
        if (one) await readApplication(http, async () => new Map(), one)
        else await http.ask('Get_Candidates_Request', oneRow)
      },
    },
    {
      capability: 'move candidates (Move_Candidate)',
      permission: domains.recruiting,
      // An application that nobody has: its refusal shows that the task is authorized.
      ask: () =>
        http.ask(
          'Move_Candidate_Request',
          `<wd:Move_Candidate_Data>${writeReference('Job_Application_Reference', 'Job_Application_ID', 'PARLEY-PROBE')}` +
            `${writeReference('Recruiting_Stage_Reference', 'Recruiting_Stage_ID', 'PARLEY-PROBE')}</wd:Move_Candidate_Data>`,
        ),
      passing: ['refused'],
    },
  ]
}
const describeReport = ({ name: report, columns }: Omit<Report<z.ZodType>, 'shape'>) => `${report}: ${columns}`

export const workday: AtsSystem = {
  id: 'workday',
  name,
  depth: 2,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'native',
    interviewWrite: 'none',
    stageWrite: 'native',
    noteWrite: 'none',
    users: 'native',
    hiringTeam: 'native',
    attachments: 'none',
    stages: 'account',
    hooks: 'secretAddress',
    actingUser: 'none',
  },
  does:
    'Reads candidates, job applications with their stage, requisitions with hiring manager and recruiter, and interviews from six reports of your own, ' +
    'and moves candidates to the next stage.',
  doesNot:
    'Workday has no confirmed request for interviews or notes: interviews and the log of what happens are kept in Parley, which sends the invitations. ' +
    'A move begins your business process and may wait for approval there, which Parley says; resumes are only opened in Workday, ' +
    'and what the integration user may not see is missing without a word.',
  fields: [
    {
      name: 'host',
      label: 'Services host',
      hint: 'Without https://, such as wd5-services1.myworkday.com; sandbox and production have different ones',
      isSecret: false,
      isRequired: true,
      pattern: /^(?:[a-z0-9-]+\.)+(?:my)?workday(?:gov)?\.com$/i,
    },
    {
      name: 'tenant',
      label: 'Tenant',
      hint: 'The name of the tenant, as in its web addresses',
      isSecret: false,
      isRequired: true,
      pattern: /^\w[\w-]*$/,
    },
    {
      name: 'user',
      label: 'Integration System User',
      hint: 'The user name, without @ and tenant',
      isSecret: false,
      isRequired: true,
      pattern: /^[^\s:@]+$/,
    },
    {
      name: 'password',
      label: 'Password',
      hint: 'Of the Integration System User; it must be exempt from expiry',
      isSecret: true,
      isRequired: true,
    },
    {
      name: 'reportOwner',
      label: 'Report owner',
      hint: 'User name of whoever owns the six reports',
      isSecret: false,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'version',
      label: 'Web service version',
      hint: 'Of the Recruiting web service, such as v43.0; it stays the same when Workday is updated',
      isSecret: false,
      isRequired: true,
      pattern: /^v\d+\.\d+$/,
    },
  ],
  steps: [
    'In Workday run Create Integration System User for Parley, and do not let its sessions or password expire.',
    'Run Create Security Group, type Integration System Security Group (Unconstrained), put the user in it, and give the group Get access to the domains of candidate data, job requisitions, interviews and recruiting, and Put access for moving candidates.',
    'Run Activate Pending Security Policy Changes: before that nothing of it takes effect.',
    `Run Create Custom Report, type Advanced, enabled as a web service, for each of these, with these XML aliases of the columns: ${[workers, requisitions, stages, candidates, applications, interviews].map(describeReport).join('; ')}.`,
    'Give the reports of requisitions, candidates, applications and interviews a prompt with the XML alias Updated_From, that leaves out rows which have not changed since then, and write times with their offset; leave out confidential requisitions and their applications.',
    'Share the reports with the Integration System User, and enter their owner here.',
  ],
  hookSteps: [
    'Workday tells of changes only through what you build: in the business process of a job application add an integration step that calls the address shown here.',
    'What the step sends does not matter: Parley only looks for changes at once.',
  ],
  everyMinutes: 5,
  open,
}
