import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { PartyId, TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'

/** A tag as it stands in an address: whom it names, and a code that only the holder of the key can have made. */
export interface ReplyTag {
  /** Narrows the search to few tenants; proves nothing. */
  tenantMark: string
  partyId: PartyId
  code: string
}

/** Addresses that answers to one party's mails about one request go to, `parley+<tag>@agency.com`. */
export interface Replies {
  /** The plain address: of the mailbox all of them arrive in. */
  address: string
  addressOf(tenantId: TenantId, party: Pick<Party, 'id' | 'requestId'>): string
  /** Well-formed tags among these addresses; nothing says yet that they are genuine. */
  readTags(addresses: readonly string[]): ReplyTag[]
  mayBe(tag: ReplyTag, tenantId: TenantId): boolean
  /** Compares in constant time. */
  isGenuine(tag: ReplyTag, tenantId: TenantId, party: Pick<Party, 'id' | 'requestId'>): boolean
}

const markLength = 4
const idLength = 26
/** 80 bits: a guess in a million million million millions, each of which needs a mail. */
const codeLength = 16
const tagCountMax = 10
const tagPattern = new RegExp(`\\+([0-9a-z]{${markLength}})([0-9a-z]{${idLength}})([0-9a-z]{${codeLength}})@`, 'i')

export function openReplies(options: { address: string; secret: string }): Replies {
  const { address } = options
  const key = Buffer.from(hkdfSync('sha256', options.secret, 'parley inbound mail', 'reply address', 32))
  const at = address.lastIndexOf('@')
  const markOf = (tenantId: TenantId) => encode(key, `tenant ${tenantId}`, markLength)
  const codeOf = (tenantId: TenantId, party: Pick<Party, 'id' | 'requestId'>) =>
    encode(key, `party ${tenantId} ${party.requestId} ${party.id}`, codeLength)
  return {
    address,
    addressOf: (tenantId, party) => {
      const tag = `${markOf(tenantId)}${party.id.slice(party.id.indexOf('_') + 1)}${codeOf(tenantId, party)}`
      return `${address.slice(0, at)}+${tag}${address.slice(at)}`
    },
    readTags: (addresses) =>
      addresses
        .flatMap((text) => {
          // Some servers write addresses in capitals; our alphabet has no two letters that differ in case only.
          const [, tenantMark, id, code] = tagPattern.exec(text.toLowerCase()) ?? []
          return tenantMark && id && code ? [{ tenantMark, partyId: `party_${id}` as PartyId, code }] : []
        })
        .slice(0, tagCountMax),
    mayBe: (tag, tenantId) => tag.tenantMark === markOf(tenantId),
    isGenuine: (tag, tenantId, party) => {
      const wanted = Buffer.from(codeOf(tenantId, party))
      const given = Buffer.from(tag.code)
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function encode(key: Buffer, text: string, length: number): string {
  const digest = createHmac('sha256', key).update(text).digest()
  return [...digest.subarray(0, length)].map((byte) => alphabet[byte % 32]).join('')
}
