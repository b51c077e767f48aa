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
import { type Composer, sentence } from './speech.ts'

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
  if (!member)
    return reply(
      deps,
      cause,
      talk,
      sentence((words) => words.settings.briefings.unknownMember),
    )
  switch (ask.kind) {
    case 'now': {
      const now = deps.clock.now()
      const facts = await deps.store.inTenant(talk.tenantId, (tx) => readDaily(tx, member, now))
      const draft = composeBriefing(await addOutside(deps, talk.tenantId, facts))
      return reply(
        deps,
        cause,
        talk,
        draft ?? sentence((_, speech) => wordsFor(speech.reader.locale).briefings.nothing),
      )
    }
    case 'daily':
      return replyInTx(deps, cause, talk, (tx) => setDaily(tx, deps, cause, member, ask.minute))
    case 'stop':
      return replyInTx(deps, cause, talk, (tx) => stopDaily(tx, deps, cause, member))
    case 'meeting':
      return replyInTx(deps, cause, talk, (tx) => setMeeting(tx, deps, cause, member, ask.leadMinutes))
  }
}

async function setDaily(tx: Tx, deps: Deps, cause: Cause, member: Member, wished: number | null): Promise<Composer> {
  const settings = await readSettings(tx)
  const minute = wished ?? member.briefingMinute ?? defaultBriefingMinute
  const nextAt = await planNext(tx, deps, member, settings, minute)
  await tx.update('members', member.id, { briefingMinute: minute, nextBriefingAt: nextAt })
  await auditBriefing(tx, deps, cause, { briefingMinute: minute })
  if (!nextAt) return sentence((words) => words.settings.briefings.noWorkingDay)
  return sentence((words, speech) => {
    const reader = { zone: briefingZone(member, settings), locale: speech.reader.locale }
    return words.settings.briefings.daily(formatTimeOfDay(nextAt, reader), formatInstant(nextAt, reader))
  })
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

async function stopDaily(tx: Tx, deps: Deps, cause: Cause, member: Member): Promise<Composer> {
  await tx.update('members', member.id, { briefingMinute: null, nextBriefingAt: null })
  await auditBriefing(tx, deps, cause, { briefingMinute: null })
  const { meetingBriefingMinutes } = await readSettings(tx)
  const isShortLeft = meetingBriefingMinutes > 0
  return sentence(({ settings: { briefings } }) =>
    [
      briefings.stopped,
      ...(isShortLeft ? [briefings.shortStays(meetingBriefingMinutes)] : []),
      ...(isShortLeft && isArranger(member) ? [briefings.endShort] : []),
      briefings.comesBack,
    ].join(' '),
  )
}

async function setMeeting(tx: Tx, deps: Deps, cause: Cause, member: Member, leadMinutes: number): Promise<Composer> {
  if (!isArranger(member)) return sentence((words) => words.settings.briefings.onlyRecruiters)
  const settings = await readSettings(tx)
  await tx.update('settings', tx.tenantId, { data: { ...settings, meetingBriefingMinutes: leadMinutes } })
  await auditBriefing(tx, deps, cause, { meetingBriefingMinutes: leadMinutes })
  return sentence(({ settings: { briefings } }) =>
    leadMinutes === 0 ? briefings.noneBefore : briefings.before(leadMinutes),
  )
}

async function auditBriefing(tx: Tx, deps: Deps, cause: Cause, data: Readonly<Record<string, unknown>>): Promise<void> {
  await recordAudit(tx, deps, cause, { requestId: null, action: 'setBriefing', fromState: null, toState: null, data })
}
