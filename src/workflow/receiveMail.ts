import { createHash } from 'node:crypto'
import type { ReceivedMail } from '../mail/port.ts'
import type { Deps } from './deps.ts'
import { tenantOfMail } from './placeMail.ts'

// Takes:   a mail that came in, by whichever way.
// Reads:   whose it is.
// Writes:  its inbox row, once per Message-ID and writer, before anything is acknowledged.
// Effects: none here; the worker handles the row.
// Refuses when: it belongs to no tenant (`unplaced`): then it is left where it is.

export type MailReceipt = 'taken' | 'known' | 'unplaced'

/** `source` is only looked at when the mail has no Message-ID. Throws what the store throws: then it was not taken. */
export async function receiveMail(deps: Deps, mail: ReceivedMail, source: Uint8Array): Promise<MailReceipt> {
  const tenantId = await tenantOfMail(deps, mail)
  if (!tenantId) {
    deps.log('mail.unplaced', { from: mail.from.length, recipients: mail.recipients.length })
    return 'unplaced'
  }
  const isNew = await deps.store.inTenant(tenantId, (tx) =>
    tx.receive({
      id: deps.ids.next('inbound'),
      source: 'mail',
      externalId: externalIdOf(mail, source),
      payload: { kind: 'mail', mail: { ...mail } },
      state: 'received',
      reason: null,
      attempts: 0,
      receivedAt: deps.clock.now(),
      handledAt: null,
    }),
  )
  return isNew ? 'taken' : 'known'
}

/** With the writer in it nobody can use up the Message-ID of somebody else's mail. */
function externalIdOf(mail: ReceivedMail, source: Uint8Array): string {
  if (mail.messageId === null) return `sha256:${createHash('sha256').update(source).digest('hex')}`
  return `${mail.messageId} ${mail.from.join(',').slice(0, 254)}`
}
