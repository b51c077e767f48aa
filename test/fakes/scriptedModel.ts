import type { Frame } from '../../src/intents/frame.ts'
import type { ModelPort } from '../../src/intents/modelPort.ts'
import type { FrameQuestion, ReplyQuestion, ReplyWords } from '../../src/intents/modelQuestion.ts'

export interface ScriptedModel extends ModelPort {
  /** What it was asked, in order. */
  questions: (FrameQuestion | ReplyQuestion)[]
}

/** A model inside the process that says what a test wants, without a check: what a real one could say at its worst. */
export function scriptModel(script: {
  frames?: (question: FrameQuestion) => Frame[] | Promise<Frame[]>
  reply?: (question: ReplyQuestion) => ReplyWords
}): ScriptedModel {
  const questions: ScriptedModel['questions'] = []
  return {
    questions,
    async readFrames(question) {
      questions.push(question)
      return { kind: 'read', value: (await script.frames?.(question)) ?? [], usedTokens: 460 }
    },
    async readReply(question) {
      questions.push(question)
      const value = script.reply?.(question) ?? { kind: 'none', phrases: [], quote: '' }
      return { kind: 'read', value, usedTokens: 460 }
    },
  }
}
