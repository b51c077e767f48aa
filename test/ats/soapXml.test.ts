import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeXml, findElements, readXml } from '../../src/ats/soapXml.ts'

test('reads back any text that was written between tags or quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeXml(text)
      const read = readXml(`<a:b xmlns:a="u" c='${escaped}'>${escaped}<d/></a:b>`)
      const known = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      expect(read?.attributes.c).toBe(known)
      expect(read?.text).toBe(known.trim())
    }),
  )
})

test('finds elements by their names at any depth, whatever their prefixes', () => {
  const read = readXml(
    '<?xml version="1.0"?><s:E xmlns:s="u"><!-- no --><w:ID t="1">x</w:ID><p><ID><![CDATA[<y>&amp;]]></ID></p></s:E>',
  )
  expect(findElements(read!, 'ID').map(({ text }) => text)).toEqual(['x', '<y>&amp;'])
})

test('takes none of 9 documents that are not well-formed, declare something, or have no end', () => {
  const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
  const outside = '<!DOCTYPE l SYSTEM "file:///etc/passwd"><l/>'
  const bad = [laughs, outside, '', 'text', '<a>', '<a></b>', '<a/><b/>', '<a>'.repeat(100) + '</a>'.repeat(100)]
  expect([...bad, `<a>${'<b/>'.repeat(300_001)}</a>`].map(readXml)).toEqual(Array.from({ length: 9 }, () => null))
  expect(readXml('<l>&b; &#x110000;</l>')?.text).toBe('&b; &#x110000;')
})

test('throws for no text, and takes no more than a moment for 100,000 letters of any', () => {
  fc.assert(fc.property(fc.string(), (text) => void readXml(text)))
  for (const letter of ['<', '&', '<a ', '<a b="', '<!--', '<?', 'x']) readXml(letter.repeat(100_000))
})
