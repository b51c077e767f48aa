import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { runImport } from '../ats/csvImport.ts'
import { foldName } from '../ats/nameMatch.ts'
import { newRecordBase, stageRowsFor } from '../ats/recordWrites.ts'
import { countSampleData, removeSampleData } from '../ats/sampleData.ts'
import type { Clock } from '../domain/clock.ts'
import { isParleyError } from '../domain/errors.ts'
import type { Ids } from '../domain/ids.ts'
import { fullName } from '../domain/names.ts'
import {
  type ApplicationRecord,
  type AttachmentRecord,
  type InterviewRecord,
  type StageRecord,
  type StageStatus,
  stageStatuses,
} from '../domain/records.ts'
import { isZone } from '../domain/settings.ts'
import type { NewRow, Store, TableName, Tables, Tx, Where } from '../store/port.ts'
import {
  cleanText,
  type FieldErrors,
  type FieldSpec,
  readForm,
  renderForm,
  typedIn,
  type Values,
} from './records/form.ts'
import {
  type Choices,
  type Content,
  candidateKind,
  clientKind,
  contactKind,
  jobKind,
  type KindTable,
  type RecordKind,
  userKind,
  userRoleWords,
} from './records/kinds.ts'
import {
  type ApplicationLine,
  applicationRow,
  contactRow,
  formatDay,
  formatInstant,
  formatSpan,
  interviewTag,
  jobRow,
  jobTag,
  linkButton,
  mailLink,
  type PageParts,
  pageSize,
  type Reader,
  type Row,
  renderAttachments,
  renderFacts,
  renderFeed,
  renderImportForm,
  renderImportReport,
  renderInterviews,
  renderLadder,
  renderList,
  renderOverview,
  renderPage,
  renderRemoval,
  renderRows,
  renderSampleForm,
  renderSection,
  renderStagesForm,
  type StageLine,
  sampleTag,
  stageTag,
  userRow,
} from './records/pages.ts'
import { isSameOrigin } from './sameOrigin.ts'
import type { Html, RecruiterShell } from './shell.ts'

export interface RecordsOptions extends RecruiterShell {
  store: Store
  clock: Clock
  ids: Ids
}

/** The stylesheet of the room, to be named in the head of its pages. */
export const recordsStylesheet = '/records/records.css'

const formByteCountMax = 256 * 1024
const importByteCountMax = 21 * 1024 * 1024

type KindMap = { [T in KindTable]: RecordKind<T> }
const kinds: KindMap = {
  atsCandidates: candidateKind,
  atsClients: clientKind,
  atsContacts: contactKind,
  atsJobs: jobKind,
  atsUsers: userKind,
}

function byId<R extends { id: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.id, row]))
}

async function findByIds<T extends TableName>(
  tx: Tx,
  table: T,
  wanted: Iterable<string>,
): Promise<Map<string, Tables[T]>> {
  const list = [...new Set(wanted)]
  if (list.length === 0) return new Map()
  const rows = await tx.find(table, { where: { id: { in: list } } as unknown as Where<Tables[T]> })
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** Rows in which every searched word occurs in one of the fields; without a search one page straight from the store. */
async function searchRows<T extends KindTable>(tx: Tx, kind: RecordKind<T>, query: string, page: number) {
  const orderBy = kind.orderBy
  const words = foldName(query).split(' ').filter(Boolean)
  if (words.length === 0) {
    const total = await tx.count(kind.table)
    return { total, rows: await tx.find(kind.table, { orderBy, limit: pageSize, offset: (page - 1) * pageSize }) }
  }
  const selected = new Map<string, Tables[T]>()
  for (const field of kind.searchFields) {
    const where = { [field]: { contains: words[0] ?? '' } } as unknown as Where<Tables[T]>
    for (const row of await tx.find(kind.table, { where, orderBy })) selected.set(String(row.id), row)
  }
  // E-mail addresses of candidates are a list, which the store does not search.
  if (query.includes('@') && kind.table === 'atsCandidates')
    for (const row of await tx.find(kind.table, { orderBy })) {
      const { emails } = row as unknown as { emails: readonly string[] }
      if (emails.some((email) => email.includes(query.trim().toLowerCase()))) selected.set(String(row.id), row)
    }
  const fits = (row: Tables[T]) => {
    const fields = row as unknown as Readonly<Record<string, unknown>>
    const emails = Array.isArray(fields.emails) ? fields.emails : []
    const text = foldName([...kind.searchFields.map((field) => fields[field]), ...emails].join(' '))
    return words.every((word) => text.includes(word))
  }
  const rows = [...selected.values()]
    .filter(fits)
    .sort((left, right) => kind.titleOf(left).localeCompare(kind.titleOf(right)))
  return { total: rows.length, rows: rows.slice((page - 1) * pageSize, page * pageSize) }
}

async function readChoices(tx: Tx): Promise<Choices> {
  const clients = await tx.find('atsClients', { orderBy: [['name', 'asc']] })
  const users = await tx.find('atsUsers', { orderBy: [['name', 'asc']] })
  return {
    clients: clients.map((client) => ({ value: client.id, label: client.name })),
    users: users.map((user) => ({ value: user.id, label: `${user.name}, ${userRoleWords[user.role].toLowerCase()}` })),
  }
}

/** Lines for lists of applications: names from the other tables in a few queries. */
async function readLines(tx: Tx, applications: readonly ApplicationRecord[]): Promise<ApplicationLine[]> {
  const candidates = await findByIds(
    tx,
    'atsCandidates',
    applications.map((row) => row.candidateId),
  )
  const jobs = await findByIds(
    tx,
    'atsJobs',
    applications.map((row) => row.jobId),
  )
  const clients = await findByIds(
    tx,
    'atsClients',
    [...jobs.values()].flatMap((job) => job.clientId ?? []),
  )
  const stages = await findByIds(
    tx,
    'atsStages',
    applications.map((row) => row.stageId),
  )
  return applications.map((application) => {
    const job = jobs.get(application.jobId)
    return {
      application,
      candidate: candidates.get(application.candidateId),
      job,
      client: job?.clientId ? clients.get(job.clientId) : undefined,
      stageLabel: stages.get(application.stageId)?.label ?? application.originalStatus,
    }
  })
}

async function withCandidateNames(tx: Tx, interviews: readonly InterviewRecord[]) {
  const candidates = await findByIds(
    tx,
    'atsCandidates',
    interviews.map((row) => row.candidateId),
  )
  return interviews.map((interview) => {
    const candidate = candidates.get(interview.candidateId)
    return { interview, candidateName: candidate ? fullName(candidate) : 'Unknown candidate' }
  })
}

const liveStatuses: readonly StageStatus[] = stageStatuses.filter(
  (status) => status !== 'hired' && status !== 'rejected',
)

async function countLivePerJob(tx: Tx, jobIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const id of jobIds)
    counts.set(id, await tx.count('atsApplications', { jobId: id, status: { in: liveStatuses } }))
  return counts
}

