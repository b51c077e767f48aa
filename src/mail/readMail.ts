import PostalMime, { type Address, type Attachment, addressParser, decodeWords, type Email } from 'postal-mime'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import { isMailAddress } from '../domain/mailAddress.ts'
import { hasFailedAuthentication, readAutomatic } from './automaticMail.ts'
import { readDeliveryStatus } from './deliveryStatus.ts'
import { textOfHtml } from './htmlText.ts'
import type { ReceivedMail } from './port.ts'

// Takes a mail apart that anybody may have written: everything is capped, nothing is believed, and no input makes it throw.

export const mailBytesMax = 10 * 1024 * 1024
const partCountMax = 100
const nestingMax = 20
const headerBytesMax = 256 * 1024
const textLengthMax = 20_000
const addressCountMax = 50
const referenceCountMax = 20
const calendarCountMax = 4
const calendarLengthMax = 200_000

const nothing: ReceivedMail = {
  messageId: null,
  from: [],
  fromName: '',
  recipients: [],
  subject: '',
  sentAt: null,
  references: [],
  text: '',
  automatic: null,
  isAuthenticationFailed: false,
  calendars: [],
  delivery: [],
  trouble: null,
}

/** What of a mail's source is kept. Of one that is too big or has too many parts only the headers. Never throws. */
export async function readMail(source: Uint8Array): Promise<ReceivedMail> {
  const trouble = source.length > mailBytesMax ? 'tooBig' : hasTooManyParts(source) ? 'tooManyParts' : null
  try {
    return { ...mailOf(await parse(trouble ? headOf(source) : source)), trouble }
  } catch {
    // Too deep or too long headers: the first of them still say whom it is about.
    return readHead(source, trouble ?? 'unreadable')
  }
}

async function readHead(source: Uint8Array, trouble: ReceivedMail['trouble']): Promise<ReceivedMail> {
  try {
    return { ...mailOf(await parse(headOf(source))), text: '', calendars: [], delivery: [], trouble }
  } catch {
    return { ...nothing, trouble }
  }
}

function parse(source: Uint8Array): Promise<Email> {
  return PostalMime.parse(source, {
    forceRfc822Attachments: true,
    maxNestingDepth: nestingMax,
    maxHeadersSize: headerBytesMax,
  })
}

/** The headers alone, cut between two lines where they are too long. */
function headOf(source: Uint8Array): Uint8Array {
  const start = Buffer.from(source.buffer, source.byteOffset, Math.min(source.length, headerBytesMax / 2))
  const text = start.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text.slice(0, text.lastIndexOf('\n') + 1)
  return Buffer.from(
    `${head.replace(/^content-(type|transfer-encoding):[^\n]*(\n[ \t][^\n]*)*\n?/gim, '')}\r\n\r\n`,
    'latin1',
  )
}

function hasTooManyParts(source: Uint8Array): boolean {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length)
  let count = 0
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 3)) {
    // A boundary, not a signature: its part begins with a header, or the multipart ends.
    const next = bytes.subarray(at + 3, at + 400).toString('latin1')
    if (/^[^\n]{1,200}\r?\n(content-[a-z-]+:|\r?\n)/i.test(next)) count += 1
    if (count > partCountMax) return true
  }
  return false
}

function mailOf(email: Email): ReceivedMail {
  const { headers } = email
  const subject = cleanLine(email.subject ?? '', 300)
  const from = addressesIn(email, ['from'])
  const returned = returnedMessageIds(email.attachments)
  return {
    messageId: messageIdsIn(email.messageId ?? '')[0] ?? null,
    from,
    fromName: nameOf(email.from),
    recipients: addressesIn(email, [
      'to',
      'cc',
      'delivered-to',
      'x-original-to',
      'envelope-to',
      'x-envelope-to',
      'apparently-to',
    ]),
    subject,
    sentAt: instantOf(email.date),
    references: [
      ...new Set([
        ...returned,
        ...messageIdsIn(email.inReplyTo ?? ''),
        ...messageIdsIn(email.references ?? '').reverse(),
      ]),
    ].slice(0, referenceCountMax),
    text: textOf(email),
    automatic: readAutomatic(headers, subject),
    isAuthenticationFailed: hasFailedAuthentication(headers),
    calendars: calendarsOf(email.attachments),
    delivery: email.attachments
      .filter((part) => /^message\/(global-)?delivery-status$/.test(part.mimeType))
      .flatMap((part) => readDeliveryStatus(contentOf(part, calendarLengthMax)))
      .slice(0, addressCountMax),
    trouble: null,
  }
}

/** The plain part unless it is empty or missing. */
function textOf(email: Email): string {
  const plain = tidyText(email.text ?? '')
  return plain !== '' || !email.html ? plain : tidyText(textOfHtml(email.html))
}

function tidyText(text: string): string {
  return cleanParagraphs(text.slice(0, textLengthMax * 2), textLengthMax)
}

function addressesIn(email: Email, keys: readonly string[]): string[] {
  const found = email.headers
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ value }) => addressParser(value.slice(0, 20_000), { flatten: true }) as Address[])
    .flatMap(({ address }) => (address ? [address.trim().toLowerCase()] : []))
    .filter(isMailAddress)
  return [...new Set(found)].slice(0, addressCountMax)
}

function nameOf(from: Address | undefined): string {
  return cleanLine(decodeWords(from?.name ?? ''), 120)
}

function messageIdsIn(text: string): string[] {
  return [...text.slice(0, 20_000).matchAll(/<([\x21-\x3b\x3d\x3f-\x7e]{3,200})>/g)].flatMap(([, id]) =>
    id?.includes('@') ? [id] : [],
  )
}

function instantOf(date: string | undefined): string | null {
  const ms = Date.parse(date ?? '')
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}

function calendarsOf(parts: readonly Attachment[]): string[] {
  const texts = parts
    .filter(
      ({ mimeType, filename }) =>
        mimeType === 'text/calendar' || mimeType === 'application/ics' || /\.ics$/i.test(filename ?? ''),
    )
    .map((part) => contentOf(part, calendarLengthMax + 1))
    .filter((text) => text.length <= calendarLengthMax)
  // Most programs send the same object twice, as an alternative and as a file.
  return [...new Set(texts)].slice(0, calendarCountMax)
}

/** Message-IDs of the mail that a report returns, whole or only its headers. */
function returnedMessageIds(parts: readonly Attachment[]): string[] {
  return parts
    .filter(({ mimeType }) =>
      /^(message\/(rfc822|global)|text\/rfc822-headers|message\/rfc822-headers)$/.test(mimeType),
    )
    .flatMap((part) => {
      const field = /^message-id:\s*(<[^>\n]{3,200}>)/im.exec(contentOf(part, 64_000))
      return messageIdsIn(field?.[1] ?? '')
    })
}

function contentOf({ content }: Attachment, lengthMax: number): string {
  if (typeof content === 'string') return withoutNul(content.slice(0, lengthMax))
  const bytes =
    content instanceof Uint8Array
      ? Buffer.from(content.buffer, content.byteOffset, content.length)
      : Buffer.from(content)
  return withoutNul(bytes.subarray(0, lengthMax).toString('utf8'))
}

/** No database keeps U+0000 in a text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
