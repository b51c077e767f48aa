import { isMailAddress } from '../../src/domain/mailAddress.ts'

const datePattern = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/

/** What a strict server has against a mail as it goes over the wire (RFC 5321, 5322, 2045); empty when nothing. */
export function findMailFaults(source: Buffer, envelope: { from: string; to: readonly string[] }): string[] {
  const text = source.toString('latin1')
  const faults: string[] = []
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) faults.push('a line does not end with CR LF')
  const lines = text.split('\r\n')
  const long = lines.findIndex((line) => line.length > 998)
  if (long >= 0) faults.push(`line ${long + 1} has more than 998 octets`)
  // We encode everything, so that no server on the way has to.
  if (/[^\t\r\n\x20-\x7e]/.test(text)) faults.push('something is not plain ASCII')
  const end = lines.indexOf('')
  if (end < 0) faults.push('no empty line ends the headers')
  const fields = readFields(lines.slice(0, end < 0 ? lines.length : end), faults)
  const valuesOf = (name: string) => fields.filter((field) => field.name === name).map((field) => field.value)
  for (const name of ['from', 'to', 'date', 'message-id', 'subject', 'reply-to', 'mime-version', 'content-type'])
    if (valuesOf(name).length !== 1) faults.push(`${name} stands there ${valuesOf(name).length} times`)
  for (const name of ['sender', 'in-reply-to', 'references', 'auto-submitted', 'content-transfer-encoding'])
    if (valuesOf(name).length > 1) faults.push(`${name} stands there ${valuesOf(name).length} times`)
  for (const name of ['bcc', 'resent-from', 'return-path', 'received'])
    if (valuesOf(name).length > 0) faults.push(`${name} does not belong there`)
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(valuesOf('message-id')[0] ?? '')) faults.push('Message-ID is none')
  if (!datePattern.test(valuesOf('date')[0] ?? '')) faults.push('Date is none')
  if (addressIn(valuesOf('from')[0]) !== envelope.from) faults.push('From is not the sender of the envelope')
  if (envelope.to.length !== 1 || addressIn(valuesOf('to')[0]) !== envelope.to[0])
    faults.push('To is not the one recipient of the envelope')
  for (const name of ['from', 'to', 'reply-to'])
    if (!isMailAddress(addressIn(valuesOf(name)[0]))) faults.push(`${name} is not exactly one address`)
  return faults
}

function readFields(lines: readonly string[], faults: string[]): { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = []
  for (const line of lines) {
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]+):(.*)$/.exec(line) ?? []
    const last = fields.at(-1)
    if (/^[ \t]+\S/.test(line) && last) last.value += line
    else if (name) fields.push({ name: name.toLowerCase(), value: value ?? '' })
    else faults.push(`"${line.slice(0, 40)}" is no header`)
  }
  return fields.map((field) => ({ ...field, value: field.value.trim() }))
}

/** The address of "Name <a@b>" or "a@b"; everything when there is more than one. */
function addressIn(value = ''): string {
  return (/^(?:[^<>,]|"[^"]*")*<([^<>]+)>$/.exec(value)?.[1] ?? value).trim()
}
