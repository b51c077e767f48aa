import { linkToFile } from './files.ts'
import { type Filters, isNever, isTime, narrowRows, type Source } from './filters.ts'
import type { Answer, Call } from './kit.ts'
import { readToken, takePage, writeToken } from './paging.ts'
import { Refusal, Reply } from './reply.ts'
import type { Application, Attachment, Hook, Interview, Job, Note, Stage, User, World } from './world.ts'

// How Lever shows its records, and its lists. An opportunity is an application; the one `application` it holds has an id of its own.

type Show<T> = (row: T, call: Call) => Record<string, unknown>

export const expandable = [
  'applications',
  'stage',
  'owner',
  'followers',
  'contact',
  'posting',
  'user',
  'hiringManager',
] as const
export function checkExpand({ query }: Call): void {
  for (const name of query.list('expand'))
    if (!expandable.some((one) => one === name))
      throw new Refusal('badQuery', `${name} cannot be expanded`, { field: 'expand', problem: `has no ${name}` })
}

/** 100 or `limit` of them, oldest first; `next` is a token that only the same list takes. */
export function listRows<T extends { id: string; createdAt: Date }>(
  read: (call: Call) => Source<T>,
  show: Show<T>,
  filters: (call: Call) => Filters<T> = () => ({}),
): Answer {
  return (call) => {
    const { query, address } = call
    checkExpand(call)
    const usual = { limit: null, offset: null, include: null, expand: null }
    const { rows, isWanted } = narrowRows(read(call), query, { ...usual, ...filters(call) })
    const place = query.has('offset') ? readToken(address.pathname, query.text('offset')) : 0
    if (place === null) throw new Refusal('badQuery', 'the offset is none', { field: 'offset', problem: 'is invalid' })
    const { page, next } = takePage(rows, isWanted, { place, size: query.number('limit', 100), order: 'oldestFirst' })
    const include = query.list('include')
    const data = page.map((row) => {
      const shown = show(row, call)
      const isIn = ([name]: [string, unknown]) => name === 'id' || include.includes(name)
      return include.length > 0 ? Object.fromEntries(Object.entries(shown).filter(isIn)) : shown
    })
    return { data, hasNext: next !== null, ...(next === null ? {} : { next: writeToken(address.pathname, next) }) }
  }
}

export const timeOf = (at: Date | null) => (at === null ? null : at.getTime())
const isExpanded = ({ query }: Call, name: string) => query.list('expand').includes(name)
export const applicationIdOf = (opportunityId: string) => `b${opportunityId.slice(1)}`
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`

// biome-ignore format: a table
export const showUser: Show<User> = (row) => ({
  id: row.id, name: nameOf(row), username: row.email.split('@')[0], email: row.email, photo: null, jobTitle: row.title, managerId: null,
  accessRole: row.isAdmin ? 'super admin' : 'team member', externalDirectoryId: null, linkedContactIds: [],
  createdAt: timeOf(row.createdAt), deactivatedAt: row.isActive ? null : timeOf(row.updatedAt),
})
export const showStage = (row: Stage) => ({ id: row.id, text: row.label })

// biome-ignore format: a table
export const showOpportunity: Show<Application> = (row, call) => {
  const { world } = call
  const person = world.candidates.get(row.candidateId)
  const job = world.jobs.get(row.jobId)
  const stages = world.stagesOf(row.jobId)
  const stage = world.stages.get(row.stageId)
  const owner = world.users.get(row.ownerId ?? job?.recruiterIds[0] ?? world.users.rows[0]?.id ?? '')
  const entries = world.stageEntries.by('applicationId', row.id)
  // Whoever is hired is archived too, and the requisition that was filled stands on the application.
  const isHired = row.status === 'hired'
  const archivedAt = row.rejectedAt ?? (isHired ? row.updatedAt : null)
  const archived = archivedAt && { archivedAt: timeOf(archivedAt), reason: `c${row.id.slice(1)}` }
  const application = {
    id: applicationIdOf(row.id), opportunityId: row.id, posting: row.jobId, postingOwner: job?.recruiterIds[0] ?? null,
    postingHiringManager: job?.hiringManagerIds[0] ?? null, type: 'posting', createdAt: timeOf(row.createdAt), name: person && nameOf(person),
    email: person?.emails[0] ?? null, archived,
    requisitionForHire: isHired ? { id: `d${row.id.slice(1)}`, requisitionCode: 'R-1', hiringManagerOnHire: job?.hiringManagerIds[0] ?? null } : null,
  }
  return {
    id: row.id, name: person ? nameOf(person) : '', contact: row.candidateId, headline: person?.company ?? null,
    stage: isExpanded(call, 'stage') && stage ? showStage(stage) : row.stageId,
    confidentiality: person?.isPrivate ? 'confidential' : 'non-confidential', location: person?.country ?? null,
    phones: person?.phones.map((value) => ({ value, type: 'mobile' })), emails: person?.emails, links: [], archived, tags: person?.tags,
    sources: [], origin: 'applied', owner: isExpanded(call, 'owner') && owner ? showUser(owner, call) : owner?.id, followers: [],
    applications: isExpanded(call, 'applications') ? [application] : [application.id],
    stageChanges: entries.map((entry) => ({
      toStageId: entry.stageId, toStageIndex: stages.findIndex(({ id }) => id === entry.stageId), userId: entry.userId ?? owner?.id,
      updatedAt: timeOf(entry.enteredAt),
    })),
    urls: { list: 'https://hire.lever.example/candidates', show: `https://hire.lever.example/candidates/${row.id}` },
    createdAt: timeOf(row.createdAt), updatedAt: timeOf(row.updatedAt), lastInteractionAt: timeOf(row.updatedAt),
    lastAdvancedAt: timeOf(entries.at(-1)?.enteredAt ?? null), snoozedUntil: null, isAnonymized: false, opportunityLocation: 'unspecified',
  }
}

