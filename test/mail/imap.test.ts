import { afterEach, expect, it } from 'vitest'
import { ParleyError } from '../../src/domain/errors.ts'
import { probeImap, startImapIntake } from '../../src/mail/imap.ts'
import { handOver } from '../../src/mail/mime.ts'
import type { MailIntake } from '../../src/mail/port.ts'
import { bouncingDomain, describeOnMailServers, mailDomain } from '../fakes/mailServers.ts'

interface Reader {
  intake: MailIntake
  /** Subjects in the order they were taken. */
  taken: string[]
  positions: string[]
  logged: string[]
}

const running: MailIntake[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((intake) => intake.stop()))
})

function read(
  url: string,
  change: {
    position?: string | null
    fail?: (subject: string) => Error | null
    taken?: string[]
    sizeMax?: number
    positions?: string[]
  } = {},
): Reader {
  const { taken = [], positions = [] } = change
  const logged: string[] = []
  let position = change.position ?? positions.at(-1) ?? null
  const intake = startImapIntake({
    url,
    readPosition: async () => position,
    keepPosition: async (next) => {
      position = next
      positions.push(next)
    },
    take: async ({ source, isTooBig }) => {
      const subject = /^Subject: (.*)$/m.exec(Buffer.from(source).toString('latin1'))?.[1]?.trim() ?? ''
      const error = change.fail?.(subject)
      if (error) throw error
      taken.push(isTooBig ? `${subject} (headers of ${source.length > 1_000 ? 'many' : 'few'} bytes)` : subject)
      return subject.startsWith('stranger') ? 'unplaced' : 'taken'
    },
    sizeMax: change.sizeMax ?? 10_000_000,
    clock: { now: () => new Date() },
    log: (event) => logged.push(event),
    timeoutMs: 20_000,
    retryMs: 50,
  })
  running.push(intake)
  return { intake, taken, positions, logged }
}

const until = (what: () => unknown) => expect.poll(what, { timeout: 60_000, interval: 50 })

describeOnMailServers('a mailbox on Dovecot', ['one', 'two', 'three', 'four', 'five', 'parley'], (servers) => {
  const send = async (to: string, subject: string, body = 'Hello') => {
    const source = `From: jane@${mailDomain}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@x>\r\n\r\n${body}\r\n`
    const outcome = await handOver(servers().smtpUrl, { from: `parley@${mailDomain}`, to }, Buffer.from(source), 20_000)
    expect(outcome.kind).toBe('accepted')
  }

  it('takes what lies there and what comes while it waits, also to an address with a tag, each once', async () => {
    await send(`one@${mailDomain}`, 'first')
    const { taken, intake } = read(servers().imapUrl('one'))
    await until(() => taken).toEqual(['first'])
    expect(intake.status().state).toBe('ok')
    await send(`one+01hq0sometag@${mailDomain}`, 'second')
    await until(() => taken).toEqual(['first', 'second'])
  })

  it('goes on behind the last mail after a restart, and takes again what could not be stored', async () => {
    await send(`two@${mailDomain}`, 'a')
    const positions: string[] = []
    const first = read(servers().imapUrl('two'), { positions })
    await until(() => first.taken).toEqual(['a'])
    await first.intake.stop()
    await send(`two@${mailDomain}`, 'b')
    let isDown = true
    const second = read(servers().imapUrl('two'), {
      positions,
      fail: () => (isDown ? new ParleyError('unavailable', 'The database does not answer.') : null),
    })
    await until(() => second.logged.length > 1).toBe(true)
    expect(second.intake.status().state).toBe('failed')
    expect(positions).toHaveLength(1)
    isDown = false
    await until(() => second.taken).toEqual(['b'])
    await until(() => second.intake.status().state).toBe('ok')
  })

  it('comes back when the server was away, and reads anew when all UIDs have changed', async () => {
    await send(`three@${mailDomain}`, 'before')
    const { taken, positions, intake } = read(servers().imapUrl('three'))
    await until(() => taken).toEqual(['before'])
    await servers().stopImap()
    await until(() => intake.status().state).toBe('failed')
    await send(`three@${mailDomain}`, 'meanwhile')
    await servers().startImap()
    await until(() => taken).toEqual(['before', 'meanwhile'])
    await servers().forgetUids('three')
    // The inbox knows them by their Message-IDs: offering them again harms nothing.
    await until(() => taken.length).toBe(4)
    expect(new Set(positions.map((position) => position.split(':')[0])).size).toBe(2)
  })

  it('fetches only the headers of a mail that is too big, and passes by one that can never be stored', async () => {
    await send(`four@${mailDomain}`, 'poison')
    await send(`four@${mailDomain}`, 'huge', 'x'.repeat(70).concat('\r\n').repeat(3_000))
    await send(`four@${mailDomain}`, 'small')
    const { taken, logged } = read(servers().imapUrl('four'), {
      sizeMax: 100_000,
      fail: (subject) => (subject === 'poison' ? new ParleyError('badInput', 'It cannot be stored.') : null),
    })
    await until(() => taken).toEqual(['huge (headers of few bytes)', 'small'])
    expect(logged).toEqual(['imap.skipped'])
  })

  it('marks what it has taken as seen, and leaves what belongs to nobody as it is', async () => {
    await send(`five@${mailDomain}`, 'ours')
    await send(`five@${mailDomain}`, 'stranger')
    const { taken, positions } = read(servers().imapUrl('five'))
    await until(() => positions.length).toBe(2)
    expect(taken).toEqual(['ours', 'stranger'])
    const { ImapFlow } = await import('imapflow')
    const url = new URL(servers().imapUrl('five'))
    const client = new ImapFlow({
      host: url.hostname,
      port: Number(url.port),
      secure: false,
      doSTARTTLS: false,
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      logger: false,
    })
    await client.connect()
    await client.mailboxOpen('INBOX', { readOnly: true })
    const flags = []
    for await (const mail of client.fetch('1:*', { flags: true }))
      flags.push([...(mail.flags ?? [])].filter((f) => f !== '\\Recent').sort())
    await client.logout()
    expect(flags).toEqual([['$ParleyTaken', '\\Seen'], []])
  })

  it('brings the report of a mail that came back, with the words of the server', async () => {
    await send(`nobody@${bouncingDomain}`, 'into the void')
    const { taken } = read(servers().imapUrl('parley'))
    await until(() => taken).toEqual(['Undelivered Mail Returned to Sender'])
  })

  it('says what is wrong with a password or a folder, and never the password', async () => {
    const url = servers().imapUrl('one')
    await send(`one@${mailDomain}`, 'at least one')
    expect(await probeImap(url, 20_000)).toBeGreaterThan(0)
    await expect(probeImap(url.replace('pass%20word', 'secret-1'), 20_000)).rejects.toThrow(/authentication failed/i)
    await expect(probeImap(`${url}/Nowhere`, 20_000)).rejects.toThrow(/Nowhere|doesn't exist/i)
    await expect(probeImap(url.replace('pass%20word', 'secret-1'), 20_000)).rejects.not.toThrow(/secret-1/)
    const wrong = read(url.replace('pass%20word', 'secret-1'))
    await until(() => wrong.intake.status().state).toBe('failed')
    expect(wrong.intake.status().words).not.toContain('secret-1')
  })
})
