import { z } from 'zod'
import type { ActionOutcome } from '../bot/inbound.ts'
import { intentSchema } from '../intents/intent.ts'
import { answerIntent } from './answerIntent.ts'
import { askFeedback } from './askFeedback.ts'
import { undoSetting } from './changeSetting.ts'
import { repairAts } from './checkDrift.ts'
import { editRequest } from './editRequest.ts'
import { hasWritten } from './hasWritten.ts'
import { judgeReading } from './judgeReading.ts'
import { moveStage, stageMoveSchema } from './moveStage.ts'
import { noteNoShow } from './noShow.ts'
import { late, type Performer, type Press, refused, requestData, requestIdOf } from './press.ts'
import { requestEditSchema } from './requestEdit.ts'
import { undoNote } from './requestNote.ts'

const interviewData = requestData.extend({ interviewId: z.string(), partyIds: z.array(z.string()) })

/** What the buttons under questions about what somebody wrote mean. */
/** Hours are told as they are written: "09:00-17:00"; a place as what its settings hold. */
const settingValue = z.union([z.number(), z.string().max(2_000)])

export const verbPresses: Readonly<Record<string, Performer>> = {
  choose: async (press) => {
    const data = z.object({ intent: z.unknown(), chosenId: z.string() }).parse(press.action.data)
    const { chosenId: _, ...talk } = press.talk
    const chosen = data.chosenId === '' ? talk : { ...talk, chosenId: data.chosenId }
    await answerIntent(press.deps, press.cause, chosen, press.member, intentSchema.parse(data.intent))
    return { kind: 'ok' }
  },
  editRequest: (press) => edit(press),
  undoEdit: async (press) => {
    const isTold = await press.deps.store.inTenant(press.talk.tenantId, async (tx) => {
      const request = await tx.get('requests', requestIdOf(press))
      return request !== null && (await hasWritten(tx, request.id))
    })
    if (isTold) return refused(press, (words) => words.editIsTold)
    return edit(press)
  },
  moveStage: async (press) => {
    const { deps, talk, cause, action } = press
    await moveStage(deps, talk.tenantId, cause, talk, stageMoveSchema.parse(action.data))
    return { kind: 'ok' }
  },
  repairAts,
  undoNote: async (press) => {
    const { key } = z.object({ key: z.string() }).parse(press.action.data)
    return late(
      press,
      await undoNote(press.deps, press.talk.tenantId, press.cause, key),
      (words) => words.noteIsWritten,
    )
  },
  judgeReading,
  undoSetting: async (press) => {
    const input = z.object({ name: z.string(), before: settingValue, after: settingValue }).parse(press.action.data)
    return late(
      press,
      await undoSetting(press.deps, press.talk.tenantId, press.cause, input),
      (words) => words.settingChanged,
    )
  },
  askFeedback: async (press) =>
    late(
      press,
      await askFeedback(press.deps, press.talk.tenantId, press.cause, interviewData.parse(press.action.data)),
      (words) => words.feedbackAsked,
    ),
  noteNoShow: async (press) => {
    const { deps, talk, cause, action } = press
    return late(
      press,
      await noteNoShow(deps, talk.tenantId, cause, talk, interviewData.parse(action.data)),
      (words) => words.notHeld,
    )
  },
}

async function edit(press: Press): Promise<ActionOutcome> {
  const data = requestData.extend({ edit: requestEditSchema }).parse(press.action.data)
  const outcome = await editRequest(press.deps, press.talk.tenantId, press.cause, data)
  switch (outcome.kind) {
    case 'done':
      return { kind: 'ok' }
    case 'tooLate':
      return refused(press, (words) => words.editClosed)
    case 'taken':
      return refused(press, (words) => words.isTaken(outcome.name ?? words.somebody))
  }
}
