import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import { foldName, fullName } from '../domain/names.ts'
import type {
  ApplicationRecord,
  CandidateRecord,
  ClientRecord,
  ContactRecord,
  InterviewRecord,
  JobRecord,
  StageRecord,
  UserRecord,
} from '../domain/records.ts'
import type { Store, TableName, Tables, Tx } from '../store/port.ts'
import { rankNames } from '../intents/names/rankNames.ts'
import { nearestTitles, rankTitles } from '../intents/names/rankTitles.ts'
import { findByField } from './findByField.ts'
import { keepNameDirectory, type NameDirectory, type Ranked } from './nameDirectory.ts'
import type {
  ActivityWrite,
  ApplicationContext,
  ApplicationQuery,
  ApplicationSearch,
  ApplicationSummary,
  AtsInterview,
  AtsPerson,
  AtsPort,
  AtsStage,
  InterviewWrite,
  NewRecord,
  PersonSummary,
  StageResult,
} from './port.ts'
import {
  createCandidate,
  createContact,
  createJob,
  ensureClient,
  isEmail,
  normaliseEmail,
  splitName,
} from './recordWrites.ts'

export interface LocalAtsOptions {
  store: Store
  clock: Clock
  ids: Ids
  /** Where the records pages are, without a slash at the end: proofs and briefings link there. */
  recordsUrl: string
}

const matchCountMax = 200

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of a handful of colleagues who may be meant, and who resemble. */
function rankUsers(written: string, users: readonly UserRecord[]): Ranked<UserRecord> {
  if (isEmail(written.trim())) {
    const email = normaliseEmail(written)
    const owners = users.filter((user) => normaliseEmail(user.email) === email)
    return { matches: owners.map((item) => ({ item, score: 1 })), nearest: [] }
  }
  const byUserId = byId(users)
  const ranked = rankNames(written, users, matchCountMax).matches.flatMap((match) => {
    const item = byUserId.get(match.id)
    return item ? [{ item, match }] : []
  })
  const meant = ranked.filter(({ match }) => match.isMeant)
  return {
    matches: meant.map(({ item, match }) => ({ item, score: match.grade })),
    nearest: meant.length > 0 ? [] : ranked.slice(0, 3).map(({ item, match }) => ({ name: item.name, score: match.score })),
  }
}

/** The names that resemble most, each once. */
function mergeNearest(...lists: readonly { name: string; score: number }[][]): string[] {
  const sorted = lists.flat().sort((left, right) => right.score - left.score)
  return [...new Set(sorted.map(({ name }) => name))].slice(0, 3)
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

function stageOf(stage: StageRecord): AtsStage {
  return { id: stage.id, label: stage.label, status: stage.status, ordinal: stage.ordinal }
}

function userPerson(user: UserRecord): AtsPerson {
  return { id: user.id, name: user.name, email: user.email, phone: null, zone: user.zone, locale: null }
}

function contactPerson(contact: ContactRecord): AtsPerson {
  const { id, name, email, phone, zone, locale } = contact
  return { id, name, email, phone, zone, locale }
}

function interviewOf(row: InterviewRecord): AtsInterview {
  const { id, status, title, startAt, endAt, location, externalEventXref, externalKey } = row
  return { id, status, title, startAt, endAt, location, externalEventXref, externalKey }
}

function describeInterview(row: InterviewRecord): string {
  const people = row.participants.map((person) => `${person.name} (${person.role})`).join(', ')
  return `${row.status}: ${row.title}, ${row.startAt.toISOString()} to ${row.endAt.toISOString()}, ${row.location || 'no place yet'}, with ${people || 'nobody'}`
}

function gone(what: string): ParleyError {
  return new ParleyError(
    'refused',
    `${what} is no longer in the records, so nothing was written. Check the record and retry.`,
  )
}

/** Runs `write` again once when somebody added the same key at the same moment: the second time it is found. */
async function withSecondLook<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isParleyError(error, 'duplicate') && !isParleyError(error, 'stale')) throw error
    return await write()
  }
}

interface Directory {
  jobs: Map<string, JobRecord>
  clients: Map<string, ClientRecord>
}

