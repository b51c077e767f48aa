import { DateTime } from 'luxon'
import type { ApplicationContext, ApplicationSummary, AtsInterview, AtsPerson, AtsStage } from '../ats/port.ts'
import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import type { Interval } from '../domain/availability.ts'
import type { MemberId, PartyId, SessionId, TenantId, ThreadId } from '../domain/ids.ts'
import { fullName, namesPerson } from '../domain/names.ts'
import { outsiderRoles, type Party, type PartyAnswer, type PartyRole, personKeyOf } from '../domain/party.ts'
import type { AskOrder, JoinFormat, Quorum, Request, RequestRules } from '../domain/request.ts'
import { isClosed, stateWords } from '../domain/request.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { Intent } from '../intents/intent.ts'
import type { NewRow, Tx } from '../store/port.ts'
import { askParty } from './askParty.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe, say } from './owe.ts'
import { setUpDraft } from './setUp.ts'

// Takes:   a recruiter's wish "schedule X with Y for Z", in a thread.
// Reads:   the ATS (application, contacts, stages, interviews), standing format, members' calendars.
// Writes:  request, session, seats, parties; or nothing, when there is a question to ask first.
// Effects: first mails after the undo time, the living card.
// Refuses when: nobody or several fit, an address is missing, the same interview is already being arranged; each is a question with buttons.

export type ScheduleWish = Omit<Extract<Intent, { kind: 'schedule' }>, 'kind'>

/** Where a conversation takes place, and what keeps a repeated event from answering twice. */
export interface Conversation {
  tenantId: TenantId
  threadId: ThreadId
  memberId: MemberId
  /** Key of the message or press that is being answered. */
  eventKey: string
}

/** What earlier buttons have already decided. */
export interface ScheduleChoices {
  applicationId?: string
  contactIds?: readonly string[]
  quorum?: Quorum
  isAnotherRound?: boolean
}

export async function scheduleInterview(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  wish: ScheduleWish,
  choices: ScheduleChoices = {},
): Promise<void> {
  const answer = (draft: DraftMessage) =>
    deps.store.inTenant(talk.tenantId, async (tx) => {
      await cause.claim?.(tx)
      await say(tx, deps, talk, talk.eventKey, draft)
    })

  const { settings, recruiter } = await deps.store.inTenant(talk.tenantId, async (tx) => ({
    settings: await readSettings(tx),
    recruiter: await tx.get('members', talk.memberId),
  }))
  if (!settings.isSetUp || !recruiter) return answer(setUpDraft(settings, recruiter, { kind: 'schedule', ...wish }))

  const found = await findApplication(deps, talk, wish, choices)
  if (found.kind === 'ask') return answer(found.draft)
  const { application } = found

  const email = application.candidate.emails[0]
  if (!email) return answer(missingEmailDraft(application, wish, choices))

  const counterparts = chooseCounterparts(application, wish, choices)
  if (counterparts.kind === 'ask') return answer(counterparts.draft)

  const existing = await readExisting(deps, talk, application)
  const open = existing.requests.filter((r) => !isClosed(r.state))
  const firstOpen = open[0]
  const upcoming = existing.interviews.filter((i) => i.status === 'SCHEDULED' && i.startAt > deps.clock.now())
  if (!choices.isAnotherRound && (firstOpen || upcoming.length > 0))
    return answer(duplicateDraft(application, firstOpen, upcoming, wish, choices))

  const panel: PanelPerson[] = counterparts.people
  const unknownMembers = await findUnknownCalendars(deps, talk, settings, panel)
  const roundNumber = roundOf(existing.interviews, open)
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const order: RequestOrder = {
      application,
      email,
      panel,
      wish,
      settings,
      recruiter,
      roundNumber,
      quorum: choices.quorum ?? wish.quorum ?? settings.quorum,
      unknownMembers,
    }
    await openRequest(tx, deps, cause, talk, order)
  })
}

// ---- finding the one application -------------------------------------------------------------------------------

type Found = { kind: 'one'; application: ApplicationContext } | { kind: 'ask'; draft: DraftMessage }

