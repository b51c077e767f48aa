import { html } from 'hono/html'
import type { ImportReport } from '../../ats/csvImport.ts'
import type { SampleCount, SampleRemoval } from '../../ats/sampleData.ts'
import { formatDayShort, formatInstant, formatRangeShort } from '../../domain/formatTime.ts'
import { fullName } from '../../domain/names.ts'
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
  StageStatus,
  UserRecord,
} from '../../domain/records.ts'
import type { Html } from '../shell.ts'
import { type FieldErrors, isWebAddress, renderErrors } from './form.ts'
import { jobStatusWords, stageWords, userRoleWords } from './kinds.ts'

/** How dates are written for the person who looks. */
export interface Reader {
  zone: string
  locale: string
}

export const rooms = [
  { path: '', label: 'Overview' },
  { path: 'candidates', label: 'Candidates' },
  { path: 'applications', label: 'Applications' },
  { path: 'jobs', label: 'Jobs' },
  { path: 'clients', label: 'Clients' },
  { path: 'contacts', label: 'Contacts' },
  { path: 'interviews', label: 'Interviews' },
  { path: 'users', label: 'Team' },
  { path: 'import', label: 'Import' },
] as const

const doneWords: Readonly<Record<string, string>> = {
  added: 'Added.',
  saved: 'Saved.',
  same: 'Nothing was different, so nothing was changed.',
}

export interface PageParts {
  /** Path of the room the page belongs to. */
  room: string
  title: string
  /** What the record is: "Candidate", "Job at Acme". */
  kicker?: Html | string | null
  tags?: Html | null
  actions?: Html | null
  /** Key of `doneWords`: what was just done. */
  done?: string | undefined
  content: Html
}

/** The frame of every page of the room: its own navigation, a heading with what can be done, the content. */
export function renderPage(page: PageParts): Html {
  const done = page.done === undefined ? undefined : doneWords[page.done]
  return html`<div class="records"><nav class="room-nav" aria-label="Records">${rooms.map(
    (room) =>
      html`<a href="/records${room.path ? `/${room.path}` : ''}"${room.path === page.room ? html` aria-current="page"` : null}>${room.label}</a>`,
  )}</nav><div class="page"><header class="page-head"><div>${page.kicker ? html`<p class="kicker">${page.kicker}</p>` : null}<h1>${page.title}${page.tags ?? null}</h1></div>${page.actions ? html`<p class="page-actions">${page.actions}</p>` : null}</header>${done ? html`<p class="done" role="status">${done}</p>` : null}${page.content}</div></div>`
}

export function sampleTag(row: { isSample: boolean }): Html | null {
  return row.isSample ? html` <span class="tag tag-sample">sample</span>` : null
}

const stageTones: Readonly<Record<StageStatus, string>> = {
  applied: 'quiet',
  submitted: 'info',
  screening: 'info',
  interview: 'warning',
  finalInterview: 'warning',
  offer: 'good',
  hired: 'good',
  rejected: 'quiet',
}
export function stageTag(application: Pick<ApplicationRecord, 'status'>, label: string): Html {
  return html`<span class="tag tag-${stageTones[application.status]}">${label}</span>`
}
export function jobTag(job: JobRecord): Html {
  const tone = job.status === 'open' ? 'good' : job.status === 'onHold' ? 'warning' : 'quiet'
  return html`<span class="tag tag-${tone}">${job.originalStatus || jobStatusWords[job.status]}</span>`
}
const interviewWords = { SCHEDULED: 'Scheduled', COMPLETE: 'Complete', CANCELED: 'Cancelled' } as const
export function interviewTag(interview: InterviewRecord): Html {
  const tone = { SCHEDULED: 'info', COMPLETE: 'good', CANCELED: 'quiet' }[interview.status]
  return html`<span class="tag tag-${tone}">${interviewWords[interview.status]}</span>`
}

export function linkButton(href: string, label: string, isPrimary = false): Html {
  return html`<a class="button${isPrimary ? ' button-primary' : ''}" href="${href}">${label}</a> `
}

