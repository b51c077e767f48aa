import type {
  RecordKind,
  SyncedApplication,
  SyncedCandidate,
  SyncedInterview,
  SyncedJob,
  SyncedRows,
  SyncedStage,
  SyncedTeam,
} from '../ats/connector.ts'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import type { StageStatus } from '../domain/records.ts'
import { guessStageStatus } from '../domain/stageStatus.ts'
import type { NewRow, TableName, Tables, Tx } from '../store/port.ts'

// Puts what a connector has read into the records, where names are looked up and requests find people. A record's id is made of the
// connection's and the vendor's, so that a row can point at another one before that one has come.

export const tableOf = {
  users: 'atsUsers',
  clients: 'atsClients',
  contacts: 'atsContacts',
  jobs: 'atsJobs',
  stages: 'atsStages',
  candidates: 'atsCandidates',
  applications: 'atsApplications',
  interviews: 'atsInterviews',
} as const satisfies Readonly<Record<RecordKind, TableName>>

export function recordId(connectionId: string, ...externalIds: string[]): string {
  return [connectionId, ...externalIds].join('.')
}

export interface KeptRecords {
  addedCount: number
  changedCount: number
  /** Applications that are new or say something else than before. */
  touchedApplicationIds: readonly string[]
  touchedCandidateIds: readonly string[]
}

interface Keeping {
  tx: Tx
  connectionId: string
  now: Date
}

/** Stores one page. Texts are cut to one line and stripped of what could reorder or hide; addresses are lower case. */
export async function keepRecords(tx: Tx, connectionId: string, rows: SyncedRows, now: Date): Promise<KeptRecords> {
  const at: Keeping = { tx, connectionId, now }
  const kept = [
    await put(
      at,
      'atsUsers',
      (rows.users ?? []).map((row) => userRow(at, row)),
      ['zone'],
    ),
    await put(
      at,
      'atsClients',
      (rows.clients ?? []).map(({ id, name, country = null }) => ({
        ...base(at, id),
        name: cleanLine(name),
        country,
        notes: null,
      })),
      ['notes'],
    ),
    await put(
      at,
      'atsContacts',
      (rows.contacts ?? []).map((row) => contactRow(at, row)),
      ['zone', 'locale'],
    ),
    await put(at, 'atsJobs', await jobRows(at, rows.jobs ?? [])),
    await put(at, 'atsStages', stageRows(at, rows.stages ?? [])),
  ]
  await keepTeams(at, rows.teams ?? [])
  const candidates = await put(
    at,
    'atsCandidates',
    (rows.candidates ?? []).map((row) => candidateRow(at, row)),
    ['zone', 'locale', 'country', 'notes'],
  )
  const wanted = await withCandidate(at, rows.applications ?? [])
  const applications = await put(at, 'atsApplications', await applicationRows(at, wanted))
  const interviews = await put(at, 'atsInterviews', await interviewRows(at, rows.interviews ?? []))
  const all = [...kept, candidates, applications, interviews]
  return {
    addedCount: all.reduce((sum, { added }) => sum + added.length, 0),
    changedCount: all.reduce((sum, { changed }) => sum + changed.length, 0),
    touchedApplicationIds: [...applications.added, ...applications.changed],
    touchedCandidateIds: [...candidates.added, ...candidates.changed],
  }
}

function put<T extends TableName>(
  { tx }: Keeping,
  table: T,
  rows: readonly NewRow<T>[],
  kept: readonly (keyof Tables[T] & string)[] = [],
) {
  // A vendor that changes while it is read may show a row twice: the later one counts.
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return tx.keepMany(table, once, kept)
}

function base({ connectionId, now }: Keeping, externalId: string, ...before: string[]) {
  return {
    id: recordId(connectionId, ...before, externalId),
    connectionId,
    externalId,
    isSample: false,
    createdAt: now,
    updatedAt: now,
  }
}

const orNull = (text: string | null | undefined, max?: number) =>
  text === null || text === undefined || text.trim() === '' ? null : cleanLine(text, max)
const address = (email: string | null | undefined) => (email ?? '').trim().toLowerCase().slice(0, 254)

function userRow(at: Keeping, user: NonNullable<SyncedRows['users']>[number]): NewRow<'atsUsers'> {
  const { name, email, role, zone } = user
  return {
    ...base(at, user.id),
    name: cleanLine(name),
    email: address(email),
    role: role ?? 'interviewer',
    zone: zone ?? null,
  }
}

function contactRow(at: Keeping, contact: NonNullable<SyncedRows['contacts']>[number]): NewRow<'atsContacts'> {
  return {
    ...base(at, contact.id),
    clientId: recordId(at.connectionId, contact.clientId),
    name: cleanLine(contact.name),
    email: address(contact.email),
    phone: orNull(contact.phone, 60),
    title: orNull(contact.title),
    zone: null,
    locale: null,
  }
}

