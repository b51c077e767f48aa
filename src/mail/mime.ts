import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { cleanLine } from '../domain/cleanLine.ts'
import { ParleyError } from '../domain/errors.ts'
import { isMailAddress } from '../domain/mailAddress.ts'
import type { MailAddress, OutgoingMail } from './port.ts'

// The only file that names nodemailer. It is read with the first mail, not when the product starts.

/**
 * Writes a mail as it goes over the wire (RFC 5322, CRLF): multipart/alternative of text, HTML and, with a calendar
 * object, text/calendar with its METHOD (RFC 6047 2.4), plus the same object as a file for readers without a calendar.
 * Throws `refused` for an address that is not exactly one address.
 */
export async function composeMime(mail: OutgoingMail, fromAddress: string, sentAt: Date): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const references = mail.references.map((id) => `<${plainMessageId(id)}>`)
  const last = references.at(-1)
  const composer = new MailComposer({
    // The sender is always the address the server lets us use; the person is in the name and in Reply-To.
    from: headerAddress({ name: mail.from.name, address: fromAddress }),
    replyTo: headerAddress(mail.replyTo),
    to: headerAddress(mail.to),
    subject: cleanLine(mail.subject),
    messageId: `<${plainMessageId(mail.messageId)}>`,
    ...(last ? { inReplyTo: last, references } : {}),
    date: sentAt,
    headers: {
      // RFC 3834: keeps holiday notices from answering.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': cleanLine(mail.locale, 35).replace(/[^A-Za-z0-9-]/g, ''),
    },
    text: mail.text,
    html: mail.html,
    ...(mail.calendar
      ? { icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'invite.ics' } }
      : {}),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await composer.compile().build()
}

function headerAddress(person: MailAddress): { name: string; address: string } {
  if (!isMailAddress(person.address))
    throw new ParleyError(
      'refused',
      `"${cleanLine(person.address, 80)}" is not an e-mail address. Correct it in the record, then try again.`,
    )
  return { name: cleanLine(person.name, 120), address: person.address }
}

function plainMessageId(id: string): string {
  if (!/^[\x21-\x3b\x3d\x3f-\x7e]{3,200}$/.test(id) || !id.includes('@'))
    throw new ParleyError('internal', 'The message has no usable identifier. Nothing was sent.')
  return id
}

/** What a mail server did with one message, or an Error as nodemailer writes it, told apart by whether the data was handed over. */
export type SmtpOutcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'failed'; error: SmtpError; isHandedOver: boolean }

/** `responseCode` is the server's three digits when it answered at all. */
export interface SmtpError extends Error {
  code?: string
  responseCode?: number
  response?: string
}

/** Connects, reads the greeting, logs in where the address says so, and leaves; sends nothing. Throws an SmtpError. */
export async function greetServer(url: string, timeoutMs: number): Promise<void> {
  const [{ default: SMTPConnection }, { parseConnectionUrl }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/shared'),
  ])
  const options: SMTPConnectionOptions & { auth?: { user: string; pass: string } | undefined } = {
    ...parseConnectionUrl(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  }
  const connection = new SMTPConnection(options)
  try {
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: unknown): void => {
        if (error) reject(error instanceof Error ? error : new Error(String(error)))
        else resolve()
      }
      connection.on('error', settle)
      connection.connect((error) => {
        if (error || !options.auth) settle(error)
        else connection.login(options.auth, settle)
      })
    })
    connection.quit()
  } catch (error) {
    connection.close()
    throw error
  }
}

/** A server that answers each command just in time may not keep a worker longer than this. */
const totalTimeoutMs = 45_000

/** Hands one message to the server of an `smtp:` or `smtps:` address over a connection of its own; `timeoutMs` bounds each silence. */
export async function handOver(
  url: string,
  envelope: { from: string; to: string },
  message: Buffer,
  timeoutMs: number,
): Promise<SmtpOutcome> {
  const [{ default: SMTPConnection }, { parseConnectionUrl }, { Readable }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/shared'),
    import('node:stream'),
  ])
  const options: SMTPConnectionOptions & { auth?: { user: string; pass: string } | undefined } = {
    ...parseConnectionUrl(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketCloseTimeout: 1_000,
  }
  const connection = new SMTPConnection(options)
  let isHandedOver = false
  const data = new Readable({
    // Read for the first time when the server has answered 354 to DATA: from here on a lost connection says nothing.
    read() {
      isHandedOver = true
      this.push(message)
      this.push(null)
    },
  })
  return await new Promise((resolve) => {
    let isSettled = false
    const settle = (outcome: SmtpOutcome): void => {
      if (isSettled) return
      isSettled = true
      clearTimeout(deadline)
      if (outcome.kind === 'accepted') connection.quit()
      else connection.close()
      resolve(outcome)
    }
    const fail = (error: unknown): void =>
      settle({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)), isHandedOver })
    const deadline = setTimeout(() => fail(new Error('The server took too long')), totalTimeoutMs)
    // Stays for the whole life of the connection: after QUIT a server may still reset it.
    connection.on('error', fail)
    const send = (): void =>
      connection.send({ from: envelope.from, to: [envelope.to], size: message.length }, data, (error, info) => {
        if (error || !info) fail(error)
        else settle({ kind: 'accepted', reply: info.response })
      })
    connection.connect((error) => {
      if (error) fail(error)
      else if (!options.auth) send()
      else
        connection.login(options.auth, (loginError) => {
          if (loginError) fail(loginError)
          else send()
        })
    })
  })
}
