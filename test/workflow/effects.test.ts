import { describe, expect, it } from 'vitest'
import type { Effect } from '../../src/domain/effect.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { MailPort, OutgoingMail } from '../../src/mail/port.ts'
import type { Store } from '../../src/store/port.ts'
import { performEffect, sweepClaims } from '../../src/workflow/effects.ts'
import { createFaultyAts } from '../fakes/faultyAts.ts'
import {
  approve,
  askJane,
  bookJane,
  invitationsTo,
  jane,
  labelsOf,
  liveInterviewsOf,
  logEventsOf,
  marta,
  offer,
  openJane,
  requestOf,
  textOf,
  video,
  wednesday,
} from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'

const hourMs = 3_600_000

const effectsOf = (loop: Loop, kind: Effect['kind']) =>
  loop.tables((tx) =>
    tx.find('effects', {
      where: { kind },
      orderBy: [
        ['createdAt', 'asc'],
        ['id', 'asc'],
      ],
    }),
  )

/** A mail server that does what `fate` says for each mail, and keeps count of what it was handed. */
function openMailServer(fate: (mail: OutgoingMail, count: number) => ParleyError | null) {
  const handed: string[] = []
  const around = (real: MailPort): MailPort => ({
    kind: 'smtp',
    send: async (tenantId, mail) => {
      handed.push(mail.to.address)
      const error = fate(mail, handed.length)
      if (error) throw error
      return real.send(tenantId, mail)
    },
  })
  return { handed, around }
}
const isTo = (mail: OutgoingMail, who: string) => mail.to.address.startsWith(who)
const refusal = new ParleyError('refused', 'The mail server refused the address: 550 no such user.')
const silence = new ParleyError('unavailable', 'The mail server does not answer.', { retry: 'later' })
const lostAnswer = new ParleyError('unknownOutcome', 'The connection was lost after the mail was handed over.')

/** A store whose connection is lost while `isLost` says so: nothing is read or written. */
function losable() {
  const state = { isLost: false }
  const around = (real: Store): Store => ({
    ...real,
    inTenant: async (tenantId, work) => {
      if (state.isLost) throw new Error('connection lost')
      return real.inTenant(tenantId, work)
    },
  })
  return { state, around }
}

