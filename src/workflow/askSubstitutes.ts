import { overlaps } from '../domain/availability.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { findPartyThread, openPartyThread } from './askParty.ts'
import { liveInterviews, needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import { changeActions } from './changeActions.ts'
import type { Deps } from './deps.ts'
import { editRequest } from './editRequest.ts'
import { needMember } from './insertPanelParty.ts'
import { reachMember } from './meetPerson.ts'
import { say } from './owe.ts'
import { noEdit } from './requestEdit.ts'
import { aboutRequest, type Composer } from './speech.ts'
import { type KnownStandIn, readStandIns } from './standIns.ts'

// Takes:   a member of the panel who cannot come to the agreed interview and wants somebody else to; or a colleague's yes to that.
// Reads:   the ATS for who else is on the job, their calendars and their other interviews at that time.
// Writes:  for the question members and threads; for the yes the seat, through the same edit as a recruiter's (editRequest.ts).
// Effects: a question to each colleague who is free, at once; a line to the recruiter; with the first yes the changed invitations.
// Refuses when: the interview was moved or ended, or the seat has been taken already (`tooLate`); the colleague is held elsewhere (`taken`).

interface SeatRef {
  requestId: string
  partyId: string
}

interface Asked {
  standIn: KnownStandIn
  /** Busy people are not asked; of unknown calendars the question says so. */
  isKnownFree: boolean
}

/** Asks colleagues to take a seat of the agreed interview. Until one says yes the interview stands as it is. */
export async function askSubstitutes(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: SeatRef & { reason: string | null; occasion: string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const before = await deps.store.inTenant(tenantId, (tx) => needBundle(tx, input.requestId))
  const interview = interviewOf(before, input.partyId)
  if (!interview) return { kind: 'tooLate' }
  const able = await findAble(deps, tenantId, before, interview)
  const members = await deps.store.inTenant(tenantId, (tx) =>
    Promise.all(able.map(async ({ standIn }) => needMember(tx, deps, standIn.person, 'interviewer', before.settings))),
  )
  const addresses = new Map<string, Awaited<ReturnType<typeof reachMember>>>()
  for (const member of members) addresses.set(member.id, await reachMember(deps, tenantId, member.id))
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const current = interviewOf(bundle, input.partyId)
    if (!current || current.sequence !== interview.sequence) return { kind: 'tooLate' }
    const party = partyOf(bundle, input.partyId)
    const fresh: Asked[] = []
    for (const [at, member] of members.entries()) {
      const asked = able[at]
      const key = `${bundle.request.id}:substitute:${party.id}:${current.sequence}:${member.id}`
      if (!asked || (await tx.count('effects', { key: `say:${key}` })) > 0) continue
      const address = addresses.get(member.id)?.address ?? null
      await askOne(tx, deps, bundle, { interview: current, party, member, asked, address, key })
      fresh.push(asked)
    }
    await recordAudit(tx, deps, cause, {
      requestId: bundle.request.id,
      action: 'askSubstitutes',
      fromState: bundle.request.state,
      toState: bundle.request.state,
      data: { partyId: party.id, reason: input.reason, asked: members.map((m) => m.id) },
    })
    await tx.update('parties', party.id, { saidYesToSequence: null })
    await tellRecruiter(tx, deps, bundle, party, current, { ...input, able, fresh })
    return { kind: 'done' }
  })
}

function interviewOf(bundle: RequestBundle, partyId: string): Interview | undefined {
  return liveInterviews(bundle).find((interview) => interview.partyIds.some((id) => id === partyId))
}

/** Who could come at that time: those known to be free; where nobody is known to be, those whose calendar cannot be read. */
async function findAble(deps: Deps, tenantId: TenantId, bundle: RequestBundle, interview: Interview): Promise<Asked[]> {
  const standIns = await readStandIns(deps, tenantId, bundle, deps.clock.now())
  const memberIds = standIns.flatMap(({ member }) => member?.id ?? [])
  const range = { startsAt: interview.startsAt, endsAt: interview.endsAt }
  const calendars = memberIds.length > 0 ? await deps.calendar.readBusy(tenantId, memberIds, range) : new Map()
  const able = standIns.flatMap((standIn): Asked[] => {
    if (standIn.holds?.times.some((time) => overlaps(time, range))) return []
    const answer = standIn.member && calendars.get(standIn.member.id)
    if (!answer || answer.kind === 'unknown') return [{ standIn, isKnownFree: false }]
    const isBusy = answer.times.some((time: { startsAt: Date; endsAt: Date }) => overlaps(time, range))
    return isBusy ? [] : [{ standIn, isKnownFree: true }]
  })
  const free = able.filter(({ isKnownFree }) => isKnownFree)
  return free.length > 0 ? free : able
}

