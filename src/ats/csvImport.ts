import { isParleyError, sentenceFor } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { foldName, fullName, joinNames, splitName } from '../domain/names.ts'
import type {
  ApplicationRecord,
  CandidateRecord,
  ClientRecord,
  ContactRecord,
  JobRecord,
  StageRecord,
  StageStatus,
} from '../domain/records.ts'
import { isZone } from '../domain/zone.ts'
import type { NewRow, Query, Store, TableName, Tables, Tx } from '../store/port.ts'
import { countKnownColumns, type ImportKind, jobStatusOf, recogniseColumns, stageStatusOf } from './csvColumns.ts'
import { type BadRow, type Encoding, readTable, type Separator } from './csvTable.ts'
import {
  defaultStages,
  isEmail,
  newRecordBase,
  normaliseEmail,
  type RecordWrites,
  stageRowsFor,
} from './recordWrites.ts'

export interface ImportReport {
  kind: ImportKind
  encoding: Encoding
  separator: Separator
  rowCount: number
  addedCount: number
  updatedCount: number
  /** Said nothing new. */
  unchangedCount: number
  /** Records the rows named that were not there yet. */
  alsoAdded: { clientCount: number; jobCount: number }
  /** In the order of the file. */
  bad: readonly BadRow[]
}

const batchRowCount = 500

type ImportTable = 'atsClients' | 'atsContacts' | 'atsJobs' | 'atsStages' | 'atsCandidates' | 'atsApplications'
// What a row refers to is inserted before it.
const insertOrder: readonly ImportTable[] = [
  'atsClients',
  'atsContacts',
  'atsJobs',
  'atsStages',
  'atsCandidates',
  'atsApplications',
]

/** The records a file may refer to, by what identifies them in a file. Rows here are ours to change: a failed batch reads them anew. */
interface Index {
  clients: Map<string, NewRow<'atsClients'>>
  contacts: Map<string, NewRow<'atsContacts'>>
  jobs: Map<string, NewRow<'atsJobs'>>
  jobsByTitle: Map<string, NewRow<'atsJobs'>[]>
  stages: Map<string, NewRow<'atsStages'>[]>
  candidates: Map<string, NewRow<'atsCandidates'>>
  applications: Map<string, NewRow<'atsApplications'>>
}

function emptyIndex(): Index {
  return {
    clients: new Map(),
    contacts: new Map(),
    jobs: new Map(),
    jobsByTitle: new Map(),
    stages: new Map(),
    candidates: new Map(),
    applications: new Map(),
  }
}

const jobKey = (clientId: string | null, title: string) => `${clientId ?? ''}\n${foldName(title)}`
const contactKey = (clientId: string, email: string) => `${clientId}\n${normaliseEmail(email)}`
const applicationKey = (candidateId: string, jobId: string) => `${candidateId}\n${jobId}`

function indexJob(index: Index, job: NewRow<'atsJobs'>): void {
  index.jobs.set(jobKey(job.clientId, job.title), job)
  const title = foldName(job.title)
  index.jobsByTitle.set(title, [...(index.jobsByTitle.get(title) ?? []), job])
}

async function readIndex(tx: Tx, kind: ImportKind): Promise<Index> {
  const index = emptyIndex()
  // Copies: a plan changes rows as it goes, so that a later line of the file meets what an earlier one made of them.
  // What a connected ATS keeps is not changed by a file: only Parley's own.
  const read = async <T extends ImportTable>(table: T, query?: Query<Tables[T]>): Promise<Tables[T][]> =>
    (await tx.find(table, { ...query, where: { connectionId: null } as never })).map((row) => ({ ...row }))
  for (const row of (await read('atsClients')) as ClientRecord[]) index.clients.set(foldName(row.name), row)
  if (kind === 'contacts') {
    for (const row of (await read('atsContacts')) as ContactRecord[])
      index.contacts.set(contactKey(row.clientId, row.email), row)
    return index
  }
  for (const row of (await read('atsJobs', { orderBy: [['createdAt', 'desc']] })) as JobRecord[]) indexJob(index, row)
  if (kind === 'jobs') return index
  for (const row of (await read('atsStages', { orderBy: [['ordinal', 'asc']] })) as StageRecord[])
    index.stages.set(row.jobId, [...(index.stages.get(row.jobId) ?? []), row])
  for (const row of (await read('atsCandidates')) as CandidateRecord[])
    for (const email of row.emails) index.candidates.set(normaliseEmail(email), row)
  for (const row of (await read('atsApplications')) as ApplicationRecord[])
    index.applications.set(applicationKey(row.candidateId, row.jobId), row)
  return index
}

