import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { NewRow, TableName, Tables } from './port.ts'

/** How a field is kept. What is neither text, number, flag nor instant is JSON; a question mark allows null. */
export type FieldKind = Kind | `${Kind}?`
type Kind = 'text' | 'number' | 'flag' | 'instant' | 'json'

type KindOf<Value> = [null] extends [Value] ? `${PlainKind<NonNullable<Value>>}?` : PlainKind<Value>
type PlainKind<Value> = [Value] extends [string]
  ? 'text'
  : [Value] extends [number]
    ? 'number'
    : [Value] extends [boolean]
      ? 'flag'
      : [Value] extends [Date]
        ? 'instant'
        : 'json'

/** The compiler compares this with the domain's rows: a field that is missing here or of another kind does not compile. */
type Fields<Row> = { readonly [Field in Exclude<keyof Row, 'id' | 'tenantId'>]: KindOf<Row[Field]> }

const record = {
  isSample: 'flag',
  connectionId: 'text?',
  externalId: 'text?',
  createdAt: 'instant',
  updatedAt: 'instant',
} as const

const fields: { readonly [T in TableName]: Fields<Tables[T]> } = {
  settings: { version: 'number', data: 'json', beatAt: 'instant?' },
  members: {
    name: 'text',
    email: 'text',
    phone: 'text?',
    zone: 'text',
    locale: 'text',
    roles: 'json',
    recordId: 'text?',
    briefingMinute: 'number?',
    nextBriefingAt: 'instant?',
    alertedAt: 'instant?',
    createdAt: 'instant',
  },
  calendarSources: { memberId: 'text', importedAt: 'instant', coversFrom: 'instant', coversTo: 'instant' },
  busyTimes: { memberId: 'text', startsAt: 'instant', endsAt: 'instant' },
  inbound: {
    source: 'text',
    externalId: 'text',
    payload: 'json',
    state: 'text',
    reason: 'text?',
    attempts: 'number',
    receivedAt: 'instant',
    handledAt: 'instant?',
  },
  effects: {
    requestId: 'text?',
    interviewId: 'text?',
    key: 'text',
    kind: 'text',
    payload: 'json',
    state: 'text',
    attempts: 'number',
    nextAttemptAt: 'instant',
    claimedAt: 'instant?',
    proof: 'json?',
    lastError: 'json?',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  requests: {
    version: 'number',
    state: 'text',
    kind: 'text',
    atsConnection: 'text',
    applicationId: 'text',
    candidateId: 'text',
    jobId: 'text',
    clientId: 'text?',
    candidateName: 'text',
    jobTitle: 'text',
    clientName: 'text?',
    title: 'text',
    roundNumber: 'number',
    order: 'text',
    quorum: 'text',
    rules: 'json',
    format: 'json?',
    fromStageId: 'text',
    toStageId: 'text?',
    recruiterId: 'text',
    isRecruiterAttending: 'flag',
    threadId: 'text',
    interviewId: 'text?',
    askRound: 'number',
    moveCount: 'number',
    closedReason: 'text?',
    stuckReasons: 'json',
    remedies: 'json',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  sessions: { requestId: 'text', ordinal: 'number', title: 'text', durationMinutes: 'number' },
  seats: {
    requestId: 'text',
    sessionId: 'text',
    ordinal: 'number',
    role: 'text',
    partyIds: 'json',
    isRequired: 'flag',
  },
  parties: {
    requestId: 'text',
    role: 'text',
    name: 'text',
    email: 'text',
    phone: 'text?',
    zone: 'text',
    locale: 'text',
    country: 'text?',
    memberId: 'text?',
    personKey: 'text',
    recordId: 'text?',
    isAttending: 'flag',
    answer: 'text',
    answeredBy: 'text?',
    note: 'text?',
    declineReason: 'text?',
    askedAt: 'instant?',
    answeredAt: 'instant?',
    remindedCount: 'number',
    remindedAt: 'instant?',
    remindAt: 'instant?',
    isReminderStopped: 'flag',
    linkExpiresAt: 'instant?',
    linkWarnedAt: 'instant?',
    linkRenewedCount: 'number',
    saidYesToSequence: 'number?',
  },
  windows: {
    requestId: 'text',
    partyId: 'text',
    askRound: 'number',
    startsAt: 'instant',
    endsAt: 'instant',
    level: 'text',
    source: 'text',
  },
  proposals: {
    requestId: 'text',
    askRound: 'number',
    rank: 'number',
    state: 'text',
    slots: 'json',
    startsAt: 'instant',
    endsAt: 'instant',
    reasons: 'json',
    unknownPartyIds: 'json',
    createdAt: 'instant',
  },
  approvals: {
    requestId: 'text',
    proposalId: 'text',
    partyId: 'text',
    decision: 'text',
    reason: 'text?',
    createdAt: 'instant',
  },
  holds: {
    personKey: 'text',
    requestId: 'text',
    sessionId: 'text',
    startsAt: 'instant',
    endsAt: 'instant',
    state: 'text',
  },
  interviews: {
    requestId: 'text',
    sessionId: 'text',
    version: 'number',
    state: 'text',
    title: 'text',
    startsAt: 'instant',
    endsAt: 'instant',
    format: 'json',
    partyIds: 'json',
    sequence: 'number',
    atsInterviewId: 'text?',
    atsCheckedAt: 'instant?',
    cancelReason: 'text?',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  invitations: {
    interviewId: 'text',
    requestId: 'text',
    partyId: 'text?',
    uid: 'text',
    isTransparent: 'flag',
    organizerEmail: 'text?',
  },
  links: {
    hash: 'text',
    requestId: 'text',
    partyId: 'text',
    expiresAt: 'instant',
    revokedAt: 'instant?',
    createdAt: 'instant',
  },
  threads: {
    memberId: 'text',
    surface: 'text',
    externalId: 'text',
    address: 'json?',
    audience: 'text',
    requestId: 'text?',
    title: 'text',
    lastMessageAt: 'instant',
    lastReadAt: 'instant?',
    createdAt: 'instant',
  },
  threadMessages: {
    threadId: 'text',
    author: 'text',
    text: 'text',
    message: 'json?',
    requestId: 'text?',
    effectKey: 'text?',
    externalId: 'text?',
    version: 'number',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  actions: {
    threadId: 'text',
    requestId: 'text?',
    memberId: 'text',
    kind: 'text',
    data: 'json',
    requestVersion: 'number?',
    usedAt: 'instant?',
    createdAt: 'instant',
  },
  audit: {
    requestId: 'text?',
    at: 'instant',
    actor: 'text',
    via: 'text',
    action: 'text',
    fromState: 'text?',
    toState: 'text?',
    data: 'json',
  },
  standingFormats: { scope: 'text', recordId: 'text', format: 'json' },
  stageMappings: { jobId: 'text', toStageId: 'text?' },
  mailbox: {
    messageId: 'text',
    fromLine: 'text',
    toLine: 'text',
    subject: 'text',
    text: 'text',
    html: 'text',
    ics: 'text?',
    source: 'text',
    sentAt: 'instant',
  },
  chatWorkspaces: {
    surface: 'text',
    externalId: 'text',
    name: 'text',
    botUserId: 'text?',
    scopes: 'json',
    sealedSecrets: 'text?',
    state: 'text',
    installedBy: 'text?',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  chatUsers: {
    surface: 'text',
    workspaceId: 'text',
    userId: 'text',
    memberId: 'text?',
    name: 'text',
    email: 'text?',
    address: 'json?',
    askedAt: 'instant?',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  modelSpends: { version: 'number', spentOn: 'text', tokens: 'number', callCount: 'number', toldAt: 'instant?' },
  mailSources: { name: 'text', position: 'text', updatedAt: 'instant' },
  readings: {
    requestId: 'text',
    partyId: 'text',
    askRound: 'number',
    kind: 'text',
    windows: 'json',
    proposalIds: 'json',
    createdAt: 'instant',
    confirmedAt: 'instant?',
  },
  connections: {
    version: 'number',
    system: 'text',
    name: 'text',
    memberId: 'text?',
    state: 'text',
    writes: 'text',
    settings: 'json',
    sealedSecrets: 'text?',
    probes: 'json',
    positions: 'json',
    counts: 'json',
    problem: 'json?',
    threadId: 'text?',
    toldState: 'text?',
    firstSyncedAt: 'instant?',
    lastSyncedAt: 'instant?',
    lastChangeAt: 'instant?',
    usualGapMinutes: 'number?',
    quietToldAt: 'instant?',
    probedAt: 'instant?',
    nextSyncAt: 'instant',
    claimedUntil: 'instant?',
    failureCount: 'number',
    createdAt: 'instant',
    updatedAt: 'instant',
  },
  atsClients: { ...record, name: 'text', country: 'text?', notes: 'text?' },
  atsContacts: {
    ...record,
    clientId: 'text',
    name: 'text',
    email: 'text',
    phone: 'text?',
    title: 'text?',
    zone: 'text?',
    locale: 'text?',
  },
  atsJobs: {
    ...record,
    clientId: 'text?',
    title: 'text',
    status: 'text',
    originalStatus: 'text',
    description: 'text?',
    hiringManagerId: 'text?',
    interviewerIds: 'json',
    url: 'text?',
  },
  atsStages: { ...record, jobId: 'text', ordinal: 'number', label: 'text', status: 'text' },
  atsCandidates: {
    ...record,
    firstName: 'text',
    lastName: 'text',
    emails: 'json',
    phones: 'json',
    title: 'text?',
    company: 'text?',
    zone: 'text?',
    locale: 'text?',
    country: 'text?',
    notes: 'text?',
    url: 'text?',
  },
  atsApplications: {
    ...record,
    candidateId: 'text',
    jobId: 'text',
    stageId: 'text',
    status: 'text',
    originalStatus: 'text',
    ownerId: 'text?',
    appliedAt: 'instant',
    url: 'text?',
  },
  atsUsers: { ...record, name: 'text', email: 'text', role: 'text', zone: 'text?' },
  atsAttachments: { ...record, candidateId: 'text', kind: 'text', name: 'text', url: 'text' },
  atsInterviews: {
    ...record,
    candidateId: 'text',
    applicationId: 'text',
    jobId: 'text',
    userIds: 'json',
    participants: 'json',
    status: 'text',
    startAt: 'instant',
    endAt: 'instant',
    location: 'text',
    externalEventXref: 'text',
    title: 'text',
    externalKey: 'text',
  },
  atsActivities: {
    ...record,
    applicationId: 'text',
    candidateId: 'text',
    externalKey: 'text',
    event: 'text',
    text: 'text',
    data: 'json',
    at: 'instant',
  },
}

export const tableNames = Object.keys(fields) as readonly TableName[]

/** Kinds of all fields of a table, `id` and `tenantId` first. */
export function fieldsOf(table: TableName): Readonly<Record<string, FieldKind>> {
  return allFields[table]
}
const allFields = Object.fromEntries(
  Object.entries(fields).map(([table, own]) => [table, { id: 'text', tenantId: 'text', ...own }]),
) as unknown as Record<TableName, Record<string, FieldKind>>

export function isNullable(kind: FieldKind): boolean {
  return kind.endsWith('?')
}
export function plainKind(kind: FieldKind): Kind {
  return plainKinds[kind]
}
const plainKinds: Readonly<Record<FieldKind, Kind>> = {
  text: 'text',
  'text?': 'text',
  number: 'number',
  'number?': 'number',
  flag: 'flag',
  'flag?': 'flag',
  instant: 'instant',
  'instant?': 'instant',
  json: 'json',
  'json?': 'json',
}

/** Rows that carry a version have it raised by every update. */
export function isVersioned(table: TableName): boolean {
  return 'version' in fields[table]
}

/** Field combinations that may exist once per tenant. A combination with a null in it never conflicts. */
export const uniqueKeys: { readonly [T in TableName]?: readonly (readonly (keyof Tables[T] & string)[])[] } = {
  settings: [['tenantId']],
  members: [['email']],
  inbound: [['source', 'externalId']],
  effects: [['key']],
  threads: [['surface', 'externalId']],
  threadMessages: [['threadId', 'requestId'], ['effectKey']],
  chatWorkspaces: [['surface', 'externalId']],
  chatUsers: [['surface', 'workspaceId', 'userId']],
  standingFormats: [['scope', 'recordId']],
  stageMappings: [['jobId']],
  modelSpends: [['spentOn']],
  mailSources: [['name']],
  atsInterviews: [['externalKey']],
  atsActivities: [['externalKey']],
}

/** The same, but only among Parley's own records: an outside system may have two people with one address. */
export const ownUniqueKeys: { readonly [T in TableName]?: readonly (readonly (keyof Tables[T] & string)[])[] } = {
  atsContacts: [['clientId', 'email']],
  atsApplications: [['candidateId', 'jobId']],
}

/** Field that may hold a value once among all tenants: a link's hash and a calendar object's UID name one thing in the world. */
export const globalUniqueKeys: { readonly [T in TableName]?: keyof Tables[T] & string } = {
  links: 'hash',
  invitations: 'uid',
}

const numberMax = 2_147_483_647
const escaped = /\\u(?:0000|d[89a-f])/

/** Text as a database can keep it: no U+0000 (refused as `badInput`), no half of a surrogate pair (replaced). */
function storableText(text: string, field: string): string {
  if (text.includes('\0'))
    throw new ParleyError('badInput', 'The text holds a character that cannot be stored.', { field })
  return text.toWellFormed()
}

function storableJson(value: unknown, field: string): unknown {
  if (typeof value === 'string') return storableText(value, field)
  if (Array.isArray(value)) return value.map((item) => storableJson(item, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key, field), storableJson(item, field)]),
  )
}

export function wrongValue(table: TableName, field: string): ParleyError {
  return new ParleyError('badInput', `The value of "${field}" cannot be stored.`, {
    field,
    cause: new TypeError(`${table}.${field}`),
  })
}

/**
 * One value as it will be read back: JSON without undefined, instants in milliseconds, well-formed text. Throws `badInput`
 * for what no store could keep.
 */
export function storableValue(table: TableName, field: string, value: unknown): unknown {
  const kind = allFields[table][field]
  if (kind === undefined) throw wrongValue(table, field)
  if (value === null || value === undefined) {
    if (isNullable(kind)) return null
    throw wrongValue(table, field)
  }
  switch (plainKind(kind)) {
    case 'text':
      if (typeof value !== 'string') throw wrongValue(table, field)
      return storableText(value, field)
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > numberMax)
        throw wrongValue(table, field)
      return value === 0 ? 0 : value
    case 'flag':
      if (typeof value !== 'boolean') throw wrongValue(table, field)
      return value
    case 'instant':
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw wrongValue(table, field)
      return new Date(value.getTime())
    case 'json': {
      const text = JSON.stringify(value)
      if (text === undefined) throw wrongValue(table, field)
      const read: unknown = JSON.parse(text)
      // Written as JSON, what has to be looked at shows itself: U+0000 and halves of pairs are escaped.
      return escaped.test(text) ? storableJson(read, field) : read
    }
  }
}

/** A whole new row as it will be read back; fields the table does not have are refused. */
export function storableRow<T extends TableName>(table: T, tenantId: TenantId, row: NewRow<T>): Tables[T] {
  const given: Record<string, unknown> = { tenantId, ...row }
  if (given.tenantId !== tenantId)
    throw new ParleyError('notAllowed', 'A row can only be added to the tenant of its transaction.')
  for (const field of Object.keys(given)) if (!(field in allFields[table])) throw wrongValue(table, field)
  if (table === 'settings' && given.id !== tenantId) throw wrongValue(table, 'id')
  const kept: Record<string, unknown> = {}
  for (const field of Object.keys(allFields[table])) kept[field] = storableValue(table, field, given[field])
  return kept as unknown as Tables[T]
}

/** A patch as it will be read back. Throws `notAllowed` for the audit trail, which is only ever added to. */
export function storablePatch(table: TableName, patch: object): Record<string, unknown> {
  assertChangeable(table)
  const kept: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue
    if (field === 'id' || field === 'tenantId' || field === 'version') throw wrongValue(table, field)
    kept[field] = storableValue(table, field, value)
  }
  return kept
}

export function assertChangeable(table: TableName): void {
  if (table === 'audit') throw new ParleyError('notAllowed', 'The audit trail can only be added to.')
}

/** A hold must last; an empty range would conflict with nothing. */
export function assertHoldLasts(hold: { startsAt: Date; endsAt: Date }): void {
  if (hold.endsAt <= hold.startsAt) throw wrongValue('holds', 'endsAt')
}
