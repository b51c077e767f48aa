import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailBytesMax, readMail } from '../../src/mail/readMail.ts'

const read = (text: string) => readMail(Buffer.from(text.replace(/(?<!\r)\n/g, '\r\n'), 'latin1'))

const plain = (headers: string, body = 'Tuesday 9 to 12') => read(`${headers}\nContent-Type: text/plain\n\n${body}\n`)

describe('an ordinary mail', () => {
  it('gives writer, recipients with tags, what it answers and its text', async () => {
    const mail = await read(
      `Return-Path: <jane@mail.lan>
Delivered-To: parley@agency.lan
X-Original-To: parley+0123abc@agency.lan
From: =?utf-8?B?SsOkbmU=?= Whitfield <Jane@Mail.lan>
To: "Rosa Alder" <parley+0123abc@agency.lan>, other@agency.lan
Cc: Marta <marta@acme.lan>
Subject: =?iso-8859-1?Q?Re:_Gespr=E4ch?=
Message-ID: <answer-1@mail.lan>
In-Reply-To: <effect_b@agency.lan>
References: <effect_a@agency.lan>
 <effect_b@agency.lan>
Date: Tue, 24 Nov 2026 10:00:00 +0100
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Dienstag pa=DFt mir.

> Wann k=F6nnen Sie?
`,
    )
    expect(mail).toEqual({
      messageId: 'answer-1@mail.lan',
      from: ['jane@mail.lan'],
      fromName: 'Jäne Whitfield',
      recipients: ['parley@agency.lan', 'parley+0123abc@agency.lan', 'other@agency.lan', 'marta@acme.lan'],
      subject: 'Re: Gespräch',
      sentAt: '2026-11-24T09:00:00.000Z',
      references: ['effect_b@agency.lan', 'effect_a@agency.lan'],
      text: 'Dienstag paßt mir.\n\n> Wann können Sie?',
      automatic: null,
      isAuthenticationFailed: false,
      calendars: [],
      delivery: [],
      trouble: null,
    })
  })

  it('has the text of its HTML part when the plain one is missing or empty', async () => {
    const both = (text: string) =>
      read(
        `From: a@b.lan\nContent-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\n${text}\n--B\nContent-Type: text/html; charset=utf-8\n\n<p>Tuesday&nbsp;9&ndash;12</p>\n--B--\n`,
      )
    expect((await both('Wednesday')).text).toBe('Wednesday')
    expect((await both('  ')).text).toBe('Tuesday 9â€“12'.replace('â€“', '–'))
    expect((await read('From: a@b.lan\nContent-Type: text/html\n\n<b>Tuesday</b> at 9')).text).toBe('Tuesday at 9')
  })

  it('is not a machine’s for a subject that only speaks of an office, nor for Auto-Submitted: no', async () => {
    for (const headers of [
      'From: a@b.lan\nSubject: Re: Out of curiosity, which office?',
      'From: a@b.lan\nSubject: Meeting in the office\nAuto-Submitted: no',
      'From: a@b.lan\nSubject: Automatically scheduled? No, reply from me',
      'From: a@b.lan\nSubject: I reply automatically late',
      'From: a@b.lan\nPrecedence: first-class\nSubject: Tuesday',
      'From: a@b.lan\nReturn-Path: <a@b.lan>\nSubject: Tuesday',
    ])
      expect((await plain(headers)).automatic, headers).toBeNull()
  })

  it.each([
    ['Auto-Submitted: auto-replied (vacation)', 'autoReply'],
    ['Auto-Submitted: auto-generated', 'autoReply'],
    ['X-Autoreply: yes', 'autoReply'],
    ['Precedence: auto_reply', 'autoReply'],
    ['Precedence: bulk', 'list'],
    ['List-Id: <all.acme.lan>', 'list'],
    ['Return-Path: <>', 'autoReply'],
    ['Return-Path:  < > ', 'autoReply'],
    ['Subject: Automatic reply: Interview', 'autoReply'],
    ['Subject: Out of Office Re: Interview', 'autoReply'],
    ['Subject: OOO: back on Monday', 'autoReply'],
    ['Subject: =?utf-8?Q?Abwesenheitsnotiz:_Gespr=C3=A4ch?=', 'autoReply'],
    ['Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Entretien?=', 'autoReply'],
    ['Subject: Respuesta automática: Entrevista', 'autoReply'],
    ['X-Failed-Recipients: jane@mail.lan', 'bounce'],
  ])('%s says that a machine wrote it', async (header, kind) => {
    const mail = await readMail(Buffer.from(`From: a@b.lan\r\n${header}\r\n\r\nTuesday`))
    expect(mail.automatic).toBe(kind)
  })

  it('believes only the topmost result about DMARC', async () => {
    const result = (lines: string) => plain(`${lines}\nFrom: a@b.lan`).then((mail) => mail.isAuthenticationFailed)
    expect(await result('Authentication-Results: mx; spf=pass; dmarc=fail (p=NONE)')).toBe(true)
    expect(await result('Authentication-Results: mx; spf=fail; dkim=pass; dmarc=pass')).toBe(false)
    expect(await result('Authentication-Results: mx; dmarc=pass\nAuthentication-Results: far; dmarc=fail')).toBe(false)
    expect(await result('Authentication-Results: mx; dmarc=fail\nAuthentication-Results: forged; dmarc=pass')).toBe(
      true,
    )
    expect(await result('Authentication-Results: mx; spf=pass\nAuthentication-Results: mx; dmarc=fail')).toBe(true)
  })
})

