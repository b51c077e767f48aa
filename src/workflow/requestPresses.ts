import { z } from 'zod'
import type { ActionOutcome } from '../bot/inbound.ts'
import { ParleyError } from '../domain/errors.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import { linkLifeDays } from '../domain/link.ts'
import { intentSchema } from '../intents/intent.ts'
import { readWindows } from '../intents/readDays.ts'
import { timeConventionsOf } from '../intents/times/timeConventionsOf.ts'
import { acceptCounter } from './acceptCounter.ts'
import { addCandidate, addContact, addJob, type Missing } from './addRecords.ts'
import { answerIntent } from './answerIntent.ts'
import { applyRemedy } from './applyRemedy.ts'
import { type ApproveInput, approveSlot } from './approveSlot.ts'
import { askAgain } from './askAgain.ts'
import { needBundle, readSettings } from './bundle.ts'
import { cancelRequest } from './cancelRequest.ts'
import { collectAvailability } from './collectAvailability.ts'
import { declineRequest } from './declineRequest.ts'
import { retryEffect } from './effects.ts'
import { windowsFromLocal } from './enterTimes.ts'
import { holdMails, sendMails } from './firstMails.ts'
import type { OfferedWindow } from './guestPage.ts'
import { helpDraft } from './helpDraft.ts'
import { keepTime } from './keepTime.ts'
import { moveInterview } from './moveInterview.ts'
import { nudge } from './nudge.ts'
import { say } from './owe.ts'
import { postponeRequest } from './postponeRequest.ts'
import {
  answerPress,
  invalid,
  late,
  type Performer,
  type Press,
  partyData,
  reasonOf,
  refused,
  requestData,
  requestIdOf,
  unclaimed,
} from './press.ts'
import { releaseUnknown } from './releaseUnknown.ts'
import { replaceLink } from './replaceLink.ts'
import { nudgeDraft, showRequest } from './requestCommands.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { ScheduleChoices, ScheduleWish } from './scheduleWish.ts'
import { setDefaults } from './setDefaults.ts'
import { readFormat, setFormat } from './setFormat.ts'
import { type ReminderWish, setReminders } from './setReminders.ts'
import { setStage } from './setStage.ts'
import { setUp } from './setUp.ts'
import { showLink } from './showLink.ts'
import { whoIs, whoIsChosen } from './whoIs.ts'

const storedWindow = z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() })
const timesData = partyData.extend({ windows: z.array(storedWindow).optional() })

const reminderWishes: Readonly<Record<string, ReminderWish>> = {
  snooze2: { kind: 'snooze', days: 2 },
  snooze7: { kind: 'snooze', days: 7 },
  stop: { kind: 'stop' },
  resume: { kind: 'resume' },
}

