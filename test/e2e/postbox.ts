import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { type MailServers, mailDomain } from '../fakes/mailServers.ts'
import { parseMail, type ReadMail } from './mail.ts'
import { waitUntil } from './waitUntil.ts'

/** Somebody's mail program: reads their mailbox over IMAP, and sends over SMTP. */
export interface Postbox {
  address: string
  /** Waits for the newest mail with this subject that has not been given before. */
  next(subject: RegExp): Promise<ReadMail>
  /** How many mails have come so far. */
  count(): Promise<number>
  /** Answers a mail, quoting it as mail programs do. */
  answer(mail: ReadMail, text: string): Promise<void>
  /** Answers an invitation as calendars do. */
  answerInvitation(mail: ReadMail, partstat: string): Promise<void>
}

export function openPostbox(servers: MailServers, name: string, personName: string): Postbox {
  const address = `${name}@${mailDomain}`
  const url = new URL(servers.imapUrl(name))
  const given = new Set<string>()
  const transport = createTransport(servers.smtpUrl)

  const readAll = async (): Promise<ReadMail[]> => {
    const client = new ImapFlow({
      host: url.hostname,
      port: Number(url.port),
      secure: false,
      doSTARTTLS: false,
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      logger: false,
    })
    await client.connect()
    try {
      const box = await client.mailboxOpen('INBOX', { readOnly: true })
      if (box.exists === 0) return []
      const found = await client.fetchAll('1:*', { source: true })
      return await Promise.all(found.map((one) => parseMail(String(one.source ?? ''))))
    } finally {
      client.close()
    }
  }
  const headersFor = (mail: ReadMail) => ({
    from: { name: personName, address },
    to: mail.replyTo[0] ?? '',
    inReplyTo: mail.messageId,
    references: [mail.messageId],
  })
  return {
    address,
    count: async () => (await readAll()).length,
    next: async (subject) => {
      let found: ReadMail | undefined
      await waitUntil(`a mail to ${address} about ${subject}`, async () => {
        found = (await readAll()).findLast((mail) => subject.test(mail.subject) && !given.has(mail.messageId))
        return found !== undefined
      })
      if (!found) throw new Error('no mail')
      given.add(found.messageId)
      return found
    },
    answer: async (mail, text) => {
      const quoted = mail.text.split('\n').map((line) => `> ${line}`)
      await transport.sendMail({
        ...headersFor(mail),
        subject: `Re: ${mail.subject}`,
        text: `${text}\n\nOn Fri, 27 Nov 2026 at 10:04, ${mail.from} <parley@${mailDomain}> wrote:\n${quoted.join('\n')}\n`,
      })
    },
    answerInvitation: async (mail, partstat) => {
      const { invitation } = mail
      if (!invitation) throw new Error(`"${mail.subject}" is no invitation`)
      const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
      const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Calendar of somebody//EN',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${invitation.uid}`,
        `SEQUENCE:${invitation.sequence}`,
        `DTSTAMP:${stamp(new Date())}`,
        `DTSTART:${stamp(invitation.startsAt)}`,
        `DTEND:${stamp(invitation.endsAt)}`,
        `ORGANIZER:mailto:${invitation.organizer}`,
        `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ]
      await transport.sendMail({
        from: { name: personName, address },
        to: invitation.organizer,
        subject: `${partstat}: ${invitation.title}`,
        text: `${personName} has answered: ${partstat}`,
        icalEvent: { method: 'REPLY', content: lines.join('\r\n') },
      })
    },
  }
}