describe('a report of a mail server', () => {
  const report = (status: string) =>
    read(`From: MAILER-DAEMON@mx.lan
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B
Content-Type: text/plain

Sorry.
--B
Content-Type: message/delivery-status

${status}
--B
Content-Type: message/rfc822

From: parley@agency.lan
Message-ID: <effect_1@agency.lan>

Hello
--B--
`)

  it('names each address, whether it failed for good, and the words of the server', async () => {
    const mail = await report(`Reporting-MTA: dns; mx.lan

Final-Recipient: rfc822; Jane@Mail.lan
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such
 user

Original-Recipient: rfc822; x@y.lan
Final-Recipient: rfc822; marta@acme.lan
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822; fine@acme.lan
Action: delivered
Status: 2.1.5`)
    expect(mail.automatic).toBe('bounce')
    expect(mail.references).toEqual(['effect_1@agency.lan'])
    expect(mail.text).toBe('Sorry.')
    expect(mail.delivery.map(({ address, isFailure, isFinal, said }) => [address, isFailure, isFinal, said])).toEqual([
      ['jane@mail.lan', true, true, '550 5.1.1 no such user'],
      ['marta@acme.lan', true, false, ''],
      ['fine@acme.lan', false, false, ''],
    ])
  })

  it('without an action the class of the status decides', async () => {
    const of = async (code: string) =>
      (await report(`X: y\n\nFinal-Recipient: rfc822; a@b.lan\nStatus: ${code}`)).delivery[0]
    expect(await of('5.7.1')).toMatchObject({ isFinal: true })
    expect(await of('4.2.2')).toMatchObject({ isFinal: false, isFailure: true })
    expect(await of('nonsense')).toBeUndefined()
  })
})

