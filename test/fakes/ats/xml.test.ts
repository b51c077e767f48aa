import { expect, test } from 'vitest'
import { readXml, writeXml } from './xml.ts'

test('reads names with their namespaces, attributes, entities and quoted text', () => {
  const root = readXml(
    `<?xml version="1.0"?><!-- x --><a:r xmlns:a="urn:1" a:k='&quot;1&quot;'><b xmlns="urn:2">x &amp; &#x79;<![CDATA[<z>]]></b><a:c/></a:r>`,
  )
  expect(root).toMatchObject({ name: 'r', space: 'urn:1', attributes: { k: '"1"' } })
  expect(root?.children.map(({ name, space, text }) => [name, space, text])).toEqual([
    ['b', 'urn:2', 'x & y<z>'],
    ['c', 'urn:1', ''],
  ])
})

test.each([
  '',
  'x',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a/>x',
  '<a b=c/>',
  '<w:a/>',
  '<!DOCTYPE a><a/>',
  '<a><![CDATA[x</a>',
  '<a',
])('takes %j for no document', (text) => {
  expect(readXml(text)).toBeNull()
})

test('writes what it reads back', () => {
  const { xml } = writeXml('a', [writeXml('b', '<&>"', { c: '"' }), writeXml('d', null), writeXml('e', '')])
  expect(xml).toBe('<a><b c="&quot;">&lt;&amp;&gt;&quot;</b><e/></a>')
  expect(readXml(xml)?.children[0]).toMatchObject({ text: '<&>"', attributes: { c: '"' } })
})
