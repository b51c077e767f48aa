import type {
  AtsConnector,
  AtsSystem,
  HookDelivery,
  InterviewWriting,
  Stream,
  SyncedApplication,
  SyncedCandidate,
  SyncedRows,
} from '../../src/ats/connector.ts'
import { noteMark } from '../../src/ats/noteMark.ts'
import { isParleyError } from '../../src/domain/errors.ts'
import { type LoggedRequest, type StandIn, type StandInKind, startStandIn } from '../fakes/ats/kit.ts'
import type { Application, Candidate, Hook, Interview } from '../fakes/ats/world.ts'

// What the contract of connectors plays with: a stand-in with people in it, the connector opened on it, a clock that only we move.

export interface ConnectorScene {
  system: AtsSystem
  kind: StandInKind
  /** What a customer would enter in the form. */
  fields(standIn: StandIn): Record<string, string>
  /** Settings of the account that the system needs (mapped activity types, names of reports); before anything is in it. */
  prepare?(standIn: StandIn): void
  /** What this vendor has not, or has otherwise. */
  lacks?: readonly Lack[]
  /** Candidates, so many that the vendor needs more than two pages; 120 when not given. */
  candidateCount?: number
  /** Stages that whoever was rejected or hired is in there, whatever stage he was in before. */
  closedStages?: Partial<Record<Application['status'], string>>
  /** What every answer takes on the clock, where the vendor allows few requests a minute. */
  answerMs?: number
  /** One person with two applications is two candidates there. */
  isCandidatePerApplication?: boolean
  /** The most requests that a first reading of all, and one without any change, may take. */
  requests: { first: number; quiet: number }
  /** The request that makes an interview or a note, by method and path. */
  creates?: { interview?: RegExp; note?: RegExp }
  /** What an interview made by hand has in this vendor's words. */
  interviewRow?: Partial<Interview>
  hook?: HookScene
  /** Permissions nothing of this is needed for. */
  unneededScopes?: readonly string[]
  /** What the vendor's pages call a permission, or several that it covers, where the stand-in calls it otherwise. */
  permissionNames?: Readonly<Record<string, readonly string[]>>
  /** Paths that the vendor's sheet does not list among its calls: tokens. */
  notInSheet?: RegExp
}

export type Lack =
  | 'clients'
  | 'contacts'
  | 'users'
  | 'userEmails'
  | 'hiringManager'
  | 'interviews'
  | 'interviewUsers'
  | 'owner'
  | 'phones'
  | 'secondEmail'
  | 'outcomes'
  | 'private'
  | 'confidentialJobs'
  | 'stageOfClosed'
  /** Rows do not say when they changed: of the latest ones a whole page is told anew. */
  | 'changeTimes'
  /** A stage's name is known when somebody is in it. */
  | 'emptyStages'
  /** Names come as one text. */
  | 'splitNames'

export interface HookScene {
  /** Somebody who answers when the vendor asks whether the address is there. */
  address?: () => string
  /** What else a subscription has in this vendor's words. */
  row?: Partial<Hook>
  /** The vendor's name of an event that a move to another stage makes. */
  event: string
  secret?: string
  /** Names of the header that holds the signature; null where it is in the body. */
  header: string | null
  /** What the signature does not cover may be changed, so these are the spoiled ones instead. */
  spoil?(delivery: HookDelivery, other: HookDelivery): readonly HookDelivery[]
  /** Older deliveries are refused, where the vendor signs a time. */
  windowMinutes?: number
}

export interface Opened {
  /** What the streams gave to go on from, by their names. */
  tokens: Map<string, string>
  standIn: StandIn
  connector: AtsConnector
  closedStages: Partial<Record<Application['status'], string>>
  /** Where it was sent to, however it came to that. */
  origins: Set<string>
  /** Headers of the latest answer. */
  latest(): Headers | null
  /** Writes the vendor's own address in answers as another host's. */
  disguise(isOn: boolean): void
  /** How long an answer is waited for, by the true clock. */
  wait(ms: number): void
  /** What every answer takes from now on, by ours. */
  answerIn(ms: number): void
  now(): Date
  advance(ms: number): void
}

const logs: { standIn: Pick<StandIn, 'name' | 'bases'>; log: readonly LoggedRequest[] }[] = []
/** All requests of this file so far. */
export const allRequests = () => logs.flatMap(({ standIn, log }) => log.map((request) => ({ standIn, request })))

const startAt = Date.parse('2027-02-01T12:00:00Z')
export const otherHost = 'http://other.example'

