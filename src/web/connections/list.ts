import { html } from 'hono/html'
import { connectionTones, type Probe } from '../../domain/connection.ts'
import { formatInstant, type Reader } from '../../domain/formatTime.ts'
import type { ConnectionView } from '../../workflow/readConnections.ts'
import type { Html } from '../shell.ts'
import { postButton } from './frame.ts'
import { agoWords, boundWords, counted, recordWords, stateWords, takesWrites, writeWords } from './words.ts'

export function renderConnections(views: readonly ConnectionView[], now: Date, reader: Reader): Html {
  if (views.length === 0)
    return html`<div class="blank"><h2>No applicant tracking system is connected</h2><p>Connect the one you have, and within minutes you can schedule by name: Parley finds the candidate, the job and who hires, and writes interviews and stages back.</p><p class="form-end"><a class="button button-primary" href="/integrations/add">Choose yours</a> <a class="button button-quiet" href="/records/import">Import a CSV file instead</a></p></div>${elsewhere}`
  return html`<ul class="connections">${views.map((view) => renderConnection(view, now, reader))}</ul>${elsewhere}`
}

const elsewhere = html`<p class="elsewhere">Calendars of colleagues are on the page <a href="/team">Team</a>. Mail and chats are settings of the machine that Parley runs on.</p>`

export function stateTag(state: ConnectionView['connection']['state']): Html {
  return html`<span class="tag tag-${connectionTones[state]}">${stateWords[state]}</span>`
}

export function standInTag(settings: Readonly<Record<string, string>>): Html | null {
  return settings.standIn ? html` <span class="tag tag-sample">stand-in</span>` : null
}

function renderConnection(view: ConnectionView, now: Date, reader: Reader): Html {
  const { connection, system, mayChange, ownerName } = view
  const { id, name, state, problem, settings } = connection
  const base = `/integrations/${id}`
  const whose = ownerName === null ? 'for the whole organisation' : `only for ${ownerName}`
  return html`<li class="connection is-${connectionTones[state]}" id="${id}"><div class="connection-head"><div><h2>${name}</h2><p class="detail">${system?.name ?? connection.system}, ${whose}</p></div><p class="connection-tags">${stateTag(state)}${standInTag(settings)}</p></div>${
    problem
      ? html`<div class="problem" role="note"><p>${problem.sentence}</p><p class="detail">Since ${formatInstant(new Date(problem.since), reader)}.${
          mayChange && state === 'revoked'
            ? html` <a href="${base}">Enter a new key</a>`
            : ' Parley tries again by itself.'
        }</p></div>`
      : null
  }${renderFacts(view, now, reader)}${renderProbes(connection.probes)}${
    system
      ? html`<details class="fold"><summary>What this integration does, and what it does not</summary><p><strong>It does:</strong> ${system.does}</p><p><strong>It does not:</strong> ${system.doesNot}</p></details>`
      : null
  }<div class="connection-actions">${postButton(`${base}/sync`, 'Sync now')}${postButton(`${base}/check`, 'Check now')}<a class="button" href="${base}/stages">Stages after booking</a>${
    mayChange ? html`<a class="button" href="${base}">Name, key, removal</a>` : null
  }</div></li>`
}

function renderFacts(view: ConnectionView, now: Date, reader: Reader): Html {
  const { connection, system, usage } = view
  const { lastSyncedAt } = connection
  const usageWords = [
    counted(usage.interviewCount, 'interview', ' and '),
    counted(usage.noteCount, 'note', ' written, '),
    counted(usage.stageCount, 'stage', ' moved, '),
    counted(usage.recordCount, 'record', ' new or changed'),
  ].join('')
  const facts: (readonly [string, Html | string])[] = [
    ['Last read', lastSyncedAt ? agoWords(lastSyncedAt, now, reader) : 'not completely yet'],
    ['Holds', recordWords(connection)],
    ...(system ? [['New candidates', `appear ${boundWords(system)}`] as const] : []),
    ...(system && !takesWrites(system) ? [] : [['Writing', renderWriting(view)] as const]),
    ['This month', usageWords],
  ]
  return html`<dl class="fact-list">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** How it is written, and the three ways to choose from. */
function renderWriting({ connection, mayChange }: ConnectionView): Html | string {
  const { id, name, writes } = connection
  const { short, said } = writeWords[writes]
  if (!mayChange) return `${short}. ${said}`
  return html`<form method="post" action="/integrations/${id}/writes" class="switch"><span role="group" aria-label="Writing to ${name}">${(
    ['dryRun', 'on', 'off'] as const
  ).map(
    (mode) =>
      html`<button class="choice" name="writes" value="${mode}" aria-pressed="${mode === writes ? 'true' : 'false'}">${writeWords[mode].short}</button>`,
  )}</span><span class="detail">${said}</span></form>`
}

const probeWords = { ok: 'works', missing: 'missing permission', failing: 'does not work' } as const

/** One line for each part; open by itself when something is not as it should be. */
function renderProbes(probes: readonly Probe[]): Html | null {
  if (probes.length === 0) return null
  const wrong = probes.filter(({ state }) => state !== 'ok')
  const title =
    wrong.length === 0
      ? `What the key may do: all ${probes.length} parts work`
      : `What the key may do: ${wrong.length} of ${probes.length} parts do not work`
  return html`<details class="fold"${wrong.length > 0 ? html` open` : null}><summary>${title}</summary><ul class="probes">${[
    ...wrong,
    ...probes.filter(({ state }) => state === 'ok'),
  ].map(
    ({ capability, state, permission, said }) =>
      html`<li class="probe is-${state}"><span class="probe-name">${capability}</span> <span class="probe-state">${probeWords[state]}${
        state === 'missing' && permission ? html`: <code>${permission}</code>` : null
      }</span>${state === 'ok' ? null : html`<span class="probe-said">${said}</span>`}</li>`,
  )}</ul></details>`
}
