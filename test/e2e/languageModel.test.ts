import { afterAll, expect, it } from 'vitest'
import { setUpDesk, waitForPage } from '../../bench/agencyLoop.ts'
import { startParley } from '../fakes/parley.ts'
import { type Script, startStrictModel } from '../fakes/strictModel.ts'
import { frameOf } from '../intents/frameOf.ts'

// The running product with a model set up, over HTTP and without script.

const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

const sentence = 'kümmere dich bitte darum, dass Jane Whitfield bald drankommt, 45 Minuten reichen'

it('a sentence beyond the grammar is read by the model, read back, and done on a press; without the model it is not understood', async () => {
  let script: Script = {
    kind: 'answer',
    json: {
      frames: [
        frameOf({
          label: 'schedule',
          candidate: 'Jane Whitfield',
          durationMinutes: 45,
        }),
      ],
    },
  }
  const server = await startStrictModel(() => script)
  const env = { OPENAI_MODEL: 'a-model', OPENAI_API_KEY: server.key, OPENAI_BASE_URL: server.url }
  const parley = await startParley({ env: { ...env, PARLEY_MODEL_SECONDS: '20' } })
  stops.push(parley.stop, server.stop)
  const desk = await setUpDesk(parley.address)
  const say = async (text: string) =>
    desk.visitor.submit(await desk.visitor.get(`${desk.url}/threads/new`), 'Message to Parley', { text })

  const { url } = await say(sentence)
  const back = await waitForPage(desk, url, 'Yes, do it')
  expect(back.html).toContain('Schedule Jane Whitfield, 45 minutes')
  await desk.visitor.submit(back, 'Yes, do it')
  const question = await waitForPage(desk, url, 'Who takes part?')
  expect(question.html).toContain('Marta Lindqvist')
  expect(server.refusals).toEqual([])
  expect(server.requests).toHaveLength(1)

  script = { kind: 'status', status: 500 }
  const second = await say(sentence)
  await waitForPage(desk, second.url, 'I did not understand that')
  expect(parley.stderr).toBe('')
}, 120_000)