export interface Fact {
  label: string
  value: Html | string | null
}
/** Facts that are known; a fact without a value is left out. */
export function renderFacts(facts: readonly Fact[]): Html {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== '')
  if (known.length === 0) return html`<p class="nothing">Nothing more is recorded.</p>`
  return html`<dl class="fact-list">${known.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`)}</dl>`
}

export function renderSection(title: string, content: Html, action: Html | null = null, id?: string): Html {
  return html`<section class="block"${id ? html` id="${id}"` : null}><div class="block-head"><h2>${title}</h2>${action ? html`<p>${action}</p>` : null}</div>${content}</section>`
}

/** One record in a list: a link with its name, a line on it, tags at the end. */
export interface Row {
  href: string
  title: string
  detail: Html | string | null
  tags: Html | null
}
export function renderRows(rows: readonly Row[], nothing: Html | string): Html {
  if (rows.length === 0) return html`<p class="nothing">${nothing}</p>`
  return html`<ul class="rows">${rows.map(
    (row) =>
      html`<li><a class="row-title" href="${row.href}">${row.title}</a>${row.detail ? html`<p class="row-detail">${row.detail}</p>` : null}${row.tags ? html`<p class="row-tags">${row.tags}</p>` : null}</li>`,
  )}</ul>`
}

export const pageSize = 50
export interface ListPage {
  path: string
  noun: string
  query: string
  page: number
  total: number
  /** A further condition in the address, kept by search and paging. */
  filter?: readonly [name: string, value: string] | undefined
  rows: readonly Row[]
  nothing: Html | string
}

export function renderList(list: ListPage): Html {
  const pages = Math.max(1, Math.ceil(list.total / pageSize))
  const href = (page: number) => {
    const search = new URLSearchParams({
      ...(list.filter ? { [list.filter[0]]: list.filter[1] } : {}),
      ...(list.query ? { q: list.query } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    })
    const query = search.toString()
    return `/records/${list.path}${query ? `?${query}` : ''}`
  }
  const count = `${list.total} ${list.noun}`
  return html`<form class="finder" method="get" action="/records/${list.path}" role="search">${list.filter ? html`<input type="hidden" name="${list.filter[0]}" value="${list.filter[1]}">` : null}<label for="q">Search ${list.noun}</label><div><input id="q" name="q" type="search" value="${list.query}" autocomplete="off"> <button class="button">Search</button>${list.query || list.filter ? html` <a class="button button-quiet" href="/records/${list.path}">Show all</a>` : null}</div></form><p class="count">${list.query ? html`${count} for “${list.query}”` : count}</p>${renderRows(list.rows, list.query ? html`Nothing fits “${list.query}”. Try a part of the name.` : list.nothing)}${
    pages > 1
      ? html`<nav class="pager" aria-label="Pages">${list.page > 1 ? html`<a class="button" href="${href(list.page - 1)}" rel="prev">Previous</a>` : null}<span>Page ${list.page} of ${pages}</span>${list.page < pages ? html`<a class="button" href="${href(list.page + 1)}" rel="next">Next</a>` : null}</nav>`
      : null
  }`
}

export function mailLink(email: string): Html {
  return html`<a href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}">${email}</a>`
}

/** A link that leaves Parley; an address that is no web address is text. */
export function outsideLink(url: string, label: string): Html {
  if (!isWebAddress(url)) return html`${label} (${url})`
  return html`<a href="${url}" rel="noreferrer">${label}</a> <span class="host">${new URL(url).host}</span>`
}

export interface OverviewFacts {
  liveCount: number
  candidateCount: number
  openJobCount: number
  clientCount: number
  stageCounts: readonly { status: StageStatus; count: number }[]
  sample: SampleCount
  interviews: readonly InterviewLine[]
  activities: readonly ActivityRecord[]
}

/** `candidateName` is null where the page is about the candidate already. */
export interface InterviewLine {
  interview: InterviewRecord
  candidateName: string | null
}

function interviewRow({ interview, candidateName }: InterviewLine, reader: Reader): Row {
  return {
    href: `/records/interviews/${interview.id}`,
    title: candidateName === null ? interview.title : `${candidateName}: ${interview.title}`,
    detail: formatRangeShort({ startsAt: interview.startAt, endsAt: interview.endAt }, reader),
    tags: interviewTag(interview),
  }
}

