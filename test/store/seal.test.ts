import { describe, expect, it } from 'vitest'
import { openSealer } from '../../src/store/seal.ts'

const key = 'the first key of this test, long enough'
const newKey = 'the second key of this test, long enough'
const token = 'xoxb-planted-token'

describe('sealed secrets', () => {
  it('open where they were sealed for, and are never readable in what is kept', () => {
    const { seal, unseal } = openSealer(key)
    const sealed = seal(token, 'tenant_a|row_1')
    expect(unseal(sealed, 'tenant_a|row_1')).toBe(token)
    expect(sealed).not.toContain(token)
    expect(sealed).not.toContain(Buffer.from(token).toString('base64url').slice(2, 20))
    expect(seal(token, 'tenant_a|row_1')).not.toBe(sealed)
  })

  it('open for no other tenant and no other row', () => {
    const { seal, unseal } = openSealer(key)
    const sealed = seal(token, 'tenant_a|row_1')
    for (const place of ['tenant_b|row_1', 'tenant_a|row_2', ''])
      expect(() => unseal(sealed, place)).toThrow('elsewhere')
  })

  it('do not open when any one character was changed, or were never sealed', () => {
    const { seal, unseal } = openSealer(key)
    const sealed = seal(token, 'p')
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      expect(() => unseal(sealed.slice(0, at) + other + sealed.slice(at + 1), 'p'), `at ${at}`).toThrow(
        'cannot be opened',
      )
    }
    for (const text of ['', token, 's1..', `s1.${'A'.repeat(8)}.${'A'.repeat(60)}`])
      expect(() => unseal(text, 'p')).toThrow('cannot be opened')
  })

  it('open with the key before while it is changed, are then sealed anew, and no longer need it', () => {
    const before = openSealer(key).seal(token, 'p')
    const { seal, unseal, isCurrent } = openSealer(newKey, key)
    expect(unseal(before, 'p')).toBe(token)
    expect(isCurrent(before)).toBe(false)
    const anew = seal(unseal(before, 'p'), 'p')
    expect(isCurrent(anew)).toBe(true)
    expect(openSealer(newKey).unseal(anew, 'p')).toBe(token)
    expect(() => openSealer(newKey).unseal(before, 'p')).toThrow('another key')
  })

  it('need a key of at least 32 characters', () => {
    expect(() => openSealer('short')).toThrow('too short')
  })
})
