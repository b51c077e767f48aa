import { type Filters, hasWords, narrowRows, type Source } from './filters.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { takeSlice } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Candidate, Interview, Job, Kind, Rows, World } from './world.ts'
import { changeItems, findItemProblem, itemError, itemSuccess } from './zohoItems.ts'
import { zohoRecruitRoutes } from './zohoRecruitRoutes.ts'

// Zoho Recruit, v2. Ids are 18 digits in text; nothing found is 204 without a body; a write answers success with failed items inside. The key is
// "client id:client secret:refresh token"; access tokens are good for an hour. Settings: `jobLookup` is the name that the tenant's interviews have for
// their job; `interviewStatuses` are the words of an interview's status; `codes` are those that make a refresh token; `workflowRuns` counts writes that did not switch the customer's workflows off.

interface Token {
  key: string
  expiresAtMs: number
}
const hourMs = 3600_000
function tokensOf({ settings }: Desk): Map<string, Token> {
  const tokens = (settings.get('tokens') as Map<string, Token> | undefined) ?? new Map<string, Token>()
  settings.set('tokens', tokens)
  return tokens
}
/** A code of `settings.codes` is good once. */
function takeCode({ body, desk }: Call): string | undefined {
  const codes = desk.settings.get('codes') as Set<string> | undefined
  if (!codes?.delete(String(body.code))) return undefined
  return [...desk.keys].find((key) => key.startsWith(`${body.client_id}:${body.client_secret}:`))
}
const refreshToken: Answer = (call) => {
  const { body, desk, now, origin } = call
  const isCode = body.grant_type === 'authorization_code'
  const key = isCode ? takeCode(call) : `${body.client_id}:${body.client_secret}:${body.refresh_token}`
  // Failures of this endpoint answer 200.
  if (key === undefined || !desk.keys.has(key)) return new Reply(200, { error: 'invalid_code' })
  const access_token = `access-${tokensOf(desk).size + 1}`
  tokensOf(desk).set(access_token, { key, expiresAtMs: now.getTime() + hourMs })
  const first = isCode ? { refresh_token: key.split(':')[2] } : {}
  return { access_token, ...first, api_domain: origin, token_type: 'Bearer', expires_in: 3600 }
}
function readCaller({ headers }: Asked, desk: Desk, world: World): Caller {
  const [, name = ''] = /^Zoho-oauthtoken (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (name === '') throw new Refusal('noKey', 'no token')
  const token = tokensOf(desk).get(name)
  if (!token || !desk.keys.has(token.key) || token.expiresAtMs <= world.clock.now().getTime())
    throw new Refusal('badKey', 'the token is over')
  return { userId: null }
}

// ---------------------------------------------------------------- records

type Show<T> = (row: T, call: Call) => Record<string, unknown>
const named = (id: string | null | undefined, name: string | undefined) => (id ? { id, name: name ?? '' } : null)
const userOf = (id: string | null | undefined, { users }: World) => {
  const user = users.get(id ?? '') ?? users.rows[0]
  return named(user?.id, user && `${user.firstName} ${user.lastName}`)
}
const statusOf = (row: Candidate, world: World) => {
  const [latest] = world.applications.by('candidateId', row.id).toReversed()
  return world.stages.get(latest?.stageId ?? '')?.label ?? 'New'
}
// biome-ignore format: a table
const showCandidate: Show<Candidate> = (row, { world }) => ({
  id: row.id, Candidate_ID: `ZR_${row.id.slice(-6)}_CAND`, First_Name: row.firstName, Last_Name: row.lastName, Full_Name: `${row.firstName} ${row.lastName}`,
  Email: row.emails[0] ?? '', Phone: row.phones[0] ?? null, Mobile: null, Candidate_Status: statusOf(row, world), Current_Job_Title: row.title ?? '',
  Candidate_Owner: userOf(null, world), Updated_On: row.updatedAt, Modified_Time: row.updatedAt,
})
const showApplication: Show<Application> = (row, { world }) => ({
  ...{ id: row.id, Candidate_Id: { id: row.candidateId }, Job_Opening_Id: { id: row.jobId } },
  ...{ Application_Status: world.stages.get(row.stageId)?.label ?? '', Modified_Time: row.updatedAt },
})
const jobStatuses = { open: 'In-progress', draft: 'Inactive', closed: 'Filled' } as const
// biome-ignore format: a table
const showJob: Show<Job> = (row, { world }) => {
  const contact = world.contacts.get(row.contactIds[0] ?? '')
  return {
    id: row.id, Posting_Title: row.title, Job_Opening_Status: jobStatuses[row.status], Client_Name: named(row.clientId, world.clients.get(row.clientId ?? '')?.name),
    Contact_Name: named(contact?.id, contact && `${contact.firstName} ${contact.lastName}`), Account_Manager: null,
    Assigned_Recruiter: userOf(row.recruiterIds[0], world), Modified_Time: row.updatedAt,
  }
}
const jobLookupOf = ({ settings }: Desk) => (settings.get('jobLookup') as string | undefined) ?? 'Posting_Title'
const interviewStatusesOf = ({ settings }: Desk) =>
  (settings.get('interviewStatuses') as string[] | undefined) ?? ['Scheduled', 'Rescheduled', 'Completed', 'Cancelled']
// biome-ignore format: a table
const showInterview: Show<Interview> = (row, { world, desk }) => {
  const person = world.candidates.get(row.candidateId)
  const job = world.jobs.get(world.applications.get(row.applicationId)?.jobId ?? '')
  return {
    id: row.id, Interview_Name: row.title, Candidate_Name: named(person?.id, person && `${person.firstName} ${person.lastName}`),
    [jobLookupOf(desk)]: named(job?.id, job?.title), Client_Name: named(job?.clientId, world.clients.get(job?.clientId ?? '')?.name),
    Start_DateTime: row.startAt, End_DateTime: row.endAt, Interviewer: row.seats.map(({ userId }) => ({ ...userOf(userId, world), email: world.users.get(userId ?? '')?.email })),
    Interview_Owner: userOf(row.organizerId, world), Interview_Status: row.status, Venue: row.location, Schedule_Comments: row.note, Modified_Time: row.updatedAt,
  }
}

// ---------------------------------------------------------------- lists

type Dated = { id: string; createdAt: Date; updatedAt: Date }
const empty = new Reply(204)
function showPage<T extends Dated>(call: Call, source: Source<T>, show: Show<T>, filters: Filters<T> = {}): unknown {
  const { query } = call
  const usual = { page: null, per_page: null, fields: null, sort_by: null, sort_order: null }
  const { rows, isWanted } = narrowRows(source, query, { ...usual, ...filters })
  const sortBy = query.has('sort_by') ? query.text('sort_by') : 'Created_Time'
  if (!['Created_Time', 'Modified_Time'].includes(sortBy))
    throw new Refusal('badQuery', 'sort_by is invalid', { field: 'sort_by' })
  const found = rows.filter(isWanted)
  if (sortBy === 'Modified_Time') found.sort((one, other) => one.updatedAt.getTime() - other.updatedAt.getTime())
  const [number, size] = [query.number('page', 1), query.number('per_page', 200)]
  const order = query.text('sort_order') === 'asc' ? 'oldestFirst' : 'newestFirst'
  const { page, total } = takeSlice(
    { rows: found, isWanted, isNarrow: false },
    { skip: (number - 1) * size, size, order },
  )
  if (page.length === 0) return empty
  const fields = query.list('fields')
  const data = page.map((row) => {
    const shown = Object.entries(show(row, call))
    return Object.fromEntries(
      fields.length === 0 ? shown : shown.filter(([name]) => name === 'id' || fields.includes(name)),
    )
  })
  return { data, info: { more_records: number * size < total, page: number, count: page.length, per_page: size } }
}
const listRows =
  <K extends Kind>(kind: K, show: Show<Rows[K]>): Answer =>
  (call) =>
    showPage(call, call.world[kind] as unknown as Source<Rows[K]>, show)
/** One record comes as a list of one, and none as 204. */
const getRow =
  <K extends Kind>(kind: K, show: Show<Rows[K]>): Answer =>
  (call) => {
    const row = call.world[kind].get(call.path.id ?? '')
    return row ? { data: [show(row as Rows[K], call)] } : empty
  }
const operators = 'equals|starts_with|greater_equal|less_equal'
const searchCandidates: Answer = (call) => {
  const { query, world } = call
  if (!['criteria', 'email', 'phone', 'word'].some((name) => query.has(name)))
    throw new Refusal('badQuery', 'nothing to search for', { field: 'criteria' })
  const [, field = '', operator = '', value = ''] =
    new RegExp(`^\\((\\w+):(${operators}):(.+)\\)$`).exec(query.text('criteria')) ?? []
  if (query.has('criteria') && field === '')
    throw new Refusal('badQuery', 'criteria are invalid', { field: 'criteria' })
  const meets = (row: Candidate) => {
    const own = showCandidate(row, call)[field]
    if (own === undefined) throw new Refusal('badQuery', `no field ${field}`, { field: 'criteria' })
    const [one, other] =
      own instanceof Date ? [own.getTime(), Date.parse(value)] : [String(own).toLowerCase(), value.toLowerCase()]
    if (operator === 'equals') return one === other
    return operator === 'starts_with'
      ? String(one).startsWith(String(other))
      : operator === 'greater_equal'
        ? one >= other
        : one <= other
  }
  return showPage(call, world.candidates, showCandidate, {
    criteria: { test: meets },
    email: { column: 'emails' },
    phone: { column: 'phones' },
    word: hasWords((row) => `${row.firstName} ${row.lastName} ${row.emails.join(' ')}`),
  })
}
const listAssociated: Answer = (call) => {
  const { world, path } = call
  const rows = world.applications.by('jobId', path.id ?? '')
  const show: Show<Application> = (row) => ({
    ...showCandidate(world.candidates.get(row.candidateId)!, call),
    Candidate_Status: world.stages.get(row.stageId)?.label ?? '',
  })
  return showPage(call, { rows }, show, {
    posting_title: { test: (row, words) => world.jobs.get(row.jobId)?.title === words.join(',') },
    candidate_statuses: { test: (row, statuses) => statuses.includes(world.stages.get(row.stageId)?.label ?? '') },
  })
}
const userTypes: Readonly<Record<string, (user: Rows['users']) => boolean>> = {
  AllUsers: () => true,
  ActiveUsers: ({ isActive }) => isActive,
  DeactiveUsers: ({ isActive }) => !isActive,
  ConfirmedUsers: () => true,
  ActiveConfirmedUsers: ({ isActive }) => isActive,
  AdminUsers: ({ isAdmin }) => isAdmin,
}
const listUsers: Answer = ({ world, query }) => {
  const type = query.has('type') ? query.text('type') : 'AllUsers'
  const found =
    type === 'CurrentUser' ? world.users.rows.slice(0, 1) : world.users.rows.filter(userTypes[type] ?? (() => false))
  const [number, size] = [query.number('page', 1), query.number('per_page', 200)]
  const users = found.slice((number - 1) * size, number * size).map(({ id, firstName, lastName, email, isActive }) => ({
    ...{ id, full_name: `${firstName} ${lastName}`, email, status: isActive ? 'active' : 'inactive' },
  }))
  return { users, info: { more_records: number * size < found.length, page: number, count: users.length } }
}
const listFields: Answer = ({ query, world, desk }) => {
  const plain = (api_name: string) => ({ api_name, data_type: 'text', pick_list_values: [] })
  const statuses = world.stagesOf('').map(({ label }) => label)
  const pick = (api_name: string, words: readonly string[]) => ({
    ...{ api_name, data_type: 'picklist' },
    pick_list_values: words.map((word) => ({ display_value: word, actual_value: word })),
  })
  const fields: Readonly<Record<string, unknown[]>> = {
    Candidates: [plain('Last_Name'), pick('Candidate_Status', statuses)],
    Applications: [plain('Candidate_Id'), plain('Job_Opening_Id'), pick('Application_Status', statuses)],
    Interviews: [
      ...['Interview_Name', 'Candidate_Name', jobLookupOf(desk), 'Start_DateTime', 'End_DateTime'].map(plain),
      ...['Client_Name', 'Interviewer', 'Venue', 'Schedule_Comments'].map(plain),
      pick('Interview_Status', interviewStatusesOf(desk)),
    ],
    Job_Openings: [plain('Posting_Title')],
  }
  const found = fields[query.text('module')]
  if (!found) throw new Refusal('notAllowed', 'the module name given seems to be invalid', { field: 'INVALID_MODULE' })
  return { fields: found }
}

// ---------------------------------------------------------------- writes

function readInterview(
  item: Record<string, unknown>,
  call: Call,
  before: Interview | null,
): (Partial<Interview> & Pick<Interview, 'applicationId' | 'startAt' | 'endAt'>) | string {
  const { world, desk } = call
  const idOf = (value: unknown) => (value as { id?: string } | undefined)?.id
  const candidateId = idOf(item.Candidate_Name) ?? before?.candidateId ?? ''
  const jobId = idOf(item[jobLookupOf(desk)]) ?? world.applications.get(before?.applicationId ?? '')?.jobId
  const pair = world.applications.by('candidateId', candidateId).find((row) => row.jobId === jobId)
  if (!pair) return world.candidates.get(candidateId) ? jobLookupOf(desk) : 'Candidate_Name'
  const startAt = item.Start_DateTime === undefined && before ? before.startAt : new Date(String(item.Start_DateTime))
  const endAt = item.End_DateTime === undefined && before ? before.endAt : new Date(String(item.End_DateTime))
  if (endAt <= startAt) return 'End_DateTime'
  if (item.Interview_Status !== undefined && !interviewStatusesOf(desk).includes(String(item.Interview_Status)))
    return 'Interview_Status'
  const interviewers = item.Interviewer as { id: string }[] | undefined
  if (interviewers?.some(({ id }) => !world.users.get(id))) return 'Interviewer'
  return {
    ...{ applicationId: pair.id, candidateId, startAt, endAt },
    seats: interviewers?.map(({ id }) => ({ userId: id, email: null, response: 'none' })) ?? before?.seats ?? [],
    title: String(item.Interview_Name ?? before?.title ?? ''),
    location: (item.Venue as string | undefined) ?? before?.location ?? null,
    note: (item.Schedule_Comments as string | undefined) ?? before?.note ?? null,
    status: String(item.Interview_Status ?? before?.status ?? 'Scheduled'),
  }
}
const interviewShape = (call: Call, isNew: boolean) =>
  `Interview_Name${isNew ? '' : '?'}:string, Candidate_Name${isNew ? '' : '?'}:{id:string}, ${jobLookupOf(call.desk)}${isNew ? '' : '?'}:{id:string},
  Start_DateTime${isNew ? '' : '?'}:datetime, End_DateTime${isNew ? '' : '?'}:datetime, Client_Name?:{id:string}, Interviewer?:[{id:string}],
  Venue?:string, Schedule_Comments?:string, Interview_Status?:string`
const createInterviews: Answer = (call) =>
  changeItems(call, 201, (item) => {
    const problem = findItemProblem(item, interviewShape(call, true))
    if (problem) return problem
    const fields = readInterview(item, call, null)
    if (typeof fields === 'string') return itemError('INVALID_DATA', fields)
    return itemSuccess(call.world.addInterview({ ...fields, isFromApi: true }))
  })
const updateInterview: Answer = (call) =>
  changeItems(call, 202, (item) => {
    const before = call.world.interviews.get(call.path.id ?? '')
    if (!before) return itemError('INVALID_DATA', 'id')
    const problem = findItemProblem(item, interviewShape(call, false))
    if (problem) return problem
    const fields = readInterview(item, call, before)
    if (typeof fields === 'string') return itemError('INVALID_DATA', fields)
    return itemSuccess(call.world.interviews.update(before.id, { ...fields, updatedAt: call.now }))
  })
const deleteInterviews: Answer = ({ query, world }) => ({
  data: query.list('ids').map((id) => {
    const row = world.interviews.get(id)
    if (!row) return itemError('INVALID_DATA', 'id')
    world.interviews.remove(id)
    return itemSuccess(row)
  }),
})
/** The answer is a list of lists. */
const setStatus: Answer = (call) => {
  const { world } = call
  return changeItems(call, 200, (item) => {
    const problem = findItemProblem(item, 'ids:[string], Candidate_Status:string, jobids?:[string], comments?:string')
    const stage = world.stagesOf('').find(({ label }) => label === item.Candidate_Status)
    if (problem || !stage) return [problem ?? itemError('INVALID_DATA', 'Candidate_Status')]
    return (item.ids as string[]).map((id) => {
      const jobIds = item.jobids as string[] | undefined
      const pairs = world.applications.by('candidateId', id).filter(({ jobId }) => jobIds?.includes(jobId) ?? true)
      if (pairs.length === 0) return itemError('INVALID_DATA', 'ids')
      for (const pair of pairs) world.moveApplication(pair.id, stage.id)
      return { ...itemSuccess(world.candidates.get(id)!), details: {} }
    })
  })
}
const associate: Answer = (call) => {
  const { world } = call
  return changeItems(call, 200, (item) => {
    const problem = findItemProblem(item, 'ids:[string], jobids:[string]')
    if (problem) return problem
    const [jobid = ''] = item.jobids as string[]
    const [candidateId = ''] = item.ids as string[]
    if (!world.jobs.get(jobid) || !world.candidates.get(candidateId))
      return { code: 'INVALID_DATA', details: { jobid, ids: item.ids, error: 'no such record' } }
    const has = world.applications.by('candidateId', candidateId).some((row) => row.jobId === jobid)
    if (!has) world.addApplication({ candidateId, jobId: jobid })
    return { code: 'SUCCESS', details: { jobid, ids: item.ids, error: null } }
  })
}
const addNotes: Answer = (call) =>
  changeItems(call, 201, (item) => {
    const problem = findItemProblem(
      item,
      'Note_Content:string(1..), Parent_Id:string, se_module:enum(Candidates), Note_Title?:string',
    )
    if (problem) return problem
    if (!call.world.candidates.get(String(item.Parent_Id))) return itemError('INVALID_DATA', 'Parent_Id')
    return itemSuccess(call.world.addNote({ candidateId: String(item.Parent_Id), text: String(item.Note_Content) }))
  })

const answersOf: Readonly<Record<RefusalKind, [status: number, code: string, message: string]>> = {
  noKey: [401, 'AUTHENTICATION_FAILURE', 'Authentication failed'],
  badKey: [401, 'INVALID_TOKEN', 'invalid oauth token'],
  noScope: [403, 'NO_PERMISSION', 'permission denied'],
  noPath: [404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one'],
  noMethod: [400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one'],
  noRecord: [400, 'INVALID_DATA', 'invalid data'],
  badType: [400, 'INVALID_DATA', 'invalid data'],
  badJson: [400, 'INVALID_DATA', 'invalid data'],
  badQuery: [400, 'INVALID_DATA', 'invalid data'],
  badBody: [400, 'INVALID_DATA', 'invalid data'],
  badHeader: [400, 'INVALID_DATA', 'invalid data'],
  notAllowed: [400, 'INVALID_MODULE', 'invalid module'],
  throttled: [429, 'TOO_MANY_REQUESTS', 'too many requests'],
  broken: [500, 'INTERNAL_ERROR', 'Internal Server Error'],
}
function refuse({ kind, field }: Refusal): Reply {
  const [status, code, message] = answersOf[kind]
  return new Reply(status, { code, message, status: 'error', details: field === '' ? {} : { api_name: field } })
}

const at = '/recruit/v2'
export const zohoRecruit: StandInKind = {
  name: 'zoho_recruit',
  bases: { main: at, oauth: '/oauth/v2' },
  routes: zohoRecruitRoutes,
  answers: {
    'POST /oauth/v2/token': refreshToken,
    [`GET ${at}/Candidates`]: listRows('candidates', showCandidate),
    [`GET ${at}/Candidates/search`]: searchCandidates,
    [`GET ${at}/Candidates/{id}`]: getRow('candidates', showCandidate),
    [`GET ${at}/Applications`]: listRows('applications', showApplication),
    [`GET ${at}/Applications/{id}`]: getRow('applications', showApplication),
    [`GET ${at}/Job_Openings`]: listRows('jobs', showJob),
    [`GET ${at}/Job_Openings/{id}`]: getRow('jobs', showJob),
    [`GET ${at}/Job_Openings/{id}/associate`]: listAssociated,
    [`GET ${at}/settings/fields`]: listFields,
    [`GET ${at}/users`]: listUsers,
    [`GET ${at}/Candidates/{id}/Attachments`]: ({ world, path }) => {
      const files = world.attachments.by('candidateId', path.id)
      const data = files.map(({ id, filename, createdAt }) => ({
        id,
        File_Name: filename,
        Size: '13',
        Category: 'Resume',
        Created_Time: createdAt,
      }))
      return data.length === 0 ? empty : { data, info: { more_records: false, page: 1, count: data.length } }
    },
    [`GET ${at}/Candidates/{id}/Attachments/{attachment_id}`]: ({ world, path }) => {
      if (world.attachments.get(path.attachment_id ?? '')?.candidateId !== path.id)
        throw new Refusal('noRecord', 'no attachment', { field: 'id' })
      return new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/octet-stream' })
    },
    [`GET ${at}/Interviews`]: listRows('interviews', showInterview),
    [`GET ${at}/Interviews/{id}`]: getRow('interviews', showInterview),
    [`POST ${at}/Interviews`]: createInterviews,
    [`PUT ${at}/Interviews/{id}`]: updateInterview,
    [`DELETE ${at}/Interviews`]: deleteInterviews,
    [`PUT ${at}/Candidates/status`]: setStatus,
    [`PUT ${at}/Candidates/actions/associate`]: associate,
    [`POST ${at}/Notes`]: addNotes,
  },
  makeId: (kind, n) => String(500_000_000_000_000_000n + BigInt(kind.length) * 10_000_000_000n + BigInt(n)),
  hasStagesPerJob: false,
  key: 'client-1:secret-1:refresh-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 10, 1000, ({ limit }) => ({ 'x-ratelimit-limit': String(limit) })),
  hooks: null,
}