/** Who works on a job stays as it was where this answer does not tell. */
async function jobRows(at: Keeping, jobs: readonly SyncedJob[]): Promise<NewRow<'atsJobs'>[]> {
  const isSilent = (job: SyncedJob) => job.hiringManagerId === undefined || job.interviewerIds === undefined
  const ids = jobs.filter(isSilent).map(({ id }) => recordId(at.connectionId, id))
  const before = new Map(
    (ids.length > 0 ? await at.tx.find('atsJobs', { where: { id: { in: ids } } }) : []).map((row) => [row.id, row]),
  )
  return jobs.map((job) => {
    const row = base(at, job.id)
    const known = before.get(row.id)
    return {
      ...row,
      clientId: job.clientId ? recordId(at.connectionId, job.clientId) : null,
      title: cleanLine(job.title),
      status: job.status,
      originalStatus: cleanLine(job.originalStatus, 100),
      description: job.description ? cleanParagraphs(job.description) : null,
      ...team(at, job, known),
      url: job.url,
    }
  })
}

function team(
  { connectionId }: Keeping,
  given: Pick<SyncedTeam, 'hiringManagerId' | 'interviewerIds'>,
  known: { hiringManagerId: string | null; interviewerIds: readonly string[] } | undefined,
) {
  const { hiringManagerId: manager, interviewerIds: others } = given
  return {
    hiringManagerId:
      manager === undefined ? (known?.hiringManagerId ?? null) : manager && recordId(connectionId, manager),
    interviewerIds: others?.map((id) => recordId(connectionId, id)) ?? known?.interviewerIds ?? [],
  }
}

async function keepTeams(at: Keeping, teams: readonly SyncedTeam[]): Promise<void> {
  if (teams.length === 0) return
  const ids = teams.map(({ jobId }) => recordId(at.connectionId, jobId))
  const jobs = new Map((await at.tx.find('atsJobs', { where: { id: { in: ids } } })).map((row) => [row.id, row]))
  const rows: NewRow<'atsJobs'>[] = []
  for (const given of teams) {
    const job = jobs.get(recordId(at.connectionId, given.jobId))
    if (!job) continue
    const { tenantId: _tenantId, ...row } = job
    const next = { ...row, ...team(at, given, job), updatedAt: at.now }
    jobs.set(job.id, { ...job, ...next })
    rows.push(next)
  }
  await put(at, 'atsJobs', rows)
}

function stageRows(at: Keeping, stages: readonly SyncedStage[]): NewRow<'atsStages'>[] {
  const countByJob = new Map<string, SyncedStage[]>()
  for (const stage of stages) countByJob.set(stage.jobId, [...(countByJob.get(stage.jobId) ?? []), stage])
  return [...countByJob.values()].flatMap((own) => {
    const sorted = [...own].sort((left, right) => left.ordinal - right.ordinal)
    return sorted.map((stage, place) => ({
      ...base(at, stage.id, stage.jobId),
      jobId: recordId(at.connectionId, stage.jobId),
      ordinal: stage.ordinal,
      label: cleanLine(stage.label, 200),
      status: stage.status ?? guessStageStatus(stage.label, { at: place, count: sorted.length }),
    }))
  })
}

function candidateRow(at: Keeping, candidate: SyncedCandidate): NewRow<'atsCandidates'> {
  return {
    ...base(at, candidate.id),
    firstName: cleanLine(candidate.firstName, 120),
    lastName: cleanLine(candidate.lastName, 120),
    emails: [...new Set(candidate.emails.map(address).filter((email) => email.includes('@')))].slice(0, 20),
    phones: candidate.phones.flatMap((phone) => orNull(phone, 60) ?? []).slice(0, 20),
    title: orNull(candidate.title),
    company: orNull(candidate.company),
    zone: candidate.zone ?? null,
    locale: candidate.locale ?? null,
    country: orNull(candidate.country, 80),
    notes: null,
    url: candidate.url,
  }
}

/**
 * Of private people only the application is shown, and it goes the same way. Candidates are read first and at every look; one who came
 * in between comes at the next look, with the application once more.
 */
async function withCandidate(
  at: Keeping,
  applications: readonly SyncedApplication[],
): Promise<readonly SyncedApplication[]> {
  if (applications.length === 0) return []
  const ids = [...new Set(applications.map(({ candidateId }) => recordId(at.connectionId, candidateId)))]
  const known = new Set((await at.tx.find('atsCandidates', { where: { id: { in: ids } } })).map(({ id }) => id))
  return applications.filter(({ candidateId }) => known.has(recordId(at.connectionId, candidateId)))
}

