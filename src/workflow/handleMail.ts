import { z } from 'zod'
import type { MessagePart } from '../bot/message.ts'
import type { Reader } from '../domain/formatTime.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { InboundEvent } from '../domain/thread.ts'
import type { AvailabilityReading } from '../intents/availability/reading.ts'
import type { ReceivedMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import { answerMail } from './answerMail.ts'
import { loadBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import { changeActions } from './changeActions.ts'
import type { Deps } from './deps.ts'
import { handleBounce } from './handleBounce.ts'
import { handleCalendarReply } from './handleCalendarReply.ts'
import { aboutWords, type MailTalk, noteMail, quoteOf, tellThread, writerWords } from './mailTalk.ts'
import { placeMail } from './placeMail.ts'
import { readReply, replyContext, type Understood } from './readReply.ts'
import { understandReply } from './understandReply.ts'

// Takes:   a mail from the inbox.
// Reads:   whose request it belongs to, who wrote it, the state of that request.
// Writes:  what was understood, as a reading that waits for a yes; nothing of the request itself.
// Effects: a line in the thread; to a party who wrote, one mail that reads back what was understood.
// Refuses when: it belongs to no request, a machine wrote it, or somebody else than a party: noted or told, never answered.

const address = z.string().max(254)
const receivedMailSchema = z.object({
  messageId: z.string().max(200).nullable(),
  from: z.array(address),
  fromName: z.string(),
  recipients: z.array(address),
  subject: z.string(),
  sentAt: z.string().nullable(),
  references: z.array(z.string().max(200)),
  text: z.string(),
  automatic: z.enum(['bounce', 'autoReply', 'list']).nullable(),
  isAuthenticationFailed: z.boolean(),
  calendars: z.array(z.string()),
  delivery: z.array(
    z.object({
      address: z.string(),
      status: z.string(),
      isFailure: z.boolean(),
      isFinal: z.boolean(),
      said: z.string(),
    }),
  ),
  trouble: z.enum(['tooBig', 'tooManyParts', 'unreadable']).nullable(),
})

/**
 * Handles one mail in one transaction; a second run finds the row done. Where a model is asked about its words the row waits,
 * and is handled when the answer is there.
 */
export async function handleMail(deps: Deps, tenantId: TenantId, event: InboundEvent, cause: Cause): Promise<void> {
  const mail: ReceivedMail = receivedMailSchema.parse(event.payload.mail)
  const shortened = await askAboutReply(deps, tenantId, event, mail)
  if (shortened === 'later') return
  await deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const place = await findPlace(tx, deps, mail)
    if (!place) {
      deps.log('mail.noRequest', { id: event.id })
      return noteMail(tx, event.id, 'It belongs to no request.')
    }
    await handle({ tx, deps, cause, eventId: event.id, ...place, mail }, shortened)
  })
}

async function findPlace(tx: Tx, deps: Deps, mail: ReceivedMail): Promise<Pick<MailTalk, 'bundle' | 'party'> | null> {
  const place = await placeMail(tx, deps, mail)
  const bundle = place && (await loadBundle(tx, place.requestId))
  return place && bundle && { bundle, party: partyOf(bundle, place.partyId) }
}

/** What a model makes readable of a reply that the grammar would ask back about; null where it is not asked or does not help. */
async function askAboutReply(
  deps: Deps,
  tenantId: TenantId,
  event: InboundEvent,
  mail: ReceivedMail,
): Promise<AvailabilityReading | 'later' | null> {
  if (!deps.model || mail.delivery.length > 0 || mail.automatic || mail.isAuthenticationFailed || mail.trouble)
    return null
  const context = await deps.store.inTenant(tenantId, async (tx) => {
    const place = await findPlace(tx, deps, mail)
    const writer = place && writerOf(place.bundle, mail)
    if (!place || !writer || !isRead(place.bundle, writer)) return null
    return replyContext(place.bundle, writer, mail, deps.clock.now())
  })
  if (!context) return null
  const understood = await understandReply(deps, tenantId, event.id, mail.text, context)
  if (understood.kind === 'later') return 'later'
  return understood.by === 'model' ? understood.reading : null
}

/** Members answer in the chat, and a request that is over is only shown. */
function isRead(bundle: RequestBundle, writer: Party): boolean {
  return outsiderRoles.includes(writer.role) && !isClosed(bundle.request.state)
}

