import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Clock } from '../../domain/clock.ts'
import type { Ids } from '../../domain/ids.ts'
import { isZone } from '../../domain/zone.ts'
import type { Store, Tx } from '../../store/port.ts'
import type { RecruiterShell } from '../shell.ts'
import { cleanText } from './form.ts'
import { linkButton, type PageParts, type Reader, renderPage } from './pages.ts'

export interface RecordsOptions extends RecruiterShell {
  store: Store
  clock: Clock
  ids: Ids
}

export type Status = 200 | 404 | 409 | 413 | 422

/** What every page of the room needs: the tenant's records, the person who looks, the frame. */
export type Room = ReturnType<typeof openRoom>

export function openRoom({ store, clock, ids, viewer, layout }: RecordsOptions) {
  const inTenant = <T>(c: Context, work: (tx: Tx) => Promise<T>): Promise<T> => store.inTenant(viewer(c).tenantId, work)

  async function readReader(tx: Tx, c: Context): Promise<Reader & { name: string }> {
    const member = await tx.get('members', viewer(c).memberId)
    return {
      zone: member && isZone(member.zone) ? member.zone : 'UTC',
      locale: readableLocale(member?.locale),
      name: member?.name ?? 'Somebody of the team',
    }
  }

  async function show(c: Context, page: PageParts, status: Status = 200): Promise<Response> {
    const title = status === 422 || status === 409 ? `Error: ${page.title}` : page.title
    return layout(c, { title, body: renderPage(page), section: 'records', status })
  }

  async function showMissing(c: Context): Promise<Response> {
    const content = html`<p class="lead">It may have been removed, or the address is wrong.</p><p class="form-end">${linkButton('/records', 'To the overview', true)}</p>`
    return show(c, { room: '', title: 'There is no such record', content }, 404)
  }

  async function readBody(c: Context): Promise<Record<string, unknown>> {
    try {
      return await c.req.parseBody({ all: true })
    } catch {
      return {}
    }
  }
  const pageOf = (c: Context) => Math.min(100_000, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1))
  const queryOf = (c: Context) => cleanText(c.req.query('q') ?? '').slice(0, 200)

  return { store, clock, ids, viewer, inTenant, readReader, show, showMissing, readBody, pageOf, queryOf }
}

function readableLocale(locale = 'en-GB'): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}
