import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import { foldName, fullName, splitName } from '../domain/names.ts'
import type {
  ApplicationRecord,
  CandidateRecord,
  ContactRecord,
  InterviewRecord,
  StageRecord,
  UserRecord,
} from '../domain/records.ts'
import type { Store, Tx } from '../store/port.ts'
import { byId, findByField } from './findByField.ts'
import { type Directory, readDirectory, summarise } from './jobDirectory.ts'
import { joinPeople } from './joinPeople.ts'
import { matchCountMax, mergeNearest, type Ranked } from './nameDirectory.ts'
import type {
  ActivityWrite,
  ApplicationContext,
  ApplicationQuery,
  ApplicationSearch,
  AtsAttachment,
  AtsInterview,
  AtsPerson,
  AtsPort,
  AtsStage,
  InterviewWrite,
  NewRecord,
  PersonSummary,
  StageResult,
} from './port.ts'
import { rankUsers } from './rankUsers.ts'
import { keepRecordDirectory } from './recordDirectory.ts'
import { createCandidate, createContact, createJob, ensureClient } from './recordWrites.ts'
import { keepPeople, readJobsOf, searchApplications } from './searchApplications.ts'

export interface LocalAtsOptions {
  store: Store
  clock: Clock
  ids: Ids
  /** Where the records pages are, without a slash at the end: proofs and briefings link there. */
  recordsUrl: string
}

function stageOf(stage: StageRecord): AtsStage {
  return { id: stage.id, label: stage.label, status: stage.status, ordinal: stage.ordinal }
}

function stageInWords({ stageId, originalStatus, status }: ApplicationRecord): AtsStage {
  return { id: stageId, label: originalStatus, status, ordinal: 0 }
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

/** The built-in ATS: records kept in the same database as everything else. */
export function createLocalAts({ store, clock, ids, recordsUrl }: LocalAtsOptions): AtsPort {
  const applicationUrl = (id: string) => `${recordsUrl}/applications/${id}`
  const people = keepPeople(clock)
  const directory = keepRecordDirectory(clock, people)

  async function findApplications(tenantId: TenantId, query: ApplicationQuery): Promise<ApplicationSearch> {
    return store.inTenant(tenantId, (tx) => searchApplications(tx, people, query))
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
      // A connected system may tell where an application is in words alone.
      if (!stage && !application.connectionId) return null
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
        contacts: contacts.filter(({ email }) => email !== '').map(contactPerson),
        hiringManager: hiringManager ? userPerson(hiringManager) : null,
        interviewers: job.interviewerIds.flatMap((id) => users.get(id) ?? []).map(userPerson),
        stage: stage ? stageOf(stage) : stageInWords(application),
        stages: stages.map(stageOf),
        owner: application.ownerId === null ? null : (users.get(application.ownerId)?.name ?? null),
        attachments: attachments.map(({ kind, name, url }) => ({ kind, name, url })),
        appliedAt: application.appliedAt,
        url: application.url ?? applicationUrl(applicationId),
      }
    })
  }

  async function findPeople(tenantId: TenantId, name: string) {
    return store.inTenant(tenantId, async (tx) => {
      const candidateRanks = await people.candidates.rankPeople(tx, name)
      const contactRanks = await people.contacts.rankPeople(tx, name)
      const users = await tx.find('atsUsers')
      const userRanks = rankUsers(name, users)
      const ranks = [candidateRanks, contactRanks, userRanks]
      const best = Math.max(0, ...ranks.flatMap(({ matches }) => matches.map((match) => match.score)))
      if (best === 0) return { matches: [], nearest: mergeNearest(...ranks.map((ranked) => ranked.nearest)) }
      const top = <Item>(ranked: Ranked<Item>) =>
        ranked.matches.filter((match) => match.score === best).map((match) => match.item)
      const directory = await readDirectory(tx)
      const userNames = new Map(users.map((user) => [user.id, user.name]))
      const summaries: PersonSummary[] = []
      for (const candidate of top(candidateRanks))
        summaries.push(await candidateSummary(tx, candidate, directory, userNames))
      for (const contact of top(contactRanks)) summaries.push(contactSummary(contact, directory))
      for (const user of top(userRanks)) summaries.push(userSummary(user))
      return { matches: joinPeople(summaries).slice(0, matchCountMax), nearest: [] }
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
    const connection = candidate.connectionId ? await tx.get('connections', candidate.connectionId) : null
    const url = candidate.url ?? `${recordsUrl}/candidates/${candidate.id}`
    const source = { connectionId: connection?.id ?? null, name: connection?.name ?? 'Parley', url }
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
        if (!summary || !directory.jobs.has(application.jobId)) return []
        const owner = application.ownerId === null ? null : (userNames.get(application.ownerId) ?? null)
        const { status } = application
        return [
          {
            ...summary,
            owner,
            status,
            url: application.url ?? applicationUrl(application.id),
            source: connection?.name ?? null,
          },
        ]
      }),
      attachments: attachments.map(({ kind, name, url }) => ({ kind, name, url })),
      detail: work.length > 0 ? work.join(' at ') : null,
      url,
      sources: [source],
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
      sources: [],
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
      sources: [],
    }
  }

  async function listInterviews(tenantId: TenantId, applicationId: string): Promise<readonly AtsInterview[]> {
    return store.inTenant(tenantId, async (tx) => {
      const rows = await tx.find('atsInterviews', { where: { applicationId }, orderBy: [['startAt', 'asc']] })
      return rows.map(interviewOf)
    })
  }

  async function listAttachments(tenantId: TenantId, applicationId: string): Promise<readonly AtsAttachment[]> {
    return store.inTenant(tenantId, async (tx) => {
      const application = await tx.get('atsApplications', applicationId)
      if (!application) return []
      const { candidateId } = application
      const rows = await tx.find('atsAttachments', { where: { candidateId }, orderBy: [['createdAt', 'asc']] })
      return rows.map(({ kind, name, url }) => ({ kind, name, url }))
    })
  }

  async function writeInterview(tenantId: TenantId, write: InterviewWrite): Promise<Proof> {
    const { zone: _zone, actorEmail: _actor, revision: _revision, ...interview } = write
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

  async function logActivity(tenantId: TenantId, write: ActivityWrite): Promise<Proof> {
    const { actorEmail: _actor, ...activity } = write
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
    openDirectory: (tenantId) => store.inTenant(tenantId, directory.open),
    readJobsOf: (tenantId, candidateIds) => store.inTenant(tenantId, (tx) => readJobsOf(tx, candidateIds)),
    listInterviews,
    listAttachments,
    // Whoever changes Parley's own records does it in Parley.
    readDrift: async () => null,
    writeInterview,
    advanceStage,
    logActivity,
    addRecord,
  }
}
