import { type DraftMessage, textDraft } from '../bot/message.ts'
import { nextBriefingAt } from '../briefings/briefingTime.ts'
import { composeBriefing } from '../briefings/compose.ts'
import { addOutside, briefingDate, briefingZone, readDaily } from '../briefings/readBriefing.ts'
import { formatInstant, formatTimeOfDay } from '../domain/formatTime.ts'
import { isArranger } from '../domain/roles.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { wordsFor } from '../words/catalogue.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { reply, replyInTx } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   "briefing at 7:30", "stop briefings", "briefing now", "briefing 15 minutes before interviews".
// Reads:   the member, the settings; for "now" the member's day.
// Writes:  the member's briefing time, or the minutes before interviews for everybody.
// Effects: the reply.
// Refuses when: somebody who is no recruiter changes what holds for everybody.

type Ask = Extract<Intent, { kind: 'briefing' }>['ask']

const defaultBriefingMinute = 8 * 60

export async function answerBriefing(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  ask: Ask,
): Promise<void> {
  if (!member) return reply(deps, cause, talk, textDraft('I do not know you any more, so I have done nothing.'))
  switch (ask.kind) {
    case 'now': {
      const now = deps.clock.now()
      const facts = await deps.store.inTenant(talk.tenantId, (tx) => readDaily(tx, member, now))
      const draft = composeBriefing(await addOutside(deps, talk.tenantId, facts))
      return reply(deps, cause, talk, draft ?? textDraft(wordsFor(member.locale).briefings.nothing))
    }
    case 'daily':
      return replyInTx(deps, cause, talk, (tx) => setDaily(tx, deps, cause, member, ask.minute))
    case 'stop':
      return replyInTx(deps, cause, talk, (tx) => stopDaily(tx, deps, cause, member))
    case 'meeting':
      return replyInTx(deps, cause, talk, (tx) => setMeeting(tx, deps, cause, member, ask.leadMinutes))
  }
}

async function setDaily(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  member: Member,
  wished: number | null,
): Promise<DraftMessage> {
  const settings = await readSettings(tx)
  const minute = wished ?? member.briefingMinute ?? defaultBriefingMinute
  const nextAt = await planNext(tx, deps, member, settings, minute)
  await tx.update('members', member.id, { briefingMinute: minute, nextBriefingAt: nextAt })
  await auditBriefing(tx, deps, cause, { briefingMinute: minute })
  if (!nextAt) return textDraft('No weekday is a working day in the settings, so no briefing will come.')
  const reader = { zone: briefingZone(member, settings), locale: member.locale }
  return textDraft(
    `Your briefing comes at ${formatTimeOfDay(nextAt, reader)} on working days, here in "Briefings" and by mail. The next one: ${formatInstant(nextAt, reader)}. On a day without interviews and without anything waiting for you, none is sent.`,
  )
}

/** The next moment on a date that has had no briefing yet. */
async function planNext(
  tx: Tx,
  deps: Deps,
  member: Member,
  settings: TenantSettings,
  minute: number,
): Promise<Date | null> {
  const hours = { minute, zone: briefingZone(member, settings), weekdays: settings.weekdays }
  const next = nextBriefingAt(hours, deps.clock.now())
  if (!next) return null
  const key = `briefing:${member.id}:${briefingDate(member, settings, next)}:chat`
  return (await tx.count('effects', { key })) > 0 ? nextBriefingAt(hours, next) : next
}

async function stopDaily(tx: Tx, deps: Deps, cause: Cause, member: Member): Promise<DraftMessage> {
  await tx.update('members', member.id, { briefingMinute: null, nextBriefingAt: null })
  await auditBriefing(tx, deps, cause, { briefingMinute: null })
  const { meetingBriefingMinutes } = await readSettings(tx)
  const stays =
    meetingBriefingMinutes > 0
      ? ` The short one ${meetingBriefingMinutes} minutes before an interview you take part in still comes.${isArranger(member) ? ' "no briefings before interviews" ends those for everybody.' : ''}`
      : ''
  return textDraft(
    `Your daily briefing has stopped.${stays} "briefing now" shows your day, and "briefing at 8:00" brings it back.`,
  )
}

async function setMeeting(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  member: Member,
  leadMinutes: number,
): Promise<DraftMessage> {
  if (!isArranger(member))
    return textDraft(
      'Briefings before interviews are the same for everybody here, so only a recruiter changes them. I have done nothing.',
    )
  const settings = await readSettings(tx)
  await tx.update('settings', tx.tenantId, { data: { ...settings, meetingBriefingMinutes: leadMinutes } })
  await auditBriefing(tx, deps, cause, { meetingBriefingMinutes: leadMinutes })
  return textDraft(
    leadMinutes === 0
      ? 'No more briefings before interviews, for everybody here. "briefing 30 minutes before interviews" brings them back.'
      : `Everybody here who takes part in an interview is briefed ${leadMinutes} minutes before it. This holds for interviews that are booked or moved from now on; the others keep their time.`,
  )
}

async function auditBriefing(tx: Tx, deps: Deps, cause: Cause, data: Readonly<Record<string, unknown>>): Promise<void> {
  await recordAudit(tx, deps, cause, { requestId: null, action: 'setBriefing', fromState: null, toState: null, data })
}
