import type { Clock } from '../domain/clock.ts'
import type { ApplicationRecord, CandidateRecord, JobRecord } from '../domain/records.ts'
import { nearestTitles, rankTitles } from '../intents/names/rankTitles.ts'
import type { Tx } from '../store/port.ts'
import { findByField } from './findByField.ts'
import { addJobs, type Directory, emptyDirectory, readDirectory, summarise } from './jobDirectory.ts'
import { keepNameDirectory, matchCountMax, mergeNearest, type NameDirectory } from './nameDirectory.ts'
import type { ApplicationQuery, ApplicationSearch } from './port.ts'
import { rankUsers } from './rankUsers.ts'

export interface People {
  candidates: NameDirectory<'atsCandidates'>
  contacts: NameDirectory<'atsContacts'>
}

export function keepPeople(clock: Clock): People {
  return {
    candidates: keepNameDirectory('atsCandidates', clock),
    contacts: keepNameDirectory('atsContacts', clock),
  }
}

type Kind = 'candidate' | 'client' | 'job'

/** What the written names point at; scores by id, null where nothing was written. */
interface Meaning {
  candidates: Map<string, number> | null
  /** Jobs of the client, the contact or the colleague. */
  clientJobs: Map<string, number> | null
  jobs: Map<string, number> | null
  candidateRows: Map<string, CandidateRecord>
  unmatched: Kind[]
  nearest: { candidates: string[]; clients: string[]; jobs: string[] }
}

/**
 * Each name given narrows. Of what remains, an application is left out when another fits every name at least as well and one
 * better; then closed jobs and hired or rejected applications are left out unless nothing else is left. All that remain come back,
 * best fit first, newest first among equals. When one of the names means nobody, `matches` is empty and `unmatched` says which; when
 * all names are known but no application joins them both are empty, and `nearest` holds what the candidate (or, without one,
 * the client) does have.
 */
export async function searchApplications(tx: Tx, people: People, query: ApplicationQuery): Promise<ApplicationSearch> {
  const isCandidateOnly = query.candidate !== null && query.client === null && query.job === null
  const directory = isCandidateOnly ? emptyDirectory() : await readDirectory(tx)
  const meaning = await readMeaning(tx, people, query, directory)
  const { unmatched, nearest } = meaning
  if (unmatched.length > 0) return { matches: [], unmatched, nearest }

  const found = await findMeant(tx, meaning, directory)
  if (isCandidateOnly) await addJobs(tx, directory, found)
  const kept = chooseApplications(found, meaning, directory)
  if (kept.length === 0) {
    const own = meaning.candidates
      ? found
      : await findByField(tx, 'atsApplications', 'jobId', meaning.clientJobs?.keys() ?? [])
    return { matches: [], unmatched, nearest: { ...nearest, ...describeOwn(own, meaning, directory) } }
  }
  const candidates = meaning.candidateRows
  const missing = kept.map((application) => application.candidateId).filter((id) => !candidates.has(id))
  for (const row of await findByField(tx, 'atsCandidates', 'id', missing)) candidates.set(row.id, row)
  return { matches: await summarise(tx, kept, directory, candidates), unmatched, nearest }
}

async function readMeaning(tx: Tx, people: People, query: ApplicationQuery, directory: Directory): Promise<Meaning> {
  const meaning: Meaning = {
    candidates: null,
    clientJobs: null,
    jobs: null,
    candidateRows: new Map(),
    unmatched: [],
    nearest: { candidates: [], clients: [], jobs: [] },
  }
  if (query.candidate !== null) {
    const { matches, nearest } = await people.candidates.rankPeople(tx, query.candidate)
    meaning.candidates = new Map(matches.map(({ item, score }) => [item.id, score]))
    for (const { item } of matches) meaning.candidateRows.set(item.id, item)
    if (matches.length === 0) meaning.unmatched.push('candidate')
    meaning.nearest.candidates = mergeNearest(nearest)
  }
  if (query.client !== null) {
    const { isKnown, jobScores, nearest } = await rankClientSide(tx, query.client, directory, people)
    meaning.clientJobs = jobScores
    if (!isKnown) meaning.unmatched.push('client')
    meaning.nearest.clients = nearest
  }
  if (query.job !== null) {
    const jobs = [...directory.jobs.values()]
    const ranked = rankTitles(query.job, jobs, (job) => job.title)
    meaning.jobs = new Map(ranked.map(({ item, score }) => [item.id, score]))
    if (ranked.length === 0) {
      meaning.unmatched.push('job')
      const titles = jobs.map((job) => job.title)
      meaning.nearest.jobs = mergeNearest(nearestTitles(query.job, titles))
    }
  }
  return meaning
}

