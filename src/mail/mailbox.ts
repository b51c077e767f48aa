import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import type { Ids } from '../domain/ids.ts'
import type { MailboxMessage } from '../domain/settings.ts'
import type { Store } from '../store/port.ts'
import { composeMime } from './mime.ts'
import type { MailPort } from './port.ts'

/** What the proof says, so that nobody takes a kept mail for a sent one. */
export const keptWords = 'Kept in the built-in mailbox, not sent: no mail server is configured'

/**
 * Keeps each mail as it would have gone, source and all, while no mail server is configured. The same Message-ID is
 * kept once. `mailboxUrl` is where the recruiter reads it.
 */
export function createMailbox(options: {
  store: Store
  clock: Clock
  ids: Ids
  fromAddress: string
  mailboxUrl?: string
}): MailPort {
  const { store, clock, ids, fromAddress, mailboxUrl } = options
  const proofOf = (message: MailboxMessage): Proof => ({
    at: message.sentAt.toISOString(),
    id: `<${message.messageId}>`,
    said: keptWords,
    ...(mailboxUrl ? { url: `${mailboxUrl}/${message.id}` } : {}),
  })
  return {
    kind: 'mailbox',
    async send(tenantId, mail): Promise<Proof> {
      const sentAt = clock.now()
      const source = await composeMime(mail, fromAddress, sentAt)
      const message = await store.inTenant(tenantId, async (tx) => {
        const [known] = await tx.find('mailbox', { where: { messageId: mail.messageId }, limit: 1 })
        if (known) return known
        return await tx.insert('mailbox', {
          id: ids.next('mailbox'),
          messageId: mail.messageId,
          fromLine: `${mail.from.name} <${fromAddress}>`,
          toLine: mail.to.name ? `${mail.to.name} <${mail.to.address}>` : mail.to.address,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ics: mail.calendar?.content ?? null,
          source: source.toString('utf8'),
          sentAt,
        })
      })
      return proofOf(message)
    },
  }
}