export function renderOverview(facts: OverviewFacts, reader: Reader): Html {
  const tiles = [
    { href: '/records/applications', count: facts.liveCount, label: 'live applications' },
    { href: '/records/candidates', count: facts.candidateCount, label: 'candidates' },
    { href: '/records/jobs', count: facts.openJobCount, label: 'open jobs' },
    { href: '/records/clients', count: facts.clientCount, label: 'clients' },
  ]
  const hasSample = Object.values(facts.sample).some((count: number) => count > 0)
  return html`<ul class="tiles">${tiles.map(
    (tile) => html`<li><a href="${tile.href}"><strong>${tile.count}</strong> <span>${tile.label}</span></a></li>`,
  )}</ul>${
    hasSample
      ? html`<div class="sample-note"><p><strong>Some of this is sample data,</strong> there to try Parley with: ${facts.sample.candidateCount} candidates, ${facts.sample.clientCount} clients, ${facts.sample.jobCount} jobs. Each such record says so.</p><p><a class="button" href="/records/sample">Remove sample data</a></p></div>`
      : null
  }${renderSection(
    'Where applications stand',
    html`<ol class="pipeline">${facts.stageCounts.map(
      ({ status, count }) =>
        html`<li${count === 0 ? html` class="is-empty"` : null}><a href="/records/applications?stage=${status}"><strong>${count}</strong> <span>${stageWords[status]}</span></a></li>`,
    )}</ol>`,
  )}<div class="columns">${renderSection(
    'Next interviews',
    renderRows(
      facts.interviews.map((entry) => interviewRow(entry, reader)),
      'No interview is scheduled. Ask in the chat: “schedule Jane with Acme for the Backend role”.',
    ),
  )}${renderSection('Latest activity', renderFeed(facts.activities, reader, true))}</div>`
}

export function renderFeed(activities: readonly ActivityRecord[], reader: Reader, isLinked = false): Html {
  if (activities.length === 0) return html`<p class="nothing">Nothing has happened yet.</p>`
  return html`<ol class="feed">${activities.map(
    (activity) =>
      html`<li id="activity-${activity.id}"><time datetime="${activity.at.toISOString()}">${formatInstant(activity.at, reader)}</time><p>${isLinked ? html`<a href="/records/applications/${activity.applicationId}#activity-${activity.id}">${activity.text}</a>` : activity.text}</p></li>`,
  )}</ol>`
}

export function renderAttachments(attachments: readonly AttachmentRecord[]): Html {
  if (attachments.length === 0) return html`<p class="nothing">No document is linked.</p>`
  const words = { resume: 'Resume', coverLetter: 'Cover letter', other: 'Document' }
  return html`<ul class="plain">${attachments.map(
    (attachment) =>
      html`<li>${words[attachment.kind]}: ${outsideLink(attachment.url, attachment.name)}${sampleTag(attachment)} <a class="small" href="/records/attachments/${attachment.id}/edit">Edit<span class="unseen"> ${attachment.name}</span></a></li>`,
  )}</ul>`
}

export function renderInterviews(interviews: readonly InterviewLine[], reader: Reader): Html {
  return renderRows(
    interviews.map((entry) => interviewRow(entry, reader)),
    'No interview yet.',
  )
}

/** The stages of a job as a ladder with the present one marked. */
export function renderLadder(stages: readonly StageRecord[], currentId: string): Html {
  return html`<ol class="ladder">${stages.map((stage) =>
    stage.id === currentId
      ? html`<li class="is-current" aria-current="step">${stage.label} <span class="unseen">(now)</span></li>`
      : html`<li>${stage.label}</li>`,
  )}</ol>`
}

export interface ApplicationLine {
  application: ApplicationRecord
  candidate: CandidateRecord | undefined
  job: JobRecord | undefined
  client: ClientRecord | undefined
  stageLabel: string
}

/** An application in a list; what the page is about already is not repeated. */
export function applicationRow(
  line: ApplicationLine,
  reader: Reader,
  shows: 'both' | 'job' | 'candidate' = 'both',
): Row {
  const name = line.candidate ? fullName(line.candidate) : 'Unknown candidate'
  const job = line.job?.title ?? 'Unknown job'
  const where = line.client ? ` at ${line.client.name}` : ''
  return {
    href: `/records/applications/${line.application.id}`,
    title: shows === 'job' ? `${job}${where}` : name,
    detail: `${shows === 'both' ? `${job}${where} · ` : ''}applied ${formatDayShort(line.application.appliedAt, reader)}`,
    tags: html`${stageTag(line.application, line.stageLabel)}${sampleTag(line.application)}`,
  }
}

