import { gzipSync } from 'node:zlib'
import type { HookRules } from './hooks.ts'
import { icimsRoutes } from './icimsRoutes.ts'
import {
  emailOf,
  folderOf,
  hiddenFields,
  icimsSearches,
  isOn,
  isReadable,
  isUser,
  type Person,
  statusOf,
  writeDate,
} from './icimsSearch.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter, type Limiter } from './limiter.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { issueToken, isTokenGood, readBasic } from './tokens.ts'
import { type Application, countChangesSince, type Job, type World, type WorldChange } from './world.ts'

// iCIMS Talent Cloud. The key is "client id:client secret", of customer 1234. Search sees nothing younger than 15 minutes, or than the `staleness` that is
// asked for: what was always there is put in with `world.quietly`. `desk.scopes` names which of the three interfaces are on (search, profile, list): one
// that is off answers empty or "access denied", never with an error of its own. People with `isPrivate` and jobs with `isConfidential` are out of reach.
// Settings: `hiddenFields`, a set such as `job.hiringmanager`; `statusList`, the tenant's name of his list of statuses; `collections`, a map from a
// collection on workflows to its fields; `warning`, which good answers then carry in X-Warning; `idsAsText` for what search finds.

const customer = '1234'
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

// ---------------------------------------------------------------- who asks

const tokenCalls = 500
function takeTokenCall({ desk, world }: Call): void {
  const limiter =
    (desk.settings.get('tokenLimiter') as Limiter | undefined) ??
    createWindowLimiter(world.clock, tokenCalls, 10 * minuteMs, () => ({}))
  desk.settings.set('tokenLimiter', limiter)
  if (!limiter.take().isAllowed) throw new Refusal('throttled', 'too many tokens')
}
const mintToken: Answer = (call) => {
  const { body, desk, now } = call
  takeTokenCall(call)
  const key = `${body.client_id}:${body.client_secret}`
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'no such client')
  return { access_token: issueToken(desk, now, key, dayMs), token_type: 'Bearer', expires_in: dayMs / 1000 }
}
function readCaller({ headers, address }: Asked, desk: Desk, world: World): Caller {
  const header = headers.authorization ?? ''
  const basic = readBasic(header)
  const [, token = ''] = /^Bearer (\S+)$/.exec(header) ?? []
  if (basic === null && token === '') throw new Refusal('noKey', 'no credentials')
  const isGood = basic === null ? isTokenGood(desk, world.clock.now(), token) : desk.keys.has(basic)
  if (!isGood) throw new Refusal('badKey', 'the credentials are not valid')
  if (address.pathname.split('/')[2] !== customer) throw new Refusal('noScope', 'another customer')
  return { userId: null }
}

// ---------------------------------------------------------------- profiles

type Profile = Record<string, unknown>
type ProfileKind = 'person' | 'job' | 'applicantworkflow'
const link = ({ origin }: Call, path: string, id: string, value: string) => ({
  ...{ id, value, profile: `${origin}/customers/${customer}/${path}/${id}` },
})
const userLink = (call: Call, id: string | undefined) => {
  const user = call.world.users.get(id ?? '')
  return user ? link(call, 'people', user.id, `${user.firstName} ${user.lastName}`) : null
}
// biome-ignore format: a table
function showPerson(row: Person, call: Call): Profile {
  const resume = call.world.attachments.by('candidateId', row.id).findLast(({ kind }) => kind === 'resume')
  const self = `${call.origin}/customers/${customer}/people/${row.id}`
  return {
    firstname: row.firstName, lastname: row.lastName, email: emailOf(row), phones: isUser(row) ? [] : row.phones.map((phonenumber) => ({ phonenumber })),
    folder: folderOf(row), links: [{ rel: 'self', title: 'Person', url: self }], updateddate: writeDate(row.updatedAt),
    resume: resume ? { filename: resume.filename, links: [{ rel: 'binary', title: resume.filename, url: `${self}/fields/resume/binary` }] } : null,
  }
}
// biome-ignore format: a table
const showJob = (row: Job, call: Call): Profile => ({
  jobtitle: row.title, hiringmanager: userLink(call, row.hiringManagerIds[0]), recruiter: userLink(call, row.recruiterIds[0]),
  joblocation: null, folder: folderOf(row), updateddate: writeDate(row.updatedAt),
})
// biome-ignore format: a table
function showWorkflow(row: Application, call: Call): Profile {
  const { world, origin } = call
  const person = world.candidates.get(row.candidateId)
  const entries = Object.fromEntries([...collectionsOf(call)].map(([name]) => [name, row.extra[name] ?? []]))
  return {
    baseprofile: link(call, 'jobs', row.jobId, world.jobs.get(row.jobId)?.title ?? ''),
    associatedprofile: link(call, 'people', row.candidateId, `${person?.firstName} ${person?.lastName}`),
    status: statusOf(world.stages.get(row.stageId)), source: row.extra.source, sourcename: row.extra.sourcename, updateddate: writeDate(row.updatedAt),
    links: [{ rel: 'self', title: 'Applicant Workflow', url: `${origin}/customers/${customer}/applicantworkflows/${row.id}` }], ...entries,
  }
}
/** Comes only when it is asked for. */
const askedFor = (call: Call) => new Set(['resume', ...collectionsOf(call).keys()])

