import { describe, expect, it } from 'vitest'
import { joinPeople } from '../../src/ats/joinPeople.ts'
import type { PersonSummary } from '../../src/ats/port.ts'

function person(connectionId: string | null, given: Partial<PersonSummary> = {}): PersonSummary {
  const name = 'Jane Roe'
  return {
    kind: 'candidate',
    id: `${connectionId}.1`,
    name,
    email: 'jane@mail.example',
    phone: null,
    applications: [],
    attachments: [],
    detail: null,
    url: `https://${connectionId}.example/1`,
    sources: [{ connectionId, name: connectionId ?? 'Parley', url: `https://${connectionId}.example/1` }],
    ...given,
  }
}

describe('a person in several systems', () => {
  it('is one, with the place of each, the first telephone number there is and the name in whatever letters', () => {
    const [joined, ...others] = joinPeople([
      person('lever'),
      person('ashby', { name: 'JANE ROÉ', email: 'Jane@Mail.example', phone: '+1 555 0100' }),
      person(null),
    ])
    expect(others).toEqual([])
    expect(joined?.sources.map(({ name }) => name)).toEqual(['lever', 'ashby', 'Parley'])
    expect(joined?.phone).toBe('+1 555 0100')
  })

  it('stays two in one system, and without an address or name in common', () => {
    const pairs = [
      [person('lever'), person('lever', { id: 'lever.2' })],
      [person('lever'), person('ashby', { name: 'Jane Doe' })],
      [person('lever'), person('ashby', { email: 'other@mail.example' })],
      [person('lever', { email: null }), person('ashby', { email: null })],
      [person('lever', { kind: 'contact' }), person('ashby')],
    ]
    for (const pair of pairs) expect(joinPeople(pair)).toHaveLength(2)
  })
})