async function handle(talk: MailTalk, shortened: AvailabilityReading | null): Promise<void> {
  const { mail, bundle, tx, eventId, deps } = talk
  if (mail.from.includes(deps.mailFrom.toLowerCase()) || isOwnAddress(deps, mail))
    return noteMail(tx, eventId, 'It comes from our own address.')
  if (mail.delivery.length > 0 || mail.automatic === 'bounce') return handleBounce(talk)
  const writer = writerOf(bundle, mail)
  if (mail.calendars.length > 0 && (await handleCalendarReply(talk, writer))) return
  if (mail.automatic === 'list') return noteMail(tx, eventId, 'It was sent to a list.')
  if (mail.automatic === 'autoReply') return tellAutoReply(talk, writer)
  if (!writer) return tellStranger(talk)
  if (mail.isAuthenticationFailed) return tellUnproven(talk, writer)
  if (mail.trouble) return tellTrouble(talk, writer)
  if (!isRead(bundle, writer)) return tellOnly(talk, writer)
  await readAndAnswer(talk, writer, shortened)
}

function isOwnAddress({ replies }: Deps, mail: ReceivedMail): boolean {
  if (!replies) return false
  return mail.from.includes(replies.address.toLowerCase()) || replies.readTags(mail.from).length > 0
}

/** The party, or another contact of the same request, whose address the mail names as its only writer. */
function writerOf(bundle: RequestBundle, mail: ReceivedMail): Party | null {
  const [from] = mail.from
  if (!from || mail.from.length > 1) return null
  return bundle.parties.find((p) => p.email.trim().toLowerCase() === from) ?? null
}

function tellAutoReply(talk: MailTalk, writer: Party | null): Promise<void> {
  const { mail, bundle } = talk
  return tellThread(
    talk,
    'info',
    ({ mails }, speech) => mails.automatic(writerWords(speech, mail, writer), aboutWords(speech, bundle, writer)),
    { quote: quoteOf(mail) },
  )
}

function tellStranger(talk: MailTalk): Promise<void> {
  const { mail, bundle, party } = talk
  return tellThread(
    talk,
    'warning',
    ({ mails }, speech) => {
      const who = mail.from.length > 1 ? mails.severalWriters : writerWords(speech, mail, null)
      return mails.stranger(who, party.name, aboutWords(speech, bundle))
    },
    { quote: quoteOf(mail) },
  )
}

function tellUnproven(talk: MailTalk, writer: Party): Promise<void> {
  const { mail, bundle } = talk
  return tellThread(
    talk,
    'warning',
    ({ mails }, speech) => mails.unproven(writer.name, mail.from[0] ?? '', aboutWords(speech, bundle, writer)),
    { quote: quoteOf(mail) },
  )
}

function tellTrouble(talk: MailTalk, writer: Party): Promise<void> {
  const { mail, bundle } = talk
  return tellThread(talk, 'warning', ({ mails }, speech) =>
    mails.unread(writer.name, aboutWords(speech, bundle, writer), mail.trouble ? mails.trouble[mail.trouble] : ''),
  )
}

function tellOnly(talk: MailTalk, writer: Party): Promise<void> {
  const { mail, bundle } = talk
  return tellThread(talk, 'info', ({ mails }, speech) => mails.shown(writer.name, aboutWords(speech, bundle, writer)), {
    quote: quoteOf(mail),
  })
}

async function readAndAnswer(talk: MailTalk, writer: Party, shortened: AvailabilityReading | null): Promise<void> {
  const { tx, deps, bundle, mail, cause, eventId } = talk
  const understood = readReply(bundle, writer, mail, deps.clock.now(), shortened)
  const outcome = await answerMail(tx, deps, bundle, writer, mail, understood, eventId)
  await recordAudit(
    tx,
    deps,
    { ...cause, actor: `party:${writer.id}`, via: 'mail' },
    {
      requestId: bundle.request.id,
      action: 'writeMail',
      fromState: bundle.request.state,
      toState: bundle.request.state,
      data: { partyId: writer.id, understood: understood.kind },
    },
  )
  const canChange = understood.kind === 'passedOn' && bundle.request.state === 'confirmed'
  await tellThread(
    talk,
    canChange ? 'warning' : 'info',
    ({ mails }, speech) =>
      [
        mails.wrote(writer.name, aboutWords(speech, bundle, writer)),
        understood.kind === 'unclear' ? understood.said(speech.reader) : '',
        outcome === 'answered' ? mails.understood[understood.kind](writer.name) : mails.notAnswered,
      ]
        .filter(Boolean)
        .join(' '),
    {
      quote: quoteOf(mail),
      parts: ({ reader }) => understoodParts(understood, reader),
      actions: (speech) => (canChange ? changeActions(bundle.request, speech) : []),
    },
  )
}

function understoodParts(understood: Understood, reader: Reader): MessagePart[] {
  const times =
    understood.kind === 'windows' ? understood.windows : understood.kind === 'select' ? understood.proposals : []
  return times.length > 0
    ? [{ kind: 'slots', slots: times.slice(0, 20).map((time) => ({ label: formatRangeShort(time, reader) })) }]
    : []
}