/** Only fields that have a value and are not hidden; of these the ones asked for. No word about the others. */
function pickFields(kind: ProfileKind, profile: Profile, call: Call): Profile {
  const fields = call.query.list('fields')
  const isWanted = (name: string) => (fields.length === 0 ? !askedFor(call).has(name) : fields.includes(name))
  const hasValue = (value: unknown) =>
    value !== null && value !== undefined && (!Array.isArray(value) || value.length > 0)
  const shown = Object.entries(profile).filter(
    ([name, value]) => isWanted(name) && hasValue(value) && !hiddenFields(call).has(`${kind}.${name}`),
  )
  return Object.fromEntries(shown)
}
function find<T extends Person | Job | Application>(call: Call, row: T | undefined): T {
  if (!row) throw new Refusal('noRecord', 'no such profile')
  if (!isOn(call, 'profile') || !isReadable(row as Person | Job)) throw new Refusal('noScope', 'out of reach')
  return row
}
const findPerson = (call: Call, id = call.path.id ?? ''): Person =>
  find(call, call.world.candidates.get(id) ?? call.world.users.get(id))
const findWorkflow = (call: Call) => find(call, call.world.applications.get(call.path.id ?? ''))
const getWorkflow = (row: Application, call: Call) => pickFields('applicantworkflow', showWorkflow(row, call), call)
const getByPair: Answer = (call) => {
  const { world, path } = call
  const row = world.applications.by('candidateId', path.person).find(({ jobId }) => jobId === path.job)
  return getWorkflow(find(call, row), call)
}
const getResume: Answer = (call) => {
  const person = findPerson(call)
  const has = call.world.attachments.by('candidateId', person.id).some(({ kind }) => kind === 'resume')
  // Its type alone tells that there is none.
  return has ? new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/pdf' }) : {}
}
const getLog: Answer = (call) => {
  const { id } = findWorkflow(call)
  const entries = call.world.stageEntries.by('applicationId', id).map((entry) => ({
    status: statusOf(call.world.stages.get(entry.stageId)),
    updateddate: writeDate(entry.enteredAt),
  }))
  return { submittalstatuslog: entries }
}

// ---------------------------------------------------------------- lists

const statusListOf = ({ desk }: Call) => (desk.settings.get('statusList') as string | undefined) ?? 'workflowstatus'
/** One level of a list a page. */
const getList: Answer = (call) => {
  const { world, path, query } = call
  if (path.list !== statusListOf(call)) throw new Refusal('noRecord', `no list ${path.list}`)
  const level = query.number('page', 1)
  const stages = world.stagesOf('').filter(({ extra }) => (extra.level ?? 1) === level)
  return isOn(call, 'list') ? stages.map(statusOf) : []
}

// ---------------------------------------------------------------- writes

