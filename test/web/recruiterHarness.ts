import { serve } from '@hono/node-server'
import type { ActionOutcome, InboundAction, InboundMessage } from '../../src/bot/inbound.ts'
import { createLiveFeed, type LiveFeed } from '../../src/bot/liveFeed.ts'
import type { ChatPort } from '../../src/bot/port.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import type { MemberId } from '../../src/domain/ids.ts'
import { createRecruiterApp, type RecruiterAppOptions } from '../../src/web/recruiterApp.ts'
import { openMemoryTestStore, type TestStore } from '../fakes/testStore.ts'
import { addMember, addOwnMessage } from './chatSamples.ts'

export const harnessKey = 'key-of-this-start-0123456789'
const origin = 'http://127.0.0.1:4711'

export interface Harness {
  test: TestStore
  memberId: MemberId
  live: LiveFeed
  webchat: ChatPort
  messages: InboundMessage[]
  actions: InboundAction[]
  /** What the next presses are answered with; ok when empty. */
  outcomes: (ActionOutcome | Error)[]
  app: ReturnType<typeof createRecruiterApp>
  /** Asks as a browser with this session would. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  cookie: string
}

/** The recruiter's side over a store in memory; what is written is kept in the thread as the workflow does. */
export async function openHarness(
  given: Partial<RecruiterAppOptions> = {},
  openStore: () => Promise<TestStore> = openMemoryTestStore,
): Promise<Harness> {
  const test = await openStore()
  const { store, clock, ids, tenantId } = test
  const memberId = await addMember(test, 'Ruth Lane')
  const live = createLiveFeed()
  const messages: InboundMessage[] = []
  const actions: InboundAction[] = []
  const outcomes: (ActionOutcome | Error)[] = []
  const app = createRecruiterApp({
    store,
    clock,
    ids,
    live,
    key: harnessKey,
    secret: 'secret-of-this-start-0123456789-0123456789',
    resolveViewer: async () => ({ tenantId, memberId }),
    onMessage: async (input) => {
      if (messages.some((known) => known.eventId === input.eventId)) return
      messages.push(input)
      await addOwnMessage(test, input.threadId, input.text)
    },
    onAction: async (input) => {
      actions.push(input)
      const outcome = outcomes.shift() ?? { kind: 'ok' }
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    mounts: [],
    canPlayHiringManager: () => false,
    banner: async () => null,
    log: () => {},
    pollMs: 50,
    ...given,
  })
  const entered = await app.request(`${origin}/enter?key=${harnessKey}`, { headers: { host: '127.0.0.1:4711' } })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const ask = (path: string, init: RequestInit, headers: Record<string, string>) =>
    Promise.resolve(
      app.request(`${origin}${path}`, { ...init, headers: { host: '127.0.0.1:4711', cookie, ...headers } }),
    )
  return {
    test,
    memberId,
    live,
    webchat: createWebchat({ store, clock, ids, live }),
    messages,
    actions,
    outcomes,
    app,
    cookie,
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, fields, headers = {}) =>
      ask(
        path,
        { method: 'POST', body: new URLSearchParams(fields) },
        { origin, 'sec-fetch-site': 'same-origin', ...headers },
      ),
  }
}

/** Serves the app on a free port of 127.0.0.1. Close it. */
export function serveHarness(harness: Harness): Promise<{ address: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: harness.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({
        address: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            harness.live.close()
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
  })
}
