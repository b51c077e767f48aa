import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Clock } from '../domain/clock.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import { formatDay, type Reader } from '../domain/formatTime.ts'
import type { Ids, MemberId, TenantId } from '../domain/ids.ts'
import { type MemberRole, memberRoles, roleNames } from '../domain/roles.ts'
import type { CalendarSource, Member } from '../domain/settings.ts'
import type { Store } from '../store/port.ts'
import {
  type FieldErrors,
  type FieldSpec,
  readForm,
  renderErrors,
  renderForm,
  typedIn,
  type Values,
} from './records/form.ts'
import type { Html, RecruiterShell } from './shell.ts'

export interface TeamAppOptions extends RecruiterShell {
  store: Store
  clock: Clock
  ids: Ids
  /** Replaces a member's busy times by those of an .ics file. Throws `badInput` with a sentence. */
  importCalendar(
    tenantId: TenantId,
    memberId: MemberId,
    icsText: string,
  ): Promise<{ busyCount: number; coversTo: Date }>
}

const icsBytesMax = 5 * 1024 * 1024

const colleagueSpecs: FieldSpec[] = [
  { name: 'name', label: 'Name', kind: 'text', isRequired: true, autocomplete: 'off' },
  { name: 'email', label: 'E-mail', kind: 'email', isRequired: true, autocomplete: 'off' },
  { name: 'phone', label: 'Phone', kind: 'tel', autocomplete: 'off' },
  { name: 'zone', label: 'Time zone', kind: 'zone', isRequired: true, hint: 'For example Europe/Berlin' },
  {
    name: 'role',
    label: 'Role',
    kind: 'select',
    isRequired: true,
    options: memberRoles.map((role) => ({ value: role, label: roleNames[role] })),
  },
]

/** The people of the agency or company, and whether Parley can read when they are busy: unknown is said, never taken for free. */
export function createTeamApp(options: TeamAppOptions): Hono {
  const { store, clock, ids, viewer, layout } = options
  const app = new Hono()
  const sheet = readFileSync(new URL('./assets/team.css', import.meta.url), 'utf8')

  const readTeam = (c: Context) =>
    store.inTenant(viewer(c).tenantId, async (tx) => ({
      members: await tx.find('members', { orderBy: [['name', 'asc']] }),
      sources: await tx.find('calendarSources'),
      me: await tx.get('members', viewer(c).memberId),
    }))

  async function show(c: Context, problem: { memberId: string; sentence: string } | null, status: 200 | 422 = 200) {
    const { members, sources, me } = await readTeam(c)
    const reader: Reader = { zone: me?.zone ?? 'UTC', locale: me?.locale ?? 'en-GB' }
    const done = c.req.query('imported')
    const note = done ? html`<p class="done" role="status">The calendar was read: ${done} busy times.</p>` : null
    const body = html`<div class="records"><div class="page-head"><div><h1>Team</h1></div><p class="page-actions"><a class="button button-primary" href="/team/new">Add a colleague</a></p></div>${note}<p class="lead">Without a calendar a colleague's time is unknown, not free: Parley then asks in the chat. Export the calendar as an .ics file and choose it here; only busy times are kept, no titles.</p><ul class="cards">${members.map(
      (member) =>
        renderMember(
          member,
          sources.find((s) => s.memberId === member.id),
          clock.now(),
          reader,
          problem?.memberId === member.id ? problem.sentence : null,
        ),
    )}</ul></div>`
    return layout(c, { title: 'Team', section: 'team', body, status })
  }

  app.get('/', (c) => show(c, null))
  app.get('/team.css', (c) =>
    c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  app.on(['GET', 'POST'], '/new', async (c) => {
    const isPost = c.req.method === 'POST'
    const { me } = await readTeam(c)
    const start: Values = { zone: [me?.zone ?? ''], role: ['interviewer'] }
    const sent = isPost ? readForm(colleagueSpecs, await c.req.parseBody({ all: true })) : { values: start, errors: {} }
    let errors: FieldErrors = sent.errors
    if (isPost && Object.keys(errors).length === 0) {
      try {
        await addColleague(viewer(c).tenantId, sent.values)
        return c.redirect('/team', 303)
      } catch (error) {
        if (!isParleyError(error, 'duplicate')) throw error
        errors = { email: 'Somebody with this address is in the team already.' }
      }
    }
    const form = renderForm({
      action: '/team/new',
      specs: colleagueSpecs,
      values: sent.values,
      errors,
      submitLabel: 'Add',
      cancelHref: '/team',
    })
    const body = html`<div class="records"><div class="page-head"><div><p class="kicker"><a href="/team">Team</a></p><h1>Add a colleague</h1></div></div>${form}</div>`
    return layout(c, { title: 'Add a colleague', section: 'team', body, status: isPost ? 422 : 200 })
  })

  async function addColleague(tenantId: TenantId, values: Values): Promise<void> {
    const role = typedIn(values, 'role') as MemberRole
    await store.inTenant(tenantId, (tx) =>
      tx.insert('members', {
        id: ids.next('member'),
        name: typedIn(values, 'name'),
        email: typedIn(values, 'email').toLowerCase(),
        phone: typedIn(values, 'phone') || null,
        zone: typedIn(values, 'zone'),
        locale: 'en-GB',
        roles: [role],
        recordId: null,
        briefingMinute: null,
        nextBriefingAt: null,
        alertedAt: null,
        createdAt: clock.now(),
      }),
    )
  }

  app.post(
    '/:id/calendar',
    bodyLimit({
      maxSize: icsBytesMax,
      onError: (c) => show(c, { memberId: c.req.param('id') ?? '', sentence: 'This file is larger than 5 MB.' }, 422),
    }),
    async (c) => {
      const memberId = c.req.param('id') as MemberId
      const body = await c.req.parseBody()
      const file = body.calendar
      if (!(file instanceof File) || file.size === 0)
        return show(c, { memberId, sentence: 'Choose an .ics file first.' }, 422)
      try {
        const { busyCount } = await options.importCalendar(viewer(c).tenantId, memberId, await file.text())
        return c.redirect(`/team?imported=${busyCount}`, 303)
      } catch (error) {
        if (!isParleyError(error)) throw error
        return show(c, { memberId, sentence: sentenceFor(error) }, 422)
      }
    },
  )

  return app
}

function renderMember(
  member: Member,
  source: CalendarSource | undefined,
  now: Date,
  reader: Reader,
  problem: string | null,
): Html {
  const fieldId = `calendar-${member.id}`
  const isKnown = source !== undefined && source.coversTo > now
  const words = isKnown
    ? `Calendar known until ${formatDay(source.coversTo, reader)}`
    : source
      ? 'Calendar out of date: unknown, not free'
      : 'Calendar unknown, not free'
  const errors = problem === null ? null : renderErrors({ [fieldId]: problem })
  return html`<li class="card" id="field-${fieldId}"><h2>${member.name}</h2><p class="detail">${member.roles
    .map((role) => roleNames[role])
    .join(
      ', ',
    )} · ${member.email} · ${member.zone}</p><p><span class="tag${isKnown ? ' tag-good' : ' tag-warning'}">${words}</span></p>${errors}<form method="post" action="/team/${member.id}/calendar" enctype="multipart/form-data" class="calendar-form"><label for="${fieldId}">Calendar of ${member.name} (.ics)</label> <input type="file" id="${fieldId}" name="calendar" accept=".ics,text/calendar"> <button class="button button-normal">Read busy times</button></form></li>`
}