function invalid(field: string): never {
  throw new Refusal('badBody', `${field} is not valid`, { field })
}
function readStatus({ body, world }: Call): string | undefined {
  const id = (body.status as { id: string } | undefined)?.id
  if (id !== undefined && !world.stages.get(id)) invalid('status')
  return id
}
const moveWorkflow: Answer = (call) => {
  const row = findWorkflow(call)
  const stageId = readStatus(call) ?? row.stageId
  if (stageId !== row.stageId) call.world.moveApplication(row.id, stageId)
}
/** A second one for the same person and job is made without a word. */
const addWorkflow: Answer = (call) => {
  const { world, body, origin } = call
  const job = world.jobs.get(String(body.baseprofile)) ?? invalid('baseprofile')
  const person = world.candidates.get(String(body.associatedprofile)) ?? invalid('associatedprofile')
  const stageId = readStatus(call)
  const row = world.addApplication({
    ...{ candidateId: person.id, jobId: job.id, ...(stageId === undefined ? {} : { stageId }) },
    extra: { source: body.source, sourcename: body.sourcename },
  })
  return new Reply(201, undefined, { location: `${origin}/customers/${customer}/applicantworkflows/${row.id}` })
}
const collectionsOf = ({ desk }: Call) =>
  (desk.settings.get('collections') as ReadonlyMap<string, readonly string[]> | undefined) ??
  new Map([['interviewlog', ['notedate', 'notetext']]])
const addEntry: Answer = (call) => {
  const { body, path, world, now } = call
  const row = findWorkflow(call)
  const name = path.collection ?? ''
  const fields = collectionsOf(call).get(name)
  if (!fields) throw new Refusal('noRecord', `no collection ${name}`)
  const unknown = Object.keys(body).find((field) => !fields.includes(field))
  if (unknown !== undefined) invalid(unknown)
  if (Object.keys(body).length === 0) throw new Refusal('badBody', 'no fields', { field: name, problem: 'missing' })
  const entries = (row.extra[name] as unknown[] | undefined) ?? []
  world.applications.update(row.id, { extra: { ...row.extra, [name]: [...entries, body] }, updatedAt: now })
  const text = Object.values(body).join('\n')
  world.addNote({ candidateId: row.candidateId, applicationId: row.id, kind: name, text })
}

// ---------------------------------------------------------------- events

type Told = readonly { event: string; payload: unknown }[]
function tell({ kind, before, after }: WorldChange, { users, applications }: World): Told {
  const usual = { customerId: customer, userId: users.rows[0]?.id ?? '', links: [] }
  if (kind === 'applications' && after) {
    const [old, row] = [before, after] as [Application | null, Application]
    const ids = { systemId: row.id, jobId: row.jobId, personId: row.candidateId }
    if (!old) return told('Application Complete', { ...usual, ...ids, oldStatus: '', newStatus: row.stageId })
    if (old.stageId === row.stageId) return []
    return told('WorkFlowStatusChangeEvent', { ...usual, ...ids, oldStatus: old.stageId, newStatus: row.stageId })
  }
  if (kind !== 'jobs' || !after) return []
  const [old, row] = [before, after] as [Job | null, Job]
  const personId = applications.by('jobId', row.id)[0]?.candidateId ?? ''
  const payload = { ...usual, systemId: row.id, jobId: row.id, personId, oldStatus: '', newStatus: '' }
  const [wasOpen, isOpen] = [old?.status === 'open', row.status === 'open']
  if (wasOpen !== isOpen) return told(isOpen ? 'Job Posting' : 'Job Unposting', payload)
  return old ? told('Job Edit', payload) : []
}
const told = (event: string, payload: object): Told => [{ event, payload: { eventType: event, ...payload } }]
/** Switched on by the vendor; the receiver is told who calls by what was agreed, here a name and password (the hook's secret). */
const icimsHooks: HookRules = {
  tell,
  sign(hook, _event, payload) {
    const body = JSON.stringify(payload)
    const headers = {
      ...{ 'content-type': 'application/json', 'content-encoding': 'gzip' },
      authorization: `Basic ${Buffer.from(hook.secret).toString('base64')}`,
    }
    return { headers, body, bytes: gzipSync(body) }
  },
}

// ---------------------------------------------------------------- refusals

