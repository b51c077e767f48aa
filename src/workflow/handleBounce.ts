import type { DeliveryReport } from '../mail/port.ts'
import type { NewsWords } from '../words/replyWords.ts'
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
      ({ mails }, speech) => mails.serverTrouble(party.name, party.email, aboutWords(speech, bundle, party)),
      { quote: quoteOf(mail) },
    )
  await tellThread(
    talk,
    'bad',
    ({ mails }, speech) =>
      mails.cameBack(party.name, failure.address, aboutWords(speech, bundle, party), adviceOf(failure, mails.advice)),
    {
      quote: ({ words: { talk: said, news } }) =>
        news.mails.serverSaid(failure.said ? said.quote(failure.said) : failure.status),
    },
  )
}

type AdviceWords = NewsWords['mails']['advice']

/** RFC 3463: the second number says what it is about. */
const advice: Readonly<Record<string, keyof AdviceWords>> = {
  '1': 'address',
  '2': 'mailbox',
  '4': 'network',
  '7': 'policy',
}

function adviceOf({ status }: DeliveryReport, words: AdviceWords): string {
  return words[advice[status.split('.')[1] ?? ''] ?? 'other']
}
