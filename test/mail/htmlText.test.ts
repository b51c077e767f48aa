import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from '../../src/mail/htmlText.ts'

describe('the text of an HTML mail', () => {
  it.each([
    ['<p>Tuesday</p><p>Wednesday</p>', 'Tuesday\n\nWednesday'],
    ['<div>Tuesday</div><div>Wednesday</div>', 'Tuesday\nWednesday'],
    ['Tuesday<br>Wednesday<br/>Thursday<BR >Friday', 'Tuesday\nWednesday\nThursday\nFriday'],
    ['<ul><li>Tue 9-12<li>Wed</ul>', '- Tue 9-12\n- Wed'],
    ['<table><tr><td>Tue</td><td>9-12</td></tr><tr><td>Wed</td><td>2-4</td></tr></table>', 'Tue 9-12\nWed 2-4'],
    [
      'Yes<blockquote type="cite">When?<blockquote>Hello</blockquote></blockquote>Bye',
      'Yes\n> When?\n> > Hello\n>\nBye',
    ],
    ['<style>p{color:red}</style><script>if(a<b){}</script><title>x</title>Tuesday', 'Tuesday'],
    ['<!-- <p>hidden</p> -->Tuesday<!DOCTYPE html><?xml x?>', 'Tuesday'],
    ['9 &lt; 12 &amp; 14&nbsp;Uhr &#8211; &#x31;5 &unknown; &', '9 < 12 & 14 Uhr – 15 &unknown; &'],
    ['<a href="https://x.lan/?a=1&b=2" title="a > b">Tuesday</a>', 'Tuesday'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['Tues\n  day\t at   9', 'Tues day at 9'],
    ['<p>a</p><p></p><p> </p><p>b</p>', 'a\n\nb'],
    ['<b>Tue</b>sday', 'Tuesday'],
    ['', ''],
    ['<script>never closed', ''],
    ['&#0;&#xD800;&#99999999;x', 'x'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it('keeps the lines of any plain text that is written as HTML', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9<>&"' ]{1,20}$/).map((text) => text.trim().replace(/ +/g, ' '))
    const lines = fc.array(
      word.filter((text) => text !== ''),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(lines, (wanted) => {
        const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        expect(textOfHtml(wanted.map((line) => `<div>${encode(line)}</div>`).join(''))).toBe(wanted.join('\n'))
      }),
    )
  })

  it('never throws and never grows much, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<p',
      '</p>',
      '<!--',
      '-->',
      '&',
      '&#',
      '"',
      "'",
      '=',
      '<blockquote>',
      'x',
      '\n',
      '<td',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const html = pieces.join('')
        expect(textOfHtml(html).length).toBeLessThanOrEqual(html.length * 21 + 42)
      }),
    )
  })
})
