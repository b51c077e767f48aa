import { cleanLine } from '../domain/cleanLine.ts'
import type { DeliveryReport } from './port.ts'

const recipientCountMax = 20

/**
 * Reads a message/delivery-status part (RFC 3464): blocks of fields, the first about the message, each further one about one
 * recipient. Blocks without a recipient or a status are left out.
 */
export function readDeliveryStatus(text: string): DeliveryReport[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .slice(0, recipientCountMax + 1)
    .flatMap((block) => {
      const fields = readFields(block)
      const address = addressOf(fields.get('final-recipient') ?? fields.get('original-recipient') ?? '')
      const status = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')
      if (!address || !status) return []
      const action = (fields.get('action') ?? '').toLowerCase()
      return [
        {
          address,
          status: status[0],
          isFinal: action === '' ? status[1] === '5' : action.startsWith('failed'),
          isFailure: status[1] !== '2' && !/^(delivered|relayed|expanded)/.test(action),
          said: cleanLine((fields.get('diagnostic-code') ?? '').replace(/^[^;]{0,20};\s*/, ''), 300),
        },
      ]
    })
}

/** Folded lines belong to the field before; the first field of a name counts. */
function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  let name = ''
  for (const line of block.split('\n').slice(0, 100)) {
    if (/^[ \t]/.test(line)) {
      if (name) fields.set(name, `${fields.get(name)} ${line.trim()}`.slice(0, 2_000))
      continue
    }
    const colon = line.indexOf(':')
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    if (fields.has(name)) name = ''
    if (name) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** "rfc822; jane@mail.com" */
function addressOf(value: string): string {
  const address = value.slice(value.indexOf(';') + 1).trim()
  return cleanLine(address.replace(/^<|>$/g, ''), 254).toLowerCase()
}