export async function openScene(scene: ConnectorScene, candidateCount = 12): Promise<Opened> {
  let nowMs = startAt
  const clock = { now: () => new Date(nowMs) }
  const standIn = await startStandIn(scene.kind, { clock })
  logs.push({ standIn, log: standIn.log })
  scene.prepare?.(standIn)
  fillAccount(scene, standIn, candidateCount)
  const origins = new Set<string>()
  let headers: Headers | null = null
  let isDisguised = false
  let patienceMs = 10_000
  let answerMs = scene.answerMs ?? 0
  const connector = scene.system.open({
    fields: scene.fields(standIn),
    bases: standIn.bases,
    clock,
    pause: async (ms) => {
      nowMs += ms
    },
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      origins.add(url.origin)
      if (url.origin !== standIn.origin) throw new TypeError('there is no other host')
      const signals = [init?.signal, AbortSignal.timeout(patienceMs)].flatMap((signal) => signal ?? [])
      const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) })
      headers = response.headers
      nowMs += answerMs
      return isDisguised ? rename(response, standIn.origin) : response
    },
  })
  await connector.learn?.()
  return {
    ...{ standIn, connector, origins, closedStages: scene.closedStages ?? {}, tokens: new Map() },
    latest: () => headers,
    disguise: (isOn) => {
      isDisguised = isOn
    },
    wait: (ms) => {
      patienceMs = ms
    },
    answerIn: (ms) => {
      answerMs = ms
    },
    now: clock.now,
    advance: (ms) => {
      nowMs += ms
    },
  }
}

async function rename(response: Response, origin: string): Promise<Response> {
  const text = (await response.text())
    .replaceAll(origin, otherHost)
    .replaceAll(origin.replace('http:', ''), '//other.example')
  const renamed = [...response.headers].map(([name, value]): [string, string] => [
    name,
    value.replaceAll(origin, otherHost),
  ])
  const kept = renamed.filter(([name]) => !['content-length', 'transfer-encoding'].includes(name))
  return new Response(response.status === 204 ? null : text, { status: response.status, headers: kept })
}

/** Reads pages of one stream or of all, waiting whenever the vendor's limit says so. */
export async function readStreams(
  { connector, advance, tokens }: Opened,
  since: Date | null,
  isWanted: (name: string) => boolean = () => true,
): Promise<{ rows: SyncedRows[]; byStream: Map<string, SyncedRows[]>; pages: Map<string, number> }> {
  const byStream = new Map<string, SyncedRows[]>()
  const pages = new Map<string, number>()
  for (const stream of connector.streams.filter(({ name }) => isWanted(name))) {
    const read: SyncedRows[] = []
    let page: string | null = null
    for (let count = 1; ; count++) {
      if (count > 400) throw new Error(`the stream ${stream.name} has no end`)
      const isPart = stream.mode === 'changes' && since !== null
      const token = isPart ? (tokens.get(stream.name) ?? null) : null
      const ask: Parameters<Stream['read']>[0] = { since: isPart ? since : null, page, token }
      const answer: Awaited<ReturnType<Stream['read']>> = await waiting(advance, () => stream.read(ask))
      read.push(answer.rows)
      pages.set(stream.name, count)
      page = answer.next
      if (answer.token) tokens.set(stream.name, answer.token)
      if (page === null) break
    }
    byStream.set(stream.name, read)
  }
  return { rows: [...byStream.values()].flat(), byStream, pages }
}

/** Does it again when the limit of requests allows it. */
export async function waiting<T>(advance: (ms: number) => void, work: () => Promise<T>): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await work()
    } catch (error) {
      if (!isParleyError(error, 'rateLimited') || typeof error.retry !== 'object' || count > 20) throw error
      advance(error.retry.afterMs)
    }
  }
}

type RowKind = Exclude<keyof SyncedRows, 'leftOut'>
/** All rows of a kind, each once; one that is told twice has to be the same both times. */
export function rowsOf<K extends RowKind>(read: readonly SyncedRows[], kind: K): NonNullable<SyncedRows[K]>[number][] {
  const found = new Map<string, NonNullable<SyncedRows[K]>[number]>()
  for (const rows of read)
    for (const row of rows[kind] ?? []) {
      const key = 'id' in row ? ('jobId' in row ? `${row.jobId} ${row.id}` : row.id) : JSON.stringify(row)
      const before = found.get(key)
      if (before && JSON.stringify(before) !== JSON.stringify(row))
        throw new Error(`two different ${kind}: ${JSON.stringify(before)} and ${JSON.stringify(row)}`)
      found.set(key, row as NonNullable<SyncedRows[K]>[number])
    }
  return [...found.values()]
}

// The account -------------------------------------------------------------------------------------------------------------------

