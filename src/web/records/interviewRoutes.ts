import type { Hono } from 'hono'
import { html } from 'hono/html'
import { formatInstant, formatRangeShort } from '../../domain/formatTime.ts'
import { fullName } from '../../domain/names.ts'
import { interviewTag, type PageParts, pageSize, renderFacts, renderInterviews, renderSection } from './pages.ts'
import { withCandidateNames } from './read.ts'
import type { Room } from './room.ts'
import { readSource, sourceTag } from './source.ts'

/** Interviews as they were written; they are changed in the chat. */
export function addInterviewRoutes(app: Hono, room: Room): void {
  const { clock, inTenant, readReader, show, showMissing, pageOf } = room

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
      const source = await readSource(tx, interview)
      const candidate = await tx.get('atsCandidates', interview.candidateId)
      const job = await tx.get('atsJobs', interview.jobId)
      const place = URL.canParse(interview.location) && /^https?:/.test(interview.location)
      const facts = [
        { label: 'Status', value: interviewTag(interview) },
        { label: 'When', value: formatRangeShort({ startsAt: interview.startAt, endsAt: interview.endAt }, reader) },
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
        tags: sourceTag(source),
        content: html`${renderSection('About', renderFacts(facts))}<p class="nothing">Interviews are moved and cancelled in the chat, so that everybody is told.</p>`,
      }
    })
    return parts === null ? showMissing(c) : show(c, parts)
  })
}
