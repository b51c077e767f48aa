import { html } from 'hono/html'
import type { Connection } from '../../domain/connection.ts'
import type { Tx } from '../../store/port.ts'
import type { Html } from '../shell.ts'
import { isWebAddress } from './form.ts'
import type { KindTable } from './kinds.ts'

// Where a record comes from. What an outside ATS keeps is changed there; Parley keeps only what no ATS tells.

interface Sourced {
  connectionId?: string | null
  url?: string | null
}

/** The connection of a record; null for one of Parley's own. */
export async function readSource(tx: Tx, row: Sourced): Promise<Connection | null> {
  return row.connectionId ? tx.get('connections', row.connectionId) : null
}

/** Names of the connections of several records, for lists. */
export async function readSourceNames(tx: Tx, rows: readonly Sourced[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ connectionId }) => connectionId ?? []))]
  const found = ids.length === 0 ? [] : await tx.find('connections', { where: { id: { in: ids } } })
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Fields that no ATS fills, by table: notes, time zone and language where the ATS says nothing of them. */
export const ownFields: Readonly<Record<KindTable, readonly string[]>> = {
  atsCandidates: ['zone', 'locale', 'country', 'notes'],
  atsClients: ['notes'],
  atsContacts: ['zone', 'locale'],
  atsJobs: [],
  atsUsers: ['zone'],
}

export function sourceTag(source: Pick<Connection, 'name'> | null): Html | null {
  return source && html` <span class="tag tag-info">From ${source.name}</span>`
}

/** Says where it is changed, with the link to the record there. A stand-in has no pages to lead to. */
export function sourceNote(source: Connection | null, row: Sourced, kept: string): Html | null {
  if (!source) return null
  const { url } = row
  const isThere = url && isWebAddress(url) && source.settings.standIn === undefined
  return html`<p class="source-note">This is kept in ${source.name}, and changed or deleted there; Parley follows by itself.${kept}${
    isThere ? html` <a href="${url}" rel="noreferrer">Open it in ${source.name}</a>` : null
  }</p>`
}

/** What is answered when somebody would change here what is kept elsewhere. */
export function keptElsewhere(source: Pick<Connection, 'name'>): string {
  return `This record is kept in ${source.name}. Change or delete it there: Parley follows by itself.`
}