async function findApplication(
  deps: Deps,
  talk: Conversation,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Promise<Found> {
  if (choices.applicationId) {
    const application = await deps.ats.readApplication(talk.tenantId, choices.applicationId)
    if (application) return { kind: 'one', application }
    return { kind: 'ask', draft: textDraft('That application is no longer in the ATS, so nothing was opened.') }
  }
  if (!wish.candidate)
    return {
      kind: 'ask',
      draft: textDraft('Whom should I schedule? For example: schedule Jane with Acme for the Backend role'),
    }
  const search = await deps.ats.findApplications(talk.tenantId, {
    candidate: wish.candidate,
    client: wish.counterparts[0] ?? null,
    job: wish.job,
  })
  const [only, ...others] = search.matches
  if (only && others.length === 0) {
    const application = await deps.ats.readApplication(talk.tenantId, only.applicationId)
    if (application) return { kind: 'one', application }
  }
  if (only) return { kind: 'ask', draft: whichApplicationDraft(search.matches, wish) }
  return { kind: 'ask', draft: notFoundDraft(deps, search, wish) }
}

function whichApplicationDraft(matches: readonly ApplicationSummary[], wish: ScheduleWish): DraftMessage {
  const shown = matches.slice(0, 8)
  return {
    parts: [
      { kind: 'text', text: `I found ${matches.length} applications that fit. Which one do you mean?` },
      ...(matches.length > shown.length
        ? [
            {
              kind: 'note' as const,
              tone: 'info' as const,
              text: `The first ${shown.length} are shown; naming the job or client narrows it.`,
            },
          ]
        : []),
    ],
    actions: shown.map((m) => ({
      kind: 'scheduleWith',
      data: { wish, choices: { applicationId: m.applicationId } },
      label: [m.candidateName, m.jobTitle, m.clientName, m.stageLabel].filter(Boolean).join(' · '),
      style: 'normal',
    })),
  }
}

function notFoundDraft(
  deps: Deps,
  search: Awaited<ReturnType<Deps['ats']['findApplications']>>,
  wish: ScheduleWish,
): DraftMessage {
  const sentences: string[] = []
  const actions: DraftAction[] = []
  const client = wish.counterparts[0] ?? null
  if (search.unmatched.includes('candidate')) sentences.push(`I know no candidate called "${wish.candidate}".`)
  if (search.unmatched.includes('client') && client)
    sentences.push(`I know no client, contact or colleague called "${client}".`)
  if (search.unmatched.includes('job') && wish.job) sentences.push(`I know no job called "${wish.job}".`)
  if (sentences.length === 0)
    sentences.push(
      `I found ${[wish.candidate, client, wish.job].filter(Boolean).join(', ')}, but no application that joins them.`,
    )
  sentences.push('Nothing was opened.')

  const retry = (patch: Partial<ScheduleWish>, label: string): DraftAction => ({
    kind: 'scheduleWith',
    data: { wish: { ...wish, ...patch }, choices: {} },
    label,
    style: 'normal',
  })
  for (const name of search.nearest.candidates) actions.push(retry({ candidate: name }, `Candidate: ${name}`))
  for (const name of search.nearest.clients)
    actions.push(retry({ counterparts: [name, ...wish.counterparts.slice(1)] }, `With: ${name}`))
  for (const title of search.nearest.jobs) actions.push(retry({ job: title }, `Job: ${title}`))
  if (deps.ats.addRecord) actions.push(addCandidateAction(wish), addJobAction(wish))
  return { parts: [{ kind: 'text', text: sentences.join(' ') }], actions }
}

function addCandidateAction(wish: ScheduleWish): DraftAction {
  return {
    kind: 'addCandidate',
    data: { wish },
    label: `Add ${wish.candidate ?? 'a candidate'}`,
    style: 'normal',
    submitLabel: 'Add and go on',
    form: [
      {
        kind: 'text',
        name: 'name',
        label: 'Name',
        value: wish.candidate ?? '',
        isRequired: true,
        maxLength: 120,
        isMultiline: false,
      },
      { kind: 'email', name: 'email', label: 'E-mail', value: '', isRequired: true },
      { kind: 'text', name: 'phone', label: 'Phone', value: '', isRequired: false, maxLength: 40, isMultiline: false },
      {
        kind: 'text',
        name: 'job',
        label: 'Job',
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      {
        kind: 'text',
        name: 'client',
        label: 'Client',
        hint: 'Leave empty for a job of your own company',
        value: wish.counterparts[0] ?? '',
        isRequired: false,
        maxLength: 120,
        isMultiline: false,
      },
    ],
  }
}

function addJobAction(wish: ScheduleWish): DraftAction {
  return {
    kind: 'addJob',
    data: { wish },
    label: 'Add a job',
    style: 'normal',
    submitLabel: 'Add the job',
    form: [
      {
        kind: 'text',
        name: 'title',
        label: 'Job title',
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      {
        kind: 'text',
        name: 'client',
        label: 'Client',
        hint: 'Leave empty for a job of your own company',
        value: wish.counterparts[0] ?? '',
        isRequired: false,
        maxLength: 120,
        isMultiline: false,
      },
    ],
  }
}

function missingEmailDraft(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): DraftMessage {
  const name = fullName(application.candidate)
  return textDraft(
    `${name} has no e-mail address in the ATS, so I cannot ask. Add one to the record, then press the button. Nothing was opened.`,
    [
      {
        kind: 'scheduleWith',
        data: { wish, choices: { ...choices, applicationId: application.applicationId } },
        label: 'Try again',
        style: 'primary',
      },
    ],
  )
}

// ---- who takes part on the other side --------------------------------------------------------------------------

interface PanelPerson {
  role: PartyRole
  person: AtsPerson
  member: Member | null
}

type Counterparts = { kind: 'people'; people: PanelPerson[] } | { kind: 'ask'; draft: DraftMessage }

function chooseCounterparts(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Counterparts {
  return application.client ? chooseContacts(application, wish, choices) : chooseHiringTeam(application, wish)
}

function chooseContacts(application: ApplicationContext, wish: ScheduleWish, choices: ScheduleChoices): Counterparts {
  const clientName = application.client?.name ?? 'the client'
  const panelOf = (contacts: readonly AtsPerson[]): Counterparts => ({
    kind: 'people',
    people: contacts.map((person) => ({ role: 'client', person, member: null })),
  })
  if (choices.contactIds) return panelOf(application.contacts.filter((c) => choices.contactIds?.includes(c.id)))
  const named = application.contacts.filter((c) => wish.counterparts.some((written) => namesPerson(written, c.name)))
  if (named.length > 0) return panelOf(named)
  const [only] = application.contacts
  if (only && application.contacts.length === 1) return panelOf([only])
  const base = { wish, choices: { ...choices, applicationId: application.applicationId } }
  if (!only) {
    return {
      kind: 'ask',
      draft: textDraft(`I know nobody at ${clientName} yet. Whom should I ask for times?`, [
        {
          kind: 'addContact',
          data: { ...base, clientName },
          label: `Add a contact at ${clientName}`,
          style: 'primary',
          isOpen: true,
          submitLabel: 'Add and go on',
          form: [
            {
              kind: 'text',
              name: 'name',
              label: 'Name',
              value: '',
              isRequired: true,
              maxLength: 120,
              isMultiline: false,
            },
            { kind: 'email', name: 'email', label: 'E-mail', value: '', isRequired: true },
            {
              kind: 'text',
              name: 'phone',
              label: 'Phone',
              value: '',
              isRequired: false,
              maxLength: 40,
              isMultiline: false,
            },
          ],
        },
      ]),
    }
  }
  const withContacts = (contacts: readonly AtsPerson[], label: string, quorum: Quorum | null): DraftAction => ({
    kind: 'scheduleWith',
    data: { wish, choices: { ...base.choices, contactIds: contacts.map((c) => c.id), ...(quorum ? { quorum } : {}) } },
    label,
    style: 'normal',
  })
  const shown = application.contacts.slice(0, 5)
  return {
    kind: 'ask',
    draft: textDraft(`${clientName} has ${application.contacts.length} contacts. Who takes part?`, [
      ...shown.map((contact) => withContacts([contact], contact.name, null)),
      withContacts(shown, 'All of them together', 'all'),
      withContacts(shown, 'Any one of them', 'any'),
    ]),
  }
}

function chooseHiringTeam(application: ApplicationContext, wish: ScheduleWish): Counterparts {
  const manager = application.hiringManager
  const team = [...(manager ? [manager] : []), ...application.interviewers]
  const named = team.filter((p) => wish.counterparts.some((written) => namesPerson(written, p.name)))
  const chosen = named.length > 0 ? named : team
  if (chosen.length === 0)
    return {
      kind: 'ask',
      draft: textDraft(
        `The job ${application.job.title} has no client, hiring manager or interviewer, so I do not know who meets ${fullName(application.candidate)}. Set the hiring team on the job, then ask me again.`,
      ),
    }
  return {
    kind: 'people',
    people: chosen.slice(0, 4).map((person) => ({
      role: person.id === manager?.id ? 'hiringManager' : 'interviewer',
      person,
      member: null,
    })),
  }
}

// ---- what is already there (R30) -------------------------------------------------------------------------------

async function readExisting(deps: Deps, talk: Conversation, application: ApplicationContext) {
  const interviews = await deps.ats.listInterviews(talk.tenantId, application.applicationId)
  const requests = await deps.store.inTenant(talk.tenantId, (tx) =>
    tx.find('requests', {
      where: { applicationId: application.applicationId, atsConnection: deps.ats.connection },
      orderBy: [['createdAt', 'desc']],
    }),
  )
  return { interviews, requests }
}

/** Interviews that took place or stand, plus requests that are still open, plus one. */
function roundOf(interviews: readonly AtsInterview[], open: readonly Request[]): number {
  const held = interviews.filter((i) => i.status !== 'CANCELED').length
  return held + open.filter((r) => r.interviewId === null).length + 1
}

function duplicateDraft(
  application: ApplicationContext,
  open: Request | undefined,
  upcoming: readonly AtsInterview[],
  wish: ScheduleWish,
  choices: ScheduleChoices,
): DraftMessage {
  const name = fullName(application.candidate)
  const what = open
    ? `${open.title} with ${name} is already here: ${stateWords[open.state]}.`
    : `${name} already has an interview for this job: ${upcoming[0]?.title ?? 'an interview'}.`
  return textDraft(`${what} Nothing new was opened.`, [
    ...(open
      ? [{ kind: 'showRequest', data: { requestId: open.id }, label: 'Open it', style: 'primary' as const }]
      : []),
    {
      kind: 'scheduleWith',
      data: { wish, choices: { ...choices, applicationId: application.applicationId, isAnotherRound: true } },
      label: 'Another round',
      style: 'normal',
    },
  ])
}

// ---- opening ---------------------------------------------------------------------------------------------------

interface RequestOrder {
  application: ApplicationContext
  email: string
  panel: readonly PanelPerson[]
  wish: ScheduleWish
  settings: TenantSettings
  recruiter: Member
  roundNumber: number
  quorum: Quorum
  unknownMembers: ReadonlySet<string>
}

/** E-mails of panel members whose calendar cannot be read: they are asked, because unknown is not free. */
async function findUnknownCalendars(
  deps: Deps,
  talk: Conversation,
  settings: TenantSettings,
  panel: readonly PanelPerson[],
): Promise<ReadonlySet<string>> {
  const insiders = panel.filter((p) => !outsiderRoles.includes(p.role))
  if (insiders.length === 0) return new Set()
  const emails = insiders.map((p) => p.person.email.trim().toLowerCase())
  const members = await deps.store.inTenant(talk.tenantId, (tx) =>
    tx.find('members', { where: { email: { in: emails } } }),
  )
  const now = deps.clock.now()
  const range: Interval = { startsAt: now, endsAt: new Date(now.getTime() + settings.windowDays * 86_400_000) }
  const answers = await deps.calendar.readBusy(
    talk.tenantId,
    members.map((m) => m.id),
    range,
  )
  const known = new Set(members.filter((m) => answers.get(m.id)?.kind === 'busy').map((m) => m.email))
  return new Set(emails.filter((email) => !known.has(email)))
}

/** Writes the request with its parties and owes the first mails. The heart of "find, check, open, ask". */
async function openRequest(tx: Tx, deps: Deps, cause: Cause, talk: Conversation, order: RequestOrder): Promise<void> {
  const { application, settings, recruiter, wish } = order
  const now = deps.clock.now()
  const kind = application.client ? 'agency' : 'inHouse'
  const askOrder: AskOrder = wish.order ?? (kind === 'inHouse' ? 'both' : settings.order)
  const requestId = deps.ids.next('request')
  const format = await readStandingFormat(tx, application)
  const mapping = (await tx.find('stageMappings', { where: { jobId: application.job.id } }))[0]
  const durationMinutes =
    wish.durationMinutes ?? (wish.isScreening ? settings.screeningMinutes : settings.durationMinutes)

  const request = await tx.insert('requests', {
    id: requestId,
    version: 0,
    state: 'collecting',
    kind,
    atsConnection: deps.ats.connection,
    applicationId: application.applicationId,
    candidateId: application.candidate.id,
    jobId: application.job.id,
    clientId: application.client?.id ?? null,
    candidateName: fullName(application.candidate),
    jobTitle: application.job.title,
    clientName: application.client?.name ?? null,
    title: `${application.job.title} ${wish.isScreening ? 'Screening' : 'Interview'} - Round ${order.roundNumber}`,
    roundNumber: order.roundNumber,
    order: askOrder,
    quorum: order.quorum,
    rules: rulesOf(settings, wish, now, recruiter.zone),
    format,
    fromStageId: application.stage.id,
    toStageId: mapping ? mapping.toStageId : proposeStage(application.stages, application.stage),
    recruiterId: recruiter.id,
    isRecruiterAttending: wish.isRecruiterAttending,
    threadId: talk.threadId,
    interviewId: null,
    askRound: 1,
    moveCount: 0,
    stuckReasons: [],
    closedReason: null,
    createdAt: now,
    updatedAt: now,
  })

  const parties = await insertParties(tx, deps, request, order)
  await insertSession(tx, deps, request, durationMinutes, parties)
  await recordAudit(tx, deps, cause, { requestId, action: 'open', fromState: null, toState: 'collecting' })
  const askAt = new Date(now.getTime() + settings.undoSeconds * 1_000)
  for (const party of parties) if (party.answer === 'asked') await askParty(tx, deps, request, party, askAt)
  await tx.update('threads', talk.threadId, { title: `${request.candidateName} · ${request.jobTitle}` })
  await owe(tx, deps, [cardOrder(deps, requestId, request.version)])
}

async function insertParties(tx: Tx, deps: Deps, request: Request, order: RequestOrder): Promise<Party[]> {
  const { application, settings, recruiter } = order
  const asksCandidate = request.order !== 'clientFirst'
  const asksPanel = request.order !== 'candidateFirst'
  const rows: Omit<NewRow<'parties'>, 'id' | 'personKey'>[] = []
  const base = {
    requestId: request.id,
    answeredBy: null,
    note: null,
    declineReason: null,
    askedAt: null,
    answeredAt: null,
    remindedCount: 0,
  }
  rows.push({
    ...base,
    role: 'candidate',
    name: fullName(application.candidate),
    email: order.email,
    phone: application.candidate.phones[0] ?? null,
    zone: application.candidate.zone ?? settings.zone,
    locale: application.candidate.locale ?? settings.locale,
    country: application.candidate.country ?? settings.country,
    memberId: null,
    recordId: application.candidate.id,
    isAttending: true,
    answer: asksCandidate ? 'asked' : 'notAsked',
  })
  for (const { role, person } of order.panel) {
    const member = outsiderRoles.includes(role) ? null : await needMember(tx, deps, person, role, settings)
    const isAsked: PartyAnswer = member
      ? order.unknownMembers.has(person.email.trim().toLowerCase())
        ? 'asked'
        : 'notNeeded'
      : asksPanel
        ? 'asked'
        : 'notAsked'
    rows.push({
      ...base,
      role,
      name: person.name,
      email: person.email,
      phone: person.phone,
      zone: person.zone ?? member?.zone ?? settings.zone,
      locale: person.locale ?? settings.locale,
      country: application.client?.country ?? settings.country,
      memberId: member?.id ?? null,
      recordId: person.id,
      isAttending: true,
      answer: isAsked,
    })
  }
  if (!order.panel.some((p) => p.person.email.trim().toLowerCase() === recruiter.email.trim().toLowerCase()))
    rows.push({
      ...base,
      role: 'recruiter',
      name: recruiter.name,
      email: recruiter.email,
      phone: recruiter.phone,
      zone: recruiter.zone,
      locale: recruiter.locale,
      country: settings.country,
      memberId: recruiter.id,
      recordId: recruiter.recordId,
      isAttending: request.isRecruiterAttending,
      answer: 'notNeeded',
    })
  const parties: Party[] = []
  for (const row of rows)
    parties.push(
      await tx.insert('parties', {
        ...row,
        id: deps.ids.next('party'),
        personKey: personKeyOf(row.memberId, row.email),
      }),
    )
  return parties
}

/** One session; the candidate, each side as seats. "Any one" is one seat with several people, "all" is a seat each. */
async function insertSession(
  tx: Tx,
  deps: Deps,
  request: Request,
  durationMinutes: number,
  parties: readonly Party[],
): Promise<void> {
  const sessionId: SessionId = deps.ids.next('session')
  await tx.insert('sessions', {
    id: sessionId,
    requestId: request.id,
    ordinal: 1,
    title: request.title,
    durationMinutes,
  })
  const attending = parties.filter((p) => p.isAttending)
  const clients = attending.filter((p) => p.role === 'client')
  const seats: { role: PartyRole; partyIds: readonly PartyId[] }[] =
    request.quorum === 'any' && clients.length > 1
      ? [
          ...attending.filter((p) => p.role !== 'client').map((p) => ({ role: p.role, partyIds: [p.id] })),
          { role: 'client', partyIds: clients.map((p) => p.id) },
        ]
      : attending.map((p) => ({ role: p.role, partyIds: [p.id] }))
  for (const [index, seat] of seats.entries())
    await tx.insert('seats', {
      id: deps.ids.next('seat'),
      requestId: request.id,
      sessionId,
      ordinal: index + 1,
      ...seat,
      isRequired: true,
    })
}

/** The member with this address; people of the hiring team become members when they are first needed. */
async function needMember(
  tx: Tx,
  deps: Deps,
  person: AtsPerson,
  role: PartyRole,
  settings: TenantSettings,
): Promise<Member> {
  const email = person.email.trim().toLowerCase()
  const known = (await tx.find('members', { where: { email } }))[0]
  if (known) return known
  return tx.insert('members', {
    id: deps.ids.next('member'),
    name: person.name,
    email,
    phone: person.phone,
    zone: person.zone ?? settings.zone,
    locale: person.locale ?? settings.locale,
    roles: [role === 'hiringManager' ? 'hiringManager' : 'interviewer'],
    recordId: person.id,
    createdAt: deps.clock.now(),
  })
}

async function readStandingFormat(tx: Tx, application: ApplicationContext): Promise<JoinFormat | null> {
  const ofJob = (await tx.find('standingFormats', { where: { scope: 'job', recordId: application.job.id } }))[0]
  if (ofJob) return ofJob.format
  if (!application.client) return null
  const ofClient = (
    await tx.find('standingFormats', { where: { scope: 'client', recordId: application.client.id } })
  )[0]
  return ofClient?.format ?? null
}

function rulesOf(settings: TenantSettings, wish: ScheduleWish, now: Date, zone: string): RequestRules {
  const today = DateTime.fromJSDate(now, { zone })
  const from = wish.fromOn ? DateTime.fromISO(wish.fromOn, { zone }) : today
  const start = DateTime.max(from, today)
  const end = wish.toOn ? DateTime.fromISO(wish.toOn, { zone }) : start.plus({ days: settings.windowDays })
  return {
    gridMinutes: settings.gridMinutes,
    noticeHours: settings.noticeHours,
    gapMinutes: settings.gapMinutes,
    fromOn: start.toISODate() ?? '',
    toOn: (end < start ? start.plus({ days: settings.windowDays }) : end).toISODate() ?? '',
    offerCount: settings.offerCount,
    dayStartsMinute: settings.dayStartsMinute,
    dayEndsMinute: settings.dayEndsMinute,
    weekdays: settings.weekdays,
  }
}

/** The next interview stage after the current one; null when the application already is in the last of them. */
export function proposeStage(stages: readonly AtsStage[], current: AtsStage): string | null {
  const later = stages.filter((s) => s.ordinal > current.ordinal)
  return later.find((s) => s.status === 'interview' || s.status === 'finalInterview')?.id ?? null
}
