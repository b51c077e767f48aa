import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Parley, startParley } from './fakes/parley.ts'

// The way in for mail providers, on the running product.

const secret = 'a secret that the mail provider knows'
let parley: Parley
beforeAll(async () => {
  parley = await startParley({ env: { PARLEY_INBOUND_SECRET: secret } })
}, 120_000)
afterAll(() => parley?.stop())

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${parley.guestUrl}/inbound/mail`, { method: 'POST', body, headers })
}
function signed(body: string): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1_000)
  const code = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return { 'X-Parley-Signature': `t=${seconds},v1=${code}`, 'Content-Type': 'message/rfc822' }
}

describe('mails that a provider posts to the running product', { timeout: 120_000 }, () => {
  it('are taken once each, over a restart too, on the guests’ port only', async () => {
    const mail = 'From: jane@mail.lan\r\nMessage-ID: <1@mail.lan>\r\n\r\nTuesday 9 to 12\r\n'
    expect(await (await post(mail, signed(mail))).json()).toEqual({ result: 'taken' })
    expect(await (await post(mail, signed(mail))).json()).toEqual({ result: 'known' })
    await parley.restart()
    expect(await (await post(mail, signed(mail))).json()).toEqual({ result: 'known' })
    const inside = await fetch(`${parley.url}/inbound/mail`, { method: 'POST', body: mail, headers: signed(mail) })
    expect([403, 404]).toContain(inside.status)
    expect(parley.stderr).toBe('')
  })

  it('are refused without a signature, and not read at all without a secret', async () => {
    expect((await post('From: a@b.lan\r\n\r\nx', {})).status).toBe(401)
    await parley.restart({ PARLEY_INBOUND_SECRET: '' })
    const mail = 'From: a@b.lan\r\n\r\nx'
    expect((await post(mail, signed(mail))).status).toBe(404)
  })
})
