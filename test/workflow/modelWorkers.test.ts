import { afterAll, expect, it } from 'vitest'
import { createLocalAts } from '../../src/ats/local.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import { createLiveFeed } from '../../src/bot/liveFeed.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import { openLocalCalendar } from '../../src/calendar/local.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import type { Deps } from '../../src/workflow/deps.ts'
import { performEffect } from '../../src/workflow/effects.ts'
import { handleInbound, receiveMessage } from '../../src/workflow/handleMessage.ts'
import { createModelDesk } from '../../src/workflow/modelDesk.ts'
import { openTenant } from '../../src/workflow/openTenant.ts'
import { waitUntil } from '../e2e/waitUntil.ts'
import { scriptModel } from '../fakes/scriptedModel.ts'
import { openTestStore } from '../fakes/testStore.ts'

const stops: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

it('with 25 messages at a model that does not answer, the queue goes on: a look-up behind them is answered, and they are later', async () => {
  const { store, clock, ids, tenantId } = await openTestStore()
  const waiting: (() => void)[] = []
  const model = scriptModel({ frames: () => new Promise((resolve) => waiting.push(() => resolve([]))) })
  const chat = createWebchat({ store, clock, ids, live: createLiveFeed() })
  const deps: Deps = {
    store,
    clock,
    ids,
    ats: createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1/records' }),
    mail: createMailbox({ store, clock, ids, fromAddress: 'interviews@parley.example' }),
    calendar: openLocalCalendar({ store, clock }),
    chat: new Map([[chat.surface, chat]]),
    model: createModelDesk(model, 1_000_000),
    guestUrl: 'http://guest.test',
    mailFrom: 'interviews@parley.example',
    log: () => {},
  }
  const { memberId } = await openTenant(deps)
  await addSampleData(store, tenantId, { clock, ids })
  const [thread] = await store.inTenant(tenantId, (tx) => tx.find('threads'))
  const say = (text: string, eventId: string) =>
    receiveMessage(deps, { tenantId, memberId, threadId: thread!.id, text, eventId })
  const countAnswers = (text: string) =>
    store.inTenant(
      tenantId,
      async (tx) => (await tx.find('threadMessages')).filter((m) => m.text.includes(text)).length,
    )

  const stopWork = await store.startWork({
    inbound: (tenant, id) => handleInbound(deps, tenant, id),
    effect: (tenant, id) => performEffect(deps, tenant, id),
  })
  stops.push(stopWork, () => store.close())
  for (let count = 0; count < 25; count += 1) await say('mach das bitte so wie beim letzten Mal', `unsure-${count}`)
  await waitUntil('all 25 are being asked', async () => waiting.length === 25)
  await say('who is Beatriz Sousa?', 'sure')
  await waitUntil('the look-up is answered', async () => (await countAnswers('Candidate, ')) > 0)
  expect(await countAnswers('I did not understand that')).toBe(0)
  for (const answer of waiting) answer()
  await waitUntil('the 25 are answered', async () => (await countAnswers('I did not understand that')) === 25)
}, 120_000)