async function summarise(
  tx: Tx,
  applications: readonly ApplicationRecord[],
  directory: Directory,
  candidates: Map<string, CandidateRecord>,
): Promise<ApplicationSummary[]> {
  const stages = byId(
    await findByField(
      tx,
      'atsStages',
      'id',
      applications.map((row) => row.stageId),
    ),
  )
  return applications.map((application) => {
    const candidate = candidates.get(application.candidateId)
    const job = directory.jobs.get(application.jobId)
    const client = job?.clientId ? directory.clients.get(job.clientId) : undefined
    return {
      applicationId: application.id,
      candidateId: application.candidateId,
      candidateName: candidate ? fullName(candidate) : 'Unknown candidate',
      jobId: application.jobId,
      jobTitle: job?.title ?? 'Unknown job',
      clientName: client?.name ?? null,
      stageLabel: stages.get(application.stageId)?.label ?? application.originalStatus,
    }
  })
}

/** Which jobs a written client name points at: the company itself, one of its contacts, or somebody of the hiring team. */
async function rankClientSide(tx: Tx, written: string, directory: Directory, contacts: NameDirectory<'atsContacts'>) {
  const users = await tx.find('atsUsers')
  const clientScores = new Map<string, number>()
  const raise = (scores: Map<string, number>, id: string, score: number) =>
    scores.set(id, Math.max(score, scores.get(id) ?? 0))
  const clients = [...directory.clients.values()]
  const clientRanks = rankTitles(written, clients, (client) => client.name)
  const contactRanks = await contacts.rankPeople(tx, written)
  const userRanks = rankUsers(written, users)
  for (const { item, score } of clientRanks) raise(clientScores, item.id, score)
  for (const { item, score } of contactRanks.matches) raise(clientScores, item.clientId, score)
  const userScores = new Map(userRanks.matches.map(({ item, score }) => [item.id, score]))
  const jobScores = new Map<string, number>()
  for (const job of directory.jobs.values()) {
    const team = [job.hiringManagerId, ...job.interviewerIds].map((id) => (id === null ? 0 : (userScores.get(id) ?? 0)))
    const score = Math.max(job.clientId === null ? 0 : (clientScores.get(job.clientId) ?? 0), ...team)
    if (score > 0) jobScores.set(job.id, score)
  }
  const isKnown = clientRanks.length + contactRanks.matches.length + userRanks.matches.length > 0
  const companies = isKnown
    ? []
    : nearestTitles(
        written,
        clients.map((client) => client.name),
      )
  return { isKnown, jobScores, nearest: mergeNearest(contactRanks.nearest, userRanks.nearest, companies) }
}

/**
 * The built-in ATS: records kept in the same database as everything else.
 *
 * `findApplications`: each name given narrows. Of what remains, an application is left out when another fits every name at
 * least as well and one better; then closed jobs and hired or rejected applications are left out unless nothing else is left.
 * All that remain come back, best fit first, newest first among equals. When one of the names means nobody, `matches` is empty
 * and `unmatched` says which; when all names are known but no application joins them both are empty, and `nearest` holds what
 * the candidate (or, without one, the client) does have.
 */