export const people = {
  recruiter: { firstName: 'Dana', lastName: 'Oduya', email: 'dana.oduya@agency.example', isAdmin: true },
  manager: { firstName: 'Ruth', lastName: 'Vance', email: 'ruth.vance@agency.example' },
  interviewer: { firstName: 'Theo', lastName: 'Marsh', email: 'theo.marsh@agency.example' },
}
const jobTitles = ['Signal Engineer', 'Line Planner', 'Night Nurse']
const minuteMs = 60_000
const hourMs = 60 * minuteMs

function fillAccount(scene: ConnectorScene, { world }: StandIn, candidateCount: number): void {
  world.quietly(() => {
    const old = new Date(startAt - 200 * hourMs)
    const times = { createdAt: old, updatedAt: old }
    const [recruiter, manager, interviewer] = Object.values(people).map((person) =>
      world.addUser({ ...times, ...person }),
    )
    const client = world.addClient({ ...times, name: 'Brightwater', country: 'GB' })
    const contact = world.addContact({ ...times, clientId: client.id, phone: '+44 20 7946 0102' })
    const team = { clientId: client.id, contactIds: [contact.id], recruiterIds: [recruiter!.id] }
    const jobs = jobTitles.map((title) => world.addJob({ ...times, ...team, title, hiringManagerIds: [manager!.id] }))
    for (const table of [world.stages, world.interviewTypes])
      for (const row of table.rows) table.update(row.id, times as never)
    for (let index = 0; index < candidateCount; index++) {
      const createdAt = new Date(startAt - (candidateCount - index) * minuteMs - hourMs)
      const at = { createdAt, updatedAt: createdAt }
      const candidate = world.addCandidate({ ...at, ...describePerson(index) })
      const job = jobs[index % jobs.length]!
      const stages = world.stagesOf(job.id)
      const stageId = stages[(index * 2) % Math.min(stages.length, 4)]!.id
      world.addApplication({ ...at, candidateId: candidate.id, jobId: job.id, stageId, ownerId: recruiter!.id })
    }
    const [, , , , turnedDown, taken] = world.applications.rows
    world.applications.update(turnedDown!.id, { status: 'rejected', rejectedAt: turnedDown!.createdAt })
    world.applications.update(taken!.id, { status: 'hired' })
    const [first, second] = world.candidates.rows
    const at = { createdAt: first!.createdAt, updatedAt: first!.createdAt }
    world.addApplication({ ...at, candidateId: first!.id, jobId: jobs[1]!.id, ownerId: recruiter!.id })
    for (const [index, candidate] of [first!, second!].entries()) {
      const application = world.applications.by('candidateId', candidate.id)[0]!
      const day = startAt + (index + 1) * 24 * hourMs
      world.addInterview({
        ...at,
        applicationId: application.id,
        typeId: world.interviewTypes.by('jobId', application.jobId)[0]?.id ?? null,
        startAt: new Date(day),
        endAt: new Date(day + 45 * minuteMs),
        location: 'Room 4',
        organizerId: recruiter!.id,
        seats: [{ userId: interviewer!.id, email: interviewer!.email, response: 'accepted' }],
        ...scene.interviewRow,
      })
    }
  })
}

const firstNames = ['Ada', 'Bruno', 'Çelik', 'Dmitri', 'Zoë', 'Farah', 'Gustav', "D'Arcy", 'Ivo', 'Jun']
function describePerson(index: number): Partial<Candidate> {
  const firstName = firstNames[index % firstNames.length]!
  const emails = [`person${index}@mail.example`, ...(index % 7 === 3 ? [`other${index}@mail.example`] : [])]
  return { firstName, lastName: `Tamm${index}`, emails, phones: index % 2 === 0 ? [`+4930123${1000 + index}`] : [] }
}

/** The candidate with this number, as the account has it now. */
export const candidateAt = ({ standIn }: Opened, index: number): Candidate => standIn.world.candidates.rows[index]!
export const applicationsOf = ({ standIn }: Opened, candidate: Candidate): Application[] =>
  standIn.world.applications.by('candidateId', candidate.id)

// What a reading says, in words that need no ids -----------------------------------------------------------------------------------