/** The vendor's numbers are 0 to 3; where the sheet names none, the nearest. */
const answersOf: Readonly<Record<RefusalKind, [status: number, code: number, message: string]>> = {
  noKey: [401, 3, 'Authentication required'],
  badKey: [401, 3, 'Authentication failed'],
  noScope: [404, 3, 'Resource access denied'],
  noPath: [404, 2, 'Resource not found'],
  noMethod: [405, 2, 'Method not allowed'],
  noRecord: [404, 2, 'Resource not found'],
  badType: [415, 1, 'Unsupported media type'],
  badJson: [400, 1, 'An unknown parsing error occurred'],
  badQuery: [400, 1, 'Invalid parameter'],
  badBody: [400, 1, 'Field required'],
  badHeader: [400, 1, 'Invalid header'],
  notAllowed: [400, 1, 'Not allowed'],
  throttled: [429, 0, 'Too many requests'],
  broken: [500, 0, 'Internal error'],
}
const tokenErrors: Partial<Record<RefusalKind, [status: number, error: string]>> = {
  badKey: [401, 'invalid_client'],
  throttled: [429, 'too_many_requests'],
}
function refuse({ kind, field, message }: Refusal, { address }: Asked): Reply {
  if (address.pathname === '/oauth/token') {
    const [status, error] = tokenErrors[kind] ?? [answersOf[kind][0], 'invalid_request']
    return new Reply(status, { error })
  }
  const [status, errorCode, usual] = answersOf[kind]
  const errorMessage = kind === 'badBody' || kind === 'badQuery' ? message : usual
  const plain = (text: string) => text.replaceAll(/[^ -~]|,/g, ' ')
  const detail = [errorCode, plain(errorMessage), ...(field === '' ? [] : [plain(field)])].join(',')
  return new Reply(status, { errors: [{ errorCode, errorMessage }] }, { 'x-error': detail })
}
const withWarning =
  (answer: Answer): Answer =>
  (call) => {
    const given = answer(call)
    const warning = call.desk.settings.get('warning') as string | undefined
    if (warning === undefined) return given
    const { status, body, headers } = given instanceof Reply ? given : new Reply(call.route.status, given)
    return new Reply(status, body, { ...headers, 'x-warning': warning })
  }

const at = '/customers/{customer}'
const answers: Readonly<Record<string, Answer>> = {
  ...icimsSearches,
  [`GET ${at}/people/{id}`]: (call) => pickFields('person', showPerson(findPerson(call), call), call),
  [`GET ${at}/people/{id}/fields/resume/binary`]: getResume,
  [`GET ${at}/jobs/{id}`]: (call) =>
    pickFields('job', showJob(find(call, call.world.jobs.get(call.path.id ?? '')), call), call),
  [`GET ${at}/applicantworkflows/{id}`]: (call) => getWorkflow(findWorkflow(call), call),
  [`GET ${at}/applicantworkflows/person/{person}/job/{job}`]: getByPair,
  [`GET ${at}/applicantworkflows/{id}/submittalstatuslog`]: getLog,
  [`PATCH ${at}/applicantworkflows/{id}`]: moveWorkflow,
  [`POST ${at}/applicantworkflows`]: addWorkflow,
  [`POST ${at}/applicantworkflows/{id}/fields/{collection}`]: addEntry,
  [`GET ${at}/v2/lists`]: (call) => (isOn(call, 'list') ? [{ name: statusListOf(call) }] : []),
  [`GET ${at}/v2/lists/{list}`]: getList,
}
const isSearch = (path: string) => path.includes('/search/')

export const icims: StandInKind = {
  name: 'icims',
  bases: { main: '', oauth: '' },
  routes: icimsRoutes,
  answers: {
    'POST /oauth/token': mintToken,
    ...Object.fromEntries(Object.entries(answers).map(([call, answer]) => [call, withWarning(answer)])),
  },
  makeId: (kind, n) => (kind === 'stages' ? (n % 2 === 1 ? `D${10_100 + n}` : `C${51_200 + n}`) : numbers(kind, n)),
  hasStagesPerJob: false,
  key: 'client-1:secret-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 10_000, dayMs, ({ limit, remaining, resetAtMs }) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.floor(resetAtMs / 1000)),
    })),
  hooks: icimsHooks,
  isRead: ({ method, address }) => method === 'GET' || isSearch(address.pathname),
  countUnseen({ address, query, world, now }) {
    if (!isSearch(address.pathname)) return 0
    return countChangesSince(world, new Date(now.getTime() - query.number('staleness', 15) * minuteMs))
  },
  http2Status: 505,
}
const numbers = makeNumbers({ users: 1000, candidates: 500_000, jobs: 70, applications: 8_000_000 }, 0)
