import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { createLocalAts } from './ats/local.ts'
import { addSampleRows } from './ats/sampleData.ts'
import { createLiveFeed } from './bot/liveFeed.ts'
import { createWebchat } from './bot/webchat.ts'
import { importBusyTimes, openLocalCalendar } from './calendar/local.ts'
import { type Config, readConfig } from './config.ts'
import { ParleyError } from './domain/errors.ts'
import { formatInstant } from './domain/formatTime.ts'
import { createMailbox } from './mail/mailbox.ts'
import type { MailPort } from './mail/port.ts'
import { openOutsideAts } from './startAts.ts'
import { openChats } from './startChats.ts'
import { openGuestActions } from './startGuest.ts'
import { type Inbound, openInbound } from './startInbound.ts'
import type { StandIn } from './startStandIn.ts'
import { openStore } from './store/openStore.ts'
import type { Store } from './store/port.ts'
import { systemClock, systemIds } from './system.ts'
import { isAtsHook } from './web/atsHooks.ts'
import { createConnectionsApp } from './web/connections.ts'
import { createGuestApp } from './web/guestApp.ts'
import { createHealthApp, healthPaths } from './web/health.ts'
import { inboundMailPaths } from './web/inboundMail.ts'
import { createMailboxApp } from './web/mailbox.ts'
import { createRecordsApp } from './web/records.ts'
import { createRecruiterApp } from './web/recruiterApp.ts'
import type { Viewer } from './web/session.ts'
import { createTeamApp } from './web/team.ts'
import type { Deps } from './workflow/deps.ts'
import { performEffect, sweepClaims } from './workflow/effects.ts'
import { handleAction } from './workflow/handleAction.ts'
import { handleInbound, receiveMessage } from './workflow/handleMessage.ts'
import { createModelDesk } from './workflow/modelDesk.ts'
import { openTenant } from './workflow/openTenant.ts'
import { passTime } from './workflow/passTime.ts'
import { openReplies } from './workflow/replyAddress.ts'

// The composition root: the only file that names concrete adapters. Everything else receives its ports.

const sweepEveryMs = 60_000
/** What runs when Parley stops is waited for this long; what is unfinished then is owed or asked about after the next start. */
const finishWithinMs = 8_000
/** A stop that takes longer than this hangs, and is ended. */
const stopWithinMs = 10_000

/** What is not real is said on every page: a clock that runs ahead, an ATS that is a stand-in. */
async function readBanner(
  deps: Deps,
  viewer: Viewer,
  { clockAheadMs }: Config,
  standIn: StandIn | null,
): Promise<{ text: string } | null> {
  const said: string[] = []
  if (standIn) said.push(`Demonstration: ${deps.systems?.find(standIn.systemId).name} is a stand-in on this machine.`)
  if (clockAheadMs > 0) {
    const member = await deps.store.inTenant(viewer.tenantId, (tx) => tx.get('members', viewer.memberId))
    const reader = { zone: member?.zone ?? 'UTC', locale: member?.locale ?? 'en-GB' }
    said.push(`Rehearsal: for Parley it is ${formatInstant(deps.clock.now(), reader)}.`)
  }
  return said.length === 0 ? null : { text: said.join(' ') }
}

const singleRoleWords =
  'PARLEY_SINGLE_ROLE is on: the database user owns the tables, so only forced policies keep tenants apart.'

/** One line per event; the terminal stays quiet unless somebody asks for it. */
function createLog(isOn: boolean): Deps['log'] {
  if (!isOn) return () => {}
  return (event, facts) =>
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
}

/** With a mail server but no public address every link would lead nowhere, so nothing is sent. */
const unreachableMail: MailPort = {
  kind: 'smtp',
  send: async () => {
    throw new ParleyError(
      'notConfigured',
      'Mails carry links, and nobody outside could open them: set PARLEY_PUBLIC_URL to the address under which the guest pages can be reached, then try again.',
    )
  },
}

async function createMail(
  config: Config,
  store: Store,
  base: Pick<Deps, 'clock' | 'ids' | 'log'>,
  recruiterUrl: string,
): Promise<MailPort> {
  const fromAddress = config.mailFrom
  if (!config.smtpUrl) return createMailbox({ store, ...base, fromAddress, mailboxUrl: `${recruiterUrl}/mailbox` })
  if (!config.publicUrl) return unreachableMail
  const { createSmtpMail } = await import('./mail/smtp.ts')
  return createSmtpMail({ url: config.smtpUrl, fromAddress, clock: base.clock, log: base.log })
}

