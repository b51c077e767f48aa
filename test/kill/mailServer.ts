import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { findMailFaults } from '../fakes/strictMail.ts'

export interface Delivery {
  messageId: string
  to: string
  text: string
  /** METHOD UID SEQUENCE, when it carries a calendar entry. */
  entry: string | null
}

export interface MailServer {
  url: string
  deliveries: readonly Delivery[]
  /** Called when a mail is here and before that is answered; what it returns is waited for. */
  onDelivered: (count: number) => Promise<void> | void
  stop(): Promise<void>
}

/** A strict mail server on loopback that keeps what it takes: what is here has happened outside, whatever any row says. */
export async function startMailServer(): Promise<MailServer> {
  const deliveries: Delivery[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const source = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        const faults = findMailFaults(source, {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
        })
        if (faults.length > 0) return callback(Object.assign(new Error(faults.join('; ')), { responseCode: 554 }))
        const parsed = await PostalMime.parse(source)
        const calendar = parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content
        deliveries.push({
          messageId: parsed.messageId ?? '',
          to: session.envelope.rcptTo[0]?.address ?? '',
          text: parsed.text ?? '',
          entry: calendar === undefined ? null : entryOf(calendar),
        })
        await self.onDelivered(deliveries.length)
        callback(null, '2.0.0 taken')
      })
    },
  })
  server.on('error', () => {
    // A killed client breaks its connection.
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const self: MailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    deliveries,
    onDelivered: () => {},
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return self
}

function entryOf(content: string | ArrayBuffer | Uint8Array): string {
  const lines = (typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8'))
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '?'
  return `${value('METHOD')} ${value('UID')} ${value('SEQUENCE')}`
}
