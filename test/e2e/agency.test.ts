import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { approveFirst, dayOfWeek, declineWith, linkOf, offerTimes, weekToOffer } from './guest.ts'
import { invitationOf, localStart, type ReadInvitation, type ReadMail, readMail } from './mail.ts'
import { readApplication, readInterview } from './records.ts'
import {
  cardOf,
  enter,
  joinByVideo,
  openForm,
  say,
  sendFirstMails,
  setUpAgency,
  stepOf,
  waitForPill,
} from './recruiter.ts'
import { describeInBrowser, type House } from './suite.ts'

const jane = { name: 'Jane Whitfield', email: 'jane.whitfield@mail.example', zone: 'Europe/London' }
const marta = { name: 'Marta Lindqvist', email: 'marta.lindqvist@acme.example', zone: 'Europe/Berlin' }
const rosa = { name: 'Rosa Alder', email: 'rosa@alder-finch.example' }
const video = 'https://meet.acme.example/backend'
const everybody = [jane, marta, rosa]
const tuesdayOn = dayOfWeek(weekToOffer(), 2)
const thursdayOn = dayOfWeek(weekToOffer(), 4)

it('imports nothing of the product: end-to-end tests type, click and read', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts'))
  expect(files).toContain('agency.test.ts')
  for (const file of files) {
    const imports = [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/from '([^']+)'|import\('([^']+)'\)/g),
    ]
    expect(imports.map(([, plain, lazy]) => plain ?? lazy).filter((path) => path?.includes('/src/'))).toEqual([])
  }
})

