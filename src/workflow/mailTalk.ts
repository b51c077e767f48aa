import type { DraftAction, MessagePart, Tone } from '../bot/message.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import type { InboundId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { visibleText } from '../intents/availability/visibleText.ts'
import type { ReceivedMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import type { RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'

/** A mail that has found its request, while it is being handled. */
export interface MailTalk {
  tx: Tx
  deps: Deps
  cause: Cause
  eventId: InboundId
  bundle: RequestBundle
  /** Whose part of the request was written to. */
  party: Party
  mail: ReceivedMail
}

const quoteLengthMax = 300
const hourlyLinesMax = 20

/** How the writer is called in the thread; an address only when the name is not one of the request's. */
export function writerWords(mail: ReceivedMail, writer: Party | null): string {
  if (writer) return writer.name
  const [address] = mail.from
  if (!address) return 'Somebody who gives no address'
  return mail.fromName ? `${mail.fromName} (${address})` : address
}

/** The beginning of what was written, on one line and without what it answers; null when there is nothing. */
export function quoteOf(mail: ReceivedMail): string | null {
  // What reads as nothing of their own, a holiday notice for one, is shown as it came.
  const quote = cleanLine(visibleText(mail.text) || mail.text, quoteLengthMax)
  return quote === '' ? null : `“${quote}”`
}

/** One line in the request's thread, with what was written below it. A flood of mails does not become a flood of lines. */
export async function tellThread(
  talk: MailTalk,
  tone: Tone,
  text: string,
  more: { quote?: string | null; parts?: MessagePart[]; actions?: DraftAction[] } = {},
): Promise<void> {
  const { tx, deps, bundle, eventId } = talk
  const { request } = bundle
  const since = new Date(deps.clock.now().getTime() - 3_600_000)
  const lineCount = await tx.count('inbound', {
    source: 'mail',
    state: 'done',
    reason: toldMark(request.id),
    receivedAt: { gt: since },
  })
  if (lineCount >= hourlyLinesMax) {
    deps.log('mail.lineLeftOut', { requestId: request.id })
    return
  }
  await tx.update('inbound', eventId, { reason: toldMark(request.id) })
  const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
  await say(tx, deps, target, eventId, {
    parts: [
      { kind: 'note', tone, text },
      ...(more.quote ? [{ kind: 'text' as const, text: more.quote }] : []),
      ...(more.parts ?? []),
    ],
    actions: more.actions ?? [],
  })
}

/** Kept on the inbox row: that, and of which request, the thread was told. */
function toldMark(requestId: string): string {
  return `told:${requestId}`
}

/** Nothing for the thread: why stands on the inbox row. */
export async function noteMail(tx: Tx, eventId: InboundId, reason: string): Promise<void> {
  await tx.update('inbound', eventId, { reason })
}

/** Whom a line is about, in a thread with several requests; the candidate is not named to tell of the candidate. */
export function aboutWords({ request }: RequestBundle, writer: Party | null = null): string {
  return writer?.role === 'candidate' ? request.title : `${request.title} with ${request.candidateName}`
}
