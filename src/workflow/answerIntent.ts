import type { Reader } from '../domain/formatTime.ts'
import { isArranger } from '../domain/roles.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import type { TalkWords } from '../words/replyWords.ts'
import { answerConnect } from './answerConnect.ts'
import { answerDecision } from './answerDecision.ts'
import { answerAskFeedback } from './askFeedback.ts'
import { answerAskTimes } from './askTimes.ts'
import { readSettings } from './bundle.ts'
import type { Cause } from './cause.ts'
import { changeSetting } from './changeSetting.ts'
import type { Deps } from './deps.ts'
import { readBackOwnTimes, readBackTimes, windowsFromLocal } from './enterTimes.ts'
import { findSlots } from './findSlots.ts'
import { helpDraft, unknownDraft } from './helpDraft.ts'
import { answerMoveStage } from './moveStage.ts'
import { answerNoShow } from './noShow.ts'
import { reply, replyInTx, withUnread } from './reply.ts'
import { confirmChange, nudgeNamed, showNamed } from './requestCommands.ts'
import { answerAddNote } from './requestNote.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { Conversation } from './scheduleWish.ts'
import { answerBriefing } from './setBriefings.ts'
import { defaultsAction } from './setDefaults.ts'
import { setUpDraft } from './setUp.ts'
import { answerShareLink } from './shareLink.ts'
import { showBoard } from './showStatus.ts'
import { type Composer, sentence } from './speech.ts'
import { answerUpdate } from './updateRequest.ts'
import { whichPersonDraft } from './whichPerson.ts'
import { whoIs } from './whoIs.ts'

/** What only recruiters may ask for: it writes to people, changes what they were asked, or shows what is theirs. */
const recruiterKinds: ReadonlySet<Intent['kind']> = new Set([
  'schedule',
  'update',
  'cancel',
  'postpone',
  'reschedule',
  'nudge',
  'askTimes',
  'shareLink',
  'findSlots',
  'moveStage',
  'askFeedback',
  'noShow',
  'addNote',
  'changeSetting',
])

/** From an intent to its use case; also for buttons that carry on with a command. What answers a question is not among them. */
export async function answerIntent(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  intent: Intent,
): Promise<void> {
  const reader = { zone: member?.zone ?? defaultSettings.zone, locale: member?.locale ?? defaultSettings.locale }
  const answer = (pick: (words: TalkWords) => string) =>
    reply(
      deps,
      cause,
      talk,
      sentence((words) => pick(words.talk)),
    )
  if (recruiterKinds.has(intent.kind) && !(member && isArranger(member)))
    return answer((words) => (intent.kind === 'schedule' ? words.onlyRecruitersOpen : words.onlyRecruiters))
  switch (intent.kind) {
    case 'schedule':
      return scheduleInterview(deps, cause, talk, intent, talk.chosenId ? { candidateId: talk.chosenId } : {})
    case 'whoIs':
      return reply(
        deps,
        cause,
        talk,
        await whoIs(deps, talk.tenantId, intent.name, talk.chosenId ? [talk.chosenId] : intent.recordIds),
      )
    case 'status':
      if (intent.about !== null || talk.chosenId) return showNamed(deps, cause, talk, intent)
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, { filter: 'open' }, reader.zone, deps.clock.now()))
    case 'list':
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, intent, reader.zone, deps.clock.now()))
    case 'cancel':
    case 'postpone':
    case 'reschedule':
      return confirmChange(deps, cause, talk, intent)
    case 'nudge':
      return nudgeNamed(deps, cause, talk, intent)
    case 'enterTimes':
      return answerEnterTimes(deps, cause, talk, member, intent, reader)
    case 'briefing':
      return answerBriefing(deps, cause, talk, member, intent.ask)
    case 'settings':
      return replyInTx(deps, cause, talk, (tx) => settingsDraft(tx, member))
    case 'changeSetting':
      return changeSetting(deps, cause, talk, intent)
    case 'update':
      return answerUpdate(deps, cause, talk, intent)
    case 'askTimes':
      return answerAskTimes(deps, cause, talk, intent)
    case 'shareLink':
      return answerShareLink(deps, cause, talk, intent)
    case 'findSlots':
      return findSlots(deps, cause, talk, intent)
    case 'moveStage':
      return answerMoveStage(deps, cause, talk, intent)
    case 'approve':
    case 'decline':
      return answerDecision(deps, cause, talk, member, intent)
    case 'askFeedback':
      return answerAskFeedback(deps, cause, talk, intent)
    case 'noShow':
      return answerNoShow(deps, cause, talk, intent)
    case 'addNote':
      return answerAddNote(deps, cause, talk, intent)
    case 'connect':
      return answerConnect(deps, cause, talk, intent)
    case 'whichPerson':
      return reply(deps, cause, talk, await whichPersonDraft(deps, talk, intent))
    case 'confirm':
    case 'deny':
    case 'undo':
    case 'outOfScope':
      return answer(({ nothingDone }) => nothingDone[intent.kind])
    case 'thanks':
      return answer(({ anyTime }) => anyTime)
    case 'greeting':
    case 'help':
      return reply(deps, cause, talk, helpDraft(intent.kind === 'greeting' ? member : null))
    case 'unknown':
      return reply(deps, cause, talk, unknownDraft(intent.hint))
  }
}

async function settingsDraft(tx: Tx, member: Member | null): Promise<Composer> {
  const settings = await readSettings(tx)
  const draft = setUpDraft(settings, member, null)
  if (!settings.isSetUp) return draft
  return (speech) => {
    const message = draft(speech)
    return { ...message, actions: [...message.actions, defaultsAction(settings, speech)] }
  }
}

async function answerEnterTimes(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  intent: Extract<Intent, { kind: 'enterTimes' }>,
  reader: Reader,
): Promise<void> {
  const windows = windowsFromLocal(intent.windows, reader.zone, deps.clock.now())
  await replyInTx(deps, cause, talk, async (tx) => {
    const draft =
      member && isArranger(member)
        ? await readBackTimes(tx, talk, intent, windows)
        : await readBackOwnTimes(tx, talk, windows)
    return withUnread(draft, intent)
  })
}
