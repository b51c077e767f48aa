import type { Clock } from '../domain/clock.ts'
import type { AtsSystemId, Connection, Probe } from '../domain/connection.ts'
import type { JobStatus, StageStatus } from '../domain/records.ts'
import type { AtsAttachment } from './port.ts'

// One outside system, as Parley needs it. A connector speaks to the vendor and knows no store: ids are the vendor's own, as text. What is read
// goes into the records by `syncAts`, what is written comes from there by `connected`; both are the same for all systems.

// What a system is --------------------------------------------------------------------------------------------------------------

/** One system Parley can be connected to: what it can do, what has to be entered, and how it is opened. */
export interface AtsSystem {
  readonly id: AtsSystemId
  readonly name: string
  /** R9: 1 reads people, 2 logs a confirmation, 3 writes stage and details. */
  readonly depth: 1 | 2 | 3
  readonly capabilities: Capabilities
  /** One sentence each: what this integration does, and what it does not (R97). */
  readonly does: string
  readonly doesNot: string
  readonly fields: readonly CredentialField[]
  /** How to get what is asked for, in the vendor's own words of menus and buttons. */
  readonly steps: readonly string[]
  /** How the vendor tells of changes: what an admin has to do for it, if anything. */
  readonly hookSteps: readonly string[]
  /** Whom the vendor's own interview has to have, so that it shows where people look for it. */
  readonly interviewNeeds?: 'hiringManager'
  /** How often changes are looked for, in minutes: 15 at most (R75). */
  readonly everyMinutes: number
  /**
   * What is kept of what was entered, asked once before anything is stored: a code that is good for minutes becomes a key that lasts. Kept as it is
   * where this is not there. Throws as an open connector does.
   */
  settle?(access: Access): Promise<Readonly<Record<string, string>>>
  open(access: Access): AtsConnector
}

export interface Capabilities {
  /** How changes are found: by a time filter, newest first until something known, or by reading all. */
  readonly changes: 'since' | 'newestFirst' | 'whole'
  /** Whether removals are told, or noticed at the daily whole reading. */
  readonly removals: 'told' | 'daily'
  /** Whether interviews made by others are seen. */
  readonly interviewRead: 'native' | 'none'
  /** An interview object, a note that holds it, or nowhere but in Parley. */
  readonly interviewWrite: 'native' | 'note' | 'none'
  readonly stageWrite: 'native' | 'none'
  readonly noteWrite: 'native' | 'none'
  readonly users: 'native' | 'collected' | 'none'
  readonly hiringTeam: 'native' | 'partly' | 'none'
  readonly attachments: 'link' | 'none'
  readonly stages: 'perJob' | 'account' | 'fixed' | 'collected'
  readonly hooks: 'signed' | 'secretAddress' | 'none'
  /** Whether what is written bears the name of the recruiter. */
  readonly actingUser: 'native' | 'none'
}

