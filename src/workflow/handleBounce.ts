import type { DeliveryReport } from '../mail/port.ts'
import { aboutWords, type MailTalk, noteMail, quoteOf, tellThread } from './mailTalk.ts'

// Takes:   what a mail server reports of one of our mails.
// Reads:   the addresses it names, and its own words.
// Writes:  nothing of the request: a report proves nothing, anybody can write one.
// Effects: what failed for good is told in the thread at once; what is only late is waited for.
// Refuses when: nothing failed: noted.

export async function handleBounce(talk: MailTalk): Promise<void> {
  const { mail, bundle, party, tx, eventId } = talk
  const failures = mail.delivery.filter((report) => report.isFailure && report.isFinal)
  if (mail.delivery.length > 0 && failures.length === 0)
    return noteMail(
      tx,
      eventId,
      `A mail is late or arrived: ${mail.delivery.map((report) => report.status).join(', ')}.`,
    )
  const [failure] = failures
  if (!failure)
    return tellThread(
      talk,
      'warning',
      `A mail server reports trouble with a mail to ${party.name} (${party.email}) about ${aboutWords(bundle, party)}.`,
      { quote: quoteOf(mail) },
    )
  await tellThread(
    talk,
    'bad',
    `The mail to ${party.name} at ${failure.address} about ${aboutWords(bundle, party)} came back. ${adviceOf(failure)}`,
    { quote: `The server said: ${failure.said ? `“${failure.said}”` : failure.status}` },
  )
}

/** RFC 3463: the second number says what it is about. */
const advice: Readonly<Record<string, string>> = {
  '1': 'The address does not exist. Please ask for the right one and correct the record.',
  '2': 'The mailbox takes no mail, because it is full or switched off. Please write or call another way.',
  '4': 'It could not be delivered for a long time, and is no longer tried.',
  '7': 'The receiving side refuses our mails. Please write or call another way, and let whoever runs our mail look at it.',
}

function adviceOf({ status }: DeliveryReport): string {
  return advice[status.split('.')[1] ?? ''] ?? 'Please check the address, or write or call another way.'
}
