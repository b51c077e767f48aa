import { html } from 'hono/html'
import { formatDayShort } from '../../domain/formatTime.ts'
import { fullName } from '../../domain/names.ts'
import type { Tables, Tx } from '../../store/port.ts'
import type { Html } from '../shell.ts'
import { type KindTable, userRoleWords } from './kinds.ts'
import {
  applicationRow,
  contactRow,
  jobRow,
  jobTag,
  linkButton,
  mailLink,
  type Reader,
  type Row,
  renderAttachments,
  renderFacts,
  renderInterviews,
  renderRows,
  renderSection,
  sampleTag,
  stageTag,
  userRow,
} from './pages.ts'
import { countLivePerJob, findByIds, readLines } from './read.ts'

/** Each table's rows as lines of a list. */
export const rowsFor: { [T in KindTable]: (tx: Tx, rows: readonly Tables[T][]) => Promise<Row[]> } = {
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

interface Detail {
  kicker: Html | string
  content: Html
  actions?: Html
}
const zoneFact = (zone: string | null) => ({ label: 'Time zone', value: zone })
/** Each table's page of one record. */
export const detailFor: { [T in KindTable]: (tx: Tx, row: Tables[T], reader: Reader) => Promise<Detail> } = {
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
      { label: 'Added', value: formatDayShort(row.createdAt, reader) },
    ])
    return {
      kicker: 'Candidate',
      content: html`${renderSection(
        'Applications',
        renderRows(
          lines.map((line) => applicationRow(line, reader, 'job')),
          'Not put forward for a job yet.',
        ),
        row.connectionId ? null : linkButton(`/records/candidates/${row.id}/applications/new`, 'Put forward for a job'),
      )}<div class="columns">${renderSection('About', facts)}<div>${renderSection(
        'Documents',
        renderAttachments(attachments),
        linkButton(`/records/candidates/${row.id}/attachments/new`, 'Link a document'),
      )}${renderSection(
        'Interviews',
        renderInterviews(
          interviews.map((interview) => ({ interview, candidateName: null })),
          reader,
        ),
      )}</div></div>`,
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
      { label: 'Added', value: formatDayShort(row.createdAt, reader) },
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
      { label: 'Added', value: formatDayShort(row.createdAt, reader) },
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
        row.connectionId
          ? linkButton(`/integrations/${row.connectionId}/stages`, 'Stages after booking')
          : linkButton(`/records/jobs/${row.id}/stages`, 'Edit stages'),
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
      { label: 'Added', value: formatDayShort(row.createdAt, reader) },
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
