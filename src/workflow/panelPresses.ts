import { z } from 'zod'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import { foldName } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { findPartyThread } from './askParty.ts'
import { acceptSeat, askSubstitutes } from './askSubstitutes.ts'
import { isLocked, liveInterviews, needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { recordAudit } from './cause.ts'
import { editRequest } from './editRequest.ts'
import { cardOrder, mailOrder, owe, say } from './owe.ts'
import { answerPress, invalid, late, type Performer, type Press, partyData, reasonOf, refused } from './press.ts'
import { noEdit } from './requestEdit.ts'
import { aboutRequest, type Speech, sentence } from './speech.ts'

const seatData = partyData.extend({ sequence: z.int(), name: z.string() })

/** What hiring managers and interviewers press on their own card. */
export const panelPresses: Readonly<Record<string, Performer>> = {
  confirmHold: (press) =>
    withInterview(press, async (tx, bundle, party) => {
      const { deps, cause } = press
      const interview = interviewWith(bundle, party)
      if (!interview) return false
      await tx.update('parties', party.id, { saidYesToSequence: interview.sequence })
      await recordAudit(tx, deps, cause, {
        requestId: bundle.request.id,
        action: 'answerInvitation',
        fromState: bundle.request.state,
        toState: bundle.request.state,
        data: { partyId: party.id, interviewId: interview.id, sequence: interview.sequence, answer: 'accepted' },
      })
      await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
      return true
    }),
  runningLate: (press) =>
    withInterview(press, async (tx, bundle, party) => {
      const interview = interviewWith(bundle, party)
      const minutes = Number(press.fields.minutes)
      if (!interview || !Number.isInteger(minutes)) return false
      await tellLate(tx, press, bundle, party, minutes)
      return true
    }),
  findSubstitute: async (press) => {
    const input = { ...partyData.parse(press.action.data), reason: reasonOf(press), occasion: press.talk.eventKey }
    return late(
      press,
      await askSubstitutes(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.standsNoMore,
    )
  },
  acceptSeat: async (press) => {
    const input = seatData
      .extend({ recordId: z.string(), role: z.enum(['client', 'hiringManager', 'interviewer']) })
      .parse(press.action.data)
    const outcome = await acceptSeat(press.deps, press.talk.tenantId, press.cause, input)
    if (outcome.kind === 'taken') return refused(press, (words) => words.youAreTaken)
    return late(press, outcome, (words) => words.seatTaken)
  },
  passSeat: (press) => {
    const { requestId, name } = seatData.parse(press.action.data)
    return answerPress(press, async (tx) => {
      const { request } = await needBundle(tx, requestId)
      await say(
        tx,
        press.deps,
        press.talk,
        press.talk.eventKey,
        sentence(({ news }) => news.panel.thanks),
      )
      const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
      await say(
        tx,
        press.deps,
        target,
        `${press.talk.eventKey}:told`,
        sentence(({ news }, speech) => news.panel.passed(name, aboutRequest(speech, request))),
      )
    })
  },
  delegate: (press) => delegate(press),
}

async function withInterview(press: Press, work: (tx: Tx, bundle: RequestBundle, party: Party) => Promise<boolean>) {
  const { requestId, partyId } = partyData.parse(press.action.data)
  const isDone = await press.deps.store.inTenant(press.talk.tenantId, async (tx) => {
    await press.cause.claim?.(tx)
    const bundle = await needBundle(tx, requestId)
    return work(tx, bundle, partyOf(bundle, partyId))
  })
  return isDone ? ({ kind: 'ok' } as const) : refused(press, (words) => words.standsNoMore)
}

function interviewWith(bundle: RequestBundle, party: Party) {
  return liveInterviews(bundle).find((interview) => interview.partyIds.includes(party.id))
}

/** Mails about delays of one interview; whoever is later than that is called. */
const lateMailsMax = 3

/** Mails to everybody from outside, unless they had enough of them. @returns whether they are written to */
async function mailLate(
  tx: Tx,
  { deps, talk }: Press,
  { request }: RequestBundle,
  late: { interview: Interview; who: string; minutes: number; outsiders: readonly Party[] },
): Promise<boolean> {
  const { interview, who, minutes, outsiders } = late
  const mails = await tx.find('effects', { where: { requestId: request.id, kind: 'mail' } })
  const before = mails.filter(
    ({ payload }) =>
      payload.kind === 'mail' && payload.template === 'late' && payload.data.interviewId === interview.id,
  )
  const counts = outsiders.map(
    ({ id }) => before.filter(({ payload }) => payload.kind === 'mail' && payload.partyId === id).length,
  )
  if (Math.max(...counts) >= lateMailsMax) return false
  const data = { interviewId: interview.id, sequence: String(interview.sequence), who, minutes: String(minutes) }
  await owe(
    tx,
    deps,
    outsiders.map(({ id }) => mailOrder(request.id, 'late', id, talk.eventKey, { data, interviewId: interview.id })),
  )
  return true
}

/** Everybody who waits hears it: the recruiter with how to reach the others, colleagues on the panel, candidate and client by mail. */
async function tellLate(tx: Tx, press: Press, bundle: RequestBundle, party: Party, minutes: number): Promise<void> {
  const { deps, talk } = press
  const { request, parties } = bundle
  const interview = interviewWith(bundle, party)
  if (!interview) return
  const others = parties.filter((p) => p.id !== party.id && interview.partyIds.includes(p.id))
  const note = reasonOf(press)
  const textIn = (speech: Speech) => {
    const { late, lateNote } = speech.words.news.panel
    const [about, when] = [aboutRequest(speech, request), formatRangeShort(interview, speech.reader)]
    return note
      ? lateNote(party.name, String(minutes), about, when, note)
      : late(party.name, String(minutes), about, when)
  }
  const outsiders = others.filter((p) => p.memberId === null)
  const late = { interview, who: party.name, minutes, outsiders }
  const isMailed = outsiders.length > 0 && (await mailLate(tx, press, bundle, late))
  const outsideIn = (speech: Speech) => speech.list(outsiders.map((p) => p.name))
  const recruiterTarget = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
  await say(tx, deps, recruiterTarget, `${talk.eventKey}:late`, (speech) => ({
    parts: [
      { kind: 'note', tone: 'warning', text: textIn(speech) },
      ...(outsiders.length > 0
        ? [
            {
              kind: 'text' as const,
              text: speech.words.news.panel[isMailed ? 'mailed' : 'mailedEnough'](outsideIn(speech)),
            },
            {
              kind: 'facts' as const,
              facts: outsiders.map((p) => ({
                label: speech.words.news.panel[isMailed ? 'reach' : 'tell'](p.name),
                value: p.phone ?? p.email,
              })),
            },
          ]
        : []),
    ],
    actions: [],
  }))
  for (const other of others) {
    if (!other.memberId || other.memberId === request.recruiterId) continue
    const thread = await findPartyThread(tx, request, other.memberId)
    if (thread)
      await say(
        tx,
        deps,
        { threadId: thread.id, memberId: other.memberId },
        `${talk.eventKey}:late:${other.id}`,
        sentence((_, speech) => textIn(speech)),
      )
  }
  await say(
    tx,
    deps,
    talk,
    talk.eventKey,
    sentence(({ news: { panel } }, speech) => {
      const names = speech.list([bundle.recruiter.name, ...(isMailed ? outsiders.map((p) => p.name) : [])])
      const hasColleagues = others.some((p) => p.memberId && p.memberId !== request.recruiterId)
      return hasColleagues ? panel.toldAll(names) : panel.toldOne(names)
    }),
  )
}

/** The colleague named decides and takes part in this member's place. */
async function delegate(press: Press): ReturnType<Performer> {
  const { deps, talk, cause, fields } = press
  const { requestId, partyId } = partyData.parse(press.action.data)
  const wanted = (fields.name ?? '').trim()
  const { matches } = await deps.ats.findPeople(talk.tenantId, wanted)
  const users = matches.filter((one) => one.kind === 'user' && one.email)
  const exact = users.filter((one) => foldName(one.name) === foldName(wanted))
  const [person] = exact.length > 0 ? exact : users
  const found = exact.length > 0 ? exact : users
  if (!person || found.length !== 1)
    return invalid(press, 'name', (words) =>
      found.length === 0
        ? words.noColleague(wanted)
        : words.severalColleagues(press.speech.list(found.slice(0, 6).map((one) => one.name))),
    )
  const bundle = await deps.store.inTenant(talk.tenantId, (tx) => needBundle(tx, requestId))
  if (isLocked(bundle) || partyOf(bundle, partyId).answer === 'declined')
    return refused(press, (words) => words.settledSeat)
  if (bundle.parties.some((p) => p.recordId === person.id && p.isAttending))
    return invalid(press, 'name', (words) => words.isIn(person.name))
  const edit = {
    ...noEdit,
    added: [{ recordId: person.id, name: person.name, role: 'hiringManager' as const }],
    removedPartyIds: [partyId],
  }
  const outcome = await editRequest(deps, talk.tenantId, cause, { requestId, edit })
  if (outcome.kind !== 'done') return refused(press, (words) => words.movedOn)
  const { name } = partyOf(bundle, partyId)
  const { request } = bundle
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
    const draft = sentence(({ news }, speech) => news.panel.delegated(name, aboutRequest(speech, request), person.name))
    await say(tx, deps, target, `${talk.eventKey}:delegated`, draft)
  })
  return { kind: 'ok' }
}
