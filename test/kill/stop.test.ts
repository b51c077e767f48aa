import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRequest } from '../../bench/agencyLoop.ts'
import { openVisitor } from '../../bench/visitor.ts'
import { openStore } from '../../src/store/openStore.ts'
import { systemClock, systemIds } from '../../src/system.ts'
import { findFreePorts, giveRealAddresses } from './killRuns.ts'
import { type MailServer, startMailServer } from './mailServer.ts'
import { type Mortal, startMortal } from './mortal.ts'
import { agencyDomain, setUpAgency } from './scenario.ts'

// SIGTERM while a mail is with the mail server. Exit code 0 is the promise of the time: after ten seconds Parley ends itself with 1.

const pollMs = 200
const patienceMs = 60_000

describe('the process stopped while a mail is being handed over', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-stop-'))
  const agency = join(folder, 'agency')
  let dataFolder = agency
  const openData = () => {
    const clock = systemClock()
    const tools = { clock, ids: systemIds(clock), log: () => {} }
    return openStore({ dataFolder, databaseUrl: null, databaseAdminUrl: null, isSingleRole: false }, tools)
  }
  const started: Mortal[] = []
  let mail: MailServer
  let env: Record<string, string> = {}
  const start = () => {
    const mortal = startMortal({ ...env, PARLEY_DATA: dataFolder }, null)
    started.push(mortal)
    return mortal
  }

  beforeAll(async () => {
    mail = await startMailServer()
    const [port, guestPort] = (await findFreePorts(2)).map(String)
    env = { PORT: port ?? '', PARLEY_GUEST_PORT: guestPort ?? '' }
    const first = start()
    await setUpAgency({ mortal: first, guestUrl: '' })
    await first.stop()
    const store = await openData()
    await giveRealAddresses(store)
    await store.close()
    env = {
      ...env,
      PARLEY_PUBLIC_URL: `http://127.0.0.1:${guestPort}`,
      SMTP_URL: mail.url,
      PARLEY_MAIL_FROM: `interviews@${agencyDomain}`,
    }
  }, 120_000)
  afterAll(async () => {
    await Promise.all(started.map((mortal) => mortal.stop()))
    await mail.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A new agency asks Jane and Marta for times; the process gets SIGTERM as soon as the mail server has the first mail. */
  async function stopWhileMailing(name: string, answer: () => Promise<void>): Promise<number | null> {
    dataFolder = join(folder, name)
    cpSync(agency, dataFolder, { recursive: true })
    const mortal = start()
    const address = await mortal.address()
    mail.onDelivered = () => {
      mortal.signal('SIGTERM')
      mail.onDelivered = answer
      return answer()
    }
    const visitor = openVisitor()
    await visitor.get(address)
    // The press may be answered or cut off: it was stored or it was not.
    await openRequest({ visitor, url: new URL(address).origin }).catch(() => {})
    return mortal.ended()
  }

  /** The mails of the request with their state and how often they arrived, when `isOver` says so. */
  async function mailsOnceQuiet(isOver: (states: readonly string[]) => boolean) {
    mail.onDelivered = () => {}
    for (const startedAtMs = performance.now(); ; ) {
      const again = start()
      await again.address()
      await sleep(3_000)
      expect(await again.stop()).toBe(0)
      const store = await openData()
      const effects = await store.inTenant(await store.firstTenant(), (tx) =>
        tx.find('effects', { where: { kind: 'mail' } }),
      )
      await store.close()
      if (isOver(effects.map(({ state }) => state)) || performance.now() - startedAtMs > patienceMs)
        return effects.map(({ id, state }) => ({
          state,
          arrivedCount: mail.deliveries.filter(({ messageId }) => messageId.startsWith(`<${id}@`)).length,
        }))
      await sleep(pollMs)
    }
  }

  it('waits for a mail server that answers after 2 s, ends with code 0, and each mail has arrived once', async () => {
    expect(await stopWhileMailing('slow', () => sleep(2_000))).toBe(0)
    const mails = await mailsOnceQuiet((states) => states.every((state) => state === 'done'))
    expect(mails).toEqual([
      { state: 'done', arrivedCount: 1 },
      { state: 'done', arrivedCount: 1 },
    ])
  })

  it('does not wait for one that never answers: it ends with code 0, and the mail is asked about instead of sent again', async () => {
    expect(await stopWhileMailing('silent', () => new Promise(() => {}))).toBe(0)
    const mails = await mailsOnceQuiet((states) => states.every((state) => state === 'done' || state === 'asked'))
    expect(mails.map(({ arrivedCount }) => arrivedCount)).toEqual([1, 1])
    expect(mails.map(({ state }) => state)).toContain('asked')
    expect(mails.filter(({ state }) => state !== 'asked' && state !== 'done')).toEqual([])
  })
})