export function contactRow(contact: ContactRecord, client: ClientRecord | undefined): Row {
  return {
    href: `/records/contacts/${contact.id}`,
    title: contact.name,
    detail: [contact.title, client?.name, contact.email].filter(Boolean).join(' · '),
    tags: sampleTag(contact),
  }
}
export function jobRow(job: JobRecord, client: ClientRecord | undefined, liveCount: number): Row {
  const live = liveCount === 1 ? '1 live application' : `${liveCount} live applications`
  return {
    href: `/records/jobs/${job.id}`,
    title: job.title,
    detail: `${client?.name ?? 'Our own company'} · ${live}`,
    tags: html`${jobTag(job)}${sampleTag(job)}`,
  }
}
export function userRow(user: UserRecord): Row {
  return {
    href: `/records/users/${user.id}`,
    title: user.name,
    detail: [userRoleWords[user.role], user.email].join(' · '),
    tags: sampleTag(user),
  }
}

export interface StageLine {
  key: string
  label: string
  status: string
  position: string
}

/** All stages of a job in one form: names, what they mean to Parley, order; the last line adds one. */
export function renderStagesForm(job: JobRecord, lines: readonly StageLine[], errors: FieldErrors, seen: string): Html {
  return html`${renderErrors(errors)}<p class="lead">The names are yours. What each means tells Parley where an application goes when an interview is booked.</p><form method="post" action="/records/jobs/${job.id}/stages" class="stage-form" novalidate><input type="hidden" name="seen" value="${seen}">${lines.map(
    (line) => {
      const isNew = line.key === 'new'
      const field = (name: string) => `${name}-${line.key}`
      const problem = (name: string) => errors[field(name)]
      const extra = (name: string) =>
        problem(name) ? html` aria-invalid="true" aria-describedby="field-${field(name)}-error"` : null
      const sentence = (name: string) =>
        problem(name) ? html`<p class="field-error" id="field-${field(name)}-error">${problem(name)}</p>` : null
      return html`<fieldset class="stage-line"><legend>${isNew ? 'Add a stage' : line.label || 'Stage'}</legend><div class="field"><label for="field-${field('position')}">Position</label>${sentence('position')}<input id="field-${field('position')}" name="${field('position')}" inputmode="numeric" value="${line.position}"${extra('position')} autocomplete="off"></div><div class="field"><label for="field-${field('label')}">Name</label>${sentence('label')}<input id="field-${field('label')}" name="${field('label')}" value="${line.label}"${extra('label')} autocomplete="off"></div><div class="field"><label for="field-${field('status')}">Means</label>${sentence('status')}<select id="field-${field('status')}" name="${field('status')}"${extra('status')}>${Object.entries(
        stageWords,
      ).map(
        ([value, label]) =>
          html`<option value="${value}"${value === line.status ? html` selected` : null}>${label}</option>`,
      )}</select></div></fieldset>`
    },
  )}<p class="form-end"><button class="button button-primary">Save stages</button> <a class="button button-quiet" href="/records/jobs/${job.id}">Cancel</a></p></form>`
}

const kindWords = { candidates: 'candidates', contacts: 'contacts', jobs: 'jobs' } as const

export function renderImportForm(errors: FieldErrors, kind: string): Html {
  const error = errors.file
  return html`${renderErrors(errors)}<form method="post" action="/records/import" enctype="multipart/form-data" class="record-form" novalidate><div class="fields"><div class="field is-wide"><label for="field-file">CSV file <span class="needed">(needed)</span></label><p class="hint" id="field-file-hint">Up to 20 MB. Comma, semicolon or tab; any usual encoding.</p>${error ? html`<p class="field-error" id="field-file-error">${error}</p>` : null}<input id="field-file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" aria-required="true" aria-describedby="field-file-hint${error ? ' field-file-error' : ''}"${error ? html` aria-invalid="true"` : null}></div><div class="field is-wide"><label for="field-kind">What it holds</label><select id="field-kind" name="kind"><option value="">Recognise it by its columns</option>${Object.entries(
    kindWords,
  ).map(
    ([value, label]) => html`<option value="${value}"${value === kind ? html` selected` : null}>${label}</option>`,
  )}</select></div></div><p class="form-end"><button class="button button-primary">Import</button></p></form>${renderSection(
    'Columns that are understood',
    html`<dl class="fact-list"><div><dt>Candidates</dt><dd>First name, Last name, E-mail; also Phone, Job, Client, Stage, Applied, Title, Company, Time zone, Language, Country, Notes</dd></div><div><dt>Contacts</dt><dd>Client, Name, E-mail; also Phone, Title, Time zone, Language</dd></div><div><dt>Jobs</dt><dd>Job title; also Client, Status, Description</dd></div></dl><p class="nothing">In any order, in English or German. Importing a file again updates what is there: candidates are known by e-mail, contacts by client and e-mail, jobs by client and title. An empty cell never erases anything.</p>`,
  )}`
}

