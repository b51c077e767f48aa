import type { Clock } from '../../../src/domain/clock.ts'
import { type Change, createTable, type Table } from './table.ts'

// What a customer has in his ATS, in words of no vendor: each stand-in shows these rows in its own shape and writes what it is told here.

type Extra = Readonly<Record<string, unknown>>
interface Base {
  id: string
  createdAt: Date
  updatedAt: Date
  /** What only one vendor has, by his own names. */
  extra: Extra
}
export interface Candidate extends Base {
  firstName: string
  lastName: string
  emails: readonly string[]
  phones: readonly string[]
  title: string | null
  company: string | null
  zone: string | null
  country: string | null
  tags: readonly string[]
  isPrivate: boolean
}
export interface Application extends Base {
  candidateId: string
  jobId: string
  stageId: string
  status: 'active' | 'rejected' | 'hired'
  ownerId: string | null
  rejectedAt: Date | null
}
/** An application's time in one stage; the one without an end is where it is. */
export interface StageEntry extends Base {
  applicationId: string
  stageId: string
  userId: string | null
  enteredAt: Date
  exitedAt: Date | null
}
export interface Job extends Base {
  title: string
  status: 'open' | 'draft' | 'closed'
  description: string | null
  clientId: string | null
  contactIds: readonly string[]
  hiringManagerIds: readonly string[]
  recruiterIds: readonly string[]
  isConfidential: boolean
}
/** `jobId` is null where stages are the same for the whole account. */
export interface Stage extends Base {
  jobId: string | null
  label: string
  ordinal: number
}
/** A slot of a job's interview plan. */
export interface InterviewType extends Base {
  jobId: string
  stageId: string
  label: string
  durationMinutes: number
}
export interface User extends Base {
  firstName: string
  lastName: string
  email: string
  title: string | null
  zone: string
  isAdmin: boolean
  isActive: boolean
}
export interface Client extends Base {
  name: string
  country: string | null
}
export interface Contact extends Base {
  clientId: string
  firstName: string
  lastName: string
  email: string
  phone: string | null
}
export interface Seat {
  userId: string | null
  email: string | null
  response: string
}
export interface Interview extends Base {
  applicationId: string
  candidateId: string
  typeId: string | null
  /** What holds several interviews of one day together. */
  groupId: string | null
  title: string
  status: string
  startAt: Date
  endAt: Date
  zone: string
  location: string | null
  url: string | null
  seats: readonly Seat[]
  organizerId: string | null
  externalRef: string | null
  note: string | null
  /** Made through the API, not by hand in the vendor's pages. */
  isFromApi: boolean
  canceledAt: Date | null
}
export interface Note extends Base {
  candidateId: string
  applicationId: string | null
  userId: string | null
  text: string
  kind: string
  visibility: string
}
export interface Attachment extends Base {
  candidateId: string
  applicationId: string | null
  kind: 'resume' | 'coverLetter' | 'other'
  filename: string
}
export interface Hook extends Base {
  url: string
  event: string
  secret: string
}

export interface Rows {
  candidates: Candidate
  applications: Application
  stageEntries: StageEntry
  jobs: Job
  stages: Stage
  interviewTypes: InterviewType
  users: User
  clients: Client
  contacts: Contact
  interviews: Interview
  notes: Note
  attachments: Attachment
  hooks: Hook
}
export type Kind = keyof Rows
type Tables = { readonly [K in Kind]: Table<Rows[K]> }
type New<T extends Base> = Partial<T>

export interface WorldChange extends Change<Base> {
  kind: Kind
  /** When it was made, whatever the row says. */
  at: Date
}

