import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderSlackMessage } from '../../../src/bot/slack/blocks.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { readMrkdwn } from '../../../src/bot/slack/slackText.ts'
import { cleanParagraphs } from '../../../src/domain/cleanLine.ts'
import { factsIn, messageRuns, missingFrom, randomMessage } from '../randomMessage.ts'
import { actionIdsOf, lettersOf, textsOf } from './readSlack.ts'

const baseUrl = 'https://parley.agency.example'
const letters = (text: string) => lettersOf(cleanParagraphs(text, 20_000))

describe('a random message on Slack', () => {
  test.each([true, false])('is within all limits, keeps every action and every fact (plan blocks: %s)', (hasPlan) => {
    fc.assert(
      fc.property(randomMessage(), ({ message, tags }) => {
        const rendering = renderSlackMessage(message, { hasPlan, baseUrl })
        const messages = [{ text: rendering.text, blocks: rendering.blocks }, ...rendering.rest]
        for (const one of messages) expect(checkSlackPayload(one)).toEqual([])
        expect(actionIdsOf(messages).toSorted()).toEqual(message.actions.map((action) => action.id).toSorted())

        const shown = messages
          .flatMap((one) => textsOf(one.blocks))
          .map(lettersOf)
          .join('')
        const fallback = lettersOf(messages.map((one) => readMrkdwn(one.text)).join('\n'))
        const facts = [...factsIn(message), ...message.actions.map((action) => action.label)].map(letters)
        expect(missingFrom(shown, [...tags, ...facts])).toEqual([])
        expect(missingFrom(fallback, tags)).toEqual([])
      }),
      { numRuns: messageRuns },
    )
  })
})
