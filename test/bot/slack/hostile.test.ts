import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/bot/message.ts'
import { slackPosting } from '../../../src/bot/slack/blockKit.ts'
import { renderSlackMessage } from '../../../src/bot/slack/blocks.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { renderSlackHome } from '../../../src/bot/slack/home.ts'
import { renderSlackModal } from '../../../src/bot/slack/modal.ts'
import { everywhere, hostileTexts } from '../hostileTexts.ts'
import { addressesOf, mrkdwnOf, textsOf } from './readSlack.ts'

const baseUrl = 'https://parley.agency.example'
const hiddenMarks = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u{e0000}-\u{e007f}]/u

/** The message with ids that only we give. */
function placed(text: string): Message {
  const message = everywhere(text)
  return { ...message, actions: message.actions.map((action) => ({ ...action, id: 'action-1' })) }
}

/** Nothing in it can be a mention, a date, an emoji name, markup, or a link but the one form we write. */
function expectInert(mrkdwn: string): void {
  const withoutLinks = mrkdwn.replace(/<https?:\/\/[^\s|<>@]+\|[^|<>\n]+>/g, 'link')
  expect(withoutLinks).not.toMatch(/[<>~`]/)
  // What is left of stars is our bold: whole, on one line, with nothing marked inside.
  expect(withoutLinks.replace(/\*[^*\n]+\*/g, 'bold')).not.toContain('*')
  expect(withoutLinks).not.toMatch(/(^|[^\p{L}\p{N}_])_|_($|[^\p{L}\p{N}_])/u)
  expect(withoutLinks).not.toMatch(/^\s*(>|&gt;)/m)
  expect(withoutLinks).not.toMatch(/(?<!\d):[a-z0-9_'+-]+:/)
  expect(withoutLinks.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
}

describe('what an outside system may have put into a name, on Slack', () => {
  test.each(hostileTexts.map((text, index) => [index + 1, text] as const))(
    'hostile string %i is inert in every place of a message, a modal and the home page',
    (_index, text) => {
      const message = placed(text)
      const messages = [true, false].flatMap((hasPlan) => {
        const { text: fallback, blocks, rest } = renderSlackMessage(message, { hasPlan, baseUrl })
        return [{ text: fallback, blocks }, ...rest].map((one) => ({ ...slackPosting, ...one }))
      })
      const [action] = message.actions
      const { view } = renderSlackModal(action!, {
        privateMetadata: '',
        callbackId: 'press',
        title: text,
        sentence: text,
        values: { [text]: text },
      })
      const item = { title: text, detail: text, url: text, actions: message.actions }
      const home = renderSlackHome({
        approvals: [item],
        interviews: [item],
        connections: [item],
        settings: [item],
      }).view
      const payloads = [...messages, view, home]
      for (const payload of payloads) {
        expect(checkSlackPayload(payload)).toEqual([])
        for (const said of mrkdwnOf(payload)) expectInert(said)
        expect(JSON.stringify(payload.blocks)).not.toContain('"verbatim":false')
        expect(textsOf(payload.blocks).join('\n')).not.toMatch(hiddenMarks)
        for (const address of addressesOf(payload)) expect(address).toMatch(/^https?:\/\/[^@\s]+$/)
      }
      for (const one of messages) expectInert(one.text)
    },
  )
})
