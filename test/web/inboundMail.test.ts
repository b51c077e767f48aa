import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createInboundMailApp, inboundMailPaths } from '../../src/web/inboundMail.ts'

const [inboundMailPath = '', mimePath = ''] = inboundMailPaths
const key = 'a secret that mail providers know'
const at = new Date('2026-11-28T15:00:00Z')
const mail = Buffer.from('From: a@b.lan\r\nSubject: caf\xe9\r\n\r\nTuesday\r\n--B\r\n', 'latin1')

function setUp(options: { fail?: boolean; bytesMax?: number } = {}) {
  const taken: Buffer[] = []
  const logged: string[] = []
  const app = createInboundMailApp({
    key,
    take: async (source) => {
      if (options.fail) throw new Error('the database does not answer')
      taken.push(Buffer.from(source))
      return 'taken'
    },
    clock: { now: () => at },
    log: (event) => logged.push(event),
    ...(options.bytesMax ? { bytesMax: options.bytesMax } : {}),
  })
  const post = (body: Buffer | string, headers: Record<string, string>) =>
    app.request(inboundMailPath, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })
  return { app, taken, logged, post }
}

function sign(body: Buffer | string, change: { seconds?: number; key?: string } = {}): Record<string, string> {
  const seconds = change.seconds ?? at.getTime() / 1_000
  const code = createHmac('sha256', change.key ?? key)
    .update(`${seconds}.`)
    .update(body)
    .digest('hex')
  return { 'X-Parley-Signature': `t=${seconds},v1=${code}`, 'Content-Type': 'message/rfc822' }
}
const basic = (password: string) => ({ Authorization: `Basic ${Buffer.from(`parley:${password}`).toString('base64')}` })

describe('a mail that a provider posts', () => {
  it('is stored before it is acknowledged, byte by byte as it came', async () => {
    const { post, taken } = setUp()
    const answer = await post(mail, sign(mail))
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'taken' }])
    expect(taken).toEqual([mail])
  })

  it('is not acknowledged when it could not be stored', async () => {
    const { post, logged } = setUp({ fail: true })
    expect((await post(mail, sign(mail))).status).toBe(503)
    expect(logged).toEqual(['inboundMail.failed'])
  })

  it('is found in a form or in JSON, where those who cannot sign log in with the secret', async () => {
    const { app, post, taken } = setUp()
    const text = 'From: a@b.lan\r\n\r\nTuesday'
    const urlencoded = { ...basic(key), 'Content-Type': 'application/x-www-form-urlencoded' }
    const asMailgun = {
      method: 'POST',
      headers: urlencoded,
      body: new URLSearchParams({ 'body-mime': text }).toString(),
    }
    expect((await app.request(mimePath, asMailgun)).status).toBe(200)
    expect((await post(new URLSearchParams({ recipient: 'x', 'body-mime': text }).toString(), urlencoded)).status).toBe(
      200,
    )
    const json = { ...basic(key), 'Content-Type': 'application/json; charset=utf-8' }
    expect((await post(JSON.stringify({ From: 'a', RawEmail: text }), json)).status).toBe(200)
    const form = Buffer.concat([
      Buffer.from(
        '--X1\r\nContent-Disposition: form-data; name="to"\r\n\r\nx\r\n--X1\r\nContent-Disposition: form-data; name="email"\r\n\r\n',
      ),
      mail,
      Buffer.from('\r\n--X1--\r\n'),
    ])
    expect((await post(form, { ...basic(key), 'Content-Type': 'multipart/form-data; boundary=X1' })).status).toBe(200)
    expect(taken.map(String)).toEqual([text, text, text, String(mail)])
    expect(taken[3]?.equals(mail)).toBe(true)
  })

  const refused: Readonly<Record<string, [headers: Record<string, string>, status: number]>> = {
    'without signature or password': [{}, 401],
    'with a wrong password': [basic('guess'), 401],
    'with an empty password': [basic(''), 401],
    'with a password in another scheme': [{ Authorization: `Bearer ${key}` }, 401],
    'signed with another key': [sign(mail, { key: 'another' }), 401],
    'signed for another body': [sign('From: x'), 401],
    'signed six minutes ago': [sign(mail, { seconds: at.getTime() / 1_000 - 360 }), 401],
    'signed for tomorrow': [sign(mail, { seconds: at.getTime() / 1_000 + 86_400 }), 401],
    'with half a signature': [{ 'X-Parley-Signature': 't=1,v1=00' }, 401],
    'as JSON that is none': [{ ...basic(key), 'Content-Type': 'application/json' }, 400],
    'as a form without a mail': [{ ...basic(key), 'Content-Type': 'application/x-www-form-urlencoded' }, 400],
    'as a form without a boundary': [{ ...basic(key), 'Content-Type': 'multipart/form-data' }, 400],
  }
  it.each(Object.keys(refused))('%s is refused and not stored', async (name) => {
    const { post, taken } = setUp()
    const [headers, status] = refused[name] ?? [{}, 0]
    expect((await post(mail, headers)).status).toBe(status)
    expect(taken).toEqual([])
  })

  it('larger than the limit is refused with 413, an empty one with 400, other methods with 405', async () => {
    const { app, post, taken } = setUp({ bytesMax: 1_000 })
    const big = Buffer.alloc(1_001, 'x')
    expect((await post(big, sign(big))).status).toBe(413)
    expect((await post('', sign(''))).status).toBe(400)
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await app.request(inboundMailPath, { method })).status).toBe(405)
    expect(taken).toEqual([])
  })

  it('after ten wrong tries in a minute wrong ones get 429, a right one still gets through', async () => {
    const { post, taken } = setUp()
    const statuses = []
    for (let tries = 0; tries < 12; tries += 1) statuses.push((await post(mail, basic(`guess ${tries}`))).status)
    expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 401))
    expect(statuses.at(-1)).toBe(429)
    expect((await post(mail, sign(mail))).status).toBe(200)
    expect(taken).toHaveLength(1)
  })
})