export interface World extends Tables {
  readonly clock: Clock
  newId(kind: string): string
  addCandidate(row?: New<Candidate>): Candidate
  /** In the first stage of its job unless it says otherwise; its first time in a stage is written down. */
  addApplication(row: New<Application> & Pick<Application, 'candidateId' | 'jobId'>): Application
  /** With stages of its own, or the account's; each stage that is called an interview gets a slot in the plan. */
  addJob(row?: New<Job> & { stageLabels?: readonly string[] }): Job
  addStage(row: New<Stage> & Pick<Stage, 'label'>): Stage
  addUser(row?: New<User>): User
  addClient(row?: New<Client>): Client
  addContact(row: New<Contact> & Pick<Contact, 'clientId'>): Contact
  addInterview(row: New<Interview> & Pick<Interview, 'applicationId' | 'startAt' | 'endAt'>): Interview
  addNote(row: New<Note> & Pick<Note, 'candidateId' | 'text'>): Note
  addAttachment(row: New<Attachment> & Pick<Attachment, 'candidateId'>): Attachment
  addHook(row: New<Hook> & Pick<Hook, 'url' | 'event' | 'secret'>): Hook
  /** The stages an application can be in, in order. */
  stagesOf(jobId: string): Stage[]
  moveApplication(id: string, stageId: string, userId?: string | null): Application
  /** What is done in it is told nobody and cannot be looked behind: for rows that were always there. */
  quietly(work: () => void): void
  /** Changes in the order they were made; at least the latest 200 are kept. */
  readonly changes: readonly WorldChange[]
  /** Count of all changes ever made. */
  readonly changeCount: number
  onChange(listener: (change: WorldChange) => void): void
}

export const usualStages = ['Application Review', 'Phone Screen', 'Interview', 'Offer', 'Hired'] as const
const kinds: readonly Kind[] = [
  'candidates',
  'applications',
  'stageEntries',
  'jobs',
  'stages',
  'interviewTypes',
  'users',
  'clients',
  'contacts',
  'interviews',
  'notes',
  'attachments',
  'hooks',
]
const changesKept = 200

export interface WorldOptions {
  clock: Clock
  /** The vendor's way to write the n-th id of a kind, n from 1. */
  makeId(kind: string, n: number): string
  hasStagesPerJob: boolean
  stageLabels?: readonly string[]
}