export interface CredentialField {
  readonly name: string
  /** The vendor's own word. */
  readonly label: string
  readonly hint: string
  readonly isSecret: boolean
  readonly isRequired: boolean
  /** What it has to look like, and what is said when it does not. */
  readonly pattern?: RegExp
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

export interface Access {
  /** What was entered in the form, by name of the field. */
  readonly fields: Readonly<Record<string, string>>
  /** Other addresses than the vendor's, by their names: for stand-ins. */
  readonly bases?: Readonly<Record<string, string>>
  readonly clock: Clock
  /** Waits; never longer than a few seconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly fetch: typeof fetch
}

// What is read ------------------------------------------------------------------------------------------------------------------

export interface SyncedUser {
  id: string
  name: string
  email: string | null
  role: 'recruiter' | 'hiringManager' | 'interviewer' | null
  zone?: string | null
}
export interface SyncedClient {
  id: string
  name: string
  country?: string | null
}
export interface SyncedContact {
  id: string
  clientId: string
  name: string
  email: string | null
  phone?: string | null
  title?: string | null
}
export interface SyncedJob {
  id: string
  title: string
  status: JobStatus
  originalStatus: string
  description?: string | null
  clientId?: string | null
  /** Left out where another stream tells it. */
  hiringManagerId?: string | null
  interviewerIds?: readonly string[]
  url: string | null
}
/** Who works on a job, where it is told apart from the job. */
export interface SyncedTeam {
  jobId: string
  hiringManagerId?: string | null
  interviewerIds?: readonly string[]
}
/** `status` is left out where only the label can tell. */
export interface SyncedStage {
  id: string
  jobId: string
  label: string
  ordinal: number
  status?: StageStatus
}
export interface SyncedCandidate {
  id: string
  firstName: string
  lastName: string
  emails: readonly string[]
  phones: readonly string[]
  title?: string | null
  company?: string | null
  zone?: string | null
  locale?: string | null
  country?: string | null
  url: string | null
}
export interface SyncedApplication {
  id: string
  candidateId: string
  jobId: string
  /** A stage of that job; null where the vendor gives none (a hired or rejected one). */
  stageId: string | null
  outcome: 'active' | 'hired' | 'rejected'
  /** The vendor's own word for where it is. */
  originalStatus: string
  ownerId?: string | null
  /** Null where the vendor does not tell: then it is when it was first seen. */
  appliedAt: Date | null
  url: string | null
}
export interface SyncedInterview {
  id: string
  /** Empty where the vendor names the candidate and the job instead: then `pair` says them. */
  applicationId: string
  pair?: { candidateId: string; jobId: string }
  status: 'SCHEDULED' | 'COMPLETE' | 'CANCELED'
  title: string
  startAt: Date
  endAt: Date
  location: string
  userIds: readonly string[]
  /** Parley's own reference, where the vendor keeps it. */
  key: string | null
}
export type RecordKind =
  | 'users'
  | 'clients'
  | 'contacts'
  | 'jobs'
  | 'stages'
  | 'candidates'
  | 'applications'
  | 'interviews'

/** Rows of one answer, each list in the order of the interface's fields. */
export interface SyncedRows {
  users?: readonly SyncedUser[]
  clients?: readonly SyncedClient[]
  contacts?: readonly SyncedContact[]
  jobs?: readonly SyncedJob[]
  teams?: readonly SyncedTeam[]
  stages?: readonly SyncedStage[]
  candidates?: readonly SyncedCandidate[]
  applications?: readonly SyncedApplication[]
  interviews?: readonly SyncedInterview[]
  /** What is gone, has become private, or was merged: then what it went on as. */
  removed?: readonly { kind: RecordKind; id: string; mergedInto?: string }[]
  /** How many rows of the answer had no shape that is known, and are in none of the lists. */
  leftOut?: number
}

/** One list of the vendor, or several that belong together. Streams are read in the order in which the connector gives them. */
export interface Stream {
  readonly name: string
  /** What it fills. Of these kinds, what a whole reading does not show is gone. */
  readonly kinds: readonly RecordKind[]
  /** `changes` reads what changed since an instant, and all of it once a day; `whole` reads all each time. */
  readonly mode: 'changes' | 'whole'
  /** Read at most this often; 0 at every look. */
  readonly everyMinutes: number
  /**
   * One page, some hundred rows at most.
   * @param since null for all; else what changed at that instant or later: the overlap is taken off already
   * @param page null for the first one, else the `next` of the page before
   * @param token what the last page of the reading before gave as its `token`, where the vendor has such a thing; nothing when all is to be read.
   *   It belongs to `since`: it is kept when that is, and lost with it. Without it changes are found too, by reading all.
   */
  read(ask: { since: Date | null; page: string | null; token?: string | null }): Promise<{
    rows: SyncedRows
    next: string | null
    token?: string | null
  }>
}

// What is asked and written -------------------------------------------------------------------------------------------------------

export interface ApplicationRef {
  applicationId: string
  candidateId: string
  jobId: string
}

/** An application as the vendor has it at this moment, not as it was synced. */
export interface LiveApplication {
  stageId: string | null
  stageLabel: string
  outcome: 'active' | 'hired' | 'rejected'
}

export interface InterviewWriting extends ApplicationRef {
  /** The same for every write of this interview: what a repeated one is found by. */
  key: string
  /** The vendor's id of it, once known. */
  knownId: string | null
  status: 'SCHEDULED' | 'COMPLETE' | 'CANCELED'
  title: string
  startAt: Date
  endAt: Date
  zone: string
  /** Place, or an address to join at. */
  location: string
  /** Users of the ATS who take part; clients are none. */
  userIds: readonly string[]
  participants: readonly { name: string; role: string }[]
  stageId: string | null
  /** All of it as text, for where there is no field. */
  text: string
  actingUserId: string | null
}

export interface NoteWriting extends ApplicationRef {
  key: string
  /** An attempt before this one ended without an answer: look for its mark first. */
  mayExist: boolean
  /** Ends with the mark (`noteMark`). */
  text: string
  actingUserId: string | null
}

export interface StageMoving extends ApplicationRef {
  fromStageId: string | null
  toStageId: string
  actingUserId: string | null
}

/** What the vendor has after a write, read back; `said` in his words and values. */
export interface Written {
  id: string
  said: string
  url: string | null
}

export interface HookDelivery {
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** What the vendor signs with, as it was entered or made. */
  secret: string
  now: Date
}
/** `id` names the delivery, so that the same one is taken once. What it says is a hint to look, nothing more. */
export type HookVerdict = { kind: 'good'; id: string; event: string } | { kind: 'refused'; why: string }

/**
 * An opened system. Every call has a time-out, none is tried again by itself. Throws ParleyError: `unavailable` (no answer, no JSON, 5xx),
 * `rateLimited` (with when to go on), `notConfigured` (the key is not accepted), `notAllowed` (`field` names the permission), `notFound`,
 * `refused` (in the vendor's words).
 */
export interface AtsConnector {
  /**
   * Where one account can do more than another: asks what this one can. To be awaited before anything is read or written; what cannot be done
   * is null, and `streams` as they suit, only then.
   */
  readonly learn?: () => Promise<void>
  readonly streams: readonly Stream[]
  /** Asks each part for something harmless; a part that fails is a result, not an error. */
  probe(): Promise<readonly Probe[]>
  /** Null when it is gone. */
  readApplication(ref: ApplicationRef): Promise<LiveApplication | null>
  /** Moves; who asks has compared before, and looks afterwards. Null where the vendor offers no way. */
  readonly moveStage: ((move: StageMoving) => Promise<void>) | null
  /** Creates, changes or cancels; looks for `key` before it creates. Null where the vendor has no interviews to write. */
  readonly writeInterview: ((interview: InterviewWriting) => Promise<Written>) | null
  /** What is wrong with writing this interview, in plain words, before it is tried; empty when nothing is. */
  readonly checkInterview: ((interview: InterviewWriting) => Promise<readonly string[]>) | null
  /** As the vendor has it; null when it is gone. */
  readonly readInterview: ((ref: ApplicationRef & { id: string }) => Promise<SyncedInterview | null>) | null
  readonly writeNote: ((note: NoteWriting) => Promise<Written>) | null
  /** Whether a note can be found again by its mark. */
  readonly canFindNotes: boolean
  readonly listAttachments: ((ref: ApplicationRef) => Promise<readonly AtsAttachment[]>) | null
  readonly checkHook: ((delivery: HookDelivery) => HookVerdict) | null
  /** Headers to answer with when a delivery only asks whether somebody is there; null when it is another one. It is not signed. */
  readonly greetHook?: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>> | null
  /** Asks the vendor to tell of changes at `url`; gives what he signs with. Null where an admin has to do it. */
  readonly registerHook: ((url: string, secret: string) => Promise<{ secret: string }>) | null
}

/** How use cases reach the systems; given by main. */
export interface AtsSystems {
  readonly all: readonly AtsSystem[]
  find(id: AtsSystemId): AtsSystem
  /** Opened with its secrets. The same one as long as the row's secrets are the same: it remembers tokens and limits. Throws `notConfigured`. */
  open(connection: Connection): AtsConnector
  /** Seals what a form holds, for the row it will stand in. */
  seal(secrets: Readonly<Record<string, string>>, row: Pick<Connection, 'tenantId' | 'id'>): string
  /** What was sealed. Throws `notConfigured`. */
  unseal(connection: Connection): Readonly<Record<string, string>>
  /** What is kept of what a form holds: see `AtsSystem.settle`. */
  settle(id: AtsSystemId, fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>
  /** Opened with what a form holds, before it is kept. */
  tryOpen(id: AtsSystemId, fields: Readonly<Record<string, string>>): AtsConnector
  /** Whether a server on this machine stands in for the vendor: said wherever the connection is seen. */
  isStandIn?(id: AtsSystemId): boolean
  /** False while nothing can be sealed, so that nothing can be connected. */
  readonly canSeal?: boolean
}
