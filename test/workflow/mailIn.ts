import { readMail } from '../../src/mail/readMail.ts'
import { type MailReceipt, receiveMail } from '../../src/workflow/receiveMail.ts'
import type { Loop } from './openLoop.ts'

let count = 0

export interface MailDraft {
  from?: string
  to?: string
  subject?: string
  messageId?: string
  /** Further header lines, as they stand in the source. */
  headers?: readonly string[]
  text?: string
  contentType?: string
}

/** The source of a plain mail; `to` and the headers decide where it belongs. */
export function sourceOf(draft: MailDraft): Buffer {
  count += 1
  const {
    from = 'Jane Whitfield <jane.whitfield@mail.example>',
    to = 'parley@parley.example',
    subject = 'Re: Interview',
    messageId = `<reply-${count}@mail.example>`,
    headers = [],
    text = '',
    contentType = 'text/plain; charset=utf-8',
  } = draft
  const lines = [
    ...(from ? [`From: ${from}`] : []),
    `To: ${to}`,
    `Subject: ${subject}`,
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
    '',
    text,
  ]
  return Buffer.from(lines.join('\r\n').replace(/(?<!\r)\n/g, '\r\n'))
}

/** The newest mail to somebody: the address its answers go to, and its Message-ID. */
export async function newestTo(loop: Loop, to: string) {
  const mail = (await loop.mails(to)).at(-1)
  if (!mail) throw new Error(`a mail to ${to}`)
  const { source } = mail
  const replyAddress = /^Reply-To:[^<]*<([^>]+)>/im.exec(source.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? ''
  return { mail, replyAddress, messageId: `<${mail.messageId}>` }
}

/** Lets a mail come in and everything that follows happen. */
export async function comesIn(loop: Loop, source: Buffer): Promise<MailReceipt> {
  const receipt = await receiveMail(loop.deps, await readMail(source), source)
  await loop.settle()
  return receipt
}

/** Answers the newest mail to somebody, as a mail program does. */
export async function reply(loop: Loop, to: string, text: string, draft: MailDraft = {}): Promise<MailReceipt> {
  const { replyAddress, messageId } = await newestTo(loop, to)
  return comesIn(loop, sourceOf({ to: replyAddress, headers: [`In-Reply-To: ${messageId}`], text, ...draft }))
}