export function createLocalAts({ store, clock, ids, recordsUrl }: LocalAtsOptions): AtsPort {
  const applicationUrl = (id: string) => `${recordsUrl}/applications/${id}`
  const candidateNames = keepNameDirectory('atsCandidates', clock)
  const contactNames = keepNameDirectory('atsContacts', clock)

  async function readDirectory(tx: Tx): Promise<Directory> {
    return { jobs: byId(await tx.find('atsJobs')), clients: byId(await tx.find('atsClients')) }
  }

  async function findApplications(tenantId: TenantId, query: ApplicationQuery): Promise<ApplicationSearch> {
    return store.inTenant(tenantId, async (tx) => {
      const directory = await readDirectory(tx)
      const unmatched: ('candidate' | 'client' | 'job')[] = []
      const nearest = { candidates: [] as string[], clients: [] as string[], jobs: [] as string[] }

      let candidateScores: Map<string, number> | null = null
      const candidates = new Map<string, CandidateRecord>()
      if (query.candidate !== null) {
        const ranked = await candidateNames.rankPeople(tx, query.candidate)
        candidateScores = new Map(ranked.matches.map(({ item, score }) => [item.id, score]))
        for (const { item } of ranked.matches) candidates.set(item.id, item)
        if (ranked.matches.length === 0) {
          unmatched.push('candidate')
          nearest.candidates = mergeNearest(ranked.nearest)
        }
      }
      let clientScores: Map<string, number> | null = null
      if (query.client !== null) {
        const ranked = await rankClientSide(tx, query.client, directory, contactNames)
        clientScores = ranked.jobScores
        if (!ranked.isKnown) {
          unmatched.push('client')
          nearest.clients = ranked.nearest
        }
      }
      let jobScores: Map<string, number> | null = null
      if (query.job !== null) {
        const ranked = rankTitles(query.job, [...directory.jobs.values()], (job) => job.title)
        jobScores = new Map(ranked.map(({ item, score }) => [item.id, score]))
        if (ranked.length === 0) {
          unmatched.push('job')
          nearest.jobs = nearestTitles(
            query.job,
            [...directory.jobs.values()].map((job) => job.title),
          ).map(({ name }) => name)
        }
      }
      if (unmatched.length > 0) return { matches: [], unmatched, nearest }

      const isJobMeant = (jobId: string) => (jobScores?.has(jobId) ?? true) && (clientScores?.has(jobId) ?? true)
      const found =
        candidateScores !== null
          ? await findByField(tx, 'atsApplications', 'candidateId', candidateScores.keys())
          : jobScores !== null || clientScores !== null
            ? await findByField(tx, 'atsApplications', 'jobId', [...directory.jobs.keys()].filter(isJobMeant))
            : await tx.find('atsApplications', { orderBy: [['appliedAt', 'desc']] })

      const joined = keepBest(
        found
          .filter((application) => isJobMeant(application.jobId))
          .map((application) => ({
            application,
            isLive: isLive(application, directory.jobs.get(application.jobId)),
            scores: [
              candidateScores?.get(application.candidateId) ?? 1,
              clientScores?.get(application.jobId) ?? 1,
              jobScores?.get(application.jobId) ?? 1,
            ],
          })),
      )
      const live = joined.filter((match) => match.isLive)
      const total = (match: { scores: readonly number[] }) => match.scores.reduce((sum, score) => sum + score, 0)
      const kept = (live.length > 0 ? live : joined)
        .sort(
          (left, right) =>
            total(right) - total(left) ||
            right.application.appliedAt.getTime() - left.application.appliedAt.getTime() ||
            left.application.id.localeCompare(right.application.id),
        )
        .slice(0, matchCountMax)
        .map((match) => match.application)

      if (kept.length === 0) {
        // What would fit if only the client, or only the job, were another; else whatever the candidate has.
        const own =
          candidateScores !== null
            ? found
            : await findByField(tx, 'atsApplications', 'jobId', clientScores?.keys() ?? [])
        const ownJobs = [...new Set(own.map((application) => application.jobId))].flatMap(
          (id) => directory.jobs.get(id) ?? [],
        )
        const orAll = (fitting: JobRecord[]) => (fitting.length > 0 ? fitting : ownJobs)
        const withClient = orAll(ownJobs.filter((job) => clientScores?.has(job.id) ?? true))
        const withJob = orAll(ownJobs.filter((job) => jobScores?.has(job.id) ?? true))
        const clientNames = withJob.flatMap((job) =>
          job.clientId === null ? [] : (directory.clients.get(job.clientId)?.name ?? []),
        )
        nearest.jobs = [...new Set(withClient.map((job) => job.title))].slice(0, 3)
        nearest.clients = [...new Set(clientNames)].slice(0, 3)
        return { matches: [], unmatched, nearest }
      }
      const missing = kept.map((application) => application.candidateId).filter((id) => !candidates.has(id))
      for (const row of await findByField(tx, 'atsCandidates', 'id', missing)) candidates.set(row.id, row)
      return { matches: await summarise(tx, kept, directory, candidates), unmatched, nearest }
    })
  }

  async function readApplication(tenantId: TenantId, applicationId: string): Promise<ApplicationContext | null> {
    return store.inTenant(tenantId, async (tx) => {
      const application = await tx.get('atsApplications', applicationId)
      if (!application) return null
      const { candidateId, jobId } = application
      const [candidate, job, stages, attachments] = await Promise.all([
        tx.get('atsCandidates', candidateId),
        tx.get('atsJobs', jobId),
        tx.find('atsStages', { where: { jobId }, orderBy: [['ordinal', 'asc']] }),
        tx.find('atsAttachments', { where: { candidateId }, orderBy: [['createdAt', 'asc']] }),
      ])
      if (!candidate || !job) return null
      const stage = stages.find((row) => row.id === application.stageId)
      if (!stage) return null
      const teamIds = [job.hiringManagerId, application.ownerId, ...job.interviewerIds].filter((id) => id !== null)
      const [client, clientContacts, team] = await Promise.all([
        job.clientId === null ? null : tx.get('atsClients', job.clientId),
        job.clientId === null
          ? []
          : tx.find('atsContacts', { where: { clientId: job.clientId }, orderBy: [['createdAt', 'asc']] }),
        findByField(tx, 'atsUsers', 'id', teamIds),
      ])
      const contacts = client ? clientContacts : []
      const users = byId(team)
      const hiringManager = job.hiringManagerId === null ? undefined : users.get(job.hiringManagerId)
      return {
        applicationId,
        candidate: {
          id: candidate.id,
          firstName: candidate.firstName,
          lastName: candidate.lastName,
          emails: candidate.emails,
          phones: candidate.phones,
          zone: candidate.zone,
          locale: candidate.locale,
          country: candidate.country,
          title: candidate.title,
          company: candidate.company,
        },
        job: { id: job.id, title: job.title, status: job.status, description: job.description },
        client: client ? { id: client.id, name: client.name, country: client.country } : null,
        contacts: contacts.map(contactPerson),
        hiringManager: hiringManager ? userPerson(hiringManager) : null,
        interviewers: job.interviewerIds.flatMap((id) => users.get(id) ?? []).map(userPerson),
        stage: stageOf(stage),
        stages: stages.map(stageOf),
        owner: application.ownerId === null ? null : (users.get(application.ownerId)?.name ?? null),
        attachments: attachments.map(({ kind, name, url }) => ({ kind, name, url })),
        appliedAt: application.appliedAt,
        url: applicationUrl(applicationId),
      }
    })
  }

  async function findPeople(tenantId: TenantId, name: string) {
    return store.inTenant(tenantId, async (tx) => {
      const candidateRanks = await candidateNames.rankPeople(tx, name)
      const contactRanks = await contactNames.rankPeople(tx, name)
      const users = await tx.find('atsUsers')
      const userRanks = rankUsers(name, users)
      const ranks = [candidateRanks, contactRanks, userRanks]
      const best = Math.max(0, ...ranks.flatMap(({ matches }) => matches.map((match) => match.score)))
      if (best === 0) return { matches: [], nearest: mergeNearest(...ranks.map((ranked) => ranked.nearest)) }
      const top = <Item>(ranked: Ranked<Item>) =>
        ranked.matches.filter((match) => match.score === best).map((match) => match.item)
      const directory = await readDirectory(tx)
      const userNames = new Map(users.map((user) => [user.id, user.name]))
      const people: PersonSummary[] = []
      for (const candidate of top(candidateRanks))
        people.push(await candidateSummary(tx, candidate, directory, userNames))
      for (const contact of top(contactRanks)) people.push(contactSummary(contact, directory))
      for (const user of top(userRanks)) people.push(userSummary(user))
      return { matches: people.slice(0, matchCountMax), nearest: [] }
    })
  }

  async function candidateSummary(
    tx: Tx,
    candidate: CandidateRecord,
    directory: Directory,
    userNames: Map<string, string>,
  ): Promise<PersonSummary> {
    const applications = await tx.find('atsApplications', {
      where: { candidateId: candidate.id },
      orderBy: [['appliedAt', 'desc']],
    })
    const attachments = await tx.find('atsAttachments', {
      where: { candidateId: candidate.id },
      orderBy: [['createdAt', 'asc']],
    })
    const summaries = await summarise(tx, applications, directory, new Map([[candidate.id, candidate]]))
    const work = [candidate.title, candidate.company].filter((part) => part !== null)
    return {
      kind: 'candidate',
      id: candidate.id,
      name: fullName(candidate),
      email: candidate.emails[0] ?? null,
      phone: candidate.phones[0] ?? null,
      applications: applications.flatMap((application, at) => {
        const summary = summaries[at]
        if (!summary) return []
        const owner = application.ownerId === null ? null : (userNames.get(application.ownerId) ?? null)
        return [{ ...summary, owner, url: applicationUrl(application.id), status: application.status }]
      }),
      attachments: attachments.map(({ kind, name, url }) => ({ kind, name, url })),
      detail: work.length > 0 ? work.join(' at ') : null,
      url: `${recordsUrl}/candidates/${candidate.id}`,
    }
  }

  function contactSummary(contact: ContactRecord, directory: Directory): PersonSummary {
    const client = directory.clients.get(contact.clientId)?.name ?? 'a client'
    const jobs = [...directory.jobs.values()].filter(
      (job) => job.clientId === contact.clientId && job.status === 'open',
    )
    const role = contact.title === null ? `Contact at ${client}` : `${contact.title} at ${client}`
    return {
      kind: 'contact',
      id: contact.id,
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
      applications: [],
      attachments: [],
      detail: jobs.length === 0 ? role : `${role}. Open jobs: ${jobs.map((job) => job.title).join(', ')}`,
      url: `${recordsUrl}/contacts/${contact.id}`,
    }
  }

  function userSummary(user: UserRecord): PersonSummary {
    const roleWords = { recruiter: 'Recruiter', hiringManager: 'Hiring manager', interviewer: 'Interviewer' }
    return {
      kind: 'user',
      id: user.id,
      name: user.name,
      email: user.email,
      phone: null,
      applications: [],
      attachments: [],
      detail: roleWords[user.role],
      url: `${recordsUrl}/users/${user.id}`,
    }
  }

  async function listInterviews(tenantId: TenantId, applicationId: string): Promise<readonly AtsInterview[]> {
    return store.inTenant(tenantId, async (tx) => {
      const rows = await tx.find('atsInterviews', { where: { applicationId }, orderBy: [['startAt', 'asc']] })
      return rows.map(interviewOf)
    })
  }

  async function writeInterview(tenantId: TenantId, interview: InterviewWrite): Promise<Proof> {
    await withSecondLook(() =>
      store.inTenant(tenantId, async (tx) => {
        const application = await tx.get('atsApplications', interview.applicationId)
        if (!application) throw gone('The application')
        const [existing] = await tx.find('atsInterviews', { where: { externalKey: interview.externalKey }, limit: 1 })
        if (existing) {
          await tx.update('atsInterviews', existing.id, { ...interview, updatedAt: clock.now() })
          return
        }
        await tx.insert('atsInterviews', {
          ...interview,
          id: ids.next('atsInterview'),
          candidateId: application.candidateId,
          jobId: application.jobId,
          isSample: application.isSample,
          createdAt: clock.now(),
          updatedAt: clock.now(),
        })
      }),
    )
    // In a transaction of its own: what is quoted as proof is what is stored, not what was meant to be.
    const [stored] = await store.inTenant(tenantId, (tx) =>
      tx.find('atsInterviews', { where: { externalKey: interview.externalKey }, limit: 1 }),
    )
    if (!stored)
      throw new ParleyError('unavailable', 'The interview could not be read back from the records.', { retry: 'later' })
    return {
      at: clock.now().toISOString(),
      id: stored.id,
      said: describeInterview(stored),
      url: `${recordsUrl}/interviews/${stored.id}`,
    }
  }

  /** Forward only: a target before the present stage, and an application already hired or rejected, are left alone. */
  async function advanceStage(
    tenantId: TenantId,
    applicationId: string,
    fromStageId: string,
    toStageId: string,
  ): Promise<StageResult> {
    await withSecondLook(() =>
      store.inTenant(tenantId, async (tx) => {
        const application = await tx.get('atsApplications', applicationId)
        if (!application) throw gone('The application')
        if (application.stageId === toStageId || application.stageId !== fromStageId) return
        const to = await tx.get('atsStages', toStageId)
        if (!to || to.jobId !== application.jobId)
          throw new ParleyError(
            'refused',
            'The stage to move to is not a stage of this job any more. Choose another stage.',
          )
        const from = await tx.get('atsStages', fromStageId)
        if (from && to.ordinal < from.ordinal) return
        if (application.status === 'hired' || application.status === 'rejected') return
        await tx.update(
          'atsApplications',
          applicationId,
          { stageId: to.id, status: to.status, originalStatus: to.label, updatedAt: clock.now() },
          { stageId: fromStageId },
        )
      }),
    )
    const { application, stage } = await store.inTenant(tenantId, async (tx) => {
      const stored = await tx.get('atsApplications', applicationId)
      return { application: stored, stage: stored ? await tx.get('atsStages', stored.stageId) : null }
    })
    if (!application) throw gone('The application')
    const label = stage?.label ?? application.originalStatus
    if (application.stageId !== toStageId) return { kind: 'leftAlone', currentLabel: label }
    const said = `Stage is now "${label}" (${application.status})`
    return {
      kind: 'moved',
      proof: { at: clock.now().toISOString(), id: applicationId, said, url: applicationUrl(applicationId) },
    }
  }

  async function logActivity(tenantId: TenantId, activity: ActivityWrite): Promise<Proof> {
    await withSecondLook(() =>
      store.inTenant(tenantId, async (tx) => {
        const application = await tx.get('atsApplications', activity.applicationId)
        if (!application) throw gone('The application')
        const [existing] = await tx.find('atsActivities', { where: { externalKey: activity.externalKey }, limit: 1 })
        if (existing) {
          await tx.update('atsActivities', existing.id, { ...activity, updatedAt: clock.now() })
          return
        }
        await tx.insert('atsActivities', {
          ...activity,
          id: ids.next('atsActivity'),
          candidateId: application.candidateId,
          isSample: application.isSample,
          createdAt: clock.now(),
          updatedAt: clock.now(),
        })
      }),
    )
    const [stored] = await store.inTenant(tenantId, (tx) =>
      tx.find('atsActivities', { where: { externalKey: activity.externalKey }, limit: 1 }),
    )
    if (!stored)
      throw new ParleyError('unavailable', 'The activity could not be read back from the records.', { retry: 'later' })
    return {
      at: clock.now().toISOString(),
      id: stored.id,
      said: stored.text,
      url: `${applicationUrl(stored.applicationId)}#activity-${stored.id}`,
    }
  }

  /** A person, client or job that is there already (same e-mail, same name) is used, not doubled. */
  async function addRecord(tenantId: TenantId, record: NewRecord): Promise<string> {
    return withSecondLook(() =>
      store.inTenant(tenantId, async (tx) => {
        switch (record.kind) {
          case 'candidate':
            return addCandidate(tx, record)
          case 'contact':
            return addContact(tx, record)
          case 'job':
            return addJob(tx, record)
        }
      }),
    )
  }

  const writes = { clock, ids }

  async function addCandidate(tx: Tx, record: Extract<NewRecord, { kind: 'candidate' }>): Promise<string> {
    const job = await tx.get('atsJobs', record.jobId)
    if (!job) throw new ParleyError('badInput', 'Choose a job that is in the records.', { field: 'jobId' })
    const { firstName, lastName } = splitName(record.name)
    const candidate = await createCandidate(tx, writes, {
      firstName,
      lastName,
      email: record.email,
      phone: record.phone,
    })
    const [stage] = await tx.find('atsStages', { where: { jobId: job.id }, orderBy: [['ordinal', 'asc']], limit: 1 })
    if (!stage) throw new ParleyError('refused', `${job.title} has no stages yet. Add one to the job first.`)
    const [application] = await tx.find('atsApplications', {
      where: { candidateId: candidate.id, jobId: job.id },
      limit: 1,
    })
    if (!application) {
      const now = clock.now()
      await tx.insert('atsApplications', {
        id: ids.next('atsApplication'),
        candidateId: candidate.id,
        jobId: job.id,
        stageId: stage.id,
        status: stage.status,
        originalStatus: stage.label,
        ownerId: null,
        appliedAt: now,
        isSample: false,
        createdAt: now,
        updatedAt: now,
      })
    }
    return candidate.id
  }

  async function addContact(tx: Tx, record: Extract<NewRecord, { kind: 'contact' }>): Promise<string> {
    const client = await ensureClient(tx, writes, record.clientName)
    return (
      await createContact(tx, writes, {
        clientId: client.id,
        name: record.name,
        email: record.email,
        phone: record.phone,
      })
    ).id
  }

  async function addJob(tx: Tx, record: Extract<NewRecord, { kind: 'job' }>): Promise<string> {
    const client = record.clientName === null ? null : await ensureClient(tx, writes, record.clientName)
    const title = foldName(record.title)
    const jobs = await tx.find('atsJobs', { where: { clientId: client?.id ?? null } })
    const existing = jobs.find((job) => job.status !== 'closed' && foldName(job.title) === title)
    return (existing ?? (await createJob(tx, writes, { clientId: client?.id ?? null, title: record.title }))).id
  }

  return {
    connection: 'local',
    depth: 3,
    findApplications,
    readApplication,
    findPeople,
    listInterviews,
    writeInterview,
    advanceStage,
    logActivity,
    addRecord,
  }
}
