import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ParleyError } from '../../src/domain/errors.ts'
import { tableNames } from '../../src/store/tables.ts'
import { openMemoryTestStore, openTestStore } from '../fakes/testStore.ts'
import {
  addMember,
  addOwnMessage,
  addThread,
  questionMessage,
  sampleRequestId,
  setUpCard,
  waitingCard,
} from './chatSamples.ts'
import { type Harness, openHarness } from './recruiterHarness.ts'

const json = { accept: 'application/json' }

async function openThreadWithCard(...given: Parameters<typeof openHarness>) {
  const harness = await openHarness(...given)
  const { test: fixture, memberId, webchat } = harness
  const thread = await addThread(fixture, memberId, 'Jane with Acme')
  await addOwnMessage(fixture, thread.id, 'schedule Jane with Acme')
  fixture.clock.moveBy(1_000)
  const card = await webchat.putCard(fixture.tenantId, thread, sampleRequestId, waitingCard())
  return { ...harness, thread, cardId: card.id, path: `/threads/${thread.id}` }
}

async function hashOfEverything({ test: { store, tenantId } }: Harness): Promise<string> {
  const rows = await store.inTenant(tenantId, async (tx) => {
    const all: unknown[] = []
    for (const table of tableNames) all.push(table, await tx.find(table))
    return all
  })
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

describe('a new conversation', () => {
  test('starts with its first message, and the second press of the same Send finds the first', async () => {
    const { get, post, messages, test: fixture } = await openHarness()
    const page = await (await get('/')).text()
    expect(page).toContain('What shall we schedule, Ruth?')
    expect([...page.matchAll(/data-suggestion=/g)]).toHaveLength(4)
    const eventId = /name="_event" value="([^"]+)"/.exec(page)![1]!
    const presses = [1, 2, 3].map(() => post('/threads', { text: 'who is Jane', _event: eventId }, json))
    const answers = await Promise.all(presses.map(async (press) => (await (await press).json()) as { url: string }))
    expect(new Set(answers.map((answer) => answer.url)).size).toBe(1)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ text: 'who is Jane', eventId, tenantId: fixture.tenantId })
    expect(await (await get(answers[0]!.url)).text()).toContain('>Who is Jane</h1>')
  })

  test('without script leads to the conversation, where the answer is in view', async () => {
    const harness = await openHarness({
      onMessage: async (input) => {
        const { test: fixture, webchat } = harness
        await addOwnMessage(fixture, input.threadId, input.text)
        const thread = await fixture.store.inTenant(fixture.tenantId, (tx) => tx.get('threads', input.threadId))
        setTimeout(() => void webchat.post(fixture.tenantId, thread!, 'k1', questionMessage()), 30)
      },
    })
    const answer = await harness.post('/threads', { text: 'schedule Jane' })
    expect(answer.status).toBe(303)
    expect(await (await harness.get(answer.headers.get('location')!)).text()).toContain('Whom do you mean?')
  })

  test.each([
    ['nothing', '  \n ', 'Type a message first'],
    ['4,001 characters', 'x'.repeat(4_001), '4001 characters; a message holds at most 4000'],
  ])('with %s is answered with a sentence and keeps what was typed', async (_name, text, sentence) => {
    const { post, messages } = await openHarness()
    const answer = await post('/threads', { text })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    expect(page).toContain(`dir="auto" aria-invalid="true" autofocus>\n${text}</textarea>`)
    expect(messages).toEqual([])
  })

  test('is filled with a suggestion by its link alone', async () => {
    const { get } = await openHarness()
    expect(await (await get('/threads/new?text=who%20is%20Jane')).text()).toContain('>\nwho is Jane</textarea>')
  })

  test('of 300 KB is refused as too long', async () => {
    const { post } = await openHarness()
    expect((await post('/threads', { text: 'x'.repeat(300_000) })).status).toBe(413)
  })
})

describe('a message', () => {
  test('that could not be taken stays in the box with the reason', async () => {
    const { post, path } = await openThreadWithCard({
      onMessage: async () => {
        throw new ParleyError('unavailable', 'The database does not answer. Please try again in a minute.')
      },
    })
    const answer = await post(`${path}/messages`, { text: 'status' })
    expect(answer.status).toBe(503)
    const page = await answer.text()
    expect(page).toContain('The database does not answer. Please try again in a minute.')
    expect(page).toContain('>\nstatus</textarea>')
    const asked = await post(`${path}/messages`, { text: 'status' }, json)
    expect(await asked.json()).toEqual({
      kind: 'refused',
      sentence: 'The database does not answer. Please try again in a minute.',
    })
  })

  test('goes only into a conversation of one’s own', async () => {
    const harness = await openThreadWithCard()
    const other = await addMember(harness.test, 'Sam Other')
    const theirs = await addThread(harness.test, other, 'Secret plan')
    for (const path of [`/threads/${theirs.id}`, '/threads/nothing']) {
      expect((await harness.get(path)).status).toBe(404)
      expect((await harness.get(`${path}/live`)).status).toBe(404)
      expect((await harness.post(`${path}/messages`, { text: 'status' })).status).toBe(404)
      expect((await harness.post(`${path}/actions/a1`, {})).status).toBe(404)
      expect((await harness.post(`${path}/read`, {})).status).toBe(404)
    }
    expect(await (await harness.get('/threads?q=secret')).text()).not.toContain('Secret plan')
    expect([harness.messages, harness.actions]).toEqual([[], []])
  })
})

