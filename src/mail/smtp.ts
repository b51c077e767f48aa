import { cleanLine } from '../domain/cleanLine.ts'
import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import { isReservedAddress } from '../domain/mailAddress.ts'
import { composeMime, handOver, type SmtpError } from './mime.ts'
import type { MailPort } from './port.ts'

/**
 * Sends mails through one SMTP server, a connection per mail. `url` is smtp://USER:PASSWORD@HOST:PORT or smtps://...;
 * STARTTLS is used when the server offers it. Nothing is tried twice here: the effect worker decides.
 */
export function createSmtpMail(options: {
  url: string
  fromAddress: string
  clock: Clock
  /** How long one silence of the server is waited for. */
  timeoutMs?: number
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}): MailPort {
  const { url, fromAddress, clock, log } = options
  return {
    kind: 'smtp',
    async send(tenantId, mail): Promise<Proof> {
      if (isReservedAddress(mail.to.address))
        throw new ParleyError(
          'refused',
          `${cleanLine(mail.to.name, 80) || 'This person'} has a sample address (${cleanLine(mail.to.address, 80)}) that no mail can reach. Put in a real one, then try again.`,
        )
      const message = await composeMime(mail, fromAddress, clock.now())
      const outcome = await handOver(
        url,
        { from: fromAddress, to: mail.to.address },
        message,
        options.timeoutMs ?? 10_000,
      )
      if (outcome.kind === 'accepted') {
        log('mail.sent', { tenantId, messageId: mail.messageId })
        return { at: clock.now().toISOString(), id: `<${mail.messageId}>`, said: cleanLine(outcome.reply) }
      }
      const refusal = refusalOf(outcome.error, outcome.isHandedOver)
      log('mail.failed', { tenantId, messageId: mail.messageId, code: refusal.code, smtp: outcome.error.code ?? null })
      throw refusal
    },
  }
}

/** Which of the port's three failures it was; the server's own words stay in the sentence, because they are the proof. */
function refusalOf(error: SmtpError, isHandedOver: boolean): ParleyError {
  const said = error.response ? ` It said: "${cleanLine(error.response, 160)}".` : ''
  const detail = { cause: error }
  if (error.code === 'EAUTH' && (error.responseCode ?? 500) >= 500)
    return new ParleyError(
      'refused',
      `The mail server did not accept our user name or password.${said} Check SMTP_URL.`,
      detail,
    )
  if (error.responseCode && error.responseCode >= 500)
    return new ParleyError(
      'refused',
      `The mail server refused this mail.${said} Check the address, then try again.`,
      detail,
    )
  if (error.code === 'EENVELOPE' && !error.responseCode)
    return new ParleyError(
      'refused',
      'The mail server cannot be given this address. Check the address, then try again.',
      detail,
    )
  if (isHandedOver && !error.responseCode)
    return new ParleyError(
      'unknownOutcome',
      'The connection broke after the mail was handed over, so it may or may not have arrived. Ask before sending it again.',
      detail,
    )
  return new ParleyError(
    'unavailable',
    `The mail server could not take this mail now.${said} It is tried again later.`,
    {
      ...detail,
      retry: 'later',
    },
  )
}