describe('an effect', () => {
  it('claimed by 5 workers at the same moment acts once', async () => {
    const server = openMailServer(() => null)
    const loop = await openLoop({ mail: server.around })
    await openJane(loop)
    loop.clock.moveBy(21_000)
    const mails = await effectsOf(loop, 'mail')
    await Promise.all(mails.flatMap((m) => [1, 2, 3, 4, 5].map(() => performEffect(loop.deps, loop.tenantId, m.id))))
    expect(server.handed.sort()).toEqual(['jane.whitfield@mail.example', 'marta.lindqvist@acme.example'])
    expect((await effectsOf(loop, 'mail')).map((m) => [m.state, m.attempts])).toEqual([
      ['done', 1],
      ['done', 1],
    ])
  })

  it('is not performed before it is due, however often it is woken', async () => {
    const server = openMailServer(() => null)
    const loop = await openLoop({ mail: server.around })
    await openJane(loop)
    for (const mail of await effectsOf(loop, 'mail')) await performEffect(loop.deps, loop.tenantId, mail.id)
    expect(server.handed).toEqual([])
  })

  it('that fails is tried again after 1, 2, 4, 8 minutes and so on with up to 20 % jitter, 12 times in all, then given up with a message in the thread', async () => {
    const server = openMailServer((mail) => (isTo(mail, jane) ? silence : null))
    const loop = await openLoop({ mail: server.around })
    const thread = await openJane(loop)
    const waits: number[] = []
    for (let attempt = 1; attempt <= 12; attempt++) {
      const [owed] = (await effectsOf(loop, 'mail')).filter((m) => m.state === 'owed')
      if (!owed) throw new Error(`attempt ${attempt} is owed`)
      const waitMs = owed.nextAttemptAt.getTime() - loop.clock.now().getTime()
      if (attempt > 1) waits.push(waitMs / 60_000)
      await loop.settle(waitMs)
    }
    for (const [index, wait] of waits.entries()) {
      const base = Math.min(2 ** index, 180)
      expect(wait).toBeGreaterThanOrEqual(base - 0.1)
      expect(wait).toBeLessThanOrEqual(base * 1.2)
    }
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(12)
    const [dead] = (await effectsOf(loop, 'mail')).filter((m) => m.state === 'dead')
    expect(dead?.attempts).toBe(12)
    const said = await loop.messagesIn(thread)
    expect(said.filter((m) => m.text.includes('A mail failed: The mail server does not answer.'))).toHaveLength(1)
    await loop.settle(24 * hourMs)
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(12)
  })

  it('keeps the delay the other system asked for', async () => {
    const busy = new ParleyError('rateLimited', 'Too many mails.', { retry: { afterMs: 7 * 60_000 } })
    const server = openMailServer((_mail, count) => (count === 1 ? busy : null))
    const loop = await openLoop({ mail: server.around })
    await openJane(loop)
    await loop.settle(20_000)
    const [owed] = (await effectsOf(loop, 'mail')).filter((m) => m.state === 'owed')
    expect((owed?.nextAttemptAt.getTime() ?? 0) - loop.clock.now().getTime()).toBe(7 * 60_000)
  })

  it('is not given up while the other system asks to wait: 39 times a minute, then it goes, at its first attempt', async () => {
    const busy = new ParleyError('rateLimited', 'Too many mails.', { retry: { afterMs: 60_000 } })
    const server = openMailServer((mail, count) => (isTo(mail, jane) && count <= 40 ? busy : null))
    const loop = await openLoop({ mail: server.around })
    await openJane(loop)
    await loop.settle(hourMs)
    const mails = (await effectsOf(loop, 'mail')).filter((m) => m.state === 'done')
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(40)
    expect(mails.map(({ attempts }) => attempts)).toEqual(mails.map(() => 1))
  })

  it('of the ATS whose worker died between acting and recording is done by another worker after 2 minutes, once', async () => {
    const connection = losable()
    let isDying = false
    const loop = await openLoop({
      around: connection.around,
      ats: (real) => ({
        ...real,
        writeInterview: async (tenantId, interview) => {
          const proof = await real.writeInterview(tenantId, interview)
          if (isDying) connection.state.isLost = true
          return proof
        },
      }),
    })
    await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    isDying = true
    await approve(loop, marta).catch(() => {})
    isDying = false
    connection.state.isLost = false
    const stuck = (await effectsOf(loop, 'atsInterview')).filter((e) => e.state === 'trying')
    expect(stuck).toHaveLength(1)
    loop.clock.moveBy(119_000)
    await sweepClaims(loop.deps)
    await loop.settle()
    expect((await effectsOf(loop, 'atsInterview')).map((e) => e.state)).toEqual(['trying'])
    loop.clock.moveBy(2_000)
    await sweepClaims(loop.deps)
    await loop.settle()
    expect((await effectsOf(loop, 'atsInterview')).map((e) => [e.state, e.attempts])).toEqual([['done', 2]])
    expect(await loop.tables((tx) => tx.count('atsInterviews'))).toBe(1)
  })
})

