// Names that have been used to smuggle headers, properties, markup or addresses into mails and calendars.

const headers = ['Bcc: all@evil.test', 'Content-Type: text/html', 'X-Evil: 1', 'To: other@evil.test', 'Subject: hi']
const breaks = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c', '\r\n ', '\r\n\t']
const broken = headers.flatMap((header) => breaks.map((end) => `Jane${end}${header}`))

const addresses = [
  'Jane <other@evil.test>',
  '"Jane" <a@evil.test>, Bob',
  'a@evil.test, b@evil.test',
  'Jane;other@evil.test',
  'Jane (comment) Roe',
  'group: a@evil.test;',
  '=?utf-8?Q?a=0D=0ABcc:_x@evil.test?=',
  '=?utf-8?B?DQpCY2M6eEBldmlsLnRlc3Q=?=',
]
const calendar = [
  'Jane"\r\nORGANIZER:mailto:x@evil.test',
  'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b',
  'Jane";ROLE=CHAIR;X="',
  "a^nATTENDEE:x^'",
  'x:mailto:a@evil.test',
  'a;b,c:d\\n',
  'a\\',
  'END:VCALENDAR',
]
const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</title><script>x</script>',
  '<!--',
  '&lt;b&gt;',
  '{{constructor}}',
  '</style><script>x</script>',
  '<a href="javascript:x">y</a>',
  '{job}{candidate}',
]
const hidden = [
  '\u202eenaJ',
  '\u2066Jane\u2069',
  '\u0000Jane\u0000',
  '\ud800Jane',
  'Ja\u200bne',
  '\ufeffJane',
  'J\u0007ane',
]

/** 83 of them. */
export const hostileNames: readonly string[] = [...broken, ...addresses, ...calendar, ...markup, ...hidden]
