import type { ReceivedMail } from './port.ts'

/** One header field: `key` lower case, `value` unfolded. */
export interface HeaderField {
  key: string
  value: string
}

type Automatic = Exclude<ReceivedMail['automatic'], null>
type Sign = (value: string) => boolean

const isPresent: Sign = (value) => value.trim() !== ''

/** What says that nobody sits there (RFC 3834 and what servers wrote before it). The first that fits counts. */
const signs: readonly (readonly [header: string, isSign: Sign, kind: Automatic])[] = [
  ['content-type', (value) => /^\s*multipart\/report\b/i.test(value) && /delivery-status/i.test(value), 'bounce'],
  ['x-failed-recipients', isPresent, 'bounce'],
  ['from', (value) => /\b(mailer-daemon|postmaster)@/i.test(value), 'bounce'],
  ['auto-submitted', (value) => !/^\s*(no\b|$)/i.test(value), 'autoReply'],
  ['x-autoreply', (value) => isPresent(value) && !/^\s*no\b/i.test(value), 'autoReply'],
  ['x-autorespond', isPresent, 'autoReply'],
  ['x-auto-reply', isPresent, 'autoReply'],
  ['x-autoreply-from', isPresent, 'autoReply'],
  ['x-mail-autoreply', isPresent, 'autoReply'],
  ['delivered-to', (value) => /^\s*autoresponder\s*$/i.test(value), 'autoReply'],
  ['return-path', (value) => /^\s*<\s*>\s*$/.test(value), 'autoReply'],
  ['precedence', (value) => /^\s*(auto_reply|junk)\b/i.test(value), 'autoReply'],
  ['precedence', (value) => /^\s*(bulk|list)\b/i.test(value), 'list'],
  ['list-id', isPresent, 'list'],
]

/** Subjects of holiday notices, for programs that say nothing in a header. They stand at the very beginning. */
const noticeSubject =
  /^\W{0,3}(auto(matic|mated)?[ -]?(reply|response|antwort)|out[ -]of[ -](the[ -])?office|(i am |i'm )?(away from (the|my) office|on (annual |parental )?leave until)|ooo:|abwesenheit|automatische (antwort|beantwortung)|(ich bin )?nicht im b[uü]ro|r[eé]ponse automatique|absence du bureau|respuesta autom[aá]tica|fuera de la oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig|resposta autom[aá]tica|autosvar|automaattinen vastaus|odpowied[zź] automatyczna)/iu

/** Why a machine must have written a mail with these headers; null when a person may have. */
export function readAutomatic(headers: readonly HeaderField[], subject: string): Automatic | null {
  for (const [header, isSign, kind] of signs)
    if (headers.some(({ key, value }) => key === header && isSign(value))) return kind
  return noticeSubject.test(subject.slice(0, 80)) ? 'autoReply' : null
}

/**
 * Whether our own server has found that the mail does not come from whom it names. Servers put their result on top, so the first
 * field that speaks of DMARC counts; one that the writer brought along could only speak against itself.
 */
export function hasFailedAuthentication(headers: readonly HeaderField[]): boolean {
  const first = headers.find(({ key, value }) => key === 'authentication-results' && /\bdmarc\s*=/i.test(value))
  return first !== undefined && /\bdmarc\s*=\s*fail\b/i.test(first.value)
}