/** The package behind it is loaded when it is first asked. Without a model the grammar alone reads. */
async function createModel(config: Config, base: Pick<Deps, 'clock' | 'log'>): Promise<Pick<Deps, 'model'>> {
  if (!config.model || config.model.dailyTokens === 0) return {}
  const { createOpenAiModel } = await import('./intents/openai.ts')
  const { name, dailyTokens, ...access } = config.model
  return { model: createModelDesk(createOpenAiModel({ ...access, ...base, model: name }), dailyTokens) }
}

/** What stands before both sides: health without a session, nothing new to do while stopping, and what runs is counted. */
function createGate(health: Hono, isStopping: () => boolean) {
  const running = new Set<Promise<unknown>>()
  return {
    guard: (door: { fetch: Hono['fetch'] }): { fetch: Hono['fetch'] } => ({
      fetch: (request, ...rest) => {
        if (healthPaths.some((path) => path === new URL(request.url).pathname)) return health.fetch(request)
        if (request.method === 'GET' || request.method === 'HEAD') return door.fetch(request, ...rest)
        if (isStopping())
          return new Response('Parley is stopping. Nothing was changed; please send this again in a minute.', {
            status: 503,
            headers: { 'Retry-After': '30', 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' },
          })
        const answer = Promise.resolve(door.fetch(request, ...rest))
        const settled = answer.catch(() => {}).finally(() => running.delete(settled))
        running.add(settled)
        return answer
      },
    }),
    /** Until what was taken before the stop is answered. */
    whenIdle: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Listens before anything is served, so that links can be written with the real port. */
function listen(
  handler: { fetch: Hono['fetch'] },
  port: number,
  hostname: string,
  setting: string,
): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => handler.fetch(request, env), port, hostname },
      (info: AddressInfo) => {
        resolve({ server, url: `http://${hostname === '0.0.0.0' ? '127.0.0.1' : hostname}:${info.port}` })
      },
    ) as Server
    server.on('error', (error: NodeJS.ErrnoException) => {
      const words: Readonly<Record<string, string>> = {
        EADDRINUSE: `Port ${port} is in use. Stop what uses it, or set ${setting} to another port.`,
        EACCES: `Port ${port} may not be used by this account. Set ${setting} to a port above 1023.`,
      }
      reject(new Error(words[error.code ?? ''] ?? `Cannot listen on ${hostname}:${port}: ${error.message}`))
    })
  })
}