describe('the list of conversations', () => {
  test.each([
    ['in memory', openMemoryTestStore],
    ['on the embedded database', openTestStore],
  ])('finds by title and by text, without case or accents, and shows where: %s', async (_name, open) => {
    const { test: fixture, memberId, get, webchat } = await openThreadWithCard({}, open)
    const other = await addThread(fixture, memberId, 'Zoë for Brightwater')
    await webchat.post(fixture.tenantId, other, 'k', questionMessage())
    const found = async (query: string) =>
      [
        ...(await (await get(`/threads?q=${encodeURIComponent(query)}`)).text()).matchAll(
          /class="item-title"[^>]*>([^<]*)/g,
        ),
      ].map((match) => match[1])
    expect(await found('')).toEqual(['Jane with Acme', 'Zoë for Brightwater'].sort((a) => (a.startsWith('Z') ? -1 : 1)))
    expect(await found('zoe')).toEqual(['Zoë for Brightwater'])
    expect(await found('BRIGHTwater')).toEqual(['Zoë for Brightwater'])
    expect(await found('ines duarte')).toEqual(['Jane with Acme'])
    expect(await (await get('/threads?q=ines+duarte')).text()).toMatch(/class="item-snippet"[^>]*>…[^<]*Ines Duarte/)
    expect(await (await get('/threads?q=%3Cb%3Enobody')).text()).toContain('No conversation holds “&lt;b&gt;nobody”.')
    expect(await (await get('/threads?q=jane')).text()).toContain('<span class="pill pill-warning">Waiting for Acme<')
    await fixture.store.close()
  })

  test('says in words how the request of each conversation stands', async () => {
    const { get } = await openThreadWithCard()
    expect(await (await get('/threads')).text()).toMatch(
      /class="item[^>]*>.*<span class="pill pill-warning">Waiting for Acme</,
    )
  })

  test('shows 40 and leads to the older ones', async () => {
    const { test: fixture, memberId, get } = await openHarness()
    for (let count = 0; count < 45; count += 1) {
      await addThread(fixture, memberId, `Talk ${count}`)
      fixture.clock.moveBy(1_000)
    }
    const count = async (path: string) => [...(await (await get(path)).text()).matchAll(/class="item-title"/g)].length
    expect(await count('/threads')).toBe(40)
    expect(await (await get('/threads')).text()).toContain('href="/threads?offset=40"')
    expect(await count('/threads?offset=40')).toBe(5)
  })

  test('marks a conversation unread until it is marked read, which a look alone does not do', async () => {
    const { get, post, path } = await openThreadWithCard()
    await get(path)
    expect(await (await get(path)).text()).toContain('<span class="unseen">Unread</span>')
    expect((await post(`${path}/read`, {})).headers.get('location')).toBe(path)
    expect(await (await get(path)).text()).not.toContain('<span class="unseen">Unread</span>')
  })
})

describe('a long conversation', () => {
  test('is shown in pages of 60, none twice and none left out', async () => {
    const { test: fixture, memberId, get } = await openHarness()
    const thread = await addThread(fixture, memberId, 'Long')
    for (let count = 0; count < 150; count += 1) {
      await addOwnMessage(fixture, thread.id, `word ${count}.`)
      if (count % 3 === 0) fixture.clock.moveBy(1_000)
    }
    const seen: number[] = []
    let next: string | undefined = `/threads/${thread.id}`
    while (next) {
      const page: string = await (await get(next)).text()
      seen.unshift(...[...page.matchAll(/>word (\d+)\.</g)].map((match) => Number(match[1])))
      next = /href="([^"]*\?before=[^"]*)"/.exec(page)?.[1]
    }
    expect(seen).toEqual(Array.from({ length: 150 }, (_, count) => count))
  })
})