/** What one batch will write. */
interface Plan {
  inserts: { [T in ImportTable]: NewRow<T>[] }
  insertedIds: Set<string>
  updates: Map<string, { table: ImportTable; id: string; patch: Record<string, unknown> }>
  added: number
  updated: number
  unchanged: number
  bad: BadRow[]
}

function emptyPlan(): Plan {
  return {
    inserts: { atsClients: [], atsContacts: [], atsJobs: [], atsStages: [], atsCandidates: [], atsApplications: [] },
    insertedIds: new Set(),
    updates: new Map(),
    added: 0,
    updated: 0,
    unchanged: 0,
    bad: [],
  }
}

function planInsert<T extends ImportTable>(plan: Plan, table: T, row: NewRow<T>): NewRow<T> {
  ;(plan.inserts[table] as NewRow<T>[]).push(row)
  plan.insertedIds.add((row as { id: string }).id)
  return row
}

function isEqual(left: unknown, right: unknown): boolean {
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime()
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Changes a row where the file says something else, and says whether it did. A sample row that a file names is a real one from then on. */
function planChange<T extends ImportTable>(
  plan: Plan,
  writes: RecordWrites,
  table: T,
  row: NewRow<T>,
  wanted: Partial<NewRow<T>>,
): boolean {
  const current = row as Record<string, unknown>
  const patch: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(wanted)) if (!isEqual(current[field], value)) patch[field] = value
  if (current.isSample === true) patch.isSample = false
  if (Object.keys(patch).length === 0) return false
  patch.updatedAt = writes.clock.now()
  Object.assign(current, patch)
  const id = String(current.id)
  if (!plan.insertedIds.has(id)) {
    const earlier = plan.updates.get(id)
    plan.updates.set(id, { table, id, patch: { ...earlier?.patch, ...patch } })
  }
  return true
}

/** Says why a row cannot be taken. */
class BadCell {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

type Cells = (field: string) => string

const lengthMax: Readonly<Record<string, number>> = { notes: 10_000, description: 20_000, email: 254 }

function readCells(columns: ReadonlyMap<string, number>, cells: readonly string[]): Cells {
  return (field) => {
    const at = columns.get(field)
    // Control characters other than tab and line breaks have no place in a record, and a database refuses some.
    const text = at === undefined ? '' : (cells[at] ?? '').replace(/(?![\t\n\r])\p{Cc}/gu, '')
    const max = lengthMax[field] ?? 200
    if (text.length > max) throw new BadCell(`The ${field} is longer than ${max} characters.`)
    return text
  }
}

function readName(cells: Cells): { firstName: string; lastName: string } {
  const firstName = cells('firstName')
  const lastName = cells('lastName')
  const name = firstName !== '' || lastName !== '' ? { firstName, lastName } : splitName(cells('name'))
  if (name.firstName === '' && name.lastName === '') throw new BadCell('The name is missing.')
  return name
}

function readEmail(cells: Cells): string {
  const email = normaliseEmail(cells('email'))
  if (email === '') throw new BadCell('The e-mail address is missing.')
  if (!isEmail(email)) throw new BadCell(`"${email.slice(0, 80)}" is not an e-mail address.`)
  return email
}

function readZone(cells: Cells): string {
  const zone = cells('zone')
  if (zone !== '' && !isZone(zone))
    throw new BadCell(`"${zone.slice(0, 60)}" is not a time zone, for example Europe/Berlin.`)
  return zone
}

function readCountry(cells: Cells): string {
  const country = cells('country').toUpperCase()
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    throw new BadCell('The country must be two letters, for example DE or GB.')
  return country
}

/** A language as people write it in a list, without accents. */
const languageNamed: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  anglais: 'en',
  ingles: 'en',
  german: 'de',
  deutsch: 'de',
  allemand: 'de',
  aleman: 'de',
  french: 'fr',
  franzosisch: 'fr',
  francais: 'fr',
  frances: 'fr',
  spanish: 'es',
  spanisch: 'es',
  espagnol: 'es',
  espanol: 'es',
}

