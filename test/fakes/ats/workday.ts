import { type KeyObject, verify } from 'node:crypto'
import type { Answer, Call, Caller, Desk, StandIn, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { takeSlice } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { issueToken, isTokenGood, readBasic } from './tokens.ts'
import { answerReport, canSee, writeMoment } from './workdayReports.ts'
import { workdayRoutes } from './workdayRoutes.ts'
import {
  type Fields,
  readReferences,
  readSoapRequest,
  readUsernameToken,
  wd,
  widOf,
  writeFault,
  writeReference,
  writeResponse,
  type Xml,
} from './workdaySoap.ts'
import { type Application, type Candidate, countChangesSince, type Interview, type Job, type World } from './world.ts'

// Workday Recruiting of the tenant acme: SOAP and the customer's reports. The key is that of the integration's user, "user:password"; the tenant's API
// client is client-1 with the secret secret-1 and the refresh token refresh-1, and its tokens are good as long as that password. `desk.scopes` are
// security domains: candidate, requisition, interview, recruiting. Where the sheet does not say in what an element stands it is as in the vendor's schema.
// Settings: `publicKey` for assertions; `needsApproval`, then a move waits for approveMoves(); `unsharedReports`, a set of their names.

const tenant = 'acme'
const client = { key: 'client-1:secret-1', refreshToken: 'refresh-1' }

// ---------------------------------------------------------------- who asks

const isSoap = (path: string) => path.includes('/Recruiting/')
const bare = (user: string) => user.replace(`@${tenant}`, '')

function readCaller({ headers, address, text }: Asked, desk: Desk, world: World): Caller {
  const header = headers.authorization
  const [, token] = /^Bearer (\S+)$/.exec(header ?? '') ?? []
  const isOwnTenant = address.pathname.split('/').includes(tenant)
  let isGood = token !== undefined && isTokenGood(desk, world.clock.now(), token)
  if (isSoap(address.pathname) && header === undefined) {
    const login = readUsernameToken(text)
    if (!login) throw new Refusal('noKey', 'invalid username or password')
    // SOAP wants the tenant behind the user's name.
    isGood = login.user.endsWith(`@${tenant}`) && desk.keys.has(`${bare(login.user)}:${login.password}`)
  } else if (!isSoap(address.pathname)) {
    if (header === undefined) throw new Refusal('noKey', 'no credentials')
    const [user = '', ...password] = (readBasic(header) ?? '').split(':')
    isGood ||= desk.keys.has(`${bare(user)}:${password.join(':')}`)
  }
  if (!isGood || !isOwnTenant) throw new Refusal('badKey', 'invalid username or password')
  return { userId: null }
}

const hourMs = 3600_000
const readPart = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
/** RS256, for "wd", signed by the key that the tenant knows, not over yet. */
function isAssertion(assertion: string, { desk, now }: Call): boolean {
  const [head = '', claims = '', signature = ''] = assertion.split('.')
  const key = desk.settings.get('publicKey') as KeyObject | undefined
  try {
    const { aud, exp } = readPart(claims)
    const isSigned =
      key !== undefined && verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
    return readPart(head).alg === 'RS256' && aud === 'wd' && Number(exp) * 1000 > now.getTime() && isSigned
  } catch {
    return false
  }
}
const mintToken: Answer = (call) => {
  const { body, desk, now, path, headers } = call
  if (path.tenant !== tenant || readBasic(headers.authorization) !== client.key)
    return new Reply(401, { error: 'invalid_client' })
  const isGranted: Readonly<Record<string, () => boolean>> = {
    refresh_token: () => body.refresh_token === client.refreshToken,
    client_credentials: () => true,
    'urn:ietf:params:oauth:grant-type:jwt-bearer': () => isAssertion(String(body.assertion), call),
  }
  if (isGranted[String(body.grant_type)]?.() !== true) return new Reply(400, { error: 'invalid_grant' })
  const access_token = issueToken(desk, now, workday.key, hourMs)
  return { access_token, token_type: 'Bearer', expires_in: hourMs / 1000 }
}

// ---------------------------------------------------------------- records

// biome-ignore format: a table
function showCandidate(row: Candidate, call: Call): Xml {
  const { world } = call
  const applications = canSee(call, 'recruiting') ? world.applications.by('candidateId', row.id) : []
  const person = canSee(call, 'candidate') ? [
    wd('Name_Data', [wd('First_Name', row.firstName), wd('Last_Name', row.lastName)]),
    wd('Contact_Data', [wd('Email_Address', row.emails[0]), wd('Phone_Number', row.phones[0])]),
  ] : []
  return wd('Candidate', [writeReference('Candidate_Reference', 'Candidate_ID', row.id), wd('Candidate_Data', [
    wd('Candidate_ID', row.id), ...person, ...applications.map((one) => wd('Job_Application_Data', wd('Job_Applied_To_Data', [
      writeReference('Job_Application_Reference', 'Job_Application_ID', one.id), writeReference('Job_Requisition_Reference', 'Job_Requisition_ID', one.jobId),
      wd('Job_Application_Date', writeMoment(one.createdAt)), writeReference('Stage_Reference', 'Recruiting_Stage_ID', one.stageId),
      wd('Status_Timestamp', writeMoment(one.updatedAt)),
    ]))),
  ])])
}
const showJob = (row: Job, call: Call): Xml =>
  wd('Job_Requisition', [
    writeReference('Job_Requisition_Reference', 'Job_Requisition_ID', row.id),
    ...(canSee(call, 'requisition')
      ? [wd('Job_Requisition_Data', [wd('Job_Requisition_ID', row.id), wd('Job_Posting_Title', row.title)])]
      : []),
  ])
// biome-ignore format: a table
const showInterview = (row: Interview, call: Call): Xml =>
  wd('Interview', [writeReference('Interview_Reference', 'Interview_ID', row.id), ...(canSee(call, 'interview') ? [wd('Interview_Data', [
    writeReference('Job_Application_Reference', 'Job_Application_ID', row.applicationId),
    wd('Interview_Session_Data', wd('Interview_Session_Details_Data', [
      ...row.seats.map(({ userId }) => writeReference('Interviewers_Reference', 'Employee_ID', userId)),
      wd('Interview_Start_Time', writeMoment(row.startAt)), wd('Interview_End_Time', writeMoment(row.endAt)),
    ])),
  ])] : [])])

// ---------------------------------------------------------------- requests

const usualCount = 100
type Part = Record<string, string>
const partOf = (fields: Fields, ...names: string[]) =>
  names.reduce<Fields>((part, name) => (part[name] ?? {}) as Fields, fields)

interface Listed<T> {
  response: string
  rows: readonly T[]
  updatedAtOf(row: T): Date
  show(row: T): Xml
}
/** A page of what is left by the range of changes; pages behind the last one are empty. */
function writePage<T>(fields: Fields, { version = '' }: Part, { response, rows, updatedAtOf, show }: Listed<T>): Reply {
  const { Updated_From: from, Updated_Through: through } = partOf(
    fields,
    'Request_Criteria',
    'Transaction_Log_Criteria_Data',
    'Transaction_Date_Range_Data',
  ) as Part
  const isWanted = (row: T) => {
    const at = updatedAtOf(row).getTime()
    return (from === undefined || at >= Date.parse(from)) && (through === undefined || at <= Date.parse(through))
  }
  const { Page = '1', Count = String(usualCount) } = partOf(fields, 'Response_Filter') as Part
  const [number, size] = [Number(Page), Number(Count)]
  const { page, total } = takeSlice(
    { rows, isWanted, isNarrow: from !== undefined || through !== undefined },
    { skip: (number - 1) * size, size, order: 'oldestFirst' },
  )
  const results = [
    wd('Total_Results', total),
    wd('Total_Pages', Math.ceil(total / size)),
    wd('Page_Results', page.length),
    wd('Page', number),
  ]
  return writeResponse(response, version, [wd('Response_Results', results), wd('Response_Data', page.map(show))])
}
/** The rows that a request names, or all. */
function named<T>(
  fields: Fields,
  element: string,
  type: string,
  all: readonly T[],
  find: (id: string) => T | undefined,
) {
  const given = partOf(fields, 'Request_References')[element]
  return given === undefined ? all : readReferences(given, type, find)
}

type Request = (fields: Fields, call: Call) => Reply
const getCandidates: Request = (fields, call) => {
  const { candidates, applications } = call.world
  return writePage(fields, call.path, {
    response: 'Get_Candidates_Response',
    rows: named(fields, 'Candidate_Reference', 'Candidate_ID', candidates.rows, candidates.get),
    // An application belongs to its candidate.
    updatedAtOf: (row) =>
      [row, ...applications.by('candidateId', row.id)]
        .map(({ updatedAt }) => updatedAt)
        .reduce((one, other) => (other > one ? other : one)),
    show: (row: Candidate) => showCandidate(row, call),
  })
}
const getRequisitions: Request = (fields, call) =>
  writePage(fields, call.path, {
    response: 'Get_Job_Requisitions_Response',
    rows: named(fields, 'Job_Requisition_Reference', 'Job_Requisition_ID', call.world.jobs.rows, call.world.jobs.get),
    updatedAtOf: ({ updatedAt }) => updatedAt,
    show: (row: Job) => showJob(row, call),
  })
const findApplications = (given: unknown, { applications }: World) =>
  readReferences<Application>(given, 'Job_Application_ID', applications.get)
const getInterviews: Request = (fields, call) => {
  const { interviews } = call.world
  const pairs = partOf(fields, 'Request_Criteria').Job_Application_Reference
  const ids = pairs === undefined ? null : findApplications(pairs, call.world).map(({ id }) => id)
  const rows = named(fields, 'Interview_Reference', 'Interview_ID', interviews.rows, interviews.get)
  return writePage(fields, call.path, {
    response: 'Get_Interviews_Response',
    rows: ids === null ? rows : rows.filter(({ applicationId }) => ids.includes(applicationId)),
    updatedAtOf: ({ updatedAt }) => updatedAt,
    show: (row: Interview) => showInterview(row, call),
  })
}
const getAttachments: Request = (fields, call) => {
  const { candidates, attachments } = call.world
  const given = partOf(fields, 'Request_Criteria').Candidate_Reference
  const rows = readReferences(given, 'Candidate_ID', candidates.get).flatMap(({ id }) =>
    canSee(call, 'candidate') ? attachments.by('candidateId', id) : [],
  )
  return writePage(fields, call.path, {
    response: 'Get_Candidate_Attachments_Response',
    rows,
    updatedAtOf: ({ updatedAt }) => updatedAt,
    show: ({ filename }) =>
      wd('Candidate_Attachment', [
        wd('File_Name', filename),
        wd('File_Content', Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')),
        wd('Mime_Type', 'application/pdf'),
      ]),
  })
}

interface Move {
  applicationId: string
  stageId: string
}
const waitingMoves = ({ settings }: Desk) => (settings.get('waitingMoves') as Move[] | undefined) ?? []
/** A move begins a business process: the answer says that it has begun, not that it is done. */
const moveCandidate: Request = (fields, call) => {
  const { world, desk, path } = call
  if (!canSee(call, 'recruiting'))
    throw new Refusal('noScope', 'Processing error occurred. The task is not authorized.')
  const data = partOf(fields, 'Move_Candidate_Data')
  const [row, ...others] = findApplications(data.Job_Application_Reference, world)
  const [stage] = readReferences(data.Recruiting_Stage_Reference, 'Recruiting_Stage_ID', world.stages.get)
  if (!row || !stage || others.length > 0 || row.stageId === stage.id)
    throw new Refusal('badBody', 'Validation error occurred. The candidate is in this stage already.')
  if (desk.settings.get('needsApproval') === true)
    desk.settings.set('waitingMoves', [...waitingMoves(desk), { applicationId: row.id, stageId: stage.id }])
  else world.moveApplication(row.id, stage.id)
  const event = wd('Event_Reference', wd('ID', widOf(`EV-${world.changeCount}`), { 'wd:type': 'WID' }))
  return writeResponse('Move_Candidate_Response', path.version ?? '', [event])
}
/** What the tenant's approvers do at their leisure. */
export function approveMoves({ desk, world }: Pick<StandIn, 'desk' | 'world'>): void {
  for (const { applicationId, stageId } of waitingMoves(desk)) world.moveApplication(applicationId, stageId)
  desk.settings.delete('waitingMoves')
}

const requests: Readonly<Record<string, Request>> = {
  Get_Candidates_Request: getCandidates,
  Get_Job_Requisitions_Request: getRequisitions,
  Get_Interviews_Request: getInterviews,
  Get_Candidate_Attachments_Request: getAttachments,
  Move_Candidate_Request: moveCandidate,
}
const answerSoap: Answer = (call) => {
  if (!/^v\d+\.\d+$/.test(call.path.version ?? ''))
    throw new Refusal('badBody', 'Validation error occurred. No such version.')
  const { name, fields } = readSoapRequest(call)
  return requests[name]?.(fields, call)
}

// ---------------------------------------------------------------- refusals

const statusOf: Readonly<Record<RefusalKind, [status: number, fault: string]>> = {
  noKey: [401, 'Client.authenticationError'],
  badKey: [401, 'Client.authenticationError'],
  noScope: [403, 'Server.processingFault'],
  noPath: [404, ''],
  noMethod: [405, ''],
  noRecord: [404, 'Client.validationError'],
  badType: [400, 'Client.validationError'],
  badJson: [400, 'Client.validationError'],
  badQuery: [400, 'Client.validationError'],
  badBody: [400, 'Client.validationError'],
  badHeader: [400, 'Client.validationError'],
  notAllowed: [400, 'Client.validationError'],
  throttled: [429, ''],
  broken: [500, 'Server.processingFault'],
}
/** Every fault of SOAP is a 500. */
function refuse({ kind, message, field }: Refusal, { address }: Asked): Reply {
  const [status, fault] = statusOf[kind]
  if (fault !== '' && isSoap(address.pathname)) return writeFault(fault, message)
  if (address.pathname.endsWith('/token')) {
    const isUnknown = field === 'grant_type' && message.includes('mistyped')
    return new Reply(status, { error: isUnknown ? 'unsupported_grant_type' : 'invalid_request' })
  }
  return new Reply(status, { error: message })
}

const prefixes: Readonly<Record<string, string>> = {
  candidates: 'C-',
  applications: 'JA-',
  jobs: 'R-',
  stages: 'STAGE_',
  users: 'E-',
  interviews: 'IV-',
}
export const workday: StandInKind = {
  name: 'workday',
  bases: { soap: '/ccx', raas: '/ccx', oauth: `/ccx/oauth2/${tenant}` },
  routes: workdayRoutes,
  answers: {
    'POST /ccx/oauth2/{tenant}/token': mintToken,
    'POST /ccx/service/{tenant}/Recruiting/{version}': answerSoap,
    'GET /ccx/service/customreport2/{tenant}/{owner}/{report}': answerReport,
  },
  makeId: (kind, n) => `${prefixes[kind] ?? `${kind}-`}${n}`,
  hasStagesPerJob: false,
  key: 'ISU_Parley:isu-secret-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) => createWindowLimiter(clock, 5, 1000, () => ({})),
  hooks: null,
  isRead: ({ method, text }) => method === 'GET' || /<(\w+:)?Get_\w+_Request\b/.test(text),
  // A snapshot, so that pages fit together.
  countUnseen({ text, world }) {
    const [, at] = /As_Of_Entry_DateTime>([^<]+)</.exec(text) ?? []
    return at === undefined || Number.isNaN(Date.parse(at)) ? 0 : countChangesSince(world, new Date(at))
  },
}
