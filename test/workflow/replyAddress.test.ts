import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyId, RequestId, TenantId } from '../../src/domain/ids.ts'
import { openReplies } from '../../src/workflow/replyAddress.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const random = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 26, maxLength: 26 })
const idOf = <Kind extends string>(kind: string, text: string) => `${kind}_${text}` as Kind
const replies = openReplies({ address: 'interview-parleys@agency.com', secret: 'the secret of this installation' })

const whoever = fc.tuple(random, random, random).map(([tenant, request, party]) => ({
  tenantId: idOf<TenantId>('tenant', tenant),
  party: { requestId: idOf<RequestId>('request', request), id: idOf<PartyId>('party', party) },
}))

describe('the address that answers go to', () => {
  it('names its party and proves it, in any letter case, within the 64 characters that SMTP allows', () => {
    fc.assert(
      fc.property(whoever, ({ tenantId, party }) => {
        const address = replies.addressOf(tenantId, party)
        expect(address.indexOf('@')).toBeLessThanOrEqual(64)
        for (const written of [address, address.toUpperCase()]) {
          const [tag] = replies.readTags([written])
          expect(tag?.partyId).toBe(party.id)
          expect(tag && replies.mayBe(tag, tenantId)).toBe(true)
          expect(tag && replies.isGenuine(tag, tenantId, party)).toBe(true)
        }
      }),
    )
  })

  it('proves nothing for another tenant, request or party, with any one letter changed, or under another secret', () => {
    const others = openReplies({ address: replies.address, secret: 'the secret of another installation' })
    fc.assert(
      fc.property(
        whoever,
        whoever,
        fc.nat(45),
        fc.constantFrom(...alphabet),
        ({ tenantId, party }, other, at, letter) => {
          const address = replies.addressOf(tenantId, party)
          const [tag] = replies.readTags([address])
          if (!tag) throw new Error('a tag')
          expect(replies.isGenuine(tag, other.tenantId, party)).toBe(false)
          expect(replies.isGenuine(tag, tenantId, { ...party, requestId: other.party.requestId })).toBe(false)
          expect(replies.isGenuine(tag, tenantId, { ...party, id: other.party.id })).toBe(false)
          expect(others.isGenuine(tag, tenantId, party)).toBe(false)
          const from = address.indexOf('+') + 1 + at
          if (address[from] === letter) return
          const [changed] = replies.readTags([`${address.slice(0, from)}${letter}${address.slice(from + 1)}`])
          if (!changed) throw new Error('a tag')
          const isBelieved =
            changed.partyId === party.id &&
            replies.mayBe(changed, tenantId) &&
            replies.isGenuine(changed, tenantId, party)
          expect(isBelieved).toBe(false)
        },
      ),
    )
  })

  it('is looked for in ten addresses at most, and anything else is no tag', () => {
    const address = replies.addressOf(idOf<TenantId>('tenant', '0'.repeat(26)), {
      id: idOf<PartyId>('party', '1'.repeat(26)),
      requestId: idOf<RequestId>('request', '2'.repeat(26)),
    })
    expect(replies.readTags(Array.from({ length: 100 }, () => address))).toHaveLength(10)
    expect(replies.readTags(['', 'parley@agency.com', 'parley+x@agency.com', address.replace('+', '-'), '+@'])).toEqual(
      [],
    )
  })
})
