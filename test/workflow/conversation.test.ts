import { expect, it } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import type { ThreadId } from '../../src/domain/ids.ts'
import { approve, jane, labelsOf, marta, offer, textOf, video, wednesday } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

/** Keeps what a recruiter and Parley say to each other, as docs/conversation.md shows it. */
function openTranscript(loop: Loop, thread: ThreadId) {
  const lines: string[] = []
  let seen = 0
  const listen = async () => {
    const rows = await loop.messagesIn(thread)
    const fresh = rows.slice(seen).filter((row) => row.author === 'parley' && row.requestId === null)
    seen = rows.length
    for (const row of fresh) {
      const message = row.message as Message
      lines.push(`**Parley:** ${textOf(message).replaceAll('\n', '  \n')}`)
      if (labelsOf(message).length > 0)
        lines.push(
          labelsOf(message)
            .map((label) => `\`[${label}]\``)
            .join(' '),
        )
    }
  }
  return {
    lines,
    listen,
    say: async (text: string) => {
      lines.push(`**Rosa:** ${text}`)
      await loop.say(text, thread)
      await listen()
    },
    happens: async (what: string, work: () => Promise<unknown>) => {
      lines.push(`*${what}*`)
      await work()
      await loop.settle()
      await listen()
    },
  }
}

it('fourteen sentences in one conversation: two Janes, corrections before and after the first mails, a move, a yes and a no', async () => {
  const loop = await openLoop()
  const thread = await loop.setUp()
  const talk = openTranscript(loop, thread)
  await talk.listen()
  talk.lines.length = 0

  await talk.say("who's jane?")
  await talk.say('schedule jane with acme for the backend role')
  await talk.say('the first one')
  await talk.say('actually make it 45 min')
  await talk.say('only mornings pls')
  await talk.happens('Rosa fills in how they meet; twenty seconds later the first mails go out.', async () => {
    await loop.press(thread, await loop.card(thread), 'How do they join?', video)
    await loop.settle(30_000)
  })
  await talk.say('any news from her?')
  await talk.happens('Jane and Marta offer Wednesday morning on their pages; Marta approves a time.', async () => {
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await approve(loop, marta)
  })
  await talk.say('move it to Friday')
  await talk.say('no, leave it')
  await talk.say('make it a phone call instead')
  await talk.say('note on Jane Whitfield: takes the early train, mornings are fine')
  await talk.say('put lukas in the offer stage and remind me what is on for wednesday')
  await talk.say('yes')
  await talk.say('approve my holiday')
  await talk.say('thanks, great work')

  await expect(`${header}${talk.lines.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/conversation.md')
})

const header = `# A conversation

What Parley understands without a language model, over the sample agency. A test plays this and compares every word
(\`test/workflow/conversation.test.ts\`); buttons stand in brackets. The living card of the request is left out.

`