const states = { open: 'published', draft: 'draft', closed: 'closed' } as const
// biome-ignore format: a table
export const showPosting: Show<Job> = (row, call) => {
  const { users } = call.world
  const person = (name: string, id: string | undefined) => (isExpanded(call, name) && id ? showUser(users.get(id)!, call) : (id ?? null))
  return {
    id: row.id, text: row.title, state: states[row.status], user: row.recruiterIds[0] ?? users.rows[0]?.id,
    owner: person('owner', row.recruiterIds[0]), hiringManager: person('hiringManager', row.hiringManagerIds[0]),
    confidentiality: row.isConfidential ? 'confidential' : 'non-confidential',
    categories: { team: null, department: null, location: null, allLocations: [], commitment: null, level: null }, tags: [],
    distributionChannels: ['public'], requisitionCodes: [], workplaceType: null, country: null,
    urls: { list: 'https://jobs.lever.example', show: `https://jobs.lever.example/${row.id}`, apply: `https://jobs.lever.example/${row.id}/apply` },
    createdAt: timeOf(row.createdAt), updatedAt: timeOf(row.updatedAt),
  }
}

const showPanelists = (row: Interview, world: World) =>
  row.seats.map(({ userId }) => {
    const user = world.users.get(userId ?? '')
    return { id: userId, email: user?.email, name: user && nameOf(user), feedbackTemplate: null }
  })
// biome-ignore format: a table
const showSession = (row: Interview, world: World) => ({
  id: row.id, subject: row.title, note: row.note, interviewers: showPanelists(row, world), date: timeOf(row.startAt),
  duration: (row.endAt.getTime() - row.startAt.getTime()) / 60_000, location: row.location, feedbackTemplate: null,
  feedbackReminder: (row.extra.feedbackReminder as string | undefined) ?? 'once',
})
const userOf = (row: Interview, world: World) => row.organizerId ?? world.users.rows[0]?.id
const stageOf = (row: Interview, world: World) =>
  (row.extra.stageId as string | undefined) ?? world.applications.get(row.applicationId)?.stageId
// biome-ignore format: a table
export const showInterview: Show<Interview> = (row, { world }) => ({
  ...showSession(row, world), panel: row.groupId ?? row.id, timezone: row.zone, createdAt: timeOf(row.createdAt), feedbackForms: [],
  user: userOf(row, world), stage: stageOf(row, world), canceledAt: timeOf(row.canceledAt),
  postings: [world.applications.get(row.applicationId)?.jobId],
})