interface Question {
  interview: Interview
  party: Party
  member: Member
  asked: Asked
  address: Parameters<typeof openPartyThread>[4]
  key: string
}

async function askOne(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  { interview, party, member, asked, address, key }: Question,
): Promise<void> {
  const { request } = bundle
  const thread =
    (await findPartyThread(tx, request, member.id)) ?? (await openPartyThread(tx, deps, request, member.id, address))
  const seat = { requestId: request.id, partyId: party.id, sequence: interview.sequence }
  const { person, role } = asked.standIn
  const draft: Composer = (speech) => ({
    parts: [
      {
        kind: 'text',
        text: speech.words.news.panel.cannotCome(
          party.name,
          aboutRequest(speech, request),
          request.jobTitle,
          formatRangeShort(interview, speech.reader),
        ),
      },
      ...(asked.isKnownFree
        ? []
        : [{ kind: 'note' as const, tone: 'info' as const, text: speech.words.news.panel.calendarUnread }]),
    ],
    actions: [
      {
        kind: 'acceptSeat',
        data: { ...seat, recordId: person.id, name: person.name, role },
        label: speech.words.news.panel.takeSeat,
        style: 'primary',
      },
      {
        kind: 'passSeat',
        data: { ...seat, name: person.name },
        label: speech.words.news.panel.passSeat,
        style: 'normal',
      },
    ],
  })
  await say(tx, deps, { threadId: thread.id, memberId: member.id }, key, draft)
}

async function tellRecruiter(
  tx: Tx,
  deps: Deps,
  { request }: RequestBundle,
  party: Party,
  interview: Interview,
  told: { reason: string | null; occasion: string; able: readonly Asked[]; fresh: readonly Asked[] },
): Promise<void> {
  const named = told.fresh.length > 0 ? told.fresh : told.able
  const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
  await say(tx, deps, target, `${told.occasion}:cannotCome`, (speech) => {
    const { panel } = speech.words.news
    const [about, when] = [aboutRequest(speech, request), formatRangeShort(interview, speech.reader)]
    const names = speech.list(named.map(({ standIn }) => standIn.person.name))
    const said = told.reason
      ? panel.toldBecause(party.name, about, when, told.reason)
      : panel.told(party.name, about, when)
    const next =
      told.able.length === 0
        ? panel.nobodyElse
        : told.fresh.length === 0
          ? panel.askedAlready(names, named.length)
          : panel.asked(names)
    return {
      parts: [{ kind: 'note', tone: 'warning', text: `${said} ${next}` }],
      actions: changeActions(request, speech, told.reason),
    }
  })
}

/** A colleague takes the seat: the first yes counts. */
export async function acceptSeat(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: SeatRef & {
    sequence: number
    recordId: string
    name: string
    role: 'client' | 'hiringManager' | 'interviewer'
  },
): Promise<{ kind: 'done' } | { kind: 'tooLate' } | { kind: 'taken' }> {
  const bundle = await deps.store.inTenant(tenantId, (tx) => needBundle(tx, input.requestId))
  const interview = interviewOf(bundle, input.partyId)
  if (interview?.sequence !== input.sequence) return { kind: 'tooLate' }
  const { recordId, name, role, requestId, partyId } = input
  const edit = { ...noEdit, added: [{ recordId, name, role }], removedPartyIds: [partyId] }
  const outcome = await editRequest(deps, tenantId, cause, { requestId, edit })
  if (outcome.kind !== 'done') return outcome.kind === 'taken' ? { kind: 'taken' } : outcome
  const { name: gone } = partyOf(bundle, partyId)
  await deps.store.inTenant(tenantId, (tx) =>
    say(
      tx,
      deps,
      { threadId: bundle.request.threadId, memberId: bundle.request.recruiterId, requestId: bundle.request.id },
      `${requestId}:seatTaken:${partyId}:${input.sequence}`,
      (speech) => ({
        parts: [
          {
            kind: 'note',
            tone: 'good',
            text: speech.words.news.panel.takesSeat(name, gone, aboutRequest(speech, bundle.request)),
          },
        ],
        actions: [],
      }),
    ),
  )
  return { kind: 'done' }
}