function readLocale(cells: Cells): string {
  const written = cells('locale')
  const locale = languageNamed[foldName(written)] ?? written
  if (locale !== '' && !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(locale))
    throw new BadCell(`"${written.slice(0, 40)}" is not a language, for example en-GB or de.`)
  return locale.replaceAll('_', '-')
}

function readAppliedAt(cells: Cells): Date | null {
  const written = cells('appliedAt')
  if (written === '') return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(written)
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written)
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : german
      ? [Number(german[3]), Number(german[2]), Number(german[1])]
      : [Number.NaN, 1, 1]
  const at = new Date(Date.UTC(year ?? Number.NaN, (month ?? 1) - 1, day ?? 1))
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== day)
    throw new BadCell(`The date "${written.slice(0, 40)}" is not understood; write it as 2027-03-01 or 01.03.2027.`)
  return at
}

/** Cells that say something; an empty cell never erases what is known. */
function givenOnly<Row extends object>(row: Row): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null)) as Partial<Row>
}

function planClient(plan: Plan, index: Index, writes: RecordWrites, name: string): NewRow<'atsClients'> {
  const key = foldName(name)
  if (key === '') throw new BadCell(`"${name}" is not a client name.`)
  const existing = index.clients.get(key)
  if (existing) return existing
  const row = planInsert(plan, 'atsClients', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsClient'),
    name,
    country: null,
    notes: null,
  })
  index.clients.set(key, row)
  return row
}

/** The job a row names; undefined when it is new. */
function findJob(index: Index, title: string, clientName: string): NewRow<'atsJobs'> | undefined {
  const key = foldName(title)
  if (key === '') throw new BadCell(`"${title}" is not a job title.`)
  if (clientName !== '') {
    const client = index.clients.get(foldName(clientName))
    return client && index.jobs.get(jobKey(client.id, title))
  }
  const known = index.jobsByTitle.get(key) ?? []
  if (known.length > 1)
    throw new BadCell(`There are ${known.length} jobs called "${title}"; say which client's with a column "Client".`)
  return known[0]
}

function planJob(plan: Plan, index: Index, writes: RecordWrites, title: string, clientName: string): NewRow<'atsJobs'> {
  const existing = findJob(index, title, clientName)
  if (existing) return existing
  const job = planInsert(plan, 'atsJobs', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsJob'),
    clientId: clientName === '' ? null : planClient(plan, index, writes, clientName).id,
    title,
    status: 'open',
    originalStatus: 'Open',
    description: null,
    hiringManagerId: null,
    interviewerIds: [],
  })
  indexJob(index, job)
  const stages = stageRowsFor(writes, job.id)
  for (const stage of stages) planInsert(plan, 'atsStages', stage)
  index.stages.set(job.id, stages)
  return job
}

/** The stage of that label, else the first one of that meaning; without a label the first stage. */
function pickStage<Stage extends { label: string; status: StageStatus }>(
  stages: readonly Stage[],
  jobTitle: string,
  label: string,
): Stage {
  if (stages.length === 0) throw new BadCell(`${jobTitle} has no stages; add one to the job first.`)
  const status = stageStatusOf(label)
  const stage =
    label === ''
      ? stages[0]
      : (stages.find((row) => foldName(row.label) === foldName(label)) ??
        stages.find((row) => status !== null && row.status === status))
  if (stage) return stage
  const known = joinNames(stages.map((row) => row.label))
  throw new BadCell(`"${label}" is not a stage of ${jobTitle}, which has ${known}.`)
}

type Outcome = 'added' | 'updated' | 'unchanged'

