import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dayOfWeek, linkOf, offerTimes, weekToOffer } from './guest.ts'
import { invitationOf, localStart, readMail } from './mail.ts'
import { readApplication, readInterview } from './records.ts'
import {
  cardOf,
  enter,
  joinByVideo,
  playAs,
  say,
  sendFirstMails,
  setUpAgency,
  stepOf,
  waitForPill,
} from './recruiter.ts'
import { describeInBrowser } from './suite.ts'

const nadia = { name: 'Nadia Petrova', email: 'nadia.petrova@mail.example', zone: 'Europe/London' }
const priya = { name: 'Priya Raman', email: 'priya.raman@agency.example' }
const rosa = { name: 'Rosa Alder', email: 'rosa@alder-finch.example' }
const video = 'https://meet.alder-finch.example/room'
const tuesdayOn = dayOfWeek(weekToOffer(), 2)

describeInBrowser('a company schedules Nadia with its own hiring manager', (house) => {
  let desk: Page
  let box: Page
  let managerDesk: Page

  it('says on the card that the calendar of the hiring manager is unknown, not free, and asks in the chat', async () => {
    desk = await house().openDesk()
    await enter(house(), desk)
    await setUpAgency(desk)
    await say(desk, 'schedule Nadia Petrova with Priya Raman for the Recruitment Consultant role')
    await stepOf(cardOf(desk, nadia.name), `${priya.name}'s calendar`)
      .getByText(/Unknown, not free/)
      .waitFor()
    await joinByVideo(desk, nadia.name, video)
    await sendFirstMails(desk, nadia.name)
    await stepOf(cardOf(desk, nadia.name), `Ask ${nadia.name}`).getByText('Done', { exact: true }).waitFor()
    await house().shoot(desk, 'in-house-asked')
  })

  it('lets the hiring manager give times in her own card, in her own zone', async () => {
    managerDesk = await house().openDesk()
    await enter(house(), managerDesk)
    await playAs(managerDesk, priya.name)
    await managerDesk
      .getByRole('link', { name: new RegExp(nadia.name) })
      .first()
      .click()
    await cardOf(managerDesk, nadia.name).getByText('Your times are needed').waitFor()
    await house().shoot(managerDesk, 'manager-asked')
    await managerDesk.getByLabel('Your times').fill(`${spelled(tuesdayOn)} 10:00-12:00`)
    await managerDesk.getByRole('button', { name: 'Send these times' }).click()
    // London's 10:00 is 11:00 on the recruiter's card in Berlin.
    await stepOf(cardOf(desk, nadia.name), `${priya.name}'s times`)
      .getByText(/11:00 – 13:00/)
      .waitFor()
  })

  it('books when she approves one of the common times with a button', async () => {
    box = await desk.context().newPage()
    const asked = await readMail(house(), box, { to: nadia.email })
    expect(asked.text + asked.html).not.toContain(priya.email)
    const phone = await house().openPhone(nadia.zone)
    await offerTimes(phone, linkOf(asked), [{ weekday: 2, from: '11:00', to: '13:00' }])
    await house().shoot(phone, 'in-house-candidate')
    const approve = cardOf(managerDesk, nadia.name).getByRole('button', { name: /^Approve .*11:00 – 12:00/ })
    await approve.waitFor()
    await house().shoot(managerDesk, 'manager-approves')
    expect(
      await cardOf(managerDesk, nadia.name)
        .getByRole('button', { name: /^Approve/ })
        .count(),
    ).toBe(1)
    await approve.click()
    await waitForPill(managerDesk, nadia.name, 'Booked')
    await waitForPill(desk, nadia.name, 'Booked')
    await house().shoot(desk, 'in-house-booked')
  })

  it('sends one invitation with all attendees: the same UID and words for each, the recruiter a transparent copy', async () => {
    const mails = []
    for (const { email } of [nadia, priya]) mails.push(await readMail(house(), box, { to: email, hasInvitation: true }))
    const [first, second] = mails.map(invitationOf)
    expect(first).toEqual(second)
    expect(first).toMatchObject({ method: 'REQUEST', mimeMethod: 'REQUEST', sequence: 0, isTransparent: false })
    expect([...(first?.attendees ?? [])].sort()).toEqual([nadia.email, priya.email])
    expect(first?.organizer).toBe(rosa.email)
    expect(first?.description).toContain(video)
    if (first) expect(localStart(first)).toBe(`${tuesdayOn} 12:00`)
    const links = mails.flatMap((mail) => mail.link ?? [])
    for (const link of links) expect(first?.description).not.toContain(link)
    const copy = invitationOf(await readMail(house(), box, { to: rosa.email, hasInvitation: true }))
    expect(copy).toMatchObject({ attendees: [rosa.email], isTransparent: true })
    expect(copy.uid).not.toBe(first?.uid)
  })

  it('moves the stage and writes the interview with both participants into the ATS record', async () => {
    await stepOf(cardOf(desk, nadia.name), 'Move the stage to Interview').getByText('Done', { exact: true }).waitFor()
    const application = await readApplication(house(), box, nadia.name, 'Recruitment Consultant')
    expect(application.stage).toBe('Interview')
    expect(application.feed.join('\n')).toMatch(/booked: .*with Nadia Petrova and Priya Raman/)
    const interview = await readInterview(house(), box, application.interviews[0]?.href ?? '')
    for (const fact of ['Scheduled', '12:00', '13:00', nadia.name, priya.name, video]) expect(interview).toContain(fact)
  })
})

/** "24 November 2026", as a person writes it. */
function spelled(on: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${on}T00:00:00Z`),
  )
}
