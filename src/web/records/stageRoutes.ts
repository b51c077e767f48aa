import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { newRecordBase } from '../../ats/recordWrites.ts'
import { foldName } from '../../domain/names.ts'
import { type StageRecord, type StageStatus, stageStatuses } from '../../domain/records.ts'
import { cleanText, type FieldErrors } from './form.ts'
import { renderStagesForm, type StageLine } from './pages.ts'
import { byId } from './read.ts'
import type { Room, Status } from './room.ts'
import { keptElsewhere, readSource } from './source.ts'

/** A job's stages: names, meaning, order, and a further one. */
export function addStageRoutes(app: Hono, room: Room): void {
  const { clock, ids, inTenant, show, showMissing, readBody } = room

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

  /** Stages whose number was changed, and the new one, stand where they say; the others keep their order around them. */
  function orderStages(stages: readonly StageRecord[], lines: readonly StageLine[]): StageLine[] {
    const present = lines.filter((line) => line.key !== 'new' || line.label !== '')
    const isMoved = (line: StageLine) => stages[Number(line.position) - 1]?.id !== line.key
    const ordered = stages.flatMap((stage) => present.find((line) => line.key === stage.id && !isMoved(line)) ?? [])
    const moved = present.filter(isMoved).sort((left, right) => Number(left.position) - Number(right.position))
    for (const line of moved) ordered.splice(Math.max(0, Number(line.position) - 1), 0, line)
    return ordered
  }

  async function showStages(c: Context, sent: { lines: StageLine[]; errors: FieldErrors } | null, status: Status) {
    const found = await inTenant(c, async (tx) => {
      const job = await tx.get('atsJobs', c.req.param('id') ?? '')
      if (!job) return null
      const stages = await tx.find('atsStages', { where: { jobId: job.id }, orderBy: [['ordinal', 'asc']] })
      return { job, stages, source: await readSource(tx, job) }
    })
    if (!found) return showMissing(c)
    const { job, stages, source } = found
    if (source) {
      const content = html`<p class="lead">${keptElsewhere(source)}</p><p class="form-end"><a class="button button-primary" href="/integrations/${source.id}/stages">Choose where applications move after booking</a></p>`
      return show(c, { room: 'jobs', kicker: job.title, title: 'Stages', content }, 409)
    }
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
      if (job.connectionId) return { sent: { lines: [], errors: {} }, status: 409 as const }
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
}
