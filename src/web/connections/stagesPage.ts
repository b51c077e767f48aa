import { html } from 'hono/html'
import type { JobStages, StageChoices } from '../../workflow/mapStages.ts'
import { type FieldErrors, renderErrors } from '../records/form.ts'
import type { Html } from '../shell.ts'
import { counted } from './words.ts'

export const jobsPerPage = 50

const byItself = 'propose'
const staying = 'stay'

export interface StagesPage {
  id: string
  jobs: readonly JobStages[]
  total: number
  query: string
  page: number
  errors: FieldErrors
}

/** For each job the stage to move to once an interview is booked; what is not chosen stays Parley's proposal. */
export function renderStages({ id, jobs, total, query, page, errors }: StagesPage): Html {
  const base = `/integrations/${id}/stages`
  const pages = Math.max(1, Math.ceil(total / jobsPerPage))
  const href = (to: number) =>
    `${base}?${new URLSearchParams({ ...(query ? { q: query } : {}), ...(to > 1 ? { page: String(to) } : {}) })}`
  return html`<p class="lead">When an interview is booked, the application moves to the stage chosen here. What is left to Parley goes to the next interview after the stage it is in. On the card of a request it can be changed for that one.</p><form class="finder" method="get" action="${base}" role="search"><label for="q">Find a job</label><div><input id="q" name="q" type="search" value="${query}" autocomplete="off"> <button class="button">Find</button>${
    query ? html` <a class="button button-quiet" href="${base}">Show all</a>` : null
  }</div></form><p class="count">${counted(total, 'open job')}${query ? ` for “${query}”` : ''}</p>${renderErrors(errors)}${
    jobs.length === 0
      ? html`<p class="nothing">${query ? 'Nothing fits. Try a part of the title.' : 'No open job has been read yet.'}</p>`
      : html`<form method="post" action="${href(page)}" class="job-stages">${jobs.map((job) => renderJob(job, errors))}<p class="form-end"><button class="button button-primary">Save</button> <a class="button button-quiet" href="/integrations">Cancel</a></p></form>`
  }${
    pages > 1
      ? html`<nav class="pager" aria-label="Pages">${page > 1 ? html`<a class="button" href="${href(page - 1)}" rel="prev">Previous</a>` : null}<span>Page ${page} of ${pages}</span>${page < pages ? html`<a class="button" href="${href(page + 1)}" rel="next">Next</a>` : null}</nav>`
      : null
  }`
}

function renderJob({ job, stages, proposal, chosen }: JobStages, errors: FieldErrors): Html {
  const name = `stage-${job.id}`
  const field = `field-${job.id}`
  const error = errors[job.id]
  const isGone = chosen !== undefined && chosen !== null && !stages.some(({ id }) => id === chosen)
  const value = chosen === undefined || isGone ? byItself : (chosen ?? staying)
  const option = (key: string, label: string) =>
    html`<option value="${key}"${key === value ? html` selected` : null}>${label}</option>`
  const proposed = proposal
    ? `Parley proposes: ${proposal.label}`
    : 'Parley finds no interview stage: stays where it is'
  const note = error ?? (isGone ? 'The stage that was chosen is no longer there.' : null)
  return html`<div class="field job-stage"><label for="${field}">${job.title}</label>${
    note ? html`<p class="field-error" id="${field}-error">${note}</p>` : null
  }<select id="${field}" name="${name}"${note ? html` aria-invalid="true" aria-describedby="${field}-error"` : null}>${option(byItself, proposed)}${option(staying, 'Do not move')}${stages.map(({ id, label }) => option(id, `Move to: ${label}`))}</select></div>`
}

/** What was chosen for the jobs of the form. */
export function readStages(body: Readonly<Record<string, unknown>>): StageChoices {
  const choices = new Map<string, string | null | undefined>()
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith('stage-') || typeof value !== 'string' || choices.size >= jobsPerPage) continue
    choices.set(name.slice('stage-'.length), value === byItself ? undefined : value === staying ? null : value)
  }
  return choices
}