describe('a button', () => {
  test('hands on who pressed what, and the same form twice is one event', async () => {
    const { get, post, path, actions, memberId, cardId } = await openThreadWithCard()
    const page = await (await get(path)).text()
    const form = new RegExp(`action="${path}/actions/a1"[^>]*>.*?name="_event" value="([^"]+)"`).exec(page)!
    for (const _press of [1, 2]) {
      const answer = await post(`${path}/actions/a1`, { _event: form[1]!, _message: cardId })
      expect(answer.headers.get('location')).toBe(`${path}#${cardId}`)
    }
    expect(actions).toMatchObject([
      { actionId: 'a1', memberId, fields: {}, eventId: form[1] },
      { actionId: 'a1', memberId, fields: {}, eventId: form[1] },
    ])
  })

  test('with a form sends its fields and nothing else', async () => {
    const { post, path, actions, cardId } = await openThreadWithCard()
    const fields = { times: ' Tue 2-4 ', who: '2', copy: 'true', fromOn: '', fromTime: '', email: '', extra: 'x' }
    await post(`${path}/actions/a2`, { _message: cardId, ...fields })
    expect(actions[0]!.fields).toEqual({
      times: 'Tue 2-4',
      who: '2',
      copy: 'true',
      fromOn: '',
      fromTime: '',
      email: '',
    })
  })

  test('with an untouched form is answered beside the field, and nothing is handed on', async () => {
    const { post, path, actions, cardId } = await openThreadWithCard()
    const answer = await post(`${path}/actions/a2`, { _message: cardId, times: '', who: '', copy: 'true' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<title>Error: ')
    expect(page).toContain('Times is missing.')
    expect(page).toContain('Choose Whose times.')
    expect(actions).toEqual([])
  })

  test('that is refused by the workflow keeps what was typed, with and without script', async () => {
    const { post, path, outcomes, cardId } = await openThreadWithCard()
    const invalid = {
      kind: 'invalid' as const,
      errors: [{ field: 'times', sentence: 'I read no time in “sometime”.' }],
    }
    outcomes.push(invalid, invalid)
    const fields = { _message: cardId, times: 'sometime', who: '2' }
    const page = await (await post(`${path}/actions/a2`, fields)).text()
    expect(page).toContain('>\nsometime</textarea>')
    expect(page).toContain('I read no time in “sometime”.')
    const answer = await post(`${path}/actions/a2`, fields, json)
    expect(answer.status).toBe(422)
    const outcome = (await answer.json()) as { html: string }
    expect(outcome).toMatchObject({ kind: 'invalid', id: cardId })
    expect(outcome.html).toContain('>\nsometime</textarea>')
  })

  test('pressed too late is answered politely on the card', async () => {
    const { post, path, outcomes, cardId } = await openThreadWithCard()
    outcomes.push({ kind: 'refused', sentence: 'Acme has answered meanwhile, so no reminder was sent.' })
    const answer = await post(`${path}/actions/a1`, { _message: cardId })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Acme has answered meanwhile, so no reminder was sent.')
  })

  test('whose answer is shown once stands beside the button of this page, and in no later one', async () => {
    const { post, get, path, outcomes, cardId } = await openThreadWithCard()
    outcomes.push({ kind: 'shown', sentence: 'A link to copy: http://guest.test/l/secret' })
    const answer = await post(`${path}/actions/a1`, { _message: cardId }, json)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ kind: 'shown', html: expect.stringContaining('guest.test/l/secret') })
    expect(await (await get(path)).text()).not.toContain('guest.test/l/secret')
  })

  test('of a card that has changed meanwhile is answered in the conversation', async () => {
    const { post, path, outcomes, cardId } = await openThreadWithCard()
    outcomes.push({ kind: 'refused', sentence: 'This card is out of date.' })
    const answer = await post(`${path}/actions/gone`, { _message: cardId })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/role="alert"><p>This card is out of date\./)
  })

  test('that fails says a sentence and never the raw error', async () => {
    const { post, path, outcomes, cardId } = await openThreadWithCard()
    outcomes.push(new Error('connect ECONNREFUSED'))
    const page = await (await post(`${path}/actions/a1`, { _message: cardId })).text()
    expect(page).toContain('Nothing was changed; please try again.')
    expect(page).not.toContain('ECONNREFUSED')
  })

  test('starts the first-open form with the browser’s language', async () => {
    const { test: fixture, memberId, webchat, get } = await openHarness()
    const thread = await addThread(fixture, memberId, 'Welcome')
    await webchat.post(fixture.tenantId, thread, 'k', setUpCard())
    const page = await (await get('/', { 'accept-language': 'de-AT,de;q=0.9' })).text()
    expect(page).toMatch(/value="de-DE" checked/)
  })
})

