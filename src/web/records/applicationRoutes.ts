import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { newRecordBase } from '../../ats/recordWrites.ts'
import { formatDayShort } from '../../domain/formatTime.ts'
import { fullName } from '../../domain/names.ts'
import { type ApplicationRecord, type StageRecord, stageStatuses } from '../../domain/records.ts'
import type { Tx, Where } from '../../store/port.ts'
import { type FieldErrors, type FieldSpec, readForm, renderErrors, renderForm, typedIn, type Values } from './form.ts'
import { type Choices, candidateKind, jobKind, stageWords } from './kinds.ts'
import {
  applicationRow,
  type PageParts,
  pageSize,
  renderAttachments,
  renderFacts,
  renderFeed,
  renderInterviews,
  renderLadder,
  renderList,
  renderSection,
  sampleTag,
  stageTag,
} from './pages.ts'
import { byId, findByIds, readChoices, readLines, searchRows } from './read.ts'
import type { Room, Status } from './room.ts'
import { keptElsewhere, readSource, sourceNote, sourceTag } from './source.ts'

/** Applications: their list, a page with stage, owner and history, and putting a candidate forward. */
export function addApplicationRoutes(app: Hono, room: Room): void {
  const { clock, ids, inTenant, readReader, show, showMissing, readBody, pageOf, queryOf } = room

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
    const content = renderList({
      path: 'applications',
      noun: 'applications',
      query,
      page,
      ...list,
      nothing,
      filter: stage && (['stage', stage] as const),
    })
    return show(c, {
      room: 'applications',
      title: stage === undefined ? 'Applications' : `Applications: ${stageWords[stage]}`,
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
      const source = await readSource(tx, application)
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
        { label: 'Applied', value: formatDayShort(application.appliedAt, reader) },
        { label: 'Looked after by', value: owner?.name ?? null },
      ]
      return {
        room: 'applications',
        kicker: html`Application for <a href="/records/jobs/${line.job.id}">${line.job.title}</a>${line.client ? ` at ${line.client.name}` : ''}`,
        title: fullName(line.candidate),
        tags: html`${sampleTag(application)}${sourceTag(source)}`,
        done: c.req.query('done'),
        content: html`${sourceNote(source, application, '')}${renderLadder(stages, application.stageId)}<div class="columns"><div>${renderSection('About', renderFacts(facts))}${source ? renderErrors(sent?.errors ?? {}) : renderSection('Change by hand', form, null, 'change')}${renderSection('Documents', renderAttachments(attachments))}</div><div>${renderSection(
          'Interviews',
          renderInterviews(
            interviews.map((interview) => ({ interview, candidateName: null })),
            reader,
          ),
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
      const source = await readSource(tx, application)
      if (source) return { sent: { values: {}, errors: { '': keptElsewhere(source) } }, status: 409 as const }
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
    // Applications for the jobs of a connected ATS are made there.
    const own = { status: { not: 'closed' as const }, connectionId: null }
    const jobs = await tx.find('atsJobs', { where: own, orderBy: [['title', 'asc']] })
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
        const candidate = await tx.get('atsCandidates', candidateId)
        if (!candidate) return null
        const source = await readSource(tx, candidate)
        if (source) return { values: {}, errors: { '': keptElsewhere(source) } }
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
}