describe('a mail', () => {
  it('that is refused is said in the thread and on the card at once, and is not tried again by itself', async () => {
    const server = openMailServer((mail) => (isTo(mail, jane) ? refusal : null))
    const loop = await openLoop({ mail: server.around })
    const thread = await askJane(loop)
    const texts = (await loop.messagesIn(thread)).map((m) => m.text)
    expect(texts.filter((t) => t.startsWith('A mail failed: The mail server refused the address'))).toHaveLength(1)
    expect(textOf(await loop.card(thread))).toContain('550 no such user')
    await loop.settle(24 * hourMs)
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(1)
  })

  it('refused again after every press of "Try again" is said again each time, and goes once the server accepts it', async () => {
    let isRefusing = true
    const server = openMailServer((mail) => (isRefusing && isTo(mail, jane) ? refusal : null))
    const loop = await openLoop({ mail: server.around })
    const thread = await askJane(loop)
    for (const times of [2, 3]) {
      expect(await loop.press(thread, await loop.card(thread), 'Try again: mail')).toEqual({ kind: 'ok' })
      expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(times)
      expect((await effectsOf(loop, 'mail')).map((m) => m.state).sort()).toEqual(['dead', 'done'])
      const texts = (await loop.messagesIn(thread)).map((m) => m.text)
      expect(texts.filter((t) => t.startsWith('A mail failed'))).toHaveLength(times)
    }
    isRefusing = false
    await loop.press(thread, await loop.card(thread), 'Try again: mail')
    expect(await loop.mails(jane)).toHaveLength(1)
    expect(labelsOf(await loop.card(thread)).filter((l) => l.startsWith('Try again'))).toEqual([])
  })

  it('whose fate is unknown is asked about and never sent again by itself; a press sends it once more', async () => {
    let isLosing = true
    const server = openMailServer((mail) => (isLosing && isTo(mail, jane) ? lostAnswer : null))
    const loop = await openLoop({ mail: server.around })
    const thread = await askJane(loop)
    expect((await effectsOf(loop, 'mail')).map((m) => m.state).sort()).toEqual(['asked', 'done'])
    const texts = (await loop.messagesIn(thread)).map((m) => m.text)
    expect(texts.some((t) => t.includes('Press to send it again if it did not arrive'))).toBe(true)
    await loop.settle(24 * hourMs)
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(1)
    isLosing = false
    expect(await loop.press(thread, await loop.card(thread), 'Send the mail again')).toEqual({ kind: 'ok' })
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(2)
    expect((await effectsOf(loop, 'mail')).every((m) => m.state === 'done')).toBe(true)
  })

  it('whose worker died while handing it over is asked about after 2 minutes and never sent again by itself', async () => {
    const connection = losable()
    const server = openMailServer((mail) => {
      if (isTo(mail, jane)) connection.state.isLost = true
      return null
    })
    const loop = await openLoop({ mail: server.around, around: connection.around })
    await openJane(loop)
    loop.clock.moveBy(21_000)
    const [mail] = await effectsOf(loop, 'mail')
    if (!mail) throw new Error('the mail to Jane')
    await performEffect(loop.deps, loop.tenantId, mail.id).catch(() => {})
    connection.state.isLost = false
    loop.clock.moveBy(121_000)
    await sweepClaims(loop.deps)
    await loop.settle(hourMs)
    expect((await effectsOf(loop, 'mail')).find((m) => m.id === mail.id)?.state).toBe('asked')
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(1)
  })

  it('that went but whose receipt could not be written is asked about, not sent twice', async () => {
    let isFailing = false
    const server = openMailServer((mail) => {
      if (isTo(mail, jane)) isFailing = true
      return null
    })
    // One transaction fails, the one that records the receipt; the connection is back at once.
    const around = (real: Store): Store => ({
      ...real,
      inTenant: (tenantId, work) =>
        real.inTenant(tenantId, async (tx) => {
          const result = await work({
            ...tx,
            update: async (table, id, patch, expected) => {
              if (isFailing && table === 'effects' && 'proof' in patch) {
                isFailing = false
                throw new Error('disk full')
              }
              return tx.update(table, id, patch, expected)
            },
          })
          return result
        }),
    })
    const loop = await openLoop({ mail: server.around, around })
    await askJane(loop)
    await loop.settle(10 * 60_000)
    await sweepClaims(loop.deps)
    await loop.settle(24 * hourMs)
    expect(server.handed.filter((to) => to.startsWith(jane))).toHaveLength(1)
    expect((await effectsOf(loop, 'mail')).map((m) => m.state).sort()).toEqual(['asked', 'done'])
  })

  it('about one request goes to nobody but its parties', async () => {
    const server = openMailServer(() => null)
    const loop = await openLoop({ mail: server.around })
    const thread = await bookJane(loop)
    await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'filled' })
    const parties = await loop.tables((tx) => tx.find('parties', {}))
    expect(new Set(server.handed)).toEqual(new Set(parties.map((p) => p.email)))
  })
})

