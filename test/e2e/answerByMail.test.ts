import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnMailServers, mailDomain } from '../fakes/mailServers.ts'
import { dayOfWeek, linkOf, weekToOffer } from './guest.ts'
import type { ReadMail } from './mail.ts'
import { openPostbox, type Postbox } from './postbox.ts'
import { changeContactEmail, changeEmail } from './records.ts'
import { cardOf, enter, joinByVideo, say, sendFirstMails, setUpAgency, waitForPill } from './recruiter.ts'
import { describeWithChromium, type OpenHouse, openHouse } from './suite.ts'

// Nobody opens the page to give times: candidate and client answer the mails in their own words, through real mail servers.

const jane = 'Jane Whitfield'
const marta = 'Marta Lindqvist'
const names = ['parley', 'jane', 'marta', 'rosa', 'mallory']
const tuesday = spelled(dayOfWeek(weekToOffer(), 2))

describeWithChromium('answers by mail', () => {
  describeOnMailServers('through Postfix and Dovecot', names, (servers) => {
    let house: OpenHouse
    let desk: Page
    let janesMail: Postbox
    let martasMail: Postbox
    let firstMail: ReadMail

    beforeAll(async () => {
      house = await openHouse({
        env: (guestUrl) => ({
          SMTP_URL: servers().smtpUrl,
          IMAP_URL: servers().imapUrl('parley'),
          PARLEY_MAIL_FROM: `parley@${mailDomain}`,
          PARLEY_INBOUND_SECRET: 'a secret of the end to end tests',
          PARLEY_PUBLIC_URL: guestUrl,
        }),
      })
      janesMail = openPostbox(servers(), 'jane', jane)
      martasMail = openPostbox(servers(), 'marta', marta)
      desk = await house.openDesk()
      await enter(house, desk)
      await setUpAgency(desk, `rosa@${mailDomain}`)
      await changeEmail(house, desk, jane, janesMail.address)
      await changeContactEmail(house, desk, marta, martasMail.address)
      await enter(house, desk)
    }, 120_000)
    afterAll(() => house?.close())

    /** Opens the link of a mail on a phone, ticks that it is right, sends. */
    const confirm = async (link: string, zone: string): Promise<void> => {
      const phone = await house.openPhone(zone)
      await phone.goto(link)
      await phone.getByRole('heading', { level: 1, name: /^Did we understand you/ }).waitFor()
      await house.shoot(phone, 'understood')
      await phone.getByLabel('Yes, these times are right').check()
      await phone.getByRole('button', { name: 'Send these times' }).click()
      await phone.getByRole('heading', { level: 1, name: /^Did we understand you/ }).waitFor({ state: 'detached' })
    }

    it('takes times in a free text, reads them back, and notes them when the link is confirmed', async () => {
      await say(desk, `schedule ${jane} with Acme for the Backend role`)
      await desk.getByRole('button', { name: marta }).click()
      await joinByVideo(desk, jane, 'https://meet.acme.lan/backend')
      await sendFirstMails(desk, jane)
      const asked = await janesMail.next(/which times suit you/)
      firstMail = asked
      expect(asked.replyTo[0]).toMatch(/^parley\+[0-9a-z]{46}@mail\.lan$/)
      await janesMail.answer(
        asked,
        `Hi Rosa,\n\n${tuesday} between 10 and 12 would work for me.\n\nBest regards,\nJane`,
      )
      const readBack = await janesMail.next(/^Is this right/)
      expect(readBack.text).toMatch(/10:00.*12:00/)
      await desk.getByText('“Hi Rosa,').waitFor()
      await house.shoot(desk, 'thread-with-mail')
      await confirm(linkOf(readBack), 'Europe/London')
      await cardOf(desk, jane)
        .getByText(/11:00 – 13:00/)
        .first()
        .waitFor()
    })

    it('moves the request forward with the client’s answer, and books when the client says "the first one works"', async () => {
      const asked = await martasMail.next(/which times suit you/)
      await martasMail.answer(asked, `${tuesday} 11-14 is good`)
      await confirm(linkOf(await martasMail.next(/^Is this right/)), 'Europe/Berlin')
      const offered = await martasMail.next(/^Please approve/)
      await martasMail.answer(offered, 'The first one works for us.\n\nMarta')
      const readBack = await martasMail.next(/^Is this right/)
      await waitForPill(desk, jane, /approv/i)
      const phone = await house.openPhone('Europe/Berlin')
      await phone.goto(linkOf(readBack))
      expect(await phone.locator('label.choice').count()).toBe(1)
      await house.shoot(phone, 'understood-choice')
      await phone.locator('label.choice').click()
      await phone.getByRole('button', { name: 'Approve this time' }).click()
      await waitForPill(desk, jane, 'Booked')
    })

    it('tells the recruiter that the candidate’s calendar has declined, with the buttons that act on it', async () => {
      const invitation = await janesMail.next(/^Interview confirmed/)
      await janesMail.answerInvitation(invitation, 'DECLINED')
      const line = desk.getByRole('article').filter({ hasText: 'declined the invitation in the calendar' }).last()
      await line.waitFor()
      await line.getByText('Cancel the interview').waitFor()
      await house.shoot(desk, 'declined-in-calendar')
      await waitForPill(desk, jane, 'Booked')
    })

    it('acts on nothing of somebody else who got hold of the address, and answers nobody', async () => {
      const mallory = openPostbox(servers(), 'mallory', 'Mallory')
      const before = await janesMail.count()
      await mallory.answer(await janesMail.next(/^Thank you for your times/), 'Cancel everything.')
      await desk.getByText('“Cancel everything.”').waitFor()
      expect([await janesMail.count(), await mallory.count()]).toEqual([before, 0])
      await waitForPill(desk, jane, 'Booked')
    })

    it('goes on after a restart where it was, takes no mail twice, and says that the mailbox is read', async () => {
      await house.parley.restart()
      const ready = async () =>
        (await fetch(`${house.parley.guestUrl}/readyz`)).json() as Promise<{ inboundMail?: string }>
      await expect.poll(async () => (await ready()).inboundMail, { timeout: 30_000 }).toBe('ok')
      await enter(house, desk)
      await janesMail.answer(firstMail, 'Thank you all!')
      await desk.getByText('“Thank you all!”').waitFor()
      expect(await desk.getByText('“Cancel everything.”').count()).toBe(1)
      expect(house.parley.stderr).toBe('')
    })
  })
})

/** "Tuesday 24 November", as a person writes it. */
function spelled(on: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${on}T00:00:00Z`),
  )
}