function planCandidate(plan: Plan, index: Index, writes: RecordWrites, cells: Cells): Outcome {
  const name = readName(cells)
  const email = readEmail(cells)
  const phone = cells('phone')
  const zone = readZone(cells)
  const locale = readLocale(cells)
  const country = readCountry(cells)
  const appliedAt = readAppliedAt(cells)
  const text = { title: cells('title'), company: cells('company'), notes: cells('notes') }
  const jobTitle = cells('job')
  const clientName = cells('client')
  const stageLabel = cells('stage')
  if (jobTitle === '' && stageLabel !== '') throw new BadCell('The row has a stage but no job.')
  // All checks before the first change: a bad row leaves nothing behind.
  if (jobTitle !== '') {
    const known = findJob(index, jobTitle, clientName)
    pickStage(known ? (index.stages.get(known.id) ?? []) : defaultStages, jobTitle, stageLabel)
  }
  const job = jobTitle === '' ? null : planJob(plan, index, writes, jobTitle, clientName)
  const stage = job === null ? null : pickStage(index.stages.get(job.id) ?? [], jobTitle, stageLabel)

  let outcome: Outcome = 'unchanged'
  let candidate = index.candidates.get(email)
  if (candidate) {
    const phones = phone === '' || candidate.phones.includes(phone) ? candidate.phones : [phone, ...candidate.phones]
    const wanted = { ...givenOnly({ ...name, ...text, zone, locale, country }), phones }
    if (planChange(plan, writes, 'atsCandidates', candidate, wanted)) outcome = 'updated'
  } else {
    candidate = planInsert(plan, 'atsCandidates', {
      ...newRecordBase(writes),
      id: writes.ids.next('atsCandidate'),
      ...name,
      emails: [email],
      phones: phone === '' ? [] : [phone],
      title: text.title || null,
      company: text.company || null,
      notes: text.notes || null,
      zone: zone || null,
      locale: locale || null,
      country: country || null,
    })
    index.candidates.set(email, candidate)
    outcome = 'added'
  }
  if (job === null || stage === null) return outcome
  const key = applicationKey(candidate.id, job.id)
  const application = index.applications.get(key)
  if (application) {
    // Without a stage in the file the application stays where it is.
    const wanted: Partial<NewRow<'atsApplications'>> = {
      ...(stageLabel === '' ? {} : { stageId: stage.id, status: stage.status, originalStatus: stageLabel }),
      ...(appliedAt === null ? {} : { appliedAt }),
    }
    const isChanged = planChange(plan, writes, 'atsApplications', application, wanted)
    return isChanged && outcome === 'unchanged' ? 'updated' : outcome
  }
  const added = planInsert(plan, 'atsApplications', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsApplication'),
    candidateId: candidate.id,
    jobId: job.id,
    stageId: stage.id,
    status: stage.status,
    originalStatus: stageLabel || stage.label,
    ownerId: null,
    appliedAt: appliedAt ?? writes.clock.now(),
  })
  index.applications.set(key, added)
  return outcome === 'added' ? 'added' : 'updated'
}

function planContact(plan: Plan, index: Index, writes: RecordWrites, cells: Cells): Outcome {
  const name = fullName(readName(cells))
  const email = readEmail(cells)
  const zone = readZone(cells)
  const locale = readLocale(cells)
  const clientName = cells('client')
  if (clientName === '') throw new BadCell('The client is missing.')
  const more = { phone: cells('phone'), title: cells('title'), zone, locale }
  const client = planClient(plan, index, writes, clientName)
  const existing = index.contacts.get(contactKey(client.id, email))
  if (existing)
    return planChange(plan, writes, 'atsContacts', existing, givenOnly({ name, ...more })) ? 'updated' : 'unchanged'
  const row = planInsert(plan, 'atsContacts', {
    ...newRecordBase(writes),
    id: writes.ids.next('atsContact'),
    clientId: client.id,
    name,
    email,
    phone: more.phone || null,
    title: more.title || null,
    zone: zone || null,
    locale: locale || null,
  })
  index.contacts.set(contactKey(client.id, email), row)
  return 'added'
}

