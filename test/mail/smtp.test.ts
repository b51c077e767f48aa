import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import type { TenantId } from '../../src/domain/ids.ts'
import type { OutgoingMail } from '../../src/mail/port.ts'
import { createSmtpMail } from '../../src/mail/smtp.ts'
import { findMailFaults } from '../fakes/strictMail.ts'
import { hostileNames } from './hostileNames.ts'
import { everyMail, jane } from './letters.ts'

const tenantId = 'tenant_1' as TenantId
const clock = { now: () => new Date('2026-11-20T10:00:00Z') }
const fromAddress = 'scheduling@bright-talent.de'
// Sent to a server on this machine only.
const reader = { ...jane, email: 'jane.roe@mail-of-jane.de' }

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

interface Received {
  source: string
  from: string
  to: string[]
}

/** A real mail server on loopback; `over` makes it misbehave. */
async function startServer(over: SMTPServerOptions = {}) {
  const received: Received[] = []
  let connectionCount = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect(_session, callback) {
      connectionCount += 1
      callback()
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const source = Buffer.concat(chunks)
        const envelope = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
        }
        const faults = findMailFaults(source, envelope)
        if (faults.length > 0) return callback(failWith(554, faults.join('; ')))
        received.push({ source: source.toString('utf8'), ...envelope })
        callback(null, '2.0.0 queued as 4F2A')
      })
    },
    ...over,
  })
  server.on('error', () => {
    // Broken connections are what several tests are about.
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, received, connectionCount: () => connectionCount, server }
}

function senderFor(url: string, timeoutMs = 400) {
  const lines: string[] = []
  const mail = createSmtpMail({
    url,
    fromAddress,
    clock,
    timeoutMs,
    log: (event, facts) => lines.push(`${event} ${JSON.stringify(facts)}`),
  })
  return { mail, lines }
}

function aMail(over: Partial<OutgoingMail> = {}): OutgoingMail {
  const invitation = everyMail(reader).find(({ name }) => name === 'invitation')
  if (!invitation) throw new Error('no invitation')
  return { ...invitation.mail, messageId: 'eff_1@bright-talent.de', ...over }
}

/** Fails one step of the conversation with a reply code. */
const failWith = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

describe('a strict server', () => {
  test('takes every mail we write, in 2 languages, with hostile names and after 30 earlier mails', async () => {
    const { url, received } = await startServer()
    const { mail } = senderFor(url, 30_000)
    const references = Array.from({ length: 30 }, (_, at) => `effect_${at}@interviews.bright-talent.de`)
    let count = 0
    for (const locale of ['en-GB', 'de-DE'])
      for (const candidateName of ['Łukasz Żółć', `${hostileNames[0]}${'A'.repeat(300)}`])
        for (const { mail: content } of everyMail({ ...reader, locale }, { candidateName })) {
          count += 1
          await mail.send(tenantId, { ...content, references, messageId: `eff_${count}@bright-talent.de` })
        }
    expect(received).toHaveLength(count)
    expect(count).toBeGreaterThan(60)
  }, 60_000)

  const good = [
    'From: A <a@b.de>',
    'To: c@d.de',
    'Reply-To: e@f.de',
    'Subject: x',
    'Date: Fri, 20 Nov 2026 10:00:00 +0000',
    'Message-ID: <1@b.de>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain',
    '',
    'Hello',
    '',
  ].join('\r\n')
  const faultsOf = (source: string) => findMailFaults(Buffer.from(source), { from: 'a@b.de', to: ['c@d.de'] })
  test.each([
    ['To: c@d.de', 'To: c@d.de, g@h.de'],
    ['To: c@d.de', 'To: g@h.de'],
    ['From: A <a@b.de>', 'From: A <z@b.de>'],
    ['Subject: x', 'Subject: x\r\nBcc: g@h.de'],
    ['Subject: x', 'Subject: x\nBcc: g@h.de'],
    ['Subject: x', 'Subject: x\r\nSubject: y'],
    ['Subject: x', 'Subject: é'],
    ['Subject: x', 'Subject x'],
    ['Message-ID: <1@b.de>', 'Message-ID: 1'],
    ['Date: Fri', 'Date: Someday'],
    ['Reply-To: e@f.de', 'X: y'],
    ['Hello', 'x'.repeat(999)],
    ['Hello', 'Hello\rworld'],
  ])('has something against "%s" as "%s"', (from, to) => {
    expect(faultsOf(good)).toEqual([])
    expect(faultsOf(good.replace(from, to))).not.toEqual([])
  })
})