export function renderImportReport(report: ImportReport): Html {
  const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }
  const also = [
    report.alsoAdded.clientCount > 0 ? `${report.alsoAdded.clientCount} new clients` : '',
    report.alsoAdded.jobCount > 0 ? `${report.alsoAdded.jobCount} new jobs` : '',
  ].filter(Boolean)
  const shown = report.bad.slice(0, 500)
  const tiles = [
    { count: report.addedCount, label: 'added' },
    { count: report.updatedCount, label: 'updated' },
    { count: report.unchangedCount, label: 'unchanged' },
    { count: report.bad.length, label: 'not taken' },
  ]
  return html`<p class="lead">Read as ${kindWords[report.kind]}: ${report.rowCount} rows, ${report.encoding}, separated by ${separators[report.separator]}.</p><ul class="tiles">${tiles.map(
    (tile) => html`<li><div><strong>${tile.count}</strong> <span>${tile.label}</span></div></li>`,
  )}</ul>${also.length > 0 ? html`<p class="lead">The rows named ${also.join(' and ')}; they were added too.</p>` : null}${
    shown.length > 0
      ? renderSection(
          'Rows that were not taken',
          html`<p class="lead">Correct these lines and import the file again; the rest is in.${report.bad.length > shown.length ? ` The first ${shown.length} are shown.` : ''}</p><table class="bad-rows"><thead><tr><th scope="col">Line</th><th scope="col">Why</th></tr></thead><tbody>${shown.map(
            (row) => html`<tr><td>${row.line}</td><td>${row.reason}</td></tr>`,
          )}</tbody></table>`,
        )
      : null
  }<p class="form-end">${linkButton(`/records/${report.kind}`, `Look at the ${kindWords[report.kind]}`, true)}${linkButton('/records/import', 'Import another file')}</p>`
}

export function renderSampleForm(sample: SampleCount, errors: FieldErrors): Html {
  return html`${renderErrors(errors)}<p class="lead">This removes ${sample.candidateCount} candidates, ${sample.clientCount} clients, ${sample.contactCount} contacts, ${sample.jobCount} jobs and ${sample.userCount} team members that say “sample”, with their applications, documents and history.</p><p class="lead">What you edited or imported is yours and stays. A sample record that a real record, a team member of Parley or an open request stands on stays until that has ended.</p><form method="post" action="/records/sample" class="record-form" novalidate><div class="fields"><div class="field is-wide">${errors.confirm ? html`<p class="field-error" id="field-confirm-error">${errors.confirm}</p>` : null}<label class="check" for="field-confirm"><input id="field-confirm" type="checkbox" name="confirm" value="yes"${errors.confirm ? html` aria-invalid="true" aria-describedby="field-confirm-error"` : null}> <span>Yes, remove the sample data</span></label></div></div><p class="form-end"><button class="button button-danger">Remove sample data</button> <a class="button button-quiet" href="/records">Keep it</a></p></form>`
}

export function renderRemoval(removal: SampleRemoval): Html {
  const kept =
    removal.keptCount === 0
      ? ''
      : ` ${removal.keptCount} stay because real records, team members or open requests stand on them; remove again when these have ended.`
  return html`<p class="lead">${removal.removedCount} sample rows were removed.${kept}</p><p class="form-end">${linkButton('/records', 'To the overview', true)}${linkButton('/records/import', 'Import your own')}</p>`
}
