import type { MemberId, TenantId, ThreadId } from './ids.ts'

/** An applicant tracking system whose records are kept up to date here, and written to. */
export const atsSystemIds = [
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'workable',
  'bamboohr',
  'breezyhr',
  'zohoRecruit',
  'freshteam',
  'workday',
  'icims',
  'jobvite',
  'loxo',
  'crelate',
  'recruitcrm',
  'recruiterflow',
  'unified',
] as const
export type AtsSystemId = (typeof atsSystemIds)[number]

/**
 * connecting  the first sync is under way
 * connected   changes are read as they come
 * failing     the last look did not work; tried again by itself
 * revoked     the key is no longer accepted: nothing is tried until somebody enters another one
 */
export const connectionStates = ['connecting', 'connected', 'failing', 'revoked'] as const
export type ConnectionState = (typeof connectionStates)[number]

/** How it looks wherever it is shown; the words beside it are the catalogue's. */
export const connectionTones: Readonly<Record<ConnectionState, 'info' | 'good' | 'warning' | 'bad'>> = {
  connecting: 'info',
  connected: 'good',
  failing: 'warning',
  revoked: 'bad',
}

/** `dryRun` tells what would be written, and writes nothing. */
export const writeModes = ['on', 'dryRun', 'off'] as const
export type WriteMode = (typeof writeModes)[number]

/** What was found when one part of the interface was asked for something harmless. */
export interface Probe {
  /** What it is needed for, in the customer's words: "read candidates". */
  capability: string
  state: 'ok' | 'missing' | 'failing'
  /** The vendor's own name of the permission, where one is missing. */
  permission: string | null
  /** What happened, or what to do. */
  said: string
}

/** How far each stream has been read. An instant as ISO text; `page` is where an unfinished reading goes on. */
export interface StreamPosition {
  since: string | null
  page: string | null
  /** When the reading under way began: what changes meanwhile belongs to the next one. */
  startedAt: string | null
  readAt: string | null
  /** When all of it was last read, so that what is gone was noticed. */
  wholeAt: string | null
  /** What the vendor gave to go on from, where he does not go by the time. */
  token?: string | null
}

export interface ConnectionProblem {
  code: string
  sentence: string
  since: string
}

export interface Connection {
  id: string
  tenantId: TenantId
  version: number
  system: AtsSystemId
  /** As people call it: "Greenhouse", or "Greenhouse (Berlin)". */
  name: string
  /** Whose it is alone; null for the whole organisation. */
  memberId: MemberId | null
  state: ConnectionState
  writes: WriteMode
  /** What the form asked for and may be shown. */
  settings: Readonly<Record<string, string>>
  /** The rest of the form, sealed for this row. */
  sealedSecrets: string | null
  probes: readonly Probe[]
  positions: Readonly<Record<string, StreamPosition>>
  /** Records held, by kind. */
  counts: Readonly<Record<string, number>>
  problem: ConnectionProblem | null
  /** Where it is told what becomes of it. */
  threadId: ThreadId | null
  toldState: ConnectionState | null
  firstSyncedAt: Date | null
  lastSyncedAt: Date | null
  /** When something last changed there: silence for longer than usual is told. */
  lastChangeAt: Date | null
  /** Days between changes, smoothed; null while unknown. In minutes. */
  usualGapMinutes: number | null
  quietToldAt: Date | null
  probedAt: Date | null
  nextSyncAt: Date
  /** A reading that was claimed and not finished by then belongs to a process that died. */
  claimedUntil: Date | null
  failureCount: number
  createdAt: Date
  updatedAt: Date
}