describeInBrowser('an agency schedules Jane with Acme for the Backend role', (house) => {
  let desk: Page
  let box: Page
  let firstInvitations: Map<string, ReadInvitation>
  let movedInvitations: Map<string, ReadInvitation>

  it('asks who takes part, sends nothing for 20 seconds, then mails a link to each side', async () => {
    desk = await house().openDesk()
    await enter(house(), desk)
    await house().shoot(desk, 'first-open')
    await setUpAgency(desk)
    await say(desk, 'schedule Jane with Acme for the Backend role')
    await desk.getByText('Who takes part?').waitFor()
    await house().shoot(desk, 'who-takes-part')
    await desk.getByRole('button', { name: marta.name }).click()
    await joinByVideo(desk, jane.name, video)
    await house().shoot(desk, 'card-opened')

    await cardOf(desk, jane.name).getByRole('button', { name: 'Undo' }).waitFor()
    box = await desk.context().newPage()
    await box.goto(`${house().parley.url}/mailbox`)
    await box.getByText('No mail yet').waitFor()

    const asked = await readMail(house(), box, { to: jane.email })
    expect(asked.to).toEqual([jane.email])
    expect(asked.from).toContain('Alder & Finch')
    expect(asked.replyTo).toEqual([rosa.email])
    expect(asked.text).toContain('software assistant')
    expect(asked.text).toContain('+49 30 5550 100')
    expect(asked.text + asked.html).not.toContain(marta.email)
    expect(asked.link).toMatch(new RegExp(`^${house().parley.guestUrl}/`))
    const client = await readMail(house(), box, { to: marta.email })
    expect(client.text + client.html).not.toContain(jane.email)
    expect(client.link).not.toBe(asked.link)
    await desk.bringToFront()
    await cardOf(desk, jane.name).getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    await house().shoot(desk, 'card-asked')
  })

  it('reminds whoever is silent when the recruiter says "nudge Jane", and takes her times on a phone without an account', async () => {
    await say(desk, 'nudge Jane')
    await desk.getByText(/^Reminded .*Jane Whitfield/).waitFor()
    const reminder = await readMail(house(), box, { to: jane.email, subject: /^Reminder/ })
    const phone = await house().openPhone(jane.zone)
    await offerTimes(phone, linkOf(reminder), [{ weekday: 2, from: '10:00', to: '12:00' }])
    await house().shoot(phone, 'candidate-told')
    expect(await phone.locator('main').textContent()).toMatch(/10:00 to 12:00/)
    expect(await phone.getByLabel(/password/i).count()).toBe(0)
    await stepOf(cardOf(desk, jane.name), `${jane.name}'s times`).getByText('Done', { exact: true }).waitFor()
  })

  it('finds the overlap of both clocks, and books once the client has approved a time on the phone', async () => {
    const asked = await readMail(house(), box, { to: marta.email, subject: /which times/ })
    const phone = await house().openPhone(marta.zone)
    await offerTimes(phone, linkOf(asked), [{ weekday: 2, from: '12:00', to: '16:00' }])
    const approval = await readMail(house(), box, { to: marta.email, subject: /^Please approve/ })
    await phone.goto(linkOf(approval))
    await house().shoot(phone, 'client-approval')
    // 10:00-12:00 in London and 12:00-16:00 in Berlin share 12:00-13:00 in Berlin: one hour, one offer.
    expect(await phone.locator('label.choice').count()).toBe(1)
    const words = await approveFirst(phone, linkOf(approval))
    expect(words).toMatch(/12:00 to 13:00/)
    expect(words).toMatch(/11:00 to 12:00 in Europe\/London/)
    await house().shoot(phone, 'client-booked')
    await waitForPill(desk, jane.name, 'Booked')
  })

  it('invites candidate, client and recruiter with one UID each; nobody sees another address', async () => {
    const mails = await readInvitations(house(), box)
    firstInvitations = new Map([...mails].map(([email, mail]) => [email, invitationOf(mail)]))
    for (const [email, mail] of mails) {
      const invitation = invitationOf(mail)
      expect(invitation).toMatchObject({ method: 'REQUEST', mimeMethod: 'REQUEST', sequence: 0 })
      expect(invitation.attendees).toEqual([email])
      expect(invitation.organizer).toBe(rosa.email)
      expect(localStart(invitation)).toBe(`${tuesdayOn} 12:00`)
      expect(invitation.endsAt.getTime() - invitation.startsAt.getTime()).toBe(3_600_000)
      expect(invitation.description).toContain(video)
      const others = everybody.map((person) => person.email).filter((other) => other !== email && other !== rosa.email)
      for (const other of others) expect(mail.text + mail.html + invitation.description).not.toContain(other)
    }
    expect(new Set([...firstInvitations.values()].map((invitation) => invitation.uid)).size).toBe(3)
    expect(firstInvitations.get(rosa.email)?.isTransparent).toBe(true)
    expect(firstInvitations.get(jane.email)?.isTransparent).toBe(false)
  })

  it('moves the stage and writes date, time, participants and link into the ATS record', async () => {
    await stepOf(cardOf(desk, jane.name), 'Move the stage to Interview').getByText('Done', { exact: true }).waitFor()
    const application = await readApplication(house(), box, jane.name, 'Backend Engineer')
    await house().shoot(box, 'application')
    expect(application.stage).toBe('Interview')
    expect(application.feed.join('\n')).toMatch(/Asked Jane Whitfield for a time/)
    expect(application.feed.join('\n')).toMatch(/Reminder sent to Jane Whitfield/)
    expect(application.feed.join('\n')).toMatch(/Jane Whitfield selected times/)
    expect(application.feed.join('\n')).toMatch(/booked: .*12:00 – 13:00.* with Jane Whitfield and Marta Lindqvist/)
    expect(application.interviews).toHaveLength(1)
    const interview = await readInterview(house(), box, application.interviews[0]?.href ?? '')
    for (const fact of ['Scheduled', '12:00', '13:00', jane.name, marta.name, video]) expect(interview).toContain(fact)
  })

  it('shows every step with its proof on the one living card', async () => {
    const card = cardOf(desk, jane.name)
    expect(
      await desk
        .getByRole('article')
        .filter({ has: desk.getByRole('heading', { level: 3, name: jane.name }) })
        .count(),
    ).toBe(1)
    const proven = [
      `Ask ${jane.name}`,
      `Ask ${marta.name}`,
      ...everybody.map((person) => `Invite ${person.name}`),
      'Write the interview into the ATS',
      'Move the stage to Interview',
      'ATS log',
    ]
    for (const label of proven) {
      const step = stepOf(card, label).first()
      await step.getByText('Done', { exact: true }).waitFor()
      await step.locator('summary').click()
      expect(await step.locator('.proof-said').textContent(), label).toMatch(/\S{3,} \S{3,}/)
    }
    await house().shoot(desk, 'card-booked')
  })

  it('moves the interview with the same UIDs and SEQUENCE 1, and keeps the old time until the new one is agreed', async () => {
    await say(desk, 'reschedule Jane because Acme is travelling')
    const question = desk.getByRole('article').filter({ hasText: 'I understood' }).last()
    await question.getByRole('button', { name: 'Ask everybody for new times' }).click()
    await waitForPill(desk, jane.name, 'Waiting for times')
    await house().shoot(desk, 'card-moving')
    const standing = await readApplication(house(), box, jane.name, 'Backend Engineer')
    expect(await readInterview(house(), box, standing.interviews[0]?.href ?? '')).toMatch(/Scheduled.*12:00 ?– ?13:00/s)
    const again = await readMail(house(), box, { to: jane.email, subject: /New time needed/ })
    expect(again.text).toContain('Acme is travelling')
    const janePhone = await house().openPhone(jane.zone)
    await offerTimes(janePhone, linkOf(again), [{ weekday: 4, from: '09:00', to: '10:00' }])
    const martaAgain = await readMail(house(), box, { to: marta.email, subject: /New time needed/ })
    const martaPhone = await house().openPhone(marta.zone)
    await offerTimes(martaPhone, linkOf(martaAgain), [{ weekday: 4, from: '10:00', to: '12:00' }])
    const approval = await readMail(house(), box, { to: marta.email, subject: /^Please approve/, count: 2 })
    await approveFirst(martaPhone, linkOf(approval))
    await waitForPill(desk, jane.name, 'Booked')

    const mails = await readInvitations(house(), box, 2)
    movedInvitations = new Map([...mails].map(([email, mail]) => [email, invitationOf(mail)]))
    for (const { email } of everybody) {
      const moved = movedInvitations.get(email)
      expect(moved).toMatchObject({ method: 'REQUEST', sequence: 1, uid: firstInvitations.get(email)?.uid })
      if (moved) expect(localStart(moved)).toBe(`${thursdayOn} 10:00`)
    }
    await stepOf(cardOf(desk, jane.name), 'Update the interview in the ATS')
      .getByText('Done', { exact: true })
      .waitFor()
    const application = await readApplication(house(), box, jane.name, 'Backend Engineer')
    expect(application.interviews).toHaveLength(1)
    const interview = await readInterview(house(), box, application.interviews[0]?.href ?? '')
    expect(interview).toMatch(/10:00 ?– ?11:00/)
  })

  it('keeps the ATS records over a restart, and reminds both sides on the morning of the interview', async () => {
    const startsAt = movedInvitations.get(jane.email)?.startsAt ?? new Date(0)
    const hourBefore = startsAt.getTime() - 60 * 60_000
    const aheadMinutes = Math.floor((hourBefore - Date.now()) / 60_000)
    await desk.close()
    await house().parley.restart({ PARLEY_CLOCK_AHEAD_MINUTES: String(aheadMinutes) })
    await enter(house(), box)
    for (const { email } of [jane, marta]) {
      const today = await readMail(house(), box, { to: email, subject: /^Today/ })
      expect(today.text).toContain(video)
    }
    const application = await readApplication(house(), box, jane.name, 'Backend Engineer')
    await house().shoot(box, 'application-after-restart')
    expect(application.stage).toBe('Interview')
    expect(application.interviews).toHaveLength(1)
    await expect
      .poll(async () => (await readApplication(house(), box, jane.name, 'Backend Engineer')).feed.join('\n'), {
        timeout: 20_000,
      })
      .toMatch(/Day-of reminder sent to Jane Whitfield/)
    expect(house().parley.stderr).toBe('')
  })

  it('cancels with the reason: CANCEL with SEQUENCE 2 for each UID, and the ATS record says so', async () => {
    desk = await box.context().newPage()
    await enter(house(), desk)
    await house().shoot(desk, 'chat-after-restart')
    const form = await openForm(cardOf(desk, jane.name), 'Cancel the')
    await form.getByLabel('Reason').fill('The role is filled')
    await form.getByRole('button', { name: 'Cancel it and tell everybody' }).click()
    await waitForPill(desk, jane.name, 'Cancelled')
    await house().shoot(desk, 'card-cancelled')
    const mails = await readInvitations(house(), box, 3)
    for (const [email, mail] of mails) {
      expect(invitationOf(mail)).toMatchObject({
        method: 'CANCEL',
        mimeMethod: 'CANCEL',
        status: 'CANCELLED',
        sequence: 2,
        uid: firstInvitations.get(email)?.uid,
      })
      expect(mail.text).toContain('The role is filled')
    }
    await expect
      .poll(async () => (await readApplication(house(), box, jane.name, 'Backend Engineer')).feed.join('\n'), {
        timeout: 20_000,
      })
      .toMatch(/cancelled: The role is filled/)
    const application = await readApplication(house(), box, jane.name, 'Backend Engineer')
    expect(application.interviews[0]?.tag).toMatch(/Cancel/i)
  })

  it('logs a candidate who declines, and tells the recruiter with the reason', async () => {
    await desk.goto(`${house().parley.url}/threads/new`)
    await say(desk, 'schedule Daniel Osei with Marta Lindqvist for the Backend role')
    await cardOf(desk, 'Daniel Osei').waitFor()
    await sendFirstMails(desk, 'Daniel Osei')
    const asked = await readMail(house(), box, { to: 'daniel.osei' })
    const phone = await house().openPhone('Europe/London')
    await declineWith(phone, linkOf(asked), 'I have taken another offer')
    await house().shoot(phone, 'candidate-declined')
    await waitForPill(desk, 'Daniel Osei', 'declined')
    await cardOf(desk, 'Daniel Osei').getByText('I have taken another offer').first().waitFor()
    await house().shoot(desk, 'card-declined')
    await expect
      .poll(async () => (await readApplication(house(), box, 'Daniel Osei', 'Backend Engineer')).feed.join('\n'), {
        timeout: 20_000,
      })
      .toMatch(/declined.*another offer/i)
  })
})

async function readInvitations(house: House, page: Page, count = 1): Promise<Map<string, ReadMail>> {
  const mails = new Map<string, ReadMail>()
  for (const { email } of everybody)
    mails.set(email, await readMail(house, page, { to: email, hasInvitation: true, count }))
  return mails
}
