import type { DraftAction, MessagePart, Tone } from '../bot/message.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import type { InboundId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { visibleText } from '../intents/availability/visibleText.ts'
import type { ReceivedMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import type { NewsWords } from '../words/replyWords.ts'
import type { RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import { aboutRequest, type Speech } from './speech.ts'

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
export function writerWords(speech: Speech, mail: ReceivedMail, writer: Party | null): string {
  if (writer) return writer.name
  const [address] = mail.from
  if (!address) return speech.words.news.mails.noAddress
  return mail.fromName ? `${mail.fromName} (${address})` : address
}

/** The beginning of what was written, on one line and without what it answers; null when there is nothing. */
export function quoteOf(mail: ReceivedMail): ((speech: Speech) => string) | null {
  // What reads as nothing of their own, a holiday notice for one, is shown as it came.
  const quote = cleanLine(visibleText(mail.text) || mail.text, quoteLengthMax)
  return quote === '' ? null : ({ words }) => words.talk.quote(quote)
}

/** One line in the request's thread, with what was written below it. A flood of mails does not become a flood of lines. */
export async function tellThread(
  talk: MailTalk,
  tone: Tone,
  text: (words: NewsWords, speech: Speech) => string,
  more: {
    quote?: ((speech: Speech) => string) | null
    parts?: (speech: Speech) => MessagePart[]
    actions?: (speech: Speech) => DraftAction[]
  } = {},
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
  await say(tx, deps, target, eventId, (speech) => ({
    parts: [
      { kind: 'note', tone, text: text(speech.words.news, speech) },
      ...(more.quote ? [{ kind: 'text' as const, text: more.quote(speech) }] : []),
      ...(more.parts?.(speech) ?? []),
    ],
    actions: more.actions?.(speech) ?? [],
  }))
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
export function aboutWords(speech: Speech, { request }: RequestBundle, writer: Party | null = null): string {
  return writer?.role === 'candidate' ? request.title : aboutRequest(speech, request)
}