describe('looking', () => {
  test('changes nothing: 13 addresses with GET, HEAD and OPTIONS leave every row as it was', async () => {
    const harness = await openThreadWithCard({ canPlayHiringManager: () => true })
    const before = await hashOfEverything(harness)
    const { path, app, cookie, cardId } = harness
    const paths = [
      '/',
      '/threads',
      '/threads?q=jane',
      '/threads?offset=40',
      '/threads/new',
      '/threads/new?text=x',
      path,
      `${path}?before=${cardId}`,
      `${path}/live`,
      '/live',
      `${path}/read`,
      `${path}/actions/a1`,
      '/play',
    ]
    for (const address of paths)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const answer = await app.request(`http://127.0.0.1:4711${address}`, {
          method,
          headers: { host: '127.0.0.1:4711', cookie },
        })
        expect(answer.status).toBeLessThan(500)
        await answer.body?.cancel()
      }
    expect(await hashOfEverything(harness)).toBe(before)
  })
})

describe('an open page', () => {
  /** Reads server-sent events until `count` of the wanted kind came. */
  async function readEvents(answer: Response, wanted: string, count: number) {
    const events: { event: string; id: string | undefined; data: Record<string, string | number> }[] = []
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (events.filter((entry) => entry.event === wanted).length < count) {
      const { value, done } = await reader.read()
      if (done) break
      text += value
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
        )
        if (fields.get('event') && fields.get('data'))
          events.push({ event: fields.get('event')!, id: fields.get('id'), data: JSON.parse(fields.get('data')!) })
      }
    }
    await reader.cancel()
    return events.filter((entry) => entry.event === wanted)
  }

  test('gets a replaced card in place: the same id, the next version', async () => {
    const { test: fixture, get, path, thread, webchat, cardId } = await openThreadWithCard()
    fixture.clock.moveBy(60_000)
    const answer = await get(`${path}/live?since=${fixture.clock.now().getTime()}`)
    await webchat.putCard(fixture.tenantId, thread, sampleRequestId, waitingCard('Booked'))
    const [event] = await readEvents(answer, 'message', 1)
    expect(event!.data).toMatchObject({ id: cardId, version: 2, author: 'parley' })
    expect(event!.data.html).toContain('Booked')
    expect(event!.data.html).toContain(`id="${cardId}" data-version="2"`)
  })

  test('finds what another process wrote, without being told', async () => {
    const { test: fixture, get, path, thread } = await openThreadWithCard()
    fixture.clock.moveBy(60_000)
    const answer = await get(`${path}/live?since=${fixture.clock.now().getTime()}`)
    const events = readEvents(answer, 'message', 1)
    await addOwnMessage(fixture, thread.id, 'written elsewhere')
    expect((await events)[0]!.data.html).toContain('written elsewhere')
  })

  test('gets after a break what it missed, from Last-Event-ID on', async () => {
    const { test: fixture, get, path, thread } = await openThreadWithCard()
    fixture.clock.moveBy(60_000)
    const [list] = await readEvents(await get(`${path}/live?since=0`), 'threads', 1)
    for (const text of ['first', 'second']) {
      fixture.clock.moveBy(60_000)
      await addOwnMessage(fixture, thread.id, text)
    }
    const resumed = await get(`${path}/live`, { 'last-event-id': list!.id! })
    // The last 10 seconds before it come again, for what was still being written then: here 2 messages.
    const missed = await readEvents(resumed, 'message', 4)
    expect(missed.map((event) => event.data.html).join()).toMatch(/first.*second/s)
  })

  test('gets the list with its unread mark when another conversation changes', async () => {
    const { test: fixture, memberId, get, path, webchat } = await openThreadWithCard()
    const other = await addThread(fixture, memberId, 'Zoë')
    const answer = await get(`${path}/live`)
    const events = readEvents(answer, 'threads', 2)
    fixture.clock.moveBy(5_000)
    await webchat.post(fixture.tenantId, other, 'k', questionMessage())
    const [, last] = await events
    expect(last!.data.unread).toBe(2)
    expect(String(last!.data.html)).toMatch(
      /^<ul class="items"><li><a class="item item-unread" href="\/threads\/[^"]*"><span[^>]*>Zoë</,
    )
  })

  test('is let go when Parley stops', async () => {
    const { get, path, live } = await openThreadWithCard()
    const answer = await get(`${path}/live`)
    live.close()
    expect(await answer.text()).toContain('event: hello')
    expect((await get(`${path}/live`)).status).toBe(503)
  })

  test('ends with its session', async () => {
    const { test: fixture, get, path } = await openThreadWithCard()
    const answer = await get(`${path}/live`)
    fixture.clock.moveBy(12 * 3_600_000)
    expect(await answer.text()).toContain('event: hello')
  })
})