/** Opens the store, listens, starts the worker; prints the address once it serves. Throws one sentence when it cannot. */
export async function startParley(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const clock = systemClock(config.clockAheadMs)
  const ids = systemIds(clock)
  const log = createLog(process.env.PARLEY_LOG === '1')
  const base = { clock, ids, log }

  // Ports first: a busy one is told at once, before a database is opened.
  const recruiterDoor: { fetch: Hono['fetch'] } = { fetch: () => new Response('Parley is starting', { status: 503 }) }
  const guestDoor: { fetch: Hono['fetch'] } = { fetch: () => new Response('Parley is starting', { status: 503 }) }
  let isStopping = false
  let opened: Store | null = null
  let inbound: Inbound | null = null
  const health = createHealthApp({
    store: () => opened,
    clock,
    machineClock: systemClock(),
    isStopping: () => isStopping,
    inboundMail: () => inbound?.intake?.status().state ?? null,
  })
  const gate = createGate(health, () => isStopping)
  const recruiter = await listen(gate.guard(recruiterDoor), config.port, '127.0.0.1', 'PORT')
  const guest = await listen(gate.guard(guestDoor), config.guestPort, config.guestHost, 'PARLEY_GUEST_PORT')

  if (config.isSingleRole) process.stdout.write(`${singleRoleWords}\n`)
  const store = await openStore(config, base)
  const records = createLocalAts({ store, clock, ids, recordsUrl: `${recruiter.url}/records` })
  const demonstration = config.standIn ? await import('./startStandIn.ts') : null
  const standIn = demonstration && config.standIn ? await demonstration.startStandIn(config.standIn, clock) : null
  const outside = openOutsideAts({ base: { ...base, store }, config, records, standIn })
  const live = createLiveFeed()
  const chat = createWebchat({ store, clock, ids, live })
  const guestUrl = config.publicUrl ?? guest.url
  const chats = await openChats({ ...base, store }, () => deps, config, { recruiterUrl: recruiter.url, guestUrl })
  const deps: Deps = {
    ...base,
    store,
    ats: outside.ats,
    systems: outside.systems,
    mail: await createMail(config, store, base, recruiter.url),
    calendar: openLocalCalendar({ store, clock }),
    ...(await createModel(config, base)),
    chat: new Map([chat, ...chats.ports].map((port) => [port.surface, port])),
    guestUrl,
    mailFrom: config.mailFrom,
    ...(config.inbound
      ? { replies: openReplies({ address: config.inbound.replyAddress, secret: config.inbound.secret }) }
      : {}),
  }

  const stopWork = await store.startWork({
    inbound: (tenantId, id) => handleInbound(deps, tenantId, id),
    effect: (tenantId, id) => performEffect(deps, tenantId, id),
  })
  const home = await openTenant(deps, async (tx) => {
    if (config.hasSample) await addSampleRows(tx, base)
  })

  const guestApp = createGuestApp({
    clock,
    log,
    ownLegal: config.ownLegal,
    guest: openGuestActions(deps),
  })
  inbound = await openInbound(deps, config, home.tenantId)
  const inboundApp = inbound?.app
  guestDoor.fetch = (request, ...rest) => {
    const { pathname } = new URL(request.url)
    if (isAtsHook(pathname)) return outside.hooks.fetch(request, ...rest)
    const door = inboundApp && inboundMailPaths.includes(pathname) ? inboundApp : chats.doorFor(pathname)
    return (door ?? guestApp).fetch(request, ...rest)
  }
  await chats.start(home.tenantId)
  if (demonstration && standIn)
    await demonstration.connectStandIn({ ...deps, systems: outside.systems }, home.tenantId, home.memberId, standIn)
  await outside.start()

  const key = ids.secret()
  const isRehearsal = !config.smtpUrl && !config.publicUrl && chats.ports.length === 0
  recruiterDoor.fetch = createRecruiterApp({
    ...base,
    store,
    live,
    key,
    secret: randomBytes(32).toString('base64url'),
    resolveViewer: async () => ({ tenantId: home.tenantId, memberId: home.memberId }),
    onMessage: (input) => receiveMessage(deps, input),
    onAction: (input) => handleAction(deps, input),
    canPlayHiringManager: () => isRehearsal,
    banner: (viewer) => readBanner(deps, viewer, config, standIn),
    ownHosts: [new URL(guest.url).host],
    mounts: [
      {
        path: '/records',
        label: 'Records',
        styles: ['/records/records.css'],
        create: (shell) => createRecordsApp({ ...base, store, ...shell }),
      },
      {
        path: '/team',
        label: 'Team',
        styles: ['/records/records.css', '/team/team.css'],
        create: (shell) =>
          createTeamApp({
            ...base,
            store,
            ...shell,
            importCalendar: (tenantId, memberId, text) => importBusyTimes(store, ids, clock, tenantId, memberId, text),
          }),
      },
      {
        path: '/integrations',
        label: 'Integrations',
        styles: ['/records/records.css', '/integrations/connections.css'],
        create: (shell) =>
          createConnectionsApp({ ...shell, deps: { ...deps, systems: outside.systems }, wakeSync: outside.wake }),
      },
      ...chats.mounts,
      ...(deps.mail.kind === 'mailbox'
        ? [
            {
              path: '/mailbox',
              label: 'Mailbox',
              styles: ['/mailbox/mailbox.css'],
              create: (shell: Parameters<Parameters<typeof createRecruiterApp>[0]['mounts'][number]['create']>[0]) =>
                createMailboxApp({ store, ...shell }),
            },
          ]
        : []),
    ],
  }).fetch as Hono['fetch']

  const sweep = async (): Promise<void> => {
    try {
      await sweepClaims(deps)
      for (const tenantId of await store.listTenants()) await passTime(deps, tenantId)
    } catch (error) {
      log('sweep.failed', { error: String(error) })
    }
  }
  opened = store
  let swept = sweep()
  const sweeping = setInterval(() => {
    swept = sweep()
  }, sweepEveryMs)
  process.stdout.write(`Parley is ready: ${recruiter.url}/enter?key=${key}\n`)

  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    clearInterval(sweeping)
    live.close()
    const ending = [stopWork(), gate.whenIdle(), swept, inbound?.intake?.stop(), chats.stop(), outside.stop()]
    await Promise.race([Promise.all(ending), sleep(finishWithinMs)])
    for (const { server } of [recruiter, guest]) server.close()
    await standIn?.stop()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}