describe('an ATS that does not answer', () => {
  async function bookWithFaultyAts() {
    const fault = { isDown: false }
    const loop = await openLoop({ ats: (real) => createFaultyAts(real, () => fault.isDown) })
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    fault.isDown = true
    await approve(loop, marta)
    return { loop, thread, fault }
  }

  it('neither delays nor loses an invitation: all 3 go at once, the interview stands', async () => {
    const { loop } = await bookWithFaultyAts()
    for (const who of [jane, marta, 'rosa@']) expect(await invitationsTo(loop, who)).toHaveLength(1)
    expect(await liveInterviewsOf(loop)).toHaveLength(1)
    expect(await loop.tables((tx) => tx.count('atsInterviews'))).toBe(0)
  })

  it('shows on the card as failed, with the reason, the next attempt and a retry for each of the 3 writes', async () => {
    const { loop, thread } = await bookWithFaultyAts()
    const card = await loop.card(thread)
    expect(labelsOf(card)).toEqual(
      expect.arrayContaining(['Try again: ATS interview', 'Try again: ATS stage', 'Try again: ATS log']),
    )
    const failed = card.parts.flatMap((p) => (p.kind === 'steps' ? p.steps.filter((s) => s.state === 'failed') : []))
    expect(failed).toHaveLength(3)
    for (const step of failed) expect(step.detail).toMatch(/The ATS does not answer.*Next attempt/)
  })

  it('is written to on the press of "Try again" once it answers, each record once', async () => {
    const { loop, thread, fault } = await bookWithFaultyAts()
    fault.isDown = false
    for (const what of ['ATS interview', 'ATS stage', 'ATS log'])
      expect(await loop.press(thread, await loop.card(thread), `Try again: ${what}`)).toEqual({ kind: 'ok' })
    await loop.settle(24 * hourMs)
    expect(await loop.tables((tx) => tx.count('atsInterviews'))).toBe(1)
    expect((await logEventsOf(loop)).filter((e) => e === 'booked')).toHaveLength(1)
    const request = await requestOf(loop)
    const application = await loop.tables((tx) => tx.get('atsApplications', request.applicationId))
    expect(application?.stageId).toBe(request.toStageId)
  })

  it('is written to by itself when it comes back 3 hours later', async () => {
    const { loop, fault } = await bookWithFaultyAts()
    await loop.settle(3 * hourMs)
    fault.isDown = false
    await loop.settle(4 * hourMs)
    expect(await loop.tables((tx) => tx.count('atsInterviews'))).toBe(1)
    expect((await effectsOf(loop, 'atsStage')).map((e) => e.state)).toEqual(['done'])
  })

  it('at the moment of the command is said in the thread, and nothing is half open', async () => {
    const fault = { isDown: true }
    const loop = await openLoop({ ats: (real) => createFaultyAts(real, () => fault.isDown) })
    const thread = await loop.setUp()
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain('The ATS does not answer right now')
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
    expect(await loop.tables((tx) => tx.count('parties'))).toBe(0)
  })

  it('never receives the first mail twice because of it: the log is owed, the mail is done', async () => {
    const fault = { isDown: false }
    const loop = await openLoop({ ats: (real) => createFaultyAts(real, () => fault.isDown) })
    const thread = await openJane(loop)
    await loop.press(thread, await loop.card(thread), 'How do they join?', video)
    fault.isDown = true
    await loop.settle(hourMs)
    expect(await loop.mails(jane)).toHaveLength(1)
    fault.isDown = false
    await loop.settle(3 * hourMs)
    expect(await loop.mails(jane)).toHaveLength(1)
    expect((await logEventsOf(loop)).filter((e) => e === 'requestSent')).toHaveLength(1)
  })
})
