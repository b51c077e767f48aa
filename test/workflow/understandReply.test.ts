import { expect, it } from 'vitest'
import type { InboundId } from '../../src/domain/ids.ts'
import type { ReplyWords } from '../../src/intents/modelQuestion.ts'
import { createModelDesk } from '../../src/workflow/modelDesk.ts'
import { understandReply } from '../../src/workflow/understandReply.ts'
import { scriptModel } from '../fakes/scriptedModel.ts'
import { openLoop } from './openLoop.ts'
import { replyContext } from './replyContext.ts'

const unclear = 'my mother visits Tuesday 2pm, Wednesday 3pm she goes home'
const offer = (...words: string[]): ReplyWords => ({
  kind: 'offer',
  phrases: words.map((phrase) => ({ words: phrase, isFree: true })),
  quote: '',
})

async function read(text: string, reply: ReplyWords | null, dailyTokens = 200_000) {
  const model = scriptModel(reply ? { reply: () => reply } : {})
  const loop = await openLoop({ model: createModelDesk(model, dailyTokens) })
  const ask = () => understandReply(loop.deps, loop.tenantId, 'inbound_7' as InboundId, text, replyContext)
  const first = await ask()
  await loop.settle()
  return { first, second: await ask(), model, loop }
}

it('a reply that the grammar reads costs nothing', async () => {
  const { first, model } = await read('Wednesday at 3 works', offer('Wednesday at 3'))
  expect(first).toMatchObject({ kind: 'read', by: 'grammar', reading: { kind: 'available' } })
  expect(model.questions).toEqual([])
})

it('a reply that the grammar would ask back about is shortened by the model, without anybody waiting, and read by the grammar', async () => {
  const { first, second, loop } = await read(unclear, offer('Wednesday 3pm'))
  expect(first).toEqual({ kind: 'later' })
  expect(second).toMatchObject({
    kind: 'read',
    by: 'model',
    reading: {
      kind: 'available',
      windows: [{ startsAt: new Date('2027-03-03T15:00:00Z'), endsAt: new Date('2027-03-03T16:00:00Z') }],
    },
  })
  expect((await loop.tables((tx) => tx.find('modelSpends')))[0]).toMatchObject({ tokens: 460, callCount: 1 })
})

it.each<[string, ReplyWords | null]>([
  ['says nothing', null],
  ['names a time that was not written', offer('Friday 3pm')],
  ['names what is no time', offer('my mother')],
  ['calls it a goodbye', { kind: 'decline', phrases: [], quote: 'goes home' }],
])('where the model %s, the grammar asks back', async (_what, reply) => {
  const { second } = await read(unclear, reply)
  expect(second).toMatchObject({ kind: 'read', by: 'grammar', reading: { kind: 'clarify', windows: [] } })
})

it("where the day's tokens are used up nobody waits and the grammar asks back", async () => {
  const { first, model } = await read(unclear, offer('Wednesday 3pm'), 0)
  expect(first).toMatchObject({ kind: 'read', by: 'grammar', reading: { kind: 'clarify' } })
  expect(model.questions).toEqual([])
})