/** A panel is what its interviews say of it; those called off are left out unless all are. */
export interface Panel {
  id: string
  createdAt: Date
  sessions: Interview[]
}
export function readPanels(world: World, opportunityId: string): Panel[] {
  const groups = Map.groupBy(world.interviews.by('applicationId', opportunityId), (row) => row.groupId ?? row.id)
  return [...groups].map(([id, all]) => {
    const kept = all.filter(({ canceledAt }) => canceledAt === null)
    const sessions = kept.length > 0 ? kept : all
    return { id, createdAt: all[0]!.createdAt, sessions }
  })
}
// biome-ignore format: a table
export const showPanel: Show<Panel> = ({ id, createdAt, sessions }, { world }) => {
  const [first] = sessions as [Interview]
  return {
    id, applications: [applicationIdOf(first.applicationId)], canceledAt: timeOf(first.canceledAt), createdAt: timeOf(createdAt),
    start: Math.min(...sessions.map(({ startAt }) => startAt.getTime())), end: Math.max(...sessions.map(({ endAt }) => endAt.getTime())),
    timezone: first.zone, feedbackReminder: (first.extra.panelReminder as string | undefined) ?? 'once', user: userOf(first, world),
    stage: stageOf(first, world), note: first.extra.panelNote ?? null, externallyManaged: first.isFromApi, externalUrl: first.externalRef,
    interviews: sessions.map((session) => showSession(session, world)),
  }
}

export const showNote: Show<Note> = (row, { world }) => {
  const replies = world.notes.by('candidateId', row.candidateId).filter(({ extra }) => extra.threadId === row.id)
  const user = row.userId ?? world.users.rows[0]?.id
  const fields = [row, ...replies].map(({ text, createdAt }) => ({
    ...{ type: 'note', text: 'Note', value: text, createdAt: timeOf(createdAt), user, score: null, stage: null },
  }))
  const times = { createdAt: timeOf(row.createdAt), completedAt: timeOf(row.createdAt), deletedAt: null }
  return { id: row.id, text: row.text, fields, user, secret: row.visibility === 'secret', ...times }
}
export const showHook = ({ id, event, url, secret, createdAt, updatedAt }: Hook) => ({
  ...{ id, event, url, configuration: { signatureToken: secret } },
  ...{ createdAt: timeOf(createdAt), updatedAt: timeOf(updatedAt) },
})

const showFile = (row: Attachment, { origin, now }: Call) => ({
  ...{ name: row.filename, ext: row.filename.split('.').at(-1), downloadUrl: linkToFile(origin, row, now) },
  ...{ uploadedAt: timeOf(row.createdAt), status: 'processed', size: 13 },
})
export const showResume: Show<Attachment> = (row, call) => ({
  ...{ id: row.id, createdAt: timeOf(row.createdAt), file: showFile(row, call), parsedData: {} },
})

export function findOpportunity({ world, path }: Call): Application {
  const found = world.applications.get(path.id ?? '')
  if (!found) throw new Refusal('noRecord', `opportunities ${path.id} was not found`)
  return found
}
const filesOf = (call: Call, kinds: readonly Attachment['kind'][]) => ({
  rows: call.world.attachments
    .by('candidateId', findOpportunity(call).candidateId)
    .filter(({ kind }) => kinds.includes(kind)),
})

/** Records are left out silently when they are confidential and nobody asked for them; asking needs a key that may. */
function onlyShown<T>({ query, desk }: Call, source: Source<T>, isSecret: (row: T) => boolean): Source<T> {
  const asked = query.has('confidentiality') ? query.text('confidentiality') : 'non-confidential'
  if (asked !== 'non-confidential' && desk.settings.get('isConfidentialGranted') !== true)
    throw new Refusal('noScope', 'the key was not given access to confidential data', { field: 'confidentiality' })
  return { ...source, isShown: (row) => asked === 'all' || isSecret(row) === (asked === 'confidential') }
}