const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`.trim()

/** One line for each application: who, what, where, how. */
export function lineUpApplications(read: readonly SyncedRows[], lacks: ReadonlySet<Lack>): string[] {
  const candidates = new Map(rowsOf(read, 'candidates').map((row) => [row.id, row]))
  const jobs = new Map(rowsOf(read, 'jobs').map((row) => [row.id, row.title]))
  const stages = new Map(rowsOf(read, 'stages').map((row) => [`${row.jobId} ${row.id}`, row.label]))
  const users = new Map(rowsOf(read, 'users').map((row) => [row.id, row.email]))
  return rowsOf(read, 'applications')
    .map((row) => {
      const candidate = candidates.get(row.candidateId)
      const stage = row.stageId === null ? '(none)' : (stages.get(`${row.jobId} ${row.stageId}`) ?? '(unknown)')
      return [
        candidate ? fullName(candidate) : '(unknown)',
        jobs.get(row.jobId) ?? '(unknown)',
        row.outcome === 'active' || !lacks.has('stageOfClosed') ? stage : '(none)',
        lacks.has('outcomes') ? 'active' : row.outcome,
        lacks.has('owner') ? '' : (users.get(row.ownerId ?? '') ?? '(none)'),
      ].join(' | ')
    })
    .sort()
}

/** The same, as the account has it. */
export function lineUpWorld({ standIn: { world }, closedStages }: Opened, lacks: ReadonlySet<Lack>): string[] {
  return world.applications.rows
    .flatMap((row) => {
      const candidate = world.candidates.get(row.candidateId)
      const job = world.jobs.get(row.jobId)
      if (!candidate || candidate.isPrivate || !job || job.isConfidential) return []
      const hasStage = row.status === 'active' || !lacks.has('stageOfClosed')
      return [
        [
          fullName(candidate),
          job.title,
          hasStage ? (closedStages[row.status] ?? world.stages.get(row.stageId)?.label) : '(none)',
          lacks.has('outcomes') ? 'active' : row.status,
          lacks.has('owner') ? '' : (world.users.get(row.ownerId ?? '')?.email ?? '(none)'),
        ].join(' | '),
      ]
    })
    .sort()
}

export function lineUpCandidates(
  rows: readonly Pick<SyncedCandidate, 'firstName' | 'lastName' | 'emails' | 'phones'>[],
  lacks: ReadonlySet<Lack>,
): string[] {
  const digits = (phone: string) => phone.replace(/\D/g, '')
  return rows
    .map((row) => {
      const emails = lacks.has('secondEmail') ? row.emails.slice(0, 1) : row.emails
      const phones = lacks.has('phones') ? [] : row.phones.map(digits)
      const name = lacks.has('splitNames') ? fullName(row) : `${row.firstName}, ${row.lastName}`
      return [name, emails.join(' '), phones.join(' ')].join(' | ')
    })
    .sort()
}

/** The application of the candidate with this number, as it was read. */
export function findRead(read: readonly SyncedRows[], candidate: Candidate): SyncedApplication {
  const found = rowsOf(read, 'candidates').filter((row) => fullName(row) === fullName(candidate))
  const ids = new Set(found.map(({ id }) => id))
  const application = rowsOf(read, 'applications').find(({ candidateId }) => ids.has(candidateId))
  if (!application) throw new Error(`${fullName(candidate)} was not read`)
  return application
}

/** For what is special about one vendor. */
export async function withScene(scene: ConnectorScene, work: (one: Opened) => Promise<void>): Promise<void> {
  const one = await openScene(scene)
  try {
    await work(one)
  } finally {
    await one.standIn.stop()
  }
}

/** The candidate with this number as the connector knows him, and who is in the account. */
export async function readRef(one: Opened, index: number) {
  const read = (await readStreams(one, null)).rows
  const candidate = candidateAt(one, index)
  const application = findRead(read, candidate)
  const ref = { applicationId: application.id, candidateId: application.candidateId, jobId: application.jobId }
  const users = rowsOf(read, 'users')
  const idOf = ({ email, firstName }: { email: string; firstName: string }) =>
    users.find((user) => user.email === email || user.name.startsWith(firstName))?.id ?? null
  return { read, candidate, application, ref, idOf, actingUserId: idOf(people.recruiter) }
}
export type ReadRef = Awaited<ReturnType<typeof readRef>>

/** An interview of the candidate with the hiring manager and an interviewer, in two days. */
export function planInterview({ now }: Opened, { ref, application, idOf, actingUserId }: ReadRef): InterviewWriting {
  const key = 'parley-interview-31'
  const startAt = new Date(Math.ceil(now().getTime() / hourMs + 48) * hourMs)
  return {
    ...ref,
    ...{ key, knownId: null, status: 'SCHEDULED', title: 'Interview with Ruth Vance', zone: 'Europe/Berlin' },
    ...{ startAt, endAt: new Date(startAt.getTime() + 45 * minuteMs), location: 'https://meet.example/abc' },
    userIds: [idOf(people.interviewer), idOf(people.manager)].filter((id) => id !== null),
    participants: [{ name: 'Ruth Vance', role: 'hiring manager' }],
    ...{ stageId: application.stageId, actingUserId },
    text: `Interview on 3 February. ${noteMark(key)}`,
  }
}
