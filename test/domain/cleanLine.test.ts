import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanParagraphs } from '../../src/domain/cleanLine.ts'
import { isMailAddress, isReservedAddress } from '../../src/domain/mailAddress.ts'

const forbidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

describe('a clean line', () => {
  test('turns line breaks into spaces, so that no second header can start', () => {
    expect(cleanLine('Jane\r\nBcc: all@acme.example')).toBe('Jane Bcc: all@acme.example')
    expect(cleanLine('Jane\u2028Roe\u0085Smith')).toBe('Jane Roe Smith')
  })

  test('drops direction marks that would show "exe.nohj" as "john.exe"', () => {
    expect(cleanLine('\u202eexe.nohj\u202c')).toBe('exe.nohj')
  })

  test('keeps names of any script, joiners and emoji included', () => {
    for (const name of ['Zoë Ångström', 'می‌خواهم', 'नेपाल', '山田 太郎', 'Ana 👩‍💻', "O'Brien-Łukasz"])
      expect(cleanLine(name)).toBe(name)
  })

  test('cuts at 300 characters and never inside one', () => {
    const line = cleanLine('😀'.repeat(400))
    expect(line.length).toBeLessThanOrEqual(300)
    expect(line.isWellFormed()).toBe(true)
    expect(line.endsWith('…')).toBe(true)
  })

  test('holds no control or direction mark whatever goes in, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = cleanLine(text)
        expect(line).not.toMatch(forbidden)
        expect(line.isWellFormed()).toBe(true)
        expect(cleanLine(line)).toBe(line)
      }),
      { numRuns: 2_000 },
    )
  })

  test('paragraphs keep their line breaks, at most one empty line between', () => {
    expect(cleanParagraphs('One\r\ntwo\n\n\n\nthree\u0007')).toBe('One\ntwo\n\nthree')
  })
})

describe('an address', () => {
  test('is exactly one, without anything that could add another', () => {
    for (const good of ['jane@mail.de', 'j.o+x@sub.firma.co.uk', 'müller@bücher.de'])
      expect(isMailAddress(good)).toBe(true)
    for (const bad of [
      '',
      'jane',
      'jane@',
      '@mail.de',
      'a@b@c.de',
      'a@b.de,c@d.de',
      'a@b.de; c@d.de',
      'Jane <a@b.de>',
      'a@b.de\r\nBcc: c@d.de',
      'a b@c.de',
      '"a"@c.de',
      'a@b.de\u0000',
      'a@b.de\u202e',
      `${'a'.repeat(250)}@b.de`,
      'a(x)@b.de',
      'a@[1.2.3.4]',
    ])
      expect(isMailAddress(bad), bad).toBe(false)
  })

  test('of a reserved domain is known as one, also below and in capitals', () => {
    for (const address of [
      'a@acme.example',
      'a@EXAMPLE.com',
      'a@x.example.net',
      'a@b.test',
      'a@localhost',
      'a@x.invalid.',
    ])
      expect(isReservedAddress(address), address).toBe(true)
    for (const address of ['a@examples.com', 'a@test.de', 'a@myexample.com', 'a@example.com.de'])
      expect(isReservedAddress(address), address).toBe(false)
  })
})