const span = <T>(name: string, read: (row: T) => Date | null): Filters<T> => ({
  [`${name}_start`]: isTime('gte', read),
  [`${name}_end`]: isTime('lte', read),
})
// biome-ignore format: a table
const opportunityFilters = (call: Call): Filters<Application> => ({
  contact_id: { column: 'candidateId' }, stage_id: { column: 'stageId' }, posting_id: { column: 'jobId' },
  email: { test: (row, [email = '']) => call.world.candidates.get(row.candidateId)?.emails.includes(email) === true },
  tag: { test: (row, [tag = '']) => call.world.candidates.get(row.candidateId)?.tags.includes(tag) === true },
  archived: { test: (row, [is = '']) => (row.status !== 'active' || row.rejectedAt !== null) === /^(true|1)$/.test(is) }, archived_posting_id: isNever,
  origin: { test: (_row, [origin]) => origin === 'applied' }, source: isNever, archive_reason_id: isNever, location: isNever, confidentiality: null,
  snoozed: { test: (_row, [is = '']) => !/^(true|1)$/.test(is) }, ...span('created_at', (row) => row.createdAt),
  ...span('updated_at', (row) => row.updatedAt), ...span('archived_at', (row) => row.rejectedAt),
  ...span('advanced_at', (row) => call.world.stageEntries.by('applicationId', row.id).at(-1)?.enteredAt ?? null),
})

// biome-ignore format: a table
export const leverLists: Record<string, Answer> = {
  'GET /v1/users': listRows<User>(({ world, query }) => ({
      ...world.users, isShown: ({ isActive }) => isActive || query.flag('includeDeactivated') === true,
    }), showUser, () => ({
      email: { column: 'email' }, includeDeactivated: null, external_directory_id: isNever,
      accessRole: { test: (row, roles) => roles.includes(row.isAdmin ? 'super admin' : 'team member') },
    })),
  'GET /v1/opportunities': listRows<Application>(
    (call) => onlyShown(call, call.world.applications, (row) => call.world.candidates.get(row.candidateId)?.isPrivate === true),
    showOpportunity, opportunityFilters),
  'GET /v1/postings': listRows<Job>(
    (call) => onlyShown(call, call.world.jobs, (row) => row.isConfidential), showPosting, () => ({
      state: { test: (row, [state]) => states[row.status] === state }, confidentiality: null, team: isNever, department: isNever,
      distributionChannel: { test: (_row, [channel]) => channel === 'public' }, updated_at_start: isTime('gte', (row) => row.updatedAt),
    })),
  'GET /v1/stages': listRows<Stage>(({ world }) => ({ rows: world.stagesOf('') }), showStage),
  'GET /v1/opportunities/{id}/resumes': listRows<Attachment>((call) => filesOf(call, ['resume']), showResume, () => span('uploaded_at', (row) => row.createdAt)),
  'GET /v1/opportunities/{id}/files': (call) => {
    const list = listRows<Attachment>((one) => filesOf(one, ['coverLetter', 'other']), (row, one) => ({ id: row.id, ...showFile(row, one) }))(call)
    return call.desk.settings.get('areFilesBare') === true ? (list as { data: unknown[] }).data : list
  },
  'GET /v1/opportunities/{id}/panels': listRows<Panel>((call) => ({ rows: readPanels(call.world, findOpportunity(call).id) }), showPanel),
  'GET /v1/opportunities/{id}/interviews': listRows<Interview>(
    (call) => ({ rows: call.world.interviews.by('applicationId', findOpportunity(call).id) }), showInterview),
  'GET /v1/opportunities/{id}/notes': listRows<Note>(
    (call) => ({
      rows: call.world.notes.by('candidateId', findOpportunity(call).candidateId)
        .filter((row) => row.extra.threadId === undefined && (row.applicationId ?? call.path.id) === call.path.id),
    }), showNote),
  'GET /v1/webhooks': listRows<Hook>(({ world }) => world.hooks, showHook),
}

export const answerResume: Answer = (call) => {
  const file = call.world.attachments.get(call.path.resume_id ?? '')
  if (file?.candidateId !== findOpportunity(call).candidateId || file.kind !== 'resume')
    throw new Refusal('noRecord', `resumes ${call.path.resume_id} was not found`)
  if (file.extra.isUnreadable === true)
    return new Reply(422, { code: 'UnprocessableEntity', message: 'The file could not be processed' })
  return new Reply(200, Buffer.from('%PDF-1.4\n%%EOF\n'), { 'content-type': 'application/pdf' })
}
