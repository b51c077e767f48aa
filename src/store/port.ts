import type { Window } from '../domain/availability.ts'
import type { ChatSurface, ChatUser, ChatWorkspace } from '../domain/chat.ts'
import type { Connection } from '../domain/connection.ts'
import type { Effect } from '../domain/effect.ts'
import type { EffectId, InboundId, TenantId } from '../domain/ids.ts'
import type { Interview, Invitation } from '../domain/interview.ts'
import type { Link } from '../domain/link.ts'
import type { ModelSpend } from '../domain/modelSpend.ts'
import type { Party } from '../domain/party.ts'
import type { Approval, Hold, Proposal } from '../domain/proposal.ts'
import type { MailSource, Reading } from '../domain/reading.ts'
import type {
  ActivityRecord,
  ApplicationRecord,
  AttachmentRecord,
  CandidateRecord,
  ClientRecord,
  ContactRecord,
  InterviewRecord,
  JobRecord,
  StageRecord,
  UserRecord,
} from '../domain/records.ts'
import type { Request, Seat, Session } from '../domain/request.ts'
import type {
  BusyTime,
  CalendarSource,
  MailboxMessage,
  Member,
  SettingsRow,
  StageMapping,
  StandingFormat,
} from '../domain/settings.ts'
import type { Action, AuditEntry, InboundEvent, Thread, ThreadMessage } from '../domain/thread.ts'

/** Every table a tenant has, by name, with the shape of its rows. Each has an `id` and a `tenantId`. */
export interface Tables {
  settings: SettingsRow
  members: Member
  calendarSources: CalendarSource
  busyTimes: BusyTime
  inbound: InboundEvent
  effects: Effect
  requests: Request
  sessions: Session
  seats: Seat
  parties: Party
  windows: Window
  proposals: Proposal
  approvals: Approval
  holds: Hold
  interviews: Interview
  invitations: Invitation
  links: Link
  threads: Thread
  threadMessages: ThreadMessage
  actions: Action
  audit: AuditEntry
  standingFormats: StandingFormat
  stageMappings: StageMapping
  mailbox: MailboxMessage
  chatWorkspaces: ChatWorkspace
  chatUsers: ChatUser
  modelSpends: ModelSpend
  mailSources: MailSource
  readings: Reading
  connections: Connection
  atsClients: ClientRecord
  atsContacts: ContactRecord
  atsJobs: JobRecord
  atsStages: StageRecord
  atsCandidates: CandidateRecord
  atsApplications: ApplicationRecord
  atsUsers: UserRecord
  atsAttachments: AttachmentRecord
  atsInterviews: InterviewRecord
  atsActivities: ActivityRecord
}
export type TableName = keyof Tables

type Comparable = string | number | Date
/**
 * A condition on one field. `contains` is case- and accent-insensitive and for text fields only. Null is a value: it equals
 * null, may stand in a list, and is "not" anything else.
 */
export type Condition<Value> =
  | Value
  | { in: readonly Value[] }
  | { not: Value }
  | (Value extends Comparable ? { lt?: Value; lte?: Value; gt?: Value; gte?: Value } : never)
  | (Value extends string ? { contains: string } : never)
export type Where<Row> = { readonly [Field in keyof Row]?: Condition<Exclude<Row[Field], never>> }

export interface Query<Row> {
  where?: Where<Row>
  /** Field and direction, first one first; ties are broken by id. Text goes without case and accents, null is the greatest. */
  orderBy?: readonly [keyof Row & string, 'asc' | 'desc'][]
  limit?: number
  offset?: number
}

/** What a caller gives for a new row: the tenant comes from the transaction. */
export type NewRow<T extends TableName> = Omit<Tables[T], 'tenantId'>

/**
 * One transaction of one tenant. Sees no row of another tenant. Throws ParleyError:
 * `duplicate` a unique key is taken, `stale` the version moved, `slotTaken` a hold overlaps (field personKey).
 * After any throw the transaction is dead: let it propagate, and start a new one. Never do network I/O inside.
 */