/** Which jobs a written client name points at: the company itself, one of its contacts, or somebody of the hiring team. */
async function rankClientSide(tx: Tx, written: string, directory: Directory, people: People) {
  const clients = [...directory.clients.values()]
  const companyRanks = rankTitles(written, clients, (client) => client.name)
  const contactRanks = await people.contacts.rankPeople(tx, written)
  const userRanks = rankUsers(written, await tx.find('atsUsers'))
  const clientScores = new Map<string, number>()
  const raise = (id: string, score: number) => clientScores.set(id, Math.max(score, clientScores.get(id) ?? 0))
  for (const { item, score } of companyRanks) raise(item.id, score)
  for (const { item, score } of contactRanks.matches) raise(item.clientId, score)
  const userScores = new Map(userRanks.matches.map(({ item, score }) => [item.id, score]))
  const jobScores = new Map<string, number>()
  for (const job of directory.jobs.values()) {
    const team = [job.hiringManagerId, ...job.interviewerIds].map((id) => (id === null ? 0 : (userScores.get(id) ?? 0)))
    const score = Math.max(job.clientId === null ? 0 : (clientScores.get(job.clientId) ?? 0), ...team)
    if (score > 0) jobScores.set(job.id, score)
  }
  if (companyRanks.length + contactRanks.matches.length + userRanks.matches.length > 0)
    return { isKnown: true, jobScores, nearest: [] }
  const companies = nearestTitles(
    written,
    clients.map((client) => client.name),
  )
  return { isKnown: false, jobScores, nearest: mergeNearest(contactRanks.nearest, userRanks.nearest, companies) }
}

function isJobMeant(meaning: Meaning, jobId: string): boolean {
  return (meaning.jobs?.has(jobId) ?? true) && (meaning.clientJobs?.has(jobId) ?? true)
}

/** By candidate whatever the job, for the sake of what the candidate has instead. */
async function findMeant(tx: Tx, meaning: Meaning, directory: Directory): Promise<ApplicationRecord[]> {
  if (meaning.candidates) return findByField(tx, 'atsApplications', 'candidateId', meaning.candidates.keys())
  if (meaning.jobs === null && meaning.clientJobs === null)
    return tx.find('atsApplications', { orderBy: [['appliedAt', 'desc']] })
  const jobIds = [...directory.jobs.keys()].filter((id) => isJobMeant(meaning, id))
  return findByField(tx, 'atsApplications', 'jobId', jobIds)
}

function chooseApplications(
  found: readonly ApplicationRecord[],
  meaning: Meaning,
  directory: Directory,
): ApplicationRecord[] {
  const scored = found
    // The job of a connected system's application may be kept from Parley: then so is the application.
    .filter(({ jobId }) => isJobMeant(meaning, jobId) && directory.jobs.has(jobId))
    .map((application) => ({
      application,
      isLive: isLive(application, directory.jobs.get(application.jobId)),
      scores: [
        meaning.candidates?.get(application.candidateId) ?? 1,
        meaning.clientJobs?.get(application.jobId) ?? 1,
        meaning.jobs?.get(application.jobId) ?? 1,
      ],
    }))
  const best = keepBest(scored)
  const live = best.filter((match) => match.isLive)
  const total = (match: { scores: readonly number[] }) => match.scores.reduce((sum, score) => sum + score, 0)
  return (live.length > 0 ? live : best)
    .sort(
      (left, right) =>
        total(right) - total(left) ||
        right.application.appliedAt.getTime() - left.application.appliedAt.getTime() ||
        left.application.id.localeCompare(right.application.id),
    )
    .slice(0, matchCountMax)
    .map((match) => match.application)
}

/** What candidates have applied for, newest first; what is over comes last. */
export async function readJobsOf(tx: Tx, candidateIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await findByField(tx, 'atsApplications', 'candidateId', candidateIds)
  rows.sort(
    (left, right) =>
      Number(isLive(right, undefined)) - Number(isLive(left, undefined)) ||
      right.appliedAt.getTime() - left.appliedAt.getTime(),
  )
  const jobIds = new Map<string, string[]>(candidateIds.map((id) => [id, []]))
  for (const { candidateId, jobId } of rows) jobIds.get(candidateId)?.push(jobId)
  return jobIds
}

function isLive(application: ApplicationRecord, job: JobRecord | undefined): boolean {
  return job?.status !== 'closed' && application.status !== 'hired' && application.status !== 'rejected'
}

/** Keeps what no other beats: at least as good under every name given and better under one. */
function keepBest<Item extends { scores: readonly number[] }>(items: readonly Item[]): Item[] {
  // Thousands of applications share a handful of score combinations.
  const combinations = [...new Map(items.map((item) => [item.scores.join(), item.scores])).values()]
  const beats = (left: readonly number[], right: readonly number[]) =>
    left.every((score, at) => score >= (right[at] ?? 0)) && left.some((score, at) => score > (right[at] ?? 0))
  const beaten = new Set(
    combinations.filter((scores) => combinations.some((other) => beats(other, scores))).map((scores) => scores.join()),
  )
  return items.filter((item) => !beaten.has(item.scores.join()))
}

/** What would fit if only the client, or only the job, were another; else whatever there is. */
function describeOwn(own: readonly ApplicationRecord[], meaning: Meaning, directory: Directory) {
  const jobIds = new Set(own.map((application) => application.jobId))
  const ownJobs = [...jobIds].flatMap((id) => directory.jobs.get(id) ?? [])
  const orAll = (fitting: JobRecord[]) => (fitting.length > 0 ? fitting : ownJobs)
  const withClient = orAll(ownJobs.filter((job) => meaning.clientJobs?.has(job.id) ?? true))
  const withJob = orAll(ownJobs.filter((job) => meaning.jobs?.has(job.id) ?? true))
  const clientNames = withJob.flatMap((job) =>
    job.clientId === null ? [] : (directory.clients.get(job.clientId)?.name ?? []),
  )
  return {
    jobs: [...new Set(withClient.map((job) => job.title))].slice(0, 3),
    clients: [...new Set(clientNames)].slice(0, 3),
  }
}