describe('mail through a server', () => {
  test('arrives once, with its text, HTML and calendar, and the server’s reply line as proof', async () => {
    const { url, received } = await startServer()
    const { mail, lines } = senderFor(url)
    const outgoing = aMail()
    const proof = await mail.send(tenantId, outgoing)
    expect(proof).toEqual({
      at: '2026-11-20T10:00:00.000Z',
      id: '<eff_1@bright-talent.de>',
      said: expect.stringContaining('queued as 4F2A'),
    })
    expect(proof.said).toMatch(/^250 /)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: fromAddress, to: [reader.email] })
    const parsed = await PostalMime.parse(received[0]?.source ?? '')
    expect(parsed.subject).toBe(outgoing.subject)
    expect(parsed.messageId).toBe('<eff_1@bright-talent.de>')
    expect(parsed.from).toMatchObject({ address: fromAddress, name: 'Anna Okafor via Bright Talent' })
    expect(parsed.text).toContain('Tuesday, 24 November 2026')
    expect(parsed.html).toContain('Your interview is confirmed')
    expect(parsed.attachments.map((file) => file.mimeType).sort()).toEqual(['application/ics', 'text/calendar'])
    expect(lines).toEqual([`mail.sent ${JSON.stringify({ tenantId, messageId: 'eff_1@bright-talent.de' })}`])
  })

  test('goes out with user and password when the address has them', async () => {
    const seen: string[] = []
    const { url, received } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth(auth, _session, callback) {
        seen.push(`${auth.username}/${auth.password}`)
        callback(null, { user: auth.username ?? '' })
      },
    })
    await senderFor(url.replace('://', '://anna%40firm:p%2Fw@')).mail.send(tenantId, aMail())
    expect(seen).toEqual(['anna@firm/p/w'])
    expect(received).toHaveLength(1)
  })

  test('never leaves for 11 reserved domains: refused with a sentence, without a connection', async () => {
    const { url, connectionCount } = await startServer()
    const { mail } = senderFor(url)
    const domains = [
      'acme.example',
      'example',
      'a.test',
      'x.invalid',
      'localhost',
      'pc.localhost',
      'example.com',
      'EXAMPLE.NET',
      'example.org',
      'mail.example.com',
      'example.com.',
    ]
    for (const domain of domains)
      await expect(
        mail.send(tenantId, aMail({ to: { name: 'Jane', address: `jane@${domain}` } })),
        domain,
      ).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('sample address'),
      })
    expect(connectionCount()).toBe(0)
  })

  test('to an address that smuggles a second one is refused without a connection', async () => {
    const { url, connectionCount } = await startServer()
    for (const address of ['a@b.de\r\nRCPT TO:<c@d.de>', 'a@b.de,c@d.de', 'a@b.de> SIZE=1'])
      await expect(senderFor(url).mail.send(tenantId, aMail({ to: { name: 'x', address } }))).rejects.toMatchObject({
        code: 'refused',
      })
    expect(connectionCount()).toBe(0)
  })

  test('is refused for good when the server says 550 to the recipient, 554 to the data or 535 to the password', async () => {
    const noUser = await startServer({
      onRcptTo: (_address, _session, callback) => callback(failWith(550, 'No such user here')),
    })
    await expect(senderFor(noUser.url).mail.send(tenantId, aMail())).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('No such user here'),
    })
    const spam = await startServer({
      onData(stream, _session, callback) {
        stream.resume()
        stream.on('end', () => callback(failWith(554, 'Looks like spam')))
      },
    })
    await expect(senderFor(spam.url).mail.send(tenantId, aMail())).rejects.toMatchObject({
      code: 'refused',
      retry: 'never',
    })
    const locked = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(failWith(535, 'Wrong password')),
    })
    await expect(
      senderFor(locked.url.replace('://', '://anna:wrong@')).mail.send(tenantId, aMail()),
    ).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('SMTP_URL'),
    })
  })

  test('may be tried again when the server says 451 to the recipient or 452 to the data', async () => {
    const greylisting = await startServer({
      onRcptTo: (_address, _session, callback) => callback(failWith(451, 'Come back later')),
    })
    await expect(senderFor(greylisting.url).mail.send(tenantId, aMail())).rejects.toMatchObject({
      code: 'unavailable',
      retry: 'later',
    })
    const full = await startServer({
      onData(stream, _session, callback) {
        stream.resume()
        stream.on('end', () => callback(failWith(452, 'Disk full')))
      },
    })
    await expect(senderFor(full.url).mail.send(tenantId, aMail())).rejects.toMatchObject({
      code: 'unavailable',
      retry: 'later',
    })
  })

  test('may be tried again when nobody listens, nobody greets, or the line drops before the data', async () => {
    const closed = await startServer()
    await stops.splice(0)[0]?.()
    await expect(senderFor(closed.url).mail.send(tenantId, aMail())).rejects.toMatchObject({ code: 'unavailable' })

    await expect(senderFor(await startRaw(() => {})).mail.send(tenantId, aMail())).rejects.toMatchObject({
      code: 'unavailable',
    })

    const dropping = await startRaw((socket, line) => {
      if (line === null) socket.write('220 hello\r\n')
      else if (/^(EHLO|MAIL)/.test(line)) socket.write('250 ok\r\n')
      else socket.destroy()
    })
    await expect(senderFor(dropping).mail.send(tenantId, aMail())).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('has an unknown outcome when the line drops or falls silent after the data, and says to ask first', async () => {
    const polite = (atEnd: (socket: Socket) => void) => (socket: Socket, line: string | null) => {
      if (line === null) socket.write('220 hello\r\n')
      else if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 ok\r\n')
      else if (line === 'DATA') socket.write('354 go on\r\n')
      else if (line === '.') atEnd(socket)
    }
    for (const url of [await startRaw(polite((socket) => socket.destroy())), await startRaw(polite(() => {}))])
      await expect(senderFor(url).mail.send(tenantId, aMail())).rejects.toMatchObject({
        code: 'unknownOutcome',
        message: expect.stringContaining('may or may not'),
      })
  })

  test('writes no address, subject or password into the log', async () => {
    const { url } = await startServer({
      onRcptTo: (_address, _session, callback) => callback(failWith(550, 'No such user jane.roe')),
    })
    const { mail, lines } = senderFor(url.replace('://', '://anna:geheim@'))
    await mail.send(tenantId, aMail()).catch(() => {})
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toMatch(/jane|geheim|Backend/i)
  })
})

/** A server by hand, line by line; `null` is the moment of connecting. */
async function startRaw(answer: (socket: Socket, line: string | null) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (!socket.destroyed) answer(socket, line)
    })
    answer(socket, null)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}