export interface Tx {
  readonly tenantId: TenantId
  get<T extends TableName>(table: T, id: string): Promise<Tables[T] | null>
  /** Reads that do not need each other are best asked for together (`Promise.all`): then they are one round trip. */
  find<T extends TableName>(table: T, query?: Query<Tables[T]>): Promise<Tables[T][]>
  count<T extends TableName>(table: T, where?: Where<Tables[T]>): Promise<number>
  insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Tables[T]>
  /** Many rows in one statement; all or none. */
  insertMany<T extends TableName>(table: T, rows: readonly NewRow<T>[]): Promise<void>
  /**
   * Adds rows, or brings those with the same id up to date, in one statement. A row that says the same is left as it is, its `updatedAt` too;
   * of one that is there `createdAt` stays, and of `kept` fields the old value where the new one is null.
   * @returns ids of the rows that are new, and of those that changed
   */
  keepMany<T extends TableName>(
    table: T,
    rows: readonly NewRow<T>[],
    kept?: readonly (keyof Tables[T] & string)[],
  ): Promise<{ added: string[]; changed: string[] }>
  /**
   * Changes one row. `expected` are field values the row must still have (compare-and-set), otherwise `stale`.
   * Tables with a `version` field have it raised by one by the store. `notFound` when there is no such row.
   */
  update<T extends TableName>(
    table: T,
    id: string,
    patch: Partial<Omit<Tables[T], 'id' | 'tenantId' | 'version'>>,
    expected?: Partial<Tables[T]>,
  ): Promise<Tables[T]>
  /** Removes all matching rows, returns how many. Refused for `audit`. */
  remove<T extends TableName>(table: T, where: Where<Tables[T]>): Promise<number>
  /**
   * Reserves people, sorted by personKey and one at a time, so that two takers never deadlock. Throws `slotTaken`.
   * Holds in state released never conflict; held and confirmed ones always do.
   */
  takeHolds(holds: readonly NewRow<'holds'>[]): Promise<void>
  /** Stores a link and its index row; the secret itself never reaches the store. */
  insertLink(link: NewRow<'links'>): Promise<void>
  /** Stores a workspace and its index row. `duplicate` when it belongs to a tenant already, also to another one. */
  insertChatWorkspace(workspace: NewRow<'chatWorkspaces'>): Promise<void>
  /** Writes effect rows as owed and asks for a wake-up at `nextAttemptAt`, in this same transaction. */
  enqueue(effects: readonly NewRow<'effects'>[]): Promise<void>
  /** A further wake-up for an effect that exists (retry, sweep). */
  wakeEffect(id: EffectId, at: Date): Promise<void>
  /**
   * Stores what came in and asks for its handling, once per (source, externalId).
   * @param wakeAt when the worker looks at it, if not at once: for what its receiver handles himself, unless he dies
   * @returns false when it was there already
   */
  receive(event: NewRow<'inbound'>, wakeAt?: Date): Promise<boolean>
  /** A further wake-up for an inbound event (sweep). */
  wakeInbound(id: InboundId, at: Date): Promise<void>
}

/** What the store calls when work is due. Throwing means: not handled, try again (worker crash semantics only). */
export interface Handlers {
  inbound(tenantId: TenantId, id: InboundId): Promise<void>
  effect(tenantId: TenantId, id: EffectId): Promise<void>
}

export interface Store {
  /** Runs `work` in one transaction; serialization failures and deadlocks are run again up to 3 times. */
  inTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** All tenants, oldest first. */
  listTenants(): Promise<TenantId[]>
  createTenant(): Promise<TenantId>
  /** The oldest tenant, made now when there is none; two processes that start at once get the same one. */
  firstTenant(): Promise<TenantId>
  /** Resolves a link's hash before its tenant is known. */
  findLinkTenant(hash: string): Promise<TenantId | null>
  /** Whose chat this is, before its tenant is known. */
  findChatTenant(surface: ChatSurface, workspaceId: string): Promise<TenantId | null>
  /**
   * Starts handing due work to `handlers`, one at a time per row. Returns a function that stops intake and waits for what runs,
   * for some seconds at most: a row whose handler is still under way stays as it is, for the next start.
   */
  startWork(handlers: Handlers): Promise<() => Promise<void>>
  /** Facts for health checks and tests: is the session a superuser, owner, or able to bypass policies? */
  describe(): Promise<{ engine: 'memory' | 'pglite' | 'postgresql'; role: string; isPrivileged: boolean; zone: string }>
  /** Commits a row and takes it back, to know that the database can be written. @returns the database's clock */
  probe(): Promise<Date>
  close(): Promise<void>
}