/** What the buttons of cards and first questions mean. */
export const requestPresses: Readonly<Record<string, Performer>> = {
  setUp: async (press) => {
    const outcome = await setUp(press.deps, press.cause, press.talk, press.fields, press.speech)
    if (outcome.kind !== 'ok') return outcome
    const resume = intentSchema.nullable().catch(null).parse(press.action.data.resume)
    const member = await press.deps.store.inTenant(press.talk.tenantId, (tx) => tx.get('members', press.talk.memberId))
    await answerIntent(press.deps, unclaimed(press.cause), press.talk, member, resume ?? { kind: 'greeting' })
    return outcome
  },
  setDefaults: (press) => setDefaults(press.deps, press.cause, press.talk, press.fields, press.speech),
  replaceLink: async (press) => {
    const { requestId, partyId } = partyData.parse(press.action.data)
    const outcome = await replaceLink(press.deps, press.talk.tenantId, press.cause, { requestId, partyId })
    return late(press, outcome, (words) => words.linksClosed)
  },
  help: (press) =>
    answerPress(press, async (tx) => say(tx, press.deps, press.talk, press.talk.eventKey, helpDraft(null))),
  whoIs: async (press) => {
    const { name, id } = z.object({ name: z.string(), id: z.string().optional() }).parse(press.action.data)
    const { deps, talk } = press
    const draft = id ? await whoIsChosen(deps, talk.tenantId, name, id) : await whoIs(deps, talk.tenantId, name)
    return answerPress(press, (tx) => say(tx, deps, talk, talk.eventKey, draft))
  },
  showRequest: (press) =>
    answerPress(press, async (tx) =>
      showRequest(tx, press.deps, press.talk, (await needBundle(tx, requestIdOf(press))).request),
    ),
  scheduleWith: async (press) => {
    const { wish, choices } = readWish(press)
    await scheduleInterview(press.deps, press.cause, press.talk, wish, choices)
    return { kind: 'ok' }
  },
  addCandidate: async (press) => {
    const { wish } = readWish(press)
    const applicationWish = await addCandidate(press.deps, press.talk.tenantId, wish, press.fields, missingOf(press))
    await scheduleInterview(press.deps, press.cause, press.talk, applicationWish)
    return { kind: 'ok' }
  },
  addContact: async (press) => {
    const { wish, choices } = readWish(press)
    const { clientName } = z.object({ clientName: z.string() }).parse(press.action.data)
    const contactId = await addContact(press.deps, press.talk.tenantId, clientName, press.fields, missingOf(press))
    await scheduleInterview(press.deps, press.cause, press.talk, wish, { ...choices, contactIds: [contactId] })
    return { kind: 'ok' }
  },
  addJob: async (press) => {
    const { wish } = readWish(press)
    const title = await addJob(press.deps, press.talk.tenantId, press.fields, missingOf(press))
    await scheduleInterview(press.deps, press.cause, press.talk, { ...wish, job: title })
    return { kind: 'ok' }
  },
  undo: async (press) =>
    late(
      press,
      await cancelRequest(press.deps, press.talk.tenantId, press.cause, {
        requestId: requestIdOf(press),
        reason: null,
        isUndo: true,
      }),
      (words) => words.mailIsOut,
    ),
  holdMails: async (press) =>
    late(
      press,
      await holdMails(press.deps, press.talk.tenantId, press.cause, requestIdOf(press)),
      (words) => words.mailsAreOut,
    ),
  sendMails: async (press) => {
    const words = Object.fromEntries(
      Object.entries(press.fields).flatMap(([name, value]) =>
        name.startsWith('words.') ? [[name.slice('words.'.length), value]] : [],
      ),
    )
    return late(
      press,
      await sendMails(press.deps, press.talk.tenantId, press.cause, requestIdOf(press), words),
      (words) => words.mailsAreOut,
    )
  },
  setFormat: async (press) => {
    const format = readFormat(press.fields, press.speech.words.presses.format)
    if ('sentence' in format) return { kind: 'invalid', errors: [format] }
    const keep = z.enum(['job', 'client', 'once']).catch('once').parse(press.fields.keep)
    const input = { requestId: requestIdOf(press), format, keep }
    return late(press, await setFormat(press.deps, press.talk.tenantId, press.cause, input), (words) => words.closed)
  },
  setStage: async (press) => {
    const toStageId = (press.fields.stage ?? '') === '' ? null : (press.fields.stage ?? null)
    const input = { requestId: requestIdOf(press), toStageId }
    return late(
      press,
      await setStage(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.stageHasMoved,
    )
  },
  approve: (press) => {
    const data = partyData.extend({ proposalId: z.string() }).parse(press.action.data)
    return approveProposal(press, data)
  },
  approveFor: async (press) => {
    const proposalId = (press.fields.proposal ?? '').trim()
    if (proposalId === '') return invalid(press, 'proposal', (words) => words.chooseAgreed)
    return approveProposal(press, { ...partyData.parse(press.action.data), proposalId })
  },
  offerTimes: async (press) => {
    const { requestId, partyId, windows: said } = timesData.parse(press.action.data)
    const windows = said?.map((w) => ({ ...w, level: 'good' as const })) ?? (await timesInWords(press))
    const outcome = await submitTimes(press, requestId, partyId, windows, 'party')
    return outcome.kind === 'ok' && !said ? readBack(press, partyId, windows, 'party') : outcome
  },
  enterTimes: async (press) => {
    const data = timesData.parse(press.action.data)
    const windows = data.windows?.map((w) => ({ ...w, level: 'good' as const })) ?? (await timesInWords(press))
    const outcome = await submitTimes(press, data.requestId, data.partyId, windows, 'recruiter')
    // Times that stand in the question were read back before the press.
    return outcome.kind === 'ok' && !data.windows ? readBack(press, data.partyId, windows, 'recruiter') : outcome
  },
  decline: async (press) => {
    const { requestId, partyId } = partyData.parse(press.action.data)
    const input = { requestId, partyId, reason: reasonOf(press) }
    return late(
      press,
      await declineRequest(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.settled,
    )
  },
  goOnWithout: async (press) => {
    const { requestId, partyId } = partyData.parse(press.action.data)
    const outcome = await releaseUnknown(press.deps, press.talk.tenantId, press.cause, { requestId, partyId })
    return late(press, outcome, (words) => words.notAwaited)
  },
  askAgain: async (press) => {
    const { requestId, partyIds } = requestData.extend({ partyIds: z.array(z.string()) }).parse(press.action.data)
    return late(
      press,
      await askAgain(press.deps, press.talk.tenantId, press.cause, { requestId, partyIds }),
      (words) => words.settled,
    )
  },
  applyRemedy: async (press) => {
    const input = requestData.extend({ change: z.unknown() }).parse(press.action.data)
    return late(
      press,
      await applyRemedy(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.remedyIsOld,
    )
  },
  nudge: (press) =>
    answerPress(press, async (tx) => {
      const { requestId, partyId } = requestData.extend({ partyId: z.string().optional() }).parse(press.action.data)
      const { request } = await needBundle(tx, requestId)
      const outcome = await nudge(tx, press.deps, press.cause, request.id, { despiteStopId: partyId })
      await say(tx, press.deps, press.talk, press.talk.eventKey, nudgeDraft(outcome, request))
    }),
  showLink: async (press) => {
    const input = partyData.parse(press.action.data)
    const outcome = await showLink(press.deps, press.talk.tenantId, press.cause, input)
    if (outcome.kind === 'tooLate') return refused(press, (words) => words.closedAlready)
    const { name, url } = outcome
    return {
      kind: 'shown',
      sentence: press.speech.words.errands.link.shown(name, url, String(linkLifeDays)),
    }
  },
  cancel: async (press) => {
    const input = { requestId: requestIdOf(press), reason: reasonOf(press) }
    return late(
      press,
      await cancelRequest(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.closedAlready,
    )
  },
  postpone: async (press) => {
    const fromOn = z.iso.date().safeParse(press.fields.fromOn)
    if (!fromOn.success) return invalid(press, 'fromOn', (words) => words.firstDay)
    const input = { requestId: requestIdOf(press), fromOn: fromOn.data, reason: reasonOf(press) }
    return late(
      press,
      await postponeRequest(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.closedAlready,
    )
  },
  move: async (press) => {
    const dayOf = (name: string) =>
      z.iso
        .date()
        .nullable()
        .catch(null)
        .parse(press.fields[name] ?? null)
    const input = {
      requestId: requestIdOf(press),
      fromOn: dayOf('fromOn'),
      toOn: dayOf('toOn'),
      reason: reasonOf(press),
      by: 'recruiter' as const,
    }
    const outcome = await moveInterview(press.deps, press.talk.tenantId, press.cause, input)
    return outcome.kind === 'done' ? { kind: 'ok' } : refused(press, (words) => words.nothingToMove)
  },
  acceptCounter: async (press) => {
    const data = partyData.extend({ window: storedWindow }).parse(press.action.data)
    return late(
      press,
      await acceptCounter(press.deps, press.talk.tenantId, press.cause, data),
      (words) => words.standsNoMore,
    )
  },
  setReminders: async (press) => {
    const { requestId, partyId } = partyData.parse(press.action.data)
    // The card asks what is wanted; the button under a guest's "no more reminders" says it.
    const wish = reminderWishes[press.fields.wish ?? String(press.action.data.wish ?? '')]
    if (!wish) return invalid(press, 'wish', (words) => words.chooseReminders)
    return late(
      press,
      await setReminders(press.deps, press.talk.tenantId, press.cause, { requestId, partyId, wish }),
      (words) => words.nobodyReminded,
    )
  },
  keepTime: async (press) =>
    late(
      press,
      await keepTime(press.deps, press.talk.tenantId, press.cause, { requestId: requestIdOf(press) }),
      (words) => words.nothingLookedFor,
    ),
  retry: async (press) => {
    const { effectId } = z.object({ effectId: z.string() }).parse(press.action.data)
    return late(
      press,
      await retryEffect(press.deps, press.talk.tenantId, press.cause, effectId),
      (words) => words.notFailed,
    )
  },
}

async function approveProposal(press: Press, input: ApproveInput): Promise<ActionOutcome> {
  const outcome = await approveSlot(press.deps, press.talk.tenantId, press.cause, input)
  switch (outcome.kind) {
    case 'done':
      return { kind: 'ok' }
    case 'taken':
      return refused(press, (words) => words.slotGone)
    case 'tooLate':
      return refused(press, (words) => words.notOffered)
    case 'notAllowed':
      return refused(press, (words) => words.cannotApprove)
  }
}

/** What the forms behind an unknown name lack, in the presser's words. */
function missingOf({ speech }: Press): Missing {
  return speech.words.opening.missing
}

function readWish(press: Press): { wish: ScheduleWish; choices: ScheduleChoices } {
  const data = z.object({ wish: z.unknown(), choices: z.unknown() }).partial().parse(press.action.data)
  const intent = intentSchema.parse({ kind: 'schedule', ...(data.wish as object) })
  if (intent.kind !== 'schedule') throw new ParleyError('internal', 'This button can no longer be used.')
  const choices = z
    .object({
      applicationId: z.string(),
      contactIds: z.array(z.string()),
      quorum: z.enum(['all', 'any']),
      isAnotherRound: z.boolean(),
    })
    .partial()
    .parse(data.choices ?? {})
  return { wish: intent, choices: dropUndefined(choices) }
}

function dropUndefined(choices: { [K in keyof ScheduleChoices]: ScheduleChoices[K] | undefined }): ScheduleChoices {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined))
}

/** The times field of the form, read by the same grammar as a message, in the presser's zone. */
async function timesInWords(press: Press): Promise<OfferedWindow[]> {
  const { member, deps, fields, talk } = press
  const { wordHours } = await deps.store.inTenant(talk.tenantId, readSettings)
  const read = readWindows(fields.times ?? '', {
    now: deps.clock.now(),
    zone: member.zone,
    locale: member.locale,
    conventions: timeConventionsOf(wordHours),
  })
  if (!read || read.length === 0)
    throw new ParleyError('badInput', 'I could not read these times. Write them like: Tue 2-4 pm, Thu morning.', {
      field: 'times',
      wording: { key: 'unread' },
    })
  return windowsFromLocal(read, member.zone, deps.clock.now())
}

async function submitTimes(
  press: Press,
  requestId: string,
  partyId: string,
  windows: readonly OfferedWindow[],
  by: 'party' | 'recruiter',
): Promise<ActionOutcome> {
  const party = await press.deps.store.inTenant(press.talk.tenantId, (tx) => tx.get('parties', partyId))
  if (!party) return refused(press, (words) => words.notIn)
  const outcome = await collectAvailability(press.deps, press.talk.tenantId, press.cause, {
    requestId,
    partyId,
    windows,
    range: null,
    isFinal: true,
    zone: by === 'party' ? press.member.zone : party.zone,
    locale: party.locale,
    note: party.note,
    by,
  })
  if (outcome.kind === 'tooLate') return refused(press, (words) => words.timesSettled)
  return { kind: 'ok' }
}

/** What was understood, in full: the way to correct it is on the card until a time is agreed. */
async function readBack(
  press: Press,
  partyId: string,
  windows: readonly OfferedWindow[],
  by: 'party' | 'recruiter',
): Promise<ActionOutcome> {
  await press.deps.store.inTenant(press.talk.tenantId, async (tx) => {
    const party = await tx.get('parties', partyId)
    await say(tx, press.deps, press.talk, press.talk.eventKey, ({ words: { errands }, reader }) => ({
      parts: [
        {
          kind: 'text',
          text: by === 'recruiter' ? errands.times.entered(party?.name ?? errands.times.them) : errands.times.noted,
        },
        { kind: 'slots', slots: windows.map((w) => ({ label: formatRangeShort(w, reader) })) },
        { kind: 'note', tone: 'info', text: errands.times.changeable },
      ],
      actions: [],
    }))
  })
  return { kind: 'ok' }
}