async function applicationRows(
  at: Keeping,
  applications: readonly SyncedApplication[],
): Promise<NewRow<'atsApplications'>[]> {
  const idOf = ({ jobId, stageId }: SyncedApplication) => recordId(at.connectionId, jobId, stageId ?? '')
  const stageIds = [...new Set(applications.filter(({ stageId }) => stageId !== null).map(idOf))]
  const stages = new Map<string, StageStatus>(
    (stageIds.length > 0 ? await at.tx.find('atsStages', { where: { id: { in: stageIds } } }) : []).map((row) => [
      row.id,
      row.status,
    ]),
  )
  const undated = applications
    .filter(({ appliedAt }) => appliedAt === null)
    .map(({ id }) => recordId(at.connectionId, id))
  const known = new Map(
    (undated.length > 0 ? await at.tx.find('atsApplications', { where: { id: { in: undated } } }) : []).map((row) => [
      row.id,
      row.appliedAt,
    ]),
  )
  return applications.map((application) => {
    const stageId = idOf(application)
    const { outcome } = application
    return {
      ...base(at, application.id),
      candidateId: recordId(at.connectionId, application.candidateId),
      jobId: recordId(at.connectionId, application.jobId),
      stageId,
      status: outcome === 'active' ? (stages.get(stageId) ?? 'applied') : outcome,
      originalStatus: cleanLine(application.originalStatus, 200),
      ownerId: application.ownerId ? recordId(at.connectionId, application.ownerId) : null,
      appliedAt: application.appliedAt ?? known.get(recordId(at.connectionId, application.id)) ?? at.now,
      url: application.url,
    }
  })
}

/** An interview of Parley's own making keeps what only Parley knows of it. One of an unknown application is left out. */
async function interviewRows(at: Keeping, interviews: readonly SyncedInterview[]): Promise<NewRow<'atsInterviews'>[]> {
  if (interviews.length === 0) return []
  const idOf = ({ id }: SyncedInterview) => recordId(at.connectionId, id)
  const [known, owners] = await Promise.all([
    at.tx.find('atsInterviews', { where: { id: { in: interviews.map(idOf) } } }),
    findOwners(at, interviews),
  ])
  const before = new Map(known.map((row) => [row.id, row]))
  return interviews.flatMap((interview) => {
    const application = owners.get(ownerKey(at, interview))
    if (!application) return []
    const row = base(at, interview.id)
    const own = before.get(row.id)
    return [
      {
        ...row,
        candidateId: application.candidateId,
        applicationId: application.id,
        jobId: application.jobId,
        userIds: interview.userIds.map((id) => recordId(at.connectionId, id)),
        participants: own?.participants ?? [],
        status: interview.status,
        startAt: interview.startAt,
        endAt: interview.endAt,
        location: cleanLine(interview.location, 1000),
        externalEventXref: own?.externalEventXref ?? '',
        title: own?.title || cleanLine(interview.title),
        externalKey: own?.externalKey ?? row.id,
      },
    ]
  })
}

/** An application by its id, or by whose it is and for what. */
const ownerKey = ({ connectionId }: Keeping, { applicationId, pair }: SyncedInterview) =>
  pair
    ? `${recordId(connectionId, pair.candidateId)} ${recordId(connectionId, pair.jobId)}`
    : recordId(connectionId, applicationId)

async function findOwners(at: Keeping, interviews: readonly SyncedInterview[]) {
  const ids = [...new Set(interviews.flatMap((row) => (row.pair ? [] : ownerKey(at, row))))]
  const candidateIds = [
    ...new Set(interviews.flatMap(({ pair }) => (pair ? recordId(at.connectionId, pair.candidateId) : []))),
  ]
  const [byId, byCandidate] = await Promise.all([
    ids.length > 0 ? at.tx.find('atsApplications', { where: { id: { in: ids } } }) : [],
    candidateIds.length > 0 ? at.tx.find('atsApplications', { where: { candidateId: { in: candidateIds } } }) : [],
  ])
  return new Map([
    ...byId.map((row) => [row.id, row] as const),
    ...byCandidate.map((row) => [`${row.candidateId} ${row.jobId}`, row] as const),
  ])
}

/** The records that a vendor calls so: of stages one for each job, where he has them for all jobs. */
export async function findMentioned(
  tx: Tx,
  connectionId: string,
  { kind, id }: NonNullable<SyncedRows['removed']>[number],
): Promise<string[]> {
  if (kind !== 'stages') return [recordId(connectionId, id)]
  return (await tx.find('atsStages', { where: { connectionId, externalId: id } })).map((row) => row.id)
}

/** Takes out what is gone, with what hangs on it. @returns how many were there */
export async function dropRecords(tx: Tx, kind: RecordKind, ids: readonly string[]): Promise<number> {
  let count = 0
  for (let from = 0; from < ids.length; from += 1000) {
    const portion = { in: ids.slice(from, from + 1000) }
    if (kind === 'candidates') await tx.remove('atsApplications', { candidateId: portion })
    // What Parley has written itself is looked after by the drift check.
    const which = kind === 'interviews' ? { externalKey: portion } : { id: portion }
    count += await tx.remove(tableOf[kind], which as never)
  }
  return count
}