/** An empty ATS. */
export function createWorld({
  clock,
  makeId,
  hasStagesPerJob,
  stageLabels: labels = usualStages,
}: WorldOptions): World {
  const counts = new Map<string, number>()
  const changes: WorldChange[] = []
  const listeners: ((change: WorldChange) => void)[] = []
  let changeCount = 0
  let isQuiet = false
  const newId = (kind: string) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return makeId(kind, count)
  }
  function noteChange(kind: Kind, change: Change<Base>): void {
    changeCount++
    const noted = { ...change, kind, at: clock.now() }
    changes.push(noted)
    if (changes.length > 2 * changesKept) changes.splice(0, changesKept)
    for (const listener of listeners) listener(noted)
  }
  const table = <K extends Kind>(kind: K) => {
    const listener = (change: Change<Rows[K]>) => noteChange(kind, change as Change<Base>)
    return createTable<Rows[K]>(() => (isQuiet ? null : listener))
  }
  const tables = Object.fromEntries(kinds.map((kind) => [kind, table(kind)])) as unknown as Tables
  const base = (kind: Kind, given: { id?: string }): Base => {
    const now = clock.now()
    return { id: given.id ?? newId(kind), createdAt: now, updatedAt: now, extra: {} }
  }
  const stagesOf = (jobId: string) =>
    tables.stages.by('jobId', hasStagesPerJob ? jobId : null).sort((one, other) => one.ordinal - other.ordinal)

  const world: World = {
    ...tables,
    clock,
    newId,
    changes,
    get changeCount() {
      return changeCount
    },
    onChange: (listener) => listeners.push(listener),
    quietly(work) {
      isQuiet = true
      work()
      isQuiet = false
    },
    stagesOf,
    addCandidate: (row = {}) =>
      tables.candidates.insert({
        ...base('candidates', row),
        firstName: 'Rosa',
        lastName: 'Quist',
        emails: ['rosa.quist@mail.example'],
        phones: [],
        title: null,
        company: null,
        zone: null,
        country: null,
        tags: [],
        isPrivate: false,
        ...row,
      }),
    addApplication(row) {
      const stageId = row.stageId ?? stagesOf(row.jobId)[0]?.id ?? ''
      const added = tables.applications.insert({
        ...base('applications', row),
        status: 'active',
        ownerId: null,
        rejectedAt: null,
        ...row,
        stageId,
      })
      const entry = { applicationId: added.id, stageId, userId: null, enteredAt: added.createdAt, exitedAt: null }
      tables.stageEntries.insert({ ...base('stageEntries', {}), ...entry })
      return added
    },
    addJob({ stageLabels = labels, ...row } = {}) {
      const job = tables.jobs.insert({
        ...base('jobs', row),
        title: 'Signal Engineer',
        status: 'open',
        description: null,
        clientId: null,
        contactIds: [],
        hiringManagerIds: [],
        recruiterIds: [],
        isConfidential: false,
        ...row,
      })
      if (hasStagesPerJob || tables.stages.rows.length === 0)
        for (const [ordinal, label] of stageLabels.entries())
          world.addStage({ jobId: hasStagesPerJob ? job.id : null, label, ordinal })
      for (const stage of stagesOf(job.id))
        if (/interview|screen/i.test(stage.label))
          tables.interviewTypes.insert({
            ...base('interviewTypes', {}),
            jobId: job.id,
            stageId: stage.id,
            label: stage.label,
            durationMinutes: 45,
          })
      return job
    },
    addStage: (row) =>
      tables.stages.insert({
        ...base('stages', row),
        jobId: null,
        ordinal: tables.stages.by('jobId', row.jobId ?? null).length,
        ...row,
      }),
    addUser: (row = {}) =>
      tables.users.insert({
        ...base('users', row),
        firstName: 'Dana',
        lastName: 'Oduya',
        email: 'dana.oduya@agency.example',
        title: null,
        zone: 'Europe/London',
        isAdmin: false,
        isActive: true,
        ...row,
      }),
    addClient: (row = {}) =>
      tables.clients.insert({ ...base('clients', row), name: 'Brightwater', country: null, ...row }),
    addContact: (row) =>
      tables.contacts.insert({
        ...base('contacts', row),
        firstName: 'Ines',
        lastName: 'Falk',
        email: 'ines.falk@brightwater.example',
        phone: null,
        ...row,
      }),
    addInterview: (row) =>
      tables.interviews.insert({
        ...base('interviews', row),
        candidateId: tables.applications.get(row.applicationId)?.candidateId ?? '',
        typeId: null,
        groupId: null,
        title: 'Interview',
        status: 'scheduled',
        zone: 'UTC',
        location: null,
        url: null,
        seats: [],
        organizerId: null,
        externalRef: null,
        note: null,
        isFromApi: false,
        canceledAt: null,
        ...row,
      }),
    addNote: (row) =>
      tables.notes.insert({
        ...base('notes', row),
        applicationId: null,
        userId: null,
        kind: 'note',
        visibility: 'public',
        ...row,
      }),
    addAttachment: (row) =>
      tables.attachments.insert({
        ...base('attachments', row),
        applicationId: null,
        kind: 'resume',
        filename: 'resume.pdf',
        ...row,
      }),
    addHook: (row) => tables.hooks.insert({ ...base('hooks', row), ...row }),
    moveApplication(id, stageId, userId = null) {
      const now = clock.now()
      const open = tables.stageEntries.by('applicationId', id).filter((entry) => entry.exitedAt === null)
      for (const entry of open) tables.stageEntries.update(entry.id, { exitedAt: now, updatedAt: now })
      tables.stageEntries.insert({
        ...base('stageEntries', {}),
        applicationId: id,
        stageId,
        userId,
        enteredAt: now,
        exitedAt: null,
      })
      return tables.applications.update(id, { stageId, updatedAt: now })
    },
  }
  return world
}

/** How many of the latest changes were made after an instant; of those that are kept. */
export function countChangesSince({ changes }: World, since: Date): number {
  const last = changes.findLastIndex(({ at }) => at.getTime() <= since.getTime())
  return changes.length - 1 - last
}

/** What is read while this runs is the world as it was before its latest `count` changes. */
export function lookBack<T>(world: World, count: number, read: () => T): T {
  const latest = count <= 0 ? [] : world.changes.slice(-count)
  for (const change of latest.toReversed()) change.undo()
  try {
    return read()
  } finally {
    for (const change of latest) change.redo()
  }
}
