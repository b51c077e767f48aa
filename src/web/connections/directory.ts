import { html } from 'hono/html'
import type { AtsSystem } from '../../ats/connector.ts'
import { foldName } from '../../domain/names.ts'
import type { Html } from '../shell.ts'
import { counted, depthWords } from './words.ts'

/** How many systems Unified.to says it reaches beyond those that are here by themselves. */
const broughtByUnified = 70

/** Every system that can be connected, or those whose name or description holds all the words. */
export function renderDirectory(
  systems: readonly AtsSystem[],
  query: string,
  connectedCount: ReadonlyMap<string, number>,
): Html {
  const words = foldName(query).split(' ').filter(Boolean)
  const fits = ({ name, id }: AtsSystem) => words.every((word) => foldName(`${name} ${id}`).includes(word))
  const found = systems
    .filter(fits)
    .toSorted((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name))
  return html`<form class="finder" method="get" action="/integrations/add" role="search"><label for="q">Find yours</label><div><input id="q" name="q" type="search" value="${query}" autocomplete="off"> <button class="button">Find</button>${
    query ? html` <a class="button button-quiet" href="/integrations/add">Show all</a>` : null
  }</div></form><p class="count" role="status">${
    query ? `${found.length} of ${systems.length} for “${query}”` : counted(systems.length, 'system')
  }</p><ul class="directory">${found.map((system) => renderSystem(system, connectedCount.get(system.id) ?? 0))}</ul>${renderElse(systems)}`
}

function rank({ id }: AtsSystem): number {
  return id === 'unified' ? 1 : 0
}

function renderSystem(system: AtsSystem, connectedCount: number): Html {
  const { id, name, does } = system
  return html`<li class="entry"><div class="entry-head"><span class="monogram" aria-hidden="true">${name.slice(0, 1)}</span><div><h2>${name}</h2><p class="detail">${depthWords(system)}</p></div></div><p class="entry-does">${does}</p><p class="entry-end"><a class="button" href="/integrations/add/${id}">Add<span class="unseen"> ${name}</span></a>${
    id === 'unified' ? html`<span class="tag tag-info">brings ${broughtByUnified} more</span>` : null
  }${connectedCount > 0 ? html`<span class="tag tag-good">connected${connectedCount > 1 ? ` ${connectedCount} times` : ''}</span>` : null}</p></li>`
}

function renderElse(systems: readonly AtsSystem[]): Html {
  const isThere = systems.some(({ id }) => id === 'unified')
  return html`<p class="elsewhere"><strong>Not in the list?</strong> ${
    isThere
      ? html`<a href="/integrations/add/unified">Unified.to</a> brings about ${broughtByUnified} more through one connection. And candidates, contacts and jobs of any system`
      : 'Candidates, contacts and jobs of any system'
  } can be brought as a <a href="/records/import">CSV file</a>.</p>`
}