describe('a hostile mail', () => {
  const nested = (depth: number) => {
    let text = 'From: jane@mail.lan\n'
    for (let level = 0; level < depth; level += 1)
      text += `Content-Type: multipart/mixed; boundary=B${level}\n\n--B${level}\n`
    return `${text}Content-Type: text/plain\n\nTuesday`
  }
  const parts = (count: number) =>
    `From: jane@mail.lan\nContent-Type: multipart/mixed; boundary=B\n\n${'--B\nContent-Type: text/plain\n\nx\n'.repeat(count)}--B--\n`

  const corpus: Readonly<Record<string, [source: string, expected: Record<string, unknown>]>> = {
    'nothing at all': ['', { from: [], text: '', trouble: null }],
    'only a body': ['\n\nTuesday', { from: [], messageId: null }],
    'no From': ['Subject: x\n\nTuesday', { from: [], text: 'Tuesday' }],
    'an empty From': ['From:\n\nTuesday', { from: [] }],
    'From without an address': ['From: Jane Whitfield\n\nTuesday', { from: [] }],
    'several From fields': ['From: a@b.lan\nFrom: c@d.lan\n\nTuesday', { from: ['a@b.lan', 'c@d.lan'] }],
    'several addresses in From': ['From: a@b.lan, C <c@d.lan>\n\nTuesday', { from: ['a@b.lan', 'c@d.lan'] }],
    'a group in From': ['From: Team: a@b.lan, c@d.lan;\n\nTuesday', { from: ['a@b.lan', 'c@d.lan'] }],
    'an address in the name': ['From: "jane@mail.lan" <mallory@evil.lan>\n\nx', { from: ['mallory@evil.lan'] }],
    'a comment in the address': ['From: jane@mail.lan (mallory@evil.lan)\n\nx', { from: ['jane@mail.lan'] }],
    'a null byte in the address': ['From: jane@mail.lan\0.evil.lan\n\nx', { from: ['jane@mail.lan.evil.lan'] }],
    'a new line in an encoded name': [
      'From: =?utf-8?Q?Jane=0D=0AX-To_x=40y.lan?= <jane@mail.lan>\n\nx',
      { from: ['jane@mail.lan'], fromName: 'Jane X-To x@y.lan' },
    ],
    'a new line in an encoded subject': [
      'From: a@b.lan\nSubject: =?utf-8?Q?Hi=0D=0ABcc:_x?=\n\nx',
      { subject: 'Hi Bcc: x' },
    ],
    'an unknown charset': [
      'From: a@b.lan\nContent-Type: text/plain; charset=klingon-8\n\nTuesday',
      { text: 'Tuesday' },
    ],
    'a charset with a path': [
      'From: a@b.lan\nContent-Type: text/plain; charset="../../etc"\n\nTuesday',
      { text: 'Tuesday' },
    ],
    'broken base64': [
      'From: a@b.lan\nContent-Transfer-Encoding: base64\nContent-Type: text/plain\n\n!!!!VHVlc2RheQ==',
      {},
    ],
    'broken quoted-printable': [
      'From: a@b.lan\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/plain\n\nTue=ZZsday=',
      {},
    ],
    'a Message-ID with blanks': ['From: a@b.lan\nMessage-ID: <a b@c>\n\nx', { messageId: null }],
    'a Message-ID of 5,000 letters': [`From: a@b.lan\nMessage-ID: <${'a'.repeat(5_000)}@b>\n\nx`, { messageId: null }],
    'two Message-IDs': ['From: a@b.lan\nMessage-ID: <a@b> <c@d>\n\nx', { messageId: 'a@b' }],
    '10,000 recipients': [
      `From: a@b.lan\nTo: ${Array.from({ length: 10_000 }, (_, i) => `a${i}@b.lan`).join(', ')}\n\nx`,
      {},
    ],
    '2,000 references': [
      `From: a@b.lan\nReferences: ${Array.from({ length: 2_000 }, (_, i) => `<a${i}@b>`).join(' ')}\n\nx`,
      {},
    ],
    'parts 15 deep': [nested(15), { text: 'Tuesday', trouble: null }],
    'parts 90 deep': [nested(90), { from: ['jane@mail.lan'], text: '', trouble: 'unreadable' }],
    '100 parts': [parts(100), { trouble: null }],
    '101 parts': [parts(101), { from: ['jane@mail.lan'], text: '', trouble: 'tooManyParts' }],
    'a header of 1 MB': [
      `From: jane@mail.lan\nX-Long: ${'x'.repeat(1_000_000)}\n\nTuesday`,
      { from: ['jane@mail.lan'], trouble: 'unreadable' },
    ],
    '20,000 headers': [
      `From: jane@mail.lan\n${'X-Many: y\n'.repeat(40_000)}\nTuesday`,
      { from: ['jane@mail.lan'], trouble: 'unreadable' },
    ],
    'a boundary that is a pattern': [
      'From: a@b.lan\nContent-Type: multipart/mixed; boundary="(a+)+$"\n\n--(a+)+$\n\nTuesday\n--(a+)+$--',
      {},
    ],
    'a boundary that is missing': ['From: a@b.lan\nContent-Type: multipart/mixed\n\n--B\n\nTuesday\n--B--', {}],
    'a message in a message in a message': [
      'From: a@b.lan\nContent-Type: message/rfc822\n\nFrom: x@y.lan\nContent-Type: message/rfc822\n\nFrom: jane@mail.lan\n\nTuesday',
      { from: ['a@b.lan'], text: '' },
    ],
    'a calendar of 1 MB': [`From: a@b.lan\nContent-Type: text/calendar\n\n${'X'.repeat(1_000_000)}`, { calendars: [] }],
    'a million brackets': [`From: a@b.lan\nContent-Type: text/html\n\n${'<'.repeat(1_000_000)}`, {}],
    'a tag that never ends': [`From: a@b.lan\nContent-Type: text/html\n\n<div ${'a="'.repeat(200_000)}`, {}],
    'a text of 5 MB': [`From: a@b.lan\n\n${'Tuesday '.repeat(640_000)}`, { trouble: null }],
  }
  it.each(Object.keys(corpus))('%s: read as far as it goes', async (name) => {
    const [source, expected] = corpus[name] ?? ['', {}]
    const mail = await read(source)
    expect(mail).toMatchObject(expected)
    expect(mail.text.length).toBeLessThanOrEqual(20_000)
    expect(mail.recipients.length).toBeLessThanOrEqual(50)
    expect(mail.references.length).toBeLessThanOrEqual(20)
    expect(JSON.stringify(mail)).not.toContain('\\u0000')
  })

  it('of more than 10 MB gives its headers only', async () => {
    const source = Buffer.concat([
      Buffer.from('From: jane@mail.lan\r\nTo: parley+x@agency.lan\r\nMessage-ID: <big@x>\r\n\r\n'),
      Buffer.alloc(mailBytesMax, 'x'),
    ])
    expect(await readMail(source)).toMatchObject({
      from: ['jane@mail.lan'],
      messageId: 'big@x',
      text: '',
      trouble: 'tooBig',
    })
  })

  it('never makes it throw: random bytes, and ordinary mails with random changes', async () => {
    const ordinary = Buffer.from(corpus['parts 15 deep']?.[0] ?? '')
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255))),
        async (bytes, changes) => {
          const changed = Buffer.from(ordinary)
          for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte
          for (const source of [bytes, changed])
            expect((await readMail(source)).text.length).toBeLessThanOrEqual(20_000)
        },
      ),
      { numRuns: 200 },
    )
  })
})