function planJobRow(plan: Plan, index: Index, writes: RecordWrites, cells: Cells): Outcome {
  const title = cells('title')
  const description = cells('description')
  const label = cells('status')
  const status = label === '' ? null : jobStatusOf(label)
  if (title === '') throw new BadCell('The job title is missing.')
  if (label !== '' && status === null) throw new BadCell(`"${label}" is not a job status; use Open, On hold or Closed.`)
  const countBefore = plan.insertedIds.size
  const job = planJob(plan, index, writes, title, cells('client'))
  const isNew = plan.insertedIds.has(job.id) && plan.insertedIds.size > countBefore
  const wanted = { ...givenOnly({ description }), ...(status === null ? {} : { status, originalStatus: label }) }
  const isChanged = planChange(plan, writes, 'atsJobs', job, wanted)
  return isNew ? 'added' : isChanged ? 'updated' : 'unchanged'
}

const planRowOf = { candidates: planCandidate, contacts: planContact, jobs: planJobRow } as const

async function applyPlan(tx: Tx, plan: Plan): Promise<void> {
  const insert = async <T extends ImportTable>(table: T) => {
    if (plan.inserts[table].length > 0) await tx.insertMany(table, plan.inserts[table])
  }
  for (const table of insertOrder) await insert(table)
  for (const { table, id, patch } of plan.updates.values())
    await tx.update(table as TableName, id, patch as Partial<Tables[TableName]>)
}

/** Somebody added, changed or removed one of the same records meanwhile. */
function isOvertaken(error: unknown): boolean {
  return isParleyError(error) && ['duplicate', 'stale', 'notFound'].includes(error.code)
}

/**
 * Imports a CSV file of candidates (with applications), contacts or jobs. Good rows go in, 500 to a transaction; bad rows are
 * listed with line and reason. Importing again updates: candidates are known by e-mail, contacts by client and e-mail, jobs by
 * client and title. Throws `badInput` (field "file") when the file is no table or lacks columns.
 */
export async function runImport(
  store: Store,
  tenantId: TenantId,
  bytes: Uint8Array,
  options: RecordWrites & { kind?: ImportKind | null },
): Promise<ImportReport> {
  const writes = { clock: options.clock, ids: options.ids }
  const table = readTable(bytes, countKnownColumns)
  const { kind, columns } = recogniseColumns(table.heading, options.kind ?? null)
  const planRow = planRowOf[kind]
  const readAnew = () => store.inTenant(tenantId, (tx) => readIndex(tx, kind))
  let index = await readAnew()

  const planBatch = (rows: typeof table.rows): Plan => {
    const plan = emptyPlan()
    for (const row of rows) {
      try {
        plan[planRow(plan, index, writes, readCells(columns, row.cells))] += 1
      } catch (error) {
        if (!(error instanceof BadCell)) throw error
        plan.bad.push({ line: row.line, reason: error.reason })
      }
    }
    return plan
  }
  const report = {
    kind,
    encoding: table.encoding,
    separator: table.separator,
    rowCount: table.rows.length + table.bad.length,
    addedCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
    alsoAdded: { clientCount: 0, jobCount: 0 },
    bad: [...table.bad],
  }
  for (let from = 0; from < table.rows.length; from += batchRowCount) {
    const rows = table.rows.slice(from, from + batchRowCount)
    let plan = planBatch(rows)
    try {
      await store.inTenant(tenantId, (tx) => applyPlan(tx, plan))
    } catch (first) {
      if (!isOvertaken(first)) throw first
      index = await readAnew()
      plan = planBatch(rows)
      try {
        await store.inTenant(tenantId, (tx) => applyPlan(tx, plan))
      } catch (second) {
        if (!isOvertaken(second)) throw second
        index = await readAnew()
        report.bad.push(...rows.map((row) => ({ line: row.line, reason: `Not saved. ${sentenceFor(second)}` })))
        continue
      }
    }
    report.addedCount += plan.added
    report.updatedCount += plan.updated
    report.unchangedCount += plan.unchanged
    report.alsoAdded.clientCount += plan.inserts.atsClients.length
    report.alsoAdded.jobCount += kind === 'jobs' ? 0 : plan.inserts.atsJobs.length
    report.bad.push(...plan.bad)
  }
  report.bad.sort((left, right) => left.line - right.line)
  return report
}