/** True when the form was sent back as it was shown: then nothing is written, whatever the row looks like. */
function isUntouched(specs: readonly FieldSpec[], typed: Values, shown: Values): boolean {
  return specs.every((spec) => {
    const left = [...(typed[spec.name] ?? [])].filter(Boolean).sort()
    const right = (shown[spec.name] ?? []).map(cleanText).filter(Boolean).sort()
    return JSON.stringify(left) === JSON.stringify(right)
  })
}

const attachmentSpecs: FieldSpec[] = [
  {
    name: 'kind',
    label: 'Kind',
    kind: 'select',
    isRequired: true,
    options: [
      { value: 'resume', label: 'Resume' },
      { value: 'coverLetter', label: 'Cover letter' },
      { value: 'other', label: 'Other document' },
    ],
  },
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  {
    name: 'url',
    label: 'Web address',
    kind: 'url',
    isRequired: true,
    isWide: true,
    hint: 'Where the document is kept; Parley stores the link only',
  },
]

/**
 * The records room: overview, candidates, applications, jobs with stages, clients, contacts, team, interviews, import, sample data.
 * Mounted at /records behind the recruiter's session. GET and HEAD change nothing, and a form that is sent back as it was shown
 * changes nothing either.
 */
export function createRecordsApp(options: RecordsOptions): Hono {
  const { store, clock, ids, viewer, layout } = options
  const app = new Hono()
  const css = readFileSync(join(import.meta.dirname, 'assets', 'records.css'), 'utf8')

  app.get('/records.css', (c) =>
    c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  const inTenant = <T>(c: Context, work: (tx: Tx) => Promise<T>): Promise<T> => store.inTenant(viewer(c).tenantId, work)

  async function readReader(tx: Tx, c: Context): Promise<Reader & { name: string }> {
    const member = await tx.get('members', viewer(c).memberId)
    return {
      zone: member && isZone(member.zone) ? member.zone : 'UTC',
      locale: Intl.DateTimeFormat.supportedLocalesOf(member?.locale ?? 'en-GB')[0] ?? 'en-GB',
      name: member?.name ?? 'Somebody of the team',
    }
  }

  type Status = 200 | 404 | 409 | 413 | 422
  async function show(c: Context, page: PageParts, status: Status = 200): Promise<Response> {
    return layout(c, { title: page.title, body: renderPage(page), section: 'records', status })
  }

  async function showMissing(c: Context): Promise<Response> {
    const content = html`<p class="lead">It may have been removed, or the address is wrong.</p><p class="form-end">${linkButton('/records', 'To the overview', true)}</p>`
    return show(c, { room: '', title: 'There is no such record', content }, 404)
  }

  // ---- What every changing request must pass -----------------------------------------------------------------------

  app.use('*', async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || isSameOrigin(c.req.raw.headers)) return next()
    return c.text('This was not sent by a page of Parley, so nothing was changed.', 403)
  })
  const tooLarge = (c: Context) =>
    show(
      c,
      {
        room: '',
        title: 'That is too much at once',
        content: html`<p class="lead">Nothing was changed. A form may have 256 KB, a file to import 20 MB.</p>`,
      },
      413,
    )
  const formLimit = bodyLimit({ maxSize: formByteCountMax, onError: tooLarge })
  const importLimit = bodyLimit({ maxSize: importByteCountMax, onError: tooLarge })
  app.use('*', (c, next) => (c.req.path.endsWith('/import') ? importLimit(c, next) : formLimit(c, next)))

  async function readBody(c: Context): Promise<Record<string, unknown>> {
    try {
      return await c.req.parseBody({ all: true })
    } catch {
      return {}
    }
  }
  const pageOf = (c: Context) => Math.min(100_000, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1))
  const queryOf = (c: Context) => cleanText(c.req.query('q') ?? '').slice(0, 200)

  // ---- Overview ---------------------------------------------------------------------------------------------------

  app.get('/', async (c) => {
    const content = await inTenant(c, async (tx) => {
      const stageCounts: { status: StageStatus; count: number }[] = []
      for (const status of stageStatuses)
        stageCounts.push({ status, count: await tx.count('atsApplications', { status }) })
      const upcoming = await tx.find('atsInterviews', {
        where: { status: 'SCHEDULED', endAt: { gte: clock.now() } },
        orderBy: [['startAt', 'asc']],
        limit: 6,
      })
      const facts = {
        liveCount: stageCounts
          .filter(({ status }) => liveStatuses.includes(status))
          .reduce((sum, { count }) => sum + count, 0),
        candidateCount: await tx.count('atsCandidates'),
        openJobCount: await tx.count('atsJobs', { status: 'open' }),
        clientCount: await tx.count('atsClients'),
        stageCounts,
        sample: await countSampleData(tx),
        interviews: await withCandidateNames(tx, upcoming),
        activities: await tx.find('atsActivities', { orderBy: [['at', 'desc']], limit: 8 }),
      }
      return renderOverview(facts, await readReader(tx, c))
    })
    const actions = html`${linkButton('/records/candidates/new', 'Add a candidate', true)}${linkButton('/records/jobs/new', 'Add a job')}${linkButton('/records/import', 'Import')}`
    return show(c, { room: '', title: 'Records', actions, content })
  })

  // ---- Import and sample data ---------------------------------------------------------------------------------------

  const showImport = (c: Context, errors: FieldErrors, kind: string, status: Status = 200) =>
    show(c, { room: 'import', title: 'Import from a file', content: renderImportForm(errors, kind) }, status)

  app.get('/import', (c) => showImport(c, {}, ''))
  app.post('/import', async (c) => {
    const body = await readBody(c)
    const kind = typeof body.kind === 'string' ? body.kind : ''
    const wanted = kind === 'candidates' || kind === 'contacts' || kind === 'jobs' ? kind : null
    if (!(body.file instanceof File) || body.file.name === '')
      return showImport(c, { file: 'Choose a CSV file.' }, kind, 422)
    try {
      const bytes = new Uint8Array(await body.file.arrayBuffer())
      const report = await runImport(store, viewer(c).tenantId, bytes, { clock, ids, kind: wanted })
      return show(c, { room: 'import', title: 'Imported', kicker: body.file.name, content: renderImportReport(report) })
    } catch (error) {
      if (!isParleyError(error, 'badInput')) throw error
      return showImport(c, { file: error.message }, kind, 422)
    }
  })

  async function showSample(c: Context, errors: FieldErrors, status: Status = 200): Promise<Response> {
    const sample = await inTenant(c, countSampleData)
    const isThere = Object.values(sample).some((count: number) => count > 0)
    const content = isThere ? renderSampleForm(sample, errors) : html`<p class="lead">There is no sample data.</p>`
    return show(c, { room: '', title: 'Remove sample data', content }, status)
  }
  app.get('/sample', (c) => showSample(c, {}))
  app.post('/sample', async (c) => {
    const body = await readBody(c)
    if (body.confirm !== 'yes')
      return showSample(c, { confirm: 'Tick the box to say that the sample data may go.' }, 422)
    const removal = await removeSampleData(store, viewer(c).tenantId)
    return show(c, { room: '', title: 'Sample data removed', content: renderRemoval(removal) })
  })

  // ---- Lists ------------------------------------------------------------------------------------------------------

  const rowsFor: { [T in KindTable]: (tx: Tx, rows: readonly Tables[T][]) => Promise<Row[]> } = {
    atsCandidates: async (tx, rows) => {
      const applications =
        rows.length === 0
          ? []
          : await tx.find('atsApplications', { where: { candidateId: { in: rows.map((row) => row.id) } } })
      const lines = await readLines(tx, applications)
      return rows.map((row) => {
        const own = lines.filter((line) => line.application.candidateId === row.id)
        const work = [row.title, row.company].filter(Boolean).join(' at ')
        return {
          href: `/records/candidates/${row.id}`,
          title: fullName(row),
          detail: [work, row.emails[0]].filter(Boolean).join(' · '),
          tags: html`${own
            .slice(0, 3)
            .map(
              (line) => html`${stageTag(line.application, `${line.job?.title ?? 'Job'}: ${line.stageLabel}`)} `,
            )}${sampleTag(row)}`,
        }
      })
    },
    atsClients: async (tx, rows) => {
      const result: Row[] = []
      for (const row of rows) {
        const contacts = await tx.count('atsContacts', { clientId: row.id })
        const jobs = await tx.count('atsJobs', { clientId: row.id, status: 'open' })
        const detail = `${contacts === 1 ? '1 contact' : `${contacts} contacts`} · ${jobs === 1 ? '1 open job' : `${jobs} open jobs`}`
        result.push({ href: `/records/clients/${row.id}`, title: row.name, detail, tags: sampleTag(row) })
      }
      return result
    },
    atsContacts: async (tx, rows) => {
      const clients = await findByIds(
        tx,
        'atsClients',
        rows.map((row) => row.clientId),
      )
      return rows.map((row) => contactRow(row, clients.get(row.clientId)))
    },
    atsJobs: async (tx, rows) => {
      const clients = await findByIds(
        tx,
        'atsClients',
        rows.flatMap((row) => row.clientId ?? []),
      )
      const counts = await countLivePerJob(
        tx,
        rows.map((row) => row.id),
      )
      return rows.map((row) =>
        jobRow(row, row.clientId === null ? undefined : clients.get(row.clientId), counts.get(row.id) ?? 0),
      )
    },
    atsUsers: async (_, rows) => rows.map(userRow),
  }

  // ---- Pages of one record ------------------------------------------------------------------------------------------

  interface Detail {
    kicker: Html | string
    content: Html
    actions?: Html
  }
  const zoneFact = (zone: string | null) => ({ label: 'Time zone', value: zone })
  const detailFor: { [T in KindTable]: (tx: Tx, row: Tables[T], reader: Reader) => Promise<Detail> } = {
    atsCandidates: async (tx, row, reader) => {
      const where = { candidateId: row.id }
      const applications = await tx.find('atsApplications', { where, orderBy: [['appliedAt', 'desc']] })
      const lines = await readLines(tx, applications)
      const attachments = await tx.find('atsAttachments', { where, orderBy: [['createdAt', 'asc']] })
      const interviews = await tx.find('atsInterviews', { where, orderBy: [['startAt', 'desc']], limit: 20 })
      const facts = renderFacts([
        {
          label: 'E-mail',
          value: row.emails.length > 0 ? html`${row.emails.map((email) => html`${mailLink(email)}<br>`)}` : null,
        },
        { label: 'Phone', value: row.phones.join(', ') },
        { label: 'Works as', value: [row.title, row.company].filter(Boolean).join(' at ') },
        zoneFact(row.zone),
        { label: 'Language of mails', value: row.locale },
        { label: 'Country', value: row.country },
        { label: 'Notes', value: row.notes === null ? null : html`<span class="long">${row.notes}</span>` },
        { label: 'Added', value: formatDay(row.createdAt, reader) },
      ])
      return {
        kicker: 'Candidate',
        content: html`${renderSection(
          'Applications',
          renderRows(
            lines.map((line) => applicationRow(line, reader, 'job')),
            'Not put forward for a job yet.',
          ),
          linkButton(`/records/candidates/${row.id}/applications/new`, 'Put forward for a job'),
        )}<div class="columns">${renderSection('About', facts)}<div>${renderSection(
          'Documents',
          renderAttachments(attachments),
          linkButton(`/records/candidates/${row.id}/attachments/new`, 'Link a document'),
        )}${renderSection('Interviews', renderInterviews(await withCandidateNames(tx, interviews), reader))}</div></div>`,
      }
    },
    atsClients: async (tx, row, reader) => {
      const contacts = await tx.find('atsContacts', { where: { clientId: row.id }, orderBy: [['name', 'asc']] })
      const jobs = await tx.find('atsJobs', { where: { clientId: row.id }, orderBy: [['title', 'asc']] })
      const counts = await countLivePerJob(
        tx,
        jobs.map((job) => job.id),
      )
      const facts = [
        { label: 'Country', value: row.country },
        { label: 'Notes', value: row.notes === null ? null : html`<span class="long">${row.notes}</span>` },
        { label: 'Added', value: formatDay(row.createdAt, reader) },
      ]
      return {
        kicker: 'Client',
        content: html`<div class="columns">${renderSection(
          'Jobs',
          renderRows(
            jobs.map((job) => jobRow(job, row, counts.get(job.id) ?? 0)),
            'No job yet.',
          ),
          linkButton(`/records/jobs/new?clientId=${row.id}`, 'Add a job'),
        )}${renderSection(
          'Contacts',
          renderRows(
            contacts.map((contact) => contactRow(contact, undefined)),
            'No contact yet. A client is asked through its contacts.',
          ),
          linkButton(`/records/contacts/new?clientId=${row.id}`, 'Add a contact'),
        )}</div>${renderSection('About', renderFacts(facts))}`,
      }
    },
    atsContacts: async (tx, row, reader) => {
      const client = await tx.get('atsClients', row.clientId)
      const facts = [
        { label: 'Client', value: client ? html`<a href="/records/clients/${client.id}">${client.name}</a>` : null },
        { label: 'Title', value: row.title },
        { label: 'E-mail', value: mailLink(row.email) },
        { label: 'Phone', value: row.phone },
        zoneFact(row.zone),
        { label: 'Language of mails', value: row.locale },
        { label: 'Added', value: formatDay(row.createdAt, reader) },
      ]
      return {
        kicker: client ? `Contact at ${client.name}` : 'Contact',
        content: renderSection('About', renderFacts(facts)),
      }
    },
    atsJobs: async (tx, row, reader) => {
      const client = row.clientId === null ? null : await tx.get('atsClients', row.clientId)
      const stages = await tx.find('atsStages', { where: { jobId: row.id }, orderBy: [['ordinal', 'asc']] })
      const applications = await tx.find('atsApplications', {
        where: { jobId: row.id },
        orderBy: [['appliedAt', 'desc']],
        limit: 500,
      })
      const lines = await readLines(tx, applications)
      const users = await findByIds(
        tx,
        'atsUsers',
        [row.hiringManagerId, ...row.interviewerIds].filter((id) => id !== null),
      )
      const userLink = (id: string) => {
        const user = users.get(id)
        return user ? html`<a href="/records/users/${user.id}">${user.name}</a> ` : null
      }
      const facts = renderFacts([
        {
          label: 'Client',
          value: client ? html`<a href="/records/clients/${client.id}">${client.name}</a>` : 'Our own company',
        },
        { label: 'Status', value: jobTag(row) },
        { label: 'Hiring manager', value: row.hiringManagerId === null ? null : userLink(row.hiringManagerId) },
        {
          label: 'Interviewers',
          value: row.interviewerIds.length === 0 ? null : html`${row.interviewerIds.map(userLink)}`,
        },
        {
          label: 'Description',
          value: row.description === null ? null : html`<span class="long">${row.description}</span>`,
        },
      ])
      const board = stages.map((stage) => {
        const own = lines.filter((line) => line.application.stageId === stage.id)
        return html`<section class="board-stage${own.length === 0 ? ' is-empty' : ''}"><h3>${stage.label} <span class="board-count">${own.length}</span></h3>${
          own.length === 0
            ? html`<p class="nothing">Nobody</p>`
            : renderRows(
                own.map((line) => ({
                  ...applicationRow(line, reader, 'candidate'),
                  tags: sampleTag(line.application),
                })),
                '',
              )
        }</section>`
      })
      return {
        kicker: client
          ? html`Job at <a href="/records/clients/${client.id}">${client.name}</a>`
          : 'Job of our own company',
        content: html`${renderSection(
          'Applications by stage',
          stages.length === 0
            ? html`<p class="nothing">This job has no stages yet.</p>`
            : html`<div class="board">${board}</div>`,
          linkButton(`/records/jobs/${row.id}/stages`, 'Edit stages'),
        )}${renderSection('About', facts)}`,
      }
    },
    atsUsers: async (tx, row, reader) => {
      const managed = await tx.find('atsJobs', { where: { hiringManagerId: row.id }, orderBy: [['title', 'asc']] })
      const counts = await countLivePerJob(
        tx,
        managed.map((job) => job.id),
      )
      const facts = [
        { label: 'Role', value: userRoleWords[row.role] },
        { label: 'E-mail', value: mailLink(row.email) },
        zoneFact(row.zone),
        { label: 'Added', value: formatDay(row.createdAt, reader) },
      ]
      const jobs = renderRows(
        managed.map((job) => jobRow(job, undefined, counts.get(job.id) ?? 0)),
        'Hires for no job.',
      )
      return {
        kicker: 'Team member',
        content: html`<div class="columns">${renderSection('About', renderFacts(facts))}${renderSection('Hires for', jobs)}</div>`,
      }
    },
  }

  // ---- Applications: a stage, an owner, and what happened ---------------------------------------------------------------

  app.get('/applications', async (c) => {
    const query = queryOf(c)
    const page = pageOf(c)
    const stage = stageStatuses.find((status) => status === c.req.query('stage'))
    const list = await inTenant(c, async (tx) => {
      const reader = await readReader(tx, c)
      const base: Where<ApplicationRecord> = stage === undefined ? {} : { status: stage }
      const orderBy: [keyof ApplicationRecord & string, 'asc' | 'desc'][] = [['appliedAt', 'desc']]
      let total: number
      let rows: ApplicationRecord[]
      if (query === '') {
        total = await tx.count('atsApplications', base)
        rows = await tx.find('atsApplications', {
          where: base,
          orderBy,
          limit: pageSize,
          offset: (page - 1) * pageSize,
        })
      } else {
        const candidates = await searchRows(tx, { ...candidateKind, searchFields: ['firstName', 'lastName'] }, query, 1)
        const jobs = await searchRows(tx, jobKind, query, 1)
        const found = [
          ...(await tx.find('atsApplications', {
            where: { ...base, candidateId: { in: candidates.rows.map((row) => row.id) } },
            orderBy,
          })),
          ...(await tx.find('atsApplications', {
            where: { ...base, jobId: { in: jobs.rows.map((row) => row.id) } },
            orderBy,
          })),
        ]
        const all = [...byId(found).values()].sort(
          (left, right) => right.appliedAt.getTime() - left.appliedAt.getTime(),
        )
        total = all.length
        rows = all.slice((page - 1) * pageSize, page * pageSize)
      }
      const lines = await readLines(tx, rows)
      return { total, rows: lines.map((line) => applicationRow(line, reader)) }
    })
    const nothing = 'No application yet. Put a candidate forward for a job, or import a list.'
    const content = renderList({ path: 'applications', noun: 'applications', query, page, ...list, nothing })
    return show(c, {
      room: 'applications',
      title: stage === undefined ? 'Applications' : `Applications: ${stage}`,
      content,
    })
  })

  function applicationSpecs(stages: readonly StageRecord[], choices: Choices): FieldSpec[] {
    return [
      {
        name: 'stageId',
        label: 'Stage',
        kind: 'select',
        isRequired: true,
        options: stages.map((stage) => ({ value: stage.id, label: stage.label })),
      },
      {
        name: 'ownerId',
        label: 'Looked after by',
        kind: 'select',
        options: [{ value: '', label: 'Nobody yet' }, ...choices.users],
      },
    ]
  }

  async function showApplication(
    c: Context,
    id: string,
    sent: { values: Values; errors: FieldErrors } | null,
    status: Status,
  ) {
    const parts = await inTenant(c, async (tx): Promise<PageParts | null> => {
      const application = await tx.get('atsApplications', id)
      const [line] = application ? await readLines(tx, [application]) : []
      if (!application || !line?.candidate || !line.job) return null
      const reader = await readReader(tx, c)
      const stages = await tx.find('atsStages', { where: { jobId: application.jobId }, orderBy: [['ordinal', 'asc']] })
      const activities = await tx.find('atsActivities', {
        where: { applicationId: id },
        orderBy: [['at', 'desc']],
        limit: 200,
      })
      const interviews = await tx.find('atsInterviews', {
        where: { applicationId: id },
        orderBy: [['startAt', 'desc']],
      })
      const attachments = await tx.find('atsAttachments', { where: { candidateId: application.candidateId } })
      const owner = application.ownerId === null ? null : await tx.get('atsUsers', application.ownerId)
      const form = renderForm({
        action: `/records/applications/${id}`,
        specs: applicationSpecs(stages, await readChoices(tx)),
        values: sent?.values ?? { stageId: [application.stageId], ownerId: [application.ownerId ?? ''] },
        errors: sent?.errors ?? {},
        submitLabel: 'Save',
        cancelHref: `/records/applications/${id}`,
        hidden: { seen: application.stageId },
      })
      const facts = [
        {
          label: 'Candidate',
          value: html`<a href="/records/candidates/${line.candidate.id}">${fullName(line.candidate)}</a>`,
        },
        { label: 'Job', value: html`<a href="/records/jobs/${line.job.id}">${line.job.title}</a>` },
        {
          label: 'Client',
          value: line.client
            ? html`<a href="/records/clients/${line.client.id}">${line.client.name}</a>`
            : 'Our own company',
        },
        {
          label: 'Stage',
          value: html`${stageTag(application, line.stageLabel)}${
            application.originalStatus === line.stageLabel
              ? null
              : html` <span class="host">imported as “${application.originalStatus}”</span>`
          }`,
        },
        { label: 'Applied', value: formatDay(application.appliedAt, reader) },
        { label: 'Looked after by', value: owner?.name ?? null },
      ]
      return {
        room: 'applications',
        kicker: html`Application for <a href="/records/jobs/${line.job.id}">${line.job.title}</a>${line.client ? ` at ${line.client.name}` : ''}`,
        title: fullName(line.candidate),
        tags: sampleTag(application),
        done: c.req.query('done'),
        content: html`${renderLadder(stages, application.stageId)}<div class="columns"><div>${renderSection('About', renderFacts(facts))}${renderSection(
          'Change by hand',
          form,
          null,
          'change',
        )}${renderSection('Documents', renderAttachments(attachments))}</div><div>${renderSection(
          'Interviews',
          renderInterviews(await withCandidateNames(tx, interviews), reader),
        )}${renderSection('What happened', renderFeed(activities, reader))}</div></div>`,
      }
    })
    return parts === null ? showMissing(c) : show(c, parts, status)
  }

  app.get('/applications/:id', (c) => showApplication(c, c.req.param('id'), null, 200))
  app.post('/applications/:id', async (c) => {
    const id = c.req.param('id')
    const body = await readBody(c)
    const result = await inTenant(c, async (tx) => {
      const application = await tx.get('atsApplications', id)
      if (!application) return null
      const stages = await tx.find('atsStages', { where: { jobId: application.jobId }, orderBy: [['ordinal', 'asc']] })
      const sent = readForm(applicationSpecs(stages, await readChoices(tx)), body)
      if (Object.keys(sent.errors).length > 0) return { sent, status: 422 as const }
      const to = stages.find((stage) => stage.id === typedIn(sent.values, 'stageId'))
      const ownerId = typedIn(sent.values, 'ownerId') || null
      const isMoved = to !== undefined && to.id !== body.seen
      if (isMoved && body.seen !== application.stageId && to.id !== application.stageId) {
        const now = stages.find((stage) => stage.id === application.stageId)
        const sentence = `Somebody moved this to ${now?.label ?? 'another stage'} meanwhile. Save again if you still want ${to.label}.`
        return { sent: { ...sent, errors: { stageId: sentence } }, status: 409 as const }
      }
      const isStageNew = isMoved && to.id !== application.stageId
      if (!isStageNew && ownerId === application.ownerId) return { done: 'same' }
      const from = stages.find((stage) => stage.id === application.stageId)
      const stagePatch = isStageNew ? { stageId: to.id, status: to.status, originalStatus: to.label } : {}
      const now = clock.now()
      await tx.update(
        'atsApplications',
        id,
        { ...stagePatch, ownerId, isSample: false, updatedAt: now },
        { stageId: application.stageId },
      )
      if (isStageNew) {
        const { name } = await readReader(tx, c)
        const activityId = ids.next('atsActivity')
        await tx.insert('atsActivities', {
          ...newRecordBase({ clock }),
          id: activityId,
          applicationId: id,
          candidateId: application.candidateId,
          externalKey: `byHand:${activityId}`,
          event: 'stageMoved',
          text: `${name} moved this from ${from?.label ?? 'another stage'} to ${to.label}.`,
          data: { fromStageId: application.stageId, toStageId: to.id },
          at: now,
        })
      }
      return { done: 'saved' }
    })
    if (result === null) return showMissing(c)
    if (result.sent !== undefined) return showApplication(c, id, result.sent, result.status)
    return c.redirect(`/records/applications/${id}?done=${result.done}`, 303)
  })

  const jobSpec = (jobs: readonly { value: string; label: string }[]): FieldSpec[] => [
    {
      name: 'jobId',
      label: 'Job',
      kind: 'select',
      isRequired: true,
      isWide: true,
      options: [{ value: '', label: 'Choose a job' }, ...jobs],
    },
  ]
  async function readJobOptions(tx: Tx) {
    const jobs = await tx.find('atsJobs', { where: { status: { not: 'closed' } }, orderBy: [['title', 'asc']] })
    const clients = await findByIds(
      tx,
      'atsClients',
      jobs.flatMap((job) => job.clientId ?? []),
    )
    return jobs.map((job) => ({
      value: job.id,
      label: `${job.title}, ${job.clientId === null ? 'our own company' : (clients.get(job.clientId)?.name ?? 'unknown client')}`,
    }))
  }

  async function showNewApplication(
    c: Context,
    candidateId: string,
    values: Values,
    errors: FieldErrors,
    status: Status,
  ) {
    const found = await inTenant(c, async (tx) => {
      const candidate = await tx.get('atsCandidates', candidateId)
      return candidate && { candidate, jobs: await readJobOptions(tx) }
    })
    if (!found) return showMissing(c)
    const content = renderForm({
      action: `/records/candidates/${candidateId}/applications/new`,
      specs: jobSpec(found.jobs),
      values,
      errors,
      submitLabel: 'Put forward',
      cancelHref: `/records/candidates/${candidateId}`,
    })
    return show(
      c,
      { room: 'candidates', kicker: fullName(found.candidate), title: 'Put forward for a job', content },
      status,
    )
  }
  app.get('/candidates/:id/applications/new', (c) => showNewApplication(c, c.req.param('id'), {}, {}, 200))
  app.post('/candidates/:id/applications/new', async (c) => {
    const candidateId = c.req.param('id')
    const body = await readBody(c)
    const result = await inTenant(
      c,
      async (tx): Promise<{ values: Values; errors: FieldErrors } | { id: string } | null> => {
        if (!(await tx.get('atsCandidates', candidateId))) return null
        const sent = readForm(jobSpec(await readJobOptions(tx)), body)
        if (Object.keys(sent.errors).length > 0) return sent
        const jobId = typedIn(sent.values, 'jobId')
        const [existing] = await tx.find('atsApplications', { where: { candidateId, jobId }, limit: 1 })
        if (existing) return { ...sent, errors: { jobId: 'This candidate was put forward for this job already.' } }
        const [stage] = await tx.find('atsStages', { where: { jobId }, orderBy: [['ordinal', 'asc']], limit: 1 })
        if (!stage) return { ...sent, errors: { jobId: 'This job has no stages yet; add one to the job first.' } }
        const application = await tx.insert('atsApplications', {
          ...newRecordBase({ clock }),
          id: ids.next('atsApplication'),
          candidateId,
          jobId,
          stageId: stage.id,
          status: stage.status,
          originalStatus: stage.label,
          ownerId: null,
          appliedAt: clock.now(),
        })
        return { id: application.id }
      },
    )
    if (result === null) return showMissing(c)
    if ('errors' in result) return showNewApplication(c, candidateId, result.values, result.errors, 422)
    return c.redirect(`/records/applications/${result.id}?done=added`, 303)
  })

  // ---- Documents ------------------------------------------------------------------------------------------------------

  const attachmentForm = (action: string, values: Values, errors: FieldErrors, cancelHref: string) =>
    renderForm({ action, specs: attachmentSpecs, values, errors, submitLabel: 'Save', cancelHref })
  const attachmentContent = (values: Values) => ({
    kind: typedIn(values, 'kind') as AttachmentRecord['kind'],
    name: typedIn(values, 'name'),
    url: typedIn(values, 'url'),
  })

  app.on(['GET', 'POST'], '/candidates/:id/attachments/new', async (c) => {
    const candidateId = c.req.param('id')
    const candidate = await inTenant(c, (tx) => tx.get('atsCandidates', candidateId))
    if (!candidate) return showMissing(c)
    const back = `/records/candidates/${candidateId}`
    const isPost = c.req.method === 'POST'
    const sent = isPost ? readForm(attachmentSpecs, await readBody(c)) : { values: {}, errors: {} }
    if (!isPost || Object.keys(sent.errors).length > 0) {
      const content = attachmentForm(`${back}/attachments/new`, sent.values, sent.errors, back)
      return show(
        c,
        { room: 'candidates', kicker: fullName(candidate), title: 'Link a document', content },
        isPost ? 422 : 200,
      )
    }
    await inTenant(c, (tx) =>
      tx.insert('atsAttachments', {
        ...newRecordBase({ clock }),
        id: ids.next('atsAttachment'),
        candidateId,
        ...attachmentContent(sent.values),
      }),
    )
    return c.redirect(`${back}?done=added`, 303)
  })

  app.on(['GET', 'POST'], '/attachments/:id/edit', async (c) => {
    const id = c.req.param('id')
    const row = await inTenant(c, (tx) => tx.get('atsAttachments', id))
    if (!row) return showMissing(c)
    const back = `/records/candidates/${row.candidateId}`
    const isPost = c.req.method === 'POST'
    const shown: Values = { kind: [row.kind], name: [row.name], url: [row.url] }
    const sent = isPost ? readForm(attachmentSpecs, await readBody(c)) : { values: shown, errors: {} }
    if (!isPost || Object.keys(sent.errors).length > 0) {
      const content = attachmentForm(`/records/attachments/${id}/edit`, sent.values, sent.errors, back)
      return show(c, { room: 'candidates', kicker: 'Document', title: row.name, content }, isPost ? 422 : 200)
    }
    if (isUntouched(attachmentSpecs, sent.values, shown)) return c.redirect(`${back}?done=same`, 303)
    await inTenant(c, (tx) =>
      tx.update('atsAttachments', id, { ...attachmentContent(sent.values), isSample: false, updatedAt: clock.now() }),
    )
    return c.redirect(`${back}?done=saved`, 303)
  })

  // ---- Interviews -------------------------------------------------------------------------------------------------------

  app.get('/interviews', async (c) => {
    const page = pageOf(c)
    const content = await inTenant(c, async (tx) => {
      const reader = await readReader(tx, c)
      const coming = { status: 'SCHEDULED', endAt: { gte: clock.now() } } as const
      const upcoming =
        page > 1 ? [] : await tx.find('atsInterviews', { where: coming, orderBy: [['startAt', 'asc']], limit: 200 })
      const all = await tx.find('atsInterviews', {
        orderBy: [['startAt', 'desc']],
        limit: pageSize + 1,
        offset: (page - 1) * pageSize,
      })
      const isMore = all.length > pageSize
      const rows = await withCandidateNames(tx, all.slice(0, pageSize))
      const nothing = html`<p class="nothing">No interview yet. Parley writes them here when they are booked in the chat.</p>`
      return html`${
        upcoming.length > 0
          ? renderSection('Coming up', renderInterviews(await withCandidateNames(tx, upcoming), reader))
          : null
      }${renderSection('All, newest first', rows.length === 0 ? nothing : renderInterviews(rows, reader))}${
        page > 1 || isMore
          ? html`<nav class="pager" aria-label="Pages">${page > 1 ? html`<a class="button" href="/records/interviews?page=${page - 1}" rel="prev">Previous</a>` : null}<span>Page ${page}</span>${isMore ? html`<a class="button" href="/records/interviews?page=${page + 1}" rel="next">Next</a>` : null}</nav>`
          : null
      }`
    })
    return show(c, { room: 'interviews', title: 'Interviews', content })
  })

  app.get('/interviews/:id', async (c) => {
    const parts = await inTenant(c, async (tx): Promise<PageParts | null> => {
      const interview = await tx.get('atsInterviews', c.req.param('id'))
      if (!interview) return null
      const reader = await readReader(tx, c)
      const candidate = await tx.get('atsCandidates', interview.candidateId)
      const job = await tx.get('atsJobs', interview.jobId)
      const place = URL.canParse(interview.location) && /^https?:/.test(interview.location)
      const facts = [
        { label: 'Status', value: interviewTag(interview) },
        { label: 'When', value: formatSpan(interview.startAt, interview.endAt, reader) },
        {
          label: 'Where',
          value: place
            ? html`<a href="${interview.location}" rel="noreferrer">${interview.location}</a>`
            : interview.location,
        },
        {
          label: 'Candidate',
          value: candidate ? html`<a href="/records/candidates/${candidate.id}">${fullName(candidate)}</a>` : null,
        },
        { label: 'Job', value: job ? html`<a href="/records/jobs/${job.id}">${job.title}</a>` : null },
        {
          label: 'Takes part',
          value: html`${interview.participants.map((person) => html`${person.name} <span class="host">${person.role}</span><br>`)}`,
        },
        {
          label: 'Application',
          value: html`<a href="/records/applications/${interview.applicationId}">Open the application</a>`,
        },
        { label: 'Calendar object', value: html`<code>${interview.externalEventXref}</code>` },
        { label: 'Last written', value: formatInstant(interview.updatedAt, reader) },
      ]
      return {
        room: 'interviews',
        kicker: 'Interview',
        title: interview.title,
        tags: sampleTag(interview),
        content: html`${renderSection('About', renderFacts(facts))}<p class="nothing">Interviews are moved and cancelled in the chat, so that everybody is told.</p>`,
      }
    })
    return parts === null ? showMissing(c) : show(c, parts)
  })

  // ---- Stages of a job ------------------------------------------------------------------------------------------------

  const stageVersion = (stages: readonly StageRecord[]) =>
    stages.map((stage) => `${stage.id}:${stage.updatedAt.getTime()}`).join()

  function readStageLines(stages: readonly StageRecord[], body: Readonly<Record<string, unknown>>) {
    const text = (name: string) => cleanText(typeof body[name] === 'string' ? body[name] : '')
    const lines: StageLine[] = [...stages.map((stage) => stage.id), 'new'].map((key) => ({
      key,
      label: text(`label-${key}`),
      status: text(`status-${key}`),
      position: text(`position-${key}`),
    }))
    const errors: Record<string, string> = {}
    const seenLabels = new Map<string, string>()
    for (const line of lines) {
      if (line.key === 'new' && line.label === '') continue
      if (line.label === '') errors[`label-${line.key}`] = 'Enter a name for this stage.'
      else if (line.label.length > 60) errors[`label-${line.key}`] = 'Shorten the name of the stage to 60 characters.'
      else if (seenLabels.has(foldName(line.label)))
        errors[`label-${line.key}`] = `Two stages are called ${line.label}.`
      seenLabels.set(foldName(line.label), line.key)
      if (!/^\d{1,3}$/.test(line.position)) errors[`position-${line.key}`] = 'Enter the position as a whole number.'
      if (!stageStatuses.some((status) => status === line.status))
        errors[`status-${line.key}`] = 'Choose what the stage means.'
    }
    return { lines, errors }
  }

  /** A stage that was given a new number goes before the one that has it when it comes from below, after it when from above. */
  function orderStages(stages: readonly StageRecord[], lines: readonly StageLine[]): StageLine[] {
    const before = new Map(stages.map((stage, at) => [stage.id, at + 1]))
    const place = (line: StageLine) => {
      const wanted = Number(line.position)
      const old = before.get(line.key) ?? stages.length + 1
      return wanted === old ? wanted : wanted < old ? wanted - 0.5 : wanted + 0.5
    }
    return lines
      .filter((line) => line.key !== 'new' || line.label !== '')
      .map((line) => ({ line, place: place(line) }))
      .sort((left, right) => left.place - right.place)
      .map(({ line }) => line)
  }

  async function showStages(c: Context, sent: { lines: StageLine[]; errors: FieldErrors } | null, status: Status) {
    const found = await inTenant(c, async (tx) => {
      const job = await tx.get('atsJobs', c.req.param('id') ?? '')
      return (
        job && { job, stages: await tx.find('atsStages', { where: { jobId: job.id }, orderBy: [['ordinal', 'asc']] }) }
      )
    })
    if (!found) return showMissing(c)
    const { job, stages } = found
    const shown: StageLine[] = [
      ...stages.map((stage, at) => ({
        key: stage.id,
        label: stage.label,
        status: stage.status,
        position: String(at + 1),
      })),
      { key: 'new', label: '', status: 'interview', position: String(stages.length + 1) },
    ]
    const content = renderStagesForm(job, sent?.lines ?? shown, sent?.errors ?? {}, stageVersion(stages))
    return show(
      c,
      { room: 'jobs', kicker: html`<a href="/records/jobs/${job.id}">${job.title}</a>`, title: 'Stages', content },
      status,
    )
  }

  app.get('/jobs/:id/stages', (c) => showStages(c, null, 200))
  app.post('/jobs/:id/stages', async (c) => {
    const jobId = c.req.param('id')
    const body = await readBody(c)
    const result = await inTenant(c, async (tx) => {
      const job = await tx.get('atsJobs', jobId)
      if (!job) return null
      const stages = await tx.find('atsStages', { where: { jobId }, orderBy: [['ordinal', 'asc']] })
      const sent = readStageLines(stages, body)
      if (Object.keys(sent.errors).length > 0) return { sent, status: 422 as const }
      if (body.seen !== stageVersion(stages)) {
        const errors = { '': 'Somebody changed the stages meanwhile. This is what you typed; save again to keep it.' }
        return { sent: { ...sent, errors }, status: 409 as const }
      }
      const own = byId(stages)
      const now = clock.now()
      let changeCount = 0
      for (const [at, line] of orderStages(stages, sent.lines).entries()) {
        const stage = own.get(line.key)
        const content = { label: line.label, status: line.status as StageStatus, ordinal: at + 1 }
        if (!stage) {
          await tx.insert('atsStages', { ...newRecordBase({ clock }), id: ids.next('atsStage'), jobId, ...content })
          changeCount += 1
          continue
        }
        if (stage.label === content.label && stage.status === content.status && stage.ordinal === content.ordinal)
          continue
        await tx.update('atsStages', stage.id, { ...content, isSample: false, updatedAt: now })
        changeCount += 1
        if (stage.label === content.label && stage.status === content.status) continue
        for (const application of await tx.find('atsApplications', { where: { stageId: stage.id } })) {
          const originalStatus = application.originalStatus === stage.label ? content.label : application.originalStatus
          await tx.update('atsApplications', application.id, { status: content.status, originalStatus, updatedAt: now })
        }
      }
      return { done: changeCount > 0 ? 'saved' : 'same' }
    })
    if (result === null) return showMissing(c)
    if (result.sent !== undefined) return showStages(c, result.sent, result.status)
    return c.redirect(`/records/jobs/${jobId}?done=${result.done}`, 303)
  })

  // ---- List, page, add and edit of candidates, clients, contacts, jobs and team ----------------------------------------------

  function addKind<T extends KindTable>(kind: RecordKind<T>): void {
    const { table, path, singular } = kind
    const base = `/records/${path}`
    type Sent = { values: Values; errors: FieldErrors }

    app.get(`/${path}`, async (c) => {
      const query = queryOf(c)
      const page = pageOf(c)
      const { total, rows } = await inTenant(c, async (tx) => {
        const found = await searchRows(tx, kind, query, page)
        return { total: found.total, rows: await rowsFor[table](tx, found.rows) }
      })
      const noun = kind.plural.toLowerCase()
      const nothing = html`Nothing here yet. <a href="${base}/new">Add a ${singular}</a> or <a href="/records/import">import a list</a>.`
      const content = renderList({
        path,
        noun: noun === 'team' ? 'team members' : noun,
        query,
        page,
        total,
        rows,
        nothing,
      })
      return show(c, {
        room: path,
        title: kind.plural,
        actions: linkButton(`${base}/new`, `Add a ${singular}`, true),
        content,
      })
    })

    async function showNew(c: Context, sent: Sent, status: Status): Promise<Response> {
      const choices = await inTenant(c, readChoices)
      const content = renderForm({
        action: `${base}/new`,
        specs: kind.specs(choices, null),
        ...sent,
        submitLabel: `Add ${singular}`,
        cancelHref: base,
      })
      return show(c, { room: path, title: `Add a ${singular}`, content }, status)
    }
    app.get(`/${path}/new`, (c) => {
      const clientId = c.req.query('clientId')
      return showNew(c, { values: clientId === undefined ? {} : { clientId: [clientId] }, errors: {} }, 200)
    })
    app.post(`/${path}/new`, async (c) => {
      const body = await readBody(c)
      const result = await inTenant(c, async (tx): Promise<Sent | { id: string }> => {
        const sent = readForm(kind.specs(await readChoices(tx), null), body)
        if (Object.keys(sent.errors).length > 0) return sent
        const content = kind.contentOf(sent.values)
        const errors = await kind.findConflicts(tx, content, null)
        if (Object.keys(errors).length > 0) return { ...sent, errors }
        const id = ids.next(kind.idKind)
        await tx.insert(table, { ...newRecordBase({ clock }), id, ...content } as unknown as NewRow<T>)
        if (table === 'atsJobs') await tx.insertMany('atsStages', stageRowsFor({ clock, ids }, id))
        return { id }
      })
      if ('errors' in result) return showNew(c, result, 422)
      return c.redirect(`${base}/${result.id}?done=added`, 303)
    })

    app.get(`/${path}/:id`, async (c) => {
      const id = c.req.param('id') ?? ''
      const parts = await inTenant(c, async (tx): Promise<PageParts | null> => {
        const row = await tx.get(table, id)
        if (!row) return null
        const detail = await detailFor[table](tx, row, await readReader(tx, c))
        return {
          room: path,
          kicker: detail.kicker,
          title: kind.titleOf(row),
          tags: sampleTag(row),
          actions: linkButton(`${base}/${id}/edit`, 'Edit'),
          done: c.req.query('done'),
          content: detail.content,
        }
      })
      return parts === null ? showMissing(c) : show(c, parts)
    })

    async function showEdit(c: Context, id: string, sent: Sent | null, status: Status): Promise<Response> {
      const found = await inTenant(c, async (tx) => {
        const row = await tx.get(table, id)
        return row && { row, choices: await readChoices(tx) }
      })
      if (!found) return showMissing(c)
      const content = renderForm({
        action: `${base}/${id}/edit`,
        specs: kind.specs(found.choices, found.row),
        values: sent?.values ?? kind.valuesOf(found.row),
        errors: sent?.errors ?? {},
        submitLabel: 'Save',
        cancelHref: `${base}/${id}`,
        hidden: { seen: found.row.updatedAt.toISOString() },
      })
      return show(c, { room: path, kicker: `Edit ${singular}`, title: kind.titleOf(found.row), content }, status)
    }
    app.get(`/${path}/:id/edit`, (c) => showEdit(c, c.req.param('id') ?? '', null, 200))
    app.post(`/${path}/:id/edit`, async (c) => {
      const id = c.req.param('id') ?? ''
      const body = await readBody(c)
      const result = await inTenant(
        c,
        async (tx): Promise<{ sent: Sent; status: Status } | { done: string } | null> => {
          const row = await tx.get(table, id)
          if (!row) return null
          const specs = kind.specs(await readChoices(tx), row)
          const sent = readForm(specs, body)
          if (isUntouched(specs, sent.values, kind.valuesOf(row))) return { done: 'same' }
          if (Object.keys(sent.errors).length > 0) return { sent, status: 422 }
          if (body.seen !== row.updatedAt.toISOString()) {
            const errors = {
              '': 'Somebody changed this record meanwhile. This is what you typed; save again to keep it.',
            }
            return { sent: { ...sent, errors }, status: 409 }
          }
          const content: Content<T> = kind.contentOf(sent.values)
          const errors = await kind.findConflicts(tx, content, id)
          if (Object.keys(errors).length > 0) return { sent: { ...sent, errors }, status: 422 }
          const patch = { ...content, isSample: false, updatedAt: clock.now() } as unknown as Partial<Tables[T]>
          await tx.update(table, id, patch, { updatedAt: row.updatedAt } as unknown as Partial<Tables[T]>)
          return { done: 'saved' }
        },
      )
      if (result === null) return showMissing(c)
      if ('sent' in result) return showEdit(c, id, result.sent, result.status)
      return c.redirect(`${base}/${id}?done=${result.done}`, 303)
    })
  }

  addKind(kinds.atsCandidates)
  addKind(kinds.atsClients)
  addKind(kinds.atsContacts)
  addKind(kinds.atsJobs)
  addKind(kinds.atsUsers)

  app.notFound((c) => showMissing(c))
  return app
}
